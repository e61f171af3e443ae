//! A call's sound, as those see it who have its signalling: what they have to say waits here until the
//! thread comes round to the call, which it does every 20 ms.

use super::super::control::Control;
use super::super::ports::Ports;
use super::terms::Terms;
use crate::engine::{Call, SendDigits};
use crate::shared::Shared;
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use tapi3_common::sync::unmodelled::lock;

/// What has been said since the thread last came round.
#[derive(Debug, Default)]
pub(super) struct Said {
    pub terms: Option<Terms>,
    /// Digits to send, in place of those that are being sent; none if those are given up.
    pub digits: Option<Option<SendDigits>>,
}

/// A call's sound.
pub(in super::super) struct Talk {
    pub(super) call: Call,
    pub(super) ports: Arc<Ports>,
    over: AtomicBool,
    /// Whether anything was said.
    news: AtomicBool,
    said: Mutex<Said>,
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
    pub fn new(call: Call, ports: Arc<Ports>, terms: Terms) -> Self {
        let said = Said {
            terms: Some(terms),
            digits: None,
        };
        Talk {
            call,
            ports,
            over: AtomicBool::new(false),
            news: AtomicBool::new(true),
            said: Mutex::new(said),
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

    /// Digits are to be sent, in place of what is being sent.
    pub fn send_digits(&self, digits: SendDigits) {
        self.say(|said| said.digits = Some(Some(digits)));
    }

    /// No more digits are to be sent.
    pub fn stop_digits(&self) {
        self.say(|said| said.digits = Some(None));
    }

    /// What has been said since, if anything was.
    pub(super) fn news(&self) -> Option<Said> {
        let news = self.news.swap(false, Ordering::AcqRel);
        news.then(|| std::mem::take(&mut *lock(&self.said)))
    }

    pub(super) fn is_over(&self) -> bool {
        self.over.load(Ordering::Acquire)
    }
}

/// A call whose sound goes on until this is dropped.
pub(in super::super) struct Sounding {
    talk: Arc<Talk>,
    control: Shared<Control>,
}

impl Sounding {
    /// From here on applications find the sound by the call.
    pub fn new(talk: Arc<Talk>, control: Shared<Control>) -> Self {
        control.sounds(Some(talk.clone()));
        Sounding { talk, control }
    }

    pub fn talk(&self) -> &Talk {
        &self.talk
    }
}

impl Drop for Sounding {
    fn drop(&mut self) {
        self.control.sounds(None);
        self.talk.over.store(true, Ordering::Release);
    }
}
