/*
 * TAPI 3 as C++ sees it: every interface an abstract class, in the binary layout of tapi3.h, and
 * a few helpers in the namespace tapi3. C++11 or later; no library of its own.
 *
 * Made by `cargo run -p codegen` from idl/; do not edit.
 *
 *     #include <tapi3.hpp>        // or <tapi3.h>: in C++ they are the same
 *
 *     tapi3::ComPtr<ITTAPI> tapi;
 *     HRESULT hr = tapi3::create(CLSID_TAPI, tapi);
 *     hr = tapi->Initialize();
 *
 * An interface has no virtual destructor: it is released, never deleted. The library's objects carry
 * no C++ type information: use QueryInterface (ComPtr::as), never dynamic_cast or typeid, on them.
 */
#ifndef TAPI3_HPP
#ifndef TAPI3_H
/* tapi3.h brings in the rest of this file when the types stand. */
#include "tapi3.h"
#ifdef CINTERFACE
#error "tapi3.hpp is the C++ view; CINTERFACE asks for the C view of tapi3.h"
#endif
#else
#define TAPI3_HPP

#include <atomic>
#include <cstddef>
#include <exception>
#include <memory>
#include <string>
#include <type_traits>
#if defined(__cpp_exceptions) && defined(__GLIBCXX__)
#include <cxxabi.h>
#endif

/**
 * Before a function that calls methods of interfaces, for builds with -fsanitize=vptr (which
 * -fsanitize=undefined includes): that check reads the type information of C++, which the library's
 * objects have not. Without it, or with -fno-sanitize=vptr, it is not needed.
 */
#if defined(__clang__) || defined(__GNUC__) && __GNUC__ >= 8
#define TAPI3_NO_VPTR_CHECK __attribute__((no_sanitize("vptr")))
#else
#define TAPI3_NO_VPTR_CHECK
#endif

/* ---- The id of an interface by its type: tapi3::iid<ITTAPI>() ---- */

namespace tapi3 {

template <class Interface> const IID &iid() noexcept;

template <> inline const IID &iid<IUnknown>() noexcept { return IID_IUnknown; }
template <> inline const IID &iid<IDispatch>() noexcept { return IID_IDispatch; }
template <> inline const IID &iid<ITMediaSupport>() noexcept { return IID_ITMediaSupport; }
template <> inline const IID &iid<ITAddress>() noexcept { return IID_ITAddress; }
template <> inline const IID &iid<ITAddress2>() noexcept { return IID_ITAddress2; }
template <> inline const IID &iid<ITAddressCapabilities>() noexcept { return IID_ITAddressCapabilities; }
template <> inline const IID &iid<ITForwardInformation>() noexcept { return IID_ITForwardInformation; }
template <> inline const IID &iid<ITForwardInformation2>() noexcept { return IID_ITForwardInformation2; }
template <> inline const IID &iid<ITBasicCallControl>() noexcept { return IID_ITBasicCallControl; }
template <> inline const IID &iid<ITCallInfo>() noexcept { return IID_ITCallInfo; }
template <> inline const IID &iid<ITCallInfo2>() noexcept { return IID_ITCallInfo2; }
template <> inline const IID &iid<ITCallHub>() noexcept { return IID_ITCallHub; }
template <> inline const IID &iid<ITBasicCallControl2>() noexcept { return IID_ITBasicCallControl2; }
template <> inline const IID &iid<ITCollection>() noexcept { return IID_ITCollection; }
template <> inline const IID &iid<ITCollection2>() noexcept { return IID_ITCollection2; }
template <> inline const IID &iid<IClassFactory>() noexcept { return IID_IClassFactory; }
template <> inline const IID &iid<IConnectionPointContainer>() noexcept { return IID_IConnectionPointContainer; }
template <> inline const IID &iid<IConnectionPoint>() noexcept { return IID_IConnectionPoint; }
template <> inline const IID &iid<IEnumConnectionPoints>() noexcept { return IID_IEnumConnectionPoints; }
template <> inline const IID &iid<IEnumConnections>() noexcept { return IID_IEnumConnections; }
template <> inline const IID &iid<IEnumVARIANT>() noexcept { return IID_IEnumVARIANT; }
template <> inline const IID &iid<IEnumUnknown>() noexcept { return IID_IEnumUnknown; }
template <> inline const IID &iid<IErrorInfo>() noexcept { return IID_IErrorInfo; }
template <> inline const IID &iid<ISupportErrorInfo>() noexcept { return IID_ISupportErrorInfo; }
template <> inline const IID &iid<ICreateErrorInfo>() noexcept { return IID_ICreateErrorInfo; }
template <> inline const IID &iid<IEnumPhone>() noexcept { return IID_IEnumPhone; }
template <> inline const IID &iid<IEnumTerminal>() noexcept { return IID_IEnumTerminal; }
template <> inline const IID &iid<IEnumTerminalClass>() noexcept { return IID_IEnumTerminalClass; }
template <> inline const IID &iid<IEnumCall>() noexcept { return IID_IEnumCall; }
template <> inline const IID &iid<IEnumAddress>() noexcept { return IID_IEnumAddress; }
template <> inline const IID &iid<IEnumCallHub>() noexcept { return IID_IEnumCallHub; }
template <> inline const IID &iid<IEnumBstr>() noexcept { return IID_IEnumBstr; }
template <> inline const IID &iid<IEnumPluggableTerminalClassInfo>() noexcept { return IID_IEnumPluggableTerminalClassInfo; }
template <> inline const IID &iid<IEnumPluggableSuperclassInfo>() noexcept { return IID_IEnumPluggableSuperclassInfo; }
template <> inline const IID &iid<IEnumLocation>() noexcept { return IID_IEnumLocation; }
template <> inline const IID &iid<IEnumCallingCard>() noexcept { return IID_IEnumCallingCard; }
template <> inline const IID &iid<IEnumStream>() noexcept { return IID_IEnumStream; }
template <> inline const IID &iid<IEnumSubStream>() noexcept { return IID_IEnumSubStream; }
template <> inline const IID &iid<ITPrivateEvent>() noexcept { return IID_ITPrivateEvent; }
template <> inline const IID &iid<ITPhoneEvent>() noexcept { return IID_ITPhoneEvent; }
template <> inline const IID &iid<ITCallStateEvent>() noexcept { return IID_ITCallStateEvent; }
template <> inline const IID &iid<ITPhoneDeviceSpecificEvent>() noexcept { return IID_ITPhoneDeviceSpecificEvent; }
template <> inline const IID &iid<ITCallMediaEvent>() noexcept { return IID_ITCallMediaEvent; }
template <> inline const IID &iid<ITDigitDetectionEvent>() noexcept { return IID_ITDigitDetectionEvent; }
template <> inline const IID &iid<ITDigitGenerationEvent>() noexcept { return IID_ITDigitGenerationEvent; }
template <> inline const IID &iid<ITDigitsGatheredEvent>() noexcept { return IID_ITDigitsGatheredEvent; }
template <> inline const IID &iid<ITToneDetectionEvent>() noexcept { return IID_ITToneDetectionEvent; }
template <> inline const IID &iid<ITTAPIObjectEvent>() noexcept { return IID_ITTAPIObjectEvent; }
template <> inline const IID &iid<ITTAPIObjectEvent2>() noexcept { return IID_ITTAPIObjectEvent2; }
template <> inline const IID &iid<ITCallHubEvent>() noexcept { return IID_ITCallHubEvent; }
template <> inline const IID &iid<ITAddressEvent>() noexcept { return IID_ITAddressEvent; }
template <> inline const IID &iid<ITAddressDeviceSpecificEvent>() noexcept { return IID_ITAddressDeviceSpecificEvent; }
template <> inline const IID &iid<ITFileTerminalEvent>() noexcept { return IID_ITFileTerminalEvent; }
template <> inline const IID &iid<ITTTSTerminalEvent>() noexcept { return IID_ITTTSTerminalEvent; }
template <> inline const IID &iid<ITASRTerminalEvent>() noexcept { return IID_ITASRTerminalEvent; }
template <> inline const IID &iid<ITToneTerminalEvent>() noexcept { return IID_ITToneTerminalEvent; }
template <> inline const IID &iid<ITQOSEvent>() noexcept { return IID_ITQOSEvent; }
template <> inline const IID &iid<ITCallInfoChangeEvent>() noexcept { return IID_ITCallInfoChangeEvent; }
template <> inline const IID &iid<ITRequestEvent>() noexcept { return IID_ITRequestEvent; }
template <> inline const IID &iid<ITCallNotificationEvent>() noexcept { return IID_ITCallNotificationEvent; }
template <> inline const IID &iid<ITLegacyAddressMediaControl>() noexcept { return IID_ITLegacyAddressMediaControl; }
template <> inline const IID &iid<ITLegacyAddressMediaControl2>() noexcept { return IID_ITLegacyAddressMediaControl2; }
template <> inline const IID &iid<ITLegacyCallMediaControl>() noexcept { return IID_ITLegacyCallMediaControl; }
template <> inline const IID &iid<ITLegacyCallMediaControl2>() noexcept { return IID_ITLegacyCallMediaControl2; }
template <> inline const IID &iid<ITDetectTone>() noexcept { return IID_ITDetectTone; }
template <> inline const IID &iid<ITCustomTone>() noexcept { return IID_ITCustomTone; }
template <> inline const IID &iid<ITLegacyWaveSupport>() noexcept { return IID_ITLegacyWaveSupport; }
template <> inline const IID &iid<ITPhone>() noexcept { return IID_ITPhone; }
template <> inline const IID &iid<ITAutomatedPhoneControl>() noexcept { return IID_ITAutomatedPhoneControl; }
template <> inline const IID &iid<IMultiMediaStream>() noexcept { return IID_IMultiMediaStream; }
template <> inline const IID &iid<IMediaStream>() noexcept { return IID_IMediaStream; }
template <> inline const IID &iid<IStreamSample>() noexcept { return IID_IStreamSample; }
template <> inline const IID &iid<IMemoryData>() noexcept { return IID_IMemoryData; }
template <> inline const IID &iid<IAudioData>() noexcept { return IID_IAudioData; }
template <> inline const IID &iid<IAudioMediaStream>() noexcept { return IID_IAudioMediaStream; }
template <> inline const IID &iid<IAudioStreamSample>() noexcept { return IID_IAudioStreamSample; }
template <> inline const IID &iid<ITAMMediaFormat>() noexcept { return IID_ITAMMediaFormat; }
template <> inline const IID &iid<ITAllocatorProperties>() noexcept { return IID_ITAllocatorProperties; }
template <> inline const IID &iid<ITTAPI>() noexcept { return IID_ITTAPI; }
template <> inline const IID &iid<ITTAPI2>() noexcept { return IID_ITTAPI2; }
template <> inline const IID &iid<ITTAPIEventNotification>() noexcept { return IID_ITTAPIEventNotification; }
template <> inline const IID &iid<ITRequest>() noexcept { return IID_ITRequest; }
template <> inline const IID &iid<ITDispatchMapper>() noexcept { return IID_ITDispatchMapper; }
template <> inline const IID &iid<ITTAPIDispatchEventNotification>() noexcept { return DIID_ITTAPIDispatchEventNotification; }
template <> inline const IID &iid<ITPluggableTerminalClassInfo>() noexcept { return IID_ITPluggableTerminalClassInfo; }
template <> inline const IID &iid<ITPluggableTerminalSuperclassInfo>() noexcept { return IID_ITPluggableTerminalSuperclassInfo; }
template <> inline const IID &iid<ITTerminalSupport>() noexcept { return IID_ITTerminalSupport; }
template <> inline const IID &iid<ITTerminalSupport2>() noexcept { return IID_ITTerminalSupport2; }
template <> inline const IID &iid<ITTerminal>() noexcept { return IID_ITTerminal; }
template <> inline const IID &iid<ITMultiTrackTerminal>() noexcept { return IID_ITMultiTrackTerminal; }
template <> inline const IID &iid<ITFileTrack>() noexcept { return IID_ITFileTrack; }
template <> inline const IID &iid<ITMediaPlayback>() noexcept { return IID_ITMediaPlayback; }
template <> inline const IID &iid<ITMediaRecord>() noexcept { return IID_ITMediaRecord; }
template <> inline const IID &iid<ITMediaControl>() noexcept { return IID_ITMediaControl; }
template <> inline const IID &iid<ITBasicAudioTerminal>() noexcept { return IID_ITBasicAudioTerminal; }
template <> inline const IID &iid<ITStaticAudioTerminal>() noexcept { return IID_ITStaticAudioTerminal; }
template <> inline const IID &iid<ITStreamControl>() noexcept { return IID_ITStreamControl; }
template <> inline const IID &iid<ITStream>() noexcept { return IID_ITStream; }
template <> inline const IID &iid<ITSubStreamControl>() noexcept { return IID_ITSubStreamControl; }
template <> inline const IID &iid<ITSubStream>() noexcept { return IID_ITSubStream; }
template <> inline const IID &iid<ITScriptableAudioFormat>() noexcept { return IID_ITScriptableAudioFormat; }
template <> inline const IID &iid<ITAddressTranslation>() noexcept { return IID_ITAddressTranslation; }
template <> inline const IID &iid<ITAddressTranslationInfo>() noexcept { return IID_ITAddressTranslationInfo; }
template <> inline const IID &iid<ITLocationInfo>() noexcept { return IID_ITLocationInfo; }
template <> inline const IID &iid<ITCallingCard>() noexcept { return IID_ITCallingCard; }

/** The id of what a pointer points to; for IID_PPV_ARGS. */
template <class Interface> const IID &iid_of(Interface **) noexcept { return iid<Interface>(); }

} // namespace tapi3

/** The two last arguments of QueryInterface and CoCreateInstance, of one type for certain. */
#define IID_PPV_ARGS(pointer) tapi3::iid_of(pointer), reinterpret_cast<void **>(pointer)

/* ---- Results that a program wants in a `long` ---- */

namespace tapi3 {

/**
 * Lends a method a 32-bit place for a number, and moves it into the caller's `long` afterwards:
 * `long` has 64 bits here and 32 on Windows. The caller's variable must be a `long`; a 32-bit one
 * behind a cast to `long *` would be overrun (-Wcast-align=strict finds such casts).
 */
template <class Long> class Narrow {
public:
    using Number = typename std::conditional<std::is_signed<Long>::value, LONG, ULONG>::type;
    explicit Narrow(Long *target) noexcept : number_(0), target_(target) {}
    ~Narrow() {
        if (target_) *target_ = static_cast<Long>(number_);
    }
    Narrow(const Narrow &) = delete;
    Narrow &operator=(const Narrow &) = delete;
    operator Number *() noexcept { return target_ ? &number_ : nullptr; }

private:
    Number number_;
    Long *target_;
};

/** Whether a program may hold a Number in a Long: it is the same type, or the `long` of its sign. */
template <class Long, class Number> struct HoldsNumber {
    using Wide = typename std::conditional<std::is_signed<Number>::value, long, unsigned long>::type;
    static const bool wide = std::is_same<Long, Wide>::value && !std::is_same<Long, Number>::value;
    static const bool value = wide || std::is_same<Long, Number>::value;
};

/** HRESULT, where every variable fits its number and at least one of them is a `long`. */
template <class... LongsAndNumbers> struct SomeAreLong;
template <> struct SomeAreLong<> {
    static const bool all = true;
    static const bool some = false;
};
template <class Long, class Number, class... Rest> struct SomeAreLong<Long, Number, Rest...> {
    static const bool all = HoldsNumber<Long, Number>::value && SomeAreLong<Rest...>::all;
    static const bool some = HoldsNumber<Long, Number>::wide || SomeAreLong<Rest...>::some;
};
template <class... LongsAndNumbers>
using WithLong = typename std::enable_if<SomeAreLong<LongsAndNumbers...>::all && SomeAreLong<LongsAndNumbers...>::some,
                                         HRESULT>::type;

} // namespace tapi3

/* ---- Interfaces ---- */

/**
 * The root of every interface: identity and lifetime.
 *
 * Source: the IUnknown pages of the Windows SDK documentation (unknwn.h).
 */
struct IUnknown {
    /**
     * Asks the object for another of its interfaces.
     *
     * `riid`: the interface wanted.
     * `ppvObject`: receives the interface pointer with a reference that the caller must release; NULL on failure.
     *
     * Returns S_OK; E_NOINTERFACE when the object does not have it; E_POINTER when `ppvObject` is NULL.
     */
    virtual HRESULT STDMETHODCALLTYPE QueryInterface(REFIID riid, void **ppvObject) = 0;
    /** Adds a reference. Returns the new count, which is meant for diagnosis only. */
    virtual ULONG STDMETHODCALLTYPE AddRef() = 0;
    /** Gives a reference back; the object is gone after the last one. Returns the new count, for diagnosis only. */
    virtual ULONG STDMETHODCALLTYPE Release() = 0;
    /** QueryInterface for the interface that the pointer is of. */
    template <class Interface> TAPI3_NO_VPTR_CHECK HRESULT QueryInterface(Interface **object) {
        return QueryInterface(tapi3::iid<Interface>(), reinterpret_cast<void **>(object));
    }
};

/**
 * Calls by name, for scripts and late-bound programs.
 *
 * Source: the IDispatch pages of the Windows SDK documentation (oaidl.h).
 */
struct IDispatch : public IUnknown {
    /**
     * Tells whether the object can describe its type: 0 or 1.
     *
     * `pctinfo`: receives the number of type descriptions. This library has none and answers 0.
     *
     * Returns S_OK; E_POINTER.
     */
    virtual HRESULT STDMETHODCALLTYPE GetTypeInfoCount(UINT *pctinfo) = 0;

    /**
     * Gives the object's type description.
     *
     * `iTInfo`: which one; 0.
     * `lcid`: the language; ignored.
     * `ppTInfo`: receives the description; always NULL here.
     *
     * Returns E_NOTIMPL: this library carries no type library.
     */
    virtual HRESULT STDMETHODCALLTYPE GetTypeInfo(UINT iTInfo, LCID lcid, ITypeInfo **ppTInfo) = 0;

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
    virtual HRESULT STDMETHODCALLTYPE GetIDsOfNames(REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid,
        DISPID *rgDispId) = 0;

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
    virtual HRESULT STDMETHODCALLTYPE Invoke(DISPID dispIdMember, REFIID riid, LCID lcid, WORD wFlags,
        DISPPARAMS *pDispParams, VARIANT *pVarResult, EXCEPINFO *pExcepInfo, UINT *puArgErr) = 0;
};

/**
 * Tells which media an address can carry.
 *
 * QueryInterface of the address. Programs choose an address with it, mostly by
 * TAPIMEDIATYPE_AUDIO.
 * Page: ITMediaSupport (tapi3if.h).
 */
