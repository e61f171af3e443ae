//! Conversion of VARIANTs, as `VariantChangeType` does it.
//!
//! Dates convert to and from numbers only: their text form depends on a user's locale, of which
//! this library has none.

use core::mem::size_of;
use core::ptr;

use super::abi::*;
use super::bstr::{Bstr, is_word};
use super::error::{Error, Result};
use super::guid::NO_GUID;
use super::number::{Number, write_number};
use super::pointer::{ComPtr, In, Interface};
use super::safearray::SafeArray;
use super::variant::{self, Texts, Variant};

const fn mismatch() -> Error {
    Error::new(DISP_E_TYPEMISMATCH)
}

impl Variant {
    /// The value as another type; `flags` are `VARIANT_*` bits. A VT_BYREF is followed, and the
    /// result owns what it holds.
    ///
    /// # Errors
    /// `DISP_E_TYPEMISMATCH`, `DISP_E_OVERFLOW`, `DISP_E_BADVARTYPE`, `E_OUTOFMEMORY`.
    pub fn change_type(&self, to: VARTYPE, flags: WORD) -> Result<Self> {
        // SAFETY: the VARIANT is valid.
        unsafe { change_type(self.as_raw(), to, flags) }
    }

    /// A copy of an argument, to be kept: it holds the value itself where the argument refers to
    /// it, and the texts are read to their zeros.
    ///
    /// # Errors
    /// See [`copy_ind`].
    pub fn keep(&self) -> Result<Self> {
        // SAFETY: the VARIANT is valid; a BSTR has a zero too.
        unsafe { copy_ind(self.as_raw(), Texts::ToZero) }
    }
}

/// `VariantChangeType`, with the result apart from the source.
///
/// # Errors
/// See [`Variant::change_type`].
///
/// # Safety
/// The VARIANT is valid.
pub unsafe fn change_type(from: &VARIANT, to: VARTYPE, flags: WORD) -> Result<Variant> {
    // SAFETY: the caller vouches for the VARIANT; `lent` owns nothing and is only read.
    unsafe {
        let lent = follow(from)?;
        if !variant::is_valid(to) {
            return Err(Error::new(DISP_E_BADVARTYPE));
        }
        if lent.vt == to {
            return variant::copy(&lent, Texts::Counted);
        }
        if (lent.vt | to) & (VT_ARRAY | VT_BYREF) != 0 {
            return change_array(&lent, to);
        }
        match (lent.vt, to) {
            (VT_DISPATCH | VT_UNKNOWN, VT_DISPATCH) => {
                as_interface::<IDispatch>(&lent).map(Variant::dispatch)
            }
            (VT_DISPATCH | VT_UNKNOWN, VT_UNKNOWN) => {
                as_interface::<IUnknown>(&lent).map(Variant::unknown)
            }
            (VT_DISPATCH, _) if flags & VARIANT_NOVALUEPROP == 0 => {
                default_value(&lent)?.change_type(to, flags | VARIANT_NOVALUEPROP)
            }
            (VT_EMPTY, VT_NULL) => Ok(Variant::null()),
            (_, VT_BSTR) => text(&lent, flags).map(Variant::bstr),
            (VT_BSTR, VT_BOOL) => truth(&Bstr::lend(lent.value.bstrVal)),
            _ => number(&lent).and_then(|value| from_number(value, &lent, to)),
        }
    }
}

/// `VariantCopyInd`: a copy that holds the value itself where the source refers to it.
///
/// # Errors
/// `DISP_E_BADVARTYPE`, `E_OUTOFMEMORY`; `E_INVALIDARG` for a reference to nothing.
///
/// # Safety
/// The VARIANT is valid, its texts at least as `texts` reads them.
pub unsafe fn copy_ind(from: &VARIANT, texts: Texts) -> Result<Variant> {
    // SAFETY: as for the caller; what `follow` gives owns nothing.
    unsafe { variant::copy(&follow(from)?, texts) }
}

