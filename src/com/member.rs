//! Automation members as `codegen` describes them: names, ids, parameters, and how each is called.

use core::ffi::c_void;

use super::abi::{DISPID, GUID, HRESULT, VARIANT};

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
    /// `VT_I2`.
    I2,
    /// `VT_I4`.
    I4,
    /// `VT_I8`.
    I8,
    /// `VT_UI1`.
    U1,
    /// `VT_UI2`.
    U2,
    /// `VT_UI4`.
    U4,
    /// `VT_BOOL`.
    Bool,
    /// `VT_BSTR`.
    Bstr,
    /// `VT_ERROR`.
    Error,
    /// `VT_VARIANT`: any value.
    Variant,
    /// A pointer to this interface; whether it is one that derives from IDispatch.
    Interface(&'static GUID, bool),
    /// Automation cannot carry it.
    Other,
}
