//! The codecs that calls use, by one name: what SDP and RTP must know of each, and its state in
//! either direction.

#[cfg(feature = "opus")]
use crate::opus;
use crate::{g711, g722};
use std::fmt;

/// How sound travels. All are one channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Codec {
    /// G.711 mu-law, 8,000 samples a second.
    Pcmu,
    /// G.711 A-law, 8,000 samples a second.
    Pcma,
    /// G.722 at 64 kbit/s, 16,000 samples a second; its RTP clock runs at 8,000 (RFC 3551 §4.5.2).
    G722,
    /// Linear samples, big-endian, 8,000 a second.
    L16Narrow,
    /// Linear samples, big-endian, 16,000 a second.
    L16Wide,
    /// Opus: 16,000 samples a second of what it can; its RTP clock runs at 48,000 whatever it
    /// carries (RFC 7587 §4.1).
    #[cfg(feature = "opus")]
    Opus,
}

impl Codec {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Pcmu,
        Self::Pcma,
        Self::G722,
        Self::L16Narrow,
        Self::L16Wide,
        #[cfg(feature = "opus")]
        Self::Opus,
    ];

    /// The encoding name of `a=rtpmap` (RFC 3551 §6). Compared without regard to case.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pcmu => "PCMU",
            Self::Pcma => "PCMA",
            Self::G722 => "G722",
            Self::L16Narrow | Self::L16Wide => "L16",
            #[cfg(feature = "opus")]
            Self::Opus => "opus",
        }
    }

    /// Units of the RTP timestamp a second, as in `a=rtpmap`. Not always the rate of the samples.
    #[must_use]
    pub const fn clock_rate(self) -> u32 {
        match self {
            Self::Pcmu | Self::Pcma | Self::G722 | Self::L16Narrow => 8_000,
            Self::L16Wide => 16_000,
            #[cfg(feature = "opus")]
            Self::Opus => 48_000,
        }
    }

    /// Samples a second, of what is given to the encoder and what the decoder gives.
    #[must_use]
    pub const fn sample_rate(self) -> u32 {
        match self {
            Self::Pcmu | Self::Pcma | Self::L16Narrow => 8_000,
            Self::G722 | Self::L16Wide => 16_000,
            #[cfg(feature = "opus")]
            Self::Opus => opus::RATE,
        }
    }

    /// The payload type that needs no `a=rtpmap` (RFC 3551 §6), if there is one.
    #[must_use]
    pub const fn static_payload_type(self) -> Option<u8> {
        match self {
            Self::Pcmu => Some(0),
            Self::Pcma => Some(8),
            Self::G722 => Some(9),
            // The static ones of L16 run at 44,100.
            Self::L16Narrow | Self::L16Wide => None,
            #[cfg(feature = "opus")]
            Self::Opus => None,
        }
    }

    /// The codec of a payload type that was not mapped to anything.
    #[must_use]
    pub fn from_static_payload_type(payload_type: u8) -> Option<Self> {
        let same = |codec: &&Self| codec.static_payload_type() == Some(payload_type);
        Self::ALL.iter().find(same).copied()
    }

    /// The channels of `a=rtpmap`: one, and for Opus two, whatever it carries (RFC 7587 §7).
    #[must_use]
    pub const fn channels(self) -> u32 {
        match self {
            #[cfg(feature = "opus")]
            Self::Opus => 2,
            _ => 1,
        }
    }

    /// The codec of an `a=rtpmap` with this name, clock rate and number of channels (1 where none
    /// is told).
    #[must_use]
    pub fn from_rtpmap(name: &str, clock_rate: u32, channels: u32) -> Option<Self> {
        let same = |codec: &&Self| {
            codec.name().eq_ignore_ascii_case(name) && codec.clock_rate() == clock_rate
        };
        Self::ALL
            .iter()
            .find(same)
            .copied()
            .filter(|codec| channels == codec.channels())
    }

    /// How many samples a millisecond has.
    #[must_use]
    pub const fn samples_per_ms(self) -> usize {
        (self.sample_rate() / 1_000) as usize
    }

    /// How many bytes a millisecond is encoded in, for those that have a constant rate.
    #[must_use]
    pub const fn bytes_per_ms(self) -> Option<usize> {
        match self {
            Self::Pcmu | Self::Pcma | Self::G722 => Some(8),
            Self::L16Narrow => Some(16),
            Self::L16Wide => Some(32),
            #[cfg(feature = "opus")]
            Self::Opus => None,
        }
    }

    /// The packet that we send where one of so many milliseconds is wanted: whole pieces of 10 ms,
    /// 60 at most; Opus has frames of 10, 20, 40 and 60 (RFC 6716 §2.1.4).
    #[must_use]
    pub const fn packet_ms(self, wanted: u16) -> u16 {
        let whole = match wanted {
            0..20 => 10,
            60.. => 60,
            _ => wanted / 10 * 10,
        };
        match self {
            #[cfg(feature = "opus")]
            Self::Opus if whole == 30 || whole == 50 => whole - 10,
            _ => whole,
        }
    }

    /// How many samples one payload may be decoded to at most, in pieces as the jitter buffer gives
    /// them.
    #[must_use]
    pub const fn longest_piece(self) -> usize {
        match self {
            // A packet is decoded whole, and lasts 120 ms at most (RFC 6716 §3.2.5).
            #[cfg(feature = "opus")]
            Self::Opus => self.samples_per_ms() * 120,
            _ => self.samples_per_ms() * 20,
        }
    }

    /// By how much the RTP timestamp goes on over so many samples.
    #[must_use]
    pub const fn ticks(self, samples: usize) -> u32 {
        let ticks = samples as u64 * self.clock_rate() as u64 / self.sample_rate() as u64;
        // A timestamp wraps around.
        ticks as u32
    }

    /// How many samples there are in so many units of the RTP timestamp.
    #[must_use]
    pub const fn samples(self, ticks: u32) -> u64 {
        ticks as u64 * self.sample_rate() as u64 / self.clock_rate() as u64
    }
}

