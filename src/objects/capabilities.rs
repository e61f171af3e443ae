//! What ITAddressCapabilities tells of a line, so that a program knows beforehand what will work.
//!
//! The values are LINE* bits of the telephony headers (tapi.h), named here as they are there.

use super::media;
use crate::com::abi::*;
use crate::com::{Result, try_format};
use crate::engine::{Features, LineInfo};

/// LINEBEARERMODE_VOICE.
pub(super) const BEARER_VOICE: i32 = 1;

/// LINECALLSTATE_DISCONNECTED.
const CALLSTATE_DISCONNECTED: i32 = 0x4000;

/// LINECALLPARTYID_NAME | LINECALLPARTYID_ADDRESS | LINECALLPARTYID_UNKNOWN.
const PARTY_NAME_AND_ADDRESS: i32 = 0x4 | 0x8 | 0x20;

/// Bytes of call data and user-user information that travel with a call.
pub(super) const MAX_CALL_DATA: usize = 4096;

/// The most rings that no-answer forwarding waits for.
pub(super) const MAX_RINGS: i32 = 20;

/// LINEFORWARDMODE_UNCOND | LINEFORWARDMODE_BUSY | LINEFORWARDMODE_NOANSW.
pub(super) const FORWARD_MODES: i32 = 0x1 | 0x10 | 0x100;

/// Each bit whose condition holds.
fn bits(of: &[(bool, i32)]) -> i32 {
    of.iter()
        .filter(|(on, _)| *on)
        .fold(0, |sum, (_, bit)| sum | bit)
}

/// LINECALLFEATURE_*.
fn call_features(f: Features) -> i32 {
    bits(&[
        (true, 0x4),                                 // ANSWER
        (true, 0x80),                                // DROP
        (f.redirect, 0x2_0000),                      // REDIRECT
        (f.blind_transfer, 0x8),                     // BLINDTRANSFER
        (f.transfer, 0x20 | 0x200_0000),             // COMPLETETRANSF, SETUPTRANSFER
        (f.conference, 0x2 | 0x1_0000 | 0x100_0000), // ADDTOCONF, PREPAREADDCONF, SETUPCONF
        (f.conference, 0x4_0000),                    // REMOVEFROMCONF
        (f.dial, 0x40),                              // DIAL
        (f.hold, 0x800 | 0x800_0000),                // HOLD, UNHOLD
        (f.park_direct || f.park_indirect, 0x8000),  // PARK
        (f.swap, 0x400_0000),                        // SWAPHOLD
        (f.quality_of_service, 0x4000_0000),         // SETQOS
        (f.streams, 0x100 | 0x200 | 0x400),          // GATHERDIGITS, GENERATEDIGITS, GENERATETONE
        (f.streams, 0x1000 | 0x2000 | 0x4000),       // MONITORDIGITS, MONITORMEDIA, MONITORTONES
        (true, i32::MIN),                            // SETCALLDATA
    ])
}

/// LINECALLFEATURE2_*.
fn call_features2(f: Features) -> i32 {
    bits(&[
        (f.transfer, 0x40),                 // TRANSFERNORM
        (f.transfer && f.conference, 0x80), // TRANSFERCONF
        (f.park_direct, 0x100),             // PARKDIRECT
        (f.park_indirect, 0x200),           // PARKNONDIRECT
    ])
}

/// LINEADDRCAPFLAGS_*.
fn address_flags(f: Features) -> i32 {
    bits(&[
        (true, 0x20),                        // DIALED
        (f.forward, 0x1),                    // FWDNUMRINGS
        (f.forward, 0x2_0000),               // FWDSTATUSVALID
        (f.dial, 0x1_0000),                  // PARTIALDIAL
        (f.transfer || f.conference, 0x400), // AUTORECONNECT
        (f.transfer, 0x1000 | 0x2000),       // TRANSFERHELD, TRANSFERMAKE
        (f.conference, 0x4000 | 0x8000),     // CONFERENCEHELD, CONFERENCEMAKE
        (f.conference, 0x20_0000),           // CONFDROP
    ])
}

/// LINEADDRFEATURE_*.
fn address_features(f: Features) -> i32 {
    bits(&[
        (true, 0x2),                     // MAKECALL
        (f.forward, 0x1 | 0x1000),       // FORWARD, FORWARDFWD
        (f.do_not_disturb, 0x2000),      // FORWARDDND
        (f.pickup, 0x4 | 0x200 | 0x400), // PICKUP, PICKUPGROUP, PICKUPDIRECT
        // Not SETUPCONF: a conference begins with a call.
        (f.unpark, 0x80), // UNPARK
    ])
}

/// LINEFEATURE_*.
fn line_features(f: Features) -> i32 {
    bits(&[
        (true, 0x8),               // MAKECALL
        (f.forward, 0x4 | 0x80),   // FORWARD, FORWARDFWD
        (f.do_not_disturb, 0x100), // FORWARDDND
        (f.message_waiting, 0x40), // SETDEVSTATUS
    ])
}

fn number(count: u32) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// A number for the device that stays the same from one run to the next: FNV-1a of its name.
fn permanent_id(info: &LineInfo) -> i32 {
    let hash = info
        .provider_itself()
        .bytes()
        .chain(info.name.bytes())
        .fold(0x811c_9dc5_u32, |hash, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        });
    i32::from_ne_bytes((hash & 0x7fff_ffff).to_ne_bytes())
}

