//! Which packets were there before (RFC 3711 §3.3.2): a window of 128 numbers.

/// The numbers that were seen.
#[derive(Clone, Debug, Default)]
pub(super) struct Window {
    highest: u64,
    /// Bit 0 is `highest`; 0 before the first.
    seen: u128,
}

impl Window {
    /// The highest number, if there was one.
    pub(super) fn highest(&self) -> Option<u64> {
        (self.seen != 0).then_some(self.highest)
    }

    /// Whether a packet with this number may be new. Changes nothing.
    pub(super) fn is_new(&self, number: u64) -> bool {
        if self.seen == 0 || number > self.highest {
            return true;
        }
        let bit = u32::try_from(self.highest - number)
            .ok()
            .and_then(|bit| 1u128.checked_shl(bit));
        bit.is_some_and(|bit| self.seen & bit == 0)
    }

    /// A packet with this number was found authentic.
    pub(super) fn note(&mut self, number: u64) {
        if self.seen == 0 {
            *self = Window {
                highest: number,
                seen: 1,
            };
        } else if number > self.highest {
            let by = u32::try_from(number - self.highest).unwrap_or(u32::MAX);
            self.seen = self.seen.checked_shl(by).unwrap_or(0) | 1;
            self.highest = number;
        } else if let Ok(bit) = u32::try_from(self.highest - number) {
            self.seen |= 1u128.checked_shl(bit).unwrap_or(0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_number_is_new_once_and_the_oldest_never() {
        let mut window = Window::default();
        assert_eq!(window.highest(), None);
        assert!(window.is_new(0));
        for number in [200, 100, 201, 74, 202, 150] {
            assert!(window.is_new(number), "{number}");
            window.note(number);
            assert!(!window.is_new(number), "{number}");
        }
        assert_eq!(window.highest(), Some(202));
        assert!(window.is_new(75));
        assert!(!window.is_new(74), "128 behind");
        window.note(10_000);
        assert!(!window.is_new(202));
        assert!(window.is_new(9_999));
    }
}