struct ITMediaSupport : public IDispatch {
    /**
     * Tells all media types of the address.
     *
     * plMediaTypes: receives the TAPIMEDIATYPE_ bits, OR-ed.
     * Returns E_POINTER.
     * Page: ITMediaSupport::get_MediaTypes (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_MediaTypes(LONG *plMediaTypes) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_MediaTypes(Long *plMediaTypes) {
        return get_MediaTypes(tapi3::Narrow<Long>(plMediaTypes));
    }

    /**
     * Tells whether the address has certain media types.
     *
     * lMediaType: one TAPIMEDIATYPE_ bit, or several OR-ed; 0 means what the address has.
     * pfSupport: receives VARIANT_TRUE if the address has every one of them, otherwise
     * VARIANT_FALSE.
     * Returns E_POINTER.
     * Page: ITMediaSupport::QueryMediaType (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE QueryMediaType(LONG lMediaType, VARIANT_BOOL *pfSupport) = 0;
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
struct ITAddress : public IDispatch {
    /**
     * Tells whether the address can be used at this moment.
     *
     * pAddressState: receives AS_INSERVICE or AS_OUTOFSERVICE; TE_ADDRESS with AE_STATE
     * reports changes.
     * Returns E_POINTER.
     * Page: ITAddress::get_State (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_State(ADDRESS_STATE *pAddressState) = 0;

    /**
     * Tells the name of the address, for showing to people.
     *
     * ppName: receives the name; free it with SysFreeString.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITAddress::get_AddressName (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_AddressName(BSTR *ppName) = 0;

    /**
     * Tells which provider offers the address.
     *
     * ppName: receives the provider's name; free it with SysFreeString.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITAddress::get_ServiceProviderName (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_ServiceProviderName(BSTR *ppName) = 0;

    /**
     * Gives the TAPI object that the address belongs to.
     *
     * ppTapiObject: receives it; Release it.
     * Returns E_POINTER.
     * Page: ITAddress::get_TAPIObject (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_TAPIObject(ITTAPI **ppTapiObject) = 0;

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
    virtual HRESULT STDMETHODCALLTYPE CreateCall(BSTR pDestAddress, LONG lAddressType, LONG lMediaTypes,
        ITBasicCallControl **ppCall) = 0;

    /**
     * Lists the calls on the address, for Automation clients.
     *
     * pVariant: receives VT_DISPATCH, an ITCollection of ITCallInfo; free it with
     * VariantClear. The objects are the same that the events name.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITAddress::get_Calls (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_Calls(VARIANT *pVariant) = 0;

    /**
     * Lists the calls on the address, for C and C++ clients.
     *
     * ppCallEnum: receives a new enumerator of ITCallInfo, a snapshot; Release it. The objects
     * are the same that the events name.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITAddress::EnumerateCalls (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE EnumerateCalls(IEnumCall **ppCallEnum) = 0;

    /**
     * Tells the address as others dial it.
     *
     * pDialableAddress: receives the number or address; free it with SysFreeString.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITAddress::get_DialableAddress (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_DialableAddress(BSTR *pDialableAddress) = 0;

    /**
     * Makes an empty set of forwarding rules, to be filled in and given to Forward.
     *
     * ppForwardInfo: receives it; Release it.
     * Returns TAPI_E_NOTSUPPORTED if the address has no forwarding, E_POINTER, E_OUTOFMEMORY.
     * Page: ITAddress::CreateForwardInfoObject (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE CreateForwardInfoObject(ITForwardInformation **ppForwardInfo) = 0;

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
    virtual HRESULT STDMETHODCALLTYPE Forward(ITForwardInformation *pForwardInfo,
        ITBasicCallControl *pCall) = 0;

    /**
     * Tells the forwarding that is in force.
     *
     * ppForwardInfo: receives a copy of the rules; changing it changes nothing before Forward;
     * Release it.
     * Returns TAPI_E_NOTSUPPORTED if the address has no forwarding, E_POINTER, E_OUTOFMEMORY.
     * Page: ITAddress::get_CurrentForwardInfo (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_CurrentForwardInfo(ITForwardInformation **ppForwardInfo) = 0;

    /**
     * Turns the message-waiting lamp of the address on or off.
     *
     * fMessageWaiting: VARIANT_TRUE for on. TE_ADDRESS with AE_MSGWAITON or AE_MSGWAITOFF
     * follows.
     * Blocks until the provider has answered.
     * Returns TAPI_E_NOTSUPPORTED if there is none, E_OUTOFMEMORY, TAPI_E_TIMEOUT.
     * Page: ITAddress::put_MessageWaiting (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE put_MessageWaiting(VARIANT_BOOL fMessageWaiting) = 0;

    /**
     * Tells whether the message-waiting lamp is on.
     *
     * pfMessageWaiting: receives VARIANT_TRUE if it is.
     * Returns TAPI_E_NOTSUPPORTED if there is none, E_POINTER.
     * Page: ITAddress::get_MessageWaiting (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_MessageWaiting(VARIANT_BOOL *pfMessageWaiting) = 0;

    /**
     * Keeps incoming calls away from the address, or lets them in again.
     *
     * fDoNotDisturb: VARIANT_TRUE to keep them away; VARIANT_FALSE lets them in and also
     * cancels all forwarding, because the one is done by means of the other.
     * Blocks until the provider has answered.
     * Returns TAPI_E_NOTSUPPORTED if the address cannot do it, E_OUTOFMEMORY, TAPI_E_TIMEOUT.
     * Page: ITAddress::put_DoNotDisturb (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE put_DoNotDisturb(VARIANT_BOOL fDoNotDisturb) = 0;

    /**
     * Tells whether incoming calls are kept away.
     *
     * pfDoNotDisturb: receives VARIANT_TRUE if they are.
     * Returns TAPI_E_NOTSUPPORTED if the address cannot do it, E_POINTER.
     * Page: ITAddress::get_DoNotDisturb (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_DoNotDisturb(VARIANT_BOOL *pfDoNotDisturb) = 0;
};

/**
 * An address with the additions of Windows XP: phones, a filter, device-specific requests.
 *
 * QueryInterface of the address; all that is said of ITAddress holds here too.
 * Page: ITAddress2 (tapi3if.h).
 */
struct ITAddress2 : public ITAddress {
    /**
     * Lists the phones that can be used with the address, for Automation clients.
     *
     * pPhones: receives VT_DISPATCH, an ITCollection of ITPhone, perhaps empty; free it with
     * VariantClear.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITAddress2::get_Phones (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_Phones(VARIANT *pPhones) = 0;

    /**
     * Lists the phones that can be used with the address, for C and C++ clients.
     *
     * ppEnumPhone: receives a new enumerator, perhaps empty; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITAddress2::EnumeratePhones (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE EnumeratePhones(IEnumPhone **ppEnumPhone) = 0;

    /**
     * Finds the phone that a terminal is part of.
     *
     * pTerminal: the terminal; not NULL; stays the caller's.
     * ppPhone: receives the phone; Release it.
     * Returns TAPI_E_NOITEMS if the terminal is part of no phone, E_POINTER.
     * Page: ITAddress2::GetPhoneFromTerminal (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE GetPhoneFromTerminal(ITTerminal *pTerminal, ITPhone **ppPhone) = 0;

    /**
     * Lists the phones that the provider recommends, for Automation clients.
     *
     * pPhones: receives VT_DISPATCH, an ITCollection of ITPhone, perhaps empty; free it with
     * VariantClear.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITAddress2::get_PreferredPhones (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_PreferredPhones(VARIANT *pPhones) = 0;

    /**
     * Lists the phones that the provider recommends, for C and C++ clients.
     *
     * ppEnumPhone: receives a new enumerator, perhaps empty; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITAddress2::EnumeratePreferredPhones (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE EnumeratePreferredPhones(IEnumPhone **ppEnumPhone) = 0;

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
    virtual HRESULT STDMETHODCALLTYPE get_EventFilter(TAPI_EVENT TapiEvent, LONG lSubEvent,
        VARIANT_BOOL *pEnable) = 0;

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
    virtual HRESULT STDMETHODCALLTYPE put_EventFilter(TAPI_EVENT TapiEvent, LONG lSubEvent,
        VARIANT_BOOL bEnable) = 0;

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
    virtual HRESULT STDMETHODCALLTYPE DeviceSpecific(ITCallInfo *pCall, BYTE *pParams, DWORD dwSize) = 0;

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
    virtual HRESULT STDMETHODCALLTYPE DeviceSpecificVariant(ITCallInfo *pCall,
        VARIANT varDevSpecificByteArray) = 0;

    /**
     * Agrees with the provider on a version of its device-specific requests.
     *
     * lLowVersion, lHighVersion: the versions that the program knows, each as major in the
     * upper and minor in the lower 16 bits.
     * plExtVersion: receives the version agreed on.
     * Returns TAPI_E_NOTSUPPORTED if the provider has none in this range, E_POINTER.
     * Page: ITAddress2::NegotiateExtVersion (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE NegotiateExtVersion(LONG lLowVersion, LONG lHighVersion,
        LONG *plExtVersion) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> NegotiateExtVersion(LONG lLowVersion, LONG lHighVersion,
        Long *plExtVersion) {
        return NegotiateExtVersion(lLowVersion, lHighVersion, tapi3::Narrow<Long>(plExtVersion));
    }
};

/**
 * Tells what an address can do, before one tries.
 *
 * QueryInterface of the address. Many answers are LINE..._ bit masks of tapi.h; a bit that is
 * set means that the feature may work, in a state that suits it.
 * Page: ITAddressCapabilities (tapi3if.h).
 */
struct ITAddressCapabilities : public IDispatch {
    /**
     * Reads one capability that is a number or a bit mask.
     *
     * AddressCap: which one (ADDRESS_CAPABILITY says what each means).
     * plCapability: receives it; 0 where the address has nothing of the kind.
     * Returns E_INVALIDARG for an unknown capability, E_POINTER.
     * Page: ITAddressCapabilities::get_AddressCapability (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_AddressCapability(ADDRESS_CAPABILITY AddressCap,
        LONG *plCapability) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_AddressCapability(ADDRESS_CAPABILITY AddressCap,
        Long *plCapability) {
        return get_AddressCapability(AddressCap, tapi3::Narrow<Long>(plCapability));
    }

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
    virtual HRESULT STDMETHODCALLTYPE get_AddressCapabilityString(ADDRESS_CAPABILITY_STRING AddressCapString,
        BSTR *ppCapabilityString) = 0;

    /**
     * Lists what a held or unanswered caller can be given to hear, for Automation clients.
     *
     * pVariant: receives VT_DISPATCH, an ITCollection of BSTR, perhaps empty; free it with
     * VariantClear.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITAddressCapabilities::get_CallTreatments (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_CallTreatments(VARIANT *pVariant) = 0;

    /**
     * Lists what a held or unanswered caller can be given to hear, for C and C++.
     *
     * ppEnumCallTreatment: receives an enumerator, perhaps empty; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITAddressCapabilities::EnumerateCallTreatments (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE EnumerateCallTreatments(IEnumBstr **ppEnumCallTreatment) = 0;

    /**
     * Lists the messages that can be left for a busy or absent party, for Automation.
     *
     * pVariant: receives VT_DISPATCH, an ITCollection of BSTR, perhaps empty; free it with
     * VariantClear.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITAddressCapabilities::get_CompletionMessages (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_CompletionMessages(VARIANT *pVariant) = 0;

    /**
     * Lists the messages that can be left for a busy or absent party, for C and C++.
     *
     * ppEnumCompletionMessage: receives an enumerator, perhaps empty; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITAddressCapabilities::EnumerateCompletionMessages (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE EnumerateCompletionMessages(IEnumBstr **ppEnumCompletionMessage) = 0;

    /**
     * Lists the device classes of the address, such as tapi/line, for Automation clients.
     *
     * pVariant: receives VT_DISPATCH, an ITCollection of BSTR; free it with VariantClear.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITAddressCapabilities::get_DeviceClasses (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_DeviceClasses(VARIANT *pVariant) = 0;

    /**
     * Lists the device classes of the address, such as tapi/line, for C and C++ clients.
     *
     * ppEnumDeviceClass: receives an enumerator; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITAddressCapabilities::EnumerateDeviceClasses (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE EnumerateDeviceClasses(IEnumBstr **ppEnumDeviceClass) = 0;
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
struct ITForwardInformation : public IDispatch {
    /**
     * Sets after how many rings a call counts as unanswered.
     *
     * lNumRings: from AC_MINFWDNUMRINGS to AC_MAXFWDNUMRINGS.
     * Returns E_INVALIDARG for a negative number.
     * Page: ITForwardInformation::put_NumRingsNoAnswer (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE put_NumRingsNoAnswer(LONG lNumRings) = 0;

    /**
     * Tells after how many rings a call counts as unanswered.
     *
     * plNumRings: receives the number; 0 if it was never set.
     * Returns E_POINTER.
     * Page: ITForwardInformation::get_NumRingsNoAnswer (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_NumRingsNoAnswer(LONG *plNumRings) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_NumRingsNoAnswer(Long *plNumRings) {
        return get_NumRingsNoAnswer(tapi3::Narrow<Long>(plNumRings));
    }

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
    virtual HRESULT STDMETHODCALLTYPE SetForwardType(LONG ForwardType, BSTR pDestAddress,
        BSTR pCallerAddress) = 0;

    /**
     * Tells where the calls of one forward type go.
     *
     * ForwardType: one LINEFORWARDMODE_ bit.
     * ppDestAddress: receives the address; free it with SysFreeString.
     * Returns E_INVALIDARG for an unknown type or one without a rule, E_POINTER,
     * E_OUTOFMEMORY.
     * Page: ITForwardInformation::get_ForwardTypeDestination (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_ForwardTypeDestination(LONG ForwardType, BSTR *ppDestAddress) = 0;

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
    virtual HRESULT STDMETHODCALLTYPE get_ForwardTypeCaller(LONG Forwardtype, BSTR *ppCallerAddress) = 0;

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
    virtual HRESULT STDMETHODCALLTYPE GetForwardType(LONG ForwardType, BSTR *ppDestinationAddress,
        BSTR *ppCallerAddress) = 0;

    /**
     * Removes every rule from the set.
     *
     * Cancels nothing by itself: ITAddress::Forward puts the empty set into force.
     * Page: ITForwardInformation::Clear (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Clear() = 0;
};

/**
 * Forwarding rules that also say what kind of address each text is.
 *
 * QueryInterface of the forward information object. Rules set through the older interface
 * count as LINEADDRESSTYPE_PHONENUMBER.
 * Page: ITForwardInformation2 (tapi3if.h).
 */
struct ITForwardInformation2 : public ITForwardInformation {
    /**
     * Sets the rule for one forward type, with the kinds of the addresses.
     *
     * ForwardType: one LINEFORWARDMODE_ bit.
     * pDestAddress, pCallerAddress: as for ITForwardInformation::SetForwardType.
     * DestAddressType, CallerAddressType: one LINEADDRESSTYPE_ bit each.
     * Returns E_INVALIDARG for an unknown forward or address type, E_POINTER, E_OUTOFMEMORY.
     * Page: ITForwardInformation2::SetForwardType2 (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE SetForwardType2(LONG ForwardType, BSTR pDestAddress,
        LONG DestAddressType, BSTR pCallerAddress, LONG CallerAddressType) = 0;

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
    virtual HRESULT STDMETHODCALLTYPE GetForwardType2(LONG ForwardType, BSTR *ppDestinationAddress,
        LONG *pDestAddressType, BSTR *ppCallerAddress, LONG *pCallerAddressType) = 0;
    template <class Long1, class Long2> tapi3::WithLong<Long1, LONG, Long2, LONG> GetForwardType2(LONG ForwardType,
        BSTR *ppDestinationAddress, Long1 *pDestAddressType, BSTR *ppCallerAddress,
        Long2 *pCallerAddressType) {
        return GetForwardType2(ForwardType, ppDestinationAddress, tapi3::Narrow<Long1>(pDestAddressType),
            ppCallerAddress, tapi3::Narrow<Long2>(pCallerAddressType));
    }

    /**
     * Tells what kind of address the destination of one forward type is.
     *
     * ForwardType: one LINEFORWARDMODE_ bit.
     * pDestAddressType: receives one LINEADDRESSTYPE_ bit.
     * Returns E_INVALIDARG for an unknown type or one without a rule, E_POINTER.
     * Page: ITForwardInformation2::get_ForwardTypeDestinationAddressType (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_ForwardTypeDestinationAddressType(LONG ForwardType,
        LONG *pDestAddressType) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_ForwardTypeDestinationAddressType(LONG ForwardType,
        Long *pDestAddressType) {
        return get_ForwardTypeDestinationAddressType(ForwardType, tapi3::Narrow<Long>(pDestAddressType));
    }

    /**
     * Tells what kind of address the caller of one forward type is.
     *
     * Forwardtype: one LINEFORWARDMODE_ bit.
     * pCallerAddressType: receives one LINEADDRESSTYPE_ bit.
     * Returns E_INVALIDARG for an unknown type or one without a rule, E_POINTER.
     * Page: ITForwardInformation2::get_ForwardTypeCallerAddressType (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_ForwardTypeCallerAddressType(LONG Forwardtype,
        LONG *pCallerAddressType) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_ForwardTypeCallerAddressType(LONG Forwardtype,
        Long *pCallerAddressType) {
        return get_ForwardTypeCallerAddressType(Forwardtype, tapi3::Narrow<Long>(pCallerAddressType));
    }
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
struct ITBasicCallControl : public IDispatch {
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
    virtual HRESULT STDMETHODCALLTYPE Connect(VARIANT_BOOL fSync) = 0;

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
    virtual HRESULT STDMETHODCALLTYPE Answer() = 0;

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
    virtual HRESULT STDMETHODCALLTYPE Disconnect(DISCONNECT_CODE code) = 0;

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
    virtual HRESULT STDMETHODCALLTYPE Hold(VARIANT_BOOL fHold) = 0;

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
    virtual HRESULT STDMETHODCALLTYPE HandoffDirect(BSTR pApplicationName) = 0;

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
    virtual HRESULT STDMETHODCALLTYPE HandoffIndirect(LONG lMediaType) = 0;

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
    virtual HRESULT STDMETHODCALLTYPE Conference(ITBasicCallControl *pCall, VARIANT_BOOL fSync) = 0;

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
    virtual HRESULT STDMETHODCALLTYPE Transfer(ITBasicCallControl *pCall, VARIANT_BOOL fSync) = 0;

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
    virtual HRESULT STDMETHODCALLTYPE BlindTransfer(BSTR pDestAddress) = 0;

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
    virtual HRESULT STDMETHODCALLTYPE SwapHold(ITBasicCallControl *pCall) = 0;

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
    virtual HRESULT STDMETHODCALLTYPE ParkDirect(BSTR pParkAddress) = 0;

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
    virtual HRESULT STDMETHODCALLTYPE ParkIndirect(BSTR *ppNonDirAddress) = 0;

    /**
     * Fetches a parked call.
     *
     * Call it on an idle call that ITAddress::CreateCall made with the park address as its
     * destination; it becomes CS_CONNECTED. Blocks until the provider has answered.
     * Returns TAPI_E_INVALCALLSTATE if the call is not idle, TAPI_E_INVALPARKID if nothing is
     * parked there, TAPI_E_NOTSUPPORTED, TAPI_E_NOTOWNER, E_OUTOFMEMORY, TAPI_E_TIMEOUT.
     * Page: ITBasicCallControl::Unpark (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Unpark() = 0;

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
    virtual HRESULT STDMETHODCALLTYPE SetQOS(LONG lMediaType, QOS_SERVICE_LEVEL ServiceLevel) = 0;

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
    virtual HRESULT STDMETHODCALLTYPE Pickup(BSTR pGroupID) = 0;

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
    virtual HRESULT STDMETHODCALLTYPE Dial(BSTR pDestAddress) = 0;

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
    virtual HRESULT STDMETHODCALLTYPE Finish(FINISH_MODE finishMode) = 0;

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
    virtual HRESULT STDMETHODCALLTYPE RemoveFromConference() = 0;
};

/**
 * Tells what is known of a call: its state, address, parties and numbers.
 *
 * QueryInterface of the call object; the call events hand it out too. Never blocks, except
 * ReleaseUserUserInfo. A disconnected call stays readable until its last Release.
 * Page: ITCallInfo (tapi3if.h).
 */
struct ITCallInfo : public IDispatch {
    /**
     * Tells on which address the call is.
     *
     * ppAddress: receives the address; Release it.
     * Returns E_POINTER.
     * Page: ITCallInfo::get_Address (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_Address(ITAddress **ppAddress) = 0;

    /**
     * Tells the state of the call at this moment.
     *
     * pCallState: receives the state (CALL_STATE). Events may lag behind it: read a
     * TE_CALLSTATE event for what changed, this for what is.
     * Returns E_POINTER.
     * Page: ITCallInfo::get_CallState (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_CallState(CALL_STATE *pCallState) = 0;

    /**
     * Tells whether this program owns the call or only watches it.
     *
     * pPrivilege: receives CP_OWNER or CP_MONITOR.
     * Returns E_POINTER.
     * Page: ITCallInfo::get_Privilege (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_Privilege(CALL_PRIVILEGE *pPrivilege) = 0;

    /**
     * Gives the hub that ties this call to the other calls of the conversation.
     *
     * ppCallHub: receives the hub; Release it.
     * Returns E_PENDING while the hub is not known yet, E_POINTER.
     * Page: ITCallInfo::get_CallHub (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_CallHub(ITCallHub **ppCallHub) = 0;

    /**
     * Reads one number about the call.
     *
     * CallInfoLong: which one (CALLINFO_LONG).
     * plCallInfoLongVal: receives it; 0 where the provider does not say.
     * Returns E_INVALIDARG for an unknown selector, E_POINTER.
     * Page: ITCallInfo::get_CallInfoLong (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_CallInfoLong(CALLINFO_LONG CallInfoLong,
        LONG *plCallInfoLongVal) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_CallInfoLong(CALLINFO_LONG CallInfoLong,
        Long *plCallInfoLongVal) {
        return get_CallInfoLong(CallInfoLong, tapi3::Narrow<Long>(plCallInfoLongVal));
    }

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
    virtual HRESULT STDMETHODCALLTYPE put_CallInfoLong(CALLINFO_LONG CallInfoLong, LONG lCallInfoLongVal) = 0;

    /**
     * Reads one text about the call, such as the caller's number.
     *
     * CallInfoString: which one (CALLINFO_STRING).
     * ppCallInfoString: receives the text; free it with SysFreeString. Information that is not
     * there gives S_OK and an empty BSTR; caller id may come later, with TE_CALLINFOCHANGE.
     * Returns E_INVALIDARG for an unknown selector, E_POINTER, E_OUTOFMEMORY.
     * Page: ITCallInfo::get_CallInfoString (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_CallInfoString(CALLINFO_STRING CallInfoString,
        BSTR *ppCallInfoString) = 0;

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
    virtual HRESULT STDMETHODCALLTYPE put_CallInfoString(CALLINFO_STRING CallInfoString,
        BSTR pCallInfoString) = 0;

    /**
     * Reads one block of bytes about the call, for Automation clients.
     *
     * CallInfoBuffer: which one (CALLINFO_BUFFER).
     * ppCallInfoBuffer: receives VT_ARRAY of VT_UI1, empty if there is none; free it with
     * VariantClear.
     * Returns E_INVALIDARG for an unknown selector, E_POINTER, E_OUTOFMEMORY.
     * Page: ITCallInfo::get_CallInfoBuffer (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_CallInfoBuffer(CALLINFO_BUFFER CallInfoBuffer,
        VARIANT *ppCallInfoBuffer) = 0;

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
    virtual HRESULT STDMETHODCALLTYPE put_CallInfoBuffer(CALLINFO_BUFFER CallInfoBuffer,
        VARIANT pCallInfoBuffer) = 0;

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
    virtual HRESULT STDMETHODCALLTYPE GetCallInfoBuffer(CALLINFO_BUFFER CallInfoBuffer, DWORD *pdwSize,
        BYTE **ppCallInfoBuffer) = 0;
    template <class Long> tapi3::WithLong<Long, DWORD> GetCallInfoBuffer(CALLINFO_BUFFER CallInfoBuffer,
        Long *pdwSize, BYTE **ppCallInfoBuffer) {
        return GetCallInfoBuffer(CallInfoBuffer, tapi3::Narrow<Long>(pdwSize), ppCallInfoBuffer);
    }

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
    virtual HRESULT STDMETHODCALLTYPE SetCallInfoBuffer(CALLINFO_BUFFER CallInfoBuffer, DWORD dwSize,
        BYTE *pCallInfoBuffer) = 0;

    /**
     * Discards the user-user information received, so that the next can come in.
     *
     * Blocks until the provider has answered, two minutes at most.
     * Returns TAPI_E_NOTOWNER, TAPI_E_NOTSUPPORTED, E_OUTOFMEMORY, TAPI_E_TIMEOUT.
     * Page: ITCallInfo::ReleaseUserUserInfo (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE ReleaseUserUserInfo() = 0;
};

/**
 * Call information with an event filter for this one call.
 *
 * QueryInterface of the call object. An event about the call arrives only if the filters of
 * the TAPI object, of the address and of the call all let it through.
 * Page: ITCallInfo2 (tapi3if.h).
 */
struct ITCallInfo2 : public ITCallInfo {
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
    virtual HRESULT STDMETHODCALLTYPE get_EventFilter(TAPI_EVENT TapiEvent, LONG lSubEvent,
        VARIANT_BOOL *pEnable) = 0;

    /**
     * Lets an event about this call through, or keeps it back.
     *
     * TapiEvent, lSubEvent: as for get_EventFilter.
     * bEnable: VARIANT_TRUE to let it through, VARIANT_FALSE to keep it back.
     * Returns E_INVALIDARG for an unknown event or sub-event.
     * Page: ITCallInfo2::put_EventFilter (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE put_EventFilter(TAPI_EVENT TapiEvent, LONG lSubEvent,
        VARIANT_BOOL bEnable) = 0;
};

/**
 * A conversation: the calls that belong together, such as the legs of a conference.
 *
 * Never made by the program: the provider's call ids decide which calls share a hub. Comes
 * from ITCallInfo::get_CallHub, ITTAPI::EnumerateCallHubs or TE_CALLHUB. Other parties' calls
 * are in it only as far as the provider shows them.
 * Page: ITCallHub (tapi3if.h).
 */
struct ITCallHub : public IDispatch {
    /**
     * Tries to end every call of the hub.
     *
     * Calls that this program does not own stay. Each call that ends raises its own
     * TE_CALLSTATE. Blocks until the provider has answered for each, two minutes at most.
     * Returns the first failure if a call that the program owns could not be ended,
     * E_OUTOFMEMORY.
     * Page: ITCallHub::Clear (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Clear() = 0;

    /**
     * Lists the calls of the hub, for C and C++ clients.
     *
     * ppEnumCall: receives a new enumerator of ITCallInfo, a snapshot; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITCallHub::EnumerateCalls (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE EnumerateCalls(IEnumCall **ppEnumCall) = 0;

    /**
     * Lists the calls of the hub, for Automation clients.
     *
     * pCalls: receives VT_DISPATCH, an ITCollection of ITCallInfo; free it with VariantClear.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITCallHub::get_Calls (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_Calls(VARIANT *pCalls) = 0;

    /**
     * Counts the calls of the hub.
     *
     * plCalls: receives the number.
     * Returns E_POINTER.
     * Page: ITCallHub::get_NumCalls (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_NumCalls(LONG *plCalls) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_NumCalls(Long *plCalls) {
        return get_NumCalls(tapi3::Narrow<Long>(plCalls));
    }

    /**
     * Tells whether the hub still has a live call.
     *
     * pState: receives CHS_ACTIVE or CHS_IDLE.
     * Returns E_POINTER.
     * Page: ITCallHub::get_State (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_State(CALLHUB_STATE *pState) = 0;
};

/**
 * Call control with terminals: which device records and plays the call.
 *
 * QueryInterface of the call object. All that is said of ITBasicCallControl holds here too.
 * Page: ITBasicCallControl2 (tapi3if.h).
 */
struct ITBasicCallControl2 : public ITBasicCallControl {
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
    virtual HRESULT STDMETHODCALLTYPE RequestTerminal(BSTR bstrTerminalClassGUID, LONG lMediaType,
        TERMINAL_DIRECTION Direction, ITTerminal **ppTerminal) = 0;

    /**
     * Uses a terminal for every stream of the call that it fits.
     *
     * pTerminal: the terminal; not NULL; the call keeps its own reference. Allowed from
     * CS_IDLE on; before there is a stream the choice is kept for later.
     * Returns E_POINTER, TAPI_E_INVALIDTERMINAL, TAPI_E_TERMINALINUSE, TAPI_E_MAXTERMINALS,
     * TAPI_E_NOTSUPPORTED, E_OUTOFMEMORY.
     * Page: ITBasicCallControl2::SelectTerminalOnCall (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE SelectTerminalOnCall(ITTerminal *pTerminal) = 0;

    /**
     * Stops using a terminal for the call.
     *
     * pTerminal: a terminal that is selected; not NULL.
     * Returns E_POINTER, TAPI_E_INVALIDTERMINAL, TAPI_E_NOTSUPPORTED.
     * Page: ITBasicCallControl2::UnselectTerminalOnCall (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE UnselectTerminalOnCall(ITTerminal *pTerminal) = 0;
};

/**
 * A list for Automation clients; what For Each and Python's for loop over.
 *
 * The get_ methods that list things hand it out in a VARIANT of VT_DISPATCH. Indexes are
 * 1-based. A snapshot: it does not follow later changes, and keeps its items alive.
 * Page: ITCollection (tapi3if.h).
 */
struct ITCollection : public IDispatch {
    /**
     * Counts the items.
     *
     * lCount: receives the number.
     * Returns E_POINTER.
     * Page: ITCollection::get_Count (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_Count(LONG *lCount) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_Count(Long *lCount) {
        return get_Count(tapi3::Narrow<Long>(lCount));
    }

    /**
     * Gives one item; the default member, so that list(1) works in scripts.
     *
     * Index: from 1 to Count.
     * pVariant: receives the item, VT_DISPATCH for an object, VT_BSTR for a text; free it with
     * VariantClear.
     * Returns E_INVALIDARG for an index outside, E_POINTER, E_OUTOFMEMORY.
     * Page: ITCollection::get_Item (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_Item(LONG Index, VARIANT *pVariant) = 0;

    /**
     * Starts a walk over all items.
     *
     * ppNewEnum: receives an enumerator; ask it for IEnumVARIANT; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITCollection::get__NewEnum (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get__NewEnum(IUnknown **ppNewEnum) = 0;
};

/**
 * A list that the program fills itself, for methods that take one.
 *
 * Made by ITTAPI2::CreateEmptyCollectionObject. Unlike what TAPI lists, it can be changed.
 * Page: ITCollection2 (tapi3if.h).
 */
struct ITCollection2 : public ITCollection {
    /**
     * Inserts an item.
     *
     * Index: the place that it gets, from 1 to Count + 1; later items move up.
     * pVariant: the item; copied, stays the caller's; not NULL.
     * Returns E_INVALIDARG for an index outside, E_POINTER, E_OUTOFMEMORY.
     * Page: ITCollection2::Add (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Add(LONG Index, VARIANT *pVariant) = 0;

    /**
     * Removes an item.
     *
     * Index: from 1 to Count; later items move down.
     * Returns E_INVALIDARG for an index outside.
     * Page: ITCollection2::Remove (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Remove(LONG Index) = 0;
};

/**
 * Makes objects of one class.
 *
 * Source: the IClassFactory pages of the Windows SDK documentation (unknwn.h).
 */
struct IClassFactory : public IUnknown {
    /**
     * Makes an object.
     *
     * `pUnkOuter`: the aggregating object; must be NULL.
     * `riid`: the interface wanted.
     * `ppvObject`: receives the interface pointer, which the caller must release; NULL on failure.
     *
     * Returns S_OK; CLASS_E_NOAGGREGATION; E_NOINTERFACE; E_OUTOFMEMORY; E_POINTER.
     */
    virtual HRESULT STDMETHODCALLTYPE CreateInstance(IUnknown *pUnkOuter, REFIID riid, void **ppvObject) = 0;

