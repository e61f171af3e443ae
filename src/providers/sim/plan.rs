//! The numbering plan: which number belongs to which line or extension. It never changes while the
//! exchange is open, so reading it takes no lock.

use super::settings::{Behaviour, ExtensionSettings, IncomingSettings, Settings, Simulation};
use super::sound::RATE;
use crate::engine::{Error, ErrorKind, Result};
use crate::providers::sound_file;
use crate::settings::Wrong;
use std::sync::Arc;
use std::time::Duration;
use tapi3_media::tone::{Custom, Tone};

/// What a number leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    Unknown,
    Line(u32),
    Extension(u32),
}

/// What was dialled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialled {
    All(Target),
    /// More digits are to come.
    Part,
}

/// A line as the plan knows it.
#[derive(Debug)]
pub(super) struct PlanLine {
    pub name: String,
    pub settings: Settings,
}

/// An extension as the plan knows it.
#[derive(Debug)]
pub(super) struct Extension {
    pub settings: ExtensionSettings,
    /// What it says once it has answered.
    pub says: Said,
    /// Whether it stands for somebody outside the exchange.
    pub external: bool,
}

/// What an extension says.
#[derive(Debug)]
pub(super) enum Said {
    Nothing,
    Echo,
    Tone(Tone),
    /// The samples of a file, at the exchange's rate.
    File(Arc<[i16]>),
}

impl Extension {
    /// Fails on a file that cannot be played.
    fn new(settings: ExtensionSettings, external: bool) -> std::result::Result<Self, Wrong> {
        let says = match (&settings.plays, settings.tone) {
            (Some(path), _) => {
                let read = sound_file::read(path, RATE);
                let samples = read.map_err(|error| {
                    Wrong::new("plays", format!("\"{}\" {error}", path.display()))
                })?;
                Said::File(samples.into())
            }
            (None, Some(frequency)) => {
                let voice = Custom {
                    frequency,
                    on: 1,
                    off: 0,
                    volume: u16::MAX,
                };
                let tone = Tone::custom(&[voice], None);
                tone.map_or(Said::Nothing, Said::Tone)
            }
            (None, None) if settings.echoes => Said::Echo,
            (None, None) => Said::Nothing,
        };
        Ok(Extension {
            settings,
            says,
            external,
        })
    }

    /// Whether it says, hears or minds anything.
    pub fn has_sound(&self) -> bool {
        let settings = &self.settings;
        let listens = settings.reads_back || settings.records.is_some();
        listens || !matches!(self.says, Said::Nothing)
    }

    /// Whether a call to it ever needs an alarm.
    pub fn keeps_time(&self) -> bool {
        let settings = &self.settings;
        let later = [
            settings.no_answer_after,
            settings.queue_for,
            settings.hang_up_after,
            settings.line_drops_after,
            settings.confirms_after,
        ];
        !settings.ring_after.is_zero()
            || !settings.answer_after.is_zero()
            || later.iter().any(Option::is_some)
    }

    /// Whether it answers at once, and then does nothing more by itself.
    pub fn answers_directly(&self) -> bool {
        let settings = &self.settings;
        settings.behaviour == Behaviour::Answer
            && settings.calls_back_after.is_none()
            && !self.has_sound()
            && self.confirms_at_once()
            && !self.keeps_time()
    }

    /// Whether it confirms a hang-up at once, as everybody should.
    pub fn confirms_at_once(&self) -> bool {
        self.settings.confirms && self.settings.confirms_after.is_none()
    }
}

/// A call that comes in by itself.
#[derive(Debug, Clone)]
pub(super) struct Visit {
    pub from: u32,
    pub to: u32,
    pub after: Duration,
    pub every: Option<Duration>,
}

/// All numbers.
#[derive(Debug)]
pub(super) struct Plan {
    pub lines: Vec<PlanLine>,
    pub extensions: Vec<Extension>,
    pub visits: Vec<Visit>,
    pub ring_interval: Duration,
    pub park_reminder: Option<Duration>,
    pub max_conference: u32,
    /// Sorted by their keys.
    numbers: Vec<(u128, Target)>,
}

