//! Sound before our answer: what the caller is told of it, and what the answer says then.

use super::peer::{OFFER, Solo, field, kind};
use super::*;
use crate::sdp::Security;

const SECOND: Duration = Duration::from_secs(1);

fn media() -> SocketAddr {
    "10.0.0.1:4000".parse().unwrap()
}

/// A call that rings, of a caller with these lines and this offer; and our 180.
fn rings(lines: &str, offer: &str) -> (Solo, CallId, String) {
    let mut solo = Solo::alice();
    let lines = format!("Contact: <sip:peer@192.0.2.9:5070>\n{lines}");
    let invite = solo.request("INVITE", &lines, offer);
    solo.receive(&invite);
    let call = solo.offered().unwrap();
    solo.agent.ring(solo.now, call);
    let ringing = solo.one();
    assert_eq!(kind(&ringing), "180");
    solo.near = field(&ringing, "To").to_owned();
    (solo, call, ringing)
}

pub(super) fn describe(solo: &mut Solo, call: CallId) -> Result<(), Refusal> {
    solo.agent.describe(solo.now, call, media(), 7)
}

pub(super) fn answer(solo: &mut Solo, call: CallId) -> Result<bool, Refusal> {
    let elsewhere = "10.0.0.1:4444".parse().unwrap();
    solo.agent.answer(solo.now, call, elsewhere, 9)
}

pub(super) fn body(message: &str) -> &str {
    message.split_once("\r\n\r\n").map_or("", |(_, body)| body)
}

/// The peer acknowledges this response; the answer to its PRACK.
pub(super) fn prack(solo: &mut Solo, response: &str, offer: &str) -> Vec<String> {
    solo.number += 1;
    let lines = format!("RAck: {} 1 INVITE\n", field(response, "RSeq"));
    let request = solo.request("PRACK", &lines, offer);
    solo.receive(&request);
    solo.sent()
}

pub(super) fn told(solo: &mut Solo) -> Vec<&'static str> {
    let told = solo.told.drain(..).filter_map(|event| match event {
        Event::EarlyMedia { .. } => Some("early"),
        Event::Media { .. } => Some("media"),
        Event::Done { result: Ok(()), .. } => Some("done"),
        Event::Ended { .. } => Some("ended"),
        _ => None,
    });
    told.collect()
}

#[test]
fn a_caller_without_100rel_is_told_once_and_again_with_the_answer() {
    let (mut solo, call, _) = rings("", OFFER);
    describe(&mut solo, call).unwrap();
    let progress = solo.one();
    assert_eq!(kind(&progress), "183");
    assert_eq!(field(&progress, "RSeq"), "");
    assert!(body(&progress).contains("m=audio 4000"), "{progress}");
    assert_eq!(told(&mut solo), ["early"]);
    assert!(solo.agent.session(call).is_some());
    assert_eq!(describe(&mut solo, call), Err(Refusal::WrongState));
    // Nothing proves that the caller knows our answer (RFC 3311 §5.2).
    assert_eq!(solo.ask("UPDATE", "", OFFER), "500");
    // Whoever waits for a minute is not told that it rings: it hears us.
    solo.pass(SECOND * 61);
    let again = solo.one();
    assert_eq!(
        (kind(&again).as_str(), body(&again)),
        ("183", body(&progress))
    );
    assert_eq!(answer(&mut solo, call), Ok(true));
    let accepted = solo.one();
    assert_eq!(kind(&accepted), "200");
    // It is the same answer to the same offer (RFC 3261 §13.2.1).
    assert_eq!(body(&accepted), body(&progress));
    assert_eq!(told(&mut solo), ["media"]);
    solo.number = 1;
    solo.ack();
    solo.hang_up(call);
    assert_eq!(solo.kinds(), ["BYE"]);
    solo.is_over();
}

/// What is described before it rings is all that the caller is told.
#[test]
fn a_call_may_be_described_instead_of_ringing() {
    for lines in ["", "Supported: 100rel\n"] {
        let mut solo = Solo::alice();
        let lines = format!("Contact: <sip:peer@192.0.2.9:5070>\n{lines}");
        let invite = solo.request("INVITE", &lines, OFFER);
        solo.receive(&invite);
        let call = solo.offered().unwrap();
        describe(&mut solo, call).unwrap();
        solo.agent.ring(solo.now, call);
        let progress = solo.one();
        assert_eq!(kind(&progress), "183");
        assert!(body(&progress).contains("m=audio 4000"));
        solo.near = field(&progress, "To").to_owned();
        if !field(&progress, "RSeq").is_empty() {
            assert_eq!(kind(&prack(&mut solo, &progress, "")[0]), "200");
        }
        // It rings for as long as it would have.
        solo.pass(SECOND * 61);
        assert_eq!(solo.kinds()[0], "183");
        solo.hang_up(call);
        assert_eq!(solo.kinds(), ["486"]);
        solo.is_over();
    }
}

