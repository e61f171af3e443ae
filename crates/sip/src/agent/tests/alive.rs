//! Signs of life.

use super::solo::*;
use super::*;

fn server() -> Flow {
    Flow::udp(address(0), SocketAddr::from(([198, 51, 100, 1], 5060)))
}

const EVERY: Duration = Duration::from_secs(30);

fn by(by: KeepAliveBy) -> Option<KeepAlive> {
    Some(KeepAlive { every: EVERY, by })
}

#[test]
fn the_way_to_the_registrar_is_kept_open_with_empty_lines() {
    let mut solo = Solo::new(line_settings("alice"));
    solo.agent.add_line(line_settings("bob"));
    solo.agent.add_line(line_settings("carol"));
    solo.agent.keep_alive(solo.now, by(KeepAliveBy::Lines));
    assert!(solo.pass(EVERY * 4).is_empty(), "nobody is registered");
    solo.registered(LineId(0), &server());
    // One that goes the same way says nothing of its own.
    solo.registered(LineId(1), &server());
    let begun = solo.now;
    let mut gaps = Vec::new();
    let mut last = begun;
    for _ in 0..20 {
        let due = solo.agent.next_timeout().unwrap();
        let sent = solo.pass(due - solo.now);
        if sent == ["\r\n\r\n"] {
            gaps.push(solo.now - last);
            last = solo.now;
        }
    }
    gaps.remove(0);
    assert!(gaps.len() > 5);
    assert!(
        gaps.iter()
            .all(|gap| *gap <= EVERY && *gap >= EVERY * 4 / 5)
    );
    assert!(
        gaps.windows(2).any(|two| two[0] != two[1]),
        "not all at once"
    );
    let other = Flow::udp(address(0), SocketAddr::from(([198, 51, 100, 2], 5060)));
    solo.registered(LineId(2), &other);
    assert_eq!(solo.pass(EVERY), ["\r\n\r\n", "\r\n\r\n"]);
    solo.agent.keep_alive(solo.now, None);
    assert!(solo.pass(EVERY * 3).is_empty());
}

#[test]
fn a_registrar_that_does_not_answer_any_more_is_registered_with_again() {
    let mut solo = Solo::new(line_settings("alice"));
    solo.registered(LineId(0), &server());
    solo.agent.keep_alive(solo.now, by(KeepAliveBy::Options));
    let sent = solo.pass(EVERY);
    assert!(sent[0].starts_with("OPTIONS sip:example.com SIP/2.0\r\n"));
    // A refusal is an answer.
    solo.hear_from(&server(), &reply(&sent[0], 403, ""));
    let sent = solo.pass(EVERY);
    assert!(solo.told().is_empty());
    assert!(!sent.is_empty());
    // While one is under way there is no other.
    let again = solo.pass(T1 * 60);
    let ids = sent
        .iter()
        .chain(&again)
        .map(|text| header(text, "Call-ID"));
    let mut ids: Vec<&str> = ids.collect();
    ids.dedup();
    assert_eq!(ids.len(), 1);
    solo.pass(T1 * 8);
    let told = solo.told();
    assert!(
        matches!(told[..], [Event::FindRegistrar { .. }]),
        "{told:?}"
    );
}

#[test]
fn a_line_that_leaves_waits_for_no_sign_of_life() {
    let mut solo = Solo::new(line_settings("alice"));
    solo.registered(LineId(0), &server());
    solo.agent.keep_alive(solo.now, by(KeepAliveBy::Options));
    assert!(!solo.pass(EVERY).is_empty());
    solo.agent.keep_alive(solo.now, None);
    solo.agent.unregister(solo.now, LineId(0));
    let register = solo.sent().remove(0);
    assert_eq!(kind(&register), "REGISTER");
    solo.hear_from(&server(), &reply(&register, 200, ""));
    assert!(!solo.agent.owes());
    solo.until_over();
}

#[test]
fn signs_of_life_of_others_are_not_answered() {
    let mut solo = Solo::new(line_settings("alice"));
    for text in [
        "\r\n\r\n",
        "\r\n",
        "\0",
        "",
        "\u{0}\u{1}\0\0!\u{12}BQ0123456789ab",
    ] {
        assert!(solo.hear(text).is_empty(), "{text:?}");
    }
    assert!(solo.told().is_empty());
    assert_eq!(solo.agent.counts(), Counts::default());
}
