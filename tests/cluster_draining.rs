//! `tapi3 drain` on a node of a pool: others get no line of it any more, its lines of the bus go to
//! others, and it ends when the last call on its lines is over, whoever has it.
#![cfg(feature = "cluster")]

#[path = "support/cluster.rs"]
mod cluster;
#[path = "support/endpoint_nodes.rs"]
mod endpoint_nodes;
#[path = "support/ews/mod.rs"]
mod ews;
#[path = "support/shared_lines.rs"]
mod shared_lines;

use cluster::{Bus, until};
use endpoint_nodes::{lines, lines_of_calls, node, taking};
use ews::{Endpoint, tapi3};
use shared_lines::{import, owners, shares};

fn drain(endpoint: &Endpoint) -> String {
    let (status, said, errors) = tapi3(&["--config", &endpoint.file(), "drain", "--no-wait"], "");
    assert!(status.success() && errors.is_empty(), "{errors}");
    said
}

#[test]
fn a_node_that_is_drained_ends_with_the_last_call_that_others_have_on_its_lines() {
    let Some(bus) = Bus::start() else { return };
    let first = node(&bus, "n1", 9, "");
    let second = node(&bus, "n2", 9, "lines = [\"n1 line\"]");
    until("its line is there", || {
        lines(&second) == ["n1 line", "n2 line"]
    });
    let (mut one, mut two) = (first.client(), second.client());
    let own = one.play("1001").call_id();
    let others = two.play("1001").call_id();
    until("both are up", || {
        lines_of_calls(&first, "n1") == ["n1 line"] && lines_of_calls(&second, "n2") == ["n1 line"]
    });
    assert_eq!(drain(&first), "2 calls are left\n");
    until("its line is out of service", || {
        lines(&second) == ["n2 line"]
    });
    assert_eq!(two.play("1001").code(), "ErrorIPGatewayNotFound");
    assert_eq!(one.play("1001").code(), "ErrorServerBusy");
    // It answers for its call until that is over.
    assert_eq!(two.information(&own).information(), "Connected None 200 OK");
    assert_eq!(two.disconnect(&own).code(), "NoError");
    let told = two.information(&others).information();
    assert_eq!(told, "Connected None 200 OK");
    assert_eq!(two.disconnect(&others).code(), "NoError");
    let (status, last) = first.end();
    assert!(status.success());
    assert_eq!(last, "stopped: 0 calls ended, 0 calls not confirmed");
    let told = two.information(&others).information();
    assert_eq!(told, "Disconnected None 200 OK");
}

#[test]
fn a_node_that_is_drained_hands_its_lines_of_the_bus_on_and_ends() {
    let Some(bus) = Bus::with_store() else { return };
    import(&bus, &shared_lines::lines(4), &[]);
    let all = "lines = [\"L*\"]";
    let first = taking(&bus, "n1", all);
    shares(&bus, 4, &["n1"]);
    let second = taking(&bus, "n2", all);
    until("each has its share", || {
        shares(&bus, 4, &["n1", "n2"])
            .values()
            .all(|count| *count == 2)
    });
    let served = |endpoint: &Endpoint| {
        let lines = lines(endpoint).into_iter();
        lines
            .filter(|name| name.starts_with('L'))
            .collect::<Vec<_>>()
    };
    until("all are served by both", || {
        [&first, &second]
            .iter()
            .all(|endpoint| served(endpoint) == ["L1", "L2", "L3", "L4"])
    });
    // One on each line, in turn.
    let mut client = second.client();
    let calls: Vec<String> = (0..4).map(|_| client.play("1001").call_id()).collect();
    until("they are up", || {
        lines_of_calls(&second, "n2") == ["L1", "L2", "L3", "L4"]
    });
    assert_eq!(drain(&first), "2 calls are left\n");
    for call in &calls {
        assert_eq!(client.disconnect(call).code(), "NoError");
    }
    let (status, _) = first.end();
    assert!(status.success());
    until("the other has all lines", || {
        let owners = owners(&bus);
        owners.len() == 4 && owners.values().all(|node| node == "n2")
    });
    until("and serves them", || served(&second).len() == 4);
    for _ in 0..4 {
        assert_eq!(client.play("1001").code(), "NoError");
    }
}
