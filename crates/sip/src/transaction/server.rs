//! Requests of the far end: the machines of §17.2 with the Accepted state of RFC 6026 §7.1.
//!
//! | state | INVITE | any other |
//! |---|---|---|
//! | Proceeding | a 100 is offered after 200 ms; copies get the last response | ends unanswered after 64·T1 |
//! | Completed | a refusal, sent again by Timer G until its ACK or Timer H | copies get the response, until Timer J |
//! | Confirmed | copies of the ACK are absorbed until Timer I | |
//! | Accepted | a 2xx, sent again until it is acknowledged; copies of the INVITE are absorbed until Timer L | |

use super::key::{LuckyMap, ServerKey, sent_by_port, tidy};
use super::wire;
use super::{Due, Env, Happened, Received, ServerId};
use crate::flow::{Flow, Gone, Transmit, Transport};
use crate::message::value::Via;
use crate::message::{Echo, Message, Method, reason_phrase};
use crate::slab::{Place, Slab};
use crate::timer::{Ticket, Timers};
use bytes::Bytes;
use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// After this time an INVITE without an answer gets a 100 (§17.2.1).
const TRYING: Duration = Duration::from_millis(200);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Without a final response; Trying too.
    Proceeding,
    Completed,
    Confirmed,
    Accepted,
}

struct Server<O> {
    owner: Option<O>,
    key: ServerKey,
    /// What it has in common with copies that took another way; `None` inside a dialog.
    merged: Option<ServerKey>,
    invite: bool,
    /// Whether its branch was in use when it came.
    apart: bool,
    /// The number in its CSeq.
    number: u32,
    state: State,
    /// The way of its responses.
    flow: Flow,
    /// What is sent again: the last response, nothing.
    bytes: Bytes,
    /// What a 100 needs, until there is another answer.
    echo: Option<Arc<Echo>>,
    /// Whether those above know that it was given up.
    cancelled: bool,
    /// How long until the response is sent again.
    interval: Duration,
    /// When it is over.
    deadline: Instant,
    timer: Option<Ticket>,
}

#[derive(PartialEq, Eq)]
enum Fate {
    Stays,
    Ends,
}

pub(super) struct Servers<O> {
    slab: Slab<Server<O>>,
    places: LuckyMap<ServerKey, Place>,
    merged: LuckyMap<ServerKey, Place>,
    /// Those that only wait for copies, the oldest first. Some may be gone.
    over: VecDeque<Place>,
    /// How many came on a branch that was in use.
    apart: usize,
}

impl<O: Copy> Servers<O> {
    pub fn new() -> Self {
        Servers {
            slab: Slab::new(),
            places: LuckyMap::default(),
            merged: LuckyMap::default(),
            over: VecDeque::new(),
            apart: 0,
        }
    }

    pub fn len(&self) -> usize {
        self.slab.len()
    }

    /// Whether a final response to an INVITE waits for its ACK.
    pub fn owes(&self) -> bool {
        let waits = |server: &Server<O>| match server.state {
            State::Completed => server.invite,
            State::Accepted => !server.bytes.is_empty(),
            State::Proceeding | State::Confirmed => false,
        };
        self.slab.iter().any(waits)
    }

    /// How many keys there are.
    #[cfg(test)]
    pub fn keys(&self) -> usize {
        self.places.len() + self.merged.len() + self.over.len()
    }

    pub fn find(&self, key: ServerKey) -> Option<Place> {
        self.places.get(&key).copied()
    }

    /// Whether this is a request of another number.
    pub fn has_other_number(&self, place: Place, number: u32) -> bool {
        self.slab
            .get(place)
            .is_some_and(|server| server.number != number)
    }

    /// Whether this is an INVITE that was refused, and one of this number comes later.
    pub fn is_refused(&self, place: Place, number: u32) -> bool {
        self.slab.get(place).is_some_and(|server| {
            let refused = matches!(server.state, State::Completed | State::Confirmed);
            server.invite && refused && server.number < number
        })
    }

    /// Notes that this one came on a branch that is in use.
    pub fn is_apart(&mut self, place: Place) {
        if let Some(server) = self.slab.get_mut(place) {
            self.apart += usize::from(!std::mem::replace(&mut server.apart, true));
        }
    }

    /// Whether any of those live: each does for itself, and may be there for longer than the one
    /// whose branch it has.
    pub fn has_apart(&self) -> bool {
        self.apart > 0
    }

    /// Makes room for one more, if need be at the cost of the oldest that only waits for copies.
    /// Returns whether there is room.
    pub fn make_room(&mut self, timers: &mut Timers<Due>, limit: usize) -> bool {
        while self.slab.len() >= limit {
            let Some(oldest) = self.over.pop_front() else {
                return false;
            };
            self.end(timers, oldest);
        }
        true
    }

