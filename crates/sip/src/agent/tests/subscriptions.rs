//! Subscriptions, at messages that wait.

use super::solo::*;
use super::*;

pub(super) const LINE: LineId = LineId(0);

pub(super) fn server() -> Flow {
    Flow::udp(address(0), SocketAddr::from(([198, 51, 100, 1], 5060)))
}

pub(super) fn watch_settings() -> WatchSettings {
    WatchSettings {
        uri: "sip:alice@example.com".to_owned(),
        expires: 600,
        pause: Duration::from_secs(4),
    }
}

fn with_password() -> LineSettings {
    LineSettings {
        credentials: Some(crate::digest::Credentials {
            user: "alice".to_owned(),
            password: "secret".into(),
        }),
        ..line_settings("alice")
    }
}

/// A subscription under way: its number, and its first SUBSCRIBE.
pub(super) fn asked(solo: &mut Solo) -> (WatchId, String) {
    let watch = solo
        .agent
        .watch_messages(solo.now, LINE, watch_settings())
        .unwrap();
    (watch, found(solo, watch))
}

/// Answers that a notifier is to be found. Returns the SUBSCRIBE.
pub(super) fn found(solo: &mut Solo, watch: WatchId) -> String {
    let told = solo.told();
    let wanted = |e: &Event| matches!(e, Event::FindNotifier { watch: w, .. } if *w == watch);
    assert!(told.iter().any(wanted), "{told:?}");
    solo.agent.subscribe(solo.now, watch, vec![server()]);
    let mut sent = solo.sent();
    assert_eq!(sent.len(), 1);
    sent.remove(0)
}

pub(super) fn tag(value: &str) -> &str {
    value.split_once(";tag=").map_or("", |(_, tag)| tag)
}

/// A NOTIFY in the dialog that this SUBSCRIBE begins.
pub(super) fn notify(subscribe: &str, number: u32, state: &str, more: &str) -> String {
    let (call_id, from) = (header(subscribe, "Call-ID"), header(subscribe, "From"));
    let event = header(subscribe, "Event");
    format!(
        "NOTIFY sip:alice@10.0.0.1 SIP/2.0\r\n\
         Via: SIP/2.0/UDP 198.51.100.1;branch=z9hG4bKn{number}{}\r\n\
         From: <sip:alice@example.com>;tag=theirs\r\n\
         To: {from}\r\n\
         Call-ID: {call_id}\r\n\
         CSeq: {number} NOTIFY\r\n\
         Contact: <sip:vm@198.51.100.1>\r\n\
         Event: {event}\r\n\
         Subscription-State: {state}\r\n\
         {more}\r\n",
        tag(from)
    )
}

pub(super) fn with_summary(text: &str) -> String {
    format!("Content-Type: application/simple-message-summary\r\n\r\n{text}")
}

pub(super) const ACCEPTED: &str = "Expires: 600\r\nContact: <sip:vm@198.51.100.1>\r\n";

/// A subscription that holds.
fn active(solo: &mut Solo) -> (WatchId, String) {
    let (watch, subscribe) = asked(solo);
    solo.hear_from(&server(), &reply(&subscribe, 200, ACCEPTED));
    let news = notify(&subscribe, 1, "active;expires=600", "");
    let sent = solo.hear_from(&server(), &news);
    assert_eq!(kind(&sent[0]), "200");
    assert!(
        solo.told()
            .iter()
            .any(|e| matches!(e, Event::Watching { .. }))
    );
    (watch, subscribe)
}

/// What was told of messages.
fn messages(told: &[Event]) -> Vec<(bool, u32, u32)> {
    let messages = told.iter().filter_map(|event| match event {
        Event::Messages {
            waiting, new, old, ..
        } => Some((*waiting, *new, *old)),
        _ => None,
    });
    messages.collect()
}

/// How far off the next attempt is, as the last word says.
pub(super) fn retry(told: &[Event]) -> Option<(u16, Option<Duration>)> {
    told.iter().rev().find_map(|event| match event {
        Event::NotWatching { code, retry, .. } => Some((*code, *retry)),
        _ => None,
    })
}

