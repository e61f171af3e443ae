//! A program for .NET that calls `tapi32.dll`, under Mono: with the names that `make install` gives the
//! library, by each way to its messages. Without Mono the test says so and ends, unless
//! `TAPI3_REQUIRE_TOOLS` is set, as it is in CI; `scripts/setup` installs it.

#[path = "support/child.rs"]
mod child;
#[path = "support/compiler.rs"]
mod compiler;

use std::os::unix::fs::symlink;
use std::path::Path;
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

/// Programs of `tests/dotnet`, each with the options of the compiler for it, and the library beside them
/// under those names. Nothing without Mono.
fn built(programs: &[(&str, &[&str])]) -> Option<TempDir> {
    let needed = std::env::var_os("TAPI3_REQUIRE_TOOLS").is_some();
    let folder = tempfile::tempdir().unwrap();
    for name in names() {
        symlink(compiler::library(), folder.path().join(name)).unwrap();
    }
    for (source, options) in programs {
        let mut command = child::command("mcs");
        let source = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/dotnet")
            .join(source);
        command.args(["-nologo", "-warnaserror"]).arg(source);
        command.args(*options).current_dir(folder.path());
        let compiled = command.output();
        let found = child::command("mono").arg("--version").output();
        match found.and(compiled) {
            Ok(output) => {
                let words = String::from_utf8_lossy(&output.stdout);
                let errors = String::from_utf8_lossy(&output.stderr);
                assert!(output.status.success(), "{words}{errors}");
            }
            Err(error) if !needed => {
                eprintln!("skipped: {error}");
                return None;
            }
            Err(error) => panic!("mcs or mono cannot be started: {error}"),
        }
    }
    Some(folder)
}

/// What a program says.
fn run(folder: &TempDir, program: &str, arguments: &[&str]) -> Vec<String> {
    let mut command = child::command("timeout");
    // A program that does not end.
    command.args(["300", "mono"]);
    command.arg(folder.path().join(program)).args(arguments);
    command.env("LD_LIBRARY_PATH", folder.path());
    let output = command.output().unwrap();
    let words = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{words}{errors}");
    words.lines().map(str::to_owned).collect()
}

fn dials(way: &str) {
    let Some(folder) = built(&[("Dial.cs", &["-out:Dial.exe"])]) else {
        return;
    };
    let words = run(&folder, "Dial.exe", &[way, "1001"]);
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
    assert_eq!(words, expected);
}

/// The settings that the documentation has for a library that looks for texts in `kernel32.dll`.
fn settings() -> &'static str {
    let page = include_str!("../docs/tapi2.md");
    let (_, behind) = page.split_once("```xml\n").expect("there are settings");
    behind.split_once("```").expect("and their end").0
}

#[test]
fn an_error_is_one_of_the_wrapper_library_without_a_text() {
    let programs: &[(&str, &[&str])] = &[
        ("Texts.cs", &["-target:library", "-out:Texts.dll"]),
        ("Failing.cs", &["-r:Texts.dll", "-out:Failing.exe"]),
    ];
    let Some(folder) = built(programs) else {
        return;
    };
    // Mono has none of these functions itself.
    assert_eq!(run(&folder, "Failing.exe", &[]), ["no LoadLibraryEx"]);
    std::fs::write(folder.path().join("Texts.dll.config"), settings()).unwrap();
    assert_eq!(run(&folder, "Failing.exe", &[]), ["0x80000014 \"\""]);
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
