//! What sound costs on SIP lines: processor time of calls that play a file, beside SIPp's `rtp_stream`
//! and baresip's `aufile` doing the same, and how late packets leave.
//!
//!     cargo bench --bench sip_sound
//!
//! All play to a socket of this program, which keeps the time when each packet came; its own time does
//! not count. PCMU, 20 ms, UDP on loopback. A packet is late by as much as it comes after the time that
//! its sequence number says, seen from the earliest of its stream: what the receiver was late by is in
//! that too.

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
    let file = make(&folder.path().join("tone.wav"));
    let sipp = sipp();
    sipp.show("SIPp", CALLS);
    let baresip = baresip(&file);
    baresip.show("baresip", CALLS);
    let ours = ours(CALLS, &file);
    ours.show("tapi3", CALLS);
    let ratio = |peer: &Run| ours.share / peer.share;
    println!("       {:.2} of SIPp's", ratio(&sipp));
    println!("       {:.2} of baresip's", ratio(&baresip));
    self::ours(TIMED, &file).show("tapi3", TIMED);
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

/// A file of the tone, which lasts for longer than anything here.
fn make(path: &Path) -> PathBuf {
    let spec = Spec {
        container: Container::Wave,
        coding: Coding::Pcm16,
        rate: 8_000,
        channels: 1,
    };
    let mut writer = Writer::new(File::create(path).unwrap(), spec).unwrap();
    writer.write(&table().repeat(50 * 240)).unwrap();
    writer.finish().unwrap();
    path.to_owned()
}

/// For each stream, which packets came, and when.
type Streams = HashMap<u32, Vec<(u16, Duration)>>;

/// What came, until it is asked.
struct Sink {
    over: Arc<AtomicBool>,
    thread: std::thread::JoinHandle<(Streams, Duration)>,
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
            let mut streams = Streams::new();
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
                streams.entry(source).or_default().push((sequence, came));
            }
            (streams, time(ClockId::ThreadCPUTime))
        });
        Sink { over, thread, port }
    }

    /// How late packets were, and the sink's own processor time.
    fn close(self) -> (String, Duration) {
        self.over.store(true, Ordering::Relaxed);
        let (streams, own) = self.thread.join().unwrap();
        let mut late: Vec<f64> = Vec::new();
        for packets in streams.values().filter(|packets| packets.len() > 100) {
            // The beginning, when calls are still being placed, does not count.
            let packets = &packets[50..];
            let first = packets[0].0;
            let offsets = packets.iter().map(|(sequence, came)| {
                came.as_secs_f64() - f64::from(sequence.wrapping_sub(first)) * 0.02
            });
            let offsets: Vec<f64> = offsets.collect();
            let least = offsets.iter().copied().fold(f64::INFINITY, f64::min);
            late.extend(offsets.iter().map(|offset| (offset - least) * 1_000.0));
        }
        late.sort_by(f64::total_cmp);
        let part = |part: f64| late.get((late.len() as f64 * part) as usize).copied();
        let text = format!(
            "{} packets of {} streams late by {:.2} ms (half of them), {:.2} (99 %), {:.2} (most)",
            late.len(),
            streams.len(),
            part(0.5).unwrap_or(f64::NAN),
            part(0.99).unwrap_or(f64::NAN),
            late.last().copied().unwrap_or(f64::NAN),
        );
        (text, own)
    }
}

fn time(clock: ClockId) -> Duration {
    let time = clock_gettime(clock);
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

/// Calls of ours that play.
fn ours(calls: usize, file: &Path) -> Run {
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
    let before = time(ClockId::ProcessCPUTime);
    let begun = Instant::now();
    std::thread::sleep(Duration::from_secs(SECONDS));
    let used = time(ClockId::ProcessCPUTime) - before;
    let lasted = begun.elapsed();
    let (lateness, sinks) = sink.close();
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
