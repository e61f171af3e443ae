//! An open line: one lineOpen, with calls of its own. Each is a client of the engine, so its closing
//! hangs up what it alone owns.

use super::abi::*;
use super::app::{App, NEWEST, OLDEST, program_name};
use super::call::CallPart;
use super::fault::{Fault, Result};
use super::parameters::Parameters;
use super::queue::{Effect, Message, Seat};
use super::registry::{self, Entry};
use super::text::Form;
use super::{events, media, opens};
use crate::engine::{Call, Client, Line};
use crate::shared::Shared;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use tapi3_common::numbers::Numbered;
use tapi3_common::sync::lock;

/// An open line.
pub struct OpenLine {
    pub(super) handle: u32,
    pub(super) app: Shared<App>,
    pub(super) device: u32,
    pub(super) line: Arc<Line>,
    pub(super) client: Client,
    /// The version that it was opened with.
    pub(super) version: u32,
    pub(super) instance: usize,
    /// LINEMEDIAMODE_ bits.
    pub(super) media: u32,
    /// The one address that it was opened for, all bits set for every one.
    pub(super) only_address: u32,
    /// Which LINEDEVSTATE_ and LINEADDRESSSTATE_ bits the program wants to be told.
    pub(super) line_states: AtomicU32,
    pub(super) address_states: AtomicU32,
    /// How many rings the program wants others to let pass before they answer; all bits set for none.
    pub(super) rings: AtomicU32,
    /// Its calls by the engine's number for them.
    calls: Mutex<Numbered<u64, Shared<CallPart>>>,
    closed: AtomicBool,
}

/// What lineOpen was told.
pub struct Opening {
    pub device: u32,
    pub version: u32,
    pub ext_version: u32,
    pub instance: usize,
    pub privileges: u32,
    pub media: u32,
}

/// lineOpen. LINECALLPARAMS mean something with LINEMAPPER alone, which wants some.
pub fn open(
    app: u32,
    pointer: Result<()>,
    opening: &Opening,
    parameters: Result<Option<&[u8]>>,
    form: Form,
) -> Result<u32> {
    let app = registry::app(app)?;
    pointer?;
    let (device, line) = match (opening.device, parameters) {
        (LINEMAPPER, Ok(None)) => return Err(Fault(LINEERR_LINEMAPPERFAILED)),
        (LINEMAPPER, parameters) => mapped(&app, opening, parameters?, form)?,
        (device, _) => (device, app.device(device)?),
    };
    open_found(&app, device, &line, opening)
}

/// As [`open`], once the device was looked up.
pub(super) fn open_found(
    app: &Shared<App>,
    device: u32,
    line: &Arc<Line>,
    opening: &Opening,
) -> Result<u32> {
    if !(OLDEST..=NEWEST).contains(&opening.version) {
        return Err(Fault::VERSION);
    }
    if opening.ext_version != 0 {
        return Err(Fault(LINEERR_INCOMPATIBLEEXTVERSION));
    }
    let options = LINEOPENOPTION_SINGLEADDRESS | LINEOPENOPTION_PROXY;
    let privileges = opening.privileges & !options;
    const OWNER: u32 = LINECALLPRIVILEGE_OWNER;
    const MONITOR: u32 = LINECALLPRIVILEGE_MONITOR;
    let owner = privileges & OWNER != 0;
    let monitor = privileges & MONITOR != 0;
    match privileges {
        LINECALLPRIVILEGE_NONE | MONITOR | OWNER => {}
        both if both == MONITOR | OWNER => {}
        _ => return Err(Fault(LINEERR_INVALPRIVSELECT)),
    }
    if opening.privileges & LINEOPENOPTION_PROXY != 0 {
        return Err(Fault::UNAVAILABLE);
    }
    if owner {
        media::check(opening.media, line)?;
    }
    let client = app.engine().add_client(program_name())?;
    let opened = Shared::try_new(OpenLine {
        handle: registry::new_handle(),
        app: app.clone(),
        device,
        line: line.clone(),
        client,
        version: opening.version,
        instance: opening.instance,
        media: opening.media,
        only_address: match opening.privileges & LINEOPENOPTION_SINGLEADDRESS {
            0 => u32::MAX,
            _ => 0,
        },
        line_states: AtomicU32::new(0),
        address_states: AtomicU32::new(0),
        rings: AtomicU32::new(u32::MAX),
        calls: Mutex::default(),
        closed: AtomicBool::new(false),
    })?;
    let begun = begin(&opened, owner, monitor);
    if begun.is_err() {
        app.forget_line(&opened);
        // It may not have come to be listed.
        registry::remove(opened.handle);
        opened.end();
    }
    begun?;
    opens::tell_others(&opened, LINEDEVSTATE_OPEN);
    Ok(opened.handle)
}

