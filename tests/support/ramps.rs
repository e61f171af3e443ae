//! Sounds that are easily told from any other, in files.

use std::path::{Path, PathBuf};
use tapi3_media::wav::{Coding, Container, Reader, Spec, Writer};

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

/// The samples of a WAV file, as far as it can be read.
#[allow(dead_code, reason = "not every test that makes files reads some")]
pub fn read(path: &Path) -> Vec<i16> {
    let mut reader = Reader::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut samples = vec![0; usize::try_from(reader.frames().unwrap()).unwrap()];
    let count = reader.read(&mut samples).unwrap();
    samples.truncate(count);
    samples
}

/// The numbers from one on.
#[allow(dead_code, reason = "not every test needs these numbers")]
pub fn ramp(count: i16) -> Vec<i16> {
    (1..=count).collect()
}
