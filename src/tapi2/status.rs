//! What lines and addresses are like now, which of their changes a program is told, and their ids.

use super::abi::*;
use super::fault::{Fault, OK, Result};
use super::image::{self, Image};
use super::line::OpenLine;
use super::list::List;
use super::queue::Seat;
use super::text::Form;
use super::{caps, features, forward, media, opens, registry};
use std::mem::offset_of;
use std::sync::atomic::Ordering;
use tapi3_common::text;

/// Every LINEDEVSTATE_ bit that there is.
const LINE_BITS: u32 = 0x01ff_ffff;

/// Every LINEADDRESSSTATE_ bit that there is.
const ADDRESS_BITS: u32 = 0x1ff;

/// lineSetStatusMessages: bits of what no line here tells are taken as well.
pub fn set_messages(line: u32, line_states: u32, address_states: u32) -> Result<()> {
    let line = registry::line(line)?;
    if line_states & !LINE_BITS != 0 {
        return Err(Fault(LINEERR_INVALLINESTATE));
    }
    if address_states & !ADDRESS_BITS != 0 {
        return Err(Fault(LINEERR_INVALADDRESSSTATE));
    }
    line.line_states.store(line_states, Ordering::Relaxed);
    line.address_states.store(address_states, Ordering::Relaxed);
    Ok(())
}

/// lineGetStatusMessages: the bits of the line and of its addresses.
pub fn messages(line: u32, pointers: Result<()>) -> Result<(u32, u32)> {
    let line = registry::line(line)?;
    pointers?;
    // It cannot be switched off.
    let line_states = line.line_states.load(Ordering::Relaxed) | LINEDEVSTATE_REINIT;
    Ok((line_states, line.address_states.load(Ordering::Relaxed)))
}

/// lineGetLineDevStatus.
pub fn of_line(line: u32, total: Result<u32>, form: Form) -> Result<Vec<u8>> {
    let line = registry::line(line)?;
    let fixed = match line.version {
        0..=0x0001_ffff => 76,
        _ => size_of::<LINEDEVSTATUS>(),
    };
    let mut image = Image::new(total?, fixed)?;
    let (lines, apps) = opens::list(line.device, image.next_part(), form)?;
    let media = lines.iter().fold(0, |all, line| all | line.media);
    image.put(offset_of!(LINEDEVSTATUS, dwNumOpens), lines.len() as u32);
    image.put(offset_of!(LINEDEVSTATUS, dwOpenMediaModes), media);
    let calls = opens::calls(&line)?;
    image.put(offset_of!(LINEDEVSTATUS, dwNumActiveCalls), calls.active);
    image.put(offset_of!(LINEDEVSTATUS, dwNumOnHoldCalls), calls.held);
    image.put(
        offset_of!(LINEDEVSTATUS, dwNumOnHoldPendCalls),
        calls.pending,
    );
    let info = line.line.info();
    image.put(
        offset_of!(LINEDEVSTATUS, dwLineFeatures),
        features::of_line_now(&line.line),
    );
    if calls.rings {
        image.put(offset_of!(LINEDEVSTATUS, dwRingMode), caps::RING_MODE);
    }
    image.put(offset_of!(LINEDEVSTATUS, dwSignalLevel), 0xffff);
    image.put(offset_of!(LINEDEVSTATUS, dwBatteryLevel), 0xffff);
    image.put(offset_of!(LINEDEVSTATUS, dwRoamMode), LINEROAMMODE_UNAVAIL);
    let mut flags = LINEDEVSTATUSFLAGS_CONNECTED;
    if line.line.in_service() {
        flags |= LINEDEVSTATUSFLAGS_INSERVICE;
    }
    if line.line.with_status(|status| status.message_waiting) {
        flags |= LINEDEVSTATUSFLAGS_MSGWAIT;
    }
    image.put(offset_of!(LINEDEVSTATUS, dwDevStatusFlags), flags);
    let modes = media::of_engine(info.media);
    image.put(offset_of!(LINEDEVSTATUS, dwAvailableMediaModes), modes);
    image.part(offset_of!(LINEDEVSTATUS, dwAppInfoSize), apps.bytes())?;
    Ok(image.finish())
}

