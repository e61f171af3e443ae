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
#define TAPI3_VERSION_MAJOR 0
#define TAPI3_VERSION_MINOR 2
#define TAPI3_VERSION_PATCH 0
/** The version as one number that can be compared: major * 10000 + minor * 100 + patch. */
#define TAPI3_VERSION_NUMBER \
    (TAPI3_VERSION_MAJOR * 10000 + TAPI3_VERSION_MINOR * 100 + TAPI3_VERSION_PATCH)
/** The version as text. */
#define TAPI3_VERSION "0.2.0"

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

typedef struct GUID GUID;
typedef struct ITypeInfo ITypeInfo;
typedef struct IRecordInfo IRecordInfo;
typedef struct AM_MEDIA_TYPE AM_MEDIA_TYPE;
typedef struct WAVEFORMATEX WAVEFORMATEX;
typedef struct ALLOCATOR_PROPERTIES ALLOCATOR_PROPERTIES;
typedef struct TAPI3_EVENT TAPI3_EVENT;
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
typedef struct IMultiMediaStream IMultiMediaStream;
typedef struct IMediaStream IMediaStream;
typedef struct IStreamSample IStreamSample;
typedef struct IMemoryData IMemoryData;
typedef struct IAudioData IAudioData;
typedef struct IAudioMediaStream IAudioMediaStream;
typedef struct IAudioStreamSample IAudioStreamSample;
typedef struct ITAMMediaFormat ITAMMediaFormat;
typedef struct ITAllocatorProperties ITAllocatorProperties;
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

/** Something that CloseHandle closes; here that is an event, the address of a TAPI3_EVENT. */
typedef void *HANDLE;

/** A function that Windows calls on the thread that asked for it. There are none here: pass NULL. */
typedef void (*PAPCFUNC)(size_t dwParam);

/** A window. There are none here: pass NULL. */
typedef void *HWND;

/** A window as a number. There are none here: pass 0. */
typedef ptrdiff_t TAPIHWND;

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
 * A format of sound or of another medium. What a method hands out is freed in two steps: `pbFormat`
 * and then the structure itself, with CoTaskMemFree (DirectShow's DeleteMediaType does both).
 *
 * Source: the AM_MEDIA_TYPE page of the DirectShow documentation (strmif.h).
 */
struct AM_MEDIA_TYPE {
    /** The medium, such as audio. */
    struct GUID majortype;
    /** The encoding, such as PCM. */
    struct GUID subtype;
    /** TRUE if all samples have one size. */
    BOOL bFixedSizeSamples;
    /** TRUE if samples depend on others. */
    BOOL bTemporalCompression;
    /** The size of a sample in bytes; 0 if it varies. */
    ULONG lSampleSize;
    /** What is at `pbFormat`. */
    struct GUID formattype;
    /** Not used: NULL. */
    IUnknown *pUnk;
    /** Bytes at `pbFormat`. */
    ULONG cbFormat;
    /** The format itself, such as a WAVEFORMATEX. */
    BYTE *pbFormat;
};

/**
 * A format of sound.
 *
 * Source: the WAVEFORMATEX page (mmeapi.h).
 */
struct TAPI3_PACKED WAVEFORMATEX {
    /** WAVE_FORMAT_: 1 is PCM. */
    WORD wFormatTag;
    /** 1 mono, 2 stereo. */
    WORD nChannels;
    /** Samples a second, of each channel. */
    DWORD nSamplesPerSec;
    /** Bytes a second. */
    DWORD nAvgBytesPerSec;
    /** Bytes of a sample of all channels. */
    WORD nBlockAlign;
    /** Bits of a sample of one channel. */
    WORD wBitsPerSample;
    /** Bytes that follow behind this. */
    WORD cbSize;
};

/**
 * The buffers of a stream.
 *
 * Source: the ALLOCATOR_PROPERTIES page of the DirectShow documentation (strmif.h).
 */
struct ALLOCATOR_PROPERTIES {
    /** How many there are. */
    LONG cBuffers;
    /** The size of each, in bytes. */
    LONG cbBuffer;
    /** Of what their addresses are a multiple. */
    LONG cbAlign;
    /** Bytes that belong to the program in front of each. */
    LONG cbPrefix;
};

/**
 * An event, which one thread signals and another waits for. A HANDLE is the address of one.
 *
 * CreateEvent of the compat headers makes it; so can a program by itself, and wait with poll or epoll.
 */
struct TAPI3_EVENT {
    /**
     * An eventfd, in the manner of EFD_NONBLOCK. It can be read when the event is signalled, and
     * reading it takes the signal away.
     */
    INT descriptor;
    /** TRUE if a wait leaves the signal there. */
    BOOL manual;
};

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

/** The buffer given is too small for the answer; pass a larger one. */
#define TAPI_E_NOTENOUGHMEMORY 0x80040001u
/** Nothing matches the query: there are no such items. */
#define TAPI_E_NOITEMS 0x80040002u
/** This address or its provider cannot do this; ask the address capabilities first. */
#define TAPI_E_NOTSUPPORTED 0x80040003u
/** The media type is unknown or not for this address; see ITMediaSupport. */
#define TAPI_E_INVALIDMEDIATYPE 0x80040004u
/** The provider could not do it; the error info and the log may tell why. */
#define TAPI_E_OPERATIONFAILED 0x80040005u
/** The device belongs to another program; try again when that lets go of it. */
#define TAPI_E_ALLOCATED 0x80040006u
/** All call appearances are taken; end a call on this address and try again. */
#define TAPI_E_CALLUNAVAIL 0x80040007u
/** Too many call completion requests are waiting on this address. */
#define TAPI_E_COMPLETIONOVERRUN 0x80040008u
/** The conference has as many parties as it can hold. */
#define TAPI_E_CONFERENCEFULL 0x80040009u
/** The dial string has a modifier that the provider cannot dial; remove it. */
#define TAPI_E_DIALMODIFIERNOTSUPPORTED 0x8004000Au
/** The device is busy; try again later. */
#define TAPI_E_INUSE 0x8004000Bu
/** The destination is malformed or unknown; check it and its address type. */
#define TAPI_E_INVALADDRESS 0x8004000Cu
/** The address is in a state that does not allow this; see ITAddress::get_State. */
#define TAPI_E_INVALADDRESSSTATE 0x8004000Du
/** The call parameters contradict each other or do not suit this address. */
#define TAPI_E_INVALCALLPARAMS 0x8004000Eu
/** The call privilege is not a CALL_PRIVILEGE value. */
#define TAPI_E_INVALCALLPRIVILEGE 0x8004000Fu
/** The call is in a state that does not allow this; see ITCallInfo::get_CallState. */
#define TAPI_E_INVALCALLSTATE 0x80040010u
/** There is no calling card with this id. */
#define TAPI_E_INVALCARD 0x80040011u
/** There is no call completion request with this id. */
#define TAPI_E_INVALCOMPLETIONID 0x80040012u
/** The country code is not valid. */
#define TAPI_E_INVALCOUNTRYCODE 0x80040013u
/** The device class is unknown here; see ITAddressCapabilities::get_DeviceClasses. */
#define TAPI_E_INVALDEVICECLASS 0x80040014u
/** The dialling durations are outside what the provider can do. */
#define TAPI_E_INVALDIALPARAMS 0x80040015u
/** A character is not a digit of this digit mode. */
#define TAPI_E_INVALDIGITS 0x80040016u
/** There is no pickup group with this id. */
#define TAPI_E_INVALGROUPID 0x80040017u
/** There is no dialling location with this id. */
#define TAPI_E_INVALLOCATION 0x80040018u
/** There is no call completion message with this id. */
#define TAPI_E_INVALMESSAGEID 0x80040019u
/** Nothing is parked at this address, or nothing can be parked there. */
#define TAPI_E_INVALPARKID 0x8004001Au
/** The data rate is outside what the address can do. */
#define TAPI_E_INVALRATE 0x8004001Bu
/** The timeout is outside the range that the address capabilities give. */
#define TAPI_E_INVALTIMEOUT 0x8004001Cu
/** The tone has frequencies or times that the provider cannot do. */
#define TAPI_E_INVALTONE 0x8004001Du
/** The list is malformed or has too many entries. */
#define TAPI_E_INVALLIST 0x8004001Eu
/** The mode is unknown or not possible here. */
#define TAPI_E_INVALMODE 0x8004001Fu
/** The call is not part of a conference. */
#define TAPI_E_NOCONFERENCE 0x80040020u
/** The device is gone, or the call has none of this class. */
#define TAPI_E_NODEVICE 0x80040021u
/** No assisted-telephony request is waiting. */
#define TAPI_E_NOREQUEST 0x80040022u
/** This program only monitors the call; only its owner may do this. */
#define TAPI_E_NOTOWNER 0x80040023u
/** This program is not registered as a recipient of assisted-telephony requests. */
#define TAPI_E_NOTREGISTERED 0x80040024u
/** Too many assisted-telephony requests are waiting; try again later. */
#define TAPI_E_REQUESTOVERRUN 0x80040025u
/** No program is there to hand the call to; it must register on the address first. */
#define TAPI_E_TARGETNOTFOUND 0x80040026u
/** The call would be handed to this program itself; no other stands before it. */
#define TAPI_E_TARGETSELF 0x80040027u
/** The user-user information is longer than the network allows; shorten it. */
#define TAPI_E_USERUSERINFOTOOBIG 0x80040028u
/** The lines have changed; all programs must shut down and initialize again. */
#define TAPI_E_REINIT 0x80040029u
/** Calls to this destination are barred by the network or the called party. */
#define TAPI_E_ADDRESSBLOCKED 0x8004002Au
/** The network refused the calling card or billing data. */
#define TAPI_E_BILLINGREJECTED 0x8004002Bu
/** The feature is unknown or not available on this device. */
#define TAPI_E_INVALFEATURE 0x8004002Cu
/** The phone has no button or lamp with this id. */
#define TAPI_E_INVALBUTTONLAMPID 0x8004002Du
/** The button state is not a PHONE_BUTTON_STATE value. */
#define TAPI_E_INVALBUTTONSTATE 0x8004002Eu
/** The phone has no data area with this id. */
#define TAPI_E_INVALDATAID 0x8004002Fu
/** The phone has no such hook-switch device. */
#define TAPI_E_INVALHOOKSWITCHDEV 0x80040030u
/** The call was disconnected while the method was waiting. */
#define TAPI_E_DROPPED 0x80040031u
/** No program is registered to carry out assisted-telephony requests. */
#define TAPI_E_NOREQUESTRECIPIENT 0x80040032u
/** The queue of assisted-telephony requests is full; try again later. */
#define TAPI_E_REQUESTQUEUEFULL 0x80040033u
/** The called party is busy; try again later. */
#define TAPI_E_DESTBUSY 0x80040034u
/** The called party did not answer. */
#define TAPI_E_DESTNOANSWER 0x80040035u
/** The called party refused the call or cannot be reached. */
#define TAPI_E_DESTUNAVAIL 0x80040036u
/** The assisted-telephony request failed; no reason was given. */
#define TAPI_E_REQUESTFAILED 0x80040037u
/** The assisted-telephony request was withdrawn. */
#define TAPI_E_REQUESTCANCELLED 0x80040038u
/** The privilege is not enough for this, or is not a privilege value. */
#define TAPI_E_INVALPRIVILEGE 0x80040039u
/** The direction is not a TERMINAL_DIRECTION value, or does not fit here. */
#define TAPI_E_INVALIDDIRECTION 0x8004003Au
/** The terminal does not fit this stream, call or address, or is not selected. */
#define TAPI_E_INVALIDTERMINAL 0x8004003Bu
/** The terminal class is unknown to this address. */
#define TAPI_E_INVALIDTERMINALCLASS 0x8004003Cu
/** The provider of this address has been removed. */
#define TAPI_E_NODRIVER 0x8004003Du
/** The call has as many streams as it can have. */
#define TAPI_E_MAXSTREAMS 0x8004003Eu
/** Nothing to work with: select a terminal first. */
#define TAPI_E_NOTERMINALSELECTED 0x8004003Fu
/** The terminal is used elsewhere; unselect it there first. */
#define TAPI_E_TERMINALINUSE 0x80040040u
/** The streams of the call must be stopped first. */
#define TAPI_E_NOTSTOPPED 0x80040041u
/** The stream has as many terminals as it can have. */
#define TAPI_E_MAXTERMINALS 0x80040042u
/** The stream does not belong to this call or cannot do this. */
#define TAPI_E_INVALIDSTREAM 0x80040043u
/** The provider has not answered in time; a late answer still takes effect. */
#define TAPI_E_TIMEOUT 0x80040044u
/** The ACD group has been removed. */
#define TAPI_E_CALLCENTER_GROUP_REMOVED 0x80040045u
/** The ACD queue has been removed. */
#define TAPI_E_CALLCENTER_QUEUE_REMOVED 0x80040046u
/** The agent was created without an id. */
#define TAPI_E_CALLCENTER_NO_AGENT_ID 0x80040047u
/** The agent id is not valid. */
#define TAPI_E_CALLCENTER_INVALAGENTID 0x80040048u
/** The agent group is not valid. */
#define TAPI_E_CALLCENTER_INVALAGENTGROUP 0x80040049u
/** The agent's password is wrong. */
#define TAPI_E_CALLCENTER_INVALPASSWORD 0x8004004Au
/** The agent state is not valid, or does not follow from the present one. */
#define TAPI_E_CALLCENTER_INVALAGENTSTATE 0x8004004Bu
/** The agent activity is not valid. */
#define TAPI_E_CALLCENTER_INVALAGENTACTIVITY 0x8004004Cu
/** A stored setting is damaged; repair the configuration. */
#define TAPI_E_REGISTRY_SETTING_CORRUPT 0x8004004Du
/** The bridge terminal already has a peer. */
#define TAPI_E_TERMINAL_PEER 0x8004004Eu
/** The bridge terminal has no peer yet; set it first. */
#define TAPI_E_PEER_NOT_SET 0x8004004Fu
/** The provider's event queue is empty. */
#define TAPI_E_NOEVENT 0x80040050u
/** The address does not take this address type; see AC_ADDRESSTYPES. */
#define TAPI_E_INVALADDRESSTYPE 0x80040051u
/** The provider is short of a resource; try again later. */
#define TAPI_E_RESOURCEUNAVAIL 0x80040052u
/** The phone is not open; call ITPhone::Open first. */
#define TAPI_E_PHONENOTOPEN 0x80040053u
/** The call is not selected on the phone; call SelectCall first. */
#define TAPI_E_CALLNOTSELECTED 0x80040054u
/** This property says nothing for this kind of event; see its get_Event. */
#define TAPI_E_WRONGEVENT 0x80040055u
/** No media format is set or known. */
#define TAPI_E_NOFORMAT 0x80040056u
/** The stream is in a state that does not allow this. */
#define TAPI_E_INVALIDSTREAMSTATE 0x80040057u
/** The object is in a state that does not allow this. */
#define TAPI_E_WRONG_STATE 0x80040058u
/** The TAPI object is not initialized; call ITTAPI::Initialize first. */
#define TAPI_E_NOT_INITIALIZED 0x80040059u
/** The telephony service is not running. */
#define TAPI_E_SERVICE_NOT_RUNNING 0x8004005Au
/** The method succeeded. */
#define S_OK 0x00000000u
/** The method succeeded, but there was nothing, or less, to do or to give. */
#define S_FALSE 0x00000001u
/** The information is not known yet; ask again after the next event. */
#define E_PENDING 0x8000000Au
/** The method exists but is not implemented here. */
#define E_NOTIMPL 0x80004001u
/** The object does not have this interface. */
#define E_NOINTERFACE 0x80004002u
/** A pointer that must not be NULL is NULL. */
#define E_POINTER 0x80004003u
/** The operation was abandoned. */
#define E_ABORT 0x80004004u
/** The operation failed; the error info may tell why. */
#define E_FAIL 0x80004005u
/** The object was not in a state to do this, or the library met an internal error. */
#define E_UNEXPECTED 0x8000FFFFu
/** Access was denied; check the rights and the credentials. */
#define E_ACCESSDENIED 0x80070005u
/** There is not enough memory; nothing has changed, the method can be called again. */
#define E_OUTOFMEMORY 0x8007000Eu
/** An argument is outside the values that the method takes. */
#define E_INVALIDARG 0x80070057u
/** There is no connection with this cookie; it may have been unadvised already. */
#define CONNECT_E_NOCONNECTION 0x80040200u
/** The connection point takes no further sinks. */
#define CONNECT_E_ADVISELIMIT 0x80040201u
/** The sink does not have the interface of this connection point. */
#define CONNECT_E_CANNOTCONNECT 0x80040202u
/** The class cannot be aggregated; pass NULL as the outer object. */
#define CLASS_E_NOAGGREGATION 0x80040110u
/** The library has no class with this id. */
#define CLASS_E_CLASSNOTAVAILABLE 0x80040111u
/** No class is registered with this id. */
#define REGDB_E_CLASSNOTREG 0x80040154u
/** COM is not initialized on this thread; call CoInitializeEx first. */
#define CO_E_NOTINITIALIZED 0x800401F0u
/** The object has lost its connection to what it stands for. */
#define CO_E_OBJNOTCONNECTED 0x800401FDu
/** The text is not a class id and not a known ProgID. */
#define CO_E_CLASSSTRING 0x800401F3u
/** The text is not an interface id in braces. */
#define CO_E_IIDSTRING 0x800401F4u
/** COM is already initialized on this thread with another apartment kind. */
#define RPC_E_CHANGED_MODE 0x80010106u
/** The interface is not known. */
#define DISP_E_UNKNOWNINTERFACE 0x80020001u
/** The object has no member with this dispid that can be used in this way. */
#define DISP_E_MEMBERNOTFOUND 0x80020003u
/** The dispid of a named argument matches no parameter. */
#define DISP_E_PARAMNOTFOUND 0x80020004u
/** An argument cannot be converted to the type of its parameter. */
#define DISP_E_TYPEMISMATCH 0x80020005u
/** The object has no member or parameter with this name. */
#define DISP_E_UNKNOWNNAME 0x80020006u
/** The member takes no named arguments. */
#define DISP_E_NONAMEDARGS 0x80020007u
/** An argument has a variant type that is not allowed. */
#define DISP_E_BADVARTYPE 0x80020008u
/** The member was called and failed; EXCEPINFO has the HRESULT and the reason. */
#define DISP_E_EXCEPTION 0x80020009u
/** An argument is too large or too small for the type of its parameter. */
#define DISP_E_OVERFLOW 0x8002000Au
/** The index is outside the array. */
#define DISP_E_BADINDEX 0x8002000Bu
/** The locale id is not known. */
#define DISP_E_UNKNOWNLCID 0x8002000Cu
/** The array is locked; undo SafeArrayAccessData first. */
#define DISP_E_ARRAYISLOCKED 0x8002000Du
/** The number of arguments is not that of the member's parameters. */
#define DISP_E_BADPARAMCOUNT 0x8002000Eu
/** An argument is missing for a parameter that is not optional. */
#define DISP_E_PARAMNOTOPTIONAL 0x8002000Fu
/** The update has begun and is not done yet; this is a success. */
#define MS_S_PENDING 0x00040001u
/** The sample was taken back before anything was done with it. */
#define MS_S_NOUPDATE 0x00040002u
/** The stream is at its end. */
#define MS_S_ENDOFSTREAM 0x00040003u
/** Samples of the stream have been handed out, so this cannot be changed any more. */
#define MS_E_SAMPLEALLOC 0x80040401u
/** The stream has no such purpose. */
#define MS_E_PURPOSEID 0x80040402u
/** There is no such stream. */
#define MS_E_NOSTREAM 0x80040403u
/** The stream has no position that could be changed. */
#define MS_E_NOSEEKING 0x80040404u
/** The streams, or the sample and the stream, do not go together. */
#define MS_E_INCOMPATIBLE 0x80040405u
/** The sample is being updated; wait for the end of that with CompletionStatus. */
#define MS_E_BUSY 0x80040406u
/** What is needed first has not been set yet. */
#define MS_E_NOTINIT 0x80040407u
/** The stream has a source already. */
#define MS_E_SOURCEALREADYDEFINED 0x80040408u
/** Not possible on a stream of this type. */
#define MS_E_INVALIDSTREAMTYPE 0x80040409u
/** The stream does not run. */
#define MS_E_NOTRUNNING 0x8004040Au
/** The terminal is on a stream already, so this cannot be changed any more. */
#define VFW_E_ALREADY_CONNECTED 0x80040204u
/** The terminal is on no stream. */
#define VFW_E_NOT_CONNECTED 0x80040209u
/** The sample has no memory; give it some with IMemoryData::SetBuffer. */
#define VFW_E_BUFFER_NOTSET 0x8004020Cu
/** That does not fit into the buffer. */
#define VFW_E_BUFFER_OVERFLOW 0x8004020Du
/** The alignment of buffers must be a power of two. */
#define VFW_E_BADALIGN 0x8004020Eu
/** The stream does not run: wait for CME_STREAM_ACTIVE, or the call is over. */
#define VFW_E_NOT_COMMITTED 0x80040211u
/** The terminal takes another format only; get_MediaFormat tells which. */
#define VFW_E_TYPE_NOT_ACCEPTED 0x8004022Au
/** It did not happen in time. */
#define VFW_E_TIMEOUT 0x8004022Eu

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
/** Address type: a telephone number. */
#define LINEADDRESSTYPE_PHONENUMBER 0x1
/** Address type: an SDP conference description. */
#define LINEADDRESSTYPE_SDP 0x2
/** Address type: an e-mail style name, user@domain. */
#define LINEADDRESSTYPE_EMAILNAME 0x4
/** Address type: a domain name. */
#define LINEADDRESSTYPE_DOMAINNAME 0x8
/** Address type: an IP address. */
#define LINEADDRESSTYPE_IPADDRESS 0x10
/** Digit mode: pulses of a rotary dial. */
#define LINEDIGITMODE_PULSE 0x1
/** Digit mode: DTMF tones, reported when a tone begins. */
#define LINEDIGITMODE_DTMF 0x2
/** Digit mode: DTMF tones, reported when a tone ends; for detection only. */
#define LINEDIGITMODE_DTMFEND 0x4
/** Media type bit: sound. 0x4, TAPI 2's LINEMEDIAMODE_INTERACTIVEVOICE, means the same. */
#define TAPIMEDIATYPE_AUDIO 0x8
/** Media type bit: moving pictures. */
#define TAPIMEDIATYPE_VIDEO 0x8000
/** Media type bit: data by modem. */
#define TAPIMEDIATYPE_DATAMODEM 0x10
/** Media type bit: group 3 fax. */
#define TAPIMEDIATYPE_G3FAX 0x20
/** Media type bit: several tracks in one, such as a file with sound and video. */
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
/** Level of the log: something failed, and a call, an event or a line is lost by it. */
#define TAPI3_LOG_ERROR 1
/** Level of the log: something that should not be. */
#define TAPI3_LOG_WARN 2
/** Level of the log: what a line or a server does, now and then. */
#define TAPI3_LOG_INFO 3
/** Level of the log: what helps to find a fault. */
#define TAPI3_LOG_DEBUG 4
/** Level of the log: everything. */
#define TAPI3_LOG_TRACE 5
/** Flag of IStreamSample::Update: come back at once; CompletionStatus tells the end. */
#define SSUPDATE_ASYNC 0x1
/** Flag of IStreamSample::Update: as soon as the sample is done, begin again with it. */
#define SSUPDATE_CONTINUOUS 0x2
/** Flag of IStreamSample::CompletionStatus: take the sample back if nothing has been done with it yet. */
#define COMPSTAT_NOUPDATEOK 0x1
/** Flag of IStreamSample::CompletionStatus: wait for the end of the update. */
#define COMPSTAT_WAIT 0x2
/** Flag of IStreamSample::CompletionStatus: end the update now. */
#define COMPSTAT_ABORT 0x4
/** Terminal class: a window that shows video. */
#define CLSID_String_VideoWindowTerm OLESTR("{F7438990-D6EB-11D0-82A6-00AA00B5CA1B}")
/** Terminal class: a camera. */
#define CLSID_String_VideoInputTerminal OLESTR("{AAF578EC-DC70-11D0-8ED3-00C04FB6809F}")
/** Terminal class: a telephone handset. */
#define CLSID_String_HandsetTerminal OLESTR("{AAF578EB-DC70-11D0-8ED3-00C04FB6809F}")
/** Terminal class: a headset. */
#define CLSID_String_HeadsetTerminal OLESTR("{AAF578ED-DC70-11D0-8ED3-00C04FB6809F}")
/** Terminal class: a speakerphone. */
#define CLSID_String_SpeakerphoneTerminal OLESTR("{AAF578EE-DC70-11D0-8ED3-00C04FB6809F}")
/** Terminal class: a microphone. */
#define CLSID_String_MicrophoneTerminal OLESTR("{AAF578EF-DC70-11D0-8ED3-00C04FB6809F}")
/** Terminal class: loudspeakers. */
#define CLSID_String_SpeakersTerminal OLESTR("{AAF578F0-DC70-11D0-8ED3-00C04FB6809F}")
/** Terminal class: raw media that the program reads or writes. */
#define CLSID_String_MediaStreamTerminal OLESTR("{E2F7AEF7-4971-11D1-A671-006097C9A2E8}")
/** Terminal class: records to a file. */
#define CLSID_String_FileRecordingTerminal OLESTR("{521F3D06-C3D0-4511-8617-86B9A783DA77}")
/** Terminal class: plays from a file. */
#define CLSID_String_FilePlaybackTerminal OLESTR("{0CB9914C-79CD-47DC-ADB0-327F47CEFB20}")
/** ACS_PROTOCOL of an address on the telephone network. */
#define TAPIPROTOCOL_String_PSTN OLESTR("{831CE2D6-83B5-11D1-BB5C-00C04FB6809F}")
/** ACS_PROTOCOL of an H.323 address. */
#define TAPIPROTOCOL_String_H323 OLESTR("{831CE2D7-83B5-11D1-BB5C-00C04FB6809F}")
/** ACS_PROTOCOL of an IP multicast conference address. */
#define TAPIPROTOCOL_String_Multicast OLESTR("{831CE2D8-83B5-11D1-BB5C-00C04FB6809F}")

/* ---- Enumerations: a 32-bit integer each ---- */

/**
 * Tones that ITLegacyCallMediaControl2::GenerateTone can play.
 *
 * Page: TAPI_TONEMODE (tapi3if.h).
 */
typedef int32_t TAPI_TONEMODE;

/** The ringing tone that a caller hears. */
#define TTM_RINGBACK 2

/** The busy tone. */
#define TTM_BUSY 4

/** A short beep, as before a recording. */
#define TTM_BEEP 8

/** The tone that asks for a billing number. */
#define TTM_BILLING 16

/**
 * Why the gathering of digits ended.
 *
 * Page: TAPI_GATHERTERM (tapi3if.h).
 */
typedef int32_t TAPI_GATHERTERM;

/** As many digits as asked for have come. */
#define TGT_BUFFERFULL 1

/** One of the termination digits has come; it is the last one gathered. */
#define TGT_TERMDIGIT 2

/** No digit came in time. */
#define TGT_FIRSTTIMEOUT 4

/** The next digit did not come in time. */
#define TGT_INTERTIMEOUT 8

/** The program cancelled it or began another. */
#define TGT_CANCEL 16

/**
 * What a TE_ADDRESS event reports.
 *
 * Page: ADDRESS_EVENT (tapi3if.h).
 */
typedef int32_t ADDRESS_EVENT;

/** The address went into or out of service; see ITAddress::get_State. */
#define AE_STATE 0

/** The capabilities of the address changed; read them again. */
#define AE_CAPSCHANGE 1

/** The address rings. */
#define AE_RINGING 2

/** The configuration of the address changed. */
#define AE_CONFIGCHANGE 3

/** The forwarding changed; see ITAddress::get_CurrentForwardInfo. */
#define AE_FORWARD 4

/** A terminal was added; select it if it is wanted on a call. */
#define AE_NEWTERMINAL 5

/** A terminal was removed; unselect it where it is in use. */
#define AE_REMOVETERMINAL 6

/** The message-waiting lamp went on. */
#define AE_MSGWAITON 7

/** The message-waiting lamp went off. */
#define AE_MSGWAITOFF 8

/** The highest value of this enumeration. */
#define AE_LASTITEM 8

/**
 * Whether an address can be used.
 *
 * Page: ADDRESS_STATE (tapi3if.h).
 */
typedef int32_t ADDRESS_STATE;

/** Calls can be made and received. */
#define AS_INSERVICE 0

/** Not at this moment: no network, no registration, or switched off. */
#define AS_OUTOFSERVICE 1

/**
 * The states of a call.
 *
 * CS_IDLE is where every call begins, CS_DISCONNECTED where it ends; nothing leads back from
 * there. INPROGRESS, OFFERING and QUEUED lead to CONNECTED, HOLD or DISCONNECTED; CONNECTED
 * and HOLD to each other and to DISCONNECTED.
 * Page: CALL_STATE (tapi3if.h).
 */
typedef int32_t CALL_STATE;

/** Prepared, not yet placed or offered. */
#define CS_IDLE 0

/** Outgoing: dialling or ringing at the far end. May be left out. */
#define CS_INPROGRESS 1

/** The two parties can talk. */
#define CS_CONNECTED 2

/** Over; the object stays readable until its last Release. */
#define CS_DISCONNECTED 3

/** Incoming: rings here. Answer or Disconnect it. */
#define CS_OFFERING 4

/** On hold, also while a transfer or conference is pending. */
#define CS_HOLD 5

/** Waits in a queue, as of a call centre. */
#define CS_QUEUED 6

/** The highest value of this enumeration. */
#define CS_LASTITEM 6

/**
 * Why a call is in its new state; more than CEC_NONE only for CS_DISCONNECTED.
 *
 * Page: CALL_STATE_EVENT_CAUSE (tapi3if.h).
 */
typedef int32_t CALL_STATE_EVENT_CAUSE;

/** No particular cause; not a disconnect. */
#define CEC_NONE 0

/** One of the parties hung up, or the call went elsewhere. */
#define CEC_DISCONNECT_NORMAL 1

/** The called party is busy. */
#define CEC_DISCONNECT_BUSY 2

/** The destination does not exist or is malformed. */
#define CEC_DISCONNECT_BADADDRESS 3

/** Nobody answered. */
#define CEC_DISCONNECT_NOANSWER 4

/** The caller gave up before there was an answer. */
#define CEC_DISCONNECT_CANCELLED 5

/** The called party refused the call. */
#define CEC_DISCONNECT_REJECTED 6

/** Any other failure, such as congestion or a lost network. */
#define CEC_DISCONNECT_FAILED 7

/** The network or the called party bars this caller. */
#define CEC_DISCONNECT_BLOCKED 8

/**
 * What a TE_CALLMEDIA event reports.
 *
 * Page: CALL_MEDIA_EVENT (tapi3if.h).
 */
typedef int32_t CALL_MEDIA_EVENT;

/** The call has a new stream. */
#define CME_NEW_STREAM 0

/** A stream, or a request to it, failed. */
#define CME_STREAM_FAIL 1

/** A terminal failed. */
#define CME_TERMINAL_FAIL 2

/** A stream stays unused. */
#define CME_STREAM_NOT_USED 3

/** A stream began to flow. */
#define CME_STREAM_ACTIVE 4

/** A stream stopped. */
#define CME_STREAM_INACTIVE 5

/** The highest value of this enumeration. */
#define CME_LASTITEM 5

/**
 * Why a TE_CALLMEDIA event was raised.
 *
 * Page: CALL_MEDIA_EVENT_CAUSE (tapi3if.h).
 */
typedef int32_t CALL_MEDIA_EVENT_CAUSE;

/** The cause is not known. */
#define CMC_UNKNOWN 0

/** The recording or playing device does not work. */
#define CMC_BAD_DEVICE 1

/** The device could not be connected. */
#define CMC_CONNECT_FAIL 2

/** This side asked for it. */
#define CMC_LOCAL_REQUEST 3

/** The far side asked for it. */
#define CMC_REMOTE_REQUEST 4

/** No media came for too long. */
#define CMC_MEDIA_TIMEOUT 5

/** Media flow again after a break. */
#define CMC_MEDIA_RECOVERED 6

/** The quality of service changed. */
#define CMC_QUALITY_OF_SERVICE 7

/**
 * The reason that ITBasicCallControl::Disconnect gives; a hint for the network.
 *
 * Page: DISCONNECT_CODE (tapi3if.h).
 */
typedef int32_t DISCONNECT_CODE;

/** The usual end of a call. */
#define DC_NORMAL 0

/** The offered call was left ringing; nobody is there. */
#define DC_NOANSWER 1

/** The offered call is refused. */
#define DC_REJECTED 2

/**
 * Whether a terminal is in use.
 *
 * Page: TERMINAL_STATE (tapi3if.h).
 */
typedef int32_t TERMINAL_STATE;

/** Selected on a stream. */
#define TS_INUSE 0

/** Free. */
#define TS_NOTINUSE 1

/**
 * Which way media flow through a terminal or stream.
 *
 * Page: TERMINAL_DIRECTION (tapi3if.h).
 */
typedef int32_t TERMINAL_DIRECTION;

/** From the device towards the call, as from a microphone. */
#define TD_CAPTURE 0

/** From the call towards the device, as to a loudspeaker. */
#define TD_RENDER 1

/** Both ways through one terminal. */
#define TD_BIDIRECTIONAL 2

/** A multitrack terminal whose tracks differ in direction. */
#define TD_MULTITRACK_MIXED 3

/** No direction, as of a multitrack terminal without tracks. */
#define TD_NONE 4

/**
 * Where a terminal comes from.
 *
 * Page: TERMINAL_TYPE (tapi3if.h).
 */
typedef int32_t TERMINAL_TYPE;

/** A device that is there anyway, such as a sound card. */
#define TT_STATIC 0

/** Made when the program asks for it, such as a file terminal. */
#define TT_DYNAMIC 1

/**
 * What a program may do with a call.
 *
 * Page: CALL_PRIVILEGE (tapi3if.h).
 */
typedef int32_t CALL_PRIVILEGE;

/** Control it and read about it. */
#define CP_OWNER 0

/** Read about it only. */
#define CP_MONITOR 1

/**
 * The kinds of events, as bits for the event filters; each names its event interface.
 *
 * Page: TAPI_EVENT (tapi3if.h).
 */
typedef int32_t TAPI_EVENT;

/** The TAPI object changed: ITTAPIObjectEvent. */
#define TE_TAPIOBJECT 1

/** An address changed: ITAddressEvent. */
#define TE_ADDRESS 2

/** A new call was announced: ITCallNotificationEvent. */
#define TE_CALLNOTIFICATION 4

/** A call changed its state: ITCallStateEvent. */
#define TE_CALLSTATE 8

/** The media of a call changed: ITCallMediaEvent. */
#define TE_CALLMEDIA 16

/** A call hub changed: ITCallHubEvent. */
#define TE_CALLHUB 32

/** Information about a call changed: ITCallInfoChangeEvent. */
#define TE_CALLINFOCHANGE 64

/** An event of the provider's own kind: ITPrivateEvent. */
#define TE_PRIVATE 128

/** An assisted-telephony request came: ITRequestEvent. */
#define TE_REQUEST 256

/** A call-centre agent changed: ITAgentEvent. */
#define TE_AGENT 512

/** An agent session changed: ITAgentSessionEvent. */
#define TE_AGENTSESSION 1024

/** The quality of service changed: ITQOSEvent. */
#define TE_QOSEVENT 2048

/** An agent handler came or went: ITAgentHandlerEvent. */
#define TE_AGENTHANDLER 4096

/** An ACD group came or went: ITACDGroupEvent. */
#define TE_ACDGROUP 8192

/** An ACD queue came or went: ITQueueEvent. */
#define TE_QUEUE 16384

/** A digit was detected: ITDigitDetectionEvent. */
#define TE_DIGITEVENT 32768

/** Digits have been sent: ITDigitGenerationEvent. */
#define TE_GENERATEEVENT 65536

/** A speech-recognition terminal: ITASRTerminalEvent. */
#define TE_ASRTERMINAL 131072

/** A text-to-speech terminal: ITTTSTerminalEvent. */
#define TE_TTSTERMINAL 262144

/** A file terminal: ITFileTerminalEvent. */
#define TE_FILETERMINAL 524288

/** A tone terminal: ITToneTerminalEvent. */
#define TE_TONETERMINAL 1048576

/** A phone changed: ITPhoneEvent. */
#define TE_PHONEEVENT 2097152

/** A tone was detected: ITToneDetectionEvent. */
#define TE_TONEEVENT 4194304

/** The gathering of digits ended: ITDigitsGatheredEvent. */
#define TE_GATHERDIGITS 8388608

/** A device-specific event of an address: ITAddressDeviceSpecificEvent. */
#define TE_ADDRESSDEVSPECIFIC 16777216

/** A device-specific event of a phone: ITPhoneDeviceSpecificEvent. */
#define TE_PHONEDEVSPECIFIC 33554432

/**
 * What a TE_CALLNOTIFICATION event gives the program.
 *
 * Page: CALL_NOTIFICATION_EVENT (tapi3if.h).
 */
typedef int32_t CALL_NOTIFICATION_EVENT;

/** The call is owned by this program. */
#define CNE_OWNER 0

/** The call is only monitored by this program. */
#define CNE_MONITOR 1

/** The highest value of this enumeration. */
#define CNE_LASTITEM 1

/**
 * What a TE_CALLHUB event reports.
 *
 * Page: CALLHUB_EVENT (tapi3if.h).
 */
typedef int32_t CALLHUB_EVENT;

/** A call joined the hub. */
#define CHE_CALLJOIN 0

/** A call left the hub. */
#define CHE_CALLLEAVE 1

/** The hub is new. */
#define CHE_CALLHUBNEW 2

/** The hub has no live call any more. */
#define CHE_CALLHUBIDLE 3

/** The highest value of this enumeration. */
#define CHE_LASTITEM 3

/**
 * Whether a call hub still lives.
 *
 * Page: CALLHUB_STATE (tapi3if.h).
 */
typedef int32_t CALLHUB_STATE;

/** At least one call of it is not over. */
#define CHS_ACTIVE 0

/** Every call of it is over. */
#define CHS_IDLE 1

/**
 * What a TE_TAPIOBJECT event reports.
 *
 * Page: TAPIOBJECT_EVENT (tapi3if.h).
 */
typedef int32_t TAPIOBJECT_EVENT;

/** An address was added. */
#define TE_ADDRESSCREATE 0

/** An address was removed. */
#define TE_ADDRESSREMOVE 1

/** The lines changed so much that programs must shut down and initialize again. */
#define TE_REINIT 2

/** The locations or calling cards changed. */
#define TE_TRANSLATECHANGE 3

/** An address was closed from outside; its calls are lost. */
#define TE_ADDRESSCLOSE 4

/** A phone was added. */
#define TE_PHONECREATE 5

/** A phone was removed. */
#define TE_PHONEREMOVE 6

/**
 * The kinds of TAPI objects.
 *
 * Page: TAPI_OBJECT_TYPE (tapi3if.h).
 */
typedef int32_t TAPI_OBJECT_TYPE;

/** None. */
#define TOT_NONE 0

/** The TAPI object. */
#define TOT_TAPI 1

/** An address. */
#define TOT_ADDRESS 2

/** A terminal. */
#define TOT_TERMINAL 3

/** A call. */
#define TOT_CALL 4

/** A call hub. */
#define TOT_CALLHUB 5

/** A phone. */
#define TOT_PHONE 6

/**
 * How strongly a quality of service is wanted.
 *
 * Page: QOS_SERVICE_LEVEL (tapi3if.h).
 */
typedef int32_t QOS_SERVICE_LEVEL;

/** The call must have it, or fail. */
#define QSL_NEEDED 1

/** The call shall have it where it can be had. */
#define QSL_IF_AVAILABLE 2

/** No guarantee is wanted. */
#define QSL_BEST_EFFORT 3

/**
 * What a TE_QOSEVENT reports.
 *
 * Page: QOS_EVENT (tapi3if.h).
 */
typedef int32_t QOS_EVENT;

/** The quality of service is not to be had. */
#define QE_NOQOS 1

/** The network has no room for it. */
#define QE_ADMISSIONFAILURE 2

/** The network's rules forbid it. */
#define QE_POLICYFAILURE 3

/** It failed for another reason. */
#define QE_GENERICERROR 4

/** The highest value of this enumeration. */
#define QE_LASTITEM 4

/**
 * What is new about a call, in a TE_CALLINFOCHANGE event.
 *
 * Page: CALLINFOCHANGE_CAUSE (tapi3if.h).
 */
typedef int32_t CALLINFOCHANGE_CAUSE;

/** Something else. */
#define CIC_OTHER 0

/** CIB_DEVSPECIFICBUFFER. */
#define CIC_DEVSPECIFIC 1

/** CIL_BEARERMODE. */
#define CIC_BEARERMODE 2

/** CIL_RATE. */
#define CIC_RATE 3

/** CIL_APPSPECIFIC, set by an owner. */
#define CIC_APPSPECIFIC 4

/** CIL_CALLID. */
#define CIC_CALLID 5

/** CIL_RELATEDCALLID. */
#define CIC_RELATEDCALLID 6

/** CIL_ORIGIN. */
#define CIC_ORIGIN 7

/** CIL_REASON. */
#define CIC_REASON 8

/** CIL_COMPLETIONID. */
#define CIC_COMPLETIONID 9

/** CIL_NUMBEROFOWNERS went up. */
#define CIC_NUMOWNERINCR 10

/** CIL_NUMBEROFOWNERS went down. */
#define CIC_NUMOWNERDECR 11

/** CIL_NUMBEROFMONITORS. */
#define CIC_NUMMONITORS 12

/** CIL_TRUNK. */
#define CIC_TRUNK 13

/** The caller: CIS_CALLERIDNAME, CIS_CALLERIDNUMBER. */
#define CIC_CALLERID 14

/** The called party: CIS_CALLEDIDNAME, CIS_CALLEDIDNUMBER. */
#define CIC_CALLEDID 15

/** The party reached: CIS_CONNECTEDIDNAME, CIS_CONNECTEDIDNUMBER. */
#define CIC_CONNECTEDID 16

/** The new destination: CIS_REDIRECTIONIDNAME, CIS_REDIRECTIONIDNUMBER. */
#define CIC_REDIRECTIONID 17

/** Who redirected: CIS_REDIRECTINGIDNAME, CIS_REDIRECTINGIDNUMBER. */
#define CIC_REDIRECTINGID 18

/** CIB_USERUSERINFO. */
#define CIC_USERUSERINFO 19

/** CIB_HIGHLEVELCOMPATIBILITYBUFFER. */
#define CIC_HIGHLEVELCOMP 20

/** CIB_LOWLEVELCOMPATIBILITYBUFFER. */
#define CIC_LOWLEVELCOMP 21

/** CIB_CHARGINGINFOBUFFER. */
#define CIC_CHARGINGINFO 22

/** CIL_CALLTREATMENT. */
#define CIC_TREATMENT 23

/** CIB_CALLDATABUFFER. */
#define CIC_CALLDATA 24

/** The privilege of this program; see ITCallInfo::get_Privilege. */
#define CIC_PRIVILEGE 25

/** CIL_MEDIATYPESAVAILABLE. */
#define CIC_MEDIATYPE 26

/** The highest value of this enumeration. */
#define CIC_LASTITEM 26

/**
 * Selects a number for ITCallInfo::get_CallInfoLong and put_CallInfoLong.
 *
 * Page: CALLINFO_LONG (tapi3if.h).
 */
typedef int32_t CALLINFO_LONG;

/** The media types of the call (TAPIMEDIATYPE_ bits). */
#define CIL_MEDIATYPESAVAILABLE 0

/** The bearer mode (LINEBEARERMODE_; voice is 1). */
#define CIL_BEARERMODE 1

/** The kind of the caller's address (LINEADDRESSTYPE_). */
#define CIL_CALLERIDADDRESSTYPE 2

/** The kind of the called address (LINEADDRESSTYPE_). */
#define CIL_CALLEDIDADDRESSTYPE 3

/** The kind of the address reached (LINEADDRESSTYPE_). */
#define CIL_CONNECTEDIDADDRESSTYPE 4

/** The kind of the address redirected to (LINEADDRESSTYPE_). */
#define CIL_REDIRECTIONIDADDRESSTYPE 5

/** The kind of the address that redirected (LINEADDRESSTYPE_). */
#define CIL_REDIRECTINGIDADDRESSTYPE 6

/** LINECALLORIGIN_: outbound 1, internal 2, external 4, unknown 0x10, inbound 0x80. */
#define CIL_ORIGIN 7

/** LINECALLREASON_: direct 1, pickup 0x10, unpark 0x20, redirect 0x40, transfer 0x100... */
#define CIL_REASON 8

/** A number for the programs that share the call; only an owner may set it. */
#define CIL_APPSPECIFIC 9

/** Wishes for an outgoing call (LINECALLPARAMFLAGS_ bits). */
#define CIL_CALLPARAMSFLAGS 10

/** What an unanswered or held caller hears (LINECALLTREATMENT_). */
#define CIL_CALLTREATMENT 11

/** The lowest data rate, in bits per second. */
#define CIL_MINRATE 12

/** The highest data rate, in bits per second. */
#define CIL_MAXRATE 13

/** The country code of the destination. */
#define CIL_COUNTRYCODE 14

/** The switch's id of the call; calls with the same one share a hub. */
#define CIL_CALLID 15

/** The id of a related call, as of a consultation. */
#define CIL_RELATEDCALLID 16

/** The id of the call completion request that this call fulfils. */
#define CIL_COMPLETIONID 17

/** How many programs own the call. */
#define CIL_NUMBEROFOWNERS 18

/** How many programs monitor the call. */
#define CIL_NUMBEROFMONITORS 19

/** The number of the trunk that carries the call. */
#define CIL_TRUNK 20

/** The present data rate, in bits per second. */
#define CIL_RATE 21

/** How long a generated digit lasts, in milliseconds. */
#define CIL_GENERATEDIGITDURATION 22

/** The digit modes being detected (LINEDIGITMODE_ bits). */
#define CIL_MONITORDIGITMODES 23

/** The media types being detected (TAPIMEDIATYPE_ bits). */
#define CIL_MONITORMEDIAMODES 24

/**
 * Selects a text for ITCallInfo::get_CallInfoString and put_CallInfoString.
 *
 * Page: CALLINFO_STRING (tapi3if.h).
 */
typedef int32_t CALLINFO_STRING;

/** The caller's name. */
#define CIS_CALLERIDNAME 0

/** The caller's number or address. */
#define CIS_CALLERIDNUMBER 1

/** The name of the party called. */
#define CIS_CALLEDIDNAME 2

/** The number or address called. */
#define CIS_CALLEDIDNUMBER 3

/** The name of the party reached. */
#define CIS_CONNECTEDIDNAME 4

/** The number or address reached. */
#define CIS_CONNECTEDIDNUMBER 5

/** The name of the party that the call was redirected to. */
#define CIS_REDIRECTIONIDNAME 6

/** The number or address that the call was redirected to. */
#define CIS_REDIRECTIONIDNUMBER 7

/** The name of the party that redirected the call. */
#define CIS_REDIRECTINGIDNAME 8

/** The number or address that redirected the call. */
#define CIS_REDIRECTINGIDNUMBER 9

/** The called party's name, as the calling program shows it. */
#define CIS_CALLEDPARTYFRIENDLYNAME 10

/** A remark of the calling program; settable in CS_IDLE only. */
#define CIS_COMMENT 11

/** The destination as it is shown to people. */
#define CIS_DISPLAYABLEADDRESS 12

/** The identity that the caller wants to show. */
#define CIS_CALLINGPARTYID 13

/**
 * Selects a block of bytes for the CallInfoBuffer methods of ITCallInfo.
 *
 * Page: CALLINFO_BUFFER (tapi3if.h).
 */
typedef int32_t CALLINFO_BUFFER;

/** Bytes that travel between the two parties' programs. */
#define CIB_USERUSERINFO 0

/** Bytes that the provider defines for its devices. */
#define CIB_DEVSPECIFICBUFFER 1

/** Bytes that go with the call when it is handed on. */
#define CIB_CALLDATABUFFER 2

/** Charging information (ISDN, Q.931). */
#define CIB_CHARGINGINFOBUFFER 3

/** High-level compatibility (ISDN, Q.931). */
#define CIB_HIGHLEVELCOMPATIBILITYBUFFER 4

/** Low-level compatibility (ISDN, Q.931). */
#define CIB_LOWLEVELCOMPATIBILITYBUFFER 5

/**
 * Selects a capability for ITAddressCapabilities::get_AddressCapability.
 *
 * Page: ADDRESS_CAPABILITY (tapi3if.h).
 */
typedef int32_t ADDRESS_CAPABILITY;

/** The address types that CreateCall takes (LINEADDRESSTYPE_ bits). */
#define AC_ADDRESSTYPES 0

/** The bearer modes (LINEBEARERMODE_ bits). */
#define AC_BEARERMODES 1

/** How many calls can be connected at once. */
#define AC_MAXACTIVECALLS 2

/** How many calls can be on hold at once. */
#define AC_MAXONHOLDCALLS 3

/** How many calls can await a transfer or conference at once. */
#define AC_MAXONHOLDPENDINGCALLS 4

/** How many parties a conference can have. */
#define AC_MAXNUMCONFERENCE 5

/** How many parties a conference can have that began as a transfer. */
#define AC_MAXNUMTRANSCONF 6

/** The digit modes that can be detected (LINEDIGITMODE_ bits). */
#define AC_MONITORDIGITSUPPORT 7

/** The digit modes that can be sent (LINEDIGITMODE_ bits). */
#define AC_GENERATEDIGITSUPPORT 8

/** The tones that can be sent (LINETONEMODE_ bits). */
#define AC_GENERATETONEMODES 9

/** How many frequencies a sent tone can have. */
#define AC_GENERATETONEMAXNUMFREQ 10

/** How many frequencies a detected tone can have; 0 for no detection. */
#define AC_MONITORTONEMAXNUMFREQ 11

/** How many tones can be detected at once. */
#define AC_MONITORTONEMAXNUMENTRIES 12

/** Abilities of the line (LINEDEVCAPFLAGS_ bits). */
#define AC_DEVCAPFLAGS 13

/** What Answer does to an active call: 1 nothing, 2 drops it, 4 holds it. */
#define AC_ANSWERMODES 14

/** What the line can do (LINEFEATURE_ bits). */
#define AC_LINEFEATURES 15

/** The line's states that a program can set (LINEDEVSTATUSFLAGS_ bits). */
#define AC_SETTABLEDEVSTATUS 16

/** How calls can be parked: 0x1 by ParkDirect, 0x2 by ParkIndirect. */
#define AC_PARKSUPPORT 17

/** What may be known of the caller (LINECALLPARTYID_ bits). */
#define AC_CALLERIDSUPPORT 18

/** What may be known of the party called (LINECALLPARTYID_ bits). */
#define AC_CALLEDIDSUPPORT 19

/** What may be known of the party reached (LINECALLPARTYID_ bits). */
#define AC_CONNECTEDIDSUPPORT 20

/** What may be known of the party redirected to (LINECALLPARTYID_ bits). */
#define AC_REDIRECTIONIDSUPPORT 21

/** What may be known of who redirected (LINECALLPARTYID_ bits). */
#define AC_REDIRECTINGIDSUPPORT 22

/** Abilities of the address (LINEADDRCAPFLAGS_ bits). */
#define AC_ADDRESSCAPFLAGS 23

/** What can be done with calls (LINECALLFEATURE_ bits). */
#define AC_CALLFEATURES1 24

/** More of what can be done with calls (LINECALLFEATURE2_ bits). */
#define AC_CALLFEATURES2 25

/** Who can leave a conference: 1 nobody, 2 the last added, 3 anyone. */
#define AC_REMOVEFROMCONFCAPS 26

/** The call's state after it left a conference (LINECALLSTATE_). */
#define AC_REMOVEFROMCONFSTATE 27

/** How Finish can end a Transfer: 0x1 as transfer, 0x2 as conference. */
#define AC_TRANSFERMODES 28

/** What can be done on the address (LINEADDRFEATURE_ bits). */
#define AC_ADDRESSFEATURES 29

/** States that can transfer a predictive call (LINECALLSTATE_). */
#define AC_PREDICTIVEAUTOTRANSFERSTATES 30

/** How many bytes CIB_CALLDATABUFFER can hold. */
#define AC_MAXCALLDATASIZE 31

/** The number of the line in this session, from 0. */
#define AC_LINEID 32

/** The number of the address on its line, from 0; always the same. */
#define AC_ADDRESSID 33

/** The forward types that can be set (LINEFORWARDMODE_ bits). */
#define AC_FORWARDMODES 34

/** How many forwarding rules there can be. */
#define AC_MAXFORWARDENTRIES 35

/** How many of these can be for one caller; 0 for none. */
#define AC_MAXSPECIFICENTRIES 36

/** The fewest rings that can be set as no answer. */
#define AC_MINFWDNUMRINGS 37

/** The most rings that can be set as no answer. */
#define AC_MAXFWDNUMRINGS 38

/** How many call completion requests can wait at once; 0 for none. */
#define AC_MAXCALLCOMPLETIONS 39

/** When calls can be completed later: 0x1 busy, 0x2 no answer. */
#define AC_CALLCOMPLETIONCONDITIONS 40

/** How calls can be completed later (LINECALLCOMPLMODE_ bits). */
#define AC_CALLCOMPLETIONMODES 41

/** The number of the line in the configuration; always the same. */
#define AC_PERMANENTDEVICEID 42

/** The shortest timeout of GatherDigits, in milliseconds. */
#define AC_GATHERDIGITSMINTIMEOUT 43

/** The longest timeout of GatherDigits, in milliseconds. */
#define AC_GATHERDIGITSMAXTIMEOUT 44

/** The shortest duration of a sent digit, in milliseconds. */
#define AC_GENERATEDIGITMINDURATION 45

/** The longest duration of a sent digit, in milliseconds. */
#define AC_GENERATEDIGITMAXDURATION 46

/** The usual duration of a sent digit, in milliseconds. */
#define AC_GENERATEDIGITDEFAULTDURATION 47

/**
 * Selects a text for ITAddressCapabilities::get_AddressCapabilityString.
 *
 * Page: ADDRESS_CAPABILITY_STRING (tapi3if.h).
 */
typedef int32_t ADDRESS_CAPABILITY_STRING;

/** The protocol as GUID text, such as TAPIPROTOCOL_String_PSTN. */
#define ACS_PROTOCOL 0

/** The provider's own bytes about the address; not always text. */
#define ACS_ADDRESSDEVICESPECIFIC 1

/** The provider's own bytes about the line; not always text. */
#define ACS_LINEDEVICESPECIFIC 2

/** The provider's description of itself. */
#define ACS_PROVIDERSPECIFIC 3

/** The provider's description of the switch. */
#define ACS_SWITCHSPECIFIC 4

/** The id of the line as GUID text; always the same. */
#define ACS_PERMANENTDEVICEGUID 5

/**
 * Whether a wave device can play and record at once.
 *
 * Page: FULLDUPLEX_SUPPORT (tapi3if.h).
 */
typedef int32_t FULLDUPLEX_SUPPORT;

/** It can. */
#define FDS_SUPPORTED 0

/** It cannot. */
#define FDS_NOTSUPPORTED 1

/** It is not known. */
#define FDS_UNKNOWN 2

/**
 * How ITBasicCallControl::Finish ends a Transfer or Conference.
 *
 * Page: FINISH_MODE (tapi3if.h).
 */
typedef int32_t FINISH_MODE;

/** Connect the two other parties and leave. */
#define FM_ASTRANSFER 0

/** Join all three parties. */
#define FM_ASCONFERENCE 1

/**
 * What a program may do with a phone.
 *
 * Page: PHONE_PRIVILEGE (tapi3if.h).
 */
typedef int32_t PHONE_PRIVILEGE;

/** Control it and read about it. */
#define PP_OWNER 0

/** Read about it only. */
#define PP_MONITOR 1

/**
 * The hook-switch devices of a phone, as bits.
 *
 * Page: PHONE_HOOK_SWITCH_DEVICE (tapi3if.h).
 */
typedef int32_t PHONE_HOOK_SWITCH_DEVICE;

/** The handset. */
#define PHSD_HANDSET 1

/** The speakerphone. */
#define PHSD_SPEAKERPHONE 2

/** The headset. */
#define PHSD_HEADSET 4

/**
 * The states of a hook switch, as bits.
 *
 * Page: PHONE_HOOK_SWITCH_STATE (tapi3if.h).
 */
typedef int32_t PHONE_HOOK_SWITCH_STATE;

/** Hung up: microphone and speaker are off. */
#define PHSS_ONHOOK 1

/** Off hook with the microphone only. */
#define PHSS_OFFHOOK_MIC_ONLY 2

/** Off hook with the speaker only. */
#define PHSS_OFFHOOK_SPEAKER_ONLY 4

/** Off hook with microphone and speaker. */
#define PHSS_OFFHOOK 8

/**
 * How a lamp of a phone shines.
 *
 * Page: PHONE_LAMP_MODE (tapi3if.h).
 */
typedef int32_t PHONE_LAMP_MODE;

/** There is no lamp at this place. */
#define LM_DUMMY 1

/** Dark. */
#define LM_OFF 2

/** Steady light. */
#define LM_STEADY 4

/** Winking: mostly on. */
#define LM_WINK 8

/** Flashing: on and off in equal parts. */
#define LM_FLASH 16

/** Fluttering: fast flashes. */
#define LM_FLUTTER 32

/** Flutter and off in turn. */
#define LM_BROKENFLUTTER 64

/** The provider does not know. */
#define LM_UNKNOWN 128

/**
 * Selects a capability for ITPhone::get_PhoneCapsLong.
 *
 * Page: PHONECAPS_LONG (tapi3if.h).
 */
typedef int32_t PHONECAPS_LONG;

/** The hook-switch devices (PHONE_HOOK_SWITCH_DEVICE bits). */
#define PCL_HOOKSWITCHES 0

/** The handset's states (PHONE_HOOK_SWITCH_STATE bits). */
#define PCL_HANDSETHOOKSWITCHMODES 1

/** The headset's states (PHONE_HOOK_SWITCH_STATE bits). */
#define PCL_HEADSETHOOKSWITCHMODES 2

/** The speakerphone's states (PHONE_HOOK_SWITCH_STATE bits). */
#define PCL_SPEAKERPHONEHOOKSWITCHMODES 3

/** The rows of the display; 0 for no display. */
#define PCL_DISPLAYNUMROWS 4

/** The columns of the display; 0 for no display. */
#define PCL_DISPLAYNUMCOLUMNS 5

/** How many ring modes there are; 0 often means that there is no ringer. */
#define PCL_NUMRINGMODES 6

/** How many buttons and lamps there are. */
#define PCL_NUMBUTTONLAMPS 7

/** 1 for a phone that serves every audio address, as a USB phone; otherwise 0. */
#define PCL_GENERICPHONE 8

/**
 * Selects a text for ITPhone::get_PhoneCapsString.
 *
 * Page: PHONECAPS_STRING (tapi3if.h).
 */
typedef int32_t PHONECAPS_STRING;

/** The name of the phone. */
#define PCS_PHONENAME 0

/** A description of the phone. */
#define PCS_PHONEINFO 1

/** A description of its provider. */
#define PCS_PROVIDERINFO 2

/**
 * Selects a block of bytes for the PhoneCapsBuffer methods of ITPhone.
 *
 * Page: PHONECAPS_BUFFER (tapi3if.h).
 */
typedef int32_t PHONECAPS_BUFFER;

/** Bytes that the provider defines. */
#define PCB_DEVSPECIFICBUFFER 0

/**
 * The position of a button.
 *
 * Page: PHONE_BUTTON_STATE (tapi3if.h).
 */
typedef int32_t PHONE_BUTTON_STATE;

/** Not pressed. */
#define PBS_UP 1

/** Pressed. */
#define PBS_DOWN 2

/** Not known yet. */
#define PBS_UNKNOWN 4

/** Never to be known. */
#define PBS_UNAVAIL 8

/**
 * What kind of button it is.
 *
 * Page: PHONE_BUTTON_MODE (tapi3if.h).
 */
typedef int32_t PHONE_BUTTON_MODE;

/** No button at this place; perhaps a lamp. */
#define PBM_DUMMY 0

/** Selects a call appearance. */
#define PBM_CALL 1

/** Asks the switch for a feature. */
#define PBM_FEATURE 2

/** A key of the number pad. */
#define PBM_KEYPAD 3

/** Acts on the phone alone, such as its volume. */
#define PBM_LOCAL 4

/** A soft key beside the display. */
#define PBM_DISPLAY 5

/**
 * What pressing a button does.
 *
 * Page: PHONE_BUTTON_FUNCTION (tapi3if.h).
 */
typedef int32_t PHONE_BUTTON_FUNCTION;

/** Unknown or not assigned. */
#define PBF_UNKNOWN 0

/** Begins a conference or adds to it. */
#define PBF_CONFERENCE 1

/** Begins or completes a transfer. */
#define PBF_TRANSFER 2

/** Drops the active call. */
#define PBF_DROP 3

/** Holds the active call. */
#define PBF_HOLD 4

/** Takes a call off hold. */
#define PBF_RECALL 5

/** Disconnects a call, as after a transfer has begun. */
#define PBF_DISCONNECT 6

/** Returns to the call on consultation hold. */
#define PBF_CONNECT 7

/** Turns a message-waiting lamp on. */
#define PBF_MSGWAITON 8

/** Turns a message-waiting lamp off. */
#define PBF_MSGWAITOFF 9

/** Selects the ring pattern. */
#define PBF_SELECTRING 10

/** Says that a short number follows. */
#define PBF_ABBREVDIAL 11

/** Sets or changes forwarding. */
#define PBF_FORWARD 12

/** Picks up a call that rings elsewhere. */
#define PBF_PICKUP 13

/** Asks to be called when a busy or absent party is free. */
#define PBF_RINGAGAIN 14

/** Parks the active call. */
#define PBF_PARK 15

/** Refuses an offered call. */
#define PBF_REJECT 16

/** Sends an offered call to another extension. */
#define PBF_REDIRECT 17

/** Mutes the microphone. */
#define PBF_MUTE 18

/** Makes it louder. */
#define PBF_VOLUMEUP 19

/** Makes it quieter. */
#define PBF_VOLUMEDOWN 20

/** Turns the loudspeaker on. */
#define PBF_SPEAKERON 21

/** Turns the loudspeaker off. */
#define PBF_SPEAKEROFF 22

/** A short on-hook and off-hook: the next digits are for the switch. */
#define PBF_FLASH 23

/** Says that the next call carries data. */
#define PBF_DATAON 24

/** Says that the next call carries no data. */
#define PBF_DATAOFF 25

/** Keeps incoming calls away. */
#define PBF_DONOTDISTURB 26

/** Speaks over the intercom. */
#define PBF_INTERCOM 27

/** Selects an appearance of a shared address. */
#define PBF_BRIDGEDAPP 28

/** Makes the phone look busy. */
#define PBF_BUSY 29

/** Selects a call appearance. */
#define PBF_CALLAPP 30

/** Shows date and time. */
#define PBF_DATETIME 31

/** Opens the switch's directory. */
#define PBF_DIRECTORY 32

/** Sends all calls to the phone that covers for this one. */
#define PBF_COVER 33

/** Shows the caller's identity. */
#define PBF_CALLID 34

/** Dials the last number again. */
#define PBF_LASTNUM 35

/** Goes into night service. */
#define PBF_NIGHTSRV 36

/** Sends all calls to the covering phone, as PBF_COVER does. */
#define PBF_SENDCALLS 37

/** Controls the message lamp. */
#define PBF_MSGINDICATOR 38

/** Dials a stored number by its short code. */
#define PBF_REPDIAL 39

/** Stores a number under a short code. */
#define PBF_SETREPDIAL 40

/** Dials a number stored in the switch by its short code. */
#define PBF_SYSTEMSPEED 41

/** Dials a number stored for this phone by its short code. */
#define PBF_STATIONSPEED 42

/** Waits for a busy extension and rings when it is free. */
#define PBF_CAMPON 43

/** Stores the number of the present call, or repeats the one stored. */
#define PBF_SAVEREPEAT 44

/** Waits for a free trunk and rings when there is one. */
#define PBF_QUEUECALL 45

/** No function. */
#define PBF_NONE 46

/** Sends the request for a call. */
#define PBF_SEND 47

/**
 * Tones that ITAutomatedPhoneControl::StartTone can play.
 *
 * Page: PHONE_TONE (tapi3if.h).
 */
typedef int32_t PHONE_TONE;

/** DTMF 0. */
#define PT_KEYPADZERO 0

/** DTMF 1. */
#define PT_KEYPADONE 1

/** DTMF 2. */
#define PT_KEYPADTWO 2

/** DTMF 3. */
#define PT_KEYPADTHREE 3

/** DTMF 4. */
#define PT_KEYPADFOUR 4

/** DTMF 5. */
#define PT_KEYPADFIVE 5

/** DTMF 6. */
#define PT_KEYPADSIX 6

/** DTMF 7. */
#define PT_KEYPADSEVEN 7

/** DTMF 8. */
#define PT_KEYPADEIGHT 8

/** DTMF 9. */
#define PT_KEYPADNINE 9

/** DTMF star. */
#define PT_KEYPADSTAR 10

/** DTMF hash. */
#define PT_KEYPADPOUND 11

/** DTMF A. */
#define PT_KEYPADA 12

/** DTMF B. */
#define PT_KEYPADB 13

/** DTMF C. */
#define PT_KEYPADC 14

/** DTMF D. */
#define PT_KEYPADD 15

/** The usual dial tone. */
#define PT_NORMALDIALTONE 16

/** The dial tone of an outside line. */
#define PT_EXTERNALDIALTONE 17

/** The busy tone. */
#define PT_BUSY 18

/** The ringing tone that a caller hears. */
#define PT_RINGBACK 19

/** The error tone. */
#define PT_ERRORTONE 20

/** Silence. */
#define PT_SILENCE 21

/**
 * What a TE_PHONEEVENT reports.
 *
 * Page: PHONE_EVENT (tapi3if.h).
 */
typedef int32_t PHONE_EVENT;

/** The display changed. */
#define PE_DISPLAY 0

/** A lamp changed. */
#define PE_LAMPMODE 1

/** The ring mode changed. */
#define PE_RINGMODE 2

/** The ring volume changed. */
#define PE_RINGVOLUME 3

/** A hook switch changed. */
#define PE_HOOKSWITCH 4

/** The capabilities changed; read them again. */
#define PE_CAPSCHANGE 5

/** A button was pressed or released. */
#define PE_BUTTON 6

/** The phone was closed from outside. */
#define PE_CLOSE 7

/** A whole number has been dialled on the phone. */
#define PE_NUMBERGATHERED 8

/** Dialling on the phone began. */
#define PE_DIALING 9

/** The user answered on the phone. */
#define PE_ANSWER 10

/** The user hung up on the phone. */
#define PE_DISCONNECT 11

/** The highest value of this enumeration. */
#define PE_LASTITEM 11

/**
 * Whether a file terminal or track plays or records.
 *
 * Page: TERMINAL_MEDIA_STATE (tapi3if.h).
 */
typedef int32_t TERMINAL_MEDIA_STATE;

/** Stopped. */
#define TMS_IDLE 0

/** Running. */
#define TMS_ACTIVE 1

/** Paused; Start goes on from here. */
#define TMS_PAUSED 2

/** The highest value of this enumeration. */
#define TMS_LASTITEM 2

/**
 * Why a file terminal changed its state.
 *
 * Page: FT_STATE_EVENT_CAUSE (tapi3if.h).
 */
typedef int32_t FT_STATE_EVENT_CAUSE;

/** The program asked for it. */
#define FTEC_NORMAL 0

/** The file is at its end. */
#define FTEC_END_OF_FILE 1

/** The file could not be read. */
#define FTEC_READ_ERROR 2

/** The file could not be written. */
#define FTEC_WRITE_ERROR 3

/**
 * The state that a call-centre agent went into.
 *
 * Page: AGENT_EVENT (tapi3cc.h).
 */
typedef int32_t AGENT_EVENT;

/** Not ready for calls. */
#define AE_NOT_READY 0

/** Ready for calls. */
#define AE_READY 1

/** Busy with a call from a queue. */
#define AE_BUSY_ACD 2

/** Busy with another incoming call. */
#define AE_BUSY_INCOMING 3

/** Busy with an outgoing call. */
#define AE_BUSY_OUTGOING 4

/** Not known. */
#define AE_UNKNOWN 5

/**
 * The states of a call-centre agent.
 *
 * Page: AGENT_STATE (tapi3cc.h).
 */
typedef int32_t AGENT_STATE;

/** Not ready for calls. */
#define AS_NOT_READY 0

/** Ready for calls. */
#define AS_READY 1

/** Busy with a call from a queue. */
#define AS_BUSY_ACD 2

/** Busy with another incoming call. */
#define AS_BUSY_INCOMING 3

/** Busy with an outgoing call. */
#define AS_BUSY_OUTGOING 4

/** Not known. */
#define AS_UNKNOWN 5

/**
 * What happened to an agent session.
 *
 * Page: AGENT_SESSION_EVENT (tapi3cc.h).
 */
typedef int32_t AGENT_SESSION_EVENT;

/** It began. */
#define ASE_NEW_SESSION 0

/** It takes no calls now. */
#define ASE_NOT_READY 1

/** It takes calls now. */
#define ASE_READY 2

/** It is busy with a call. */
#define ASE_BUSY 3

/** It is busy with the work after a call. */
#define ASE_WRAPUP 4

/** It ended. */
#define ASE_END 5

/**
 * The states of an agent session.
 *
 * Page: AGENT_SESSION_STATE (tapi3cc.h).
 */
typedef int32_t AGENT_SESSION_STATE;

/** Takes no calls. */
#define ASST_NOT_READY 0

/** Takes calls. */
#define ASST_READY 1

/** Busy with a call. */
#define ASST_BUSY_ON_CALL 2

/** Busy with the work after a call. */
#define ASST_BUSY_WRAPUP 3

/** Ended. */
#define ASST_SESSION_ENDED 4

/**
 * What happened to an agent handler.
 *
 * Page: AGENTHANDLER_EVENT (tapi3cc.h).
 */
typedef int32_t AGENTHANDLER_EVENT;

/** It was added. */
#define AHE_NEW_AGENTHANDLER 0

/** It was removed. */
#define AHE_AGENTHANDLER_REMOVED 1

/**
 * What happened to an ACD group.
 *
 * Page: ACDGROUP_EVENT (tapi3cc.h).
 */
typedef int32_t ACDGROUP_EVENT;

/** It was added. */
#define ACDGE_NEW_GROUP 0

/** It was removed. */
#define ACDGE_GROUP_REMOVED 1

/**
 * What happened to an ACD queue.
 *
 * Page: ACDQUEUE_EVENT (tapi3cc.h).
 */
typedef int32_t ACDQUEUE_EVENT;

/** It was added. */
#define ACDQE_NEW_QUEUE 0

/** It was removed. */
#define ACDQE_QUEUE_REMOVED 1

/**
 * Which directions a terminal class can work in, as bits.
 *
 * Page: TMGR_DIRECTION (termmgr.h).
 */
typedef int32_t TMGR_DIRECTION;

/** Towards the call. */
#define TMGR_TD_CAPTURE 1

/** Towards the device. */
#define TMGR_TD_RENDER 2

/** Both, TMGR_TD_CAPTURE and TMGR_TD_RENDER together. */
#define TMGR_TD_BOTH 3

/**
 * Which way a stream goes, as the program sees it.
 *
 * Page: STREAM_TYPE (mmstream.h).
 */
typedef int32_t STREAM_TYPE;

/** The program reads from it. */
#define STREAMTYPE_READ 0

/** The program writes to it. */
#define STREAMTYPE_WRITE 1

/** Samples are changed on their way. */
#define STREAMTYPE_TRANSFORM 2

/**
 * Whether a multimedia stream runs.
 *
 * Page: STREAM_STATE (mmstream.h).
 */
typedef int32_t STREAM_STATE;

/** It stands. */
#define STREAMSTATE_STOP 0

/** It runs. */
#define STREAMSTATE_RUN 1

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

/** The id of `IMultiMediaStream`. */
extern const IID IID_IMultiMediaStream;

/** The id of `IMediaStream`. */
extern const IID IID_IMediaStream;

/** The id of `IStreamSample`. */
extern const IID IID_IStreamSample;

/** The id of `IMemoryData`. */
extern const IID IID_IMemoryData;

/** The id of `IAudioData`. */
extern const IID IID_IAudioData;

/** The id of `IAudioMediaStream`. */
extern const IID IID_IAudioMediaStream;

/** The id of `IAudioStreamSample`. */
extern const IID IID_IAudioStreamSample;

/** The id of `ITAMMediaFormat`. */
extern const IID IID_ITAMMediaFormat;

/** The id of `ITAllocatorProperties`. */
extern const IID IID_ITAllocatorProperties;

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

/**
 * A function of the program that hears the library's log.
 *
 * `level`: one of TAPI3_LOG_ERROR to TAPI3_LOG_TRACE.
 * `target`: which part of the library the line comes from, such as "tapi3::sip"; UTF-8, never NULL.
 * `text`: the line, UTF-8, without a line break at its end; never NULL.
 * `context`: what was given to tapi3_set_log_callback.
 *
 * Both texts are good until the function returns. It is called on a thread of the library's own, for one line after
 * the other, with no lock held: it may call any method or function. Lines that come from it itself are left out.
 * It must return, and no exception may leave it.
 */
typedef void (*TAPI3_LOG_CALLBACK)(LONG level, const char *target, const char *text, void *context);

/**
 * Copies text that ends with a zero into a BSTR.
 *
 * `psz`: UTF-16 text; NULL gives NULL.
 *
 * Returns the BSTR, to be freed with SysFreeString; NULL when memory is short. May be called from any thread.
 */
BSTR SysAllocString(LPCOLESTR psz);

/**
 * Copies text of a given length into a BSTR.
 *
 * `strIn`: UTF-16 text, which may hold zeros; NULL gives a BSTR of zeros.
 * `ui`: its length in units.
 *
 * Returns the BSTR, to be freed with SysFreeString; NULL when memory is short. May be called from any thread.
 */
BSTR SysAllocStringLen(LPCOLESTR strIn, UINT ui);

/**
 * Copies bytes into a BSTR.
 *
 * `psz`: the bytes, which may be zeros; NULL gives a BSTR of zeros.
 * `len`: how many.
 *
 * Returns the BSTR, to be freed with SysFreeString; NULL when memory is short. May be called from any thread.
 */
BSTR SysAllocStringByteLen(const char *psz, UINT len);

/**
 * Replaces a BSTR by a copy of text that ends with a zero.
 *
 * `pbstr`: the BSTR to replace, which is freed; not NULL itself.
 * `psz`: UTF-16 text, which may be part of the BSTR; NULL makes the BSTR NULL.
 *
 * Returns 1; 0 when memory is short or `pbstr` is NULL, and the BSTR stays then. May be called from any thread.
 */
INT SysReAllocString(BSTR *pbstr, LPCOLESTR psz);

/**
 * Replaces a BSTR by a copy of text of a given length.
 *
 * `pbstr`: the BSTR to replace, which is freed; not NULL itself.
 * `psz`: UTF-16 text, which may be part of the BSTR; NULL keeps as much of the old text as fits.
 * `len`: the new length in units.
 *
 * Returns 1; 0 when memory is short or `pbstr` is NULL, and the BSTR stays then. May be called from any thread.
 */
INT SysReAllocStringLen(BSTR *pbstr, LPCOLESTR psz, UINT len);

/**
 * Frees a BSTR.
 *
 * `bstrString`: the BSTR; NULL is fine. May be called from any thread.
 */
void SysFreeString(BSTR bstrString);

/**
 * Tells how long a BSTR is, in UTF-16 units, the zero at the end not counted.
 *
 * `pbstr`: the BSTR; NULL has the length 0. May be called from any thread.
 */
UINT SysStringLen(BSTR pbstr);

/**
 * Tells how long a BSTR is, in bytes, the zero at the end not counted.
 *
 * `bstr`: the BSTR; NULL has the length 0. May be called from any thread.
 */
UINT SysStringByteLen(BSTR bstr);

/**
 * Readies COM for the calling thread; the same as CoInitializeEx with COINIT_APARTMENTTHREADED.
 *
 * `pvReserved`: NULL.
 *
 * Returns S_OK; S_FALSE when the thread is ready already; E_INVALIDARG when `pvReserved` is not NULL;
 * E_OUTOFMEMORY.
 * Each success wants a CoUninitialize on the same thread. May be called from any thread.
 */
HRESULT CoInitialize(LPVOID pvReserved);

/**
 * Readies COM for the calling thread. All objects of this library can be called from any thread, so
 * both kinds of apartment are the same here and can be mixed: RPC_E_CHANGED_MODE is never returned.
 *
 * `pvReserved`: NULL.
 * `dwCoInit`: COINIT_* bits; ignored.
 *
 * Returns S_OK; S_FALSE when the thread is ready already; E_INVALIDARG when `pvReserved` is not NULL;
 * E_OUTOFMEMORY.
 * Each success wants a CoUninitialize on the same thread. May be called from any thread.
 */
HRESULT CoInitializeEx(LPVOID pvReserved, DWORD dwCoInit);

/**
 * Takes one CoInitialize or CoInitializeEx of the calling thread back. Objects stay alive until
 * they are released. Without one it does nothing.
 */
void CoUninitialize(void);

/**
 * Creates an object.
 *
 * `rclsid`: the class, such as CLSID_TAPI; not NULL.
 * `pUnkOuter`: NULL: aggregation is not offered.
 * `dwClsContext`: must include CLSCTX_INPROC_SERVER.
 * `riid`: the interface wanted; not NULL.
 * `ppv`: receives the interface pointer, which the caller must release; NULL on failure. Not NULL itself.
 *
 * Returns S_OK; REGDB_E_CLASSNOTREG when there is no such class; E_NOINTERFACE when it does not have the
 * interface; CLASS_E_NOAGGREGATION; CO_E_NOTINITIALIZED when no thread has called CoInitializeEx;
 * E_OUTOFMEMORY; E_INVALIDARG or E_POINTER for a NULL. May be called from any thread.
 */
HRESULT CoCreateInstance(REFCLSID rclsid, IUnknown *pUnkOuter, DWORD dwClsContext, REFIID riid, void **ppv);

/**
 * Gives the factory of a class, for creating several objects.
 *
 * `rclsid`: the class; not NULL.
 * `dwClsContext`: must include CLSCTX_INPROC_SERVER.
 * `pvReserved`: NULL.
 * `riid`: the interface wanted, such as IID_IClassFactory; not NULL.
 * `ppv`: receives the interface pointer, which the caller must release; NULL on failure. Not NULL itself.
 *
 * Returns S_OK; REGDB_E_CLASSNOTREG; E_NOINTERFACE; CO_E_NOTINITIALIZED; E_OUTOFMEMORY; E_INVALIDARG or
 * E_POINTER for a NULL. May be called from any thread.
 */
HRESULT CoGetClassObject(REFCLSID rclsid, DWORD dwClsContext, LPVOID pvReserved, REFIID riid, void **ppv);

/**
 * Gives the factory of a class, as a loader of COM servers asks for it; needs no CoInitializeEx.
 *
 * `rclsid`: the class; not NULL.
 * `riid`: the interface wanted, such as IID_IClassFactory; not NULL.
 * `ppv`: receives the interface pointer, which the caller must release; NULL on failure. Not NULL itself.
 *
 * Returns S_OK; CLASS_E_CLASSNOTAVAILABLE; E_NOINTERFACE; E_OUTOFMEMORY; E_INVALIDARG or E_POINTER for a
 * NULL. May be called from any thread.
 */
HRESULT DllGetClassObject(REFCLSID rclsid, REFIID riid, void **ppv);

/**
 * Tells whether the library can be unloaded.
 *
 * Returns S_OK when no object was made yet; S_FALSE afterwards, since the library may have threads then.
 * May be called from any thread.
 */
HRESULT DllCanUnloadNow(void);

/**
 * Finds a class by its programmatic id, such as "TAPI.TAPI", in any case of letters.
 *
 * `lpszProgID`: UTF-16 text that ends with a zero; not NULL.
 * `lpclsid`: receives the class id; all zeros on failure. Not NULL.
 *
 * Returns S_OK; CO_E_CLASSSTRING when there is no such class; E_INVALIDARG or E_POINTER for a NULL.
 * May be called from any thread.
 */
HRESULT CLSIDFromProgID(LPCOLESTR lpszProgID, CLSID *lpclsid);

/**
 * Reads a class id: `{21D6D48E-A88B-11D0-83DD-00AA003CCABD}`, or a programmatic id.
 *
 * `lpsz`: UTF-16 text that ends with a zero; NULL gives all zeros.
 * `pclsid`: receives the class id; all zeros on failure. Not NULL.
 *
 * Returns S_OK; CO_E_CLASSSTRING when the text is neither; E_POINTER. May be called from any thread.
 */
HRESULT CLSIDFromString(LPCOLESTR lpsz, CLSID *pclsid);

/**
 * Reads an interface id: `{B1EFC382-9355-11D0-835C-00AA003CCABD}`.
 *
 * `lpsz`: UTF-16 text that ends with a zero; NULL gives all zeros.
 * `lpiid`: receives the interface id; all zeros on failure. Not NULL.
 *
 * Returns S_OK; E_INVALIDARG when the text is not 38 units long; CO_E_IIDSTRING when it is no id;
 * E_POINTER. May be called from any thread.
 */
HRESULT IIDFromString(LPCOLESTR lpsz, IID *lpiid);

/**
 * Writes a class id as `{21D6D48E-A88B-11D0-83DD-00AA003CCABD}`.
 *
 * `rclsid`: the class id; not NULL.
 * `lplpsz`: receives UTF-16 text, which the caller frees with CoTaskMemFree; NULL on failure. Not NULL itself.
 *
 * Returns S_OK; E_OUTOFMEMORY; E_INVALIDARG or E_POINTER for a NULL. May be called from any thread.
 */
HRESULT StringFromCLSID(REFCLSID rclsid, LPOLESTR *lplpsz);

/**
 * Writes an interface id as `{B1EFC382-9355-11D0-835C-00AA003CCABD}`.
 *
 * `rclsid`: the interface id; not NULL.
 * `lplpsz`: receives UTF-16 text, which the caller frees with CoTaskMemFree; NULL on failure. Not NULL itself.
 *
 * Returns S_OK; E_OUTOFMEMORY; E_INVALIDARG or E_POINTER for a NULL. May be called from any thread.
 */
HRESULT StringFromIID(REFIID rclsid, LPOLESTR *lplpsz);

/**
 * Writes a GUID as `{21D6D48E-A88B-11D0-83DD-00AA003CCABD}` into the caller's buffer.
 *
 * `rguid`: the GUID; not NULL.
 * `lpsz`: the buffer; not NULL.
 * `cchMax`: its room in units; 39 are needed.
 *
 * Returns 39, the units written with the zero at the end; 0 when the buffer is too small or a pointer is NULL.
 * May be called from any thread.
 */
INT StringFromGUID2(REFGUID rguid, LPOLESTR lpsz, INT cchMax);

/**
 * Allocates memory that either side may free.
 *
 * `cb`: bytes; 0 gives a block of its own all the same.
 *
 * Returns the memory, to be freed with CoTaskMemFree; NULL when memory is short. May be called from any thread.
 */
LPVOID CoTaskMemAlloc(size_t cb);

/**
 * Changes the size of a block from CoTaskMemAlloc.
 *
 * `pv`: the block, which the call gives up; NULL allocates one.
 * `cb`: the new size in bytes; 0 frees the block and gives NULL.
 *
 * Returns the block, perhaps at another address; NULL when memory is short, and the old block stays then.
 * May be called from any thread.
 */
LPVOID CoTaskMemRealloc(LPVOID pv, size_t cb);

/**
 * Frees memory from CoTaskMemAlloc, or that a function or method said to free so.
 *
 * `pv`: the block; NULL is fine. May be called from any thread.
 */
void CoTaskMemFree(LPVOID pv);

/**
 * Makes an error info to be filled in, asked for IErrorInfo, and given to SetErrorInfo.
 *
 * `pperrinfo`: receives the interface pointer, which the caller must release; NULL on failure. Not NULL itself.
 *
 * Returns S_OK; E_OUTOFMEMORY; E_POINTER. May be called from any thread.
 */
HRESULT CreateErrorInfo(ICreateErrorInfo **pperrinfo);

/**
 * Takes the error info of the calling thread, which has none afterwards. Every failing method leaves one.
 *
 * `dwReserved`: 0.
 * `pperrinfo`: receives the interface pointer, which the caller must release; NULL when there is none. Not NULL itself.
 *
 * Returns S_OK; S_FALSE when there is none; E_OUTOFMEMORY, and the info stays then; E_INVALIDARG when
 * `dwReserved` is not 0; E_POINTER.
 */
HRESULT GetErrorInfo(ULONG dwReserved, IErrorInfo **pperrinfo);

/**
 * Sets the error info of the calling thread in place of what is there.
 *
 * `dwReserved`: 0.
 * `perrinfo`: the error info, which is kept with a reference; NULL clears it.
 *
 * Returns S_OK; E_INVALIDARG when `dwReserved` is not 0.
 */
HRESULT SetErrorInfo(ULONG dwReserved, IErrorInfo *perrinfo);

/**
 * Sets the configuration instead of a file. It is read when the lines open next: at the first
 * ITTAPI::Initialize, or the first after every TAPI object was shut down. Initialize reads files and starts
 * threads, and so does not promise to survive a lack of memory; neither does this.
 *
 * `toml`: UTF-8 text in the form of the configuration file; it is copied. NULL goes back to the file.
 *
 * Returns TAPI_E_OPERATIONFAILED while a TAPI object is initialised and for text that is no valid configuration
 * (tapi3_last_error_message names the line and the key); the configuration is as it was then.
 * E_INVALIDARG for text that is not UTF-8. May be called from any thread.
 */
HRESULT tapi3_set_configuration(const char *toml);

/**
 * Moves a manual clock on (`clock = "manual"` in the configuration), for tests: everything that comes due,
 * such as the answer of a simulated extension, happens on the calling thread before this returns.
 *
 * `milliseconds`: how far.
 *
 * Returns TAPI_E_NOTSUPPORTED when the configuration has no manual clock, TAPI_E_NOT_INITIALIZED when no TAPI object is
 * initialised. May be called from any thread.
 */
HRESULT tapi3_clock_advance(ULONG milliseconds);

/**
 * Says which function hears the library's log, in place of the one before. While there is one, the environment
 * variable TAPI3_LOG has no effect. When this returns, the function before has got all lines so far and does not run
 * any more, so that what its context points to can be freed; called from within that function, or from a sink or a
 * callback whose end that function waits for, this returns at once.
 * A program that has a callback at its end takes it away before it leaves main.
 *
 * `callback`: the function; NULL for none.
 * `max_level`: the finest level it is called for, TAPI3_LOG_ERROR to TAPI3_LOG_TRACE; ignored without a callback.
 * `context`: handed to the function; may be NULL.
 *
 * Returns S_OK; E_INVALIDARG for a level that there is none of; E_OUTOFMEMORY when the log's thread does not start;
 * TAPI_E_OPERATIONFAILED in a Rust program that has a tracing subscriber of its own, which gets the log then.
 * Nothing has changed on failure. May be called from any thread, but not with a lock held that the callback takes.
 * It starts a thread, and so does not promise to survive a lack of memory; the lines themselves need none.
 */
HRESULT tapi3_set_log_callback(TAPI3_LOG_CALLBACK callback, LONG max_level, void *context);

/**
 * Writes a line into the library's log, where the callback or standard error gets it as it gets the library's own.
 *
 * `level`: TAPI3_LOG_ERROR to TAPI3_LOG_TRACE; of another number, the nearest.
 * `target`: where the line comes from, for filters, such as "myprogram"; UTF-8 text that ends with a zero; NULL is
 * "program". More than 100 bytes are cut.
 * `text`: the line, UTF-8 text that ends with a zero; NULL writes none. More than 2,000 bytes are cut.
 *
 * Both are copied. May be called from any thread; it takes no memory. From within the log callback it does nothing.
 */
void tapi3_log(LONG level, const char *target, const char *text);

/**
 * Makes an array of zeros.
 *
 * `vt`: the type of the elements, VT_*.
 * `cDims`: the number of dimensions; at least 1.
 * `rgsabound`: the extent of each, the first (leftmost) dimension first; not NULL.
 *
 * Returns the array, to be freed with SafeArrayDestroy; NULL when memory is short or an argument is wrong.
 * May be called from any thread.
 */
SAFEARRAY *SafeArrayCreate(VARTYPE vt, UINT cDims, SAFEARRAYBOUND *rgsabound);

/**
 * Makes an array of zeros with one dimension.
 *
 * `vt`: the type of the elements, VT_*.
 * `lLbound`: the index of the first element.
 * `cElements`: the number of elements.
 *
 * Returns the array, to be freed with SafeArrayDestroy; NULL when memory is short or the type is wrong.
 * May be called from any thread.
 */
SAFEARRAY *SafeArrayCreateVector(VARTYPE vt, LONG lLbound, ULONG cElements);

/**
 * Frees an array and everything its elements hold.
 *
 * `psa`: the array; NULL is fine.
 *
 * Returns S_OK; DISP_E_ARRAYISLOCKED, and nothing is freed then. May be called from any thread.
 */
HRESULT SafeArrayDestroy(SAFEARRAY *psa);

/**
 * Tells how many dimensions an array has.
 *
 * `psa`: the array; NULL has none. May be called from any thread.
 */
UINT SafeArrayGetDim(SAFEARRAY *psa);

/**
 * Tells which type the elements of an array have.
 *
 * `psa`: the array; not NULL.
 * `pvt`: receives VT_*; not NULL.
 *
 * Returns S_OK; E_INVALIDARG when `psa` is NULL or does not say; E_POINTER. May be called from any thread.
 */
HRESULT SafeArrayGetVartype(SAFEARRAY *psa, VARTYPE *pvt);

/**
 * Tells the index of the first element in one dimension.
 *
 * `psa`: the array; not NULL.
 * `nDim`: the dimension; 1 is the first (leftmost) one.
 * `plLbound`: receives the index; not NULL.
 *
 * Returns S_OK; DISP_E_BADINDEX when there is no such dimension; E_INVALIDARG or E_POINTER for a NULL.
 * May be called from any thread.
 */
HRESULT SafeArrayGetLBound(SAFEARRAY *psa, UINT nDim, LONG *plLbound);

/**
 * Tells the index of the last element in one dimension; one less than the first for none.
 *
 * `psa`: the array; not NULL.
 * `nDim`: the dimension; 1 is the first (leftmost) one.
 * `plUbound`: receives the index; not NULL.
 *
 * Returns S_OK; DISP_E_BADINDEX when there is no such dimension; DISP_E_OVERFLOW; E_INVALIDARG or E_POINTER for
 * a NULL. May be called from any thread.
 */
HRESULT SafeArrayGetUBound(SAFEARRAY *psa, UINT nDim, LONG *plUbound);

/**
 * Stores an element: texts are copied, objects get a reference, and what was there is freed.
 *
 * `psa`: the array; not NULL.
 * `rgIndices`: an index for each dimension, the first (leftmost) one first; not NULL.
 * `pv`: for VT_BSTR, VT_DISPATCH and VT_UNKNOWN the value itself, which may be NULL; for all others its address,
 * not NULL.
 *
 * Returns S_OK; DISP_E_BADINDEX; E_OUTOFMEMORY; E_INVALIDARG for a NULL. On failure the element stays.
 * May be called from any thread, from one at a time for an array.
 */
HRESULT SafeArrayPutElement(SAFEARRAY *psa, LONG *rgIndices, void *pv);

/**
 * Copies an element: texts are copied, objects get a reference.
 *
 * `psa`: the array; not NULL.
 * `rgIndices`: an index for each dimension, the first (leftmost) one first; not NULL.
 * `pv`: room for the element, whose content is not looked at; the caller frees what it receives. Not NULL.
 *
 * Returns S_OK; DISP_E_BADINDEX; E_OUTOFMEMORY; E_INVALIDARG for a NULL. May be called from any thread.
 */
HRESULT SafeArrayGetElement(SAFEARRAY *psa, LONG *rgIndices, void *pv);

/**
 * Locks an array and gives the address of its elements, the first dimension varying fastest.
 *
 * `psa`: the array; not NULL.
 * `ppvData`: receives the address, which counts until SafeArrayUnaccessData; NULL on failure. Not NULL itself.
 *
 * Returns S_OK; E_UNEXPECTED when there are too many locks; E_INVALIDARG or E_POINTER for a NULL.
 * May be called from any thread, from one at a time for an array.
 */
HRESULT SafeArrayAccessData(SAFEARRAY *psa, void **ppvData);

/**
 * Gives a lock of SafeArrayAccessData back.
 *
 * `psa`: the array; not NULL.
 *
 * Returns S_OK; E_UNEXPECTED when there is no lock; E_INVALIDARG when `psa` is NULL.
 * May be called from any thread, from one at a time for an array.
 */
HRESULT SafeArrayUnaccessData(SAFEARRAY *psa);

/**
 * Tells the version of the library that is loaded, such as "0.2.0".
 *
 * Returns text that is never freed. May be called from any thread.
 */
const char *tapi3_version(void);

/**
 * Converts UTF-8 text to a BSTR. What is not UTF-8 becomes U+FFFD.
 *
 * `text`: UTF-8 text that ends with a zero; NULL gives NULL.
 *
 * Returns the BSTR, to be freed with SysFreeString; NULL when memory is short. May be called from any thread.
 */
BSTR tapi3_utf8_to_bstr(const char *text);

/**
 * Converts UTF-16 text to UTF-8 text that ends with a zero. A lone surrogate becomes U+FFFD.
 *
 * `text`: a BSTR, or any UTF-16 text that ends with a zero, such as u"1001"; it is read to its first zero and
 * stays the caller's. NULL gives empty text.
 *
 * Returns the text, to be freed with CoTaskMemFree; NULL when memory is short. May be called from any thread.
 */
char *tapi3_bstr_to_utf8(BSTR text);

/**
 * Tells the name of a result code, such as "TAPI_E_TIMEOUT".
 *
 * `code`: the result code.
 *
 * Returns text that is never freed; NULL for a code that has no name here. May be called from any thread.
 */
const char *tapi3_hresult_name(HRESULT code);

/**
 * Tells in a sentence what a result code means.
 *
 * `code`: the result code.
 *
 * Returns text that is never freed, a general sentence for a code that has no name here; never NULL.
 * May be called from any thread. For what went wrong in the last call see tapi3_last_error_message.
 */
const char *tapi3_hresult_message(HRESULT code);

/**
 * Tells in a sentence what went wrong in the last method or function that failed on the calling thread. It
 * stays there for GetErrorInfo, which takes it.
 *
 * Returns UTF-8 text, to be freed with CoTaskMemFree; NULL when there is none or memory is short.
 */
char *tapi3_last_error_message(void);

/**
 * Makes a VARIANT empty without looking at what is there.
 *
 * `pvarg`: the VARIANT; NULL does nothing. May be called from any thread.
 */
void VariantInit(VARIANT *pvarg);

/**
 * Frees what a VARIANT holds and makes it empty. A VT_BYREF holds nothing.
 *
 * `pvarg`: the VARIANT; not NULL.
 *
 * Returns S_OK; DISP_E_BADVARTYPE; DISP_E_ARRAYISLOCKED; E_INVALIDARG when `pvarg` is NULL.
 * May be called from any thread.
 */
HRESULT VariantClear(VARIANT *pvarg);

/**
 * Copies a VARIANT: texts and arrays are copied, objects get a reference, a VT_BYREF stays one.
 *
 * `pvargDest`: receives the copy, after what it holds was freed; an initialised VARIANT, not NULL.
 * `pvargSrc`: the VARIANT to copy; not NULL. May be the same.
 *
 * Returns S_OK; DISP_E_BADVARTYPE; DISP_E_ARRAYISLOCKED; E_OUTOFMEMORY; E_INVALIDARG for a NULL. On failure
 * both stay as they were. May be called from any thread.
 */
HRESULT VariantCopy(VARIANT *pvargDest, const VARIANT *pvargSrc);

/**
 * Copies a VARIANT, and the value itself where it is a VT_BYREF.
 *
 * `pvarDest`: receives the copy, after what it holds was freed; an initialised VARIANT, not NULL.
 * `pvargSrc`: the VARIANT to copy; not NULL. May be the same.
 *
 * Returns S_OK; DISP_E_BADVARTYPE; DISP_E_ARRAYISLOCKED; E_OUTOFMEMORY; E_INVALIDARG for a NULL or a reference
 * to nothing. On failure both stay as they were. May be called from any thread.
 */
HRESULT VariantCopyInd(VARIANT *pvarDest, const VARIANT *pvargSrc);

/**
 * Converts a VARIANT to another type. A VT_BYREF is followed. Dates convert to and from numbers only.
 *
 * `pvargDest`: receives the result, after what it holds was freed; an initialised VARIANT, not NULL.
 * `pvarSrc`: the VARIANT to convert; not NULL. May be the same.
 * `wFlags`: VARIANT_* bits.
 * `vt`: the type wanted, VT_*.
 *
 * Returns S_OK; DISP_E_TYPEMISMATCH; DISP_E_OVERFLOW; DISP_E_BADVARTYPE; DISP_E_ARRAYISLOCKED; E_OUTOFMEMORY;
 * E_INVALIDARG for a NULL. On failure both stay as they were. May be called from any thread.
 */
HRESULT VariantChangeType(VARIANT *pvargDest, const VARIANT *pvarSrc, WORD wFlags, VARTYPE vt);

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
    HRESULT (*GetIDsOfNames)(IDispatch *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
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
    HRESULT (*GetIDsOfNames)(ITMediaSupport *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITMediaSupport *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /**
     * Tells all media types of the address.
     *
     * plMediaTypes: receives the TAPIMEDIATYPE_ bits, OR-ed.
     * Returns E_POINTER.
     * Page: ITMediaSupport::get_MediaTypes (tapi3if.h).
     */
    HRESULT (*get_MediaTypes)(ITMediaSupport *This, LONG *plMediaTypes);
    /**
     * Tells whether the address has certain media types.
     *
     * lMediaType: one TAPIMEDIATYPE_ bit, or several OR-ed; 0 means what the address has.
     * pfSupport: receives VARIANT_TRUE if the address has every one of them, otherwise
     * VARIANT_FALSE.
     * Returns E_POINTER.
     * Page: ITMediaSupport::QueryMediaType (tapi3if.h).
     */
    HRESULT (*QueryMediaType)(ITMediaSupport *This, LONG lMediaType, VARIANT_BOOL *pfSupport);
};

/**
 * Tells which media an address can carry.
 *
 * QueryInterface of the address. Programs choose an address with it, mostly by
 * TAPIMEDIATYPE_AUDIO.
 * Page: ITMediaSupport (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITAddress *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITAddress *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /**
     * Tells whether the address can be used at this moment.
     *
     * pAddressState: receives AS_INSERVICE or AS_OUTOFSERVICE; TE_ADDRESS with AE_STATE
     * reports changes.
     * Returns E_POINTER.
     * Page: ITAddress::get_State (tapi3if.h).
     */
    HRESULT (*get_State)(ITAddress *This, ADDRESS_STATE *pAddressState);
    /**
     * Tells the name of the address, for showing to people.
     *
     * ppName: receives the name; free it with SysFreeString.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITAddress::get_AddressName (tapi3if.h).
     */
    HRESULT (*get_AddressName)(ITAddress *This, BSTR *ppName);
    /**
     * Tells which provider offers the address.
     *
     * ppName: receives the provider's name; free it with SysFreeString.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITAddress::get_ServiceProviderName (tapi3if.h).
     */
    HRESULT (*get_ServiceProviderName)(ITAddress *This, BSTR *ppName);
    /**
     * Gives the TAPI object that the address belongs to.
     *
     * ppTapiObject: receives it; Release it.
     * Returns E_POINTER.
     * Page: ITAddress::get_TAPIObject (tapi3if.h).
     */
    HRESULT (*get_TAPIObject)(ITAddress *This, ITTAPI **ppTapiObject);
    /**
     * Prepares an outgoing call; nothing is dialled before ITBasicCallControl::Connect.
     *
     * pDestAddress: the destination, written as lAddressType says; NULL for a call that gets
     * it later or needs none (consultation, Pickup, Unpark). Copied; stays the caller's.
     * lAddressType: exactly one LINEADDRESSTYPE_ bit, of those in AC_ADDRESSTYPES.
     * lMediaTypes: the TAPIMEDIATYPE_ bits of the call, OR-ed; 0 means what the address has.
     * ppCall: receives the call, in CS_IDLE and owned by this program; Release it. The caller
     * needs no RegisterCallNotifications for it, only the event filter.
     * Returns E_INVALIDARG for an unknown address type or more than one,
     * TAPI_E_INVALADDRESSTYPE for one that this address does not have, TAPI_E_INVALIDMEDIATYPE
     * for media that it does not have, E_POINTER, E_OUTOFMEMORY.
     * Page: ITAddress::CreateCall (tapi3if.h).
     */
    HRESULT (*CreateCall)(ITAddress *This, BSTR pDestAddress, LONG lAddressType, LONG lMediaTypes, ITBasicCallControl **ppCall);
    /**
     * Lists the calls on the address, for Automation clients.
     *
     * pVariant: receives VT_DISPATCH, an ITCollection of ITCallInfo; free it with
     * VariantClear. The objects are the same that the events name.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITAddress::get_Calls (tapi3if.h).
     */
    HRESULT (*get_Calls)(ITAddress *This, VARIANT *pVariant);
    /**
     * Lists the calls on the address, for C and C++ clients.
     *
     * ppCallEnum: receives a new enumerator of ITCallInfo, a snapshot; Release it. The objects
     * are the same that the events name.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITAddress::EnumerateCalls (tapi3if.h).
     */
    HRESULT (*EnumerateCalls)(ITAddress *This, IEnumCall **ppCallEnum);
    /**
     * Tells the address as others dial it.
     *
     * pDialableAddress: receives the number or address; free it with SysFreeString.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITAddress::get_DialableAddress (tapi3if.h).
     */
    HRESULT (*get_DialableAddress)(ITAddress *This, BSTR *pDialableAddress);
    /**
     * Makes an empty set of forwarding rules, to be filled in and given to Forward.
     *
     * ppForwardInfo: receives it; Release it.
     * Returns TAPI_E_NOTSUPPORTED if the address has no forwarding, E_POINTER, E_OUTOFMEMORY.
     * Page: ITAddress::CreateForwardInfoObject (tapi3if.h).
     */
    HRESULT (*CreateForwardInfoObject)(ITAddress *This, ITForwardInformation **ppForwardInfo);
    /**
     * Sets the forwarding of incoming calls, in place of what was set before.
     *
     * pForwardInfo: the rules; NULL cancels all forwarding; stays the caller's.
     * pCall: the consultation call that some switches want (LINEADDRCAPFLAGS_FWDCONSULT in
     * AC_ADDRESSCAPFLAGS); otherwise NULL; stays the caller's.
     * Blocks until the provider has answered; TE_ADDRESS with AE_FORWARD follows.
     * Returns E_INVALIDARG if pCall is needed and is no call, or a rule is not possible here,
     * TAPI_E_NOTSUPPORTED if the address has no forwarding, E_OUTOFMEMORY, TAPI_E_TIMEOUT.
     * Page: ITAddress::Forward (tapi3if.h).
     */
    HRESULT (*Forward)(ITAddress *This, ITForwardInformation *pForwardInfo, ITBasicCallControl *pCall);
    /**
     * Tells the forwarding that is in force.
     *
     * ppForwardInfo: receives a copy of the rules; changing it changes nothing before Forward;
     * Release it.
     * Returns TAPI_E_NOTSUPPORTED if the address has no forwarding, E_POINTER, E_OUTOFMEMORY.
     * Page: ITAddress::get_CurrentForwardInfo (tapi3if.h).
     */
    HRESULT (*get_CurrentForwardInfo)(ITAddress *This, ITForwardInformation **ppForwardInfo);
    /**
     * Turns the message-waiting lamp of the address on or off.
     *
     * fMessageWaiting: VARIANT_TRUE for on. TE_ADDRESS with AE_MSGWAITON or AE_MSGWAITOFF
     * follows.
     * Blocks until the provider has answered.
     * Returns TAPI_E_NOTSUPPORTED if there is none, E_OUTOFMEMORY, TAPI_E_TIMEOUT.
     * Page: ITAddress::put_MessageWaiting (tapi3if.h).
     */
    HRESULT (*put_MessageWaiting)(ITAddress *This, VARIANT_BOOL fMessageWaiting);
    /**
     * Tells whether the message-waiting lamp is on.
     *
     * pfMessageWaiting: receives VARIANT_TRUE if it is.
     * Returns TAPI_E_NOTSUPPORTED if there is none, E_POINTER.
     * Page: ITAddress::get_MessageWaiting (tapi3if.h).
     */
    HRESULT (*get_MessageWaiting)(ITAddress *This, VARIANT_BOOL *pfMessageWaiting);
    /**
     * Keeps incoming calls away from the address, or lets them in again.
     *
     * fDoNotDisturb: VARIANT_TRUE to keep them away; VARIANT_FALSE lets them in and also
     * cancels all forwarding, because the one is done by means of the other.
     * Blocks until the provider has answered.
     * Returns TAPI_E_NOTSUPPORTED if the address cannot do it, E_OUTOFMEMORY, TAPI_E_TIMEOUT.
     * Page: ITAddress::put_DoNotDisturb (tapi3if.h).
     */
    HRESULT (*put_DoNotDisturb)(ITAddress *This, VARIANT_BOOL fDoNotDisturb);
    /**
     * Tells whether incoming calls are kept away.
     *
     * pfDoNotDisturb: receives VARIANT_TRUE if they are.
     * Returns TAPI_E_NOTSUPPORTED if the address cannot do it, E_POINTER.
     * Page: ITAddress::get_DoNotDisturb (tapi3if.h).
     */
    HRESULT (*get_DoNotDisturb)(ITAddress *This, VARIANT_BOOL *pfDoNotDisturb);
};

/**
 * An address: a place on a line, such as an extension, where calls are made and received.
 *
 * Comes from ITTAPI::EnumerateAddresses or get_Addresses; QueryInterface gives ITAddress2,
 * ITAddressCapabilities and ITMediaSupport. One address has one object while it is in use.
 * Free-threaded. All methods: E_POINTER for a NULL out-pointer, E_OUTOFMEMORY with nothing
 * changed. Methods that ask the provider wait for it 120 s at most (configurable).
 * Page: ITAddress (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITAddress2 *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
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
    HRESULT (*CreateCall)(ITAddress2 *This, BSTR pDestAddress, LONG lAddressType, LONG lMediaTypes, ITBasicCallControl **ppCall);
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
    /**
     * Lists the phones that can be used with the address, for Automation clients.
     *
     * pPhones: receives VT_DISPATCH, an ITCollection of ITPhone, perhaps empty; free it with
     * VariantClear.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITAddress2::get_Phones (tapi3if.h).
     */
    HRESULT (*get_Phones)(ITAddress2 *This, VARIANT *pPhones);
    /**
     * Lists the phones that can be used with the address, for C and C++ clients.
     *
     * ppEnumPhone: receives a new enumerator, perhaps empty; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITAddress2::EnumeratePhones (tapi3if.h).
     */
    HRESULT (*EnumeratePhones)(ITAddress2 *This, IEnumPhone **ppEnumPhone);
    /**
     * Finds the phone that a terminal is part of.
     *
     * pTerminal: the terminal; not NULL; stays the caller's.
     * ppPhone: receives the phone; Release it.
     * Returns TAPI_E_NOITEMS if the terminal is part of no phone, E_POINTER.
     * Page: ITAddress2::GetPhoneFromTerminal (tapi3if.h).
     */
    HRESULT (*GetPhoneFromTerminal)(ITAddress2 *This, ITTerminal *pTerminal, ITPhone **ppPhone);
    /**
     * Lists the phones that the provider recommends, for Automation clients.
     *
     * pPhones: receives VT_DISPATCH, an ITCollection of ITPhone, perhaps empty; free it with
     * VariantClear.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITAddress2::get_PreferredPhones (tapi3if.h).
     */
    HRESULT (*get_PreferredPhones)(ITAddress2 *This, VARIANT *pPhones);
    /**
     * Lists the phones that the provider recommends, for C and C++ clients.
     *
     * ppEnumPhone: receives a new enumerator, perhaps empty; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITAddress2::EnumeratePreferredPhones (tapi3if.h).
     */
    HRESULT (*EnumeratePreferredPhones)(ITAddress2 *This, IEnumPhone **ppEnumPhone);
    /**
     * Tells whether an event about this address or its calls is let through.
     *
     * TapiEvent: the kind of event, one TAPI_EVENT bit.
     * lSubEvent: which one of that kind, a value of its enumeration: ADDRESS_EVENT for
     * TE_ADDRESS, CALL_STATE for TE_CALLSTATE, CALL_NOTIFICATION_EVENT for
     * TE_CALLNOTIFICATION, CALL_MEDIA_EVENT for TE_CALLMEDIA, CALLHUB_EVENT for TE_CALLHUB,
     * CALLINFOCHANGE_CAUSE for TE_CALLINFOCHANGE, QOS_EVENT for TE_QOSEVENT; 0 for a kind
     * without one.
     * pEnable: receives VARIANT_TRUE if it is. At the start everything is that
     * ITTAPI::put_EventFilter lets through.
     * Returns E_INVALIDARG for an unknown event or sub-event, E_POINTER.
     * Page: ITAddress2::get_EventFilter (tapi3if.h).
     */
    HRESULT (*get_EventFilter)(ITAddress2 *This, TAPI_EVENT TapiEvent, LONG lSubEvent, VARIANT_BOOL *pEnable);
    /**
     * Lets an event about this address or its calls through, or keeps it back.
     *
     * TapiEvent, lSubEvent: as for get_EventFilter.
     * bEnable: VARIANT_TRUE to let it through, VARIANT_FALSE to keep it back. With everything
     * kept back nothing arrives for this address. The filter of the TAPI object must let it
     * through as well.
     * Returns E_INVALIDARG for an unknown event or sub-event.
     * Page: ITAddress2::put_EventFilter (tapi3if.h).
     */
    HRESULT (*put_EventFilter)(ITAddress2 *This, TAPI_EVENT TapiEvent, LONG lSubEvent, VARIANT_BOOL bEnable);
    /**
     * Sends the provider a request of its own kind, for C and C++ clients.
     *
     * pCall: the call concerned; NULL for the address itself; stays the caller's.
     * pParams: the bytes, laid out as the provider wants them; not NULL; stays the caller's.
     * dwSize: their number.
     * Blocks until the provider has answered.
     * Returns E_POINTER, TAPI_E_NOTSUPPORTED, E_OUTOFMEMORY, TAPI_E_TIMEOUT.
     * Page: ITAddress2::DeviceSpecific (tapi3if.h).
     */
    HRESULT (*DeviceSpecific)(ITAddress2 *This, ITCallInfo *pCall, BYTE *pParams, DWORD dwSize);
    /**
     * Sends the provider a request of its own kind, for Automation clients.
     *
     * pCall: the call concerned; NULL for the address itself; stays the caller's.
     * varDevSpecificByteArray: VT_ARRAY of VT_UI1, laid out as the provider wants it; stays
     * the caller's.
     * Blocks until the provider has answered.
     * Returns E_INVALIDARG for another kind of VARIANT, TAPI_E_NOTSUPPORTED, E_OUTOFMEMORY,
     * TAPI_E_TIMEOUT.
     * Page: ITAddress2::DeviceSpecificVariant (tapi3if.h).
     */
    HRESULT (*DeviceSpecificVariant)(ITAddress2 *This, ITCallInfo *pCall, VARIANT varDevSpecificByteArray);
    /**
     * Agrees with the provider on a version of its device-specific requests.
     *
     * lLowVersion, lHighVersion: the versions that the program knows, each as major in the
     * upper and minor in the lower 16 bits.
     * plExtVersion: receives the version agreed on.
     * Returns TAPI_E_NOTSUPPORTED if the provider has none in this range, E_POINTER.
     * Page: ITAddress2::NegotiateExtVersion (tapi3if.h).
     */
    HRESULT (*NegotiateExtVersion)(ITAddress2 *This, LONG lLowVersion, LONG lHighVersion, LONG *plExtVersion);
};

/**
 * An address with the additions of Windows XP: phones, a filter, device-specific requests.
 *
 * QueryInterface of the address; all that is said of ITAddress holds here too.
 * Page: ITAddress2 (tapi3if.h).
 */
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
    /**
     * Reads one capability that is a number or a bit mask.
     *
     * AddressCap: which one (ADDRESS_CAPABILITY says what each means).
     * plCapability: receives it; 0 where the address has nothing of the kind.
     * Returns E_INVALIDARG for an unknown capability, E_POINTER.
     * Page: ITAddressCapabilities::get_AddressCapability (tapi3if.h).
     */
    HRESULT (*get_AddressCapability)(ITAddressCapabilities *This, ADDRESS_CAPABILITY AddressCap, LONG *plCapability);
    /**
     * Reads one capability that is a text.
     *
     * AddressCapString: which one (ADDRESS_CAPABILITY_STRING).
     * ppCapabilityString: receives the text, empty where there is none; free it with
     * SysFreeString. The ..DEVICESPECIFIC ones hold raw bytes: take their number from
     * SysStringByteLen.
     * Returns E_INVALIDARG for an unknown capability, E_POINTER, E_OUTOFMEMORY.
     * Page: ITAddressCapabilities::get_AddressCapabilityString (tapi3if.h).
     */
    HRESULT (*get_AddressCapabilityString)(ITAddressCapabilities *This,
                                           ADDRESS_CAPABILITY_STRING AddressCapString,
                                           BSTR *ppCapabilityString);
    /**
     * Lists what a held or unanswered caller can be given to hear, for Automation clients.
     *
     * pVariant: receives VT_DISPATCH, an ITCollection of BSTR, perhaps empty; free it with
     * VariantClear.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITAddressCapabilities::get_CallTreatments (tapi3if.h).
     */
    HRESULT (*get_CallTreatments)(ITAddressCapabilities *This, VARIANT *pVariant);
    /**
     * Lists what a held or unanswered caller can be given to hear, for C and C++.
     *
     * ppEnumCallTreatment: receives an enumerator, perhaps empty; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITAddressCapabilities::EnumerateCallTreatments (tapi3if.h).
     */
    HRESULT (*EnumerateCallTreatments)(ITAddressCapabilities *This, IEnumBstr **ppEnumCallTreatment);
    /**
     * Lists the messages that can be left for a busy or absent party, for Automation.
     *
     * pVariant: receives VT_DISPATCH, an ITCollection of BSTR, perhaps empty; free it with
     * VariantClear.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITAddressCapabilities::get_CompletionMessages (tapi3if.h).
     */
    HRESULT (*get_CompletionMessages)(ITAddressCapabilities *This, VARIANT *pVariant);
    /**
     * Lists the messages that can be left for a busy or absent party, for C and C++.
     *
     * ppEnumCompletionMessage: receives an enumerator, perhaps empty; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITAddressCapabilities::EnumerateCompletionMessages (tapi3if.h).
     */
    HRESULT (*EnumerateCompletionMessages)(ITAddressCapabilities *This, IEnumBstr **ppEnumCompletionMessage);
    /**
     * Lists the device classes of the address, such as tapi/line, for Automation clients.
     *
     * pVariant: receives VT_DISPATCH, an ITCollection of BSTR; free it with VariantClear.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITAddressCapabilities::get_DeviceClasses (tapi3if.h).
     */
    HRESULT (*get_DeviceClasses)(ITAddressCapabilities *This, VARIANT *pVariant);
    /**
     * Lists the device classes of the address, such as tapi/line, for C and C++ clients.
     *
     * ppEnumDeviceClass: receives an enumerator; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITAddressCapabilities::EnumerateDeviceClasses (tapi3if.h).
     */
    HRESULT (*EnumerateDeviceClasses)(ITAddressCapabilities *This, IEnumBstr **ppEnumDeviceClass);
};

/**
 * Tells what an address can do, before one tries.
 *
 * QueryInterface of the address. Many answers are LINE..._ bit masks of tapi.h; a bit that is
 * set means that the feature may work, in a state that suits it.
 * Page: ITAddressCapabilities (tapi3if.h).
 */
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
    /**
     * Sets after how many rings a call counts as unanswered.
     *
     * lNumRings: from AC_MINFWDNUMRINGS to AC_MAXFWDNUMRINGS.
     * Returns E_INVALIDARG for a negative number.
     * Page: ITForwardInformation::put_NumRingsNoAnswer (tapi3if.h).
     */
    HRESULT (*put_NumRingsNoAnswer)(ITForwardInformation *This, LONG lNumRings);
    /**
     * Tells after how many rings a call counts as unanswered.
     *
     * plNumRings: receives the number; 0 if it was never set.
     * Returns E_POINTER.
     * Page: ITForwardInformation::get_NumRingsNoAnswer (tapi3if.h).
     */
    HRESULT (*get_NumRingsNoAnswer)(ITForwardInformation *This, LONG *plNumRings);
    /**
     * Sets the rule for one forward type, in place of an earlier one.
     *
     * ForwardType: one LINEFORWARDMODE_ bit; AC_FORWARDMODES says which ones the address can
     * do.
     * pDestAddress: where the calls go; not NULL. pCallerAddress: the caller concerned, for a
     * type for one given caller; otherwise empty or NULL. Both are copied and stay the
     * caller's.
     * Returns E_INVALIDARG for an unknown type, E_POINTER, E_OUTOFMEMORY.
     * Page: ITForwardInformation::SetForwardType (tapi3if.h).
     */
    HRESULT (*SetForwardType)(ITForwardInformation *This, LONG ForwardType, BSTR pDestAddress, BSTR pCallerAddress);
    /**
     * Tells where the calls of one forward type go.
     *
     * ForwardType: one LINEFORWARDMODE_ bit.
     * ppDestAddress: receives the address; free it with SysFreeString.
     * Returns E_INVALIDARG for an unknown type or one without a rule, E_POINTER,
     * E_OUTOFMEMORY.
     * Page: ITForwardInformation::get_ForwardTypeDestination (tapi3if.h).
     */
    HRESULT (*get_ForwardTypeDestination)(ITForwardInformation *This, LONG ForwardType, BSTR *ppDestAddress);
    /**
     * Tells which caller the rule of one forward type is about.
     *
     * Forwardtype: one LINEFORWARDMODE_ bit.
     * ppCallerAddress: receives the caller's address, empty for any caller; free it with
     * SysFreeString.
     * Returns E_INVALIDARG for an unknown type or one without a rule, E_POINTER,
     * E_OUTOFMEMORY.
     * Page: ITForwardInformation::get_ForwardTypeCaller (tapi3if.h).
     */
    HRESULT (*get_ForwardTypeCaller)(ITForwardInformation *This, LONG Forwardtype, BSTR *ppCallerAddress);
    /**
     * Tells the whole rule of one forward type, for C and C++ clients.
     *
     * ForwardType: one LINEFORWARDMODE_ bit.
     * ppDestinationAddress, ppCallerAddress: receive where the calls go and which caller is
     * meant (empty for any); free both with SysFreeString.
     * Returns E_INVALIDARG for an unknown type or one without a rule, E_POINTER,
     * E_OUTOFMEMORY.
     * Page: ITForwardInformation::GetForwardType (tapi3if.h).
     */
    HRESULT (*GetForwardType)(ITForwardInformation *This, LONG ForwardType, BSTR *ppDestinationAddress, BSTR *ppCallerAddress);
    /**
     * Removes every rule from the set.
     *
     * Cancels nothing by itself: ITAddress::Forward puts the empty set into force.
     * Page: ITForwardInformation::Clear (tapi3if.h).
     */
    HRESULT (*Clear)(ITForwardInformation *This);
};

/**
 * A set of forwarding rules: which incoming calls go where.
 *
 * Made by ITAddress::CreateForwardInfoObject or read by get_CurrentForwardInfo. Only a note
 * pad: nothing changes before ITAddress::Forward.
 * A forward type is one LINEFORWARDMODE_ bit: 0x1 all calls, 0x10 when busy, 0x100 when
 * unanswered, 0x1000 when busy or unanswered; each times 2 for internal calls only, times 4
 * for external calls only, times 8 for one given caller.
 * Page: ITForwardInformation (tapi3if.h).
 */
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
    HRESULT (*SetForwardType)(ITForwardInformation2 *This, LONG ForwardType, BSTR pDestAddress, BSTR pCallerAddress);
    HRESULT (*get_ForwardTypeDestination)(ITForwardInformation2 *This, LONG ForwardType, BSTR *ppDestAddress);
    HRESULT (*get_ForwardTypeCaller)(ITForwardInformation2 *This, LONG Forwardtype, BSTR *ppCallerAddress);
    HRESULT (*GetForwardType)(ITForwardInformation2 *This, LONG ForwardType, BSTR *ppDestinationAddress, BSTR *ppCallerAddress);
    HRESULT (*Clear)(ITForwardInformation2 *This);
    /**
     * Sets the rule for one forward type, with the kinds of the addresses.
     *
     * ForwardType: one LINEFORWARDMODE_ bit.
     * pDestAddress, pCallerAddress: as for ITForwardInformation::SetForwardType.
     * DestAddressType, CallerAddressType: one LINEADDRESSTYPE_ bit each.
     * Returns E_INVALIDARG for an unknown forward or address type, E_POINTER, E_OUTOFMEMORY.
     * Page: ITForwardInformation2::SetForwardType2 (tapi3if.h).
     */
    HRESULT (*SetForwardType2)(ITForwardInformation2 *This,
                               LONG ForwardType,
                               BSTR pDestAddress,
                               LONG DestAddressType,
                               BSTR pCallerAddress,
                               LONG CallerAddressType);
    /**
     * Tells the whole rule of one forward type, with the kinds of the addresses.
     *
     * ForwardType: one LINEFORWARDMODE_ bit.
     * ppDestinationAddress, ppCallerAddress: receive the addresses; free both with
     * SysFreeString.
     * pDestAddressType, pCallerAddressType: receive one LINEADDRESSTYPE_ bit each.
     * Returns E_INVALIDARG for an unknown type or one without a rule, E_POINTER,
     * E_OUTOFMEMORY.
     * Page: ITForwardInformation2::GetForwardType2 (tapi3if.h).
     */
    HRESULT (*GetForwardType2)(ITForwardInformation2 *This,
                               LONG ForwardType,
                               BSTR *ppDestinationAddress,
                               LONG *pDestAddressType,
                               BSTR *ppCallerAddress,
                               LONG *pCallerAddressType);
    /**
     * Tells what kind of address the destination of one forward type is.
     *
     * ForwardType: one LINEFORWARDMODE_ bit.
     * pDestAddressType: receives one LINEADDRESSTYPE_ bit.
     * Returns E_INVALIDARG for an unknown type or one without a rule, E_POINTER.
     * Page: ITForwardInformation2::get_ForwardTypeDestinationAddressType (tapi3if.h).
     */
    HRESULT (*get_ForwardTypeDestinationAddressType)(ITForwardInformation2 *This, LONG ForwardType, LONG *pDestAddressType);
    /**
     * Tells what kind of address the caller of one forward type is.
     *
     * Forwardtype: one LINEFORWARDMODE_ bit.
     * pCallerAddressType: receives one LINEADDRESSTYPE_ bit.
     * Returns E_INVALIDARG for an unknown type or one without a rule, E_POINTER.
     * Page: ITForwardInformation2::get_ForwardTypeCallerAddressType (tapi3if.h).
     */
    HRESULT (*get_ForwardTypeCallerAddressType)(ITForwardInformation2 *This, LONG Forwardtype, LONG *pCallerAddressType);
};

/**
 * Forwarding rules that also say what kind of address each text is.
 *
 * QueryInterface of the forward information object. Rules set through the older interface
 * count as LINEADDRESSTYPE_PHONENUMBER.
 * Page: ITForwardInformation2 (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITBasicCallControl *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITBasicCallControl *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /**
     * Places the outgoing call that ITAddress::CreateCall prepared.
     *
     * fSync: VARIANT_TRUE blocks until the call is connected or has failed; VARIANT_FALSE
     * returns as soon as the call is on its way and TE_CALLSTATE tells the rest: CS_INPROGRESS
     * (may be left out), then CS_CONNECTED, or CS_DISCONNECTED with its cause. With
     * VARIANT_FALSE advise the sink and set the filter first.
     * Returns TAPI_E_INVALCALLSTATE if the call is not idle or not made by CreateCall,
     * TAPI_E_INVALADDRESSSTATE if the address is out of service, TAPI_E_NOTOWNER,
     * TAPI_E_NOTSUPPORTED, E_OUTOFMEMORY (the call is unchanged: try again).
     * With VARIANT_TRUE also TAPI_E_DESTBUSY if the called party is busy, TAPI_E_DESTNOANSWER
     * if nobody answers, TAPI_E_INVALADDRESS if the destination is no good, TAPI_E_DESTUNAVAIL
     * if it refuses or cannot be reached, TAPI_E_ADDRESSBLOCKED if it is barred,
     * TAPI_E_DROPPED if Disconnect was called meanwhile, TAPI_E_OPERATIONFAILED for any other
     * failure; the call is then in CS_DISCONNECTED, or still idle if the provider would not
     * even begin. TAPI_E_TIMEOUT if nothing is decided in time: the attempt goes on,
     * Disconnect gives it up.
     * Page: ITBasicCallControl::Connect (tapi3if.h).
     */
    HRESULT (*Connect)(ITBasicCallControl *This, VARIANT_BOOL fSync);
    /**
     * Answers an offered call.
     *
     * The call becomes CS_CONNECTED; TE_CALLSTATE says so. AC_ANSWERMODES tells whether
     * another active call on the address is then left alone, dropped or held.
     * Blocks until the provider has answered.
     * Returns E_UNEXPECTED if the call is not in CS_OFFERING, TAPI_E_NOTOWNER, TAPI_E_DROPPED
     * if the caller gives up meanwhile, TAPI_E_OPERATIONFAILED, E_OUTOFMEMORY (try again),
     * TAPI_E_TIMEOUT.
     * Page: ITBasicCallControl::Answer (tapi3if.h).
     */
    HRESULT (*Answer)(ITBasicCallControl *This);
    /**
     * Ends the call, in whatever state it is.
     *
     * code: why (DISCONNECT_CODE). A reason hint for the network: DC_NORMAL is the usual end;
     * an offered call is refused as DC_REJECTED or DC_NOANSWER says.
     * The call becomes CS_DISCONNECTED and TE_CALLSTATE gives the cause:
     * CEC_DISCONNECT_CANCELLED for a call that was being placed, CEC_DISCONNECT_REJECTED or
     * CEC_DISCONNECT_NOANSWER for a refused one, CEC_DISCONNECT_NORMAL otherwise. A Connect
     * that waits in another thread returns TAPI_E_DROPPED. Ending a consultation call brings
     * the original call back from its hold.
     * A call that is already disconnected, by the far end for example, gives S_OK and no
     * second event. Two threads that disconnect one call share the work and both get its
     * result. The last Release may follow at once: the hang-up is still carried through.
     * Blocks until the provider has taken the hang-up over, two minutes at most.
     * Returns S_FALSE if the call is idle (never connected; nothing happens), E_INVALIDARG for
     * an unknown code, E_OUTOFMEMORY (the call is unchanged: try again), TAPI_E_NOTOWNER,
     * TAPI_E_OPERATIONFAILED if the provider cannot end it, TAPI_E_TIMEOUT (a late answer
     * still ends it).
     * Page: ITBasicCallControl::Disconnect (tapi3if.h).
     */
    HRESULT (*Disconnect)(ITBasicCallControl *This, DISCONNECT_CODE code);
    /**
     * Puts the call on hold or takes it back.
     *
     * fHold: VARIANT_TRUE takes a connected call to CS_HOLD, VARIANT_FALSE a held call to
     * CS_CONNECTED. TE_CALLSTATE follows, with cause CEC_NONE.
     * Blocks until the provider has answered.
     * Returns TAPI_E_INVALCALLSTATE in any other state, TAPI_E_NOTSUPPORTED (SwapHold may
     * still work), TAPI_E_NOTOWNER, E_OUTOFMEMORY, TAPI_E_TIMEOUT.
     * Page: ITBasicCallControl::Hold (tapi3if.h).
     */
    HRESULT (*Hold)(ITBasicCallControl *This, VARIANT_BOOL fHold);
    /**
     * Gives the ownership of the call to another program, by name.
     *
     * pApplicationName: the file name of that program, which must have registered on the
     * address for the call's media type; not NULL; stays the caller's.
     * That program gets TE_CALLNOTIFICATION with CNE_OWNER; this one keeps the call as a
     * monitor.
     * Returns E_POINTER, TAPI_E_TARGETNOTFOUND if no such program is registered,
     * TAPI_E_TARGETSELF if it is the caller itself, TAPI_E_INVALCALLSTATE if the call is idle
     * or over, TAPI_E_NOTOWNER, E_OUTOFMEMORY.
     * Page: ITBasicCallControl::HandoffDirect (tapi3if.h).
     */
    HRESULT (*HandoffDirect)(ITBasicCallControl *This, BSTR pApplicationName);
    /**
     * Gives the ownership of the call to the other program that stands first for a media type.
     *
     * lMediaType: one TAPIMEDIATYPE_ bit; 0 means those that the address has.
     * ITTAPI::SetApplicationPriority decides who stands first.
     * That program gets TE_CALLNOTIFICATION with CNE_OWNER; this one keeps the call as a
     * monitor.
     * Returns E_INVALIDARG for a media type that the address does not have,
     * TAPI_E_TARGETNOTFOUND if nobody is registered for it, TAPI_E_TARGETSELF if nobody but
     * the caller is, TAPI_E_INVALCALLSTATE if the call is idle or over, TAPI_E_NOTOWNER,
     * E_OUTOFMEMORY.
     * Page: ITBasicCallControl::HandoffIndirect (tapi3if.h).
     */
    HRESULT (*HandoffIndirect)(ITBasicCallControl *This, LONG lMediaType);
    /**
     * Begins to bring another party into this call.
     *
     * pCall: the consultation call to that party: connected or held, or idle with a
     * destination (then it is dialled); not NULL; stays the caller's.
     * fSync: VARIANT_TRUE blocks until the consultation call is connected or has failed;
     * VARIANT_FALSE returns early and TE_CALLSTATE tells the rest.
     * This call must be connected or held and waits on CS_HOLD; call pCall's Finish with
     * FM_ASCONFERENCE to join the two, or its Disconnect to give up. If dialling fails, this
     * call comes back from hold.
     * Returns E_POINTER, E_INVALIDARG if pCall is no other call of this address, has nowhere
     * to dial or is in another state, TAPI_E_INVALCALLSTATE if this call is,
     * TAPI_E_CONFERENCEFULL, TAPI_E_NOTSUPPORTED, TAPI_E_NOTOWNER, E_OUTOFMEMORY,
     * TAPI_E_TIMEOUT; with VARIANT_TRUE also the codes of Connect.
     * Page: ITBasicCallControl::Conference (tapi3if.h).
     */
    HRESULT (*Conference)(ITBasicCallControl *This, ITBasicCallControl *pCall, VARIANT_BOOL fSync);
    /**
     * Begins a transfer with consultation; called on the call that is to be transferred.
     *
     * pCall: the consultation call to the new party: connected or held, or idle with a
     * destination (then it is dialled); not NULL; stays the caller's.
     * fSync: VARIANT_TRUE blocks until the consultation call is connected or has failed;
     * VARIANT_FALSE returns early and TE_CALLSTATE tells the rest.
     * This call must be connected or held and waits on CS_HOLD; call pCall's Finish with
     * FM_ASTRANSFER to hand the party over, or its Disconnect to give up. If dialling fails,
     * this call comes back from hold.
     * Returns E_POINTER, E_INVALIDARG if pCall is no other call of this address, has nowhere
     * to dial or is in another state, TAPI_E_INVALCALLSTATE if this call is,
     * TAPI_E_NOTSUPPORTED, TAPI_E_NOTOWNER, E_OUTOFMEMORY, TAPI_E_TIMEOUT; with VARIANT_TRUE
     * also the codes of Connect.
     * Page: ITBasicCallControl::Transfer (tapi3if.h).
     */
    HRESULT (*Transfer)(ITBasicCallControl *This, ITBasicCallControl *pCall, VARIANT_BOOL fSync);
    /**
     * Transfers the connected call to another address without asking there first.
     *
     * pDestAddress: where to; not NULL; stays the caller's.
     * This call becomes CS_DISCONNECTED, cause CEC_DISCONNECT_NORMAL; the party goes on to
     * talk to pDestAddress. Blocks until the provider has answered.
     * Returns E_POINTER, TAPI_E_INVALCALLSTATE if the call is not connected,
     * TAPI_E_INVALADDRESS, TAPI_E_NOTSUPPORTED, TAPI_E_NOTOWNER, TAPI_E_OPERATIONFAILED,
     * E_OUTOFMEMORY, TAPI_E_TIMEOUT.
     * Page: ITBasicCallControl::BlindTransfer (tapi3if.h).
     */
    HRESULT (*BlindTransfer)(ITBasicCallControl *This, BSTR pDestAddress);
    /**
     * Holds this connected call and takes back the held one.
     *
     * pCall: the held call, on the same address; not NULL; stays the caller's.
     * Both change state, each with its own TE_CALLSTATE. Blocks until the provider has
     * answered.
     * Returns E_POINTER, E_INVALIDARG if pCall is no other call of this address,
     * TAPI_E_INVALCALLSTATE if this call is not connected or pCall not on hold,
     * TAPI_E_NOTSUPPORTED, TAPI_E_NOTOWNER, TAPI_E_OPERATIONFAILED, E_OUTOFMEMORY,
     * TAPI_E_TIMEOUT.
     * Page: ITBasicCallControl::SwapHold (tapi3if.h).
     */
    HRESULT (*SwapHold)(ITBasicCallControl *This, ITBasicCallControl *pCall);
    /**
     * Parks the connected call at a given address.
     *
     * pParkAddress: where to park it; not NULL; stays the caller's.
     * This call becomes CS_DISCONNECTED; fetch it with Unpark from any address of the switch.
     * If nobody does, it may come back as a new offered call. Blocks until the provider has
     * answered.
     * Returns E_POINTER, E_INVALIDARG for an empty address, TAPI_E_INVALCALLSTATE if the call
     * is not connected, TAPI_E_INVALPARKID if the place is unknown or taken,
     * TAPI_E_NOTSUPPORTED (see AC_PARKSUPPORT), TAPI_E_NOTOWNER, E_OUTOFMEMORY,
     * TAPI_E_TIMEOUT.
     * Page: ITBasicCallControl::ParkDirect (tapi3if.h).
     */
    HRESULT (*ParkDirect)(ITBasicCallControl *This, BSTR pParkAddress);
    /**
     * Parks the connected call where the switch likes and tells where.
     *
     * ppNonDirAddress: receives the address to give to ITAddress::CreateCall for Unpark; free
     * it with SysFreeString.
     * This call becomes CS_DISCONNECTED. Blocks until the provider has answered.
     * Returns E_POINTER, TAPI_E_INVALCALLSTATE if the call is not connected,
     * TAPI_E_NOTSUPPORTED (see AC_PARKSUPPORT), TAPI_E_NOTOWNER, E_OUTOFMEMORY,
     * TAPI_E_TIMEOUT.
     * Page: ITBasicCallControl::ParkIndirect (tapi3if.h).
     */
    HRESULT (*ParkIndirect)(ITBasicCallControl *This, BSTR *ppNonDirAddress);
    /**
     * Fetches a parked call.
     *
     * Call it on an idle call that ITAddress::CreateCall made with the park address as its
     * destination; it becomes CS_CONNECTED. Blocks until the provider has answered.
     * Returns TAPI_E_INVALCALLSTATE if the call is not idle, TAPI_E_INVALPARKID if nothing is
     * parked there, TAPI_E_NOTSUPPORTED, TAPI_E_NOTOWNER, E_OUTOFMEMORY, TAPI_E_TIMEOUT.
     * Page: ITBasicCallControl::Unpark (tapi3if.h).
     */
    HRESULT (*Unpark)(ITBasicCallControl *This);
    /**
     * Asks for a quality of service for the media of the call.
     *
     * lMediaType: the TAPIMEDIATYPE_ bits concerned; 0 means those that the address has.
     * ServiceLevel: how strongly (QOS_SERVICE_LEVEL). Call it before Connect or Answer;
     * TE_QOSEVENT reports trouble.
     * Returns E_INVALIDARG for an unknown level or media that the address does not have,
     * TAPI_E_NOTSUPPORTED.
     * Page: ITBasicCallControl::SetQOS (tapi3if.h).
     */
    HRESULT (*SetQOS)(ITBasicCallControl *This, LONG lMediaType, QOS_SERVICE_LEVEL ServiceLevel);
    /**
     * Takes over a call that rings elsewhere.
     *
     * pGroupID: the pickup group; NULL if the destination of this call names the ringing
     * extension; stays the caller's.
     * Call it on an idle call from ITAddress::CreateCall; it becomes CS_CONNECTED and its
     * CIL_REASON LINECALLREASON_PICKUP (0x10). Blocks until the provider has answered.
     * Returns TAPI_E_INVALCALLSTATE if the call is not idle, TAPI_E_INVALGROUPID for an
     * unknown group, TAPI_E_OPERATIONFAILED if nothing rings there, TAPI_E_NOTSUPPORTED,
     * TAPI_E_NOTOWNER, E_OUTOFMEMORY, TAPI_E_TIMEOUT.
     * Page: ITBasicCallControl::Pickup (tapi3if.h).
     */
    HRESULT (*Pickup)(ITBasicCallControl *This, BSTR pGroupID);
    /**
     * Dials further digits on a call that is being placed.
     *
     * pDestAddress: the digits; a semicolon at the end says that more will follow; not NULL;
     * stays the caller's. For tones on a connected call use
     * ITLegacyCallMediaControl::GenerateDigits.
     * Blocks until the provider has answered; TE_CALLSTATE tells the progress.
     * Returns E_POINTER, TAPI_E_INVALCALLSTATE if the call is not in CS_INPROGRESS,
     * TAPI_E_INVALDIGITS for what cannot be dialled, TAPI_E_NOTSUPPORTED, TAPI_E_NOTOWNER,
     * E_OUTOFMEMORY, TAPI_E_TIMEOUT.
     * Page: ITBasicCallControl::Dial (tapi3if.h).
     */
    HRESULT (*Dial)(ITBasicCallControl *This, BSTR pDestAddress);
    /**
     * Completes a transfer or conference; called on the consultation call.
     *
     * finishMode: FM_ASTRANSFER connects the two other parties and disconnects both calls;
     * FM_ASCONFERENCE joins all three: the original call returns to CS_CONNECTED, the
     * consultation call stays connected or disconnects, as the provider has it, and
     * CHE_CALLJOIN is raised.
     * Blocks until the provider has answered.
     * Returns E_INVALIDARG for an unknown mode, TAPI_E_INVALCALLSTATE if no Transfer or
     * Conference with this call is pending or this call is not connected yet,
     * TAPI_E_NOTSUPPORTED, TAPI_E_NOTOWNER, E_OUTOFMEMORY, TAPI_E_TIMEOUT.
     * Page: ITBasicCallControl::Finish (tapi3if.h).
     */
    HRESULT (*Finish)(ITBasicCallControl *This, FINISH_MODE finishMode);
    /**
     * Takes this call out of its conference.
     *
     * AC_REMOVEFROMCONFCAPS says which members can be taken out, AC_REMOVEFROMCONFSTATE the
     * state afterwards, often disconnected. CHE_CALLLEAVE is raised. Blocks until the provider
     * has answered.
     * Returns TAPI_E_NOCONFERENCE if the call is in no conference, TAPI_E_NOTSUPPORTED,
     * TAPI_E_NOTOWNER, E_OUTOFMEMORY, TAPI_E_TIMEOUT.
     * Page: ITBasicCallControl::RemoveFromConference (tapi3if.h).
     */
    HRESULT (*RemoveFromConference)(ITBasicCallControl *This);
};

/**
 * Controls a call: connects, answers, holds, transfers and ends it.
 *
 * ITAddress::CreateCall makes one for an outgoing call, TE_CALLNOTIFICATION announces one for
 * an incoming call; QueryInterface of the call object (ITCallInfo, ITBasicCallControl2, ...).
 * A call has one object, and each interface of it one pointer for life, so pointers may be
 * compared.
 * Only the owner (CP_OWNER) may act on a call; in a monitor's hands every method here gives
 * TAPI_E_NOTOWNER. What the provider cannot do gives TAPI_E_NOTSUPPORTED; AC_CALLFEATURES1,
 * AC_ADDRESSFEATURES and the like say so beforehand. E_OUTOFMEMORY always leaves the call as
 * it was. After ITTAPI::Shutdown all but Disconnect give TAPI_E_NOT_INITIALIZED.
 * Methods that need the provider block until it has answered, 120 s at most (configurable),
 * then give TAPI_E_TIMEOUT; a late answer still moves the call and raises its event. A call
 * does one such thing at a time: meanwhile another gives TAPI_E_INVALCALLSTATE. Only
 * Disconnect is always possible; what was waiting then gives TAPI_E_DROPPED, as it does when
 * the far end hangs up. Do not hold a lock that an event sink takes while such a method waits:
 * the event may come before or after the method returns, on another thread.
 * Page: ITBasicCallControl (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITCallInfo *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITCallInfo *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /**
     * Tells on which address the call is.
     *
     * ppAddress: receives the address; Release it.
     * Returns E_POINTER.
     * Page: ITCallInfo::get_Address (tapi3if.h).
     */
    HRESULT (*get_Address)(ITCallInfo *This, ITAddress **ppAddress);
    /**
     * Tells the state of the call at this moment.
     *
     * pCallState: receives the state (CALL_STATE). Events may lag behind it: read a
     * TE_CALLSTATE event for what changed, this for what is.
     * Returns E_POINTER.
     * Page: ITCallInfo::get_CallState (tapi3if.h).
     */
    HRESULT (*get_CallState)(ITCallInfo *This, CALL_STATE *pCallState);
    /**
     * Tells whether this program owns the call or only watches it.
     *
     * pPrivilege: receives CP_OWNER or CP_MONITOR.
     * Returns E_POINTER.
     * Page: ITCallInfo::get_Privilege (tapi3if.h).
     */
    HRESULT (*get_Privilege)(ITCallInfo *This, CALL_PRIVILEGE *pPrivilege);
    /**
     * Gives the hub that ties this call to the other calls of the conversation.
     *
     * ppCallHub: receives the hub; Release it.
     * Returns E_PENDING while the hub is not known yet, E_POINTER.
     * Page: ITCallInfo::get_CallHub (tapi3if.h).
     */
    HRESULT (*get_CallHub)(ITCallInfo *This, ITCallHub **ppCallHub);
    /**
     * Reads one number about the call.
     *
     * CallInfoLong: which one (CALLINFO_LONG).
     * plCallInfoLongVal: receives it; 0 where the provider does not say.
     * Returns E_INVALIDARG for an unknown selector, E_POINTER.
     * Page: ITCallInfo::get_CallInfoLong (tapi3if.h).
     */
    HRESULT (*get_CallInfoLong)(ITCallInfo *This, CALLINFO_LONG CallInfoLong, LONG *plCallInfoLongVal);
    /**
     * Sets one number about the call.
     *
     * CallInfoLong: which one (CALLINFO_LONG). Most are settable only while the call is idle;
     * CIL_APPSPECIFIC in any state, by an owner.
     * lCallInfoLongVal: the value.
     * Returns E_INVALIDARG for an unknown selector or one that cannot be set,
     * TAPI_E_INVALCALLSTATE if not in this state, TAPI_E_NOTOWNER.
     * Page: ITCallInfo::put_CallInfoLong (tapi3if.h).
     */
    HRESULT (*put_CallInfoLong)(ITCallInfo *This, CALLINFO_LONG CallInfoLong, LONG lCallInfoLongVal);
    /**
     * Reads one text about the call, such as the caller's number.
     *
     * CallInfoString: which one (CALLINFO_STRING).
     * ppCallInfoString: receives the text; free it with SysFreeString. Information that is not
     * there gives S_OK and an empty BSTR; caller id may come later, with TE_CALLINFOCHANGE.
     * Returns E_INVALIDARG for an unknown selector, E_POINTER, E_OUTOFMEMORY.
     * Page: ITCallInfo::get_CallInfoString (tapi3if.h).
     */
    HRESULT (*get_CallInfoString)(ITCallInfo *This, CALLINFO_STRING CallInfoString, BSTR *ppCallInfoString);
    /**
     * Sets one text about the call.
     *
     * CallInfoString: which one (CALLINFO_STRING): CIS_CALLEDPARTYFRIENDLYNAME, CIS_COMMENT,
     * CIS_DISPLAYABLEADDRESS or CIS_CALLINGPARTYID, while the call is idle.
     * pCallInfoString: the text; copied, stays the caller's.
     * Returns E_INVALIDARG for an unknown selector or one that cannot be set,
     * TAPI_E_INVALCALLSTATE if the call is not idle, TAPI_E_NOTOWNER, E_OUTOFMEMORY.
     * Page: ITCallInfo::put_CallInfoString (tapi3if.h).
     */
    HRESULT (*put_CallInfoString)(ITCallInfo *This, CALLINFO_STRING CallInfoString, BSTR pCallInfoString);
    /**
     * Reads one block of bytes about the call, for Automation clients.
     *
     * CallInfoBuffer: which one (CALLINFO_BUFFER).
     * ppCallInfoBuffer: receives VT_ARRAY of VT_UI1, empty if there is none; free it with
     * VariantClear.
     * Returns E_INVALIDARG for an unknown selector, E_POINTER, E_OUTOFMEMORY.
     * Page: ITCallInfo::get_CallInfoBuffer (tapi3if.h).
     */
    HRESULT (*get_CallInfoBuffer)(ITCallInfo *This, CALLINFO_BUFFER CallInfoBuffer, VARIANT *ppCallInfoBuffer);
    /**
     * Sets one block of bytes about the call, for Automation clients.
     *
     * CallInfoBuffer: which one (CALLINFO_BUFFER); CIB_USERUSERINFO before Connect travels
     * with the call.
     * pCallInfoBuffer: VT_ARRAY of VT_UI1; copied, stays the caller's.
     * Returns E_INVALIDARG for an unknown selector or another kind of VARIANT,
     * TAPI_E_INVALCALLSTATE, TAPI_E_USERUSERINFOTOOBIG, TAPI_E_NOTOWNER, TAPI_E_NOTSUPPORTED,
     * E_OUTOFMEMORY.
     * Page: ITCallInfo::put_CallInfoBuffer (tapi3if.h).
     */
    HRESULT (*put_CallInfoBuffer)(ITCallInfo *This, CALLINFO_BUFFER CallInfoBuffer, VARIANT pCallInfoBuffer);
    /**
     * Reads one block of bytes about the call, for C and C++ clients.
     *
     * CallInfoBuffer: which one (CALLINFO_BUFFER).
     * pdwSize: receives the number of bytes, 0 if there are none.
     * ppCallInfoBuffer: receives the bytes, NULL if there are none; free them with
     * CoTaskMemFree.
     * Returns E_INVALIDARG for an unknown selector, E_POINTER, E_OUTOFMEMORY.
     * Page: ITCallInfo::GetCallInfoBuffer (tapi3if.h).
     */
    HRESULT (*GetCallInfoBuffer)(ITCallInfo *This, CALLINFO_BUFFER CallInfoBuffer, DWORD *pdwSize, BYTE **ppCallInfoBuffer);
    /**
     * Sets one block of bytes about the call, for C and C++ clients.
     *
     * CallInfoBuffer: which one (CALLINFO_BUFFER); CIB_USERUSERINFO before Connect travels
     * with the call.
     * dwSize: the number of bytes.
     * pCallInfoBuffer: the bytes; may be NULL only if dwSize is 0; copied, stays the caller's.
     * Returns E_INVALIDARG for an unknown selector, TAPI_E_INVALCALLSTATE,
     * TAPI_E_USERUSERINFOTOOBIG, TAPI_E_NOTOWNER, TAPI_E_NOTSUPPORTED, E_POINTER,
     * E_OUTOFMEMORY.
     * Page: ITCallInfo::SetCallInfoBuffer (tapi3if.h).
     */
    HRESULT (*SetCallInfoBuffer)(ITCallInfo *This, CALLINFO_BUFFER CallInfoBuffer, DWORD dwSize, BYTE *pCallInfoBuffer);
    /**
     * Discards the user-user information received, so that the next can come in.
     *
     * Blocks until the provider has answered, two minutes at most.
     * Returns TAPI_E_NOTOWNER, TAPI_E_NOTSUPPORTED, E_OUTOFMEMORY, TAPI_E_TIMEOUT.
     * Page: ITCallInfo::ReleaseUserUserInfo (tapi3if.h).
     */
    HRESULT (*ReleaseUserUserInfo)(ITCallInfo *This);
};

/**
 * Tells what is known of a call: its state, address, parties and numbers.
 *
 * QueryInterface of the call object; the call events hand it out too. Never blocks, except
 * ReleaseUserUserInfo. A disconnected call stays readable until its last Release.
 * Page: ITCallInfo (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITCallInfo2 *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
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
    HRESULT (*GetCallInfoBuffer)(ITCallInfo2 *This, CALLINFO_BUFFER CallInfoBuffer, DWORD *pdwSize, BYTE **ppCallInfoBuffer);
    HRESULT (*SetCallInfoBuffer)(ITCallInfo2 *This, CALLINFO_BUFFER CallInfoBuffer, DWORD dwSize, BYTE *pCallInfoBuffer);
    HRESULT (*ReleaseUserUserInfo)(ITCallInfo2 *This);
    /**
     * Tells whether an event about this call is let through.
     *
     * TapiEvent: the kind of event, one TAPI_EVENT bit.
     * lSubEvent: which one of that kind, a value of its enumeration: CALL_STATE for
     * TE_CALLSTATE, CALL_NOTIFICATION_EVENT for TE_CALLNOTIFICATION, CALL_MEDIA_EVENT for
     * TE_CALLMEDIA, CALLHUB_EVENT for TE_CALLHUB, CALLINFOCHANGE_CAUSE for TE_CALLINFOCHANGE,
     * QOS_EVENT for TE_QOSEVENT; 0 for a kind without one.
     * pEnable: receives VARIANT_TRUE if it is. At the start everything is.
     * Returns E_INVALIDARG for an unknown event or sub-event, E_POINTER.
     * Page: ITCallInfo2::get_EventFilter (tapi3if.h).
     */
    HRESULT (*get_EventFilter)(ITCallInfo2 *This, TAPI_EVENT TapiEvent, LONG lSubEvent, VARIANT_BOOL *pEnable);
    /**
     * Lets an event about this call through, or keeps it back.
     *
     * TapiEvent, lSubEvent: as for get_EventFilter.
     * bEnable: VARIANT_TRUE to let it through, VARIANT_FALSE to keep it back.
     * Returns E_INVALIDARG for an unknown event or sub-event.
     * Page: ITCallInfo2::put_EventFilter (tapi3if.h).
     */
    HRESULT (*put_EventFilter)(ITCallInfo2 *This, TAPI_EVENT TapiEvent, LONG lSubEvent, VARIANT_BOOL bEnable);
};

/**
 * Call information with an event filter for this one call.
 *
 * QueryInterface of the call object. An event about the call arrives only if the filters of
 * the TAPI object, of the address and of the call all let it through.
 * Page: ITCallInfo2 (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITCallHub *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITCallHub *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /**
     * Tries to end every call of the hub.
     *
     * Calls that this program does not own stay. Each call that ends raises its own
     * TE_CALLSTATE. Blocks until the provider has answered for each, two minutes at most.
     * Returns the first failure if a call that the program owns could not be ended,
     * E_OUTOFMEMORY.
     * Page: ITCallHub::Clear (tapi3if.h).
     */
    HRESULT (*Clear)(ITCallHub *This);
    /**
     * Lists the calls of the hub, for C and C++ clients.
     *
     * ppEnumCall: receives a new enumerator of ITCallInfo, a snapshot; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITCallHub::EnumerateCalls (tapi3if.h).
     */
    HRESULT (*EnumerateCalls)(ITCallHub *This, IEnumCall **ppEnumCall);
    /**
     * Lists the calls of the hub, for Automation clients.
     *
     * pCalls: receives VT_DISPATCH, an ITCollection of ITCallInfo; free it with VariantClear.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITCallHub::get_Calls (tapi3if.h).
     */
    HRESULT (*get_Calls)(ITCallHub *This, VARIANT *pCalls);
    /**
     * Counts the calls of the hub.
     *
     * plCalls: receives the number.
     * Returns E_POINTER.
     * Page: ITCallHub::get_NumCalls (tapi3if.h).
     */
    HRESULT (*get_NumCalls)(ITCallHub *This, LONG *plCalls);
    /**
     * Tells whether the hub still has a live call.
     *
     * pState: receives CHS_ACTIVE or CHS_IDLE.
     * Returns E_POINTER.
     * Page: ITCallHub::get_State (tapi3if.h).
     */
    HRESULT (*get_State)(ITCallHub *This, CALLHUB_STATE *pState);
};

/**
 * A conversation: the calls that belong together, such as the legs of a conference.
 *
 * Never made by the program: the provider's call ids decide which calls share a hub. Comes
 * from ITCallInfo::get_CallHub, ITTAPI::EnumerateCallHubs or TE_CALLHUB. Other parties' calls
 * are in it only as far as the provider shows them.
 * Page: ITCallHub (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITBasicCallControl2 *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
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
    /**
     * Makes or finds a terminal that fits the call.
     *
     * bstrTerminalClassGUID: the terminal class as GUID text, one of CLSID_String_...; stays
     * the caller's.
     * lMediaType: the TAPIMEDIATYPE_ bits that it must carry.
     * Direction: capture, render or both (TERMINAL_DIRECTION).
     * ppTerminal: receives the terminal; Release it.
     * Returns E_INVALIDARG if the text is no GUID, TAPI_E_INVALIDTERMINALCLASS,
     * TAPI_E_INVALIDMEDIATYPE, TAPI_E_INVALIDDIRECTION, TAPI_E_NOTSUPPORTED if the provider
     * has no media, E_POINTER, E_OUTOFMEMORY.
     * Page: ITBasicCallControl2::RequestTerminal (tapi3if.h).
     */
    HRESULT (*RequestTerminal)(ITBasicCallControl2 *This,
                               BSTR bstrTerminalClassGUID,
                               LONG lMediaType,
                               TERMINAL_DIRECTION Direction,
                               ITTerminal **ppTerminal);
    /**
     * Uses a terminal for every stream of the call that it fits.
     *
     * pTerminal: the terminal; not NULL; the call keeps its own reference. Allowed from
     * CS_IDLE on; before there is a stream the choice is kept for later.
     * Returns E_POINTER, TAPI_E_INVALIDTERMINAL, TAPI_E_TERMINALINUSE, TAPI_E_MAXTERMINALS,
     * TAPI_E_NOTSUPPORTED, E_OUTOFMEMORY.
     * Page: ITBasicCallControl2::SelectTerminalOnCall (tapi3if.h).
     */
    HRESULT (*SelectTerminalOnCall)(ITBasicCallControl2 *This, ITTerminal *pTerminal);
    /**
     * Stops using a terminal for the call.
     *
     * pTerminal: a terminal that is selected; not NULL.
     * Returns E_POINTER, TAPI_E_INVALIDTERMINAL, TAPI_E_NOTSUPPORTED.
     * Page: ITBasicCallControl2::UnselectTerminalOnCall (tapi3if.h).
     */
    HRESULT (*UnselectTerminalOnCall)(ITBasicCallControl2 *This, ITTerminal *pTerminal);
};

/**
 * Call control with terminals: which device records and plays the call.
 *
 * QueryInterface of the call object. All that is said of ITBasicCallControl holds here too.
 * Page: ITBasicCallControl2 (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITCollection *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITCollection *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /**
     * Counts the items.
     *
     * lCount: receives the number.
     * Returns E_POINTER.
     * Page: ITCollection::get_Count (tapi3if.h).
     */
    HRESULT (*get_Count)(ITCollection *This, LONG *lCount);
    /**
     * Gives one item; the default member, so that list(1) works in scripts.
     *
     * Index: from 1 to Count.
     * pVariant: receives the item, VT_DISPATCH for an object, VT_BSTR for a text; free it with
     * VariantClear.
     * Returns E_INVALIDARG for an index outside, E_POINTER, E_OUTOFMEMORY.
     * Page: ITCollection::get_Item (tapi3if.h).
     */
    HRESULT (*get_Item)(ITCollection *This, LONG Index, VARIANT *pVariant);
    /**
     * Starts a walk over all items.
     *
     * ppNewEnum: receives an enumerator; ask it for IEnumVARIANT; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITCollection::get__NewEnum (tapi3if.h).
     */
    HRESULT (*get__NewEnum)(ITCollection *This, IUnknown **ppNewEnum);
};

/**
 * A list for Automation clients; what For Each and Python's for loop over.
 *
 * The get_ methods that list things hand it out in a VARIANT of VT_DISPATCH. Indexes are
 * 1-based. A snapshot: it does not follow later changes, and keeps its items alive.
 * Page: ITCollection (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITCollection2 *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
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
    /**
     * Inserts an item.
     *
     * Index: the place that it gets, from 1 to Count + 1; later items move up.
     * pVariant: the item; copied, stays the caller's; not NULL.
     * Returns E_INVALIDARG for an index outside, E_POINTER, E_OUTOFMEMORY.
     * Page: ITCollection2::Add (tapi3if.h).
     */
    HRESULT (*Add)(ITCollection2 *This, LONG Index, VARIANT *pVariant);
    /**
     * Removes an item.
     *
     * Index: from 1 to Count; later items move down.
     * Returns E_INVALIDARG for an index outside.
     * Page: ITCollection2::Remove (tapi3if.h).
     */
    HRESULT (*Remove)(ITCollection2 *This, LONG Index);
};

/**
 * A list that the program fills itself, for methods that take one.
 *
 * Made by ITTAPI2::CreateEmptyCollectionObject. Unlike what TAPI lists, it can be changed.
 * Page: ITCollection2 (tapi3if.h).
 */
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
    /**
     * Gives the next phones.
     *
     * celt: how many are wanted.
     * ppElements: room for celt elements (ITPhone); Release each.
     * pceltFetched: receives how many there were; may be NULL only if celt is 1.
     * Returns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is
     * handed out, the position stays).
     * Page: IEnumPhone::Next (tapi3if.h).
     */
    HRESULT (*Next)(IEnumPhone *This, ULONG celt, ITPhone **ppElements, ULONG *pceltFetched);
    /**
     * Goes back to the first element.
     *
     * Page: IEnumPhone::Reset (tapi3if.h).
     */
    HRESULT (*Reset)(IEnumPhone *This);
    /**
     * Leaves out the next elements.
     *
     * celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
     * Page: IEnumPhone::Skip (tapi3if.h).
     */
    HRESULT (*Skip)(IEnumPhone *This, ULONG celt);
    /**
     * Makes a second enumerator at the same position.
     *
     * ppEnum: receives it; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: IEnumPhone::Clone (tapi3if.h).
     */
    HRESULT (*Clone)(IEnumPhone *This, IEnumPhone **ppEnum);
};

/**
 * Walks over phones, for C and C++ clients.
 *
 * Comes from ITTAPI2::EnumeratePhones. A snapshot: it does not follow later changes. Not for
 * use by several threads at once: Clone it for each.
 * Page: IEnumPhone (tapi3if.h).
 */
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
    /**
     * Gives the next terminals.
     *
     * celt: how many are wanted.
     * ppElements: room for celt elements (ITTerminal); Release each.
     * pceltFetched: receives how many there were; may be NULL only if celt is 1.
     * Returns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is
     * handed out, the position stays).
     * Page: IEnumTerminal::Next (tapi3if.h).
     */
    HRESULT (*Next)(IEnumTerminal *This, ULONG celt, ITTerminal **ppElements, ULONG *pceltFetched);
    /**
     * Goes back to the first element.
     *
     * Page: IEnumTerminal::Reset (tapi3if.h).
     */
    HRESULT (*Reset)(IEnumTerminal *This);
    /**
     * Leaves out the next elements.
     *
     * celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
     * Page: IEnumTerminal::Skip (tapi3if.h).
     */
    HRESULT (*Skip)(IEnumTerminal *This, ULONG celt);
    /**
     * Makes a second enumerator at the same position.
     *
     * ppEnum: receives it; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: IEnumTerminal::Clone (tapi3if.h).
     */
    HRESULT (*Clone)(IEnumTerminal *This, IEnumTerminal **ppEnum);
};

/**
 * Walks over terminals, for C and C++ clients.
 *
 * Comes from ITTerminalSupport::EnumerateStaticTerminals and others. A snapshot: it does not
 * follow later changes. Not for use by several threads at once: Clone it for each.
 * Page: IEnumTerminal (tapi3if.h).
 */
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
    /**
     * Gives the next terminal classes.
     *
     * celt: how many are wanted.
     * pElements: room for celt elements (GUID); plain values, nothing to free.
     * pceltFetched: receives how many there were; may be NULL only if celt is 1.
     * Returns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is
     * handed out, the position stays).
     * Page: IEnumTerminalClass::Next (tapi3if.h).
     */
    HRESULT (*Next)(IEnumTerminalClass *This, ULONG celt, GUID *pElements, ULONG *pceltFetched);
    /**
     * Goes back to the first element.
     *
     * Page: IEnumTerminalClass::Reset (tapi3if.h).
     */
    HRESULT (*Reset)(IEnumTerminalClass *This);
    /**
     * Leaves out the next elements.
     *
     * celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
     * Page: IEnumTerminalClass::Skip (tapi3if.h).
     */
    HRESULT (*Skip)(IEnumTerminalClass *This, ULONG celt);
    /**
     * Makes a second enumerator at the same position.
     *
     * ppEnum: receives it; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: IEnumTerminalClass::Clone (tapi3if.h).
     */
    HRESULT (*Clone)(IEnumTerminalClass *This, IEnumTerminalClass **ppEnum);
};

/**
 * Walks over terminal classes, for C and C++ clients.
 *
 * Comes from ITTerminalSupport::EnumerateDynamicTerminalClasses. A snapshot: it does not
 * follow later changes. Not for use by several threads at once: Clone it for each.
 * Page: IEnumTerminalClass (tapi3if.h).
 */
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
    /**
     * Gives the next calls.
     *
     * celt: how many are wanted.
     * ppElements: room for celt elements (ITCallInfo); Release each.
     * pceltFetched: receives how many there were; may be NULL only if celt is 1.
     * Returns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is
     * handed out, the position stays).
     * Page: IEnumCall::Next (tapi3if.h).
     */
    HRESULT (*Next)(IEnumCall *This, ULONG celt, ITCallInfo **ppElements, ULONG *pceltFetched);
    /**
     * Goes back to the first element.
     *
     * Page: IEnumCall::Reset (tapi3if.h).
     */
    HRESULT (*Reset)(IEnumCall *This);
    /**
     * Leaves out the next elements.
     *
     * celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
     * Page: IEnumCall::Skip (tapi3if.h).
     */
    HRESULT (*Skip)(IEnumCall *This, ULONG celt);
    /**
     * Makes a second enumerator at the same position.
     *
     * ppEnum: receives it; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: IEnumCall::Clone (tapi3if.h).
     */
    HRESULT (*Clone)(IEnumCall *This, IEnumCall **ppEnum);
};

/**
 * Walks over calls, for C and C++ clients.
 *
 * Comes from ITAddress::EnumerateCalls and ITCallHub::EnumerateCalls. A snapshot: it does not
 * follow later changes. Not for use by several threads at once: Clone it for each.
 * Page: IEnumCall (tapi3if.h).
 */
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
    /**
     * Gives the next addresses.
     *
     * celt: how many are wanted.
     * ppElements: room for celt elements (ITAddress); Release each.
     * pceltFetched: receives how many there were; may be NULL only if celt is 1.
     * Returns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is
     * handed out, the position stays).
     * Page: IEnumAddress::Next (tapi3if.h).
     */
    HRESULT (*Next)(IEnumAddress *This, ULONG celt, ITAddress **ppElements, ULONG *pceltFetched);
    /**
     * Goes back to the first element.
     *
     * Page: IEnumAddress::Reset (tapi3if.h).
     */
    HRESULT (*Reset)(IEnumAddress *This);
    /**
     * Leaves out the next elements.
     *
     * celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
     * Page: IEnumAddress::Skip (tapi3if.h).
     */
    HRESULT (*Skip)(IEnumAddress *This, ULONG celt);
    /**
     * Makes a second enumerator at the same position.
     *
     * ppEnum: receives it; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: IEnumAddress::Clone (tapi3if.h).
     */
    HRESULT (*Clone)(IEnumAddress *This, IEnumAddress **ppEnum);
};

/**
 * Walks over addresses, for C and C++ clients.
 *
 * Comes from ITTAPI::EnumerateAddresses. A snapshot: it does not follow later changes. Not for
 * use by several threads at once: Clone it for each.
 * Page: IEnumAddress (tapi3if.h).
 */
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
    /**
     * Gives the next call hubs.
     *
     * celt: how many are wanted.
     * ppElements: room for celt elements (ITCallHub); Release each.
     * pceltFetched: receives how many there were; may be NULL only if celt is 1.
     * Returns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is
     * handed out, the position stays).
     * Page: IEnumCallHub::Next (tapi3if.h).
     */
    HRESULT (*Next)(IEnumCallHub *This, ULONG celt, ITCallHub **ppElements, ULONG *pceltFetched);
    /**
     * Goes back to the first element.
     *
     * Page: IEnumCallHub::Reset (tapi3if.h).
     */
    HRESULT (*Reset)(IEnumCallHub *This);
    /**
     * Leaves out the next elements.
     *
     * celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
     * Page: IEnumCallHub::Skip (tapi3if.h).
     */
    HRESULT (*Skip)(IEnumCallHub *This, ULONG celt);
    /**
     * Makes a second enumerator at the same position.
     *
     * ppEnum: receives it; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: IEnumCallHub::Clone (tapi3if.h).
     */
    HRESULT (*Clone)(IEnumCallHub *This, IEnumCallHub **ppEnum);
};

/**
 * Walks over call hubs, for C and C++ clients.
 *
 * Comes from ITTAPI::EnumerateCallHubs. A snapshot: it does not follow later changes. Not for
 * use by several threads at once: Clone it for each.
 * Page: IEnumCallHub (tapi3if.h).
 */
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
    /**
     * Gives the next texts.
     *
     * celt: how many are wanted.
     * ppStrings: room for celt elements (BSTR); free each with SysFreeString.
     * pceltFetched: receives how many there were; may be NULL only if celt is 1.
     * Returns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is
     * handed out, the position stays).
     * Page: IEnumBstr::Next (tapi3if.h).
     */
    HRESULT (*Next)(IEnumBstr *This, ULONG celt, BSTR *ppStrings, ULONG *pceltFetched);
    /**
     * Goes back to the first element.
     *
     * Page: IEnumBstr::Reset (tapi3if.h).
     */
    HRESULT (*Reset)(IEnumBstr *This);
    /**
     * Leaves out the next elements.
     *
     * celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
     * Page: IEnumBstr::Skip (tapi3if.h).
     */
    HRESULT (*Skip)(IEnumBstr *This, ULONG celt);
    /**
     * Makes a second enumerator at the same position.
     *
     * ppEnum: receives it; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: IEnumBstr::Clone (tapi3if.h).
     */
    HRESULT (*Clone)(IEnumBstr *This, IEnumBstr **ppEnum);
};

/**
 * Walks over texts, for C and C++ clients.
 *
 * Comes from the Enumerate methods of ITAddressCapabilities. A snapshot: it does not follow
 * later changes. Not for use by several threads at once: Clone it for each.
 * Page: IEnumBstr (tapi3if.h).
 */
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
    /**
     * Gives the next pluggable terminal classes.
     *
     * celt: how many are wanted.
     * ppElements: room for celt elements (ITPluggableTerminalClassInfo); Release each.
     * pceltFetched: receives how many there were; may be NULL only if celt is 1.
     * Returns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is
     * handed out, the position stays).
     * Page: IEnumPluggableTerminalClassInfo::Next (tapi3if.h).
     */
    HRESULT (*Next)(IEnumPluggableTerminalClassInfo *This,
                    ULONG celt,
                    ITPluggableTerminalClassInfo **ppElements,
                    ULONG *pceltFetched);
    /**
     * Goes back to the first element.
     *
     * Page: IEnumPluggableTerminalClassInfo::Reset (tapi3if.h).
     */
    HRESULT (*Reset)(IEnumPluggableTerminalClassInfo *This);
    /**
     * Leaves out the next elements.
     *
     * celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
     * Page: IEnumPluggableTerminalClassInfo::Skip (tapi3if.h).
     */
    HRESULT (*Skip)(IEnumPluggableTerminalClassInfo *This, ULONG celt);
    /**
     * Makes a second enumerator at the same position.
     *
     * ppEnum: receives it; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: IEnumPluggableTerminalClassInfo::Clone (tapi3if.h).
     */
    HRESULT (*Clone)(IEnumPluggableTerminalClassInfo *This, IEnumPluggableTerminalClassInfo **ppEnum);
};

/**
 * Walks over pluggable terminal classes, for C and C++ clients.
 *
 * Comes from ITTerminalSupport2::EnumeratePluggableTerminalClasses. A snapshot: it does not
 * follow later changes. Not for use by several threads at once: Clone it for each.
 * Page: IEnumPluggableTerminalClassInfo (tapi3if.h).
 */
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
    /**
     * Gives the next pluggable terminal superclasses.
     *
     * celt: how many are wanted.
     * ppElements: room for celt elements (ITPluggableTerminalSuperclassInfo); Release each.
     * pceltFetched: receives how many there were; may be NULL only if celt is 1.
     * Returns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is
     * handed out, the position stays).
     * Page: IEnumPluggableSuperclassInfo::Next (tapi3if.h).
     */
    HRESULT (*Next)(IEnumPluggableSuperclassInfo *This,
                    ULONG celt,
                    ITPluggableTerminalSuperclassInfo **ppElements,
                    ULONG *pceltFetched);
    /**
     * Goes back to the first element.
     *
     * Page: IEnumPluggableSuperclassInfo::Reset (tapi3if.h).
     */
    HRESULT (*Reset)(IEnumPluggableSuperclassInfo *This);
    /**
     * Leaves out the next elements.
     *
     * celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
     * Page: IEnumPluggableSuperclassInfo::Skip (tapi3if.h).
     */
    HRESULT (*Skip)(IEnumPluggableSuperclassInfo *This, ULONG celt);
    /**
     * Makes a second enumerator at the same position.
     *
     * ppEnum: receives it; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: IEnumPluggableSuperclassInfo::Clone (tapi3if.h).
     */
    HRESULT (*Clone)(IEnumPluggableSuperclassInfo *This, IEnumPluggableSuperclassInfo **ppEnum);
};

/**
 * Walks over pluggable terminal superclasses, for C and C++ clients.
 *
 * Comes from ITTerminalSupport2::EnumeratePluggableSuperclasses. A snapshot: it does not
 * follow later changes. Not for use by several threads at once: Clone it for each.
 * Page: IEnumPluggableSuperclassInfo (tapi3if.h).
 */
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
    /**
     * Gives the next dialling locations.
     *
     * celt: how many are wanted.
     * ppElements: room for celt elements (ITLocationInfo); Release each.
     * pceltFetched: receives how many there were; may be NULL only if celt is 1.
     * Returns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is
     * handed out, the position stays).
     * Page: IEnumLocation::Next (tapi3if.h).
     */
    HRESULT (*Next)(IEnumLocation *This, ULONG celt, ITLocationInfo **ppElements, ULONG *pceltFetched);
    /**
     * Goes back to the first element.
     *
     * Page: IEnumLocation::Reset (tapi3if.h).
     */
    HRESULT (*Reset)(IEnumLocation *This);
    /**
     * Leaves out the next elements.
     *
     * celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
     * Page: IEnumLocation::Skip (tapi3if.h).
     */
    HRESULT (*Skip)(IEnumLocation *This, ULONG celt);
    /**
     * Makes a second enumerator at the same position.
     *
     * ppEnum: receives it; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: IEnumLocation::Clone (tapi3if.h).
     */
    HRESULT (*Clone)(IEnumLocation *This, IEnumLocation **ppEnum);
};

/**
 * Walks over dialling locations, for C and C++ clients.
 *
 * Comes from ITAddressTranslation::EnumerateLocations. A snapshot: it does not follow later
 * changes. Not for use by several threads at once: Clone it for each.
 * Page: IEnumLocation (tapi3if.h).
 */
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
    /**
     * Gives the next calling cards.
     *
     * celt: how many are wanted.
     * ppElements: room for celt elements (ITCallingCard); Release each.
     * pceltFetched: receives how many there were; may be NULL only if celt is 1.
     * Returns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is
     * handed out, the position stays).
     * Page: IEnumCallingCard::Next (tapi3if.h).
     */
    HRESULT (*Next)(IEnumCallingCard *This, ULONG celt, ITCallingCard **ppElements, ULONG *pceltFetched);
    /**
     * Goes back to the first element.
     *
     * Page: IEnumCallingCard::Reset (tapi3if.h).
     */
    HRESULT (*Reset)(IEnumCallingCard *This);
    /**
     * Leaves out the next elements.
     *
     * celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
     * Page: IEnumCallingCard::Skip (tapi3if.h).
     */
    HRESULT (*Skip)(IEnumCallingCard *This, ULONG celt);
    /**
     * Makes a second enumerator at the same position.
     *
     * ppEnum: receives it; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: IEnumCallingCard::Clone (tapi3if.h).
     */
    HRESULT (*Clone)(IEnumCallingCard *This, IEnumCallingCard **ppEnum);
};

/**
 * Walks over calling cards, for C and C++ clients.
 *
 * Comes from ITAddressTranslation::EnumerateCallingCards. A snapshot: it does not follow later
 * changes. Not for use by several threads at once: Clone it for each.
 * Page: IEnumCallingCard (tapi3if.h).
 */
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
    /**
     * Gives the next streams.
     *
     * celt: how many are wanted.
     * ppElements: room for celt elements (ITStream); Release each.
     * pceltFetched: receives how many there were; may be NULL only if celt is 1.
     * Returns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is
     * handed out, the position stays).
     * Page: IEnumStream::Next (tapi3if.h).
     */
    HRESULT (*Next)(IEnumStream *This, ULONG celt, ITStream **ppElements, ULONG *pceltFetched);
    /**
     * Goes back to the first element.
     *
     * Page: IEnumStream::Reset (tapi3if.h).
     */
    HRESULT (*Reset)(IEnumStream *This);
    /**
     * Leaves out the next elements.
     *
     * celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
     * Page: IEnumStream::Skip (tapi3if.h).
     */
    HRESULT (*Skip)(IEnumStream *This, ULONG celt);
    /**
     * Makes a second enumerator at the same position.
     *
     * ppEnum: receives it; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: IEnumStream::Clone (tapi3if.h).
     */
    HRESULT (*Clone)(IEnumStream *This, IEnumStream **ppEnum);
};

/**
 * Walks over streams, for C and C++ clients.
 *
 * Comes from ITStreamControl::EnumerateStreams. A snapshot: it does not follow later changes.
 * Not for use by several threads at once: Clone it for each.
 * Page: IEnumStream (tapi3if.h).
 */
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
    /**
     * Gives the next substreams.
     *
     * celt: how many are wanted.
     * ppElements: room for celt elements (ITSubStream); Release each.
     * pceltFetched: receives how many there were; may be NULL only if celt is 1.
     * Returns S_FALSE if there were fewer than celt, E_POINTER, E_OUTOFMEMORY (nothing is
     * handed out, the position stays).
     * Page: IEnumSubStream::Next (tapi3if.h).
     */
    HRESULT (*Next)(IEnumSubStream *This, ULONG celt, ITSubStream **ppElements, ULONG *pceltFetched);
    /**
     * Goes back to the first element.
     *
     * Page: IEnumSubStream::Reset (tapi3if.h).
     */
    HRESULT (*Reset)(IEnumSubStream *This);
    /**
     * Leaves out the next elements.
     *
     * celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
     * Page: IEnumSubStream::Skip (tapi3if.h).
     */
    HRESULT (*Skip)(IEnumSubStream *This, ULONG celt);
    /**
     * Makes a second enumerator at the same position.
     *
     * ppEnum: receives it; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: IEnumSubStream::Clone (tapi3if.h).
     */
    HRESULT (*Clone)(IEnumSubStream *This, IEnumSubStream **ppEnum);
};

/**
 * Walks over substreams, for C and C++ clients.
 *
 * Comes from ITSubStreamControl::EnumerateSubStreams. A snapshot: it does not follow later
 * changes. Not for use by several threads at once: Clone it for each.
 * Page: IEnumSubStream (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITPrivateEvent *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITPrivateEvent *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /**
     * Gives the address concerned.
     *
     * ppAddress: receives it, NULL if none; Release it.
     * Returns E_POINTER.
     * Page: ITPrivateEvent::get_Address (tapi3if.h).
     */
    HRESULT (*get_Address)(ITPrivateEvent *This, ITAddress **ppAddress);
    /**
     * Gives the call concerned.
     *
     * ppCallInfo: receives it, NULL if none; Release it.
     * Returns E_POINTER.
     * Page: ITPrivateEvent::get_Call (tapi3if.h).
     */
    HRESULT (*get_Call)(ITPrivateEvent *This, ITCallInfo **ppCallInfo);
    /**
     * Gives the call hub concerned.
     *
     * ppCallHub: receives it, NULL if none; Release it.
     * Returns E_POINTER.
     * Page: ITPrivateEvent::get_CallHub (tapi3if.h).
     */
    HRESULT (*get_CallHub)(ITPrivateEvent *This, ITCallHub **ppCallHub);
    /**
     * Tells which of the provider's events this is.
     *
     * plEventCode: receives the provider's number for it.
     * Returns E_POINTER.
     * Page: ITPrivateEvent::get_EventCode (tapi3if.h).
     */
    HRESULT (*get_EventCode)(ITPrivateEvent *This, LONG *plEventCode);
    /**
     * Gives the provider's own object with the details.
     *
     * pEventInterface: receives it, NULL if none; Release it.
     * Returns E_POINTER.
     * Page: ITPrivateEvent::get_EventInterface (tapi3if.h).
     */
    HRESULT (*get_EventInterface)(ITPrivateEvent *This, IDispatch **pEventInterface);
};

/**
 * TE_PRIVATE: an event of the provider's own kind.
 *
 * Read-only; E_POINTER for a NULL out-pointer. The provider's documentation explains it.
 * Page: ITPrivateEvent (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITPhoneEvent *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITPhoneEvent *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** Gives the phone; Release it. */
    HRESULT (*get_Phone)(ITPhoneEvent *This, ITPhone **ppPhone);
    /** Tells what happened (PHONE_EVENT). */
    HRESULT (*get_Event)(ITPhoneEvent *This, PHONE_EVENT *pEvent);
    /** Tells the state of the button, for PE_BUTTON. */
    HRESULT (*get_ButtonState)(ITPhoneEvent *This, PHONE_BUTTON_STATE *pState);
    /** Tells the new hook-switch state, for PE_HOOKSWITCH. */
    HRESULT (*get_HookSwitchState)(ITPhoneEvent *This, PHONE_HOOK_SWITCH_STATE *pState);
    /** Tells which hook-switch device changed, for PE_HOOKSWITCH. */
    HRESULT (*get_HookSwitchDevice)(ITPhoneEvent *This, PHONE_HOOK_SWITCH_DEVICE *pDevice);
    /** Tells the new ring mode, for PE_RINGMODE. */
    HRESULT (*get_RingMode)(ITPhoneEvent *This, LONG *plRingMode);
    /** Tells which button or lamp it was, for PE_BUTTON and PE_LAMPMODE. */
    HRESULT (*get_ButtonLampId)(ITPhoneEvent *This, LONG *plButtonLampId);
    /** Tells the number dialled, for PE_NUMBERGATHERED; free it with SysFreeString. */
    HRESULT (*get_NumberGathered)(ITPhoneEvent *This, BSTR *ppNumber);
    /** Gives the call concerned, for PE_ANSWER and PE_DISCONNECT; Release it. */
    HRESULT (*get_Call)(ITPhoneEvent *This, ITCallInfo **ppCallInfo);
};

/**
 * TE_PHONEEVENT: something happened on a phone.
 *
 * Which properties mean something depends on get_Event; the others give TAPI_E_WRONGEVENT.
 * Page: ITPhoneEvent (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITCallStateEvent *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITCallStateEvent *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /**
     * Gives the call.
     *
     * ppCallInfo: receives it, the same object that every event and method names; Release it.
     * Returns E_POINTER.
     * Page: ITCallStateEvent::get_Call (tapi3if.h).
     */
    HRESULT (*get_Call)(ITCallStateEvent *This, ITCallInfo **ppCallInfo);
    /**
     * Tells the state that the call went into.
     *
     * pCallState: receives it (CALL_STATE). ITCallInfo::get_CallState may be ahead of it.
     * Returns E_POINTER.
     * Page: ITCallStateEvent::get_State (tapi3if.h).
     */
    HRESULT (*get_State)(ITCallStateEvent *This, CALL_STATE *pCallState);
    /**
     * Tells why the call is in this state.
     *
     * pCEC: receives the cause (CALL_STATE_EVENT_CAUSE); CEC_NONE unless the state is
     * CS_DISCONNECTED.
     * Returns E_POINTER.
     * Page: ITCallStateEvent::get_Cause (tapi3if.h).
     */
    HRESULT (*get_Cause)(ITCallStateEvent *This, CALL_STATE_EVENT_CAUSE *pCEC);
    /**
     * Gives back the value from the registration.
     *
     * plCallbackInstance: receives lCallbackInstance of ITTAPI::RegisterCallNotifications; 0
     * for a call without registration.
     * Returns E_POINTER.
     * Page: ITCallStateEvent::get_CallbackInstance (tapi3if.h).
     */
    HRESULT (*get_CallbackInstance)(ITCallStateEvent *This, LONG *plCallbackInstance);
};

/**
 * TE_CALLSTATE: a call is now in another state.
 *
 * Raised for every change, also one that this program caused, once and in order for each call;
 * the order across calls is not promised. Incoming calls start with CS_OFFERING, after their
 * TE_CALLNOTIFICATION. CS_DISCONNECTED is the last. Read-only; the values are those of the
 * moment of the change.
 * Page: ITCallStateEvent (tapi3if.h).
 */
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
    /** Gives the phone; Release it. */
    HRESULT (*get_Phone)(ITPhoneDeviceSpecificEvent *This, ITPhone **ppPhone);
    /** Tells the provider's first number. */
    HRESULT (*get_lParam1)(ITPhoneDeviceSpecificEvent *This, LONG *pParam1);
    /** Tells the provider's second number. */
    HRESULT (*get_lParam2)(ITPhoneDeviceSpecificEvent *This, LONG *pParam2);
    /** Tells the provider's third number. */
    HRESULT (*get_lParam3)(ITPhoneDeviceSpecificEvent *This, LONG *pParam3);
};

/**
 * TE_PHONEDEVSPECIFIC: an event of the provider's own kind on a phone.
 *
 * The provider's documentation explains the three numbers.
 * Page: ITPhoneDeviceSpecificEvent (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITCallMediaEvent *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITCallMediaEvent *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /**
     * Gives the call.
     *
     * ppCallInfo: receives it; Release it.
     * Returns E_POINTER.
     * Page: ITCallMediaEvent::get_Call (tapi3if.h).
     */
    HRESULT (*get_Call)(ITCallMediaEvent *This, ITCallInfo **ppCallInfo);
    /**
     * Tells what happened.
     *
     * pCallMediaEvent: receives it (CALL_MEDIA_EVENT).
     * Returns E_POINTER.
     * Page: ITCallMediaEvent::get_Event (tapi3if.h).
     */
    HRESULT (*get_Event)(ITCallMediaEvent *This, CALL_MEDIA_EVENT *pCallMediaEvent);
    /**
     * Tells the error behind a CME_STREAM_FAIL or CME_TERMINAL_FAIL.
     *
     * phrError: receives the HRESULT, S_OK for the other events.
     * Returns E_POINTER.
     * Page: ITCallMediaEvent::get_Error (tapi3if.h).
     */
    HRESULT (*get_Error)(ITCallMediaEvent *This, HRESULT *phrError);
    /**
     * Gives the terminal concerned.
     *
     * ppTerminal: receives it, NULL if none; Release it.
     * Returns E_POINTER.
     * Page: ITCallMediaEvent::get_Terminal (tapi3if.h).
     */
    HRESULT (*get_Terminal)(ITCallMediaEvent *This, ITTerminal **ppTerminal);
    /**
     * Gives the stream concerned.
     *
     * ppStream: receives it, NULL if none; Release it.
     * Returns E_POINTER.
     * Page: ITCallMediaEvent::get_Stream (tapi3if.h).
     */
    HRESULT (*get_Stream)(ITCallMediaEvent *This, ITStream **ppStream);
    /**
     * Tells why it happened.
     *
     * pCause: receives the cause (CALL_MEDIA_EVENT_CAUSE).
     * Returns E_POINTER.
     * Page: ITCallMediaEvent::get_Cause (tapi3if.h).
     */
    HRESULT (*get_Cause)(ITCallMediaEvent *This, CALL_MEDIA_EVENT_CAUSE *pCause);
};

/**
 * TE_CALLMEDIA: a stream or terminal of a call changed.
 *
 * May still arrive some seconds after the call is disconnected. Read-only.
 * Page: ITCallMediaEvent (tapi3if.h).
 */
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
    /** Gives the call; Release it. */
    HRESULT (*get_Call)(ITDigitDetectionEvent *This, ITCallInfo **ppCallInfo);
    /** Tells the digit, as an ASCII character: 0 to 9, A to D, star or hash. */
    HRESULT (*get_Digit)(ITDigitDetectionEvent *This, BYTE *pucDigit);
    /** Tells how it was signalled (LINEDIGITMODE_). */
    HRESULT (*get_DigitMode)(ITDigitDetectionEvent *This, TAPI_DIGITMODE *pDigitMode);
    /** Tells when, in milliseconds of the system's running time. */
    HRESULT (*get_TickCount)(ITDigitDetectionEvent *This, LONG *plTickCount);
    /** Gives back lCallbackInstance of ITTAPI::RegisterCallNotifications. */
    HRESULT (*get_CallbackInstance)(ITDigitDetectionEvent *This, LONG *plCallbackInstance);
};

/**
 * TE_DIGITEVENT: the far end pressed a key.
 *
 * Raised after ITLegacyCallMediaControl::DetectDigits.
 * Page: ITDigitDetectionEvent (tapi3if.h).
 */
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
    /** Gives the call; Release it. */
    HRESULT (*get_Call)(ITDigitGenerationEvent *This, ITCallInfo **ppCallInfo);
    /** Tells how it ended: 1 all sent (LINEGENERATETERM_DONE), 2 cancelled. */
    HRESULT (*get_GenerationTermination)(ITDigitGenerationEvent *This, LONG *plGenerationTermination);
    /** Tells when, in milliseconds of the system's running time. */
    HRESULT (*get_TickCount)(ITDigitGenerationEvent *This, LONG *plTickCount);
    /** Gives back lCallbackInstance of ITTAPI::RegisterCallNotifications. */
    HRESULT (*get_CallbackInstance)(ITDigitGenerationEvent *This, LONG *plCallbackInstance);
};

/**
 * TE_GENERATEEVENT: digits asked for with GenerateDigits have been sent.
 *
 * Page: ITDigitGenerationEvent (tapi3if.h).
 */
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
    /** Gives the call; Release it. */
    HRESULT (*get_Call)(ITDigitsGatheredEvent *This, ITCallInfo **ppCallInfo);
    /** Tells the digits gathered so far, perhaps none; free it with SysFreeString. */
    HRESULT (*get_Digits)(ITDigitsGatheredEvent *This, BSTR *ppDigits);
    /** Tells why it ended (TAPI_GATHERTERM). */
    HRESULT (*get_GatherTermination)(ITDigitsGatheredEvent *This, TAPI_GATHERTERM *pGatherTermination);
    /** Tells when, in milliseconds of the system's running time. */
    HRESULT (*get_TickCount)(ITDigitsGatheredEvent *This, LONG *plTickCount);
    /** Gives back lCallbackInstance of ITTAPI::RegisterCallNotifications. */
    HRESULT (*get_CallbackInstance)(ITDigitsGatheredEvent *This, LONG *plCallbackInstance);
};

/**
 * TE_GATHERDIGITS: a GatherDigits has ended.
 *
 * Page: ITDigitsGatheredEvent (tapi3if.h).
 */
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
    /** Gives the call; Release it. */
    HRESULT (*get_Call)(ITToneDetectionEvent *This, ITCallInfo **ppCallInfo);
    /** Tells which tone: the number given to it beforehand (ITDetectTone::put_AppSpecific). */
    HRESULT (*get_AppSpecific)(ITToneDetectionEvent *This, LONG *plAppSpecific);
    /** Tells when, in milliseconds of the system's running time. */
    HRESULT (*get_TickCount)(ITToneDetectionEvent *This, LONG *plTickCount);
    /** Gives back lCallbackInstance of ITTAPI::RegisterCallNotifications. */
    HRESULT (*get_CallbackInstance)(ITToneDetectionEvent *This, LONG *plCallbackInstance);
};

/**
 * TE_TONEEVENT: a tone asked for with DetectTones was heard.
 *
 * Page: ITToneDetectionEvent (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITTAPIObjectEvent *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITTAPIObjectEvent *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /**
     * Gives the TAPI object.
     *
     * ppTAPIObject: receives it; Release it.
     * Returns E_POINTER.
     * Page: ITTAPIObjectEvent::get_TAPIObject (tapi3if.h).
     */
    HRESULT (*get_TAPIObject)(ITTAPIObjectEvent *This, ITTAPI **ppTAPIObject);
    /**
     * Tells what happened.
     *
     * pEvent: receives it (TAPIOBJECT_EVENT).
     * Returns E_POINTER.
     * Page: ITTAPIObjectEvent::get_Event (tapi3if.h).
     */
    HRESULT (*get_Event)(ITTAPIObjectEvent *This, TAPIOBJECT_EVENT *pEvent);
    /**
     * Gives the address that came, went or closed.
     *
     * ppAddress: receives it; Release it.
     * Returns TAPI_E_WRONGEVENT if the event is not about an address, E_POINTER.
     * Page: ITTAPIObjectEvent::get_Address (tapi3if.h).
     */
    HRESULT (*get_Address)(ITTAPIObjectEvent *This, ITAddress **ppAddress);
    /**
     * Gives back the value from the registration.
     *
     * plCallbackInstance: receives lCallbackInstance of ITTAPI::RegisterCallNotifications; 0
     * without registration.
     * Returns E_POINTER.
     * Page: ITTAPIObjectEvent::get_CallbackInstance (tapi3if.h).
     */
    HRESULT (*get_CallbackInstance)(ITTAPIObjectEvent *This, LONG *plCallbackInstance);
};

/**
 * TE_TAPIOBJECT: the TAPI object itself changed, such as a new address.
 *
 * Read-only.
 * Page: ITTAPIObjectEvent (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITTAPIObjectEvent2 *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
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
    /**
     * Gives the phone that came or went.
     *
     * ppPhone: receives it; Release it.
     * Returns TAPI_E_WRONGEVENT if the event is not TE_PHONECREATE or TE_PHONEREMOVE,
     * E_POINTER.
     * Page: ITTAPIObjectEvent2::get_Phone (tapi3if.h).
     */
    HRESULT (*get_Phone)(ITTAPIObjectEvent2 *This, ITPhone **ppPhone);
};

/**
 * TE_TAPIOBJECT with the phone concerned.
 *
 * QueryInterface of the event object.
 * Page: ITTAPIObjectEvent2 (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITCallHubEvent *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITCallHubEvent *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /**
     * Tells what happened.
     *
     * pEvent: receives it (CALLHUB_EVENT).
     * Returns E_POINTER.
     * Page: ITCallHubEvent::get_Event (tapi3if.h).
     */
    HRESULT (*get_Event)(ITCallHubEvent *This, CALLHUB_EVENT *pEvent);
    /**
     * Gives the hub.
     *
     * ppCallHub: receives it; Release it.
     * Returns E_POINTER.
     * Page: ITCallHubEvent::get_CallHub (tapi3if.h).
     */
    HRESULT (*get_CallHub)(ITCallHubEvent *This, ITCallHub **ppCallHub);
    /**
     * Gives the call that joined or left.
     *
     * ppCall: receives it, NULL where no call of this program is concerned; Release it if not
     * NULL.
     * Returns E_POINTER.
     * Page: ITCallHubEvent::get_Call (tapi3if.h).
     */
    HRESULT (*get_Call)(ITCallHubEvent *This, ITCallInfo **ppCall);
};

/**
 * TE_CALLHUB: a call joined or left a hub, or a hub came or went idle.
 *
 * Raised while ITTAPI::SetCallHubTracking is on. Read-only.
 * Page: ITCallHubEvent (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITAddressEvent *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITAddressEvent *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /**
     * Gives the address.
     *
     * ppAddress: receives it; Release it.
     * Returns E_POINTER.
     * Page: ITAddressEvent::get_Address (tapi3if.h).
     */
    HRESULT (*get_Address)(ITAddressEvent *This, ITAddress **ppAddress);
    /**
     * Tells what happened.
     *
     * pEvent: receives it (ADDRESS_EVENT).
     * Returns E_POINTER.
     * Page: ITAddressEvent::get_Event (tapi3if.h).
     */
    HRESULT (*get_Event)(ITAddressEvent *This, ADDRESS_EVENT *pEvent);
    /**
     * Gives the terminal that came or went.
     *
     * ppTerminal: receives it; Release it.
     * Returns TAPI_E_WRONGEVENT if the event is not AE_NEWTERMINAL or AE_REMOVETERMINAL,
     * E_POINTER.
     * Page: ITAddressEvent::get_Terminal (tapi3if.h).
     */
    HRESULT (*get_Terminal)(ITAddressEvent *This, ITTerminal **ppTerminal);
};

/**
 * TE_ADDRESS: an address changed.
 *
 * Read-only.
 * Page: ITAddressEvent (tapi3if.h).
 */
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
    /** Gives the address; Release it. */
    HRESULT (*get_Address)(ITAddressDeviceSpecificEvent *This, ITAddress **ppAddress);
    /** Gives the call concerned, NULL if none; Release it. */
    HRESULT (*get_Call)(ITAddressDeviceSpecificEvent *This, ITCallInfo **ppCall);
    /** Tells the provider's first number. */
    HRESULT (*get_lParam1)(ITAddressDeviceSpecificEvent *This, LONG *pParam1);
    /** Tells the provider's second number. */
    HRESULT (*get_lParam2)(ITAddressDeviceSpecificEvent *This, LONG *pParam2);
    /** Tells the provider's third number. */
    HRESULT (*get_lParam3)(ITAddressDeviceSpecificEvent *This, LONG *pParam3);
};

/**
 * TE_ADDRESSDEVSPECIFIC: an event of the provider's own kind on an address.
 *
 * The provider's documentation explains the three numbers.
 * Page: ITAddressDeviceSpecificEvent (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITFileTerminalEvent *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITFileTerminalEvent *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** Gives the file terminal; Release it. */
    HRESULT (*get_Terminal)(ITFileTerminalEvent *This, ITTerminal **ppTerminal);
    /** Gives the track concerned, NULL if it is the whole terminal; Release it. */
    HRESULT (*get_Track)(ITFileTerminalEvent *This, ITFileTrack **ppTrackTerminal);
    /** Gives the call; Release it. */
    HRESULT (*get_Call)(ITFileTerminalEvent *This, ITCallInfo **ppCall);
    /** Tells the state that it went into (TERMINAL_MEDIA_STATE). */
    HRESULT (*get_State)(ITFileTerminalEvent *This, TERMINAL_MEDIA_STATE *pState);
    /** Tells why (FT_STATE_EVENT_CAUSE). */
    HRESULT (*get_Cause)(ITFileTerminalEvent *This, FT_STATE_EVENT_CAUSE *pCause);
    /** Tells the error code if a failure caused it, otherwise S_OK. */
    HRESULT (*get_Error)(ITFileTerminalEvent *This, HRESULT *phrErrorCode);
};

/**
 * TE_FILETERMINAL: playing or recording on a file terminal changed its state.
 *
 * Page: ITFileTerminalEvent (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITTTSTerminalEvent *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITTTSTerminalEvent *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** Gives the terminal; Release it. */
    HRESULT (*get_Terminal)(ITTTSTerminalEvent *This, ITTerminal **ppTerminal);
    /** Gives the call; Release it. */
    HRESULT (*get_Call)(ITTTSTerminalEvent *This, ITCallInfo **ppCall);
    /** Tells the error code. */
    HRESULT (*get_Error)(ITTTSTerminalEvent *This, HRESULT *phrErrorCode);
};

/**
 * TE_TTSTERMINAL: a text-to-speech terminal reports an error.
 *
 * Page: ITTTSTerminalEvent (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITASRTerminalEvent *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITASRTerminalEvent *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** Gives the terminal; Release it. */
    HRESULT (*get_Terminal)(ITASRTerminalEvent *This, ITTerminal **ppTerminal);
    /** Gives the call; Release it. */
    HRESULT (*get_Call)(ITASRTerminalEvent *This, ITCallInfo **ppCall);
    /** Tells the error code. */
    HRESULT (*get_Error)(ITASRTerminalEvent *This, HRESULT *phrErrorCode);
};

/**
 * TE_ASRTERMINAL: a speech-recognition terminal reports an error.
 *
 * Page: ITASRTerminalEvent (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITToneTerminalEvent *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITToneTerminalEvent *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** Gives the terminal; Release it. */
    HRESULT (*get_Terminal)(ITToneTerminalEvent *This, ITTerminal **ppTerminal);
    /** Gives the call; Release it. */
    HRESULT (*get_Call)(ITToneTerminalEvent *This, ITCallInfo **ppCall);
    /** Tells the error code. */
    HRESULT (*get_Error)(ITToneTerminalEvent *This, HRESULT *phrErrorCode);
};

/**
 * TE_TONETERMINAL: a tone terminal reports an error.
 *
 * Page: ITToneTerminalEvent (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITQOSEvent *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITQOSEvent *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** Gives the call; Release it. */
    HRESULT (*get_Call)(ITQOSEvent *This, ITCallInfo **ppCall);
    /** Tells what happened (QOS_EVENT). */
    HRESULT (*get_Event)(ITQOSEvent *This, QOS_EVENT *pQosEvent);
    /** Tells which media it is about (TAPIMEDIATYPE_). */
    HRESULT (*get_MediaType)(ITQOSEvent *This, LONG *plMediaType);
};

/**
 * TE_QOSEVENT: the quality of service of a call changed or could not be had.
 *
 * Page: ITQOSEvent (tapi3if.h).
 */
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
    /**
     * Gives the call.
     *
     * ppCall: receives it; Release it.
     * Returns E_POINTER.
     * Page: ITCallInfoChangeEvent::get_Call (tapi3if.h).
     */
    HRESULT (*get_Call)(ITCallInfoChangeEvent *This, ITCallInfo **ppCall);
    /**
     * Tells what is new.
     *
     * pCIC: receives it (CALLINFOCHANGE_CAUSE), such as CIC_CALLERID.
     * Returns E_POINTER.
     * Page: ITCallInfoChangeEvent::get_Cause (tapi3if.h).
     */
    HRESULT (*get_Cause)(ITCallInfoChangeEvent *This, CALLINFOCHANGE_CAUSE *pCIC);
    /**
     * Gives back the value from the registration.
     *
     * plCallbackInstance: receives lCallbackInstance of ITTAPI::RegisterCallNotifications; 0
     * for a call without registration.
     * Returns E_POINTER.
     * Page: ITCallInfoChangeEvent::get_CallbackInstance (tapi3if.h).
     */
    HRESULT (*get_CallbackInstance)(ITCallInfoChangeEvent *This, LONG *plCallbackInstance);
};

/**
 * TE_CALLINFOCHANGE: something that ITCallInfo tells of a call is new.
 *
 * Read-only. Ask ITCallInfo for the new value.
 * Page: ITCallInfoChangeEvent (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITRequestEvent *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITRequestEvent *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** Gives back lRegistrationInstance of ITTAPI::RegisterRequestRecipient. */
    HRESULT (*get_RegistrationInstance)(ITRequestEvent *This, LONG *plRegistrationInstance);
    /** Tells the kind of request (LINEREQUESTMODE_MAKECALL = 1). */
    HRESULT (*get_RequestMode)(ITRequestEvent *This, LONG *plRequestMode);
    /** Tells the number or address to call. */
    HRESULT (*get_DestAddress)(ITRequestEvent *This, BSTR *ppDestAddress);
    /** Tells the name of the program that asks. */
    HRESULT (*get_AppName)(ITRequestEvent *This, BSTR *ppAppName);
    /** Tells the name of the person to call. */
    HRESULT (*get_CalledParty)(ITRequestEvent *This, BSTR *ppCalledParty);
    /** Tells the remark of the program that asks. */
    HRESULT (*get_Comment)(ITRequestEvent *This, BSTR *ppComment);
};

/**
 * TE_REQUEST: another program asks this one to make a call (ITRequest::MakeCall).
 *
 * Every text is freed with SysFreeString.
 * Page: ITRequestEvent (tapi3if.h).
 */
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
    /**
     * Gives the new call.
     *
     * ppCall: receives it; Release it. Keep it for as long as its events are wanted.
     * Returns E_POINTER.
     * Page: ITCallNotificationEvent::get_Call (tapi3if.h).
     */
    HRESULT (*get_Call)(ITCallNotificationEvent *This, ITCallInfo **ppCall);
    /**
     * Tells what the program may do with the call.
     *
     * pCallNotificationEvent: receives CNE_OWNER or CNE_MONITOR.
     * Returns E_POINTER.
     * Page: ITCallNotificationEvent::get_Event (tapi3if.h).
     */
    HRESULT (*get_Event)(ITCallNotificationEvent *This, CALL_NOTIFICATION_EVENT *pCallNotificationEvent);
    /**
     * Gives back the value from the registration.
     *
     * plCallbackInstance: receives lCallbackInstance of ITTAPI::RegisterCallNotifications.
     * Returns E_POINTER.
     * Page: ITCallNotificationEvent::get_CallbackInstance (tapi3if.h).
     */
    HRESULT (*get_CallbackInstance)(ITCallNotificationEvent *This, LONG *plCallbackInstance);
};

/**
 * TE_CALLNOTIFICATION: a new call object is there: an incoming, handed-over or parked call.
 *
 * Comes before the first TE_CALLSTATE of the call, to programs that used
 * ITTAPI::RegisterCallNotifications. An incoming call is already in CS_OFFERING, so it may be
 * refused here; answer it when TE_CALLSTATE says CS_OFFERING. Read-only.
 * Page: ITCallNotificationEvent (tapi3if.h).
 */
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
    /**
     * Reads the id of the address's device of one class.
     *
     * pDeviceClass: the class. pdwSize, ppDeviceID: receive the bytes and their number;
     * CoTaskMemFree.
     */
    HRESULT (*GetID)(ITLegacyAddressMediaControl *This, BSTR pDeviceClass, DWORD *pdwSize, BYTE **ppDeviceID);
    /**
     * Reads the settings of the address's device of one class, as the provider lays them out.
     *
     * pDeviceClass: the class. pdwSize, ppDeviceConfig: receive the bytes and their number;
     * CoTaskMemFree.
     */
    HRESULT (*GetDevConfig)(ITLegacyAddressMediaControl *This, BSTR pDeviceClass, DWORD *pdwSize, BYTE **ppDeviceConfig);
    /**
     * Puts settings back that GetDevConfig read.
     *
     * pDeviceClass: the class. dwSize, pDeviceConfig: the bytes and their number; stay the
     * caller's.
     */
    HRESULT (*SetDevConfig)(ITLegacyAddressMediaControl *This, BSTR pDeviceClass, DWORD dwSize, BYTE *pDeviceConfig);
};

/**
 * Device ids and device settings of an address whose media TAPI does not stream.
 *
 * QueryInterface of the address; for C and C++ only. What it hands out is freed with
 * CoTaskMemFree. A device class is a name such as wave/in, wave/out or comm/datamodem.
 * Page: ITLegacyAddressMediaControl (tapi3if.h).
 */
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
    HRESULT (*GetDevConfig)(ITLegacyAddressMediaControl2 *This, BSTR pDeviceClass, DWORD *pdwSize, BYTE **ppDeviceConfig);
    HRESULT (*SetDevConfig)(ITLegacyAddressMediaControl2 *This, BSTR pDeviceClass, DWORD dwSize, BYTE *pDeviceConfig);
    /**
     * Shows a dialog for the settings of the address's device of one class.
     *
     * hwndOwner: the owning window. pDeviceClass: the class.
     */
    HRESULT (*ConfigDialog)(ITLegacyAddressMediaControl2 *This, HWND hwndOwner, BSTR pDeviceClass);
    /**
     * Shows a dialog for given settings and hands the changed ones out.
     *
     * hwndOwner: the owning window. pDeviceClass: the class. dwSizeIn, pDeviceConfigIn: the
     * settings from GetDevConfig. pdwSizeOut, ppDeviceConfigOut: receive the new ones;
     * CoTaskMemFree.
     */
    HRESULT (*ConfigDialogEdit)(ITLegacyAddressMediaControl2 *This,
                                HWND hwndOwner,
                                BSTR pDeviceClass,
                                DWORD dwSizeIn,
                                BYTE *pDeviceConfigIn,
                                DWORD *pdwSizeOut,
                                BYTE **ppDeviceConfigOut);
};

/**
 * Dialogs for the device settings of an address.
 *
 * QueryInterface of the address; for C and C++ only.
 * Page: ITLegacyAddressMediaControl2 (tapi3if.h).
 */
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
    /**
     * Begins to report the keys that the far end presses, as TE_DIGITEVENT.
     *
     * DigitMode: LINEDIGITMODE_ bits, OR-ed; 0 stops it. TE_DIGITEVENT must be in the event
     * filter.
     */
    HRESULT (*DetectDigits)(ITLegacyCallMediaControl *This, TAPI_DIGITMODE DigitMode);
    /**
     * Sends digits to the far end.
     *
     * pDigits: 0 to 9, star and hash, for DTMF also A to D; a comma pauses. DigitMode:
     * LINEDIGITMODE_PULSE or LINEDIGITMODE_DTMF. TE_GENERATEEVENT says when they are sent.
     */
    HRESULT (*GenerateDigits)(ITLegacyCallMediaControl *This, BSTR pDigits, TAPI_DIGITMODE DigitMode);
    /**
     * Reads the id of the call's device of one class.
     *
     * pDeviceClass: the class, such as wave/in. pdwSize, ppDeviceID: receive the bytes and
     * their number; CoTaskMemFree.
     */
    HRESULT (*GetID)(ITLegacyCallMediaControl *This, BSTR pDeviceClass, DWORD *pdwSize, BYTE **ppDeviceID);
    /**
     * Sets the media type of the call, where the provider cannot find it out.
     *
     * lMediaType: one TAPIMEDIATYPE_ bit.
     */
    HRESULT (*SetMediaType)(ITLegacyCallMediaControl *This, LONG lMediaType);
    /**
     * Begins to detect the media type of the call.
     *
     * lMediaType: the TAPIMEDIATYPE_ bits to look for, OR-ed; 0 stops it.
     */
    HRESULT (*MonitorMedia)(ITLegacyCallMediaControl *This, LONG lMediaType);
};

/**
 * Digits and media types of a call.
 *
 * QueryInterface of the call object. Wants a live call, otherwise TAPI_E_INVALCALLSTATE.
 * Page: ITLegacyCallMediaControl (tapi3if.h).
 */
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
    /**
     * Sends digits of a given duration to the far end.
     *
     * pDigits, DigitMode: as for GenerateDigits. lDuration: of each digit and of each gap, in
     * milliseconds; 0 for the usual.
     */
    HRESULT (*GenerateDigits2)(ITLegacyCallMediaControl2 *This, BSTR pDigits, TAPI_DIGITMODE DigitMode, LONG lDuration);
    /**
     * Collects digits from the far end and reports them together, as TE_GATHERDIGITS.
     *
     * DigitMode: LINEDIGITMODE_ bits. lNumDigits: how many; 0 cancels. pTerminationDigits:
     * digits that end it early. lFirstDigitTimeout, lInterDigitTimeout: in milliseconds, from
     * AC_GATHERDIGITSMINTIMEOUT to AC_GATHERDIGITSMAXTIMEOUT. One gathering at a time: another
     * one cancels the first.
     */
    HRESULT (*GatherDigits)(ITLegacyCallMediaControl2 *This,
                            TAPI_DIGITMODE DigitMode,
                            LONG lNumDigits,
                            BSTR pTerminationDigits,
                            LONG lFirstDigitTimeout,
                            LONG lInterDigitTimeout);
    /**
     * Begins to report tones, as TE_TONEEVENT, for C and C++ clients.
     *
     * pToneList, lNumTones: the tones; NULL and 0 stop it.
     */
    HRESULT (*DetectTones)(ITLegacyCallMediaControl2 *This, TAPI_DETECTTONE *pToneList, LONG lNumTones);
    /**
     * Begins to report tones, as TE_TONEEVENT, for Automation clients.
     *
     * pDetectToneCollection: a collection of ITDetectTone; NULL stops it.
     */
    HRESULT (*DetectTonesByCollection)(ITLegacyCallMediaControl2 *This, ITCollection2 *pDetectToneCollection);
    /**
     * Sends a ready-made tone to the far end.
     *
     * ToneMode: which one. lDuration: in milliseconds; 0 for the usual, mostly without end.
     */
    HRESULT (*GenerateTone)(ITLegacyCallMediaControl2 *This, TAPI_TONEMODE ToneMode, LONG lDuration);
    /**
     * Sends a tone of one's own, for C and C++ clients.
     *
     * pToneList, lNumTones: the tone's parts. lDuration: in milliseconds; 0 for without end.
     */
    HRESULT (*GenerateCustomTones)(ITLegacyCallMediaControl2 *This, TAPI_CUSTOMTONE *pToneList, LONG lNumTones, LONG lDuration);
    /**
     * Sends a tone of one's own, for Automation clients.
     *
     * pCustomToneCollection: a collection of ITCustomTone. lDuration: in milliseconds; 0 for
     * without end.
     */
    HRESULT (*GenerateCustomTonesByCollection)(ITLegacyCallMediaControl2 *This,
                                               ITCollection2 *pCustomToneCollection,
                                               LONG lDuration);
    /** Makes an empty tone for DetectTonesByCollection; Release it. */
    HRESULT (*CreateDetectToneObject)(ITLegacyCallMediaControl2 *This, ITDetectTone **ppDetectTone);
    /** Makes an empty tone for GenerateCustomTonesByCollection; Release it. */
    HRESULT (*CreateCustomToneObject)(ITLegacyCallMediaControl2 *This, ITCustomTone **ppCustomTone);
    /**
     * Reads the id of the call's device of one class, for Automation clients.
     *
     * bstrDeviceClass: the class. pVarDeviceID: receives VT_ARRAY of VT_UI1; VariantClear.
     */
    HRESULT (*GetIDAsVariant)(ITLegacyCallMediaControl2 *This, BSTR bstrDeviceClass, VARIANT *pVarDeviceID);
};

/**
 * Digits and tones of a call, with durations, gathering and tone detection.
 *
 * QueryInterface of the call object. Wants a live call, otherwise TAPI_E_INVALCALLSTATE.
 * Page: ITLegacyCallMediaControl2 (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITDetectTone *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITDetectTone *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** Tells the number that TE_TONEEVENT gives back. */
    HRESULT (*get_AppSpecific)(ITDetectTone *This, LONG *plAppSpecific);
    /** Sets the number that TE_TONEEVENT gives back. */
    HRESULT (*put_AppSpecific)(ITDetectTone *This, LONG lAppSpecific);
    /** Tells how long the tone must last before it counts, in milliseconds. */
    HRESULT (*get_Duration)(ITDetectTone *This, LONG *plDuration);
    /** Sets how long the tone must last before it counts, in milliseconds. */
    HRESULT (*put_Duration)(ITDetectTone *This, LONG lDuration);
    /** Tells one of the three frequencies, in hertz. */
    HRESULT (*get_Frequency)(ITDetectTone *This, LONG Index, LONG *plFrequency);
    /** Sets one of the three frequencies, in hertz; 0 for unused, all three 0 for silence. */
    HRESULT (*put_Frequency)(ITDetectTone *This, LONG Index, LONG lFrequency);
};

/**
 * A tone to be detected: up to three frequencies.
 *
 * Made by ITLegacyCallMediaControl2::CreateDetectToneObject.
 * Page: ITDetectTone (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITCustomTone *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITCustomTone *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** Tells the frequency, in hertz. */
    HRESULT (*get_Frequency)(ITCustomTone *This, LONG *plFrequency);
    /** Sets the frequency, in hertz; 0 for silence. */
    HRESULT (*put_Frequency)(ITCustomTone *This, LONG lFrequency);
    /** Tells how long it sounds in each turn, in milliseconds. */
    HRESULT (*get_CadenceOn)(ITCustomTone *This, LONG *plCadenceOn);
    /** Sets how long it sounds in each turn, in milliseconds. */
    HRESULT (*put_CadenceOn)(ITCustomTone *This, LONG CadenceOn);
    /** Tells how long it is silent in each turn, in milliseconds. */
    HRESULT (*get_CadenceOff)(ITCustomTone *This, LONG *plCadenceOff);
    /** Sets how long it is silent in each turn, in milliseconds; 0 for a steady tone. */
    HRESULT (*put_CadenceOff)(ITCustomTone *This, LONG lCadenceOff);
    /** Tells the volume, from 0 (silence) to 0xFFFF (full). */
    HRESULT (*get_Volume)(ITCustomTone *This, LONG *plVolume);
    /** Sets the volume, from 0 (silence) to 0xFFFF (full). */
    HRESULT (*put_Volume)(ITCustomTone *This, LONG lVolume);
};

/**
 * One part of a tone to be sent: a frequency and its rhythm.
 *
 * Made by ITLegacyCallMediaControl2::CreateCustomToneObject.
 * Page: ITCustomTone (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITLegacyWaveSupport *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITLegacyWaveSupport *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** Tells whether the wave device can play and record at once (FULLDUPLEX_SUPPORT). */
    HRESULT (*IsFullDuplex)(ITLegacyWaveSupport *This, FULLDUPLEX_SUPPORT *pSupport);
};

/**
 * Tells what the wave device of a call can do.
 *
 * QueryInterface of the call object.
 * Page: ITLegacyWaveSupport (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITPhone *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITPhone *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** Opens the phone, to control (PP_OWNER) or only to watch it (PP_MONITOR). */
    HRESULT (*Open)(ITPhone *This, PHONE_PRIVILEGE Privilege);
    /** Closes the phone; its events end. */
    HRESULT (*Close)(ITPhone *This);
    /** Lists the addresses that can be used with the phone, as an ITCollection in VT_DISPATCH. */
    HRESULT (*get_Addresses)(ITPhone *This, VARIANT *pAddresses);
    /** Lists the addresses that can be used with the phone, for C and C++ clients. */
    HRESULT (*EnumerateAddresses)(ITPhone *This, IEnumAddress **ppEnumAddress);
    /** Reads one capability that is a number (PHONECAPS_LONG). */
    HRESULT (*get_PhoneCapsLong)(ITPhone *This, PHONECAPS_LONG pclCap, LONG *plCapability);
    /** Reads one capability that is a text (PHONECAPS_STRING). */
    HRESULT (*get_PhoneCapsString)(ITPhone *This, PHONECAPS_STRING pcsCap, BSTR *ppCapability);
    /** Lists the phone's terminals that pAddress can use, as an ITCollection in VT_DISPATCH. */
    HRESULT (*get_Terminals)(ITPhone *This, ITAddress *pAddress, VARIANT *pTerminals);
    /** Lists the phone's terminals that pAddress can use, for C and C++ clients. */
    HRESULT (*EnumerateTerminals)(ITPhone *This, ITAddress *pAddress, IEnumTerminal **ppEnumTerminal);
    /** Tells what kind of button lButtonID is. */
    HRESULT (*get_ButtonMode)(ITPhone *This, LONG lButtonID, PHONE_BUTTON_MODE *pButtonMode);
    /** Sets what kind of button lButtonID is. */
    HRESULT (*put_ButtonMode)(ITPhone *This, LONG lButtonID, PHONE_BUTTON_MODE ButtonMode);
    /** Tells what button lButtonID does. */
    HRESULT (*get_ButtonFunction)(ITPhone *This, LONG lButtonID, PHONE_BUTTON_FUNCTION *pButtonFunction);
    /** Sets what button lButtonID does. */
    HRESULT (*put_ButtonFunction)(ITPhone *This, LONG lButtonID, PHONE_BUTTON_FUNCTION ButtonFunction);
    /** Tells the label of button lButtonID. */
    HRESULT (*get_ButtonText)(ITPhone *This, LONG lButtonID, BSTR *ppButtonText);
    /** Sets the label of button lButtonID. */
    HRESULT (*put_ButtonText)(ITPhone *This, LONG lButtonID, BSTR bstrButtonText);
    /** Tells whether button lButtonID is pressed. */
    HRESULT (*get_ButtonState)(ITPhone *This, LONG lButtonID, PHONE_BUTTON_STATE *pButtonState);
    /** Tells the state of one hook-switch device. */
    HRESULT (*get_HookSwitchState)(ITPhone *This,
                                   PHONE_HOOK_SWITCH_DEVICE HookSwitchDevice,
                                   PHONE_HOOK_SWITCH_STATE *pHookSwitchState);
    /** Sets the state of one hook-switch device, where the phone lets programs do so. */
    HRESULT (*put_HookSwitchState)(ITPhone *This,
                                   PHONE_HOOK_SWITCH_DEVICE HookSwitchDevice,
                                   PHONE_HOOK_SWITCH_STATE HookSwitchState);
    /** Sets the ring mode, from 0 to one less than PCL_NUMRINGMODES. */
    HRESULT (*put_RingMode)(ITPhone *This, LONG lRingMode);
    /** Tells the ring mode. */
    HRESULT (*get_RingMode)(ITPhone *This, LONG *plRingMode);
    /** Sets the ring volume, from 0 (silence) to 0xFFFF (full). */
    HRESULT (*put_RingVolume)(ITPhone *This, LONG lRingVolume);
    /** Tells the ring volume, from 0 (silence) to 0xFFFF (full). */
    HRESULT (*get_RingVolume)(ITPhone *This, LONG *plRingVolume);
    /** Tells how this program has opened the phone. */
    HRESULT (*get_Privilege)(ITPhone *This, PHONE_PRIVILEGE *pPrivilege);
    /** Reads one capability that is a block of bytes, for C and C++ clients; CoTaskMemFree. */
    HRESULT (*GetPhoneCapsBuffer)(ITPhone *This, PHONECAPS_BUFFER pcbCaps, DWORD *pdwSize, BYTE **ppPhoneCapsBuffer);
    /** Reads one capability that is a block of bytes, as VT_ARRAY of VT_UI1. */
    HRESULT (*get_PhoneCapsBuffer)(ITPhone *This, PHONECAPS_BUFFER pcbCaps, VARIANT *pVarBuffer);
    /** Tells how lamp lLampID shines. */
    HRESULT (*get_LampMode)(ITPhone *This, LONG lLampID, PHONE_LAMP_MODE *pLampMode);
    /** Sets how lamp lLampID shines. */
    HRESULT (*put_LampMode)(ITPhone *This, LONG lLampID, PHONE_LAMP_MODE LampMode);
    /** Reads the text on the display, its rows one after the other. */
    HRESULT (*get_Display)(ITPhone *This, BSTR *pbstrDisplay);
    /** Writes bstrDisplay on the display, from row lRow and column lColumn, both from 0. */
    HRESULT (*SetDisplay)(ITPhone *This, LONG lRow, LONG lColumn, BSTR bstrDisplay);
    /** Lists the addresses that recommend this phone, as an ITCollection in VT_DISPATCH. */
    HRESULT (*get_PreferredAddresses)(ITPhone *This, VARIANT *pAddresses);
    /** Lists the addresses that recommend this phone, for C and C++ clients. */
    HRESULT (*EnumeratePreferredAddresses)(ITPhone *This, IEnumAddress **ppEnumAddress);
    /** Sends the provider dwSize bytes of its own kind, for C and C++ clients. */
    HRESULT (*DeviceSpecific)(ITPhone *This, BYTE *pParams, DWORD dwSize);
    /** Sends the provider bytes of its own kind, as VT_ARRAY of VT_UI1. */
    HRESULT (*DeviceSpecificVariant)(ITPhone *This, VARIANT varDevSpecificByteArray);
    /**
     * Agrees with the provider on a version of its device-specific requests.
     *
     * lLowVersion, lHighVersion: the versions that the program knows, each as major in the
     * upper and minor in the lower 16 bits. plExtVersion: receives the one agreed on.
     */
    HRESULT (*NegotiateExtVersion)(ITPhone *This, LONG lLowVersion, LONG lHighVersion, LONG *plExtVersion);
};

/**
 * A phone device: handset, hook switch, buttons, lamps, display and ringer.
 *
 * Comes from ITTAPI2::EnumeratePhones or ITAddress2. Most methods want Open first, otherwise
 * TAPI_E_PHONENOTOPEN. What is handed out is freed as usual: Release, SysFreeString,
 * VariantClear, CoTaskMemFree.
 * Page: ITPhone (tapi3if.h).
 */
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
    /** Plays a tone on the phone; lDuration in milliseconds, 0 until StopTone. */
    HRESULT (*StartTone)(ITAutomatedPhoneControl *This, PHONE_TONE Tone, LONG lDuration);
    /** Stops the tone. */
    HRESULT (*StopTone)(ITAutomatedPhoneControl *This);
    /** Tells which tone plays; PT_SILENCE for none. */
    HRESULT (*get_Tone)(ITAutomatedPhoneControl *This, PHONE_TONE *pTone);
    /** Rings the phone; lRingMode depends on the phone, lDuration in ms, 0 until StopRinger. */
    HRESULT (*StartRinger)(ITAutomatedPhoneControl *This, LONG lRingMode, LONG lDuration);
    /** Stops the ringing. */
    HRESULT (*StopRinger)(ITAutomatedPhoneControl *This);
    /** Tells whether the phone rings. */
    HRESULT (*get_Ringer)(ITAutomatedPhoneControl *This, VARIANT_BOOL *pfRinging);
    /** Turns the handling of the phone by the library on or off. */
    HRESULT (*put_PhoneHandlingEnabled)(ITAutomatedPhoneControl *This, VARIANT_BOOL fEnabled);
    /** Tells whether the library handles the phone. */
    HRESULT (*get_PhoneHandlingEnabled)(ITAutomatedPhoneControl *This, VARIANT_BOOL *pfEnabled);
    /** Sets how long after the last digit a number counts as whole, in milliseconds. */
    HRESULT (*put_AutoEndOfNumberTimeout)(ITAutomatedPhoneControl *This, LONG lTimeout);
    /** Tells how long after the last digit a number counts as whole, in milliseconds. */
    HRESULT (*get_AutoEndOfNumberTimeout)(ITAutomatedPhoneControl *This, LONG *plTimeout);
    /** Turns the dial tone that plays by itself when the phone goes off hook on or off. */
    HRESULT (*put_AutoDialtone)(ITAutomatedPhoneControl *This, VARIANT_BOOL fEnabled);
    /** Tells whether the dial tone plays by itself when the phone goes off hook. */
    HRESULT (*get_AutoDialtone)(ITAutomatedPhoneControl *This, VARIANT_BOOL *pfEnabled);
    /** Turns the stopping of tones when the phone goes on hook on or off. */
    HRESULT (*put_AutoStopTonesOnOnHook)(ITAutomatedPhoneControl *This, VARIANT_BOOL fEnabled);
    /** Tells whether tones stop when the phone goes on hook. */
    HRESULT (*get_AutoStopTonesOnOnHook)(ITAutomatedPhoneControl *This, VARIANT_BOOL *pfEnabled);
    /** Turns the stopping of the ringer when the phone goes off hook on or off. */
    HRESULT (*put_AutoStopRingOnOffHook)(ITAutomatedPhoneControl *This, VARIANT_BOOL fEnabled);
    /** Tells whether the ringer stops when the phone goes off hook. */
    HRESULT (*get_AutoStopRingOnOffHook)(ITAutomatedPhoneControl *This, VARIANT_BOOL *pfEnabled);
    /** Turns tones for the keys that are pressed on or off. */
    HRESULT (*put_AutoKeypadTones)(ITAutomatedPhoneControl *This, VARIANT_BOOL fEnabled);
    /** Tells whether keys that are pressed make tones. */
    HRESULT (*get_AutoKeypadTones)(ITAutomatedPhoneControl *This, VARIANT_BOOL *pfEnabled);
    /** Sets how long a key's tone lasts at least, in milliseconds. */
    HRESULT (*put_AutoKeypadTonesMinimumDuration)(ITAutomatedPhoneControl *This, LONG lDuration);
    /** Tells how long a key's tone lasts at least, in milliseconds. */
    HRESULT (*get_AutoKeypadTonesMinimumDuration)(ITAutomatedPhoneControl *This, LONG *plDuration);
    /** Turns the effect of the volume keys on or off. */
    HRESULT (*put_AutoVolumeControl)(ITAutomatedPhoneControl *This, VARIANT_BOOL fEnabled);
    /** Tells whether the volume keys have effect. */
    HRESULT (*get_AutoVolumeControl)(ITAutomatedPhoneControl *This, VARIANT_BOOL *fEnabled);
    /** Sets how far one press of a volume key goes, of a range of 0xFFFF; 4096 at the start. */
    HRESULT (*put_AutoVolumeControlStep)(ITAutomatedPhoneControl *This, LONG lStepSize);
    /** Tells how far one press of a volume key goes, of a range of 0xFFFF. */
    HRESULT (*get_AutoVolumeControlStep)(ITAutomatedPhoneControl *This, LONG *plStepSize);
    /** Sets how long a volume key must be held before it repeats, in milliseconds. */
    HRESULT (*put_AutoVolumeControlRepeatDelay)(ITAutomatedPhoneControl *This, LONG lDelay);
    /** Tells how long a volume key must be held before it repeats, in milliseconds. */
    HRESULT (*get_AutoVolumeControlRepeatDelay)(ITAutomatedPhoneControl *This, LONG *plDelay);
    /** Sets the time between the repeats of a volume key, in milliseconds. */
    HRESULT (*put_AutoVolumeControlRepeatPeriod)(ITAutomatedPhoneControl *This, LONG lPeriod);
    /** Tells the time between the repeats of a volume key, in milliseconds. */
    HRESULT (*get_AutoVolumeControlRepeatPeriod)(ITAutomatedPhoneControl *This, LONG *plPeriod);
    /**
     * Ties a call to the phone: lifting answers it, hanging up disconnects it.
     *
     * pCall: a call that this program owns; the phone keeps a reference.
     * fSelectDefaultTerminals: VARIANT_TRUE to use the phone's terminals for it; if one fails,
     * all fails.
     */
    HRESULT (*SelectCall)(ITAutomatedPhoneControl *This, ITCallInfo *pCall, VARIANT_BOOL fSelectDefaultTerminals);
    /** Unties a call from the phone; happens by itself when the call is disconnected. */
    HRESULT (*UnselectCall)(ITAutomatedPhoneControl *This, ITCallInfo *pCall);
    /** Lists the calls tied to the phone, for C and C++ clients. */
    HRESULT (*EnumerateSelectedCalls)(ITAutomatedPhoneControl *This, IEnumCall **ppCallEnum);
    /** Lists the calls tied to the phone, as an ITCollection in VT_DISPATCH. */
    HRESULT (*get_SelectedCalls)(ITAutomatedPhoneControl *This, VARIANT *pVariant);
};

/**
 * Lets the library run the phone: tones, ringing, volume keys and the call in hand.
 *
 * QueryInterface of the phone. Wants a phone opened as PP_OWNER.
 * Page: ITAutomatedPhoneControl (tapi3if.h).
 */
struct ITAutomatedPhoneControl {
    /** The methods. */
    const ITAutomatedPhoneControlVtbl *lpVtbl;
};

typedef struct IMultiMediaStreamVtbl IMultiMediaStreamVtbl;

/** The methods of `IMultiMediaStream`, those of its bases first. */
struct IMultiMediaStreamVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(IMultiMediaStream *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(IMultiMediaStream *This);
    ULONG (*Release)(IMultiMediaStream *This);
    /** Tells what it can do, and its type. */
    HRESULT (*GetInformation)(IMultiMediaStream *This, DWORD *pdwFlags, STREAM_TYPE *pStreamType);
    /** Gives the stream of a purpose; Release it. */
    HRESULT (*GetMediaStream)(IMultiMediaStream *This, REFGUID idPurpose, IMediaStream **ppMediaStream);
    /** Gives a stream by its number; Release it. */
    HRESULT (*EnumMediaStreams)(IMultiMediaStream *This, LONG Index, IMediaStream **ppMediaStream);
    /** Tells whether it runs. */
    HRESULT (*GetState)(IMultiMediaStream *This, STREAM_STATE *pCurrentState);
    /** Lets it run, or stand. */
    HRESULT (*SetState)(IMultiMediaStream *This, STREAM_STATE NewState);
    /** Tells the time, in units of 100 ns. */
    HRESULT (*GetTime)(IMultiMediaStream *This, LONGLONG *pCurrentTime);
    /** Tells how long it is, in units of 100 ns. */
    HRESULT (*GetDuration)(IMultiMediaStream *This, LONGLONG *pDuration);
    /** Goes to a time, in units of 100 ns. */
    HRESULT (*Seek)(IMultiMediaStream *This, LONGLONG SeekTime);
    /** Gives the event that is signalled at the end. */
    HRESULT (*GetEndOfStreamEventHandle)(IMultiMediaStream *This, HANDLE *phEOS);
};

/**
 * Several streams that run together. No object of this library has it.
 *
 * Page: IMultiMediaStream (mmstream.h).
 */
struct IMultiMediaStream {
    /** The methods. */
    const IMultiMediaStreamVtbl *lpVtbl;
};

typedef struct IMediaStreamVtbl IMediaStreamVtbl;

/** The methods of `IMediaStream`, those of its bases first. */
struct IMediaStreamVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(IMediaStream *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(IMediaStream *This);
    ULONG (*Release)(IMediaStream *This);
    /** Gives the multimedia stream that it is part of; Release it. */
    HRESULT (*GetMultiMediaStream)(IMediaStream *This, IMultiMediaStream **ppMultiMediaStream);
    /**
     * Tells what the stream is.
     *
     * pPurposeId: receives MSPID_PrimaryAudio; NULL if not wanted. pType: receives
     * STREAMTYPE_WRITE for a terminal that goes towards the far end (TD_CAPTURE), and
     * STREAMTYPE_READ for one from there; NULL if not wanted.
     */
    HRESULT (*GetInformation)(IMediaStream *This, GUID *pPurposeId, STREAM_TYPE *pType);
    /**
     * Gives the stream the format of another.
     *
     * pStreamThatHasDesiredFormat: a stream of this library. dwFlags: 0.
     * Returns MS_E_INCOMPATIBLE for any other stream.
     */
    HRESULT (*SetSameFormat)(IMediaStream *This, IMediaStream *pStreamThatHasDesiredFormat, DWORD dwFlags);
    /**
     * Gives a sample whose buffer is free; Release it.
     *
     * dwFlags: 0. ppSample: receives it, with a reference of its own even if it is one that was
     * given before. On a stream that is written this waits while all samples are on their way, at
     * longest to the end of the call; on one that is read there are as many as GetAllocatorProperties
     * tells (MS_E_BUSY).
     * Returns VFW_E_NOT_COMMITTED before the stream runs and when it has ended.
     */
    HRESULT (*AllocateSample)(IMediaStream *This, DWORD dwFlags, IStreamSample **ppSample);
    /**
     * Makes a sample that shares the memory of another; Release it.
     *
     * pExistingSample: a sample of this library. dwFlags: 0.
     */
    HRESULT (*CreateSharedSample)(IMediaStream *This, IStreamSample *pExistingSample, DWORD dwFlags, IStreamSample **ppNewSample);
    /**
     * Says that nothing more is to be written for now. When all is sent, CME_STREAM_INACTIVE is told;
     * a sample that is written afterwards begins anew.
     *
     * dwFlags: 0.
     * Returns MS_E_INVALIDSTREAMTYPE on a stream that is read.
     */
    HRESULT (*SendEndOfStream)(IMediaStream *This, DWORD dwFlags);
};

/**
 * Sound that a program writes or reads in samples, each a buffer of many sound samples.
 *
 * QueryInterface of a media streaming terminal (CreateTerminal with CLSID_MediaStreamTerminal).
 * Page: IMediaStream (mmstream.h).
 */
struct IMediaStream {
    /** The methods. */
    const IMediaStreamVtbl *lpVtbl;
};

typedef struct IStreamSampleVtbl IStreamSampleVtbl;

/** The methods of `IStreamSample`, those of its bases first. */
struct IStreamSampleVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(IStreamSample *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(IStreamSample *This);
    ULONG (*Release)(IStreamSample *This);
    /** Gives the stream of the sample; Release it. */
    HRESULT (*GetMediaStream)(IStreamSample *This, IMediaStream **ppMediaStream);
    /**
     * Tells the times of the sample and of the stream, in units of 100 ns since the terminal was put
     * on it. Each pointer may be NULL.
     */
    HRESULT (*GetSampleTimes)(IStreamSample *This, LONGLONG *pStartTime, LONGLONG *pEndTime, LONGLONG *pCurrentTime);
    /**
     * Sets the times of a sample that is written, in units of 100 ns; they are only kept. A pointer
     * that is NULL leaves its time as it is.
     */
    HRESULT (*SetSampleTimes)(IStreamSample *This, const LONGLONG *pStartTime, const LONGLONG *pEndTime);
    /**
     * Sends the sample, or has it filled.
     *
     * dwFlags: SSUPDATE_ bits. hEvent: an event (CreateEvent of the compat headers, or the address of
     * a TAPI3_EVENT) that is signalled at the end; it may be closed meanwhile. pfnAPC: NULL; there are no APCs
     * (E_NOTIMPL). dwAPCData: not used. Without an event and without flags this waits for the end.
     * Returns S_OK if it is done already, the event signalled; MS_S_PENDING if not; MS_E_BUSY if it
     * was under way already; VFW_E_NOT_COMMITTED if the stream does not run; VFW_E_BUFFER_NOTSET
     * without memory; E_INVALIDARG for an event and an APC, or flags that do not exist; when it waits,
     * E_ABORT if the stream ended meanwhile.
     */
    HRESULT (*Update)(IStreamSample *This, DWORD dwFlags, HANDLE hEvent, PAPCFUNC pfnAPC, DWORD dwAPCData);
    /**
     * Tells how the last update went.
     *
     * dwFlags: COMPSTAT_ bits. dwMilliseconds: the longest time to wait, with COMPSTAT_WAIT; INFINITE
     * (0xFFFFFFFF) for ever.
     * Returns S_OK when it is done; MS_S_PENDING; MS_S_NOUPDATE if it was taken back; E_ABORT if it was
     * ended by COMPSTAT_ABORT or by the end of the stream.
     */
    HRESULT (*CompletionStatus)(IStreamSample *This, DWORD dwFlags, DWORD dwMilliseconds);
};

/**
 * One buffer of a stream.
 *
 * Comes from IMediaStream::AllocateSample. QueryInterface for IMemoryData leads to its memory.
 * Page: IStreamSample (mmstream.h).
 */
struct IStreamSample {
    /** The methods. */
    const IStreamSampleVtbl *lpVtbl;
};

typedef struct IMemoryDataVtbl IMemoryDataVtbl;

/** The methods of `IMemoryData`, those of its bases first. */
struct IMemoryDataVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(IMemoryData *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(IMemoryData *This);
    ULONG (*Release)(IMemoryData *This);
    /**
     * Gives the sample memory of the caller's, which must live as long as the sample uses it: until
     * other memory is set, or the sample is gone and no update is under way.
     *
     * cbSize: its length in bytes, not 0. pbData: not NULL. dwFlags: 0.
     * Returns MS_E_BUSY during an update.
     */
    HRESULT (*SetBuffer)(IMemoryData *This, DWORD cbSize, BYTE *pbData, DWORD dwFlags);
    /**
     * Tells where the memory is; each pointer may be NULL.
     *
     * pdwLength: receives its length in bytes. ppbData: receives its address, which stays the sample's.
     * pcbActualData: receives how many bytes of it are sound.
     * Returns MS_E_NOTINIT without memory.
     */
    HRESULT (*GetInfo)(IMemoryData *This, DWORD *pdwLength, BYTE **ppbData, DWORD *pcbActualData);
    /**
     * Says how many bytes of the memory are sound.
     *
     * cbDataValid: no more than its length (E_INVALIDARG).
     * Returns MS_E_BUSY during an update; MS_E_NOTINIT without memory.
     */
    HRESULT (*SetActual)(IMemoryData *This, DWORD cbDataValid);
};

/**
 * The memory of a sample.
 *
 * QueryInterface of the sample.
 * Page: IMemoryData (austream.h).
 */
struct IMemoryData {
    /** The methods. */
    const IMemoryDataVtbl *lpVtbl;
};

typedef struct IAudioDataVtbl IAudioDataVtbl;

/** The methods of `IAudioData`, those of its bases first. */
struct IAudioDataVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(IAudioData *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(IAudioData *This);
    ULONG (*Release)(IAudioData *This);
    /** From here: `IMemoryData`. */
    HRESULT (*SetBuffer)(IAudioData *This, DWORD cbSize, BYTE *pbData, DWORD dwFlags);
    HRESULT (*GetInfo)(IAudioData *This, DWORD *pdwLength, BYTE **ppbData, DWORD *pcbActualData);
    HRESULT (*SetActual)(IAudioData *This, DWORD cbDataValid);
    /** Tells the format. */
    HRESULT (*GetFormat)(IAudioData *This, WAVEFORMATEX *pWaveFormatCurrent);
    /** Sets the format; it must be the one that it has already (VFW_E_TYPE_NOT_ACCEPTED). */
    HRESULT (*SetFormat)(IAudioData *This, const WAVEFORMATEX *lpWaveFormat);
};

/**
 * The memory of a sample of sound, and its format.
 *
 * Comes from IAudioStreamSample, or QueryInterface of the sample.
 * Page: IAudioData (austream.h).
 */
struct IAudioData {
    /** The methods. */
    const IAudioDataVtbl *lpVtbl;
};

typedef struct IAudioMediaStreamVtbl IAudioMediaStreamVtbl;

/** The methods of `IAudioMediaStream`, those of its bases first. */
struct IAudioMediaStreamVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(IAudioMediaStream *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(IAudioMediaStream *This);
    ULONG (*Release)(IAudioMediaStream *This);
    /** From here: `IMediaStream`. */
    HRESULT (*GetMultiMediaStream)(IAudioMediaStream *This, IMultiMediaStream **ppMultiMediaStream);
    HRESULT (*GetInformation)(IAudioMediaStream *This, GUID *pPurposeId, STREAM_TYPE *pType);
    HRESULT (*SetSameFormat)(IAudioMediaStream *This, IMediaStream *pStreamThatHasDesiredFormat, DWORD dwFlags);
    HRESULT (*AllocateSample)(IAudioMediaStream *This, DWORD dwFlags, IStreamSample **ppSample);
    HRESULT (*CreateSharedSample)(IAudioMediaStream *This,
                                  IStreamSample *pExistingSample,
                                  DWORD dwFlags,
                                  IStreamSample **ppNewSample);
    HRESULT (*SendEndOfStream)(IAudioMediaStream *This, DWORD dwFlags);
    /** Tells the format. */
    HRESULT (*GetFormat)(IAudioMediaStream *This, WAVEFORMATEX *pWaveFormatCurrent);
    /** Sets the format; it must be the one that it has already (VFW_E_TYPE_NOT_ACCEPTED). */
    HRESULT (*SetFormat)(IAudioMediaStream *This, const WAVEFORMATEX *lpWaveFormat);
    /**
     * Makes a sample with memory that is there already; Release it.
     *
     * pAudioData: memory of a sample of this library. dwFlags: 0.
     */
    HRESULT (*CreateSample)(IAudioMediaStream *This, IAudioData *pAudioData, DWORD dwFlags, IAudioStreamSample **ppSample);
};

/**
 * A stream of sound.
 *
 * QueryInterface of a media streaming terminal.
 * Page: IAudioMediaStream (austream.h).
 */
struct IAudioMediaStream {
    /** The methods. */
    const IAudioMediaStreamVtbl *lpVtbl;
};

typedef struct IAudioStreamSampleVtbl IAudioStreamSampleVtbl;

/** The methods of `IAudioStreamSample`, those of its bases first. */
struct IAudioStreamSampleVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(IAudioStreamSample *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(IAudioStreamSample *This);
    ULONG (*Release)(IAudioStreamSample *This);
    /** From here: `IStreamSample`. */
    HRESULT (*GetMediaStream)(IAudioStreamSample *This, IMediaStream **ppMediaStream);
    HRESULT (*GetSampleTimes)(IAudioStreamSample *This, LONGLONG *pStartTime, LONGLONG *pEndTime, LONGLONG *pCurrentTime);
    HRESULT (*SetSampleTimes)(IAudioStreamSample *This, const LONGLONG *pStartTime, const LONGLONG *pEndTime);
    HRESULT (*Update)(IAudioStreamSample *This, DWORD dwFlags, HANDLE hEvent, PAPCFUNC pfnAPC, DWORD dwAPCData);
    HRESULT (*CompletionStatus)(IAudioStreamSample *This, DWORD dwFlags, DWORD dwMilliseconds);
    /** Gives the memory of the sample; Release it. */
    HRESULT (*GetAudioData)(IAudioStreamSample *This, IAudioData **ppAudio);
};

/**
 * A sample of a stream of sound.
 *
 * QueryInterface of the sample.
 * Page: IAudioStreamSample (austream.h).
 */
struct IAudioStreamSample {
    /** The methods. */
    const IAudioStreamSampleVtbl *lpVtbl;
};

typedef struct ITAMMediaFormatVtbl ITAMMediaFormatVtbl;

/** The methods of `ITAMMediaFormat`, those of its bases first. */
struct ITAMMediaFormatVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITAMMediaFormat *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITAMMediaFormat *This);
    ULONG (*Release)(ITAMMediaFormat *This);
    /** Tells the format; free it with DeleteMediaType. */
    HRESULT (*get_MediaFormat)(ITAMMediaFormat *This, AM_MEDIA_TYPE **ppmt);
    /** Sets the format; it must be the one that the terminal has already (VFW_E_TYPE_NOT_ACCEPTED). */
    HRESULT (*put_MediaFormat)(ITAMMediaFormat *This, const AM_MEDIA_TYPE *pmt);
};

/**
 * The format of a media streaming terminal.
 *
 * QueryInterface of the terminal.
 * Page: ITAMMediaFormat (tapi3ds.h).
 */
struct ITAMMediaFormat {
    /** The methods. */
    const ITAMMediaFormatVtbl *lpVtbl;
};

typedef struct ITAllocatorPropertiesVtbl ITAllocatorPropertiesVtbl;

/** The methods of `ITAllocatorProperties`, those of its bases first. */
struct ITAllocatorPropertiesVtbl {
    /** From here: `IUnknown`. */
    HRESULT (*QueryInterface)(ITAllocatorProperties *This, REFIID riid, void **ppvObject);
    ULONG (*AddRef)(ITAllocatorProperties *This);
    ULONG (*Release)(ITAllocatorProperties *This);
    /**
     * Says how many samples there are, and how large they are.
     *
     * pAllocProperties: from 1 to 64 samples, of up to a megabyte.
     * Returns VFW_E_ALREADY_CONNECTED when the terminal is on a stream; VFW_E_BADALIGN; E_INVALIDARG.
     */
    HRESULT (*SetAllocatorProperties)(ITAllocatorProperties *This, ALLOCATOR_PROPERTIES *pAllocProperties);
    /**
     * Tells how many samples there are, and how large they are.
     *
     * Returns VFW_E_NOT_CONNECTED while the terminal is on no stream.
     */
    HRESULT (*GetAllocatorProperties)(ITAllocatorProperties *This, ALLOCATOR_PROPERTIES *pAllocProperties);
    /**
     * Says whether samples come with memory (TRUE, which is so at first), or the program sets it with
     * IMemoryData::SetBuffer.
     *
     * Returns MS_E_SAMPLEALLOC when samples have been handed out.
     */
    HRESULT (*SetAllocateBuffers)(ITAllocatorProperties *This, BOOL bAllocBuffers);
    /** Tells whether samples come with memory. */
    HRESULT (*GetAllocateBuffers)(ITAllocatorProperties *This, BOOL *pbAllocBuffers);
    /**
     * Says how large the memory of samples is that are handed out from now on, in bytes.
     *
     * BufferSize: up to a megabyte; 0 for what the allocator properties say.
     */
    HRESULT (*SetBufferSize)(ITAllocatorProperties *This, DWORD BufferSize);
    /** Tells how large the memory of samples is that are handed out from now on, in bytes. */
    HRESULT (*GetBufferSize)(ITAllocatorProperties *This, DWORD *pBufferSize);
};

/**
 * The buffers of a media streaming terminal.
 *
 * QueryInterface of the terminal.
 * Page: ITAllocatorProperties (tapi3ds.h).
 */
struct ITAllocatorProperties {
    /** The methods. */
    const ITAllocatorPropertiesVtbl *lpVtbl;
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
    HRESULT (*GetIDsOfNames)(ITTAPI *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITTAPI *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /**
     * Opens the configured lines; the first call to make on the object.
     *
     * Returns S_FALSE if the object is already initialized, TAPI_E_OPERATIONFAILED if the
     * configuration is wrong or a provider does not start (the error info says where and why),
     * E_OUTOFMEMORY.
     * Page: ITTAPI::Initialize (tapi3if.h).
     */
    HRESULT (*Initialize)(ITTAPI *This);
    /**
     * Ends the session: stops all event delivery and gives up the calls.
     *
     * Calls that only this program owns are hung up, without waiting for the far end;
     * registrations end; events that still wait are thrown away. Unadvise the sinks first.
     * Waits until a sink that is running in another thread has returned, so the caller must
     * not hold a lock that its sink takes; called inside a sink it does not wait for that
     * sink. No event arrives after it returns. Addresses and calls that are still referenced
     * stay readable.
     * Returns S_FALSE if the object has been shut down already, TAPI_E_NOT_INITIALIZED if it
     * was never initialized.
     * Page: ITTAPI::Shutdown (tapi3if.h).
     */
    HRESULT (*Shutdown)(ITTAPI *This);
    /**
     * Lists the addresses, for Automation clients.
     *
     * pVariant: receives VT_DISPATCH, an ITCollection of ITAddress; free it with VariantClear.
     * Returns E_INVALIDARG before Initialize, E_POINTER, E_OUTOFMEMORY.
     * Page: ITTAPI::get_Addresses (tapi3if.h).
     */
    HRESULT (*get_Addresses)(ITTAPI *This, VARIANT *pVariant);
    /**
     * Lists the addresses, for C and C++ clients.
     *
     * ppEnumAddress: receives a new enumerator, a snapshot of the addresses at this moment;
     * Release it.
     * Returns E_INVALIDARG before Initialize, E_POINTER, E_OUTOFMEMORY.
     * Page: ITTAPI::EnumerateAddresses (tapi3if.h).
     */
    HRESULT (*EnumerateAddresses)(ITTAPI *This, IEnumAddress **ppEnumAddress);
    /**
     * Asks to be told of new calls on an address.
     *
     * pAddress: the address; not NULL.
     * fMonitor, fOwner: VARIANT_TRUE to be offered calls as monitor, as owner. To get both,
     * set both in one call instead of calling twice.
     * lMediaTypes: the TAPIMEDIATYPE_ bits of interest, OR-ed; ITMediaSupport says which ones
     * the address has. 0 means all of these.
     * lCallbackInstance: any value; the events of these calls give it back in
     * get_CallbackInstance.
     * plRegister: receives the token for UnregisterNotifications.
     * A matching incoming call then makes a call object and raises TE_CALLNOTIFICATION; the
     * event filter must let it and TE_CALLSTATE through. Sink and registration may come in
     * either order. Calls made with ITAddress::CreateCall need no registration.
     * Returns TAPI_E_NOT_INITIALIZED before Initialize, TAPI_E_INVALIDMEDIATYPE for media bits
     * that are unknown, E_POINTER if pAddress or plRegister is NULL, E_OUTOFMEMORY.
     * Page: ITTAPI::RegisterCallNotifications (tapi3if.h).
     */
    HRESULT (*RegisterCallNotifications)(ITTAPI *This,
                                         ITAddress *pAddress,
                                         VARIANT_BOOL fMonitor,
                                         VARIANT_BOOL fOwner,
                                         LONG lMediaTypes,
                                         LONG lCallbackInstance,
                                         LONG *plRegister);
    /**
     * Takes back a RegisterCallNotifications.
     *
     * lRegister: the token. Calls that were announced before stay with the program.
     * Returns E_INVALIDARG for an unknown token or before Initialize.
     * Page: ITTAPI::UnregisterNotifications (tapi3if.h).
     */
    HRESULT (*UnregisterNotifications)(ITTAPI *This, LONG lRegister);
    /**
     * Lists the call hubs that exist at this moment, for Automation clients.
     *
     * pVariant: receives VT_DISPATCH, an ITCollection of ITCallHub; free it with VariantClear.
     * Returns E_INVALIDARG before Initialize, E_POINTER, E_OUTOFMEMORY.
     * Page: ITTAPI::get_CallHubs (tapi3if.h).
     */
    HRESULT (*get_CallHubs)(ITTAPI *This, VARIANT *pVariant);
    /**
     * Lists the call hubs that exist at this moment, for C and C++ clients.
     *
     * ppEnumCallHub: receives a new enumerator; Release it.
     * Returns E_INVALIDARG before Initialize, E_POINTER, E_OUTOFMEMORY.
     * Page: ITTAPI::EnumerateCallHubs (tapi3if.h).
     */
    HRESULT (*EnumerateCallHubs)(ITTAPI *This, IEnumCallHub **ppEnumCallHub);
    /**
     * Turns the tracking of call hubs, and with it TE_CALLHUB, on or off.
     *
     * pAddresses: VT_ARRAY of VT_DISPATCH or VT_UNKNOWN with the ITAddress pointers concerned;
     * an empty VARIANT means every address. Stays the caller's.
     * bTracking: VARIANT_TRUE for on, VARIANT_FALSE for off.
     * Returns E_INVALIDARG before Initialize or for another kind of VARIANT, E_OUTOFMEMORY.
     * Page: ITTAPI::SetCallHubTracking (tapi3if.h).
     */
    HRESULT (*SetCallHubTracking)(ITTAPI *This, VARIANT pAddresses, VARIANT_BOOL bTracking);
    /**
     * Lists the providers' private objects, for C and C++ clients.
     *
     * ppEnumUnknown: receives an enumerator of IUnknown; Release it.
     * Returns TAPI_E_NOITEMS if no provider has one, E_INVALIDARG before Initialize,
     * E_POINTER, E_OUTOFMEMORY.
     * Page: ITTAPI::EnumeratePrivateTAPIObjects (tapi3if.h).
     */
    HRESULT (*EnumeratePrivateTAPIObjects)(ITTAPI *This, IEnumUnknown **ppEnumUnknown);
    /**
     * Lists the providers' private objects, for Automation clients.
     *
     * pVariant: receives VT_DISPATCH, an ITCollection; free it with VariantClear.
     * Returns TAPI_E_NOITEMS if no provider has one, E_INVALIDARG before Initialize,
     * E_POINTER, E_OUTOFMEMORY.
     * Page: ITTAPI::get_PrivateTAPIObjects (tapi3if.h).
     */
    HRESULT (*get_PrivateTAPIObjects)(ITTAPI *This, VARIANT *pVariant);
    /**
     * Makes this program the recipient of assisted-telephony requests, or stops that.
     *
     * lRegistrationInstance: any value; ITRequestEvent gives it back.
     * lRequestMode: the kind of request, LINEREQUESTMODE_MAKECALL = 1.
     * fEnable: VARIANT_TRUE to register, VARIANT_FALSE to stop.
     * The requests of ITRequest::MakeCall then arrive as TE_REQUEST.
     * Returns E_INVALIDARG before Initialize or for an unknown mode, E_OUTOFMEMORY.
     * Page: ITTAPI::RegisterRequestRecipient (tapi3if.h).
     */
    HRESULT (*RegisterRequestRecipient)(ITTAPI *This, LONG lRegistrationInstance, LONG lRequestMode, VARIANT_BOOL fEnable);
    /**
     * Prefers a program as the recipient of assisted-telephony requests.
     *
     * pAppFilename: the program's file name, without folders; stays the caller's.
     * fPriority: VARIANT_TRUE to prefer it, VARIANT_FALSE to take that back. Holds until the
     * process ends.
     * Returns E_INVALIDARG for an empty name, E_OUTOFMEMORY.
     * Page: ITTAPI::SetAssistedTelephonyPriority (tapi3if.h).
     */
    HRESULT (*SetAssistedTelephonyPriority)(ITTAPI *This, BSTR pAppFilename, VARIANT_BOOL fPriority);
    /**
     * Prefers a program when calls of a media type are handed out.
     *
     * pAppFilename: the program's file name, without folders; stays the caller's.
     * lMediaType: one TAPIMEDIATYPE_ bit; 0 means those of all addresses.
     * fPriority: VARIANT_TRUE to prefer it, VARIANT_FALSE to take that back. Holds until the
     * process ends.
     * Decides who gets an incoming call and whom ITBasicCallControl::HandoffIndirect chooses.
     * Returns E_INVALIDARG for an empty name or an unknown media type, E_OUTOFMEMORY.
     * Page: ITTAPI::SetApplicationPriority (tapi3if.h).
     */
    HRESULT (*SetApplicationPriority)(ITTAPI *This, BSTR pAppFilename, LONG lMediaType, VARIANT_BOOL fPriority);
    /**
     * Chooses the events that the sinks receive.
     *
     * lFilterMask: the TAPI_EVENT bits wanted, OR-ed. At the start it is 0: no events at all.
     * ITAddress2 and ITCallInfo2 have filters that narrow this one for an address or a call.
     * Returns E_INVALIDARG for bits that are not in TAPI_EVENT.
     * Page: ITTAPI::put_EventFilter (tapi3if.h).
     */
    HRESULT (*put_EventFilter)(ITTAPI *This, LONG lFilterMask);
    /**
     * Tells which events the sinks receive.
     *
     * plFilterMask: receives the TAPI_EVENT bits, OR-ed; 0 until put_EventFilter.
     * Returns E_POINTER.
     * Page: ITTAPI::get_EventFilter (tapi3if.h).
     */
    HRESULT (*get_EventFilter)(ITTAPI *This, LONG *plFilterMask);
};

/**
 * The TAPI object: the way to the lines, and the source of all events.
 *
 * Made with CoCreateInstance of CLSID_TAPI; Initialize comes first, Shutdown last.
 * Also answers QueryInterface for ITTAPI2 and IConnectionPointContainer, whose connection
 * points for ITTAPIEventNotification and ITTAPIDispatchEventNotification take the event sinks.
 * Free-threaded: any thread may call any method, a sink inside its Event included.
 * Every interface pointer, BSTR and VARIANT that a method hands out is the caller's: free them
 * with Release, SysFreeString and VariantClear. A NULL out-pointer gives E_POINTER, lack of
 * memory E_OUTOFMEMORY with nothing changed.
 * Page: ITTAPI (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITTAPI2 *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
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
    HRESULT (*RegisterRequestRecipient)(ITTAPI2 *This, LONG lRegistrationInstance, LONG lRequestMode, VARIANT_BOOL fEnable);
    HRESULT (*SetAssistedTelephonyPriority)(ITTAPI2 *This, BSTR pAppFilename, VARIANT_BOOL fPriority);
    HRESULT (*SetApplicationPriority)(ITTAPI2 *This, BSTR pAppFilename, LONG lMediaType, VARIANT_BOOL fPriority);
    HRESULT (*put_EventFilter)(ITTAPI2 *This, LONG lFilterMask);
    HRESULT (*get_EventFilter)(ITTAPI2 *This, LONG *plFilterMask);
    /**
     * Lists the phone devices, for Automation clients.
     *
     * pPhones: receives VT_DISPATCH, an ITCollection of ITPhone, empty where there are no
     * phones; free it with VariantClear.
     * Returns E_INVALIDARG before Initialize, E_POINTER, E_OUTOFMEMORY.
     * Page: ITTAPI2::get_Phones (tapi3if.h).
     */
    HRESULT (*get_Phones)(ITTAPI2 *This, VARIANT *pPhones);
    /**
     * Lists the phone devices, for C and C++ clients.
     *
     * ppEnumPhone: receives an enumerator, empty where there are no phones; Release it.
     * Returns E_INVALIDARG before Initialize, E_POINTER, E_OUTOFMEMORY.
     * Page: ITTAPI2::EnumeratePhones (tapi3if.h).
     */
    HRESULT (*EnumeratePhones)(ITTAPI2 *This, IEnumPhone **ppEnumPhone);
    /**
     * Makes an empty collection that the program fills itself.
     *
     * ppCollection: receives the collection; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITTAPI2::CreateEmptyCollectionObject (tapi3if.h).
     */
    HRESULT (*CreateEmptyCollectionObject)(ITTAPI2 *This, ITCollection2 **ppCollection);
};

/**
 * The TAPI object with the additions of Windows XP: phones and writable collections.
 *
 * QueryInterface of the TAPI object; ownership and threads as for ITTAPI.
 * Page: ITTAPI2 (tapi3if.h).
 */
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
    /**
     * Receives one event.
     *
     * TapiEvent: the kind of event (TAPI_EVENT).
     * pEvent: the event object; ask it for the interface that TAPI_EVENT names. Borrowed for
     * the duration of the call: AddRef it to keep it.
     * May call any method, Disconnect and the last Release of a call included. The next event
     * waits until this one returns, so hand long work to another thread; a method that waits
     * here must not wait for something that only a later event brings. A failure that it
     * returns is ignored.
     * Page: ITTAPIEventNotification::Event (tapi3if.h).
     */
    HRESULT (*Event)(ITTAPIEventNotification *This, TAPI_EVENT TapiEvent, IDispatch *pEvent);
};

/**
 * The event sink, implemented by the program (C, C++).
 *
 * Hand it over with IConnectionPointContainer::FindConnectionPoint
 * (IID_ITTAPIEventNotification) and IConnectionPoint::Advise on the TAPI object, which keeps a
 * reference until Unadvise. Nothing arrives until ITTAPI::put_EventFilter has been called.
 * Events arrive one at a time and in order on one thread of the library, with no lock held.
 * Page: ITTAPIEventNotification (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITRequest *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITRequest *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /**
     * Asks the registered recipient to call somebody.
     *
     * pDestAddress: the number or address to call; must not be empty.
     * pAppName, pCalledParty, pComment: the asking program, the called person, a remark; may
     * be NULL. All four stay the caller's and reach the recipient in ITRequestEvent.
     * Queues the request and does not wait; how the call fares is not reported here.
     * Returns TAPI_E_NOREQUESTRECIPIENT if nobody has registered, TAPI_E_INVALADDRESS for an
     * empty address, TAPI_E_REQUESTQUEUEFULL if too many requests wait, E_OUTOFMEMORY.
     * Page: ITRequest::MakeCall (tapi3if.h).
     */
    HRESULT (*MakeCall)(ITRequest *This, BSTR pDestAddress, BSTR pAppName, BSTR pCalledParty, BSTR pComment);
};

/**
 * Assisted telephony: lets a program without telephony of its own ask for a call.
 *
 * Made with CoCreateInstance of CLSID_RequestMakeCall. Another program, registered with
 * ITTAPI::RegisterRequestRecipient, places the call.
 * Page: ITRequest (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITDispatchMapper *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITDispatchMapper *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /**
     * Finds another dual interface of an object, by IID.
     *
     * pIID: the IID as text in braces, such as {B1EFC389-9355-11D0-835C-00AA003CCABD}; stays
     * the caller's.
     * pInterfaceToMap: any interface of the object; not NULL; stays the caller's.
     * ppReturnedInterface: receives the interface; Release it.
     * Returns E_INVALIDARG if the text is no GUID, E_NOINTERFACE if the object has no such
     * dual interface, E_POINTER.
     * Page: ITDispatchMapper::QueryDispatchInterface (tapi3if.h).
     */
    HRESULT (*QueryDispatchInterface)(ITDispatchMapper *This,
                                      BSTR pIID,
                                      IDispatch *pInterfaceToMap,
                                      IDispatch **ppReturnedInterface);
};

/**
 * Gives scripts the other interfaces of an object.
 *
 * Scripts reach an object only through IDispatch and cannot call QueryInterface. Made with
 * CoCreateInstance of CLSID_DispatchMapper; it has no state and is free-threaded.
 * Page: ITDispatchMapper (tapi3if.h).
 */
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
 * The event sink of Automation clients, the default source interface of the TAPI object.
 *
 * The library calls it through IDispatch::Invoke only; advise it on the connection point of
 * its IID. Order, thread and filter are those of ITTAPIEventNotification.
 * Page: ITTAPIDispatchEventNotification (tapi3.h).
 *
 * Called through Invoke only. Members:
 *
 * `Event(TapiEvent, pEvent)`, dispatch id 1:
 * Receives one event, by dispid 1.
 *
 * TapiEvent, pEvent: as for ITTAPIEventNotification::Event. Scripts name the handler after
 * the object, such as tapi_Event.
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
    /** Tells the name of the class. */
    HRESULT (*get_Name)(ITPluggableTerminalClassInfo *This, BSTR *pName);
    /** Tells who made it. */
    HRESULT (*get_Company)(ITPluggableTerminalClassInfo *This, BSTR *pCompany);
    /** Tells its version. */
    HRESULT (*get_Version)(ITPluggableTerminalClassInfo *This, BSTR *pVersion);
    /** Tells the terminal class as GUID text, as CreateTerminal wants it. */
    HRESULT (*get_TerminalClass)(ITPluggableTerminalClassInfo *This, BSTR *pTerminalClass);
    /** Tells the class id of the object as GUID text. */
    HRESULT (*get_CLSID)(ITPluggableTerminalClassInfo *This, BSTR *pCLSID);
    /** Tells the directions that it can work in. */
    HRESULT (*get_Direction)(ITPluggableTerminalClassInfo *This, TERMINAL_DIRECTION *pDirection);
    /** Tells the media that it can carry (TAPIMEDIATYPE_ bits). */
    HRESULT (*get_MediaTypes)(ITPluggableTerminalClassInfo *This, LONG *pMediaTypes);
};

/**
 * Describes a terminal class that was plugged in.
 *
 * Comes from ITTerminalSupport2::EnumeratePluggableTerminalClasses. Texts are freed with
 * SysFreeString.
 * Page: ITPluggableTerminalClassInfo (tapi3if.h).
 */
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
    HRESULT (*GetTypeInfo)(ITPluggableTerminalSuperclassInfo *This, UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo);
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
    /** Tells the name of the family; free it with SysFreeString. */
    HRESULT (*get_Name)(ITPluggableTerminalSuperclassInfo *This, BSTR *pName);
    /** Tells the class id of the family as GUID text; free it with SysFreeString. */
    HRESULT (*get_CLSID)(ITPluggableTerminalSuperclassInfo *This, BSTR *pCLSID);
};

/**
 * Describes a family of terminal classes that were plugged in.
 *
 * Comes from ITTerminalSupport2::EnumeratePluggableSuperclasses.
 * Page: ITPluggableTerminalSuperclassInfo (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITTerminalSupport *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITTerminalSupport *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** Lists the devices that are there anyway, as an ITCollection in VT_DISPATCH. */
    HRESULT (*get_StaticTerminals)(ITTerminalSupport *This, VARIANT *pVariant);
    /** Lists the devices that are there anyway, for C and C++ clients. */
    HRESULT (*EnumerateStaticTerminals)(ITTerminalSupport *This, IEnumTerminal **ppTerminalEnumerator);
    /** Lists the terminal classes that can be made, as an ITCollection of GUID texts. */
    HRESULT (*get_DynamicTerminalClasses)(ITTerminalSupport *This, VARIANT *pVariant);
    /** Lists the terminal classes that can be made, for C and C++ clients. */
    HRESULT (*EnumerateDynamicTerminalClasses)(ITTerminalSupport *This, IEnumTerminalClass **ppTerminalClassEnumerator);
    /**
     * Makes a terminal.
     *
     * pTerminalClass: the class as GUID text, one of CLSID_String_... lMediaType: the
     * TAPIMEDIATYPE_ bits. Direction: see TERMINAL_DIRECTION. ppTerminal: receives it; Release
     * it.
     */
    HRESULT (*CreateTerminal)(ITTerminalSupport *This,
                              BSTR pTerminalClass,
                              LONG lMediaType,
                              TERMINAL_DIRECTION Direction,
                              ITTerminal **ppTerminal);
    /**
     * Gives the usual device for a media type and direction.
     *
     * lMediaType: one TAPIMEDIATYPE_ bit. Direction: TD_CAPTURE or TD_RENDER. ppTerminal:
     * receives it; Release it.
     */
    HRESULT (*GetDefaultStaticTerminal)(ITTerminalSupport *This,
                                        LONG lMediaType,
                                        TERMINAL_DIRECTION Direction,
                                        ITTerminal **ppTerminal);
};

/**
 * Finds and makes the terminals of an address: devices and files that media flow to and from.
 *
 * QueryInterface of the address, where its provider streams media. What is handed out is freed
 * as usual: Release, VariantClear.
 * Page: ITTerminalSupport (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITTerminalSupport2 *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
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
    HRESULT (*EnumerateDynamicTerminalClasses)(ITTerminalSupport2 *This, IEnumTerminalClass **ppTerminalClassEnumerator);
    HRESULT (*CreateTerminal)(ITTerminalSupport2 *This,
                              BSTR pTerminalClass,
                              LONG lMediaType,
                              TERMINAL_DIRECTION Direction,
                              ITTerminal **ppTerminal);
    HRESULT (*GetDefaultStaticTerminal)(ITTerminalSupport2 *This,
                                        LONG lMediaType,
                                        TERMINAL_DIRECTION Direction,
                                        ITTerminal **ppTerminal);
    /** Lists the families of plugged-in classes, as an ITCollection in VT_DISPATCH. */
    HRESULT (*get_PluggableSuperclasses)(ITTerminalSupport2 *This, VARIANT *pVariant);
    /** Lists the families of plugged-in classes, for C and C++ clients. */
    HRESULT (*EnumeratePluggableSuperclasses)(ITTerminalSupport2 *This, IEnumPluggableSuperclassInfo **ppSuperclassEnumerator);
    /**
     * Lists the plugged-in classes of one family, as an ITCollection in VT_DISPATCH.
     *
     * bstrTerminalSuperclass: the family as GUID text. lMediaType: the TAPIMEDIATYPE_ bits
     * wanted.
     */
    HRESULT (*get_PluggableTerminalClasses)(ITTerminalSupport2 *This,
                                            BSTR bstrTerminalSuperclass,
                                            LONG lMediaType,
                                            VARIANT *pVariant);
    /**
     * Lists the plugged-in classes of one family, for C and C++ clients.
     *
     * iidTerminalSuperclass: the family. lMediaType: the TAPIMEDIATYPE_ bits wanted.
     */
    HRESULT (*EnumeratePluggableTerminalClasses)(ITTerminalSupport2 *This,
                                                 GUID iidTerminalSuperclass,
                                                 LONG lMediaType,
                                                 IEnumPluggableTerminalClassInfo **ppClassEnumerator);
};

/**
 * Finds the terminal classes that were plugged in.
 *
 * QueryInterface of the address, where its provider streams media.
 * Page: ITTerminalSupport2 (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITTerminal *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITTerminal *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** Tells the name of the terminal; free it with SysFreeString. */
    HRESULT (*get_Name)(ITTerminal *This, BSTR *ppName);
    /** Tells whether the terminal is in use. */
    HRESULT (*get_State)(ITTerminal *This, TERMINAL_STATE *pTerminalState);
    /** Tells whether the terminal is a device or was made. */
    HRESULT (*get_TerminalType)(ITTerminal *This, TERMINAL_TYPE *pType);
    /** Tells the terminal class as GUID text; free it with SysFreeString. */
    HRESULT (*get_TerminalClass)(ITTerminal *This, BSTR *ppTerminalClass);
    /** Tells the media of the terminal (TAPIMEDIATYPE_). */
    HRESULT (*get_MediaType)(ITTerminal *This, LONG *plMediaType);
    /** Tells the direction of the terminal. */
    HRESULT (*get_Direction)(ITTerminal *This, TERMINAL_DIRECTION *pDirection);
};

/**
 * A source or drain of media: a microphone, a loudspeaker, a file.
 *
 * Comes from ITTerminalSupport; put to use by ITStream::SelectTerminal or
 * ITBasicCallControl2::SelectTerminalOnCall.
 * Page: ITTerminal (tapi3if.h).
 */
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
    /** Lists the tracks, as an ITCollection of ITTerminal in VT_DISPATCH. */
    HRESULT (*get_TrackTerminals)(ITMultiTrackTerminal *This, VARIANT *pVariant);
    /** Lists the tracks, for C and C++ clients. */
    HRESULT (*EnumerateTrackTerminals)(ITMultiTrackTerminal *This, IEnumTerminal **ppEnumTerminal);
    /** Adds a track of a media type and direction; Release it. */
    HRESULT (*CreateTrackTerminal)(ITMultiTrackTerminal *This,
                                   LONG MediaType,
                                   TERMINAL_DIRECTION TerminalDirection,
                                   ITTerminal **ppTerminal);
    /** Tells the media of all tracks in use (TAPIMEDIATYPE_ bits). */
    HRESULT (*get_MediaTypesInUse)(ITMultiTrackTerminal *This, LONG *plMediaTypesInUse);
    /** Tells the direction of the tracks in use; TD_MULTITRACK_MIXED if they differ. */
    HRESULT (*get_DirectionsInUse)(ITMultiTrackTerminal *This, TERMINAL_DIRECTION *plDirectionsInUsed);
    /** Removes a track that CreateTrackTerminal added. */
    HRESULT (*RemoveTrackTerminal)(ITMultiTrackTerminal *This, ITTerminal *pTrackTerminalToRemove);
};

/**
 * A terminal made of several tracks, such as a file with sound and video.
 *
 * QueryInterface of the terminal.
 * Page: ITMultiTrackTerminal (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITFileTrack *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITFileTrack *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** Tells the format of the track, for C and C++ clients; free it with DeleteMediaType. */
    HRESULT (*get_Format)(ITFileTrack *This, AM_MEDIA_TYPE **ppmt);
    /** Sets the format of the track, for C and C++ clients. */
    HRESULT (*put_Format)(ITFileTrack *This, const AM_MEDIA_TYPE *pmt);
    /** Gives the file terminal that the track is part of, NULL if that is gone; Release it. */
    HRESULT (*get_ControllingTerminal)(ITFileTrack *This, ITTerminal **ppControllingTerminal);
    /** Tells the audio format of the track, for Automation clients; Release it. */
    HRESULT (*get_AudioFormatForScripting)(ITFileTrack *This, ITScriptableAudioFormat **ppAudioFormat);
    /** Sets the audio format of the track, for Automation clients. */
    HRESULT (*put_AudioFormatForScripting)(ITFileTrack *This, ITScriptableAudioFormat *pAudioFormat);
    /** Makes an empty audio format to fill in; Release it. */
    HRESULT (*get_EmptyAudioFormatForScripting)(ITFileTrack *This, ITScriptableAudioFormat **ppAudioFormat);
};

/**
 * One track of a file terminal and its format.
 *
 * QueryInterface of the track's terminal.
 * Page: ITFileTrack (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITMediaPlayback *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITMediaPlayback *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** Sets the files to play: VT_ARRAY of VT_VARIANT with VT_BSTR file names or objects. */
    HRESULT (*put_PlayList)(ITMediaPlayback *This, VARIANT PlayListVariant);
    /** Tells the files to play; free it with VariantClear. */
    HRESULT (*get_PlayList)(ITMediaPlayback *This, VARIANT *pPlayListVariant);
};

/**
 * What a file terminal plays.
 *
 * QueryInterface of a file playback terminal.
 * Page: ITMediaPlayback (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITMediaRecord *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITMediaRecord *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** Sets the file to record to. */
    HRESULT (*put_FileName)(ITMediaRecord *This, BSTR bstrFileName);
    /** Tells the file recorded to; free it with SysFreeString. */
    HRESULT (*get_FileName)(ITMediaRecord *This, BSTR *pbstrFileName);
};

/**
 * Where a file terminal records to.
 *
 * QueryInterface of a file recording terminal.
 * Page: ITMediaRecord (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITMediaControl *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITMediaControl *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** Starts it, or goes on after Pause. */
    HRESULT (*Start)(ITMediaControl *This);
    /** Stops it. */
    HRESULT (*Stop)(ITMediaControl *This);
    /** Pauses it. */
    HRESULT (*Pause)(ITMediaControl *This);
    /** Tells whether it runs (TERMINAL_MEDIA_STATE). */
    HRESULT (*get_MediaState)(ITMediaControl *This, TERMINAL_MEDIA_STATE *pTerminalMediaState);
};

/**
 * Starts, pauses and stops a file terminal.
 *
 * QueryInterface of the terminal; TE_FILETERMINAL reports the changes.
 * Page: ITMediaControl (tapi3if.h).
 */
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
    /** Sets the volume, from 0 (silence) to 0xFFFF (full). */
    HRESULT (*put_Volume)(ITBasicAudioTerminal *This, LONG lVolume);
    /** Tells the volume, from 0 (silence) to 0xFFFF (full). */
    HRESULT (*get_Volume)(ITBasicAudioTerminal *This, LONG *plVolume);
    /** Sets the balance, from -10000 (left only) over 0 (both) to 10000 (right only). */
    HRESULT (*put_Balance)(ITBasicAudioTerminal *This, LONG lBalance);
    /** Tells the balance, from -10000 (left only) over 0 (both) to 10000 (right only). */
    HRESULT (*get_Balance)(ITBasicAudioTerminal *This, LONG *plBalance);
};

/**
 * Volume and balance of an audio terminal.
 *
 * QueryInterface of the terminal.
 * Page: ITBasicAudioTerminal (tapi3if.h).
 */
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
    /** Tells the number of the wave device. */
    HRESULT (*get_WaveId)(ITStaticAudioTerminal *This, LONG *plWaveId);
};

/**
 * Tells which sound device an audio terminal is.
 *
 * QueryInterface of the terminal.
 * Page: ITStaticAudioTerminal (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITStreamControl *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITStreamControl *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /**
     * Adds a stream of a media type and direction.
     *
     * lMediaType: one TAPIMEDIATYPE_ bit. td: TD_CAPTURE or TD_RENDER. ppStream: receives it;
     * Release it.
     */
    HRESULT (*CreateStream)(ITStreamControl *This, LONG lMediaType, TERMINAL_DIRECTION td, ITStream **ppStream);
    /** Removes a stream. */
    HRESULT (*RemoveStream)(ITStreamControl *This, ITStream *pStream);
    /** Lists the streams, for C and C++ clients. */
    HRESULT (*EnumerateStreams)(ITStreamControl *This, IEnumStream **ppEnumStream);
    /** Lists the streams, as an ITCollection in VT_DISPATCH. */
    HRESULT (*get_Streams)(ITStreamControl *This, VARIANT *pVariant);
};

/**
 * The media streams of a call.
 *
 * QueryInterface of the call object, where its provider streams media. What is handed out is
 * freed as usual: Release, VariantClear.
 * Page: ITStreamControl (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITStream *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITStream *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** Tells the media type (TAPIMEDIATYPE_). */
    HRESULT (*get_MediaType)(ITStream *This, LONG *plMediaType);
    /** Tells the direction. */
    HRESULT (*get_Direction)(ITStream *This, TERMINAL_DIRECTION *pTD);
    /** Tells the name of the stream; free it with SysFreeString. */
    HRESULT (*get_Name)(ITStream *This, BSTR *ppName);
    /** Starts the stream, or goes on after PauseStream. */
    HRESULT (*StartStream)(ITStream *This);
    /** Pauses the stream. */
    HRESULT (*PauseStream)(ITStream *This);
    /** Stops the stream. */
    HRESULT (*StopStream)(ITStream *This);
    /** Connects a terminal to the stream; the stream keeps a reference. */
    HRESULT (*SelectTerminal)(ITStream *This, ITTerminal *pTerminal);
    /** Disconnects a terminal from the stream. */
    HRESULT (*UnselectTerminal)(ITStream *This, ITTerminal *pTerminal);
    /** Lists the terminals on the stream, for C and C++ clients. */
    HRESULT (*EnumerateTerminals)(ITStream *This, IEnumTerminal **ppEnumTerminal);
    /** Lists the terminals on the stream, as an ITCollection in VT_DISPATCH. */
    HRESULT (*get_Terminals)(ITStream *This, VARIANT *pTerminals);
};

/**
 * One stream of a call: a media type in one direction.
 *
 * Comes from ITStreamControl. Select a terminal on it before Connect or Answer.
 * Page: ITStream (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITSubStreamControl *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITSubStreamControl *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** Adds a substream; Release it. */
    HRESULT (*CreateSubStream)(ITSubStreamControl *This, ITSubStream **ppSubStream);
    /** Removes a substream. */
    HRESULT (*RemoveSubStream)(ITSubStreamControl *This, ITSubStream *pSubStream);
    /** Lists the substreams, for C and C++ clients. */
    HRESULT (*EnumerateSubStreams)(ITSubStreamControl *This, IEnumSubStream **ppEnumSubStream);
    /** Lists the substreams, as an ITCollection in VT_DISPATCH. */
    HRESULT (*get_SubStreams)(ITSubStreamControl *This, VARIANT *pVariant);
};

/**
 * The substreams of a stream, such as one for each speaker of a conference.
 *
 * QueryInterface of the stream.
 * Page: ITSubStreamControl (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITSubStream *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITSubStream *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** Starts the substream, or goes on after PauseSubStream. */
    HRESULT (*StartSubStream)(ITSubStream *This);
    /** Pauses the substream. */
    HRESULT (*PauseSubStream)(ITSubStream *This);
    /** Stops the substream. */
    HRESULT (*StopSubStream)(ITSubStream *This);
    /** Connects a terminal to the substream; the substream keeps a reference. */
    HRESULT (*SelectTerminal)(ITSubStream *This, ITTerminal *pTerminal);
    /** Disconnects a terminal from the substream. */
    HRESULT (*UnselectTerminal)(ITSubStream *This, ITTerminal *pTerminal);
    /** Lists the terminals on the substream, for C and C++ clients. */
    HRESULT (*EnumerateTerminals)(ITSubStream *This, IEnumTerminal **ppEnumTerminal);
    /** Lists the terminals on the substream, as an ITCollection in VT_DISPATCH. */
    HRESULT (*get_Terminals)(ITSubStream *This, VARIANT *pTerminals);
    /** Gives the stream that it is part of; Release it. */
    HRESULT (*get_Stream)(ITSubStream *This, ITStream **ppITStream);
};

/**
 * One substream of a stream.
 *
 * Comes from ITSubStreamControl.
 * Page: ITSubStream (tapi3if.h).
 */
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
    /** Tells the number of channels: 1 mono, 2 stereo. */
    HRESULT (*get_Channels)(ITScriptableAudioFormat *This, LONG *pVal);
    /** Sets the number of channels: 1 mono, 2 stereo. */
    HRESULT (*put_Channels)(ITScriptableAudioFormat *This, LONG nNewVal);
    /** Tells the sampling rate, in hertz. */
    HRESULT (*get_SamplesPerSec)(ITScriptableAudioFormat *This, LONG *pVal);
    /** Sets the sampling rate, in hertz. */
    HRESULT (*put_SamplesPerSec)(ITScriptableAudioFormat *This, LONG nNewVal);
    /** Tells the average data rate, in bytes per second. */
    HRESULT (*get_AvgBytesPerSec)(ITScriptableAudioFormat *This, LONG *pVal);
    /** Sets the average data rate, in bytes per second. */
    HRESULT (*put_AvgBytesPerSec)(ITScriptableAudioFormat *This, LONG nNewVal);
    /** Tells the size of the smallest unit of data, in bytes. */
    HRESULT (*get_BlockAlign)(ITScriptableAudioFormat *This, LONG *pVal);
    /** Sets the size of the smallest unit of data, in bytes. */
    HRESULT (*put_BlockAlign)(ITScriptableAudioFormat *This, LONG nNewVal);
    /** Tells the size of a sample, in bits. */
    HRESULT (*get_BitsPerSample)(ITScriptableAudioFormat *This, LONG *pVal);
    /** Sets the size of a sample, in bits. */
    HRESULT (*put_BitsPerSample)(ITScriptableAudioFormat *This, LONG nNewVal);
    /** Tells the encoding (WAVE_FORMAT_; 1 is PCM, 6 A-law, 7 mu-law). */
    HRESULT (*get_FormatTag)(ITScriptableAudioFormat *This, LONG *pVal);
    /** Sets the encoding (WAVE_FORMAT_; 1 is PCM, 6 A-law, 7 mu-law). */
    HRESULT (*put_FormatTag)(ITScriptableAudioFormat *This, LONG nNewVal);
};

/**
 * A PCM-style audio format, for Automation clients.
 *
 * Comes from ITFileTrack; the properties are those of WAVEFORMATEX.
 * Page: ITScriptableAudioFormat (tapi3if.h).
 */
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
    /**
     * Translates a canonical number for the present location.
     *
     * pAddressToTranslate: the number. lCard: the calling card's id, 0 for the usual one.
     * lTranslateOptions: LINETRANSLATEOPTION_ bits. ppTranslated: receives the result; Release
     * it.
     */
    HRESULT (*TranslateAddress)(ITAddressTranslation *This,
                                BSTR pAddressToTranslate,
                                LONG lCard,
                                LONG lTranslateOptions,
                                ITAddressTranslationInfo **ppTranslated);
    /**
     * Shows the dialog for locations and calling cards.
     *
     * hwndOwner: the owning window. pAddressIn: the number to show; may be NULL.
     */
    HRESULT (*TranslateDialog)(ITAddressTranslation *This, TAPIHWND hwndOwner, BSTR pAddressIn);
    /** Lists the dialling locations, for C and C++ clients. */
    HRESULT (*EnumerateLocations)(ITAddressTranslation *This, IEnumLocation **ppEnumLocation);
    /** Lists the dialling locations, as an ITCollection in VT_DISPATCH. */
    HRESULT (*get_Locations)(ITAddressTranslation *This, VARIANT *pVariant);
    /** Lists the calling cards, for C and C++ clients. */
    HRESULT (*EnumerateCallingCards)(ITAddressTranslation *This, IEnumCallingCard **ppEnumCallingCard);
    /** Lists the calling cards, as an ITCollection in VT_DISPATCH. */
    HRESULT (*get_CallingCards)(ITAddressTranslation *This, VARIANT *pVariant);
};

/**
 * Turns numbers as people write them into what must be dialled from here.
 *
 * QueryInterface of the address. A canonical number is +country (area) subscriber. What is
 * handed out is freed as usual: Release, SysFreeString, VariantClear.
 * Page: ITAddressTranslation (tapi3if.h).
 */
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
    /** Tells what to give to ITAddress::CreateCall; may hold card numbers, so do not show it. */
    HRESULT (*get_DialableString)(ITAddressTranslationInfo *This, BSTR *ppDialableString);
    /** Tells what to show to people. */
    HRESULT (*get_DisplayableString)(ITAddressTranslationInfo *This, BSTR *ppDisplayableString);
    /** Tells the country code of the present location. */
    HRESULT (*get_CurrentCountryCode)(ITAddressTranslationInfo *This, LONG *CountryCode);
    /** Tells the country code of the destination; 0 if it is not known. */
    HRESULT (*get_DestinationCountryCode)(ITAddressTranslationInfo *This, LONG *CountryCode);
    /** Tells what was found out on the way (LINETRANSLATERESULT_ bits). */
    HRESULT (*get_TranslationResults)(ITAddressTranslationInfo *This, LONG *plResults);
};

/**
 * The result of ITAddressTranslation::TranslateAddress.
 *
 * Page: ITAddressTranslationInfo (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITLocationInfo *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITLocationInfo *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** Tells the id of the location; always the same. */
    HRESULT (*get_PermanentLocationID)(ITLocationInfo *This, LONG *plLocationID);
    /** Tells the country code, such as 49. */
    HRESULT (*get_CountryCode)(ITLocationInfo *This, LONG *plCountryCode);
    /** Tells the id of the country, which tells countries with one code apart. */
    HRESULT (*get_CountryID)(ITLocationInfo *This, LONG *plCountryID);
    /** Tells options of the location (LINELOCATIONOPTION_ bits; 1 is pulse dialling). */
    HRESULT (*get_Options)(ITLocationInfo *This, LONG *plOptions);
    /** Tells the id of the calling card that is used from here. */
    HRESULT (*get_PreferredCardID)(ITLocationInfo *This, LONG *plCardID);
    /** Tells the name of the location. */
    HRESULT (*get_LocationName)(ITLocationInfo *This, BSTR *ppLocationName);
    /** Tells the area code. */
    HRESULT (*get_CityCode)(ITLocationInfo *This, BSTR *ppCode);
    /** Tells what to dial for an outside line before a local call. */
    HRESULT (*get_LocalAccessCode)(ITLocationInfo *This, BSTR *ppCode);
    /** Tells what to dial for an outside line before a long-distance call. */
    HRESULT (*get_LongDistanceAccessCode)(ITLocationInfo *This, BSTR *ppCode);
    /** Tells the prefixes that need the long-distance code within the area. */
    HRESULT (*get_TollPrefixList)(ITLocationInfo *This, BSTR *ppTollList);
    /** Tells what to dial to switch call waiting off. */
    HRESULT (*get_CancelCallWaitingCode)(ITLocationInfo *This, BSTR *ppCode);
};

/**
 * A dialling location: the rules of a place that calls are made from.
 *
 * Comes from ITAddressTranslation::EnumerateLocations. Texts are freed with SysFreeString.
 * Page: ITLocationInfo (tapi3if.h).
 */
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
    HRESULT (*GetIDsOfNames)(ITCallingCard *This, REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId);
    HRESULT (*Invoke)(ITCallingCard *This,
                      DISPID dispIdMember,
                      REFIID riid,
                      LCID lcid,
                      WORD wFlags,
                      DISPPARAMS *pDispParams,
                      VARIANT *pVarResult,
                      EXCEPINFO *pExcepInfo,
                      UINT *puArgErr);
    /** Tells the id of the card; always the same. */
    HRESULT (*get_PermanentCardID)(ITCallingCard *This, LONG *plCardID);
    /** Tells how many digits the card's number has. */
    HRESULT (*get_NumberOfDigits)(ITCallingCard *This, LONG *plDigits);
    /** Tells options of the card (LINECARDOPTION_ bits). */
    HRESULT (*get_Options)(ITCallingCard *This, LONG *plOptions);
    /** Tells the name of the card. */
    HRESULT (*get_CardName)(ITCallingCard *This, BSTR *ppCardName);
    /** Tells the dialling rule for calls within the area. */
    HRESULT (*get_SameAreaDialingRule)(ITCallingCard *This, BSTR *ppRule);
    /** Tells the dialling rule for long-distance calls. */
    HRESULT (*get_LongDistanceDialingRule)(ITCallingCard *This, BSTR *ppRule);
    /** Tells the dialling rule for international calls. */
    HRESULT (*get_InternationalDialingRule)(ITCallingCard *This, BSTR *ppRule);
};

/**
 * A calling card: how calls are charged and dialled with it.
 *
 * Comes from ITAddressTranslation::EnumerateCallingCards. Texts are freed with SysFreeString.
 * Page: ITCallingCard (tapi3if.h).
 */
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
#define IDispatch_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define IDispatch_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define IDispatch_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))

#define ITMediaSupport_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITMediaSupport_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITMediaSupport_Release(This) ((This)->lpVtbl->Release(This))
#define ITMediaSupport_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITMediaSupport_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITMediaSupport_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITMediaSupport_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITMediaSupport_get_MediaTypes(This, plMediaTypes) ((This)->lpVtbl->get_MediaTypes(This, plMediaTypes))
#define ITMediaSupport_QueryMediaType(This, lMediaType, pfSupport) \
    ((This)->lpVtbl->QueryMediaType(This, lMediaType, pfSupport))

#define ITAddress_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITAddress_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITAddress_Release(This) ((This)->lpVtbl->Release(This))
#define ITAddress_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITAddress_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITAddress_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITAddress_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITAddress_get_State(This, pAddressState) ((This)->lpVtbl->get_State(This, pAddressState))
#define ITAddress_get_AddressName(This, ppName) ((This)->lpVtbl->get_AddressName(This, ppName))
#define ITAddress_get_ServiceProviderName(This, ppName) ((This)->lpVtbl->get_ServiceProviderName(This, ppName))
#define ITAddress_get_TAPIObject(This, ppTapiObject) ((This)->lpVtbl->get_TAPIObject(This, ppTapiObject))
#define ITAddress_CreateCall(This, pDestAddress, lAddressType, lMediaTypes, ppCall) \
    ((This)->lpVtbl->CreateCall(This, pDestAddress, lAddressType, lMediaTypes, ppCall))
#define ITAddress_get_Calls(This, pVariant) ((This)->lpVtbl->get_Calls(This, pVariant))
#define ITAddress_EnumerateCalls(This, ppCallEnum) ((This)->lpVtbl->EnumerateCalls(This, ppCallEnum))
#define ITAddress_get_DialableAddress(This, pDialableAddress) \
    ((This)->lpVtbl->get_DialableAddress(This, pDialableAddress))
#define ITAddress_CreateForwardInfoObject(This, ppForwardInfo) \
    ((This)->lpVtbl->CreateForwardInfoObject(This, ppForwardInfo))
#define ITAddress_Forward(This, pForwardInfo, pCall) ((This)->lpVtbl->Forward(This, pForwardInfo, pCall))
#define ITAddress_get_CurrentForwardInfo(This, ppForwardInfo) \
    ((This)->lpVtbl->get_CurrentForwardInfo(This, ppForwardInfo))
#define ITAddress_put_MessageWaiting(This, fMessageWaiting) \
    ((This)->lpVtbl->put_MessageWaiting(This, fMessageWaiting))
#define ITAddress_get_MessageWaiting(This, pfMessageWaiting) \
    ((This)->lpVtbl->get_MessageWaiting(This, pfMessageWaiting))
#define ITAddress_put_DoNotDisturb(This, fDoNotDisturb) ((This)->lpVtbl->put_DoNotDisturb(This, fDoNotDisturb))
#define ITAddress_get_DoNotDisturb(This, pfDoNotDisturb) \
    ((This)->lpVtbl->get_DoNotDisturb(This, pfDoNotDisturb))

#define ITAddress2_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITAddress2_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITAddress2_Release(This) ((This)->lpVtbl->Release(This))
#define ITAddress2_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITAddress2_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITAddress2_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITAddress2_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITAddress2_get_State(This, pAddressState) ((This)->lpVtbl->get_State(This, pAddressState))
#define ITAddress2_get_AddressName(This, ppName) ((This)->lpVtbl->get_AddressName(This, ppName))
#define ITAddress2_get_ServiceProviderName(This, ppName) \
    ((This)->lpVtbl->get_ServiceProviderName(This, ppName))
#define ITAddress2_get_TAPIObject(This, ppTapiObject) ((This)->lpVtbl->get_TAPIObject(This, ppTapiObject))
#define ITAddress2_CreateCall(This, pDestAddress, lAddressType, lMediaTypes, ppCall) \
    ((This)->lpVtbl->CreateCall(This, pDestAddress, lAddressType, lMediaTypes, ppCall))
#define ITAddress2_get_Calls(This, pVariant) ((This)->lpVtbl->get_Calls(This, pVariant))
#define ITAddress2_EnumerateCalls(This, ppCallEnum) ((This)->lpVtbl->EnumerateCalls(This, ppCallEnum))
#define ITAddress2_get_DialableAddress(This, pDialableAddress) \
    ((This)->lpVtbl->get_DialableAddress(This, pDialableAddress))
#define ITAddress2_CreateForwardInfoObject(This, ppForwardInfo) \
    ((This)->lpVtbl->CreateForwardInfoObject(This, ppForwardInfo))
#define ITAddress2_Forward(This, pForwardInfo, pCall) ((This)->lpVtbl->Forward(This, pForwardInfo, pCall))
#define ITAddress2_get_CurrentForwardInfo(This, ppForwardInfo) \
    ((This)->lpVtbl->get_CurrentForwardInfo(This, ppForwardInfo))
#define ITAddress2_put_MessageWaiting(This, fMessageWaiting) \
    ((This)->lpVtbl->put_MessageWaiting(This, fMessageWaiting))
#define ITAddress2_get_MessageWaiting(This, pfMessageWaiting) \
    ((This)->lpVtbl->get_MessageWaiting(This, pfMessageWaiting))
#define ITAddress2_put_DoNotDisturb(This, fDoNotDisturb) \
    ((This)->lpVtbl->put_DoNotDisturb(This, fDoNotDisturb))
#define ITAddress2_get_DoNotDisturb(This, pfDoNotDisturb) \
    ((This)->lpVtbl->get_DoNotDisturb(This, pfDoNotDisturb))
#define ITAddress2_get_Phones(This, pPhones) ((This)->lpVtbl->get_Phones(This, pPhones))
#define ITAddress2_EnumeratePhones(This, ppEnumPhone) ((This)->lpVtbl->EnumeratePhones(This, ppEnumPhone))
#define ITAddress2_GetPhoneFromTerminal(This, pTerminal, ppPhone) \
    ((This)->lpVtbl->GetPhoneFromTerminal(This, pTerminal, ppPhone))
#define ITAddress2_get_PreferredPhones(This, pPhones) ((This)->lpVtbl->get_PreferredPhones(This, pPhones))
#define ITAddress2_EnumeratePreferredPhones(This, ppEnumPhone) \
    ((This)->lpVtbl->EnumeratePreferredPhones(This, ppEnumPhone))
#define ITAddress2_get_EventFilter(This, TapiEvent, lSubEvent, pEnable) \
    ((This)->lpVtbl->get_EventFilter(This, TapiEvent, lSubEvent, pEnable))
#define ITAddress2_put_EventFilter(This, TapiEvent, lSubEvent, bEnable) \
    ((This)->lpVtbl->put_EventFilter(This, TapiEvent, lSubEvent, bEnable))
#define ITAddress2_DeviceSpecific(This, pCall, pParams, dwSize) \
    ((This)->lpVtbl->DeviceSpecific(This, pCall, pParams, dwSize))
#define ITAddress2_DeviceSpecificVariant(This, pCall, varDevSpecificByteArray) \
    ((This)->lpVtbl->DeviceSpecificVariant(This, pCall, varDevSpecificByteArray))
#define ITAddress2_NegotiateExtVersion(This, lLowVersion, lHighVersion, plExtVersion) \
    ((This)->lpVtbl->NegotiateExtVersion(This, lLowVersion, lHighVersion, plExtVersion))

#define ITAddressCapabilities_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITAddressCapabilities_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITAddressCapabilities_Release(This) ((This)->lpVtbl->Release(This))
#define ITAddressCapabilities_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITAddressCapabilities_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITAddressCapabilities_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITAddressCapabilities_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, \
    pExcepInfo, puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITAddressCapabilities_get_AddressCapability(This, AddressCap, plCapability) \
    ((This)->lpVtbl->get_AddressCapability(This, AddressCap, plCapability))
#define ITAddressCapabilities_get_AddressCapabilityString(This, AddressCapString, ppCapabilityString) \
    ((This)->lpVtbl->get_AddressCapabilityString(This, AddressCapString, ppCapabilityString))
#define ITAddressCapabilities_get_CallTreatments(This, pVariant) \
    ((This)->lpVtbl->get_CallTreatments(This, pVariant))
#define ITAddressCapabilities_EnumerateCallTreatments(This, ppEnumCallTreatment) \
    ((This)->lpVtbl->EnumerateCallTreatments(This, ppEnumCallTreatment))
#define ITAddressCapabilities_get_CompletionMessages(This, pVariant) \
    ((This)->lpVtbl->get_CompletionMessages(This, pVariant))
#define ITAddressCapabilities_EnumerateCompletionMessages(This, ppEnumCompletionMessage) \
    ((This)->lpVtbl->EnumerateCompletionMessages(This, ppEnumCompletionMessage))
#define ITAddressCapabilities_get_DeviceClasses(This, pVariant) \
    ((This)->lpVtbl->get_DeviceClasses(This, pVariant))
#define ITAddressCapabilities_EnumerateDeviceClasses(This, ppEnumDeviceClass) \
    ((This)->lpVtbl->EnumerateDeviceClasses(This, ppEnumDeviceClass))

#define ITForwardInformation_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITForwardInformation_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITForwardInformation_Release(This) ((This)->lpVtbl->Release(This))
#define ITForwardInformation_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITForwardInformation_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITForwardInformation_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITForwardInformation_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, \
    pExcepInfo, puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITForwardInformation_put_NumRingsNoAnswer(This, lNumRings) \
    ((This)->lpVtbl->put_NumRingsNoAnswer(This, lNumRings))
#define ITForwardInformation_get_NumRingsNoAnswer(This, plNumRings) \
    ((This)->lpVtbl->get_NumRingsNoAnswer(This, plNumRings))
#define ITForwardInformation_SetForwardType(This, ForwardType, pDestAddress, pCallerAddress) \
    ((This)->lpVtbl->SetForwardType(This, ForwardType, pDestAddress, pCallerAddress))
#define ITForwardInformation_get_ForwardTypeDestination(This, ForwardType, ppDestAddress) \
    ((This)->lpVtbl->get_ForwardTypeDestination(This, ForwardType, ppDestAddress))
#define ITForwardInformation_get_ForwardTypeCaller(This, Forwardtype, ppCallerAddress) \
    ((This)->lpVtbl->get_ForwardTypeCaller(This, Forwardtype, ppCallerAddress))
#define ITForwardInformation_GetForwardType(This, ForwardType, ppDestinationAddress, ppCallerAddress) \
    ((This)->lpVtbl->GetForwardType(This, ForwardType, ppDestinationAddress, ppCallerAddress))
#define ITForwardInformation_Clear(This) ((This)->lpVtbl->Clear(This))

#define ITForwardInformation2_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITForwardInformation2_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITForwardInformation2_Release(This) ((This)->lpVtbl->Release(This))
#define ITForwardInformation2_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITForwardInformation2_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITForwardInformation2_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITForwardInformation2_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, \
    pExcepInfo, puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITForwardInformation2_put_NumRingsNoAnswer(This, lNumRings) \
    ((This)->lpVtbl->put_NumRingsNoAnswer(This, lNumRings))
#define ITForwardInformation2_get_NumRingsNoAnswer(This, plNumRings) \
    ((This)->lpVtbl->get_NumRingsNoAnswer(This, plNumRings))
#define ITForwardInformation2_SetForwardType(This, ForwardType, pDestAddress, pCallerAddress) \
    ((This)->lpVtbl->SetForwardType(This, ForwardType, pDestAddress, pCallerAddress))
#define ITForwardInformation2_get_ForwardTypeDestination(This, ForwardType, ppDestAddress) \
    ((This)->lpVtbl->get_ForwardTypeDestination(This, ForwardType, ppDestAddress))
#define ITForwardInformation2_get_ForwardTypeCaller(This, Forwardtype, ppCallerAddress) \
    ((This)->lpVtbl->get_ForwardTypeCaller(This, Forwardtype, ppCallerAddress))
#define ITForwardInformation2_GetForwardType(This, ForwardType, ppDestinationAddress, ppCallerAddress) \
    ((This)->lpVtbl->GetForwardType(This, ForwardType, ppDestinationAddress, ppCallerAddress))
#define ITForwardInformation2_Clear(This) ((This)->lpVtbl->Clear(This))
#define ITForwardInformation2_SetForwardType2(This, ForwardType, pDestAddress, DestAddressType, pCallerAddress, \
    CallerAddressType) \
    ((This)->lpVtbl->SetForwardType2(This, ForwardType, pDestAddress, DestAddressType, pCallerAddress, CallerAddressType))
#define ITForwardInformation2_GetForwardType2(This, ForwardType, ppDestinationAddress, pDestAddressType, \
    ppCallerAddress, pCallerAddressType) \
    ((This)->lpVtbl->GetForwardType2(This, ForwardType, ppDestinationAddress, pDestAddressType, ppCallerAddress, pCallerAddressType))
#define ITForwardInformation2_get_ForwardTypeDestinationAddressType(This, ForwardType, pDestAddressType) \
    ((This)->lpVtbl->get_ForwardTypeDestinationAddressType(This, ForwardType, pDestAddressType))
#define ITForwardInformation2_get_ForwardTypeCallerAddressType(This, Forwardtype, pCallerAddressType) \
    ((This)->lpVtbl->get_ForwardTypeCallerAddressType(This, Forwardtype, pCallerAddressType))

#define ITBasicCallControl_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITBasicCallControl_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITBasicCallControl_Release(This) ((This)->lpVtbl->Release(This))
#define ITBasicCallControl_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITBasicCallControl_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITBasicCallControl_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITBasicCallControl_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITBasicCallControl_Connect(This, fSync) ((This)->lpVtbl->Connect(This, fSync))
#define ITBasicCallControl_Answer(This) ((This)->lpVtbl->Answer(This))
#define ITBasicCallControl_Disconnect(This, code) ((This)->lpVtbl->Disconnect(This, code))
#define ITBasicCallControl_Hold(This, fHold) ((This)->lpVtbl->Hold(This, fHold))
#define ITBasicCallControl_HandoffDirect(This, pApplicationName) \
    ((This)->lpVtbl->HandoffDirect(This, pApplicationName))
#define ITBasicCallControl_HandoffIndirect(This, lMediaType) \
    ((This)->lpVtbl->HandoffIndirect(This, lMediaType))
#define ITBasicCallControl_Conference(This, pCall, fSync) ((This)->lpVtbl->Conference(This, pCall, fSync))
#define ITBasicCallControl_Transfer(This, pCall, fSync) ((This)->lpVtbl->Transfer(This, pCall, fSync))
#define ITBasicCallControl_BlindTransfer(This, pDestAddress) \
    ((This)->lpVtbl->BlindTransfer(This, pDestAddress))
#define ITBasicCallControl_SwapHold(This, pCall) ((This)->lpVtbl->SwapHold(This, pCall))
#define ITBasicCallControl_ParkDirect(This, pParkAddress) ((This)->lpVtbl->ParkDirect(This, pParkAddress))
#define ITBasicCallControl_ParkIndirect(This, ppNonDirAddress) \
    ((This)->lpVtbl->ParkIndirect(This, ppNonDirAddress))
#define ITBasicCallControl_Unpark(This) ((This)->lpVtbl->Unpark(This))
#define ITBasicCallControl_SetQOS(This, lMediaType, ServiceLevel) \
    ((This)->lpVtbl->SetQOS(This, lMediaType, ServiceLevel))
#define ITBasicCallControl_Pickup(This, pGroupID) ((This)->lpVtbl->Pickup(This, pGroupID))
#define ITBasicCallControl_Dial(This, pDestAddress) ((This)->lpVtbl->Dial(This, pDestAddress))
#define ITBasicCallControl_Finish(This, finishMode) ((This)->lpVtbl->Finish(This, finishMode))
#define ITBasicCallControl_RemoveFromConference(This) ((This)->lpVtbl->RemoveFromConference(This))

#define ITCallInfo_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITCallInfo_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITCallInfo_Release(This) ((This)->lpVtbl->Release(This))
#define ITCallInfo_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITCallInfo_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITCallInfo_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITCallInfo_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITCallInfo_get_Address(This, ppAddress) ((This)->lpVtbl->get_Address(This, ppAddress))
#define ITCallInfo_get_CallState(This, pCallState) ((This)->lpVtbl->get_CallState(This, pCallState))
#define ITCallInfo_get_Privilege(This, pPrivilege) ((This)->lpVtbl->get_Privilege(This, pPrivilege))
#define ITCallInfo_get_CallHub(This, ppCallHub) ((This)->lpVtbl->get_CallHub(This, ppCallHub))
#define ITCallInfo_get_CallInfoLong(This, CallInfoLong, plCallInfoLongVal) \
    ((This)->lpVtbl->get_CallInfoLong(This, CallInfoLong, plCallInfoLongVal))
#define ITCallInfo_put_CallInfoLong(This, CallInfoLong, lCallInfoLongVal) \
    ((This)->lpVtbl->put_CallInfoLong(This, CallInfoLong, lCallInfoLongVal))
#define ITCallInfo_get_CallInfoString(This, CallInfoString, ppCallInfoString) \
    ((This)->lpVtbl->get_CallInfoString(This, CallInfoString, ppCallInfoString))
#define ITCallInfo_put_CallInfoString(This, CallInfoString, pCallInfoString) \
    ((This)->lpVtbl->put_CallInfoString(This, CallInfoString, pCallInfoString))
#define ITCallInfo_get_CallInfoBuffer(This, CallInfoBuffer, ppCallInfoBuffer) \
    ((This)->lpVtbl->get_CallInfoBuffer(This, CallInfoBuffer, ppCallInfoBuffer))
#define ITCallInfo_put_CallInfoBuffer(This, CallInfoBuffer, pCallInfoBuffer) \
    ((This)->lpVtbl->put_CallInfoBuffer(This, CallInfoBuffer, pCallInfoBuffer))
#define ITCallInfo_GetCallInfoBuffer(This, CallInfoBuffer, pdwSize, ppCallInfoBuffer) \
    ((This)->lpVtbl->GetCallInfoBuffer(This, CallInfoBuffer, pdwSize, ppCallInfoBuffer))
#define ITCallInfo_SetCallInfoBuffer(This, CallInfoBuffer, dwSize, pCallInfoBuffer) \
    ((This)->lpVtbl->SetCallInfoBuffer(This, CallInfoBuffer, dwSize, pCallInfoBuffer))
#define ITCallInfo_ReleaseUserUserInfo(This) ((This)->lpVtbl->ReleaseUserUserInfo(This))

#define ITCallInfo2_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITCallInfo2_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITCallInfo2_Release(This) ((This)->lpVtbl->Release(This))
#define ITCallInfo2_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITCallInfo2_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITCallInfo2_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITCallInfo2_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITCallInfo2_get_Address(This, ppAddress) ((This)->lpVtbl->get_Address(This, ppAddress))
#define ITCallInfo2_get_CallState(This, pCallState) ((This)->lpVtbl->get_CallState(This, pCallState))
#define ITCallInfo2_get_Privilege(This, pPrivilege) ((This)->lpVtbl->get_Privilege(This, pPrivilege))
#define ITCallInfo2_get_CallHub(This, ppCallHub) ((This)->lpVtbl->get_CallHub(This, ppCallHub))
#define ITCallInfo2_get_CallInfoLong(This, CallInfoLong, plCallInfoLongVal) \
    ((This)->lpVtbl->get_CallInfoLong(This, CallInfoLong, plCallInfoLongVal))
#define ITCallInfo2_put_CallInfoLong(This, CallInfoLong, lCallInfoLongVal) \
    ((This)->lpVtbl->put_CallInfoLong(This, CallInfoLong, lCallInfoLongVal))
#define ITCallInfo2_get_CallInfoString(This, CallInfoString, ppCallInfoString) \
    ((This)->lpVtbl->get_CallInfoString(This, CallInfoString, ppCallInfoString))
#define ITCallInfo2_put_CallInfoString(This, CallInfoString, pCallInfoString) \
    ((This)->lpVtbl->put_CallInfoString(This, CallInfoString, pCallInfoString))
#define ITCallInfo2_get_CallInfoBuffer(This, CallInfoBuffer, ppCallInfoBuffer) \
    ((This)->lpVtbl->get_CallInfoBuffer(This, CallInfoBuffer, ppCallInfoBuffer))
#define ITCallInfo2_put_CallInfoBuffer(This, CallInfoBuffer, pCallInfoBuffer) \
    ((This)->lpVtbl->put_CallInfoBuffer(This, CallInfoBuffer, pCallInfoBuffer))
#define ITCallInfo2_GetCallInfoBuffer(This, CallInfoBuffer, pdwSize, ppCallInfoBuffer) \
    ((This)->lpVtbl->GetCallInfoBuffer(This, CallInfoBuffer, pdwSize, ppCallInfoBuffer))
#define ITCallInfo2_SetCallInfoBuffer(This, CallInfoBuffer, dwSize, pCallInfoBuffer) \
    ((This)->lpVtbl->SetCallInfoBuffer(This, CallInfoBuffer, dwSize, pCallInfoBuffer))
#define ITCallInfo2_ReleaseUserUserInfo(This) ((This)->lpVtbl->ReleaseUserUserInfo(This))
#define ITCallInfo2_get_EventFilter(This, TapiEvent, lSubEvent, pEnable) \
    ((This)->lpVtbl->get_EventFilter(This, TapiEvent, lSubEvent, pEnable))
#define ITCallInfo2_put_EventFilter(This, TapiEvent, lSubEvent, bEnable) \
    ((This)->lpVtbl->put_EventFilter(This, TapiEvent, lSubEvent, bEnable))

#define ITCallHub_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITCallHub_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITCallHub_Release(This) ((This)->lpVtbl->Release(This))
#define ITCallHub_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITCallHub_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITCallHub_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITCallHub_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITCallHub_Clear(This) ((This)->lpVtbl->Clear(This))
#define ITCallHub_EnumerateCalls(This, ppEnumCall) ((This)->lpVtbl->EnumerateCalls(This, ppEnumCall))
#define ITCallHub_get_Calls(This, pCalls) ((This)->lpVtbl->get_Calls(This, pCalls))
#define ITCallHub_get_NumCalls(This, plCalls) ((This)->lpVtbl->get_NumCalls(This, plCalls))
#define ITCallHub_get_State(This, pState) ((This)->lpVtbl->get_State(This, pState))

#define ITBasicCallControl2_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITBasicCallControl2_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITBasicCallControl2_Release(This) ((This)->lpVtbl->Release(This))
#define ITBasicCallControl2_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITBasicCallControl2_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITBasicCallControl2_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITBasicCallControl2_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITBasicCallControl2_Connect(This, fSync) ((This)->lpVtbl->Connect(This, fSync))
#define ITBasicCallControl2_Answer(This) ((This)->lpVtbl->Answer(This))
#define ITBasicCallControl2_Disconnect(This, code) ((This)->lpVtbl->Disconnect(This, code))
#define ITBasicCallControl2_Hold(This, fHold) ((This)->lpVtbl->Hold(This, fHold))
#define ITBasicCallControl2_HandoffDirect(This, pApplicationName) \
    ((This)->lpVtbl->HandoffDirect(This, pApplicationName))
#define ITBasicCallControl2_HandoffIndirect(This, lMediaType) \
    ((This)->lpVtbl->HandoffIndirect(This, lMediaType))
#define ITBasicCallControl2_Conference(This, pCall, fSync) ((This)->lpVtbl->Conference(This, pCall, fSync))
#define ITBasicCallControl2_Transfer(This, pCall, fSync) ((This)->lpVtbl->Transfer(This, pCall, fSync))
#define ITBasicCallControl2_BlindTransfer(This, pDestAddress) \
    ((This)->lpVtbl->BlindTransfer(This, pDestAddress))
#define ITBasicCallControl2_SwapHold(This, pCall) ((This)->lpVtbl->SwapHold(This, pCall))
#define ITBasicCallControl2_ParkDirect(This, pParkAddress) ((This)->lpVtbl->ParkDirect(This, pParkAddress))
#define ITBasicCallControl2_ParkIndirect(This, ppNonDirAddress) \
    ((This)->lpVtbl->ParkIndirect(This, ppNonDirAddress))
#define ITBasicCallControl2_Unpark(This) ((This)->lpVtbl->Unpark(This))
#define ITBasicCallControl2_SetQOS(This, lMediaType, ServiceLevel) \
    ((This)->lpVtbl->SetQOS(This, lMediaType, ServiceLevel))
#define ITBasicCallControl2_Pickup(This, pGroupID) ((This)->lpVtbl->Pickup(This, pGroupID))
#define ITBasicCallControl2_Dial(This, pDestAddress) ((This)->lpVtbl->Dial(This, pDestAddress))
#define ITBasicCallControl2_Finish(This, finishMode) ((This)->lpVtbl->Finish(This, finishMode))
#define ITBasicCallControl2_RemoveFromConference(This) ((This)->lpVtbl->RemoveFromConference(This))
#define ITBasicCallControl2_RequestTerminal(This, bstrTerminalClassGUID, lMediaType, Direction, ppTerminal) \
    ((This)->lpVtbl->RequestTerminal(This, bstrTerminalClassGUID, lMediaType, Direction, ppTerminal))
#define ITBasicCallControl2_SelectTerminalOnCall(This, pTerminal) \
    ((This)->lpVtbl->SelectTerminalOnCall(This, pTerminal))
#define ITBasicCallControl2_UnselectTerminalOnCall(This, pTerminal) \
    ((This)->lpVtbl->UnselectTerminalOnCall(This, pTerminal))

#define ITCollection_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITCollection_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITCollection_Release(This) ((This)->lpVtbl->Release(This))
#define ITCollection_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITCollection_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITCollection_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITCollection_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITCollection_get_Count(This, lCount) ((This)->lpVtbl->get_Count(This, lCount))
#define ITCollection_get_Item(This, Index, pVariant) ((This)->lpVtbl->get_Item(This, Index, pVariant))
#define ITCollection_get__NewEnum(This, ppNewEnum) ((This)->lpVtbl->get__NewEnum(This, ppNewEnum))

#define ITCollection2_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITCollection2_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITCollection2_Release(This) ((This)->lpVtbl->Release(This))
#define ITCollection2_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITCollection2_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITCollection2_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITCollection2_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITCollection2_get_Count(This, lCount) ((This)->lpVtbl->get_Count(This, lCount))
#define ITCollection2_get_Item(This, Index, pVariant) ((This)->lpVtbl->get_Item(This, Index, pVariant))
#define ITCollection2_get__NewEnum(This, ppNewEnum) ((This)->lpVtbl->get__NewEnum(This, ppNewEnum))
#define ITCollection2_Add(This, Index, pVariant) ((This)->lpVtbl->Add(This, Index, pVariant))
#define ITCollection2_Remove(This, Index) ((This)->lpVtbl->Remove(This, Index))

#define IClassFactory_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IClassFactory_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IClassFactory_Release(This) ((This)->lpVtbl->Release(This))
#define IClassFactory_CreateInstance(This, pUnkOuter, riid, ppvObject) \
    ((This)->lpVtbl->CreateInstance(This, pUnkOuter, riid, ppvObject))
#define IClassFactory_LockServer(This, fLock) ((This)->lpVtbl->LockServer(This, fLock))

#define IConnectionPointContainer_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IConnectionPointContainer_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IConnectionPointContainer_Release(This) ((This)->lpVtbl->Release(This))
#define IConnectionPointContainer_EnumConnectionPoints(This, ppEnum) \
    ((This)->lpVtbl->EnumConnectionPoints(This, ppEnum))
#define IConnectionPointContainer_FindConnectionPoint(This, riid, ppCP) \
    ((This)->lpVtbl->FindConnectionPoint(This, riid, ppCP))

#define IConnectionPoint_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IConnectionPoint_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IConnectionPoint_Release(This) ((This)->lpVtbl->Release(This))
#define IConnectionPoint_GetConnectionInterface(This, pIID) \
    ((This)->lpVtbl->GetConnectionInterface(This, pIID))
#define IConnectionPoint_GetConnectionPointContainer(This, ppCPC) \
    ((This)->lpVtbl->GetConnectionPointContainer(This, ppCPC))
#define IConnectionPoint_Advise(This, pUnkSink, pdwCookie) ((This)->lpVtbl->Advise(This, pUnkSink, pdwCookie))
#define IConnectionPoint_Unadvise(This, dwCookie) ((This)->lpVtbl->Unadvise(This, dwCookie))
#define IConnectionPoint_EnumConnections(This, ppEnum) ((This)->lpVtbl->EnumConnections(This, ppEnum))

#define IEnumConnectionPoints_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IEnumConnectionPoints_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IEnumConnectionPoints_Release(This) ((This)->lpVtbl->Release(This))
#define IEnumConnectionPoints_Next(This, cConnections, ppCP, pcFetched) \
    ((This)->lpVtbl->Next(This, cConnections, ppCP, pcFetched))
#define IEnumConnectionPoints_Skip(This, cConnections) ((This)->lpVtbl->Skip(This, cConnections))
#define IEnumConnectionPoints_Reset(This) ((This)->lpVtbl->Reset(This))
#define IEnumConnectionPoints_Clone(This, ppEnum) ((This)->lpVtbl->Clone(This, ppEnum))

#define IEnumConnections_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IEnumConnections_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IEnumConnections_Release(This) ((This)->lpVtbl->Release(This))
#define IEnumConnections_Next(This, cConnections, rgcd, pcFetched) \
    ((This)->lpVtbl->Next(This, cConnections, rgcd, pcFetched))
#define IEnumConnections_Skip(This, cConnections) ((This)->lpVtbl->Skip(This, cConnections))
#define IEnumConnections_Reset(This) ((This)->lpVtbl->Reset(This))
#define IEnumConnections_Clone(This, ppEnum) ((This)->lpVtbl->Clone(This, ppEnum))

#define IEnumVARIANT_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IEnumVARIANT_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IEnumVARIANT_Release(This) ((This)->lpVtbl->Release(This))
#define IEnumVARIANT_Next(This, celt, rgVar, pCeltFetched) \
    ((This)->lpVtbl->Next(This, celt, rgVar, pCeltFetched))
#define IEnumVARIANT_Skip(This, celt) ((This)->lpVtbl->Skip(This, celt))
#define IEnumVARIANT_Reset(This) ((This)->lpVtbl->Reset(This))
#define IEnumVARIANT_Clone(This, ppEnum) ((This)->lpVtbl->Clone(This, ppEnum))

#define IEnumUnknown_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IEnumUnknown_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IEnumUnknown_Release(This) ((This)->lpVtbl->Release(This))
#define IEnumUnknown_Next(This, celt, rgelt, pceltFetched) \
    ((This)->lpVtbl->Next(This, celt, rgelt, pceltFetched))
#define IEnumUnknown_Skip(This, celt) ((This)->lpVtbl->Skip(This, celt))
#define IEnumUnknown_Reset(This) ((This)->lpVtbl->Reset(This))
#define IEnumUnknown_Clone(This, ppenum) ((This)->lpVtbl->Clone(This, ppenum))

#define IErrorInfo_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IErrorInfo_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IErrorInfo_Release(This) ((This)->lpVtbl->Release(This))
#define IErrorInfo_GetGUID(This, pGUID) ((This)->lpVtbl->GetGUID(This, pGUID))
#define IErrorInfo_GetSource(This, pBstrSource) ((This)->lpVtbl->GetSource(This, pBstrSource))
#define IErrorInfo_GetDescription(This, pBstrDescription) \
    ((This)->lpVtbl->GetDescription(This, pBstrDescription))
#define IErrorInfo_GetHelpFile(This, pBstrHelpFile) ((This)->lpVtbl->GetHelpFile(This, pBstrHelpFile))
#define IErrorInfo_GetHelpContext(This, pdwHelpContext) ((This)->lpVtbl->GetHelpContext(This, pdwHelpContext))

#define ISupportErrorInfo_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ISupportErrorInfo_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ISupportErrorInfo_Release(This) ((This)->lpVtbl->Release(This))
#define ISupportErrorInfo_InterfaceSupportsErrorInfo(This, riid) \
    ((This)->lpVtbl->InterfaceSupportsErrorInfo(This, riid))

#define ICreateErrorInfo_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ICreateErrorInfo_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ICreateErrorInfo_Release(This) ((This)->lpVtbl->Release(This))
#define ICreateErrorInfo_SetGUID(This, rguid) ((This)->lpVtbl->SetGUID(This, rguid))
#define ICreateErrorInfo_SetSource(This, szSource) ((This)->lpVtbl->SetSource(This, szSource))
#define ICreateErrorInfo_SetDescription(This, szDescription) \
    ((This)->lpVtbl->SetDescription(This, szDescription))
#define ICreateErrorInfo_SetHelpFile(This, szHelpFile) ((This)->lpVtbl->SetHelpFile(This, szHelpFile))
#define ICreateErrorInfo_SetHelpContext(This, dwHelpContext) \
    ((This)->lpVtbl->SetHelpContext(This, dwHelpContext))

#define IEnumPhone_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IEnumPhone_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IEnumPhone_Release(This) ((This)->lpVtbl->Release(This))
#define IEnumPhone_Next(This, celt, ppElements, pceltFetched) \
    ((This)->lpVtbl->Next(This, celt, ppElements, pceltFetched))
#define IEnumPhone_Reset(This) ((This)->lpVtbl->Reset(This))
#define IEnumPhone_Skip(This, celt) ((This)->lpVtbl->Skip(This, celt))
#define IEnumPhone_Clone(This, ppEnum) ((This)->lpVtbl->Clone(This, ppEnum))

#define IEnumTerminal_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IEnumTerminal_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IEnumTerminal_Release(This) ((This)->lpVtbl->Release(This))
#define IEnumTerminal_Next(This, celt, ppElements, pceltFetched) \
    ((This)->lpVtbl->Next(This, celt, ppElements, pceltFetched))
#define IEnumTerminal_Reset(This) ((This)->lpVtbl->Reset(This))
#define IEnumTerminal_Skip(This, celt) ((This)->lpVtbl->Skip(This, celt))
#define IEnumTerminal_Clone(This, ppEnum) ((This)->lpVtbl->Clone(This, ppEnum))

#define IEnumTerminalClass_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IEnumTerminalClass_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IEnumTerminalClass_Release(This) ((This)->lpVtbl->Release(This))
#define IEnumTerminalClass_Next(This, celt, pElements, pceltFetched) \
    ((This)->lpVtbl->Next(This, celt, pElements, pceltFetched))
#define IEnumTerminalClass_Reset(This) ((This)->lpVtbl->Reset(This))
#define IEnumTerminalClass_Skip(This, celt) ((This)->lpVtbl->Skip(This, celt))
#define IEnumTerminalClass_Clone(This, ppEnum) ((This)->lpVtbl->Clone(This, ppEnum))

#define IEnumCall_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IEnumCall_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IEnumCall_Release(This) ((This)->lpVtbl->Release(This))
#define IEnumCall_Next(This, celt, ppElements, pceltFetched) \
    ((This)->lpVtbl->Next(This, celt, ppElements, pceltFetched))
#define IEnumCall_Reset(This) ((This)->lpVtbl->Reset(This))
#define IEnumCall_Skip(This, celt) ((This)->lpVtbl->Skip(This, celt))
#define IEnumCall_Clone(This, ppEnum) ((This)->lpVtbl->Clone(This, ppEnum))

#define IEnumAddress_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IEnumAddress_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IEnumAddress_Release(This) ((This)->lpVtbl->Release(This))
#define IEnumAddress_Next(This, celt, ppElements, pceltFetched) \
    ((This)->lpVtbl->Next(This, celt, ppElements, pceltFetched))
#define IEnumAddress_Reset(This) ((This)->lpVtbl->Reset(This))
#define IEnumAddress_Skip(This, celt) ((This)->lpVtbl->Skip(This, celt))
#define IEnumAddress_Clone(This, ppEnum) ((This)->lpVtbl->Clone(This, ppEnum))

#define IEnumCallHub_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IEnumCallHub_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IEnumCallHub_Release(This) ((This)->lpVtbl->Release(This))
#define IEnumCallHub_Next(This, celt, ppElements, pceltFetched) \
    ((This)->lpVtbl->Next(This, celt, ppElements, pceltFetched))
#define IEnumCallHub_Reset(This) ((This)->lpVtbl->Reset(This))
#define IEnumCallHub_Skip(This, celt) ((This)->lpVtbl->Skip(This, celt))
#define IEnumCallHub_Clone(This, ppEnum) ((This)->lpVtbl->Clone(This, ppEnum))

#define IEnumBstr_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IEnumBstr_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IEnumBstr_Release(This) ((This)->lpVtbl->Release(This))
#define IEnumBstr_Next(This, celt, ppStrings, pceltFetched) \
    ((This)->lpVtbl->Next(This, celt, ppStrings, pceltFetched))
#define IEnumBstr_Reset(This) ((This)->lpVtbl->Reset(This))
#define IEnumBstr_Skip(This, celt) ((This)->lpVtbl->Skip(This, celt))
#define IEnumBstr_Clone(This, ppEnum) ((This)->lpVtbl->Clone(This, ppEnum))

#define IEnumPluggableTerminalClassInfo_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IEnumPluggableTerminalClassInfo_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IEnumPluggableTerminalClassInfo_Release(This) ((This)->lpVtbl->Release(This))
#define IEnumPluggableTerminalClassInfo_Next(This, celt, ppElements, pceltFetched) \
    ((This)->lpVtbl->Next(This, celt, ppElements, pceltFetched))
#define IEnumPluggableTerminalClassInfo_Reset(This) ((This)->lpVtbl->Reset(This))
#define IEnumPluggableTerminalClassInfo_Skip(This, celt) ((This)->lpVtbl->Skip(This, celt))
#define IEnumPluggableTerminalClassInfo_Clone(This, ppEnum) ((This)->lpVtbl->Clone(This, ppEnum))

#define IEnumPluggableSuperclassInfo_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IEnumPluggableSuperclassInfo_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IEnumPluggableSuperclassInfo_Release(This) ((This)->lpVtbl->Release(This))
#define IEnumPluggableSuperclassInfo_Next(This, celt, ppElements, pceltFetched) \
    ((This)->lpVtbl->Next(This, celt, ppElements, pceltFetched))
#define IEnumPluggableSuperclassInfo_Reset(This) ((This)->lpVtbl->Reset(This))
#define IEnumPluggableSuperclassInfo_Skip(This, celt) ((This)->lpVtbl->Skip(This, celt))
#define IEnumPluggableSuperclassInfo_Clone(This, ppEnum) ((This)->lpVtbl->Clone(This, ppEnum))

#define IEnumLocation_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IEnumLocation_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IEnumLocation_Release(This) ((This)->lpVtbl->Release(This))
#define IEnumLocation_Next(This, celt, ppElements, pceltFetched) \
    ((This)->lpVtbl->Next(This, celt, ppElements, pceltFetched))
#define IEnumLocation_Reset(This) ((This)->lpVtbl->Reset(This))
#define IEnumLocation_Skip(This, celt) ((This)->lpVtbl->Skip(This, celt))
#define IEnumLocation_Clone(This, ppEnum) ((This)->lpVtbl->Clone(This, ppEnum))

#define IEnumCallingCard_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IEnumCallingCard_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IEnumCallingCard_Release(This) ((This)->lpVtbl->Release(This))
#define IEnumCallingCard_Next(This, celt, ppElements, pceltFetched) \
    ((This)->lpVtbl->Next(This, celt, ppElements, pceltFetched))
#define IEnumCallingCard_Reset(This) ((This)->lpVtbl->Reset(This))
#define IEnumCallingCard_Skip(This, celt) ((This)->lpVtbl->Skip(This, celt))
#define IEnumCallingCard_Clone(This, ppEnum) ((This)->lpVtbl->Clone(This, ppEnum))

#define IEnumStream_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IEnumStream_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IEnumStream_Release(This) ((This)->lpVtbl->Release(This))
#define IEnumStream_Next(This, celt, ppElements, pceltFetched) \
    ((This)->lpVtbl->Next(This, celt, ppElements, pceltFetched))
#define IEnumStream_Reset(This) ((This)->lpVtbl->Reset(This))
#define IEnumStream_Skip(This, celt) ((This)->lpVtbl->Skip(This, celt))
#define IEnumStream_Clone(This, ppEnum) ((This)->lpVtbl->Clone(This, ppEnum))

#define IEnumSubStream_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IEnumSubStream_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IEnumSubStream_Release(This) ((This)->lpVtbl->Release(This))
#define IEnumSubStream_Next(This, celt, ppElements, pceltFetched) \
    ((This)->lpVtbl->Next(This, celt, ppElements, pceltFetched))
#define IEnumSubStream_Reset(This) ((This)->lpVtbl->Reset(This))
#define IEnumSubStream_Skip(This, celt) ((This)->lpVtbl->Skip(This, celt))
#define IEnumSubStream_Clone(This, ppEnum) ((This)->lpVtbl->Clone(This, ppEnum))

#define ITPrivateEvent_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITPrivateEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITPrivateEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITPrivateEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITPrivateEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITPrivateEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITPrivateEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITPrivateEvent_get_Address(This, ppAddress) ((This)->lpVtbl->get_Address(This, ppAddress))
#define ITPrivateEvent_get_Call(This, ppCallInfo) ((This)->lpVtbl->get_Call(This, ppCallInfo))
#define ITPrivateEvent_get_CallHub(This, ppCallHub) ((This)->lpVtbl->get_CallHub(This, ppCallHub))
#define ITPrivateEvent_get_EventCode(This, plEventCode) ((This)->lpVtbl->get_EventCode(This, plEventCode))
#define ITPrivateEvent_get_EventInterface(This, pEventInterface) \
    ((This)->lpVtbl->get_EventInterface(This, pEventInterface))

#define ITPhoneEvent_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITPhoneEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITPhoneEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITPhoneEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITPhoneEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITPhoneEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITPhoneEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITPhoneEvent_get_Phone(This, ppPhone) ((This)->lpVtbl->get_Phone(This, ppPhone))
#define ITPhoneEvent_get_Event(This, pEvent) ((This)->lpVtbl->get_Event(This, pEvent))
#define ITPhoneEvent_get_ButtonState(This, pState) ((This)->lpVtbl->get_ButtonState(This, pState))
#define ITPhoneEvent_get_HookSwitchState(This, pState) ((This)->lpVtbl->get_HookSwitchState(This, pState))
#define ITPhoneEvent_get_HookSwitchDevice(This, pDevice) ((This)->lpVtbl->get_HookSwitchDevice(This, pDevice))
#define ITPhoneEvent_get_RingMode(This, plRingMode) ((This)->lpVtbl->get_RingMode(This, plRingMode))
#define ITPhoneEvent_get_ButtonLampId(This, plButtonLampId) \
    ((This)->lpVtbl->get_ButtonLampId(This, plButtonLampId))
#define ITPhoneEvent_get_NumberGathered(This, ppNumber) ((This)->lpVtbl->get_NumberGathered(This, ppNumber))
#define ITPhoneEvent_get_Call(This, ppCallInfo) ((This)->lpVtbl->get_Call(This, ppCallInfo))

#define ITCallStateEvent_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITCallStateEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITCallStateEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITCallStateEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITCallStateEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITCallStateEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITCallStateEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITCallStateEvent_get_Call(This, ppCallInfo) ((This)->lpVtbl->get_Call(This, ppCallInfo))
#define ITCallStateEvent_get_State(This, pCallState) ((This)->lpVtbl->get_State(This, pCallState))
#define ITCallStateEvent_get_Cause(This, pCEC) ((This)->lpVtbl->get_Cause(This, pCEC))
#define ITCallStateEvent_get_CallbackInstance(This, plCallbackInstance) \
    ((This)->lpVtbl->get_CallbackInstance(This, plCallbackInstance))

#define ITPhoneDeviceSpecificEvent_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITPhoneDeviceSpecificEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITPhoneDeviceSpecificEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITPhoneDeviceSpecificEvent_GetTypeInfoCount(This, pctinfo) \
    ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITPhoneDeviceSpecificEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITPhoneDeviceSpecificEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITPhoneDeviceSpecificEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, \
    pExcepInfo, puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITPhoneDeviceSpecificEvent_get_Phone(This, ppPhone) ((This)->lpVtbl->get_Phone(This, ppPhone))
#define ITPhoneDeviceSpecificEvent_get_lParam1(This, pParam1) ((This)->lpVtbl->get_lParam1(This, pParam1))
#define ITPhoneDeviceSpecificEvent_get_lParam2(This, pParam2) ((This)->lpVtbl->get_lParam2(This, pParam2))
#define ITPhoneDeviceSpecificEvent_get_lParam3(This, pParam3) ((This)->lpVtbl->get_lParam3(This, pParam3))

#define ITCallMediaEvent_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITCallMediaEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITCallMediaEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITCallMediaEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITCallMediaEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITCallMediaEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITCallMediaEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITCallMediaEvent_get_Call(This, ppCallInfo) ((This)->lpVtbl->get_Call(This, ppCallInfo))
#define ITCallMediaEvent_get_Event(This, pCallMediaEvent) ((This)->lpVtbl->get_Event(This, pCallMediaEvent))
#define ITCallMediaEvent_get_Error(This, phrError) ((This)->lpVtbl->get_Error(This, phrError))
#define ITCallMediaEvent_get_Terminal(This, ppTerminal) ((This)->lpVtbl->get_Terminal(This, ppTerminal))
#define ITCallMediaEvent_get_Stream(This, ppStream) ((This)->lpVtbl->get_Stream(This, ppStream))
#define ITCallMediaEvent_get_Cause(This, pCause) ((This)->lpVtbl->get_Cause(This, pCause))

#define ITDigitDetectionEvent_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITDigitDetectionEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITDigitDetectionEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITDigitDetectionEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITDigitDetectionEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITDigitDetectionEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITDigitDetectionEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, \
    pExcepInfo, puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITDigitDetectionEvent_get_Call(This, ppCallInfo) ((This)->lpVtbl->get_Call(This, ppCallInfo))
#define ITDigitDetectionEvent_get_Digit(This, pucDigit) ((This)->lpVtbl->get_Digit(This, pucDigit))
#define ITDigitDetectionEvent_get_DigitMode(This, pDigitMode) ((This)->lpVtbl->get_DigitMode(This, pDigitMode))
#define ITDigitDetectionEvent_get_TickCount(This, plTickCount) \
    ((This)->lpVtbl->get_TickCount(This, plTickCount))
#define ITDigitDetectionEvent_get_CallbackInstance(This, plCallbackInstance) \
    ((This)->lpVtbl->get_CallbackInstance(This, plCallbackInstance))

#define ITDigitGenerationEvent_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITDigitGenerationEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITDigitGenerationEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITDigitGenerationEvent_GetTypeInfoCount(This, pctinfo) \
    ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITDigitGenerationEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITDigitGenerationEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITDigitGenerationEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, \
    pExcepInfo, puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITDigitGenerationEvent_get_Call(This, ppCallInfo) ((This)->lpVtbl->get_Call(This, ppCallInfo))
#define ITDigitGenerationEvent_get_GenerationTermination(This, plGenerationTermination) \
    ((This)->lpVtbl->get_GenerationTermination(This, plGenerationTermination))
#define ITDigitGenerationEvent_get_TickCount(This, plTickCount) \
    ((This)->lpVtbl->get_TickCount(This, plTickCount))
#define ITDigitGenerationEvent_get_CallbackInstance(This, plCallbackInstance) \
    ((This)->lpVtbl->get_CallbackInstance(This, plCallbackInstance))

#define ITDigitsGatheredEvent_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITDigitsGatheredEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITDigitsGatheredEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITDigitsGatheredEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITDigitsGatheredEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITDigitsGatheredEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITDigitsGatheredEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, \
    pExcepInfo, puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITDigitsGatheredEvent_get_Call(This, ppCallInfo) ((This)->lpVtbl->get_Call(This, ppCallInfo))
#define ITDigitsGatheredEvent_get_Digits(This, ppDigits) ((This)->lpVtbl->get_Digits(This, ppDigits))
#define ITDigitsGatheredEvent_get_GatherTermination(This, pGatherTermination) \
    ((This)->lpVtbl->get_GatherTermination(This, pGatherTermination))
#define ITDigitsGatheredEvent_get_TickCount(This, plTickCount) \
    ((This)->lpVtbl->get_TickCount(This, plTickCount))
#define ITDigitsGatheredEvent_get_CallbackInstance(This, plCallbackInstance) \
    ((This)->lpVtbl->get_CallbackInstance(This, plCallbackInstance))

#define ITToneDetectionEvent_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITToneDetectionEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITToneDetectionEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITToneDetectionEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITToneDetectionEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITToneDetectionEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITToneDetectionEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, \
    pExcepInfo, puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITToneDetectionEvent_get_Call(This, ppCallInfo) ((This)->lpVtbl->get_Call(This, ppCallInfo))
#define ITToneDetectionEvent_get_AppSpecific(This, plAppSpecific) \
    ((This)->lpVtbl->get_AppSpecific(This, plAppSpecific))
#define ITToneDetectionEvent_get_TickCount(This, plTickCount) \
    ((This)->lpVtbl->get_TickCount(This, plTickCount))
#define ITToneDetectionEvent_get_CallbackInstance(This, plCallbackInstance) \
    ((This)->lpVtbl->get_CallbackInstance(This, plCallbackInstance))

#define ITTAPIObjectEvent_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITTAPIObjectEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITTAPIObjectEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITTAPIObjectEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITTAPIObjectEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITTAPIObjectEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITTAPIObjectEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITTAPIObjectEvent_get_TAPIObject(This, ppTAPIObject) \
    ((This)->lpVtbl->get_TAPIObject(This, ppTAPIObject))
#define ITTAPIObjectEvent_get_Event(This, pEvent) ((This)->lpVtbl->get_Event(This, pEvent))
#define ITTAPIObjectEvent_get_Address(This, ppAddress) ((This)->lpVtbl->get_Address(This, ppAddress))
#define ITTAPIObjectEvent_get_CallbackInstance(This, plCallbackInstance) \
    ((This)->lpVtbl->get_CallbackInstance(This, plCallbackInstance))

#define ITTAPIObjectEvent2_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITTAPIObjectEvent2_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITTAPIObjectEvent2_Release(This) ((This)->lpVtbl->Release(This))
#define ITTAPIObjectEvent2_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITTAPIObjectEvent2_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITTAPIObjectEvent2_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITTAPIObjectEvent2_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITTAPIObjectEvent2_get_TAPIObject(This, ppTAPIObject) \
    ((This)->lpVtbl->get_TAPIObject(This, ppTAPIObject))
#define ITTAPIObjectEvent2_get_Event(This, pEvent) ((This)->lpVtbl->get_Event(This, pEvent))
#define ITTAPIObjectEvent2_get_Address(This, ppAddress) ((This)->lpVtbl->get_Address(This, ppAddress))
#define ITTAPIObjectEvent2_get_CallbackInstance(This, plCallbackInstance) \
    ((This)->lpVtbl->get_CallbackInstance(This, plCallbackInstance))
#define ITTAPIObjectEvent2_get_Phone(This, ppPhone) ((This)->lpVtbl->get_Phone(This, ppPhone))

#define ITCallHubEvent_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITCallHubEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITCallHubEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITCallHubEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITCallHubEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITCallHubEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITCallHubEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITCallHubEvent_get_Event(This, pEvent) ((This)->lpVtbl->get_Event(This, pEvent))
#define ITCallHubEvent_get_CallHub(This, ppCallHub) ((This)->lpVtbl->get_CallHub(This, ppCallHub))
#define ITCallHubEvent_get_Call(This, ppCall) ((This)->lpVtbl->get_Call(This, ppCall))

#define ITAddressEvent_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITAddressEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITAddressEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITAddressEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITAddressEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITAddressEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITAddressEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITAddressEvent_get_Address(This, ppAddress) ((This)->lpVtbl->get_Address(This, ppAddress))
#define ITAddressEvent_get_Event(This, pEvent) ((This)->lpVtbl->get_Event(This, pEvent))
#define ITAddressEvent_get_Terminal(This, ppTerminal) ((This)->lpVtbl->get_Terminal(This, ppTerminal))

#define ITAddressDeviceSpecificEvent_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITAddressDeviceSpecificEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITAddressDeviceSpecificEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITAddressDeviceSpecificEvent_GetTypeInfoCount(This, pctinfo) \
    ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITAddressDeviceSpecificEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITAddressDeviceSpecificEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITAddressDeviceSpecificEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, \
    pExcepInfo, puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITAddressDeviceSpecificEvent_get_Address(This, ppAddress) \
    ((This)->lpVtbl->get_Address(This, ppAddress))
#define ITAddressDeviceSpecificEvent_get_Call(This, ppCall) ((This)->lpVtbl->get_Call(This, ppCall))
#define ITAddressDeviceSpecificEvent_get_lParam1(This, pParam1) ((This)->lpVtbl->get_lParam1(This, pParam1))
#define ITAddressDeviceSpecificEvent_get_lParam2(This, pParam2) ((This)->lpVtbl->get_lParam2(This, pParam2))
#define ITAddressDeviceSpecificEvent_get_lParam3(This, pParam3) ((This)->lpVtbl->get_lParam3(This, pParam3))

#define ITFileTerminalEvent_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITFileTerminalEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITFileTerminalEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITFileTerminalEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITFileTerminalEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITFileTerminalEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITFileTerminalEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITFileTerminalEvent_get_Terminal(This, ppTerminal) ((This)->lpVtbl->get_Terminal(This, ppTerminal))
#define ITFileTerminalEvent_get_Track(This, ppTrackTerminal) ((This)->lpVtbl->get_Track(This, ppTrackTerminal))
#define ITFileTerminalEvent_get_Call(This, ppCall) ((This)->lpVtbl->get_Call(This, ppCall))
#define ITFileTerminalEvent_get_State(This, pState) ((This)->lpVtbl->get_State(This, pState))
#define ITFileTerminalEvent_get_Cause(This, pCause) ((This)->lpVtbl->get_Cause(This, pCause))
#define ITFileTerminalEvent_get_Error(This, phrErrorCode) ((This)->lpVtbl->get_Error(This, phrErrorCode))

#define ITTTSTerminalEvent_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITTTSTerminalEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITTTSTerminalEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITTTSTerminalEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITTTSTerminalEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITTTSTerminalEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITTTSTerminalEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITTTSTerminalEvent_get_Terminal(This, ppTerminal) ((This)->lpVtbl->get_Terminal(This, ppTerminal))
#define ITTTSTerminalEvent_get_Call(This, ppCall) ((This)->lpVtbl->get_Call(This, ppCall))
#define ITTTSTerminalEvent_get_Error(This, phrErrorCode) ((This)->lpVtbl->get_Error(This, phrErrorCode))

#define ITASRTerminalEvent_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITASRTerminalEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITASRTerminalEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITASRTerminalEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITASRTerminalEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITASRTerminalEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITASRTerminalEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITASRTerminalEvent_get_Terminal(This, ppTerminal) ((This)->lpVtbl->get_Terminal(This, ppTerminal))
#define ITASRTerminalEvent_get_Call(This, ppCall) ((This)->lpVtbl->get_Call(This, ppCall))
#define ITASRTerminalEvent_get_Error(This, phrErrorCode) ((This)->lpVtbl->get_Error(This, phrErrorCode))

#define ITToneTerminalEvent_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITToneTerminalEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITToneTerminalEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITToneTerminalEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITToneTerminalEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITToneTerminalEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITToneTerminalEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITToneTerminalEvent_get_Terminal(This, ppTerminal) ((This)->lpVtbl->get_Terminal(This, ppTerminal))
#define ITToneTerminalEvent_get_Call(This, ppCall) ((This)->lpVtbl->get_Call(This, ppCall))
#define ITToneTerminalEvent_get_Error(This, phrErrorCode) ((This)->lpVtbl->get_Error(This, phrErrorCode))

#define ITQOSEvent_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITQOSEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITQOSEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITQOSEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITQOSEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITQOSEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITQOSEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITQOSEvent_get_Call(This, ppCall) ((This)->lpVtbl->get_Call(This, ppCall))
#define ITQOSEvent_get_Event(This, pQosEvent) ((This)->lpVtbl->get_Event(This, pQosEvent))
#define ITQOSEvent_get_MediaType(This, plMediaType) ((This)->lpVtbl->get_MediaType(This, plMediaType))

#define ITCallInfoChangeEvent_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITCallInfoChangeEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITCallInfoChangeEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITCallInfoChangeEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITCallInfoChangeEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITCallInfoChangeEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITCallInfoChangeEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, \
    pExcepInfo, puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITCallInfoChangeEvent_get_Call(This, ppCall) ((This)->lpVtbl->get_Call(This, ppCall))
#define ITCallInfoChangeEvent_get_Cause(This, pCIC) ((This)->lpVtbl->get_Cause(This, pCIC))
#define ITCallInfoChangeEvent_get_CallbackInstance(This, plCallbackInstance) \
    ((This)->lpVtbl->get_CallbackInstance(This, plCallbackInstance))

#define ITRequestEvent_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITRequestEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITRequestEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITRequestEvent_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITRequestEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITRequestEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITRequestEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITRequestEvent_get_RegistrationInstance(This, plRegistrationInstance) \
    ((This)->lpVtbl->get_RegistrationInstance(This, plRegistrationInstance))
#define ITRequestEvent_get_RequestMode(This, plRequestMode) \
    ((This)->lpVtbl->get_RequestMode(This, plRequestMode))
#define ITRequestEvent_get_DestAddress(This, ppDestAddress) \
    ((This)->lpVtbl->get_DestAddress(This, ppDestAddress))
#define ITRequestEvent_get_AppName(This, ppAppName) ((This)->lpVtbl->get_AppName(This, ppAppName))
#define ITRequestEvent_get_CalledParty(This, ppCalledParty) \
    ((This)->lpVtbl->get_CalledParty(This, ppCalledParty))
#define ITRequestEvent_get_Comment(This, ppComment) ((This)->lpVtbl->get_Comment(This, ppComment))

#define ITCallNotificationEvent_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITCallNotificationEvent_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITCallNotificationEvent_Release(This) ((This)->lpVtbl->Release(This))
#define ITCallNotificationEvent_GetTypeInfoCount(This, pctinfo) \
    ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITCallNotificationEvent_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITCallNotificationEvent_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITCallNotificationEvent_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, \
    pExcepInfo, puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITCallNotificationEvent_get_Call(This, ppCall) ((This)->lpVtbl->get_Call(This, ppCall))
#define ITCallNotificationEvent_get_Event(This, pCallNotificationEvent) \
    ((This)->lpVtbl->get_Event(This, pCallNotificationEvent))
#define ITCallNotificationEvent_get_CallbackInstance(This, plCallbackInstance) \
    ((This)->lpVtbl->get_CallbackInstance(This, plCallbackInstance))

#define ITLegacyAddressMediaControl_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITLegacyAddressMediaControl_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITLegacyAddressMediaControl_Release(This) ((This)->lpVtbl->Release(This))
#define ITLegacyAddressMediaControl_GetID(This, pDeviceClass, pdwSize, ppDeviceID) \
    ((This)->lpVtbl->GetID(This, pDeviceClass, pdwSize, ppDeviceID))
#define ITLegacyAddressMediaControl_GetDevConfig(This, pDeviceClass, pdwSize, ppDeviceConfig) \
    ((This)->lpVtbl->GetDevConfig(This, pDeviceClass, pdwSize, ppDeviceConfig))
#define ITLegacyAddressMediaControl_SetDevConfig(This, pDeviceClass, dwSize, pDeviceConfig) \
    ((This)->lpVtbl->SetDevConfig(This, pDeviceClass, dwSize, pDeviceConfig))

#define ITLegacyAddressMediaControl2_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITLegacyAddressMediaControl2_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITLegacyAddressMediaControl2_Release(This) ((This)->lpVtbl->Release(This))
#define ITLegacyAddressMediaControl2_GetID(This, pDeviceClass, pdwSize, ppDeviceID) \
    ((This)->lpVtbl->GetID(This, pDeviceClass, pdwSize, ppDeviceID))
#define ITLegacyAddressMediaControl2_GetDevConfig(This, pDeviceClass, pdwSize, ppDeviceConfig) \
    ((This)->lpVtbl->GetDevConfig(This, pDeviceClass, pdwSize, ppDeviceConfig))
#define ITLegacyAddressMediaControl2_SetDevConfig(This, pDeviceClass, dwSize, pDeviceConfig) \
    ((This)->lpVtbl->SetDevConfig(This, pDeviceClass, dwSize, pDeviceConfig))
#define ITLegacyAddressMediaControl2_ConfigDialog(This, hwndOwner, pDeviceClass) \
    ((This)->lpVtbl->ConfigDialog(This, hwndOwner, pDeviceClass))
#define ITLegacyAddressMediaControl2_ConfigDialogEdit(This, hwndOwner, pDeviceClass, dwSizeIn, pDeviceConfigIn, \
    pdwSizeOut, ppDeviceConfigOut) \
    ((This)->lpVtbl->ConfigDialogEdit(This, hwndOwner, pDeviceClass, dwSizeIn, pDeviceConfigIn, pdwSizeOut, ppDeviceConfigOut))

#define ITLegacyCallMediaControl_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITLegacyCallMediaControl_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITLegacyCallMediaControl_Release(This) ((This)->lpVtbl->Release(This))
#define ITLegacyCallMediaControl_GetTypeInfoCount(This, pctinfo) \
    ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITLegacyCallMediaControl_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITLegacyCallMediaControl_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITLegacyCallMediaControl_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, \
    pExcepInfo, puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITLegacyCallMediaControl_DetectDigits(This, DigitMode) ((This)->lpVtbl->DetectDigits(This, DigitMode))
#define ITLegacyCallMediaControl_GenerateDigits(This, pDigits, DigitMode) \
    ((This)->lpVtbl->GenerateDigits(This, pDigits, DigitMode))
#define ITLegacyCallMediaControl_GetID(This, pDeviceClass, pdwSize, ppDeviceID) \
    ((This)->lpVtbl->GetID(This, pDeviceClass, pdwSize, ppDeviceID))
#define ITLegacyCallMediaControl_SetMediaType(This, lMediaType) \
    ((This)->lpVtbl->SetMediaType(This, lMediaType))
#define ITLegacyCallMediaControl_MonitorMedia(This, lMediaType) \
    ((This)->lpVtbl->MonitorMedia(This, lMediaType))

#define ITLegacyCallMediaControl2_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITLegacyCallMediaControl2_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITLegacyCallMediaControl2_Release(This) ((This)->lpVtbl->Release(This))
#define ITLegacyCallMediaControl2_GetTypeInfoCount(This, pctinfo) \
    ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITLegacyCallMediaControl2_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITLegacyCallMediaControl2_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITLegacyCallMediaControl2_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, \
    pExcepInfo, puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITLegacyCallMediaControl2_DetectDigits(This, DigitMode) ((This)->lpVtbl->DetectDigits(This, DigitMode))
#define ITLegacyCallMediaControl2_GenerateDigits(This, pDigits, DigitMode) \
    ((This)->lpVtbl->GenerateDigits(This, pDigits, DigitMode))
#define ITLegacyCallMediaControl2_GetID(This, pDeviceClass, pdwSize, ppDeviceID) \
    ((This)->lpVtbl->GetID(This, pDeviceClass, pdwSize, ppDeviceID))
#define ITLegacyCallMediaControl2_SetMediaType(This, lMediaType) \
    ((This)->lpVtbl->SetMediaType(This, lMediaType))
#define ITLegacyCallMediaControl2_MonitorMedia(This, lMediaType) \
    ((This)->lpVtbl->MonitorMedia(This, lMediaType))
#define ITLegacyCallMediaControl2_GenerateDigits2(This, pDigits, DigitMode, lDuration) \
    ((This)->lpVtbl->GenerateDigits2(This, pDigits, DigitMode, lDuration))
#define ITLegacyCallMediaControl2_GatherDigits(This, DigitMode, lNumDigits, pTerminationDigits, \
    lFirstDigitTimeout, lInterDigitTimeout) \
    ((This)->lpVtbl->GatherDigits(This, DigitMode, lNumDigits, pTerminationDigits, lFirstDigitTimeout, lInterDigitTimeout))
#define ITLegacyCallMediaControl2_DetectTones(This, pToneList, lNumTones) \
    ((This)->lpVtbl->DetectTones(This, pToneList, lNumTones))
#define ITLegacyCallMediaControl2_DetectTonesByCollection(This, pDetectToneCollection) \
    ((This)->lpVtbl->DetectTonesByCollection(This, pDetectToneCollection))
#define ITLegacyCallMediaControl2_GenerateTone(This, ToneMode, lDuration) \
    ((This)->lpVtbl->GenerateTone(This, ToneMode, lDuration))
#define ITLegacyCallMediaControl2_GenerateCustomTones(This, pToneList, lNumTones, lDuration) \
    ((This)->lpVtbl->GenerateCustomTones(This, pToneList, lNumTones, lDuration))
#define ITLegacyCallMediaControl2_GenerateCustomTonesByCollection(This, pCustomToneCollection, lDuration) \
    ((This)->lpVtbl->GenerateCustomTonesByCollection(This, pCustomToneCollection, lDuration))
#define ITLegacyCallMediaControl2_CreateDetectToneObject(This, ppDetectTone) \
    ((This)->lpVtbl->CreateDetectToneObject(This, ppDetectTone))
#define ITLegacyCallMediaControl2_CreateCustomToneObject(This, ppCustomTone) \
    ((This)->lpVtbl->CreateCustomToneObject(This, ppCustomTone))
#define ITLegacyCallMediaControl2_GetIDAsVariant(This, bstrDeviceClass, pVarDeviceID) \
    ((This)->lpVtbl->GetIDAsVariant(This, bstrDeviceClass, pVarDeviceID))

#define ITDetectTone_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITDetectTone_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITDetectTone_Release(This) ((This)->lpVtbl->Release(This))
#define ITDetectTone_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITDetectTone_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITDetectTone_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITDetectTone_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITDetectTone_get_AppSpecific(This, plAppSpecific) \
    ((This)->lpVtbl->get_AppSpecific(This, plAppSpecific))
#define ITDetectTone_put_AppSpecific(This, lAppSpecific) ((This)->lpVtbl->put_AppSpecific(This, lAppSpecific))
#define ITDetectTone_get_Duration(This, plDuration) ((This)->lpVtbl->get_Duration(This, plDuration))
#define ITDetectTone_put_Duration(This, lDuration) ((This)->lpVtbl->put_Duration(This, lDuration))
#define ITDetectTone_get_Frequency(This, Index, plFrequency) \
    ((This)->lpVtbl->get_Frequency(This, Index, plFrequency))
#define ITDetectTone_put_Frequency(This, Index, lFrequency) \
    ((This)->lpVtbl->put_Frequency(This, Index, lFrequency))

#define ITCustomTone_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITCustomTone_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITCustomTone_Release(This) ((This)->lpVtbl->Release(This))
#define ITCustomTone_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITCustomTone_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITCustomTone_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITCustomTone_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITCustomTone_get_Frequency(This, plFrequency) ((This)->lpVtbl->get_Frequency(This, plFrequency))
#define ITCustomTone_put_Frequency(This, lFrequency) ((This)->lpVtbl->put_Frequency(This, lFrequency))
#define ITCustomTone_get_CadenceOn(This, plCadenceOn) ((This)->lpVtbl->get_CadenceOn(This, plCadenceOn))
#define ITCustomTone_put_CadenceOn(This, CadenceOn) ((This)->lpVtbl->put_CadenceOn(This, CadenceOn))
#define ITCustomTone_get_CadenceOff(This, plCadenceOff) ((This)->lpVtbl->get_CadenceOff(This, plCadenceOff))
#define ITCustomTone_put_CadenceOff(This, lCadenceOff) ((This)->lpVtbl->put_CadenceOff(This, lCadenceOff))
#define ITCustomTone_get_Volume(This, plVolume) ((This)->lpVtbl->get_Volume(This, plVolume))
#define ITCustomTone_put_Volume(This, lVolume) ((This)->lpVtbl->put_Volume(This, lVolume))

#define ITLegacyWaveSupport_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITLegacyWaveSupport_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITLegacyWaveSupport_Release(This) ((This)->lpVtbl->Release(This))
#define ITLegacyWaveSupport_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITLegacyWaveSupport_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITLegacyWaveSupport_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITLegacyWaveSupport_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITLegacyWaveSupport_IsFullDuplex(This, pSupport) ((This)->lpVtbl->IsFullDuplex(This, pSupport))

#define ITPhone_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITPhone_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITPhone_Release(This) ((This)->lpVtbl->Release(This))
#define ITPhone_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITPhone_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITPhone_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITPhone_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITPhone_Open(This, Privilege) ((This)->lpVtbl->Open(This, Privilege))
#define ITPhone_Close(This) ((This)->lpVtbl->Close(This))
#define ITPhone_get_Addresses(This, pAddresses) ((This)->lpVtbl->get_Addresses(This, pAddresses))
#define ITPhone_EnumerateAddresses(This, ppEnumAddress) \
    ((This)->lpVtbl->EnumerateAddresses(This, ppEnumAddress))
#define ITPhone_get_PhoneCapsLong(This, pclCap, plCapability) \
    ((This)->lpVtbl->get_PhoneCapsLong(This, pclCap, plCapability))
#define ITPhone_get_PhoneCapsString(This, pcsCap, ppCapability) \
    ((This)->lpVtbl->get_PhoneCapsString(This, pcsCap, ppCapability))
#define ITPhone_get_Terminals(This, pAddress, pTerminals) \
    ((This)->lpVtbl->get_Terminals(This, pAddress, pTerminals))
#define ITPhone_EnumerateTerminals(This, pAddress, ppEnumTerminal) \
    ((This)->lpVtbl->EnumerateTerminals(This, pAddress, ppEnumTerminal))
#define ITPhone_get_ButtonMode(This, lButtonID, pButtonMode) \
    ((This)->lpVtbl->get_ButtonMode(This, lButtonID, pButtonMode))
#define ITPhone_put_ButtonMode(This, lButtonID, ButtonMode) \
    ((This)->lpVtbl->put_ButtonMode(This, lButtonID, ButtonMode))
#define ITPhone_get_ButtonFunction(This, lButtonID, pButtonFunction) \
    ((This)->lpVtbl->get_ButtonFunction(This, lButtonID, pButtonFunction))
#define ITPhone_put_ButtonFunction(This, lButtonID, ButtonFunction) \
    ((This)->lpVtbl->put_ButtonFunction(This, lButtonID, ButtonFunction))
#define ITPhone_get_ButtonText(This, lButtonID, ppButtonText) \
    ((This)->lpVtbl->get_ButtonText(This, lButtonID, ppButtonText))
#define ITPhone_put_ButtonText(This, lButtonID, bstrButtonText) \
    ((This)->lpVtbl->put_ButtonText(This, lButtonID, bstrButtonText))
#define ITPhone_get_ButtonState(This, lButtonID, pButtonState) \
    ((This)->lpVtbl->get_ButtonState(This, lButtonID, pButtonState))
#define ITPhone_get_HookSwitchState(This, HookSwitchDevice, pHookSwitchState) \
    ((This)->lpVtbl->get_HookSwitchState(This, HookSwitchDevice, pHookSwitchState))
#define ITPhone_put_HookSwitchState(This, HookSwitchDevice, HookSwitchState) \
    ((This)->lpVtbl->put_HookSwitchState(This, HookSwitchDevice, HookSwitchState))
#define ITPhone_put_RingMode(This, lRingMode) ((This)->lpVtbl->put_RingMode(This, lRingMode))
#define ITPhone_get_RingMode(This, plRingMode) ((This)->lpVtbl->get_RingMode(This, plRingMode))
#define ITPhone_put_RingVolume(This, lRingVolume) ((This)->lpVtbl->put_RingVolume(This, lRingVolume))
#define ITPhone_get_RingVolume(This, plRingVolume) ((This)->lpVtbl->get_RingVolume(This, plRingVolume))
#define ITPhone_get_Privilege(This, pPrivilege) ((This)->lpVtbl->get_Privilege(This, pPrivilege))
#define ITPhone_GetPhoneCapsBuffer(This, pcbCaps, pdwSize, ppPhoneCapsBuffer) \
    ((This)->lpVtbl->GetPhoneCapsBuffer(This, pcbCaps, pdwSize, ppPhoneCapsBuffer))
#define ITPhone_get_PhoneCapsBuffer(This, pcbCaps, pVarBuffer) \
    ((This)->lpVtbl->get_PhoneCapsBuffer(This, pcbCaps, pVarBuffer))
#define ITPhone_get_LampMode(This, lLampID, pLampMode) ((This)->lpVtbl->get_LampMode(This, lLampID, pLampMode))
#define ITPhone_put_LampMode(This, lLampID, LampMode) ((This)->lpVtbl->put_LampMode(This, lLampID, LampMode))
#define ITPhone_get_Display(This, pbstrDisplay) ((This)->lpVtbl->get_Display(This, pbstrDisplay))
#define ITPhone_SetDisplay(This, lRow, lColumn, bstrDisplay) \
    ((This)->lpVtbl->SetDisplay(This, lRow, lColumn, bstrDisplay))
#define ITPhone_get_PreferredAddresses(This, pAddresses) \
    ((This)->lpVtbl->get_PreferredAddresses(This, pAddresses))
#define ITPhone_EnumeratePreferredAddresses(This, ppEnumAddress) \
    ((This)->lpVtbl->EnumeratePreferredAddresses(This, ppEnumAddress))
#define ITPhone_DeviceSpecific(This, pParams, dwSize) ((This)->lpVtbl->DeviceSpecific(This, pParams, dwSize))
#define ITPhone_DeviceSpecificVariant(This, varDevSpecificByteArray) \
    ((This)->lpVtbl->DeviceSpecificVariant(This, varDevSpecificByteArray))
#define ITPhone_NegotiateExtVersion(This, lLowVersion, lHighVersion, plExtVersion) \
    ((This)->lpVtbl->NegotiateExtVersion(This, lLowVersion, lHighVersion, plExtVersion))

#define ITAutomatedPhoneControl_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITAutomatedPhoneControl_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITAutomatedPhoneControl_Release(This) ((This)->lpVtbl->Release(This))
#define ITAutomatedPhoneControl_GetTypeInfoCount(This, pctinfo) \
    ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITAutomatedPhoneControl_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITAutomatedPhoneControl_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITAutomatedPhoneControl_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, \
    pExcepInfo, puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITAutomatedPhoneControl_StartTone(This, Tone, lDuration) \
    ((This)->lpVtbl->StartTone(This, Tone, lDuration))
#define ITAutomatedPhoneControl_StopTone(This) ((This)->lpVtbl->StopTone(This))
#define ITAutomatedPhoneControl_get_Tone(This, pTone) ((This)->lpVtbl->get_Tone(This, pTone))
#define ITAutomatedPhoneControl_StartRinger(This, lRingMode, lDuration) \
    ((This)->lpVtbl->StartRinger(This, lRingMode, lDuration))
#define ITAutomatedPhoneControl_StopRinger(This) ((This)->lpVtbl->StopRinger(This))
#define ITAutomatedPhoneControl_get_Ringer(This, pfRinging) ((This)->lpVtbl->get_Ringer(This, pfRinging))
#define ITAutomatedPhoneControl_put_PhoneHandlingEnabled(This, fEnabled) \
    ((This)->lpVtbl->put_PhoneHandlingEnabled(This, fEnabled))
#define ITAutomatedPhoneControl_get_PhoneHandlingEnabled(This, pfEnabled) \
    ((This)->lpVtbl->get_PhoneHandlingEnabled(This, pfEnabled))
#define ITAutomatedPhoneControl_put_AutoEndOfNumberTimeout(This, lTimeout) \
    ((This)->lpVtbl->put_AutoEndOfNumberTimeout(This, lTimeout))
#define ITAutomatedPhoneControl_get_AutoEndOfNumberTimeout(This, plTimeout) \
    ((This)->lpVtbl->get_AutoEndOfNumberTimeout(This, plTimeout))
#define ITAutomatedPhoneControl_put_AutoDialtone(This, fEnabled) \
    ((This)->lpVtbl->put_AutoDialtone(This, fEnabled))
#define ITAutomatedPhoneControl_get_AutoDialtone(This, pfEnabled) \
    ((This)->lpVtbl->get_AutoDialtone(This, pfEnabled))
#define ITAutomatedPhoneControl_put_AutoStopTonesOnOnHook(This, fEnabled) \
    ((This)->lpVtbl->put_AutoStopTonesOnOnHook(This, fEnabled))
#define ITAutomatedPhoneControl_get_AutoStopTonesOnOnHook(This, pfEnabled) \
    ((This)->lpVtbl->get_AutoStopTonesOnOnHook(This, pfEnabled))
#define ITAutomatedPhoneControl_put_AutoStopRingOnOffHook(This, fEnabled) \
    ((This)->lpVtbl->put_AutoStopRingOnOffHook(This, fEnabled))
#define ITAutomatedPhoneControl_get_AutoStopRingOnOffHook(This, pfEnabled) \
    ((This)->lpVtbl->get_AutoStopRingOnOffHook(This, pfEnabled))
#define ITAutomatedPhoneControl_put_AutoKeypadTones(This, fEnabled) \
    ((This)->lpVtbl->put_AutoKeypadTones(This, fEnabled))
#define ITAutomatedPhoneControl_get_AutoKeypadTones(This, pfEnabled) \
    ((This)->lpVtbl->get_AutoKeypadTones(This, pfEnabled))
#define ITAutomatedPhoneControl_put_AutoKeypadTonesMinimumDuration(This, lDuration) \
    ((This)->lpVtbl->put_AutoKeypadTonesMinimumDuration(This, lDuration))
#define ITAutomatedPhoneControl_get_AutoKeypadTonesMinimumDuration(This, plDuration) \
    ((This)->lpVtbl->get_AutoKeypadTonesMinimumDuration(This, plDuration))
#define ITAutomatedPhoneControl_put_AutoVolumeControl(This, fEnabled) \
    ((This)->lpVtbl->put_AutoVolumeControl(This, fEnabled))
#define ITAutomatedPhoneControl_get_AutoVolumeControl(This, fEnabled) \
    ((This)->lpVtbl->get_AutoVolumeControl(This, fEnabled))
#define ITAutomatedPhoneControl_put_AutoVolumeControlStep(This, lStepSize) \
    ((This)->lpVtbl->put_AutoVolumeControlStep(This, lStepSize))
#define ITAutomatedPhoneControl_get_AutoVolumeControlStep(This, plStepSize) \
    ((This)->lpVtbl->get_AutoVolumeControlStep(This, plStepSize))
#define ITAutomatedPhoneControl_put_AutoVolumeControlRepeatDelay(This, lDelay) \
    ((This)->lpVtbl->put_AutoVolumeControlRepeatDelay(This, lDelay))
#define ITAutomatedPhoneControl_get_AutoVolumeControlRepeatDelay(This, plDelay) \
    ((This)->lpVtbl->get_AutoVolumeControlRepeatDelay(This, plDelay))
#define ITAutomatedPhoneControl_put_AutoVolumeControlRepeatPeriod(This, lPeriod) \
    ((This)->lpVtbl->put_AutoVolumeControlRepeatPeriod(This, lPeriod))
#define ITAutomatedPhoneControl_get_AutoVolumeControlRepeatPeriod(This, plPeriod) \
    ((This)->lpVtbl->get_AutoVolumeControlRepeatPeriod(This, plPeriod))
#define ITAutomatedPhoneControl_SelectCall(This, pCall, fSelectDefaultTerminals) \
    ((This)->lpVtbl->SelectCall(This, pCall, fSelectDefaultTerminals))
#define ITAutomatedPhoneControl_UnselectCall(This, pCall) ((This)->lpVtbl->UnselectCall(This, pCall))
#define ITAutomatedPhoneControl_EnumerateSelectedCalls(This, ppCallEnum) \
    ((This)->lpVtbl->EnumerateSelectedCalls(This, ppCallEnum))
#define ITAutomatedPhoneControl_get_SelectedCalls(This, pVariant) \
    ((This)->lpVtbl->get_SelectedCalls(This, pVariant))

#define IMultiMediaStream_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IMultiMediaStream_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IMultiMediaStream_Release(This) ((This)->lpVtbl->Release(This))
#define IMultiMediaStream_GetInformation(This, pdwFlags, pStreamType) \
    ((This)->lpVtbl->GetInformation(This, pdwFlags, pStreamType))
#define IMultiMediaStream_GetMediaStream(This, idPurpose, ppMediaStream) \
    ((This)->lpVtbl->GetMediaStream(This, idPurpose, ppMediaStream))
#define IMultiMediaStream_EnumMediaStreams(This, Index, ppMediaStream) \
    ((This)->lpVtbl->EnumMediaStreams(This, Index, ppMediaStream))
#define IMultiMediaStream_GetState(This, pCurrentState) ((This)->lpVtbl->GetState(This, pCurrentState))
#define IMultiMediaStream_SetState(This, NewState) ((This)->lpVtbl->SetState(This, NewState))
#define IMultiMediaStream_GetTime(This, pCurrentTime) ((This)->lpVtbl->GetTime(This, pCurrentTime))
#define IMultiMediaStream_GetDuration(This, pDuration) ((This)->lpVtbl->GetDuration(This, pDuration))
#define IMultiMediaStream_Seek(This, SeekTime) ((This)->lpVtbl->Seek(This, SeekTime))
#define IMultiMediaStream_GetEndOfStreamEventHandle(This, phEOS) \
    ((This)->lpVtbl->GetEndOfStreamEventHandle(This, phEOS))

#define IMediaStream_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IMediaStream_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IMediaStream_Release(This) ((This)->lpVtbl->Release(This))
#define IMediaStream_GetMultiMediaStream(This, ppMultiMediaStream) \
    ((This)->lpVtbl->GetMultiMediaStream(This, ppMultiMediaStream))
#define IMediaStream_GetInformation(This, pPurposeId, pType) \
    ((This)->lpVtbl->GetInformation(This, pPurposeId, pType))
#define IMediaStream_SetSameFormat(This, pStreamThatHasDesiredFormat, dwFlags) \
    ((This)->lpVtbl->SetSameFormat(This, pStreamThatHasDesiredFormat, dwFlags))
#define IMediaStream_AllocateSample(This, dwFlags, ppSample) \
    ((This)->lpVtbl->AllocateSample(This, dwFlags, ppSample))
#define IMediaStream_CreateSharedSample(This, pExistingSample, dwFlags, ppNewSample) \
    ((This)->lpVtbl->CreateSharedSample(This, pExistingSample, dwFlags, ppNewSample))
#define IMediaStream_SendEndOfStream(This, dwFlags) ((This)->lpVtbl->SendEndOfStream(This, dwFlags))

#define IStreamSample_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IStreamSample_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IStreamSample_Release(This) ((This)->lpVtbl->Release(This))
#define IStreamSample_GetMediaStream(This, ppMediaStream) ((This)->lpVtbl->GetMediaStream(This, ppMediaStream))
#define IStreamSample_GetSampleTimes(This, pStartTime, pEndTime, pCurrentTime) \
    ((This)->lpVtbl->GetSampleTimes(This, pStartTime, pEndTime, pCurrentTime))
#define IStreamSample_SetSampleTimes(This, pStartTime, pEndTime) \
    ((This)->lpVtbl->SetSampleTimes(This, pStartTime, pEndTime))
#define IStreamSample_Update(This, dwFlags, hEvent, pfnAPC, dwAPCData) \
    ((This)->lpVtbl->Update(This, dwFlags, hEvent, pfnAPC, dwAPCData))
#define IStreamSample_CompletionStatus(This, dwFlags, dwMilliseconds) \
    ((This)->lpVtbl->CompletionStatus(This, dwFlags, dwMilliseconds))

#define IMemoryData_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IMemoryData_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IMemoryData_Release(This) ((This)->lpVtbl->Release(This))
#define IMemoryData_SetBuffer(This, cbSize, pbData, dwFlags) \
    ((This)->lpVtbl->SetBuffer(This, cbSize, pbData, dwFlags))
#define IMemoryData_GetInfo(This, pdwLength, ppbData, pcbActualData) \
    ((This)->lpVtbl->GetInfo(This, pdwLength, ppbData, pcbActualData))
#define IMemoryData_SetActual(This, cbDataValid) ((This)->lpVtbl->SetActual(This, cbDataValid))

#define IAudioData_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IAudioData_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IAudioData_Release(This) ((This)->lpVtbl->Release(This))
#define IAudioData_SetBuffer(This, cbSize, pbData, dwFlags) \
    ((This)->lpVtbl->SetBuffer(This, cbSize, pbData, dwFlags))
#define IAudioData_GetInfo(This, pdwLength, ppbData, pcbActualData) \
    ((This)->lpVtbl->GetInfo(This, pdwLength, ppbData, pcbActualData))
#define IAudioData_SetActual(This, cbDataValid) ((This)->lpVtbl->SetActual(This, cbDataValid))
#define IAudioData_GetFormat(This, pWaveFormatCurrent) ((This)->lpVtbl->GetFormat(This, pWaveFormatCurrent))
#define IAudioData_SetFormat(This, lpWaveFormat) ((This)->lpVtbl->SetFormat(This, lpWaveFormat))

#define IAudioMediaStream_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IAudioMediaStream_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IAudioMediaStream_Release(This) ((This)->lpVtbl->Release(This))
#define IAudioMediaStream_GetMultiMediaStream(This, ppMultiMediaStream) \
    ((This)->lpVtbl->GetMultiMediaStream(This, ppMultiMediaStream))
#define IAudioMediaStream_GetInformation(This, pPurposeId, pType) \
    ((This)->lpVtbl->GetInformation(This, pPurposeId, pType))
#define IAudioMediaStream_SetSameFormat(This, pStreamThatHasDesiredFormat, dwFlags) \
    ((This)->lpVtbl->SetSameFormat(This, pStreamThatHasDesiredFormat, dwFlags))
#define IAudioMediaStream_AllocateSample(This, dwFlags, ppSample) \
    ((This)->lpVtbl->AllocateSample(This, dwFlags, ppSample))
#define IAudioMediaStream_CreateSharedSample(This, pExistingSample, dwFlags, ppNewSample) \
    ((This)->lpVtbl->CreateSharedSample(This, pExistingSample, dwFlags, ppNewSample))
#define IAudioMediaStream_SendEndOfStream(This, dwFlags) ((This)->lpVtbl->SendEndOfStream(This, dwFlags))
#define IAudioMediaStream_GetFormat(This, pWaveFormatCurrent) \
    ((This)->lpVtbl->GetFormat(This, pWaveFormatCurrent))
#define IAudioMediaStream_SetFormat(This, lpWaveFormat) ((This)->lpVtbl->SetFormat(This, lpWaveFormat))
#define IAudioMediaStream_CreateSample(This, pAudioData, dwFlags, ppSample) \
    ((This)->lpVtbl->CreateSample(This, pAudioData, dwFlags, ppSample))

#define IAudioStreamSample_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IAudioStreamSample_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IAudioStreamSample_Release(This) ((This)->lpVtbl->Release(This))
#define IAudioStreamSample_GetMediaStream(This, ppMediaStream) \
    ((This)->lpVtbl->GetMediaStream(This, ppMediaStream))
#define IAudioStreamSample_GetSampleTimes(This, pStartTime, pEndTime, pCurrentTime) \
    ((This)->lpVtbl->GetSampleTimes(This, pStartTime, pEndTime, pCurrentTime))
#define IAudioStreamSample_SetSampleTimes(This, pStartTime, pEndTime) \
    ((This)->lpVtbl->SetSampleTimes(This, pStartTime, pEndTime))
#define IAudioStreamSample_Update(This, dwFlags, hEvent, pfnAPC, dwAPCData) \
    ((This)->lpVtbl->Update(This, dwFlags, hEvent, pfnAPC, dwAPCData))
#define IAudioStreamSample_CompletionStatus(This, dwFlags, dwMilliseconds) \
    ((This)->lpVtbl->CompletionStatus(This, dwFlags, dwMilliseconds))
#define IAudioStreamSample_GetAudioData(This, ppAudio) ((This)->lpVtbl->GetAudioData(This, ppAudio))

#define ITAMMediaFormat_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITAMMediaFormat_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITAMMediaFormat_Release(This) ((This)->lpVtbl->Release(This))
#define ITAMMediaFormat_get_MediaFormat(This, ppmt) ((This)->lpVtbl->get_MediaFormat(This, ppmt))
#define ITAMMediaFormat_put_MediaFormat(This, pmt) ((This)->lpVtbl->put_MediaFormat(This, pmt))

#define ITAllocatorProperties_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITAllocatorProperties_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITAllocatorProperties_Release(This) ((This)->lpVtbl->Release(This))
#define ITAllocatorProperties_SetAllocatorProperties(This, pAllocProperties) \
    ((This)->lpVtbl->SetAllocatorProperties(This, pAllocProperties))
#define ITAllocatorProperties_GetAllocatorProperties(This, pAllocProperties) \
    ((This)->lpVtbl->GetAllocatorProperties(This, pAllocProperties))
#define ITAllocatorProperties_SetAllocateBuffers(This, bAllocBuffers) \
    ((This)->lpVtbl->SetAllocateBuffers(This, bAllocBuffers))
#define ITAllocatorProperties_GetAllocateBuffers(This, pbAllocBuffers) \
    ((This)->lpVtbl->GetAllocateBuffers(This, pbAllocBuffers))
#define ITAllocatorProperties_SetBufferSize(This, BufferSize) ((This)->lpVtbl->SetBufferSize(This, BufferSize))
#define ITAllocatorProperties_GetBufferSize(This, pBufferSize) \
    ((This)->lpVtbl->GetBufferSize(This, pBufferSize))

#define ITTAPI_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITTAPI_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITTAPI_Release(This) ((This)->lpVtbl->Release(This))
#define ITTAPI_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITTAPI_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITTAPI_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITTAPI_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITTAPI_Initialize(This) ((This)->lpVtbl->Initialize(This))
#define ITTAPI_Shutdown(This) ((This)->lpVtbl->Shutdown(This))
#define ITTAPI_get_Addresses(This, pVariant) ((This)->lpVtbl->get_Addresses(This, pVariant))
#define ITTAPI_EnumerateAddresses(This, ppEnumAddress) \
    ((This)->lpVtbl->EnumerateAddresses(This, ppEnumAddress))
#define ITTAPI_RegisterCallNotifications(This, pAddress, fMonitor, fOwner, lMediaTypes, lCallbackInstance, \
    plRegister) \
    ((This)->lpVtbl->RegisterCallNotifications(This, pAddress, fMonitor, fOwner, lMediaTypes, lCallbackInstance, plRegister))
#define ITTAPI_UnregisterNotifications(This, lRegister) \
    ((This)->lpVtbl->UnregisterNotifications(This, lRegister))
#define ITTAPI_get_CallHubs(This, pVariant) ((This)->lpVtbl->get_CallHubs(This, pVariant))
#define ITTAPI_EnumerateCallHubs(This, ppEnumCallHub) ((This)->lpVtbl->EnumerateCallHubs(This, ppEnumCallHub))
#define ITTAPI_SetCallHubTracking(This, pAddresses, bTracking) \
    ((This)->lpVtbl->SetCallHubTracking(This, pAddresses, bTracking))
#define ITTAPI_EnumeratePrivateTAPIObjects(This, ppEnumUnknown) \
    ((This)->lpVtbl->EnumeratePrivateTAPIObjects(This, ppEnumUnknown))
#define ITTAPI_get_PrivateTAPIObjects(This, pVariant) ((This)->lpVtbl->get_PrivateTAPIObjects(This, pVariant))
#define ITTAPI_RegisterRequestRecipient(This, lRegistrationInstance, lRequestMode, fEnable) \
    ((This)->lpVtbl->RegisterRequestRecipient(This, lRegistrationInstance, lRequestMode, fEnable))
#define ITTAPI_SetAssistedTelephonyPriority(This, pAppFilename, fPriority) \
    ((This)->lpVtbl->SetAssistedTelephonyPriority(This, pAppFilename, fPriority))
#define ITTAPI_SetApplicationPriority(This, pAppFilename, lMediaType, fPriority) \
    ((This)->lpVtbl->SetApplicationPriority(This, pAppFilename, lMediaType, fPriority))
#define ITTAPI_put_EventFilter(This, lFilterMask) ((This)->lpVtbl->put_EventFilter(This, lFilterMask))
#define ITTAPI_get_EventFilter(This, plFilterMask) ((This)->lpVtbl->get_EventFilter(This, plFilterMask))

#define ITTAPI2_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITTAPI2_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITTAPI2_Release(This) ((This)->lpVtbl->Release(This))
#define ITTAPI2_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITTAPI2_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITTAPI2_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITTAPI2_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITTAPI2_Initialize(This) ((This)->lpVtbl->Initialize(This))
#define ITTAPI2_Shutdown(This) ((This)->lpVtbl->Shutdown(This))
#define ITTAPI2_get_Addresses(This, pVariant) ((This)->lpVtbl->get_Addresses(This, pVariant))
#define ITTAPI2_EnumerateAddresses(This, ppEnumAddress) \
    ((This)->lpVtbl->EnumerateAddresses(This, ppEnumAddress))
#define ITTAPI2_RegisterCallNotifications(This, pAddress, fMonitor, fOwner, lMediaTypes, lCallbackInstance, \
    plRegister) \
    ((This)->lpVtbl->RegisterCallNotifications(This, pAddress, fMonitor, fOwner, lMediaTypes, lCallbackInstance, plRegister))
#define ITTAPI2_UnregisterNotifications(This, lRegister) \
    ((This)->lpVtbl->UnregisterNotifications(This, lRegister))
#define ITTAPI2_get_CallHubs(This, pVariant) ((This)->lpVtbl->get_CallHubs(This, pVariant))
#define ITTAPI2_EnumerateCallHubs(This, ppEnumCallHub) ((This)->lpVtbl->EnumerateCallHubs(This, ppEnumCallHub))
#define ITTAPI2_SetCallHubTracking(This, pAddresses, bTracking) \
    ((This)->lpVtbl->SetCallHubTracking(This, pAddresses, bTracking))
#define ITTAPI2_EnumeratePrivateTAPIObjects(This, ppEnumUnknown) \
    ((This)->lpVtbl->EnumeratePrivateTAPIObjects(This, ppEnumUnknown))
#define ITTAPI2_get_PrivateTAPIObjects(This, pVariant) ((This)->lpVtbl->get_PrivateTAPIObjects(This, pVariant))
#define ITTAPI2_RegisterRequestRecipient(This, lRegistrationInstance, lRequestMode, fEnable) \
    ((This)->lpVtbl->RegisterRequestRecipient(This, lRegistrationInstance, lRequestMode, fEnable))
#define ITTAPI2_SetAssistedTelephonyPriority(This, pAppFilename, fPriority) \
    ((This)->lpVtbl->SetAssistedTelephonyPriority(This, pAppFilename, fPriority))
#define ITTAPI2_SetApplicationPriority(This, pAppFilename, lMediaType, fPriority) \
    ((This)->lpVtbl->SetApplicationPriority(This, pAppFilename, lMediaType, fPriority))
#define ITTAPI2_put_EventFilter(This, lFilterMask) ((This)->lpVtbl->put_EventFilter(This, lFilterMask))
#define ITTAPI2_get_EventFilter(This, plFilterMask) ((This)->lpVtbl->get_EventFilter(This, plFilterMask))
#define ITTAPI2_get_Phones(This, pPhones) ((This)->lpVtbl->get_Phones(This, pPhones))
#define ITTAPI2_EnumeratePhones(This, ppEnumPhone) ((This)->lpVtbl->EnumeratePhones(This, ppEnumPhone))
#define ITTAPI2_CreateEmptyCollectionObject(This, ppCollection) \
    ((This)->lpVtbl->CreateEmptyCollectionObject(This, ppCollection))

#define ITTAPIEventNotification_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITTAPIEventNotification_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITTAPIEventNotification_Release(This) ((This)->lpVtbl->Release(This))
#define ITTAPIEventNotification_Event(This, TapiEvent, pEvent) ((This)->lpVtbl->Event(This, TapiEvent, pEvent))

#define ITRequest_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITRequest_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITRequest_Release(This) ((This)->lpVtbl->Release(This))
#define ITRequest_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITRequest_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITRequest_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITRequest_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITRequest_MakeCall(This, pDestAddress, pAppName, pCalledParty, pComment) \
    ((This)->lpVtbl->MakeCall(This, pDestAddress, pAppName, pCalledParty, pComment))

#define ITDispatchMapper_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITDispatchMapper_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITDispatchMapper_Release(This) ((This)->lpVtbl->Release(This))
#define ITDispatchMapper_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITDispatchMapper_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITDispatchMapper_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITDispatchMapper_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITDispatchMapper_QueryDispatchInterface(This, pIID, pInterfaceToMap, ppReturnedInterface) \
    ((This)->lpVtbl->QueryDispatchInterface(This, pIID, pInterfaceToMap, ppReturnedInterface))

#define ITTAPIDispatchEventNotification_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITTAPIDispatchEventNotification_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITTAPIDispatchEventNotification_Release(This) ((This)->lpVtbl->Release(This))
#define ITTAPIDispatchEventNotification_GetTypeInfoCount(This, pctinfo) \
    ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITTAPIDispatchEventNotification_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITTAPIDispatchEventNotification_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITTAPIDispatchEventNotification_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, \
    pExcepInfo, puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))

#define ITPluggableTerminalClassInfo_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITPluggableTerminalClassInfo_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITPluggableTerminalClassInfo_Release(This) ((This)->lpVtbl->Release(This))
#define ITPluggableTerminalClassInfo_GetTypeInfoCount(This, pctinfo) \
    ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITPluggableTerminalClassInfo_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITPluggableTerminalClassInfo_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITPluggableTerminalClassInfo_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, \
    pExcepInfo, puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITPluggableTerminalClassInfo_get_Name(This, pName) ((This)->lpVtbl->get_Name(This, pName))
#define ITPluggableTerminalClassInfo_get_Company(This, pCompany) ((This)->lpVtbl->get_Company(This, pCompany))
#define ITPluggableTerminalClassInfo_get_Version(This, pVersion) ((This)->lpVtbl->get_Version(This, pVersion))
#define ITPluggableTerminalClassInfo_get_TerminalClass(This, pTerminalClass) \
    ((This)->lpVtbl->get_TerminalClass(This, pTerminalClass))
#define ITPluggableTerminalClassInfo_get_CLSID(This, pCLSID) ((This)->lpVtbl->get_CLSID(This, pCLSID))
#define ITPluggableTerminalClassInfo_get_Direction(This, pDirection) \
    ((This)->lpVtbl->get_Direction(This, pDirection))
#define ITPluggableTerminalClassInfo_get_MediaTypes(This, pMediaTypes) \
    ((This)->lpVtbl->get_MediaTypes(This, pMediaTypes))

#define ITPluggableTerminalSuperclassInfo_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITPluggableTerminalSuperclassInfo_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITPluggableTerminalSuperclassInfo_Release(This) ((This)->lpVtbl->Release(This))
#define ITPluggableTerminalSuperclassInfo_GetTypeInfoCount(This, pctinfo) \
    ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITPluggableTerminalSuperclassInfo_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITPluggableTerminalSuperclassInfo_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITPluggableTerminalSuperclassInfo_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, \
    pVarResult, pExcepInfo, puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITPluggableTerminalSuperclassInfo_get_Name(This, pName) ((This)->lpVtbl->get_Name(This, pName))
#define ITPluggableTerminalSuperclassInfo_get_CLSID(This, pCLSID) ((This)->lpVtbl->get_CLSID(This, pCLSID))

#define ITTerminalSupport_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITTerminalSupport_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITTerminalSupport_Release(This) ((This)->lpVtbl->Release(This))
#define ITTerminalSupport_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITTerminalSupport_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITTerminalSupport_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITTerminalSupport_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITTerminalSupport_get_StaticTerminals(This, pVariant) \
    ((This)->lpVtbl->get_StaticTerminals(This, pVariant))
#define ITTerminalSupport_EnumerateStaticTerminals(This, ppTerminalEnumerator) \
    ((This)->lpVtbl->EnumerateStaticTerminals(This, ppTerminalEnumerator))
#define ITTerminalSupport_get_DynamicTerminalClasses(This, pVariant) \
    ((This)->lpVtbl->get_DynamicTerminalClasses(This, pVariant))
#define ITTerminalSupport_EnumerateDynamicTerminalClasses(This, ppTerminalClassEnumerator) \
    ((This)->lpVtbl->EnumerateDynamicTerminalClasses(This, ppTerminalClassEnumerator))
#define ITTerminalSupport_CreateTerminal(This, pTerminalClass, lMediaType, Direction, ppTerminal) \
    ((This)->lpVtbl->CreateTerminal(This, pTerminalClass, lMediaType, Direction, ppTerminal))
#define ITTerminalSupport_GetDefaultStaticTerminal(This, lMediaType, Direction, ppTerminal) \
    ((This)->lpVtbl->GetDefaultStaticTerminal(This, lMediaType, Direction, ppTerminal))

#define ITTerminalSupport2_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITTerminalSupport2_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITTerminalSupport2_Release(This) ((This)->lpVtbl->Release(This))
#define ITTerminalSupport2_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITTerminalSupport2_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITTerminalSupport2_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITTerminalSupport2_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITTerminalSupport2_get_StaticTerminals(This, pVariant) \
    ((This)->lpVtbl->get_StaticTerminals(This, pVariant))
#define ITTerminalSupport2_EnumerateStaticTerminals(This, ppTerminalEnumerator) \
    ((This)->lpVtbl->EnumerateStaticTerminals(This, ppTerminalEnumerator))
#define ITTerminalSupport2_get_DynamicTerminalClasses(This, pVariant) \
    ((This)->lpVtbl->get_DynamicTerminalClasses(This, pVariant))
#define ITTerminalSupport2_EnumerateDynamicTerminalClasses(This, ppTerminalClassEnumerator) \
    ((This)->lpVtbl->EnumerateDynamicTerminalClasses(This, ppTerminalClassEnumerator))
#define ITTerminalSupport2_CreateTerminal(This, pTerminalClass, lMediaType, Direction, ppTerminal) \
    ((This)->lpVtbl->CreateTerminal(This, pTerminalClass, lMediaType, Direction, ppTerminal))
#define ITTerminalSupport2_GetDefaultStaticTerminal(This, lMediaType, Direction, ppTerminal) \
    ((This)->lpVtbl->GetDefaultStaticTerminal(This, lMediaType, Direction, ppTerminal))
#define ITTerminalSupport2_get_PluggableSuperclasses(This, pVariant) \
    ((This)->lpVtbl->get_PluggableSuperclasses(This, pVariant))
#define ITTerminalSupport2_EnumeratePluggableSuperclasses(This, ppSuperclassEnumerator) \
    ((This)->lpVtbl->EnumeratePluggableSuperclasses(This, ppSuperclassEnumerator))
#define ITTerminalSupport2_get_PluggableTerminalClasses(This, bstrTerminalSuperclass, lMediaType, pVariant) \
    ((This)->lpVtbl->get_PluggableTerminalClasses(This, bstrTerminalSuperclass, lMediaType, pVariant))
#define ITTerminalSupport2_EnumeratePluggableTerminalClasses(This, iidTerminalSuperclass, lMediaType, \
    ppClassEnumerator) \
    ((This)->lpVtbl->EnumeratePluggableTerminalClasses(This, iidTerminalSuperclass, lMediaType, ppClassEnumerator))

#define ITTerminal_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITTerminal_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITTerminal_Release(This) ((This)->lpVtbl->Release(This))
#define ITTerminal_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITTerminal_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITTerminal_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITTerminal_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITTerminal_get_Name(This, ppName) ((This)->lpVtbl->get_Name(This, ppName))
#define ITTerminal_get_State(This, pTerminalState) ((This)->lpVtbl->get_State(This, pTerminalState))
#define ITTerminal_get_TerminalType(This, pType) ((This)->lpVtbl->get_TerminalType(This, pType))
#define ITTerminal_get_TerminalClass(This, ppTerminalClass) \
    ((This)->lpVtbl->get_TerminalClass(This, ppTerminalClass))
#define ITTerminal_get_MediaType(This, plMediaType) ((This)->lpVtbl->get_MediaType(This, plMediaType))
#define ITTerminal_get_Direction(This, pDirection) ((This)->lpVtbl->get_Direction(This, pDirection))

#define ITMultiTrackTerminal_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITMultiTrackTerminal_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITMultiTrackTerminal_Release(This) ((This)->lpVtbl->Release(This))
#define ITMultiTrackTerminal_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITMultiTrackTerminal_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITMultiTrackTerminal_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITMultiTrackTerminal_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, \
    pExcepInfo, puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITMultiTrackTerminal_get_TrackTerminals(This, pVariant) \
    ((This)->lpVtbl->get_TrackTerminals(This, pVariant))
#define ITMultiTrackTerminal_EnumerateTrackTerminals(This, ppEnumTerminal) \
    ((This)->lpVtbl->EnumerateTrackTerminals(This, ppEnumTerminal))
#define ITMultiTrackTerminal_CreateTrackTerminal(This, MediaType, TerminalDirection, ppTerminal) \
    ((This)->lpVtbl->CreateTrackTerminal(This, MediaType, TerminalDirection, ppTerminal))
#define ITMultiTrackTerminal_get_MediaTypesInUse(This, plMediaTypesInUse) \
    ((This)->lpVtbl->get_MediaTypesInUse(This, plMediaTypesInUse))
#define ITMultiTrackTerminal_get_DirectionsInUse(This, plDirectionsInUsed) \
    ((This)->lpVtbl->get_DirectionsInUse(This, plDirectionsInUsed))
#define ITMultiTrackTerminal_RemoveTrackTerminal(This, pTrackTerminalToRemove) \
    ((This)->lpVtbl->RemoveTrackTerminal(This, pTrackTerminalToRemove))

#define ITFileTrack_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITFileTrack_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITFileTrack_Release(This) ((This)->lpVtbl->Release(This))
#define ITFileTrack_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITFileTrack_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITFileTrack_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITFileTrack_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITFileTrack_get_Format(This, ppmt) ((This)->lpVtbl->get_Format(This, ppmt))
#define ITFileTrack_put_Format(This, pmt) ((This)->lpVtbl->put_Format(This, pmt))
#define ITFileTrack_get_ControllingTerminal(This, ppControllingTerminal) \
    ((This)->lpVtbl->get_ControllingTerminal(This, ppControllingTerminal))
#define ITFileTrack_get_AudioFormatForScripting(This, ppAudioFormat) \
    ((This)->lpVtbl->get_AudioFormatForScripting(This, ppAudioFormat))
#define ITFileTrack_put_AudioFormatForScripting(This, pAudioFormat) \
    ((This)->lpVtbl->put_AudioFormatForScripting(This, pAudioFormat))
#define ITFileTrack_get_EmptyAudioFormatForScripting(This, ppAudioFormat) \
    ((This)->lpVtbl->get_EmptyAudioFormatForScripting(This, ppAudioFormat))

#define ITMediaPlayback_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITMediaPlayback_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITMediaPlayback_Release(This) ((This)->lpVtbl->Release(This))
#define ITMediaPlayback_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITMediaPlayback_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITMediaPlayback_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITMediaPlayback_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITMediaPlayback_put_PlayList(This, PlayListVariant) \
    ((This)->lpVtbl->put_PlayList(This, PlayListVariant))
#define ITMediaPlayback_get_PlayList(This, pPlayListVariant) \
    ((This)->lpVtbl->get_PlayList(This, pPlayListVariant))

#define ITMediaRecord_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITMediaRecord_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITMediaRecord_Release(This) ((This)->lpVtbl->Release(This))
#define ITMediaRecord_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITMediaRecord_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITMediaRecord_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITMediaRecord_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITMediaRecord_put_FileName(This, bstrFileName) ((This)->lpVtbl->put_FileName(This, bstrFileName))
#define ITMediaRecord_get_FileName(This, pbstrFileName) ((This)->lpVtbl->get_FileName(This, pbstrFileName))

#define ITMediaControl_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITMediaControl_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITMediaControl_Release(This) ((This)->lpVtbl->Release(This))
#define ITMediaControl_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITMediaControl_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITMediaControl_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITMediaControl_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITMediaControl_Start(This) ((This)->lpVtbl->Start(This))
#define ITMediaControl_Stop(This) ((This)->lpVtbl->Stop(This))
#define ITMediaControl_Pause(This) ((This)->lpVtbl->Pause(This))
#define ITMediaControl_get_MediaState(This, pTerminalMediaState) \
    ((This)->lpVtbl->get_MediaState(This, pTerminalMediaState))

#define ITBasicAudioTerminal_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITBasicAudioTerminal_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITBasicAudioTerminal_Release(This) ((This)->lpVtbl->Release(This))
#define ITBasicAudioTerminal_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITBasicAudioTerminal_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITBasicAudioTerminal_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITBasicAudioTerminal_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, \
    pExcepInfo, puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITBasicAudioTerminal_put_Volume(This, lVolume) ((This)->lpVtbl->put_Volume(This, lVolume))
#define ITBasicAudioTerminal_get_Volume(This, plVolume) ((This)->lpVtbl->get_Volume(This, plVolume))
#define ITBasicAudioTerminal_put_Balance(This, lBalance) ((This)->lpVtbl->put_Balance(This, lBalance))
#define ITBasicAudioTerminal_get_Balance(This, plBalance) ((This)->lpVtbl->get_Balance(This, plBalance))

#define ITStaticAudioTerminal_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITStaticAudioTerminal_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITStaticAudioTerminal_Release(This) ((This)->lpVtbl->Release(This))
#define ITStaticAudioTerminal_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITStaticAudioTerminal_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITStaticAudioTerminal_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITStaticAudioTerminal_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, \
    pExcepInfo, puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITStaticAudioTerminal_get_WaveId(This, plWaveId) ((This)->lpVtbl->get_WaveId(This, plWaveId))

#define ITStreamControl_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITStreamControl_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITStreamControl_Release(This) ((This)->lpVtbl->Release(This))
#define ITStreamControl_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITStreamControl_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITStreamControl_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITStreamControl_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITStreamControl_CreateStream(This, lMediaType, td, ppStream) \
    ((This)->lpVtbl->CreateStream(This, lMediaType, td, ppStream))
#define ITStreamControl_RemoveStream(This, pStream) ((This)->lpVtbl->RemoveStream(This, pStream))
#define ITStreamControl_EnumerateStreams(This, ppEnumStream) \
    ((This)->lpVtbl->EnumerateStreams(This, ppEnumStream))
#define ITStreamControl_get_Streams(This, pVariant) ((This)->lpVtbl->get_Streams(This, pVariant))

#define ITStream_QueryInterface(This, riid, ppvObject) ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITStream_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITStream_Release(This) ((This)->lpVtbl->Release(This))
#define ITStream_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITStream_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITStream_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITStream_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITStream_get_MediaType(This, plMediaType) ((This)->lpVtbl->get_MediaType(This, plMediaType))
#define ITStream_get_Direction(This, pTD) ((This)->lpVtbl->get_Direction(This, pTD))
#define ITStream_get_Name(This, ppName) ((This)->lpVtbl->get_Name(This, ppName))
#define ITStream_StartStream(This) ((This)->lpVtbl->StartStream(This))
#define ITStream_PauseStream(This) ((This)->lpVtbl->PauseStream(This))
#define ITStream_StopStream(This) ((This)->lpVtbl->StopStream(This))
#define ITStream_SelectTerminal(This, pTerminal) ((This)->lpVtbl->SelectTerminal(This, pTerminal))
#define ITStream_UnselectTerminal(This, pTerminal) ((This)->lpVtbl->UnselectTerminal(This, pTerminal))
#define ITStream_EnumerateTerminals(This, ppEnumTerminal) \
    ((This)->lpVtbl->EnumerateTerminals(This, ppEnumTerminal))
#define ITStream_get_Terminals(This, pTerminals) ((This)->lpVtbl->get_Terminals(This, pTerminals))

#define ITSubStreamControl_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITSubStreamControl_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITSubStreamControl_Release(This) ((This)->lpVtbl->Release(This))
#define ITSubStreamControl_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITSubStreamControl_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITSubStreamControl_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITSubStreamControl_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITSubStreamControl_CreateSubStream(This, ppSubStream) \
    ((This)->lpVtbl->CreateSubStream(This, ppSubStream))
#define ITSubStreamControl_RemoveSubStream(This, pSubStream) \
    ((This)->lpVtbl->RemoveSubStream(This, pSubStream))
#define ITSubStreamControl_EnumerateSubStreams(This, ppEnumSubStream) \
    ((This)->lpVtbl->EnumerateSubStreams(This, ppEnumSubStream))
#define ITSubStreamControl_get_SubStreams(This, pVariant) ((This)->lpVtbl->get_SubStreams(This, pVariant))

#define ITSubStream_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITSubStream_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITSubStream_Release(This) ((This)->lpVtbl->Release(This))
#define ITSubStream_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITSubStream_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITSubStream_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITSubStream_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITSubStream_StartSubStream(This) ((This)->lpVtbl->StartSubStream(This))
#define ITSubStream_PauseSubStream(This) ((This)->lpVtbl->PauseSubStream(This))
#define ITSubStream_StopSubStream(This) ((This)->lpVtbl->StopSubStream(This))
#define ITSubStream_SelectTerminal(This, pTerminal) ((This)->lpVtbl->SelectTerminal(This, pTerminal))
#define ITSubStream_UnselectTerminal(This, pTerminal) ((This)->lpVtbl->UnselectTerminal(This, pTerminal))
#define ITSubStream_EnumerateTerminals(This, ppEnumTerminal) \
    ((This)->lpVtbl->EnumerateTerminals(This, ppEnumTerminal))
#define ITSubStream_get_Terminals(This, pTerminals) ((This)->lpVtbl->get_Terminals(This, pTerminals))
#define ITSubStream_get_Stream(This, ppITStream) ((This)->lpVtbl->get_Stream(This, ppITStream))

#define ITScriptableAudioFormat_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITScriptableAudioFormat_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITScriptableAudioFormat_Release(This) ((This)->lpVtbl->Release(This))
#define ITScriptableAudioFormat_GetTypeInfoCount(This, pctinfo) \
    ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITScriptableAudioFormat_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITScriptableAudioFormat_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITScriptableAudioFormat_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, \
    pExcepInfo, puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITScriptableAudioFormat_get_Channels(This, pVal) ((This)->lpVtbl->get_Channels(This, pVal))
#define ITScriptableAudioFormat_put_Channels(This, nNewVal) ((This)->lpVtbl->put_Channels(This, nNewVal))
#define ITScriptableAudioFormat_get_SamplesPerSec(This, pVal) ((This)->lpVtbl->get_SamplesPerSec(This, pVal))
#define ITScriptableAudioFormat_put_SamplesPerSec(This, nNewVal) \
    ((This)->lpVtbl->put_SamplesPerSec(This, nNewVal))
#define ITScriptableAudioFormat_get_AvgBytesPerSec(This, pVal) ((This)->lpVtbl->get_AvgBytesPerSec(This, pVal))
#define ITScriptableAudioFormat_put_AvgBytesPerSec(This, nNewVal) \
    ((This)->lpVtbl->put_AvgBytesPerSec(This, nNewVal))
#define ITScriptableAudioFormat_get_BlockAlign(This, pVal) ((This)->lpVtbl->get_BlockAlign(This, pVal))
#define ITScriptableAudioFormat_put_BlockAlign(This, nNewVal) ((This)->lpVtbl->put_BlockAlign(This, nNewVal))
#define ITScriptableAudioFormat_get_BitsPerSample(This, pVal) ((This)->lpVtbl->get_BitsPerSample(This, pVal))
#define ITScriptableAudioFormat_put_BitsPerSample(This, nNewVal) \
    ((This)->lpVtbl->put_BitsPerSample(This, nNewVal))
#define ITScriptableAudioFormat_get_FormatTag(This, pVal) ((This)->lpVtbl->get_FormatTag(This, pVal))
#define ITScriptableAudioFormat_put_FormatTag(This, nNewVal) ((This)->lpVtbl->put_FormatTag(This, nNewVal))

#define ITAddressTranslation_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITAddressTranslation_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITAddressTranslation_Release(This) ((This)->lpVtbl->Release(This))
#define ITAddressTranslation_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITAddressTranslation_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITAddressTranslation_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITAddressTranslation_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, \
    pExcepInfo, puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITAddressTranslation_TranslateAddress(This, pAddressToTranslate, lCard, lTranslateOptions, \
    ppTranslated) \
    ((This)->lpVtbl->TranslateAddress(This, pAddressToTranslate, lCard, lTranslateOptions, ppTranslated))
#define ITAddressTranslation_TranslateDialog(This, hwndOwner, pAddressIn) \
    ((This)->lpVtbl->TranslateDialog(This, hwndOwner, pAddressIn))
#define ITAddressTranslation_EnumerateLocations(This, ppEnumLocation) \
    ((This)->lpVtbl->EnumerateLocations(This, ppEnumLocation))
#define ITAddressTranslation_get_Locations(This, pVariant) ((This)->lpVtbl->get_Locations(This, pVariant))
#define ITAddressTranslation_EnumerateCallingCards(This, ppEnumCallingCard) \
    ((This)->lpVtbl->EnumerateCallingCards(This, ppEnumCallingCard))
#define ITAddressTranslation_get_CallingCards(This, pVariant) \
    ((This)->lpVtbl->get_CallingCards(This, pVariant))

#define ITAddressTranslationInfo_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITAddressTranslationInfo_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITAddressTranslationInfo_Release(This) ((This)->lpVtbl->Release(This))
#define ITAddressTranslationInfo_GetTypeInfoCount(This, pctinfo) \
    ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITAddressTranslationInfo_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITAddressTranslationInfo_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITAddressTranslationInfo_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, \
    pExcepInfo, puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITAddressTranslationInfo_get_DialableString(This, ppDialableString) \
    ((This)->lpVtbl->get_DialableString(This, ppDialableString))
#define ITAddressTranslationInfo_get_DisplayableString(This, ppDisplayableString) \
    ((This)->lpVtbl->get_DisplayableString(This, ppDisplayableString))
#define ITAddressTranslationInfo_get_CurrentCountryCode(This, CountryCode) \
    ((This)->lpVtbl->get_CurrentCountryCode(This, CountryCode))
#define ITAddressTranslationInfo_get_DestinationCountryCode(This, CountryCode) \
    ((This)->lpVtbl->get_DestinationCountryCode(This, CountryCode))
#define ITAddressTranslationInfo_get_TranslationResults(This, plResults) \
    ((This)->lpVtbl->get_TranslationResults(This, plResults))

#define ITLocationInfo_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITLocationInfo_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITLocationInfo_Release(This) ((This)->lpVtbl->Release(This))
#define ITLocationInfo_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITLocationInfo_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITLocationInfo_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITLocationInfo_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITLocationInfo_get_PermanentLocationID(This, plLocationID) \
    ((This)->lpVtbl->get_PermanentLocationID(This, plLocationID))
#define ITLocationInfo_get_CountryCode(This, plCountryCode) \
    ((This)->lpVtbl->get_CountryCode(This, plCountryCode))
#define ITLocationInfo_get_CountryID(This, plCountryID) ((This)->lpVtbl->get_CountryID(This, plCountryID))
#define ITLocationInfo_get_Options(This, plOptions) ((This)->lpVtbl->get_Options(This, plOptions))
#define ITLocationInfo_get_PreferredCardID(This, plCardID) \
    ((This)->lpVtbl->get_PreferredCardID(This, plCardID))
#define ITLocationInfo_get_LocationName(This, ppLocationName) \
    ((This)->lpVtbl->get_LocationName(This, ppLocationName))
#define ITLocationInfo_get_CityCode(This, ppCode) ((This)->lpVtbl->get_CityCode(This, ppCode))
#define ITLocationInfo_get_LocalAccessCode(This, ppCode) ((This)->lpVtbl->get_LocalAccessCode(This, ppCode))
#define ITLocationInfo_get_LongDistanceAccessCode(This, ppCode) \
    ((This)->lpVtbl->get_LongDistanceAccessCode(This, ppCode))
#define ITLocationInfo_get_TollPrefixList(This, ppTollList) \
    ((This)->lpVtbl->get_TollPrefixList(This, ppTollList))
#define ITLocationInfo_get_CancelCallWaitingCode(This, ppCode) \
    ((This)->lpVtbl->get_CancelCallWaitingCode(This, ppCode))

#define ITCallingCard_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ITCallingCard_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ITCallingCard_Release(This) ((This)->lpVtbl->Release(This))
#define ITCallingCard_GetTypeInfoCount(This, pctinfo) ((This)->lpVtbl->GetTypeInfoCount(This, pctinfo))
#define ITCallingCard_GetTypeInfo(This, iTInfo, lcid, ppTInfo) \
    ((This)->lpVtbl->GetTypeInfo(This, iTInfo, lcid, ppTInfo))
#define ITCallingCard_GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId) \
    ((This)->lpVtbl->GetIDsOfNames(This, riid, rgszNames, cNames, lcid, rgDispId))
#define ITCallingCard_Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, \
    puArgErr) \
    ((This)->lpVtbl->Invoke(This, dispIdMember, riid, lcid, wFlags, pDispParams, pVarResult, pExcepInfo, puArgErr))
#define ITCallingCard_get_PermanentCardID(This, plCardID) ((This)->lpVtbl->get_PermanentCardID(This, plCardID))
#define ITCallingCard_get_NumberOfDigits(This, plDigits) ((This)->lpVtbl->get_NumberOfDigits(This, plDigits))
#define ITCallingCard_get_Options(This, plOptions) ((This)->lpVtbl->get_Options(This, plOptions))
#define ITCallingCard_get_CardName(This, ppCardName) ((This)->lpVtbl->get_CardName(This, ppCardName))
#define ITCallingCard_get_SameAreaDialingRule(This, ppRule) \
    ((This)->lpVtbl->get_SameAreaDialingRule(This, ppRule))
#define ITCallingCard_get_LongDistanceDialingRule(This, ppRule) \
    ((This)->lpVtbl->get_LongDistanceDialingRule(This, ppRule))
#define ITCallingCard_get_InternationalDialingRule(This, ppRule) \
    ((This)->lpVtbl->get_InternationalDialingRule(This, ppRule))

#endif /* COBJMACROS */

#else /* C++ */

#include "tapi3.hpp"

#endif

#endif /* TAPI3_H */
