//! What goes over the bus for a call: nothing is told twice.
#![cfg(feature = "cluster")]

#[path = "support/cluster.rs"]
mod cluster;

use cluster::{Bus, Node, Program, SECRET, Stranger};
use tapi3::engine::{Disconnected, DropReason};
use tapi3_bus::seal::{Key, open};
use tapi3_bus::{Ask, CallNews, Tell, ToClient, ToNode, subject};

#[test]
fn a_call_that_is_placed_and_ended_takes_few_messages_and_none_twice() {
    let Some(bus) = Bus::start() else { return };
    // Nobody says that they are there within the test's time.
    let _node = Node::leased(&bus, "n1", "10m", "");
    let program = Program::start(&bus, "alice");
    program.line("n1 a");
    let mut ears = Stranger::come(&bus);
    ears.listen("tapi3.to.>");
    ears.listen(&subject::asks("n1"));
    ears.settle();
    let call = program.connected("n1 a", "1001");
    assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
    let key = Key::new(SECRET);
    let (mut asked, mut done, mut news) = (0, 0, Vec::<CallNews>::new());
    while done < 2 {
        let (subject, bytes) = ears.hear();
        if subject.starts_with("tapi3.ask.") {
            let ToNode { ask, .. } = open(&key, &subject, &bytes).unwrap();
            println!("asked: {ask:?}");
            asked += usize::from(!matches!(ask, Ask::Keep {} | Ask::Lines { .. }));
            continue;
        }
        let ToClient { tell, .. } = open(&key, &subject, &bytes).unwrap();
        println!("told: {tell:?}");
        match tell {
            Tell::Done { .. } => done += 1,
            Tell::Call(told) => news.push(told),
            _ => {}
        }
    }
    assert_eq!(asked, 2);
    for pair in news.windows(2) {
        assert_ne!(pair[0], pair[1], "it is told twice");
    }
    assert!(news.len() <= 3, "{news:#?}");
}
