/*
 * Part of the compat headers: the types and words of <windows.h> that TAPI programs use. The types
 * of the interfaces themselves come from tapi3.h.
 *
 * A program includes the names in ../compat, never this.
 */
#ifndef TAPI3_PARTS_TYPES_H
#define TAPI3_PARTS_TYPES_H

#include "../../tapi3.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* ---- Words of the compilers for Windows ---- */

#ifndef __declspec
#define __declspec(word)
#endif
#ifndef __stdcall
#define __stdcall
#endif
#ifndef __cdecl
#define __cdecl
#endif
#ifndef __fastcall
#define __fastcall
#endif
#ifndef __int64
#define __int64 long long
#endif
#ifndef __forceinline
#define __forceinline inline
#endif
#ifndef __RPC_FAR
#define __RPC_FAR
#endif
#define DECLSPEC_UUID(text)
#define DECLSPEC_NOVTABLE
#define DECLSPEC_NOTHROW
#define DECLSPEC_SELECTANY __attribute__((weak))
#define MIDL_INTERFACE(text) struct

#ifdef __cplusplus
#define EXTERN_C extern "C"
#else
#define EXTERN_C extern
#endif
#define STDAPI EXTERN_C HRESULT STDAPICALLTYPE
#define STDAPI_(type) EXTERN_C type STDAPICALLTYPE

#define CALLBACK
#define APIENTRY
#define WINAPIV
#define PASCAL
#ifndef CONST
#define CONST const
#endif
#ifndef VOID
#define VOID void
#endif
/* What a parameter is for; nothing to the compiler. */
#ifndef IN
#define IN
#endif
#ifndef OUT
#define OUT
#endif
#define _In_
#define _In_opt_
#define _In_z_
#define _Out_
#define _Out_opt_
#define _Inout_
#define _Inout_opt_

#define UNREFERENCED_PARAMETER(name) ((void)(name))
#define ARRAYSIZE(array) (sizeof(array) / sizeof((array)[0]))
/** The structure of which `field` of this address is a part: the way from a sink in C to its data.
 *  The address goes over `void *`, because what was inside the structure is aligned with it. */
#define CONTAINING_RECORD(address, type, field)                                                    \
    ((type *)(void *)((char *)(address) - offsetof(type, field)))
#ifndef _countof
#define _countof(array) ARRAYSIZE(array)
#endif
#define ZeroMemory(memory, bytes) memset((memory), 0, (bytes))
#define FillMemory(memory, bytes, value) memset((memory), (value), (bytes))
#define CopyMemory(to, from, bytes) memcpy((to), (from), (bytes))
#define MoveMemory(to, from, bytes) memmove((to), (from), (bytes))

#define LOWORD(number) ((WORD)((DWORD_PTR)(number) & 0xffff))
#define HIWORD(number) ((WORD)(((DWORD_PTR)(number) >> 16) & 0xffff))
#define LOBYTE(number) ((BYTE)((DWORD_PTR)(number) & 0xff))
#define HIBYTE(number) ((BYTE)(((DWORD_PTR)(number) >> 8) & 0xff))
#define MAKEWORD(low, high) ((WORD)(((WORD)(low) & 0xff) | (((WORD)(high) & 0xff) << 8)))
#define MAKELONG(low, high) ((LONG)(((DWORD)(low) & 0xffff) | (((DWORD)(high) & 0xffff) << 16)))

#define MAX_PATH 260
#define MAXDWORD 0xffffffffu
#define INFINITE 0xffffffffu

/* ---- Types ---- */

typedef char CHAR;
typedef unsigned char UCHAR;
typedef float FLOAT;
typedef double DOUBLE;
typedef uint8_t BOOLEAN;
typedef int8_t INT8;
typedef int16_t INT16;
typedef int32_t INT32;
typedef int64_t INT64;
typedef uint8_t UINT8;
typedef uint16_t UINT16;
typedef uint32_t UINT32;
typedef uint64_t UINT64;
typedef int32_t LONG32;
typedef int64_t LONG64;
typedef uint32_t ULONG32;
typedef uint64_t ULONG64;
typedef uint32_t DWORD32;
typedef uint64_t DWORD64;
typedef uint64_t DWORDLONG;

