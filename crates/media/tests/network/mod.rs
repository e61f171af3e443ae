//! A network in virtual time between two sessions: it loses, delays, overtakes and doubles as it is
//! told, each time the same.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::net::SocketAddr;
use std::time::Duration;

use tapi3_media::rtcp::Ntp;
use tapi3_media::session::{
    Agreement, Datagram, Event, Events, Format, Frame, Outgoing, Port, Seeds, Session, Sizing,
};

pub const PCMU: Format = Format {
    payload_type: 0,
    clock_rate: 8000,
    sizing: Sizing::OctetsPerTick(1),
};
pub const EVENTS: Events = Events {
    payload_type: 101,
    clock_rate: 8000,
};
const FRAME: Duration = Duration::from_millis(20);

pub fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

/// Chance, the same each time.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Chance {
        Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub fn draw(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 >> 11
    }

    pub fn per_mille(&mut self, share: u64) -> bool {
        self.draw() % 1000 < share
    }
}

/// What the network does to a datagram.
#[derive(Clone, Copy, Default)]
pub struct Faults {
    /// Of a thousand datagrams, so many are lost.
    pub lost: u64,
    /// So many come twice.
    pub doubled: u64,
    /// Each is late by chance, up to so much: they overtake each other.
    pub jitter: Duration,
    /// All take so long.
    pub delay: Duration,
}

/// What was heard in 20 ms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// The frame with this number, so long after it was said.
    Frame(u32, Duration),
    Concealed,
    Noise(u8),
    Silence,
}

pub struct Side {
    pub session: Session,
    pub address: SocketAddr,
    /// Its clock goes so many parts in a million faster than time.
    pub ppm: i64,
    pub said: u32,
    said_at: Vec<Duration>,
    pub heard: Vec<Heard>,
    pub events: Vec<(Duration, Event)>,
    /// Whether what was heard last was quiet.
    pub quiet: fn(u32) -> bool,
    /// What it says instead of sound.
    pub says: fn(u32) -> Outgoing<'static>,
    last: u32,
}

impl Side {
    pub fn new(port: u16, other: u16, random: u8) -> Side {
        Side::with(
            port,
            Agreement::simple(at(other), PCMU, FRAME, Some(EVENTS)),
            random,
        )
    }

    pub fn with(port: u16, agreement: Agreement, random: u8) -> Side {
        let mut octets = [random; 32];
        octets[1..5].copy_from_slice(&u32::from(port).to_le_bytes());
        Side {
            session: Session::new(ms(0), &Seeds::new(&octets), agreement).unwrap(),
            address: at(port),
            ppm: 0,
            said: 0,
            said_at: Vec::new(),
            heard: Vec::new(),
            events: Vec::new(),
            // Speech with a pause of 0.4 s in each 2 s.
            quiet: |frame| frame % 100 >= 80,
            says: |_| Outgoing::Sound(&[]),
            last: 0,
        }
    }

    fn local(&self, now: Duration) -> Duration {
        let nanos = now.as_nanos() as i64;
        Duration::from_nanos((nanos + nanos / 1_000_000 * self.ppm) as u64)
    }

    fn true_time(&self, local: Duration) -> Duration {
        let nanos = local.as_nanos() as i64;
        Duration::from_nanos((nanos - nanos / 1_000_000 * self.ppm) as u64)
    }

    /// The digits that were told, with their lengths, in their order.
    pub fn digits(&self) -> Vec<(u8, Duration)> {
        let mut begun = None;
        let mut digits = Vec::new();
        for (_, event) in &self.events {
            match *event {
                Event::DigitBegan(digit) => assert_eq!(begun.replace(digit), None),
                Event::DigitEnded(digit, length) => {
                    assert_eq!(begun.take(), Some(digit));
                    digits.push((digit, length));
                }
                _ => {}
            }
        }
        assert_eq!(begun, None, "a digit without an end");
        digits
    }

    pub fn frames(&self) -> impl Iterator<Item = (u32, Duration)> + '_ {
        self.heard.iter().filter_map(|heard| match *heard {
            Heard::Frame(number, delay) => Some((number, delay)),
            _ => None,
        })
    }
}

