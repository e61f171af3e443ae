//! What one round works on: TAPI objects with their sinks, and the calls that the program holds.

use super::capi::tapi3_clock_advance;
use super::counted::*;
use super::dice::Dice;
use super::sink::Sink;
use super::tapi2::Application;
use super::watch::{Watch, lock};
use core::ptr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, Weak};
use tapi3::com::abi::*;

pub type Call = Com<ITBasicCallControl>;

/// How many calls a client keeps at hand.
const SLOTS: usize = 6;

pub const ALL_EVENTS: LONG = TE_TAPIOBJECT
    | TE_ADDRESS
    | TE_CALLNOTIFICATION
    | TE_CALLSTATE
    | TE_CALLHUB
    | TE_CALLINFOCHANGE
    | TE_CALLMEDIA
    | TE_FILETERMINAL
    | TE_DIGITEVENT
    | TE_GENERATEEVENT
    | TE_GATHERDIGITS
    | TE_TONEEVENT;

/// One round's world.
pub struct World {
    /// Whether time stands still until somebody moves it.
    pub manual: bool,
    /// Whether a client looks on that does nothing else: the engine lives as long as the round.
    pub watched: bool,
    /// No sink does anything any more.
    pub calm: AtomicBool,
    /// The one that looks on comes first, if there is one.
    pub clients: Vec<Client>,
    /// Programs of TAPI 2.
    pub applications: Vec<Application>,
    pub watch: Arc<Watch>,
    /// The name that hand-offs know this program by.
    pub application: String,
    faults: Mutex<Vec<String>>,
}

/// One TAPI object and what the program has of it.
pub struct Client {
    pub number: usize,
    pub tapi: Com<ITTAPI>,
    pub role: Role,
    pub home: Mutex<Home>,
    pub slots: Vec<Mutex<Option<Call>>>,
    /// Calls that are held until the round is over.
    pub kept: Mutex<Vec<Kept>>,
    pub sink: Arc<Sink>,
    tied: Mutex<Option<DWORD>>,
    pub more_sinks: Mutex<Vec<(DWORD, Arc<Sink>)>>,
    /// Whether anybody has ever begun to shut it down.
    pub was_shut: AtomicBool,
}

/// What a client is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Hears everything and does nothing.
    Watcher,
    /// Hears of every state, from the beginning to the end of the round.
    Faithful,
    /// Changes its filters, sinks and registrations.
    Fickle,
}

/// A call that is held until the round is over.
#[derive(Clone)]
pub struct Kept {
    pub call: Call,
    pub id: LONG,
    /// Whether it was held before it began; otherwise it has a past that its holder may not have
    /// been told of.
    pub from_its_beginning: bool,
    /// How many states its holder had been told by then.
    pub told_before: usize,
}

/// What Initialize gave.
#[derive(Default)]
pub struct Home {
    pub addresses: Vec<Com<ITAddress>>,
    pub tokens: Vec<LONG>,
}

const LINES: &str = r#"
    [simulation]
    ring_interval = "1ms"
    max_conference = 4

    [[simulation.extension]]
    number = "3001"
    behaviour = "answer"
    ring_after = "1ms"
    answer_after = "1ms"
    hang_up_after = "4ms"

    [[simulation.extension]]
    number = "3002"
    behaviour = "answer"
    answer_after = "2ms"
    confirms_after = "3ms"

    [[simulation.extension]]
    number = "3003"
    behaviour = "answer"
    queue_for = "2ms"
    line_drops_after = "3ms"

    [[line]]
    name = "First"
    provider = "sim"
    address = "2001"
    group = "1"

    [[line]]
    name = "Second"
    provider = "sim"
    address = "2002"
    group = "1"
"#;

