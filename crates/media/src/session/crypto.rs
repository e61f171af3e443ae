//! Protection of a session's packets, if signalling agreed on it.

use std::collections::TryReserveError;

use super::{Refused, Session};
use crate::srtp::{MasterKey, Opener, Protector, Suite};

/// What both sides protect with: each its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Protection {
    /// What we send with.
    pub ours: (Suite, MasterKey),
    /// What the other side sends with.
    pub theirs: (Suite, MasterKey),
}

#[derive(Debug)]
struct Keys {
    agreed: Protection,
    protector: Protector,
    opener: Opener,
}

/// The keys in use: none, or one, on the heap since most sessions have none.
#[derive(Debug, Default)]
pub(super) struct Crypto(Vec<Keys>);

impl Crypto {
    fn agree(&mut self, agreed: Protection) -> Result<(), TryReserveError> {
        self.0
            .try_reserve_exact(1usize.saturating_sub(self.0.len()))?;
        let (before, protector, opener) = match self.0.pop() {
            Some(keys) => (Some(keys.agreed), Some(keys.protector), Some(keys.opener)),
            None => (None, None, None),
        };
        // A key that stays keeps its counters: no packet may be opened twice, or protected with
        // what was used before (RFC 3711 §9.1).
        let ours_stays = before
            .as_ref()
            .is_some_and(|before| before.ours == agreed.ours);
        let theirs_stays = before
            .as_ref()
            .is_some_and(|before| before.theirs == agreed.theirs);
        let fresh = || Protector::new(agreed.ours.0, &agreed.ours.1);
        let protector = protector.filter(|_| ours_stays).unwrap_or_else(fresh);
        let fresh = || Opener::new(agreed.theirs.0, &agreed.theirs.1);
        let opener = opener.filter(|_| theirs_stays).unwrap_or_else(fresh);
        self.0.push(Keys {
            agreed,
            protector,
            opener,
        });
        Ok(())
    }

    fn keys(&mut self) -> Option<&mut Keys> {
        self.0.first_mut()
    }

    pub(super) fn heap(&self) -> usize {
        self.0.capacity() * size_of::<Keys>()
    }

    /// What is sent: the length of what is in `buffer`, protected if it is to be.
    pub(super) fn seal(&mut self, buffer: &mut [u8], length: usize) -> Option<usize> {
        match self.keys() {
            Some(keys) => keys.protector.sound(buffer, length),
            None => Some(length),
        }
    }

    pub(super) fn seal_control(&mut self, buffer: &mut [u8], length: usize) -> Option<usize> {
        match self.keys() {
            Some(keys) => keys.protector.control(buffer, length),
            None => Some(length),
        }
    }

    /// What came, opened if it was to be protected: then nothing else is believed.
    pub(super) fn open<'a>(&mut self, datagram: &'a mut [u8]) -> Result<&'a [u8], Refused> {
        let length = match self.keys() {
            Some(keys) => keys.opener.sound(datagram)?,
            None => datagram.len(),
        };
        Ok(datagram.get(..length).unwrap_or_default())
    }

    pub(super) fn open_control<'a>(&mut self, datagram: &'a mut [u8]) -> Result<&'a [u8], Refused> {
        let length = match self.keys() {
            Some(keys) => keys.opener.control(datagram)?,
            None => datagram.len(),
        };
        Ok(datagram.get(..length).unwrap_or_default())
    }

    /// Whether packets are protected.
    pub(super) fn is_on(&self) -> bool {
        !self.0.is_empty()
    }
}

impl Session {
    /// Protects what is sent from now on, and believes nothing else than what is protected
    /// (RFC 3711; `a=crypto`, RFC 4568). It takes some 4 kB on the heap, once.
    ///
    /// A key that was agreed on before goes on with its counters. If ours is another, packets of
    /// ours get another source number, so that the other side need not know how often the sequence
    /// number of the former has overflowed.
    ///
    /// # Errors
    ///
    /// There is no memory for it: all is as it was.
    pub fn protect(&mut self, protection: Protection) -> Result<(), TryReserveError> {
        let changes = self
            .crypto
            .keys()
            .is_some_and(|keys| keys.agreed.ours != protection.ours);
        self.crypto.agree(protection)?;
        if changes && self.counts.packets_sent > 0 {
            let former = self.stream.ssrc();
            let fresh = self.control.draw() as u32;
            self.stream.become_another(fresh);
            self.control.renumbered(former);
        }
        Ok(())
    }

    /// Whether packets are protected.
    #[must_use]
    pub fn is_protected(&self) -> bool {
        self.crypto.is_on()
    }
}
