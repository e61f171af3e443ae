//! The TAPI object, its event sinks, the dispatch mapper and assisted telephony.
//!
//! Described for `codegen`, which reads this file as syntax; it is never compiled.

/// The TAPI object: the way to the lines, and the source of all events.
///
/// Made with CoCreateInstance of CLSID_TAPI; Initialize comes first, Shutdown last.
/// Also answers QueryInterface for ITTAPI2 and IConnectionPointContainer, whose connection
/// points for ITTAPIEventNotification and ITTAPIDispatchEventNotification take the event sinks.
/// Free-threaded: any thread may call any method, a sink inside its Event included.
/// Every interface pointer, BSTR and VARIANT that a method hands out is the caller's: free them
/// with Release, SysFreeString and VariantClear. A NULL out-pointer gives E_POINTER, lack of
/// memory E_OUTOFMEMORY with nothing changed.
/// Page: ITTAPI (tapi3if.h).
#[uuid("B1EFC382-9355-11D0-835C-00AA003CCABD")]
#[dual]
pub trait ITTAPI: IDispatch {
    /// Opens the configured lines; the first call to make on the object.
    ///
    /// Returns S_FALSE if the object is already initialized, TAPI_E_OPERATIONFAILED if the
    /// configuration is wrong or a provider does not start (the error info says where and why),
    /// E_OUTOFMEMORY.
    /// Page: ITTAPI::Initialize (tapi3if.h).
    #[id(0x1000d)]
    fn Initialize();

    /// Ends the session: stops all event delivery and gives up the calls.
    ///
    /// Calls that only this program owns are hung up, without waiting for the far end;
    /// registrations end; events that still wait are thrown away. Unadvise the sinks first.
    /// Waits until a sink that is running in another thread has returned, so the caller must
    /// not hold a lock that its sink takes; called inside a sink it does not wait for that
    /// sink. No event arrives after it returns. Addresses and calls that are still referenced
    /// stay readable.
    /// Returns S_FALSE if the object has been shut down already, TAPI_E_NOT_INITIALIZED if it
    /// was never initialized.
    /// Page: ITTAPI::Shutdown (tapi3if.h).
    #[id(0x1000e)]
    fn Shutdown();

