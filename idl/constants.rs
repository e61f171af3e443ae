//! Class ids, well-known GUID strings and the plain constants of TAPI 3.
//!
//! Described for `codegen`, which reads this file as syntax; it is never compiled.

/// The TAPI class: CoCreateInstance of CLSID_TAPI gives the object with ITTAPI.
#[uuid("21D6D48E-A88B-11D0-83DD-00AA003CCABD")]
#[progid("TAPI.TAPI")]
#[progid("TAPI.TAPI.1")]
pub struct TAPI;

/// The helper class for scripts, with ITDispatchMapper.
#[uuid("E9225296-C759-11D1-A02B-00C04FB6809F")]
#[progid("DispatchMapper.DispatchMapper")]
#[progid("DispatchMapper.DispatchMapper.1")]
pub struct DispatchMapper;

/// The assisted-telephony class, with ITRequest.
#[uuid("AC48FFE0-F8C4-11D1-A030-00C04FB6809F")]
#[progid("RequestMakeCall.RequestMakeCall.1")]
pub struct RequestMakeCall;

/// Terminal class: a window that shows video.
pub const CLSID_String_VideoWindowTerm: &str = "{F7438990-D6EB-11D0-82A6-00AA00B5CA1B}";

/// Terminal class: a camera.
pub const CLSID_String_VideoInputTerminal: &str = "{AAF578EC-DC70-11D0-8ED3-00C04FB6809F}";

/// Terminal class: a telephone handset.
pub const CLSID_String_HandsetTerminal: &str = "{AAF578EB-DC70-11D0-8ED3-00C04FB6809F}";

/// Terminal class: a headset.
pub const CLSID_String_HeadsetTerminal: &str = "{AAF578ED-DC70-11D0-8ED3-00C04FB6809F}";

/// Terminal class: a speakerphone.
pub const CLSID_String_SpeakerphoneTerminal: &str = "{AAF578EE-DC70-11D0-8ED3-00C04FB6809F}";

/// Terminal class: a microphone.
pub const CLSID_String_MicrophoneTerminal: &str = "{AAF578EF-DC70-11D0-8ED3-00C04FB6809F}";

/// Terminal class: loudspeakers.
pub const CLSID_String_SpeakersTerminal: &str = "{AAF578F0-DC70-11D0-8ED3-00C04FB6809F}";

/// Terminal class: raw media that the program reads or writes.
pub const CLSID_String_MediaStreamTerminal: &str = "{E2F7AEF7-4971-11D1-A671-006097C9A2E8}";

/// Terminal class: records to a file.
pub const CLSID_String_FileRecordingTerminal: &str = "{521F3D06-C3D0-4511-8617-86B9A783DA77}";

/// Terminal class: plays from a file.
pub const CLSID_String_FilePlaybackTerminal: &str = "{0CB9914C-79CD-47DC-ADB0-327F47CEFB20}";

/// ACS_PROTOCOL of an address on the telephone network.
pub const TAPIPROTOCOL_String_PSTN: &str = "{831CE2D6-83B5-11D1-BB5C-00C04FB6809F}";

/// ACS_PROTOCOL of an H.323 address.
pub const TAPIPROTOCOL_String_H323: &str = "{831CE2D7-83B5-11D1-BB5C-00C04FB6809F}";

/// ACS_PROTOCOL of an IP multicast conference address.
pub const TAPIPROTOCOL_String_Multicast: &str = "{831CE2D8-83B5-11D1-BB5C-00C04FB6809F}";

/// Address type: a telephone number.
pub const LINEADDRESSTYPE_PHONENUMBER: LONG = 0x1;

/// Address type: an SDP conference description.
pub const LINEADDRESSTYPE_SDP: LONG = 0x2;

/// Address type: an e-mail style name, user@domain.
pub const LINEADDRESSTYPE_EMAILNAME: LONG = 0x4;

/// Address type: a domain name.
pub const LINEADDRESSTYPE_DOMAINNAME: LONG = 0x8;

/// Address type: an IP address.
pub const LINEADDRESSTYPE_IPADDRESS: LONG = 0x10;

/// Digit mode: pulses of a rotary dial.
pub const LINEDIGITMODE_PULSE: LONG = 0x1;

/// Digit mode: DTMF tones, reported when a tone begins.
pub const LINEDIGITMODE_DTMF: LONG = 0x2;

/// Digit mode: DTMF tones, reported when a tone ends; for detection only.
pub const LINEDIGITMODE_DTMFEND: LONG = 0x4;

/// Media type bit: sound. 0x4, TAPI 2's LINEMEDIAMODE_INTERACTIVEVOICE, means the same.
pub const TAPIMEDIATYPE_AUDIO: LONG = 0x8;

/// Media type bit: moving pictures.
pub const TAPIMEDIATYPE_VIDEO: LONG = 0x8000;

/// Media type bit: data by modem.
pub const TAPIMEDIATYPE_DATAMODEM: LONG = 0x10;

/// Media type bit: group 3 fax.
pub const TAPIMEDIATYPE_G3FAX: LONG = 0x20;

/// Media type bit: several tracks in one, such as a file with sound and video.
pub const TAPIMEDIATYPE_MULTITRACK: LONG = 0x10000;
