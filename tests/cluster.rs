//! Lines that several machines share: nodes, a nats-server and programs as processes of their own.
//! Without a nats-server the tests say so and end, unless `TAPI3_REQUIRE_TOOLS` is set, as it is in
//! CI; `scripts/setup` installs one.
#![cfg(feature = "cluster")]

#[path = "support/certificates.rs"]
#[allow(dead_code, reason = "lines use the rest of it")]
mod certificates;
#[path = "support/cluster.rs"]
mod cluster;
#[path = "support/compiler.rs"]
mod compiler;
#[path = "support/talking.rs"]
mod talking;

use certificates::Certificates;
use cluster::{Bus, Node, Program, all_lines, child, file_for, until, with_file};
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};
use talking::Pair;
use tapi3::engine::{Cause, Disconnected, DropReason, ErrorKind, State};

#[test]
fn a_python_program_calls_on_a_line_of_another_machine() {
    let Some(bus) = Bus::start() else { return };
    let _nodes = [Node::start(&bus, "n1"), Node::start(&bus, "n2")];
    let file = file_for(&bus, "alice");
    for line in ["n1 a", "n2 b"] {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let output = with_file(child::python(), &file)
            .arg(root.join("python/examples/hangup.py"))
            .args(["--line", line, "1001"])
            .env("PYTHONPATH", root.join("python"))
            .env("TAPI3_LIBRARY", compiler::library())
            .output()
            .unwrap();
        let text = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{output:?}");
        let events: Vec<&str> = text.lines().filter(|l| l.starts_with("event")).collect();
        let expected = [
            "event: in progress",
            "event: connected",
            "event: disconnected (normal)",
        ];
        assert_eq!(events, expected);
    }
}

#[test]
fn the_pool_has_the_lines_of_every_node_that_the_user_may_use() {
    let Some(bus) = Bus::start() else { return };
    let _first = Node::start(&bus, "n1");
    let alice = Program::start(&bus, "alice");
    until("its lines are there", || alice.names() == ["n1 a", "n1 b"]);
    // A node that comes later needs no restart of anything.
    let _second = Node::start(&bus, "n2");
    until("its lines are there", || {
        alice.names() == ["n1 a", "n1 b", "n2 a", "n2 b"]
    });
    let bob = Program::start(&bus, "bob");
    until("bob has his", || bob.names() == ["n1 b", "n2 b"]);
    let file = file_for(&bus, "alice");
    until("the command shows them with their nodes", || {
        let output = with_file(child::command(env!("CARGO_BIN_EXE_tapi3")), &file)
            .arg("lines")
            .output()
            .unwrap();
        let text = String::from_utf8_lossy(&output.stdout);
        text.contains("@n1") && text.contains("@n2")
    });
}

#[test]
fn the_command_shows_the_calls_of_the_whole_pool() {
    let Some(bus) = Bus::start() else { return };
    let _nodes = [Node::start(&bus, "n1"), Node::start(&bus, "n2")];
    let program = Program::start(&bus, "alice");
    let _first = program.connected("n1 a", "1001");
    let _second = program.connected("n2 b", "1001");
    let shown = |user: &str| {
        let file = file_for(&bus, user);
        let output = with_file(child::command(env!("CARGO_BIN_EXE_tapi3")), &file)
            .args(["calls", "--live"])
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
        let text = String::from_utf8(output.stdout).unwrap();
        let rows = text.lines().skip(1);
        let words = rows.map(|row| row.split_ascii_whitespace().collect::<Vec<_>>().join(" "));
        words.collect::<Vec<_>>()
    };
    let first = "n1 n1 a connected to 1001";
    let second = "n2 n2 b connected to 1001";
    // A node that does not answer at once is not waited for.
    until("alice sees both", || shown("alice") == [first, second]);
    until("bob sees his", || shown("bob") == [second]);
}

#[test]
fn a_line_by_name_is_found_on_its_node() {
    let Some(bus) = Bus::start() else { return };
    let _nodes = [Node::start(&bus, "n1"), Node::start(&bus, "n2")];
    let text = all_lines(&bus, "alice");
    let text = text.replace("lines = \"all\"", "name = \"n2 b\"\nnode = \"n2\"");
    let program = Program::with(&text);
    assert_eq!(program.names(), ["n2 b"]);
    program
        .connected("n2 b", "1001")
        .disconnect(DropReason::Normal)
        .unwrap();
}

