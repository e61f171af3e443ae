//! The types, numbers and structures of TAPI 2, from the description that `tapi.h` is made from.

use core::ffi::c_void;

pub type BYTE = u8;
pub type CHAR = u8;
pub type WCHAR = u16;
pub type DWORD = u32;
pub type LONG = i32;
pub type DWORD_PTR = usize;
pub type WPARAM = usize;
pub type HANDLE = *mut c_void;
pub type HWND = *mut c_void;
pub type HICON = *mut c_void;
pub type HINSTANCE = *mut c_void;
pub type CURRENCY = i64;
pub type DATE = f64;

pub type HCALL = u32;
pub type HLINE = u32;
pub type HPHONE = u32;
pub type HLINEAPP = u32;
pub type HPHONEAPP = u32;
pub type HAGENT = u32;
pub type HAGENTSESSION = u32;

/// A callback of a program.
pub type LINECALLBACK =
    Option<extern "C" fn(DWORD, DWORD, DWORD_PTR, DWORD_PTR, DWORD_PTR, DWORD_PTR)>;

/// An id of 128 bits.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct GUID {
    pub Data1: u32,
    pub Data2: u16,
    pub Data3: u16,
    pub Data4: [u8; 8],
}

/// A time of the calendar, in UTC.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct SYSTEMTIME {
    pub wYear: u16,
    pub wMonth: u16,
    pub wDayOfWeek: u16,
    pub wDay: u16,
    pub wHour: u16,
    pub wMinute: u16,
    pub wSecond: u16,
    pub wMilliseconds: u16,
}

#[path = "../../idl/tapi2/constants.rs"]
mod constants;
#[path = "../../idl/tapi2/structures.rs"]
mod structures;

pub use constants::*;
pub use structures::*;
