//! The calls of other lines.

use super::solo::*;
use super::subscriptions::*;
use super::*;

const INFO: &str = "Content-Type: application/dialog-info+xml\r\n\r\n";

fn document(version: u32, state: &str, dialogs: &str) -> String {
    format!(
        "{INFO}<?xml version=\"1.0\"?>\r\n\
         <dialog-info xmlns=\"urn:ietf:params:xml:ns:dialog-info\" version=\"{version}\" \
         state=\"{state}\" entity=\"sip:boss@example.com\">{dialogs}</dialog-info>"
    )
}

fn dialog(id: &str, state: &str) -> String {
    format!(
        "<dialog id=\"{id}\" call-id=\"c-{id}\" local-tag=\"lt\" remote-tag=\"rt\" \
         direction=\"recipient\"><state>{state}</state><remote>\
         <identity display=\"Carol\">sip:carol@example.com</identity></remote></dialog>"
    )
}

fn boss(solo: &mut Solo) -> (WatchId, String) {
    let settings = WatchSettings {
        uri: "sip:boss@example.com".to_owned(),
        ..watch_settings()
    };
    let watch = solo.agent.watch_dialogs(solo.now, LINE, settings).unwrap();
    let subscribe = found(solo, watch);
    solo.hear_from(&server(), &reply(&subscribe, 200, ACCEPTED));
    (watch, subscribe)
}

/// The calls after this NOTIFY, each with its state.
fn calls(solo: &mut Solo, text: &str) -> Vec<(String, WatchedState)> {
    let sent = solo.hear_from(&server(), text);
    assert_eq!(kind(&sent[0]), "200");
    let told = solo.told();
    let all = told.into_iter().find_map(|event| match event {
        Event::Dialogs { dialogs, .. } => Some(dialogs),
        _ => None,
    });
    let all = all.unwrap_or_default().into_iter();
    all.map(|dialog| (dialog.id, dialog.state)).collect()
}

#[test]
fn the_calls_of_another_line_are_known_whole_and_in_part() {
    use WatchedState::*;
    let mut solo = Solo::new(line_settings("alice"));
    let (watch, subscribe) = boss(&mut solo);
    assert_eq!(header(&subscribe, "Event"), "dialog");
    assert_eq!(header(&subscribe, "Accept"), "application/dialog-info+xml");
    let both = [dialog("a", "early"), dialog("b", "confirmed")].concat();
    let first = notify(&subscribe, 1, "active", &document(0, "full", &both));
    solo.hear_from(&server(), &first);
    let told = solo.told();
    let Some(Event::Dialogs { dialogs, uri, .. }) = told.first() else {
        panic!("{told:?}")
    };
    assert_eq!(uri, "sip:boss@example.com");
    let a = &dialogs[0];
    assert_eq!(
        a.replaces().unwrap(),
        "c-a;to-tag=lt;from-tag=rt;early-only"
    );
    assert_eq!(a.direction, Some(Direction::Recipient));
    assert_eq!(a.remote.as_deref(), Some("sip:carol@example.com"));
    assert_eq!(dialogs[1].replaces().unwrap(), "c-b;to-tag=lt;from-tag=rt");
    let step = |id: &str, state| (id.to_owned(), state);
    let part = document(1, "partial", &dialog("a", "confirmed"));
    let now = calls(&mut solo, &notify(&subscribe, 2, "active", &part));
    assert_eq!(now, [step("a", Confirmed), step("b", Confirmed)]);
    // What is out of date changes nothing.
    let old = document(1, "partial", &dialog("a", "trying"));
    let now = calls(&mut solo, &notify(&subscribe, 3, "active", &old));
    assert_eq!(now, [step("a", Confirmed), step("b", Confirmed)]);
    let part = [dialog("a", "terminated"), dialog("c", "trying")].concat();
    let part = document(5, "partial", &part);
    let now = calls(&mut solo, &notify(&subscribe, 4, "active", &part));
    assert_eq!(now, [step("b", Confirmed), step("c", Trying)]);
    let whole = document(6, "full", &dialog("d", "proceeding"));
    let now = calls(&mut solo, &notify(&subscribe, 5, "active", &whole));
    assert_eq!(now, [step("d", Proceeding)]);
    let whole = document(7, "full", "");
    assert_eq!(
        calls(&mut solo, &notify(&subscribe, 6, "active", &whole)),
        []
    );
    solo.agent.unwatch(solo.now, watch);
    solo.until_over();
}

