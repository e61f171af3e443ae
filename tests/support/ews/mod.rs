//! What the tests of the EWS endpoint share: the real command `tapi3 serve` as a process, and an
//! HTTP client that says exactly what a test wants said. Every SOAP answer that comes back is
//! judged by the schema, with software that is not ours.

#![allow(dead_code, unused_imports, reason = "each test file uses its part")]

#[path = "../child.rs"]
mod child;
mod client;
mod judge;

pub use client::{Answer, Client, ENVELOPE, MESSAGES, TYPES, envelope};

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, UdpSocket};
use std::process::{Child, ChildStderr, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tempfile::{NamedTempFile, TempDir};

/// How long a test waits for what must happen.
pub const DEADLINE: Duration = Duration::from_secs(60);

/// `demo:demo`
pub const DEMO: &str = "Basic ZGVtbzpkZW1v";

/// Looks again and again until `done` says so; fails the test after the deadline.
#[track_caller]
pub fn until(what: &str, mut done: impl FnMut() -> bool) {
    let end = Instant::now() + DEADLINE;
    while !done() {
        assert!(Instant::now() < end, "waited in vain: {what}");
        // An endpoint that is asked more often may call itself busy.
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// The running endpoint.
pub struct Endpoint {
    child: Child,
    pub url: String,
    pub address: SocketAddr,
    stdout: Receiver<String>,
    log: Arc<Mutex<String>>,
    /// Where its log comes from, as long as nobody reads it.
    unread: Option<ChildStderr>,
    configuration: Option<NamedTempFile>,
}

fn command() -> Command {
    set_up(child::command(env!("CARGO_BIN_EXE_tapi3")))
}

fn set_up(mut command: Command) -> Command {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

const DEMONSTRATION: [&str; 6] = [
    "serve",
    "--demo",
    "--listen",
    "127.0.0.1:0",
    "--log",
    "debug",
];

/// A file with this text.
pub fn file(text: &str) -> NamedTempFile {
    let file = NamedTempFile::new().unwrap();
    std::fs::write(file.path(), text).unwrap();
    file
}

/// Runs the command to its end. Returns how it ended, its output and its errors.
pub fn tapi3(arguments: &[&str], input: &str) -> (ExitStatus, String, String) {
    let mut child = command()
        .args(arguments)
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that wants no input may be gone already.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    (
        output.status,
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

impl Endpoint {
    /// The demonstration.
    pub fn demo() -> Self {
        Self::start(command().args(DEMONSTRATION), None)
    }

    /// The demonstration, started by a command that starts others.
    pub fn demo_under(other: Command) -> Self {
        let mut command = set_up(other);
        command.arg(env!("CARGO_BIN_EXE_tapi3")).args(DEMONSTRATION);
        Self::start(&mut command, None)
    }

    /// With this configuration; `{listen}` in it is a free port on loopback.
    pub fn configured(text: &str) -> Self {
        let file = file(&text.replace("{listen}", "listen = \"127.0.0.1:0\""));
        let path = file.path().to_str().unwrap().to_owned();
        let arguments = ["--config", &path, "serve", "--log", "debug"];
        Self::start(command().args(arguments), Some(file))
    }

    /// With this configuration, and nobody reads its standard output once it is ready.
    pub fn configured_unread(text: &str) -> Self {
        let file = file(&text.replace("{listen}", "listen = \"127.0.0.1:0\""));
        let path = file.path().to_str().unwrap().to_owned();
        let arguments = ["--config", &path, "serve", "--log", "debug"];
        let mut endpoint = Self::start_with(command().args(arguments), Some(file), false);
        endpoint.read_log();
        endpoint
    }

    /// With a SIP line that the demonstration's user may call anybody on this machine on.
    pub fn on_sip() -> Self {
        let hash = password_hash("demo");
        Self::configured(&format!(
            "[[line]]\nname = \"Office\"\nprovider = \"sip\"\nuri = \"sip:alice@127.0.0.1\"\n\
             listen = \"127.0.0.1:0\"\n\
             [server]\n{{listen}}\nany_item = true\nmetrics = \"anybody\"\n\
             [[server.user]]\nname = \"demo\"\ndial = [\"sip:*@127.0.0.1:*\"]\n{hash}"
        ))
    }

    /// As [`Endpoint::configured`], with a log that nobody reads for now.
    pub fn unread(text: &str) -> Self {
        let file = file(&text.replace("{listen}", "listen = \"127.0.0.1:0\""));
        let path = file.path().to_str().unwrap().to_owned();
        let arguments = ["--config", &path, "serve", "--log", "debug"];
        Self::start_unread(command().args(arguments), Some(file))
    }

    fn start(command: &mut Command, configuration: Option<NamedTempFile>) -> Self {
        let mut endpoint = Self::start_unread(command, configuration);
        endpoint.read_log();
        endpoint
    }

    /// Reads the log from now on.
    pub fn read_log(&mut self) {
        let errors = BufReader::new(self.unread.take().unwrap());
        let kept = self.log.clone();
        std::thread::spawn(move || {
            for line in errors.lines().map_while(Result::ok) {
                let mut log = kept.lock().unwrap();
                log.push_str(&line);
                log.push('\n');
            }
        });
    }

    fn start_unread(command: &mut Command, configuration: Option<NamedTempFile>) -> Self {
        Self::start_with(command, configuration, true)
    }

    /// With a standard output that is read on after the line that says that it is ready, or not.
    fn start_with(
        command: &mut Command,
        configuration: Option<NamedTempFile>,
        reads_on: bool,
    ) -> Self {
        let mut child = command.spawn().unwrap();
        let unread = child.stderr.take();
        let log: Arc<Mutex<String>> = Arc::default();
        let (sender, stdout) = channel();
        let mut output = BufReader::new(child.stdout.take().unwrap()).lines();
        std::thread::spawn(move || {
            for line in output.by_ref().map_while(Result::ok) {
                let _ = sender.send(line);
                if !reads_on {
                    // Until the test is over.
                    loop {
                        std::thread::park();
                    }
                }
            }
        });
        let Ok(ready) = stdout.recv_timeout(DEADLINE) else {
            let mut errors = String::new();
            let _ = child.kill();
            let _ = unread.unwrap().read_to_string(&mut errors);
            panic!("not ready:\n{errors}");
        };
        let url = ready.strip_prefix("listening on ").unwrap().to_owned();
        let authority = url.split('/').nth(2).unwrap();
        Endpoint {
            child,
            address: authority.parse().unwrap(),
            url,
            stdout,
            log,
            unread,
            configuration,
        }
    }

    /// Where its configuration lies.
    pub fn file(&self) -> String {
        let file = self.configuration.as_ref().unwrap();
        file.path().to_str().unwrap().to_owned()
    }

    /// Writes another configuration into its file, at once as a careful administrator does.
    pub fn configure(&self, text: &str) {
        let text = text.replace("{listen}", "listen = \"127.0.0.1:0\"");
        let new = format!("{}.new", self.file());
        std::fs::write(&new, text).unwrap();
        std::fs::rename(new, self.file()).unwrap();
    }

    /// What it has logged so far.
    pub fn log(&self) -> String {
        self.log.lock().unwrap().clone()
    }

    /// A page, with the demonstration's credentials.
    pub fn page(&self, path: &str) -> Answer {
        self.client().get(path)
    }

    /// A value of `/metrics`; 0 for one that is not there. Each time over a connection of its own,
    /// which the endpoint may count for a while when the next one comes.
    pub fn metric(&self, name: &str) -> f64 {
        self.client().metric(name)
    }

    /// The process's resident memory, in KiB.
    pub fn memory(&self) -> u64 {
        let path = format!("/proc/{}/status", self.child.id());
        let status = std::fs::read_to_string(path).unwrap();
        let line = status.lines().find_map(|l| l.strip_prefix("VmRSS:"));
        line.unwrap()
            .trim()
            .trim_end_matches(" kB")
            .parse()
            .unwrap()
    }

    pub fn is_running(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    /// Lets it make no file longer than so many bytes; `None`: as long as it likes.
    pub fn limit_files(&self, bytes: Option<u64>) {
        use rustix::process::{Pid, Resource, Rlimit, prlimit};
        let limit = Rlimit {
            current: bytes,
            maximum: None,
        };
        prlimit(Some(Pid::from_child(&self.child)), Resource::Fsize, limit).unwrap();
    }

    /// Sends `TERM`, `INT`, `HUP`, `STOP` or `CONT`.
    pub fn signal(&self, name: &str) {
        child::send(name, &self.child);
    }

    /// Kills it.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Waits for its end. Returns how it ended and its last line.
    pub fn end(mut self) -> (ExitStatus, String) {
        let mut status = None;
        until("the endpoint ends", || {
            status = self.child.try_wait().unwrap();
            status.is_some()
        });
        let mut last = String::new();
        while let Ok(line) = self.stdout.recv_timeout(DEADLINE) {
            last = line;
        }
        (status.unwrap(), last)
    }

    /// Waits for its end. Returns the lines that it has printed since it was ready.
    pub fn output(mut self) -> Vec<String> {
        until("the endpoint ends", || {
            self.child.try_wait().unwrap().is_some()
        });
        let mut lines = Vec::new();
        while let Ok(line) = self.stdout.recv_timeout(DEADLINE) {
            lines.push(line);
        }
        lines
    }

    /// A client of the demonstration's user.
    pub fn client(&self) -> Client {
        self.client_of(DEMO)
    }

    /// A client with this `Authorization`; none if empty.
    pub fn client_of(&self, authorization: &str) -> Client {
        Client::new(self.address, authorization)
    }
}

impl Drop for Endpoint {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        if std::thread::panicking() {
            let log = self.log();
            let last = log.lines().rev().take(40).collect::<Vec<_>>();
            let last: Vec<_> = last.into_iter().rev().collect();
            eprintln!("the end of the endpoint's log:\n{}", last.join("\n"));
        }
    }
}

/// A program of Debian's, started alike from every shell.
pub fn program(name: &str) -> Command {
    child::command(name)
}

/// The Python to use, started alike from every shell.
pub fn python() -> Command {
    child::python()
}

/// A WAV file: a second of silence.
pub fn sound() -> NamedTempFile {
    let mut bytes = b"RIFF\x64\x1f\0\0WAVEfmt \x10\0\0\0\x07\0\x01\0".to_vec();
    bytes.extend([0x40, 0x1f, 0, 0, 0x40, 0x1f, 0, 0, 1, 0, 8, 0]);
    bytes.extend(b"data\x40\x1f\0\0");
    bytes.extend([0xff; 8000]);
    let file = tempfile::Builder::new().suffix(".wav").tempfile().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    file
}

/// The line of the configuration for this password.
pub fn password_hash(password: &str) -> String {
    let (status, hash, errors) = tapi3(&["passwd"], &format!("{password}\n"));
    assert!(status.success(), "{errors}");
    hash
}

/// A certificate that signs itself, for `localhost`, and its key.
pub struct Certificate {
    folder: TempDir,
}

impl Certificate {
    /// `more` goes to `openssl req`.
    pub fn new(more: &[&str]) -> Self {
        let certificate = Certificate {
            folder: tempfile::tempdir().unwrap(),
        };
        let made = child::command("openssl")
            .args(["req", "-x509", "-nodes", "-days", "2", "-newkey", "ec"])
            .args(["-pkeyopt", "ec_paramgen_curve:P-256"])
            .args(["-subj", "/CN=localhost"])
            .args(["-addext", "subjectAltName=DNS:localhost"])
            .args(more)
            .args(["-keyout", &certificate.path("key.pem")])
            .args(["-out", &certificate.path("cert.pem")])
            .stderr(Stdio::null())
            .status()
            .expect("openssl is needed for this test: apt-get install openssl");
        assert!(made.success());
        certificate
    }

    /// Where `cert.pem` or `key.pem` is.
    pub fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    /// The server's keys.
    pub fn keys(&self) -> String {
        let (certificate, key) = (self.path("cert.pem"), self.path("key.pem"));
        format!("tls_certificate = \"{certificate}\"\ntls_key = \"{key}\"\n")
    }
}

/// A registrar that lets nobody in. Returns its address.
pub fn refusing_registrar() -> SocketAddr {
    let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
    let address = socket.local_addr().unwrap();
    std::thread::spawn(move || {
        let mut bytes = [0; 4096];
        while let Ok((length, peer)) = socket.recv_from(&mut bytes) {
            let request = String::from_utf8_lossy(&bytes[..length]).into_owned();
            let mut answer = "SIP/2.0 403 Forbidden\r\n".to_owned();
            for line in request.lines() {
                if ["Via:", "From:", "To:", "Call-ID:", "CSeq:"]
                    .iter()
                    .any(|h| line.starts_with(h))
                {
                    answer.push_str(&format!("{line}\r\n"));
                }
            }
            answer.push_str("Content-Length: 0\r\n\r\n");
            socket.send_to(answer.as_bytes(), peer).unwrap();
        }
    });
    address
}
