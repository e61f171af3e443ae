//! The handshakes between threads, run in every order in which the threads can meet:
//! `RUSTFLAGS="--cfg loom" cargo test --release -p tapi3-engine`. What is run is the engine itself;
//! the provider and the clock are such as bring the threads together at the worst moments.

mod ending;
mod listing;
mod operations;
mod shutting_down;
mod streams;

use super::*;
use std::sync::Mutex as StdMutex;
use tapi3_common::media::AUDIO;
use tapi3_common::sync::atomic::AtomicUsize;
use tapi3_common::sync::thread::{self, JoinHandle};

/// LINEADDRESSTYPE_PHONENUMBER
const NUMBER: u32 = 1;

/// A clock for which no time passes, or which is always late: whoever looks at it a second time
/// finds that the time is up.
struct StuckClock {
    late: bool,
    looks: std::sync::atomic::AtomicU64,
}

impl Clock for StuckClock {
    fn now(&self) -> Duration {
        let looks = self.looks.fetch_add(1, Ordering::Relaxed);
        Duration::from_secs(if self.late { looks * 1_000 } else { 0 })
    }

    fn at(&self, _: Duration, _: Task) {}

    fn add_alarm(&self, _: std::sync::Weak<dyn Alarm>) -> AlarmId {
        AlarmId(0)
    }

    fn set_alarm(&self, _: AlarmId, _: Option<Duration>) {}

    fn remove_alarm(&self, _: AlarmId) {}

    fn close(&self) {}

    fn nap(&self, left: Duration) -> Duration {
        left
    }
}

type Action = Box<dyn Fn(&Call, Reply) + Send + Sync>;

/// A provider that does what a model tells it to, and counts the hang-ups.
struct Scripted {
    make: Action,
    other: Action,
    drop: Action,
    drops: AtomicUsize,
    /// The call whose far end it was asked to transfer last.
    transferred: Place<Call>,
    /// Whether it has returned from being asked to place a call.
    knows: std::sync::atomic::AtomicBool,
}

impl Provider for Scripted {
    fn make(&self, call: &Call, reply: Reply) {
        (self.make)(call, reply);
        self.knows.store(true, Ordering::Relaxed);
    }

    fn answer(&self, call: &Call, reply: Reply) {
        (self.other)(call, reply);
    }

    fn hold(&self, call: &Call, reply: Reply) {
        (self.other)(call, reply);
    }

    fn unhold(&self, _: &Call, reply: Reply) {
        reply.fail(UNHOLD_FAILS);
    }

    fn drop_call(&self, call: &Call, _: DropReason, reply: Reply) {
        let knows = self.knows.load(Ordering::Relaxed) || call.direction() == Direction::Incoming;
        assert!(
            knows,
            "a hang-up of a call that the provider is just being told of"
        );
        self.drops.fetch_add(1, Ordering::SeqCst);
        (self.drop)(call, reply);
    }

    fn complete_transfer(&self, original: &Call, _: &Call, reply: Reply) {
        put(&self.transferred, original.clone());
        reply.ok();
    }

    fn close(&self) {}
}

const UNHOLD_FAILS: Error = Error::new(ErrorKind::OperationFailed, "Unhold fails in this model.");

/// The call comes about at once.
fn comes_about(call: &Call, reply: Reply) {
    call.progressing();
    reply.ok();
}

fn succeeds(_: &Call, reply: Reply) {
    reply.ok();
}

fn scripted() -> Scripted {
    Scripted {
        make: Box::new(comes_about),
        other: Box::new(succeeds),
        drop: Box::new(succeeds),
        drops: AtomicUsize::new(0),
        transferred: Place::default(),
        knows: std::sync::atomic::AtomicBool::new(false),
    }
}

/// An engine with one line and one client.
struct Rig {
    engine: Arc<Engine>,
    line: Arc<Line>,
    provider: Arc<Scripted>,
    client: Client,
}

impl Rig {
    fn new(provider: Scripted) -> Self {
        Rig::with_clock(provider, false)
    }

    fn with_clock(provider: Scripted, late: bool) -> Self {
        let looks = std::sync::atomic::AtomicU64::new(0);
        let clock = Arc::new(StuckClock { late, looks });
        let engine = Engine::new(clock, Settings::default());
        let info = LineInfo {
            name: "line".into(),
            address: "1".into(),
            provider: "scripted".into(),
            protocol: String::new(),
            media: AUDIO,
            address_types: NUMBER,
            features: Features {
                hold: true,
                transfer: true,
                conference: true,
                streams: true,
                ..Features::default()
            },
            max_active: 9,
            max_held: 9,
            max_conference: 9,
        };
        let provider = Arc::new(provider);
        let line = engine.add_line(info, provider.clone());
        let client = engine.add_client("first".into()).unwrap();
        Rig {
            engine,
            line,
            provider,
            client,
        }
    }

    /// A call with an object, as the COM objects make it.
    fn call(&self) -> CallHandle {
        let handle = Call::outgoing(&self.client, &self.line, "2".into(), AUDIO, NUMBER).unwrap();
        handle.attach().unwrap();
        handle
    }

    fn connected_call(&self) -> CallHandle {
        let handle = self.call();
        handle.connect(false).unwrap();
        handle.call.connected();
        handle
    }

    fn incoming(&self) -> Result<Call> {
        self.line.incoming(Incoming {
            media: AUDIO,
            ..Incoming::default()
        })
    }

    fn drops(&self) -> usize {
        self.provider.drops.load(Ordering::SeqCst)
    }

    fn lists(&self, call: &Call) -> bool {
        self.line.calls().unwrap().iter().any(|c| c.same(call))
    }

    /// The engine knows its lines and these the engine: taken apart, so that a model leaves nothing.
    fn take_apart(self) {
        self.engine.close();
    }
}

/// A place where one thread leaves something for another.
type Place<T> = Arc<StdMutex<Option<T>>>;

fn put<T>(place: &Place<T>, value: T) {
    *place.lock().unwrap() = Some(value);
}

fn take<T>(place: &Place<T>) -> Option<T> {
    place.lock().unwrap().take()
}

/// Runs `model` in every order, with at most so many switches that no thread asked for.
fn check(switches: usize, model: impl Fn() + Send + Sync + 'static) {
    let mut builder = loom::model::Builder::new();
    if builder.preemption_bound.is_none() {
        builder.preemption_bound = Some(switches);
    }
    builder.max_branches = 20_000;
    builder.check(model);
}
