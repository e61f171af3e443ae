//! What strangers can do to an agent, and what they cannot.

use super::peer::placing;
use super::solo::*;
use super::*;
use std::net::IpAddr;

const SERVER: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(198, 51, 100, 1));

fn guarded() -> LineSettings {
    LineSettings {
        known_sources: Some(Vec::new()),
        ..line_settings("alice")
    }
}

fn from(ip: [u8; 4]) -> Flow {
    Flow::udp(address(0), SocketAddr::from((ip, 5060)))
}

const OFFER: &str = "Content-Type: application/sdp\r\n\r\nv=0\r\no=- 1 1 IN IP4 192.0.2.9\r\ns=-\r\n\
    c=IN IP4 192.0.2.9\r\nt=0 0\r\nm=audio 4000 RTP/AVP 0\r\n";

fn invite(uri: &str, id: &str) -> String {
    let text = outside("INVITE", uri, id, OFFER);
    text.trim_end_matches("\r\n").to_owned() + "\r\n"
}

#[test]
fn a_line_with_known_sources_says_nothing_to_strangers() {
    let mut solo = Solo::new(guarded());
    let id = LineId(0);
    for (number, method) in [
        "OPTIONS",
        "REGISTER",
        "INVITE",
        "BYE",
        "CANCEL",
        "NOTIFY",
        "MESSAGE",
        "SUBSCRIBE",
        "NONSENSE",
    ]
    .iter()
    .enumerate()
    {
        let text = outside(method, "sip:alice@10.0.0.1", &format!("s{number}"), "");
        assert_eq!(solo.hear(&text), [""; 0], "{method}");
        let text = outside(method, "sip:100@10.0.0.1", &format!("t{number}"), "");
        assert_eq!(solo.hear(&text), [""; 0], "{method}");
    }
    // What is malformed, what names a dialog that is none, what is no SIP.
    let text = outside(
        "OPTIONS",
        "sip:alice@10.0.0.1",
        "m",
        "Content-Length: 9\r\n",
    );
    assert_eq!(solo.hear(&text), [""; 0]);
    let more = "To: <sip:alice@10.0.0.1>;tag=made-up\r\n";
    assert_eq!(
        solo.hear(&request("BYE", "sip:alice@10.0.0.1", "d", more)),
        [""; 0]
    );
    assert_eq!(solo.hear("\r\n\r\n"), [""; 0]);
    assert_eq!(solo.agent.counts(), Counts::default());
    assert!(solo.told().is_empty());
    // The servers are heard.
    let text = outside("OPTIONS", "sip:alice@10.0.0.1", "o", "");
    assert_eq!(solo.hear_from(&from([198, 51, 100, 1]), &text), [""; 0]);
    solo.agent.add_servers(id, &[SERVER]);
    let heard = solo.hear_from(&from([198, 51, 100, 1]), &text);
    assert_eq!(kind(&heard[0]), "200");
    solo.until_over();
}

#[test]
fn known_sources_count_for_each_line() {
    let mut solo = Solo::new(guarded());
    solo.agent.add_line(line_settings("bob"));
    let text = outside("OPTIONS", "sip:alice@10.0.0.1", "a", "");
    assert_eq!(solo.hear(&text), [""; 0]);
    let text = outside("OPTIONS", "sip:bob@10.0.0.1", "b", "");
    assert_eq!(kind(&solo.hear(&text)[0]), "200");
    // What is for nobody is answered while one line listens to everybody.
    let text = outside("INVITE", "sip:carol@10.0.0.1", "c", "");
    assert_eq!(kind(&solo.hear(&text)[0]), "404");
    // And not while none does.
    let mut solo = Solo::new(guarded());
    let bob = LineSettings {
        user: "bob".to_owned(),
        ..guarded()
    };
    solo.agent.add_line(bob);
    for user in ["alice", "bob", "carol"] {
        let text = outside("INVITE", &format!("sip:{user}@10.0.0.1"), user, "");
        assert_eq!(solo.hear(&text), [""; 0], "{user}");
    }
    let mut listed = guarded();
    listed.known_sources = Some(vec!["192.0.2.9".parse().unwrap()]);
    let mut solo = Solo::new(listed);
    let text = outside("OPTIONS", "sip:alice@10.0.0.1", "a", "");
    assert_eq!(kind(&solo.hear(&text)[0]), "200");
}

