//! Calls: control, information and the hubs that tie them together.
//!
//! Described for `codegen`, which reads this file as syntax; it is never compiled.

/// Controls a call: connects, answers, holds, transfers and ends it.
///
/// ITAddress::CreateCall makes one for an outgoing call, TE_CALLNOTIFICATION announces one for
/// an incoming call; QueryInterface of the call object (ITCallInfo, ITBasicCallControl2, ...).
/// A call has one object, and each interface of it one pointer for life, so pointers may be
/// compared.
/// Only the owner (CP_OWNER) may act on a call; in a monitor's hands every method here gives
/// TAPI_E_NOTOWNER. What the provider cannot do gives TAPI_E_NOTSUPPORTED; AC_CALLFEATURES1,
/// AC_ADDRESSFEATURES and the like say so beforehand. E_OUTOFMEMORY always leaves the call as
/// it was. After ITTAPI::Shutdown all but Disconnect give TAPI_E_NOT_INITIALIZED.
/// Methods that need the provider block until it has answered, 120 s at most (configurable),
/// then give TAPI_E_TIMEOUT; a late answer still moves the call and raises its event. A call
/// does one such thing at a time: meanwhile another gives TAPI_E_INVALCALLSTATE. Only
/// Disconnect is always possible; what was waiting then gives TAPI_E_DROPPED, as it does when
/// the far end hangs up. Do not hold a lock that an event sink takes while such a method waits:
/// the event may come before or after the method returns, on another thread.
/// Page: ITBasicCallControl (tapi3if.h).
#[uuid("B1EFC389-9355-11D0-835C-00AA003CCABD")]
#[dual]
pub trait ITBasicCallControl: IDispatch {
    /// Places the outgoing call that ITAddress::CreateCall prepared.
    ///
    /// fSync: VARIANT_TRUE blocks until the call is connected or has failed; VARIANT_FALSE
    /// returns as soon as the call is on its way and TE_CALLSTATE tells the rest: CS_INPROGRESS
    /// (may be left out), then CS_CONNECTED, or CS_DISCONNECTED with its cause. With
    /// VARIANT_FALSE advise the sink and set the filter first.
    /// Returns TAPI_E_INVALCALLSTATE if the call is not idle or not made by CreateCall,
    /// TAPI_E_INVALADDRESSSTATE if the address is out of service, TAPI_E_NOTOWNER,
    /// TAPI_E_NOTSUPPORTED, E_OUTOFMEMORY (the call is unchanged: try again).
    /// With VARIANT_TRUE also TAPI_E_DESTBUSY if the called party is busy, TAPI_E_DESTNOANSWER
    /// if nobody answers, TAPI_E_INVALADDRESS if the destination is no good, TAPI_E_DESTUNAVAIL
    /// if it refuses or cannot be reached, TAPI_E_ADDRESSBLOCKED if it is barred,
    /// TAPI_E_DROPPED if Disconnect was called meanwhile, TAPI_E_OPERATIONFAILED for any other
    /// failure; the call is then in CS_DISCONNECTED, or still idle if the provider would not
    /// even begin. TAPI_E_TIMEOUT if nothing is decided in time: the attempt goes on,
    /// Disconnect gives it up.
    /// Page: ITBasicCallControl::Connect (tapi3if.h).
    #[id(0x20003)]
    fn Connect(fSync: VARIANT_BOOL);

    /// Answers an offered call.
    ///
    /// The call becomes CS_CONNECTED; TE_CALLSTATE says so. AC_ANSWERMODES tells whether
    /// another active call on the address is then left alone, dropped or held.
    /// Blocks until the provider has answered.
    /// Returns E_UNEXPECTED if the call is not in CS_OFFERING, TAPI_E_NOTOWNER, TAPI_E_DROPPED
    /// if the caller gives up meanwhile, TAPI_E_OPERATIONFAILED, E_OUTOFMEMORY (try again),
    /// TAPI_E_TIMEOUT.
    /// Page: ITBasicCallControl::Answer (tapi3if.h).
    #[id(0x20004)]
    fn Answer();

