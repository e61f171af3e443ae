//! Where requests within a call go: Contact, Record-Route, names, and ways that do not work.

use super::peer::{OFFER, Solo, field, kind, placing, response};
use super::*;

/// Faults E and H: Contacts that cannot be called, and none.
#[test]
fn contacts_that_cannot_be_called() {
    for contact in ["", "Contact: <tel:+15550100>\n", "Contact: <mailto:a@b>\n"] {
        let mut solo = Solo::alice();
        let invite = solo.request("INVITE", contact, OFFER);
        solo.receive(&invite);
        assert_eq!(solo.kinds(), ["400"], "{contact}");
        assert_eq!(solo.offered(), None);
    }
    // Within the dialog the old one stays.
    let mut solo = Solo::alice();
    let call = solo.up_called();
    for contact in ["", "Contact: <tel:+15550100>\n"] {
        assert_eq!(solo.ask("INVITE", contact, OFFER), "200");
        solo.ack();
    }
    solo.hang_up(call);
    assert!(solo.one().starts_with("BYE sip:peer@192.0.2.9:5070 "));
    solo.is_over();
}

/// Where the BYE goes for what the far end's Contact and Record-Route say.
#[test]
fn requests_go_where_the_dialog_says() {
    for (lines, peer, first, route) in [
        (
            "Contact: <sip:b@198.51.100.7:5080>\n",
            "198.51.100.7:5080",
            "sip:b@198.51.100.7:5080",
            "",
        ),
        (
            "Contact: <sip:b@h.example;maddr=198.51.100.8>\n",
            "198.51.100.8:5060",
            "sip:b@h.example;maddr=198.51.100.8",
            "",
        ),
        (
            "Contact: <sip:b@198.51.100.7?Subject=x>\n",
            "198.51.100.7:5060",
            "sip:b@198.51.100.7",
            "",
        ),
        // A private address that nobody here can reach, or one of a carrier; its neighbours are none.
        (
            "Contact: <sip:b@100.64.3.4>\n",
            PEER_AT,
            "sip:b@100.64.3.4",
            "",
        ),
        (
            "Contact: <sip:b@100.127.255.255>\n",
            PEER_AT,
            "sip:b@100.127.255.255",
            "",
        ),
        (
            "Contact: <sip:b@100.128.0.1>\n",
            "100.128.0.1:5060",
            "sip:b@100.128.0.1",
            "",
        ),
        (
            "Contact: <sip:b@192.0.0.2>\n",
            PEER_AT,
            "sip:b@192.0.0.2",
            "",
        ),
        // A private address, groups, nonsense, another kind of network.
        (
            "Contact: <sip:b@192.168.3.4:5080>\n",
            PEER_AT,
            "sip:b@192.168.3.4:5080",
            "",
        ),
        (
            "Contact: <sip:b@224.0.1.75>\n",
            PEER_AT,
            "sip:b@224.0.1.75",
            "",
        ),
        (
            "Contact: <sip:b@255.255.255.255>\n",
            PEER_AT,
            "sip:b@255.255.255.255",
            "",
        ),
        ("Contact: <sip:b@0.0.0.0>\n", PEER_AT, "sip:b@0.0.0.0", ""),
        (
            "Contact: <sip:b@[2001:db8::1]>\n",
            PEER_AT,
            "sip:b@[2001:db8::1]",
            "",
        ),
        // A name is looked up later (fault F): nothing waits for that.
        (
            "Contact: <sip:b@h.example>\n",
            PEER_AT,
            "sip:b@h.example",
            "",
        ),
        (
            "Contact: <sip:b@h.example>\nRecord-Route: <sip:two.example;lr>, <sip:198.51.100.9;lr>\n",
            "198.51.100.9:5060",
            "sip:b@h.example",
            "<sip:198.51.100.9;lr>",
        ),
        // A strict router is the Request-URI, and the target goes last.
        (
            "Contact: <sip:b@h.example>\nRecord-Route: <sip:198.51.100.9>\n",
            "198.51.100.9:5060",
            "sip:198.51.100.9",
            "<sip:b@h.example>",
        ),
    ] {
        let mut solo = Solo::alice();
        let (call, invite) = solo.place();
        solo.receive(&response(&invite, "200 OK", "b", lines, OFFER));
        let (flow, ack) = solo.routed().remove(0);
        assert_eq!(
            (flow.peer.to_string().as_str(), kind(&ack).as_str()),
            (peer, "ACK"),
            "{lines}"
        );
        solo.hang_up(call);
        let (flow, bye) = solo.routed().remove(0);
        assert_eq!(flow.peer.to_string(), peer, "{lines}");
        assert!(
            bye.starts_with(&format!("BYE {first} SIP/2.0\r\n")),
            "{lines} {bye}"
        );
        assert_eq!(field(&bye, "Route"), route);
        solo.is_over();
    }
}

