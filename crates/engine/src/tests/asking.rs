//! Operations that are asked for without waiting: one answer each, before the states that follow.

use super::*;
use crate::Ask as Wanted;

/// What one client was told of one call, answers and states in one order.
#[derive(Debug, PartialEq, Eq)]
enum Told {
    Answer(u32, std::result::Result<(), ErrorKind>),
    State(State),
}

fn all_told(client: &Client) -> Vec<Told> {
    let tell = |event| match event {
        Event::Answer { id, result, .. } => {
            let result = result.map(drop).map_err(|error| error.kind());
            Some(Told::Answer(id, result))
        }
        Event::CallState { state, .. } => Some(Told::State(state)),
        _ => None,
    };
    events(client).into_iter().filter_map(tell).collect()
}

fn hang_up(call: &CallHandle, id: u32) -> Result<Option<Disconnected>> {
    call.ask_to_hang_up(DropReason::Normal, id, AnswerRoom::new(&call.client)?)
}

#[test]
fn the_answer_comes_before_the_state_that_follows_from_it() {
    let rig = Rig::new();
    let call = rig.connected();
    events(&rig.client);
    call.ask_for(Wanted::Hold, 7).unwrap();
    assert_eq!(
        all_told(&rig.client),
        [Told::Answer(7, Ok(())), Told::State(State::Hold)]
    );
    hang_up(&call, 8).unwrap();
    assert_eq!(
        all_told(&rig.client),
        [Told::Answer(8, Ok(())), Told::State(State::Disconnected)]
    );
}

#[test]
fn an_answer_that_comes_later_is_told_then_and_nothing_waits_for_it() {
    let rig = Rig::new();
    rig.fake.on(Ask::Make, Act::Keep);
    let call = rig.idle();
    call.ask_for(Wanted::Place, 1).unwrap();
    assert_eq!(all_told(&rig.client), []);
    rig.fake.kept(Ask::Make).ok();
    assert_eq!(all_told(&rig.client), [Told::Answer(1, Ok(()))]);
    call.call.connected();
    call.hold().unwrap();
}

#[test]
fn what_fails_is_told_and_leaves_room_for_the_next() {
    let rig = Rig::new();
    let call = rig.connected();
    events(&rig.client);
    for act in [Act::Fail, Act::Drop] {
        rig.fake.on(Ask::Hold, act);
        call.ask_for(Wanted::Hold, 3).unwrap();
        let failed = Told::Answer(3, Err(ErrorKind::OperationFailed));
        assert_eq!(all_told(&rig.client), [failed]);
    }
    rig.fake.on(Ask::Hold, Act::Succeed);
    call.hold().unwrap();
}

#[test]
fn what_is_refused_at_once_has_no_answer() {
    let rig = Rig::new();
    let call = rig.connected();
    events(&rig.client);
    let refused = call.ask_for(Wanted::Unhold, 1);
    assert_eq!(kind(refused), ErrorKind::InvalidCallState);
    assert_eq!(all_told(&rig.client), []);
    assert_eq!(hang_up(&rig.idle(), 2), Ok(Some(Disconnected::Nothing)));
    assert_eq!(all_told(&rig.client), []);
}

#[test]
fn the_end_of_a_call_answers_what_is_under_way() {
    let rig = Rig::new();
    rig.fake.on(Ask::Hold, Act::Keep);
    rig.fake.on(Ask::Drop, Act::Keep);
    let call = rig.connected();
    events(&rig.client);
    call.ask_for(Wanted::Hold, 1).unwrap();
    hang_up(&call, 2).unwrap();
    hang_up(&call, 3).unwrap();
    assert_eq!(rig.fake.count(Ask::Drop), 1, "they share one request");
    call.call.disconnected(Cause::Normal);
    assert_eq!(
        all_told(&rig.client),
        [
            Told::Answer(1, Err(ErrorKind::Dropped)),
            Told::Answer(2, Ok(())),
            Told::Answer(3, Ok(())),
            Told::State(State::Disconnected)
        ]
    );
    rig.fake.kept(Ask::Hold).ok();
    rig.fake.kept(Ask::Drop).ok();
    assert_eq!(all_told(&rig.client), [], "each was answered once");
}

#[test]
fn who_stops_asking_is_told_nothing_and_may_ask_again() {
    let rig = Rig::new();
    rig.fake.on(Ask::Drop, Act::Keep);
    rig.fake.on(Ask::Hold, Act::Keep);
    let call = rig.connected();
    events(&rig.client);
    call.ask_for(Wanted::Hold, 1).unwrap();
    call.stop_asking(1);
    call.ask_for(Wanted::Hold, 2).unwrap();
    hang_up(&call, 3).unwrap();
    call.stop_asking(3);
    hang_up(&call, 4).unwrap();
    assert_eq!(rig.fake.count(Ask::Drop), 2, "the second asks anew");
    rig.fake.kept(Ask::Drop).ok();
    assert_eq!(
        call.call.state(),
        State::Disconnected,
        "a late answer still counts"
    );
    let told = all_told(&rig.client);
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(told.contains(&Told::Answer(4, Ok(()))));
}

