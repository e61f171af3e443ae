//! The thread's error info: what `GetErrorInfo` hands out after a method failed.
//!
//! A failing method only leaves its `Error` here; the IErrorInfo object is made when somebody asks
//! for it. So a failure for want of memory can be reported too: only the first failure on a thread
//! needs some, and goes without its sentence if there is none.

use std::sync::Mutex;

use super::abi::{DWORD, GUID, ICreateErrorInfo, IErrorInfo, LPCOLESTR};
use super::bstr::{BStr, Bstr};
use super::error::{Error, OK, Result, Success};
use super::failure::{self, Info, SOURCE};
pub use super::failure::{description, last_message};
use super::guid::NO_GUID;
use super::interfaces::{ICreateErrorInfoImpl, IErrorInfoImpl, ISupportErrorInfoImpl};
use super::object::{Class, Object};
use super::pointer::ComPtr;
use tapi3_common::sync::lock;

/// `SetErrorInfo`: replaces what is there; none clears it.
pub fn set(info: Option<ComPtr<IErrorInfo>>) {
    drop(failure::replace(info.map(Info::Object)));
}

/// `GetErrorInfo`: takes what is there; none when nothing is.
///
/// # Errors
/// `E_OUTOFMEMORY`; the info stays then.
pub fn take() -> Result<Option<ComPtr<IErrorInfo>>> {
    match failure::replace(None) {
        None => Ok(None),
        Some(Info::Object(info)) => Ok(Some(info)),
        Some(Info::Failure { error, iid }) => {
            let made = ErrorInfo::describe(&error, iid).and_then(Object::new);
            match made {
                Ok(info) => Ok(Some(info.into_interface())),
                Err(short) => {
                    drop(failure::replace(Some(Info::Failure { error, iid })));
                    Err(short)
                }
            }
        }
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

impl ICreateErrorInfoImpl for Object<ErrorInfo> {
    fn set_guid(&self, rguid: &GUID) -> Result<Success> {
        lock(&self.content).iid = *rguid;
        Ok(OK)
    }

    unsafe fn set_source(&self, sz_source: LPCOLESTR) -> Result<Success> {
        // SAFETY: the caller vouches for the text.
        let text = unsafe { BStr::from_raw(sz_source) }.to_bstr()?;
        lock(&self.content).source = text;
        Ok(OK)
    }

    unsafe fn set_description(&self, sz_description: LPCOLESTR) -> Result<Success> {
        // SAFETY: the caller vouches for the text.
        let text = unsafe { BStr::from_raw(sz_description) }.to_bstr()?;
        lock(&self.content).description = text;
        Ok(OK)
    }

    unsafe fn set_help_file(&self, sz_help_file: LPCOLESTR) -> Result<Success> {
        // SAFETY: the caller vouches for the text.
        let text = unsafe { BStr::from_raw(sz_help_file) }.to_bstr()?;
        lock(&self.content).help_file = text;
        Ok(OK)
    }

    fn set_help_context(&self, dw_help_context: DWORD) -> Result<Success> {
        lock(&self.content).help_context = dw_help_context;
        Ok(OK)
    }
}

/// Every object leaves an error info for each of its interfaces.
impl<T: Class> ISupportErrorInfoImpl for Object<T> {
    fn interface_supports_error_info(&self, riid: &GUID) -> Result<Success> {
        let implemented =
            (T::INTERFACES.iter().chain(T::PART)).any(|entry| entry.lineage.contains(riid));
        Ok(if implemented {
            Success::Ok
        } else {
            Success::False
        })
    }
}
