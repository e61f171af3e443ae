//! The parser of SIP messages: no datagram may panic it, each refusal must be writable, and what it
//! accepts must be answerable, and the same when it is read again as it then lies there.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tapi3_sip::message::multipart::Part;
use tapi3_sip::message::uri::{SipUri, Uri, destination, unescape};
use tapi3_sip::message::value::{NameAddr, Params, Via, quote, unquote};
use tapi3_sip::message::{Echo, Message, Name};

const NAMES: [Name; 12] = [
    Name::Via,
    Name::From,
    Name::To,
    Name::Contact,
    Name::Route,
    Name::RecordRoute,
    Name::Require,
    Name::ContentType,
    Name::ReferTo,
    Name::Event,
    Name::SessionExpires,
    Name::Subject,
];

/// Reads everything that a message has; the same message gives the same number.
fn read(message: &Message<'_>) -> usize {
    let mut sum = message.method_text().len() + message.call_id().len() + message.cseq() as usize;
    sum += message.from_tag().len() + message.to_tag().len() + message.body().len();
    sum += message.other("X-Other").map_or(0, str::len);
    for name in NAMES {
        sum += usize::from(message.has_token(name, "timer"));
        for value in message.list(name) {
            sum += 1 + Params::after(value).count() + unquote(value).len();
            if let Some(address) = NameAddr::parse(value) {
                sum += address.param("tag").map_or(0, str::len);
                assert_eq!(
                    unquote(&quote(&address.name)).chars().count(),
                    address.name.chars().count()
                );
                sum += read_uri(address.uri);
            }
            if let Some(via) = Via::parse(value) {
                sum += via.branch().len() + usize::from(via.received().is_some());
                sum += usize::from(via.rport().unwrap_or(0)) + usize::from(via.ttl().unwrap_or(0));
            }
        }
    }
    let content_type = message.header(Name::ContentType).unwrap_or_default();
    for part in Part::new(content_type, message.body()).parts() {
        sum += part.body.len() + usize::from(part.is_optional());
    }
    sum + message.part("application/sdp").map_or(0, <[u8]>::len)
}

fn read_uri(text: &str) -> usize {
    if let Some(uri) = destination(text, &SipUri::new("a", "h"), true) {
        assert_eq!(SipUri::parse(&uri.to_string()), Some(uri));
    }
    let Some(uri) = Uri::parse(text) else {
        return 0;
    };
    assert!(uri.is_same(&uri), "{text}");
    if let Some(kept) = SipUri::of(&uri) {
        assert_eq!(SipUri::parse(&kept.to_string()), Some(kept));
    }
    unescape(uri.user).len() + uri.param("transport").map_or(0, str::len)
}

fuzz_target!(|data: &[u8]| {
    let mut bytes = data.to_vec();
    let source = "192.0.2.200:5099".parse().expect("an address");
    let seen = match Message::parse(&mut bytes) {
        Ok(message) => {
            if message.code().is_none() {
                Echo::destination(&message, source);
                let mut answer = Echo::of(&message, source).response(480, "No", "new").end();
                let answer = Message::parse(&mut answer).expect("an answer");
                assert_eq!(answer.method_text(), message.method_text());
                assert_eq!(answer.call_id(), message.call_id());
                assert_eq!(answer.from_tag(), message.from_tag());
                assert!(!answer.to_tag().is_empty());
                let branch =
                    |message: &Message<'_>| message.via().map(|via| via.branch().to_owned());
                assert_eq!(branch(&answer), branch(&message));
            }
            read(&message)
        }
        Err(malformed) => {
            if let Some(request) = malformed.request {
                read(&request);
                let echo = Echo::of(&request, source);
                echo.response(malformed.code, malformed.why, "new").end();
            }
            return;
        }
    };
    let again = Message::parse(&mut bytes).expect("the same message");
    assert_eq!(read(&again), seen);
});
