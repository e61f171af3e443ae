//! SAFEARRAY: arrays that know their extent and the type of their elements.
//!
//! The descriptor is preceded by sixteen hidden bytes: the interface id of the elements
//! (`FADF_HAVEIID`), or in the last four of them their type (`FADF_HAVEVARTYPE`), as on Windows.
//! Source: the SafeArray pages of the Windows SDK documentation (oleauto.h).

use core::ffi::c_void;
use core::mem::{ManuallyDrop, offset_of, size_of};
use core::ptr::{self, NonNull};
use core::slice;

use super::abi::*;
use super::bstr::{BStr, Bstr, bstr_free};
use super::error::{Error, Result};
use super::lent::{Elements, Lent};
use super::pointer::{ComPtr, In, Interface};
use super::variant::{self, Texts, Variant};

/// Hidden bytes before the descriptor.
const PREFIX: usize = 16;
/// Where in front of the descriptor its elements' type stands.
const TYPE_OFFSET: usize = 4;
/// Arrays with these features do not own their memory.
const NOT_OWNED: WORD = FADF_AUTO | FADF_STATIC | FADF_EMBEDDED;

/// A SAFEARRAY that this side owns.
#[repr(transparent)]
pub struct SafeArray(NonNull<SAFEARRAY>);

// SAFETY: elements are plain memory or free-threaded interfaces, with one owner.
unsafe impl Send for SafeArray {}
// SAFETY: shared access only reads.
unsafe impl Sync for SafeArray {}

/// The size of one element, for the types that an array can have.
fn element_size(vt: VARTYPE) -> Option<usize> {
    Some(match vt {
        VT_I1 | VT_UI1 => 1,
        VT_I2 | VT_UI2 | VT_BOOL => 2,
        VT_I4 | VT_UI4 | VT_R4 | VT_INT | VT_UINT | VT_ERROR => 4,
        VT_I8 | VT_UI8 | VT_R8 | VT_CY | VT_DATE => 8,
        VT_DECIMAL => size_of::<DECIMAL>(),
        VT_VARIANT => size_of::<VARIANT>(),
        VT_BSTR | VT_DISPATCH | VT_UNKNOWN => size_of::<*const c_void>(),
        _ => return None,
    })
}

fn features(vt: VARTYPE) -> WORD {
    match vt {
        VT_BSTR => FADF_BSTR | FADF_HAVEVARTYPE,
        VT_VARIANT => FADF_VARIANT | FADF_HAVEVARTYPE,
        VT_DISPATCH => FADF_DISPATCH | FADF_HAVEIID,
        VT_UNKNOWN => FADF_UNKNOWN | FADF_HAVEIID,
        _ => FADF_HAVEVARTYPE,
    }
}

impl SafeArray {
    /// An array of zeros, one bound for each dimension, the first (leftmost) one first.
    ///
    /// # Errors
    /// `E_INVALIDARG` for a type that no array has, or no dimension; `E_OUTOFMEMORY`.
    pub fn new(vt: VARTYPE, bounds: Elements<'_, SAFEARRAYBOUND>) -> Result<Self> {
        let size = element_size(vt).ok_or(Error::invalid_argument(
            "An array cannot have elements of this type.",
        ))?;
        let dimensions = match u16::try_from(bounds.len()) {
            Ok(count @ 1..) => count,
            _ => {
                return Err(Error::invalid_argument(
                    "An array has between 1 and 65535 dimensions.",
                ));
            }
        };
        let elements = bounds
            .iter()
            .try_fold(1_usize, |product, bound| {
                product.checked_mul(bound.cElements as usize)
            })
            .ok_or(Error::out_of_memory())?;
        let descriptor =
            PREFIX + offset_of!(SAFEARRAY, rgsabound) + bounds.len() * size_of::<SAFEARRAYBOUND>();
        // SAFETY: calloc takes any size and checks the product; every write below is inside the
        // blocks it returned.
        unsafe {
            let block =
                libc::calloc(1, descriptor.max(PREFIX + size_of::<SAFEARRAY>())).cast::<u8>();
            let data = libc::calloc(elements.max(1), size);
            if block.is_null() || data.is_null() {
                libc::free(block.cast());
                libc::free(data);
                return Err(Error::out_of_memory());
            }
            let array = block.add(PREFIX).cast::<SAFEARRAY>();
            (*array).cDims = dimensions;
            (*array).fFeatures = features(vt);
            (*array).cbElements = size as u32;
            (*array).pvData = data;
            match vt {
                VT_DISPATCH => block.cast::<GUID>().write(IDispatch::IID),
                VT_UNKNOWN => block.cast::<GUID>().write(IUnknown::IID),
                _ => array
                    .cast::<u8>()
                    .sub(TYPE_OFFSET)
                    .cast::<u32>()
                    .write(u32::from(vt)),
            }
            let stored = (&raw mut (*array).rgsabound).cast::<SAFEARRAYBOUND>();
            for (index, bound) in bounds.iter().rev().enumerate() {
                stored.add(index).write(bound);
            }
            Ok(Self(NonNull::new_unchecked(array)))
        }
    }

