//! Keys of SRTP stand in the messages, so they go where TLS goes and nowhere else (RFC 4568 §9.3).

use super::peer::{OFFER, Solo, field, kind, placing, response};
use super::*;
use crate::flow::ConnectionId;
use crate::sdp::Security;

const KEYS: &str = "a=crypto:1 AES_CM_128_HMAC_SHA1_80 \
    inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz\n";

const BOB: &str = "sip:bob@192.0.2.9:5070";

/// Protected sound.
fn protected() -> String {
    format!("{}{KEYS}", OFFER.replace("RTP/AVP", "RTP/SAVP"))
}

fn solo(security: Security, transport: Transport) -> Solo {
    let mut line = line_settings("alice");
    line.media.security = security;
    let mut solo = Solo::new(line);
    solo.flow.transport = transport;
    solo
}

/// Everything that was sent since the last look: its kind and its way. No key is told but over TLS.
fn sent(solo: &mut Solo) -> Vec<(String, Transport)> {
    let sent = solo.routed();
    for (flow, text) in &sent {
        let told = text.contains("a=crypto");
        assert!(!told || flow.transport == Transport::Tls, "{flow}: {text}");
    }
    let sent = sent.iter();
    sent.map(|(flow, text)| (kind(text), flow.transport))
        .collect()
}

fn over_tls(kind: &str) -> Vec<(String, Transport)> {
    vec![(kind.to_owned(), Transport::Tls)]
}

#[test]
fn a_call_over_tls_stays_there_whatever_the_far_end_names() {
    let connection = Some(ConnectionId(7));
    for (connection, lines) in [
        (None, "Contact: <sip:b@192.0.2.9:5070;transport=udp>\n"),
        (None, "Contact: <sip:b@198.51.100.7;transport=UDP>\n"),
        (
            None,
            "Contact: <sip:b@h.example>\nRecord-Route: <sip:198.51.100.9;lr;transport=udp>\n",
        ),
        (
            connection,
            "Contact: <sip:b@192.0.2.9:5070;transport=udp>\n",
        ),
        (connection, "Contact: <sip:b@h.example>\n"),
    ] {
        let mut solo = solo(Security::Offered, Transport::Tls);
        solo.flow.connection = connection;
        let (call, invite) = solo.place();
        assert!(invite.contains("a=crypto"));
        let body = protected();
        solo.receive(&response(&invite, "200 OK", "b", lines, &body));
        assert_eq!(sent(&mut solo), over_tls("ACK"), "{lines}");
        solo.agent.hold(solo.now, call).unwrap();
        let held = solo.routed();
        let (flow, held) = &held[0];
        assert_eq!(flow.transport, Transport::Tls, "{lines}");
        let to_us = solo.flow.clone();
        let answer = response(held, "200 OK", "b", lines, &body);
        // Whoever can read UDP answers nothing that went over TLS.
        let udp = Flow::udp(to_us.local, to_us.peer);
        solo.receive_by(&udp, &answer);
        assert_eq!(sent(&mut solo), []);
        solo.receive_by(&to_us, &answer);
        assert_eq!(sent(&mut solo), over_tls("ACK"), "{lines}");
        assert_eq!(solo.done(), [Ok(())]);

        // A change that comes by UDP, and wants requests there: keys are not told in its answer.
        solo.number += 1;
        let change = solo.request("INVITE", "Contact: <sip:b@192.0.2.9:5070>\n", &body);
        solo.receive_by(&udp, &change);
        assert_eq!(sent(&mut solo), [("488".to_owned(), Transport::Udp)]);
        solo.number += 1;
        let other = "Contact: <sip:b@h.example;transport=udp>\n";
        let change = solo.request("UPDATE", other, "");
        solo.receive_by(&udp, &change);
        assert_eq!(sent(&mut solo), [("200".to_owned(), Transport::Udp)]);
        // Where a name that was looked up is reached in the open, and nowhere else.
        solo.agent
            .set_way(call, "sip:b@h.example;transport=udp", vec![udp.clone()]);
        solo.number += 1;
        let question = solo.request("OPTIONS", "", "");
        solo.receive_by(&udp, &question);
        assert_eq!(sent(&mut solo), [("200".to_owned(), Transport::Udp)]);
        solo.agent.resume(solo.now, call).unwrap();
        assert_eq!(sent(&mut solo), over_tls("INVITE"), "{lines}");
        solo.hang_up(call);
        // Nor does it leave by another way when it does not get through.
        let mut ways = 0;
        while let Some((flow, bye)) = solo.routed().pop() {
            let by = (&*kind(&bye), flow.transport);
            assert_eq!(by, ("BYE", Transport::Tls), "{lines}");
            solo.agent.broken(solo.now, &solo.not_taken(&flow));
            ways += 1;
        }
        assert_eq!(ways, 1 + usize::from(connection.is_some()), "{lines}");
        solo.is_over();
        sent(&mut solo);
    }
}

