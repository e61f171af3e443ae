//! What lines and addresses can do: lineNegotiateAPIVersion, lineGetDevCaps, lineGetAddressCaps.

use super::abi::*;
use super::app::{NEWEST, OLDEST};
use super::fault::{Fault, Result};
use super::features::{self, bits};
use super::image::Image;
use super::text::Form;
use super::{info, media, registry, tones};
use crate::com::guid::guid_from_text;
use crate::engine::LineInfo;
use std::mem::offset_of;

/// lineNegotiateAPIVersion: the highest version that both know.
pub fn negotiate(app: u32, device: u32, low: u32, high: u32, pointer: Result<()>) -> Result<u32> {
    let app = registry::app(app)?;
    pointer?;
    app.device(device)?;
    let version = high.min(NEWEST);
    if version < low || version < OLDEST {
        return Err(Fault::VERSION);
    }
    Ok(version)
}

/// lineNegotiateExtVersion: there are no extensions.
pub fn negotiate_ext(app: u32, device: u32, pointer: Result<()>) -> Result<u32> {
    let app = registry::app(app)?;
    pointer?;
    app.device(device)?;
    Err(Fault::UNAVAILABLE)
}

/// A number for the device that stays the same from one run to the next: FNV-1a of its name.
fn permanent_id(info: &LineInfo) -> u32 {
    let bytes = info.provider_itself().bytes().chain(info.name.bytes());
    let hash = bytes.fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    hash & 0x7fff_ffff
}

/// As [`permanent_id`], in the width of a GUID, marked as one that was made from a name (RFC 9562).
fn permanent_guid(info: &LineInfo) -> [u8; 16] {
    let first = permanent_id(info);
    let second = first.wrapping_mul(0x9e37_79b1).rotate_left(13) ^ 0x5bd1_e995;
    let mut guid = [0; 16];
    guid[..4].copy_from_slice(&first.to_le_bytes());
    guid[4..8].copy_from_slice(&second.to_le_bytes());
    guid[8..12].copy_from_slice(&second.wrapping_mul(first | 1).to_le_bytes());
    guid[12..].copy_from_slice(&(first ^ second).to_le_bytes());
    guid[7] = (guid[7] & 0x0f) | 0x80;
    guid[8] = (guid[8] & 0x3f) | 0x80;
    guid
}

/// A GUID written in braces, as its bytes stand in memory; zero for what is none.
fn guid_of(text: &str) -> [u8; 16] {
    let Some(guid) = guid_from_text(text.encode_utf16()) else {
        return [0; 16];
    };
    let mut bytes = [0; 16];
    bytes[..4].copy_from_slice(&guid.Data1.to_le_bytes());
    bytes[4..6].copy_from_slice(&guid.Data2.to_le_bytes());
    bytes[6..8].copy_from_slice(&guid.Data3.to_le_bytes());
    bytes[8..].copy_from_slice(&guid.Data4);
    bytes
}

fn format_of(form: Form) -> u32 {
    match form {
        Form::Bytes => STRINGFORMAT_ASCII,
        Form::Wide => STRINGFORMAT_UNICODE,
    }
}

/// Fails for versions that are not known, and for extensions, of which there are none.
pub(super) fn check_version(version: u32, ext_version: u32) -> Result<()> {
    if !(OLDEST..=NEWEST).contains(&version) {
        return Err(Fault::VERSION);
    }
    if ext_version != 0 {
        return Err(Fault(LINEERR_INCOMPATIBLEEXTVERSION));
    }
    Ok(())
}

fn devcaps_size(version: u32) -> usize {
    match version {
        0..=0x0001_0003 => 236,
        0x0001_0004..=0x0001_ffff => 240,
        0x0002_0000..=0x0002_0001 => 252,
        0x0002_0002..=0x0002_ffff => 268,
        _ => size_of::<LINEDEVCAPS>(),
    }
}

/// How a line rings that does: there is one way.
pub(super) const RING_MODE: u32 = 1;

/// What a line can tell of itself.
pub(super) const LINE_STATES: u32 = LINEDEVSTATE_RINGING
    | LINEDEVSTATE_MSGWAITON
    | LINEDEVSTATE_MSGWAITOFF
    | LINEDEVSTATE_INSERVICE
    | LINEDEVSTATE_OUTOFSERVICE
    | LINEDEVSTATE_OPEN
    | LINEDEVSTATE_CLOSE
    | LINEDEVSTATE_REMOVED;

