//! What a call on a SIP line costs, with SIPp at the other end: processor time from INVITE to BYE,
//! called and calling, through the C vtables, the memory of a call that is up, and how long a program
//! waits for Disconnect, beside thousands of calls that are up and on an idle line.
//!
//!     cargo bench --bench sip
//!
//! Both sides share the machine, so SIPp's own time stands beside ours: the quotient compares runs
//! on different machines. UDP on loopback, 100 calls outstanding.

#[path = "../tests/support/capi.rs"]
mod capi;
#[path = "../tests/support/child.rs"]
mod child;
#[path = "../tests/support/counted.rs"]
#[macro_use]
mod counted;
#[path = "../tests/support/hearing.rs"]
mod hearing;

use counted::*;
use std::net::UdpSocket;
use std::process::{Child, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};
use tapi3::com::abi::*;

const CALLS: usize = 10_000;
const OUTSTANDING: usize = 100;
const ROUNDS: usize = 3;
const HELD: usize = 2_000;

/// Calls that are up while others are hung up, and how many those are; a hundred come a second.
const BESIDE: usize = 5_000;
const HANG_UPS: usize = 1_000;
const APART: Duration = Duration::from_millis(10);

/// How long to wait for what must happen.
const DEADLINE: Duration = Duration::from_secs(120);

fn main() {
    // Every call has a port for sound or two.
    raise_descriptors();
    println!("{CALLS} calls, {OUTSTANDING} outstanding, median of {ROUNDS} rounds:");
    for (what, run) in [("called", called as fn() -> Cost), ("calling", calling)] {
        let mut costs: Vec<Cost> = (0..ROUNDS).map(|_| run()).collect();
        costs.sort_by(|one, other| one.ours.total_cmp(&other.ours));
        let Cost { ours, peers } = costs[ROUNDS / 2];
        println!(
            "{what:8} {ours:6.1} µs a call, SIPp {peers:6.1} µs: {:.2}",
            ours / peers
        );
    }
    println!("{HELD} calls that are up:");
    for (what, calls) in [("called", false), ("calling", true)] {
        println!("{what:8} {} bytes a call", held(calls));
    }
    println!("Disconnect, {HANG_UPS} times, a hundred a second:");
    let idle = hang_ups(0);
    let busy = hang_ups(BESIDE);
    for (what, waits) in [(0, &idle), (BESIDE, &busy)] {
        let [half, most] = [50, 99].map(|percent| part(waits, percent).as_nanos() as f64 / 1e3);
        println!("beside {what} calls: median {half:.1} µs, p99 {most:.1} µs");
    }
    let [idle, busy] = [idle, busy].map(|waits| part(&waits, 99).as_secs_f64());
    println!(
        "p99 beside {BESIDE} calls, to that of an idle line: {:.2}",
        busy / idle
    );
}

/// Processor time of a call, in microseconds.
struct Cost {
    ours: f64,
    peers: f64,
}

/// What there is to do on a line, and what has been done.
#[derive(Default)]
struct Work {
    /// Whom to call, on which line, and how often still.
    destination: String,
    address: OnceLock<Com<ITAddress>>,
    left: AtomicUsize,
    /// Whether to hang up when a call of ours is answered.
    hang_up: bool,
    connected: AtomicUsize,
    ended: AtomicUsize,
}

impl Work {
    /// Places the next call, if there is one.
    fn place(&self) {
        let next = |left: usize| left.checked_sub(1);
        let order = Ordering::SeqCst;
        if self.left.fetch_update(order, order, next).is_ok() {
            let address = self.address.get().unwrap();
            let call = create_call(address, &self.destination).unwrap();
            assert_eq!(call!(call, Connect, VARIANT_FALSE), S_OK);
            keep(call);
        }
    }

    /// Does what an event asks for, on the library's thread.
    fn hear(&self, kind: TAPI_EVENT, object: &Com<IDispatch>) {
        if kind == TE_CALLNOTIFICATION {
            let news: Com<ITCallNotificationEvent> =
                object.query(&IID_ITCallNotificationEvent).unwrap();
            let info = out(|info| call!(news, get_Call, info));
            let call = control(&info);
            call!(call, Answer);
            keep(call);
            return;
        }
        let change: Com<ITCallStateEvent> = object.query(&IID_ITCallStateEvent).unwrap();
        let mut state = CS_IDLE;
        call!(change, get_State, &raw mut state);
        match state {
            CS_CONNECTED => {
                self.connected.fetch_add(1, Ordering::SeqCst);
                if self.hang_up {
                    let info = out(|info| call!(change, get_Call, info));
                    call!(control(&info), Disconnect, DC_NORMAL);
                }
            }
            CS_DISCONNECTED => {
                let info = out(|info| call!(change, get_Call, info));
                let_go(&control(&info));
                self.ended.fetch_add(1, Ordering::SeqCst);
                self.place();
            }
            _ => {}
        }
    }
}

