//! What a program waits for before it takes its messages: set as long as there are some.

use super::abi::LINEERR_RESOURCEUNAVAIL;
use super::fault::{Fault, Result};
use rustix::event::{EventfdFlags, eventfd};
use std::fs::File;
use std::io::{Read, Write};
use std::os::fd::AsRawFd;

/// An event of LINEINITIALIZEEXOPTION_USEEVENT; it is not set at first.
pub enum Event {
    /// It can be read from, and so polled, while the event is set.
    Descriptor(File),
    /// One of the runtime that the program runs in.
    Runtime(RuntimeEvent),
}

/// The event of a runtime whose wait handles are no descriptors.
pub struct RuntimeEvent {
    /// What the program is told as hEvent; not 0.
    pub handle: usize,
    /// The runtime's word for it in what follows.
    pub token: u32,
    /// Sets it, or takes that back. Whether that was done.
    pub change: fn(u32, bool) -> bool,
    /// Gives it up.
    pub close: fn(u32),
}

impl Event {
    /// One that is a descriptor. Fails if there are none left.
    pub fn descriptor() -> Result<Self> {
        let flags = EventfdFlags::CLOEXEC | EventfdFlags::NONBLOCK;
        let made = eventfd(0, flags).map_err(|error| {
            tracing::warn!("no descriptor for the event of an application: {error}");
            Fault(LINEERR_RESOURCEUNAVAIL)
        })?;
        // Programs take 0 for none, and the first three for something else.
        let high = rustix::io::fcntl_dupfd_cloexec(&made, 3);
        Ok(Event::Descriptor(File::from(high.unwrap_or(made))))
    }

    /// What the program is told as hEvent.
    pub fn handle(&self) -> usize {
        match self {
            Event::Descriptor(descriptor) => descriptor.as_raw_fd() as usize,
            Event::Runtime(event) => event.handle,
        }
    }

    /// Sets it if it was not set, or takes that back if it was. Whether that was done.
    pub fn change(&self, set: bool) -> bool {
        let mut descriptor = match self {
            Event::Descriptor(descriptor) => descriptor,
            Event::Runtime(event) => return (event.change)(event.token, set),
        };
        let changed = match set {
            true => descriptor.write_all(&1_u64.to_ne_bytes()),
            false => descriptor.read_exact(&mut [0; 8]),
        };
        // A program must not read from it; if it did, there is nothing left to read here.
        if let Err(error) = changed {
            tracing::debug!("the event of an application: {error}");
        }
        true
    }
}

impl Drop for RuntimeEvent {
    fn drop(&mut self) {
        (self.close)(self.token);
    }
}
