//! The SIP lines: a user agent over UDP, TCP and TLS. SIP itself is `crates/sip`, which has no sockets
//! and no clock; here it gets both, and its calls become the engine's.
//!
//! - `settings`, `config`, `shares`, `sockets`, `causes`: what texts and numbers mean.
//! - `transport`, `resolve`, `ports`: sockets, names, and the ports where sound arrives.
//! - `station`: the lines that share an address, with the agent that speaks for them. Its parts: `leg`
//!   (what it has of a line and a call), `calls`, `incoming`, `wishes`, `conferences` and `moves` (what
//!   happens to calls), `forward` and `codes` (where else they go), `registrar`, `lookup`, `outside` (our address
//!   as others see it), `network` (our address here, when it changes), `gauges`, `last_words` (its end where
//!   another machine may have the lines).
//! - `open`: opens lines. `check`: tries one, for the command.
//! - `control`, `runtime`: between the application's threads and the one that does all this.
//!
//! An application's thread never waits for that one: it leaves a request, or raises a flag, and goes.

mod calls;
mod causes;
mod check;
mod codes;
mod conferences;
mod config;
mod control;
mod forward;
mod gauges;
mod incoming;
mod last_words;
mod leg;
mod lookup;
mod moves;
mod network;
mod open;
mod outside;
mod ports;
mod registrar;
mod resolve;
mod runtime;
mod settings;
mod shares;
mod sockets;
mod sound;
mod sound_settings;
mod sounds;
mod station;
mod transport;
mod wishes;

pub use check::{Step, check};
pub use open::open;
#[cfg(any(test, feature = "cluster"))]
pub(crate) use open::open_guarded;
pub use settings::{ForwardBy, Settings, Transport};
pub use sound_settings::{Codec, Dtmf, EarlyMedia, Srtp};

use super::switchboard::{self, Ending, Worker};
use crate::engine::{
    Call, DropReason, Error, ErrorKind, Forward, Gauge, Line, Provider, Reply, Result, SendDigits,
    State,
};
use crate::shared::Shared;
use codes::Codes;
use control::{Appearances, Asked, Control, Switchboard, Wish};
use sound::Sound;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};
use tapi3_common::text;

/// What we call ourselves.
const USER_AGENT: &str = concat!("tapi3/", env!("CARGO_PKG_VERSION"));

/// The protocol of the lines, in the place of the TAPIPROTOCOL_* constants; those have none for SIP.
pub const PROTOCOL: &str = "{3D2A8F64-51C7-4E0B-9E2B-7A1C5B0D6E91}";

/// LINEADDRESSTYPE_PHONENUMBER, _EMAILNAME (user@host), _DOMAINNAME and _IPADDRESS.
const ADDRESS_TYPES: u32 = 0x1 | 0x4 | 0x8 | 0x10;

const NOT_OFFERING: Error = Error::new(
    ErrorKind::NotOffering,
    "The call does not wait for an answer.",
);
const NOT_UP: Error = Error::new(
    ErrorKind::OperationFailed,
    "The call is not up on a SIP line.",
);
const FAR_APART: Error = Error::new(
    ErrorKind::OperationFailed,
    "The calls are on lines that do not share an address.",
);
const NOT_READY: Error = Error::new(ErrorKind::OutOfService, "The SIP lines were closed.");

/// What applications' threads have to know of a line.
struct Known {
    appearances: Arc<Appearances>,
    /// The station that it belongs to.
    asked: Arc<Asked>,
    codes: Codes,
    /// Whether callers hear us before the answer.
    early_media: bool,
}

struct SipProvider {
    switchboard: Arc<Switchboard>,
    /// By the engine's number of each line.
    lines: OnceLock<HashMap<u32, Known>>,
    worker: Worker,
    sound: Sound,
    sound_worker: Worker,
}

impl SipProvider {
    fn control(&self, call: &Call) -> Result<Shared<Control>> {
        let known = self.known(call.line())?;
        Control::new(&known.appearances, &known.asked)
    }

    fn known(&self, line: &Line) -> Result<&Known> {
        let lines = self.lines.get().ok_or(NOT_READY)?;
        lines.get(&line.id()).ok_or(NOT_READY)
    }

    /// Places an idle call that takes another: a code is dialled, with what stands behind it.
    fn take(
        &self,
        call: &Call,
        reply: Reply,
        dialled: impl FnOnce(&Codes) -> Result<(Arc<str>, String)>,
    ) {
        let control = self.known(call.line()).and_then(|known| {
            let dialled = dialled(&known.codes)?;
            let control = Control::new(&known.appearances, &known.asked)?;
            control.take_by(dialled);
            Ok(control)
        });
        switchboard::place(&self.switchboard, call, control, reply);
    }

    /// Leaves a wish with a call that lives here.
    fn ask(&self, call: &Call, wish: Wish, reply: Reply) {
        let asked = switchboard::ask(&self.switchboard, call, reply, |control, reply| {
            control.ask(wish, reply);
        });
        if let Err(reply) = asked {
            reply.fail(NOT_UP);
        }
    }

    /// Leaves a wish that another call of the same station has a part in.
    fn ask_of_two(
        &self,
        call: &Call,
        other: &Call,
        wish: fn(Shared<Control>) -> Wish,
        reply: Reply,
    ) {
        let (one, two) = (self.find(call), self.find(other));
        match one.zip(two) {
            Some((one, two)) if one.shares_station(&two) => self.ask(call, wish(two), reply),
            Some(_) => reply.fail(FAR_APART),
            None => reply.fail(NOT_UP),
        }
    }

