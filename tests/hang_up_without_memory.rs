//! A hang-up on a network line works on threads that were never in the library before and get no
//! memory at all: nothing of the runtime that serves the line may want some there.

mod support;

#[path = "support/compiler.rs"]
mod compiler;
#[path = "support/programs.rs"]
mod programs;
#[path = "support/scripted.rs"]
mod scripted;

use programs::{Language, build_test, run};
use scripted::Scripted;
use support::sipp::Sipp;
use tapi3::soap::OperationKind;

const MODES: [&str; 3] = ["disconnect", "shutdown", "release"];

fn hangs_up(mode: &str, destination: &str, line: &str) {
    let program = build_test("hang_up_without_memory", Language::C, &[]);
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), line).unwrap();
    run(program
        .command(&[mode, destination])
        .env("TAPI3_CONFIG", file.path()))
    .succeeded();
}

#[test]
fn a_sip_call_is_hung_up() {
    for mode in MODES {
        let sipp = Sipp::called("answers", &[]);
        hangs_up(
            mode,
            &format!("sip:bob@127.0.0.1:{}", sipp.port),
            "[[line]]\nname = \"Office\"\nprovider = \"sip\"\nuri = \"sip:alice@127.0.0.1\"\n\
             listen = \"127.0.0.1:0\"\n",
        );
        sipp.passed();
    }
}

#[test]
fn a_call_through_a_server_is_hung_up() {
    for mode in MODES {
        let server = Scripted::good();
        let line = format!(
            "[[line]]\nname = \"Exchange\"\nprovider = \"ews\"\nurl = \"http://{}/\"\n\
             item = \"welcome\"\nuser = \"demo\"\npassword = \"demo\"\n",
            server.address
        );
        hangs_up(mode, "sip:bob@example.com", &line);
        let ended = server.asked(OperationKind::DisconnectPhoneCall);
        assert_eq!(ended.len(), 1, "{mode}");
    }
}
