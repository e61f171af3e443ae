//! The page of live calls of a node of a pool in a real browser, as in `page_browser.rs`.
#![cfg(feature = "cluster")]

#[path = "support/api.rs"]
mod api;
#[path = "support/cluster.rs"]
mod cluster;
#[path = "support/endpoint_nodes.rs"]
mod endpoint_nodes;
#[path = "support/ews/mod.rs"]
mod ews;

use api::{Api, user};
use cluster::{Bus, until};
use endpoint_nodes::node;
use ews::program;
use serde_json::json;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::Stdio;

/// The exit status of a script when something that it needs is missing.
const MISSING: i32 = 77;

#[test]
fn the_page_of_one_node_shows_the_calls_of_the_other() {
    let Some(bus) = Bus::start() else { return };
    let users = [
        user("alice", "dial = [\"*\"]\n"),
        user("root", "administrator = true\n"),
    ];
    let [n1, n2] = ["n1", "n2"].map(|name| node(&bus, name, 9, &users.concat()));
    let mut alice = Api::of(&n1, "alice");
    until("they know each other", || {
        alice.get("calls")["nodes"] == json!(["n1", "n2"])
    });
    alice.call("1001");
    let needed = std::env::var_os("TAPI3_REQUIRE_TOOLS").is_some();
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/page/browser.js");
    let mut command = program("node");
    let url = format!("http://{}/", n2.address);
    command.arg(script).arg(url).arg("pool");
    let home = tempfile::tempdir().unwrap();
    command.env("HOME", home.path());
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = match command.stderr(Stdio::piped()).spawn() {
        Ok(child) => child,
        Err(error) if !needed => return eprintln!("skipped: {error}"),
        Err(error) => panic!("{command:?} cannot be started: {error}"),
    };
    let mut input = child.stdin.take().unwrap();
    let mut errors = child.stderr.take().unwrap();
    let errors = std::thread::spawn(move || {
        let mut text = String::new();
        errors.read_to_string(&mut text).map(|_| text)
    });
    let mut other = Some(n1);
    let mut said = String::new();
    for line in BufReader::new(child.stdout.take().unwrap()).lines() {
        let line = line.unwrap();
        if line == "kill the other node" {
            drop(other.take());
            writeln!(input, "done").unwrap();
        }
        said += &format!("{line}\n");
    }
    let status = child.wait().unwrap();
    said += &errors.join().unwrap().unwrap();
    if status.code() == Some(MISSING) && !needed {
        return eprintln!("skipped: {said}(scripts/setup installs what is missing)");
    }
    let went_well = status.success() && said.contains("all is well");
    assert!(went_well, "{said}\n{}", n2.log());
}
