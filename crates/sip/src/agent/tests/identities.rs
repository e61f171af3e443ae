//! Who calls, and who says so.

use super::peer::placing;
use super::solo::*;
use super::*;
use std::net::IpAddr;

const SERVER: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(198, 51, 100, 1));

/// What a call from this address with these header lines offers.
fn offer(line: LineSettings, from: &str, more: &str) -> Offer {
    let mut solo = Solo::new(line);
    solo.agent.add_servers(LineId(0), &[SERVER]);
    let flow = Flow::udp(address(0), SocketAddr::new(from.parse().unwrap(), 5060));
    let text = outside("INVITE", "sip:alice@10.0.0.1", "i", more);
    let text = text.replace("<sip:mallory@192.0.2.9>", "\"M\" <sip:mallory@192.0.2.9>");
    solo.hear_from(&flow, &text);
    match solo.told().remove(0) {
        Event::Offered { offer, .. } => *offer,
        other => panic!("{other:?}"),
    }
}

fn from_server(more: &str) -> Offer {
    offer(line_settings("alice"), "198.51.100.1", more)
}

const CLAIMS: &str = "P-Asserted-Identity: \"Chancellor\" <sip:1@example.com>\r\n\
    Remote-Party-ID: \"Chancellor\" <sip:1@example.com>\r\n\
    Diversion: <sip:2@example.com>;reason=user-busy\r\n\
    History-Info: <sip:3@example.com>;index=1, <sip:alice@10.0.0.1;cause=302>;index=1.1\r\n";

#[test]
fn a_stranger_is_not_believed() {
    let got = offer(line_settings("alice"), "192.0.2.9", CLAIMS);
    assert_eq!(got.caller.uri, "sip:mallory@192.0.2.9");
    assert_eq!((got.diverted_by, got.diversions), (None, Vec::new()));
    let got = from_server(CLAIMS);
    assert_eq!(got.caller.uri, "sip:1@example.com");
    assert_eq!(got.caller.name, "Chancellor");
    assert_eq!(got.diverted_by.unwrap().uri, "sip:2@example.com");
    // Whoever is trusted by the settings is, and nobody else.
    let mut line = line_settings("alice");
    line.trusted_sources = vec!["192.0.2.9".parse().unwrap()];
    assert_eq!(
        offer(line.clone(), "192.0.2.9", CLAIMS).caller.name,
        "Chancellor"
    );
    assert_eq!(offer(line, "198.51.100.1", CLAIMS).caller.name, "M");
}

#[test]
fn the_registrar_is_trusted_where_it_was_found() {
    let mut solo = Solo::new(line_settings("alice"));
    let settings = registration();
    solo.agent
        .keep_registered(solo.now, LineId(0), settings, Duration::ZERO);
    solo.pass(Duration::ZERO);
    let flow = Flow::udp(address(0), SocketAddr::new(SERVER, 5060));
    solo.agent.register(solo.now, LineId(0), vec![flow.clone()]);
    solo.told();
    let text = outside("INVITE", "sip:alice@10.0.0.1", "i", CLAIMS);
    solo.hear_from(&flow, &text);
    let told = solo.told();
    let Some(Event::Offered { offer, .. }) = told.last() else {
        panic!("{told:?}")
    };
    assert_eq!(offer.caller.name, "Chancellor");
}

#[test]
fn the_best_of_what_the_server_asserts_is_taken() {
    for (more, uri, name) in [
        (
            "P-Asserted-Identity: <tel:+49301>, \"B\" <sip:+49301@h>\r\n",
            "sip:+49301@h",
            "B",
        ),
        ("P-Asserted-Identity: <tel:+49301>\r\n", "tel:+49301", ""),
        // The server did not repeat the name.
        (
            "P-Asserted-Identity: <sip:mallory@h>\r\n",
            "sip:mallory@h",
            "M",
        ),
        (
            "Remote-Party-ID: \"X\" <sip:x@h>;party=called, \"Y\" <sip:y@h>;party=calling\r\n",
            "sip:y@h",
            "Y",
        ),
        (
            "P-Asserted-Identity: nonsense\r\n",
            "sip:mallory@192.0.2.9",
            "M",
        ),
    ] {
        let got = from_server(more).caller;
        assert_eq!((got.uri.as_str(), got.name.as_str()), (uri, name), "{more}");
    }
}