/** As wide as a pointer. */
typedef intptr_t INT_PTR;
typedef uintptr_t UINT_PTR;
typedef intptr_t LONG_PTR;
typedef uintptr_t ULONG_PTR;
typedef uintptr_t DWORD_PTR;
typedef size_t SIZE_T;
typedef ptrdiff_t SSIZE_T;
typedef UINT_PTR WPARAM;
typedef LONG_PTR LPARAM;
typedef LONG_PTR LRESULT;

typedef void *PVOID;
typedef const void *LPCVOID;
typedef char *PCHAR;
typedef char *PSTR;
typedef char *LPSTR;
typedef const char *PCSTR;
typedef const char *LPCSTR;
typedef WCHAR *PWCHAR;
typedef WCHAR *PWSTR;
typedef const WCHAR *PCWSTR;
typedef BYTE *PBYTE;
typedef BYTE *LPBYTE;
typedef WORD *PWORD;
typedef WORD *LPWORD;
typedef DWORD *PDWORD;
typedef DWORD *LPDWORD;
typedef LONG *PLONG;
typedef LONG *LPLONG;
typedef ULONG *PULONG;
typedef UINT *PUINT;
typedef INT *PINT;
typedef INT *LPINT;
typedef BOOL *PBOOL;
typedef BOOL *LPBOOL;
typedef SIZE_T *PSIZE_T;
typedef GUID *LPGUID;
typedef IID *LPIID;
typedef CLSID *LPCLSID;
typedef IDispatch *LPDISPATCH;
typedef VARIANT *LPVARIANT;
typedef SAFEARRAY *LPSAFEARRAY;
typedef BSTR *LPBSTR;
typedef VARIANT tagVARIANT;
typedef SAFEARRAY tagSAFEARRAY;

typedef HANDLE *PHANDLE;
typedef HANDLE *LPHANDLE;
/** A module. There are none here: NULL. */
typedef void *HINSTANCE;
typedef void *HMODULE;
typedef void *HGLOBAL;
typedef void *HLOCAL;
#define INVALID_HANDLE_VALUE ((HANDLE)(intptr_t)-1)

/** Ignored: pass NULL. */
typedef struct SECURITY_ATTRIBUTES {
    DWORD nLength;
    LPVOID lpSecurityDescriptor;
    BOOL bInheritHandle;
} SECURITY_ATTRIBUTES, *PSECURITY_ATTRIBUTES, *LPSECURITY_ATTRIBUTES;

/* ---- TCHAR: OLECHAR where the program defines UNICODE, char otherwise ---- */

#if defined(UNICODE) || defined(_UNICODE)
typedef WCHAR TCHAR;
#define TAPI3_TEXT(text) OLESTR(text)
#else
typedef char TCHAR;
#define TAPI3_TEXT(text) text
#endif
typedef TCHAR *PTSTR;
typedef TCHAR *LPTSTR;
typedef const TCHAR *PCTSTR;
typedef const TCHAR *LPCTSTR;
/** A literal of TCHARs. */
#define TEXT(text) TAPI3_TEXT(text)

/* ---- GUIDs of a program's own ---- */

/* DEFINE_GUID declares an id; see <initguid.h>, which makes it define the id. */
#if !defined(DEFINE_GUID) && !defined(INITGUID)
#define DEFINE_GUID(name, l, w1, w2, b1, b2, b3, b4, b5, b6, b7, b8) EXTERN_C const GUID name
#endif
#ifdef INITGUID
#include "guids.h"
#endif

#endif /* TAPI3_PARTS_TYPES_H */
