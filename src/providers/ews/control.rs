//! Between the application's threads and the task that follows a call: wishes to hang up. All that
//! they need is made with the call, so that a hang-up takes no memory. Whoever leaves one rouses the
//! provider's thread through the switchboard, and that thread wakes the task.

use super::service::Service;
use super::{Place, Station};
use crate::engine::{Error, ErrorKind, Reply, Result};
use crate::providers::switchboard;
use arrayvec::ArrayVec;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::Notify;

pub(super) type Switchboard = switchboard::Switchboard<Control>;
pub(super) type NewCall = switchboard::NewCall<Control>;

/// Wishes that may wait at once. The engine asks again only when it has given the one before up.
const MAX_WISHES: usize = 8;

const TOO_MANY: Error = Error::new(
    ErrorKind::OperationFailed,
    "Too many hang-ups of this call are under way; the first ones are being tried.",
);

/// One call's part.
pub(super) struct Control {
    station: Arc<Station>,
    state: Mutex<State>,
    /// For the provider's thread alone.
    wake: Notify,
}

impl switchboard::Control for Control {
    fn wake(&self) {
        self.wake.notify_one();
    }
}

#[derive(Default)]
struct State {
    place: Option<Place>,
    /// Whether the application wants the call to end.
    wanted_over: bool,
    /// Whom to tell.
    wishes: ArrayVec<Reply, MAX_WISHES>,
    /// Whether the call is over for the server.
    over: bool,
}

impl Control {
    /// For a new call of this line; fails if that has no place for it.
    pub fn new(station: &Arc<Station>) -> Result<Self> {
        let state = State {
            place: Some(Place::take(station)?),
            ..State::default()
        };
        Ok(Control {
            station: station.clone(),
            state: Mutex::new(state),
            wake: Notify::new(),
        })
    }

    /// The server that has the call.
    pub fn service(&self) -> &Service {
        &self.station.service
    }

    /// The call is over for the application: its place on the line is free.
    pub fn free_place(&self) {
        self.state().place = None;
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The application wants the call to end, and to hear of it.
    pub fn hang_up(&self, reply: Reply) {
        let mut state = self.state();
        if state.over {
            drop(state);
            return reply.ok();
        }
        let refused = state.wishes.try_push(reply);
        state.wanted_over = true;
        drop(state);
        if let Err(refused) = refused {
            refused.element().fail(TOO_MANY);
        }
    }

    /// The application wants the call to end, and nobody waits for it.
    pub fn want_over(&self) {
        self.state().wanted_over = true;
    }

    /// Whether the application wants the call to end.
    pub fn is_wanted_over(&self) -> bool {
        self.state().wanted_over
    }

    /// Waits until the application wants the call to end.
    pub async fn wanted_over(&self) {
        while !self.is_wanted_over() {
            self.wake.notified().await;
        }
    }

    /// The hang-up failed: the call goes on, and the next wish is a new one.
    pub fn fail(&self, error: &Error) {
        let mut state = self.state();
        state.wanted_over = false;
        let wishes = std::mem::take(&mut state.wishes);
        // The replies call the engine: unlocked.
        drop(state);
        for reply in wishes {
            reply.fail(error.clone());
        }
    }

    /// The call is over for the server.
    pub fn over(&self) {
        let mut state = self.state();
        state.over = true;
        state.place = None;
        let wishes = std::mem::take(&mut state.wishes);
        drop(state);
        wishes.into_iter().for_each(Reply::ok);
    }
}