/// lineGetDevCaps.
pub fn line(
    app: u32,
    device: u32,
    version: u32,
    ext_version: u32,
    total: Result<u32>,
    form: Form,
) -> Result<Vec<u8>> {
    let app = registry::app(app)?;
    let total = total?;
    let line = app.device(device)?;
    check_version(version, ext_version)?;
    let info = line.info();
    let mut image = Image::new(total, devcaps_size(version))?;
    image.put(
        offset_of!(LINEDEVCAPS, dwPermanentLineID),
        permanent_id(info),
    );
    image.put(offset_of!(LINEDEVCAPS, dwStringFormat), format_of(form));
    image.put(
        offset_of!(LINEDEVCAPS, dwAddressModes),
        LINEADDRESSMODE_ADDRESSID,
    );
    image.put(offset_of!(LINEDEVCAPS, dwNumAddresses), 1);
    image.put(offset_of!(LINEDEVCAPS, dwBearerModes), LINEBEARERMODE_VOICE);
    image.put(
        offset_of!(LINEDEVCAPS, dwMediaModes),
        media::of_engine(info.media),
    );
    if info.features.streams {
        image.put(offset_of!(LINEDEVCAPS, dwGenerateToneModes), tones::MODES);
        image.put(
            offset_of!(LINEDEVCAPS, dwGenerateToneMaxNumFreq),
            tones::MOST_VOICES,
        );
        image.put(
            offset_of!(LINEDEVCAPS, dwMonitorToneMaxNumFreq),
            tones::MOST_FREQUENCIES,
        );
        image.put(
            offset_of!(LINEDEVCAPS, dwMonitorToneMaxNumEntries),
            tones::MOST_TONES,
        );
        image.put(
            offset_of!(LINEDEVCAPS, dwGenerateDigitModes),
            LINEDIGITMODE_DTMF,
        );
        let digits = LINEDIGITMODE_DTMF | LINEDIGITMODE_DTMFEND;
        image.put(offset_of!(LINEDEVCAPS, dwMonitorDigitModes), digits);
        image.put(offset_of!(LINEDEVCAPS, dwGatherDigitsMinTimeout), 1);
        image.put(
            offset_of!(LINEDEVCAPS, dwGatherDigitsMaxTimeout),
            i32::MAX as u32,
        );
    }
    image.put(
        offset_of!(LINEDEVCAPS, dwDevCapFlags),
        LINEDEVCAPFLAGS_CLOSEDROP,
    );
    image.put(
        offset_of!(LINEDEVCAPS, dwMaxNumActiveCalls),
        info.max_active,
    );
    image.put(offset_of!(LINEDEVCAPS, dwAnswerMode), LINEANSWERMODE_NONE);
    image.put(offset_of!(LINEDEVCAPS, dwRingModes), RING_MODE);
    image.put(offset_of!(LINEDEVCAPS, dwLineStates), LINE_STATES);
    image.put(
        offset_of!(LINEDEVCAPS, dwLineFeatures),
        features::of_line(info.features),
    );
    if info.features.message_waiting {
        image.put(
            offset_of!(LINEDEVCAPS, dwSettableDevStatus),
            LINEDEVSTATUSFLAGS_MSGWAIT,
        );
    }
    image.put_bytes(
        offset_of!(LINEDEVCAPS, PermanentLineGuid),
        &permanent_guid(info),
    );
    image.put(offset_of!(LINEDEVCAPS, dwAddressTypes), info.address_types);
    image.put_bytes(
        offset_of!(LINEDEVCAPS, ProtocolGuid),
        &guid_of(&info.protocol),
    );
    image.text(
        offset_of!(LINEDEVCAPS, dwProviderInfoSize),
        &info.provider,
        form,
    )?;
    image.text(
        offset_of!(LINEDEVCAPS, dwSwitchInfoSize),
        &info.provider,
        form,
    )?;
    image.text(offset_of!(LINEDEVCAPS, dwLineNameSize), &info.name, form)?;
    image.part(
        offset_of!(LINEDEVCAPS, dwDeviceClassesSize),
        &super::status::device_classes(form)?,
    )?;
    Ok(image.finish())
}

