//! What becomes of our requests over UDP when the far end's machine says that nobody is there (§18.4):
//! ICMP brings back the beginning of what was sent.

use super::{Cancel, Client, Clients, State};
use crate::message::{Message, Method};
use crate::transaction::key::{BRANCH, COOKIE};
use crate::transaction::{ClientId, Env, Happened};

/// A server that begins anew is not there for a moment: so many copies have to be refused.
const ENOUGH: u8 = 2;

impl<O: Copy> Clients<O> {
    /// Takes the beginning of a datagram of ours that nobody has received.
    ///
    /// Anybody who guesses a branch could say that of a request, and whoever is in a call may be back
    /// in a moment. So it is believed of what nobody has answered yet, and of no request within a
    /// dialog, which is sent again until its time is over.
    ///
    /// Nobody waits for it any more then, and it is not sent again. But its last copy may still arrive,
    /// and an INVITE ring: it is kept for as long as that is possible, and given up when it does (§9.1).
    pub fn refused(&mut self, env: &mut Env<'_, O>, sent: &[u8]) {
        let found = branch(sent).and_then(|branch| self.find(branch, sent.starts_with(b"CANCEL ")));
        let Some(place) = found else {
            return;
        };
        let Some(client) = self.slab.get_mut(place) else {
            return;
        };
        if client.is_refused() != ENOUGH {
            return;
        }
        env.silent
            .push_back((client.flow.transport, client.flow.peer));
        if let Some(owner) = client.owner.take() {
            env.happened
                .push_back(Happened::Lost(ClientId(place), owner));
        }
        if client.method != Method::Invite {
            return self.end(env.timers, place);
        }
        if matches!(client.cancel, Cancel::No) {
            client.cancel = Cancel::Wanted(Box::default());
        }
        client.wait_until_deadline(env.timers, place);
    }
}

impl<O> Client<O> {
    /// A copy was refused. Returns how many were, so far as that counts.
    fn is_refused(&mut self) -> u8 {
        if self.state != State::Calling || self.flow.transport.is_reliable() || self.is_within() {
            return 0;
        }
        self.refusals = self.refusals.saturating_add(1);
        self.refusals
    }

    /// Whether it belongs to a dialog, or goes the way of one that may.
    fn is_within(&self) -> bool {
        let mut copy = self.bytes.to_vec();
        match Message::parse(&mut copy) {
            Ok(message) => message.method() == Method::Cancel || !message.to_tag().is_empty(),
            Err(_) => true,
        }
    }
}

/// The branch of the topmost Via, with what all branches begin with.
fn branch(sent: &[u8]) -> Option<&str> {
    const BEFORE: &[u8] = b";branch=";
    let at = sent.windows(BEFORE.len()).position(|part| part == BEFORE)?;
    let begin = at + BEFORE.len();
    std::str::from_utf8(sent.get(begin..begin + COOKIE.len() + BRANCH)?).ok()
}
