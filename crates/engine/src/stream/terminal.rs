//! What stands at the program's end of a stream.

use super::Flow;
use crate::call::{Call, CallHandle};
use crate::error::Result;
use std::any::type_name;
use std::fmt;
use std::ops::Deref;
use tapi3_common::slip::Slip;

/// A source or a drain of sound: a file, a sound card, the program itself, a tone.
///
/// Every method may be called on any thread, with no lock of the engine's held, so it may call the
/// engine. [`Terminal::play`] and [`Terminal::hear`] are called by whoever has the clock of the call,
/// once every 20 ms: they must not wait, and they take no memory. One of them may still run, or be
/// called once more, on another thread while and just after the terminal is taken off the stream.
pub trait Terminal: Send + Sync {
    /// It is about to be put on a stream of `handle`'s call. What it needs is reserved here; on
    /// failure it is not put there. A reference to the call that it keeps must go in
    /// [`Terminal::unselected`].
    fn selected(&self, handle: &CallHandle, flow: Flow) -> Result<()>;

    /// It was taken off that stream.
    fn unselected(&self, call: &Call, flow: Flow);

    /// Adds its sound to `frame`, which is 20 ms long at `rate` Hz. Returns whether it had any; if
    /// not, the frame is as it was.
    fn play(&self, _call: &Call, _rate: u32, _frame: &mut [i16]) -> bool {
        false
    }

    /// Hears a frame of 20 ms at `rate` Hz.
    fn hear(&self, _call: &Call, _rate: u32, _frame: &[i16]) {}

    /// Waits until nothing of what it has heard is on its way any more: a file is complete then.
    /// Called after [`Terminal::unselected`], before the end of the call is told. Must not wait for
    /// ever.
    fn finish(&self) {}
}

/// What a terminal does on its stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// It adds sound to the stream.
    Plays,
    /// It hears what the stream carries.
    Hears,
}

/// Whether a terminal is one for the program: others are tones and detectors, which are on a stream
/// without being listed there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It is listed, and a stream is active only with such a one.
    Shown,
    /// Nobody sees it.
    Hidden,
}

/// A counted reference to any kind of terminal. It takes no memory of its own: inside is the
/// pointer that it was made from.
pub struct TerminalRef {
    pointer: Slip,
    calls: &'static Calls,
}

struct Calls {
    name: fn() -> &'static str,
    clone: fn(&Slip) -> Option<TerminalRef>,
    get: fn(&Slip) -> Option<&dyn Terminal>,
}

struct Of<P>(P);

impl<P> Of<P>
where
    P: Deref<Target: Terminal + Sized> + Clone + Send + Sync + 'static,
{
    const CALLS: Calls = Calls {
        name: type_name::<P::Target>,
        clone: |slip| {
            slip.get::<P>()
                .map(|pointer| TerminalRef::new(pointer.clone()))
        },
        get: |slip| slip.get::<P>().map(|pointer| &**pointer as &dyn Terminal),
    };
}

impl TerminalRef {
    /// Keeps a counted pointer to a terminal, such as a `Shared` or a COM object's.
    pub fn new<P>(pointer: P) -> Self
    where
        P: Deref<Target: Terminal + Sized> + Clone + Send + Sync + 'static,
    {
        TerminalRef {
            pointer: Slip::new(pointer),
            calls: &Of::<P>::CALLS,
        }
    }

    /// The pointer that it was made from, if it is a `P`.
    pub fn get<P: 'static>(&self) -> Option<&P> {
        self.pointer.get()
    }

    /// Whether two references are to one terminal.
    pub fn same(&self, other: &TerminalRef) -> bool {
        match (self.terminal(), other.terminal()) {
            (Some(one), Some(two)) => std::ptr::addr_eq(one, two),
            _ => false,
        }
    }

    /// The terminal. There always is one: the type that `calls` was made for is that of the pointer.
    pub(super) fn terminal(&self) -> Option<&dyn Terminal> {
        (self.calls.get)(&self.pointer)
    }

    /// Another reference to the same terminal. There always is one, as with the terminal itself.
    pub fn another(&self) -> Option<TerminalRef> {
        (self.calls.clone)(&self.pointer)
    }
}

impl fmt::Debug for TerminalRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("TerminalRef")
            .field(&(self.calls.name)())
            .finish()
    }
}
