//! Lines that are configured in the bus: nodes share them out, and one that is gone, stands still or
//! is stopped has its lines taken over. Nodes, a nats-server and programs are processes of their own.
#![cfg(feature = "cluster")]

#[path = "support/answering.rs"]
mod answering;
#[path = "support/certificates.rs"]
#[allow(dead_code, reason = "lines use the rest of it")]
mod certificates;
#[path = "support/cluster.rs"]
mod cluster;
#[path = "support/shared_lines.rs"]
mod shared_lines;

use answering::Answering;
use certificates::Certificates;
use cluster::{
    Bus, HASH, Node, Program, SECRET, Stranger, all_lines, child, until, waiting::free_port,
};
use shared_lines::{
    Registrar, Relay, command, import, lines, owners, said, shares, sip_line, try_to_import,
    until_fair,
};
use std::collections::BTreeMap;
use std::time::Duration;
use tapi3::engine::{Call, Cause, DropReason, ErrorKind, State};

#[test]
fn a_node_that_stops_does_not_warn_of_its_bus() {
    let Some(bus) = Bus::with_store() else { return };
    let mut node = Node::run(&format!(
        "[cluster]\n{}name = \"n1\"\nweight = 1\nlines_secret = \"{SECRET}\"\n\
         calls_secret = \"{SECRET}\"\nuser = \"alice\"\nsecret = \"{SECRET}\"\n\
         [[line]]\nname = \"own\"\nprovider = \"sim\"\naddress = \"2001\"\n\
         [[line]]\nprovider = \"remote\"\nlines = \"all\"\n\
         [server]\nlisten = \"127.0.0.1:0\"\nany_item = true\n\
         [[server.user]]\nname = \"demo\"\ndial = [\"*\"]\npassword_hash = \"{HASH}\"\n",
        bus.access("n1"),
    ));
    // By each of its connections: for lines of others, for its own, for those of the bus, for calls.
    (0..4).for_each(|_| drop(node.says("the bus is reached")));
    node.signal("TERM");
    assert!(node.wait().success());
    let log = node.rest_of_log();
    let warns = |line: &String| line.contains(" WARN ") && line.contains("the bus");
    assert!(!log.iter().any(warns), "{log:?}");
}

#[test]
fn lines_of_a_node_that_is_killed_come_up_on_others_and_its_calls_have_failed() {
    let Some(bus) = Bus::with_store() else { return };
    import(&bus, &lines(6), &[]);
    let mut nodes = ["n1", "n2", "n3"].map(|name| Node::taking(&bus, name));
    until_fair(&bus, 6, &["n1", "n2", "n3"]);
    let program = Program::start(&bus, "alice");
    let owners = owners(&bus);
    let (lost, _) = owners.iter().find(|(_, node)| *node == "n1").unwrap();
    let call = program.connected(lost, "1001");
    nodes[0].kill();
    let last = program.states_of(&call).pop();
    assert_eq!(last, Some((State::Disconnected, Cause::Failed)));
    assert_eq!(
        shares(&bus, 6, &["n2", "n3"]),
        BTreeMap::from([("n2".to_owned(), 3), ("n3".to_owned(), 3)])
    );
    // It takes calls again, and says where it is.
    let call = program.connected(lost, "1001");
    let owner = format!("@{}", self::owners(&bus)[lost]);
    let line = call.call.line();
    assert!(line.with_provider_name(|name| name.ends_with(&owner)));
    call.disconnect(DropReason::Normal).unwrap();
}

