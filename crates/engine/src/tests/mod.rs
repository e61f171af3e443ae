//! Tests of the engine against a provider that does what a test tells it to.

mod asked_anew;
mod asking;
mod connect;
mod consult;
mod counts;
mod digits;
mod disconnect;
mod events;
mod giving_up;
mod hand_off;
mod hubs;
mod lines;
mod mix;
pub(crate) mod mix_sizes;
mod streams;
mod threads;

use super::*;
use std::collections::HashMap;
use std::thread::JoinHandle;
use std::time::Instant;
use tapi3_common::media::AUDIO;

/// LINEADDRESSTYPE_PHONENUMBER
const NUMBER: u32 = 1;
/// Every kind of event that the engine raises.
const ALL: u32 = bits::TAPI_OBJECT
    | bits::ADDRESS
    | bits::CALL_NOTIFICATION
    | bits::CALL_STATE
    | bits::CALL_HUB
    | bits::CALL_INFO
    | bits::CALL_MEDIA
    | bits::DIGIT
    | bits::GENERATE
    | bits::GATHER_DIGITS
    | bits::TONE
    | bits::FILE_TERMINAL;
/// The engine's default patience.
const PATIENCE: Duration = Duration::from_secs(120);

/// What the provider was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Ask {
    Make,
    Answer,
    Drop,
    Hold,
    Unhold,
    Swap,
    Redirect,
    BlindTransfer,
    CompleteTransfer,
    Join,
    Leave,
    Park,
    Unpark,
    Pickup,
    Dial,
}

/// What it does when asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    /// Succeeds within the request.
    Succeed,
    /// Fails within the request.
    Fail,
    /// Keeps the reply for the test to complete.
    Keep,
    /// Gives the reply up.
    Drop,
    /// Has a bug.
    Panic,
    /// Has one when the call's line is just taken away.
    LoseLineAndPanic,
}

#[derive(Default)]
struct Fake {
    acts: Mutex<HashMap<Ask, Act>>,
    asked: Mutex<Vec<(Ask, Call)>>,
    kept: Mutex<Vec<(Ask, Reply)>>,
    reasons: Mutex<Vec<DropReason>>,
    /// What happens while it is asked, once.
    meanwhile: Mutex<Option<Box<dyn FnOnce() + Send>>>,
    /// Digits that it was asked to send.
    digits: Mutex<Vec<SendDigits>>,
    stopped: AtomicU32,
    /// How often it heard that somebody wants digits.
    digits_wanted: AtomicU32,
    closed: AtomicU32,
}

impl Fake {
    fn on(&self, ask: Ask, act: Act) {
        lock(&self.acts).insert(ask, act);
    }

    fn asked(&self) -> Vec<Ask> {
        lock(&self.asked).iter().map(|(ask, _)| *ask).collect()
    }

    fn count(&self, ask: Ask) -> usize {
        self.asked().into_iter().filter(|a| *a == ask).count()
    }

    /// Takes the oldest reply that was kept for such a request, waiting for it if need be.
    fn kept(&self, ask: Ask) -> Reply {
        let deadline = Instant::now() + Duration::from_secs(30);
        loop {
            let mut kept = lock(&self.kept);
            if let Some(place) = kept.iter().position(|(known, _)| *known == ask) {
                return kept.remove(place).1;
            }
            drop(kept);
            assert!(Instant::now() < deadline, "{ask:?} was never asked");
            std::thread::yield_now();
        }
    }

    fn act(&self, ask: Ask, call: &Call, reply: Reply) {
        lock(&self.asked).push((ask, call.clone()));
        let meanwhile = lock(&self.meanwhile).take();
        if let Some(happen) = meanwhile {
            happen();
        }
        let act = lock(&self.acts).get(&ask).copied();
        match act.unwrap_or(Act::Succeed) {
            Act::Succeed => reply.ok(),
            Act::Fail => reply.fail(Error::new(ErrorKind::OperationFailed, "on purpose")),
            Act::Keep => lock(&self.kept).push((ask, reply)),
            Act::Drop => drop(reply),
            Act::Panic => panic!("on purpose"),
            Act::LoseLineAndPanic => {
                call.lose_line();
                panic!("on purpose");
            }
        }
    }
}

