//! Sounds that are easily told from any other, in files.

use std::path::{Path, PathBuf};
use tapi3_media::wav::{Coding, Container, Spec, Writer};

/// Makes a WAV file with these samples, 8,000 a second.
pub fn make(path: &Path, samples: &[i16]) -> PathBuf {
    let spec = Spec {
        container: Container::Wave,
        coding: Coding::Pcm16,
        rate: 8_000,
        channels: 1,
    };
    let mut writer = Writer::new(std::fs::File::create(path).unwrap(), spec).unwrap();
    writer.write(samples).unwrap();
    writer.finish().unwrap();
    path.to_owned()
}

/// The numbers from one on.
pub fn ramp(count: i16) -> Vec<i16> {
    (1..=count).collect()
}
