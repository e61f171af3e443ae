//! The arguments of one `Invoke`: matched to the parameters, converted, and the results taken back.

use core::ptr;

use super::abi::*;
use super::bstr::Bstr;
use super::error::{Error, Result};
use super::lent::Elements;
use super::member::{Kind, Member, MemberKind, Parameter};
use super::pointer::ComPtr;
use super::variant::{self, Variant};

/// A failure before the call, and the argument that caused it.
pub(super) struct Fault {
    pub(super) error: Error,
    /// Its index in `rgvarg`.
    pub(super) argument: Option<usize>,
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self {
            error,
            argument: None,
        }
    }
}

impl From<HRESULT> for Fault {
    fn from(code: HRESULT) -> Self {
        Self::from(Error::new(code))
    }
}

/// The most parameters that a member has, its return value included. A test holds the description
/// to it.
pub(super) const MOST_PARAMETERS: usize = 16;

impl Kind {
    /// The kind of VARIANT that carries it.
    fn vartype(self) -> Option<VARTYPE> {
        Some(match self {
            Self::I2 => VT_I2,
            Self::I4 => VT_I4,
            Self::I8 => VT_I8,
            Self::U1 => VT_UI1,
            Self::U2 => VT_UI2,
            Self::U4 => VT_UI4,
            Self::Bool => VT_BOOL,
            Self::Bstr => VT_BSTR,
            Self::Error => VT_ERROR,
            Self::Variant => VT_VARIANT,
            Self::Interface(_, true) => VT_DISPATCH,
            Self::Interface(_, false) => VT_UNKNOWN,
            Self::Other => return None,
        })
    }
}

/// One parameter of the call.
struct Slot {
    /// The converted argument, or where the member puts its result.
    value: Variant,
    /// What the member writes back to, for an out-parameter: the caller's reference.
    target: VARIANT,
    kind: Kind,
    is_out: bool,
}

/// The converted arguments of one call.
pub(super) struct Arguments {
    slots: [Slot; MOST_PARAMETERS],
    used: usize,
    has_result: bool,
    lent: [VARIANT; MOST_PARAMETERS],
}

impl Arguments {
    /// Matches the arguments to the member's parameters and converts them.
    ///
    /// # Safety
    /// The arguments are valid, and stay so until the results are taken.
    pub(super) unsafe fn bind(member: &Member, given: &DISPPARAMS) -> Result<Self, Fault> {
        // SAFETY: the caller vouches for the arrays and their lengths.
        let (values, names) = unsafe {
            (
                Elements::new(given.rgvarg, given.cArgs as usize)?,
                Elements::new(given.rgdispidNamedArgs, given.cNamedArgs as usize)?,
            )
        };
        let order = match_up(member, values.len(), names)?;
        let empty = || Slot {
            value: Variant::empty(),
            target: variant::EMPTY,
            kind: Kind::Other,
            is_out: false,
        };
        let mut arguments = Self {
            slots: core::array::from_fn(|_| empty()),
            used: member.parameters.len(),
            has_result: member.result.is_some(),
            lent: [variant::EMPTY; MOST_PARAMETERS],
        };
        for ((parameter, slot), index) in member
            .parameters
            .iter()
            .zip(&mut arguments.slots)
            .zip(order)
        {
            let value = index
                .and_then(|i| values.get(i))
                .ok_or(Fault::from(DISP_E_BADPARAMCOUNT))?;
            // SAFETY: the caller vouches for the argument.
            *slot = unsafe { convert(parameter, &value) }.map_err(|error| Fault {
                error,
                argument: index,
            })?;
        }
        if let (Some(kind), Some(slot)) = (member.result, arguments.slots.get_mut(arguments.used)) {
            *slot = Slot {
                kind,
                is_out: true,
                ..empty()
            };
        }
        Ok(arguments)
    }

    /// The array that the member's caller function wants: the values, and for what the member
    /// writes a pointer to it.
    pub(super) fn for_call(&mut self) -> *mut VARIANT {
        for (slot, lent) in self.slots.iter_mut().zip(&mut self.lent) {
            *lent = *slot.value.as_raw();
            if slot.is_out {
                let place = slot.value.as_mut_raw();
                let byref = if matches!(slot.kind, Kind::Variant) {
                    ptr::from_mut(place).cast()
                } else {
                    (&raw mut place.value).cast()
                };
                *lent = variant::raw(VT_BYREF, VARIANT_VALUE { byref });
            }
        }
        self.lent.as_mut_ptr()
    }

    /// Writes the out-parameters back and answers the return value. The member has succeeded.
    ///
    /// # Safety
    /// The caller's arguments are still valid.
    pub(super) unsafe fn take_results(mut self) -> Variant {
        let mut result = Variant::empty();
        for (index, slot) in self
            .slots
            .iter_mut()
            .enumerate()
            .filter(|(_, slot)| slot.is_out)
        {
            // Until now the slot held a bare value; this makes it a VARIANT that owns it.
            if let Some(vt) = slot.kind.vartype().filter(|vt| *vt != VT_VARIANT) {
                slot.value.as_mut_raw().vt = vt;
            }
            let value = core::mem::take(&mut slot.value);
            if index == self.used && self.has_result {
                result = value;
            } else {
                // SAFETY: `convert` saw that the argument refers to a place for this kind.
                unsafe { write_back(&slot.target, value) };
            }
        }
        result
    }
}