#[test]
fn messages_are_asked_for_told_of_and_asked_for_again() {
    let mut solo = Solo::new(line_settings("alice"));
    let (watch, subscribe) = asked(&mut solo);
    assert!(subscribe.starts_with("SUBSCRIBE sip:alice@example.com SIP/2.0\r\n"));
    assert_eq!(header(&subscribe, "Event"), "message-summary");
    assert_eq!(
        header(&subscribe, "Accept"),
        "application/simple-message-summary"
    );
    assert_eq!(header(&subscribe, "Expires"), "600");
    assert_eq!(header(&subscribe, "Contact"), "<sip:alice@10.0.0.1:5060>");
    solo.hear_from(&server(), &reply(&subscribe, 200, ACCEPTED));
    assert_eq!(solo.agent.counts().dialogs, 1);
    let body = with_summary("Messages-Waiting: yes\r\nVoice-Message: 2/8\r\n");
    let sent = solo.hear_from(&server(), &notify(&subscribe, 1, "active", &body));
    assert_eq!(kind(&sent[0]), "200");
    assert_eq!(messages(&solo.told()), [(true, 2, 8)]);
    // Copies are absorbed, and what is out of order is refused.
    solo.hear_from(&server(), &notify(&subscribe, 1, "active", &body));
    assert!(solo.told().is_empty());
    let body = with_summary("Messages-Waiting: no\r\n");
    solo.hear_from(
        &server(),
        &notify(&subscribe, 2, "active;expires=600", &body),
    );
    assert_eq!(messages(&solo.told()), [(false, 0, 0)]);
    // Before its end it is asked for again, in the dialog.
    let sent = solo.pass(Duration::from_secs(539));
    assert!(sent.is_empty(), "{sent:?}");
    let sent = solo.pass(Duration::from_secs(2));
    assert!(sent[0].starts_with("SUBSCRIBE sip:vm@198.51.100.1 SIP/2.0\r\n"));
    assert_eq!(tag(header(&sent[0], "To")), "theirs");
    assert_eq!(header(&sent[0], "Call-ID"), header(&subscribe, "Call-ID"));
    assert_eq!(header(&sent[0], "CSeq"), "2 SUBSCRIBE");
    // The notifier may want to be asked sooner.
    solo.hear_from(&server(), &reply(&sent[0], 200, "Expires: 100\r\n"));
    assert!(solo.pass(Duration::from_secs(89)).is_empty());
    assert_eq!(solo.pass(Duration::from_secs(1)).len(), 1);
    solo.agent.unwatch(solo.now, watch);
    let sent = solo.sent();
    assert_eq!(header(&sent[0], "Expires"), "0");
    solo.hear_from(&server(), &reply(&sent[0], 200, "Expires: 0\r\n"));
    let last = notify(&subscribe, 3, "terminated;reason=timeout", "");
    assert_eq!(kind(&solo.hear_from(&server(), &last)[0]), "200");
    assert!(matches!(solo.told()[..], [Event::Unwatched { .. }]));
    assert_eq!(solo.agent.counts().dialogs, 0);
    solo.until_over();
}

#[test]
fn a_notify_may_come_before_the_answer() {
    let mut solo = Solo::new(line_settings("alice"));
    let (_, subscribe) = asked(&mut solo);
    let body = with_summary("Messages-Waiting: yes\r\n");
    let news = notify(&subscribe, 7, "active;expires=600", &body);
    solo.hear_from(&server(), &news);
    assert_eq!(messages(&solo.told()), [(true, 0, 0)]);
    solo.hear_from(&server(), &reply(&subscribe, 202, ACCEPTED));
    assert!(matches!(solo.told()[..], [Event::Watching { .. }]));
    // Another branch of the same request is not wanted.
    let other = notify(&subscribe, 8, "active", "").replace("tag=theirs", "tag=others");
    assert_eq!(kind(&solo.hear_from(&server(), &other)[0]), "481");
    let again = solo.pass(Duration::from_secs(541)).remove(0);
    assert_eq!(header(&again, "CSeq"), "2 SUBSCRIBE");
    assert_eq!(tag(header(&again, "To")), "theirs");
}

