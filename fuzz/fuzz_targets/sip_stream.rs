//! The cutter of streams: however a stream comes in pieces, its messages are the same. The first
//! four bytes say in which pieces.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tapi3_sip::message::{Cut, Framer, Message};

/// So long a message may be.
const LIMIT: usize = 2_048;

/// The messages of a stream that comes in pieces of these lengths, and what is left.
fn messages(stream: &[u8], pieces: &[u8]) -> (Vec<Vec<u8>>, Option<Vec<u8>>) {
    let (mut framer, mut buffer, mut found) = (Framer::default(), Vec::new(), Vec::new());
    let mut pieces = pieces.iter().cycle();
    let mut rest = stream;
    loop {
        match framer.cut(&buffer, LIMIT) {
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
                    .map_or(rest.len(), |length| usize::from(*length));
                let (piece, after) = rest.split_at(length.clamp(1, rest.len()));
                buffer.extend_from_slice(piece);
                rest = after;
            }
        }
    }
}

fuzz_target!(|data: &[u8]| {
    let Some((pieces, stream)) = data.split_at_checked(4) else {
        return;
    };
    let (whole, left) = messages(stream, &[]);
    assert_eq!(messages(stream, pieces), (whole.clone(), left));
    for mut message in whole {
        assert!(message.len() <= LIMIT);
        // Both find the same body.
        let length = message.len();
        if let Ok(message) = Message::parse(&mut message) {
            assert!(message.body().len() < length);
        }
    }
});
