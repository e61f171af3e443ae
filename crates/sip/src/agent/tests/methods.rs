//! What requests are answered that change nothing.

use super::solo::*;
use super::*;

const URI: &str = "sip:alice@10.0.0.1";

#[test]
fn what_is_not_done_outside_dialogs_is_refused_as_the_rfcs_say() {
    let mut solo = Solo::new(line_settings("alice"));
    for (number, (method, more, code, name, value)) in [
        (
            "MESSAGE",
            "Content-Type: text/plain\r\n",
            "405",
            "Allow",
            ALLOWED,
        ),
        ("PUBLISH", "Event: presence\r\n", "405", "Allow", ALLOWED),
        ("REGISTER", "", "405", "Allow", ALLOWED),
        (
            "SUBSCRIBE",
            "Event: presence\r\n",
            "489",
            "Allow-Events",
            "refer",
        ),
        ("SUBSCRIBE", "o: dialog\r\n", "489", "Allow-Events", "refer"),
        ("SUBSCRIBE", "Event: refer\r\n", "481", "Allow", ""),
        (
            "NOTIFY",
            "Event: presence\r\n",
            "489",
            "Allow-Events",
            EVENTS,
        ),
        ("NOTIFY", "Event: refer\r\n", "481", "Allow", ""),
        ("INFO", "", "481", "Allow", ""),
        ("PRACK", "RAck: 1 1 INVITE\r\n", "481", "Allow", ""),
        ("UPDATE", "", "481", "Allow", ""),
        ("BYE", "", "481", "Allow", ""),
        ("FROBNICATE", "", "501", "Allow", ALLOWED),
        (
            "OPTIONS",
            "Require: teleport\r\n",
            "420",
            "Unsupported",
            "teleport",
        ),
        (
            "INVITE",
            "Content-Type: text/html\r\nContent-Length: 1\r\n\r\nx",
            "415",
            "Accept",
            SDP,
        ),
    ]
    .into_iter()
    .enumerate()
    {
        let mut text = outside(method, URI, &format!("o{number}"), more);
        if more.contains("\r\n\r\n") {
            text.truncate(text.len() - 2);
        }
        let sent = solo.hear(&text);
        assert_eq!(kind(&sent[0]), code, "{method} {more}");
        assert_eq!(header(&sent[0], name), value, "{method} {more}");
        assert!(header(&sent[0], "To").contains(";tag="));
    }
    solo.until_over();
    assert!(solo.told().is_empty());
}

#[test]
fn options_say_what_there_is() {
    let mut solo = Solo::new(line_settings("alice"));
    let sent = solo.hear(&outside("OPTIONS", URI, "o", ""));
    for (name, value) in [
        ("Allow", ALLOWED),
        ("Accept", "application/sdp"),
        ("Accept-Encoding", "identity"),
        ("Accept-Language", "en"),
        ("Supported", "100rel, timer, replaces, norefersub"),
        ("Allow-Events", "refer, message-summary, dialog"),
        ("Contact", "<sip:alice@10.0.0.1:5060>"),
    ] {
        assert_eq!(header(&sent[0], name), value, "{name}");
    }
    // Who shares its address with others does not tell who they are.
    solo.agent.add_line(line_settings("bob"));
    let known = solo.hear(&outside("OPTIONS", URI, "p", ""));
    let unknown = solo.hear(&outside("OPTIONS", "sip:carol@10.0.0.1", "q", ""));
    for sent in [known, unknown] {
        assert_eq!(kind(&sent[0]), "200");
        assert_eq!(header(&sent[0], "Contact"), "");
    }
}

/// A request within the dialog of a call that is offered to alice and answered.
fn within(solo: &mut Solo) -> impl Fn(&str, u32, &str) -> String + use<> {
    let offer = "Content-Type: application/sdp\r\n\r\nv=0\r\no=- 1 1 IN IP4 192.0.2.9\r\ns=-\r\n\
        c=IN IP4 192.0.2.9\r\nt=0 0\r\nm=audio 4000 RTP/AVP 0\r\n";
    let text = outside("INVITE", URI, "call", offer);
    solo.hear(&text[..text.len() - 2]);
    let call = match solo.told().remove(0) {
        Event::Offered { call, .. } => call,
        other => panic!("{other:?}"),
    };
    let media = SocketAddr::from(([10, 0, 0, 1], 4002));
    solo.agent.answer(solo.now, call, media, 2).unwrap();
    let ok = solo.sent().remove(0);
    let to = header(&ok, "To").to_owned();
    solo.hear(&request("ACK", URI, "call", &format!("To: {to}\r\n")));
    solo.told();
    move |method, number, more| {
        let text = request(method, URI, "call", &format!("To: {to}\r\n{more}"));
        let text = text.replace(
            &format!("CSeq: 1 {method}"),
            &format!("CSeq: {number} {method}"),
        );
        text.replace("z9hG4bK", &format!("z9hG4bK{number}"))
    }
}

