//! The command `tapi3 translate`: what becomes of a number, with a configuration and without one.

#[path = "support/child.rs"]
mod child;

use std::fs;
use std::path::Path;
use std::process::Stdio;
use tempfile::TempDir;

const CONFIGURATION: &str = r#"
    [location]
    name = "Office"
    country = 49
    area = "30"
    outside = "0"
    cancel_call_waiting = "*43#"
    toll = ["77"]

    [[card]]
    name = "Example"
    number = "4711"
    same_area = "G"
    long_distance = "18005550100,H,FG"
    international = "18005550100,H,01EFG"
"#;

/// Runs the command. Returns its exit status, and each line of what it printed or of what it complained.
fn translate(file: &Path, arguments: &[&str]) -> (Option<i32>, Vec<String>) {
    let mut command = child::command(env!("CARGO_BIN_EXE_tapi3"));
    command.arg("--config").arg(file).arg("translate");
    command.args(arguments).stdin(Stdio::null());
    let output = command.output().unwrap();
    let said = if output.status.success() {
        output.stdout
    } else {
        output.stderr
    };
    let said = String::from_utf8(said).unwrap();
    (
        output.status.code(),
        said.lines().map(str::to_owned).collect(),
    )
}

fn configured(text: &str) -> (TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("tapi3.toml");
    fs::write(&file, text).unwrap();
    (folder, file)
}

#[test]
fn a_number_is_shown_as_it_is_dialled_from_here() {
    let (_folder, file) = configured(CONFIGURATION);
    for (arguments, canonical, dialled, shown, result) in [
        (
            &["+49 (89) 123-45"][..],
            "+49 (89) 123-45",
            "008912345",
            "0 0 89 123-45",
            "another area (0x5)",
        ),
        (
            &["+49", "(89)", "123-45"],
            "+49 (89) 123-45",
            "008912345",
            "0 0 89 123-45",
            "another area (0x5)",
        ),
        (
            &["+1 (206) 555-0100"],
            "+1 (206) 555-0100",
            "00012065550100",
            "0 00 1 206 555-0100",
            "another country (0x3)",
        ),
        (
            &["+49 (30) 123"],
            "+49 (30) 123",
            "0123",
            "0 123",
            "the same area, not in the toll list (0x29)",
        ),
        (
            &["+49 (30) 771"],
            "+49 (30) 771",
            "0030771",
            "0 0 30 771",
            "the same area, in the toll list (0x19)",
        ),
        (
            &["--local", "+49 (89) 123"],
            "+49 (89) 123",
            "0123",
            "0 123",
            "the same area (0x9)",
        ),
        (
            &["--no-call-waiting", "+49 (89) 1"],
            "+49 (89) 1",
            "*43#00891",
            "*43#0 0 89 1",
            "another area (0x5)",
        ),
        (&["1001"], "no: dialled as it is", "1001", "1001", "0x0"),
    ] {
        let wanted = [
            "location   Office (Germany, +49 30)".to_owned(),
            format!("canonical  {canonical}"),
            format!("dialled    {dialled}"),
            format!("shown      {shown}"),
            format!("result     {result}"),
        ];
        assert_eq!(
            translate(&file, arguments),
            (Some(0), wanted.to_vec()),
            "{arguments:?}"
        );
    }
}

#[test]
fn the_number_of_a_card_is_shown_when_asked_for_alone() {
    let (_folder, file) = configured(CONFIGURATION);
    let (status, said) = translate(&file, &["--card", "1", "+49 (89) 123"]);
    assert_eq!(status, Some(0));
    assert!(!said.join(" ").contains("4711"), "{said:?}");
    assert!(
        said[2].contains("--reveal") && said[3].contains("[Example]"),
        "{said:?}"
    );
    let (_, said) = translate(&file, &["--card", "1", "--reveal", "+49 (89) 123"]);
    assert!(said[2].contains("4711"), "{said:?}");
}

#[test]
fn what_cannot_be_translated_is_said() {
    let (_folder, file) = configured(CONFIGURATION);
    for (arguments, why) in [
        (&["+49 (30"][..], "tapi3: the address begins with +"),
        (&[" "], "tapi3: there is nothing to translate"),
        (
            &["--card", "7", "+49 (30) 1"],
            "tapi3: no calling card has this id",
        ),
    ] {
        let (status, said) = translate(&file, arguments);
        assert_eq!(status, Some(1), "{said:?}");
        assert!(said[0].starts_with(why), "{said:?}");
    }
    assert_eq!(
        translate(&file, &["--local", "--long-distance", "1"]).0,
        Some(2)
    );
    let (_folder, nowhere) = configured("");
    let (status, said) = translate(&nowhere, &["+49 (30) 123-45"]);
    assert_eq!(status, Some(0));
    assert_eq!(said[0], "location   none: nothing is translated");
    assert_eq!(said[2], "dialled    +493012345");
    assert_eq!(said[4], "result     not translated (0x801)");
}
