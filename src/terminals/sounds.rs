//! Sounds in files, for tests.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tapi3_media::wav::{Coding, Container, Reader, Spec, Writer};

/// Longer than any test waits.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// The disk has done what it can.
#[track_caller]
pub fn settle() {
    assert!(super::files::settle(PATIENCE), "the file thread is stuck");
}

/// Samples of which no two near each other are the same, beginning with this one.
pub fn ramp(first: i16, count: usize) -> Vec<i16> {
    (0..count).map(|at| first.wrapping_add(at as i16)).collect()
}

pub fn sine(rate: u32, hertz: f64, count: usize) -> Vec<i16> {
    let step = std::f64::consts::TAU * hertz / f64::from(rate);
    let sample = |at: usize| ((at as f64 * step).sin() * 10_000.0).round() as i16;
    (0..count).map(sample).collect()
}

/// Makes a file with this sound in it.
pub fn make(path: &Path, rate: u32, samples: &[i16]) -> PathBuf {
    let container = match path.extension().is_some_and(|it| it == "avi") {
        true => Container::Avi,
        false => Container::Wave,
    };
    let spec = Spec {
        container,
        coding: Coding::Pcm16,
        rate,
        channels: 1,
    };
    let mut writer = Writer::new(File::create(path).unwrap(), spec).unwrap();
    writer.write(samples).unwrap();
    writer.finish().unwrap();
    path.to_owned()
}

/// What is in a file, all channels mixed, and its rate.
pub fn read(path: &Path) -> (u32, Vec<i16>) {
    let mut reader = Reader::new(File::open(path).unwrap()).unwrap();
    let mut all = vec![0; 1_000_000];
    let count = reader.read(&mut all).unwrap();
    all.truncate(count);
    (reader.rate(), all)
}

/// How far apart two sounds are, in decibels below the first.
pub fn difference(one: &[i16], two: &[i16]) -> f64 {
    let power = |samples: &mut dyn Iterator<Item = f64>| samples.map(|it| it * it).sum::<f64>();
    let apart = one.iter().zip(two);
    let apart = power(&mut apart.map(|(one, two)| f64::from(*one) - f64::from(*two)));
    10.0 * (apart / power(&mut one.iter().map(|it| f64::from(*it)))).log10()
}
