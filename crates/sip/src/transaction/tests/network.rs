//! Two layers and a network between them that loses, repeats and reorders.

use super::*;
use std::collections::{BTreeMap, HashMap};

const REQUESTS: u32 = 2000;

/// What happens in the world, one after the other.
enum Event {
    /// The caller sends a request.
    Start(u32),
    /// The caller gives an INVITE up.
    GiveUp(ClientId),
    /// The called side answers.
    Answer(u32, u16),
    ToCalled(Transmit),
    ToCaller(Transmit),
}

/// How a request stands with its sender.
#[derive(Default, Clone, PartialEq, Debug)]
struct Record {
    provisional: u32,
    finals: Vec<u16>,
    timed_out: bool,
    /// How often the far end saw it.
    seen: u32,
    not_acknowledged: bool,
}

struct World {
    now: Instant,
    events: BTreeMap<(Instant, u64), Event>,
    count: u64,
    random: Random,
    caller: Layer<u32>,
    called: Layer<u32>,
    out: VecDeque<Transmit>,
    records: Vec<Record>,
    asked: HashMap<u32, (ServerId, Vec<u8>)>,
    lossy: bool,
    sent: u32,
}

impl World {
    fn new(lossy: bool, seed: u64) -> Self {
        let now = Instant::now();
        let times = Times::of(Duration::from_millis(500));
        let mut world = World {
            now,
            events: BTreeMap::new(),
            count: 0,
            random: Random::seeded(seed),
            caller: Layer::new(times, LIMITS),
            called: Layer::new(times, LIMITS),
            out: VecDeque::new(),
            records: vec![Record::default(); REQUESTS as usize],
            asked: HashMap::new(),
            lossy,
            sent: 0,
        };
        for n in 0..REQUESTS {
            world.after(n * 7, Event::Start(n));
        }
        world
    }

    fn after(&mut self, ms: u32, event: Event) {
        self.count += 1;
        let at = self.now + Duration::from_millis(ms.into());
        self.events.insert((at, self.count), event);
    }

    fn chance(&mut self, percent: u32) -> bool {
        self.random.number() % 100 < percent
    }

    fn upto(&mut self, limit: u32) -> u32 {
        self.random.number() % limit
    }

    fn transport(&self) -> Transport {
        match self.lossy {
            true => Transport::Udp,
            false => Transport::Tcp,
        }
    }

    /// The way from the caller's side, or back.
    fn flow(&self, from_caller: bool) -> Flow {
        let (a, b) = ("192.0.2.1:5060", "192.0.2.2:5060");
        let (local, peer) = match from_caller {
            true => (a, b),
            false => (b, a),
        };
        let mut flow = Flow::udp(local.parse().unwrap(), peer.parse().unwrap());
        flow.transport = self.transport();
        flow
    }

    /// Puts on the wire what was sent: 30 % are lost, 20 % come twice, each in its own time.
    fn carry(&mut self, to_called: bool) {
        while let Some(transmit) = self.out.pop_front() {
            self.sent += 1;
            if self.lossy && self.chance(30) {
                continue;
            }
            let copies = 1 + u32::from(self.lossy && self.chance(20));
            for _ in 0..copies {
                let delay = match self.lossy {
                    true => self.upto(300),
                    false => 1,
                };
                let event = match to_called {
                    true => Event::ToCalled(transmit.clone()),
                    false => Event::ToCaller(transmit.clone()),
                };
                self.after(delay, event);
            }
        }
    }

    fn run(&mut self) {
        loop {
            let event = self.events.first_key_value().map(|((at, _), _)| *at);
            let caller = self.caller.next_timeout();
            let called = self.called.next_timeout();
            let Some(next) = [event, caller, called].into_iter().flatten().min() else {
                return;
            };
            assert!(next >= self.now);
            self.now = next;
            if caller == Some(next) {
                self.caller.timeout(next, &mut self.out);
                while let Some(happened) = self.caller.happened() {
                    let Happened::TimedOut(_, n) = happened else {
                        panic!("{happened:?}");
                    };
                    let record = &mut self.records[n as usize];
                    assert!(record.finals.is_empty() && !record.timed_out);
                    record.timed_out = true;
                }
                self.carry(true);
            }
            if called == Some(next) {
                self.called.timeout(next, &mut self.out);
                while let Some(happened) = self.called.happened() {
                    let Happened::NotAcknowledged(_, Some(n)) = happened else {
                        panic!("{happened:?}");
                    };
                    self.records[n as usize].not_acknowledged = true;
                }
                self.carry(false);
            }
            if event == Some(next) {
                let (_, event) = self.events.pop_first().unwrap();
                self.happens(event);
            }
        }
    }

    fn happens(&mut self, event: Event) {
        match event {
            Event::Start(n) => self.start(n),
            Event::GiveUp(id) => {
                self.caller.cancel(self.now, id, b"", &mut self.out);
                self.carry(true);
            }
            Event::Answer(n, code) => {
                if let Some((id, request)) = self.asked.get(&n) {
                    let bytes = answer(request, code, "b");
                    self.called
                        .respond(self.now, *id, code, bytes, &mut self.out);
                    self.carry(false);
                }
            }
            Event::ToCalled(transmit) => {
                self.at_called(&transmit);
                self.carry(false);
            }
            Event::ToCaller(transmit) => {
                self.at_caller(&transmit);
                self.carry(true);
            }
        }
    }