    /**
     * Keeps the server in memory. The library stays loaded anyway, so this only counts.
     *
     * `fLock`: TRUE to lock, FALSE to unlock.
     *
     * Returns S_OK.
     */
    virtual HRESULT STDMETHODCALLTYPE LockServer(BOOL fLock) = 0;
};

/**
 * The event sources of an object.
 *
 * Source: the IConnectionPointContainer pages of the Windows SDK documentation (ocidl.h).
 */
struct IConnectionPointContainer : public IUnknown {
    /**
     * Lists the event sources.
     *
     * `ppEnum`: receives the enumerator, which the caller must release.
     *
     * Returns S_OK; E_OUTOFMEMORY; E_POINTER.
     */
    virtual HRESULT STDMETHODCALLTYPE EnumConnectionPoints(IEnumConnectionPoints **ppEnum) = 0;

    /**
     * Finds the event source that calls a given interface.
     *
     * `riid`: the interface that the source calls, such as IID_ITTAPIEventNotification.
     * `ppCP`: receives the connection point, which the caller must release; NULL on failure.
     *
     * Returns S_OK; CONNECT_E_NOCONNECTION when there is none for it; E_OUTOFMEMORY; E_POINTER.
     */
    virtual HRESULT STDMETHODCALLTYPE FindConnectionPoint(REFIID riid, IConnectionPoint **ppCP) = 0;
};

/**
 * One event source: sinks are tied to it and untied from it.
 *
 * Source: the IConnectionPoint pages of the Windows SDK documentation (ocidl.h).
 */
struct IConnectionPoint : public IUnknown {
    /**
     * Tells which interface this source calls.
     *
     * `pIID`: receives the interface id.
     *
     * Returns S_OK; E_POINTER.
     */
    virtual HRESULT STDMETHODCALLTYPE GetConnectionInterface(GUID *pIID) = 0;

    /**
     * Gives the object that the source belongs to.
     *
     * `ppCPC`: receives the container, which the caller must release.
     *
     * Returns S_OK; E_UNEXPECTED when the object is gone; E_POINTER.
     */
    virtual HRESULT STDMETHODCALLTYPE GetConnectionPointContainer(IConnectionPointContainer **ppCPC) = 0;

    /**
     * Ties a sink to the source.
     *
     * `pUnkSink`: the sink; it is asked for the source's interface and kept with a reference.
     * `pdwCookie`: receives the number for Unadvise; never 0 on success.
     *
     * Returns S_OK; CONNECT_E_CANNOTCONNECT when the sink lacks the interface; CONNECT_E_ADVISELIMIT; E_POINTER.
     */
    virtual HRESULT STDMETHODCALLTYPE Advise(IUnknown *pUnkSink, DWORD *pdwCookie) = 0;
    template <class Long> tapi3::WithLong<Long, DWORD> Advise(IUnknown *pUnkSink, Long *pdwCookie) {
        return Advise(pUnkSink, tapi3::Narrow<Long>(pdwCookie));
    }

    /**
     * Unties a sink; its reference is released and no event reaches it any more.
     *
     * `dwCookie`: the number from Advise.
     *
     * Returns S_OK; CONNECT_E_NOCONNECTION when there is no such sink.
     */
    virtual HRESULT STDMETHODCALLTYPE Unadvise(DWORD dwCookie) = 0;

    /**
     * Lists the sinks.
     *
     * `ppEnum`: receives the enumerator, which the caller must release.
     *
     * Returns S_OK; E_OUTOFMEMORY; E_POINTER.
     */
    virtual HRESULT STDMETHODCALLTYPE EnumConnections(IEnumConnections **ppEnum) = 0;
};

/**
 * Walks over event sources.
 *
 * Source: the IEnumConnectionPoints pages of the Windows SDK documentation (ocidl.h).
 */
struct IEnumConnectionPoints : public IUnknown {
    /**
     * Gives the next `cConnections` connection points.
     *
     * `cConnections`: how many are wanted.
     * `ppCP`: receives them; the caller must release each.
     * `pcFetched`: receives how many there were; NULL only when one is wanted.
     *
     * Returns S_OK when all were given; S_FALSE when there were fewer; E_POINTER.
     */
    virtual HRESULT STDMETHODCALLTYPE Next(ULONG cConnections, IConnectionPoint **ppCP, ULONG *pcFetched) = 0;
    template <class Long> tapi3::WithLong<Long, ULONG> Next(ULONG cConnections, IConnectionPoint **ppCP,
        Long *pcFetched) {
        return Next(cConnections, ppCP, tapi3::Narrow<Long>(pcFetched));
    }

    /**
     * Passes over the next `cConnections` connection points.
     *
     * `cConnections`: how many to pass over.
     *
     * Returns S_OK; S_FALSE when there were fewer.
     */
    virtual HRESULT STDMETHODCALLTYPE Skip(ULONG cConnections) = 0;
    /** Starts again from the first. Returns S_OK. */
    virtual HRESULT STDMETHODCALLTYPE Reset() = 0;

    /**
     * Makes an enumerator that stands at the same place.
     *
     * `ppEnum`: receives it; the caller must release it.
     *
     * Returns S_OK; E_OUTOFMEMORY; E_POINTER.
     */
    virtual HRESULT STDMETHODCALLTYPE Clone(IEnumConnectionPoints **ppEnum) = 0;
};

/**
 * Walks over the sinks of an event source.
 *
 * Source: the IEnumConnections pages of the Windows SDK documentation (ocidl.h).
 */
struct IEnumConnections : public IUnknown {
    /**
     * Gives the next `cConnections` connections.
     *
     * `cConnections`: how many are wanted.
     * `rgcd`: receives them; the caller must release each `pUnk`.
     * `pcFetched`: receives how many there were; NULL only when one is wanted.
     *
     * Returns S_OK when all were given; S_FALSE when there were fewer; E_POINTER.
     */
    virtual HRESULT STDMETHODCALLTYPE Next(ULONG cConnections, CONNECTDATA *rgcd, ULONG *pcFetched) = 0;
    template <class Long> tapi3::WithLong<Long, ULONG> Next(ULONG cConnections, CONNECTDATA *rgcd,
        Long *pcFetched) {
        return Next(cConnections, rgcd, tapi3::Narrow<Long>(pcFetched));
    }

    /**
     * Passes over the next `cConnections` connections.
     *
     * `cConnections`: how many to pass over.
     *
     * Returns S_OK; S_FALSE when there were fewer.
     */
    virtual HRESULT STDMETHODCALLTYPE Skip(ULONG cConnections) = 0;
    /** Starts again from the first. Returns S_OK. */
    virtual HRESULT STDMETHODCALLTYPE Reset() = 0;

    /**
     * Makes an enumerator that stands at the same place.
     *
     * `ppEnum`: receives it; the caller must release it.
     *
     * Returns S_OK; E_OUTOFMEMORY; E_POINTER.
     */
    virtual HRESULT STDMETHODCALLTYPE Clone(IEnumConnections **ppEnum) = 0;
};

/**
 * Walks over VARIANTs; what `For Each` uses on a collection.
 *
 * Source: the IEnumVARIANT pages of the Windows SDK documentation (oaidl.h).
 */
struct IEnumVARIANT : public IUnknown {
    /**
     * Gives the next `celt` elements.
     *
     * `celt`: how many are wanted.
     * `rgVar`: receives them; the caller clears each with VariantClear.
     * `pCeltFetched`: receives how many there were; may be NULL.
     *
     * Returns S_OK when all were given; S_FALSE when there were fewer; E_POINTER.
     */
    virtual HRESULT STDMETHODCALLTYPE Next(ULONG celt, VARIANT *rgVar, ULONG *pCeltFetched) = 0;
    template <class Long> tapi3::WithLong<Long, ULONG> Next(ULONG celt, VARIANT *rgVar, Long *pCeltFetched) {
        return Next(celt, rgVar, tapi3::Narrow<Long>(pCeltFetched));
    }

    /**
     * Passes over the next `celt` elements.
     *
     * `celt`: how many to pass over.
     *
     * Returns S_OK; S_FALSE when there were fewer.
     */
    virtual HRESULT STDMETHODCALLTYPE Skip(ULONG celt) = 0;
    /** Starts again from the first. Returns S_OK. */
    virtual HRESULT STDMETHODCALLTYPE Reset() = 0;

    /**
     * Makes an enumerator that stands at the same place.
     *
     * `ppEnum`: receives it; the caller must release it.
     *
     * Returns S_OK; E_OUTOFMEMORY; E_POINTER.
     */
    virtual HRESULT STDMETHODCALLTYPE Clone(IEnumVARIANT **ppEnum) = 0;
};

/**
 * Walks over objects.
 *
 * Source: the IEnumUnknown pages of the Windows SDK documentation (objidl.h).
 */
struct IEnumUnknown : public IUnknown {
    /**
     * Gives the next `celt` objects.
     *
     * `celt`: how many are wanted.
     * `rgelt`: receives them; the caller must release each.
     * `pceltFetched`: receives how many there were; NULL only when one is wanted.
     *
     * Returns S_OK when all were given; S_FALSE when there were fewer; E_POINTER.
     */
    virtual HRESULT STDMETHODCALLTYPE Next(ULONG celt, IUnknown **rgelt, ULONG *pceltFetched) = 0;
    template <class Long> tapi3::WithLong<Long, ULONG> Next(ULONG celt, IUnknown **rgelt,
        Long *pceltFetched) {
        return Next(celt, rgelt, tapi3::Narrow<Long>(pceltFetched));
    }

    /**
     * Passes over the next `celt` objects.
     *
     * `celt`: how many to pass over.
     *
     * Returns S_OK; S_FALSE when there were fewer.
     */
    virtual HRESULT STDMETHODCALLTYPE Skip(ULONG celt) = 0;
    /** Starts again from the first. Returns S_OK. */
    virtual HRESULT STDMETHODCALLTYPE Reset() = 0;

    /**
     * Makes an enumerator that stands at the same place.
     *
     * `ppenum`: receives it; the caller must release it.
     *
     * Returns S_OK; E_OUTOFMEMORY; E_POINTER.
     */
    virtual HRESULT STDMETHODCALLTYPE Clone(IEnumUnknown **ppenum) = 0;
};

/**
 * What went wrong, in words: see GetErrorInfo.
 *
 * Source: the IErrorInfo pages of the Windows SDK documentation (oaidl.h).
 */
struct IErrorInfo : public IUnknown {
    /**
     * Tells which interface the error came from.
     *
     * `pGUID`: receives the interface id; all zeros when there is none.
     *
     * Returns S_OK; E_POINTER.
     */
    virtual HRESULT STDMETHODCALLTYPE GetGUID(GUID *pGUID) = 0;

    /**
     * Tells which program or library the error came from.
     *
     * `pBstrSource`: receives a string that the caller frees with SysFreeString.
     *
     * Returns S_OK; E_OUTOFMEMORY; E_POINTER.
     */
    virtual HRESULT STDMETHODCALLTYPE GetSource(BSTR *pBstrSource) = 0;

    /**
     * Says what went wrong in a sentence.
     *
     * `pBstrDescription`: receives a string that the caller frees with SysFreeString.
     *
     * Returns S_OK; E_OUTOFMEMORY; E_POINTER.
     */
    virtual HRESULT STDMETHODCALLTYPE GetDescription(BSTR *pBstrDescription) = 0;

    /**
     * Names a help file; there is none, so the string is NULL.
     *
     * `pBstrHelpFile`: receives a string that the caller frees with SysFreeString.
     *
     * Returns S_OK; E_POINTER.
     */
    virtual HRESULT STDMETHODCALLTYPE GetHelpFile(BSTR *pBstrHelpFile) = 0;

    /**
     * Names the place in the help file; 0.
     *
     * `pdwHelpContext`: receives the number.
     *
     * Returns S_OK; E_POINTER.
     */
    virtual HRESULT STDMETHODCALLTYPE GetHelpContext(DWORD *pdwHelpContext) = 0;
    template <class Long> tapi3::WithLong<Long, DWORD> GetHelpContext(Long *pdwHelpContext) {
        return GetHelpContext(tapi3::Narrow<Long>(pdwHelpContext));
    }
};

/**
 * Says that an object leaves error information for an interface.
 *
 * Source: the ISupportErrorInfo pages of the Windows SDK documentation (oaidl.h).
 */
struct ISupportErrorInfo : public IUnknown {
    /**
     * Asks whether methods of an interface leave error information.
     *
     * `riid`: the interface.
     *
     * Returns S_OK when they do; S_FALSE when they do not.
     */
    virtual HRESULT STDMETHODCALLTYPE InterfaceSupportsErrorInfo(REFIID riid) = 0;
};

/**
 * Fills in what an IErrorInfo says: see CreateErrorInfo. Each text is copied.
 *
 * Source: the ICreateErrorInfo pages of the Windows SDK documentation (oaidl.h).
 */
struct ICreateErrorInfo : public IUnknown {
    /**
     * Sets the interface that the error comes from.
     *
     * `rguid`: the interface id.
     *
     * Returns S_OK; E_POINTER.
     */
    virtual HRESULT STDMETHODCALLTYPE SetGUID(REFGUID rguid) = 0;

    /**
     * Sets the program or library that the error comes from.
     *
     * `szSource`: UTF-16 text that ends with a zero; NULL for none.
     *
     * Returns S_OK; E_OUTOFMEMORY.
     */
    virtual HRESULT STDMETHODCALLTYPE SetSource(LPCOLESTR szSource) = 0;

    /**
     * Sets the sentence that says what went wrong.
     *
     * `szDescription`: UTF-16 text that ends with a zero; NULL for none.
     *
     * Returns S_OK; E_OUTOFMEMORY.
     */
    virtual HRESULT STDMETHODCALLTYPE SetDescription(LPCOLESTR szDescription) = 0;

    /**
     * Sets the help file.
     *
     * `szHelpFile`: UTF-16 text that ends with a zero; NULL for none.
     *
     * Returns S_OK; E_OUTOFMEMORY.
     */
    virtual HRESULT STDMETHODCALLTYPE SetHelpFile(LPCOLESTR szHelpFile) = 0;

    /**
     * Sets the place in the help file.
     *
     * `dwHelpContext`: the number.
     *
     * Returns S_OK.
     */
    virtual HRESULT STDMETHODCALLTYPE SetHelpContext(DWORD dwHelpContext) = 0;
};

/**
 * Walks over phones, for C and C++ clients.
 *
 * Comes from ITTAPI2::EnumeratePhones. A snapshot: it does not follow later changes. Not for
 * use by several threads at once: Clone it for each.
 * Page: IEnumPhone (tapi3if.h).
 */
struct IEnumPhone : public IUnknown {
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
    virtual HRESULT STDMETHODCALLTYPE Next(ULONG celt, ITPhone **ppElements, ULONG *pceltFetched) = 0;
    template <class Long> tapi3::WithLong<Long, ULONG> Next(ULONG celt, ITPhone **ppElements,
        Long *pceltFetched) {
        return Next(celt, ppElements, tapi3::Narrow<Long>(pceltFetched));
    }

    /**
     * Goes back to the first element.
     *
     * Page: IEnumPhone::Reset (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Reset() = 0;

    /**
     * Leaves out the next elements.
     *
     * celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
     * Page: IEnumPhone::Skip (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Skip(ULONG celt) = 0;

    /**
     * Makes a second enumerator at the same position.
     *
     * ppEnum: receives it; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: IEnumPhone::Clone (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Clone(IEnumPhone **ppEnum) = 0;
};

/**
 * Walks over terminals, for C and C++ clients.
 *
 * Comes from ITTerminalSupport::EnumerateStaticTerminals and others. A snapshot: it does not
 * follow later changes. Not for use by several threads at once: Clone it for each.
 * Page: IEnumTerminal (tapi3if.h).
 */
struct IEnumTerminal : public IUnknown {
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
    virtual HRESULT STDMETHODCALLTYPE Next(ULONG celt, ITTerminal **ppElements, ULONG *pceltFetched) = 0;
    template <class Long> tapi3::WithLong<Long, ULONG> Next(ULONG celt, ITTerminal **ppElements,
        Long *pceltFetched) {
        return Next(celt, ppElements, tapi3::Narrow<Long>(pceltFetched));
    }

    /**
     * Goes back to the first element.
     *
     * Page: IEnumTerminal::Reset (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Reset() = 0;

    /**
     * Leaves out the next elements.
     *
     * celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
     * Page: IEnumTerminal::Skip (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Skip(ULONG celt) = 0;

    /**
     * Makes a second enumerator at the same position.
     *
     * ppEnum: receives it; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: IEnumTerminal::Clone (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Clone(IEnumTerminal **ppEnum) = 0;
};

/**
 * Walks over terminal classes, for C and C++ clients.
 *
 * Comes from ITTerminalSupport::EnumerateDynamicTerminalClasses. A snapshot: it does not
 * follow later changes. Not for use by several threads at once: Clone it for each.
 * Page: IEnumTerminalClass (tapi3if.h).
 */
struct IEnumTerminalClass : public IUnknown {
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
    virtual HRESULT STDMETHODCALLTYPE Next(ULONG celt, GUID *pElements, ULONG *pceltFetched) = 0;
    template <class Long> tapi3::WithLong<Long, ULONG> Next(ULONG celt, GUID *pElements, Long *pceltFetched) {
        return Next(celt, pElements, tapi3::Narrow<Long>(pceltFetched));
    }

    /**
     * Goes back to the first element.
     *
     * Page: IEnumTerminalClass::Reset (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Reset() = 0;

    /**
     * Leaves out the next elements.
     *
     * celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
     * Page: IEnumTerminalClass::Skip (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Skip(ULONG celt) = 0;

    /**
     * Makes a second enumerator at the same position.
     *
     * ppEnum: receives it; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: IEnumTerminalClass::Clone (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Clone(IEnumTerminalClass **ppEnum) = 0;
};

/**
 * Walks over calls, for C and C++ clients.
 *
 * Comes from ITAddress::EnumerateCalls and ITCallHub::EnumerateCalls. A snapshot: it does not
 * follow later changes. Not for use by several threads at once: Clone it for each.
 * Page: IEnumCall (tapi3if.h).
 */
struct IEnumCall : public IUnknown {
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
    virtual HRESULT STDMETHODCALLTYPE Next(ULONG celt, ITCallInfo **ppElements, ULONG *pceltFetched) = 0;
    template <class Long> tapi3::WithLong<Long, ULONG> Next(ULONG celt, ITCallInfo **ppElements,
        Long *pceltFetched) {
        return Next(celt, ppElements, tapi3::Narrow<Long>(pceltFetched));
    }

    /**
     * Goes back to the first element.
     *
     * Page: IEnumCall::Reset (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Reset() = 0;

    /**
     * Leaves out the next elements.
     *
     * celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
     * Page: IEnumCall::Skip (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Skip(ULONG celt) = 0;

    /**
     * Makes a second enumerator at the same position.
     *
     * ppEnum: receives it; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: IEnumCall::Clone (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Clone(IEnumCall **ppEnum) = 0;
};

/**
 * Walks over addresses, for C and C++ clients.
 *
 * Comes from ITTAPI::EnumerateAddresses. A snapshot: it does not follow later changes. Not for
 * use by several threads at once: Clone it for each.
 * Page: IEnumAddress (tapi3if.h).
 */
struct IEnumAddress : public IUnknown {
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
    virtual HRESULT STDMETHODCALLTYPE Next(ULONG celt, ITAddress **ppElements, ULONG *pceltFetched) = 0;
    template <class Long> tapi3::WithLong<Long, ULONG> Next(ULONG celt, ITAddress **ppElements,
        Long *pceltFetched) {
        return Next(celt, ppElements, tapi3::Narrow<Long>(pceltFetched));
    }

    /**
     * Goes back to the first element.
     *
     * Page: IEnumAddress::Reset (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Reset() = 0;

    /**
     * Leaves out the next elements.
     *
     * celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
     * Page: IEnumAddress::Skip (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Skip(ULONG celt) = 0;

    /**
     * Makes a second enumerator at the same position.
     *
     * ppEnum: receives it; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: IEnumAddress::Clone (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Clone(IEnumAddress **ppEnum) = 0;
};

/**
 * Walks over call hubs, for C and C++ clients.
 *
 * Comes from ITTAPI::EnumerateCallHubs. A snapshot: it does not follow later changes. Not for
 * use by several threads at once: Clone it for each.
 * Page: IEnumCallHub (tapi3if.h).
 */
struct IEnumCallHub : public IUnknown {
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
    virtual HRESULT STDMETHODCALLTYPE Next(ULONG celt, ITCallHub **ppElements, ULONG *pceltFetched) = 0;
    template <class Long> tapi3::WithLong<Long, ULONG> Next(ULONG celt, ITCallHub **ppElements,
        Long *pceltFetched) {
        return Next(celt, ppElements, tapi3::Narrow<Long>(pceltFetched));
    }

    /**
     * Goes back to the first element.
     *
     * Page: IEnumCallHub::Reset (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Reset() = 0;

    /**
     * Leaves out the next elements.
     *
     * celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
     * Page: IEnumCallHub::Skip (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Skip(ULONG celt) = 0;

    /**
     * Makes a second enumerator at the same position.
     *
     * ppEnum: receives it; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: IEnumCallHub::Clone (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Clone(IEnumCallHub **ppEnum) = 0;
};

/**
 * Walks over texts, for C and C++ clients.
 *
 * Comes from the Enumerate methods of ITAddressCapabilities. A snapshot: it does not follow
 * later changes. Not for use by several threads at once: Clone it for each.
 * Page: IEnumBstr (tapi3if.h).
 */
struct IEnumBstr : public IUnknown {
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
    virtual HRESULT STDMETHODCALLTYPE Next(ULONG celt, BSTR *ppStrings, ULONG *pceltFetched) = 0;
    template <class Long> tapi3::WithLong<Long, ULONG> Next(ULONG celt, BSTR *ppStrings, Long *pceltFetched) {
        return Next(celt, ppStrings, tapi3::Narrow<Long>(pceltFetched));
    }

    /**
     * Goes back to the first element.
     *
     * Page: IEnumBstr::Reset (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Reset() = 0;

    /**
     * Leaves out the next elements.
     *
     * celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
     * Page: IEnumBstr::Skip (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Skip(ULONG celt) = 0;

    /**
     * Makes a second enumerator at the same position.
     *
     * ppEnum: receives it; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: IEnumBstr::Clone (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Clone(IEnumBstr **ppEnum) = 0;
};

/**
 * Walks over pluggable terminal classes, for C and C++ clients.
 *
 * Comes from ITTerminalSupport2::EnumeratePluggableTerminalClasses. A snapshot: it does not
 * follow later changes. Not for use by several threads at once: Clone it for each.
 * Page: IEnumPluggableTerminalClassInfo (tapi3if.h).
 */
struct IEnumPluggableTerminalClassInfo : public IUnknown {
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
    virtual HRESULT STDMETHODCALLTYPE Next(ULONG celt, ITPluggableTerminalClassInfo **ppElements,
        ULONG *pceltFetched) = 0;
    template <class Long> tapi3::WithLong<Long, ULONG> Next(ULONG celt,
        ITPluggableTerminalClassInfo **ppElements, Long *pceltFetched) {
        return Next(celt, ppElements, tapi3::Narrow<Long>(pceltFetched));
    }

    /**
     * Goes back to the first element.
     *
     * Page: IEnumPluggableTerminalClassInfo::Reset (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Reset() = 0;

    /**
     * Leaves out the next elements.
     *
     * celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
     * Page: IEnumPluggableTerminalClassInfo::Skip (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Skip(ULONG celt) = 0;

    /**
     * Makes a second enumerator at the same position.
     *
     * ppEnum: receives it; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: IEnumPluggableTerminalClassInfo::Clone (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Clone(IEnumPluggableTerminalClassInfo **ppEnum) = 0;
};

/**
 * Walks over pluggable terminal superclasses, for C and C++ clients.
 *
 * Comes from ITTerminalSupport2::EnumeratePluggableSuperclasses. A snapshot: it does not
 * follow later changes. Not for use by several threads at once: Clone it for each.
 * Page: IEnumPluggableSuperclassInfo (tapi3if.h).
 */
struct IEnumPluggableSuperclassInfo : public IUnknown {
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
    virtual HRESULT STDMETHODCALLTYPE Next(ULONG celt, ITPluggableTerminalSuperclassInfo **ppElements,
        ULONG *pceltFetched) = 0;
    template <class Long> tapi3::WithLong<Long, ULONG> Next(ULONG celt,
        ITPluggableTerminalSuperclassInfo **ppElements, Long *pceltFetched) {
        return Next(celt, ppElements, tapi3::Narrow<Long>(pceltFetched));
    }

