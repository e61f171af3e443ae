//! What can be done with lines, addresses and calls, as LINEFEATURE_, LINEADDRFEATURE_, LINECALLFEATURE_
//! and LINEADDRCAPFLAGS_ bits: what is named is not refused as unavailable or in the wrong state.

use super::abi::*;
use super::call::CallPart;
use super::conference;
use super::fault::Result;
use crate::engine::{Features, Line};

/// LINEFEATURE_ bits.
pub(super) fn of_line(f: Features) -> u32 {
    bits(&[
        (true, LINEFEATURE_MAKECALL),
        (f.forward, LINEFEATURE_FORWARD | LINEFEATURE_FORWARDFWD),
        (f.do_not_disturb, LINEFEATURE_FORWARDDND),
        (f.message_waiting, LINEFEATURE_SETDEVSTATUS),
    ])
}

/// LINEADDRFEATURE_ bits.
pub(super) fn of_address(f: Features) -> u32 {
    bits(&[
        (true, LINEADDRFEATURE_MAKECALL),
        (
            f.forward,
            LINEADDRFEATURE_FORWARD | LINEADDRFEATURE_FORWARDFWD,
        ),
        (f.do_not_disturb, LINEADDRFEATURE_FORWARDDND),
        (
            f.pickup,
            LINEADDRFEATURE_PICKUP | LINEADDRFEATURE_PICKUPGROUP | LINEADDRFEATURE_PICKUPDIRECT,
        ),
        // Not SETUPCONF: a conference begins with a call.
        (f.unpark, LINEADDRFEATURE_UNPARK),
    ])
}

/// What begins a call, which a line that is out of service does not.
const BEGINNING: u32 = LINEADDRFEATURE_MAKECALL
    | LINEADDRFEATURE_PICKUP
    | LINEADDRFEATURE_PICKUPGROUP
    | LINEADDRFEATURE_PICKUPDIRECT
    | LINEADDRFEATURE_UNPARK;

/// LINEFEATURE_ bits: what can be done with the line now.
pub(super) fn of_line_now(line: &Line) -> u32 {
    of_line(line.info().features) & !bits(&[(!line.in_service(), LINEFEATURE_MAKECALL)])
}

/// LINEADDRFEATURE_ bits: what can be done with the line's address now.
pub(super) fn of_address_now(line: &Line) -> u32 {
    of_address(line.info().features) & !bits(&[(!line.in_service(), BEGINNING)])
}

/// LINEADDRCAPFLAGS_ bits: digits may come one after the other; the second call of a transfer or a
/// conference may have been made by itself, and may be on hold; who waits for it comes back when it ends.
pub(super) fn address_flags(f: Features) -> u32 {
    bits(&[
        (true, LINEADDRCAPFLAGS_PARTIALDIAL | LINEADDRCAPFLAGS_DIALED),
        (
            f.forward,
            LINEADDRCAPFLAGS_FWDNUMRINGS | LINEADDRCAPFLAGS_FWDSTATUSVALID,
        ),
        (f.transfer || f.conference, LINEADDRCAPFLAGS_AUTORECONNECT),
        (
            f.transfer,
            LINEADDRCAPFLAGS_TRANSFERHELD | LINEADDRCAPFLAGS_TRANSFERMAKE,
        ),
        (
            f.conference,
            LINEADDRCAPFLAGS_CONFERENCEHELD
                | LINEADDRCAPFLAGS_CONFERENCEMAKE
                | LINEADDRCAPFLAGS_CONFDROP,
        ),
    ])
}

/// What whoever has a call may do for as long as it is under way.
const LISTENING: u32 =
    LINECALLFEATURE_MONITORDIGITS | LINECALLFEATURE_MONITORTONES | LINECALLFEATURE_MONITORMEDIA;

/// LINECALLFEATURE_ bits: what can be done with a call in one state or another.
pub(super) fn of_calls(f: Features) -> u32 {
    bits(&[
        (
            true,
            LINECALLFEATURE_ACCEPT
                | LINECALLFEATURE_ANSWER
                | LINECALLFEATURE_DROP
                | LINECALLFEATURE_DIAL
                | LINECALLFEATURE_SETCALLDATA,
        ),
        (f.hold, LINECALLFEATURE_HOLD | LINECALLFEATURE_UNHOLD),
        (f.swap, LINECALLFEATURE_SWAPHOLD),
        (f.redirect, LINECALLFEATURE_REDIRECT),
        (f.blind_transfer, LINECALLFEATURE_BLINDTRANSFER),
        (
            f.transfer,
            LINECALLFEATURE_SETUPTRANSFER | LINECALLFEATURE_COMPLETETRANSF,
        ),
        (
            f.conference,
            LINECALLFEATURE_SETUPCONF
                | LINECALLFEATURE_ADDTOCONF
                | LINECALLFEATURE_PREPAREADDCONF
                | LINECALLFEATURE_REMOVEFROMCONF,
        ),
        (f.park_direct || f.park_indirect, LINECALLFEATURE_PARK),
        (
            f.streams,
            LINECALLFEATURE_GATHERDIGITS
                | LINECALLFEATURE_GENERATEDIGITS
                | LINECALLFEATURE_GENERATETONE
                | LISTENING,
        ),
    ])
}

