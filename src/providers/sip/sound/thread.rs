//! The thread: when each call is due, and what comes to its sockets.

use super::Shared;
use super::bell::{Alarm, Own};
use super::clock;
use super::talk::Talk;
use super::voice::{Scratch, Voice};
use crate::providers::sip::ports::Ports;
use crate::providers::sip::runtime::fill;
use rustix::buffer::spare_capacity;
use rustix::event::epoll::{self, CreateFlags, EventData, EventFlags};
use rustix::io::Errno;
use std::cmp::Reverse;
use std::collections::{BinaryHeap, TryReserveError};
use std::io;
use std::net::UdpSocket;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Weak};
use std::time::Duration;
use tapi3_media::session::Port;
use tapi3_sip::random::Random;

/// What the bell and the alarm are among the events; sockets are by their calls.
const BELL: u64 = u64::MAX;
const ALARM: u64 = u64::MAX - 1;

/// So many events are taken at a time, and so many calls have their turn before.
const BATCH: usize = 64;

/// So many datagrams are read from a socket before the next one has its turn.
const DATAGRAMS: usize = 32;

/// Who is later than this leaves out what he missed.
const LATEST: Duration = Duration::from_millis(200);

/// The part of 20 ms, in nanoseconds, by which the times of two calls that begin one after the other
/// lie apart: by the golden section any number of them are spread evenly.
const APART: u64 = 12_360_680;

/// The times of all calls are whole milliseconds, in nanoseconds: so one waking serves several.
const GRID: u64 = 1_000_000;

/// A call on the thread.
enum Place {
    /// It waits for its first turn, and what comes to its sockets meanwhile waits there. One that is
    /// over by then has cost next to nothing, and others have had its sockets since.
    Waits(Weak<Talk>),
    Sounds(Box<Voice>),
}

/// The thread.
pub(super) struct Thread {
    shared: Arc<Shared>,
    epoll: Own,
    alarm: Alarm,
    places: Vec<Option<Place>>,
    free: Vec<usize>,
    /// When each call is due next; each of them is in it once.
    due: BinaryHeap<Reverse<(Duration, usize)>>,
    /// How many calls there have been.
    begun: u64,
    scratch: Box<Scratch>,
    random: Random,
}

impl Thread {
    pub fn new(shared: Arc<Shared>) -> io::Result<Self> {
        let epoll = Own::new(epoll::create(CreateFlags::CLOEXEC)?);
        let alarm = Alarm::new()?;
        let known = [(&shared.bell.0, BELL), (&alarm.timer, ALARM)];
        for (descriptor, token) in known {
            epoll::add(
                &epoll,
                descriptor,
                EventData::new_u64(token),
                EventFlags::IN | EventFlags::ET,
            )?;
        }
        Ok(Thread {
            shared,
            epoll,
            alarm,
            places: Vec::new(),
            free: Vec::new(),
            due: BinaryHeap::new(),
            begun: 0,
            scratch: Box::default(),
            random: Random::new(fill),
        })
    }

    /// Carries sound until it is told to end.
    pub fn run(mut self) {
        let mut events = Vec::with_capacity(BATCH);
        while !self.shared.closing.load(Ordering::Acquire) {
            self.begin_new();
            self.tick();
            let next = self.due.peek().map(|Reverse((due, _))| *due);
            // Without a call, whoever brings one has to ring.
            if next.is_none() && !self.shared.beginning.falls_asleep() {
                continue;
            }
            if let Err(error) = self.alarm.set(next) {
                tracing::error!("the time of sound cannot be set: {error}");
                return;
            }
            events.clear();
            match epoll::wait(&self.epoll, spare_capacity(&mut events), None) {
                Ok(_) | Err(Errno::INTR) => {}
                Err(error) => {
                    tracing::error!("the sockets of sound cannot be waited for: {error}");
                    return;
                }
            }
            for event in &events {
                match event.data.u64() {
                    BELL => {}
                    ALARM => self.alarm.heard(),
                    token => self.receive(token),
                }
            }
        }
        let now = clock::now();
        for place in self.places.iter_mut().flatten() {
            if let Place::Sounds(voice) = place {
                voice.leave(now, &mut self.scratch);
            }
        }
    }

    fn begin_new(&mut self) {
        for talk in self.shared.beginning.take() {
            // It was too short for a packet.
            if talk.strong_count() == 0 {
                continue;
            }
            if let Err(error) = self.admit(talk) {
                tracing::error!("a call has no sound: {error}");
            }
        }
    }

