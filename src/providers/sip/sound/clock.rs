//! The thread's times: since the machine was started, on a clock that only goes on.

use rustix::time::{ClockId, clock_gettime};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use tapi3_media::rtcp::Ntp;

/// From one frame to the next.
pub(super) const FRAME: Duration = Duration::from_millis(20);

/// The time.
pub(super) fn now() -> Duration {
    let time = clock_gettime(ClockId::Monotonic);
    let seconds = u64::try_from(time.tv_sec).unwrap_or(0);
    Duration::new(seconds, u32::try_from(time.tv_nsec).unwrap_or(0))
}

/// The time on the wall, as reports have it.
pub(super) fn wall() -> Ntp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    Ntp::from_unix(since.unwrap_or_default())
}
