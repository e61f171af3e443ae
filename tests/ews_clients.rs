//! SOAP clients that we did not write drive the endpoint through the whole cycle of a call and
//! every error, and hang up calls on a SIP line: zeep, exchangelib (with a small service of its own
//! for each operation), node's soap, and curl as the README has it. Where a client is not installed the test says so and ends,
//! unless `TAPI3_REQUIRE_TOOLS` is set, as it is in CI; `scripts/setup` installs them.

mod support;

#[path = "support/ews/mod.rs"]
mod ews;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ews::{Endpoint, password_hash, program, python, refusing_registrar, sound, until};
use std::path::PathBuf;
use std::process::Command;
use support::sipp::Sipp;
use tempfile::NamedTempFile;

/// The exit status of a script when something that it needs is missing.
const MISSING: i32 = 77;

fn script(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/ews")
        .join(name)
}

/// The endpoint that `clients.py` and `client.js` expect, and the file that it plays.
fn endpoint() -> (Endpoint, NamedTempFile) {
    let sound = sound();
    let registrar = refusing_registrar();
    let mut text = format!(
        "[[line]]\nname = \"One\"\nprovider = \"sim\"\naddress = \"2001\"\nmax_calls = 100\n\
         [[line]]\nname = \"Away\"\nprovider = \"sip\"\nuri = \"sip:a@{registrar}\"\n\
         listen = \"127.0.0.1:0\"\nregister = true\nuser = \"a\"\npassword = \"b\"\n\
         [[line]]\nname = \"Dead\"\nprovider = \"ews\"\nurl = \"http://127.0.0.1:9/\"\nitem = \"i\"\n\
         user = \"a\"\npassword = \"b\"\n\
         [server]\n{{listen}}\nmetrics = \"anybody\"\nhang_up_after_playing = \"1h\"\n\
         [server.limits]\nrate = 100000\nburst = 20\nanswer_timeout = \"300ms\"\nmax_calls = 20\n\
         [[server.item]]\nid = \"welcome\"\nfile = \"{}\"\n",
        sound.path().display()
    );
    for (name, rest) in [
        (
            "demo",
            "dial = [\"*\"]\ndeny = [\"+1900*\"]\nmax_calls = 100",
        ),
        ("guest", ""),
        (
            "single",
            "dial = [\"*\"]\nmax_calls = 1\naddresses = [\"boss@example.com\"]",
        ),
        ("clerk", "may_impersonate = [\"single\"]"),
        ("stranded", "dial = [\"*\"]\nline = \"Away\""),
        ("unlucky", "dial = [\"*\"]\nline = \"Dead\""),
        ("hasty", "rate = 1"),
    ] {
        let hash = password_hash(name);
        text += &format!("[[server.user]]\nname = \"{name}\"\n{hash}{rest}\n");
    }
    let endpoint = Endpoint::configured(&text);
    let client = |name: &str| {
        let who = STANDARD.encode(format!("{name}:{name}"));
        endpoint.client_of(&format!("Basic {who}"))
    };
    client("single").play("1001").call_id();
    let mut stranded = client("stranded");
    until("the line is known to be out of service", || {
        stranded.play("sip:b@127.0.0.1").code() == "ErrorIPGatewayNotFound"
    });
    (endpoint, sound)
}

fn of_python(which: &str) -> Command {
    let mut command = python();
    command.arg("-B").arg(script("clients.py")).arg(which);
    command
}

/// Every client, as a command that wants the address of the service.
fn clients() -> [Command; 3] {
    let mut node = program("node");
    node.arg(script("client.js"));
    [of_python("zeep"), of_python("exchangelib"), node]
}

/// Runs a client to its end. Returns whether it is installed.
fn drive(client: &mut Command) -> bool {
    let needed = std::env::var_os("TAPI3_REQUIRE_TOOLS").is_some();
    let output = match client.output() {
        Ok(output) => output,
        Err(error) if !needed => {
            eprintln!("skipped: {error}");
            return false;
        }
        Err(error) => panic!("{client:?} cannot be started: {error}"),
    };
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    if output.status.code() == Some(MISSING) && !needed {
        eprintln!("skipped: {said}(scripts/setup installs what is missing)");
        return false;
    }
    assert!(output.status.success() && said.contains("done"), "{said}");
    true
}

#[test]
fn zeep_goes_through_every_call_and_error() {
    let [mut zeep, _, _] = clients();
    let (endpoint, _sound) = endpoint();
    drive(zeep.arg(&endpoint.url));
}

#[test]
fn exchangelib_goes_through_every_call_and_error() {
    let [_, mut exchangelib, _] = clients();
    let (endpoint, _sound) = endpoint();
    drive(exchangelib.arg(&endpoint.url));
}

#[test]
fn exchangelib_finds_out_the_version_and_the_login_by_itself() {
    let endpoint = Endpoint::demo();
    drive(of_python("unpinned").arg(&endpoint.url).arg("1001"));
    // One question for the version, and one for the name; not one for each version that there is.
    let log = endpoint.log();
    let asked = log.lines().filter(|line| line.contains("is not offered"));
    assert!(asked.count() <= 4, "{log}");
}