/// LINECALLFEATURE2_ bits: how what is among these LINECALLFEATURE_ bits can be done.
pub(super) fn details(f: Features, features: u32) -> u32 {
    let transfer = features & LINECALLFEATURE_COMPLETETRANSF != 0;
    let park = features & LINECALLFEATURE_PARK != 0;
    bits(&[
        (transfer, LINECALLFEATURE2_TRANSFERNORM),
        (transfer && f.conference, LINECALLFEATURE2_TRANSFERCONF),
        (park && f.park_direct, LINECALLFEATURE2_PARKDIRECT),
        (park && f.park_indirect, LINECALLFEATURE2_PARKNONDIRECT),
    ])
}

/// LINECALLFEATURE_ bits: what the program may do with the call now.
pub(super) fn of_call(call: &CallPart, state: u32) -> Result<u32> {
    let all = of_calls(call.line.line.info().features);
    let (known, is_conference, joined) = {
        let part = call.lock();
        (part.engine.is_some(), part.is_conference, part.joined)
    };
    let over = matches!(state, LINECALLSTATE_IDLE | LINECALLSTATE_DISCONNECTED);
    let listening = bits(&[(known && !over, LISTENING)]);
    if call.privilege() != LINECALLPRIVILEGE_OWNER {
        return Ok(all & listening);
    }
    // What was dialled has data of its own, which a conference has not.
    let data = bits(&[(known, LINECALLFEATURE_SETCALLDATA)]);
    let always = LINECALLFEATURE_DROP | data | listening;
    let mut now = match state {
        LINECALLSTATE_IDLE => 0,
        LINECALLSTATE_OFFERING => {
            LINECALLFEATURE_ACCEPT | LINECALLFEATURE_ANSWER | LINECALLFEATURE_REDIRECT | always
        }
        LINECALLSTATE_ACCEPTED => LINECALLFEATURE_ANSWER | always,
        LINECALLSTATE_DIALTONE | LINECALLSTATE_DIALING => LINECALLFEATURE_DIAL | always,
        LINECALLSTATE_CONNECTED if is_conference => LINECALLFEATURE_PREPAREADDCONF | always,
        LINECALLSTATE_CONNECTED => TALKING | always,
        LINECALLSTATE_CONFERENCED if joined && conference::has_others(call) => {
            LINECALLFEATURE_REMOVEFROMCONF | always
        }
        LINECALLSTATE_ONHOLD | LINECALLSTATE_ONHOLDPENDTRANSFER => {
            LINECALLFEATURE_COMPLETETRANSF | LINECALLFEATURE_UNHOLD | always
        }
        LINECALLSTATE_ONHOLDPENDCONF => LINECALLFEATURE_ADDTOCONF | always,
        _ => always,
    };
    let single = matches!(state, LINECALLSTATE_CONNECTED | LINECALLSTATE_ONHOLD) && !is_conference;
    if single && conference::one_waits(&call.line)? {
        now |= LINECALLFEATURE_ADDTOCONF;
    }
    Ok(all & now)
}

/// What can be done with a call of two that talk.
const TALKING: u32 = LINECALLFEATURE_HOLD
    | LINECALLFEATURE_SWAPHOLD
    | LINECALLFEATURE_BLINDTRANSFER
    | LINECALLFEATURE_SETUPTRANSFER
    | LINECALLFEATURE_SETUPCONF
    | LINECALLFEATURE_PARK
    | LINECALLFEATURE_GATHERDIGITS
    | LINECALLFEATURE_GENERATEDIGITS
    | LINECALLFEATURE_GENERATETONE;

pub(super) fn bits(pairs: &[(bool, u32)]) -> u32 {
    let set = pairs.iter().filter(|(on, _)| *on);
    set.fold(0, |all, (_, bits)| all | bits)
}
