//! BSTR: UTF-16 text with its length in front, allocated so that either side may free it.
//!
//! The pointer is to the first unit; four bytes before it stands the length in bytes; a null unit
//! that the length does not count follows the text. A null BSTR means the empty text.
//!
//! [`Bstr`] is such a text for certain. [`BStr`] is what a caller passes where a BSTR is asked,
//! which need not be one.

use core::fmt;
use core::marker::PhantomData;
use core::mem::ManuallyDrop;
use core::ptr;
use core::slice;

use super::abi::{BSTR, OLECHAR};
use super::error::{Error, Result};
use super::lent::Lent;

/// Bytes before the text: four unused (they keep the text eight-byte aligned) and the length.
const HEADER: usize = 8;
/// Bytes behind the text: the null unit.
const TRAILER: usize = 2;

/// Allocates a BSTR of `bytes` bytes, zero-terminated, its text uninitialised. Null when memory is
/// short or the length does not fit the prefix.
pub fn bstr_alloc(bytes: usize) -> BSTR {
    let Ok(length) = u32::try_from(bytes) else {
        return ptr::null_mut();
    };
    // An odd length (a byte string) still gets a whole null unit behind it.
    let Some(size) = bytes.checked_add(HEADER + TRAILER + 1) else {
        return ptr::null_mut();
    };
    // SAFETY: malloc takes any size; every write below is inside the `size` bytes it returned,
    // and `text + bytes` is written bytewise because it may be odd.
    unsafe {
        let block = libc::malloc(size).cast::<u8>();
        if block.is_null() {
            return ptr::null_mut();
        }
        let text = block.add(HEADER);
        text.sub(4).cast::<u32>().write(length);
        text.add(bytes).write_bytes(0, TRAILER + 1);
        text.cast()
    }
}

/// The length in bytes; 0 for null.
///
/// # Safety
/// `text` is null or a live BSTR.
pub unsafe fn bstr_byte_len(text: BSTR) -> usize {
    if text.is_null() {
        return 0;
    }
    // SAFETY: a BSTR has its length four bytes before the text.
    unsafe { text.cast::<u8>().sub(4).cast::<u32>().read_unaligned() as usize }
}

/// Frees a BSTR; null is fine.
///
/// # Safety
/// `text` is null or a live BSTR that nobody uses any more.
pub unsafe fn bstr_free(text: BSTR) {
    if !text.is_null() {
        // SAFETY: the block begins HEADER bytes before the text.
        unsafe { libc::free(text.cast::<u8>().sub(HEADER).cast()) }
    }
}

/// A BSTR that this side owns; freed when dropped.
#[repr(transparent)]
pub struct Bstr(BSTR);

// SAFETY: plain memory with one owner.
unsafe impl Send for Bstr {}
// SAFETY: shared access only reads.
unsafe impl Sync for Bstr {}

impl Bstr {
    /// The null BSTR, which means the empty text.
    #[must_use]
    pub const fn null() -> Self {
        Self(ptr::null_mut())
    }

    /// Copies UTF-8 text. `E_OUTOFMEMORY` when memory is short.
    pub fn new(text: &str) -> Result<Self> {
        let units = text.encode_utf16().count();
        let copy = Self::uninit(units)?;
        for (index, unit) in text.encode_utf16().enumerate() {
            // SAFETY: the block has room for `units` units, which is what the iterator yields.
            unsafe { copy.0.add(index).write(unit) };
        }
        Ok(copy)
    }

    /// Copies text that should be UTF-8, with U+FFFD for what is not.
    pub fn from_utf8_lossy(text: &[u8]) -> Result<Self> {
        let letters = || {
            text.utf8_chunks().flat_map(|chunk| {
                let replaced = (!chunk.invalid().is_empty()).then_some(char::REPLACEMENT_CHARACTER);
                chunk.valid().chars().chain(replaced)
            })
        };
        let copy = Self::uninit(letters().map(char::len_utf16).sum())?;
        let mut end = copy.0;
        for letter in letters() {
            for unit in letter.encode_utf16(&mut [0; 2]) {
                // SAFETY: the block has room for all units that the iterator yields.
                unsafe {
                    end.write(*unit);
                    end = end.add(1);
                }
            }
        }
        Ok(copy)
    }