#[test]
fn who_wants_to_stay_unknown_is_known_to_want_it() {
    for (more, anonymous) in [
        ("", false),
        ("Privacy: none\r\n", false),
        ("Privacy: critical;ID\r\n", true),
        ("Privacy: session\r\n", false),
        ("Privacy: user\r\n", true),
        ("Remote-Party-ID: <sip:y@h>;privacy=full\r\n", true),
        ("Remote-Party-ID: <sip:y@h>;privacy=off\r\n", false),
    ] {
        assert_eq!(from_server(more).anonymous, anonymous, "{more}");
    }
    let mut solo = Solo::new(line_settings("alice"));
    let text = outside("INVITE", "sip:alice@10.0.0.1", "i", "");
    solo.hear(&text.replace("mallory@192.0.2.9>;tag", "anonymous@anonymous.invalid>;tag"));
    let told = solo.told();
    assert!(matches!(&told[0], Event::Offered { offer, .. } if offer.anonymous));
}

fn steps(more: &str) -> Vec<(String, DivertReason)> {
    let got = from_server(more).diversions;
    got.into_iter().map(|d| (d.by.uri, d.reason)).collect()
}

fn step(uri: &str, reason: DivertReason) -> (String, DivertReason) {
    (uri.to_owned(), reason)
}

#[test]
fn diversions_come_with_their_reasons_the_latest_first() {
    use DivertReason::*;
    let more = "Diversion: \"C\" <sip:c@h>;reason=no-answer;counter=1\r\n\
        Diversion: <sip:b@h>;reason=\"user-busy\", <tel:+1>;reason=follow-me, <sip:z@h>\r\n";
    let want = [
        step("sip:c@h", NoAnswer),
        step("sip:b@h", Busy),
        step("tel:+1", FollowMe),
        step("sip:z@h", Unknown),
    ];
    assert_eq!(steps(more), want);
    let hidden = "Diversion: <sip:c@h>;reason=away;privacy=full\r\n";
    let got = from_server(hidden);
    assert_eq!(got.diverted_by, None);
    assert!(got.diversions[0].private);
    assert_eq!(got.diversions[0].reason, Away);
}

#[test]
fn history_tells_of_diversions_and_of_nothing_else() {
    use DivertReason::*;
    // An address found for the same party, by a proxy on the way.
    let plain = "History-Info: <sip:alice@example.com>;index=1, \
        <sip:alice@10.0.0.1>;index=1.1;rc=1\r\n";
    assert_eq!(steps(plain), []);
    // Two parties: by the cause in the new target, and by the Reason in the old one.
    let two = "History-Info: <sip:b@h?Reason=SIP%3Bcause%3D486%3Btext%3D%22Busy%22>;index=1\r\n\
        History-Info: <sip:c@h>;index=1.1;mp=1, <sip:alice@h;cause=408>;index=1.2;mp=1.1\r\n\
        History-Info: <sip:alice@10.0.0.1>;index=1.2.1;rc=1.2\r\n";
    assert_eq!(
        steps(two),
        [step("sip:c@h", NoAnswer), step("sip:b@h", Busy)]
    );
    // RFC 4244 knew no `mp`; a party may hide itself.
    let old = "History-Info: <sip:b@h?Reason=Q.850%3Bcause%3D19&Privacy=history>;index=1, \
        <sip:alice@10.0.0.1>;index=2\r\n";
    let got = from_server(old);
    assert_eq!(got.diversions.len(), 1);
    assert_eq!(got.diversions[0].reason, NoAnswer);
    assert!(got.diversions[0].private && got.diverted_by.is_none());
    // What makes no sense does no harm.
    for odd in [
        "History-Info: <sip:b@h>;index=1;mp=9, nonsense, <sip:c@h>;mp=\r\n",
        "History-Info: <sip:b@h?Reason=>, <sip:c@h?&&=>;index\r\n",
        "Diversion: nonsense\r\n",
    ] {
        from_server(odd);
    }
}

