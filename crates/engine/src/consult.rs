//! Transfer and conference after consultation: a second call asks, then the two are joined.

use super::call::CallHandle;
use super::error::{Error, ErrorKind, Result};
use super::inner::Consultation;
use super::provider::NOT_SUPPORTED;
use super::state::State;
use tapi3_common::sync::lock;

const ANOTHER_CALL: Error = Error::new(
    ErrorKind::InvalidArgument,
    "The consultation must be another call of the same address.",
);

impl CallHandle {
    /// Prepares a transfer of this call: it waits on hold while `consult` is made, if it is not
    /// connected yet. `consult.finish` ends it.
    pub fn transfer(&self, consult: &CallHandle, wait: bool) -> Result<()> {
        if !self.call.line().info().features.transfer {
            return Err(NOT_SUPPORTED);
        }
        self.check_line(consult)?;
        self.consult(consult, wait)
    }

    /// Prepares a conference of this call with `consult`, as [`CallHandle::transfer`] does. The two may be
    /// on different lines, if both stream media.
    pub fn conference(&self, consult: &CallHandle, wait: bool) -> Result<()> {
        self.call.check_conference_with(&consult.call)?;
        self.consult(consult, wait)
    }

    fn consult(&self, consult: &CallHandle, wait: bool) -> Result<()> {
        self.check_partner(consult)?;
        // For when it comes back from hold because the consultation has ended.
        self.call.promise_one()?;
        let idle = consult.call.state() == State::Idle;
        if idle {
            // The original cannot talk while we consult; a call that is up already is held by us.
            if self.call.state() == State::Connected {
                self.hold()?;
            }
        } else if self.call.state() == State::Connected && consult.call.state() == State::Connected
        {
            self.hold()?;
        }
        if !self.tie(consult) {
            self.take_back();
            return Err(Error::new(
                ErrorKind::InvalidCallState,
                "One of the two calls has ended meanwhile.",
            ));
        }
        if !idle {
            return Ok(());
        }
        let connected = consult.connect(wait);
        if connected.is_err() && self.untie(consult) {
            self.take_back();
        }
        connected
    }

    /// Nothing came of the consultation. Its error is the one to report.
    fn take_back(&self) {
        if self.call.state() != State::Hold {
            return;
        }
        if let Err(error) = self.unhold() {
            tracing::warn!("call {} stays on hold: {error}", self.call.id());
        }
    }

    /// Fails unless the two are on one line.
    pub(super) fn check_line(&self, consult: &CallHandle) -> Result<()> {
        if consult.call.line().id() == self.call.line().id() {
            return Ok(());
        }
        Err(ANOTHER_CALL)
    }

    pub(super) fn check_partner(&self, consult: &CallHandle) -> Result<()> {
        let bad = |sentence| Err(Error::new(ErrorKind::InvalidArgument, sentence));
        if consult.call.same(&self.call) {
            return Err(ANOTHER_CALL);
        }
        self.check_owner(&lock(&self.call.core().inner))?;
        consult.check_owner(&lock(&consult.call.core().inner))?;
        match self.call.state() {
            State::Connected | State::Hold => {}
            _ => {
                return Err(Error::new(
                    ErrorKind::InvalidCallState,
                    "Only a connected or held call can be transferred or conferenced.",
                ));
            }
        }
        match consult.call.state() {
            State::Connected | State::Hold => Ok(()),
            State::Idle if consult.call.destination().is_empty() => {
                bad("The consultation has no destination and is not connected.")
            }
            State::Idle => Ok(()),
            _ => bad("The consultation must be idle or connected."),
        }
    }

    /// Returns whether both are still there: the end of one has seen to the tie only if it came
    /// after it.
    pub(super) fn tie(&self, consult: &CallHandle) -> bool {
        let as_original = Consultation {
            partner: consult.call.clone(),
            is_consult: false,
        };
        let as_consult = Consultation {
            partner: self.call.clone(),
            is_consult: true,
        };
        let old = lock(&self.call.core().inner)
            .consultation
            .replace(as_original);
        drop(old);
        let old = lock(&consult.call.core().inner)
            .consultation
            .replace(as_consult);
        drop(old);
        let is_over = |handle: &CallHandle| handle.call.state() == State::Disconnected;
        if is_over(self) || is_over(consult) {
            self.call.end_consultation();
            consult.call.end_consultation();
            return false;
        }
        true
    }

    /// Returns whether the two were still tied: if not, the consultation's end has seen to it. Another
    /// consultation of the call goes on.
    pub fn untie(&self, consult: &CallHandle) -> bool {
        let mine = (lock(&self.call.core().inner).consultation)
            .take_if(|tied| tied.partner.same(&consult.call));
        consult.call.end_consultation();
        mine.is_some()
    }

    /// The call that this one is the consultation for.
    pub(super) fn original(&self) -> Result<super::call::Call> {
        let inner = lock(&self.call.core().inner);
        match &inner.consultation {
            Some(consultation) if consultation.is_consult => Ok(consultation.partner.clone()),
            _ => Err(Error::new(
                ErrorKind::InvalidCallState,
                "Finish is called on the consultation call, after Transfer or Conference.",
            )),
        }
    }
}

impl super::call::Call {
    pub(super) fn promise_one(&self) -> Result<()> {
        self.promise_all(&mut lock(&self.core().inner), 1)
    }
}
