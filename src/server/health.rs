//! Whether requests are served: that a socket answers says little of it.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// For so long the server may do nothing of what it always does before it counts as standing still:
/// the watch over the calls looks at them each second.
const STANDSTILL: Duration = Duration::from_secs(10);

/// When what must go on last went on.
pub(super) struct Health {
    start: Instant,
    /// In milliseconds after the start: when the calls were last looked at, and a request was done.
    watched: AtomicU64,
    served: AtomicU64,
}

impl Health {
    pub fn new(start: Instant) -> Self {
        Health {
            start,
            watched: AtomicU64::new(0),
            served: AtomicU64::new(0),
        }
    }

    /// The calls are being looked at.
    pub fn watched(&self, now: Instant) {
        self.watched.store(self.since(now), Ordering::Relaxed);
    }

    /// A request is done, or begins while there is room for others.
    pub fn served(&self, now: Instant) {
        self.served.store(self.since(now), Ordering::Relaxed);
    }

    /// What stands still, if anything does. `full`: as many requests are in work as there may be.
    pub fn standstill(&self, now: Instant, full: bool) -> Option<&'static str> {
        let long_ago = |when: &AtomicU64| {
            let since = self.since(now).saturating_sub(when.load(Ordering::Relaxed));
            Duration::from_millis(since) > STANDSTILL
        };
        if long_ago(&self.watched) {
            Some("the calls are not looked after")
        } else if full && long_ago(&self.served) {
            Some("none of the requests in work comes to an end")
        } else {
            None
        }
    }

    fn since(&self, now: Instant) -> u64 {
        let since = now.saturating_duration_since(self.start).as_millis();
        u64::try_from(since).unwrap_or(u64::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_stands_still_when_what_must_go_on_does_not() {
        let start = Instant::now();
        let at = |seconds| start + Duration::from_secs(seconds);
        let health = Health::new(start);
        assert_eq!(health.standstill(at(9), true), None);
        let unwatched = health.standstill(at(11), false);
        assert_eq!(unwatched, Some("the calls are not looked after"));
        health.watched(at(20));
        // With nothing to do, nothing comes to an end.
        assert_eq!(health.standstill(at(25), false), None);
        let stuck = Some("none of the requests in work comes to an end");
        assert_eq!(health.standstill(at(25), true), stuck);
        health.served(at(24));
        assert_eq!(health.standstill(at(25), true), None);
    }
}
