//! The examples of `c-examples/`: they do what they say on the simulated exchange, in C and C++,
//! under valgrind and with AddressSanitizer.

#[path = "support/compiler.rs"]
mod compiler;
#[path = "support/programs.rs"]
mod programs;

use programs::{Language, Outcome, Program, Running, build, run};
use std::io::Write;
use std::path::Path;
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
    let told = "No line for audio is called \"Nobody's\": TAPI_E_NOITEMS";
    assert!(outcome.stderr.contains(told), "{}", outcome.report());
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
    // Each call is over before the next one comes.
    let seldom = CALLED_UP.replace("every = \"500ms\"", "every = \"5s\"");
    assert_ne!(seldom, CALLED_UP);
    let configuration = configuration(&seldom);
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

/// Two lines that call each other.
const TWO_LINES: &str = r#"
[[line]]
name = "Desk"
provider = "sim"
address = "2001"

[[line]]
name = "Reception"
provider = "sim"
address = "2002"
"#;

/// Writes a WAV file with 400 ms of a tone of 1,000 Hz: 16 bits, mono, 8,000 samples a second.
fn write_tone(path: &Path) {
    let samples = (0..3200_u32).map(|n| {
        let phase = f64::from(n) / 8.0 * std::f64::consts::TAU;
        (phase.sin() * 8000.0) as i16
    });
    let samples: Vec<u8> = samples.flat_map(i16::to_le_bytes).collect();
    let length = samples.len() as u32;
    let head = b"WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x80\x3e\0\0\x02\0\x10\0data";
    let parts = [
        &b"RIFF"[..],
        &(36 + length).to_le_bytes(),
        head,
        &length.to_le_bytes(),
        &samples,
    ];
    std::fs::write(path, parts.concat()).expect("a file is written");
}

/// How many of the samples of a WAV file with a header of the usual length are loud.
fn loud_samples(path: &Path) -> usize {
    let bytes = std::fs::read(path).expect("a recording");
    let (head, samples) = bytes.split_at(44);
    let said = u32::from_le_bytes([head[40], head[41], head[42], head[43]]);
    assert_eq!(said as usize, samples.len(), "the recording is complete");
    let samples = samples.chunks_exact(2);
    let loud = samples.filter(|pair| i16::from_le_bytes([pair[0], pair[1]]).abs() > 2000);
    loud.count()
}

#[test]
fn the_answering_machine_plays_and_records() {
    let configuration = configuration(TWO_LINES);
    let folder = tempfile::tempdir().expect("a folder");
    let (greeting, recording) = (
        folder.path().join("hello.wav"),
        folder.path().join("in.wav"),
    );
    write_tone(&greeting);
    let paths = [&greeting, &recording].map(|path| path.to_str().expect("a path"));
    let options = ["--line", "Reception", "--seconds", "3", "--try", "Desk"];
    let arguments = [&paths[..], &options].concat();
    let mut programs = every_build("answering_machine.c");
    let plain = example("answering_machine.c", Language::C, &[]);
    let commands = programs
        .iter_mut()
        .map(|program| program.command(&arguments));
    for mut command in commands.chain([plain.valgrind(&arguments)]) {
        let outcome = run(command.env("TAPI3_CONFIG", configuration.path())).succeeded();
        assert_eq!(
            events(&outcome),
            [
                "offering",
                "connected",
                "greeting began",
                "greeting ended",
                "recording began",
                "disconnected (normal)"
            ],
            "{}",
            outcome.report()
        );
        // The caller goes on when the greeting is over.
        assert!(loud_samples(&recording) > 0, "{}", outcome.report());
        let length = std::fs::metadata(&recording).expect("a recording").len();
        assert!(length > 44 + 8000, "{length} bytes");
        std::fs::remove_file(&recording).expect("a recording");
    }
}

#[test]
fn the_answering_machine_lets_nobody_in_without_its_greeting() {
    let configuration = configuration(TWO_LINES);
    let program = example("answering_machine.c", Language::C, &[]);
    let arguments = [
        "/nowhere/hello.wav",
        "/nowhere/in.wav",
        "--line",
        "Reception",
    ];
    let arguments = [&arguments[..], &["--try", "Desk"]].concat();
    let outcome = run(program
        .command(&arguments)
        .env("TAPI3_CONFIG", configuration.path()));
    let outcome = outcome.ended_with(1);
    assert!(outcome.stderr.contains("hello.wav"), "{}", outcome.report());
    assert!(
        !events(&outcome).contains(&"connected"),
        "{}",
        outcome.report()
    );
}

#[test]
fn a_caller_whose_line_is_missing_is_named_at_once_and_so_is_that_nobody_called() {
    let configuration = configuration(TWO_LINES);
    let program = example("ivr.c", Language::C, &[]);
    for (options, told) in [
        (
            ["--try", "Nobody's"],
            "The caller's line \"Nobody's\" was not found.",
        ),
        (["--timeout", "0"], "Nobody called within 0 seconds."),
    ] {
        let outcome = run(program
            .command(&options)
            .env("TAPI3_CONFIG", configuration.path()));
        let outcome = outcome.ended_with(1);
        assert!(outcome.stderr.contains(told), "{}", outcome.report());
        // Not what a provider would have said, who was not asked.
        assert!(!outcome.stderr.contains("provider"), "{}", outcome.report());
    }
}

#[test]
fn the_voice_menu_gathers_digits() {
    let configuration = configuration(TWO_LINES);
    let options = ["--line", "Reception", "--try", "Desk"];
    let plain = example("ivr.c", Language::C, &[]);
    let programs = every_build("ivr.c");
    let commands = programs.iter().map(|program| program.command(&options));
    for mut command in commands.chain([plain.valgrind(&options)]) {
        let outcome = run(command.env("TAPI3_CONFIG", configuration.path())).succeeded();
        let digits = "digits: 12# (ended by the caller)";
        let told = outcome.stdout.lines().any(|line| line == digits);
        assert!(told, "{}", outcome.report());
    }
}

/// Runs the command until it prints such a line, then asks it to end.
fn until(command: &mut Command, wanted: impl Fn(&str) -> bool) -> Outcome {
    let mut running = Running::start(command);
    let found = running.wait_for(wanted);
    running.interrupt();
    let outcome = running.end();
    assert!(found, "the line did not come\n{}", outcome.report());
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
        // The first calls may have come before the program looked.
        let is_of_ann = |line: &str| line.ends_with(" from 1005 named Ann to 2002");
        let is_offering = |line: &str| line.starts_with("offering: call ") && is_of_ann(line);
        let outcome = until(&mut command, is_offering).succeeded();
        let offering = outcome.stdout.lines().find(|line| is_offering(line));
        let new = offering.map(|line| line.replace("offering:", "new (monitor):"));
        for line in ["watching: Desk", "watching: Reception"]
            .into_iter()
            .chain(new.as_deref())
        {
            let told = outcome.stdout.lines().any(|l| l == line);
            assert!(told, "no line \"{line}\"\n{}", outcome.report());
        }
    }
}
