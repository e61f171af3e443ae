//! `tapi3 call` with sound: what is played comes back from an extension that echoes, digits are sent
//! and heard, and files that cannot be used are said before anybody is called.

#[path = "support/child.rs"]
mod child;
#[path = "support/ramps.rs"]
mod ramps;

use ramps::{make, ramp, read};
use std::io::{BufRead, BufReader, Read};
use std::process::{Output, Stdio};

fn call(arguments: &[&str]) -> Output {
    let mut command = child::command(env!("CARGO_BIN_EXE_tapi3"));
    let command = command.arg("call").args(arguments).stdin(Stdio::null());
    command.output().expect("it starts")
}

fn said(output: &Output) -> String {
    let (out, errors) = (&output.stdout, &output.stderr);
    String::from_utf8_lossy(out).into_owned() + &String::from_utf8_lossy(errors)
}

#[test]
fn what_is_played_to_an_echo_is_recorded() {
    let folder = tempfile::tempdir().unwrap();
    let (hello, back) = (
        folder.path().join("hello.wav"),
        folder.path().join("in.wav"),
    );
    make(&hello, &ramp(4_000));
    let (hello, name) = (hello.to_str().unwrap(), back.to_str().unwrap());
    let output = call(&["1013", "--play", hello, "--record", name]);
    let text = said(&output);
    assert!(output.status.success(), "{text}");
    assert!(text.contains("the file was played\n"), "{text}");
    assert!(text.ends_with("disconnected\n"), "{text}");
    let recorded = read(&back);
    let found = recorded.windows(4_000).position(|part| part == ramp(4_000));
    assert!(found.is_some(), "{} samples, but not those", recorded.len());
}

#[test]
fn digits_are_sent_and_those_of_the_other_side_are_shown() {
    let output = call(&["1015", "--digits", "7#", "--for", "3s"]);
    let text = said(&output);
    let find = |what: &str| {
        text.find(what)
            .unwrap_or_else(|| panic!("no {what:?}: {text}"))
    };
    assert!(find("the digits were sent") < find("they pressed 7"));
    assert!(find("they pressed 7") < find("they pressed #"));
}

#[test]
fn nobody_is_called_for_a_file_that_cannot_be_used() {
    let folder = tempfile::tempdir().unwrap();
    let text = folder.path().join("text.wav");
    std::fs::write(&text, "no sound").unwrap();
    let text = text.to_str().unwrap();
    for arguments in [
        ["1001", "--play", "/nowhere/hello.wav"],
        ["1001", "--play", text],
        ["1001", "--record", "/nowhere/in.wav"],
    ] {
        let output = call(&arguments);
        let said = said(&output);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(
            said.starts_with(&format!("tapi3: {}", arguments[2])),
            "{said}"
        );
    }
    let output = call(&["1001", "--digits", "12x"]);
    assert_eq!(output.status.code(), Some(2));
    let output = call(&["1001", "--play", text, "--record", text]);
    assert!(said(&output).contains("at once"), "{}", said(&output));
    assert_eq!(std::fs::read_to_string(text).unwrap(), "no sound");
}

#[test]
fn a_microphone_is_used_where_there_is_one() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("tapi3.toml");
    for (devices, wanted) in [
        ("silent", "disconnected"),
        ("none", "there is no microphone"),
    ] {
        std::fs::write(&file, format!("[sound]\ndevices = \"{devices}\"\n")).unwrap();
        let mut command = child::command(env!("CARGO_BIN_EXE_tapi3"));
        let command = command.args(["call", "1001", "--microphone", "--for", "100ms"]);
        let output = command.env("TAPI3_CONFIG", &file).output().unwrap();
        let text = said(&output);
        assert_eq!(output.status.success(), devices == "silent", "{text}");
        assert!(text.contains(wanted), "{text}");
    }
}

#[test]
fn a_file_keeps_what_is_in_it_until_there_is_something_to_record() {
    let folder = tempfile::tempdir().unwrap();
    let (file, new) = (folder.path().join("old.wav"), folder.path().join("new.wav"));
    make(&file, &ramp(4_000));
    let before = std::fs::read(&file).unwrap();
    for number in ["1002", "1004"] {
        for file in [&file, &new] {
            let output = call(&[number, "--record", file.to_str().unwrap()]);
            assert_eq!(output.status.code(), Some(1), "{}", said(&output));
        }
        assert_eq!(std::fs::read(&file).unwrap(), before, "{number}");
        assert!(!new.exists(), "{number}");
    }
}

#[test]
fn a_recording_that_breaks_off_is_a_failure() {
    let output = call(&["1013", "--record", "/dev/full", "--for", "500ms"]);
    let text = said(&output);
    assert_eq!(output.status.code(), Some(1), "{text}");
    assert!(text.contains(" connected\n"), "{text}");
    let said = "tapi3: the recording is not complete: /dev/full: ";
    assert!(text.contains(said), "{text}");
}

/// Two minutes, which are neither read ahead nor played before the file is cut off.
#[test]
fn a_file_that_breaks_off_while_it_is_played_is_a_failure() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hello.wav");
    make(&path, &[1; 120 * 8_000]);
    let mut command = child::command(env!("CARGO_BIN_EXE_tapi3"));
    let command = command.args(["call", "1013", "--play"]).arg(&path);
    let command = command.stdin(Stdio::null()).stdout(Stdio::piped());
    let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let connected = lines.find(|line| line.as_ref().unwrap().ends_with(" connected"));
    assert!(connected.is_some(), "it is not answered");
    let file = std::fs::OpenOptions::new().write(true).open(&path).unwrap();
    file.set_len(20_000).unwrap();
    let rest: Vec<String> = lines.map(Result::unwrap).collect();
    let mut errors = String::new();
    let mut stderr = child.stderr.take().unwrap();
    stderr.read_to_string(&mut errors).unwrap();
    let status = child.wait().unwrap();
    assert_eq!(status.code(), Some(1), "{rest:?} {errors}");
    let reason = format!("{} became shorter while it was played", path.display());
    let told = rest
        .iter()
        .any(|line| line.contains(&format!("not played any further: {reason}")));
    assert!(told, "{rest:?}");
    let said = format!("tapi3: the file was not played to its end: {reason}");
    assert!(errors.starts_with(&said), "{errors}");
}
