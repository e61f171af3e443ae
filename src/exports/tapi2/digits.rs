//! Digits and tones.

use super::{digits_place, done, entries, text, wide};
use crate::tapi2::abi::*;
use crate::tapi2::text::Form;
use crate::tapi2::tones::Entries;
use crate::tapi2::{digits, tones};
use core::ffi::c_char;

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGenerateDigits(
    hCall: HCALL,
    dwDigitMode: DWORD,
    lpszDigits: *const c_char,
    dwDuration: DWORD,
) -> LONG {
    // SAFETY: as demanded.
    unsafe { lineGenerateDigitsA(hCall, dwDigitMode, lpszDigits, dwDuration) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGenerateDigitsA(
    hCall: HCALL,
    dwDigitMode: DWORD,
    lpszDigits: *const c_char,
    dwDuration: DWORD,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe { done(|| digits::generate(hCall, dwDigitMode, text(lpszDigits), dwDuration)) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGenerateDigitsW(
    hCall: HCALL,
    dwDigitMode: DWORD,
    lpszDigits: *const u16,
    dwDuration: DWORD,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe { done(|| digits::generate(hCall, dwDigitMode, wide(lpszDigits), dwDuration)) }
}

#[unsafe(no_mangle)]
pub extern "C" fn lineMonitorDigits(hCall: HCALL, dwDigitModes: DWORD) -> LONG {
    done(|| digits::monitor(hCall, dwDigitModes))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGatherDigits(
    hCall: HCALL,
    dwDigitModes: DWORD,
    lpsDigits: *mut c_char,
    dwNumDigits: DWORD,
    lpszTerminationDigits: *const c_char,
    dwFirstDigitTimeout: DWORD,
    dwInterDigitTimeout: DWORD,
) -> LONG {
    // SAFETY: as demanded.
    unsafe {
        lineGatherDigitsA(
            hCall,
            dwDigitModes,
            lpsDigits,
            dwNumDigits,
            lpszTerminationDigits,
            dwFirstDigitTimeout,
            dwInterDigitTimeout,
        )
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGatherDigitsA(
    hCall: HCALL,
    dwDigitModes: DWORD,
    lpsDigits: *mut c_char,
    dwNumDigits: DWORD,
    lpszTerminationDigits: *const c_char,
    dwFirstDigitTimeout: DWORD,
    dwInterDigitTimeout: DWORD,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        done(|| {
            let gathered = digits::Gathered {
                modes: dwDigitModes,
                place: digits_place(lpsDigits.cast(), dwNumDigits, Form::Bytes),
                count: dwNumDigits,
                terminators: match lpsDigits.is_null() {
                    true => Ok(None),
                    false => text(lpszTerminationDigits),
                },
                first: dwFirstDigitTimeout,
                inter: dwInterDigitTimeout,
            };
            digits::gather(hCall, &gathered)
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGatherDigitsW(
    hCall: HCALL,
    dwDigitModes: DWORD,
    lpsDigits: *mut u16,
    dwNumDigits: DWORD,
    lpszTerminationDigits: *const u16,
    dwFirstDigitTimeout: DWORD,
    dwInterDigitTimeout: DWORD,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        done(|| {
            let gathered = digits::Gathered {
                modes: dwDigitModes,
                place: digits_place(lpsDigits.cast(), dwNumDigits, Form::Wide),
                count: dwNumDigits,
                terminators: match lpsDigits.is_null() {
                    true => Ok(None),
                    false => wide(lpszTerminationDigits),
                },
                first: dwFirstDigitTimeout,
                inter: dwInterDigitTimeout,
            };
            digits::gather(hCall, &gathered)
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGenerateTone(
    hCall: HCALL,
    dwToneMode: DWORD,
    dwDuration: DWORD,
    dwNumTones: DWORD,
    lpTones: *mut LINEGENERATETONE,
) -> LONG {
    // SAFETY: the caller vouches for its pointers; this one means something with custom tones alone.
    unsafe {
        done(|| {
            let voices = match dwToneMode {
                LINETONEMODE_CUSTOM => entries(lpTones, dwNumTones, tones::MOST_VOICES),
                _ => Entries::NONE,
            };
            tones::generate(hCall, dwToneMode, dwDuration, &voices)
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineMonitorTones(
    hCall: HCALL,
    lpToneList: *mut LINEMONITORTONE,
    dwNumEntries: DWORD,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        done(|| {
            let sought = entries(lpToneList, dwNumEntries, tones::MOST_TONES);
            tones::monitor(hCall, &sought)
        })
    }
}
