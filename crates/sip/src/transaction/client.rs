//! Requests of ours: the machines of §17.1 with the Accepted state of RFC 6026 §7.2, and CANCEL (§9.1).
//!
//! | state | INVITE | any other |
//! |---|---|---|
//! | Calling | sent again by Timer A, given up by Timer B | sent again by Timer E, given up by Timer F |
//! | Proceeding | waits, for 64·T1 once it is cancelled | sent again each T2, given up by Timer F |
//! | Completed | its ACK is sent again for each copy, until Timer D | copies are absorbed until Timer K |
//! | Accepted | every 2xx goes up, until Timer M | |

mod broken;
mod refused;

use super::key::{Branch, ClientKey, LuckyMap, tidy};
use super::wire;
use super::{ClientId, Due, Env, Happened, Received, Times};
use crate::flow::{Flow, Transmit};
use crate::message::{Message, Method, Name};
use crate::slab::{Place, Slab};
use crate::timer::{Ticket, Timers};
use bytes::Bytes;
use std::collections::VecDeque;
use std::time::{Duration, Instant};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Calling, and Trying for what is no INVITE.
    Calling,
    Proceeding,
    Completed,
    Accepted,
}

/// How far an INVITE is given up.
#[derive(Debug)]
enum Cancel {
    No,
    /// As soon as there is a provisional response, with these header lines.
    Wanted(Box<[u8]>),
    /// The CANCEL has left, or nobody wants one any more: it ends by its deadline.
    Done,
}

struct Client<O> {
    /// Nobody, if it was forgotten or is a CANCEL.
    owner: Option<O>,
    key: ClientKey,
    method: Method,
    state: State,
    flow: Flow,
    /// What is sent again: the request, its ACK, nothing.
    bytes: Bytes,
    cancel: Cancel,
    /// Whether it goes over TCP for its size only.
    grown: bool,
    /// Whether it was sent over a new connection since the first one broke.
    renewed: bool,
    /// How many copies of it have come back since nobody was there.
    refusals: u8,
    /// How long until it is sent again.
    interval: Duration,
    /// When it is given up, or over.
    deadline: Instant,
    timer: Option<Ticket>,
}

/// A request to be sent.
pub(super) struct Start<O> {
    pub owner: Option<O>,
    pub branch: Branch,
    pub method: Method,
    pub flow: Flow,
    pub bytes: Bytes,
    pub grown: bool,
}

/// What becomes of a transaction.
#[derive(PartialEq, Eq)]
enum Fate {
    Stays,
    /// It is over.
    Ends,
    /// It stays, and its CANCEL leaves now.
    Cancels,
}

pub(super) struct Clients<O> {
    slab: Slab<Client<O>>,
    places: LuckyMap<ClientKey, Place>,
}

impl<O: Copy> Clients<O> {
    pub fn new() -> Self {
        Clients {
            slab: Slab::new(),
            places: LuckyMap::default(),
        }
    }

    pub fn len(&self) -> usize {
        self.slab.len()
    }

    /// Whether somebody waits for a final response.
    pub fn owes(&self) -> bool {
        let waits = |state| matches!(state, State::Calling | State::Proceeding);
        let mut clients = self.slab.iter();
        clients.any(|client| client.owner.is_some() && waits(client.state))
    }

    /// How many are known by a key.
    #[cfg(test)]
    pub fn keys(&self) -> usize {
        self.places.len()
    }

    /// Sends a request and waits for its end.
    pub fn start(&mut self, env: &mut Env<'_, O>, start: Start<O>) -> ClientId {
        let key = ClientKey {
            branch: start.branch,
            cancel: start.method == Method::Cancel,
        };
        let place = self.slab.insert(Client {
            owner: start.owner,
            key,
            method: start.method,
            state: State::Calling,
            flow: start.flow,
            bytes: start.bytes,
            cancel: Cancel::No,
            grown: start.grown,
            renewed: false,
            refusals: 0,
            interval: Duration::ZERO,
            deadline: env.now,
            timer: None,
        });
        self.places.insert(key, place);
        if let Some(client) = self.slab.get_mut(place) {
            client.begin(env, place);
        }
        ClientId(place)
    }

    /// The transaction of a response (§17.1.3).
    fn find(&self, branch: &str, cancel: bool) -> Option<Place> {
        let branch = Branch::of(branch)?;
        self.places.get(&ClientKey { branch, cancel }).copied()
    }

