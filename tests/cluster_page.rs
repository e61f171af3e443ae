//! The JSON API and the page of endpoints that belong to a pool: any of them shows, ends and tells
//! of the calls of all. Nodes, a nats-server and clients as in `cluster.rs`.
#![cfg(feature = "cluster")]

#[path = "support/api.rs"]
mod api;
#[path = "support/cluster.rs"]
mod cluster;
#[path = "support/endpoint_nodes.rs"]
mod endpoint_nodes;
#[path = "support/ews/mod.rs"]
mod ews;
#[path = "support/pool_pages.rs"]
mod pool_pages;

use api::{Api, Events, text, user};
use cluster::{Bus, DEADLINE, Stranger, until};
use endpoint_nodes::leased;
use pool_pages::{event, knows, listed, node, nodes, of_lease};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

#[test]
fn any_node_shows_and_ends_the_calls_of_all() {
    let Some(bus) = Bus::start() else { return };
    let [n1, n2, n3] = ["n1", "n2", "n3"].map(|name| node(&bus, name, ""));
    let names = ["n1", "n2", "n3"];
    let [mut alice1, mut alice2, mut alice3] = [&n1, &n2, &n3].map(|n| Api::of(n, "alice"));
    let [mut bob2, mut root2] = ["bob", "root"].map(|name| Api::of(&n2, name));
    for api in [&mut alice1, &mut alice2, &mut alice3] {
        knows(api, &names);
    }
    let first = alice1.call("1001");
    let second = alice2.call("1003");
    let of_bob = n1.client_of(&api::login("bob")).play("1003").call_id();
    let all = |ids: &[(&str, &str)]| -> BTreeSet<(String, String)> {
        let owned = ids.iter().map(|(id, node)| ((*id).into(), (*node).into()));
        owned.collect()
    };
    let own = all(&[(&first, "n1"), (&second, "n2")]);
    for api in [&mut alice1, &mut alice2, &mut alice3] {
        // A node that is too busy for an answer in time is silent, and so said.
        until("each lists the calls of all nodes", || {
            let list = api.get("calls?state=live");
            BTreeSet::from_iter(listed(&list)) == own && nodes(&list) == json!([names, [], []])
        });
    }
    until("bob sees his", || {
        listed(&bob2.get("calls")) == [(of_bob.clone(), "n1".into())]
    });
    let of_all = all(&[(&first, "n1"), (&second, "n2"), (&of_bob, "n1")]);
    until("root sees all", || {
        BTreeSet::from_iter(listed(&root2.get("calls"))) == of_all
    });

    // One call, as it is shown where it is.
    until("it is connected", || {
        alice1.get(&format!("calls/{first}"))["state"] == "connected"
    });
    let path = format!("calls/{first}");
    let without_duration = |mut call: Value| {
        call["duration"].take();
        call
    };
    let here = without_duration(alice1.get(&path));
    assert_eq!(here, without_duration(alice3.get(&path)));
    assert_eq!(here, without_duration(root2.get(&path)));
    assert_eq!(
        (&here["node"], &here["line"]),
        (&json!("n1"), &json!("n1 line"))
    );
    // Another user's call is no call.
    let no_call = |(status, said): (u16, Value)| {
        assert_eq!(
            (status, text(&said, "code").as_str()),
            (404, "no_such_call")
        );
    };
    let (status, said, _) = bob2.request(&format!("GET /api/v1/{path}"), &[], None);
    no_call((status, said));
    no_call(bob2.hang_up(&first));
    assert_eq!(alice1.get(&path)["state"], "connected");

    let (status, over) = alice3.hang_up(&first);
    assert_eq!(
        (status, &over["state"], &over["node"]),
        (200, &json!("over"), &json!("n1"))
    );
    assert_eq!(
        (&over["cause"], &over["ended_by"]),
        (&json!("normal"), &json!("client"))
    );
    assert_eq!(alice1.get(&path), over);
    // Once more, it is over as before.
    assert_eq!(alice3.hang_up(&first), (200, over));
    let (status, over) = root2.hang_up(&of_bob);
    assert_eq!((status, &over["ended_by"]), (200, &json!("administrator")));
    let ended = |by: &str| n1.metric(&format!("tapi3_calls_ended_total{{by=\"{by}\"}}"));
    assert_eq!((ended("client"), ended("administrator")), (1.0, 1.0));
    let over = alice3.get("calls?state=over");
    assert_eq!(listed(&over), [(first, "n1".into())]);
    assert_eq!(alice3.get("calls?state=over&limit=0")["calls"], json!([]));
    assert_eq!(
        root2.get("calls?state=over&limit=1")["calls"][0]["id"],
        of_bob
    );
    assert_eq!(
        listed(&root2.get("calls?state=live")),
        [(second, "n2".into())]
    );
}

