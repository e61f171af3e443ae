//! How the thread that delivers events waits for more of them.
//!
//! To be woken costs whoever has something to tell many times what telling it costs. So the thread
//! looks out for a moment before it sleeps; and while events come in a stream, it sleeps for a fixed
//! short time, in which nobody has to wake it. One at leisure does so after each event.

use std::time::{Duration, Instant};

/// How often it is looked whether an event has come before a thread sleeps: for less time than it
/// takes to fall asleep and be woken. No time passes in a model.
const LOOKS: u32 = if cfg!(loom) { 0 } else { 200 };
/// So often it is looked at least, to see when it is worth while again.
const LEAST_LOOKS: u32 = if cfg!(loom) { 0 } else { 8 };

/// How long a nap is.
const NAP: Duration = Duration::from_micros(500);
/// So many events are worth a nap.
const STREAM: u32 = 12;
/// The pace is taken over so many events.
const SAMPLE: u32 = 64;
/// After a nap that was not worth it, at most so many samples pass until the next.
const LONGEST_BREAK: u32 = 1024;

/// What was learned of how events come.
#[derive(Debug)]
pub(super) struct Patience {
    /// Whether it naps after whatever came.
    at_leisure: bool,
    looks: u32,
    /// How many events came since `since`.
    came: u32,
    since: Instant,
    /// While it naps: how many events came in the time of a nap before it did.
    pace: Option<u32>,
    /// So many samples are let pass before the next nap, and so many after the next that fails.
    left: u32,
    pause: u32,
}

impl Patience {
    pub fn new() -> Self {
        Patience {
            at_leisure: false,
            looks: LEAST_LOOKS,
            came: 0,
            since: Instant::now(),
            pace: None,
            left: 0,
            pause: 1,
        }
    }

    /// For whom each event may come as late as a nap is long.
    pub fn at_leisure() -> Self {
        Patience {
            at_leisure: true,
            ..Patience::new()
        }
    }

    /// How often it is worth looking out before sleeping: longer after each time that something came
    /// meanwhile, shorter after each time that nothing did. Where events come one by one, it is
    /// hardly anything.
    pub fn looks(&self) -> u32 {
        self.looks
    }

    pub fn looked(&mut self, came: bool) {
        self.looks = match came {
            true => (self.looks * 2 + LEAST_LOOKS).min(LOOKS),
            false => (self.looks / 2).max(LEAST_LOOKS),
        };
    }

    /// So many events were taken.
    pub fn took(&mut self, few: usize) {
        let few = u32::try_from(few).unwrap_or(u32::MAX);
        self.came = self.came.saturating_add(few);
    }

    /// No event is left: for how long to nap, if that is worth it. It is in a stream of events that
    /// goes on meanwhile; it is not where whoever causes an event waits until it is delivered.
    pub fn nap(&mut self) -> Option<Duration> {
        match cfg!(loom) {
            true => None,
            false => self.nap_at(Instant::now),
        }
    }

    fn nap_at(&mut self, now: impl FnOnce() -> Instant) -> Option<Duration> {
        if self.at_leisure {
            return (std::mem::take(&mut self.came) > 0).then_some(NAP);
        }
        if let Some(pace) = self.pace {
            let came = std::mem::take(&mut self.came);
            if came >= STREAM && came >= pace / 2 {
                self.pause = (self.pause / 2).max(1);
                return Some(NAP);
            }
            self.pace = None;
            self.left = self.pause;
            self.pause = (self.pause * 2).min(LONGEST_BREAK);
            self.since = now();
            return None;
        }
        if self.came < SAMPLE {
            return None;
        }
        let now = now();
        let took = now.saturating_duration_since(self.since).as_nanos().max(1);
        let came = u128::from(std::mem::take(&mut self.came));
        let pace = u32::try_from(came * NAP.as_nanos() / took).unwrap_or(u32::MAX);
        self.since = now;
        if pace < STREAM {
            return None;
        }
        if self.left > 0 {
            self.left -= 1;
            return None;
        }
        self.pace = Some(pace);
        Some(NAP)
    }
}

#[cfg(all(test, not(loom)))]
mod tests {
    use super::*;

    /// Takes events until there are none, as many and as late as they are said to come, and counts
    /// the naps.
    struct Trial {
        patience: Patience,
        now: Instant,
        naps: u32,
    }

    impl Trial {
        fn new() -> Self {
            Trial::of(Patience::new())
        }

        fn of(patience: Patience) -> Self {
            Trial {
                now: patience.since,
                patience,
                naps: 0,
            }
        }

        fn take(&mut self, few: usize, later: Duration) -> bool {
            self.now += later;
            self.patience.took(few);
            let naps = self.patience.nap_at(|| self.now).is_some();
            self.naps += u32::from(naps);
            naps
        }
    }

    #[test]
    fn a_stream_is_napped_through_until_it_ends() {
        let mut trial = Trial::new();
        let mut awake = 0;
        while !trial.take(1, Duration::from_micros(10)) {
            awake += 1;
        }
        assert_eq!(awake, SAMPLE - 1);
        for _ in 0..1000 {
            assert!(trial.take(50, NAP));
        }
        assert!(!trial.take(1, NAP));
    }

    #[test]
    fn events_that_come_one_by_one_are_never_kept_waiting() {
        let mut trial = Trial::new();
        for _ in 0..100_000 {
            assert!(!trial.take(3, Duration::from_millis(1)));
        }
    }

    #[test]
    fn at_leisure_each_event_is_followed_by_one_nap() {
        let mut trial = Trial::of(Patience::at_leisure());
        for _ in 0..100 {
            assert!(trial.take(1, Duration::from_millis(1)));
            assert!(trial.take(1, NAP));
            assert!(!trial.take(0, NAP));
        }
    }

    /// Whoever waits for an event before causing the next is slowed down by every nap.
    #[test]
    fn who_waits_for_each_event_is_hardly_ever_kept_waiting() {
        let mut trial = Trial::new();
        let mut napped = false;
        for _ in 0..1_000_000 {
            let later = if napped {
                NAP
            } else {
                Duration::from_micros(20)
            };
            napped = trial.take(3, later);
        }
        assert!((1..100).contains(&trial.naps), "{} naps", trial.naps);
    }

    /// So do many who wait, each for its own: a nap brings one event of each.
    #[test]
    fn a_nap_that_brings_much_less_than_came_before_is_not_repeated() {
        let mut trial = Trial::new();
        let mut napped = false;
        for _ in 0..1_000_000 {
            let (few, later) = if napped {
                (16, NAP)
            } else {
                (2, Duration::from_micros(10))
            };
            napped = trial.take(few, later);
        }
        assert!((1..100).contains(&trial.naps), "{} naps", trial.naps);
    }
}