/// For each parameter the index of its argument in `rgvarg`: named arguments stand first, in any
/// order; the others follow, the last one first.
fn match_up(
    member: &Member,
    count: usize,
    names: Elements<'_, DISPID>,
) -> Result<[Option<usize>; MOST_PARAMETERS], Fault> {
    let wanted = member.parameters.len();
    if wanted >= MOST_PARAMETERS || names.len() > count || count > wanted {
        return Err(Fault::from(DISP_E_BADPARAMCOUNT));
    }
    let mut order = [None; MOST_PARAMETERS];
    for (position, place) in order.iter_mut().take(count - names.len()).enumerate() {
        *place = Some(count - 1 - position);
    }
    for (index, name) in names.iter().enumerate() {
        let position = match (name, member.kind) {
            (DISPID_PROPERTYPUT, MemberKind::Put) => wanted.checked_sub(1),
            _ => usize::try_from(name)
                .ok()
                .filter(|position| *position < wanted),
        };
        let place = position.and_then(|position| order.get_mut(position));
        let unknown = || Fault {
            error: Error::new(DISP_E_PARAMNOTFOUND),
            argument: Some(index),
        };
        if place.ok_or_else(unknown)?.replace(index).is_some() {
            return Err(Fault::from(DISP_E_BADPARAMCOUNT));
        }
    }
    Ok(order)
}

/// Converts one argument.
unsafe fn convert(parameter: &Parameter, given: &VARIANT) -> Result<Slot> {
    let mut slot = Slot {
        value: Variant::empty(),
        target: variant::EMPTY,
        kind: parameter.kind,
        is_out: parameter.out,
    };
    // SAFETY: the caller vouches for the argument, which outlives the call.
    let view = unsafe { Variant::lend(given)? };
    if view.vt() == VT_ERROR && view.is_missing() {
        return Err(Error::new(DISP_E_PARAMNOTOPTIONAL));
    }
    if parameter.out {
        let fits = parameter.kind.vartype().map(|vt| VT_BYREF | vt);
        let is_reference = fits == Some(given.vt) || given.vt == VT_BYREF | VT_VARIANT;
        // SAFETY: `vt` says that the value is a pointer.
        if !is_reference || unsafe { given.value.byref.is_null() } {
            return Err(Error::new(DISP_E_TYPEMISMATCH));
        }
        slot.target = *given;
        return Ok(slot);
    }
    slot.value = match parameter.kind {
        Kind::Variant => view.keep()?,
        Kind::Interface(iid, _) => interface(&view, iid)?,
        kind => {
            let vt = kind.vartype().ok_or(Error::new(DISP_E_TYPEMISMATCH))?;
            let value = view.keep()?;
            if value.vt() == vt {
                value
            } else {
                value.change_type(vt, 0)?
            }
        }
    };
    Ok(slot)
}

/// The interface that the parameter wants, of an object or of Nothing.
fn interface(given: &Variant, iid: &GUID) -> Result<Variant> {
    let object = given.change_type(VT_UNKNOWN, 0)?;
    let found = match object.as_object() {
        Some(object) => object
            .query_raw(iid)
            .map_err(|_| Error::new(DISP_E_TYPEMISMATCH))?
            .as_ptr(),
        None => ptr::null_mut(),
    };
    // SAFETY: the pointer carries an owned reference to an interface, and all begin as IUnknown.
    Ok(Variant::unknown(unsafe {
        ComPtr::<IUnknown>::from_raw(found.cast())
    }))
}

/// Stores a result where the argument refers to, in place of what is there.
unsafe fn write_back(target: &VARIANT, value: Variant) {
    // SAFETY: `convert` saw a VT_BYREF that is not null, either to a VARIANT or to a value of the
    // very kind that `value` has. What is there belongs to the caller, who gives it up.
    unsafe {
        let place = target.value.byref;
        let raw = value.into_raw();
        if target.vt == VT_BYREF | VT_VARIANT {
            drop(Variant::from_raw(replace(place.cast(), raw)));
            return;
        }
        match raw.vt {
            VT_BSTR => drop(Bstr::from_raw(replace(place.cast(), raw.value.bstrVal))),
            VT_DISPATCH | VT_UNKNOWN => {
                drop(ComPtr::from_raw(replace(place.cast(), raw.value.punkVal)));
            }
            VT_UI1 => place.cast::<u8>().write_unaligned(raw.value.bVal),
            VT_I2 | VT_UI2 | VT_BOOL => place.cast::<u16>().write_unaligned(raw.value.uiVal),
            VT_I8 => place.cast::<i64>().write_unaligned(raw.value.llVal),
            _ => place.cast::<u32>().write_unaligned(raw.value.ulVal),
        }
    }
}

/// Puts a value where another one is, at any address; the other one passes to the caller.
///
/// # Safety
/// `place` points to a `T`, and may be written.
unsafe fn replace<T>(place: *mut T, value: T) -> T {
    // SAFETY: as for the caller.
    unsafe {
        let old = place.read_unaligned();
        place.write_unaligned(value);
        old
    }
}
