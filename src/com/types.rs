//! The plain data types of the ABI: what COM and Automation call them, laid out as on 64-bit Windows.
//! `codegen` reads this file for the C header too, so each doc comment is also documentation for C.
//! No behaviour in here: VARIANT, BSTR and SAFEARRAY are handled by the other files of this folder.

// The names are Microsoft's and are part of the interface.
#![allow(non_camel_case_types, non_snake_case, clippy::upper_case_acronyms)]

use super::abi::{IDispatch, IUnknown};
use core::ffi::c_void;

/// A result code: the highest bit is set on failure. See SUCCEEDED and FAILED.
pub type HRESULT = u32;
/// A byte.
pub type BYTE = u8;
/// 16 bits without sign.
pub type WORD = u16;
/// 32 bits without sign.
pub type DWORD = u32;
/// 16 bits with sign.
pub type SHORT = i16;
/// 16 bits without sign.
pub type USHORT = u16;
/// 32 bits with sign.
pub type INT = i32;
/// 32 bits without sign.
pub type UINT = u32;
/// 32 bits with sign, as `long` is on Windows.
pub type LONG = i32;
/// 32 bits without sign, as `unsigned long` is on Windows.
pub type ULONG = u32;
/// 64 bits with sign.
pub type LONGLONG = i64;
/// 64 bits without sign.
pub type ULONGLONG = u64;
/// TRUE (1) or FALSE (0). Not to be confused with VARIANT_BOOL.
pub type BOOL = i32;
/// VARIANT_TRUE (-1) or VARIANT_FALSE (0), the truth value of Automation.
pub type VARIANT_BOOL = i16;
/// An error code in a VARIANT or an EXCEPINFO: an HRESULT, signed as on Windows.
pub type SCODE = i32;
/// Days since 30 December 1899, with the time of day as the fraction.
pub type DATE = f64;
/// The kind of value in a VARIANT: one of VT_*.
pub type VARTYPE = u16;
/// The number of a member of an Automation interface.
pub type DISPID = i32;
/// A language; this library ignores it.
pub type LCID = u32;
/// One UTF-16 code unit, whatever wchar_t is.
pub type OLECHAR = u16;
/// A UTF-16 text that ends with a zero.
pub type LPOLESTR = *mut OLECHAR;
/// A UTF-16 text that ends with a zero and is only read.
pub type LPCOLESTR = *const OLECHAR;
/// A text from SysAllocString: UTF-16, its length in bytes stands in the four bytes before it.
/// NULL is the empty text. Whoever receives one frees it with SysFreeString.
pub type BSTR = *mut OLECHAR;
/// Any memory.
pub type LPVOID = *mut c_void;
/// Something that CloseHandle closes; here that is an event, the address of a TAPI3_EVENT.
pub type HANDLE = *mut c_void;
/// A function that Windows calls on the thread that asked for it. There are none here: pass NULL.
pub type PAPCFUNC = Option<unsafe extern "C" fn(dwParam: usize)>;
/// A window. There are none here: pass NULL.
pub type HWND = *mut c_void;
/// A window as a number. There are none here: pass 0.
pub type TAPIHWND = isize;
/// LINEDIGITMODE_* bits.
pub type TAPI_DIGITMODE = i32;

/// A globally unique id.
#[repr(C)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct GUID {
    /// The first eight hexadecimal digits.
    pub Data1: u32,
    /// The next four.
    pub Data2: u16,
    /// The next four.
    pub Data3: u16,
    /// The rest, in the order in which it is written.
    pub Data4: [u8; 8],
}

/// An interface id.
pub type IID = GUID;
/// A class id.
pub type CLSID = GUID;
/// A GUID passed to a function: a pointer in C, a reference in C++.
pub type REFGUID = *const GUID;
/// An interface id passed to a function: a pointer in C, a reference in C++.
pub type REFIID = *const IID;
/// A class id passed to a function: a pointer in C, a reference in C++.
pub type REFCLSID = *const CLSID;

/// The type description of an object. This library has none: only ever NULL.
#[repr(C)]
pub struct ITypeInfo {
    _opaque: [u8; 0],
}

