//! Lines of the bus's configuration, opened and closed while everything else runs.

use super::failed;
use crate::config::{Configuration, LineSettings, Source};
use crate::engine::{Engine, Error, ErrorKind, Line, Provider, Result};
use crate::providers::guard::Guard;
use crate::providers::{ews, sim, sip};
use std::sync::Arc;

/// Reads the configuration of one line.
///
/// # Errors
/// As for a configuration file, or if it is not this one line.
pub(super) fn read(name: &str, text: &str) -> Result<LineSettings> {
    let source = Source::named(&format!("The bus's line \"{name}\""), text);
    let mut lines = Configuration::read(&source)?.lines;
    let only = lines.pop().filter(|_| lines.is_empty());
    match only {
        Some((named, settings)) if named == name && !settings.is_remote() => Ok(settings),
        _ => Err(failed(
            "The line cannot be opened",
            &format!("its configuration in the bus is not that of \"{name}\""),
        )),
    }
}

/// A line that is open, until this is dropped.
pub(super) struct OpenLine {
    engine: Arc<Engine>,
    line: Arc<Line>,
    provider: Arc<dyn Provider>,
}

impl Drop for OpenLine {
    /// Ends its calls as failed, for everybody, and closes it. Returns when nothing of it acts any
    /// more, which takes some seconds at most.
    fn drop(&mut self) {
        self.engine.remove_line(&self.line);
        self.provider.close();
    }
}

impl OpenLine {
    /// Opens a line. Once `guard` is over it sends nothing, or begins nothing if it is one of EWS.
    ///
    /// # Errors
    /// If it cannot be opened, or this machine has a line of that name.
    pub fn open(
        engine: &Arc<Engine>,
        simulation: &sim::Simulation,
        guard: &Guard,
        (name, text): (&str, &str),
    ) -> Result<Self> {
        let settings = read(name, text)?;
        let find = || -> Result<Option<Arc<Line>>> {
            let lines = engine.lines()?;
            Ok(lines.into_iter().find(|line| line.info().name == name))
        };
        if find()?.is_some_and(|line| super::is_own(&line.info().protocol)) {
            let text = "The line cannot be opened: this machine has one of that name already.";
            return Err(Error::new(ErrorKind::InvalidArgument, text));
        }
        let named = name.to_owned();
        match settings {
            LineSettings::Sim(settings) => {
                sim::open(engine, simulation, vec![(named, settings)])?;
            }
            LineSettings::Sip(settings) => {
                sip::open_guarded(engine, vec![(named, *settings)], Some(guard))?;
            }
            LineSettings::Ews(settings) => {
                ews::open_guarded(engine, vec![(named, *settings)], Some(guard))?;
            }
            LineSettings::Remote(_) => {}
        }
        let own =
            |line: &Arc<Line>| line.info().name == name && super::is_own(&line.info().protocol);
        let line = engine.lines()?.into_iter().find(own);
        let line = line.ok_or_else(|| failed("The line cannot be opened", &"it is not there"))?;
        Ok(OpenLine {
            engine: engine.clone(),
            provider: line.provider().clone(),
            line,
        })
    }

    /// With `on` it takes no new calls; without, it does again.
    pub fn withhold(&self, on: bool) {
        self.line.withhold(on);
    }

    /// Whether it has calls.
    pub fn is_busy(&self) -> bool {
        // Without memory to look, it is left in peace.
        self.line.calls().map_or(true, |calls| !calls.is_empty())
    }
}
