//! A SIP line that answers every call, on an engine of its own: the far end, and a witness of which
//! calls are up.

#![allow(dead_code, reason = "each test file uses its part")]

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tapi3::engine::{
    CallHandle, Engine, Event, Settings as EngineSettings, State, SystemClock, bits,
};
use tapi3::providers::sip;

const AUDIO: u32 = 8;

pub struct Answering {
    pub engine: Arc<Engine>,
    pub port: u16,
    offered: Arc<AtomicUsize>,
}

impl Answering {
    /// At this address, with these settings besides, as TOML.
    pub fn at(host: &str, port: u16, more: &str) -> Self {
        let settings = format!("uri = 'sip:bob@{host}'\nlisten = '{host}:{port}'\n{more}");
        let settings: sip::Settings = toml::from_str(&settings).unwrap();
        let engine = Engine::new(Arc::new(SystemClock::new()), EngineSettings::default());
        sip::open(&engine, vec![("desk".to_owned(), settings)]).unwrap();
        let line = engine.lines().unwrap().remove(0);
        let client = engine.add_client("test".to_owned()).unwrap();
        client.set_event_mask(bits::CALL_NOTIFICATION);
        client.set_listening(true).unwrap();
        client.register(&line, false, true, AUDIO, 0).unwrap();
        let offered: Arc<AtomicUsize> = Arc::default();
        let (owner, count) = (client.clone(), offered.clone());
        client
            .deliver_to(move |event| {
                if let Event::Notification { call, .. } = event {
                    count.fetch_add(1, Ordering::Relaxed);
                    let client = owner.clone();
                    let handle = CallHandle { call, client };
                    handle.attach().unwrap();
                    // A caller that has hung up meanwhile needs no answer.
                    let _ = handle.answer();
                    handle.detach();
                }
            })
            .unwrap();
        Answering {
            engine,
            port,
            offered,
        }
    }

    /// How many calls have come so far.
    pub fn offered(&self) -> usize {
        self.offered.load(Ordering::Relaxed)
    }

    /// How many calls there are that are not over.
    pub fn up(&self) -> usize {
        let calls = self.engine.calls().unwrap();
        let up = calls
            .iter()
            .filter(|call| call.state() != State::Disconnected);
        up.count()
    }
}

impl Drop for Answering {
    fn drop(&mut self) {
        self.engine.close();
    }
}