/// Makes what is sent. Its state is for one direction of one call.
pub struct Encoder(Encoding);

// A call has one, and makes it without asking for memory.
#[allow(clippy::large_enum_variant)]
enum Encoding {
    Pcmu,
    Pcma,
    G722(g722::Encoder),
    L16(Codec),
    #[cfg(feature = "opus")]
    Opus(opus::Encoder),
}

impl Encoder {
    /// An encoder that has heard nothing yet. Allocates nothing; Opus does with the first sound.
    #[must_use]
    pub fn new(codec: Codec) -> Self {
        Self(match codec {
            Codec::Pcmu => Encoding::Pcmu,
            Codec::Pcma => Encoding::Pcma,
            Codec::G722 => Encoding::G722(g722::Encoder::new()),
            Codec::L16Narrow | Codec::L16Wide => Encoding::L16(codec),
            #[cfg(feature = "opus")]
            Codec::Opus => Encoding::Opus(opus::Encoder::new()),
        })
    }

    /// Which codec it is.
    #[must_use]
    pub fn codec(&self) -> Codec {
        match &self.0 {
            Encoding::Pcmu => Codec::Pcmu,
            Encoding::Pcma => Codec::Pcma,
            Encoding::G722(_) => Codec::G722,
            Encoding::L16(codec) => *codec,
            #[cfg(feature = "opus")]
            Encoding::Opus(_) => Codec::Opus,
        }
    }

