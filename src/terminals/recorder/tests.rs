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

#[test]
fn a_file_without_sound_is_a_file_all_the_same() {
    let studio = Studio::new();
    let path = studio.starts("a.wav");
    studio.ends();
    assert_eq!(read(&path), (8_000, vec![]));
}

#[test]
fn the_file_can_be_read_while_it_grows() {
    let studio = Studio::new();
    let path = studio.starts("a.wav");
    let sound = ramp(1, 3_200);
    studio.hears(TRACK, 8_000, &sound[..1_600]);
    assert!(studio.recorder.finish(PATIENCE));
    assert_eq!(read(&path).1, sound[..1_600]);
    let size = u32::from_le_bytes(std::fs::read(&path).unwrap()[40..44].try_into().unwrap());
    assert_eq!(size, 3_200, "also by those who believe the sizes");
    studio.hears(TRACK, 8_000, &sound[1_600..]);
    studio.ends();
    assert_eq!(read(&path).1, sound);
}

/// Nobody asks for it: the file thread comes by itself.
#[test]
fn sizes_are_kept_up() {
    let studio = Studio::new();
    let path = studio.starts("a.wav");
    studio.recorder.hear(TRACK, 8_000, &ramp(1, 160));
    let deadline = std::time::Instant::now() + PATIENCE;
    loop {
        let bytes = std::fs::read(&path).unwrap();
        let size = bytes
            .get(40..44)
            .map(|size| u32::from_le_bytes(size.try_into().unwrap()));
        if size == Some(320) {
            return;
        }
        assert!(std::time::Instant::now() < deadline, "{size:?}");
        std::thread::yield_now();
    }
}

#[test]
fn a_recording_that_begins_again_overwrites_the_file() {
    let studio = Studio::new();
    let path = studio.starts("a.wav");
    studio.hears(TRACK, 8_000, &ramp(1, 1_600));
    studio.ends();
    assert!(studio.recorder.start().unwrap().is_some());
    studio.hears(TRACK, 8_000, &ramp(500, 320));
    studio.ends();
    assert_eq!(read(&path).1, ramp(500, 320));
}

#[test]
fn a_file_that_is_recorded_into_is_refused_to_others_under_every_name() {
    let (one, other) = (Studio::new(), Studio::new());
    let file = one.starts("a.wav");
    let link = one.path("link.wav");
    std::fs::hard_link(&file, &link).unwrap();
    other.recorder.set_file(&link).unwrap();
    let fault = other.recorder.start().unwrap_err();
    assert_eq!(fault.code(), 0x8007_0020, "{fault}");
    one.hears(TRACK, 8_000, &[7; 160]);
    one.ends();
    let length = file.metadata().unwrap().len();
    assert!(length >= 320, "{length}");
    other.recorder.start().unwrap();
    other.ends();
    assert!(file.metadata().unwrap().len() < length);
}

#[test]
fn the_file_of_a_recorder_that_has_ended_is_the_next_ones_at_once() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("a.wav");
    for round in 0..100 {
        let recorder = Recorder::try_new().unwrap();
        recorder.prepare(TRACK, 0).unwrap();
        recorder.set_file(&path).unwrap();
        if let Err(fault) = recorder.start() {
            panic!("round {round}: {fault}");
        }
        recorder.hear(TRACK, 8_000, &[7; 160]);
        // Nobody waits for its end, and nobody could.
        drop(recorder);
    }
}

#[test]
fn what_is_in_a_file_stays_until_the_start() {
    let studio = Studio::new();
    let path = studio.path("a.wav");
    std::fs::write(&path, "precious").unwrap();
    studio.recorder.set_file(&path).unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), b"precious");
}

