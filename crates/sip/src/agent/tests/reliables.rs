//! Provisional responses that are acknowledged, both ways.

use super::peer::{OFFER, Solo, accepted, field, kind, response, ringing};
use super::*;

const SECOND: Duration = Duration::from_secs(1);

fn reliable(invite: &str, tag: &str, rseq: u32, body: &str) -> String {
    let lines = format!(
        "Require: 100rel\nRSeq: {rseq}\nContact: <sip:bob@192.0.2.9:5070>\nAllow: UPDATE\n"
    );
    response(invite, "183 Session Progress", tag, &lines, body)
}

#[test]
fn reliable_responses_are_acknowledged_in_order_and_once() {
    let mut solo = Solo::alice();
    let (call, invite) = solo.place();
    for (tag, rseq, wanted) in [
        ("b", 10, Some("10 1 INVITE")),
        ("b", 10, None),
        ("b", 12, None),
        ("b", 11, Some("11 1 INVITE")),
        ("c", 500, Some("500 1 INVITE")),
        ("b", 11, None),
        ("b", 12, Some("12 1 INVITE")),
    ] {
        solo.receive(&reliable(&invite, tag, rseq, ""));
        let sent = solo.sent();
        assert_eq!(
            sent.first().map(|prack| field(prack, "RAck")),
            wanted,
            "{tag} {rseq}"
        );
        if let Some(prack) = sent.first() {
            assert!(field(prack, "To").ends_with(&format!(";tag={tag}")));
            solo.receive(&response(prack, "200 OK", "", "", ""));
        }
    }
    // Each dialog has its own numbers, and the call goes on with those of the one that answers.
    solo.accept(&invite);
    solo.hang_up(call);
    let bye = solo.one();
    assert_eq!(field(&bye, "CSeq"), "5 BYE");
    solo.is_over();
}

#[test]
fn a_challenged_prack_is_sent_once_more() {
    let mut solo = Solo::new(LineSettings {
        credentials: Some(crate::digest::Credentials {
            user: "alice".to_owned(),
            password: "secret".into(),
        }),
        ..line_settings("alice")
    });
    let challenge = "WWW-Authenticate: Digest realm=\"r\", nonce=\"n1\"\n";
    let (call, first) = solo.place();
    solo.receive(&response(&first, "401 Unauthorized", "x", challenge, ""));
    let invite = solo.sent().pop().unwrap();
    assert_eq!(field(&invite, "CSeq"), "2 INVITE");
    solo.receive(&reliable(&invite, "b", 1, ""));
    let prack = solo.one();
    let challenge = challenge.replace("n1", "n2");
    solo.receive(&response(&prack, "401 Unauthorized", "", &challenge, ""));
    let again = solo.one();
    assert_eq!(
        (field(&again, "RAck"), field(&again, "CSeq")),
        ("1 2 INVITE", "4 PRACK")
    );
    assert!(field(&again, "Authorization").contains("n2"));
    solo.receive(&response(&again, "200 OK", "", "", ""));
    // The ACK repeats the credentials of its INVITE.
    let ack = solo.accept(&invite);
    assert_eq!(
        field(&ack, "Authorization"),
        field(&invite, "Authorization")
    );
    solo.hang_up(call);
    solo.is_over();
}

#[test]
fn an_answer_before_the_answer_counts_until_an_update() {
    let moved = OFFER.replace("7000", "7777");
    for (update, in_answer, port) in [
        (false, "", 7000),
        (false, "7100", 7100),
        (true, "", 7777),
        (true, "7000", 7777),
    ] {
        let mut solo = Solo::alice();
        let (call, invite) = solo.place();
        // Our own offer has no answer yet.
        solo.receive(&response(
            &invite,
            "180 Ringing",
            "b",
            "Contact: <sip:bob@192.0.2.9:5070>\n",
            "",
        ));
        assert_eq!(solo.ask("UPDATE", "", OFFER), "491");
        solo.receive(&reliable(&invite, "b", 1, OFFER));
        solo.sent();
        if update {
            solo.number += 1;
            let request = solo.request("UPDATE", "", &moved);
            solo.receive(&request);
            let answer = solo.one();
            assert!(answer.contains("m=audio 4000"), "{answer}");
        }
        let body = match in_answer {
            "" => String::new(),
            port => OFFER.replace("7000", port),
        };
        let contact = "Contact: <sip:bob@192.0.2.9:5070>\n";
        solo.receive(&response(&invite, "200 OK", "b", contact, &body));
        let told = |kind: fn(&Event) -> bool| solo.told.iter().any(kind);
        assert!(told(|event| matches!(event, Event::EarlyMedia { .. })));
        assert!(told(|event| matches!(event, Event::Media { .. })));
        let session = solo.agent.session(call).unwrap();
        let goes_to = session.remote.map(|remote| remote.port());
        assert_eq!(goes_to, Some(port), "{update} {in_answer}");
        solo.hang_up(call);
        solo.is_over();
    }
}

