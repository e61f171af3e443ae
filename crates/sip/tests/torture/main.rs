//! The 49 trials of RFC 4475, each by its section and short name: messages of our own that have the
//! property which the RFC describes, and what becomes of them before anybody looks at what they mean.

mod invalid;
mod semantics;
mod valid;

use tapi3_sip::message::{Echo, Message, Name};

/// A message with the headers that everybody needs, where `lines` does not bring its own.
fn message(start: &str, lines: &[&str], body: &str) -> String {
    let first = start.split(' ').next().unwrap();
    let method = if first == "SIP/2.0" { "INVITE" } else { first };
    let cseq = format!("CSeq: 17 {method}");
    let usual = [
        "Via: SIP/2.0/UDP client.example.net:5071;branch=z9hG4bKtrial",
        "Max-Forwards: 70",
        "From: \"Trial\" <sip:trial@example.net>;tag=f1",
        "To: <sip:target@example.org>",
        "Call-ID: trial@client.example.net",
        &cseq,
    ];
    let name = |line: &str| Name::of(line.split(':').next().unwrap().trim());
    let mut text = format!("{start}\r\n");
    let missing = usual
        .iter()
        .filter(|line| lines.iter().all(|own| name(own) != name(line)));
    for line in missing.chain(lines) {
        // A header that has to be missing is given without a value.
        if !line.ends_with(": none") {
            text.push_str(line);
            text.push_str("\r\n");
        }
    }
    text + "\r\n" + body
}

/// An OPTIONS request with these lines.
fn options(lines: &[&str]) -> String {
    message("OPTIONS sip:target@example.org SIP/2.0", lines, "")
}

/// Well-formed; `look` looks at what it says.
fn accepted(text: impl Into<Vec<u8>>, look: impl FnOnce(&Message<'_>)) {
    let mut bytes = text.into();
    let message = Message::parse(&mut bytes)
        .map_err(|malformed| malformed.why)
        .unwrap();
    look(&message);
    if message.code().is_none() {
        // What is answered can be read by whoever asked.
        let mut answer = answer(&message, 200);
        let response = Message::parse(&mut answer).unwrap();
        assert_eq!(response.method_text(), message.method_text());
        assert_eq!(response.call_id(), message.call_id());
        assert_eq!(response.from_tag(), message.from_tag());
    }
}

/// Answered with this code before anybody has looked at what it means.
fn refused(text: impl Into<Vec<u8>>, code: u16) {
    let mut bytes = text.into();
    let malformed = Message::parse(&mut bytes).unwrap_err();
    assert_eq!(malformed.code, code, "{}", malformed.why);
    let request = malformed.request.expect("a request that can be answered");
    let answer = answer(&request, code);
    let text = String::from_utf8_lossy(&answer);
    assert!(text.starts_with(&format!("SIP/2.0 {code} ")), "{text}");
    assert!(
        text.contains("\r\nVia: ") && text.ends_with("\r\n\r\n"),
        "{text}"
    );
}

/// Passed over in silence.
fn dropped(text: impl Into<Vec<u8>>) {
    let mut bytes = text.into();
    let malformed = Message::parse(&mut bytes).unwrap_err();
    assert!(malformed.request.is_none(), "{}", malformed.why);
}

fn answer(request: &Message<'_>, code: u16) -> Vec<u8> {
    let source = "192.0.2.77:5099".parse().unwrap();
    Echo::of(request, source)
        .response(code, "Trial", "t1")
        .end()
}
