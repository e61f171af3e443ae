//! Lines that lead to nobody: what calls have shown of the networks behind the lines, as far as the
//! lines do not say it themselves by being out of service.

use crate::engine::Line;
use std::collections::HashMap;
use std::sync::Mutex;
use std::time::{Duration, Instant};
use tapi3_common::sync::lock;

/// So long after a call that failed its line counts as one that leads to nobody. Nobody else tries
/// it: after that, the next call shows what has become of it.
const REMEMBERED: Duration = Duration::from_secs(60);

/// The lines whose last call did not reach the network.
#[derive(Default)]
pub(super) struct Trunks {
    /// The time of the last failure, by the line's number.
    failed: Mutex<HashMap<u32, Instant>>,
}

impl Trunks {
    /// A call did not reach the network, for this reason.
    pub fn failed(&self, line: &Line, why: &str, now: Instant) {
        let before = lock(&self.failed).insert(line.id(), now);
        let line = &line.info().name;
        match before {
            None => tracing::warn!(line, why, "the line leads to nobody"),
            Some(_) => tracing::debug!(line, why, "the line still leads to nobody"),
        }
    }

    /// The network has said something to a call.
    pub fn answered(&self, line: &Line) {
        let mut failed = lock(&self.failed);
        if !failed.is_empty() && failed.remove(&line.id()).is_some() {
            drop(failed);
            tracing::info!(
                line = line.info().name,
                "the line leads to the network again"
            );
        }
    }

    /// Whether calls on the line can be expected to reach anybody.
    pub fn serves(&self, line: &Line, now: Instant) -> bool {
        let fails = |since: &Instant| now.saturating_duration_since(*since) < REMEMBERED;
        line.in_service() && !lock(&self.failed).get(&line.id()).is_some_and(fails)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Engine, ManualClock, Settings};
    use crate::providers::sim;
    use std::sync::Arc;

    #[test]
    fn a_line_serves_again_when_a_call_got_through_or_nobody_knows_any_more() {
        let engine = Engine::new(Arc::new(ManualClock::new()), Settings::default());
        let simulation = sim::Simulation::default();
        sim::open(&engine, &simulation, sim::default_lines()).unwrap();
        let lines = engine.lines().unwrap();
        let (trunks, now) = (Trunks::default(), Instant::now());
        assert!(trunks.serves(&lines[0], now));
        trunks.failed(&lines[0], "it is silent", now);
        assert!(!trunks.serves(&lines[0], now) && trunks.serves(&lines[1], now));
        assert!(trunks.serves(&lines[0], now + REMEMBERED));
        trunks.answered(&lines[0]);
        assert!(trunks.serves(&lines[0], now));
    }
}
