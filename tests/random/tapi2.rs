//! A program of TAPI 2 among those of TAPI 3: it does whatever its functions offer, and a thread of
//! its takes the messages and holds them against what is promised of replies and ends.

use super::dice::Dice;
use super::line_functions::*;
use super::watch::{Place, lock};
use super::world::{World, advance, null};
use std::collections::{HashMap, HashSet};
use std::ptr;
use std::sync::atomic::{AtomicBool, AtomicU16, AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;
use tapi3::tapi2::abi::*;

const VERSION: DWORD = 0x0002_0002;

const NUMBERS: &[&str] = &[
    "1001", "1002", "1003", "1004", "1007", "1009", "3001", "3002", "3003", "2001", "2002", "2001",
    "2002", "9999", "20;", "7001",
];

/// Memory of the program's that the library writes into some time after a function returned.
const ROOM: usize = 256;

/// One application.
pub struct Application {
    number: usize,
    app: AtomicU32,
    lines: [AtomicU32; 2],
    /// The calls at hand; others may have let go of them.
    calls: Mutex<Vec<HCALL>>,
    told: Arc<Told>,
    /// Whether a line was closed, or the application ended: what it asked for may go unanswered.
    was_closed: AtomicBool,
    taker: Mutex<Option<JoinHandle<()>>>,
    late: Box<[AtomicU16]>,
}

/// What the messages said, since the application began.
#[derive(Default)]
struct Told {
    /// How often each request was answered.
    replies: Mutex<HashMap<DWORD, u32>>,
    asked: Mutex<Vec<DWORD>>,
    idle: Mutex<HashSet<HCALL>>,
    new: Mutex<Vec<HCALL>>,
    faults: Mutex<Vec<String>>,
}

impl Application {
    /// Begins one, with both lines open.
    pub fn open(number: usize, dice: &mut Dice) -> Self {
        let application = Application {
            number,
            app: AtomicU32::new(0),
            lines: Default::default(),
            calls: Mutex::default(),
            told: Arc::default(),
            was_closed: AtomicBool::new(false),
            taker: Mutex::default(),
            late: (0..ROOM).map(|_| AtomicU16::new(0)).collect(),
        };
        // The dwTotalSize of the VARSTRING that lineParkW fills.
        application.late[0].store(ROOM as u16, Ordering::SeqCst);
        application.begin();
        for line in 0..2 {
            application.open_line(line, dice);
        }
        application
    }

    /// What the library may write to from there on.
    fn late(&self, from: usize) -> *mut u16 {
        self.late[from..].as_ptr().cast::<u16>().cast_mut()
    }

    fn begin(&self) {
        // SAFETY: the structure may be all zeros.
        let mut parameters: LINEINITIALIZEEXPARAMS = unsafe { core::mem::zeroed() };
        parameters.dwTotalSize = size_of::<LINEINITIALIZEEXPARAMS>() as u32;
        parameters.dwOptions = LINEINITIALIZEEXOPTION_USEEVENT;
        let (mut app, mut devices, mut version) = (0, 0, VERSION);
        // SAFETY: the pointers lead to what they say.
        let begun = unsafe {
            lineInitializeExW(
                &raw mut app,
                null(),
                None,
                ptr::null(),
                &raw mut devices,
                &raw mut version,
                &raw mut parameters,
            )
        };
        if begun != 0 {
            self.told
                .fault(format!("lineInitializeEx gives {begun:#x}"));
            return;
        }
        self.app.store(app, Ordering::SeqCst);
        let told = self.told.clone();
        let take = move || {
            loop {
                // SAFETY: the structure may be all zeros; the pointer leads to it.
                let mut message: LINEMESSAGE = unsafe { core::mem::zeroed() };
                let taken = unsafe { lineGetMessage(app, &raw mut message, u32::MAX) };
                if taken != 0 {
                    return;
                }
                told.hear(&message);
            }
        };
        let taker = std::thread::Builder::new().name("messages".into());
        *lock(&self.taker) = Some(taker.spawn(take).unwrap());
    }

    fn open_line(&self, device: usize, dice: &mut Dice) {
        let app = self.app.load(Ordering::SeqCst);
        let privileges = match dice.roll(4) {
            0 => LINECALLPRIVILEGE_MONITOR,
            1 => LINECALLPRIVILEGE_OWNER | LINECALLPRIVILEGE_MONITOR,
            _ => LINECALLPRIVILEGE_OWNER,
        };
        let mut line = 0;
        // SAFETY: the pointer leads to a handle.
        let opened = unsafe {
            lineOpenW(
                app,
                device as u32,
                &raw mut line,
                VERSION,
                0,
                0,
                privileges,
                LINEMEDIAMODE_INTERACTIVEVOICE,
                null(),
            )
        };
        if opened == 0 {
            let before = self.lines[device].swap(line, Ordering::SeqCst);
            self.close(before);
        }
    }

    fn close(&self, line: HLINE) {
        if line != 0 {
            self.was_closed.store(true, Ordering::SeqCst);
            // SAFETY: takes any handle.
            unsafe { lineClose(line) };
        }
    }

    /// Ends it. Every message was taken then.
    pub fn shut_down(&self) {
        self.was_closed.store(true, Ordering::SeqCst);
        let app = self.app.swap(0, Ordering::SeqCst);
        if app != 0 {
            // SAFETY: takes any handle.
            unsafe { lineShutdown(app) };
        }
        let taker = lock(&self.taker).take();
        if let Some(taker) = taker {
            taker.join().unwrap();
        }
    }

    /// What was wrong.
    pub fn faults(&self) -> Vec<String> {
        core::mem::take(&mut *lock(&self.told.faults))
    }

    /// Whether every request was answered.
    fn is_answered(&self) -> bool {
        let replies = lock(&self.told.replies);
        let asked = lock(&self.told.asked);
        asked.iter().all(|request| replies.contains_key(request))
    }

    /// Everything was asked: each request has one reply, in the end.
    pub fn is_at_rest(&self) {
        for _ in 0..20_000 {
            if self.was_closed.load(Ordering::SeqCst) || self.is_answered() {
                return;
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        let number = self.number;
        self.told.fault(format!(
            "application {number} waits for the reply to a request"
        ));
    }
}

impl Told {
    fn fault(&self, what: String) {
        lock(&self.faults).push(what);
    }

    fn hear(&self, message: &LINEMESSAGE) {
        let (id, device) = (message.dwMessageID, message.hDevice);
        let (first, second) = (message.dwParam1, message.dwParam2);
        match id {
            LINE_REPLY => {
                let times = {
                    let mut replies = lock(&self.replies);
                    let times = replies.entry(first as DWORD).or_default();
                    *times += 1;
                    *times
                };
                if times > 1 {
                    self.fault(format!("request {first} has reply {times}"));
                }
                let code = second as LONG;
                if code == LINEERR_NOMEM {
                    self.fault(format!("request {first} has no memory"));
                }
            }
            LINE_APPNEWCALL => lock(&self.new).push(second as HCALL),
            LINE_CALLSTATE => {
                let state = first as DWORD;
                let mut idle = lock(&self.idle);
                if idle.contains(&device) {
                    self.fault(format!(
                        "call {device:#x} is in state {state:#x} after it was idle"
                    ));
                }
                if state == LINECALLSTATE_IDLE {
                    idle.insert(device);
                }
            }
            _ => {}
        }
    }
}

/// One thing to be done.
struct Turn<'a> {
    application: &'a Application,
    dice: &'a mut Dice,
}

/// A text as W functions take it.
fn wide(text: &str) -> Vec<u16> {
    text.encode_utf16().chain([0]).collect()
}

impl Turn<'_> {
    fn line(&mut self) -> HLINE {
        self.application.lines[self.dice.roll(2)].load(Ordering::SeqCst)
    }

    /// One of the calls at hand, those included that came by themselves.
    fn call(&mut self) -> HCALL {
        let mut calls = lock(&self.application.calls);
        calls.append(&mut lock(&self.application.told.new));
        // The newest first: what is old is dead.
        let near = calls.len().saturating_sub(8);
        self.dice.choose(&calls[near..]).copied().unwrap_or(0x55)
    }

    fn number(&mut self) -> Vec<u16> {
        wide(self.dice.choose(NUMBERS).unwrap())
    }

    /// The answer of a function that may have begun a request.
    fn asked(&self, function: &str, answer: LONG) {
        let told = &self.application.told;
        if answer > 0 {
            lock(&told.asked).push(answer as DWORD);
        }
        if answer == LINEERR_NOMEM {
            told.fault(format!("{function} has no memory"));
        }
    }

    /// As [`Turn::asked`], for a function that gives calls.
    fn gave(&self, function: &str, answer: LONG, calls: &[HCALL]) {
        if answer > 0 {
            let given = calls.iter().filter(|call| **call != 0);
            lock(&self.application.calls).extend(given);
        }
        self.asked(function, answer);
    }

    fn make(&mut self) {
        let (line, number, mut call) = (self.line(), self.number(), 0);
        // SAFETY: the pointers lead to what they say.
        let answer = unsafe { lineMakeCallW(line, &raw mut call, number.as_ptr(), 0, null()) };
        self.gave("lineMakeCall", answer, &[call]);
    }

    fn let_go(&mut self) {
        let call = self.call();
        // SAFETY: takes any handle.
        let answer = unsafe { lineDeallocateCall(call) };
        if answer == 0 {
            lock(&self.application.calls).retain(|other| *other != call);
        }
        self.asked("lineDeallocateCall", answer);
    }

    fn new_calls(&mut self) {
        let line = self.line();
        let mut room = [0_u32; 64];
        room[0] = size_of_val(&room) as u32;
        // SAFETY: there is as much room as it says.
        let answer =
            unsafe { lineGetNewCalls(line, 0, LINECALLSELECT_LINE, room.as_mut_ptr().cast()) };
        let [_, _, _, count, _, offset, ..] = room;
        if answer == 0 {
            let first = offset as usize / 4;
            let found = &room[first.min(64)..(first + count as usize).min(64)];
            lock(&self.application.calls).extend(found);
        }
        self.asked("lineGetNewCalls", answer);
    }

    fn look(&mut self) {
        let call = self.call();
        let mut room = [0_u32; 512];
        room[0] = size_of_val(&room) as u32;
        // SAFETY: there is as much room as it says.
        let answers = unsafe {
            let information = lineGetCallInfoW(call, room.as_mut_ptr().cast());
            room[0] = size_of_val(&room) as u32;
            [
                information,
                lineGetCallStatus(call, room.as_mut_ptr().cast()),
            ]
        };
        for answer in answers {
            self.asked("information about a call", answer);
        }
    }

    fn park(&mut self) {
        let (call, directed) = (self.call(), self.dice.once_in(2));
        let to = wide(self.dice.choose(&["7001", "7002", "55"]).unwrap());
        let room = self.application.late(0);
        // SAFETY: the room stays as long as the application, and is written to by the library alone.
        let answer = unsafe {
            match directed {
                true => lineParkW(call, LINEPARKMODE_DIRECTED, to.as_ptr(), null()),
                false => lineParkW(call, LINEPARKMODE_NONDIRECTED, ptr::null(), room.cast()),
            }
        };
        self.asked("linePark", answer);
    }

    fn take_back(&mut self) {
        let (line, mut call) = (self.line(), 0);
        let from = wide(self.dice.choose(&["7001", "7002", "55"]).unwrap());
        // SAFETY: the pointers lead to what they say.
        let answer = unsafe { lineUnparkW(line, 0, &raw mut call, from.as_ptr()) };
        self.gave("lineUnpark", answer, &[call]);
    }

    fn pick_up(&mut self) {
        let (line, mut call) = (self.line(), 0);
        let from = wide(self.dice.choose(&["", "2001", "2002"]).unwrap());
        let group = wide("1");
        // SAFETY: the pointers lead to what they say.
        let answer = unsafe { linePickupW(line, 0, &raw mut call, from.as_ptr(), group.as_ptr()) };
        self.gave("linePickup", answer, &[call]);
    }

    fn consult(&mut self) {
        let (call, mut other) = (self.call(), 0);
        // SAFETY: the pointer leads to a handle.
        let answer = unsafe { lineSetupTransferW(call, &raw mut other, null()) };
        self.gave("lineSetupTransfer", answer, &[other]);
        let number = self.number();
        // SAFETY: the text ends with a zero.
        let answer = unsafe { lineDialW(other, number.as_ptr(), 0) };
        self.asked("lineDial", answer);
    }

    fn transfer(&mut self) {
        let (call, other, mut conference) = (self.call(), self.call(), 0);
        let mode = match self.dice.once_in(3) {
            true => LINETRANSFERMODE_CONFERENCE,
            false => LINETRANSFERMODE_TRANSFER,
        };
        // SAFETY: the pointer leads to a handle.
        let answer = unsafe { lineCompleteTransfer(call, other, &raw mut conference, mode) };
        self.gave("lineCompleteTransfer", answer, &[conference]);
    }

    fn confer(&mut self) {
        let (call, mut conference, mut other) = (self.call(), 0, 0);
        // SAFETY: the pointers lead to handles.
        let answer = unsafe {
            let (conference, other) = (&raw mut conference, &raw mut other);
            lineSetupConferenceW(call, 0, conference, other, 3, null())
        };
        self.gave("lineSetupConference", answer, &[conference, other]);
    }

    fn prepare(&mut self) {
        let (conference, mut other) = (self.call(), 0);
        // SAFETY: the pointer leads to a handle.
        let answer = unsafe { linePrepareAddToConferenceW(conference, &raw mut other, null()) };
        self.gave("linePrepareAddToConference", answer, &[other]);
    }

    fn gather(&mut self) {
        let call = self.call();
        let room = self.application.late(ROOM / 2);
        let room = if self.dice.once_in(3) { null() } else { room };
        // SAFETY: the room stays as long as the application, and is written to by the library alone.
        let answer = unsafe {
            let modes = LINEDIGITMODE_DTMF;
            lineGatherDigitsW(call, modes, room, 4, ptr::null(), 5, 5)
        };
        self.asked("lineGatherDigits", answer);
    }

    fn sound(&mut self) {
        let call = self.call();
        let tone = LINEGENERATETONE {
            dwFrequency: 700,
            dwCadenceOn: 100,
            dwCadenceOff: 0,
            dwVolume: 0xffff,
        };
        let mut tones = [tone; 2];
        let known = [0, LINETONEMODE_CUSTOM, LINETONEMODE_BEEP];
        let mode = *self.dice.choose(&known).unwrap();
        let duration = self.dice.roll(100) as DWORD;
        // SAFETY: the pointer leads to two tones.
        let answer = unsafe { lineGenerateTone(call, mode, duration, 2, tones.as_mut_ptr()) };
        self.asked("lineGenerateTone", answer);
    }

    fn listen(&mut self) {
        let call = self.call();
        let mut tone = LINEMONITORTONE {
            dwAppSpecific: 7,
            dwDuration: 40,
            dwFrequency1: 700,
            dwFrequency2: 0,
            dwFrequency3: 0,
        };
        let count = self.dice.roll(2) as DWORD;
        // SAFETY: the pointer leads to one tone.
        let answer = unsafe { lineMonitorTones(call, &raw mut tone, count) };
        self.asked("lineMonitorTones", answer);
    }

    /// A function that takes one call and nothing else.
    fn simple(&mut self, name: &str, function: impl FnOnce(HCALL) -> LONG) {
        let call = self.call();
        self.asked(name, function(call));
    }

    fn reopen(&mut self) {
        let device = self.dice.roll(2);
        let line = self.application.lines[device].swap(0, Ordering::SeqCst);
        self.application.close(line);
        self.application.open_line(device, self.dice);
    }
}

type Act = fn(&mut Turn);

/// How often, what, and how. The functions take any handle: most of what is asked is refused.
const ACTS: &[(usize, &str, Act)] = &[
    (14, "lineMakeCall", |turn| turn.make()),
    (10, "lineAnswer", |turn| {
        // SAFETY: as above.
        turn.simple("lineAnswer", |call| unsafe {
            lineAnswer(call, ptr::null(), 0)
        });
    }),
    (2, "lineAccept", |turn| {
        // SAFETY: as above.
        turn.simple("lineAccept", |call| unsafe {
            lineAccept(call, ptr::null(), 0)
        });
    }),
    (12, "lineDrop", |turn| {
        // SAFETY: as above.
        turn.simple("lineDrop", |call| unsafe { lineDrop(call, ptr::null(), 0) });
    }),
    (8, "lineDeallocateCall", |turn| turn.let_go()),
    (5, "lineGetNewCalls", |turn| turn.new_calls()),
    (4, "lineGetCallInfo", |turn| turn.look()),
    (4, "lineHold", |turn| {
        // SAFETY: as above.
        turn.simple("lineHold", |call| unsafe { lineHold(call) });
    }),
    (4, "lineUnhold", |turn| {
        // SAFETY: as above.
        turn.simple("lineUnhold", |call| unsafe { lineUnhold(call) });
    }),
    (3, "lineSwapHold", |turn| {
        let other = turn.call();
        // SAFETY: as above.
        turn.simple("lineSwapHold", |call| unsafe { lineSwapHold(call, other) });
    }),
    (4, "lineSetupTransfer", |turn| turn.consult()),
    (4, "lineCompleteTransfer", |turn| turn.transfer()),
    (3, "lineBlindTransfer", |turn| {
        let number = turn.number();
        // SAFETY: as above; the text ends with a zero.
        turn.simple("lineBlindTransfer", |call| unsafe {
            lineBlindTransferW(call, number.as_ptr(), 0)
        });
    }),
    (3, "lineRedirect", |turn| {
        let number = turn.number();
        // SAFETY: as above; the text ends with a zero.
        turn.simple("lineRedirect", |call| unsafe {
            lineRedirectW(call, number.as_ptr(), 0)
        });
    }),
    (4, "lineSetupConference", |turn| turn.confer()),
    (2, "linePrepareAddToConference", |turn| turn.prepare()),
    (3, "lineAddToConference", |turn| {
        let other = turn.call();
        // SAFETY: as above.
        turn.simple("lineAddToConference", |call| unsafe {
            lineAddToConference(call, other)
        });
    }),
    (2, "lineRemoveFromConference", |turn| {
        // SAFETY: as above.
        turn.simple("lineRemoveFromConference", |call| unsafe {
            lineRemoveFromConference(call)
        });
    }),
    (3, "linePark", |turn| turn.park()),
    (3, "lineUnpark", |turn| turn.take_back()),
    (3, "linePickup", |turn| turn.pick_up()),
    (3, "lineDial", |turn| {
        let digits = wide("01");
        // SAFETY: as above; the text ends with a zero.
        turn.simple("lineDial", |call| unsafe {
            lineDialW(call, digits.as_ptr(), 0)
        });
    }),
    (3, "lineGenerateDigits", |turn| {
        let digits = wide("12");
        let digits = if turn.dice.once_in(4) {
            ptr::null()
        } else {
            digits.as_ptr()
        };
        // SAFETY: as above; the text ends with a zero.
        turn.simple("lineGenerateDigits", |call| unsafe {
            lineGenerateDigitsW(call, LINEDIGITMODE_DTMF, digits, 0)
        });
    }),
    (2, "lineMonitorDigits", |turn| {
        // SAFETY: as above.
        turn.simple("lineMonitorDigits", |call| unsafe {
            lineMonitorDigits(call, LINEDIGITMODE_DTMF)
        });
    }),
    (3, "lineGenerateTone", |turn| turn.sound()),
    (3, "lineMonitorTones", |turn| turn.listen()),
    (3, "lineGatherDigits", |turn| turn.gather()),
    (3, "lineSetCallPrivilege", |turn| {
        let privilege = match turn.dice.once_in(3) {
            true => LINECALLPRIVILEGE_MONITOR,
            false => LINECALLPRIVILEGE_OWNER,
        };
        // SAFETY: as above.
        turn.simple("lineSetCallPrivilege", |call| unsafe {
            lineSetCallPrivilege(call, privilege)
        });
    }),
    (2, "lineHandoff", |turn| {
        // SAFETY: as above.
        turn.simple("lineHandoff", |call| unsafe {
            lineHandoffW(call, ptr::null(), LINEMEDIAMODE_INTERACTIVEVOICE)
        });
    }),
    (1, "lineClose and lineOpen", |turn| turn.reopen()),
];

/// Does one thing as `application`.
pub fn one(world: &World, application: &Application, dice: &mut Dice, place: &Arc<Place>) {
    let all: usize = ACTS.iter().map(|(weight, ..)| weight).sum();
    let mut left = dice.roll(all);
    let chosen = ACTS.iter().find(|(weight, ..)| {
        let found = left < *weight;
        left = left.saturating_sub(*weight);
        found
    });
    let (_, name, act) = chosen.unwrap();
    place.is(&format!("{name}, as application {}", application.number));
    act(&mut Turn { application, dice });
    if dice.once_in(4) {
        match world.manual {
            true => advance(dice.roll(4)),
            false => std::thread::sleep(Duration::from_micros(dice.roll(2000) as u64)),
        }
    }
}
