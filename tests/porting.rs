//! `docs/porting.md` does what it says: its commands and changes, and nothing else, turn the program
//! for Windows into the example, which runs.

#[path = "support/child.rs"]
mod child;
#[path = "support/compiler.rs"]
mod compiler;
#[path = "support/programs.rs"]
mod programs;

use compiler::Unit;
use programs::{Language, build, root, run};

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// The fenced blocks of a language in a page.
fn blocks(page: &str, language: &str) -> Vec<String> {
    let fence = format!("```{language}\n");
    page.split(&fence)
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap_or_default().to_owned())
        .collect()
}

/// A hunk: what stands there before, and what afterwards.
fn hunk(diff: &str) -> (String, String) {
    let side = |other: char| -> String {
        (diff.lines())
            .filter(|line| !line.starts_with(other))
            .map(|line| format!("{}\n", line.get(1..).unwrap_or_default()))
            .collect()
    };
    (side('+'), side('-'))
}

#[test]
fn the_page_turns_the_program_into_the_example() {
    let page = read("docs/porting.md");
    let folder = tempfile::tempdir().expect("a folder for the program");
    let program = folder.path().join("ring.cpp");
    std::fs::write(&program, read("tests/compat/before_the_port.cpp")).expect("a copy");

    let commands = blocks(&page, "sh");
    let sed = commands.iter().find(|block| block.starts_with("sed "));
    let sed = sed.expect("the command for every file");
    run(child::command("sh")
        .current_dir(folder.path())
        .args(["-ec", sed]))
    .succeeded();

    let mut text = std::fs::read_to_string(&program).expect("the program");
    let hunks = blocks(&page, "diff");
    assert!(!hunks.is_empty());
    for diff in &hunks {
        let (before, after) = hunk(diff);
        assert_eq!(text.matches(&before).count(), 1, "{diff}");
        text = text.replace(&before, &after);
    }
    assert_eq!(text, read("c-examples/windows.cpp"));
}

#[test]
fn the_example_calls_and_hangs_up() {
    let compat: &[&str] = &["-I", "include/tapi3/compat"];
    let hardened: &[&str] = &["-fsanitize=address", "-Wcast-align=strict"];
    for options in [&[][..], &["-std=c++11"], &["-std=c++20"], hardened] {
        let options = [compat, options].concat();
        let program = build(&["c-examples/windows.cpp"], Language::Cpp, &options);
        let outcome = program.run(&["1001"]).succeeded();
        for line in [
            "From Simulated line 1 to 1001",
            "The call is in progress",
            "The call is connected",
            "The call is disconnected",
            "Disconnect: 0x00000000",
        ] {
            assert!(outcome.stdout.contains(line), "{}", outcome.report());
        }
        let outcome = program.run(&["1002"]).succeeded();
        assert!(outcome.stdout.contains("The call is disconnected"));
        assert!(!outcome.stdout.contains("connected\nDisconnect"));
    }
}

/// The sink of ATL, as it stands on the page, in a program that calls.
#[test]
fn the_sink_of_atl_takes_its_events_to_the_programs_thread() {
    let page = read("docs/porting.md");
    let sinks = blocks(&page, "cpp");
    let [sink] = &sinks[..] else {
        panic!("one block of C++, not {}", sinks.len());
    };
    let source = format!("{sink}{}", read("tests/compat/atl_sink_main.cpp"));
    let folder = root().join("include/tapi3/compat");
    let folder = folder.to_str().expect("a path in UTF-8");
    for standard in ["c++11", "c++20"] {
        let options = &["-I", folder, "-pthread"];
        let source = &source;
        let printed = Unit {
            standard,
            options,
            source,
        }
        .run();
        assert_eq!(printed, "in progress\nconnected\ndisconnected\n");
    }
}

#[test]
fn links_between_the_pages_have_their_files() {
    let page = read("docs/porting.md");
    for path in [
        "../tests/compat/before_the_port.cpp",
        "../c-examples/windows.cpp",
    ] {
        assert!(page.contains(&format!("]({path})")), "{path}");
        assert!(root().join("docs").join(path).exists(), "{path}");
    }
    for other in ["README.md", "docs/conventions.md"] {
        assert!(read(other).contains("porting.md"), "{other}");
    }
}
