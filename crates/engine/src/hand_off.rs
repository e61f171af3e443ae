//! Who hears of a call, and how its ownership moves from one application to another.

use super::Engine;
use super::call::{Call, CallHandle};
use super::client::{Client, Registration};
use super::error::{Error, ErrorKind, Result};
use super::event::InfoChange;
use super::holder::Holder;
use super::line::Line;
use super::state::Privilege;
use tapi3_common::sync::lock;

/// A client that is to be told of a call, what it may do with it, and its registration's number.
pub(super) type Listener = (Client, Privilege, i32);

const TARGET_NOT_FOUND: Error = Error::new(
    ErrorKind::TargetNotFound,
    "No such application has registered to own calls of this address.",
);

impl Engine {
    /// Puts an application in front of all others for a media type, or back in line.
    ///
    /// Priorities are kept for as long as the engine lives.
    pub fn set_priority(&self, application: &str, media: u32, first: bool) -> Result<()> {
        let mut name = tapi3_common::text::copy(application)?;
        name.make_ascii_lowercase();
        let mut priorities = lock(&self.priorities);
        priorities.retain(|(other, kind)| *other != name || *kind != media);
        if first {
            priorities.try_reserve(1)?;
            priorities.insert(0, (name, media));
        }
        Ok(())
    }

    pub(super) fn rank(&self, client: &Client, media: u32) -> usize {
        lock(&self.priorities)
            .iter()
            .position(|(name, kind)| {
                kind & media != 0 && name.eq_ignore_ascii_case(client.application())
            })
            .unwrap_or(usize::MAX)
    }

    /// Whom to tell of a call on `line`: its owner, if it needs one, and everybody who monitors.
    pub(super) fn audience(
        &self,
        line: &Line,
        media: u32,
        with_owner: bool,
    ) -> Result<Vec<Listener>> {
        let mut audience = Vec::new();
        let clients = self.clients()?;
        let mut owner: Option<(&Client, Registration)> = None;
        if with_owner {
            owner = self.best_owner(&clients, line, media, |_| true);
        }
        audience.try_reserve(clients.len())?;
        if let Some((client, registration)) = &owner {
            audience.push(((*client).clone(), Privilege::Owner, registration.instance));
        }
        for client in &clients {
            if owner.as_ref().is_some_and(|(first, _)| first.same(client)) {
                continue;
            }
            if let Some(found) = client.registration(line.id(), media, |r| r.monitor) {
                audience.push((client.clone(), Privilege::Monitor, found.instance));
            }
        }
        Ok(audience)
    }

    fn best_owner<'a>(
        &self,
        clients: &'a [Client],
        line: &Line,
        media: u32,
        fits: impl Fn(&Client) -> bool,
    ) -> Option<(&'a Client, Registration)> {
        clients
            .iter()
            .filter(|client| fits(client))
            .filter_map(|client| {
                let found = client.registration(line.id(), media, |r| r.owner)?;
                Some((client, found))
            })
            .min_by_key(|(client, found)| (self.rank(client, media), found.token))
    }
}

/// What becomes of whoever hands a call off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Giver {
    /// It looks on.
    LooksOn,
    /// It goes on owning the call, beside the other.
    GoesOnOwning,
}

impl CallHandle {
    /// Gives the call to the application of this name that registered to own such calls.
    pub fn hand_off_to(&self, application: &str, giver: Giver) -> Result<()> {
        let fits = |client: &Client| client.application().eq_ignore_ascii_case(application);
        let other = |client: &Client| !client.same(&self.client);
        self.hand_off(self.call.media(), fits, other, giver)
    }

    /// Gives the call to the application with the highest priority for `media`.
    pub fn hand_off_by_media(&self, media: u32, giver: Giver) -> Result<()> {
        if media == 0 || media & !self.call.line().info().media != 0 {
            return Err(Error::new(
                ErrorKind::InvalidArgument,
                "The address does not have this media type.",
            ));
        }
        self.hand_off(media, |_| true, |_| true, giver)
    }

    /// Gives the call to the best that `fits`, preferring whom `preferred` names.
    fn hand_off(
        &self,
        media: u32,
        fits: impl Fn(&Client) -> bool,
        preferred: impl Fn(&Client) -> bool,
        giver: Giver,
    ) -> Result<()> {
        self.client.check_open()?;
        let line = self.call.line();
        let clients = line.engine.clients()?;
        let best = |wanted: &dyn Fn(&Client) -> bool| {
            line.engine.best_owner(&clients, line, media, wanted)
        };
        let target = best(&|client| fits(client) && preferred(client)).or_else(|| best(&fits));
        let Some((target, found)) = target else {
            return Err(TARGET_NOT_FOUND);
        };
        if target.same(&self.client) {
            return Err(Error::new(
                ErrorKind::TargetSelf,
                "The application that fits best is the one that hands the call off.",
            ));
        }
        self.call.give(self, target, found.instance, giver)
    }
}

impl Call {
    fn give(&self, from: &CallHandle, to: &Client, instance: i32, giver: Giver) -> Result<()> {
        let mut inner = lock(&self.core().inner);
        from.check_owner(&inner)?;
        if inner.state == super::State::Disconnected || inner.state == super::State::Idle {
            return Err(Error::new(
                ErrorKind::InvalidCallState,
                "Only a live call can be handed off.",
            ));
        }
        if to.is_closed() {
            // It hung up what it owned before this call was among them.
            return Err(TARGET_NOT_FOUND);
        }
        self.promise_more(&mut inner, 1)?;
        let before = inner.counts();
        let is_new = inner.holder(to).is_none();
        if is_new {
            let mut new = Holder::new(to, Privilege::Owner, instance);
            new.keep_end()?;
            new.promise(self.line().id(), 1)?;
            inner.holders.try_push(new)?;
        }
        let given = self.change_and_tell(&mut inner, InfoChange::Privilege, |inner| {
            for index in 0..inner.holders.len() {
                if let Some(holder) = inner.holders.get_mut(index) {
                    if holder.client.same(to) {
                        holder.privilege = Privilege::Owner;
                        // It may have let go of the call, and is to find it again.
                        holder.left = false;
                        self.notify_holder(inner, index);
                    } else if giver == Giver::LooksOn && holder.client.same(&from.client) {
                        holder.privilege = Privilege::Monitor;
                    }
                }
            }
            self.join_hub(inner);
            Ok(())
        });
        if given.is_ok() {
            // The one did it, and the other is told of the call itself.
            let knows = |other: &Client| other.same(to) || other.same(&from.client);
            self.tell_counts(&mut inner, before, knows);
        } else if is_new {
            inner.holders.pop();
        }
        given
    }
}