#[test]
fn nodes_and_lines_come_and_go_without_a_restart() {
    let Some(bus) = Bus::with_store() else { return };
    let first = Node::taking(&bus, "n1");
    assert_eq!(
        import(&bus, &lines(4), &["--dry-run"])
            .matches("new")
            .count(),
        4
    );
    assert_eq!(owners(&bus).len(), 0);
    import(&bus, &lines(4), &[]);
    shares(&bus, 4, &["n1"]);
    // Another node has its share, without a call ending.
    let program = Program::start(&bus, "alice");
    let call = program.connected("L1", "1001");
    let mut second = Node::taking(&bus, "n2");
    until_fair(&bus, 4, &["n1", "n2"]);
    assert_eq!(owners(&bus)["L1"], "n1");
    assert_eq!(call.call.state(), State::Connected);
    // Those that have moved are called what they were.
    until("the program has them all", || {
        let names = program.names();
        names == ["L1", "L2", "L3", "L4", "n1 own", "n2 own"]
    });
    call.disconnect(DropReason::Normal).unwrap();
    // A line.
    let said = import(&bus, &lines(5), &[]);
    assert_eq!(
        (said.matches("same").count(), said.matches("new").count()),
        (4, 1)
    );
    shares(&bus, 5, &["n1", "n2"]);
    program.line("L5");
    let removed = command(&bus, &["cluster", "remove", "L5"]);
    assert!(removed.status.success());
    assert!(!command(&bus, &["cluster", "remove", "L5"]).status.success());
    until("the line is gone", || {
        !program.names().contains(&"L5".to_owned())
    });
    // A node that stops hands its lines over.
    second.signal("TERM");
    assert!(second.wait().success());
    shares(&bus, 4, &["n1"]);
    drop(first);
}

#[test]
fn the_bus_restarts_and_loses_its_store() {
    let Some(mut bus) = Bus::with_store() else {
        return;
    };
    import(&bus, &lines(4), &[]);
    let _nodes = ["n1", "n2"].map(|name| Node::taking(&bus, name));
    until_fair(&bus, 4, &["n1", "n2"]);
    bus.end();
    bus.begin();
    shares(&bus, 4, &["n1", "n2"]);
    bus.end();
    bus.lose_store();
    bus.begin();
    // The nodes write down again what they know.
    shares(&bus, 4, &["n1", "n2"]);
    let program = Program::start(&bus, "alice");
    for line in ["L1", "L2", "L3", "L4"] {
        let call = program.connected(line, "1001");
        call.disconnect(DropReason::Normal).unwrap();
    }
}

/// The bus goes on meanwhile, so nothing breaks that one would see.
#[test]
fn somebody_takes_the_store_away_and_the_nodes_write_it_again() {
    let Some(bus) = Bus::with_store() else { return };
    import(&bus, &lines(2), &[]);
    let _node = Node::taking(&bus, "n1");
    shares(&bus, 2, &["n1"]);
    let mut stranger = Stranger::come(&bus);
    stranger.listen("_INBOX.gone");
    // With where to answer.
    stranger.say("$JS.API.STREAM.DELETE.KV_tapi3_lines _INBOX.gone", b"");
    let (_, answer) = stranger.hear();
    let answer = String::from_utf8(answer).unwrap();
    assert!(answer.contains("\"success\":true"), "{answer}");
    shares(&bus, 2, &["n1"]);
}

#[test]
fn three_servers_lose_one_after_the_other_and_the_pool_goes_on() {
    let Some(mut buses) = Bus::three() else {
        return;
    };
    // Each is lost, the leader of the store among them: the others agree on another within seconds.
    let lease = "40s";
    until("the servers have found each other", || {
        command(&buses[0], &["cluster", "lines"]).status.success()
    });
    import(&buses[0], &lines(4), &["--copies", "3"]);
    let _nodes = ["n1", "n2"].map(|name| Node::taking_for(&buses[0], name, lease));
    until_fair(&buses[0], 4, &["n1", "n2"]);
    let before = owners(&buses[0]);
    let program = Program::with(&all_lines(&buses[0], "alice").replace("2s", lease));
    let calls = ["L1", "L2", "L3", "L4"].map(|line| program.connected(line, "1001"));
    for i in 0..3 {
        buses[i].end();
        let other = &buses[(i + 1) % 3];
        // Something is written while it is away, and is there when it is back.
        until("the store has a leader", || {
            let more = lines(5 + u32::try_from(i).unwrap());
            try_to_import(other, &more)
        });
        buses[i].begin();
        until("it is one of three again", || {
            owners(&buses[i]).len() == 5 + i && owners(&buses[i]).values().all(|node| node != "-")
        });
        // Each node says once more that it lives before the next is lost.
        std::thread::sleep(Duration::from_secs(14));
    }
    for (call, line) in calls.iter().zip(["L1", "L2", "L3", "L4"]) {
        if call.call.state() == State::Connected {
            assert_eq!(owners(&buses[0])[line], before[line]);
            call.disconnect(DropReason::Normal).unwrap();
            continue;
        }
        // The others took longer than the lease allows, as they may on a busy machine: then the call
        // is over for its holder, and the line takes calls again.
        assert_eq!(call.call.state(), State::Disconnected);
        let another = program.connected(line, "1001");
        another.disconnect(DropReason::Normal).unwrap();
    }
}

