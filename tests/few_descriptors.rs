//! A process that runs out of descriptors hears so, in words that name the limit, and goes on.

mod support;

#[path = "support/compiler.rs"]
mod compiler;
#[path = "support/programs.rs"]
mod programs;
#[path = "support/scripted.rs"]
mod scripted;

use programs::{Language, build, run};
use scripted::Scripted;
use support::sipp::Sipp;

fn says_so(destination: &str, line: &str) {
    let sources = ["tests/c/few_descriptors.c", "tests/c/support/tapi_test.c"];
    let program = build(&sources, Language::C, &[]);
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), line).unwrap();
    let outcome = run(program
        .command(&[destination])
        .env("TAPI3_CONFIG", file.path()));
    let outcome = outcome.succeeded();
    assert!(!outcome.stderr.contains("panicked"), "{}", outcome.stderr);
}

#[test]
fn a_sip_line_says_so() {
    let sipp = Sipp::called("answers", &[]);
    says_so(
        &format!("sip:bob@127.0.0.1:{}", sipp.port),
        "[[line]]\nname = \"Office\"\nprovider = \"sip\"\nuri = \"sip:alice@127.0.0.1\"\n\
         listen = \"127.0.0.1:0\"\n",
    );
    sipp.passed();
}

#[test]
fn a_line_through_a_server_says_so() {
    let server = Scripted::good();
    let line = format!(
        "[[line]]\nname = \"Exchange\"\nprovider = \"ews\"\nurl = \"http://{}/\"\n\
         item = \"welcome\"\nuser = \"demo\"\npassword = \"demo\"\n",
        server.address
    );
    says_so("sip:bob@example.com", &line);
}
