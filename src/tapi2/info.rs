//! What is known of a call: lineGetCallInfo, lineGetCallStatus, and what programs keep with a call.

use super::abi::*;
use super::app;
use super::call::CallPart;
use super::fault::{Fault, OK, Result};
use super::image::Image;
use super::parameters::copy_bytes;
use super::queue::Seat;
use super::registry;
use super::text::Form;
use super::{digits, features, media};
use crate::engine::{Buffer, Call, Direction, Features, Number, PartyId, State, Text};
use crate::shared::Shared;
use std::mem::offset_of;
use std::time::{SystemTime, UNIX_EPOCH};
use tapi3_common::date::civil;
use tapi3_common::text;

fn info_size(version: u32) -> usize {
    match version {
        0..=0x0001_ffff => 296,
        0x0002_0000..=0x0002_ffff => 324,
        _ => size_of::<LINECALLINFO>(),
    }
}

/// What a call may be in on each line of ours.
const STATES: u32 = LINECALLSTATE_IDLE
    | LINECALLSTATE_OFFERING
    | LINECALLSTATE_ACCEPTED
    | LINECALLSTATE_DIALTONE
    | LINECALLSTATE_DIALING
    | LINECALLSTATE_PROCEEDING
    | LINECALLSTATE_RINGBACK
    | LINECALLSTATE_CONNECTED
    | LINECALLSTATE_ONHOLD
    | LINECALLSTATE_DISCONNECTED
    | LINECALLSTATE_UNKNOWN;

/// All that a call may be in on a line.
pub(super) fn states(f: Features) -> u32 {
    let transfer = LINECALLSTATE_ONHOLDPENDTRANSFER;
    let conference = LINECALLSTATE_ONHOLDPENDCONF | LINECALLSTATE_CONFERENCED;
    STATES | super::features::bits(&[(f.transfer, transfer), (f.conference, conference)])
}

/// lineGetCallInfo.
pub fn get_info(call: u32, total: Result<u32>, form: Form) -> Result<Vec<u8>> {
    let call = registry::call(call)?;
    let line = &call.line;
    let mut image = Image::new(total?, info_size(line.version))?;
    let engine = call.lock().engine.clone();
    let modes = media::of_engine(line.line.info().media);
    image.put(offset_of!(LINECALLINFO, hLine), line.handle);
    image.put(offset_of!(LINECALLINFO, dwLineDeviceID), line.device);
    let possible = states(line.line.info().features);
    image.put(offset_of!(LINECALLINFO, dwCallStates), possible);
    image.put(offset_of!(LINECALLINFO, dwBearerMode), LINEBEARERMODE_VOICE);
    image.put(offset_of!(LINECALLINFO, dwOrigin), LINECALLORIGIN_OUTBOUND);
    image.put(offset_of!(LINECALLINFO, dwReason), LINECALLREASON_DIRECT);
    image.put(offset_of!(LINECALLINFO, dwNumOwners), 1);
    image.put(offset_of!(LINECALLINFO, dwTrunk), u32::MAX);
    image.put(
        offset_of!(LINECALLINFO, dwMediaMode),
        modes & LINEMEDIAMODE_INTERACTIVEVOICE,
    );
    for member in PARTIES {
        image.put(member.flags, LINECALLPARTYID_UNAVAIL);
    }
    if call.lock().is_conference {
        image.put(
            offset_of!(LINECALLINFO, dwOrigin),
            LINECALLORIGIN_CONFERENCE,
        );
    }
    if let Some(handle) = engine {
        describe(&mut image, &handle.call, form)?;
        let detected = digits::modes(&handle);
        image.put(offset_of!(LINECALLINFO, dwMonitorDigitModes), detected);
    }
    let name = app::name_of(&line.app)?;
    image.text(offset_of!(LINECALLINFO, dwAppNameSize), &name, form)?;
    Ok(image.finish())
}

/// Where a party stands in LINECALLINFO: flags, then number and name, each a size and an offset.
struct PartyMembers {
    party: PartyId,
    flags: usize,
    kind: usize,
}

macro_rules! party {
    ($party:ident, $flags:ident, $kind:ident) => {
        PartyMembers {
            party: PartyId::$party,
            flags: offset_of!(LINECALLINFO, $flags),
            kind: offset_of!(LINECALLINFO, $kind),
        }
    };
}

