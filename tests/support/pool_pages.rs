//! What the tests of the JSON API of pools share: nodes with users, and what a list says.

#![allow(dead_code, reason = "each test file uses its part")]

use super::api::{Api, Events, text, user};
use super::cluster::{Bus, until};
use super::endpoint_nodes::leased;
use super::ews::Endpoint;
use serde_json::{Value, json};

/// A node with the users alice and bob, and the administrator root.
pub fn node(bus: &Bus, name: &str, server: &str) -> Endpoint {
    of_lease(bus, name, "2s", server)
}

pub fn of_lease(bus: &Bus, name: &str, lease: &str, server: &str) -> Endpoint {
    let users = [
        user("alice", "dial = [\"*\"]\nmax_calls = 300\n"),
        user("bob", "dial = [\"*\"]\n"),
        user("root", "administrator = true\n"),
    ];
    let limits = "[server.limits]\nrate = 100000\nburst = 100000\n";
    let server = format!("{server}\n{limits}{}", users.concat());
    leased(bus, name, lease, (400, &server))
}

/// The identifiers of a list of calls with their nodes.
pub fn listed(list: &Value) -> Vec<(String, String)> {
    let calls = list["calls"].as_array().unwrap();
    let shown = calls
        .iter()
        .map(|call| (text(call, "id"), text(call, "node")));
    shown.collect()
}

/// What the list says of the nodes: those that have told, the silent ones, those with more.
pub fn nodes(list: &Value) -> Value {
    json!([list["nodes"], list["silent"], list["incomplete"]])
}

/// Waits until an endpoint lists exactly these nodes.
pub fn knows(api: &mut Api, names: &[&str]) {
    until("it knows the others", || {
        nodes(&api.get("calls")) == json!([names, [], []])
    });
}

/// The next event of a name.
#[track_caller]
pub fn event(stream: &mut Events, name: &str) -> Value {
    stream.begin_waiting();
    loop {
        let (told, data) = stream.next().expect("an event");
        if told == name {
            return data;
        }
    }
}
