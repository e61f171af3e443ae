//! Token buckets: how many requests somebody may make, in the long run and at once.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Mutex;
use std::time::{Duration, Instant};
use tapi3_common::sync::lock;

/// How fast a bucket fills, and how much it holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Allowance {
    per_second: f64,
    burst: f64,
}

impl Allowance {
    /// So many in each `period`, and `burst` at once.
    pub fn new(count: u32, period: Duration, burst: u32) -> Self {
        Allowance {
            per_second: f64::from(count) / period.as_secs_f64().max(f64::MIN_POSITIVE),
            burst: f64::from(burst.max(1)),
        }
    }
}

#[derive(Debug)]
struct Level {
    tokens: f64,
    seen: Instant,
}

impl Level {
    fn fill(&mut self, allowance: Allowance, now: Instant) {
        let since = now.saturating_duration_since(self.seen).as_secs_f64();
        self.tokens = (self.tokens + since * allowance.per_second).min(allowance.burst);
        self.seen = now;
    }

    fn take(&mut self, allowance: Allowance, now: Instant) -> Result<(), Duration> {
        self.fill(allowance, now);
        match self.wait(allowance) {
            Some(wait) => Err(wait),
            None => {
                self.tokens -= 1.0;
                Ok(())
            }
        }
    }

    /// How long until there is a whole token.
    fn wait(&self, allowance: Allowance) -> Option<Duration> {
        if self.tokens >= 1.0 {
            return None;
        }
        let seconds = (1.0 - self.tokens) / allowance.per_second;
        Some(Duration::try_from_secs_f64(seconds).unwrap_or(Duration::from_secs(3600)))
    }
}

/// One bucket.
#[derive(Debug)]
pub(super) struct Bucket {
    allowance: Allowance,
    level: Mutex<Level>,
}

impl Bucket {
    /// A full bucket.
    pub fn new(allowance: Allowance, now: Instant) -> Self {
        Bucket {
            allowance,
            level: Mutex::new(Level {
                tokens: allowance.burst,
                seen: now,
            }),
        }
    }

    /// Takes a token. If there is none, says how long to wait for the next.
    pub fn take(&self, now: Instant) -> Result<(), Duration> {
        lock(&self.level).take(self.allowance, now)
    }
}

/// A bucket for each of an unknown number of parties. Full buckets are forgotten, and when there
/// are too many others, all of them: whoever floods from many addresses is not slowed by this.
#[derive(Debug)]
pub(super) struct Buckets<K> {
    allowance: Allowance,
    levels: Mutex<HashMap<K, Level>>,
}

const MAX_BUCKETS: usize = 10_000;

impl<K: Hash + Eq + Clone> Buckets<K> {
    pub fn new(allowance: Allowance) -> Self {
        Buckets {
            allowance,
            levels: Mutex::default(),
        }
    }

    /// Takes a token of a party. If it has none, says how long to wait for the next.
    pub fn take(&self, key: &K, now: Instant) -> Result<(), Duration> {
        let mut levels = lock(&self.levels);
        if levels.len() >= MAX_BUCKETS && !levels.contains_key(key) {
            let allowance = self.allowance;
            levels.retain(|_, level| {
                level.fill(allowance, now);
                level.tokens < allowance.burst
            });
            if levels.len() >= MAX_BUCKETS {
                levels.clear();
            }
        }
        let full = Level {
            tokens: self.allowance.burst,
            seen: now,
        };
        let level = levels.entry(key.clone()).or_insert(full);
        level.take(self.allowance, now)
    }

    /// Gives a token back that was taken for nothing.
    pub fn give_back(&self, key: &K) {
        if let Some(level) = lock(&self.levels).get_mut(key) {
            level.tokens = (level.tokens + 1.0).min(self.allowance.burst);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn a_bucket_gives_its_burst_and_then_its_rate() {
        let start = Instant::now();
        let bucket = Bucket::new(Allowance::new(2, SECOND, 3), start);
        for _ in 0..3 {
            assert_eq!(bucket.take(start), Ok(()));
        }
        assert_eq!(bucket.take(start), Err(SECOND / 2));
        assert_eq!(bucket.take(start + SECOND / 2), Ok(()));
        assert!(bucket.take(start + SECOND / 2).is_err());
        let later = start + 100 * SECOND;
        for _ in 0..3 {
            assert_eq!(bucket.take(later), Ok(()));
        }
        assert!(bucket.take(later).is_err());
    }

    #[test]
    fn a_bucket_that_never_fills_says_to_wait_long() {
        let start = Instant::now();
        let bucket = Bucket::new(Allowance::new(0, SECOND, 1), start);
        assert_eq!(bucket.take(start), Ok(()));
        assert_eq!(bucket.take(start), Err(Duration::from_secs(3600)));
    }

    #[test]
    fn each_party_has_its_own_bucket() {
        let start = Instant::now();
        let buckets = Buckets::new(Allowance::new(1, SECOND, 2));
        assert_eq!(buckets.take(&"a", start), Ok(()));
        assert_eq!(buckets.take(&"a", start), Ok(()));
        assert_eq!(buckets.take(&"a", start), Err(SECOND));
        assert_eq!(buckets.take(&"b", start), Ok(()));
        buckets.give_back(&"a");
        assert_eq!(buckets.take(&"a", start), Ok(()));
        assert_eq!(buckets.take(&"a", start + SECOND), Ok(()));
        assert!(buckets.take(&"a", start + SECOND).is_err());
    }

    #[test]
    fn many_parties_take_bounded_memory() {
        let start = Instant::now();
        let buckets = Buckets::new(Allowance::new(1, SECOND, 2));
        for party in 0..3 * MAX_BUCKETS {
            buckets.take(&party, start).unwrap();
        }
        assert!(buckets.levels.lock().unwrap().len() <= MAX_BUCKETS);
    }
}
