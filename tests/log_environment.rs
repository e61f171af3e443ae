//! `TAPI3_LOG`: what it lets through to standard error, and what a wrong value does.

#[path = "support/compiler.rs"]
mod compiler;
#[path = "support/programs.rs"]
mod programs;

use programs::{Language, Outcome, Program, build, run};
use std::process::Stdio;
use std::time::{Duration, Instant};

fn program() -> Program {
    build(&["tests/c/log_environment.c"], Language::C, &[])
}

fn with(program: &Program, value: &str) -> Outcome {
    run(program.command(&[]).env("TAPI3_LOG", value)).succeeded()
}

/// The lines without their times, which must be there.
fn lines(outcome: &Outcome) -> Vec<&str> {
    outcome
        .stderr
        .lines()
        .map(|line| {
            let (time, rest) = line.split_once(' ').expect("a time");
            assert!(time.starts_with("20") && time.ends_with('Z'), "{line}");
            rest.trim_start()
        })
        .collect()
}

#[test]
fn the_filter_decides_what_is_written() {
    let program = program();
    let error = "ERROR test: one\\nerror";
    let information = "INFO test: an information";
    let detail = "DEBUG test::part: a detail";
    for (value, wanted) in [
        ("", &[][..]),
        ("off", &[]),
        ("error", &[error]),
        ("info", &[error, information]),
        ("trace", &[error, information, detail]),
        ("test::part=debug", &[detail]),
        ("debug,test=error", &[error]),
        ("tapi3::sip=debug", &[]),
    ] {
        assert_eq!(lines(&with(&program, value)), wanted, "{value}");
    }
    let silent = program.run(&[]).succeeded();
    assert_eq!(silent.stderr, "");
}

#[test]
fn a_wrong_filter_is_told_once_and_the_rest_of_it_holds() {
    let program = program();
    let outcome = with(&program, "loud,test=info,quiet");
    let (first, rest) = outcome.stderr.split_once('\n').expect("a line");
    assert!(
        first.contains("TAPI3_LOG") && first.contains("loud") && first.contains("quiet"),
        "{first}"
    );
    assert_eq!(rest.lines().count(), 2, "{rest}");
    assert!(!rest.contains("TAPI3_LOG"), "{rest}");
}

#[test]
fn a_standard_error_that_nobody_reads_holds_nobody_up() {
    let program = program();
    let mut child = program
        .command(&["much"])
        .env("TAPI3_LOG", "trace")
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let deadline = Instant::now() + Duration::from_secs(120);
    let status = loop {
        if let Some(status) = child.try_wait().expect("a child to wait for") {
            break Some(status);
        }
        if Instant::now() > deadline {
            break None;
        }
        std::thread::sleep(Duration::from_millis(10));
    };
    let _ = child.kill();
    assert!(status.is_some_and(|status| status.success()), "{status:?}");
}

#[test]
fn a_standard_error_that_is_closed_or_full_is_no_failure() {
    let program = program();
    for full in ["/dev/full", "/dev/null"] {
        let file = std::fs::OpenOptions::new().write(true).open(full);
        let status = program
            .command(&[])
            .env("TAPI3_LOG", "trace")
            .stdout(Stdio::null())
            .stderr(file.expect("a device"))
            .status();
        assert!(status.expect("the program starts").success(), "{full}");
    }
    // The reader of the pipe has left.
    let (reader, writer) = std::os::unix::net::UnixStream::pair().expect("a pair of sockets");
    drop(reader);
    let writer = std::os::fd::OwnedFd::from(writer);
    let status = program
        .command(&[])
        .env("TAPI3_LOG", "trace")
        .stdout(Stdio::null())
        .stderr(writer)
        .status();
    assert!(status.expect("the program starts").success());
}
