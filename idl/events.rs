//! The event objects that a sink receives as IDispatch.
//!
//! Described for `codegen`, which reads this file as syntax; it is never compiled.

/// ITPrivateEvent.
#[uuid("0E269CD0-10D4-4121-9C22-9C85D625650D")]
#[dual]
pub trait ITPrivateEvent: IDispatch {
    /// get_Address.
    #[propget]
    #[id(0x1)]
    fn get_Address(#[retval] #[nullable] ppAddress: *mut *mut ITAddress);

    /// get_Call.
    #[propget]
    #[id(0x2)]
    fn get_Call(#[retval] #[nullable] ppCallInfo: *mut *mut ITCallInfo);

    /// get_CallHub.
    #[propget]
    #[id(0x3)]
    fn get_CallHub(#[retval] #[nullable] ppCallHub: *mut *mut ITCallHub);

    /// get_EventCode.
    #[propget]
    #[id(0x4)]
    fn get_EventCode(#[retval] plEventCode: *mut LONG);

    /// get_EventInterface.
    #[propget]
    #[id(0x5)]
    fn get_EventInterface(#[retval] #[nullable] pEventInterface: *mut *mut IDispatch);
}

/// ITPhoneEvent.
#[uuid("8F942DD8-64ED-4AAF-A77D-B23DB0837EAD")]
#[dual]
pub trait ITPhoneEvent: IDispatch {
    /// get_Phone.
    #[propget]
    #[id(0x1)]
    fn get_Phone(#[retval] ppPhone: *mut *mut ITPhone);

    /// get_Event.
    #[propget]
    #[id(0x2)]
    fn get_Event(#[retval] pEvent: *mut PHONE_EVENT);

    /// get_ButtonState.
    #[propget]
    #[id(0x3)]
    fn get_ButtonState(#[retval] pState: *mut PHONE_BUTTON_STATE);

    /// get_HookSwitchState.
    #[propget]
    #[id(0x4)]
    fn get_HookSwitchState(#[retval] pState: *mut PHONE_HOOK_SWITCH_STATE);

    /// get_HookSwitchDevice.
    #[propget]
    #[id(0x5)]
    fn get_HookSwitchDevice(#[retval] pDevice: *mut PHONE_HOOK_SWITCH_DEVICE);

    /// get_RingMode.
    #[propget]
    #[id(0x6)]
    fn get_RingMode(#[retval] plRingMode: *mut LONG);

    /// get_ButtonLampId.
    #[propget]
    #[id(0x7)]
    fn get_ButtonLampId(#[retval] plButtonLampId: *mut LONG);

    /// get_NumberGathered.
    #[propget]
    #[id(0x8)]
    fn get_NumberGathered(#[retval] ppNumber: *mut BSTR);

    /// get_Call.
    #[propget]
    #[id(0x9)]
    fn get_Call(#[retval] #[nullable] ppCallInfo: *mut *mut ITCallInfo);
}

/// ITCallStateEvent.
#[uuid("62F47097-95C9-11D0-835D-00AA003CCABD")]
#[dual]
pub trait ITCallStateEvent: IDispatch {
    /// get_Call.
    #[propget]
    #[id(0x1)]
    fn get_Call(#[retval] ppCallInfo: *mut *mut ITCallInfo);

    /// get_State.
    #[propget]
    #[id(0x2)]
    fn get_State(#[retval] pCallState: *mut CALL_STATE);

    /// get_Cause.
    #[propget]
    #[id(0x3)]
    fn get_Cause(#[retval] pCEC: *mut CALL_STATE_EVENT_CAUSE);

    /// get_CallbackInstance.
    #[propget]
    #[id(0x4)]
    fn get_CallbackInstance(#[retval] plCallbackInstance: *mut LONG);
}

/// ITPhoneDeviceSpecificEvent.
#[uuid("63FFB2A6-872B-4CD3-A501-326E8FB40AF7")]
#[dual]
pub trait ITPhoneDeviceSpecificEvent: IDispatch {
    /// get_Phone.
    #[propget]
    #[id(0x1)]
    fn get_Phone(#[retval] ppPhone: *mut *mut ITPhone);

    /// get_lParam1.
    #[propget]
    #[id(0x2)]
    fn get_lParam1(#[retval] pParam1: *mut LONG);

    /// get_lParam2.
    #[propget]
    #[id(0x3)]
    fn get_lParam2(#[retval] pParam2: *mut LONG);

    /// get_lParam3.
    #[propget]
    #[id(0x4)]
    fn get_lParam3(#[retval] pParam3: *mut LONG);
}

/// ITCallMediaEvent.
#[uuid("FF36B87F-EC3A-11D0-8EE4-00C04FB6809F")]
#[dual]
pub trait ITCallMediaEvent: IDispatch {
    /// get_Call.
    #[propget]
    #[id(0x1)]
    fn get_Call(#[retval] ppCallInfo: *mut *mut ITCallInfo);

    /// get_Event.
    #[propget]
    #[id(0x2)]
    fn get_Event(#[retval] pCallMediaEvent: *mut CALL_MEDIA_EVENT);

    /// get_Error.
    #[propget]
    #[id(0x3)]
    fn get_Error(#[retval] phrError: *mut HRESULT);

    /// get_Terminal.
    #[propget]
    #[id(0x4)]
    fn get_Terminal(#[retval] #[nullable] ppTerminal: *mut *mut ITTerminal);

    /// get_Stream.
    #[propget]
    #[id(0x5)]
    fn get_Stream(#[retval] #[nullable] ppStream: *mut *mut ITStream);

    /// get_Cause.
    #[propget]
    #[id(0x6)]
    fn get_Cause(#[retval] pCause: *mut CALL_MEDIA_EVENT_CAUSE);
}

/// ITDigitDetectionEvent.
#[uuid("80D3BFAC-57D9-11D2-A04A-00C04FB6809F")]
#[dual]
pub trait ITDigitDetectionEvent: IDispatch {
    /// get_Call.
    #[propget]
    #[id(0x1)]
    fn get_Call(#[retval] ppCallInfo: *mut *mut ITCallInfo);

    /// get_Digit.
    #[propget]
    #[id(0x2)]
    fn get_Digit(#[retval] pucDigit: *mut BYTE);

    /// get_DigitMode.
    #[propget]
    #[id(0x3)]
    fn get_DigitMode(#[retval] pDigitMode: *mut TAPI_DIGITMODE);

    /// get_TickCount.
    #[propget]
    #[id(0x4)]
    fn get_TickCount(#[retval] plTickCount: *mut LONG);

    /// get_CallbackInstance.
    #[propget]
    #[id(0x5)]
    fn get_CallbackInstance(#[retval] plCallbackInstance: *mut LONG);
}

/// ITDigitGenerationEvent.
#[uuid("80D3BFAD-57D9-11D2-A04A-00C04FB6809F")]
#[dual]
pub trait ITDigitGenerationEvent: IDispatch {
    /// get_Call.
    #[propget]
    #[id(0x1)]
    fn get_Call(#[retval] ppCallInfo: *mut *mut ITCallInfo);

    /// get_GenerationTermination.
    #[propget]
    #[id(0x2)]
    fn get_GenerationTermination(#[retval] plGenerationTermination: *mut LONG);

    /// get_TickCount.
    #[propget]
    #[id(0x3)]
    fn get_TickCount(#[retval] plTickCount: *mut LONG);

    /// get_CallbackInstance.
    #[propget]
    #[id(0x4)]
    fn get_CallbackInstance(#[retval] plCallbackInstance: *mut LONG);
}

/// ITDigitsGatheredEvent.
#[uuid("E52EC4C1-CBA3-441A-9E6A-93CB909E9724")]
#[dual]
pub trait ITDigitsGatheredEvent: IDispatch {
    /// get_Call.
    #[propget]
    #[id(0x1)]
    fn get_Call(#[retval] ppCallInfo: *mut *mut ITCallInfo);

    /// get_Digits.
    #[propget]
    #[id(0x2)]
    fn get_Digits(#[retval] ppDigits: *mut BSTR);

    /// get_GatherTermination.
    #[propget]
    #[id(0x3)]
    fn get_GatherTermination(#[retval] pGatherTermination: *mut TAPI_GATHERTERM);

    /// get_TickCount.
    #[propget]
    #[id(0x4)]
    fn get_TickCount(#[retval] plTickCount: *mut LONG);

    /// get_CallbackInstance.
    #[propget]
    #[id(0x5)]
    fn get_CallbackInstance(#[retval] plCallbackInstance: *mut LONG);
}

/// ITToneDetectionEvent.
#[uuid("407E0FAF-D047-4753-B0C6-8E060373FECD")]
#[dual]
pub trait ITToneDetectionEvent: IDispatch {
    /// get_Call.
    #[propget]
    #[id(0x1)]
    fn get_Call(#[retval] ppCallInfo: *mut *mut ITCallInfo);

    /// get_AppSpecific.
    #[propget]
    #[id(0x2)]
    fn get_AppSpecific(#[retval] plAppSpecific: *mut LONG);

    /// get_TickCount.
    #[propget]
    #[id(0x3)]
    fn get_TickCount(#[retval] plTickCount: *mut LONG);

    /// get_CallbackInstance.
    #[propget]
    #[id(0x4)]
    fn get_CallbackInstance(#[retval] plCallbackInstance: *mut LONG);
}

/// ITTAPIObjectEvent.
#[uuid("F4854D48-937A-11D1-BB58-00C04FB6809F")]
#[dual]
pub trait ITTAPIObjectEvent: IDispatch {
    /// get_TAPIObject.
    #[propget]
    #[id(0x1)]
    fn get_TAPIObject(#[retval] ppTAPIObject: *mut *mut ITTAPI);

    /// get_Event.
    #[propget]
    #[id(0x2)]
    fn get_Event(#[retval] pEvent: *mut TAPIOBJECT_EVENT);

    /// get_Address.
    #[propget]
    #[id(0x3)]
    fn get_Address(#[retval] #[nullable] ppAddress: *mut *mut ITAddress);

    /// get_CallbackInstance.
    #[propget]
    #[id(0x4)]
    fn get_CallbackInstance(#[retval] plCallbackInstance: *mut LONG);
}

/// ITTAPIObjectEvent2.
#[uuid("359DDA6E-68CE-4383-BF0B-169133C41B46")]
#[dual]
pub trait ITTAPIObjectEvent2: ITTAPIObjectEvent {
    /// get_Phone.
    #[propget]
    #[id(0x5)]
    fn get_Phone(#[retval] #[nullable] ppPhone: *mut *mut ITPhone);
}

/// ITCallHubEvent.
#[uuid("A3C15451-5B92-11D1-8F4E-00C04FB6809F")]
#[dual]
pub trait ITCallHubEvent: IDispatch {
    /// get_Event.
    #[propget]
    #[id(0x1)]
    fn get_Event(#[retval] pEvent: *mut CALLHUB_EVENT);

    /// get_CallHub.
    #[propget]
    #[id(0x2)]
    fn get_CallHub(#[retval] ppCallHub: *mut *mut ITCallHub);

    /// get_Call.
    #[propget]
    #[id(0x3)]
    fn get_Call(#[retval] #[nullable] ppCall: *mut *mut ITCallInfo);
}

/// ITAddressEvent.
#[uuid("831CE2D1-83B5-11D1-BB5C-00C04FB6809F")]
#[dual]
pub trait ITAddressEvent: IDispatch {
    /// get_Address.
    #[propget]
    #[id(0x1)]
    fn get_Address(#[retval] ppAddress: *mut *mut ITAddress);

    /// get_Event.
    #[propget]
    #[id(0x2)]
    fn get_Event(#[retval] pEvent: *mut ADDRESS_EVENT);

    /// get_Terminal.
    #[propget]
    #[id(0x3)]
    fn get_Terminal(#[retval] #[nullable] ppTerminal: *mut *mut ITTerminal);
}

/// ITAddressDeviceSpecificEvent.
#[uuid("3ACB216B-40BD-487A-8672-5CE77BD7E3A3")]
#[dual]
pub trait ITAddressDeviceSpecificEvent: IDispatch {
    /// get_Address.
    #[propget]
    #[id(0x1)]
    fn get_Address(#[retval] ppAddress: *mut *mut ITAddress);

    /// get_Call.
    #[propget]
    #[id(0x2)]
    fn get_Call(#[retval] #[nullable] ppCall: *mut *mut ITCallInfo);

    /// get_lParam1.
    #[propget]
    #[id(0x3)]
    fn get_lParam1(#[retval] pParam1: *mut LONG);

    /// get_lParam2.
    #[propget]
    #[id(0x4)]
    fn get_lParam2(#[retval] pParam2: *mut LONG);

    /// get_lParam3.
    #[propget]
    #[id(0x5)]
    fn get_lParam3(#[retval] pParam3: *mut LONG);
}

/// ITFileTerminalEvent.
#[uuid("E4A7FBAC-8C17-4427-9F55-9F589AC8AF00")]
#[dual]
pub trait ITFileTerminalEvent: IDispatch {
    /// get_Terminal.
    #[propget]
    #[id(0x1)]
    fn get_Terminal(#[retval] ppTerminal: *mut *mut ITTerminal);

    /// get_Track.
    #[propget]
    #[id(0x2)]
    fn get_Track(#[retval] ppTrackTerminal: *mut *mut ITFileTrack);

    /// get_Call.
    #[propget]
    #[id(0x3)]
    fn get_Call(#[retval] ppCall: *mut *mut ITCallInfo);

    /// get_State.
    #[propget]
    #[id(0x4)]
    fn get_State(#[retval] pState: *mut TERMINAL_MEDIA_STATE);

    /// get_Cause.
    #[propget]
    #[id(0x5)]
    fn get_Cause(#[retval] pCause: *mut FT_STATE_EVENT_CAUSE);

    /// get_Error.
    #[propget]
    #[id(0x6)]
    fn get_Error(#[retval] phrErrorCode: *mut HRESULT);
}

/// ITTTSTerminalEvent.
#[uuid("D964788F-95A5-461D-AB0C-B9900A6C2713")]
#[dual]
pub trait ITTTSTerminalEvent: IDispatch {
    /// get_Terminal.
    #[propget]
    #[id(0x1)]
    fn get_Terminal(#[retval] ppTerminal: *mut *mut ITTerminal);

    /// get_Call.
    #[propget]
    #[id(0x2)]
    fn get_Call(#[retval] ppCall: *mut *mut ITCallInfo);

    /// get_Error.
    #[propget]
    #[id(0x3)]
    fn get_Error(#[retval] phrErrorCode: *mut HRESULT);
}

/// ITASRTerminalEvent.
#[uuid("EE016A02-4FA9-467C-933F-5A15B12377D7")]
#[dual]
pub trait ITASRTerminalEvent: IDispatch {
    /// get_Terminal.
    #[propget]
    #[id(0x1)]
    fn get_Terminal(#[retval] ppTerminal: *mut *mut ITTerminal);

    /// get_Call.
    #[propget]
    #[id(0x2)]
    fn get_Call(#[retval] ppCall: *mut *mut ITCallInfo);

    /// get_Error.
    #[propget]
    #[id(0x3)]
    fn get_Error(#[retval] phrErrorCode: *mut HRESULT);
}

/// ITToneTerminalEvent.
#[uuid("E6F56009-611F-4945-BBD2-2D0CE5612056")]
#[dual]
pub trait ITToneTerminalEvent: IDispatch {
    /// get_Terminal.
    #[propget]
    #[id(0x1)]
    fn get_Terminal(#[retval] ppTerminal: *mut *mut ITTerminal);

    /// get_Call.
    #[propget]
    #[id(0x2)]
    fn get_Call(#[retval] ppCall: *mut *mut ITCallInfo);

    /// get_Error.
    #[propget]
    #[id(0x3)]
    fn get_Error(#[retval] phrErrorCode: *mut HRESULT);
}

/// ITQOSEvent.
#[uuid("CFA3357C-AD77-11D1-BB68-00C04FB6809F")]
#[dual]
pub trait ITQOSEvent: IDispatch {
    /// get_Call.
    #[propget]
    #[id(0x1)]
    fn get_Call(#[retval] ppCall: *mut *mut ITCallInfo);

    /// get_Event.
    #[propget]
    #[id(0x3)]
    fn get_Event(#[retval] pQosEvent: *mut QOS_EVENT);

    /// get_MediaType.
    #[propget]
    #[id(0x4)]
    fn get_MediaType(#[retval] plMediaType: *mut LONG);
}

/// ITCallInfoChangeEvent.
#[uuid("5D4B65F9-E51C-11D1-A02F-00C04FB6809F")]
#[dual]
pub trait ITCallInfoChangeEvent: IDispatch {
    /// get_Call.
    #[propget]
    #[id(0x1)]
    fn get_Call(#[retval] ppCall: *mut *mut ITCallInfo);

    /// get_Cause.
    #[propget]
    #[id(0x2)]
    fn get_Cause(#[retval] pCIC: *mut CALLINFOCHANGE_CAUSE);

    /// get_CallbackInstance.
    #[propget]
    #[id(0x3)]
    fn get_CallbackInstance(#[retval] plCallbackInstance: *mut LONG);
}

/// ITRequestEvent.
#[uuid("AC48FFDE-F8C4-11D1-A030-00C04FB6809F")]
#[dual]
pub trait ITRequestEvent: IDispatch {
    /// get_RegistrationInstance.
    #[propget]
    #[id(0x1)]
    fn get_RegistrationInstance(#[retval] plRegistrationInstance: *mut LONG);

    /// get_RequestMode.
    #[propget]
    #[id(0x2)]
    fn get_RequestMode(#[retval] plRequestMode: *mut LONG);

    /// get_DestAddress.
    #[propget]
    #[id(0x3)]
    fn get_DestAddress(#[retval] ppDestAddress: *mut BSTR);

    /// get_AppName.
    #[propget]
    #[id(0x5)]
    fn get_AppName(#[retval] ppAppName: *mut BSTR);

    /// get_CalledParty.
    #[propget]
    #[id(0x6)]
    fn get_CalledParty(#[retval] ppCalledParty: *mut BSTR);

    /// get_Comment.
    #[propget]
    #[id(0x7)]
    fn get_Comment(#[retval] ppComment: *mut BSTR);
}

/// ITCallNotificationEvent.
#[uuid("895801DF-3DD6-11D1-8F30-00C04FB6809F")]
#[dual]
pub trait ITCallNotificationEvent: IDispatch {
    /// get_Call.
    #[propget]
    #[id(0x1)]
    fn get_Call(#[retval] ppCall: *mut *mut ITCallInfo);

    /// get_Event.
    #[propget]
    #[id(0x2)]
    fn get_Event(#[retval] pCallNotificationEvent: *mut CALL_NOTIFICATION_EVENT);

    /// get_CallbackInstance.
    #[propget]
    #[id(0x3)]
    fn get_CallbackInstance(#[retval] plCallbackInstance: *mut LONG);
}
