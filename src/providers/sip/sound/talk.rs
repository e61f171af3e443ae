//! A call's sound, as those see it who have its signalling: what they have to say waits here until the
//! thread comes round to the call, which it does every 20 ms, and what it wants of them.

use super::super::control::Control;
use super::super::ports::Ports;
use super::conference::Seated;
use super::manners::Manners;
use super::terms::Terms;
use crate::engine::{Call, SendDigits};
use crate::providers::guard::Guard;
use crate::providers::switchboard::Control as _;
use crate::shared::Shared;
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tapi3_common::sync::unmodelled::lock;

/// So many keys that the far end has told of wait at most.
pub(super) const MOST_KEYS: usize = 64;

/// What has been said since the thread last came round.
#[derive(Debug, Default)]
pub(super) struct Said {
    pub terms: Option<Terms>,
    /// Digits to send, in place of those that are being sent; none if those are given up.
    pub digits: Option<Option<SendDigits>>,
    /// Where the far end's sound arrives, in the stead of where it did before.
    pub ports: Option<Arc<Ports>>,
    /// A place in a conference, in the stead of the one before.
    pub place: Seated,
    /// Keys that the far end has told of in its signalling, and for how long each is pressed.
    pub keys: Vec<(u8, Duration)>,
}

/// What the thread wants of those who have the signalling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Wanted {
    /// The far end is to be told of a key, and for how long it is pressed.
    Key(u8, Duration),
    /// The call is to be ended: nothing comes any more.
    End,
}

/// A call's sound.
pub(in super::super) struct Talk {
    pub(super) call: Call,
    pub(super) ports: Arc<Ports>,
    pub(super) manners: Arc<Manners>,
    /// Until when anything may be sent, if there is an end to that.
    guard: Option<Guard>,
    /// Who has the signalling hears by this. It knows the talk too, until [`Sounding`] ends.
    control: Shared<Control>,
    over: AtomicBool,
    /// Whether anything was said.
    news: AtomicBool,
    said: Mutex<Said>,
    wanted: Mutex<Vec<Wanted>>,
}

impl fmt::Debug for Talk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Talk")
            .field("call", &self.call.id())
            .field("over", &self.is_over())
            .finish_non_exhaustive()
    }
}

impl Talk {
    /// A call's sound at these ports.
    pub fn new(
        call: Call,
        control: Shared<Control>,
        ports: Arc<Ports>,
        manners: Arc<Manners>,
        terms: Terms,
        guard: Option<Guard>,
    ) -> Self {
        let said = Said {
            terms: Some(terms),
            ..Said::default()
        };
        Talk {
            call,
            ports,
            manners,
            guard,
            control,
            over: AtomicBool::new(false),
            news: AtomicBool::new(true),
            said: Mutex::new(said),
            wanted: Mutex::default(),
        }
    }

    fn say(&self, with: impl FnOnce(&mut Said)) {
        with(&mut lock(&self.said));
        self.news.store(true, Ordering::Release);
    }

    /// Something else was agreed on.
    pub fn agree(&self, terms: Terms) {
        self.say(|said| said.terms = Some(terms));
    }

    /// The far end's sound arrives at other ports from now on.
    pub fn move_to(&self, ports: Arc<Ports>) {
        self.say(|said| said.ports = Some(ports));
    }

    /// Digits are to be sent, in place of what is being sent.
    pub fn send_digits(&self, digits: SendDigits) {
        self.say(|said| said.digits = Some(Some(digits)));
    }

    /// No more digits are to be sent.
    pub fn stop_digits(&self) {
        self.say(|said| said.digits = Some(None));
    }

    /// The call is in a conference from now on, and in no other.
    pub fn join(&self, place: Seated) {
        self.say(|said| said.place = place);
    }

    /// The far end has told of a key, and for how long it is pressed.
    pub fn hear_key(&self, key: u8, length: Duration) {
        self.say(|said| {
            if said.keys.len() < MOST_KEYS {
                said.keys.push((key, length));
            }
        });
    }

    /// What is wanted of those who have the signalling.
    pub fn take_wanted(&self) -> Vec<Wanted> {
        std::mem::take(&mut *lock(&self.wanted))
    }

    /// Something is wanted of those who have the signalling. Returns whether there was memory for it.
    pub(super) fn want(&self, wanted: Wanted) -> bool {
        let mut list = lock(&self.wanted);
        if list.try_reserve(1).is_err() {
            return false;
        }
        list.push(wanted);
        drop(list);
        self.control.wake();
        true
    }

    /// What has been said since, if anything was.
    pub(super) fn news(&self) -> Option<Said> {
        let news = self.news.swap(false, Ordering::AcqRel);
        news.then(|| std::mem::take(&mut *lock(&self.said)))
    }

    /// Whether anything may be sent.
    pub(super) fn may_send(&self) -> bool {
        !self.guard.as_ref().is_some_and(Guard::is_over)
    }

    pub(super) fn is_over(&self) -> bool {
        self.over.load(Ordering::Acquire)
    }
}

/// A call whose sound goes on until this is dropped.
pub(in super::super) struct Sounding(Arc<Talk>);

impl Sounding {
    /// From here on applications find the sound by the call.
    pub fn new(talk: Arc<Talk>) -> Self {
        talk.control.sounds(Some(talk.clone()));
        Sounding(talk)
    }

    pub fn talk(&self) -> &Talk {
        &self.0
    }
}

impl Drop for Sounding {
    fn drop(&mut self) {
        self.0.control.sounds(None);
        self.0.over.store(true, Ordering::Release);
    }
}
