//! Formats of sound: WAVEFORMATEX in a media type, and as an object for Automation clients.
//!
//! Source: the WAVEFORMATEX page (mmeapi.h), the FORMAT_WaveFormatEx and MEDIASUBTYPE_PCM pages of
//! DirectShow, and the ITScriptableAudioFormat page (tapi3if.h).

use crate::com::abi::*;
use crate::com::interfaces::*;
use crate::com::{Error, MediaType, OK, Object, Ref, Result, Success, TaskMediaType, com_class};
use std::sync::Mutex;
use tapi3_common::sync::lock;

/// WAVE_FORMAT_PCM.
pub(super) const PCM: u16 = 1;
/// WAVE_FORMAT_ALAW.
pub(super) const A_LAW: u16 = 6;
/// WAVE_FORMAT_MULAW.
pub(super) const MU_LAW: u16 = 7;

/// Bytes of a WAVEFORMATEX without what may follow it.
const LENGTH: usize = 18;

/// A four-character code as DirectShow makes a GUID of it.
const fn code_guid(code: u32) -> GUID {
    GUID {
        Data1: code,
        Data2: 0,
        Data3: 0x10,
        Data4: [0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71],
    }
}

/// MEDIATYPE_Audio.
const AUDIO: GUID = code_guid(u32::from_le_bytes(*b"auds"));

/// FORMAT_WaveFormatEx.
const WAVE_FORMAT: GUID = GUID {
    Data1: 0x0558_9F81,
    Data2: 0xC356,
    Data3: 0x11CE,
    Data4: [0xBF, 0x01, 0x00, 0xAA, 0x00, 0x55, 0x59, 0x5A],
};

/// What WAVEFORMATEX says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Wave {
    /// WAVE_FORMAT_*.
    pub(super) tag: u16,
    pub(super) channels: u16,
    /// Samples a second, of each channel.
    pub(super) rate: u32,
    /// Bytes a second.
    pub(super) speed: u32,
    /// Bytes of a sample of all channels.
    pub(super) block: u16,
    /// Bits of a sample of one channel.
    pub(super) bits: u16,
}

impl Wave {
    /// Sound whose samples all have one size.
    pub(super) fn new(tag: u16, channels: u16, rate: u32, bits: u16) -> Self {
        let block = channels.saturating_mul(bits / 8);
        Wave {
            tag,
            channels,
            rate,
            speed: rate.saturating_mul(u32::from(block)),
            block,
            bits,
        }
    }

    /// As the first bytes of a WAVEFORMATEX say it.
    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let [
            t1,
            t2,
            c1,
            c2,
            r1,
            r2,
            r3,
            r4,
            s1,
            s2,
            s3,
            s4,
            a1,
            a2,
            b1,
            b2,
        ] = *bytes.first_chunk()?;
        Some(Wave {
            tag: u16::from_le_bytes([t1, t2]),
            channels: u16::from_le_bytes([c1, c2]),
            rate: u32::from_le_bytes([r1, r2, r3, r4]),
            speed: u32::from_le_bytes([s1, s2, s3, s4]),
            block: u16::from_le_bytes([a1, a2]),
            bits: u16::from_le_bytes([b1, b2]),
        })
    }

    fn to_bytes(self) -> [u8; LENGTH] {
        let ([t1, t2], [c1, c2]) = (self.tag.to_le_bytes(), self.channels.to_le_bytes());
        let ([r1, r2, r3, r4], [s1, s2, s3, s4]) =
            (self.rate.to_le_bytes(), self.speed.to_le_bytes());
        let ([a1, a2], [b1, b2]) = (self.block.to_le_bytes(), self.bits.to_le_bytes());
        [
            t1, t2, c1, c2, r1, r2, r3, r4, s1, s2, s3, s4, a1, a2, b1, b2, 0, 0,
        ]
    }

    /// What a program gives us; FORMAT_WaveFormatEx only.
    pub(super) fn from_media_type(media: &MediaType<'_>) -> Result<Self> {
        if media.format_type != WAVE_FORMAT {
            return Err(Error::invalid_argument(
                "The media type must have a WAVEFORMATEX (FORMAT_WaveFormatEx).",
            ));
        }
        Wave::from_bytes(media.format).ok_or(Error::invalid_argument(
            "The WAVEFORMATEX of the media type is too short.",
        ))
    }

    /// What a program is given; it frees it.
    pub(super) fn to_media_type(self) -> Result<TaskMediaType> {
        let media = MediaType {
            major: AUDIO,
            subtype: code_guid(u32::from(self.tag)),
            sample_size: u32::from(self.block),
            format_type: WAVE_FORMAT,
            format: &self.to_bytes(),
        };
        media.to_task_memory()
    }
}

