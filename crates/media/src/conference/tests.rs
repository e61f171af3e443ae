use super::*;
use std::f64::consts::TAU;

/// A member who says a tone at its own rate and its own turns, in packets of its own length.
struct Member {
    seat: Seat,
    rate: u32,
    hertz: f64,
    /// When its first turn is, and how many milliseconds its packets have.
    first: u64,
    packet: u64,
    said: u64,
    owed: u64,
    heard: Vec<i16>,
}

impl Member {
    fn new(rate: u32, hertz: f64, first: u64, packet: u64) -> Self {
        Member {
            seat: Seat::try_new().unwrap(),
            rate,
            hertz,
            first,
            packet,
            said: 0,
            owed: 0,
            heard: Vec::new(),
        }
    }

    /// What it does at this millisecond.
    fn act(&mut self, room: &mut Room, now: u64) {
        let Some(since) = now.checked_sub(self.first) else {
            return;
        };
        let at = Duration::from_millis(now);
        let count = samples_in(TURN, self.rate);
        if since % 20 == 0 {
            let angle = |n: u64| TAU * self.hertz * n as f64 / f64::from(self.rate);
            let samples = (self.said..).take(count);
            let samples: Vec<i16> = samples.map(|n| (angle(n).sin() * 5_000.0) as i16).collect();
            self.said += count as u64;
            self.seat.say(room, at, self.rate, &samples);
        }
        if since % self.packet == 0 {
            self.owed += self.packet;
            while self.owed > 0 {
                let mut frame = vec![0; count];
                let turns = self.packet.div_ceil(20);
                self.seat.hear(room, at, self.rate, turns, &mut frame);
                self.heard.extend_from_slice(&frame);
                // A turn that is not used up goes into the next packet.
                self.owed = self.owed.saturating_sub(20);
            }
        }
    }

    /// How strong a tone is in what it heard after the first fifth of a second: its amplitude.
    fn hears(&self, hertz: f64) -> f64 {
        let step = TAU * hertz / f64::from(self.rate);
        let heard = &self.heard[self.rate as usize / 5..];
        let (mut re, mut im) = (0.0, 0.0);
        for (n, sample) in heard.iter().enumerate() {
            re += f64::from(*sample) * (step * n as f64).cos();
            im += f64::from(*sample) * (step * n as f64).sin();
        }
        2.0 * re.hypot(im) / heard.len() as f64
    }
}

/// Lets all say and hear for a second, from a time that is no whole number of anything.
fn talk(members: &mut [Member], order: impl Fn(u64, usize) -> usize) {
    let mut room = Room::try_new().unwrap();
    for now in 1_234_567..1_235_567 {
        for place in 0..members.len() {
            let place = order(now, place);
            members[place].act(&mut room, now);
        }
    }
}

fn all_hear_all_others(members: &[Member]) {
    for (here, member) in members.iter().enumerate() {
        for (there, other) in members.iter().enumerate() {
            let strength = member.hears(other.hertz);
            match here == there {
                true => assert!(strength < 30.0, "{here} hears itself: {strength}"),
                false => assert!(
                    (strength - 5_000.0).abs() < 150.0,
                    "{here} hears {there} at {strength}"
                ),
            }
        }
    }
}

#[test]
fn everybody_hears_all_others_and_not_himself() {
    let mut members = [
        Member::new(NARROW, 500.0, 1_234_567, 20),
        Member::new(NARROW, 900.0, 1_234_570, 20),
        Member::new(NARROW, 1_300.0, 1_234_586, 20),
    ];
    talk(&mut members, |_, place| place);
    all_hear_all_others(&members);
}

#[test]
fn rates_and_lengths_of_packets_may_differ() {
    for packets in [[10, 20, 30], [40, 50, 60], [30, 60, 10]] {
        let mut members = [
            Member::new(NARROW, 500.0, 1_234_567, packets[0]),
            Member::new(WIDE, 900.0, 1_234_570, packets[1]),
            Member::new(NARROW, 1_300.0, 1_234_579, packets[2]),
        ];
        talk(&mut members, |_, place| place);
        all_hear_all_others(&members);
    }
}

#[test]
fn at_one_moment_anybody_may_be_first() {
    let mut members =
        [500.0, 900.0, 1_300.0].map(|hertz| Member::new(NARROW, hertz, 1_234_567, 20));
    talk(&mut members, |now, place| (now as usize / 20 + place) % 3);
    all_hear_all_others(&members);
}

