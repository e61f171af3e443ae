//! The one place that opens everything: it reads the configuration and builds the clock, the
//! engine and the providers. Process-wide state of the call side stands here and nowhere else.

use crate::config::{ClockKind, Configuration, LineSettings, Source};
use crate::engine::{
    Clock, Engine, Error, ErrorKind, ManualClock, Provider, Result, Settings, SystemClock,
};
use crate::log;
use crate::providers::{self, Departure, sim};
use crate::terminals::{Devices, RoomMixer, Watch};
use crate::translation::Book;
use std::fmt;
use std::ops::Deref;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, TryLockError};
use std::time::{Duration, Instant};
use tapi3_common::process::{Own, keep_standard_descriptors};
use tapi3_common::sync::lock;

/// An engine with its lines open.
pub struct System {
    engine: Arc<Engine>,
    manual: Option<Arc<ManualClock>>,
    devices: Devices,
    translation: Arc<Book>,
    /// Tells of devices that come and go, if there are such.
    watch: Mutex<Option<Watch>>,
    /// Providers that may have no line yet.
    waiting: Mutex<Vec<Arc<dyn Provider>>>,
    /// The generation of the process that it was opened in.
    generation: &'static Generation,
}

impl System {
    /// Opens what is configured. Fails, with nothing left open, if one provider cannot.
    pub fn new(configuration: Configuration) -> Result<Self> {
        let mut manual = None;
        let clock: Arc<dyn Clock> = match configuration.clock {
            ClockKind::System => Arc::new(SystemClock::new()),
            ClockKind::Manual => manual.insert(Arc::new(ManualClock::new())).clone(),
        };
        let settings = Settings {
            operation_timeout: configuration.operation_timeout,
        };
        let system = System {
            engine: Engine::new(clock, settings),
            manual,
            devices: configuration.sound.devices,
            translation: configuration.translation.clone(),
            watch: Mutex::default(),
            waiting: Mutex::default(),
            generation: Generation::now(),
        };
        system.engine.set_mixer(Arc::new(RoomMixer));
        system.open_lines(configuration)?;
        match Watch::start(system.devices, &system.engine) {
            Ok(watch) => *lock(&system.watch) = watch,
            Err(error) => tracing::warn!("devices that come and go are not told: {error}"),
        }
        Ok(system)
    }

    fn open_lines(&self, configuration: Configuration) -> Result<()> {
        let lines = configuration.lines.iter();
        let names: Vec<String> = lines.map(|(name, _)| name.clone()).collect();
        let mut simulated = Vec::new();
        let mut sip = Vec::new();
        let mut ews = Vec::new();
        #[cfg(feature = "cluster")]
        let mut remote = Vec::new();
        for (name, settings) in configuration.lines {
            match settings {
                LineSettings::Sim(settings) => simulated.push((name, settings)),
                LineSettings::Sip(settings) => sip.push((name, *settings)),
                LineSettings::Ews(settings) => ews.push((name, *settings)),
                #[cfg(feature = "cluster")]
                LineSettings::Remote(settings) => remote.push((name, settings)),
            }
        }
        if !simulated.is_empty() {
            sim::open(&self.engine, &configuration.simulation, simulated)?;
        }
        if !sip.is_empty() {
            self.remember(providers::sip::open(&self.engine, sip)?);
        }
        if !ews.is_empty() {
            self.remember(providers::ews::open(&self.engine, ews)?);
        }
        #[cfg(feature = "cluster")]
        if let (Some(cluster), false) = (&configuration.cluster, remote.is_empty()) {
            let opened = providers::remote::open(&self.engine, cluster, remote)?;
            lock(&self.waiting).push(opened.provider);
            self.remember(opened.departure);
        }
        // Programs take the first line that fits, so the order is the file's.
        self.engine.arrange_lines(&names);
        Ok(())
    }

    fn remember(&self, departure: Departure) {
        lock(&self.generation.departures).push((self.number(), departure));
    }

    /// A number that no other open system has.
    fn number(&self) -> usize {
        Arc::as_ptr(&self.engine).addr()
    }

    /// Closes the lines, as far as they are not.
    fn close(&self) {
        drop(lock(&self.watch).take());
        self.engine.close();
        let waiting = std::mem::take(&mut *lock(&self.waiting));
        waiting.iter().for_each(|provider| provider.close());
        lock(&self.generation.departures).retain(|(of, _)| *of != self.number());
        // A call that somebody holds keeps the engine, but no thread.
        self.engine.clock().close();
    }

    /// The engine.
    pub fn engine(&self) -> &Arc<Engine> {
        &self.engine
    }

    /// The microphones and loudspeakers that lines offer.
    pub fn devices(&self) -> Devices {
        self.devices
    }

    /// What is known of locations, calling cards and countries.
    pub fn translation(&self) -> &Arc<Book> {
        &self.translation
    }

    /// Moves the time on, running what comes due on the calling thread. Fails unless the
    /// configuration says `clock = "manual"`.
    pub fn advance_clock(&self, by: Duration) -> Result<()> {
        match &self.manual {
            Some(clock) => {
                clock.advance(by);
                Ok(())
            }
            None => Err(Error::new(
                ErrorKind::NotSupported,
                "Only a manual clock can be advanced: the configuration must say clock = \
                 \"manual\".",
            )),
        }
    }
}

impl fmt::Debug for System {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (f.debug_struct("System").field("engine", &self.engine)).finish_non_exhaustive()
    }
}

impl Drop for System {
    fn drop(&mut self) {
        self.close();
    }
}

/// What the whole process shares.
struct Process {
    users: usize,
    system: Option<Arc<System>>,
}

/// The configuration that the program has set.
enum Text {
    /// None: the file counts.
    File,
    Given(String),
    /// Another thread was just setting it when the process was forked.
    Lost,
}

