//! The command `tapi3` when its output cannot be written: on a full disk it fails and says so, a
//! reader who has left is no failure, and neither is a panic.

#[path = "support/child.rs"]
mod child;

use std::fs::OpenOptions;
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::process::{Command, Output, Stdio};

fn tapi3(arguments: &[&str]) -> Command {
    let mut command = child::command(env!("CARGO_BIN_EXE_tapi3"));
    command.args(arguments).stdin(Stdio::null());
    command
}

fn full() -> Stdio {
    let file = OpenOptions::new().write(true).open("/dev/full");
    file.expect("/dev/full").into()
}

/// One end of a connection whose other end is gone.
fn abandoned() -> Stdio {
    let (reader, writer) = UnixStream::pair().expect("a pair of sockets");
    drop(reader);
    OwnedFd::from(writer).into()
}

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

const COMMANDS: &[&[&str]] = &[
    &["lines"],
    &["call", "1001", "--for", "10ms"],
    &["passwd", "--token"],
    &["translate", "+49 (30) 123"],
    &["--help"],
    &["--version"],
    &["help", "call"],
    &["lines", "--help"],
];

#[test]
fn a_full_disk_fails_every_command_with_a_message() {
    let serve: &[&str] = &[
        "serve",
        "--demo",
        "--listen",
        "127.0.0.1:0",
        "--log",
        "error",
    ];
    for arguments in COMMANDS.iter().chain([&serve]) {
        let output = tapi3(arguments).stdout(full()).output().expect("it starts");
        let errors = errors(&output);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {errors}");
        assert!(
            errors.starts_with("tapi3: standard output cannot be written: "),
            "{arguments:?}: {errors}"
        );
        assert_eq!(errors.lines().count(), 1, "{arguments:?}: {errors}");
    }
}

#[test]
fn a_reader_who_has_left_is_no_failure() {
    for arguments in COMMANDS {
        let output = tapi3(arguments).stdout(abandoned()).output();
        let output = output.expect("it starts");
        let errors = errors(&output);
        assert!(output.status.success(), "{arguments:?}: {errors}");
        assert_eq!(errors, "", "{arguments:?}");
    }
}

#[test]
fn a_failure_that_cannot_be_told_is_still_that_failure() {
    for stderr in [full, abandoned] {
        let mut command = tapi3(&["--config", "/nonexistent/tapi3.toml", "lines"]);
        let status = command.stderr(stderr()).status().expect("it starts");
        assert_eq!(status.code(), Some(1));
        let mut command = tapi3(&["call", "1001", "--for", "1s1s"]);
        let status = command.stderr(stderr()).status().expect("it starts");
        assert_eq!(status.code(), Some(2));
    }
}
