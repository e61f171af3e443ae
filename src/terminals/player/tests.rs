use super::*;
use crate::terminals::sounds::{difference, make, ramp, settle, sine};
use std::path::Path;
use tempfile::{TempDir, tempdir};

const SEAT: u64 = 7;

struct Stage {
    folder: TempDir,
    player: Shared<Player>,
}

impl Stage {
    fn new() -> Self {
        let player = Player::try_new().unwrap();
        player.prepare(SEAT, 0).unwrap();
        Stage {
            folder: tempdir().unwrap(),
            player,
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn file(&self, name: &str, rate: u32, samples: &[i16]) -> PathBuf {
        make(&self.path(name), rate, samples)
    }

    fn starts(&self, files: &[PathBuf]) {
        self.player.set_files(files).unwrap();
        let change = self.player.start().unwrap();
        assert_eq!(change, Some(Change::normal(FileState::Active)));
    }

    /// Everything up to the end, with nothing left out, and the end.
    fn hears(&self, seat: u64, rate: u32) -> (Vec<i16>, Change) {
        let mut heard = Vec::new();
        loop {
            settle();
            let mut frame = vec![0; rate as usize / 50];
            let played = self.player.play(seat, rate, &mut frame);
            if let Some(change) = played.ended {
                assert!(!played.sounded);
                return (heard, change);
            }
            heard.extend(frame);
            assert!(heard.len() < 10_000_000, "it never ends");
        }
    }
}

fn end_of_file() -> Change {
    Change {
        state: FileState::Idle,
        cause: FileCause::EndOfFile,
        fault: None,
    }
}

#[track_caller]
fn refused(player: &Player, file: &Path, code: u32, words: &str) {
    let fault = player.set_files(&[file.to_owned()]).unwrap_err();
    assert_eq!(fault.code(), code, "{fault}");
    assert!(fault.text().contains(words), "{fault}");
    let name = file.file_name().unwrap().to_str().unwrap();
    assert!(fault.text().contains(name), "{fault}");
}

#[test]
fn a_file_is_played_bit_by_bit_and_then_its_end_is_told() {
    let stage = Stage::new();
    let sound = ramp(1, 20_000);
    stage.starts(&[stage.file("a.wav", 8_000, &sound)]);
    let (heard, change) = stage.hears(SEAT, 8_000);
    assert_eq!(heard, sound);
    assert_eq!(change, end_of_file());
    assert_eq!(stage.player.state(), FileState::Idle);
    // And nothing more.
    let mut frame = [0; 160];
    assert_eq!(
        stage.player.play(SEAT, 8_000, &mut frame),
        Played::default()
    );
}

#[test]
fn a_short_file_needs_no_disk_once_it_has_started() {
    let stage = Stage::new();
    let sound = ramp(1, 1_600);
    stage.starts(&[stage.file("a.wav", 8_000, &sound)]);
    let mut heard = Vec::new();
    for _ in 0..10 {
        let mut frame = [0; 160];
        let played = stage.player.play(SEAT, 8_000, &mut frame);
        assert!(played.sounded && played.ended.is_none());
        heard.extend(frame);
    }
    assert_eq!(heard, sound);
    let played = stage.player.play(SEAT, 8_000, &mut [0; 160]);
    assert_eq!(played.ended, Some(end_of_file()));
}

#[test]
fn files_follow_each_other_without_a_gap_and_have_one_end() {
    let stage = Stage::new();
    let (one, two, three) = (ramp(1, 1_000), ramp(5_000, 333), ramp(-9_000, 4_001));
    stage.starts(&[
        stage.file("1.wav", 8_000, &one),
        stage.file("2.avi", 8_000, &two),
        stage.file("3.wav", 8_000, &three),
    ]);
    let (heard, change) = stage.hears(SEAT, 8_000);
    let expected = [one, two, three].concat();
    assert_eq!(heard[..expected.len()], expected);
    assert!(heard[expected.len()..].iter().all(|sample| *sample == 0));
    assert_eq!(change, end_of_file());
}

#[test]
fn sound_is_converted_to_the_rate_of_the_call() {
    for (from, to) in [
        (44_100, 8_000),
        (16_000, 8_000),
        (8_000, 16_000),
        (8_000, 48_000),
    ] {
        let stage = Stage::new();
        let sound = sine(from, 100.0, from as usize);
        stage.starts(&[stage.file("a.wav", from, &sound), stage.path("a.wav")]);
        let (heard, change) = stage.hears(SEAT, to);
        assert_eq!(change, end_of_file());
        // The first pull was not at the rate that was expected, so a frame of silence was in front.
        let heard = match to {
            8_000 => &heard[..],
            _ => &heard[to as usize / 50..],
        };
        // A whole number of periods, so the second time goes on where the first ended.
        let expected = sine(to, 100.0, 2 * to as usize);
        assert!(heard.len() >= expected.len(), "{from} {to} {}", heard.len());
        // What the filter is late by is no whole number of samples.
        let apart = difference(&expected, heard);
        assert!(apart < -30.0, "{from} {to}: {apart} dB");
    }
}

#[test]
fn a_call_that_changes_its_rate_hears_no_part_twice() {
    let stage = Stage::new();
    let sound = sine(8_000, 440.0, 16_000);
    stage.starts(&[stage.file("a.wav", 8_000, &sound)]);
    let mut frame = [0; 160];
    for _ in 0..50 {
        settle();
        assert!(stage.player.play(SEAT, 8_000, &mut frame).sounded);
        frame.fill(0);
    }
    assert!(!stage.player.play(SEAT, 16_000, &mut [0; 320]).sounded);
    let (heard, _) = stage.hears(SEAT, 16_000);
    let expected = &sine(16_000, 440.0, 32_000)[16_000..];
    let apart = difference(&expected[200..15_900], &heard[200..15_900]);
    assert!(apart < -40.0, "{apart} dB");
}

#[test]
fn a_pause_keeps_the_place_and_a_stop_does_not() {
    let stage = Stage::new();
    let (player, sound) = (&stage.player, ramp(1, 8_000));
    assert!(player.pause().is_err() && player.stop().is_none());
    stage.starts(&[stage.file("a.wav", 8_000, &sound)]);
    assert_eq!(player.start().unwrap(), None);
    let next = || {
        settle();
        let mut frame = [0; 160];
        player.play(SEAT, 8_000, &mut frame);
        frame
    };
    assert_eq!(next()[..], sound[..160]);
    let paused = Some(Change::normal(FileState::Paused));
    assert_eq!(player.pause().unwrap(), paused);
    assert_eq!(player.pause().unwrap(), None);
    assert_eq!(next(), [0; 160]);
    let active = Some(Change::normal(FileState::Active));
    assert_eq!(player.start().unwrap(), active);
    assert_eq!(next()[..], sound[160..320]);
    let idle = Some(Change::normal(FileState::Idle));
    assert_eq!(player.stop(), idle);
    assert_eq!(player.stop(), None);
    assert_eq!(next(), [0; 160]);
    assert_eq!(player.start().unwrap(), active);
    assert_eq!(next()[..], sound[..160]);
    assert!(player.set_files(&[]).is_err(), "it runs");
}

#[test]
fn what_cannot_be_played_is_refused_with_the_reason() {
    let stage = Stage::new();
    let player = &stage.player;
    refused(player, &stage.path("no.wav"), 0x8007_0002, "No such file");
    refused(player, stage.folder.path(), 0x8007_000d, "is a folder");
    std::fs::write(
        stage.path("text.wav"),
        "Hello! This is a text, not a sound.",
    )
    .unwrap();
    refused(
        player,
        &stage.path("text.wav"),
        0x8007_000d,
        "is not a WAV file",
    );
    std::fs::write(stage.path("empty.wav"), "").unwrap();
    refused(player, &stage.path("empty.wav"), 0x8007_000d, "");
    // A list is taken as a whole or not at all.
    let good = stage.file("good.wav", 8_000, &[1; 160]);
    player.set_files(std::slice::from_ref(&good)).unwrap();
    assert!(player.set_files(&[good, stage.path("no.wav")]).is_err());
    assert!(player.has_files() && player.start().is_ok());
}

#[test]
fn nothing_to_play_is_an_error() {
    let stage = Stage::new();
    assert_eq!(stage.player.start().unwrap_err().code(), 0x8004_0058);
    assert_eq!(stage.player.state(), FileState::Idle);
}

#[test]
fn a_file_that_has_vanished_is_a_read_error_when_its_turn_comes() {
    let stage = Stage::new();
    let one = stage.file("1.wav", 8_000, &ramp(1, 8_000));
    let two = stage.file("2.wav", 8_000, &ramp(1, 8_000));
    stage.starts(&[one.clone(), two.clone()]);
    std::fs::remove_file(&two).unwrap();
    let (heard, change) = stage.hears(SEAT, 8_000);
    assert_eq!(heard, ramp(1, 8_000));
    assert_eq!(
        (change.state, change.cause),
        (FileState::Idle, FileCause::ReadError)
    );
    assert_eq!(change.error(), 0x8007_0002);
    assert!(change.fault.unwrap().text().contains("2.wav"));
    // The first one of the list is told at the start.
    std::fs::remove_file(&one).unwrap();
    assert_eq!(stage.player.start().unwrap_err().code(), 0x8007_0002);
    assert_eq!(stage.player.state(), FileState::Idle);
}

#[test]
fn a_file_that_becomes_shorter_is_a_read_error() {
    let stage = Stage::new();
    let file = stage.file("a.wav", 8_000, &ramp(1, 16_000));
    stage.starts(std::slice::from_ref(&file));
    std::fs::OpenOptions::new()
        .write(true)
        .open(&file)
        .unwrap()
        .set_len(8_000)
        .unwrap();
    let (_, change) = stage.hears(SEAT, 8_000);
    assert_eq!(change.cause, FileCause::ReadError);
    assert!(change.fault.unwrap().text().contains("became shorter"));
}

#[test]
fn the_volume_is_applied() {
    let stage = Stage::new();
    assert_eq!(stage.player.volume(), 0xffff);
    stage.player.set_volume(0);
    stage.starts(&[stage.file("a.wav", 8_000, &[1_000; 160])]);
    let mut frame = [5; 160];
    assert!(stage.player.play(SEAT, 8_000, &mut frame).sounded);
    assert_eq!(frame, [5; 160]);
}

#[test]
fn sound_is_added_to_what_others_play() {
    let stage = Stage::new();
    stage.starts(&[stage.file("a.wav", 8_000, &[1_000; 80])]);
    let mut frame = [5; 160];
    assert!(stage.player.play(SEAT, 8_000, &mut frame).sounded);
    assert_eq!((frame[79], frame[80]), (1_005, 5));
}

#[test]
fn each_stream_has_a_place_of_its_own_and_all_have_one_end() {
    let stage = Stage::new();
    stage.player.prepare(8, 0).unwrap();
    let sound = ramp(1, 4_800);
    stage.starts(&[stage.file("a.wav", 8_000, &sound)]);
    let mut late = Vec::new();
    for _ in 0..5 {
        settle();
        let mut frame = [0; 160];
        stage.player.play(8, 8_000, &mut frame);
        late.extend(frame);
    }
    // The other one hears everything, a little later, and only then it is the end.
    for at in 0..31 {
        settle();
        let mut frame = [0; 160];
        let played = stage.player.play(SEAT, 8_000, &mut frame);
        assert_eq!(played.ended, None, "{at}");
        if at < 30 {
            assert_eq!(frame[..], sound[160 * at..160 * (at + 1)]);
        }
    }
    let (rest, change) = stage.hears(8, 8_000);
    late.extend(rest);
    assert_eq!(late, sound);
    assert_eq!(change, end_of_file());
    let played = stage.player.play(SEAT, 8_000, &mut [0; 160]);
    assert_eq!(played, Played::default(), "it is told once");
}

#[test]
fn a_stream_that_nobody_pulls_does_not_hold_up_the_end() {
    let stage = Stage::new();
    stage.player.prepare(8, 0).unwrap();
    stage.starts(&[stage.file("a.wav", 8_000, &ramp(1, 800))]);
    stage.player.play(8, 8_000, &mut [0; 160]);
    let (_, change) = stage.hears(SEAT, 8_000);
    assert_eq!(change, end_of_file());
}

#[test]
fn a_stream_that_comes_later_begins_where_the_others_are() {
    let stage = Stage::new();
    let sound = ramp(1, 8_000);
    stage.starts(&[stage.file("a.wav", 8_000, &sound)]);
    for _ in 0..10 {
        stage.player.play(SEAT, 8_000, &mut [0; 160]);
    }
    stage.player.prepare(8, 0).unwrap();
    settle();
    let mut frame = [0; 160];
    assert!(stage.player.play(8, 8_000, &mut frame).sounded);
    assert_eq!(frame[..], sound[1_600..1_760]);
    stage.player.release(8);
    assert_eq!(stage.player.play(8, 8_000, &mut frame), Played::default());
}

#[test]
fn there_are_only_so_many_seats() {
    let stage = Stage::new();
    for key in 0..MAX_SEATS as u64 {
        stage.player.prepare(key, 0).unwrap();
    }
    assert!(stage.player.prepare(100, 0).is_err());
    stage.player.release(0);
    stage.player.prepare(100, 0).unwrap();
}

#[test]
fn a_player_for_one_stream_costs_less_than_ten_kilobytes() {
    let ring = feed::capacity(8_000) * size_of::<i16>();
    let cost = size_of::<Player>() + size_of::<Feed>() + ring;
    assert!(cost < 10_000, "{cost}");
}

/// A file that is wanted by nobody any more is closed, and the file thread forgets it.
#[test]
fn a_player_that_is_dropped_lets_go_of_its_file() {
    let stage = Stage::new();
    let path = stage.file("dropped.wav", 8_000, &ramp(1, 16_000));
    stage.starts(std::slice::from_ref(&path));
    let is_open = || {
        let all = std::fs::read_dir("/proc/self/fd").unwrap();
        let mut all = all.filter_map(|entry| std::fs::read_link(entry.ok()?.path()).ok());
        all.any(|target| target == path)
    };
    assert!(is_open());
    let Stage { folder, player } = stage;
    drop(player);
    settle();
    assert!(!is_open());
    drop(folder);
}

/// Whoever hangs up waits for nobody who arranges a player, and a disk that does not answer.
#[test]
fn a_seat_can_be_given_up_while_another_thread_has_its_turn() {
    let stage = Stage::new();
    stage.starts(&[stage.file("a.wav", 8_000, &ramp(1, 16_000))]);
    let turn = lock(&stage.player.turn);
    stage.player.release(SEAT);
    assert!(stage.player.stop().is_some());
    drop(turn);
}