/// lineGetAddressStatus.
pub fn of_address(line: u32, address: u32, total: Result<u32>, form: Form) -> Result<Vec<u8>> {
    let line = registry::line(line)?;
    let total = total?;
    if address != 0 {
        return Err(Fault::ADDRESS_ID);
    }
    let mut image = Image::new(total, size_of::<LINEADDRESSSTATUS>())?;
    let calls = opens::calls(&line)?;
    let features = features::of_address_now(&line.line);
    image.put(offset_of!(LINEADDRESSSTATUS, dwNumInUse), 1);
    image.put(
        offset_of!(LINEADDRESSSTATUS, dwNumActiveCalls),
        calls.active,
    );
    image.put(offset_of!(LINEADDRESSSTATUS, dwNumOnHoldCalls), calls.held);
    image.put(
        offset_of!(LINEADDRESSSTATUS, dwNumOnHoldPendCalls),
        calls.pending,
    );
    image.put(offset_of!(LINEADDRESSSTATUS, dwAddressFeatures), features);
    let rings = line.line.with_status(|status| {
        let mut unanswered = (status.forwards.iter()).filter(|entry| forward::waits(entry.mode));
        unanswered.next().map(|entry| entry.rings)
    });
    image.put(
        offset_of!(LINEADDRESSSTATUS, dwNumRingsNoAnswer),
        rings.unwrap_or(0),
    );
    let (entries, list) = forwards(&line, image.next_part(), form)?;
    image.part(offset_of!(LINEADDRESSSTATUS, dwForwardSize), list.bytes())?;
    if image.is_whole() {
        image.put(offset_of!(LINEADDRESSSTATUS, dwForwardNumEntries), entries);
    }
    Ok(image.finish())
}

/// The forwarding in force, as a list of LINEFORWARD for a part that begins at `at`. Do-not-disturb is an
/// entry that leads to nowhere.
fn forwards(line: &OpenLine, at: usize, form: Form) -> Result<(u32, List)> {
    let each = forward::entry_size(line.version);
    line.line.with_status(|status| {
        let count = status.forwards.len() + usize::from(status.do_not_disturb);
        let mut list = List::new(at, count, each, form)?;
        for (nth, entry) in status.forwards.iter().enumerate() {
            let at = nth * each;
            let caller = entry.caller.as_deref().unwrap_or_default();
            list.put(at + offset_of!(LINEFORWARD, dwForwardMode), entry.mode);
            list.text(at + offset_of!(LINEFORWARD, dwCallerAddressSize), caller)?;
            // No country is kept with it.
            let destination = at + offset_of!(LINEFORWARD, dwDestAddressSize);
            list.text(destination, &entry.destination)?;
        }
        if status.do_not_disturb {
            let at = status.forwards.len() * each;
            list.put(
                at + offset_of!(LINEFORWARD, dwForwardMode),
                LINEFORWARDMODE_UNCOND,
            );
        }
        Ok((count as u32, list))
    })
}

/// lineGetAddressID: the number of the address that is called so.
pub fn address_id(
    line: u32,
    pointer: Result<()>,
    mode: u32,
    address: Result<Option<String>>,
) -> Result<u32> {
    let line = registry::line(line)?;
    pointer?;
    if mode != LINEADDRESSMODE_DIALABLEADDR {
        return Err(Fault(LINEERR_INVALADDRESSMODE));
    }
    let address = address?.ok_or(Fault::POINTER)?;
    if address == line.line.info().address {
        Ok(0)
    } else {
        Err(Fault(LINEERR_INVALADDRESS))
    }
}

/// The class of line devices, for lineGetID.
const LINE_CLASS: &str = "tapi/line";

/// The class of what provides them.
const PROVIDER_CLASS: &str = "tapi/providerid";

/// The device classes that lineGetID knows, each with its zero, and one more at the end.
pub(super) fn device_classes(form: Form) -> Result<Vec<u8>> {
    let mut list = form.encode(LINE_CLASS)?;
    form.append(PROVIDER_CLASS, &mut list)?;
    list.try_reserve(form.unit())?;
    list.resize(list.len() + form.unit(), 0);
    Ok(list)
}