#[test]
fn a_pause_leaves_out_what_comes() {
    let studio = Studio::new();
    let recorder = &studio.recorder;
    assert!(recorder.pause().is_err() && recorder.stop().is_none());
    let path = studio.starts("a.wav");
    assert_eq!(recorder.start().unwrap(), None);
    studio.hears(TRACK, 8_000, &ramp(1, 320));
    let paused = Some(Change::normal(FileState::Paused));
    assert_eq!(recorder.pause().unwrap(), paused);
    assert_eq!(recorder.pause().unwrap(), None);
    studio.hears(TRACK, 8_000, &ramp(321, 320));
    let active = Some(Change::normal(FileState::Active));
    assert_eq!(recorder.start().unwrap(), active);
    assert!(
        recorder.set_file(&path).is_err() && recorder.set_recording(Recording::default()).is_err()
    );
    studio.hears(TRACK, 8_000, &ramp(641, 320));
    studio.ends();
    assert_eq!(read(&path).1, [ramp(1, 320), ramp(641, 320)].concat());
}

#[test]
fn every_coding_is_written() {
    for coding in [Coding::Pcm16, Coding::Pcm8, Coding::ALaw, Coding::MuLaw] {
        for name in ["a.wav", "a.avi"] {
            let studio = Studio::new();
            let recording = Recording {
                coding,
                ..Recording::default()
            };
            studio.recorder.set_recording(recording).unwrap();
            let path = studio.starts(name);
            let sound = sine(8_000, 440.0, 8_000);
            studio.hears(TRACK, 8_000, &sound);
            studio.ends();
            let (rate, written) = read(&path);
            assert_eq!((rate, written.len()), (8_000, 8_000), "{coding:?} {name}");
            let apart = difference(&sound, &written);
            assert!(apart < -30.0, "{coding:?} {name}: {apart} dB");
        }
    }
}

#[test]
fn a_rate_that_was_chosen_is_the_files() {
    let studio = Studio::new();
    let recording = Recording {
        rate: 16_000,
        ..Recording::default()
    };
    studio.recorder.set_recording(recording).unwrap();
    let path = studio.starts("a.wav");
    studio.hears(TRACK, 8_000, &sine(8_000, 200.0, 8_000));
    studio.ends();
    assert_eq!(studio.recorder.recording().rate, 16_000);
    let (rate, written) = read(&path);
    assert_eq!(rate, 16_000);
    let expected = sine(16_000, 200.0, 8_000);
    let best = (0..200).map(|late| difference(&expected, &written[late..]));
    assert!(best.fold(0.0, f64::min) < -30.0);
    let wrong = Recording {
        rate: 100,
        ..Recording::default()
    };
    assert!(studio.recorder.set_recording(wrong).is_err());
}

#[test]
fn a_call_that_changes_its_rate_does_not_change_the_file() {
    let studio = Studio::new();
    let path = studio.starts("a.wav");
    studio.hears(TRACK, 8_000, &sine(8_000, 200.0, 8_000));
    studio.hears(TRACK, 16_000, &sine(16_000, 200.0, 16_000));
    studio.ends();
    let (rate, written) = read(&path);
    assert_eq!(rate, 8_000);
    assert!(
        (15_990..=16_000).contains(&written.len()),
        "{}",
        written.len()
    );
    let (one, two) = written.split_at(8_000);
    let expected = sine(8_000, 200.0, 7_900);
    assert!(difference(&expected, one) < -80.0);
    let best = (0..90).map(|late| difference(&expected[..7_000], &two[late..]));
    assert!(best.fold(0.0, f64::min) < -30.0);
}

/// Two streams that are pulled side by side.
fn both(studio: &Studio, first: &[i16], second: &[i16]) {
    for (one, two) in first.chunks(160).zip(second.chunks(160)) {
        assert_eq!(studio.recorder.hear(TRACK, 8_000, one), None);
        settle();
        assert_eq!(studio.recorder.hear(8, 8_000, two), None);
    }
}

