//! Streams, terminals, tracks and pluggable terminal classes.
//!
//! Described for `codegen`, which reads this file as syntax; it is never compiled.

/// ITPluggableTerminalClassInfo.
#[uuid("41757F4A-CF09-4B34-BC96-0A79D2390076")]
#[dual]
pub trait ITPluggableTerminalClassInfo: IDispatch {
    /// get_Name.
    #[propget]
    #[id(0x1)]
    fn get_Name(#[retval] pName: *mut BSTR);

    /// get_Company.
    #[propget]
    #[id(0x2)]
    fn get_Company(#[retval] pCompany: *mut BSTR);

    /// get_Version.
    #[propget]
    #[id(0x3)]
    fn get_Version(#[retval] pVersion: *mut BSTR);

    /// get_TerminalClass.
    #[propget]
    #[id(0x4)]
    fn get_TerminalClass(#[retval] pTerminalClass: *mut BSTR);

    /// get_CLSID.
    #[propget]
    #[id(0x5)]
    fn get_CLSID(#[retval] pCLSID: *mut BSTR);

    /// get_Direction.
    #[propget]
    #[id(0x6)]
    fn get_Direction(#[retval] pDirection: *mut TERMINAL_DIRECTION);

    /// get_MediaTypes.
    #[propget]
    #[id(0x7)]
    fn get_MediaTypes(#[retval] pMediaTypes: *mut LONG);
}

/// ITPluggableTerminalSuperclassInfo.
#[uuid("6D54E42C-4625-4359-A6F7-631999107E05")]
#[dual]
pub trait ITPluggableTerminalSuperclassInfo: IDispatch {
    /// get_Name.
    #[propget]
    #[id(0x1)]
    fn get_Name(#[retval] pName: *mut BSTR);

    /// get_CLSID.
    #[propget]
    #[id(0x2)]
    fn get_CLSID(#[retval] pCLSID: *mut BSTR);
}

/// ITTerminalSupport.
#[uuid("B1EFC385-9355-11D0-835C-00AA003CCABD")]
#[dual]
pub trait ITTerminalSupport: IDispatch {
    /// get_StaticTerminals.
    #[propget]
    #[id(0x60001)]
    fn get_StaticTerminals(#[retval] pVariant: *mut VARIANT);

    /// EnumerateStaticTerminals.
    #[id(0x60002)]
    #[hidden]
    fn EnumerateStaticTerminals(#[retval] ppTerminalEnumerator: *mut *mut IEnumTerminal);

    /// get_DynamicTerminalClasses.
    #[propget]
    #[id(0x60003)]
    fn get_DynamicTerminalClasses(#[retval] pVariant: *mut VARIANT);

    /// EnumerateDynamicTerminalClasses.
    #[id(0x60004)]
    #[hidden]
    fn EnumerateDynamicTerminalClasses(#[retval] ppTerminalClassEnumerator: *mut *mut IEnumTerminalClass);

    /// CreateTerminal.
    #[id(0x60005)]
    fn CreateTerminal(pTerminalClass: BSTR, lMediaType: LONG, Direction: TERMINAL_DIRECTION, #[retval] ppTerminal: *mut *mut ITTerminal);

    /// GetDefaultStaticTerminal.
    #[id(0x60006)]
    fn GetDefaultStaticTerminal(lMediaType: LONG, Direction: TERMINAL_DIRECTION, #[retval] ppTerminal: *mut *mut ITTerminal);
}

/// ITTerminalSupport2.
#[uuid("F3EB39BC-1B1F-4E99-A0C0-56305C4DD591")]
#[dual]
pub trait ITTerminalSupport2: ITTerminalSupport {
    /// get_PluggableSuperclasses.
    #[propget]
    #[id(0x60007)]
    fn get_PluggableSuperclasses(#[retval] pVariant: *mut VARIANT);

    /// EnumeratePluggableSuperclasses.
    #[id(0x60008)]
    #[hidden]
    fn EnumeratePluggableSuperclasses(#[retval] ppSuperclassEnumerator: *mut *mut IEnumPluggableSuperclassInfo);

    /// get_PluggableTerminalClasses.
    #[propget]
    #[id(0x60009)]
    fn get_PluggableTerminalClasses(bstrTerminalSuperclass: BSTR, lMediaType: LONG, #[retval] pVariant: *mut VARIANT);

    /// EnumeratePluggableTerminalClasses.
    #[id(0x6000a)]
    #[hidden]
    fn EnumeratePluggableTerminalClasses(iidTerminalSuperclass: GUID, lMediaType: LONG, #[retval] ppClassEnumerator: *mut *mut IEnumPluggableTerminalClassInfo);
}

/// ITTerminal.
#[uuid("B1EFC38A-9355-11D0-835C-00AA003CCABD")]
#[dual]
pub trait ITTerminal: IDispatch {
    /// get_Name.
    #[propget]
    #[id(0x1)]
    fn get_Name(#[retval] ppName: *mut BSTR);

    /// get_State.
    #[propget]
    #[id(0x2)]
    fn get_State(#[retval] pTerminalState: *mut TERMINAL_STATE);

    /// get_TerminalType.
    #[propget]
    #[id(0x3)]
    fn get_TerminalType(#[retval] pType: *mut TERMINAL_TYPE);

    /// get_TerminalClass.
    #[propget]
    #[id(0x4)]
    fn get_TerminalClass(#[retval] ppTerminalClass: *mut BSTR);

    /// get_MediaType.
    #[propget]
    #[id(0x5)]
    fn get_MediaType(#[retval] plMediaType: *mut LONG);

    /// get_Direction.
    #[propget]
    #[id(0x6)]
    fn get_Direction(#[retval] pDirection: *mut TERMINAL_DIRECTION);
}

/// ITMultiTrackTerminal.
#[uuid("FE040091-ADE8-4072-95C9-BF7DE8C54B44")]
#[dual]
pub trait ITMultiTrackTerminal: IDispatch {
    /// get_TrackTerminals.
    #[propget]
    #[id(0x10001)]
    fn get_TrackTerminals(#[retval] pVariant: *mut VARIANT);

    /// EnumerateTrackTerminals.
    #[id(0x10002)]
    #[hidden]
    fn EnumerateTrackTerminals(#[retval] ppEnumTerminal: *mut *mut IEnumTerminal);

    /// CreateTrackTerminal.
    #[id(0x10003)]
    fn CreateTrackTerminal(MediaType: LONG, TerminalDirection: TERMINAL_DIRECTION, #[retval] ppTerminal: *mut *mut ITTerminal);

    /// get_MediaTypesInUse.
    #[propget]
    #[id(0x10004)]
    fn get_MediaTypesInUse(#[retval] plMediaTypesInUse: *mut LONG);

    /// get_DirectionsInUse.
    #[propget]
    #[id(0x10005)]
    fn get_DirectionsInUse(#[retval] plDirectionsInUsed: *mut TERMINAL_DIRECTION);

    /// RemoveTrackTerminal.
    #[id(0x10006)]
    fn RemoveTrackTerminal(pTrackTerminalToRemove: *mut ITTerminal);
}

/// ITFileTrack.
#[uuid("31CA6EA9-C08A-4BEA-8811-8E9C1BA3EA3A")]
#[dual]
pub trait ITFileTrack: IDispatch {
    /// get_Format.
    #[propget]
    #[id(0x10001)]
    #[hidden]
    fn get_Format(#[retval] ppmt: *mut *mut AM_MEDIA_TYPE);

    /// put_Format.
    #[propput]
    #[id(0x10001)]
    #[hidden]
    fn put_Format(pmt: *const AM_MEDIA_TYPE);

    /// get_ControllingTerminal.
    #[propget]
    #[id(0x10002)]
    fn get_ControllingTerminal(#[retval] ppControllingTerminal: *mut *mut ITTerminal);

    /// get_AudioFormatForScripting.
    #[propget]
    #[id(0x10003)]
    fn get_AudioFormatForScripting(#[retval] ppAudioFormat: *mut *mut ITScriptableAudioFormat);

    /// put_AudioFormatForScripting.
    #[propput]
    #[id(0x10003)]
    fn put_AudioFormatForScripting(pAudioFormat: *mut ITScriptableAudioFormat);

    /// get_EmptyAudioFormatForScripting.
    #[propget]
    #[id(0x10005)]
    fn get_EmptyAudioFormatForScripting(#[retval] ppAudioFormat: *mut *mut ITScriptableAudioFormat);
}

/// ITMediaPlayback.
#[uuid("627E8AE6-AE4C-4A69-BB63-2AD625404B77")]
#[dual]
pub trait ITMediaPlayback: IDispatch {
    /// put_PlayList.
    #[propput]
    #[id(0x40001)]
    fn put_PlayList(PlayListVariant: VARIANT);

    /// get_PlayList.
    #[propget]
    #[id(0x40001)]
    fn get_PlayList(#[retval] pPlayListVariant: *mut VARIANT);
}

/// ITMediaRecord.
#[uuid("F5DD4592-5476-4CC1-9D4D-FAD3EEFE7DB2")]
#[dual]
pub trait ITMediaRecord: IDispatch {
    /// put_FileName.
    #[propput]
    #[id(0x30001)]
    fn put_FileName(bstrFileName: BSTR);

    /// get_FileName.
    #[propget]
    #[id(0x30001)]
    fn get_FileName(#[retval] pbstrFileName: *mut BSTR);
}

/// ITMediaControl.
#[uuid("C445DDE8-5199-4BC7-9807-5FFB92E42E09")]
#[dual]
pub trait ITMediaControl: IDispatch {
    /// Start.
    #[id(0x20001)]
    fn Start();

    /// Stop.
    #[id(0x20002)]
    fn Stop();

    /// Pause.
    #[id(0x20003)]
    fn Pause();

    /// get_MediaState.
    #[propget]
    #[id(0x20004)]
    fn get_MediaState(#[retval] pTerminalMediaState: *mut TERMINAL_MEDIA_STATE);
}

/// ITBasicAudioTerminal.
#[uuid("B1EFC38D-9355-11D0-835C-00AA003CCABD")]
#[dual]
pub trait ITBasicAudioTerminal: IDispatch {
    /// put_Volume.
    #[propput]
    #[id(0x1)]
    fn put_Volume(lVolume: LONG);

    /// get_Volume.
    #[propget]
    #[id(0x1)]
    fn get_Volume(#[retval] plVolume: *mut LONG);

    /// put_Balance.
    #[propput]
    #[id(0x2)]
    fn put_Balance(lBalance: LONG);

    /// get_Balance.
    #[propget]
    #[id(0x2)]
    fn get_Balance(#[retval] plBalance: *mut LONG);
}

/// ITStaticAudioTerminal.
#[uuid("A86B7871-D14C-48E6-922E-A8D15F984800")]
#[dual]
pub trait ITStaticAudioTerminal: IDispatch {
    /// get_WaveId.
    #[propget]
    #[id(0x1)]
    fn get_WaveId(#[retval] plWaveId: *mut LONG);
}

/// ITStreamControl.
#[uuid("EE3BD604-3868-11D2-A045-00C04FB6809F")]
#[dual]
pub trait ITStreamControl: IDispatch {
    /// CreateStream.
    #[id(0x40001)]
    fn CreateStream(lMediaType: LONG, td: TERMINAL_DIRECTION, #[retval] ppStream: *mut *mut ITStream);

    /// RemoveStream.
    #[id(0x40002)]
    fn RemoveStream(pStream: *mut ITStream);

    /// EnumerateStreams.
    #[id(0x40003)]
    #[hidden]
    fn EnumerateStreams(#[out] ppEnumStream: *mut *mut IEnumStream);

    /// get_Streams.
    #[propget]
    #[id(0x40004)]
    fn get_Streams(#[retval] pVariant: *mut VARIANT);
}

/// ITStream.
#[uuid("EE3BD605-3868-11D2-A045-00C04FB6809F")]
#[dual]
pub trait ITStream: IDispatch {
    /// get_MediaType.
    #[propget]
    #[id(0x1)]
    fn get_MediaType(#[retval] plMediaType: *mut LONG);

    /// get_Direction.
    #[propget]
    #[id(0x2)]
    fn get_Direction(#[retval] pTD: *mut TERMINAL_DIRECTION);

    /// get_Name.
    #[propget]
    #[id(0x3)]
    fn get_Name(#[retval] ppName: *mut BSTR);

    /// StartStream.
    #[id(0x4)]
    fn StartStream();

    /// PauseStream.
    #[id(0x5)]
    fn PauseStream();

    /// StopStream.
    #[id(0x6)]
    fn StopStream();

    /// SelectTerminal.
    #[id(0x7)]
    fn SelectTerminal(pTerminal: *mut ITTerminal);

    /// UnselectTerminal.
    #[id(0x8)]
    fn UnselectTerminal(pTerminal: *mut ITTerminal);

    /// EnumerateTerminals.
    #[id(0x9)]
    #[hidden]
    fn EnumerateTerminals(#[out] ppEnumTerminal: *mut *mut IEnumTerminal);

    /// get_Terminals.
    #[propget]
    #[id(0xa)]
    fn get_Terminals(#[retval] pTerminals: *mut VARIANT);
}

/// ITSubStreamControl.
#[uuid("EE3BD607-3868-11D2-A045-00C04FB6809F")]
#[dual]
pub trait ITSubStreamControl: IDispatch {
    /// CreateSubStream.
    #[id(0x1)]
    fn CreateSubStream(#[retval] ppSubStream: *mut *mut ITSubStream);

    /// RemoveSubStream.
    #[id(0x2)]
    fn RemoveSubStream(pSubStream: *mut ITSubStream);

    /// EnumerateSubStreams.
    #[id(0x3)]
    #[hidden]
    fn EnumerateSubStreams(#[out] ppEnumSubStream: *mut *mut IEnumSubStream);

    /// get_SubStreams.
    #[propget]
    #[id(0x4)]
    fn get_SubStreams(#[retval] pVariant: *mut VARIANT);
}

/// ITSubStream.
#[uuid("EE3BD608-3868-11D2-A045-00C04FB6809F")]
#[dual]
pub trait ITSubStream: IDispatch {
    /// StartSubStream.
    #[id(0x1)]
    fn StartSubStream();

    /// PauseSubStream.
    #[id(0x2)]
    fn PauseSubStream();

    /// StopSubStream.
    #[id(0x3)]
    fn StopSubStream();

    /// SelectTerminal.
    #[id(0x4)]
    fn SelectTerminal(pTerminal: *mut ITTerminal);

    /// UnselectTerminal.
    #[id(0x5)]
    fn UnselectTerminal(pTerminal: *mut ITTerminal);

    /// EnumerateTerminals.
    #[id(0x6)]
    #[hidden]
    fn EnumerateTerminals(#[out] ppEnumTerminal: *mut *mut IEnumTerminal);

    /// get_Terminals.
    #[propget]
    #[id(0x7)]
    fn get_Terminals(#[retval] pTerminals: *mut VARIANT);

    /// get_Stream.
    #[propget]
    #[id(0x8)]
    fn get_Stream(#[retval] ppITStream: *mut *mut ITStream);
}

/// ITScriptableAudioFormat.
#[uuid("B87658BD-3C59-4F64-BE74-AEDE3E86A81E")]
#[dual]
pub trait ITScriptableAudioFormat: IDispatch {
    /// get_Channels.
    #[propget]
    #[id(0x1)]
    fn get_Channels(#[retval] pVal: *mut LONG);

    /// put_Channels.
    #[propput]
    #[id(0x1)]
    fn put_Channels(nNewVal: LONG);

    /// get_SamplesPerSec.
    #[propget]
    #[id(0x2)]
    fn get_SamplesPerSec(#[retval] pVal: *mut LONG);

    /// put_SamplesPerSec.
    #[propput]
    #[id(0x2)]
    fn put_SamplesPerSec(nNewVal: LONG);

    /// get_AvgBytesPerSec.
    #[propget]
    #[id(0x3)]
    fn get_AvgBytesPerSec(#[retval] pVal: *mut LONG);

    /// put_AvgBytesPerSec.
    #[propput]
    #[id(0x3)]
    fn put_AvgBytesPerSec(nNewVal: LONG);

    /// get_BlockAlign.
    #[propget]
    #[id(0x4)]
    fn get_BlockAlign(#[retval] pVal: *mut LONG);

    /// put_BlockAlign.
    #[propput]
    #[id(0x4)]
    fn put_BlockAlign(nNewVal: LONG);

    /// get_BitsPerSample.
    #[propget]
    #[id(0x5)]
    fn get_BitsPerSample(#[retval] pVal: *mut LONG);

    /// put_BitsPerSample.
    #[propput]
    #[id(0x5)]
    fn put_BitsPerSample(nNewVal: LONG);

    /// get_FormatTag.
    #[propget]
    #[id(0x6)]
    fn get_FormatTag(#[retval] pVal: *mut LONG);

    /// put_FormatTag.
    #[propput]
    #[id(0x6)]
    fn put_FormatTag(nNewVal: LONG);
}
