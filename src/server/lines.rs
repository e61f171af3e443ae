//! Which line a call is placed on: the one that is configured, or one of several, which may be lines
//! of other machines, and come and go.

use super::refusal::{Because, Refused, no_line};
use super::trunks::Trunks;
use crate::config::Choice;
use crate::engine::Line;
use crate::settings::fits;
use crate::soap::ErrorCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

/// The lines of a user's calls.
#[derive(Debug)]
pub(super) enum Lines {
    /// One, found when the rules were read.
    One(Arc<Line>),
    /// Whichever there are at the time.
    Several {
        patterns: Vec<String>,
        choice: Choice,
        /// How many calls were placed so far.
        turn: AtomicUsize,
    },
}

/// What a call needs of its line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Needs {
    /// LINEADDRESSTYPE_* bit.
    pub address_type: u32,
    /// Whether a file is to be heard on it.
    pub plays: bool,
}

impl Lines {
    pub fn several(patterns: &[String], choice: Choice) -> Self {
        Lines::Several {
            patterns: patterns.to_vec(),
            choice,
            turn: AtomicUsize::new(0),
        }
    }

    /// What they are called.
    pub fn name(&self) -> String {
        match self {
            Lines::One(line) => line.info().name.clone(),
            Lines::Several { patterns, .. } => patterns.join(", "),
        }
    }

    /// Those of all lines of the engine that belong to them.
    pub fn among<'a>(
        &'a self,
        all: &'a [Arc<Line>],
    ) -> Box<dyn Iterator<Item = &'a Arc<Line>> + 'a> {
        match self {
            Lines::One(line) => Box::new(std::iter::once(line)),
            Lines::Several { patterns, .. } => Box::new(all.iter().filter(move |line| {
                let name = &line.info().name;
                patterns.iter().any(|pattern| fits(pattern, name))
            })),
        }
    }

    /// The lines that a call can be placed on, the best first; at least one.
    ///
    /// # Errors
    /// If there is none, and why.
    pub fn for_call(
        &self,
        all: &[Arc<Line>],
        needs: Needs,
        trunks: &Trunks,
    ) -> Result<Vec<Arc<Line>>, Refused> {
        let mut lines: Vec<&Arc<Line>> = self.among(all).collect();
        if lines.is_empty() {
            return Err(no_line());
        }
        lines.retain(|line| line.info().address_types & needs.address_type != 0);
        if lines.is_empty() {
            let reason = "the line cannot dial what is of this kind";
            return Err(ErrorCode::PhoneNumberNotDialable.because(reason));
        }
        lines.retain(|line| line.in_service());
        if lines.is_empty() {
            return Err(ErrorCode::IpGatewayNotFound.because("the line is out of service"));
        }
        let Lines::Several { choice, turn, .. } = self else {
            // Whether it is full, its provider knows best.
            return Ok(lines.into_iter().cloned().collect());
        };
        if needs.plays {
            lines.retain(|line| line.info().features.streams || !is_remote(line));
            if lines.is_empty() {
                let reason = "no line that carries sound is in service";
                return Err(ErrorCode::IpGatewayNotFound.because(reason));
            }
        }
        let first = turn.fetch_add(1, Ordering::Relaxed) % lines.len();
        lines.rotate_left(first);
        let mut lines: Vec<(&Arc<Line>, u32)> = (lines.into_iter())
            .map(|line| (line, active(line)))
            .filter(|(line, active)| *active < line.info().max_active)
            .collect();
        if lines.is_empty() {
            return Err(ErrorCode::ExceededConnectionCount.because("every line is full"));
        }
        if *choice == Choice::LeastBusy {
            // Sorted so that those alike stay in turn.
            lines.sort_by(|(line, active), (other, others)| {
                let part =
                    |active: u32, of: &Line| u64::from(active) * u64::from(of.info().max_active);
                part(*active, other).cmp(&part(*others, line))
            });
        }
        let now = Instant::now();
        lines.sort_by_key(|(line, _)| !trunks.serves(line, now));
        Ok(lines.into_iter().map(|(line, _)| line.clone()).collect())
    }
}

/// How many calls of this process are on a line.
fn active(line: &Line) -> u32 {
    let mut count = 0;
    line.for_each_call(|_| count += 1);
    count
}

/// Whether it is a line of another machine.
#[cfg(feature = "cluster")]
pub(super) fn is_remote(line: &Line) -> bool {
    line.info().protocol == crate::pool::PROTOCOL
}