#[test]
fn a_challenge_is_answered_and_a_longer_time_agreed_to() {
    let mut solo = Solo::new(with_password());
    let (_, subscribe) = asked(&mut solo);
    let challenge = "WWW-Authenticate: Digest realm=\"r\", nonce=\"a\", qop=\"auth\"\r\n";
    let second = solo.hear_from(&server(), &reply(&subscribe, 401, challenge));
    let proof = header(&second[0], "Authorization");
    assert!(proof.contains("uri=\"sip:alice@example.com\""), "{proof}");
    assert_eq!(header(&second[0], "CSeq"), "2 SUBSCRIBE");
    let brief = reply(&second[0], 423, "Min-Expires: 1800\r\n");
    let third = solo.hear_from(&server(), &brief);
    assert_eq!(header(&third[0], "Expires"), "1800");
    assert!(header(&third[0], "Authorization").contains("nc=00000002"));
    // It goes on being brief: that is one attempt too many.
    let fourth = solo.hear_from(&server(), &reply(&third[0], 423, "Min-Expires: 1801\r\n"));
    assert_eq!(header(&fourth[0], "Expires"), "1801");
    let none = solo.hear_from(&server(), &reply(&fourth[0], 423, "Min-Expires: 1802\r\n"));
    assert!(none.is_empty());
    assert!(matches!(retry(&solo.told()), Some((423, Some(_)))));
}

#[test]
fn a_wrong_password_is_not_tried_again_and_again() {
    let mut solo = Solo::new(with_password());
    let (_, mut subscribe) = asked(&mut solo);
    let challenge = "WWW-Authenticate: Digest realm=\"r\", nonce=\"a\"\r\n";
    let mut requests = 1;
    loop {
        let sent = solo.hear_from(&server(), &reply(&subscribe, 401, challenge));
        let Some(next) = sent.first() else { break };
        requests += 1;
        subscribe = next.clone();
    }
    assert_eq!(requests, 2);
    let pause = retry(&solo.told()).unwrap().1.unwrap();
    assert!(pause >= Duration::from_secs(1800));
}

#[test]
fn the_pauses_grow_and_a_notifier_may_ask_for_its_own() {
    let mut solo = Solo::new(line_settings("alice"));
    let (watch, mut subscribe) = asked(&mut solo);
    let mut pauses = Vec::new();
    for _ in 0..9 {
        solo.hear_from(&server(), &reply(&subscribe, 503, ""));
        let pause = retry(&solo.told()).unwrap().1.unwrap();
        pauses.push(pause.as_secs());
        solo.pass(pause);
        subscribe = found(&mut solo, watch);
    }
    assert_eq!(pauses, [4, 8, 16, 32, 64, 128, 256, 512, 600]);
    solo.hear_from(
        &server(),
        &reply(&subscribe, 503, "Retry-After: 77 (later)\r\n"),
    );
    let asked = Some((503, Some(Duration::from_secs(77))));
    assert_eq!(retry(&solo.told()), asked);
    solo.pass(Duration::from_secs(77));
    found(&mut solo, watch);
    // Nobody answers.
    solo.pass(Duration::from_secs(33));
    assert_eq!(
        retry(&solo.told()),
        Some((0, Some(Duration::from_secs(600))))
    );
    assert_eq!(solo.agent.counts().transactions, 0);
}

#[test]
fn another_server_is_tried_before_the_pause() {
    let mut solo = Solo::new(line_settings("alice"));
    let watch = solo
        .agent
        .watch_messages(solo.now, LINE, watch_settings())
        .unwrap();
    solo.told();
    let other = Flow::udp(address(0), SocketAddr::from(([198, 51, 100, 2], 5060)));
    solo.agent
        .subscribe(solo.now, watch, vec![server(), other.clone()]);
    let first = solo.sent().remove(0);
    let mut answer = reply(&first, 503, "").into_bytes();
    solo.agent.receive(solo.now, &server(), &mut answer);
    let second = solo.agent.transmit().unwrap();
    assert_eq!(second.flow.peer, other.peer);
    assert_eq!(retry(&solo.told()), None);
    // None at all.
    solo.agent.unwatch(solo.now, watch);
    let watch = solo
        .agent
        .watch_messages(solo.now, LINE, watch_settings())
        .unwrap();
    solo.agent.subscribe(solo.now, watch, Vec::new());
    assert_eq!(retry(&solo.told()), Some((0, Some(Duration::from_secs(4)))));
}

