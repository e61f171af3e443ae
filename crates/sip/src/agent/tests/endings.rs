//! The teardown of calls against a peer that is written by hand, as the called party, and the ends
//! that neither side says.

use super::peer::{OFFER, Solo, accepted, field, kind, response, ringing};
use super::*;

const SECOND: Duration = Duration::from_secs(1);

fn count(sent: &[(u64, String)], what: &str) -> usize {
    sent.iter().filter(|(_, text)| kind(text) == what).count()
}

#[test]
fn a_refusal_that_is_not_acknowledged_is_sent_eleven_times() {
    for code in [486, 603, 480] {
        let mut solo = Solo::alice();
        let (call, _) = solo.invited();
        solo.agent.refuse(solo.now, call, code);
        solo.pass(SECOND * 40);
        assert_eq!(count(&solo.timed(), &code.to_string()), 11);
        solo.is_over();
    }
    // Without a code it is busy.
    let mut solo = Solo::alice();
    let (call, invite) = solo.invited();
    solo.hang_up(call);
    assert_eq!(solo.kinds(), ["486"]);
    let ack = invite.replace("INVITE", "ACK");
    solo.receive(&ack);
    solo.pass(SECOND * 40);
    assert!(solo.sent().is_empty());
    solo.is_over();
}

#[test]
fn a_caller_gives_up_while_it_rings() {
    let mut solo = Solo::alice();
    let (call, invite) = solo.invited();
    solo.agent.ring(solo.now, call);
    assert_eq!(solo.kinds(), ["180"]);
    let cancel = invite.replace("INVITE", "CANCEL");
    let (head, _) = cancel.split_once("\n\n").unwrap();
    let head = head.replace("Content-Length: ", "X: ");
    solo.receive(&format!(
        "{head}\nReason: SIP;cause=200;text=\"elsewhere\"\n\n"
    ));
    assert_eq!(solo.kinds(), ["200", "487"]);
    assert_eq!(
        solo.ends(),
        [&End::Cancelled {
            answered_elsewhere: true
        }]
    );
    let answer = solo
        .agent
        .answer(solo.now, call, "10.0.0.1:4000".parse().unwrap(), 7);
    assert_eq!(answer, Err(Refusal::Over));
    solo.is_over();
}

#[test]
fn a_cancel_after_the_answer_changes_nothing() {
    let mut solo = Solo::alice();
    let (call, invite) = solo.invited();
    let media = "10.0.0.1:4000".parse().unwrap();
    solo.agent.answer(solo.now, call, media, 7).unwrap();
    let answer = solo.one();
    solo.near = field(&answer, "To").to_owned();
    let cancel = invite.replace("INVITE", "CANCEL");
    let (head, _) = cancel.split_once("Content-Type").unwrap();
    solo.receive(&format!("{head}Content-Length: 0\n\n"));
    assert_eq!(solo.kinds(), ["200"]);
    assert!(solo.ends().is_empty());
    solo.ack();
    assert_eq!(
        solo.agent.answer(solo.now, call, media, 7),
        Err(Refusal::WrongState)
    );
    solo.hang_up(call);
    assert_eq!(solo.kinds(), ["BYE"]);
    solo.is_over();
}

#[test]
fn what_is_for_no_call_is_answered_481() {
    let mut solo = Solo::alice();
    solo.near = "<sip:alice@10.0.0.1>;tag=unknown".to_owned();
    for method in [
        "BYE", "CANCEL", "INFO", "UPDATE", "PRACK", "NOTIFY", "INVITE", "REFER",
    ] {
        assert_eq!(solo.ask(method, "", ""), "481", "{method}");
    }
    solo.near = "<sip:alice@10.0.0.1>".to_owned();
    for method in ["BYE", "CANCEL", "INFO", "UPDATE", "PRACK"] {
        assert_eq!(solo.ask(method, "", ""), "481", "{method}");
    }
    // It says of what kind of news it is, and of which (RFC 6665 §8.2.1).
    assert_eq!(solo.ask("NOTIFY", "", ""), "489");
    solo.pass(SECOND * 300);
    assert_eq!(solo.agent.counts(), Counts::default());
}