    /// Notes that this one only waits for copies from now on.
    fn is_over(&mut self, place: Place) {
        self.over.push_back(place);
        if self.over.len() > 2 * self.slab.len() + 64 {
            let slab = &self.slab;
            self.over.retain(|place| slab.get(*place).is_some());
        }
    }

    /// Whether a request came here already by another way, and is still known (§8.2.2.2).
    pub fn is_merged(&self, merged: ServerKey) -> bool {
        self.merged.contains_key(&merged)
    }

    /// A new request.
    pub fn start(
        &mut self,
        env: &mut Env<'_, O>,
        request: &Message<'_>,
        via: &Via<'_>,
        flow: &Flow,
        key: ServerKey,
        merged: Option<ServerKey>,
    ) -> Place {
        let invite = request.method() == Method::Invite;
        let place = self.slab.insert(Server {
            owner: None,
            key,
            merged,
            invite,
            apart: false,
            number: request.cseq(),
            state: State::Proceeding,
            flow: way_back(request, via, flow),
            bytes: Bytes::new(),
            echo: invite.then(|| Arc::new(Echo::of(request, flow.peer))),
            cancelled: false,
            interval: env.times.t1,
            deadline: env.now + env.times.give_up(),
            timer: None,
        });
        self.places.insert(key, place);
        if let Some(merged) = merged {
            self.merged.insert(merged, place);
        }
        if let Some(server) = self.slab.get_mut(place) {
            let due = match invite {
                true => env.now + TRYING,
                // Nobody waits longer for an answer (RFC 4320 §4.2).
                false => server.deadline,
            };
            env.timers
                .replace(&mut server.timer, due, Due::Server(place));
        }
        place
    }

    /// A request that is known came again.
    pub fn copy(&mut self, env: &mut Env<'_, O>, place: Place) {
        let Some(server) = self.slab.get_mut(place) else {
            return;
        };
        if matches!(server.state, State::Proceeding | State::Completed) {
            server.send(env.out);
        }
    }

    /// An ACK that is one of an INVITE by its branch, or without one by all but its To `tag`.
    pub fn ack(&mut self, env: &mut Env<'_, O>, place: Place, tag: Option<&str>) -> Received<O> {
        let Some(server) = self.slab.get_mut(place) else {
            return Received::Absorbed;
        };
        let ours = || wire::to_tag(&server.bytes).unwrap_or_default();
        match server.state {
            // A 2xx's ACK has a branch of its own, but not from everybody.
            State::Accepted => return Received::Ack,
            State::Completed if tag.is_some_and(|tag| tag != ours()) => return Received::Ack,
            State::Completed if server.flow.transport.is_reliable() => self.end(env.timers, place),
            State::Completed => {
                server.state = State::Confirmed;
                server.bytes = Bytes::new();
                server.wait(env, place, env.times.t4);
            }
            State::Proceeding | State::Confirmed => {}
        }
        Received::Absorbed
    }

    /// An INVITE was given up. Also returns the last response to it.
    pub fn cancel(&mut self, place: Place) -> (Received<O>, Bytes) {
        let Some(server) = self.slab.get_mut(place) else {
            return (Received::Absorbed, Bytes::new());
        };
        let news = server.state == State::Proceeding && !server.cancelled;
        server.cancelled = true;
        let received = match news {
            true => Received::Cancel(ServerId(place), server.owner),
            false => Received::Absorbed,
        };
        (received, server.bytes.clone())
    }

    /// What the responses to an INVITE repeat, as long as there is none.
    pub fn echo(&self, place: Place) -> Option<Arc<Echo>> {
        self.slab.get(place)?.echo.clone()
    }

    pub fn set_owner(&mut self, place: Place, owner: O) {
        if let Some(server) = self.slab.get_mut(place) {
            server.owner = Some(owner);
        }
    }

    /// Sends a response. Returns whether there was none that is final.
    pub fn respond(&mut self, env: &mut Env<'_, O>, place: Place, code: u16, bytes: Bytes) -> bool {
        let Some(server) = self.slab.get_mut(place) else {
            return false;
        };
        if server.state != State::Proceeding {
            return false;
        }
        match server.respond(env, place, code, bytes) {
            Fate::Ends => self.end(env.timers, place),
            Fate::Stays if server.state == State::Completed => self.is_over(place),
            Fate::Stays => {}
        }
        true
    }

    /// The 2xx has arrived.
    pub fn acknowledged(&mut self, timers: &mut Timers<Due>, place: Place) {
        let Some(server) = self.slab.get_mut(place) else {
            return;
        };
        if server.state == State::Accepted && !server.bytes.is_empty() {
            server.bytes = Bytes::new();
            timers.replace(&mut server.timer, server.deadline, Due::Server(place));
            self.is_over(place);
        }
    }

