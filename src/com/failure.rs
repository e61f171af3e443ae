//! What the thread has to say about its last failure: the error that a method of ours left, or the
//! object that a program set. The COM side of it is in `error_info.rs`.

use super::abi::{GUID, IErrorInfo, S_OK};
use super::bstr::Bstr;
use super::error::{Error, Result};
use super::pointer::ComPtr;
use super::thread_value::ThreadValue;
use tapi3_common::text;

/// What the error info names as the source of errors of this library.
pub const SOURCE: &str = "tapi3";

/// What went wrong last.
pub(super) enum Info {
    /// Set through `SetErrorInfo`.
    Object(ComPtr<IErrorInfo>),
    /// Left by a method of ours.
    Failure { error: Error, iid: GUID },
}

static INFO: ThreadValue<Info> = ThreadValue::new();

/// Puts something in place of what is there. That is dropped by the caller, when the place is free
/// again: its destructor may be anybody's, and come back here.
pub(super) fn replace(info: Option<Info>) -> Option<Info> {
    INFO.replace(info)
}

/// Leaves an error for the thread, as raised by interface `iid`.
pub(super) fn report(error: Error, iid: &GUID) {
    drop(replace(Some(Info::Failure { error, iid: *iid })));
}

/// The sentence of the thread's error info, which stays there. None when there is no info.
///
/// # Errors
/// `E_OUTOFMEMORY`.
pub fn last_message() -> Result<Option<String>> {
    // The place is free meanwhile: a foreign info's methods may come back here.
    let found = replace(None);
    let message = match &found {
        None => Ok(None),
        Some(Info::Failure { error, .. }) => {
            text::copy(error.message()).map(Some).map_err(Error::from)
        }
        Some(Info::Object(info)) => description(info)
            .and_then(|text| text.to_string_lossy())
            .map(Some),
    };
    drop(replace(found));
    message
}

/// The description that an error info object gives; null when it gives none.
pub fn description(info: &ComPtr<IErrorInfo>) -> Result<Bstr> {
    let raw = info.as_raw();
    let mut text = core::ptr::null_mut();
    // SAFETY: the interface is alive, and the pointer is to a local that outlives the call.
    let hresult = unsafe { ((*(*raw).lpVtbl).GetDescription)(raw, &raw mut text) };
    // SAFETY: the method answered an owned BSTR or null.
    let text = unsafe { Bstr::from_raw(text) };
    if hresult == S_OK {
        Ok(text)
    } else {
        Ok(Bstr::null())
    }
}

/// Takes what is there, and gives its sentence; null when there is none, or no memory for it.
pub(super) fn take_description() -> Bstr {
    let text = match replace(None) {
        None => Ok(Bstr::null()),
        Some(Info::Failure { error, .. }) => Bstr::new(error.message()),
        Some(Info::Object(info)) => description(&info),
    };
    text.unwrap_or_else(|_| Bstr::null())
}
