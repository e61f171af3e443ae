//! Who is told what, in which order, and how often.

use super::*;
use crate::queue::MANY;
use std::sync::mpsc;

/// What kinds of events wait for a client, in short.
fn short(client: &Client) -> Vec<String> {
    let short = |event: Event| match event {
        Event::Notification { privilege, .. } => format!("{privilege:?}"),
        Event::CallState { state, .. } => format!("{state:?}"),
        Event::CallInfo { change, .. } => format!("{change:?}"),
        Event::CallHub { event, .. } => format!("hub {event:?}"),
        Event::Line { event, .. } => format!("line {event:?}"),
        other => format!("{other:?}"),
    };
    events(client).into_iter().map(short).collect()
}

#[test]
fn an_incoming_call_is_announced_before_its_states() {
    let rig = Rig::owning();
    let call = rig.offered();
    call.answer().unwrap();
    call.disconnect(DropReason::Normal).unwrap();
    let expected = [
        "Owner",
        "Offering",
        "line Ringing",
        "Connected",
        "Disconnected",
    ];
    assert_eq!(short(&rig.client), expected);
}

#[test]
fn ones_own_calls_need_no_registration() {
    let rig = Rig::new();
    rig.connected().disconnect(DropReason::Normal).unwrap();
    assert_eq!(
        short(&rig.client),
        ["InProgress", "Connected", "Disconnected"]
    );
}

#[test]
fn nothing_is_told_without_a_filter_or_a_listener() {
    let rig = Rig::new();
    rig.client.set_event_mask(0);
    rig.connected().disconnect(DropReason::Normal).unwrap();
    rig.client.set_event_mask(ALL);
    rig.client.set_listening(false).unwrap();
    rig.connected().disconnect(DropReason::Normal).unwrap();
    assert!(events(&rig.client).is_empty());
}

#[test]
fn each_filter_in_the_chain_can_stop_an_event() {
    type Stop = fn(&Rig, &CallHandle);
    let stop: &[(&str, Stop)] = &[
        ("the application's", |rig, _| {
            rig.client.set_event_mask(ALL & !bits::CALL_STATE);
        }),
        ("the line's", |rig, _| {
            let state = 1 << State::Disconnected as u32;
            let line = rig.line.id();
            rig.client
                .set_line_filter(line, bits::CALL_STATE, state, false)
                .unwrap();
        }),
        ("the call's", |_, call| {
            let state = 1 << State::Disconnected as u32;
            call.set_filter(bits::CALL_STATE, state, false).unwrap();
        }),
    ];
    for (name, stop) in stop {
        let rig = Rig::new();
        let call = rig.connected();
        events(&rig.client);
        stop(&rig, &call);
        call.disconnect(DropReason::Normal).unwrap();
        assert!(events(&rig.client).is_empty(), "{name}");
    }
}

#[test]
fn a_filter_stops_only_what_it_names_and_can_be_lifted() {
    let rig = Rig::new();
    let call = rig.dialling();
    let (kind, connected) = (bits::CALL_STATE, 1 << State::Connected as u32);
    call.set_filter(kind, connected, false).unwrap();
    assert!(!call.allows(kind, State::Connected as u32));
    assert!(call.allows(kind, State::Hold as u32));
    call.call.connected();
    call.hold().unwrap();
    call.set_filter(kind, connected, true).unwrap();
    call.unhold().unwrap();
    assert_eq!(short(&rig.client), ["InProgress", "Hold", "Connected"]);
}

#[test]
fn a_registration_names_its_media_and_its_number_is_echoed() {
    let rig = Rig::new();
    let video = 0x8000;
    rig.client
        .register(&rig.line, true, true, video, 3)
        .unwrap();
    rig.line.incoming(from("99")).unwrap();
    assert_eq!(
        short(&rig.client),
        ["line Ringing"],
        "an audio call is not for it"
    );
    rig.client
        .register(&rig.line, true, true, AUDIO, 4)
        .unwrap();
    rig.line.incoming(from("99")).unwrap();
    let instances: Vec<i32> = events(&rig.client)
        .into_iter()
        .filter_map(|event| match event {
            Event::Notification { instance, .. } | Event::CallState { instance, .. } => {
                Some(instance)
            }
            _ => None,
        })
        .collect();
    assert_eq!(instances, [4, 4]);
}

