//! Who owns a call and who looks on, as TAPI 2 changes it: any number may own one, and whoever opens
//! a line later finds the calls that are there.

use super::Engine;
use super::call::{Call, CallHandle};
use super::client::Client;
use super::error::{Error, ErrorKind, Result};
use super::event::InfoChange;
use super::holder::Holder;
use super::inner::Inner;
use super::state::{DropReason, Privilege, State};
use tapi3_common::sync::lock;

impl Engine {
    /// Whether an application comes first for a media type, or for assisted telephony: 1 if it is
    /// the first of those that were put in front, 2 if the second; 0 if it was not.
    pub fn priority(&self, application: &str, media: Option<u32>) -> u32 {
        let media = media.unwrap_or(super::assisted::ASSISTED);
        let priorities = lock(&self.priorities);
        let mut same = priorities.iter().filter(|(_, kind)| kind & media != 0);
        let place = same.position(|(name, _)| name.eq_ignore_ascii_case(application));
        place.map_or(0, |place| place as u32 + 1)
    }
}

impl Call {
    /// The part of `client` in the call. One that has none looks on from now on; nobody announces
    /// the call to it.
    pub fn join(&self, client: &Client, instance: i32) -> Result<CallHandle> {
        client.check_open()?;
        let mut inner = lock(&self.core().inner);
        if inner.holder(client).is_none() {
            if matches!(inner.state, State::Idle | State::Disconnected) {
                return Err(Error::new(
                    ErrorKind::InvalidCallState,
                    "The call is over, or has not begun.",
                ));
            }
            let mut holder = Holder::new(client, Privilege::Monitor, instance);
            holder.keep_end()?;
            let before = inner.counts();
            inner.holders.try_push(holder)?;
            self.tell_counts(&mut inner, before, |other| other.same(client));
        }
        drop(inner);
        Ok(CallHandle {
            call: self.clone(),
            client: client.clone(),
        })
    }

    /// The call ends if everybody who owned it has left it, and nobody has an object for it any more:
    /// nobody could end it otherwise. Waits for nobody.
    pub fn end_if_left(&self) {
        let inner = lock(&self.core().inner);
        if inner.is_up() && inner.is_left() {
            self.drop_for_nobody(inner, DropReason::Normal);
        }
    }
}

impl Inner {
    /// Whether all who owned the call have left it, and nobody has an object for it who could become
    /// an owner.
    pub(super) fn is_left(&self) -> bool {
        let is_owner = |holder: &Holder| holder.privilege == Privilege::Owner;
        let is_gone = |holder: &Holder| {
            let closed = holder.client.is_closed();
            closed || (holder.attached == 0 && (holder.left || !is_owner(holder)))
        };
        self.holders.iter().any(is_owner) && self.holders.iter().all(is_gone)
    }
}

impl CallHandle {
    /// As [`CallHandle::detach`], of an object whose client does not count on finding the call again;
    /// see [`Call::end_if_left`], which is asked behind it. If it does find the call, it has not left.
    pub fn leave(&self) {
        self.leave_if(|_| true);
    }

    /// As [`CallHandle::leave`] for a client that looks on. One that owns the call, since it was handed
    /// over meanwhile, may find it again: that is a [`CallHandle::detach`].
    pub fn leave_unless_owner(&self) {
        self.leave_if(|holder| holder.privilege != Privilege::Owner);
    }

    fn leave_if(&self, leaves: impl Fn(&Holder) -> bool) {
        self.call.detach_with(&self.client, |inner| {
            // Its closing tells that it has gone, to each once.
            if self.client.is_closed() {
                return;
            }
            let before = inner.counts();
            if let Some(holder) = inner.holder_mut(&self.client) {
                holder.left = holder.attached <= 1 && leaves(holder);
            }
            let own = |other: &Client| other.same(&self.client);
            self.call.tell_counts(inner, before, own);
        });
    }

    /// Makes the client an owner of the call, or one who looks on. The only owner of a call that is
    /// up cannot cease to be one, nor can the only one who is still there.
    pub fn set_privilege(&self, privilege: Privilege) -> Result<()> {
        self.client.check_open()?;
        let mut inner = lock(&self.call.core().inner);
        let own = inner.holder(&self.client).ok_or(Error::new(
            ErrorKind::NotOwner,
            "This application has no part in the call any more.",
        ))?;
        if own.privilege == privilege {
            return Ok(());
        }
        let over = matches!(inner.state, State::Idle | State::Disconnected);
        // Under the call's lock: who closes behind this finds that it was the last.
        let others = inner.holders.iter().any(|holder| {
            let is_owner = holder.privilege == Privilege::Owner && holder.is_there();
            is_owner && !holder.client.same(&self.client)
        });
        if privilege == Privilege::Monitor && !others && !over {
            return Err(Error::new(
                ErrorKind::InvalidCallState,
                "The call would have no owner.",
            ));
        }
        let client = &self.client;
        let before = inner.counts();
        self.call
            .change_and_tell(&mut inner, InfoChange::Privilege, |inner| {
                if let Some(holder) = inner.holder_mut(client) {
                    holder.privilege = privilege;
                }
                Ok(())
            })?;
        let own = |other: &Client| other.same(client);
        self.call.tell_counts(&mut inner, before, own);
        Ok(())
    }
}
