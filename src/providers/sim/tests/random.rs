//! Long runs of random operations, by one thread and by many: the exchange's records always fit
//! together, and nothing is left when everything is hung up.

use super::*;
use crate::engine::{DropReason, FinishMode, Flow, Forward, Mixer, Result, Terminal, TerminalRef};
use crate::providers::sim::legs::{Far, Phase};
use crate::shared::Shared;

/// Mixes calls of different lines, so that nobody hears anything.
struct Silence;

impl Mixer for Silence {
    fn place(&self, _: Option<&TerminalRef>, _: Option<&TerminalRef>) -> Result<TerminalRef> {
        Ok(TerminalRef::new(Shared::try_new(Silence)?))
    }
}

impl Terminal for Silence {
    fn selected(&self, _: &CallHandle, _: Flow) -> Result<()> {
        Ok(())
    }

    fn unselected(&self, _: &Call, _: Flow) {}
}

/// A small generator of numbers that look random, the same for the same seed (xorshift).
struct Dice(u64);

impl Dice {
    fn new(seed: u64) -> Self {
        Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) as usize % sides
    }

    fn choose<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        from.get(self.roll(from.len().max(1)))
    }
}

const LINES: usize = 4;
const NUMBERS: &[&str] = &[
    "1001", "1002", "1003", "1004", "1005", "1007", "1011", "1012", "2001", "2002", "2003", "2004",
    "20;", "", "9999",
];

fn rig() -> Rig {
    let simulation = Simulation {
        park_reminder: Some(Duration::from_secs(30)),
        max_conference: 4,
        ..Simulation::default()
    };
    let rig = Rig::with_lines(simulation, LINES as u32);
    rig.engine.set_mixer(Arc::new(Silence));
    // Nobody reads them here.
    rig.client.set_listening(false).unwrap();
    rig
}

/// The calls of a random line.
fn calls(rig: &Rig, dice: &mut Dice) -> Vec<CallHandle> {
    let calls = rig.line(dice.roll(LINES) + 1).calls().unwrap();
    calls
        .iter()
        .filter_map(|call| call.handle_for(&rig.client))
        .collect()
}

/// Does something at random. Most of it is refused, for the call is in another state.
fn act(rig: &Rig, dice: &mut Dice) {
    let calls = calls(rig, dice);
    let (Some(call), Some(other)) = (dice.choose(&calls), dice.choose(&calls)) else {
        return place(rig, dice);
    };
    let number = dice.choose(NUMBERS).copied().unwrap_or_default();
    let refused = match dice.roll(25) {
        0..4 => return place(rig, dice),
        4 => {
            let reason = DropReason::from_code(dice.roll(3) as i32).unwrap();
            call.disconnect(reason).map(drop)
        }
        5..9 => call.answer(),
        9 => call.hold(),
        10 => call.unhold(),
        11 => call.swap(other),
        12 => call.blind_transfer(number),
        13 => call.park(None).map(drop),
        14 => call.dial(number),
        15 => call.leave_conference(),
        16 => call.transfer(other, false),
        17 => call.conference(other, false),
        18 => call.finish(FinishMode::Transfer),
        19 => call.finish(FinishMode::Conference),
        20 => rig
            .line(dice.roll(LINES) + 1)
            .set_forwarding(forwards(dice)),
        21 => call.redirect(number),
        22 | 23 => {
            let elsewhere = self::calls(rig, dice);
            match dice.choose(&elsewhere) {
                Some(other) => call.conference(other, false),
                None => Ok(()),
            }
        }
        _ => {
            rig.advance(dice.roll(5000) as u64);
            Ok(())
        }
    };
    drop(refused);
}

fn forwards(dice: &mut Dice) -> Vec<Forward> {
    let mode = 1 << dice.roll(16);
    let forward = Forward {
        mode,
        destination: dice.choose(NUMBERS).copied().unwrap_or_default().to_owned(),
        caller: Some("2001".to_owned()),
        rings: 1,
    };
    if dice.roll(3) == 0 {
        vec![forward]
    } else {
        Vec::new()
    }
}