fn begin(opened: &Shared<OpenLine>, owner: bool, monitor: bool) -> Result<()> {
    let client = &opened.client;
    client.set_event_mask(u32::MAX);
    client.set_listening(true)?;
    let own = opened.clone();
    client.deliver_to(move |event| events::deliver_to_line(&own, event))?;
    registry::put(opened.handle, Entry::Line(opened.clone()))?;
    opened.app.add_line(opened)?;
    // Its device may have gone before that, when there was no line to be closed with it.
    opened.app.device(opened.device)?;
    if owner || monitor {
        // Who only looks on hears of every kind of call.
        let media = match owner {
            true => media::for_engine(opened.media),
            false => opened.line.info().media,
        };
        let instance = opened.handle as i32;
        client.register(&opened.line, monitor, owner, media, instance)?;
    }
    Ok(())
}

/// The first line that has what is asked for.
fn mapped(
    app: &App,
    opening: &Opening,
    parameters: Option<&[u8]>,
    form: Form,
) -> Result<(u32, Arc<Line>)> {
    let is_owner = opening.privileges & LINECALLPRIVILEGE_OWNER != 0;
    for device in 0..registry::count_devices() {
        let Ok(line) = app.device(device) else {
            continue;
        };
        // What is too small is so for every line.
        match Parameters::for_line(&line, opening.version, parameters, form) {
            Err(fault) if fault == Fault::TOO_SMALL => return Err(fault),
            Err(_) => continue,
            Ok(_) => {}
        }
        if !is_owner || media::check(opening.media, &line).is_ok() {
            return Ok((device, line));
        }
    }
    Err(Fault(LINEERR_LINEMAPPERFAILED))
}

/// lineClose.
pub fn close(line: u32) -> Result<()> {
    let line = registry::line(line)?;
    line.app.forget_line(&line);
    // Its device may be going at the same moment: who comes second is told that it is closed.
    if !line.close() {
        return Err(Fault::LINE);
    }
    opens::tell_others(&line, LINEDEVSTATE_CLOSE);
    Ok(())
}

impl OpenLine {
    /// Whether both are open lines of one device.
    pub(super) fn is_same_device(&self, other: &OpenLine) -> bool {
        self.line.id() == other.line.id()
    }

    /// Ends it: its calls' handles die, what it alone owns is hung up, no message of it comes any
    /// more. Nobody waits for the network, nor for memory. Returns whether it was open: of two who
    /// close it one is told so, and does it.
    pub(super) fn close(&self) -> bool {
        let is_own = registry::remove(self.handle);
        if is_own {
            self.end();
        }
        is_own
    }

    fn end(&self) {
        if self.closed.swap(true, Ordering::AcqRel) {
            return;
        }
        self.client.close();
        self.app
            .requests
            .forget(|pending| pending.line.handle == self.handle);
        let calls = std::mem::take(&mut *lock(&self.calls));
        for call in calls.values() {
            registry::remove(call.handle);
            call.forget();
        }
        drop(calls);
        // Those that are no calls at the engine: conferences, and what waits for digits.
        registry::remove_calls_of(self.handle);
        self.app.queue.remove(|message| message.line == self.handle);
    }

    pub(super) fn is_closed(&self) -> bool {
        self.closed.load(Ordering::Acquire)
    }

    /// Its call with the engine's number.
    pub(super) fn call(&self, call: &Call) -> Option<Shared<CallPart>> {
        lock(&self.calls).get(&call.id()).cloned()
    }