#[test]
fn whoever_looks_on_hears_of_the_calls_of_all_nodes() {
    let Some(bus) = Bus::start() else { return };
    let [n1, n2] = ["n1", "n2"].map(|name| node(&bus, name, ""));
    let mut alice1 = Api::of(&n1, "alice");
    knows(&mut alice1, &["n1", "n2"]);
    let before = alice1.call("1001");
    let mut own = Events::of(&n2, "alice");
    let mut all = Events::of(&n2, "root");
    let mut bobs = Events::of(&n2, "bob");
    let far = own.until("1001", "connected");
    assert_eq!((&far["id"], &far["node"]), (&json!(before), &json!("n1")));
    assert_eq!(all.until("1001", "connected")["user"], "alice");
    // One that begins later knows it from its first word.
    let later = Events::of(&n2, "alice").news().1;
    assert_eq!(listed(&later), [(before.clone(), "n1".into())]);
    // It comes and goes over there.
    let id = alice1.call("1003");
    assert_eq!(own.until("1003", "ringing")["id"], id);
    assert_eq!(alice1.hang_up(&id).0, 200);
    let over = own.until("1003", "over");
    assert_eq!(
        (&over["id"], &over["ended_by"]),
        (&json!(id), &json!("client"))
    );
    assert_eq!(all.until("1003", "over")["cause"], "cancelled");
    // Here it is told at once, and elsewhere too.
    let here = Api::of(&n2, "bob").call("1003");
    let told = bobs.until("1003", "ringing");
    assert_eq!((&told["id"], &told["node"]), (&json!(here), &json!("n2")));
    assert_eq!(all.until("1003", "ringing")["id"], here);
    // Bob has not heard of any other.
    assert_eq!(Api::of(&n2, "bob").hang_up(&here).0, 200);
    let told = bobs.until("1003", "over");
    assert_eq!(told["id"], here);
    let mut fresh = Events::of(&n2, "bob");
    assert_eq!(listed(&fresh.news().1), [(here, "n2".into())]);
}

#[test]
fn bob_hears_nothing_of_alices_calls_elsewhere() {
    let Some(bus) = Bus::start() else { return };
    let [n1, n2] = ["n1", "n2"].map(|name| node(&bus, name, ""));
    let mut alice1 = Api::of(&n1, "alice");
    knows(&mut alice1, &["n1", "n2"]);
    let mut bobs = Events::of(&n2, "bob");
    assert_eq!(bobs.news().0, "snapshot");
    alice1.call("1001");
    let mut alices = Events::of(&n2, "alice");
    alices.until("1001", "connected");
    let id = Api::of(&n1, "bob").call("1003");
    loop {
        let (name, data) = bobs.news();
        assert_ne!(data["call"]["user"], "alice", "{data}");
        if name == "call" && data["call"]["id"] == id {
            break;
        }
    }
}

#[test]
fn the_calls_of_a_node_that_is_killed_are_gone() {
    let Some(bus) = Bus::start() else { return };
    let n1 = node(&bus, "n1", "");
    let n2 = node(&bus, "n2", "");
    let mut alice2 = Api::of(&n2, "alice");
    knows(&mut alice2, &["n1", "n2"]);
    let lost = Api::of(&n1, "alice").call("1001");
    let ended = Api::of(&n1, "alice").call("1002");
    let kept = alice2.call("1003");
    let mut stream = Events::of(&n2, "alice");
    stream.until("1001", "connected");
    drop(n1);
    let mut gone = BTreeSet::new();
    while gone.len() < 2 {
        let (name, data) = stream.next().expect("an event");
        if name == "gone" {
            gone.insert(text(&data, "id"));
        }
    }
    assert_eq!(gone, BTreeSet::from([lost.clone(), ended]));
    loop {
        let told = event(&mut stream, "nodes");
        if nodes(&told) == json!([["n2"], [], []]) {
            break;
        }
    }
    until("its calls are those of the node that is left", || {
        let list = alice2.get("calls");
        listed(&list) == [(kept.clone(), "n2".into())] && nodes(&list) == json!([["n2"], [], []])
    });
    for (status, said) in [alice2.hang_up(&lost), {
        let what = format!("GET /api/v1/calls/{lost}");
        let (status, said, _) = alice2.request(&what, &[], None);
        (status, said)
    }] {
        assert_eq!(
            (status, text(&said, "code").as_str()),
            (404, "no_such_call")
        );
    }
}

#[test]
fn a_node_that_stands_still_is_said_to_be_silent_and_holds_nothing_up() {
    let Some(bus) = Bus::start() else { return };
    let short = "[server.limits]\nanswer_timeout = \"1s\"\n";
    let n1 = of_lease(&bus, "n1", "60s", "");
    let users = user("alice", "dial = [\"*\"]\n");
    let n2 = leased(&bus, "n2", "60s", (9, &format!("{short}{users}")));
    let mut alice2 = Api::of(&n2, "alice");
    knows(&mut alice2, &["n1", "n2"]);
    let far = Api::of(&n1, "alice").call("1001");
    let mut stream = Events::of(&n2, "alice");
    stream.until("1001", "connected");
    n1.signal("STOP");
    loop {
        let told = event(&mut stream, "nodes");
        if told["silent"] == json!(["n1"]) {
            break;
        }
    }
    // What is here is told as ever.
    let near = alice2.call("1003");
    assert_eq!(stream.until("1003", "ringing")["id"], near);
    let list = alice2.get("calls");
    assert_eq!(nodes(&list), json!([["n2"], ["n1"], []]));
    assert_eq!(listed(&list), [(near, "n2".into())]);
    // Who comes now is shown what is known.
    let snapshot = Events::of(&n2, "alice").news().1;
    assert_eq!(snapshot["silent"], json!(["n1"]));
    assert!(listed(&snapshot).contains(&(far.clone(), "n1".into())));
    let (status, said) = alice2.hang_up(&far);
    assert_eq!((status, text(&said, "code").as_str()), (504, "node_silent"));
    n1.signal("CONT");
    loop {
        let told = event(&mut stream, "nodes");
        if nodes(&told) == json!([["n1", "n2"], [], []]) {
            break;
        }
    }
    // It may be that slow once more.
    until("it is hung up", || alice2.hang_up(&far).0 == 200);
}