/// A line that wants protected sound alone has no calls where keys could be read, whoever offers.
#[test]
fn who_must_have_keys_and_cannot_tell_them_refuses_at_once() {
    for transport in [Transport::Udp, Transport::Tcp] {
        for body in ["", OFFER, &protected()] {
            let mut solo = solo(Security::Required, transport);
            let invite = solo.request("INVITE", "Contact: <sip:peer@192.0.2.9:5070>\n", body);
            solo.receive(&invite);
            assert_eq!(sent(&mut solo), [("488".to_owned(), transport)], "{body}");
            assert_eq!(solo.offered(), None);
        }
    }
}

/// Where the settings say so, keys are told over any way.
#[test]
fn keys_are_told_in_clear_where_the_settings_want_it() {
    for (security, transport) in [
        (Security::Offered, Transport::Udp),
        (Security::Offered, Transport::Tcp),
        (Security::Required, Transport::Udp),
    ] {
        let mut line = line_settings("alice");
        (line.media.security, line.media.in_clear) = (security, true);
        let mut solo = Solo::new(line);
        solo.flow.transport = transport;
        let (call, invite) = solo.place();
        assert!(invite.contains("a=crypto:1 "), "{invite}");
        let contact = "Contact: <sip:b@192.0.2.9:5070>\n";
        solo.receive(&response(&invite, "200 OK", "b", contact, &protected()));
        assert_eq!(kind(&solo.one()), "ACK");
        let session = solo.agent.session(call).expect("agreed");
        assert!(session.protection.is_some());
        // So is the answer to a change.
        solo.number += 1;
        let change = solo.request("INVITE", contact, &protected());
        solo.receive(&change);
        let answer = solo.one();
        assert!(answer.contains("a=crypto:1 "), "{answer}");
        let ack = solo.request("ACK", "", "");
        solo.receive(&ack);
        solo.hang_up(call);

        let mut line = line_settings("alice");
        (line.media.security, line.media.in_clear) = (security, true);
        let mut solo = Solo::new(line);
        solo.flow.transport = transport;
        let invite = solo.request("INVITE", contact, &protected());
        solo.receive(&invite);
        let call = solo.offered().expect("offered");
        let media = "10.0.0.1:4000".parse().unwrap();
        solo.agent.answer(solo.now, call, media, 7).unwrap();
        let answer = solo.one();
        assert!(answer.contains("RTP/SAVP") && answer.contains("a=crypto:1 "));
        solo.near = field(&answer, "To").to_owned();
        solo.ack();
        solo.hang_up(call);
        // Who wants none is refused where it is required.
        let invite = solo
            .request("INVITE", contact, OFFER)
            .replace("call@", "other@");
        let invite = invite
            .replace(";tag=", ";x=")
            .replace("From: ", "From: <sip:o@h>;tag=o\nX: ");
        solo.sent();
        solo.receive(&invite);
        let refused = solo.sent().iter().any(|text| kind(text) == "488");
        assert_eq!(refused, security == Security::Required);
    }
}

