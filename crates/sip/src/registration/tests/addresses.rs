//! Which addresses of ours a registrar has.

use super::*;

#[test]
fn our_address_as_the_registrar_sees_it_is_told_once() {
    let seen: Option<SocketAddr> = Some("198.51.100.7:40123".parse().unwrap());
    let mut line = Line::plain();
    line.via = ";received=198.51.100.7;rport=40123";
    assert_eq!(line.exchange("401 Unauthorized", CHALLENGE), Step::Again);
    assert_eq!(
        line.registration.seen_as(),
        seen,
        "in time for the next request"
    );
    assert_eq!(line.registers("").seen_as, seen);
    // Followed, it is right.
    line.ask_as("<sip:alice@198.51.100.7:40123>", 3600);
    let Step::Registered(registered) = line.hear("200 OK", "") else {
        panic!();
    };
    assert_eq!(
        (registered.seen_as, line.registration.seen_as()),
        (None, None)
    );

    // Where each request comes from another port, there is one more request, and no third.
    let mut line = Line::plain();
    for (via, told) in [
        (";received=198.51.100.7;rport=1001", true),
        (";received=198.51.100.7;rport=1002", false),
        (";received=198.51.100.7;rport=1003", true),
        (";received=198.51.100.7;rport=1004", false),
    ] {
        line.via = via;
        assert_eq!(line.registers("").seen_as.is_some(), told, "{via}");
    }
    // Another address is another network: that may happen again, but not without end.
    let mut line = Line::plain();
    for (via, told) in [
        (";received=198.51.100.7;rport=1001", true),
        (";received=198.51.100.8;rport=1001", true),
        (";received=198.51.100.8;rport=1002", false),
        (";received=198.51.100.7;rport=1001", true),
        (";received=198.51.100.8;rport=1001", true),
        (";received=198.51.100.9;rport=1001", true),
        (";received=198.51.100.7;rport=1001", false),
    ] {
        line.via = via;
        assert_eq!(line.registers("").seen_as.is_some(), told, "{via}");
    }
}

#[test]
fn an_address_that_is_right_or_odd_is_left_alone() {
    use crate::flow::Transport::{Tcp, Udp};
    for (transport, contact, via, seen) in [
        (Udp, CONTACT, "", None),
        (Udp, CONTACT, ";rport=5060;received=192.0.2.1", None),
        (Udp, CONTACT, ";rport=5060", None),
        (Udp, CONTACT, ";rport=5070", Some("192.0.2.1:5070")),
        (Udp, CONTACT, ";received=192.0.2.8", Some("192.0.2.8:5060")),
        (Udp, "<sip:alice@192.0.2.1>", ";rport=5060", None),
        (
            Udp,
            "<sip:alice@pbx.example.com>",
            ";received=192.0.2.8;rport=1",
            None,
        ),
        (Udp, CONTACT, ";received=0.0.0.0;rport=5060", None),
        (Udp, CONTACT, ";received=224.0.0.1;rport=5060", None),
        (Udp, CONTACT, ";received=nonsense", None),
        (Udp, CONTACT, ";received=::ffff:192.0.2.1;rport=5060", None),
        (Tcp, CONTACT, ";received=192.0.2.1;rport=40001", None),
        (
            Tcp,
            CONTACT,
            ";received=192.0.2.8;rport=40001",
            Some("192.0.2.8:40001"),
        ),
        (
            Udp,
            "<sip:alice@[2001:db8::1]:5060>",
            ";received=[2001:DB8::2];rport=5060",
            Some("[2001:db8::2]:5060"),
        ),
        (
            Udp,
            "<sip:alice@[2001:db8::1]:5060>",
            ";received=2001:db8:0::1;rport=5060",
            None,
        ),
    ] {
        let mut line = Line::plain();
        (line.flow.transport, line.via) = (transport, via);
        line.ask_as(contact, 3600);
        let Step::Registered(registered) = line.hear("200 OK", "") else {
            panic!();
        };
        let seen = seen.map(|text| text.parse().unwrap());
        assert_eq!(registered.seen_as, seen, "{transport} {contact} {via}");
    }
}