/// The description of a record in a VARIANT. This library has none: only ever NULL.
#[repr(C)]
pub struct IRecordInfo {
    _opaque: [u8; 0],
}

/// A format of sound or of another medium. What a method hands out is freed in two steps: `pbFormat`
/// and then the structure itself, with CoTaskMemFree (DirectShow's DeleteMediaType does both).
///
/// Source: the AM_MEDIA_TYPE page of the DirectShow documentation (strmif.h).
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct AM_MEDIA_TYPE {
    /// The medium, such as audio.
    pub majortype: GUID,
    /// The encoding, such as PCM.
    pub subtype: GUID,
    /// TRUE if all samples have one size.
    pub bFixedSizeSamples: BOOL,
    /// TRUE if samples depend on others.
    pub bTemporalCompression: BOOL,
    /// The size of a sample in bytes; 0 if it varies.
    pub lSampleSize: ULONG,
    /// What is at `pbFormat`.
    pub formattype: GUID,
    /// Not used: NULL.
    pub pUnk: *mut IUnknown,
    /// Bytes at `pbFormat`.
    pub cbFormat: ULONG,
    /// The format itself, such as a WAVEFORMATEX.
    pub pbFormat: *mut BYTE,
}

/// A format of sound.
///
/// Source: the WAVEFORMATEX page (mmeapi.h).
#[repr(C, packed)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WAVEFORMATEX {
    /// WAVE_FORMAT_: 1 is PCM.
    pub wFormatTag: WORD,
    /// 1 mono, 2 stereo.
    pub nChannels: WORD,
    /// Samples a second, of each channel.
    pub nSamplesPerSec: DWORD,
    /// Bytes a second.
    pub nAvgBytesPerSec: DWORD,
    /// Bytes of a sample of all channels.
    pub nBlockAlign: WORD,
    /// Bits of a sample of one channel.
    pub wBitsPerSample: WORD,
    /// Bytes that follow behind this.
    pub cbSize: WORD,
}

/// The buffers of a stream.
///
/// Source: the ALLOCATOR_PROPERTIES page of the DirectShow documentation (strmif.h).
#[repr(C)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ALLOCATOR_PROPERTIES {
    /// How many there are.
    pub cBuffers: LONG,
    /// The size of each, in bytes.
    pub cbBuffer: LONG,
    /// Of what their addresses are a multiple.
    pub cbAlign: LONG,
    /// Bytes that belong to the program in front of each.
    pub cbPrefix: LONG,
}

/// An event, which one thread signals and another waits for. A HANDLE is the address of one.
///
/// CreateEvent of the compat headers makes it; so can a program by itself, and wait with poll or epoll.
#[repr(C)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TAPI3_EVENT {
    /// An eventfd, in the manner of EFD_NONBLOCK. It can be read when the event is signalled, and
    /// reading it takes the signal away.
    pub descriptor: INT,
    /// TRUE if a wait leaves the signal there.
    pub manual: BOOL,
}

/// A tone to generate, one entry of an array.
///
/// Source: the TAPI_CUSTOMTONE page (tapi3if.h).
#[repr(C)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TAPI_CUSTOMTONE {
    /// Hertz.
    pub dwFrequency: DWORD,
    /// How long the tone sounds in each period, in milliseconds; 0: no tone.
    pub dwCadenceOn: DWORD,
    /// How long it is silent in each period, in milliseconds; 0: a steady tone.
    pub dwCadenceOff: DWORD,
    /// From 0 (silent) to 0xFFFF (full).
    pub dwVolume: DWORD,
}

/// A tone to listen for, one entry of an array. Three zero frequencies mean silence.
///
/// Source: the TAPI_DETECTTONE page (tapi3if.h).
#[repr(C)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TAPI_DETECTTONE {
    /// The application's own mark, given back when the tone is heard.
    pub dwAppSpecific: DWORD,
    /// How long the tone must last, in milliseconds.
    pub dwDuration: DWORD,
    /// Hertz; 0 when not used.
    pub dwFrequency1: DWORD,
    /// Hertz; 0 when not used.
    pub dwFrequency2: DWORD,
    /// Hertz; 0 when not used.
    pub dwFrequency3: DWORD,
}

