//! The event objects that a sink receives as IDispatch.
//!
//! Described for `codegen`, which reads this file as syntax; it is never compiled.

/// TE_PRIVATE: an event of the provider's own kind.
///
/// Read-only; E_POINTER for a NULL out-pointer. The provider's documentation explains it.
/// Page: ITPrivateEvent (tapi3if.h).
#[uuid("0E269CD0-10D4-4121-9C22-9C85D625650D")]
#[dual]
pub trait ITPrivateEvent: IDispatch {
    /// Gives the address concerned.
    ///
    /// ppAddress: receives it, NULL if none; Release it.
    /// Returns E_POINTER.
    /// Page: ITPrivateEvent::get_Address (tapi3if.h).
    #[propget]
    #[id(0x1)]
    fn get_Address(#[retval] #[nullable] ppAddress: *mut *mut ITAddress);

    /// Gives the call concerned.
    ///
    /// ppCallInfo: receives it, NULL if none; Release it.
    /// Returns E_POINTER.
    /// Page: ITPrivateEvent::get_Call (tapi3if.h).
    #[propget]
    #[id(0x2)]
    fn get_Call(#[retval] #[nullable] ppCallInfo: *mut *mut ITCallInfo);

    /// Gives the call hub concerned.
    ///
    /// ppCallHub: receives it, NULL if none; Release it.
    /// Returns E_POINTER.
    /// Page: ITPrivateEvent::get_CallHub (tapi3if.h).
    #[propget]
    #[id(0x3)]
    fn get_CallHub(#[retval] #[nullable] ppCallHub: *mut *mut ITCallHub);

    /// Tells which of the provider's events this is.
    ///
    /// plEventCode: receives the provider's number for it.
    /// Returns E_POINTER.
    /// Page: ITPrivateEvent::get_EventCode (tapi3if.h).
    #[propget]
    #[id(0x4)]
    fn get_EventCode(#[retval] plEventCode: *mut LONG);

    /// Gives the provider's own object with the details.
    ///
    /// pEventInterface: receives it, NULL if none; Release it.
    /// Returns E_POINTER.
    /// Page: ITPrivateEvent::get_EventInterface (tapi3if.h).
    #[propget]
    #[id(0x5)]
    fn get_EventInterface(#[retval] #[nullable] pEventInterface: *mut *mut IDispatch);
}

/// TE_PHONEEVENT: something happened on a phone.
///
/// Which properties mean something depends on get_Event; the others give TAPI_E_WRONGEVENT.
/// Page: ITPhoneEvent (tapi3if.h).
#[uuid("8F942DD8-64ED-4AAF-A77D-B23DB0837EAD")]
#[dual]
pub trait ITPhoneEvent: IDispatch {
    /// Gives the phone; Release it.
    #[propget]
    #[id(0x1)]
    fn get_Phone(#[retval] ppPhone: *mut *mut ITPhone);

    /// Tells what happened (PHONE_EVENT).
    #[propget]
    #[id(0x2)]
    fn get_Event(#[retval] pEvent: *mut PHONE_EVENT);

    /// Tells the state of the button, for PE_BUTTON.
    #[propget]
    #[id(0x3)]
    fn get_ButtonState(#[retval] pState: *mut PHONE_BUTTON_STATE);

    /// Tells the new hook-switch state, for PE_HOOKSWITCH.
    #[propget]
    #[id(0x4)]
    fn get_HookSwitchState(#[retval] pState: *mut PHONE_HOOK_SWITCH_STATE);

    /// Tells which hook-switch device changed, for PE_HOOKSWITCH.
    #[propget]
    #[id(0x5)]
    fn get_HookSwitchDevice(#[retval] pDevice: *mut PHONE_HOOK_SWITCH_DEVICE);

    /// Tells the new ring mode, for PE_RINGMODE.
    #[propget]
    #[id(0x6)]
    fn get_RingMode(#[retval] plRingMode: *mut LONG);

    /// Tells which button or lamp it was, for PE_BUTTON and PE_LAMPMODE.
    #[propget]
    #[id(0x7)]
    fn get_ButtonLampId(#[retval] plButtonLampId: *mut LONG);

    /// Tells the number dialled, for PE_NUMBERGATHERED; free it with SysFreeString.
    #[propget]
    #[id(0x8)]
    fn get_NumberGathered(#[retval] ppNumber: *mut BSTR);

    /// Gives the call concerned, for PE_ANSWER and PE_DISCONNECT; Release it.
    #[propget]
    #[id(0x9)]
    fn get_Call(#[retval] #[nullable] ppCallInfo: *mut *mut ITCallInfo);
}

/// TE_CALLSTATE: a call is now in another state.
///
/// Raised for every change, also one that this program caused, once and in order for each call;
/// the order across calls is not promised. Incoming calls start with CS_OFFERING, after their
/// TE_CALLNOTIFICATION. CS_DISCONNECTED is the last. Read-only; the values are those of the
/// moment of the change.
/// Page: ITCallStateEvent (tapi3if.h).
#[uuid("62F47097-95C9-11D0-835D-00AA003CCABD")]
#[dual]
pub trait ITCallStateEvent: IDispatch {
    /// Gives the call.
    ///
    /// ppCallInfo: receives it, the same object that every event and method names; Release it.
    /// Returns E_POINTER.
    /// Page: ITCallStateEvent::get_Call (tapi3if.h).
    #[propget]
    #[id(0x1)]
    fn get_Call(#[retval] ppCallInfo: *mut *mut ITCallInfo);

    /// Tells the state that the call went into.
    ///
    /// pCallState: receives it (CALL_STATE). ITCallInfo::get_CallState may be ahead of it.
    /// Returns E_POINTER.
    /// Page: ITCallStateEvent::get_State (tapi3if.h).
    #[propget]
    #[id(0x2)]
    fn get_State(#[retval] pCallState: *mut CALL_STATE);

    /// Tells why the call is in this state.
    ///
    /// pCEC: receives the cause (CALL_STATE_EVENT_CAUSE); CEC_NONE unless the state is
    /// CS_DISCONNECTED.
    /// Returns E_POINTER.
    /// Page: ITCallStateEvent::get_Cause (tapi3if.h).
    #[propget]
    #[id(0x3)]
    fn get_Cause(#[retval] pCEC: *mut CALL_STATE_EVENT_CAUSE);

    /// Gives back the value from the registration.
    ///
    /// plCallbackInstance: receives lCallbackInstance of ITTAPI::RegisterCallNotifications; 0
    /// for a call without registration.
    /// Returns E_POINTER.
    /// Page: ITCallStateEvent::get_CallbackInstance (tapi3if.h).
    #[propget]
    #[id(0x4)]
    fn get_CallbackInstance(#[retval] plCallbackInstance: *mut LONG);
}

/// TE_PHONEDEVSPECIFIC: an event of the provider's own kind on a phone.
///
/// The provider's documentation explains the three numbers.
/// Page: ITPhoneDeviceSpecificEvent (tapi3if.h).
#[uuid("63FFB2A6-872B-4CD3-A501-326E8FB40AF7")]
#[dual]
pub trait ITPhoneDeviceSpecificEvent: IDispatch {
    /// Gives the phone; Release it.
    #[propget]
    #[id(0x1)]
    fn get_Phone(#[retval] ppPhone: *mut *mut ITPhone);

    /// Tells the provider's first number.
    #[propget]
    #[id(0x2)]
    fn get_lParam1(#[retval] pParam1: *mut LONG);

    /// Tells the provider's second number.
    #[propget]
    #[id(0x3)]
    fn get_lParam2(#[retval] pParam2: *mut LONG);

    /// Tells the provider's third number.
    #[propget]
    #[id(0x4)]
    fn get_lParam3(#[retval] pParam3: *mut LONG);
}

/// TE_CALLMEDIA: a stream or terminal of a call changed.
///
/// May still arrive some seconds after the call is disconnected. Read-only.
/// Page: ITCallMediaEvent (tapi3if.h).
#[uuid("FF36B87F-EC3A-11D0-8EE4-00C04FB6809F")]
#[dual]
pub trait ITCallMediaEvent: IDispatch {
    /// Gives the call.
    ///
    /// ppCallInfo: receives it; Release it.
    /// Returns E_POINTER.
    /// Page: ITCallMediaEvent::get_Call (tapi3if.h).
    #[propget]
    #[id(0x1)]
    fn get_Call(#[retval] ppCallInfo: *mut *mut ITCallInfo);

    /// Tells what happened.
    ///
    /// pCallMediaEvent: receives it (CALL_MEDIA_EVENT).
    /// Returns E_POINTER.
    /// Page: ITCallMediaEvent::get_Event (tapi3if.h).
    #[propget]
    #[id(0x2)]
    fn get_Event(#[retval] pCallMediaEvent: *mut CALL_MEDIA_EVENT);

    /// Tells the error behind a CME_STREAM_FAIL or CME_TERMINAL_FAIL.
    ///
    /// phrError: receives the HRESULT, S_OK for the other events.
    /// Returns E_POINTER.
    /// Page: ITCallMediaEvent::get_Error (tapi3if.h).
    #[propget]
    #[id(0x3)]
    fn get_Error(#[retval] phrError: *mut HRESULT);

    /// Gives the terminal concerned.
    ///
    /// ppTerminal: receives it, NULL if none; Release it.
    /// Returns E_POINTER.
    /// Page: ITCallMediaEvent::get_Terminal (tapi3if.h).
    #[propget]
    #[id(0x4)]
    fn get_Terminal(#[retval] #[nullable] ppTerminal: *mut *mut ITTerminal);

    /// Gives the stream concerned.
    ///
    /// ppStream: receives it, NULL if none; Release it.
    /// Returns E_POINTER.
    /// Page: ITCallMediaEvent::get_Stream (tapi3if.h).
    #[propget]
    #[id(0x5)]
    fn get_Stream(#[retval] #[nullable] ppStream: *mut *mut ITStream);

    /// Tells why it happened.
    ///
    /// pCause: receives the cause (CALL_MEDIA_EVENT_CAUSE).
    /// Returns E_POINTER.
    /// Page: ITCallMediaEvent::get_Cause (tapi3if.h).
    #[propget]
    #[id(0x6)]
    fn get_Cause(#[retval] pCause: *mut CALL_MEDIA_EVENT_CAUSE);
}

/// TE_DIGITEVENT: the far end pressed a key.
///
/// Raised after ITLegacyCallMediaControl::DetectDigits.
/// Page: ITDigitDetectionEvent (tapi3if.h).
#[uuid("80D3BFAC-57D9-11D2-A04A-00C04FB6809F")]
#[dual]
pub trait ITDigitDetectionEvent: IDispatch {
    /// Gives the call; Release it.
    #[propget]
    #[id(0x1)]
    fn get_Call(#[retval] ppCallInfo: *mut *mut ITCallInfo);

    /// Tells the digit, as an ASCII character: 0 to 9, A to D, star or hash.
    #[propget]
    #[id(0x2)]
    fn get_Digit(#[retval] pucDigit: *mut BYTE);

    /// Tells how it was signalled (LINEDIGITMODE_).
    #[propget]
    #[id(0x3)]
    fn get_DigitMode(#[retval] pDigitMode: *mut TAPI_DIGITMODE);

    /// Tells when, in milliseconds of the system's running time.
    #[propget]
    #[id(0x4)]
    fn get_TickCount(#[retval] plTickCount: *mut LONG);

    /// Gives back lCallbackInstance of ITTAPI::RegisterCallNotifications.
    #[propget]
    #[id(0x5)]
    fn get_CallbackInstance(#[retval] plCallbackInstance: *mut LONG);
}

/// TE_GENERATEEVENT: digits asked for with GenerateDigits have been sent.
///
/// Page: ITDigitGenerationEvent (tapi3if.h).
#[uuid("80D3BFAD-57D9-11D2-A04A-00C04FB6809F")]
#[dual]
pub trait ITDigitGenerationEvent: IDispatch {
    /// Gives the call; Release it.
    #[propget]
    #[id(0x1)]
    fn get_Call(#[retval] ppCallInfo: *mut *mut ITCallInfo);

    /// Tells how it ended: 1 all sent (LINEGENERATETERM_DONE), 2 cancelled.
    #[propget]
    #[id(0x2)]
    fn get_GenerationTermination(#[retval] plGenerationTermination: *mut LONG);

    /// Tells when, in milliseconds of the system's running time.
    #[propget]
    #[id(0x3)]
    fn get_TickCount(#[retval] plTickCount: *mut LONG);

    /// Gives back lCallbackInstance of ITTAPI::RegisterCallNotifications.
    #[propget]
    #[id(0x4)]
    fn get_CallbackInstance(#[retval] plCallbackInstance: *mut LONG);
}

/// TE_GATHERDIGITS: a GatherDigits has ended.
///
/// Page: ITDigitsGatheredEvent (tapi3if.h).
#[uuid("E52EC4C1-CBA3-441A-9E6A-93CB909E9724")]
#[dual]
pub trait ITDigitsGatheredEvent: IDispatch {
    /// Gives the call; Release it.
    #[propget]
    #[id(0x1)]
    fn get_Call(#[retval] ppCallInfo: *mut *mut ITCallInfo);

    /// Tells the digits gathered so far, perhaps none; free it with SysFreeString.
    #[propget]
    #[id(0x2)]
    fn get_Digits(#[retval] ppDigits: *mut BSTR);

    /// Tells why it ended (TAPI_GATHERTERM).
    #[propget]
    #[id(0x3)]
    fn get_GatherTermination(#[retval] pGatherTermination: *mut TAPI_GATHERTERM);

    /// Tells when, in milliseconds of the system's running time.
    #[propget]
    #[id(0x4)]
    fn get_TickCount(#[retval] plTickCount: *mut LONG);

    /// Gives back lCallbackInstance of ITTAPI::RegisterCallNotifications.
    #[propget]
    #[id(0x5)]
    fn get_CallbackInstance(#[retval] plCallbackInstance: *mut LONG);
}

/// TE_TONEEVENT: a tone asked for with DetectTones was heard.
///
/// Page: ITToneDetectionEvent (tapi3if.h).
#[uuid("407E0FAF-D047-4753-B0C6-8E060373FECD")]
#[dual]
pub trait ITToneDetectionEvent: IDispatch {
    /// Gives the call; Release it.
    #[propget]
    #[id(0x1)]
    fn get_Call(#[retval] ppCallInfo: *mut *mut ITCallInfo);

    /// Tells which tone: the number given to it beforehand (ITDetectTone::put_AppSpecific).
    #[propget]
    #[id(0x2)]
    fn get_AppSpecific(#[retval] plAppSpecific: *mut LONG);

    /// Tells when, in milliseconds of the system's running time.
    #[propget]
    #[id(0x3)]
    fn get_TickCount(#[retval] plTickCount: *mut LONG);

    /// Gives back lCallbackInstance of ITTAPI::RegisterCallNotifications.
    #[propget]
    #[id(0x4)]
    fn get_CallbackInstance(#[retval] plCallbackInstance: *mut LONG);
}

/// TE_TAPIOBJECT: the TAPI object itself changed, such as a new address.
///
/// Read-only.
/// Page: ITTAPIObjectEvent (tapi3if.h).
#[uuid("F4854D48-937A-11D1-BB58-00C04FB6809F")]
#[dual]
pub trait ITTAPIObjectEvent: IDispatch {
    /// Gives the TAPI object.
    ///
    /// ppTAPIObject: receives it; Release it.
    /// Returns E_POINTER.
    /// Page: ITTAPIObjectEvent::get_TAPIObject (tapi3if.h).
    #[propget]
    #[id(0x1)]
    fn get_TAPIObject(#[retval] ppTAPIObject: *mut *mut ITTAPI);

    /// Tells what happened.
    ///
    /// pEvent: receives it (TAPIOBJECT_EVENT).
    /// Returns E_POINTER.
    /// Page: ITTAPIObjectEvent::get_Event (tapi3if.h).
    #[propget]
    #[id(0x2)]
    fn get_Event(#[retval] pEvent: *mut TAPIOBJECT_EVENT);

    /// Gives the address that came, went or closed.
    ///
    /// ppAddress: receives it; Release it.
    /// Returns TAPI_E_WRONGEVENT if the event is not about an address, E_POINTER.
    /// Page: ITTAPIObjectEvent::get_Address (tapi3if.h).
    #[propget]
    #[id(0x3)]
    fn get_Address(#[retval] #[nullable] ppAddress: *mut *mut ITAddress);

    /// Gives back the value from the registration.
    ///
    /// plCallbackInstance: receives lCallbackInstance of ITTAPI::RegisterCallNotifications; 0
    /// without registration.
    /// Returns E_POINTER.
    /// Page: ITTAPIObjectEvent::get_CallbackInstance (tapi3if.h).
    #[propget]
    #[id(0x4)]
    fn get_CallbackInstance(#[retval] plCallbackInstance: *mut LONG);
}

/// TE_TAPIOBJECT with the phone concerned.
///
/// QueryInterface of the event object.
/// Page: ITTAPIObjectEvent2 (tapi3if.h).
#[uuid("359DDA6E-68CE-4383-BF0B-169133C41B46")]
#[dual]
pub trait ITTAPIObjectEvent2: ITTAPIObjectEvent {
    /// Gives the phone that came or went.
    ///
    /// ppPhone: receives it; Release it.
    /// Returns TAPI_E_WRONGEVENT if the event is not TE_PHONECREATE or TE_PHONEREMOVE,
    /// E_POINTER.
    /// Page: ITTAPIObjectEvent2::get_Phone (tapi3if.h).
    #[propget]
    #[id(0x5)]
    fn get_Phone(#[retval] #[nullable] ppPhone: *mut *mut ITPhone);
}

/// TE_CALLHUB: a call joined or left a hub, or a hub came or went idle.
///
/// Raised while ITTAPI::SetCallHubTracking is on. Read-only.
/// Page: ITCallHubEvent (tapi3if.h).
#[uuid("A3C15451-5B92-11D1-8F4E-00C04FB6809F")]
#[dual]
pub trait ITCallHubEvent: IDispatch {
    /// Tells what happened.
    ///
    /// pEvent: receives it (CALLHUB_EVENT).
    /// Returns E_POINTER.
    /// Page: ITCallHubEvent::get_Event (tapi3if.h).
    #[propget]
    #[id(0x1)]
    fn get_Event(#[retval] pEvent: *mut CALLHUB_EVENT);

    /// Gives the hub.
    ///
    /// ppCallHub: receives it; Release it.
    /// Returns E_POINTER.
    /// Page: ITCallHubEvent::get_CallHub (tapi3if.h).
    #[propget]
    #[id(0x2)]
    fn get_CallHub(#[retval] ppCallHub: *mut *mut ITCallHub);

    /// Gives the call that joined or left.
    ///
    /// ppCall: receives it, NULL where no call of this program is concerned; Release it if not
    /// NULL.
    /// Returns E_POINTER.
    /// Page: ITCallHubEvent::get_Call (tapi3if.h).
    #[propget]
    #[id(0x3)]
    fn get_Call(#[retval] #[nullable] ppCall: *mut *mut ITCallInfo);
}

/// TE_ADDRESS: an address changed.
///
/// Read-only.
/// Page: ITAddressEvent (tapi3if.h).
#[uuid("831CE2D1-83B5-11D1-BB5C-00C04FB6809F")]
#[dual]
pub trait ITAddressEvent: IDispatch {
    /// Gives the address.
    ///
    /// ppAddress: receives it; Release it.
    /// Returns E_POINTER.
    /// Page: ITAddressEvent::get_Address (tapi3if.h).
    #[propget]
    #[id(0x1)]
    fn get_Address(#[retval] ppAddress: *mut *mut ITAddress);

    /// Tells what happened.
    ///
    /// pEvent: receives it (ADDRESS_EVENT).
    /// Returns E_POINTER.
    /// Page: ITAddressEvent::get_Event (tapi3if.h).
    #[propget]
    #[id(0x2)]
    fn get_Event(#[retval] pEvent: *mut ADDRESS_EVENT);

    /// Gives the terminal that came or went.
    ///
    /// ppTerminal: receives it; Release it.
    /// Returns TAPI_E_WRONGEVENT if the event is not AE_NEWTERMINAL or AE_REMOVETERMINAL,
    /// E_POINTER.
    /// Page: ITAddressEvent::get_Terminal (tapi3if.h).
    #[propget]
    #[id(0x3)]
    fn get_Terminal(#[retval] #[nullable] ppTerminal: *mut *mut ITTerminal);
}

/// TE_ADDRESSDEVSPECIFIC: an event of the provider's own kind on an address.
///
/// The provider's documentation explains the three numbers.
/// Page: ITAddressDeviceSpecificEvent (tapi3if.h).
#[uuid("3ACB216B-40BD-487A-8672-5CE77BD7E3A3")]
#[dual]
pub trait ITAddressDeviceSpecificEvent: IDispatch {
    /// Gives the address; Release it.
    #[propget]
    #[id(0x1)]
    fn get_Address(#[retval] ppAddress: *mut *mut ITAddress);

    /// Gives the call concerned, NULL if none; Release it.
    #[propget]
    #[id(0x2)]
    fn get_Call(#[retval] #[nullable] ppCall: *mut *mut ITCallInfo);

    /// Tells the provider's first number.
    #[propget]
    #[id(0x3)]
    fn get_lParam1(#[retval] pParam1: *mut LONG);

    /// Tells the provider's second number.
    #[propget]
    #[id(0x4)]
    fn get_lParam2(#[retval] pParam2: *mut LONG);

    /// Tells the provider's third number.
    #[propget]
    #[id(0x5)]
    fn get_lParam3(#[retval] pParam3: *mut LONG);
}

/// TE_FILETERMINAL: playing or recording on a file terminal changed its state.
///
/// Page: ITFileTerminalEvent (tapi3if.h).
#[uuid("E4A7FBAC-8C17-4427-9F55-9F589AC8AF00")]
#[dual]
pub trait ITFileTerminalEvent: IDispatch {
    /// Gives the file terminal; Release it.
    #[propget]
    #[id(0x1)]
    fn get_Terminal(#[retval] ppTerminal: *mut *mut ITTerminal);

    /// Gives the track concerned, NULL if it is the whole terminal; Release it.
    #[propget]
    #[id(0x2)]
    fn get_Track(#[retval] #[nullable] ppTrackTerminal: *mut *mut ITFileTrack);

    /// Gives the call; Release it.
    #[propget]
    #[id(0x3)]
    fn get_Call(#[retval] ppCall: *mut *mut ITCallInfo);

    /// Tells the state that it went into (TERMINAL_MEDIA_STATE).
    #[propget]
    #[id(0x4)]
    fn get_State(#[retval] pState: *mut TERMINAL_MEDIA_STATE);

    /// Tells why (FT_STATE_EVENT_CAUSE).
    #[propget]
    #[id(0x5)]
    fn get_Cause(#[retval] pCause: *mut FT_STATE_EVENT_CAUSE);

    /// Tells the error code if a failure caused it, otherwise S_OK.
    #[propget]
    #[id(0x6)]
    fn get_Error(#[retval] phrErrorCode: *mut HRESULT);
}

/// TE_TTSTERMINAL: a text-to-speech terminal reports an error.
///
/// Page: ITTTSTerminalEvent (tapi3if.h).
#[uuid("D964788F-95A5-461D-AB0C-B9900A6C2713")]
#[dual]
pub trait ITTTSTerminalEvent: IDispatch {
    /// Gives the terminal; Release it.
    #[propget]
    #[id(0x1)]
    fn get_Terminal(#[retval] ppTerminal: *mut *mut ITTerminal);

    /// Gives the call; Release it.
    #[propget]
    #[id(0x2)]
    fn get_Call(#[retval] ppCall: *mut *mut ITCallInfo);

    /// Tells the error code.
    #[propget]
    #[id(0x3)]
    fn get_Error(#[retval] phrErrorCode: *mut HRESULT);
}

/// TE_ASRTERMINAL: a speech-recognition terminal reports an error.
///
/// Page: ITASRTerminalEvent (tapi3if.h).
#[uuid("EE016A02-4FA9-467C-933F-5A15B12377D7")]
#[dual]
pub trait ITASRTerminalEvent: IDispatch {
    /// Gives the terminal; Release it.
    #[propget]
    #[id(0x1)]
    fn get_Terminal(#[retval] ppTerminal: *mut *mut ITTerminal);

    /// Gives the call; Release it.
    #[propget]
    #[id(0x2)]
    fn get_Call(#[retval] ppCall: *mut *mut ITCallInfo);

    /// Tells the error code.
    #[propget]
    #[id(0x3)]
    fn get_Error(#[retval] phrErrorCode: *mut HRESULT);
}

/// TE_TONETERMINAL: a tone terminal reports an error.
///
/// Page: ITToneTerminalEvent (tapi3if.h).
#[uuid("E6F56009-611F-4945-BBD2-2D0CE5612056")]
#[dual]
pub trait ITToneTerminalEvent: IDispatch {
    /// Gives the terminal; Release it.
    #[propget]
    #[id(0x1)]
    fn get_Terminal(#[retval] ppTerminal: *mut *mut ITTerminal);

    /// Gives the call; Release it.
    #[propget]
    #[id(0x2)]
    fn get_Call(#[retval] ppCall: *mut *mut ITCallInfo);

    /// Tells the error code.
    #[propget]
    #[id(0x3)]
    fn get_Error(#[retval] phrErrorCode: *mut HRESULT);
}

/// TE_QOSEVENT: the quality of service of a call changed or could not be had.
///
/// Page: ITQOSEvent (tapi3if.h).
#[uuid("CFA3357C-AD77-11D1-BB68-00C04FB6809F")]
#[dual]
pub trait ITQOSEvent: IDispatch {
    /// Gives the call; Release it.
    #[propget]
    #[id(0x1)]
    fn get_Call(#[retval] ppCall: *mut *mut ITCallInfo);

    /// Tells what happened (QOS_EVENT).
    #[propget]
    #[id(0x3)]
    fn get_Event(#[retval] pQosEvent: *mut QOS_EVENT);

    /// Tells which media it is about (TAPIMEDIATYPE_).
    #[propget]
    #[id(0x4)]
    fn get_MediaType(#[retval] plMediaType: *mut LONG);
}

/// TE_CALLINFOCHANGE: something that ITCallInfo tells of a call is new.
///
/// Read-only. Ask ITCallInfo for the new value.
/// Page: ITCallInfoChangeEvent (tapi3if.h).
#[uuid("5D4B65F9-E51C-11D1-A02F-00C04FB6809F")]
#[dual]
pub trait ITCallInfoChangeEvent: IDispatch {
    /// Gives the call.
    ///
    /// ppCall: receives it; Release it.
    /// Returns E_POINTER.
    /// Page: ITCallInfoChangeEvent::get_Call (tapi3if.h).
    #[propget]
    #[id(0x1)]
    fn get_Call(#[retval] ppCall: *mut *mut ITCallInfo);

    /// Tells what is new.
    ///
    /// pCIC: receives it (CALLINFOCHANGE_CAUSE), such as CIC_CALLERID.
    /// Returns E_POINTER.
    /// Page: ITCallInfoChangeEvent::get_Cause (tapi3if.h).
    #[propget]
    #[id(0x2)]
    fn get_Cause(#[retval] pCIC: *mut CALLINFOCHANGE_CAUSE);

    /// Gives back the value from the registration.
    ///
    /// plCallbackInstance: receives lCallbackInstance of ITTAPI::RegisterCallNotifications; 0
    /// for a call without registration.
    /// Returns E_POINTER.
    /// Page: ITCallInfoChangeEvent::get_CallbackInstance (tapi3if.h).
    #[propget]
    #[id(0x3)]
    fn get_CallbackInstance(#[retval] plCallbackInstance: *mut LONG);
}

/// TE_REQUEST: another program asks this one to make a call (ITRequest::MakeCall).
///
/// Every text is freed with SysFreeString.
/// Page: ITRequestEvent (tapi3if.h).
#[uuid("AC48FFDE-F8C4-11D1-A030-00C04FB6809F")]
#[dual]
pub trait ITRequestEvent: IDispatch {
    /// Gives back lRegistrationInstance of ITTAPI::RegisterRequestRecipient.
    #[propget]
    #[id(0x1)]
    fn get_RegistrationInstance(#[retval] plRegistrationInstance: *mut LONG);

    /// Tells the kind of request (LINEREQUESTMODE_MAKECALL = 1).
    #[propget]
    #[id(0x2)]
    fn get_RequestMode(#[retval] plRequestMode: *mut LONG);

    /// Tells the number or address to call.
    #[propget]
    #[id(0x3)]
    fn get_DestAddress(#[retval] ppDestAddress: *mut BSTR);

    /// Tells the name of the program that asks.
    #[propget]
    #[id(0x5)]
    fn get_AppName(#[retval] ppAppName: *mut BSTR);

    /// Tells the name of the person to call.
    #[propget]
    #[id(0x6)]
    fn get_CalledParty(#[retval] ppCalledParty: *mut BSTR);

    /// Tells the remark of the program that asks.
    #[propget]
    #[id(0x7)]
    fn get_Comment(#[retval] ppComment: *mut BSTR);
}

/// TE_CALLNOTIFICATION: a new call object is there: an incoming, handed-over or parked call.
///
/// Comes before the first TE_CALLSTATE of the call, to programs that used
/// ITTAPI::RegisterCallNotifications. An incoming call is already in CS_OFFERING, so it may be
/// refused here; answer it when TE_CALLSTATE says CS_OFFERING. Read-only.
/// Page: ITCallNotificationEvent (tapi3if.h).
#[uuid("895801DF-3DD6-11D1-8F30-00C04FB6809F")]
#[dual]
pub trait ITCallNotificationEvent: IDispatch {
    /// Gives the new call.
    ///
    /// ppCall: receives it; Release it. Keep it for as long as its events are wanted.
    /// Returns E_POINTER.
    /// Page: ITCallNotificationEvent::get_Call (tapi3if.h).
    #[propget]
    #[id(0x1)]
    fn get_Call(#[retval] ppCall: *mut *mut ITCallInfo);

    /// Tells what the program may do with the call.
    ///
    /// pCallNotificationEvent: receives CNE_OWNER or CNE_MONITOR.
    /// Returns E_POINTER.
    /// Page: ITCallNotificationEvent::get_Event (tapi3if.h).
    #[propget]
    #[id(0x2)]
    fn get_Event(#[retval] pCallNotificationEvent: *mut CALL_NOTIFICATION_EVENT);

    /// Gives back the value from the registration.
    ///
    /// plCallbackInstance: receives lCallbackInstance of ITTAPI::RegisterCallNotifications.
    /// Returns E_POINTER.
    /// Page: ITCallNotificationEvent::get_CallbackInstance (tapi3if.h).
    #[propget]
    #[id(0x3)]
    fn get_CallbackInstance(#[retval] plCallbackInstance: *mut LONG);
}