/// What a far end says before its answer is what it will say in it (RFC 3261 §13.2.1).
#[test]
fn media_that_we_do_not_have_end_a_call_before_its_answer() {
    let foreign = OFFER.replace("0 8", "18");
    let video = OFFER.replace("m=audio", "m=video");
    let odd = OFFER.replace("s=-", "1=1");
    let contact = "Contact: <sip:bob@192.0.2.9:5070>\n";
    for body in [&foreign, &video, &odd] {
        let mut solo = Solo::alice();
        let (_, invite) = solo.place();
        solo.receive(&ringing(&invite, "b"));
        assert!(solo.kinds().is_empty());
        let progress = response(&invite, "183 Session Progress", "b", contact, body);
        solo.receive(&progress);
        assert!(solo.kinds().is_empty());
        solo.pass(Duration::from_secs(5));
        assert_eq!(solo.kinds(), ["CANCEL"], "{body}");
        assert!(matches!(solo.ends()[..], [End::Failed(_)]));
        solo.receive(&progress);
        assert!(solo.kinds().is_empty());
        solo.receive(&response(&invite, "487 Terminated", "b", "", ""));
        assert_eq!(solo.kinds(), ["ACK"]);
        solo.is_over();
    }
    // A reliable one is acknowledged first.
    let mut solo = Solo::alice();
    let (_, invite) = solo.place();
    solo.receive(&reliable(&invite, "b", 1, &foreign));
    let prack = solo.one();
    solo.receive(&response(&prack, "200 OK", "b", "", ""));
    solo.pass(Duration::from_secs(5));
    assert_eq!(solo.kinds(), ["CANCEL"]);
    // Somebody else who is called may have what we have, whoever speaks first.
    for first in ["b", "c"] {
        let mut solo = Solo::alice();
        let (call, invite) = solo.place();
        let foreign = response(&invite, "183 X", "b", contact, &foreign);
        let rings = ringing(&invite, "c");
        let both = if first == "b" {
            [&foreign, &rings]
        } else {
            [&rings, &foreign]
        };
        both.into_iter().for_each(|message| solo.receive(message));
        assert!(solo.kinds().is_empty());
        solo.pass(Duration::from_secs(10));
        assert!(solo.kinds().is_empty());
        solo.receive(&accepted(&invite, "c"));
        assert_eq!(solo.kinds(), ["ACK"]);
        solo.hang_up(call);
        solo.is_over();
    }
}

#[test]
fn sound_before_the_answer_needs_no_tag() {
    let mut solo = Solo::alice();
    let (call, invite) = solo.place();
    solo.receive(&response(&invite, "183 X", "", "", OFFER));
    let early = |event: &Event| matches!(event, Event::EarlyMedia { .. });
    assert!(solo.told.iter().any(early), "{:?}", solo.told);
    solo.accept(&invite);
    solo.hang_up(call);
    solo.is_over();
}

#[test]
fn of_two_tags_in_a_response_the_last_is_its_senders() {
    let mut solo = Solo::alice();
    let (call, invite) = solo.place();
    for (tag, rseq, rack) in [("b", 10, "10 1 INVITE"), ("b;tag=c", 20, "20 1 INVITE")] {
        solo.receive(&reliable(&invite, tag, rseq, ""));
        let prack = solo.one();
        assert_eq!(field(&prack, "RAck"), rack);
        solo.receive(&response(&prack, "200 OK", "", "", ""));
    }
    solo.accept(&invite);
    solo.hang_up(call);
    solo.is_over();
}

fn rings(lines: &str) -> (Solo, CallId, Vec<String>) {
    let mut solo = Solo::alice();
    let lines = format!("Contact: <sip:peer@192.0.2.9:5070>\n{lines}");
    let invite = solo.request("INVITE", &lines, OFFER);
    solo.receive(&invite);
    let call = solo.offered().unwrap();
    solo.agent.ring(solo.now, call);
    let sent = solo.sent();
    solo.near = field(&sent[0], "To").to_owned();
    (solo, call, sent)
}