const PEER_AT: &str = super::peer::PEER;

/// A call of ours whose far end says that it is there.
fn up_at(contact: &str) -> (Solo, CallId) {
    let mut solo = Solo::alice();
    let (call, invite) = solo.place();
    let lines = format!("Contact: {contact}\n");
    solo.receive(&response(&invite, "200 OK", "b", &lines, OFFER));
    solo.sent();
    (solo, call)
}

#[test]
fn a_bye_that_cannot_be_sent_takes_the_other_way() {
    let (mut solo, call) = up_at("<sip:b@198.51.100.7:5080;transport=tcp>");
    solo.hang_up(call);
    let (flow, bye) = solo.routed().remove(0);
    assert_eq!(
        (flow.transport, kind(&bye).as_str()),
        (Transport::Tcp, "BYE")
    );
    solo.agent.broken(solo.now, &solo.not_taken(&flow));
    let (flow, bye) = solo.routed().remove(0);
    assert_eq!(
        (flow.peer.to_string().as_str(), kind(&bye).as_str()),
        (PEER_AT, "BYE")
    );
    solo.agent.broken(solo.now, &solo.not_taken(&flow));
    assert!(solo.sent().is_empty());
    assert!(!solo.agent.owes());
    solo.is_over();
}

/// Where the lines close there is no time to see whether the first way leads anywhere.
#[test]
fn a_bye_in_a_hurry_takes_both_ways_at_once() {
    // Which of the two is answered.
    for answered in [0, 1] {
        let (mut solo, call) = up_at("<sip:b@198.51.100.7:5080>");
        solo.hang_up(call);
        solo.agent.hurry(solo.now, call);
        let sent = solo.routed();
        let ways: Vec<_> = sent
            .iter()
            .map(|(flow, text)| (kind(text), flow.peer.to_string()))
            .collect();
        let bye = |peer: &str| ("BYE".to_owned(), peer.to_owned());
        assert_eq!(ways, [bye("198.51.100.7:5080"), bye(PEER_AT)]);
        // Once each, however hurried.
        solo.agent.hurry(solo.now, call);
        assert!(solo.sent().is_empty());
        solo.receive(&response(&sent[answered].1, "200 OK", "", "", ""));
        assert!(!solo.agent.owes(), "nobody waits for the other one");
        let told = &solo.told;
        assert!(
            !told
                .iter()
                .any(|event| matches!(event, Event::Unconfirmed { .. }))
        );
        solo.is_over();
    }
    // Where there is one way, it is not asked twice.
    let mut solo = Solo::alice();
    let call = solo.up();
    solo.hang_up(call);
    solo.agent.hurry(solo.now, call);
    assert_eq!(solo.kinds(), ["BYE"]);
    solo.is_over();
}

