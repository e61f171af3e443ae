//! The C example for TAPI 2 does what its head says, as C and as C++.

#[path = "support/compiler.rs"]
mod compiler;
#[path = "support/programs.rs"]
mod programs;

use programs::{Language, build};

const COMPAT: [&str; 2] = ["-I", "include/tapi3/compat"];

fn dial(language: Language, more: &[&str]) -> programs::Program {
    let options = [&COMPAT[..], more].concat();
    build(&["c-examples/tapi2_dial.c"], language, &options)
}

#[test]
fn it_dials_watches_and_hangs_up() {
    let states = ["call: proceeding", "call: connected", "call: idle"];
    let sanitized = ["-fsanitize=address", "-fno-omit-frame-pointer"];
    for program in [
        dial(Language::C, &[]),
        dial(Language::Cpp, &[]),
        dial(Language::C, &sanitized),
    ] {
        let outcome = program.run(&[]).succeeded();
        let calls = outcome.stdout.lines().filter(|l| l.starts_with("call: "));
        assert_eq!(calls.collect::<Vec<_>>(), states, "{}", outcome.report());
    }
    dial(Language::C, &[]).run_under_valgrind(&[]).succeeded();
}

#[test]
fn it_says_why_a_call_does_not_come_about() {
    let program = dial(Language::C, &[]);
    for (destination, why) in [
        ("1002", "call: disconnected: busy"),
        ("1004", "call: disconnected: refused"),
        ("9999", "call: disconnected: no such number"),
    ] {
        let outcome = program.run(&[destination]).ended_with(1);
        let lines: Vec<&str> = outcome.stdout.lines().collect();
        assert_eq!(
            &lines[lines.len() - 2..],
            [why, "call: idle"],
            "{}",
            outcome.report()
        );
    }
}
