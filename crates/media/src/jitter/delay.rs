//! How late packets are, and how long they should therefore wait.

use std::time::Duration;

/// The width of a class of lateness.
const CLASS: Duration = Duration::from_millis(10);
const CLASSES: usize = 21;
/// The weight of all classes together.
const WHOLE: u32 = 1 << 24;
/// One packet's weight is one part in 2^8 of the whole: so many packets are remembered, or nearly.
/// The first weigh more, since what is known before them is a guess.
const WEIGHTS: [(u16, u32); 3] = [(128, 5), (256, 6), (512, 7)];
const WEIGHT: u32 = 8;

/// How late packets have been of late, and the delay that would have been enough for all but two in
/// a hundred of them.
#[derive(Clone, Debug)]
pub(super) struct Lateness {
    classes: [u32; CLASSES],
    /// Packets so far; not counted beyond those whose weight differs.
    count: u16,
}

impl Lateness {
    pub(super) const LEAST: Duration = Duration::from_millis(20);
    pub(super) const MOST: Duration = Duration::from_millis(200);
    const START: usize = 3;

    /// As if all packets had been between 30 and 40 ms late.
    pub(super) fn new() -> Lateness {
        let mut classes = [0; CLASSES];
        classes[Lateness::START] = WHOLE;
        Lateness { classes, count: 0 }
    }

    pub(super) fn note(&mut self, late: Duration) {
        let class = late.as_nanos() / CLASS.as_nanos();
        let class = usize::try_from(class).unwrap_or(CLASSES).min(CLASSES - 1);
        let early = WEIGHTS.iter().find(|(until, _)| self.count < *until);
        let shift = early.map_or(WEIGHT, |&(_, shift)| shift);
        self.count = self.count.saturating_add(u16::from(early.is_some()));
        for (index, weight) in self.classes.iter_mut().enumerate() {
            *weight -= *weight >> shift;
            if index == class {
                *weight += WHOLE >> shift;
            }
        }
    }

    /// The delay that is enough for 98 in 100 packets, [`Lateness::LEAST`]..=[`Lateness::MOST`].
    pub(super) fn target(&self) -> Duration {
        let all: u64 = self.classes.iter().map(|&weight| u64::from(weight)).sum();
        let mut left = 0;
        for (class, &weight) in (1u32..).zip(&self.classes) {
            left += u64::from(weight);
            if left * 100 >= all * 98 {
                return (CLASS * class).clamp(Lateness::LEAST, Lateness::MOST);
            }
        }
        Lateness::MOST
    }
}

/// The quickest way of a packet through the network, in ticks by the two clocks: the least
/// difference of arrival and timestamp in the last 20 s. It follows clocks that go apart.
#[derive(Clone, Debug, Default)]
pub(super) struct Quickest {
    /// The least of each stretch of time, with the stretch's number.
    stretches: [Option<(i64, i64)>; 8],
}

impl Quickest {
    /// A stretch is this part of the whole.
    const SECONDS: i64 = 20;

    pub(super) fn note(&mut self, arrival: i64, transit: i64, rate: u32) {
        let number = Quickest::stretch(arrival, rate);
        let index = number.rem_euclid(self.stretches.len() as i64);
        let Some(place) = usize::try_from(index)
            .ok()
            .and_then(|i| self.stretches.get_mut(i))
        else {
            return;
        };
        match place {
            Some((of, least)) if *of == number => *least = transit.min(*least),
            _ => *place = Some((number, transit)),
        }
    }

    pub(super) fn least(&self, now: i64, rate: u32) -> Option<i64> {
        let oldest = Quickest::stretch(now, rate) - self.stretches.len() as i64;
        let fresh = self
            .stretches
            .iter()
            .flatten()
            .filter(|(number, _)| *number > oldest);
        fresh.map(|&(_, least)| least).min()
    }

    fn stretch(at: i64, rate: u32) -> i64 {
        at.div_euclid((i64::from(rate) * Quickest::SECONDS / 8).max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delay_starts_at_40_ms_and_follows_the_lateness() {
        let mut lateness = Lateness::new();
        assert_eq!(lateness.target(), Duration::from_millis(40));
        for _ in 0..2000 {
            lateness.note(Duration::ZERO);
        }
        assert_eq!(lateness.target(), Lateness::LEAST);
        for count in 0..2000 {
            lateness.note(Duration::from_millis(count * 7 % 61));
        }
        assert!(
            lateness.target() >= Duration::from_millis(60),
            "{:?}",
            lateness.target()
        );
        assert!(
            lateness.target() <= Duration::from_millis(70),
            "{:?}",
            lateness.target()
        );
        for _ in 0..2000 {
            lateness.note(Duration::from_secs(3));
        }
        assert_eq!(lateness.target(), Lateness::MOST);
    }

    #[test]
    fn one_packet_in_a_hundred_changes_nothing() {
        let mut lateness = Lateness::new();
        for count in 0..5000 {
            let late = if count % 100 == 0 { 150 } else { 5 };
            lateness.note(Duration::from_millis(late));
        }
        assert_eq!(lateness.target(), Lateness::LEAST);
    }

    #[test]
    fn the_quickest_is_forgotten_after_20_s() {
        let mut quickest = Quickest::default();
        assert_eq!(quickest.least(0, 8000), None);
        quickest.note(0, -500, 8000);
        for second in 0..60 {
            quickest.note(second * 8000, second * 10, 8000);
        }
        assert_eq!(
            quickest.least(10 * 8000, 8000),
            Some(400),
            "no later stretch counts less"
        );
        assert_eq!(quickest.least(59 * 8000, 8000), Some(400));
        assert_eq!(quickest.least(100 * 8000, 8000), None);
    }
}
