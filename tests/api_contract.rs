//! The JSON API of `tapi3 serve` is as its description says: Schemathesis, which is not ours, makes
//! requests from the description and judges the answers (`tests/api/contract.py`). Where it is not
//! installed the test says so and ends, unless `TAPI3_REQUIRE_TOOLS` is set, as it is in CI;
//! `scripts/setup` installs it.

#[path = "support/ews/mod.rs"]
mod ews;

use ews::{Endpoint, password_hash, python};
use std::path::PathBuf;

/// The exit status of a script when something that it needs is missing.
const MISSING: i32 = 77;

/// A server with a user who is asked for by this name, and the rest of its table.
fn endpoint(name: &str, rest: &str) -> Endpoint {
    let hash = password_hash(name);
    Endpoint::configured(&format!(
        "[[line]]\nname = \"Desk\"\nprovider = \"sim\"\naddress = \"2001\"\n\
         [server]\n{{listen}}\nany_item = true\n\
         [server.limits]\nrate = 100000\nburst = 100000\n\
         [[server.user]]\nname = \"{name}\"\nmax_calls = 1000\n{rest}{hash}"
    ))
}

fn judge(name: &str, rest: &str) {
    let needed = std::env::var_os("TAPI3_REQUIRE_TOOLS").is_some();
    let endpoint = endpoint(name, rest);
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/api/contract.py");
    let folder = tempfile::tempdir().unwrap();
    let mut command = python();
    command.arg("-B").arg(script);
    command
        .arg(format!("http://{}", endpoint.address))
        .arg(name);
    let output = match command.current_dir(folder.path()).output() {
        Ok(output) => output,
        Err(error) if !needed => return eprintln!("skipped: {error}"),
        Err(error) => panic!("{command:?} cannot be started: {error}"),
    };
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    if output.status.code() == Some(MISSING) && !needed {
        return eprintln!("skipped: {said}(scripts/setup installs what is missing)");
    }
    assert!(
        output.status.success() && said.contains("all is well"),
        "{said}"
    );
}

#[test]
fn the_answers_to_a_user_are_as_described() {
    judge("alice", "dial = [\"*\"]\n");
}

#[test]
fn the_answers_to_an_administrator_who_may_dial_nobody_are_as_described() {
    judge("root", "administrator = true\n");
}
