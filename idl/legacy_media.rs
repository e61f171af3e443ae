//! Digits, tones and wave devices of a call whose media TAPI does not stream.
//!
//! Described for `codegen`, which reads this file as syntax; it is never compiled.

/// Device ids and device settings of an address whose media TAPI does not stream.
///
/// QueryInterface of the address; for C and C++ only. What it hands out is freed with
/// CoTaskMemFree. A device class is a name such as wave/in, wave/out or comm/datamodem.
/// Page: ITLegacyAddressMediaControl (tapi3if.h).
#[uuid("AB493640-4C0B-11D2-A046-00C04FB6809F")]
pub trait ITLegacyAddressMediaControl: IUnknown {
    /// Reads the id of the address's device of one class.
    ///
    /// pDeviceClass: the class. pdwSize, ppDeviceID: receive the bytes and their number;
    /// CoTaskMemFree.
    #[id(0x50001)]
    #[hidden]
    fn GetID(pDeviceClass: BSTR, #[out] pdwSize: *mut DWORD, #[out] #[size_is(pdwSize)] ppDeviceID: *mut *mut BYTE);

    /// Reads the settings of the address's device of one class, as the provider lays them out.
    ///
    /// pDeviceClass: the class. pdwSize, ppDeviceConfig: receive the bytes and their number;
    /// CoTaskMemFree.
    #[id(0x50002)]
    #[hidden]
    fn GetDevConfig(pDeviceClass: BSTR, #[out] pdwSize: *mut DWORD, #[out] #[size_is(pdwSize)] ppDeviceConfig: *mut *mut BYTE);

    /// Puts settings back that GetDevConfig read.
    ///
    /// pDeviceClass: the class. dwSize, pDeviceConfig: the bytes and their number; stay the
    /// caller's.
    #[id(0x50003)]
    #[hidden]
    fn SetDevConfig(pDeviceClass: BSTR, dwSize: DWORD, #[size_is(dwSize)] pDeviceConfig: *mut BYTE);
}

/// Dialogs for the device settings of an address.
///
/// QueryInterface of the address; for C and C++ only.
/// Page: ITLegacyAddressMediaControl2 (tapi3if.h).
#[uuid("B0EE512B-A531-409E-9DD9-4099FE86C738")]
pub trait ITLegacyAddressMediaControl2: ITLegacyAddressMediaControl {
    /// Shows a dialog for the settings of the address's device of one class.
    ///
    /// hwndOwner: the owning window. pDeviceClass: the class.
    #[id(0x50004)]
    #[hidden]
    fn ConfigDialog(hwndOwner: HWND, pDeviceClass: BSTR);

    /// Shows a dialog for given settings and hands the changed ones out.
    ///
    /// hwndOwner: the owning window. pDeviceClass: the class. dwSizeIn, pDeviceConfigIn: the
    /// settings from GetDevConfig. pdwSizeOut, ppDeviceConfigOut: receive the new ones;
    /// CoTaskMemFree.
    #[id(0x50005)]
    #[hidden]
    fn ConfigDialogEdit(hwndOwner: HWND, pDeviceClass: BSTR, dwSizeIn: DWORD, #[size_is(dwSizeIn)] pDeviceConfigIn: *mut BYTE, #[out] pdwSizeOut: *mut DWORD, #[out] #[size_is(pdwSizeOut)] ppDeviceConfigOut: *mut *mut BYTE);
}

/// Digits and media types of a call.
///
/// QueryInterface of the call object. Wants a live call, otherwise TAPI_E_INVALCALLSTATE.
/// Page: ITLegacyCallMediaControl (tapi3if.h).
#[uuid("D624582F-CC23-4436-B8A5-47C625C8045D")]
#[dual]
pub trait ITLegacyCallMediaControl: IDispatch {
    /// Begins to report the keys that the far end presses, as TE_DIGITEVENT.
    ///
    /// DigitMode: LINEDIGITMODE_ bits, OR-ed; 0 stops it. TE_DIGITEVENT must be in the event
    /// filter.
    #[id(0x30001)]
    fn DetectDigits(DigitMode: TAPI_DIGITMODE);

    /// Sends digits to the far end.
    ///
    /// pDigits: 0 to 9, star and hash, for DTMF also A to D; a comma pauses. DigitMode:
    /// LINEDIGITMODE_PULSE or LINEDIGITMODE_DTMF. TE_GENERATEEVENT says when they are sent.
    #[id(0x30002)]
    fn GenerateDigits(pDigits: BSTR, DigitMode: TAPI_DIGITMODE);

    /// Reads the id of the call's device of one class.
    ///
    /// pDeviceClass: the class, such as wave/in. pdwSize, ppDeviceID: receive the bytes and
    /// their number; CoTaskMemFree.
    #[id(0x30003)]
    #[hidden]
    fn GetID(pDeviceClass: BSTR, #[out] pdwSize: *mut DWORD, #[out] #[size_is(pdwSize)] ppDeviceID: *mut *mut BYTE);

    /// Sets the media type of the call, where the provider cannot find it out.
    ///
    /// lMediaType: one TAPIMEDIATYPE_ bit.
    #[id(0x30004)]
    fn SetMediaType(lMediaType: LONG);

    /// Begins to detect the media type of the call.
    ///
    /// lMediaType: the TAPIMEDIATYPE_ bits to look for, OR-ed; 0 stops it.
    #[id(0x30005)]
    fn MonitorMedia(lMediaType: LONG);
}

/// Digits and tones of a call, with durations, gathering and tone detection.
///
/// QueryInterface of the call object. Wants a live call, otherwise TAPI_E_INVALCALLSTATE.
/// Page: ITLegacyCallMediaControl2 (tapi3if.h).
#[uuid("57CA332D-7BC2-44F1-A60C-936FE8D7CE73")]
#[dual]
pub trait ITLegacyCallMediaControl2: ITLegacyCallMediaControl {
    /// Sends digits of a given duration to the far end.
    ///
    /// pDigits, DigitMode: as for GenerateDigits. lDuration: of each digit and of each gap, in
    /// milliseconds; 0 for the usual.
    #[id(0x30006)]
    fn GenerateDigits2(pDigits: BSTR, DigitMode: TAPI_DIGITMODE, lDuration: LONG);

    /// Collects digits from the far end and reports them together, as TE_GATHERDIGITS.
    ///
    /// DigitMode: LINEDIGITMODE_ bits. lNumDigits: how many; 0 cancels. pTerminationDigits:
    /// digits that end it early. lFirstDigitTimeout, lInterDigitTimeout: in milliseconds, from
    /// AC_GATHERDIGITSMINTIMEOUT to AC_GATHERDIGITSMAXTIMEOUT. One gathering at a time: another
    /// one cancels the first.
    #[id(0x30007)]
    fn GatherDigits(DigitMode: TAPI_DIGITMODE, lNumDigits: LONG, pTerminationDigits: BSTR, lFirstDigitTimeout: LONG, lInterDigitTimeout: LONG);

    /// Begins to report tones, as TE_TONEEVENT, for C and C++ clients.
    ///
    /// pToneList, lNumTones: the tones; NULL and 0 stop it.
    #[id(0x30008)]
    #[hidden]
    fn DetectTones(#[size_is(lNumTones)] pToneList: *mut TAPI_DETECTTONE, lNumTones: LONG);

    /// Begins to report tones, as TE_TONEEVENT, for Automation clients.
    ///
    /// pDetectToneCollection: a collection of ITDetectTone; NULL stops it.
    #[id(0x30009)]
    fn DetectTonesByCollection(pDetectToneCollection: *mut ITCollection2);

    /// Sends a ready-made tone to the far end.
    ///
    /// ToneMode: which one. lDuration: in milliseconds; 0 for the usual, mostly without end.
    #[id(0x3000a)]
    fn GenerateTone(ToneMode: TAPI_TONEMODE, lDuration: LONG);

    /// Sends a tone of one's own, for C and C++ clients.
    ///
    /// pToneList, lNumTones: the tone's parts. lDuration: in milliseconds; 0 for without end.
    #[id(0x3000b)]
    #[hidden]
    fn GenerateCustomTones(#[size_is(lNumTones)] pToneList: *mut TAPI_CUSTOMTONE, lNumTones: LONG, lDuration: LONG);

    /// Sends a tone of one's own, for Automation clients.
    ///
    /// pCustomToneCollection: a collection of ITCustomTone. lDuration: in milliseconds; 0 for
    /// without end.
    #[id(0x3000c)]
    fn GenerateCustomTonesByCollection(pCustomToneCollection: *mut ITCollection2, lDuration: LONG);

    /// Makes an empty tone for DetectTonesByCollection; Release it.
    #[id(0x3000d)]
    fn CreateDetectToneObject(#[retval] ppDetectTone: *mut *mut ITDetectTone);

    /// Makes an empty tone for GenerateCustomTonesByCollection; Release it.
    #[id(0x3000e)]
    fn CreateCustomToneObject(#[retval] ppCustomTone: *mut *mut ITCustomTone);

    /// Reads the id of the call's device of one class, for Automation clients.
    ///
    /// bstrDeviceClass: the class. pVarDeviceID: receives VT_ARRAY of VT_UI1; VariantClear.
    #[id(0x3000f)]
    fn GetIDAsVariant(bstrDeviceClass: BSTR, #[retval] pVarDeviceID: *mut VARIANT);
}

/// A tone to be detected: up to three frequencies.
///
/// Made by ITLegacyCallMediaControl2::CreateDetectToneObject.
/// Page: ITDetectTone (tapi3if.h).
#[uuid("961F79BD-3097-49DF-A1D6-909B77E89CA0")]
#[dual]
pub trait ITDetectTone: IDispatch {
    /// Tells the number that TE_TONEEVENT gives back.
    #[propget]
    #[id(0x1)]
    fn get_AppSpecific(#[retval] plAppSpecific: *mut LONG);

    /// Sets the number that TE_TONEEVENT gives back.
    #[propput]
    #[id(0x1)]
    fn put_AppSpecific(lAppSpecific: LONG);

    /// Tells how long the tone must last before it counts, in milliseconds.
    #[propget]
    #[id(0x2)]
    fn get_Duration(#[retval] plDuration: *mut LONG);

    /// Sets how long the tone must last before it counts, in milliseconds.
    #[propput]
    #[id(0x2)]
    fn put_Duration(lDuration: LONG);

    /// Tells one of the three frequencies, in hertz.
    #[propget]
    #[id(0x3)]
    fn get_Frequency(Index: LONG, #[retval] plFrequency: *mut LONG);

    /// Sets one of the three frequencies, in hertz; 0 for unused, all three 0 for silence.
    #[propput]
    #[id(0x3)]
    fn put_Frequency(Index: LONG, lFrequency: LONG);
}

/// One part of a tone to be sent: a frequency and its rhythm.
///
/// Made by ITLegacyCallMediaControl2::CreateCustomToneObject.
/// Page: ITCustomTone (tapi3if.h).
#[uuid("357AD764-B3C6-4B2A-8FA5-0722827A9254")]
#[dual]
pub trait ITCustomTone: IDispatch {
    /// Tells the frequency, in hertz.
    #[propget]
    #[id(0x1)]
    fn get_Frequency(#[retval] plFrequency: *mut LONG);

    /// Sets the frequency, in hertz; 0 for silence.
    #[propput]
    #[id(0x1)]
    fn put_Frequency(lFrequency: LONG);

    /// Tells how long it sounds in each turn, in milliseconds.
    #[propget]
    #[id(0x2)]
    fn get_CadenceOn(#[retval] plCadenceOn: *mut LONG);

    /// Sets how long it sounds in each turn, in milliseconds.
    #[propput]
    #[id(0x2)]
    fn put_CadenceOn(CadenceOn: LONG);

    /// Tells how long it is silent in each turn, in milliseconds.
    #[propget]
    #[id(0x3)]
    fn get_CadenceOff(#[retval] plCadenceOff: *mut LONG);

    /// Sets how long it is silent in each turn, in milliseconds; 0 for a steady tone.
    #[propput]
    #[id(0x3)]
    fn put_CadenceOff(lCadenceOff: LONG);

    /// Tells the volume, from 0 (silence) to 0xFFFF (full).
    #[propget]
    #[id(0x4)]
    fn get_Volume(#[retval] plVolume: *mut LONG);

    /// Sets the volume, from 0 (silence) to 0xFFFF (full).
    #[propput]
    #[id(0x4)]
    fn put_Volume(lVolume: LONG);
}

/// Tells what the wave device of a call can do.
///
/// QueryInterface of the call object.
/// Page: ITLegacyWaveSupport (tapi3if.h).
#[uuid("207823EA-E252-11D2-B77E-0080C7135381")]
#[dual]
pub trait ITLegacyWaveSupport: IDispatch {
    /// Tells whether the wave device can play and record at once (FULLDUPLEX_SUPPORT).
    #[id(0x60020000)]
    fn IsFullDuplex(#[out] pSupport: *mut FULLDUPLEX_SUPPORT);
}
