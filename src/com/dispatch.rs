//! IDispatch for every class: finds members by name and calls them with converted arguments.
//!
//! An object answers for the members of all its dual interfaces; their ids do not collide, since
//! each interface of an object counts from a base of its own. The member tables come from
//! `codegen`. Source: the IDispatch pages of the Windows SDK documentation (oaidl.h).

use core::ffi::c_void;

use super::abi::*;
use super::bstr::{BStr, Bstr};
use super::dispatch_arguments::{Arguments, Fault};
use super::error::{Error, OK, Result, Success};
use super::failure;
use super::guid::NO_GUID;
use super::lent::referred;
use super::member::{Member, MemberKind};
use super::object::Implemented;
use super::pointer::{ComPtr, In};

/// `GetTypeInfo`: there is none.
pub(super) fn no_type_info(index: UINT) -> Error {
    if index == 0 {
        Error::not_implemented("The library carries no type library.")
    } else {
        Error::new(DISP_E_BADINDEX)
    }
}

/// The interfaces of an object and those of its part, whose slots are counted on.
pub(super) type Interfaces = [&'static [Implemented]; 2];

/// All members of an object, each with the slot of the interface that it belongs to.
fn members(interfaces: Interfaces) -> impl Iterator<Item = (usize, &'static Member)> + Clone {
    let all = interfaces.into_iter().flatten();
    all.enumerate().flat_map(|(slot, entry)| {
        entry
            .members
            .iter()
            .flat_map(|table| table.iter())
            .map(move |member| (slot, member))
    })
}

/// The reserved interface id must be IID_NULL; null passes for it.
unsafe fn check_reserved(iid: REFIID) -> Result<()> {
    // SAFETY: the caller of the method vouches for the pointer.
    match unsafe { referred(iid) } {
        Some(iid) if iid != NO_GUID => Err(Error::new(DISP_E_UNKNOWNINTERFACE)),
        _ => Ok(()),
    }
}

/// Sets the ids that `GetIDsOfNames` will answer to `DISPID_UNKNOWN`.
///
/// # Safety
/// `ids` is null or has room for `count` ids.
pub(super) unsafe fn forget_ids(ids: *mut DISPID, count: UINT) {
    if !ids.is_null() {
        for index in 0..count as usize {
            // SAFETY: the caller vouches for the room.
            unsafe { ids.add(index).write_unaligned(DISPID_UNKNOWN) };
        }
    }
}

/// `GetIDsOfNames`: the member's id, and the positions of its parameters as the ids of named
/// arguments.
///
/// # Safety
/// The pointers are as the interface demands.
pub(super) unsafe fn ids_of_names(
    interfaces: Interfaces,
    iid: REFIID,
    names: *mut LPOLESTR,
    count: UINT,
    ids: *mut DISPID,
) -> Result<Success> {
    // SAFETY: the caller vouches for the pointers: `count` names, each null or with a null unit
    // at its end, and room for as many ids, which `forget_ids` has filled.
    let (name, answer) = unsafe {
        check_reserved(iid)?;
        if names.is_null() || ids.is_null() {
            return Err(Error::pointer());
        }
        (
            |index: usize| BStr::from_raw(names.add(index).read_unaligned()),
            |index: usize, id: DISPID| ids.add(index).write_unaligned(id),
        )
    };
    if count == 0 {
        return Err(Error::invalid_argument("No name is given."));
    }
    let of_member = name(0);
    let named = members(interfaces).filter(|(_, member)| of_member.is_word(member.name));
    let Some((_, first)) = named.clone().next() else {
        return Err(Error::new(DISP_E_UNKNOWNNAME));
    };
    answer(0, first.id);
    let mut all_known = true;
    for index in 1..count as usize {
        let name = name(index);
        // Reading and writing a property are two members; the second one has the value besides.
        let position = (named.clone().filter(|(_, member)| member.id == first.id))
            .find_map(|(_, member)| member.parameters.iter().position(|p| name.is_word(p.name)));
        match position {
            Some(position) => answer(index, position as DISPID),
            None => all_known = false,
        }
    }
    if all_known {
        Ok(OK)
    } else {
        Err(Error::new(DISP_E_UNKNOWNNAME))
    }
}

/// One call of `Invoke`.
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
    /// Finds the member and calls it. `pointer` gives the object's interface pointer of a slot.
    ///
    /// # Safety
    /// The pointers are as the interface demands; the pointers of the slots are to the interfaces
    /// that `interfaces` names for them.
    pub(super) unsafe fn run(
        &self,
        interfaces: Interfaces,
        pointer: impl Fn(usize) -> Result<*mut c_void>,
    ) -> Result<Success> {
        // SAFETY: the caller vouches for the pointers.
        let parameters = unsafe {
            check_reserved(self.iid)?;
            referred(self.arguments).ok_or(Error::invalid_argument("The arguments are NULL."))?
        };
        let (slot, member) = self.find(interfaces)?;
        let call = member.call.ok_or(Error::with(
            DISP_E_TYPEMISMATCH,
            "The member takes a type that Automation cannot carry.",
        ))?;
        if member.kind == MemberKind::Get && member.parameters.is_empty() && parameters.cArgs > 0 {
            // SAFETY: as for the caller.
            return unsafe { self.index_result(member, call, pointer(slot)?) };
        }
        // SAFETY: the caller vouches for the arguments and the pointer.
        unsafe {
            let mut arguments =
                Arguments::bind(member, &parameters).map_err(|fault| self.blame(fault))?;
            self.checked(call(pointer(slot)?, arguments.for_call()))?;
            let result = arguments.take_results();
            if !self.result.is_null() {
                self.result.write_unaligned(result.into_raw());
            }
        }
        Ok(OK)
    }

    /// The member with this id that can be called in this way. A property may be read as if it were
    /// a method, since Basic cannot tell the two apart.
    fn find(&self, interfaces: Interfaces) -> Result<(usize, &'static Member)> {
        let all =
            DISPATCH_METHOD | DISPATCH_PROPERTYGET | DISPATCH_PROPERTYPUT | DISPATCH_PROPERTYPUTREF;
        if self.flags & all == 0 || self.flags & !all != 0 {
            return Err(Error::invalid_argument("The flags name no kind of call."));
        }
        let accepted = |member: &Member| match member.kind {
            MemberKind::Put => self.flags & DISPATCH_PROPERTYPUT != 0,
            _ if self.flags & (DISPATCH_PROPERTYPUT | DISPATCH_PROPERTYPUTREF) != 0 => false,
            MemberKind::Get => true,
            MemberKind::Method => self.flags & DISPATCH_METHOD != 0,
        };
        members(interfaces)
            .find(|(_, member)| member.id == self.id && accepted(member))
            .ok_or(Error::new(DISP_E_MEMBERNOTFOUND))
    }

    /// Tells the caller which argument is at fault.
    fn blame(&self, fault: Fault) -> Error {
        if let Some(index) = fault.argument {
            if !self.argument_at_fault.is_null() {
                // SAFETY: the caller of Invoke gave a pointer that may be written, or null.
                unsafe { self.argument_at_fault.write_unaligned(index as UINT) };
            }
        }
        fault.error
    }

    /// Turns a member's failure into `DISP_E_EXCEPTION` with the details that it left.
    unsafe fn checked(&self, hresult: HRESULT) -> Result<()> {
        if hresult < 0x8000_0000 {
            return Ok(());
        }
        let description = failure::take_description();
        let text = description.to_string_lossy();
        if !self.exception.is_null() {
            let details = EXCEPINFO {
                wCode: 0,
                wReserved: 0,
                bstrSource: Bstr::new(failure::SOURCE)
                    .unwrap_or_else(|_| Bstr::null())
                    .into_raw(),
                bstrDescription: description.into_raw(),
                bstrHelpFile: core::ptr::null_mut(),
                dwHelpContext: 0,
                pvReserved: core::ptr::null_mut(),
                pfnDeferredFillIn: None,
                scode: hresult as SCODE,
            };
            // SAFETY: the caller of Invoke gave a pointer that may be written.
            unsafe { self.exception.write_unaligned(details) };
        }
        Err(match text {
            Ok(text) if !text.is_empty() => Error::with_text(DISP_E_EXCEPTION, text),
            _ => Error::new(DISP_E_EXCEPTION),
        })
    }

    /// `object.Addresses(1)`: the property takes no argument, so they are meant for the default
    /// member of what it gives.
    unsafe fn index_result(
        &self,
        member: &'static Member,
        call: unsafe fn(*mut c_void, *mut VARIANT) -> HRESULT,
        this: *mut c_void,
    ) -> Result<Success> {
        let none = DISPPARAMS {
            rgvarg: core::ptr::null_mut(),
            rgdispidNamedArgs: core::ptr::null_mut(),
            cArgs: 0,
            cNamedArgs: 0,
        };
        // SAFETY: as for `run`; the object that the property gives is alive for the second call,
        // which gets the caller's own arguments.
        unsafe {
            let mut nothing = Arguments::bind(member, &none).map_err(|fault| self.blame(fault))?;
            self.checked(call(this, nothing.for_call()))?;
            let result = nothing.take_results();
            let object: ComPtr<IDispatch> = (result.as_object())
                .filter(|_| result.vt() == VT_DISPATCH)
                .map(In::query)
                .transpose()?
                .ok_or(Error::new(DISP_E_BADPARAMCOUNT))?;
            let raw = object.as_raw();
            let hresult = ((*(*raw).lpVtbl).Invoke)(
                raw,
                DISPID_VALUE,
                &NO_GUID,
                0,
                DISPATCH_METHOD | DISPATCH_PROPERTYGET,
                self.arguments,
                self.result,
                self.exception,
                self.argument_at_fault,
            );
            if hresult < 0x8000_0000 {
                Ok(OK)
            } else {
                Err(Error::new(hresult))
            }
        }
    }
}
