//! Endpoints of a pool among others of all kinds, and what they answer held against its description.
//! Nodes, a nats-server and clients as in `cluster_page.rs`.
#![cfg(feature = "cluster")]

#[path = "support/api.rs"]
mod api;
#[path = "support/cluster.rs"]
mod cluster;
#[path = "support/endpoint_nodes.rs"]
mod endpoint_nodes;
#[path = "support/ews/mod.rs"]
mod ews;
#[path = "support/fake_owner.rs"]
mod fake_owner;
#[path = "support/pool_pages.rs"]
mod pool_pages;

use api::{Api, Events, text};
use cluster::{Bus, until};
use ews::python;
use fake_owner::FakeOwner;
use pool_pages::{knows, listed, node, nodes};
use serde_json::json;
use std::path::PathBuf;
use tapi3_bus::{OwnerSays, OwnersCall, ToOwner, Want};

fn refuse(question: &ToOwner) -> Vec<OwnerSays> {
    match question.want {
        // As a version says that does not know the want.
        Want::Information | Want::End => Vec::new(),
        _ => vec![OwnerSays::Refused {
            code: "ErrorUnifiedMessagingRequestFailed".to_owned(),
            reason: "the node does not know this; it may be of an older version".to_owned(),
        }],
    }
}

/// An identifier that a node might give.
fn identifier(node: &str) -> String {
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    URL_SAFE_NO_PAD.encode([&[1], &[7; 16][..], node.as_bytes()].concat())
}

#[test]
fn an_older_node_is_silent_and_so_said() {
    let Some(bus) = Bus::start() else { return };
    let n2 = node(&bus, "n2", "");
    let older = FakeOwner::come(&bus, "old", refuse);
    let mut alice = Api::of(&n2, "alice");
    let near = alice.call("1003");
    until("it is said", || {
        nodes(&alice.get("calls")) == json!([["n2"], ["old"], []])
    });
    assert_eq!(listed(&alice.get("calls")), [(near, "n2".into())]);
    let mut stream = Events::of(&n2, "alice");
    // In the first word, or in one of its own.
    stream.begin_waiting();
    while stream.next().expect("an event").1["silent"] != json!(["old"]) {}
    let (status, said) = alice.hang_up(&identifier("old"));
    assert_eq!((status, text(&said, "code").as_str()), (502, "line_failed"));
    assert!(text(&said, "message").contains("older version"), "{said}");
    older.leave(&bus);
    until("it is gone", || {
        nodes(&alice.get("calls")) == json!([["n2"], [], []])
    });
}

#[test]
fn a_node_that_has_no_endpoint_is_waited_for_no_longer_after_a_while() {
    let Some(bus) = Bus::start() else { return };
    let n2 = node(&bus, "n2", "");
    let mute = FakeOwner::come(&bus, "mute", |_| Vec::new());
    let mut alice = Api::of(&n2, "alice");
    until("it is said", || {
        alice.get("calls")["silent"] == json!(["mute"])
    });
    until("it is said no more", || {
        alice.get("calls")["silent"] == json!([])
    });
    mute.leave(&bus);
    // One that answers later is known again.
    let list = |_: &ToOwner| {
        vec![OwnerSays::Calls {
            part: 0,
            more: false,
            cut: true,
            calls: Vec::new(),
        }]
    };
    let _speaks = FakeOwner::come(&bus, "mute", list);
    until("it has told", || {
        nodes(&alice.get("calls")) == json!([["mute", "n2"], [], ["mute"]])
    });
}

/// A call as a node may tell it.
fn call(id: &str, change: impl FnOnce(&mut OwnersCall)) -> OwnersCall {
    let mut call = OwnersCall {
        call: id.to_owned(),
        user: "alice".to_owned(),
        from: "192.0.2.7".to_owned(),
        through: "api".to_owned(),
        number: "1001".to_owned(),
        line: "Trunk".to_owned(),
        state: "connected".to_owned(),
        begin: "2026-11-26T07:38:39.907Z".to_owned(),
        code: 200,
        text: "OK".to_owned(),
        ..Default::default()
    };
    change(&mut call);
    call
}

#[test]
fn what_is_not_understood_or_not_a_nodes_own_is_not_shown() {
    let Some(bus) = Bus::start() else { return };
    let n2 = node(&bus, "n2", "");
    let id = identifier("bad");
    let calls = vec![
        call(&id, |_| {}),
        call(&identifier("n2"), |_| {}),
        call(&identifier("other"), |_| {}),
        call("x", |_| {}),
        call(&id, |call| call.state = "levitating".to_owned()),
        call(&id, |call| call.state = "over".to_owned()),
        call(&id, |call| call.end = Some(call.begin.clone())),
        call(&id, |call| call.through = "<script>".to_owned()),
        call(&id, |call| call.begin = "yesterday".to_owned()),
        call(&id, |call| {
            call.begin = "2026-13-26T07:38:39.907Z".to_owned()
        }),
        call(&id, |call| call.answer = Some(String::new())),
    ];
    let answers = move |question: &ToOwner| {
        let list = |part, more| OwnerSays::Calls {
            part,
            more,
            cut: false,
            calls: calls.clone(),
        };
        match question.want {
            Want::Calls if question.user == "alice" => vec![list(0, false)],
            // Never what was asked for, and without an end.
            Want::Calls => (0..200).map(|_| list(0, true)).collect(),
            Want::Call => vec![OwnerSays::Calls {
                part: 0,
                more: false,
                cut: false,
                calls: vec![call(&identifier("n2"), |_| {})],
            }],
            _ => vec![OwnerSays::Ended {}],
        }
    };
    let _bad = FakeOwner::come(&bus, "bad", answers);
    let mut alice = Api::of(&n2, "alice");
    until("it has told", || {
        nodes(&alice.get("calls")) == json!([["bad", "n2"], [], []])
    });
    assert_eq!(listed(&alice.get("calls")), [(id.clone(), "bad".into())]);
    let list = Api::of(&n2, "root").get("calls");
    assert_eq!(nodes(&list), json!([["n2"], ["bad"], []]));
    let (status, said, _) = alice.request(&format!("GET /api/v1/calls/{id}"), &[], None);
    assert_eq!((status, text(&said, "code").as_str()), (502, "line_failed"));
}

/// Schemathesis, as in `api_contract.rs`, where there is another node with calls.
#[test]
fn the_answers_are_as_described() {
    let Some(bus) = Bus::start() else { return };
    let [n1, n2] = ["n1", "n2"].map(|name| node(&bus, name, ""));
    let mut alice = Api::of(&n1, "alice");
    knows(&mut alice, &["n1", "n2"]);
    for number in ["1001", "1002", "1003"] {
        Api::of(&n2, "alice").call(number);
    }
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/api/contract.py");
    let folder = tempfile::tempdir().unwrap();
    let mut command = python();
    command.arg("-B").arg(script);
    let url = format!("http://{}", n1.address);
    command.arg(url).arg("alice").current_dir(folder.path());
    let needed = std::env::var_os("TAPI3_REQUIRE_TOOLS").is_some();
    let output = match command.output() {
        Ok(output) => output,
        Err(error) if !needed => return eprintln!("skipped: {error}"),
        Err(error) => panic!("{command:?} cannot be started: {error}"),
    };
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    if output.status.code() == Some(77) && !needed {
        return eprintln!("skipped: {said}(scripts/setup installs what is missing)");
    }
    assert!(
        output.status.success() && said.contains("all is well"),
        "{said}"
    );
}