    /// Lists the addresses, for Automation clients.
    ///
    /// pVariant: receives VT_DISPATCH, an ITCollection of ITAddress; free it with VariantClear.
    /// Returns E_INVALIDARG before Initialize, E_POINTER, E_OUTOFMEMORY.
    /// Page: ITTAPI::get_Addresses (tapi3if.h).
    #[propget]
    #[id(0x10001)]
    fn get_Addresses(#[retval] pVariant: *mut VARIANT);

    /// Lists the addresses, for C and C++ clients.
    ///
    /// ppEnumAddress: receives a new enumerator, a snapshot of the addresses at this moment;
    /// Release it.
    /// Returns E_INVALIDARG before Initialize, E_POINTER, E_OUTOFMEMORY.
    /// Page: ITTAPI::EnumerateAddresses (tapi3if.h).
    #[id(0x10002)]
    #[hidden]
    fn EnumerateAddresses(#[retval] ppEnumAddress: *mut *mut IEnumAddress);

    /// Asks to be told of new calls on an address.
    ///
    /// pAddress: the address; not NULL.
    /// fMonitor, fOwner: VARIANT_TRUE to be offered calls as monitor, as owner. To get both,
    /// set both in one call instead of calling twice.
    /// lMediaTypes: the TAPIMEDIATYPE_ bits of interest, OR-ed; ITMediaSupport says which ones
    /// the address has. 0 means all of these.
    /// lCallbackInstance: any value; the events of these calls give it back in
    /// get_CallbackInstance.
    /// plRegister: receives the token for UnregisterNotifications.
    /// A matching incoming call then makes a call object and raises TE_CALLNOTIFICATION; the
    /// event filter must let it and TE_CALLSTATE through. Sink and registration may come in
    /// either order. Calls made with ITAddress::CreateCall need no registration.
    /// Returns TAPI_E_NOT_INITIALIZED before Initialize, TAPI_E_INVALIDMEDIATYPE for media bits
    /// that are unknown, E_POINTER if pAddress or plRegister is NULL, E_OUTOFMEMORY.
    /// Page: ITTAPI::RegisterCallNotifications (tapi3if.h).
    #[id(0x10003)]
    fn RegisterCallNotifications(pAddress: *mut ITAddress, fMonitor: VARIANT_BOOL, fOwner: VARIANT_BOOL, lMediaTypes: LONG, lCallbackInstance: LONG, #[retval] plRegister: *mut LONG);

    /// Takes back a RegisterCallNotifications.
    ///
    /// lRegister: the token. Calls that were announced before stay with the program.
    /// Returns E_INVALIDARG for an unknown token or before Initialize.
    /// Page: ITTAPI::UnregisterNotifications (tapi3if.h).
    #[id(0x10004)]
    fn UnregisterNotifications(lRegister: LONG);

    /// Lists the call hubs that exist at this moment, for Automation clients.
    ///
    /// pVariant: receives VT_DISPATCH, an ITCollection of ITCallHub; free it with VariantClear.
    /// Returns E_INVALIDARG before Initialize, E_POINTER, E_OUTOFMEMORY.
    /// Page: ITTAPI::get_CallHubs (tapi3if.h).
    #[propget]
    #[id(0x10005)]
    fn get_CallHubs(#[retval] pVariant: *mut VARIANT);

    /// Lists the call hubs that exist at this moment, for C and C++ clients.
    ///
    /// ppEnumCallHub: receives a new enumerator; Release it.
    /// Returns E_INVALIDARG before Initialize, E_POINTER, E_OUTOFMEMORY.
    /// Page: ITTAPI::EnumerateCallHubs (tapi3if.h).
    #[id(0x10006)]
    #[hidden]
    fn EnumerateCallHubs(#[retval] ppEnumCallHub: *mut *mut IEnumCallHub);

    /// Turns the tracking of call hubs, and with it TE_CALLHUB, on or off.
    ///
    /// pAddresses: VT_ARRAY of VT_DISPATCH or VT_UNKNOWN with the ITAddress pointers concerned;
    /// an empty VARIANT means every address. Stays the caller's.
    /// bTracking: VARIANT_TRUE for on, VARIANT_FALSE for off.
    /// Returns E_INVALIDARG before Initialize or for another kind of VARIANT, E_OUTOFMEMORY.
    /// Page: ITTAPI::SetCallHubTracking (tapi3if.h).
    #[id(0x10007)]
    fn SetCallHubTracking(pAddresses: VARIANT, bTracking: VARIANT_BOOL);

    /// Lists the providers' private objects, for C and C++ clients.
    ///
    /// ppEnumUnknown: receives an enumerator of IUnknown; Release it.
    /// Returns TAPI_E_NOITEMS if no provider has one, E_INVALIDARG before Initialize,
    /// E_POINTER, E_OUTOFMEMORY.
    /// Page: ITTAPI::EnumeratePrivateTAPIObjects (tapi3if.h).
    #[id(0x10008)]
    #[hidden]
    fn EnumeratePrivateTAPIObjects(#[out] ppEnumUnknown: *mut *mut IEnumUnknown);

    /// Lists the providers' private objects, for Automation clients.
    ///
    /// pVariant: receives VT_DISPATCH, an ITCollection; free it with VariantClear.
    /// Returns TAPI_E_NOITEMS if no provider has one, E_INVALIDARG before Initialize,
    /// E_POINTER, E_OUTOFMEMORY.
    /// Page: ITTAPI::get_PrivateTAPIObjects (tapi3if.h).
    #[propget]
    #[id(0x10009)]
    fn get_PrivateTAPIObjects(#[retval] pVariant: *mut VARIANT);

    /// Makes this program the recipient of assisted-telephony requests, or stops that.
    ///
    /// lRegistrationInstance: any value; ITRequestEvent gives it back.
    /// lRequestMode: the kind of request, LINEREQUESTMODE_MAKECALL = 1.
    /// fEnable: VARIANT_TRUE to register, VARIANT_FALSE to stop.
    /// The requests of ITRequest::MakeCall then arrive as TE_REQUEST.
    /// Returns E_INVALIDARG before Initialize or for an unknown mode, E_OUTOFMEMORY.
    /// Page: ITTAPI::RegisterRequestRecipient (tapi3if.h).
    #[id(0x1000a)]
    fn RegisterRequestRecipient(lRegistrationInstance: LONG, lRequestMode: LONG, fEnable: VARIANT_BOOL);

    /// Prefers a program as the recipient of assisted-telephony requests.
    ///
    /// pAppFilename: the program's file name, without folders; stays the caller's.
    /// fPriority: VARIANT_TRUE to prefer it, VARIANT_FALSE to take that back. Holds until the
    /// process ends.
    /// Returns E_INVALIDARG for an empty name, E_OUTOFMEMORY.
    /// Page: ITTAPI::SetAssistedTelephonyPriority (tapi3if.h).
    #[id(0x1000b)]
    fn SetAssistedTelephonyPriority(pAppFilename: BSTR, fPriority: VARIANT_BOOL);

    /// Prefers a program when calls of a media type are handed out.
    ///
    /// pAppFilename: the program's file name, without folders; stays the caller's.
    /// lMediaType: one TAPIMEDIATYPE_ bit; 0 means those of all addresses.
    /// fPriority: VARIANT_TRUE to prefer it, VARIANT_FALSE to take that back. Holds until the
    /// process ends.
    /// Decides who gets an incoming call and whom ITBasicCallControl::HandoffIndirect chooses.
    /// Returns E_INVALIDARG for an empty name or an unknown media type, E_OUTOFMEMORY.
    /// Page: ITTAPI::SetApplicationPriority (tapi3if.h).
    #[id(0x1000c)]
    fn SetApplicationPriority(pAppFilename: BSTR, lMediaType: LONG, fPriority: VARIANT_BOOL);

    /// Chooses the events that the sinks receive.
    ///
    /// lFilterMask: the TAPI_EVENT bits wanted, OR-ed. At the start it is 0: no events at all.
    /// ITAddress2 and ITCallInfo2 have filters that narrow this one for an address or a call.
    /// Returns E_INVALIDARG for bits that are not in TAPI_EVENT.
    /// Page: ITTAPI::put_EventFilter (tapi3if.h).
    #[propput]
    #[id(0x1000f)]
    fn put_EventFilter(lFilterMask: LONG);

    /// Tells which events the sinks receive.
    ///
    /// plFilterMask: receives the TAPI_EVENT bits, OR-ed; 0 until put_EventFilter.
    /// Returns E_POINTER.
    /// Page: ITTAPI::get_EventFilter (tapi3if.h).
    #[propget]
    #[id(0x1000f)]
    fn get_EventFilter(#[retval] plFilterMask: *mut LONG);
}

/// The TAPI object with the additions of Windows XP: phones and writable collections.
///
/// QueryInterface of the TAPI object; ownership and threads as for ITTAPI.
/// Page: ITTAPI2 (tapi3if.h).
#[uuid("54FBDC8C-D90F-4DAD-9695-B373097F094B")]
#[dual]
pub trait ITTAPI2: ITTAPI {
    /// Lists the phone devices, for Automation clients.
    ///
    /// pPhones: receives VT_DISPATCH, an ITCollection of ITPhone, empty where there are no
    /// phones; free it with VariantClear.
    /// Returns E_INVALIDARG before Initialize, E_POINTER, E_OUTOFMEMORY.
    /// Page: ITTAPI2::get_Phones (tapi3if.h).
    #[propget]
    #[id(0x10010)]
    fn get_Phones(#[retval] pPhones: *mut VARIANT);

    /// Lists the phone devices, for C and C++ clients.
    ///
    /// ppEnumPhone: receives an enumerator, empty where there are no phones; Release it.
    /// Returns E_INVALIDARG before Initialize, E_POINTER, E_OUTOFMEMORY.
    /// Page: ITTAPI2::EnumeratePhones (tapi3if.h).
    #[id(0x10011)]
    #[hidden]
    fn EnumeratePhones(#[retval] ppEnumPhone: *mut *mut IEnumPhone);

    /// Makes an empty collection that the program fills itself.
    ///
    /// ppCollection: receives the collection; Release it.
    /// Returns E_POINTER, E_OUTOFMEMORY.
    /// Page: ITTAPI2::CreateEmptyCollectionObject (tapi3if.h).
    #[id(0x10012)]
    fn CreateEmptyCollectionObject(#[retval] ppCollection: *mut *mut ITCollection2);
}

/// The event sink, implemented by the program (C, C++).
///
/// Hand it over with IConnectionPointContainer::FindConnectionPoint
/// (IID_ITTAPIEventNotification) and IConnectionPoint::Advise on the TAPI object, which keeps a
/// reference until Unadvise. Nothing arrives until ITTAPI::put_EventFilter has been called.
/// Events arrive one at a time and in order on one thread of the library, with no lock held.
/// Page: ITTAPIEventNotification (tapi3if.h).
#[uuid("EDDB9426-3B91-11D1-8F30-00C04FB6809F")]
pub trait ITTAPIEventNotification: IUnknown {
    /// Receives one event.
    ///
    /// TapiEvent: the kind of event (TAPI_EVENT).
    /// pEvent: the event object; ask it for the interface that TAPI_EVENT names. Borrowed for
    /// the duration of the call: AddRef it to keep it.
    /// May call any method, Disconnect and the last Release of a call included. The next event
    /// waits until this one returns, so hand long work to another thread; a method that waits
    /// here must not wait for something that only a later event brings. A failure that it
    /// returns is ignored.
    /// Page: ITTAPIEventNotification::Event (tapi3if.h).
    #[id(0x1)]
    fn Event(TapiEvent: TAPI_EVENT, pEvent: *mut IDispatch);
}

/// Assisted telephony: lets a program without telephony of its own ask for a call.
///
/// Made with CoCreateInstance of CLSID_RequestMakeCall. Another program, registered with
/// ITTAPI::RegisterRequestRecipient, places the call.
/// Page: ITRequest (tapi3if.h).
#[uuid("AC48FFDF-F8C4-11D1-A030-00C04FB6809F")]
#[dual]
pub trait ITRequest: IDispatch {
    /// Asks the registered recipient to call somebody.
    ///
    /// pDestAddress: the number or address to call; must not be empty.
    /// pAppName, pCalledParty, pComment: the asking program, the called person, a remark; may
    /// be NULL. All four stay the caller's and reach the recipient in ITRequestEvent.
    /// Queues the request and does not wait; how the call fares is not reported here.
    /// Returns TAPI_E_NOREQUESTRECIPIENT if nobody has registered, TAPI_E_INVALADDRESS for an
    /// empty address, TAPI_E_REQUESTQUEUEFULL if too many requests wait, E_OUTOFMEMORY.
    /// Page: ITRequest::MakeCall (tapi3if.h).
    #[id(0x1)]
    fn MakeCall(pDestAddress: BSTR, pAppName: BSTR, pCalledParty: BSTR, pComment: BSTR);
}

/// Gives scripts the other interfaces of an object.
///
/// Scripts reach an object only through IDispatch and cannot call QueryInterface. Made with
/// CoCreateInstance of CLSID_DispatchMapper; it has no state and is free-threaded.
/// Page: ITDispatchMapper (tapi3if.h).
#[uuid("E9225295-C759-11D1-A02B-00C04FB6809F")]
#[dual]
pub trait ITDispatchMapper: IDispatch {
    /// Finds another dual interface of an object, by IID.
    ///
    /// pIID: the IID as text in braces, such as {B1EFC389-9355-11D0-835C-00AA003CCABD}; stays
    /// the caller's.
    /// pInterfaceToMap: any interface of the object; not NULL; stays the caller's.
    /// ppReturnedInterface: receives the interface; Release it.
    /// Returns E_INVALIDARG if the text is no GUID, E_NOINTERFACE if the object has no such
    /// dual interface, E_POINTER.
    /// Page: ITDispatchMapper::QueryDispatchInterface (tapi3if.h).
    #[id(0x1)]
    fn QueryDispatchInterface(pIID: BSTR, pInterfaceToMap: *mut IDispatch, #[retval] ppReturnedInterface: *mut *mut IDispatch);
}

/// The event sink of Automation clients, the default source interface of the TAPI object.
///
/// The library calls it through IDispatch::Invoke only; advise it on the connection point of
/// its IID. Order, thread and filter are those of ITTAPIEventNotification.
/// Page: ITTAPIDispatchEventNotification (tapi3.h).
#[uuid("9F34325B-7E62-11D2-9457-00C04F8EC888")]
#[dispinterface]
pub trait ITTAPIDispatchEventNotification: IDispatch {
    /// Receives one event, by dispid 1.
    ///
    /// TapiEvent, pEvent: as for ITTAPIEventNotification::Event. Scripts name the handler after
    /// the object, such as tapi_Event.
    #[id(0x1)]
    fn Event(TapiEvent: TAPI_EVENT, pEvent: *mut IDispatch);
}