#[test]
fn what_is_no_dialog_information_does_no_harm() {
    let deep = format!("{INFO}{}", "<a>".repeat(20_000));
    let many = "<dialog id=\"x\"/>".repeat(3000);
    let many_calls: String = (0..240)
        .map(|n| dialog(&n.to_string(), "early").replace("Carol", ""))
        .collect();
    let entities = format!(
        "{INFO}<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\
         <dialog-info version=\"0\" state=\"full\">&b;</dialog-info>"
    );
    let large = document(0, "full", &" ".repeat(70_000));
    for (body, code) in [
        (format!("{INFO}nonsense"), "400"),
        (
            format!("{INFO}<other version=\"0\" state=\"full\"/>"),
            "400",
        ),
        (format!("{INFO}<dialog-info state=\"full\"/>"), "400"),
        (deep, "400"),
        (entities, "400"),
        (large, "400"),
        (document(0, "full", &many), "200"),
        (
            document(0, "full", "<dialog><state>early</state></dialog>"),
            "200",
        ),
    ] {
        let mut solo = Solo::new(line_settings("alice"));
        let (_, subscribe) = boss(&mut solo);
        let sent = solo.hear_from(&server(), &notify(&subscribe, 1, "active", &body));
        assert_eq!(kind(&sent[0]), code);
    }
    let mut solo = Solo::new(line_settings("alice"));
    let (_, subscribe) = boss(&mut solo);
    let many = notify(&subscribe, 1, "active", &document(0, "full", &many_calls));
    let all = calls(&mut solo, &many);
    assert_eq!(all.len(), 128);
}

/// The same body as a part of a larger one (RFC 5621).
fn among_others(body: &str) -> String {
    format!(
        "Content-Type: multipart/mixed;boundary=cut\r\n\r\n\
         --cut\r\nContent-Type: text/plain\r\n\r\nNot this.\r\n\
         --cut\r\n{body}\r\n--cut--\r\n"
    )
}

#[test]
fn news_are_found_among_other_parts() {
    let summary = "Messages-Waiting: yes\r\nVoice-Message: 2/8\r\n";
    let mut solo = Solo::new(line_settings("alice"));
    let (_, subscribe) = asked(&mut solo);
    let news = notify(
        &subscribe,
        1,
        "active",
        &among_others(&with_summary(summary)),
    );
    assert_eq!(kind(&solo.hear_from(&server(), &news)[0]), "200");
    let heard = |e: &Event| {
        matches!(
            e,
            Event::Messages {
                waiting: true,
                new: 2,
                old: 8,
                ..
            }
        )
    };
    assert!(solo.told().iter().any(heard));
    let mut solo = Solo::new(line_settings("alice"));
    let (_, subscribe) = boss(&mut solo);
    let whole = document(0, "full", &dialog("a", "early"));
    let all = calls(
        &mut solo,
        &notify(&subscribe, 1, "active", &among_others(&whole)),
    );
    assert_eq!(all.len(), 1);
    // Other parts alone are nothing that is wanted.
    let other = among_others("Content-Type: text/html\r\n\r\n<p>");
    let sent = solo.hear_from(&server(), &notify(&subscribe, 2, "active", &other));
    assert_eq!(kind(&sent[0]), "415");
}

#[test]
fn a_replaces_is_made_of_what_is_known_and_of_nothing_odd() {
    let whole = WatchedDialog {
        id: "1".to_owned(),
        call_id: Some("c".to_owned()),
        local_tag: Some("l".to_owned()),
        remote_tag: Some("r".to_owned()),
        direction: None,
        state: WatchedState::Confirmed,
        remote: None,
    };
    assert!(whole.replaces().is_some());
    let partly = WatchedDialog {
        remote_tag: None,
        ..whole.clone()
    };
    assert_eq!(partly.replaces(), None);
    let odd = WatchedDialog {
        call_id: Some("c\r\nX: y".to_owned()),
        ..whole
    };
    assert_eq!(odd.replaces(), None);
}

#[test]
fn whatever_a_notifier_says_does_no_harm() {
    let mut random = Random::seeded(17);
    let both = [dialog("a", "early"), dialog("b", "confirmed")].concat();
    let summary = with_summary("Messages-Waiting: yes\r\nVoice-Message: 2/8 (0/2)\r\n");
    for round in 0..4000_u32 {
        let mut solo = Solo::new(line_settings("alice"));
        let (_, subscribe, body) = match round % 2 {
            0 => {
                let (watch, subscribe) = boss(&mut solo);
                (watch, subscribe, document(0, "full", &both))
            }
            _ => {
                let (watch, subscribe) = asked(&mut solo);
                (watch, subscribe, summary.clone())
            }
        };
        let state = "terminated;reason=probation;retry-after=5";
        let mut text = notify(&subscribe, 1, state, &body).into_bytes();
        for _ in 0..1 + random.byte() % 4 {
            let at = random.number() as usize % text.len();
            text[at] = random.byte();
        }
        solo.agent.receive(solo.now, &server(), &mut text);
        solo.pass(Duration::from_secs(1));
        solo.agent.unregister(solo.now, LINE);
        solo.until_over();
        assert!(solo.agent.watches.is_empty());
    }
}