/// The extensions that are there without being configured; [`super`] has the table for people.
fn built_in() -> Vec<ExtensionSettings> {
    use Behaviour::*;
    let of = ExtensionSettings::new;
    let seconds = |n| Some(Duration::from_secs(n));
    let mut hangs_up = of("1005", Answer);
    hangs_up.hang_up_after = seconds(2);
    let mut never_confirms = of("1006", Answer);
    never_confirms.confirms = false;
    let mut drops = of("1007", Answer);
    drops.line_drops_after = seconds(1);
    let mut gives_up = of("1010", Ring);
    gives_up.no_answer_after = seconds(20);
    let mut calls_back = of("1011", Answer);
    calls_back.name = "Call back".to_owned();
    calls_back.hang_up_after = seconds(1);
    calls_back.calls_back_after = seconds(3);
    let mut queues = of("1012", Answer);
    queues.queue_for = seconds(5);
    let mut echoes = of("1013", Answer);
    echoes.echoes = true;
    let mut sounds = of("1014", Answer);
    sounds.tone = Some(440);
    let mut reads_back = of("1015", Answer);
    reads_back.reads_back = true;
    vec![
        of("1001", Answer),
        of("1002", Busy),
        of("1003", Ring),
        of("1004", Refuse),
        hangs_up,
        never_confirms,
        drops,
        of("1008", Block),
        of("1009", Fail),
        gives_up,
        calls_back,
        queues,
        echoes,
        sounds,
        reads_back,
    ]
}

/// Whether people write this between digits without meaning it.
fn is_filler(c: char) -> bool {
    matches!(c, ' ' | '-' | '.' | '/' | '(' | ')')
}

/// Whether a telephone can dial this.
pub(super) fn is_dialable(c: char) -> bool {
    matches!(c, '0'..='9' | '*' | '#' | '+' | 'A'..='D' | 'a'..='d') || is_filler(c)
}

/// How many symbols a number may have.
const LONGEST: u32 = 25;

/// A number in five bits for each symbol, however it is written; `None` if it is none.
fn key(number: &str) -> Option<u128> {
    let mut key: u128 = 0;
    for byte in number.bytes() {
        let symbol = match byte {
            b'0'..=b'9' => byte - b'0' + 1,
            b'A'..=b'D' => byte - b'A' + 11,
            b'a'..=b'd' => byte - b'a' + 11,
            b'*' => 15,
            b'#' => 16,
            b'+' => 17,
            _ if is_filler(char::from(byte)) => continue,
            _ => return None,
        };
        if key >> (5 * (LONGEST - 1)) != 0 {
            return None;
        }
        key = key << 5 | u128::from(symbol);
    }
    (key != 0).then_some(key)
}

/// Whether this is a number that somebody can have.
pub(super) fn is_number(text: &str) -> bool {
    key(text).is_some()
}

fn error(message: String) -> Error {
    Error::with_text(ErrorKind::InvalidArgument, message)
}

impl Plan {
    /// Lays the plan out. Fails on settings that make no sense, and on a number that is malformed
    /// or taken twice.
    pub fn new(simulation: &Simulation, lines: Vec<(String, Settings)>) -> Result<Self> {
        let whole = |wrong: Wrong| error(simulation.place.tell("[simulation]", &wrong));
        simulation.check().map_err(whole)?;
        let mut plan = Plan {
            lines: Vec::new(),
            extensions: Vec::new(),
            visits: Vec::new(),
            ring_interval: simulation.ring_interval,
            park_reminder: simulation.park_reminder,
            max_conference: simulation.max_conference,
            numbers: Vec::new(),
        };
        for (name, settings) in lines {
            let target = Target::Line(plan.lines.len() as u32);
            let told = |wrong: &Wrong| settings.place.tell(&format!("Line \"{name}\""), wrong);
            settings.check().map_err(|wrong| error(told(&wrong)))?;
            plan.add(("address", &settings.address), target, told)?;
            plan.lines.push(PlanLine { name, settings });
        }
        for settings in &simulation.extension {
            let whose = format!("[[simulation.extension]] \"{}\"", settings.number);
            let told = |wrong: Wrong| error(settings.place.tell(&whose, &wrong));
            settings.check().map_err(told)?;
            plan.add_extension(settings.clone())?;
        }
        for settings in built_in() {
            // A line or an extension of the configuration stands in the place of a built-in one.
            if plan.find(&settings.number) == Target::Unknown {
                plan.add_extension(settings)?;
            }
        }
        for call in &simulation.call {
            let whose = format!("[[simulation.call]] from \"{}\"", call.from);
            let told = |wrong: Wrong| error(call.place.tell(&whose, &wrong));
            call.check().map_err(told)?;
            let Target::Line(to) = plan.find(&call.to) else {
                let what = format!("no simulated line has the number \"{}\"", call.to);
                return Err(told(Wrong::new("to", what)));
            };
            let from = plan.outside(call)?;
            plan.visits.push(Visit {
                from,
                to,
                after: call.after,
                every: call.every,
            });
        }
        Ok(plan)
    }