#[test]
fn two_streams_are_mixed() {
    let studio = Studio::new();
    studio.recorder.prepare(8, 0).unwrap();
    let path = studio.starts("a.wav");
    both(&studio, &ramp(1, 8_000), &ramp(10_000, 8_000));
    studio.ends();
    let expected: Vec<i16> = (0..8_000).map(|at| 10_001 + 2 * at).collect();
    let written = read(&path).1;
    let wrong = written
        .iter()
        .zip(&expected)
        .position(|(one, two)| one != two);
    assert_eq!(
        (wrong, written.len()),
        (None, 8_000),
        "{:?}",
        wrong.map(|at| &written[at..][..5])
    );
}

#[test]
fn two_streams_are_left_and_right() {
    let studio = Studio::new();
    studio.recorder.prepare(8, 0).unwrap();
    let recording = Recording {
        layout: Layout::Stereo,
        ..Recording::default()
    };
    studio.recorder.set_recording(recording).unwrap();
    let path = studio.starts("a.wav");
    both(&studio, &ramp(1, 800), &ramp(2_000, 800));
    studio.ends();
    let bytes = std::fs::read(&path).unwrap();
    assert_eq!(bytes[22], 2, "channels");
    let samples = bytes[44..]
        .chunks(2)
        .map(|it| i16::from_le_bytes([it[0], it[1]]));
    let expected = (0..800).flat_map(|at| [1 + at, 2_000 + at]);
    assert!(samples.eq(expected));
}

#[test]
fn a_stream_that_says_nothing_is_silence_in_its_place() {
    let studio = Studio::new();
    studio.recorder.prepare(8, 0).unwrap();
    let path = studio.starts("a.wav");
    let (first, second) = (ramp(1, 16_000), ramp(1_000, 16_000));
    // The second is away from 0.5 to 1.5 seconds.
    both(&studio, &first[..4_000], &second[..4_000]);
    studio.hears(TRACK, 8_000, &first[4_000..12_000]);
    both(&studio, &first[12_000..], &second[12_000..]);
    studio.ends();
    let written = read(&path).1;
    let sum = |at: usize| first[at].saturating_add(second[at]);
    // Where it comes again it may be placed a frame off.
    assert_eq!(written.len() / 160, 100);
    assert!((0..4_000).all(|at| written[at] == sum(at)));
    assert!((4_000..12_000).all(|at| written[at] == first[at]));
    let late = written[12_500] - sum(12_500);
    assert!(late.abs() <= 160, "{late} samples");
}

#[test]
fn a_track_that_goes_leaves_what_it_has_said() {
    let studio = Studio::new();
    let path = studio.starts("a.wav");
    studio.recorder.hear(TRACK, 8_000, &ramp(1, 160));
    studio.recorder.release(TRACK);
    assert_eq!(studio.recorder.hear(TRACK, 8_000, &ramp(1, 160)), None);
    // Another one may come after it.
    settle();
    studio.recorder.prepare(TRACK, 0).unwrap();
    studio.hears(TRACK, 8_000, &ramp(161, 160));
    studio.ends();
    assert_eq!(read(&path).1, ramp(1, 320));
}

#[test]
fn there_are_only_so_many_tracks() {
    let studio = Studio::new();
    for key in 0..MAX_TRACKS as u64 - 1 {
        studio.recorder.prepare(100 + key, 0).unwrap();
    }
    assert!(studio.recorder.prepare(200, 0).is_err());
    studio.recorder.release(TRACK);
    studio.recorder.prepare(200, 0).unwrap();
}

