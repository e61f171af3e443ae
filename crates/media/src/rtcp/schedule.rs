//! When the next report is due (RFC 3550 §6.2, §6.3), for a session of two.

use std::time::Duration;

/// The least time between reports on average; before the first it is half of it (§6.2).
const LEAST: Duration = Duration::from_secs(5);
/// A participant of whom nothing was heard for so many intervals is gone (§6.3.5).
const GONE: u32 = 5;

/// Numbers that nobody guesses who does not know the first: SplitMix64. For times only, never for
/// keys.
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// A sequence that follows from `seed`.
    #[must_use]
    pub fn new(seed: u64) -> Random {
        Random(seed)
    }

    /// The next number.
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
}

/// The times of reports.
#[derive(Clone, Debug)]
pub struct Schedule {
    random: Random,
    /// Octets a second for RTCP: a twentieth of what the session may use.
    bandwidth: u32,
    /// Sixteen times the average compound's octets, with those of UDP and IP (§6.2, §6.3.3).
    average_16: u32,
    /// The other side, and when it was last heard.
    other: Option<Duration>,
    last: Duration,
    next: Duration,
    first: bool,
}

impl Schedule {
    /// A participant who joins at `now` a session that may use `bandwidth` octets a second. The
    /// first report comes after half the usual time (§6.2).
    #[must_use]
    pub fn new(now: Duration, bandwidth: u32, random: Random) -> Schedule {
        let mut schedule = Schedule {
            random,
            bandwidth: (bandwidth / 20).max(1),
            average_16: 100 * 16,
            other: None,
            last: now,
            next: now,
            first: true,
        };
        schedule.next = now + schedule.interval();
        schedule
    }

    /// A number of the chance that the times follow.
    pub fn draw(&mut self) -> u64 {
        self.random.draw()
    }

    /// When [`Schedule::expired`] is to be asked.
    #[must_use]
    pub fn next(&self) -> Duration {
        self.next
    }

    /// Whether a report goes out at `now`. If more have joined since it was planned, it is put off
    /// instead (§6.3.6).
    pub fn expired(&mut self, now: Duration) -> bool {
        if now < self.next {
            return false;
        }
        if self
            .other
            .is_some_and(|heard| now.saturating_sub(heard) > self.mean() * GONE)
        {
            self.other = None;
        }
        let due = self.last + self.interval();
        if due > now {
            self.next = due;
            return false;
        }
        true
    }

    /// A compound of so many octets was sent at `now`: the next is planned (§6.3.6).
    pub fn sent(&mut self, now: Duration, octets: usize) {
        self.measured(octets);
        self.first = false;
        self.last = now;
        self.next = now + self.interval();
    }

    /// A compound of so many octets came at `now` (§6.3.3).
    pub fn received(&mut self, now: Duration, octets: usize) {
        self.measured(octets);
        self.other = Some(now);
    }

    /// A packet of sound came at `now`: whoever sends it takes part.
    pub fn heard(&mut self, now: Duration) {
        self.other = Some(now);
    }

    /// The other side has left: the next report comes sooner (§6.3.4).
    pub fn left(&mut self, now: Duration) {
        if self.other.take().is_some() {
            self.next = now + self.next.saturating_sub(now) / 2;
            self.last = now - now.saturating_sub(self.last) / 2;
        }
    }

    fn measured(&mut self, octets: usize) {
        const UDP_AND_IP: usize = 28;
        let octets = u32::try_from(octets + UDP_AND_IP)
            .unwrap_or(u32::MAX)
            .min(0xFFFF);
        self.average_16 = octets + self.average_16 - self.average_16 / 16;
    }

    /// §6.3.1 without its chance. Each of the two may use the whole share of the senders and of the
    /// receivers: with one sender in two, no part is set aside.
    fn mean(&self) -> Duration {
        let members = if self.other.is_some() { 2 } else { 1 };
        let octets = u64::from(self.average_16) * members;
        let needed = Duration::from_nanos(octets * 1_000_000_000 / 16 / u64::from(self.bandwidth));
        needed.max(if self.first { LEAST / 2 } else { LEAST })
    }

    /// Half to one and a half of the mean, by chance, over e − 3/2 (§6.3.1).
    fn interval(&mut self) -> Duration {
        const PER_MILLE: u64 = 1218;
        let chance = 500 + self.random.draw() % 1001;
        let nanos = u64::try_from(self.mean().as_nanos()).unwrap_or(u64::MAX / 2000);
        Duration::from_nanos(nanos.saturating_mul(chance) / PER_MILLE)
    }
}
