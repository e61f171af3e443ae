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
 * OLESTR("1001") or u"1001"; L"1001" works under -fshort-wchar.
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
#define TAPI3_VERSION_MAJOR 0
#define TAPI3_VERSION_MINOR 1
#define TAPI3_VERSION_PATCH 0
/** The version as one number that can be compared: major * 10000 + minor * 100 + patch. */
#define TAPI3_VERSION_NUMBER \
    (TAPI3_VERSION_MAJOR * 10000 + TAPI3_VERSION_MINOR * 100 + TAPI3_VERSION_PATCH)
/** The version as text. */
#define TAPI3_VERSION "0.1.0"

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

typedef struct GUID GUID;
typedef struct ITypeInfo ITypeInfo;
typedef struct IRecordInfo IRecordInfo;
typedef struct AM_MEDIA_TYPE AM_MEDIA_TYPE;
typedef struct TAPI_CUSTOMTONE TAPI_CUSTOMTONE;
typedef struct TAPI_DETECTTONE TAPI_DETECTTONE;
typedef struct CONNECTDATA CONNECTDATA;
typedef struct SAFEARRAYBOUND SAFEARRAYBOUND;
typedef struct SAFEARRAY SAFEARRAY;
typedef struct CY CY;
typedef struct DECIMAL DECIMAL;
typedef struct BRECORD BRECORD;
typedef struct VARIANT VARIANT;
typedef struct DISPPARAMS DISPPARAMS;
typedef struct EXCEPINFO EXCEPINFO;
typedef struct IUnknown IUnknown;
typedef struct IDispatch IDispatch;
typedef struct ITMediaSupport ITMediaSupport;
typedef struct ITAddress ITAddress;
typedef struct ITAddress2 ITAddress2;
typedef struct ITAddressCapabilities ITAddressCapabilities;
typedef struct ITForwardInformation ITForwardInformation;
typedef struct ITForwardInformation2 ITForwardInformation2;
typedef struct ITBasicCallControl ITBasicCallControl;
typedef struct ITCallInfo ITCallInfo;
typedef struct ITCallInfo2 ITCallInfo2;
typedef struct ITCallHub ITCallHub;
typedef struct ITBasicCallControl2 ITBasicCallControl2;
typedef struct ITCollection ITCollection;
typedef struct ITCollection2 ITCollection2;
typedef struct IClassFactory IClassFactory;
typedef struct IConnectionPointContainer IConnectionPointContainer;
typedef struct IConnectionPoint IConnectionPoint;
typedef struct IEnumConnectionPoints IEnumConnectionPoints;
typedef struct IEnumConnections IEnumConnections;
typedef struct IEnumVARIANT IEnumVARIANT;
typedef struct IEnumUnknown IEnumUnknown;
typedef struct IErrorInfo IErrorInfo;
typedef struct ISupportErrorInfo ISupportErrorInfo;
typedef struct ICreateErrorInfo ICreateErrorInfo;
typedef struct IEnumPhone IEnumPhone;
typedef struct IEnumTerminal IEnumTerminal;
typedef struct IEnumTerminalClass IEnumTerminalClass;
typedef struct IEnumCall IEnumCall;
typedef struct IEnumAddress IEnumAddress;
typedef struct IEnumCallHub IEnumCallHub;
typedef struct IEnumBstr IEnumBstr;
typedef struct IEnumPluggableTerminalClassInfo IEnumPluggableTerminalClassInfo;
typedef struct IEnumPluggableSuperclassInfo IEnumPluggableSuperclassInfo;
typedef struct IEnumLocation IEnumLocation;
typedef struct IEnumCallingCard IEnumCallingCard;
typedef struct IEnumStream IEnumStream;
typedef struct IEnumSubStream IEnumSubStream;
typedef struct ITPrivateEvent ITPrivateEvent;
typedef struct ITPhoneEvent ITPhoneEvent;
typedef struct ITCallStateEvent ITCallStateEvent;
typedef struct ITPhoneDeviceSpecificEvent ITPhoneDeviceSpecificEvent;
typedef struct ITCallMediaEvent ITCallMediaEvent;
typedef struct ITDigitDetectionEvent ITDigitDetectionEvent;
typedef struct ITDigitGenerationEvent ITDigitGenerationEvent;
typedef struct ITDigitsGatheredEvent ITDigitsGatheredEvent;
typedef struct ITToneDetectionEvent ITToneDetectionEvent;
typedef struct ITTAPIObjectEvent ITTAPIObjectEvent;
typedef struct ITTAPIObjectEvent2 ITTAPIObjectEvent2;
typedef struct ITCallHubEvent ITCallHubEvent;
typedef struct ITAddressEvent ITAddressEvent;
typedef struct ITAddressDeviceSpecificEvent ITAddressDeviceSpecificEvent;
typedef struct ITFileTerminalEvent ITFileTerminalEvent;
typedef struct ITTTSTerminalEvent ITTTSTerminalEvent;
typedef struct ITASRTerminalEvent ITASRTerminalEvent;
typedef struct ITToneTerminalEvent ITToneTerminalEvent;
typedef struct ITQOSEvent ITQOSEvent;
typedef struct ITCallInfoChangeEvent ITCallInfoChangeEvent;
typedef struct ITRequestEvent ITRequestEvent;
typedef struct ITCallNotificationEvent ITCallNotificationEvent;
typedef struct ITLegacyAddressMediaControl ITLegacyAddressMediaControl;
typedef struct ITLegacyAddressMediaControl2 ITLegacyAddressMediaControl2;
typedef struct ITLegacyCallMediaControl ITLegacyCallMediaControl;
typedef struct ITLegacyCallMediaControl2 ITLegacyCallMediaControl2;
typedef struct ITDetectTone ITDetectTone;
typedef struct ITCustomTone ITCustomTone;
typedef struct ITLegacyWaveSupport ITLegacyWaveSupport;
typedef struct ITPhone ITPhone;
typedef struct ITAutomatedPhoneControl ITAutomatedPhoneControl;
typedef struct ITTAPI ITTAPI;
typedef struct ITTAPI2 ITTAPI2;
typedef struct ITTAPIEventNotification ITTAPIEventNotification;
typedef struct ITRequest ITRequest;
typedef struct ITDispatchMapper ITDispatchMapper;
typedef struct ITTAPIDispatchEventNotification ITTAPIDispatchEventNotification;
typedef struct ITPluggableTerminalClassInfo ITPluggableTerminalClassInfo;
typedef struct ITPluggableTerminalSuperclassInfo ITPluggableTerminalSuperclassInfo;
typedef struct ITTerminalSupport ITTerminalSupport;
typedef struct ITTerminalSupport2 ITTerminalSupport2;
typedef struct ITTerminal ITTerminal;
typedef struct ITMultiTrackTerminal ITMultiTrackTerminal;
typedef struct ITFileTrack ITFileTrack;
typedef struct ITMediaPlayback ITMediaPlayback;
typedef struct ITMediaRecord ITMediaRecord;
typedef struct ITMediaControl ITMediaControl;
typedef struct ITBasicAudioTerminal ITBasicAudioTerminal;
typedef struct ITStaticAudioTerminal ITStaticAudioTerminal;
typedef struct ITStreamControl ITStreamControl;
typedef struct ITStream ITStream;
typedef struct ITSubStreamControl ITSubStreamControl;
typedef struct ITSubStream ITSubStream;
typedef struct ITScriptableAudioFormat ITScriptableAudioFormat;
typedef struct ITAddressTranslation ITAddressTranslation;
typedef struct ITAddressTranslationInfo ITAddressTranslationInfo;
typedef struct ITLocationInfo ITLocationInfo;
typedef struct ITCallingCard ITCallingCard;

/* ---- Plain data types ---- */

/** A result code: the highest bit is set on failure. See SUCCEEDED and FAILED. */
typedef uint32_t HRESULT;

/** A byte. */
typedef uint8_t BYTE;

/** 16 bits without sign. */
typedef uint16_t WORD;

/** 32 bits without sign. */
typedef uint32_t DWORD;

/** 16 bits with sign. */
typedef int16_t SHORT;

/** 16 bits without sign. */
typedef uint16_t USHORT;

/** 32 bits with sign. */
typedef int32_t INT;

/** 32 bits without sign. */
typedef uint32_t UINT;

/** 32 bits with sign, as `long` is on Windows. */
typedef int32_t LONG;

/** 32 bits without sign, as `unsigned long` is on Windows. */
typedef uint32_t ULONG;

/** 64 bits with sign. */
typedef int64_t LONGLONG;

/** 64 bits without sign. */
typedef uint64_t ULONGLONG;

/** TRUE (1) or FALSE (0). Not to be confused with VARIANT_BOOL. */
typedef int32_t BOOL;

/** VARIANT_TRUE (-1) or VARIANT_FALSE (0), the truth value of Automation. */
typedef int16_t VARIANT_BOOL;

/** An error code in a VARIANT or an EXCEPINFO: an HRESULT, signed as on Windows. */
typedef int32_t SCODE;

/** Days since 30 December 1899, with the time of day as the fraction. */
typedef double DATE;

/** The kind of value in a VARIANT: one of VT_*. */
typedef uint16_t VARTYPE;

/** The number of a member of an Automation interface. */
typedef int32_t DISPID;

/** A language; this library ignores it. */
typedef uint32_t LCID;

/** A UTF-16 text that ends with a zero. */
typedef OLECHAR *LPOLESTR;

/** A UTF-16 text that ends with a zero and is only read. */
typedef const OLECHAR *LPCOLESTR;

/**
 * A text from SysAllocString: UTF-16, its length in bytes stands in the four bytes before it.
 * NULL is the empty text. Whoever receives one frees it with SysFreeString.
 */
typedef OLECHAR *BSTR;

/** Any memory. */
typedef void *LPVOID;

/** A window. There are none here: pass NULL. */
typedef void *HWND;

/** A window as a number. There are none here: pass 0. */
typedef intptr_t TAPIHWND;

/** LINEDIGITMODE_* bits. */
typedef int32_t TAPI_DIGITMODE;

/** A globally unique id. */
struct GUID {
    /** The first eight hexadecimal digits. */
    uint32_t Data1;
    /** The next four. */
    uint16_t Data2;
    /** The next four. */
    uint16_t Data3;
    /** The rest, in the order in which it is written. */
    uint8_t Data4[8];
};

/** An interface id. */
typedef struct GUID IID;

/** A class id. */
typedef struct GUID CLSID;

/**
 * A tone to generate, one entry of an array.
 *
 * Source: the TAPI_CUSTOMTONE page (tapi3if.h).
 */
struct TAPI_CUSTOMTONE {
    /** Hertz. */
    DWORD dwFrequency;
    /** How long the tone sounds in each period, in milliseconds; 0: no tone. */
    DWORD dwCadenceOn;
    /** How long it is silent in each period, in milliseconds; 0: a steady tone. */
    DWORD dwCadenceOff;
    /** From 0 (silent) to 0xFFFF (full). */
    DWORD dwVolume;
};

/**
 * A tone to listen for, one entry of an array. Three zero frequencies mean silence.
 *
 * Source: the TAPI_DETECTTONE page (tapi3if.h).
 */
struct TAPI_DETECTTONE {
    /** The application's own mark, given back when the tone is heard. */
    DWORD dwAppSpecific;
    /** How long the tone must last, in milliseconds. */
    DWORD dwDuration;
    /** Hertz; 0 when not used. */
    DWORD dwFrequency1;
    /** Hertz; 0 when not used. */
    DWORD dwFrequency2;
    /** Hertz; 0 when not used. */
    DWORD dwFrequency3;
};

/** One sink that is tied to a connection point. */
struct CONNECTDATA {
    /** The sink, with a reference that the receiver releases. */
    IUnknown *pUnk;
    /** The number that Advise gave. */
    DWORD dwCookie;
};

/** The extent of one dimension of a SAFEARRAY. */
struct SAFEARRAYBOUND {
    /** The number of elements. */
    ULONG cElements;
    /** The index of the first one. */
    LONG lLbound;
};

/**
 * An array that knows its extent. Made by SafeArrayCreate; `rgsabound` has `cDims` entries,
 * the last dimension first.
 */
struct SAFEARRAY {
    /** The number of dimensions. */
    USHORT cDims;
    /** FADF_* bits: what the elements are. */
    USHORT fFeatures;
    /** The size of one element in bytes. */
    ULONG cbElements;
    /** How many times the data is locked. */
    ULONG cLocks;
    /** The elements. */
    void *pvData;
    /** The extent of each dimension; there are `cDims` of them. */
    struct SAFEARRAYBOUND rgsabound[1];
};

/** An amount of money, in ten-thousandths. */
struct CY {
    /** The amount times 10 000. */
    LONGLONG int64;
};

/** A decimal number of 96 bits: `(Hi32, Mid32, Lo32) / 10^scale`, negative when `sign` is 0x80. */
struct DECIMAL {
    /** Lies over the `vt` of a VARIANT. */
    USHORT wReserved;
    /** The power of ten to divide by: 0 to 28. */
    BYTE scale;
    /** 0, or 0x80 for a negative number. */
    BYTE sign;
    /** The highest 32 bits. */
    ULONG Hi32;
    /** The lowest 32 bits. */
    ULONG Lo32;
    /** The middle 32 bits. */
    ULONG Mid32;
};

/** A record and its description. */
struct BRECORD {
    /** The record. */
    void *pvRecord;
    /** Its description. */
    IRecordInfo *pRecInfo;
};

/** The arguments of a call through IDispatch. */
struct DISPPARAMS {
    /** The arguments, the last one first; the named ones stand before all others. */
    VARIANT *rgvarg;
    /** The dispatch ids of the named arguments; DISPID_PROPERTYPUT for the value of a property put. */
    DISPID *rgdispidNamedArgs;
    /** How many arguments there are. */
    UINT cArgs;
    /** How many of them are named. */
    UINT cNamedArgs;
};

/** What went wrong in a call through IDispatch. The receiver frees the strings. */
struct EXCEPINFO {
    /** An error number of the object's own, or 0 when `scode` is set. */
    WORD wCode;
    /** 0. */
    WORD wReserved;
    /** Who reports the error. */
    BSTR bstrSource;
    /** What went wrong, in a sentence. */
    BSTR bstrDescription;
    /** A help file, or NULL. */
    BSTR bstrHelpFile;
    /** The place in the help file. */
    DWORD dwHelpContext;
    /** NULL. */
    void *pvReserved;
    /** Fills the rest in when the receiver wants it; NULL when everything is filled in already. */
    HRESULT (*pfnDeferredFillIn)(struct EXCEPINFO *pExcepInfo);
    /** The HRESULT of the member that failed. */
    SCODE scode;
};

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

/**
 * A value of any Automation type, 24 bytes.
 *
 * C programs reach the members as on Windows (`v.vt`, `v.lVal`, `V_BSTR(&v)`). A VT_DECIMAL
 * lies over the whole of the first 16 bytes.
 */
TAPI3_NAMELESS struct VARIANT {
    TAPI3_NAMELESS union {
        TAPI3_NAMELESS struct {
            /** VT_*: which member of the value counts. */
            VARTYPE vt;
            /** Part of a DECIMAL only. */
            WORD wReserved1;
            /** Part of a DECIMAL only. */
            WORD wReserved2;
            /** Part of a DECIMAL only. */
            WORD wReserved3;
            TAPI3_NAMELESS union {
                /** VT_I8. */
                LONGLONG llVal;
                /** VT_I4. */
                LONG lVal;
                /** VT_UI1. */
                BYTE bVal;
                /** VT_I2. */
                SHORT iVal;
                /** VT_R4. */
                float fltVal;
                /** VT_R8. */
                double dblVal;
                /** VT_BOOL. */
                VARIANT_BOOL boolVal;
                /** VT_ERROR. */
                SCODE scode;
                /** VT_CY. */
                CY cyVal;
                /** VT_DATE. */
                DATE date;
                /** VT_BSTR; owned by the VARIANT. */
                BSTR bstrVal;
                /** VT_UNKNOWN; holds a reference. */
                IUnknown *punkVal;
                /** VT_DISPATCH; holds a reference. */
                IDispatch *pdispVal;
                /** VT_ARRAY; owned by the VARIANT. */
                SAFEARRAY *parray;
                /** VT_BYREF | VT_UI1. */
                BYTE *pbVal;
                /** VT_BYREF | VT_I2. */
                SHORT *piVal;
                /** VT_BYREF | VT_I4. */
                LONG *plVal;
                /** VT_BYREF | VT_I8. */
                LONGLONG *pllVal;
                /** VT_BYREF | VT_R4. */
                float *pfltVal;
                /** VT_BYREF | VT_R8. */
                double *pdblVal;
                /** VT_BYREF | VT_BOOL. */
                VARIANT_BOOL *pboolVal;
                /** VT_BYREF | VT_ERROR. */
                SCODE *pscode;
                /** VT_BYREF | VT_CY. */
                CY *pcyVal;
                /** VT_BYREF | VT_DATE. */
                DATE *pdate;
                /** VT_BYREF | VT_BSTR. */
                BSTR *pbstrVal;
                /** VT_BYREF | VT_UNKNOWN. */
                IUnknown **ppunkVal;
                /** VT_BYREF | VT_DISPATCH. */
                IDispatch **ppdispVal;
                /** VT_BYREF | VT_ARRAY. */
                SAFEARRAY **pparray;
                /** VT_BYREF | VT_VARIANT. */
                VARIANT *pvarVal;
                /** VT_BYREF, of any kind. */
                void *byref;
                /** VT_I1. */
                int8_t cVal;
                /** VT_UI2. */
                USHORT uiVal;
                /** VT_UI4. */
                ULONG ulVal;
                /** VT_UI8. */
                ULONGLONG ullVal;
                /** VT_INT. */
                INT intVal;
                /** VT_UINT. */
                UINT uintVal;
                /** VT_BYREF | VT_DECIMAL. */
                DECIMAL *pdecVal;
                /** VT_BYREF | VT_I1. */
                int8_t *pcVal;
                /** VT_BYREF | VT_UI2. */
                USHORT *puiVal;
                /** VT_BYREF | VT_UI4. */
                ULONG *pulVal;
                /** VT_BYREF | VT_UI8. */
                ULONGLONG *pullVal;
                /** VT_BYREF | VT_INT. */
                INT *pintVal;
                /** VT_BYREF | VT_UINT. */
                UINT *puintVal;
                /** VT_RECORD. */
                TAPI3_NAMELESS struct {
                    void *pvRecord;
                    IRecordInfo *pRecInfo;
                };
            };
        };
        /** VT_DECIMAL. */
        DECIMAL decVal;
    };
};

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

/** TAPI_E_NOTENOUGHMEMORY. */
#define TAPI_E_NOTENOUGHMEMORY 0x80040001u
/** TAPI_E_NOITEMS. */
#define TAPI_E_NOITEMS 0x80040002u
/** TAPI_E_NOTSUPPORTED. */
#define TAPI_E_NOTSUPPORTED 0x80040003u
/** TAPI_E_INVALIDMEDIATYPE. */
#define TAPI_E_INVALIDMEDIATYPE 0x80040004u
/** TAPI_E_OPERATIONFAILED. */
#define TAPI_E_OPERATIONFAILED 0x80040005u
/** TAPI_E_ALLOCATED. */
#define TAPI_E_ALLOCATED 0x80040006u
/** TAPI_E_CALLUNAVAIL. */
#define TAPI_E_CALLUNAVAIL 0x80040007u
/** TAPI_E_COMPLETIONOVERRUN. */
#define TAPI_E_COMPLETIONOVERRUN 0x80040008u
/** TAPI_E_CONFERENCEFULL. */
#define TAPI_E_CONFERENCEFULL 0x80040009u
/** TAPI_E_DIALMODIFIERNOTSUPPORTED. */
#define TAPI_E_DIALMODIFIERNOTSUPPORTED 0x8004000Au
/** TAPI_E_INUSE. */
#define TAPI_E_INUSE 0x8004000Bu
/** TAPI_E_INVALADDRESS. */
#define TAPI_E_INVALADDRESS 0x8004000Cu
/** TAPI_E_INVALADDRESSSTATE. */
#define TAPI_E_INVALADDRESSSTATE 0x8004000Du
/** TAPI_E_INVALCALLPARAMS. */
#define TAPI_E_INVALCALLPARAMS 0x8004000Eu
/** TAPI_E_INVALCALLPRIVILEGE. */
#define TAPI_E_INVALCALLPRIVILEGE 0x8004000Fu
/** TAPI_E_INVALCALLSTATE. */
#define TAPI_E_INVALCALLSTATE 0x80040010u
/** TAPI_E_INVALCARD. */
#define TAPI_E_INVALCARD 0x80040011u
/** TAPI_E_INVALCOMPLETIONID. */
#define TAPI_E_INVALCOMPLETIONID 0x80040012u
/** TAPI_E_INVALCOUNTRYCODE. */
#define TAPI_E_INVALCOUNTRYCODE 0x80040013u
/** TAPI_E_INVALDEVICECLASS. */
#define TAPI_E_INVALDEVICECLASS 0x80040014u
/** TAPI_E_INVALDIALPARAMS. */
#define TAPI_E_INVALDIALPARAMS 0x80040015u
/** TAPI_E_INVALDIGITS. */
#define TAPI_E_INVALDIGITS 0x80040016u
/** TAPI_E_INVALGROUPID. */
#define TAPI_E_INVALGROUPID 0x80040017u
/** TAPI_E_INVALLOCATION. */
#define TAPI_E_INVALLOCATION 0x80040018u
/** TAPI_E_INVALMESSAGEID. */
#define TAPI_E_INVALMESSAGEID 0x80040019u
/** TAPI_E_INVALPARKID. */
#define TAPI_E_INVALPARKID 0x8004001Au
/** TAPI_E_INVALRATE. */
#define TAPI_E_INVALRATE 0x8004001Bu
/** TAPI_E_INVALTIMEOUT. */
#define TAPI_E_INVALTIMEOUT 0x8004001Cu
/** TAPI_E_INVALTONE. */
#define TAPI_E_INVALTONE 0x8004001Du
/** TAPI_E_INVALLIST. */
#define TAPI_E_INVALLIST 0x8004001Eu
/** TAPI_E_INVALMODE. */
#define TAPI_E_INVALMODE 0x8004001Fu
/** TAPI_E_NOCONFERENCE. */
#define TAPI_E_NOCONFERENCE 0x80040020u
/** TAPI_E_NODEVICE. */
#define TAPI_E_NODEVICE 0x80040021u
/** TAPI_E_NOREQUEST. */
#define TAPI_E_NOREQUEST 0x80040022u
/** TAPI_E_NOTOWNER. */
#define TAPI_E_NOTOWNER 0x80040023u
/** TAPI_E_NOTREGISTERED. */
#define TAPI_E_NOTREGISTERED 0x80040024u
/** TAPI_E_REQUESTOVERRUN. */
#define TAPI_E_REQUESTOVERRUN 0x80040025u
/** TAPI_E_TARGETNOTFOUND. */
#define TAPI_E_TARGETNOTFOUND 0x80040026u
/** TAPI_E_TARGETSELF. */
#define TAPI_E_TARGETSELF 0x80040027u
/** TAPI_E_USERUSERINFOTOOBIG. */
#define TAPI_E_USERUSERINFOTOOBIG 0x80040028u
/** TAPI_E_REINIT. */
#define TAPI_E_REINIT 0x80040029u
/** TAPI_E_ADDRESSBLOCKED. */
#define TAPI_E_ADDRESSBLOCKED 0x8004002Au
/** TAPI_E_BILLINGREJECTED. */
#define TAPI_E_BILLINGREJECTED 0x8004002Bu
/** TAPI_E_INVALFEATURE. */
#define TAPI_E_INVALFEATURE 0x8004002Cu
/** TAPI_E_INVALBUTTONLAMPID. */
#define TAPI_E_INVALBUTTONLAMPID 0x8004002Du
/** TAPI_E_INVALBUTTONSTATE. */
#define TAPI_E_INVALBUTTONSTATE 0x8004002Eu
/** TAPI_E_INVALDATAID. */
#define TAPI_E_INVALDATAID 0x8004002Fu
/** TAPI_E_INVALHOOKSWITCHDEV. */
#define TAPI_E_INVALHOOKSWITCHDEV 0x80040030u
/** TAPI_E_DROPPED. */
#define TAPI_E_DROPPED 0x80040031u
/** TAPI_E_NOREQUESTRECIPIENT. */
#define TAPI_E_NOREQUESTRECIPIENT 0x80040032u
/** TAPI_E_REQUESTQUEUEFULL. */
#define TAPI_E_REQUESTQUEUEFULL 0x80040033u
/** TAPI_E_DESTBUSY. */
#define TAPI_E_DESTBUSY 0x80040034u
/** TAPI_E_DESTNOANSWER. */
#define TAPI_E_DESTNOANSWER 0x80040035u
/** TAPI_E_DESTUNAVAIL. */
#define TAPI_E_DESTUNAVAIL 0x80040036u
/** TAPI_E_REQUESTFAILED. */
#define TAPI_E_REQUESTFAILED 0x80040037u
/** TAPI_E_REQUESTCANCELLED. */
#define TAPI_E_REQUESTCANCELLED 0x80040038u
/** TAPI_E_INVALPRIVILEGE. */
#define TAPI_E_INVALPRIVILEGE 0x80040039u
/** TAPI_E_INVALIDDIRECTION. */
#define TAPI_E_INVALIDDIRECTION 0x8004003Au
/** TAPI_E_INVALIDTERMINAL. */
#define TAPI_E_INVALIDTERMINAL 0x8004003Bu
/** TAPI_E_INVALIDTERMINALCLASS. */
#define TAPI_E_INVALIDTERMINALCLASS 0x8004003Cu
/** TAPI_E_NODRIVER. */
#define TAPI_E_NODRIVER 0x8004003Du
/** TAPI_E_MAXSTREAMS. */
#define TAPI_E_MAXSTREAMS 0x8004003Eu
/** TAPI_E_NOTERMINALSELECTED. */
#define TAPI_E_NOTERMINALSELECTED 0x8004003Fu
/** TAPI_E_TERMINALINUSE. */
#define TAPI_E_TERMINALINUSE 0x80040040u
/** TAPI_E_NOTSTOPPED. */
#define TAPI_E_NOTSTOPPED 0x80040041u
/** TAPI_E_MAXTERMINALS. */
#define TAPI_E_MAXTERMINALS 0x80040042u
/** TAPI_E_INVALIDSTREAM. */
#define TAPI_E_INVALIDSTREAM 0x80040043u
/** TAPI_E_TIMEOUT. */
#define TAPI_E_TIMEOUT 0x80040044u
/** TAPI_E_CALLCENTER_GROUP_REMOVED. */
#define TAPI_E_CALLCENTER_GROUP_REMOVED 0x80040045u
/** TAPI_E_CALLCENTER_QUEUE_REMOVED. */
#define TAPI_E_CALLCENTER_QUEUE_REMOVED 0x80040046u
/** TAPI_E_CALLCENTER_NO_AGENT_ID. */
#define TAPI_E_CALLCENTER_NO_AGENT_ID 0x80040047u
/** TAPI_E_CALLCENTER_INVALAGENTID. */
#define TAPI_E_CALLCENTER_INVALAGENTID 0x80040048u
/** TAPI_E_CALLCENTER_INVALAGENTGROUP. */
#define TAPI_E_CALLCENTER_INVALAGENTGROUP 0x80040049u
/** TAPI_E_CALLCENTER_INVALPASSWORD. */
#define TAPI_E_CALLCENTER_INVALPASSWORD 0x8004004Au
/** TAPI_E_CALLCENTER_INVALAGENTSTATE. */
#define TAPI_E_CALLCENTER_INVALAGENTSTATE 0x8004004Bu
/** TAPI_E_CALLCENTER_INVALAGENTACTIVITY. */
#define TAPI_E_CALLCENTER_INVALAGENTACTIVITY 0x8004004Cu
/** TAPI_E_REGISTRY_SETTING_CORRUPT. */
#define TAPI_E_REGISTRY_SETTING_CORRUPT 0x8004004Du
/** TAPI_E_TERMINAL_PEER. */
#define TAPI_E_TERMINAL_PEER 0x8004004Eu
/** TAPI_E_PEER_NOT_SET. */
#define TAPI_E_PEER_NOT_SET 0x8004004Fu
/** TAPI_E_NOEVENT. */
#define TAPI_E_NOEVENT 0x80040050u
/** TAPI_E_INVALADDRESSTYPE. */
#define TAPI_E_INVALADDRESSTYPE 0x80040051u
/** TAPI_E_RESOURCEUNAVAIL. */
#define TAPI_E_RESOURCEUNAVAIL 0x80040052u
/** TAPI_E_PHONENOTOPEN. */
#define TAPI_E_PHONENOTOPEN 0x80040053u
/** TAPI_E_CALLNOTSELECTED. */
#define TAPI_E_CALLNOTSELECTED 0x80040054u
/** TAPI_E_WRONGEVENT. */
#define TAPI_E_WRONGEVENT 0x80040055u
/** TAPI_E_NOFORMAT. */
#define TAPI_E_NOFORMAT 0x80040056u
/** TAPI_E_INVALIDSTREAMSTATE. */
#define TAPI_E_INVALIDSTREAMSTATE 0x80040057u
/** TAPI_E_WRONG_STATE. */
#define TAPI_E_WRONG_STATE 0x80040058u
/** TAPI_E_NOT_INITIALIZED. */
#define TAPI_E_NOT_INITIALIZED 0x80040059u
/** TAPI_E_SERVICE_NOT_RUNNING. */
#define TAPI_E_SERVICE_NOT_RUNNING 0x8004005Au
/** S_OK. */
#define S_OK 0x00000000u
/** S_FALSE. */
#define S_FALSE 0x00000001u
/** E_PENDING. */
#define E_PENDING 0x8000000Au
/** E_NOTIMPL. */
#define E_NOTIMPL 0x80004001u
/** E_NOINTERFACE. */
#define E_NOINTERFACE 0x80004002u
/** E_POINTER. */
#define E_POINTER 0x80004003u
/** E_ABORT. */
#define E_ABORT 0x80004004u
/** E_FAIL. */
#define E_FAIL 0x80004005u
/** E_UNEXPECTED. */
#define E_UNEXPECTED 0x8000FFFFu
/** E_ACCESSDENIED. */
#define E_ACCESSDENIED 0x80070005u
/** E_OUTOFMEMORY. */
#define E_OUTOFMEMORY 0x8007000Eu
/** E_INVALIDARG. */
#define E_INVALIDARG 0x80070057u
/** CONNECT_E_NOCONNECTION. */
#define CONNECT_E_NOCONNECTION 0x80040200u
/** CONNECT_E_ADVISELIMIT. */
#define CONNECT_E_ADVISELIMIT 0x80040201u
/** CONNECT_E_CANNOTCONNECT. */
#define CONNECT_E_CANNOTCONNECT 0x80040202u
/** CLASS_E_NOAGGREGATION. */
#define CLASS_E_NOAGGREGATION 0x80040110u
/** CLASS_E_CLASSNOTAVAILABLE. */
#define CLASS_E_CLASSNOTAVAILABLE 0x80040111u
/** REGDB_E_CLASSNOTREG. */
#define REGDB_E_CLASSNOTREG 0x80040154u
/** CO_E_NOTINITIALIZED. */
#define CO_E_NOTINITIALIZED 0x800401F0u
/** CO_E_OBJNOTCONNECTED. */
#define CO_E_OBJNOTCONNECTED 0x800401FDu
/** CO_E_CLASSSTRING. */
#define CO_E_CLASSSTRING 0x800401F3u
/** CO_E_IIDSTRING. */
#define CO_E_IIDSTRING 0x800401F4u
/** RPC_E_CHANGED_MODE. */
#define RPC_E_CHANGED_MODE 0x80010106u
/** DISP_E_UNKNOWNINTERFACE. */
#define DISP_E_UNKNOWNINTERFACE 0x80020001u
/** DISP_E_MEMBERNOTFOUND. */
#define DISP_E_MEMBERNOTFOUND 0x80020003u
/** DISP_E_PARAMNOTFOUND. */
#define DISP_E_PARAMNOTFOUND 0x80020004u
/** DISP_E_TYPEMISMATCH. */
#define DISP_E_TYPEMISMATCH 0x80020005u
/** DISP_E_UNKNOWNNAME. */
#define DISP_E_UNKNOWNNAME 0x80020006u
/** DISP_E_NONAMEDARGS. */
#define DISP_E_NONAMEDARGS 0x80020007u
/** DISP_E_BADVARTYPE. */
#define DISP_E_BADVARTYPE 0x80020008u
/** DISP_E_EXCEPTION. */
#define DISP_E_EXCEPTION 0x80020009u
/** DISP_E_OVERFLOW. */
#define DISP_E_OVERFLOW 0x8002000Au
/** DISP_E_BADINDEX. */
#define DISP_E_BADINDEX 0x8002000Bu
/** DISP_E_UNKNOWNLCID. */
#define DISP_E_UNKNOWNLCID 0x8002000Cu
/** DISP_E_ARRAYISLOCKED. */
#define DISP_E_ARRAYISLOCKED 0x8002000Du
/** DISP_E_BADPARAMCOUNT. */
#define DISP_E_BADPARAMCOUNT 0x8002000Eu
/** DISP_E_PARAMNOTOPTIONAL. */
#define DISP_E_PARAMNOTOPTIONAL 0x8002000Fu

/* ---- Constants ---- */

/** Nothing: a VARIANT from VariantInit. */
#define VT_EMPTY 0
/** A value that is known to be missing. */
#define VT_NULL 1
/** 16 bits with sign. */
#define VT_I2 2
/** 32 bits with sign. */
#define VT_I4 3
/** A short floating-point number. */
#define VT_R4 4
/** A long floating-point number. */
#define VT_R8 5
/** An amount of money. */
#define VT_CY 6
/** A date and time. */
#define VT_DATE 7
/** A text. */
#define VT_BSTR 8
/** An object that can be called by name. */
#define VT_DISPATCH 9
/** A result code; DISP_E_PARAMNOTFOUND stands for an argument left out. */
#define VT_ERROR 10
/** VARIANT_TRUE or VARIANT_FALSE. */
#define VT_BOOL 11
/** A VARIANT; only with VT_BYREF or VT_ARRAY. */
#define VT_VARIANT 12
/** An object. */
#define VT_UNKNOWN 13
/** A decimal number of 96 bits. */
#define VT_DECIMAL 14
/** 8 bits with sign. */
#define VT_I1 16
/** 8 bits without sign. */
#define VT_UI1 17
/** 16 bits without sign. */
#define VT_UI2 18
/** 32 bits without sign. */
#define VT_UI4 19
/** 64 bits with sign. */
#define VT_I8 20
/** 64 bits without sign. */
#define VT_UI8 21
/** 32 bits with sign. */
#define VT_INT 22
/** 32 bits without sign. */
#define VT_UINT 23
/** A record; not supported here. */
#define VT_RECORD 36
/** Added to a kind: a SAFEARRAY of it. */
#define VT_ARRAY 0x2000
/** Added to a kind: a pointer to it, which the VARIANT does not own. */
#define VT_BYREF 0x4000
/** The kind without VT_ARRAY and VT_BYREF. */
#define VT_TYPEMASK 0xfff
/** Truth in Automation. */
#define VARIANT_TRUE (-1)
/** Falsehood in Automation. */
#define VARIANT_FALSE 0
/** The array is on the stack. */
#define FADF_AUTO 0x1
/** The array is static. */
#define FADF_STATIC 0x2
/** The array is part of a structure. */
#define FADF_EMBEDDED 0x4
/** The array's extent cannot change. */
#define FADF_FIXEDSIZE 0x10
/** The elements are records. */
#define FADF_RECORD 0x20
/** An interface id stands before the array. */
#define FADF_HAVEIID 0x40
/** The kind of the elements stands before the array. */
#define FADF_HAVEVARTYPE 0x80
/** The elements are texts. */
#define FADF_BSTR 0x100
/** The elements are IUnknown pointers. */
#define FADF_UNKNOWN 0x200
/** The elements are IDispatch pointers. */
#define FADF_DISPATCH 0x400
/** The elements are VARIANTs. */
#define FADF_VARIANT 0x800
/** Call a method. */
#define DISPATCH_METHOD 0x1
/** Read a property. */
#define DISPATCH_PROPERTYGET 0x2
/** Write a property. */
#define DISPATCH_PROPERTYPUT 0x4
/** Write a property by reference. */
#define DISPATCH_PROPERTYPUTREF 0x8
/** No such member. */
#define DISPID_UNKNOWN (-1)
/** The default member. */
#define DISPID_VALUE 0
/** Names the argument that holds the value of a property put. */
#define DISPID_PROPERTYPUT (-3)
/** The member that gives an enumerator. */
#define DISPID_NEWENUM (-4)
/** VariantChangeType: do not ask an object for its default property. */
#define VARIANT_NOVALUEPROP 0x1
/** VariantChangeType: write truth as True or False, not as -1 or 0. */
#define VARIANT_ALPHABOOL 0x2
/** VariantChangeType: write truth in the user's language, which is English here. */
#define VARIANT_LOCALBOOL 0x10
/** The class runs in this process, as all classes here do. */
#define CLSCTX_INPROC_SERVER 0x1
/** Accepted by CoCreateInstance in company only. */
#define CLSCTX_INPROC_HANDLER 0x2
/** Accepted by CoCreateInstance in company only. */
#define CLSCTX_LOCAL_SERVER 0x4
/** Accepted by CoCreateInstance in company only. */
#define CLSCTX_REMOTE_SERVER 0x10
/** Wherever the class runs. */
#define CLSCTX_ALL 0x17
/** CoInitializeEx: the thread is an apartment of its own. Makes no difference here. */
#define COINIT_APARTMENTTHREADED 0x2
/** CoInitializeEx: the thread joins the multithreaded apartment. Makes no difference here. */
#define COINIT_MULTITHREADED 0x0
/** CoInitializeEx: makes no difference here. */
#define COINIT_DISABLE_OLE1DDE 0x4
/** CoInitializeEx: makes no difference here. */
#define COINIT_SPEED_OVER_MEMORY 0x8
/** The language of the system. This library ignores languages. */
#define LOCALE_SYSTEM_DEFAULT 0x800
/** The language of the user. This library ignores languages. */
#define LOCALE_USER_DEFAULT 0x400
/** LINEADDRESSTYPE_PHONENUMBER. */
#define LINEADDRESSTYPE_PHONENUMBER 0x1
/** LINEADDRESSTYPE_SDP. */
#define LINEADDRESSTYPE_SDP 0x2
/** LINEADDRESSTYPE_EMAILNAME. */
#define LINEADDRESSTYPE_EMAILNAME 0x4
/** LINEADDRESSTYPE_DOMAINNAME. */
#define LINEADDRESSTYPE_DOMAINNAME 0x8
/** LINEADDRESSTYPE_IPADDRESS. */
#define LINEADDRESSTYPE_IPADDRESS 0x10
/** LINEDIGITMODE_PULSE. */
#define LINEDIGITMODE_PULSE 0x1
/** LINEDIGITMODE_DTMF. */
#define LINEDIGITMODE_DTMF 0x2
/** LINEDIGITMODE_DTMFEND. */
#define LINEDIGITMODE_DTMFEND 0x4
/** TAPIMEDIATYPE_AUDIO. */
#define TAPIMEDIATYPE_AUDIO 0x8
/** TAPIMEDIATYPE_VIDEO. */
#define TAPIMEDIATYPE_VIDEO 0x8000
/** TAPIMEDIATYPE_DATAMODEM. */
#define TAPIMEDIATYPE_DATAMODEM 0x10
/** TAPIMEDIATYPE_G3FAX. */
#define TAPIMEDIATYPE_G3FAX 0x20
/** TAPIMEDIATYPE_MULTITRACK. */
#define TAPIMEDIATYPE_MULTITRACK 0x10000
/** CIL_REASON: the call came straight to this address. */
#define LINECALLREASON_DIRECT 0x1
/** CIL_REASON: forwarded: the called party was busy. */
#define LINECALLREASON_FWDBUSY 0x2
/** CIL_REASON: forwarded: the called party did not answer. */
#define LINECALLREASON_FWDNOANSWER 0x4
/** CIL_REASON: forwarded: all calls are. */
#define LINECALLREASON_FWDUNCOND 0x8
/** CIL_REASON: picked up from another extension. */
#define LINECALLREASON_PICKUP 0x10
/** CIL_REASON: taken back from where it was parked. */
#define LINECALLREASON_UNPARK 0x20
/** CIL_REASON: redirected to this address. */
#define LINECALLREASON_REDIRECT 0x40
/** CIL_REASON: the result of a completion request. */
#define LINECALLREASON_CALLCOMPLETION 0x80
/** CIL_REASON: transferred to this address. */
#define LINECALLREASON_TRANSFER 0x100
/** CIL_REASON: a reminder of a call that was parked or held too long. */
#define LINECALLREASON_REMINDER 0x200
/** CIL_REASON: not known yet; it may become known. */
#define LINECALLREASON_UNKNOWN 0x400
/** CIL_REASON: not known, and never will be. */
#define LINECALLREASON_UNAVAIL 0x800
/** CIL_REASON: broke in on another call. */
#define LINECALLREASON_INTRUDE 0x1000
/** CIL_REASON: parked on this address. */
#define LINECALLREASON_PARKED 0x2000
/** CIL_REASON: waiting for a busy address. */
#define LINECALLREASON_CAMPEDON 0x4000
/** CIL_REASON: the switch asks where the call is to go. */
#define LINECALLREASON_ROUTEREQUEST 0x8000
/** CIL_ORIGIN: the call is made from here. */
#define LINECALLORIGIN_OUTBOUND 0x1
/** CIL_ORIGIN: comes from inside the same switch. */
#define LINECALLORIGIN_INTERNAL 0x2
/** CIL_ORIGIN: comes from outside. */
#define LINECALLORIGIN_EXTERNAL 0x4
/** CIL_ORIGIN: not known yet; it may become known. */
#define LINECALLORIGIN_UNKNOWN 0x10
/** CIL_ORIGIN: not known, and never will be. */
#define LINECALLORIGIN_UNAVAIL 0x20
/** CIL_ORIGIN: the handle of a conference. */
#define LINECALLORIGIN_CONFERENCE 0x40
/** CIL_ORIGIN: comes from elsewhere, inside or outside. */
#define LINECALLORIGIN_INBOUND 0x80
/** CLSID_String_VideoWindowTerm. */
#define CLSID_String_VideoWindowTerm OLESTR("{F7438990-D6EB-11D0-82A6-00AA00B5CA1B}")
/** CLSID_String_VideoInputTerminal. */
#define CLSID_String_VideoInputTerminal OLESTR("{AAF578EC-DC70-11D0-8ED3-00C04FB6809F}")
/** CLSID_String_HandsetTerminal. */
#define CLSID_String_HandsetTerminal OLESTR("{AAF578EB-DC70-11D0-8ED3-00C04FB6809F}")
/** CLSID_String_HeadsetTerminal. */
#define CLSID_String_HeadsetTerminal OLESTR("{AAF578ED-DC70-11D0-8ED3-00C04FB6809F}")
/** CLSID_String_SpeakerphoneTerminal. */
#define CLSID_String_SpeakerphoneTerminal OLESTR("{AAF578EE-DC70-11D0-8ED3-00C04FB6809F}")
/** CLSID_String_MicrophoneTerminal. */
#define CLSID_String_MicrophoneTerminal OLESTR("{AAF578EF-DC70-11D0-8ED3-00C04FB6809F}")
/** CLSID_String_SpeakersTerminal. */
#define CLSID_String_SpeakersTerminal OLESTR("{AAF578F0-DC70-11D0-8ED3-00C04FB6809F}")
/** CLSID_String_MediaStreamTerminal. */
#define CLSID_String_MediaStreamTerminal OLESTR("{E2F7AEF7-4971-11D1-A671-006097C9A2E8}")
/** CLSID_String_FileRecordingTerminal. */
#define CLSID_String_FileRecordingTerminal OLESTR("{521F3D06-C3D0-4511-8617-86B9A783DA77}")
/** CLSID_String_FilePlaybackTerminal. */
#define CLSID_String_FilePlaybackTerminal OLESTR("{0CB9914C-79CD-47DC-ADB0-327F47CEFB20}")
/** TAPIPROTOCOL_String_PSTN. */
#define TAPIPROTOCOL_String_PSTN OLESTR("{831CE2D6-83B5-11D1-BB5C-00C04FB6809F}")
/** TAPIPROTOCOL_String_H323. */
#define TAPIPROTOCOL_String_H323 OLESTR("{831CE2D7-83B5-11D1-BB5C-00C04FB6809F}")
/** TAPIPROTOCOL_String_Multicast. */
#define TAPIPROTOCOL_String_Multicast OLESTR("{831CE2D8-83B5-11D1-BB5C-00C04FB6809F}")

/* ---- Enumerations: a 32-bit integer each ---- */

/** TAPI_TONEMODE. */
typedef int32_t TAPI_TONEMODE;

/** TTM_RINGBACK. */
#define TTM_RINGBACK 2

/** TTM_BUSY. */
#define TTM_BUSY 4

/** TTM_BEEP. */
#define TTM_BEEP 8

/** TTM_BILLING. */
#define TTM_BILLING 16

/** TAPI_GATHERTERM. */
typedef int32_t TAPI_GATHERTERM;

/** TGT_BUFFERFULL. */
#define TGT_BUFFERFULL 1

/** TGT_TERMDIGIT. */
#define TGT_TERMDIGIT 2

/** TGT_FIRSTTIMEOUT. */
#define TGT_FIRSTTIMEOUT 4

/** TGT_INTERTIMEOUT. */
#define TGT_INTERTIMEOUT 8

/** TGT_CANCEL. */
#define TGT_CANCEL 16

/** ADDRESS_EVENT. */
typedef int32_t ADDRESS_EVENT;

/** AE_STATE. */
#define AE_STATE 0

/** AE_CAPSCHANGE. */
#define AE_CAPSCHANGE 1

/** AE_RINGING. */
#define AE_RINGING 2

/** AE_CONFIGCHANGE. */
#define AE_CONFIGCHANGE 3

/** AE_FORWARD. */
#define AE_FORWARD 4

/** AE_NEWTERMINAL. */
#define AE_NEWTERMINAL 5

/** AE_REMOVETERMINAL. */
#define AE_REMOVETERMINAL 6

/** AE_MSGWAITON. */
#define AE_MSGWAITON 7

/** AE_MSGWAITOFF. */
#define AE_MSGWAITOFF 8

/** AE_LASTITEM. */
#define AE_LASTITEM 8

/** ADDRESS_STATE. */
typedef int32_t ADDRESS_STATE;

/** AS_INSERVICE. */
#define AS_INSERVICE 0

/** AS_OUTOFSERVICE. */
#define AS_OUTOFSERVICE 1

/** CALL_STATE. */
typedef int32_t CALL_STATE;

/** CS_IDLE. */
#define CS_IDLE 0

/** CS_INPROGRESS. */
#define CS_INPROGRESS 1

/** CS_CONNECTED. */
#define CS_CONNECTED 2

/** CS_DISCONNECTED. */
#define CS_DISCONNECTED 3

/** CS_OFFERING. */
#define CS_OFFERING 4

/** CS_HOLD. */
#define CS_HOLD 5

/** CS_QUEUED. */
#define CS_QUEUED 6

/** CS_LASTITEM. */
#define CS_LASTITEM 6

/** CALL_STATE_EVENT_CAUSE. */
typedef int32_t CALL_STATE_EVENT_CAUSE;

/** CEC_NONE. */
#define CEC_NONE 0

/** CEC_DISCONNECT_NORMAL. */
#define CEC_DISCONNECT_NORMAL 1

/** CEC_DISCONNECT_BUSY. */
#define CEC_DISCONNECT_BUSY 2

/** CEC_DISCONNECT_BADADDRESS. */
#define CEC_DISCONNECT_BADADDRESS 3

/** CEC_DISCONNECT_NOANSWER. */
#define CEC_DISCONNECT_NOANSWER 4

/** CEC_DISCONNECT_CANCELLED. */
#define CEC_DISCONNECT_CANCELLED 5

/** CEC_DISCONNECT_REJECTED. */
#define CEC_DISCONNECT_REJECTED 6

/** CEC_DISCONNECT_FAILED. */
#define CEC_DISCONNECT_FAILED 7

/** CEC_DISCONNECT_BLOCKED. */
#define CEC_DISCONNECT_BLOCKED 8

/** CALL_MEDIA_EVENT. */
typedef int32_t CALL_MEDIA_EVENT;

/** CME_NEW_STREAM. */
#define CME_NEW_STREAM 0

/** CME_STREAM_FAIL. */
#define CME_STREAM_FAIL 1

/** CME_TERMINAL_FAIL. */
#define CME_TERMINAL_FAIL 2

/** CME_STREAM_NOT_USED. */
#define CME_STREAM_NOT_USED 3

/** CME_STREAM_ACTIVE. */
#define CME_STREAM_ACTIVE 4

/** CME_STREAM_INACTIVE. */
#define CME_STREAM_INACTIVE 5

/** CME_LASTITEM. */
#define CME_LASTITEM 5

/** CALL_MEDIA_EVENT_CAUSE. */
typedef int32_t CALL_MEDIA_EVENT_CAUSE;

/** CMC_UNKNOWN. */
#define CMC_UNKNOWN 0

/** CMC_BAD_DEVICE. */
#define CMC_BAD_DEVICE 1

/** CMC_CONNECT_FAIL. */
#define CMC_CONNECT_FAIL 2

/** CMC_LOCAL_REQUEST. */
#define CMC_LOCAL_REQUEST 3

/** CMC_REMOTE_REQUEST. */
#define CMC_REMOTE_REQUEST 4

/** CMC_MEDIA_TIMEOUT. */
#define CMC_MEDIA_TIMEOUT 5

/** CMC_MEDIA_RECOVERED. */
#define CMC_MEDIA_RECOVERED 6

/** CMC_QUALITY_OF_SERVICE. */
#define CMC_QUALITY_OF_SERVICE 7

/** DISCONNECT_CODE. */
typedef int32_t DISCONNECT_CODE;

/** DC_NORMAL. */
#define DC_NORMAL 0

/** DC_NOANSWER. */
#define DC_NOANSWER 1

/** DC_REJECTED. */
#define DC_REJECTED 2

/** TERMINAL_STATE. */
typedef int32_t TERMINAL_STATE;

/** TS_INUSE. */
#define TS_INUSE 0

/** TS_NOTINUSE. */
#define TS_NOTINUSE 1

/** TERMINAL_DIRECTION. */
typedef int32_t TERMINAL_DIRECTION;

/** TD_CAPTURE. */
#define TD_CAPTURE 0

/** TD_RENDER. */
#define TD_RENDER 1

/** TD_BIDIRECTIONAL. */
#define TD_BIDIRECTIONAL 2

/** TD_MULTITRACK_MIXED. */
#define TD_MULTITRACK_MIXED 3

/** TD_NONE. */
#define TD_NONE 4

/** TERMINAL_TYPE. */
typedef int32_t TERMINAL_TYPE;

/** TT_STATIC. */
#define TT_STATIC 0

/** TT_DYNAMIC. */
#define TT_DYNAMIC 1

/** CALL_PRIVILEGE. */
typedef int32_t CALL_PRIVILEGE;

/** CP_OWNER. */
#define CP_OWNER 0

/** CP_MONITOR. */
#define CP_MONITOR 1

/** TAPI_EVENT. */
typedef int32_t TAPI_EVENT;

/** TE_TAPIOBJECT. */
#define TE_TAPIOBJECT 1

/** TE_ADDRESS. */
#define TE_ADDRESS 2

/** TE_CALLNOTIFICATION. */
#define TE_CALLNOTIFICATION 4

/** TE_CALLSTATE. */
#define TE_CALLSTATE 8

/** TE_CALLMEDIA. */
#define TE_CALLMEDIA 16

/** TE_CALLHUB. */
#define TE_CALLHUB 32

/** TE_CALLINFOCHANGE. */
#define TE_CALLINFOCHANGE 64

/** TE_PRIVATE. */
#define TE_PRIVATE 128

/** TE_REQUEST. */
#define TE_REQUEST 256

/** TE_AGENT. */
#define TE_AGENT 512

/** TE_AGENTSESSION. */
#define TE_AGENTSESSION 1024

/** TE_QOSEVENT. */
#define TE_QOSEVENT 2048

/** TE_AGENTHANDLER. */
#define TE_AGENTHANDLER 4096

/** TE_ACDGROUP. */
#define TE_ACDGROUP 8192

/** TE_QUEUE. */
#define TE_QUEUE 16384

/** TE_DIGITEVENT. */
#define TE_DIGITEVENT 32768

/** TE_GENERATEEVENT. */
#define TE_GENERATEEVENT 65536

/** TE_ASRTERMINAL. */
#define TE_ASRTERMINAL 131072

/** TE_TTSTERMINAL. */
#define TE_TTSTERMINAL 262144

/** TE_FILETERMINAL. */
#define TE_FILETERMINAL 524288

/** TE_TONETERMINAL. */
#define TE_TONETERMINAL 1048576

/** TE_PHONEEVENT. */
#define TE_PHONEEVENT 2097152

/** TE_TONEEVENT. */
#define TE_TONEEVENT 4194304

/** TE_GATHERDIGITS. */
#define TE_GATHERDIGITS 8388608

/** TE_ADDRESSDEVSPECIFIC. */
#define TE_ADDRESSDEVSPECIFIC 16777216

/** TE_PHONEDEVSPECIFIC. */
#define TE_PHONEDEVSPECIFIC 33554432

/** CALL_NOTIFICATION_EVENT. */
typedef int32_t CALL_NOTIFICATION_EVENT;

/** CNE_OWNER. */
#define CNE_OWNER 0

/** CNE_MONITOR. */
#define CNE_MONITOR 1

/** CNE_LASTITEM. */
#define CNE_LASTITEM 1

/** CALLHUB_EVENT. */
typedef int32_t CALLHUB_EVENT;

/** CHE_CALLJOIN. */
#define CHE_CALLJOIN 0

/** CHE_CALLLEAVE. */
#define CHE_CALLLEAVE 1

/** CHE_CALLHUBNEW. */
#define CHE_CALLHUBNEW 2

/** CHE_CALLHUBIDLE. */
#define CHE_CALLHUBIDLE 3

/** CHE_LASTITEM. */
#define CHE_LASTITEM 3

/** CALLHUB_STATE. */
typedef int32_t CALLHUB_STATE;

/** CHS_ACTIVE. */
#define CHS_ACTIVE 0

/** CHS_IDLE. */
#define CHS_IDLE 1

/** TAPIOBJECT_EVENT. */
typedef int32_t TAPIOBJECT_EVENT;

/** TE_ADDRESSCREATE. */
#define TE_ADDRESSCREATE 0

/** TE_ADDRESSREMOVE. */
#define TE_ADDRESSREMOVE 1

/** TE_REINIT. */
#define TE_REINIT 2

/** TE_TRANSLATECHANGE. */
#define TE_TRANSLATECHANGE 3

/** TE_ADDRESSCLOSE. */
#define TE_ADDRESSCLOSE 4

/** TE_PHONECREATE. */
#define TE_PHONECREATE 5

/** TE_PHONEREMOVE. */
#define TE_PHONEREMOVE 6

/** TAPI_OBJECT_TYPE. */
typedef int32_t TAPI_OBJECT_TYPE;

/** TOT_NONE. */
#define TOT_NONE 0

/** TOT_TAPI. */
#define TOT_TAPI 1

/** TOT_ADDRESS. */
#define TOT_ADDRESS 2

/** TOT_TERMINAL. */
#define TOT_TERMINAL 3

/** TOT_CALL. */
#define TOT_CALL 4

/** TOT_CALLHUB. */
#define TOT_CALLHUB 5

/** TOT_PHONE. */
#define TOT_PHONE 6

/** QOS_SERVICE_LEVEL. */
typedef int32_t QOS_SERVICE_LEVEL;

/** QSL_NEEDED. */
#define QSL_NEEDED 1

/** QSL_IF_AVAILABLE. */
#define QSL_IF_AVAILABLE 2

/** QSL_BEST_EFFORT. */
#define QSL_BEST_EFFORT 3

/** QOS_EVENT. */
typedef int32_t QOS_EVENT;

/** QE_NOQOS. */
#define QE_NOQOS 1

/** QE_ADMISSIONFAILURE. */
#define QE_ADMISSIONFAILURE 2

/** QE_POLICYFAILURE. */
#define QE_POLICYFAILURE 3

/** QE_GENERICERROR. */
#define QE_GENERICERROR 4

/** QE_LASTITEM. */
#define QE_LASTITEM 4

/** CALLINFOCHANGE_CAUSE. */
typedef int32_t CALLINFOCHANGE_CAUSE;

/** CIC_OTHER. */
#define CIC_OTHER 0

/** CIC_DEVSPECIFIC. */
#define CIC_DEVSPECIFIC 1

/** CIC_BEARERMODE. */
#define CIC_BEARERMODE 2

/** CIC_RATE. */
#define CIC_RATE 3

/** CIC_APPSPECIFIC. */
#define CIC_APPSPECIFIC 4

/** CIC_CALLID. */
#define CIC_CALLID 5

/** CIC_RELATEDCALLID. */
#define CIC_RELATEDCALLID 6

/** CIC_ORIGIN. */
#define CIC_ORIGIN 7

/** CIC_REASON. */
#define CIC_REASON 8

/** CIC_COMPLETIONID. */
#define CIC_COMPLETIONID 9

/** CIC_NUMOWNERINCR. */
#define CIC_NUMOWNERINCR 10

/** CIC_NUMOWNERDECR. */
#define CIC_NUMOWNERDECR 11

/** CIC_NUMMONITORS. */
#define CIC_NUMMONITORS 12

/** CIC_TRUNK. */
#define CIC_TRUNK 13

/** CIC_CALLERID. */
#define CIC_CALLERID 14

/** CIC_CALLEDID. */
#define CIC_CALLEDID 15

/** CIC_CONNECTEDID. */
#define CIC_CONNECTEDID 16

/** CIC_REDIRECTIONID. */
#define CIC_REDIRECTIONID 17

/** CIC_REDIRECTINGID. */
#define CIC_REDIRECTINGID 18

/** CIC_USERUSERINFO. */
#define CIC_USERUSERINFO 19

/** CIC_HIGHLEVELCOMP. */
#define CIC_HIGHLEVELCOMP 20

/** CIC_LOWLEVELCOMP. */
#define CIC_LOWLEVELCOMP 21

/** CIC_CHARGINGINFO. */
#define CIC_CHARGINGINFO 22

/** CIC_TREATMENT. */
#define CIC_TREATMENT 23

/** CIC_CALLDATA. */
#define CIC_CALLDATA 24

/** CIC_PRIVILEGE. */
#define CIC_PRIVILEGE 25

/** CIC_MEDIATYPE. */
#define CIC_MEDIATYPE 26

/** CIC_LASTITEM. */
#define CIC_LASTITEM 26

/** CALLINFO_LONG. */
typedef int32_t CALLINFO_LONG;

/** CIL_MEDIATYPESAVAILABLE. */
#define CIL_MEDIATYPESAVAILABLE 0

/** CIL_BEARERMODE. */
#define CIL_BEARERMODE 1

/** CIL_CALLERIDADDRESSTYPE. */
#define CIL_CALLERIDADDRESSTYPE 2

/** CIL_CALLEDIDADDRESSTYPE. */
#define CIL_CALLEDIDADDRESSTYPE 3

/** CIL_CONNECTEDIDADDRESSTYPE. */
#define CIL_CONNECTEDIDADDRESSTYPE 4

/** CIL_REDIRECTIONIDADDRESSTYPE. */
#define CIL_REDIRECTIONIDADDRESSTYPE 5

/** CIL_REDIRECTINGIDADDRESSTYPE. */
#define CIL_REDIRECTINGIDADDRESSTYPE 6

/** CIL_ORIGIN. */
#define CIL_ORIGIN 7

/** CIL_REASON. */
#define CIL_REASON 8

/** CIL_APPSPECIFIC. */
#define CIL_APPSPECIFIC 9

/** CIL_CALLPARAMSFLAGS. */
#define CIL_CALLPARAMSFLAGS 10

/** CIL_CALLTREATMENT. */
#define CIL_CALLTREATMENT 11

/** CIL_MINRATE. */
#define CIL_MINRATE 12

/** CIL_MAXRATE. */
#define CIL_MAXRATE 13

/** CIL_COUNTRYCODE. */
#define CIL_COUNTRYCODE 14

/** CIL_CALLID. */
#define CIL_CALLID 15

/** CIL_RELATEDCALLID. */
#define CIL_RELATEDCALLID 16

/** CIL_COMPLETIONID. */
#define CIL_COMPLETIONID 17

/** CIL_NUMBEROFOWNERS. */
#define CIL_NUMBEROFOWNERS 18

/** CIL_NUMBEROFMONITORS. */
#define CIL_NUMBEROFMONITORS 19

/** CIL_TRUNK. */
#define CIL_TRUNK 20

/** CIL_RATE. */
#define CIL_RATE 21

/** CIL_GENERATEDIGITDURATION. */
#define CIL_GENERATEDIGITDURATION 22

/** CIL_MONITORDIGITMODES. */
#define CIL_MONITORDIGITMODES 23

/** CIL_MONITORMEDIAMODES. */
#define CIL_MONITORMEDIAMODES 24

/** CALLINFO_STRING. */
typedef int32_t CALLINFO_STRING;

/** CIS_CALLERIDNAME. */
#define CIS_CALLERIDNAME 0

/** CIS_CALLERIDNUMBER. */
#define CIS_CALLERIDNUMBER 1

/** CIS_CALLEDIDNAME. */
#define CIS_CALLEDIDNAME 2

/** CIS_CALLEDIDNUMBER. */
#define CIS_CALLEDIDNUMBER 3

/** CIS_CONNECTEDIDNAME. */
#define CIS_CONNECTEDIDNAME 4

/** CIS_CONNECTEDIDNUMBER. */
#define CIS_CONNECTEDIDNUMBER 5

/** CIS_REDIRECTIONIDNAME. */
#define CIS_REDIRECTIONIDNAME 6

/** CIS_REDIRECTIONIDNUMBER. */
#define CIS_REDIRECTIONIDNUMBER 7

/** CIS_REDIRECTINGIDNAME. */
#define CIS_REDIRECTINGIDNAME 8

/** CIS_REDIRECTINGIDNUMBER. */
#define CIS_REDIRECTINGIDNUMBER 9

/** CIS_CALLEDPARTYFRIENDLYNAME. */
#define CIS_CALLEDPARTYFRIENDLYNAME 10

/** CIS_COMMENT. */
#define CIS_COMMENT 11

/** CIS_DISPLAYABLEADDRESS. */
#define CIS_DISPLAYABLEADDRESS 12

/** CIS_CALLINGPARTYID. */
#define CIS_CALLINGPARTYID 13

/** CALLINFO_BUFFER. */
typedef int32_t CALLINFO_BUFFER;

/** CIB_USERUSERINFO. */
#define CIB_USERUSERINFO 0

/** CIB_DEVSPECIFICBUFFER. */
#define CIB_DEVSPECIFICBUFFER 1

/** CIB_CALLDATABUFFER. */
#define CIB_CALLDATABUFFER 2

/** CIB_CHARGINGINFOBUFFER. */
#define CIB_CHARGINGINFOBUFFER 3

/** CIB_HIGHLEVELCOMPATIBILITYBUFFER. */
#define CIB_HIGHLEVELCOMPATIBILITYBUFFER 4

/** CIB_LOWLEVELCOMPATIBILITYBUFFER. */
#define CIB_LOWLEVELCOMPATIBILITYBUFFER 5

/** ADDRESS_CAPABILITY. */
typedef int32_t ADDRESS_CAPABILITY;

/** AC_ADDRESSTYPES. */
#define AC_ADDRESSTYPES 0

/** AC_BEARERMODES. */
#define AC_BEARERMODES 1

/** AC_MAXACTIVECALLS. */
#define AC_MAXACTIVECALLS 2

/** AC_MAXONHOLDCALLS. */
#define AC_MAXONHOLDCALLS 3

/** AC_MAXONHOLDPENDINGCALLS. */
#define AC_MAXONHOLDPENDINGCALLS 4

/** AC_MAXNUMCONFERENCE. */
#define AC_MAXNUMCONFERENCE 5

/** AC_MAXNUMTRANSCONF. */
#define AC_MAXNUMTRANSCONF 6

/** AC_MONITORDIGITSUPPORT. */
#define AC_MONITORDIGITSUPPORT 7

/** AC_GENERATEDIGITSUPPORT. */
#define AC_GENERATEDIGITSUPPORT 8

/** AC_GENERATETONEMODES. */
#define AC_GENERATETONEMODES 9

/** AC_GENERATETONEMAXNUMFREQ. */
#define AC_GENERATETONEMAXNUMFREQ 10

/** AC_MONITORTONEMAXNUMFREQ. */
#define AC_MONITORTONEMAXNUMFREQ 11

/** AC_MONITORTONEMAXNUMENTRIES. */
#define AC_MONITORTONEMAXNUMENTRIES 12

/** AC_DEVCAPFLAGS. */
#define AC_DEVCAPFLAGS 13

/** AC_ANSWERMODES. */
#define AC_ANSWERMODES 14

/** AC_LINEFEATURES. */
#define AC_LINEFEATURES 15

/** AC_SETTABLEDEVSTATUS. */
#define AC_SETTABLEDEVSTATUS 16

/** AC_PARKSUPPORT. */
#define AC_PARKSUPPORT 17

/** AC_CALLERIDSUPPORT. */
#define AC_CALLERIDSUPPORT 18

/** AC_CALLEDIDSUPPORT. */
#define AC_CALLEDIDSUPPORT 19

/** AC_CONNECTEDIDSUPPORT. */
#define AC_CONNECTEDIDSUPPORT 20

/** AC_REDIRECTIONIDSUPPORT. */
#define AC_REDIRECTIONIDSUPPORT 21

/** AC_REDIRECTINGIDSUPPORT. */
#define AC_REDIRECTINGIDSUPPORT 22

/** AC_ADDRESSCAPFLAGS. */
#define AC_ADDRESSCAPFLAGS 23

/** AC_CALLFEATURES1. */
#define AC_CALLFEATURES1 24

/** AC_CALLFEATURES2. */
#define AC_CALLFEATURES2 25

/** AC_REMOVEFROMCONFCAPS. */
#define AC_REMOVEFROMCONFCAPS 26

/** AC_REMOVEFROMCONFSTATE. */
#define AC_REMOVEFROMCONFSTATE 27

/** AC_TRANSFERMODES. */
#define AC_TRANSFERMODES 28

/** AC_ADDRESSFEATURES. */
#define AC_ADDRESSFEATURES 29

/** AC_PREDICTIVEAUTOTRANSFERSTATES. */
#define AC_PREDICTIVEAUTOTRANSFERSTATES 30

/** AC_MAXCALLDATASIZE. */
#define AC_MAXCALLDATASIZE 31

/** AC_LINEID. */
#define AC_LINEID 32

/** AC_ADDRESSID. */
#define AC_ADDRESSID 33

/** AC_FORWARDMODES. */
#define AC_FORWARDMODES 34

/** AC_MAXFORWARDENTRIES. */
#define AC_MAXFORWARDENTRIES 35

/** AC_MAXSPECIFICENTRIES. */
#define AC_MAXSPECIFICENTRIES 36

/** AC_MINFWDNUMRINGS. */
#define AC_MINFWDNUMRINGS 37

/** AC_MAXFWDNUMRINGS. */
#define AC_MAXFWDNUMRINGS 38

/** AC_MAXCALLCOMPLETIONS. */
#define AC_MAXCALLCOMPLETIONS 39

/** AC_CALLCOMPLETIONCONDITIONS. */
#define AC_CALLCOMPLETIONCONDITIONS 40

/** AC_CALLCOMPLETIONMODES. */
#define AC_CALLCOMPLETIONMODES 41

/** AC_PERMANENTDEVICEID. */
#define AC_PERMANENTDEVICEID 42

/** AC_GATHERDIGITSMINTIMEOUT. */
#define AC_GATHERDIGITSMINTIMEOUT 43

/** AC_GATHERDIGITSMAXTIMEOUT. */
#define AC_GATHERDIGITSMAXTIMEOUT 44

/** AC_GENERATEDIGITMINDURATION. */
#define AC_GENERATEDIGITMINDURATION 45

/** AC_GENERATEDIGITMAXDURATION. */
#define AC_GENERATEDIGITMAXDURATION 46

/** AC_GENERATEDIGITDEFAULTDURATION. */
#define AC_GENERATEDIGITDEFAULTDURATION 47

/** ADDRESS_CAPABILITY_STRING. */
typedef int32_t ADDRESS_CAPABILITY_STRING;

/** ACS_PROTOCOL. */
#define ACS_PROTOCOL 0

/** ACS_ADDRESSDEVICESPECIFIC. */
#define ACS_ADDRESSDEVICESPECIFIC 1

/** ACS_LINEDEVICESPECIFIC. */
#define ACS_LINEDEVICESPECIFIC 2

/** ACS_PROVIDERSPECIFIC. */
#define ACS_PROVIDERSPECIFIC 3

/** ACS_SWITCHSPECIFIC. */
#define ACS_SWITCHSPECIFIC 4

/** ACS_PERMANENTDEVICEGUID. */
#define ACS_PERMANENTDEVICEGUID 5

/** FULLDUPLEX_SUPPORT. */
typedef int32_t FULLDUPLEX_SUPPORT;

/** FDS_SUPPORTED. */
#define FDS_SUPPORTED 0

/** FDS_NOTSUPPORTED. */
#define FDS_NOTSUPPORTED 1

/** FDS_UNKNOWN. */
#define FDS_UNKNOWN 2

/** FINISH_MODE. */
typedef int32_t FINISH_MODE;

/** FM_ASTRANSFER. */
#define FM_ASTRANSFER 0

/** FM_ASCONFERENCE. */
#define FM_ASCONFERENCE 1

/** PHONE_PRIVILEGE. */
typedef int32_t PHONE_PRIVILEGE;

/** PP_OWNER. */
#define PP_OWNER 0

/** PP_MONITOR. */
#define PP_MONITOR 1

/** PHONE_HOOK_SWITCH_DEVICE. */
typedef int32_t PHONE_HOOK_SWITCH_DEVICE;

/** PHSD_HANDSET. */
#define PHSD_HANDSET 1

/** PHSD_SPEAKERPHONE. */
#define PHSD_SPEAKERPHONE 2

/** PHSD_HEADSET. */
#define PHSD_HEADSET 4

/** PHONE_HOOK_SWITCH_STATE. */
typedef int32_t PHONE_HOOK_SWITCH_STATE;

/** PHSS_ONHOOK. */
#define PHSS_ONHOOK 1

/** PHSS_OFFHOOK_MIC_ONLY. */
#define PHSS_OFFHOOK_MIC_ONLY 2

/** PHSS_OFFHOOK_SPEAKER_ONLY. */
#define PHSS_OFFHOOK_SPEAKER_ONLY 4

/** PHSS_OFFHOOK. */
#define PHSS_OFFHOOK 8

/** PHONE_LAMP_MODE. */
typedef int32_t PHONE_LAMP_MODE;

/** LM_DUMMY. */
#define LM_DUMMY 1

/** LM_OFF. */
#define LM_OFF 2

/** LM_STEADY. */
#define LM_STEADY 4

/** LM_WINK. */
#define LM_WINK 8

/** LM_FLASH. */
#define LM_FLASH 16

/** LM_FLUTTER. */
#define LM_FLUTTER 32

/** LM_BROKENFLUTTER. */
#define LM_BROKENFLUTTER 64

/** LM_UNKNOWN. */
#define LM_UNKNOWN 128

/** PHONECAPS_LONG. */
typedef int32_t PHONECAPS_LONG;

/** PCL_HOOKSWITCHES. */
#define PCL_HOOKSWITCHES 0

/** PCL_HANDSETHOOKSWITCHMODES. */
#define PCL_HANDSETHOOKSWITCHMODES 1

/** PCL_HEADSETHOOKSWITCHMODES. */
#define PCL_HEADSETHOOKSWITCHMODES 2

/** PCL_SPEAKERPHONEHOOKSWITCHMODES. */
#define PCL_SPEAKERPHONEHOOKSWITCHMODES 3

/** PCL_DISPLAYNUMROWS. */
#define PCL_DISPLAYNUMROWS 4

/** PCL_DISPLAYNUMCOLUMNS. */
#define PCL_DISPLAYNUMCOLUMNS 5

/** PCL_NUMRINGMODES. */
#define PCL_NUMRINGMODES 6

/** PCL_NUMBUTTONLAMPS. */
#define PCL_NUMBUTTONLAMPS 7

/** PCL_GENERICPHONE. */
#define PCL_GENERICPHONE 8

/** PHONECAPS_STRING. */
typedef int32_t PHONECAPS_STRING;

/** PCS_PHONENAME. */
#define PCS_PHONENAME 0

/** PCS_PHONEINFO. */
#define PCS_PHONEINFO 1

/** PCS_PROVIDERINFO. */
#define PCS_PROVIDERINFO 2

/** PHONECAPS_BUFFER. */
typedef int32_t PHONECAPS_BUFFER;

/** PCB_DEVSPECIFICBUFFER. */
#define PCB_DEVSPECIFICBUFFER 0

/** PHONE_BUTTON_STATE. */
typedef int32_t PHONE_BUTTON_STATE;

/** PBS_UP. */
#define PBS_UP 1

/** PBS_DOWN. */
#define PBS_DOWN 2

/** PBS_UNKNOWN. */
#define PBS_UNKNOWN 4

/** PBS_UNAVAIL. */
#define PBS_UNAVAIL 8

/** PHONE_BUTTON_MODE. */
typedef int32_t PHONE_BUTTON_MODE;

/** PBM_DUMMY. */
#define PBM_DUMMY 0

/** PBM_CALL. */
#define PBM_CALL 1

/** PBM_FEATURE. */
#define PBM_FEATURE 2

/** PBM_KEYPAD. */
#define PBM_KEYPAD 3

/** PBM_LOCAL. */
#define PBM_LOCAL 4

/** PBM_DISPLAY. */
#define PBM_DISPLAY 5

/** PHONE_BUTTON_FUNCTION. */
typedef int32_t PHONE_BUTTON_FUNCTION;

/** PBF_UNKNOWN. */
#define PBF_UNKNOWN 0

/** PBF_CONFERENCE. */
#define PBF_CONFERENCE 1

/** PBF_TRANSFER. */
#define PBF_TRANSFER 2

/** PBF_DROP. */
#define PBF_DROP 3

/** PBF_HOLD. */
#define PBF_HOLD 4

/** PBF_RECALL. */
#define PBF_RECALL 5

/** PBF_DISCONNECT. */
#define PBF_DISCONNECT 6

/** PBF_CONNECT. */
#define PBF_CONNECT 7

/** PBF_MSGWAITON. */
#define PBF_MSGWAITON 8

/** PBF_MSGWAITOFF. */
#define PBF_MSGWAITOFF 9

/** PBF_SELECTRING. */
#define PBF_SELECTRING 10

/** PBF_ABBREVDIAL. */
#define PBF_ABBREVDIAL 11

/** PBF_FORWARD. */
#define PBF_FORWARD 12

/** PBF_PICKUP. */
#define PBF_PICKUP 13

/** PBF_RINGAGAIN. */
#define PBF_RINGAGAIN 14

/** PBF_PARK. */
#define PBF_PARK 15

/** PBF_REJECT. */
#define PBF_REJECT 16

/** PBF_REDIRECT. */
#define PBF_REDIRECT 17

/** PBF_MUTE. */
#define PBF_MUTE 18

/** PBF_VOLUMEUP. */
#define PBF_VOLUMEUP 19

/** PBF_VOLUMEDOWN. */
#define PBF_VOLUMEDOWN 20

/** PBF_SPEAKERON. */
#define PBF_SPEAKERON 21

/** PBF_SPEAKEROFF. */
#define PBF_SPEAKEROFF 22

/** PBF_FLASH. */
#define PBF_FLASH 23

/** PBF_DATAON. */
#define PBF_DATAON 24

/** PBF_DATAOFF. */
#define PBF_DATAOFF 25

/** PBF_DONOTDISTURB. */
#define PBF_DONOTDISTURB 26

/** PBF_INTERCOM. */
#define PBF_INTERCOM 27

/** PBF_BRIDGEDAPP. */
#define PBF_BRIDGEDAPP 28

/** PBF_BUSY. */
#define PBF_BUSY 29

/** PBF_CALLAPP. */
#define PBF_CALLAPP 30

/** PBF_DATETIME. */
#define PBF_DATETIME 31

/** PBF_DIRECTORY. */
#define PBF_DIRECTORY 32

/** PBF_COVER. */
#define PBF_COVER 33

/** PBF_CALLID. */
#define PBF_CALLID 34

/** PBF_LASTNUM. */
#define PBF_LASTNUM 35

/** PBF_NIGHTSRV. */
#define PBF_NIGHTSRV 36

/** PBF_SENDCALLS. */
#define PBF_SENDCALLS 37

/** PBF_MSGINDICATOR. */
#define PBF_MSGINDICATOR 38

/** PBF_REPDIAL. */
#define PBF_REPDIAL 39

/** PBF_SETREPDIAL. */
#define PBF_SETREPDIAL 40

/** PBF_SYSTEMSPEED. */
#define PBF_SYSTEMSPEED 41

/** PBF_STATIONSPEED. */
#define PBF_STATIONSPEED 42

/** PBF_CAMPON. */
#define PBF_CAMPON 43

/** PBF_SAVEREPEAT. */
#define PBF_SAVEREPEAT 44

/** PBF_QUEUECALL. */
#define PBF_QUEUECALL 45

/** PBF_NONE. */
#define PBF_NONE 46

/** PBF_SEND. */
#define PBF_SEND 47

/** PHONE_TONE. */
typedef int32_t PHONE_TONE;

/** PT_KEYPADZERO. */
#define PT_KEYPADZERO 0

/** PT_KEYPADONE. */
#define PT_KEYPADONE 1

/** PT_KEYPADTWO. */
#define PT_KEYPADTWO 2

/** PT_KEYPADTHREE. */
#define PT_KEYPADTHREE 3

/** PT_KEYPADFOUR. */
#define PT_KEYPADFOUR 4

/** PT_KEYPADFIVE. */
#define PT_KEYPADFIVE 5

/** PT_KEYPADSIX. */
#define PT_KEYPADSIX 6

/** PT_KEYPADSEVEN. */
#define PT_KEYPADSEVEN 7

/** PT_KEYPADEIGHT. */
#define PT_KEYPADEIGHT 8

/** PT_KEYPADNINE. */
#define PT_KEYPADNINE 9

/** PT_KEYPADSTAR. */
#define PT_KEYPADSTAR 10

/** PT_KEYPADPOUND. */
#define PT_KEYPADPOUND 11

/** PT_KEYPADA. */
#define PT_KEYPADA 12

/** PT_KEYPADB. */
#define PT_KEYPADB 13

/** PT_KEYPADC. */
#define PT_KEYPADC 14

/** PT_KEYPADD. */
#define PT_KEYPADD 15

/** PT_NORMALDIALTONE. */
#define PT_NORMALDIALTONE 16

/** PT_EXTERNALDIALTONE. */
#define PT_EXTERNALDIALTONE 17

/** PT_BUSY. */
#define PT_BUSY 18

/** PT_RINGBACK. */
#define PT_RINGBACK 19

/** PT_ERRORTONE. */
#define PT_ERRORTONE 20

/** PT_SILENCE. */
#define PT_SILENCE 21

/** PHONE_EVENT. */
typedef int32_t PHONE_EVENT;

/** PE_DISPLAY. */
#define PE_DISPLAY 0

/** PE_LAMPMODE. */
#define PE_LAMPMODE 1

/** PE_RINGMODE. */
#define PE_RINGMODE 2

/** PE_RINGVOLUME. */
#define PE_RINGVOLUME 3

/** PE_HOOKSWITCH. */
#define PE_HOOKSWITCH 4

/** PE_CAPSCHANGE. */
#define PE_CAPSCHANGE 5

/** PE_BUTTON. */
#define PE_BUTTON 6

/** PE_CLOSE. */
#define PE_CLOSE 7

/** PE_NUMBERGATHERED. */
#define PE_NUMBERGATHERED 8

/** PE_DIALING. */
#define PE_DIALING 9

/** PE_ANSWER. */
#define PE_ANSWER 10

/** PE_DISCONNECT. */
#define PE_DISCONNECT 11

/** PE_LASTITEM. */
#define PE_LASTITEM 11

/** TERMINAL_MEDIA_STATE. */
typedef int32_t TERMINAL_MEDIA_STATE;

/** TMS_IDLE. */
#define TMS_IDLE 0

/** TMS_ACTIVE. */
#define TMS_ACTIVE 1

/** TMS_PAUSED. */
#define TMS_PAUSED 2

/** TMS_LASTITEM. */
#define TMS_LASTITEM 2

/** FT_STATE_EVENT_CAUSE. */
typedef int32_t FT_STATE_EVENT_CAUSE;

/** FTEC_NORMAL. */
#define FTEC_NORMAL 0

/** FTEC_END_OF_FILE. */
#define FTEC_END_OF_FILE 1

/** FTEC_READ_ERROR. */
#define FTEC_READ_ERROR 2

/** FTEC_WRITE_ERROR. */
#define FTEC_WRITE_ERROR 3

/** AGENT_EVENT. */
typedef int32_t AGENT_EVENT;

/** AE_NOT_READY. */
#define AE_NOT_READY 0

/** AE_READY. */
#define AE_READY 1

/** AE_BUSY_ACD. */
#define AE_BUSY_ACD 2

/** AE_BUSY_INCOMING. */
#define AE_BUSY_INCOMING 3

/** AE_BUSY_OUTGOING. */
#define AE_BUSY_OUTGOING 4

/** AE_UNKNOWN. */
#define AE_UNKNOWN 5

/** AGENT_STATE. */
typedef int32_t AGENT_STATE;

/** AS_NOT_READY. */
#define AS_NOT_READY 0

/** AS_READY. */
#define AS_READY 1

/** AS_BUSY_ACD. */
#define AS_BUSY_ACD 2

/** AS_BUSY_INCOMING. */
#define AS_BUSY_INCOMING 3

/** AS_BUSY_OUTGOING. */
#define AS_BUSY_OUTGOING 4

/** AS_UNKNOWN. */
#define AS_UNKNOWN 5

/** AGENT_SESSION_EVENT. */
typedef int32_t AGENT_SESSION_EVENT;

/** ASE_NEW_SESSION. */
#define ASE_NEW_SESSION 0

/** ASE_NOT_READY. */
#define ASE_NOT_READY 1

/** ASE_READY. */
#define ASE_READY 2

/** ASE_BUSY. */
#define ASE_BUSY 3

/** ASE_WRAPUP. */
#define ASE_WRAPUP 4

/** ASE_END. */
#define ASE_END 5

/** AGENT_SESSION_STATE. */
typedef int32_t AGENT_SESSION_STATE;

/** ASST_NOT_READY. */
#define ASST_NOT_READY 0

/** ASST_READY. */
#define ASST_READY 1

/** ASST_BUSY_ON_CALL. */
#define ASST_BUSY_ON_CALL 2

/** ASST_BUSY_WRAPUP. */
#define ASST_BUSY_WRAPUP 3

/** ASST_SESSION_ENDED. */
#define ASST_SESSION_ENDED 4

/** AGENTHANDLER_EVENT. */
typedef int32_t AGENTHANDLER_EVENT;

/** AHE_NEW_AGENTHANDLER. */
#define AHE_NEW_AGENTHANDLER 0

/** AHE_AGENTHANDLER_REMOVED. */
#define AHE_AGENTHANDLER_REMOVED 1

/** ACDGROUP_EVENT. */
typedef int32_t ACDGROUP_EVENT;

/** ACDGE_NEW_GROUP. */
#define ACDGE_NEW_GROUP 0

/** ACDGE_GROUP_REMOVED. */
#define ACDGE_GROUP_REMOVED 1

/** ACDQUEUE_EVENT. */
typedef int32_t ACDQUEUE_EVENT;

/** ACDQE_NEW_QUEUE. */
#define ACDQE_NEW_QUEUE 0

/** ACDQE_QUEUE_REMOVED. */
#define ACDQE_QUEUE_REMOVED 1

/** TMGR_DIRECTION. */
typedef int32_t TMGR_DIRECTION;

/** TMGR_TD_CAPTURE. */
#define TMGR_TD_CAPTURE 1

/** TMGR_TD_RENDER. */
#define TMGR_TD_RENDER 2

/** TMGR_TD_BOTH. */
#define TMGR_TD_BOTH 3

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Ids ---- */

/** The GUID of nothing. */
extern const GUID GUID_NULL;

/** The id of `IUnknown`. */
extern const IID IID_IUnknown;

/** The id of `IDispatch`. */
extern const IID IID_IDispatch;

/** The id of `ITMediaSupport`. */
extern const IID IID_ITMediaSupport;

/** The id of `ITAddress`. */
extern const IID IID_ITAddress;

/** The id of `ITAddress2`. */
extern const IID IID_ITAddress2;

/** The id of `ITAddressCapabilities`. */
extern const IID IID_ITAddressCapabilities;

/** The id of `ITForwardInformation`. */
extern const IID IID_ITForwardInformation;

/** The id of `ITForwardInformation2`. */
extern const IID IID_ITForwardInformation2;

/** The id of `ITBasicCallControl`. */
extern const IID IID_ITBasicCallControl;

/** The id of `ITCallInfo`. */
extern const IID IID_ITCallInfo;

/** The id of `ITCallInfo2`. */
extern const IID IID_ITCallInfo2;

/** The id of `ITCallHub`. */
extern const IID IID_ITCallHub;

/** The id of `ITBasicCallControl2`. */
extern const IID IID_ITBasicCallControl2;

/** The id of `ITCollection`. */
extern const IID IID_ITCollection;

/** The id of `ITCollection2`. */
extern const IID IID_ITCollection2;

/** The id of `IClassFactory`. */
extern const IID IID_IClassFactory;

/** The id of `IConnectionPointContainer`. */
extern const IID IID_IConnectionPointContainer;

/** The id of `IConnectionPoint`. */
extern const IID IID_IConnectionPoint;

/** The id of `IEnumConnectionPoints`. */
extern const IID IID_IEnumConnectionPoints;

/** The id of `IEnumConnections`. */
extern const IID IID_IEnumConnections;

/** The id of `IEnumVARIANT`. */
extern const IID IID_IEnumVARIANT;

/** The id of `IEnumUnknown`. */
extern const IID IID_IEnumUnknown;

/** The id of `IErrorInfo`. */
extern const IID IID_IErrorInfo;

/** The id of `ISupportErrorInfo`. */
extern const IID IID_ISupportErrorInfo;

/** The id of `ICreateErrorInfo`. */
extern const IID IID_ICreateErrorInfo;

/** The id of `IEnumPhone`. */
extern const IID IID_IEnumPhone;

/** The id of `IEnumTerminal`. */
extern const IID IID_IEnumTerminal;

/** The id of `IEnumTerminalClass`. */
extern const IID IID_IEnumTerminalClass;

/** The id of `IEnumCall`. */
extern const IID IID_IEnumCall;

/** The id of `IEnumAddress`. */
extern const IID IID_IEnumAddress;

/** The id of `IEnumCallHub`. */
extern const IID IID_IEnumCallHub;

/** The id of `IEnumBstr`. */
extern const IID IID_IEnumBstr;

/** The id of `IEnumPluggableTerminalClassInfo`. */
extern const IID IID_IEnumPluggableTerminalClassInfo;

/** The id of `IEnumPluggableSuperclassInfo`. */
extern const IID IID_IEnumPluggableSuperclassInfo;

/** The id of `IEnumLocation`. */
extern const IID IID_IEnumLocation;

/** The id of `IEnumCallingCard`. */
extern const IID IID_IEnumCallingCard;

/** The id of `IEnumStream`. */
extern const IID IID_IEnumStream;

/** The id of `IEnumSubStream`. */
extern const IID IID_IEnumSubStream;

/** The id of `ITPrivateEvent`. */
extern const IID IID_ITPrivateEvent;

/** The id of `ITPhoneEvent`. */
extern const IID IID_ITPhoneEvent;

/** The id of `ITCallStateEvent`. */
extern const IID IID_ITCallStateEvent;

/** The id of `ITPhoneDeviceSpecificEvent`. */
extern const IID IID_ITPhoneDeviceSpecificEvent;

/** The id of `ITCallMediaEvent`. */
extern const IID IID_ITCallMediaEvent;

/** The id of `ITDigitDetectionEvent`. */
extern const IID IID_ITDigitDetectionEvent;

/** The id of `ITDigitGenerationEvent`. */
extern const IID IID_ITDigitGenerationEvent;

/** The id of `ITDigitsGatheredEvent`. */
extern const IID IID_ITDigitsGatheredEvent;

/** The id of `ITToneDetectionEvent`. */
extern const IID IID_ITToneDetectionEvent;

/** The id of `ITTAPIObjectEvent`. */
extern const IID IID_ITTAPIObjectEvent;

/** The id of `ITTAPIObjectEvent2`. */
extern const IID IID_ITTAPIObjectEvent2;

/** The id of `ITCallHubEvent`. */
extern const IID IID_ITCallHubEvent;

/** The id of `ITAddressEvent`. */
extern const IID IID_ITAddressEvent;

/** The id of `ITAddressDeviceSpecificEvent`. */
extern const IID IID_ITAddressDeviceSpecificEvent;

/** The id of `ITFileTerminalEvent`. */
extern const IID IID_ITFileTerminalEvent;

/** The id of `ITTTSTerminalEvent`. */
extern const IID IID_ITTTSTerminalEvent;

/** The id of `ITASRTerminalEvent`. */
extern const IID IID_ITASRTerminalEvent;

/** The id of `ITToneTerminalEvent`. */
extern const IID IID_ITToneTerminalEvent;

/** The id of `ITQOSEvent`. */
extern const IID IID_ITQOSEvent;

/** The id of `ITCallInfoChangeEvent`. */
extern const IID IID_ITCallInfoChangeEvent;

/** The id of `ITRequestEvent`. */
extern const IID IID_ITRequestEvent;

/** The id of `ITCallNotificationEvent`. */
extern const IID IID_ITCallNotificationEvent;

/** The id of `ITLegacyAddressMediaControl`. */
extern const IID IID_ITLegacyAddressMediaControl;

/** The id of `ITLegacyAddressMediaControl2`. */
extern const IID IID_ITLegacyAddressMediaControl2;

/** The id of `ITLegacyCallMediaControl`. */
extern const IID IID_ITLegacyCallMediaControl;

/** The id of `ITLegacyCallMediaControl2`. */
extern const IID IID_ITLegacyCallMediaControl2;

/** The id of `ITDetectTone`. */
extern const IID IID_ITDetectTone;

/** The id of `ITCustomTone`. */
extern const IID IID_ITCustomTone;

/** The id of `ITLegacyWaveSupport`. */
extern const IID IID_ITLegacyWaveSupport;

/** The id of `ITPhone`. */
extern const IID IID_ITPhone;

/** The id of `ITAutomatedPhoneControl`. */
extern const IID IID_ITAutomatedPhoneControl;

/** The id of `ITTAPI`. */
extern const IID IID_ITTAPI;

/** The id of `ITTAPI2`. */
extern const IID IID_ITTAPI2;

/** The id of `ITTAPIEventNotification`. */
extern const IID IID_ITTAPIEventNotification;

/** The id of `ITRequest`. */
extern const IID IID_ITRequest;

/** The id of `ITDispatchMapper`. */
extern const IID IID_ITDispatchMapper;

/** The id of `ITTAPIDispatchEventNotification`. */
extern const IID DIID_ITTAPIDispatchEventNotification;

/** The id of `ITPluggableTerminalClassInfo`. */
extern const IID IID_ITPluggableTerminalClassInfo;

/** The id of `ITPluggableTerminalSuperclassInfo`. */
extern const IID IID_ITPluggableTerminalSuperclassInfo;

/** The id of `ITTerminalSupport`. */
extern const IID IID_ITTerminalSupport;

/** The id of `ITTerminalSupport2`. */
extern const IID IID_ITTerminalSupport2;

/** The id of `ITTerminal`. */
extern const IID IID_ITTerminal;

/** The id of `ITMultiTrackTerminal`. */
extern const IID IID_ITMultiTrackTerminal;

/** The id of `ITFileTrack`. */
extern const IID IID_ITFileTrack;

/** The id of `ITMediaPlayback`. */
extern const IID IID_ITMediaPlayback;

/** The id of `ITMediaRecord`. */
extern const IID IID_ITMediaRecord;

/** The id of `ITMediaControl`. */
extern const IID IID_ITMediaControl;

/** The id of `ITBasicAudioTerminal`. */
extern const IID IID_ITBasicAudioTerminal;

/** The id of `ITStaticAudioTerminal`. */
extern const IID IID_ITStaticAudioTerminal;

/** The id of `ITStreamControl`. */
extern const IID IID_ITStreamControl;

/** The id of `ITStream`. */
extern const IID IID_ITStream;

/** The id of `ITSubStreamControl`. */
extern const IID IID_ITSubStreamControl;

/** The id of `ITSubStream`. */
extern const IID IID_ITSubStream;

/** The id of `ITScriptableAudioFormat`. */
extern const IID IID_ITScriptableAudioFormat;

/** The id of `ITAddressTranslation`. */
extern const IID IID_ITAddressTranslation;

/** The id of `ITAddressTranslationInfo`. */
extern const IID IID_ITAddressTranslationInfo;

/** The id of `ITLocationInfo`. */
extern const IID IID_ITLocationInfo;

/** The id of `ITCallingCard`. */
extern const IID IID_ITCallingCard;

/** The id of the class TAPI. */
extern const CLSID CLSID_TAPI;

/** The id of the class DispatchMapper. */
extern const CLSID CLSID_DispatchMapper;

/** The id of the class RequestMakeCall. */
extern const CLSID CLSID_RequestMakeCall;

#define IID_NULL GUID_NULL
#define CLSID_NULL GUID_NULL

/* ---- Functions ---- */



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

typedef struct IUnknownVtbl IUnknownVtbl;

/** The methods of `IUnknown`, those of its bases first. */
struct IUnknownVtbl {
    /**
     * Asks the object for another of its interfaces.
     *
     * `riid`: the interface wanted.
     * `ppvObject`: receives the interface pointer with a reference that the caller must release; NULL on failure.
     *
     * Returns S_OK; E_NOINTERFACE when the object does not have it; E_POINTER when `ppvObject` is NULL.
     */
    HRESULT (*QueryInterface)(IUnknown *This, REFIID riid, void **ppvObject);
    /** Adds a reference. Returns the new count, which is meant for diagnosis only. */
    ULONG (*AddRef)(IUnknown *This);
    /** Gives a reference back; the object is gone after the last one. Returns the new count, for diagnosis only. */
    ULONG (*Release)(IUnknown *This);
};

/**
 * The root of every interface: identity and lifetime.
 *
 * Source: the IUnknown pages of the Windows SDK documentation (unknwn.h).
 */
struct IUnknown {
    /** The methods. */
    const IUnknownVtbl *lpVtbl;
};

typedef struct IDispatchVtbl IDispatchVtbl;

/** The methods of `IDispatch`, those of its bases first. */
struct IDispatchVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(IDispatch *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(IDispatch *This);
    ULONG (*Release)(IDispatch *This);
    /**
     * Tells whether the object can describe its type: 0 or 1.
     *
     * `pctinfo`: receives the number of type descriptions. This library has none and answers 0.
     *
     * Returns S_OK; E_POINTER.
     */
    HRESULT (*GetTypeInfoCount)(IDispatch *This, UINT *pctinfo);
    /**
     * Gives the object's type description.
     *
     * `iTInfo`: which one; 0.
     * `lcid`: the language; ignored.
     * `ppTInfo`: receives the description; always NULL here.
     *
     * Returns E_NOTIMPL: this library carries no type library.
     */
    HRESULT (*GetTypeInfo)(IDispatch *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    /**
     * Finds the dispatch ids of a member and, after it, of its named arguments.
     *
     * `riid`: reserved; IID_NULL.
     * `rgszNames`: `cNames` names, the member's first; upper and lower case are the same.
     * `cNames`: how many names; at least 1.
     * `lcid`: the language; ignored.
     * `rgDispId`: receives `cNames` ids; DISPID_UNKNOWN for a name that is not known.
     *
     * Returns S_OK; DISP_E_UNKNOWNNAME; DISP_E_UNKNOWNINTERFACE when `riid` is not IID_NULL; E_POINTER.
     */
    HRESULT (*GetIDsOfNames)(IDispatch *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    /**
     * Calls a method, or reads or writes a property.
     *
     * `dispIdMember`: the member's dispatch id.
     * `riid`: reserved; IID_NULL.
     * `lcid`: the language; ignored.
     * `wFlags`: DISPATCH_METHOD, DISPATCH_PROPERTYGET, DISPATCH_PROPERTYPUT.
     * `pDispParams`: the arguments, last one first; they stay the caller's.
     * `pVarResult`: receives the result, which the caller clears; NULL when it is not wanted.
     * `pExcepInfo`: receives details when DISP_E_EXCEPTION is returned; the caller frees its strings; may be NULL.
     * `puArgErr`: receives the index of the argument at fault for DISP_E_TYPEMISMATCH and DISP_E_PARAMNOTFOUND; may be NULL.
     *
     * Returns S_OK; DISP_E_MEMBERNOTFOUND; DISP_E_BADPARAMCOUNT; DISP_E_TYPEMISMATCH; DISP_E_OVERFLOW;
     * DISP_E_PARAMNOTFOUND; DISP_E_PARAMNOTOPTIONAL; DISP_E_UNKNOWNINTERFACE; DISP_E_EXCEPTION when the member failed.
     */
    HRESULT (*Invoke)(IDispatch *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
};

/**
 * Calls by name, for scripts and late-bound programs.
 *
 * Source: the IDispatch pages of the Windows SDK documentation (oaidl.h).
 */
struct IDispatch {
    /** The methods. */
    const IDispatchVtbl *lpVtbl;
};

typedef struct ITMediaSupportVtbl ITMediaSupportVtbl;

/** The methods of `ITMediaSupport`, those of its bases first. */
struct ITMediaSupportVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITMediaSupport *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITMediaSupport *This);
    ULONG (*Release)(ITMediaSupport *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITMediaSupport *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITMediaSupport *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITMediaSupport *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITMediaSupport *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_MediaTypes. */
    HRESULT (*get_MediaTypes)(ITMediaSupport *This, LONG *plMediaTypes);
    /** QueryMediaType. */
    HRESULT (*QueryMediaType)(ITMediaSupport *This, LONG lMediaType, VARIANT_BOOL *pfSupport);
};

/** ITMediaSupport. */
struct ITMediaSupport {
    /** The methods. */
    const ITMediaSupportVtbl *lpVtbl;
};

typedef struct ITAddressVtbl ITAddressVtbl;

/** The methods of `ITAddress`, those of its bases first. */
struct ITAddressVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITAddress *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITAddress *This);
    ULONG (*Release)(ITAddress *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITAddress *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITAddress *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITAddress *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITAddress *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_State. */
    HRESULT (*get_State)(ITAddress *This, ADDRESS_STATE *pAddressState);
    /** get_AddressName. */
    HRESULT (*get_AddressName)(ITAddress *This, BSTR *ppName);
    /** get_ServiceProviderName. */
    HRESULT (*get_ServiceProviderName)(ITAddress *This, BSTR *ppName);
    /** get_TAPIObject. */
    HRESULT (*get_TAPIObject)(ITAddress *This, ITTAPI **ppTapiObject);
    /** CreateCall. */
    HRESULT (*CreateCall)(ITAddress *This,
                          BSTR pDestAddress,
                          LONG lAddressType,
                          LONG lMediaTypes,
                          ITBasicCallControl **ppCall);
    /** get_Calls. */
    HRESULT (*get_Calls)(ITAddress *This, VARIANT *pVariant);
    /** EnumerateCalls. */
    HRESULT (*EnumerateCalls)(ITAddress *This, IEnumCall **ppCallEnum);
    /** get_DialableAddress. */
    HRESULT (*get_DialableAddress)(ITAddress *This, BSTR *pDialableAddress);
    /** CreateForwardInfoObject. */
    HRESULT (*CreateForwardInfoObject)(ITAddress *This, ITForwardInformation **ppForwardInfo);
    /** Forward. */
    HRESULT (*Forward)(ITAddress *This, ITForwardInformation *pForwardInfo, ITBasicCallControl *pCall);
    /** get_CurrentForwardInfo. */
    HRESULT (*get_CurrentForwardInfo)(ITAddress *This, ITForwardInformation **ppForwardInfo);
    /** put_MessageWaiting. */
    HRESULT (*put_MessageWaiting)(ITAddress *This, VARIANT_BOOL fMessageWaiting);
    /** get_MessageWaiting. */
    HRESULT (*get_MessageWaiting)(ITAddress *This, VARIANT_BOOL *pfMessageWaiting);
    /** put_DoNotDisturb. */
    HRESULT (*put_DoNotDisturb)(ITAddress *This, VARIANT_BOOL fDoNotDisturb);
    /** get_DoNotDisturb. */
    HRESULT (*get_DoNotDisturb)(ITAddress *This, VARIANT_BOOL *pfDoNotDisturb);
};

/** ITAddress. */
struct ITAddress {
    /** The methods. */
    const ITAddressVtbl *lpVtbl;
};

typedef struct ITAddress2Vtbl ITAddress2Vtbl;

/** The methods of `ITAddress2`, those of its bases first. */
struct ITAddress2Vtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITAddress2 *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITAddress2 *This);
    ULONG (*Release)(ITAddress2 *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITAddress2 *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITAddress2 *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITAddress2 *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITAddress2 *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** From here: `ITAddress`. */
    HRESULT (*get_State)(ITAddress2 *This, ADDRESS_STATE *pAddressState);
    HRESULT (*get_AddressName)(ITAddress2 *This, BSTR *ppName);
    HRESULT (*get_ServiceProviderName)(ITAddress2 *This, BSTR *ppName);
    HRESULT (*get_TAPIObject)(ITAddress2 *This, ITTAPI **ppTapiObject);
    HRESULT (*CreateCall)(ITAddress2 *This,
                          BSTR pDestAddress,
                          LONG lAddressType,
                          LONG lMediaTypes,
                          ITBasicCallControl **ppCall);
    HRESULT (*get_Calls)(ITAddress2 *This, VARIANT *pVariant);
    HRESULT (*EnumerateCalls)(ITAddress2 *This, IEnumCall **ppCallEnum);
    HRESULT (*get_DialableAddress)(ITAddress2 *This, BSTR *pDialableAddress);
    HRESULT (*CreateForwardInfoObject)(ITAddress2 *This, ITForwardInformation **ppForwardInfo);
    HRESULT (*Forward)(ITAddress2 *This, ITForwardInformation *pForwardInfo, ITBasicCallControl *pCall);
    HRESULT (*get_CurrentForwardInfo)(ITAddress2 *This, ITForwardInformation **ppForwardInfo);
    HRESULT (*put_MessageWaiting)(ITAddress2 *This, VARIANT_BOOL fMessageWaiting);
    HRESULT (*get_MessageWaiting)(ITAddress2 *This, VARIANT_BOOL *pfMessageWaiting);
    HRESULT (*put_DoNotDisturb)(ITAddress2 *This, VARIANT_BOOL fDoNotDisturb);
    HRESULT (*get_DoNotDisturb)(ITAddress2 *This, VARIANT_BOOL *pfDoNotDisturb);
    /** get_Phones. */
    HRESULT (*get_Phones)(ITAddress2 *This, VARIANT *pPhones);
    /** EnumeratePhones. */
    HRESULT (*EnumeratePhones)(ITAddress2 *This, IEnumPhone **ppEnumPhone);
    /** GetPhoneFromTerminal. */
    HRESULT (*GetPhoneFromTerminal)(ITAddress2 *This, ITTerminal *pTerminal, ITPhone **ppPhone);
    /** get_PreferredPhones. */
    HRESULT (*get_PreferredPhones)(ITAddress2 *This, VARIANT *pPhones);
    /** EnumeratePreferredPhones. */
    HRESULT (*EnumeratePreferredPhones)(ITAddress2 *This, IEnumPhone **ppEnumPhone);
    /** get_EventFilter. */
    HRESULT (*get_EventFilter)(ITAddress2 *This, TAPI_EVENT TapiEvent, LONG lSubEvent, VARIANT_BOOL *pEnable);
    /** put_EventFilter. */
    HRESULT (*put_EventFilter)(ITAddress2 *This, TAPI_EVENT TapiEvent, LONG lSubEvent, VARIANT_BOOL bEnable);
    /** DeviceSpecific. */
    HRESULT (*DeviceSpecific)(ITAddress2 *This, ITCallInfo *pCall, BYTE *pParams, DWORD dwSize);
    /** DeviceSpecificVariant. */
    HRESULT (*DeviceSpecificVariant)(ITAddress2 *This, ITCallInfo *pCall, VARIANT varDevSpecificByteArray);
    /** NegotiateExtVersion. */
    HRESULT (*NegotiateExtVersion)(ITAddress2 *This, LONG lLowVersion, LONG lHighVersion, LONG *plExtVersion);
};

/** ITAddress2. */
struct ITAddress2 {
    /** The methods. */
    const ITAddress2Vtbl *lpVtbl;
};

typedef struct ITAddressCapabilitiesVtbl ITAddressCapabilitiesVtbl;

/** The methods of `ITAddressCapabilities`, those of its bases first. */
struct ITAddressCapabilitiesVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITAddressCapabilities *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITAddressCapabilities *This);
    ULONG (*Release)(ITAddressCapabilities *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITAddressCapabilities *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITAddressCapabilities *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITAddressCapabilities *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITAddressCapabilities *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_AddressCapability. */
    HRESULT (*get_AddressCapability)(ITAddressCapabilities *This,
                                     ADDRESS_CAPABILITY AddressCap,
                                     LONG *plCapability);
    /** get_AddressCapabilityString. */
    HRESULT (*get_AddressCapabilityString)(ITAddressCapabilities *This,
                                           ADDRESS_CAPABILITY_STRING AddressCapString,
                                           BSTR *ppCapabilityString);
    /** get_CallTreatments. */
    HRESULT (*get_CallTreatments)(ITAddressCapabilities *This, VARIANT *pVariant);
    /** EnumerateCallTreatments. */
    HRESULT (*EnumerateCallTreatments)(ITAddressCapabilities *This, IEnumBstr **ppEnumCallTreatment);
    /** get_CompletionMessages. */
    HRESULT (*get_CompletionMessages)(ITAddressCapabilities *This, VARIANT *pVariant);
    /** EnumerateCompletionMessages. */
    HRESULT (*EnumerateCompletionMessages)(ITAddressCapabilities *This, IEnumBstr **ppEnumCompletionMessage);
    /** get_DeviceClasses. */
    HRESULT (*get_DeviceClasses)(ITAddressCapabilities *This, VARIANT *pVariant);
    /** EnumerateDeviceClasses. */
    HRESULT (*EnumerateDeviceClasses)(ITAddressCapabilities *This, IEnumBstr **ppEnumDeviceClass);
};

/** ITAddressCapabilities. */
struct ITAddressCapabilities {
    /** The methods. */
    const ITAddressCapabilitiesVtbl *lpVtbl;
};

typedef struct ITForwardInformationVtbl ITForwardInformationVtbl;

/** The methods of `ITForwardInformation`, those of its bases first. */
struct ITForwardInformationVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITForwardInformation *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITForwardInformation *This);
    ULONG (*Release)(ITForwardInformation *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITForwardInformation *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITForwardInformation *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITForwardInformation *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITForwardInformation *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** put_NumRingsNoAnswer. */
    HRESULT (*put_NumRingsNoAnswer)(ITForwardInformation *This, LONG lNumRings);
    /** get_NumRingsNoAnswer. */
    HRESULT (*get_NumRingsNoAnswer)(ITForwardInformation *This, LONG *plNumRings);
    /** SetForwardType. */
    HRESULT (*SetForwardType)(ITForwardInformation *This,
                              LONG ForwardType,
                              BSTR pDestAddress,
                              BSTR pCallerAddress);
    /** get_ForwardTypeDestination. */
    HRESULT (*get_ForwardTypeDestination)(ITForwardInformation *This, LONG ForwardType, BSTR *ppDestAddress);
    /** get_ForwardTypeCaller. */
    HRESULT (*get_ForwardTypeCaller)(ITForwardInformation *This, LONG Forwardtype, BSTR *ppCallerAddress);
    /** GetForwardType. */
    HRESULT (*GetForwardType)(ITForwardInformation *This,
                              LONG ForwardType,
                              BSTR *ppDestinationAddress,
                              BSTR *ppCallerAddress);
    /** Clear. */
    HRESULT (*Clear)(ITForwardInformation *This);
};

/** ITForwardInformation. */
struct ITForwardInformation {
    /** The methods. */
    const ITForwardInformationVtbl *lpVtbl;
};

typedef struct ITForwardInformation2Vtbl ITForwardInformation2Vtbl;

/** The methods of `ITForwardInformation2`, those of its bases first. */
struct ITForwardInformation2Vtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITForwardInformation2 *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITForwardInformation2 *This);
    ULONG (*Release)(ITForwardInformation2 *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITForwardInformation2 *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITForwardInformation2 *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITForwardInformation2 *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITForwardInformation2 *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** From here: `ITForwardInformation`. */
    HRESULT (*put_NumRingsNoAnswer)(ITForwardInformation2 *This, LONG lNumRings);
    HRESULT (*get_NumRingsNoAnswer)(ITForwardInformation2 *This, LONG *plNumRings);
    HRESULT (*SetForwardType)(ITForwardInformation2 *This,
                              LONG ForwardType,
                              BSTR pDestAddress,
                              BSTR pCallerAddress);
    HRESULT (*get_ForwardTypeDestination)(ITForwardInformation2 *This, LONG ForwardType, BSTR *ppDestAddress);
    HRESULT (*get_ForwardTypeCaller)(ITForwardInformation2 *This, LONG Forwardtype, BSTR *ppCallerAddress);
    HRESULT (*GetForwardType)(ITForwardInformation2 *This,
                              LONG ForwardType,
                              BSTR *ppDestinationAddress,
                              BSTR *ppCallerAddress);
    HRESULT (*Clear)(ITForwardInformation2 *This);
    /** SetForwardType2. */
    HRESULT (*SetForwardType2)(ITForwardInformation2 *This,
                               LONG ForwardType,
                               BSTR pDestAddress,
                               LONG DestAddressType,
                               BSTR pCallerAddress,
                               LONG CallerAddressType);
    /** GetForwardType2. */
    HRESULT (*GetForwardType2)(ITForwardInformation2 *This,
                               LONG ForwardType,
                               BSTR *ppDestinationAddress,
                               LONG *pDestAddressType,
                               BSTR *ppCallerAddress,
                               LONG *pCallerAddressType);
    /** get_ForwardTypeDestinationAddressType. */
    HRESULT (*get_ForwardTypeDestinationAddressType)(ITForwardInformation2 *This,
                                                     LONG ForwardType,
                                                     LONG *pDestAddressType);
    /** get_ForwardTypeCallerAddressType. */
    HRESULT (*get_ForwardTypeCallerAddressType)(ITForwardInformation2 *This,
                                                LONG Forwardtype,
                                                LONG *pCallerAddressType);
};

/** ITForwardInformation2. */
struct ITForwardInformation2 {
    /** The methods. */
    const ITForwardInformation2Vtbl *lpVtbl;
};

typedef struct ITBasicCallControlVtbl ITBasicCallControlVtbl;

/** The methods of `ITBasicCallControl`, those of its bases first. */
struct ITBasicCallControlVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITBasicCallControl *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITBasicCallControl *This);
    ULONG (*Release)(ITBasicCallControl *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITBasicCallControl *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITBasicCallControl *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITBasicCallControl *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITBasicCallControl *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** Connect. */
    HRESULT (*Connect)(ITBasicCallControl *This, VARIANT_BOOL fSync);
    /** Answer. */
    HRESULT (*Answer)(ITBasicCallControl *This);
    /** Disconnect. */
    HRESULT (*Disconnect)(ITBasicCallControl *This, DISCONNECT_CODE code);
    /** Hold. */
    HRESULT (*Hold)(ITBasicCallControl *This, VARIANT_BOOL fHold);
    /** HandoffDirect. */
    HRESULT (*HandoffDirect)(ITBasicCallControl *This, BSTR pApplicationName);
    /** HandoffIndirect. */
    HRESULT (*HandoffIndirect)(ITBasicCallControl *This, LONG lMediaType);
    /** Conference. */
    HRESULT (*Conference)(ITBasicCallControl *This, ITBasicCallControl *pCall, VARIANT_BOOL fSync);
    /** Transfer. */
    HRESULT (*Transfer)(ITBasicCallControl *This, ITBasicCallControl *pCall, VARIANT_BOOL fSync);
    /** BlindTransfer. */
    HRESULT (*BlindTransfer)(ITBasicCallControl *This, BSTR pDestAddress);
    /** SwapHold. */
    HRESULT (*SwapHold)(ITBasicCallControl *This, ITBasicCallControl *pCall);
    /** ParkDirect. */
    HRESULT (*ParkDirect)(ITBasicCallControl *This, BSTR pParkAddress);
    /** ParkIndirect. */
    HRESULT (*ParkIndirect)(ITBasicCallControl *This, BSTR *ppNonDirAddress);
    /** Unpark. */
    HRESULT (*Unpark)(ITBasicCallControl *This);
    /** SetQOS. */
    HRESULT (*SetQOS)(ITBasicCallControl *This, LONG lMediaType, QOS_SERVICE_LEVEL ServiceLevel);
    /** Pickup. */
    HRESULT (*Pickup)(ITBasicCallControl *This, BSTR pGroupID);
    /** Dial. */
    HRESULT (*Dial)(ITBasicCallControl *This, BSTR pDestAddress);
    /** Finish. */
    HRESULT (*Finish)(ITBasicCallControl *This, FINISH_MODE finishMode);
    /** RemoveFromConference. */
    HRESULT (*RemoveFromConference)(ITBasicCallControl *This);
};

/** ITBasicCallControl. */
struct ITBasicCallControl {
    /** The methods. */
    const ITBasicCallControlVtbl *lpVtbl;
};

typedef struct ITCallInfoVtbl ITCallInfoVtbl;

/** The methods of `ITCallInfo`, those of its bases first. */
struct ITCallInfoVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITCallInfo *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITCallInfo *This);
    ULONG (*Release)(ITCallInfo *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITCallInfo *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITCallInfo *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITCallInfo *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITCallInfo *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_Address. */
    HRESULT (*get_Address)(ITCallInfo *This, ITAddress **ppAddress);
    /** get_CallState. */
    HRESULT (*get_CallState)(ITCallInfo *This, CALL_STATE *pCallState);
    /** get_Privilege. */
    HRESULT (*get_Privilege)(ITCallInfo *This, CALL_PRIVILEGE *pPrivilege);
    /** get_CallHub. */
    HRESULT (*get_CallHub)(ITCallInfo *This, ITCallHub **ppCallHub);
    /** get_CallInfoLong. */
    HRESULT (*get_CallInfoLong)(ITCallInfo *This, CALLINFO_LONG CallInfoLong, LONG *plCallInfoLongVal);
    /** put_CallInfoLong. */
    HRESULT (*put_CallInfoLong)(ITCallInfo *This, CALLINFO_LONG CallInfoLong, LONG lCallInfoLongVal);
    /** get_CallInfoString. */
    HRESULT (*get_CallInfoString)(ITCallInfo *This, CALLINFO_STRING CallInfoString, BSTR *ppCallInfoString);
    /** put_CallInfoString. */
    HRESULT (*put_CallInfoString)(ITCallInfo *This, CALLINFO_STRING CallInfoString, BSTR pCallInfoString);
    /** get_CallInfoBuffer. */
    HRESULT (*get_CallInfoBuffer)(ITCallInfo *This, CALLINFO_BUFFER CallInfoBuffer, VARIANT *ppCallInfoBuffer);
    /** put_CallInfoBuffer. */
    HRESULT (*put_CallInfoBuffer)(ITCallInfo *This, CALLINFO_BUFFER CallInfoBuffer, VARIANT pCallInfoBuffer);
    /** GetCallInfoBuffer. */
    HRESULT (*GetCallInfoBuffer)(ITCallInfo *This,
                                 CALLINFO_BUFFER CallInfoBuffer,
                                 DWORD *pdwSize,
                                 BYTE **ppCallInfoBuffer);
    /** SetCallInfoBuffer. */
    HRESULT (*SetCallInfoBuffer)(ITCallInfo *This,
                                 CALLINFO_BUFFER CallInfoBuffer,
                                 DWORD dwSize,
                                 BYTE *pCallInfoBuffer);
    /** ReleaseUserUserInfo. */
    HRESULT (*ReleaseUserUserInfo)(ITCallInfo *This);
};

/** ITCallInfo. */
struct ITCallInfo {
    /** The methods. */
    const ITCallInfoVtbl *lpVtbl;
};

typedef struct ITCallInfo2Vtbl ITCallInfo2Vtbl;

/** The methods of `ITCallInfo2`, those of its bases first. */
struct ITCallInfo2Vtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITCallInfo2 *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITCallInfo2 *This);
    ULONG (*Release)(ITCallInfo2 *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITCallInfo2 *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITCallInfo2 *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITCallInfo2 *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITCallInfo2 *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** From here: `ITCallInfo`. */
    HRESULT (*get_Address)(ITCallInfo2 *This, ITAddress **ppAddress);
    HRESULT (*get_CallState)(ITCallInfo2 *This, CALL_STATE *pCallState);
    HRESULT (*get_Privilege)(ITCallInfo2 *This, CALL_PRIVILEGE *pPrivilege);
    HRESULT (*get_CallHub)(ITCallInfo2 *This, ITCallHub **ppCallHub);
    HRESULT (*get_CallInfoLong)(ITCallInfo2 *This, CALLINFO_LONG CallInfoLong, LONG *plCallInfoLongVal);
    HRESULT (*put_CallInfoLong)(ITCallInfo2 *This, CALLINFO_LONG CallInfoLong, LONG lCallInfoLongVal);
    HRESULT (*get_CallInfoString)(ITCallInfo2 *This, CALLINFO_STRING CallInfoString, BSTR *ppCallInfoString);
    HRESULT (*put_CallInfoString)(ITCallInfo2 *This, CALLINFO_STRING CallInfoString, BSTR pCallInfoString);
    HRESULT (*get_CallInfoBuffer)(ITCallInfo2 *This, CALLINFO_BUFFER CallInfoBuffer, VARIANT *ppCallInfoBuffer);
    HRESULT (*put_CallInfoBuffer)(ITCallInfo2 *This, CALLINFO_BUFFER CallInfoBuffer, VARIANT pCallInfoBuffer);
    HRESULT (*GetCallInfoBuffer)(ITCallInfo2 *This,
                                 CALLINFO_BUFFER CallInfoBuffer,
                                 DWORD *pdwSize,
                                 BYTE **ppCallInfoBuffer);
    HRESULT (*SetCallInfoBuffer)(ITCallInfo2 *This,
                                 CALLINFO_BUFFER CallInfoBuffer,
                                 DWORD dwSize,
                                 BYTE *pCallInfoBuffer);
    HRESULT (*ReleaseUserUserInfo)(ITCallInfo2 *This);
    /** get_EventFilter. */
    HRESULT (*get_EventFilter)(ITCallInfo2 *This, TAPI_EVENT TapiEvent, LONG lSubEvent, VARIANT_BOOL *pEnable);
    /** put_EventFilter. */
    HRESULT (*put_EventFilter)(ITCallInfo2 *This, TAPI_EVENT TapiEvent, LONG lSubEvent, VARIANT_BOOL bEnable);
};

/** ITCallInfo2. */
struct ITCallInfo2 {
    /** The methods. */
    const ITCallInfo2Vtbl *lpVtbl;
};

typedef struct ITCallHubVtbl ITCallHubVtbl;

/** The methods of `ITCallHub`, those of its bases first. */
struct ITCallHubVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITCallHub *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITCallHub *This);
    ULONG (*Release)(ITCallHub *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITCallHub *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITCallHub *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITCallHub *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITCallHub *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** Clear. */
    HRESULT (*Clear)(ITCallHub *This);
    /** EnumerateCalls. */
    HRESULT (*EnumerateCalls)(ITCallHub *This, IEnumCall **ppEnumCall);
    /** get_Calls. */
    HRESULT (*get_Calls)(ITCallHub *This, VARIANT *pCalls);
    /** get_NumCalls. */
    HRESULT (*get_NumCalls)(ITCallHub *This, LONG *plCalls);
    /** get_State. */
    HRESULT (*get_State)(ITCallHub *This, CALLHUB_STATE *pState);
};

/** ITCallHub. */
struct ITCallHub {
    /** The methods. */
    const ITCallHubVtbl *lpVtbl;
};

typedef struct ITBasicCallControl2Vtbl ITBasicCallControl2Vtbl;

/** The methods of `ITBasicCallControl2`, those of its bases first. */
struct ITBasicCallControl2Vtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITBasicCallControl2 *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITBasicCallControl2 *This);
    ULONG (*Release)(ITBasicCallControl2 *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITBasicCallControl2 *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITBasicCallControl2 *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITBasicCallControl2 *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITBasicCallControl2 *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** From here: `ITBasicCallControl`. */
    HRESULT (*Connect)(ITBasicCallControl2 *This, VARIANT_BOOL fSync);
    HRESULT (*Answer)(ITBasicCallControl2 *This);
    HRESULT (*Disconnect)(ITBasicCallControl2 *This, DISCONNECT_CODE code);
    HRESULT (*Hold)(ITBasicCallControl2 *This, VARIANT_BOOL fHold);
    HRESULT (*HandoffDirect)(ITBasicCallControl2 *This, BSTR pApplicationName);
    HRESULT (*HandoffIndirect)(ITBasicCallControl2 *This, LONG lMediaType);
    HRESULT (*Conference)(ITBasicCallControl2 *This, ITBasicCallControl *pCall, VARIANT_BOOL fSync);
    HRESULT (*Transfer)(ITBasicCallControl2 *This, ITBasicCallControl *pCall, VARIANT_BOOL fSync);
    HRESULT (*BlindTransfer)(ITBasicCallControl2 *This, BSTR pDestAddress);
    HRESULT (*SwapHold)(ITBasicCallControl2 *This, ITBasicCallControl *pCall);
    HRESULT (*ParkDirect)(ITBasicCallControl2 *This, BSTR pParkAddress);
    HRESULT (*ParkIndirect)(ITBasicCallControl2 *This, BSTR *ppNonDirAddress);
    HRESULT (*Unpark)(ITBasicCallControl2 *This);
    HRESULT (*SetQOS)(ITBasicCallControl2 *This, LONG lMediaType, QOS_SERVICE_LEVEL ServiceLevel);
    HRESULT (*Pickup)(ITBasicCallControl2 *This, BSTR pGroupID);
    HRESULT (*Dial)(ITBasicCallControl2 *This, BSTR pDestAddress);
    HRESULT (*Finish)(ITBasicCallControl2 *This, FINISH_MODE finishMode);
    HRESULT (*RemoveFromConference)(ITBasicCallControl2 *This);
    /** RequestTerminal. */
    HRESULT (*RequestTerminal)(ITBasicCallControl2 *This,
                               BSTR bstrTerminalClassGUID,
                               LONG lMediaType,
                               TERMINAL_DIRECTION Direction,
                               ITTerminal **ppTerminal);
    /** SelectTerminalOnCall. */
    HRESULT (*SelectTerminalOnCall)(ITBasicCallControl2 *This, ITTerminal *pTerminal);
    /** UnselectTerminalOnCall. */
    HRESULT (*UnselectTerminalOnCall)(ITBasicCallControl2 *This, ITTerminal *pTerminal);
};

/** ITBasicCallControl2. */
struct ITBasicCallControl2 {
    /** The methods. */
    const ITBasicCallControl2Vtbl *lpVtbl;
};

typedef struct ITCollectionVtbl ITCollectionVtbl;

/** The methods of `ITCollection`, those of its bases first. */
struct ITCollectionVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITCollection *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITCollection *This);
    ULONG (*Release)(ITCollection *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITCollection *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITCollection *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITCollection *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITCollection *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_Count. */
    HRESULT (*get_Count)(ITCollection *This, LONG *lCount);
    /** get_Item. */
    HRESULT (*get_Item)(ITCollection *This, LONG Index, VARIANT *pVariant);
    /** get__NewEnum. */
    HRESULT (*get__NewEnum)(ITCollection *This, IUnknown **ppNewEnum);
};

/** ITCollection. */
struct ITCollection {
    /** The methods. */
    const ITCollectionVtbl *lpVtbl;
};

typedef struct ITCollection2Vtbl ITCollection2Vtbl;

/** The methods of `ITCollection2`, those of its bases first. */
struct ITCollection2Vtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITCollection2 *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITCollection2 *This);
    ULONG (*Release)(ITCollection2 *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITCollection2 *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITCollection2 *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITCollection2 *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITCollection2 *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** From here: `ITCollection`. */
    HRESULT (*get_Count)(ITCollection2 *This, LONG *lCount);
    HRESULT (*get_Item)(ITCollection2 *This, LONG Index, VARIANT *pVariant);
    HRESULT (*get__NewEnum)(ITCollection2 *This, IUnknown **ppNewEnum);
    /** Add. */
    HRESULT (*Add)(ITCollection2 *This, LONG Index, VARIANT *pVariant);
    /** Remove. */
    HRESULT (*Remove)(ITCollection2 *This, LONG Index);
};

/** ITCollection2. */
struct ITCollection2 {
    /** The methods. */
    const ITCollection2Vtbl *lpVtbl;
};

typedef struct IClassFactoryVtbl IClassFactoryVtbl;

/** The methods of `IClassFactory`, those of its bases first. */
struct IClassFactoryVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(IClassFactory *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(IClassFactory *This);
    ULONG (*Release)(IClassFactory *This);
    /**
     * Makes an object.
     *
     * `pUnkOuter`: the aggregating object; must be NULL.
     * `riid`: the interface wanted.
     * `ppvObject`: receives the interface pointer, which the caller must release; NULL on failure.
     *
     * Returns S_OK; CLASS_E_NOAGGREGATION; E_NOINTERFACE; E_OUTOFMEMORY; E_POINTER.
     */
    HRESULT (*CreateInstance)(IClassFactory *This, IUnknown *pUnkOuter, REFIID riid, void **ppvObject);
    /**
     * Keeps the server in memory. The library stays loaded anyway, so this only counts.
     *
     * `fLock`: TRUE to lock, FALSE to unlock.
     *
     * Returns S_OK.
     */
    HRESULT (*LockServer)(IClassFactory *This, BOOL fLock);
};

/**
 * Makes objects of one class.
 *
 * Source: the IClassFactory pages of the Windows SDK documentation (unknwn.h).
 */
struct IClassFactory {
    /** The methods. */
    const IClassFactoryVtbl *lpVtbl;
};

typedef struct IConnectionPointContainerVtbl IConnectionPointContainerVtbl;

/** The methods of `IConnectionPointContainer`, those of its bases first. */
struct IConnectionPointContainerVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(IConnectionPointContainer *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(IConnectionPointContainer *This);
    ULONG (*Release)(IConnectionPointContainer *This);
    /**
     * Lists the event sources.
     *
     * `ppEnum`: receives the enumerator, which the caller must release.
     *
     * Returns S_OK; E_OUTOFMEMORY; E_POINTER.
     */
    HRESULT (*EnumConnectionPoints)(IConnectionPointContainer *This, IEnumConnectionPoints **ppEnum);
    /**
     * Finds the event source that calls a given interface.
     *
     * `riid`: the interface that the source calls, such as IID_ITTAPIEventNotification.
     * `ppCP`: receives the connection point, which the caller must release; NULL on failure.
     *
     * Returns S_OK; CONNECT_E_NOCONNECTION when there is none for it; E_OUTOFMEMORY; E_POINTER.
     */
    HRESULT (*FindConnectionPoint)(IConnectionPointContainer *This, REFIID riid, IConnectionPoint **ppCP);
};

/**
 * The event sources of an object.
 *
 * Source: the IConnectionPointContainer pages of the Windows SDK documentation (ocidl.h).
 */
struct IConnectionPointContainer {
    /** The methods. */
    const IConnectionPointContainerVtbl *lpVtbl;
};

typedef struct IConnectionPointVtbl IConnectionPointVtbl;

/** The methods of `IConnectionPoint`, those of its bases first. */
struct IConnectionPointVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(IConnectionPoint *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(IConnectionPoint *This);
    ULONG (*Release)(IConnectionPoint *This);
    /**
     * Tells which interface this source calls.
     *
     * `pIID`: receives the interface id.
     *
     * Returns S_OK; E_POINTER.
     */
    HRESULT (*GetConnectionInterface)(IConnectionPoint *This, GUID *pIID);
    /**
     * Gives the object that the source belongs to.
     *
     * `ppCPC`: receives the container, which the caller must release.
     *
     * Returns S_OK; E_UNEXPECTED when the object is gone; E_POINTER.
     */
    HRESULT (*GetConnectionPointContainer)(IConnectionPoint *This, IConnectionPointContainer **ppCPC);
    /**
     * Ties a sink to the source.
     *
     * `pUnkSink`: the sink; it is asked for the source's interface and kept with a reference.
     * `pdwCookie`: receives the number for Unadvise; never 0 on success.
     *
     * Returns S_OK; CONNECT_E_CANNOTCONNECT when the sink lacks the interface; CONNECT_E_ADVISELIMIT; E_POINTER.
     */
    HRESULT (*Advise)(IConnectionPoint *This, IUnknown *pUnkSink, DWORD *pdwCookie);
    /**
     * Unties a sink; its reference is released and no event reaches it any more.
     *
     * `dwCookie`: the number from Advise.
     *
     * Returns S_OK; CONNECT_E_NOCONNECTION when there is no such sink.
     */
    HRESULT (*Unadvise)(IConnectionPoint *This, DWORD dwCookie);
    /**
     * Lists the sinks.
     *
     * `ppEnum`: receives the enumerator, which the caller must release.
     *
     * Returns S_OK; E_OUTOFMEMORY; E_POINTER.
     */
    HRESULT (*EnumConnections)(IConnectionPoint *This, IEnumConnections **ppEnum);
};

/**
 * One event source: sinks are tied to it and untied from it.
 *
 * Source: the IConnectionPoint pages of the Windows SDK documentation (ocidl.h).
 */
struct IConnectionPoint {
    /** The methods. */
    const IConnectionPointVtbl *lpVtbl;
};

typedef struct IEnumConnectionPointsVtbl IEnumConnectionPointsVtbl;

/** The methods of `IEnumConnectionPoints`, those of its bases first. */
struct IEnumConnectionPointsVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(IEnumConnectionPoints *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(IEnumConnectionPoints *This);
    ULONG (*Release)(IEnumConnectionPoints *This);
    /**
     * Gives the next `cConnections` connection points.
     *
     * `cConnections`: how many are wanted.
     * `ppCP`: receives them; the caller must release each.
     * `pcFetched`: receives how many there were; NULL only when one is wanted.
     *
     * Returns S_OK when all were given; S_FALSE when there were fewer; E_POINTER.
     */
    HRESULT (*Next)(IEnumConnectionPoints *This, ULONG cConnections, IConnectionPoint **ppCP, ULONG *pcFetched);
    /**
     * Passes over the next `cConnections` connection points.
     *
     * `cConnections`: how many to pass over.
     *
     * Returns S_OK; S_FALSE when there were fewer.
     */
    HRESULT (*Skip)(IEnumConnectionPoints *This, ULONG cConnections);
    /** Starts again from the first. Returns S_OK. */
    HRESULT (*Reset)(IEnumConnectionPoints *This);
    /**
     * Makes an enumerator that stands at the same place.
     *
     * `ppEnum`: receives it; the caller must release it.
     *
     * Returns S_OK; E_OUTOFMEMORY; E_POINTER.
     */
    HRESULT (*Clone)(IEnumConnectionPoints *This, IEnumConnectionPoints **ppEnum);
};

/**
 * Walks over event sources.
 *
 * Source: the IEnumConnectionPoints pages of the Windows SDK documentation (ocidl.h).
 */
struct IEnumConnectionPoints {
    /** The methods. */
    const IEnumConnectionPointsVtbl *lpVtbl;
};

typedef struct IEnumConnectionsVtbl IEnumConnectionsVtbl;

/** The methods of `IEnumConnections`, those of its bases first. */
struct IEnumConnectionsVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(IEnumConnections *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(IEnumConnections *This);
    ULONG (*Release)(IEnumConnections *This);
    /**
     * Gives the next `cConnections` connections.
     *
     * `cConnections`: how many are wanted.
     * `rgcd`: receives them; the caller must release each `pUnk`.
     * `pcFetched`: receives how many there were; NULL only when one is wanted.
     *
     * Returns S_OK when all were given; S_FALSE when there were fewer; E_POINTER.
     */
    HRESULT (*Next)(IEnumConnections *This, ULONG cConnections, CONNECTDATA *rgcd, ULONG *pcFetched);
    /**
     * Passes over the next `cConnections` connections.
     *
     * `cConnections`: how many to pass over.
     *
     * Returns S_OK; S_FALSE when there were fewer.
     */
    HRESULT (*Skip)(IEnumConnections *This, ULONG cConnections);
    /** Starts again from the first. Returns S_OK. */
    HRESULT (*Reset)(IEnumConnections *This);
    /**
     * Makes an enumerator that stands at the same place.
     *
     * `ppEnum`: receives it; the caller must release it.
     *
     * Returns S_OK; E_OUTOFMEMORY; E_POINTER.
     */
    HRESULT (*Clone)(IEnumConnections *This, IEnumConnections **ppEnum);
};

/**
 * Walks over the sinks of an event source.
 *
 * Source: the IEnumConnections pages of the Windows SDK documentation (ocidl.h).
 */
struct IEnumConnections {
    /** The methods. */
    const IEnumConnectionsVtbl *lpVtbl;
};

typedef struct IEnumVARIANTVtbl IEnumVARIANTVtbl;

/** The methods of `IEnumVARIANT`, those of its bases first. */
struct IEnumVARIANTVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(IEnumVARIANT *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(IEnumVARIANT *This);
    ULONG (*Release)(IEnumVARIANT *This);
    /**
     * Gives the next `celt` elements.
     *
     * `celt`: how many are wanted.
     * `rgVar`: receives them; the caller clears each with VariantClear.
     * `pCeltFetched`: receives how many there were; may be NULL.
     *
     * Returns S_OK when all were given; S_FALSE when there were fewer; E_POINTER.
     */
    HRESULT (*Next)(IEnumVARIANT *This, ULONG celt, VARIANT *rgVar, ULONG *pCeltFetched);
    /**
     * Passes over the next `celt` elements.
     *
     * `celt`: how many to pass over.
     *
     * Returns S_OK; S_FALSE when there were fewer.
     */
    HRESULT (*Skip)(IEnumVARIANT *This, ULONG celt);
    /** Starts again from the first. Returns S_OK. */
    HRESULT (*Reset)(IEnumVARIANT *This);
    /**
     * Makes an enumerator that stands at the same place.
     *
     * `ppEnum`: receives it; the caller must release it.
     *
     * Returns S_OK; E_OUTOFMEMORY; E_POINTER.
     */
    HRESULT (*Clone)(IEnumVARIANT *This, IEnumVARIANT **ppEnum);
};

/**
 * Walks over VARIANTs; what `For Each` uses on a collection.
 *
 * Source: the IEnumVARIANT pages of the Windows SDK documentation (oaidl.h).
 */
struct IEnumVARIANT {
    /** The methods. */
    const IEnumVARIANTVtbl *lpVtbl;
};

typedef struct IEnumUnknownVtbl IEnumUnknownVtbl;

/** The methods of `IEnumUnknown`, those of its bases first. */
struct IEnumUnknownVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(IEnumUnknown *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(IEnumUnknown *This);
    ULONG (*Release)(IEnumUnknown *This);
    /**
     * Gives the next `celt` objects.
     *
     * `celt`: how many are wanted.
     * `rgelt`: receives them; the caller must release each.
     * `pceltFetched`: receives how many there were; NULL only when one is wanted.
     *
     * Returns S_OK when all were given; S_FALSE when there were fewer; E_POINTER.
     */
    HRESULT (*Next)(IEnumUnknown *This, ULONG celt, IUnknown **rgelt, ULONG *pceltFetched);
    /**
     * Passes over the next `celt` objects.
     *
     * `celt`: how many to pass over.
     *
     * Returns S_OK; S_FALSE when there were fewer.
     */
    HRESULT (*Skip)(IEnumUnknown *This, ULONG celt);
    /** Starts again from the first. Returns S_OK. */
    HRESULT (*Reset)(IEnumUnknown *This);
    /**
     * Makes an enumerator that stands at the same place.
     *
     * `ppenum`: receives it; the caller must release it.
     *
     * Returns S_OK; E_OUTOFMEMORY; E_POINTER.
     */
    HRESULT (*Clone)(IEnumUnknown *This, IEnumUnknown **ppenum);
};

/**
 * Walks over objects.
 *
 * Source: the IEnumUnknown pages of the Windows SDK documentation (objidl.h).
 */
struct IEnumUnknown {
    /** The methods. */
    const IEnumUnknownVtbl *lpVtbl;
};

typedef struct IErrorInfoVtbl IErrorInfoVtbl;

/** The methods of `IErrorInfo`, those of its bases first. */
struct IErrorInfoVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(IErrorInfo *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(IErrorInfo *This);
    ULONG (*Release)(IErrorInfo *This);
    /**
     * Tells which interface the error came from.
     *
     * `pGUID`: receives the interface id; all zeros when there is none.
     *
     * Returns S_OK; E_POINTER.
     */
    HRESULT (*GetGUID)(IErrorInfo *This, GUID *pGUID);
    /**
     * Tells which program or library the error came from.
     *
     * `pBstrSource`: receives a string that the caller frees with SysFreeString.
     *
     * Returns S_OK; E_OUTOFMEMORY; E_POINTER.
     */
    HRESULT (*GetSource)(IErrorInfo *This, BSTR *pBstrSource);
    /**
     * Says what went wrong in a sentence.
     *
     * `pBstrDescription`: receives a string that the caller frees with SysFreeString.
     *
     * Returns S_OK; E_OUTOFMEMORY; E_POINTER.
     */
    HRESULT (*GetDescription)(IErrorInfo *This, BSTR *pBstrDescription);
    /**
     * Names a help file; there is none, so the string is NULL.
     *
     * `pBstrHelpFile`: receives a string that the caller frees with SysFreeString.
     *
     * Returns S_OK; E_POINTER.
     */
    HRESULT (*GetHelpFile)(IErrorInfo *This, BSTR *pBstrHelpFile);
    /**
     * Names the place in the help file; 0.
     *
     * `pdwHelpContext`: receives the number.
     *
     * Returns S_OK; E_POINTER.
     */
    HRESULT (*GetHelpContext)(IErrorInfo *This, DWORD *pdwHelpContext);
};

/**
 * What went wrong, in words: see GetErrorInfo.
 *
 * Source: the IErrorInfo pages of the Windows SDK documentation (oaidl.h).
 */
struct IErrorInfo {
    /** The methods. */
    const IErrorInfoVtbl *lpVtbl;
};

typedef struct ISupportErrorInfoVtbl ISupportErrorInfoVtbl;

/** The methods of `ISupportErrorInfo`, those of its bases first. */
struct ISupportErrorInfoVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ISupportErrorInfo *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ISupportErrorInfo *This);
    ULONG (*Release)(ISupportErrorInfo *This);
    /**
     * Asks whether methods of an interface leave error information.
     *
     * `riid`: the interface.
     *
     * Returns S_OK when they do; S_FALSE when they do not.
     */
    HRESULT (*InterfaceSupportsErrorInfo)(ISupportErrorInfo *This, REFIID riid);
};

/**
 * Says that an object leaves error information for an interface.
 *
 * Source: the ISupportErrorInfo pages of the Windows SDK documentation (oaidl.h).
 */
struct ISupportErrorInfo {
    /** The methods. */
    const ISupportErrorInfoVtbl *lpVtbl;
};

typedef struct ICreateErrorInfoVtbl ICreateErrorInfoVtbl;

/** The methods of `ICreateErrorInfo`, those of its bases first. */
struct ICreateErrorInfoVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ICreateErrorInfo *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ICreateErrorInfo *This);
    ULONG (*Release)(ICreateErrorInfo *This);
    /**
     * Sets the interface that the error comes from.
     *
     * `rguid`: the interface id.
     *
     * Returns S_OK; E_POINTER.
     */
    HRESULT (*SetGUID)(ICreateErrorInfo *This, REFGUID rguid);
    /**
     * Sets the program or library that the error comes from.
     *
     * `szSource`: UTF-16 text that ends with a zero; NULL for none.
     *
     * Returns S_OK; E_OUTOFMEMORY.
     */
    HRESULT (*SetSource)(ICreateErrorInfo *This, LPCOLESTR szSource);
    /**
     * Sets the sentence that says what went wrong.
     *
     * `szDescription`: UTF-16 text that ends with a zero; NULL for none.
     *
     * Returns S_OK; E_OUTOFMEMORY.
     */
    HRESULT (*SetDescription)(ICreateErrorInfo *This, LPCOLESTR szDescription);
    /**
     * Sets the help file.
     *
     * `szHelpFile`: UTF-16 text that ends with a zero; NULL for none.
     *
     * Returns S_OK; E_OUTOFMEMORY.
     */
    HRESULT (*SetHelpFile)(ICreateErrorInfo *This, LPCOLESTR szHelpFile);
    /**
     * Sets the place in the help file.
     *
     * `dwHelpContext`: the number.
     *
     * Returns S_OK.
     */
    HRESULT (*SetHelpContext)(ICreateErrorInfo *This, DWORD dwHelpContext);
};

/**
 * Fills in what an IErrorInfo says: see CreateErrorInfo. Each text is copied.
 *
 * Source: the ICreateErrorInfo pages of the Windows SDK documentation (oaidl.h).
 */
struct ICreateErrorInfo {
    /** The methods. */
    const ICreateErrorInfoVtbl *lpVtbl;
};

typedef struct IEnumPhoneVtbl IEnumPhoneVtbl;

/** The methods of `IEnumPhone`, those of its bases first. */
struct IEnumPhoneVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(IEnumPhone *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(IEnumPhone *This);
    ULONG (*Release)(IEnumPhone *This);
    /** Next. */
    HRESULT (*Next)(IEnumPhone *This, ULONG celt, ITPhone **ppElements, ULONG *pceltFetched);
    /** Reset. */
    HRESULT (*Reset)(IEnumPhone *This);
    /** Skip. */
    HRESULT (*Skip)(IEnumPhone *This, ULONG celt);
    /** Clone. */
    HRESULT (*Clone)(IEnumPhone *This, IEnumPhone **ppEnum);
};

/** IEnumPhone. */
struct IEnumPhone {
    /** The methods. */
    const IEnumPhoneVtbl *lpVtbl;
};

typedef struct IEnumTerminalVtbl IEnumTerminalVtbl;

/** The methods of `IEnumTerminal`, those of its bases first. */
struct IEnumTerminalVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(IEnumTerminal *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(IEnumTerminal *This);
    ULONG (*Release)(IEnumTerminal *This);
    /** Next. */
    HRESULT (*Next)(IEnumTerminal *This, ULONG celt, ITTerminal **ppElements, ULONG *pceltFetched);
    /** Reset. */
    HRESULT (*Reset)(IEnumTerminal *This);
    /** Skip. */
    HRESULT (*Skip)(IEnumTerminal *This, ULONG celt);
    /** Clone. */
    HRESULT (*Clone)(IEnumTerminal *This, IEnumTerminal **ppEnum);
};

/** IEnumTerminal. */
struct IEnumTerminal {
    /** The methods. */
    const IEnumTerminalVtbl *lpVtbl;
};

typedef struct IEnumTerminalClassVtbl IEnumTerminalClassVtbl;

/** The methods of `IEnumTerminalClass`, those of its bases first. */
struct IEnumTerminalClassVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(IEnumTerminalClass *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(IEnumTerminalClass *This);
    ULONG (*Release)(IEnumTerminalClass *This);
    /** Next. */
    HRESULT (*Next)(IEnumTerminalClass *This, ULONG celt, GUID *pElements, ULONG *pceltFetched);
    /** Reset. */
    HRESULT (*Reset)(IEnumTerminalClass *This);
    /** Skip. */
    HRESULT (*Skip)(IEnumTerminalClass *This, ULONG celt);
    /** Clone. */
    HRESULT (*Clone)(IEnumTerminalClass *This, IEnumTerminalClass **ppEnum);
};

/** IEnumTerminalClass. */
struct IEnumTerminalClass {
    /** The methods. */
    const IEnumTerminalClassVtbl *lpVtbl;
};

typedef struct IEnumCallVtbl IEnumCallVtbl;

/** The methods of `IEnumCall`, those of its bases first. */
struct IEnumCallVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(IEnumCall *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(IEnumCall *This);
    ULONG (*Release)(IEnumCall *This);
    /** Next. */
    HRESULT (*Next)(IEnumCall *This, ULONG celt, ITCallInfo **ppElements, ULONG *pceltFetched);
    /** Reset. */
    HRESULT (*Reset)(IEnumCall *This);
    /** Skip. */
    HRESULT (*Skip)(IEnumCall *This, ULONG celt);
    /** Clone. */
    HRESULT (*Clone)(IEnumCall *This, IEnumCall **ppEnum);
};

/** IEnumCall. */
struct IEnumCall {
    /** The methods. */
    const IEnumCallVtbl *lpVtbl;
};

typedef struct IEnumAddressVtbl IEnumAddressVtbl;

/** The methods of `IEnumAddress`, those of its bases first. */
struct IEnumAddressVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(IEnumAddress *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(IEnumAddress *This);
    ULONG (*Release)(IEnumAddress *This);
    /** Next. */
    HRESULT (*Next)(IEnumAddress *This, ULONG celt, ITAddress **ppElements, ULONG *pceltFetched);
    /** Reset. */
    HRESULT (*Reset)(IEnumAddress *This);
    /** Skip. */
    HRESULT (*Skip)(IEnumAddress *This, ULONG celt);
    /** Clone. */
    HRESULT (*Clone)(IEnumAddress *This, IEnumAddress **ppEnum);
};

/** IEnumAddress. */
struct IEnumAddress {
    /** The methods. */
    const IEnumAddressVtbl *lpVtbl;
};

typedef struct IEnumCallHubVtbl IEnumCallHubVtbl;

/** The methods of `IEnumCallHub`, those of its bases first. */
struct IEnumCallHubVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(IEnumCallHub *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(IEnumCallHub *This);
    ULONG (*Release)(IEnumCallHub *This);
    /** Next. */
    HRESULT (*Next)(IEnumCallHub *This, ULONG celt, ITCallHub **ppElements, ULONG *pceltFetched);
    /** Reset. */
    HRESULT (*Reset)(IEnumCallHub *This);
    /** Skip. */
    HRESULT (*Skip)(IEnumCallHub *This, ULONG celt);
    /** Clone. */
    HRESULT (*Clone)(IEnumCallHub *This, IEnumCallHub **ppEnum);
};

/** IEnumCallHub. */
struct IEnumCallHub {
    /** The methods. */
    const IEnumCallHubVtbl *lpVtbl;
};

typedef struct IEnumBstrVtbl IEnumBstrVtbl;

/** The methods of `IEnumBstr`, those of its bases first. */
struct IEnumBstrVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(IEnumBstr *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(IEnumBstr *This);
    ULONG (*Release)(IEnumBstr *This);
    /** Next. */
    HRESULT (*Next)(IEnumBstr *This, ULONG celt, BSTR *ppStrings, ULONG *pceltFetched);
    /** Reset. */
    HRESULT (*Reset)(IEnumBstr *This);
    /** Skip. */
    HRESULT (*Skip)(IEnumBstr *This, ULONG celt);
    /** Clone. */
    HRESULT (*Clone)(IEnumBstr *This, IEnumBstr **ppEnum);
};

/** IEnumBstr. */
struct IEnumBstr {
    /** The methods. */
    const IEnumBstrVtbl *lpVtbl;
};

typedef struct IEnumPluggableTerminalClassInfoVtbl IEnumPluggableTerminalClassInfoVtbl;

/** The methods of `IEnumPluggableTerminalClassInfo`, those of its bases first. */
struct IEnumPluggableTerminalClassInfoVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(IEnumPluggableTerminalClassInfo *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(IEnumPluggableTerminalClassInfo *This);
    ULONG (*Release)(IEnumPluggableTerminalClassInfo *This);
    /** Next. */
    HRESULT (*Next)(IEnumPluggableTerminalClassInfo *This,
                    ULONG celt,
                    ITPluggableTerminalClassInfo **ppElements,
                    ULONG *pceltFetched);
    /** Reset. */
    HRESULT (*Reset)(IEnumPluggableTerminalClassInfo *This);
    /** Skip. */
    HRESULT (*Skip)(IEnumPluggableTerminalClassInfo *This, ULONG celt);
    /** Clone. */
    HRESULT (*Clone)(IEnumPluggableTerminalClassInfo *This, IEnumPluggableTerminalClassInfo **ppEnum);
};

/** IEnumPluggableTerminalClassInfo. */
struct IEnumPluggableTerminalClassInfo {
    /** The methods. */
    const IEnumPluggableTerminalClassInfoVtbl *lpVtbl;
};

typedef struct IEnumPluggableSuperclassInfoVtbl IEnumPluggableSuperclassInfoVtbl;

/** The methods of `IEnumPluggableSuperclassInfo`, those of its bases first. */
struct IEnumPluggableSuperclassInfoVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(IEnumPluggableSuperclassInfo *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(IEnumPluggableSuperclassInfo *This);
    ULONG (*Release)(IEnumPluggableSuperclassInfo *This);
    /** Next. */
    HRESULT (*Next)(IEnumPluggableSuperclassInfo *This,
                    ULONG celt,
                    ITPluggableTerminalSuperclassInfo **ppElements,
                    ULONG *pceltFetched);
    /** Reset. */
    HRESULT (*Reset)(IEnumPluggableSuperclassInfo *This);
    /** Skip. */
    HRESULT (*Skip)(IEnumPluggableSuperclassInfo *This, ULONG celt);
    /** Clone. */
    HRESULT (*Clone)(IEnumPluggableSuperclassInfo *This, IEnumPluggableSuperclassInfo **ppEnum);
};

/** IEnumPluggableSuperclassInfo. */
struct IEnumPluggableSuperclassInfo {
    /** The methods. */
    const IEnumPluggableSuperclassInfoVtbl *lpVtbl;
};

typedef struct IEnumLocationVtbl IEnumLocationVtbl;

/** The methods of `IEnumLocation`, those of its bases first. */
struct IEnumLocationVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(IEnumLocation *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(IEnumLocation *This);
    ULONG (*Release)(IEnumLocation *This);
    /** Next. */
    HRESULT (*Next)(IEnumLocation *This, ULONG celt, ITLocationInfo **ppElements, ULONG *pceltFetched);
    /** Reset. */
    HRESULT (*Reset)(IEnumLocation *This);
    /** Skip. */
    HRESULT (*Skip)(IEnumLocation *This, ULONG celt);
    /** Clone. */
    HRESULT (*Clone)(IEnumLocation *This, IEnumLocation **ppEnum);
};

/** IEnumLocation. */
struct IEnumLocation {
    /** The methods. */
    const IEnumLocationVtbl *lpVtbl;
};

typedef struct IEnumCallingCardVtbl IEnumCallingCardVtbl;

/** The methods of `IEnumCallingCard`, those of its bases first. */
struct IEnumCallingCardVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(IEnumCallingCard *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(IEnumCallingCard *This);
    ULONG (*Release)(IEnumCallingCard *This);
    /** Next. */
    HRESULT (*Next)(IEnumCallingCard *This, ULONG celt, ITCallingCard **ppElements, ULONG *pceltFetched);
    /** Reset. */
    HRESULT (*Reset)(IEnumCallingCard *This);
    /** Skip. */
    HRESULT (*Skip)(IEnumCallingCard *This, ULONG celt);
    /** Clone. */
    HRESULT (*Clone)(IEnumCallingCard *This, IEnumCallingCard **ppEnum);
};

/** IEnumCallingCard. */
struct IEnumCallingCard {
    /** The methods. */
    const IEnumCallingCardVtbl *lpVtbl;
};

typedef struct IEnumStreamVtbl IEnumStreamVtbl;

/** The methods of `IEnumStream`, those of its bases first. */
struct IEnumStreamVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(IEnumStream *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(IEnumStream *This);
    ULONG (*Release)(IEnumStream *This);
    /** Next. */
    HRESULT (*Next)(IEnumStream *This, ULONG celt, ITStream **ppElements, ULONG *pceltFetched);
    /** Reset. */
    HRESULT (*Reset)(IEnumStream *This);
    /** Skip. */
    HRESULT (*Skip)(IEnumStream *This, ULONG celt);
    /** Clone. */
    HRESULT (*Clone)(IEnumStream *This, IEnumStream **ppEnum);
};

/** IEnumStream. */
struct IEnumStream {
    /** The methods. */
    const IEnumStreamVtbl *lpVtbl;
};

typedef struct IEnumSubStreamVtbl IEnumSubStreamVtbl;

/** The methods of `IEnumSubStream`, those of its bases first. */
struct IEnumSubStreamVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(IEnumSubStream *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(IEnumSubStream *This);
    ULONG (*Release)(IEnumSubStream *This);
    /** Next. */
    HRESULT (*Next)(IEnumSubStream *This, ULONG celt, ITSubStream **ppElements, ULONG *pceltFetched);
    /** Reset. */
    HRESULT (*Reset)(IEnumSubStream *This);
    /** Skip. */
    HRESULT (*Skip)(IEnumSubStream *This, ULONG celt);
    /** Clone. */
    HRESULT (*Clone)(IEnumSubStream *This, IEnumSubStream **ppEnum);
};

/** IEnumSubStream. */
struct IEnumSubStream {
    /** The methods. */
    const IEnumSubStreamVtbl *lpVtbl;
};

typedef struct ITPrivateEventVtbl ITPrivateEventVtbl;

/** The methods of `ITPrivateEvent`, those of its bases first. */
struct ITPrivateEventVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITPrivateEvent *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITPrivateEvent *This);
    ULONG (*Release)(ITPrivateEvent *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITPrivateEvent *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITPrivateEvent *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITPrivateEvent *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITPrivateEvent *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_Address. */
    HRESULT (*get_Address)(ITPrivateEvent *This, ITAddress **ppAddress);
    /** get_Call. */
    HRESULT (*get_Call)(ITPrivateEvent *This, ITCallInfo **ppCallInfo);
    /** get_CallHub. */
    HRESULT (*get_CallHub)(ITPrivateEvent *This, ITCallHub **ppCallHub);
    /** get_EventCode. */
    HRESULT (*get_EventCode)(ITPrivateEvent *This, LONG *plEventCode);
    /** get_EventInterface. */
    HRESULT (*get_EventInterface)(ITPrivateEvent *This, IDispatch **pEventInterface);
};

/** ITPrivateEvent. */
struct ITPrivateEvent {
    /** The methods. */
    const ITPrivateEventVtbl *lpVtbl;
};

typedef struct ITPhoneEventVtbl ITPhoneEventVtbl;

/** The methods of `ITPhoneEvent`, those of its bases first. */
struct ITPhoneEventVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITPhoneEvent *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITPhoneEvent *This);
    ULONG (*Release)(ITPhoneEvent *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITPhoneEvent *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITPhoneEvent *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITPhoneEvent *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITPhoneEvent *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_Phone. */
    HRESULT (*get_Phone)(ITPhoneEvent *This, ITPhone **ppPhone);
    /** get_Event. */
    HRESULT (*get_Event)(ITPhoneEvent *This, PHONE_EVENT *pEvent);
    /** get_ButtonState. */
    HRESULT (*get_ButtonState)(ITPhoneEvent *This, PHONE_BUTTON_STATE *pState);
    /** get_HookSwitchState. */
    HRESULT (*get_HookSwitchState)(ITPhoneEvent *This, PHONE_HOOK_SWITCH_STATE *pState);
    /** get_HookSwitchDevice. */
    HRESULT (*get_HookSwitchDevice)(ITPhoneEvent *This, PHONE_HOOK_SWITCH_DEVICE *pDevice);
    /** get_RingMode. */
    HRESULT (*get_RingMode)(ITPhoneEvent *This, LONG *plRingMode);
    /** get_ButtonLampId. */
    HRESULT (*get_ButtonLampId)(ITPhoneEvent *This, LONG *plButtonLampId);
    /** get_NumberGathered. */
    HRESULT (*get_NumberGathered)(ITPhoneEvent *This, BSTR *ppNumber);
    /** get_Call. */
    HRESULT (*get_Call)(ITPhoneEvent *This, ITCallInfo **ppCallInfo);
};

/** ITPhoneEvent. */
struct ITPhoneEvent {
    /** The methods. */
    const ITPhoneEventVtbl *lpVtbl;
};

typedef struct ITCallStateEventVtbl ITCallStateEventVtbl;

/** The methods of `ITCallStateEvent`, those of its bases first. */
struct ITCallStateEventVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITCallStateEvent *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITCallStateEvent *This);
    ULONG (*Release)(ITCallStateEvent *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITCallStateEvent *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITCallStateEvent *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITCallStateEvent *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITCallStateEvent *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_Call. */
    HRESULT (*get_Call)(ITCallStateEvent *This, ITCallInfo **ppCallInfo);
    /** get_State. */
    HRESULT (*get_State)(ITCallStateEvent *This, CALL_STATE *pCallState);
    /** get_Cause. */
    HRESULT (*get_Cause)(ITCallStateEvent *This, CALL_STATE_EVENT_CAUSE *pCEC);
    /** get_CallbackInstance. */
    HRESULT (*get_CallbackInstance)(ITCallStateEvent *This, LONG *plCallbackInstance);
};

/** ITCallStateEvent. */
struct ITCallStateEvent {
    /** The methods. */
    const ITCallStateEventVtbl *lpVtbl;
};

typedef struct ITPhoneDeviceSpecificEventVtbl ITPhoneDeviceSpecificEventVtbl;

/** The methods of `ITPhoneDeviceSpecificEvent`, those of its bases first. */
struct ITPhoneDeviceSpecificEventVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITPhoneDeviceSpecificEvent *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITPhoneDeviceSpecificEvent *This);
    ULONG (*Release)(ITPhoneDeviceSpecificEvent *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITPhoneDeviceSpecificEvent *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITPhoneDeviceSpecificEvent *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITPhoneDeviceSpecificEvent *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITPhoneDeviceSpecificEvent *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_Phone. */
    HRESULT (*get_Phone)(ITPhoneDeviceSpecificEvent *This, ITPhone **ppPhone);
    /** get_lParam1. */
    HRESULT (*get_lParam1)(ITPhoneDeviceSpecificEvent *This, LONG *pParam1);
    /** get_lParam2. */
    HRESULT (*get_lParam2)(ITPhoneDeviceSpecificEvent *This, LONG *pParam2);
    /** get_lParam3. */
    HRESULT (*get_lParam3)(ITPhoneDeviceSpecificEvent *This, LONG *pParam3);
};

/** ITPhoneDeviceSpecificEvent. */
struct ITPhoneDeviceSpecificEvent {
    /** The methods. */
    const ITPhoneDeviceSpecificEventVtbl *lpVtbl;
};

typedef struct ITCallMediaEventVtbl ITCallMediaEventVtbl;

/** The methods of `ITCallMediaEvent`, those of its bases first. */
struct ITCallMediaEventVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITCallMediaEvent *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITCallMediaEvent *This);
    ULONG (*Release)(ITCallMediaEvent *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITCallMediaEvent *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITCallMediaEvent *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITCallMediaEvent *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITCallMediaEvent *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_Call. */
    HRESULT (*get_Call)(ITCallMediaEvent *This, ITCallInfo **ppCallInfo);
    /** get_Event. */
    HRESULT (*get_Event)(ITCallMediaEvent *This, CALL_MEDIA_EVENT *pCallMediaEvent);
    /** get_Error. */
    HRESULT (*get_Error)(ITCallMediaEvent *This, HRESULT *phrError);
    /** get_Terminal. */
    HRESULT (*get_Terminal)(ITCallMediaEvent *This, ITTerminal **ppTerminal);
    /** get_Stream. */
    HRESULT (*get_Stream)(ITCallMediaEvent *This, ITStream **ppStream);
    /** get_Cause. */
    HRESULT (*get_Cause)(ITCallMediaEvent *This, CALL_MEDIA_EVENT_CAUSE *pCause);
};

/** ITCallMediaEvent. */
struct ITCallMediaEvent {
    /** The methods. */
    const ITCallMediaEventVtbl *lpVtbl;
};

typedef struct ITDigitDetectionEventVtbl ITDigitDetectionEventVtbl;

/** The methods of `ITDigitDetectionEvent`, those of its bases first. */
struct ITDigitDetectionEventVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITDigitDetectionEvent *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITDigitDetectionEvent *This);
    ULONG (*Release)(ITDigitDetectionEvent *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITDigitDetectionEvent *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITDigitDetectionEvent *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITDigitDetectionEvent *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITDigitDetectionEvent *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_Call. */
    HRESULT (*get_Call)(ITDigitDetectionEvent *This, ITCallInfo **ppCallInfo);
    /** get_Digit. */
    HRESULT (*get_Digit)(ITDigitDetectionEvent *This, BYTE *pucDigit);
    /** get_DigitMode. */
    HRESULT (*get_DigitMode)(ITDigitDetectionEvent *This, TAPI_DIGITMODE *pDigitMode);
    /** get_TickCount. */
    HRESULT (*get_TickCount)(ITDigitDetectionEvent *This, LONG *plTickCount);
    /** get_CallbackInstance. */
    HRESULT (*get_CallbackInstance)(ITDigitDetectionEvent *This, LONG *plCallbackInstance);
};

/** ITDigitDetectionEvent. */
struct ITDigitDetectionEvent {
    /** The methods. */
    const ITDigitDetectionEventVtbl *lpVtbl;
};

typedef struct ITDigitGenerationEventVtbl ITDigitGenerationEventVtbl;

/** The methods of `ITDigitGenerationEvent`, those of its bases first. */
struct ITDigitGenerationEventVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITDigitGenerationEvent *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITDigitGenerationEvent *This);
    ULONG (*Release)(ITDigitGenerationEvent *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITDigitGenerationEvent *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITDigitGenerationEvent *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITDigitGenerationEvent *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITDigitGenerationEvent *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_Call. */
    HRESULT (*get_Call)(ITDigitGenerationEvent *This, ITCallInfo **ppCallInfo);
    /** get_GenerationTermination. */
    HRESULT (*get_GenerationTermination)(ITDigitGenerationEvent *This, LONG *plGenerationTermination);
    /** get_TickCount. */
    HRESULT (*get_TickCount)(ITDigitGenerationEvent *This, LONG *plTickCount);
    /** get_CallbackInstance. */
    HRESULT (*get_CallbackInstance)(ITDigitGenerationEvent *This, LONG *plCallbackInstance);
};

/** ITDigitGenerationEvent. */
struct ITDigitGenerationEvent {
    /** The methods. */
    const ITDigitGenerationEventVtbl *lpVtbl;
};

typedef struct ITDigitsGatheredEventVtbl ITDigitsGatheredEventVtbl;

/** The methods of `ITDigitsGatheredEvent`, those of its bases first. */
struct ITDigitsGatheredEventVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITDigitsGatheredEvent *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITDigitsGatheredEvent *This);
    ULONG (*Release)(ITDigitsGatheredEvent *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITDigitsGatheredEvent *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITDigitsGatheredEvent *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITDigitsGatheredEvent *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITDigitsGatheredEvent *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_Call. */
    HRESULT (*get_Call)(ITDigitsGatheredEvent *This, ITCallInfo **ppCallInfo);
    /** get_Digits. */
    HRESULT (*get_Digits)(ITDigitsGatheredEvent *This, BSTR *ppDigits);
    /** get_GatherTermination. */
    HRESULT (*get_GatherTermination)(ITDigitsGatheredEvent *This, TAPI_GATHERTERM *pGatherTermination);
    /** get_TickCount. */
    HRESULT (*get_TickCount)(ITDigitsGatheredEvent *This, LONG *plTickCount);
    /** get_CallbackInstance. */
    HRESULT (*get_CallbackInstance)(ITDigitsGatheredEvent *This, LONG *plCallbackInstance);
};

/** ITDigitsGatheredEvent. */
struct ITDigitsGatheredEvent {
    /** The methods. */
    const ITDigitsGatheredEventVtbl *lpVtbl;
};

typedef struct ITToneDetectionEventVtbl ITToneDetectionEventVtbl;

/** The methods of `ITToneDetectionEvent`, those of its bases first. */
struct ITToneDetectionEventVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITToneDetectionEvent *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITToneDetectionEvent *This);
    ULONG (*Release)(ITToneDetectionEvent *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITToneDetectionEvent *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITToneDetectionEvent *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITToneDetectionEvent *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITToneDetectionEvent *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_Call. */
    HRESULT (*get_Call)(ITToneDetectionEvent *This, ITCallInfo **ppCallInfo);
    /** get_AppSpecific. */
    HRESULT (*get_AppSpecific)(ITToneDetectionEvent *This, LONG *plAppSpecific);
    /** get_TickCount. */
    HRESULT (*get_TickCount)(ITToneDetectionEvent *This, LONG *plTickCount);
    /** get_CallbackInstance. */
    HRESULT (*get_CallbackInstance)(ITToneDetectionEvent *This, LONG *plCallbackInstance);
};

/** ITToneDetectionEvent. */
struct ITToneDetectionEvent {
    /** The methods. */
    const ITToneDetectionEventVtbl *lpVtbl;
};

typedef struct ITTAPIObjectEventVtbl ITTAPIObjectEventVtbl;

/** The methods of `ITTAPIObjectEvent`, those of its bases first. */
struct ITTAPIObjectEventVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITTAPIObjectEvent *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITTAPIObjectEvent *This);
    ULONG (*Release)(ITTAPIObjectEvent *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITTAPIObjectEvent *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITTAPIObjectEvent *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITTAPIObjectEvent *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITTAPIObjectEvent *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_TAPIObject. */
    HRESULT (*get_TAPIObject)(ITTAPIObjectEvent *This, ITTAPI **ppTAPIObject);
    /** get_Event. */
    HRESULT (*get_Event)(ITTAPIObjectEvent *This, TAPIOBJECT_EVENT *pEvent);
    /** get_Address. */
    HRESULT (*get_Address)(ITTAPIObjectEvent *This, ITAddress **ppAddress);
    /** get_CallbackInstance. */
    HRESULT (*get_CallbackInstance)(ITTAPIObjectEvent *This, LONG *plCallbackInstance);
};

/** ITTAPIObjectEvent. */
struct ITTAPIObjectEvent {
    /** The methods. */
    const ITTAPIObjectEventVtbl *lpVtbl;
};

typedef struct ITTAPIObjectEvent2Vtbl ITTAPIObjectEvent2Vtbl;

/** The methods of `ITTAPIObjectEvent2`, those of its bases first. */
struct ITTAPIObjectEvent2Vtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITTAPIObjectEvent2 *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITTAPIObjectEvent2 *This);
    ULONG (*Release)(ITTAPIObjectEvent2 *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITTAPIObjectEvent2 *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITTAPIObjectEvent2 *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITTAPIObjectEvent2 *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITTAPIObjectEvent2 *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** From here: `ITTAPIObjectEvent`. */
    HRESULT (*get_TAPIObject)(ITTAPIObjectEvent2 *This, ITTAPI **ppTAPIObject);
    HRESULT (*get_Event)(ITTAPIObjectEvent2 *This, TAPIOBJECT_EVENT *pEvent);
    HRESULT (*get_Address)(ITTAPIObjectEvent2 *This, ITAddress **ppAddress);
    HRESULT (*get_CallbackInstance)(ITTAPIObjectEvent2 *This, LONG *plCallbackInstance);
    /** get_Phone. */
    HRESULT (*get_Phone)(ITTAPIObjectEvent2 *This, ITPhone **ppPhone);
};

/** ITTAPIObjectEvent2. */
struct ITTAPIObjectEvent2 {
    /** The methods. */
    const ITTAPIObjectEvent2Vtbl *lpVtbl;
};

typedef struct ITCallHubEventVtbl ITCallHubEventVtbl;

/** The methods of `ITCallHubEvent`, those of its bases first. */
struct ITCallHubEventVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITCallHubEvent *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITCallHubEvent *This);
    ULONG (*Release)(ITCallHubEvent *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITCallHubEvent *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITCallHubEvent *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITCallHubEvent *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITCallHubEvent *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_Event. */
    HRESULT (*get_Event)(ITCallHubEvent *This, CALLHUB_EVENT *pEvent);
    /** get_CallHub. */
    HRESULT (*get_CallHub)(ITCallHubEvent *This, ITCallHub **ppCallHub);
    /** get_Call. */
    HRESULT (*get_Call)(ITCallHubEvent *This, ITCallInfo **ppCall);
};

/** ITCallHubEvent. */
struct ITCallHubEvent {
    /** The methods. */
    const ITCallHubEventVtbl *lpVtbl;
};

typedef struct ITAddressEventVtbl ITAddressEventVtbl;

/** The methods of `ITAddressEvent`, those of its bases first. */
struct ITAddressEventVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITAddressEvent *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITAddressEvent *This);
    ULONG (*Release)(ITAddressEvent *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITAddressEvent *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITAddressEvent *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITAddressEvent *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITAddressEvent *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_Address. */
    HRESULT (*get_Address)(ITAddressEvent *This, ITAddress **ppAddress);
    /** get_Event. */
    HRESULT (*get_Event)(ITAddressEvent *This, ADDRESS_EVENT *pEvent);
    /** get_Terminal. */
    HRESULT (*get_Terminal)(ITAddressEvent *This, ITTerminal **ppTerminal);
};

/** ITAddressEvent. */
struct ITAddressEvent {
    /** The methods. */
    const ITAddressEventVtbl *lpVtbl;
};

typedef struct ITAddressDeviceSpecificEventVtbl ITAddressDeviceSpecificEventVtbl;

/** The methods of `ITAddressDeviceSpecificEvent`, those of its bases first. */
struct ITAddressDeviceSpecificEventVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITAddressDeviceSpecificEvent *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITAddressDeviceSpecificEvent *This);
    ULONG (*Release)(ITAddressDeviceSpecificEvent *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITAddressDeviceSpecificEvent *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITAddressDeviceSpecificEvent *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITAddressDeviceSpecificEvent *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITAddressDeviceSpecificEvent *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_Address. */
    HRESULT (*get_Address)(ITAddressDeviceSpecificEvent *This, ITAddress **ppAddress);
    /** get_Call. */
    HRESULT (*get_Call)(ITAddressDeviceSpecificEvent *This, ITCallInfo **ppCall);
    /** get_lParam1. */
    HRESULT (*get_lParam1)(ITAddressDeviceSpecificEvent *This, LONG *pParam1);
    /** get_lParam2. */
    HRESULT (*get_lParam2)(ITAddressDeviceSpecificEvent *This, LONG *pParam2);
    /** get_lParam3. */
    HRESULT (*get_lParam3)(ITAddressDeviceSpecificEvent *This, LONG *pParam3);
};

/** ITAddressDeviceSpecificEvent. */
struct ITAddressDeviceSpecificEvent {
    /** The methods. */
    const ITAddressDeviceSpecificEventVtbl *lpVtbl;
};

typedef struct ITFileTerminalEventVtbl ITFileTerminalEventVtbl;

/** The methods of `ITFileTerminalEvent`, those of its bases first. */
struct ITFileTerminalEventVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITFileTerminalEvent *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITFileTerminalEvent *This);
    ULONG (*Release)(ITFileTerminalEvent *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITFileTerminalEvent *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITFileTerminalEvent *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITFileTerminalEvent *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITFileTerminalEvent *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_Terminal. */
    HRESULT (*get_Terminal)(ITFileTerminalEvent *This, ITTerminal **ppTerminal);
    /** get_Track. */
    HRESULT (*get_Track)(ITFileTerminalEvent *This, ITFileTrack **ppTrackTerminal);
    /** get_Call. */
    HRESULT (*get_Call)(ITFileTerminalEvent *This, ITCallInfo **ppCall);
    /** get_State. */
    HRESULT (*get_State)(ITFileTerminalEvent *This, TERMINAL_MEDIA_STATE *pState);
    /** get_Cause. */
    HRESULT (*get_Cause)(ITFileTerminalEvent *This, FT_STATE_EVENT_CAUSE *pCause);
    /** get_Error. */
    HRESULT (*get_Error)(ITFileTerminalEvent *This, HRESULT *phrErrorCode);
};

/** ITFileTerminalEvent. */
struct ITFileTerminalEvent {
    /** The methods. */
    const ITFileTerminalEventVtbl *lpVtbl;
};

typedef struct ITTTSTerminalEventVtbl ITTTSTerminalEventVtbl;

/** The methods of `ITTTSTerminalEvent`, those of its bases first. */
struct ITTTSTerminalEventVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITTTSTerminalEvent *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITTTSTerminalEvent *This);
    ULONG (*Release)(ITTTSTerminalEvent *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITTTSTerminalEvent *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITTTSTerminalEvent *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITTTSTerminalEvent *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITTTSTerminalEvent *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_Terminal. */
    HRESULT (*get_Terminal)(ITTTSTerminalEvent *This, ITTerminal **ppTerminal);
    /** get_Call. */
    HRESULT (*get_Call)(ITTTSTerminalEvent *This, ITCallInfo **ppCall);
    /** get_Error. */
    HRESULT (*get_Error)(ITTTSTerminalEvent *This, HRESULT *phrErrorCode);
};

/** ITTTSTerminalEvent. */
struct ITTTSTerminalEvent {
    /** The methods. */
    const ITTTSTerminalEventVtbl *lpVtbl;
};

typedef struct ITASRTerminalEventVtbl ITASRTerminalEventVtbl;

/** The methods of `ITASRTerminalEvent`, those of its bases first. */
struct ITASRTerminalEventVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITASRTerminalEvent *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITASRTerminalEvent *This);
    ULONG (*Release)(ITASRTerminalEvent *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITASRTerminalEvent *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITASRTerminalEvent *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITASRTerminalEvent *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITASRTerminalEvent *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_Terminal. */
    HRESULT (*get_Terminal)(ITASRTerminalEvent *This, ITTerminal **ppTerminal);
    /** get_Call. */
    HRESULT (*get_Call)(ITASRTerminalEvent *This, ITCallInfo **ppCall);
    /** get_Error. */
    HRESULT (*get_Error)(ITASRTerminalEvent *This, HRESULT *phrErrorCode);
};

/** ITASRTerminalEvent. */
struct ITASRTerminalEvent {
    /** The methods. */
    const ITASRTerminalEventVtbl *lpVtbl;
};

typedef struct ITToneTerminalEventVtbl ITToneTerminalEventVtbl;

/** The methods of `ITToneTerminalEvent`, those of its bases first. */
struct ITToneTerminalEventVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITToneTerminalEvent *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITToneTerminalEvent *This);
    ULONG (*Release)(ITToneTerminalEvent *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITToneTerminalEvent *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITToneTerminalEvent *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITToneTerminalEvent *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITToneTerminalEvent *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_Terminal. */
    HRESULT (*get_Terminal)(ITToneTerminalEvent *This, ITTerminal **ppTerminal);
    /** get_Call. */
    HRESULT (*get_Call)(ITToneTerminalEvent *This, ITCallInfo **ppCall);
    /** get_Error. */
    HRESULT (*get_Error)(ITToneTerminalEvent *This, HRESULT *phrErrorCode);
};

/** ITToneTerminalEvent. */
struct ITToneTerminalEvent {
    /** The methods. */
    const ITToneTerminalEventVtbl *lpVtbl;
};

typedef struct ITQOSEventVtbl ITQOSEventVtbl;

/** The methods of `ITQOSEvent`, those of its bases first. */
struct ITQOSEventVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITQOSEvent *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITQOSEvent *This);
    ULONG (*Release)(ITQOSEvent *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITQOSEvent *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITQOSEvent *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITQOSEvent *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITQOSEvent *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_Call. */
    HRESULT (*get_Call)(ITQOSEvent *This, ITCallInfo **ppCall);
    /** get_Event. */
    HRESULT (*get_Event)(ITQOSEvent *This, QOS_EVENT *pQosEvent);
    /** get_MediaType. */
    HRESULT (*get_MediaType)(ITQOSEvent *This, LONG *plMediaType);
};

/** ITQOSEvent. */
struct ITQOSEvent {
    /** The methods. */
    const ITQOSEventVtbl *lpVtbl;
};

typedef struct ITCallInfoChangeEventVtbl ITCallInfoChangeEventVtbl;

/** The methods of `ITCallInfoChangeEvent`, those of its bases first. */
struct ITCallInfoChangeEventVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITCallInfoChangeEvent *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITCallInfoChangeEvent *This);
    ULONG (*Release)(ITCallInfoChangeEvent *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITCallInfoChangeEvent *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITCallInfoChangeEvent *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITCallInfoChangeEvent *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITCallInfoChangeEvent *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_Call. */
    HRESULT (*get_Call)(ITCallInfoChangeEvent *This, ITCallInfo **ppCall);
    /** get_Cause. */
    HRESULT (*get_Cause)(ITCallInfoChangeEvent *This, CALLINFOCHANGE_CAUSE *pCIC);
    /** get_CallbackInstance. */
    HRESULT (*get_CallbackInstance)(ITCallInfoChangeEvent *This, LONG *plCallbackInstance);
};

/** ITCallInfoChangeEvent. */
struct ITCallInfoChangeEvent {
    /** The methods. */
    const ITCallInfoChangeEventVtbl *lpVtbl;
};

typedef struct ITRequestEventVtbl ITRequestEventVtbl;

/** The methods of `ITRequestEvent`, those of its bases first. */
struct ITRequestEventVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITRequestEvent *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITRequestEvent *This);
    ULONG (*Release)(ITRequestEvent *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITRequestEvent *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITRequestEvent *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITRequestEvent *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITRequestEvent *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_RegistrationInstance. */
    HRESULT (*get_RegistrationInstance)(ITRequestEvent *This, LONG *plRegistrationInstance);
    /** get_RequestMode. */
    HRESULT (*get_RequestMode)(ITRequestEvent *This, LONG *plRequestMode);
    /** get_DestAddress. */
    HRESULT (*get_DestAddress)(ITRequestEvent *This, BSTR *ppDestAddress);
    /** get_AppName. */
    HRESULT (*get_AppName)(ITRequestEvent *This, BSTR *ppAppName);
    /** get_CalledParty. */
    HRESULT (*get_CalledParty)(ITRequestEvent *This, BSTR *ppCalledParty);
    /** get_Comment. */
    HRESULT (*get_Comment)(ITRequestEvent *This, BSTR *ppComment);
};

/** ITRequestEvent. */
struct ITRequestEvent {
    /** The methods. */
    const ITRequestEventVtbl *lpVtbl;
};

typedef struct ITCallNotificationEventVtbl ITCallNotificationEventVtbl;

/** The methods of `ITCallNotificationEvent`, those of its bases first. */
struct ITCallNotificationEventVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITCallNotificationEvent *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITCallNotificationEvent *This);
    ULONG (*Release)(ITCallNotificationEvent *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITCallNotificationEvent *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITCallNotificationEvent *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITCallNotificationEvent *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITCallNotificationEvent *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_Call. */
    HRESULT (*get_Call)(ITCallNotificationEvent *This, ITCallInfo **ppCall);
    /** get_Event. */
    HRESULT (*get_Event)(ITCallNotificationEvent *This, CALL_NOTIFICATION_EVENT *pCallNotificationEvent);
    /** get_CallbackInstance. */
    HRESULT (*get_CallbackInstance)(ITCallNotificationEvent *This, LONG *plCallbackInstance);
};

/** ITCallNotificationEvent. */
struct ITCallNotificationEvent {
    /** The methods. */
    const ITCallNotificationEventVtbl *lpVtbl;
};

typedef struct ITLegacyAddressMediaControlVtbl ITLegacyAddressMediaControlVtbl;

/** The methods of `ITLegacyAddressMediaControl`, those of its bases first. */
struct ITLegacyAddressMediaControlVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITLegacyAddressMediaControl *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITLegacyAddressMediaControl *This);
    ULONG (*Release)(ITLegacyAddressMediaControl *This);
    /** GetID. */
    HRESULT (*GetID)(ITLegacyAddressMediaControl *This, BSTR pDeviceClass, DWORD *pdwSize, BYTE **ppDeviceID);
    /** GetDevConfig. */
    HRESULT (*GetDevConfig)(ITLegacyAddressMediaControl *This,
                            BSTR pDeviceClass,
                            DWORD *pdwSize,
                            BYTE **ppDeviceConfig);
    /** SetDevConfig. */
    HRESULT (*SetDevConfig)(ITLegacyAddressMediaControl *This,
                            BSTR pDeviceClass,
                            DWORD dwSize,
                            BYTE *pDeviceConfig);
};

/** ITLegacyAddressMediaControl. */
struct ITLegacyAddressMediaControl {
    /** The methods. */
    const ITLegacyAddressMediaControlVtbl *lpVtbl;
};

typedef struct ITLegacyAddressMediaControl2Vtbl ITLegacyAddressMediaControl2Vtbl;

/** The methods of `ITLegacyAddressMediaControl2`, those of its bases first. */
struct ITLegacyAddressMediaControl2Vtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITLegacyAddressMediaControl2 *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITLegacyAddressMediaControl2 *This);
    ULONG (*Release)(ITLegacyAddressMediaControl2 *This);
    /** From here: `ITLegacyAddressMediaControl`. */
    HRESULT (*GetID)(ITLegacyAddressMediaControl2 *This, BSTR pDeviceClass, DWORD *pdwSize, BYTE **ppDeviceID);
    HRESULT (*GetDevConfig)(ITLegacyAddressMediaControl2 *This,
                            BSTR pDeviceClass,
                            DWORD *pdwSize,
                            BYTE **ppDeviceConfig);
    HRESULT (*SetDevConfig)(ITLegacyAddressMediaControl2 *This,
                            BSTR pDeviceClass,
                            DWORD dwSize,
                            BYTE *pDeviceConfig);
    /** ConfigDialog. */
    HRESULT (*ConfigDialog)(ITLegacyAddressMediaControl2 *This, HWND hwndOwner, BSTR pDeviceClass);
    /** ConfigDialogEdit. */
    HRESULT (*ConfigDialogEdit)(ITLegacyAddressMediaControl2 *This,
                                HWND hwndOwner,
                                BSTR pDeviceClass,
                                DWORD dwSizeIn,
                                BYTE *pDeviceConfigIn,
                                DWORD *pdwSizeOut,
                                BYTE **ppDeviceConfigOut);
};

/** ITLegacyAddressMediaControl2. */
struct ITLegacyAddressMediaControl2 {
    /** The methods. */
    const ITLegacyAddressMediaControl2Vtbl *lpVtbl;
};

typedef struct ITLegacyCallMediaControlVtbl ITLegacyCallMediaControlVtbl;

/** The methods of `ITLegacyCallMediaControl`, those of its bases first. */
struct ITLegacyCallMediaControlVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITLegacyCallMediaControl *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITLegacyCallMediaControl *This);
    ULONG (*Release)(ITLegacyCallMediaControl *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITLegacyCallMediaControl *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITLegacyCallMediaControl *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITLegacyCallMediaControl *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITLegacyCallMediaControl *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** DetectDigits. */
    HRESULT (*DetectDigits)(ITLegacyCallMediaControl *This, TAPI_DIGITMODE DigitMode);
    /** GenerateDigits. */
    HRESULT (*GenerateDigits)(ITLegacyCallMediaControl *This, BSTR pDigits, TAPI_DIGITMODE DigitMode);
    /** GetID. */
    HRESULT (*GetID)(ITLegacyCallMediaControl *This, BSTR pDeviceClass, DWORD *pdwSize, BYTE **ppDeviceID);
    /** SetMediaType. */
    HRESULT (*SetMediaType)(ITLegacyCallMediaControl *This, LONG lMediaType);
    /** MonitorMedia. */
    HRESULT (*MonitorMedia)(ITLegacyCallMediaControl *This, LONG lMediaType);
};

/** ITLegacyCallMediaControl. */
struct ITLegacyCallMediaControl {
    /** The methods. */
    const ITLegacyCallMediaControlVtbl *lpVtbl;
};

typedef struct ITLegacyCallMediaControl2Vtbl ITLegacyCallMediaControl2Vtbl;

/** The methods of `ITLegacyCallMediaControl2`, those of its bases first. */
struct ITLegacyCallMediaControl2Vtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITLegacyCallMediaControl2 *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITLegacyCallMediaControl2 *This);
    ULONG (*Release)(ITLegacyCallMediaControl2 *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITLegacyCallMediaControl2 *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITLegacyCallMediaControl2 *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITLegacyCallMediaControl2 *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITLegacyCallMediaControl2 *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** From here: `ITLegacyCallMediaControl`. */
    HRESULT (*DetectDigits)(ITLegacyCallMediaControl2 *This, TAPI_DIGITMODE DigitMode);
    HRESULT (*GenerateDigits)(ITLegacyCallMediaControl2 *This, BSTR pDigits, TAPI_DIGITMODE DigitMode);
    HRESULT (*GetID)(ITLegacyCallMediaControl2 *This, BSTR pDeviceClass, DWORD *pdwSize, BYTE **ppDeviceID);
    HRESULT (*SetMediaType)(ITLegacyCallMediaControl2 *This, LONG lMediaType);
    HRESULT (*MonitorMedia)(ITLegacyCallMediaControl2 *This, LONG lMediaType);
    /** GenerateDigits2. */
    HRESULT (*GenerateDigits2)(ITLegacyCallMediaControl2 *This,
                               BSTR pDigits,
                               TAPI_DIGITMODE DigitMode,
                               LONG lDuration);
    /** GatherDigits. */
    HRESULT (*GatherDigits)(ITLegacyCallMediaControl2 *This,
                            TAPI_DIGITMODE DigitMode,
                            LONG lNumDigits,
                            BSTR pTerminationDigits,
                            LONG lFirstDigitTimeout,
                            LONG lInterDigitTimeout);
    /** DetectTones. */
    HRESULT (*DetectTones)(ITLegacyCallMediaControl2 *This, TAPI_DETECTTONE *pToneList, LONG lNumTones);
    /** DetectTonesByCollection. */
    HRESULT (*DetectTonesByCollection)(ITLegacyCallMediaControl2 *This, ITCollection2 *pDetectToneCollection);
    /** GenerateTone. */
    HRESULT (*GenerateTone)(ITLegacyCallMediaControl2 *This, TAPI_TONEMODE ToneMode, LONG lDuration);
    /** GenerateCustomTones. */
    HRESULT (*GenerateCustomTones)(ITLegacyCallMediaControl2 *This,
                                   TAPI_CUSTOMTONE *pToneList,
                                   LONG lNumTones,
                                   LONG lDuration);
    /** GenerateCustomTonesByCollection. */
    HRESULT (*GenerateCustomTonesByCollection)(ITLegacyCallMediaControl2 *This,
                                               ITCollection2 *pCustomToneCollection,
                                               LONG lDuration);
    /** CreateDetectToneObject. */
    HRESULT (*CreateDetectToneObject)(ITLegacyCallMediaControl2 *This, ITDetectTone **ppDetectTone);
    /** CreateCustomToneObject. */
    HRESULT (*CreateCustomToneObject)(ITLegacyCallMediaControl2 *This, ITCustomTone **ppCustomTone);
    /** GetIDAsVariant. */
    HRESULT (*GetIDAsVariant)(ITLegacyCallMediaControl2 *This, BSTR bstrDeviceClass, VARIANT *pVarDeviceID);
};

/** ITLegacyCallMediaControl2. */
struct ITLegacyCallMediaControl2 {
    /** The methods. */
    const ITLegacyCallMediaControl2Vtbl *lpVtbl;
};

typedef struct ITDetectToneVtbl ITDetectToneVtbl;

/** The methods of `ITDetectTone`, those of its bases first. */
struct ITDetectToneVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITDetectTone *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITDetectTone *This);
    ULONG (*Release)(ITDetectTone *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITDetectTone *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITDetectTone *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITDetectTone *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITDetectTone *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_AppSpecific. */
    HRESULT (*get_AppSpecific)(ITDetectTone *This, LONG *plAppSpecific);
    /** put_AppSpecific. */
    HRESULT (*put_AppSpecific)(ITDetectTone *This, LONG lAppSpecific);
    /** get_Duration. */
    HRESULT (*get_Duration)(ITDetectTone *This, LONG *plDuration);
    /** put_Duration. */
    HRESULT (*put_Duration)(ITDetectTone *This, LONG lDuration);
    /** get_Frequency. */
    HRESULT (*get_Frequency)(ITDetectTone *This, LONG Index, LONG *plFrequency);
    /** put_Frequency. */
    HRESULT (*put_Frequency)(ITDetectTone *This, LONG Index, LONG lFrequency);
};

/** ITDetectTone. */
struct ITDetectTone {
    /** The methods. */
    const ITDetectToneVtbl *lpVtbl;
};

typedef struct ITCustomToneVtbl ITCustomToneVtbl;

/** The methods of `ITCustomTone`, those of its bases first. */
struct ITCustomToneVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITCustomTone *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITCustomTone *This);
    ULONG (*Release)(ITCustomTone *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITCustomTone *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITCustomTone *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITCustomTone *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITCustomTone *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_Frequency. */
    HRESULT (*get_Frequency)(ITCustomTone *This, LONG *plFrequency);
    /** put_Frequency. */
    HRESULT (*put_Frequency)(ITCustomTone *This, LONG lFrequency);
    /** get_CadenceOn. */
    HRESULT (*get_CadenceOn)(ITCustomTone *This, LONG *plCadenceOn);
    /** put_CadenceOn. */
    HRESULT (*put_CadenceOn)(ITCustomTone *This, LONG CadenceOn);
    /** get_CadenceOff. */
    HRESULT (*get_CadenceOff)(ITCustomTone *This, LONG *plCadenceOff);
    /** put_CadenceOff. */
    HRESULT (*put_CadenceOff)(ITCustomTone *This, LONG lCadenceOff);
    /** get_Volume. */
    HRESULT (*get_Volume)(ITCustomTone *This, LONG *plVolume);
    /** put_Volume. */
    HRESULT (*put_Volume)(ITCustomTone *This, LONG lVolume);
};

/** ITCustomTone. */
struct ITCustomTone {
    /** The methods. */
    const ITCustomToneVtbl *lpVtbl;
};

typedef struct ITLegacyWaveSupportVtbl ITLegacyWaveSupportVtbl;

/** The methods of `ITLegacyWaveSupport`, those of its bases first. */
struct ITLegacyWaveSupportVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITLegacyWaveSupport *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITLegacyWaveSupport *This);
    ULONG (*Release)(ITLegacyWaveSupport *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITLegacyWaveSupport *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITLegacyWaveSupport *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITLegacyWaveSupport *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITLegacyWaveSupport *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** IsFullDuplex. */
    HRESULT (*IsFullDuplex)(ITLegacyWaveSupport *This, FULLDUPLEX_SUPPORT *pSupport);
};

/** ITLegacyWaveSupport. */
struct ITLegacyWaveSupport {
    /** The methods. */
    const ITLegacyWaveSupportVtbl *lpVtbl;
};

typedef struct ITPhoneVtbl ITPhoneVtbl;

/** The methods of `ITPhone`, those of its bases first. */
struct ITPhoneVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITPhone *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITPhone *This);
    ULONG (*Release)(ITPhone *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITPhone *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITPhone *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITPhone *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITPhone *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** Open. */
    HRESULT (*Open)(ITPhone *This, PHONE_PRIVILEGE Privilege);
    /** Close. */
    HRESULT (*Close)(ITPhone *This);
    /** get_Addresses. */
    HRESULT (*get_Addresses)(ITPhone *This, VARIANT *pAddresses);
    /** EnumerateAddresses. */
    HRESULT (*EnumerateAddresses)(ITPhone *This, IEnumAddress **ppEnumAddress);
    /** get_PhoneCapsLong. */
    HRESULT (*get_PhoneCapsLong)(ITPhone *This, PHONECAPS_LONG pclCap, LONG *plCapability);
    /** get_PhoneCapsString. */
    HRESULT (*get_PhoneCapsString)(ITPhone *This, PHONECAPS_STRING pcsCap, BSTR *ppCapability);
    /** get_Terminals. */
    HRESULT (*get_Terminals)(ITPhone *This, ITAddress *pAddress, VARIANT *pTerminals);
    /** EnumerateTerminals. */
    HRESULT (*EnumerateTerminals)(ITPhone *This, ITAddress *pAddress, IEnumTerminal **ppEnumTerminal);
    /** get_ButtonMode. */
    HRESULT (*get_ButtonMode)(ITPhone *This, LONG lButtonID, PHONE_BUTTON_MODE *pButtonMode);
    /** put_ButtonMode. */
    HRESULT (*put_ButtonMode)(ITPhone *This, LONG lButtonID, PHONE_BUTTON_MODE ButtonMode);
    /** get_ButtonFunction. */
    HRESULT (*get_ButtonFunction)(ITPhone *This, LONG lButtonID, PHONE_BUTTON_FUNCTION *pButtonFunction);
    /** put_ButtonFunction. */
    HRESULT (*put_ButtonFunction)(ITPhone *This, LONG lButtonID, PHONE_BUTTON_FUNCTION ButtonFunction);
    /** get_ButtonText. */
    HRESULT (*get_ButtonText)(ITPhone *This, LONG lButtonID, BSTR *ppButtonText);
    /** put_ButtonText. */
    HRESULT (*put_ButtonText)(ITPhone *This, LONG lButtonID, BSTR bstrButtonText);
    /** get_ButtonState. */
    HRESULT (*get_ButtonState)(ITPhone *This, LONG lButtonID, PHONE_BUTTON_STATE *pButtonState);
    /** get_HookSwitchState. */
    HRESULT (*get_HookSwitchState)(ITPhone *This,
                                   PHONE_HOOK_SWITCH_DEVICE HookSwitchDevice,
                                   PHONE_HOOK_SWITCH_STATE *pHookSwitchState);
    /** put_HookSwitchState. */
    HRESULT (*put_HookSwitchState)(ITPhone *This,
                                   PHONE_HOOK_SWITCH_DEVICE HookSwitchDevice,
                                   PHONE_HOOK_SWITCH_STATE HookSwitchState);
    /** put_RingMode. */
    HRESULT (*put_RingMode)(ITPhone *This, LONG lRingMode);
    /** get_RingMode. */
    HRESULT (*get_RingMode)(ITPhone *This, LONG *plRingMode);
    /** put_RingVolume. */
    HRESULT (*put_RingVolume)(ITPhone *This, LONG lRingVolume);
    /** get_RingVolume. */
    HRESULT (*get_RingVolume)(ITPhone *This, LONG *plRingVolume);
    /** get_Privilege. */
    HRESULT (*get_Privilege)(ITPhone *This, PHONE_PRIVILEGE *pPrivilege);
    /** GetPhoneCapsBuffer. */
    HRESULT (*GetPhoneCapsBuffer)(ITPhone *This,
                                  PHONECAPS_BUFFER pcbCaps,
                                  DWORD *pdwSize,
                                  BYTE **ppPhoneCapsBuffer);
    /** get_PhoneCapsBuffer. */
    HRESULT (*get_PhoneCapsBuffer)(ITPhone *This, PHONECAPS_BUFFER pcbCaps, VARIANT *pVarBuffer);
    /** get_LampMode. */
    HRESULT (*get_LampMode)(ITPhone *This, LONG lLampID, PHONE_LAMP_MODE *pLampMode);
    /** put_LampMode. */
    HRESULT (*put_LampMode)(ITPhone *This, LONG lLampID, PHONE_LAMP_MODE LampMode);
    /** get_Display. */
    HRESULT (*get_Display)(ITPhone *This, BSTR *pbstrDisplay);
    /** SetDisplay. */
    HRESULT (*SetDisplay)(ITPhone *This, LONG lRow, LONG lColumn, BSTR bstrDisplay);
    /** get_PreferredAddresses. */
    HRESULT (*get_PreferredAddresses)(ITPhone *This, VARIANT *pAddresses);
    /** EnumeratePreferredAddresses. */
    HRESULT (*EnumeratePreferredAddresses)(ITPhone *This, IEnumAddress **ppEnumAddress);
    /** DeviceSpecific. */
    HRESULT (*DeviceSpecific)(ITPhone *This, BYTE *pParams, DWORD dwSize);
    /** DeviceSpecificVariant. */
    HRESULT (*DeviceSpecificVariant)(ITPhone *This, VARIANT varDevSpecificByteArray);
    /** NegotiateExtVersion. */
    HRESULT (*NegotiateExtVersion)(ITPhone *This, LONG lLowVersion, LONG lHighVersion, LONG *plExtVersion);
};

/** ITPhone. */
struct ITPhone {
    /** The methods. */
    const ITPhoneVtbl *lpVtbl;
};

typedef struct ITAutomatedPhoneControlVtbl ITAutomatedPhoneControlVtbl;

/** The methods of `ITAutomatedPhoneControl`, those of its bases first. */
struct ITAutomatedPhoneControlVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITAutomatedPhoneControl *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITAutomatedPhoneControl *This);
    ULONG (*Release)(ITAutomatedPhoneControl *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITAutomatedPhoneControl *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITAutomatedPhoneControl *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITAutomatedPhoneControl *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITAutomatedPhoneControl *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** StartTone. */
    HRESULT (*StartTone)(ITAutomatedPhoneControl *This, PHONE_TONE Tone, LONG lDuration);
    /** StopTone. */
    HRESULT (*StopTone)(ITAutomatedPhoneControl *This);
    /** get_Tone. */
    HRESULT (*get_Tone)(ITAutomatedPhoneControl *This, PHONE_TONE *pTone);
    /** StartRinger. */
    HRESULT (*StartRinger)(ITAutomatedPhoneControl *This, LONG lRingMode, LONG lDuration);
    /** StopRinger. */
    HRESULT (*StopRinger)(ITAutomatedPhoneControl *This);
    /** get_Ringer. */
    HRESULT (*get_Ringer)(ITAutomatedPhoneControl *This, VARIANT_BOOL *pfRinging);
    /** put_PhoneHandlingEnabled. */
    HRESULT (*put_PhoneHandlingEnabled)(ITAutomatedPhoneControl *This, VARIANT_BOOL fEnabled);
    /** get_PhoneHandlingEnabled. */
    HRESULT (*get_PhoneHandlingEnabled)(ITAutomatedPhoneControl *This, VARIANT_BOOL *pfEnabled);
    /** put_AutoEndOfNumberTimeout. */
    HRESULT (*put_AutoEndOfNumberTimeout)(ITAutomatedPhoneControl *This, LONG lTimeout);
    /** get_AutoEndOfNumberTimeout. */
    HRESULT (*get_AutoEndOfNumberTimeout)(ITAutomatedPhoneControl *This, LONG *plTimeout);
    /** put_AutoDialtone. */
    HRESULT (*put_AutoDialtone)(ITAutomatedPhoneControl *This, VARIANT_BOOL fEnabled);
    /** get_AutoDialtone. */
    HRESULT (*get_AutoDialtone)(ITAutomatedPhoneControl *This, VARIANT_BOOL *pfEnabled);
    /** put_AutoStopTonesOnOnHook. */
    HRESULT (*put_AutoStopTonesOnOnHook)(ITAutomatedPhoneControl *This, VARIANT_BOOL fEnabled);
    /** get_AutoStopTonesOnOnHook. */
    HRESULT (*get_AutoStopTonesOnOnHook)(ITAutomatedPhoneControl *This, VARIANT_BOOL *pfEnabled);
    /** put_AutoStopRingOnOffHook. */
    HRESULT (*put_AutoStopRingOnOffHook)(ITAutomatedPhoneControl *This, VARIANT_BOOL fEnabled);
    /** get_AutoStopRingOnOffHook. */
    HRESULT (*get_AutoStopRingOnOffHook)(ITAutomatedPhoneControl *This, VARIANT_BOOL *pfEnabled);
    /** put_AutoKeypadTones. */
    HRESULT (*put_AutoKeypadTones)(ITAutomatedPhoneControl *This, VARIANT_BOOL fEnabled);
    /** get_AutoKeypadTones. */
    HRESULT (*get_AutoKeypadTones)(ITAutomatedPhoneControl *This, VARIANT_BOOL *pfEnabled);
    /** put_AutoKeypadTonesMinimumDuration. */
    HRESULT (*put_AutoKeypadTonesMinimumDuration)(ITAutomatedPhoneControl *This, LONG lDuration);
    /** get_AutoKeypadTonesMinimumDuration. */
    HRESULT (*get_AutoKeypadTonesMinimumDuration)(ITAutomatedPhoneControl *This, LONG *plDuration);
    /** put_AutoVolumeControl. */
    HRESULT (*put_AutoVolumeControl)(ITAutomatedPhoneControl *This, VARIANT_BOOL fEnabled);
    /** get_AutoVolumeControl. */
    HRESULT (*get_AutoVolumeControl)(ITAutomatedPhoneControl *This, VARIANT_BOOL *fEnabled);
    /** put_AutoVolumeControlStep. */
    HRESULT (*put_AutoVolumeControlStep)(ITAutomatedPhoneControl *This, LONG lStepSize);
    /** get_AutoVolumeControlStep. */
    HRESULT (*get_AutoVolumeControlStep)(ITAutomatedPhoneControl *This, LONG *plStepSize);
    /** put_AutoVolumeControlRepeatDelay. */
    HRESULT (*put_AutoVolumeControlRepeatDelay)(ITAutomatedPhoneControl *This, LONG lDelay);
    /** get_AutoVolumeControlRepeatDelay. */
    HRESULT (*get_AutoVolumeControlRepeatDelay)(ITAutomatedPhoneControl *This, LONG *plDelay);
    /** put_AutoVolumeControlRepeatPeriod. */
    HRESULT (*put_AutoVolumeControlRepeatPeriod)(ITAutomatedPhoneControl *This, LONG lPeriod);
    /** get_AutoVolumeControlRepeatPeriod. */
    HRESULT (*get_AutoVolumeControlRepeatPeriod)(ITAutomatedPhoneControl *This, LONG *plPeriod);
    /** SelectCall. */
    HRESULT (*SelectCall)(ITAutomatedPhoneControl *This,
                          ITCallInfo *pCall,
                          VARIANT_BOOL fSelectDefaultTerminals);
    /** UnselectCall. */
    HRESULT (*UnselectCall)(ITAutomatedPhoneControl *This, ITCallInfo *pCall);
    /** EnumerateSelectedCalls. */
    HRESULT (*EnumerateSelectedCalls)(ITAutomatedPhoneControl *This, IEnumCall **ppCallEnum);
    /** get_SelectedCalls. */
    HRESULT (*get_SelectedCalls)(ITAutomatedPhoneControl *This, VARIANT *pVariant);
};

/** ITAutomatedPhoneControl. */
struct ITAutomatedPhoneControl {
    /** The methods. */
    const ITAutomatedPhoneControlVtbl *lpVtbl;
};

typedef struct ITTAPIVtbl ITTAPIVtbl;

/** The methods of `ITTAPI`, those of its bases first. */
struct ITTAPIVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITTAPI *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITTAPI *This);
    ULONG (*Release)(ITTAPI *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITTAPI *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITTAPI *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITTAPI *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITTAPI *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** Initialize. */
    HRESULT (*Initialize)(ITTAPI *This);
    /** Shutdown. */
    HRESULT (*Shutdown)(ITTAPI *This);
    /** get_Addresses. */
    HRESULT (*get_Addresses)(ITTAPI *This, VARIANT *pVariant);
    /** EnumerateAddresses. */
    HRESULT (*EnumerateAddresses)(ITTAPI *This, IEnumAddress **ppEnumAddress);
    /** RegisterCallNotifications. */
    HRESULT (*RegisterCallNotifications)(ITTAPI *This,
                                         ITAddress *pAddress,
                                         VARIANT_BOOL fMonitor,
                                         VARIANT_BOOL fOwner,
                                         LONG lMediaTypes,
                                         LONG lCallbackInstance,
                                         LONG *plRegister);
    /** UnregisterNotifications. */
    HRESULT (*UnregisterNotifications)(ITTAPI *This, LONG lRegister);
    /** get_CallHubs. */
    HRESULT (*get_CallHubs)(ITTAPI *This, VARIANT *pVariant);
    /** EnumerateCallHubs. */
    HRESULT (*EnumerateCallHubs)(ITTAPI *This, IEnumCallHub **ppEnumCallHub);
    /** SetCallHubTracking. */
    HRESULT (*SetCallHubTracking)(ITTAPI *This, VARIANT pAddresses, VARIANT_BOOL bTracking);
    /** EnumeratePrivateTAPIObjects. */
    HRESULT (*EnumeratePrivateTAPIObjects)(ITTAPI *This, IEnumUnknown **ppEnumUnknown);
    /** get_PrivateTAPIObjects. */
    HRESULT (*get_PrivateTAPIObjects)(ITTAPI *This, VARIANT *pVariant);
    /** RegisterRequestRecipient. */
    HRESULT (*RegisterRequestRecipient)(ITTAPI *This,
                                        LONG lRegistrationInstance,
                                        LONG lRequestMode,
                                        VARIANT_BOOL fEnable);
    /** SetAssistedTelephonyPriority. */
    HRESULT (*SetAssistedTelephonyPriority)(ITTAPI *This, BSTR pAppFilename, VARIANT_BOOL fPriority);
    /** SetApplicationPriority. */
    HRESULT (*SetApplicationPriority)(ITTAPI *This, BSTR pAppFilename, LONG lMediaType, VARIANT_BOOL fPriority);
    /** put_EventFilter. */
    HRESULT (*put_EventFilter)(ITTAPI *This, LONG lFilterMask);
    /** get_EventFilter. */
    HRESULT (*get_EventFilter)(ITTAPI *This, LONG *plFilterMask);
};

/** ITTAPI. */
struct ITTAPI {
    /** The methods. */
    const ITTAPIVtbl *lpVtbl;
};

typedef struct ITTAPI2Vtbl ITTAPI2Vtbl;

/** The methods of `ITTAPI2`, those of its bases first. */
struct ITTAPI2Vtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITTAPI2 *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITTAPI2 *This);
    ULONG (*Release)(ITTAPI2 *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITTAPI2 *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITTAPI2 *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITTAPI2 *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITTAPI2 *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** From here: `ITTAPI`. */
    HRESULT (*Initialize)(ITTAPI2 *This);
    HRESULT (*Shutdown)(ITTAPI2 *This);
    HRESULT (*get_Addresses)(ITTAPI2 *This, VARIANT *pVariant);
    HRESULT (*EnumerateAddresses)(ITTAPI2 *This, IEnumAddress **ppEnumAddress);
    HRESULT (*RegisterCallNotifications)(ITTAPI2 *This,
                                         ITAddress *pAddress,
                                         VARIANT_BOOL fMonitor,
                                         VARIANT_BOOL fOwner,
                                         LONG lMediaTypes,
                                         LONG lCallbackInstance,
                                         LONG *plRegister);
    HRESULT (*UnregisterNotifications)(ITTAPI2 *This, LONG lRegister);
    HRESULT (*get_CallHubs)(ITTAPI2 *This, VARIANT *pVariant);
    HRESULT (*EnumerateCallHubs)(ITTAPI2 *This, IEnumCallHub **ppEnumCallHub);
    HRESULT (*SetCallHubTracking)(ITTAPI2 *This, VARIANT pAddresses, VARIANT_BOOL bTracking);
    HRESULT (*EnumeratePrivateTAPIObjects)(ITTAPI2 *This, IEnumUnknown **ppEnumUnknown);
    HRESULT (*get_PrivateTAPIObjects)(ITTAPI2 *This, VARIANT *pVariant);
    HRESULT (*RegisterRequestRecipient)(ITTAPI2 *This,
                                        LONG lRegistrationInstance,
                                        LONG lRequestMode,
                                        VARIANT_BOOL fEnable);
    HRESULT (*SetAssistedTelephonyPriority)(ITTAPI2 *This, BSTR pAppFilename, VARIANT_BOOL fPriority);
    HRESULT (*SetApplicationPriority)(ITTAPI2 *This,
                                      BSTR pAppFilename,
                                      LONG lMediaType,
                                      VARIANT_BOOL fPriority);
    HRESULT (*put_EventFilter)(ITTAPI2 *This, LONG lFilterMask);
    HRESULT (*get_EventFilter)(ITTAPI2 *This, LONG *plFilterMask);
    /** get_Phones. */
    HRESULT (*get_Phones)(ITTAPI2 *This, VARIANT *pPhones);
    /** EnumeratePhones. */
    HRESULT (*EnumeratePhones)(ITTAPI2 *This, IEnumPhone **ppEnumPhone);
    /** CreateEmptyCollectionObject. */
    HRESULT (*CreateEmptyCollectionObject)(ITTAPI2 *This, ITCollection2 **ppCollection);
};

/** ITTAPI2. */
struct ITTAPI2 {
    /** The methods. */
    const ITTAPI2Vtbl *lpVtbl;
};

typedef struct ITTAPIEventNotificationVtbl ITTAPIEventNotificationVtbl;

/** The methods of `ITTAPIEventNotification`, those of its bases first. */
struct ITTAPIEventNotificationVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITTAPIEventNotification *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITTAPIEventNotification *This);
    ULONG (*Release)(ITTAPIEventNotification *This);
    /** Event. */
    HRESULT (*Event)(ITTAPIEventNotification *This, TAPI_EVENT TapiEvent, IDispatch *pEvent);
};

/** ITTAPIEventNotification. */
struct ITTAPIEventNotification {
    /** The methods. */
    const ITTAPIEventNotificationVtbl *lpVtbl;
};

typedef struct ITRequestVtbl ITRequestVtbl;

/** The methods of `ITRequest`, those of its bases first. */
struct ITRequestVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITRequest *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITRequest *This);
    ULONG (*Release)(ITRequest *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITRequest *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITRequest *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITRequest *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITRequest *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** MakeCall. */
    HRESULT (*MakeCall)(ITRequest *This, BSTR pDestAddress, BSTR pAppName, BSTR pCalledParty, BSTR pComment);
};

/** ITRequest. */
struct ITRequest {
    /** The methods. */
    const ITRequestVtbl *lpVtbl;
};

typedef struct ITDispatchMapperVtbl ITDispatchMapperVtbl;

/** The methods of `ITDispatchMapper`, those of its bases first. */
struct ITDispatchMapperVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITDispatchMapper *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITDispatchMapper *This);
    ULONG (*Release)(ITDispatchMapper *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITDispatchMapper *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITDispatchMapper *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITDispatchMapper *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITDispatchMapper *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** QueryDispatchInterface. */
    HRESULT (*QueryDispatchInterface)(ITDispatchMapper *This,
                                      BSTR pIID,
                                      IDispatch *pInterfaceToMap,
                                      IDispatch **ppReturnedInterface);
};

/** ITDispatchMapper. */
struct ITDispatchMapper {
    /** The methods. */
    const ITDispatchMapperVtbl *lpVtbl;
};

typedef struct ITTAPIDispatchEventNotificationVtbl ITTAPIDispatchEventNotificationVtbl;

/** The methods of `ITTAPIDispatchEventNotification`, those of its bases first. */
struct ITTAPIDispatchEventNotificationVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITTAPIDispatchEventNotification *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITTAPIDispatchEventNotification *This);
    ULONG (*Release)(ITTAPIDispatchEventNotification *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITTAPIDispatchEventNotification *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITTAPIDispatchEventNotification *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITTAPIDispatchEventNotification *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITTAPIDispatchEventNotification *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
};

/**
 * ITTAPIDispatchEventNotification.
 *
 * Called through Invoke only. Members:
 *
 * `Event(TapiEvent, pEvent)`, dispatch id 1:
 * Event.
 */
struct ITTAPIDispatchEventNotification {
    /** The methods. */
    const ITTAPIDispatchEventNotificationVtbl *lpVtbl;
};

typedef struct ITPluggableTerminalClassInfoVtbl ITPluggableTerminalClassInfoVtbl;

/** The methods of `ITPluggableTerminalClassInfo`, those of its bases first. */
struct ITPluggableTerminalClassInfoVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITPluggableTerminalClassInfo *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITPluggableTerminalClassInfo *This);
    ULONG (*Release)(ITPluggableTerminalClassInfo *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITPluggableTerminalClassInfo *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITPluggableTerminalClassInfo *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITPluggableTerminalClassInfo *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITPluggableTerminalClassInfo *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_Name. */
    HRESULT (*get_Name)(ITPluggableTerminalClassInfo *This, BSTR *pName);
    /** get_Company. */
    HRESULT (*get_Company)(ITPluggableTerminalClassInfo *This, BSTR *pCompany);
    /** get_Version. */
    HRESULT (*get_Version)(ITPluggableTerminalClassInfo *This, BSTR *pVersion);
    /** get_TerminalClass. */
    HRESULT (*get_TerminalClass)(ITPluggableTerminalClassInfo *This, BSTR *pTerminalClass);
    /** get_CLSID. */
    HRESULT (*get_CLSID)(ITPluggableTerminalClassInfo *This, BSTR *pCLSID);
    /** get_Direction. */
    HRESULT (*get_Direction)(ITPluggableTerminalClassInfo *This, TERMINAL_DIRECTION *pDirection);
    /** get_MediaTypes. */
    HRESULT (*get_MediaTypes)(ITPluggableTerminalClassInfo *This, LONG *pMediaTypes);
};

/** ITPluggableTerminalClassInfo. */
struct ITPluggableTerminalClassInfo {
    /** The methods. */
    const ITPluggableTerminalClassInfoVtbl *lpVtbl;
};

typedef struct ITPluggableTerminalSuperclassInfoVtbl ITPluggableTerminalSuperclassInfoVtbl;

/** The methods of `ITPluggableTerminalSuperclassInfo`, those of its bases first. */
struct ITPluggableTerminalSuperclassInfoVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITPluggableTerminalSuperclassInfo *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITPluggableTerminalSuperclassInfo *This);
    ULONG (*Release)(ITPluggableTerminalSuperclassInfo *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITPluggableTerminalSuperclassInfo *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITPluggableTerminalSuperclassInfo *This,
                           UINT iTInfo,
                           LCID lcid,
                           ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITPluggableTerminalSuperclassInfo *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITPluggableTerminalSuperclassInfo *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_Name. */
    HRESULT (*get_Name)(ITPluggableTerminalSuperclassInfo *This, BSTR *pName);
    /** get_CLSID. */
    HRESULT (*get_CLSID)(ITPluggableTerminalSuperclassInfo *This, BSTR *pCLSID);
};

/** ITPluggableTerminalSuperclassInfo. */
struct ITPluggableTerminalSuperclassInfo {
    /** The methods. */
    const ITPluggableTerminalSuperclassInfoVtbl *lpVtbl;
};

typedef struct ITTerminalSupportVtbl ITTerminalSupportVtbl;

/** The methods of `ITTerminalSupport`, those of its bases first. */
struct ITTerminalSupportVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITTerminalSupport *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITTerminalSupport *This);
    ULONG (*Release)(ITTerminalSupport *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITTerminalSupport *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITTerminalSupport *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITTerminalSupport *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITTerminalSupport *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_StaticTerminals. */
    HRESULT (*get_StaticTerminals)(ITTerminalSupport *This, VARIANT *pVariant);
    /** EnumerateStaticTerminals. */
    HRESULT (*EnumerateStaticTerminals)(ITTerminalSupport *This, IEnumTerminal **ppTerminalEnumerator);
    /** get_DynamicTerminalClasses. */
    HRESULT (*get_DynamicTerminalClasses)(ITTerminalSupport *This, VARIANT *pVariant);
    /** EnumerateDynamicTerminalClasses. */
    HRESULT (*EnumerateDynamicTerminalClasses)(ITTerminalSupport *This,
                                               IEnumTerminalClass **ppTerminalClassEnumerator);
    /** CreateTerminal. */
    HRESULT (*CreateTerminal)(ITTerminalSupport *This,
                              BSTR pTerminalClass,
                              LONG lMediaType,
                              TERMINAL_DIRECTION Direction,
                              ITTerminal **ppTerminal);
    /** GetDefaultStaticTerminal. */
    HRESULT (*GetDefaultStaticTerminal)(ITTerminalSupport *This,
                                        LONG lMediaType,
                                        TERMINAL_DIRECTION Direction,
                                        ITTerminal **ppTerminal);
};

/** ITTerminalSupport. */
struct ITTerminalSupport {
    /** The methods. */
    const ITTerminalSupportVtbl *lpVtbl;
};

typedef struct ITTerminalSupport2Vtbl ITTerminalSupport2Vtbl;

/** The methods of `ITTerminalSupport2`, those of its bases first. */
struct ITTerminalSupport2Vtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITTerminalSupport2 *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITTerminalSupport2 *This);
    ULONG (*Release)(ITTerminalSupport2 *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITTerminalSupport2 *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITTerminalSupport2 *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITTerminalSupport2 *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITTerminalSupport2 *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** From here: `ITTerminalSupport`. */
    HRESULT (*get_StaticTerminals)(ITTerminalSupport2 *This, VARIANT *pVariant);
    HRESULT (*EnumerateStaticTerminals)(ITTerminalSupport2 *This, IEnumTerminal **ppTerminalEnumerator);
    HRESULT (*get_DynamicTerminalClasses)(ITTerminalSupport2 *This, VARIANT *pVariant);
    HRESULT (*EnumerateDynamicTerminalClasses)(ITTerminalSupport2 *This,
                                               IEnumTerminalClass **ppTerminalClassEnumerator);
    HRESULT (*CreateTerminal)(ITTerminalSupport2 *This,
                              BSTR pTerminalClass,
                              LONG lMediaType,
                              TERMINAL_DIRECTION Direction,
                              ITTerminal **ppTerminal);
    HRESULT (*GetDefaultStaticTerminal)(ITTerminalSupport2 *This,
                                        LONG lMediaType,
                                        TERMINAL_DIRECTION Direction,
                                        ITTerminal **ppTerminal);
    /** get_PluggableSuperclasses. */
    HRESULT (*get_PluggableSuperclasses)(ITTerminalSupport2 *This, VARIANT *pVariant);
    /** EnumeratePluggableSuperclasses. */
    HRESULT (*EnumeratePluggableSuperclasses)(ITTerminalSupport2 *This,
                                              IEnumPluggableSuperclassInfo **ppSuperclassEnumerator);
    /** get_PluggableTerminalClasses. */
    HRESULT (*get_PluggableTerminalClasses)(ITTerminalSupport2 *This,
                                            BSTR bstrTerminalSuperclass,
                                            LONG lMediaType,
                                            VARIANT *pVariant);
    /** EnumeratePluggableTerminalClasses. */
    HRESULT (*EnumeratePluggableTerminalClasses)(ITTerminalSupport2 *This,
                                                 GUID iidTerminalSuperclass,
                                                 LONG lMediaType,
                                                 IEnumPluggableTerminalClassInfo **ppClassEnumerator);
};

/** ITTerminalSupport2. */
struct ITTerminalSupport2 {
    /** The methods. */
    const ITTerminalSupport2Vtbl *lpVtbl;
};

typedef struct ITTerminalVtbl ITTerminalVtbl;

/** The methods of `ITTerminal`, those of its bases first. */
struct ITTerminalVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITTerminal *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITTerminal *This);
    ULONG (*Release)(ITTerminal *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITTerminal *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITTerminal *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITTerminal *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITTerminal *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_Name. */
    HRESULT (*get_Name)(ITTerminal *This, BSTR *ppName);
    /** get_State. */
    HRESULT (*get_State)(ITTerminal *This, TERMINAL_STATE *pTerminalState);
    /** get_TerminalType. */
    HRESULT (*get_TerminalType)(ITTerminal *This, TERMINAL_TYPE *pType);
    /** get_TerminalClass. */
    HRESULT (*get_TerminalClass)(ITTerminal *This, BSTR *ppTerminalClass);
    /** get_MediaType. */
    HRESULT (*get_MediaType)(ITTerminal *This, LONG *plMediaType);
    /** get_Direction. */
    HRESULT (*get_Direction)(ITTerminal *This, TERMINAL_DIRECTION *pDirection);
};

/** ITTerminal. */
struct ITTerminal {
    /** The methods. */
    const ITTerminalVtbl *lpVtbl;
};

typedef struct ITMultiTrackTerminalVtbl ITMultiTrackTerminalVtbl;

/** The methods of `ITMultiTrackTerminal`, those of its bases first. */
struct ITMultiTrackTerminalVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITMultiTrackTerminal *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITMultiTrackTerminal *This);
    ULONG (*Release)(ITMultiTrackTerminal *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITMultiTrackTerminal *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITMultiTrackTerminal *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITMultiTrackTerminal *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITMultiTrackTerminal *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_TrackTerminals. */
    HRESULT (*get_TrackTerminals)(ITMultiTrackTerminal *This, VARIANT *pVariant);
    /** EnumerateTrackTerminals. */
    HRESULT (*EnumerateTrackTerminals)(ITMultiTrackTerminal *This, IEnumTerminal **ppEnumTerminal);
    /** CreateTrackTerminal. */
    HRESULT (*CreateTrackTerminal)(ITMultiTrackTerminal *This,
                                   LONG MediaType,
                                   TERMINAL_DIRECTION TerminalDirection,
                                   ITTerminal **ppTerminal);
    /** get_MediaTypesInUse. */
    HRESULT (*get_MediaTypesInUse)(ITMultiTrackTerminal *This, LONG *plMediaTypesInUse);
    /** get_DirectionsInUse. */
    HRESULT (*get_DirectionsInUse)(ITMultiTrackTerminal *This, TERMINAL_DIRECTION *plDirectionsInUsed);
    /** RemoveTrackTerminal. */
    HRESULT (*RemoveTrackTerminal)(ITMultiTrackTerminal *This, ITTerminal *pTrackTerminalToRemove);
};

/** ITMultiTrackTerminal. */
struct ITMultiTrackTerminal {
    /** The methods. */
    const ITMultiTrackTerminalVtbl *lpVtbl;
};

typedef struct ITFileTrackVtbl ITFileTrackVtbl;

/** The methods of `ITFileTrack`, those of its bases first. */
struct ITFileTrackVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITFileTrack *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITFileTrack *This);
    ULONG (*Release)(ITFileTrack *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITFileTrack *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITFileTrack *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITFileTrack *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITFileTrack *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_Format. */
    HRESULT (*get_Format)(ITFileTrack *This, AM_MEDIA_TYPE **ppmt);
    /** put_Format. */
    HRESULT (*put_Format)(ITFileTrack *This, const AM_MEDIA_TYPE *pmt);
    /** get_ControllingTerminal. */
    HRESULT (*get_ControllingTerminal)(ITFileTrack *This, ITTerminal **ppControllingTerminal);
    /** get_AudioFormatForScripting. */
    HRESULT (*get_AudioFormatForScripting)(ITFileTrack *This, ITScriptableAudioFormat **ppAudioFormat);
    /** put_AudioFormatForScripting. */
    HRESULT (*put_AudioFormatForScripting)(ITFileTrack *This, ITScriptableAudioFormat *pAudioFormat);
    /** get_EmptyAudioFormatForScripting. */
    HRESULT (*get_EmptyAudioFormatForScripting)(ITFileTrack *This, ITScriptableAudioFormat **ppAudioFormat);
};

/** ITFileTrack. */
struct ITFileTrack {
    /** The methods. */
    const ITFileTrackVtbl *lpVtbl;
};

typedef struct ITMediaPlaybackVtbl ITMediaPlaybackVtbl;

/** The methods of `ITMediaPlayback`, those of its bases first. */
struct ITMediaPlaybackVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITMediaPlayback *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITMediaPlayback *This);
    ULONG (*Release)(ITMediaPlayback *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITMediaPlayback *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITMediaPlayback *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITMediaPlayback *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITMediaPlayback *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** put_PlayList. */
    HRESULT (*put_PlayList)(ITMediaPlayback *This, VARIANT PlayListVariant);
    /** get_PlayList. */
    HRESULT (*get_PlayList)(ITMediaPlayback *This, VARIANT *pPlayListVariant);
};

/** ITMediaPlayback. */
struct ITMediaPlayback {
    /** The methods. */
    const ITMediaPlaybackVtbl *lpVtbl;
};

typedef struct ITMediaRecordVtbl ITMediaRecordVtbl;

/** The methods of `ITMediaRecord`, those of its bases first. */
struct ITMediaRecordVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITMediaRecord *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITMediaRecord *This);
    ULONG (*Release)(ITMediaRecord *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITMediaRecord *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITMediaRecord *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITMediaRecord *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITMediaRecord *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** put_FileName. */
    HRESULT (*put_FileName)(ITMediaRecord *This, BSTR bstrFileName);
    /** get_FileName. */
    HRESULT (*get_FileName)(ITMediaRecord *This, BSTR *pbstrFileName);
};

/** ITMediaRecord. */
struct ITMediaRecord {
    /** The methods. */
    const ITMediaRecordVtbl *lpVtbl;
};

typedef struct ITMediaControlVtbl ITMediaControlVtbl;

/** The methods of `ITMediaControl`, those of its bases first. */
struct ITMediaControlVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITMediaControl *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITMediaControl *This);
    ULONG (*Release)(ITMediaControl *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITMediaControl *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITMediaControl *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITMediaControl *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITMediaControl *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** Start. */
    HRESULT (*Start)(ITMediaControl *This);
    /** Stop. */
    HRESULT (*Stop)(ITMediaControl *This);
    /** Pause. */
    HRESULT (*Pause)(ITMediaControl *This);
    /** get_MediaState. */
    HRESULT (*get_MediaState)(ITMediaControl *This, TERMINAL_MEDIA_STATE *pTerminalMediaState);
};

/** ITMediaControl. */
struct ITMediaControl {
    /** The methods. */
    const ITMediaControlVtbl *lpVtbl;
};

typedef struct ITBasicAudioTerminalVtbl ITBasicAudioTerminalVtbl;

/** The methods of `ITBasicAudioTerminal`, those of its bases first. */
struct ITBasicAudioTerminalVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITBasicAudioTerminal *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITBasicAudioTerminal *This);
    ULONG (*Release)(ITBasicAudioTerminal *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITBasicAudioTerminal *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITBasicAudioTerminal *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITBasicAudioTerminal *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITBasicAudioTerminal *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** put_Volume. */
    HRESULT (*put_Volume)(ITBasicAudioTerminal *This, LONG lVolume);
    /** get_Volume. */
    HRESULT (*get_Volume)(ITBasicAudioTerminal *This, LONG *plVolume);
    /** put_Balance. */
    HRESULT (*put_Balance)(ITBasicAudioTerminal *This, LONG lBalance);
    /** get_Balance. */
    HRESULT (*get_Balance)(ITBasicAudioTerminal *This, LONG *plBalance);
};

/** ITBasicAudioTerminal. */
struct ITBasicAudioTerminal {
    /** The methods. */
    const ITBasicAudioTerminalVtbl *lpVtbl;
};

typedef struct ITStaticAudioTerminalVtbl ITStaticAudioTerminalVtbl;

/** The methods of `ITStaticAudioTerminal`, those of its bases first. */
struct ITStaticAudioTerminalVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITStaticAudioTerminal *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITStaticAudioTerminal *This);
    ULONG (*Release)(ITStaticAudioTerminal *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITStaticAudioTerminal *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITStaticAudioTerminal *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITStaticAudioTerminal *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITStaticAudioTerminal *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_WaveId. */
    HRESULT (*get_WaveId)(ITStaticAudioTerminal *This, LONG *plWaveId);
};

/** ITStaticAudioTerminal. */
struct ITStaticAudioTerminal {
    /** The methods. */
    const ITStaticAudioTerminalVtbl *lpVtbl;
};

typedef struct ITStreamControlVtbl ITStreamControlVtbl;

/** The methods of `ITStreamControl`, those of its bases first. */
struct ITStreamControlVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITStreamControl *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITStreamControl *This);
    ULONG (*Release)(ITStreamControl *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITStreamControl *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITStreamControl *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITStreamControl *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITStreamControl *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** CreateStream. */
    HRESULT (*CreateStream)(ITStreamControl *This, LONG lMediaType, TERMINAL_DIRECTION td, ITStream **ppStream);
    /** RemoveStream. */
    HRESULT (*RemoveStream)(ITStreamControl *This, ITStream *pStream);
    /** EnumerateStreams. */
    HRESULT (*EnumerateStreams)(ITStreamControl *This, IEnumStream **ppEnumStream);
    /** get_Streams. */
    HRESULT (*get_Streams)(ITStreamControl *This, VARIANT *pVariant);
};

/** ITStreamControl. */
struct ITStreamControl {
    /** The methods. */
    const ITStreamControlVtbl *lpVtbl;
};

typedef struct ITStreamVtbl ITStreamVtbl;

/** The methods of `ITStream`, those of its bases first. */
struct ITStreamVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITStream *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITStream *This);
    ULONG (*Release)(ITStream *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITStream *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITStream *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITStream *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITStream *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_MediaType. */
    HRESULT (*get_MediaType)(ITStream *This, LONG *plMediaType);
    /** get_Direction. */
    HRESULT (*get_Direction)(ITStream *This, TERMINAL_DIRECTION *pTD);
    /** get_Name. */
    HRESULT (*get_Name)(ITStream *This, BSTR *ppName);
    /** StartStream. */
    HRESULT (*StartStream)(ITStream *This);
    /** PauseStream. */
    HRESULT (*PauseStream)(ITStream *This);
    /** StopStream. */
    HRESULT (*StopStream)(ITStream *This);
    /** SelectTerminal. */
    HRESULT (*SelectTerminal)(ITStream *This, ITTerminal *pTerminal);
    /** UnselectTerminal. */
    HRESULT (*UnselectTerminal)(ITStream *This, ITTerminal *pTerminal);
    /** EnumerateTerminals. */
    HRESULT (*EnumerateTerminals)(ITStream *This, IEnumTerminal **ppEnumTerminal);
    /** get_Terminals. */
    HRESULT (*get_Terminals)(ITStream *This, VARIANT *pTerminals);
};

/** ITStream. */
struct ITStream {
    /** The methods. */
    const ITStreamVtbl *lpVtbl;
};

typedef struct ITSubStreamControlVtbl ITSubStreamControlVtbl;

/** The methods of `ITSubStreamControl`, those of its bases first. */
struct ITSubStreamControlVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITSubStreamControl *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITSubStreamControl *This);
    ULONG (*Release)(ITSubStreamControl *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITSubStreamControl *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITSubStreamControl *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITSubStreamControl *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITSubStreamControl *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** CreateSubStream. */
    HRESULT (*CreateSubStream)(ITSubStreamControl *This, ITSubStream **ppSubStream);
    /** RemoveSubStream. */
    HRESULT (*RemoveSubStream)(ITSubStreamControl *This, ITSubStream *pSubStream);
    /** EnumerateSubStreams. */
    HRESULT (*EnumerateSubStreams)(ITSubStreamControl *This, IEnumSubStream **ppEnumSubStream);
    /** get_SubStreams. */
    HRESULT (*get_SubStreams)(ITSubStreamControl *This, VARIANT *pVariant);
};

/** ITSubStreamControl. */
struct ITSubStreamControl {
    /** The methods. */
    const ITSubStreamControlVtbl *lpVtbl;
};

typedef struct ITSubStreamVtbl ITSubStreamVtbl;

/** The methods of `ITSubStream`, those of its bases first. */
struct ITSubStreamVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITSubStream *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITSubStream *This);
    ULONG (*Release)(ITSubStream *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITSubStream *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITSubStream *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITSubStream *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITSubStream *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** StartSubStream. */
    HRESULT (*StartSubStream)(ITSubStream *This);
    /** PauseSubStream. */
    HRESULT (*PauseSubStream)(ITSubStream *This);
    /** StopSubStream. */
    HRESULT (*StopSubStream)(ITSubStream *This);
    /** SelectTerminal. */
    HRESULT (*SelectTerminal)(ITSubStream *This, ITTerminal *pTerminal);
    /** UnselectTerminal. */
    HRESULT (*UnselectTerminal)(ITSubStream *This, ITTerminal *pTerminal);
    /** EnumerateTerminals. */
    HRESULT (*EnumerateTerminals)(ITSubStream *This, IEnumTerminal **ppEnumTerminal);
    /** get_Terminals. */
    HRESULT (*get_Terminals)(ITSubStream *This, VARIANT *pTerminals);
    /** get_Stream. */
    HRESULT (*get_Stream)(ITSubStream *This, ITStream **ppITStream);
};

/** ITSubStream. */
struct ITSubStream {
    /** The methods. */
    const ITSubStreamVtbl *lpVtbl;
};

typedef struct ITScriptableAudioFormatVtbl ITScriptableAudioFormatVtbl;

/** The methods of `ITScriptableAudioFormat`, those of its bases first. */
struct ITScriptableAudioFormatVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITScriptableAudioFormat *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITScriptableAudioFormat *This);
    ULONG (*Release)(ITScriptableAudioFormat *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITScriptableAudioFormat *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITScriptableAudioFormat *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITScriptableAudioFormat *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITScriptableAudioFormat *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_Channels. */
    HRESULT (*get_Channels)(ITScriptableAudioFormat *This, LONG *pVal);
    /** put_Channels. */
    HRESULT (*put_Channels)(ITScriptableAudioFormat *This, LONG nNewVal);
    /** get_SamplesPerSec. */
    HRESULT (*get_SamplesPerSec)(ITScriptableAudioFormat *This, LONG *pVal);
    /** put_SamplesPerSec. */
    HRESULT (*put_SamplesPerSec)(ITScriptableAudioFormat *This, LONG nNewVal);
    /** get_AvgBytesPerSec. */
    HRESULT (*get_AvgBytesPerSec)(ITScriptableAudioFormat *This, LONG *pVal);
    /** put_AvgBytesPerSec. */
    HRESULT (*put_AvgBytesPerSec)(ITScriptableAudioFormat *This, LONG nNewVal);
    /** get_BlockAlign. */
    HRESULT (*get_BlockAlign)(ITScriptableAudioFormat *This, LONG *pVal);
    /** put_BlockAlign. */
    HRESULT (*put_BlockAlign)(ITScriptableAudioFormat *This, LONG nNewVal);
    /** get_BitsPerSample. */
    HRESULT (*get_BitsPerSample)(ITScriptableAudioFormat *This, LONG *pVal);
    /** put_BitsPerSample. */
    HRESULT (*put_BitsPerSample)(ITScriptableAudioFormat *This, LONG nNewVal);
    /** get_FormatTag. */
    HRESULT (*get_FormatTag)(ITScriptableAudioFormat *This, LONG *pVal);
    /** put_FormatTag. */
    HRESULT (*put_FormatTag)(ITScriptableAudioFormat *This, LONG nNewVal);
};

/** ITScriptableAudioFormat. */
struct ITScriptableAudioFormat {
    /** The methods. */
    const ITScriptableAudioFormatVtbl *lpVtbl;
};

typedef struct ITAddressTranslationVtbl ITAddressTranslationVtbl;

/** The methods of `ITAddressTranslation`, those of its bases first. */
struct ITAddressTranslationVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITAddressTranslation *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITAddressTranslation *This);
    ULONG (*Release)(ITAddressTranslation *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITAddressTranslation *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITAddressTranslation *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITAddressTranslation *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITAddressTranslation *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** TranslateAddress. */
    HRESULT (*TranslateAddress)(ITAddressTranslation *This,
                                BSTR pAddressToTranslate,
                                LONG lCard,
                                LONG lTranslateOptions,
                                ITAddressTranslationInfo **ppTranslated);
    /** TranslateDialog. */
    HRESULT (*TranslateDialog)(ITAddressTranslation *This, TAPIHWND hwndOwner, BSTR pAddressIn);
    /** EnumerateLocations. */
    HRESULT (*EnumerateLocations)(ITAddressTranslation *This, IEnumLocation **ppEnumLocation);
    /** get_Locations. */
    HRESULT (*get_Locations)(ITAddressTranslation *This, VARIANT *pVariant);
    /** EnumerateCallingCards. */
    HRESULT (*EnumerateCallingCards)(ITAddressTranslation *This, IEnumCallingCard **ppEnumCallingCard);
    /** get_CallingCards. */
    HRESULT (*get_CallingCards)(ITAddressTranslation *This, VARIANT *pVariant);
};

/** ITAddressTranslation. */
struct ITAddressTranslation {
    /** The methods. */
    const ITAddressTranslationVtbl *lpVtbl;
};

typedef struct ITAddressTranslationInfoVtbl ITAddressTranslationInfoVtbl;

/** The methods of `ITAddressTranslationInfo`, those of its bases first. */
struct ITAddressTranslationInfoVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITAddressTranslationInfo *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITAddressTranslationInfo *This);
    ULONG (*Release)(ITAddressTranslationInfo *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITAddressTranslationInfo *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITAddressTranslationInfo *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITAddressTranslationInfo *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITAddressTranslationInfo *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_DialableString. */
    HRESULT (*get_DialableString)(ITAddressTranslationInfo *This, BSTR *ppDialableString);
    /** get_DisplayableString. */
    HRESULT (*get_DisplayableString)(ITAddressTranslationInfo *This, BSTR *ppDisplayableString);
    /** get_CurrentCountryCode. */
    HRESULT (*get_CurrentCountryCode)(ITAddressTranslationInfo *This, LONG *CountryCode);
    /** get_DestinationCountryCode. */
    HRESULT (*get_DestinationCountryCode)(ITAddressTranslationInfo *This, LONG *CountryCode);
    /** get_TranslationResults. */
    HRESULT (*get_TranslationResults)(ITAddressTranslationInfo *This, LONG *plResults);
};

/** ITAddressTranslationInfo. */
struct ITAddressTranslationInfo {
    /** The methods. */
    const ITAddressTranslationInfoVtbl *lpVtbl;
};

typedef struct ITLocationInfoVtbl ITLocationInfoVtbl;

/** The methods of `ITLocationInfo`, those of its bases first. */
struct ITLocationInfoVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITLocationInfo *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITLocationInfo *This);
    ULONG (*Release)(ITLocationInfo *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITLocationInfo *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITLocationInfo *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITLocationInfo *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITLocationInfo *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_PermanentLocationID. */
    HRESULT (*get_PermanentLocationID)(ITLocationInfo *This, LONG *plLocationID);
    /** get_CountryCode. */
    HRESULT (*get_CountryCode)(ITLocationInfo *This, LONG *plCountryCode);
    /** get_CountryID. */
    HRESULT (*get_CountryID)(ITLocationInfo *This, LONG *plCountryID);
    /** get_Options. */
    HRESULT (*get_Options)(ITLocationInfo *This, LONG *plOptions);
    /** get_PreferredCardID. */
    HRESULT (*get_PreferredCardID)(ITLocationInfo *This, LONG *plCardID);
    /** get_LocationName. */
    HRESULT (*get_LocationName)(ITLocationInfo *This, BSTR *ppLocationName);
    /** get_CityCode. */
    HRESULT (*get_CityCode)(ITLocationInfo *This, BSTR *ppCode);
    /** get_LocalAccessCode. */
    HRESULT (*get_LocalAccessCode)(ITLocationInfo *This, BSTR *ppCode);
    /** get_LongDistanceAccessCode. */
    HRESULT (*get_LongDistanceAccessCode)(ITLocationInfo *This, BSTR *ppCode);
    /** get_TollPrefixList. */
    HRESULT (*get_TollPrefixList)(ITLocationInfo *This, BSTR *ppTollList);
    /** get_CancelCallWaitingCode. */
    HRESULT (*get_CancelCallWaitingCode)(ITLocationInfo *This, BSTR *ppCode);
};

/** ITLocationInfo. */
struct ITLocationInfo {
    /** The methods. */
    const ITLocationInfoVtbl *lpVtbl;
};

typedef struct ITCallingCardVtbl ITCallingCardVtbl;

/** The methods of `ITCallingCard`, those of its bases first. */
struct ITCallingCardVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITCallingCard *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITCallingCard *This);
    ULONG (*Release)(ITCallingCard *This);
    /** From here: `IDispatch`. */
    HRESULT (*GetTypeInfoCount)(ITCallingCard *This, UINT *pctinfo);
    HRESULT (*GetTypeInfo)(ITCallingCard *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
    HRESULT (*GetIDsOfNames)(ITCallingCard *This,
                             REFIID riid,
                             LPOLESTR *rgszNames,
                             UINT cNames,
                             LCID lcid,
                             DISPID *rgDispId);
    HRESULT (*Invoke)(ITCallingCard *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** get_PermanentCardID. */
    HRESULT (*get_PermanentCardID)(ITCallingCard *This, LONG *plCardID);
    /** get_NumberOfDigits. */
    HRESULT (*get_NumberOfDigits)(ITCallingCard *This, LONG *plDigits);
    /** get_Options. */
    HRESULT (*get_Options)(ITCallingCard *This, LONG *plOptions);
    /** get_CardName. */
    HRESULT (*get_CardName)(ITCallingCard *This, BSTR *ppCardName);
    /** get_SameAreaDialingRule. */
    HRESULT (*get_SameAreaDialingRule)(ITCallingCard *This, BSTR *ppRule);
    /** get_LongDistanceDialingRule. */
    HRESULT (*get_LongDistanceDialingRule)(ITCallingCard *This, BSTR *ppRule);
    /** get_InternationalDialingRule. */
    HRESULT (*get_InternationalDialingRule)(ITCallingCard *This, BSTR *ppRule);
};

/** ITCallingCard. */
struct ITCallingCard {
    /** The methods. */
    const ITCallingCardVtbl *lpVtbl;
};

#ifdef __cplusplus
} /* extern "C" */
#endif

#ifdef COBJMACROS

#define IUnknown_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IUnknown_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IUnknown_Release(This) ((This)->lpVtbl->Release(This))

#define IDispatch_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IDispatch_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IDispatch_Release(This) ((This)->lpVtbl->Release(This))
#define IDispatch_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define IDispatch_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define IDispatch_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define IDispatch_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))

#define ITMediaSupport_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITMediaSupport_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITMediaSupport_Release(This) ((This)->lpVtbl->Release(This))
#define ITMediaSupport_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITMediaSupport_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITMediaSupport_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITMediaSupport_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITMediaSupport_get_MediaTypes(This, plMediaTypes) ((This)->lpVtbl->get_MediaTypes(This, plMediaTypes))
#define ITMediaSupport_QueryMediaType(This, lMediaType, pfSupport) ((This)->lpVtbl->QueryMediaType(This, lMediaType, pfSupport))

#define ITAddress_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITAddress_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITAddress_Release(This) ((This)->lpVtbl->Release(This))
#define ITAddress_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITAddress_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITAddress_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITAddress_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITAddress_get_State(This, pAddressState) ((This)->lpVtbl->get_State(This, pAddressState))
#define ITAddress_get_AddressName(This, ppName) ((This)->lpVtbl->get_AddressName(This, ppName))
#define ITAddress_get_ServiceProviderName(This, ppName) ((This)->lpVtbl->get_ServiceProviderName(This, ppName))
#define ITAddress_get_TAPIObject(This, ppTapiObject) ((This)->lpVtbl->get_TAPIObject(This, ppTapiObject))
#define ITAddress_CreateCall(This, pDestAddress, lAddressType, lMediaTypes, ppCall) ((This)->lpVtbl->CreateCall(This, pDestAddress, lAddressType, lMediaTypes, ppCall))
#define ITAddress_get_Calls(This, pVariant) ((This)->lpVtbl->get_Calls(This, pVariant))
#define ITAddress_EnumerateCalls(This, ppCallEnum) ((This)->lpVtbl->EnumerateCalls(This, ppCallEnum))
#define ITAddress_get_DialableAddress(This, pDialableAddress) ((This)->lpVtbl->get_DialableAddress(This, pDialableAddress))
#define ITAddress_CreateForwardInfoObject(This, ppForwardInfo) ((This)->lpVtbl->CreateForwardInfoObject(This, ppForwardInfo))
#define ITAddress_Forward(This, pForwardInfo, pCall) ((This)->lpVtbl->Forward(This, pForwardInfo, pCall))
#define ITAddress_get_CurrentForwardInfo(This, ppForwardInfo) ((This)->lpVtbl->get_CurrentForwardInfo(This, ppForwardInfo))
#define ITAddress_put_MessageWaiting(This, fMessageWaiting) ((This)->lpVtbl->put_MessageWaiting(This, fMessageWaiting))
#define ITAddress_get_MessageWaiting(This, pfMessageWaiting) ((This)->lpVtbl->get_MessageWaiting(This, pfMessageWaiting))
#define ITAddress_put_DoNotDisturb(This, fDoNotDisturb) ((This)->lpVtbl->put_DoNotDisturb(This, fDoNotDisturb))
#define ITAddress_get_DoNotDisturb(This, pfDoNotDisturb) ((This)->lpVtbl->get_DoNotDisturb(This, pfDoNotDisturb))

#define ITAddress2_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITAddress2_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITAddress2_Release(This) ((This)->lpVtbl->Release(This))
#define ITAddress2_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITAddress2_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITAddress2_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITAddress2_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITAddress2_get_State(This, pAddressState) ((This)->lpVtbl->get_State(This, pAddressState))
#define ITAddress2_get_AddressName(This, ppName) ((This)->lpVtbl->get_AddressName(This, ppName))
#define ITAddress2_get_ServiceProviderName(This, ppName) ((This)->lpVtbl->get_ServiceProviderName(This, ppName))
#define ITAddress2_get_TAPIObject(This, ppTapiObject) ((This)->lpVtbl->get_TAPIObject(This, ppTapiObject))
#define ITAddress2_CreateCall(This, pDestAddress, lAddressType, lMediaTypes, ppCall) ((This)->lpVtbl->CreateCall(This, pDestAddress, lAddressType, lMediaTypes, ppCall))
#define ITAddress2_get_Calls(This, pVariant) ((This)->lpVtbl->get_Calls(This, pVariant))
#define ITAddress2_EnumerateCalls(This, ppCallEnum) ((This)->lpVtbl->EnumerateCalls(This, ppCallEnum))
#define ITAddress2_get_DialableAddress(This, pDialableAddress) ((This)->lpVtbl->get_DialableAddress(This, pDialableAddress))
#define ITAddress2_CreateForwardInfoObject(This, ppForwardInfo) ((This)->lpVtbl->CreateForwardInfoObject(This, ppForwardInfo))
#define ITAddress2_Forward(This, pForwardInfo, pCall) ((This)->lpVtbl->Forward(This, pForwardInfo, pCall))
#define ITAddress2_get_CurrentForwardInfo(This, ppForwardInfo) ((This)->lpVtbl->get_CurrentForwardInfo(This, ppForwardInfo))
#define ITAddress2_put_MessageWaiting(This, fMessageWaiting) ((This)->lpVtbl->put_MessageWaiting(This, fMessageWaiting))
#define ITAddress2_get_MessageWaiting(This, pfMessageWaiting) ((This)->lpVtbl->get_MessageWaiting(This, pfMessageWaiting))
#define ITAddress2_put_DoNotDisturb(This, fDoNotDisturb) ((This)->lpVtbl->put_DoNotDisturb(This, fDoNotDisturb))
#define ITAddress2_get_DoNotDisturb(This, pfDoNotDisturb) ((This)->lpVtbl->get_DoNotDisturb(This, pfDoNotDisturb))
#define ITAddress2_get_Phones(This, pPhones) ((This)->lpVtbl->get_Phones(This, pPhones))
#define ITAddress2_EnumeratePhones(This, ppEnumPhone) ((This)->lpVtbl->EnumeratePhones(This, ppEnumPhone))
#define ITAddress2_GetPhoneFromTerminal(This, pTerminal, ppPhone) ((This)->lpVtbl->GetPhoneFromTerminal(This, pTerminal, ppPhone))
#define ITAddress2_get_PreferredPhones(This, pPhones) ((This)->lpVtbl->get_PreferredPhones(This, pPhones))
#define ITAddress2_EnumeratePreferredPhones(This, ppEnumPhone) ((This)->lpVtbl->EnumeratePreferredPhones(This, ppEnumPhone))
#define ITAddress2_get_EventFilter(This, TapiEvent, lSubEvent, pEnable) ((This)->lpVtbl->get_EventFilter(This, TapiEvent, lSubEvent, pEnable))
#define ITAddress2_put_EventFilter(This, TapiEvent, lSubEvent, bEnable) ((This)->lpVtbl->put_EventFilter(This, TapiEvent, lSubEvent, bEnable))
#define ITAddress2_DeviceSpecific(This, pCall, pParams, dwSize) ((This)->lpVtbl->DeviceSpecific(This, pCall, pParams, dwSize))
#define ITAddress2_DeviceSpecificVariant(This, pCall, varDevSpecificByteArray) ((This)->lpVtbl->DeviceSpecificVariant(This, pCall, varDevSpecificByteArray))
#define ITAddress2_NegotiateExtVersion(This, lLowVersion, lHighVersion, plExtVersion) ((This)->lpVtbl->NegotiateExtVersion(This, lLowVersion, lHighVersion, plExtVersion))

#define ITAddressCapabilities_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITAddressCapabilities_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITAddressCapabilities_Release(This) ((This)->lpVtbl->Release(This))
#define ITAddressCapabilities_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITAddressCapabilities_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITAddressCapabilities_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITAddressCapabilities_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITAddressCapabilities_get_AddressCapability(This, AddressCap, plCapability) ((This)->lpVtbl->get_AddressCapability(This, AddressCap, plCapability))
#define ITAddressCapabilities_get_AddressCapabilityString(This, AddressCapString, ppCapabilityString) ((This)->lpVtbl->get_AddressCapabilityString(This, AddressCapString, ppCapabilityString))
#define ITAddressCapabilities_get_CallTreatments(This, pVariant) ((This)->lpVtbl->get_CallTreatments(This, pVariant))
#define ITAddressCapabilities_EnumerateCallTreatments(This, ppEnumCallTreatment) ((This)->lpVtbl->EnumerateCallTreatments(This, ppEnumCallTreatment))
#define ITAddressCapabilities_get_CompletionMessages(This, pVariant) ((This)->lpVtbl->get_CompletionMessages(This, pVariant))
#define ITAddressCapabilities_EnumerateCompletionMessages(This, ppEnumCompletionMessage) ((This)->lpVtbl->EnumerateCompletionMessages(This, ppEnumCompletionMessage))
#define ITAddressCapabilities_get_DeviceClasses(This, pVariant) ((This)->lpVtbl->get_DeviceClasses(This, pVariant))
#define ITAddressCapabilities_EnumerateDeviceClasses(This, ppEnumDeviceClass) ((This)->lpVtbl->EnumerateDeviceClasses(This, ppEnumDeviceClass))

#define ITForwardInformation_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITForwardInformation_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITForwardInformation_Release(This) ((This)->lpVtbl->Release(This))
#define ITForwardInformation_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITForwardInformation_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITForwardInformation_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITForwardInformation_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITForwardInformation_put_NumRingsNoAnswer(This, lNumRings) ((This)->lpVtbl->put_NumRingsNoAnswer(This, lNumRings))
#define ITForwardInformation_get_NumRingsNoAnswer(This, plNumRings) ((This)->lpVtbl->get_NumRingsNoAnswer(This, plNumRings))
#define ITForwardInformation_SetForwardType(This, ForwardType, pDestAddress, pCallerAddress) ((This)->lpVtbl->SetForwardType(This, ForwardType, pDestAddress, pCallerAddress))
#define ITForwardInformation_get_ForwardTypeDestination(This, ForwardType, ppDestAddress) ((This)->lpVtbl->get_ForwardTypeDestination(This, ForwardType, ppDestAddress))
#define ITForwardInformation_get_ForwardTypeCaller(This, Forwardtype, ppCallerAddress) ((This)->lpVtbl->get_ForwardTypeCaller(This, Forwardtype, ppCallerAddress))
#define ITForwardInformation_GetForwardType(This, ForwardType, ppDestinationAddress, ppCallerAddress) ((This)->lpVtbl->GetForwardType(This, ForwardType, ppDestinationAddress, ppCallerAddress))
#define ITForwardInformation_Clear(This) ((This)->lpVtbl->Clear(This))

#define ITForwardInformation2_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITForwardInformation2_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITForwardInformation2_Release(This) ((This)->lpVtbl->Release(This))
#define ITForwardInformation2_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITForwardInformation2_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITForwardInformation2_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITForwardInformation2_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITForwardInformation2_put_NumRingsNoAnswer(This, lNumRings) ((This)->lpVtbl->put_NumRingsNoAnswer(This, lNumRings))
#define ITForwardInformation2_get_NumRingsNoAnswer(This, plNumRings) ((This)->lpVtbl->get_NumRingsNoAnswer(This, plNumRings))
#define ITForwardInformation2_SetForwardType(This, ForwardType, pDestAddress, pCallerAddress) ((This)->lpVtbl->SetForwardType(This, ForwardType, pDestAddress, pCallerAddress))
#define ITForwardInformation2_get_ForwardTypeDestination(This, ForwardType, ppDestAddress) ((This)->lpVtbl->get_ForwardTypeDestination(This, ForwardType, ppDestAddress))
#define ITForwardInformation2_get_ForwardTypeCaller(This, Forwardtype, ppCallerAddress) ((This)->lpVtbl->get_ForwardTypeCaller(This, Forwardtype, ppCallerAddress))
#define ITForwardInformation2_GetForwardType(This, ForwardType, ppDestinationAddress, ppCallerAddress) ((This)->lpVtbl->GetForwardType(This, ForwardType, ppDestinationAddress, ppCallerAddress))
#define ITForwardInformation2_Clear(This) ((This)->lpVtbl->Clear(This))
#define ITForwardInformation2_SetForwardType2(This, ForwardType, pDestAddress, DestAddressType, pCallerAddress, CallerAddressType) ((This)->lpVtbl->SetForwardType2(This, ForwardType, pDestAddress, DestAddressType, pCallerAddress, CallerAddressType))
#define ITForwardInformation2_GetForwardType2(This, ForwardType, ppDestinationAddress, pDestAddressType, ppCallerAddress, pCallerAddressType) ((This)->lpVtbl->GetForwardType2(This, ForwardType, ppDestinationAddress, pDestAddressType, ppCallerAddress, pCallerAddressType))
#define ITForwardInformation2_get_ForwardTypeDestinationAddressType(This, ForwardType, pDestAddressType) ((This)->lpVtbl->get_ForwardTypeDestinationAddressType(This, ForwardType, pDestAddressType))
#define ITForwardInformation2_get_ForwardTypeCallerAddressType(This, Forwardtype, pCallerAddressType) ((This)->lpVtbl->get_ForwardTypeCallerAddressType(This, Forwardtype, pCallerAddressType))

#define ITBasicCallControl_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITBasicCallControl_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITBasicCallControl_Release(This) ((This)->lpVtbl->Release(This))
#define ITBasicCallControl_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITBasicCallControl_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITBasicCallControl_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITBasicCallControl_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITBasicCallControl_Connect(This, fSync) ((This)->lpVtbl->Connect(This, fSync))
#define ITBasicCallControl_Answer(This) ((This)->lpVtbl->Answer(This))
#define ITBasicCallControl_Disconnect(This, code) ((This)->lpVtbl->Disconnect(This, code))
#define ITBasicCallControl_Hold(This, fHold) ((This)->lpVtbl->Hold(This, fHold))
#define ITBasicCallControl_HandoffDirect(This, pApplicationName) ((This)->lpVtbl->HandoffDirect(This, pApplicationName))
#define ITBasicCallControl_HandoffIndirect(This, lMediaType) ((This)->lpVtbl->HandoffIndirect(This, lMediaType))
#define ITBasicCallControl_Conference(This, pCall, fSync) ((This)->lpVtbl->Conference(This, pCall, fSync))
#define ITBasicCallControl_Transfer(This, pCall, fSync) ((This)->lpVtbl->Transfer(This, pCall, fSync))
#define ITBasicCallControl_BlindTransfer(This, pDestAddress) ((This)->lpVtbl->BlindTransfer(This, pDestAddress))
#define ITBasicCallControl_SwapHold(This, pCall) ((This)->lpVtbl->SwapHold(This, pCall))
#define ITBasicCallControl_ParkDirect(This, pParkAddress) ((This)->lpVtbl->ParkDirect(This, pParkAddress))
#define ITBasicCallControl_ParkIndirect(This, ppNonDirAddress) ((This)->lpVtbl->ParkIndirect(This, ppNonDirAddress))
#define ITBasicCallControl_Unpark(This) ((This)->lpVtbl->Unpark(This))
#define ITBasicCallControl_SetQOS(This, lMediaType, ServiceLevel) ((This)->lpVtbl->SetQOS(This, lMediaType, ServiceLevel))
#define ITBasicCallControl_Pickup(This, pGroupID) ((This)->lpVtbl->Pickup(This, pGroupID))
#define ITBasicCallControl_Dial(This, pDestAddress) ((This)->lpVtbl->Dial(This, pDestAddress))
#define ITBasicCallControl_Finish(This, finishMode) ((This)->lpVtbl->Finish(This, finishMode))
#define ITBasicCallControl_RemoveFromConference(This) ((This)->lpVtbl->RemoveFromConference(This))

#define ITCallInfo_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITCallInfo_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITCallInfo_Release(This) ((This)->lpVtbl->Release(This))
#define ITCallInfo_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITCallInfo_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITCallInfo_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITCallInfo_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITCallInfo_get_Address(This, ppAddress) ((This)->lpVtbl->get_Address(This, ppAddress))
#define ITCallInfo_get_CallState(This, pCallState) ((This)->lpVtbl->get_CallState(This, pCallState))
#define ITCallInfo_get_Privilege(This, pPrivilege) ((This)->lpVtbl->get_Privilege(This, pPrivilege))
#define ITCallInfo_get_CallHub(This, ppCallHub) ((This)->lpVtbl->get_CallHub(This, ppCallHub))
#define ITCallInfo_get_CallInfoLong(This, CallInfoLong, plCallInfoLongVal) ((This)->lpVtbl->get_CallInfoLong(This, CallInfoLong, plCallInfoLongVal))
#define ITCallInfo_put_CallInfoLong(This, CallInfoLong, lCallInfoLongVal) ((This)->lpVtbl->put_CallInfoLong(This, CallInfoLong, lCallInfoLongVal))
#define ITCallInfo_get_CallInfoString(This, CallInfoString, ppCallInfoString) ((This)->lpVtbl->get_CallInfoString(This, CallInfoString, ppCallInfoString))
#define ITCallInfo_put_CallInfoString(This, CallInfoString, pCallInfoString) ((This)->lpVtbl->put_CallInfoString(This, CallInfoString, pCallInfoString))
#define ITCallInfo_get_CallInfoBuffer(This, CallInfoBuffer, ppCallInfoBuffer) ((This)->lpVtbl->get_CallInfoBuffer(This, CallInfoBuffer, ppCallInfoBuffer))
#define ITCallInfo_put_CallInfoBuffer(This, CallInfoBuffer, pCallInfoBuffer) ((This)->lpVtbl->put_CallInfoBuffer(This, CallInfoBuffer, pCallInfoBuffer))
#define ITCallInfo_GetCallInfoBuffer(This, CallInfoBuffer, pdwSize, ppCallInfoBuffer) ((This)->lpVtbl->GetCallInfoBuffer(This, CallInfoBuffer, pdwSize, ppCallInfoBuffer))
#define ITCallInfo_SetCallInfoBuffer(This, CallInfoBuffer, dwSize, pCallInfoBuffer) ((This)->lpVtbl->SetCallInfoBuffer(This, CallInfoBuffer, dwSize, pCallInfoBuffer))
#define ITCallInfo_ReleaseUserUserInfo(This) ((This)->lpVtbl->ReleaseUserUserInfo(This))

#define ITCallInfo2_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITCallInfo2_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITCallInfo2_Release(This) ((This)->lpVtbl->Release(This))
#define ITCallInfo2_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITCallInfo2_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITCallInfo2_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITCallInfo2_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITCallInfo2_get_Address(This, ppAddress) ((This)->lpVtbl->get_Address(This, ppAddress))
#define ITCallInfo2_get_CallState(This, pCallState) ((This)->lpVtbl->get_CallState(This, pCallState))
#define ITCallInfo2_get_Privilege(This, pPrivilege) ((This)->lpVtbl->get_Privilege(This, pPrivilege))
#define ITCallInfo2_get_CallHub(This, ppCallHub) ((This)->lpVtbl->get_CallHub(This, ppCallHub))
#define ITCallInfo2_get_CallInfoLong(This, CallInfoLong, plCallInfoLongVal) ((This)->lpVtbl->get_CallInfoLong(This, CallInfoLong, plCallInfoLongVal))
#define ITCallInfo2_put_CallInfoLong(This, CallInfoLong, lCallInfoLongVal) ((This)->lpVtbl->put_CallInfoLong(This, CallInfoLong, lCallInfoLongVal))
#define ITCallInfo2_get_CallInfoString(This, CallInfoString, ppCallInfoString) ((This)->lpVtbl->get_CallInfoString(This, CallInfoString, ppCallInfoString))
#define ITCallInfo2_put_CallInfoString(This, CallInfoString, pCallInfoString) ((This)->lpVtbl->put_CallInfoString(This, CallInfoString, pCallInfoString))
#define ITCallInfo2_get_CallInfoBuffer(This, CallInfoBuffer, ppCallInfoBuffer) ((This)->lpVtbl->get_CallInfoBuffer(This, CallInfoBuffer, ppCallInfoBuffer))
#define ITCallInfo2_put_CallInfoBuffer(This, CallInfoBuffer, pCallInfoBuffer) ((This)->lpVtbl->put_CallInfoBuffer(This, CallInfoBuffer, pCallInfoBuffer))
#define ITCallInfo2_GetCallInfoBuffer(This, CallInfoBuffer, pdwSize, ppCallInfoBuffer) ((This)->lpVtbl->GetCallInfoBuffer(This, CallInfoBuffer, pdwSize, ppCallInfoBuffer))
#define ITCallInfo2_SetCallInfoBuffer(This, CallInfoBuffer, dwSize, pCallInfoBuffer) ((This)->lpVtbl->SetCallInfoBuffer(This, CallInfoBuffer, dwSize, pCallInfoBuffer))
#define ITCallInfo2_ReleaseUserUserInfo(This) ((This)->lpVtbl->ReleaseUserUserInfo(This))
#define ITCallInfo2_get_EventFilter(This, TapiEvent, lSubEvent, pEnable) ((This)->lpVtbl->get_EventFilter(This, TapiEvent, lSubEvent, pEnable))
#define ITCallInfo2_put_EventFilter(This, TapiEvent, lSubEvent, bEnable) ((This)->lpVtbl->put_EventFilter(This, TapiEvent, lSubEvent, bEnable))

#define ITCallHub_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITCallHub_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITCallHub_Release(This) ((This)->lpVtbl->Release(This))
#define ITCallHub_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITCallHub_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITCallHub_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITCallHub_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITCallHub_Clear(This) ((This)->lpVtbl->Clear(This))
#define ITCallHub_EnumerateCalls(This, ppEnumCall) ((This)->lpVtbl->EnumerateCalls(This, ppEnumCall))
#define ITCallHub_get_Calls(This, pCalls) ((This)->lpVtbl->get_Calls(This, pCalls))
#define ITCallHub_get_NumCalls(This, plCalls) ((This)->lpVtbl->get_NumCalls(This, plCalls))
#define ITCallHub_get_State(This, pState) ((This)->lpVtbl->get_State(This, pState))

#define ITBasicCallControl2_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITBasicCallControl2_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITBasicCallControl2_Release(This) ((This)->lpVtbl->Release(This))
#define ITBasicCallControl2_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITBasicCallControl2_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITBasicCallControl2_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITBasicCallControl2_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITBasicCallControl2_Connect(This, fSync) ((This)->lpVtbl->Connect(This, fSync))
#define ITBasicCallControl2_Answer(This) ((This)->lpVtbl->Answer(This))
#define ITBasicCallControl2_Disconnect(This, code) ((This)->lpVtbl->Disconnect(This, code))
#define ITBasicCallControl2_Hold(This, fHold) ((This)->lpVtbl->Hold(This, fHold))
#define ITBasicCallControl2_HandoffDirect(This, pApplicationName) ((This)->lpVtbl->HandoffDirect(This, pApplicationName))
#define ITBasicCallControl2_HandoffIndirect(This, lMediaType) ((This)->lpVtbl->HandoffIndirect(This, lMediaType))
#define ITBasicCallControl2_Conference(This, pCall, fSync) ((This)->lpVtbl->Conference(This, pCall, fSync))
#define ITBasicCallControl2_Transfer(This, pCall, fSync) ((This)->lpVtbl->Transfer(This, pCall, fSync))
#define ITBasicCallControl2_BlindTransfer(This, pDestAddress) ((This)->lpVtbl->BlindTransfer(This, pDestAddress))
#define ITBasicCallControl2_SwapHold(This, pCall) ((This)->lpVtbl->SwapHold(This, pCall))
#define ITBasicCallControl2_ParkDirect(This, pParkAddress) ((This)->lpVtbl->ParkDirect(This, pParkAddress))
#define ITBasicCallControl2_ParkIndirect(This, ppNonDirAddress) ((This)->lpVtbl->ParkIndirect(This, ppNonDirAddress))
#define ITBasicCallControl2_Unpark(This) ((This)->lpVtbl->Unpark(This))
#define ITBasicCallControl2_SetQOS(This, lMediaType, ServiceLevel) ((This)->lpVtbl->SetQOS(This, lMediaType, ServiceLevel))
#define ITBasicCallControl2_Pickup(This, pGroupID) ((This)->lpVtbl->Pickup(This, pGroupID))
#define ITBasicCallControl2_Dial(This, pDestAddress) ((This)->lpVtbl->Dial(This, pDestAddress))
#define ITBasicCallControl2_Finish(This, finishMode) ((This)->lpVtbl->Finish(This, finishMode))
#define ITBasicCallControl2_RemoveFromConference(This) ((This)->lpVtbl->RemoveFromConference(This))
#define ITBasicCallControl2_RequestTerminal(This, bstrTerminalClassGUID, lMediaType, Direction, ppTerminal) ((This)->lpVtbl->RequestTerminal(This, bstrTerminalClassGUID, lMediaType, Direction, ppTerminal))
#define ITBasicCallControl2_SelectTerminalOnCall(This, pTerminal) ((This)->lpVtbl->SelectTerminalOnCall(This, pTerminal))
#define ITBasicCallControl2_UnselectTerminalOnCall(This, pTerminal) ((This)->lpVtbl->UnselectTerminalOnCall(This, pTerminal))

#define ITCollection_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITCollection_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITCollection_Release(This) ((This)->lpVtbl->Release(This))
#define ITCollection_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITCollection_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITCollection_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITCollection_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITCollection_get_Count(This, lCount) ((This)->lpVtbl->get_Count(This, lCount))
#define ITCollection_get_Item(This, Index, pVariant) ((This)->lpVtbl->get_Item(This, Index, pVariant))
#define ITCollection_get__NewEnum(This, ppNewEnum) ((This)->lpVtbl->get__NewEnum(This, ppNewEnum))

#define ITCollection2_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITCollection2_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITCollection2_Release(This) ((This)->lpVtbl->Release(This))
#define ITCollection2_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITCollection2_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITCollection2_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITCollection2_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITCollection2_get_Count(This, lCount) ((This)->lpVtbl->get_Count(This, lCount))
#define ITCollection2_get_Item(This, Index, pVariant) ((This)->lpVtbl->get_Item(This, Index, pVariant))
#define ITCollection2_get__NewEnum(This, ppNewEnum) ((This)->lpVtbl->get__NewEnum(This, ppNewEnum))
#define ITCollection2_Add(This, Index, pVariant) ((This)->lpVtbl->Add(This, Index, pVariant))
#define ITCollection2_Remove(This, Index) ((This)->lpVtbl->Remove(This, Index))

#define IClassFactory_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IClassFactory_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IClassFactory_Release(This) ((This)->lpVtbl->Release(This))
#define IClassFactory_CreateInstance(This, pUnkOuter, riid, ppvObject) ((This)->lpVtbl->CreateInstance(This, pUnkOuter, riid, ppvObject))
#define IClassFactory_LockServer(This, fLock) ((This)->lpVtbl->LockServer(This, fLock))

#define IConnectionPointContainer_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IConnectionPointContainer_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IConnectionPointContainer_Release(This) ((This)->lpVtbl->Release(This))
#define IConnectionPointContainer_EnumConnectionPoints(This, ppEnum) ((This)->lpVtbl->EnumConnectionPoints(This, ppEnum))
#define IConnectionPointContainer_FindConnectionPoint(This, riid, ppCP) ((This)->lpVtbl->FindConnectionPoint(This, riid, ppCP))

#define IConnectionPoint_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IConnectionPoint_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IConnectionPoint_Release(This) ((This)->lpVtbl->Release(This))
#define IConnectionPoint_GetConnectionInterface(This, pIID) ((This)->lpVtbl->GetConnectionInterface(This, pIID))
#define IConnectionPoint_GetConnectionPointContainer(This, ppCPC) ((This)->lpVtbl->GetConnectionPointContainer(This, ppCPC))
#define IConnectionPoint_Advise(This, pUnkSink, pdwCookie) ((This)->lpVtbl->Advise(This, pUnkSink, pdwCookie))
#define IConnectionPoint_Unadvise(This, dwCookie) ((This)->lpVtbl->Unadvise(This, dwCookie))
#define IConnectionPoint_EnumConnections(This, ppEnum) ((This)->lpVtbl->EnumConnections(This, ppEnum))

#define IEnumConnectionPoints_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IEnumConnectionPoints_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IEnumConnectionPoints_Release(This) ((This)->lpVtbl->Release(This))
#define IEnumConnectionPoints_Next(This, cConnections, ppCP, pcFetched) ((This)->lpVtbl->Next(This, cConnections, ppCP, pcFetched))
#define IEnumConnectionPoints_Skip(This, cConnections) ((This)->lpVtbl->Skip(This, cConnections))
#define IEnumConnectionPoints_Reset(This) ((This)->lpVtbl->Reset(This))
#define IEnumConnectionPoints_Clone(This, ppEnum) ((This)->lpVtbl->Clone(This, ppEnum))

#define IEnumConnections_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IEnumConnections_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IEnumConnections_Release(This) ((This)->lpVtbl->Release(This))
#define IEnumConnections_Next(This, cConnections, rgcd, pcFetched) ((This)->lpVtbl->Next(This, cConnections, rgcd, pcFetched))
#define IEnumConnections_Skip(This, cConnections) ((This)->lpVtbl->Skip(This, cConnections))
#define IEnumConnections_Reset(This) ((This)->lpVtbl->Reset(This))
#define IEnumConnections_Clone(This, ppEnum) ((This)->lpVtbl->Clone(This, ppEnum))

#define IEnumVARIANT_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IEnumVARIANT_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IEnumVARIANT_Release(This) ((This)->lpVtbl->Release(This))
#define IEnumVARIANT_Next(This, celt, rgVar, pCeltFetched) ((This)->lpVtbl->Next(This, celt, rgVar, pCeltFetched))
#define IEnumVARIANT_Skip(This, celt) ((This)->lpVtbl->Skip(This, celt))
#define IEnumVARIANT_Reset(This) ((This)->lpVtbl->Reset(This))
#define IEnumVARIANT_Clone(This, ppEnum) ((This)->lpVtbl->Clone(This, ppEnum))

#define IEnumUnknown_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IEnumUnknown_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IEnumUnknown_Release(This) ((This)->lpVtbl->Release(This))
#define IEnumUnknown_Next(This, celt, rgelt, pceltFetched) ((This)->lpVtbl->Next(This, celt, rgelt, pceltFetched))
#define IEnumUnknown_Skip(This, celt) ((This)->lpVtbl->Skip(This, celt))
#define IEnumUnknown_Reset(This) ((This)->lpVtbl->Reset(This))
#define IEnumUnknown_Clone(This, ppenum) ((This)->lpVtbl->Clone(This, ppenum))

#define IErrorInfo_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IErrorInfo_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IErrorInfo_Release(This) ((This)->lpVtbl->Release(This))
#define IErrorInfo_GetGUID(This, pGUID) ((This)->lpVtbl->GetGUID(This, pGUID))
#define IErrorInfo_GetSource(This, pBstrSource) ((This)->lpVtbl->GetSource(This, pBstrSource))
#define IErrorInfo_GetDescription(This, pBstrDescription) ((This)->lpVtbl->GetDescription(This, pBstrDescription))
#define IErrorInfo_GetHelpFile(This, pBstrHelpFile) ((This)->lpVtbl->GetHelpFile(This, pBstrHelpFile))
#define IErrorInfo_GetHelpContext(This, pdwHelpContext) ((This)->lpVtbl->GetHelpContext(This, pdwHelpContext))

#define ISupportErrorInfo_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ISupportErrorInfo_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ISupportErrorInfo_Release(This) ((This)->lpVtbl->Release(This))
#define ISupportErrorInfo_InterfaceSupportsErrorInfo(This, riid) ((This)->lpVtbl->InterfaceSupportsErrorInfo(This, riid))

#define ICreateErrorInfo_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ICreateErrorInfo_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ICreateErrorInfo_Release(This) ((This)->lpVtbl->Release(This))
#define ICreateErrorInfo_SetGUID(This, rguid) ((This)->lpVtbl->SetGUID(This, rguid))
#define ICreateErrorInfo_SetSource(This, szSource) ((This)->lpVtbl->SetSource(This, szSource))
#define ICreateErrorInfo_SetDescription(This, szDescription) ((This)->lpVtbl->SetDescription(This, szDescription))
#define ICreateErrorInfo_SetHelpFile(This, szHelpFile) ((This)->lpVtbl->SetHelpFile(This, szHelpFile))
#define ICreateErrorInfo_SetHelpContext(This, dwHelpContext) ((This)->lpVtbl->SetHelpContext(This, dwHelpContext))

#define IEnumPhone_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IEnumPhone_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IEnumPhone_Release(This) ((This)->lpVtbl->Release(This))
#define IEnumPhone_Next(This, celt, ppElements, pceltFetched) ((This)->lpVtbl->Next(This, celt, ppElements, pceltFetched))
#define IEnumPhone_Reset(This) ((This)->lpVtbl->Reset(This))
#define IEnumPhone_Skip(This, celt) ((This)->lpVtbl->Skip(This, celt))
#define IEnumPhone_Clone(This, ppEnum) ((This)->lpVtbl->Clone(This, ppEnum))

#define IEnumTerminal_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IEnumTerminal_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IEnumTerminal_Release(This) ((This)->lpVtbl->Release(This))
#define IEnumTerminal_Next(This, celt, ppElements, pceltFetched) ((This)->lpVtbl->Next(This, celt, ppElements, pceltFetched))
#define IEnumTerminal_Reset(This) ((This)->lpVtbl->Reset(This))
#define IEnumTerminal_Skip(This, celt) ((This)->lpVtbl->Skip(This, celt))
#define IEnumTerminal_Clone(This, ppEnum) ((This)->lpVtbl->Clone(This, ppEnum))

#define IEnumTerminalClass_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IEnumTerminalClass_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IEnumTerminalClass_Release(This) ((This)->lpVtbl->Release(This))
#define IEnumTerminalClass_Next(This, celt, pElements, pceltFetched) ((This)->lpVtbl->Next(This, celt, pElements, pceltFetched))
#define IEnumTerminalClass_Reset(This) ((This)->lpVtbl->Reset(This))
#define IEnumTerminalClass_Skip(This, celt) ((This)->lpVtbl->Skip(This, celt))
#define IEnumTerminalClass_Clone(This, ppEnum) ((This)->lpVtbl->Clone(This, ppEnum))

#define IEnumCall_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IEnumCall_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IEnumCall_Release(This) ((This)->lpVtbl->Release(This))
#define IEnumCall_Next(This, celt, ppElements, pceltFetched) ((This)->lpVtbl->Next(This, celt, ppElements, pceltFetched))
#define IEnumCall_Reset(This) ((This)->lpVtbl->Reset(This))
#define IEnumCall_Skip(This, celt) ((This)->lpVtbl->Skip(This, celt))
#define IEnumCall_Clone(This, ppEnum) ((This)->lpVtbl->Clone(This, ppEnum))

#define IEnumAddress_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IEnumAddress_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IEnumAddress_Release(This) ((This)->lpVtbl->Release(This))
#define IEnumAddress_Next(This, celt, ppElements, pceltFetched) ((This)->lpVtbl->Next(This, celt, ppElements, pceltFetched))
#define IEnumAddress_Reset(This) ((This)->lpVtbl->Reset(This))
#define IEnumAddress_Skip(This, celt) ((This)->lpVtbl->Skip(This, celt))
#define IEnumAddress_Clone(This, ppEnum) ((This)->lpVtbl->Clone(This, ppEnum))

#define IEnumCallHub_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IEnumCallHub_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IEnumCallHub_Release(This) ((This)->lpVtbl->Release(This))
#define IEnumCallHub_Next(This, celt, ppElements, pceltFetched) ((This)->lpVtbl->Next(This, celt, ppElements, pceltFetched))
#define IEnumCallHub_Reset(This) ((This)->lpVtbl->Reset(This))
#define IEnumCallHub_Skip(This, celt) ((This)->lpVtbl->Skip(This, celt))
#define IEnumCallHub_Clone(This, ppEnum) ((This)->lpVtbl->Clone(This, ppEnum))

#define IEnumBstr_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IEnumBstr_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IEnumBstr_Release(This) ((This)->lpVtbl->Release(This))
#define IEnumBstr_Next(This, celt, ppStrings, pceltFetched) ((This)->lpVtbl->Next(This, celt, ppStrings, pceltFetched))
#define IEnumBstr_Reset(This) ((This)->lpVtbl->Reset(This))
#define IEnumBstr_Skip(This, celt) ((This)->lpVtbl->Skip(This, celt))
#define IEnumBstr_Clone(This, ppEnum) ((This)->lpVtbl->Clone(This, ppEnum))

#define IEnumPluggableTerminalClassInfo_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IEnumPluggableTerminalClassInfo_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IEnumPluggableTerminalClassInfo_Release(This) ((This)->lpVtbl->Release(This))
#define IEnumPluggableTerminalClassInfo_Next(This, celt, ppElements, pceltFetched) ((This)->lpVtbl->Next(This, celt, ppElements, pceltFetched))
#define IEnumPluggableTerminalClassInfo_Reset(This) ((This)->lpVtbl->Reset(This))
#define IEnumPluggableTerminalClassInfo_Skip(This, celt) ((This)->lpVtbl->Skip(This, celt))
#define IEnumPluggableTerminalClassInfo_Clone(This, ppEnum) ((This)->lpVtbl->Clone(This, ppEnum))

#define IEnumPluggableSuperclassInfo_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IEnumPluggableSuperclassInfo_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IEnumPluggableSuperclassInfo_Release(This) ((This)->lpVtbl->Release(This))
#define IEnumPluggableSuperclassInfo_Next(This, celt, ppElements, pceltFetched) ((This)->lpVtbl->Next(This, celt, ppElements, pceltFetched))
#define IEnumPluggableSuperclassInfo_Reset(This) ((This)->lpVtbl->Reset(This))
#define IEnumPluggableSuperclassInfo_Skip(This, celt) ((This)->lpVtbl->Skip(This, celt))
#define IEnumPluggableSuperclassInfo_Clone(This, ppEnum) ((This)->lpVtbl->Clone(This, ppEnum))

#define IEnumLocation_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IEnumLocation_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IEnumLocation_Release(This) ((This)->lpVtbl->Release(This))
#define IEnumLocation_Next(This, celt, ppElements, pceltFetched) ((This)->lpVtbl->Next(This, celt, ppElements, pceltFetched))
#define IEnumLocation_Reset(This) ((This)->lpVtbl->Reset(This))
#define IEnumLocation_Skip(This, celt) ((This)->lpVtbl->Skip(This, celt))
#define IEnumLocation_Clone(This, ppEnum) ((This)->lpVtbl->Clone(This, ppEnum))

#define IEnumCallingCard_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IEnumCallingCard_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IEnumCallingCard_Release(This) ((This)->lpVtbl->Release(This))
#define IEnumCallingCard_Next(This, celt, ppElements, pceltFetched) ((This)->lpVtbl->Next(This, celt, ppElements, pceltFetched))
#define IEnumCallingCard_Reset(This) ((This)->lpVtbl->Reset(This))
#define IEnumCallingCard_Skip(This, celt) ((This)->lpVtbl->Skip(This, celt))
#define IEnumCallingCard_Clone(This, ppEnum) ((This)->lpVtbl->Clone(This, ppEnum))

#define IEnumStream_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IEnumStream_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IEnumStream_Release(This) ((This)->lpVtbl->Release(This))
#define IEnumStream_Next(This, celt, ppElements, pceltFetched) ((This)->lpVtbl->Next(This, celt, ppElements, pceltFetched))
#define IEnumStream_Reset(This) ((This)->lpVtbl->Reset(This))
#define IEnumStream_Skip(This, celt) ((This)->lpVtbl->Skip(This, celt))
#define IEnumStream_Clone(This, ppEnum) ((This)->lpVtbl->Clone(This, ppEnum))

#define IEnumSubStream_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IEnumSubStream_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IEnumSubStream_Release(This) ((This)->lpVtbl->Release(This))
#define IEnumSubStream_Next(This, celt, ppElements, pceltFetched) ((This)->lpVtbl->Next(This, celt, ppElements, pceltFetched))
#define IEnumSubStream_Reset(This) ((This)->lpVtbl->Reset(This))
#define IEnumSubStream_Skip(This, celt) ((This)->lpVtbl->Skip(This, celt))
#define IEnumSubStream_Clone(This, ppEnum) ((This)->lpVtbl->Clone(This, ppEnum))

#define ITPrivateEvent_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITPrivateEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITPrivateEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITPrivateEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITPrivateEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITPrivateEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITPrivateEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITPrivateEvent_get_Address(This, ppAddress) ((This)->lpVtbl->get_Address(This, ppAddress))
#define ITPrivateEvent_get_Call(This, ppCallInfo) ((This)->lpVtbl->get_Call(This, ppCallInfo))
#define ITPrivateEvent_get_CallHub(This, ppCallHub) ((This)->lpVtbl->get_CallHub(This, ppCallHub))
#define ITPrivateEvent_get_EventCode(This, plEventCode) ((This)->lpVtbl->get_EventCode(This, plEventCode))
#define ITPrivateEvent_get_EventInterface(This, pEventInterface) ((This)->lpVtbl->get_EventInterface(This, pEventInterface))

#define ITPhoneEvent_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITPhoneEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITPhoneEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITPhoneEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITPhoneEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITPhoneEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITPhoneEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITPhoneEvent_get_Phone(This, ppPhone) ((This)->lpVtbl->get_Phone(This, ppPhone))
#define ITPhoneEvent_get_Event(This, pEvent) ((This)->lpVtbl->get_Event(This, pEvent))
#define ITPhoneEvent_get_ButtonState(This, pState) ((This)->lpVtbl->get_ButtonState(This, pState))
#define ITPhoneEvent_get_HookSwitchState(This, pState) ((This)->lpVtbl->get_HookSwitchState(This, pState))
#define ITPhoneEvent_get_HookSwitchDevice(This, pDevice) ((This)->lpVtbl->get_HookSwitchDevice(This, pDevice))
#define ITPhoneEvent_get_RingMode(This, plRingMode) ((This)->lpVtbl->get_RingMode(This, plRingMode))
#define ITPhoneEvent_get_ButtonLampId(This, plButtonLampId) ((This)->lpVtbl->get_ButtonLampId(This, plButtonLampId))
#define ITPhoneEvent_get_NumberGathered(This, ppNumber) ((This)->lpVtbl->get_NumberGathered(This, ppNumber))
#define ITPhoneEvent_get_Call(This, ppCallInfo) ((This)->lpVtbl->get_Call(This, ppCallInfo))

#define ITCallStateEvent_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITCallStateEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITCallStateEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITCallStateEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITCallStateEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITCallStateEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITCallStateEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITCallStateEvent_get_Call(This, ppCallInfo) ((This)->lpVtbl->get_Call(This, ppCallInfo))
#define ITCallStateEvent_get_State(This, pCallState) ((This)->lpVtbl->get_State(This, pCallState))
#define ITCallStateEvent_get_Cause(This, pCEC) ((This)->lpVtbl->get_Cause(This, pCEC))
#define ITCallStateEvent_get_CallbackInstance(This, plCallbackInstance) ((This)->lpVtbl->get_CallbackInstance(This, plCallbackInstance))

#define ITPhoneDeviceSpecificEvent_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITPhoneDeviceSpecificEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITPhoneDeviceSpecificEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITPhoneDeviceSpecificEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITPhoneDeviceSpecificEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITPhoneDeviceSpecificEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITPhoneDeviceSpecificEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITPhoneDeviceSpecificEvent_get_Phone(This, ppPhone) ((This)->lpVtbl->get_Phone(This, ppPhone))
#define ITPhoneDeviceSpecificEvent_get_lParam1(This, pParam1) ((This)->lpVtbl->get_lParam1(This, pParam1))
#define ITPhoneDeviceSpecificEvent_get_lParam2(This, pParam2) ((This)->lpVtbl->get_lParam2(This, pParam2))
#define ITPhoneDeviceSpecificEvent_get_lParam3(This, pParam3) ((This)->lpVtbl->get_lParam3(This, pParam3))

#define ITCallMediaEvent_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITCallMediaEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITCallMediaEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITCallMediaEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITCallMediaEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITCallMediaEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITCallMediaEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITCallMediaEvent_get_Call(This, ppCallInfo) ((This)->lpVtbl->get_Call(This, ppCallInfo))
#define ITCallMediaEvent_get_Event(This, pCallMediaEvent) ((This)->lpVtbl->get_Event(This, pCallMediaEvent))
#define ITCallMediaEvent_get_Error(This, phrError) ((This)->lpVtbl->get_Error(This, phrError))
#define ITCallMediaEvent_get_Terminal(This, ppTerminal) ((This)->lpVtbl->get_Terminal(This, ppTerminal))
#define ITCallMediaEvent_get_Stream(This, ppStream) ((This)->lpVtbl->get_Stream(This, ppStream))
#define ITCallMediaEvent_get_Cause(This, pCause) ((This)->lpVtbl->get_Cause(This, pCause))

#define ITDigitDetectionEvent_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITDigitDetectionEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITDigitDetectionEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITDigitDetectionEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITDigitDetectionEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITDigitDetectionEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITDigitDetectionEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITDigitDetectionEvent_get_Call(This, ppCallInfo) ((This)->lpVtbl->get_Call(This, ppCallInfo))
#define ITDigitDetectionEvent_get_Digit(This, pucDigit) ((This)->lpVtbl->get_Digit(This, pucDigit))
#define ITDigitDetectionEvent_get_DigitMode(This, pDigitMode) ((This)->lpVtbl->get_DigitMode(This, pDigitMode))
#define ITDigitDetectionEvent_get_TickCount(This, plTickCount) ((This)->lpVtbl->get_TickCount(This, plTickCount))
#define ITDigitDetectionEvent_get_CallbackInstance(This, plCallbackInstance) ((This)->lpVtbl->get_CallbackInstance(This, plCallbackInstance))

#define ITDigitGenerationEvent_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITDigitGenerationEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITDigitGenerationEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITDigitGenerationEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITDigitGenerationEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITDigitGenerationEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITDigitGenerationEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITDigitGenerationEvent_get_Call(This, ppCallInfo) ((This)->lpVtbl->get_Call(This, ppCallInfo))
#define ITDigitGenerationEvent_get_GenerationTermination(This, plGenerationTermination) ((This)->lpVtbl->get_GenerationTermination(This, plGenerationTermination))
#define ITDigitGenerationEvent_get_TickCount(This, plTickCount) ((This)->lpVtbl->get_TickCount(This, plTickCount))
#define ITDigitGenerationEvent_get_CallbackInstance(This, plCallbackInstance) ((This)->lpVtbl->get_CallbackInstance(This, plCallbackInstance))

#define ITDigitsGatheredEvent_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITDigitsGatheredEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITDigitsGatheredEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITDigitsGatheredEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITDigitsGatheredEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITDigitsGatheredEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITDigitsGatheredEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITDigitsGatheredEvent_get_Call(This, ppCallInfo) ((This)->lpVtbl->get_Call(This, ppCallInfo))
#define ITDigitsGatheredEvent_get_Digits(This, ppDigits) ((This)->lpVtbl->get_Digits(This, ppDigits))
#define ITDigitsGatheredEvent_get_GatherTermination(This, pGatherTermination) ((This)->lpVtbl->get_GatherTermination(This, pGatherTermination))
#define ITDigitsGatheredEvent_get_TickCount(This, plTickCount) ((This)->lpVtbl->get_TickCount(This, plTickCount))
#define ITDigitsGatheredEvent_get_CallbackInstance(This, plCallbackInstance) ((This)->lpVtbl->get_CallbackInstance(This, plCallbackInstance))

#define ITToneDetectionEvent_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITToneDetectionEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITToneDetectionEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITToneDetectionEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITToneDetectionEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITToneDetectionEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITToneDetectionEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITToneDetectionEvent_get_Call(This, ppCallInfo) ((This)->lpVtbl->get_Call(This, ppCallInfo))
#define ITToneDetectionEvent_get_AppSpecific(This, plAppSpecific) ((This)->lpVtbl->get_AppSpecific(This, plAppSpecific))
#define ITToneDetectionEvent_get_TickCount(This, plTickCount) ((This)->lpVtbl->get_TickCount(This, plTickCount))
#define ITToneDetectionEvent_get_CallbackInstance(This, plCallbackInstance) ((This)->lpVtbl->get_CallbackInstance(This, plCallbackInstance))

#define ITTAPIObjectEvent_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITTAPIObjectEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITTAPIObjectEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITTAPIObjectEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITTAPIObjectEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITTAPIObjectEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITTAPIObjectEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITTAPIObjectEvent_get_TAPIObject(This, ppTAPIObject) ((This)->lpVtbl->get_TAPIObject(This, ppTAPIObject))
#define ITTAPIObjectEvent_get_Event(This, pEvent) ((This)->lpVtbl->get_Event(This, pEvent))
#define ITTAPIObjectEvent_get_Address(This, ppAddress) ((This)->lpVtbl->get_Address(This, ppAddress))
#define ITTAPIObjectEvent_get_CallbackInstance(This, plCallbackInstance) ((This)->lpVtbl->get_CallbackInstance(This, plCallbackInstance))

#define ITTAPIObjectEvent2_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITTAPIObjectEvent2_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITTAPIObjectEvent2_Release(This) ((This)->lpVtbl->Release(This))
#define ITTAPIObjectEvent2_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITTAPIObjectEvent2_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITTAPIObjectEvent2_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITTAPIObjectEvent2_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITTAPIObjectEvent2_get_TAPIObject(This, ppTAPIObject) ((This)->lpVtbl->get_TAPIObject(This, ppTAPIObject))
#define ITTAPIObjectEvent2_get_Event(This, pEvent) ((This)->lpVtbl->get_Event(This, pEvent))
#define ITTAPIObjectEvent2_get_Address(This, ppAddress) ((This)->lpVtbl->get_Address(This, ppAddress))
#define ITTAPIObjectEvent2_get_CallbackInstance(This, plCallbackInstance) ((This)->lpVtbl->get_CallbackInstance(This, plCallbackInstance))
#define ITTAPIObjectEvent2_get_Phone(This, ppPhone) ((This)->lpVtbl->get_Phone(This, ppPhone))

#define ITCallHubEvent_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITCallHubEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITCallHubEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITCallHubEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITCallHubEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITCallHubEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITCallHubEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITCallHubEvent_get_Event(This, pEvent) ((This)->lpVtbl->get_Event(This, pEvent))
#define ITCallHubEvent_get_CallHub(This, ppCallHub) ((This)->lpVtbl->get_CallHub(This, ppCallHub))
#define ITCallHubEvent_get_Call(This, ppCall) ((This)->lpVtbl->get_Call(This, ppCall))

#define ITAddressEvent_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITAddressEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITAddressEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITAddressEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITAddressEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITAddressEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITAddressEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITAddressEvent_get_Address(This, ppAddress) ((This)->lpVtbl->get_Address(This, ppAddress))
#define ITAddressEvent_get_Event(This, pEvent) ((This)->lpVtbl->get_Event(This, pEvent))
#define ITAddressEvent_get_Terminal(This, ppTerminal) ((This)->lpVtbl->get_Terminal(This, ppTerminal))

#define ITAddressDeviceSpecificEvent_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITAddressDeviceSpecificEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITAddressDeviceSpecificEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITAddressDeviceSpecificEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITAddressDeviceSpecificEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITAddressDeviceSpecificEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITAddressDeviceSpecificEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITAddressDeviceSpecificEvent_get_Address(This, ppAddress) ((This)->lpVtbl->get_Address(This, ppAddress))
#define ITAddressDeviceSpecificEvent_get_Call(This, ppCall) ((This)->lpVtbl->get_Call(This, ppCall))
#define ITAddressDeviceSpecificEvent_get_lParam1(This, pParam1) ((This)->lpVtbl->get_lParam1(This, pParam1))
#define ITAddressDeviceSpecificEvent_get_lParam2(This, pParam2) ((This)->lpVtbl->get_lParam2(This, pParam2))
#define ITAddressDeviceSpecificEvent_get_lParam3(This, pParam3) ((This)->lpVtbl->get_lParam3(This, pParam3))

#define ITFileTerminalEvent_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITFileTerminalEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITFileTerminalEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITFileTerminalEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITFileTerminalEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITFileTerminalEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITFileTerminalEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITFileTerminalEvent_get_Terminal(This, ppTerminal) ((This)->lpVtbl->get_Terminal(This, ppTerminal))
#define ITFileTerminalEvent_get_Track(This, ppTrackTerminal) ((This)->lpVtbl->get_Track(This, ppTrackTerminal))
#define ITFileTerminalEvent_get_Call(This, ppCall) ((This)->lpVtbl->get_Call(This, ppCall))
#define ITFileTerminalEvent_get_State(This, pState) ((This)->lpVtbl->get_State(This, pState))
#define ITFileTerminalEvent_get_Cause(This, pCause) ((This)->lpVtbl->get_Cause(This, pCause))
#define ITFileTerminalEvent_get_Error(This, phrErrorCode) ((This)->lpVtbl->get_Error(This, phrErrorCode))

#define ITTTSTerminalEvent_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITTTSTerminalEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITTTSTerminalEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITTTSTerminalEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITTTSTerminalEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITTTSTerminalEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITTTSTerminalEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITTTSTerminalEvent_get_Terminal(This, ppTerminal) ((This)->lpVtbl->get_Terminal(This, ppTerminal))
#define ITTTSTerminalEvent_get_Call(This, ppCall) ((This)->lpVtbl->get_Call(This, ppCall))
#define ITTTSTerminalEvent_get_Error(This, phrErrorCode) ((This)->lpVtbl->get_Error(This, phrErrorCode))

#define ITASRTerminalEvent_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITASRTerminalEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITASRTerminalEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITASRTerminalEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITASRTerminalEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITASRTerminalEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITASRTerminalEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITASRTerminalEvent_get_Terminal(This, ppTerminal) ((This)->lpVtbl->get_Terminal(This, ppTerminal))
#define ITASRTerminalEvent_get_Call(This, ppCall) ((This)->lpVtbl->get_Call(This, ppCall))
#define ITASRTerminalEvent_get_Error(This, phrErrorCode) ((This)->lpVtbl->get_Error(This, phrErrorCode))

#define ITToneTerminalEvent_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITToneTerminalEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITToneTerminalEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITToneTerminalEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITToneTerminalEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITToneTerminalEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITToneTerminalEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITToneTerminalEvent_get_Terminal(This, ppTerminal) ((This)->lpVtbl->get_Terminal(This, ppTerminal))
#define ITToneTerminalEvent_get_Call(This, ppCall) ((This)->lpVtbl->get_Call(This, ppCall))
#define ITToneTerminalEvent_get_Error(This, phrErrorCode) ((This)->lpVtbl->get_Error(This, phrErrorCode))

#define ITQOSEvent_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITQOSEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITQOSEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITQOSEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITQOSEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITQOSEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITQOSEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITQOSEvent_get_Call(This, ppCall) ((This)->lpVtbl->get_Call(This, ppCall))
#define ITQOSEvent_get_Event(This, pQosEvent) ((This)->lpVtbl->get_Event(This, pQosEvent))
#define ITQOSEvent_get_MediaType(This, plMediaType) ((This)->lpVtbl->get_MediaType(This, plMediaType))

#define ITCallInfoChangeEvent_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITCallInfoChangeEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITCallInfoChangeEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITCallInfoChangeEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITCallInfoChangeEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITCallInfoChangeEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITCallInfoChangeEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITCallInfoChangeEvent_get_Call(This, ppCall) ((This)->lpVtbl->get_Call(This, ppCall))
#define ITCallInfoChangeEvent_get_Cause(This, pCIC) ((This)->lpVtbl->get_Cause(This, pCIC))
#define ITCallInfoChangeEvent_get_CallbackInstance(This, plCallbackInstance) ((This)->lpVtbl->get_CallbackInstance(This, plCallbackInstance))

#define ITRequestEvent_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITRequestEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITRequestEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITRequestEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITRequestEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITRequestEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITRequestEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITRequestEvent_get_RegistrationInstance(This, plRegistrationInstance) ((This)->lpVtbl->get_RegistrationInstance(This, plRegistrationInstance))
#define ITRequestEvent_get_RequestMode(This, plRequestMode) ((This)->lpVtbl->get_RequestMode(This, plRequestMode))
#define ITRequestEvent_get_DestAddress(This, ppDestAddress) ((This)->lpVtbl->get_DestAddress(This, ppDestAddress))
#define ITRequestEvent_get_AppName(This, ppAppName) ((This)->lpVtbl->get_AppName(This, ppAppName))
#define ITRequestEvent_get_CalledParty(This, ppCalledParty) ((This)->lpVtbl->get_CalledParty(This, ppCalledParty))
#define ITRequestEvent_get_Comment(This, ppComment) ((This)->lpVtbl->get_Comment(This, ppComment))

#define ITCallNotificationEvent_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITCallNotificationEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITCallNotificationEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITCallNotificationEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITCallNotificationEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITCallNotificationEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITCallNotificationEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITCallNotificationEvent_get_Call(This, ppCall) ((This)->lpVtbl->get_Call(This, ppCall))
#define ITCallNotificationEvent_get_Event(This, pCallNotificationEvent) ((This)->lpVtbl->get_Event(This, pCallNotificationEvent))
#define ITCallNotificationEvent_get_CallbackInstance(This, plCallbackInstance) ((This)->lpVtbl->get_CallbackInstance(This, plCallbackInstance))

#define ITLegacyAddressMediaControl_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITLegacyAddressMediaControl_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITLegacyAddressMediaControl_Release(This) ((This)->lpVtbl->Release(This))
#define ITLegacyAddressMediaControl_GetID(This, pDeviceClass, pdwSize, ppDeviceID) ((This)->lpVtbl->GetID(This, pDeviceClass, pdwSize, ppDeviceID))
#define ITLegacyAddressMediaControl_GetDevConfig(This, pDeviceClass, pdwSize, ppDeviceConfig) ((This)->lpVtbl->GetDevConfig(This, pDeviceClass, pdwSize, ppDeviceConfig))
#define ITLegacyAddressMediaControl_SetDevConfig(This, pDeviceClass, dwSize, pDeviceConfig) ((This)->lpVtbl->SetDevConfig(This, pDeviceClass, dwSize, pDeviceConfig))

#define ITLegacyAddressMediaControl2_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITLegacyAddressMediaControl2_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITLegacyAddressMediaControl2_Release(This) ((This)->lpVtbl->Release(This))
#define ITLegacyAddressMediaControl2_GetID(This, pDeviceClass, pdwSize, ppDeviceID) ((This)->lpVtbl->GetID(This, pDeviceClass, pdwSize, ppDeviceID))
#define ITLegacyAddressMediaControl2_GetDevConfig(This, pDeviceClass, pdwSize, ppDeviceConfig) ((This)->lpVtbl->GetDevConfig(This, pDeviceClass, pdwSize, ppDeviceConfig))
#define ITLegacyAddressMediaControl2_SetDevConfig(This, pDeviceClass, dwSize, pDeviceConfig) ((This)->lpVtbl->SetDevConfig(This, pDeviceClass, dwSize, pDeviceConfig))
#define ITLegacyAddressMediaControl2_ConfigDialog(This, hwndOwner, pDeviceClass) ((This)->lpVtbl->ConfigDialog(This, hwndOwner, pDeviceClass))
#define ITLegacyAddressMediaControl2_ConfigDialogEdit(This, hwndOwner, pDeviceClass, dwSizeIn, pDeviceConfigIn, pdwSizeOut, ppDeviceConfigOut) ((This)->lpVtbl->ConfigDialogEdit(This, hwndOwner, pDeviceClass, dwSizeIn, pDeviceConfigIn, pdwSizeOut, ppDeviceConfigOut))

#define ITLegacyCallMediaControl_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITLegacyCallMediaControl_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITLegacyCallMediaControl_Release(This) ((This)->lpVtbl->Release(This))
#define ITLegacyCallMediaControl_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITLegacyCallMediaControl_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITLegacyCallMediaControl_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITLegacyCallMediaControl_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITLegacyCallMediaControl_DetectDigits(This, DigitMode) ((This)->lpVtbl->DetectDigits(This, DigitMode))
#define ITLegacyCallMediaControl_GenerateDigits(This, pDigits, DigitMode) ((This)->lpVtbl->GenerateDigits(This, pDigits, DigitMode))
#define ITLegacyCallMediaControl_GetID(This, pDeviceClass, pdwSize, ppDeviceID) ((This)->lpVtbl->GetID(This, pDeviceClass, pdwSize, ppDeviceID))
#define ITLegacyCallMediaControl_SetMediaType(This, lMediaType) ((This)->lpVtbl->SetMediaType(This, lMediaType))
#define ITLegacyCallMediaControl_MonitorMedia(This, lMediaType) ((This)->lpVtbl->MonitorMedia(This, lMediaType))

#define ITLegacyCallMediaControl2_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITLegacyCallMediaControl2_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITLegacyCallMediaControl2_Release(This) ((This)->lpVtbl->Release(This))
#define ITLegacyCallMediaControl2_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITLegacyCallMediaControl2_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITLegacyCallMediaControl2_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITLegacyCallMediaControl2_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITLegacyCallMediaControl2_DetectDigits(This, DigitMode) ((This)->lpVtbl->DetectDigits(This, DigitMode))
#define ITLegacyCallMediaControl2_GenerateDigits(This, pDigits, DigitMode) ((This)->lpVtbl->GenerateDigits(This, pDigits, DigitMode))
#define ITLegacyCallMediaControl2_GetID(This, pDeviceClass, pdwSize, ppDeviceID) ((This)->lpVtbl->GetID(This, pDeviceClass, pdwSize, ppDeviceID))
#define ITLegacyCallMediaControl2_SetMediaType(This, lMediaType) ((This)->lpVtbl->SetMediaType(This, lMediaType))
#define ITLegacyCallMediaControl2_MonitorMedia(This, lMediaType) ((This)->lpVtbl->MonitorMedia(This, lMediaType))
#define ITLegacyCallMediaControl2_GenerateDigits2(This, pDigits, DigitMode, lDuration) ((This)->lpVtbl->GenerateDigits2(This, pDigits, DigitMode, lDuration))
#define ITLegacyCallMediaControl2_GatherDigits(This, DigitMode, lNumDigits, pTerminationDigits, lFirstDigitTimeout, lInterDigitTimeout) ((This)->lpVtbl->GatherDigits(This, DigitMode, lNumDigits, pTerminationDigits, lFirstDigitTimeout, lInterDigitTimeout))
#define ITLegacyCallMediaControl2_DetectTones(This, pToneList, lNumTones) ((This)->lpVtbl->DetectTones(This, pToneList, lNumTones))
#define ITLegacyCallMediaControl2_DetectTonesByCollection(This, pDetectToneCollection) ((This)->lpVtbl->DetectTonesByCollection(This, pDetectToneCollection))
#define ITLegacyCallMediaControl2_GenerateTone(This, ToneMode, lDuration) ((This)->lpVtbl->GenerateTone(This, ToneMode, lDuration))
#define ITLegacyCallMediaControl2_GenerateCustomTones(This, pToneList, lNumTones, lDuration) ((This)->lpVtbl->GenerateCustomTones(This, pToneList, lNumTones, lDuration))
#define ITLegacyCallMediaControl2_GenerateCustomTonesByCollection(This, pCustomToneCollection, lDuration) ((This)->lpVtbl->GenerateCustomTonesByCollection(This, pCustomToneCollection, lDuration))
#define ITLegacyCallMediaControl2_CreateDetectToneObject(This, ppDetectTone) ((This)->lpVtbl->CreateDetectToneObject(This, ppDetectTone))
#define ITLegacyCallMediaControl2_CreateCustomToneObject(This, ppCustomTone) ((This)->lpVtbl->CreateCustomToneObject(This, ppCustomTone))
#define ITLegacyCallMediaControl2_GetIDAsVariant(This, bstrDeviceClass, pVarDeviceID) ((This)->lpVtbl->GetIDAsVariant(This, bstrDeviceClass, pVarDeviceID))

#define ITDetectTone_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITDetectTone_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITDetectTone_Release(This) ((This)->lpVtbl->Release(This))
#define ITDetectTone_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITDetectTone_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITDetectTone_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITDetectTone_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITDetectTone_get_AppSpecific(This, plAppSpecific) ((This)->lpVtbl->get_AppSpecific(This, plAppSpecific))
#define ITDetectTone_put_AppSpecific(This, lAppSpecific) ((This)->lpVtbl->put_AppSpecific(This, lAppSpecific))
#define ITDetectTone_get_Duration(This, plDuration) ((This)->lpVtbl->get_Duration(This, plDuration))
#define ITDetectTone_put_Duration(This, lDuration) ((This)->lpVtbl->put_Duration(This, lDuration))
#define ITDetectTone_get_Frequency(This, Index, plFrequency) ((This)->lpVtbl->get_Frequency(This, Index, plFrequency))
#define ITDetectTone_put_Frequency(This, Index, lFrequency) ((This)->lpVtbl->put_Frequency(This, Index, lFrequency))

#define ITCustomTone_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITCustomTone_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITCustomTone_Release(This) ((This)->lpVtbl->Release(This))
#define ITCustomTone_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITCustomTone_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITCustomTone_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITCustomTone_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITCustomTone_get_Frequency(This, plFrequency) ((This)->lpVtbl->get_Frequency(This, plFrequency))
#define ITCustomTone_put_Frequency(This, lFrequency) ((This)->lpVtbl->put_Frequency(This, lFrequency))
#define ITCustomTone_get_CadenceOn(This, plCadenceOn) ((This)->lpVtbl->get_CadenceOn(This, plCadenceOn))
#define ITCustomTone_put_CadenceOn(This, CadenceOn) ((This)->lpVtbl->put_CadenceOn(This, CadenceOn))
#define ITCustomTone_get_CadenceOff(This, plCadenceOff) ((This)->lpVtbl->get_CadenceOff(This, plCadenceOff))
#define ITCustomTone_put_CadenceOff(This, lCadenceOff) ((This)->lpVtbl->put_CadenceOff(This, lCadenceOff))
#define ITCustomTone_get_Volume(This, plVolume) ((This)->lpVtbl->get_Volume(This, plVolume))
#define ITCustomTone_put_Volume(This, lVolume) ((This)->lpVtbl->put_Volume(This, lVolume))

#define ITLegacyWaveSupport_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITLegacyWaveSupport_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITLegacyWaveSupport_Release(This) ((This)->lpVtbl->Release(This))
#define ITLegacyWaveSupport_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITLegacyWaveSupport_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITLegacyWaveSupport_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITLegacyWaveSupport_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITLegacyWaveSupport_IsFullDuplex(This, pSupport) ((This)->lpVtbl->IsFullDuplex(This, pSupport))

#define ITPhone_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITPhone_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITPhone_Release(This) ((This)->lpVtbl->Release(This))
#define ITPhone_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITPhone_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITPhone_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITPhone_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITPhone_Open(This, Privilege) ((This)->lpVtbl->Open(This, Privilege))
#define ITPhone_Close(This) ((This)->lpVtbl->Close(This))
#define ITPhone_get_Addresses(This, pAddresses) ((This)->lpVtbl->get_Addresses(This, pAddresses))
#define ITPhone_EnumerateAddresses(This, ppEnumAddress) ((This)->lpVtbl->EnumerateAddresses(This, ppEnumAddress))
#define ITPhone_get_PhoneCapsLong(This, pclCap, plCapability) ((This)->lpVtbl->get_PhoneCapsLong(This, pclCap, plCapability))
#define ITPhone_get_PhoneCapsString(This, pcsCap, ppCapability) ((This)->lpVtbl->get_PhoneCapsString(This, pcsCap, ppCapability))
#define ITPhone_get_Terminals(This, pAddress, pTerminals) ((This)->lpVtbl->get_Terminals(This, pAddress, pTerminals))
#define ITPhone_EnumerateTerminals(This, pAddress, ppEnumTerminal) ((This)->lpVtbl->EnumerateTerminals(This, pAddress, ppEnumTerminal))
#define ITPhone_get_ButtonMode(This, lButtonID, pButtonMode) ((This)->lpVtbl->get_ButtonMode(This, lButtonID, pButtonMode))
#define ITPhone_put_ButtonMode(This, lButtonID, ButtonMode) ((This)->lpVtbl->put_ButtonMode(This, lButtonID, ButtonMode))
#define ITPhone_get_ButtonFunction(This, lButtonID, pButtonFunction) ((This)->lpVtbl->get_ButtonFunction(This, lButtonID, pButtonFunction))
#define ITPhone_put_ButtonFunction(This, lButtonID, ButtonFunction) ((This)->lpVtbl->put_ButtonFunction(This, lButtonID, ButtonFunction))
#define ITPhone_get_ButtonText(This, lButtonID, ppButtonText) ((This)->lpVtbl->get_ButtonText(This, lButtonID, ppButtonText))
#define ITPhone_put_ButtonText(This, lButtonID, bstrButtonText) ((This)->lpVtbl->put_ButtonText(This, lButtonID, bstrButtonText))
#define ITPhone_get_ButtonState(This, lButtonID, pButtonState) ((This)->lpVtbl->get_ButtonState(This, lButtonID, pButtonState))
#define ITPhone_get_HookSwitchState(This, HookSwitchDevice, pHookSwitchState) ((This)->lpVtbl->get_HookSwitchState(This, HookSwitchDevice, pHookSwitchState))
#define ITPhone_put_HookSwitchState(This, HookSwitchDevice, HookSwitchState) ((This)->lpVtbl->put_HookSwitchState(This, HookSwitchDevice, HookSwitchState))
#define ITPhone_put_RingMode(This, lRingMode) ((This)->lpVtbl->put_RingMode(This, lRingMode))
#define ITPhone_get_RingMode(This, plRingMode) ((This)->lpVtbl->get_RingMode(This, plRingMode))
#define ITPhone_put_RingVolume(This, lRingVolume) ((This)->lpVtbl->put_RingVolume(This, lRingVolume))
#define ITPhone_get_RingVolume(This, plRingVolume) ((This)->lpVtbl->get_RingVolume(This, plRingVolume))
#define ITPhone_get_Privilege(This, pPrivilege) ((This)->lpVtbl->get_Privilege(This, pPrivilege))
#define ITPhone_GetPhoneCapsBuffer(This, pcbCaps, pdwSize, ppPhoneCapsBuffer) ((This)->lpVtbl->GetPhoneCapsBuffer(This, pcbCaps, pdwSize, ppPhoneCapsBuffer))
#define ITPhone_get_PhoneCapsBuffer(This, pcbCaps, pVarBuffer) ((This)->lpVtbl->get_PhoneCapsBuffer(This, pcbCaps, pVarBuffer))
#define ITPhone_get_LampMode(This, lLampID, pLampMode) ((This)->lpVtbl->get_LampMode(This, lLampID, pLampMode))
#define ITPhone_put_LampMode(This, lLampID, LampMode) ((This)->lpVtbl->put_LampMode(This, lLampID, LampMode))
#define ITPhone_get_Display(This, pbstrDisplay) ((This)->lpVtbl->get_Display(This, pbstrDisplay))
#define ITPhone_SetDisplay(This, lRow, lColumn, bstrDisplay) ((This)->lpVtbl->SetDisplay(This, lRow, lColumn, bstrDisplay))
#define ITPhone_get_PreferredAddresses(This, pAddresses) ((This)->lpVtbl->get_PreferredAddresses(This, pAddresses))
#define ITPhone_EnumeratePreferredAddresses(This, ppEnumAddress) ((This)->lpVtbl->EnumeratePreferredAddresses(This, ppEnumAddress))
#define ITPhone_DeviceSpecific(This, pParams, dwSize) ((This)->lpVtbl->DeviceSpecific(This, pParams, dwSize))
#define ITPhone_DeviceSpecificVariant(This, varDevSpecificByteArray) ((This)->lpVtbl->DeviceSpecificVariant(This, varDevSpecificByteArray))
#define ITPhone_NegotiateExtVersion(This, lLowVersion, lHighVersion, plExtVersion) ((This)->lpVtbl->NegotiateExtVersion(This, lLowVersion, lHighVersion, plExtVersion))

#define ITAutomatedPhoneControl_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITAutomatedPhoneControl_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITAutomatedPhoneControl_Release(This) ((This)->lpVtbl->Release(This))
#define ITAutomatedPhoneControl_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITAutomatedPhoneControl_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITAutomatedPhoneControl_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITAutomatedPhoneControl_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITAutomatedPhoneControl_StartTone(This, Tone, lDuration) ((This)->lpVtbl->StartTone(This, Tone, lDuration))
#define ITAutomatedPhoneControl_StopTone(This) ((This)->lpVtbl->StopTone(This))
#define ITAutomatedPhoneControl_get_Tone(This, pTone) ((This)->lpVtbl->get_Tone(This, pTone))
#define ITAutomatedPhoneControl_StartRinger(This, lRingMode, lDuration) ((This)->lpVtbl->StartRinger(This, lRingMode, lDuration))
#define ITAutomatedPhoneControl_StopRinger(This) ((This)->lpVtbl->StopRinger(This))
#define ITAutomatedPhoneControl_get_Ringer(This, pfRinging) ((This)->lpVtbl->get_Ringer(This, pfRinging))
#define ITAutomatedPhoneControl_put_PhoneHandlingEnabled(This, fEnabled) ((This)->lpVtbl->put_PhoneHandlingEnabled(This, fEnabled))
#define ITAutomatedPhoneControl_get_PhoneHandlingEnabled(This, pfEnabled) ((This)->lpVtbl->get_PhoneHandlingEnabled(This, pfEnabled))
#define ITAutomatedPhoneControl_put_AutoEndOfNumberTimeout(This, lTimeout) ((This)->lpVtbl->put_AutoEndOfNumberTimeout(This, lTimeout))
#define ITAutomatedPhoneControl_get_AutoEndOfNumberTimeout(This, plTimeout) ((This)->lpVtbl->get_AutoEndOfNumberTimeout(This, plTimeout))
#define ITAutomatedPhoneControl_put_AutoDialtone(This, fEnabled) ((This)->lpVtbl->put_AutoDialtone(This, fEnabled))
#define ITAutomatedPhoneControl_get_AutoDialtone(This, pfEnabled) ((This)->lpVtbl->get_AutoDialtone(This, pfEnabled))
#define ITAutomatedPhoneControl_put_AutoStopTonesOnOnHook(This, fEnabled) ((This)->lpVtbl->put_AutoStopTonesOnOnHook(This, fEnabled))
#define ITAutomatedPhoneControl_get_AutoStopTonesOnOnHook(This, pfEnabled) ((This)->lpVtbl->get_AutoStopTonesOnOnHook(This, pfEnabled))
#define ITAutomatedPhoneControl_put_AutoStopRingOnOffHook(This, fEnabled) ((This)->lpVtbl->put_AutoStopRingOnOffHook(This, fEnabled))
#define ITAutomatedPhoneControl_get_AutoStopRingOnOffHook(This, pfEnabled) ((This)->lpVtbl->get_AutoStopRingOnOffHook(This, pfEnabled))
#define ITAutomatedPhoneControl_put_AutoKeypadTones(This, fEnabled) ((This)->lpVtbl->put_AutoKeypadTones(This, fEnabled))
#define ITAutomatedPhoneControl_get_AutoKeypadTones(This, pfEnabled) ((This)->lpVtbl->get_AutoKeypadTones(This, pfEnabled))
#define ITAutomatedPhoneControl_put_AutoKeypadTonesMinimumDuration(This, lDuration) ((This)->lpVtbl->put_AutoKeypadTonesMinimumDuration(This, lDuration))
#define ITAutomatedPhoneControl_get_AutoKeypadTonesMinimumDuration(This, plDuration) ((This)->lpVtbl->get_AutoKeypadTonesMinimumDuration(This, plDuration))
#define ITAutomatedPhoneControl_put_AutoVolumeControl(This, fEnabled) ((This)->lpVtbl->put_AutoVolumeControl(This, fEnabled))
#define ITAutomatedPhoneControl_get_AutoVolumeControl(This, fEnabled) ((This)->lpVtbl->get_AutoVolumeControl(This, fEnabled))
#define ITAutomatedPhoneControl_put_AutoVolumeControlStep(This, lStepSize) ((This)->lpVtbl->put_AutoVolumeControlStep(This, lStepSize))
#define ITAutomatedPhoneControl_get_AutoVolumeControlStep(This, plStepSize) ((This)->lpVtbl->get_AutoVolumeControlStep(This, plStepSize))
#define ITAutomatedPhoneControl_put_AutoVolumeControlRepeatDelay(This, lDelay) ((This)->lpVtbl->put_AutoVolumeControlRepeatDelay(This, lDelay))
#define ITAutomatedPhoneControl_get_AutoVolumeControlRepeatDelay(This, plDelay) ((This)->lpVtbl->get_AutoVolumeControlRepeatDelay(This, plDelay))
#define ITAutomatedPhoneControl_put_AutoVolumeControlRepeatPeriod(This, lPeriod) ((This)->lpVtbl->put_AutoVolumeControlRepeatPeriod(This, lPeriod))
#define ITAutomatedPhoneControl_get_AutoVolumeControlRepeatPeriod(This, plPeriod) ((This)->lpVtbl->get_AutoVolumeControlRepeatPeriod(This, plPeriod))
#define ITAutomatedPhoneControl_SelectCall(This, pCall, fSelectDefaultTerminals) ((This)->lpVtbl->SelectCall(This, pCall, fSelectDefaultTerminals))
#define ITAutomatedPhoneControl_UnselectCall(This, pCall) ((This)->lpVtbl->UnselectCall(This, pCall))
#define ITAutomatedPhoneControl_EnumerateSelectedCalls(This, ppCallEnum) ((This)->lpVtbl->EnumerateSelectedCalls(This, ppCallEnum))
#define ITAutomatedPhoneControl_get_SelectedCalls(This, pVariant) ((This)->lpVtbl->get_SelectedCalls(This, pVariant))

#define ITTAPI_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITTAPI_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITTAPI_Release(This) ((This)->lpVtbl->Release(This))
#define ITTAPI_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITTAPI_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITTAPI_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITTAPI_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITTAPI_Initialize(This) ((This)->lpVtbl->Initialize(This))
#define ITTAPI_Shutdown(This) ((This)->lpVtbl->Shutdown(This))
#define ITTAPI_get_Addresses(This, pVariant) ((This)->lpVtbl->get_Addresses(This, pVariant))
#define ITTAPI_EnumerateAddresses(This, ppEnumAddress) ((This)->lpVtbl->EnumerateAddresses(This, ppEnumAddress))
#define ITTAPI_RegisterCallNotifications(This, pAddress, fMonitor, fOwner, lMediaTypes, lCallbackInstance, plRegister) ((This)->lpVtbl->RegisterCallNotifications(This, pAddress, fMonitor, fOwner, lMediaTypes, lCallbackInstance, plRegister))
#define ITTAPI_UnregisterNotifications(This, lRegister) ((This)->lpVtbl->UnregisterNotifications(This, lRegister))
#define ITTAPI_get_CallHubs(This, pVariant) ((This)->lpVtbl->get_CallHubs(This, pVariant))
#define ITTAPI_EnumerateCallHubs(This, ppEnumCallHub) ((This)->lpVtbl->EnumerateCallHubs(This, ppEnumCallHub))
#define ITTAPI_SetCallHubTracking(This, pAddresses, bTracking) ((This)->lpVtbl->SetCallHubTracking(This, pAddresses, bTracking))
#define ITTAPI_EnumeratePrivateTAPIObjects(This, ppEnumUnknown) ((This)->lpVtbl->EnumeratePrivateTAPIObjects(This, ppEnumUnknown))
#define ITTAPI_get_PrivateTAPIObjects(This, pVariant) ((This)->lpVtbl->get_PrivateTAPIObjects(This, pVariant))
#define ITTAPI_RegisterRequestRecipient(This, lRegistrationInstance, lRequestMode, fEnable) ((This)->lpVtbl->RegisterRequestRecipient(This, lRegistrationInstance, lRequestMode, fEnable))
#define ITTAPI_SetAssistedTelephonyPriority(This, pAppFilename, fPriority) ((This)->lpVtbl->SetAssistedTelephonyPriority(This, pAppFilename, fPriority))
#define ITTAPI_SetApplicationPriority(This, pAppFilename, lMediaType, fPriority) ((This)->lpVtbl->SetApplicationPriority(This, pAppFilename, lMediaType, fPriority))
#define ITTAPI_put_EventFilter(This, lFilterMask) ((This)->lpVtbl->put_EventFilter(This, lFilterMask))
#define ITTAPI_get_EventFilter(This, plFilterMask) ((This)->lpVtbl->get_EventFilter(This, plFilterMask))

#define ITTAPI2_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITTAPI2_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITTAPI2_Release(This) ((This)->lpVtbl->Release(This))
#define ITTAPI2_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITTAPI2_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITTAPI2_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITTAPI2_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITTAPI2_Initialize(This) ((This)->lpVtbl->Initialize(This))
#define ITTAPI2_Shutdown(This) ((This)->lpVtbl->Shutdown(This))
#define ITTAPI2_get_Addresses(This, pVariant) ((This)->lpVtbl->get_Addresses(This, pVariant))
#define ITTAPI2_EnumerateAddresses(This, ppEnumAddress) ((This)->lpVtbl->EnumerateAddresses(This, ppEnumAddress))
#define ITTAPI2_RegisterCallNotifications(This, pAddress, fMonitor, fOwner, lMediaTypes, lCallbackInstance, plRegister) ((This)->lpVtbl->RegisterCallNotifications(This, pAddress, fMonitor, fOwner, lMediaTypes, lCallbackInstance, plRegister))
#define ITTAPI2_UnregisterNotifications(This, lRegister) ((This)->lpVtbl->UnregisterNotifications(This, lRegister))
#define ITTAPI2_get_CallHubs(This, pVariant) ((This)->lpVtbl->get_CallHubs(This, pVariant))
#define ITTAPI2_EnumerateCallHubs(This, ppEnumCallHub) ((This)->lpVtbl->EnumerateCallHubs(This, ppEnumCallHub))
#define ITTAPI2_SetCallHubTracking(This, pAddresses, bTracking) ((This)->lpVtbl->SetCallHubTracking(This, pAddresses, bTracking))
#define ITTAPI2_EnumeratePrivateTAPIObjects(This, ppEnumUnknown) ((This)->lpVtbl->EnumeratePrivateTAPIObjects(This, ppEnumUnknown))
#define ITTAPI2_get_PrivateTAPIObjects(This, pVariant) ((This)->lpVtbl->get_PrivateTAPIObjects(This, pVariant))
#define ITTAPI2_RegisterRequestRecipient(This, lRegistrationInstance, lRequestMode, fEnable) ((This)->lpVtbl->RegisterRequestRecipient(This, lRegistrationInstance, lRequestMode, fEnable))
#define ITTAPI2_SetAssistedTelephonyPriority(This, pAppFilename, fPriority) ((This)->lpVtbl->SetAssistedTelephonyPriority(This, pAppFilename, fPriority))
#define ITTAPI2_SetApplicationPriority(This, pAppFilename, lMediaType, fPriority) ((This)->lpVtbl->SetApplicationPriority(This, pAppFilename, lMediaType, fPriority))
#define ITTAPI2_put_EventFilter(This, lFilterMask) ((This)->lpVtbl->put_EventFilter(This, lFilterMask))
#define ITTAPI2_get_EventFilter(This, plFilterMask) ((This)->lpVtbl->get_EventFilter(This, plFilterMask))
#define ITTAPI2_get_Phones(This, pPhones) ((This)->lpVtbl->get_Phones(This, pPhones))
#define ITTAPI2_EnumeratePhones(This, ppEnumPhone) ((This)->lpVtbl->EnumeratePhones(This, ppEnumPhone))
#define ITTAPI2_CreateEmptyCollectionObject(This, ppCollection) ((This)->lpVtbl->CreateEmptyCollectionObject(This, ppCollection))

#define ITTAPIEventNotification_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITTAPIEventNotification_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITTAPIEventNotification_Release(This) ((This)->lpVtbl->Release(This))
#define ITTAPIEventNotification_Event(This, TapiEvent, pEvent) ((This)->lpVtbl->Event(This, TapiEvent, pEvent))

#define ITRequest_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITRequest_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITRequest_Release(This) ((This)->lpVtbl->Release(This))
#define ITRequest_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITRequest_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITRequest_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITRequest_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITRequest_MakeCall(This, pDestAddress, pAppName, pCalledParty, pComment) ((This)->lpVtbl->MakeCall(This, pDestAddress, pAppName, pCalledParty, pComment))

#define ITDispatchMapper_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITDispatchMapper_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITDispatchMapper_Release(This) ((This)->lpVtbl->Release(This))
#define ITDispatchMapper_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITDispatchMapper_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITDispatchMapper_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITDispatchMapper_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITDispatchMapper_QueryDispatchInterface(This, pIID, pInterfaceToMap, ppReturnedInterface) ((This)->lpVtbl->QueryDispatchInterface(This, pIID, pInterfaceToMap, ppReturnedInterface))

#define ITTAPIDispatchEventNotification_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITTAPIDispatchEventNotification_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITTAPIDispatchEventNotification_Release(This) ((This)->lpVtbl->Release(This))
#define ITTAPIDispatchEventNotification_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITTAPIDispatchEventNotification_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITTAPIDispatchEventNotification_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITTAPIDispatchEventNotification_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))

#define ITPluggableTerminalClassInfo_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITPluggableTerminalClassInfo_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITPluggableTerminalClassInfo_Release(This) ((This)->lpVtbl->Release(This))
#define ITPluggableTerminalClassInfo_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITPluggableTerminalClassInfo_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITPluggableTerminalClassInfo_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITPluggableTerminalClassInfo_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITPluggableTerminalClassInfo_get_Name(This, pName) ((This)->lpVtbl->get_Name(This, pName))
#define ITPluggableTerminalClassInfo_get_Company(This, pCompany) ((This)->lpVtbl->get_Company(This, pCompany))
#define ITPluggableTerminalClassInfo_get_Version(This, pVersion) ((This)->lpVtbl->get_Version(This, pVersion))
#define ITPluggableTerminalClassInfo_get_TerminalClass(This, pTerminalClass) ((This)->lpVtbl->get_TerminalClass(This, pTerminalClass))
#define ITPluggableTerminalClassInfo_get_CLSID(This, pCLSID) ((This)->lpVtbl->get_CLSID(This, pCLSID))
#define ITPluggableTerminalClassInfo_get_Direction(This, pDirection) ((This)->lpVtbl->get_Direction(This, pDirection))
#define ITPluggableTerminalClassInfo_get_MediaTypes(This, pMediaTypes) ((This)->lpVtbl->get_MediaTypes(This, pMediaTypes))

#define ITPluggableTerminalSuperclassInfo_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITPluggableTerminalSuperclassInfo_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITPluggableTerminalSuperclassInfo_Release(This) ((This)->lpVtbl->Release(This))
#define ITPluggableTerminalSuperclassInfo_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITPluggableTerminalSuperclassInfo_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITPluggableTerminalSuperclassInfo_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITPluggableTerminalSuperclassInfo_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITPluggableTerminalSuperclassInfo_get_Name(This, pName) ((This)->lpVtbl->get_Name(This, pName))
#define ITPluggableTerminalSuperclassInfo_get_CLSID(This, pCLSID) ((This)->lpVtbl->get_CLSID(This, pCLSID))

#define ITTerminalSupport_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITTerminalSupport_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITTerminalSupport_Release(This) ((This)->lpVtbl->Release(This))
#define ITTerminalSupport_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITTerminalSupport_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITTerminalSupport_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITTerminalSupport_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITTerminalSupport_get_StaticTerminals(This, pVariant) ((This)->lpVtbl->get_StaticTerminals(This, pVariant))
#define ITTerminalSupport_EnumerateStaticTerminals(This, ppTerminalEnumerator) ((This)->lpVtbl->EnumerateStaticTerminals(This, ppTerminalEnumerator))
#define ITTerminalSupport_get_DynamicTerminalClasses(This, pVariant) ((This)->lpVtbl->get_DynamicTerminalClasses(This, pVariant))
#define ITTerminalSupport_EnumerateDynamicTerminalClasses(This, ppTerminalClassEnumerator) ((This)->lpVtbl->EnumerateDynamicTerminalClasses(This, ppTerminalClassEnumerator))
#define ITTerminalSupport_CreateTerminal(This, pTerminalClass, lMediaType, Direction, ppTerminal) ((This)->lpVtbl->CreateTerminal(This, pTerminalClass, lMediaType, Direction, ppTerminal))
#define ITTerminalSupport_GetDefaultStaticTerminal(This, lMediaType, Direction, ppTerminal) ((This)->lpVtbl->GetDefaultStaticTerminal(This, lMediaType, Direction, ppTerminal))

#define ITTerminalSupport2_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITTerminalSupport2_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITTerminalSupport2_Release(This) ((This)->lpVtbl->Release(This))
#define ITTerminalSupport2_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITTerminalSupport2_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITTerminalSupport2_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITTerminalSupport2_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITTerminalSupport2_get_StaticTerminals(This, pVariant) ((This)->lpVtbl->get_StaticTerminals(This, pVariant))
#define ITTerminalSupport2_EnumerateStaticTerminals(This, ppTerminalEnumerator) ((This)->lpVtbl->EnumerateStaticTerminals(This, ppTerminalEnumerator))
#define ITTerminalSupport2_get_DynamicTerminalClasses(This, pVariant) ((This)->lpVtbl->get_DynamicTerminalClasses(This, pVariant))
#define ITTerminalSupport2_EnumerateDynamicTerminalClasses(This, ppTerminalClassEnumerator) ((This)->lpVtbl->EnumerateDynamicTerminalClasses(This, ppTerminalClassEnumerator))
#define ITTerminalSupport2_CreateTerminal(This, pTerminalClass, lMediaType, Direction, ppTerminal) ((This)->lpVtbl->CreateTerminal(This, pTerminalClass, lMediaType, Direction, ppTerminal))
#define ITTerminalSupport2_GetDefaultStaticTerminal(This, lMediaType, Direction, ppTerminal) ((This)->lpVtbl->GetDefaultStaticTerminal(This, lMediaType, Direction, ppTerminal))
#define ITTerminalSupport2_get_PluggableSuperclasses(This, pVariant) ((This)->lpVtbl->get_PluggableSuperclasses(This, pVariant))
#define ITTerminalSupport2_EnumeratePluggableSuperclasses(This, ppSuperclassEnumerator) ((This)->lpVtbl->EnumeratePluggableSuperclasses(This, ppSuperclassEnumerator))
#define ITTerminalSupport2_get_PluggableTerminalClasses(This, bstrTerminalSuperclass, lMediaType, pVariant) ((This)->lpVtbl->get_PluggableTerminalClasses(This, bstrTerminalSuperclass, lMediaType, pVariant))
#define ITTerminalSupport2_EnumeratePluggableTerminalClasses(This, iidTerminalSuperclass, lMediaType, ppClassEnumerator) ((This)->lpVtbl->EnumeratePluggableTerminalClasses(This, iidTerminalSuperclass, lMediaType, ppClassEnumerator))

#define ITTerminal_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITTerminal_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITTerminal_Release(This) ((This)->lpVtbl->Release(This))
#define ITTerminal_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITTerminal_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITTerminal_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITTerminal_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITTerminal_get_Name(This, ppName) ((This)->lpVtbl->get_Name(This, ppName))
#define ITTerminal_get_State(This, pTerminalState) ((This)->lpVtbl->get_State(This, pTerminalState))
#define ITTerminal_get_TerminalType(This, pType) ((This)->lpVtbl->get_TerminalType(This, pType))
#define ITTerminal_get_TerminalClass(This, ppTerminalClass) ((This)->lpVtbl->get_TerminalClass(This, ppTerminalClass))
#define ITTerminal_get_MediaType(This, plMediaType) ((This)->lpVtbl->get_MediaType(This, plMediaType))
#define ITTerminal_get_Direction(This, pDirection) ((This)->lpVtbl->get_Direction(This, pDirection))

#define ITMultiTrackTerminal_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITMultiTrackTerminal_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITMultiTrackTerminal_Release(This) ((This)->lpVtbl->Release(This))
#define ITMultiTrackTerminal_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITMultiTrackTerminal_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITMultiTrackTerminal_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITMultiTrackTerminal_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITMultiTrackTerminal_get_TrackTerminals(This, pVariant) ((This)->lpVtbl->get_TrackTerminals(This, pVariant))
#define ITMultiTrackTerminal_EnumerateTrackTerminals(This, ppEnumTerminal) ((This)->lpVtbl->EnumerateTrackTerminals(This, ppEnumTerminal))
#define ITMultiTrackTerminal_CreateTrackTerminal(This, MediaType, TerminalDirection, ppTerminal) ((This)->lpVtbl->CreateTrackTerminal(This, MediaType, TerminalDirection, ppTerminal))
#define ITMultiTrackTerminal_get_MediaTypesInUse(This, plMediaTypesInUse) ((This)->lpVtbl->get_MediaTypesInUse(This, plMediaTypesInUse))
#define ITMultiTrackTerminal_get_DirectionsInUse(This, plDirectionsInUsed) ((This)->lpVtbl->get_DirectionsInUse(This, plDirectionsInUsed))
#define ITMultiTrackTerminal_RemoveTrackTerminal(This, pTrackTerminalToRemove) ((This)->lpVtbl->RemoveTrackTerminal(This, pTrackTerminalToRemove))

#define ITFileTrack_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITFileTrack_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITFileTrack_Release(This) ((This)->lpVtbl->Release(This))
#define ITFileTrack_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITFileTrack_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITFileTrack_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITFileTrack_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITFileTrack_get_Format(This, ppmt) ((This)->lpVtbl->get_Format(This, ppmt))
#define ITFileTrack_put_Format(This, pmt) ((This)->lpVtbl->put_Format(This, pmt))
#define ITFileTrack_get_ControllingTerminal(This, ppControllingTerminal) ((This)->lpVtbl->get_ControllingTerminal(This, ppControllingTerminal))
#define ITFileTrack_get_AudioFormatForScripting(This, ppAudioFormat) ((This)->lpVtbl->get_AudioFormatForScripting(This, ppAudioFormat))
#define ITFileTrack_put_AudioFormatForScripting(This, pAudioFormat) ((This)->lpVtbl->put_AudioFormatForScripting(This, pAudioFormat))
#define ITFileTrack_get_EmptyAudioFormatForScripting(This, ppAudioFormat) ((This)->lpVtbl->get_EmptyAudioFormatForScripting(This, ppAudioFormat))

#define ITMediaPlayback_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITMediaPlayback_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITMediaPlayback_Release(This) ((This)->lpVtbl->Release(This))
#define ITMediaPlayback_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITMediaPlayback_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITMediaPlayback_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITMediaPlayback_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITMediaPlayback_put_PlayList(This, PlayListVariant) ((This)->lpVtbl->put_PlayList(This, PlayListVariant))
#define ITMediaPlayback_get_PlayList(This, pPlayListVariant) ((This)->lpVtbl->get_PlayList(This, pPlayListVariant))

#define ITMediaRecord_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITMediaRecord_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITMediaRecord_Release(This) ((This)->lpVtbl->Release(This))
#define ITMediaRecord_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITMediaRecord_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITMediaRecord_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITMediaRecord_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITMediaRecord_put_FileName(This, bstrFileName) ((This)->lpVtbl->put_FileName(This, bstrFileName))
#define ITMediaRecord_get_FileName(This, pbstrFileName) ((This)->lpVtbl->get_FileName(This, pbstrFileName))

#define ITMediaControl_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITMediaControl_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITMediaControl_Release(This) ((This)->lpVtbl->Release(This))
#define ITMediaControl_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITMediaControl_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITMediaControl_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITMediaControl_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITMediaControl_Start(This) ((This)->lpVtbl->Start(This))
#define ITMediaControl_Stop(This) ((This)->lpVtbl->Stop(This))
#define ITMediaControl_Pause(This) ((This)->lpVtbl->Pause(This))
#define ITMediaControl_get_MediaState(This, pTerminalMediaState) ((This)->lpVtbl->get_MediaState(This, pTerminalMediaState))

#define ITBasicAudioTerminal_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITBasicAudioTerminal_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITBasicAudioTerminal_Release(This) ((This)->lpVtbl->Release(This))
#define ITBasicAudioTerminal_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITBasicAudioTerminal_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITBasicAudioTerminal_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITBasicAudioTerminal_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITBasicAudioTerminal_put_Volume(This, lVolume) ((This)->lpVtbl->put_Volume(This, lVolume))
#define ITBasicAudioTerminal_get_Volume(This, plVolume) ((This)->lpVtbl->get_Volume(This, plVolume))
#define ITBasicAudioTerminal_put_Balance(This, lBalance) ((This)->lpVtbl->put_Balance(This, lBalance))
#define ITBasicAudioTerminal_get_Balance(This, plBalance) ((This)->lpVtbl->get_Balance(This, plBalance))

#define ITStaticAudioTerminal_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITStaticAudioTerminal_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITStaticAudioTerminal_Release(This) ((This)->lpVtbl->Release(This))
#define ITStaticAudioTerminal_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITStaticAudioTerminal_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITStaticAudioTerminal_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITStaticAudioTerminal_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITStaticAudioTerminal_get_WaveId(This, plWaveId) ((This)->lpVtbl->get_WaveId(This, plWaveId))

#define ITStreamControl_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITStreamControl_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITStreamControl_Release(This) ((This)->lpVtbl->Release(This))
#define ITStreamControl_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITStreamControl_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITStreamControl_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITStreamControl_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITStreamControl_CreateStream(This, lMediaType, td, ppStream) ((This)->lpVtbl->CreateStream(This, lMediaType, td, ppStream))
#define ITStreamControl_RemoveStream(This, pStream) ((This)->lpVtbl->RemoveStream(This, pStream))
#define ITStreamControl_EnumerateStreams(This, ppEnumStream) ((This)->lpVtbl->EnumerateStreams(This, ppEnumStream))
#define ITStreamControl_get_Streams(This, pVariant) ((This)->lpVtbl->get_Streams(This, pVariant))

#define ITStream_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITStream_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITStream_Release(This) ((This)->lpVtbl->Release(This))
#define ITStream_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITStream_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITStream_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITStream_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITStream_get_MediaType(This, plMediaType) ((This)->lpVtbl->get_MediaType(This, plMediaType))
#define ITStream_get_Direction(This, pTD) ((This)->lpVtbl->get_Direction(This, pTD))
#define ITStream_get_Name(This, ppName) ((This)->lpVtbl->get_Name(This, ppName))
#define ITStream_StartStream(This) ((This)->lpVtbl->StartStream(This))
#define ITStream_PauseStream(This) ((This)->lpVtbl->PauseStream(This))
#define ITStream_StopStream(This) ((This)->lpVtbl->StopStream(This))
#define ITStream_SelectTerminal(This, pTerminal) ((This)->lpVtbl->SelectTerminal(This, pTerminal))
#define ITStream_UnselectTerminal(This, pTerminal) ((This)->lpVtbl->UnselectTerminal(This, pTerminal))
#define ITStream_EnumerateTerminals(This, ppEnumTerminal) ((This)->lpVtbl->EnumerateTerminals(This, ppEnumTerminal))
#define ITStream_get_Terminals(This, pTerminals) ((This)->lpVtbl->get_Terminals(This, pTerminals))

#define ITSubStreamControl_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITSubStreamControl_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITSubStreamControl_Release(This) ((This)->lpVtbl->Release(This))
#define ITSubStreamControl_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITSubStreamControl_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITSubStreamControl_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITSubStreamControl_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITSubStreamControl_CreateSubStream(This, ppSubStream) ((This)->lpVtbl->CreateSubStream(This, ppSubStream))
#define ITSubStreamControl_RemoveSubStream(This, pSubStream) ((This)->lpVtbl->RemoveSubStream(This, pSubStream))
#define ITSubStreamControl_EnumerateSubStreams(This, ppEnumSubStream) ((This)->lpVtbl->EnumerateSubStreams(This, ppEnumSubStream))
#define ITSubStreamControl_get_SubStreams(This, pVariant) ((This)->lpVtbl->get_SubStreams(This, pVariant))

#define ITSubStream_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITSubStream_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITSubStream_Release(This) ((This)->lpVtbl->Release(This))
#define ITSubStream_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITSubStream_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITSubStream_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITSubStream_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITSubStream_StartSubStream(This) ((This)->lpVtbl->StartSubStream(This))
#define ITSubStream_PauseSubStream(This) ((This)->lpVtbl->PauseSubStream(This))
#define ITSubStream_StopSubStream(This) ((This)->lpVtbl->StopSubStream(This))
#define ITSubStream_SelectTerminal(This, pTerminal) ((This)->lpVtbl->SelectTerminal(This, pTerminal))
#define ITSubStream_UnselectTerminal(This, pTerminal) ((This)->lpVtbl->UnselectTerminal(This, pTerminal))
#define ITSubStream_EnumerateTerminals(This, ppEnumTerminal) ((This)->lpVtbl->EnumerateTerminals(This, ppEnumTerminal))
#define ITSubStream_get_Terminals(This, pTerminals) ((This)->lpVtbl->get_Terminals(This, pTerminals))
#define ITSubStream_get_Stream(This, ppITStream) ((This)->lpVtbl->get_Stream(This, ppITStream))

#define ITScriptableAudioFormat_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITScriptableAudioFormat_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITScriptableAudioFormat_Release(This) ((This)->lpVtbl->Release(This))
#define ITScriptableAudioFormat_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITScriptableAudioFormat_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITScriptableAudioFormat_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITScriptableAudioFormat_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITScriptableAudioFormat_get_Channels(This, pVal) ((This)->lpVtbl->get_Channels(This, pVal))
#define ITScriptableAudioFormat_put_Channels(This, nNewVal) ((This)->lpVtbl->put_Channels(This, nNewVal))
#define ITScriptableAudioFormat_get_SamplesPerSec(This, pVal) ((This)->lpVtbl->get_SamplesPerSec(This, pVal))
#define ITScriptableAudioFormat_put_SamplesPerSec(This, nNewVal) ((This)->lpVtbl->put_SamplesPerSec(This, nNewVal))
#define ITScriptableAudioFormat_get_AvgBytesPerSec(This, pVal) ((This)->lpVtbl->get_AvgBytesPerSec(This, pVal))
#define ITScriptableAudioFormat_put_AvgBytesPerSec(This, nNewVal) ((This)->lpVtbl->put_AvgBytesPerSec(This, nNewVal))
#define ITScriptableAudioFormat_get_BlockAlign(This, pVal) ((This)->lpVtbl->get_BlockAlign(This, pVal))
#define ITScriptableAudioFormat_put_BlockAlign(This, nNewVal) ((This)->lpVtbl->put_BlockAlign(This, nNewVal))
#define ITScriptableAudioFormat_get_BitsPerSample(This, pVal) ((This)->lpVtbl->get_BitsPerSample(This, pVal))
#define ITScriptableAudioFormat_put_BitsPerSample(This, nNewVal) ((This)->lpVtbl->put_BitsPerSample(This, nNewVal))
#define ITScriptableAudioFormat_get_FormatTag(This, pVal) ((This)->lpVtbl->get_FormatTag(This, pVal))
#define ITScriptableAudioFormat_put_FormatTag(This, nNewVal) ((This)->lpVtbl->put_FormatTag(This, nNewVal))

#define ITAddressTranslation_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITAddressTranslation_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITAddressTranslation_Release(This) ((This)->lpVtbl->Release(This))
#define ITAddressTranslation_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITAddressTranslation_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITAddressTranslation_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITAddressTranslation_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITAddressTranslation_TranslateAddress(This, pAddressToTranslate, lCard, lTranslateOptions, ppTranslated) ((This)->lpVtbl->TranslateAddress(This, pAddressToTranslate, lCard, lTranslateOptions, ppTranslated))
#define ITAddressTranslation_TranslateDialog(This, hwndOwner, pAddressIn) ((This)->lpVtbl->TranslateDialog(This, hwndOwner, pAddressIn))
#define ITAddressTranslation_EnumerateLocations(This, ppEnumLocation) ((This)->lpVtbl->EnumerateLocations(This, ppEnumLocation))
#define ITAddressTranslation_get_Locations(This, pVariant) ((This)->lpVtbl->get_Locations(This, pVariant))
#define ITAddressTranslation_EnumerateCallingCards(This, ppEnumCallingCard) ((This)->lpVtbl->EnumerateCallingCards(This, ppEnumCallingCard))
#define ITAddressTranslation_get_CallingCards(This, pVariant) ((This)->lpVtbl->get_CallingCards(This, pVariant))

#define ITAddressTranslationInfo_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITAddressTranslationInfo_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITAddressTranslationInfo_Release(This) ((This)->lpVtbl->Release(This))
#define ITAddressTranslationInfo_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITAddressTranslationInfo_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITAddressTranslationInfo_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITAddressTranslationInfo_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITAddressTranslationInfo_get_DialableString(This, ppDialableString) ((This)->lpVtbl->get_DialableString(This, ppDialableString))
#define ITAddressTranslationInfo_get_DisplayableString(This, ppDisplayableString) ((This)->lpVtbl->get_DisplayableString(This, ppDisplayableString))
#define ITAddressTranslationInfo_get_CurrentCountryCode(This, CountryCode) ((This)->lpVtbl->get_CurrentCountryCode(This, CountryCode))
#define ITAddressTranslationInfo_get_DestinationCountryCode(This, CountryCode) ((This)->lpVtbl->get_DestinationCountryCode(This, CountryCode))
#define ITAddressTranslationInfo_get_TranslationResults(This, plResults) ((This)->lpVtbl->get_TranslationResults(This, plResults))

#define ITLocationInfo_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITLocationInfo_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITLocationInfo_Release(This) ((This)->lpVtbl->Release(This))
#define ITLocationInfo_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITLocationInfo_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITLocationInfo_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITLocationInfo_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITLocationInfo_get_PermanentLocationID(This, plLocationID) ((This)->lpVtbl->get_PermanentLocationID(This, plLocationID))
#define ITLocationInfo_get_CountryCode(This, plCountryCode) ((This)->lpVtbl->get_CountryCode(This, plCountryCode))
#define ITLocationInfo_get_CountryID(This, plCountryID) ((This)->lpVtbl->get_CountryID(This, plCountryID))
#define ITLocationInfo_get_Options(This, plOptions) ((This)->lpVtbl->get_Options(This, plOptions))
#define ITLocationInfo_get_PreferredCardID(This, plCardID) ((This)->lpVtbl->get_PreferredCardID(This, plCardID))
#define ITLocationInfo_get_LocationName(This, ppLocationName) ((This)->lpVtbl->get_LocationName(This, ppLocationName))
#define ITLocationInfo_get_CityCode(This, ppCode) ((This)->lpVtbl->get_CityCode(This, ppCode))
#define ITLocationInfo_get_LocalAccessCode(This, ppCode) ((This)->lpVtbl->get_LocalAccessCode(This, ppCode))
#define ITLocationInfo_get_LongDistanceAccessCode(This, ppCode) ((This)->lpVtbl->get_LongDistanceAccessCode(This, ppCode))
#define ITLocationInfo_get_TollPrefixList(This, ppTollList) ((This)->lpVtbl->get_TollPrefixList(This, ppTollList))
#define ITLocationInfo_get_CancelCallWaitingCode(This, ppCode) ((This)->lpVtbl->get_CancelCallWaitingCode(This, ppCode))

#define ITCallingCard_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITCallingCard_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITCallingCard_Release(This) ((This)->lpVtbl->Release(This))
#define ITCallingCard_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITCallingCard_GetTypeInfo(This, iTInfo, lcid, ppTInfo) ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITCallingCard_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITCallingCard_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITCallingCard_get_PermanentCardID(This, plCardID) ((This)->lpVtbl->get_PermanentCardID(This, plCardID))
#define ITCallingCard_get_NumberOfDigits(This, plDigits) ((This)->lpVtbl->get_NumberOfDigits(This, plDigits))
#define ITCallingCard_get_Options(This, plOptions) ((This)->lpVtbl->get_Options(This, plOptions))
#define ITCallingCard_get_CardName(This, ppCardName) ((This)->lpVtbl->get_CardName(This, ppCardName))
#define ITCallingCard_get_SameAreaDialingRule(This, ppRule) ((This)->lpVtbl->get_SameAreaDialingRule(This, ppRule))
#define ITCallingCard_get_LongDistanceDialingRule(This, ppRule) ((This)->lpVtbl->get_LongDistanceDialingRule(This, ppRule))
#define ITCallingCard_get_InternationalDialingRule(This, ppRule) ((This)->lpVtbl->get_InternationalDialingRule(This, ppRule))

#endif /* COBJMACROS */

#else /* C++ */

#include "tapi3.hpp"

#endif

#endif /* TAPI3_H */
