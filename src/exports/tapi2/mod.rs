//! The functions of TAPI 2. Each reads what its pointers lead to and hands on to `tapi2`; no logic
//! here. Signatures are those of `idl/tapi2/functions.rs`, which a test holds them against. A name
//! without A or W is the A form, as TAPI 1.x had it.
//!
//! Nothing unwinds into C, and no thread is cancelled within: every function that answers a code goes
//! through `finish`, with all that it reads.

mod agents;
mod app;
mod assisted;
mod calls;
mod devices;
mod digits;
mod features;
mod initialize;
mod lines;
mod mono;
mod ours;
mod phones;
mod translation;
mod unavailable;

use crate::com::{Uncancelled, discard_panic};
use crate::tapi2::abi::*;
use crate::tapi2::queue::{Message, Place};
use crate::tapi2::text::{Form, from_utf8, from_utf16};
use crate::tapi2::tones::Entries;
use crate::tapi2::{Fault, Fill, Result};
use core::cell::Cell;
use core::ffi::{CStr, c_char, c_void};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs `work` and answers its number: a panic is LINEERR_OPERATIONFAILED.
fn finish(work: impl FnOnce() -> Result<LONG>) -> LONG {
    let _uncancelled = Uncancelled::begin();
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok(number)) => number,
        Ok(Err(fault)) => fault.0,
        Err(panic) => {
            tracing::error!("a function of TAPI 2 panicked");
            discard_panic(panic);
            LINEERR_OPERATIONFAILED
        }
    }
}

/// For what is done at once.
fn done(work: impl FnOnce() -> Result<()>) -> LONG {
    finish(|| work().map(|()| 0))
}

/// For what answers the id of a request.
fn started(work: impl FnOnce() -> Result<u32>) -> LONG {
    finish(|| Ok(LONG::try_from(work()?).unwrap_or(LONG::MAX)))
}

/// As [`started`], where the other arguments mean nothing here.
fn ignoring<T>(_: T, work: impl FnOnce() -> Result<u32>) -> LONG {
    started(work)
}

/// No line here carries media calls of assisted telephony, which TAPI 1.4 gave up.
fn no_media_calls() -> Result<u32> {
    Err(Fault(TAPIERR_REQUESTFAILED))
}

/// No phone is open, so no handle of one is good.
fn no_phone<T>(_: T) -> LONG {
    finish(|| Err(Fault(PHONEERR_INVALPHONEHANDLE)))
}

/// For what answers a number, which is written where `pointer` leads.
///
/// # Safety
/// `pointer` is null or may be written.
unsafe fn number(pointer: *mut u32, work: impl FnOnce(Result<()>) -> Result<u32>) -> LONG {
    done(|| {
        let number = work(given(pointer))?;
        // SAFETY: as demanded.
        unsafe { put(pointer, number) };
        Ok(())
    })
}

