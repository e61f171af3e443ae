//! What the settings of a line say about its sound.

use super::ports::Range;
use super::settings::{Settings, Transport};
use super::sound::{Digits, Manners, Music};
use crate::settings::{Wrong, check_time};
use serde::{Deserialize, Deserializer, de::Error};
use tapi3_sip::sdp::{Codec as Known, Codecs, Media, Security};

/// A codec, as settings name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Codec {
    /// G.711 mu-law.
    Pcmu,
    /// G.711 A-law.
    Pcma,
    /// G.722, which has twice the bandwidth.
    G722,
    /// Linear samples, at 8 kHz.
    L16,
    /// Linear samples, at 16 kHz.
    L16Wide,
    /// Opus, of which we have what has 16,000 samples a second.
    Opus,
}

impl Codec {
    const ALL: [Self; 6] = [
        Codec::Pcmu,
        Codec::Pcma,
        Codec::G722,
        Codec::L16,
        Codec::L16Wide,
        Codec::Opus,
    ];

    /// In the order of `ALL`.
    const NAMES: [&'static str; 6] = ["PCMU", "PCMA", "G722", "L16", "L16/16000", "opus"];
}

/// By its encoding name, in which case does not matter (RFC 4855 §3).
impl<'de> Deserialize<'de> for Codec {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let name = String::deserialize(from)?;
        let mut known = Self::ALL.into_iter().zip(Self::NAMES);
        known
            .find(|(_, known)| known.eq_ignore_ascii_case(&name))
            .map(|(codec, _)| codec)
            .ok_or_else(|| D::Error::unknown_variant(&name, &Self::NAMES))
    }
}

/// How digits are sent, as settings name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Dtmf {
    /// As telephone events where the far end takes them, else by INFO where it takes that, else as
    /// sound.
    #[default]
    Auto,
    /// As telephone events (RFC 4733).
    Rfc4733,
    /// By INFO.
    Info,
    /// As sound.
    Inband,
}

/// Whether a caller hears us before the answer (RFC 3960), as settings name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum EarlyMedia {
    /// Never.
    #[default]
    Off,
    /// As soon as something is played to it.
    WhenPlayed,
    /// From the beginning, instead of being told that it rings.
    AtOnce,
}

/// Whether sound is protected, as settings name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Srtp {
    /// Never.
    Off,
    /// Where signalling goes over TLS and the far end can.
    #[default]
    Offer,
    /// Always.
    Require,
    /// Where the far end can, whatever signalling goes over: whoever reads it has the keys.
    OfferInClear,
    /// Always, whatever signalling goes over.
    RequireInClear,
}

impl Srtp {
    /// Whether keys are told where others can read them.
    pub(super) fn is_in_clear(self) -> bool {
        matches!(self, Srtp::OfferInClear | Srtp::RequireInClear)
    }
}

impl Codec {
    fn known(self) -> Known {
        match self {
            Codec::Pcmu => Known::Pcmu,
            Codec::Pcma => Known::Pcma,
            Codec::G722 => Known::G722,
            Codec::L16 => Known::L16,
            Codec::L16Wide => Known::L16Wide,
            Codec::Opus => Known::Opus,
        }
    }
}

impl Settings {
    /// Checks what is said of sound, without looking at any file.
    pub(super) fn check_sound(&self) -> Result<(), Wrong> {
        if self.codecs.as_ref().is_some_and(Vec::is_empty) {
            return Err(Wrong::new("codecs", "names no codec".to_owned()));
        }
        let has_opus = |codecs: &Vec<Codec>| codecs.contains(&Codec::Opus);
        if !cfg!(feature = "opus") && self.codecs.as_ref().is_some_and(has_opus) {
            let what = "this build knows no Opus (the cargo feature opus)".to_owned();
            return Err(Wrong::new("codecs", what));
        }
        if self.ptime % 10 != 0 || !(10..=60).contains(&self.ptime) {
            let what = "is none of 10, 20, 30, 40, 50 and 60".to_owned();
            return Err(Wrong::new("ptime", what));
        }
        self.rtp_ports()?;
        if !self.media_timeout.is_zero() {
            check_time("media_timeout", self.media_timeout, "1s", "1h")?;
        }
        if self.srtp == Srtp::Require && self.transport != Transport::Tls {
            let what = "needs transport = \"tls\": the keys are in the messages".to_owned();
            return Err(Wrong::new("srtp", what));
        }
        Ok(())
    }

    /// The ports that the line's sound may arrive at, if not any.
    pub(super) fn rtp_ports(&self) -> Result<Option<Range>, Wrong> {
        let read = self.rtp_ports.as_deref().map(Range::read).transpose();
        read.map_err(|what| Wrong::new("rtp_ports", what.to_owned()))
    }

    /// What the line does with sound, beyond what it negotiates. Reads the music.
    pub(super) fn manners(&self) -> Result<Manners, Wrong> {
        let music = self.music_on_hold.as_ref().map(|path| {
            let wrong = |what| Wrong::new("music_on_hold", what);
            Music::read(path).map_err(wrong)
        });
        Ok(Manners {
            digits: match self.dtmf {
                Dtmf::Auto => Digits::Auto,
                Dtmf::Rfc4733 => Digits::Events,
                Dtmf::Info => Digits::Info,
                Dtmf::Inband => Digits::Sound,
            },
            patience: (!self.media_timeout.is_zero()).then_some(self.media_timeout),
            hangs_up: self.media_timeout_hangs_up,
            music: music.transpose()?,
        })
    }

    /// What the line negotiates for sound.
    pub(super) fn media(&self) -> Media {
        let (codecs, offered) = match self.codecs.as_deref() {
            // Linear samples are taken from those who want them, and not asked for: they need eight
            // times what others do. So is Opus, which needs more memory and time than all others.
            None => {
                let is_built_in = |codec: &Known| cfg!(feature = "opus") || *codec != Known::Opus;
                (Codecs::new(Known::ALL.into_iter().filter(is_built_in)), 3)
            }
            Some(codecs) => {
                let codecs = Codecs::new(codecs.iter().map(|codec| codec.known()));
                (codecs, codecs.iter().count())
            }
        };
        Media {
            sends: true,
            events: matches!(self.dtmf, Dtmf::Auto | Dtmf::Rfc4733),
            codecs,
            offered,
            prefers: self.codecs.is_some(),
            noise: self.comfort_noise,
            shares_port: true,
            ptime: self.ptime,
            security: match self.srtp {
                Srtp::Off => Security::Off,
                Srtp::Offer | Srtp::OfferInClear => Security::Offered,
                Srtp::Require | Srtp::RequireInClear => Security::Required,
            },
            in_clear: self.srtp.is_in_clear(),
        }
    }
}
