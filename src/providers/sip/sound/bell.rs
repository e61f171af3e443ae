//! What wakes the thread: a bell for those who have work for it, and an alarm at an absolute time.

use rustix::event::{EventfdFlags, eventfd};
use rustix::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd};
use rustix::time::{
    Itimerspec, TimerfdClockId, TimerfdFlags, TimerfdTimerFlags, Timespec, timerfd_create,
    timerfd_settime,
};
use std::io;
use std::time::Duration;
use tapi3_common::process::{self, KeptBack};

/// A descriptor that no child of the process keeps.
#[derive(Debug)]
pub(super) struct Own {
    /// Let go of before it is closed.
    _kept_back: KeptBack,
    descriptor: OwnedFd,
}

impl Own {
    pub fn new(descriptor: OwnedFd) -> Self {
        Own {
            _kept_back: process::keep_back(descriptor.as_raw_fd()),
            descriptor,
        }
    }
}

impl AsFd for Own {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.descriptor.as_fd()
    }
}

/// Rings once for each ring: whoever waits for it does so by `EventFlags::ET`, and reads nothing.
#[derive(Debug)]
pub(super) struct Bell(pub Own);

impl Bell {
    pub fn new() -> io::Result<Self> {
        let flags = EventfdFlags::CLOEXEC | EventfdFlags::NONBLOCK;
        Ok(Bell(Own::new(eventfd(0, flags)?)))
    }

    pub fn ring(&self) {
        // Full is as good as rung.
        let _ = rustix::io::write(&self.0, &1_u64.to_ne_bytes());
    }
}

/// Rings once at a time of [`super::clock::now`]; waited for as a [`Bell`].
#[derive(Debug)]
pub(super) struct Alarm {
    pub timer: Own,
    /// When it will ring.
    due: Option<Duration>,
}

impl Alarm {
    pub fn new() -> io::Result<Self> {
        let flags = TimerfdFlags::CLOEXEC | TimerfdFlags::NONBLOCK;
        let timer = timerfd_create(TimerfdClockId::Monotonic, flags)?;
        Ok(Alarm {
            timer: Own::new(timer),
            due: None,
        })
    }

    /// Sets it; without a time it does not ring.
    pub fn set(&mut self, due: Option<Duration>) -> io::Result<()> {
        if self.due == due {
            return Ok(());
        }
        let zero = Timespec {
            tv_sec: 0,
            tv_nsec: 0,
        };
        // Zero would set none, and the machine has been up for longer.
        let at = due.map_or(zero, |due| Timespec {
            tv_sec: i64::try_from(due.as_secs()).unwrap_or(i64::MAX),
            tv_nsec: due.subsec_nanos().into(),
        });
        let once = Itimerspec {
            it_interval: zero,
            it_value: at,
        };
        timerfd_settime(&self.timer, TimerfdTimerFlags::ABSTIME, &once)?;
        self.due = due;
        Ok(())
    }

    pub fn heard(&mut self) {
        self.due = None;
    }
}