#[test]
fn an_answer_that_is_never_acknowledged_is_a_bye_after_64_t1() {
    let mut solo = Solo::alice();
    solo.answered();
    solo.pass(SECOND * 33);
    let sent = solo.timed();
    // 0.5, 1.5, 3.5, 7.5, and then every 4 s.
    assert_eq!((count(&sent, "200"), count(&sent, "BYE")), (10, 2));
    assert!(matches!(solo.ends()[..], [End::Failed(_)]));
    solo.is_over();
}

#[test]
fn a_hang_up_before_the_ack_waits_for_it() {
    let mut solo = Solo::alice();
    let (call, _) = solo.answered();
    solo.hang_up(call);
    assert!(solo.sent().is_empty());
    assert!(solo.agent.owes());
    solo.ack();
    assert_eq!(solo.kinds(), ["BYE"]);
    solo.is_over();

    // Unless there is no time.
    let mut solo = Solo::alice();
    let (call, _) = solo.answered();
    solo.hang_up(call);
    solo.agent.hurry(solo.now, call);
    let bye = solo.one();
    assert_eq!(kind(&bye), "BYE");
    solo.receive(&response(&bye, "200 OK", "", "", ""));
    solo.is_over();
}

#[test]
fn a_caller_that_ends_its_call_ends_it_at_every_moment() {
    // Before it is answered: a BYE stands for the CANCEL.
    let mut solo = Solo::alice();
    let (call, _) = solo.invited();
    solo.agent.ring(solo.now, call);
    let rings = solo.one();
    solo.near = field(&rings, "To").to_owned();
    solo.number += 1;
    let bye = solo.request("BYE", "", "");
    solo.receive(&bye);
    assert_eq!(solo.kinds(), ["200", "487"]);
    let answer = solo
        .agent
        .answer(solo.now, call, "10.0.0.1:4000".parse().unwrap(), 7);
    assert_eq!(answer, Err(Refusal::Over));
    solo.is_over();

    // Before its ACK.
    let mut solo = Solo::alice();
    solo.answered();
    assert_eq!(solo.ask("BYE", "Reason: Q.850;cause=16\n", ""), "200");
    assert_eq!(
        solo.ends(),
        [&End::Bye {
            q850: Some(16),
            sip: None
        }]
    );
    solo.pass(SECOND * 40);
    assert!(solo.sent().is_empty(), "the 200 is not sent again");
    solo.is_over();

    // While a re-INVITE is open.
    let mut solo = Solo::alice();
    solo.up_called();
    let lines = "Contact: <sip:peer@192.0.2.9:5070>\n";
    assert_eq!(solo.ask("INVITE", lines, OFFER), "200");
    solo.number += 1;
    let bye = solo.request("BYE", "", "");
    solo.receive(&bye);
    assert_eq!(solo.kinds(), ["200"]);
    // A copy has the same answer, a new one none of the kind.
    solo.receive(&bye);
    assert_eq!(solo.kinds(), ["200"]);
    assert_eq!(solo.ask("BYE", "", ""), "481");
    solo.is_over();
}

#[test]
fn a_re_invite_that_is_never_acknowledged_ends_the_call() {
    let mut solo = Solo::alice();
    solo.up_called();
    assert_eq!(
        solo.ask("INVITE", "Contact: <sip:peer@192.0.2.9:5070>\n", OFFER),
        "200"
    );
    solo.pass(SECOND * 33);
    assert_eq!(count(&solo.timed(), "BYE"), 2);
    assert!(matches!(solo.ends()[..], [End::Failed(_)]));
    solo.is_over();
}

