//! SOAP clients that we did not write drive the endpoint through the whole cycle of a call and
//! every error: zeep, exchangelib (with a small service of its own for each operation), node's
//! soap, and curl as the README has it. Where a client is not installed the test says so and ends,
//! unless `TAPI3_REQUIRE_TOOLS` is set, as it is in CI; `scripts/setup` installs them.

#[path = "support/ews.rs"]
mod ews;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ews::{Endpoint, python, sound, tapi3};
use std::path::PathBuf;
use std::process::Command;

/// The exit status of a script when something that it needs is missing.
const MISSING: i32 = 77;

fn script(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/ews")
        .join(name)
}

/// The endpoint that `clients.py` and `client.js` expect.
fn endpoint() -> Endpoint {
    let sound = sound();
    let mut text = format!(
        "[server]\n{{listen}}\nmetrics = \"anybody\"\n\
         [server.limits]\nrate = 100000\nburst = 20\nanswer_timeout = \"300ms\"\n\
         [[server.item]]\nid = \"welcome\"\nfile = \"{}\"\n",
        sound.path().display()
    );
    for (name, rest) in [
        (
            "demo",
            "dial = [\"*\"]\ndeny = [\"+1900*\"]\nmax_calls = 100",
        ),
        ("guest", ""),
        ("single", "dial = [\"*\"]\nmax_calls = 1"),
        ("hasty", "rate = 1"),
    ] {
        let (_, hash, _) = tapi3(&["passwd"], &format!("{name}\n"));
        text += &format!("[[server.user]]\nname = \"{name}\"\n{hash}{rest}\n");
    }
    let endpoint = Endpoint::configured(&text);
    let single = format!("Basic {}", STANDARD.encode("single:single"));
    endpoint.client_of(&single).play("1001").call_id();
    endpoint
}

fn drive(client: &mut Command) {
    let output = match client.output() {
        Ok(output) => output,
        Err(error) if std::env::var_os("TAPI3_REQUIRE_TOOLS").is_none() => {
            eprintln!("skipped: {error}");
            return;
        }
        Err(error) => panic!("{client:?} cannot be started: {error}"),
    };
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    if output.status.code() == Some(MISSING) && std::env::var_os("TAPI3_REQUIRE_TOOLS").is_none() {
        eprintln!("skipped: {said}(scripts/setup installs what is missing)");
        return;
    }
    assert!(output.status.success() && said.contains("done"), "{said}");
}

#[test]
fn zeep_goes_through_every_call_and_error() {
    let endpoint = endpoint();
    drive(
        Command::new(python())
            .arg("-B")
            .arg(script("clients.py"))
            .args(["zeep", &endpoint.url]),
    );
}

#[test]
fn exchangelib_goes_through_every_call_and_error() {
    let endpoint = endpoint();
    drive(
        Command::new(python())
            .arg("-B")
            .arg(script("clients.py"))
            .args(["exchangelib", &endpoint.url]),
    );
}

#[test]
fn the_soap_client_of_node_goes_through_every_call_and_error() {
    let endpoint = endpoint();
    drive(
        Command::new("node")
            .arg(script("client.js"))
            .arg(&endpoint.url),
    );
}

#[test]
fn the_line_of_the_readme_places_a_call() {
    let endpoint = Endpoint::demo();
    let body = ews::envelope(
        "",
        "<m:PlayOnPhone><m:ItemId Id=\"welcome\"/><m:DialString>1001</m:DialString></m:PlayOnPhone>",
    );
    let output = Command::new("curl")
        .args(["--silent", "--user", "demo:demo"])
        .args([
            "--header",
            "Content-Type: text/xml; charset=utf-8",
            "--data",
            &body,
        ])
        .arg(&endpoint.url)
        .output()
        .expect("curl is needed for this test: apt-get install curl");
    let answer = String::from_utf8(output.stdout).unwrap();
    assert!(answer.contains("<PhoneCallId Id="), "{answer}");
    assert_eq!(endpoint.metric("tapi3_calls_live"), 1.0);
}
