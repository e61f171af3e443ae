//! Who owns a call and who looks on, as TAPI 2 changes it: any number may own one, and whoever opens
//! a line later finds the calls that are there.

use super::Engine;
use super::call::{Call, CallHandle};
use super::client::Client;
use super::error::{Error, ErrorKind, Result};
use super::event::InfoChange;
use super::holder::Holder;
use super::state::{Privilege, State};
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
            inner.holders.try_push(holder)?;
        }
        drop(inner);
        Ok(CallHandle {
            call: self.clone(),
            client: client.clone(),
        })
    }

    /// Whether some other client than this has an object for the call.
    pub fn is_held_beside(&self, client: &Client) -> bool {
        let inner = lock(&self.core().inner);
        let mut holders = inner.holders.iter();
        holders.any(|holder| holder.attached > 0 && !holder.client.same(client))
    }
}

impl CallHandle {
    /// Makes the client an owner of the call, or one who looks on. The only owner of a call that is
    /// up cannot cease to be one.
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
        let others = inner.holders.iter().any(|holder| {
            holder.privilege == Privilege::Owner && !holder.client.same(&self.client)
        });
        if privilege == Privilege::Monitor && !others && !over {
            return Err(Error::new(
                ErrorKind::InvalidCallState,
                "The call would have no owner.",
            ));
        }
        let client = self.client.clone();
        self.call
            .change_and_tell(&mut inner, InfoChange::Privilege, move |inner| {
                if let Some(holder) = inner.holder_mut(&client) {
                    holder.privilege = privilege;
                }
                Ok(())
            })
    }
}