#[test]
fn a_reliable_description_waits_for_the_prack_before_it() {
    let (mut solo, call, ringing) = rings("Supported: 100rel\n", OFFER);
    describe(&mut solo, call).unwrap();
    // One at a time (RFC 3262 §3).
    assert!(solo.sent().is_empty());
    assert!(told(&mut solo).is_empty());
    let sent = prack(&mut solo, &ringing, "");
    let [done, progress] = &sent[..] else {
        panic!("{sent:#?}");
    };
    assert_eq!((kind(done).as_str(), body(done)), ("200", ""));
    assert_eq!(kind(progress), "183");
    assert_eq!(field(progress, "Require"), "100rel");
    assert!(body(progress).contains("m=audio 4000"));
    assert_eq!(told(&mut solo), ["early"]);
    // It is said again, as it was.
    solo.pass(SECOND);
    assert_eq!(solo.one(), *progress);
    assert_eq!(kind(&prack(&mut solo, progress, "")[0]), "200");
    // A description that was acknowledged is not said again.
    solo.pass(SECOND * 59 + SECOND / 4);
    let again = solo.one();
    assert_eq!((kind(&again).as_str(), body(&again)), ("183", ""));
    assert_eq!(answer(&mut solo, call), Ok(true));
    let accepted = solo.one();
    assert_eq!(body(&accepted), body(progress));
    solo.number = 1;
    solo.ack();
    solo.hang_up(call);
    solo.is_over();
}

#[test]
fn the_answer_waits_until_the_description_has_arrived() {
    let (mut solo, call, ringing) = rings("Supported: 100rel\n", OFFER);
    prack(&mut solo, &ringing, "");
    describe(&mut solo, call).unwrap();
    let progress = solo.one();
    told(&mut solo);
    assert_eq!(answer(&mut solo, call), Ok(false));
    assert_eq!(answer(&mut solo, call), Err(Refusal::WrongState));
    assert!(solo.sent().is_empty());
    assert!(told(&mut solo).is_empty());
    let sent = prack(&mut solo, &progress, "");
    let kinds: Vec<_> = sent.iter().map(|text| kind(text)).collect();
    assert_eq!(kinds, ["200", "200"]);
    assert_eq!(field(&sent[1], "CSeq"), "1 INVITE");
    assert_eq!(body(&sent[1]), body(&progress));
    // The application is told before it hears of sound.
    assert_eq!(told(&mut solo), ["done", "media"]);
    solo.number = 1;
    solo.ack();
    solo.hang_up(call);
    solo.is_over();
}

/// A 180 has no description: the answer need not wait for its PRACK.
#[test]
fn an_answer_overtakes_a_description_that_was_not_sent() {
    let (mut solo, call, ringing) = rings("Supported: 100rel\n", OFFER);
    describe(&mut solo, call).unwrap();
    assert_eq!(answer(&mut solo, call), Ok(true));
    let accepted = solo.one();
    assert!(body(&accepted).contains("m=audio 4000"), "{accepted}");
    assert_eq!(told(&mut solo), ["media"]);
    let sent = prack(&mut solo, &ringing, "");
    assert_eq!(kind(&sent[0]), "200");
    solo.number = 1;
    solo.ack();
    solo.hang_up(call);
    solo.is_over();
}

#[test]
fn what_the_caller_offers_meanwhile_is_answered_and_counts() {
    let moved = OFFER.replace("7000", "7777");
    for method in ["PRACK", "UPDATE"] {
        let (mut solo, call, ringing) = rings("Supported: 100rel\nAllow: UPDATE\n", OFFER);
        // What comes with the first PRACK comes before our answer to the first offer.
        let sent = prack(&mut solo, &ringing, &moved);
        assert_eq!((kind(&sent[0]).as_str(), body(&sent[0])), ("200", ""));
        describe(&mut solo, call).unwrap();
        let progress = solo.one();
        let offer = if method == "PRACK" { &moved } else { "" };
        let mut sent = prack(&mut solo, &progress, offer);
        if method == "UPDATE" {
            assert_eq!(body(&sent[0]), "");
            solo.number += 1;
            let request = solo.request("UPDATE", "", &moved);
            solo.receive(&request);
            sent = solo.sent();
        }
        assert_eq!(kind(&sent[0]), "200");
        assert!(
            body(&sent[0]).contains("m=audio 4000"),
            "{method}: {sent:#?}"
        );
        assert_eq!(told(&mut solo), ["early", "early"], "{method}");
        // What we cannot have changes nothing.
        let foreign = OFFER.replace("0 8", "18");
        assert_eq!(solo.ask("UPDATE", "", &foreign), "488");
        assert_eq!(answer(&mut solo, call), Ok(true));
        // The answer to the first offer is not the last word any more.
        assert_eq!(body(&solo.one()), "", "{method}");
        let session = solo.agent.session(call).unwrap();
        assert_eq!(session.remote.map(|remote| remote.port()), Some(7777));
        solo.number = 1;
        solo.ack();
        solo.hang_up(call);
        solo.is_over();
    }
}