    /// A call has its place, and its first turn within 20 ms.
    fn admit(&mut self, talk: Weak<Talk>) -> Result<(), TryReserveError> {
        self.due.try_reserve(1)?;
        // For when it goes.
        self.free.try_reserve(1)?;
        let slot = match self.free.last() {
            Some(slot) => *slot,
            None => {
                self.places.try_reserve(1)?;
                self.places.len()
            }
        };
        self.begun = self.begun.wrapping_add(1);
        let apart = self.begun.wrapping_mul(APART) % 20_000_000;
        let earliest = u64::try_from(clock::now().as_nanos()).unwrap_or(u64::MAX);
        let due = earliest
            .saturating_add(apart)
            .div_ceil(GRID)
            .saturating_mul(GRID);
        self.due.push(Reverse((Duration::from_nanos(due), slot)));
        let place = Some(Place::Waits(talk));
        match self.places.get_mut(slot) {
            Some(free) => {
                *free = place;
                self.free.pop();
            }
            None => self.places.push(place),
        }
        Ok(())
    }

    /// A call has its first turn: its sound begins, if it is not over already.
    fn begin(&mut self, slot: usize) {
        let Some(Some(Place::Waits(talk))) = self.places.get(slot) else {
            return;
        };
        let talk = talk.upgrade().filter(|talk| !talk.is_over());
        let voice = talk.and_then(|talk| {
            let id = talk.call.id();
            let begun = self.voice(talk, slot);
            begun.unwrap_or_else(|error| {
                tracing::error!("call {id} has no sound: {error}");
                None
            })
        });
        let Some(voice) = voice else {
            self.places.get_mut(slot).and_then(Option::take);
            // There was room for it when the call was admitted.
            return self.free.push(slot);
        };
        if let Some(place) = self.places.get_mut(slot) {
            *place = Some(Place::Sounds(voice));
        }
        // What is there already is heard with the rest of this turn.
        for port in [0, 1] {
            self.receive(token(slot, port));
        }
    }

    /// The sound of a call whose turn it is; none if nothing was agreed on.
    fn voice(&mut self, talk: Arc<Talk>, slot: usize) -> io::Result<Option<Box<Voice>>> {
        let now = clock::now();
        let Some(mut said) = talk.news() else {
            return Ok(None);
        };
        let Some(terms) = said.terms.take() else {
            return Ok(None);
        };
        let voice = Voice::new(talk, terms, now, &mut self.random);
        let mut voice = voice.map_err(|_| io::ErrorKind::OutOfMemory)?;
        // Digits may have been asked for since.
        voice.is_told(now, said);
        if let Err(error) = self.wait_for(&voice.ports, slot) {
            self.wait_no_more(&voice.ports);
            return Err(error);
        }
        Ok(Some(voice))
    }

    /// Comes round to the calls that are due. Where there is always another one, since the machine has
    /// too much to do, what comes to their sockets and new calls have their turn all the same.
    fn tick(&mut self) {
        let mut now = clock::now();
        for _ in 0..BATCH {
            let Some(Reverse((due, slot))) = self.due.peek().copied() else {
                return;
            };
            if due > now {
                return;
            }
            self.due.pop();
            self.begin(slot);
            let Some(voice) = voice_of(&mut self.places, slot) else {
                continue;
            };
            if voice.tick(due, now, &mut self.scratch) {
                let length = voice.tick_length();
                if let Some(ports) = voice.takes_ports() {
                    self.move_to(slot, ports);
                }
                let mut next = due + length;
                if now.saturating_sub(next) > LATEST {
                    let missed = (now - next).as_nanos() / length.as_nanos() + 1;
                    next += length * u32::try_from(missed).unwrap_or(u32::MAX);
                }
                self.due.push(Reverse((next, slot)));
            } else {
                self.end(slot);
            }
            now = clock::now();
        }
    }

    /// What comes to a call's sockets is heard from now on.
    fn wait_for(&self, ports: &Ports, slot: usize) -> io::Result<()> {
        let Some((sound, control)) = ports.sockets() else {
            return Ok(());
        };
        for (socket, token) in [(sound, token(slot, 0)), (control, token(slot, 1))] {
            let data = EventData::new_u64(token);
            epoll::add(&self.epoll, socket, data, EventFlags::IN)?;
        }
        Ok(())
    }

