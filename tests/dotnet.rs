//! A program for .NET that calls `tapi32.dll`, under Mono: with the names that `make install` gives the
//! library, by each way to its messages. Without Mono the test says so and ends, unless
//! `TAPI3_REQUIRE_TOOLS` is set, as it is in CI; `scripts/setup` installs it.

#[path = "support/child.rs"]
mod child;
#[path = "support/compiler.rs"]
mod compiler;

use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The names that the Makefile gives the library for Mono.
fn names() -> Vec<&'static str> {
    let makefile = include_str!("../Makefile");
    let line = makefile
        .lines()
        .find_map(|line| line.strip_prefix("TAPI32  := "));
    line.expect("the Makefile has the names")
        .split(' ')
        .collect()
}

/// The program, and the library beside it under those names. Nothing without Mono.
fn built() -> Option<TempDir> {
    let needed = std::env::var_os("TAPI3_REQUIRE_TOOLS").is_some();
    let folder = tempfile::tempdir().unwrap();
    for name in names() {
        symlink(compiler::library(), folder.path().join(name)).unwrap();
    }
    let mut command = child::command("mcs");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/dotnet/Dial.cs");
    command.args(["-nologo", "-warnaserror"]).arg(source);
    command.arg(format!("-out:{}", program(&folder).display()));
    let compiled = command.output();
    let found = child::command("mono").arg("--version").output();
    match found.and(compiled) {
        Ok(output) => {
            let words = String::from_utf8_lossy(&output.stdout);
            let errors = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{words}{errors}");
            Some(folder)
        }
        Err(error) if !needed => {
            eprintln!("skipped: {error}");
            None
        }
        Err(error) => panic!("mcs or mono cannot be started: {error}"),
    }
}

fn program(folder: &TempDir) -> PathBuf {
    folder.path().join("Dial.exe")
}

fn dials(way: &str) {
    let Some(folder) = built() else { return };
    let mut command = child::command("timeout");
    // A program that does not end.
    command.args(["300", "mono"]);
    command.arg(program(&folder)).args([way, "1001"]);
    command.env("LD_LIBRARY_PATH", folder.path());
    let output = command.output().unwrap();
    let words = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{words}{errors}");
    let mut expected = vec![
        "reply 0",
        "state 0x200",
        "state 0x100",
        "connected with 1001",
        "reply 0",
        "state 0x1",
    ];
    if way != "leaving" {
        expected.push("over, 2 lines");
    }
    assert_eq!(words.lines().collect::<Vec<_>>(), expected, "{errors}");
}

#[test]
fn a_program_waits_for_the_event_of_its_messages() {
    dials("event");
}

#[test]
fn a_program_is_called_back() {
    dials("callback");
}

#[test]
fn a_program_waits_in_line_get_message() {
    dials("blocking");
}

#[test]
fn a_program_may_end_without_line_shutdown() {
    dials("leaving");
}
