//! Datagrams of every kind, frames, digits, reports and other agreements, all chosen by bytes from
//! outside. Nothing panics, every digit that was told has its end, and what is played is no longer
//! than what was sent.

use std::net::SocketAddr;
use std::time::Duration;

use tapi3_media::rtcp::Ntp;
use tapi3_media::session::{
    Agreement, Event, Events, Format, Frame, OVERHEAD, Outgoing, Protection, Seeds, Session, Sizing,
};
use tapi3_media::srtp::{MasterKey, Protector, Suite};

const FORMATS: [Format; 4] = [
    Format {
        payload_type: 0,
        clock_rate: 8000,
        sizing: Sizing::OctetsPerTick(1),
    },
    Format {
        payload_type: 96,
        clock_rate: 48_000,
        sizing: Sizing::Opus,
    },
    Format {
        payload_type: 97,
        clock_rate: 16_000,
        sizing: Sizing::OctetsPerTick(2),
    },
    Format {
        payload_type: 3,
        clock_rate: 8000,
        sizing: Sizing::Ticks(160),
    },
];
const EVENTS: [Events; 2] = [
    Events {
        payload_type: 101,
        clock_rate: 8000,
    },
    Events {
        payload_type: 102,
        clock_rate: 48_000,
    },
];
const NOISE: u8 = 13;

fn at(port: u8) -> SocketAddr {
    SocketAddr::from(([192, 0, 2, 1], 4000 + u16::from(port)))
}

fn agreement(octet: u8) -> Agreement {
    let format = FORMATS[usize::from(octet & 3)];
    let events = EVENTS[usize::from(octet >> 2 & 1)];
    let packet = Duration::from_millis(20);
    let mut agreement = Agreement::simple(at(octet >> 7), format, packet, Some(events));
    agreement.receive.sound = FORMATS
        .map(Some)
        .into_iter()
        .chain([None; 2])
        .collect::<Vec<_>>()[..]
        .try_into()
        .unwrap_or_default();
    agreement.receive.events = [Some(EVENTS[0]), Some(EVENTS[1]), None];
    agreement.receive.noise = Some(NOISE);
    agreement.send.noise = (octet & 8 != 0).then_some(NOISE);
    agreement.shared_port = octet & 16 != 0;
    agreement.sends = octet & 32 == 0;
    agreement.receives = octet & 64 == 0;
    agreement
}

fn keys(octet: u8) -> Protection {
    let key = |octet| {
        (
            if octet & 1 == 0 {
                Suite::Tag80
            } else {
                Suite::Tag32
            },
            MasterKey::new(&[octet; 30]),
        )
    };
    Protection {
        ours: key(octet & 3),
        theirs: key(octet >> 2 & 3),
    }
}

/// Digits begin and end in turns.
#[derive(Default)]
struct Digits(Option<u8>);

impl Digits {
    fn take(&mut self, session: &mut Session) {
        while let Some(event) = session.next_event() {
            match event {
                Event::DigitBegan(digit) => assert_eq!(self.0.replace(digit), None),
                Event::DigitEnded(digit, length) => {
                    assert_eq!(self.0.take(), Some(digit));
                    assert!(length < Duration::from_secs(100_000));
                }
                _ => {}
            }
        }
    }
}

/// A packet that is nearly right.
struct Near {
    sequence: u16,
    timestamp: u32,
    ssrc: u32,
}

impl Near {
    fn packet(&mut self, next: &mut impl FnMut() -> Option<u8>) -> Option<Vec<u8>> {
        let kinds = [0, 96, 97, 3, 101, 102, NOISE, 77];
        let (how, kind, length) = (next()?, next()?, next()?);
        self.sequence = self.sequence.wrapping_add(1);
        self.timestamp = self.timestamp.wrapping_add(160);
        match how & 15 {
            0 => self.sequence = u16::from_be_bytes([next()?, next()?]),
            1 => self.timestamp = u32::from_be_bytes([next()?, next()?, next()?, 0]),
            2 => self.ssrc ^= u32::from(next()?),
            3 => self.sequence = self.sequence.wrapping_sub(u16::from(next()?)),
            4 => self.timestamp = self.timestamp.wrapping_add(u32::from(next()?) << 8),
            _ => {}
        }
        let mut packet = vec![0x80, kinds[usize::from(kind & 7)] | (kind & 0x80)];
        packet.extend_from_slice(&self.sequence.to_be_bytes());
        packet.extend_from_slice(&self.timestamp.to_be_bytes());
        packet.extend_from_slice(&self.ssrc.to_be_bytes());
        if how & 0x40 != 0 {
            packet[0] = 0x80 | (next()? & 0x3F);
        }
        let length = if how & 0x80 == 0 {
            160
        } else {
            usize::from(length) * 8
        };
        packet.extend([next()?, next()?, next()?, next()?]);
        packet.resize(12 + length.max(4), 0x55);
        Some(packet)
    }
}

