//! lineForward.

use super::abi::*;
use super::fault::{Fault, OK, Result};
use super::image::{number_in, part_of};
use super::queue::Seat;
use super::registry;
use super::text::Form;
use crate::engine::Forward;
use std::mem::offset_of;
use std::ops::RangeInclusive;

/// The kinds of forwarding that lines here have.
pub(super) const MODES: u32 =
    LINEFORWARDMODE_UNCOND | LINEFORWARDMODE_BUSY | LINEFORWARDMODE_NOANSW | LINEFORWARDMODE_BUSYNA;

/// How many entries a list may have.
pub(super) const MOST: u32 = 3;

/// After how many rings nobody answers, at least and at most.
pub(super) const RINGS: RangeInclusive<u32> = 1..=20;

/// Whether a kind of forwarding waits for nobody to answer.
pub(super) fn waits(mode: u32) -> bool {
    const WAITING: u32 = LINEFORWARDMODE_NOANSW
        | LINEFORWARDMODE_NOANSWINTERNAL
        | LINEFORWARDMODE_NOANSWEXTERNAL
        | LINEFORWARDMODE_NOANSWSPECIFIC
        | LINEFORWARDMODE_BUSYNA
        | LINEFORWARDMODE_BUSYNAINTERNAL
        | LINEFORWARDMODE_BUSYNAEXTERNAL
        | LINEFORWARDMODE_BUSYNASPECIFIC;
    mode & WAITING != 0
}

/// lineForward; without a list all forwarding ends, and so does do-not-disturb. No call is made for it,
/// so parameters of one mean nothing; where its handle would go has to be there all the same.
pub fn forward(
    line: u32,
    (all, address): (bool, u32),
    list: Result<Option<&[u8]>>,
    rings: u32,
    pointer: Result<()>,
    form: Form,
) -> Result<u32> {
    let line = registry::line(line)?;
    pointer?;
    if !all && address != 0 {
        return Err(Fault::ADDRESS_ID);
    }
    if !line.line.info().features.forward {
        return Err(Fault::UNAVAILABLE);
    }
    let Wanted { forwards, refuse } = match list? {
        Some(list) => read(list, line.version, rings, form)?,
        None => Wanted::default(),
    };
    let seat = Seat::new(&line.app)?;
    let refused = line.line.with_status(|status| status.do_not_disturb);
    let changes = refuse != refused;
    if refuse && !line.line.info().features.do_not_disturb {
        return Err(Fault(LINEERR_INVALADDRESS));
    }
    if changes {
        line.line.set_do_not_disturb(refuse)?;
    }
    if let Err(error) = line.line.set_forwarding(forwards) {
        if changes {
            line.line.set_do_not_disturb(refused)?;
        }
        return Err(error.into());
    }
    let id = registry::new_request();
    line.post_in(seat, line.reply(id, OK));
    Ok(id)
}

/// Entries grew with version 3.1.
pub(super) fn entry_size(version: u32) -> usize {
    if version < 0x0003_0001 {
        24
    } else {
        size_of::<LINEFORWARD>()
    }
}

/// What a list says.
#[derive(Default)]
struct Wanted {
    forwards: Vec<Forward>,
    /// An entry sends every call to nowhere: do not disturb.
    refuse: bool,
}

fn read(list: &[u8], version: u32, rings: u32, form: Form) -> Result<Wanted> {
    let head = offset_of!(LINEFORWARDLIST, ForwardList);
    let count =
        number_in(list, offset_of!(LINEFORWARDLIST, dwNumEntries)).ok_or(Fault::TOO_SMALL)?;
    if count > MOST {
        return Err(Fault::PARAMETER);
    }
    let each = entry_size(version);
    // Beyond what there is, the nearest counts.
    let rings = rings.clamp(*RINGS.start(), *RINGS.end());
    let mut forwards: Vec<Forward> = Vec::new();
    let mut refuse = false;
    for index in 0..count as usize {
        let at = head + index * each;
        let number = |member: usize| number_in(list, at + member);
        let text = |member: usize| -> Result<Option<String>> {
            part_of(list, at + member)
                .map(|part| form.decode(part))
                .transpose()
        };
        let mode = number(offset_of!(LINEFORWARD, dwForwardMode)).ok_or(Fault::TOO_SMALL)?;
        if !mode.is_power_of_two() || mode & MODES == 0 {
            return Err(Fault::PARAMETER);
        }
        let member = offset_of!(LINEFORWARD, dwDestAddressSize);
        let destination = match number(member) {
            Some(0) => Some(String::new()),
            _ => text(member)?,
        };
        if mode == LINEFORWARDMODE_UNCOND && destination.as_deref() == Some("") {
            refuse = true;
            continue;
        }
        let destination = destination.filter(|text| !text.is_empty());
        forwards.try_reserve(1)?;
        forwards.push(Forward {
            mode,
            destination: destination.ok_or(Fault(LINEERR_INVALADDRESS))?,
            caller: text(offset_of!(LINEFORWARD, dwCallerAddressSize))?,
            rings,
        });
    }
    Ok(Wanted { forwards, refuse })
}
