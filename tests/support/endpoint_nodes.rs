//! What the tests of endpoints that belong to a pool share: `tapi3 serve` as a node with a server.

#![allow(dead_code, reason = "each test file uses its part")]

use crate::cluster::{Bus, SECRET};
use crate::ews::{Endpoint, password_hash};
use serde_json::Value;

/// What the endpoints share.
pub const CALLS_SECRET: &str = "what the endpoints share";

/// An endpoint that is a node: one line of its own, `NAME line`, for so many calls, and those of the
/// other nodes. `server` has more keys of `[server]`, and may have tables behind them.
pub fn node(bus: &Bus, name: &str, max_calls: u32, server: &str) -> Endpoint {
    leased(bus, name, "2s", (max_calls, server))
}

/// As [`node`], with a lease of its own.
pub fn leased(bus: &Bus, name: &str, lease: &str, (max_calls, server): (u32, &str)) -> Endpoint {
    configured(
        bus,
        name,
        &format!("lease = \"{lease}\"\n"),
        (max_calls, server),
    )
}

/// As [`node`], one that takes lines of the bus.
pub fn taking(bus: &Bus, name: &str, server: &str) -> Endpoint {
    let keys = format!("lease = \"4s\"\nweight = 1\nlines_secret = \"{SECRET}\"\n");
    configured(bus, name, &keys, (9, server))
}

/// As [`node`], one that shares another secret, with a lease that it does not lose.
pub fn with_secret(bus: &Bus, name: &str, secret: &str, server: &str) -> Endpoint {
    let text = text(bus, name, "lease = \"60s\"\n", (9, server));
    Endpoint::configured(&text.replace(CALLS_SECRET, secret))
}

fn configured(bus: &Bus, name: &str, keys: &str, of_server: (u32, &str)) -> Endpoint {
    Endpoint::configured(&text(bus, name, keys, of_server))
}

fn text(bus: &Bus, name: &str, keys: &str, (max_calls, server): (u32, &str)) -> String {
    let hash = password_hash("demo");
    format!(
        "operation_timeout = \"5s\"\n[cluster]\n{}name = \"{name}\"\n{keys}\
         calls_secret = \"{CALLS_SECRET}\"\nuser = \"endpoints\"\nsecret = \"{SECRET}\"\n\
         [[cluster.grant]]\nuser = \"endpoints\"\nsecret = \"{SECRET}\"\nlines = [\"*\"]\n\
         [[line]]\nname = \"{name} line\"\nprovider = \"sim\"\naddress = \"2001\"\n\
         max_calls = {max_calls}\n\
         [[line]]\nprovider = \"remote\"\nlines = \"all\"\n\
         [server]\n{{listen}}\nany_item = true\nmetrics = \"anybody\"\n{server}\n\
         [[server.user]]\nname = \"demo\"\ndial = [\"*\"]\nmax_calls = 200\n\
         administrator = true\n{hash}\
         [[server.user]]\nname = \"other\"\ndial = [\"*\"]\n{hash}",
        bus.access(name)
    )
}

/// The lines in service that an endpoint has.
pub fn lines(endpoint: &Endpoint) -> Vec<String> {
    let in_service = |line: &Value| line["in_service"] == true;
    told(endpoint, "lines", |line| (in_service(line), &line["name"]))
}

/// The lines that the calls of an endpoint, which is that of `node`, are on, as far as they are up.
pub fn lines_of_calls(endpoint: &Endpoint, node: &str) -> Vec<String> {
    let is_up = |call: &Value| call["state"] == "connected" && call["node"] == node;
    told(endpoint, "calls", |call| (is_up(call), &call["line"]))
}

/// What the JSON API lists, as far as it is wanted; nothing if it is asked too often.
fn told(endpoint: &Endpoint, what: &str, wanted: impl Fn(&Value) -> (bool, &Value)) -> Vec<String> {
    let page = endpoint.page(&format!("/api/v1/{what}"));
    let json: Value = serde_json::from_str(&page.body).unwrap();
    let all = json[what].as_array().cloned().unwrap_or_default();
    let wanted = all.iter().map(wanted).filter(|(wanted, _)| *wanted);
    let mut names: Vec<String> = wanted
        .map(|(_, name)| name.as_str().unwrap().to_owned())
        .collect();
    names.sort();
    names
}
