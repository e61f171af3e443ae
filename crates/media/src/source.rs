//! One source of packets, as RFC 3550 watches it: which of its packets count (§A.1), which came
//! twice, what was lost (§A.3) and how unevenly they came (§A.8).

use std::time::Duration;

/// Packets with numbers in order that make a source one (RFC 3550 §A.1).
pub const MIN_SEQUENTIAL: u8 = 2;
/// A number this far ahead or more is no loss but another stream (RFC 3550 §A.1).
pub const MAX_DROPOUT: u16 = 3000;
/// A number this far behind or more is no late packet but another stream (RFC 3550 §A.1).
pub const MAX_MISORDER: u16 = 100;

/// The ticks of a clock that had gone `rate` times a second when a [`Duration`] was over.
#[must_use]
pub fn ticks(time: Duration, rate: u32) -> i64 {
    let whole = u128::from(rate) * time.as_nanos() / 1_000_000_000;
    i64::try_from(whole).unwrap_or(i64::MAX / 4)
}

/// How long `ticks` of a clock last that goes `rate` times a second; zero for a clock that stands
/// still or a negative time.
#[must_use]
pub fn duration(ticks: i64, rate: u32) -> Duration {
    let nanos = u128::try_from(ticks).unwrap_or(0) * 1_000_000_000 / u128::from(rate.max(1));
    Duration::from_nanos(u64::try_from(nanos).unwrap_or(u64::MAX))
}

/// What a packet is to its source. Numbers are extended to 64 bits and grow for as long as the
/// source lasts, also over a jump.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// The source has not yet shown that it is one, or has jumped and not yet shown that it means
    /// it: the packet is not used.
    Unproven,
    /// A packet that was not there before.
    New(u64),
    /// A packet that was not there before, the first of a sequence that has nothing to do with the
    /// one before.
    Restarted(u64),
    /// A packet that was there already, or is so old that it cannot be told.
    Repeated,
}

/// What RTCP tells the sender about its packets (RFC 3550 §6.4.1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reception {
    /// The part of the packets since the last report that were lost, in 256ths.
    pub fraction_lost: u8,
    /// Packets lost since the beginning; negative if there were more duplicates. 24 bits, at their
    /// end if there are more.
    pub lost: i32,
    /// The highest number received, with the count of its overflows above.
    pub highest: u32,
    /// How unevenly packets come, in ticks (RFC 3550 §A.8).
    pub jitter: u32,
}

/// One source of packets.
#[derive(Clone, Debug)]
pub struct Source {
    ssrc: u32,
    probation: u8,
    /// Extended. Begins a cycle up, so that what came before the first has a number too.
    highest: u64,
    first: u64,
    /// The next number of a jump that has to be shown once more.
    jump: Option<u16>,
    /// Which of the 128 numbers up to `highest` have come; bit 0 is `highest`.
    window: u128,
    received: u64,
    /// What earlier sequences of this source left behind.
    expected_before: u64,
    expected_prior: u64,
    received_prior: u64,
    transit: Option<i64>,
    /// In sixteenths of ticks.
    jitter: u64,
}

const CYCLE: u64 = 1 << 16;

impl Source {
    /// A source whose first packet has this number. It is unproven, and the packet is to be given
    /// to [`Source::arrived`] like all others.
    #[must_use]
    pub fn new(ssrc: u32, sequence: u16) -> Source {
        let highest = CYCLE + u64::from(sequence.wrapping_sub(1));
        Source {
            ssrc,
            probation: MIN_SEQUENTIAL,
            highest,
            first: highest + 1,
            jump: None,
            window: 0,
            received: 0,
            expected_before: 0,
            expected_prior: 0,
            received_prior: 0,
            transit: None,
            jitter: 0,
        }
    }

    /// Who it is.
    #[must_use]
    pub fn ssrc(&self) -> u32 {
        self.ssrc
    }

    /// Whether it has shown that it is a source (RFC 3550 §A.1).
    #[must_use]
    pub fn proven(&self) -> bool {
        self.probation == 0
    }

    /// Believes the source from the next packet on, because something better than numbers says that
    /// it is one: its packets are authenticated.
    pub fn believe(&mut self) {
        self.probation = self.probation.min(1);
    }