#[test]
fn a_registrar_sees_one_node_at_a_time_whatever_stands_still() {
    let Some(bus) = Bus::with_store() else { return };
    let registrar = Registrar::start();
    import(&bus, &sip_line("S", &registrar), &[]);
    let nodes = ["n1", "n2"].map(|name| Node::taking(&bus, name));
    for _ in 0..3 {
        until("the line is registered", || registrar.last().is_some());
        let before = registrar.last();
        shares(&bus, 1, &["n1", "n2"]);
        let owner = owners(&bus)["S"].clone();
        let owner = &nodes[usize::from(owner == "n2")];
        owner.signal("STOP");
        until("another has it", || registrar.last() != before);
        owner.signal("CONT");
        owner.says("is lost");
        // Several refreshes.
        let heard = registrar.heard.lock().unwrap().len();
        until("it is refreshed", || {
            registrar.heard.lock().unwrap().len() > heard + 3
        });
        std::thread::sleep(Duration::from_millis(100));
        assert!(registrar.one_at_a_time(), "{:?}", registrar.heard);
    }
}

#[test]
fn far_ends_hear_that_the_calls_of_a_node_are_over_that_stood_still() {
    let Some(bus) = Bus::with_store() else { return };
    let (registrar, far) = (
        Registrar::start(),
        Answering::at("127.0.0.1", free_port(), ""),
    );
    import(&bus, &sip_line("S", &registrar), &[]);
    let nodes = ["n1", "n2"].map(|name| Node::taking(&bus, name));
    let program = Program::start(&bus, "alice");
    let call = program.connected("S", &format!("sip:bob@127.0.0.1:{}", far.port));
    let owner = owners(&bus)["S"].clone();
    let before = registrar.last();
    let owner = &nodes[usize::from(owner == "n2")];
    owner.signal("STOP");
    until("another has it", || registrar.last() != before);
    let last = program.states_of(&call).pop();
    assert_eq!(last, Some((State::Disconnected, Cause::Failed)));
    assert_eq!(far.up(), 1);
    owner.signal("CONT");
    until("the far end's call is over", || far.up() == 0);
    assert!(registrar.one_at_a_time(), "{:?}", registrar.heard);
}

#[test]
fn a_node_that_drains_hands_its_lines_on_and_its_calls_end_where_they_are() {
    let Some(bus) = Bus::with_store() else { return };
    import(&bus, &lines(4), &[]);
    let mut first = Node::taking(&bus, "n1");
    let second = Node::taking(&bus, "n2");
    until_fair(&bus, 4, &["n1", "n2"]);
    let program = Program::start(&bus, "alice");
    let owners_now = owners(&bus);
    let (name, _) = owners_now.iter().find(|(_, node)| *node == "n1").unwrap();
    let call = program.connected(name, "1001");
    assert!(!command(&bus, &["cluster", "drain", "n3"]).status.success());
    let told = said(&bus, &["cluster", "drain", "n1", "--no-wait"]);
    assert_eq!(told, "n1 hands its lines on\n");
    until("all but one have gone", || {
        owners(&bus).values().filter(|node| *node == "n2").count() == 3
    });
    assert_eq!(owners(&bus)[name], "n1");
    let nodes = said(&bus, &["cluster", "nodes"]);
    let row = nodes.lines().find(|row| row.starts_with("n1")).unwrap();
    let row: Vec<&str> = row.split_ascii_whitespace().collect();
    assert_eq!(row, ["n1", "1", "1", "draining"], "{nodes}");
    // It takes no more calls.
    let line = call.call.line().clone();
    until("no call begins there", || !line.in_service());
    let another = Call::outgoing(&program.client, &line, "1001".to_owned(), 8, 1).unwrap();
    another.attach().unwrap();
    let refused = another.connect(true).unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::OutOfService);
    assert_eq!(call.call.state(), State::Connected);
    let waited = std::thread::scope(|scope| {
        let waiting = scope.spawn(|| said(&bus, &["cluster", "drain", "n1"]));
        call.disconnect(DropReason::Normal).unwrap();
        waiting.join().unwrap()
    });
    assert!(waited.ends_with("n1 has no lines of the bus\n"), "{waited}");
    assert_eq!(shares(&bus, 4, &["n2"])["n2"], 4);
    program.sees(name, "n2");
    let call = program.connected(name, "1001");
    call.disconnect(DropReason::Normal).unwrap();
    // It was not meant.
    said(&bus, &["cluster", "drain", "n1", "--undo"]);
    until_fair(&bus, 4, &["n1", "n2"]);
    // The next process of that name is not meant.
    said(&bus, &["cluster", "drain", "n1"]);
    first.kill();
    let _first = Node::taking(&bus, "n1");
    until_fair(&bus, 4, &["n1", "n2"]);
    drop(second);
}

