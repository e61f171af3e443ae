//! What sound costs on SIP lines: processor time of calls that play a file, beside SIPp's `rtp_stream`
//! and baresip's `aufile` doing the same, and how late packets leave.
//!
//!     cargo bench --bench sip_sound
//!     cargo bench --bench sip_sound -- 500 600    calls of ours alone, seconds
//!
//! All play to a socket of this program, which keeps the time when each packet came; its own time does
//! not count. PCMU, 20 ms, UDP on loopback. A packet is late by as much as it comes after the time that
//! its sequence number says, seen from the earliest of its stream so far: what the receiver was late by is
//! in that too. A stream drifts by as much as its earliest packets at the end are behind those at the
//! beginning.

use rustix::time::{ClockId, clock_gettime};
use std::collections::HashMap;
use std::fs::File;
use std::net::UdpSocket;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tapi3::engine::{
    Call, CallHandle, Client, Engine, Flow, Kind, Line, Role, Settings, State, SystemClock,
    TerminalRef,
};
use tapi3::providers::sip;
use tapi3::terminals::FileSource;
use tapi3_media::wav::{Coding, Container, Spec, Writer};

/// Calls whose processor time is taken, and whose packets are timed.
const CALLS: usize = 100;
const TIMED: usize = 200;
const SECONDS: u64 = 15;

fn main() {
    raise_descriptors();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tone.wav");
    let numbers: Vec<u64> = std::env::args().filter_map(|a| a.parse().ok()).collect();
    if let [calls, seconds] = numbers[..] {
        let calls = calls as usize;
        return ours(calls, seconds, &make(&path, seconds)).show("tapi3", calls);
    }
    let file = make(&path, SECONDS);
    let sipp = sipp();
    sipp.show("SIPp", CALLS);
    let baresip = baresip(&file);
    baresip.show("baresip", CALLS);
    let ours = ours(CALLS, SECONDS, &file);
    ours.show("tapi3", CALLS);
    let ratio = |peer: &Run| ours.share / peer.share;
    println!("       {:.2} of SIPp's", ratio(&sipp));
    println!("       {:.2} of baresip's", ratio(&baresip));
    self::ours(TIMED, SECONDS, &file).show("tapi3", TIMED);
}

struct Run {
    /// Seconds of a processor in a second.
    share: f64,
    lateness: String,
}

impl Run {
    fn show(&self, who: &str, calls: usize) {
        let percent = self.share * 100.0;
        println!("{who}: {calls} calls, {percent:.2} % of a processor");
        println!("       {}", self.lateness);
    }
}

fn table() -> Vec<i16> {
    let step = std::f64::consts::TAU / 8.0;
    (0..160)
        .map(|at| (f64::from(at) * step).sin() * 8_000.0)
        .map(|s| s as i16)
        .collect()
}

/// A file of the tone, which lasts for longer than calls of so many seconds.
fn make(path: &Path, seconds: u64) -> PathBuf {
    let spec = Spec {
        container: Container::Wave,
        coding: Coding::Pcm16,
        rate: 8_000,
        channels: 1,
    };
    let mut writer = Writer::new(File::create(path).unwrap(), spec).unwrap();
    let second = table().repeat(50);
    for _ in 0..seconds + 240 {
        writer.write(&second).unwrap();
    }
    writer.finish().unwrap();
    path.to_owned()
}

/// What came of one stream.
struct Stream {
    /// Of the last packet, counted on beyond 65,535.
    sequence: i64,
    first: i64,
    came: u64,
    /// When its clock began, in seconds, by the earliest packet so far, of its first thousand, and of
    /// the thousand that come now and those before.
    least: f64,
    at_first: f64,
    now: f64,
    before: f64,
}

impl Stream {
    /// The beginning, when calls are still being placed, does not count.
    const BEGINNING: u64 = 50;
    const WINDOW: u64 = 1_000;

    fn new(sequence: u16) -> Self {
        Stream {
            sequence: i64::from(sequence),
            first: i64::from(sequence),
            came: 0,
            least: f64::INFINITY,
            at_first: f64::INFINITY,
            now: f64::INFINITY,
            before: f64::INFINITY,
        }
    }