#[test]
fn what_is_not_done_within_dialogs_is_refused_as_the_rfcs_say() {
    let mut solo = Solo::new(line_settings("alice"));
    let request = within(&mut solo);
    let relay = "Content-Type: application/dtmf-relay\r\nContent-Length: 9\r\n\r\nSignal=5\n";
    let html = "Content-Type: text/html\r\nContent-Length: 1\r\n\r\nx";
    let optional = "Content-Type: text/html\r\nContent-Length: 1\r\n\
        Content-Disposition: render;handling=optional\r\n\r\nx";
    for (number, (method, more, code, name, value)) in [
        ("MESSAGE", "", "405", "Allow", ALLOWED),
        ("PUBLISH", "Event: presence\r\n", "405", "Allow", ALLOWED),
        (
            "SUBSCRIBE",
            "Event: presence\r\n",
            "489",
            "Allow-Events",
            "refer",
        ),
        ("SUBSCRIBE", "Event: refer\r\n", "481", "Allow", ""),
        (
            "NOTIFY",
            "Event: presence\r\n",
            "489",
            "Allow-Events",
            "refer",
        ),
        ("NOTIFY", "Event: refer\r\n", "481", "Allow", ""),
        (
            "INFO",
            "Info-Package: conference\r\n",
            "469",
            "Recv-Info",
            "",
        ),
        ("INFO", "", "200", "Allow", ""),
        ("INFO", relay, "200", "Allow", ""),
        (
            "INFO",
            html,
            "415",
            "Accept",
            "application/dtmf-relay, application/dtmf, application/media_control+xml",
        ),
        ("INFO", optional, "200", "Accept", ""),
        ("OPTIONS", "", "200", "Allow", ALLOWED),
    ]
    .into_iter()
    .enumerate()
    {
        let sent = solo.hear(&request(method, number as u32 + 2, more));
        assert_eq!(sent.len(), 1, "{method} {more}");
        assert_eq!(kind(&sent[0]), code, "{method} {more}");
        assert_eq!(header(&sent[0], name), value, "{method} {more}");
        let named = name == "Recv-Info";
        assert!(!named || sent[0].contains("\r\nRecv-Info: \r\n"));
    }
    let told = solo.told();
    let goes_on = told.iter().all(|event| matches!(event, Event::Key { .. }));
    assert!(goes_on, "the call goes on: {told:?}");
}

#[test]
fn a_call_that_rings_hears_the_same() {
    let mut solo = Solo::new(line_settings("alice"));
    solo.hear(&outside("INVITE", URI, "r", ""));
    let call = match solo.told().remove(0) {
        Event::Offered { call, .. } => call,
        other => panic!("{other:?}"),
    };
    solo.agent.ring(solo.now, call);
    let ringing = solo.sent().remove(0);
    let to = header(&ringing, "To");
    let more = format!("To: {to}\r\nInfo-Package: conference\r\n");
    let text = request("INFO", URI, "r", &more).replace("CSeq: 1", "CSeq: 2");
    let sent = solo.hear(&text);
    assert_eq!(kind(&sent[0]), "469");
}

/// An INVITE with these parts as its body, each with its headers.
fn in_parts(id: &str, kind: &str, parts: &[&str]) -> String {
    let mut body = String::from("for readers without MIME\r\n");
    for part in parts {
        body += &format!("--b\r\n{part}\r\n");
    }
    body += "--b--\r\n";
    let kind = format!("Content-Type: multipart/{kind};boundary=\"b\"\r\n\r\n{body}");
    let text = outside("INVITE", URI, id, &kind);
    text.strip_suffix("\r\n").unwrap().to_owned()
}

#[test]
fn a_description_among_other_parts_is_found() {
    let sdp = "Content-Type: application/sdp\r\n\r\nv=0\r\no=- 1 1 IN IP4 192.0.2.9\r\ns=-\r\n\
        c=IN IP4 192.0.2.9\r\nt=0 0\r\nm=audio 4000 RTP/AVP 0";
    let isup = "Content-Type: application/isup;version=itu-t92+\r\n\r\n\u{1}\u{2}";
    let optional = isup.replace(
        "\r\n\r\n",
        "\r\nContent-Disposition: signal;handling=optional\r\n\r\n",
    );
    let required = optional.replace("optional", "required");
    for (number, (kind, parts, offered)) in [
        ("mixed", vec![isup, sdp], true),
        ("alternative", vec!["\r\nplain words", sdp], true),
        ("mixed", vec![sdp, &optional], true),
        ("mixed", vec![sdp, &required], false),
        ("mixed", vec![isup], false),
    ]
    .into_iter()
    .enumerate()
    {
        let mut solo = Solo::new(line_settings("alice"));
        let sent = solo.hear(&in_parts(&format!("m{number}"), kind, &parts));
        let told = solo.told();
        match offered {
            true => {
                let Some(Event::Offered { call, .. }) = told.first() else {
                    panic!("{kind}: {sent:?}")
                };
                let media = SocketAddr::from(([10, 0, 0, 1], 4002));
                solo.agent.answer(solo.now, *call, media, 2).unwrap();
                // The far end's description was read: sound goes there.
                let told = solo.told();
                assert!(matches!(told[..], [Event::Media { .. }]), "{told:?}");
                let session = solo.agent.session(*call).unwrap();
                assert!(session.remote.is_some());
            }
            false => {
                assert_eq!(kind_of(&sent), "415");
                assert_eq!(header(&sent[0], "Accept"), SDP);
            }
        }
    }
}

fn kind_of(sent: &[String]) -> &str {
    sent.first().map(|text| kind(text)).unwrap_or_default()
}