    /**
     * Goes back to the first element.
     *
     * Page: IEnumPluggableSuperclassInfo::Reset (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Reset() = 0;

    /**
     * Leaves out the next elements.
     *
     * celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
     * Page: IEnumPluggableSuperclassInfo::Skip (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Skip(ULONG celt) = 0;

    /**
     * Makes a second enumerator at the same position.
     *
     * ppEnum: receives it; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: IEnumPluggableSuperclassInfo::Clone (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Clone(IEnumPluggableSuperclassInfo **ppEnum) = 0;
};

/**
 * Walks over dialling locations, for C and C++ clients.
 *
 * Comes from ITAddressTranslation::EnumerateLocations. A snapshot: it does not follow later
 * changes. Not for use by several threads at once: Clone it for each.
 * Page: IEnumLocation (tapi3if.h).
 */
struct IEnumLocation : public IUnknown {
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
    virtual HRESULT STDMETHODCALLTYPE Next(ULONG celt, ITLocationInfo **ppElements, ULONG *pceltFetched) = 0;
    template <class Long> tapi3::WithLong<Long, ULONG> Next(ULONG celt, ITLocationInfo **ppElements,
        Long *pceltFetched) {
        return Next(celt, ppElements, tapi3::Narrow<Long>(pceltFetched));
    }

    /**
     * Goes back to the first element.
     *
     * Page: IEnumLocation::Reset (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Reset() = 0;

    /**
     * Leaves out the next elements.
     *
     * celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
     * Page: IEnumLocation::Skip (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Skip(ULONG celt) = 0;

    /**
     * Makes a second enumerator at the same position.
     *
     * ppEnum: receives it; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: IEnumLocation::Clone (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Clone(IEnumLocation **ppEnum) = 0;
};

/**
 * Walks over calling cards, for C and C++ clients.
 *
 * Comes from ITAddressTranslation::EnumerateCallingCards. A snapshot: it does not follow later
 * changes. Not for use by several threads at once: Clone it for each.
 * Page: IEnumCallingCard (tapi3if.h).
 */
struct IEnumCallingCard : public IUnknown {
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
    virtual HRESULT STDMETHODCALLTYPE Next(ULONG celt, ITCallingCard **ppElements, ULONG *pceltFetched) = 0;
    template <class Long> tapi3::WithLong<Long, ULONG> Next(ULONG celt, ITCallingCard **ppElements,
        Long *pceltFetched) {
        return Next(celt, ppElements, tapi3::Narrow<Long>(pceltFetched));
    }

    /**
     * Goes back to the first element.
     *
     * Page: IEnumCallingCard::Reset (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Reset() = 0;

    /**
     * Leaves out the next elements.
     *
     * celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
     * Page: IEnumCallingCard::Skip (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Skip(ULONG celt) = 0;

    /**
     * Makes a second enumerator at the same position.
     *
     * ppEnum: receives it; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: IEnumCallingCard::Clone (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Clone(IEnumCallingCard **ppEnum) = 0;
};

/**
 * Walks over streams, for C and C++ clients.
 *
 * Comes from ITStreamControl::EnumerateStreams. A snapshot: it does not follow later changes.
 * Not for use by several threads at once: Clone it for each.
 * Page: IEnumStream (tapi3if.h).
 */
struct IEnumStream : public IUnknown {
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
    virtual HRESULT STDMETHODCALLTYPE Next(ULONG celt, ITStream **ppElements, ULONG *pceltFetched) = 0;
    template <class Long> tapi3::WithLong<Long, ULONG> Next(ULONG celt, ITStream **ppElements,
        Long *pceltFetched) {
        return Next(celt, ppElements, tapi3::Narrow<Long>(pceltFetched));
    }

    /**
     * Goes back to the first element.
     *
     * Page: IEnumStream::Reset (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Reset() = 0;

    /**
     * Leaves out the next elements.
     *
     * celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
     * Page: IEnumStream::Skip (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Skip(ULONG celt) = 0;

    /**
     * Makes a second enumerator at the same position.
     *
     * ppEnum: receives it; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: IEnumStream::Clone (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Clone(IEnumStream **ppEnum) = 0;
};

/**
 * Walks over substreams, for C and C++ clients.
 *
 * Comes from ITSubStreamControl::EnumerateSubStreams. A snapshot: it does not follow later
 * changes. Not for use by several threads at once: Clone it for each.
 * Page: IEnumSubStream (tapi3if.h).
 */
struct IEnumSubStream : public IUnknown {
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
    virtual HRESULT STDMETHODCALLTYPE Next(ULONG celt, ITSubStream **ppElements, ULONG *pceltFetched) = 0;
    template <class Long> tapi3::WithLong<Long, ULONG> Next(ULONG celt, ITSubStream **ppElements,
        Long *pceltFetched) {
        return Next(celt, ppElements, tapi3::Narrow<Long>(pceltFetched));
    }

    /**
     * Goes back to the first element.
     *
     * Page: IEnumSubStream::Reset (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Reset() = 0;

    /**
     * Leaves out the next elements.
     *
     * celt: how many. Returns S_FALSE if there were fewer; the walk is then at its end.
     * Page: IEnumSubStream::Skip (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Skip(ULONG celt) = 0;

    /**
     * Makes a second enumerator at the same position.
     *
     * ppEnum: receives it; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: IEnumSubStream::Clone (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Clone(IEnumSubStream **ppEnum) = 0;
};

/**
 * TE_PRIVATE: an event of the provider's own kind.
 *
 * Read-only; E_POINTER for a NULL out-pointer. The provider's documentation explains it.
 * Page: ITPrivateEvent (tapi3if.h).
 */
struct ITPrivateEvent : public IDispatch {
    /**
     * Gives the address concerned.
     *
     * ppAddress: receives it, NULL if none; Release it.
     * Returns E_POINTER.
     * Page: ITPrivateEvent::get_Address (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_Address(ITAddress **ppAddress) = 0;

    /**
     * Gives the call concerned.
     *
     * ppCallInfo: receives it, NULL if none; Release it.
     * Returns E_POINTER.
     * Page: ITPrivateEvent::get_Call (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_Call(ITCallInfo **ppCallInfo) = 0;

    /**
     * Gives the call hub concerned.
     *
     * ppCallHub: receives it, NULL if none; Release it.
     * Returns E_POINTER.
     * Page: ITPrivateEvent::get_CallHub (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_CallHub(ITCallHub **ppCallHub) = 0;

    /**
     * Tells which of the provider's events this is.
     *
     * plEventCode: receives the provider's number for it.
     * Returns E_POINTER.
     * Page: ITPrivateEvent::get_EventCode (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_EventCode(LONG *plEventCode) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_EventCode(Long *plEventCode) {
        return get_EventCode(tapi3::Narrow<Long>(plEventCode));
    }

    /**
     * Gives the provider's own object with the details.
     *
     * pEventInterface: receives it, NULL if none; Release it.
     * Returns E_POINTER.
     * Page: ITPrivateEvent::get_EventInterface (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_EventInterface(IDispatch **pEventInterface) = 0;
};

/**
 * TE_PHONEEVENT: something happened on a phone.
 *
 * Which properties mean something depends on get_Event; the others give TAPI_E_WRONGEVENT.
 * Page: ITPhoneEvent (tapi3if.h).
 */
struct ITPhoneEvent : public IDispatch {
    /** Gives the phone; Release it. */
    virtual HRESULT STDMETHODCALLTYPE get_Phone(ITPhone **ppPhone) = 0;
    /** Tells what happened (PHONE_EVENT). */
    virtual HRESULT STDMETHODCALLTYPE get_Event(PHONE_EVENT *pEvent) = 0;
    /** Tells the state of the button, for PE_BUTTON. */
    virtual HRESULT STDMETHODCALLTYPE get_ButtonState(PHONE_BUTTON_STATE *pState) = 0;
    /** Tells the new hook-switch state, for PE_HOOKSWITCH. */
    virtual HRESULT STDMETHODCALLTYPE get_HookSwitchState(PHONE_HOOK_SWITCH_STATE *pState) = 0;
    /** Tells which hook-switch device changed, for PE_HOOKSWITCH. */
    virtual HRESULT STDMETHODCALLTYPE get_HookSwitchDevice(PHONE_HOOK_SWITCH_DEVICE *pDevice) = 0;
    /** Tells the new ring mode, for PE_RINGMODE. */
    virtual HRESULT STDMETHODCALLTYPE get_RingMode(LONG *plRingMode) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_RingMode(Long *plRingMode) {
        return get_RingMode(tapi3::Narrow<Long>(plRingMode));
    }
    /** Tells which button or lamp it was, for PE_BUTTON and PE_LAMPMODE. */
    virtual HRESULT STDMETHODCALLTYPE get_ButtonLampId(LONG *plButtonLampId) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_ButtonLampId(Long *plButtonLampId) {
        return get_ButtonLampId(tapi3::Narrow<Long>(plButtonLampId));
    }
    /** Tells the number dialled, for PE_NUMBERGATHERED; free it with SysFreeString. */
    virtual HRESULT STDMETHODCALLTYPE get_NumberGathered(BSTR *ppNumber) = 0;
    /** Gives the call concerned, for PE_ANSWER and PE_DISCONNECT; Release it. */
    virtual HRESULT STDMETHODCALLTYPE get_Call(ITCallInfo **ppCallInfo) = 0;
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
struct ITCallStateEvent : public IDispatch {
    /**
     * Gives the call.
     *
     * ppCallInfo: receives it, the same object that every event and method names; Release it.
     * Returns E_POINTER.
     * Page: ITCallStateEvent::get_Call (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_Call(ITCallInfo **ppCallInfo) = 0;

    /**
     * Tells the state that the call went into.
     *
     * pCallState: receives it (CALL_STATE). ITCallInfo::get_CallState may be ahead of it.
     * Returns E_POINTER.
     * Page: ITCallStateEvent::get_State (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_State(CALL_STATE *pCallState) = 0;

    /**
     * Tells why the call is in this state.
     *
     * pCEC: receives the cause (CALL_STATE_EVENT_CAUSE); CEC_NONE unless the state is
     * CS_DISCONNECTED.
     * Returns E_POINTER.
     * Page: ITCallStateEvent::get_Cause (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_Cause(CALL_STATE_EVENT_CAUSE *pCEC) = 0;

    /**
     * Gives back the value from the registration.
     *
     * plCallbackInstance: receives lCallbackInstance of ITTAPI::RegisterCallNotifications; 0
     * for a call without registration.
     * Returns E_POINTER.
     * Page: ITCallStateEvent::get_CallbackInstance (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_CallbackInstance(LONG *plCallbackInstance) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_CallbackInstance(Long *plCallbackInstance) {
        return get_CallbackInstance(tapi3::Narrow<Long>(plCallbackInstance));
    }
};

/**
 * TE_PHONEDEVSPECIFIC: an event of the provider's own kind on a phone.
 *
 * The provider's documentation explains the three numbers.
 * Page: ITPhoneDeviceSpecificEvent (tapi3if.h).
 */
struct ITPhoneDeviceSpecificEvent : public IDispatch {
    /** Gives the phone; Release it. */
    virtual HRESULT STDMETHODCALLTYPE get_Phone(ITPhone **ppPhone) = 0;
    /** Tells the provider's first number. */
    virtual HRESULT STDMETHODCALLTYPE get_lParam1(LONG *pParam1) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_lParam1(Long *pParam1) {
        return get_lParam1(tapi3::Narrow<Long>(pParam1));
    }
    /** Tells the provider's second number. */
    virtual HRESULT STDMETHODCALLTYPE get_lParam2(LONG *pParam2) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_lParam2(Long *pParam2) {
        return get_lParam2(tapi3::Narrow<Long>(pParam2));
    }
    /** Tells the provider's third number. */
    virtual HRESULT STDMETHODCALLTYPE get_lParam3(LONG *pParam3) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_lParam3(Long *pParam3) {
        return get_lParam3(tapi3::Narrow<Long>(pParam3));
    }
};

/**
 * TE_CALLMEDIA: a stream or terminal of a call changed.
 *
 * May still arrive some seconds after the call is disconnected. Read-only.
 * Page: ITCallMediaEvent (tapi3if.h).
 */
struct ITCallMediaEvent : public IDispatch {
    /**
     * Gives the call.
     *
     * ppCallInfo: receives it; Release it.
     * Returns E_POINTER.
     * Page: ITCallMediaEvent::get_Call (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_Call(ITCallInfo **ppCallInfo) = 0;

    /**
     * Tells what happened.
     *
     * pCallMediaEvent: receives it (CALL_MEDIA_EVENT).
     * Returns E_POINTER.
     * Page: ITCallMediaEvent::get_Event (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_Event(CALL_MEDIA_EVENT *pCallMediaEvent) = 0;

    /**
     * Tells the error behind a CME_STREAM_FAIL or CME_TERMINAL_FAIL.
     *
     * phrError: receives the HRESULT, S_OK for the other events.
     * Returns E_POINTER.
     * Page: ITCallMediaEvent::get_Error (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_Error(HRESULT *phrError) = 0;

    /**
     * Gives the terminal concerned.
     *
     * ppTerminal: receives it, NULL if none; Release it.
     * Returns E_POINTER.
     * Page: ITCallMediaEvent::get_Terminal (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_Terminal(ITTerminal **ppTerminal) = 0;

    /**
     * Gives the stream concerned.
     *
     * ppStream: receives it, NULL if none; Release it.
     * Returns E_POINTER.
     * Page: ITCallMediaEvent::get_Stream (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_Stream(ITStream **ppStream) = 0;

    /**
     * Tells why it happened.
     *
     * pCause: receives the cause (CALL_MEDIA_EVENT_CAUSE).
     * Returns E_POINTER.
     * Page: ITCallMediaEvent::get_Cause (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_Cause(CALL_MEDIA_EVENT_CAUSE *pCause) = 0;
};

/**
 * TE_DIGITEVENT: the far end pressed a key.
 *
 * Raised after ITLegacyCallMediaControl::DetectDigits.
 * Page: ITDigitDetectionEvent (tapi3if.h).
 */
struct ITDigitDetectionEvent : public IDispatch {
    /** Gives the call; Release it. */
    virtual HRESULT STDMETHODCALLTYPE get_Call(ITCallInfo **ppCallInfo) = 0;
    /** Tells the digit, as an ASCII character: 0 to 9, A to D, star or hash. */
    virtual HRESULT STDMETHODCALLTYPE get_Digit(BYTE *pucDigit) = 0;
    /** Tells how it was signalled (LINEDIGITMODE_). */
    virtual HRESULT STDMETHODCALLTYPE get_DigitMode(TAPI_DIGITMODE *pDigitMode) = 0;
    template <class Long> tapi3::WithLong<Long, TAPI_DIGITMODE> get_DigitMode(Long *pDigitMode) {
        return get_DigitMode(tapi3::Narrow<Long>(pDigitMode));
    }
    /** Tells when, in milliseconds of the system's running time. */
    virtual HRESULT STDMETHODCALLTYPE get_TickCount(LONG *plTickCount) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_TickCount(Long *plTickCount) {
        return get_TickCount(tapi3::Narrow<Long>(plTickCount));
    }
    /** Gives back lCallbackInstance of ITTAPI::RegisterCallNotifications. */
    virtual HRESULT STDMETHODCALLTYPE get_CallbackInstance(LONG *plCallbackInstance) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_CallbackInstance(Long *plCallbackInstance) {
        return get_CallbackInstance(tapi3::Narrow<Long>(plCallbackInstance));
    }
};

/**
 * TE_GENERATEEVENT: digits asked for with GenerateDigits have been sent.
 *
 * Page: ITDigitGenerationEvent (tapi3if.h).
 */
struct ITDigitGenerationEvent : public IDispatch {
    /** Gives the call; Release it. */
    virtual HRESULT STDMETHODCALLTYPE get_Call(ITCallInfo **ppCallInfo) = 0;
    /** Tells how it ended: 1 all sent (LINEGENERATETERM_DONE), 2 cancelled. */
    virtual HRESULT STDMETHODCALLTYPE get_GenerationTermination(LONG *plGenerationTermination) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_GenerationTermination(Long *plGenerationTermination) {
        return get_GenerationTermination(tapi3::Narrow<Long>(plGenerationTermination));
    }
    /** Tells when, in milliseconds of the system's running time. */
    virtual HRESULT STDMETHODCALLTYPE get_TickCount(LONG *plTickCount) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_TickCount(Long *plTickCount) {
        return get_TickCount(tapi3::Narrow<Long>(plTickCount));
    }
    /** Gives back lCallbackInstance of ITTAPI::RegisterCallNotifications. */
    virtual HRESULT STDMETHODCALLTYPE get_CallbackInstance(LONG *plCallbackInstance) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_CallbackInstance(Long *plCallbackInstance) {
        return get_CallbackInstance(tapi3::Narrow<Long>(plCallbackInstance));
    }
};

/**
 * TE_GATHERDIGITS: a GatherDigits has ended.
 *
 * Page: ITDigitsGatheredEvent (tapi3if.h).
 */
struct ITDigitsGatheredEvent : public IDispatch {
    /** Gives the call; Release it. */
    virtual HRESULT STDMETHODCALLTYPE get_Call(ITCallInfo **ppCallInfo) = 0;
    /** Tells the digits gathered so far, perhaps none; free it with SysFreeString. */
    virtual HRESULT STDMETHODCALLTYPE get_Digits(BSTR *ppDigits) = 0;
    /** Tells why it ended (TAPI_GATHERTERM). */
    virtual HRESULT STDMETHODCALLTYPE get_GatherTermination(TAPI_GATHERTERM *pGatherTermination) = 0;
    /** Tells when, in milliseconds of the system's running time. */
    virtual HRESULT STDMETHODCALLTYPE get_TickCount(LONG *plTickCount) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_TickCount(Long *plTickCount) {
        return get_TickCount(tapi3::Narrow<Long>(plTickCount));
    }
    /** Gives back lCallbackInstance of ITTAPI::RegisterCallNotifications. */
    virtual HRESULT STDMETHODCALLTYPE get_CallbackInstance(LONG *plCallbackInstance) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_CallbackInstance(Long *plCallbackInstance) {
        return get_CallbackInstance(tapi3::Narrow<Long>(plCallbackInstance));
    }
};

/**
 * TE_TONEEVENT: a tone asked for with DetectTones was heard.
 *
 * Page: ITToneDetectionEvent (tapi3if.h).
 */
struct ITToneDetectionEvent : public IDispatch {
    /** Gives the call; Release it. */
    virtual HRESULT STDMETHODCALLTYPE get_Call(ITCallInfo **ppCallInfo) = 0;
    /** Tells which tone: the number given to it beforehand (ITDetectTone::put_AppSpecific). */
    virtual HRESULT STDMETHODCALLTYPE get_AppSpecific(LONG *plAppSpecific) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_AppSpecific(Long *plAppSpecific) {
        return get_AppSpecific(tapi3::Narrow<Long>(plAppSpecific));
    }
    /** Tells when, in milliseconds of the system's running time. */
    virtual HRESULT STDMETHODCALLTYPE get_TickCount(LONG *plTickCount) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_TickCount(Long *plTickCount) {
        return get_TickCount(tapi3::Narrow<Long>(plTickCount));
    }
    /** Gives back lCallbackInstance of ITTAPI::RegisterCallNotifications. */
    virtual HRESULT STDMETHODCALLTYPE get_CallbackInstance(LONG *plCallbackInstance) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_CallbackInstance(Long *plCallbackInstance) {
        return get_CallbackInstance(tapi3::Narrow<Long>(plCallbackInstance));
    }
};

/**
 * TE_TAPIOBJECT: the TAPI object itself changed, such as a new address.
 *
 * Read-only.
 * Page: ITTAPIObjectEvent (tapi3if.h).
 */
struct ITTAPIObjectEvent : public IDispatch {
    /**
     * Gives the TAPI object.
     *
     * ppTAPIObject: receives it; Release it.
     * Returns E_POINTER.
     * Page: ITTAPIObjectEvent::get_TAPIObject (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_TAPIObject(ITTAPI **ppTAPIObject) = 0;

    /**
     * Tells what happened.
     *
     * pEvent: receives it (TAPIOBJECT_EVENT).
     * Returns E_POINTER.
     * Page: ITTAPIObjectEvent::get_Event (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_Event(TAPIOBJECT_EVENT *pEvent) = 0;

    /**
     * Gives the address that came, went or closed.
     *
     * ppAddress: receives it; Release it.
     * Returns TAPI_E_WRONGEVENT if the event is not about an address, E_POINTER.
     * Page: ITTAPIObjectEvent::get_Address (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_Address(ITAddress **ppAddress) = 0;

    /**
     * Gives back the value from the registration.
     *
     * plCallbackInstance: receives lCallbackInstance of ITTAPI::RegisterCallNotifications; 0
     * without registration.
     * Returns E_POINTER.
     * Page: ITTAPIObjectEvent::get_CallbackInstance (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_CallbackInstance(LONG *plCallbackInstance) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_CallbackInstance(Long *plCallbackInstance) {
        return get_CallbackInstance(tapi3::Narrow<Long>(plCallbackInstance));
    }
};

/**
 * TE_TAPIOBJECT with the phone concerned.
 *
 * QueryInterface of the event object.
 * Page: ITTAPIObjectEvent2 (tapi3if.h).
 */
struct ITTAPIObjectEvent2 : public ITTAPIObjectEvent {
    /**
     * Gives the phone that came or went.
     *
     * ppPhone: receives it; Release it.
     * Returns TAPI_E_WRONGEVENT if the event is not TE_PHONECREATE or TE_PHONEREMOVE,
     * E_POINTER.
     * Page: ITTAPIObjectEvent2::get_Phone (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_Phone(ITPhone **ppPhone) = 0;
};

/**
 * TE_CALLHUB: a call joined or left a hub, or a hub came or went idle.
 *
 * Raised while ITTAPI::SetCallHubTracking is on. Read-only.
 * Page: ITCallHubEvent (tapi3if.h).
 */
struct ITCallHubEvent : public IDispatch {
    /**
     * Tells what happened.
     *
     * pEvent: receives it (CALLHUB_EVENT).
     * Returns E_POINTER.
     * Page: ITCallHubEvent::get_Event (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_Event(CALLHUB_EVENT *pEvent) = 0;

    /**
     * Gives the hub.
     *
     * ppCallHub: receives it; Release it.
     * Returns E_POINTER.
     * Page: ITCallHubEvent::get_CallHub (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_CallHub(ITCallHub **ppCallHub) = 0;

    /**
     * Gives the call that joined or left.
     *
     * ppCall: receives it, NULL where no call of this program is concerned; Release it if not
     * NULL.
     * Returns E_POINTER.
     * Page: ITCallHubEvent::get_Call (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_Call(ITCallInfo **ppCall) = 0;
};

/**
 * TE_ADDRESS: an address changed.
 *
 * Read-only.
 * Page: ITAddressEvent (tapi3if.h).
 */
struct ITAddressEvent : public IDispatch {
    /**
     * Gives the address.
     *
     * ppAddress: receives it; Release it.
     * Returns E_POINTER.
     * Page: ITAddressEvent::get_Address (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_Address(ITAddress **ppAddress) = 0;

    /**
     * Tells what happened.
     *
     * pEvent: receives it (ADDRESS_EVENT).
     * Returns E_POINTER.
     * Page: ITAddressEvent::get_Event (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_Event(ADDRESS_EVENT *pEvent) = 0;

    /**
     * Gives the terminal that came or went.
     *
     * ppTerminal: receives it; Release it.
     * Returns TAPI_E_WRONGEVENT if the event is not AE_NEWTERMINAL or AE_REMOVETERMINAL,
     * E_POINTER.
     * Page: ITAddressEvent::get_Terminal (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_Terminal(ITTerminal **ppTerminal) = 0;
};

/**
 * TE_ADDRESSDEVSPECIFIC: an event of the provider's own kind on an address.
 *
 * The provider's documentation explains the three numbers.
 * Page: ITAddressDeviceSpecificEvent (tapi3if.h).
 */
struct ITAddressDeviceSpecificEvent : public IDispatch {
    /** Gives the address; Release it. */
    virtual HRESULT STDMETHODCALLTYPE get_Address(ITAddress **ppAddress) = 0;
    /** Gives the call concerned, NULL if none; Release it. */
    virtual HRESULT STDMETHODCALLTYPE get_Call(ITCallInfo **ppCall) = 0;
    /** Tells the provider's first number. */
    virtual HRESULT STDMETHODCALLTYPE get_lParam1(LONG *pParam1) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_lParam1(Long *pParam1) {
        return get_lParam1(tapi3::Narrow<Long>(pParam1));
    }
    /** Tells the provider's second number. */
    virtual HRESULT STDMETHODCALLTYPE get_lParam2(LONG *pParam2) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_lParam2(Long *pParam2) {
        return get_lParam2(tapi3::Narrow<Long>(pParam2));
    }
    /** Tells the provider's third number. */
    virtual HRESULT STDMETHODCALLTYPE get_lParam3(LONG *pParam3) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_lParam3(Long *pParam3) {
        return get_lParam3(tapi3::Narrow<Long>(pParam3));
    }
};

/**
 * TE_FILETERMINAL: playing or recording on a file terminal changed its state.
 *
 * Page: ITFileTerminalEvent (tapi3if.h).
 */
struct ITFileTerminalEvent : public IDispatch {
    /** Gives the file terminal; Release it. */
    virtual HRESULT STDMETHODCALLTYPE get_Terminal(ITTerminal **ppTerminal) = 0;
    /** Gives the track concerned, NULL if it is the whole terminal; Release it. */
    virtual HRESULT STDMETHODCALLTYPE get_Track(ITFileTrack **ppTrackTerminal) = 0;
    /** Gives the call; Release it. */
    virtual HRESULT STDMETHODCALLTYPE get_Call(ITCallInfo **ppCall) = 0;
    /** Tells the state that it went into (TERMINAL_MEDIA_STATE). */
    virtual HRESULT STDMETHODCALLTYPE get_State(TERMINAL_MEDIA_STATE *pState) = 0;
    /** Tells why (FT_STATE_EVENT_CAUSE). */
    virtual HRESULT STDMETHODCALLTYPE get_Cause(FT_STATE_EVENT_CAUSE *pCause) = 0;
    /** Tells the error code if a failure caused it, otherwise S_OK. */
    virtual HRESULT STDMETHODCALLTYPE get_Error(HRESULT *phrErrorCode) = 0;
};

/**
 * TE_TTSTERMINAL: a text-to-speech terminal reports an error.
 *
 * Page: ITTTSTerminalEvent (tapi3if.h).
 */
struct ITTTSTerminalEvent : public IDispatch {
    /** Gives the terminal; Release it. */
    virtual HRESULT STDMETHODCALLTYPE get_Terminal(ITTerminal **ppTerminal) = 0;
    /** Gives the call; Release it. */
    virtual HRESULT STDMETHODCALLTYPE get_Call(ITCallInfo **ppCall) = 0;
    /** Tells the error code. */
    virtual HRESULT STDMETHODCALLTYPE get_Error(HRESULT *phrErrorCode) = 0;
};

/**
 * TE_ASRTERMINAL: a speech-recognition terminal reports an error.
 *
 * Page: ITASRTerminalEvent (tapi3if.h).
 */
struct ITASRTerminalEvent : public IDispatch {
    /** Gives the terminal; Release it. */
    virtual HRESULT STDMETHODCALLTYPE get_Terminal(ITTerminal **ppTerminal) = 0;
    /** Gives the call; Release it. */
    virtual HRESULT STDMETHODCALLTYPE get_Call(ITCallInfo **ppCall) = 0;
    /** Tells the error code. */
    virtual HRESULT STDMETHODCALLTYPE get_Error(HRESULT *phrErrorCode) = 0;
};

/**
 * TE_TONETERMINAL: a tone terminal reports an error.
 *
 * Page: ITToneTerminalEvent (tapi3if.h).
 */
struct ITToneTerminalEvent : public IDispatch {
    /** Gives the terminal; Release it. */
    virtual HRESULT STDMETHODCALLTYPE get_Terminal(ITTerminal **ppTerminal) = 0;
    /** Gives the call; Release it. */
    virtual HRESULT STDMETHODCALLTYPE get_Call(ITCallInfo **ppCall) = 0;
    /** Tells the error code. */
    virtual HRESULT STDMETHODCALLTYPE get_Error(HRESULT *phrErrorCode) = 0;
};

/**
 * TE_QOSEVENT: the quality of service of a call changed or could not be had.
 *
 * Page: ITQOSEvent (tapi3if.h).
 */
struct ITQOSEvent : public IDispatch {
    /** Gives the call; Release it. */
    virtual HRESULT STDMETHODCALLTYPE get_Call(ITCallInfo **ppCall) = 0;
    /** Tells what happened (QOS_EVENT). */
    virtual HRESULT STDMETHODCALLTYPE get_Event(QOS_EVENT *pQosEvent) = 0;
    /** Tells which media it is about (TAPIMEDIATYPE_). */
    virtual HRESULT STDMETHODCALLTYPE get_MediaType(LONG *plMediaType) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_MediaType(Long *plMediaType) {
        return get_MediaType(tapi3::Narrow<Long>(plMediaType));
    }
};

/**
 * TE_CALLINFOCHANGE: something that ITCallInfo tells of a call is new.
 *
 * Read-only. Ask ITCallInfo for the new value.
 * Page: ITCallInfoChangeEvent (tapi3if.h).
 */
struct ITCallInfoChangeEvent : public IDispatch {
    /**
     * Gives the call.
     *
     * ppCall: receives it; Release it.
     * Returns E_POINTER.
     * Page: ITCallInfoChangeEvent::get_Call (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_Call(ITCallInfo **ppCall) = 0;

    /**
     * Tells what is new.
     *
     * pCIC: receives it (CALLINFOCHANGE_CAUSE), such as CIC_CALLERID.
     * Returns E_POINTER.
     * Page: ITCallInfoChangeEvent::get_Cause (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_Cause(CALLINFOCHANGE_CAUSE *pCIC) = 0;

    /**
     * Gives back the value from the registration.
     *
     * plCallbackInstance: receives lCallbackInstance of ITTAPI::RegisterCallNotifications; 0
     * for a call without registration.
     * Returns E_POINTER.
     * Page: ITCallInfoChangeEvent::get_CallbackInstance (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_CallbackInstance(LONG *plCallbackInstance) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_CallbackInstance(Long *plCallbackInstance) {
        return get_CallbackInstance(tapi3::Narrow<Long>(plCallbackInstance));
    }
};

/**
 * TE_REQUEST: another program asks this one to make a call (ITRequest::MakeCall).
 *
 * Every text is freed with SysFreeString.
 * Page: ITRequestEvent (tapi3if.h).
 */
struct ITRequestEvent : public IDispatch {
    /** Gives back lRegistrationInstance of ITTAPI::RegisterRequestRecipient. */
    virtual HRESULT STDMETHODCALLTYPE get_RegistrationInstance(LONG *plRegistrationInstance) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_RegistrationInstance(Long *plRegistrationInstance) {
        return get_RegistrationInstance(tapi3::Narrow<Long>(plRegistrationInstance));
    }
    /** Tells the kind of request (LINEREQUESTMODE_MAKECALL = 1). */
    virtual HRESULT STDMETHODCALLTYPE get_RequestMode(LONG *plRequestMode) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_RequestMode(Long *plRequestMode) {
        return get_RequestMode(tapi3::Narrow<Long>(plRequestMode));
    }
    /** Tells the number or address to call. */
    virtual HRESULT STDMETHODCALLTYPE get_DestAddress(BSTR *ppDestAddress) = 0;
    /** Tells the name of the program that asks. */
    virtual HRESULT STDMETHODCALLTYPE get_AppName(BSTR *ppAppName) = 0;
    /** Tells the name of the person to call. */
    virtual HRESULT STDMETHODCALLTYPE get_CalledParty(BSTR *ppCalledParty) = 0;
    /** Tells the remark of the program that asks. */
    virtual HRESULT STDMETHODCALLTYPE get_Comment(BSTR *ppComment) = 0;
};

/**
 * TE_CALLNOTIFICATION: a new call object is there: an incoming, handed-over or parked call.
 *
 * Comes before the first TE_CALLSTATE of the call, to programs that used
 * ITTAPI::RegisterCallNotifications. An incoming call is already in CS_OFFERING, so it may be
 * refused here; answer it when TE_CALLSTATE says CS_OFFERING. Read-only.
 * Page: ITCallNotificationEvent (tapi3if.h).
 */
struct ITCallNotificationEvent : public IDispatch {
    /**
     * Gives the new call.
     *
     * ppCall: receives it; Release it. Keep it for as long as its events are wanted.
     * Returns E_POINTER.
     * Page: ITCallNotificationEvent::get_Call (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_Call(ITCallInfo **ppCall) = 0;

    /**
     * Tells what the program may do with the call.
     *
     * pCallNotificationEvent: receives CNE_OWNER or CNE_MONITOR.
     * Returns E_POINTER.
     * Page: ITCallNotificationEvent::get_Event (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_Event(CALL_NOTIFICATION_EVENT *pCallNotificationEvent) = 0;

    /**
     * Gives back the value from the registration.
     *
     * plCallbackInstance: receives lCallbackInstance of ITTAPI::RegisterCallNotifications.
     * Returns E_POINTER.
     * Page: ITCallNotificationEvent::get_CallbackInstance (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_CallbackInstance(LONG *plCallbackInstance) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_CallbackInstance(Long *plCallbackInstance) {
        return get_CallbackInstance(tapi3::Narrow<Long>(plCallbackInstance));
    }
};

/**
 * Device ids and device settings of an address whose media TAPI does not stream.
 *
 * QueryInterface of the address; for C and C++ only. What it hands out is freed with
 * CoTaskMemFree. A device class is a name such as wave/in, wave/out or comm/datamodem.
 * Page: ITLegacyAddressMediaControl (tapi3if.h).
 */
struct ITLegacyAddressMediaControl : public IUnknown {
    /**
     * Reads the id of the address's device of one class.
     *
     * pDeviceClass: the class. pdwSize, ppDeviceID: receive the bytes and their number;
     * CoTaskMemFree.
     */
    virtual HRESULT STDMETHODCALLTYPE GetID(BSTR pDeviceClass, DWORD *pdwSize, BYTE **ppDeviceID) = 0;
    template <class Long> tapi3::WithLong<Long, DWORD> GetID(BSTR pDeviceClass, Long *pdwSize,
        BYTE **ppDeviceID) {
        return GetID(pDeviceClass, tapi3::Narrow<Long>(pdwSize), ppDeviceID);
    }

