//! Memory runs out in every method that works: the programs `tests/c/out_of_memory_*.c` let each
//! allocation of each method fail, and say which methods they really called so. Together with the
//! exceptions that `docs/conventions.md` names, that is the list of all that works.

#[path = "support/compiler.rs"]
mod compiler;
#[path = "support/out_of_memory.rs"]
mod out_of_memory;
#[path = "support/programs.rs"]
mod programs;

use codegen::{parse, symbols, works};
use out_of_memory::{complete, program, run_late};
use programs::{Language, Outcome, root};
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// Under this heading `docs/conventions.md` has the table of exceptions.
const HEADING: &str = "### What may end the process instead";

/// What never may be an exception: a hang-up, and what ends things.
const NEVER: [&str; 8] = [
    "ITBasicCallControl::Disconnect",
    "ITTAPI::Shutdown",
    "IUnknown::Release",
    "IUnknown::AddRef",
    "lineDrop",
    "lineDeallocateCall",
    "lineClose",
    "lineShutdown",
];

fn run(name: &str, language: Language) -> Outcome {
    program(name, language).run(&[])
}

/// The programs, each as C and as C++, and what the first of the two printed.
macro_rules! programs {
    ($($name:ident)*) => {
        $(mod $name {
            use super::*;

            pub fn outcome() -> &'static Outcome {
                static OUTCOME: OnceLock<Outcome> = OnceLock::new();
                OUTCOME.get_or_init(|| run(stringify!($name), Language::C))
            }

            #[test]
            fn every_failure_is_survived() {
                complete(outcome());
            }

            #[test]
            fn every_failure_is_survived_in_cpp() {
                complete(&run(stringify!($name), Language::Cpp));
            }

            #[test]
            fn every_failure_is_survived_where_the_library_is_loaded_late() {
                complete(&run_late(stringify!($name)));
            }
        })*

        const OUTCOMES: &[fn() -> &'static Outcome] = &[$($name::outcome),*];
    };
}

programs! {
    address
    digits
    forwarding
    ending
    events
    functions
    calls
    info
    lists
    log
    objects
    queue
    refused
    streaming
    streams
    tapi
    tapi2
    tapi2_lines
    tapi2_redirect
    tapi2_tones
    translation
}

/// What works, methods and functions.
fn working() -> BTreeSet<String> {
    let description = parse::read_folder(&root().join("idl")).expect("descriptions");
    let mut working = works::working(&description, root()).expect("sources");
    working.extend(symbols::functions(root()).expect("sources"));
    working.extend(symbols::working_tapi2(root()).expect("sources"));
    working.into_iter().collect()
}

/// The names in the first column of the table, and whether each has a reason.
fn exceptions() -> Vec<(String, bool)> {
    let page = std::fs::read_to_string(root().join("docs/conventions.md")).expect("a page");
    let (_, section) = page.split_once(HEADING).expect("the section of exceptions");
    let rows = section.lines().skip(1).take_while(|l| !l.starts_with('#'));
    rows.filter_map(|row| {
        let (name, reason) = row.strip_prefix("| `")?.split_once("` |")?;
        Some((name.to_owned(), reason.trim_matches(['|', ' ']).len() > 20))
    })
    .collect()
}

fn listed(names: &BTreeSet<String>) -> String {
    names.iter().map(|name| format!("\n    {name}")).collect()
}

#[test]
fn every_working_method_has_a_scenario_or_is_a_named_exception() {
    let working = working();
    let ran: BTreeSet<String> = (OUTCOMES.iter())
        .flat_map(|outcome| outcome().stdout.lines())
        .filter_map(|line| line.strip_prefix("# ran ").map(str::to_owned))
        .collect();
    let excepted: BTreeSet<String> = exceptions().into_iter().map(|(name, _)| name).collect();

    let known = &ran | &excepted;
    let missing = &working - &known;
    assert!(
        missing.is_empty(),
        "these work, and no program lets memory run out in them; write a scenario, or name them \
         in docs/conventions.md with the reason:{}",
        listed(&missing)
    );
    let unknown = &known - &working;
    assert!(
        unknown.is_empty(),
        "these have a scenario or are exceptions, but do not work:{}",
        listed(&unknown)
    );
    let both = &ran & &excepted;
    assert!(
        both.is_empty(),
        "these have a scenario, so they are no exceptions:{}",
        listed(&both)
    );
}

#[test]
fn exceptions_have_reasons_and_a_hang_up_is_never_one() {
    for (name, has_reason) in exceptions() {
        assert!(has_reason, "{name} is an exception without a reason");
        assert!(!NEVER.contains(&name.as_str()), "{name} must survive");
    }
    assert!(NEVER.iter().all(|name| working().contains(*name)));
}