    /// Copies UTF-16 text.
    pub fn from_utf16(text: &[u16]) -> Result<Self> {
        let copy = Self::uninit(text.len())?;
        // SAFETY: the block has room for `text.len()` units and is new, so it cannot overlap.
        unsafe { copy.0.copy_from_nonoverlapping(text.as_ptr(), text.len()) };
        Ok(copy)
    }

    /// Copies bytes, as `SysAllocStringByteLen` does.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let copy = bstr_alloc(bytes.len());
        if copy.is_null() {
            return Err(Error::out_of_memory());
        }
        // SAFETY: the block has room for `bytes.len()` bytes and is new.
        unsafe {
            copy.cast::<u8>()
                .copy_from_nonoverlapping(bytes.as_ptr(), bytes.len())
        };
        Ok(Self(copy))
    }

    /// Takes another text. One that is no longer than the old one needs no memory.
    pub fn replace(self, text: &str) -> Result<Self> {
        let units = text.encode_utf16().count();
        if self.0.is_null() || units > self.as_slice().len() {
            return Self::new(text);
        }
        // SAFETY: the block has room for the old text and its null unit, which is at least as
        // much as for the new ones; the length stands four bytes before the text.
        unsafe {
            for (index, unit) in text.encode_utf16().chain([0]).enumerate() {
                self.0.add(index).write(unit);
            }
            self.0.cast::<u32>().sub(1).write((units * 2) as u32);
        }
        Ok(self)
    }

    /// Room for `units` units, which the caller fills.
    fn uninit(units: usize) -> Result<Self> {
        let copy = match units.checked_mul(2) {
            Some(bytes) => bstr_alloc(bytes),
            None => ptr::null_mut(),
        };
        if copy.is_null() {
            Err(Error::out_of_memory())
        } else {
            Ok(Self(copy))
        }
    }

    /// Takes a BSTR over.
    ///
    /// # Safety
    /// `text` is null or a live BSTR that the caller gives up.
    #[must_use]
    pub const unsafe fn from_raw(text: BSTR) -> Self {
        Self(text)
    }

    /// Gives the BSTR up, for the other side to free.
    #[must_use]
    pub fn into_raw(self) -> BSTR {
        ManuallyDrop::new(self).0
    }

    /// Looks at a BSTR that somebody else owns.
    ///
    /// # Safety
    /// `text` is null or a BSTR that lives and stays unchanged for the lifetime chosen.
    #[must_use]
    pub const unsafe fn lend<'a>(text: BSTR) -> Lent<'a, Self> {
        // SAFETY: as for the caller.
        unsafe { Lent::new(Self(text)) }
    }

    /// The pointer itself; the text stays with this value.
    #[must_use]
    pub const fn as_raw(&self) -> BSTR {
        self.0
    }

    /// Whether the pointer is null.
    #[must_use]
    pub const fn is_null(&self) -> bool {
        self.0.is_null()
    }

    /// Whether there is no text: null or empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.as_slice().is_empty()
    }

    /// The text; empty for null.
    #[must_use]
    pub fn as_slice(&self) -> &[u16] {
        if self.0.is_null() {
            return &[];
        }
        // SAFETY: a BSTR comes from `bstr_alloc`, which aligns it; its prefix gives its length.
        unsafe { slice::from_raw_parts(self.0, bstr_byte_len(self.0) / 2) }
    }

    /// The text's bytes; a byte string may have an odd number of them.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        if self.0.is_null() {
            return &[];
        }
        // SAFETY: as for `as_slice`.
        unsafe { slice::from_raw_parts(self.0.cast(), bstr_byte_len(self.0)) }
    }

    /// The text as UTF-8, with U+FFFD for a lone surrogate. `E_OUTOFMEMORY` when memory is short.
    pub fn to_string_lossy(&self) -> Result<String> {
        utf16_to_string(self.as_slice().iter().copied())
    }

    /// A copy; null stays null. `E_OUTOFMEMORY` when memory is short.
    pub fn try_clone(&self) -> Result<Self> {
        if self.0.is_null() {
            Ok(Self::null())
        } else {
            Self::from_bytes(self.as_bytes())
        }
    }
}

impl Drop for Bstr {
    fn drop(&mut self) {
        // SAFETY: this value owns the BSTR.
        unsafe { bstr_free(self.0) }
    }
}

impl fmt::Debug for Bstr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        show(self.is_null(), self.as_slice().iter().copied(), f)
    }
}