#[test]
fn a_180_is_said_again_until_it_is_acknowledged() {
    let (mut solo, call, sent) = rings("Supported: 100rel\n");
    let rseq = field(&sent[0], "RSeq").to_owned();
    assert_eq!(field(&sent[0], "Require"), "100rel");
    solo.pass(SECOND * 4);
    assert_eq!(solo.kinds(), ["180", "180", "180"]);
    for (rack, code) in [
        ("1 1 INVITE".to_owned(), "481"),
        (format!("{rseq} 2 INVITE"), "481"),
        (format!("{rseq} 1 BYE"), "481"),
        (format!("{rseq} 1 INVITE"), "200"),
        (format!("{rseq} 1 INVITE"), "481"),
    ] {
        let lines = format!("RAck: {rack}\n");
        assert_eq!(solo.ask("PRACK", &lines, ""), code, "{rack}");
    }
    // Our answer is due before their next offer (RFC 3311 §5.2).
    assert_eq!(solo.ask("UPDATE", "", OFFER), "500");
    assert_eq!(solo.ask("UPDATE", "", ""), "200");
    assert_eq!(solo.ask("OPTIONS", "", ""), "200");
    solo.pass(SECOND * 50);
    assert!(solo.sent().is_empty());
    // After a minute it says again that it rings (§13.3.1.1), reliably too.
    solo.pass(SECOND * 6);
    let again = solo.one();
    assert_eq!(
        field(&again, "RSeq").parse::<u32>().unwrap(),
        rseq.parse::<u32>().unwrap() + 1
    );
    solo.hang_up(call);
    solo.is_over();
}

#[test]
fn a_caller_that_acknowledges_nothing_is_refused() {
    let (mut solo, _, _) = rings("Supported: 100rel\n");
    solo.pass(SECOND * 33);
    assert_eq!(kind(&solo.sent().pop().unwrap()), "504");
    assert!(matches!(solo.ends()[..], [End::Failed(_)]));
    solo.is_over();
}

#[test]
fn a_prack_that_the_answer_overtook_is_answered() {
    let (mut solo, call, sent) = rings("Supported: 100rel\nAllow: UPDATE\n");
    solo.agent
        .answer(solo.now, call, "10.0.0.1:4000".parse().unwrap(), 7)
        .unwrap();
    assert_eq!(solo.kinds(), ["200"]);
    let lines = format!("RAck: {} 1 INVITE\n", field(&sent[0], "RSeq"));
    assert_eq!(solo.ask("PRACK", &lines, ""), "200");
    assert_eq!(solo.ask("PRACK", &lines, ""), "481");
    // The 180 is not said again.
    solo.number = 1;
    solo.ack();
    solo.pass(SECOND * 40);
    assert!(solo.sent().is_empty());
    solo.hang_up(call);
    solo.is_over();
}

#[test]
fn who_offers_100rel_and_who_demands_it() {
    for (ours, theirs, code) in [
        (Reliable::Never, "Require: 100rel\n", "420"),
        (Reliable::Never, "Supported: 100rel\n", "180"),
        (Reliable::Offered, "", "180"),
        (Reliable::Offered, "Require: 100rel\n", "180 reliable"),
        (Reliable::Required, "", "421"),
        (
            Reliable::Required,
            "Supported: timer, 100rel\n",
            "180 reliable",
        ),
    ] {
        let mut solo = Solo::new(LineSettings {
            reliable: ours,
            ..line_settings("alice")
        });
        let lines = format!("Contact: <sip:peer@192.0.2.9:5070>\n{theirs}");
        let invite = solo.request("INVITE", &lines, OFFER);
        solo.receive(&invite);
        if let Some(call) = solo.offered() {
            solo.agent.ring(solo.now, call);
        }
        let answer = solo.one();
        let reliable = if field(&answer, "RSeq").is_empty() {
            ""
        } else {
            " reliable"
        };
        assert_eq!(
            format!("{}{reliable}", kind(&answer)),
            code,
            "{ours:?} {theirs}"
        );
    }
}

#[test]
fn it_works_on_a_bad_network_too() {
    for seed in 0..10 {
        let mut net = Net::new(seed, [line_settings("alice"), line_settings("bob")]);
        (net.loss, net.doubled) = (60, 60);
        let alice = net.place(0);
        net.pass(SECOND * 20);
        let bob = net.told[1].iter().find_map(|event| match event {
            Event::Offered { call, .. } => Some(*call),
            _ => None,
        });
        if let Some(bob) = bob {
            let media = SocketAddr::from(([10, 0, 0, 2], 4002));
            drop(net.agents[1].answer(net.now, bob, media, 2));
        }
        net.pass(SECOND * 20);
        net.hang_up(0, alice);
        net.until_over();
    }
}

/// A caller that wants our offer would have it in the first reliable response, when nobody has
/// decided about the call yet.
#[test]
fn a_caller_that_wants_our_offer_hears_unreliably_that_it_rings() {
    let mut solo = Solo::alice();
    let lines = "Contact: <sip:peer@192.0.2.9:5070>\nSupported: 100rel\n";
    let invite = solo.request("INVITE", lines, "");
    solo.receive(&invite);
    let call = solo.offered().unwrap();
    solo.agent.ring(solo.now, call);
    assert_eq!(field(&solo.one(), "RSeq"), "");
    solo.hang_up(call);
    solo.is_over();
}
