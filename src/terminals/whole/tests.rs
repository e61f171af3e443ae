use super::*;
use crate::engine::{Cause, Kind, Role, StreamCause, TerminalRef, Transport};
use crate::terminals::ringing::ringing;
use crate::terminals::sounds::{make, ramp, read, settle};
use std::sync::atomic::{AtomicU32, Ordering};

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

/// A call that rings, and is recorded into this file.
fn recorded(
    file: &Path,
    ended: impl Fn(&Change) + Send + Sync + 'static,
) -> (impl Sized, CallHandle) {
    let (engine, client, call) = ringing();
    let drain = TerminalRef::new(FileDrain::try_new(file, ended).unwrap());
    let selected = call.select(Flow::Render, drain, Role::Hears, Kind::Hidden);
    selected.unwrap();
    let early = (Transport::Early, StreamCause::LocalRequest);
    call.call
        .set_transport(Flow::Render, early.0, early.1)
        .unwrap();
    ((engine, client), call)
}

#[test]
fn what_was_in_a_file_stays_until_its_call_is_connected() {
    let folder = tempfile::tempdir().unwrap();
    let file = make(&folder.path().join("a.wav"), 8_000, &ramp(1, 160));
    let before = std::fs::read(&file).unwrap();
    // Called, heard before the answer, and refused.
    let (kept, call) = recorded(&file, |_| {});
    call.call.capture(8_000, &mut ramp(500, 160));
    settle();
    assert_eq!(std::fs::read(&file).unwrap(), before);
    call.call.disconnected(Cause::Busy);
    call.call.finish_sound();
    assert_eq!(std::fs::read(&file).unwrap(), before);
    drop(kept);
    // Answered: what comes then takes its place.
    let (kept, call) = recorded(&file, |_| {});
    call.call.capture(8_000, &mut ramp(500, 160));
    call.call.connected();
    call.call.capture(8_000, &mut ramp(900, 160));
    call.call.disconnected(Cause::Normal);
    call.call.finish_sound();
    assert_eq!(read(&file), (8_000, ramp(900, 160)));
    drop(kept);
    // Answered, and nothing comes.
    let (kept, call) = recorded(&file, |_| {});
    call.call.connected();
    call.call.disconnected(Cause::Normal);
    call.call.finish_sound();
    assert!(read(&file).1.is_empty());
    drop(kept);
}

#[test]
fn a_disk_that_is_full_at_the_end_is_told_before_the_end() {
    static TOLD: AtomicU32 = AtomicU32::new(0);
    let ended = |change: &Change| {
        assert!(change.fault.is_some());
        TOLD.fetch_add(1, Ordering::Relaxed);
    };
    let (kept, call) = recorded(Path::new("/dev/full"), ended);
    call.call.connected();
    call.call.capture(8_000, &mut ramp(1, 160));
    call.call.disconnected(Cause::Normal);
    call.call.finish_sound();
    assert_eq!(TOLD.load(Ordering::Relaxed), 1);
    drop(kept);
}