#[test]
fn what_is_heard_is_bit_by_bit_what_was_said_a_turn_before() {
    let mut room = Room::try_new().unwrap();
    let mut seats = [Seat::try_new().unwrap(), Seat::try_new().unwrap()];
    let [one, other] = &mut seats;
    let said: Vec<i16> = (0..160).map(|n| n * 7 - 500).collect();
    let at = Duration::from_secs(9);
    one.say(&mut room, at, NARROW, &said);
    let mut frame = vec![0; 160];
    let turn = Duration::from_millis(20);
    assert!(!other.hear(&mut room, at, NARROW, 1, &mut frame));
    assert!(other.hear(&mut room, at + turn, NARROW, 1, &mut frame));
    assert_eq!(frame, said);
    // And once.
    frame.fill(0);
    assert!(!other.hear(&mut room, at + 2 * turn, NARROW, 1, &mut frame));
    assert_eq!(frame, [0; 160]);
    assert!(!one.hear(&mut room, at + turn, NARROW, 1, &mut frame));
    assert_eq!(frame, [0; 160]);
}

#[test]
fn too_loud_a_sum_is_cut_and_still_does_not_have_oneself_in_it() {
    let mut room = Room::try_new().unwrap();
    let mut seats = [(); 3].map(|()| Seat::try_new().unwrap());
    let at = Duration::from_secs(1);
    for (seat, value) in seats.iter_mut().zip([30_000, 30_000, 1_000]) {
        seat.say(&mut room, at, NARROW, &[value; 160]);
    }
    let turn = at + Duration::from_millis(20);
    let expected = [31_000, 31_000, i16::MAX];
    for (seat, expected) in seats.iter_mut().zip(expected) {
        let mut frame = [0; 160];
        seat.hear(&mut room, turn, NARROW, 1, &mut frame);
        assert_eq!(frame, [expected; 160]);
    }
}

#[test]
fn who_misses_turns_hears_the_present_again() {
    let mut room = Room::try_new().unwrap();
    let mut seats = [Seat::try_new().unwrap(), Seat::try_new().unwrap()];
    let [one, other] = &mut seats;
    for turn in 0..100_u64 {
        let at = Duration::from_millis(5_000 + 20 * turn);
        let value = turn as i16 + 1;
        one.say(&mut room, at, NARROW, &[value; 160]);
        // The other one is away for a second and a half.
        if !(10..85).contains(&turn) {
            other.say(&mut room, at, NARROW, &[1_000; 160]);
            let mut frame = [0; 160];
            other.hear(&mut room, at, NARROW, 1, &mut frame);
            assert_eq!(frame, [turn as i16; 160]);
        }
    }
}

#[test]
fn who_changes_the_length_of_his_packets_goes_on_hearing() {
    let mut room = Room::try_new().unwrap();
    let mut seats = [Seat::try_new().unwrap(), Seat::try_new().unwrap()];
    let [one, other] = &mut seats;
    let mut now = 0;
    let mut last = 0;
    for turns in [1, 3, 1, 2, 3, 1] {
        for _ in 0..6 {
            for _ in 0..turns {
                now += 20;
                let at = Duration::from_millis(now);
                one.say(&mut room, at, NARROW, &[now as i16; 160]);
            }
            let at = Duration::from_millis(now);
            for _ in 0..turns {
                let mut frame = [0; 160];
                other.hear(&mut room, at, NARROW, turns, &mut frame);
                last = frame[0];
            }
        }
        assert_eq!(last, now as i16 - 20);
    }
}

#[test]
fn a_wider_member_makes_the_room_wider() {
    let mut room = Room::try_new().unwrap();
    let mut seats = [Seat::try_new().unwrap(), Seat::try_new().unwrap()];
    let [one, other] = &mut seats;
    let at = |turn: u64| Duration::from_millis(20 * turn);
    one.say(&mut room, at(1), NARROW, &[400; 160]);
    other.say(&mut room, at(1), NARROW, &[500; 160]);
    other.say(&mut room, at(2), WIDE, &[0; 320]);
    // What was said before is forgotten, by the room and by those who said it.
    let mut frame = [0; 160];
    one.hear(&mut room, at(2), NARROW, 1, &mut frame);
    assert_eq!(frame, [0; 160]);
    for turn in 3..9 {
        one.say(&mut room, at(turn), NARROW, &[400; 160]);
        let mut frame = [0; 320];
        other.hear(&mut room, at(turn), WIDE, 1, &mut frame);
        if turn > 5 {
            assert!(frame.iter().all(|sample| (390..410).contains(sample)));
        }
    }
}

#[test]
fn what_cannot_be_said_is_not() {
    let mut room = Room::try_new().unwrap();
    let mut seat = Seat::try_new().unwrap();
    let at = Duration::from_secs(1);
    seat.say(&mut room, at, 44_100, &[1; 160]);
    seat.say(&mut room, at, NARROW, &[1; 161]);
    // The second turn at one moment goes behind the first, the fourth would be too far ahead.
    for _ in 0..4 {
        seat.say(&mut room, at, NARROW, &[1; 160]);
    }
    assert_eq!(room.sum.end, 8_000 + 2 * 160);
    let mut frame = [0; 160];
    assert!(!seat.hear(&mut room, at, 44_100, 1, &mut frame));
    seat.say(&mut room, Duration::MAX, NARROW, &[]);
    assert!(!seat.hear(&mut room, Duration::MAX, NARROW, 1, &mut frame));
}