    /**
     * Reads the settings of the address's device of one class, as the provider lays them out.
     *
     * pDeviceClass: the class. pdwSize, ppDeviceConfig: receive the bytes and their number;
     * CoTaskMemFree.
     */
    virtual HRESULT STDMETHODCALLTYPE GetDevConfig(BSTR pDeviceClass, DWORD *pdwSize,
        BYTE **ppDeviceConfig) = 0;
    template <class Long> tapi3::WithLong<Long, DWORD> GetDevConfig(BSTR pDeviceClass, Long *pdwSize,
        BYTE **ppDeviceConfig) {
        return GetDevConfig(pDeviceClass, tapi3::Narrow<Long>(pdwSize), ppDeviceConfig);
    }

    /**
     * Puts settings back that GetDevConfig read.
     *
     * pDeviceClass: the class. dwSize, pDeviceConfig: the bytes and their number; stay the
     * caller's.
     */
    virtual HRESULT STDMETHODCALLTYPE SetDevConfig(BSTR pDeviceClass, DWORD dwSize, BYTE *pDeviceConfig) = 0;
};

/**
 * Dialogs for the device settings of an address.
 *
 * QueryInterface of the address; for C and C++ only.
 * Page: ITLegacyAddressMediaControl2 (tapi3if.h).
 */
struct ITLegacyAddressMediaControl2 : public ITLegacyAddressMediaControl {
    /**
     * Shows a dialog for the settings of the address's device of one class.
     *
     * hwndOwner: the owning window. pDeviceClass: the class.
     */
    virtual HRESULT STDMETHODCALLTYPE ConfigDialog(HWND hwndOwner, BSTR pDeviceClass) = 0;

    /**
     * Shows a dialog for given settings and hands the changed ones out.
     *
     * hwndOwner: the owning window. pDeviceClass: the class. dwSizeIn, pDeviceConfigIn: the
     * settings from GetDevConfig. pdwSizeOut, ppDeviceConfigOut: receive the new ones;
     * CoTaskMemFree.
     */
    virtual HRESULT STDMETHODCALLTYPE ConfigDialogEdit(HWND hwndOwner, BSTR pDeviceClass, DWORD dwSizeIn,
        BYTE *pDeviceConfigIn, DWORD *pdwSizeOut, BYTE **ppDeviceConfigOut) = 0;
    template <class Long> tapi3::WithLong<Long, DWORD> ConfigDialogEdit(HWND hwndOwner, BSTR pDeviceClass,
        DWORD dwSizeIn, BYTE *pDeviceConfigIn, Long *pdwSizeOut, BYTE **ppDeviceConfigOut) {
        return ConfigDialogEdit(hwndOwner, pDeviceClass, dwSizeIn, pDeviceConfigIn,
            tapi3::Narrow<Long>(pdwSizeOut), ppDeviceConfigOut);
    }
};

/**
 * Digits and media types of a call.
 *
 * QueryInterface of the call object. Wants a live call, otherwise TAPI_E_INVALCALLSTATE.
 * Page: ITLegacyCallMediaControl (tapi3if.h).
 */
struct ITLegacyCallMediaControl : public IDispatch {
    /**
     * Begins to report the keys that the far end presses, as TE_DIGITEVENT.
     *
     * DigitMode: LINEDIGITMODE_ bits, OR-ed; 0 stops it. TE_DIGITEVENT must be in the event
     * filter.
     */
    virtual HRESULT STDMETHODCALLTYPE DetectDigits(TAPI_DIGITMODE DigitMode) = 0;

    /**
     * Sends digits to the far end.
     *
     * pDigits: 0 to 9, star and hash, for DTMF also A to D; a comma pauses. DigitMode:
     * LINEDIGITMODE_PULSE or LINEDIGITMODE_DTMF. TE_GENERATEEVENT says when they are sent.
     */
    virtual HRESULT STDMETHODCALLTYPE GenerateDigits(BSTR pDigits, TAPI_DIGITMODE DigitMode) = 0;

    /**
     * Reads the id of the call's device of one class.
     *
     * pDeviceClass: the class, such as wave/in. pdwSize, ppDeviceID: receive the bytes and
     * their number; CoTaskMemFree.
     */
    virtual HRESULT STDMETHODCALLTYPE GetID(BSTR pDeviceClass, DWORD *pdwSize, BYTE **ppDeviceID) = 0;
    template <class Long> tapi3::WithLong<Long, DWORD> GetID(BSTR pDeviceClass, Long *pdwSize,
        BYTE **ppDeviceID) {
        return GetID(pDeviceClass, tapi3::Narrow<Long>(pdwSize), ppDeviceID);
    }

    /**
     * Sets the media type of the call, where the provider cannot find it out.
     *
     * lMediaType: one TAPIMEDIATYPE_ bit.
     */
    virtual HRESULT STDMETHODCALLTYPE SetMediaType(LONG lMediaType) = 0;

    /**
     * Begins to detect the media type of the call.
     *
     * lMediaType: the TAPIMEDIATYPE_ bits to look for, OR-ed; 0 stops it.
     */
    virtual HRESULT STDMETHODCALLTYPE MonitorMedia(LONG lMediaType) = 0;
};

/**
 * Digits and tones of a call, with durations, gathering and tone detection.
 *
 * QueryInterface of the call object. Wants a live call, otherwise TAPI_E_INVALCALLSTATE.
 * Page: ITLegacyCallMediaControl2 (tapi3if.h).
 */
struct ITLegacyCallMediaControl2 : public ITLegacyCallMediaControl {
    /**
     * Sends digits of a given duration to the far end.
     *
     * pDigits, DigitMode: as for GenerateDigits. lDuration: of each digit and of each gap, in
     * milliseconds; 0 for the usual.
     */
    virtual HRESULT STDMETHODCALLTYPE GenerateDigits2(BSTR pDigits, TAPI_DIGITMODE DigitMode,
        LONG lDuration) = 0;

    /**
     * Collects digits from the far end and reports them together, as TE_GATHERDIGITS.
     *
     * DigitMode: LINEDIGITMODE_ bits. lNumDigits: how many; 0 cancels. pTerminationDigits:
     * digits that end it early. lFirstDigitTimeout, lInterDigitTimeout: in milliseconds, from
     * AC_GATHERDIGITSMINTIMEOUT to AC_GATHERDIGITSMAXTIMEOUT. One gathering at a time: another
     * one cancels the first.
     */
    virtual HRESULT STDMETHODCALLTYPE GatherDigits(TAPI_DIGITMODE DigitMode, LONG lNumDigits,
        BSTR pTerminationDigits, LONG lFirstDigitTimeout, LONG lInterDigitTimeout) = 0;

    /**
     * Begins to report tones, as TE_TONEEVENT, for C and C++ clients.
     *
     * pToneList, lNumTones: the tones; NULL and 0 stop it.
     */
    virtual HRESULT STDMETHODCALLTYPE DetectTones(TAPI_DETECTTONE *pToneList, LONG lNumTones) = 0;

    /**
     * Begins to report tones, as TE_TONEEVENT, for Automation clients.
     *
     * pDetectToneCollection: a collection of ITDetectTone; NULL stops it.
     */
    virtual HRESULT STDMETHODCALLTYPE DetectTonesByCollection(ITCollection2 *pDetectToneCollection) = 0;

    /**
     * Sends a ready-made tone to the far end.
     *
     * ToneMode: which one. lDuration: in milliseconds; 0 for the usual, mostly without end.
     */
    virtual HRESULT STDMETHODCALLTYPE GenerateTone(TAPI_TONEMODE ToneMode, LONG lDuration) = 0;

    /**
     * Sends a tone of one's own, for C and C++ clients.
     *
     * pToneList, lNumTones: the tone's parts. lDuration: in milliseconds; 0 for without end.
     */
    virtual HRESULT STDMETHODCALLTYPE GenerateCustomTones(TAPI_CUSTOMTONE *pToneList, LONG lNumTones,
        LONG lDuration) = 0;

    /**
     * Sends a tone of one's own, for Automation clients.
     *
     * pCustomToneCollection: a collection of ITCustomTone. lDuration: in milliseconds; 0 for
     * without end.
     */
    virtual HRESULT STDMETHODCALLTYPE GenerateCustomTonesByCollection(ITCollection2 *pCustomToneCollection,
        LONG lDuration) = 0;
    /** Makes an empty tone for DetectTonesByCollection; Release it. */
    virtual HRESULT STDMETHODCALLTYPE CreateDetectToneObject(ITDetectTone **ppDetectTone) = 0;
    /** Makes an empty tone for GenerateCustomTonesByCollection; Release it. */
    virtual HRESULT STDMETHODCALLTYPE CreateCustomToneObject(ITCustomTone **ppCustomTone) = 0;

