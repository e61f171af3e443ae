//! The files that are made from `idl/` and checked in are what the generator writes today.

use codegen::faces;
use std::path::Path;

#[test]
fn checked_in_files_are_what_codegen_writes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let faces = faces::all(root).unwrap_or_else(|e| panic!("{e}"));
    let differences: Vec<String> = faces
        .iter()
        .filter_map(|face| {
            face.difference(root)
                .unwrap_or_else(|e| panic!("{}: {e}", face.path))
        })
        .collect();
    assert!(
        differences.is_empty(),
        "refresh them with `cargo run -p codegen`:\n{}",
        differences.join("\n")
    );
}

#[test]
fn a_changed_file_is_noticed_and_its_line_named() {
    let root = tempfile::tempdir().expect("a folder");
    let face = faces::Face {
        path: "a/b.h",
        text: "one\ntwo\nthree\n".to_owned(),
    };
    let missing = face.difference(root.path()).expect("readable");
    assert_eq!(missing.as_deref(), Some("a/b.h is missing"));
    face.write(root.path()).expect("writable");
    assert_eq!(face.difference(root.path()).expect("readable"), None);
    std::fs::write(root.path().join("a/b.h"), "one\n2\nthree\n").expect("writable");
    let changed = face
        .difference(root.path())
        .expect("readable")
        .expect("differs");
    assert!(changed.starts_with("a/b.h:2: "), "{changed}");
    assert!(
        changed.contains("- 2") && changed.contains("+ two"),
        "{changed}"
    );
}