impl World {
    /// Opens the TAPI objects of a round.
    pub fn open(seed: u64, watch: &Arc<Watch>) -> Arc<World> {
        let dice = &mut Dice::new(seed, 0);
        let manual = dice.once_in(2);
        let watched = !dice.once_in(4);
        let clock = if manual {
            "clock = \"manual\"\noperation_timeout = \"400ms\"\n"
        } else {
            "operation_timeout = \"40ms\"\n"
        };
        let configured = configure(&format!("{clock}{LINES}"));
        let applications = dice.roll(3);
        let open = |number| Application::open(number, &mut Dice::new(seed, 200 + number));
        let applications: Vec<Application> = (0..applications).map(open).collect();
        let world = Arc::new_cyclic(|world| {
            let count = 1 + dice.roll(3) + usize::from(watched);
            let role = |number, dice: &mut Dice| match number {
                0 if watched => Role::Watcher,
                _ if dice.once_in(2) => Role::Fickle,
                _ => Role::Faithful,
            };
            let open = |number| Client::new(number, role(number, dice), seed, world, watch);
            World {
                manual,
                watched,
                calm: AtomicBool::new(false),
                clients: (0..count).map(open).collect(),
                applications,
                watch: watch.clone(),
                application: application(),
                faults: Mutex::default(),
            }
        });
        if configured != S_OK {
            world.fault(format!(
                "the lines are open before a round: configuring gives {configured:#x}"
            ));
        }
        for client in &world.clients {
            client.open(&world, dice);
        }
        world
    }

    /// What kind of round it is.
    pub fn title(&self) -> String {
        let roles: Vec<Role> = self.clients.iter().map(|client| client.role).collect();
        let clock = if self.manual { "manual" } else { "system" };
        let applications = self.applications.len();
        format!(
            "the clients are {roles:?}, with {applications} of TAPI 2, the clock is \"{clock}\""
        )
    }

    /// Something that must never be.
    pub fn fault(&self, what: String) {
        lock(&self.faults).push(what);
    }

    pub fn faults(&self) -> Vec<String> {
        let mut faults = core::mem::take(&mut *lock(&self.faults));
        faults.extend(self.applications.iter().flat_map(Application::faults));
        faults
    }

    /// A method's answer: there is memory for everything here.
    pub fn check(&self, method: &str, answer: HRESULT) {
        if answer == E_OUTOFMEMORY {
            self.fault(format!("{method} has no memory"));
        }
    }

    /// The client that looks on.
    pub fn watcher(&self) -> Option<&Client> {
        self.clients.first().filter(|_| self.watched)
    }

    /// Those that do something.
    pub fn actors(&self) -> &[Client] {
        &self.clients[usize::from(self.watched)..]
    }
}

/// The program's file name.
fn application() -> String {
    let path = std::env::current_exe().unwrap();
    path.file_name().unwrap().to_string_lossy().into_owned()
}

impl Client {
    fn new(
        number: usize,
        role: Role,
        seed: u64,
        world: &Weak<World>,
        watch: &Arc<Watch>,
    ) -> Client {
        let place = watch.place(format!("the sink of client {number}"));
        Client {
            number,
            tapi: new_tapi(),
            role,
            home: Mutex::default(),
            slots: (0..SLOTS).map(|_| Mutex::new(None)).collect(),
            kept: Mutex::default(),
            sink: Sink::new(number, Dice::new(seed, 100 + number), world, place),
            tied: Mutex::default(),
            more_sinks: Mutex::default(),
            was_shut: AtomicBool::new(false),
        }
    }

    /// Initializes the TAPI object and makes itself at home, unless somebody else does.
    pub fn open(&self, world: &World, dice: &mut Dice) {
        call!(self.tapi, put_EventFilter, ALL_EVENTS);
        let begun = call!(self.tapi, Initialize);
        world.check("Initialize", begun);
        if begun != S_OK {
            return;
        }
        let mut tied = lock(&self.tied);
        if let Some(cookie) = tied.take() {
            // Somebody else may have shut it down and initialized it again just now.
            self.unadvise(cookie);
        }
        *tied = self.advise(&self.sink);
        drop(tied);
        call!(self.tapi, SetCallHubTracking, empty(), VARIANT_TRUE);
        let addresses = addresses(&self.tapi);
        let old = core::mem::replace(
            &mut *lock(&self.home),
            Home {
                addresses,
                tokens: Vec::new(),
            },
        );
        drop(old);
        for line in 0..2 {
            match self.role {
                Role::Watcher => self.register(line, true, false),
                _ if dice.once_in(4) => {}
                _ => self.register(line, dice.once_in(2), true),
            }
        }
    }