    /**
     * Reads the id of the call's device of one class, for Automation clients.
     *
     * bstrDeviceClass: the class. pVarDeviceID: receives VT_ARRAY of VT_UI1; VariantClear.
     */
    virtual HRESULT STDMETHODCALLTYPE GetIDAsVariant(BSTR bstrDeviceClass, VARIANT *pVarDeviceID) = 0;
};

/**
 * A tone to be detected: up to three frequencies.
 *
 * Made by ITLegacyCallMediaControl2::CreateDetectToneObject.
 * Page: ITDetectTone (tapi3if.h).
 */
struct ITDetectTone : public IDispatch {
    /** Tells the number that TE_TONEEVENT gives back. */
    virtual HRESULT STDMETHODCALLTYPE get_AppSpecific(LONG *plAppSpecific) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_AppSpecific(Long *plAppSpecific) {
        return get_AppSpecific(tapi3::Narrow<Long>(plAppSpecific));
    }
    /** Sets the number that TE_TONEEVENT gives back. */
    virtual HRESULT STDMETHODCALLTYPE put_AppSpecific(LONG lAppSpecific) = 0;
    /** Tells how long the tone must last before it counts, in milliseconds. */
    virtual HRESULT STDMETHODCALLTYPE get_Duration(LONG *plDuration) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_Duration(Long *plDuration) {
        return get_Duration(tapi3::Narrow<Long>(plDuration));
    }
    /** Sets how long the tone must last before it counts, in milliseconds. */
    virtual HRESULT STDMETHODCALLTYPE put_Duration(LONG lDuration) = 0;
    /** Tells one of the three frequencies, in hertz. */
    virtual HRESULT STDMETHODCALLTYPE get_Frequency(LONG Index, LONG *plFrequency) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_Frequency(LONG Index, Long *plFrequency) {
        return get_Frequency(Index, tapi3::Narrow<Long>(plFrequency));
    }
    /** Sets one of the three frequencies, in hertz; 0 for unused, all three 0 for silence. */
    virtual HRESULT STDMETHODCALLTYPE put_Frequency(LONG Index, LONG lFrequency) = 0;
};

/**
 * One part of a tone to be sent: a frequency and its rhythm.
 *
 * Made by ITLegacyCallMediaControl2::CreateCustomToneObject.
 * Page: ITCustomTone (tapi3if.h).
 */
struct ITCustomTone : public IDispatch {
    /** Tells the frequency, in hertz. */
    virtual HRESULT STDMETHODCALLTYPE get_Frequency(LONG *plFrequency) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_Frequency(Long *plFrequency) {
        return get_Frequency(tapi3::Narrow<Long>(plFrequency));
    }
    /** Sets the frequency, in hertz; 0 for silence. */
    virtual HRESULT STDMETHODCALLTYPE put_Frequency(LONG lFrequency) = 0;
    /** Tells how long it sounds in each turn, in milliseconds. */
    virtual HRESULT STDMETHODCALLTYPE get_CadenceOn(LONG *plCadenceOn) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_CadenceOn(Long *plCadenceOn) {
        return get_CadenceOn(tapi3::Narrow<Long>(plCadenceOn));
    }
    /** Sets how long it sounds in each turn, in milliseconds. */
    virtual HRESULT STDMETHODCALLTYPE put_CadenceOn(LONG CadenceOn) = 0;
    /** Tells how long it is silent in each turn, in milliseconds. */
    virtual HRESULT STDMETHODCALLTYPE get_CadenceOff(LONG *plCadenceOff) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_CadenceOff(Long *plCadenceOff) {
        return get_CadenceOff(tapi3::Narrow<Long>(plCadenceOff));
    }
    /** Sets how long it is silent in each turn, in milliseconds; 0 for a steady tone. */
    virtual HRESULT STDMETHODCALLTYPE put_CadenceOff(LONG lCadenceOff) = 0;
    /** Tells the volume, from 0 (silence) to 0xFFFF (full). */
    virtual HRESULT STDMETHODCALLTYPE get_Volume(LONG *plVolume) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_Volume(Long *plVolume) {
        return get_Volume(tapi3::Narrow<Long>(plVolume));
    }
    /** Sets the volume, from 0 (silence) to 0xFFFF (full). */
    virtual HRESULT STDMETHODCALLTYPE put_Volume(LONG lVolume) = 0;
};

/**
 * Tells what the wave device of a call can do.
 *
 * QueryInterface of the call object.
 * Page: ITLegacyWaveSupport (tapi3if.h).
 */
struct ITLegacyWaveSupport : public IDispatch {
    /** Tells whether the wave device can play and record at once (FULLDUPLEX_SUPPORT). */
    virtual HRESULT STDMETHODCALLTYPE IsFullDuplex(FULLDUPLEX_SUPPORT *pSupport) = 0;
};

/**
 * A phone device: handset, hook switch, buttons, lamps, display and ringer.
 *
 * Comes from ITTAPI2::EnumeratePhones or ITAddress2. Most methods want Open first, otherwise
 * TAPI_E_PHONENOTOPEN. What is handed out is freed as usual: Release, SysFreeString,
 * VariantClear, CoTaskMemFree.
 * Page: ITPhone (tapi3if.h).
 */
struct ITPhone : public IDispatch {
    /** Opens the phone, to control (PP_OWNER) or only to watch it (PP_MONITOR). */
    virtual HRESULT STDMETHODCALLTYPE Open(PHONE_PRIVILEGE Privilege) = 0;
    /** Closes the phone; its events end. */
    virtual HRESULT STDMETHODCALLTYPE Close() = 0;
    /** Lists the addresses that can be used with the phone, as an ITCollection in VT_DISPATCH. */
    virtual HRESULT STDMETHODCALLTYPE get_Addresses(VARIANT *pAddresses) = 0;
    /** Lists the addresses that can be used with the phone, for C and C++ clients. */
    virtual HRESULT STDMETHODCALLTYPE EnumerateAddresses(IEnumAddress **ppEnumAddress) = 0;
    /** Reads one capability that is a number (PHONECAPS_LONG). */
    virtual HRESULT STDMETHODCALLTYPE get_PhoneCapsLong(PHONECAPS_LONG pclCap, LONG *plCapability) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_PhoneCapsLong(PHONECAPS_LONG pclCap,
        Long *plCapability) {
        return get_PhoneCapsLong(pclCap, tapi3::Narrow<Long>(plCapability));
    }
    /** Reads one capability that is a text (PHONECAPS_STRING). */
    virtual HRESULT STDMETHODCALLTYPE get_PhoneCapsString(PHONECAPS_STRING pcsCap, BSTR *ppCapability) = 0;
    /** Lists the phone's terminals that pAddress can use, as an ITCollection in VT_DISPATCH. */
    virtual HRESULT STDMETHODCALLTYPE get_Terminals(ITAddress *pAddress, VARIANT *pTerminals) = 0;
    /** Lists the phone's terminals that pAddress can use, for C and C++ clients. */
    virtual HRESULT STDMETHODCALLTYPE EnumerateTerminals(ITAddress *pAddress,
        IEnumTerminal **ppEnumTerminal) = 0;
    /** Tells what kind of button lButtonID is. */
    virtual HRESULT STDMETHODCALLTYPE get_ButtonMode(LONG lButtonID, PHONE_BUTTON_MODE *pButtonMode) = 0;
    /** Sets what kind of button lButtonID is. */
    virtual HRESULT STDMETHODCALLTYPE put_ButtonMode(LONG lButtonID, PHONE_BUTTON_MODE ButtonMode) = 0;
    /** Tells what button lButtonID does. */
    virtual HRESULT STDMETHODCALLTYPE get_ButtonFunction(LONG lButtonID,
        PHONE_BUTTON_FUNCTION *pButtonFunction) = 0;
    /** Sets what button lButtonID does. */
    virtual HRESULT STDMETHODCALLTYPE put_ButtonFunction(LONG lButtonID,
        PHONE_BUTTON_FUNCTION ButtonFunction) = 0;
    /** Tells the label of button lButtonID. */
    virtual HRESULT STDMETHODCALLTYPE get_ButtonText(LONG lButtonID, BSTR *ppButtonText) = 0;
    /** Sets the label of button lButtonID. */
    virtual HRESULT STDMETHODCALLTYPE put_ButtonText(LONG lButtonID, BSTR bstrButtonText) = 0;
    /** Tells whether button lButtonID is pressed. */
    virtual HRESULT STDMETHODCALLTYPE get_ButtonState(LONG lButtonID, PHONE_BUTTON_STATE *pButtonState) = 0;
    /** Tells the state of one hook-switch device. */
    virtual HRESULT STDMETHODCALLTYPE get_HookSwitchState(PHONE_HOOK_SWITCH_DEVICE HookSwitchDevice,
        PHONE_HOOK_SWITCH_STATE *pHookSwitchState) = 0;
    /** Sets the state of one hook-switch device, where the phone lets programs do so. */
    virtual HRESULT STDMETHODCALLTYPE put_HookSwitchState(PHONE_HOOK_SWITCH_DEVICE HookSwitchDevice,
        PHONE_HOOK_SWITCH_STATE HookSwitchState) = 0;
    /** Sets the ring mode, from 0 to one less than PCL_NUMRINGMODES. */
    virtual HRESULT STDMETHODCALLTYPE put_RingMode(LONG lRingMode) = 0;
    /** Tells the ring mode. */
    virtual HRESULT STDMETHODCALLTYPE get_RingMode(LONG *plRingMode) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_RingMode(Long *plRingMode) {
        return get_RingMode(tapi3::Narrow<Long>(plRingMode));
    }
    /** Sets the ring volume, from 0 (silence) to 0xFFFF (full). */
    virtual HRESULT STDMETHODCALLTYPE put_RingVolume(LONG lRingVolume) = 0;
    /** Tells the ring volume, from 0 (silence) to 0xFFFF (full). */
    virtual HRESULT STDMETHODCALLTYPE get_RingVolume(LONG *plRingVolume) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_RingVolume(Long *plRingVolume) {
        return get_RingVolume(tapi3::Narrow<Long>(plRingVolume));
    }
    /** Tells how this program has opened the phone. */
    virtual HRESULT STDMETHODCALLTYPE get_Privilege(PHONE_PRIVILEGE *pPrivilege) = 0;
    /** Reads one capability that is a block of bytes, for C and C++ clients; CoTaskMemFree. */
    virtual HRESULT STDMETHODCALLTYPE GetPhoneCapsBuffer(PHONECAPS_BUFFER pcbCaps, DWORD *pdwSize,
        BYTE **ppPhoneCapsBuffer) = 0;
    template <class Long> tapi3::WithLong<Long, DWORD> GetPhoneCapsBuffer(PHONECAPS_BUFFER pcbCaps,
        Long *pdwSize, BYTE **ppPhoneCapsBuffer) {
        return GetPhoneCapsBuffer(pcbCaps, tapi3::Narrow<Long>(pdwSize), ppPhoneCapsBuffer);
    }
    /** Reads one capability that is a block of bytes, as VT_ARRAY of VT_UI1. */
    virtual HRESULT STDMETHODCALLTYPE get_PhoneCapsBuffer(PHONECAPS_BUFFER pcbCaps, VARIANT *pVarBuffer) = 0;
    /** Tells how lamp lLampID shines. */
    virtual HRESULT STDMETHODCALLTYPE get_LampMode(LONG lLampID, PHONE_LAMP_MODE *pLampMode) = 0;
    /** Sets how lamp lLampID shines. */
    virtual HRESULT STDMETHODCALLTYPE put_LampMode(LONG lLampID, PHONE_LAMP_MODE LampMode) = 0;
    /** Reads the text on the display, its rows one after the other. */
    virtual HRESULT STDMETHODCALLTYPE get_Display(BSTR *pbstrDisplay) = 0;
    /** Writes bstrDisplay on the display, from row lRow and column lColumn, both from 0. */
    virtual HRESULT STDMETHODCALLTYPE SetDisplay(LONG lRow, LONG lColumn, BSTR bstrDisplay) = 0;
    /** Lists the addresses that recommend this phone, as an ITCollection in VT_DISPATCH. */
    virtual HRESULT STDMETHODCALLTYPE get_PreferredAddresses(VARIANT *pAddresses) = 0;
    /** Lists the addresses that recommend this phone, for C and C++ clients. */
    virtual HRESULT STDMETHODCALLTYPE EnumeratePreferredAddresses(IEnumAddress **ppEnumAddress) = 0;
    /** Sends the provider dwSize bytes of its own kind, for C and C++ clients. */
    virtual HRESULT STDMETHODCALLTYPE DeviceSpecific(BYTE *pParams, DWORD dwSize) = 0;
    /** Sends the provider bytes of its own kind, as VT_ARRAY of VT_UI1. */
    virtual HRESULT STDMETHODCALLTYPE DeviceSpecificVariant(VARIANT varDevSpecificByteArray) = 0;

    /**
     * Agrees with the provider on a version of its device-specific requests.
     *
     * lLowVersion, lHighVersion: the versions that the program knows, each as major in the
     * upper and minor in the lower 16 bits. plExtVersion: receives the one agreed on.
     */
    virtual HRESULT STDMETHODCALLTYPE NegotiateExtVersion(LONG lLowVersion, LONG lHighVersion,
        LONG *plExtVersion) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> NegotiateExtVersion(LONG lLowVersion, LONG lHighVersion,
        Long *plExtVersion) {
        return NegotiateExtVersion(lLowVersion, lHighVersion, tapi3::Narrow<Long>(plExtVersion));
    }
};

/**
 * Lets the library run the phone: tones, ringing, volume keys and the call in hand.
 *
 * QueryInterface of the phone. Wants a phone opened as PP_OWNER.
 * Page: ITAutomatedPhoneControl (tapi3if.h).
 */
struct ITAutomatedPhoneControl : public IDispatch {
    /** Plays a tone on the phone; lDuration in milliseconds, 0 until StopTone. */
    virtual HRESULT STDMETHODCALLTYPE StartTone(PHONE_TONE Tone, LONG lDuration) = 0;
    /** Stops the tone. */
    virtual HRESULT STDMETHODCALLTYPE StopTone() = 0;
    /** Tells which tone plays; PT_SILENCE for none. */
    virtual HRESULT STDMETHODCALLTYPE get_Tone(PHONE_TONE *pTone) = 0;
    /** Rings the phone; lRingMode depends on the phone, lDuration in ms, 0 until StopRinger. */
    virtual HRESULT STDMETHODCALLTYPE StartRinger(LONG lRingMode, LONG lDuration) = 0;
    /** Stops the ringing. */
    virtual HRESULT STDMETHODCALLTYPE StopRinger() = 0;
    /** Tells whether the phone rings. */
    virtual HRESULT STDMETHODCALLTYPE get_Ringer(VARIANT_BOOL *pfRinging) = 0;
    /** Turns the handling of the phone by the library on or off. */
    virtual HRESULT STDMETHODCALLTYPE put_PhoneHandlingEnabled(VARIANT_BOOL fEnabled) = 0;
    /** Tells whether the library handles the phone. */
    virtual HRESULT STDMETHODCALLTYPE get_PhoneHandlingEnabled(VARIANT_BOOL *pfEnabled) = 0;
    /** Sets how long after the last digit a number counts as whole, in milliseconds. */
    virtual HRESULT STDMETHODCALLTYPE put_AutoEndOfNumberTimeout(LONG lTimeout) = 0;
    /** Tells how long after the last digit a number counts as whole, in milliseconds. */
    virtual HRESULT STDMETHODCALLTYPE get_AutoEndOfNumberTimeout(LONG *plTimeout) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_AutoEndOfNumberTimeout(Long *plTimeout) {
        return get_AutoEndOfNumberTimeout(tapi3::Narrow<Long>(plTimeout));
    }
    /** Turns the dial tone that plays by itself when the phone goes off hook on or off. */
    virtual HRESULT STDMETHODCALLTYPE put_AutoDialtone(VARIANT_BOOL fEnabled) = 0;
    /** Tells whether the dial tone plays by itself when the phone goes off hook. */
    virtual HRESULT STDMETHODCALLTYPE get_AutoDialtone(VARIANT_BOOL *pfEnabled) = 0;
    /** Turns the stopping of tones when the phone goes on hook on or off. */
    virtual HRESULT STDMETHODCALLTYPE put_AutoStopTonesOnOnHook(VARIANT_BOOL fEnabled) = 0;
    /** Tells whether tones stop when the phone goes on hook. */
    virtual HRESULT STDMETHODCALLTYPE get_AutoStopTonesOnOnHook(VARIANT_BOOL *pfEnabled) = 0;
    /** Turns the stopping of the ringer when the phone goes off hook on or off. */
    virtual HRESULT STDMETHODCALLTYPE put_AutoStopRingOnOffHook(VARIANT_BOOL fEnabled) = 0;
    /** Tells whether the ringer stops when the phone goes off hook. */
    virtual HRESULT STDMETHODCALLTYPE get_AutoStopRingOnOffHook(VARIANT_BOOL *pfEnabled) = 0;
    /** Turns tones for the keys that are pressed on or off. */
    virtual HRESULT STDMETHODCALLTYPE put_AutoKeypadTones(VARIANT_BOOL fEnabled) = 0;
    /** Tells whether keys that are pressed make tones. */
    virtual HRESULT STDMETHODCALLTYPE get_AutoKeypadTones(VARIANT_BOOL *pfEnabled) = 0;
    /** Sets how long a key's tone lasts at least, in milliseconds. */
    virtual HRESULT STDMETHODCALLTYPE put_AutoKeypadTonesMinimumDuration(LONG lDuration) = 0;
    /** Tells how long a key's tone lasts at least, in milliseconds. */
    virtual HRESULT STDMETHODCALLTYPE get_AutoKeypadTonesMinimumDuration(LONG *plDuration) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_AutoKeypadTonesMinimumDuration(Long *plDuration) {
        return get_AutoKeypadTonesMinimumDuration(tapi3::Narrow<Long>(plDuration));
    }
    /** Turns the effect of the volume keys on or off. */
    virtual HRESULT STDMETHODCALLTYPE put_AutoVolumeControl(VARIANT_BOOL fEnabled) = 0;
    /** Tells whether the volume keys have effect. */
    virtual HRESULT STDMETHODCALLTYPE get_AutoVolumeControl(VARIANT_BOOL *fEnabled) = 0;
    /** Sets how far one press of a volume key goes, of a range of 0xFFFF; 4096 at the start. */
    virtual HRESULT STDMETHODCALLTYPE put_AutoVolumeControlStep(LONG lStepSize) = 0;
    /** Tells how far one press of a volume key goes, of a range of 0xFFFF. */
    virtual HRESULT STDMETHODCALLTYPE get_AutoVolumeControlStep(LONG *plStepSize) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_AutoVolumeControlStep(Long *plStepSize) {
        return get_AutoVolumeControlStep(tapi3::Narrow<Long>(plStepSize));
    }
    /** Sets how long a volume key must be held before it repeats, in milliseconds. */
    virtual HRESULT STDMETHODCALLTYPE put_AutoVolumeControlRepeatDelay(LONG lDelay) = 0;
    /** Tells how long a volume key must be held before it repeats, in milliseconds. */
    virtual HRESULT STDMETHODCALLTYPE get_AutoVolumeControlRepeatDelay(LONG *plDelay) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_AutoVolumeControlRepeatDelay(Long *plDelay) {
        return get_AutoVolumeControlRepeatDelay(tapi3::Narrow<Long>(plDelay));
    }
    /** Sets the time between the repeats of a volume key, in milliseconds. */
    virtual HRESULT STDMETHODCALLTYPE put_AutoVolumeControlRepeatPeriod(LONG lPeriod) = 0;
    /** Tells the time between the repeats of a volume key, in milliseconds. */
    virtual HRESULT STDMETHODCALLTYPE get_AutoVolumeControlRepeatPeriod(LONG *plPeriod) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_AutoVolumeControlRepeatPeriod(Long *plPeriod) {
        return get_AutoVolumeControlRepeatPeriod(tapi3::Narrow<Long>(plPeriod));
    }

    /**
     * Ties a call to the phone: lifting answers it, hanging up disconnects it.
     *
     * pCall: a call that this program owns; the phone keeps a reference.
     * fSelectDefaultTerminals: VARIANT_TRUE to use the phone's terminals for it; if one fails,
     * all fails.
     */
    virtual HRESULT STDMETHODCALLTYPE SelectCall(ITCallInfo *pCall, VARIANT_BOOL fSelectDefaultTerminals) = 0;
    /** Unties a call from the phone; happens by itself when the call is disconnected. */
    virtual HRESULT STDMETHODCALLTYPE UnselectCall(ITCallInfo *pCall) = 0;
    /** Lists the calls tied to the phone, for C and C++ clients. */
    virtual HRESULT STDMETHODCALLTYPE EnumerateSelectedCalls(IEnumCall **ppCallEnum) = 0;
    /** Lists the calls tied to the phone, as an ITCollection in VT_DISPATCH. */
    virtual HRESULT STDMETHODCALLTYPE get_SelectedCalls(VARIANT *pVariant) = 0;
};

/**
 * Several streams that run together. No object of this library has it.
 *
 * Page: IMultiMediaStream (mmstream.h).
 */
struct IMultiMediaStream : public IUnknown {
    /** Tells what it can do, and its type. */
    virtual HRESULT STDMETHODCALLTYPE GetInformation(DWORD *pdwFlags, STREAM_TYPE *pStreamType) = 0;
    template <class Long> tapi3::WithLong<Long, DWORD> GetInformation(Long *pdwFlags,
        STREAM_TYPE *pStreamType) {
        return GetInformation(tapi3::Narrow<Long>(pdwFlags), pStreamType);
    }
    /** Gives the stream of a purpose; Release it. */
    virtual HRESULT STDMETHODCALLTYPE GetMediaStream(REFGUID idPurpose, IMediaStream **ppMediaStream) = 0;
    /** Gives a stream by its number; Release it. */
    virtual HRESULT STDMETHODCALLTYPE EnumMediaStreams(LONG Index, IMediaStream **ppMediaStream) = 0;
    /** Tells whether it runs. */
    virtual HRESULT STDMETHODCALLTYPE GetState(STREAM_STATE *pCurrentState) = 0;
    /** Lets it run, or stand. */
    virtual HRESULT STDMETHODCALLTYPE SetState(STREAM_STATE NewState) = 0;
    /** Tells the time, in units of 100 ns. */
    virtual HRESULT STDMETHODCALLTYPE GetTime(LONGLONG *pCurrentTime) = 0;
    /** Tells how long it is, in units of 100 ns. */
    virtual HRESULT STDMETHODCALLTYPE GetDuration(LONGLONG *pDuration) = 0;
    /** Goes to a time, in units of 100 ns. */
    virtual HRESULT STDMETHODCALLTYPE Seek(LONGLONG SeekTime) = 0;
    /** Gives the event that is signalled at the end. */
    virtual HRESULT STDMETHODCALLTYPE GetEndOfStreamEventHandle(HANDLE *phEOS) = 0;
};

/**
 * Sound that a program writes or reads in samples, each a buffer of many sound samples.
 *
 * QueryInterface of a media streaming terminal (CreateTerminal with CLSID_MediaStreamTerminal).
 * Page: IMediaStream (mmstream.h).
 */
struct IMediaStream : public IUnknown {
    /** Gives the multimedia stream that it is part of; Release it. */
    virtual HRESULT STDMETHODCALLTYPE GetMultiMediaStream(IMultiMediaStream **ppMultiMediaStream) = 0;

    /**
     * Tells what the stream is.
     *
     * pPurposeId: receives MSPID_PrimaryAudio; NULL if not wanted. pType: receives
     * STREAMTYPE_WRITE for a terminal that goes towards the far end (TD_CAPTURE), and
     * STREAMTYPE_READ for one from there; NULL if not wanted.
     */
    virtual HRESULT STDMETHODCALLTYPE GetInformation(GUID *pPurposeId, STREAM_TYPE *pType) = 0;

    /**
     * Gives the stream the format of another.
     *
     * pStreamThatHasDesiredFormat: a stream of this library. dwFlags: 0.
     * Returns MS_E_INCOMPATIBLE for any other stream.
     */
    virtual HRESULT STDMETHODCALLTYPE SetSameFormat(IMediaStream *pStreamThatHasDesiredFormat,
        DWORD dwFlags) = 0;

    /**
     * Gives a sample whose buffer is free; Release it.
     *
     * dwFlags: 0. ppSample: receives it, with a reference of its own even if it is one that was
     * given before. On a stream that is written this waits while all samples are on their way, at
     * longest to the end of the call; on one that is read there are as many as GetAllocatorProperties
     * tells (MS_E_BUSY).
     * Returns VFW_E_NOT_COMMITTED before the stream runs and when it has ended.
     */
    virtual HRESULT STDMETHODCALLTYPE AllocateSample(DWORD dwFlags, IStreamSample **ppSample) = 0;

    /**
     * Makes a sample that shares the memory of another; Release it.
     *
     * pExistingSample: a sample of this library. dwFlags: 0.
     */
    virtual HRESULT STDMETHODCALLTYPE CreateSharedSample(IStreamSample *pExistingSample, DWORD dwFlags,
        IStreamSample **ppNewSample) = 0;

    /**
     * Says that nothing more is to be written for now. When all is sent, CME_STREAM_INACTIVE is told;
     * a sample that is written afterwards begins anew.
     *
     * dwFlags: 0.
     * Returns MS_E_INVALIDSTREAMTYPE on a stream that is read.
     */
    virtual HRESULT STDMETHODCALLTYPE SendEndOfStream(DWORD dwFlags) = 0;
};

/**
 * One buffer of a stream.
 *
 * Comes from IMediaStream::AllocateSample. QueryInterface for IMemoryData leads to its memory.
 * Page: IStreamSample (mmstream.h).
 */
struct IStreamSample : public IUnknown {
    /** Gives the stream of the sample; Release it. */
    virtual HRESULT STDMETHODCALLTYPE GetMediaStream(IMediaStream **ppMediaStream) = 0;

    /**
     * Tells the times of the sample and of the stream, in units of 100 ns since the terminal was put
     * on it. Each pointer may be NULL.
     */
    virtual HRESULT STDMETHODCALLTYPE GetSampleTimes(LONGLONG *pStartTime, LONGLONG *pEndTime,
        LONGLONG *pCurrentTime) = 0;

    /**
     * Sets the times of a sample that is written, in units of 100 ns; they are only kept. A pointer
     * that is NULL leaves its time as it is.
     */
    virtual HRESULT STDMETHODCALLTYPE SetSampleTimes(const LONGLONG *pStartTime,
        const LONGLONG *pEndTime) = 0;

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
    virtual HRESULT STDMETHODCALLTYPE Update(DWORD dwFlags, HANDLE hEvent, PAPCFUNC pfnAPC,
        DWORD dwAPCData) = 0;

    /**
     * Tells how the last update went.
     *
     * dwFlags: COMPSTAT_ bits. dwMilliseconds: the longest time to wait, with COMPSTAT_WAIT; INFINITE
     * (0xFFFFFFFF) for ever.
     * Returns S_OK when it is done; MS_S_PENDING; MS_S_NOUPDATE if it was taken back; E_ABORT if it was
     * ended by COMPSTAT_ABORT or by the end of the stream.
     */
    virtual HRESULT STDMETHODCALLTYPE CompletionStatus(DWORD dwFlags, DWORD dwMilliseconds) = 0;
};

/**
 * The memory of a sample.
 *
 * QueryInterface of the sample.
 * Page: IMemoryData (austream.h).
 */
struct IMemoryData : public IUnknown {
    /**
     * Gives the sample memory of the caller's, which must live as long as the sample uses it: until
     * other memory is set, or the sample is gone and no update is under way.
     *
     * cbSize: its length in bytes, not 0. pbData: not NULL. dwFlags: 0.
     * Returns MS_E_BUSY during an update.
     */
    virtual HRESULT STDMETHODCALLTYPE SetBuffer(DWORD cbSize, BYTE *pbData, DWORD dwFlags) = 0;

    /**
     * Tells where the memory is; each pointer may be NULL.
     *
     * pdwLength: receives its length in bytes. ppbData: receives its address, which stays the sample's.
     * pcbActualData: receives how many bytes of it are sound.
     * Returns MS_E_NOTINIT without memory.
     */
    virtual HRESULT STDMETHODCALLTYPE GetInfo(DWORD *pdwLength, BYTE **ppbData, DWORD *pcbActualData) = 0;
    template <class Long1, class Long2> tapi3::WithLong<Long1, DWORD, Long2, DWORD> GetInfo(Long1 *pdwLength,
        BYTE **ppbData, Long2 *pcbActualData) {
        return GetInfo(tapi3::Narrow<Long1>(pdwLength), ppbData, tapi3::Narrow<Long2>(pcbActualData));
    }

    /**
     * Says how many bytes of the memory are sound.
     *
     * cbDataValid: no more than its length (E_INVALIDARG).
     * Returns MS_E_BUSY during an update; MS_E_NOTINIT without memory.
     */
    virtual HRESULT STDMETHODCALLTYPE SetActual(DWORD cbDataValid) = 0;
};

/**
 * The memory of a sample of sound, and its format.
 *
 * Comes from IAudioStreamSample, or QueryInterface of the sample.
 * Page: IAudioData (austream.h).
 */
struct IAudioData : public IMemoryData {
    /** Tells the format. */
    virtual HRESULT STDMETHODCALLTYPE GetFormat(WAVEFORMATEX *pWaveFormatCurrent) = 0;
    /** Sets the format; it must be the one that it has already (VFW_E_TYPE_NOT_ACCEPTED). */
    virtual HRESULT STDMETHODCALLTYPE SetFormat(const WAVEFORMATEX *lpWaveFormat) = 0;
};

/**
 * A stream of sound.
 *
 * QueryInterface of a media streaming terminal.
 * Page: IAudioMediaStream (austream.h).
 */
struct IAudioMediaStream : public IMediaStream {
    /** Tells the format. */
    virtual HRESULT STDMETHODCALLTYPE GetFormat(WAVEFORMATEX *pWaveFormatCurrent) = 0;
    /** Sets the format; it must be the one that it has already (VFW_E_TYPE_NOT_ACCEPTED). */
    virtual HRESULT STDMETHODCALLTYPE SetFormat(const WAVEFORMATEX *lpWaveFormat) = 0;

