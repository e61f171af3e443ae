//! Builds the programs `tests/c/out_of_memory_*.c`, with the macros that say which methods run, and
//! reads what they print.

use super::programs::{Language, Outcome, Program, build, root};
use codegen::{parse, recorded};

/// Builds one of them.
pub fn program(name: &str, language: Language) -> Program {
    let description = parse::read_folder(&root().join("idl")).expect("descriptions");
    let header = recorded::write(&description, root()).expect("a header");
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("recorded_methods.h"), header).expect("a file");
    let main = format!("tests/c/out_of_memory_{name}.c");
    let sources = [
        main.as_str(),
        "tests/c/support/tapi_test.c",
        "tests/c/support/failing_malloc.c",
    ];
    let include = format!("-I{}", folder.path().display());
    build(&sources, language, &[&include])
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