    fn find(&self, call: &Call) -> Option<Shared<Control>> {
        switchboard::find(&self.switchboard, call)
    }
}

impl Provider for SipProvider {
    fn make(&self, call: &Call, reply: Reply) {
        switchboard::place(&self.switchboard, call, self.control(call), reply);
    }

    fn answer(&self, call: &Call, reply: Reply) {
        let wish = |control: &Control, reply| control.ask(Wish::Answer, reply);
        if let Err(reply) = switchboard::ask(&self.switchboard, call, reply, wish) {
            reply.fail(NOT_OFFERING);
        }
    }

    fn drop_call(&self, call: &Call, reason: DropReason, reply: Reply) {
        let wish = |control: &Control, reply: Reply| {
            control.hang_up(reason);
            reply.ok();
        };
        let late = |control: &Control| control.hang_up(reason);
        switchboard::hang_up(&self.switchboard, call, reply, wish, late);
    }

    fn hold(&self, call: &Call, reply: Reply) {
        self.ask(call, Wish::Hold, reply);
    }

    fn unhold(&self, call: &Call, reply: Reply) {
        self.ask(call, Wish::Unhold, reply);
    }

    fn swap(&self, call: &Call, held: &Call, reply: Reply) {
        self.ask_of_two(call, held, Wish::Swap, reply);
    }

    fn redirect(&self, call: &Call, destination: &str, reply: Reply) {
        match text::copy(destination) {
            Ok(destination) => self.ask(call, Wish::Redirect(destination), reply),
            Err(error) => reply.fail(error.into()),
        }
    }

    fn blind_transfer(&self, call: &Call, destination: &str, reply: Reply) {
        match text::copy(destination) {
            Ok(destination) => self.ask(call, Wish::BlindTransfer(destination), reply),
            Err(error) => reply.fail(error.into()),
        }
    }

    fn complete_transfer(&self, original: &Call, consult: &Call, reply: Reply) {
        self.ask_of_two(original, consult, Wish::Transfer, reply);
    }

    fn join(&self, original: &Call, consult: &Call, reply: Reply) {
        self.ask_of_two(consult, original, Wish::Join, reply);
    }

    fn leave(&self, call: &Call, reply: Reply) {
        self.ask(call, Wish::Leave, reply);
    }

    fn park(&self, call: &Call, address: Option<&str>, reply: Reply) {
        let code = self
            .known(call.line())
            .map(|known| known.codes.park.clone());
        match (code, address) {
            (Ok(Some(code)), Some(address)) => match text::copy(address) {
                Ok(address) => self.ask(call, Wish::Park(code, address), reply),
                Err(error) => reply.fail(error.into()),
            },
            // Where it is parked nobody would learn.
            (Ok(_), _) => reply.not_supported(),
            (Err(error), _) => reply.fail(error),
        }
    }

    fn unpark(&self, call: &Call, reply: Reply) {
        self.take(call, reply, |codes| {
            Ok((
                codes.unpark.clone().ok_or(codes::NO_CODE)?,
                text::copy(call.destination())?,
            ))
        });
    }

    fn pickup(&self, call: &Call, group: Option<&str>, reply: Reply) {
        self.take(call, reply, |codes| {
            let (code, number) = match (call.destination(), group) {
                ("", group) => (&codes.group_pickup, group.unwrap_or_default()),
                (ringing, _) => (&codes.pickup, ringing),
            };
            Ok((code.clone().unwrap_or_default(), text::copy(number)?))
        });
    }

    fn sound(&self, call: &Call) {
        // Once a call is answered its sound is there by itself.
        let early = |known: &Known| known.early_media && call.state() == State::Offering;
        if self.known(call.line()).is_ok_and(early) {
            switchboard::tell(&self.switchboard, call, Control::speak_early);
        }
    }

    fn send_digits(&self, call: &Call, digits: SendDigits) -> Result<()> {
        let talk = self.find(call).and_then(|control| control.talk());
        talk.ok_or(NOT_UP)?.send_digits(digits);
        Ok(())
    }

    fn stop_digits(&self, call: &Call) {
        if let Some(talk) = self.find(call).and_then(|control| control.talk()) {
            talk.stop_digits();
        }
    }

    fn set_do_not_disturb(&self, _line: &Line, _on: bool) -> Result<()> {
        // The line's status says it; whoever calls is told 486.
        Ok(())
    }

    fn set_forwarding(&self, _line: &Line, forwards: &[Forward]) -> Result<()> {
        // The line's status keeps them; each call that comes in asks it.
        forward::check(forwards)
    }

    fn set_message_waiting(&self, _line: &Line, _on: bool) -> Result<()> {
        // The lamp is the line's own; no message of SIP's would light it elsewhere.
        Ok(())
    }

    fn gauges(&self) -> Vec<Gauge> {
        gauges::of(
            self.lines
                .get()
                .into_iter()
                .flat_map(HashMap::values)
                .map(|known| &known.asked),
        )
    }

    fn close(&self) {
        self.switchboard.end(Ending::Closing);
        self.worker.join();
        self.sound.close();
        self.sound_worker.join();
    }
}

impl Drop for SipProvider {
    fn drop(&mut self) {
        self.switchboard.end(Ending::Closing);
        self.sound.close();
    }
}
