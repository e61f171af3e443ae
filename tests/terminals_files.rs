//! Players and recorders when memory runs out, in a forked child, when the process ends, and when
//! many threads want something of them at once.

#[path = "support/child.rs"]
mod child;
#[path = "support/meter.rs"]
mod meter;
#[path = "support/ramps.rs"]
mod ramps;

use meter::failing;
use ramps::{make, ramp};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tapi3::engine::{FileCause, FileState};
use tapi3::terminals::{Fault, Player, ProgramDrain, ProgramSource, Recorder, files};

/// Longer than any test waits.
const PATIENCE: Duration = Duration::from_secs(60);

/// Proves that an operation fails cleanly for every n-th allocation, and works the next time.
fn fails_cleanly<S, T>(
    name: &str,
    start: impl Fn() -> S,
    operation: impl Fn(&S) -> std::result::Result<T, Fault>,
) {
    for n in 0..100 {
        let subject = start();
        let (failed, result) = failing(n, || operation(&subject));
        match result {
            Ok(_) if !failed => return,
            // Only less is read ahead.
            Ok(_) => {}
            Err(fault) => {
                assert!(failed, "{name}: {fault}");
                assert_eq!(fault.code(), 0x8007_000e, "{name}, {n}: {fault}");
                operation(&subject).unwrap_or_else(|fault| panic!("{name}, again: {fault}"));
            }
        }
    }
    panic!("{name} takes memory without end");
}

#[test]
fn everything_fails_cleanly_when_memory_runs_out() {
    files::ready().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = make(&folder.path().join("a.wav"), &ramp(16_000));
    let list = [file.clone(), file.clone()];
    let recording = folder.path().join("b.wav");
    let player = || Player::try_new().unwrap();
    let loaded = || {
        let player = player();
        player.set_files(&list).unwrap();
        player.prepare(1, 0).unwrap();
        player
    };
    let recorder = || Recorder::try_new().unwrap();
    fails_cleanly("a player", || (), |()| Player::try_new());
    fails_cleanly("a play list", player, |player| player.set_files(&list));
    fails_cleanly("a seat", player, |player| player.prepare(1, 0));
    fails_cleanly("a start", loaded, |player| player.start());
    // At another rate.
    let converted = || {
        let player = loaded();
        player.play(1, 16_000, &mut [0; 320]);
        player
    };
    fails_cleanly("a start at another rate", converted, |player| {
        player.start()
    });
    let running = || {
        let player = loaded();
        player.start().unwrap();
        player
    };
    fails_cleanly("a seat beside others", running, |player| {
        player.prepare(2, 0)
    });
    fails_cleanly("a recorder", || (), |()| Recorder::try_new());
    fails_cleanly("a file", recorder, |recorder| recorder.set_file(&recording));
    fails_cleanly("a track", recorder, |recorder| recorder.prepare(1, 0));
    let armed = || {
        let recorder = recorder();
        recorder.set_file(&recording).unwrap();
        recorder.prepare(1, 0).unwrap();
        recorder
    };
    fails_cleanly("a recording", armed, |recorder| recorder.start());
    let second = Duration::from_secs(1);
    fails_cleanly(
        "a source",
        || (),
        |()| ProgramSource::try_new(16_000, second),
    );
    fails_cleanly("a drain", || (), |()| ProgramDrain::try_new(16_000, second));
}

