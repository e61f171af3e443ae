//! The thread's times: since the machine was started, on a clock that only goes on.

use nix::time::{ClockId, clock_gettime};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use tapi3_media::rtcp::Ntp;

/// From one frame to the next.
pub(super) const FRAME: Duration = Duration::from_millis(20);

/// The time. From the C library, which knows when it runs under valgrind: there the kernel's own
/// page of functions is not what it says.
pub(super) fn now() -> Duration {
    // Every Linux has this clock.
    clock_gettime(ClockId::CLOCK_MONOTONIC).map_or(Duration::ZERO, Duration::from)
}

/// The time on the wall, as reports have it.
pub(super) fn wall() -> Ntp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    Ntp::from_unix(since.unwrap_or_default())
}