#[test]
fn a_guarded_line_still_hears_those_whom_it_calls() {
    let mut net = Net::new(1, [guarded(), line_settings("bob")]);
    let (_, bob) = net.connected();
    net.hang_up(1, bob);
    net.pass(Duration::from_millis(100));
    assert!(matches!(ends(&net.told[0])[..], [End::Bye { .. }]));
    // A stranger to it all the same.
    net.place(1);
    net.pass(Duration::from_secs(40));
    assert!(
        !net.told[0]
            .iter()
            .any(|e| matches!(e, Event::Offered { .. }))
    );
    assert!(matches!(
        ends(&net.told[1])[..],
        [End::Refused { code: 408, .. }]
    ));
    net.until_over();
}

#[test]
fn a_flood_is_answered_and_not_remembered() {
    let mut solo = Solo::new(line_settings("alice"));
    solo.agent.add_line(line_settings("bob"));
    solo.agent.set_guard(Guard {
        burst: 10,
        per_second: 2,
        ..Guard::default()
    });
    for number in 0..3000 {
        let id = format!("f{number}");
        let (method, uri, code) = match number % 4 {
            0 => ("OPTIONS", "sip:100@10.0.0.1", "200"),
            1 => ("REGISTER", "sip:10.0.0.1", "405"),
            2 => ("INVITE", "sip:1234@10.0.0.1", "404"),
            _ => ("BYE", "sip:alice@10.0.0.1", "481"),
        };
        let tag = if method == "BYE" { ";tag=x" } else { "" };
        let more = format!("To: <{uri}>{tag}\r\n");
        let sent = solo.hear(&request(method, uri, &id, &more));
        assert_eq!(sent.len(), 1);
        assert_eq!(kind(&sent[0]), code);
        assert!(solo.agent.counts().transactions <= 10);
    }
    assert_eq!(solo.agent.strangers.remembered().0, 1);
    // A few seconds later it is listened to again.
    solo.pass(Duration::from_secs(3));
    let before = solo.agent.counts().transactions;
    let text = outside("OPTIONS", "sip:alice@10.0.0.1", "later", "");
    assert_eq!(solo.hear(&text).len(), 1);
    assert_eq!(solo.agent.counts().transactions, before + 1);
    solo.until_over();
}

#[test]
fn the_servers_of_a_line_are_no_flood() {
    let mut solo = Solo::new(line_settings("alice"));
    solo.agent.add_servers(LineId(0), &[SERVER]);
    solo.agent.set_guard(Guard {
        burst: 10,
        per_second: 1,
        ..Guard::default()
    });
    for number in 0..50 {
        let text = outside("OPTIONS", "sip:alice@10.0.0.1", &format!("o{number}"), "");
        solo.hear_from(&from([198, 51, 100, 1]), &text);
    }
    assert_eq!(solo.agent.counts().transactions, 50);
    solo.until_over();
}

#[test]
fn more_sources_than_can_be_told_apart_count_as_one() {
    let mut solo = Solo::new(line_settings("alice"));
    solo.agent.set_guard(Guard {
        burst: 5,
        per_second: 1,
        sources: 8,
        offered: 1,
    });
    for number in 0..1000_u32 {
        let flow = from((0xC633_0000 + number).to_be_bytes());
        let text = outside("OPTIONS", "sip:alice@10.0.0.1", &format!("o{number}"), "");
        assert_eq!(solo.hear_from(&flow, &text).len(), 1);
    }
    assert_eq!(solo.agent.counts().transactions, 8 + 5);
    assert_eq!(solo.agent.strangers.remembered().0, 8);
    // Who was quiet is forgotten when somebody needs the room.
    solo.pass(Duration::from_secs(100));
    let text = outside("OPTIONS", "sip:alice@10.0.0.1", "new", "");
    solo.hear(&text);
    assert_eq!(solo.agent.strangers.remembered().0, 1);
    solo.until_over();
}

#[test]
fn addresses_of_one_network_count_as_one() {
    let flow = |text: &str| Flow::udp(address(0), text.parse().unwrap());
    let of = |text: &str| guard::source(&flow(text));
    assert_eq!(of("[2001:db8::1]:5060"), of("[2001:db8::2:0:0:9]:1"));
    assert_ne!(of("[2001:db8::1]:5060"), of("[2001:db8:0:1::1]:5060"));
    assert_eq!(of("[::ffff:192.0.2.1]:5060"), of("192.0.2.1:7"));
    assert_ne!(of("192.0.2.1:5060"), of("192.0.2.2:5060"));
}

