//! What is set up wrongly is said, by the command and in the logs.
#![cfg(feature = "cluster")]

#[path = "support/cluster.rs"]
mod cluster;
#[path = "support/shared_lines.rs"]
mod shared_lines;

use cluster::{Bus, Node, SECRET, all_lines, child, with_file};
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
