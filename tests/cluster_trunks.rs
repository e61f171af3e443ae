//! SIP lines of other nodes whose servers are not there: who asks for a call hears that the gateway was
//! not found, as on the node that has the line.
#![cfg(feature = "cluster")]

#[path = "support/cluster.rs"]
mod cluster;
#[path = "support/endpoint_nodes.rs"]
mod endpoint_nodes;
#[path = "support/ews/mod.rs"]
mod ews;

use cluster::{Bus, until};
use endpoint_nodes::{lines, node};
use std::net::UdpSocket;

#[test]
fn a_line_of_another_node_that_leads_nowhere_is_the_trunks_fault() {
    let Some(bus) = Bus::start() else { return };
    let silent = UdpSocket::bind("127.0.0.1:0").unwrap();
    let silent = silent.local_addr().unwrap();
    for host in ["nowhere.invalid".to_owned(), silent.to_string()] {
        let trunk = format!(
            "[[line]]\nname = \"Trunk\"\nprovider = \"sip\"\nlisten = \"127.0.0.1:0\"\n\
             uri = \"sip:pbx@{host}\"\n"
        );
        let _first = node(&bus, "n1", 9, &trunk);
        let limits = "line = \"Trunk\"\n[server.limits]\ngateway_timeout = \"1s\"\n";
        let second = node(&bus, "n2", 9, limits);
        until("the line is known", || {
            lines(&second).contains(&"Trunk".to_owned())
        });
        let answer = second.client().play("+49301234567");
        assert_eq!(answer.code(), "ErrorIPGatewayNotFound", "{host}");
        until("nothing of it is left", || {
            second.metric("tapi3_calls_live") == 0.0
        });
    }
}
