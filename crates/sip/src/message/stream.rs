//! Cutting a stream into messages (RFC 3261 §18.3) and keep-alives (RFC 5626 §3.5.1).

use super::head::{Length, MAX_HEAD, end_of_head, length_in};
use super::value::is_token_byte;

/// What a stream has next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    /// A whole message of so many bytes.
    Message(usize),
    /// CR LF CR LF of so many bytes: a ping, to be answered with CR LF.
    Ping(usize),
    /// Stray line ends of so many bytes, a pong among them.
    Pong(usize),
    /// More has to come.
    More,
    /// This can never become a message: the connection has to be closed.
    Broken,
}

/// Cuts a stream. Keeps how far it has looked, so that a slow peer costs no more than a fast one.
#[derive(Debug, Default)]
pub struct Framer {
    /// So many bytes are known to hold no end of a head.
    seen: usize,
    /// The length of the message that begins the buffer, once its head is there.
    whole: Option<usize>,
    /// Nobody knows where the last message ended.
    lost: bool,
}

impl Framer {
    /// Looks at what has come so far and was not taken yet. `limit` bytes a message may have. The
    /// bytes of a message, a ping or a pong have to be taken before the next look.
    pub fn cut(&mut self, buffer: &[u8], limit: usize) -> Cut {
        if self.lost {
            return Cut::Broken;
        }
        let whole = match self.whole {
            Some(whole) => whole,
            None => match self.head(buffer, limit) {
                Ok(whole) => whole,
                Err(cut) => return cut,
            },
        };
        if whole > limit {
            self.lost = true;
            return Cut::Broken;
        }
        if buffer.len() < whole {
            self.whole = Some(whole);
            return Cut::More;
        }
        self.whole = None;
        self.seen = 0;
        Cut::Message(whole)
    }

