use super::Node;
use super::node::{Held, Hub, Word};
use super::recalling::Recalling;
use super::rights;
use super::session::{Live, Part, Session};
use crate::config::{Configuration, Source};
use crate::engine::{Call, CallHandle};
use crate::pool::Link;
use crate::system::System;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tokio::sync::mpsc::unbounded_channel;

const CLIENT: &str = "0123456789abcdef0123456789abcdef.1";

/// A node that nobody hears, as there is no bus where it looks for one, with a session of alice's.
async fn hub(system: &System, settings: &crate::pool::ClusterSettings) -> Hub {
    let access = settings.access().unwrap();
    let link = Link::open(access.clone(), settings.lease, true);
    let mut hub = Hub::new(
        "n1".to_owned(),
        1,
        settings.lease,
        (link.await.unwrap(), access),
        system.engine().add_client("node".to_owned()).unwrap(),
        (
            rights::users(settings.grants().unwrap()),
            Recalling::new(None),
        ),
        unbounded_channel().0,
    );
    let session = Session::new("alice".to_owned(), CLIENT.to_owned(), 1);
    hub.sessions.insert(CLIENT.to_owned(), session);
    hub
}

/// A call of the session, which has number 1 there.
fn begin(hub: &mut Hub) -> CallHandle {
    let line = hub.client.engine().lines().unwrap().remove(0);
    let call = Call::outgoing(&hub.client, &line, "1001".to_owned(), 8, 1).unwrap();
    call.attach().unwrap();
    let live = Part::Live(Live::new(call.clone(), true));
    let session = hub.sessions.get_mut(CLIENT).unwrap();
    session.calls.insert(1, live);
    let mut held = Held::new(call.clone());
    held.parts.push((CLIENT.to_owned(), 1));
    hub.held.insert(call.call.id(), held);
    call
}

/// How many things the session was told so far.
fn told(hub: &Hub) -> u64 {
    hub.sessions[CLIENT].next_seq() - 1
}

const TEXT: &str = "[cluster]\nurl = \"nats://127.0.0.1:1\"\nname = \"n1\"\n\
                    [[cluster.grant]]\nuser = \"alice\"\nsecret = \"a secret of the tests\"\n\
                    lines = [\"*\"]\n[[line]]\nname = \"L\"\nprovider = \"sim\"\naddress = \"2001\"\n";

#[test]
fn a_life_that_breaks_off_is_followed_by_another() {
    let configuration = Configuration::read(&Source::text(TEXT)).unwrap();
    let settings = configuration.cluster.clone().unwrap();
    let system = System::new(configuration).unwrap();
    let node = Node::start(&settings, system.engine(), None).unwrap();
    let count = Arc::new(AtomicUsize::new(0));
    for broken in 1..=2 {
        node.words.send(Word::Break(count.clone())).unwrap();
        let end = Instant::now() + Duration::from_secs(60);
        while count.load(Ordering::SeqCst) < broken {
            assert!(Instant::now() < end, "nobody lives any more");
            // One that comes between two lives is void.
            node.words.send(Word::Break(count.clone())).unwrap();
            std::thread::sleep(Duration::from_millis(20));
        }
    }
    node.stop();
    system.engine().close();
}

#[tokio::test]
async fn a_word_that_was_missed_is_told_once() {
    let configuration = Configuration::read(&Source::text(TEXT)).unwrap();
    let settings = configuration.cluster.clone().unwrap();
    let system = System::new(configuration).unwrap();
    let mut hub = hub(&system, &settings).await;
    let call = begin(&mut hub);
    call.call.expect_word();
    hub.tell_lack(&call).await;
    assert_eq!(told(&hub), 1);
    assert!(hub.held[&call.call.id()].lacks_word);
    // Nothing has come yet.
    hub.tell_missed_words().await;
    assert_eq!(told(&hub), 1);
    // It has, and the event that says so does not arrive.
    call.call.set_network_response(100, "Trying");
    hub.tell_missed_words().await;
    assert_eq!(told(&hub), 2);
    assert!(!hub.held[&call.call.id()].lacks_word);
    hub.tell_missed_words().await;
    assert_eq!(told(&hub), 2);
    system.engine().close();
}