/// lineGetID: the device id of the line, or the number of its provider. There are no other classes.
pub fn id(
    (line, address, call): (u32, u32, u32),
    select: u32,
    total: Result<u32>,
    class: Result<Option<String>>,
) -> Result<Vec<u8>> {
    let line = match select {
        LINECALLSELECT_LINE => registry::line(line)?,
        LINECALLSELECT_ADDRESS => {
            let line = registry::line(line)?;
            if address != 0 {
                return Err(Fault::ADDRESS_ID);
            }
            line
        }
        LINECALLSELECT_CALL => registry::call(call)?.line.clone(),
        _ => return Err(Fault(LINEERR_INVALCALLSELECT)),
    };
    let total = total?;
    let class = class?.ok_or(Fault::POINTER)?;
    let number = match class {
        class if class.eq_ignore_ascii_case(LINE_CLASS) => line.device,
        class if class.eq_ignore_ascii_case(PROVIDER_CLASS) => {
            provider_id(&line.line.info().provider)?
        }
        _ => return Err(Fault(LINEERR_INVALDEVICECLASS)),
    };
    image::varstring_of(total, &number.to_le_bytes(), STRINGFORMAT_BINARY)
}

/// lineSetLineDevStatus: the lamp that says that a message waits.
pub fn set_of_line(line: u32, which: u32, on: bool) -> Result<u32> {
    let line = registry::line(line)?;
    if which != LINEDEVSTATUSFLAGS_MSGWAIT {
        return Err(Fault::PARAMETER);
    }
    if !line.line.info().features.message_waiting {
        return Err(Fault::UNAVAILABLE);
    }
    let seat = Seat::new(&line.app)?;
    line.line.set_message_waiting(on)?;
    let id = registry::new_request();
    line.post_in(seat, line.reply(id, OK));
    Ok(id)
}

/// lineGetNumRings: the fewest rings that an open line of the device asks for.
pub fn num_rings(line: u32, address: u32, pointer: Result<()>) -> Result<u32> {
    let line = registry::line(line)?;
    pointer?;
    if address != 0 {
        return Err(Fault::ADDRESS_ID);
    }
    let lines = registry::lines_of(line.device)?;
    let fewest = lines.iter().map(|line| line.rings.load(Ordering::Relaxed));
    Ok(fewest.min().unwrap_or(u32::MAX))
}

/// lineSetNumRings: a wish that programs which ask for it heed.
pub fn set_num_rings(line: u32, address: u32, rings: u32) -> Result<()> {
    let line = registry::line(line)?;
    if address != 0 {
        return Err(Fault::ADDRESS_ID);
    }
    line.rings.store(rings, Ordering::Relaxed);
    Ok(())
}

/// The kinds of provider that have a line. The number of one is its place, from 1 on.
fn provider_names() -> Result<Vec<String>> {
    let mut names: Vec<String> = Vec::new();
    if let Some(engine) = crate::system::running_engine() {
        for line in engine.lines()? {
            let name = &line.info().provider;
            if !names.iter().any(|known| known == name) {
                names.try_reserve(1)?;
                names.push(text::copy(name)?);
            }
        }
    }
    Ok(names)
}

/// The number under which lineGetProviderList lists a provider.
fn provider_id(name: &str) -> Result<u32> {
    let names = provider_names()?;
    let place = names.iter().position(|known| known == name);
    place.map_or(Err(Fault(LINEERR_NODEVICE)), |place| Ok(place as u32 + 1))
}

/// lineGetProviderList: each kind of provider that has a line.
pub fn providers(version: u32, total: Result<u32>, form: Form) -> Result<Vec<u8>> {
    let total = total?;
    if !(super::app::OLDEST..=super::app::NEWEST).contains(&version) {
        return Err(Fault::VERSION);
    }
    let names = provider_names()?;
    let entry = size_of::<LINEPROVIDERENTRY>();
    let fixed = size_of::<LINEPROVIDERLIST>();
    // Offsets in entries count from the start of the whole.
    let mut entries = Vec::new();
    let mut texts = Vec::new();
    for (index, name) in names.iter().enumerate() {
        let at = fixed + names.len() * entry + texts.len();
        let before = texts.len();
        form.append(name, &mut texts)?;
        let members = [index as u32 + 1, (texts.len() - before) as u32, at as u32];
        entries.try_reserve(entry)?;
        for member in members {
            entries.extend_from_slice(&member.to_le_bytes());
        }
    }
    entries.try_reserve(texts.len())?;
    entries.extend_from_slice(&texts);
    let mut image = Image::new(total, fixed)?;
    image.part(offset_of!(LINEPROVIDERLIST, dwProviderListSize), &entries)?;
    if image.is_whole() {
        image.put(
            offset_of!(LINEPROVIDERLIST, dwNumProviders),
            names.len() as u32,
        );
        let size = (names.len() * entry) as u32;
        image.put(offset_of!(LINEPROVIDERLIST, dwProviderListSize), size);
    }
    Ok(image.finish())
}
