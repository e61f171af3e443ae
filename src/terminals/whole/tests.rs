use super::*;
use crate::engine::{Cause, Kind, Role, StreamCause, TerminalRef, Transport};
use crate::terminals::ringing::ringing;
use crate::terminals::sounds::{make, ramp};

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
    call.call.disconnected(Cause::Normal);
    engine.close();
}