/// A child has none of its parent's threads. It gets a file thread of its own, whatever its parent's
/// was doing.
#[test]
fn a_forked_child_plays_and_records() {
    let folder = tempfile::tempdir().unwrap();
    let file = make(&folder.path().join("a.wav"), &ramp(16_000));
    let plays_and_records = |name: &str| {
        let (player, recorder) = (Player::try_new()?, Recorder::try_new()?);
        player.set_files(std::slice::from_ref(&file))?;
        player.prepare(1, 0)?;
        player.start()?;
        recorder.set_file(&folder.path().join(name))?;
        recorder.prepare(1, 0)?;
        recorder.start()?;
        loop {
            assert!(files::settle(PATIENCE));
            let mut frame = [0; 160];
            match player.play(1, 8_000, &mut frame).ended {
                None => assert_eq!(recorder.hear(1, 8_000, &frame), None),
                Some(change) => {
                    let end = (change.state, change.cause);
                    assert_eq!(end, (FileState::Idle, FileCause::EndOfFile));
                    break;
                }
            }
        }
        recorder.stop();
        Ok::<_, Fault>(recorder.finish(PATIENCE))
    };
    let over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !over.load(Ordering::Relaxed) {
                plays_and_records("parent.wav").unwrap();
            }
        });
        for round in 0..10 {
            let name = format!("{round}.wav");
            // SAFETY: the child uses the library, which knows about forks, and its own memory.
            match unsafe { libc::fork() } {
                0 => {
                    let done = std::panic::catch_unwind(|| plays_and_records(&name));
                    let status = i32::from(!matches!(done, Ok(Ok(true))));
                    // SAFETY: nothing of the parent's is done at its end.
                    unsafe { libc::_exit(status) }
                }
                child => {
                    let mut status = -1;
                    // SAFETY: the child is ours.
                    assert_eq!(unsafe { libc::waitpid(child, &raw mut status, 0) }, child);
                    assert_eq!(status, 0, "{round}");
                }
            }
            let bytes = std::fs::read(folder.path().join(&name)).unwrap();
            assert_eq!(bytes.len(), 44 + 32_000);
        }
        over.store(true, Ordering::Relaxed);
    });
}

/// Runs one test of this file in a process of its own.
fn alone(test: &str, folder: &Path) -> std::process::Output {
    let mut command = child::command(std::env::current_exe().unwrap());
    command.args(["--exact", test, "--nocapture", "--ignored"]);
    command.env("TAPI3_TEST_FOLDER", folder).output().unwrap()
}

fn folder_of_the_test() -> PathBuf {
    PathBuf::from(std::env::var_os("TAPI3_TEST_FOLDER").expect("another test runs this one"))
}

#[test]
#[ignore = "another test runs it in a process of its own"]
fn records_and_leaves() {
    let recorder = Recorder::try_new().unwrap();
    recorder
        .set_file(&folder_of_the_test().join("a.wav"))
        .unwrap();
    recorder.prepare(1, 0).unwrap();
    recorder.start().unwrap();
    for frame in ramp(1_600).chunks(160) {
        recorder.hear(1, 8_000, frame);
    }
    tapi3::leaving::leave();
    assert_eq!(recorder.state(), FileState::Idle);
    // As if by exit, only sooner.
    rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::KILL)
        .unwrap();
}

/// The system would end the process by a signal, which the file thread does not take.
#[test]
#[ignore = "another test runs it in a process of its own"]
fn records_more_than_the_process_may_write() {
    let limit = rustix::process::Rlimit {
        current: Some(2_000),
        maximum: Some(2_000),
    };
    rustix::process::setrlimit(rustix::process::Resource::Fsize, limit).unwrap();
    let recorder = Recorder::try_new().unwrap();
    let path = folder_of_the_test().join("a.wav");
    recorder.set_file(&path).unwrap();
    recorder.prepare(1, 0).unwrap();
    recorder.start().unwrap();
    let change = loop {
        if let Some(change) = recorder.hear(1, 8_000, &ramp(160)) {
            break change;
        }
        assert!(files::settle(PATIENCE));
    };
    assert_eq!(change.cause, FileCause::WriteError);
    assert_eq!(change.error(), 0x8007_0070, "{change:?}");
}

