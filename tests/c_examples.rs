//! The examples of `c-examples/`: they do what they say on the simulated exchange, in C and C++,
//! under valgrind and with AddressSanitizer.

#[path = "support/compiler.rs"]
mod compiler;
#[path = "support/programs.rs"]
mod programs;

use programs::{Language, Outcome, Program, Running, build, run};
use std::io::Write;
use std::process::Command;
use tempfile::NamedTempFile;

const ASAN: &[&str] = &["-fsanitize=address", "-fno-omit-frame-pointer"];

/// Two lines; extension 1005 calls the second of them, talks for a moment, and calls again.
const CALLED_UP: &str = r#"
[[line]]
name = "Desk"
provider = "sim"
address = "2001"

[[line]]
name = "Reception"
provider = "sim"
address = "2002"

[[simulation.extension]]
number = "1005"
name = "Ann"
behaviour = "answer"
hang_up_after = "50ms"

[[simulation.call]]
from = "1005"
to = "2002"
after = "200ms"
every = "500ms"
"#;

/// What clang and gcc call undefined, the type information behind vtables included.
const UNDEFINED: &[&str] = &[
    "-fsanitize=address,undefined,vptr",
    "-fno-sanitize-recover=all",
    "-fno-omit-frame-pointer",
];

fn configuration(text: &str) -> NamedTempFile {
    let mut file = NamedTempFile::new().expect("a file for the configuration");
    file.write_all(text.as_bytes())
        .expect("the file is written");
    file
}

fn example(file: &str, language: Language, options: &[&str]) -> Program {
    build(&[&format!("c-examples/{file}")], language, options)
}

/// The example, in every way in which it can be built.
fn every_build(file: &str) -> Vec<Program> {
    let mut programs = vec![
        example(file, Language::Cpp, &[]),
        example(file, Language::Cpp, ASAN),
        example(file, Language::Cpp, UNDEFINED),
    ];
    if file.ends_with(".c") {
        programs.push(example(file, Language::C, &[]));
        programs.push(example(file, Language::C, ASAN));
    }
    programs
}

/// The lines of a program that tell events.
fn events(outcome: &Outcome) -> Vec<&str> {
    let told = outcome.stdout.lines();
    told.filter_map(|line| line.strip_prefix("event: "))
        .collect()
}

/// It connected a call and hung up.
#[track_caller]
fn hung_up(outcome: Outcome) {
    let outcome = outcome.succeeded();
    assert_eq!(
        events(&outcome),
        ["in progress", "connected", "disconnected (normal)"],
        "{}",
        outcome.report()
    );
    let result = outcome.stdout.lines().any(|l| l == "Disconnect: S_OK");
    assert!(result, "{}", outcome.report());
    assert_eq!(outcome.stderr, "");
}

#[test]
fn hangup_hangs_up() {
    for file in ["hangup.c", "hangup.cpp"] {
        for program in every_build(file) {
            hung_up(program.run(&[]));
            hung_up(program.run(&["--line", "Simulated line 2", "1001"]));
        }
        hung_up(example(file, Language::Cpp, &[]).run_under_valgrind(&[]));
    }
    hung_up(example("hangup.c", Language::C, &[]).run_under_valgrind(&[]));
}

#[test]
fn hangup_says_why_a_call_does_not_come_about() {
    for (number, error, end) in [
        ("1002", "TAPI_E_DESTBUSY", "disconnected (busy)"),
        ("1004", "TAPI_E_DESTUNAVAIL", "disconnected (rejected)"),
        ("4711", "TAPI_E_INVALADDRESS", "disconnected (bad address)"),
    ] {
        for file in ["hangup.c", "hangup.cpp"] {
            let program = example(file, Language::Cpp, &[]);
            let outcome = program.run_under_valgrind(&[number]).ended_with(1);
            assert_eq!(events(&outcome), ["in progress", end]);
            assert!(outcome.stderr.contains(error), "{}", outcome.report());
        }
    }
}

