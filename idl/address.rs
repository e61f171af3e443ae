//! Addresses: calls are made and received on them; their capabilities, media and forwarding.
//!
//! Described for `codegen`, which reads this file as syntax; it is never compiled.

/// Tells which media an address can carry.
///
/// QueryInterface of the address. Programs choose an address with it, mostly by
/// TAPIMEDIATYPE_AUDIO.
/// Page: ITMediaSupport (tapi3if.h).
#[uuid("B1EFC384-9355-11D0-835C-00AA003CCABD")]
#[dual]
pub trait ITMediaSupport: IDispatch {
    /// Tells all media types of the address.
    ///
    /// plMediaTypes: receives the TAPIMEDIATYPE_ bits, OR-ed.
    /// Returns E_POINTER.
    /// Page: ITMediaSupport::get_MediaTypes (tapi3if.h).
    #[propget]
    #[id(0x30001)]
    fn get_MediaTypes(#[retval] plMediaTypes: *mut LONG);

    /// Tells whether the address has certain media types.
    ///
    /// lMediaType: one TAPIMEDIATYPE_ bit, or several OR-ed; 0 means what the address has.
    /// pfSupport: receives VARIANT_TRUE if the address has every one of them, otherwise
    /// VARIANT_FALSE.
    /// Returns E_POINTER.
    /// Page: ITMediaSupport::QueryMediaType (tapi3if.h).
    #[id(0x30002)]
    fn QueryMediaType(lMediaType: LONG, #[retval] pfSupport: *mut VARIANT_BOOL);
}

/// An address: a place on a line, such as an extension, where calls are made and received.
///
/// Comes from ITTAPI::EnumerateAddresses or get_Addresses; QueryInterface gives ITAddress2,
/// ITAddressCapabilities and ITMediaSupport. One address has one object while it is in use.
/// Free-threaded. All methods: E_POINTER for a NULL out-pointer, E_OUTOFMEMORY with nothing
/// changed. Methods that ask the provider wait for it 120 s at most (configurable).
/// Page: ITAddress (tapi3if.h).
#[uuid("B1EFC386-9355-11D0-835C-00AA003CCABD")]
#[dual]
pub trait ITAddress: IDispatch {
    /// Tells whether the address can be used at this moment.
    ///
    /// pAddressState: receives AS_INSERVICE or AS_OUTOFSERVICE; TE_ADDRESS with AE_STATE
    /// reports changes.
    /// Returns E_POINTER.
    /// Page: ITAddress::get_State (tapi3if.h).
    #[propget]
    #[id(0x10001)]
    fn get_State(#[retval] pAddressState: *mut ADDRESS_STATE);

    /// Tells the name of the address, for showing to people.
    ///
    /// ppName: receives the name; free it with SysFreeString.
    /// Returns E_POINTER, E_OUTOFMEMORY.
    /// Page: ITAddress::get_AddressName (tapi3if.h).
    #[propget]
    #[id(0x10002)]
    fn get_AddressName(#[retval] ppName: *mut BSTR);

    /// Tells which provider offers the address.
    ///
    /// ppName: receives the provider's name; free it with SysFreeString.
    /// Returns E_POINTER, E_OUTOFMEMORY.
    /// Page: ITAddress::get_ServiceProviderName (tapi3if.h).
    #[propget]
    #[id(0x10003)]
    fn get_ServiceProviderName(#[retval] ppName: *mut BSTR);

    /// Gives the TAPI object that the address belongs to.
    ///
    /// ppTapiObject: receives it; Release it.
    /// Returns E_POINTER.
    /// Page: ITAddress::get_TAPIObject (tapi3if.h).
    #[propget]
    #[id(0x10004)]
    fn get_TAPIObject(#[retval] ppTapiObject: *mut *mut ITTAPI);

    /// Prepares an outgoing call; nothing is dialled before ITBasicCallControl::Connect.
    ///
    /// pDestAddress: the destination, written as lAddressType says; NULL for a call that gets
    /// it later or needs none (consultation, Pickup, Unpark). Copied; stays the caller's.
    /// lAddressType: exactly one LINEADDRESSTYPE_ bit, of those in AC_ADDRESSTYPES.
    /// lMediaTypes: the TAPIMEDIATYPE_ bits of the call, OR-ed; 0 means what the address has.
    /// ppCall: receives the call, in CS_IDLE and owned by this program; Release it. The caller
    /// needs no RegisterCallNotifications for it, only the event filter.
    /// Returns E_INVALIDARG for an unknown address type or more than one,
    /// TAPI_E_INVALADDRESSTYPE for one that this address does not have, TAPI_E_INVALIDMEDIATYPE
    /// for media that it does not have, E_POINTER, E_OUTOFMEMORY.
    /// Page: ITAddress::CreateCall (tapi3if.h).
    #[id(0x10005)]
    fn CreateCall(pDestAddress: BSTR, lAddressType: LONG, lMediaTypes: LONG, #[retval] ppCall: *mut *mut ITBasicCallControl);

    /// Lists the calls on the address, for Automation clients.
    ///
    /// pVariant: receives VT_DISPATCH, an ITCollection of ITCallInfo; free it with
    /// VariantClear. The objects are the same that the events name.
    /// Returns E_POINTER, E_OUTOFMEMORY.
    /// Page: ITAddress::get_Calls (tapi3if.h).
    #[propget]
    #[id(0x10006)]
    fn get_Calls(#[retval] pVariant: *mut VARIANT);

    /// Lists the calls on the address, for C and C++ clients.
    ///
    /// ppCallEnum: receives a new enumerator of ITCallInfo, a snapshot; Release it. The objects
    /// are the same that the events name.
    /// Returns E_POINTER, E_OUTOFMEMORY.
    /// Page: ITAddress::EnumerateCalls (tapi3if.h).
    #[id(0x10007)]
    #[hidden]
    fn EnumerateCalls(#[retval] ppCallEnum: *mut *mut IEnumCall);

    /// Tells the address as others dial it.
    ///
    /// pDialableAddress: receives the number or address; free it with SysFreeString.
    /// Returns E_POINTER, E_OUTOFMEMORY.
    /// Page: ITAddress::get_DialableAddress (tapi3if.h).
    #[propget]
    #[id(0x10008)]
    fn get_DialableAddress(#[retval] pDialableAddress: *mut BSTR);

    /// Makes an empty set of forwarding rules, to be filled in and given to Forward.
    ///
    /// ppForwardInfo: receives it; Release it.
    /// Returns TAPI_E_NOTSUPPORTED if the address has no forwarding, E_POINTER, E_OUTOFMEMORY.
    /// Page: ITAddress::CreateForwardInfoObject (tapi3if.h).
    #[id(0x1000a)]
    fn CreateForwardInfoObject(#[retval] ppForwardInfo: *mut *mut ITForwardInformation);

    /// Sets the forwarding of incoming calls, in place of what was set before.
    ///
    /// pForwardInfo: the rules; NULL cancels all forwarding; stays the caller's.
    /// pCall: the consultation call that some switches want (LINEADDRCAPFLAGS_FWDCONSULT in
    /// AC_ADDRESSCAPFLAGS); otherwise NULL; stays the caller's.
    /// Blocks until the provider has answered; TE_ADDRESS with AE_FORWARD follows.
    /// Returns E_INVALIDARG if pCall is needed and is no call, or a rule is not possible here,
    /// TAPI_E_NOTSUPPORTED if the address has no forwarding, E_OUTOFMEMORY, TAPI_E_TIMEOUT.
    /// Page: ITAddress::Forward (tapi3if.h).
    #[id(0x1000b)]
    fn Forward(pForwardInfo: *mut ITForwardInformation, pCall: *mut ITBasicCallControl);

    /// Tells the forwarding that is in force.
    ///
    /// ppForwardInfo: receives a copy of the rules; changing it changes nothing before Forward;
    /// Release it.
    /// Returns TAPI_E_NOTSUPPORTED if the address has no forwarding, E_POINTER, E_OUTOFMEMORY.
    /// Page: ITAddress::get_CurrentForwardInfo (tapi3if.h).
    #[propget]
    #[id(0x1000c)]
    fn get_CurrentForwardInfo(#[retval] #[nullable] ppForwardInfo: *mut *mut ITForwardInformation);

    /// Turns the message-waiting lamp of the address on or off.
    ///
    /// fMessageWaiting: VARIANT_TRUE for on. TE_ADDRESS with AE_MSGWAITON or AE_MSGWAITOFF
    /// follows.
    /// Blocks until the provider has answered.
    /// Returns TAPI_E_NOTSUPPORTED if there is none, E_OUTOFMEMORY, TAPI_E_TIMEOUT.
    /// Page: ITAddress::put_MessageWaiting (tapi3if.h).
    #[propput]
    #[id(0x1000e)]
    fn put_MessageWaiting(fMessageWaiting: VARIANT_BOOL);

    /// Tells whether the message-waiting lamp is on.
    ///
    /// pfMessageWaiting: receives VARIANT_TRUE if it is.
    /// Returns TAPI_E_NOTSUPPORTED if there is none, E_POINTER.
    /// Page: ITAddress::get_MessageWaiting (tapi3if.h).
    #[propget]
    #[id(0x1000e)]
    fn get_MessageWaiting(#[retval] pfMessageWaiting: *mut VARIANT_BOOL);

    /// Keeps incoming calls away from the address, or lets them in again.
    ///
    /// fDoNotDisturb: VARIANT_TRUE to keep them away; VARIANT_FALSE lets them in and also
    /// cancels all forwarding, because the one is done by means of the other.
    /// Blocks until the provider has answered.
    /// Returns TAPI_E_NOTSUPPORTED if the address cannot do it, E_OUTOFMEMORY, TAPI_E_TIMEOUT.
    /// Page: ITAddress::put_DoNotDisturb (tapi3if.h).
    #[propput]
    #[id(0x1000f)]
    fn put_DoNotDisturb(fDoNotDisturb: VARIANT_BOOL);

    /// Tells whether incoming calls are kept away.
    ///
    /// pfDoNotDisturb: receives VARIANT_TRUE if they are.
    /// Returns TAPI_E_NOTSUPPORTED if the address cannot do it, E_POINTER.
    /// Page: ITAddress::get_DoNotDisturb (tapi3if.h).
    #[propget]
    #[id(0x1000f)]
    fn get_DoNotDisturb(#[retval] pfDoNotDisturb: *mut VARIANT_BOOL);
}

/// An address with the additions of Windows XP: phones, a filter, device-specific requests.
///
/// QueryInterface of the address; all that is said of ITAddress holds here too.
/// Page: ITAddress2 (tapi3if.h).
#[uuid("B0AE5D9B-BE51-46C9-B0F7-DFA8A22A8BC4")]
#[dual]
pub trait ITAddress2: ITAddress {
    /// Lists the phones that can be used with the address, for Automation clients.
    ///
    /// pPhones: receives VT_DISPATCH, an ITCollection of ITPhone, perhaps empty; free it with
    /// VariantClear.
    /// Returns E_POINTER, E_OUTOFMEMORY.
    /// Page: ITAddress2::get_Phones (tapi3if.h).
    #[propget]
    #[id(0x10010)]
    fn get_Phones(#[retval] pPhones: *mut VARIANT);

    /// Lists the phones that can be used with the address, for C and C++ clients.
    ///
    /// ppEnumPhone: receives a new enumerator, perhaps empty; Release it.
    /// Returns E_POINTER, E_OUTOFMEMORY.
    /// Page: ITAddress2::EnumeratePhones (tapi3if.h).
    #[id(0x10011)]
    #[hidden]
    fn EnumeratePhones(#[retval] ppEnumPhone: *mut *mut IEnumPhone);

    /// Finds the phone that a terminal is part of.
    ///
    /// pTerminal: the terminal; not NULL; stays the caller's.
    /// ppPhone: receives the phone; Release it.
    /// Returns TAPI_E_NOITEMS if the terminal is part of no phone, E_POINTER.
    /// Page: ITAddress2::GetPhoneFromTerminal (tapi3if.h).
    #[id(0x10012)]
    fn GetPhoneFromTerminal(pTerminal: *mut ITTerminal, #[retval] ppPhone: *mut *mut ITPhone);

    /// Lists the phones that the provider recommends, for Automation clients.
    ///
    /// pPhones: receives VT_DISPATCH, an ITCollection of ITPhone, perhaps empty; free it with
    /// VariantClear.
    /// Returns E_POINTER, E_OUTOFMEMORY.
    /// Page: ITAddress2::get_PreferredPhones (tapi3if.h).
    #[propget]
    #[id(0x10014)]
    fn get_PreferredPhones(#[retval] pPhones: *mut VARIANT);

    /// Lists the phones that the provider recommends, for C and C++ clients.
    ///
    /// ppEnumPhone: receives a new enumerator, perhaps empty; Release it.
    /// Returns E_POINTER, E_OUTOFMEMORY.
    /// Page: ITAddress2::EnumeratePreferredPhones (tapi3if.h).
    #[id(0x10015)]
    #[hidden]
    fn EnumeratePreferredPhones(#[retval] ppEnumPhone: *mut *mut IEnumPhone);

    /// Tells whether an event about this address or its calls is let through.
    ///
    /// TapiEvent: the kind of event, one TAPI_EVENT bit.
    /// lSubEvent: which one of that kind, a value of its enumeration: ADDRESS_EVENT for
    /// TE_ADDRESS, CALL_STATE for TE_CALLSTATE, CALL_NOTIFICATION_EVENT for
    /// TE_CALLNOTIFICATION, CALL_MEDIA_EVENT for TE_CALLMEDIA, CALLHUB_EVENT for TE_CALLHUB,
    /// CALLINFOCHANGE_CAUSE for TE_CALLINFOCHANGE, QOS_EVENT for TE_QOSEVENT; 0 for a kind
    /// without one.
    /// pEnable: receives VARIANT_TRUE if it is. At the start everything is that
    /// ITTAPI::put_EventFilter lets through.
    /// Returns E_INVALIDARG for an unknown event or sub-event, E_POINTER.
    /// Page: ITAddress2::get_EventFilter (tapi3if.h).
    #[propget]
    #[id(0x10013)]
    fn get_EventFilter(TapiEvent: TAPI_EVENT, lSubEvent: LONG, #[retval] pEnable: *mut VARIANT_BOOL);

    /// Lets an event about this address or its calls through, or keeps it back.
    ///
    /// TapiEvent, lSubEvent: as for get_EventFilter.
    /// bEnable: VARIANT_TRUE to let it through, VARIANT_FALSE to keep it back. With everything
    /// kept back nothing arrives for this address. The filter of the TAPI object must let it
    /// through as well.
    /// Returns E_INVALIDARG for an unknown event or sub-event.
    /// Page: ITAddress2::put_EventFilter (tapi3if.h).
    #[propput]
    #[id(0x10013)]
    fn put_EventFilter(TapiEvent: TAPI_EVENT, lSubEvent: LONG, bEnable: VARIANT_BOOL);

    /// Sends the provider a request of its own kind, for C and C++ clients.
    ///
    /// pCall: the call concerned; NULL for the address itself; stays the caller's.
    /// pParams: the bytes, laid out as the provider wants them; not NULL; stays the caller's.
    /// dwSize: their number.
    /// Blocks until the provider has answered.
    /// Returns E_POINTER, TAPI_E_NOTSUPPORTED, E_OUTOFMEMORY, TAPI_E_TIMEOUT.
    /// Page: ITAddress2::DeviceSpecific (tapi3if.h).
    #[id(0x10016)]
    #[hidden]
    fn DeviceSpecific(pCall: *mut ITCallInfo, #[size_is(dwSize)] pParams: *mut BYTE, dwSize: DWORD);

    /// Sends the provider a request of its own kind, for Automation clients.
    ///
    /// pCall: the call concerned; NULL for the address itself; stays the caller's.
    /// varDevSpecificByteArray: VT_ARRAY of VT_UI1, laid out as the provider wants it; stays
    /// the caller's.
    /// Blocks until the provider has answered.
    /// Returns E_INVALIDARG for another kind of VARIANT, TAPI_E_NOTSUPPORTED, E_OUTOFMEMORY,
    /// TAPI_E_TIMEOUT.
    /// Page: ITAddress2::DeviceSpecificVariant (tapi3if.h).
    #[id(0x10017)]
    fn DeviceSpecificVariant(pCall: *mut ITCallInfo, varDevSpecificByteArray: VARIANT);

    /// Agrees with the provider on a version of its device-specific requests.
    ///
    /// lLowVersion, lHighVersion: the versions that the program knows, each as major in the
    /// upper and minor in the lower 16 bits.
    /// plExtVersion: receives the version agreed on.
    /// Returns TAPI_E_NOTSUPPORTED if the provider has none in this range, E_POINTER.
    /// Page: ITAddress2::NegotiateExtVersion (tapi3if.h).
    #[id(0x10018)]
    fn NegotiateExtVersion(lLowVersion: LONG, lHighVersion: LONG, #[retval] plExtVersion: *mut LONG);
}

/// Tells what an address can do, before one tries.
///
/// QueryInterface of the address. Many answers are LINE..._ bit masks of tapi.h; a bit that is
/// set means that the feature may work, in a state that suits it.
/// Page: ITAddressCapabilities (tapi3if.h).
#[uuid("8DF232F5-821B-11D1-BB5C-00C04FB6809F")]
#[dual]
pub trait ITAddressCapabilities: IDispatch {
    /// Reads one capability that is a number or a bit mask.
    ///
    /// AddressCap: which one (ADDRESS_CAPABILITY says what each means).
    /// plCapability: receives it; 0 where the address has nothing of the kind.
    /// Returns E_INVALIDARG for an unknown capability, E_POINTER.
    /// Page: ITAddressCapabilities::get_AddressCapability (tapi3if.h).
    #[propget]
    #[id(0x20001)]
    fn get_AddressCapability(AddressCap: ADDRESS_CAPABILITY, #[retval] plCapability: *mut LONG);

    /// Reads one capability that is a text.
    ///
    /// AddressCapString: which one (ADDRESS_CAPABILITY_STRING).
    /// ppCapabilityString: receives the text, empty where there is none; free it with
    /// SysFreeString. The ..DEVICESPECIFIC ones hold raw bytes: take their number from
    /// SysStringByteLen.
    /// Returns E_INVALIDARG for an unknown capability, E_POINTER, E_OUTOFMEMORY.
    /// Page: ITAddressCapabilities::get_AddressCapabilityString (tapi3if.h).
    #[propget]
    #[id(0x20002)]
    fn get_AddressCapabilityString(AddressCapString: ADDRESS_CAPABILITY_STRING, #[retval] ppCapabilityString: *mut BSTR);

    /// Lists what a held or unanswered caller can be given to hear, for Automation clients.
    ///
    /// pVariant: receives VT_DISPATCH, an ITCollection of BSTR, perhaps empty; free it with
    /// VariantClear.
    /// Returns E_POINTER, E_OUTOFMEMORY.
    /// Page: ITAddressCapabilities::get_CallTreatments (tapi3if.h).
    #[propget]
    #[id(0x20003)]
    fn get_CallTreatments(#[retval] pVariant: *mut VARIANT);

    /// Lists what a held or unanswered caller can be given to hear, for C and C++.
    ///
    /// ppEnumCallTreatment: receives an enumerator, perhaps empty; Release it.
    /// Returns E_POINTER, E_OUTOFMEMORY.
    /// Page: ITAddressCapabilities::EnumerateCallTreatments (tapi3if.h).
    #[id(0x20004)]
    #[hidden]
    fn EnumerateCallTreatments(#[retval] ppEnumCallTreatment: *mut *mut IEnumBstr);

    /// Lists the messages that can be left for a busy or absent party, for Automation.
    ///
    /// pVariant: receives VT_DISPATCH, an ITCollection of BSTR, perhaps empty; free it with
    /// VariantClear.
    /// Returns E_POINTER, E_OUTOFMEMORY.
    /// Page: ITAddressCapabilities::get_CompletionMessages (tapi3if.h).
    #[propget]
    #[id(0x20005)]
    fn get_CompletionMessages(#[retval] pVariant: *mut VARIANT);

    /// Lists the messages that can be left for a busy or absent party, for C and C++.
    ///
    /// ppEnumCompletionMessage: receives an enumerator, perhaps empty; Release it.
    /// Returns E_POINTER, E_OUTOFMEMORY.
    /// Page: ITAddressCapabilities::EnumerateCompletionMessages (tapi3if.h).
    #[id(0x20006)]
    #[hidden]
    fn EnumerateCompletionMessages(#[retval] ppEnumCompletionMessage: *mut *mut IEnumBstr);

    /// Lists the device classes of the address, such as tapi/line, for Automation clients.
    ///
    /// pVariant: receives VT_DISPATCH, an ITCollection of BSTR; free it with VariantClear.
    /// Returns E_POINTER, E_OUTOFMEMORY.
    /// Page: ITAddressCapabilities::get_DeviceClasses (tapi3if.h).
    #[propget]
    #[id(0x20007)]
    fn get_DeviceClasses(#[retval] pVariant: *mut VARIANT);

    /// Lists the device classes of the address, such as tapi/line, for C and C++ clients.
    ///
    /// ppEnumDeviceClass: receives an enumerator; Release it.
    /// Returns E_POINTER, E_OUTOFMEMORY.
    /// Page: ITAddressCapabilities::EnumerateDeviceClasses (tapi3if.h).
    #[id(0x20008)]
    #[hidden]
    fn EnumerateDeviceClasses(#[retval] ppEnumDeviceClass: *mut *mut IEnumBstr);
}

/// A set of forwarding rules: which incoming calls go where.
///
/// Made by ITAddress::CreateForwardInfoObject or read by get_CurrentForwardInfo. Only a note
/// pad: nothing changes before ITAddress::Forward.
/// A forward type is one LINEFORWARDMODE_ bit: 0x1 all calls, 0x10 when busy, 0x100 when
/// unanswered, 0x1000 when busy or unanswered; each times 2 for internal calls only, times 4
/// for external calls only, times 8 for one given caller.
/// Page: ITForwardInformation (tapi3if.h).
#[uuid("449F659E-88A3-11D1-BB5D-00C04FB6809F")]
#[dual]
pub trait ITForwardInformation: IDispatch {
    /// Sets after how many rings a call counts as unanswered.
    ///
    /// lNumRings: from AC_MINFWDNUMRINGS to AC_MAXFWDNUMRINGS.
    /// Returns E_INVALIDARG for a negative number.
    /// Page: ITForwardInformation::put_NumRingsNoAnswer (tapi3if.h).
    #[propput]
    #[id(0x1)]
    fn put_NumRingsNoAnswer(lNumRings: LONG);

    /// Tells after how many rings a call counts as unanswered.
    ///
    /// plNumRings: receives the number; 0 if it was never set.
    /// Returns E_POINTER.
    /// Page: ITForwardInformation::get_NumRingsNoAnswer (tapi3if.h).
    #[propget]
    #[id(0x1)]
    fn get_NumRingsNoAnswer(#[retval] plNumRings: *mut LONG);

    /// Sets the rule for one forward type, in place of an earlier one.
    ///
    /// ForwardType: one LINEFORWARDMODE_ bit; AC_FORWARDMODES says which ones the address can
    /// do.
    /// pDestAddress: where the calls go; not NULL. pCallerAddress: the caller concerned, for a
    /// type for one given caller; otherwise empty or NULL. Both are copied and stay the
    /// caller's.
    /// Returns E_INVALIDARG for an unknown type, E_POINTER, E_OUTOFMEMORY.
    /// Page: ITForwardInformation::SetForwardType (tapi3if.h).
    #[id(0x2)]
    fn SetForwardType(ForwardType: LONG, pDestAddress: BSTR, pCallerAddress: BSTR);

    /// Tells where the calls of one forward type go.
    ///
    /// ForwardType: one LINEFORWARDMODE_ bit.
    /// ppDestAddress: receives the address; free it with SysFreeString.
    /// Returns E_INVALIDARG for an unknown type or one without a rule, E_POINTER,
    /// E_OUTOFMEMORY.
    /// Page: ITForwardInformation::get_ForwardTypeDestination (tapi3if.h).
    #[propget]
    #[id(0x3)]
    fn get_ForwardTypeDestination(ForwardType: LONG, #[retval] ppDestAddress: *mut BSTR);

    /// Tells which caller the rule of one forward type is about.
    ///
    /// Forwardtype: one LINEFORWARDMODE_ bit.
    /// ppCallerAddress: receives the caller's address, empty for any caller; free it with
    /// SysFreeString.
    /// Returns E_INVALIDARG for an unknown type or one without a rule, E_POINTER,
    /// E_OUTOFMEMORY.
    /// Page: ITForwardInformation::get_ForwardTypeCaller (tapi3if.h).
    #[propget]
    #[id(0x4)]
    fn get_ForwardTypeCaller(Forwardtype: LONG, #[retval] ppCallerAddress: *mut BSTR);

    /// Tells the whole rule of one forward type, for C and C++ clients.
    ///
    /// ForwardType: one LINEFORWARDMODE_ bit.
    /// ppDestinationAddress, ppCallerAddress: receive where the calls go and which caller is
    /// meant (empty for any); free both with SysFreeString.
    /// Returns E_INVALIDARG for an unknown type or one without a rule, E_POINTER,
    /// E_OUTOFMEMORY.
    /// Page: ITForwardInformation::GetForwardType (tapi3if.h).
    #[id(0x5)]
    #[hidden]
    fn GetForwardType(ForwardType: LONG, #[out] ppDestinationAddress: *mut BSTR, #[out] ppCallerAddress: *mut BSTR);

    /// Removes every rule from the set.
    ///
    /// Cancels nothing by itself: ITAddress::Forward puts the empty set into force.
    /// Page: ITForwardInformation::Clear (tapi3if.h).
    #[id(0x6)]
    fn Clear();
}

/// Forwarding rules that also say what kind of address each text is.
///
/// QueryInterface of the forward information object. Rules set through the older interface
/// count as LINEADDRESSTYPE_PHONENUMBER.
/// Page: ITForwardInformation2 (tapi3if.h).
#[uuid("5229B4ED-B260-4382-8E1A-5DF3A8A4CCC0")]
#[dual]
pub trait ITForwardInformation2: ITForwardInformation {
    /// Sets the rule for one forward type, with the kinds of the addresses.
    ///
    /// ForwardType: one LINEFORWARDMODE_ bit.
    /// pDestAddress, pCallerAddress: as for ITForwardInformation::SetForwardType.
    /// DestAddressType, CallerAddressType: one LINEADDRESSTYPE_ bit each.
    /// Returns E_INVALIDARG for an unknown forward or address type, E_POINTER, E_OUTOFMEMORY.
    /// Page: ITForwardInformation2::SetForwardType2 (tapi3if.h).
    #[id(0x7)]
    fn SetForwardType2(ForwardType: LONG, pDestAddress: BSTR, DestAddressType: LONG, pCallerAddress: BSTR, CallerAddressType: LONG);

    /// Tells the whole rule of one forward type, with the kinds of the addresses.
    ///
    /// ForwardType: one LINEFORWARDMODE_ bit.
    /// ppDestinationAddress, ppCallerAddress: receive the addresses; free both with
    /// SysFreeString.
    /// pDestAddressType, pCallerAddressType: receive one LINEADDRESSTYPE_ bit each.
    /// Returns E_INVALIDARG for an unknown type or one without a rule, E_POINTER,
    /// E_OUTOFMEMORY.
    /// Page: ITForwardInformation2::GetForwardType2 (tapi3if.h).
    #[id(0x8)]
    #[hidden]
    fn GetForwardType2(ForwardType: LONG, #[out] ppDestinationAddress: *mut BSTR, #[out] pDestAddressType: *mut LONG, #[out] ppCallerAddress: *mut BSTR, #[out] pCallerAddressType: *mut LONG);

    /// Tells what kind of address the destination of one forward type is.
    ///
    /// ForwardType: one LINEFORWARDMODE_ bit.
    /// pDestAddressType: receives one LINEADDRESSTYPE_ bit.
    /// Returns E_INVALIDARG for an unknown type or one without a rule, E_POINTER.
    /// Page: ITForwardInformation2::get_ForwardTypeDestinationAddressType (tapi3if.h).
    #[propget]
    #[id(0x9)]
    fn get_ForwardTypeDestinationAddressType(ForwardType: LONG, #[retval] pDestAddressType: *mut LONG);

    /// Tells what kind of address the caller of one forward type is.
    ///
    /// Forwardtype: one LINEFORWARDMODE_ bit.
    /// pCallerAddressType: receives one LINEADDRESSTYPE_ bit.
    /// Returns E_INVALIDARG for an unknown type or one without a rule, E_POINTER.
    /// Page: ITForwardInformation2::get_ForwardTypeCallerAddressType (tapi3if.h).
    #[propget]
    #[id(0xa)]
    fn get_ForwardTypeCallerAddressType(Forwardtype: LONG, #[retval] pCallerAddressType: *mut LONG);
}