#[test]
fn a_file_that_may_not_grow_is_a_write_error() {
    let folder = tempfile::tempdir().unwrap();
    let output = alone("records_more_than_the_process_may_write", folder.path());
    assert!(output.status.success(), "{output:?}");
    // What was written before can be read.
    let bytes = std::fs::read(folder.path().join("a.wav")).unwrap();
    assert!(bytes.starts_with(b"RIFF") && bytes.len() > 1_000);
}

#[test]
fn what_was_recorded_is_complete_when_the_process_ends() {
    let folder = tempfile::tempdir().unwrap();
    let output = alone("records_and_leaves", folder.path());
    assert_eq!(output.status.code(), None, "{output:?}");
    let bytes = std::fs::read(folder.path().join("a.wav")).unwrap();
    assert_eq!(bytes.len(), 44 + 3_200);
    assert_eq!(bytes[40..44], 3_200_u32.to_le_bytes());
}

/// Dice that roll the same for a seed.
struct Dice(u32);

impl Dice {
    fn roll(&mut self, sides: u32) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) % sides
    }
}

/// Several threads do at random what can be done with a player and a recorder. Nobody is stuck, and
/// afterwards both work as ever.
#[test]
fn whatever_threads_do_at_once_both_work_afterwards() {
    let folder = tempfile::tempdir().unwrap();
    let long = make(&folder.path().join("a.wav"), &ramp(16_000));
    let short = make(&folder.path().join("b.wav"), &ramp(200));
    let lists = [vec![long.clone(), short.clone()], vec![short], vec![long]];
    let target = folder.path().join("c.wav");
    let (player, recorder) = (Player::try_new().unwrap(), Recorder::try_new().unwrap());
    player.set_files(&lists[0]).unwrap();
    recorder.set_file(&target).unwrap();
    let act = &|dice: &mut Dice| {
        let key = u64::from(dice.roll(3));
        let rate = [8_000, 8_000, 8_000, 16_000][dice.roll(4) as usize];
        let mut frame = [0; 320];
        let frame = &mut frame[..rate as usize / 50];
        // What is refused is refused for a reason.
        match dice.roll(20) {
            0 => drop(player.start()),
            1 => drop(player.pause()),
            2 => drop(player.stop()),
            3 => drop(player.set_files(&lists[dice.roll(3) as usize])),
            4 => drop(player.prepare(key, rate)),
            5 => player.release(key),
            6 => drop(recorder.start()),
            7 => drop(recorder.pause()),
            8 => drop(recorder.stop()),
            9 => drop(recorder.set_file(&target)),
            10 => drop(recorder.prepare(key, rate)),
            11 => recorder.release(key),
            12 => assert!(recorder.finish(PATIENCE)),
            13 => assert!(files::settle(PATIENCE)),
            _ => {
                player.play(key, rate, frame);
                assert_eq!(recorder.hear(key, rate, frame), None);
            }
        }
    };
    std::thread::scope(|scope| {
        for seed in 0..4 {
            scope.spawn(move || {
                let mut dice = Dice(seed);
                (0..3_000).for_each(|_| act(&mut dice));
            });
        }
    });
    player.stop();
    recorder.stop();
    assert!(recorder.finish(PATIENCE));
    for key in 0..3 {
        player.release(key);
        recorder.release(key);
    }
    player.set_files(&lists[2]).unwrap();
    player.prepare(9, 0).unwrap();
    recorder.prepare(9, 0).unwrap();
    player.start().unwrap();
    recorder.start().unwrap();
    loop {
        assert!(files::settle(PATIENCE));
        let mut frame = [0; 160];
        let played = player.play(9, 8_000, &mut frame);
        if played.ended.is_some() {
            break;
        }
        assert!(played.sounded);
        recorder.hear(9, 8_000, &frame);
    }
    recorder.stop();
    assert!(recorder.finish(PATIENCE));
    let bytes = std::fs::read(&target).unwrap();
    let sound = bytes[44..]
        .chunks(2)
        .map(|it| i16::from_le_bytes([it[0], it[1]]));
    assert!(sound.eq(ramp(16_000)));
}
