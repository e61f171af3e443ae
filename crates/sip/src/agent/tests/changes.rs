//! Changes within a call: hold, glare, refusals.

use super::peer::{OFFER, Solo, accepted, field, kind, response};
use super::*;

const SECOND: Duration = Duration::from_secs(1);

fn done(net: &mut Net, of: usize) -> Vec<Result<(), Refusal>> {
    let told = net.told(of).into_iter();
    let done = told.filter_map(|event| match event {
        Event::Done { result, .. } => Some(result),
        _ => None,
    });
    done.collect()
}

fn held(net: &Net, of: usize) -> Vec<bool> {
    let told = net.told[of].iter();
    let held = told.filter_map(|event| match event {
        Event::HeldByPeer { held, .. } => Some(*held),
        _ => None,
    });
    held.collect()
}

#[test]
fn hold_and_resume_from_both_sides() {
    let mut net = Net::pair();
    let calls = net.connected();
    let calls = [calls.0, calls.1];
    for of in [0, 1, 0] {
        for hold in [true, false] {
            let (agent, now) = (&mut net.agents[of], net.now);
            let begun = match hold {
                true => agent.hold(now, calls[of]),
                false => agent.resume(now, calls[of]),
            };
            assert_eq!(begun, Ok(()));
            let again = net.agents[of].hold(net.now, calls[of]);
            assert_eq!(again, Err(Refusal::WrongState), "one at a time");
            net.pass(SECOND);
            let (_, sdp) = net
                .sent
                .iter()
                .rev()
                .find_map(|(_, _, text)| {
                    text.starts_with("INVITE")
                        .then(|| text.split_once("\r\n\r\n"))?
                })
                .unwrap();
            assert!(
                sdp.contains(if hold { "a=sendonly" } else { "a=sendrecv" }),
                "{sdp}"
            );
            assert_eq!(held(&net, 1 - of), [hold]);
            assert_eq!(done(&mut net, of), [Ok(())]);
            net.told(1 - of);
        }
    }
    net.hang_up(0, calls[0]);
    net.until_over();
}

#[test]
fn both_sides_change_at_once_and_both_succeed() {
    let mut collided = 0;
    for seed in 0..20 {
        let mut net = Net::new(seed, [line_settings("alice"), line_settings("bob")]);
        let (alice, bob) = net.connected();
        net.sent.clear();
        let begun = net.now;
        net.agents[0].hold(net.now, alice).unwrap();
        net.agents[1].hold(net.now, bob).unwrap();
        net.pass(SECOND * 10);
        assert_eq!(done(&mut net, 0), [Ok(())], "{seed}");
        assert_eq!(done(&mut net, 1), [Ok(())], "{seed}");
        let lines = net.first_lines();
        assert!(lines.contains(&(0, "491".to_owned())) && lines.contains(&(1, "491".to_owned())));
        // Whoever placed the call waits 2.1 s to 4 s, the other one 2 s at most (§14.1).
        for (of, from, to) in [(0, 2100, 4100), (1, 0, 2100)] {
            let invites = net
                .sent
                .iter()
                .filter(|(by, _, text)| *by == of && text.starts_with("INVITE"));
            let at: Vec<u128> = invites
                .map(|(_, at, _)| at.duration_since(begun).as_millis())
                .collect();
            collided += at.len();
            assert!(at[1] >= from && at[1] <= to, "{at:?}");
        }
        net.hang_up(1, bob);
        net.until_over();
    }
    assert!(collided >= 80);
}

