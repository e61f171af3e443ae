//! With ALSA's null device, which every machine has that has ALSA: it swallows what it is given and
//! says silence, at the pace of a device.

#[path = "../../../tests/support/child.rs"]
mod child;

use super::*;
use crate::terminals::sounds::PATIENCE;
use std::time::Instant;

fn eventually(what: &str, mut done: impl FnMut() -> bool) {
    let deadline = Instant::now() + PATIENCE;
    while !done() {
        assert!(Instant::now() < deadline, "{what}");
        std::thread::yield_now();
    }
}

#[test]
fn a_loudspeaker_takes_what_it_is_given() {
    let speaker = Speaker::open("null").unwrap();
    for _ in 0..5 {
        speaker.hear(8_000, &[1_000; 160]);
    }
    eventually("nothing is taken", || speaker.drain.waiting() == 0);
    assert!(!speaker.is_gone());
}

#[test]
fn a_microphone_says_something() {
    let microphone = Microphone::open("null").unwrap();
    eventually("nothing is said", || {
        microphone.play(8_000, &mut [0; 160]).sounded
    });
    assert!(!microphone.is_gone());
}

#[test]
fn a_device_that_is_not_there_is_refused_with_its_name() {
    for fault in [
        Microphone::open("no such thing").err(),
        Speaker::open("no such thing").err(),
    ] {
        let fault = fault.unwrap();
        assert_eq!(fault.code(), 0x8004_0021, "{fault}");
        assert!(fault.text().contains("no such thing"), "{fault}");
    }
}

#[test]
fn devices_are_listed_by_their_names() {
    for device in devices() {
        assert!(
            !device.name.is_empty() && !device.id.is_empty(),
            "{device:?}"
        );
    }
}

/// A configuration of ALSA with these devices, none of which needs hardware.
fn configure(path: &std::path::Path, devices: &[&str]) {
    let device = |name: &&str| {
        format!("pcm.{name} {{ type null hint {{ show on description \"{name}\" }} }}\n")
    };
    let text: String = devices.iter().map(device).collect();
    let new = path.with_extension("new");
    std::fs::write(&new, text).unwrap();
    // At once, and with another time of change: ALSA looks at that, in whole seconds.
    std::fs::rename(&new, path).unwrap();
    let older = std::time::SystemTime::now() - Duration::from_secs(60 * devices.len() as u64);
    let file = std::fs::File::options().write(true).open(path).unwrap();
    file.set_modified(older).unwrap();
}

/// Runs in a process of its own, which knows no other configuration.
#[test]
#[ignore = "started by another test"]
fn in_a_process_of_its_own_devices_come_and_go() {
    let Some(path) = std::env::var_os("ALSA_CONFIG_PATH") else {
        return;
    };
    let names = || -> Vec<String> {
        let mut names: Vec<_> = devices()
            .iter()
            .map(|device| device.id.to_string())
            .collect();
        names.dedup();
        names
    };
    let path = std::path::Path::new(&path);
    for expected in [&["one"][..], &["one", "two"], &[], &["two"]] {
        configure(path, expected);
        assert_eq!(names(), expected);
    }
}

#[test]
fn devices_are_listed_as_they_are_now() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("asound.conf");
    std::fs::write(&path, "").unwrap();
    let test = "in_a_process_of_its_own_devices_come_and_go";
    let output = child::command(std::env::current_exe().unwrap())
        .args(["--ignored", "--nocapture", test])
        .env("ALSA_CONFIG_PATH", &path)
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{output:?}");
    assert!(text.contains("1 passed"), "{text}");
}

#[test]
fn channels_are_mixed_and_spread() {
    let mut said = Vec::new();
    let stereo: Vec<i16> = (0..1_000).flat_map(|at| [at, at + 2]).collect();
    mix_down(&stereo, 2, |sample| i32::from(*sample), &mut |piece| {
        said.extend_from_slice(piece);
    });
    assert!(said.iter().copied().eq(1..1_001));
    let mut out = vec![0.0; 2_000];
    let mut next = said.iter();
    let fill = &mut |piece: &mut [i16]| piece.fill_with(|| *next.next().unwrap());
    spread(&mut out, 2, f32::from, fill);
    let expected = (1..1_001).flat_map(|at| [at as f32; 2]);
    assert!(out.into_iter().eq(expected));
}
