//! Where the other side is: where it says, or where its packets come from (symmetric RTP, RFC 4961).
//!
//! Behind a translator of addresses a telephone does not know its own. So its packets are believed
//! rather than its word; but only from one place at a time, and another is taken only before the
//! first or after a silence, so that nobody else talks into a call.

use std::net::SocketAddr;
use std::time::Duration;

/// After so long without a packet another place is listened to.
pub(super) const SILENCE: Duration = Duration::from_secs(2);
/// Places change this often at most.
const PATIENCE: Duration = Duration::from_secs(5);

#[derive(Clone, Debug)]
pub(super) struct Peer {
    said: SocketAddr,
    found: Option<SocketAddr>,
    heard: Option<Duration>,
    moved: Option<Duration>,
}

impl Peer {
    pub(super) fn new(said: SocketAddr) -> Peer {
        Peer {
            said,
            found: None,
            heard: None,
            moved: None,
        }
    }

    /// Signalling says where it is now. If that is somewhere else, what was found counts no more.
    pub(super) fn says(&mut self, said: SocketAddr) {
        if self.said != said {
            *self = Peer::new(said);
        }
    }

    /// Where packets go.
    pub(super) fn address(&self) -> SocketAddr {
        self.found.unwrap_or(self.said)
    }

    pub(super) fn heard(&self) -> Option<Duration> {
        self.heard
    }

    /// Whether packets from there are looked at: its own place and the one that was signalled
    /// always, others before the first and after a silence, if it is to be heard at all
    /// (`expected`): the silence of who holds invites nobody.
    pub(super) fn allows(&self, now: Duration, from: SocketAddr, expected: bool) -> bool {
        let silent = self
            .heard
            .is_none_or(|heard| now.saturating_sub(heard) >= SILENCE);
        let patient = self
            .moved
            .is_none_or(|moved| now.saturating_sub(moved) >= PATIENCE);
        self.knows(from) || (expected && silent && patient)
    }

    /// Whether it is its own place, or the one that was signalled.
    pub(super) fn knows(&self, from: SocketAddr) -> bool {
        from == self.address() || from == self.said
    }

    /// A packet from there was found to be the other side's. Says whether that is another place
    /// than packets went to.
    pub(super) fn found(&mut self, now: Duration, from: SocketAddr) -> bool {
        self.heard = Some(now);
        let moved = self.address() != from;
        if moved {
            self.moved = Some(now);
        }
        self.found = Some(from);
        moved
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(port: u16) -> SocketAddr {
        SocketAddr::from(([192, 0, 2, 1], port))
    }

    const fn ms(ms: u64) -> Duration {
        Duration::from_millis(ms)
    }

    #[test]
    fn another_place_is_taken_before_the_first_packet_or_after_a_silence() {
        let mut peer = Peer::new(at(1));
        assert!(peer.allows(ms(0), at(2), true));
        assert!(peer.found(ms(0), at(2)));
        assert_eq!(peer.address(), at(2));
        assert!(!peer.allows(ms(1000), at(3), true));
        assert!(peer.allows(ms(1000), at(2), true));
        assert!(
            peer.allows(ms(1000), at(1), true),
            "what signalling says is allowed always"
        );
        assert!(!peer.found(ms(4000), at(2)));
        assert!(!peer.allows(ms(5900), at(3), true));
        assert!(peer.allows(ms(6000), at(3), true));
        assert!(
            !peer.allows(ms(6000), at(3), false),
            "nobody is to be heard"
        );
    }

    #[test]
    fn places_change_only_so_often() {
        let mut peer = Peer::new(at(1));
        peer.found(ms(0), at(2));
        assert!(
            !peer.allows(ms(4000), at(3), true),
            "silent for long enough, but it has just moved"
        );
        assert!(peer.allows(ms(5000), at(3), true));
    }

    #[test]
    fn a_new_word_of_signalling_counts_more_than_what_was_found() {
        let mut peer = Peer::new(at(1));
        peer.found(ms(0), at(2));
        peer.says(at(1));
        assert_eq!(peer.address(), at(2));
        peer.says(at(4));
        assert_eq!(peer.address(), at(4));
    }
}
