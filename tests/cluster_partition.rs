//! A partition between two nodes: machines of their own, as network namespaces, of which one loses the
//! bus and keeps its telephones. Root may make such; others leave this out.
#![cfg(feature = "cluster")]

#[path = "support/answering.rs"]
mod answering;
#[path = "support/cluster.rs"]
mod cluster;
#[path = "support/endings.rs"]
mod endings;
#[path = "support/networks.rs"]
mod networks;
#[path = "support/shared_lines.rs"]
mod shared_lines;

use answering::Answering;
use cluster::{Bus, Node, Program, child, file_for, until, with_file};
use endings::each_is_over_once;
use networks::{Networks, on_bus, on_telephones};
use shared_lines::{Registrar, import, lines, shares, until_fair};
use tapi3::engine::{Cause, DropReason, State};

/// The machines: two nodes, and everything else.
const FIRST: u8 = 1;
const SECOND: u8 = 2;
const REST: u8 = 3;

/// Waits until the command shows so many calls in the pool.
fn until_calls(bus: &Bus, count: usize) {
    let file = file_for(bus, "alice");
    until("the pool has its calls", || {
        let output = with_file(child::command(env!("CARGO_BIN_EXE_tapi3")), &file)
            .args(["calls", "--live"])
            .output()
            .unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        output.status.success() && text.lines().filter(|row| row.contains(" to ")).count() == count
    });
}

#[test]
fn a_node_apart_stops_before_another_begins_and_nothing_is_up_that_nobody_owns() {
    let Some(machines) = Networks::of(3) else {
        return;
    };
    machines.on(REST, || partition(&machines));
}

fn partition(machines: &Networks) {
    let Some(bus) = Bus::at(&on_bus(REST)) else {
        return;
    };
    let host = on_telephones(REST);
    let (registrar, far) = (Registrar::at(&host), Answering::at(&host, 5070, ""));
    let line = format!(
        "[[line]]\nname = \"S\"\nprovider = \"sip\"\nuri = \"sip:s@{host}\"\n\
         listen = \"0.0.0.0:0\"\nregistrar = \"{host}:{}\"\nregister = true\n",
        registrar.port
    );
    import(&bus, &line, &[]);
    let apart = machines.on(FIRST, || Node::taking(&bus, "n1"));
    shares(&bus, 1, &["n1"]);
    until("the line is registered", || registrar.last().is_some());
    let before = registrar.last();
    let other = machines.on(SECOND, || Node::taking(&bus, "n2"));
    other.says("the lines of the bus are known");
    let program = Program::start(&bus, "alice");
    let to_far = format!("sip:bob@{host}:{}", far.port);
    let own = program.connected("n1 own", "1001");
    let call = program.connected("S", &to_far);
    until_calls(&bus, 2);
    assert_eq!((far.up(), far.offered()), (1, 1));
    let late = program.call("n1 own", "1001");
    machines.cut(FIRST);
    // It does not get there, and not when everything is back either.
    assert!(late.connect(false).is_err());
    // By the node that has lost the bus: the far end hears of it.
    until("the far end's call is over", || far.up() == 0);
    until("another has it", || registrar.last() != before);
    assert!(registrar.one_at_a_time(), "{:?}", registrar.heard);
    assert!(registrar.each_takes_leave(), "{:?}", registrar.heard);
    assert_eq!(shares(&bus, 1, &["n2"])["n2"], 1);
    let causes = each_is_over_once(&program, &[own, call], "n2 own");
    assert_eq!(causes, [Cause::Failed, Cause::Failed]);
    // Meanwhile the line is used where it is.
    let call = program.connected("S", &to_far);
    assert_eq!((far.up(), far.offered()), (1, 2));
    until_calls(&bus, 1);
    machines.heal(FIRST);
    apart.says("the lines of the bus are known");
    import(&bus, &lines(3), &[]);
    until_fair(&bus, 4, &["n1", "n2"]);
    assert_eq!(call.call.state(), State::Connected);
    until_calls(&bus, 1);
    call.disconnect(DropReason::Normal).unwrap();
    until("the far end's call is over", || far.up() == 0);
    assert_eq!(far.offered(), 2);
    for line in ["S", "L1", "L2", "L3", "n1 own", "n2 own"] {
        let destination = if line == "S" { &to_far } else { "1001" };
        let call = program.connected(line, destination);
        until_calls(&bus, 1);
        call.disconnect(DropReason::Normal).unwrap();
    }
    until_calls(&bus, 0);
    assert!(registrar.one_at_a_time(), "{:?}", registrar.heard);
}
