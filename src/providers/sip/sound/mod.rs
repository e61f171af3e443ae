//! The sound of all calls: one thread that sends and receives their RTP, every 20 ms by absolute times,
//! and lets the engine's terminals play and hear. Whoever has a call's signalling says what was agreed
//! on, through a [`Talk`], and never waits for the thread.

mod aside;
mod beginning;
mod bell;
mod clock;
mod conference;
mod digits;
mod heard;
mod hearing;
mod manners;
mod talk;
mod terms;
mod thread;
mod voice;

pub(super) use conference::Conference;
pub(super) use manners::{Digits, Manners, Music};
pub(super) use talk::{Sounding, Talk, Wanted};
pub(super) use terms::Terms;

use beginning::Beginning;
use bell::Bell;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Weak};
use thread::Thread;

/// What the thread and those who give it work share.
#[derive(Debug)]
struct Shared {
    beginning: Beginning<Weak<Talk>>,
    bell: Bell,
    closing: AtomicBool,
}

/// The way to the thread.
#[derive(Debug, Clone)]
pub(super) struct Sound(Arc<Shared>);

impl Sound {
    /// The way to a thread, which is started by [`Ear::run`].
    ///
    /// # Errors
    ///
    /// The process has no descriptor left.
    pub fn new() -> io::Result<(Sound, Ear)> {
        let shared = Arc::new(Shared {
            beginning: Beginning::default(),
            bell: Bell::new()?,
            closing: AtomicBool::new(false),
        });
        let thread = Thread::new(shared.clone())?;
        Ok((Sound(shared), Ear(thread)))
    }

    /// The sound of a call begins at its first turn, within 20 ms of when the thread comes round: at once
    /// if the call is the only one, otherwise every 20 ms. One that is over by then has none. What arrives
    /// from here on is heard.
    pub fn begin(&self, talk: &Arc<Talk>) {
        talk.ports.listen();
        if self.0.beginning.add(Arc::downgrade(talk)) {
            self.0.bell.ring();
        }
    }

    /// The thread ends, and lets go of all sockets.
    pub fn close(&self) {
        self.0.closing.store(true, Ordering::Release);
        self.0.bell.ring();
    }
}

/// What the thread runs.
pub(super) struct Ear(Thread);

impl Ear {
    /// Carries sound until [`Sound::close`].
    pub fn run(self) {
        self.0.run();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_thread_says_that_it_has_ended() {
        let (sound, ear) = Sound::new().unwrap();
        sound.close();
        ear.run();
        assert!(sound.0.beginning.has_ended());
    }
}
