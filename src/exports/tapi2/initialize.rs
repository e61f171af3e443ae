//! Where every program of TAPI 2 begins.

use super::{done, given, put, text, total, wide};
use crate::tapi2::abi::*;
use crate::tapi2::app::{self, Callback, Mechanism};
use crate::tapi2::{Fault, Result, phones};
use core::ffi::{c_char, c_void};

/// What is written for the program when it has begun: the mechanism that it asked for, and where the
/// descriptor goes.
struct Chosen {
    mechanism: Mechanism,
    parameters: *mut LINEINITIALIZEEXPARAMS,
}

/// LINEINITIALIZEEXOPTION_CALLHUBTRACKING, of which nothing follows here.
const IGNORED: u32 = LINEINITIALIZEEXOPTION_CALLHUBTRACKING;

/// How a program wants its messages.
///
/// # Safety
/// `parameters` is null or leads to a LINEINITIALIZEEXPARAMS of dwTotalSize bytes.
unsafe fn chosen(
    callback: LINECALLBACK,
    parameters: *mut LINEINITIALIZEEXPARAMS,
) -> Result<Chosen> {
    let by_callback = |callback: LINECALLBACK| -> Result<Mechanism> {
        let callback: Callback = callback.ok_or(Fault::POINTER)?;
        Ok(Mechanism::Callback(callback))
    };
    if parameters.is_null() {
        return Ok(Chosen {
            mechanism: by_callback(callback)?,
            parameters,
        });
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
        LINEINITIALIZEEXOPTION_USEEVENT => Mechanism::Event,
        _ => return Err(Fault::PARAMETER),
    };
    Ok(Chosen {
        mechanism,
        parameters,
    })
}

impl Chosen {
    /// Tells the program what it waits for.
    ///
    /// # Safety
    /// As for [`chosen`].
    unsafe fn tell(&self, descriptor: usize) {
        if self.parameters.is_null() {
            return;
        }
        let size = size_of::<LINEINITIALIZEEXPARAMS>() as u32;
        // SAFETY: as demanded; the size was checked.
        unsafe {
            let mut parameters = self.parameters.read_unaligned();
            parameters.dwNeededSize = size;
            parameters.dwUsedSize = size;
            if let Mechanism::Event = self.mechanism {
                parameters.Handles.hEvent = descriptor as *mut c_void;
            }
            self.parameters.write_unaligned(parameters);
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
    name: Result<Option<String>>,
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
            let chosen = chosen(callback, parameters)?;
            let begun = app::initialize(chosen.mechanism, name?)?;
            chosen.tell(begun.descriptor);
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
        let name = text(lpszFriendlyAppName);
        begin(
            lphLineApp,
            lpfnCallback,
            name,
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
        let name = wide(lpszFriendlyAppName);
        begin(
            lphLineApp,
            lpfnCallback,
            name,
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
            let chosen = chosen(callback, parameters.cast())?;
            let begun = phones::initialize(chosen.mechanism)?;
            chosen.tell(begun.descriptor);
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