    /// What the packet with this number is (RFC 3550 §A.1).
    pub fn arrived(&mut self, sequence: u16) -> Arrival {
        if self.probation > 0 {
            return self.on_probation(sequence);
        }
        let ahead = sequence.wrapping_sub(low(self.highest));
        if ahead == 0 {
            self.received += 1;
            Arrival::Repeated
        } else if ahead < MAX_DROPOUT {
            self.received += 1;
            self.jump = None;
            self.highest += u64::from(ahead);
            self.window = self.window.checked_shl(u32::from(ahead)).unwrap_or(0) | 1;
            Arrival::New(self.highest)
        } else if ahead <= u16::MAX - MAX_MISORDER + 1 {
            self.far_away(sequence)
        } else {
            self.received += 1;
            self.behind(sequence)
        }
    }

    fn on_probation(&mut self, sequence: u16) -> Arrival {
        if sequence == low(self.highest).wrapping_add(1) {
            self.probation -= 1;
        } else {
            self.probation = MIN_SEQUENTIAL - 1;
        }
        self.highest = CYCLE + u64::from(sequence);
        if self.probation > 0 {
            return Arrival::Unproven;
        }
        self.begin_at(self.highest);
        Arrival::New(self.highest)
    }

    /// A number that neither loss nor lateness explains is believed when the next one follows it.
    fn far_away(&mut self, sequence: u16) -> Arrival {
        if self.jump != Some(sequence) {
            self.jump = Some(sequence.wrapping_add(1));
            return Arrival::Unproven;
        }
        self.expected_before += self.highest - self.first + 1;
        let ahead = sequence.wrapping_sub(low(self.highest));
        // Two cycles up, so that no late packet of the new sequence meets a number of the old one.
        let highest = self.highest + u64::from(ahead) + 2 * CYCLE;
        self.highest = highest;
        self.begin_at(highest);
        Arrival::Restarted(highest)
    }

    fn begin_at(&mut self, highest: u64) {
        self.first = highest;
        self.jump = None;
        self.window = 1;
        self.received += 1;
        self.transit = None;
    }

    fn behind(&mut self, sequence: u16) -> Arrival {
        let behind = low(self.highest).wrapping_sub(sequence);
        let bit = 1u128.checked_shl(u32::from(behind)).unwrap_or(0);
        if bit == 0 || self.window & bit != 0 {
            return Arrival::Repeated;
        }
        self.window |= bit;
        let number = self.highest - u64::from(behind);
        // A late packet from before the first is one that was expected.
        self.first = self.first.min(number);
        Arrival::New(number)
    }

    /// Measures how unevenly packets come (RFC 3550 §A.8): `now` is when a packet with this
    /// timestamp came, `rate` its clock.
    pub fn measure(&mut self, now: Duration, timestamp: u32, rate: u32) {
        let transit = ticks(now, rate).wrapping_sub(i64::from(timestamp));
        if let Some(before) = self.transit.replace(transit) {
            // Timestamps overflow: the difference is what 32 bits make of it.
            let difference = (transit.wrapping_sub(before) as i32).unsigned_abs();
            self.jitter = self.jitter + u64::from(difference) - ((self.jitter + 8) >> 4);
        }
    }

    /// What comes after this is not measured against what came before: the clock is another one.
    pub fn forget_transit(&mut self) {
        self.transit = None;
    }

    /// The jitter in ticks.
    #[must_use]
    pub fn jitter(&self) -> u32 {
        u32::try_from(self.jitter >> 4).unwrap_or(u32::MAX)
    }

    /// Packets that came, with duplicates and late ones.
    #[must_use]
    pub fn received(&self) -> u64 {
        self.received
    }

    /// Packets that should have come, from the first number of each sequence to its highest.
    #[must_use]
    pub fn expected(&self) -> u64 {
        if self.proven() {
            self.expected_before + (self.highest - self.first + 1)
        } else {
            0
        }
    }

    /// Packets that did not come (RFC 3550 §A.3); negative if more came twice.
    #[must_use]
    pub fn lost(&self) -> i64 {
        let difference = i128::from(self.expected()) - i128::from(self.received);
        i64::try_from(difference).unwrap_or(i64::MAX)
    }

    /// What the next report says (RFC 3550 §A.3). The fraction is of the packets since the last
    /// time that this was asked.
    pub fn report(&mut self) -> Reception {
        let expected = self.expected() - self.expected_prior;
        let received = self.received - self.received_prior;
        self.expected_prior = self.expected();
        self.received_prior = self.received;
        let fraction = match expected.saturating_sub(received) {
            0 => 0,
            lost => (lost * 256 / expected).min(255),
        };
        Reception {
            fraction_lost: u8::try_from(fraction).unwrap_or(255),
            lost: i32::try_from(self.lost().clamp(-0x80_0000, 0x7F_FFFF)).unwrap_or(0),
            // The cycle that it began above is not one of the sender's.
            highest: (self.highest - CYCLE) as u32,
            jitter: self.jitter(),
        }
    }
}