#[test]
fn one_source_cannot_let_everything_ring() {
    let mut solo = Solo::new(line_settings("alice"));
    solo.agent.set_guard(Guard {
        offered: 3,
        ..Guard::default()
    });
    let offered = |solo: &mut Solo| {
        let offered = solo.told().into_iter().filter_map(|event| match event {
            Event::Offered { call, .. } => Some(call),
            _ => None,
        });
        offered.collect::<Vec<CallId>>()
    };
    let mut calls = Vec::new();
    for number in 0..5 {
        solo.hear(&invite("sip:alice@10.0.0.1", &format!("i{number}")));
        calls.extend(offered(&mut solo));
    }
    assert_eq!(calls.len(), 3);
    // Another source may call.
    let other = from([203, 0, 113, 1]);
    solo.hear_from(&other, &invite("sip:alice@10.0.0.1", "other"));
    calls.extend(offered(&mut solo));
    assert_eq!(calls.len(), 4);
    // One call is answered: there is room for one more.
    let media = SocketAddr::from(([10, 0, 0, 1], 4000));
    solo.agent.answer(solo.now, calls[0], media, 1).unwrap();
    solo.sent();
    solo.hear(&invite("sip:alice@10.0.0.1", "more"));
    calls.extend(offered(&mut solo));
    assert_eq!(calls.len(), 5);
    let refused = solo.hear(&invite("sip:alice@10.0.0.1", "too-many"));
    assert_eq!(kind(&refused[0]), "503");
    assert_eq!(header(&refused[0], "Retry-After"), "10");
    // Nothing is kept of whoever has no call waiting.
    for call in calls {
        solo.agent.hang_up(solo.now, call, HangUp::default());
    }
    assert_eq!(solo.agent.strangers.remembered().1, 0);
}

#[test]
fn the_last_hop_may_be_ours() {
    let mut solo = Solo::new(line_settings("alice"));
    let text = invite("sip:alice@10.0.0.1", "zero").replace("Max-Forwards: 70", "Max-Forwards: 0");
    solo.hear(&text);
    assert!(matches!(solo.told()[..], [Event::Offered { .. }]));
}

#[test]
fn a_heap_of_hops_is_refused_without_a_trace() {
    let mut solo = Solo::new(line_settings("alice"));
    let hops = "Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKx\r\n".repeat(80);
    let sent = solo.hear(&outside("OPTIONS", "sip:alice@10.0.0.1", "v", &hops));
    assert_eq!(kind(&sent[0]), "483");
    assert_eq!(solo.agent.counts(), Counts::default());
}

/// An agent whose messages all come back to itself.
fn to_itself(lines: &[&str]) -> Solo {
    let mut solo = Solo::new(line_settings(lines[0]));
    for line in &lines[1..] {
        solo.agent.add_line(line_settings(line));
    }
    solo
}

/// Lets everything come back for so many messages. Returns what was told.
fn go_round(solo: &mut Solo, messages: usize) -> Vec<Event> {
    let own = Flow::udp(address(0), address(0));
    let mut told = solo.told();
    for _ in 0..messages {
        let Some(transmit) = solo.agent.transmit() else {
            break;
        };
        assert_eq!(transmit.flow.peer, address(0), "nothing goes elsewhere");
        let mut bytes = transmit.bytes.to_vec();
        solo.agent.receive(solo.now, &own, &mut bytes);
        told.extend(solo.told());
    }
    assert!(solo.sent().is_empty(), "it goes round and round");
    told
}

fn place_to(solo: &mut Solo, line: LineId, target: &str) -> CallId {
    let placing = Placing {
        line,
        ..placing(target, &[Flow::udp(address(0), address(0))])
    };
    solo.agent.place(solo.now, placing).unwrap()
}

#[test]
fn lines_on_one_socket_can_call_each_other_and_themselves() {
    for target in ["sip:bob@10.0.0.1", "sip:alice@10.0.0.1"] {
        let mut solo = to_itself(&["alice", "bob"]);
        let placed = place_to(&mut solo, LineId(0), target);
        let told = go_round(&mut solo, 50);
        let offered = told.iter().find_map(|event| match event {
            Event::Offered { call, .. } => Some(*call),
            _ => None,
        });
        let offered = offered.unwrap_or_else(|| panic!("{target}: {told:?}"));
        solo.agent.ring(solo.now, offered);
        go_round(&mut solo, 50);
        let media = SocketAddr::from(([10, 0, 0, 1], 4002));
        solo.agent.answer(solo.now, offered, media, 2).unwrap();
        let told = go_round(&mut solo, 50);
        assert!(
            told.iter().any(|e| matches!(e, Event::Answered { .. })),
            "{told:?}"
        );
        solo.agent.hang_up(solo.now, placed, HangUp::default());
        let told = go_round(&mut solo, 50);
        assert!(matches!(ends(&told)[..], [End::Bye { .. }]), "{told:?}");
        solo.until_over();
    }
}