/// The value behind a VT_BYREF, lent; any other VARIANT as it is.
unsafe fn follow(from: &VARIANT) -> Result<VARIANT> {
    let vt = from.vt;
    if !variant::is_valid(vt) {
        return Err(Error::new(DISP_E_BADVARTYPE));
    }
    if vt & VT_BYREF == 0 {
        return Ok(*from);
    }
    // SAFETY: in a valid VARIANT the reference leads to a value of the kind that `vt` says. The
    // copies are bitwise and own nothing.
    unsafe {
        if from.value.byref.is_null() {
            return Err(Error::invalid_argument("A VARIANT refers to nothing."));
        }
        let inner = vt & !VT_BYREF;
        if inner == VT_VARIANT {
            let inner = from.value.pvarVal.read_unaligned();
            // A reference to a VARIANT leads to the value, or to one more reference, never further.
            return if inner.vt == VT_BYREF | VT_VARIANT {
                Err(mismatch())
            } else {
                follow(&inner)
            };
        }
        if inner == VT_DECIMAL {
            let mut lent = variant::EMPTY;
            let decimal = from.value.pdecVal.read_unaligned();
            (&raw mut lent).cast::<DECIMAL>().write(decimal);
            lent.vt = VT_DECIMAL;
            return Ok(lent);
        }
        let mut lent = variant::raw(inner, VARIANT_VALUE { llVal: 0 });
        let size = match inner & VT_TYPEMASK {
            _ if inner & VT_ARRAY != 0 => size_of::<usize>(),
            VT_I1 | VT_UI1 => 1,
            VT_I2 | VT_UI2 | VT_BOOL => 2,
            VT_I4 | VT_UI4 | VT_INT | VT_UINT | VT_R4 | VT_ERROR => 4,
            VT_BSTR | VT_DISPATCH | VT_UNKNOWN => size_of::<usize>(),
            _ => 8,
        };
        from.value
            .byref
            .cast::<u8>()
            .copy_to_nonoverlapping((&raw mut lent.value).cast(), size);
        Ok(lent)
    }
}

/// The only conversions of arrays: a text's bytes to an array of bytes, and back.
unsafe fn change_array(from: &VARIANT, to: VARTYPE) -> Result<Variant> {
    // SAFETY: `vt` says which member counts.
    unsafe {
        if from.vt == VT_BSTR && to == VT_ARRAY | VT_UI1 {
            let text = Bstr::lend(from.value.bstrVal);
            return SafeArray::from_bytes(text.as_bytes()).map(Variant::array);
        }
        if from.vt == VT_ARRAY | VT_UI1 && to == VT_BSTR {
            let array = SafeArray::lend(from.value.parray);
            let bytes = array.as_ref().and_then(|array| array.as_bytes());
            return Bstr::from_bytes(bytes.ok_or(mismatch())?).map(Variant::bstr);
        }
    }
    Err(mismatch())
}

/// Another interface of the object; a null pointer stays one.
unsafe fn as_interface<I: Interface>(from: &VARIANT) -> Result<Option<ComPtr<I>>> {
    // SAFETY: the VARIANT holds an interface pointer, and every interface is an IUnknown.
    unsafe {
        In::<IUnknown>::from_raw(from.value.punkVal)
            .map(In::query)
            .transpose()
    }
}

/// The object's default property.
unsafe fn default_value(from: &VARIANT) -> Result<Variant> {
    let mut none = DISPPARAMS {
        rgvarg: ptr::null_mut(),
        rgdispidNamedArgs: ptr::null_mut(),
        cArgs: 0,
        cNamedArgs: 0,
    };
    let mut result = variant::EMPTY;
    // SAFETY: the VARIANT holds an IDispatch; the pointers are to locals that outlive the call, and
    // what the object puts into the result is ours.
    unsafe {
        let object = from.value.pdispVal;
        if object.is_null() {
            return Err(mismatch());
        }
        let hresult = ((*(*object).lpVtbl).Invoke)(
            object,
            DISPID_VALUE,
            &NO_GUID,
            0,
            DISPATCH_PROPERTYGET,
            &raw mut none,
            &raw mut result,
            ptr::null_mut(),
            ptr::null_mut(),
        );
        let result = Variant::from_raw(result);
        if hresult == S_OK {
            Ok(result)
        } else {
            Err(mismatch())
        }
    }
}

unsafe fn number(from: &VARIANT) -> Result<Number> {
    let value = &from.value;
    // SAFETY: `vt` says which member counts. A DECIMAL lies over the whole VARIANT.
    unsafe {
        Ok(match from.vt {
            VT_EMPTY => Number::Int(0),
            VT_I1 => Number::Int(value.cVal.into()),
            VT_I2 => Number::Int(value.iVal.into()),
            VT_I4 | VT_INT => Number::Int(value.lVal.into()),
            VT_I8 => Number::Int(value.llVal.into()),
            VT_UI1 => Number::Int(value.bVal.into()),
            VT_UI2 => Number::Int(value.uiVal.into()),
            VT_UI4 | VT_UINT => Number::Int(value.ulVal.into()),
            VT_UI8 => Number::Int(value.ullVal.into()),
            VT_BOOL => Number::Int(if value.boolVal == VARIANT_FALSE {
                0
            } else {
                -1
            }),
            VT_R4 => Number::Real(value.fltVal.into()),
            VT_R8 | VT_DATE => Number::Real(value.dblVal),
            VT_CY => Number::Decimal {
                mantissa: value.cyVal.int64.into(),
                scale: 4,
            },
            VT_DECIMAL => {
                let decimal = ptr::from_ref(from).cast::<DECIMAL>().read();
                let mantissa = i128::from(decimal.Hi32) << 64
                    | i128::from(decimal.Mid32) << 32
                    | i128::from(decimal.Lo32);
                if decimal.scale > 28 {
                    return Err(Error::invalid_argument("A DECIMAL's scale is above 28."));
                }
                let mantissa = if decimal.sign & 0x80 == 0 {
                    mantissa
                } else {
                    -mantissa
                };
                Number::Decimal {
                    mantissa,
                    scale: decimal.scale.into(),
                }
            }
            VT_BSTR => Number::parse(Bstr::lend(value.bstrVal).as_slice())?,
            _ => return Err(mismatch()),
        })
    }
}

