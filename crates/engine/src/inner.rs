//! What of a call is behind its lock.

use super::call::{Call, Incoming};
use super::client::Client;
use super::error::{Error, ErrorKind, Result};
use super::holder::Holder;
use super::holders::Holders;
use super::info::{Info, Number, Party, PartyId};
use super::request::{Answer, Slot};
use super::state::{Cause, DropReason, Privilege, State};

const REASON_DIRECT: i32 = 1;

pub(super) struct Inner {
    pub state: State,
    pub cause: Cause,
    /// Whether it ever was connected.
    pub was_connected: bool,
    /// Whether the network says at once that it has the call.
    pub expects_word: bool,
    /// The cause for when the drop under way succeeds.
    pub drop_cause: Cause,
    /// Whether it was given up because nobody answered for as long as it was to be tried.
    pub given_up: bool,
    /// The request that is placing this idle call, by its serial number; 0 if none is.
    pub placing: u32,
    /// Whether the provider is just being asked to place the call. Until it has taken it over, it
    /// does not know what to hang up.
    pub asking: bool,
    /// The hang-up that waits for that: its reason and serial number.
    pub wish: Option<(DropReason, u32)>,
    /// Whether the provider was ever asked to end the call. It may do so late, so such a call is
    /// not placed any more.
    pub dropped: bool,
    /// Whether every client that had an object for the call has let go of it.
    pub released: bool,
    pub holders: Holders,
    /// Monitors that are to be told when the call leaves its idle state.
    pub invited: Vec<Holder>,
    /// Where the line's table keeps this call.
    pub place: Option<usize>,
    pub hub: u64,
    pub operation: Slot,
    /// The result of an earlier operation that has not reached the one who asked, with its serial
    /// number: whoever hears of an event may ask for the next thing before that one has woken up.
    pub untaken: Option<(u32, Result<Answer>)>,
    pub hang_up: Slot,
    /// How many threads sleep on `changed`.
    pub sleepers: u32,
    /// Whether any of them fell asleep after all were woken last.
    pub unwoken: bool,
    pub consultation: Option<Consultation>,
    pub in_conference: bool,
    /// The number that its line's conference of it and others has here; 0 if the line has made none.
    pub line_conference: u64,
    pub info: Info,
}

/// A transfer or conference that waits for its end.
pub(super) struct Consultation {
    pub partner: Call,
    /// Whether this call is the consultation; otherwise it is the original.
    pub is_consult: bool,
}

impl Inner {
    pub fn new(id: u64, state: State, owner: Option<Holder>) -> Self {
        Inner {
            state,
            cause: Cause::None,
            was_connected: false,
            expects_word: false,
            drop_cause: Cause::Normal,
            given_up: false,
            placing: 0,
            asking: false,
            wish: None,
            dropped: false,
            released: false,
            holders: Holders::new(owner),
            invited: Vec::new(),
            place: None,
            hub: id,
            operation: Slot::default(),
            untaken: None,
            hang_up: Slot::default(),
            sleepers: 0,
            unwoken: false,
            consultation: None,
            in_conference: false,
            line_conference: 0,
            info: Info::default(),
        }
    }

    pub fn holder(&self, client: &Client) -> Option<&Holder> {
        self.holders.iter().find(|h| h.client.same(client))
    }

    pub fn holder_mut(&mut self, client: &Client) -> Option<&mut Holder> {
        self.holders.iter_mut().find(|h| h.client.same(client))
    }

    /// Makes room with every holder for what may happen next to the sound of the call.
    pub fn keep_room_for_media(&mut self) -> Result<()> {
        let mut holders = self.holders.iter_mut();
        holders.try_for_each(Holder::keep_room_for_media)
    }

    /// Whether `client`, which was shut down, owns the call and no other owner is still there.
    pub fn is_orphan_of(&self, client: &Client) -> bool {
        let owners = || {
            let holders = self.holders.iter();
            holders.filter(|holder| holder.privilege == Privilege::Owner)
        };
        owners().any(|owner| owner.client.same(client)) && !owners().any(Holder::is_there)
    }

    /// Whether anything is left to end.
    pub fn is_up(&self) -> bool {
        match self.state {
            State::Idle => self.placing != 0,
            State::Disconnected => false,
            _ => true,
        }
    }

    /// Whether the call can be placed: it is idle, and nobody has placed, ended or released it. Nor
    /// is a thread on its way back from placing it in vain: what it does for a hang-up that came
    /// meanwhile must not be done to the next attempt.
    pub fn can_be_placed(&self) -> bool {
        let untouched = !self.asking && !self.dropped && !self.released;
        self.state == State::Idle && !self.is_up() && untouched
    }

    /// The line forgets a call that is over and that nobody holds.
    pub fn take_place_if_unused(&mut self) -> Option<usize> {
        if self.holders.iter().any(|holder| holder.attached > 0) {
            return None;
        }
        self.place.take()
    }

    /// Whether the line has forgotten a call that was never placed.
    pub fn is_forgotten(&self) -> bool {
        self.released && self.place.is_none() && self.state == State::Idle
    }

    /// Fails on a call that the line has forgotten; see [`Inner::is_forgotten`].
    pub fn check_not_forgotten(&self) -> Result<()> {
        if !self.is_forgotten() {
            return Ok(());
        }
        Err(Error::new(
            ErrorKind::InvalidCallState,
            "The call was released before it was placed.",
        ))
    }

    /// A client's object for the call is there. Fails on a call that was never placed and that the
    /// line has forgotten because its last object went: it could be found nowhere, so it must not
    /// come to life again.
    pub fn attach(&mut self, client: &Client) -> Result<()> {
        self.check_not_forgotten()?;
        self.released = false;
        if let Some(holder) = self.holder_mut(client) {
            holder.attached += 1;
            holder.left = false;
        }
        Ok(())
    }

    /// A client's object for the call is gone. Returns the place that the line may clear: that of a
    /// call which nobody holds any more and which is not up. One that is up stays to be found.
    pub fn detach(&mut self, client: &Client) -> Option<usize> {
        if let Some(holder) = self.holder_mut(client) {
            holder.attached = holder.attached.saturating_sub(1);
        }
        self.released = self.holders.iter().all(|holder| holder.attached == 0);
        if self.released && !self.is_up() {
            return self.place.take();
        }
        None
    }

    /// What the network says of an incoming call.
    pub fn describe(&mut self, from: Incoming) -> Result<()> {
        if let Some(hub) = from.hub {
            self.hub = hub;
        }
        let reason = match from.reason {
            0 => REASON_DIRECT,
            reason => reason,
        };
        self.info.set_number(Number::Reason, reason)?;
        self.info.set_party(PartyId::Caller, from.caller)?;
        if from.called != Party::default() {
            self.info.set_party(PartyId::Called, from.called)?;
        }
        if from.redirecting != Party::default() {
            self.info
                .set_party(PartyId::Redirecting, from.redirecting)?;
        }
        Ok(())
    }
}
