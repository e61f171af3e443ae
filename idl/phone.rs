//! Phone devices.
//!
//! Described for `codegen`, which reads this file as syntax; it is never compiled.

/// A phone device: handset, hook switch, buttons, lamps, display and ringer.
///
/// Comes from ITTAPI2::EnumeratePhones or ITAddress2. Most methods want Open first, otherwise
/// TAPI_E_PHONENOTOPEN. What is handed out is freed as usual: Release, SysFreeString,
/// VariantClear, CoTaskMemFree.
/// Page: ITPhone (tapi3if.h).
#[uuid("09D48DB4-10CC-4388-9DE7-A8465618975A")]
#[dual]
pub trait ITPhone: IDispatch {
    /// Opens the phone, to control (PP_OWNER) or only to watch it (PP_MONITOR).
    #[id(0x10001)]
    fn Open(Privilege: PHONE_PRIVILEGE);

    /// Closes the phone; its events end.
    #[id(0x10002)]
    fn Close();

    /// Lists the addresses that can be used with the phone, as an ITCollection in VT_DISPATCH.
    #[propget]
    #[id(0x10003)]
    fn get_Addresses(#[retval] pAddresses: *mut VARIANT);

    /// Lists the addresses that can be used with the phone, for C and C++ clients.
    #[id(0x10004)]
    #[hidden]
    fn EnumerateAddresses(#[retval] ppEnumAddress: *mut *mut IEnumAddress);

    /// Reads one capability that is a number (PHONECAPS_LONG).
    #[propget]
    #[id(0x10005)]
    fn get_PhoneCapsLong(pclCap: PHONECAPS_LONG, #[retval] plCapability: *mut LONG);

    /// Reads one capability that is a text (PHONECAPS_STRING).
    #[propget]
    #[id(0x10006)]
    fn get_PhoneCapsString(pcsCap: PHONECAPS_STRING, #[retval] ppCapability: *mut BSTR);

    /// Lists the phone's terminals that pAddress can use, as an ITCollection in VT_DISPATCH.
    #[propget]
    #[id(0x10007)]
    fn get_Terminals(pAddress: *mut ITAddress, #[retval] pTerminals: *mut VARIANT);

    /// Lists the phone's terminals that pAddress can use, for C and C++ clients.
    #[id(0x10008)]
    #[hidden]
    fn EnumerateTerminals(pAddress: *mut ITAddress, #[retval] ppEnumTerminal: *mut *mut IEnumTerminal);

    /// Tells what kind of button lButtonID is.
    #[propget]
    #[id(0x10009)]
    fn get_ButtonMode(lButtonID: LONG, #[retval] pButtonMode: *mut PHONE_BUTTON_MODE);

    /// Sets what kind of button lButtonID is.
    #[propput]
    #[id(0x10009)]
    fn put_ButtonMode(lButtonID: LONG, ButtonMode: PHONE_BUTTON_MODE);

    /// Tells what button lButtonID does.
    #[propget]
    #[id(0x1000a)]
    fn get_ButtonFunction(lButtonID: LONG, #[retval] pButtonFunction: *mut PHONE_BUTTON_FUNCTION);

    /// Sets what button lButtonID does.
    #[propput]
    #[id(0x1000a)]
    fn put_ButtonFunction(lButtonID: LONG, ButtonFunction: PHONE_BUTTON_FUNCTION);

    /// Tells the label of button lButtonID.
    #[propget]
    #[id(0x1000b)]
    fn get_ButtonText(lButtonID: LONG, #[retval] ppButtonText: *mut BSTR);

    /// Sets the label of button lButtonID.
    #[propput]
    #[id(0x1000b)]
    fn put_ButtonText(lButtonID: LONG, bstrButtonText: BSTR);

    /// Tells whether button lButtonID is pressed.
    #[propget]
    #[id(0x1000c)]
    fn get_ButtonState(lButtonID: LONG, #[retval] pButtonState: *mut PHONE_BUTTON_STATE);

    /// Tells the state of one hook-switch device.
    #[propget]
    #[id(0x1000d)]
    fn get_HookSwitchState(HookSwitchDevice: PHONE_HOOK_SWITCH_DEVICE, #[retval] pHookSwitchState: *mut PHONE_HOOK_SWITCH_STATE);

    /// Sets the state of one hook-switch device, where the phone lets programs do so.
    #[propput]
    #[id(0x1000d)]
    fn put_HookSwitchState(HookSwitchDevice: PHONE_HOOK_SWITCH_DEVICE, HookSwitchState: PHONE_HOOK_SWITCH_STATE);

    /// Sets the ring mode, from 0 to one less than PCL_NUMRINGMODES.
    #[propput]
    #[id(0x1000e)]
    fn put_RingMode(lRingMode: LONG);

    /// Tells the ring mode.
    #[propget]
    #[id(0x1000e)]
    fn get_RingMode(#[retval] plRingMode: *mut LONG);

    /// Sets the ring volume, from 0 (silence) to 0xFFFF (full).
    #[propput]
    #[id(0x1000f)]
    fn put_RingVolume(lRingVolume: LONG);

    /// Tells the ring volume, from 0 (silence) to 0xFFFF (full).
    #[propget]
    #[id(0x1000f)]
    fn get_RingVolume(#[retval] plRingVolume: *mut LONG);

    /// Tells how this program has opened the phone.
    #[propget]
    #[id(0x10010)]
    fn get_Privilege(#[retval] pPrivilege: *mut PHONE_PRIVILEGE);

    /// Reads one capability that is a block of bytes, for C and C++ clients; CoTaskMemFree.
    #[id(0x10011)]
    #[hidden]
    fn GetPhoneCapsBuffer(pcbCaps: PHONECAPS_BUFFER, #[out] pdwSize: *mut DWORD, #[out] #[size_is(pdwSize)] ppPhoneCapsBuffer: *mut *mut BYTE);

    /// Reads one capability that is a block of bytes, as VT_ARRAY of VT_UI1.
    #[propget]
    #[id(0x10012)]
    fn get_PhoneCapsBuffer(pcbCaps: PHONECAPS_BUFFER, #[retval] pVarBuffer: *mut VARIANT);

    /// Tells how lamp lLampID shines.
    #[propget]
    #[id(0x10013)]
    fn get_LampMode(lLampID: LONG, #[retval] pLampMode: *mut PHONE_LAMP_MODE);

    /// Sets how lamp lLampID shines.
    #[propput]
    #[id(0x10013)]
    fn put_LampMode(lLampID: LONG, LampMode: PHONE_LAMP_MODE);

    /// Reads the text on the display, its rows one after the other.
    #[propget]
    #[id(0x10014)]
    fn get_Display(#[retval] pbstrDisplay: *mut BSTR);

    /// Writes bstrDisplay on the display, from row lRow and column lColumn, both from 0.
    #[id(0x10015)]
    fn SetDisplay(lRow: LONG, lColumn: LONG, bstrDisplay: BSTR);

    /// Lists the addresses that recommend this phone, as an ITCollection in VT_DISPATCH.
    #[propget]
    #[id(0x10016)]
    fn get_PreferredAddresses(#[retval] pAddresses: *mut VARIANT);

    /// Lists the addresses that recommend this phone, for C and C++ clients.
    #[id(0x10017)]
    #[hidden]
    fn EnumeratePreferredAddresses(#[retval] ppEnumAddress: *mut *mut IEnumAddress);

    /// Sends the provider dwSize bytes of its own kind, for C and C++ clients.
    #[id(0x10018)]
    #[hidden]
    fn DeviceSpecific(#[size_is(dwSize)] pParams: *mut BYTE, dwSize: DWORD);

    /// Sends the provider bytes of its own kind, as VT_ARRAY of VT_UI1.
    #[id(0x10019)]
    fn DeviceSpecificVariant(varDevSpecificByteArray: VARIANT);

    /// Agrees with the provider on a version of its device-specific requests.
    ///
    /// lLowVersion, lHighVersion: the versions that the program knows, each as major in the
    /// upper and minor in the lower 16 bits. plExtVersion: receives the one agreed on.
    #[id(0x1001a)]
    fn NegotiateExtVersion(lLowVersion: LONG, lHighVersion: LONG, #[retval] plExtVersion: *mut LONG);
}

/// Lets the library run the phone: tones, ringing, volume keys and the call in hand.
///
/// QueryInterface of the phone. Wants a phone opened as PP_OWNER.
/// Page: ITAutomatedPhoneControl (tapi3if.h).
#[uuid("1EE1AF0E-6159-4A61-B79B-6A4BA3FC9DFC")]
#[dual]
pub trait ITAutomatedPhoneControl: IDispatch {
    /// Plays a tone on the phone; lDuration in milliseconds, 0 until StopTone.
    #[id(0x20001)]
    fn StartTone(Tone: PHONE_TONE, lDuration: LONG);

    /// Stops the tone.
    #[id(0x20002)]
    fn StopTone();

    /// Tells which tone plays; PT_SILENCE for none.
    #[propget]
    #[id(0x20003)]
    fn get_Tone(#[retval] pTone: *mut PHONE_TONE);

    /// Rings the phone; lRingMode depends on the phone, lDuration in ms, 0 until StopRinger.
    #[id(0x20004)]
    fn StartRinger(lRingMode: LONG, lDuration: LONG);

    /// Stops the ringing.
    #[id(0x20005)]
    fn StopRinger();

    /// Tells whether the phone rings.
    #[propget]
    #[id(0x20006)]
    fn get_Ringer(#[retval] pfRinging: *mut VARIANT_BOOL);

    /// Turns the handling of the phone by the library on or off.
    #[propput]
    #[id(0x20007)]
    fn put_PhoneHandlingEnabled(fEnabled: VARIANT_BOOL);

    /// Tells whether the library handles the phone.
    #[propget]
    #[id(0x20007)]
    fn get_PhoneHandlingEnabled(#[retval] pfEnabled: *mut VARIANT_BOOL);

    /// Sets how long after the last digit a number counts as whole, in milliseconds.
    #[propput]
    #[id(0x20008)]
    fn put_AutoEndOfNumberTimeout(lTimeout: LONG);

    /// Tells how long after the last digit a number counts as whole, in milliseconds.
    #[propget]
    #[id(0x20008)]
    fn get_AutoEndOfNumberTimeout(#[retval] plTimeout: *mut LONG);

    /// Turns the dial tone that plays by itself when the phone goes off hook on or off.
    #[propput]
    #[id(0x20009)]
    fn put_AutoDialtone(fEnabled: VARIANT_BOOL);

    /// Tells whether the dial tone plays by itself when the phone goes off hook.
    #[propget]
    #[id(0x20009)]
    fn get_AutoDialtone(#[retval] pfEnabled: *mut VARIANT_BOOL);

    /// Turns the stopping of tones when the phone goes on hook on or off.
    #[propput]
    #[id(0x2000a)]
    fn put_AutoStopTonesOnOnHook(fEnabled: VARIANT_BOOL);

    /// Tells whether tones stop when the phone goes on hook.
    #[propget]
    #[id(0x2000a)]
    fn get_AutoStopTonesOnOnHook(#[retval] pfEnabled: *mut VARIANT_BOOL);

    /// Turns the stopping of the ringer when the phone goes off hook on or off.
    #[propput]
    #[id(0x2000b)]
    fn put_AutoStopRingOnOffHook(fEnabled: VARIANT_BOOL);

    /// Tells whether the ringer stops when the phone goes off hook.
    #[propget]
    #[id(0x2000b)]
    fn get_AutoStopRingOnOffHook(#[retval] pfEnabled: *mut VARIANT_BOOL);

    /// Turns tones for the keys that are pressed on or off.
    #[propput]
    #[id(0x2000c)]
    fn put_AutoKeypadTones(fEnabled: VARIANT_BOOL);

    /// Tells whether keys that are pressed make tones.
    #[propget]
    #[id(0x2000c)]
    fn get_AutoKeypadTones(#[retval] pfEnabled: *mut VARIANT_BOOL);

    /// Sets how long a key's tone lasts at least, in milliseconds.
    #[propput]
    #[id(0x2000d)]
    fn put_AutoKeypadTonesMinimumDuration(lDuration: LONG);

    /// Tells how long a key's tone lasts at least, in milliseconds.
    #[propget]
    #[id(0x2000d)]
    fn get_AutoKeypadTonesMinimumDuration(#[retval] plDuration: *mut LONG);

    /// Turns the effect of the volume keys on or off.
    #[propput]
    #[id(0x2000e)]
    fn put_AutoVolumeControl(fEnabled: VARIANT_BOOL);

    /// Tells whether the volume keys have effect.
    #[propget]
    #[id(0x2000e)]
    fn get_AutoVolumeControl(#[retval] fEnabled: *mut VARIANT_BOOL);

    /// Sets how far one press of a volume key goes, of a range of 0xFFFF; 4096 at the start.
    #[propput]
    #[id(0x2000f)]
    fn put_AutoVolumeControlStep(lStepSize: LONG);

    /// Tells how far one press of a volume key goes, of a range of 0xFFFF.
    #[propget]
    #[id(0x2000f)]
    fn get_AutoVolumeControlStep(#[retval] plStepSize: *mut LONG);

    /// Sets how long a volume key must be held before it repeats, in milliseconds.
    #[propput]
    #[id(0x20010)]
    fn put_AutoVolumeControlRepeatDelay(lDelay: LONG);

    /// Tells how long a volume key must be held before it repeats, in milliseconds.
    #[propget]
    #[id(0x20010)]
    fn get_AutoVolumeControlRepeatDelay(#[retval] plDelay: *mut LONG);

    /// Sets the time between the repeats of a volume key, in milliseconds.
    #[propput]
    #[id(0x20011)]
    fn put_AutoVolumeControlRepeatPeriod(lPeriod: LONG);

    /// Tells the time between the repeats of a volume key, in milliseconds.
    #[propget]
    #[id(0x20011)]
    fn get_AutoVolumeControlRepeatPeriod(#[retval] plPeriod: *mut LONG);

    /// Ties a call to the phone: lifting answers it, hanging up disconnects it.
    ///
    /// pCall: a call that this program owns; the phone keeps a reference.
    /// fSelectDefaultTerminals: VARIANT_TRUE to use the phone's terminals for it; if one fails,
    /// all fails.
    #[id(0x20012)]
    fn SelectCall(pCall: *mut ITCallInfo, fSelectDefaultTerminals: VARIANT_BOOL);

    /// Unties a call from the phone; happens by itself when the call is disconnected.
    #[id(0x20013)]
    fn UnselectCall(pCall: *mut ITCallInfo);

    /// Lists the calls tied to the phone, for C and C++ clients.
    #[id(0x20014)]
    #[hidden]
    fn EnumerateSelectedCalls(#[retval] ppCallEnum: *mut *mut IEnumCall);

    /// Lists the calls tied to the phone, as an ITCollection in VT_DISPATCH.
    #[propget]
    #[id(0x20015)]
    fn get_SelectedCalls(#[retval] pVariant: *mut VARIANT);
}