#[test]
fn nobody_waits_for_a_node_that_was_killed_where_no_other_is_there_to_notice() {
    let Some(bus) = Bus::with_store() else { return };
    import(&bus, &lines(1), &[]);
    let mut only = Node::taking(&bus, "n1");
    until_fair(&bus, 1, &["n1"]);
    only.kill();
    let waited = command(&bus, &["cluster", "drain", "n1"]);
    let complaint = String::from_utf8_lossy(&waited.stderr);
    assert!(!waited.status.success(), "{complaint}");
    assert!(
        complaint.contains("does not say any more that it lives"),
        "{complaint}"
    );
}

#[test]
fn a_node_that_the_bus_does_not_reach_stops_before_another_begins_and_comes_back() {
    let cuts: [fn(&Relay); 2] = [Relay::cut, Relay::deafen];
    for cut in cuts {
        let Some(bus) = Bus::with_store() else { return };
        let (registrar, relay) = (Registrar::start(), Relay::to(&bus));
        import(&bus, &sip_line("S", &registrar), &[]);
        let apart = Node::taking_through(&bus, relay.port, "n1");
        shares(&bus, 1, &["n1"]);
        until("the line is registered", || registrar.last().is_some());
        let before = registrar.last();
        let other = Node::taking(&bus, "n2");
        other.says("the lines of the bus are known");
        cut(&relay);
        apart.says("is lost, and its calls are over");
        until("another has it", || registrar.last() != before);
        // Each takes back its registration, which goes to another machine, before the next begins.
        assert!(registrar.one_at_a_time(), "{:?}", registrar.heard);
        assert!(registrar.each_takes_leave(), "{:?}", registrar.heard);
        assert_eq!(shares(&bus, 1, &["n2"])["n2"], 1);
        relay.heal();
        apart.says("the lines of the bus are known");
        import(&bus, &lines(3), &[]);
        until_fair(&bus, 4, &["n1", "n2"]);
        assert!(registrar.one_at_a_time(), "{:?}", registrar.heard);
    }
}

/// The server's configuration is that of docs/cluster.md: its permissions are enough, and what they lack
/// at first works once they are set right.
#[test]
fn the_server_that_is_documented_keeps_lines() {
    let certificates = Certificates::new();
    let Some(bus) = Bus::documented(|name| certificates.path(name)) else {
        return;
    };
    import(&bus, &lines(3), &[]);
    let inbox = "\"tapi3.to.endpoints.>\", \"_INBOX.>\"";
    bus.reconfigure(|text| text.replace(inbox, "\"tapi3.to.endpoints.>\""));
    let node = Node::taking(&bus, "node1");
    node.says("the permissions of our login lack to subscribe to _INBOX.");
    bus.reconfigure(|text| text.replace("\"tapi3.to.endpoints.>\"", inbox));
    shares(&bus, 3, &["node1"]);
    let program = Program::start(&bus, "alice");
    let call = program.connected("L1", "1001");
    call.disconnect(DropReason::Normal).unwrap();
}

/// The server asks whoever reads very much at once, or a little for a long time, to say that it has come
/// so far, and stops telling if nobody does.
#[test]
fn the_server_that_is_documented_tells_of_thousands_of_lines() {
    let certificates = Certificates::new();
    let Some(bus) = Bus::documented(|name| certificates.path(name)) else {
        return;
    };
    let long = "a-line-of-a-large-company-".repeat(4);
    let lines = (0..3_500).map(|i| shared_lines::line(&format!("{long}{i}"), 10_000 + i));
    import(&bus, &lines.collect::<String>(), &[]);
    assert_eq!(owners(&bus).len(), 3_500);
    let log = bus.log();
    assert!(!log.contains("Violation"), "{log}");
}
