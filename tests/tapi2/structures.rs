//! The functions of TAPI 2 that take or fill a structure whose first member says how large it is, with
//! whatever bytes. Behind the last byte that the structure has lies memory that cannot be touched: who
//! reads or writes beyond it ends the program.
//!
//! The fuzzer uses this, too.

use super::line_functions::*;
use core::ffi::{c_char, c_void};
use std::ptr::{null, null_mut};
use tapi3::com::abi::HRESULT;
use tapi3::tapi2::abi::*;

unsafe extern "C" {
    fn tapi3_set_configuration(text: *const c_char) -> HRESULT;
    fn tapi3_clock_advance(milliseconds: u32) -> HRESULT;
}

const CONFIGURATION: &core::ffi::CStr = c"
    clock = \"manual\"
    [[line]]
    name = \"Desk\"
    provider = \"sim\"
    address = \"2001\"
    [location]
    name = \"Office\"
    country = 49
    area = \"30\"
";

/// The newest version and those that know less of the structures.
const VERSIONS: &[DWORD] = &[0x0003_0001, 0x0002_0002, 0x0001_0004, 0x0001_0003];
const NEWEST: DWORD = VERSIONS[0];

const WIDE_NUMBER: &[u16] = &[0x31, 0x30, 0x30, 0x31, 0];
const WIDE_CLASS: &[u16] = &[0x74, 0x61, 0x70, 0x69, 0x2f, 0x6c, 0x69, 0x6e, 0x65, 0];

/// How large a structure may be.
pub const LARGEST: usize = 0x1_0000;

/// A program with an open line and a connected call.
pub struct Program {
    app: HLINEAPP,
    line: HLINE,
    call: HCALL,
    /// Behind its last byte nothing can be touched.
    room: *mut u8,
}

type Function = fn(&Program, *mut c_void, DWORD) -> LONG;

/// The functions: their names, whether they fill the structure, and a call of theirs.
#[rustfmt::skip]
pub const FUNCTIONS: &[(&str, bool, Function)] = &[
    // SAFETY: (for all) the structure is as large as it says, and every other pointer leads to what the
    // function wants.
    ("lineMakeCallA", false, |p, s, _| unsafe { let mut call = 0; lineMakeCallA(p.line, &raw mut call, c"1001".as_ptr(), 0, s.cast()) }),
    ("lineMakeCallW", false, |p, s, _| unsafe { let mut call = 0; lineMakeCallW(p.line, &raw mut call, WIDE_NUMBER.as_ptr(), 0, s.cast()) }),
    ("lineMakeCallW without a number", false, |p, s, _| unsafe { let mut call = 0; lineMakeCallW(p.line, &raw mut call, null(), 0, s.cast()) }),
    ("lineSetupTransferW", false, |p, s, _| unsafe { let mut call = 0; lineSetupTransferW(p.call, &raw mut call, s.cast()) }),
    ("lineSetupConferenceA", false, |p, s, _| unsafe { let [mut one, mut two] = [0; 2]; lineSetupConferenceA(p.call, 0, &raw mut one, &raw mut two, 3, s.cast()) }),
    ("lineForwardA", false, |p, s, _| unsafe { let mut call = 0; lineForwardA(p.line, 1, 0, s.cast(), 3, &raw mut call, null_mut()) }),
    ("lineForwardW", false, |p, s, _| unsafe { let mut call = 0; lineForwardW(p.line, 1, 0, s.cast(), 3, &raw mut call, null_mut()) }),
    ("lineInitializeExA", true, |_, s, v| unsafe { let (mut app, mut devices, mut version) = (0, 0, v); let begun = lineInitializeExA(&raw mut app, null_mut(), None, null(), &raw mut devices, &raw mut version, s.cast()); lineShutdown(app); begun }),
    ("lineGetDevCapsA", true, |p, s, v| unsafe { lineGetDevCapsA(p.app, 0, v, 0, s.cast()) }),
    ("lineGetDevCapsW", true, |p, s, v| unsafe { lineGetDevCapsW(p.app, 0, v, 0, s.cast()) }),
    ("lineGetAddressCapsA", true, |p, s, v| unsafe { lineGetAddressCapsA(p.app, 0, 0, v, 0, s.cast()) }),
    ("lineGetAddressCapsW", true, |p, s, v| unsafe { lineGetAddressCapsW(p.app, 0, 0, v, 0, s.cast()) }),
    ("lineGetLineDevStatusA", true, |p, s, _| unsafe { lineGetLineDevStatusA(p.line, s.cast()) }),
    ("lineGetLineDevStatusW", true, |p, s, _| unsafe { lineGetLineDevStatusW(p.line, s.cast()) }),
    ("lineGetAddressStatusA", true, |p, s, _| unsafe { lineGetAddressStatusA(p.line, 0, s.cast()) }),
    ("lineGetAddressStatusW", true, |p, s, _| unsafe { lineGetAddressStatusW(p.line, 0, s.cast()) }),
    ("lineGetCallInfoA", true, |p, s, _| unsafe { lineGetCallInfoA(p.call, s.cast()) }),
    ("lineGetCallInfoW", true, |p, s, _| unsafe { lineGetCallInfoW(p.call, s.cast()) }),
    ("lineGetCallStatus", true, |p, s, _| unsafe { lineGetCallStatus(p.call, s.cast()) }),
    ("lineGetNewCalls", true, |p, s, _| unsafe { lineGetNewCalls(p.line, 0, LINECALLSELECT_LINE, s.cast()) }),
    ("lineGetIDA", true, |p, s, _| unsafe { lineGetIDA(p.line, 0, 0, LINECALLSELECT_LINE, s.cast(), c"tapi/line".as_ptr()) }),
    ("lineGetIDW", true, |p, s, _| unsafe { lineGetIDW(p.line, 0, 0, LINECALLSELECT_LINE, s.cast(), WIDE_CLASS.as_ptr()) }),
    ("lineGetProviderListA", true, |_, s, v| unsafe { lineGetProviderListA(v, s.cast()) }),
    ("lineGetProviderListW", true, |_, s, v| unsafe { lineGetProviderListW(v, s.cast()) }),
    ("lineGetTranslateCapsA", true, |p, s, v| unsafe { lineGetTranslateCapsA(p.app, v, s.cast()) }),
    ("lineGetTranslateCapsW", true, |p, s, v| unsafe { lineGetTranslateCapsW(p.app, v, s.cast()) }),
    ("lineTranslateAddressA", true, |p, s, v| unsafe { lineTranslateAddressA(p.app, 0, v, c"+49 (30) 1001".as_ptr(), 0, 0, s.cast()) }),
    ("lineTranslateAddressW", true, |p, s, v| unsafe { lineTranslateAddressW(p.app, 0, v, WIDE_NUMBER.as_ptr(), 0, 0, s.cast()) }),
    ("lineGetCountryA", true, |_, s, v| unsafe { lineGetCountryA(49, v, s.cast()) }),
    ("lineGetCountryW", true, |_, s, v| unsafe { lineGetCountryW(0, v, s.cast()) }),
];

