//! Whatever is written can be read, and whatever comes does no harm.

use proptest::prelude::*;
use tapi3_sip::message::uri::{SipUri, Uri, destination, escape_user, unescape};
use tapi3_sip::message::value::{NameAddr, Params, Via, quote, split_list, unquote};
use tapi3_sip::message::{Cut, Echo, Framer, Message, Method, Name, Writer};

const NAMES: [Name; 8] = [
    Name::Via,
    Name::From,
    Name::To,
    Name::Contact,
    Name::Require,
    Name::ContentType,
    Name::Subject,
    Name::Route,
];

/// A usual request with something of everything.
const USUAL: &str = "INVITE sip:bob;x@example.com:5070;transport=tcp SIP/2.0\r\n\
    Via: SIP/2.0/UDP 192.0.2.1:5070;branch=z9hG4bKa;rport, SIP / 2.0 / TCP [::1] : 7;branch=b\r\n\
    v: SIP/2.0/TLS h.example.com;received=192.0.2.9\r\n\
    Max-Forwards: 70\r\n\
    From: \"A \\\"B\\\" <x>, C\" <sip:alice@example.com;lr>;tag=1;y=\"z;\"\r\n\
    To: Bob\r\n <sip:bob@example.com>;tag=2\r\n\
    Call-ID: x@y\r\n\
    CSeq: 7\r\n\tINVITE\r\n\
    Contact: <sip:alice@192.0.2.1;ob?a=b>;expires=5, <tel:+1-425;phone-context=x>\r\n\
    Supported: 100rel, timer\r\n\
    Content-Type: multipart/mixed;boundary=\"x\"\r\n\
    Content-Length: 63\r\n\
    \r\n\
    --x\r\nContent-Type: application/sdp;\r\n a=b\r\n\r\nv=0\r\n\r\n--x--\r\nrest";

/// Reads everything that a message has.
fn read_all(message: &Message<'_>) -> usize {
    let mut sum = message.method_text().len() + message.call_id().len() + message.body().len();
    for name in NAMES {
        for value in message.list(name).chain(message.headers(name)) {
            let address = NameAddr::parse(value);
            let uri = address.as_ref().and_then(|address| Uri::parse(address.uri));
            sum += uri.map_or(0, |uri| {
                SipUri::of(&uri).map_or(0, |uri| uri.to_string().len())
            });
            sum += address.map_or(0, |address| Params::of(address.params).count());
            sum += Via::parse(value)
                .map_or(0, |via| via.branch().len() + usize::from(via.asks_rport()));
        }
        sum += usize::from(message.has_token(name, "timer"));
    }
    sum + message.part("application/sdp").map_or(0, <[u8]>::len)
}

/// Reads a message; one that is well-formed can be answered, and read again as it then lies there.
fn take(bytes: &mut [u8]) {
    let source = "[2001:db8::1]:5099".parse().unwrap();
    let seen = match Message::parse(bytes) {
        Ok(message) => {
            read_all(&message);
            let echo = Echo::of(&message, source);
            Echo::destination(&message, source);
            let mut answer = echo.response(487, "No", "new").end();
            if message.code().is_none() && answer.len() < 60_000 {
                let answer = Message::parse(&mut answer).expect("an answer");
                assert_eq!(answer.call_id(), message.call_id());
                assert_eq!(answer.cseq(), message.cseq());
                assert_eq!(answer.from_tag(), message.from_tag());
                let tag = Some(message.to_tag()).filter(|tag| !tag.is_empty());
                assert_eq!(answer.to_tag(), tag.unwrap_or("new"));
            }
            read_all(&message)
        }
        Err(malformed) => {
            if let Some(request) = malformed.request {
                read_all(&request);
                Echo::of(&request, source)
                    .response(malformed.code, malformed.why, "new")
                    .end();
            }
            return;
        }
    };
    let again = Message::parse(bytes).expect("the same message");
    assert_eq!(read_all(&again), seen);
}

/// The messages of a stream that comes in pieces of these lengths, and what is left.
fn messages(stream: &[u8], pieces: &[usize]) -> (Vec<Vec<u8>>, Option<Vec<u8>>) {
    let (mut framer, mut buffer, mut found) = (Framer::default(), Vec::new(), Vec::new());
    let mut pieces = pieces.iter().cycle();
    let mut rest = stream;
    loop {
        match framer.cut(&buffer, 400) {
            Cut::Message(length) => found.push(buffer.drain(..length).collect()),
            Cut::Ping(length) | Cut::Pong(length) => drop(buffer.drain(..length)),
            Cut::Broken => return (found, None),
            Cut::More if rest.is_empty() => {
                // Line ends may be left, or gone for a ping.
                let begin = buffer
                    .iter()
                    .take_while(|byte| b"\r\n".contains(byte))
                    .count();
                return (found, Some(buffer.split_off(begin)));
            }
            Cut::More => {
                let length = pieces
                    .next()
                    .copied()
                    .unwrap_or(rest.len())
                    .clamp(1, rest.len());
                let (piece, after) = rest.split_at(length);
                buffer.extend_from_slice(piece);
                rest = after;
            }
        }
    }
}