/// What belongs to one generation of the process.
struct Generation {
    process: Mutex<Process>,
    /// Apart, because a lock that is held while lines open and close is held too long to be passed
    /// on to a child.
    text: Mutex<Text>,
    /// Those providers that are to be told when the process ends, and of which system they are.
    departures: Mutex<Vec<(usize, Departure)>>,
}

static GENERATIONS: Own<Generation> = Own::new(Generation::new(Text::File));

impl Generation {
    const fn new(text: Text) -> Self {
        Generation {
            process: Mutex::new(Process {
                users: 0,
                system: None,
            }),
            text: Mutex::new(text),
            departures: Mutex::new(Vec::new()),
        }
    }

    /// That of this process, made if it is new.
    fn now() -> &'static Self {
        GENERATIONS.get(|parent| Generation::new(parent.pass_on()))
    }

    /// What a child knows of the configuration that was set.
    fn pass_on(&self) -> Text {
        match self.text.try_lock() {
            Ok(text) => text.pass_on(),
            Err(TryLockError::Poisoned(text)) => text.into_inner().pass_on(),
            Err(TryLockError::WouldBlock) => Text::Lost,
        }
    }
}

impl fmt::Debug for Generation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Generation").finish_non_exhaustive()
    }
}

impl Text {
    fn pass_on(&self) -> Self {
        match self {
            Text::File => Text::File,
            Text::Given(text) => Text::Given(text.clone()),
            Text::Lost => Text::Lost,
        }
    }
}

fn process() -> MutexGuard<'static, Process> {
    lock(&Generation::now().process)
}

/// Hands over those providers of this process that are to be told of its end. Not at all if they
/// cannot be had by `deadline`, which happens when a signal handler ends the process.
pub(crate) fn with_departures(deadline: Instant, tell: impl FnOnce(&[(usize, Departure)])) {
    let Some(generation) = GENERATIONS.peek() else {
        // A child that never used the library.
        return;
    };
    loop {
        match generation.departures.try_lock() {
            Ok(departures) => return tell(&departures),
            Err(TryLockError::Poisoned(departures)) => return tell(&departures.into_inner()),
            Err(TryLockError::WouldBlock) if Instant::now() < deadline => {
                std::thread::sleep(Duration::from_millis(1));
            }
            Err(TryLockError::WouldBlock) => return,
        }
    }
}

/// One user's part in the process's system. When the last one is closed or dropped, the system is
/// closed, and the next [`open`] reads the configuration anew.
#[derive(Debug)]
pub struct Opened {
    system: Arc<System>,
    closed: AtomicBool,
}

impl Opened {
    /// Ends this user's part. Done again, it changes nothing.
    pub fn close(&self) {
        if self.closed.swap(true, Ordering::AcqRel) {
            return;
        }
        let mut process = lock(&self.system.generation.process);
        process.users = process.users.saturating_sub(1);
        if process.users == 0 {
            // Under the lock, so that whoever opens next finds ports and files free again.
            if let Some(system) = process.system.take() {
                system.close();
            }
        }
    }
}

impl Deref for Opened {
    type Target = System;

    fn deref(&self) -> &System {
        &self.system
    }
}

impl Drop for Opened {
    fn drop(&mut self) {
        self.close();
    }
}

/// Opens the process's system, or joins its users if it is open. The configuration is the text
/// given to [`set_configuration`], or else the file; with neither, two simulated lines are there.
pub fn open() -> Result<Opened> {
    log::from_environment();
    let generation = Generation::now();
    let mut process = lock(&generation.process);
    let system = match &process.system {
        Some(system) => system.clone(),
        None => {
            keep_standard_descriptors();
            let text = generation.pass_on();
            let configuration = match &text {
                Text::Given(text) => Configuration::read(&Source::text(text))?,
                Text::File => Configuration::load()?,
                Text::Lost => return Err(LOST),
            };
            let system = Arc::new(System::new(configuration)?);
            process.system.insert(system).clone()
        }
    };
    process.users += 1;
    Ok(Opened {
        system,
        closed: AtomicBool::new(false),
    })
}

const LOST: Error = Error::new(
    ErrorKind::OperationFailed,
    "The configuration was being set on another thread when the process was forked; the child must \
     set it again.",
);

/// The engine of the process's system, if it is open.
pub fn running_engine() -> Option<Arc<Engine>> {
    process()
        .system
        .as_ref()
        .map(|system| system.engine.clone())
}

/// Sets the configuration for the next [`open`], instead of the file; `None` goes back to the
/// file. Fails while the system is open, and if the text is no valid configuration.
pub fn set_configuration(text: Option<&str>) -> Result<()> {
    let generation = Generation::now();
    let process = lock(&generation.process);
    if process.system.is_some() {
        return Err(Error::new(
            ErrorKind::OperationFailed,
            "The configuration cannot be changed while TAPI is initialised; call Shutdown on \
             every TAPI object first.",
        ));
    }
    if let Some(text) = text {
        Configuration::read(&Source::text(text))?;
    }
    let text = text.map_or(Text::File, |text| Text::Given(text.to_owned()));
    *lock(&generation.text) = text;
    Ok(())
}

/// What addresses are translated by, while a system is open.
pub fn translation() -> Option<Arc<Book>> {
    let system = process().system.clone();
    system.map(|system| system.translation().clone())
}

/// Moves the manual clock of the process's system on; see [`System::advance_clock`].
pub fn advance_clock(by: Duration) -> Result<()> {
    let system = process().system.clone();
    match system {
        Some(system) => system.advance_clock(by),
        None => Err(Error::new(
            ErrorKind::NotInitialized,
            "No TAPI object is initialised, so there is no clock to advance.",
        )),
    }
}
