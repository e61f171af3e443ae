//! Who waits for the answer to which question.

use super::{Elsewhere, MOST_ANSWERS};
use crate::pool::draw;
use tapi3_bus::seal::open;
use tapi3_bus::{FromOwner, OwnerSays, subject};
use tapi3_common::sync::lock;
use tokio::sync::mpsc::{Receiver, channel};

/// A question whose answer somebody waits for.
pub(super) struct Waits<'a> {
    elsewhere: &'a Elsewhere,
    pub request: String,
}

impl Drop for Waits<'_> {
    fn drop(&mut self) {
        lock(&self.elsewhere.waiting).remove(&self.request);
    }
}

impl Elsewhere {
    /// A question to come, under a name of its own, whose answers are heard from now on. `None` only
    /// if the system has no randomness to give.
    pub(super) fn expect_answer(&self) -> Option<(Waits<'_>, Receiver<OwnerSays>)> {
        let request = format!("{:032x}", u128::from_be_bytes(draw().ok()?));
        let (sender, answers) = channel(MOST_ANSWERS);
        lock(&self.waiting).insert(request.clone(), sender);
        let waits = Waits {
            elsewhere: self,
            request,
        };
        Some((waits, answers))
    }

    pub(super) fn answered(&self, bytes: &[u8]) {
        match open::<FromOwner>(&self.key, &subject::owner_answers(&self.node), bytes) {
            Ok(FromOwner { request, says, .. }) => {
                if let Some(waits) = lock(&self.waiting).get(&request) {
                    // Who has gone meanwhile does not hear it, nor does who is told more than was
                    // asked for.
                    let _ = waits.try_send(says);
                }
            }
            Err(error) => self.ignore("an answer", &error),
        }
    }
}
