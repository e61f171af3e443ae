//! Until when lines may act that others may have afterwards.

use rustix::time::{ClockId, clock_gettime};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// A moment that can be moved, on a clock that goes on while the machine sleeps. What a line sends it
/// sends only before that.
#[derive(Debug, Clone, Default)]
pub struct Guard(Arc<AtomicU64>);

/// The time on that clock.
pub fn now() -> Duration {
    let time = clock_gettime(ClockId::Boottime);
    // It begins with 0 when the machine does.
    let seconds = u64::try_from(time.tv_sec).unwrap_or_default();
    let nanoseconds = u32::try_from(time.tv_nsec).unwrap_or_default();
    Duration::new(seconds, nanoseconds)
}

impl Guard {
    /// Moves it.
    pub fn set(&self, until: Duration) {
        let until = u64::try_from(until.as_nanos()).unwrap_or(u64::MAX);
        self.0.store(until, Ordering::Release);
    }

    /// Whether nothing may be done any more.
    pub fn is_over(&self) -> bool {
        now().as_nanos() >= u128::from(self.0.load(Ordering::Acquire))
    }
}