/// For what answers the id of a request and new handles, which are written where `pointers` lead, by
/// what `work` gets, before anything can be told of them. A failure behind that leaves zeros there.
///
/// # Safety
/// Each pointer is null or may be written.
unsafe fn begun<const N: usize>(
    pointers: [*mut u32; N],
    work: impl FnOnce(Result<Fill<'_, N>>) -> Result<u32>,
) -> LONG {
    let write = |handles: [u32; N]| {
        for (pointer, handle) in pointers.into_iter().zip(handles) {
            // SAFETY: as demanded.
            unsafe { put(pointer, handle) };
        }
    };
    let is_filled = Cell::new(false);
    let fill = |handles| {
        is_filled.set(true);
        write(handles);
    };
    started(|| {
        let all_given = pointers.into_iter().try_for_each(|pointer| given(pointer));
        let begun = work(all_given.map(|()| &fill as Fill<'_, N>));
        // Not behind a provider that panics: it may have answered before, and the memory be freed.
        if begun.is_err() && is_filled.get() {
            write([0; N]);
        }
        begun
    })
}

/// For what fills a structure with a variable part, for which dwTotalSize says how much room it has.
///
/// # Safety
/// `pointer` is null, or dwTotalSize may be read and so many bytes be written.
unsafe fn fill<T>(pointer: *mut T, work: impl FnOnce(Result<u32>) -> Result<Vec<u8>>) -> LONG {
    done(|| {
        // SAFETY: as demanded.
        let total = unsafe { total(pointer) };
        let bytes = work(total)?;
        if total.is_ok_and(|total| bytes.len() <= total as usize) {
            // SAFETY: as demanded; there are no more bytes than there is room for.
            unsafe { write_bytes(pointer.cast(), &bytes) };
        }
        Ok(())
    })
}

/// For what takes a message, which is written where `pointer` leads; none in time is
/// LINEERR_OPERATIONFAILED.
///
/// # Safety
/// `pointer` is null or may be written.
unsafe fn message(
    pointer: *mut LINEMESSAGE,
    work: impl FnOnce(Result<()>) -> Result<Option<Message>>,
) -> LONG {
    done(|| {
        let mut taken = work(given(pointer))?.ok_or(Fault::FAILED)?;
        // SAFETY: the program keeps what a message fills until it has the message, or has let go of the
        // call, the line or the application, each of which waits for this.
        unsafe { settle(&mut taken) };
        let [first, second, third] = taken.parameters;
        let message = LINEMESSAGE {
            hDevice: taken.device,
            dwMessageID: taken.id,
            dwCallbackInstance: taken.instance,
            dwParam1: first,
            dwParam2: second,
            dwParam3: third,
        };
        // SAFETY: as demanded.
        unsafe { put(pointer, message) };
        Ok(())
    })
}

/// Writes what is to be there when a message is taken.
///
/// # Safety
/// What the program gave to be filled later is still there.
unsafe fn settle(message: &mut Message) {
    if let Some(late) = message.late() {
        // SAFETY: as demanded; no more bytes than the program said that there is room for.
        unsafe { write_bytes(late.address as *mut c_void, &late.bytes) };
    }
}

/// Whether a pointer that must be there is.
fn given<T>(pointer: *const T) -> Result<()> {
    if pointer.is_null() {
        return Err(Fault::POINTER);
    }
    Ok(())
}

/// Writes where a pointer leads, at any address; nowhere if it is null.
///
/// # Safety
/// `pointer` is null or may be written.
unsafe fn put<T>(pointer: *mut T, value: T) {
    if !pointer.is_null() {
        // SAFETY: as demanded.
        unsafe { pointer.write_unaligned(value) };
    }
}

/// # Safety
/// `pointer` leads to so many bytes.
unsafe fn write_bytes(pointer: *mut c_void, bytes: &[u8]) {
    // SAFETY: as demanded; ours is no memory of the program's.
    unsafe { core::ptr::copy_nonoverlapping(bytes.as_ptr(), pointer.cast(), bytes.len()) };
}

/// dwTotalSize of a structure.
///
/// # Safety
/// `pointer` is null or leads to four bytes.
unsafe fn total<T>(pointer: *const T) -> Result<u32> {
    given(pointer)?;
    // SAFETY: as demanded.
    Ok(unsafe { pointer.cast::<u32>().read_unaligned() })
}

/// The bytes of a structure that need not be there, as many as its dwTotalSize says.
///
/// # Safety
/// `pointer` is null or leads to so many bytes, which stay as they are for so long.
unsafe fn structure<'a, T>(pointer: *const T) -> Result<Option<&'a [u8]>> {
    if pointer.is_null() {
        return Ok(None);
    }
    // SAFETY: as demanded.
    unsafe {
        let total = total(pointer)?;
        Ok(Some(core::slice::from_raw_parts(
            pointer.cast(),
            total as usize,
        )))
    }
}

/// Bytes that are counted apart.
///
/// # Safety
/// `pointer` is null or leads to `size` bytes, which stay as they are for so long.
unsafe fn bytes<'a>(pointer: *const c_void, size: u32) -> Result<&'a [u8]> {
    if size == 0 {
        return Ok(&[]);
    }
    given(pointer)?;
    // SAFETY: as demanded.
    Ok(unsafe { core::slice::from_raw_parts(pointer.cast(), size as usize) })
}

/// So many structures, one after the other, at any address. None of them is read where there are more
/// than `most`, which are refused.
///
/// # Safety
/// `pointer` is null or leads to `count` of them, which stay as they are for so long.
unsafe fn entries<'a, T>(pointer: *const T, count: u32, most: u32) -> Entries<'a> {
    let read = if count <= most { count as usize } else { 0 };
    Entries {
        count,
        bytes: given(pointer).map(|()| {
            // SAFETY: as demanded.
            unsafe { core::slice::from_raw_parts(pointer.cast(), read * size_of::<T>()) }
        }),
    }
}

/// A text in bytes; none for null.
///
/// # Safety
/// `pointer` is null or leads to bytes that end with a zero.
unsafe fn text(pointer: *const c_char) -> Result<Option<String>> {
    if pointer.is_null() {
        return Ok(None);
    }
    // SAFETY: as demanded.
    from_utf8(unsafe { CStr::from_ptr(pointer) }.to_bytes()).map(Some)
}

/// A text in UTF-16; none for null.
///
/// # Safety
/// `pointer` is null or leads to units that end with a zero, at any address.
unsafe fn wide(pointer: *const u16) -> Result<Option<String>> {
    if pointer.is_null() {
        return Ok(None);
    }
    let units = (0..).map(|index| {
        // SAFETY: as demanded; whoever reads on stops at the zero.
        unsafe { pointer.add(index).read_unaligned() }
    });
    from_utf16(units).map(Some)
}

/// A text of `size` bytes, or to its zero.
///
/// # Safety
/// `pointer` is null or leads to so many bytes.
unsafe fn counted(pointer: *const c_char, size: u32) -> Result<Option<String>> {
    // SAFETY: as demanded.
    let bytes = unsafe { bytes(pointer.cast(), size) }?;
    Form::Bytes.decode(bytes).map(Some)
}

/// As [`counted`], for UTF-16; `size` counts bytes as well.
///
/// # Safety
/// `pointer` is null or leads to so many bytes.
unsafe fn counted_wide(pointer: *const u16, size: u32) -> Result<Option<String>> {
    // SAFETY: as demanded.
    let bytes = unsafe { bytes(pointer.cast(), size) }?;
    Form::Wide.decode(bytes).map(Some)
}

/// A VARSTRING that is filled with the reply.
///
/// # Safety
/// `pointer` is null or leads to four bytes.
unsafe fn place(pointer: *mut VARSTRING, form: Form) -> Result<Place> {
    // SAFETY: as demanded.
    let total = unsafe { total(pointer) }?;
    Ok(Place {
        address: pointer as usize,
        total,
        form,
    })
}

/// A buffer for so many digits; none for null.
fn digits_place(pointer: *mut c_void, count: u32, form: Form) -> Option<Place> {
    (!pointer.is_null()).then_some(Place {
        address: pointer as usize,
        total: count,
        form,
    })
}

/// There are no extensions: an id that a program may want is zero.
///
/// # Safety
/// `pointer` is null or may be written.
unsafe fn no_extension(pointer: *mut LINEEXTENSIONID) {
    let nothing = LINEEXTENSIONID {
        dwExtensionID0: 0,
        dwExtensionID1: 0,
        dwExtensionID2: 0,
        dwExtensionID3: 0,
    };
    // SAFETY: as demanded.
    unsafe { put(pointer, nothing) };
}
