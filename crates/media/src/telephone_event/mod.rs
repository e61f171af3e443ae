//! Digits as packets: the telephone events of RFC 4733, both ways.

mod receiver;
mod sender;

pub use receiver::{Receiver, Told};
pub use sender::{Full, Sender, Turn};

/// The event of a hook flash: 16 of IANA's registry, which RFC 2833 defined.
pub const FLASH: u8 = 16;

/// The event of a digit: `0`-`9`, `*`, `#`, `A`-`D` in either case (RFC 4733 §3.2, table 3), and
/// `!` for a hook flash, as TAPI writes it.
#[must_use]
pub fn event(digit: char) -> Option<u8> {
    Some(match digit {
        '0'..='9' => digit as u8 - b'0',
        '*' => 10,
        '#' => 11,
        'A'..='D' => digit as u8 - b'A' + 12,
        'a'..='d' => digit as u8 - b'a' + 12,
        '!' => FLASH,
        _ => return None,
    })
}

/// The digit of an event, the reverse of [`event`], in capital letters.
#[must_use]
pub fn digit(event: u8) -> Option<char> {
    Some(match event {
        0..=9 => char::from(b'0' + event),
        10 => '*',
        11 => '#',
        12..=15 => char::from(b'A' + event - 12),
        FLASH => '!',
        _ => return None,
    })
}

/// What one event says of itself (RFC 4733 §2.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Which event.
    pub event: u8,
    /// Whether it is over (E).
    pub end: bool,
    /// Its level, 0..=63, in −dBm0.
    pub volume: u8,
    /// How long it has been so far, in ticks.
    pub duration: u16,
}

impl Block {
    /// The octets of a block.
    pub const LENGTH: usize = 4;

    /// A block as it travels. The reserved bit is 0.
    #[must_use]
    pub fn octets(&self) -> [u8; Block::LENGTH] {
        let [d0, d1] = self.duration.to_be_bytes();
        [
            self.event,
            (u8::from(self.end) << 7) | (self.volume & 0x3F),
            d0,
            d1,
        ]
    }

    /// The blocks of a payload, in their order (RFC 4733 §2.5.1.5); what is less than a block at
    /// its end is ignored.
    pub fn all(payload: &[u8]) -> impl Iterator<Item = Block> + '_ {
        payload.chunks_exact(Block::LENGTH).filter_map(|octets| {
            let &[event, flags, d0, d1] = octets else {
                return None;
            };
            let duration = u16::from_be_bytes([d0, d1]);
            Some(Block {
                event,
                end: flags & 0x80 != 0,
                volume: flags & 0x3F,
                duration,
            })
        })
    }
}

#[cfg(test)]
mod tests;
