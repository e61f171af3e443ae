//! Calls that change hands, and who gets an incoming one.

use super::*;

/// A second application that registered to own calls.
fn second(rig: &Rig) -> Client {
    let second = add_client(&rig.engine, "Second.exe");
    second.register(&rig.line, false, true, AUDIO, 5).unwrap();
    second
}

fn privilege(call: &CallHandle, client: &Client) -> Option<Privilege> {
    call.call
        .handle_for(client)
        .map(|handle| handle.privilege())
}

#[test]
fn a_call_is_handed_to_an_application_by_its_name() {
    let rig = Rig::new();
    let second = second(&rig);
    let call = rig.connected();
    call.hand_off_to("SECOND.EXE", Giver::LooksOn).unwrap();
    assert_eq!(call.privilege(), Privilege::Monitor);
    let mut news = events(&second).into_iter();
    let theirs = match news.next() {
        Some(Event::Notification {
            call,
            privilege: Privilege::Owner,
            instance: 5,
        }) => call.handle_for(&second).unwrap(),
        other => panic!("{other:?}"),
    };
    assert_eq!(
        kind(call.disconnect(DropReason::Normal)),
        ErrorKind::NotOwner
    );
    assert_eq!(
        theirs.disconnect(DropReason::Normal),
        Ok(Disconnected::Over)
    );
    // Who gave it away still sees how it ends.
    assert_eq!(told(&rig.client, &call).last(), Some(&over(Cause::Normal)));
}

#[test]
fn a_hand_off_needs_somebody_who_wants_it() {
    let rig = Rig::owning();
    let call = rig.connected();
    assert_eq!(
        kind(call.hand_off_to("nobody.exe", Giver::LooksOn)),
        ErrorKind::TargetNotFound
    );
    assert_eq!(
        kind(call.hand_off_to("first.exe", Giver::LooksOn)),
        ErrorKind::TargetSelf
    );
    assert_eq!(
        kind(call.hand_off_by_media(AUDIO, Giver::LooksOn)),
        ErrorKind::TargetSelf
    );
    assert_eq!(
        kind(call.hand_off_by_media(0x10, Giver::LooksOn)),
        ErrorKind::InvalidArgument
    );
    assert_eq!(call.privilege(), Privilege::Owner);
    // One that only monitors is no target.
    let watcher = add_client(&rig.engine, "watcher.exe");
    watcher.register(&rig.line, true, false, AUDIO, 0).unwrap();
    assert_eq!(
        kind(call.hand_off_to("watcher.exe", Giver::LooksOn)),
        ErrorKind::TargetNotFound
    );
}

#[test]
fn the_highest_priority_gets_a_call_handed_off_by_media() {
    let rig = Rig::new();
    let (second, third) = (second(&rig), add_client(&rig.engine, "third.exe"));
    third.register(&rig.line, false, true, AUDIO, 0).unwrap();
    rig.engine.set_priority("Third.exe", AUDIO, true).unwrap();
    let call = rig.connected();
    call.hand_off_by_media(AUDIO, Giver::LooksOn).unwrap();
    assert_eq!(privilege(&call, &third), Some(Privilege::Owner));
    assert_eq!(privilege(&call, &second), None);
}

#[test]
fn a_call_that_is_over_is_not_handed_off() {
    let rig = Rig::new();
    second(&rig);
    let call = rig.connected();
    call.disconnect(DropReason::Normal).unwrap();
    assert_eq!(
        kind(call.hand_off_to("second.exe", Giver::LooksOn)),
        ErrorKind::InvalidCallState
    );
}

