//! How many own a call and how many look on. Whoever holds the call is told when that changes, but not
//! whoever changed it, nor whoever hears of the call by it.

use super::call::Call;
use super::client::Client;
use super::event::{Event, InfoChange, bits};
use super::holder::Holder;
use super::inner::Inner;
use super::state::{Privilege, State};
use tapi3_common::sync::lock;

/// How many own a call and how many look on, whether or not they are just being shut down: that is told
/// of each by itself.
#[derive(Debug, Clone, Copy)]
pub(super) struct Counts {
    owners: usize,
    monitors: usize,
}

impl Inner {
    pub(super) fn counts(&self) -> Counts {
        let (owners, monitors) = count(self.holders.iter().filter(|holder| !holder.left));
        Counts { owners, monitors }
    }
}

fn count<'a>(holders: impl Iterator<Item = &'a Holder>) -> (usize, usize) {
    holders.fold((0, 0), |(owners, monitors), holder| {
        match holder.privilege {
            Privilege::Owner => (owners + 1, monitors),
            Privilege::Monitor => (owners, monitors + 1),
        }
    })
}

impl Call {
    /// How many clients own it, and how many look on, of those that are still there.
    pub fn count_holders(&self) -> (usize, usize) {
        let inner = lock(&self.core().inner);
        count(inner.holders.iter().filter(|holder| holder.is_there()))
    }

    /// Tells what has changed of what was counted `before`, but nobody who `knows` of it.
    pub(super) fn tell_counts(
        &self,
        inner: &mut Inner,
        before: Counts,
        knows: impl Fn(&Client) -> bool,
    ) {
        let now = inner.counts();
        let changes = [
            (now.owners > before.owners, InfoChange::OwnerAdded),
            (now.owners < before.owners, InfoChange::OwnerRemoved),
            (now.monitors != before.monitors, InfoChange::Monitors),
        ];
        for (_, change) in changes.into_iter().filter(|(changed, _)| *changed) {
            self.tell_count(inner, change, usize::MAX, &knows);
        }
    }

    /// Tells that the holders behind the first `old` ones look on from now on, but not them.
    pub(super) fn tell_admitted(&self, inner: &mut Inner, old: usize) {
        if inner.holders.iter().skip(old).any(Holder::is_there) {
            self.tell_count(inner, InfoChange::Monitors, old, |_| false);
        }
    }

    /// Tells that `client` has been shut down, if it had a part in the call.
    pub(super) fn tell_closed(&self, inner: &mut Inner, client: &Client) {
        let change = match inner.holder(client) {
            Some(holder) if holder.left => return,
            Some(holder) if holder.privilege == Privilege::Owner => InfoChange::OwnerRemoved,
            Some(_) => InfoChange::Monitors,
            None => return,
        };
        self.tell_count(inner, change, usize::MAX, |other| other.same(client));
    }

    /// Tells the first `count` holders. It can as well be asked for, so no room is kept for it. Of a
    /// call that is over nothing is told.
    fn tell_count(
        &self,
        inner: &mut Inner,
        change: InfoChange,
        count: usize,
        knows: impl Fn(&Client) -> bool,
    ) {
        if matches!(inner.state, State::Idle | State::Disconnected) {
            return;
        }
        for holder in inner.holders.iter_mut().take(count) {
            let told = holder.is_there() && !knows(&holder.client);
            if told && holder.wants(self, bits::CALL_INFO, change as u32) {
                let event = Event::CallInfo {
                    call: self.clone(),
                    change,
                    instance: holder.instance,
                };
                holder.client.events().push(event, false);
            }
        }
    }
}