#[test]
fn a_former_address_is_taken_back_with_the_new_one() {
    let mut line = Line::plain();
    line.registers("");
    let other = "<sip:alice@192.0.2.2:5060>";
    let both = [other, "<sip:alice@192.0.2.1:5060>;expires=0"];
    line.ask_as(other, 3600);
    assert_eq!(line.sent("Contact"), both);
    // Until the registrar has heard it.
    line.hear("503 Service Unavailable", "");
    line.ask_as(other, 3600);
    assert_eq!(line.sent("Contact"), both);
    line.hear("200 OK", "");
    line.ask_as(other, 3600);
    assert_eq!(line.sent("Contact"), [other]);
    // And back again.
    line.ask_as(CONTACT, 3600);
    assert_eq!(
        line.sent("Contact"),
        [CONTACT, "<sip:alice@192.0.2.2:5060>;expires=0"]
    );
    line.ask_as(other, 3600);
    assert_eq!(line.sent("Contact"), both);
}

#[test]
fn an_address_that_was_only_tried_is_forgotten_when_it_is_refused() {
    let mut line = Line::plain();
    let other = "<sip:alice@192.0.2.2:5060>";
    assert_eq!(line.exchange("401 Unauthorized", CHALLENGE), Step::Again);
    assert!(!line.registration.is_bound());
    line.ask_as(other, 3600);
    assert_eq!(line.sent("Contact"), [other]);
    assert!(line.registration.is_bound(), "it may have arrived");
    line.registration.failed(line.start, Why::NotSent);
    assert!(!line.registration.is_bound());
    line.ask_as(other, 3600);
    line.registration.failed(line.start, Why::NoAnswer);
    assert!(line.registration.is_bound());
    line.ask();
    assert_eq!(line.sent("Contact").len(), 2);
    // Nobody has that many addresses.
    for port in 1..20 {
        line.ask_as(&format!("<sip:alice@192.0.2.1:{port}>"), 3600);
        assert!(line.sent("Contact").len() <= 1 + MAX_OUTDATED);
    }
}

#[test]
fn a_registration_is_taken_back() {
    let mut line = Line::plain();
    line.registers("");
    line.ask_as(CONTACT, 0);
    assert_eq!(line.sent("Expires"), ["0"]);
    assert_eq!(line.sent("Contact"), [CONTACT]);
    assert_eq!(line.hear("401 Unauthorized", CHALLENGE), Step::Again);
    line.ask_as(CONTACT, 0);
    assert_eq!(line.sent("Authorization").len(), 1);
    assert!(line.registration.is_bound());
    assert_eq!(line.hear("200 OK", ""), Step::Unregistered);
    assert!(!line.registration.is_bound());
}

#[test]
fn whoever_cannot_keep_flows_is_not_asked_to() {
    let device = Settings {
        instance: Some("urn:uuid:0".to_owned()),
        reg_id: Some(1),
        ..settings()
    };
    let mut line = Line::new(device.clone());
    let status = "439 First Hop Lacks Outbound Support";
    assert_eq!(line.exchange(status, ""), Step::Again);
    line.registers("");
    assert_eq!(line.sent("Supported"), ["path, gruu"]);
    assert_eq!(
        line.sent("Contact"),
        ["<sip:alice@192.0.2.1:5060>;+sip.instance=\"<urn:uuid:0>\""]
    );
    assert_eq!(line.is_refused(status, ""), (439, Why::Refused, 2, false));

    // A flow's number says which address it replaces; without one that has to be said.
    for (reg_id, contacts) in [(Some(1), 1), (None, 2)] {
        let mut line = Line::new(Settings {
            reg_id,
            ..device.clone()
        });
        line.registers("");
        line.ask_as("<sip:alice@192.0.2.2:5060>", 3600);
        assert_eq!(line.sent("Contact").len(), contacts);
    }
}

#[test]
fn nothing_from_outside_makes_a_line_of_ours() {
    let mut line = Line::plain();
    line.ask_as("<sip:alice@192.0.2.1:5060\r\nX: y>", 3600);
    assert!(line.sent("X").is_empty());
    assert_eq!(line.sent("Contact").len(), 1);
}