#[test]
fn who_accepts_and_tells_nothing_does_not_tell() {
    let mut solo = Solo::new(line_settings("alice"));
    let (_, subscribe) = asked(&mut solo);
    solo.hear_from(&server(), &reply(&subscribe, 200, ACCEPTED));
    solo.pass(T1 * 63);
    assert_eq!(retry(&solo.told()), None);
    solo.pass(T1 * 2);
    assert!(retry(&solo.told()).is_some());
    assert_eq!(solo.agent.counts().dialogs, 0);
}

#[test]
fn what_the_end_says_is_done() {
    let seconds = |n| Some(Duration::from_secs(n));
    for (state, want) in [
        (
            "terminated;reason=probation;retry-after=90",
            Some((0, seconds(90))),
        ),
        ("terminated;reason=giveup", Some((0, seconds(4)))),
        ("Terminated", Some((0, seconds(4)))),
        ("terminated;reason=rejected", Some((0, None))),
        (
            "terminated;reason=noresource;retry-after=5",
            Some((0, None)),
        ),
        // It has held for no time at all: not at once.
        ("terminated;reason=deactivated", Some((481, seconds(4)))),
    ] {
        let mut solo = Solo::new(line_settings("alice"));
        let (_, subscribe) = active(&mut solo);
        solo.hear_from(&server(), &notify(&subscribe, 2, state, ""));
        let told = solo.told();
        assert_eq!(retry(&told), want, "{state}");
        let given_up = told.iter().any(|e| matches!(e, Event::Unwatched { .. }));
        assert_eq!(given_up, want.unwrap().1.is_none(), "{state}");
        assert_eq!(solo.agent.counts().dialogs, 0);
        // What is said later is said to nobody.
        let late = solo.hear_from(&server(), &notify(&subscribe, 3, "active", ""));
        assert_eq!(kind(&late[0]), "481");
    }
    for state in ["terminated;reason=deactivated", "terminated;reason=timeout"] {
        let mut solo = Solo::new(line_settings("alice"));
        let (watch, subscribe) = active(&mut solo);
        solo.pass(Duration::from_secs(100));
        solo.hear_from(&server(), &notify(&subscribe, 2, state, ""));
        let anew = found(&mut solo, watch);
        assert_ne!(header(&anew, "Call-ID"), header(&subscribe, "Call-ID"));
        assert_eq!(header(&anew, "CSeq"), "1 SUBSCRIBE");
    }
}

#[test]
fn a_notifier_that_has_forgotten_is_asked_anew() {
    let mut solo = Solo::new(line_settings("alice"));
    let (watch, _) = active(&mut solo);
    let again = solo.pass(Duration::from_secs(541)).remove(0);
    solo.hear_from(&server(), &reply(&again, 481, ""));
    let anew = found(&mut solo, watch);
    assert_eq!(tag(header(&anew, "To")), "");
    assert_eq!(header(&anew, "Event"), "message-summary");
}

#[test]
fn unregistering_ends_what_the_line_watches() {
    let mut solo = Solo::new(line_settings("alice"));
    solo.agent.add_line(line_settings("bob"));
    let (_, _) = active(&mut solo);
    // One that is only being asked for, and one of another line.
    solo.agent.watch_messages(solo.now, LINE, watch_settings());
    solo.agent
        .watch_messages(solo.now, LineId(1), watch_settings());
    solo.told();
    solo.agent.unregister(solo.now, LINE);
    let sent = solo.sent();
    assert_eq!(sent.len(), 1);
    assert_eq!(
        (kind(&sent[0]), header(&sent[0], "Expires")),
        ("SUBSCRIBE", "0")
    );
    let told = solo.told();
    assert!(
        told.iter()
            .any(|e| matches!(e, Event::Unregistered { line } if *line == LINE))
    );
    assert_eq!(
        told.iter()
            .filter(|e| matches!(e, Event::Unwatched { .. }))
            .count(),
        1
    );
    // Nobody answers that.
    solo.pass(Duration::from_secs(33));
    assert!(matches!(solo.told()[..], [Event::Unwatched { .. }]));
    solo.agent.unregister(solo.now, LineId(1));
    solo.until_over();
    // Everything that was told of is gone.
    assert!(solo.agent.watches.is_empty());
}

