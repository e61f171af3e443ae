use super::*;
use crate::engine::{
    Client, DropReason, Engine, Features, Kind, LineInfo, ManualClock, Provider, Reply, Role,
    Settings, StreamCause, TerminalRef, Transport,
};
use crate::terminals::sounds::{make, ramp};
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

fn ringing() -> (Arc<Engine>, Client, CallHandle) {
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

#[test]
fn a_file_is_not_played_into_the_ringing() {
    let folder = tempfile::tempdir().unwrap();
    let file = make(&folder.path().join("a.wav"), 8_000, &ramp(1, 160));
    let (engine, _client, call) = ringing();
    let source = TerminalRef::new(FileSource::try_new(file, |_, _| {}).unwrap());
    let selected = call.select(Flow::Capture, source, Role::Plays, Kind::Hidden);
    selected.unwrap();
    let early = (Transport::Early, StreamCause::LocalRequest);
    call.call
        .set_transport(Flow::Capture, early.0, early.1)
        .unwrap();
    let mut frame = [0; 160];
    assert!(!call.call.playout(8_000, &mut frame));
    call.call.connected();
    assert!(call.call.playout(8_000, &mut frame));
    assert_eq!(frame[..], ramp(1, 160));
    call.call.disconnected(crate::engine::Cause::Normal);
    engine.close();
}