/// The way that the INVITE came decides, and not where the caller wants requests.
#[test]
fn the_answer_is_as_secure_as_the_invite() {
    for (contact, body) in [
        ("<sip:peer@192.0.2.9:5070;transport=udp>", protected()),
        ("<sip:peer@198.51.100.7;transport=udp>", protected()),
        ("<sip:peer@192.0.2.9:5070>", String::new()),
    ] {
        let mut solo = solo(Security::Offered, Transport::Tls);
        let invite = solo.request("INVITE", &format!("Contact: {contact}\n"), &body);
        solo.receive(&invite);
        let call = solo.offered().expect("offered");
        let media = "10.0.0.1:4000".parse().unwrap();
        solo.agent.answer(solo.now, call, media, 7).unwrap();
        let answer = solo.one();
        assert!(answer.contains("a=crypto:1 "), "{contact}: {answer}");
        assert_eq!(answer.contains("RTP/SAVP"), !body.is_empty());
        solo.near = field(&answer, "To").to_owned();
        let ack = solo.request("ACK", "", if body.is_empty() { OFFER } else { "" });
        solo.receive(&ack);
        let session = solo.agent.session(call).expect("agreed");
        assert_eq!(session.protection.is_some(), !body.is_empty());
        solo.hang_up(call);
        assert_eq!(sent(&mut solo), over_tls("BYE"), "{contact}");
    }
    // The other way round: what comes in the open is answered so, wherever TLS is spoken.
    for body in [OFFER, ""] {
        let mut solo = solo(Security::Offered, Transport::Udp);
        let lines = "Contact: <sip:peer@192.0.2.9:5071;transport=tls>\n";
        let invite = solo.request("INVITE", lines, body);
        solo.receive(&invite);
        let call = solo.offered().expect("offered");
        let media = "10.0.0.1:4000".parse().unwrap();
        solo.agent.answer(solo.now, call, media, 7).unwrap();
        assert_eq!(sent(&mut solo), [("200".to_owned(), Transport::Udp)]);
    }
}

/// The next server, or the place that a call is redirected to, may be reached in the open only.
#[test]
fn the_next_server_is_told_keys_over_tls_alone() {
    let udp = Flow::udp(address(0), "192.0.2.10:5060".parse().unwrap());
    for security in [Security::Offered, Security::Required] {
        let goes = security == Security::Offered;
        let mut solo = solo(security, Transport::Tls);
        let placing = placing(BOB, &[solo.flow.clone(), udp.clone()]);
        solo.agent.place(solo.now, placing).unwrap();
        let invite = solo.one();
        assert!(invite.contains("a=crypto"));
        solo.receive(&response(&invite, "503 Service Unavailable", "b", "", ""));
        let mut wanted = over_tls("ACK");
        wanted.extend(goes.then(|| ("INVITE".to_owned(), Transport::Udp)));
        assert_eq!(sent(&mut solo), wanted);
        assert_eq!(solo.ends().len(), usize::from(!goes));
    }
    for security in [Security::Offered, Security::Required] {
        let goes = security == Security::Offered;
        let mut solo = solo(security, Transport::Tls);
        let (call, invite) = solo.place();
        let lines = "Contact: <sip:carol@192.0.2.10>\n";
        solo.receive(&response(&invite, "302 Moved Temporarily", "b", lines, ""));
        assert_eq!(sent(&mut solo), over_tls("ACK"));
        let target = "sip:carol@192.0.2.10".to_owned();
        let flows = vec![udp.clone()];
        solo.agent.redirect(solo.now, call, target, flows);
        let wanted: Vec<_> = goes
            .then(|| ("INVITE".to_owned(), Transport::Udp))
            .into_iter()
            .collect();
        assert_eq!(sent(&mut solo), wanted);
        assert_eq!(solo.ends().len(), usize::from(!goes));
    }
    // A server that is reached in the open is passed over from the beginning.
    let mut solo = solo(Security::Required, Transport::Tls);
    let placing = placing(BOB, &[udp, solo.flow.clone()]);
    solo.agent.place(solo.now, placing).unwrap();
    assert_eq!(sent(&mut solo), over_tls("INVITE"));
}