#[test]
fn a_change_that_is_refused_leaves_everything_as_it_was() {
    for (status, refusal) in [
        (
            "488 Not Acceptable Here",
            Refusal::Answer(488, "Not Acceptable Here".to_owned()),
        ),
        ("500 Oops", Refusal::Answer(500, "Oops".to_owned())),
        ("403 No", Refusal::Answer(403, "No".to_owned())),
    ] {
        let mut solo = Solo::alice();
        let call = solo.up();
        solo.agent.hold(solo.now, call).unwrap();
        let invite = solo.one();
        assert!(invite.contains("a=sendonly"));
        solo.receive(&response(&invite, status, "", "", ""));
        assert_eq!(solo.kinds(), ["ACK"]);
        assert_eq!(solo.done(), [Err(refusal)]);
        // The next description is as the last one that counted.
        let to = "10.0.0.1:4444".parse().unwrap();
        solo.agent.move_media(solo.now, call, to).unwrap();
        let invite = solo.one();
        assert!(
            invite.contains("a=sendrecv") && invite.contains("m=audio 4444"),
            "{invite}"
        );
        solo.receive(&response(&invite, "488 No", "", "", ""));
        solo.sent();
        solo.agent.hold(solo.now, call).unwrap();
        assert!(solo.one().contains("m=audio 4000"));
        solo.hang_up(call);
        assert_eq!(solo.done().len(), 2);
        solo.is_over();
    }
}

#[test]
fn a_change_that_finds_nobody_ends_the_call() {
    for status in ["481 Gone", "408 Timeout", ""] {
        let mut solo = Solo::alice();
        let call = solo.up();
        solo.agent.hold(solo.now, call).unwrap();
        let invite = solo.one();
        match status {
            "" => solo.pass(SECOND * 33),
            status => solo.receive(&response(&invite, status, "", "", "")),
        }
        assert!(solo.kinds().contains(&"BYE".to_owned()), "{status}");
        assert!(matches!(solo.done()[..], [Err(_)]));
        assert!(matches!(solo.ends()[..], [End::Failed(_)]));
        solo.is_over();
    }
}

#[test]
fn a_change_that_rings_for_ever_is_given_up() {
    let mut solo = Solo::alice();
    let call = solo.up();
    solo.agent.hold(solo.now, call).unwrap();
    let invite = solo.one();
    solo.receive(&response(&invite, "180 Ringing", "", "", ""));
    solo.pass(SECOND * 180);
    let cancel = solo.one();
    assert_eq!(kind(&cancel), "CANCEL");
    solo.receive(&response(&cancel, "200 OK", "", "", ""));
    solo.receive(&response(&invite, "487 Terminated", "", "", ""));
    assert_eq!(solo.kinds(), ["ACK"]);
    assert!(matches!(solo.done()[..], [Err(Refusal::Answer(487, _))]));
    assert!(solo.ends().is_empty());
    solo.hang_up(call);
    solo.is_over();
}

#[test]
fn a_hang_up_during_a_change_ends_both() {
    for (provisional, theirs) in [(false, false), (true, false), (false, true), (true, true)] {
        let mut solo = Solo::alice();
        let call = solo.up();
        solo.agent.hold(solo.now, call).unwrap();
        let invite = solo.one();
        if provisional {
            solo.receive(&response(&invite, "100 Trying", "", "", ""));
        }
        if theirs {
            assert_eq!(solo.ask("BYE", "", ""), "200");
        } else {
            solo.hang_up(call);
            let bye = solo.one();
            assert_eq!(kind(&bye), "BYE");
            // Its 2xx is acknowledged all the same.
            let lines = "Contact: <sip:bob@192.0.2.9:5070>\n";
            solo.receive(&response(&invite, "200 OK", "", lines, OFFER));
            let ack = solo.one();
            assert_eq!(
                field(&ack, "CSeq"),
                field(&invite, "CSeq").replace("INVITE", "ACK")
            );
            solo.receive(&response(&bye, "200 OK", "", "", ""));
        }
        assert_eq!(solo.done(), [Err(Refusal::Over)]);
        solo.is_over();
    }
}

/// A hold that met another change is none yet: the far end's is answered as before.
#[test]
fn a_change_that_waits_after_glare_is_not_made_yet() {
    let mut solo = Solo::alice();
    let call = solo.up();
    solo.agent.hold(solo.now, call).unwrap();
    let invite = solo.one();
    solo.receive(&response(&invite, "491 Request Pending", "", "", ""));
    solo.sent();
    solo.number += 1;
    let theirs = solo.request("INVITE", "Contact: <sip:bob@192.0.2.9:5070>\n", OFFER);
    solo.receive(&theirs);
    assert!(solo.one().contains("a=sendrecv"));
    solo.ack();
    solo.pass(SECOND * 5);
    assert!(solo.sent()[0].contains("a=sendonly"));
    solo.hang_up(call);
    assert_eq!(solo.done(), [Err(Refusal::Over)]);
    solo.is_over();
}