    fn draft(&self, n: u32, method: Method) -> Draft {
        let mut draft = draft(method, 0);
        let text = String::from_utf8(draft.bytes).unwrap();
        draft.bytes = text.replace("c@example.org", &n.to_string()).into_bytes();
        draft
    }

    fn start(&mut self, n: u32) {
        let method = [Method::Invite, Method::Bye, Method::Invite, Method::Options];
        let method = method[n as usize % 4];
        let (flow, draft) = (self.flow(true), self.draft(n, method));
        let (random, out) = (&mut self.random, &mut self.out);
        let id = self
            .caller
            .send(self.now, draft, &flow, true, n, random, out);
        self.carry(true);
        if self.chance(30) {
            let when = self.upto(3000);
            self.after(when, Event::GiveUp(id));
        }
    }

    fn at_called(&mut self, transmit: &Transmit) {
        let mut bytes = transmit.bytes.to_vec();
        let message = Message::parse(&mut bytes).unwrap();
        let n: u32 = message.call_id().parse().unwrap();
        let flow = self.flow(false);
        match self
            .called
            .receive(self.now, &message, &flow, &mut self.out)
        {
            Received::Request(id) => {
                self.called.set_owner(id, n);
                self.asked.insert(n, (id, transmit.bytes.to_vec()));
                self.records[n as usize].seen += 1;
                self.decide(n, message.method());
            }
            Received::Ack => {
                if let Some((id, _)) = self.asked.get(&n) {
                    self.called.acknowledged(*id);
                }
            }
            Received::Cancel(_, Some(owner)) => {
                assert_eq!(owner, n);
                self.happens(Event::Answer(n, 487));
            }
            Received::Absorbed => {}
            other => panic!("{other:?}"),
        }
    }

    fn decide(&mut self, n: u32, method: Method) {
        let soon = self.upto(50);
        let later = self.upto(5000);
        if method == Method::Invite {
            if self.chance(70) {
                self.after(soon, Event::Answer(n, 180));
            }
            let code = [200, 486][self.upto(2) as usize];
            self.after(soon + later, Event::Answer(n, code));
        } else if self.chance(80) {
            self.after(soon, Event::Answer(n, 200));
        } else if self.chance(50) {
            self.after(soon, Event::Answer(n, 100));
            self.after(soon + later, Event::Answer(n, 500));
        }
    }

    fn at_caller(&mut self, transmit: &Transmit) {
        let mut bytes = transmit.bytes.to_vec();
        let message = Message::parse(&mut bytes).unwrap();
        let flow = self.flow(true);
        let received = self
            .caller
            .receive(self.now, &message, &flow, &mut self.out);
        let code = message.code().unwrap();
        let invite = message.method() == Method::Invite;
        match received {
            Received::Response(_, n) => {
                let record = &mut self.records[n as usize];
                assert!(!record.timed_out, "{n}");
                match code {
                    ..200 => record.provisional += 1,
                    _ => record.finals.push(code),
                }
                if invite && (200..300).contains(&code) {
                    self.acknowledge(n);
                }
            }
            // An INVITE that was given up and timed out, or a 2xx that came very late.
            Received::Stray => {}
            Received::Absorbed => {}
            other => panic!("{other:?}"),
        }
    }

    fn acknowledge(&mut self, n: u32) {
        let (flow, draft) = (self.flow(true), self.draft(n, Method::Ack));
        let (random, out) = (&mut self.random, &mut self.out);
        self.caller
            .send(self.now, draft, &flow, true, n, random, out);
    }
}

fn simulate(lossy: bool, seed: u64) {
    let mut world = World::new(lossy, seed);
    world.run();
    for (n, record) in world.records.iter().enumerate() {
        let ended = record.timed_out || !record.finals.is_empty();
        assert!(ended, "{n}: {record:?}");
        assert!(record.seen <= 1, "{n}: {record:?}");
        // Only a 2xx of an INVITE comes up more than once.
        let same = record.finals.iter().all(|code| *code == 200);
        assert!(
            record.finals.len() < 2 || same && n % 2 == 0,
            "{n}: {record:?}"
        );
        assert!(lossy || !record.not_acknowledged, "{n}: {record:?}");
    }
    let count = |f: &dyn Fn(&Record) -> bool| world.records.iter().filter(|r| f(r)).count();
    // What is lost is sent again until it arrives: only what nobody answers times out.
    assert!(count(&|r| r.timed_out) < 150, "{}", count(&|r| r.timed_out));
    assert!(count(&|r| r.seen == 1) > 1995);
    assert!(count(&|r| r.finals.contains(&487)) > 100);
    assert_eq!(count(&|r| r.finals.len() > 1) > 100, lossy);
    for layer in [&world.caller, &world.called] {
        assert_eq!(layer.counts(), Counts::default());
        assert_eq!((layer.clients.keys(), layer.servers.keys()), (0, 0));
    }
}

#[test]
fn every_request_ends_when_a_third_is_lost() {
    for seed in 1..4 {
        simulate(true, seed);
    }
}

#[test]
fn every_request_ends_over_a_connection() {
    simulate(false, 1);
}
