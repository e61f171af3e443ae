//! The constants of Automation: kinds of values, flags of arrays and calls, special member ids.
//!
//! Described for `codegen`, which reads this file as syntax; it is never compiled.
//! Source: the VARENUM, DISPID, IDispatch::Invoke and SAFEARRAY pages of the Windows SDK documentation.

/// Nothing: a VARIANT from VariantInit.
pub const VT_EMPTY: VARTYPE = 0;

/// A value that is known to be missing.
pub const VT_NULL: VARTYPE = 1;

/// 16 bits with sign.
pub const VT_I2: VARTYPE = 2;

/// 32 bits with sign.
pub const VT_I4: VARTYPE = 3;

/// A short floating-point number.
pub const VT_R4: VARTYPE = 4;

/// A long floating-point number.
pub const VT_R8: VARTYPE = 5;

/// An amount of money.
pub const VT_CY: VARTYPE = 6;

/// A date and time.
pub const VT_DATE: VARTYPE = 7;

/// A text.
pub const VT_BSTR: VARTYPE = 8;

/// An object that can be called by name.
pub const VT_DISPATCH: VARTYPE = 9;

/// A result code; DISP_E_PARAMNOTFOUND stands for an argument left out.
pub const VT_ERROR: VARTYPE = 10;

/// VARIANT_TRUE or VARIANT_FALSE.
pub const VT_BOOL: VARTYPE = 11;

/// A VARIANT; only with VT_BYREF or VT_ARRAY.
pub const VT_VARIANT: VARTYPE = 12;

/// An object.
pub const VT_UNKNOWN: VARTYPE = 13;

/// A decimal number of 96 bits.
pub const VT_DECIMAL: VARTYPE = 14;

/// 8 bits with sign.
pub const VT_I1: VARTYPE = 16;

/// 8 bits without sign.
pub const VT_UI1: VARTYPE = 17;

/// 16 bits without sign.
pub const VT_UI2: VARTYPE = 18;

/// 32 bits without sign.
pub const VT_UI4: VARTYPE = 19;

/// 64 bits with sign.
pub const VT_I8: VARTYPE = 20;

/// 64 bits without sign.
pub const VT_UI8: VARTYPE = 21;

/// 32 bits with sign.
pub const VT_INT: VARTYPE = 22;

/// 32 bits without sign.
pub const VT_UINT: VARTYPE = 23;

/// A record; not supported here.
pub const VT_RECORD: VARTYPE = 36;

/// Added to a kind: a SAFEARRAY of it.
pub const VT_ARRAY: VARTYPE = 0x2000;

/// Added to a kind: a pointer to it, which the VARIANT does not own.
pub const VT_BYREF: VARTYPE = 0x4000;

/// The kind without VT_ARRAY and VT_BYREF.
pub const VT_TYPEMASK: VARTYPE = 0xfff;

/// Truth in Automation.
pub const VARIANT_TRUE: VARIANT_BOOL = -1;

/// Falsehood in Automation.
pub const VARIANT_FALSE: VARIANT_BOOL = 0;

/// The array is on the stack.
pub const FADF_AUTO: WORD = 0x1;

/// The array is static.
pub const FADF_STATIC: WORD = 0x2;

/// The array is part of a structure.
pub const FADF_EMBEDDED: WORD = 0x4;

/// The array's extent cannot change.
pub const FADF_FIXEDSIZE: WORD = 0x10;

/// The elements are records.
pub const FADF_RECORD: WORD = 0x20;

/// An interface id stands before the array.
pub const FADF_HAVEIID: WORD = 0x40;

/// The kind of the elements stands before the array.
pub const FADF_HAVEVARTYPE: WORD = 0x80;

/// The elements are texts.
pub const FADF_BSTR: WORD = 0x100;

/// The elements are IUnknown pointers.
pub const FADF_UNKNOWN: WORD = 0x200;

/// The elements are IDispatch pointers.
pub const FADF_DISPATCH: WORD = 0x400;

/// The elements are VARIANTs.
pub const FADF_VARIANT: WORD = 0x800;

/// Call a method.
pub const DISPATCH_METHOD: WORD = 0x1;

/// Read a property.
pub const DISPATCH_PROPERTYGET: WORD = 0x2;

/// Write a property.
pub const DISPATCH_PROPERTYPUT: WORD = 0x4;

/// Write a property by reference.
pub const DISPATCH_PROPERTYPUTREF: WORD = 0x8;

/// No such member.
pub const DISPID_UNKNOWN: LONG = -1;

/// The default member.
pub const DISPID_VALUE: LONG = 0;

/// Names the argument that holds the value of a property put.
pub const DISPID_PROPERTYPUT: LONG = -3;

/// The member that gives an enumerator.
pub const DISPID_NEWENUM: LONG = -4;

/// VariantChangeType: do not ask an object for its default property.
pub const VARIANT_NOVALUEPROP: WORD = 0x1;

/// VariantChangeType: write truth as True or False, not as -1 or 0.
pub const VARIANT_ALPHABOOL: WORD = 0x2;

/// VariantChangeType: write truth in the user's language, which is English here.
pub const VARIANT_LOCALBOOL: WORD = 0x10;

/// The class runs in this process, as all classes here do.
pub const CLSCTX_INPROC_SERVER: DWORD = 0x1;

/// Accepted by CoCreateInstance in company only.
pub const CLSCTX_INPROC_HANDLER: DWORD = 0x2;

/// Accepted by CoCreateInstance in company only.
pub const CLSCTX_LOCAL_SERVER: DWORD = 0x4;

/// Accepted by CoCreateInstance in company only.
pub const CLSCTX_REMOTE_SERVER: DWORD = 0x10;

/// Wherever the class runs.
pub const CLSCTX_ALL: DWORD = 0x17;

/// CoInitializeEx: the thread is an apartment of its own. Makes no difference here.
pub const COINIT_APARTMENTTHREADED: DWORD = 0x2;

/// CoInitializeEx: the thread joins the multithreaded apartment. Makes no difference here.
pub const COINIT_MULTITHREADED: DWORD = 0x0;

/// CoInitializeEx: makes no difference here.
pub const COINIT_DISABLE_OLE1DDE: DWORD = 0x4;

/// CoInitializeEx: makes no difference here.
pub const COINIT_SPEED_OVER_MEMORY: DWORD = 0x8;

/// The language of the system. This library ignores languages.
pub const LOCALE_SYSTEM_DEFAULT: DWORD = 0x800;

/// The language of the user. This library ignores languages.
pub const LOCALE_USER_DEFAULT: DWORD = 0x400;
