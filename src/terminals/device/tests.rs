use super::*;
use crate::engine::{Cause, Kind, Role, TerminalRef};
use crate::terminals::ringing::ringing;

/// What an open device says in these tests.
pub(super) const SAID: i16 = 10_000;

#[test]
fn a_silent_pair_is_one_of_each() {
    let listed = Devices::Silent.list().unwrap();
    let flows: Vec<Flow> = listed.iter().map(|device| device.flow).collect();
    assert_eq!(flows, Flow::ALL);
    assert!(Devices::None.list().unwrap().is_empty());
    assert!(Devices::Silent.are_known() && Devices::default().are_known());
}

#[test]
fn what_is_said_and_heard_is_as_loud_as_the_volume() {
    let (engine, _client, call) = ringing();
    let port = Port::try_new(Device::silent(Flow::Render)).unwrap();
    let kept = Shared::try_new(Mutex::new(Vec::new())).unwrap();
    let open = (call.call.id(), Open::Kept(kept.clone()));
    lock(&port.inside).open.push(open);
    let half = Gain::new(0xF000);
    let softer = |sample| {
        let mut one = [sample];
        half.apply(&mut one);
        one[0]
    };
    assert!(softer(SAID) < SAID);
    port.set_volume(0xF000);
    assert_eq!(port.volume(), 0xF000);
    let mut frame = [1; 2];
    assert!(port.play(&call.call, 8_000, &mut frame));
    assert_eq!(frame, [softer(SAID) + 1; 2]);
    port.hear(&call.call, 8_000, &[SAID, -SAID]);
    assert_eq!(*lock(&kept), [softer(SAID), softer(-SAID)]);
    engine.close();
}

#[test]
fn a_device_is_on_as_many_calls_as_it_can() {
    let (engine, _client, call) = ringing();
    let port = Port::try_new(Device::silent(Flow::Capture)).unwrap();
    assert!(
        port.selected(&call, Flow::Render).is_err(),
        "the other direction"
    );
    for _ in 0..MOST_CALLS {
        port.selected(&call, Flow::Capture).unwrap();
    }
    assert!(port.selected(&call, Flow::Capture).is_err());
    // What two threads did is undone by one of them alone.
    for left in (0..MOST_CALLS).rev() {
        assert!(port.is_open());
        port.unselected(&call.call, Flow::Capture);
        assert_eq!(lock(&port.inside).open.len(), left);
    }
    assert!(!port.is_open());
    engine.close();
}

#[test]
fn a_device_plays_on_the_call_that_it_is_on() {
    let (engine, _client, call) = ringing();
    let port = Port::try_new(Device::silent(Flow::Capture)).unwrap();
    let terminal = TerminalRef::new(port.clone());
    call.select(Flow::Capture, terminal, Role::Plays, Kind::Shown)
        .unwrap();
    assert!(port.is_open());
    call.call.connected();
    assert!(!call.call.playout(8_000, &mut [0; 160]), "it is silent");
    call.call.disconnected(Cause::Normal);
    assert!(!port.is_open());
    engine.close();
}