/// A format for Automation clients, which set its fields one by one; nothing is checked before it is
/// used.
pub(super) struct AudioFormat {
    wave: Mutex<Wave>,
}

com_class!(AudioFormat: ITScriptableAudioFormat);

impl AudioFormat {
    pub(super) fn create(wave: Wave) -> Result<Ref<Self>> {
        Object::new(AudioFormat {
            wave: Mutex::new(wave),
        })
    }

    pub(super) fn wave(&self) -> Wave {
        *lock(&self.wave)
    }

    fn set<T: TryFrom<LONG>>(
        &self,
        value: LONG,
        field: impl FnOnce(&mut Wave) -> &mut T,
    ) -> Result<Success> {
        let value = T::try_from(value).map_err(|_| {
            Error::invalid_argument("The number does not fit into its field of WAVEFORMATEX.")
        })?;
        *field(&mut lock(&self.wave)) = value;
        Ok(OK)
    }
}

fn as_long(number: u32) -> LONG {
    LONG::try_from(number).unwrap_or(LONG::MAX)
}

impl ITScriptableAudioFormatImpl for Object<AudioFormat> {
    fn get_channels(&self) -> Result<LONG> {
        Ok(self.wave().channels.into())
    }

    fn put_channels(&self, value: LONG) -> Result<Success> {
        self.set(value, |wave| &mut wave.channels)
    }

    fn get_samples_per_sec(&self) -> Result<LONG> {
        Ok(as_long(self.wave().rate))
    }

    fn put_samples_per_sec(&self, value: LONG) -> Result<Success> {
        self.set(value, |wave| &mut wave.rate)
    }

    fn get_avg_bytes_per_sec(&self) -> Result<LONG> {
        Ok(as_long(self.wave().speed))
    }

    fn put_avg_bytes_per_sec(&self, value: LONG) -> Result<Success> {
        self.set(value, |wave| &mut wave.speed)
    }

    fn get_block_align(&self) -> Result<LONG> {
        Ok(self.wave().block.into())
    }

    fn put_block_align(&self, value: LONG) -> Result<Success> {
        self.set(value, |wave| &mut wave.block)
    }

    fn get_bits_per_sample(&self) -> Result<LONG> {
        Ok(self.wave().bits.into())
    }

    fn put_bits_per_sample(&self, value: LONG) -> Result<Success> {
        self.set(value, |wave| &mut wave.bits)
    }

    fn get_format_tag(&self) -> Result<LONG> {
        Ok(self.wave().tag.into())
    }

    fn put_format_tag(&self, value: LONG) -> Result<Success> {
        self.set(value, |wave| &mut wave.tag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_lies_as_windows_lays_it() {
        let wave = Wave::new(PCM, 1, 8_000, 16);
        let bytes = wave.to_bytes();
        assert_eq!(
            bytes,
            [
                1, 0, 1, 0, 0x40, 0x1f, 0, 0, 0x80, 0x3e, 0, 0, 2, 0, 16, 0, 0, 0
            ]
        );
        assert_eq!(Wave::from_bytes(&bytes), Some(wave));
        assert_eq!(Wave::from_bytes(&bytes[..15]), None);
    }
}