fn place(rig: &Rig, dice: &mut Dice) {
    let line = dice.roll(LINES) + 1;
    let number = dice.choose(NUMBERS).copied().unwrap_or_default();
    let parked = format!("700{}", dice.roll(4));
    let (number, how) = match dice.roll(8) {
        0 => (&*parked, 0),
        1 => ("", 1),
        _ => (number, 2),
    };
    let call = rig.idle(line, number);
    let refused = match how {
        0 => call.unpark(),
        1 => call.pickup(None),
        _ => call.connect(false),
    };
    drop(refused);
    call.detach();
}

/// Whether the exchange's records fit together.
fn check(rig: &Rig) {
    rig.exchange.step(|step| {
        let legs = &step.state.legs;
        let mut live = [0; LINES];
        for (index, leg) in legs.iter() {
            live[leg.line as usize] += 1;
            assert!(!matches!(leg.phase, Phase::Over(_)), "{leg:?}");
            let call = leg.call.as_ref().unwrap();
            assert_eq!(legs.find(call.tag()), Some(index));
            assert_ne!(call.state(), State::Disconnected, "{leg:?}");
            match leg.far {
                Far::Leg(other) => {
                    let other = legs.get(other).unwrap();
                    assert_eq!(other.far, Far::Leg(index), "{leg:?} {other:?}");
                }
                Far::Park(number) => {
                    let mut parks = step.state.parks.iter();
                    assert!(parks.any(|park| park.number == number && park.is_of(index)));
                }
                Far::Extension(_) => {}
                Far::Nobody => assert!(
                    matches!(leg.phase, Phase::Dialling | Phase::Calling),
                    "{leg:?}"
                ),
            }
            let mut member = leg.ring;
            for _ in 0..4 {
                if member == index {
                    break;
                }
                member = legs.get(member).unwrap().ring;
            }
            assert_eq!(member, index, "the conference is a closed ring");
        }
        for (line, count) in live.into_iter().enumerate() {
            assert_eq!(step.state.lines[line].live, count);
        }
        for park in &step.state.parks {
            assert!(park.fits(legs), "{park:?}");
        }
    });
}

fn hang_up_all(rig: &Rig) {
    for n in 1..=LINES {
        rig.line(n).set_forwarding(Vec::new()).unwrap();
    }
    // Whatever is parked or queued comes back, calls back or drops in its time.
    for _ in 0..3 {
        for n in 1..=LINES {
            for call in rig.line(n).calls().unwrap() {
                let call = call.handle_for(&rig.client).unwrap();
                call.disconnect(DropReason::Normal).unwrap();
                call.detach();
            }
        }
        rig.advance(60_000);
    }
    rig.exchange.step(|step| {
        let left: Vec<_> = step.state.legs.iter().collect();
        assert!(left.is_empty(), "{left:?}");
        assert!(step.state.parks.is_empty());
        assert!(step.state.alarms.next().is_none());
    });
}

#[test]
fn the_records_fit_together_after_every_step() {
    for seed in 1..=30 {
        let rig = rig();
        let mut dice = Dice::new(seed);
        for _ in 0..2000 {
            act(&rig, &mut dice);
            check(&rig);
        }
        hang_up_all(&rig);
    }
}

#[test]
fn many_threads_leave_nothing_behind() {
    for seed in 1..=5_u64 {
        let rig = rig();
        std::thread::scope(|scope| {
            for thread in 1..=4 {
                let rig = &rig;
                scope.spawn(move || {
                    let mut dice = Dice::new(seed * 16 + thread);
                    for _ in 0..2000 {
                        act(rig, &mut dice);
                    }
                });
            }
        });
        check(&rig);
        hang_up_all(&rig);
    }
}