/// Text that a caller passes where a BSTR is asked, for the time of the call.
///
/// It is read to its null unit, and the four bytes before it are never looked at: no text of
/// TAPI's holds a null, and programs pass plain `u"…"` arrays. It may lie at any address.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct BStr<'a> {
    text: *const OLECHAR,
    owner: PhantomData<&'a [OLECHAR]>,
}

impl<'a> BStr<'a> {
    /// Looks at a text.
    ///
    /// # Safety
    /// `text` is null, or points to units that end with a null unit, and live and stay unchanged
    /// for `'a`.
    #[must_use]
    pub const unsafe fn from_raw(text: *const OLECHAR) -> Self {
        Self {
            text,
            owner: PhantomData,
        }
    }

    /// Whether the pointer is null; some methods tell that apart from the empty text.
    #[must_use]
    pub const fn is_null(self) -> bool {
        self.text.is_null()
    }

    /// Whether there is no text: null or empty.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.units().next().is_none()
    }

    /// The units before the null unit; none for null.
    pub fn units(self) -> impl Iterator<Item = u16> + Clone + use<'a> {
        let mut next = self.text;
        core::iter::from_fn(move || {
            if next.is_null() {
                return None;
            }
            // SAFETY: whoever made this view vouched for a null unit at the end, behind which
            // nothing is read: `next` stays on it.
            unsafe {
                let unit = next.read_unaligned();
                if unit == 0 {
                    return None;
                }
                next = next.add(1);
                Some(unit)
            }
        })
    }

    /// Whether the text is `word`, in upper or lower case; `word` is ASCII.
    #[must_use]
    pub fn is_word(self, word: &str) -> bool {
        is_word(self.units(), word)
    }

    /// The text as UTF-8, with U+FFFD for a lone surrogate. `E_OUTOFMEMORY` when memory is short.
    pub fn to_string_lossy(self) -> Result<String> {
        utf16_to_string(self.units())
    }

    /// A copy; null stays null. `E_OUTOFMEMORY` when memory is short.
    pub fn to_bstr(self) -> Result<Bstr> {
        if self.text.is_null() {
            return Ok(Bstr::null());
        }
        let copy = Bstr::uninit(self.units().count())?;
        for (index, unit) in self.units().enumerate() {
            // SAFETY: the block has room for as many units as the iterator yields.
            unsafe { copy.0.add(index).write(unit) };
        }
        Ok(copy)
    }
}

impl fmt::Debug for BStr<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        show(self.is_null(), self.units(), f)
    }
}

fn show(
    is_null: bool,
    units: impl Iterator<Item = u16>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    if is_null {
        return f.write_str("NULL");
    }
    f.write_str("\"")?;
    for unit in char::decode_utf16(units) {
        let letter = unit.unwrap_or(char::REPLACEMENT_CHARACTER);
        fmt::Display::fmt(&letter.escape_debug(), f)?;
    }
    f.write_str("\"")
}

/// Whether UTF-16 text is `word`, in upper or lower case; `word` is ASCII.
pub fn is_word(units: impl Iterator<Item = u16>, word: &str) -> bool {
    let mut letters = word.bytes();
    let begins = units.into_iter().all(|unit| {
        (letters.next()).is_some_and(|letter| {
            u8::try_from(unit).is_ok_and(|unit| unit.eq_ignore_ascii_case(&letter))
        })
    });
    begins && letters.next().is_none()
}