#[test]
fn a_full_disk_is_a_write_error_that_is_told_once() {
    let studio = Studio::new();
    studio.recorder.set_file(Path::new("/dev/full")).unwrap();
    studio.recorder.start().unwrap();
    let mut told = None;
    while told.is_none() {
        told = studio.recorder.hear(TRACK, 8_000, &ramp(1, 160));
        settle();
    }
    let change = told.unwrap();
    assert_eq!(
        (change.state, change.cause),
        (FileState::Idle, FileCause::WriteError)
    );
    // ERROR_DISK_FULL
    assert_eq!(change.error(), 0x8007_0070);
    let text = change.fault.unwrap().text().to_owned();
    assert!(
        text.contains("/dev/full") && text.contains("No space left"),
        "{text}"
    );
    assert_eq!(studio.recorder.state(), FileState::Idle);
    assert_eq!(studio.recorder.hear(TRACK, 8_000, &ramp(1, 160)), None);
    assert_eq!(studio.recorder.failed(), None);
    // It goes on elsewhere.
    let path = studio.starts("a.wav");
    studio.hears(TRACK, 8_000, &ramp(1, 160));
    studio.ends();
    assert_eq!(read(&path).1, ramp(1, 160));
}

#[test]
fn an_error_that_no_frame_is_there_for_can_be_asked_for() {
    let studio = Studio::new();
    studio.recorder.set_file(Path::new("/dev/full")).unwrap();
    studio.recorder.start().unwrap();
    studio.recorder.hear(TRACK, 8_000, &ramp(1, 160));
    studio.recorder.stop();
    assert!(studio.recorder.finish(PATIENCE));
    assert_eq!(studio.recorder.failed().unwrap().error(), 0x8007_0070);
}

#[test]
fn a_file_that_cannot_be_made_is_refused_at_once() {
    let studio = Studio::new();
    for (path, code) in [
        (studio.path("no/folder.wav"), 0x8007_0002),
        (studio.folder.path().to_owned(), 0x8007_0005),
    ] {
        let fault = studio.recorder.set_file(&path).unwrap_err();
        assert_eq!(fault.code(), code, "{fault}");
    }
    assert!(!studio.recorder.has_file());
    assert_eq!(studio.recorder.start().unwrap_err().code(), 0x8004_0058);
}

/// The disk is not there for a while: what found no room is silence, and what comes after it stands
/// at its time.
#[test]
fn what_is_lost_leaves_a_gap_of_its_length() {
    let mut lane = lane::Lane::try_new(1, 8_000).unwrap();
    for at in 0..30 {
        lane.push(8_000, &ramp(160 * at, 160), 0);
    }
    let mut piece = [0; 8_000];
    assert_eq!(
        lane.pop(&mut piece),
        lane::Popped::Mark(lane::Mark::Rate(8_000))
    );
    assert_eq!(lane.pop(&mut piece), lane::Popped::Samples(4_000));
    assert!(lane.is_empty(), "there is nothing to wait for");
    lane.push(8_000, &[1; 160], 0);
    assert_eq!(
        lane.pop(&mut piece),
        lane::Popped::Mark(lane::Mark::Gap(100_000))
    );
    assert_eq!(lane.pop(&mut piece), lane::Popped::Samples(160));
    assert_eq!(lane.pop(&mut piece), lane::Popped::Nothing);
}

#[test]
fn a_recorder_of_one_stream_costs_less_than_eleven_kilobytes() {
    let ring = lane::capacity(8_000) * size_of::<i16>();
    let cost = size_of::<Recorder>() + size_of::<Tape>() + size_of::<reel::Track>() + ring;
    assert!(cost < 11_000, "{cost}");
}

/// Whoever hangs up waits for nobody who arranges a recorder, and a disk that does not answer.
#[test]
fn a_track_can_be_given_up_while_another_thread_has_its_turn() {
    let studio = Studio::new();
    studio.starts("a.wav");
    let turn = lock(&studio.recorder.turn);
    studio.recorder.release(TRACK);
    assert!(studio.recorder.stop().is_some());
    drop(turn);
}

#[test]
fn a_recorder_that_is_dropped_completes_its_file() {
    let studio = Studio::new();
    let path = studio.starts("a.wav");
    studio.recorder.hear(TRACK, 8_000, &ramp(1, 160));
    let Studio { folder, recorder } = studio;
    drop(recorder);
    settle();
    assert_eq!(read(&path).1, ramp(1, 160));
    drop(folder);
}