    /// A one-dimensional array from index 0.
    pub fn vector(vt: VARTYPE, length: usize) -> Result<Self> {
        let length = u32::try_from(length).map_err(|_| Error::out_of_memory())?;
        let bounds = [SAFEARRAYBOUND {
            cElements: length,
            lLbound: 0,
        }];
        Self::new(vt, Elements::of(&bounds))
    }

    /// An array of `VT_UI1` with a copy of `bytes`.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let array = Self::vector(VT_UI1, bytes.len())?;
        // SAFETY: the array is new and has room for the bytes.
        unsafe {
            array
                .data()
                .cast::<u8>()
                .copy_from_nonoverlapping(bytes.as_ptr(), bytes.len())
        };
        Ok(array)
    }

    /// Looks at an array, at any address; none for null.
    ///
    /// # Safety
    /// `array` is null or a valid array, which lives and stays unchanged for the lifetime chosen.
    #[must_use]
    pub unsafe fn lend<'a>(array: *mut SAFEARRAY) -> Option<Lent<'a, Self>> {
        // SAFETY: the caller vouches for the array.
        NonNull::new(array).map(|array| unsafe { Lent::new(Self(array)) })
    }

    /// Takes an array over; none for null.
    ///
    /// # Safety
    /// `array` is null or a valid array from this module, which the caller gives up.
    pub unsafe fn from_raw(array: *mut SAFEARRAY) -> Option<Self> {
        NonNull::new(array).map(Self)
    }

    /// Gives the array up, for the other side to destroy.
    #[must_use]
    pub fn into_raw(self) -> *mut SAFEARRAY {
        ManuallyDrop::new(self).0.as_ptr()
    }

    fn descriptor(&self) -> SAFEARRAY {
        // SAFETY: the array is valid while it is owned or borrowed.
        unsafe { self.0.as_ptr().read_unaligned() }
    }

    fn data(&self) -> *mut c_void {
        self.descriptor().pvData
    }

    /// The bounds, first dimension first; they are stored the other way round.
    fn bounds(&self) -> impl Iterator<Item = SAFEARRAYBOUND> + '_ {
        let array = self.0.as_ptr();
        (0..self.dimensions()).rev().map(move |index| {
            // SAFETY: the descriptor is followed by as many bounds as it has dimensions.
            unsafe {
                let first = (&raw const (*array).rgsabound).cast::<SAFEARRAYBOUND>();
                first.add(index).read_unaligned()
            }
        })
    }

    /// The number of dimensions.
    #[must_use]
    pub fn dimensions(&self) -> usize {
        usize::from(self.descriptor().cDims)
    }

    /// The extent of a dimension, counted from 1.
    ///
    /// # Errors
    /// `DISP_E_BADINDEX` when there is no such dimension.
    pub fn bound(&self, dimension: u32) -> Result<SAFEARRAYBOUND> {
        (usize::try_from(dimension).ok())
            .and_then(|dimension| dimension.checked_sub(1))
            .and_then(|index| self.bounds().nth(index))
            .ok_or(Error::new(DISP_E_BADINDEX))
    }

    /// The number of all elements.
    #[must_use]
    pub fn len(&self) -> usize {
        self.bounds()
            .map(|bound| bound.cElements as usize)
            .product()
    }

    /// Whether there is no element.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The type of the elements; `VT_EMPTY` when the array does not say.
    #[must_use]
    pub fn vartype(&self) -> VARTYPE {
        let features = self.descriptor().fFeatures;
        if features & FADF_HAVEVARTYPE != 0 {
            // SAFETY: the feature says that the type stands there. The pointer keeps the
            // provenance of the whole block.
            let vt = unsafe {
                self.0
                    .as_ptr()
                    .cast::<u8>()
                    .sub(TYPE_OFFSET)
                    .cast::<u32>()
                    .read_unaligned()
            };
            return vt as VARTYPE;
        }
        match features & (FADF_BSTR | FADF_VARIANT | FADF_DISPATCH | FADF_UNKNOWN) {
            FADF_BSTR => VT_BSTR,
            FADF_VARIANT => VT_VARIANT,
            FADF_DISPATCH => VT_DISPATCH,
            FADF_UNKNOWN => VT_UNKNOWN,
            _ => VT_EMPTY,
        }
    }

    /// The bytes of an array of `VT_UI1` or `VT_I1`; none for other types.
    #[must_use]
    pub fn as_bytes(&self) -> Option<&[u8]> {
        if !matches!(self.vartype(), VT_UI1 | VT_I1) || self.data().is_null() {
            return None;
        }
        // SAFETY: the data are as many bytes as there are elements.
        Some(unsafe { slice::from_raw_parts(self.data().cast(), self.len()) })
    }

    /// The elements in storage order, each as a VARIANT of its own.
    pub fn elements(&self) -> impl Iterator<Item = Result<Variant>> + '_ {
        let size = self.descriptor().cbElements as usize;
        // SAFETY: the data hold as many elements of that size as the bounds say.
        (0..self.len()).map(move |index| unsafe {
            read_element(
                self.vartype(),
                self.data().cast::<u8>().add(index * size).cast(),
            )
        })
    }

    /// Where the element with these indexes lies; the first index belongs to the first dimension,
    /// which varies fastest.
    ///
    /// # Errors
    /// `DISP_E_BADINDEX`.
    pub(super) fn element_at(&self, indexes: Elements<'_, LONG>) -> Result<*mut c_void> {
        let mut offset = 0_usize;
        let mut stride = 1_usize;
        for (bound, index) in self.bounds().zip(indexes.iter()) {
            let position = usize::try_from(i64::from(index) - i64::from(bound.lLbound))
                .ok()
                .filter(|position| *position < bound.cElements as usize)
                .ok_or(Error::new(DISP_E_BADINDEX))?;
            offset += position * stride;
            stride *= bound.cElements as usize;
        }
        let size = self.descriptor().cbElements as usize;
        // SAFETY: each position is inside its bound, so the element is inside the data.
        Ok(unsafe { self.data().cast::<u8>().add(offset * size).cast() })
    }

    /// A copy: elements are copied as a VARIANT's value would be.
    pub fn try_clone(&self) -> Result<Self> {
        self.copy(Texts::Counted)
    }

    /// As [`try_clone`](Self::try_clone), with the texts read in the way given.
    pub(super) fn copy(&self, texts: Texts) -> Result<Self> {
        let mut bounds: Vec<SAFEARRAYBOUND> = Vec::new();
        bounds.try_reserve_exact(self.dimensions())?;
        bounds.extend(self.bounds());
        let vt = self.vartype();
        let copy = Self::new(vt, Elements::of(&bounds))?;
        let size = self.descriptor().cbElements as usize;
        if copy.descriptor().cbElements as usize != size {
            return Err(Error::invalid_argument(
                "The array's elements do not have their type's size.",
            ));
        }
        for index in 0..self.len() {
            // SAFETY: both arrays have the same extent and type; the target element is zero.
            unsafe {
                let from = self.data().cast::<u8>().add(index * size).cast::<c_void>();
                let to = copy.data().cast::<u8>().add(index * size).cast::<c_void>();
                copy_element(vt, size, from, to, texts)?;
            }
        }
        Ok(copy)
    }
}