    /// Encodes samples at [`Codec::sample_rate`] until they or the room for bytes are used up; any
    /// number of whole milliseconds comes out whole. G.722 leaves an odd sample at the end out. Opus
    /// makes one packet of them, of one of its lengths. Returns the number of bytes written.
    pub fn encode(&mut self, samples: &[i16], out: &mut [u8]) -> usize {
        match &mut self.0 {
            Encoding::Pcmu => each(samples, out, g711::to_mu_law),
            Encoding::Pcma => each(samples, out, g711::to_a_law),
            Encoding::G722(state) => state.encode(samples, out),
            Encoding::L16(_) => {
                let pairs = samples.iter().zip(out.chunks_exact_mut(2));
                2 * count(pairs, |sample, bytes| {
                    bytes.copy_from_slice(&sample.to_be_bytes())
                })
            }
            #[cfg(feature = "opus")]
            Encoding::Opus(state) => state.encode(samples, out),
        }
    }
}

impl fmt::Debug for Encoder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Encoder").field(&self.codec()).finish()
    }
}

/// Reads what is received. Its state is for one direction of one call.
pub struct Decoder(Decoding);

// A call has one, and makes it without asking for memory.
#[allow(clippy::large_enum_variant)]
enum Decoding {
    Pcmu,
    Pcma,
    G722(g722::Decoder),
    L16(Codec),
    #[cfg(feature = "opus")]
    Opus(opus::Decoder),
}

impl Decoder {
    /// A decoder that has heard nothing yet. Allocates nothing; Opus does with the first packet.
    #[must_use]
    pub fn new(codec: Codec) -> Self {
        Self(match codec {
            Codec::Pcmu => Decoding::Pcmu,
            Codec::Pcma => Decoding::Pcma,
            Codec::G722 => Decoding::G722(g722::Decoder::new()),
            Codec::L16Narrow | Codec::L16Wide => Decoding::L16(codec),
            #[cfg(feature = "opus")]
            Codec::Opus => Decoding::Opus(opus::Decoder::new()),
        })
    }

    /// Which codec it is.
    #[must_use]
    pub fn codec(&self) -> Codec {
        match &self.0 {
            Decoding::Pcmu => Codec::Pcmu,
            Decoding::Pcma => Codec::Pcma,
            Decoding::G722(_) => Codec::G722,
            Decoding::L16(codec) => *codec,
            #[cfg(feature = "opus")]
            Decoding::Opus(_) => Codec::Opus,
        }
    }

    /// Decodes bytes until they or the room for samples are used up. All bytes mean something, but
    /// to Opus, of which a packet that is none gives nothing; L16 leaves an odd one at the end out.
    /// Returns the number of samples written, at [`Codec::sample_rate`].
    pub fn decode(&mut self, bytes: &[u8], out: &mut [i16]) -> usize {
        match &mut self.0 {
            Decoding::Pcmu => each(bytes, out, g711::from_mu_law),
            Decoding::Pcma => each(bytes, out, g711::from_a_law),
            Decoding::G722(state) => state.decode(bytes, out),
            Decoding::L16(_) => {
                let pairs = bytes.chunks_exact(2).zip(out);
                count(pairs, |bytes, sample| {
                    if let &[high, low] = bytes {
                        *sample = i16::from_be_bytes([high, low]);
                    }
                })
            }
            #[cfg(feature = "opus")]
            Decoding::Opus(state) => state.decode(bytes, out),
        }
    }

    /// Makes up sound that is missing, if the codec knows how to. Returns whether it did.
    #[cfg_attr(
        not(feature = "opus"),
        expect(unused_variables, reason = "no other codec knows")
    )]
    pub fn conceal(&mut self, out: &mut [i16]) -> bool {
        match &mut self.0 {
            Decoding::Pcmu | Decoding::Pcma | Decoding::G722(_) | Decoding::L16(_) => false,
            #[cfg(feature = "opus")]
            Decoding::Opus(state) => {
                state.conceal(out);
                true
            }
        }
    }
}

impl fmt::Debug for Decoder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Decoder").field(&self.codec()).finish()
    }
}

/// Fills one slice from another, one by one.
fn each<From: Copy, To>(from: &[From], to: &mut [To], change: impl Fn(From) -> To) -> usize {
    count(from.iter().zip(to), |from, to| *to = change(*from))
}

