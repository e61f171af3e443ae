//! Luck: tags, branches and Call-IDs that nobody guesses (RFC 3261 §8.1.1.7, §19.3).

/// Fills a buffer.
type Fill = Box<dyn FnMut(&mut [u8]) + Send>;

/// A source of random bytes, fetched in blocks.
pub struct Random {
    fill: Fill,
    block: [u8; 512],
    used: usize,
}

const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

impl Random {
    /// `fill` fills a buffer with bytes that nobody can guess.
    pub fn new(fill: impl FnMut(&mut [u8]) + Send + 'static) -> Self {
        Random {
            fill: Box::new(fill),
            block: [0; 512],
            used: 512,
        }
    }

    /// One that is the same each time, for tests.
    pub fn seeded(seed: u64) -> Self {
        let mut state = seed;
        Random::new(move |bytes| {
            for byte in bytes {
                // SplitMix64.
                state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
                let mut z = state;
                z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
                z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
                *byte = (z >> 56) as u8;
            }
        })
    }

    /// The next byte.
    pub fn byte(&mut self) -> u8 {
        if self.used >= self.block.len() {
            (self.fill)(&mut self.block);
            self.used = 0;
        }
        let byte = self.block.get(self.used).copied().unwrap_or_default();
        self.used += 1;
        byte
    }

    /// A number below 2^32.
    pub fn number(&mut self) -> u32 {
        u32::from_le_bytes([self.byte(), self.byte(), self.byte(), self.byte()])
    }

    /// Appends so many letters and digits, five bits each.
    pub fn text_into(&mut self, out: &mut Vec<u8>, letters: usize) {
        out.extend((0..letters).map(|_| {
            let index = usize::from(self.byte() & 31);
            LETTERS.get(index).copied().unwrap_or_default()
        }));
    }

    /// A text of so many letters and digits.
    pub fn text(&mut self, letters: usize) -> String {
        let mut out = Vec::with_capacity(letters);
        self.text_into(&mut out, letters);
        String::from_utf8(out).unwrap_or_default()
    }
}