    /// Nobody reads from a call's sockets any more: they are used again for others.
    fn wait_no_more(&self, ports: &Ports) {
        let Some((sound, control)) = ports.sockets() else {
            return;
        };
        for socket in [sound, control] {
            if let Err(error) = epoll::delete(&self.epoll, socket) {
                tracing::debug!("a socket of sound was not waited for: {error}");
            }
        }
    }

    /// A call's sound arrives at other ports from now on.
    fn move_to(&mut self, slot: usize, ports: Arc<Ports>) {
        let Some(voice) = voice_of(&mut self.places, slot) else {
            return;
        };
        let before = std::mem::replace(&mut voice.ports, ports.clone());
        let id = voice.talk.call.id();
        self.wait_no_more(&before);
        if let Err(error) = self.wait_for(&ports, slot) {
            tracing::error!("call {id} hears nothing any more: {error}");
        }
    }

    /// Lets go of a call, and of its sockets.
    fn end(&mut self, slot: usize) {
        let place = self.places.get_mut(slot).and_then(Option::take);
        let Some(Place::Sounds(voice)) = place else {
            return;
        };
        self.wait_no_more(&voice.ports);
        // There was room for it when the call was admitted.
        self.free.push(slot);
    }

    /// Something came to a socket.
    fn receive(&mut self, token: u64) {
        let (slot, port) = of_token(token);
        let Some(voice) = voice_of(&mut self.places, slot) else {
            return;
        };
        let ports = voice.ports.clone();
        let Some((sound, control)) = ports.sockets() else {
            return;
        };
        let socket: &UdpSocket = match port {
            Port::Sound => sound,
            Port::Control => control,
        };
        for _ in 0..DATAGRAMS {
            let (length, from) = match socket.recv_from(&mut self.scratch.datagram) {
                Ok(received) => received,
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => return,
                // What came back is of a datagram that was sent; others may wait behind it.
                Err(_) => continue,
            };
            if let Some(datagram) = self.scratch.datagram.get_mut(..length) {
                voice.receive(clock::now(), port, from, datagram);
            }
        }
    }
}

impl Drop for Thread {
    fn drop(&mut self) {
        self.shared.beginning.end();
    }
}

/// The call of this place, if its sound has begun.
fn voice_of(places: &mut [Option<Place>], slot: usize) -> Option<&mut Voice> {
    match places.get_mut(slot)?.as_mut()? {
        Place::Waits(_) => None,
        Place::Sounds(voice) => Some(voice),
    }
}

fn token(slot: usize, port: u64) -> u64 {
    slot as u64 * 2 + port
}

fn of_token(token: u64) -> (usize, Port) {
    let port = match token % 2 {
        0 => Port::Sound,
        _ => Port::Control,
    };
    (usize::try_from(token / 2).unwrap_or(usize::MAX), port)
}

#[cfg(test)]
mod tests {
    use super::super::beginning::Beginning;
    use super::super::bell::Bell;
    use super::*;

    fn thread() -> Thread {
        let shared = Shared {
            beginning: Beginning::default(),
            bell: Bell::new().unwrap(),
            closing: false.into(),
        };
        Thread::new(Arc::new(shared)).unwrap()
    }

    #[test]
    fn a_call_that_is_over_before_its_first_turn_leaves_nothing() {
        let mut thread = thread();
        for _ in 0..2 {
            thread.admit(Weak::new()).unwrap();
            assert!(matches!(thread.places[..], [Some(Place::Waits(_))]));
            let Reverse((due, slot)) = thread.due.pop().unwrap();
            let left = due.saturating_sub(clock::now());
            assert!(
                left <= clock::FRAME + Duration::from_nanos(GRID),
                "{left:?}"
            );
            thread.due.push(Reverse((Duration::from_nanos(1), slot)));
            thread.tick();
            assert!(matches!(thread.places[..], [None]));
            assert_eq!((&thread.free[..], thread.due.len()), (&[0][..], 0));
        }
    }

    #[test]
    fn however_many_calls_are_due_what_comes_has_its_turn() {
        let mut thread = thread();
        let long_ago = Duration::from_nanos(1);
        // They have gone meanwhile, so that none is due again.
        let calls = (0..3 * BATCH).map(|slot| Reverse((long_ago, slot)));
        thread.due.extend(calls);
        for left in [2 * BATCH, BATCH, 0, 0] {
            thread.tick();
            assert_eq!(thread.due.len(), left);
        }
    }
}