/// Holds a call until it is over, as programs do: what nobody holds may end unheard.
fn keep(call: Com<ITBasicCallControl>) {
    std::mem::forget(call);
}

/// Gives back what `keep` holds.
fn let_go(call: &Com<ITBasicCallControl>) {
    drop(Com::new(call.raw()));
}

fn control(info: &Option<Com<ITCallInfo>>) -> Com<ITBasicCallControl> {
    let info = info.as_ref().expect("an event about a call has it");
    info.query(&IID_ITBasicCallControl).unwrap()
}

/// A line that does some work.
struct Phone {
    tapi: Com<ITTAPI>,
    work: Arc<Work>,
    port: u16,
}

impl Phone {
    fn open(work: Work, settings: &str) -> Self {
        let port = free_port();
        let line = format!(
            "[[line]]\nname = 'line'\nprovider = 'sip'\nuri = 'sip:alice@127.0.0.1'\n\
             listen = '127.0.0.1:{port}'\nmax_calls = 10000\n{settings}"
        );
        assert_eq!(configure(&line), S_OK);
        let tapi = new_tapi();
        assert_eq!(call!(tapi, Initialize), S_OK);
        let address = addresses(&tapi).remove(0);
        let work = Arc::new(work);
        let heard = work.clone();
        let events = TE_CALLNOTIFICATION | TE_CALLSTATE;
        hearing::hear(&tapi, events, move |kind, object| heard.hear(kind, object));
        let mut registration = 0;
        let registered = call!(
            tapi,
            RegisterCallNotifications,
            address.raw(),
            VARIANT_FALSE,
            VARIANT_TRUE,
            TAPIMEDIATYPE_AUDIO,
            0,
            &raw mut registration
        );
        assert_eq!(registered, S_OK);
        work.address.set(address).unwrap();
        Phone { tapi, work, port }
    }

