//! A SIP line, its engine and one client that owns all its calls.

use super::{DEADLINE, free_port};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tapi3::engine::{
    Call, CallHandle, Cause, Client, DTMF, Engine, Event, Line, MediaNews, Privilege,
    Settings as EngineSettings, State, SystemClock, bits,
};
use tapi3::providers::sip;

const AUDIO: u32 = 0x8;

/// T1 of the tests of timers, so that 64·T1 is 3.2 seconds.
pub const T1: Duration = Duration::from_millis(50);

pub struct Phone {
    pub engine: Arc<Engine>,
    pub client: Client,
    pub line: Arc<Line>,
    pub port: u16,
    events: Mutex<Receiver<Event>>,
    digits: Arc<Mutex<String>>,
}

impl Phone {
    /// A line `sip:alice@127.0.0.1` with these settings besides, as TOML.
    pub fn open(settings: &str) -> Self {
        let port = free_port();
        let text = format!("uri = 'sip:alice@127.0.0.1'\nlisten = '127.0.0.1:{port}'\n{settings}");
        Phone::with(port, &text)
    }

    /// The same with a short T1. Only for tests of timers: on a busy machine it makes for copies,
    /// which SIPp's scenarios take for mistakes.
    pub fn quick(settings: &str) -> Self {
        Phone::open(&format!("t1 = '{}ms'\n{settings}", T1.as_millis()))
    }

    /// A line with these settings alone.
    pub fn with(port: u16, settings: &str) -> Self {
        let settings: sip::Settings = toml::from_str(settings).unwrap();
        let clock = Arc::new(SystemClock::new());
        let engine = Engine::new(clock, EngineSettings::default());
        sip::open(&engine, vec![("desk".to_owned(), settings)]).unwrap();
        let line = engine.lines().unwrap().remove(0);
        let client = engine.add_client("test".to_owned()).unwrap();
        let calls = bits::CALL_STATE | bits::CALL_NOTIFICATION;
        client.set_event_mask(calls | bits::ADDRESS | bits::DIGIT | bits::GENERATE);
        client.set_listening(true).unwrap();
        client.register(&line, false, true, AUDIO, 0).unwrap();
        let (sender, events) = channel();
        let digits: Arc<Mutex<String>> = Arc::default();
        let told = digits.clone();
        client
            .deliver_to(move |event| match &event {
                Event::Media(media) => note(&media.news, &told),
                _ => drop(sender.send(event)),
            })
            .unwrap();
        Phone {
            engine,
            client,
            line,
            port,
            events: Mutex::new(events),
            digits,
        }
    }

    /// A new call that goes nowhere yet.
    pub fn call(&self, destination: &str) -> CallHandle {
        let handle = Call::outgoing(&self.client, &self.line, destination.to_owned(), AUDIO, 1);
        let handle = handle.unwrap();
        handle.attach().unwrap();
        handle
    }

    /// A call to the peer at `port`, on its way.
    pub fn dial(&self, port: u16) -> CallHandle {
        let call = self.call(&format!("sip:bob@127.0.0.1:{port}"));
        call.connect(false).unwrap();
        call
    }

    fn next(&self, end: Instant) -> Option<Event> {
        let left = end.saturating_duration_since(Instant::now());
        match self.events.lock().unwrap().recv_timeout(left) {
            Ok(event) => Some(event),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => panic!("the events ended"),
        }
    }

    /// Waits until the call is told to be in this state, and returns why.
    pub fn expect(&self, call: &CallHandle, wanted: State) -> Cause {
        let end = Instant::now() + DEADLINE;
        while let Some(event) = self.next(end) {
            if let Event::CallState {
                call: of,
                state,
                cause,
                ..
            } = event
            {
                if of.same(&call.call) {
                    if state == wanted {
                        return cause;
                    }
                    assert_ne!(
                        state,
                        State::Disconnected,
                        "over, {cause:?}, not {wanted:?}"
                    );
                }
            }
        }
        panic!(
            "the call is {:?} and does not become {wanted:?}",
            call.call.state()
        );
    }

    /// Waits for the end of the call, whatever comes before, and returns why.
    pub fn expect_end(&self, call: &CallHandle) -> Cause {
        super::until("the call ends", || call.call.state() == State::Disconnected);
        call.call.cause()
    }

    /// Waits for the next incoming call.
    pub fn incoming(&self) -> CallHandle {
        let end = Instant::now() + DEADLINE;
        while let Some(event) = self.next(end) {
            if let Event::Notification {
                call, privilege, ..
            } = event
            {
                assert_eq!(privilege, Privilege::Owner);
                let handle = CallHandle {
                    call,
                    client: self.client.clone(),
                };
                handle.attach().unwrap();
                return handle;
            }
        }
        panic!("nobody calls");
    }

    /// What far ends have pressed so far: each key, and a dot when it was let go; and a bar when
    /// digits of ours were sent.
    pub fn digits(&self) -> String {
        self.digits.lock().unwrap().clone()
    }

    /// Waits until the line is in service, or out of it.
    pub fn expect_service(&self, on: bool) {
        super::until("the line's service changes", || {
            self.line.in_service() == on
        });
    }

    /// Closes everything and says how long that took.
    pub fn close(&self) -> Duration {
        let start = Instant::now();
        self.engine.close();
        start.elapsed()
    }
}

fn note(news: &MediaNews, digits: &Mutex<String>) {
    let sign = match news {
        MediaNews::Digit {
            key, mode: DTMF, ..
        } => char::from(*key),
        MediaNews::Digit { .. } => '.',
        MediaNews::Generated(_) => '|',
        _ => return,
    };
    digits.lock().unwrap().push(sign);
}

impl Drop for Phone {
    fn drop(&mut self) {
        self.engine.close();
    }
}