    /// A connection is gone: responses take the other way (§18.2.2).
    pub fn broken(&mut self, gone: &Gone) {
        for (_, server) in self.slab.iter_mut() {
            server.flow.connection.take_if(|id| gone.was(*id));
        }
    }

    /// A timer has come due.
    pub fn due(&mut self, env: &mut Env<'_, O>, place: Place, ticket: Ticket) {
        let Some(server) = self.slab.get_mut(place) else {
            return;
        };
        if server.timer != Some(ticket) {
            return;
        }
        server.timer = None;
        if server.due(env, place) == Fate::Ends {
            self.end(env.timers, place);
        }
    }

    pub fn end(&mut self, timers: &mut Timers<Due>, place: Place) {
        let Some(mut server) = self.slab.remove(place) else {
            return;
        };
        timers.clear(&mut server.timer);
        self.apart -= usize::from(server.apart);
        self.places.remove(&server.key);
        tidy(&mut self.places);
        if let Some(merged) = server.merged {
            self.merged.remove(&merged);
            tidy(&mut self.merged);
        }
        if self.slab.len() == 0 {
            self.over = VecDeque::new();
        }
    }
}

impl<O: Copy> Server<O> {
    /// Sends the last response, if there is one.
    fn send(&self, out: &mut VecDeque<Transmit>) {
        if self.bytes.is_empty() {
            return;
        }
        out.push_back(Transmit {
            flow: self.flow.clone(),
            bytes: self.bytes.clone(),
        });
    }

    fn wait(&mut self, env: &mut Env<'_, O>, place: Place, time: Duration) {
        self.deadline = env.now + time;
        env.timers
            .replace(&mut self.timer, self.deadline, Due::Server(place));
    }

    /// Waits until the response is sent again, or this is over.
    fn wait_to_send(&mut self, env: &mut Env<'_, O>, place: Place) {
        // A 2xx is sent again over every transport (§13.3.1.4).
        let again = self.state == State::Accepted || !self.flow.transport.is_reliable();
        let due = match again {
            true => self.deadline.min(env.now + self.interval),
            false => self.deadline,
        };
        env.timers.replace(&mut self.timer, due, Due::Server(place));
    }

    fn respond(&mut self, env: &mut Env<'_, O>, place: Place, code: u16, bytes: Bytes) -> Fate {
        self.echo = None;
        if code == 408 && !self.invite {
            // It would come too late for whoever asked (RFC 4320 §4.2).
            return Fate::Ends;
        }
        self.bytes = bytes;
        self.send(env.out);
        if code < 200 {
            if self.invite {
                env.timers.clear(&mut self.timer);
            }
            return Fate::Stays;
        }
        self.deadline = env.now + env.times.give_up();
        self.state = match code {
            ..300 if self.invite => State::Accepted,
            _ => State::Completed,
        };
        if self.invite {
            self.wait_to_send(env, place);
        } else if self.flow.transport.is_reliable() {
            return Fate::Ends;
        } else {
            env.timers
                .replace(&mut self.timer, self.deadline, Due::Server(place));
        }
        Fate::Stays
    }

    fn due(&mut self, env: &mut Env<'_, O>, place: Place) -> Fate {
        match self.state {
            State::Proceeding if self.invite => {
                if let Some(echo) = self.echo.take() {
                    let trying = echo.response(100, reason_phrase(100), "").end();
                    self.bytes = Bytes::from(trying);
                    self.send(env.out);
                }
                return Fate::Stays;
            }
            State::Proceeding | State::Confirmed => return Fate::Ends,
            State::Completed if !self.invite => return Fate::Ends,
            State::Completed | State::Accepted => {}
        }
        if env.now >= self.deadline {
            if self.state == State::Accepted && !self.bytes.is_empty() {
                env.happened
                    .push_back(Happened::NotAcknowledged(ServerId(place), self.owner));
            }
            return Fate::Ends;
        }
        self.send(env.out);
        self.interval = env.times.t2.min(self.interval * 2);
        self.wait_to_send(env, place);
        Fate::Stays
    }
}

/// The way of a response: over UDP where the request says (§18.2.2, RFC 3581), otherwise by the
/// connection that the request came on, and when that is gone, to where its sender listens.
pub(super) fn way_back(request: &Message<'_>, via: &Via<'_>, flow: &Flow) -> Flow {
    let peer = match flow.transport {
        Transport::Udp => Echo::destination(request, flow.peer),
        Transport::Tcp | Transport::Tls => SocketAddr::new(flow.peer.ip(), sent_by_port(via)),
    };
    Flow {
        peer,
        ..flow.clone()
    }
}