    /// How late a packet is, in seconds.
    fn take(&mut self, sequence: u16, came: Duration) -> Option<f64> {
        let step = sequence.wrapping_sub(self.sequence as u16) as i16;
        self.sequence += i64::from(step);
        self.came += 1;
        let counted = self.came.checked_sub(Self::BEGINNING)?;
        let begun = came.as_secs_f64() - (self.sequence - self.first) as f64 * 0.02;
        self.least = self.least.min(begun);
        if counted < Self::WINDOW {
            self.at_first = self.at_first.min(begun);
        }
        if counted % Self::WINDOW == 0 {
            self.before = std::mem::replace(&mut self.now, f64::INFINITY);
        }
        self.now = self.now.min(begun);
        Some(begun - self.least)
    }

    fn lost(&self) -> i64 {
        self.sequence - self.first + 1 - self.came as i64
    }

    fn drifted(&self) -> f64 {
        self.before.min(self.now) - self.at_first
    }
}

/// How late packets were, in hundredths of a millisecond; the last stands for all that is more.
struct Lateness(Vec<u64>);

impl Lateness {
    fn new() -> Self {
        Lateness(vec![0; 100_000])
    }

    fn note(&mut self, seconds: f64) {
        let place = (seconds * 100_000.0) as usize;
        let last = self.0.len() - 1;
        self.0[place.min(last)] += 1;
    }

    fn count(&self) -> u64 {
        self.0.iter().sum()
    }

    /// In milliseconds; `part` of all were no later.
    fn of(&self, part: f64) -> f64 {
        let wanted = (self.count() as f64 * part).ceil() as u64;
        let mut so_far = 0;
        let place = self.0.iter().position(|count| {
            so_far += count;
            so_far >= wanted
        });
        place.map_or(f64::NAN, |place| place as f64 / 100.0)
    }
}

/// What came, until it is asked.
struct Sink {
    over: Arc<AtomicBool>,
    thread: std::thread::JoinHandle<(String, Duration)>,
    port: u16,
}

impl Sink {
    fn open() -> Self {
        let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
        socket
            .set_read_timeout(Some(Duration::from_millis(100)))
            .unwrap();
        rustix::net::sockopt::set_socket_recv_buffer_size(&socket, 4 << 20).unwrap();
        let port = socket.local_addr().unwrap().port();
        let over = Arc::new(AtomicBool::new(false));
        let told = over.clone();
        let thread = std::thread::spawn(move || {
            let mut streams = HashMap::new();
            let mut late = Lateness::new();
            let mut packet = [0; 2048];
            while !told.load(Ordering::Relaxed) {
                let Ok(length) = socket.recv(&mut packet) else {
                    continue;
                };
                let came = time(ClockId::Monotonic);
                if length < 12 || (packet[1] & 0x7F) != 0 {
                    continue;
                }
                let sequence = u16::from_be_bytes([packet[2], packet[3]]);
                let source = u32::from_be_bytes(packet[8..12].try_into().unwrap());
                let stream = streams.entry(source);
                let stream = stream.or_insert_with(|| Stream::new(sequence));
                if let Some(seconds) = stream.take(sequence, came) {
                    late.note(seconds);
                }
            }
            (summary(&streams, &late), time(ClockId::ThreadCPUTime))
        });
        Sink { over, thread, port }
    }

    /// How late packets were, and the sink's own processor time.
    fn close(self) -> (String, Duration) {
        self.over.store(true, Ordering::Relaxed);
        self.thread.join().unwrap()
    }
}

fn summary(streams: &HashMap<u32, Stream>, late: &Lateness) -> String {
    let lost: i64 = streams.values().map(Stream::lost).sum();
    let drifts = streams.values().map(Stream::drifted);
    let drift = drifts.filter(|drift| drift.is_finite()).fold(0.0, f64::max);
    format!(
        "{} packets of {} streams late by {:.2} ms (half of them), {:.2} (99 %), {:.2} (most); \
         {lost} lost, drift {:.2} ms",
        late.count(),
        streams.len(),
        late.of(0.5),
        late.of(0.99),
        late.of(1.0),
        drift * 1_000.0,
    )
}

