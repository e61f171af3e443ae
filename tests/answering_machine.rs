//! An answering machine as it was written for Windows (`tests/compat/answering_machine.cpp`), unchanged on
//! the simulated exchange and on a SIP line, where a telephone that we did not write calls, is greeted, says
//! something and presses keys.

mod support;

#[path = "support/compiler.rs"]
mod compiler;
#[path = "support/programs.rs"]
mod programs;

use programs::{Language, Program, Running, build};
use std::path::{Path, PathBuf};
use support::baresip::Baresip;
use support::terminals::{read_file, seconds_of, tone_file};
use support::{free_port, until};
use tempfile::TempDir;

/// What the machine says and what its caller says, in hertz.
const OURS: f64 = 1_000.0;
const THEIRS: f64 = 437.0;

/// How much of it has to be heard, in seconds.
const LONG: f64 = 0.7;

/// As for Windows, with the headers of Windows' names.
fn machine() -> Program {
    let options = ["-I", "include/tapi3/compat", "-fsanitize=address"];
    build(
        &["tests/compat/answering_machine.cpp"],
        Language::Cpp,
        &options,
    )
}

/// What is said, recorded and configured.
struct Files {
    folder: TempDir,
}

impl Files {
    /// A greeting of three seconds, and a caller who speaks for longer than anything takes.
    fn new(configuration: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let files = Files { folder };
        tone_file(&files.path("hello.wav"), 8_000, OURS, 3);
        tone_file(&files.path("says.wav"), 8_000, THEIRS, 300);
        std::fs::write(files.path("tapi3.toml"), configuration).unwrap();
        files
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The machine at work, which hangs up after a message of so many milliseconds.
    fn start(&self, machine: &Program, longest: &str) -> Running {
        let (greeting, recording) = (self.path("hello.wav"), self.path("in.wav"));
        let [greeting, recording] = [&greeting, &recording].map(|path| path.to_str().unwrap());
        let mut command = machine.command(&[greeting, recording, longest]);
        Running::start(command.env("TAPI3_CONFIG", self.path("tapi3.toml")))
    }
}

/// How long a tone is in a file, in seconds.
fn heard(file: &Path, hertz: f64) -> f64 {
    let (rate, samples) = read_file(file);
    seconds_of(&samples, rate, hertz)
}

#[test]
fn it_greets_and_records_on_the_simulated_exchange() {
    let files = Files::new("");
    let (says, hears) = (files.path("says.wav"), files.path("hears.wav"));
    let configuration = format!(
        "[[line]]\nname = 'Reception'\nprovider = 'sim'\naddress = '2002'\n\
         [[simulation.extension]]\nnumber = '3001'\nbehaviour = 'answer'\n\
         plays = '{}'\nrecords = '{}'\n\
         [[simulation.call]]\nfrom = '3001'\nto = '2002'\nafter = '1s'\nevery = '10s'\n",
        says.display(),
        hears.display()
    );
    std::fs::write(files.path("tapi3.toml"), configuration).unwrap();
    let outcome = files.start(&machine(), "2000").end().succeeded();
    let told: Vec<&str> = outcome.stdout.lines().collect();
    let wanted = [
        "listening",
        "offering",
        "connected",
        "greeted",
        "recording",
        "Disconnect: 0x00000000",
        "disconnected",
    ];
    for wanted in wanted {
        assert!(told.contains(&wanted), "{wanted}: {}", outcome.report());
    }
    assert!(heard(&files.path("in.wav"), THEIRS) > LONG, "the message");
    assert!(heard(&hears, OURS) > LONG, "the greeting");
}

#[test]
fn it_greets_records_and_takes_keys_on_a_sip_line() {
    let port = free_port();
    let files = Files::new(&format!(
        "[[line]]\nname = 'Office'\nprovider = 'sip'\nuri = 'sip:alice@127.0.0.1'\n\
         listen = '127.0.0.1:{port}'\n"
    ));
    let folder = files.path("telephone");
    std::fs::create_dir(&folder).unwrap();
    let mut caller = Baresip::with_files("", &["g711"], &files.path("says.wav"), &folder);
    let mut machine = files.start(&machine(), "60000");
    assert!(machine.wait_for_line("listening"), "it is ready");
    caller.command("dial", &format!("sip:alice@127.0.0.1:{port}"));
    assert!(machine.wait_for_line("recording"), "it has greeted");
    let recording = files.path("in.wav");
    until("the caller is recorded", || {
        heard(&recording, THEIRS) > LONG
    });
    for key in ["4", "2", "#"] {
        caller.command("sndcode", key);
    }
    let outcome = machine.end().succeeded();
    let told = |wanted: &str| outcome.stdout.lines().any(|line| line == wanted);
    for wanted in ["digits 42#", "Disconnect: 0x00000000", "disconnected"] {
        assert!(told(wanted), "{wanted}: {}", outcome.report());
    }
    caller.expect("CALL_CLOSED");
    // It writes its files when the call is over.
    until("the caller has heard the greeting", || {
        let files = std::fs::read_dir(&folder).unwrap();
        let paths = files.map(|file| file.unwrap().path());
        let mut heard_by_it = paths.filter(|path| path.to_string_lossy().ends_with("-dec.wav"));
        heard_by_it.any(|path| heard(&path, OURS) > LONG)
    });
}
