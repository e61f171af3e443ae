//! Streams, terminals, tracks and pluggable terminal classes.
//!
//! Described for `codegen`, which reads this file as syntax; it is never compiled.

/// Describes a terminal class that was plugged in.
///
/// Comes from ITTerminalSupport2::EnumeratePluggableTerminalClasses. Texts are freed with
/// SysFreeString.
/// Page: ITPluggableTerminalClassInfo (tapi3if.h).
#[uuid("41757F4A-CF09-4B34-BC96-0A79D2390076")]
#[dual]
pub trait ITPluggableTerminalClassInfo: IDispatch {
    /// Tells the name of the class.
    #[propget]
    #[id(0x1)]
    fn get_Name(#[retval] pName: *mut BSTR);

    /// Tells who made it.
    #[propget]
    #[id(0x2)]
    fn get_Company(#[retval] pCompany: *mut BSTR);

    /// Tells its version.
    #[propget]
    #[id(0x3)]
    fn get_Version(#[retval] pVersion: *mut BSTR);

    /// Tells the terminal class as GUID text, as CreateTerminal wants it.
    #[propget]
    #[id(0x4)]
    fn get_TerminalClass(#[retval] pTerminalClass: *mut BSTR);

    /// Tells the class id of the object as GUID text.
    #[propget]
    #[id(0x5)]
    fn get_CLSID(#[retval] pCLSID: *mut BSTR);

    /// Tells the directions that it can work in.
    #[propget]
    #[id(0x6)]
    fn get_Direction(#[retval] pDirection: *mut TERMINAL_DIRECTION);

    /// Tells the media that it can carry (TAPIMEDIATYPE_ bits).
    #[propget]
    #[id(0x7)]
    fn get_MediaTypes(#[retval] pMediaTypes: *mut LONG);
}

/// Describes a family of terminal classes that were plugged in.
///
/// Comes from ITTerminalSupport2::EnumeratePluggableSuperclasses.
/// Page: ITPluggableTerminalSuperclassInfo (tapi3if.h).
#[uuid("6D54E42C-4625-4359-A6F7-631999107E05")]
#[dual]
pub trait ITPluggableTerminalSuperclassInfo: IDispatch {
    /// Tells the name of the family; free it with SysFreeString.
    #[propget]
    #[id(0x1)]
    fn get_Name(#[retval] pName: *mut BSTR);

    /// Tells the class id of the family as GUID text; free it with SysFreeString.
    #[propget]
    #[id(0x2)]
    fn get_CLSID(#[retval] pCLSID: *mut BSTR);
}

/// Finds and makes the terminals of an address: devices and files that media flow to and from.
///
/// QueryInterface of the address, where its provider streams media. What is handed out is freed
/// as usual: Release, VariantClear.
/// Page: ITTerminalSupport (tapi3if.h).
#[uuid("B1EFC385-9355-11D0-835C-00AA003CCABD")]
#[dual]
pub trait ITTerminalSupport: IDispatch {
    /// Lists the devices that are there anyway, as an ITCollection in VT_DISPATCH.
    #[propget]
    #[id(0x60001)]
    fn get_StaticTerminals(#[retval] pVariant: *mut VARIANT);

    /// Lists the devices that are there anyway, for C and C++ clients.
    #[id(0x60002)]
    #[hidden]
    fn EnumerateStaticTerminals(#[retval] ppTerminalEnumerator: *mut *mut IEnumTerminal);

    /// Lists the terminal classes that can be made, as an ITCollection of GUID texts.
    #[propget]
    #[id(0x60003)]
    fn get_DynamicTerminalClasses(#[retval] pVariant: *mut VARIANT);

    /// Lists the terminal classes that can be made, for C and C++ clients.
    #[id(0x60004)]
    #[hidden]
    fn EnumerateDynamicTerminalClasses(#[retval] ppTerminalClassEnumerator: *mut *mut IEnumTerminalClass);

    /// Makes a terminal.
    ///
    /// pTerminalClass: the class as GUID text, one of CLSID_String_... lMediaType: the
    /// TAPIMEDIATYPE_ bits. Direction: see TERMINAL_DIRECTION. ppTerminal: receives it; Release
    /// it.
    #[id(0x60005)]
    fn CreateTerminal(pTerminalClass: BSTR, lMediaType: LONG, Direction: TERMINAL_DIRECTION, #[retval] ppTerminal: *mut *mut ITTerminal);

    /// Gives the usual device for a media type and direction.
    ///
    /// lMediaType: one TAPIMEDIATYPE_ bit. Direction: TD_CAPTURE or TD_RENDER. ppTerminal:
    /// receives it; Release it.
    #[id(0x60006)]
    fn GetDefaultStaticTerminal(lMediaType: LONG, Direction: TERMINAL_DIRECTION, #[retval] ppTerminal: *mut *mut ITTerminal);
}

/// Finds the terminal classes that were plugged in.
///
/// QueryInterface of the address, where its provider streams media.
/// Page: ITTerminalSupport2 (tapi3if.h).
#[uuid("F3EB39BC-1B1F-4E99-A0C0-56305C4DD591")]
#[dual]
pub trait ITTerminalSupport2: ITTerminalSupport {
    /// Lists the families of plugged-in classes, as an ITCollection in VT_DISPATCH.
    #[propget]
    #[id(0x60007)]
    fn get_PluggableSuperclasses(#[retval] pVariant: *mut VARIANT);

    /// Lists the families of plugged-in classes, for C and C++ clients.
    #[id(0x60008)]
    #[hidden]
    fn EnumeratePluggableSuperclasses(#[retval] ppSuperclassEnumerator: *mut *mut IEnumPluggableSuperclassInfo);

    /// Lists the plugged-in classes of one family, as an ITCollection in VT_DISPATCH.
    ///
    /// bstrTerminalSuperclass: the family as GUID text. lMediaType: the TAPIMEDIATYPE_ bits
    /// wanted.
    #[propget]
    #[id(0x60009)]
    fn get_PluggableTerminalClasses(bstrTerminalSuperclass: BSTR, lMediaType: LONG, #[retval] pVariant: *mut VARIANT);

    /// Lists the plugged-in classes of one family, for C and C++ clients.
    ///
    /// iidTerminalSuperclass: the family. lMediaType: the TAPIMEDIATYPE_ bits wanted.
    #[id(0x6000a)]
    #[hidden]
    fn EnumeratePluggableTerminalClasses(iidTerminalSuperclass: GUID, lMediaType: LONG, #[retval] ppClassEnumerator: *mut *mut IEnumPluggableTerminalClassInfo);
}

/// A source or drain of media: a microphone, a loudspeaker, a file.
///
/// Comes from ITTerminalSupport; put to use by ITStream::SelectTerminal or
/// ITBasicCallControl2::SelectTerminalOnCall.
/// Page: ITTerminal (tapi3if.h).
#[uuid("B1EFC38A-9355-11D0-835C-00AA003CCABD")]
#[dual]
pub trait ITTerminal: IDispatch {
    /// Tells the name of the terminal; free it with SysFreeString.
    #[propget]
    #[id(0x1)]
    fn get_Name(#[retval] ppName: *mut BSTR);

    /// Tells whether the terminal is in use.
    #[propget]
    #[id(0x2)]
    fn get_State(#[retval] pTerminalState: *mut TERMINAL_STATE);

    /// Tells whether the terminal is a device or was made.
    #[propget]
    #[id(0x3)]
    fn get_TerminalType(#[retval] pType: *mut TERMINAL_TYPE);

    /// Tells the terminal class as GUID text; free it with SysFreeString.
    #[propget]
    #[id(0x4)]
    fn get_TerminalClass(#[retval] ppTerminalClass: *mut BSTR);

    /// Tells the media of the terminal (TAPIMEDIATYPE_).
    #[propget]
    #[id(0x5)]
    fn get_MediaType(#[retval] plMediaType: *mut LONG);

    /// Tells the direction of the terminal.
    #[propget]
    #[id(0x6)]
    fn get_Direction(#[retval] pDirection: *mut TERMINAL_DIRECTION);
}

/// A terminal made of several tracks, such as a file with sound and video.
///
/// QueryInterface of the terminal.
/// Page: ITMultiTrackTerminal (tapi3if.h).
#[uuid("FE040091-ADE8-4072-95C9-BF7DE8C54B44")]
#[dual]
pub trait ITMultiTrackTerminal: IDispatch {
    /// Lists the tracks, as an ITCollection of ITTerminal in VT_DISPATCH.
    #[propget]
    #[id(0x10001)]
    fn get_TrackTerminals(#[retval] pVariant: *mut VARIANT);

    /// Lists the tracks, for C and C++ clients.
    #[id(0x10002)]
    #[hidden]
    fn EnumerateTrackTerminals(#[retval] ppEnumTerminal: *mut *mut IEnumTerminal);

    /// Adds a track of a media type and direction; Release it.
    #[id(0x10003)]
    fn CreateTrackTerminal(MediaType: LONG, TerminalDirection: TERMINAL_DIRECTION, #[retval] ppTerminal: *mut *mut ITTerminal);

    /// Tells the media of all tracks in use (TAPIMEDIATYPE_ bits).
    #[propget]
    #[id(0x10004)]
    fn get_MediaTypesInUse(#[retval] plMediaTypesInUse: *mut LONG);

    /// Tells the direction of the tracks in use; TD_MULTITRACK_MIXED if they differ.
    #[propget]
    #[id(0x10005)]
    fn get_DirectionsInUse(#[retval] plDirectionsInUsed: *mut TERMINAL_DIRECTION);

    /// Removes a track that CreateTrackTerminal added.
    #[id(0x10006)]
    fn RemoveTrackTerminal(pTrackTerminalToRemove: *mut ITTerminal);
}

/// One track of a file terminal and its format.
///
/// QueryInterface of the track's terminal.
/// Page: ITFileTrack (tapi3if.h).
#[uuid("31CA6EA9-C08A-4BEA-8811-8E9C1BA3EA3A")]
#[dual]
pub trait ITFileTrack: IDispatch {
    /// Tells the format of the track, for C and C++ clients; free it with DeleteMediaType.
    #[propget]
    #[id(0x10001)]
    #[hidden]
    fn get_Format(#[retval] ppmt: *mut *mut AM_MEDIA_TYPE);

    /// Sets the format of the track, for C and C++ clients.
    #[propput]
    #[id(0x10001)]
    #[hidden]
    fn put_Format(pmt: *const AM_MEDIA_TYPE);

    /// Gives the file terminal that the track is part of, NULL if that is gone; Release it.
    #[propget]
    #[id(0x10002)]
    fn get_ControllingTerminal(#[retval] #[nullable] ppControllingTerminal: *mut *mut ITTerminal);

    /// Tells the audio format of the track, for Automation clients; Release it.
    #[propget]
    #[id(0x10003)]
    fn get_AudioFormatForScripting(#[retval] ppAudioFormat: *mut *mut ITScriptableAudioFormat);

    /// Sets the audio format of the track, for Automation clients.
    #[propput]
    #[id(0x10003)]
    fn put_AudioFormatForScripting(pAudioFormat: *mut ITScriptableAudioFormat);

    /// Makes an empty audio format to fill in; Release it.
    #[propget]
    #[id(0x10005)]
    fn get_EmptyAudioFormatForScripting(#[retval] ppAudioFormat: *mut *mut ITScriptableAudioFormat);
}

/// What a file terminal plays.
///
/// QueryInterface of a file playback terminal.
/// Page: ITMediaPlayback (tapi3if.h).
#[uuid("627E8AE6-AE4C-4A69-BB63-2AD625404B77")]
#[dual]
pub trait ITMediaPlayback: IDispatch {
    /// Sets the files to play: VT_ARRAY of VT_VARIANT with VT_BSTR file names or objects.
    #[propput]
    #[id(0x40001)]
    fn put_PlayList(PlayListVariant: VARIANT);

    /// Tells the files to play; free it with VariantClear.
    #[propget]
    #[id(0x40001)]
    fn get_PlayList(#[retval] pPlayListVariant: *mut VARIANT);
}

/// Where a file terminal records to.
///
/// QueryInterface of a file recording terminal.
/// Page: ITMediaRecord (tapi3if.h).
#[uuid("F5DD4592-5476-4CC1-9D4D-FAD3EEFE7DB2")]
#[dual]
pub trait ITMediaRecord: IDispatch {
    /// Sets the file to record to.
    #[propput]
    #[id(0x30001)]
    fn put_FileName(bstrFileName: BSTR);

    /// Tells the file recorded to; free it with SysFreeString.
    #[propget]
    #[id(0x30001)]
    fn get_FileName(#[retval] pbstrFileName: *mut BSTR);
}

/// Starts, pauses and stops a file terminal.
///
/// QueryInterface of the terminal; TE_FILETERMINAL reports the changes.
/// Page: ITMediaControl (tapi3if.h).
#[uuid("C445DDE8-5199-4BC7-9807-5FFB92E42E09")]
#[dual]
pub trait ITMediaControl: IDispatch {
    /// Starts it, or goes on after Pause.
    #[id(0x20001)]
    fn Start();

    /// Stops it.
    #[id(0x20002)]
    fn Stop();

    /// Pauses it.
    #[id(0x20003)]
    fn Pause();

    /// Tells whether it runs (TERMINAL_MEDIA_STATE).
    #[propget]
    #[id(0x20004)]
    fn get_MediaState(#[retval] pTerminalMediaState: *mut TERMINAL_MEDIA_STATE);
}

/// Volume and balance of an audio terminal.
///
/// QueryInterface of the terminal.
/// Page: ITBasicAudioTerminal (tapi3if.h).
#[uuid("B1EFC38D-9355-11D0-835C-00AA003CCABD")]
#[dual]
pub trait ITBasicAudioTerminal: IDispatch {
    /// Sets the volume, from 0 (silence) to 0xFFFF (full).
    #[propput]
    #[id(0x1)]
    fn put_Volume(lVolume: LONG);

    /// Tells the volume, from 0 (silence) to 0xFFFF (full).
    #[propget]
    #[id(0x1)]
    fn get_Volume(#[retval] plVolume: *mut LONG);

    /// Sets the balance, from -10000 (left only) over 0 (both) to 10000 (right only).
    #[propput]
    #[id(0x2)]
    fn put_Balance(lBalance: LONG);

    /// Tells the balance, from -10000 (left only) over 0 (both) to 10000 (right only).
    #[propget]
    #[id(0x2)]
    fn get_Balance(#[retval] plBalance: *mut LONG);
}

/// Tells which sound device an audio terminal is.
///
/// QueryInterface of the terminal.
/// Page: ITStaticAudioTerminal (tapi3if.h).
#[uuid("A86B7871-D14C-48E6-922E-A8D15F984800")]
#[dual]
pub trait ITStaticAudioTerminal: IDispatch {
    /// Tells the number of the wave device.
    #[propget]
    #[id(0x1)]
    fn get_WaveId(#[retval] plWaveId: *mut LONG);
}

/// The media streams of a call.
///
/// QueryInterface of the call object, where its provider streams media. What is handed out is
/// freed as usual: Release, VariantClear.
/// Page: ITStreamControl (tapi3if.h).
#[uuid("EE3BD604-3868-11D2-A045-00C04FB6809F")]
#[dual]
pub trait ITStreamControl: IDispatch {
    /// Adds a stream of a media type and direction.
    ///
    /// lMediaType: one TAPIMEDIATYPE_ bit. td: TD_CAPTURE or TD_RENDER. ppStream: receives it;
    /// Release it.
    #[id(0x40001)]
    fn CreateStream(lMediaType: LONG, td: TERMINAL_DIRECTION, #[retval] ppStream: *mut *mut ITStream);

    /// Removes a stream.
    #[id(0x40002)]
    fn RemoveStream(pStream: *mut ITStream);

    /// Lists the streams, for C and C++ clients.
    #[id(0x40003)]
    #[hidden]
    fn EnumerateStreams(#[out] ppEnumStream: *mut *mut IEnumStream);

    /// Lists the streams, as an ITCollection in VT_DISPATCH.
    #[propget]
    #[id(0x40004)]
    fn get_Streams(#[retval] pVariant: *mut VARIANT);
}

/// One stream of a call: a media type in one direction.
///
/// Comes from ITStreamControl. Select a terminal on it before Connect or Answer.
/// Page: ITStream (tapi3if.h).
#[uuid("EE3BD605-3868-11D2-A045-00C04FB6809F")]
#[dual]
pub trait ITStream: IDispatch {
    /// Tells the media type (TAPIMEDIATYPE_).
    #[propget]
    #[id(0x1)]
    fn get_MediaType(#[retval] plMediaType: *mut LONG);

    /// Tells the direction.
    #[propget]
    #[id(0x2)]
    fn get_Direction(#[retval] pTD: *mut TERMINAL_DIRECTION);

    /// Tells the name of the stream; free it with SysFreeString.
    #[propget]
    #[id(0x3)]
    fn get_Name(#[retval] ppName: *mut BSTR);

    /// Starts the stream, or goes on after PauseStream.
    #[id(0x4)]
    fn StartStream();

    /// Pauses the stream.
    #[id(0x5)]
    fn PauseStream();

    /// Stops the stream.
    #[id(0x6)]
    fn StopStream();

    /// Connects a terminal to the stream; the stream keeps a reference.
    #[id(0x7)]
    fn SelectTerminal(pTerminal: *mut ITTerminal);

    /// Disconnects a terminal from the stream.
    #[id(0x8)]
    fn UnselectTerminal(pTerminal: *mut ITTerminal);

    /// Lists the terminals on the stream, for C and C++ clients.
    #[id(0x9)]
    #[hidden]
    fn EnumerateTerminals(#[out] ppEnumTerminal: *mut *mut IEnumTerminal);

    /// Lists the terminals on the stream, as an ITCollection in VT_DISPATCH.
    #[propget]
    #[id(0xa)]
    fn get_Terminals(#[retval] pTerminals: *mut VARIANT);
}

/// The substreams of a stream, such as one for each speaker of a conference.
///
/// QueryInterface of the stream.
/// Page: ITSubStreamControl (tapi3if.h).
#[uuid("EE3BD607-3868-11D2-A045-00C04FB6809F")]
#[dual]
pub trait ITSubStreamControl: IDispatch {
    /// Adds a substream; Release it.
    #[id(0x1)]
    fn CreateSubStream(#[retval] ppSubStream: *mut *mut ITSubStream);

    /// Removes a substream.
    #[id(0x2)]
    fn RemoveSubStream(pSubStream: *mut ITSubStream);

    /// Lists the substreams, for C and C++ clients.
    #[id(0x3)]
    #[hidden]
    fn EnumerateSubStreams(#[out] ppEnumSubStream: *mut *mut IEnumSubStream);

    /// Lists the substreams, as an ITCollection in VT_DISPATCH.
    #[propget]
    #[id(0x4)]
    fn get_SubStreams(#[retval] pVariant: *mut VARIANT);
}

/// One substream of a stream.
///
/// Comes from ITSubStreamControl.
/// Page: ITSubStream (tapi3if.h).
#[uuid("EE3BD608-3868-11D2-A045-00C04FB6809F")]
#[dual]
pub trait ITSubStream: IDispatch {
    /// Starts the substream, or goes on after PauseSubStream.
    #[id(0x1)]
    fn StartSubStream();

    /// Pauses the substream.
    #[id(0x2)]
    fn PauseSubStream();

    /// Stops the substream.
    #[id(0x3)]
    fn StopSubStream();

    /// Connects a terminal to the substream; the substream keeps a reference.
    #[id(0x4)]
    fn SelectTerminal(pTerminal: *mut ITTerminal);

    /// Disconnects a terminal from the substream.
    #[id(0x5)]
    fn UnselectTerminal(pTerminal: *mut ITTerminal);

    /// Lists the terminals on the substream, for C and C++ clients.
    #[id(0x6)]
    #[hidden]
    fn EnumerateTerminals(#[out] ppEnumTerminal: *mut *mut IEnumTerminal);

    /// Lists the terminals on the substream, as an ITCollection in VT_DISPATCH.
    #[propget]
    #[id(0x7)]
    fn get_Terminals(#[retval] pTerminals: *mut VARIANT);

    /// Gives the stream that it is part of; Release it.
    #[propget]
    #[id(0x8)]
    fn get_Stream(#[retval] ppITStream: *mut *mut ITStream);
}

/// A PCM-style audio format, for Automation clients.
///
/// Comes from ITFileTrack; the properties are those of WAVEFORMATEX.
/// Page: ITScriptableAudioFormat (tapi3if.h).
#[uuid("B87658BD-3C59-4F64-BE74-AEDE3E86A81E")]
#[dual]
pub trait ITScriptableAudioFormat: IDispatch {
    /// Tells the number of channels: 1 mono, 2 stereo.
    #[propget]
    #[id(0x1)]
    fn get_Channels(#[retval] pVal: *mut LONG);

    /// Sets the number of channels: 1 mono, 2 stereo.
    #[propput]
    #[id(0x1)]
    fn put_Channels(nNewVal: LONG);

    /// Tells the sampling rate, in hertz.
    #[propget]
    #[id(0x2)]
    fn get_SamplesPerSec(#[retval] pVal: *mut LONG);

    /// Sets the sampling rate, in hertz.
    #[propput]
    #[id(0x2)]
    fn put_SamplesPerSec(nNewVal: LONG);

    /// Tells the average data rate, in bytes per second.
    #[propget]
    #[id(0x3)]
    fn get_AvgBytesPerSec(#[retval] pVal: *mut LONG);

    /// Sets the average data rate, in bytes per second.
    #[propput]
    #[id(0x3)]
    fn put_AvgBytesPerSec(nNewVal: LONG);

    /// Tells the size of the smallest unit of data, in bytes.
    #[propget]
    #[id(0x4)]
    fn get_BlockAlign(#[retval] pVal: *mut LONG);

    /// Sets the size of the smallest unit of data, in bytes.
    #[propput]
    #[id(0x4)]
    fn put_BlockAlign(nNewVal: LONG);

    /// Tells the size of a sample, in bits.
    #[propget]
    #[id(0x5)]
    fn get_BitsPerSample(#[retval] pVal: *mut LONG);

    /// Sets the size of a sample, in bits.
    #[propput]
    #[id(0x5)]
    fn put_BitsPerSample(nNewVal: LONG);

    /// Tells the encoding (WAVE_FORMAT_; 1 is PCM, 6 A-law, 7 mu-law).
    #[propget]
    #[id(0x6)]
    fn get_FormatTag(#[retval] pVal: *mut LONG);

    /// Sets the encoding (WAVE_FORMAT_; 1 is PCM, 6 A-law, 7 mu-law).
    #[propput]
    #[id(0x6)]
    fn put_FormatTag(nNewVal: LONG);
}
