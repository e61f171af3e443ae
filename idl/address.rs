//! Addresses: calls are made and received on them; their capabilities, media and forwarding.
//!
//! Described for `codegen`, which reads this file as syntax; it is never compiled.

/// ITMediaSupport.
#[uuid("B1EFC384-9355-11D0-835C-00AA003CCABD")]
#[dual]
pub trait ITMediaSupport: IDispatch {
    /// get_MediaTypes.
    #[propget]
    #[id(0x30001)]
    fn get_MediaTypes(#[retval] plMediaTypes: *mut LONG);

    /// QueryMediaType.
    #[id(0x30002)]
    fn QueryMediaType(lMediaType: LONG, #[retval] pfSupport: *mut VARIANT_BOOL);
}

/// ITAddress.
#[uuid("B1EFC386-9355-11D0-835C-00AA003CCABD")]
#[dual]
pub trait ITAddress: IDispatch {
    /// get_State.
    #[propget]
    #[id(0x10001)]
    fn get_State(#[retval] pAddressState: *mut ADDRESS_STATE);

    /// get_AddressName.
    #[propget]
    #[id(0x10002)]
    fn get_AddressName(#[retval] ppName: *mut BSTR);

    /// get_ServiceProviderName.
    #[propget]
    #[id(0x10003)]
    fn get_ServiceProviderName(#[retval] ppName: *mut BSTR);

    /// get_TAPIObject.
    #[propget]
    #[id(0x10004)]
    fn get_TAPIObject(#[retval] ppTapiObject: *mut *mut ITTAPI);

    /// CreateCall.
    #[id(0x10005)]
    fn CreateCall(pDestAddress: BSTR, lAddressType: LONG, lMediaTypes: LONG, #[retval] ppCall: *mut *mut ITBasicCallControl);

    /// get_Calls.
    #[propget]
    #[id(0x10006)]
    fn get_Calls(#[retval] pVariant: *mut VARIANT);

    /// EnumerateCalls.
    #[id(0x10007)]
    #[hidden]
    fn EnumerateCalls(#[retval] ppCallEnum: *mut *mut IEnumCall);

    /// get_DialableAddress.
    #[propget]
    #[id(0x10008)]
    fn get_DialableAddress(#[retval] pDialableAddress: *mut BSTR);

    /// CreateForwardInfoObject.
    #[id(0x1000a)]
    fn CreateForwardInfoObject(#[retval] ppForwardInfo: *mut *mut ITForwardInformation);

    /// Forward.
    #[id(0x1000b)]
    fn Forward(pForwardInfo: *mut ITForwardInformation, pCall: *mut ITBasicCallControl);

    /// get_CurrentForwardInfo.
    #[propget]
    #[id(0x1000c)]
    fn get_CurrentForwardInfo(#[retval] #[nullable] ppForwardInfo: *mut *mut ITForwardInformation);

    /// put_MessageWaiting.
    #[propput]
    #[id(0x1000e)]
    fn put_MessageWaiting(fMessageWaiting: VARIANT_BOOL);

    /// get_MessageWaiting.
    #[propget]
    #[id(0x1000e)]
    fn get_MessageWaiting(#[retval] pfMessageWaiting: *mut VARIANT_BOOL);

    /// put_DoNotDisturb.
    #[propput]
    #[id(0x1000f)]
    fn put_DoNotDisturb(fDoNotDisturb: VARIANT_BOOL);

    /// get_DoNotDisturb.
    #[propget]
    #[id(0x1000f)]
    fn get_DoNotDisturb(#[retval] pfDoNotDisturb: *mut VARIANT_BOOL);
}

/// ITAddress2.
#[uuid("B0AE5D9B-BE51-46C9-B0F7-DFA8A22A8BC4")]
#[dual]
pub trait ITAddress2: ITAddress {
    /// get_Phones.
    #[propget]
    #[id(0x10010)]
    fn get_Phones(#[retval] pPhones: *mut VARIANT);

    /// EnumeratePhones.
    #[id(0x10011)]
    #[hidden]
    fn EnumeratePhones(#[retval] ppEnumPhone: *mut *mut IEnumPhone);

    /// GetPhoneFromTerminal.
    #[id(0x10012)]
    fn GetPhoneFromTerminal(pTerminal: *mut ITTerminal, #[retval] ppPhone: *mut *mut ITPhone);

    /// get_PreferredPhones.
    #[propget]
    #[id(0x10014)]
    fn get_PreferredPhones(#[retval] pPhones: *mut VARIANT);

    /// EnumeratePreferredPhones.
    #[id(0x10015)]
    #[hidden]
    fn EnumeratePreferredPhones(#[retval] ppEnumPhone: *mut *mut IEnumPhone);

    /// get_EventFilter.
    #[propget]
    #[id(0x10013)]
    fn get_EventFilter(TapiEvent: TAPI_EVENT, lSubEvent: LONG, #[retval] pEnable: *mut VARIANT_BOOL);

    /// put_EventFilter.
    #[propput]
    #[id(0x10013)]
    fn put_EventFilter(TapiEvent: TAPI_EVENT, lSubEvent: LONG, bEnable: VARIANT_BOOL);

    /// DeviceSpecific.
    #[id(0x10016)]
    #[hidden]
    fn DeviceSpecific(pCall: *mut ITCallInfo, #[size_is(dwSize)] pParams: *mut BYTE, dwSize: DWORD);

    /// DeviceSpecificVariant.
    #[id(0x10017)]
    fn DeviceSpecificVariant(pCall: *mut ITCallInfo, varDevSpecificByteArray: VARIANT);

    /// NegotiateExtVersion.
    #[id(0x10018)]
    fn NegotiateExtVersion(lLowVersion: LONG, lHighVersion: LONG, #[retval] plExtVersion: *mut LONG);
}

/// ITAddressCapabilities.
#[uuid("8DF232F5-821B-11D1-BB5C-00C04FB6809F")]
#[dual]
pub trait ITAddressCapabilities: IDispatch {
    /// get_AddressCapability.
    #[propget]
    #[id(0x20001)]
    fn get_AddressCapability(AddressCap: ADDRESS_CAPABILITY, #[retval] plCapability: *mut LONG);

    /// get_AddressCapabilityString.
    #[propget]
    #[id(0x20002)]
    fn get_AddressCapabilityString(AddressCapString: ADDRESS_CAPABILITY_STRING, #[retval] ppCapabilityString: *mut BSTR);

    /// get_CallTreatments.
    #[propget]
    #[id(0x20003)]
    fn get_CallTreatments(#[retval] pVariant: *mut VARIANT);

    /// EnumerateCallTreatments.
    #[id(0x20004)]
    #[hidden]
    fn EnumerateCallTreatments(#[retval] ppEnumCallTreatment: *mut *mut IEnumBstr);

    /// get_CompletionMessages.
    #[propget]
    #[id(0x20005)]
    fn get_CompletionMessages(#[retval] pVariant: *mut VARIANT);

    /// EnumerateCompletionMessages.
    #[id(0x20006)]
    #[hidden]
    fn EnumerateCompletionMessages(#[retval] ppEnumCompletionMessage: *mut *mut IEnumBstr);

    /// get_DeviceClasses.
    #[propget]
    #[id(0x20007)]
    fn get_DeviceClasses(#[retval] pVariant: *mut VARIANT);

    /// EnumerateDeviceClasses.
    #[id(0x20008)]
    #[hidden]
    fn EnumerateDeviceClasses(#[retval] ppEnumDeviceClass: *mut *mut IEnumBstr);
}

/// ITForwardInformation.
#[uuid("449F659E-88A3-11D1-BB5D-00C04FB6809F")]
#[dual]
pub trait ITForwardInformation: IDispatch {
    /// put_NumRingsNoAnswer.
    #[propput]
    #[id(0x1)]
    fn put_NumRingsNoAnswer(lNumRings: LONG);

    /// get_NumRingsNoAnswer.
    #[propget]
    #[id(0x1)]
    fn get_NumRingsNoAnswer(#[retval] plNumRings: *mut LONG);

    /// SetForwardType.
    #[id(0x2)]
    fn SetForwardType(ForwardType: LONG, pDestAddress: BSTR, pCallerAddress: BSTR);

    /// get_ForwardTypeDestination.
    #[propget]
    #[id(0x3)]
    fn get_ForwardTypeDestination(ForwardType: LONG, #[retval] ppDestAddress: *mut BSTR);

    /// get_ForwardTypeCaller.
    #[propget]
    #[id(0x4)]
    fn get_ForwardTypeCaller(Forwardtype: LONG, #[retval] ppCallerAddress: *mut BSTR);

    /// GetForwardType.
    #[id(0x5)]
    #[hidden]
    fn GetForwardType(ForwardType: LONG, #[out] ppDestinationAddress: *mut BSTR, #[out] ppCallerAddress: *mut BSTR);

    /// Clear.
    #[id(0x6)]
    fn Clear();
}

/// ITForwardInformation2.
#[uuid("5229B4ED-B260-4382-8E1A-5DF3A8A4CCC0")]
#[dual]
pub trait ITForwardInformation2: ITForwardInformation {
    /// SetForwardType2.
    #[id(0x7)]
    fn SetForwardType2(ForwardType: LONG, pDestAddress: BSTR, DestAddressType: LONG, pCallerAddress: BSTR, CallerAddressType: LONG);

    /// GetForwardType2.
    #[id(0x8)]
    #[hidden]
    fn GetForwardType2(ForwardType: LONG, #[out] ppDestinationAddress: *mut BSTR, #[out] pDestAddressType: *mut LONG, #[out] ppCallerAddress: *mut BSTR, #[out] pCallerAddressType: *mut LONG);

    /// get_ForwardTypeDestinationAddressType.
    #[propget]
    #[id(0x9)]
    fn get_ForwardTypeDestinationAddressType(ForwardType: LONG, #[retval] pDestAddressType: *mut LONG);

    /// get_ForwardTypeCallerAddressType.
    #[propget]
    #[id(0xa)]
    fn get_ForwardTypeCallerAddressType(Forwardtype: LONG, #[retval] pCallerAddressType: *mut LONG);
}
