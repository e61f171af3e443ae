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
 * An interface has no virtual destructor: it is released, never deleted.
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

#include <cstddef>
#include <string>

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
    template <class Interface> HRESULT QueryInterface(Interface **object) {
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
    virtual HRESULT STDMETHODCALLTYPE GetIDsOfNames(REFIID riid, LPOLESTR *rgszNames, UINT cNames, LCID lcid, DISPID *rgDispId) = 0;

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
    virtual HRESULT STDMETHODCALLTYPE Invoke(DISPID dispIdMember, REFIID riid, LCID lcid, WORD wFlags, DISPPARAMS *pDispParams, VARIANT *pVarResult, EXCEPINFO *pExcepInfo, UINT *puArgErr) = 0;
};

/** ITMediaSupport. */
struct ITMediaSupport : public IDispatch {
    /** get_MediaTypes. */
    virtual HRESULT STDMETHODCALLTYPE get_MediaTypes(LONG *plMediaTypes) = 0;
    /** QueryMediaType. */
    virtual HRESULT STDMETHODCALLTYPE QueryMediaType(LONG lMediaType, VARIANT_BOOL *pfSupport) = 0;
};

/** ITAddress. */
struct ITAddress : public IDispatch {
    /** get_State. */
    virtual HRESULT STDMETHODCALLTYPE get_State(ADDRESS_STATE *pAddressState) = 0;
    /** get_AddressName. */
    virtual HRESULT STDMETHODCALLTYPE get_AddressName(BSTR *ppName) = 0;
    /** get_ServiceProviderName. */
    virtual HRESULT STDMETHODCALLTYPE get_ServiceProviderName(BSTR *ppName) = 0;
    /** get_TAPIObject. */
    virtual HRESULT STDMETHODCALLTYPE get_TAPIObject(ITTAPI **ppTapiObject) = 0;
    /** CreateCall. */
    virtual HRESULT STDMETHODCALLTYPE CreateCall(BSTR pDestAddress, LONG lAddressType, LONG lMediaTypes, ITBasicCallControl **ppCall) = 0;
    /** get_Calls. */
    virtual HRESULT STDMETHODCALLTYPE get_Calls(VARIANT *pVariant) = 0;
    /** EnumerateCalls. */
    virtual HRESULT STDMETHODCALLTYPE EnumerateCalls(IEnumCall **ppCallEnum) = 0;
    /** get_DialableAddress. */
    virtual HRESULT STDMETHODCALLTYPE get_DialableAddress(BSTR *pDialableAddress) = 0;
    /** CreateForwardInfoObject. */
    virtual HRESULT STDMETHODCALLTYPE CreateForwardInfoObject(ITForwardInformation **ppForwardInfo) = 0;
    /** Forward. */
    virtual HRESULT STDMETHODCALLTYPE Forward(ITForwardInformation *pForwardInfo, ITBasicCallControl *pCall) = 0;
    /** get_CurrentForwardInfo. */
    virtual HRESULT STDMETHODCALLTYPE get_CurrentForwardInfo(ITForwardInformation **ppForwardInfo) = 0;
    /** put_MessageWaiting. */
    virtual HRESULT STDMETHODCALLTYPE put_MessageWaiting(VARIANT_BOOL fMessageWaiting) = 0;
    /** get_MessageWaiting. */
    virtual HRESULT STDMETHODCALLTYPE get_MessageWaiting(VARIANT_BOOL *pfMessageWaiting) = 0;
    /** put_DoNotDisturb. */
    virtual HRESULT STDMETHODCALLTYPE put_DoNotDisturb(VARIANT_BOOL fDoNotDisturb) = 0;
    /** get_DoNotDisturb. */
    virtual HRESULT STDMETHODCALLTYPE get_DoNotDisturb(VARIANT_BOOL *pfDoNotDisturb) = 0;
};

/** ITAddress2. */
struct ITAddress2 : public ITAddress {
    /** get_Phones. */
    virtual HRESULT STDMETHODCALLTYPE get_Phones(VARIANT *pPhones) = 0;
    /** EnumeratePhones. */
    virtual HRESULT STDMETHODCALLTYPE EnumeratePhones(IEnumPhone **ppEnumPhone) = 0;
    /** GetPhoneFromTerminal. */
    virtual HRESULT STDMETHODCALLTYPE GetPhoneFromTerminal(ITTerminal *pTerminal, ITPhone **ppPhone) = 0;
    /** get_PreferredPhones. */
    virtual HRESULT STDMETHODCALLTYPE get_PreferredPhones(VARIANT *pPhones) = 0;
    /** EnumeratePreferredPhones. */
    virtual HRESULT STDMETHODCALLTYPE EnumeratePreferredPhones(IEnumPhone **ppEnumPhone) = 0;
    /** get_EventFilter. */
    virtual HRESULT STDMETHODCALLTYPE get_EventFilter(TAPI_EVENT TapiEvent, LONG lSubEvent, VARIANT_BOOL *pEnable) = 0;
    /** put_EventFilter. */
    virtual HRESULT STDMETHODCALLTYPE put_EventFilter(TAPI_EVENT TapiEvent, LONG lSubEvent, VARIANT_BOOL bEnable) = 0;
    /** DeviceSpecific. */
    virtual HRESULT STDMETHODCALLTYPE DeviceSpecific(ITCallInfo *pCall, BYTE *pParams, DWORD dwSize) = 0;
    /** DeviceSpecificVariant. */
    virtual HRESULT STDMETHODCALLTYPE DeviceSpecificVariant(ITCallInfo *pCall, VARIANT varDevSpecificByteArray) = 0;
    /** NegotiateExtVersion. */
    virtual HRESULT STDMETHODCALLTYPE NegotiateExtVersion(LONG lLowVersion, LONG lHighVersion, LONG *plExtVersion) = 0;
};

/** ITAddressCapabilities. */
struct ITAddressCapabilities : public IDispatch {
    /** get_AddressCapability. */
    virtual HRESULT STDMETHODCALLTYPE get_AddressCapability(ADDRESS_CAPABILITY AddressCap, LONG *plCapability) = 0;
    /** get_AddressCapabilityString. */
    virtual HRESULT STDMETHODCALLTYPE get_AddressCapabilityString(ADDRESS_CAPABILITY_STRING AddressCapString, BSTR *ppCapabilityString) = 0;
    /** get_CallTreatments. */
    virtual HRESULT STDMETHODCALLTYPE get_CallTreatments(VARIANT *pVariant) = 0;
    /** EnumerateCallTreatments. */
    virtual HRESULT STDMETHODCALLTYPE EnumerateCallTreatments(IEnumBstr **ppEnumCallTreatment) = 0;
    /** get_CompletionMessages. */
    virtual HRESULT STDMETHODCALLTYPE get_CompletionMessages(VARIANT *pVariant) = 0;
    /** EnumerateCompletionMessages. */
    virtual HRESULT STDMETHODCALLTYPE EnumerateCompletionMessages(IEnumBstr **ppEnumCompletionMessage) = 0;
    /** get_DeviceClasses. */
    virtual HRESULT STDMETHODCALLTYPE get_DeviceClasses(VARIANT *pVariant) = 0;
    /** EnumerateDeviceClasses. */
    virtual HRESULT STDMETHODCALLTYPE EnumerateDeviceClasses(IEnumBstr **ppEnumDeviceClass) = 0;
};

/** ITForwardInformation. */
struct ITForwardInformation : public IDispatch {
    /** put_NumRingsNoAnswer. */
    virtual HRESULT STDMETHODCALLTYPE put_NumRingsNoAnswer(LONG lNumRings) = 0;
    /** get_NumRingsNoAnswer. */
    virtual HRESULT STDMETHODCALLTYPE get_NumRingsNoAnswer(LONG *plNumRings) = 0;
    /** SetForwardType. */
    virtual HRESULT STDMETHODCALLTYPE SetForwardType(LONG ForwardType, BSTR pDestAddress, BSTR pCallerAddress) = 0;
    /** get_ForwardTypeDestination. */
    virtual HRESULT STDMETHODCALLTYPE get_ForwardTypeDestination(LONG ForwardType, BSTR *ppDestAddress) = 0;
    /** get_ForwardTypeCaller. */
    virtual HRESULT STDMETHODCALLTYPE get_ForwardTypeCaller(LONG Forwardtype, BSTR *ppCallerAddress) = 0;
    /** GetForwardType. */
    virtual HRESULT STDMETHODCALLTYPE GetForwardType(LONG ForwardType, BSTR *ppDestinationAddress, BSTR *ppCallerAddress) = 0;
    /** Clear. */
    virtual HRESULT STDMETHODCALLTYPE Clear() = 0;
};

/** ITForwardInformation2. */
struct ITForwardInformation2 : public ITForwardInformation {
    /** SetForwardType2. */
    virtual HRESULT STDMETHODCALLTYPE SetForwardType2(LONG ForwardType, BSTR pDestAddress, LONG DestAddressType, BSTR pCallerAddress, LONG CallerAddressType) = 0;
    /** GetForwardType2. */
    virtual HRESULT STDMETHODCALLTYPE GetForwardType2(LONG ForwardType, BSTR *ppDestinationAddress, LONG *pDestAddressType, BSTR *ppCallerAddress, LONG *pCallerAddressType) = 0;
    /** get_ForwardTypeDestinationAddressType. */
    virtual HRESULT STDMETHODCALLTYPE get_ForwardTypeDestinationAddressType(LONG ForwardType, LONG *pDestAddressType) = 0;
    /** get_ForwardTypeCallerAddressType. */
    virtual HRESULT STDMETHODCALLTYPE get_ForwardTypeCallerAddressType(LONG Forwardtype, LONG *pCallerAddressType) = 0;
};