/// Bytes that mean something, among others.
fn words() -> impl Strategy<Value = Vec<u8>> {
    let word = prop_oneof![
        proptest::sample::select(vec![
            "\r\n",
            "\r",
            "\n",
            " ",
            "\t",
            ":",
            ";",
            ",",
            "<",
            ">",
            "\"",
            "\\",
            "@",
            "=",
            "?",
            "%00",
            "\r\n ",
            "Via:",
            "v:",
            "From:",
            "tag=",
            "Content-Length:",
            "l: 3",
            "SIP/2.0",
            "sip:",
            "[::1]",
            "\u{e9}",
            "--x",
        ])
        .prop_map(|word| word.as_bytes().to_vec()),
        proptest::collection::vec(any::<u8>(), 0..6),
    ];
    proptest::collection::vec(word, 0..40).prop_map(|words| words.concat())
}

/// The usual request with some places changed.
fn mutated() -> impl Strategy<Value = Vec<u8>> {
    let change = (any::<prop::sample::Index>(), 0..12usize, words());
    proptest::collection::vec(change, 1..5).prop_map(|changes| {
        let mut bytes = USUAL.as_bytes().to_vec();
        for (at, length, mut words) in changes {
            let at = at.index(bytes.len());
            words.truncate(length);
            bytes.splice(at..(at + length).min(bytes.len()), words);
            if bytes.is_empty() {
                break;
            }
        }
        bytes
    })
}

proptest! {
    #[test]
    fn bytes_do_no_harm(mut bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        take(&mut bytes);
    }

    #[test]
    fn words_do_no_harm(words in words()) {
        take(&mut words.clone());
        take(&mut [b"OPTIONS sip:h SIP/2.0\r\n", &words[..], b"\r\n\r\n"].concat());
        let text = String::from_utf8_lossy(&words);
        split_list(&text).for_each(|part| drop(NameAddr::parse(part)));
        let domain = SipUri::new("a", "h");
        if let Some(uri) = destination(&text, &domain, false) {
            prop_assert_eq!(SipUri::parse(&uri.to_string()), Some(uri));
        }
    }

    #[test]
    fn changed_messages_do_no_harm(mut bytes in mutated()) {
        take(&mut bytes);
    }

    #[test]
    fn what_is_written_can_be_read(
        user in "[a-z0-9+*#é]{1,12}", subject in any::<String>(), name in any::<String>(),
        body in proptest::collection::vec(any::<u8>(), 0..200), number in 0..1u32 << 31,
    ) {
        let uri = SipUri::new(&escape_user(&user).unwrap(), "example.com").to_string();
        prop_assert_eq!(unescape(Uri::parse(&uri).unwrap().user), user);
        let mut writer = Writer::request(Method::Message, &uri);
        writer.header(Name::Via, "SIP/2.0/TCP h;branch=z9hG4bKx").cseq(number, Method::Message);
        writer.parts(Name::From, &[&quote(&name), " <", &uri, ">;tag=1"]);
        writer.parts(Name::To, &["<", &uri, ">"]).header(Name::CallId, "x");
        writer.header(Name::Subject, &subject).other("X-Same", &subject);
        let mut bytes = writer.end_with("text/plain", &body);
        take(&mut bytes.clone());
        let message = Message::parse(&mut bytes).expect("well-formed");
        prop_assert_eq!(message.request_uri(), Some(&uri[..]));
        prop_assert_eq!((message.method(), message.cseq()), (Method::Message, number));
        prop_assert_eq!(message.body(), &body);
        let from = NameAddr::parse(message.header(Name::From).unwrap()).unwrap();
        let clean: String = name.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        prop_assert_eq!((&*from.name, from.uri), (&*clean, &*uri));
        let line = subject.replace(['\r', '\n', '\0'], " ");
        prop_assert_eq!(message.header(Name::Subject), Some(line.trim_ascii()));
        prop_assert_eq!(message.other("x-same"), Some(line.trim_ascii()));
    }

    #[test]
    fn quotes_come_off_as_they_were_put_on(text in "\\PC{0,40}") {
        let quoted = quote(&text);
        prop_assert_eq!(unquote(&quoted), text);
    }

    #[test]
    fn a_stream_is_the_same_in_any_pieces(
        parts in proptest::collection::vec(prop_oneof![
            mutated(), words(), Just(USUAL.as_bytes().to_vec()), Just(b"\r\n\r\n".to_vec()),
        ], 0..4),
        pieces in proptest::collection::vec(1..60usize, 1..6),
    ) {
        let stream = parts.concat();
        prop_assert_eq!(messages(&stream, &pieces), messages(&stream, &[]));
    }
}

#[test]
fn the_usual_request_is_one() {
    let mut bytes = USUAL.as_bytes().to_vec();
    let message = Message::parse(&mut bytes).expect("well-formed");
    assert_eq!(message.part("application/sdp"), Some(&b"v=0\r\n"[..]));
    take(&mut bytes);
}