impl Drop for SafeArray {
    fn drop(&mut self) {
        // SAFETY: this value owns the array. One that is locked stays for who holds the lock.
        let _ = unsafe { destroy(self.0.as_ptr()) };
    }
}

/// Reads one element as a VARIANT of its own.
///
/// # Safety
/// `element` points to a valid element of type `vt`.
unsafe fn read_element(vt: VARTYPE, element: *mut c_void) -> Result<Variant> {
    // SAFETY: the caller vouches for the element; a copy of it is made before it is owned.
    unsafe {
        if vt == VT_VARIANT {
            let element = element.cast::<VARIANT>().read_unaligned();
            return variant::copy(&element, Texts::Counted);
        }
        let size = element_size(vt).ok_or(Error::new(DISP_E_BADVARTYPE))?;
        let mut lent = variant::raw(vt, VARIANT_VALUE { llVal: 0 });
        if vt == VT_DECIMAL {
            let decimal = element.cast::<DECIMAL>().read_unaligned();
            (&raw mut lent).cast::<DECIMAL>().write(decimal);
            lent.vt = VT_DECIMAL;
        } else {
            element
                .cast::<u8>()
                .copy_to_nonoverlapping((&raw mut lent.value).cast(), size);
        }
        variant::copy(&lent, Texts::Counted)
    }
}