impl Provider for Fake {
    fn make(&self, call: &Call, reply: Reply) {
        self.act(Ask::Make, call, reply);
    }

    fn answer(&self, call: &Call, reply: Reply) {
        self.act(Ask::Answer, call, reply);
    }

    fn drop_call(&self, call: &Call, reason: DropReason, reply: Reply) {
        lock(&self.reasons).push(reason);
        self.act(Ask::Drop, call, reply);
    }

    fn hold(&self, call: &Call, reply: Reply) {
        self.act(Ask::Hold, call, reply);
    }

    fn unhold(&self, call: &Call, reply: Reply) {
        self.act(Ask::Unhold, call, reply);
    }

    fn swap(&self, call: &Call, _held: &Call, reply: Reply) {
        self.act(Ask::Swap, call, reply);
    }

    fn redirect(&self, call: &Call, _destination: &str, reply: Reply) {
        self.act(Ask::Redirect, call, reply);
    }

    fn blind_transfer(&self, call: &Call, _destination: &str, reply: Reply) {
        self.act(Ask::BlindTransfer, call, reply);
    }

    fn complete_transfer(&self, _original: &Call, consult: &Call, reply: Reply) {
        self.act(Ask::CompleteTransfer, consult, reply);
    }

    fn join(&self, _original: &Call, consult: &Call, reply: Reply) {
        self.act(Ask::Join, consult, reply);
    }

    fn leave(&self, call: &Call, reply: Reply) {
        self.act(Ask::Leave, call, reply);
    }

    fn park(&self, call: &Call, address: Option<&str>, reply: Reply) {
        lock(&self.asked).push((Ask::Park, call.clone()));
        reply.ok_with(address.unwrap_or("chosen").to_owned());
    }

    fn unpark(&self, call: &Call, reply: Reply) {
        self.act(Ask::Unpark, call, reply);
    }

    fn pickup(&self, call: &Call, _group: Option<&str>, reply: Reply) {
        self.act(Ask::Pickup, call, reply);
    }

    fn dial(&self, call: &Call, _digits: &str, reply: Reply) {
        self.act(Ask::Dial, call, reply);
    }

    fn send_digits(&self, _: &Call, digits: SendDigits) -> Result<()> {
        lock(&self.digits).push(digits);
        Ok(())
    }

    fn stop_digits(&self, _: &Call) {
        self.stopped.fetch_add(1, Ordering::Relaxed);
    }

    fn hear_digits(&self, _call: &Call) {
        self.digits_wanted.fetch_add(1, Ordering::Relaxed);
    }

    fn close(&self) {
        self.closed.fetch_add(1, Ordering::Relaxed);
    }
}

/// How a test brings a call into a state.
type Start = fn(&Rig) -> CallHandle;
/// Something that a test does with a call.
type Operation = fn(&CallHandle) -> Result<()>;

/// An engine with one line of the fake provider, and one application.
pub(crate) struct Rig {
    clock: Arc<ManualClock>,
    engine: Arc<Engine>,
    fake: Arc<Fake>,
    pub(crate) line: Arc<Line>,
    pub(crate) client: Client,
}

impl Rig {
    pub(crate) fn new() -> Self {
        let clock = Arc::new(ManualClock::new());
        let engine = Engine::new(clock.clone(), Settings::default());
        let fake = Arc::new(Fake::default());
        let line = add_line(&engine, &fake, EVERYTHING);
        let client = add_client(&engine, "first.exe");
        Rig {
            clock,
            engine,
            fake,
            line,
            client,
        }
    }

    /// The application owns, and others may monitor, what comes in.
    fn owning() -> Self {
        let rig = Rig::new();
        rig.client
            .register(&rig.line, true, true, AUDIO, 7)
            .unwrap();
        rig
    }

    fn idle(&self) -> CallHandle {
        outgoing(&self.client, &self.line, "1")
    }