fn time(clock: ClockId) -> Duration {
    let time = clock_gettime(clock);
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

/// Calls of ours that play.
fn ours(calls: usize, seconds: u64, file: &Path) -> Run {
    let sink = Sink::open();
    let (peer, port) = start("listens", None, &[("port", &sink.port.to_string())]);
    let own = free_port();
    let text = format!(
        "uri = 'sip:alice@127.0.0.1'\nlisten = '127.0.0.1:{own}'\nmax_calls = 1000\ncodecs = ['PCMU']"
    );
    let settings: sip::Settings = toml::from_str(&text).unwrap();
    let engine = Engine::new(Arc::new(SystemClock::new()), Settings::default());
    sip::open(&engine, vec![("line".to_owned(), settings)]).unwrap();
    let line = engine.lines().unwrap().remove(0);
    let client = engine.add_client("bench".to_owned()).unwrap();
    let held: Vec<CallHandle> = (0..calls)
        .map(|_| dial(&client, &line, port, file))
        .collect();
    std::thread::sleep(Duration::from_secs(2));
    let memory = resident();
    let before = time(ClockId::ProcessCPUTime);
    let begun = Instant::now();
    std::thread::sleep(Duration::from_secs(seconds));
    let used = time(ClockId::ProcessCPUTime) - before;
    let lasted = begun.elapsed();
    let grown = resident() - memory;
    let up = held
        .iter()
        .filter(|call| call.call.state() == State::Connected);
    let up = up.count();
    let (lateness, sinks) = sink.close();
    let lateness = format!("{lateness}; {up} calls still up, {grown} kB more memory");
    drop(held);
    engine.close();
    drop(peer);
    // The sink has run for a little longer than was measured.
    let sinks = sinks.as_secs_f64() * lasted.as_secs_f64() / (lasted.as_secs_f64() + 2.0);
    Run {
        share: (used.as_secs_f64() - sinks) / lasted.as_secs_f64(),
        lateness,
    }
}

/// The memory of this process, in kB.
fn resident() -> i64 {
    let text = std::fs::read_to_string("/proc/self/status").unwrap();
    let mut lines = text.lines();
    let number = lines.find_map(|line| line.strip_prefix("VmRSS:"));
    let number = number.and_then(|rest| rest.split_whitespace().next());
    number.unwrap().parse().unwrap()
}

fn dial(client: &Client, line: &Arc<Line>, port: u16, file: &Path) -> CallHandle {
    let to = format!("sip:bob@127.0.0.1:{port}");
    let call = Call::outgoing(client, line, to, 8, 1).unwrap();
    call.attach().unwrap();
    let source = FileSource::try_new(file.to_owned(), |_, _| {}).unwrap();
    let terminal = TerminalRef::new(source);
    call.select(Flow::Capture, terminal, Role::Plays, Kind::Shown)
        .unwrap();
    call.connect(false).unwrap();
    let end = Instant::now() + Duration::from_secs(20);
    while call.call.state() != State::Connected {
        assert!(Instant::now() < end, "a call is not answered");
        std::thread::sleep(Duration::from_millis(1));
    }
    call
}

/// Calls of SIPp's that play.
fn sipp() -> Run {
    let sink = Sink::open();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("tone.ul");
    let tone: Vec<u8> = table()
        .iter()
        .map(|s| tapi3_media::g711::to_mu_law(*s))
        .collect();
    std::fs::write(&file, tone.repeat(50)).unwrap();
    let (_peer, port) = start("listens", None, &[("port", &sink.port.to_string())]);
    let keys = [("file", file.to_str().unwrap())];
    let (caller, _) = start("speaks", Some(port), &keys);
    watch(&caller, sink)
}

/// Calls of SIPp's to baresip, which plays.
fn baresip(file: &Path) -> Run {
    let sink = Sink::open();
    let (port, folder) = (free_port(), tempfile::tempdir().unwrap());
    let modules = ["/usr/lib/baresip/modules", "/usr/local/lib/baresip/modules"];
    let modules = modules.iter().find(|path| Path::new(path).is_dir());
    let modules = modules.expect("baresip has no modules: apt-get install baresip");
    let config = format!(
        "sip_listen 127.0.0.1:{port}\nnet_interface 127.0.0.1\ncall_max_calls 1000\n\
         module_path {modules}\nmodule_app account.so\nmodule_app menu.so\n\
         module g711.so\nmodule aufile.so\nmodule aubridge.so\n\
         audio_source aufile,{}\naudio_player aubridge,x\n",
        file.display()
    );
    let account = "regint=0;answermode=auto;audio_codecs=PCMU";
    let account = format!("<sip:bob@127.0.0.1:{port}>;{account}\n");
    let texts = [
        ("config", config.as_str()),
        ("accounts", &account),
        ("contacts", ""),
        ("uuid", ""),
    ];
    for (name, text) in texts {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let mut command = Command::new("baresip");
    command.arg("-f").arg(folder.path());
    let peer = Peer::start(&mut command, folder, "baresip");
    let _caller = start("hears", Some(port), &[("port", &sink.port.to_string())]);
    watch(&peer, sink)
}

/// What somebody at work uses, once all calls are up.
fn watch(peer: &Peer, sink: Sink) -> Run {
    std::thread::sleep(Duration::from_secs(4));
    let before = peer.used();
    let begun = Instant::now();
    std::thread::sleep(Duration::from_secs(SECONDS));
    let used = peer.used() - before;
    let lasted = begun.elapsed();
    Run {
        share: used / lasted.as_secs_f64(),
        lateness: sink.close().0,
    }
}

/// SIPp or baresip at work, killed when it is done with.
struct Peer {
    child: Child,
    _folder: tempfile::TempDir,
}

impl Peer {
    fn start(command: &mut Command, folder: tempfile::TempDir, package: &str) -> Self {
        let silent = command.stdin(Stdio::null()).stdout(Stdio::null());
        let child = silent.stderr(Stdio::null()).spawn();
        let child = child.unwrap_or_else(|_| panic!("it is missing: apt-get install {package}"));
        std::thread::sleep(Duration::from_secs(1));
        Peer {
            child,
            _folder: folder,
        }
    }

    /// Its processor time so far, in seconds.
    fn used(&self) -> f64 {
        let file = format!("/proc/{}/stat", self.child.id());
        let text = std::fs::read_to_string(file).unwrap();
        let rest = text.rsplit_once(") ").unwrap().1;
        let mut fields = rest.split(' ').skip(11);
        let mut ticks = || fields.next().unwrap().parse::<f64>().unwrap();
        (ticks() + ticks()) / 100.0
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn start(scenario: &str, target: Option<u16>, keys: &[(&str, &str)]) -> (Peer, u16) {
    let port = free_port();
    let file = format!("{}/benches/sip/{scenario}.xml", env!("CARGO_MANIFEST_DIR"));
    let mut text = std::fs::read_to_string(file).unwrap();
    for (key, value) in keys {
        text = text.replace(&format!("{{{{{key}}}}}"), value);
    }
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("scenario.xml"), text).unwrap();
    let mut command = Command::new("sipp");
    command.args(["-sf", "scenario.xml", "-i", "127.0.0.1", "-nostdin"]);
    command.args(["-p", &port.to_string(), "-l", "1000"]);
    if let Some(target) = target {
        command.args(["-m", &CALLS.to_string(), "-r", "50"]);
        command.arg(format!("127.0.0.1:{target}"));
    }
    command.current_dir(folder.path());
    (Peer::start(&mut command, folder, "sip-tester"), port)
}

fn free_port() -> u16 {
    let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
    socket.local_addr().unwrap().port()
}

/// Every call has two sockets.
fn raise_descriptors() {
    use nix::sys::resource::{Resource, getrlimit, setrlimit};
    let (_, most) = getrlimit(Resource::RLIMIT_NOFILE).unwrap();
    setrlimit(Resource::RLIMIT_NOFILE, most, most).unwrap();
}