/// Copies one element over a zero one.
///
/// # Safety
/// Both point to elements of type `vt` and size `size`; `from` is valid and `to` holds nothing.
unsafe fn copy_element(
    vt: VARTYPE,
    size: usize,
    from: *const c_void,
    to: *mut c_void,
    texts: Texts,
) -> Result<()> {
    // SAFETY: the caller vouches for both.
    unsafe {
        match vt {
            VT_BSTR => {
                let text = from.cast::<BSTR>().read_unaligned();
                let text = match texts {
                    Texts::Counted => Bstr::lend(text).try_clone()?,
                    Texts::ToZero => BStr::from_raw(text).to_bstr()?,
                };
                to.cast::<BSTR>().write_unaligned(text.into_raw());
            }
            VT_VARIANT => {
                let from = from.cast::<VARIANT>().read_unaligned();
                let copy = variant::copy(&from, texts)?;
                to.cast::<VARIANT>().write_unaligned(copy.into_raw());
            }
            VT_DISPATCH | VT_UNKNOWN => {
                let object = from.cast::<*mut IUnknown>().read_unaligned();
                let object = In::from_raw(object).map(In::to_owned);
                to.cast::<*mut IUnknown>()
                    .write_unaligned(object.map_or(ptr::null_mut(), ComPtr::into_raw));
            }
            _ => to.cast::<u8>().copy_from_nonoverlapping(from.cast(), size),
        }
    }
    Ok(())
}

/// Whether elements of this type hold something that must be freed.
fn holds(vt: VARTYPE) -> bool {
    matches!(vt, VT_BSTR | VT_VARIANT | VT_DISPATCH | VT_UNKNOWN)
}

/// Frees what one element holds and sets it to zero.
///
/// # Safety
/// `element` points to a valid element of type `vt` and size `size`.
unsafe fn clear_element(vt: VARTYPE, size: usize, element: *mut c_void) -> Result<()> {
    // SAFETY: the caller vouches for the element.
    unsafe {
        match vt {
            VT_BSTR => bstr_free(element.cast::<BSTR>().read_unaligned()),
            VT_VARIANT => variant::clear(&mut element.cast::<VARIANT>().read_unaligned())?,
            VT_DISPATCH | VT_UNKNOWN => {
                let object = element.cast::<*mut IUnknown>().read_unaligned();
                drop(ComPtr::from_raw(object));
            }
            _ => {}
        }
        element.cast::<u8>().write_bytes(0, size);
    }
    Ok(())
}