/** ITBasicCallControl. */
struct ITBasicCallControl : public IDispatch {
    /** Connect. */
    virtual HRESULT STDMETHODCALLTYPE Connect(VARIANT_BOOL fSync) = 0;
    /** Answer. */
    virtual HRESULT STDMETHODCALLTYPE Answer() = 0;
    /** Disconnect. */
    virtual HRESULT STDMETHODCALLTYPE Disconnect(DISCONNECT_CODE code) = 0;
    /** Hold. */
    virtual HRESULT STDMETHODCALLTYPE Hold(VARIANT_BOOL fHold) = 0;
    /** HandoffDirect. */
    virtual HRESULT STDMETHODCALLTYPE HandoffDirect(BSTR pApplicationName) = 0;
    /** HandoffIndirect. */
    virtual HRESULT STDMETHODCALLTYPE HandoffIndirect(LONG lMediaType) = 0;
    /** Conference. */
    virtual HRESULT STDMETHODCALLTYPE Conference(ITBasicCallControl *pCall, VARIANT_BOOL fSync) = 0;
    /** Transfer. */
    virtual HRESULT STDMETHODCALLTYPE Transfer(ITBasicCallControl *pCall, VARIANT_BOOL fSync) = 0;
    /** BlindTransfer. */
    virtual HRESULT STDMETHODCALLTYPE BlindTransfer(BSTR pDestAddress) = 0;
    /** SwapHold. */
    virtual HRESULT STDMETHODCALLTYPE SwapHold(ITBasicCallControl *pCall) = 0;
    /** ParkDirect. */
    virtual HRESULT STDMETHODCALLTYPE ParkDirect(BSTR pParkAddress) = 0;
    /** ParkIndirect. */
    virtual HRESULT STDMETHODCALLTYPE ParkIndirect(BSTR *ppNonDirAddress) = 0;
    /** Unpark. */
    virtual HRESULT STDMETHODCALLTYPE Unpark() = 0;
    /** SetQOS. */
    virtual HRESULT STDMETHODCALLTYPE SetQOS(LONG lMediaType, QOS_SERVICE_LEVEL ServiceLevel) = 0;
    /** Pickup. */
    virtual HRESULT STDMETHODCALLTYPE Pickup(BSTR pGroupID) = 0;
    /** Dial. */
    virtual HRESULT STDMETHODCALLTYPE Dial(BSTR pDestAddress) = 0;
    /** Finish. */
    virtual HRESULT STDMETHODCALLTYPE Finish(FINISH_MODE finishMode) = 0;
    /** RemoveFromConference. */
    virtual HRESULT STDMETHODCALLTYPE RemoveFromConference() = 0;
};

/** ITCallInfo. */
struct ITCallInfo : public IDispatch {
    /** get_Address. */
    virtual HRESULT STDMETHODCALLTYPE get_Address(ITAddress **ppAddress) = 0;
    /** get_CallState. */
    virtual HRESULT STDMETHODCALLTYPE get_CallState(CALL_STATE *pCallState) = 0;
    /** get_Privilege. */
    virtual HRESULT STDMETHODCALLTYPE get_Privilege(CALL_PRIVILEGE *pPrivilege) = 0;
    /** get_CallHub. */
    virtual HRESULT STDMETHODCALLTYPE get_CallHub(ITCallHub **ppCallHub) = 0;
    /** get_CallInfoLong. */
    virtual HRESULT STDMETHODCALLTYPE get_CallInfoLong(CALLINFO_LONG CallInfoLong, LONG *plCallInfoLongVal) = 0;
    /** put_CallInfoLong. */
    virtual HRESULT STDMETHODCALLTYPE put_CallInfoLong(CALLINFO_LONG CallInfoLong, LONG lCallInfoLongVal) = 0;
    /** get_CallInfoString. */
    virtual HRESULT STDMETHODCALLTYPE get_CallInfoString(CALLINFO_STRING CallInfoString, BSTR *ppCallInfoString) = 0;
    /** put_CallInfoString. */
    virtual HRESULT STDMETHODCALLTYPE put_CallInfoString(CALLINFO_STRING CallInfoString, BSTR pCallInfoString) = 0;
    /** get_CallInfoBuffer. */
    virtual HRESULT STDMETHODCALLTYPE get_CallInfoBuffer(CALLINFO_BUFFER CallInfoBuffer, VARIANT *ppCallInfoBuffer) = 0;
    /** put_CallInfoBuffer. */
    virtual HRESULT STDMETHODCALLTYPE put_CallInfoBuffer(CALLINFO_BUFFER CallInfoBuffer, VARIANT pCallInfoBuffer) = 0;
    /** GetCallInfoBuffer. */
    virtual HRESULT STDMETHODCALLTYPE GetCallInfoBuffer(CALLINFO_BUFFER CallInfoBuffer, DWORD *pdwSize, BYTE **ppCallInfoBuffer) = 0;
    /** SetCallInfoBuffer. */
    virtual HRESULT STDMETHODCALLTYPE SetCallInfoBuffer(CALLINFO_BUFFER CallInfoBuffer, DWORD dwSize, BYTE *pCallInfoBuffer) = 0;
    /** ReleaseUserUserInfo. */
    virtual HRESULT STDMETHODCALLTYPE ReleaseUserUserInfo() = 0;
};

/** ITCallInfo2. */
struct ITCallInfo2 : public ITCallInfo {
    /** get_EventFilter. */
    virtual HRESULT STDMETHODCALLTYPE get_EventFilter(TAPI_EVENT TapiEvent, LONG lSubEvent, VARIANT_BOOL *pEnable) = 0;
    /** put_EventFilter. */
    virtual HRESULT STDMETHODCALLTYPE put_EventFilter(TAPI_EVENT TapiEvent, LONG lSubEvent, VARIANT_BOOL bEnable) = 0;
};

/** ITCallHub. */
struct ITCallHub : public IDispatch {
    /** Clear. */
    virtual HRESULT STDMETHODCALLTYPE Clear() = 0;
    /** EnumerateCalls. */
    virtual HRESULT STDMETHODCALLTYPE EnumerateCalls(IEnumCall **ppEnumCall) = 0;
    /** get_Calls. */
    virtual HRESULT STDMETHODCALLTYPE get_Calls(VARIANT *pCalls) = 0;
    /** get_NumCalls. */
    virtual HRESULT STDMETHODCALLTYPE get_NumCalls(LONG *plCalls) = 0;
    /** get_State. */
    virtual HRESULT STDMETHODCALLTYPE get_State(CALLHUB_STATE *pState) = 0;
};

/** ITBasicCallControl2. */
struct ITBasicCallControl2 : public ITBasicCallControl {
    /** RequestTerminal. */
    virtual HRESULT STDMETHODCALLTYPE RequestTerminal(BSTR bstrTerminalClassGUID, LONG lMediaType, TERMINAL_DIRECTION Direction, ITTerminal **ppTerminal) = 0;
    /** SelectTerminalOnCall. */
    virtual HRESULT STDMETHODCALLTYPE SelectTerminalOnCall(ITTerminal *pTerminal) = 0;
    /** UnselectTerminalOnCall. */
    virtual HRESULT STDMETHODCALLTYPE UnselectTerminalOnCall(ITTerminal *pTerminal) = 0;
};

/** ITCollection. */
struct ITCollection : public IDispatch {
    /** get_Count. */
    virtual HRESULT STDMETHODCALLTYPE get_Count(LONG *lCount) = 0;
    /** get_Item. */
    virtual HRESULT STDMETHODCALLTYPE get_Item(LONG Index, VARIANT *pVariant) = 0;
    /** get__NewEnum. */
    virtual HRESULT STDMETHODCALLTYPE get__NewEnum(IUnknown **ppNewEnum) = 0;
};