    /// Lists a call under the engine's number for it, unless one is listed there already. Returns
    /// whether it is. Fails once the line is closed: that is looked at locked, so what [`Self::end`]
    /// takes out behind the closing is all that there is.
    pub(super) fn list(&self, id: u64, call: &Shared<CallPart>) -> Result<bool> {
        let mut calls = lock(&self.calls);
        if self.is_closed() {
            return Err(Fault::LINE);
        }
        if calls.contains_key(&id) {
            return Ok(false);
        }
        calls.try_reserve(1)?;
        calls.insert(id, call.clone());
        Ok(true)
    }

    /// The call with this handle is listed no more.
    pub(super) fn unlist(&self, id: u64, handle: u32) {
        let mut calls = lock(&self.calls);
        let is_own = calls.get(&id).is_some_and(|known| known.handle == handle);
        let gone = if is_own { calls.remove(&id) } else { None };
        drop(calls);
        drop(gone);
    }

    /// Does something with each of its calls, under a lock: nothing of the engine may be asked.
    pub(super) fn with_calls<T>(
        &self,
        read: impl FnOnce(&Numbered<u64, Shared<CallPart>>) -> T,
    ) -> T {
        read(&lock(&self.calls))
    }

    /// A message of this line.
    pub(super) fn message(&self, device: u32, id: u32, parameters: [usize; 3]) -> Message {
        Message {
            device,
            id,
            instance: self.instance,
            parameters,
            line: self.handle,
            effect: Effect::Nothing,
        }
    }

    /// Adds a message of this line, on a thread of the library's: waits for memory if there is none,
    /// until the line is closed.
    pub(super) fn post(&self, message: Message) {
        self.app.queue.insist(Some(self), message);
    }

    /// As [`OpenLine::post`], where room is kept for the message: on any thread.
    pub(super) fn post_in(&self, seat: Seat, message: Message) {
        seat.post(self, message);
    }

    /// The reply to a request.
    pub(super) fn reply(&self, id: u32, outcome: i32) -> Message {
        self.message(0, LINE_REPLY, [id as usize, outcome as isize as usize, 0])
    }
}

impl Drop for OpenLine {
    fn drop(&mut self) {
        // Where it never came to be one: the engine would keep its client.
        if !self.is_closed() {
            self.client.close();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tapi2::app::{self, Mechanism};
    use crate::tapi2::event::Event;
    use tapi3_common::media::AUDIO;

    fn begin_app() -> u32 {
        let mechanism = Mechanism::Event(Event::descriptor().unwrap());
        app::initialize(mechanism, None).unwrap().handle
    }

    fn open_line(app: u32) -> Shared<OpenLine> {
        let opening = Opening {
            device: 0,
            version: NEWEST,
            ext_version: 0,
            instance: 0,
            privileges: LINECALLPRIVILEGE_NONE,
            media: 0,
        };
        let handle = open(app, Ok(()), &opening, Ok(None), Form::Bytes).unwrap();
        registry::line(handle).unwrap()
    }

    #[test]
    fn a_closed_line_lists_no_call() {
        let app = begin_app();
        let line = open_line(app);
        let call = CallPart::new(&line, None, true).unwrap();
        assert!(line.close());
        assert_eq!(line.list(1, &call), Err(Fault::LINE));
        app::shutdown(app).unwrap();
    }

    #[test]
    fn a_call_that_is_found_in_vain_ends_if_all_others_have_left_it() {
        let app = begin_app();
        let (owner, finder) = (open_line(app), open_line(app));
        let destination = String::from("1001");
        let handle = Call::outgoing(&owner.client, &owner.line, destination, AUDIO, 1).unwrap();
        let owned = CallPart::new(&owner, Some(handle.clone()), true).unwrap();
        handle.connect(true).unwrap();
        let joined = handle.call.join(&finder.client, 0).unwrap();
        let found = CallPart::new(&finder, Some(joined), true).unwrap();
        owned.leave().unwrap().call.end_if_left();
        assert!(handle.call.is_up(), "somebody holds it");
        found.discard_unless_given();
        assert!(!handle.call.is_up());
        app::shutdown(app).unwrap();
    }
}