    /**
     * Makes a sample with memory that is there already; Release it.
     *
     * pAudioData: memory of a sample of this library. dwFlags: 0.
     */
    virtual HRESULT STDMETHODCALLTYPE CreateSample(IAudioData *pAudioData, DWORD dwFlags,
        IAudioStreamSample **ppSample) = 0;
};

/**
 * A sample of a stream of sound.
 *
 * QueryInterface of the sample.
 * Page: IAudioStreamSample (austream.h).
 */
struct IAudioStreamSample : public IStreamSample {
    /** Gives the memory of the sample; Release it. */
    virtual HRESULT STDMETHODCALLTYPE GetAudioData(IAudioData **ppAudio) = 0;
};

/**
 * The format of a media streaming terminal.
 *
 * QueryInterface of the terminal.
 * Page: ITAMMediaFormat (tapi3ds.h).
 */
struct ITAMMediaFormat : public IUnknown {
    /** Tells the format; free it with DeleteMediaType. */
    virtual HRESULT STDMETHODCALLTYPE get_MediaFormat(AM_MEDIA_TYPE **ppmt) = 0;
    /** Sets the format; it must be the one that the terminal has already (VFW_E_TYPE_NOT_ACCEPTED). */
    virtual HRESULT STDMETHODCALLTYPE put_MediaFormat(const AM_MEDIA_TYPE *pmt) = 0;
};

/**
 * The buffers of a media streaming terminal.
 *
 * QueryInterface of the terminal.
 * Page: ITAllocatorProperties (tapi3ds.h).
 */
struct ITAllocatorProperties : public IUnknown {
    /**
     * Says how many samples there are, and how large they are.
     *
     * pAllocProperties: from 1 to 64 samples, of up to a megabyte.
     * Returns VFW_E_ALREADY_CONNECTED when the terminal is on a stream; VFW_E_BADALIGN; E_INVALIDARG.
     */
    virtual HRESULT STDMETHODCALLTYPE SetAllocatorProperties(ALLOCATOR_PROPERTIES *pAllocProperties) = 0;

    /**
     * Tells how many samples there are, and how large they are.
     *
     * Returns VFW_E_NOT_CONNECTED while the terminal is on no stream.
     */
    virtual HRESULT STDMETHODCALLTYPE GetAllocatorProperties(ALLOCATOR_PROPERTIES *pAllocProperties) = 0;

    /**
     * Says whether samples come with memory (TRUE, which is so at first), or the program sets it with
     * IMemoryData::SetBuffer.
     *
     * Returns MS_E_SAMPLEALLOC when samples have been handed out.
     */
    virtual HRESULT STDMETHODCALLTYPE SetAllocateBuffers(BOOL bAllocBuffers) = 0;
    /** Tells whether samples come with memory. */
    virtual HRESULT STDMETHODCALLTYPE GetAllocateBuffers(BOOL *pbAllocBuffers) = 0;

    /**
     * Says how large the memory of samples is that are handed out from now on, in bytes.
     *
     * BufferSize: up to a megabyte; 0 for what the allocator properties say.
     */
    virtual HRESULT STDMETHODCALLTYPE SetBufferSize(DWORD BufferSize) = 0;
    /** Tells how large the memory of samples is that are handed out from now on, in bytes. */
    virtual HRESULT STDMETHODCALLTYPE GetBufferSize(DWORD *pBufferSize) = 0;
    template <class Long> tapi3::WithLong<Long, DWORD> GetBufferSize(Long *pBufferSize) {
        return GetBufferSize(tapi3::Narrow<Long>(pBufferSize));
    }
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
struct ITTAPI : public IDispatch {
    /**
     * Opens the configured lines; the first call to make on the object.
     *
     * Returns S_FALSE if the object is already initialized, TAPI_E_OPERATIONFAILED if the
     * configuration is wrong or a provider does not start (the error info says where and why),
     * E_OUTOFMEMORY.
     * Page: ITTAPI::Initialize (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE Initialize() = 0;

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
    virtual HRESULT STDMETHODCALLTYPE Shutdown() = 0;

    /**
     * Lists the addresses, for Automation clients.
     *
     * pVariant: receives VT_DISPATCH, an ITCollection of ITAddress; free it with VariantClear.
     * Returns E_INVALIDARG before Initialize, E_POINTER, E_OUTOFMEMORY.
     * Page: ITTAPI::get_Addresses (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_Addresses(VARIANT *pVariant) = 0;

    /**
     * Lists the addresses, for C and C++ clients.
     *
     * ppEnumAddress: receives a new enumerator, a snapshot of the addresses at this moment;
     * Release it.
     * Returns E_INVALIDARG before Initialize, E_POINTER, E_OUTOFMEMORY.
     * Page: ITTAPI::EnumerateAddresses (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE EnumerateAddresses(IEnumAddress **ppEnumAddress) = 0;

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
    virtual HRESULT STDMETHODCALLTYPE RegisterCallNotifications(ITAddress *pAddress, VARIANT_BOOL fMonitor,
        VARIANT_BOOL fOwner, LONG lMediaTypes, LONG lCallbackInstance, LONG *plRegister) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> RegisterCallNotifications(ITAddress *pAddress,
        VARIANT_BOOL fMonitor, VARIANT_BOOL fOwner, LONG lMediaTypes, LONG lCallbackInstance,
        Long *plRegister) {
        return RegisterCallNotifications(pAddress, fMonitor, fOwner, lMediaTypes, lCallbackInstance,
            tapi3::Narrow<Long>(plRegister));
    }

    /**
     * Takes back a RegisterCallNotifications.
     *
     * lRegister: the token. Calls that were announced before stay with the program.
     * Returns E_INVALIDARG for an unknown token or before Initialize.
     * Page: ITTAPI::UnregisterNotifications (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE UnregisterNotifications(LONG lRegister) = 0;

    /**
     * Lists the call hubs that exist at this moment, for Automation clients.
     *
     * pVariant: receives VT_DISPATCH, an ITCollection of ITCallHub; free it with VariantClear.
     * Returns E_INVALIDARG before Initialize, E_POINTER, E_OUTOFMEMORY.
     * Page: ITTAPI::get_CallHubs (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_CallHubs(VARIANT *pVariant) = 0;

    /**
     * Lists the call hubs that exist at this moment, for C and C++ clients.
     *
     * ppEnumCallHub: receives a new enumerator; Release it.
     * Returns E_INVALIDARG before Initialize, E_POINTER, E_OUTOFMEMORY.
     * Page: ITTAPI::EnumerateCallHubs (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE EnumerateCallHubs(IEnumCallHub **ppEnumCallHub) = 0;

    /**
     * Turns the tracking of call hubs, and with it TE_CALLHUB, on or off.
     *
     * pAddresses: VT_ARRAY of VT_DISPATCH or VT_UNKNOWN with the ITAddress pointers concerned;
     * an empty VARIANT means every address. Stays the caller's.
     * bTracking: VARIANT_TRUE for on, VARIANT_FALSE for off.
     * Returns E_INVALIDARG before Initialize or for another kind of VARIANT, E_OUTOFMEMORY.
     * Page: ITTAPI::SetCallHubTracking (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE SetCallHubTracking(VARIANT pAddresses, VARIANT_BOOL bTracking) = 0;

    /**
     * Lists the providers' private objects, for C and C++ clients.
     *
     * ppEnumUnknown: receives an enumerator of IUnknown; Release it.
     * Returns TAPI_E_NOITEMS if no provider has one, E_INVALIDARG before Initialize,
     * E_POINTER, E_OUTOFMEMORY.
     * Page: ITTAPI::EnumeratePrivateTAPIObjects (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE EnumeratePrivateTAPIObjects(IEnumUnknown **ppEnumUnknown) = 0;

    /**
     * Lists the providers' private objects, for Automation clients.
     *
     * pVariant: receives VT_DISPATCH, an ITCollection; free it with VariantClear.
     * Returns TAPI_E_NOITEMS if no provider has one, E_INVALIDARG before Initialize,
     * E_POINTER, E_OUTOFMEMORY.
     * Page: ITTAPI::get_PrivateTAPIObjects (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_PrivateTAPIObjects(VARIANT *pVariant) = 0;

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
    virtual HRESULT STDMETHODCALLTYPE RegisterRequestRecipient(LONG lRegistrationInstance, LONG lRequestMode,
        VARIANT_BOOL fEnable) = 0;

    /**
     * Prefers a program as the recipient of assisted-telephony requests.
     *
     * pAppFilename: the program's file name, without folders; stays the caller's.
     * fPriority: VARIANT_TRUE to prefer it, VARIANT_FALSE to take that back. Holds until the
     * process ends.
     * Returns E_INVALIDARG for an empty name, E_OUTOFMEMORY.
     * Page: ITTAPI::SetAssistedTelephonyPriority (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE SetAssistedTelephonyPriority(BSTR pAppFilename,
        VARIANT_BOOL fPriority) = 0;

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
    virtual HRESULT STDMETHODCALLTYPE SetApplicationPriority(BSTR pAppFilename, LONG lMediaType,
        VARIANT_BOOL fPriority) = 0;

    /**
     * Chooses the events that the sinks receive.
     *
     * lFilterMask: the TAPI_EVENT bits wanted, OR-ed. At the start it is 0: no events at all.
     * ITAddress2 and ITCallInfo2 have filters that narrow this one for an address or a call.
     * Returns E_INVALIDARG for bits that are not in TAPI_EVENT.
     * Page: ITTAPI::put_EventFilter (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE put_EventFilter(LONG lFilterMask) = 0;

    /**
     * Tells which events the sinks receive.
     *
     * plFilterMask: receives the TAPI_EVENT bits, OR-ed; 0 until put_EventFilter.
     * Returns E_POINTER.
     * Page: ITTAPI::get_EventFilter (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_EventFilter(LONG *plFilterMask) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_EventFilter(Long *plFilterMask) {
        return get_EventFilter(tapi3::Narrow<Long>(plFilterMask));
    }
};

/**
 * The TAPI object with the additions of Windows XP: phones and writable collections.
 *
 * QueryInterface of the TAPI object; ownership and threads as for ITTAPI.
 * Page: ITTAPI2 (tapi3if.h).
 */
struct ITTAPI2 : public ITTAPI {
    /**
     * Lists the phone devices, for Automation clients.
     *
     * pPhones: receives VT_DISPATCH, an ITCollection of ITPhone, empty where there are no
     * phones; free it with VariantClear.
     * Returns E_INVALIDARG before Initialize, E_POINTER, E_OUTOFMEMORY.
     * Page: ITTAPI2::get_Phones (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE get_Phones(VARIANT *pPhones) = 0;

    /**
     * Lists the phone devices, for C and C++ clients.
     *
     * ppEnumPhone: receives an enumerator, empty where there are no phones; Release it.
     * Returns E_INVALIDARG before Initialize, E_POINTER, E_OUTOFMEMORY.
     * Page: ITTAPI2::EnumeratePhones (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE EnumeratePhones(IEnumPhone **ppEnumPhone) = 0;

    /**
     * Makes an empty collection that the program fills itself.
     *
     * ppCollection: receives the collection; Release it.
     * Returns E_POINTER, E_OUTOFMEMORY.
     * Page: ITTAPI2::CreateEmptyCollectionObject (tapi3if.h).
     */
    virtual HRESULT STDMETHODCALLTYPE CreateEmptyCollectionObject(ITCollection2 **ppCollection) = 0;
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
struct ITTAPIEventNotification : public IUnknown {
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
    virtual HRESULT STDMETHODCALLTYPE Event(TAPI_EVENT TapiEvent, IDispatch *pEvent) = 0;
};

/**
 * Assisted telephony: lets a program without telephony of its own ask for a call.
 *
 * Made with CoCreateInstance of CLSID_RequestMakeCall. Another program, registered with
 * ITTAPI::RegisterRequestRecipient, places the call.
 * Page: ITRequest (tapi3if.h).
 */
struct ITRequest : public IDispatch {
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
    virtual HRESULT STDMETHODCALLTYPE MakeCall(BSTR pDestAddress, BSTR pAppName, BSTR pCalledParty,
        BSTR pComment) = 0;
};

/**
 * Gives scripts the other interfaces of an object.
 *
 * Scripts reach an object only through IDispatch and cannot call QueryInterface. Made with
 * CoCreateInstance of CLSID_DispatchMapper; it has no state and is free-threaded.
 * Page: ITDispatchMapper (tapi3if.h).
 */
struct ITDispatchMapper : public IDispatch {
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
    virtual HRESULT STDMETHODCALLTYPE QueryDispatchInterface(BSTR pIID, IDispatch *pInterfaceToMap,
        IDispatch **ppReturnedInterface) = 0;
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
struct ITTAPIDispatchEventNotification : public IDispatch {
};

/**
 * Describes a terminal class that was plugged in.
 *
 * Comes from ITTerminalSupport2::EnumeratePluggableTerminalClasses. Texts are freed with
 * SysFreeString.
 * Page: ITPluggableTerminalClassInfo (tapi3if.h).
 */
struct ITPluggableTerminalClassInfo : public IDispatch {
    /** Tells the name of the class. */
    virtual HRESULT STDMETHODCALLTYPE get_Name(BSTR *pName) = 0;
    /** Tells who made it. */
    virtual HRESULT STDMETHODCALLTYPE get_Company(BSTR *pCompany) = 0;
    /** Tells its version. */
    virtual HRESULT STDMETHODCALLTYPE get_Version(BSTR *pVersion) = 0;
    /** Tells the terminal class as GUID text, as CreateTerminal wants it. */
    virtual HRESULT STDMETHODCALLTYPE get_TerminalClass(BSTR *pTerminalClass) = 0;
    /** Tells the class id of the object as GUID text. */
    virtual HRESULT STDMETHODCALLTYPE get_CLSID(BSTR *pCLSID) = 0;
    /** Tells the directions that it can work in. */
    virtual HRESULT STDMETHODCALLTYPE get_Direction(TERMINAL_DIRECTION *pDirection) = 0;
    /** Tells the media that it can carry (TAPIMEDIATYPE_ bits). */
    virtual HRESULT STDMETHODCALLTYPE get_MediaTypes(LONG *pMediaTypes) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_MediaTypes(Long *pMediaTypes) {
        return get_MediaTypes(tapi3::Narrow<Long>(pMediaTypes));
    }
};

/**
 * Describes a family of terminal classes that were plugged in.
 *
 * Comes from ITTerminalSupport2::EnumeratePluggableSuperclasses.
 * Page: ITPluggableTerminalSuperclassInfo (tapi3if.h).
 */
struct ITPluggableTerminalSuperclassInfo : public IDispatch {
    /** Tells the name of the family; free it with SysFreeString. */
    virtual HRESULT STDMETHODCALLTYPE get_Name(BSTR *pName) = 0;
    /** Tells the class id of the family as GUID text; free it with SysFreeString. */
    virtual HRESULT STDMETHODCALLTYPE get_CLSID(BSTR *pCLSID) = 0;
};

/**
 * Finds and makes the terminals of an address: devices and files that media flow to and from.
 *
 * QueryInterface of the address, where its provider streams media. What is handed out is freed
 * as usual: Release, VariantClear.
 * Page: ITTerminalSupport (tapi3if.h).
 */
struct ITTerminalSupport : public IDispatch {
    /** Lists the devices that are there anyway, as an ITCollection in VT_DISPATCH. */
    virtual HRESULT STDMETHODCALLTYPE get_StaticTerminals(VARIANT *pVariant) = 0;
    /** Lists the devices that are there anyway, for C and C++ clients. */
    virtual HRESULT STDMETHODCALLTYPE EnumerateStaticTerminals(IEnumTerminal **ppTerminalEnumerator) = 0;
    /** Lists the terminal classes that can be made, as an ITCollection of GUID texts. */
    virtual HRESULT STDMETHODCALLTYPE get_DynamicTerminalClasses(VARIANT *pVariant) = 0;
    /** Lists the terminal classes that can be made, for C and C++ clients. */
    virtual HRESULT STDMETHODCALLTYPE EnumerateDynamicTerminalClasses(IEnumTerminalClass **ppTerminalClassEnumerator) = 0;

    /**
     * Makes a terminal.
     *
     * pTerminalClass: the class as GUID text, one of CLSID_String_... lMediaType: the
     * TAPIMEDIATYPE_ bits. Direction: see TERMINAL_DIRECTION. ppTerminal: receives it; Release
     * it.
     */
    virtual HRESULT STDMETHODCALLTYPE CreateTerminal(BSTR pTerminalClass, LONG lMediaType,
        TERMINAL_DIRECTION Direction, ITTerminal **ppTerminal) = 0;

    /**
     * Gives the usual device for a media type and direction.
     *
     * lMediaType: one TAPIMEDIATYPE_ bit. Direction: TD_CAPTURE or TD_RENDER. ppTerminal:
     * receives it; Release it.
     */
    virtual HRESULT STDMETHODCALLTYPE GetDefaultStaticTerminal(LONG lMediaType, TERMINAL_DIRECTION Direction,
        ITTerminal **ppTerminal) = 0;
};

/**
 * Finds the terminal classes that were plugged in.
 *
 * QueryInterface of the address, where its provider streams media.
 * Page: ITTerminalSupport2 (tapi3if.h).
 */
struct ITTerminalSupport2 : public ITTerminalSupport {
    /** Lists the families of plugged-in classes, as an ITCollection in VT_DISPATCH. */
    virtual HRESULT STDMETHODCALLTYPE get_PluggableSuperclasses(VARIANT *pVariant) = 0;
    /** Lists the families of plugged-in classes, for C and C++ clients. */
    virtual HRESULT STDMETHODCALLTYPE EnumeratePluggableSuperclasses(IEnumPluggableSuperclassInfo **ppSuperclassEnumerator) = 0;

    /**
     * Lists the plugged-in classes of one family, as an ITCollection in VT_DISPATCH.
     *
     * bstrTerminalSuperclass: the family as GUID text. lMediaType: the TAPIMEDIATYPE_ bits
     * wanted.
     */
    virtual HRESULT STDMETHODCALLTYPE get_PluggableTerminalClasses(BSTR bstrTerminalSuperclass,
        LONG lMediaType, VARIANT *pVariant) = 0;