#[test]
fn states_and_causes_are_those_of_the_line() {
    let Some(bus) = Bus::start() else { return };
    let _node = Node::start(&bus, "n1");
    let program = Program::start(&bus, "alice");
    // Busy.
    let busy = program.call("n1 a", "1002");
    assert_eq!(
        busy.connect(true).unwrap_err().kind(),
        ErrorKind::DestinationBusy
    );
    let states = program.states_of(&busy);
    assert_eq!(states.last(), Some(&(State::Disconnected, Cause::Busy)));
    // Held, taken back, and ended; a second time there is nothing more to end.
    let call = program.connected("n1 a", "1001");
    call.hold().unwrap();
    assert_eq!(call.call.state(), State::Hold);
    call.unhold().unwrap();
    assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
    assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
    let states: Vec<State> = program.states_of(&call).iter().map(|s| s.0).collect();
    use State::{Connected, Disconnected as Over, Hold, InProgress};
    assert_eq!(states, [InProgress, Connected, Hold, Connected, Over]);
    // One that was never placed.
    let idle = program.call("n1 a", "1001");
    assert_eq!(
        idle.disconnect(DropReason::Normal),
        Ok(Disconnected::Nothing)
    );
    // Sent elsewhere.
    let call = program.connected("n1 a", "1001");
    call.blind_transfer("1003").unwrap();
    assert_eq!(call.call.state(), State::Disconnected);
}

#[test]
fn two_calls_change_places_and_digits_are_dialled_piece_by_piece() {
    let Some(bus) = Bus::start() else { return };
    let _node = Node::start(&bus, "n1");
    let program = Program::start(&bus, "alice");
    let first = program.connected("n1 a", "1001");
    first.hold().unwrap();
    let second = program.connected("n1 a", "1001");
    second.swap(&first).unwrap();
    assert_eq!(first.call.state(), State::Connected);
    assert_eq!(second.call.state(), State::Hold);
    first.swap(&second).unwrap();
    assert_eq!(first.call.state(), State::Hold);
    assert_eq!(
        second.disconnect(DropReason::Normal),
        Ok(Disconnected::Over)
    );
    first.unhold().unwrap();
    assert_eq!(first.call.state(), State::Connected);
    let call = program.call("n1 a", "10;");
    first.hold().unwrap();
    call.connect(false).unwrap();
    call.dial("0;").unwrap();
    assert_eq!(call.call.state(), State::InProgress);
    let wrong = call.dial("x").unwrap_err();
    assert_eq!(wrong.kind(), ErrorKind::InvalidDigits);
    call.dial("1").unwrap();
    until("it is answered", || call.call.state() == State::Connected);
}

#[test]
fn a_call_comes_in_on_a_line_of_another_machine() {
    let Some(pair) = Pair::start() else { return };
    let (caller, called) = (&pair.alice, &pair.bob);
    let (call, offered) = pair.ring();
    assert_eq!(offered.call.state(), State::Offering);
    offered.answer().unwrap();
    until("it is connected", || call.call.state() == State::Connected);
    // Whoever hangs up, the other is told, once.
    offered.disconnect(DropReason::Normal).unwrap();
    let states = caller.states_of(&call);
    assert_eq!(states.last().unwrap().0, State::Disconnected);
    assert_eq!(
        called.states_of(&offered).last().unwrap().0,
        State::Disconnected
    );
    // Refused.
    let (call, offered) = pair.ring();
    offered.disconnect(DropReason::Rejected).unwrap();
    let states = caller.states_of(&call);
    assert_eq!(states.last(), Some(&(State::Disconnected, Cause::Rejected)));
}

/// What rings is told with the opening of the session, before anybody knows which lines there are.
#[test]
fn a_program_that_comes_while_a_call_rings_has_the_call() {
    let Some(bus) = Bus::start() else { return };
    let _node = Node::start(&bus, "n1");
    let caller = Program::start(&bus, "alice");
    let call = caller.call("n1 a", "2002");
    call.connect(false).unwrap();
    until("it rings", || call.call.state() == State::InProgress);
    let late = Program::start(&bus, "bob");
    let ringing = || {
        let calls = late.system.engine().calls().unwrap();
        let mut ringing = calls.into_iter().filter(|c| c.state() == State::Offering);
        ringing.next()
    };
    until("the call is there", || ringing().is_some());
    let offered = ringing().unwrap();
    assert_eq!(offered.line().info().name, "n1 b");
    assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
    until("it is over there, too", || {
        offered.state() == State::Disconnected
    });
}

#[test]
fn two_nodes_of_one_name_are_told_so() {
    let Some(bus) = Bus::start() else { return };
    let _first = Node::start(&bus, "n1");
    let second = Node::start(&bus, "n1");
    second.says("another node seems to have this one's name");
}

