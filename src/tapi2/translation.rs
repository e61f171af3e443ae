//! Translation of addresses, which is not offered: each function says so once its handle is good.

use super::abi::TAPIERR_REQUESTFAILED;
use super::fault::{Fault, Result};
use super::registry;

/// lineTranslateAddress, lineGetTranslateCaps, lineSetCurrentLocation, lineSetTollList and
/// lineTranslateDialog.
pub fn of_app(app: u32) -> Result<u32> {
    registry::app(app)?;
    Err(Fault::UNAVAILABLE)
}

/// lineGetCountry, which names no application.
pub fn of_nobody() -> Result<u32> {
    Err(Fault::UNAVAILABLE)
}

/// tapiGetLocationInfo.
pub fn of_location() -> Result<u32> {
    Err(Fault(TAPIERR_REQUESTFAILED))
}