/// Whether it is a line of another machine.
#[cfg(not(feature = "cluster"))]
pub(super) fn is_remote(_: &Line) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::super::dial::{DOMAIN_NAME, PHONE_NUMBER};
    use super::*;
    use crate::config::{Configuration, LineSettings, Source};
    use crate::engine::{Call, CallHandle, Client, Engine, ManualClock, Settings};
    use crate::providers::sim;

    struct Rig {
        engine: Arc<Engine>,
        client: Client,
        trunks: Trunks,
    }

    const NUMBER: Needs = Needs {
        address_type: PHONE_NUMBER,
        plays: false,
    };

    impl Rig {
        /// Lines by name, each for so many calls.
        fn new(lines: &[(&str, u32)]) -> Self {
            let engine = Engine::new(Arc::new(ManualClock::new()), Settings::default());
            let text: String = (lines.iter().enumerate())
                .map(|(number, (name, max))| {
                    format!(
                        "[[line]]\nname = \"{name}\"\nprovider = \"sim\"\naddress = \"30{number}\"\n\
                         max_calls = {max}\n"
                    )
                })
                .collect();
            let configuration = Configuration::read(&Source::text(&text)).unwrap();
            let settings = configuration
                .lines
                .into_iter()
                .map(|(name, settings)| match settings {
                    LineSettings::Sim(settings) => (name, settings),
                    _ => panic!("another line"),
                });
            sim::open(&engine, &sim::Simulation::default(), settings.collect()).unwrap();
            let client = engine.add_client("test".to_owned()).unwrap();
            Rig {
                engine,
                client,
                trunks: Trunks::default(),
            }
        }

        fn order(&self, lines: &Lines) -> Result<Vec<String>, ErrorCode> {
            let all = self.engine.lines().unwrap();
            let found = lines.for_call(&all, NUMBER, &self.trunks);
            let found = found.map_err(|refused| refused.code)?;
            Ok(found.iter().map(|line| line.info().name.clone()).collect())
        }

        fn line(&self, name: &str) -> Arc<Line> {
            let lines = self.engine.lines().unwrap();
            lines
                .into_iter()
                .find(|line| line.info().name == name)
                .unwrap()
        }

        fn call(&self, name: &str) -> CallHandle {
            let call = Call::outgoing(&self.client, &self.line(name), "1001".to_owned(), 8, 1);
            let call = call.unwrap();
            call.connect(false).unwrap();
            call
        }
    }

    fn several(patterns: &[&str], choice: Choice) -> Lines {
        let patterns: Vec<String> = patterns.iter().map(|text| (*text).to_owned()).collect();
        Lines::several(&patterns, choice)
    }

    #[test]
    fn lines_take_turns() {
        let rig = Rig::new(&[("A 1", 9), ("A 2", 9), ("B", 9), ("A 3", 9)]);
        let lines = several(&["A *"], Choice::InTurn);
        let first: Vec<String> = (0..4)
            .map(|_| rig.order(&lines).unwrap().remove(0))
            .collect();
        assert_eq!(first, ["A 1", "A 2", "A 3", "A 1"]);
        assert_eq!(rig.order(&lines).unwrap(), ["A 2", "A 3", "A 1"]);
    }

    #[test]
    fn a_line_that_is_full_or_out_of_service_is_left_out() {
        let rig = Rig::new(&[("A", 1), ("B", 2), ("C", 1)]);
        let lines = several(&["*"], Choice::InTurn);
        let _call = rig.call("A");
        rig.line("C").set_in_service(false);
        assert_eq!(rig.order(&lines).unwrap(), ["B"]);
        let _calls = [rig.call("B"), rig.call("B")];
        assert_eq!(rig.order(&lines), Err(ErrorCode::ExceededConnectionCount));
        rig.line("C").set_in_service(true);
        assert_eq!(rig.order(&lines).unwrap(), ["C"]);
        for name in ["A", "B", "C"] {
            rig.line(name).set_in_service(false);
        }
        assert_eq!(rig.order(&lines), Err(ErrorCode::IpGatewayNotFound));
        let none = several(&["D*"], Choice::InTurn);
        assert_eq!(rig.order(&none), Err(ErrorCode::IpGatewayNotFound));
    }

    #[test]
    fn the_least_busy_line_is_first_in_proportion_to_what_it_may_have() {
        let rig = Rig::new(&[("Small", 2), ("Large", 10)]);
        let lines = several(&["Small", "Large"], Choice::LeastBusy);
        let _calls = [rig.call("Small"), rig.call("Large"), rig.call("Large")];
        assert_eq!(rig.order(&lines).unwrap(), ["Large", "Small"]);
        let _more: Vec<_> = (0..4).map(|_| rig.call("Large")).collect();
        assert_eq!(rig.order(&lines).unwrap(), ["Small", "Large"]);
    }

    #[test]
    fn a_line_that_leads_to_nobody_comes_last() {
        let rig = Rig::new(&[("A", 9), ("B", 9)]);
        let lines = several(&["*"], Choice::InTurn);
        rig.trunks
            .failed(&rig.line("A"), "it is silent", Instant::now());
        for _ in 0..2 {
            assert_eq!(rig.order(&lines).unwrap(), ["B", "A"]);
        }
    }

    #[test]
    fn what_no_line_can_dial_is_the_numbers_fault() {
        let rig = Rig::new(&[("A", 9)]);
        let all = rig.engine.lines().unwrap();
        let needs = Needs {
            address_type: DOMAIN_NAME,
            plays: false,
        };
        let found = several(&["*"], Choice::InTurn).for_call(&all, needs, &rig.trunks);
        assert_eq!(found.err().unwrap().code, ErrorCode::PhoneNumberNotDialable);
    }
}
