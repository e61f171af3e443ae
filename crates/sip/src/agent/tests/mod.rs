//! Two agents and a network between them that loses, doubles and delays, in a time of its own.

mod addresses;
mod alive;
mod basics;
mod changes;
mod connections;
mod early;
mod early_offers;
mod endings;
mod identities;
mod lossy;
mod methods;
mod peer;
mod probes;
mod protected;
mod reasons;
mod registers;
mod reliables;
mod routes;
mod scripted;
mod sessions;
mod solo;
mod strangers;
mod subscriptions;
mod torture;
mod transfers;
mod watched;

use super::*;
use crate::flow::Transport;
use std::net::SocketAddr;
use std::time::Duration;

pub(super) const T1: Duration = Duration::from_millis(500);

pub(super) fn settings() -> Settings {
    Settings {
        user_agent: "test".to_owned(),
        times: Times::of(T1),
        limits: Limits { servers: 10_000 },
        max_calls: 10_000,
    }
}

pub(super) fn line_settings(user: &str) -> LineSettings {
    LineSettings {
        user: user.to_owned(),
        identity: format!("<sip:{user}@example.com>"),
        credentials: None,
        routes: Vec::new(),
        reliable: Reliable::Offered,
        session_timer: SessionTimer {
            expires: None,
            ..SessionTimer::default()
        },
        public: None,
        known_sources: None,
        invite_lines: Vec::new(),
        ..LineSettings::default()
    }
}

pub(super) fn address(of: usize) -> SocketAddr {
    SocketAddr::from(([10, 0, 0, 1 + of as u8], 5060))
}

/// A message on its way.
struct Flying {
    due: Instant,
    from: usize,
    to: usize,
    bytes: Vec<u8>,
}

/// Whether what somebody sends is lost.
type Dropped = Box<dyn FnMut(usize, &str) -> bool>;

pub(super) struct Net {
    pub now: Instant,
    pub agents: Vec<Agent>,
    /// What each agent told, in order.
    pub told: Vec<Vec<Event>>,
    /// Everything that was sent, with who sent it and when.
    pub sent: Vec<(usize, Instant, String)>,
    pub keep_sent: bool,
    flying: Vec<Flying>,
    luck: Random,
    /// How many of 256 are lost, and how many come twice.
    pub loss: u8,
    pub doubled: u8,
    /// What never arrives.
    pub drop_if: Dropped,
    /// What an agent does at once about what it is told.
    pub automatic: bool,
}

impl Net {
    pub fn new(seed: u64, lines: [LineSettings; 2]) -> Self {
        let now = Instant::now();
        let agents = lines.into_iter().enumerate().map(|(index, line)| {
            let random = Random::seeded(seed * 7 + index as u64);
            let mut agent = Agent::new(settings(), random, now);
            agent.add_line(line);
            agent
        });
        Net {
            now,
            agents: agents.collect(),
            told: vec![Vec::new(), Vec::new()],
            sent: Vec::new(),
            keep_sent: true,
            flying: Vec::new(),
            luck: Random::seeded(seed),
            loss: 0,
            doubled: 0,
            drop_if: Box::new(|_, _| false),
            automatic: true,
        }
    }

    pub fn pair() -> Self {
        Net::new(1, [line_settings("alice"), line_settings("bob")])
    }

    /// One agent more.
    pub fn add(&mut self, user: &str) {
        let random = Random::seeded(self.agents.len() as u64 + 77);
        let mut agent = Agent::new(settings(), random, self.now);
        agent.add_line(line_settings(user));
        self.agents.push(agent);
        self.told.push(Vec::new());
    }

    pub fn placing(&self, from: usize) -> Placing {
        self.placing_to(from, 1 - from)
    }

    pub fn placing_to(&self, from: usize, to: usize) -> Placing {
        let user = ["alice", "bob", "carol"][to];
        let to = address(to);
        Placing {
            media: SocketAddr::from(([10, 0, 0, 1 + from as u8], 4000)),
            ..peer::placing(&format!("sip:{user}@{to}"), &[Flow::udp(address(from), to)])
        }
    }

    pub fn place(&mut self, from: usize) -> CallId {
        let placing = self.placing(from);
        let id = self.agents[from].place(self.now, placing).unwrap();
        self.settle();
        id
    }