/// Does something with all pairs. Returns how many there were.
fn count<A, B>(pairs: impl Iterator<Item = (A, B)>, mut with: impl FnMut(A, B)) -> usize {
    pairs.map(|(a, b)| with(a, b)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_codec_is_found_by_what_is_said_of_it() {
        for &codec in Codec::ALL {
            let name = codec.name().to_lowercase();
            let channels = codec.channels();
            let found = Codec::from_rtpmap(&name, codec.clock_rate(), channels);
            assert_eq!(found, Some(codec));
            let other = Codec::from_rtpmap(&name, codec.clock_rate(), 3 - channels);
            assert_eq!(other, None);
            if let Some(payload_type) = codec.static_payload_type() {
                assert_eq!(Codec::from_static_payload_type(payload_type), Some(codec));
            }
        }
        assert_eq!(Codec::from_rtpmap("G722", 16_000, 1), None);
        assert_eq!(Codec::from_rtpmap("L16", 44_100, 1), None);
        assert_eq!(Codec::from_static_payload_type(3), None);
        assert_eq!(Codec::from_static_payload_type(96), None);
    }

    #[test]
    fn every_length_of_packet_goes_through_whole() {
        for &codec in Codec::ALL {
            let (mut encoder, mut decoder) = (Encoder::new(codec), Decoder::new(codec));
            assert_eq!((encoder.codec(), decoder.codec()), (codec, codec));
            let Some(bytes_per_ms) = codec.bytes_per_ms() else {
                continue;
            };
            for ms in 10..=60 {
                let samples: Vec<i16> = (0..codec.samples_per_ms() * ms)
                    .map(|at| ((at as f64 * 0.3).sin() * 8_000.0) as i16)
                    .collect();
                let mut bytes = vec![0; bytes_per_ms * ms];
                assert_eq!(encoder.encode(&samples, &mut bytes), bytes.len());
                let mut out = vec![0; samples.len()];
                assert_eq!(decoder.decode(&bytes, &mut out), out.len());
                assert_eq!(
                    codec.ticks(samples.len()),
                    codec.clock_rate() / 1_000 * ms as u32
                );
                assert_eq!(
                    codec.samples(codec.ticks(samples.len())),
                    samples.len() as u64
                );
                if !matches!(codec, Codec::G722) {
                    let near = |(a, b): (&i16, &i16)| a.abs_diff(*b) <= 256;
                    assert!(samples.iter().zip(&out).all(near), "{codec:?}");
                }
            }
        }
    }

    #[test]
    fn a_packet_is_whole_pieces_of_10_ms() {
        for (wanted, whole) in [(0, 10), (5, 10), (25, 20), (30, 30), (59, 50), (200, 60)] {
            assert_eq!(Codec::Pcmu.packet_ms(wanted), whole);
        }
    }

    #[test]
    fn linear_samples_are_big_endian() {
        let mut encoder = Encoder::new(Codec::L16Wide);
        let mut bytes = [9; 5];
        assert_eq!(encoder.encode(&[0x1234, -2, 7], &mut bytes), 4);
        assert_eq!(bytes, [0x12, 0x34, 0xff, 0xfe, 9]);
        let mut samples = [0; 3];
        assert_eq!(Decoder::new(Codec::L16Wide).decode(&bytes, &mut samples), 2);
        assert_eq!(samples, [0x1234, -2, 0]);
    }

    #[test]
    fn the_shorter_side_counts() {
        for &codec in Codec::ALL {
            if codec.bytes_per_ms().is_none() {
                continue;
            }
            let (mut bytes, mut samples) = ([0; 8], [0; 3]);
            assert_eq!(Encoder::new(codec).encode(&[1; 100], &mut bytes), 8);
            assert!(Decoder::new(codec).decode(&bytes, &mut samples) >= 2);
            assert_eq!(Encoder::new(codec).encode(&[], &mut bytes), 0);
            assert_eq!(Decoder::new(codec).decode(&bytes, &mut []), 0);
        }
    }
}