#[test]
fn hangup_names_a_line_that_is_missing_and_an_option_that_is_wrong() {
    let program = example("hangup.c", Language::C, &[]);
    let outcome = program.run_under_valgrind(&["--line", "Nobody's"]);
    let outcome = outcome.ended_with(1);
    assert!(
        outcome.stderr.contains("TAPI_E_NOITEMS"),
        "{}",
        outcome.report()
    );
    let outcome = program.run(&["--lines"]).ended_with(2);
    assert!(outcome.stderr.contains("usage:"), "{}", outcome.report());
}

#[test]
fn a_mistake_in_the_configuration_is_named() {
    let mistaken = configuration("[[line]]\nname = \"Desk\"\nprovider = \"sim\"\nadress = \"1\"\n");
    let program = example("hangup.c", Language::C, &[]);
    let mut command = program.valgrind(&[]);
    let outcome = run(command.env("TAPI3_CONFIG", mistaken.path())).ended_with(1);
    let name = mistaken.path().display().to_string();
    for part in ["Initialize", name.as_str(), "adress"] {
        assert!(outcome.stderr.contains(part), "{}", outcome.report());
    }
}

/// It answered so many calls and saw their callers hang up.
#[track_caller]
fn answered(outcome: Outcome, calls: usize) {
    let outcome = outcome.succeeded();
    let one = ["offering", "connected", "disconnected (normal)"];
    assert_eq!(events(&outcome), one.repeat(calls), "{}", outcome.report());
    let count = |wanted| outcome.stdout.lines().filter(|l| *l == wanted).count();
    assert_eq!(count("call from 1005 Ann"), calls, "{}", outcome.report());
    assert_eq!(count("Answer: S_OK"), calls, "{}", outcome.report());
}

#[test]
fn answer_answers() {
    let configuration = configuration(CALLED_UP);
    let options = ["--line", "Reception", "--timeout", "60"];
    let run = |command: &mut Command| run(command.env("TAPI3_CONFIG", configuration.path()));
    for program in every_build("answer.c") {
        answered(run(&mut program.command(&options)), 1);
    }
    let program = example("answer.c", Language::C, &[]);
    let twice = [&options[..], &["--count", "2"]].concat();
    answered(run(&mut program.valgrind(&twice)), 2);
}

#[test]
fn answer_gives_up_when_nobody_calls() {
    let program = example("answer.c", Language::C, &[]);
    let outcome = program.run_under_valgrind(&["--timeout", "1"]);
    let outcome = outcome.ended_with(1);
    assert_eq!(outcome.stdout, "waiting\n");
    assert!(outcome.stderr.contains("Nobody called"));
}

/// Runs the command until it prints this line, then asks it to end.
fn until(command: &mut Command, wanted: &str) -> Outcome {
    let mut running = Running::start(command);
    let found = running.wait_for_line(wanted);
    running.interrupt();
    let outcome = running.end();
    assert!(found, "no line \"{wanted}\"\n{}", outcome.report());
    outcome
}

#[test]
fn monitor_shows_the_caller() {
    let configuration = configuration(CALLED_UP);
    let programs = every_build("monitor.c");
    let plain = programs.iter().map(|program| program.command(&[]));
    let valgrind = programs
        .last()
        .map(|_| example("monitor.c", Language::C, &[]));
    let valgrind = valgrind.iter().map(|program| program.valgrind(&[]));
    for mut command in plain.chain(valgrind) {
        command.env("TAPI3_CONFIG", configuration.path());
        let line = "offering: call 1 from 1005 named Ann to 2002";
        let outcome = until(&mut command, line).succeeded();
        for line in [
            "watching: Desk",
            "watching: Reception",
            "new (monitor): call 1 from 1005 named Ann to 2002",
        ] {
            let told = outcome.stdout.lines().any(|l| l == line);
            assert!(told, "no line \"{line}\"\n{}", outcome.report());
        }
    }
}