fn address_caps_size(version: u32) -> usize {
    match version {
        0..=0x0001_0003 => 176,
        0x0001_0004..=0x0001_ffff => 180,
        _ => size_of::<LINEADDRESSCAPS>(),
    }
}

/// lineGetAddressCaps.
pub fn address(
    app: u32,
    (device, address): (u32, u32),
    version: u32,
    ext_version: u32,
    total: Result<u32>,
    form: Form,
) -> Result<Vec<u8>> {
    let app = registry::app(app)?;
    let total = total?;
    let line = app.device(device)?;
    if address != 0 {
        return Err(Fault::ADDRESS_ID);
    }
    check_version(version, ext_version)?;
    let (info, f) = (line.info(), line.info().features);
    let mut image = Image::new(total, address_caps_size(version))?;
    image.put(offset_of!(LINEADDRESSCAPS, dwLineDeviceID), device);
    image.put(
        offset_of!(LINEADDRESSCAPS, dwAddressSharing),
        LINEADDRESSSHARING_PRIVATE,
    );
    let forward = bits(&[(f.forward, LINEADDRESSSTATE_FORWARD)]);
    image.put(offset_of!(LINEADDRESSCAPS, dwAddressStates), forward);
    image.put(offset_of!(LINEADDRESSCAPS, dwCallInfoStates), INFO_STATES);
    let party = LINECALLPARTYID_ADDRESS | LINECALLPARTYID_NAME | LINECALLPARTYID_UNAVAIL;
    for member in [
        offset_of!(LINEADDRESSCAPS, dwCallerIDFlags),
        offset_of!(LINEADDRESSCAPS, dwCalledIDFlags),
        offset_of!(LINEADDRESSCAPS, dwConnectedIDFlags),
        offset_of!(LINEADDRESSCAPS, dwRedirectionIDFlags),
        offset_of!(LINEADDRESSCAPS, dwRedirectingIDFlags),
    ] {
        image.put(member, party);
    }
    image.put(offset_of!(LINEADDRESSCAPS, dwCallStates), info::states(f));
    image.put(
        offset_of!(LINEADDRESSCAPS, dwDialToneModes),
        LINEDIALTONEMODE_UNAVAIL,
    );
    image.put(offset_of!(LINEADDRESSCAPS, dwBusyModes), 0);
    let modes = match version {
        0..=0x0001_ffff => DISCONNECT_MODES,
        _ => DISCONNECT_MODES | LINEDISCONNECTMODE_BLOCKED | LINEDISCONNECTMODE_CANCELLED,
    };
    image.put(offset_of!(LINEADDRESSCAPS, dwDisconnectModes), modes);
    image.put(
        offset_of!(LINEADDRESSCAPS, dwMaxNumActiveCalls),
        info.max_active,
    );
    image.put(
        offset_of!(LINEADDRESSCAPS, dwMaxNumOnHoldCalls),
        info.max_held,
    );
    image.put(
        offset_of!(LINEADDRESSCAPS, dwMaxNumOnHoldPendingCalls),
        info.max_held,
    );
    image.put(
        offset_of!(LINEADDRESSCAPS, dwMaxNumConference),
        info.max_conference,
    );
    image.put(
        offset_of!(LINEADDRESSCAPS, dwMaxNumTransConf),
        info.max_conference,
    );
    image.put(
        offset_of!(LINEADDRESSCAPS, dwAddrCapFlags),
        features::address_flags(f),
    );
    image.put(
        offset_of!(LINEADDRESSCAPS, dwCallFeatures),
        features::of_calls(f),
    );
    image.put(
        offset_of!(LINEADDRESSCAPS, dwCallFeatures2),
        features::details(f, features::of_calls(f)),
    );
    image.put(
        offset_of!(LINEADDRESSCAPS, dwMaxNoAnswerTimeout),
        i32::MAX as u32,
    );
    let removal = if f.conference {
        LINEREMOVEFROMCONF_ANY
    } else {
        LINEREMOVEFROMCONF_NONE
    };
    image.put(offset_of!(LINEADDRESSCAPS, dwRemoveFromConfCaps), removal);
    let removed = bits(&[(f.conference, LINECALLSTATE_IDLE)]);
    image.put(offset_of!(LINEADDRESSCAPS, dwRemoveFromConfState), removed);
    let transfers = bits(&[
        (f.transfer, LINETRANSFERMODE_TRANSFER),
        (f.transfer && f.conference, LINETRANSFERMODE_CONFERENCE),
    ]);
    image.put(offset_of!(LINEADDRESSCAPS, dwTransferModes), transfers);
    let parks = bits(&[
        (f.park_direct, LINEPARKMODE_DIRECTED),
        (f.park_indirect, LINEPARKMODE_NONDIRECTED),
    ]);
    image.put(offset_of!(LINEADDRESSCAPS, dwParkModes), parks);
    if f.forward {
        image.put(
            offset_of!(LINEADDRESSCAPS, dwForwardModes),
            super::forward::MODES,
        );
        image.put(
            offset_of!(LINEADDRESSCAPS, dwMaxForwardEntries),
            super::forward::MOST,
        );
        let rings = super::forward::RINGS;
        image.put(
            offset_of!(LINEADDRESSCAPS, dwMinFwdNumRings),
            *rings.start(),
        );
        image.put(offset_of!(LINEADDRESSCAPS, dwMaxFwdNumRings), *rings.end());
    }
    image.put(
        offset_of!(LINEADDRESSCAPS, dwAddressFeatures),
        features::of_address(f),
    );
    image.put(
        offset_of!(LINEADDRESSCAPS, dwMaxCallDataSize),
        MAX_CALL_DATA,
    );
    image.put(
        offset_of!(LINEADDRESSCAPS, dwConnectedModes),
        LINECONNECTEDMODE_ACTIVE,
    );
    image.put(
        offset_of!(LINEADDRESSCAPS, dwOfferingModes),
        LINEOFFERINGMODE_ACTIVE,
    );
    let modes = media::of_engine(info.media);
    image.put(offset_of!(LINEADDRESSCAPS, dwAvailableMediaModes), modes);
    image.text(
        offset_of!(LINEADDRESSCAPS, dwAddressSize),
        &info.address,
        form,
    )?;
    image.part(
        offset_of!(LINEADDRESSCAPS, dwDeviceClassesSize),
        &super::status::device_classes(form)?,
    )?;
    Ok(image.finish())
}