/// Over UDP nobody says that a Contact leads nowhere.
#[test]
fn a_bye_that_nobody_answers_takes_the_other_way_once() {
    for answered in [true, false] {
        let (mut solo, call) = up_at("<sip:b@198.51.100.7:5080>");
        solo.hang_up(call);
        solo.pass(Duration::from_secs(33));
        let mut sent = solo.routed();
        let (flow, bye) = sent.pop().unwrap();
        assert_eq!(
            (flow.peer.to_string().as_str(), kind(&bye).as_str()),
            (PEER_AT, "BYE")
        );
        assert!(
            sent.iter()
                .all(|(flow, _)| flow.peer.port() == 5080 || flow.peer == solo.flow.peer)
        );
        if answered {
            solo.receive(&response(&bye, "200 OK", "", "", ""));
        }
        solo.pass(Duration::from_secs(40));
        assert!(!solo.agent.owes());
        let told = solo.told.iter();
        let unconfirmed = told.filter(|event| matches!(event, Event::Unconfirmed { .. }));
        assert_eq!(unconfirmed.count(), usize::from(!answered));
        solo.is_over();
    }
}

/// A Record-Route that leads back here: what we send to ourselves ends there.
#[test]
fn a_route_that_leads_to_ourselves_is_no_loop() {
    let mut solo = Solo::alice();
    let (call, invite) = solo.place();
    let lines = "Contact: <sip:b@192.0.2.9:5070>\nRecord-Route: <sip:10.0.0.1:5060;lr>\n";
    solo.receive(&response(&invite, "200 OK", "b", lines, OFFER));
    solo.hang_up(call);
    let mut rounds = 0;
    loop {
        let sent = solo.routed();
        if sent.is_empty() {
            break;
        }
        for (flow, text) in sent {
            assert_eq!(flow.peer, address(0));
            let back = Flow::udp(address(0), address(0));
            solo.receive_by(&back, &text.replace("\r\n", "\n"));
        }
        rounds += 1;
        assert!(rounds < 10);
    }
    assert!(!solo.agent.owes());
    solo.is_over();
}

/// A name is asked for once, and requests go on to where it leads.
#[test]
fn a_name_in_a_contact_is_looked_up_once() {
    let mut solo = Solo::alice();
    let (call, invite) = solo.place();
    let contact = "Contact: <sip:b@h.example>\n";
    solo.receive(&response(&invite, "200 OK", "b", contact, OFFER));
    assert_eq!(solo.kinds(), ["ACK"]);
    let asked = |solo: &Solo| {
        let told = solo.told.iter();
        told.filter(|event| matches!(event, Event::Resolve { .. }))
            .count()
    };
    assert_eq!(asked(&solo), 1);
    let way = Flow::udp(address(0), "198.51.100.3:5060".parse().unwrap());
    solo.agent
        .set_way(call, "sip:b@h.example", vec![way.clone()]);
    assert_eq!(solo.ask("INVITE", contact, OFFER), "200");
    solo.ack();
    assert_eq!(asked(&solo), 1);
    solo.hang_up(call);
    let (flow, bye) = solo.routed().remove(0);
    assert_eq!((flow, kind(&bye).as_str()), (way, "BYE"));
    solo.is_over();
}

/// The far end names another place while the first one is looked up: what comes of that late is
/// about nothing any more, whatever the new one is.
#[test]
fn what_is_looked_up_late_for_an_old_contact_leads_nowhere() {
    let way = |ip: &str| Flow::udp(address(0), format!("{ip}:5060").parse().unwrap());
    let (first, second) = (way("198.51.100.1"), way("198.51.100.2"));
    for (contact, wanted) in [
        ("sip:b@second.example", &second),
        ("sip:b@198.51.100.2", &second),
        // The same name again: it is where it was found first.
        ("sip:b@first.example", &first),
    ] {
        let mut solo = Solo::alice();
        let (call, invite) = solo.place();
        let lines = "Contact: <sip:b@first.example>\n";
        solo.receive(&response(&invite, "200 OK", "b", lines, OFFER));
        assert_eq!(solo.kinds(), ["ACK"]);
        let lines = format!("Contact: <{contact}>\n");
        assert_eq!(solo.ask("INVITE", &lines, OFFER), "200");
        solo.ack();
        solo.agent.set_way(call, contact, vec![wanted.clone()]);
        let late = match wanted == &first {
            true => &second,
            false => &first,
        };
        solo.agent
            .set_way(call, "sip:b@first.example", vec![late.clone()]);
        solo.hang_up(call);
        let (flow, bye) = solo.routed().remove(0);
        assert_eq!((&flow, kind(&bye).as_str()), (wanted, "BYE"), "{contact}");
        solo.is_over();
    }
}