#[test]
fn a_route_that_leads_back_to_us_ends_all_the_same() {
    let mut solo = Solo::new(line_settings("alice"));
    let placed = place_to(&mut solo, LineId(0), "sip:bob@10.0.0.2");
    let invite = solo.sent().remove(0);
    let routes = "Record-Route: <sip:10.0.0.1;lr>\r\nContact: <sip:bob@192.0.2.9>\r\n";
    let ok = reply(&invite, 200, routes);
    let sent = solo.hear_from(&from([10, 0, 0, 2]), &ok);
    assert_eq!(kind(&sent[0]), "ACK");
    assert_eq!(header(&sent[0], "Route"), "<sip:10.0.0.1;lr>");
    solo.told();
    solo.agent.hang_up(solo.now, placed, HangUp::default());
    let told = go_round(&mut solo, 20);
    assert!(matches!(told[..], [Event::Gone { .. }]), "{told:?}");
    solo.until_over();
    assert!(solo.told().is_empty());
}

#[test]
fn a_route_to_a_third_party_is_taken_for_this_call_only() {
    let mut solo = Solo::new(line_settings("alice"));
    let more = format!("Record-Route: <sip:203.0.113.5:5080;lr>\r\n{OFFER}");
    let text = outside("INVITE", "sip:alice@10.0.0.1", "r", &more);
    solo.hear(&text[..text.len() - 2]);
    let call = match solo.told().remove(0) {
        Event::Offered { call, .. } => call,
        other => panic!("{other:?}"),
    };
    let media = SocketAddr::from(([10, 0, 0, 1], 4002));
    solo.agent.answer(solo.now, call, media, 2).unwrap();
    // The answer goes back to where the call came from, whatever the routes say.
    let answer = solo.agent.transmit().unwrap();
    assert_eq!(answer.flow.peer, SocketAddr::from(([192, 0, 2, 9], 5070)));
    solo.agent.hang_up(solo.now, call, HangUp::default());
    solo.agent.hurry(solo.now, call);
    let bye = solo.agent.transmit().unwrap();
    assert_eq!(bye.flow.peer, SocketAddr::from(([203, 0, 113, 5], 5080)));
    solo.until_over();
}

#[test]
fn whoever_calls_every_nonce_stale_gets_three_requests() {
    let mut line = line_settings("alice");
    line.credentials = Some(crate::digest::Credentials {
        user: "alice".to_owned(),
        password: "secret".into(),
    });
    let mut solo = Solo::new(line);
    place_to(&mut solo, LineId(0), "sip:bob@10.0.0.2");
    let mut requests = 0;
    let mut sent = solo.sent();
    while let Some(invite) = sent.iter().find(|text| kind(text) == "INVITE").cloned() {
        requests += 1;
        assert!(requests < 10);
        let stale =
            format!("WWW-Authenticate: Digest realm=\"r\", nonce=\"n{requests}\", stale=true\r\n");
        sent = solo.hear_from(&from([10, 0, 0, 2]), &reply(&invite, 401, &stale));
    }
    assert_eq!(requests, 3);
    assert!(matches!(
        ends(&solo.told())[..],
        [End::Refused { code: 401, .. }]
    ));
    solo.until_over();
}

#[test]
fn redirections_that_go_in_circles_come_to_an_end() {
    let mut solo = Solo::new(line_settings("alice"));
    place_to(&mut solo, LineId(0), "sip:bob@10.0.0.2");
    let mut followed = 0;
    loop {
        let sent = solo.sent();
        let Some(invite) = sent.iter().find(|text| kind(text) == "INVITE") else {
            break;
        };
        let contact = "Contact: <sip:bob@10.0.0.2>\r\n";
        let answer = reply(invite, 302, contact);
        let mut bytes = answer.into_bytes();
        solo.agent
            .receive(solo.now, &from([10, 0, 0, 2]), &mut bytes);
        for event in solo.told() {
            match event {
                Event::Redirected { call, targets, .. } => {
                    followed += 1;
                    let way = vec![from([10, 0, 0, 2])];
                    let target = targets[0].clone();
                    solo.agent.redirect(solo.now, call, target, way);
                }
                Event::Ended { end, .. } => {
                    assert!(matches!(end, End::Refused { code: 302, .. }), "{end:?}");
                }
                _ => {}
            }
        }
    }
    assert_eq!(followed, 5);
    solo.until_over();
}