pub fn at(port: u16) -> SocketAddr {
    SocketAddr::from(([127, 0, 0, 1], port))
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum What {
    Tick(usize, u64),
    Arrives {
        to: SocketAddr,
        from: SocketAddr,
        octets: Vec<u8>,
    },
}

pub struct Network {
    pub sides: [Side; 2],
    pub faults: Faults,
    chance: Chance,
    agenda: BinaryHeap<Reverse<(Duration, u64, What)>>,
    count: u64,
    pub now: Duration,
    /// Datagrams that arrived with RTCP.
    pub reports: u64,
}

impl Network {
    pub fn new(sides: [Side; 2], faults: Faults, seed: u64) -> Network {
        let chance = Chance::new(seed);
        let agenda = BinaryHeap::new();
        let mut network = Network {
            sides,
            faults,
            chance,
            agenda,
            count: 0,
            now: ms(0),
            reports: 0,
        };
        network.plan(ms(0), What::Tick(0, 0));
        // The other's deadlines lie between the first one's.
        network.plan(ms(7), What::Tick(1, 0));
        network
    }

    fn plan(&mut self, at: Duration, what: What) {
        self.count += 1;
        self.agenda.push(Reverse((at, self.count, what)));
    }

    /// Lets time go on until `end`.
    pub fn run(&mut self, end: Duration) {
        while let Some(Reverse((at, ..))) = self.agenda.peek() {
            if *at > end {
                break;
            }
            let Some(Reverse((at, _, what))) = self.agenda.pop() else {
                break;
            };
            self.now = at;
            match what {
                What::Tick(index, count) => self.tick(index, count),
                What::Arrives { to, from, octets } => self.arrives(to, from, octets),
            }
        }
        self.now = end;
    }

    fn arrives(&mut self, to: SocketAddr, from: SocketAddr, mut octets: Vec<u8>) {
        let now = self.now;
        for side in &mut self.sides {
            let local = side.local(now);
            if side.address == to {
                let _ = side.session.receive(local, from, &mut octets);
                return;
            }
            if to == at(side.address.port() + 1) {
                let result = side.session.receive_control(local, from, &mut octets);
                self.reports += u64::from(result.is_ok());
                return;
            }
        }
    }

    fn tick(&mut self, index: usize, count: u64) {
        let side = &mut self.sides[index];
        let now = self.now;
        let local = side.local(now);
        let due = FRAME * u32::try_from(count).unwrap();
        hear(side, local, now);
        let mut out = [0; 1500];
        let mut datagrams = Vec::new();
        let mut payload = [0; 160];
        payload[..4].copy_from_slice(&side.said.to_be_bytes());
        let outgoing = match (side.says)(side.said) {
            Outgoing::Sound(&[]) => Outgoing::Sound(&payload),
            other => other,
        };
        side.said += 1;
        side.said_at.push(now);
        if let Some(datagram) = side.session.send(due, outgoing, false, &mut out) {
            datagrams.push((datagram.octets.to_vec(), datagram.to, datagram.port));
        }
        while let Some(event) = side.session.next_event() {
            side.events.push((local, event));
        }
        let wall = Ntp::from_unix(Duration::from_secs(1_700_000_000) + local);
        if let Some(datagram) = side.session.poll(local, wall, &mut out) {
            datagrams.push((datagram.octets.to_vec(), datagram.to, datagram.port));
        }
        let next = side.true_time(FRAME * u32::try_from(count + 1).unwrap());
        let next = if index == 1 { next + ms(7) } else { next };
        self.plan(next.max(now), What::Tick(index, count + 1));
        let from = self.sides[index].address;
        for (octets, to, port) in datagrams {
            let from = if port == Port::Control {
                at(from.port() + 1)
            } else {
                from
            };
            self.sends(
                from,
                Datagram {
                    octets: &octets,
                    to,
                    port,
                },
            );
        }
    }

    fn sends(&mut self, from: SocketAddr, datagram: Datagram<'_>) {
        let now = self.now;
        let Faults {
            lost,
            doubled,
            jitter,
            delay,
        } = self.faults;
        if self.chance.per_mille(lost) {
            return;
        }
        let copies = 1 + u32::from(self.chance.per_mille(doubled));
        for _ in 0..copies {
            let late = match jitter.as_micros() {
                0 => Duration::ZERO,
                most => Duration::from_micros(self.chance.draw() % most as u64),
            };
            let octets = datagram.octets.to_vec();
            self.plan(
                now + delay + late,
                What::Arrives {
                    to: datagram.to,
                    from,
                    octets,
                },
            );
        }
    }

    /// The other side's frames as `index` heard them, with how long after they were said.
    pub fn delays(&self, index: usize) -> Vec<(u32, Duration)> {
        let said = &self.sides[1 - index].said_at;
        let frames = self.sides[index].frames();
        frames
            .map(|(number, heard)| (number, heard - said[number as usize]))
            .collect()
    }
}

fn hear(side: &mut Side, local: Duration, now: Duration) {
    let quiet = (side.quiet)(side.last);
    let heard = match side.session.next_frame(local, quiet) {
        Frame::Sound {
            payload, length, ..
        } => {
            assert_eq!((payload.len(), length), (160, FRAME));
            side.last = u32::from_be_bytes(payload[..4].try_into().unwrap());
            Heard::Frame(side.last, now)
        }
        Frame::Conceal(_) => Heard::Concealed,
        Frame::ComfortNoise(_, level) => Heard::Noise(level),
        Frame::Silence(_) => Heard::Silence,
    };
    side.heard.push(heard);
}