/// The longest call data, in bytes.
pub(super) const MAX_CALL_DATA: u32 = 65_536;

const INFO_STATES: u32 = LINECALLINFOSTATE_APPSPECIFIC
    | LINECALLINFOSTATE_CALLERID
    | LINECALLINFOSTATE_CALLEDID
    | LINECALLINFOSTATE_CONNECTEDID
    | LINECALLINFOSTATE_REDIRECTIONID
    | LINECALLINFOSTATE_REDIRECTINGID
    | LINECALLINFOSTATE_REASON
    | LINECALLINFOSTATE_USERUSERINFO
    | LINECALLINFOSTATE_CALLDATA
    | LINECALLINFOSTATE_NUMOWNERINCR
    | LINECALLINFOSTATE_NUMOWNERDECR
    | LINECALLINFOSTATE_NUMMONITORS;

const DISCONNECT_MODES: u32 = LINEDISCONNECTMODE_NORMAL
    | LINEDISCONNECTMODE_BUSY
    | LINEDISCONNECTMODE_BADADDRESS
    | LINEDISCONNECTMODE_NOANSWER
    | LINEDISCONNECTMODE_REJECT
    | LINEDISCONNECTMODE_UNAVAIL
    | LINEDISCONNECTMODE_UNKNOWN;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guid_stands_in_memory_as_windows_has_it() {
        let bytes = guid_of("{831CE2D6-83B5-11D1-BB5C-00C04FB6809F}");
        assert_eq!(bytes[..8], [0xd6, 0xe2, 0x1c, 0x83, 0xb5, 0x83, 0xd1, 0x11]);
        assert_eq!(bytes[8..], [0xbb, 0x5c, 0, 0xc0, 0x4f, 0xb6, 0x80, 0x9f]);
        for none in [
            "none",
            "831CE2D683B511D1BB5C00C04FB6809F",
            "{831CE2D6-83B5-11D1-BB5C-00C04FB6809F",
        ] {
            assert_eq!(guid_of(none), [0; 16]);
        }
    }
}