    /// An outgoing call in progress.
    fn dialling(&self) -> CallHandle {
        let call = self.idle();
        call.connect(false).unwrap();
        call.call.progressing();
        call
    }

    fn connected(&self) -> CallHandle {
        let call = self.dialling();
        call.call.connected();
        call
    }

    fn held(&self) -> CallHandle {
        let call = self.connected();
        call.hold().unwrap();
        call
    }

    fn offered(&self) -> CallHandle {
        let call = self.line.incoming(from("99")).unwrap();
        self.mine(&call)
    }

    /// This application's part in a call.
    fn mine(&self, call: &Call) -> CallHandle {
        let handle = call.handle_for(&self.client).unwrap();
        handle.attach().unwrap();
        handle
    }
}

const EVERYTHING: Features = Features {
    hold: true,
    swap: true,
    redirect: true,
    blind_transfer: true,
    transfer: true,
    conference: true,
    park_direct: true,
    park_indirect: true,
    unpark: true,
    pickup: true,
    dial: true,
    forward: true,
    do_not_disturb: true,
    message_waiting: true,
    quality_of_service: true,
    streams: true,
};

fn add_line(engine: &Arc<Engine>, fake: &Arc<Fake>, features: Features) -> Arc<Line> {
    add_line_for(engine, fake, features, 9)
}

/// A line that lets so many into a conference.
fn add_line_for(
    engine: &Arc<Engine>,
    fake: &Arc<Fake>,
    features: Features,
    max_conference: u32,
) -> Arc<Line> {
    engine.add_line(line_info(features, max_conference), fake.clone())
}

fn line_info(features: Features, max_conference: u32) -> LineInfo {
    LineInfo {
        name: "Line".to_owned(),
        address: "100".to_owned(),
        provider: "Fake".to_owned(),
        protocol: String::new(),
        media: AUDIO,
        address_types: NUMBER,
        features,
        max_active: 9,
        max_held: 9,
        max_conference,
    }
}

fn add_client(engine: &Arc<Engine>, name: &str) -> Client {
    let client = engine.add_client(name.to_owned()).unwrap();
    client.set_event_mask(ALL);
    client.set_listening(true).unwrap();
    client
}

fn outgoing(client: &Client, line: &Arc<Line>, destination: &str) -> CallHandle {
    let call = Call::outgoing(client, line, destination.to_owned(), AUDIO, NUMBER).unwrap();
    call.attach().unwrap();
    call
}

fn from(number: &str) -> Incoming {
    Incoming {
        caller: Party {
            name: String::new(),
            number: number.to_owned(),
        },
        media: AUDIO,
        address_type: NUMBER,
        ..Incoming::default()
    }
}

/// The events that wait for a client.
fn events(client: &Client) -> Vec<Event> {
    std::iter::from_fn(|| client.events().try_next()).collect()
}

/// The states and causes of which a client was told for one call, in order.
fn told(client: &Client, call: &CallHandle) -> Vec<(State, Cause)> {
    events(client)
        .into_iter()
        .filter_map(|event| match event {
            Event::CallState {
                call: of,
                state,
                cause,
                ..
            } if of.same(&call.call) => Some((state, cause)),
            _ => None,
        })
        .collect()
}

fn end(call: &CallHandle) -> (State, Cause) {
    (call.call.state(), call.call.cause())
}

fn over(cause: Cause) -> (State, Cause) {
    (State::Disconnected, cause)
}

fn kind<T: std::fmt::Debug>(result: Result<T>) -> ErrorKind {
    result.unwrap_err().kind()
}

/// Disconnects on a thread of its own.
fn disconnect_elsewhere(call: &CallHandle) -> JoinHandle<Result<Disconnected>> {
    let call = call.clone();
    std::thread::spawn(move || call.disconnect(DropReason::Normal))
}

/// Waits until so many threads wait for this call.
fn wait_for_sleepers(call: &Call, count: u32) {
    let deadline = Instant::now() + Duration::from_secs(30);
    // A sleeper whose clock naps counts only while it naps.
    while call.sleepers() < count {
        assert!(Instant::now() < deadline, "nobody waits");
        std::thread::yield_now();
    }
}
