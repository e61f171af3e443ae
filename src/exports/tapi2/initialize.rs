//! Where every program of TAPI 2 begins.

use super::{done, given, mono, put, text, total, wide};
use crate::tapi2::abi::*;
use crate::tapi2::app::{self, Callback, Mechanism};
use crate::tapi2::event::Event;
use crate::tapi2::{Fault, Result, phones};
use core::ffi::{c_char, c_void};

/// Where a program reads what it may wait for, if it asked for that.
struct Told(*mut LINEINITIALIZEEXPARAMS);

/// LINEINITIALIZEEXOPTION_CALLHUBTRACKING, of which nothing follows here.
const IGNORED: u32 = LINEINITIALIZEEXOPTION_CALLHUBTRACKING;

/// How a program wants its messages.
///
/// # Safety
/// `parameters` is null or leads to a LINEINITIALIZEEXPARAMS of dwTotalSize bytes.
unsafe fn chosen(
    callback: LINECALLBACK,
    parameters: *mut LINEINITIALIZEEXPARAMS,
) -> Result<(Mechanism, Told)> {
    let by_callback = |callback: LINECALLBACK| -> Result<Mechanism> {
        let callback: Callback = callback.ok_or(Fault::POINTER)?;
        Ok(Mechanism::Callback(callback))
    };
    if parameters.is_null() {
        return Ok((by_callback(callback)?, Told(parameters)));
    }
    // SAFETY: as demanded.
    let room = unsafe { total(parameters) }? as usize;
    if room < size_of::<LINEINITIALIZEEXPARAMS>() {
        return Err(Fault::TOO_SMALL);
    }
    // SAFETY: as demanded; the size was checked.
    let options = unsafe { parameters.read_unaligned() }.dwOptions;
    let mechanism = match options & !IGNORED {
        LINEINITIALIZEEXOPTION_USEHIDDENWINDOW => by_callback(callback)?,
        LINEINITIALIZEEXOPTION_USEEVENT => Mechanism::Event(event()?),
        _ => return Err(Fault::PARAMETER),
    };
    Ok((mechanism, Told(parameters)))
}

/// What a program can wait for where it runs.
fn event() -> Result<Event> {
    match mono::event() {
        Some(event) => event.map(Event::Runtime),
        None => Event::descriptor(),
    }
}

impl Told {
    /// Tells the program its event, if there is one.
    ///
    /// # Safety
    /// As for [`chosen`].
    unsafe fn tell(self, event: usize) {
        if self.0.is_null() {
            return;
        }
        let size = size_of::<LINEINITIALIZEEXPARAMS>() as u32;
        // SAFETY: as demanded; the size was checked.
        unsafe {
            let mut parameters = self.0.read_unaligned();
            parameters.dwNeededSize = size;
            parameters.dwUsedSize = size;
            if event != 0 {
                parameters.Handles.hEvent = event as *mut c_void;
            }
            self.0.write_unaligned(parameters);
        }
    }
}