    /**
     * Lists the plugged-in classes of one family, for C and C++ clients.
     *
     * iidTerminalSuperclass: the family. lMediaType: the TAPIMEDIATYPE_ bits wanted.
     */
    virtual HRESULT STDMETHODCALLTYPE EnumeratePluggableTerminalClasses(GUID iidTerminalSuperclass,
        LONG lMediaType, IEnumPluggableTerminalClassInfo **ppClassEnumerator) = 0;
};

/**
 * A source or drain of media: a microphone, a loudspeaker, a file.
 *
 * Comes from ITTerminalSupport; put to use by ITStream::SelectTerminal or
 * ITBasicCallControl2::SelectTerminalOnCall.
 * Page: ITTerminal (tapi3if.h).
 */
struct ITTerminal : public IDispatch {
    /** Tells the name of the terminal; free it with SysFreeString. */
    virtual HRESULT STDMETHODCALLTYPE get_Name(BSTR *ppName) = 0;
    /** Tells whether the terminal is in use. */
    virtual HRESULT STDMETHODCALLTYPE get_State(TERMINAL_STATE *pTerminalState) = 0;
    /** Tells whether the terminal is a device or was made. */
    virtual HRESULT STDMETHODCALLTYPE get_TerminalType(TERMINAL_TYPE *pType) = 0;
    /** Tells the terminal class as GUID text; free it with SysFreeString. */
    virtual HRESULT STDMETHODCALLTYPE get_TerminalClass(BSTR *ppTerminalClass) = 0;
    /** Tells the media of the terminal (TAPIMEDIATYPE_). */
    virtual HRESULT STDMETHODCALLTYPE get_MediaType(LONG *plMediaType) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_MediaType(Long *plMediaType) {
        return get_MediaType(tapi3::Narrow<Long>(plMediaType));
    }
    /** Tells the direction of the terminal. */
    virtual HRESULT STDMETHODCALLTYPE get_Direction(TERMINAL_DIRECTION *pDirection) = 0;
};

/**
 * A terminal made of several tracks, such as a file with sound and video.
 *
 * QueryInterface of the terminal.
 * Page: ITMultiTrackTerminal (tapi3if.h).
 */
struct ITMultiTrackTerminal : public IDispatch {
    /** Lists the tracks, as an ITCollection of ITTerminal in VT_DISPATCH. */
    virtual HRESULT STDMETHODCALLTYPE get_TrackTerminals(VARIANT *pVariant) = 0;
    /** Lists the tracks, for C and C++ clients. */
    virtual HRESULT STDMETHODCALLTYPE EnumerateTrackTerminals(IEnumTerminal **ppEnumTerminal) = 0;
    /** Adds a track of a media type and direction; Release it. */
    virtual HRESULT STDMETHODCALLTYPE CreateTrackTerminal(LONG MediaType, TERMINAL_DIRECTION TerminalDirection,
        ITTerminal **ppTerminal) = 0;
    /** Tells the media of all tracks in use (TAPIMEDIATYPE_ bits). */
    virtual HRESULT STDMETHODCALLTYPE get_MediaTypesInUse(LONG *plMediaTypesInUse) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_MediaTypesInUse(Long *plMediaTypesInUse) {
        return get_MediaTypesInUse(tapi3::Narrow<Long>(plMediaTypesInUse));
    }
    /** Tells the direction of the tracks in use; TD_MULTITRACK_MIXED if they differ. */
    virtual HRESULT STDMETHODCALLTYPE get_DirectionsInUse(TERMINAL_DIRECTION *plDirectionsInUsed) = 0;
    /** Removes a track that CreateTrackTerminal added. */
    virtual HRESULT STDMETHODCALLTYPE RemoveTrackTerminal(ITTerminal *pTrackTerminalToRemove) = 0;
};

/**
 * One track of a file terminal and its format.
 *
 * QueryInterface of the track's terminal.
 * Page: ITFileTrack (tapi3if.h).
 */
struct ITFileTrack : public IDispatch {
    /** Tells the format of the track, for C and C++ clients; free it with DeleteMediaType. */
    virtual HRESULT STDMETHODCALLTYPE get_Format(AM_MEDIA_TYPE **ppmt) = 0;
    /** Sets the format of the track, for C and C++ clients. */
    virtual HRESULT STDMETHODCALLTYPE put_Format(const AM_MEDIA_TYPE *pmt) = 0;
    /** Gives the file terminal that the track is part of, NULL if that is gone; Release it. */
    virtual HRESULT STDMETHODCALLTYPE get_ControllingTerminal(ITTerminal **ppControllingTerminal) = 0;
    /** Tells the audio format of the track, for Automation clients; Release it. */
    virtual HRESULT STDMETHODCALLTYPE get_AudioFormatForScripting(ITScriptableAudioFormat **ppAudioFormat) = 0;
    /** Sets the audio format of the track, for Automation clients. */
    virtual HRESULT STDMETHODCALLTYPE put_AudioFormatForScripting(ITScriptableAudioFormat *pAudioFormat) = 0;
    /** Makes an empty audio format to fill in; Release it. */
    virtual HRESULT STDMETHODCALLTYPE get_EmptyAudioFormatForScripting(ITScriptableAudioFormat **ppAudioFormat) = 0;
};

/**
 * What a file terminal plays.
 *
 * QueryInterface of a file playback terminal.
 * Page: ITMediaPlayback (tapi3if.h).
 */
struct ITMediaPlayback : public IDispatch {
    /** Sets the files to play: VT_ARRAY of VT_VARIANT with VT_BSTR file names or objects. */
    virtual HRESULT STDMETHODCALLTYPE put_PlayList(VARIANT PlayListVariant) = 0;
    /** Tells the files to play; free it with VariantClear. */
    virtual HRESULT STDMETHODCALLTYPE get_PlayList(VARIANT *pPlayListVariant) = 0;
};

/**
 * Where a file terminal records to.
 *
 * QueryInterface of a file recording terminal.
 * Page: ITMediaRecord (tapi3if.h).
 */
struct ITMediaRecord : public IDispatch {
    /** Sets the file to record to. */
    virtual HRESULT STDMETHODCALLTYPE put_FileName(BSTR bstrFileName) = 0;
    /** Tells the file recorded to; free it with SysFreeString. */
    virtual HRESULT STDMETHODCALLTYPE get_FileName(BSTR *pbstrFileName) = 0;
};

/**
 * Starts, pauses and stops a file terminal.
 *
 * QueryInterface of the terminal; TE_FILETERMINAL reports the changes.
 * Page: ITMediaControl (tapi3if.h).
 */
struct ITMediaControl : public IDispatch {
    /** Starts it, or goes on after Pause. */
    virtual HRESULT STDMETHODCALLTYPE Start() = 0;
    /** Stops it. */
    virtual HRESULT STDMETHODCALLTYPE Stop() = 0;
    /** Pauses it. */
    virtual HRESULT STDMETHODCALLTYPE Pause() = 0;
    /** Tells whether it runs (TERMINAL_MEDIA_STATE). */
    virtual HRESULT STDMETHODCALLTYPE get_MediaState(TERMINAL_MEDIA_STATE *pTerminalMediaState) = 0;
};

/**
 * Volume and balance of an audio terminal.
 *
 * QueryInterface of the terminal.
 * Page: ITBasicAudioTerminal (tapi3if.h).
 */
struct ITBasicAudioTerminal : public IDispatch {
    /** Sets the volume, from 0 (silence) to 0xFFFF (full). */
    virtual HRESULT STDMETHODCALLTYPE put_Volume(LONG lVolume) = 0;
    /** Tells the volume, from 0 (silence) to 0xFFFF (full). */
    virtual HRESULT STDMETHODCALLTYPE get_Volume(LONG *plVolume) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_Volume(Long *plVolume) {
        return get_Volume(tapi3::Narrow<Long>(plVolume));
    }
    /** Sets the balance, from -10000 (left only) over 0 (both) to 10000 (right only). */
    virtual HRESULT STDMETHODCALLTYPE put_Balance(LONG lBalance) = 0;
    /** Tells the balance, from -10000 (left only) over 0 (both) to 10000 (right only). */
    virtual HRESULT STDMETHODCALLTYPE get_Balance(LONG *plBalance) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_Balance(Long *plBalance) {
        return get_Balance(tapi3::Narrow<Long>(plBalance));
    }
};

/**
 * Tells which sound device an audio terminal is.
 *
 * QueryInterface of the terminal.
 * Page: ITStaticAudioTerminal (tapi3if.h).
 */
struct ITStaticAudioTerminal : public IDispatch {
    /** Tells the number of the wave device. */
    virtual HRESULT STDMETHODCALLTYPE get_WaveId(LONG *plWaveId) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_WaveId(Long *plWaveId) {
        return get_WaveId(tapi3::Narrow<Long>(plWaveId));
    }
};

/**
 * The media streams of a call.
 *
 * QueryInterface of the call object, where its provider streams media. What is handed out is
 * freed as usual: Release, VariantClear.
 * Page: ITStreamControl (tapi3if.h).
 */
struct ITStreamControl : public IDispatch {
    /**
     * Adds a stream of a media type and direction.
     *
     * lMediaType: one TAPIMEDIATYPE_ bit. td: TD_CAPTURE or TD_RENDER. ppStream: receives it;
     * Release it.
     */
    virtual HRESULT STDMETHODCALLTYPE CreateStream(LONG lMediaType, TERMINAL_DIRECTION td,
        ITStream **ppStream) = 0;
    /** Removes a stream. */
    virtual HRESULT STDMETHODCALLTYPE RemoveStream(ITStream *pStream) = 0;
    /** Lists the streams, for C and C++ clients. */
    virtual HRESULT STDMETHODCALLTYPE EnumerateStreams(IEnumStream **ppEnumStream) = 0;
    /** Lists the streams, as an ITCollection in VT_DISPATCH. */
    virtual HRESULT STDMETHODCALLTYPE get_Streams(VARIANT *pVariant) = 0;
};

/**
 * One stream of a call: a media type in one direction.
 *
 * Comes from ITStreamControl. Select a terminal on it before Connect or Answer.
 * Page: ITStream (tapi3if.h).
 */
struct ITStream : public IDispatch {
    /** Tells the media type (TAPIMEDIATYPE_). */
    virtual HRESULT STDMETHODCALLTYPE get_MediaType(LONG *plMediaType) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_MediaType(Long *plMediaType) {
        return get_MediaType(tapi3::Narrow<Long>(plMediaType));
    }
    /** Tells the direction. */
    virtual HRESULT STDMETHODCALLTYPE get_Direction(TERMINAL_DIRECTION *pTD) = 0;
    /** Tells the name of the stream; free it with SysFreeString. */
    virtual HRESULT STDMETHODCALLTYPE get_Name(BSTR *ppName) = 0;
    /** Starts the stream, or goes on after PauseStream. */
    virtual HRESULT STDMETHODCALLTYPE StartStream() = 0;
    /** Pauses the stream. */
    virtual HRESULT STDMETHODCALLTYPE PauseStream() = 0;
    /** Stops the stream. */
    virtual HRESULT STDMETHODCALLTYPE StopStream() = 0;
    /** Connects a terminal to the stream; the stream keeps a reference. */
    virtual HRESULT STDMETHODCALLTYPE SelectTerminal(ITTerminal *pTerminal) = 0;
    /** Disconnects a terminal from the stream. */
    virtual HRESULT STDMETHODCALLTYPE UnselectTerminal(ITTerminal *pTerminal) = 0;
    /** Lists the terminals on the stream, for C and C++ clients. */
    virtual HRESULT STDMETHODCALLTYPE EnumerateTerminals(IEnumTerminal **ppEnumTerminal) = 0;
    /** Lists the terminals on the stream, as an ITCollection in VT_DISPATCH. */
    virtual HRESULT STDMETHODCALLTYPE get_Terminals(VARIANT *pTerminals) = 0;
};

/**
 * The substreams of a stream, such as one for each speaker of a conference.
 *
 * QueryInterface of the stream.
 * Page: ITSubStreamControl (tapi3if.h).
 */
struct ITSubStreamControl : public IDispatch {
    /** Adds a substream; Release it. */
    virtual HRESULT STDMETHODCALLTYPE CreateSubStream(ITSubStream **ppSubStream) = 0;
    /** Removes a substream. */
    virtual HRESULT STDMETHODCALLTYPE RemoveSubStream(ITSubStream *pSubStream) = 0;
    /** Lists the substreams, for C and C++ clients. */
    virtual HRESULT STDMETHODCALLTYPE EnumerateSubStreams(IEnumSubStream **ppEnumSubStream) = 0;
    /** Lists the substreams, as an ITCollection in VT_DISPATCH. */
    virtual HRESULT STDMETHODCALLTYPE get_SubStreams(VARIANT *pVariant) = 0;
};

/**
 * One substream of a stream.
 *
 * Comes from ITSubStreamControl.
 * Page: ITSubStream (tapi3if.h).
 */
struct ITSubStream : public IDispatch {
    /** Starts the substream, or goes on after PauseSubStream. */
    virtual HRESULT STDMETHODCALLTYPE StartSubStream() = 0;
    /** Pauses the substream. */
    virtual HRESULT STDMETHODCALLTYPE PauseSubStream() = 0;
    /** Stops the substream. */
    virtual HRESULT STDMETHODCALLTYPE StopSubStream() = 0;
    /** Connects a terminal to the substream; the substream keeps a reference. */
    virtual HRESULT STDMETHODCALLTYPE SelectTerminal(ITTerminal *pTerminal) = 0;
    /** Disconnects a terminal from the substream. */
    virtual HRESULT STDMETHODCALLTYPE UnselectTerminal(ITTerminal *pTerminal) = 0;
    /** Lists the terminals on the substream, for C and C++ clients. */
    virtual HRESULT STDMETHODCALLTYPE EnumerateTerminals(IEnumTerminal **ppEnumTerminal) = 0;
    /** Lists the terminals on the substream, as an ITCollection in VT_DISPATCH. */
    virtual HRESULT STDMETHODCALLTYPE get_Terminals(VARIANT *pTerminals) = 0;
    /** Gives the stream that it is part of; Release it. */
    virtual HRESULT STDMETHODCALLTYPE get_Stream(ITStream **ppITStream) = 0;
};

/**
 * A PCM-style audio format, for Automation clients.
 *
 * Comes from ITFileTrack; the properties are those of WAVEFORMATEX.
 * Page: ITScriptableAudioFormat (tapi3if.h).
 */
struct ITScriptableAudioFormat : public IDispatch {
    /** Tells the number of channels: 1 mono, 2 stereo. */
    virtual HRESULT STDMETHODCALLTYPE get_Channels(LONG *pVal) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_Channels(Long *pVal) {
        return get_Channels(tapi3::Narrow<Long>(pVal));
    }
    /** Sets the number of channels: 1 mono, 2 stereo. */
    virtual HRESULT STDMETHODCALLTYPE put_Channels(LONG nNewVal) = 0;
    /** Tells the sampling rate, in hertz. */
    virtual HRESULT STDMETHODCALLTYPE get_SamplesPerSec(LONG *pVal) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_SamplesPerSec(Long *pVal) {
        return get_SamplesPerSec(tapi3::Narrow<Long>(pVal));
    }
    /** Sets the sampling rate, in hertz. */
    virtual HRESULT STDMETHODCALLTYPE put_SamplesPerSec(LONG nNewVal) = 0;
    /** Tells the average data rate, in bytes per second. */
    virtual HRESULT STDMETHODCALLTYPE get_AvgBytesPerSec(LONG *pVal) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_AvgBytesPerSec(Long *pVal) {
        return get_AvgBytesPerSec(tapi3::Narrow<Long>(pVal));
    }
    /** Sets the average data rate, in bytes per second. */
    virtual HRESULT STDMETHODCALLTYPE put_AvgBytesPerSec(LONG nNewVal) = 0;
    /** Tells the size of the smallest unit of data, in bytes. */
    virtual HRESULT STDMETHODCALLTYPE get_BlockAlign(LONG *pVal) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_BlockAlign(Long *pVal) {
        return get_BlockAlign(tapi3::Narrow<Long>(pVal));
    }
    /** Sets the size of the smallest unit of data, in bytes. */
    virtual HRESULT STDMETHODCALLTYPE put_BlockAlign(LONG nNewVal) = 0;
    /** Tells the size of a sample, in bits. */
    virtual HRESULT STDMETHODCALLTYPE get_BitsPerSample(LONG *pVal) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_BitsPerSample(Long *pVal) {
        return get_BitsPerSample(tapi3::Narrow<Long>(pVal));
    }
    /** Sets the size of a sample, in bits. */
    virtual HRESULT STDMETHODCALLTYPE put_BitsPerSample(LONG nNewVal) = 0;
    /** Tells the encoding (WAVE_FORMAT_; 1 is PCM, 6 A-law, 7 mu-law). */
    virtual HRESULT STDMETHODCALLTYPE get_FormatTag(LONG *pVal) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_FormatTag(Long *pVal) {
        return get_FormatTag(tapi3::Narrow<Long>(pVal));
    }
    /** Sets the encoding (WAVE_FORMAT_; 1 is PCM, 6 A-law, 7 mu-law). */
    virtual HRESULT STDMETHODCALLTYPE put_FormatTag(LONG nNewVal) = 0;
};

/**
 * Turns numbers as people write them into what must be dialled from here.
 *
 * QueryInterface of the address. A canonical number is +country (area) subscriber. What is
 * handed out is freed as usual: Release, SysFreeString, VariantClear.
 * Page: ITAddressTranslation (tapi3if.h).
 */
struct ITAddressTranslation : public IDispatch {
    /**
     * Translates a canonical number for the present location.
     *
     * pAddressToTranslate: the number. lCard: the calling card's id, 0 for the usual one.
     * lTranslateOptions: LINETRANSLATEOPTION_ bits. ppTranslated: receives the result; Release
     * it.
     */
    virtual HRESULT STDMETHODCALLTYPE TranslateAddress(BSTR pAddressToTranslate, LONG lCard,
        LONG lTranslateOptions, ITAddressTranslationInfo **ppTranslated) = 0;

    /**
     * Shows the dialog for locations and calling cards.
     *
     * hwndOwner: the owning window. pAddressIn: the number to show; may be NULL.
     */
    virtual HRESULT STDMETHODCALLTYPE TranslateDialog(TAPIHWND hwndOwner, BSTR pAddressIn) = 0;
    /** Lists the dialling locations, for C and C++ clients. */
    virtual HRESULT STDMETHODCALLTYPE EnumerateLocations(IEnumLocation **ppEnumLocation) = 0;
    /** Lists the dialling locations, as an ITCollection in VT_DISPATCH. */
    virtual HRESULT STDMETHODCALLTYPE get_Locations(VARIANT *pVariant) = 0;
    /** Lists the calling cards, for C and C++ clients. */
    virtual HRESULT STDMETHODCALLTYPE EnumerateCallingCards(IEnumCallingCard **ppEnumCallingCard) = 0;
    /** Lists the calling cards, as an ITCollection in VT_DISPATCH. */
    virtual HRESULT STDMETHODCALLTYPE get_CallingCards(VARIANT *pVariant) = 0;
};

/**
 * The result of ITAddressTranslation::TranslateAddress.
 *
 * Page: ITAddressTranslationInfo (tapi3if.h).
 */
struct ITAddressTranslationInfo : public IDispatch {
    /** Tells what to give to ITAddress::CreateCall; may hold card numbers, so do not show it. */
    virtual HRESULT STDMETHODCALLTYPE get_DialableString(BSTR *ppDialableString) = 0;
    /** Tells what to show to people. */
    virtual HRESULT STDMETHODCALLTYPE get_DisplayableString(BSTR *ppDisplayableString) = 0;
    /** Tells the country code of the present location. */
    virtual HRESULT STDMETHODCALLTYPE get_CurrentCountryCode(LONG *CountryCode) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_CurrentCountryCode(Long *CountryCode) {
        return get_CurrentCountryCode(tapi3::Narrow<Long>(CountryCode));
    }
    /** Tells the country code of the destination; 0 if it is not known. */
    virtual HRESULT STDMETHODCALLTYPE get_DestinationCountryCode(LONG *CountryCode) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_DestinationCountryCode(Long *CountryCode) {
        return get_DestinationCountryCode(tapi3::Narrow<Long>(CountryCode));
    }
    /** Tells what was found out on the way (LINETRANSLATERESULT_ bits). */
    virtual HRESULT STDMETHODCALLTYPE get_TranslationResults(LONG *plResults) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_TranslationResults(Long *plResults) {
        return get_TranslationResults(tapi3::Narrow<Long>(plResults));
    }
};

/**
 * A dialling location: the rules of a place that calls are made from.
 *
 * Comes from ITAddressTranslation::EnumerateLocations. Texts are freed with SysFreeString.
 * Page: ITLocationInfo (tapi3if.h).
 */
struct ITLocationInfo : public IDispatch {
    /** Tells the id of the location; always the same. */
    virtual HRESULT STDMETHODCALLTYPE get_PermanentLocationID(LONG *plLocationID) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_PermanentLocationID(Long *plLocationID) {
        return get_PermanentLocationID(tapi3::Narrow<Long>(plLocationID));
    }
    /** Tells the country code, such as 49. */
    virtual HRESULT STDMETHODCALLTYPE get_CountryCode(LONG *plCountryCode) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_CountryCode(Long *plCountryCode) {
        return get_CountryCode(tapi3::Narrow<Long>(plCountryCode));
    }
    /** Tells the id of the country, which tells countries with one code apart. */
    virtual HRESULT STDMETHODCALLTYPE get_CountryID(LONG *plCountryID) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_CountryID(Long *plCountryID) {
        return get_CountryID(tapi3::Narrow<Long>(plCountryID));
    }
    /** Tells options of the location (LINELOCATIONOPTION_ bits; 1 is pulse dialling). */
    virtual HRESULT STDMETHODCALLTYPE get_Options(LONG *plOptions) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_Options(Long *plOptions) {
        return get_Options(tapi3::Narrow<Long>(plOptions));
    }
    /** Tells the id of the calling card that is used from here. */
    virtual HRESULT STDMETHODCALLTYPE get_PreferredCardID(LONG *plCardID) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_PreferredCardID(Long *plCardID) {
        return get_PreferredCardID(tapi3::Narrow<Long>(plCardID));
    }
    /** Tells the name of the location. */
    virtual HRESULT STDMETHODCALLTYPE get_LocationName(BSTR *ppLocationName) = 0;
    /** Tells the area code. */
    virtual HRESULT STDMETHODCALLTYPE get_CityCode(BSTR *ppCode) = 0;
    /** Tells what to dial for an outside line before a local call. */
    virtual HRESULT STDMETHODCALLTYPE get_LocalAccessCode(BSTR *ppCode) = 0;
    /** Tells what to dial for an outside line before a long-distance call. */
    virtual HRESULT STDMETHODCALLTYPE get_LongDistanceAccessCode(BSTR *ppCode) = 0;
    /** Tells the prefixes that need the long-distance code within the area. */
    virtual HRESULT STDMETHODCALLTYPE get_TollPrefixList(BSTR *ppTollList) = 0;
    /** Tells what to dial to switch call waiting off. */
    virtual HRESULT STDMETHODCALLTYPE get_CancelCallWaitingCode(BSTR *ppCode) = 0;
};

/**
 * A calling card: how calls are charged and dialled with it.
 *
 * Comes from ITAddressTranslation::EnumerateCallingCards. Texts are freed with SysFreeString.
 * Page: ITCallingCard (tapi3if.h).
 */
struct ITCallingCard : public IDispatch {
    /** Tells the id of the card; always the same. */
    virtual HRESULT STDMETHODCALLTYPE get_PermanentCardID(LONG *plCardID) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_PermanentCardID(Long *plCardID) {
        return get_PermanentCardID(tapi3::Narrow<Long>(plCardID));
    }
    /** Tells how many digits the card's number has. */
    virtual HRESULT STDMETHODCALLTYPE get_NumberOfDigits(LONG *plDigits) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_NumberOfDigits(Long *plDigits) {
        return get_NumberOfDigits(tapi3::Narrow<Long>(plDigits));
    }
    /** Tells options of the card (LINECARDOPTION_ bits). */
    virtual HRESULT STDMETHODCALLTYPE get_Options(LONG *plOptions) = 0;
    template <class Long> tapi3::WithLong<Long, LONG> get_Options(Long *plOptions) {
        return get_Options(tapi3::Narrow<Long>(plOptions));
    }
    /** Tells the name of the card. */
    virtual HRESULT STDMETHODCALLTYPE get_CardName(BSTR *ppCardName) = 0;
    /** Tells the dialling rule for calls within the area. */
    virtual HRESULT STDMETHODCALLTYPE get_SameAreaDialingRule(BSTR *ppRule) = 0;
    /** Tells the dialling rule for long-distance calls. */
    virtual HRESULT STDMETHODCALLTYPE get_LongDistanceDialingRule(BSTR *ppRule) = 0;
    /** Tells the dialling rule for international calls. */
    virtual HRESULT STDMETHODCALLTYPE get_InternationalDialingRule(BSTR *ppRule) = 0;
};


/* ---- Helpers ---- */

namespace tapi3 {

/**
 * Holds an interface pointer and its reference.
 *
 * `put()` is for a method that gives out a pointer; the interface that was held is released first.
 */
template <class Interface> class ComPtr {
public:
    ComPtr() noexcept : pointer_(nullptr) {}
    ComPtr(std::nullptr_t) noexcept : pointer_(nullptr) {}
    /** Takes a reference of its own. */
    TAPI3_NO_VPTR_CHECK explicit ComPtr(Interface *pointer) noexcept : pointer_(pointer) {
        if (pointer_) pointer_->AddRef();
    }
    ComPtr(const ComPtr &other) noexcept : ComPtr(other.pointer_) {}
    ComPtr(ComPtr &&other) noexcept : pointer_(other.detach()) {}
    ~ComPtr() { reset(); }

    ComPtr &operator=(ComPtr other) noexcept {
        Interface *old = pointer_;
        pointer_ = other.pointer_;
        other.pointer_ = old;
        return *this;
    }

    Interface *get() const noexcept { return pointer_; }
    Interface *operator->() const noexcept { return pointer_; }
    explicit operator bool() const noexcept { return pointer_ != nullptr; }

    /** Releases what is held. */
    TAPI3_NO_VPTR_CHECK void reset() noexcept {
        if (Interface *old = detach()) old->Release();
    }
    /** Takes over a reference that the caller has. */
    void attach(Interface *pointer) noexcept {
        reset();
        pointer_ = pointer;
    }
    /** Gives the reference to the caller. */
    Interface *detach() noexcept {
        Interface *old = pointer_;
        pointer_ = nullptr;
        return old;
    }
    /** For a parameter that receives an interface. */
    Interface **put() noexcept {
        reset();
        return &pointer_;
    }
    /** For a parameter that receives an interface as `void **`. */
    void **put_void() noexcept { return reinterpret_cast<void **>(put()); }

    /** Asks for another interface of the object. */
    template <class Other>
    TAPI3_NO_VPTR_CHECK HRESULT query(ComPtr<Other> &other) const noexcept {
        if (!pointer_) return E_POINTER;
        return pointer_->QueryInterface(iid<Other>(), other.put_void());
    }
    /** The object's other interface; empty when it has none. */
    template <class Other> ComPtr<Other> as() const noexcept {
        ComPtr<Other> other;
        if (FAILED(query(other))) return nullptr;
        return other;
    }

private:
    Interface *pointer_;
};

/** CoCreateInstance for a ComPtr. */
template <class Interface> HRESULT create(REFCLSID clsid, ComPtr<Interface> &object) noexcept {
    return CoCreateInstance(clsid, nullptr, CLSCTX_INPROC_SERVER, iid<Interface>(), object.put_void());
}

/**
 * Holds a BSTR and frees it.
 *
 * Its standard string is std::u16string also under -fshort-wchar: std::wstring is compiled into the
 * C++ library for a wchar_t of four bytes, and with one of two it writes beyond its ends.
 */
class Bstr {
public:
    Bstr() noexcept : text_(nullptr) {}
    /** A copy of a text that ends with a zero. Empty when memory is short. */
    Bstr(const OLECHAR *text) noexcept : text_(SysAllocString(text)) {}
    Bstr(const std::u16string &text) noexcept
        : text_(SysAllocStringLen(static_cast<const OLECHAR *>(static_cast<const void *>(text.data())),
                                  static_cast<UINT>(text.size()))) {}
    /** From UTF-8. Empty when memory is short. */
    static Bstr from_utf8(const std::string &text) noexcept {
        Bstr made;
        made.text_ = tapi3_utf8_to_bstr(text.c_str());
        return made;
    }
    Bstr(const Bstr &other) noexcept
        : text_(other.text_ ? SysAllocStringLen(other.text_, SysStringLen(other.text_)) : nullptr) {}
    Bstr(Bstr &&other) noexcept : text_(other.detach()) {}
    ~Bstr() { SysFreeString(text_); }

    Bstr &operator=(Bstr other) noexcept {
        BSTR old = text_;
        text_ = other.text_;
        other.text_ = old;
        return *this;
    }

    /** For a parameter that takes a BSTR; it stays this object's. */
    BSTR get() const noexcept { return text_; }
    /** For a parameter that receives a BSTR. */
    BSTR *put() noexcept {
        SysFreeString(detach());
        return &text_;
    }
    /** Gives the text to the caller, who frees it with SysFreeString. */
    BSTR detach() noexcept {
        BSTR old = text_;
        text_ = nullptr;
        return old;
    }
    /** In UTF-16 code units. */
    std::size_t length() const noexcept { return SysStringLen(text_); }
    bool empty() const noexcept { return length() == 0; }
    std::u16string str() const {
        const void *text = text_;
        return text ? std::u16string(static_cast<const char16_t *>(text), length()) : std::u16string();
    }
    std::string utf8() const {
        std::unique_ptr<char, void (*)(void *)> text(tapi3_bstr_to_utf8(text_), CoTaskMemFree);
        return text ? text.get() : "";
    }

private:
    BSTR text_;
};

/**
 * A sink for events that counts its references and lets no exception out.
 *
 * Derive from it and override `on_event`; make it with `new` and keep it in a ComPtr:
 *
 *     tapi3::ComPtr<MySink> sink(new MySink);
 *     hr = point->Advise(sink.get(), &cookie);
 *
 * An exception that left a sink would end the process. Here its text goes to the library's log
 * (tapi3_log), the event counts as taken, and the next one comes. What cannot be stopped is the end
 * of the thread: pthread_exit in a sink ends the process all the same, after a line in the log.
 */
class EventSink : public ITTAPIEventNotification {
public:
    EventSink() noexcept : references_(0) {}
    EventSink(const EventSink &) = delete;
    EventSink &operator=(const EventSink &) = delete;

    HRESULT STDMETHODCALLTYPE QueryInterface(REFIID riid, void **object) override {
        if (!object) return E_POINTER;
        *object = nullptr;
        if (riid != IID_IUnknown && riid != IID_ITTAPIEventNotification) return E_NOINTERFACE;
        *object = static_cast<ITTAPIEventNotification *>(this);
        AddRef();
        return S_OK;
    }
    ULONG STDMETHODCALLTYPE AddRef() override { return ++references_; }
    ULONG STDMETHODCALLTYPE Release() override {
        ULONG left = --references_;
        if (left == 0) delete this;
        return left;
    }
    /** Calls `on_event`. S_OK; E_UNEXPECTED when an exception came out of it. */
    HRESULT STDMETHODCALLTYPE Event(TAPI_EVENT event, IDispatch *object) override {
#if defined(__cpp_exceptions)
        try {
            on_event(event, object);
            return S_OK;
#if defined(__GLIBCXX__)
        } catch (const abi::__forced_unwind &) {
            say("A sink ends the thread that it runs on; that ends the process.");
            throw;
#endif
        } catch (const std::exception &error) {
            say(error.what());
        } catch (...) {
            say("An exception that is no std::exception came out of a sink.");
        }
        return E_UNEXPECTED;
#else
        on_event(event, object);
        return S_OK;
#endif
    }

protected:
    virtual ~EventSink() = default;
    /** An event; on the library's thread. The object is borrowed: a ComPtr of it keeps it. */
    virtual void on_event(TAPI_EVENT event, IDispatch *object) = 0;

private:
#if defined(__cpp_exceptions)
    static void say(const char *text) noexcept { tapi3_log(TAPI3_LOG_ERROR, "tapi3::EventSink", text); }
#endif
    std::atomic<ULONG> references_;
};

} // namespace tapi3

#endif /* the types stand */
#endif /* TAPI3_HPP */