/** ITCollection2. */
struct ITCollection2 : public ITCollection {
    /** Add. */
    virtual HRESULT STDMETHODCALLTYPE Add(LONG Index, VARIANT *pVariant) = 0;
    /** Remove. */
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

/** IEnumPhone. */
struct IEnumPhone : public IUnknown {
    /** Next. */
    virtual HRESULT STDMETHODCALLTYPE Next(ULONG celt, ITPhone **ppElements, ULONG *pceltFetched) = 0;
    /** Reset. */
    virtual HRESULT STDMETHODCALLTYPE Reset() = 0;
    /** Skip. */
    virtual HRESULT STDMETHODCALLTYPE Skip(ULONG celt) = 0;
    /** Clone. */
    virtual HRESULT STDMETHODCALLTYPE Clone(IEnumPhone **ppEnum) = 0;
};

/** IEnumTerminal. */
struct IEnumTerminal : public IUnknown {
    /** Next. */
    virtual HRESULT STDMETHODCALLTYPE Next(ULONG celt, ITTerminal **ppElements, ULONG *pceltFetched) = 0;
    /** Reset. */
    virtual HRESULT STDMETHODCALLTYPE Reset() = 0;
    /** Skip. */
    virtual HRESULT STDMETHODCALLTYPE Skip(ULONG celt) = 0;
    /** Clone. */
    virtual HRESULT STDMETHODCALLTYPE Clone(IEnumTerminal **ppEnum) = 0;
};

/** IEnumTerminalClass. */
struct IEnumTerminalClass : public IUnknown {
    /** Next. */
    virtual HRESULT STDMETHODCALLTYPE Next(ULONG celt, GUID *pElements, ULONG *pceltFetched) = 0;
    /** Reset. */
    virtual HRESULT STDMETHODCALLTYPE Reset() = 0;
    /** Skip. */
    virtual HRESULT STDMETHODCALLTYPE Skip(ULONG celt) = 0;
    /** Clone. */
    virtual HRESULT STDMETHODCALLTYPE Clone(IEnumTerminalClass **ppEnum) = 0;
};

/** IEnumCall. */
struct IEnumCall : public IUnknown {
    /** Next. */
    virtual HRESULT STDMETHODCALLTYPE Next(ULONG celt, ITCallInfo **ppElements, ULONG *pceltFetched) = 0;
    /** Reset. */
    virtual HRESULT STDMETHODCALLTYPE Reset() = 0;
    /** Skip. */
    virtual HRESULT STDMETHODCALLTYPE Skip(ULONG celt) = 0;
    /** Clone. */
    virtual HRESULT STDMETHODCALLTYPE Clone(IEnumCall **ppEnum) = 0;
};

/** IEnumAddress. */
struct IEnumAddress : public IUnknown {
    /** Next. */
    virtual HRESULT STDMETHODCALLTYPE Next(ULONG celt, ITAddress **ppElements, ULONG *pceltFetched) = 0;
    /** Reset. */
    virtual HRESULT STDMETHODCALLTYPE Reset() = 0;
    /** Skip. */
    virtual HRESULT STDMETHODCALLTYPE Skip(ULONG celt) = 0;
    /** Clone. */
    virtual HRESULT STDMETHODCALLTYPE Clone(IEnumAddress **ppEnum) = 0;
};

/** IEnumCallHub. */
struct IEnumCallHub : public IUnknown {
    /** Next. */
    virtual HRESULT STDMETHODCALLTYPE Next(ULONG celt, ITCallHub **ppElements, ULONG *pceltFetched) = 0;
    /** Reset. */
    virtual HRESULT STDMETHODCALLTYPE Reset() = 0;
    /** Skip. */
    virtual HRESULT STDMETHODCALLTYPE Skip(ULONG celt) = 0;
    /** Clone. */
    virtual HRESULT STDMETHODCALLTYPE Clone(IEnumCallHub **ppEnum) = 0;
};

/** IEnumBstr. */
struct IEnumBstr : public IUnknown {
    /** Next. */
    virtual HRESULT STDMETHODCALLTYPE Next(ULONG celt, BSTR *ppStrings, ULONG *pceltFetched) = 0;
    /** Reset. */
    virtual HRESULT STDMETHODCALLTYPE Reset() = 0;
    /** Skip. */
    virtual HRESULT STDMETHODCALLTYPE Skip(ULONG celt) = 0;
    /** Clone. */
    virtual HRESULT STDMETHODCALLTYPE Clone(IEnumBstr **ppEnum) = 0;
};

/** IEnumPluggableTerminalClassInfo. */
struct IEnumPluggableTerminalClassInfo : public IUnknown {
    /** Next. */
    virtual HRESULT STDMETHODCALLTYPE Next(ULONG celt, ITPluggableTerminalClassInfo **ppElements, ULONG *pceltFetched) = 0;
    /** Reset. */
    virtual HRESULT STDMETHODCALLTYPE Reset() = 0;
    /** Skip. */
    virtual HRESULT STDMETHODCALLTYPE Skip(ULONG celt) = 0;
    /** Clone. */
    virtual HRESULT STDMETHODCALLTYPE Clone(IEnumPluggableTerminalClassInfo **ppEnum) = 0;
};

/** IEnumPluggableSuperclassInfo. */
struct IEnumPluggableSuperclassInfo : public IUnknown {
    /** Next. */
    virtual HRESULT STDMETHODCALLTYPE Next(ULONG celt, ITPluggableTerminalSuperclassInfo **ppElements, ULONG *pceltFetched) = 0;
    /** Reset. */
    virtual HRESULT STDMETHODCALLTYPE Reset() = 0;
    /** Skip. */
    virtual HRESULT STDMETHODCALLTYPE Skip(ULONG celt) = 0;
    /** Clone. */
    virtual HRESULT STDMETHODCALLTYPE Clone(IEnumPluggableSuperclassInfo **ppEnum) = 0;
};

/** IEnumLocation. */
struct IEnumLocation : public IUnknown {
    /** Next. */
    virtual HRESULT STDMETHODCALLTYPE Next(ULONG celt, ITLocationInfo **ppElements, ULONG *pceltFetched) = 0;
    /** Reset. */
    virtual HRESULT STDMETHODCALLTYPE Reset() = 0;
    /** Skip. */
    virtual HRESULT STDMETHODCALLTYPE Skip(ULONG celt) = 0;
    /** Clone. */
    virtual HRESULT STDMETHODCALLTYPE Clone(IEnumLocation **ppEnum) = 0;
};

/** IEnumCallingCard. */
struct IEnumCallingCard : public IUnknown {
    /** Next. */
    virtual HRESULT STDMETHODCALLTYPE Next(ULONG celt, ITCallingCard **ppElements, ULONG *pceltFetched) = 0;
    /** Reset. */
    virtual HRESULT STDMETHODCALLTYPE Reset() = 0;
    /** Skip. */
    virtual HRESULT STDMETHODCALLTYPE Skip(ULONG celt) = 0;
    /** Clone. */
    virtual HRESULT STDMETHODCALLTYPE Clone(IEnumCallingCard **ppEnum) = 0;
};

/** IEnumStream. */
struct IEnumStream : public IUnknown {
    /** Next. */
    virtual HRESULT STDMETHODCALLTYPE Next(ULONG celt, ITStream **ppElements, ULONG *pceltFetched) = 0;
    /** Reset. */
    virtual HRESULT STDMETHODCALLTYPE Reset() = 0;
    /** Skip. */
    virtual HRESULT STDMETHODCALLTYPE Skip(ULONG celt) = 0;
    /** Clone. */
    virtual HRESULT STDMETHODCALLTYPE Clone(IEnumStream **ppEnum) = 0;
};

/** IEnumSubStream. */
struct IEnumSubStream : public IUnknown {
    /** Next. */
    virtual HRESULT STDMETHODCALLTYPE Next(ULONG celt, ITSubStream **ppElements, ULONG *pceltFetched) = 0;
    /** Reset. */
    virtual HRESULT STDMETHODCALLTYPE Reset() = 0;
    /** Skip. */
    virtual HRESULT STDMETHODCALLTYPE Skip(ULONG celt) = 0;
    /** Clone. */
    virtual HRESULT STDMETHODCALLTYPE Clone(IEnumSubStream **ppEnum) = 0;
};

/** ITPrivateEvent. */
struct ITPrivateEvent : public IDispatch {
    /** get_Address. */
    virtual HRESULT STDMETHODCALLTYPE get_Address(ITAddress **ppAddress) = 0;
    /** get_Call. */
    virtual HRESULT STDMETHODCALLTYPE get_Call(ITCallInfo **ppCallInfo) = 0;
    /** get_CallHub. */
    virtual HRESULT STDMETHODCALLTYPE get_CallHub(ITCallHub **ppCallHub) = 0;
    /** get_EventCode. */
    virtual HRESULT STDMETHODCALLTYPE get_EventCode(LONG *plEventCode) = 0;
    /** get_EventInterface. */
    virtual HRESULT STDMETHODCALLTYPE get_EventInterface(IDispatch **pEventInterface) = 0;
};

/** ITPhoneEvent. */
struct ITPhoneEvent : public IDispatch {
    /** get_Phone. */
    virtual HRESULT STDMETHODCALLTYPE get_Phone(ITPhone **ppPhone) = 0;
    /** get_Event. */
    virtual HRESULT STDMETHODCALLTYPE get_Event(PHONE_EVENT *pEvent) = 0;
    /** get_ButtonState. */
    virtual HRESULT STDMETHODCALLTYPE get_ButtonState(PHONE_BUTTON_STATE *pState) = 0;
    /** get_HookSwitchState. */
    virtual HRESULT STDMETHODCALLTYPE get_HookSwitchState(PHONE_HOOK_SWITCH_STATE *pState) = 0;
    /** get_HookSwitchDevice. */
    virtual HRESULT STDMETHODCALLTYPE get_HookSwitchDevice(PHONE_HOOK_SWITCH_DEVICE *pDevice) = 0;
    /** get_RingMode. */
    virtual HRESULT STDMETHODCALLTYPE get_RingMode(LONG *plRingMode) = 0;
    /** get_ButtonLampId. */
    virtual HRESULT STDMETHODCALLTYPE get_ButtonLampId(LONG *plButtonLampId) = 0;
    /** get_NumberGathered. */
    virtual HRESULT STDMETHODCALLTYPE get_NumberGathered(BSTR *ppNumber) = 0;
    /** get_Call. */
    virtual HRESULT STDMETHODCALLTYPE get_Call(ITCallInfo **ppCallInfo) = 0;
};

/** ITCallStateEvent. */
struct ITCallStateEvent : public IDispatch {
    /** get_Call. */
    virtual HRESULT STDMETHODCALLTYPE get_Call(ITCallInfo **ppCallInfo) = 0;
    /** get_State. */
    virtual HRESULT STDMETHODCALLTYPE get_State(CALL_STATE *pCallState) = 0;
    /** get_Cause. */
    virtual HRESULT STDMETHODCALLTYPE get_Cause(CALL_STATE_EVENT_CAUSE *pCEC) = 0;
    /** get_CallbackInstance. */
    virtual HRESULT STDMETHODCALLTYPE get_CallbackInstance(LONG *plCallbackInstance) = 0;
};

/** ITPhoneDeviceSpecificEvent. */
struct ITPhoneDeviceSpecificEvent : public IDispatch {
    /** get_Phone. */
    virtual HRESULT STDMETHODCALLTYPE get_Phone(ITPhone **ppPhone) = 0;
    /** get_lParam1. */
    virtual HRESULT STDMETHODCALLTYPE get_lParam1(LONG *pParam1) = 0;
    /** get_lParam2. */
    virtual HRESULT STDMETHODCALLTYPE get_lParam2(LONG *pParam2) = 0;
    /** get_lParam3. */
    virtual HRESULT STDMETHODCALLTYPE get_lParam3(LONG *pParam3) = 0;
};

/** ITCallMediaEvent. */
struct ITCallMediaEvent : public IDispatch {
    /** get_Call. */
    virtual HRESULT STDMETHODCALLTYPE get_Call(ITCallInfo **ppCallInfo) = 0;
    /** get_Event. */
    virtual HRESULT STDMETHODCALLTYPE get_Event(CALL_MEDIA_EVENT *pCallMediaEvent) = 0;
    /** get_Error. */
    virtual HRESULT STDMETHODCALLTYPE get_Error(HRESULT *phrError) = 0;
    /** get_Terminal. */
    virtual HRESULT STDMETHODCALLTYPE get_Terminal(ITTerminal **ppTerminal) = 0;
    /** get_Stream. */
    virtual HRESULT STDMETHODCALLTYPE get_Stream(ITStream **ppStream) = 0;
    /** get_Cause. */
    virtual HRESULT STDMETHODCALLTYPE get_Cause(CALL_MEDIA_EVENT_CAUSE *pCause) = 0;
};

/** ITDigitDetectionEvent. */
struct ITDigitDetectionEvent : public IDispatch {
    /** get_Call. */
    virtual HRESULT STDMETHODCALLTYPE get_Call(ITCallInfo **ppCallInfo) = 0;
    /** get_Digit. */
    virtual HRESULT STDMETHODCALLTYPE get_Digit(BYTE *pucDigit) = 0;
    /** get_DigitMode. */
    virtual HRESULT STDMETHODCALLTYPE get_DigitMode(TAPI_DIGITMODE *pDigitMode) = 0;
    /** get_TickCount. */
    virtual HRESULT STDMETHODCALLTYPE get_TickCount(LONG *plTickCount) = 0;
    /** get_CallbackInstance. */
    virtual HRESULT STDMETHODCALLTYPE get_CallbackInstance(LONG *plCallbackInstance) = 0;
};

/** ITDigitGenerationEvent. */
struct ITDigitGenerationEvent : public IDispatch {
    /** get_Call. */
    virtual HRESULT STDMETHODCALLTYPE get_Call(ITCallInfo **ppCallInfo) = 0;
    /** get_GenerationTermination. */
    virtual HRESULT STDMETHODCALLTYPE get_GenerationTermination(LONG *plGenerationTermination) = 0;
    /** get_TickCount. */
    virtual HRESULT STDMETHODCALLTYPE get_TickCount(LONG *plTickCount) = 0;
    /** get_CallbackInstance. */
    virtual HRESULT STDMETHODCALLTYPE get_CallbackInstance(LONG *plCallbackInstance) = 0;
};

/** ITDigitsGatheredEvent. */
struct ITDigitsGatheredEvent : public IDispatch {
    /** get_Call. */
    virtual HRESULT STDMETHODCALLTYPE get_Call(ITCallInfo **ppCallInfo) = 0;
    /** get_Digits. */
    virtual HRESULT STDMETHODCALLTYPE get_Digits(BSTR *ppDigits) = 0;
    /** get_GatherTermination. */
    virtual HRESULT STDMETHODCALLTYPE get_GatherTermination(TAPI_GATHERTERM *pGatherTermination) = 0;
    /** get_TickCount. */
    virtual HRESULT STDMETHODCALLTYPE get_TickCount(LONG *plTickCount) = 0;
    /** get_CallbackInstance. */
    virtual HRESULT STDMETHODCALLTYPE get_CallbackInstance(LONG *plCallbackInstance) = 0;
};

/** ITToneDetectionEvent. */
struct ITToneDetectionEvent : public IDispatch {
    /** get_Call. */
    virtual HRESULT STDMETHODCALLTYPE get_Call(ITCallInfo **ppCallInfo) = 0;
    /** get_AppSpecific. */
    virtual HRESULT STDMETHODCALLTYPE get_AppSpecific(LONG *plAppSpecific) = 0;
    /** get_TickCount. */
    virtual HRESULT STDMETHODCALLTYPE get_TickCount(LONG *plTickCount) = 0;
    /** get_CallbackInstance. */
    virtual HRESULT STDMETHODCALLTYPE get_CallbackInstance(LONG *plCallbackInstance) = 0;
};

/** ITTAPIObjectEvent. */
struct ITTAPIObjectEvent : public IDispatch {
    /** get_TAPIObject. */
    virtual HRESULT STDMETHODCALLTYPE get_TAPIObject(ITTAPI **ppTAPIObject) = 0;
    /** get_Event. */
    virtual HRESULT STDMETHODCALLTYPE get_Event(TAPIOBJECT_EVENT *pEvent) = 0;
    /** get_Address. */
    virtual HRESULT STDMETHODCALLTYPE get_Address(ITAddress **ppAddress) = 0;
    /** get_CallbackInstance. */
    virtual HRESULT STDMETHODCALLTYPE get_CallbackInstance(LONG *plCallbackInstance) = 0;
};

/** ITTAPIObjectEvent2. */
struct ITTAPIObjectEvent2 : public ITTAPIObjectEvent {
    /** get_Phone. */
    virtual HRESULT STDMETHODCALLTYPE get_Phone(ITPhone **ppPhone) = 0;
};

/** ITCallHubEvent. */
struct ITCallHubEvent : public IDispatch {
    /** get_Event. */
    virtual HRESULT STDMETHODCALLTYPE get_Event(CALLHUB_EVENT *pEvent) = 0;
    /** get_CallHub. */
    virtual HRESULT STDMETHODCALLTYPE get_CallHub(ITCallHub **ppCallHub) = 0;
    /** get_Call. */
    virtual HRESULT STDMETHODCALLTYPE get_Call(ITCallInfo **ppCall) = 0;
};

/** ITAddressEvent. */
struct ITAddressEvent : public IDispatch {
    /** get_Address. */
    virtual HRESULT STDMETHODCALLTYPE get_Address(ITAddress **ppAddress) = 0;
    /** get_Event. */
    virtual HRESULT STDMETHODCALLTYPE get_Event(ADDRESS_EVENT *pEvent) = 0;
    /** get_Terminal. */
    virtual HRESULT STDMETHODCALLTYPE get_Terminal(ITTerminal **ppTerminal) = 0;
};

/** ITAddressDeviceSpecificEvent. */
struct ITAddressDeviceSpecificEvent : public IDispatch {
    /** get_Address. */
    virtual HRESULT STDMETHODCALLTYPE get_Address(ITAddress **ppAddress) = 0;
    /** get_Call. */
    virtual HRESULT STDMETHODCALLTYPE get_Call(ITCallInfo **ppCall) = 0;
    /** get_lParam1. */
    virtual HRESULT STDMETHODCALLTYPE get_lParam1(LONG *pParam1) = 0;
    /** get_lParam2. */
    virtual HRESULT STDMETHODCALLTYPE get_lParam2(LONG *pParam2) = 0;
    /** get_lParam3. */
    virtual HRESULT STDMETHODCALLTYPE get_lParam3(LONG *pParam3) = 0;
};

/** ITFileTerminalEvent. */
struct ITFileTerminalEvent : public IDispatch {
    /** get_Terminal. */
    virtual HRESULT STDMETHODCALLTYPE get_Terminal(ITTerminal **ppTerminal) = 0;
    /** get_Track. */
    virtual HRESULT STDMETHODCALLTYPE get_Track(ITFileTrack **ppTrackTerminal) = 0;
    /** get_Call. */
    virtual HRESULT STDMETHODCALLTYPE get_Call(ITCallInfo **ppCall) = 0;
    /** get_State. */
    virtual HRESULT STDMETHODCALLTYPE get_State(TERMINAL_MEDIA_STATE *pState) = 0;
    /** get_Cause. */
    virtual HRESULT STDMETHODCALLTYPE get_Cause(FT_STATE_EVENT_CAUSE *pCause) = 0;
    /** get_Error. */
    virtual HRESULT STDMETHODCALLTYPE get_Error(HRESULT *phrErrorCode) = 0;
};

/** ITTTSTerminalEvent. */
struct ITTTSTerminalEvent : public IDispatch {
    /** get_Terminal. */
    virtual HRESULT STDMETHODCALLTYPE get_Terminal(ITTerminal **ppTerminal) = 0;
    /** get_Call. */
    virtual HRESULT STDMETHODCALLTYPE get_Call(ITCallInfo **ppCall) = 0;
    /** get_Error. */
    virtual HRESULT STDMETHODCALLTYPE get_Error(HRESULT *phrErrorCode) = 0;
};

/** ITASRTerminalEvent. */
struct ITASRTerminalEvent : public IDispatch {
    /** get_Terminal. */
    virtual HRESULT STDMETHODCALLTYPE get_Terminal(ITTerminal **ppTerminal) = 0;
    /** get_Call. */
    virtual HRESULT STDMETHODCALLTYPE get_Call(ITCallInfo **ppCall) = 0;
    /** get_Error. */
    virtual HRESULT STDMETHODCALLTYPE get_Error(HRESULT *phrErrorCode) = 0;
};

/** ITToneTerminalEvent. */
struct ITToneTerminalEvent : public IDispatch {
    /** get_Terminal. */
    virtual HRESULT STDMETHODCALLTYPE get_Terminal(ITTerminal **ppTerminal) = 0;
    /** get_Call. */
    virtual HRESULT STDMETHODCALLTYPE get_Call(ITCallInfo **ppCall) = 0;
    /** get_Error. */
    virtual HRESULT STDMETHODCALLTYPE get_Error(HRESULT *phrErrorCode) = 0;
};

/** ITQOSEvent. */
struct ITQOSEvent : public IDispatch {
    /** get_Call. */
    virtual HRESULT STDMETHODCALLTYPE get_Call(ITCallInfo **ppCall) = 0;
    /** get_Event. */
    virtual HRESULT STDMETHODCALLTYPE get_Event(QOS_EVENT *pQosEvent) = 0;
    /** get_MediaType. */
    virtual HRESULT STDMETHODCALLTYPE get_MediaType(LONG *plMediaType) = 0;
};

/** ITCallInfoChangeEvent. */
struct ITCallInfoChangeEvent : public IDispatch {
    /** get_Call. */
    virtual HRESULT STDMETHODCALLTYPE get_Call(ITCallInfo **ppCall) = 0;
    /** get_Cause. */
    virtual HRESULT STDMETHODCALLTYPE get_Cause(CALLINFOCHANGE_CAUSE *pCIC) = 0;
    /** get_CallbackInstance. */
    virtual HRESULT STDMETHODCALLTYPE get_CallbackInstance(LONG *plCallbackInstance) = 0;
};

/** ITRequestEvent. */
struct ITRequestEvent : public IDispatch {
    /** get_RegistrationInstance. */
    virtual HRESULT STDMETHODCALLTYPE get_RegistrationInstance(LONG *plRegistrationInstance) = 0;
    /** get_RequestMode. */
    virtual HRESULT STDMETHODCALLTYPE get_RequestMode(LONG *plRequestMode) = 0;
    /** get_DestAddress. */
    virtual HRESULT STDMETHODCALLTYPE get_DestAddress(BSTR *ppDestAddress) = 0;
    /** get_AppName. */
    virtual HRESULT STDMETHODCALLTYPE get_AppName(BSTR *ppAppName) = 0;
    /** get_CalledParty. */
    virtual HRESULT STDMETHODCALLTYPE get_CalledParty(BSTR *ppCalledParty) = 0;
    /** get_Comment. */
    virtual HRESULT STDMETHODCALLTYPE get_Comment(BSTR *ppComment) = 0;
};

/** ITCallNotificationEvent. */
struct ITCallNotificationEvent : public IDispatch {
    /** get_Call. */
    virtual HRESULT STDMETHODCALLTYPE get_Call(ITCallInfo **ppCall) = 0;
    /** get_Event. */
    virtual HRESULT STDMETHODCALLTYPE get_Event(CALL_NOTIFICATION_EVENT *pCallNotificationEvent) = 0;
    /** get_CallbackInstance. */
    virtual HRESULT STDMETHODCALLTYPE get_CallbackInstance(LONG *plCallbackInstance) = 0;
};

/** ITLegacyAddressMediaControl. */
struct ITLegacyAddressMediaControl : public IUnknown {
    /** GetID. */
    virtual HRESULT STDMETHODCALLTYPE GetID(BSTR pDeviceClass, DWORD *pdwSize, BYTE **ppDeviceID) = 0;
    /** GetDevConfig. */
    virtual HRESULT STDMETHODCALLTYPE GetDevConfig(BSTR pDeviceClass, DWORD *pdwSize, BYTE **ppDeviceConfig) = 0;
    /** SetDevConfig. */
    virtual HRESULT STDMETHODCALLTYPE SetDevConfig(BSTR pDeviceClass, DWORD dwSize, BYTE *pDeviceConfig) = 0;
};

/** ITLegacyAddressMediaControl2. */
struct ITLegacyAddressMediaControl2 : public ITLegacyAddressMediaControl {
    /** ConfigDialog. */
    virtual HRESULT STDMETHODCALLTYPE ConfigDialog(HWND hwndOwner, BSTR pDeviceClass) = 0;
    /** ConfigDialogEdit. */
    virtual HRESULT STDMETHODCALLTYPE ConfigDialogEdit(HWND hwndOwner, BSTR pDeviceClass, DWORD dwSizeIn, BYTE *pDeviceConfigIn, DWORD *pdwSizeOut, BYTE **ppDeviceConfigOut) = 0;
};

/** ITLegacyCallMediaControl. */
struct ITLegacyCallMediaControl : public IDispatch {
    /** DetectDigits. */
    virtual HRESULT STDMETHODCALLTYPE DetectDigits(TAPI_DIGITMODE DigitMode) = 0;
    /** GenerateDigits. */
    virtual HRESULT STDMETHODCALLTYPE GenerateDigits(BSTR pDigits, TAPI_DIGITMODE DigitMode) = 0;
    /** GetID. */
    virtual HRESULT STDMETHODCALLTYPE GetID(BSTR pDeviceClass, DWORD *pdwSize, BYTE **ppDeviceID) = 0;
    /** SetMediaType. */
    virtual HRESULT STDMETHODCALLTYPE SetMediaType(LONG lMediaType) = 0;
    /** MonitorMedia. */
    virtual HRESULT STDMETHODCALLTYPE MonitorMedia(LONG lMediaType) = 0;
};

/** ITLegacyCallMediaControl2. */
struct ITLegacyCallMediaControl2 : public ITLegacyCallMediaControl {
    /** GenerateDigits2. */
    virtual HRESULT STDMETHODCALLTYPE GenerateDigits2(BSTR pDigits, TAPI_DIGITMODE DigitMode, LONG lDuration) = 0;
    /** GatherDigits. */
    virtual HRESULT STDMETHODCALLTYPE GatherDigits(TAPI_DIGITMODE DigitMode, LONG lNumDigits, BSTR pTerminationDigits, LONG lFirstDigitTimeout, LONG lInterDigitTimeout) = 0;
    /** DetectTones. */
    virtual HRESULT STDMETHODCALLTYPE DetectTones(TAPI_DETECTTONE *pToneList, LONG lNumTones) = 0;
    /** DetectTonesByCollection. */
    virtual HRESULT STDMETHODCALLTYPE DetectTonesByCollection(ITCollection2 *pDetectToneCollection) = 0;
    /** GenerateTone. */
    virtual HRESULT STDMETHODCALLTYPE GenerateTone(TAPI_TONEMODE ToneMode, LONG lDuration) = 0;
    /** GenerateCustomTones. */
    virtual HRESULT STDMETHODCALLTYPE GenerateCustomTones(TAPI_CUSTOMTONE *pToneList, LONG lNumTones, LONG lDuration) = 0;
    /** GenerateCustomTonesByCollection. */
    virtual HRESULT STDMETHODCALLTYPE GenerateCustomTonesByCollection(ITCollection2 *pCustomToneCollection, LONG lDuration) = 0;
    /** CreateDetectToneObject. */
    virtual HRESULT STDMETHODCALLTYPE CreateDetectToneObject(ITDetectTone **ppDetectTone) = 0;
    /** CreateCustomToneObject. */
    virtual HRESULT STDMETHODCALLTYPE CreateCustomToneObject(ITCustomTone **ppCustomTone) = 0;
    /** GetIDAsVariant. */
    virtual HRESULT STDMETHODCALLTYPE GetIDAsVariant(BSTR bstrDeviceClass, VARIANT *pVarDeviceID) = 0;
};

/** ITDetectTone. */
struct ITDetectTone : public IDispatch {
    /** get_AppSpecific. */
    virtual HRESULT STDMETHODCALLTYPE get_AppSpecific(LONG *plAppSpecific) = 0;
    /** put_AppSpecific. */
    virtual HRESULT STDMETHODCALLTYPE put_AppSpecific(LONG lAppSpecific) = 0;
    /** get_Duration. */
    virtual HRESULT STDMETHODCALLTYPE get_Duration(LONG *plDuration) = 0;
    /** put_Duration. */
    virtual HRESULT STDMETHODCALLTYPE put_Duration(LONG lDuration) = 0;
    /** get_Frequency. */
    virtual HRESULT STDMETHODCALLTYPE get_Frequency(LONG Index, LONG *plFrequency) = 0;
    /** put_Frequency. */
    virtual HRESULT STDMETHODCALLTYPE put_Frequency(LONG Index, LONG lFrequency) = 0;
};

/** ITCustomTone. */
struct ITCustomTone : public IDispatch {
    /** get_Frequency. */
    virtual HRESULT STDMETHODCALLTYPE get_Frequency(LONG *plFrequency) = 0;
    /** put_Frequency. */
    virtual HRESULT STDMETHODCALLTYPE put_Frequency(LONG lFrequency) = 0;
    /** get_CadenceOn. */
    virtual HRESULT STDMETHODCALLTYPE get_CadenceOn(LONG *plCadenceOn) = 0;
    /** put_CadenceOn. */
    virtual HRESULT STDMETHODCALLTYPE put_CadenceOn(LONG CadenceOn) = 0;
    /** get_CadenceOff. */
    virtual HRESULT STDMETHODCALLTYPE get_CadenceOff(LONG *plCadenceOff) = 0;
    /** put_CadenceOff. */
    virtual HRESULT STDMETHODCALLTYPE put_CadenceOff(LONG lCadenceOff) = 0;
    /** get_Volume. */
    virtual HRESULT STDMETHODCALLTYPE get_Volume(LONG *plVolume) = 0;
    /** put_Volume. */
    virtual HRESULT STDMETHODCALLTYPE put_Volume(LONG lVolume) = 0;
};

/** ITLegacyWaveSupport. */
struct ITLegacyWaveSupport : public IDispatch {
    /** IsFullDuplex. */
    virtual HRESULT STDMETHODCALLTYPE IsFullDuplex(FULLDUPLEX_SUPPORT *pSupport) = 0;
};

/** ITPhone. */
struct ITPhone : public IDispatch {
    /** Open. */
    virtual HRESULT STDMETHODCALLTYPE Open(PHONE_PRIVILEGE Privilege) = 0;
    /** Close. */
    virtual HRESULT STDMETHODCALLTYPE Close() = 0;
    /** get_Addresses. */
    virtual HRESULT STDMETHODCALLTYPE get_Addresses(VARIANT *pAddresses) = 0;
    /** EnumerateAddresses. */
    virtual HRESULT STDMETHODCALLTYPE EnumerateAddresses(IEnumAddress **ppEnumAddress) = 0;
    /** get_PhoneCapsLong. */
    virtual HRESULT STDMETHODCALLTYPE get_PhoneCapsLong(PHONECAPS_LONG pclCap, LONG *plCapability) = 0;
    /** get_PhoneCapsString. */
    virtual HRESULT STDMETHODCALLTYPE get_PhoneCapsString(PHONECAPS_STRING pcsCap, BSTR *ppCapability) = 0;
    /** get_Terminals. */
    virtual HRESULT STDMETHODCALLTYPE get_Terminals(ITAddress *pAddress, VARIANT *pTerminals) = 0;
    /** EnumerateTerminals. */
    virtual HRESULT STDMETHODCALLTYPE EnumerateTerminals(ITAddress *pAddress, IEnumTerminal **ppEnumTerminal) = 0;
    /** get_ButtonMode. */
    virtual HRESULT STDMETHODCALLTYPE get_ButtonMode(LONG lButtonID, PHONE_BUTTON_MODE *pButtonMode) = 0;
    /** put_ButtonMode. */
    virtual HRESULT STDMETHODCALLTYPE put_ButtonMode(LONG lButtonID, PHONE_BUTTON_MODE ButtonMode) = 0;
    /** get_ButtonFunction. */
    virtual HRESULT STDMETHODCALLTYPE get_ButtonFunction(LONG lButtonID, PHONE_BUTTON_FUNCTION *pButtonFunction) = 0;
    /** put_ButtonFunction. */
    virtual HRESULT STDMETHODCALLTYPE put_ButtonFunction(LONG lButtonID, PHONE_BUTTON_FUNCTION ButtonFunction) = 0;
    /** get_ButtonText. */
    virtual HRESULT STDMETHODCALLTYPE get_ButtonText(LONG lButtonID, BSTR *ppButtonText) = 0;
    /** put_ButtonText. */
    virtual HRESULT STDMETHODCALLTYPE put_ButtonText(LONG lButtonID, BSTR bstrButtonText) = 0;
    /** get_ButtonState. */
    virtual HRESULT STDMETHODCALLTYPE get_ButtonState(LONG lButtonID, PHONE_BUTTON_STATE *pButtonState) = 0;
    /** get_HookSwitchState. */
    virtual HRESULT STDMETHODCALLTYPE get_HookSwitchState(PHONE_HOOK_SWITCH_DEVICE HookSwitchDevice, PHONE_HOOK_SWITCH_STATE *pHookSwitchState) = 0;
    /** put_HookSwitchState. */
    virtual HRESULT STDMETHODCALLTYPE put_HookSwitchState(PHONE_HOOK_SWITCH_DEVICE HookSwitchDevice, PHONE_HOOK_SWITCH_STATE HookSwitchState) = 0;
    /** put_RingMode. */
    virtual HRESULT STDMETHODCALLTYPE put_RingMode(LONG lRingMode) = 0;
    /** get_RingMode. */
    virtual HRESULT STDMETHODCALLTYPE get_RingMode(LONG *plRingMode) = 0;
    /** put_RingVolume. */
    virtual HRESULT STDMETHODCALLTYPE put_RingVolume(LONG lRingVolume) = 0;
    /** get_RingVolume. */
    virtual HRESULT STDMETHODCALLTYPE get_RingVolume(LONG *plRingVolume) = 0;
    /** get_Privilege. */
    virtual HRESULT STDMETHODCALLTYPE get_Privilege(PHONE_PRIVILEGE *pPrivilege) = 0;
    /** GetPhoneCapsBuffer. */
    virtual HRESULT STDMETHODCALLTYPE GetPhoneCapsBuffer(PHONECAPS_BUFFER pcbCaps, DWORD *pdwSize, BYTE **ppPhoneCapsBuffer) = 0;
    /** get_PhoneCapsBuffer. */
    virtual HRESULT STDMETHODCALLTYPE get_PhoneCapsBuffer(PHONECAPS_BUFFER pcbCaps, VARIANT *pVarBuffer) = 0;
    /** get_LampMode. */
    virtual HRESULT STDMETHODCALLTYPE get_LampMode(LONG lLampID, PHONE_LAMP_MODE *pLampMode) = 0;
    /** put_LampMode. */
    virtual HRESULT STDMETHODCALLTYPE put_LampMode(LONG lLampID, PHONE_LAMP_MODE LampMode) = 0;
    /** get_Display. */
    virtual HRESULT STDMETHODCALLTYPE get_Display(BSTR *pbstrDisplay) = 0;
    /** SetDisplay. */
    virtual HRESULT STDMETHODCALLTYPE SetDisplay(LONG lRow, LONG lColumn, BSTR bstrDisplay) = 0;
    /** get_PreferredAddresses. */
    virtual HRESULT STDMETHODCALLTYPE get_PreferredAddresses(VARIANT *pAddresses) = 0;
    /** EnumeratePreferredAddresses. */
    virtual HRESULT STDMETHODCALLTYPE EnumeratePreferredAddresses(IEnumAddress **ppEnumAddress) = 0;
    /** DeviceSpecific. */
    virtual HRESULT STDMETHODCALLTYPE DeviceSpecific(BYTE *pParams, DWORD dwSize) = 0;
    /** DeviceSpecificVariant. */
    virtual HRESULT STDMETHODCALLTYPE DeviceSpecificVariant(VARIANT varDevSpecificByteArray) = 0;
    /** NegotiateExtVersion. */
    virtual HRESULT STDMETHODCALLTYPE NegotiateExtVersion(LONG lLowVersion, LONG lHighVersion, LONG *plExtVersion) = 0;
};

/** ITAutomatedPhoneControl. */
struct ITAutomatedPhoneControl : public IDispatch {
    /** StartTone. */
    virtual HRESULT STDMETHODCALLTYPE StartTone(PHONE_TONE Tone, LONG lDuration) = 0;
    /** StopTone. */
    virtual HRESULT STDMETHODCALLTYPE StopTone() = 0;
    /** get_Tone. */
    virtual HRESULT STDMETHODCALLTYPE get_Tone(PHONE_TONE *pTone) = 0;
    /** StartRinger. */
    virtual HRESULT STDMETHODCALLTYPE StartRinger(LONG lRingMode, LONG lDuration) = 0;
    /** StopRinger. */
    virtual HRESULT STDMETHODCALLTYPE StopRinger() = 0;
    /** get_Ringer. */
    virtual HRESULT STDMETHODCALLTYPE get_Ringer(VARIANT_BOOL *pfRinging) = 0;
    /** put_PhoneHandlingEnabled. */
    virtual HRESULT STDMETHODCALLTYPE put_PhoneHandlingEnabled(VARIANT_BOOL fEnabled) = 0;
    /** get_PhoneHandlingEnabled. */
    virtual HRESULT STDMETHODCALLTYPE get_PhoneHandlingEnabled(VARIANT_BOOL *pfEnabled) = 0;
    /** put_AutoEndOfNumberTimeout. */
    virtual HRESULT STDMETHODCALLTYPE put_AutoEndOfNumberTimeout(LONG lTimeout) = 0;
    /** get_AutoEndOfNumberTimeout. */
    virtual HRESULT STDMETHODCALLTYPE get_AutoEndOfNumberTimeout(LONG *plTimeout) = 0;
    /** put_AutoDialtone. */
    virtual HRESULT STDMETHODCALLTYPE put_AutoDialtone(VARIANT_BOOL fEnabled) = 0;
    /** get_AutoDialtone. */
    virtual HRESULT STDMETHODCALLTYPE get_AutoDialtone(VARIANT_BOOL *pfEnabled) = 0;
    /** put_AutoStopTonesOnOnHook. */
    virtual HRESULT STDMETHODCALLTYPE put_AutoStopTonesOnOnHook(VARIANT_BOOL fEnabled) = 0;
    /** get_AutoStopTonesOnOnHook. */
    virtual HRESULT STDMETHODCALLTYPE get_AutoStopTonesOnOnHook(VARIANT_BOOL *pfEnabled) = 0;
    /** put_AutoStopRingOnOffHook. */
    virtual HRESULT STDMETHODCALLTYPE put_AutoStopRingOnOffHook(VARIANT_BOOL fEnabled) = 0;
    /** get_AutoStopRingOnOffHook. */
    virtual HRESULT STDMETHODCALLTYPE get_AutoStopRingOnOffHook(VARIANT_BOOL *pfEnabled) = 0;
    /** put_AutoKeypadTones. */
    virtual HRESULT STDMETHODCALLTYPE put_AutoKeypadTones(VARIANT_BOOL fEnabled) = 0;
    /** get_AutoKeypadTones. */
    virtual HRESULT STDMETHODCALLTYPE get_AutoKeypadTones(VARIANT_BOOL *pfEnabled) = 0;
    /** put_AutoKeypadTonesMinimumDuration. */
    virtual HRESULT STDMETHODCALLTYPE put_AutoKeypadTonesMinimumDuration(LONG lDuration) = 0;
    /** get_AutoKeypadTonesMinimumDuration. */
    virtual HRESULT STDMETHODCALLTYPE get_AutoKeypadTonesMinimumDuration(LONG *plDuration) = 0;
    /** put_AutoVolumeControl. */
    virtual HRESULT STDMETHODCALLTYPE put_AutoVolumeControl(VARIANT_BOOL fEnabled) = 0;
    /** get_AutoVolumeControl. */
    virtual HRESULT STDMETHODCALLTYPE get_AutoVolumeControl(VARIANT_BOOL *fEnabled) = 0;
    /** put_AutoVolumeControlStep. */
    virtual HRESULT STDMETHODCALLTYPE put_AutoVolumeControlStep(LONG lStepSize) = 0;
    /** get_AutoVolumeControlStep. */
    virtual HRESULT STDMETHODCALLTYPE get_AutoVolumeControlStep(LONG *plStepSize) = 0;
    /** put_AutoVolumeControlRepeatDelay. */
    virtual HRESULT STDMETHODCALLTYPE put_AutoVolumeControlRepeatDelay(LONG lDelay) = 0;
    /** get_AutoVolumeControlRepeatDelay. */
    virtual HRESULT STDMETHODCALLTYPE get_AutoVolumeControlRepeatDelay(LONG *plDelay) = 0;
    /** put_AutoVolumeControlRepeatPeriod. */
    virtual HRESULT STDMETHODCALLTYPE put_AutoVolumeControlRepeatPeriod(LONG lPeriod) = 0;
    /** get_AutoVolumeControlRepeatPeriod. */
    virtual HRESULT STDMETHODCALLTYPE get_AutoVolumeControlRepeatPeriod(LONG *plPeriod) = 0;
    /** SelectCall. */
    virtual HRESULT STDMETHODCALLTYPE SelectCall(ITCallInfo *pCall, VARIANT_BOOL fSelectDefaultTerminals) = 0;
    /** UnselectCall. */
    virtual HRESULT STDMETHODCALLTYPE UnselectCall(ITCallInfo *pCall) = 0;
    /** EnumerateSelectedCalls. */
    virtual HRESULT STDMETHODCALLTYPE EnumerateSelectedCalls(IEnumCall **ppCallEnum) = 0;
    /** get_SelectedCalls. */
    virtual HRESULT STDMETHODCALLTYPE get_SelectedCalls(VARIANT *pVariant) = 0;
};

/** ITTAPI. */
struct ITTAPI : public IDispatch {
    /** Initialize. */
    virtual HRESULT STDMETHODCALLTYPE Initialize() = 0;
    /** Shutdown. */
    virtual HRESULT STDMETHODCALLTYPE Shutdown() = 0;
    /** get_Addresses. */
    virtual HRESULT STDMETHODCALLTYPE get_Addresses(VARIANT *pVariant) = 0;
    /** EnumerateAddresses. */
    virtual HRESULT STDMETHODCALLTYPE EnumerateAddresses(IEnumAddress **ppEnumAddress) = 0;
    /** RegisterCallNotifications. */
    virtual HRESULT STDMETHODCALLTYPE RegisterCallNotifications(ITAddress *pAddress, VARIANT_BOOL fMonitor, VARIANT_BOOL fOwner, LONG lMediaTypes, LONG lCallbackInstance, LONG *plRegister) = 0;
    /** UnregisterNotifications. */
    virtual HRESULT STDMETHODCALLTYPE UnregisterNotifications(LONG lRegister) = 0;
    /** get_CallHubs. */
    virtual HRESULT STDMETHODCALLTYPE get_CallHubs(VARIANT *pVariant) = 0;
    /** EnumerateCallHubs. */
    virtual HRESULT STDMETHODCALLTYPE EnumerateCallHubs(IEnumCallHub **ppEnumCallHub) = 0;
    /** SetCallHubTracking. */
    virtual HRESULT STDMETHODCALLTYPE SetCallHubTracking(VARIANT pAddresses, VARIANT_BOOL bTracking) = 0;
    /** EnumeratePrivateTAPIObjects. */
    virtual HRESULT STDMETHODCALLTYPE EnumeratePrivateTAPIObjects(IEnumUnknown **ppEnumUnknown) = 0;
    /** get_PrivateTAPIObjects. */
    virtual HRESULT STDMETHODCALLTYPE get_PrivateTAPIObjects(VARIANT *pVariant) = 0;
    /** RegisterRequestRecipient. */
    virtual HRESULT STDMETHODCALLTYPE RegisterRequestRecipient(LONG lRegistrationInstance, LONG lRequestMode, VARIANT_BOOL fEnable) = 0;
    /** SetAssistedTelephonyPriority. */
    virtual HRESULT STDMETHODCALLTYPE SetAssistedTelephonyPriority(BSTR pAppFilename, VARIANT_BOOL fPriority) = 0;
    /** SetApplicationPriority. */
    virtual HRESULT STDMETHODCALLTYPE SetApplicationPriority(BSTR pAppFilename, LONG lMediaType, VARIANT_BOOL fPriority) = 0;
    /** put_EventFilter. */
    virtual HRESULT STDMETHODCALLTYPE put_EventFilter(LONG lFilterMask) = 0;
    /** get_EventFilter. */
    virtual HRESULT STDMETHODCALLTYPE get_EventFilter(LONG *plFilterMask) = 0;
};

/** ITTAPI2. */
struct ITTAPI2 : public ITTAPI {
    /** get_Phones. */
    virtual HRESULT STDMETHODCALLTYPE get_Phones(VARIANT *pPhones) = 0;
    /** EnumeratePhones. */
    virtual HRESULT STDMETHODCALLTYPE EnumeratePhones(IEnumPhone **ppEnumPhone) = 0;
    /** CreateEmptyCollectionObject. */
    virtual HRESULT STDMETHODCALLTYPE CreateEmptyCollectionObject(ITCollection2 **ppCollection) = 0;
};

/** ITTAPIEventNotification. */
struct ITTAPIEventNotification : public IUnknown {
    /** Event. */
    virtual HRESULT STDMETHODCALLTYPE Event(TAPI_EVENT TapiEvent, IDispatch *pEvent) = 0;
};

/** ITRequest. */
struct ITRequest : public IDispatch {
    /** MakeCall. */
    virtual HRESULT STDMETHODCALLTYPE MakeCall(BSTR pDestAddress, BSTR pAppName, BSTR pCalledParty, BSTR pComment) = 0;
};

/** ITDispatchMapper. */
struct ITDispatchMapper : public IDispatch {
    /** QueryDispatchInterface. */
    virtual HRESULT STDMETHODCALLTYPE QueryDispatchInterface(BSTR pIID, IDispatch *pInterfaceToMap, IDispatch **ppReturnedInterface) = 0;
};

/**
 * ITTAPIDispatchEventNotification.
 *
 * Called through Invoke only. Members:
 *
 * `Event(TapiEvent, pEvent)`, dispatch id 1:
 * Event.
 */
struct ITTAPIDispatchEventNotification : public IDispatch {
};

/** ITPluggableTerminalClassInfo. */
struct ITPluggableTerminalClassInfo : public IDispatch {
    /** get_Name. */
    virtual HRESULT STDMETHODCALLTYPE get_Name(BSTR *pName) = 0;
    /** get_Company. */
    virtual HRESULT STDMETHODCALLTYPE get_Company(BSTR *pCompany) = 0;
    /** get_Version. */
    virtual HRESULT STDMETHODCALLTYPE get_Version(BSTR *pVersion) = 0;
    /** get_TerminalClass. */
    virtual HRESULT STDMETHODCALLTYPE get_TerminalClass(BSTR *pTerminalClass) = 0;
    /** get_CLSID. */
    virtual HRESULT STDMETHODCALLTYPE get_CLSID(BSTR *pCLSID) = 0;
    /** get_Direction. */
    virtual HRESULT STDMETHODCALLTYPE get_Direction(TERMINAL_DIRECTION *pDirection) = 0;
    /** get_MediaTypes. */
    virtual HRESULT STDMETHODCALLTYPE get_MediaTypes(LONG *pMediaTypes) = 0;
};

/** ITPluggableTerminalSuperclassInfo. */
struct ITPluggableTerminalSuperclassInfo : public IDispatch {
    /** get_Name. */
    virtual HRESULT STDMETHODCALLTYPE get_Name(BSTR *pName) = 0;
    /** get_CLSID. */
    virtual HRESULT STDMETHODCALLTYPE get_CLSID(BSTR *pCLSID) = 0;
};

/** ITTerminalSupport. */
struct ITTerminalSupport : public IDispatch {
    /** get_StaticTerminals. */
    virtual HRESULT STDMETHODCALLTYPE get_StaticTerminals(VARIANT *pVariant) = 0;
    /** EnumerateStaticTerminals. */
    virtual HRESULT STDMETHODCALLTYPE EnumerateStaticTerminals(IEnumTerminal **ppTerminalEnumerator) = 0;
    /** get_DynamicTerminalClasses. */
    virtual HRESULT STDMETHODCALLTYPE get_DynamicTerminalClasses(VARIANT *pVariant) = 0;
    /** EnumerateDynamicTerminalClasses. */
    virtual HRESULT STDMETHODCALLTYPE EnumerateDynamicTerminalClasses(IEnumTerminalClass **ppTerminalClassEnumerator) = 0;
    /** CreateTerminal. */
    virtual HRESULT STDMETHODCALLTYPE CreateTerminal(BSTR pTerminalClass, LONG lMediaType, TERMINAL_DIRECTION Direction, ITTerminal **ppTerminal) = 0;
    /** GetDefaultStaticTerminal. */
    virtual HRESULT STDMETHODCALLTYPE GetDefaultStaticTerminal(LONG lMediaType, TERMINAL_DIRECTION Direction, ITTerminal **ppTerminal) = 0;
};

/** ITTerminalSupport2. */
struct ITTerminalSupport2 : public ITTerminalSupport {
    /** get_PluggableSuperclasses. */
    virtual HRESULT STDMETHODCALLTYPE get_PluggableSuperclasses(VARIANT *pVariant) = 0;
    /** EnumeratePluggableSuperclasses. */
    virtual HRESULT STDMETHODCALLTYPE EnumeratePluggableSuperclasses(IEnumPluggableSuperclassInfo **ppSuperclassEnumerator) = 0;
    /** get_PluggableTerminalClasses. */
    virtual HRESULT STDMETHODCALLTYPE get_PluggableTerminalClasses(BSTR bstrTerminalSuperclass, LONG lMediaType, VARIANT *pVariant) = 0;
    /** EnumeratePluggableTerminalClasses. */
    virtual HRESULT STDMETHODCALLTYPE EnumeratePluggableTerminalClasses(GUID iidTerminalSuperclass, LONG lMediaType, IEnumPluggableTerminalClassInfo **ppClassEnumerator) = 0;
};

/** ITTerminal. */
struct ITTerminal : public IDispatch {
    /** get_Name. */
    virtual HRESULT STDMETHODCALLTYPE get_Name(BSTR *ppName) = 0;
    /** get_State. */
    virtual HRESULT STDMETHODCALLTYPE get_State(TERMINAL_STATE *pTerminalState) = 0;
    /** get_TerminalType. */
    virtual HRESULT STDMETHODCALLTYPE get_TerminalType(TERMINAL_TYPE *pType) = 0;
    /** get_TerminalClass. */
    virtual HRESULT STDMETHODCALLTYPE get_TerminalClass(BSTR *ppTerminalClass) = 0;
    /** get_MediaType. */
    virtual HRESULT STDMETHODCALLTYPE get_MediaType(LONG *plMediaType) = 0;
    /** get_Direction. */
    virtual HRESULT STDMETHODCALLTYPE get_Direction(TERMINAL_DIRECTION *pDirection) = 0;
};

/** ITMultiTrackTerminal. */
struct ITMultiTrackTerminal : public IDispatch {
    /** get_TrackTerminals. */
    virtual HRESULT STDMETHODCALLTYPE get_TrackTerminals(VARIANT *pVariant) = 0;
    /** EnumerateTrackTerminals. */
    virtual HRESULT STDMETHODCALLTYPE EnumerateTrackTerminals(IEnumTerminal **ppEnumTerminal) = 0;
    /** CreateTrackTerminal. */
    virtual HRESULT STDMETHODCALLTYPE CreateTrackTerminal(LONG MediaType, TERMINAL_DIRECTION TerminalDirection, ITTerminal **ppTerminal) = 0;
    /** get_MediaTypesInUse. */
    virtual HRESULT STDMETHODCALLTYPE get_MediaTypesInUse(LONG *plMediaTypesInUse) = 0;
    /** get_DirectionsInUse. */
    virtual HRESULT STDMETHODCALLTYPE get_DirectionsInUse(TERMINAL_DIRECTION *plDirectionsInUsed) = 0;
    /** RemoveTrackTerminal. */
    virtual HRESULT STDMETHODCALLTYPE RemoveTrackTerminal(ITTerminal *pTrackTerminalToRemove) = 0;
};

/** ITFileTrack. */
struct ITFileTrack : public IDispatch {
    /** get_Format. */
    virtual HRESULT STDMETHODCALLTYPE get_Format(AM_MEDIA_TYPE **ppmt) = 0;
    /** put_Format. */
    virtual HRESULT STDMETHODCALLTYPE put_Format(const AM_MEDIA_TYPE *pmt) = 0;
    /** get_ControllingTerminal. */
    virtual HRESULT STDMETHODCALLTYPE get_ControllingTerminal(ITTerminal **ppControllingTerminal) = 0;
    /** get_AudioFormatForScripting. */
    virtual HRESULT STDMETHODCALLTYPE get_AudioFormatForScripting(ITScriptableAudioFormat **ppAudioFormat) = 0;
    /** put_AudioFormatForScripting. */
    virtual HRESULT STDMETHODCALLTYPE put_AudioFormatForScripting(ITScriptableAudioFormat *pAudioFormat) = 0;
    /** get_EmptyAudioFormatForScripting. */
    virtual HRESULT STDMETHODCALLTYPE get_EmptyAudioFormatForScripting(ITScriptableAudioFormat **ppAudioFormat) = 0;
};

/** ITMediaPlayback. */
struct ITMediaPlayback : public IDispatch {
    /** put_PlayList. */
    virtual HRESULT STDMETHODCALLTYPE put_PlayList(VARIANT PlayListVariant) = 0;
    /** get_PlayList. */
    virtual HRESULT STDMETHODCALLTYPE get_PlayList(VARIANT *pPlayListVariant) = 0;
};

/** ITMediaRecord. */
struct ITMediaRecord : public IDispatch {
    /** put_FileName. */
    virtual HRESULT STDMETHODCALLTYPE put_FileName(BSTR bstrFileName) = 0;
    /** get_FileName. */
    virtual HRESULT STDMETHODCALLTYPE get_FileName(BSTR *pbstrFileName) = 0;
};

/** ITMediaControl. */
struct ITMediaControl : public IDispatch {
    /** Start. */
    virtual HRESULT STDMETHODCALLTYPE Start() = 0;
    /** Stop. */
    virtual HRESULT STDMETHODCALLTYPE Stop() = 0;
    /** Pause. */
    virtual HRESULT STDMETHODCALLTYPE Pause() = 0;
    /** get_MediaState. */
    virtual HRESULT STDMETHODCALLTYPE get_MediaState(TERMINAL_MEDIA_STATE *pTerminalMediaState) = 0;
};

/** ITBasicAudioTerminal. */
struct ITBasicAudioTerminal : public IDispatch {
    /** put_Volume. */
    virtual HRESULT STDMETHODCALLTYPE put_Volume(LONG lVolume) = 0;
    /** get_Volume. */
    virtual HRESULT STDMETHODCALLTYPE get_Volume(LONG *plVolume) = 0;
    /** put_Balance. */
    virtual HRESULT STDMETHODCALLTYPE put_Balance(LONG lBalance) = 0;
    /** get_Balance. */
    virtual HRESULT STDMETHODCALLTYPE get_Balance(LONG *plBalance) = 0;
};

/** ITStaticAudioTerminal. */
struct ITStaticAudioTerminal : public IDispatch {
    /** get_WaveId. */
    virtual HRESULT STDMETHODCALLTYPE get_WaveId(LONG *plWaveId) = 0;
};

/** ITStreamControl. */
struct ITStreamControl : public IDispatch {
    /** CreateStream. */
    virtual HRESULT STDMETHODCALLTYPE CreateStream(LONG lMediaType, TERMINAL_DIRECTION td, ITStream **ppStream) = 0;
    /** RemoveStream. */
    virtual HRESULT STDMETHODCALLTYPE RemoveStream(ITStream *pStream) = 0;
    /** EnumerateStreams. */
    virtual HRESULT STDMETHODCALLTYPE EnumerateStreams(IEnumStream **ppEnumStream) = 0;
    /** get_Streams. */
    virtual HRESULT STDMETHODCALLTYPE get_Streams(VARIANT *pVariant) = 0;
};

/** ITStream. */
struct ITStream : public IDispatch {
    /** get_MediaType. */
    virtual HRESULT STDMETHODCALLTYPE get_MediaType(LONG *plMediaType) = 0;
    /** get_Direction. */
    virtual HRESULT STDMETHODCALLTYPE get_Direction(TERMINAL_DIRECTION *pTD) = 0;
    /** get_Name. */
    virtual HRESULT STDMETHODCALLTYPE get_Name(BSTR *ppName) = 0;
    /** StartStream. */
    virtual HRESULT STDMETHODCALLTYPE StartStream() = 0;
    /** PauseStream. */
    virtual HRESULT STDMETHODCALLTYPE PauseStream() = 0;
    /** StopStream. */
    virtual HRESULT STDMETHODCALLTYPE StopStream() = 0;
    /** SelectTerminal. */
    virtual HRESULT STDMETHODCALLTYPE SelectTerminal(ITTerminal *pTerminal) = 0;
    /** UnselectTerminal. */
    virtual HRESULT STDMETHODCALLTYPE UnselectTerminal(ITTerminal *pTerminal) = 0;
    /** EnumerateTerminals. */
    virtual HRESULT STDMETHODCALLTYPE EnumerateTerminals(IEnumTerminal **ppEnumTerminal) = 0;
    /** get_Terminals. */
    virtual HRESULT STDMETHODCALLTYPE get_Terminals(VARIANT *pTerminals) = 0;
};

/** ITSubStreamControl. */
struct ITSubStreamControl : public IDispatch {
    /** CreateSubStream. */
    virtual HRESULT STDMETHODCALLTYPE CreateSubStream(ITSubStream **ppSubStream) = 0;
    /** RemoveSubStream. */
    virtual HRESULT STDMETHODCALLTYPE RemoveSubStream(ITSubStream *pSubStream) = 0;
    /** EnumerateSubStreams. */
    virtual HRESULT STDMETHODCALLTYPE EnumerateSubStreams(IEnumSubStream **ppEnumSubStream) = 0;
    /** get_SubStreams. */
    virtual HRESULT STDMETHODCALLTYPE get_SubStreams(VARIANT *pVariant) = 0;
};

/** ITSubStream. */
struct ITSubStream : public IDispatch {
    /** StartSubStream. */
    virtual HRESULT STDMETHODCALLTYPE StartSubStream() = 0;
    /** PauseSubStream. */
    virtual HRESULT STDMETHODCALLTYPE PauseSubStream() = 0;
    /** StopSubStream. */
    virtual HRESULT STDMETHODCALLTYPE StopSubStream() = 0;
    /** SelectTerminal. */
    virtual HRESULT STDMETHODCALLTYPE SelectTerminal(ITTerminal *pTerminal) = 0;
    /** UnselectTerminal. */
    virtual HRESULT STDMETHODCALLTYPE UnselectTerminal(ITTerminal *pTerminal) = 0;
    /** EnumerateTerminals. */
    virtual HRESULT STDMETHODCALLTYPE EnumerateTerminals(IEnumTerminal **ppEnumTerminal) = 0;
    /** get_Terminals. */
    virtual HRESULT STDMETHODCALLTYPE get_Terminals(VARIANT *pTerminals) = 0;
    /** get_Stream. */
    virtual HRESULT STDMETHODCALLTYPE get_Stream(ITStream **ppITStream) = 0;
};

/** ITScriptableAudioFormat. */
struct ITScriptableAudioFormat : public IDispatch {
    /** get_Channels. */
    virtual HRESULT STDMETHODCALLTYPE get_Channels(LONG *pVal) = 0;
    /** put_Channels. */
    virtual HRESULT STDMETHODCALLTYPE put_Channels(LONG nNewVal) = 0;
    /** get_SamplesPerSec. */
    virtual HRESULT STDMETHODCALLTYPE get_SamplesPerSec(LONG *pVal) = 0;
    /** put_SamplesPerSec. */
    virtual HRESULT STDMETHODCALLTYPE put_SamplesPerSec(LONG nNewVal) = 0;
    /** get_AvgBytesPerSec. */
    virtual HRESULT STDMETHODCALLTYPE get_AvgBytesPerSec(LONG *pVal) = 0;
    /** put_AvgBytesPerSec. */
    virtual HRESULT STDMETHODCALLTYPE put_AvgBytesPerSec(LONG nNewVal) = 0;
    /** get_BlockAlign. */
    virtual HRESULT STDMETHODCALLTYPE get_BlockAlign(LONG *pVal) = 0;
    /** put_BlockAlign. */
    virtual HRESULT STDMETHODCALLTYPE put_BlockAlign(LONG nNewVal) = 0;
    /** get_BitsPerSample. */
    virtual HRESULT STDMETHODCALLTYPE get_BitsPerSample(LONG *pVal) = 0;
    /** put_BitsPerSample. */
    virtual HRESULT STDMETHODCALLTYPE put_BitsPerSample(LONG nNewVal) = 0;
    /** get_FormatTag. */
    virtual HRESULT STDMETHODCALLTYPE get_FormatTag(LONG *pVal) = 0;
    /** put_FormatTag. */
    virtual HRESULT STDMETHODCALLTYPE put_FormatTag(LONG nNewVal) = 0;
};

/** ITAddressTranslation. */
struct ITAddressTranslation : public IDispatch {
    /** TranslateAddress. */
    virtual HRESULT STDMETHODCALLTYPE TranslateAddress(BSTR pAddressToTranslate, LONG lCard, LONG lTranslateOptions, ITAddressTranslationInfo **ppTranslated) = 0;
    /** TranslateDialog. */
    virtual HRESULT STDMETHODCALLTYPE TranslateDialog(TAPIHWND hwndOwner, BSTR pAddressIn) = 0;
    /** EnumerateLocations. */
    virtual HRESULT STDMETHODCALLTYPE EnumerateLocations(IEnumLocation **ppEnumLocation) = 0;
    /** get_Locations. */
    virtual HRESULT STDMETHODCALLTYPE get_Locations(VARIANT *pVariant) = 0;
    /** EnumerateCallingCards. */
    virtual HRESULT STDMETHODCALLTYPE EnumerateCallingCards(IEnumCallingCard **ppEnumCallingCard) = 0;
    /** get_CallingCards. */
    virtual HRESULT STDMETHODCALLTYPE get_CallingCards(VARIANT *pVariant) = 0;
};

/** ITAddressTranslationInfo. */
struct ITAddressTranslationInfo : public IDispatch {
    /** get_DialableString. */
    virtual HRESULT STDMETHODCALLTYPE get_DialableString(BSTR *ppDialableString) = 0;
    /** get_DisplayableString. */
    virtual HRESULT STDMETHODCALLTYPE get_DisplayableString(BSTR *ppDisplayableString) = 0;
    /** get_CurrentCountryCode. */
    virtual HRESULT STDMETHODCALLTYPE get_CurrentCountryCode(LONG *CountryCode) = 0;
    /** get_DestinationCountryCode. */
    virtual HRESULT STDMETHODCALLTYPE get_DestinationCountryCode(LONG *CountryCode) = 0;
    /** get_TranslationResults. */
    virtual HRESULT STDMETHODCALLTYPE get_TranslationResults(LONG *plResults) = 0;
};

/** ITLocationInfo. */
struct ITLocationInfo : public IDispatch {
    /** get_PermanentLocationID. */
    virtual HRESULT STDMETHODCALLTYPE get_PermanentLocationID(LONG *plLocationID) = 0;
    /** get_CountryCode. */
    virtual HRESULT STDMETHODCALLTYPE get_CountryCode(LONG *plCountryCode) = 0;
    /** get_CountryID. */
    virtual HRESULT STDMETHODCALLTYPE get_CountryID(LONG *plCountryID) = 0;
    /** get_Options. */
    virtual HRESULT STDMETHODCALLTYPE get_Options(LONG *plOptions) = 0;
    /** get_PreferredCardID. */
    virtual HRESULT STDMETHODCALLTYPE get_PreferredCardID(LONG *plCardID) = 0;
    /** get_LocationName. */
    virtual HRESULT STDMETHODCALLTYPE get_LocationName(BSTR *ppLocationName) = 0;
    /** get_CityCode. */
    virtual HRESULT STDMETHODCALLTYPE get_CityCode(BSTR *ppCode) = 0;
    /** get_LocalAccessCode. */
    virtual HRESULT STDMETHODCALLTYPE get_LocalAccessCode(BSTR *ppCode) = 0;
    /** get_LongDistanceAccessCode. */
    virtual HRESULT STDMETHODCALLTYPE get_LongDistanceAccessCode(BSTR *ppCode) = 0;
    /** get_TollPrefixList. */
    virtual HRESULT STDMETHODCALLTYPE get_TollPrefixList(BSTR *ppTollList) = 0;
    /** get_CancelCallWaitingCode. */
    virtual HRESULT STDMETHODCALLTYPE get_CancelCallWaitingCode(BSTR *ppCode) = 0;
};

/** ITCallingCard. */
struct ITCallingCard : public IDispatch {
    /** get_PermanentCardID. */
    virtual HRESULT STDMETHODCALLTYPE get_PermanentCardID(LONG *plCardID) = 0;
    /** get_NumberOfDigits. */
    virtual HRESULT STDMETHODCALLTYPE get_NumberOfDigits(LONG *plDigits) = 0;
    /** get_Options. */
    virtual HRESULT STDMETHODCALLTYPE get_Options(LONG *plOptions) = 0;
    /** get_CardName. */
    virtual HRESULT STDMETHODCALLTYPE get_CardName(BSTR *ppCardName) = 0;
    /** get_SameAreaDialingRule. */
    virtual HRESULT STDMETHODCALLTYPE get_SameAreaDialingRule(BSTR *ppRule) = 0;
    /** get_LongDistanceDialingRule. */
    virtual HRESULT STDMETHODCALLTYPE get_LongDistanceDialingRule(BSTR *ppRule) = 0;
    /** get_InternationalDialingRule. */
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
    explicit ComPtr(Interface *pointer) noexcept : pointer_(pointer) {
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
    void reset() noexcept {
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
    template <class Other> HRESULT query(ComPtr<Other> &other) const noexcept {
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

/** Holds a BSTR and frees it. */
class Bstr {
public:
    Bstr() noexcept : text_(nullptr) {}
    /** A copy of a text that ends with a zero. Empty when memory is short. */
    Bstr(const OLECHAR *text) noexcept : text_(SysAllocString(text)) {}
    Bstr(const std::basic_string<OLECHAR> &text) noexcept
        : text_(SysAllocStringLen(text.data(), static_cast<UINT>(text.size()))) {}
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
    std::basic_string<OLECHAR> str() const {
        return text_ ? std::basic_string<OLECHAR>(text_, length()) : std::basic_string<OLECHAR>();
    }

private:
    BSTR text_;
};

} // namespace tapi3

#endif /* the types stand */
#endif /* TAPI3_HPP */
