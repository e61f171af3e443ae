//! Digits, tones and wave devices of a call whose media TAPI does not stream.
//!
//! Described for `codegen`, which reads this file as syntax; it is never compiled.

/// ITLegacyAddressMediaControl.
#[uuid("AB493640-4C0B-11D2-A046-00C04FB6809F")]
pub trait ITLegacyAddressMediaControl: IUnknown {
    /// GetID.
    #[id(0x50001)]
    #[hidden]
    fn GetID(pDeviceClass: BSTR, #[out] pdwSize: *mut DWORD, #[out] #[size_is(pdwSize)] ppDeviceID: *mut *mut BYTE);

    /// GetDevConfig.
    #[id(0x50002)]
    #[hidden]
    fn GetDevConfig(pDeviceClass: BSTR, #[out] pdwSize: *mut DWORD, #[out] #[size_is(pdwSize)] ppDeviceConfig: *mut *mut BYTE);

    /// SetDevConfig.
    #[id(0x50003)]
    #[hidden]
    fn SetDevConfig(pDeviceClass: BSTR, dwSize: DWORD, #[size_is(dwSize)] pDeviceConfig: *mut BYTE);
}

/// ITLegacyAddressMediaControl2.
#[uuid("B0EE512B-A531-409E-9DD9-4099FE86C738")]
pub trait ITLegacyAddressMediaControl2: ITLegacyAddressMediaControl {
    /// ConfigDialog.
    #[id(0x50004)]
    #[hidden]
    fn ConfigDialog(hwndOwner: HWND, pDeviceClass: BSTR);

    /// ConfigDialogEdit.
    #[id(0x50005)]
    #[hidden]
    fn ConfigDialogEdit(hwndOwner: HWND, pDeviceClass: BSTR, dwSizeIn: DWORD, #[size_is(dwSizeIn)] pDeviceConfigIn: *mut BYTE, #[out] pdwSizeOut: *mut DWORD, #[out] #[size_is(pdwSizeOut)] ppDeviceConfigOut: *mut *mut BYTE);
}

/// ITLegacyCallMediaControl.
#[uuid("D624582F-CC23-4436-B8A5-47C625C8045D")]
#[dual]
pub trait ITLegacyCallMediaControl: IDispatch {
    /// DetectDigits.
    #[id(0x30001)]
    fn DetectDigits(DigitMode: TAPI_DIGITMODE);

    /// GenerateDigits.
    #[id(0x30002)]
    fn GenerateDigits(pDigits: BSTR, DigitMode: TAPI_DIGITMODE);

    /// GetID.
    #[id(0x30003)]
    #[hidden]
    fn GetID(pDeviceClass: BSTR, #[out] pdwSize: *mut DWORD, #[out] #[size_is(pdwSize)] ppDeviceID: *mut *mut BYTE);

    /// SetMediaType.
    #[id(0x30004)]
    fn SetMediaType(lMediaType: LONG);

    /// MonitorMedia.
    #[id(0x30005)]
    fn MonitorMedia(lMediaType: LONG);
}

/// ITLegacyCallMediaControl2.
#[uuid("57CA332D-7BC2-44F1-A60C-936FE8D7CE73")]
#[dual]
pub trait ITLegacyCallMediaControl2: ITLegacyCallMediaControl {
    /// GenerateDigits2.
    #[id(0x30006)]
    fn GenerateDigits2(pDigits: BSTR, DigitMode: TAPI_DIGITMODE, lDuration: LONG);

    /// GatherDigits.
    #[id(0x30007)]
    fn GatherDigits(DigitMode: TAPI_DIGITMODE, lNumDigits: LONG, pTerminationDigits: BSTR, lFirstDigitTimeout: LONG, lInterDigitTimeout: LONG);

    /// DetectTones.
    #[id(0x30008)]
    #[hidden]
    fn DetectTones(#[size_is(lNumTones)] pToneList: *mut TAPI_DETECTTONE, lNumTones: LONG);

    /// DetectTonesByCollection.
    #[id(0x30009)]
    fn DetectTonesByCollection(pDetectToneCollection: *mut ITCollection2);

    /// GenerateTone.
    #[id(0x3000a)]
    fn GenerateTone(ToneMode: TAPI_TONEMODE, lDuration: LONG);

    /// GenerateCustomTones.
    #[id(0x3000b)]
    #[hidden]
    fn GenerateCustomTones(#[size_is(lNumTones)] pToneList: *mut TAPI_CUSTOMTONE, lNumTones: LONG, lDuration: LONG);

    /// GenerateCustomTonesByCollection.
    #[id(0x3000c)]
    fn GenerateCustomTonesByCollection(pCustomToneCollection: *mut ITCollection2, lDuration: LONG);

    /// CreateDetectToneObject.
    #[id(0x3000d)]
    fn CreateDetectToneObject(#[retval] ppDetectTone: *mut *mut ITDetectTone);

    /// CreateCustomToneObject.
    #[id(0x3000e)]
    fn CreateCustomToneObject(#[retval] ppCustomTone: *mut *mut ITCustomTone);

    /// GetIDAsVariant.
    #[id(0x3000f)]
    fn GetIDAsVariant(bstrDeviceClass: BSTR, #[retval] pVarDeviceID: *mut VARIANT);
}

/// ITDetectTone.
#[uuid("961F79BD-3097-49DF-A1D6-909B77E89CA0")]
#[dual]
pub trait ITDetectTone: IDispatch {
    /// get_AppSpecific.
    #[propget]
    #[id(0x1)]
    fn get_AppSpecific(#[retval] plAppSpecific: *mut LONG);

    /// put_AppSpecific.
    #[propput]
    #[id(0x1)]
    fn put_AppSpecific(lAppSpecific: LONG);

    /// get_Duration.
    #[propget]
    #[id(0x2)]
    fn get_Duration(#[retval] plDuration: *mut LONG);

    /// put_Duration.
    #[propput]
    #[id(0x2)]
    fn put_Duration(lDuration: LONG);

    /// get_Frequency.
    #[propget]
    #[id(0x3)]
    fn get_Frequency(Index: LONG, #[retval] plFrequency: *mut LONG);

    /// put_Frequency.
    #[propput]
    #[id(0x3)]
    fn put_Frequency(Index: LONG, lFrequency: LONG);
}

/// ITCustomTone.
#[uuid("357AD764-B3C6-4B2A-8FA5-0722827A9254")]
#[dual]
pub trait ITCustomTone: IDispatch {
    /// get_Frequency.
    #[propget]
    #[id(0x1)]
    fn get_Frequency(#[retval] plFrequency: *mut LONG);

    /// put_Frequency.
    #[propput]
    #[id(0x1)]
    fn put_Frequency(lFrequency: LONG);

    /// get_CadenceOn.
    #[propget]
    #[id(0x2)]
    fn get_CadenceOn(#[retval] plCadenceOn: *mut LONG);

    /// put_CadenceOn.
    #[propput]
    #[id(0x2)]
    fn put_CadenceOn(CadenceOn: LONG);

    /// get_CadenceOff.
    #[propget]
    #[id(0x3)]
    fn get_CadenceOff(#[retval] plCadenceOff: *mut LONG);

    /// put_CadenceOff.
    #[propput]
    #[id(0x3)]
    fn put_CadenceOff(lCadenceOff: LONG);

    /// get_Volume.
    #[propget]
    #[id(0x4)]
    fn get_Volume(#[retval] plVolume: *mut LONG);

    /// put_Volume.
    #[propput]
    #[id(0x4)]
    fn put_Volume(lVolume: LONG);
}

/// ITLegacyWaveSupport.
#[uuid("207823EA-E252-11D2-B77E-0080C7135381")]
#[dual]
pub trait ITLegacyWaveSupport: IDispatch {
    /// IsFullDuplex.
    #[id(0x60020000)]
    fn IsFullDuplex(#[out] pSupport: *mut FULLDUPLEX_SUPPORT);
}
