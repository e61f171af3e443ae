//! `tapi3 call` with sound: what is played comes back from an extension that echoes, digits are sent
//! and heard, and files that cannot be used are said before anybody is called.

#[path = "support/child.rs"]
mod child;

use std::fs::File;
use std::path::Path;
use std::process::{Output, Stdio};
use tapi3_media::wav::{Coding, Container, Reader, Spec, Writer};

fn call(arguments: &[&str]) -> Output {
    let mut command = child::command(env!("CARGO_BIN_EXE_tapi3"));
    let command = command.arg("call").args(arguments).stdin(Stdio::null());
    command.output().expect("it starts")
}

fn said(output: &Output) -> String {
    let (out, errors) = (&output.stdout, &output.stderr);
    String::from_utf8_lossy(out).into_owned() + &String::from_utf8_lossy(errors)
}

/// Half a second that is not like any other half second.
fn sound() -> Vec<i16> {
    (0..4_000).map(|n: i16| n.wrapping_mul(7)).collect()
}

fn write(path: &Path, samples: &[i16]) {
    let spec = Spec {
        container: Container::Wave,
        coding: Coding::Pcm16,
        rate: 8_000,
        channels: 1,
    };
    let file = File::create(path).unwrap();
    let mut writer = Writer::new(file, spec).unwrap();
    writer.write(samples).unwrap();
    writer.finish().unwrap();
}

fn read(path: &Path) -> Vec<i16> {
    let mut reader = Reader::new(File::open(path).unwrap()).unwrap();
    let frames = reader.frames().unwrap();
    let mut samples = vec![0; usize::try_from(frames).unwrap()];
    assert_eq!(reader.read(&mut samples).unwrap(), samples.len());
    samples
}

#[test]
fn what_is_played_to_an_echo_is_recorded() {
    let folder = tempfile::tempdir().unwrap();
    let (hello, back) = (
        folder.path().join("hello.wav"),
        folder.path().join("in.wav"),
    );
    write(&hello, &sound());
    let (hello, name) = (hello.to_str().unwrap(), back.to_str().unwrap());
    let output = call(&["1013", "--play", hello, "--record", name]);
    let text = said(&output);
    assert!(output.status.success(), "{text}");
    assert!(text.contains("the file was played\n"), "{text}");
    assert!(text.ends_with("disconnected\n"), "{text}");
    let recorded = read(&back);
    let found = recorded.windows(4_000).position(|part| part == sound());
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
}