const PARTIES: [PartyMembers; 5] = [
    party!(Caller, dwCallerIDFlags, dwCallerIDAddressType),
    party!(Called, dwCalledIDFlags, dwCalledIDAddressType),
    party!(Connected, dwConnectedIDFlags, dwConnectedIDAddressType),
    party!(
        Redirection,
        dwRedirectionIDFlags,
        dwRedirectionIDAddressType
    ),
    party!(
        Redirecting,
        dwRedirectingIDFlags,
        dwRedirectingIDAddressType
    ),
];

fn describe(image: &mut Image, call: &Call, form: Form) -> Result<()> {
    let number = |which| call.number(which).unwrap_or(0) as u32;
    // Lower 32 bits: unique until there were four thousand million calls.
    image.put(offset_of!(LINECALLINFO, dwCallID), call.id() as u32);
    if let Some(related) = call.related() {
        image.put(
            offset_of!(LINECALLINFO, dwRelatedCallID),
            related.id() as u32,
        );
    }
    image.put(
        offset_of!(LINECALLINFO, dwAppSpecific),
        number(Number::AppSpecific),
    );
    image.put(
        offset_of!(LINECALLINFO, dwCallParamFlags),
        number(Number::CallParamsFlags),
    );
    image.put(
        offset_of!(LINECALLINFO, dwCallTreatment),
        number(Number::Treatment),
    );
    image.put(
        offset_of!(LINECALLINFO, dwCountryCode),
        number(Number::CountryCode),
    );
    if let Some(bearer) = call.number(Number::BearerMode) {
        image.put(offset_of!(LINECALLINFO, dwBearerMode), bearer as u32);
    }
    if call.direction() == Direction::Incoming {
        image.put(offset_of!(LINECALLINFO, dwOrigin), LINECALLORIGIN_INBOUND);
    }
    if let Some(reason) = call.number(Number::Reason) {
        image.put(offset_of!(LINECALLINFO, dwReason), reason as u32);
    }
    let (owners, monitors) = call.count_holders();
    image.put(offset_of!(LINECALLINFO, dwNumOwners), owners as u32);
    image.put(offset_of!(LINECALLINFO, dwNumMonitors), monitors as u32);
    for member in PARTIES {
        let party = call.party(member.party)?;
        let mut flags = 0;
        if !party.number.is_empty() {
            flags |= LINECALLPARTYID_ADDRESS;
            image.text(member.flags + 4, &party.number, form)?;
            image.put(member.kind, call.address_type());
        }
        if !party.name.is_empty() {
            flags |= LINECALLPARTYID_NAME;
            image.text(member.flags + 12, &party.name, form)?;
        }
        if flags == 0 {
            flags = LINECALLPARTYID_UNAVAIL;
        }
        image.put(member.flags, flags);
    }
    let texts = [
        (
            offset_of!(LINECALLINFO, dwDisplayableAddressSize),
            Text::DisplayableAddress,
        ),
        (
            offset_of!(LINECALLINFO, dwCalledPartySize),
            Text::CalledPartyName,
        ),
        (offset_of!(LINECALLINFO, dwCommentSize), Text::Comment),
    ];
    for (member, which) in texts {
        let text = call.with_info(|info| text::copy(info.text(which)))?;
        image.text(member, &text, form)?;
    }
    let buffers = [
        (
            offset_of!(LINECALLINFO, dwUserUserInfoSize),
            Buffer::UserUserInfo,
        ),
        (
            offset_of!(LINECALLINFO, dwHighLevelCompSize),
            Buffer::HighLevelCompatibility,
        ),
        (
            offset_of!(LINECALLINFO, dwLowLevelCompSize),
            Buffer::LowLevelCompatibility,
        ),
        (
            offset_of!(LINECALLINFO, dwChargingInfoSize),
            Buffer::Charging,
        ),
        (
            offset_of!(LINECALLINFO, dwDevSpecificSize),
            Buffer::DeviceSpecific,
        ),
        (offset_of!(LINECALLINFO, dwCallDataSize), Buffer::CallData),
    ];
    for (member, which) in buffers {
        image.part(member, &call.buffer(which)?)?;
    }
    Ok(())
}

