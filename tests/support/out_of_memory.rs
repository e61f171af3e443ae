//! Builds the programs `tests/c/out_of_memory_*.c`, with the macros that say which methods run, and
//! reads what they print.

use super::programs::{CHECKS, Language, Outcome, Program, build, root};
use codegen::{parse, recorded};

/// The allocator that fails.
const ALLOCATOR: &str = "tests/c/support/failing_malloc.c";

/// Builds from `sources`, with these options; the first source names the program.
fn build_with_record(sources: &[&str], language: Language, options: &[&str]) -> Program {
    let description = parse::read_folder(&root().join("idl")).expect("descriptions");
    let header = recorded::write(&description, root()).expect("a header");
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("recorded_methods.h"), header).expect("a file");
    let include = format!("-I{}", folder.path().display());
    let mut all = vec![include.as_str()];
    all.extend(options);
    build(sources, language, &all)
}

fn source(name: &str) -> String {
    format!("tests/c/out_of_memory_{name}.c")
}

/// Builds one of them.
pub fn program(name: &str, language: Language) -> Program {
    let main = source(name);
    let sources = [main.as_str(), CHECKS[0], CHECKS[1], ALLOCATOR];
    build_with_record(&sources, language, &[])
}

/// Runs one of them in a process that has loaded the library late.
#[allow(dead_code, reason = "each test file uses its part")]
pub fn run_late(name: &str) -> Outcome {
    let (main, options) = (source(name), ["-fPIC", "-shared"]);
    let program = build_with_record(
        &[main.as_str(), CHECKS[0], CHECKS[1]],
        Language::C,
        &options,
    );
    // What the allocator reports with is in the program; the library comes with the program, too.
    let options = [
        "-rdynamic",
        "-Wl,--as-needed,-z,lazy,--unresolved-symbols=ignore-all",
    ];
    let sources = ["tests/c/support/late_host.c", ALLOCATOR];
    let host = build_with_record(&sources, Language::C, &options);
    let program = program.command(&[]);
    host.run(&[program.get_program().to_str().expect("a path")])
}

/// It ended well and came to its plan; a program that stops in the middle has none.
#[track_caller]
pub fn complete(outcome: &Outcome) {
    assert!(outcome.status.success(), "{}", outcome.report());
    let checks = outcome.stdout.lines().filter(|l| l.starts_with("ok "));
    let plan = format!("1..{}", checks.count());
    let last = outcome.stdout.lines().last();
    assert_eq!(last, Some(plan.as_str()), "{}", outcome.report());
}
