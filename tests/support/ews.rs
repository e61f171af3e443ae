//! What the tests of the EWS endpoint share: the real command `tapi3 serve` as a process, and an
//! HTTP client that says exactly what a test wants said. Every SOAP answer that comes back is
//! judged by the schema, with software that is not ours.

#![allow(dead_code, reason = "each test file uses its part")]

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::{Duration, Instant};
use tapi3::soap::schema;
use tempfile::NamedTempFile;

/// How long a test waits for what must happen.
pub const DEADLINE: Duration = Duration::from_secs(30);

pub const ENVELOPE: &str = "http://schemas.xmlsoap.org/soap/envelope/";
pub const MESSAGES: &str = "http://schemas.microsoft.com/exchange/services/2006/messages";
pub const TYPES: &str = "http://schemas.microsoft.com/exchange/services/2006/types";

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
    _configuration: Option<NamedTempFile>,
}

fn command() -> Command {
    set_up(Command::new(env!("CARGO_BIN_EXE_tapi3")))
}

fn set_up(mut command: Command) -> Command {
    command
        .env_remove("TAPI3_CONFIG")
        .env("XDG_CONFIG_HOME", "/nonexistent")
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

    fn start(command: &mut Command, configuration: Option<NamedTempFile>) -> Self {
        let mut child = command.spawn().unwrap();
        let log: Arc<Mutex<String>> = Arc::default();
        let errors = BufReader::new(child.stderr.take().unwrap());
        let kept = log.clone();
        std::thread::spawn(move || {
            for line in errors.lines().map_while(Result::ok) {
                let mut log = kept.lock().unwrap();
                log.push_str(&line);
                log.push('\n');
            }
        });
        let (sender, stdout) = channel();
        let output = BufReader::new(child.stdout.take().unwrap());
        std::thread::spawn(move || {
            for line in output.lines().map_while(Result::ok) {
                let _ = sender.send(line);
            }
        });
        let ready = stdout.recv_timeout(DEADLINE);
        let ready = ready.unwrap_or_else(|_| panic!("not ready:\n{}", log.lock().unwrap()));
        let url = ready.strip_prefix("listening on ").unwrap().to_owned();
        let authority = url.split('/').nth(2).unwrap();
        Endpoint {
            child,
            address: authority.parse().unwrap(),
            url,
            stdout,
            log,
            _configuration: configuration,
        }
    }

    /// What it has logged so far.
    pub fn log(&self) -> String {
        self.log.lock().unwrap().clone()
    }

    /// A page, with the demonstration's credentials.
    pub fn page(&self, path: &str) -> Answer {
        self.client().get(path)
    }

    /// A value of `/metrics`; 0 for one that is not there.
    pub fn metric(&self, name: &str) -> f64 {
        let page = self.page("/metrics");
        assert_eq!(page.status, 200, "{}", page.body);
        let line = page.body.lines().find(|line| {
            let rest = line.strip_prefix(name);
            rest.is_some_and(|rest| rest.starts_with(' '))
        });
        line.map_or(0.0, |line| {
            line.rsplit(' ').next().unwrap().parse().unwrap()
        })
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

    /// Sends a signal, as `kill` does.
    pub fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill")
            .args([&format!("-{name}"), &id])
            .status();
        assert!(sent.unwrap().success());
    }

    /// Waits for its end. Returns how it ended and its last line.
    pub fn end(mut self) -> (ExitStatus, String) {
        let mut status = None;
        until("the endpoint ends", || {
            status = self.child.try_wait().unwrap();
            status.is_some()
        });
        let mut last = String::new();
        while let Ok(line) = self.stdout.recv_timeout(Duration::from_secs(1)) {
            last = line;
        }
        (status.unwrap(), last)
    }

    /// A client of the demonstration's user.
    pub fn client(&self) -> Client {
        self.client_of(DEMO)
    }

    /// A client with this `Authorization`; none if empty.
    pub fn client_of(&self, authorization: &str) -> Client {
        Client {
            address: self.address,
            authorization: authorization.to_owned(),
            connection: None,
        }
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

/// What came back.
#[derive(Debug, Clone)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Answer {
    /// The values of a header, one for each line that has it.
    pub fn header(&self, name: &str) -> Vec<&str> {
        let lines = self.headers.iter();
        let lines = lines.filter(|(known, _)| known.eq_ignore_ascii_case(name));
        lines.map(|(_, value)| value.as_str()).collect()
    }

    /// The text of the first element with this local name.
    #[track_caller]
    pub fn element(&self, name: &str) -> String {
        self.find(name)
            .unwrap_or_else(|| panic!("no {name} in {}", self.body))
    }

    pub fn find(&self, name: &str) -> Option<String> {
        let document = roxmltree::Document::parse(&self.body).ok()?;
        let mut elements = document.descendants();
        let found = elements.find(|n| n.is_element() && n.tag_name().name() == name)?;
        Some(found.text().unwrap_or_default().to_owned())
    }

    /// The code of a response or a fault.
    #[track_caller]
    pub fn code(&self) -> String {
        self.element("ResponseCode")
    }

    /// The identifier of the call that was placed.
    #[track_caller]
    pub fn call_id(&self) -> String {
        assert_eq!(self.status, 200, "{}", self.body);
        assert_eq!(self.code(), "NoError", "{}", self.body);
        let document = roxmltree::Document::parse(&self.body).unwrap();
        let mut elements = document.descendants();
        let id = elements.find(|n| n.has_tag_name((MESSAGES, "PhoneCallId")));
        id.unwrap().attribute("Id").unwrap().to_owned()
    }

    /// State, cause, and SIP code and text, with blanks between.
    #[track_caller]
    pub fn information(&self) -> String {
        assert_eq!(self.code(), "NoError", "{}", self.body);
        let names = [
            "PhoneCallState",
            "ConnectionFailureCause",
            "SIPResponseCode",
            "SIPResponseText",
        ];
        names.map(|name| self.element(name)).join(" ")
    }
}

/// An HTTP client with one connection, kept open for as long as both sides like.
pub struct Client {
    address: SocketAddr,
    pub authorization: String,
    connection: Option<BufReader<TcpStream>>,
}

/// A whole envelope.
pub fn envelope(headers: &str, operation: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><s:Envelope xmlns:s=\"{ENVELOPE}\" \
         xmlns:m=\"{MESSAGES}\" xmlns:t=\"{TYPES}\"><s:Header>{headers}</s:Header>\
         <s:Body>{operation}</s:Body></s:Envelope>"
    )
}

