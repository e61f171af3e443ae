//! A real browser that a script drives (`tests/page/browser.js`): Debian's chromium without a window,
//! by playwright-core.

use crate::ews::program;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::Stdio;

/// The exit status of a script when something that it needs is missing.
const MISSING: i32 = 77;

/// Has the script play a scenario at this address. What it asks for goes to `obey`, which says whether
/// it was that: the script is told that it is done then. Returns whether all went well, and what was
/// said; nothing if something is not installed, which is a failure where `TAPI3_REQUIRE_TOOLS` is set.
pub fn drive(
    url: &str,
    scenario: &str,
    mut obey: impl FnMut(&str) -> bool,
) -> Option<(bool, String)> {
    let needed = std::env::var_os("TAPI3_REQUIRE_TOOLS").is_some();
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/page/browser.js");
    let mut command = program("node");
    command.arg(script).arg(url).arg(scenario);
    // A browser makes its home if it has none.
    let home = tempfile::tempdir().unwrap();
    command.env("HOME", home.path());
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = match command.stderr(Stdio::piped()).spawn() {
        Ok(child) => child,
        Err(error) if !needed => {
            eprintln!("skipped: {error}");
            return None;
        }
        Err(error) => panic!("{command:?} cannot be started: {error}"),
    };
    let mut input = child.stdin.take().unwrap();
    let mut errors = child.stderr.take().unwrap();
    let errors = std::thread::spawn(move || {
        let mut text = String::new();
        errors.read_to_string(&mut text).map(|_| text)
    });
    let mut said = String::new();
    for line in BufReader::new(child.stdout.take().unwrap()).lines() {
        let line = line.unwrap();
        if obey(&line) {
            writeln!(input, "done").unwrap();
        }
        said += &format!("{line}\n");
    }
    let status = child.wait().unwrap();
    said += &errors.join().unwrap().unwrap();
    if status.code() == Some(MISSING) && !needed {
        eprintln!("skipped: {said}(scripts/setup installs what is missing)");
        return None;
    }
    let went_well = status.success() && said.contains("all is well");
    Some((went_well, said))
}
