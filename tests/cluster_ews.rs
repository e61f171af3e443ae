//! EWS endpoints that belong to a pool: calls on the lines of any node, and any node answers for any
//! call. Nodes, a nats-server and clients as in `cluster.rs`.
#![cfg(feature = "cluster")]

#[path = "support/cluster.rs"]
mod cluster;
#[path = "support/ews/mod.rs"]
mod ews;

use cluster::{Bus, SECRET, until};
use ews::{Endpoint, password_hash};

/// An endpoint that is a node: one line of its own, `NAME line`, for so many calls, and those of the
/// other nodes. `server` has more keys of `[server]`, and may have tables behind them.
fn node(bus: &Bus, name: &str, max_calls: u32, server: &str) -> Endpoint {
    let hash = password_hash("demo");
    Endpoint::configured(&format!(
        "operation_timeout = \"5s\"\n[cluster]\n{}name = \"{name}\"\nlease = \"2s\"\n\
         user = \"endpoints\"\nsecret = \"{SECRET}\"\n\
         [[cluster.grant]]\nuser = \"endpoints\"\nsecret = \"{SECRET}\"\nlines = [\"*\"]\n\
         [[line]]\nname = \"{name} line\"\nprovider = \"sim\"\naddress = \"2001\"\n\
         max_calls = {max_calls}\n\
         [[line]]\nprovider = \"remote\"\nlines = \"all\"\n\
         [server]\n{{listen}}\nany_item = true\nmetrics = \"anybody\"\n{server}\n\
         [[server.user]]\nname = \"demo\"\ndial = [\"*\"]\nadministrator = true\n{hash}",
        bus.access(name)
    ))
}

/// The lines in service that an endpoint has.
fn lines(endpoint: &Endpoint) -> Vec<String> {
    let page = endpoint.page("/api/v1/lines");
    let json: serde_json::Value = serde_json::from_str(&page.body).unwrap();
    let lines = json["lines"].as_array().unwrap().iter();
    let served = lines.filter(|line| line["in_service"] == true);
    let mut names: Vec<String> = served
        .map(|line| line["name"].as_str().unwrap().to_owned())
        .collect();
    names.sort();
    names
}

/// The lines that an endpoint's calls are on, as far as they are up.
fn lines_of_calls(endpoint: &Endpoint) -> Vec<String> {
    let page = endpoint.page("/api/v1/calls");
    let json: serde_json::Value = serde_json::from_str(&page.body).unwrap();
    let calls = json["calls"].as_array().unwrap().iter();
    let up = calls.filter(|call| call["state"] == "connected");
    let mut names: Vec<String> = up
        .map(|call| call["line"].as_str().unwrap().to_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn calls_go_out_on_the_lines_of_the_pool_that_are_in_service_and_not_full() {
    let Some(bus) = Bus::start() else { return };
    let all = "lines = [\"* line\"]";
    let first = node(&bus, "n1", 2, all);
    let mut second = node(&bus, "n2", 1, all);
    for endpoint in [&first, &second] {
        until("both lines are there", || {
            lines(endpoint) == ["n1 line", "n2 line"]
        });
    }
    let (mut one, mut two) = (first.client(), second.client());
    // In turn, as long as there is room.
    for _ in 0..3 {
        assert_eq!(one.play("1001").code(), "NoError");
    }
    until("they are answered", || {
        lines_of_calls(&first) == ["n1 line", "n1 line", "n2 line"]
    });
    assert_eq!(one.play("1001").code(), "ErrorExceededConnectionCount");
    // The other node learns only from the line that it is full.
    assert_eq!(two.play("1001").code(), "ErrorExceededConnectionCount");
    assert_eq!(lines_of_calls(&second), [""; 0]);
    // A node that is gone takes its line along, and the call on it is over.
    second.kill();
    until("its call is over", || {
        lines_of_calls(&first) == ["n1 line", "n1 line"]
    });
    assert_eq!(one.play("1001").code(), "ErrorExceededConnectionCount");
}

#[test]
fn a_line_that_was_full_leaves_the_call_to_the_next() {
    let Some(bus) = Bus::start() else { return };
    let first = node(&bus, "n1", 1, "lines = [\"n1 line\"]");
    let second = node(&bus, "n2", 9, "lines = [\"*\"]");
    until("both lines are there", || {
        lines(&second) == ["n1 line", "n2 line"]
    });
    assert_eq!(first.client().play("1001").code(), "NoError");
    until("it is up", || lines_of_calls(&first) == ["n1 line"]);
    // Two turns, one of which is that of the line that is full.
    let mut client = second.client();
    for _ in 0..2 {
        assert_eq!(client.play("1001").code(), "NoError");
    }
    until("they are up", || {
        lines_of_calls(&second) == ["n2 line", "n2 line"]
    });
    let not_taken = second.metric("tapi3_calls_ended_by_cause_total{cause=\"not_placed\"}");
    assert_eq!(not_taken, 1.0);
}
