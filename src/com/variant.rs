//! VARIANT: a value of any Automation type, owned (`Variant`).
//!
//! Conversions between types are in `variant_convert.rs`.

use core::fmt;
use core::mem::ManuallyDrop;
use core::ptr;

use super::abi::*;
use super::bstr::{BStr, Bstr, bstr_free};
use super::error::{Error, Result};
use super::lent::{Lent, referred};
use super::pointer::{ComPtr, DerivesFrom, In, Interface};
use super::safearray::{self, SafeArray};

/// A VARIANT that holds nothing.
pub const EMPTY: VARIANT = raw(VT_EMPTY, VARIANT_VALUE { llVal: 0 });

/// A VARIANT of the given kind. The unused rest of the union is zero where the value is made from
/// `llVal` first; nobody reads it otherwise.
pub(super) const fn raw(vt: VARTYPE, value: VARIANT_VALUE) -> VARIANT {
    VARIANT {
        vt,
        wReserved1: 0,
        wReserved2: 0,
        wReserved3: 0,
        value,
    }
}

/// A VARIANT that this side owns; what it holds is freed when it is dropped.
#[repr(transparent)]
pub struct Variant(VARIANT);

// SAFETY: what a VARIANT owns is plain memory or a free-threaded interface (see `pointer.rs`). A
// VT_BYREF pointer is only followed by the thread that is in the call which brought it.
unsafe impl Send for Variant {}
// SAFETY: as for `Send`; shared access only reads.
unsafe impl Sync for Variant {}

impl Variant {
    /// Nothing (`VT_EMPTY`).
    #[must_use]
    pub const fn empty() -> Self {
        Self(EMPTY)
    }

    /// A known absence (`VT_NULL`).
    #[must_use]
    pub const fn null() -> Self {
        Self(raw(VT_NULL, VARIANT_VALUE { llVal: 0 }))
    }

    /// `VT_I4`.
    #[must_use]
    pub const fn i4(value: i32) -> Self {
        Self(raw(VT_I4, VARIANT_VALUE { lVal: value }))
    }

    /// `VT_BOOL`.
    #[must_use]
    pub const fn bool(value: bool) -> Self {
        let value = if value { VARIANT_TRUE } else { VARIANT_FALSE };
        Self(raw(VT_BOOL, VARIANT_VALUE { boolVal: value }))
    }

    /// `VT_ERROR`.
    #[must_use]
    pub const fn error(code: HRESULT) -> Self {
        Self(raw(VT_ERROR, VARIANT_VALUE { scode: code as i32 }))
    }

    /// `VT_BSTR`.
    #[must_use]
    pub fn bstr(text: Bstr) -> Self {
        Self(raw(
            VT_BSTR,
            VARIANT_VALUE {
                bstrVal: text.into_raw(),
            },
        ))
    }

    /// `VT_DISPATCH`; none gives a null pointer, which Automation calls Nothing.
    #[must_use]
    pub fn dispatch<I: DerivesFrom<IDispatch>>(object: Option<ComPtr<I>>) -> Self {
        let pdisp = object.map_or(ptr::null_mut(), |o| o.upcast::<IDispatch>().into_raw());
        Self(raw(VT_DISPATCH, VARIANT_VALUE { pdispVal: pdisp }))
    }

    /// `VT_UNKNOWN`.
    #[must_use]
    pub fn unknown<I: DerivesFrom<IUnknown>>(object: Option<ComPtr<I>>) -> Self {
        let punk = object.map_or(ptr::null_mut(), |o| o.upcast::<IUnknown>().into_raw());
        Self(raw(VT_UNKNOWN, VARIANT_VALUE { punkVal: punk }))
    }

    /// `VT_ARRAY` of the array's own type.
    #[must_use]
    pub fn array(array: SafeArray) -> Self {
        let vt = VT_ARRAY | array.vartype();
        Self(raw(
            vt,
            VARIANT_VALUE {
                parray: array.into_raw(),
            },
        ))
    }

    /// `VT_ARRAY | VT_UI1` with a copy of `bytes`, which is how Automation carries a buffer.
    pub fn bytes(bytes: &[u8]) -> Result<Self> {
        Ok(Self::array(SafeArray::from_bytes(bytes)?))
    }