    fn until(&self, what: &str, done: impl Fn(&Work) -> bool) {
        let end = Instant::now() + DEADLINE;
        while !done(&self.work) {
            assert!(Instant::now() < end, "waited in vain: {what}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Phone {
    fn drop(&mut self) {
        call!(self.tapi, Shutdown);
    }
}

/// SIPp calls and hangs up.
fn called() -> Cost {
    let phone = Phone::open(Work::default(), "");
    measured(&phone, || sipp("called", CALLS, phone.port, true))
}

/// We call, and hang up when SIPp has answered.
fn calling() -> Cost {
    let port = free_port();
    let peer = sipp("calling", CALLS, port, false);
    let work = Work {
        destination: format!("sip:bob@127.0.0.1:{port}"),
        left: AtomicUsize::new(CALLS),
        hang_up: true,
        ..Work::default()
    };
    let phone = Phone::open(work, "");
    measured(&phone, || {
        for _ in 0..OUTSTANDING {
            phone.work.place();
        }
        peer
    })
}

/// What the calls cost that SIPp, which `begin` gives, makes or takes.
fn measured(phone: &Phone, begin: impl FnOnce() -> Child) -> Cost {
    let (ours, peers) = (spent(libc::RUSAGE_SELF), spent(libc::RUSAGE_CHILDREN));
    let status = begin().wait().unwrap();
    assert!(status.success(), "SIPp is not content: {status}");
    phone.until("all calls end", |work| {
        work.ended.load(Ordering::SeqCst) == CALLS
    });
    let each = 1e6 / CALLS as f64;
    Cost {
        ours: (spent(libc::RUSAGE_SELF) - ours) * each,
        peers: (spent(libc::RUSAGE_CHILDREN) - peers) * each,
    }
}

/// How many bytes of the heap a call takes that is up, when its transactions are over.
fn held(calling: bool) -> usize {
    let port = free_port();
    // Shorter timers, so that nobody waits for the end of transactions for 32 seconds.
    let quick = "t1 = '20ms'";
    let (mut peer, phone, before) = if calling {
        let work = Work {
            destination: format!("sip:bob@127.0.0.1:{port}"),
            left: AtomicUsize::new(HELD),
            ..Work::default()
        };
        let peer = sipp("calling", HELD, port, false);
        let phone = Phone::open(work, quick);
        let before = heap();
        for placed in 0..HELD {
            phone.work.place();
            phone.until("calls are answered", |work| {
                work.connected.load(Ordering::SeqCst) + OUTSTANDING > placed
            });
        }
        (peer, phone, before)
    } else {
        let phone = Phone::open(Work::default(), quick);
        let before = heap();
        (sipp("held", HELD, phone.port, true), phone, before)
    };
    phone.until("all calls are up", |work| {
        work.connected.load(Ordering::SeqCst) == HELD
    });
    let mut least = heap();
    let mut since = Instant::now();
    while since.elapsed() < Duration::from_secs(3) {
        std::thread::sleep(Duration::from_millis(50));
        if heap() < least {
            (least, since) = (heap(), Instant::now());
        }
    }
    peer.kill().unwrap();
    peer.wait().unwrap();
    least.saturating_sub(before) / HELD
}

/// How long `Disconnect` takes beside so many calls, in order. Those are on hold, so that what is
/// measured is not the sending of their sound.
fn hang_ups(beside: usize) -> Vec<Duration> {
    let port = free_port();
    let mut peer = sipp_with("calling", beside + HANG_UPS, port, false, "inactive");
    let work = Work {
        destination: format!("sip:bob@127.0.0.1:{port}"),
        left: AtomicUsize::new(beside),
        ..Work::default()
    };
    let phone = Phone::open(work, "");
    for placed in 0..beside {
        phone.work.place();
        phone.until("calls are answered", |work| {
            work.connected.load(Ordering::SeqCst) + OUTSTANDING > placed
        });
    }
    phone.until("all calls are up", |work| {
        work.connected.load(Ordering::SeqCst) == beside
    });
    let begin = Instant::now();
    let mut waits: Vec<Duration> = (0..HANG_UPS)
        .map(|number| {
            let due = begin + APART * u32::try_from(number).unwrap();
            std::thread::sleep(due.saturating_duration_since(Instant::now()));
            let address = phone.work.address.get().unwrap();
            let call = create_call(address, &phone.work.destination).unwrap();
            assert_eq!(call!(call, Connect, VARIANT_TRUE), S_OK);
            keep(call.clone());
            let begin = Instant::now();
            assert_eq!(call!(call, Disconnect, DC_NORMAL), S_OK);
            begin.elapsed()
        })
        .collect();
    peer.kill().unwrap();
    peer.wait().unwrap();
    waits.sort_unstable();
    waits
}

/// So many per cent of them are no longer than this.
fn part(waits: &[Duration], percent: usize) -> Duration {
    waits[waits.len() * percent / 100]
}

/// Starts SIPp with a scenario of `benches/sip`: it calls the line at `port`, or is called there.
fn sipp(scenario: &str, calls: usize, port: u16, calls_us: bool) -> Child {
    sipp_with(scenario, calls, port, calls_us, "sendrecv")
}

/// As [`sipp`], with this direction of its sound where it is called.
fn sipp_with(scenario: &str, calls: usize, port: u16, calls_us: bool, direction: &str) -> Child {
    let file = format!("{}/benches/sip/{scenario}.xml", env!("CARGO_MANIFEST_DIR"));
    let mut command = child::command("sipp");
    command.args(["-sf", &file, "-i", "127.0.0.1", "-nostdin"]);
    command.args(["-m", &calls.to_string(), "-buff_size", "8000000"]);
    command.args(["-key", "direction", direction]);
    let own = if calls_us { free_port() } else { port };
    command.args(["-p", &own.to_string()]);
    if calls_us {
        let most = if scenario == "held" {
            HELD
        } else {
            OUTSTANDING
        };
        // As fast as it goes; those that are kept, so that no datagram is lost.
        let rate = if scenario == "held" { "500" } else { "20000" };
        command.args(["-l", &most.to_string(), "-r", rate]);
        command.arg(format!("127.0.0.1:{port}"));
    }
    command.stdin(Stdio::null()).stdout(Stdio::null());
    command.stderr(Stdio::null());
    let child = command.spawn().expect("SIPp (apt-get install sip-tester)");
    let end = Instant::now() + DEADLINE;
    while UdpSocket::bind(("127.0.0.1", own)).is_ok() {
        assert!(Instant::now() < end, "SIPp does not listen");
        std::thread::sleep(Duration::from_millis(5));
    }
    child
}

fn free_port() -> u16 {
    let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
    socket.local_addr().unwrap().port()
}

/// Processor time in seconds, of this process or of its children that have ended.
fn spent(who: libc::c_int) -> f64 {
    // SAFETY: the structure is a local, and zeros are a value of it.
    let usage = unsafe {
        let mut usage: libc::rusage = std::mem::zeroed();
        assert_eq!(libc::getrusage(who, &raw mut usage), 0);
        usage
    };
    let seconds = |time: libc::timeval| time.tv_sec as f64 + time.tv_usec as f64 * 1e-6;
    seconds(usage.ru_utime) + seconds(usage.ru_stime)
}

/// What the C heap has given out.
fn heap() -> usize {
    // SAFETY: mallinfo2 only reads the allocator's counters.
    let info = unsafe { libc::mallinfo2() };
    info.uordblks + info.hblkhd
}

/// Takes as many descriptors as there may be.
fn raise_descriptors() {
    // SAFETY: the structure is a local.
    unsafe {
        let mut limit = libc::rlimit {
            rlim_cur: 0,
            rlim_max: 0,
        };
        libc::getrlimit(libc::RLIMIT_NOFILE, &raw mut limit);
        limit.rlim_cur = limit.rlim_max;
        libc::setrlimit(libc::RLIMIT_NOFILE, &raw const limit);
    }
}
