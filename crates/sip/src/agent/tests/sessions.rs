//! Session timers: who refreshes, and what becomes of a call that nobody refreshes.

use super::peer::{OFFER, Solo, field, kind, response};
use super::*;

const SECOND: Duration = Duration::from_secs(1);

pub(super) fn timed(user: &str, expires: u64) -> LineSettings {
    LineSettings {
        session_timer: SessionTimer {
            expires: Some(Duration::from_secs(expires)),
            shortest: Duration::from_secs(90),
        },
        ..line_settings(user)
    }
}

const SILENT: &str = "The far end does not answer any more: the session was not refreshed.";

/// Why the call failed.
fn words(solo: &Solo) -> &str {
    match solo.ends()[..] {
        [End::Failed(why)] => why,
        ref ends => panic!("{ends:?}"),
    }
}

#[test]
fn a_session_is_refreshed_and_lives() {
    for (first, second) in [(90, 1800), (1800, 90), (90, 90)] {
        let mut net = Net::new(1, [timed("alice", first), timed("bob", second)]);
        let (alice, _) = net.connected();
        net.pass(SECOND * 3600);
        for of in 0..2 {
            assert!(
                ends(&net.told[of]).is_empty(),
                "{first} {second} {:?}",
                net.told[of]
            );
        }
        net.hang_up(0, alice);
        net.until_over();
    }
}

/// A hold that came while a refreshing was under way is asked for when that could not leave, and does
/// not wait for the next one.
#[test]
fn a_hold_behind_a_refreshing_that_cannot_be_sent_is_not_forgotten() {
    for comes_back in [true, false] {
        let mut solo = Solo::new(timed("alice", 180));
        solo.flow.transport = Transport::Tcp;
        let (call, invite) = solo.place();
        let lines = "Contact: <sip:bob@192.0.2.9:5070;transport=tcp>\nAllow: UPDATE\n";
        solo.receive(&response(&invite, "200 OK", "b", lines, OFFER));
        assert_eq!(solo.kinds(), ["ACK"]);
        solo.pass(SECOND * 90);
        assert_eq!(solo.agent.hold(solo.now, call), Ok(()));
        let mut kinds = Vec::new();
        while let Some((flow, text)) = solo.routed().pop() {
            kinds.push(kind(&text));
            if comes_back && kind(&text) == "INVITE" {
                solo.receive(&response(&text, "200 OK", "b", lines, OFFER));
                break;
            }
            solo.agent.broken(solo.now, &solo.not_taken(&flow));
        }
        kinds.dedup();
        assert_eq!(kinds, ["UPDATE", "INVITE"]);
        let wanted = match comes_back {
            true => Ok(()),
            false => Err(Refusal::NotSent),
        };
        assert_eq!(solo.done(), [wanted]);
        solo.hang_up(call);
        solo.is_over();
    }
}

#[test]
fn a_dead_peer_ends_the_call_in_both_roles() {
    for dead in [0, 1] {
        let mut net = Net::new(1, [timed("alice", 180), timed("bob", 180)]);
        net.connected();
        net.drop_if = Box::new(move |_, _| true);
        net.pass(SECOND * 400);
        let told = net.told(1 - dead);
        assert!(matches!(ends(&told)[..], [End::Failed(_)]), "{told:?}");
        net.until_over();
    }
}

#[test]
fn who_refreshes_and_how_is_as_agreed() {
    // As the caller: the far end wants us to, or does it itself, or knows nothing of it.
    for (lines, ours) in [
        (
            "Session-Expires: 200;refresher=uac\nRequire: timer\nAllow: UPDATE\n",
            Some("UPDATE"),
        ),
        (
            "Session-Expires: 200;refresher=uac\nRequire: timer\n",
            Some("INVITE"),
        ),
        ("Session-Expires: 200;refresher=uas\n", None),
        ("", Some("INVITE")),
    ] {
        let mut solo = Solo::new(timed("alice", 200));
        let (call, invite) = solo.place();
        assert_eq!(field(&invite, "Session-Expires"), "200");
        let contact = "Contact: <sip:bob@192.0.2.9:5070>\n";
        solo.receive(&response(
            &invite,
            "200 OK",
            "b",
            &format!("{contact}{lines}"),
            OFFER,
        ));
        solo.sent();
        solo.pass(SECOND * 100);
        let sent = solo.sent();
        let kinds: Vec<String> = sent.iter().map(|text| kind(text)).collect();
        assert_eq!(kinds.first().map(String::as_str), ours, "{lines}");
        if let Some(refresh) = sent.first() {
            assert_eq!(field(refresh, "Session-Expires"), "200;refresher=uac");
            // An UPDATE that is not known after all becomes an INVITE.
            if ours == Some("UPDATE") {
                solo.receive(&response(refresh, "405 Not Here", "", "", ""));
                assert_eq!(solo.kinds(), ["INVITE"]);
            }
        } else {
            solo.pass(SECOND * 68);
            assert_eq!(solo.kinds(), ["BYE"]);
            assert_eq!(words(&solo), "The far end did not refresh its session.");
        }
        solo.hang_up(call);
        solo.is_over();
    }
}