fn report(next: &mut impl FnMut() -> Option<u8>) -> Option<Vec<u8>> {
    let mut compound = Vec::new();
    for _ in 0..=(next()? & 3) {
        let words = next()? & 15;
        compound.extend([0x80 | (next()? & 0x23), 200 + next()? % 6, 0, words]);
        for _ in 0..words * 4 {
            compound.push(next()?);
        }
    }
    Some(compound)
}

/// Whatever comes, a session has no more octets than these on the heap, its keys included.
const MOST: usize = 14_000;

/// Goes on until there are no more bytes.
pub fn run(next: &mut impl FnMut() -> Option<u8>) {
    let Some(first) = next() else { return };
    let made = Session::new(Duration::ZERO, &Seeds::new(&[first; 32]), agreement(first));
    let Ok(mut session) = made else { return };
    let mut world = World {
        now: Duration::ZERO,
        digits: Digits::default(),
        near: Near {
            sequence: 100,
            timestamp: 5000,
            ssrc: 77,
        },
        theirs: None,
    };
    while world.step(&mut session, next).is_some() {}
    // A digit that sounds is over when nothing more comes of it.
    world.now += Duration::from_secs(10);
    world.digits.take(&mut session);
    session.next_frame(world.now, false);
    world.digits.take(&mut session);
    assert_eq!(world.digits.0, None);
    assert!(session.heap() < MOST, "{}", session.heap());
}

struct World {
    now: Duration,
    digits: Digits,
    near: Near,
    theirs: Option<Protector>,
}

impl World {
    fn step(&mut self, session: &mut Session, next: &mut impl FnMut() -> Option<u8>) -> Option<()> {
        let mut out = [0; 1600];
        let now = self.now;
        let wall = Ntp::from_unix(now);
        match next()? {
            0..=2 => self.now += Duration::from_millis(u64::from(next()?) * 40),
            3..=60 => self.now += Duration::from_millis(u64::from(next()? & 31)),
            61..=150 => {
                let mut packet = self.near.packet(next)?;
                self.deliver(session, &mut packet);
            }
            151..=170 => {
                let mut compound = report(next)?;
                if let Some(theirs) = &mut self.theirs {
                    let length = compound.len();
                    compound.resize(length + 14, 0);
                    let length = theirs.control(&mut compound, length).unwrap_or(length);
                    compound.truncate(length);
                }
                let _ = session.receive_control(now, at(next()?), &mut compound);
            }
            171..=180 => {
                let length = usize::from(next()?);
                let mut octets = Vec::new();
                for _ in 0..length {
                    octets.push(next()?);
                }
                let _ = session.receive(now, at(next()? & 1), &mut octets);
            }
            181..=220 => match session.next_frame(now, next()? & 1 == 0) {
                Frame::Sound {
                    payload, length, ..
                } => {
                    assert!(payload.len() <= 1500 && length <= Duration::from_secs(6));
                }
                Frame::Conceal(length)
                | Frame::ComfortNoise(length, _)
                | Frame::Silence(length) => {
                    assert!(length <= Duration::from_millis(20), "{length:?}");
                }
            },
            221..=235 => {
                let octet = next()?;
                let outgoing = match octet & 3 {
                    0 => Outgoing::Nothing,
                    1 => Outgoing::Noise(octet),
                    _ => Outgoing::Sound(&[0x55; 160]),
                };
                if let Some(datagram) = session.send(now, outgoing, octet & 4 != 0, &mut out) {
                    assert!(datagram.octets.len() <= 160 + OVERHEAD);
                }
            }
            236..=239 => {
                let _ = session.send_digits(&[next()?, next()?], Duration::from_millis(80));
            }
            240..=241 => session.stop_digits(),
            242..=245 => {
                session.poll(now, wall, &mut out);
            }
            246 => session.agree(now, agreement(next()?)),
            247 => {
                let protection = keys(next()?);
                let (suite, key) = &protection.theirs;
                self.theirs = Some(Protector::new(*suite, key));
                session.protect(protection).ok()?;
            }
            248 => {
                session.leave(now, wall, &mut out);
            }
            _ => {
                self.digits.take(session);
                let counts = session.statistics(now);
                assert!(counts.delay < Duration::from_secs(3600), "{counts:?}");
            }
        }
        Some(())
    }

    /// Protected as the other side would, if that was agreed on.
    fn deliver(&mut self, session: &mut Session, packet: &mut Vec<u8>) {
        if let Some(theirs) = &mut self.theirs {
            let length = packet.len();
            packet.resize(length + 10, 0);
            let length = theirs.sound(packet, length).unwrap_or(length);
            packet.truncate(length);
        }
        let _ = session.receive(self.now, at(0), packet);
    }
}