/// lineGetCallStatus.
pub fn get_status(call: u32, total: Result<u32>) -> Result<Vec<u8>> {
    let call = registry::call(call)?;
    let fixed = match call.line.version {
        0..=0x0001_ffff => 36,
        _ => size_of::<LINECALLSTATUS>(),
    };
    let mut image = Image::new(total?, fixed)?;
    let (state, mode, since) = {
        let part = call.lock();
        (part.state, part.mode, part.since)
    };
    image.put(offset_of!(LINECALLSTATUS, dwCallState), state);
    image.put(offset_of!(LINECALLSTATUS, dwCallStateMode), mode);
    image.put(
        offset_of!(LINECALLSTATUS, dwCallPrivilege),
        call.privilege(),
    );
    let possible = features::of_call(&call, state)?;
    image.put(offset_of!(LINECALLSTATUS, dwCallFeatures), possible);
    let details = features::details(call.line.line.info().features, possible);
    image.put(offset_of!(LINECALLSTATUS, dwCallFeatures2), details);
    let at = offset_of!(LINECALLSTATUS, tStateEntryTime);
    image.put_bytes(at, &system_time(since));
    Ok(image.finish())
}

/// A moment as SYSTEMTIME has it, in UTC; what is before 1970 is told as 1970.
fn system_time(time: SystemTime) -> [u8; 16] {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    let days = since.as_secs() / 86_400;
    let (year, month, day) = civil(days);
    let second = since.as_secs() % 86_400;
    // The first of January 1970 was a Thursday.
    let weekday = (days + 4) % 7;
    let members = [
        year as u16,
        month as u16,
        weekday as u16,
        day as u16,
        (second / 3600) as u16,
        (second / 60 % 60) as u16,
        (second % 60) as u16,
        since.subsec_millis() as u16,
    ];
    let mut bytes = [0; 16];
    for (place, member) in bytes.chunks_exact_mut(2).zip(members) {
        place.copy_from_slice(&member.to_le_bytes());
    }
    bytes
}

/// lineSetAppSpecific.
pub fn set_app_specific(call: u32, value: u32) -> Result<()> {
    let call = registry::call(call)?;
    call.check_owner()?;
    Ok(call
        .engine()?
        .call
        .set_number(Number::AppSpecific, value as i32)?)
}

/// Does something for which nobody need be asked, and gives the reply to it.
pub(super) fn at_once(
    call: &Shared<CallPart>,
    act: impl FnOnce(&CallPart) -> Result<()>,
) -> Result<u32> {
    let line = &call.line;
    let seat = Seat::new(&line.app)?;
    act(call)?;
    let id = registry::new_request();
    line.post_in(seat, line.reply(id, OK));
    Ok(id)
}

/// lineSetCallData.
pub fn set_call_data(call: u32, data: Result<&[u8]>) -> Result<u32> {
    let call = registry::call(call)?;
    let data = data?;
    call.check_owner()?;
    let handle = call.engine()?;
    if call.lock().state == LINECALLSTATE_IDLE {
        return Err(Fault::CALL_STATE);
    }
    at_once(&call, |_| {
        Ok(handle
            .call
            .set_buffer(Buffer::CallData, copy_bytes(data)?)?)
    })
}

/// lineSetMediaMode: what a call carries is known from the beginning, so naming it changes nothing.
pub fn set_media_mode(call: u32, modes: u32) -> Result<()> {
    let call = registry::call(call)?;
    call.check_owner()?;
    media::check(modes, &call.line.line)
}

/// lineMonitorMedia: what a call carries is known from the beginning, so nothing new is ever heard.
pub fn monitor_media(call: u32, modes: u32) -> Result<()> {
    let (call, handle) = digits::sounding(call, false)?;
    if matches!(handle.call.state(), State::Idle | State::Disconnected) {
        return Err(Fault::CALL_STATE);
    }
    match modes {
        0 => Ok(()),
        modes => media::check(modes, &call.line.line),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn a_moment_has_its_weekday() {
        let time = UNIX_EPOCH + Duration::from_millis(20_783 * 86_400_000 + 3_723_004);
        let bytes = system_time(time);
        let numbers: Vec<u16> = bytes
            .chunks(2)
            .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
            .collect();
        assert_eq!(numbers, [2026, 11, 4, 26, 1, 2, 3, 4]);
    }
}
