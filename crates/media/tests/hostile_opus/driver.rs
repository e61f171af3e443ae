//! Packets of Opus, losses and new streams, all chosen by bytes from outside. Nothing panics, not even
//! where the decoder would catch it, and what is decoded is as long as its packet says.
//!
//! The bytes are one step after the other: 0 and a third of the samples that are lost; 255, where
//! another stream begins; otherwise the octets of a packet, 254 of which stands for two octets that
//! say it.

use tapi3_media::opus::Decoder;
use tapi3_media::session::Sizing;

/// The samples of 120 ms: no packet is longer.
const LONGEST: usize = 1_920;

pub fn run(mut steps: &[u8]) {
    let mut take = |count: usize| {
        let (taken, rest) = steps.split_at(count.min(steps.len()));
        steps = rest;
        taken
    };
    let mut decoder = Decoder::new();
    while let &[step] = take(1) {
        let mut out = [0; LONGEST];
        let length = match step {
            0 => {
                let lost = take(1).first().copied().unwrap_or(0);
                decoder.conceal(&mut out[..usize::from(lost) * 3]);
                0
            }
            254 => match take(2) {
                &[high, low] => usize::from(u16::from_be_bytes([high, low])) % 1_500,
                _ => 0,
            },
            255 => {
                decoder = Decoder::new();
                0
            }
            length => length.into(),
        };
        let packet = take(length);
        let whole = Sizing::Opus.ticks(packet) as usize / 3;
        let made = decoder.decode(packet, &mut out);
        assert!(made == 0 || made == whole, "{made} of {whole}");
        assert_eq!(decoder.panics(), 0);
    }
}
