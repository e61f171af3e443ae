//! Call hubs, for those who track them.

use super::*;

/// The hub events that wait: the hub, what happened, and whether it names a call.
fn hub_events(client: &Client) -> Vec<(u64, HubEvent, bool)> {
    events(client)
        .into_iter()
        .filter_map(|event| match event {
            Event::CallHub { hub, event, call } => Some((hub, event, call.is_some())),
            _ => None,
        })
        .collect()
}

#[test]
fn a_hub_comes_and_goes_with_its_calls() {
    let rig = Rig::new();
    rig.client.track_hubs(&[], true).unwrap();
    let (first, second) = (rig.connected(), rig.idle());
    let hub = first.call.hub();
    second.call.set_hub(hub);
    second.connect(false).unwrap();
    second.call.connected();
    first.disconnect(DropReason::Normal).unwrap();
    second.disconnect(DropReason::Normal).unwrap();
    use HubEvent::*;
    assert_eq!(
        hub_events(&rig.client),
        [
            (hub, New, false),
            (hub, CallJoin, true),
            (hub, CallJoin, true),
            (hub, CallLeave, true),
            (hub, CallLeave, true),
            (hub, Idle, false),
        ]
    );
}

#[test]
fn an_incoming_call_joins_its_hub() {
    let rig = Rig::owning();
    rig.client.track_hubs(&[rig.line.id()], true).unwrap();
    let call = rig
        .line
        .incoming(Incoming {
            hub: Some(77),
            ..from("99")
        })
        .unwrap();
    assert_eq!(call.hub(), 77);
    assert_eq!(
        hub_events(&rig.client),
        [(77, HubEvent::New, false), (77, HubEvent::CallJoin, true)]
    );
    assert_eq!(rig.engine.hub_calls(77).unwrap().len(), 1);
}

#[test]
fn a_call_that_changes_its_hub_leaves_one_and_joins_the_other() {
    let rig = Rig::new();
    rig.client.track_hubs(&[], true).unwrap();
    let (first, second) = (rig.connected(), rig.connected());
    let (old, new) = (second.call.hub(), first.call.hub());
    hub_events(&rig.client);
    second.call.set_hub(new);
    use HubEvent::*;
    assert_eq!(
        hub_events(&rig.client),
        [
            (old, CallLeave, true),
            (old, Idle, false),
            (new, CallJoin, true)
        ]
    );
}

#[test]
fn only_tracked_lines_are_told_of() {
    let rig = Rig::new();
    let line = rig.line.id();
    let other = add_line(&rig.engine, &rig.fake, EVERYTHING);
    let tells = |rig: &Rig| {
        rig.connected().disconnect(DropReason::Normal).unwrap();
        !hub_events(&rig.client).is_empty()
    };
    assert!(!tells(&rig), "nothing is tracked at first");
    rig.client.track_hubs(&[other.id()], true).unwrap();
    assert!(!tells(&rig));
    rig.client.track_hubs(&[line], true).unwrap();
    assert!(tells(&rig));
    rig.client.track_hubs(&[line], false).unwrap();
    assert!(!tells(&rig));
    // All, but for one.
    rig.client.track_hubs(&[], true).unwrap();
    assert!(tells(&rig));
    rig.client.track_hubs(&[line], false).unwrap();
    assert!(!tells(&rig));
    rig.client.track_hubs(&[], false).unwrap();
    assert!(!tells(&rig));
}

#[test]
fn room_for_the_end_is_kept_beside_that_for_the_hub() {
    let rig = Rig::new();
    rig.client.set_listening(false).unwrap();
    rig.client.track_hubs(&[], true).unwrap();
    let call = rig.connected();
    assert!(!call.call.keeps_room_for(&rig.client));
    rig.client.set_listening(true).unwrap();
    assert!(call.call.keeps_room_for(&rig.client));
    rig.client.set_listening(true).unwrap();
    call.disconnect(DropReason::Normal).unwrap();
    assert!(!call.call.keeps_room_for(&rig.client));
}