#[test]
fn a_waiting_caller_and_an_asking_one_both_hear_of_the_end() {
    let rig = Rig::new();
    rig.fake.on(Ask::Drop, Act::Keep);
    let call = rig.connected();
    events(&rig.client);
    hang_up(&call, 5).unwrap();
    let waiting = disconnect_elsewhere(&call);
    wait_for_sleepers(&call.call, 1);
    rig.fake.kept(Ask::Drop).ok();
    assert_eq!(waiting.join().unwrap(), Ok(Disconnected::Over));
    assert_eq!(
        all_told(&rig.client),
        [Told::Answer(5, Ok(())), Told::State(State::Disconnected)]
    );
}

#[test]
fn any_number_of_clients_own_a_call_and_one_always_does() {
    let rig = Rig::new();
    let late = add_client(&rig.engine, "late.exe");
    let call = rig.connected();
    let refused = call.set_privilege(Privilege::Monitor);
    assert_eq!(kind(refused), ErrorKind::InvalidCallState);
    let theirs = call.call.join(&late, 0).unwrap();
    assert_eq!(theirs.privilege(), Privilege::Monitor);
    assert_eq!(kind(hang_up(&theirs, 1)), ErrorKind::NotOwner);
    theirs.set_privilege(Privilege::Owner).unwrap();
    assert_eq!(call.call.count_holders(), (2, 0));
    call.set_privilege(Privilege::Monitor).unwrap();
    assert_eq!(kind(hang_up(&call, 1)), ErrorKind::NotOwner);
    hang_up(&theirs, 2).unwrap();
    assert_eq!(call.call.state(), State::Disconnected);
}

#[test]
fn an_owner_does_not_cease_to_be_one_if_the_others_are_gone() {
    for is_closed in [true, false] {
        let rig = Rig::new();
        let late = add_client(&rig.engine, "late.exe");
        let call = rig.connected();
        let theirs = call.call.join(&late, 0).unwrap();
        theirs.attach().unwrap();
        theirs.set_privilege(Privilege::Owner).unwrap();
        match is_closed {
            true => drop(rig.client.close()),
            false => call.leave(),
        }
        let refused = theirs.set_privilege(Privilege::Monitor);
        assert_eq!(kind(refused), ErrorKind::InvalidCallState);
        assert!(call.call.is_up());
        late.close();
        assert!(!call.call.is_up());
    }
}

#[test]
fn a_hang_up_that_comes_while_placing_fails_is_answered() {
    let rig = Rig::new();
    let call = rig.idle();
    rig.fake.on(Ask::Make, Act::Fail);
    let other = call.clone();
    *lock(&rig.fake.meanwhile) = Some(Box::new(move || {
        assert_eq!(hang_up(&other, 2), Ok(None));
    }));
    let _ = call.ask_for(Wanted::Place, 1);
    let answers = all_told(&rig.client);
    assert!(answers.contains(&Told::Answer(2, Ok(()))), "{answers:?}");
}

#[test]
fn an_offered_call_rings_on_until_it_is_redirected() {
    let rig = Rig::owning();
    let call = rig.offered();
    for empty in [call.ask_for(Wanted::Redirect(""), 1), call.redirect("")] {
        assert_eq!(kind(empty), ErrorKind::InvalidAddress);
    }
    rig.fake.on(Ask::Redirect, Act::Fail);
    assert_eq!(kind(call.redirect("2")), ErrorKind::OperationFailed);
    rig.fake.on(Ask::Redirect, Act::Keep);
    events(&rig.client);
    call.ask_for(Wanted::Redirect("2"), 1).unwrap();
    assert_eq!(call.call.state(), State::Offering);
    // Too late for whoever has asked, and it is gone all the same.
    call.stop_asking(1);
    call.ask_for(Wanted::Redirect("2"), 2).unwrap();
    rig.fake.kept(Ask::Redirect).ok();
    assert_eq!(
        all_told(&rig.client),
        [
            Told::Answer(2, Err(ErrorKind::Dropped)),
            Told::State(State::Disconnected),
        ]
    );
    drop(rig.fake.kept(Ask::Redirect));
    assert_eq!(end(&call), (State::Disconnected, Cause::Normal));
}

#[test]
fn a_call_is_refused_while_it_is_redirected() {
    let rig = Rig::owning();
    let call = rig.offered();
    rig.fake.on(Ask::Redirect, Act::Keep);
    events(&rig.client);
    call.ask_for(Wanted::Redirect("2"), 1).unwrap();
    hang_up(&call, 2).unwrap();
    assert_eq!(
        all_told(&rig.client),
        [
            Told::Answer(2, Ok(())),
            Told::Answer(1, Err(ErrorKind::Dropped)),
            Told::State(State::Disconnected),
        ]
    );
    rig.fake.kept(Ask::Redirect).ok();
    assert_eq!(all_told(&rig.client), [], "it is over already");
}
