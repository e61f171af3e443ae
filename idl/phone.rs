//! Phone devices.
//!
//! Described for `codegen`, which reads this file as syntax; it is never compiled.

/// ITPhone.
#[uuid("09D48DB4-10CC-4388-9DE7-A8465618975A")]
#[dual]
pub trait ITPhone: IDispatch {
    /// Open.
    #[id(0x10001)]
    fn Open(Privilege: PHONE_PRIVILEGE);

    /// Close.
    #[id(0x10002)]
    fn Close();

    /// get_Addresses.
    #[propget]
    #[id(0x10003)]
    fn get_Addresses(#[retval] pAddresses: *mut VARIANT);

    /// EnumerateAddresses.
    #[id(0x10004)]
    #[hidden]
    fn EnumerateAddresses(#[retval] ppEnumAddress: *mut *mut IEnumAddress);

    /// get_PhoneCapsLong.
    #[propget]
    #[id(0x10005)]
    fn get_PhoneCapsLong(pclCap: PHONECAPS_LONG, #[retval] plCapability: *mut LONG);

    /// get_PhoneCapsString.
    #[propget]
    #[id(0x10006)]
    fn get_PhoneCapsString(pcsCap: PHONECAPS_STRING, #[retval] ppCapability: *mut BSTR);

    /// get_Terminals.
    #[propget]
    #[id(0x10007)]
    fn get_Terminals(pAddress: *mut ITAddress, #[retval] pTerminals: *mut VARIANT);

    /// EnumerateTerminals.
    #[id(0x10008)]
    #[hidden]
    fn EnumerateTerminals(pAddress: *mut ITAddress, #[retval] ppEnumTerminal: *mut *mut IEnumTerminal);

    /// get_ButtonMode.
    #[propget]
    #[id(0x10009)]
    fn get_ButtonMode(lButtonID: LONG, #[retval] pButtonMode: *mut PHONE_BUTTON_MODE);

    /// put_ButtonMode.
    #[propput]
    #[id(0x10009)]
    fn put_ButtonMode(lButtonID: LONG, ButtonMode: PHONE_BUTTON_MODE);

    /// get_ButtonFunction.
    #[propget]
    #[id(0x1000a)]
    fn get_ButtonFunction(lButtonID: LONG, #[retval] pButtonFunction: *mut PHONE_BUTTON_FUNCTION);

    /// put_ButtonFunction.
    #[propput]
    #[id(0x1000a)]
    fn put_ButtonFunction(lButtonID: LONG, ButtonFunction: PHONE_BUTTON_FUNCTION);

    /// get_ButtonText.
    #[propget]
    #[id(0x1000b)]
    fn get_ButtonText(lButtonID: LONG, #[retval] ppButtonText: *mut BSTR);

    /// put_ButtonText.
    #[propput]
    #[id(0x1000b)]
    fn put_ButtonText(lButtonID: LONG, bstrButtonText: BSTR);

    /// get_ButtonState.
    #[propget]
    #[id(0x1000c)]
    fn get_ButtonState(lButtonID: LONG, #[retval] pButtonState: *mut PHONE_BUTTON_STATE);

    /// get_HookSwitchState.
    #[propget]
    #[id(0x1000d)]
    fn get_HookSwitchState(HookSwitchDevice: PHONE_HOOK_SWITCH_DEVICE, #[retval] pHookSwitchState: *mut PHONE_HOOK_SWITCH_STATE);

    /// put_HookSwitchState.
    #[propput]
    #[id(0x1000d)]
    fn put_HookSwitchState(HookSwitchDevice: PHONE_HOOK_SWITCH_DEVICE, HookSwitchState: PHONE_HOOK_SWITCH_STATE);

    /// put_RingMode.
    #[propput]
    #[id(0x1000e)]
    fn put_RingMode(lRingMode: LONG);

    /// get_RingMode.
    #[propget]
    #[id(0x1000e)]
    fn get_RingMode(#[retval] plRingMode: *mut LONG);

    /// put_RingVolume.
    #[propput]
    #[id(0x1000f)]
    fn put_RingVolume(lRingVolume: LONG);

    /// get_RingVolume.
    #[propget]
    #[id(0x1000f)]
    fn get_RingVolume(#[retval] plRingVolume: *mut LONG);

    /// get_Privilege.
    #[propget]
    #[id(0x10010)]
    fn get_Privilege(#[retval] pPrivilege: *mut PHONE_PRIVILEGE);

    /// GetPhoneCapsBuffer.
    #[id(0x10011)]
    #[hidden]
    fn GetPhoneCapsBuffer(pcbCaps: PHONECAPS_BUFFER, #[out] pdwSize: *mut DWORD, #[out] #[size_is(pdwSize)] ppPhoneCapsBuffer: *mut *mut BYTE);

    /// get_PhoneCapsBuffer.
    #[propget]
    #[id(0x10012)]
    fn get_PhoneCapsBuffer(pcbCaps: PHONECAPS_BUFFER, #[retval] pVarBuffer: *mut VARIANT);

    /// get_LampMode.
    #[propget]
    #[id(0x10013)]
    fn get_LampMode(lLampID: LONG, #[retval] pLampMode: *mut PHONE_LAMP_MODE);

    /// put_LampMode.
    #[propput]
    #[id(0x10013)]
    fn put_LampMode(lLampID: LONG, LampMode: PHONE_LAMP_MODE);

    /// get_Display.
    #[propget]
    #[id(0x10014)]
    fn get_Display(#[retval] pbstrDisplay: *mut BSTR);

    /// SetDisplay.
    #[id(0x10015)]
    fn SetDisplay(lRow: LONG, lColumn: LONG, bstrDisplay: BSTR);

    /// get_PreferredAddresses.
    #[propget]
    #[id(0x10016)]
    fn get_PreferredAddresses(#[retval] pAddresses: *mut VARIANT);

    /// EnumeratePreferredAddresses.
    #[id(0x10017)]
    #[hidden]
    fn EnumeratePreferredAddresses(#[retval] ppEnumAddress: *mut *mut IEnumAddress);

    /// DeviceSpecific.
    #[id(0x10018)]
    #[hidden]
    fn DeviceSpecific(#[size_is(dwSize)] pParams: *mut BYTE, dwSize: DWORD);

    /// DeviceSpecificVariant.
    #[id(0x10019)]
    fn DeviceSpecificVariant(varDevSpecificByteArray: VARIANT);

    /// NegotiateExtVersion.
    #[id(0x1001a)]
    fn NegotiateExtVersion(lLowVersion: LONG, lHighVersion: LONG, #[retval] plExtVersion: *mut LONG);
}

/// ITAutomatedPhoneControl.
#[uuid("1EE1AF0E-6159-4A61-B79B-6A4BA3FC9DFC")]
#[dual]
pub trait ITAutomatedPhoneControl: IDispatch {
    /// StartTone.
    #[id(0x20001)]
    fn StartTone(Tone: PHONE_TONE, lDuration: LONG);

    /// StopTone.
    #[id(0x20002)]
    fn StopTone();

    /// get_Tone.
    #[propget]
    #[id(0x20003)]
    fn get_Tone(#[retval] pTone: *mut PHONE_TONE);

    /// StartRinger.
    #[id(0x20004)]
    fn StartRinger(lRingMode: LONG, lDuration: LONG);

    /// StopRinger.
    #[id(0x20005)]
    fn StopRinger();

    /// get_Ringer.
    #[propget]
    #[id(0x20006)]
    fn get_Ringer(#[retval] pfRinging: *mut VARIANT_BOOL);

    /// put_PhoneHandlingEnabled.
    #[propput]
    #[id(0x20007)]
    fn put_PhoneHandlingEnabled(fEnabled: VARIANT_BOOL);

    /// get_PhoneHandlingEnabled.
    #[propget]
    #[id(0x20007)]
    fn get_PhoneHandlingEnabled(#[retval] pfEnabled: *mut VARIANT_BOOL);

    /// put_AutoEndOfNumberTimeout.
    #[propput]
    #[id(0x20008)]
    fn put_AutoEndOfNumberTimeout(lTimeout: LONG);

    /// get_AutoEndOfNumberTimeout.
    #[propget]
    #[id(0x20008)]
    fn get_AutoEndOfNumberTimeout(#[retval] plTimeout: *mut LONG);

    /// put_AutoDialtone.
    #[propput]
    #[id(0x20009)]
    fn put_AutoDialtone(fEnabled: VARIANT_BOOL);

    /// get_AutoDialtone.
    #[propget]
    #[id(0x20009)]
    fn get_AutoDialtone(#[retval] pfEnabled: *mut VARIANT_BOOL);

    /// put_AutoStopTonesOnOnHook.
    #[propput]
    #[id(0x2000a)]
    fn put_AutoStopTonesOnOnHook(fEnabled: VARIANT_BOOL);

    /// get_AutoStopTonesOnOnHook.
    #[propget]
    #[id(0x2000a)]
    fn get_AutoStopTonesOnOnHook(#[retval] pfEnabled: *mut VARIANT_BOOL);

    /// put_AutoStopRingOnOffHook.
    #[propput]
    #[id(0x2000b)]
    fn put_AutoStopRingOnOffHook(fEnabled: VARIANT_BOOL);

    /// get_AutoStopRingOnOffHook.
    #[propget]
    #[id(0x2000b)]
    fn get_AutoStopRingOnOffHook(#[retval] pfEnabled: *mut VARIANT_BOOL);

    /// put_AutoKeypadTones.
    #[propput]
    #[id(0x2000c)]
    fn put_AutoKeypadTones(fEnabled: VARIANT_BOOL);

    /// get_AutoKeypadTones.
    #[propget]
    #[id(0x2000c)]
    fn get_AutoKeypadTones(#[retval] pfEnabled: *mut VARIANT_BOOL);

    /// put_AutoKeypadTonesMinimumDuration.
    #[propput]
    #[id(0x2000d)]
    fn put_AutoKeypadTonesMinimumDuration(lDuration: LONG);

    /// get_AutoKeypadTonesMinimumDuration.
    #[propget]
    #[id(0x2000d)]
    fn get_AutoKeypadTonesMinimumDuration(#[retval] plDuration: *mut LONG);

    /// put_AutoVolumeControl.
    #[propput]
    #[id(0x2000e)]
    fn put_AutoVolumeControl(fEnabled: VARIANT_BOOL);

    /// get_AutoVolumeControl.
    #[propget]
    #[id(0x2000e)]
    fn get_AutoVolumeControl(#[retval] fEnabled: *mut VARIANT_BOOL);

    /// put_AutoVolumeControlStep.
    #[propput]
    #[id(0x2000f)]
    fn put_AutoVolumeControlStep(lStepSize: LONG);

    /// get_AutoVolumeControlStep.
    #[propget]
    #[id(0x2000f)]
    fn get_AutoVolumeControlStep(#[retval] plStepSize: *mut LONG);

    /// put_AutoVolumeControlRepeatDelay.
    #[propput]
    #[id(0x20010)]
    fn put_AutoVolumeControlRepeatDelay(lDelay: LONG);

    /// get_AutoVolumeControlRepeatDelay.
    #[propget]
    #[id(0x20010)]
    fn get_AutoVolumeControlRepeatDelay(#[retval] plDelay: *mut LONG);

    /// put_AutoVolumeControlRepeatPeriod.
    #[propput]
    #[id(0x20011)]
    fn put_AutoVolumeControlRepeatPeriod(lPeriod: LONG);

    /// get_AutoVolumeControlRepeatPeriod.
    #[propget]
    #[id(0x20011)]
    fn get_AutoVolumeControlRepeatPeriod(#[retval] plPeriod: *mut LONG);

    /// SelectCall.
    #[id(0x20012)]
    fn SelectCall(pCall: *mut ITCallInfo, fSelectDefaultTerminals: VARIANT_BOOL);

    /// UnselectCall.
    #[id(0x20013)]
    fn UnselectCall(pCall: *mut ITCallInfo);

    /// EnumerateSelectedCalls.
    #[id(0x20014)]
    #[hidden]
    fn EnumerateSelectedCalls(#[retval] ppCallEnum: *mut *mut IEnumCall);

    /// get_SelectedCalls.
    #[propget]
    #[id(0x20015)]
    fn get_SelectedCalls(#[retval] pVariant: *mut VARIANT);
}
