//! What becomes of our requests when the connection breaks that they went over.

use super::{Cancel, Client, Clients, State};
use crate::flow::{Gone, Transport};
use crate::message::Method;
use crate::random::Random;
use crate::slab::Place;
use crate::transaction::key::ClientKey;
use crate::transaction::wire::{self, Vias};
use crate::transaction::{ClientId, Env, Happened};
use bytes::Bytes;

impl<O: Copy> Clients<O> {
    /// Ends what waits on this way, or sends it on another. Returns whether there was anything.
    ///
    /// An INVITE that has left may ring all the same: nobody waits for it any more, but it is given up
    /// over a new connection as soon as that is allowed (§9.1), and what answers it is acknowledged.
    pub fn broken(
        &mut self,
        env: &mut Env<'_, O>,
        gone: &Gone,
        vias: &mut Vias,
        random: &mut Random,
    ) -> bool {
        let mut lost: Vec<_> = self
            .slab
            .iter_mut()
            .filter(|(_, client)| client.waits_on(gone))
            .map(|(place, client)| (place, client.is_among(&gone.unsent), client.method))
            .collect();
        // An INVITE waits for as long as its CANCEL does.
        lost.sort_by_key(|(_, _, method)| *method != Method::Cancel);
        let waited = !lost.is_empty();
        for (place, unsent, method) in lost {
            let Some(client) = self.slab.get_mut(place) else {
                continue;
            };
            if client.can_shrink() {
                let old = client.key;
                client.shrink(vias, random);
                self.places.remove(&old);
                self.places.insert(client.key, place);
                client.begin(env, place);
                continue;
            }
            if method == Method::Invite && !unsent {
                if !self.outlives(env, place) {
                    self.end(env.timers, place);
                }
                continue;
            }
            let had_connection = client.flow.connection.take().is_some();
            if method == Method::Cancel && !client.renewed && (had_connection || !unsent) {
                client.renewed = true;
                client.begin(env, place);
                continue;
            }
            if let Some(owner) = client.owner {
                let id = ClientId(place);
                env.happened.push_back(match unsent {
                    true => Happened::NotSent(id, owner),
                    false => Happened::Lost(id, owner),
                });
            }
            self.end(env.timers, place);
        }
        waited
    }

    /// The connection broke that an INVITE had gone over. Returns whether it stays all the same.
    fn outlives(&mut self, env: &mut Env<'_, O>, place: Place) -> bool {
        let Some(client) = self.slab.get_mut(place) else {
            return false;
        };
        client.flow.connection = None;
        let cancel = ClientKey {
            cancel: true,
            ..client.key
        };
        let is_given_up = !matches!(client.cancel, Cancel::No);
        let calls = client.state == State::Calling;
        if is_given_up && !calls && self.places.contains_key(&cancel) {
            // Its CANCEL has just been sent anew.
            client.wait(env, place, env.times.give_up());
            return true;
        }
        let Some(owner) = client.owner.take() else {
            return is_given_up;
        };
        let id = ClientId(place);
        env.happened.push_back(Happened::Lost(id, owner));
        if !is_given_up {
            client.cancel = Cancel::Wanted(Box::default());
        }
        match calls {
            true => client.wait_until_deadline(env.timers, place),
            false => self.send_cancel(env, place),
        }
        true
    }
}

impl<O: Copy> Client<O> {
    /// Whether it has no final response yet and went this way.
    fn waits_on(&self, gone: &Gone) -> bool {
        let waits = matches!(self.state, State::Calling | State::Proceeding);
        waits && gone.took(&self.flow)
    }

    /// Whether it has not left.
    fn is_among(&self, unsent: &[Bytes]) -> bool {
        self.state == State::Calling && unsent.contains(&self.bytes)
    }

    /// Whether it can go over UDP instead.
    fn can_shrink(&self) -> bool {
        self.grown
            && self.state == State::Calling
            && self.owner.is_some()
            && matches!(self.cancel, Cancel::No)
    }

    fn shrink(&mut self, vias: &mut Vias, random: &mut Random) {
        self.grown = false;
        self.flow.transport = Transport::Udp;
        self.flow.connection = None;
        let bare = wire::without_via(&self.bytes);
        let (bytes, branch) = vias.put(&bare, Transport::Udp, self.flow.local, random);
        self.bytes = bytes;
        self.key.branch = branch;
    }
}