    /// The length of the message whose head is complete, or what else there is.
    fn head(&mut self, buffer: &[u8], limit: usize) -> Result<usize, Cut> {
        match buffer {
            [] | b"\r" | b"\r\n\r" => return Err(Cut::More),
            [b'\r', b'\n', b'\r', b'\n', ..] => return Err(Cut::Ping(4)),
            [b'\r', b'\n', ..] => return Err(Cut::Pong(2)),
            [b'\n', ..] => return Err(Cut::Pong(1)),
            // Another protocol, or a message that was longer than it said.
            [first, ..] if !is_token_byte(*first) => {
                self.lost = true;
                return Err(Cut::Broken);
            }
            _ => {}
        }
        let Some(head) = end_of_head(buffer, self.seen) else {
            // The end may have begun: LF CR.
            self.seen = buffer.len().saturating_sub(2);
            if buffer.len() >= limit.min(MAX_HEAD) {
                self.lost = true;
                return Err(Cut::Broken);
            }
            return Err(Cut::More);
        };
        match length_in(buffer.get(..head).unwrap_or_default()) {
            (Length::Is(body), _) => Ok(head.saturating_add(body)),
            // Who has a body has to say how long it is here (§20.14); who has none may forget to.
            (Length::Missing, false) => Ok(head),
            // The head makes a message that can be answered; what follows makes no sense.
            (Length::Missing, true) | (Length::Wrong, _) => {
                self.lost = true;
                Ok(head)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Everything that a stream has, when it comes in pieces of so many bytes.
    fn cuts(stream: &[u8], piece: usize, limit: usize) -> Vec<(Cut, Vec<u8>)> {
        let (mut framer, mut buffer, mut found) = (Framer::default(), Vec::new(), Vec::new());
        for piece in stream.chunks(piece) {
            buffer.extend_from_slice(piece);
            loop {
                let cut = framer.cut(&buffer, limit);
                let length = match cut {
                    Cut::Message(length) | Cut::Ping(length) | Cut::Pong(length) => length,
                    Cut::More => break,
                    Cut::Broken => {
                        found.push((cut, Vec::new()));
                        return found;
                    }
                };
                found.push((cut, buffer.drain(..length).collect()));
            }
        }
        found
    }

    fn messages(stream: &[u8], piece: usize) -> Vec<Vec<u8>> {
        let found = cuts(stream, piece, 1_000).into_iter();
        found
            .filter(|(cut, _)| matches!(cut, Cut::Message(_)))
            .map(|(_, bytes)| bytes)
            .collect()
    }

    #[test]
    fn a_stream_is_cut_where_its_messages_end_however_it_comes() {
        let parts: [&[u8]; 6] = [
            b"OPTIONS sip:h SIP/2.0\r\nContent-Length: 6\r\n\r\n\r\n\r\n\r\n",
            b"OPTIONS sip:h SIP/2.0\nl : \r\n  3\nx: y\n\n\0\n\n",
            b"SIP/2.0 200 OK\r\nContent-Length: 0\r\nContent-Length: 00\r\n\r\n",
            b"SIP/2.0 200 OK\r\nSubject: x\r\n\tContent-Length: 9\r\n\r\n",
            b"OPTIONS sip:h SIP/2.0\r\nc: text/plain\r\nL: 1\r\n\r\nx",
            b"ACK sip:h SIP/2.0\r\n\r\n",
        ];
        let whole = parts.concat();
        let between = parts.join(&b"\r\n\r\n\n\r\n"[..]);
        for piece in 1..=whole.len() {
            assert_eq!(messages(&whole, piece), parts, "{piece}");
            assert_eq!(messages(&between, piece), parts, "{piece}");
        }
    }

    #[test]
    fn keep_alives_are_told_apart() {
        let one = |stream: &[u8]| Framer::default().cut(stream, 1_000);
        assert_eq!(one(b"\r\n\r\n"), Cut::Ping(4));
        assert_eq!(one(b"\r\n\r\nOPTIONS"), Cut::Ping(4));
        assert_eq!(one(b"\r\n"), Cut::Pong(2));
        assert_eq!(one(b"\r\nOPTIONS"), Cut::Pong(2));
        assert_eq!(one(b"\n"), Cut::Pong(1));
        for part in [&b""[..], b"\r", b"\r\n\r"] {
            assert_eq!(one(part), Cut::More);
        }
    }

    #[test]
    fn what_cannot_become_a_message_breaks_the_stream_at_once() {
        for stream in [
            &b"\x16\x03\x01\x02"[..],
            b"\rX",
            b"\r\n\rX",
            b" OPTIONS",
            b"\0",
        ] {
            let last = cuts(stream, 1, 1_000).pop();
            assert_eq!(last, Some((Cut::Broken, Vec::new())), "{stream:?}");
        }
        let mut framer = Framer::default();
        assert_eq!(framer.cut(&[b'a'; 99], 100), Cut::More);
        assert_eq!(framer.cut(&[b'a'; 100], 100), Cut::Broken);
        assert_eq!(framer.cut(b"", 100), Cut::Broken);
        let long = b"OPTIONS sip:h SIP/2.0\r\nl: 90\r\n\r\n";
        assert_eq!(Framer::default().cut(long, 100), Cut::Broken);
        assert_eq!(Framer::default().cut(long, 200), Cut::More);
    }

    #[test]
    fn a_message_of_unknown_length_is_the_last_one() {
        for length in [
            "l: -1",
            "l: 1\r\nl: 2",
            "l: 4294967296",
            "l:",
            "l: 1\r\n 2",
            "c: text/plain",
        ] {
            let head = format!("OPTIONS sip:h SIP/2.0\r\n{length}\r\n\r\n");
            let stream = head.clone() + "OPTIONS sip:h SIP/2.0\r\n\r\n";
            for piece in [1, stream.len()] {
                let found = cuts(stream.as_bytes(), piece, 1_000);
                let expected = [
                    (Cut::Message(head.len()), head.clone().into_bytes()),
                    (Cut::Broken, Vec::new()),
                ];
                assert_eq!(found, expected, "{length}");
            }
        }
    }
}