/// Fault I: the ACK answers our offer with nothing that we have.
#[test]
fn a_late_offer_that_is_answered_with_nothing_is_no_call() {
    const G729: &str =
        "v=0\no=- 1 1 IN IP4 1.2.3.4\ns=-\nc=IN IP4 1.2.3.4\nt=0 0\nm=audio 9 RTP/AVP 18\n";
    // A caller that leaves its answer out has some time to say it after all.
    for (body, is_a_call) in [("", true), (G729, false)] {
        let mut solo = Solo::alice();
        let invite = solo.request("INVITE", "Contact: <sip:peer@192.0.2.9:5070>\n", "");
        solo.receive(&invite);
        let call = solo.offered().unwrap();
        solo.agent
            .answer(solo.now, call, "10.0.0.1:4000".parse().unwrap(), 7)
            .unwrap();
        let answer = solo.one();
        assert!(answer.contains("m=audio 4000 RTP/AVP 0 8"));
        solo.near = field(&answer, "To").to_owned();
        let ack = solo.request("ACK", "", body);
        solo.receive(&ack);
        if is_a_call {
            assert!(solo.kinds().is_empty());
            solo.pass(SECOND * 19);
            assert!(solo.kinds().is_empty());
            solo.pass(SECOND);
        }
        assert_eq!(solo.kinds(), ["BYE"]);
        assert!(matches!(solo.ends()[..], [End::Failed(_)]));
        solo.is_over();
    }
}

#[test]
fn a_call_that_is_hung_up_while_it_is_redirected_is_gone() {
    for late in [false, true] {
        let mut solo = Solo::alice();
        let (call, invite) = solo.place();
        solo.receive(&response(
            &invite,
            "302 Moved",
            "b",
            "Contact: <sip:c@h.example>\n",
            "",
        ));
        solo.sent();
        assert!(
            matches!(solo.told[..], [Event::Redirected { .. }]),
            "{:?}",
            solo.told
        );
        solo.hang_up(call);
        if late {
            let flow = solo.flow.clone();
            solo.agent
                .redirect(solo.now, call, "sip:c@h.example".to_owned(), vec![flow]);
            solo.agent.refuse_redirection(solo.now, call, 302);
        }
        assert!(solo.ends().is_empty());
        solo.is_over();
        assert!(solo.sent().is_empty());
    }
}

#[test]
fn redirections_are_followed_and_refused() {
    let mut solo = Solo::alice();
    let (call, mut invite) = solo.place();
    let contact = "Contact: <sip:c@h.example>;q=0.5\n";
    for round in 1..=5 {
        solo.receive(&response(&invite, "302 Moved", "b", contact, ""));
        assert_eq!(solo.kinds(), ["ACK"]);
        let flow = solo.flow.clone();
        solo.agent.redirect(
            solo.now,
            call,
            format!("sip:c{round}@h.example"),
            vec![flow],
        );
        // A second word about the same one is none.
        solo.agent.refuse_redirection(solo.now, call, 302);
        invite = solo.one();
        assert!(invite.starts_with(&format!("INVITE sip:c{round}@h.example ")));
    }
    // A loop ends.
    solo.receive(&response(&invite, "302 Moved", "b", contact, ""));
    assert!(matches!(solo.ends()[..], [End::Refused { code: 302, .. }]));
    solo.is_over();

    for (contact, flows) in [("", false), (contact, false), (contact, true)] {
        let mut solo = Solo::alice();
        let (call, invite) = solo.place();
        solo.receive(&response(&invite, "302 Moved", "b", contact, ""));
        match flows {
            true => solo.agent.refuse_redirection(solo.now, call, 302),
            // Nothing was found there.
            false => solo
                .agent
                .redirect(solo.now, call, "sip:c@h".to_owned(), Vec::new()),
        }
        solo.pass(SECOND);
        assert_eq!(solo.ends().len(), 1, "{contact}");
        solo.is_over();
    }
}