impl Client {
    /// PlayOnPhone with the item `welcome`.
    pub fn play(&mut self, dial_string: &str) -> Answer {
        self.play_item("welcome", dial_string)
    }

    pub fn play_item(&mut self, item: &str, dial_string: &str) -> Answer {
        self.ask(&format!(
            "<m:PlayOnPhone><m:ItemId Id=\"{item}\"/>\
             <m:DialString>{dial_string}</m:DialString></m:PlayOnPhone>"
        ))
    }

    pub fn get(&mut self, path: &str) -> Answer {
        let head = format!(
            "GET {path} HTTP/1.1\r\nHost: pbx.example\r\n{}\r\n",
            self.who()
        );
        self.exchange(head.as_bytes())
    }

    /// GetPhoneCallInformation
    pub fn information(&mut self, id: &str) -> Answer {
        self.ask(&format!(
            "<m:GetPhoneCallInformation><m:PhoneCallId Id=\"{id}\"/></m:GetPhoneCallInformation>"
        ))
    }

    /// DisconnectPhoneCall
    pub fn disconnect(&mut self, id: &str) -> Answer {
        self.ask(&format!(
            "<m:DisconnectPhoneCall><m:PhoneCallId Id=\"{id}\"/></m:DisconnectPhoneCall>"
        ))
    }

    /// Sends an operation.
    pub fn ask(&mut self, operation: &str) -> Answer {
        self.post(envelope("", operation).as_bytes())
    }

    /// Sends a body.
    pub fn post(&mut self, body: &[u8]) -> Answer {
        let mut request = self.head("", body.len()).into_bytes();
        request.extend(body);
        self.exchange(&request)
    }

    /// The head of a POST with these header lines besides the usual ones, each with its end.
    pub fn head(&self, more: &str, length: usize) -> String {
        format!(
            "POST /EWS/Exchange.asmx HTTP/1.1\r\nHost: pbx.example\r\n{}\
             Content-Type: text/xml; charset=utf-8\r\n{more}Content-Length: {length}\r\n\r\n",
            self.who()
        )
    }

    /// The line that says who asks.
    pub fn who(&self) -> String {
        match self.authorization.as_str() {
            "" => String::new(),
            who => format!("Authorization: {who}\r\n"),
        }
    }

    /// Sends bytes and reads one answer.
    #[track_caller]
    pub fn exchange(&mut self, bytes: &[u8]) -> Answer {
        self.send(bytes);
        self.receive().expect("an answer")
    }

    /// Sends bytes, over a fresh connection if there is none.
    pub fn send(&mut self, bytes: &[u8]) {
        let connection = self.connection.get_or_insert_with(|| {
            let stream = TcpStream::connect(self.address).unwrap();
            stream.set_read_timeout(Some(DEADLINE)).unwrap();
            stream.set_nodelay(true).unwrap();
            BufReader::new(stream)
        });
        // An endpoint that has refused already may not want the rest.
        let _ = connection.get_mut().write_all(bytes);
    }

