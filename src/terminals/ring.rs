//! Samples that wait: in at one end, out at the other, and never more than there is room for.
//!
//! A ring knows no threads. Those that share one have it behind a lock, under which nothing is done
//! but to copy what fits.

use tapi3_common::shared::OutOfMemory;

/// A bounded queue of samples. Its memory is asked for when it is made.
#[derive(Debug, Default)]
pub(super) struct Ring {
    samples: Vec<i16>,
    first: usize,
    length: usize,
}

impl Ring {
    /// Room for so many samples.
    pub fn try_new(capacity: usize) -> Result<Self, OutOfMemory> {
        let mut samples = Vec::new();
        samples.try_reserve_exact(capacity)?;
        samples.resize(capacity, 0);
        Ok(Ring {
            samples,
            first: 0,
            length: 0,
        })
    }

    pub fn capacity(&self) -> usize {
        self.samples.len()
    }

    pub fn len(&self) -> usize {
        self.length
    }

    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    pub fn room(&self) -> usize {
        self.samples.len() - self.length
    }

    pub fn clear(&mut self) {
        (self.first, self.length) = (0, 0);
    }

    /// Puts in what fits. Returns how many samples that were.
    pub fn push(&mut self, samples: &[i16]) -> usize {
        let count = samples.len().min(self.room());
        let samples = samples.get(..count).unwrap_or(&[]);
        let (behind, front) = self.free();
        let (one, two) = samples.split_at(behind.len().min(count));
        for (to, from) in [(behind, one), (front, two)] {
            if let Some(to) = to.get_mut(..from.len()) {
                to.copy_from_slice(from);
            }
        }
        self.length += count;
        count
    }

    /// Takes out as many as there are and `out` has room for. Returns how many.
    pub fn pop(&mut self, out: &mut [i16]) -> usize {
        let count = out.len().min(self.length);
        let (one, two) = self.used();
        let (start, rest) = out.split_at_mut(one.len().min(count));
        for (to, from) in [(start, one), (rest, two)] {
            let fitting = to.len().min(from.len());
            if let (Some(to), Some(from)) = (to.get_mut(..fitting), from.get(..fitting)) {
                to.copy_from_slice(from);
            }
        }
        self.skip(count)
    }

    /// Takes out as many as there are of `count`, for nobody. Returns how many.
    pub fn skip(&mut self, count: usize) -> usize {
        let count = count.min(self.length);
        self.first = match self.samples.len() {
            0 => 0,
            capacity => (self.first + count) % capacity,
        };
        self.length -= count;
        count
    }

    /// The samples in two parts, oldest first.
    fn used(&self) -> (&[i16], &[i16]) {
        let (front, behind) = self.samples.split_at(self.first);
        let one = self.length.min(behind.len());
        (
            behind.get(..one).unwrap_or(&[]),
            front.get(..self.length - one).unwrap_or(&[]),
        )
    }

    /// The room in two parts.
    fn free(&mut self) -> (&mut [i16], &mut [i16]) {
        let (first, length) = (self.first, self.length);
        let end = first + length;
        if end < self.samples.len() {
            let (front, behind) = self.samples.split_at_mut(end);
            (behind, front.get_mut(..first).unwrap_or(&mut []))
        } else {
            let end = end - self.samples.len();
            (self.samples.get_mut(end..first).unwrap_or(&mut []), &mut [])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_in_comes_out_in_order_and_nothing_more() {
        let mut ring = Ring::try_new(7).unwrap();
        let (mut next_in, mut next_out) = (0, 0);
        for step in 0..2_000_usize {
            let wanted: Vec<i16> = (0..(step * 5 % 9) as i16).map(|at| next_in + at).collect();
            let (room, length) = (ring.room(), ring.len());
            let taken = ring.push(&wanted);
            assert_eq!(taken, wanted.len().min(room));
            assert_eq!(ring.len(), length + taken);
            next_in += taken as i16;
            let mut out = vec![-1; step * 7 % 11];
            let given = match step % 5 {
                0 => ring.skip(out.len()),
                _ => ring.pop(&mut out),
            };
            assert_eq!(given, out.len().min(length + taken));
            for (at, &sample) in out.iter().enumerate() {
                let expected = match step % 5 != 0 && at < given {
                    true => next_out + at as i16,
                    false => -1,
                };
                assert_eq!(sample, expected);
            }
            next_out += given as i16;
        }
        assert!(next_out > 1_000);
    }

    #[test]
    fn a_ring_without_room_takes_nothing() {
        let mut ring = Ring::default();
        assert_eq!(ring.push(&[1, 2]), 0);
        assert_eq!(ring.pop(&mut [0; 2]), 0);
        assert_eq!(ring.skip(1), 0);
        assert!(Ring::try_new(usize::MAX).is_err());
    }
}