/// UTF-16 to UTF-8, with U+FFFD for a lone surrogate; `E_OUTOFMEMORY` when memory is short.
fn utf16_to_string(text: impl Iterator<Item = u16> + Clone) -> Result<String> {
    let decode =
        || char::decode_utf16(text.clone()).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER));
    let mut utf8 = String::new();
    let (all, units) = text
        .clone()
        .fold((0, 0), |(all, units), unit| (all | unit, units + 1));
    if all < 0x80 {
        // Numbers and most names.
        utf8.try_reserve_exact(units)?;
        for unit in text {
            utf8.push(char::from(unit as u8));
        }
        return Ok(utf8);
    }
    utf8.try_reserve_exact(decode().map(char::len_utf8).sum())?;
    utf8.extend(decode());
    Ok(utf8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_round_trips_with_its_length_and_terminator() {
        for text in ["", "a", "Grüße", "𝄞 clef", "with\0null"] {
            let bstr = Bstr::new(text).unwrap();
            assert_eq!(bstr.to_string_lossy().unwrap(), text);
            let units = text.encode_utf16().count();
            assert_eq!(bstr.as_slice().len(), units);
            // SAFETY: a BSTR has a null unit behind its text.
            assert_eq!(unsafe { bstr.as_raw().add(units).read() }, 0);
        }
    }

    #[test]
    fn null_is_empty_and_can_be_told_apart() {
        let null = Bstr::null();
        assert!(null.is_null() && null.is_empty());
        let empty = Bstr::new("").unwrap();
        assert!(!empty.is_null() && empty.is_empty());
        assert!(null.try_clone().unwrap().is_null());
        assert!(!empty.try_clone().unwrap().is_null());
    }

    #[test]
    fn a_shorter_text_takes_the_place_of_a_longer_one() {
        let room = Bstr::from_utf16(&[1; 8]).unwrap();
        let place = room.as_raw();
        let short = room.replace("7001").unwrap();
        assert_eq!(short.as_raw(), place);
        assert_eq!(short.to_string_lossy().unwrap(), "7001");
        // SAFETY: a BSTR has a null unit behind its text.
        assert_eq!(unsafe { place.add(4).read() }, 0);
        let long = short.replace("70017").unwrap();
        assert_eq!(long.to_string_lossy().unwrap(), "70017");
        let new = Bstr::null().replace("x").unwrap();
        assert_eq!(new.to_string_lossy().unwrap(), "x");
    }

    #[test]
    fn a_byte_string_keeps_an_odd_length() {
        let bytes = Bstr::from_bytes(b"abc").unwrap();
        assert_eq!(bytes.as_bytes(), b"abc");
        assert_eq!(bytes.as_slice().len(), 1);
        assert_eq!(bytes.try_clone().unwrap().as_bytes(), b"abc");
    }

    #[test]
    fn a_lone_surrogate_is_replaced() {
        let bstr = Bstr::from_utf16(&[0x41, 0xD800, 0x42]).unwrap();
        assert_eq!(bstr.to_string_lossy().unwrap(), "A\u{FFFD}B");
        assert_eq!(format!("{bstr:?}"), "\"A\u{FFFD}B\"");
    }

    #[test]
    fn bytes_that_are_not_utf8_are_replaced() {
        let bstr = Bstr::from_utf8_lossy(b"a\xFFb\xF0\x9F\x98\x80\xC3").unwrap();
        assert_eq!(
            bstr.to_string_lossy().unwrap(),
            "a\u{FFFD}b\u{1F600}\u{FFFD}"
        );
    }

    #[test]
    fn an_argument_is_read_to_its_zero_wherever_it_lies() {
        let text: Vec<u16> = "10\u{1D11E}01\0rest\0".encode_utf16().collect();
        let bytes: Vec<u8> = (text.iter()).flat_map(|unit| unit.to_ne_bytes()).collect();
        for offset in 0..2 {
            let mut place = vec![0xAA; offset];
            place.extend_from_slice(&bytes);
            // SAFETY: the text ends with a zero.
            let text = unsafe { BStr::from_raw(place.as_ptr().add(offset).cast()) };
            assert!(!text.is_null() && !text.is_empty());
            assert_eq!(text.to_string_lossy().unwrap(), "10\u{1D11E}01");
            let copy = text.to_bstr().unwrap();
            assert_eq!(copy.to_string_lossy().unwrap(), "10\u{1D11E}01");
            assert_eq!(format!("{text:?}"), "\"10\u{1D11E}01\"");
        }
        // SAFETY: null is allowed.
        let null = unsafe { BStr::from_raw(ptr::null()) };
        assert!(null.is_null() && null.is_empty() && null.to_bstr().unwrap().is_null());
    }

    #[test]
    fn words_are_compared_whole_and_in_any_case() {
        for (text, same) in [
            ("True", true),
            ("TRUE", true),
            ("Tru", false),
            ("Truest", false),
        ] {
            assert_eq!(is_word(text.encode_utf16(), "true"), same, "{text}");
        }
    }

    #[test]
    fn a_length_beyond_the_prefix_is_refused() {
        assert!(bstr_alloc(u32::MAX as usize + 1).is_null());
        assert!(bstr_alloc(usize::MAX).is_null());
    }
}
