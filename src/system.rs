//! The one place that opens everything: it reads the configuration and builds the clock, the
//! engine and the providers. Process-wide state of the call side stands here and nowhere else.

use crate::config::{ClockKind, Configuration, LineSettings, Source};
use crate::engine::{Clock, Engine, Error, ErrorKind, ManualClock, Result, Settings, SystemClock};
use crate::log;
use crate::providers::{self, sim};
use once_cell::sync::Lazy;
use std::ops::Deref;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tapi3_common::sync::lock;

/// An engine with its lines open.
#[derive(Debug)]
pub struct System {
    engine: Arc<Engine>,
    manual: Option<Arc<ManualClock>>,
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
        };
        system.open_lines(configuration)?;
        Ok(system)
    }

    fn open_lines(&self, configuration: Configuration) -> Result<()> {
        let lines = configuration.lines.iter();
        let names: Vec<String> = lines.map(|(name, _)| name.clone()).collect();
        let mut simulated = Vec::new();
        let mut sip = Vec::new();
        let mut ews = Vec::new();
        for (name, settings) in configuration.lines {
            match settings {
                LineSettings::Sim(settings) => simulated.push((name, settings)),
                LineSettings::Sip(settings) => sip.push((name, *settings)),
                LineSettings::Ews(settings) => ews.push((name, *settings)),
            }
        }
        if !simulated.is_empty() {
            sim::open(&self.engine, &configuration.simulation, simulated)?;
        }
        if !sip.is_empty() {
            providers::sip::open(&self.engine, sip)?;
        }
        if !ews.is_empty() {
            providers::ews::open(&self.engine, ews)?;
        }
        // Programs take the first line that fits, so the order is the file's.
        self.engine.arrange_lines(&names);
        Ok(())
    }

    /// The engine.
    pub fn engine(&self) -> &Arc<Engine> {
        &self.engine
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

impl Drop for System {
    fn drop(&mut self) {
        self.engine.close();
    }
}

/// What the whole process shares.
#[derive(Default)]
struct Process {
    users: usize,
    system: Option<Arc<System>>,
    text: Option<String>,
}

static PROCESS: Lazy<Mutex<Process>> = Lazy::new(Mutex::default);

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
        let mut process = lock(&PROCESS);
        process.users = process.users.saturating_sub(1);
        if process.users == 0 {
            // Under the lock, so that whoever opens next finds ports and files free again.
            if let Some(system) = process.system.take() {
                system.engine.close();
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
    let mut process = lock(&PROCESS);
    let system = match &process.system {
        Some(system) => system.clone(),
        None => {
            let configuration = match &process.text {
                Some(text) => Configuration::read(&Source::text(text))?,
                None => Configuration::load()?,
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

/// The engine of the process's system, if it is open.
pub fn running_engine() -> Option<Arc<Engine>> {
    let process = lock(&PROCESS);
    process.system.as_ref().map(|system| system.engine.clone())
}

/// Sets the configuration for the next [`open`], instead of the file; `None` goes back to the
/// file. Fails while the system is open, and if the text is no valid configuration.
pub fn set_configuration(text: Option<&str>) -> Result<()> {
    let mut process = lock(&PROCESS);
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
    process.text = text.map(str::to_owned);
    Ok(())
}

/// Moves the manual clock of the process's system on; see [`System::advance_clock`].
pub fn advance_clock(by: Duration) -> Result<()> {
    let system = lock(&PROCESS).system.clone();
    match system {
        Some(system) => system.advance_clock(by),
        None => Err(Error::new(
            ErrorKind::NotInitialized,
            "No TAPI object is initialised, so there is no clock to advance.",
        )),
    }
}