#[test]
fn two_programs_hang_up_one_call() {
    let Some(bus) = Bus::start() else { return };
    let _node = Node::start(&bus, "n1");
    let caller = Program::start(&bus, "alice");
    let both = [Program::start(&bus, "bob"), Program::start(&bus, "bob")];
    both.iter().for_each(|program| program.register("n1 b"));
    let call = caller.call("n1 a", "2002");
    call.connect(false).unwrap();
    let [first, second] = [both[0].offered(), both[1].offered()];
    first.answer().unwrap();
    until("both see it", || second.call.state() == State::Connected);
    std::thread::scope(|scope| {
        let ends = [&first, &second].map(|call| {
            scope.spawn(|| assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over)))
        });
        ends.into_iter().for_each(|end| end.join().unwrap());
    });
    for (program, call) in [(&caller, &call), (&both[0], &first), (&both[1], &second)] {
        let states = program.states_of(call);
        let last = states.last();
        assert_eq!(last, Some(&(State::Disconnected, Cause::Normal)));
    }
}

#[test]
fn the_calls_of_a_killed_node_are_over_and_its_next_life_has_its_lines() {
    let Some(bus) = Bus::start() else { return };
    let mut node = Node::start(&bus, "n1");
    let program = Program::start(&bus, "alice");
    let calls: Vec<_> = (0..100).map(|_| program.call("n1 a", "1001")).collect();
    for call in &calls {
        call.connect(true).unwrap();
    }
    node.kill();
    // Whoever hangs up just then waits no longer than the lease.
    let end = calls[0].disconnect(DropReason::Normal);
    assert_eq!(end, Ok(Disconnected::Over));
    for call in &calls {
        until("it is over", || call.call.state() == State::Disconnected);
    }
    assert_eq!(calls[1].call.cause(), Cause::Failed);
    let states = program.states_of(&calls[99]);
    assert_eq!(states.last(), Some(&(State::Disconnected, Cause::Failed)));
    let lines = program.system.engine().lines().unwrap();
    until("its lines are out of service", || {
        lines.iter().all(|line| !line.in_service())
    });
    let _next = Node::start(&bus, "n1");
    program
        .connected("n1 a", "1001")
        .disconnect(DropReason::Normal)
        .unwrap();
}

#[test]
fn a_node_that_is_stopped_for_longer_than_its_lease_keeps_no_call() {
    let Some(bus) = Bus::start() else { return };
    let node = Node::start(&bus, "n1");
    let program = Program::start(&bus, "alice");
    let call = program.connected("n1 a", "1001");
    node.signal("STOP");
    until("it is over here", || {
        call.call.state() == State::Disconnected
    });
    assert_eq!(call.call.cause(), Cause::Failed);
    node.signal("CONT");
    // The call that nobody has any more ends there, too.
    node.says("a client is gone, and its calls are ended");
    program
        .connected("n1 a", "1001")
        .disconnect(DropReason::Normal)
        .unwrap();
}

#[test]
fn calls_outlive_the_bus_and_a_hang_up_meanwhile_counts_when_it_is_back() {
    let Some(mut bus) = Bus::start() else { return };
    let _node = Node::start(&bus, "n1");
    let text = all_lines(&bus, "alice").replace("\"30s\"", "\"3s\"");
    let program = Program::with(&text);
    let (kept, ended) = (
        program.connected("n1 a", "1001"),
        program.connected("n1 b", "1001"),
    );
    bus.end();
    // For longer than the lease.
    let begun = Instant::now();
    let error = ended.disconnect(DropReason::Normal).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert_eq!(ended.call.state(), State::Connected);
    let line = kept.call.line().clone();
    until("no new calls are begun", || !line.in_service());
    assert!(begun.elapsed() >= Duration::from_secs(2));
    bus.begin();
    until("the late answer counts", || {
        ended.call.state() == State::Disconnected
    });
    until("the line is back", || line.in_service());
    assert_eq!(kept.call.state(), State::Connected);
    assert_eq!(kept.disconnect(DropReason::Normal), Ok(Disconnected::Over));
    let states = program.states_of(&kept);
    assert_eq!(states.last(), Some(&(State::Disconnected, Cause::Normal)));
}

/// Nobody can tell a bus that says nothing from one that is away, and it may be a while until it is
/// noticed: it must be before a node is taken for gone.
#[test]
fn calls_outlive_a_bus_that_stands_still() {
    let Some(bus) = Bus::start() else { return };
    let _node = Node::start(&bus, "n1");
    let program = Program::start(&bus, "alice");
    let call = program.connected("n1 a", "1001");
    bus.signal("STOP");
    std::thread::sleep(Duration::from_secs(5));
    bus.signal("CONT");
    program.line("n1 a");
    assert_eq!(call.call.state(), State::Connected);
    assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
    let states = program.states_of(&call);
    assert_eq!(states.last(), Some(&(State::Disconnected, Cause::Normal)));
}