#[test]
fn without_its_bus_a_node_shows_its_own_calls() {
    let Some(mut bus) = Bus::start() else { return };
    let [n1, n2] = ["n1", "n2"].map(|name| of_lease(&bus, name, "60s", ""));
    let mut alice2 = Api::of(&n2, "alice");
    knows(&mut alice2, &["n1", "n2"]);
    Api::of(&n1, "alice").call("1001");
    let near = alice2.call("1003");
    bus.end();
    until("the others are silent", || {
        nodes(&alice2.get("calls")) == json!([["n2"], ["n1"], []])
    });
    assert_eq!(listed(&alice2.get("calls")), [(near, "n2".into())]);
    bus.begin();
    until("they are back", || {
        alice2.get("calls")["calls"].as_array().unwrap().len() == 2
    });
}

#[test]
fn many_calls_come_whole() {
    let Some(bus) = Bus::start() else { return };
    let [n1, n2] = ["n1", "n2"].map(|name| node(&bus, name, ""));
    let [mut alice1, mut alice2] = [&n1, &n2].map(|n| Api::of(n, "alice"));
    knows(&mut alice2, &["n1", "n2"]);
    let ids: BTreeSet<String> = (0..300).map(|_| alice1.call("1003")).collect();
    until("they come whole", || {
        let list = alice2.get("calls?state=live");
        let shown: BTreeSet<String> = listed(&list).into_iter().map(|(id, _)| id).collect();
        shown == ids
    });
    let mut stream = Events::of(&n2, "alice");
    let mut told = BTreeSet::new();
    while told.len() < ids.len() {
        // In the first word, or in one of its own.
        let (name, data) = stream.next().expect("an event");
        for call in data["calls"].as_array().into_iter().flatten() {
            told.insert(text(call, "id"));
        }
        if name == "call" {
            told.insert(text(&data["call"], "id"));
        }
    }
    assert!(told == ids);
}

#[test]
fn whoever_looks_on_at_another_node_keeps_the_calls_that_they_placed_by_the_api() {
    let Some(bus) = Bus::start() else { return };
    let n1 = node(&bus, "n1", "orphan_after = \"4s\"");
    let n2 = node(&bus, "n2", "");
    let mut alice1 = Api::of(&n1, "alice");
    knows(&mut alice1, &["n1", "n2"]);
    let stream = Events::of(&n2, "alice");
    let kept = alice1.call("1001");
    // Over EWS; and Bob's, whom only the administrator looks at.
    let _watching = Events::of(&n2, "root");
    n1.client_of(&api::login("alice")).play("1012").call_id();
    Api::of(&n1, "bob").call("1003");
    let ended = || n1.metric("tapi3_calls_ended_total{by=\"orphan\"}");
    until("two are orphans", || ended() == 2.0);
    let mut root = Api::of(&n1, "root");
    assert_eq!(root.get(&format!("calls/{kept}"))["state"], "connected");
    drop(stream);
    until("so is the third", || ended() == 3.0);
}

#[test]
fn while_nobody_looks_on_nothing_is_asked() {
    let Some(bus) = Bus::start() else { return };
    let [n1, n2] = ["n1", "n2"].map(|name| node(&bus, name, ""));
    knows(&mut Api::of(&n2, "alice"), &["n1", "n2"]);
    let mut stranger = Stranger::come(&bus);
    stranger.listen("tapi3.calls.>");
    stranger.settle();
    let (sender, heard) = channel();
    std::thread::spawn(move || {
        loop {
            if sender.send(stranger.hear().0).is_err() {
                return;
            }
        }
    });
    let streams = [(); 5].map(|()| {
        let mut stream = Events::of(&n2, "alice");
        assert_eq!(stream.news().0, "snapshot");
        stream
    });
    // One asks for all five, once a second; each for itself would have asked sooner.
    while heard.try_recv().is_ok() {}
    let begun = Instant::now();
    for _ in 0..8 {
        while heard.recv_timeout(DEADLINE).unwrap() != "tapi3.calls.ask.n1" {}
    }
    assert!(begun.elapsed() >= Duration::from_secs(3));
    drop(streams);
    until("nothing is asked any more", || {
        heard.recv_timeout(Duration::from_secs(3)).is_err()
    });
    drop(n1);
}
