//! The page of live calls of a node of a pool in a real browser, as in `page_browser.rs`.
#![cfg(feature = "cluster")]

#[path = "support/api.rs"]
mod api;
#[path = "support/browser.rs"]
mod browser;
#[path = "support/cluster.rs"]
mod cluster;
#[path = "support/endpoint_nodes.rs"]
mod endpoint_nodes;
#[path = "support/ews/mod.rs"]
mod ews;

use api::{Api, user};
use cluster::{Bus, until};
use endpoint_nodes::node;
use serde_json::json;

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
    let mut other = Some(n1);
    let kill = |what: &str| what == "kill the other node" && other.take().is_some();
    let url = format!("http://{}/", n2.address);
    if let Some((went_well, said)) = browser::drive(&url, "pool", kill) {
        assert!(went_well, "{said}\n{}", n2.log());
    }
}
