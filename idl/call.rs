//! Calls: control, information and the hubs that tie them together.
//!
//! Described for `codegen`, which reads this file as syntax; it is never compiled.

/// ITBasicCallControl.
#[uuid("B1EFC389-9355-11D0-835C-00AA003CCABD")]
#[dual]
pub trait ITBasicCallControl: IDispatch {
    /// Connect.
    #[id(0x20003)]
    fn Connect(fSync: VARIANT_BOOL);

    /// Answer.
    #[id(0x20004)]
    fn Answer();

    /// Disconnect.
    #[id(0x20005)]
    fn Disconnect(code: DISCONNECT_CODE);

    /// Hold.
    #[id(0x20006)]
    fn Hold(fHold: VARIANT_BOOL);

    /// HandoffDirect.
    #[id(0x20007)]
    fn HandoffDirect(pApplicationName: BSTR);

    /// HandoffIndirect.
    #[id(0x20008)]
    fn HandoffIndirect(lMediaType: LONG);

    /// Conference.
    #[id(0x20009)]
    fn Conference(pCall: *mut ITBasicCallControl, fSync: VARIANT_BOOL);

    /// Transfer.
    #[id(0x2000a)]
    fn Transfer(pCall: *mut ITBasicCallControl, fSync: VARIANT_BOOL);

    /// BlindTransfer.
    #[id(0x2000b)]
    fn BlindTransfer(pDestAddress: BSTR);

    /// SwapHold.
    #[id(0x2000c)]
    fn SwapHold(pCall: *mut ITBasicCallControl);

    /// ParkDirect.
    #[id(0x2000d)]
    fn ParkDirect(pParkAddress: BSTR);

    /// ParkIndirect.
    #[id(0x2000e)]
    fn ParkIndirect(#[retval] ppNonDirAddress: *mut BSTR);

    /// Unpark.
    #[id(0x2000f)]
    fn Unpark();

    /// SetQOS.
    #[id(0x20010)]
    fn SetQOS(lMediaType: LONG, ServiceLevel: QOS_SERVICE_LEVEL);

    /// Pickup.
    #[id(0x20013)]
    fn Pickup(pGroupID: BSTR);

    /// Dial.
    #[id(0x20014)]
    fn Dial(pDestAddress: BSTR);

    /// Finish.
    #[id(0x20015)]
    fn Finish(finishMode: FINISH_MODE);

    /// RemoveFromConference.
    #[id(0x20016)]
    fn RemoveFromConference();
}

/// ITCallInfo.
#[uuid("350F85D1-1227-11D3-83D4-00C04FB6809F")]
#[dual]
pub trait ITCallInfo: IDispatch {
    /// get_Address.
    #[propget]
    #[id(0x10001)]
    fn get_Address(#[retval] ppAddress: *mut *mut ITAddress);

    /// get_CallState.
    #[propget]
    #[id(0x10002)]
    fn get_CallState(#[retval] pCallState: *mut CALL_STATE);

    /// get_Privilege.
    #[propget]
    #[id(0x10003)]
    fn get_Privilege(#[retval] pPrivilege: *mut CALL_PRIVILEGE);

    /// get_CallHub.
    #[propget]
    #[id(0x10004)]
    fn get_CallHub(#[retval] ppCallHub: *mut *mut ITCallHub);

    /// get_CallInfoLong.
    #[propget]
    #[id(0x10005)]
    fn get_CallInfoLong(CallInfoLong: CALLINFO_LONG, #[retval] plCallInfoLongVal: *mut LONG);

    /// put_CallInfoLong.
    #[propput]
    #[id(0x10005)]
    fn put_CallInfoLong(CallInfoLong: CALLINFO_LONG, lCallInfoLongVal: LONG);

    /// get_CallInfoString.
    #[propget]
    #[id(0x10006)]
    fn get_CallInfoString(CallInfoString: CALLINFO_STRING, #[retval] ppCallInfoString: *mut BSTR);

    /// put_CallInfoString.
    #[propput]
    #[id(0x10006)]
    fn put_CallInfoString(CallInfoString: CALLINFO_STRING, pCallInfoString: BSTR);

    /// get_CallInfoBuffer.
    #[propget]
    #[id(0x10007)]
    fn get_CallInfoBuffer(CallInfoBuffer: CALLINFO_BUFFER, #[retval] ppCallInfoBuffer: *mut VARIANT);

    /// put_CallInfoBuffer.
    #[propput]
    #[id(0x10007)]
    fn put_CallInfoBuffer(CallInfoBuffer: CALLINFO_BUFFER, pCallInfoBuffer: VARIANT);

    /// GetCallInfoBuffer.
    #[id(0x10008)]
    #[hidden]
    fn GetCallInfoBuffer(CallInfoBuffer: CALLINFO_BUFFER, #[out] pdwSize: *mut DWORD, #[out] #[size_is(pdwSize)] ppCallInfoBuffer: *mut *mut BYTE);

    /// SetCallInfoBuffer.
    #[id(0x10009)]
    #[hidden]
    fn SetCallInfoBuffer(CallInfoBuffer: CALLINFO_BUFFER, dwSize: DWORD, #[size_is(dwSize)] pCallInfoBuffer: *mut BYTE);

    /// ReleaseUserUserInfo.
    #[id(0x1000a)]
    fn ReleaseUserUserInfo();
}

/// ITCallInfo2.
#[uuid("94D70CA6-7AB0-4DAA-81CA-B8F8643FAEC1")]
#[dual]
pub trait ITCallInfo2: ITCallInfo {
    /// get_EventFilter.
    #[propget]
    #[id(0x1000b)]
    fn get_EventFilter(TapiEvent: TAPI_EVENT, lSubEvent: LONG, #[retval] pEnable: *mut VARIANT_BOOL);

    /// put_EventFilter.
    #[propput]
    #[id(0x1000b)]
    fn put_EventFilter(TapiEvent: TAPI_EVENT, lSubEvent: LONG, bEnable: VARIANT_BOOL);
}

/// ITCallHub.
#[uuid("A3C1544E-5B92-11D1-8F4E-00C04FB6809F")]
#[dual]
pub trait ITCallHub: IDispatch {
    /// Clear.
    #[id(0x1)]
    fn Clear();

    /// EnumerateCalls.
    #[id(0x2)]
    #[hidden]
    fn EnumerateCalls(#[retval] ppEnumCall: *mut *mut IEnumCall);

    /// get_Calls.
    #[propget]
    #[id(0x3)]
    fn get_Calls(#[retval] pCalls: *mut VARIANT);

    /// get_NumCalls.
    #[propget]
    #[id(0x4)]
    fn get_NumCalls(#[retval] plCalls: *mut LONG);

    /// get_State.
    #[propget]
    #[id(0x5)]
    fn get_State(#[retval] pState: *mut CALLHUB_STATE);
}

/// ITBasicCallControl2.
#[uuid("161A4A56-1E99-4B3F-A46A-168F38A5EE4C")]
#[dual]
pub trait ITBasicCallControl2: ITBasicCallControl {
    /// RequestTerminal.
    #[id(0x20017)]
    fn RequestTerminal(bstrTerminalClassGUID: BSTR, lMediaType: LONG, Direction: TERMINAL_DIRECTION, #[retval] ppTerminal: *mut *mut ITTerminal);

    /// SelectTerminalOnCall.
    #[id(0x20018)]
    fn SelectTerminalOnCall(pTerminal: *mut ITTerminal);

    /// UnselectTerminalOnCall.
    #[id(0x20019)]
    fn UnselectTerminalOnCall(pTerminal: *mut ITTerminal);
}