/// `SafeArrayPutElement`: copies a value into an element, freeing what was there. For texts and
/// interfaces `value` is the BSTR or the interface pointer itself, for all others it points to one.
///
/// # Errors
/// `DISP_E_BADINDEX`, `E_OUTOFMEMORY`; the element is as it was then.
///
/// # Safety
/// The array is valid, and `value` fits its type.
pub unsafe fn put_element(
    array: &SafeArray,
    indexes: Elements<'_, LONG>,
    value: *mut c_void,
) -> Result<()> {
    let vt = array.vartype();
    let size = array.descriptor().cbElements as usize;
    let element = array.element_at(indexes)?;
    // SAFETY: the caller vouches for the value; the element is inside the array. The new value is
    // complete before the old one goes.
    unsafe {
        let mut new = variant::EMPTY;
        let direct = matches!(vt, VT_BSTR | VT_DISPATCH | VT_UNKNOWN);
        let from = if direct {
            (&raw const value).cast()
        } else {
            value.cast_const()
        };
        if size > size_of::<VARIANT>() {
            return Err(Error::new(DISP_E_BADVARTYPE));
        }
        copy_element(vt, size, from, (&raw mut new).cast(), Texts::Counted)?;
        clear_element(vt, size, element)?;
        element
            .cast::<u8>()
            .copy_from_nonoverlapping((&raw const new).cast(), size);
    }
    Ok(())
}

/// `SafeArrayGetElement`: copies an element to `value`, which holds nothing before.
///
/// # Errors
/// `DISP_E_BADINDEX`, `E_OUTOFMEMORY`.
///
/// # Safety
/// The array is valid, and `value` has room for an element.
pub unsafe fn get_element(
    array: &SafeArray,
    indexes: Elements<'_, LONG>,
    value: *mut c_void,
) -> Result<()> {
    let element = array.element_at(indexes)?;
    // SAFETY: the caller vouches for the room; the element is inside the array.
    unsafe {
        copy_element(
            array.vartype(),
            array.descriptor().cbElements as usize,
            element,
            value,
            Texts::Counted,
        )
    }
}

/// `SafeArrayDestroy`: frees the array and what its elements hold; null is fine.
///
/// # Errors
/// `DISP_E_ARRAYISLOCKED`; nothing is freed then.
///
/// # Safety
/// `array` is null or valid, and nobody uses it any more.
pub unsafe fn destroy(array: *mut SAFEARRAY) -> Result<()> {
    // SAFETY: the caller vouches for the array.
    let Some(view) = (unsafe { SafeArray::lend(array) }) else {
        return Ok(());
    };
    if view.descriptor().cLocks != 0 {
        return Err(Error::new(DISP_E_ARRAYISLOCKED));
    }
    let (vt, size) = (view.vartype(), view.descriptor().cbElements as usize);
    let (data, owned) = (view.data(), view.descriptor().fFeatures & NOT_OWNED == 0);
    // A large array of numbers is not touched once more, and goes as fast as it came.
    if !data.is_null() && (holds(vt) || !owned) {
        for index in 0..view.len() {
            // SAFETY: the data hold as many elements of that size as the bounds say. An element
            // that cannot be cleared (a locked array in a VARIANT) stays for who holds the lock.
            let _ = unsafe { clear_element(vt, size, data.cast::<u8>().add(index * size).cast()) };
        }
    }
    if owned {
        // SAFETY: both blocks come from `new`.
        unsafe {
            libc::free(data);
            libc::free(array.cast::<u8>().sub(PREFIX).cast());
        }
    }
    Ok(())
}

/// `SafeArrayLock` and `SafeArrayUnlock`: counts the locks.
///
/// # Errors
/// `E_UNEXPECTED` when there is no lock to give back, or too many.
///
/// # Safety
/// `array` is valid, and no other thread uses it.
pub unsafe fn lock(array: *mut SAFEARRAY, lock: bool) -> Result<*mut c_void> {
    // SAFETY: the caller vouches for the array.
    unsafe {
        let mut descriptor = array.read_unaligned();
        let changed = if lock {
            descriptor.cLocks.checked_add(1)
        } else {
            descriptor.cLocks.checked_sub(1)
        };
        descriptor.cLocks =
            changed.ok_or(Error::unexpected("The array's locks do not balance."))?;
        (&raw mut (*array).cLocks).write_unaligned(descriptor.cLocks);
        Ok(descriptor.pvData)
    }
}