impl Program {
    /// Begins; there may be one of it at a time.
    pub fn begin() -> Self {
        // SAFETY: the text ends with a zero; the pointers lead to what they say.
        unsafe {
            assert_eq!(tapi3_set_configuration(CONFIGURATION.as_ptr()), 0);
            let mut parameters: LINEINITIALIZEEXPARAMS = core::mem::zeroed();
            parameters.dwTotalSize = size_of::<LINEINITIALIZEEXPARAMS>() as u32;
            parameters.dwOptions = LINEINITIALIZEEXOPTION_USEEVENT;
            let (mut app, mut devices, mut version) = (0, 0, NEWEST);
            let begun = lineInitializeExA(
                &raw mut app,
                null_mut(),
                None,
                null(),
                &raw mut devices,
                &raw mut version,
                &raw mut parameters,
            );
            assert_eq!(begun, 0);
            let mut program = Program {
                app,
                line: 0,
                call: 0,
                room: room(),
            };
            program.open();
            program
        }
    }

    fn open(&mut self) {
        // SAFETY: the pointers lead to what they say.
        unsafe {
            let (owner, voice) = (LINECALLPRIVILEGE_OWNER, LINEMEDIAMODE_INTERACTIVEVOICE);
            let line = &raw mut self.line;
            let opened = lineOpenW(self.app, 0, line, NEWEST, 0, 0, owner, voice, null_mut());
            assert_eq!(opened, 0);
            let number = c"1001".as_ptr();
            let asked = lineMakeCallA(self.line, &raw mut self.call, number, 0, null_mut());
            assert!(asked > 0, "{asked:#x}");
            self.settle();
        }
    }