    pub fn address(&self, line: usize) -> Option<Com<ITAddress>> {
        lock(&self.home).addresses.get(line).cloned()
    }

    pub fn register(&self, line: usize, monitor: bool, owner: bool) {
        let Some(address) = self.address(line) else {
            return;
        };
        let (monitor, owner) = (bool_of(monitor), bool_of(owner));
        let media = TAPIMEDIATYPE_AUDIO;
        let address = address.raw();
        let mut token = 0;
        let token_out = &raw mut token;
        let registered = call!(
            self.tapi,
            RegisterCallNotifications,
            address,
            monitor,
            owner,
            media,
            1,
            token_out
        );
        if registered == S_OK {
            lock(&self.home).tokens.push(token);
        }
    }

    /// Ties a sink. Returns its number.
    pub fn advise(&self, sink: &Arc<Sink>) -> Option<DWORD> {
        let point = event_point(&self.tapi)?;
        let mut cookie = 0;
        let sink = Arc::as_ptr(sink).cast_mut().cast::<IUnknown>();
        let tied = call!(point, Advise, sink, &raw mut cookie);
        (tied == S_OK).then_some(cookie)
    }

    pub fn unadvise(&self, cookie: DWORD) {
        if let Some(point) = event_point(&self.tapi) {
            call!(point, Unadvise, cookie);
        }
    }

    pub fn shut_down(&self) -> HRESULT {
        self.was_shut.store(true, Ordering::SeqCst);
        call!(self.tapi, Shutdown)
    }

    /// Whether it has been open from the beginning.
    pub fn is_untouched(&self) -> bool {
        !self.was_shut.load(Ordering::SeqCst)
    }

    /// Whether its sink hears of every state.
    pub fn hears_all(&self) -> bool {
        self.role != Role::Fickle && self.is_untouched()
    }

    /// Holds a call until the round is over.
    pub fn keep(&self, call: Call, from_its_beginning: bool) {
        let id = number_of(&call, CIL_CALLID);
        let told_before = match from_its_beginning {
            // Another thread may have found it, and placed it, before this one comes here.
            true => 0,
            false => self.sink.history(id).len(),
        };
        let kept = Kept {
            call,
            id,
            from_its_beginning,
            told_before,
        };
        lock(&self.kept).push(kept);
    }

    /// The calls that are held until the round is over.
    pub fn all_kept(&self) -> Vec<Kept> {
        lock(&self.kept).clone()
    }

    /// What its sink was told of such a call since then.
    pub fn told(&self, kept: &Kept) -> Vec<CALL_STATE> {
        let mut told = self.sink.history(kept.id);
        told.drain(..kept.told_before);
        if kept.from_its_beginning {
            told.insert(0, CS_IDLE);
        }
        told
    }

    /// Puts a call at hand. What was there is let go of.
    pub fn put(&self, slot: usize, call: Option<Call>) {
        let old = core::mem::replace(&mut *lock(&self.slots[slot]), call);
        drop(old);
    }

    /// Everything that it holds, each call as often as it is held.
    pub fn held(&self) -> Vec<Call> {
        let slots = self.slots.iter().filter_map(|slot| lock(slot).clone());
        let mut held: Vec<Call> = slots.collect();
        held.extend(self.all_kept().into_iter().map(|kept| kept.call));
        held
    }
}

/// VT_EMPTY.
pub fn empty() -> VARIANT {
    // SAFETY: a variant may be all zeros.
    unsafe { core::mem::zeroed() }
}

/// Moves a manual clock on.
pub fn advance(milliseconds: usize) {
    // SAFETY: takes any thread.
    unsafe { tapi3_clock_advance(milliseconds as ULONG) };
}

/// No pointer.
pub fn null<T>() -> *mut T {
    ptr::null_mut()
}