    fn add_extension(&mut self, settings: ExtensionSettings) -> Result<()> {
        let target = Target::Extension(self.extensions.len() as u32);
        let told = |wrong: &Wrong| settings.place.tell("[[simulation.extension]]", wrong);
        self.add(("number", &settings.number), target, told)?;
        let extension = Extension::new(settings.clone(), false);
        let extension = extension.map_err(|wrong| error(told(&wrong)))?;
        self.extensions.push(extension);
        Ok(())
    }

    /// The extension that stands for a caller from outside.
    fn outside(&mut self, call: &IncomingSettings) -> Result<u32> {
        let number = call.from.as_str();
        let told = |wrong: &Wrong| {
            let whose = format!("[[simulation.call]] from \"{number}\"");
            call.place.tell(&whose, wrong)
        };
        match self.find(number) {
            Target::Extension(known) => Ok(known),
            Target::Line(_) => {
                let what = format!("\"{number}\" is a line, which cannot be made to call");
                Err(error(told(&Wrong::new("from", what))))
            }
            Target::Unknown => {
                let new = self.extensions.len() as u32;
                self.add(("from", number), Target::Extension(new), told)?;
                let mut settings = ExtensionSettings::new(number, Behaviour::Answer);
                call.name.clone_into(&mut settings.name);
                let extension = Extension::new(settings, true);
                self.extensions
                    .push(extension.map_err(|wrong| error(told(&wrong)))?);
                Ok(new)
            }
        }
    }

    /// Gives a number, which stands under a key of somebody's settings, its target.
    fn add(
        &mut self,
        (name, number): (&'static str, &str),
        target: Target,
        told: impl Fn(&Wrong) -> String,
    ) -> Result<()> {
        let wrong = |what| error(told(&Wrong::new(name, what)));
        let Some(key) = key(number) else {
            return Err(wrong(format!(
                "\"{number}\" is not a number; use up to {LONGEST} digits, *, #, + and A to D"
            )));
        };
        match self.position(key) {
            Ok(_) => Err(wrong(format!("the number \"{number}\" is taken already"))),
            Err(place) => {
                self.numbers.insert(place, (key, target));
                Ok(())
            }
        }
    }

    fn position(&self, key: u128) -> std::result::Result<usize, usize> {
        self.numbers.binary_search_by_key(&key, |(known, _)| *known)
    }

    /// What `number` leads to. Allocates nothing.
    pub fn find(&self, number: &str) -> Target {
        key(number)
            .and_then(|key| self.position(key).ok())
            .and_then(|place| self.numbers.get(place))
            .map_or(Target::Unknown, |(_, target)| *target)
    }

    /// What dialling `destination` means: nothing, or a `;` at its end, says that more will come.
    pub fn dialled(&self, destination: &str) -> Dialled {
        if destination.is_empty() || destination.ends_with(';') {
            return Dialled::Part;
        }
        Dialled::All(self.find(destination))
    }

    /// As [`Plan::find`]; `None` if there is no number at all.
    pub fn number(&self, number: &str) -> Option<Target> {
        (!number.is_empty()).then(|| self.find(number))
    }

    pub fn line(&self, index: u32) -> Option<&PlanLine> {
        self.lines.get(index as usize)
    }

    pub fn extension(&self, index: u32) -> Option<&Extension> {
        self.extensions.get(index as usize)
    }

    /// The name and the number of a line or extension; empty for neither.
    pub fn identity(&self, target: Target) -> (&str, &str) {
        let known = match target {
            Target::Line(index) => self
                .line(index)
                .map(|line| (line.name.as_str(), line.settings.address.as_str())),
            Target::Extension(index) => self.extension(index).map(|extension| {
                let settings = &extension.settings;
                (settings.name.as_str(), settings.number.as_str())
            }),
            Target::Unknown => None,
        };
        known.unwrap_or(("", ""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_same_however_it_is_written() {
        for (one, other) in [
            ("+49 30 1234", "+49301234"),
            ("(030) 12-34", "030/12.34"),
            ("*21#a", "*21#A"),
        ] {
            assert!(key(one).is_some());
            assert_eq!(key(one), key(other), "{one}");
        }
    }

    #[test]
    fn different_numbers_are_told_apart() {
        let numbers = ["0", "00", "1", "10", "01", "A", "B", "*", "#", "+", "+1"];
        for (place, one) in numbers.iter().enumerate() {
            for other in numbers.iter().skip(place + 1) {
                assert_ne!(key(one), key(other), "{one} {other}");
            }
        }
    }

    #[test]
    fn anything_else_is_no_number() {
        let longest = "1".repeat(LONGEST as usize);
        assert!(is_number(&longest));
        let too_long = format!("{longest}1");
        for text in ["", " ", "()", "1x", "E", "1;", "\u{661}", &*too_long] {
            assert!(!is_number(text), "{text}");
        }
    }
}