    /// Ends the call, in whatever state it is.
    ///
    /// code: why (DISCONNECT_CODE). A reason hint for the network: DC_NORMAL is the usual end;
    /// an offered call is refused as DC_REJECTED or DC_NOANSWER says.
    /// The call becomes CS_DISCONNECTED and TE_CALLSTATE gives the cause:
    /// CEC_DISCONNECT_CANCELLED for a call that was being placed, CEC_DISCONNECT_REJECTED or
    /// CEC_DISCONNECT_NOANSWER for a refused one, CEC_DISCONNECT_NORMAL otherwise. A Connect
    /// that waits in another thread returns TAPI_E_DROPPED. Ending a consultation call brings
    /// the original call back from its hold.
    /// A call that is already disconnected, by the far end for example, gives S_OK and no
    /// second event. Two threads that disconnect one call share the work and both get its
    /// result. The last Release may follow at once: the hang-up is still carried through.
    /// Blocks until the provider has taken the hang-up over, two minutes at most.
    /// Returns S_FALSE if the call is idle (never connected; nothing happens), E_INVALIDARG for
    /// an unknown code, E_OUTOFMEMORY (the call is unchanged: try again), TAPI_E_NOTOWNER,
    /// TAPI_E_OPERATIONFAILED if the provider cannot end it, TAPI_E_TIMEOUT (a late answer
    /// still ends it).
    /// Page: ITBasicCallControl::Disconnect (tapi3if.h).
    #[id(0x20005)]
    fn Disconnect(code: DISCONNECT_CODE);

    /// Puts the call on hold or takes it back.
    ///
    /// fHold: VARIANT_TRUE takes a connected call to CS_HOLD, VARIANT_FALSE a held call to
    /// CS_CONNECTED. TE_CALLSTATE follows, with cause CEC_NONE.
    /// Blocks until the provider has answered.
    /// Returns TAPI_E_INVALCALLSTATE in any other state, TAPI_E_NOTSUPPORTED (SwapHold may
    /// still work), TAPI_E_NOTOWNER, E_OUTOFMEMORY, TAPI_E_TIMEOUT.
    /// Page: ITBasicCallControl::Hold (tapi3if.h).
    #[id(0x20006)]
    fn Hold(fHold: VARIANT_BOOL);

    /// Gives the ownership of the call to another program, by name.
    ///
    /// pApplicationName: the file name of that program, which must have registered on the
    /// address for the call's media type; not NULL; stays the caller's.
    /// That program gets TE_CALLNOTIFICATION with CNE_OWNER; this one keeps the call as a
    /// monitor.
    /// Returns E_POINTER, TAPI_E_TARGETNOTFOUND if no such program is registered,
    /// TAPI_E_TARGETSELF if it is the caller itself, TAPI_E_INVALCALLSTATE if the call is idle
    /// or over, TAPI_E_NOTOWNER, E_OUTOFMEMORY.
    /// Page: ITBasicCallControl::HandoffDirect (tapi3if.h).
    #[id(0x20007)]
    fn HandoffDirect(pApplicationName: BSTR);

    /// Gives the ownership of the call to the other program that stands first for a media type.
    ///
    /// lMediaType: one TAPIMEDIATYPE_ bit; 0 means those that the address has.
    /// ITTAPI::SetApplicationPriority decides who stands first.
    /// That program gets TE_CALLNOTIFICATION with CNE_OWNER; this one keeps the call as a
    /// monitor.
    /// Returns E_INVALIDARG for a media type that the address does not have,
    /// TAPI_E_TARGETNOTFOUND if nobody is registered for it, TAPI_E_TARGETSELF if nobody but
    /// the caller is, TAPI_E_INVALCALLSTATE if the call is idle or over, TAPI_E_NOTOWNER,
    /// E_OUTOFMEMORY.
    /// Page: ITBasicCallControl::HandoffIndirect (tapi3if.h).
    #[id(0x20008)]
    fn HandoffIndirect(lMediaType: LONG);

