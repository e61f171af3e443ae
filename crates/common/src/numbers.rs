//! Maps whose keys are numbers that we gave ourselves. Nobody can choose them so that they collide, so
//! they need no secret, which the standard library would take from a thread-local.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A map by numbers.
pub type Numbered<K, V> = HashMap<K, V, BuildHasherDefault<Spread>>;

/// Spreads consecutive numbers over all bits.
#[derive(Debug, Default, Clone, Copy)]
pub struct Spread(u64);

impl Hasher for Spread {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u32(&mut self, number: u32) {
        self.write_u64(number.into());
    }

    fn write_u64(&mut self, number: u64) {
        // The golden ratio of 64 bits (Knuth, TAOCP volume 3, 6.4).
        self.0 = (self.0 ^ number)
            .wrapping_mul(0x9e37_79b9_7f4a_7c15)
            .rotate_left(29);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
