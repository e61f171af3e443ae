//! Class ids, well-known GUID strings and the plain constants of TAPI 3.
//!
//! Described for `codegen`, which reads this file as syntax; it is never compiled.

/// The TAPI class.
#[uuid("21D6D48E-A88B-11D0-83DD-00AA003CCABD")]
#[progid("TAPI.TAPI")]
#[progid("TAPI.TAPI.1")]
pub struct TAPI;

/// The DispatchMapper class.
#[uuid("E9225296-C759-11D1-A02B-00C04FB6809F")]
#[progid("DispatchMapper.DispatchMapper")]
#[progid("DispatchMapper.DispatchMapper.1")]
pub struct DispatchMapper;

/// The RequestMakeCall class.
#[uuid("AC48FFE0-F8C4-11D1-A030-00C04FB6809F")]
#[progid("RequestMakeCall.RequestMakeCall.1")]
pub struct RequestMakeCall;

/// CLSID_String_VideoWindowTerm.
pub const CLSID_String_VideoWindowTerm: &str = "{F7438990-D6EB-11D0-82A6-00AA00B5CA1B}";

/// CLSID_String_VideoInputTerminal.
pub const CLSID_String_VideoInputTerminal: &str = "{AAF578EC-DC70-11D0-8ED3-00C04FB6809F}";

/// CLSID_String_HandsetTerminal.
pub const CLSID_String_HandsetTerminal: &str = "{AAF578EB-DC70-11D0-8ED3-00C04FB6809F}";

/// CLSID_String_HeadsetTerminal.
pub const CLSID_String_HeadsetTerminal: &str = "{AAF578ED-DC70-11D0-8ED3-00C04FB6809F}";

/// CLSID_String_SpeakerphoneTerminal.
pub const CLSID_String_SpeakerphoneTerminal: &str = "{AAF578EE-DC70-11D0-8ED3-00C04FB6809F}";

/// CLSID_String_MicrophoneTerminal.
pub const CLSID_String_MicrophoneTerminal: &str = "{AAF578EF-DC70-11D0-8ED3-00C04FB6809F}";

/// CLSID_String_SpeakersTerminal.
pub const CLSID_String_SpeakersTerminal: &str = "{AAF578F0-DC70-11D0-8ED3-00C04FB6809F}";

/// CLSID_String_MediaStreamTerminal.
pub const CLSID_String_MediaStreamTerminal: &str = "{E2F7AEF7-4971-11D1-A671-006097C9A2E8}";

/// CLSID_String_FileRecordingTerminal.
pub const CLSID_String_FileRecordingTerminal: &str = "{521F3D06-C3D0-4511-8617-86B9A783DA77}";

/// CLSID_String_FilePlaybackTerminal.
pub const CLSID_String_FilePlaybackTerminal: &str = "{0CB9914C-79CD-47DC-ADB0-327F47CEFB20}";

/// TAPIPROTOCOL_String_PSTN.
pub const TAPIPROTOCOL_String_PSTN: &str = "{831CE2D6-83B5-11D1-BB5C-00C04FB6809F}";

/// TAPIPROTOCOL_String_H323.
pub const TAPIPROTOCOL_String_H323: &str = "{831CE2D7-83B5-11D1-BB5C-00C04FB6809F}";

/// TAPIPROTOCOL_String_Multicast.
pub const TAPIPROTOCOL_String_Multicast: &str = "{831CE2D8-83B5-11D1-BB5C-00C04FB6809F}";

/// LINEADDRESSTYPE_PHONENUMBER.
pub const LINEADDRESSTYPE_PHONENUMBER: LONG = 0x1;

/// LINEADDRESSTYPE_SDP.
pub const LINEADDRESSTYPE_SDP: LONG = 0x2;

/// LINEADDRESSTYPE_EMAILNAME.
pub const LINEADDRESSTYPE_EMAILNAME: LONG = 0x4;

/// LINEADDRESSTYPE_DOMAINNAME.
pub const LINEADDRESSTYPE_DOMAINNAME: LONG = 0x8;

/// LINEADDRESSTYPE_IPADDRESS.
pub const LINEADDRESSTYPE_IPADDRESS: LONG = 0x10;

/// LINEDIGITMODE_PULSE.
pub const LINEDIGITMODE_PULSE: LONG = 0x1;

/// LINEDIGITMODE_DTMF.
pub const LINEDIGITMODE_DTMF: LONG = 0x2;

/// LINEDIGITMODE_DTMFEND.
pub const LINEDIGITMODE_DTMFEND: LONG = 0x4;

/// TAPIMEDIATYPE_AUDIO.
pub const TAPIMEDIATYPE_AUDIO: LONG = 0x8;

/// TAPIMEDIATYPE_VIDEO.
pub const TAPIMEDIATYPE_VIDEO: LONG = 0x8000;

/// TAPIMEDIATYPE_DATAMODEM.
pub const TAPIMEDIATYPE_DATAMODEM: LONG = 0x10;

/// TAPIMEDIATYPE_G3FAX.
pub const TAPIMEDIATYPE_G3FAX: LONG = 0x20;

/// TAPIMEDIATYPE_MULTITRACK.
pub const TAPIMEDIATYPE_MULTITRACK: LONG = 0x10000;