#[test]
fn the_soap_client_of_node_goes_through_every_call_and_error() {
    let [_, _, mut node] = clients();
    let (endpoint, _sound) = endpoint();
    drive(node.arg(&endpoint.url));
}

#[test]
fn each_client_hangs_up_a_telephone_that_hears_the_bye() {
    let endpoint = Endpoint::on_sip();
    for mut client in clients() {
        let sipp = Sipp::called("answers", &[]);
        let number = format!("sip:bob@127.0.0.1:{}", sipp.port);
        if drive(client.arg(&endpoint.url).arg(&number)) {
            // The scenario ends well only if the ACK and the BYE have arrived.
            let messages = sipp.passed();
            assert!(messages.contains("BYE sip:"), "{messages}");
        }
    }
    assert_eq!(endpoint.metric("tapi3_calls_live"), 0.0);
}

/// What a page of the documentation tells its reader to run, for this endpoint.
fn told(page: &str, language: &str, word: &str, endpoint: &Endpoint) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(page);
    let text = std::fs::read_to_string(path).unwrap();
    let mut blocks = text.split("```").skip(1).step_by(2);
    let told = blocks.find_map(|block| block.strip_prefix(language).filter(|b| b.contains(word)));
    let told = told.unwrap_or_else(|| panic!("no {word} in {page}"));
    let address = "http://127.0.0.1:8080/EWS/Exchange.asmx";
    assert!(told.contains(address), "{told}");
    told.replace(address, &endpoint.url)
}

#[test]
fn the_file_to_copy_of_the_ews_page_serves_over_tls() {
    let page = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/ews.md");
    let page = std::fs::read_to_string(page).unwrap();
    let (_, section) = page.split_once("### A complete file to copy").unwrap();
    let mut blocks = section.split("```sh\n").skip(1);
    let mut block = || blocks.next().unwrap().split("```").next().unwrap();
    let (make, serve, call) = (block(), block(), block());
    let folder = tempfile::tempdir().unwrap();
    let programs = PathBuf::from(env!("CARGO_BIN_EXE_tapi3"));
    let programs = programs.parent().unwrap().to_str().unwrap().to_owned();
    let path = programs + ":" + &std::env::var("PATH").unwrap();
    let shell = |folder: &std::path::Path, told: &str| {
        let mut shell = program("sh");
        shell.args(["-e", "-c", told]).env("PATH", &path);
        let output = shell.current_dir(folder).output().unwrap();
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    shell(folder.path(), make);
    let folder = folder.path().join("tapi3-server");
    assert_eq!(serve.trim(), "tapi3 --config tapi3.toml serve");
    let text = std::fs::read_to_string(folder.join("tapi3.toml")).unwrap();
    let listen = "listen = \"0.0.0.0:8443\"";
    assert!(text.contains(listen), "{text}");
    let endpoint = Endpoint::configured(&text.replace(listen, "{listen}"));
    let port = format!("localhost:{}", endpoint.address.port());
    let call = call.replace("localhost:8443", &port);
    for user in [
        "alice:wonderland",
        "EXAMPLE\\\\alice:wonderland",
        "bob:builder",
    ] {
        let answer = shell(&folder, &call.replace("alice:wonderland", user));
        assert!(answer.contains("<PhoneCallId Id="), "{user}: {answer}");
    }
    let answer = shell(&folder, &call.replace(">1001<", ">+49900<"));
    assert!(answer.contains("ErrorPhoneNumberNotDialable"), "{answer}");
}

#[test]
fn the_classes_of_the_ews_page_make_exchangelib_place_and_end_a_call() {
    let endpoint = Endpoint::demo();
    let told = told("docs/ews.md", "python\n", "exchangelib", &endpoint);
    let told = format!(
        "try:\n    import exchangelib\nexcept ImportError as missing:\n    print(missing)\n    \
         raise SystemExit({MISSING})\n{told}print('done')\n"
    );
    if drive(python().args(["-B", "-c", &told])) {
        assert_eq!(
            endpoint.metric("tapi3_calls_ended_total{by=\"client\"}"),
            1.0
        );
    }
}

#[test]
fn the_line_of_the_readme_places_a_call() {
    let endpoint = Endpoint::demo();
    let told = told("README.md", "sh\n", "curl", &endpoint);
    let output = program("sh").args(["-c", &told]).output().unwrap();
    let answer = String::from_utf8(output.stdout).unwrap();
    assert!(answer.contains("<PhoneCallId Id="), "{answer}");
    assert_eq!(endpoint.metric("tapi3_calls_live"), 1.0);
}

#[test]
fn the_lines_of_the_ews_page_place_and_end_a_call() {
    let endpoint = Endpoint::demo();
    let told = told("docs/ews.md", "python\n", "zeep", &endpoint);
    let told = format!(
        "try:\n    import requests, zeep\nexcept ImportError as missing:\n    print(missing)\n    \
         raise SystemExit({MISSING})\n{told}print('done')\n"
    );
    if drive(python().args(["-B", "-c", &told])) {
        assert_eq!(
            endpoint.metric("tapi3_calls_ended_total{by=\"client\"}"),
            1.0
        );
    }
}
