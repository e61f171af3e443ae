/*
 * TAPI 3 for programs that are not on Windows: the interfaces, constants and functions of libtapi3.
 *
 * Made by `cargo run -p codegen` from idl/ and src/; do not edit.
 *
 * In C an interface is a structure with a vtable, and with COBJMACROS defined before this header
 * is included there is a macro for every method:
 *
 *     #define COBJMACROS
 *     #include <tapi3.h>
 *     ITBasicCallControl_Disconnect(call, DC_NORMAL);
 *
 * In C++ an interface is an abstract class (see tapi3.hpp), unless CINTERFACE is defined, which
 * gives the C view. The binary interface is the same in every view.
 *
 * `long` of the Windows headers is LONG (32 bits), and a text is UTF-16 whatever wchar_t is: write
 * OLESTR("1001") or u"1001"; L"1001" works under -fshort-wchar, which makes the wide functions of the C
 * library and std::wstring unsafe: they are built for a wchar_t of four bytes.
 *
 * A program that includes windows.h, atlbase.h or comdef.h finds headers of these names in the folder
 * that `pkg-config --variable=compatdir tapi3` tells.
 */
#ifndef TAPI3_H
#define TAPI3_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__cplusplus) && __cplusplus < 201103L
#error "tapi3.h needs C++11 or later"
#endif

/** The version of this header; tapi3_version() is that of the library. */
#define TAPI3_VERSION_MAJOR @@MAJOR@@
#define TAPI3_VERSION_MINOR @@MINOR@@
#define TAPI3_VERSION_PATCH @@PATCH@@
/** The version as one number that can be compared: major * 10000 + minor * 100 + patch. */
#define TAPI3_VERSION_NUMBER \
    (TAPI3_VERSION_MAJOR * 10000 + TAPI3_VERSION_MINOR * 100 + TAPI3_VERSION_PATCH)
/** The version as text. */
#define TAPI3_VERSION "@@MAJOR@@.@@MINOR@@.@@PATCH@@"

/* ---- Words of the Windows headers that a port still uses; most of them mean nothing here ---- */

#define STDMETHODCALLTYPE
#define STDAPICALLTYPE
#define WINAPI
#define FAR
#define PURE = 0
#define STDMETHODIMP HRESULT STDMETHODCALLTYPE
#define STDMETHODIMP_(type) type STDMETHODCALLTYPE
#define STDMETHOD(method) virtual HRESULT STDMETHODCALLTYPE method
#define STDMETHOD_(type, method) virtual type STDMETHODCALLTYPE method

#ifndef TRUE
#define TRUE 1
#endif
#ifndef FALSE
#define FALSE 0
#endif

/** Whether an HRESULT means success; S_FALSE is a success. */
#define SUCCEEDED(hr) (((hr) & 0x80000000u) == 0)
/** Whether an HRESULT means failure. */
#define FAILED(hr) (((hr) & 0x80000000u) != 0)
/** The parts of an HRESULT. */
#define HRESULT_CODE(hr) ((hr) & 0xFFFF)
#define HRESULT_FACILITY(hr) (((hr) >> 16) & 0x1FFF)
#define HRESULT_SEVERITY(hr) (((hr) >> 31) & 0x1)
/** An HRESULT made of its parts. */
#define MAKE_HRESULT(severity, facility, code) \
    ((HRESULT)(((uint32_t)(severity) << 31) | ((uint32_t)(facility) << 16) | (uint32_t)(code)))
#define SEVERITY_SUCCESS 0
#define SEVERITY_ERROR 1
#define FACILITY_ITF 4

/* A member without a name: standard in C11, an extension that every compiler has elsewhere. */
#if defined(__GNUC__)
#define TAPI3_NAMELESS __extension__
#else
#define TAPI3_NAMELESS
#endif

/* No room between the members of a structure. */
#if defined(__GNUC__)
#define TAPI3_PACKED __attribute__((packed))
#else
#error "tapi3.h needs a compiler that packs structures"
#endif

/** One UTF-16 code unit. */
#if defined(__SIZEOF_WCHAR_T__) && __SIZEOF_WCHAR_T__ == 2
#define TAPI3_OLESTR(text) L##text
#ifdef __cplusplus
typedef wchar_t OLECHAR;
#else
typedef uint_least16_t OLECHAR;
#endif
#else
#define TAPI3_OLESTR(text) u##text
#ifdef __cplusplus
typedef char16_t OLECHAR;
#else
typedef uint_least16_t OLECHAR;
#endif
#endif
/** A text of OLECHARs from a plain literal: OLESTR("1001"). In C it needs C11. */
#define OLESTR(text) TAPI3_OLESTR(text)