/// How late each member comes at each of its turns, in milliseconds.
const LATE: [u64; 7] = [0, 3, 0, 12, 1, 0, 19];

/// Lets two say tones and hear the other for two seconds, by clocks that are not exact.
fn talk_loosely(seats: &mut [Seat; 2], late: impl Fn(u64, usize) -> u64) -> [Vec<i16>; 2] {
    let mut room = Room::try_new().unwrap();
    let mut heard = [Vec::new(), Vec::new()];
    let mut turns: Vec<(u64, usize, u64)> = Vec::new();
    for turn in 0..100 {
        for place in 0..2 {
            let exact = 1_000 + 20 * turn + 7 * place as u64;
            turns.push((exact + late(turn, place), place, turn));
        }
    }
    turns.sort_unstable();
    for (now, place, turn) in turns {
        let at = Duration::from_millis(now);
        let hertz = [500.0, 900.0][place];
        let angle = |n: u64| TAU * hertz * n as f64 / 8_000.0;
        let said: Vec<i16> = (160 * turn..160 * (turn + 1))
            .map(|n| (angle(n).sin() * 5_000.0) as i16)
            .collect();
        seats[place].say(&mut room, at, NARROW, &said);
        let mut frame = [0; 160];
        seats[place].hear(&mut room, at, NARROW, 1, &mut frame);
        heard[place].extend_from_slice(&frame);
    }
    heard
}

fn strength(heard: &[i16], hertz: f64) -> f64 {
    let step = TAU * hertz / 8_000.0;
    let (mut re, mut im) = (0.0, 0.0);
    for (n, sample) in heard.iter().enumerate() {
        re += f64::from(*sample) * (step * n as f64).cos();
        im += f64::from(*sample) * (step * n as f64).sin();
    }
    2.0 * re.hypot(im) / heard.len() as f64
}

#[test]
fn who_comes_by_a_clock_that_is_not_exact_hears_without_a_gap_on_a_loose_seat() {
    let mut seats = [(); 2].map(|()| Seat::try_loose().unwrap());
    let late = |turn: u64, place| LATE[(turn as usize + 3 * place) % LATE.len()];
    let heard = talk_loosely(&mut seats, late);
    for (place, hertz) in [(0, 900.0), (1, 500.0)] {
        // The first tenth of a second is silent, or taken twice where it began too late.
        let strength = strength(&heard[place][800..], hertz);
        assert!((strength - 5_000.0).abs() < 20.0, "{place}: {strength}");
    }
    // What they would hear on others.
    let mut seats = [(); 2].map(|()| Seat::try_new().unwrap());
    let heard = talk_loosely(&mut seats, late);
    let exact =
        [(0, 900.0), (1, 500.0)].map(|(place, hertz)| strength(&heard[place][800..], hertz));
    assert!(
        exact.iter().any(|strength| *strength < 4_800.0),
        "{exact:?}"
    );
}

#[test]
fn who_began_too_late_on_a_loose_seat_hears_the_rest_in_time() {
    let mut seats = [(); 2].map(|()| Seat::try_loose().unwrap());
    let late = |turn: u64, place| match (turn, place) {
        (0, 0) => 90,
        _ => LATE[turn as usize % LATE.len()],
    };
    let heard = talk_loosely(&mut seats, late);
    let strength = strength(&heard[0][1_600..], 900.0);
    assert!((strength - 5_000.0).abs() < 20.0, "{strength}");
}

#[test]
fn a_party_is_heard_by_others_and_not_by_its_members() {
    let mut room = Room::try_new().unwrap();
    let mut party = Party::try_new().unwrap();
    let mut seats = [(); 3].map(|()| Seat::try_new().unwrap());
    let at = Duration::from_secs(1);
    for (place, seat) in seats.iter_mut().enumerate() {
        let mine = Some(&mut party).filter(|_| place < 2);
        seat.say_among(&mut room, mine, at, NARROW, &[1 << place; 160]);
    }
    let turn = at + Duration::from_millis(20);
    for (place, seat) in seats.iter_mut().enumerate() {
        let mine = Some(&party).filter(|_| place < 2);
        let mut frame = [0; 160];
        seat.hear_among(&mut room, mine, (turn, NARROW, 1), &mut frame);
        assert_eq!(frame, [[4, 4, 3][place]; 160], "{place}");
    }
    // A wider room forgets what all have said, and so does the party.
    seats[2].say(&mut room, turn, WIDE, &[8; 320]);
    for seat in &mut seats[..2] {
        seat.say_among(&mut room, Some(&mut party), turn, NARROW, &[100; 160]);
    }
    let mut frame = [0; 160];
    let next = turn + Duration::from_millis(20);
    seats[0].hear_among(&mut room, Some(&party), (next, NARROW, 1), &mut frame);
    assert!(
        frame[80..].iter().all(|sample| (6..=10).contains(sample)),
        "{frame:?}"
    );
}
