//! Phone devices: there are none, and this says so as a machine with telephony and no phones does.

use super::abi::*;
use super::app::{Callback, Mechanism};
use super::fault::{Fault, Result};
use super::queue::{Queue, Taken};
use super::registry::{self, Entry};
use crate::shared::Shared;
use std::time::Duration;

/// An application of phones: nothing but its end ever comes to it.
pub struct PhoneApp {
    by_callback: bool,
    queue: Queue,
}

/// What an application is told at its beginning.
pub struct Begun {
    pub handle: u32,
    /// The event to wait for; 0 if there is none.
    pub event: usize,
}

/// The number that phones have for a fault of lines.
pub fn of_line(fault: Fault) -> Fault {
    Fault(match fault.0 {
        LINEERR_INVALAPPHANDLE => PHONEERR_INVALAPPHANDLE,
        LINEERR_INVALPOINTER => PHONEERR_INVALPOINTER,
        LINEERR_INVALPARAM => PHONEERR_INVALPARAM,
        LINEERR_NOMEM => PHONEERR_NOMEM,
        LINEERR_STRUCTURETOOSMALL => PHONEERR_STRUCTURETOOSMALL,
        LINEERR_INCOMPATIBLEAPIVERSION => PHONEERR_INCOMPATIBLEAPIVERSION,
        LINEERR_RESOURCEUNAVAIL => PHONEERR_RESOURCEUNAVAIL,
        LINEERR_OPERATIONUNAVAIL => PHONEERR_OPERATIONUNAVAIL,
        LINEERR_OPERATIONFAILED => PHONEERR_OPERATIONFAILED,
        other => other,
    })
}

/// phoneInitialize and phoneInitializeEx.
pub fn initialize(mechanism: Mechanism) -> Result<Begun> {
    let (callback, event) = mechanism.parts();
    let app = Shared::try_new(PhoneApp {
        by_callback: callback.is_some(),
        queue: Queue::new(event),
    })?;
    let event = app.queue.event();
    let handle = registry::new_handle();
    registry::put(handle, Entry::Phones(app))?;
    Ok(Begun { handle, event })
}

/// phoneShutdown.
pub fn shutdown(app: u32) -> Result<()> {
    let found = registry::phones(app)?;
    if !registry::remove(app) {
        return Err(Fault(PHONEERR_INVALAPPHANDLE));
    }
    found.queue.close();
    Ok(())
}

/// phoneGetMessage: none comes.
pub fn get_message(app: u32, pointer: Result<()>, milliseconds: u32) -> Result<()> {
    let app = registry::phones(app)?;
    if app.by_callback {
        return Err(Fault(PHONEERR_INVALAPPHANDLE));
    }
    pointer.map_err(of_line)?;
    let wait = match milliseconds {
        u32::MAX => None,
        some => Some(Duration::from_millis(some.into())),
    };
    match app.queue.take(wait) {
        Taken::Closed => Err(Fault(PHONEERR_INVALAPPHANDLE)),
        Taken::Message(_) | Taken::Nothing => Err(Fault(PHONEERR_OPERATIONFAILED)),
    }
}

/// Whatever asks for a phone by its device id: there is none with it.
pub fn device(app: u32) -> Fault {
    match registry::phones(app) {
        Ok(_) => Fault(PHONEERR_BADDEVICEID),
        Err(fault) => fault,
    }
}

/// The callback of a program that may never be called.
pub fn by_callback(callback: Option<Callback>) -> Result<Mechanism> {
    let callback = callback.ok_or(Fault(PHONEERR_INVALPOINTER))?;
    Ok(Mechanism::Callback(callback))
}
