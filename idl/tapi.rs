//! The TAPI object, its event sinks, the dispatch mapper and assisted telephony.
//!
//! Described for `codegen`, which reads this file as syntax; it is never compiled.

/// ITTAPI.
#[uuid("B1EFC382-9355-11D0-835C-00AA003CCABD")]
#[dual]
pub trait ITTAPI: IDispatch {
    /// Initialize.
    #[id(0x1000d)]
    fn Initialize();

    /// Shutdown.
    #[id(0x1000e)]
    fn Shutdown();

    /// get_Addresses.
    #[propget]
    #[id(0x10001)]
    fn get_Addresses(#[retval] pVariant: *mut VARIANT);

    /// EnumerateAddresses.
    #[id(0x10002)]
    #[hidden]
    fn EnumerateAddresses(#[retval] ppEnumAddress: *mut *mut IEnumAddress);

    /// RegisterCallNotifications.
    #[id(0x10003)]
    fn RegisterCallNotifications(pAddress: *mut ITAddress, fMonitor: VARIANT_BOOL, fOwner: VARIANT_BOOL, lMediaTypes: LONG, lCallbackInstance: LONG, #[retval] plRegister: *mut LONG);

    /// UnregisterNotifications.
    #[id(0x10004)]
    fn UnregisterNotifications(lRegister: LONG);

    /// get_CallHubs.
    #[propget]
    #[id(0x10005)]
    fn get_CallHubs(#[retval] pVariant: *mut VARIANT);

    /// EnumerateCallHubs.
    #[id(0x10006)]
    #[hidden]
    fn EnumerateCallHubs(#[retval] ppEnumCallHub: *mut *mut IEnumCallHub);

    /// SetCallHubTracking.
    #[id(0x10007)]
    fn SetCallHubTracking(pAddresses: VARIANT, bTracking: VARIANT_BOOL);

    /// EnumeratePrivateTAPIObjects.
    #[id(0x10008)]
    #[hidden]
    fn EnumeratePrivateTAPIObjects(#[out] ppEnumUnknown: *mut *mut IEnumUnknown);

    /// get_PrivateTAPIObjects.
    #[propget]
    #[id(0x10009)]
    fn get_PrivateTAPIObjects(#[retval] pVariant: *mut VARIANT);

    /// RegisterRequestRecipient.
    #[id(0x1000a)]
    fn RegisterRequestRecipient(lRegistrationInstance: LONG, lRequestMode: LONG, fEnable: VARIANT_BOOL);

    /// SetAssistedTelephonyPriority.
    #[id(0x1000b)]
    fn SetAssistedTelephonyPriority(pAppFilename: BSTR, fPriority: VARIANT_BOOL);

    /// SetApplicationPriority.
    #[id(0x1000c)]
    fn SetApplicationPriority(pAppFilename: BSTR, lMediaType: LONG, fPriority: VARIANT_BOOL);

    /// put_EventFilter.
    #[propput]
    #[id(0x1000f)]
    fn put_EventFilter(lFilterMask: LONG);

    /// get_EventFilter.
    #[propget]
    #[id(0x1000f)]
    fn get_EventFilter(#[retval] plFilterMask: *mut LONG);
}

/// ITTAPI2.
#[uuid("54FBDC8C-D90F-4DAD-9695-B373097F094B")]
#[dual]
pub trait ITTAPI2: ITTAPI {
    /// get_Phones.
    #[propget]
    #[id(0x10010)]
    fn get_Phones(#[retval] pPhones: *mut VARIANT);

    /// EnumeratePhones.
    #[id(0x10011)]
    #[hidden]
    fn EnumeratePhones(#[retval] ppEnumPhone: *mut *mut IEnumPhone);

    /// CreateEmptyCollectionObject.
    #[id(0x10012)]
    fn CreateEmptyCollectionObject(#[retval] ppCollection: *mut *mut ITCollection2);
}

/// ITTAPIEventNotification.
#[uuid("EDDB9426-3B91-11D1-8F30-00C04FB6809F")]
pub trait ITTAPIEventNotification: IUnknown {
    /// Event.
    #[id(0x1)]
    fn Event(TapiEvent: TAPI_EVENT, pEvent: *mut IDispatch);
}

/// ITRequest.
#[uuid("AC48FFDF-F8C4-11D1-A030-00C04FB6809F")]
#[dual]
pub trait ITRequest: IDispatch {
    /// MakeCall.
    #[id(0x1)]
    fn MakeCall(pDestAddress: BSTR, pAppName: BSTR, pCalledParty: BSTR, pComment: BSTR);
}

/// ITDispatchMapper.
#[uuid("E9225295-C759-11D1-A02B-00C04FB6809F")]
#[dual]
pub trait ITDispatchMapper: IDispatch {
    /// QueryDispatchInterface.
    #[id(0x1)]
    fn QueryDispatchInterface(pIID: BSTR, pInterfaceToMap: *mut IDispatch, #[retval] ppReturnedInterface: *mut *mut IDispatch);
}

/// ITTAPIDispatchEventNotification.
#[uuid("9F34325B-7E62-11D2-9457-00C04F8EC888")]
#[dispinterface]
pub trait ITTAPIDispatchEventNotification: IDispatch {
    /// Event.
    #[id(0x1)]
    fn Event(TapiEvent: TAPI_EVENT, pEvent: *mut IDispatch);
}
