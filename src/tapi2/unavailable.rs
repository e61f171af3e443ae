//! What no line here does: each function says so, once what it is given is good.

use super::fault::{Fault, Result};
use super::registry;

/// Of an application.
pub fn of_app(app: u32) -> Result<u32> {
    registry::app(app)?;
    Err(Fault::UNAVAILABLE)
}

/// Of an open line.
pub fn of_line(line: u32) -> Result<u32> {
    registry::line(line)?;
    Err(Fault::UNAVAILABLE)
}

/// Of a call, for whoever owns it.
pub fn of_call(call: u32) -> Result<u32> {
    registry::call(call)?.check_owner()?;
    Err(Fault::UNAVAILABLE)
}

/// Of a device by its id.
pub fn of_device(device: u32) -> Result<u32> {
    registry::line_of_device(device)?;
    Err(Fault::UNAVAILABLE)
}

/// Of the whole system.
pub fn of_all() -> Result<u32> {
    Err(Fault::UNAVAILABLE)
}