#[test]
fn what_a_subscription_does_not_want_is_refused() {
    let mut solo = Solo::new(line_settings("alice"));
    let (_, subscribe) = active(&mut solo);
    let odd = notify(&subscribe, 2, "active", "").replace("message-summary", "presence");
    let sent = solo.hear_from(&server(), &odd);
    assert_eq!(kind(&sent[0]), "489");
    assert_eq!(
        header(&sent[0], "Allow-Events"),
        "refer, message-summary, dialog"
    );
    let body = "Content-Type: text/html\r\n\r\n<p>";
    let sent = solo.hear_from(&server(), &notify(&subscribe, 3, "active", body));
    assert_eq!(kind(&sent[0]), "415");
    assert_eq!(
        header(&sent[0], "Accept"),
        "application/simple-message-summary"
    );
    let late = notify(&subscribe, 2, "active", "").replace("z9hG4bKn2", "z9hG4bKlate");
    let sent = solo.hear_from(&server(), &late);
    assert_eq!(kind(&sent[0]), "500", "a number that is out of date");
    let bye = notify(&subscribe, 4, "active", "").replace("NOTIFY", "BYE");
    assert_eq!(kind(&solo.hear_from(&server(), &bye)[0]), "405");
    assert!(messages(&solo.told()).is_empty());
}

fn unasked(id: &str, more: &str) -> String {
    outside("NOTIFY", "sip:alice@10.0.0.1", id, more)
}

#[test]
fn unasked_news_count_from_the_lines_servers_alone() {
    let body = with_summary("Messages-Waiting: yes\r\nVoice-Message: 1/0\r\n");
    let news = format!("Event: message-summary\r\nSubscription-State: active\r\n{body}");
    let mut solo = Solo::new(line_settings("alice"));
    assert_eq!(kind(&solo.hear(&unasked("a", &news))[0]), "481");
    assert!(solo.told().is_empty());
    solo.agent.add_servers(LINE, &[server().peer.ip()]);
    assert_eq!(
        kind(&solo.hear_from(&server(), &unasked("b", &news))[0]),
        "200"
    );
    assert_eq!(messages(&solo.told()), [(true, 1, 0)]);
    let other = "Event: presence\r\nSubscription-State: active\r\n";
    assert_eq!(
        kind(&solo.hear_from(&server(), &unasked("c", other))[0]),
        "489"
    );
    let other = "Event: dialog\r\nSubscription-State: active\r\n";
    assert_eq!(
        kind(&solo.hear_from(&server(), &unasked("d", other))[0]),
        "481"
    );
    let html = "Event: message-summary\r\nContent-Type: text/html\r\n\r\n<p>";
    assert_eq!(
        kind(&solo.hear_from(&server(), &unasked("e", html))[0]),
        "415"
    );
    // Of a line that is registered, its registrar is one.
    let mut solo = Solo::new(line_settings("alice"));
    solo.registered(LINE, &server());
    solo.told();
    assert_eq!(kind(&solo.hear(&unasked("f", &news))[0]), "481");
    assert!(messages(&solo.told()).is_empty());
    let sent = solo.hear_from(&server(), &unasked("g", &news));
    assert_eq!(kind(&sent[0]), "200");
    assert_eq!(messages(&solo.told()), [(true, 1, 0)]);
    // And so is whom the settings name.
    let mut line = line_settings("alice");
    line.known_sources = Some(vec![server().peer.ip()]);
    let mut solo = Solo::new(line);
    let sent = solo.hear_from(&server(), &unasked("h", &news));
    assert_eq!(kind(&sent[0]), "200");
    assert_eq!(messages(&solo.told()), [(true, 1, 0)]);
}

