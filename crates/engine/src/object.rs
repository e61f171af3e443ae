//! The one object that a client has for a call.
//!
//! The engine keeps it in the client's part in the call and does not know what it is; nor does it
//! keep it alive. It is found, made and let go of under the call's lock, together with the count of
//! objects that decides how long the line lists the call.

use super::call::{Call, CallHandle};
use super::client::Client;
use super::error::{Error, Result};
use super::holder::Holder;
use super::line::Line;
use super::state::{Direction, Privilege};
use std::sync::Arc;
use tapi3_common::slip::Slip;
use tapi3_common::sync::atomic::Ordering;
use tapi3_common::sync::lock;

impl Call {
    /// As [`Call::outgoing`], for a client that makes an object for the call: it cannot be found
    /// before [`CallHandle::list`] puts it on the list of its line, with that object.
    pub fn unlisted(
        client: &Client,
        line: &Arc<Line>,
        destination: String,
        media: u32,
        address_type: u32,
    ) -> Result<CallHandle> {
        client.check_open()?;
        let kind = (media, address_type);
        let mut owner = Holder::new(client, Privilege::Owner, 0);
        owner.attached = 1;
        let call = Call::new(line, Direction::Outgoing, destination, kind, 0, Some(owner))?;
        Ok(CallHandle {
            call,
            client: client.clone(),
        })
    }

    /// The object of `client` for the call: what `living` finds, or else what `make` makes. `None`
    /// if the client has no part in the call.
    ///
    /// Both run under the call's lock, so they may call nothing of it, nor drop an object. Fails if
    /// the line has forgotten the call, because the last object of it went before it was placed.
    pub fn object<T, E: From<Error>>(
        &self,
        client: &Client,
        living: impl FnOnce(&Slip) -> Option<T>,
        make: impl FnOnce(CallHandle) -> std::result::Result<(T, Slip), E>,
    ) -> std::result::Result<Option<T>, E> {
        let mut inner = lock(&self.core().inner);
        let Some(holder) = inner.holder(client) else {
            return Ok(None);
        };
        if let Some(found) = holder.object.as_ref().and_then(living) {
            return Ok(Some(found));
        }
        inner.check_not_forgotten()?;
        let (object, slip) = make(CallHandle {
            call: self.clone(),
            client: client.clone(),
        })?;
        inner.released = false;
        let mut before = None;
        if let Some(holder) = inner.holder_mut(client) {
            holder.attached += 1;
            before = holder.object.replace(slip);
        }
        self.core().held.store(true, Ordering::Release);
        drop(inner);
        drop(before);
        Ok(Some(object))
    }

    /// The object of `client` for the call, if `living` finds that there is one. It runs under the
    /// call's lock, as with [`Call::object`].
    pub fn known_object<T>(
        &self,
        client: &Client,
        living: impl FnOnce(&Slip) -> Option<T>,
    ) -> Option<T> {
        // Events of calls that were let go of come by here, and need no lock.
        if !self.core().held.load(Ordering::Acquire) {
            return None;
        }
        let inner = lock(&self.core().inner);
        inner.holder(client)?.object.as_ref().and_then(living)
    }
}

impl CallHandle {
    /// Puts an [unlisted](Call::unlisted) call on the list of its line, where whoever finds it finds
    /// this object. On failure it can be dropped: nobody has found it, or it is over.
    pub fn list(&self, object: Slip) -> Result<()> {
        let mut inner = lock(&self.call.core().inner);
        if let Some(holder) = inner.holder_mut(&self.client) {
            holder.object = Some(object);
        }
        self.call.list_outgoing(inner)
    }

    /// As [`CallHandle::detach`], of an object that the engine keeps: it goes with it if it is the
    /// one that `is_dead`. Another may have taken its place meanwhile.
    pub fn let_go(&self, is_dead: impl FnOnce(&Slip) -> bool) {
        let mut gone = None;
        self.call.detach_with(&self.client, |inner| {
            let holder = inner.holder_mut(&self.client);
            gone = holder.and_then(|holder| holder.object.take_if(|object| is_dead(object)));
        });
        drop(gone);
    }
}