    /// Time goes on, and messages are taken until the call is connected.
    fn settle(&self) {
        // SAFETY: a message may be all zeros; the pointer leads to it.
        unsafe {
            tapi3_clock_advance(60_000);
            let mut message: LINEMESSAGE = core::mem::zeroed();
            while (message.hDevice, message.dwMessageID, message.dwParam1)
                != (self.call, LINE_CALLSTATE, LINECALLSTATE_CONNECTED as usize)
            {
                let taken = lineGetMessage(self.app, &raw mut message, 60_000);
                assert_eq!(taken, 0, "the call is not connected");
            }
        }
    }

    /// Calls a function with a structure of these bytes, which says its size truly. What came of it is
    /// taken back. Returns what the function gave.
    pub fn call(&mut self, function: usize, version: usize, bytes: &[u8]) -> LONG {
        let (_, fills, function) = FUNCTIONS[function % FUNCTIONS.len()];
        let version = VERSIONS[version % VERSIONS.len()];
        let mut bytes = bytes[..bytes.len().min(LARGEST)].to_vec();
        bytes.resize(bytes.len().max(4), 0);
        let size = bytes.len() as u32;
        bytes[..4].copy_from_slice(&size.to_ne_bytes());
        let (answer, structure) = self.lend(&bytes, |place| function(self, place, version));
        if answer > 0 {
            // A line that closes ends its calls.
            // SAFETY: takes any handle.
            unsafe {
                lineDrop(self.call, null(), 0);
                lineDeallocateCall(self.call);
                lineClose(self.line);
            }
            self.open();
        }
        if fills && answer == 0 {
            let word = |at: usize| u32::from_ne_bytes(structure[at..at + 4].try_into().unwrap());
            let (total, needed, used) = (word(0), word(4), word(8));
            assert!(total == size && used <= total && used <= needed);
        }
        if !fills {
            assert_eq!(structure, bytes, "what a program passes is not changed");
        }
        answer
    }

    /// Does something with a pointer to these bytes, behind which there is nothing. Returns what they
    /// are then, too.
    fn lend(&self, bytes: &[u8], work: impl FnOnce(*mut c_void) -> LONG) -> (LONG, Vec<u8>) {
        // SAFETY: there is as much room before the end as the largest structure has bytes.
        unsafe {
            let place = self.room.sub(bytes.len());
            place.copy_from_nonoverlapping(bytes.as_ptr(), bytes.len());
            let answer = work(place.cast());
            let left = std::slice::from_raw_parts(place, bytes.len());
            (answer, left.to_vec())
        }
    }

    /// Calls the functions that take lists of tones, with these bytes: as many tones as they make, and
    /// one that says how many it would like to have. Returns what each gave.
    pub fn tones(&self, bytes: &[u8], count: DWORD) -> [LONG; 4] {
        let bytes = &bytes[..bytes.len().min(LARGEST)];
        let whole = |size: usize| (bytes.len() / size) as DWORD;
        let voices = whole(size_of::<LINEGENERATETONE>());
        let sought = whole(size_of::<LINEMONITORTONE>());
        const CUSTOM: DWORD = LINETONEMODE_CUSTOM;
        // SAFETY: the lists are as long as is said; where there are fewer tones, more are said than
        // are ever read.
        let answers = unsafe {
            [
                self.lend(bytes, |s| {
                    lineGenerateTone(self.call, CUSTOM, 0, voices, s.cast())
                }),
                self.lend(bytes, |s| lineMonitorTones(self.call, s.cast(), sought)),
                self.lend(bytes, |s| {
                    lineGenerateTone(self.call, CUSTOM, 0, count.max(5), s.cast())
                }),
                self.lend(bytes, |s| {
                    lineMonitorTones(self.call, s.cast(), count.max(17))
                }),
            ]
        };
        answers.map(|(answer, left)| {
            assert_eq!(left, bytes, "what a program passes is not changed");
            answer
        })
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // SAFETY: takes any handle.
        unsafe { lineShutdown(self.app) };
    }
}

/// Memory behind which there is none. Returns its end.
fn room() -> *mut u8 {
    /// No machine has larger pages.
    const PAGE: usize = 0x1_0000;
    const { assert!(LARGEST % PAGE == 0) };
    // SAFETY: new memory, of which nobody knows yet.
    unsafe {
        let (all, access) = (LARGEST + PAGE, libc::PROT_READ | libc::PROT_WRITE);
        let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS;
        let room = libc::mmap(null_mut(), all, access, flags, -1, 0);
        assert_ne!(room, libc::MAP_FAILED);
        let end = room.cast::<u8>().add(LARGEST);
        assert_eq!(libc::mprotect(end.cast(), PAGE, libc::PROT_NONE), 0);
        end
    }
}
