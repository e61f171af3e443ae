//! The re-INVITEs of ours within one call: every 2xx to one of them is acknowledged, whenever it comes
//! (RFC 3261 §13.2.2.4). One that a connection took with it may have arrived all the same, and is
//! answered when the next one has left.

use super::Core;
use super::dialog::Dialog;
use crate::message::Method;

/// As many are remembered, beside one that was refused.
const MOST: usize = 4;

struct Reinvite {
    number: u32,
    /// Its ACK repeats them.
    credentials: Vec<u8>,
    refused: bool,
}

/// Those that an answer may come to, the latest last.
#[derive(Default)]
pub(super) struct Reinvites(Vec<Reinvite>);

impl Reinvites {
    /// One leaves.
    pub fn remember(&mut self, number: u32, credentials: Vec<u8>) {
        self.0.retain(|earlier| !earlier.refused);
        if self.0.len() >= MOST {
            self.0.remove(0);
        }
        self.0.push(Reinvite {
            number,
            credentials,
            refused: false,
        });
    }

    /// The far end refused one: it has nothing more to say, and is forgotten with the next.
    pub fn refused(&mut self, number: u32) {
        if let Some(one) = self.0.iter_mut().find(|one| one.number == number) {
            one.refused = true;
        }
    }

    /// Whether there are none.
    pub fn are_none(&self) -> bool {
        self.0.is_empty()
    }

    fn get(&self, number: u32) -> Option<&Reinvite> {
        self.0.iter().find(|one| one.number == number)
    }

    /// Whether one has this number.
    pub fn has(&self, number: u32) -> bool {
        self.get(number).is_some()
    }

    /// Sends the ACK of the one that has this number.
    pub fn acknowledge(&self, core: &mut Core, dialog: &Dialog, number: u32) {
        if let Some(one) = self.get(number) {
            let mut ack = dialog.begin(Method::Ack, number);
            ack.lines(&one.credentials);
            core.send_ack(ack, &dialog.flow);
        }
    }
}