/// What the two forms of lineInitializeEx share.
///
/// # Safety
/// The pointers are null or lead to what their types say.
unsafe fn begin(
    application: *mut HLINEAPP,
    callback: LINECALLBACK,
    name: impl FnOnce() -> Result<Option<String>>,
    (devices, version): (*mut DWORD, *mut DWORD),
    parameters: *mut LINEINITIALIZEEXPARAMS,
) -> LONG {
    done(|| {
        given(application)?;
        given(devices)?;
        given(version)?;
        // SAFETY: as demanded.
        unsafe {
            let newest = app::checked_version(version.read_unaligned())?;
            let (mechanism, told) = chosen(callback, parameters)?;
            let begun = app::initialize(mechanism, name()?)?;
            told.tell(begun.event);
            put(devices, begun.devices);
            put(version, newest);
            put(application, begun.handle);
        }
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineInitialize(
    lphLineApp: *mut HLINEAPP,
    hInstance: HINSTANCE,
    lpfnCallback: LINECALLBACK,
    lpszAppName: *const c_char,
    lpdwNumDevs: *mut DWORD,
) -> LONG {
    let _ = hInstance;
    done(|| {
        given(lphLineApp)?;
        given(lpdwNumDevs)?;
        let callback: Callback = lpfnCallback.ok_or(Fault::POINTER)?;
        // SAFETY: the caller vouches for its pointers.
        unsafe {
            let begun = app::initialize(Mechanism::Callback(callback), text(lpszAppName)?)?;
            put(lpdwNumDevs, begun.devices);
            put(lphLineApp, begun.handle);
        }
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineInitializeExA(
    lphLineApp: *mut HLINEAPP,
    hInstance: HINSTANCE,
    lpfnCallback: LINECALLBACK,
    lpszFriendlyAppName: *const c_char,
    lpdwNumDevs: *mut DWORD,
    lpdwAPIVersion: *mut DWORD,
    lpLineInitializeExParams: *mut LINEINITIALIZEEXPARAMS,
) -> LONG {
    let _ = hInstance;
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        begin(
            lphLineApp,
            lpfnCallback,
            || text(lpszFriendlyAppName),
            (lpdwNumDevs, lpdwAPIVersion),
            lpLineInitializeExParams,
        )
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineInitializeExW(
    lphLineApp: *mut HLINEAPP,
    hInstance: HINSTANCE,
    lpfnCallback: LINECALLBACK,
    lpszFriendlyAppName: *const u16,
    lpdwNumDevs: *mut DWORD,
    lpdwAPIVersion: *mut DWORD,
    lpLineInitializeExParams: *mut LINEINITIALIZEEXPARAMS,
) -> LONG {
    let _ = hInstance;
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        begin(
            lphLineApp,
            lpfnCallback,
            || wide(lpszFriendlyAppName),
            (lpdwNumDevs, lpdwAPIVersion),
            lpLineInitializeExParams,
        )
    }
}

/// What the forms of phoneInitializeEx share; names of applications mean nothing there.
///
/// # Safety
/// As for [`begin`].
unsafe fn begin_phones(
    application: *mut HPHONEAPP,
    callback: LINECALLBACK,
    (devices, version): (*mut DWORD, *mut DWORD),
    parameters: *mut PHONEINITIALIZEEXPARAMS,
) -> LONG {
    let begun = || -> Result<()> {
        given(application)?;
        given(devices)?;
        given(version)?;
        // SAFETY: as demanded; both structures have the same members.
        unsafe {
            let newest = app::checked_version(version.read_unaligned())?;
            let (mechanism, told) = chosen(callback, parameters.cast())?;
            let begun = phones::initialize(mechanism)?;
            told.tell(begun.event);
            put(devices, 0);
            put(version, newest);
            put(application, begun.handle);
        }
        Ok(())
    };
    done(|| begun().map_err(phones::of_line))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn phoneInitialize(
    lphPhoneApp: *mut HPHONEAPP,
    hInstance: HINSTANCE,
    lpfnCallback: LINECALLBACK,
    lpszAppName: *const c_char,
    lpdwNumDevs: *mut DWORD,
) -> LONG {
    let _ = (hInstance, lpszAppName);
    let begun = || -> Result<()> {
        given(lphPhoneApp)?;
        given(lpdwNumDevs)?;
        let begun = phones::initialize(phones::by_callback(lpfnCallback)?)?;
        // SAFETY: the caller vouches for its pointers.
        unsafe {
            put(lpdwNumDevs, 0);
            put(lphPhoneApp, begun.handle);
        }
        Ok(())
    };
    done(|| begun().map_err(phones::of_line))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn phoneInitializeExA(
    lphPhoneApp: *mut HPHONEAPP,
    hInstance: HINSTANCE,
    lpfnCallback: LINECALLBACK,
    lpszFriendlyAppName: *const c_char,
    lpdwNumDevs: *mut DWORD,
    lpdwAPIVersion: *mut DWORD,
    lpPhoneInitializeExParams: *mut PHONEINITIALIZEEXPARAMS,
) -> LONG {
    let _ = (hInstance, lpszFriendlyAppName);
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        begin_phones(
            lphPhoneApp,
            lpfnCallback,
            (lpdwNumDevs, lpdwAPIVersion),
            lpPhoneInitializeExParams,
        )
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn phoneInitializeExW(
    lphPhoneApp: *mut HPHONEAPP,
    hInstance: HINSTANCE,
    lpfnCallback: LINECALLBACK,
    lpszFriendlyAppName: *const u16,
    lpdwNumDevs: *mut DWORD,
    lpdwAPIVersion: *mut DWORD,
    lpPhoneInitializeExParams: *mut PHONEINITIALIZEEXPARAMS,
) -> LONG {
    let _ = (hInstance, lpszFriendlyAppName);
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        begin_phones(
            lphPhoneApp,
            lpfnCallback,
            (lpdwNumDevs, lpdwAPIVersion),
            lpPhoneInitializeExParams,
        )
    }
}