#[test]
fn a_change_is_tried_only_so_often() {
    for (status, lines) in [
        ("491 Request Pending", ""),
        ("422 Session Interval Too Small", "Min-SE: 90000\n"),
    ] {
        let mut solo = Solo::new(LineSettings {
            session_timer: SessionTimer::default(),
            ..line_settings("alice")
        });
        let call = solo.up();
        solo.agent.hold(solo.now, call).unwrap();
        let mut tries = 0_u64;
        loop {
            solo.pass(SECOND * 5);
            let sent = solo.sent();
            let Some(invite) = sent.iter().find(|text| kind(text) == "INVITE") else {
                break;
            };
            tries += 1;
            assert!(tries < 30, "{status}");
            // Each time a little more.
            let lines = lines.replace("90000", &(90_000 + tries).to_string());
            solo.receive(&response(invite, status, "", &lines, ""));
        }
        assert_eq!(tries, 10, "{status}");
        assert!(matches!(solo.done()[..], [Err(Refusal::Answer(..))]));
        solo.hang_up(call);
        solo.is_over();
    }
}

#[test]
fn the_far_ends_changes_wait_for_ours_and_the_other_way_round() {
    let mut solo = Solo::alice();
    let call = solo.up();
    solo.agent.hold(solo.now, call).unwrap();
    let invite = solo.one();
    let contact = "Contact: <sip:bob@192.0.2.9:5070>\n";
    assert_eq!(solo.ask("INVITE", contact, OFFER), "491");
    assert_eq!(solo.ask("UPDATE", contact, OFFER), "491");
    assert_eq!(solo.ask("UPDATE", contact, ""), "200");
    solo.receive(&response(&invite, "200 OK", "", contact, OFFER));
    solo.sent();
    assert_eq!(solo.done(), [Ok(())]);
    // Theirs, which is not acknowledged yet.
    assert_eq!(solo.ask("INVITE", contact, ""), "200");
    solo.agent.resume(solo.now, call).unwrap();
    assert!(solo.sent().is_empty());
    assert_eq!(solo.ask("UPDATE", contact, OFFER), "491");
    solo.number -= 1;
    let ack = solo.request("ACK", "", OFFER);
    solo.receive(&ack);
    assert_eq!(solo.kinds(), ["INVITE"]);
    for (lines, body, code) in [
        ("", "v=0\n", "488"),
        ("Content-Encoding: gzip\n", OFFER, "415"),
        ("Accept: text/plain\n", OFFER, "406"),
        ("Require: odd\n", OFFER, "420"),
    ] {
        let mut solo = Solo::alice();
        let call = solo.up();
        assert_eq!(solo.ask("INVITE", lines, body), code);
        assert!(solo.ends().is_empty());
        solo.hang_up(call);
        solo.is_over();
    }
}

/// The far end repeats its answer until it is acknowledged, and the BYE need not come behind it.
#[test]
fn the_answer_to_a_change_that_comes_behind_the_end_is_acknowledged() {
    for ours in [true, false] {
        let mut solo = Solo::alice();
        let call = match ours {
            true => solo.up(),
            false => solo.up_called(),
        };
        solo.agent.hold(solo.now, call).unwrap();
        let hold = solo.one();
        solo.hang_up(call);
        let bye = solo.one();
        assert_eq!(kind(&bye), "BYE");
        solo.receive(&response(&bye, "200 OK", "", "", ""));
        for _ in 0..2 {
            solo.receive(&accepted(&hold, "b"));
            assert_eq!(solo.kinds(), ["ACK"], "{ours}");
        }
        solo.is_over();
    }
}
