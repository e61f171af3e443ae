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
