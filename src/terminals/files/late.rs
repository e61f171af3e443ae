//! What the log says of frames that were not read in time: on a machine that has too much to do those of
//! hundreds of files, so not of each.

use std::time::{Duration, Instant};

/// Not more often than this.
const EVERY: Duration = Duration::from_secs(1);

/// Counts them until they are told of.
#[derive(Default)]
pub(super) struct Late {
    frames: u32,
    told: Option<Instant>,
}

impl Late {
    /// So many more. Returns how many are to be told of now, or else when some will be.
    pub fn more(&mut self, frames: u32, now: Instant) -> (Option<u32>, Option<Instant>) {
        self.frames = self.frames.saturating_add(frames);
        if self.frames == 0 {
            return (None, None);
        }
        let next = self.told.map(|told| told + EVERY);
        if let Some(next) = next.filter(|next| now < *next) {
            return (None, Some(next));
        }
        self.told = Some(now);
        (Some(std::mem::take(&mut self.frames)), None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_that_come_late_are_told_of_once_a_second_together() {
        let mut late = Late::default();
        let start = Instant::now();
        let at = |milliseconds| start + Duration::from_millis(milliseconds);
        assert_eq!(late.more(0, at(0)), (None, None));
        assert_eq!(late.more(2, at(10)), (Some(2), None));
        for time in [20, 500, 1_009] {
            assert_eq!(late.more(3, at(time)), (None, Some(at(1_010))));
        }
        assert_eq!(late.more(0, at(1_010)), (Some(9), None));
        assert_eq!(late.more(0, at(1_020)), (None, None));
        assert_eq!(late.more(1, at(9_000)), (Some(1), None));
    }
}