/// A name may be reached in several ways, the best of which would tell others what began in private.
#[test]
fn of_the_ways_to_a_name_the_first_that_lowers_nothing_is_taken() {
    let way = |transport, peer: &str| Flow {
        transport,
        ..Flow::udp(address(0), peer.parse().unwrap())
    };
    let ways = [
        way(Transport::Udp, "198.51.100.3:5060"),
        way(Transport::Tcp, "198.51.100.3:5060"),
        way(Transport::Tls, "198.51.100.4:5061"),
        way(Transport::Tls, "198.51.100.5:5061"),
    ];
    for (begun, found, wanted) in [
        (Transport::Udp, &ways[..], Some(&ways[0])),
        (Transport::Tls, &ways[..], Some(&ways[2])),
        (Transport::Tls, &ways[..2], None),
    ] {
        let mut solo = Solo::alice();
        solo.flow.transport = begun;
        let (call, invite) = solo.place();
        let contact = "Contact: <sip:b@h.example>\n";
        solo.receive(&response(&invite, "200 OK", "b", contact, OFFER));
        assert_eq!(solo.kinds(), ["ACK"]);
        solo.agent.set_way(call, "sip:b@h.example", found.to_vec());
        // Whatever came of it, it is not looked up again and again.
        solo.told.clear();
        assert_eq!(solo.ask("INVITE", contact, OFFER), "200");
        solo.ack();
        let asked = |event: &Event| matches!(event, Event::Resolve { .. });
        assert!(!solo.told.iter().any(asked), "{begun}");
        solo.hang_up(call);
        let (flow, bye) = solo.routed().remove(0);
        let wanted = wanted.unwrap_or(&solo.flow);
        assert_eq!((&flow, kind(&bye).as_str()), (wanted, "BYE"), "{begun}");
        solo.is_over();
    }
}

/// Whoever is called by a `sips:` URI, or has one, is reached by one (§8.1.1.8, §12.1.1), where TLS
/// is spoken.
#[test]
fn a_secure_uri_asks_for_a_secure_contact() {
    const PLAIN: &str = "sip:alice@10.0.0.1:5060;transport=tls";
    const SECURE: &str = "sips:alice@10.0.0.1:5060";
    let tls = |mut line: LineSettings, identity: &str| {
        line.identity = identity.to_owned();
        let mut solo = Solo::new(line);
        solo.flow.transport = Transport::Tls;
        solo
    };
    let contact = |message: &str| {
        field(message, "Contact")
            .trim_matches(['<', '>'])
            .to_owned()
    };
    for (identity, scheme, wanted) in [
        ("<sip:alice@example.com>", "sip", PLAIN),
        ("<sip:alice@example.com>", "sips", SECURE),
        ("<sips:alice@example.com>", "sip", SECURE),
        ("\"<sip:a>\" <sips:alice@example.com>", "sips", SECURE),
    ] {
        let mut solo = tls(line_settings("alice"), identity);
        let target = format!("{scheme}:bob@192.0.2.9:5070");
        let placing = placing(&target, &[solo.flow.clone()]);
        solo.agent.place(solo.now, placing).unwrap();
        assert_eq!(contact(&solo.one()), wanted, "{identity} calls {scheme}");
    }
    for (to, from, wanted) in [
        ("sip", "sip", PLAIN),
        ("sips", "sip", SECURE),
        ("sip", "sips", SECURE),
    ] {
        let mut solo = tls(line_settings("alice"), "<sip:alice@example.com>");
        solo.near = format!("<{to}:alice@10.0.0.1>");
        let lines = format!("Contact: <{from}:peer@192.0.2.9:5070>\n");
        let invite = solo.request("INVITE", &lines, OFFER);
        solo.receive(&invite);
        let call = solo.offered().unwrap();
        let media = "10.0.0.1:4000".parse().unwrap();
        solo.agent.answer(solo.now, call, media, 7).unwrap();
        assert_eq!(contact(&solo.one()), wanted, "{from} calls {to}");
    }
}
