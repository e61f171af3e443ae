//! What the configuration says of the simulated exchange, its lines and its extensions.

use super::plan::is_number;
use crate::settings::{
    Place, Wrong, check_range, check_text, check_time, duration, optional_duration,
};
use serde::de::{Error, Unexpected};
use serde::{Deserialize, Deserializer};
use std::path::PathBuf;
use std::time::Duration;

/// The exchange as a whole: the table `[simulation]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Simulation {
    /// How long a ringing line takes from one ring to the next, for forwarding after so many rings.
    #[serde(deserialize_with = "duration")]
    pub ring_interval: Duration,
    /// How long a call stays parked before it rings where it was parked from; never if left out.
    #[serde(deserialize_with = "optional_duration")]
    pub park_reminder: Option<Duration>,
    /// How many parties a conference may have, ourselves included.
    pub max_conference: u32,
    /// Extensions besides the built-in ones, or in their place.
    pub extension: Vec<ExtensionSettings>,
    /// Calls that come in by themselves.
    pub call: Vec<IncomingSettings>,
    /// Where these settings stand.
    #[serde(skip)]
    pub place: Place,
}

impl Default for Simulation {
    fn default() -> Self {
        Simulation {
            ring_interval: Duration::from_secs(6),
            park_reminder: None,
            max_conference: 8,
            extension: Vec::new(),
            call: Vec::new(),
            place: Place::default(),
        }
    }
}

/// A line of the exchange: the keys of a `[[line]]` with `provider = "sim"`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The number under which the line is called.
    #[serde(deserialize_with = "number")]
    pub address: String,
    /// The group whose members pick up each other's calls.
    #[serde(default)]
    pub group: Option<String>,
    /// How long it takes from dialling this line until it rings.
    #[serde(default, deserialize_with = "duration")]
    pub ring_after: Duration,
    /// How many calls the line carries at once before it is busy; no limit if left out.
    #[serde(default)]
    pub max_calls: Option<u32>,
    /// How long after the start the line is plugged in; it is there from the start if left out.
    #[serde(default, deserialize_with = "optional_duration")]
    pub appears_after: Option<Duration>,
    /// How long after the start the line is unplugged, its calls with it; never if left out.
    #[serde(default, deserialize_with = "optional_duration")]
    pub vanishes_after: Option<Duration>,
    /// Where these settings stand.
    #[serde(skip)]
    pub place: Place,
}

/// What an extension does with a caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Behaviour {
    /// Answers.
    Answer,
    /// Is busy.
    Busy,
    /// Rings, and nobody answers.
    Ring,
    /// Refuses the call.
    Refuse,
    /// Takes no calls from this caller.
    Block,
    /// Cannot be reached, for no fault of the caller's.
    Fail,
}

/// An extension: the keys of a `[[simulation.extension]]`. One with the number of a built-in
/// extension stands in its place; nothing of the built-in one remains.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExtensionSettings {
    /// Its number.
    #[serde(deserialize_with = "number")]
    pub number: String,
    /// The name that it shows when it calls.
    #[serde(default)]
    pub name: String,
    /// What it does.
    pub behaviour: Behaviour,
    /// How long it takes from dialling until it rings.
    #[serde(default, deserialize_with = "duration")]
    pub ring_after: Duration,
    /// How long it rings before it does what it does.
    #[serde(default, deserialize_with = "duration")]
    pub answer_after: Duration,
    /// After how much ringing the exchange gives up, if nobody answers.
    #[serde(default, deserialize_with = "optional_duration")]
    pub no_answer_after: Option<Duration>,
    /// How long the caller waits in a queue after the ringing and before the answer.
    #[serde(default, deserialize_with = "optional_duration")]
    pub queue_for: Option<Duration>,
    /// How long after the answer it hangs up.
    #[serde(default, deserialize_with = "optional_duration")]
    pub hang_up_after: Option<Duration>,
    /// How long after the answer its line drops.
    #[serde(default, deserialize_with = "optional_duration")]
    pub line_drops_after: Option<Duration>,
    /// How long after the answer it calls the caller's line.
    #[serde(default, deserialize_with = "optional_duration")]
    pub calls_back_after: Option<Duration>,
    /// Whether it says back what it hears.
    #[serde(default)]
    pub echoes: bool,
    /// The frequency of a tone that it says, in Hz.
    #[serde(default)]
    pub tone: Option<u32>,
    /// A WAV file that it plays once.
    #[serde(default)]
    pub plays: Option<PathBuf>,
    /// Whether it says back the digits that it hears, a second after the last.
    #[serde(default)]
    pub reads_back: bool,
    /// A WAV file to which it writes what it hears; each call begins it anew.
    #[serde(default)]
    pub records: Option<PathBuf>,
    /// Whether it ever confirms that the caller has hung up.
    #[serde(default = "yes")]
    pub confirms: bool,
    /// How late it confirms that; at once if left out.
    #[serde(default, deserialize_with = "optional_duration")]
    pub confirms_after: Option<Duration>,
    /// Where these settings stand.
    #[serde(skip)]
    pub place: Place,
}