/// What can be done with digits and tones: nothing on a line that streams no media.
fn of_sound(f: Features, which: ADDRESS_CAPABILITY) -> i32 {
    if !f.streams {
        return 0;
    }
    match which {
        AC_MONITORDIGITSUPPORT => media::DIGIT_MODES,
        AC_GENERATEDIGITSUPPORT => media::SENDABLE_MODES,
        AC_GENERATETONEMODES => media::TONE_MODES,
        AC_GENERATETONEMAXNUMFREQ => media::MOST_VOICES,
        AC_MONITORTONEMAXNUMFREQ => media::MOST_FREQUENCIES,
        AC_MONITORTONEMAXNUMENTRIES => media::MOST_TONES,
        AC_GATHERDIGITSMINTIMEOUT => 1,
        AC_GATHERDIGITSMAXTIMEOUT => i32::MAX,
        AC_GENERATEDIGITMINDURATION => media::SHORTEST_DIGIT,
        AC_GENERATEDIGITMAXDURATION => media::LONGEST_DIGIT,
        AC_GENERATEDIGITDEFAULTDURATION => media::DEFAULT_DIGIT,
        _ => 0,
    }
}

/// The value of an ADDRESS_CAPABILITY; none for a number that is not one.
pub(super) fn value(info: &LineInfo, line_id: u32, which: ADDRESS_CAPABILITY) -> Option<i32> {
    let f = info.features;
    let value = match which {
        AC_ADDRESSTYPES => number(info.address_types),
        AC_BEARERMODES => BEARER_VOICE,
        AC_MAXACTIVECALLS => number(info.max_active),
        AC_MAXONHOLDCALLS | AC_MAXONHOLDPENDINGCALLS => number(info.max_held),
        AC_MAXNUMCONFERENCE | AC_MAXNUMTRANSCONF => number(info.max_conference),
        AC_MONITORDIGITSUPPORT
        | AC_GENERATEDIGITSUPPORT
        | AC_GENERATETONEMODES
        | AC_GENERATETONEMAXNUMFREQ
        | AC_MONITORTONEMAXNUMFREQ
        | AC_MONITORTONEMAXNUMENTRIES
        | AC_GATHERDIGITSMINTIMEOUT
        | AC_GATHERDIGITSMAXTIMEOUT
        | AC_GENERATEDIGITMINDURATION
        | AC_GENERATEDIGITMAXDURATION
        | AC_GENERATEDIGITDEFAULTDURATION => of_sound(f, which),
        AC_DEVCAPFLAGS => 0x20, // LINEDEVCAPFLAGS_CLOSEDROP: Shutdown hangs up.
        AC_ANSWERMODES => 0x1,  // LINEANSWERMODE_NONE: other calls are left alone.
        AC_LINEFEATURES => line_features(f),
        AC_SETTABLEDEVSTATUS => bits(&[(f.message_waiting, 0x2)]), // LINEDEVSTATUSFLAGS_MSGWAIT
        // LINEPARKMODE_DIRECTED, LINEPARKMODE_NONDIRECTED
        AC_PARKSUPPORT => bits(&[(f.park_direct, 0x1), (f.park_indirect, 0x2)]),
        AC_CALLERIDSUPPORT | AC_CALLEDIDSUPPORT | AC_CONNECTEDIDSUPPORT => PARTY_NAME_AND_ADDRESS,
        AC_REDIRECTIONIDSUPPORT | AC_REDIRECTINGIDSUPPORT => {
            bits(&[(f.forward || f.blind_transfer, PARTY_NAME_AND_ADDRESS)])
        }
        AC_ADDRESSCAPFLAGS => address_flags(f),
        AC_CALLFEATURES1 => call_features(f),
        AC_CALLFEATURES2 => call_features2(f),
        // LINEREMOVEFROMCONF_ANY, LINEREMOVEFROMCONF_NONE
        AC_REMOVEFROMCONFCAPS => bits(&[(f.conference, 0x3), (!f.conference, 0x1)]),
        AC_REMOVEFROMCONFSTATE => bits(&[(f.conference, CALLSTATE_DISCONNECTED)]),
        // LINETRANSFERMODE_TRANSFER, LINETRANSFERMODE_CONFERENCE
        AC_TRANSFERMODES => bits(&[(f.transfer, 0x1), (f.transfer && f.conference, 0x2)]),
        AC_ADDRESSFEATURES => address_features(f),
        AC_PREDICTIVEAUTOTRANSFERSTATES => 0,
        AC_MAXCALLDATASIZE => i32::try_from(MAX_CALL_DATA).unwrap_or(i32::MAX),
        AC_LINEID => number(line_id),
        AC_ADDRESSID => 0,
        AC_FORWARDMODES => bits(&[(f.forward, FORWARD_MODES)]),
        AC_MAXFORWARDENTRIES => bits(&[(f.forward, 3)]),
        AC_MAXSPECIFICENTRIES => 0,
        AC_MINFWDNUMRINGS => bits(&[(f.forward, 1)]),
        AC_MAXFWDNUMRINGS => bits(&[(f.forward, MAX_RINGS)]),
        AC_MAXCALLCOMPLETIONS | AC_CALLCOMPLETIONCONDITIONS | AC_CALLCOMPLETIONMODES => 0,
        AC_PERMANENTDEVICEID => permanent_id(info),
        _ => return None,
    };
    Some(value)
}

/// [`permanent_id`] as GUID text: a name-based GUID in our own space.
pub(super) fn permanent_guid(info: &LineInfo) -> Result<String> {
    let id = permanent_id(info);
    let tail = id.rotate_left(16);
    try_format(format_args!("{{{id:08X}-7A33-5000-8000-0000{tail:08X}}}"))
}
