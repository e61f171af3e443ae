//! The codecs that we know, and the numbers that a session gives them.

use smallvec::SmallVec;

/// A codec that we know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Codec {
    /// G.711 µ-law.
    Pcmu,
    /// G.711 A-law.
    Pcma,
    /// G.722: samples at 16 kHz, and a clock that says 8,000 (RFC 3551 §4.5.2).
    G722,
    /// Linear samples at 8 kHz.
    L16,
    /// Linear samples at 16 kHz.
    L16Wide,
    /// Opus: a clock of 48,000 and two channels, whatever it carries (RFC 7587 §7).
    Opus,
}

impl Codec {
    /// All of them.
    pub const ALL: [Codec; 6] = [
        Codec::Pcmu,
        Codec::Pcma,
        Codec::G722,
        Codec::L16,
        Codec::L16Wide,
        Codec::Opus,
    ];

    /// The static payload type (RFC 3551 §6), if there is one.
    pub const fn payload(self) -> Option<u8> {
        match self {
            Codec::Pcmu => Some(0),
            Codec::Pcma => Some(8),
            Codec::G722 => Some(9),
            Codec::L16 | Codec::L16Wide | Codec::Opus => None,
        }
    }

    /// As an rtpmap spells it.
    pub const fn text(self) -> &'static str {
        match self {
            Codec::Pcmu => "PCMU/8000",
            Codec::Pcma => "PCMA/8000",
            Codec::G722 => "G722/8000",
            Codec::L16 => "L16/8000",
            Codec::L16Wide => "L16/16000",
            Codec::Opus => "opus/48000/2",
        }
    }

    /// What an fmtp says of us: of Opus we say and hear no more than wideband (RFC 7587 §6.1). What
    /// that of a far end says is a hint, and not looked at.
    pub(super) const fn parameters(self) -> Option<&'static str> {
        match self {
            Codec::Opus => Some("maxplaybackrate=16000;sprop-maxcapturerate=16000"),
            _ => None,
        }
    }

    /// Units of the RTP timestamp a second.
    pub const fn clock(self) -> u32 {
        match self {
            Codec::L16Wide => 16_000,
            Codec::Opus => 48_000,
            _ => 8_000,
        }
    }

    /// The codec of an rtpmap's encoding and clock.
    pub(super) fn of(encoding: &str) -> Option<Self> {
        let same = |codec: &Codec| codec.text().eq_ignore_ascii_case(encoding);
        Codec::ALL.into_iter().find(same)
    }

    /// The codec of a payload type that was not mapped to anything.
    pub(super) fn of_payload(payload: u8) -> Option<Self> {
        let same = |codec: &Codec| codec.payload() == Some(payload);
        Codec::ALL.into_iter().find(same)
    }
}

/// Codecs, the preferred one first, each once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Codecs([Option<Codec>; Codec::ALL.len()]);

impl Codecs {
    /// Both forms of G.711.
    pub const G711: Codecs = {
        let mut list = [None; Codec::ALL.len()];
        list[0] = Some(Codec::Pcmu);
        list[1] = Some(Codec::Pcma);
        Codecs(list)
    };

    /// These, in this order; what comes again does not count.
    pub fn new(codecs: impl IntoIterator<Item = Codec>) -> Self {
        let mut list = Codecs([None; Codec::ALL.len()]);
        for codec in codecs {
            if list.place(codec).is_none() {
                if let Some(free) = list.0.iter_mut().find(|place| place.is_none()) {
                    *free = Some(codec);
                }
            }
        }
        list
    }

    /// In their order.
    pub fn iter(&self) -> impl Iterator<Item = Codec> + '_ {
        self.0.iter().copied().flatten()
    }

    /// Where a codec stands among them.
    pub fn place(&self, codec: Codec) -> Option<usize> {
        self.iter().position(|one| one == codec)
    }
}

/// A codec under the number that a session gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Format {
    pub payload: u8,
    pub codec: Codec,
}

/// Formats, the preferred one first.
pub type Formats = SmallVec<[Format; 4]>;

/// Telephone events under the number that a session gives them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Events {
    pub payload: u8,
    /// Units of their durations a second.
    pub clock: u32,
}

/// Telephone events of several clocks.
pub type EventsList = SmallVec<[Events; 2]>;