    /// Takes a VARIANT over.
    ///
    /// # Safety
    /// The VARIANT is valid, and the caller gives up what it holds.
    #[must_use]
    pub const unsafe fn from_raw(value: VARIANT) -> Self {
        Self(value)
    }

    /// Gives the VARIANT up, for the other side to clear.
    #[must_use]
    pub fn into_raw(self) -> VARIANT {
        ManuallyDrop::new(self).0
    }

    /// Looks at a VARIANT of the caller's, at any address; `E_POINTER` for null.
    ///
    /// # Safety
    /// `value` is null or a valid VARIANT that lives and stays unchanged for `'a`.
    pub unsafe fn lend<'a>(value: *const VARIANT) -> Result<Lent<'a, Self>> {
        if value.is_null() {
            return Err(Error::with(E_POINTER, "A pointer to a VARIANT is NULL."));
        }
        // SAFETY: the caller vouches for the VARIANT.
        Ok(unsafe { Lent::new(Self(value.read_unaligned())) })
    }

    /// The VARIANT itself.
    #[must_use]
    pub const fn as_raw(&self) -> &VARIANT {
        &self.0
    }

    /// The VARIANT itself, for a method that puts a value there. Whoever writes to it keeps it valid.
    pub(super) const fn as_mut_raw(&mut self) -> &mut VARIANT {
        &mut self.0
    }

    /// The kind: `VT_*`.
    #[must_use]
    pub const fn vt(&self) -> VARTYPE {
        self.0.vt
    }

    /// Whether there is nothing: `VT_EMPTY`, `VT_NULL`, or an argument left out.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        match self.0.vt {
            VT_EMPTY | VT_NULL => true,
            // SAFETY: `vt` says that the value is an error code.
            VT_ERROR => unsafe { self.0.value.scode == DISP_E_PARAMNOTFOUND as i32 },
            _ => false,
        }
    }

    /// The object, for `VT_DISPATCH` and `VT_UNKNOWN`, by reference or not; none for a null
    /// pointer and for every other kind.
    #[must_use]
    pub fn as_object(&self) -> Option<In<'_, IUnknown>> {
        // SAFETY: `vt` says which member counts. Every IDispatch is an IUnknown.
        unsafe {
            let mut value = self.0;
            if value.vt == VT_BYREF | VT_VARIANT {
                value = referred(value.value.pvarVal).filter(|inner| inner.vt & VT_BYREF == 0)?;
            }
            In::from_raw(match value.vt {
                VT_DISPATCH | VT_UNKNOWN => value.value.punkVal,
                vt if vt == VT_BYREF | VT_DISPATCH || vt == VT_BYREF | VT_UNKNOWN => {
                    referred(value.value.ppunkVal)?
                }
                _ => ptr::null_mut(),
            })
        }
    }

    /// Another interface of the object; see [`as_object`](Self::as_object).
    ///
    /// # Errors
    /// `E_INVALIDARG` when the VARIANT holds no object, or what QueryInterface answers.
    pub fn query<I: Interface>(&self) -> Result<ComPtr<I>> {
        self.as_object()
            .ok_or(Error::invalid_argument("The VARIANT holds no object."))?
            .query()
    }

    /// The text of a `VT_BSTR`, by reference or not.
    #[must_use]
    pub fn as_bstr(&self) -> Option<Lent<'_, Bstr>> {
        // SAFETY: `vt` says which member counts.
        unsafe {
            match self.0.vt {
                VT_BSTR => Some(Bstr::lend(self.0.value.bstrVal)),
                vt if vt == VT_BYREF | VT_BSTR => {
                    Some(Bstr::lend(referred(self.0.value.pbstrVal)?))
                }
                _ => None,
            }
        }
    }

    /// The array, by reference or not; none when there is none.
    #[must_use]
    pub fn as_array(&self) -> Option<Lent<'_, SafeArray>> {
        // SAFETY: `vt` says which member counts, and the VARIANT keeps the array for as long as
        // it is borrowed.
        unsafe {
            match self.0.vt & (VT_ARRAY | VT_BYREF) {
                VT_ARRAY => SafeArray::lend(self.0.value.parray),
                vt if vt == VT_ARRAY | VT_BYREF => SafeArray::lend(referred(self.0.value.pparray)?),
                _ => None,
            }
        }
    }

    /// A copy: text and arrays are copied, objects get a reference.
    pub fn try_clone(&self) -> Result<Self> {
        // SAFETY: the value is valid.
        unsafe { copy(&self.0, Texts::Counted) }
    }
}