    /// Says that nothing more will be sent.
    pub fn end_of_request(&mut self) {
        if let Some(connection) = &self.connection {
            let _ = connection.get_ref().shutdown(std::net::Shutdown::Write);
        }
    }

    /// Reads one answer; `None` if the connection ends instead.
    pub fn receive(&mut self) -> Option<Answer> {
        let answer = self.connection.as_mut().and_then(read_answer);
        let closes = |answer: &Answer| answer.header("connection") == ["close"];
        if answer.as_ref().is_none_or(closes) {
            self.connection = None;
        }
        if let Some(answer) = &answer {
            if answer.header("content-type") == ["text/xml; charset=utf-8"]
                && answer.body.contains("Envelope")
                && !answer.body.contains("definitions")
            {
                judge(&answer.body);
            }
        }
        answer
    }

    /// Whether the endpoint closes the connection without another word.
    pub fn is_closed(&mut self) -> bool {
        let Some(connection) = &mut self.connection else {
            return true;
        };
        let mut rest = Vec::new();
        match connection.read_to_end(&mut rest) {
            Ok(_) => rest.is_empty(),
            Err(error) => error.kind() == std::io::ErrorKind::ConnectionReset,
        }
    }

    /// Drops the connection without a word.
    pub fn hang(&mut self) {
        self.connection = None;
    }
}

fn read_answer(connection: &mut BufReader<TcpStream>) -> Option<Answer> {
    let mut line = String::new();
    if connection.read_line(&mut line).ok()? == 0 {
        return None;
    }
    let status = line.split(' ').nth(1)?.parse().ok()?;
    let mut headers = Vec::new();
    loop {
        line.clear();
        connection.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(':') else {
            break;
        };
        headers.push((name.to_owned(), value.trim().to_owned()));
    }
    let mut answer = Answer {
        status,
        headers,
        body: String::new(),
    };
    if status == 100 {
        return Some(answer);
    }
    let length = answer.header("content-length").first()?.parse().ok()?;
    let mut body = vec![0; length];
    connection.read_exact(&mut body).ok()?;
    answer.body = String::from_utf8(body).ok()?;
    Some(answer)
}

/// The one who knows the schema.
struct Judge {
    /// It ends with our end of the pipe.
    _process: Child,
    stdin: ChildStdin,
    stdout: BufReader<ChildStdout>,
    judged: HashMap<String, String>,
}

static JUDGE: OnceLock<Option<Mutex<Judge>>> = OnceLock::new();

/// Fails the test unless the message is valid. Without lxml nothing is judged, which
/// `TAPI3_REQUIRE_TOOLS` makes a failure, as in CI.
fn judge(body: &str) {
    let Some(judge) = JUDGE.get_or_init(Judge::start) else {
        return;
    };
    let mut judge = judge.lock().unwrap();
    // Answers differ in the call's name only; the long corpus would judge the same again and again.
    if !judge.judged.contains_key(body) {
        let length = u32::try_from(body.len()).unwrap();
        judge.stdin.write_all(&length.to_be_bytes()).unwrap();
        judge.stdin.write_all(body.as_bytes()).unwrap();
        judge.stdin.flush().unwrap();
        let mut verdict = String::new();
        judge.stdout.read_line(&mut verdict).unwrap();
        judge.judged.insert(body.to_owned(), verdict);
    }
    let verdict = judge.judged[body].clone();
    drop(judge);
    assert_eq!(verdict.trim(), "ok", "{body}");
}

impl Judge {
    fn start() -> Option<Mutex<Judge>> {
        let name = format!("ews-judge-{}", std::process::id());
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::create_dir_all(&folder).unwrap();
        for (name, text) in [
            ("messages.xsd", schema::MESSAGES_XSD),
            ("types.xsd", schema::TYPES_XSD),
            ("errors.xsd", schema::ERRORS_XSD),
        ] {
            std::fs::write(folder.join(name), text).unwrap();
        }
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ews/judge.py");
        let mut child = Command::new(python())
            .arg("-B")
            .arg(script)
            .arg(&folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let stdin = child.stdin.take().unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut ready = String::new();
        stdout.read_line(&mut ready).unwrap();
        let _ = std::fs::remove_dir_all(&folder);
        if ready.trim() != "ready" {
            let _ = child.wait();
            assert!(
                std::env::var_os("TAPI3_REQUIRE_TOOLS").is_none(),
                "the answers cannot be judged: {ready}"
            );
            eprintln!("the answers are not judged: lxml and zeep are not installed");
            return None;
        }
        Some(Mutex::new(Judge {
            _process: child,
            stdin,
            stdout,
            judged: HashMap::new(),
        }))
    }
}

/// The interpreter to use.
pub fn python() -> std::ffi::OsString {
    std::env::var_os("PYTHON").unwrap_or_else(|| "python3".into())
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
