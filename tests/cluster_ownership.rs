//! Lines that are configured in the bus: nodes share them out, and one that is gone, stands still or
//! is stopped has its lines taken over. Nodes, a nats-server and programs are processes of their own.
#![cfg(feature = "cluster")]

#[path = "support/cluster.rs"]
mod cluster;

use cluster::{Bus, Node, Program, SECRET, child, until};
use std::collections::BTreeMap;
use std::net::{SocketAddr, UdpSocket};
use std::process::{Command, Output};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tapi3::engine::{Cause, DropReason, State};
use tempfile::NamedTempFile;

/// The command, with a configuration that reaches the bus.
fn command(bus: &Bus, words: &[&str]) -> Output {
    let file = NamedTempFile::new().unwrap();
    let text = format!(
        "[cluster]\n{}lines_secret = \"{SECRET}\"\n",
        bus.access("admin")
    );
    std::fs::write(file.path(), text).unwrap();
    let mut command: Command = child::command(env!("CARGO_BIN_EXE_tapi3"));
    command.arg("--config").arg(file.path()).args(words);
    command.output().unwrap()
}

fn said(bus: &Bus, words: &[&str]) -> String {
    let output = command(bus, words);
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn import(bus: &Bus, text: &str, more: &[&str]) -> String {
    let file = NamedTempFile::new().unwrap();
    std::fs::write(file.path(), text).unwrap();
    let path = file.path().to_str().unwrap();
    let words: Vec<&str> = ["cluster", "import", path]
        .into_iter()
        .chain(more.iter().copied())
        .collect();
    said(bus, &words)
}

fn line(name: &str, address: u32) -> String {
    format!("[[line]]\nname = \"{name}\"\nprovider = \"sim\"\naddress = \"{address}\"\n")
}

fn lines(count: u32) -> String {
    (1..=count)
        .map(|i| line(&format!("L{i}"), 3000 + i))
        .collect()
}

/// Which node has each line, according to the bus; `-` for none.
fn owners(bus: &Bus) -> BTreeMap<String, String> {
    let output = command(bus, &["cluster", "lines"]);
    if !output.status.success() {
        return BTreeMap::new();
    }
    let text = String::from_utf8(output.stdout).unwrap();
    let rows = text.lines().skip(1).map(|row| {
        let mut words = row.split_ascii_whitespace().map(str::to_owned);
        (words.next().unwrap(), words.next().unwrap())
    });
    rows.collect()
}

/// How many lines each node has, once all have one of these.
#[track_caller]
fn shares(bus: &Bus, count: usize, nodes: &[&str]) -> BTreeMap<String, usize> {
    let mut shares = BTreeMap::new();
    until("every line has a node", || {
        let owners = owners(bus);
        shares = nodes.iter().map(|node| ((*node).to_owned(), 0)).collect();
        for owner in owners.values() {
            if let Some(share) = shares.get_mut(owner) {
                *share += 1;
            }
        }
        owners.len() == count && shares.values().sum::<usize>() == count
    });
    shares
}

#[track_caller]
fn until_fair(bus: &Bus, count: usize, nodes: &[&str]) {
    until("everybody has a fair share", || {
        let shares = shares(bus, count, nodes);
        let (least, most) = (shares.values().min(), shares.values().max());
        most.unwrap() - least.unwrap() <= 1
    });
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
    // It takes calls again.
    let call = program.connected(lost, "1001");
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
    second.signal(libc::SIGTERM);
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

/// A registrar that says yes to everybody, and remembers who registered and who took it back.
struct Registrar {
    port: u16,
    heard: Arc<Mutex<Vec<(SocketAddr, bool)>>>,
}

impl Registrar {
    fn start() -> Self {
        let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
        let port = socket.local_addr().unwrap().port();
        let heard: Arc<Mutex<Vec<(SocketAddr, bool)>>> = Arc::default();
        let memory = heard.clone();
        std::thread::spawn(move || {
            let mut buffer = [0; 8192];
            while let Ok((length, from)) = socket.recv_from(&mut buffer) {
                let text = String::from_utf8_lossy(&buffer[..length]).into_owned();
                if !text.starts_with("REGISTER") {
                    continue;
                }
                let header = |name: &str| {
                    let mut lines = text.lines();
                    lines
                        .find(|line| line.to_ascii_lowercase().starts_with(name))
                        .unwrap_or_default()
                };
                let is_end = header("expires:").trim_end().ends_with(": 0")
                    || header("contact:").contains("expires=0");
                memory.lock().unwrap().push((from, !is_end));
                let contact = match is_end {
                    true => String::new(),
                    false => format!("{};expires=2\r\n", header("contact:")),
                };
                let answer = format!(
                    "SIP/2.0 200 OK\r\n{}\r\n{}\r\n{};tag=1\r\n{}\r\n{}\r\n{contact}Content-Length: 0\r\n\r\n",
                    header("via:"),
                    header("from:"),
                    header("to:"),
                    header("call-id:"),
                    header("cseq:"),
                );
                let _ = socket.send_to(answer.as_bytes(), from);
            }
        });
        Registrar { port, heard }
    }

    /// Who has registered last.
    fn last(&self) -> Option<SocketAddr> {
        let heard = self.heard.lock().unwrap();
        heard
            .iter()
            .rev()
            .find(|(_, on)| *on)
            .map(|(from, _)| *from)
    }

    /// Whoever registers never does so again once another has.
    fn one_at_a_time(&self) -> bool {
        let heard = self.heard.lock().unwrap();
        let mut order: Vec<SocketAddr> = Vec::new();
        for (from, _) in heard.iter() {
            if order.last() != Some(from) {
                if order.contains(from) {
                    return false;
                }
                order.push(*from);
            }
        }
        true
    }
}

#[test]
fn a_registrar_sees_one_node_at_a_time_whatever_stands_still() {
    let Some(bus) = Bus::with_store() else { return };
    let registrar = Registrar::start();
    let text = format!(
        "[[line]]\nname = \"S\"\nprovider = \"sip\"\nuri = \"sip:s@127.0.0.1\"\n\
         listen = \"127.0.0.1:0\"\nregistrar = \"127.0.0.1:{}\"\nregister = true\n",
        registrar.port
    );
    import(&bus, &text, &[]);
    let nodes = ["n1", "n2"].map(|name| Node::taking(&bus, name));
    for _ in 0..3 {
        until("the line is registered", || registrar.last().is_some());
        let before = registrar.last();
        shares(&bus, 1, &["n1", "n2"]);
        let owner = owners(&bus)["S"].clone();
        let owner = &nodes[usize::from(owner == "n2")];
        owner.signal(libc::SIGSTOP);
        until("another has it", || registrar.last() != before);
        owner.signal(libc::SIGCONT);
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