    /// Takes a response whose topmost Via has this branch.
    pub fn response(
        &mut self,
        env: &mut Env<'_, O>,
        message: &Message<'_>,
        code: u16,
        branch: &str,
    ) -> Received<O> {
        let method = message.method();
        let Some(place) = self.find(branch, method == Method::Cancel) else {
            // What becomes of a CANCEL interests nobody.
            return match method {
                Method::Cancel => Received::Absorbed,
                _ => Received::Stray,
            };
        };
        let Some(client) = self.slab.get_mut(place) else {
            return Received::Stray;
        };
        if client.method != method {
            return Received::Stray;
        }
        let cancelled = matches!(client.cancel, Cancel::Done);
        let (received, fate) = client.response(env, place, code, message);
        match fate {
            Fate::Stays => {}
            Fate::Ends => self.end(env.timers, place),
            Fate::Cancels => self.send_cancel(env, place),
        }
        if cancelled && code >= 200 {
            // It needs no CANCEL any more, arrived or not.
            if let Some(cancel) = self.find(branch, true) {
                self.end(env.timers, cancel);
            }
        }
        received
    }

    /// Gives an INVITE up.
    pub fn cancel(&mut self, env: &mut Env<'_, O>, place: Place, lines: &[u8]) {
        let Some(client) = self.slab.get_mut(place) else {
            return;
        };
        if client.method != Method::Invite || !matches!(client.cancel, Cancel::No) {
            return;
        }
        let now = match client.state {
            State::Calling => false,
            State::Proceeding => true,
            State::Completed | State::Accepted => return,
        };
        client.cancel = Cancel::Wanted(lines.into());
        if now {
            self.send_cancel(env, place);
        }
    }

    /// Sends the CANCEL that is wanted.
    fn send_cancel(&mut self, env: &mut Env<'_, O>, place: Place) {
        let Some(client) = self.slab.get_mut(place) else {
            return;
        };
        let Cancel::Wanted(lines) = std::mem::replace(&mut client.cancel, Cancel::Done) else {
            return;
        };
        let start = Start {
            owner: None,
            branch: client.key.branch,
            method: Method::Cancel,
            flow: client.flow.clone(),
            bytes: wire::cancel(&client.bytes, &lines),
            grown: false,
        };
        // Nothing is sent again any more, and nobody waits for ever (§9.1).
        client.wait(env, place, env.times.give_up());
        self.start(env, start);
    }

    /// Nobody waits for this any more.
    pub fn forget(&mut self, times: Times, timers: &mut Timers<Due>, place: Place) {
        let Some(client) = self.slab.get_mut(place) else {
            return;
        };
        client.owner = None;
        match (client.method, client.state) {
            (Method::Invite, State::Calling) => client.wait_until_deadline(timers, place),
            (Method::Invite, State::Proceeding) if matches!(client.cancel, Cancel::No) => {
                // Due at once, since it began in the past: then it fades.
                let began = client.deadline.checked_sub(times.give_up());
                let due = began.unwrap_or(client.deadline);
                timers.replace(&mut client.timer, due, Due::Client(place));
            }
            (Method::Invite, _) => {}
            _ => self.end(timers, place),
        }
    }

    /// A timer has come due.
    pub fn due(&mut self, env: &mut Env<'_, O>, place: Place, ticket: Ticket) {
        let Some(client) = self.slab.get_mut(place) else {
            return;
        };
        if client.timer != Some(ticket) {
            return;
        }
        client.timer = None;
        if client.due(env, place) == Fate::Ends {
            self.end(env.timers, place);
        }
    }

    fn end(&mut self, timers: &mut Timers<Due>, place: Place) {
        let Some(mut client) = self.slab.remove(place) else {
            return;
        };
        timers.clear(&mut client.timer);
        self.places.remove(&client.key);
        tidy(&mut self.places);
    }
}

impl<O: Copy> Client<O> {
    /// Sends it for the first time.
    fn begin(&mut self, env: &mut Env<'_, O>, place: Place) {
        self.state = State::Calling;
        self.deadline = env.now + env.times.give_up();
        self.interval = env.times.t1;
        self.send(env.out);
        self.wait_to_send(env, place);
    }

    fn send(&self, out: &mut VecDeque<Transmit>) {
        out.push_back(Transmit {
            flow: self.flow.clone(),
            bytes: self.bytes.clone(),
        });
    }

    /// Waits until it is sent again, or given up.
    fn wait_to_send(&mut self, env: &mut Env<'_, O>, place: Place) {
        let again = !self.flow.transport.is_reliable();
        let due = match again {
            true => self.deadline.min(env.now + self.interval),
            false => self.deadline,
        };
        env.timers.replace(&mut self.timer, due, Due::Client(place));
    }

    fn wait_until_deadline(&mut self, timers: &mut Timers<Due>, place: Place) {
        timers.replace(&mut self.timer, self.deadline, Due::Client(place));
    }

    fn wait(&mut self, env: &mut Env<'_, O>, place: Place, time: Duration) {
        self.deadline = env.now + time;
        self.wait_until_deadline(env.timers, place);
    }

