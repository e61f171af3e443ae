//! A NATS server that knows who comes by NKeys, or by JWTs, under a certificate of an authority of our
//! own: the keys and JWTs in `tests/data/nats` were drawn for these tests, and do not expire.
#![cfg(feature = "cluster")]

#[path = "support/certificates.rs"]
#[allow(dead_code, reason = "lines use the rest of it")]
mod certificates;
#[path = "support/cluster.rs"]
mod cluster;

use certificates::Certificates;
use cluster::{Bus, HASH, Node, Program, SECRET, all_lines, child, until};
use tapi3::config::{Configuration, Source};
use tapi3::engine::DropReason;
use tapi3::system::System;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/nats");

const UNKNOWN: &str = "authorization violation (it does not know our login)";

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

fn calls(program: &Program) {
    let call = program.connected("Desk", "1001");
    call.disconnect(DropReason::Normal).unwrap();
}

/// The node says why it does not reach the server, and not at each of its tries.
fn is_said_once(bus: &Bus, mut node: Node) {
    node.says(UNKNOWN);
    let before = bus.log().matches("authentication error").count();
    until("it is tried again", || {
        bus.log().matches("authentication error").count() >= before + 5
    });
    node.kill();
    // What the library below says each time has this level, and what we say once in a while has not.
    let again = node.rest_of_log();
    assert!(
        !again.iter().any(|line| line.contains("ERROR")),
        "{again:?}"
    );
}

#[test]
fn a_server_knows_nodes_and_programs_by_jwts() {
    let certificates = Certificates::new();
    let operator = std::fs::read_to_string(format!("{FOLDER}/operator.conf")).unwrap();
    let text = format!(
        "tls {{ cert_file: \"{}\", key_file: \"{}\" }}\n{operator}",
        certificates.path("certificate.pem"),
        certificates.path("certificate.key")
    );
    let keys = format!(
        "credentials = \"{FOLDER}/{{login}}.creds\"\nca_file = \"{}\"\n",
        certificates.path("authority.pem")
    );
    let Some(bus) = Bus::configured(Some(&text), &keys) else {
        return;
    };
    let _node = node_by(&bus.access("node1"));
    calls(&Program::start(&bus, "alice"));
    // The same key, but the account that has signed for it is not the server's.
    is_said_once(&bus, node_by(&bus.access("stranger")));
    let text = all_lines(&bus, "alice").replace("alice.creds", "stranger.creds");
    let configuration = Configuration::read(&Source::text(&text)).unwrap();
    let error = System::new(configuration).unwrap_err();
    assert!(error.message().contains(UNKNOWN), "{error}");
}

#[test]
fn a_server_knows_a_node_by_its_nkey() {
    let certificates = Certificates::new();
    let Some(bus) = Bus::documented(|name| certificates.path(name)) else {
        return;
    };
    let by_password = bus.access("node1");
    let by_key = by_password.replace(
        "login = \"node1\"\npassword = \"open sesame\"\n",
        &format!("credentials = \"{FOLDER}/node1.nk\"\n"),
    );
    assert_ne!(by_key, by_password);
    is_said_once(&bus, node_by(&by_key));
    let key = std::fs::read_to_string(format!("{FOLDER}/node1.pub")).unwrap();
    bus.reconfigure(|text| {
        let known = format!("nkey: {}", key.trim());
        text.replace("user: node1, password: \"open sesame\"", &known)
    });
    let _node = node_by(&by_key);
    // Others have names and passwords still.
    calls(&Program::start(&bus, "alice"));
}