    /// Takes what the agents want to send and tell.
    pub fn settle(&mut self) {
        for from in 0..self.agents.len() {
            while let Some(event) = self.agents[from].event() {
                if let (true, Event::Offered { call, .. }) = (self.automatic, &event) {
                    self.agents[from].ring(self.now, *call);
                }
                if let (true, Event::Resolve { .. }) = (self.automatic, &event) {
                    continue;
                }
                self.told[from].push(event);
            }
            while let Some(transmit) = self.agents[from].transmit() {
                let text = String::from_utf8_lossy(&transmit.bytes).into_owned();
                let lost = self.luck.byte() < self.loss || (self.drop_if)(from, &text);
                let copies = 1 + usize::from(self.luck.byte() < self.doubled);
                if self.keep_sent {
                    self.sent.push((from, self.now, text));
                }
                let to = (0..self.agents.len()).find(|to| address(*to) == transmit.flow.peer);
                let Some(to) = to.filter(|_| !lost) else {
                    continue;
                };
                for _ in 0..copies {
                    let delay = match self.loss {
                        0 => 10,
                        _ => 10 + u64::from(self.luck.byte()) / 2,
                    };
                    self.flying.push(Flying {
                        due: self.now + Duration::from_millis(delay),
                        from,
                        to,
                        bytes: transmit.bytes.to_vec(),
                    });
                }
            }
        }
    }

    /// Lets time pass until something is due, at most until `end`. False if nothing is.
    fn step(&mut self, end: Instant) -> bool {
        self.settle();
        let flying = self.flying.iter().map(|f| f.due).min();
        let timers = self.agents.iter().filter_map(Agent::next_timeout).min();
        let Some(due) = flying.into_iter().chain(timers).min() else {
            return false;
        };
        if due > end {
            return false;
        }
        self.now = self.now.max(due);
        let now = self.now;
        let mut arrived = Vec::new();
        let mut index = 0;
        while index < self.flying.len() {
            if self.flying[index].due <= now {
                arrived.push(self.flying.swap_remove(index));
            } else {
                index += 1;
            }
        }
        arrived.sort_by_key(|f| f.due);
        for mut message in arrived {
            let flow = Flow::udp(address(message.to), address(message.from));
            self.agents[message.to].receive(now, &flow, &mut message.bytes);
            self.settle();
        }
        for agent in &mut self.agents {
            agent.timeout(now);
        }
        self.settle();
        true
    }

    /// Lets this much time pass.
    pub fn pass(&mut self, time: Duration) {
        let end = self.now + time;
        while self.step(end) {}
        self.now = end;
    }

    /// Lets time pass until nothing lives any more. Panics if that takes too long.
    pub fn until_over(&mut self) {
        let end = self.now + Duration::from_secs(3600);
        while self.step(end) {}
        for agent in &self.agents {
            assert_eq!(agent.counts(), Counts::default());
            assert!(!agent.owes());
        }
    }

    /// Takes what was told so far.
    pub fn told(&mut self, of: usize) -> Vec<Event> {
        std::mem::take(&mut self.told[of])
    }

    /// The call that was offered.
    pub fn offered(&mut self, of: usize) -> CallId {
        let events = self.told(of);
        let offered = events.iter().find_map(|event| match event {
            Event::Offered { call, .. } => Some(*call),
            _ => None,
        });
        offered.unwrap_or_else(|| panic!("no call was offered: {events:?}"))
    }

    pub fn answer(&mut self, of: usize, call: CallId) {
        let media = SocketAddr::from(([10, 0, 0, 1 + of as u8], 4002));
        self.agents[of].answer(self.now, call, media, 2).unwrap();
        self.settle();
    }

    pub fn hang_up(&mut self, of: usize, call: CallId) {
        let why = HangUp {
            code: 486,
            lines: Vec::new(),
        };
        self.agents[of].hang_up(self.now, call, why);
        self.settle();
    }

    /// Two connected calls, one at each agent; alice called.
    pub fn connected(&mut self) -> (CallId, CallId) {
        let alice = self.place(0);
        self.pass(Duration::from_millis(100));
        let bob = self.offered(1);
        self.answer(1, bob);
        self.pass(Duration::from_millis(100));
        let told = self.told(0);
        assert!(
            told.iter().any(|e| matches!(e, Event::Answered { .. })),
            "{told:?}"
        );
        self.told(1);
        (alice, bob)
    }

    /// Everything that was sent, by the first lines.
    pub fn first_lines(&self) -> Vec<(usize, String)> {
        let line = |text: &str| {
            let line = text.lines().next().unwrap_or_default();
            match line.strip_prefix("SIP/2.0 ") {
                Some(rest) => rest.split(' ').next().unwrap_or_default().to_owned(),
                None => line.split(' ').next().unwrap_or_default().to_owned(),
            }
        };
        let sent = self.sent.iter();
        sent.map(|(from, _, text)| (*from, line(text))).collect()
    }
}

pub(super) fn ends(events: &[Event]) -> Vec<&End> {
    let ends = events.iter().filter_map(|event| match event {
        Event::Ended { end, .. } => Some(end),
        _ => None,
    });
    ends.collect()
}

/// A flow from a stranger to the first agent.
pub(super) fn stranger() -> Flow {
    Flow {
        transport: Transport::Udp,
        ..Flow::udp(address(0), SocketAddr::from(([192, 0, 2, 9], 5070)))
    }
}
