//! Endpoints that do not have the same secret say so.
#![cfg(feature = "cluster")]

#[path = "support/cluster.rs"]
mod cluster;
#[path = "support/endpoint_nodes.rs"]
mod endpoint_nodes;
#[path = "support/ews/mod.rs"]
mod ews;

use cluster::{Bus, until};
use endpoint_nodes::{CALLS_SECRET, with_secret};

#[test]
fn a_question_that_is_sealed_with_another_secret_is_said_once() {
    let Some(bus) = Bus::start() else { return };
    let limits = "[server.limits]\nanswer_timeout = \"1s\"";
    let first = with_secret(&bus, "n1", CALLS_SECRET, "");
    let second = with_secret(&bus, "n2", "what nobody else shares", limits);
    let id = first.client().play("1001").call_id();
    let what = "it is sealed with another calls_secret than ours";
    until("it is said", || {
        let answer = second.client().information(&id);
        assert_eq!(answer.code(), "ErrorTimeoutExpired");
        first.log().contains(what)
    });
    assert_eq!(
        second.client().information(&id).code(),
        "ErrorTimeoutExpired"
    );
    assert_eq!(first.log().matches(what).count(), 1);
}
