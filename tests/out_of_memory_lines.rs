//! There is no memory, and a call on a real line must end: the program that hangs up, releases and
//! shuts down without memory, on a SIP line and on a line through an EWS server. So must what a SIP line
//! checks of forwardings. On the simulated exchange both programs run in `out_of_memory.rs`.

mod support;

#[path = "support/compiler.rs"]
mod compiler;
#[path = "support/out_of_memory.rs"]
mod out_of_memory;
#[path = "support/programs.rs"]
mod programs;
#[path = "support/scripted.rs"]
mod scripted;

use out_of_memory::{complete, program};
use programs::{Language, run};
use scripted::Scripted;
use std::sync::Arc;
use support::free_port;
use tapi3::engine::{CallHandle, Engine, Event, Settings as EngineSettings, SystemClock, bits};
use tapi3::providers::sip;
use tempfile::NamedTempFile;

const AUDIO: u32 = 8;

/// A SIP line that answers every call.
struct Answering {
    engine: Arc<Engine>,
    port: u16,
}

impl Answering {
    fn open() -> Self {
        let port = free_port();
        let settings = format!(
            "uri = 'sip:bob@127.0.0.1'\nlisten = '127.0.0.1:{port}'\nt1 = '50ms'\nmax_calls = 100"
        );
        let settings: sip::Settings = toml::from_str(&settings).unwrap();
        let engine = Engine::new(Arc::new(SystemClock::new()), EngineSettings::default());
        sip::open(&engine, vec![("desk".to_owned(), settings)]).unwrap();
        let line = engine.lines().unwrap().remove(0);
        let client = engine.add_client("test".to_owned()).unwrap();
        client.set_event_mask(bits::CALL_NOTIFICATION);
        client.set_listening(true).unwrap();
        client.register(&line, false, true, AUDIO, 0).unwrap();
        let owner = client.clone();
        client
            .deliver_to(move |event| {
                if let Event::Notification { call, .. } = event {
                    let client = owner.clone();
                    let handle = CallHandle { call, client };
                    handle.attach().unwrap();
                    // A caller that has hung up meanwhile needs no answer.
                    let _ = handle.answer();
                    handle.detach();
                }
            })
            .unwrap();
        Answering { engine, port }
    }
}

impl Drop for Answering {
    fn drop(&mut self) {
        self.engine.close();
    }
}

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
    let peer = Answering::open();
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
    let program = program("forwarding", Language::C);
    complete(&run(&mut program.command(&["sip"])));
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
