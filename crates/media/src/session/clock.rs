//! Senders whose timestamps go twice as fast as they should: some sample G.722 at 16 kHz and count
//! so, where RFC 3551 §4.5.2 wants 8 kHz.

/// So many packets in a row make it sure.
const SURE: u8 = 4;

/// Watches whether the timestamps of packets that follow each other are two lengths apart.
#[derive(Clone, Debug, Default)]
pub(super) struct Clock {
    before: Option<(u64, u32)>,
    /// Packets in a row that were two lengths apart, or, once that is sure, one.
    against: u8,
    doubled: bool,
}

impl Clock {
    /// Takes the number, the timestamp and the length in ticks of a packet. Gives the timestamp as
    /// it should be, and whether from here on it is counted otherwise than before.
    pub(super) fn straighten(&mut self, number: u64, timestamp: u32, length: u32) -> (u32, bool) {
        let before = self.before.replace((number, timestamp));
        let apart = before.filter(|(before, _)| before.checked_add(1) == Some(number));
        if let Some(apart) = apart.map(|(_, before)| timestamp.wrapping_sub(before)) {
            let (same, other) = if self.doubled {
                (length.saturating_mul(2), length)
            } else {
                (length, length.saturating_mul(2))
            };
            if apart == other {
                self.against += 1;
            } else if apart == same {
                self.against = 0;
            }
        }
        let turns = self.against >= SURE;
        if turns {
            self.doubled = !self.doubled;
            self.against = 0;
        }
        (
            if self.doubled {
                timestamp / 2
            } else {
                timestamp
            },
            turns,
        )
    }

    /// Another source.
    pub(super) fn reset(&mut self) {
        *self = Clock::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_goes_twice_as_fast_is_found_out_and_one_that_pauses_is_not() {
        let mut clock = Clock::default();
        for number in 0..4 {
            assert_eq!(
                clock.straighten(number, number as u32 * 320, 160),
                (number as u32 * 320, false)
            );
        }
        assert_eq!(clock.straighten(4, 1280, 160), (640, true));
        assert_eq!(clock.straighten(5, 1600, 160), (800, false));
        // It mends its ways.
        for number in 6..9 {
            assert!(
                !clock
                    .straighten(number, 1600 + (number - 5) as u32 * 160, 160)
                    .1
            );
        }
        assert_eq!(clock.straighten(9, 2240, 160), (2240, true));
        let mut clock = Clock::default();
        for number in 0..100u64 {
            // A pause of one packet now and then, and a loss.
            let timestamp = (number + number / 7) as u32 * 160;
            assert_eq!(
                clock.straighten(number + number / 10, timestamp, 160),
                (timestamp, false)
            );
        }
    }
}
