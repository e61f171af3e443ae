//! Cutting a stream into messages (RFC 3261 §18.3) and keep-alives (RFC 5626 §3.5.1).

/// What a stream has next.
#[derive(Debug, PartialEq, Eq)]
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
    seen: usize,
}

impl Framer {
    /// Looks at what has come so far and was not taken yet. `limit` bytes a message may have.
    pub fn cut(&mut self, _buffer: &[u8], _limit: usize) -> Cut {
        let _ = self.seen;
        todo!()
    }
}
