//! There is no memory, and a call on a real line must end: the program that hangs up, releases and
//! shuts down without memory, on a SIP line and on a line through an EWS server. So must what a SIP line
//! checks of forwardings. On the simulated exchange both programs run in `out_of_memory.rs`.

mod support;

#[path = "support/answering.rs"]
mod answering;
#[path = "support/compiler.rs"]
mod compiler;
#[path = "support/out_of_memory.rs"]
mod out_of_memory;
#[path = "support/programs.rs"]
mod programs;
#[path = "support/scripted.rs"]
mod scripted;

use answering::Answering;
use out_of_memory::{complete, program};
use programs::{Language, run};
use scripted::Scripted;
use support::free_port;
use tempfile::NamedTempFile;

fn file(text: &str) -> NamedTempFile {
    let file = NamedTempFile::new().unwrap();
    std::fs::write(file.path(), text).unwrap();
    file
}

#[track_caller]
fn ends_without_memory(arguments: &[&str], lines: &str) {
    let configuration = file(lines);
    let program = program("ending", Language::C);
    let mut command = program.command(arguments);
    complete(&run(command.env("TAPI3_CONFIG", configuration.path())));
}

#[test]
fn a_sip_line() {
    let quick = "t1 = '50ms'\nmax_calls = 100";
    let peer = Answering::at("127.0.0.1", free_port(), quick);
    let second = free_port();
    let line = |user: &str, port: u16| {
        format!(
            "[[line]]\nname = \"{user}\"\nprovider = \"sip\"\nuri = \"sip:{user}@127.0.0.1\"\n\
             listen = \"127.0.0.1:{port}\"\nt1 = \"50ms\"\nmax_calls = 100\n"
        )
    };
    ends_without_memory(
        &[
            &format!("sip:bob@127.0.0.1:{}", peer.port),
            &format!("sip:carol@127.0.0.1:{second}"),
        ],
        &(line("alice", 0) + &line("carol", second)),
    );
}

#[test]
fn a_sip_line_that_forwards() {
    let configuration = file(
        "[[line]]\nname = \"First\"\nprovider = \"sip\"\nuri = \"sip:alice@127.0.0.1\"\n\
         listen = \"127.0.0.1:0\"\n",
    );
    let program = program("forwarding", Language::C);
    let mut command = program.command(&["sip:alice@127.0.0.1"]);
    complete(&run(command.env("TAPI3_CONFIG", configuration.path())));
}

#[test]
fn an_ews_line() {
    let server = Scripted::good();
    ends_without_memory(
        &["1001"],
        &format!(
            "[[line]]\nname = \"Exchange\"\nprovider = \"ews\"\nurl = \"http://{}/EWS/Exchange.asmx\"\nitem = \"welcome\"\n\
             user = \"demo\"\npassword = \"demo\"\npoll_while_calling = \"10ms\"\n",
            server.address
        ),
    );
}