    /// Begins to bring another party into this call.
    ///
    /// pCall: the consultation call to that party: connected or held, or idle with a
    /// destination (then it is dialled); not NULL; stays the caller's.
    /// fSync: VARIANT_TRUE blocks until the consultation call is connected or has failed;
    /// VARIANT_FALSE returns early and TE_CALLSTATE tells the rest.
    /// This call must be connected or held and waits on CS_HOLD; call pCall's Finish with
    /// FM_ASCONFERENCE to join the two, or its Disconnect to give up. If dialling fails, this
    /// call comes back from hold.
    /// Returns E_POINTER, E_INVALIDARG if pCall is no other call of this address, has nowhere
    /// to dial or is in another state, TAPI_E_INVALCALLSTATE if this call is,
    /// TAPI_E_CONFERENCEFULL, TAPI_E_NOTSUPPORTED, TAPI_E_NOTOWNER, E_OUTOFMEMORY,
    /// TAPI_E_TIMEOUT; with VARIANT_TRUE also the codes of Connect.
    /// Page: ITBasicCallControl::Conference (tapi3if.h).
    #[id(0x20009)]
    fn Conference(pCall: *mut ITBasicCallControl, fSync: VARIANT_BOOL);

    /// Begins a transfer with consultation; called on the call that is to be transferred.
    ///
    /// pCall: the consultation call to the new party: connected or held, or idle with a
    /// destination (then it is dialled); not NULL; stays the caller's.
    /// fSync: VARIANT_TRUE blocks until the consultation call is connected or has failed;
    /// VARIANT_FALSE returns early and TE_CALLSTATE tells the rest.
    /// This call must be connected or held and waits on CS_HOLD; call pCall's Finish with
    /// FM_ASTRANSFER to hand the party over, or its Disconnect to give up. If dialling fails,
    /// this call comes back from hold.
    /// Returns E_POINTER, E_INVALIDARG if pCall is no other call of this address, has nowhere
    /// to dial or is in another state, TAPI_E_INVALCALLSTATE if this call is,
    /// TAPI_E_NOTSUPPORTED, TAPI_E_NOTOWNER, E_OUTOFMEMORY, TAPI_E_TIMEOUT; with VARIANT_TRUE
    /// also the codes of Connect.
    /// Page: ITBasicCallControl::Transfer (tapi3if.h).
    #[id(0x2000a)]
    fn Transfer(pCall: *mut ITBasicCallControl, fSync: VARIANT_BOOL);

    /// Transfers the connected call to another address without asking there first.
    ///
    /// pDestAddress: where to; not NULL; stays the caller's.
    /// This call becomes CS_DISCONNECTED, cause CEC_DISCONNECT_NORMAL; the party goes on to
    /// talk to pDestAddress. Blocks until the provider has answered.
    /// Returns E_POINTER, TAPI_E_INVALCALLSTATE if the call is not connected,
    /// TAPI_E_INVALADDRESS, TAPI_E_NOTSUPPORTED, TAPI_E_NOTOWNER, TAPI_E_OPERATIONFAILED,
    /// E_OUTOFMEMORY, TAPI_E_TIMEOUT.
    /// Page: ITBasicCallControl::BlindTransfer (tapi3if.h).
    #[id(0x2000b)]
    fn BlindTransfer(pDestAddress: BSTR);

    /// Holds this connected call and takes back the held one.
    ///
    /// pCall: the held call, on the same address; not NULL; stays the caller's.
    /// Both change state, each with its own TE_CALLSTATE. Blocks until the provider has
    /// answered.
    /// Returns E_POINTER, E_INVALIDARG if pCall is no other call of this address,
    /// TAPI_E_INVALCALLSTATE if this call is not connected or pCall not on hold,
    /// TAPI_E_NOTSUPPORTED, TAPI_E_NOTOWNER, TAPI_E_OPERATIONFAILED, E_OUTOFMEMORY,
    /// TAPI_E_TIMEOUT.
    /// Page: ITBasicCallControl::SwapHold (tapi3if.h).
    #[id(0x2000c)]
    fn SwapHold(pCall: *mut ITBasicCallControl);

    /// Parks the connected call at a given address.
    ///
    /// pParkAddress: where to park it; not NULL; stays the caller's.
    /// This call becomes CS_DISCONNECTED; fetch it with Unpark from any address of the switch.
    /// If nobody does, it may come back as a new offered call. Blocks until the provider has
    /// answered.
    /// Returns E_POINTER, E_INVALIDARG for an empty address, TAPI_E_INVALCALLSTATE if the call
    /// is not connected, TAPI_E_INVALPARKID if the place is unknown or taken,
    /// TAPI_E_NOTSUPPORTED (see AC_PARKSUPPORT), TAPI_E_NOTOWNER, E_OUTOFMEMORY,
    /// TAPI_E_TIMEOUT.
    /// Page: ITBasicCallControl::ParkDirect (tapi3if.h).
    #[id(0x2000d)]
    fn ParkDirect(pParkAddress: BSTR);

