//! The COM faces of sound: streams, terminals, digits, tones, and the events that tell of them.
//!
//! What a call shows of it beside ITBasicCallControl2 (`selection`) is a part of the call object,
//! made when somebody first asks for it: a silent call has none. How sound moves is the engine's
//! matter (`stream`), what a terminal does with it that of `crate::terminals`.

mod class;
mod device;
mod devices;
mod digits;
mod events;
mod file;
mod format;
mod selection;
mod sounding;
mod stream;
mod streaming;
mod support;
mod terminal;
mod tone;

pub(super) use device::StaticTerminals;
pub(super) use devices::DEVICE_CLASSES;
pub(super) use digits::{
    DEFAULT_DIGIT, DIGIT_MODES, LONGEST_DIGIT, SENDABLE_MODES, SHORTEST_DIGIT,
};
pub(super) use events::announce;
pub(super) use sounding::{MOST_FREQUENCIES, MOST_TONES, MOST_VOICES, TONE_MODES};

use super::call::Call;
use crate::com::abi::*;
use crate::com::{ComPtr, Error, HasPart, IsPart, Object, Once, Ref, Result, Weak, com_class};
use crate::engine::{Flow, TerminalRef};
use std::sync::Mutex;
use stream::Stream;

/// The part of a call object that has to do with sound.
pub struct CallMedia {
    call: Weak<Call>,
    /// Each is one object for as long as the call's object lives.
    capture: Once<Stream>,
    render: Once<Stream>,
    /// Who listens for tones on the call.
    listener: Mutex<Option<TerminalRef>>,
}

com_class!(CallMedia: ITStreamControl, ITLegacyCallMediaControl2, ITLegacyWaveSupport; is part);

impl IsPart for CallMedia {
    type Whole = Call;

    fn whole(&self) -> &Weak<Call> {
        &self.call
    }
}

impl HasPart for Call {
    type Part = CallMedia;

    fn place(&self) -> &Once<CallMedia> {
        self.media()
    }

    fn offers_part(&self) -> bool {
        self.streams_media()
    }

    fn make_part(whole: &Object<Call>) -> Result<CallMedia> {
        Ok(CallMedia {
            call: whole.downgrade(),
            capture: Once::new(),
            render: Once::new(),
            listener: Mutex::new(None),
        })
    }
}

impl CallMedia {
    /// The call's object. There is one while somebody holds a reference to this part, which is one
    /// to the call.
    fn call(&self) -> Result<Ref<Call>> {
        owner(&self.call)
    }

    fn stream(&self, flow: Flow) -> Result<&Object<Stream>> {
        let place = match flow {
            Flow::Capture => &self.capture,
            Flow::Render => &self.render,
        };
        place.get_or_make(|| Ok(Stream::new(self.call.clone(), flow)))
    }
}

/// One stream of a call.
fn stream_of(call: &Object<Call>, flow: Flow) -> Result<Ref<Stream>> {
    Ok(call.part()?.stream(flow)?.this())
}

/// The call that an object belongs to.
fn owner(call: &Weak<Call>) -> Result<Ref<Call>> {
    call.upgrade()
        .ok_or(Error::unexpected("The call has been released."))
}

/// The direction of a stream.
fn direction_of(flow: Flow) -> TERMINAL_DIRECTION {
    match flow {
        Flow::Capture => TD_CAPTURE,
        Flow::Render => TD_RENDER,
    }
}

/// The stream of a direction, if it is that of one.
fn flow_of(direction: TERMINAL_DIRECTION) -> Option<Flow> {
    Flow::ALL
        .into_iter()
        .find(|flow| direction_of(*flow) == direction)
}

/// Interfaces of terminals, as Automation clients get them.
fn terminal_collection(terminals: Vec<ComPtr<ITTerminal>>) -> Result<crate::com::Variant> {
    let mut items = Vec::new();
    items.try_reserve_exact(terminals.len())?;
    for terminal in terminals {
        items.push(crate::com::Variant::dispatch(Some(terminal)));
    }
    super::collection(items)
}
