//! The end of sessions, and of the calls that nobody has any more.

use super::acts::unbroken;
use super::node::{Hub, Word};
use super::session::{Live, Part};
use crate::engine::{CallHandle, Disconnected, DropReason};

impl Hub {
    /// A client is gone: its calls are ended, and nobody waits for that.
    pub fn end_session(&mut self, client: &str) {
        let Some(session) = self.sessions.remove(client) else {
            return;
        };
        for part in session.calls.into_values() {
            let Part::Live(Live { handle, owned, .. }) = part else {
                continue;
            };
            if let Some(held) = self.held.get_mut(&handle.call.id()) {
                held.parts.retain(|(of, _)| of != client);
            }
            if owned {
                self.end_orphan(handle);
            }
        }
    }

    /// Nobody has this call any more: it is ended, and this does not wait for that.
    pub fn end_orphan(&mut self, handle: CallHandle) {
        let asked = unbroken(|| handle.hang_up(DropReason::Normal));
        match handle.call.at_rest() {
            // Its end is an event, which takes it off.
            Some(Disconnected::Over) => return,
            Some(Disconnected::Nothing) => {
                self.held.remove(&handle.call.id());
                return handle.detach();
            }
            None => {}
        }
        if let Err(error) = asked {
            tracing::warn!("a call that nobody owns is not ended yet: {error}");
            return self.orphans.push(handle);
        }
        // Somebody has to wait for the answer: only then is a silent provider asked again.
        let words = self.words.clone();
        self.threads.run(move || {
            if let Err(error) = unbroken(|| handle.disconnect(DropReason::Normal)) {
                tracing::warn!("a call that nobody owns is not ended yet: {error}");
            }
            // The node has ended if nobody takes it.
            let _ = words.send(Word::Orphan(handle));
        });
    }
}