#[test]
fn an_ended_registration_tells_nothing() {
    let rig = Rig::new();
    let token = rig
        .client
        .register(&rig.line, true, true, AUDIO, 0)
        .unwrap();
    rig.client.unregister(token).unwrap();
    assert_eq!(
        kind(rig.client.unregister(token)),
        ErrorKind::InvalidArgument
    );
    rig.line.incoming(from("99")).unwrap();
    assert_eq!(short(&rig.client), ["line Ringing"]);
}

#[test]
fn a_monitor_sees_others_calls_from_their_beginning() {
    let rig = Rig::new();
    let watcher = add_client(&rig.engine, "watcher.exe");
    watcher.register(&rig.line, true, false, AUDIO, 0).unwrap();
    let call = rig.idle();
    assert!(
        events(&watcher).is_empty(),
        "an idle call is nobody else's business"
    );
    call.connect(false).unwrap();
    call.call.progressing();
    call.call.connected();
    call.disconnect(DropReason::Normal).unwrap();
    assert_eq!(
        short(&watcher),
        ["Monitor", "InProgress", "Connected", "Disconnected"]
    );
    assert_eq!(call.call.count_holders(), (1, 1));
}

#[test]
fn a_monitor_acts_on_nothing() {
    let operations: &[(&str, Operation)] = &[
        ("hold", CallHandle::hold),
        ("blind transfer", |c| c.blind_transfer("2")),
        ("park", |c| c.park(None).map(drop)),
        ("transfer", |c| c.transfer(&c.clone(), false)),
        ("hand-off", |c| c.hand_off_to("first.exe", Giver::LooksOn)),
    ];
    let rig = Rig::new();
    let watcher = add_client(&rig.engine, "watcher.exe");
    watcher.register(&rig.line, true, false, AUDIO, 0).unwrap();
    // Somebody to hand off to.
    rig.client
        .register(&rig.line, false, true, AUDIO, 0)
        .unwrap();
    let call = rig.connected();
    let seen = call.call.handle_for(&watcher).unwrap();
    for (name, operation) in operations {
        let refused = kind(operation(&seen));
        let expected = match *name {
            // The same call twice is refused first.
            "transfer" => ErrorKind::InvalidArgument,
            _ => ErrorKind::NotOwner,
        };
        assert_eq!(refused, expected, "{name}");
    }
    assert_eq!(call.call.state(), State::Connected);
}

#[test]
fn each_change_of_a_call_is_told_once() {
    let rig = Rig::new();
    let call = rig.connected();
    events(&rig.client);
    let other = Party {
        name: "Somebody".to_owned(),
        number: "5".to_owned(),
    };
    for _ in 0..2 {
        call.call
            .set_party(PartyId::Connected, other.clone())
            .unwrap();
        call.call.set_number(Number::AppSpecific, 3).unwrap();
        call.call.set_number(Number::Reason, 8).unwrap();
    }
    assert_eq!(short(&rig.client), ["ConnectedId", "AppSpecific", "Reason"]);
    assert_eq!(call.call.party(PartyId::Connected).unwrap(), other);
}

#[test]
fn the_other_end_is_whom_we_called_or_who_called_us() {
    let rig = Rig::owning();
    let (outgoing, incoming) = (rig.connected(), rig.offered());
    let other = |call: &CallHandle| call.call.party(PartyId::Connected).unwrap().number;
    assert_eq!(other(&outgoing), "1");
    assert_eq!(other(&incoming), "", "nobody is connected yet");
    incoming.answer().unwrap();
    assert_eq!(other(&incoming), "99");
}

#[test]
fn what_changes_on_a_line_is_told_once() {
    let rig = Rig::new();
    for _ in 0..2 {
        rig.line.set_in_service(false);
        rig.line.withhold(true);
        rig.line.message_waiting_changed(true);
    }
    rig.line.message_waiting_changed(false);
    assert_eq!(
        short(&rig.client),
        [
            "line State",
            "line MessageWaitingOn",
            "line MessageWaitingOff"
        ]
    );
}

