//! What is set up wrongly is said, by the command and in the logs.
#![cfg(feature = "cluster")]

#[path = "support/certificates.rs"]
#[allow(dead_code, reason = "lines use the rest of it")]
mod certificates;
#[path = "support/cluster.rs"]
mod cluster;
#[path = "support/shared_lines.rs"]
mod shared_lines;

use certificates::Certificates;
use cluster::{Bus, HASH, Node, Program, SECRET, all_lines, child, until, with_file};
use shared_lines::{command, command_with, import, importing, lines};
use std::process::Output;
use tempfile::NamedTempFile;

const OTHER: &str = "another secret of the tests";

#[track_caller]
fn says(output: &Output, what: &str) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains(what), "{what:?} is not in {said}");
}

fn shown(text: &str) -> Output {
    let file = NamedTempFile::new().unwrap();
    std::fs::write(file.path(), text).unwrap();
    with_file(child::command(env!("CARGO_BIN_EXE_tapi3")), &file)
        .arg("lines")
        .env("TAPI3_LOG", "warn")
        .output()
        .unwrap()
}

#[test]
fn a_user_whom_no_node_knows_by_this_secret_is_told_so() {
    let Some(bus) = Bus::start() else { return };
    let node = Node::start(&bus, "n1");
    let text = all_lines(&bus, "alice");
    let right = shown(&text);
    assert!(right.stderr.is_empty(), "{right:?}");
    let wrong = shown(&text.replace(SECRET, OTHER));
    says(
        &wrong,
        "our user's secret may be another there, or have no grant",
    );
    says(&wrong, "no line of another machine is there");
    node.says("the secret of whoever asks is another");
    // Nobody has such a line.
    let none = shown(&text.replace("lines = \"all\"", "name = \"Nosuch\""));
    says(&none, "no line of another machine is there");
}

#[test]
fn lines_of_the_bus_that_are_sealed_with_another_secret_are_not_taken_for_none() {
    let Some(bus) = Bus::with_store() else { return };
    import(&bus, &lines(3), &[]);
    assert!(command(&bus, &["cluster", "remove", "L3"]).status.success());
    for words in [
        &["cluster", "lines"][..],
        &["cluster", "nodes"],
        &["cluster", "remove", "L1"],
    ] {
        let output = command_with(&bus, OTHER, words);
        assert!(!output.status.success(), "{words:?}");
        says(&output, "sealed with another secret than this lines_secret");
        let output = command(&bus, words);
        assert!(output.status.success(), "{output:?}");
    }
}

#[test]
fn one_server_does_not_promise_three_copies() {
    let Some(bus) = Bus::with_store() else { return };
    import(&bus, &lines(1), &[]);
    let refused = importing(&bus, &lines(2), &["--copies", "3"]);
    assert!(!refused.status.success(), "{refused:?}");
    says(
        &refused,
        "3 were asked for, and it has 1 of its servers for them",
    );
    import(&bus, &lines(2), &["--copies", "1"]);
}

/// A node with one line, `Desk`, for alice.
fn node_by(access: &str) -> Node {
    Node::run(&format!(
        "[cluster]\n{access}name = \"node1\"\n\
         [[cluster.grant]]\nuser = \"alice\"\nsecret = \"{SECRET}\"\nlines = [\"*\"]\n\
         [[line]]\nname = \"Desk\"\nprovider = \"sim\"\naddress = \"2001\"\n\
         [server]\nlisten = \"127.0.0.1:0\"\nany_item = true\n\
         [[server.user]]\nname = \"demo\"\ndial = [\"*\"]\npassword_hash = \"{HASH}\"\n"
    ))
}

#[test]
fn what_the_permissions_of_the_bus_lack_is_said_and_works_once_they_are_set_right() {
    let certificates = Certificates::new();
    let Some(bus) = Bus::documented(|name| certificates.path(name)) else {
        return;
    };
    bus.reconfigure(|text| text.replace("\"tapi3.ask.>\"", "\"tapi3.nothing\""));
    let node = node_by(&bus.access("node1"));
    node.says("the permissions of our login lack to subscribe to tapi3.ask.node1.*");
    let program = Program::start(&bus, "alice");
    assert!(program.names().is_empty());
    bus.reconfigure(|text| text.replace("\"tapi3.nothing\"", "\"tapi3.ask.>\""));
    program.connected("Desk", "1001");
    // A client's, too.
    bus.reconfigure(|text| text.replace("\"tapi3.to.alice.>\"", "\"tapi3.nothing\""));
    let late = Program::start(&bus, "alice");
    assert!(late.names().is_empty());
    bus.reconfigure(|text| text.replace("\"tapi3.nothing\"", "\"tapi3.to.alice.>\""));
    until("its line is there", || late.names() == ["Desk"]);
}

#[test]
fn why_a_bus_is_not_reached_is_in_the_log() {
    let certificates = Certificates::new();
    let Some(bus) = Bus::documented(|name| certificates.path(name)) else {
        return;
    };
    let node = node_by(&bus.access("node1").replace("ca_file", "# "));
    node.says("UnknownIssuer (no authority that we trust has signed its certificate");
    let node = node_by(&bus.access("node1").replace("open sesame", "close sesame"));
    node.says("authorization violation (it does not know our login)");
}

#[test]
fn what_is_wrong_with_the_part_of_the_cluster_is_a_wrong_configuration() {
    let endpoint = format!(
        "[server]\nlisten = \"127.0.0.1:0\"\n[[server.user]]\nname = \"demo\"\npassword_hash = \"{HASH}\"\n"
    );
    let url = "url = \"nats://127.0.0.1:1\"\n";
    for (text, key) in [
        ("colour = 1\n".to_owned(), "colour"),
        (format!("{url}name = \"n 1\"\n"), "name"),
        (format!("{url}lease = \"1ms\"\n"), "lease"),
        (
            format!("{url}name = \"n1\"\ncredentials_file = \"/nowhere\"\n"),
            "credentials_file",
        ),
    ] {
        let file = NamedTempFile::new().unwrap();
        std::fs::write(file.path(), format!("{endpoint}[cluster]\n{text}")).unwrap();
        let output = with_file(child::command(env!("CARGO_BIN_EXE_tapi3")), &file)
            .arg("serve")
            .output()
            .unwrap();
        says(&output, key);
        assert_eq!(output.status.code(), Some(78), "{text}\n{output:?}");
    }
}

#[test]
fn the_records_of_one_machine_are_not_taken_for_those_of_the_pool() {
    let records = NamedTempFile::new().unwrap();
    let server = format!(
        "[server]\nlisten = \"127.0.0.1:0\"\n[server.records]\nfile = \"{}\"\n\
         [[server.user]]\nname = \"demo\"\npassword_hash = \"{HASH}\"\n",
        records.path().display()
    );
    let pool = "[cluster]\nurl = \"nats://127.0.0.1:1\"\nname = \"n1\"\n";
    let told = |text: &str| {
        let file = NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        let mut command = child::command(env!("CARGO_BIN_EXE_tapi3"));
        command.arg("calls");
        with_file(command, &file).output().unwrap()
    };
    says(&told(pool), "no user in [cluster] to ask other nodes as");
    let shown = told(&format!("{pool}{server}"));
    assert!(shown.status.success(), "{shown:?}");
    says(&shown, "without a user in [cluster] no other node is asked");
    // Where there is no pool nothing is said of one.
    assert_eq!(told(&server).stderr, b"");
}