    /// Parks the connected call where the switch likes and tells where.
    ///
    /// ppNonDirAddress: receives the address to give to ITAddress::CreateCall for Unpark; free
    /// it with SysFreeString.
    /// This call becomes CS_DISCONNECTED. Blocks until the provider has answered.
    /// Returns E_POINTER, TAPI_E_INVALCALLSTATE if the call is not connected,
    /// TAPI_E_NOTSUPPORTED (see AC_PARKSUPPORT), TAPI_E_NOTOWNER, E_OUTOFMEMORY,
    /// TAPI_E_TIMEOUT.
    /// Page: ITBasicCallControl::ParkIndirect (tapi3if.h).
    #[id(0x2000e)]
    fn ParkIndirect(#[retval] ppNonDirAddress: *mut BSTR);

    /// Fetches a parked call.
    ///
    /// Call it on an idle call that ITAddress::CreateCall made with the park address as its
    /// destination; it becomes CS_CONNECTED. Blocks until the provider has answered.
    /// Returns TAPI_E_INVALCALLSTATE if the call is not idle, TAPI_E_INVALPARKID if nothing is
    /// parked there, TAPI_E_NOTSUPPORTED, TAPI_E_NOTOWNER, E_OUTOFMEMORY, TAPI_E_TIMEOUT.
    /// Page: ITBasicCallControl::Unpark (tapi3if.h).
    #[id(0x2000f)]
    fn Unpark();

    /// Asks for a quality of service for the media of the call.
    ///
    /// lMediaType: the TAPIMEDIATYPE_ bits concerned; 0 means those that the address has.
    /// ServiceLevel: how strongly (QOS_SERVICE_LEVEL). Call it before Connect or Answer;
    /// TE_QOSEVENT reports trouble.
    /// Returns E_INVALIDARG for an unknown level or media that the address does not have,
    /// TAPI_E_NOTSUPPORTED.
    /// Page: ITBasicCallControl::SetQOS (tapi3if.h).
    #[id(0x20010)]
    fn SetQOS(lMediaType: LONG, ServiceLevel: QOS_SERVICE_LEVEL);

    /// Takes over a call that rings elsewhere.
    ///
    /// pGroupID: the pickup group; NULL if the destination of this call names the ringing
    /// extension; stays the caller's.
    /// Call it on an idle call from ITAddress::CreateCall; it becomes CS_CONNECTED and its
    /// CIL_REASON LINECALLREASON_PICKUP (0x10). Blocks until the provider has answered.
    /// Returns TAPI_E_INVALCALLSTATE if the call is not idle, TAPI_E_INVALGROUPID for an
    /// unknown group, TAPI_E_OPERATIONFAILED if nothing rings there, TAPI_E_NOTSUPPORTED,
    /// TAPI_E_NOTOWNER, E_OUTOFMEMORY, TAPI_E_TIMEOUT.
    /// Page: ITBasicCallControl::Pickup (tapi3if.h).
    #[id(0x20013)]
    fn Pickup(pGroupID: BSTR);

    /// Dials further digits on a call that is being placed.
    ///
    /// pDestAddress: the digits; a semicolon at the end says that more will follow; not NULL;
    /// stays the caller's. For tones on a connected call use
    /// ITLegacyCallMediaControl::GenerateDigits.
    /// Blocks until the provider has answered; TE_CALLSTATE tells the progress.
    /// Returns E_POINTER, TAPI_E_INVALCALLSTATE if the call is not in CS_INPROGRESS,
    /// TAPI_E_INVALDIGITS for what cannot be dialled, TAPI_E_NOTSUPPORTED, TAPI_E_NOTOWNER,
    /// E_OUTOFMEMORY, TAPI_E_TIMEOUT.
    /// Page: ITBasicCallControl::Dial (tapi3if.h).
    #[id(0x20014)]
    fn Dial(pDestAddress: BSTR);

    /// Completes a transfer or conference; called on the consultation call.
    ///
    /// finishMode: FM_ASTRANSFER connects the two other parties and disconnects both calls;
    /// FM_ASCONFERENCE joins all three: the original call returns to CS_CONNECTED, the
    /// consultation call stays connected or disconnects, as the provider has it, and
    /// CHE_CALLJOIN is raised.
    /// Blocks until the provider has answered.
    /// Returns E_INVALIDARG for an unknown mode, TAPI_E_INVALCALLSTATE if no Transfer or
    /// Conference with this call is pending or this call is not connected yet,
    /// TAPI_E_NOTSUPPORTED, TAPI_E_NOTOWNER, E_OUTOFMEMORY, TAPI_E_TIMEOUT.
    /// Page: ITBasicCallControl::Finish (tapi3if.h).
    #[id(0x20015)]
    fn Finish(finishMode: FINISH_MODE);

    /// Takes this call out of its conference.
    ///
    /// AC_REMOVEFROMCONFCAPS says which members can be taken out, AC_REMOVEFROMCONFSTATE the
    /// state afterwards, often disconnected. CHE_CALLLEAVE is raised. Blocks until the provider
    /// has answered.
    /// Returns TAPI_E_NOCONFERENCE if the call is in no conference, TAPI_E_NOTSUPPORTED,
    /// TAPI_E_NOTOWNER, E_OUTOFMEMORY, TAPI_E_TIMEOUT.
    /// Page: ITBasicCallControl::RemoveFromConference (tapi3if.h).
    #[id(0x20016)]
    fn RemoveFromConference();
}

/// Tells what is known of a call: its state, address, parties and numbers.
///
/// QueryInterface of the call object; the call events hand it out too. Never blocks, except
/// ReleaseUserUserInfo. A disconnected call stays readable until its last Release.
/// Page: ITCallInfo (tapi3if.h).
#[uuid("350F85D1-1227-11D3-83D4-00C04FB6809F")]
#[dual]
pub trait ITCallInfo: IDispatch {
    /// Tells on which address the call is.
    ///
    /// ppAddress: receives the address; Release it.
    /// Returns E_POINTER.
    /// Page: ITCallInfo::get_Address (tapi3if.h).
    #[propget]
    #[id(0x10001)]
    fn get_Address(#[retval] ppAddress: *mut *mut ITAddress);

    /// Tells the state of the call at this moment.
    ///
    /// pCallState: receives the state (CALL_STATE). Events may lag behind it: read a
    /// TE_CALLSTATE event for what changed, this for what is.
    /// Returns E_POINTER.
    /// Page: ITCallInfo::get_CallState (tapi3if.h).
    #[propget]
    #[id(0x10002)]
    fn get_CallState(#[retval] pCallState: *mut CALL_STATE);

    /// Tells whether this program owns the call or only watches it.
    ///
    /// pPrivilege: receives CP_OWNER or CP_MONITOR.
    /// Returns E_POINTER.
    /// Page: ITCallInfo::get_Privilege (tapi3if.h).
    #[propget]
    #[id(0x10003)]
    fn get_Privilege(#[retval] pPrivilege: *mut CALL_PRIVILEGE);

    /// Gives the hub that ties this call to the other calls of the conversation.
    ///
    /// ppCallHub: receives the hub; Release it.
    /// Returns E_PENDING while the hub is not known yet, E_POINTER.
    /// Page: ITCallInfo::get_CallHub (tapi3if.h).
    #[propget]
    #[id(0x10004)]
    fn get_CallHub(#[retval] ppCallHub: *mut *mut ITCallHub);

    /// Reads one number about the call.
    ///
    /// CallInfoLong: which one (CALLINFO_LONG).
    /// plCallInfoLongVal: receives it; 0 where the provider does not say.
    /// Returns E_INVALIDARG for an unknown selector, E_POINTER.
    /// Page: ITCallInfo::get_CallInfoLong (tapi3if.h).
    #[propget]
    #[id(0x10005)]
    fn get_CallInfoLong(CallInfoLong: CALLINFO_LONG, #[retval] plCallInfoLongVal: *mut LONG);

    /// Sets one number about the call.
    ///
    /// CallInfoLong: which one (CALLINFO_LONG). Most are settable only while the call is idle;
    /// CIL_APPSPECIFIC in any state, by an owner.
    /// lCallInfoLongVal: the value.
    /// Returns E_INVALIDARG for an unknown selector or one that cannot be set,
    /// TAPI_E_INVALCALLSTATE if not in this state, TAPI_E_NOTOWNER.
    /// Page: ITCallInfo::put_CallInfoLong (tapi3if.h).
    #[propput]
    #[id(0x10005)]
    fn put_CallInfoLong(CallInfoLong: CALLINFO_LONG, lCallInfoLongVal: LONG);

    /// Reads one text about the call, such as the caller's number.
    ///
    /// CallInfoString: which one (CALLINFO_STRING).
    /// ppCallInfoString: receives the text; free it with SysFreeString. Information that is not
    /// there gives S_OK and an empty BSTR; caller id may come later, with TE_CALLINFOCHANGE.
    /// Returns E_INVALIDARG for an unknown selector, E_POINTER, E_OUTOFMEMORY.
    /// Page: ITCallInfo::get_CallInfoString (tapi3if.h).
    #[propget]
    #[id(0x10006)]
    fn get_CallInfoString(CallInfoString: CALLINFO_STRING, #[retval] ppCallInfoString: *mut BSTR);

    /// Sets one text about the call.
    ///
    /// CallInfoString: which one (CALLINFO_STRING): CIS_CALLEDPARTYFRIENDLYNAME, CIS_COMMENT,
    /// CIS_DISPLAYABLEADDRESS or CIS_CALLINGPARTYID, while the call is idle.
    /// pCallInfoString: the text; copied, stays the caller's.
    /// Returns E_INVALIDARG for an unknown selector or one that cannot be set,
    /// TAPI_E_INVALCALLSTATE if the call is not idle, TAPI_E_NOTOWNER, E_OUTOFMEMORY.
    /// Page: ITCallInfo::put_CallInfoString (tapi3if.h).
    #[propput]
    #[id(0x10006)]
    fn put_CallInfoString(CallInfoString: CALLINFO_STRING, pCallInfoString: BSTR);

    /// Reads one block of bytes about the call, for Automation clients.
    ///
    /// CallInfoBuffer: which one (CALLINFO_BUFFER).
    /// ppCallInfoBuffer: receives VT_ARRAY of VT_UI1, empty if there is none; free it with
    /// VariantClear.
    /// Returns E_INVALIDARG for an unknown selector, E_POINTER, E_OUTOFMEMORY.
    /// Page: ITCallInfo::get_CallInfoBuffer (tapi3if.h).
    #[propget]
    #[id(0x10007)]
    fn get_CallInfoBuffer(CallInfoBuffer: CALLINFO_BUFFER, #[retval] ppCallInfoBuffer: *mut VARIANT);

    /// Sets one block of bytes about the call, for Automation clients.
    ///
    /// CallInfoBuffer: which one (CALLINFO_BUFFER); CIB_USERUSERINFO before Connect travels
    /// with the call.
    /// pCallInfoBuffer: VT_ARRAY of VT_UI1; copied, stays the caller's.
    /// Returns E_INVALIDARG for an unknown selector or another kind of VARIANT,
    /// TAPI_E_INVALCALLSTATE, TAPI_E_USERUSERINFOTOOBIG, TAPI_E_NOTOWNER, TAPI_E_NOTSUPPORTED,
    /// E_OUTOFMEMORY.
    /// Page: ITCallInfo::put_CallInfoBuffer (tapi3if.h).
    #[propput]
    #[id(0x10007)]
    fn put_CallInfoBuffer(CallInfoBuffer: CALLINFO_BUFFER, pCallInfoBuffer: VARIANT);

    /// Reads one block of bytes about the call, for C and C++ clients.
    ///
    /// CallInfoBuffer: which one (CALLINFO_BUFFER).
    /// pdwSize: receives the number of bytes, 0 if there are none.
    /// ppCallInfoBuffer: receives the bytes, NULL if there are none; free them with
    /// CoTaskMemFree.
    /// Returns E_INVALIDARG for an unknown selector, E_POINTER, E_OUTOFMEMORY.
    /// Page: ITCallInfo::GetCallInfoBuffer (tapi3if.h).
    #[id(0x10008)]
    #[hidden]
    fn GetCallInfoBuffer(CallInfoBuffer: CALLINFO_BUFFER, #[out] pdwSize: *mut DWORD, #[out] #[size_is(pdwSize)] ppCallInfoBuffer: *mut *mut BYTE);

    /// Sets one block of bytes about the call, for C and C++ clients.
    ///
    /// CallInfoBuffer: which one (CALLINFO_BUFFER); CIB_USERUSERINFO before Connect travels
    /// with the call.
    /// dwSize: the number of bytes.
    /// pCallInfoBuffer: the bytes; may be NULL only if dwSize is 0; copied, stays the caller's.
    /// Returns E_INVALIDARG for an unknown selector, TAPI_E_INVALCALLSTATE,
    /// TAPI_E_USERUSERINFOTOOBIG, TAPI_E_NOTOWNER, TAPI_E_NOTSUPPORTED, E_POINTER,
    /// E_OUTOFMEMORY.
    /// Page: ITCallInfo::SetCallInfoBuffer (tapi3if.h).
    #[id(0x10009)]
    #[hidden]
    fn SetCallInfoBuffer(CallInfoBuffer: CALLINFO_BUFFER, dwSize: DWORD, #[size_is(dwSize)] pCallInfoBuffer: *mut BYTE);

    /// Discards the user-user information received, so that the next can come in.
    ///
    /// Blocks until the provider has answered, two minutes at most.
    /// Returns TAPI_E_NOTOWNER, TAPI_E_NOTSUPPORTED, E_OUTOFMEMORY, TAPI_E_TIMEOUT.
    /// Page: ITCallInfo::ReleaseUserUserInfo (tapi3if.h).
    #[id(0x1000a)]
    fn ReleaseUserUserInfo();
}

/// Call information with an event filter for this one call.
///
/// QueryInterface of the call object. An event about the call arrives only if the filters of
/// the TAPI object, of the address and of the call all let it through.
/// Page: ITCallInfo2 (tapi3if.h).
#[uuid("94D70CA6-7AB0-4DAA-81CA-B8F8643FAEC1")]
#[dual]
pub trait ITCallInfo2: ITCallInfo {
    /// Tells whether an event about this call is let through.
    ///
    /// TapiEvent: the kind of event, one TAPI_EVENT bit.
    /// lSubEvent: which one of that kind, a value of its enumeration: CALL_STATE for
    /// TE_CALLSTATE, CALL_NOTIFICATION_EVENT for TE_CALLNOTIFICATION, CALL_MEDIA_EVENT for
    /// TE_CALLMEDIA, CALLHUB_EVENT for TE_CALLHUB, CALLINFOCHANGE_CAUSE for TE_CALLINFOCHANGE,
    /// QOS_EVENT for TE_QOSEVENT; 0 for a kind without one.
    /// pEnable: receives VARIANT_TRUE if it is. At the start everything is.
    /// Returns E_INVALIDARG for an unknown event or sub-event, E_POINTER.
    /// Page: ITCallInfo2::get_EventFilter (tapi3if.h).
    #[propget]
    #[id(0x1000b)]
    fn get_EventFilter(TapiEvent: TAPI_EVENT, lSubEvent: LONG, #[retval] pEnable: *mut VARIANT_BOOL);

    /// Lets an event about this call through, or keeps it back.
    ///
    /// TapiEvent, lSubEvent: as for get_EventFilter.
    /// bEnable: VARIANT_TRUE to let it through, VARIANT_FALSE to keep it back.
    /// Returns E_INVALIDARG for an unknown event or sub-event.
    /// Page: ITCallInfo2::put_EventFilter (tapi3if.h).
    #[propput]
    #[id(0x1000b)]
    fn put_EventFilter(TapiEvent: TAPI_EVENT, lSubEvent: LONG, bEnable: VARIANT_BOOL);
}

/// A conversation: the calls that belong together, such as the legs of a conference.
///
/// Never made by the program: the provider's call ids decide which calls share a hub. Comes
/// from ITCallInfo::get_CallHub, ITTAPI::EnumerateCallHubs or TE_CALLHUB. Other parties' calls
/// are in it only as far as the provider shows them.
/// Page: ITCallHub (tapi3if.h).
#[uuid("A3C1544E-5B92-11D1-8F4E-00C04FB6809F")]
#[dual]
pub trait ITCallHub: IDispatch {
    /// Tries to end every call of the hub.
    ///
    /// Calls that this program does not own stay. Each call that ends raises its own
    /// TE_CALLSTATE. Blocks until the provider has answered for each, two minutes at most.
    /// Returns the first failure if a call that the program owns could not be ended,
    /// E_OUTOFMEMORY.
    /// Page: ITCallHub::Clear (tapi3if.h).
    #[id(0x1)]
    fn Clear();

    /// Lists the calls of the hub, for C and C++ clients.
    ///
    /// ppEnumCall: receives a new enumerator of ITCallInfo, a snapshot; Release it.
    /// Returns E_POINTER, E_OUTOFMEMORY.
    /// Page: ITCallHub::EnumerateCalls (tapi3if.h).
    #[id(0x2)]
    #[hidden]
    fn EnumerateCalls(#[retval] ppEnumCall: *mut *mut IEnumCall);

    /// Lists the calls of the hub, for Automation clients.
    ///
    /// pCalls: receives VT_DISPATCH, an ITCollection of ITCallInfo; free it with VariantClear.
    /// Returns E_POINTER, E_OUTOFMEMORY.
    /// Page: ITCallHub::get_Calls (tapi3if.h).
    #[propget]
    #[id(0x3)]
    fn get_Calls(#[retval] pCalls: *mut VARIANT);

    /// Counts the calls of the hub.
    ///
    /// plCalls: receives the number.
    /// Returns E_POINTER.
    /// Page: ITCallHub::get_NumCalls (tapi3if.h).
    #[propget]
    #[id(0x4)]
    fn get_NumCalls(#[retval] plCalls: *mut LONG);

    /// Tells whether the hub still has a live call.
    ///
    /// pState: receives CHS_ACTIVE or CHS_IDLE.
    /// Returns E_POINTER.
    /// Page: ITCallHub::get_State (tapi3if.h).
    #[propget]
    #[id(0x5)]
    fn get_State(#[retval] pState: *mut CALLHUB_STATE);
}

/// Call control with terminals: which device records and plays the call.
///
/// QueryInterface of the call object. All that is said of ITBasicCallControl holds here too.
/// Page: ITBasicCallControl2 (tapi3if.h).
#[uuid("161A4A56-1E99-4B3F-A46A-168F38A5EE4C")]
#[dual]
pub trait ITBasicCallControl2: ITBasicCallControl {
    /// Makes or finds a terminal that fits the call.
    ///
    /// bstrTerminalClassGUID: the terminal class as GUID text, one of CLSID_String_...; stays
    /// the caller's.
    /// lMediaType: the TAPIMEDIATYPE_ bits that it must carry.
    /// Direction: capture, render or both (TERMINAL_DIRECTION).
    /// ppTerminal: receives the terminal; Release it.
    /// Returns E_INVALIDARG if the text is no GUID, TAPI_E_INVALIDTERMINALCLASS,
    /// TAPI_E_INVALIDMEDIATYPE, TAPI_E_INVALIDDIRECTION, TAPI_E_NOTSUPPORTED if the provider
    /// has no media, E_POINTER, E_OUTOFMEMORY.
    /// Page: ITBasicCallControl2::RequestTerminal (tapi3if.h).
    #[id(0x20017)]
    fn RequestTerminal(bstrTerminalClassGUID: BSTR, lMediaType: LONG, Direction: TERMINAL_DIRECTION, #[retval] ppTerminal: *mut *mut ITTerminal);

    /// Uses a terminal for every stream of the call that it fits.
    ///
    /// pTerminal: the terminal; not NULL; the call keeps its own reference. Allowed from
    /// CS_IDLE on; before there is a stream the choice is kept for later.
    /// Returns E_POINTER, TAPI_E_INVALIDTERMINAL, TAPI_E_TERMINALINUSE, TAPI_E_MAXTERMINALS,
    /// TAPI_E_NOTSUPPORTED, E_OUTOFMEMORY.
    /// Page: ITBasicCallControl2::SelectTerminalOnCall (tapi3if.h).
    #[id(0x20018)]
    fn SelectTerminalOnCall(pTerminal: *mut ITTerminal);

    /// Stops using a terminal for the call.
    ///
    /// pTerminal: a terminal that is selected; not NULL.
    /// Returns E_POINTER, TAPI_E_INVALIDTERMINAL, TAPI_E_NOTSUPPORTED.
    /// Page: ITBasicCallControl2::UnselectTerminalOnCall (tapi3if.h).
    #[id(0x20019)]
    fn UnselectTerminalOnCall(pTerminal: *mut ITTerminal);
}