#[test]
fn a_call_that_nobody_decides_about_ends() {
    // A redirection that is never followed.
    let mut solo = Solo::alice();
    let (_, invite) = solo.place();
    solo.receive(&response(
        &invite,
        "302 Moved",
        "b",
        "Contact: <sip:c@h.example>\n",
        "",
    ));
    solo.is_over();
    // A far end that rings for ever.
    let mut solo = Solo::alice();
    let (_, invite) = solo.place();
    solo.receive(&ringing(&invite, "b"));
    solo.pass(SECOND * 180);
    assert_eq!(solo.ends(), [&End::Silent]);
    assert_eq!(solo.kinds(), ["CANCEL"]);
    solo.receive(&accepted(&invite, "b"));
    assert!(
        solo.kinds()
            .starts_with(&["ACK".to_owned(), "BYE".to_owned()])
    );
    solo.is_over();
}

#[test]
fn a_call_too_many_is_refused_and_what_is_over_is_none() {
    let now = Instant::now();
    let mut solo = Solo::alice();
    let mut settings = settings();
    settings.max_calls = 1;
    solo.agent = Agent::new(settings, Random::seeded(9), now);
    solo.agent.add_line(line_settings("alice"));
    let call = solo.up();
    solo.hang_up(call);
    let bye = solo.one();
    solo.receive(&response(&bye, "200 OK", "", "", ""));
    assert_eq!(
        (solo.agent.counts().calls, solo.agent.counts().traces),
        (0, 1)
    );
    solo.near = "<sip:alice@10.0.0.1>".to_owned();
    solo.call_id = "one".to_owned();
    solo.invited();
    solo.call_id = "two".to_owned();
    let second = solo.request("INVITE", "Contact: <sip:peer@192.0.2.9:5070>\n", OFFER);
    solo.receive(&second);
    let refused = solo.one();
    assert_eq!(
        (kind(&refused).as_str(), field(&refused, "Retry-After")),
        ("503", "10")
    );
}

#[test]
fn a_far_end_that_never_describes_its_sound_is_in_no_call() {
    let contact = "Contact: <sip:bob@192.0.2.9:5070>\n";
    for described_later in [false, true] {
        let mut solo = Solo::alice();
        let (call, invite) = solo.place();
        solo.receive(&response(&invite, "200 OK", "b", contact, ""));
        assert_eq!(solo.kinds(), ["ACK"]);
        solo.pass(SECOND * 19);
        if described_later {
            assert_eq!(solo.ask("UPDATE", "", OFFER), "200");
        }
        assert!(solo.ends().is_empty());
        solo.pass(SECOND);
        if described_later {
            assert!(solo.kinds().is_empty());
            solo.hang_up(call);
        } else {
            assert!(matches!(solo.ends()[..], [End::Failed(_)]));
        }
        let bye = solo.one();
        assert_eq!(kind(&bye), "BYE");
        solo.receive(&response(&bye, "200 OK", "", "", ""));
        solo.is_over();
    }
}

#[test]
fn a_far_end_that_is_just_asked_for_its_sound_has_time_to_say_it() {
    let contact = "Contact: <sip:bob@192.0.2.9:5070>\n";
    let mut solo = Solo::alice();
    let (_, invite) = solo.place();
    solo.receive(&response(&invite, "200 OK", "b", contact, ""));
    solo.pass(SECOND * 19);
    solo.kinds();
    // Our answer has an offer, and its ACK comes when somebody else has answered.
    assert_eq!(solo.ask("INVITE", contact, ""), "200");
    solo.pass(SECOND * 5);
    assert!(!solo.kinds().contains(&"BYE".to_owned()));
    assert!(solo.ends().is_empty());
    // Without one it ends all the same, as every re-INVITE does.
    solo.pass(SECOND * 40);
    assert!(solo.kinds().contains(&"BYE".to_owned()));
}
