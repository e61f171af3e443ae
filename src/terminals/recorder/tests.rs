use super::*;
use crate::terminals::sounds::{PATIENCE, difference, ramp, read, settle, sine};
use std::path::PathBuf;
use tempfile::{TempDir, tempdir};

const TRACK: u64 = 7;

struct Studio {
    folder: TempDir,
    recorder: Shared<Recorder>,
}

impl Studio {
    fn new() -> Self {
        let recorder = Recorder::try_new().unwrap();
        recorder.prepare(TRACK, 0).unwrap();
        Studio {
            folder: tempdir().unwrap(),
            recorder,
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn starts(&self, name: &str) -> PathBuf {
        let path = self.path(name);
        self.recorder.set_file(&path).unwrap();
        let change = self.recorder.start().unwrap();
        assert_eq!(change, Some(Change::normal(FileState::Active)));
        path
    }

    fn hears(&self, track: u64, rate: u32, samples: &[i16]) {
        for frame in samples.chunks(rate as usize / 50) {
            let change = self.recorder.hear(track, rate, frame);
            assert_eq!(change, None);
            settle();
        }
    }

    fn ends(&self) {
        let change = self.recorder.stop();
        assert_eq!(change, Some(Change::normal(FileState::Idle)));
        assert!(self.recorder.finish(PATIENCE));
        assert_eq!(self.recorder.failed(), None);
    }
}

#[test]
fn what_is_heard_is_in_the_file_bit_by_bit() {
    for (name, rate) in [
        ("a.wav", 8_000),
        ("b.AVI", 8_000),
        ("c.wav", 16_000),
        ("d.wav", 48_000),
    ] {
        let studio = Studio::new();
        let path = studio.starts(name);
        let sound = ramp(1, rate as usize);
        studio.hears(TRACK, rate, &sound);
        studio.ends();
        assert_eq!(read(&path), (rate, sound), "{name}");
        let head = std::fs::read(&path).unwrap();
        let kind: &[u8] = if name == "b.AVI" { b"AVI " } else { b"WAVE" };
        assert_eq!(&head[8..12], kind);
    }
}