/// One sink that is tied to a connection point.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct CONNECTDATA {
    /// The sink, with a reference that the receiver releases.
    pub pUnk: *mut IUnknown,
    /// The number that Advise gave.
    pub dwCookie: DWORD,
}

/// The extent of one dimension of a SAFEARRAY.
#[repr(C)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SAFEARRAYBOUND {
    /// The number of elements.
    pub cElements: ULONG,
    /// The index of the first one.
    pub lLbound: LONG,
}

/// An array that knows its extent. Made by SafeArrayCreate; `rgsabound` has `cDims` entries,
/// the last dimension first.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct SAFEARRAY {
    /// The number of dimensions.
    pub cDims: USHORT,
    /// FADF_* bits: what the elements are.
    pub fFeatures: USHORT,
    /// The size of one element in bytes.
    pub cbElements: ULONG,
    /// How many times the data is locked.
    pub cLocks: ULONG,
    /// The elements.
    pub pvData: *mut c_void,
    /// The extent of each dimension; there are `cDims` of them.
    pub rgsabound: [SAFEARRAYBOUND; 1],
}

/// An amount of money, in ten-thousandths.
#[repr(C)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CY {
    /// The amount times 10 000.
    pub int64: LONGLONG,
}

/// A decimal number of 96 bits: `(Hi32, Mid32, Lo32) / 10^scale`, negative when `sign` is 0x80.
#[repr(C)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DECIMAL {
    /// Lies over the `vt` of a VARIANT.
    pub wReserved: USHORT,
    /// The power of ten to divide by: 0 to 28.
    pub scale: BYTE,
    /// 0, or 0x80 for a negative number.
    pub sign: BYTE,
    /// The highest 32 bits.
    pub Hi32: ULONG,
    /// The lowest 32 bits.
    pub Lo32: ULONG,
    /// The middle 32 bits.
    pub Mid32: ULONG,
}

/// A record and its description.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct BRECORD {
    /// The record.
    pub pvRecord: *mut c_void,
    /// Its description.
    pub pRecInfo: *mut IRecordInfo,
}

/// The value of a VARIANT; `vt` says which member counts.
#[repr(C)]
#[derive(Clone, Copy)]
pub union VARIANT_VALUE {
    /// VT_I8.
    pub llVal: LONGLONG,
    /// VT_I4.
    pub lVal: LONG,
    /// VT_UI1.
    pub bVal: BYTE,
    /// VT_I2.
    pub iVal: SHORT,
    /// VT_R4.
    pub fltVal: f32,
    /// VT_R8.
    pub dblVal: f64,
    /// VT_BOOL.
    pub boolVal: VARIANT_BOOL,
    /// VT_ERROR.
    pub scode: SCODE,
    /// VT_CY.
    pub cyVal: CY,
    /// VT_DATE.
    pub date: DATE,
    /// VT_BSTR; owned by the VARIANT.
    pub bstrVal: BSTR,
    /// VT_UNKNOWN; holds a reference.
    pub punkVal: *mut IUnknown,
    /// VT_DISPATCH; holds a reference.
    pub pdispVal: *mut IDispatch,
    /// VT_ARRAY; owned by the VARIANT.
    pub parray: *mut SAFEARRAY,
    /// VT_BYREF | VT_UI1.
    pub pbVal: *mut BYTE,
    /// VT_BYREF | VT_I2.
    pub piVal: *mut SHORT,
    /// VT_BYREF | VT_I4.
    pub plVal: *mut LONG,
    /// VT_BYREF | VT_I8.
    pub pllVal: *mut LONGLONG,
    /// VT_BYREF | VT_R4.
    pub pfltVal: *mut f32,
    /// VT_BYREF | VT_R8.
    pub pdblVal: *mut f64,
    /// VT_BYREF | VT_BOOL.
    pub pboolVal: *mut VARIANT_BOOL,
    /// VT_BYREF | VT_ERROR.
    pub pscode: *mut SCODE,
    /// VT_BYREF | VT_CY.
    pub pcyVal: *mut CY,
    /// VT_BYREF | VT_DATE.
    pub pdate: *mut DATE,
    /// VT_BYREF | VT_BSTR.
    pub pbstrVal: *mut BSTR,
    /// VT_BYREF | VT_UNKNOWN.
    pub ppunkVal: *mut *mut IUnknown,
    /// VT_BYREF | VT_DISPATCH.
    pub ppdispVal: *mut *mut IDispatch,
    /// VT_BYREF | VT_ARRAY.
    pub pparray: *mut *mut SAFEARRAY,
    /// VT_BYREF | VT_VARIANT.
    pub pvarVal: *mut VARIANT,
    /// VT_BYREF, of any kind.
    pub byref: *mut c_void,
    /// VT_I1.
    pub cVal: i8,
    /// VT_UI2.
    pub uiVal: USHORT,
    /// VT_UI4.
    pub ulVal: ULONG,
    /// VT_UI8.
    pub ullVal: ULONGLONG,
    /// VT_INT.
    pub intVal: INT,
    /// VT_UINT.
    pub uintVal: UINT,
    /// VT_BYREF | VT_DECIMAL.
    pub pdecVal: *mut DECIMAL,
    /// VT_BYREF | VT_I1.
    pub pcVal: *mut i8,
    /// VT_BYREF | VT_UI2.
    pub puiVal: *mut USHORT,
    /// VT_BYREF | VT_UI4.
    pub pulVal: *mut ULONG,
    /// VT_BYREF | VT_UI8.
    pub pullVal: *mut ULONGLONG,
    /// VT_BYREF | VT_INT.
    pub pintVal: *mut INT,
    /// VT_BYREF | VT_UINT.
    pub puintVal: *mut UINT,
    /// VT_RECORD.
    pub record: BRECORD,
}