fn placed(line: LineSettings, to: &str, anonymous: bool) -> (Solo, String) {
    let mut solo = Solo::new(line);
    solo.agent.add_servers(LineId(0), &[SERVER]);
    let peer = SocketAddr::new(to.parse().unwrap(), 5060);
    let placing = Placing {
        anonymous,
        ..placing("sip:bob@example.com", &[Flow::udp(address(0), peer)])
    };
    solo.agent.place(solo.now, placing).unwrap();
    let invite = solo.sent().remove(0);
    (solo, invite)
}

#[test]
fn an_anonymous_call_tells_only_the_servers_who_calls() {
    let mut named = line_settings("alice");
    named.identity = "\"Alice A.\" <sip:alice@example.com>".to_owned();
    let (_, invite) = placed(named.clone(), "198.51.100.1", false);
    assert!(header(&invite, "From").starts_with("\"Alice A.\" <sip:alice@example.com>;tag="));
    assert_eq!(header(&invite, "Privacy"), "");
    let (_, invite) = placed(named.clone(), "198.51.100.1", true);
    let from = header(&invite, "From");
    assert!(from.starts_with("\"Anonymous\" <sip:anonymous@anonymous.invalid>;tag="));
    assert_eq!(header(&invite, "Privacy"), "id");
    assert_eq!(
        header(&invite, "P-Preferred-Identity"),
        "\"Alice A.\" <sip:alice@example.com>"
    );
    assert_eq!(header(&invite, "Contact"), "<sip:anonymous@10.0.0.1:5060>");
    let (mut solo, invite) = placed(named, "192.0.2.9", true);
    assert!(!invite.to_lowercase().contains("alice"), "{invite}");
    // Nor does anything later tell it.
    let more = "Contact: <sip:bob@192.0.2.9:5070>\r\n";
    let ack = solo.hear(&reply(&invite, 200, more));
    let call = solo.told().into_iter().find_map(|event| match event {
        Event::Answered { call, .. } => Some(call),
        _ => None,
    });
    solo.agent.hold(solo.now, call.unwrap()).unwrap();
    let again = solo.sent();
    assert_eq!((kind(&ack[0]), kind(&again[0])), ("ACK", "INVITE"));
    for text in ack.iter().chain(&again) {
        assert!(!text.to_lowercase().contains("alice"), "{text}");
    }
}

#[test]
fn who_answered_is_believed_from_the_servers_only() {
    for (peer, believed) in [("198.51.100.1", true), ("192.0.2.9", false)] {
        let (mut solo, invite) = placed(line_settings("alice"), peer, false);
        let more = "Contact: <sip:bob@192.0.2.9:5070>\r\nP-Asserted-Identity: <sip:carol@h>\r\n";
        let flow = Flow::udp(address(0), SocketAddr::new(peer.parse().unwrap(), 5060));
        solo.hear_from(&flow, &reply(&invite, 200, more));
        let connected = solo.told().into_iter().find_map(|event| match event {
            Event::Answered { connected, .. } => Some(connected),
            _ => None,
        });
        assert_eq!(connected.unwrap().is_some(), believed);
    }
}

#[test]
fn an_outbound_proxy_is_a_server() {
    let mut line = line_settings("alice");
    line.routes = vec!["<sip:proxy.example.com;lr>".to_owned()];
    let (_, invite) = placed(line, "203.0.113.8", true);
    assert_eq!(
        header(&invite, "P-Preferred-Identity"),
        "<sip:alice@example.com>"
    );
}
