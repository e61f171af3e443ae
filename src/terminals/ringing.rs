//! A call that rings, for tests.

use crate::engine::{
    Call, CallHandle, Client, DropReason, Engine, Features, LineInfo, ManualClock, Provider, Reply,
    Settings,
};
use std::sync::Arc;
use tapi3_common::media::AUDIO;

/// LINEADDRESSTYPE_PHONENUMBER
const NUMBER: u32 = 1;

/// Every call rings until somebody says that it is answered.
struct Ringing;

impl Provider for Ringing {
    fn make(&self, call: &Call, reply: Reply) {
        call.progressing();
        reply.ok();
    }

    fn answer(&self, _: &Call, reply: Reply) {
        reply.ok();
    }

    fn drop_call(&self, _: &Call, _: DropReason, reply: Reply) {
        reply.ok();
    }

    fn close(&self) {}
}

/// One that was placed and rings, with what keeps it.
pub fn ringing() -> (Arc<Engine>, Client, CallHandle) {
    let engine = Engine::new(Arc::new(ManualClock::new()), Settings::default());
    let info = LineInfo {
        name: "line".into(),
        address: "1".into(),
        provider: "ringing".into(),
        protocol: String::new(),
        media: AUDIO,
        address_types: NUMBER,
        features: Features {
            streams: true,
            ..Features::default()
        },
        max_active: 1,
        max_held: 0,
        max_conference: 0,
    };
    let line = engine.add_line(info, Arc::new(Ringing));
    let client = engine.add_client("tests".into()).unwrap();
    let call = Call::outgoing(&client, &line, "2".into(), AUDIO, NUMBER).unwrap();
    call.attach().unwrap();
    call.connect(false).unwrap();
    (engine, client, call)
}