/// A value of any Automation type, 24 bytes.
///
/// C programs reach the members as on Windows (`v.vt`, `v.lVal`, `V_BSTR(&v)`). A VT_DECIMAL
/// lies over the whole of the first 16 bytes.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct VARIANT {
    /// VT_*: which member of the value counts.
    pub vt: VARTYPE,
    /// Part of a DECIMAL only.
    pub wReserved1: WORD,
    /// Part of a DECIMAL only.
    pub wReserved2: WORD,
    /// Part of a DECIMAL only.
    pub wReserved3: WORD,
    /// The value.
    pub value: VARIANT_VALUE,
}

/// The arguments of a call through IDispatch.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct DISPPARAMS {
    /// The arguments, the last one first; the named ones stand before all others.
    pub rgvarg: *mut VARIANT,
    /// The dispatch ids of the named arguments; DISPID_PROPERTYPUT for the value of a property put.
    pub rgdispidNamedArgs: *mut DISPID,
    /// How many arguments there are.
    pub cArgs: UINT,
    /// How many of them are named.
    pub cNamedArgs: UINT,
}

/// What went wrong in a call through IDispatch. The receiver frees the strings.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct EXCEPINFO {
    /// An error number of the object's own, or 0 when `scode` is set.
    pub wCode: WORD,
    /// 0.
    pub wReserved: WORD,
    /// Who reports the error.
    pub bstrSource: BSTR,
    /// What went wrong, in a sentence.
    pub bstrDescription: BSTR,
    /// A help file, or NULL.
    pub bstrHelpFile: BSTR,
    /// The place in the help file.
    pub dwHelpContext: DWORD,
    /// NULL.
    pub pvReserved: *mut c_void,
    /// Fills the rest in when the receiver wants it; NULL when everything is filled in already.
    pub pfnDeferredFillIn: Option<unsafe extern "C" fn(pExcepInfo: *mut EXCEPINFO) -> HRESULT>,
    /// The HRESULT of the member that failed.
    pub scode: SCODE,
}

#[cfg(target_pointer_width = "64")]
const _: () = {
    assert!(size_of::<GUID>() == 16);
    assert!(size_of::<VARIANT>() == 24);
    assert!(size_of::<DECIMAL>() == 16);
    assert!(size_of::<SAFEARRAY>() == 32);
    assert!(size_of::<DISPPARAMS>() == 24);
    assert!(size_of::<EXCEPINFO>() == 64);
    assert!(size_of::<AM_MEDIA_TYPE>() == 88);
    assert!(size_of::<WAVEFORMATEX>() == 18);
    assert!(size_of::<ALLOCATOR_PROPERTIES>() == 16);
};