#[test]
fn whoever_registered_first_gets_an_incoming_call_unless_another_comes_before() {
    let rig = Rig::owning();
    let second = second(&rig);
    let first = rig.offered();
    assert_eq!(first.privilege(), Privilege::Owner);
    assert_eq!(privilege(&first, &second), None, "it does not monitor");
    rig.engine.set_priority("second.exe", AUDIO, true).unwrap();
    let call = rig.line.incoming(from("99")).unwrap();
    assert_eq!(
        call.handle_for(&second).unwrap().privilege(),
        Privilege::Owner
    );
    let mine = call.handle_for(&rig.client).unwrap();
    assert_eq!(
        mine.privilege(),
        Privilege::Monitor,
        "it registered for that as well"
    );
    rig.engine.set_priority("second.exe", AUDIO, false).unwrap();
    assert_eq!(rig.offered().privilege(), Privilege::Owner);
}

#[test]
fn a_call_ends_once_all_who_owned_it_have_left_it() {
    let rig = Rig::new();
    let second = add_client(&rig.engine, "second.exe");
    let first = rig.connected();
    let theirs = first.call.join(&second, 0).unwrap();
    theirs.set_privilege(Privilege::Owner).unwrap();
    theirs.attach().unwrap();

    first.leave();
    first.call.end_if_left();
    assert_eq!(first.call.state(), State::Connected);
    // Who finds the call again has not left it.
    first.attach().unwrap();
    theirs.leave();
    first.call.end_if_left();
    assert_eq!(first.call.state(), State::Connected);

    first.leave();
    first.call.end_if_left();
    assert_eq!(first.call.state(), State::Disconnected);
    assert_eq!(rig.fake.count(Ask::Drop), 1);
}

#[test]
fn who_is_given_a_call_back_has_not_left_it() {
    let rig = Rig::owning();
    let second = second(&rig);
    let first = rig.connected();
    first.hand_off_to("second.exe", Giver::LooksOn).unwrap();
    let theirs = first.call.handle_for(&second).unwrap();
    theirs.attach().unwrap();
    first.leave();
    theirs.hand_off_to("first.exe", Giver::LooksOn).unwrap();
    // Before the first has taken the news of it.
    theirs.leave();
    first.call.end_if_left();
    second.close();
    assert_eq!(first.call.state(), State::Connected);
    first.attach().unwrap();
    first.leave();
    first.call.end_if_left();
    assert_eq!(first.call.state(), State::Disconnected);
}

#[test]
fn who_has_found_a_call_again_keeps_it_when_the_object_before_goes() {
    let rig = Rig::new();
    let second = add_client(&rig.engine, "second.exe");
    let first = rig.connected();
    first.attach().unwrap();
    let theirs = first.call.join(&second, 0).unwrap();
    theirs.set_privilege(Privilege::Owner).unwrap();
    theirs.attach().unwrap();
    first.leave();
    second.close();
    assert_eq!(first.call.state(), State::Connected);
    assert_eq!(first.call.count_holders(), (1, 0));
}

#[test]
fn those_who_are_gone_do_not_count() {
    let rig = Rig::new();
    let call = rig.connected();
    let [owner, other, watcher] = ["owner", "other", "watcher"].map(|name| {
        let client = add_client(&rig.engine, name);
        let handle = call.call.join(&client, 0).unwrap();
        handle.attach().unwrap();
        (client, handle)
    });
    owner.1.set_privilege(Privilege::Owner).unwrap();
    other.1.set_privilege(Privilege::Owner).unwrap();
    assert_eq!(call.call.count_holders(), (3, 1));
    owner.0.close();
    other.1.leave();
    watcher.1.leave();
    assert_eq!(call.call.count_holders(), (1, 0));
}

#[test]
fn whoever_goes_on_owning_shares_the_call() {
    let rig = Rig::new();
    let second = second(&rig);
    let call = rig.connected();
    call.hand_off_to("second.exe", Giver::GoesOnOwning).unwrap();
    assert_eq!(call.privilege(), Privilege::Owner);
    assert_eq!(privilege(&call, &second), Some(Privilege::Owner));
    assert_eq!(call.call.count_holders(), (2, 0));
    call.disconnect(DropReason::Normal).unwrap();
    assert_eq!(end(&call), over(Cause::Normal));
}
