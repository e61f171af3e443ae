//! What every response repeats of its request (RFC 3261 §8.2.6).

use super::{Message, Writer};
use std::net::SocketAddr;

/// The lines of a request that its responses repeat, and where they go.
#[derive(Debug, Clone)]
pub struct Echo {
    /// Via (the first one with `received` and `rport`), From, Call-ID and CSeq.
    lines: Box<[u8]>,
    to: Box<str>,
    /// Whether the request's To has a tag.
    tagged: bool,
    /// The Record-Route lines, which responses that make a dialog repeat.
    routes: Box<[u8]>,
}

impl Echo {
    /// Of a request that came from `source`.
    pub fn of(_request: &Message<'_>, _source: SocketAddr) -> Self {
        todo!()
    }

    /// Begins a response. `tag` is put to To unless the request had one there; a 100 has none.
    pub fn response(&self, _code: u16, _reason: &str, _tag: &str) -> Writer {
        todo!()
    }

    /// The Record-Route lines.
    pub fn routes(&self) -> &[u8] {
        &self.routes
    }

    /// Where a response goes over UDP: to the source address, at the port that it came from if
    /// `rport` was asked for, otherwise at the port of sent-by; `maddr` is followed for multicast
    /// only (RFC 3261 §18.2.2, RFC 3581 §4).
    pub fn destination(_request: &Message<'_>, _source: SocketAddr) -> SocketAddr {
        todo!()
    }
}