impl ExtensionSettings {
    /// An extension that does this at once.
    pub fn new(number: &str, behaviour: Behaviour) -> Self {
        ExtensionSettings {
            number: number.to_owned(),
            name: String::new(),
            behaviour,
            ring_after: Duration::ZERO,
            answer_after: Duration::ZERO,
            no_answer_after: None,
            queue_for: None,
            hang_up_after: None,
            line_drops_after: None,
            calls_back_after: None,
            echoes: false,
            tone: None,
            plays: None,
            reads_back: false,
            records: None,
            confirms: true,
            confirms_after: None,
            place: Place::default(),
        }
    }
}

/// A call that comes in by itself: the keys of a `[[simulation.call]]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IncomingSettings {
    /// The caller's number. One that is no extension counts as external, and answers if called.
    #[serde(deserialize_with = "number")]
    pub from: String,
    /// The caller's name, if the number is no extension.
    #[serde(default)]
    pub name: String,
    /// The number of the line that is called.
    pub to: String,
    /// How long after the start.
    #[serde(deserialize_with = "duration")]
    pub after: Duration,
    /// How long until it calls again; once only if left out.
    #[serde(default, deserialize_with = "optional_duration")]
    pub every: Option<Duration>,
    /// Where these settings stand.
    #[serde(skip)]
    pub place: Place,
}

impl Simulation {
    /// Checks what can be checked without the lines.
    pub fn check(&self) -> Result<(), Wrong> {
        check_time("ring_interval", self.ring_interval, "1ms", "1h")?;
        if let Some(time) = self.park_reminder {
            check_time("park_reminder", time, "1ms", "24h")?;
        }
        check_range("max_conference", self.max_conference, 2, 1000)
    }
}

impl Settings {
    /// Checks what can be checked without the other lines.
    pub fn check(&self) -> Result<(), Wrong> {
        if let Some(group) = &self.group {
            check_text("group", group)?;
            if group.is_empty() {
                return Err(Wrong::new("group", "must not be empty"));
            }
        }
        if let Some(count) = self.max_calls {
            check_range("max_calls", count, 1, 1_000_000)?;
        }
        match (self.appears_after, self.vanishes_after) {
            (appears, Some(vanishes)) if vanishes <= appears.unwrap_or_default() => {
                let what = "the line would vanish before it is there";
                Err(Wrong::new("vanishes_after", what))
            }
            _ => Ok(()),
        }
    }
}

impl ExtensionSettings {
    /// Checks what can be checked without the other numbers.
    pub fn check(&self) -> Result<(), Wrong> {
        check_text("name", &self.name)?;
        if self.confirms_after.is_some() && !self.confirms {
            let what = "confirms = false and confirms_after exclude each other";
            return Err(Wrong::new("confirms_after", what));
        }
        for (key, value) in [
            ("queue_for", self.queue_for),
            ("hang_up_after", self.hang_up_after),
            ("line_drops_after", self.line_drops_after),
            ("calls_back_after", self.calls_back_after),
        ] {
            if value.is_some() && self.behaviour != Behaviour::Answer {
                return Err(Wrong::new(key, "needs behaviour = \"answer\""));
            }
        }
        for (key, said) in [
            ("echoes", self.echoes),
            ("tone", self.tone.is_some()),
            ("plays", self.plays.is_some()),
            ("reads_back", self.reads_back),
            ("records", self.records.is_some()),
        ] {
            if said && self.behaviour != Behaviour::Answer {
                return Err(Wrong::new(key, "needs behaviour = \"answer\""));
            }
        }
        let says = [self.echoes, self.tone.is_some(), self.plays.is_some()];
        if says.into_iter().filter(|says| *says).count() > 1 {
            let what = "echoes, tone and plays exclude each other";
            return Err(Wrong::new("echoes", what));
        }
        if let Some(hertz) = self.tone {
            check_range("tone", hertz, 100, 3_800)?;
        }
        if self.no_answer_after.is_some() && self.behaviour != Behaviour::Ring {
            return Err(Wrong::new("no_answer_after", "needs behaviour = \"ring\""));
        }
        Ok(())
    }
}

impl IncomingSettings {
    /// Checks what can be checked without the lines.
    pub fn check(&self) -> Result<(), Wrong> {
        check_text("name", &self.name)?;
        match self.every {
            Some(every) => check_time("every", every, "1ms", "876000h"),
            None => Ok(()),
        }
    }
}

fn number<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let text = String::deserialize(from)?;
    if is_number(&text) {
        return Ok(text);
    }
    let expected = "a number of up to 25 digits, *, #, + and A to D";
    Err(D::Error::invalid_value(Unexpected::Str(&text), &expected))
}

fn yes() -> bool {
    true
}
