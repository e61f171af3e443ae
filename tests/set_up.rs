//! Tests run alike on every machine: they start programs through `support/child.rs` only, and those
//! programs are installed by `scripts/setup` or on every Debian.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// In packages that every Debian has.
const ESSENTIAL: &[&str] = &["env", "nohup", "sh", "timeout"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The Rust files below a folder.
fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            found.push(path);
        }
    }
}

/// The tests' files but this one, with their texts.
fn tests() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    sources(&root().join("tests"), &mut found);
    found.retain(|path| !path.ends_with(file!()));
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        (path, text)
    };
    let all: Vec<_> = found.into_iter().map(read).collect();
    assert!(all.len() > 50, "{} files", all.len());
    all
}

#[test]
fn tests_start_programs_through_the_one_place_that_makes_them_alike() {
    let mut elsewhere: Vec<_> = tests()
        .into_iter()
        .filter(|(_, text)| text.contains("Command::new("))
        .map(|(path, _)| path)
        .collect();
    elsewhere.retain(|path| !path.ends_with("support/child.rs"));
    assert!(elsewhere.is_empty(), "use child::command: {elsewhere:?}");
}

#[test]
fn every_program_that_a_test_starts_is_installed_by_the_set_up() {
    let setup = std::fs::read_to_string(root().join("scripts/setup")).unwrap();
    let list = setup.split_once("needed='").unwrap().1;
    let list = list.split_once('\'').unwrap().0;
    let installed: BTreeSet<&str> = list
        .lines()
        .filter_map(|l| Some(l.split_once(':')?.0))
        .collect();
    assert!(installed.contains("valgrind"), "{installed:?}");
    let mut started = BTreeSet::new();
    for (path, text) in tests() {
        let mut openings = vec!["child::command(\"", "Process::start(\""];
        // Elsewhere a test's own programs are called so.
        let name = path.file_name().unwrap().to_str().unwrap();
        openings.extend(name.starts_with("ews_").then_some("program(\""));
        for opening in openings {
            let names = text.split(opening).skip(1);
            started.extend(names.filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())));
        }
    }
    assert!(
        started.contains("sipp") && started.contains("curl"),
        "{started:?}"
    );
    let known = |name: &str| installed.contains(name) || ESSENTIAL.contains(&name);
    let unknown: Vec<_> = started.iter().filter(|name| !known(name)).collect();
    assert!(
        unknown.is_empty(),
        "scripts/setup does not know {unknown:?}"
    );
}