#[test]
fn a_state_that_says_nothing_new_is_not_told() {
    let rig = Rig::new();
    let call = rig.connected();
    events(&rig.client);
    call.call.progressing();
    call.call.connected();
    call.call.disconnected(Cause::Normal);
    call.call.disconnected(Cause::Failed);
    call.call.connected();
    assert_eq!(told(&rig.client, &call), [over(Cause::Normal)]);
}

#[test]
fn of_calls_that_are_over_and_released_not_more_than_many_events_wait() {
    let rig = Rig::new();
    let held = rig.connected();
    held.disconnect(DropReason::Normal).unwrap();
    for _ in 0..4 * MANY {
        let call = rig.connected();
        call.disconnect(DropReason::Normal).unwrap();
        call.detach();
        assert!(rig.client.events().waiting() <= MANY);
    }
    let of_held = events(&rig.client)
        .into_iter()
        .filter(|event| matches!(event, Event::CallState { call, .. } if call.same(&held.call)));
    assert_eq!(of_held.count(), 3, "all states of the call that is held");
}

/// An application that stands still at its first event until it is told to go on. Returns how to do
/// that, and what it hears.
fn standing_still(client: &Client) -> (mpsc::Sender<()>, mpsc::Receiver<Event>) {
    let (go, stand) = mpsc::channel();
    let (sender, heard) = mpsc::channel();
    client
        .deliver_to(move |event| {
            let first = matches!(&event, Event::Line { .. });
            sender.send(event).unwrap();
            if first {
                stand.recv().unwrap();
            }
        })
        .unwrap();
    (go, heard)
}

#[test]
fn nobody_is_told_of_a_call_whose_end_was_thrown_away() {
    let rig = Rig::owning();
    let (go, heard) = standing_still(&rig.client);
    rig.line.message_waiting_changed(true);
    heard.recv().unwrap();
    let held: Vec<CallHandle> = (0..MANY).map(|_| rig.connected()).collect();
    let came_and_went = rig.line.incoming(from("99")).unwrap();
    came_and_went.disconnected(Cause::Normal);
    let last = held.last().unwrap();
    last.disconnect(DropReason::Normal).unwrap();
    go.send(()).unwrap();
    loop {
        match heard.recv().unwrap() {
            Event::Notification { .. } => panic!("told of a call that has no end"),
            Event::CallState { call, state, .. } => {
                assert!(!call.same(&came_and_went), "{state:?}");
                if call.same(&last.call) && state == State::Disconnected {
                    break;
                }
            }
            _ => {}
        }
    }
}

#[test]
fn what_can_be_asked_for_is_not_kept_without_end() {
    let rig = Rig::new();
    for on in [true, false].into_iter().cycle().take(4 * MANY) {
        rig.line.message_waiting_changed(on);
    }
    assert_eq!(rig.client.events().waiting(), MANY);
    let call = rig.connected();
    call.disconnect(DropReason::Normal).unwrap();
    let last = events(&rig.client).pop().unwrap();
    assert!(matches!(
        last,
        Event::CallState {
            state: State::Disconnected,
            ..
        }
    ));
}

#[test]
fn states_of_calls_that_are_held_all_wait() {
    let rig = Rig::new();
    let calls: Vec<CallHandle> = (0..MANY).map(|_| rig.connected()).collect();
    for call in &calls {
        call.disconnect(DropReason::Normal).unwrap();
    }
    assert_eq!(events(&rig.client).len(), 3 * MANY);
}

#[test]
fn room_for_the_end_is_kept_with_a_monitor_that_begins_to_listen_while_the_call_is_placed() {
    let rig = Rig::new();
    let monitor = rig.engine.add_client("monitor.exe".to_owned()).unwrap();
    monitor.register(&rig.line, true, false, AUDIO, 0).unwrap();
    rig.fake.on(Ask::Make, Act::Keep);
    let call = rig.idle();
    let places = call.clone();
    let placing = std::thread::spawn(move || places.connect(false));
    let reply = rig.fake.kept(Ask::Make);
    monitor.set_listening(true).unwrap();
    call.call.progressing();
    reply.ok();
    placing.join().unwrap().unwrap();
    assert!(call.call.keeps_room_for(&monitor));
}
