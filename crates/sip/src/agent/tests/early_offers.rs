//! Callers that offer nothing and insist on reliable responses: they have our offer in the first of
//! them (RFC 3262 §5).

use super::early::{answer, body, describe, prack, told};
use super::peer::{OFFER, Solo, field, kind};
use super::*;

const SECOND: Duration = Duration::from_secs(1);

/// A call of such a caller, and our 180 with the offer.
fn rings() -> (Solo, CallId, String) {
    let mut solo = Solo::alice();
    let lines = "Contact: <sip:peer@192.0.2.9:5070>\nRequire: 100rel\nAllow: UPDATE\n";
    let invite = solo.request("INVITE", lines, "");
    solo.receive(&invite);
    let wants = solo.told.iter().find_map(|event| match event {
        Event::Offered { offer, .. } => Some((offer.described, offer.wants_ours)),
        _ => None,
    });
    assert_eq!(wants, Some((false, true)));
    let call = solo.offered().unwrap();
    describe(&mut solo, call).unwrap();
    solo.agent.ring(solo.now, call);
    let ringing = solo.one();
    assert_eq!(kind(&ringing), "180");
    assert_eq!(field(&ringing, "Require"), "100rel");
    assert!(body(&ringing).contains("m=audio 4000"), "{ringing}");
    solo.near = field(&ringing, "To").to_owned();
    assert!(told(&mut solo).is_empty());
    (solo, call, ringing)
}

fn remote_port(solo: &Solo, call: CallId) -> Option<u16> {
    let session = solo.agent.session(call)?;
    session.remote.map(|remote| remote.port())
}

fn end(mut solo: Solo, call: CallId) {
    solo.hang_up(call);
    assert_eq!(solo.kinds(), ["BYE"]);
    solo.is_over();
}

#[test]
fn the_prack_answers_and_the_200_says_nothing_more() {
    let (mut solo, call, ringing) = rings();
    // It is said again, as it was.
    solo.pass(SECOND);
    assert_eq!(solo.one(), ringing);
    // Our own offer has to be answered first (RFC 3311 §5.2).
    assert_eq!(solo.ask("UPDATE", "", OFFER), "500");
    let sent = prack(&mut solo, &ringing, OFFER);
    assert_eq!(sent.len(), 1);
    assert_eq!((kind(&sent[0]).as_str(), body(&sent[0])), ("200", ""));
    assert_eq!(told(&mut solo), ["early"]);
    assert_eq!(remote_port(&solo, call), Some(7000));
    // Whoever waits for a minute hears that it rings still.
    solo.pass(SECOND * 59 + SECOND / 4);
    let again = solo.one();
    assert_eq!((kind(&again).as_str(), body(&again)), ("180", ""));
    prack(&mut solo, &again, "");
    assert_eq!(answer(&mut solo, call), Ok(true));
    let accepted = solo.one();
    assert_eq!((kind(&accepted).as_str(), body(&accepted)), ("200", ""));
    assert_eq!(told(&mut solo), ["media"]);
    solo.number = 1;
    solo.ack();
    assert_eq!(remote_port(&solo, call), Some(7000));
    end(solo, call);
}

#[test]
fn what_the_caller_offers_behind_its_answer_counts() {
    let (mut solo, call, ringing) = rings();
    prack(&mut solo, &ringing, OFFER);
    solo.number += 1;
    let update = solo.request("UPDATE", "", &OFFER.replace("7000", "7777"));
    solo.receive(&update);
    assert!(body(&solo.one()).contains("m=audio 4000"));
    assert_eq!(told(&mut solo), ["early", "early"]);
    assert_eq!(answer(&mut solo, call), Ok(true));
    assert_eq!(body(&solo.one()), "");
    assert_eq!(remote_port(&solo, call), Some(7777));
    solo.number = 1;
    solo.ack();
    end(solo, call);
}

#[test]
fn the_answer_waits_for_the_prack() {
    let (mut solo, call, ringing) = rings();
    assert_eq!(answer(&mut solo, call), Ok(false));
    assert!(solo.sent().is_empty());
    let sent = prack(&mut solo, &ringing, OFFER);
    let kinds: Vec<_> = sent.iter().map(|text| kind(text)).collect();
    assert_eq!(kinds, ["200", "200"]);
    assert_eq!(field(&sent[1], "CSeq"), "1 INVITE");
    assert_eq!(body(&sent[1]), "");
    assert_eq!(told(&mut solo), ["early", "done", "media"]);
    solo.number = 1;
    solo.ack();
    end(solo, call);
}

/// It owes us an answer: it may give it to our next offer, which is in the 200.
#[test]
fn a_prack_without_an_answer_is_not_the_end() {
    for early in [false, true] {
        let (mut solo, call, ringing) = rings();
        let accepted = if early {
            assert_eq!(answer(&mut solo, call), Ok(false));
            prack(&mut solo, &ringing, "").pop().unwrap()
        } else {
            prack(&mut solo, &ringing, "");
            assert_eq!(answer(&mut solo, call), Ok(true));
            solo.one()
        };
        assert_eq!(field(&accepted, "CSeq"), "1 INVITE");
        assert!(body(&accepted).contains("m=audio 4"), "{accepted}");
        solo.number = 1;
        let ack = solo.request("ACK", "", OFFER);
        solo.receive(&ack);
        assert_eq!(remote_port(&solo, call), Some(7000));
        end(solo, call);
    }
}

#[test]
fn an_answer_that_we_cannot_have_ends_the_call_behind_a_200() {
    for foreign in [OFFER.replace("0 8", "18"), "none".to_owned()] {
        let (mut solo, _, ringing) = rings();
        let sent = prack(&mut solo, &ringing, &foreign);
        let kinds: Vec<_> = sent.iter().map(|sent| kind(sent)).collect();
        assert_eq!(kinds, ["200", "488"]);
        assert_eq!(solo.ends().len(), 1);
        solo.is_over();
    }
}

#[test]
fn a_caller_that_acknowledges_nothing_is_refused() {
    let (mut solo, call, _) = rings();
    assert_eq!(answer(&mut solo, call), Ok(false));
    solo.pass(SECOND * 33);
    assert_eq!(kind(&solo.sent().pop().unwrap()), "504");
    solo.is_over();
}

/// Whoever only can acknowledge has our offer with the answer: until then nobody has decided about the
/// call.
#[test]
fn who_does_not_insist_has_the_offer_with_the_answer() {
    let mut solo = Solo::alice();
    let lines = "Contact: <sip:peer@192.0.2.9:5070>\nSupported: 100rel\n";
    let invite = solo.request("INVITE", lines, "");
    solo.receive(&invite);
    let call = solo.offered().unwrap();
    assert_eq!(describe(&mut solo, call), Err(Refusal::WrongState));
    solo.agent.ring(solo.now, call);
    assert_eq!(field(&solo.one(), "RSeq"), "");
    solo.hang_up(call);
    assert_eq!(solo.kinds(), ["486"]);
    solo.is_over();
}