/// The 16 bits of an extended number that travel.
fn low(extended: u64) -> u16 {
    (extended & 0xFFFF) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proven(sequence: u16) -> Source {
        let mut source = Source::new(7, sequence);
        assert_eq!(source.arrived(sequence), Arrival::Unproven);
        assert!(matches!(
            source.arrived(sequence.wrapping_add(1)),
            Arrival::New(_)
        ));
        source
    }

    #[test]
    fn two_packets_in_order_make_a_source() {
        let mut source = Source::new(7, 10);
        assert_eq!(source.arrived(10), Arrival::Unproven);
        assert_eq!(source.arrived(500), Arrival::Unproven);
        assert_eq!(source.arrived(499), Arrival::Unproven);
        assert!(!source.proven());
        assert_eq!(source.arrived(500), Arrival::New(CYCLE + 500));
        assert!(source.proven());
        assert_eq!(
            (source.expected(), source.received(), source.lost()),
            (1, 1, 0)
        );
    }

    #[test]
    fn an_authenticated_source_needs_no_probation() {
        let mut source = Source::new(7, 10);
        source.believe();
        assert_eq!(source.arrived(10), Arrival::New(CYCLE + 10));
    }

    #[test]
    fn numbers_grow_over_the_overflow_and_late_ones_stay_below_it() {
        let mut source = proven(0xFFFD);
        assert_eq!(source.arrived(0), Arrival::New(2 * CYCLE));
        assert_eq!(source.arrived(0xFFFF), Arrival::New(CYCLE + 0xFFFF));
        assert_eq!(source.arrived(0xFFFF), Arrival::Repeated);
        assert_eq!(source.arrived(1), Arrival::New(2 * CYCLE + 1));
        assert_eq!(source.report().highest, 0x1_0001);
    }

    #[test]
    fn a_packet_that_comes_twice_is_told_once() {
        let mut source = proven(100);
        assert!(matches!(source.arrived(105), Arrival::New(_)));
        assert!(matches!(source.arrived(103), Arrival::New(_)));
        for repeated in [105, 103, 101] {
            assert_eq!(source.arrived(repeated), Arrival::Repeated, "{repeated}");
        }
        assert!(matches!(source.arrived(104), Arrival::New(_)));
    }

    #[test]
    fn a_jump_is_believed_when_the_next_packet_follows_it() {
        let mut source = proven(100);
        assert_eq!(source.arrived(20_000), Arrival::Unproven);
        assert!(
            matches!(source.arrived(102), Arrival::New(_)),
            "one stray packet changes nothing"
        );
        assert_eq!(source.arrived(20_000), Arrival::Unproven);
        let Arrival::Restarted(number) = source.arrived(20_001) else {
            panic!("not believed")
        };
        assert!(number > CYCLE + 102);
        assert_eq!(source.arrived(20_002), Arrival::New(number + 1));
        assert_eq!(source.lost(), 0);
    }

    #[test]
    fn loss_is_counted_by_the_report_and_in_all() {
        let mut source = proven(0);
        for sequence in (2..=256u16).filter(|sequence| sequence % 4 != 0) {
            source.arrived(sequence);
        }
        source.arrived(257);
        let report = source.report();
        // 64 of the 257 expected; the first, on probation, does not count.
        assert_eq!((report.fraction_lost, report.lost), (63, 64));
        assert_eq!(source.report().fraction_lost, 0, "nothing since");
        for sequence in [257, 257, 257] {
            source.arrived(sequence);
        }
        let report = source.report();
        assert_eq!(
            (report.fraction_lost, report.lost),
            (0, 61),
            "duplicates count against it"
        );
    }

    #[test]
    fn jitter_is_the_smoothed_difference_of_transits() {
        let mut source = proven(0);
        // Alternating 0 and 10 ms late: |D| is 80 ticks always, and J goes there.
        for count in 0..2000u32 {
            let late = u64::from(count % 2) * 10;
            let now = Duration::from_millis(u64::from(count) * 20 + late);
            source.measure(now, (count * 160).wrapping_add(u32::MAX - 50_000), 8000);
        }
        assert!((79..=81).contains(&source.jitter()), "{}", source.jitter());
    }
}