/// How the texts in a VARIANT or an array are read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Texts {
    /// As BSTRs, by the length in front of them; what the Automation functions promise.
    Counted,
    /// To the zero, as every text is that a method is given: it need not be a BSTR.
    ToZero,
}

impl Drop for Variant {
    fn drop(&mut self) {
        // SAFETY: this value owns what the VARIANT holds. A locked array cannot be destroyed; it
        // stays for whoever holds the lock.
        let _ = unsafe { clear(&mut self.0) };
    }
}

impl Default for Variant {
    fn default() -> Self {
        Self::empty()
    }
}

impl fmt::Debug for Variant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // SAFETY: `vt` says which member counts.
        unsafe {
            match self.0.vt {
                VT_EMPTY => f.write_str("Empty"),
                VT_NULL => f.write_str("Null"),
                VT_I4 => write!(f, "I4({})", self.0.value.lVal),
                VT_BOOL => write!(f, "Bool({})", self.0.value.boolVal != VARIANT_FALSE),
                VT_BSTR => write!(f, "{:?}", *Bstr::lend(self.0.value.bstrVal)),
                vt => write!(f, "VT {vt:#x}"),
            }
        }
    }
}

/// Whether a kind is one that a VARIANT may hold.
pub(super) fn is_valid(vt: VARTYPE) -> bool {
    let base = vt & !(VT_ARRAY | VT_BYREF);
    match base {
        VT_EMPTY | VT_NULL => vt == base,
        VT_VARIANT => vt != VT_VARIANT,
        VT_I2..=VT_UNKNOWN | VT_DECIMAL | VT_I1..=VT_UINT => true,
        _ => false,
    }
}

/// `VariantClear`: frees what the VARIANT holds and leaves it empty.
///
/// # Errors
/// `DISP_E_BADVARTYPE`, `DISP_E_ARRAYISLOCKED`; the VARIANT is as it was then.
///
/// # Safety
/// The VARIANT is valid, and owns what it holds.
pub unsafe fn clear(variant: &mut VARIANT) -> Result<()> {
    let vt = variant.vt;
    if !is_valid(vt) {
        return Err(Error::new(DISP_E_BADVARTYPE));
    }
    // SAFETY: `vt` says what is owned; a VT_BYREF is not.
    unsafe {
        if vt & VT_BYREF != 0 {
        } else if vt & VT_ARRAY != 0 {
            safearray::destroy(variant.value.parray)?;
        } else if vt == VT_BSTR {
            bstr_free(variant.value.bstrVal);
        } else if vt == VT_DISPATCH || vt == VT_UNKNOWN {
            drop(ComPtr::from_raw(variant.value.punkVal));
        }
    }
    variant.vt = VT_EMPTY;
    Ok(())
}

/// `VariantCopy`: a copy that owns what it holds. A VT_BYREF stays one.
///
/// # Errors
/// `DISP_E_BADVARTYPE`, `E_OUTOFMEMORY`.
///
/// # Safety
/// The VARIANT is valid, its texts at least as `texts` reads them.
pub unsafe fn copy(from: &VARIANT, texts: Texts) -> Result<Variant> {
    let vt = from.vt;
    if !is_valid(vt) {
        return Err(Error::new(DISP_E_BADVARTYPE));
    }
    let mut to = *from;
    // SAFETY: `vt` says which member counts.
    unsafe {
        if vt & VT_BYREF != 0 {
        } else if vt & VT_ARRAY != 0 {
            to.value.parray = match SafeArray::lend(from.value.parray) {
                Some(array) => array.copy(texts)?.into_raw(),
                None => ptr::null_mut(),
            };
        } else if vt == VT_BSTR {
            let text = from.value.bstrVal;
            to.value.bstrVal = match texts {
                Texts::Counted => Bstr::lend(text).try_clone()?,
                Texts::ToZero => BStr::from_raw(text).to_bstr()?,
            }
            .into_raw();
        } else if vt == VT_DISPATCH || vt == VT_UNKNOWN {
            core::mem::forget(In::from_raw(from.value.punkVal).map(In::to_owned));
        }
    }
    Ok(Variant(to))
}
