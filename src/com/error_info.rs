//! The thread's error info: what `GetErrorInfo` hands out after a method failed.
//!
//! A failing method only leaves its `Error` here; the IErrorInfo object is made when somebody asks
//! for it. So failing allocates nothing, and a failure for want of memory can be reported too.

use std::cell::RefCell;
use std::sync::Mutex;

use super::abi::{DWORD, GUID, ICreateErrorInfo, IErrorInfo, LPCOLESTR, S_OK};
use super::bstr::{Bstr, wide_len};
use super::error::{Error, OK, Result, Success, try_string};
use super::guid::NO_GUID;
use super::interfaces::{ICreateErrorInfoImpl, IErrorInfoImpl};
use super::lock;
use super::object::Object;
use super::pointer::ComPtr;

/// What the error info names as the source of errors of this library.
pub const SOURCE: &str = "tapi3";

enum Slot {
    Empty,
    /// Set through `SetErrorInfo`.
    Object(ComPtr<IErrorInfo>),
    /// Left by a method of ours.
    Failure {
        error: Error,
        iid: GUID,
    },
}

thread_local! {
    static SLOT: RefCell<Slot> = const { RefCell::new(Slot::Empty) };
}

/// Puts `new` into the thread's slot. What was there is dropped after the slot is free again: its
/// destructor may be anybody's, and come back here. A thread that is ending has no slot any more.
fn replace(new: Slot) -> Slot {
    SLOT.try_with(|slot| slot.replace(new))
        .unwrap_or(Slot::Empty)
}

/// Leaves an error for the thread, as raised by interface `iid`.
pub fn report(error: Error, iid: &GUID) {
    drop(replace(Slot::Failure { error, iid: *iid }));
}

/// `SetErrorInfo`: replaces what is there; none clears it.
pub fn set(info: Option<ComPtr<IErrorInfo>>) {
    drop(replace(info.map_or(Slot::Empty, Slot::Object)));
}

/// `GetErrorInfo`: takes what is there; none when nothing is.
///
/// # Errors
/// `E_OUTOFMEMORY`; the info stays then.
pub fn take() -> Result<Option<ComPtr<IErrorInfo>>> {
    match replace(Slot::Empty) {
        Slot::Empty => Ok(None),
        Slot::Object(info) => Ok(Some(info)),
        Slot::Failure { error, iid } => {
            let made = ErrorInfo::describe(&error, iid).and_then(Object::new);
            match made {
                Ok(info) => Ok(Some(info.into_interface())),
                Err(short) => {
                    replace(Slot::Failure { error, iid });
                    Err(short)
                }
            }
        }
    }
}

/// The sentence of the thread's error info, which stays there. None when there is no info.
///
/// # Errors
/// `E_OUTOFMEMORY`.
pub fn last_message() -> Result<Option<String>> {
    // The slot is free meanwhile: a foreign info's methods may come back here.
    let found = replace(Slot::Empty);
    let message = match &found {
        Slot::Empty => Ok(None),
        Slot::Failure { error, .. } => try_string(error.message()).map(Some),
        Slot::Object(info) => description(info)
            .and_then(|text| text.view().to_string_lossy())
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

/// What one error says. Also what `CreateErrorInfo` makes, to be filled in.
struct ErrorInfo {
    content: Mutex<Content>,
}

struct Content {
    iid: GUID,
    source: Bstr,
    description: Bstr,
    help_file: Bstr,
    help_context: DWORD,
}

com_class!(ErrorInfo: IErrorInfo, ICreateErrorInfo);

impl ErrorInfo {
    fn new(content: Content) -> Self {
        Self {
            content: Mutex::new(content),
        }
    }

    fn describe(error: &Error, iid: GUID) -> Result<Self> {
        Ok(Self::new(Content {
            iid,
            source: Bstr::new(SOURCE)?,
            description: Bstr::new(error.message())?,
            help_file: Bstr::null(),
            help_context: 0,
        }))
    }
}

/// `CreateErrorInfo`: an error info to be filled in.
pub fn create() -> Result<ComPtr<ICreateErrorInfo>> {
    let empty = ErrorInfo::new(Content {
        iid: NO_GUID,
        source: Bstr::null(),
        description: Bstr::null(),
        help_file: Bstr::null(),
        help_context: 0,
    });
    Ok(Object::new(empty)?.into_interface())
}

impl IErrorInfoImpl for Object<ErrorInfo> {
    fn get_guid(&self) -> Result<GUID> {
        Ok(lock(&self.content).iid)
    }

    fn get_source(&self) -> Result<Bstr> {
        lock(&self.content).source.try_clone()
    }

    fn get_description(&self) -> Result<Bstr> {
        lock(&self.content).description.try_clone()
    }

    fn get_help_file(&self) -> Result<Bstr> {
        lock(&self.content).help_file.try_clone()
    }

    fn get_help_context(&self) -> Result<DWORD> {
        Ok(lock(&self.content).help_context)
    }
}

/// Copies zero-terminated text; null stays null.
///
/// # Safety
/// `text` is null or ends with a null unit.
unsafe fn copy(text: LPCOLESTR) -> Result<Bstr> {
    if text.is_null() {
        return Ok(Bstr::null());
    }
    // SAFETY: the caller vouches for the terminator.
    Bstr::from_utf16(unsafe { core::slice::from_raw_parts(text, wide_len(text)) })
}

impl ICreateErrorInfoImpl for Object<ErrorInfo> {
    fn set_guid(&self, rguid: &GUID) -> Result<Success> {
        lock(&self.content).iid = *rguid;
        Ok(OK)
    }

    unsafe fn set_source(&self, sz_source: LPCOLESTR) -> Result<Success> {
        // SAFETY: the caller vouches for the text.
        let text = unsafe { copy(sz_source)? };
        lock(&self.content).source = text;
        Ok(OK)
    }

    unsafe fn set_description(&self, sz_description: LPCOLESTR) -> Result<Success> {
        // SAFETY: the caller vouches for the text.
        let text = unsafe { copy(sz_description)? };
        lock(&self.content).description = text;
        Ok(OK)
    }

    unsafe fn set_help_file(&self, sz_help_file: LPCOLESTR) -> Result<Success> {
        // SAFETY: the caller vouches for the text.
        let text = unsafe { copy(sz_help_file)? };
        lock(&self.content).help_file = text;
        Ok(OK)
    }

    fn set_help_context(&self, dw_help_context: DWORD) -> Result<Success> {
        lock(&self.content).help_context = dw_help_context;
        Ok(OK)
    }
}
