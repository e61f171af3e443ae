//! Whether somebody is there.

use super::solo::*;
use super::*;

fn server() -> Flow {
    Flow::udp(address(0), SocketAddr::from(([198, 51, 100, 1], 5060)))
}

fn ask(solo: &mut Solo) -> (ProbeId, String) {
    let (now, line) = (solo.now, LineId(0));
    let id = solo.agent.probe(now, line, "sip:example.com", server());
    (id.unwrap(), solo.sent().remove(0))
}

/// What came of it.
fn probed(solo: &mut Solo, id: ProbeId) -> Result<Probed, Refusal> {
    let told = solo.told();
    match &told[..] {
        [Event::Probed { probe, result }] if *probe == id => result.clone(),
        _ => panic!("{told:?}"),
    }
}

#[test]
fn whoever_is_there_says_what_it_is() {
    let mut solo = Solo::new(line_settings("alice"));
    let (id, options) = ask(&mut solo);
    assert!(options.starts_with("OPTIONS sip:example.com SIP/2.0\r\n"));
    assert_eq!(header(&options, "Max-Forwards"), "70");
    assert!(header(&options, "From").starts_with("<sip:alice@example.com>;tag="));
    assert_eq!(header(&options, "To"), "<sip:example.com>");
    solo.pass(Duration::from_millis(30));
    let more = "Server: theirs 1.0\r\nAllow: INVITE, ACK\r\nAllow: BYE\r\n";
    let mut answer = reply(&options, 404, more);
    answer = answer.replace("10.0.0.1:5060;rport=5060", "10.0.0.1:5060;rport=777");
    answer = answer.replace("received=10.0.0.1", "received=203.0.113.7");
    solo.hear_from(&server(), &answer);
    let want = Probed {
        code: 404,
        reason: "Whatever".to_owned(),
        took: Duration::from_millis(30),
        authenticated: false,
        server: "theirs 1.0".to_owned(),
        allow: "INVITE, ACK, BYE".to_owned(),
        seen_as: Some("203.0.113.7:777".parse().unwrap()),
    };
    assert_eq!(probed(&mut solo, id), Ok(want));
    // A copy says nothing new.
    solo.hear_from(&server(), &answer);
    assert!(solo.told().is_empty());
    solo.until_over();
}

#[test]
fn nobody_is_there() {
    let mut solo = Solo::new(line_settings("alice"));
    let (id, _) = ask(&mut solo);
    assert!(solo.agent.owes());
    let sent = solo.pass(T1 * 65);
    assert_eq!(sent.len(), 10, "sent again by Timer E");
    assert_eq!(probed(&mut solo, id), Err(Refusal::TimedOut));
    solo.until_over();
    let flow = Flow {
        transport: Transport::Tcp,
        ..server()
    };
    let id = solo
        .agent
        .probe(solo.now, LineId(0), "sip:example.com", flow.clone());
    solo.sent();
    solo.agent.broken(solo.now, &Gone::of(flow));
    assert_eq!(probed(&mut solo, id.unwrap()), Err(Refusal::NotSent));
    for uri in ["example.com", "tel:1", ""] {
        assert_eq!(solo.agent.probe(solo.now, LineId(0), uri, server()), None);
    }
    let none = solo
        .agent
        .probe(solo.now, LineId(7), "sip:example.com", server());
    assert_eq!(none, None);
    solo.until_over();
}

#[test]
fn a_password_is_tried_where_it_is_asked_for() {
    let challenge = "WWW-Authenticate: Digest realm=\"r\", nonce=\"a\"\r\n";
    let mut line = line_settings("alice");
    let mut solo = Solo::new(line.clone());
    let (id, options) = ask(&mut solo);
    assert!(
        solo.hear_from(&server(), &reply(&options, 401, challenge))
            .is_empty()
    );
    let got = probed(&mut solo, id).unwrap();
    assert_eq!((got.code, got.authenticated), (401, false));
    line.credentials = Some(crate::digest::Credentials {
        user: "alice".to_owned(),
        password: "secret".into(),
    });
    for (code, authenticated) in [(200, true), (401, false)] {
        let mut solo = Solo::new(line.clone());
        let (id, options) = ask(&mut solo);
        let second = solo.hear_from(&server(), &reply(&options, 401, challenge));
        assert!(header(&second[0], "Authorization").starts_with("Digest username=\"alice\""));
        solo.hear_from(&server(), &reply(&second[0], code, challenge));
        let got = probed(&mut solo, id).unwrap();
        assert_eq!((got.code, got.authenticated), (code, authenticated));
        solo.until_over();
    }
}