/// A PRACK that is ours is never refused (RFC 3262 §3): its answer refuses what is offered, and the call
/// has nothing left.
#[test]
fn an_offer_with_a_prack_that_we_cannot_have_ends_the_call_behind_a_200() {
    let foreign = OFFER.replace("0 8", "18");
    for (offer, refusal) in [(foreign.as_str(), "m=audio 0 RTP/AVP 18\r\n"), ("none", "")] {
        let (mut solo, call, ringing) = rings("Supported: 100rel\n", OFFER);
        prack(&mut solo, &ringing, "");
        describe(&mut solo, call).unwrap();
        let progress = solo.one();
        // It waits for the PRACK.
        assert_eq!(answer(&mut solo, call), Ok(false));
        told(&mut solo);
        let sent = prack(&mut solo, &progress, offer);
        let kinds: Vec<_> = sent.iter().map(|sent| kind(sent)).collect();
        assert_eq!(kinds, ["200", "488"]);
        assert!(body(&sent[0]).ends_with(refusal), "{}", sent[0]);
        assert_eq!(body(&sent[0]).is_empty(), refusal.is_empty());
        assert_eq!(solo.ends().len(), 1);
        solo.is_over();
    }
}

#[test]
fn nothing_is_described_where_nothing_was_offered_or_nobody_waits() {
    let (mut solo, call, _) = rings("Supported: 100rel\n", "");
    assert_eq!(describe(&mut solo, call), Err(Refusal::WrongState));
    answer(&mut solo, call).unwrap();
    assert!(body(&solo.one()).contains("m=audio 4444"));
    assert_eq!(describe(&mut solo, call), Err(Refusal::WrongState));
    solo.ack();
    solo.hang_up(call);
    solo.is_over();
}

/// However it ends before the answer, nothing is left of it.
#[test]
fn an_end_before_the_answer_ends_all() {
    let how = [
        "hang up",
        "CANCEL",
        "BYE",
        "silence",
        "hang up late",
        "CANCEL late",
    ];
    for how in how {
        let (mut solo, call, ringing) = rings("Supported: 100rel\n", OFFER);
        prack(&mut solo, &ringing, "");
        describe(&mut solo, call).unwrap();
        let progress = solo.one();
        if how.ends_with("late") {
            assert_eq!(answer(&mut solo, call), Ok(false));
        } else if how != "silence" {
            prack(&mut solo, &progress, "");
        }
        let code = match how {
            "hang up" | "hang up late" => {
                solo.hang_up(call);
                "486"
            }
            "silence" => {
                solo.pass(SECOND * 33);
                "504"
            }
            "BYE" => {
                solo.number += 1;
                let request = solo.request("BYE", "", "");
                solo.receive(&request);
                "487"
            }
            _ => {
                solo.number = 1;
                let cancel = solo.request("CANCEL", "", "");
                // It is of the INVITE: the same branch, and no tag of ours.
                let branch = field(&cancel, "Via").rsplit('=').next().unwrap();
                let cancel = cancel.replace(branch, "z9hG4bKp1");
                let near = solo.near.clone();
                solo.receive(&cancel.replace(&near, "<sip:alice@10.0.0.1>"));
                "487"
            }
        };
        let kinds = solo.kinds();
        assert!(kinds.contains(&code.to_owned()), "{how}: {kinds:?}");
        solo.is_over();
    }
}

/// A call that is protected has its keys in the description, and the answer has the same.
#[test]
fn the_answer_has_the_keys_of_the_description() {
    let mut line = line_settings("alice");
    line.media.security = Security::Offered;
    let mut solo = Solo::new(line);
    solo.flow.transport = Transport::Tls;
    let offer = OFFER.replace("RTP/AVP 0 8", "RTP/SAVP 0 8")
        + "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz\n";
    let lines = "Contact: <sip:peer@192.0.2.9:5070>\n";
    let invite = solo.request("INVITE", lines, &offer);
    solo.receive(&invite);
    let call = solo.offered().unwrap();
    solo.agent.ring(solo.now, call);
    describe(&mut solo, call).unwrap();
    let progress = solo.sent().pop().unwrap();
    assert!(body(&progress).contains("a=crypto:1 "), "{progress}");
    answer(&mut solo, call).unwrap();
    assert_eq!(body(&solo.one()), body(&progress));
    solo.near = field(&progress, "To").to_owned();
    solo.ack();
    solo.hang_up(call);
    solo.is_over();
}
