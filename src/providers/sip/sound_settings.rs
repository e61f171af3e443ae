//! What the settings of a line say about its sound.

use super::settings::Settings;
use serde::Deserialize;
use tapi3_sip::sdp::{Codecs, Media};

/// A codec, as settings name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub enum Codec {
    /// G.711 mu-law.
    #[serde(rename = "PCMU")]
    Pcmu,
    /// G.711 A-law.
    #[serde(rename = "PCMA")]
    Pcma,
    /// G.722, which has twice the bandwidth.
    #[serde(rename = "G722")]
    G722,
    /// Linear samples, at 8 kHz.
    #[serde(rename = "L16")]
    L16,
    /// Linear samples, at 16 kHz.
    #[serde(rename = "L16/16000")]
    L16Wide,
}

use tapi3_sip::sdp::Codec as Known;

impl Codec {
    fn known(self) -> Known {
        match self {
            Codec::Pcmu => Known::Pcmu,
            Codec::Pcma => Known::Pcma,
            Codec::G722 => Known::G722,
            Codec::L16 => Known::L16,
            Codec::L16Wide => Known::L16Wide,
        }
    }
}

impl Settings {
    /// What the line does with sound.
    pub(super) fn media(&self) -> Media {
        let (codecs, offered) = match self.codecs.as_deref() {
            // Linear samples are taken from those who want them, and not asked for: they need eight
            // times what others do.
            None => (Codecs::new(Known::ALL), 3),
            Some(codecs) => {
                let codecs = Codecs::new(codecs.iter().map(|codec| codec.known()));
                (codecs, codecs.iter().count())
            }
        };
        Media {
            sends: true,
            events: true,
            codecs,
            offered,
            prefers: self.codecs.is_some(),
            noise: self.comfort_noise,
            shares_port: true,
            ptime: self.ptime,
        }
    }
}