#[test]
fn what_happened_while_the_bus_was_away_is_told_when_it_is_back() {
    let Some(mut bus) = Bus::start() else { return };
    let _node = Node::with(
        &bus,
        "n1",
        "[[simulation.extension]]\nnumber = \"5000\"\nbehaviour = \"answer\"\n\
         hang_up_after = \"3s\"\n",
    );
    let program = Program::start(&bus, "alice");
    let call = program.connected("n1 a", "5000");
    bus.end();
    std::thread::sleep(Duration::from_secs(4));
    assert_eq!(call.call.state(), State::Connected);
    bus.begin();
    let states = program.states_of(&call);
    assert_eq!(states.last(), Some(&(State::Disconnected, Cause::Normal)));
}

#[test]
fn the_calls_of_a_killed_client_are_ended() {
    let Some(bus) = Bus::start() else { return };
    let node = Node::start(&bus, "n1");
    let called = Program::start(&bus, "bob");
    called.register("n1 b");
    let file = file_for(&bus, "alice");
    let mut client = with_file(child::command(env!("CARGO_BIN_EXE_tapi3")), &file)
        .args(["call", "--line", "n1 a", "2002"])
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let offered = called.offered();
    offered.answer().unwrap();
    client.kill().unwrap();
    client.wait().unwrap();
    assert_eq!(
        called.states_of(&offered).last().unwrap().0,
        State::Disconnected
    );
    node.says("a client is gone, and its calls are ended");
}

/// Its lease is longer than the test waits.
#[test]
fn a_node_that_stops_says_so_and_ends_its_calls() {
    let Some(bus) = Bus::start() else { return };
    let mut node = Node::leased(&bus, "n1", "10m", "");
    let program = Program::start(&bus, "alice");
    let call = program.connected("n1 a", "1001");
    node.signal("TERM");
    let states = program.states_of(&call);
    assert_eq!(states.last().unwrap().0, State::Disconnected);
    assert!(node.wait().success());
}

/// The server's configuration is that of docs/cluster.md.
#[test]
fn the_bus_may_have_tls_and_permissions() {
    let certificates = Certificates::new();
    let Some(bus) = Bus::documented(|name| certificates.path(name)) else {
        return;
    };
    let _node = Node::start(&bus, "node1");
    let program = Program::start(&bus, "alice");
    let called = Program::start(&bus, "alice");
    called.register("node1 b");
    let call = program.call("node1 a", "2002");
    call.connect(false).unwrap();
    called.offered().answer().unwrap();
    until("it is connected", || call.call.state() == State::Connected);
    assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
    // A server whose certificate nobody vouches for is not spoken to.
    let text = all_lines(&bus, "alice").replace("ca_file", "# ");
    let source = tapi3::config::Source::text(&text);
    let configuration = tapi3::config::Configuration::read(&source).unwrap();
    let error = tapi3::system::System::new(configuration).unwrap_err();
    assert!(error.message().contains("tls://127.0.0.1"), "{error}");
}

#[test]
fn a_node_is_there_before_its_bus_and_has_many_lines() {
    let Some(mut bus) = Bus::start() else { return };
    bus.end();
    let line = |number: usize| {
        format!(
            "[[line]]\nname = \"n1 {number:03}\"\nprovider = \"sim\"\naddress = \"9{number:03}\"\n"
        )
    };
    let many: String = (0..100).map(line).collect();
    let _node = Node::with(&bus, "n1", &many);
    bus.begin();
    let program = Program::start(&bus, "alice");
    until("all lines are there", || program.names().len() == 102);
    let call = program.call("n1 099", "1003");
    call.connect(false).unwrap();
    until("it rings", || call.call.state() == State::InProgress);
    assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
    let states = program.states_of(&call);
    assert_eq!(
        states.last(),
        Some(&(State::Disconnected, Cause::Cancelled))
    );
}

#[test]
fn a_program_without_a_bus_is_told_so() {
    let text = "[cluster]\nurl = \"nats://127.0.0.1:1\"\nuser = \"alice\"\n\
                secret = \"0123456789abcdef\"\n[[line]]\nprovider = \"remote\"\nlines = \"all\"\n";
    let configuration = tapi3::config::Source::text(text);
    let configuration = tapi3::config::Configuration::read(&configuration).unwrap();
    let error = tapi3::system::System::new(configuration).unwrap_err();
    assert!(error.message().contains("nats://127.0.0.1:1"), "{error}");
}