typedef OLECHAR WCHAR;
typedef OLECHAR *LPWSTR;
typedef const OLECHAR *LPCWSTR;

/* ---- Names used before they are defined ---- */

@@FORWARD@@

/* ---- Plain data types ---- */

@@TYPES@@

/** An id passed to a function: by reference in C++, by address in C. */
#ifdef __cplusplus
typedef const GUID &REFGUID;
typedef const IID &REFIID;
typedef const CLSID &REFCLSID;
#else
typedef const GUID *REFGUID;
typedef const IID *REFIID;
typedef const CLSID *REFCLSID;
#endif

@@VARIANT@@

typedef VARIANT VARIANTARG;
typedef VARIANT *LPVARIANT;
typedef IUnknown *LPUNKNOWN;
typedef IDispatch *LPDISPATCH;

/** The members of a VARIANT by kind: V_BSTR(&v) is v.bstrVal. */
#define V_VT(v) ((v)->vt)
#define V_ISBYREF(v) ((V_VT(v) & VT_BYREF) != 0)
#define V_ISARRAY(v) ((V_VT(v) & VT_ARRAY) != 0)
#define V_I1(v) ((v)->cVal)
#define V_I2(v) ((v)->iVal)
#define V_I4(v) ((v)->lVal)
#define V_I8(v) ((v)->llVal)
#define V_UI1(v) ((v)->bVal)
#define V_UI2(v) ((v)->uiVal)
#define V_UI4(v) ((v)->ulVal)
#define V_UI8(v) ((v)->ullVal)
#define V_INT(v) ((v)->intVal)
#define V_UINT(v) ((v)->uintVal)
#define V_R4(v) ((v)->fltVal)
#define V_R8(v) ((v)->dblVal)
#define V_BOOL(v) ((v)->boolVal)
#define V_CY(v) ((v)->cyVal)
#define V_DATE(v) ((v)->date)
#define V_DECIMAL(v) ((v)->decVal)
#define V_ERROR(v) ((v)->scode)
#define V_BSTR(v) ((v)->bstrVal)
#define V_UNKNOWN(v) ((v)->punkVal)
#define V_DISPATCH(v) ((v)->pdispVal)
#define V_ARRAY(v) ((v)->parray)
#define V_BYREF(v) ((v)->byref)
#define V_I4REF(v) ((v)->plVal)
#define V_BSTRREF(v) ((v)->pbstrVal)
#define V_BOOLREF(v) ((v)->pboolVal)
#define V_UNKNOWNREF(v) ((v)->ppunkVal)
#define V_DISPATCHREF(v) ((v)->ppdispVal)
#define V_VARIANTREF(v) ((v)->pvarVal)
#define V_ARRAYREF(v) ((v)->pparray)

/* ---- Result codes ---- */

@@HRESULTS@@

/* ---- Constants ---- */

@@CONSTANTS@@

/* ---- Enumerations: a 32-bit integer each ---- */

@@ENUMS@@

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Ids ---- */

@@GUIDS@@

#define IID_NULL GUID_NULL
#define CLSID_NULL GUID_NULL

/* ---- Functions ---- */

@@FUNCTIONS@@

#ifdef __cplusplus
} /* extern "C" */
#endif

/** Whether two ids are the same. */
#ifdef __cplusplus
inline bool operator==(const GUID &a, const GUID &b) { return memcmp(&a, &b, sizeof(GUID)) == 0; }
inline bool operator!=(const GUID &a, const GUID &b) { return !(a == b); }
inline BOOL IsEqualGUID(REFGUID a, REFGUID b) { return a == b; }
#else
static inline BOOL IsEqualGUID(REFGUID a, REFGUID b) { return memcmp(a, b, sizeof(GUID)) == 0; }
#endif
#define IsEqualIID(a, b) IsEqualGUID(a, b)
#define IsEqualCLSID(a, b) IsEqualGUID(a, b)

#if !defined(__cplusplus) || defined(CINTERFACE)

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Interfaces, as C sees them ---- */

@@INTERFACES@@

#ifdef __cplusplus
} /* extern "C" */
#endif

#ifdef COBJMACROS

@@COBJMACROS@@

#endif /* COBJMACROS */

#else /* C++ */

#include "tapi3.hpp"

#endif

#endif /* TAPI3_H */