    /// What goes up: to nobody, if it was forgotten.
    fn up(&self, place: Place) -> Received<O> {
        match self.owner {
            Some(owner) => Received::Response(ClientId(place), owner),
            None => Received::Absorbed,
        }
    }

    fn response(
        &mut self,
        env: &mut Env<'_, O>,
        place: Place,
        code: u16,
        message: &Message<'_>,
    ) -> (Received<O>, Fate) {
        match (self.method, self.state) {
            (Method::Invite, State::Calling | State::Proceeding) => match code {
                ..200 => (self.up(place), self.invite_proceeds(env, place)),
                200..300 => (self.accepted(env, place), Fate::Stays),
                _ => (self.up(place), self.refused(env, place, message)),
            },
            (Method::Invite, State::Completed) => match code {
                ..200 => (Received::Absorbed, Fate::Stays),
                // A proxy lets a 2xx through at any time (§16.7).
                200..300 => (Received::Stray, Fate::Stays),
                _ => {
                    self.send(env.out);
                    (Received::Absorbed, Fate::Stays)
                }
            },
            (_, State::Accepted) => match code {
                200..300 => (self.accepted_up(place), Fate::Stays),
                _ => (Received::Absorbed, Fate::Stays),
            },
            (_, State::Calling | State::Proceeding) => match code {
                ..200 => {
                    self.state = State::Proceeding;
                    (self.up(place), Fate::Stays)
                }
                _ => (self.up(place), self.completed(env, place, env.times.t4)),
            },
            (_, State::Completed) => (Received::Absorbed, Fate::Stays),
        }
    }

    fn invite_proceeds(&mut self, env: &mut Env<'_, O>, place: Place) -> Fate {
        if self.state == State::Proceeding {
            return Fate::Stays;
        }
        self.state = State::Proceeding;
        if matches!(self.cancel, Cancel::Wanted(_)) {
            return Fate::Cancels;
        }
        match self.owner {
            Some(_) => env.timers.clear(&mut self.timer),
            None => self.fade(env, place),
        }
        Fate::Stays
    }

    /// Nobody wants this INVITE, which rings, any more: it waits for 64·T1.
    fn fade(&mut self, env: &mut Env<'_, O>, place: Place) {
        self.cancel = Cancel::Done;
        self.wait(env, place, env.times.give_up());
    }

    /// A 2xx: its ACK is made by those above.
    fn accepted(&mut self, env: &mut Env<'_, O>, place: Place) -> Received<O> {
        self.state = State::Accepted;
        self.bytes = Bytes::new();
        self.cancel = Cancel::No;
        self.wait(env, place, env.times.give_up());
        self.accepted_up(place)
    }

    fn accepted_up(&self, place: Place) -> Received<O> {
        match self.owner {
            Some(owner) => Received::Response(ClientId(place), owner),
            None => Received::Stray,
        }
    }

    fn refused(&mut self, env: &mut Env<'_, O>, place: Place, message: &Message<'_>) -> Fate {
        let to = message.header(Name::To).unwrap_or_default();
        let ack = wire::ack(&self.bytes, to);
        let fate = self.completed(env, place, env.times.give_up());
        self.bytes = ack;
        self.send(env.out);
        fate
    }

    /// A final response: copies of it are waited for, where there can be some.
    fn completed(&mut self, env: &mut Env<'_, O>, place: Place, time: Duration) -> Fate {
        self.state = State::Completed;
        self.bytes = Bytes::new();
        self.cancel = Cancel::No;
        if self.flow.transport.is_reliable() {
            return Fate::Ends;
        }
        self.wait(env, place, time);
        Fate::Stays
    }

    fn due(&mut self, env: &mut Env<'_, O>, place: Place) -> Fate {
        if matches!(self.state, State::Completed | State::Accepted) {
            return Fate::Ends;
        }
        let rings = self.method == Method::Invite && self.state == State::Proceeding;
        if rings && matches!(self.cancel, Cancel::No) {
            self.fade(env, place);
            return Fate::Stays;
        }
        if env.now >= self.deadline {
            if self.state == State::Calling {
                env.silent.push_back((self.flow.transport, self.flow.peer));
            }
            if let Some(owner) = self.owner {
                env.happened
                    .push_back(Happened::TimedOut(ClientId(place), owner));
            }
            return Fate::Ends;
        }
        self.send(env.out);
        self.interval = match (self.method, self.state) {
            (Method::Invite, _) => self.interval * 2,
            (_, State::Proceeding) => env.times.t2,
            _ => env.times.t2.min(self.interval * 2),
        };
        self.wait_to_send(env, place);
        Fate::Stays
    }
}