/// A far end that agreed to no session and refuses to be asked is there: whatever it answers says so.
#[test]
fn who_agreed_to_no_session_and_refuses_a_refreshing_lives() {
    for (status, lives) in [
        ("488 Not Acceptable Here", true),
        ("403 Forbidden", true),
        ("405 Not Here", true),
        ("407 Who Are You", true),
        ("500 Odd", true),
        ("503 Not Now", true),
        ("603 Decline", true),
        ("408 Nobody", false),
        ("481 What Call", false),
    ] {
        for called in [false, true] {
            let mut solo = Solo::new(timed("alice", 200));
            let call = match called {
                true => solo.up_called(),
                false => solo.up(),
            };
            for _ in 0..10 {
                solo.pass(SECOND * 100);
                let sent = solo.sent();
                let asked = sent.first().map(String::as_str).unwrap_or_default();
                assert_eq!(kind(asked), "INVITE", "{status}");
                solo.receive(&response(asked, status, "", "", ""));
                let gone = ["ACK".to_owned(), "BYE".to_owned()];
                let wanted = if lives { &gone[..1] } else { &gone };
                assert_eq!(solo.kinds(), wanted, "{status}");
                if !lives {
                    break;
                }
            }
            assert_eq!(solo.ends().is_empty(), lives, "{status}");
            if lives {
                // And one that says nothing any more is not.
                solo.pass(SECOND * 200);
                let why = words(&solo);
                assert!(
                    why.starts_with("The far end does not answer any more: "),
                    "{why}"
                );
            }
            solo.hang_up(call);
            solo.is_over();
        }
    }
}

/// Where a session was agreed on, the far end ends it too.
#[test]
fn who_agreed_to_a_session_and_refuses_a_refreshing_ends_it() {
    let session = "Contact: <sip:bob@192.0.2.9:5070>\nSession-Expires: 200;refresher=uac\n";
    let refused = "The far end refused to refresh its session.";
    // It refuses that, or a change that would have been one, and then it says nothing more.
    for (holds, expected) in [(false, refused), (true, SILENT)] {
        let mut solo = Solo::new(timed("alice", 200));
        let (call, invite) = solo.place();
        solo.receive(&response(&invite, "200 OK", "b", session, OFFER));
        solo.sent();
        match holds {
            true => solo.agent.hold(solo.now, call).unwrap(),
            false => solo.pass(SECOND * 100),
        }
        let asked = solo.one();
        solo.receive(&response(&asked, "488 Not Acceptable Here", "", "", ""));
        assert_eq!(solo.kinds(), ["ACK"]);
        // The network is away, as far as we can tell.
        while solo.ends().is_empty() {
            solo.pass(SECOND);
            for (flow, _) in solo.routed() {
                solo.agent.broken(solo.now, &solo.not_taken(&flow));
            }
        }
        assert_eq!(words(&solo), expected);
        solo.is_over();
    }
}

#[test]
fn what_is_asked_of_the_called_party_about_timers() {
    for (lines, code, answer) in [
        ("Supported: timer\nSession-Expires: 20\n", "422", ""),
        ("Session-Expires: 20\n", "200", "90;refresher=uas"),
        (
            "Supported: timer\nSession-Expires: 300\n",
            "200",
            "300;refresher=uac",
        ),
        (
            "Supported: timer\nSession-Expires: 300;refresher=uas\n",
            "200",
            "300;refresher=uas",
        ),
        (
            "Supported: timer\nMin-SE: 900\n",
            "200",
            "900;refresher=uas",
        ),
        (
            "Session-Expires: 18446744073709551615\n",
            "200",
            "16777216;refresher=uas",
        ),
        ("x: 99999999999999999999999\n", "200", "600;refresher=uas"),
        (
            "Expires: 18446744073709551615\n",
            "200",
            "600;refresher=uas",
        ),
    ] {
        let mut solo = Solo::new(timed("alice", 600));
        let lines = format!("Contact: <sip:peer@192.0.2.9:5070>\n{lines}");
        let invite = solo.request("INVITE", &lines, OFFER);
        solo.receive(&invite);
        if let Some(call) = solo.offered() {
            solo.agent.ring(solo.now, call);
            solo.agent
                .answer(solo.now, call, "10.0.0.1:4000".parse().unwrap(), 7)
                .unwrap();
        }
        let sent = solo.sent();
        let last = sent.last().unwrap();
        assert_eq!(
            (kind(last).as_str(), field(last, "Session-Expires")),
            (code, answer),
            "{lines}"
        );
        assert_eq!(field(last, "Min-SE"), if code == "422" { "90" } else { "" });
    }
}
