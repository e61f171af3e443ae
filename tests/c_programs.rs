//! The test programs in `tests/c`, which hold the library through its C ABI: as C and as C++,
//! under valgrind and with AddressSanitizer.

#[path = "support/compiler.rs"]
mod compiler;
#[path = "support/programs.rs"]
mod programs;

use programs::{Language, Outcome, Program, build_test};

fn program(name: &str, language: Language, options: &[&str]) -> Program {
    build_test(name, language, options)
}

/// The program ended well and came to its plan; a program that stops in the middle has none.
#[track_caller]
fn complete(outcome: Outcome) {
    let outcome = outcome.succeeded();
    let checks = outcome.stdout.lines().filter(|l| l.starts_with("ok "));
    let plan = format!("1..{}", checks.count());
    assert_eq!(
        outcome.stdout.lines().last(),
        Some(plan.as_str()),
        "{}",
        outcome.report()
    );
}

fn plain(name: &str) {
    for language in [Language::C, Language::Cpp] {
        complete(program(name, language, &[]).run(&[]));
    }
}

fn valgrind(name: &str) {
    // Valgrind makes a program thirty times slower.
    let arguments: &[&str] = if name == "stress" { &["800"] } else { &[] };
    complete(program(name, Language::C, &[]).run_under_valgrind(arguments));
}

fn address_sanitizer(name: &str) {
    let options = ["-fsanitize=address", "-fno-omit-frame-pointer"];
    complete(program(name, Language::C, &options).run(&[]));
}

/// The tests of one program.
macro_rules! programs {
    ($($name:ident: $($how:ident)*;)*) => {$(
        mod $name {
            $(#[test]
            fn $how() {
                super::$how(stringify!($name));
            })*
        }
    )*};
}

programs! {
    address_methods: plain valgrind address_sanitizer;
    addresses_live: plain valgrind address_sanitizer;
    call_groups: plain valgrind address_sanitizer;
    call_info: plain valgrind address_sanitizer;
    call_methods: plain valgrind address_sanitizer;
    cancelled: plain valgrind address_sanitizer;
    disconnect_table: plain valgrind address_sanitizer;
    disconnect_threads: plain valgrind address_sanitizer;
    each_other: plain valgrind address_sanitizer;
    log: plain valgrind address_sanitizer;
    media_addresses: plain valgrind address_sanitizer;
    media_digits: plain valgrind address_sanitizer;
    media_files: plain valgrind address_sanitizer;
    media_streaming: plain valgrind address_sanitizer;
    media_streams: plain valgrind address_sanitizer;
    media_terminals: plain valgrind address_sanitizer;
    media_types: plain valgrind address_sanitizer;
    odd_addresses: plain valgrind address_sanitizer;
    plain_texts: plain valgrind address_sanitizer;
    small_stack: plain;
    static_terminals: plain valgrind address_sanitizer;
    stress: plain valgrind address_sanitizer;
    tapi2_buffers: plain address_sanitizer;
    tapi2_calls: plain valgrind address_sanitizer;
    tapi2_capabilities: plain address_sanitizer;
    tapi2_consultations: plain address_sanitizer;
    tapi2_drop: plain valgrind address_sanitizer;
    tapi2_features: plain valgrind address_sanitizer;
    tapi2_functions: plain valgrind address_sanitizer;
    tapi2_hand_off: plain valgrind address_sanitizer;
    tapi2_line_features: plain valgrind address_sanitizer;
    tapi2_lines: plain valgrind address_sanitizer;
    tapi2_messages: plain valgrind address_sanitizer;
    tapi2_races: plain address_sanitizer;
    tapi2_redirect: plain valgrind address_sanitizer;
    tapi2_sharing: plain valgrind address_sanitizer;
    tapi2_sizes: plain valgrind address_sanitizer;
    tapi2_tones: plain valgrind address_sanitizer;
    tapi2_untaken: plain;
    tapi2_translation: plain valgrind address_sanitizer;
    tapi2_unanswered: plain valgrind address_sanitizer;
    tapi2_wide: plain valgrind address_sanitizer;
    tapi_methods: plain valgrind address_sanitizer;
    translation: plain valgrind address_sanitizer;
}

/// The checks above prove something only if these tools see a broken program for what it is.
mod the_tools_work {
    use super::Language;
    use super::programs::build;

    #[test]
    fn address_sanitizer_is_linked_in() {
        let broken = build(
            &["tests/c/support/broken.c"],
            Language::C,
            &["-fsanitize=address"],
        );
        let outcome = broken.run(&["use-after-free"]);
        assert!(!outcome.status.success(), "{}", outcome.report());
        let found = outcome
            .stderr
            .contains("AddressSanitizer: heap-use-after-free");
        assert!(found, "{}", outcome.report());
        let outcome = broken.run(&["leak"]);
        assert!(!outcome.status.success(), "{}", outcome.report());
        let found = outcome
            .stderr
            .contains("LeakSanitizer: detected memory leaks");
        assert!(found, "{}", outcome.report());
        broken.run(&["nothing"]).succeeded();
    }

    #[test]
    fn valgrind_finds_errors_and_leaks() {
        let broken = build(&["tests/c/support/broken.c"], Language::C, &[]);
        for fault in ["use-after-free", "leak"] {
            broken.run_under_valgrind(&[fault]).ended_with(99);
        }
        broken.run_under_valgrind(&["nothing"]).succeeded();
    }
}