#[test]
fn what_is_watched_over_a_connection_is_asked_for_again_when_it_breaks() {
    let tcp = |peer: [u8; 4]| Flow {
        transport: Transport::Tcp,
        ..Flow::udp(address(0), SocketAddr::from((peer, 5060)))
    };
    let way = tcp([198, 51, 100, 1]);
    let mut solo = Solo::new(line_settings("alice"));
    let watch = solo
        .agent
        .watch_messages(solo.now, LINE, watch_settings())
        .unwrap();
    solo.agent.subscribe(solo.now, watch, vec![way.clone()]);
    let subscribe = solo.sent().remove(0);
    let accepted = ACCEPTED.replace("198.51.100.1>", "198.51.100.1;transport=tcp>");
    solo.hear_from(&way, &reply(&subscribe, 200, &accepted));
    let news = notify(&subscribe, 1, "active;expires=600", "");
    let news = news.replace("198.51.100.1>", "198.51.100.1;transport=tcp>");
    solo.hear_from(&way, &news);
    solo.agent
        .broken(solo.now, &Gone::of(tcp([198, 51, 100, 2])));
    assert!(solo.pass(Duration::from_secs(10)).is_empty());
    solo.agent.broken(solo.now, &Gone::of(way.clone()));
    let sent = solo.pass(Duration::from_secs(5));
    assert_eq!(kind(&sent[0]), "SUBSCRIBE");
    assert_eq!(tag(header(&sent[0], "To")), "theirs");
}

#[test]
fn a_line_that_registers_asks_when_it_is_registered() {
    let mut solo = Solo::new(line_settings("alice"));
    let wanted = |told: &[Event]| {
        let found = |e: &&Event| matches!(e, Event::FindNotifier { .. });
        told.iter().filter(found).count()
    };
    let mut settings = registration();
    settings.expires = 60;
    let now = solo.now;
    solo.agent
        .keep_registered(now, LINE, settings, Duration::ZERO);
    let watch = solo.agent.watch_messages(now, LINE, watch_settings());
    let given_up = solo.agent.watch_messages(now, LINE, watch_settings());
    solo.pass(Duration::ZERO);
    let told = solo.told();
    assert!(
        matches!(told[..], [Event::FindRegistrar { .. }]),
        "{told:?}"
    );
    solo.agent.unwatch(solo.now, given_up.unwrap());
    solo.agent.register(solo.now, LINE, vec![server()]);
    let register = solo.sent().remove(0);
    solo.hear_from(&server(), &reply(&register, 100, ""));
    solo.hear_from(&server(), &reply(&register, 503, ""));
    assert_eq!(wanted(&solo.told()), 0);
    solo.pass(Duration::from_secs(5));
    solo.agent.register(solo.now, LINE, vec![server()]);
    let register = solo.sent().remove(0);
    let bound = "Contact: <sip:alice@10.0.0.1:5060>;expires=60\r\n";
    solo.hear_from(&server(), &reply(&register, 200, bound));
    let told = solo.told();
    assert_eq!(wanted(&told), 1, "{told:?}");
    solo.agent
        .subscribe(solo.now, watch.unwrap(), vec![server()]);
    let subscribe = solo.sent().remove(0);
    solo.hear_from(&server(), &reply(&subscribe, 503, ""));
    solo.pass(Duration::from_secs(3600));
    assert_eq!(
        wanted(&solo.told()),
        1,
        "nothing is known to be wrong with the line"
    );
    // While the line is not registered there is no further attempt.
    solo.agent.register(solo.now, LINE, Vec::new());
    solo.agent.subscribe(solo.now, watch.unwrap(), Vec::new());
    solo.pass(Duration::from_secs(3600));
    let told = solo.told();
    assert!(matches!(retry(&told), Some((0, Some(_)))), "{told:?}");
    assert_eq!(wanted(&told), 0);
    solo.agent.unregister(solo.now, LINE);
    solo.until_over();
    assert!(solo.agent.watches.is_empty());
}