fn from_number(number: Number, from: &VARIANT, to: VARTYPE) -> Result<Variant> {
    // Truth has all bits set in every integer type, the unsigned ones included.
    let all_bits = from.vt == VT_BOOL && !number.is_zero();
    let made = |value| {
        // SAFETY: numbers own nothing, and each arm below sets the member that its type names.
        Ok(unsafe { Variant::from_raw(variant::raw(to, value)) })
    };
    match to {
        VT_I1 => made(VARIANT_VALUE { cVal: number.to()? }),
        VT_I2 => made(VARIANT_VALUE { iVal: number.to()? }),
        VT_I4 | VT_INT => made(VARIANT_VALUE { lVal: number.to()? }),
        VT_I8 => made(VARIANT_VALUE {
            llVal: number.to()?,
        }),
        VT_UI1 | VT_UI2 | VT_UI4 | VT_UINT | VT_UI8 if all_bits => {
            let bits = u64::MAX >> (64 - 8 * unsigned_size(to));
            made(VARIANT_VALUE { ullVal: bits })
        }
        VT_UI1 => made(VARIANT_VALUE { bVal: number.to()? }),
        VT_UI2 => made(VARIANT_VALUE {
            uiVal: number.to()?,
        }),
        VT_UI4 | VT_UINT => made(VARIANT_VALUE {
            ulVal: number.to()?,
        }),
        VT_UI8 => made(VARIANT_VALUE {
            ullVal: number.to()?,
        }),
        VT_BOOL => Ok(Variant::bool(!number.is_zero())),
        VT_R4 => made(VARIANT_VALUE {
            fltVal: number.to_f32()?,
        }),
        // A date does not come from text here (see above).
        VT_DATE if from.vt == VT_BSTR => Err(mismatch()),
        VT_R8 | VT_DATE => made(VARIANT_VALUE {
            dblVal: number.to_f64(),
        }),
        VT_CY => made(VARIANT_VALUE {
            cyVal: CY {
                int64: number.to_currency()?,
            },
        }),
        VT_DECIMAL => Ok(decimal(number.to_decimal()?)),
        _ => Err(mismatch()),
    }
}

const fn unsigned_size(vt: VARTYPE) -> u32 {
    match vt {
        VT_UI1 => 1,
        VT_UI2 => 2,
        VT_UI8 => 8,
        _ => 4,
    }
}

fn decimal((mantissa, scale): (i128, u32)) -> Variant {
    let bits = mantissa.unsigned_abs();
    let decimal = DECIMAL {
        wReserved: VT_DECIMAL,
        scale: scale as u8,
        sign: if mantissa < 0 { 0x80 } else { 0 },
        Hi32: (bits >> 64) as u32,
        Mid32: (bits >> 32) as u32,
        Lo32: bits as u32,
    };
    let mut raw = variant::EMPTY;
    // SAFETY: a DECIMAL lies over the first 16 bytes of a VARIANT, its reserved field over `vt`.
    unsafe {
        (&raw mut raw).cast::<DECIMAL>().write(decimal);
        Variant::from_raw(raw)
    }
}

/// `"True"`, `"False"`, `"#TRUE#"`, `"#FALSE#"` in any case, or a number.
fn truth(text: &Bstr) -> Result<Variant> {
    let units = text.as_slice();
    let is = |word: &str| is_word(units.iter().copied(), word);
    if is("true") || is("#true#") {
        return Ok(Variant::bool(true));
    }
    if is("false") || is("#false#") {
        return Ok(Variant::bool(false));
    }
    Ok(Variant::bool(!Number::parse(units)?.is_zero()))
}

unsafe fn text(from: &VARIANT, flags: WORD) -> Result<Bstr> {
    match from.vt {
        VT_EMPTY => Bstr::new(""),
        VT_DATE => Err(mismatch()),
        VT_BOOL if flags & (VARIANT_ALPHABOOL | VARIANT_LOCALBOOL) != 0 => {
            // SAFETY: `vt` says which member counts.
            let truth = unsafe { from.value.boolVal } != VARIANT_FALSE;
            Bstr::new(if truth { "True" } else { "False" })
        }
        vt => {
            let digits = if vt == VT_R4 { 7 } else { 15 };
            // SAFETY: the VARIANT is valid.
            let number = unsafe { number(from)? };
            Bstr::new(write_number(number, digits).as_str())
        }
    }
}
