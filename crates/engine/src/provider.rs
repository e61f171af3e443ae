//! The one trait between the engine and those who move real calls: a telephony service provider.
//!
//! # Rules
//!
//! - The engine calls a provider with no lock of its own held, and a provider calls the engine with
//!   no lock of *its* own held. So either may answer within the other's call.
//! - A method that takes a [`Reply`] returns at once; the work goes on elsewhere, or is done already.
//! - The reply completes exactly once. Dropped, it completes as a failure.
//! - A call is hung up only after the provider has been asked to place it and has returned from that:
//!   it never hears of a call that it does not know, nor misses a hang-up that comes too early.
//! - What happens by itself (progress, an answer, a hang-up by the far end) is told to the [`Call`].

use super::call::Call;
use super::digits::SendDigits;
use super::error::{Error, ErrorKind, Result};
use super::line::{Forward, Line};
use super::request::Reply;
use super::state::DropReason;

/// A telephony service provider. Every operation has a default that says "not supported"; what a
/// line does offer is told beforehand in its [`super::Features`].
pub trait Provider: Send + Sync {
    /// Places the outgoing `call` to [`Call::destination`]. The reply says that the call is on its
    /// way; progress and answer are told to the call.
    fn make(&self, call: &Call, reply: Reply);

    /// Answers the offered `call`; the reply says that it is connected.
    fn answer(&self, call: &Call, reply: Reply);

    /// Ends `call` in whatever state it is. The reply says that the call is over for this side.
    /// May be asked again while an earlier request is unanswered.
    fn drop_call(&self, call: &Call, reason: DropReason, reply: Reply);

    /// Puts the connected `call` on hold.
    fn hold(&self, _call: &Call, reply: Reply) {
        reply.not_supported();
    }

    /// Takes `call` back from hold.
    fn unhold(&self, _call: &Call, reply: Reply) {
        reply.not_supported();
    }

    /// Puts the connected `call` on hold and takes `held` back, in one step.
    fn swap(&self, _call: &Call, _held: &Call, reply: Reply) {
        reply.not_supported();
    }

    /// Sends whoever the offered `call` comes from to `destination` and leaves. As long as nothing is
    /// replied, and where that fails, the call is offered here as before.
    fn redirect(&self, _call: &Call, _destination: &str, reply: Reply) {
        reply.not_supported();
    }

    /// Sends the far end of `call` to `destination` and leaves.
    fn blind_transfer(&self, _call: &Call, _destination: &str, reply: Reply) {
        reply.not_supported();
    }

    /// Joins the far ends of `original` and `consult` and leaves both.
    fn complete_transfer(&self, _original: &Call, _consult: &Call, reply: Reply) {
        reply.not_supported();
    }

    /// Joins `consult` to the conference of `original`, or makes one of the two.
    fn join(&self, _original: &Call, _consult: &Call, reply: Reply) {
        reply.not_supported();
    }

    /// Takes `call` out of its conference and ends it.
    fn leave(&self, _call: &Call, reply: Reply) {
        reply.not_supported();
    }

    /// Parks `call` at `address`, or where the switch chooses; the reply carries the address.
    fn park(&self, _call: &Call, _address: Option<&str>, reply: Reply) {
        reply.not_supported();
    }

    /// Connects the idle `call` to the one that is parked at its destination.
    fn unpark(&self, _call: &Call, reply: Reply) {
        reply.not_supported();
    }

    /// Connects the idle `call` to one that rings: at its destination if it has one, otherwise
    /// anywhere in `group`, otherwise anywhere in the line's own group.
    fn pickup(&self, _call: &Call, _group: Option<&str>, reply: Reply) {
        reply.not_supported();
    }

    /// Dials `digits` on a call that waits for them; a trailing `;` says that more will come.
    fn dial(&self, _call: &Call, _digits: &str, reply: Reply) {
        reply.not_supported();
    }

    /// A terminal is about to be put on a stream of `call`, or digits are to be sent on it. What the
    /// provider needs for sound is reserved here; a call on which this was never asked has none.
    /// Nothing changes on failure.
    fn prepare_sound(&self, _call: &Call) -> Result<()> {
        Ok(())
    }

    /// Somebody plays something to the far end of `call` now, or wants to hear it: its streams have
    /// something to carry ([`Call::playout`], [`Call::capture`]). May be said when it is known. For
    /// providers that do nothing about sound as long as nobody wants any.
    fn sound(&self, _call: &Call) {}

    /// Somebody wants to be told of the digits that the far end of `call` presses ([`Call::digit`]).
    /// May be said when it is known. For providers that have to ask for them.
    fn hear_digits(&self, _call: &Call) {}

    /// Sends digits on the connected `call`, in place of what is being sent. Returns at once; that
    /// they are sent is told by [`Call::generated`], and that they cannot be by
    /// [`Call::not_generated`].
    fn send_digits(&self, _call: &Call, _digits: SendDigits) -> Result<()> {
        Err(NOT_SUPPORTED)
    }

    /// Gives up sending digits.
    fn stop_digits(&self, _call: &Call) {}

    /// Sets the line's forwarding; none cancels it.
    fn set_forwarding(&self, _line: &Line, _forwards: &[Forward]) -> Result<()> {
        Err(NOT_SUPPORTED)
    }

    /// Refuses incoming calls as busy, or stops doing so.
    fn set_do_not_disturb(&self, _line: &Line, _on: bool) -> Result<()> {
        Err(NOT_SUPPORTED)
    }

    /// Whether whoever has the line cancels its forwarding by itself when it stops to refuse calls.
    fn cancels_forwarding(&self) -> bool {
        false
    }

    /// Lights the line's message lamp, or puts it out.
    fn set_message_waiting(&self, _line: &Line, _on: bool) -> Result<()> {
        Err(NOT_SUPPORTED)
    }

    /// What the provider counts, for those who watch it; nothing if it counts nothing. May wait for
    /// the provider's thread, for a fifth of a second at most.
    fn gauges(&self) -> Vec<Gauge> {
        Vec::new()
    }

    /// Ends everything: hangs up what is still up, within a bounded time, and stops all threads.
    fn close(&self);
}

/// A number that goes up and down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gauge {
    /// Its name in `/metrics`.
    pub name: &'static str,
    /// What is counted, in a sentence.
    pub what: &'static str,
    pub value: u64,
}

pub(super) const NOT_SUPPORTED: Error = Error::new(
    ErrorKind::NotSupported,
    "The provider of this line does not offer the operation; the address capabilities tell.",
);
