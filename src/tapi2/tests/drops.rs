//! lineDrop where the end is a matter of several, or of another thread.

use super::scripted::{Asked, Program, begun};
use crate::engine::{Cause, Error, ErrorKind};
use crate::tapi2::abi::*;
use crate::tapi2::call::CallPart;
use crate::tapi2::fault::Fault;
use crate::tapi2::text::Form;
use crate::tapi2::{calls, conference, ending, events, placing, registry};
use std::panic::{AssertUnwindSafe, catch_unwind};
use tapi3_common::shared::Shared;

const NO: Error = Error::new(ErrorKind::OperationFailed, "No.");

/// A conference of two: its handle, and those of its members.
fn conference_of_two(program: &mut Program) -> (u32, [u32; 2]) {
    let first = program.connected();
    let (id, [whole, second]) =
        begun(|fill| conference::set_up((first, 0), fill, Ok(None), Form::Bytes));
    assert_eq!(program.reply(id), 0);
    program.dial(second);
    let id = conference::add(whole, second).unwrap();
    assert_eq!(program.reply(id), 0);
    program.state(second, LINECALLSTATE_CONFERENCED);
    (whole, [first, second])
}

#[test]
fn a_conference_is_dropped_when_all_its_members_are() {
    let mut program = Program::new();
    let (whole, members) = conference_of_two(&mut program);
    program.provider.keep(Asked::Drop);
    let id = ending::drop_call(whole).unwrap();
    program.connected();
    assert!(!program.has_reply(id), "none has been hung up yet");
    let mut kept = program.provider.kept().into_iter();
    kept.next().unwrap().ok();
    program.connected();
    assert!(!program.has_reply(id), "one has not been hung up yet");
    kept.next().unwrap().ok();
    assert_eq!(program.reply(id), 0);
    for call in members.into_iter().chain([whole]) {
        program.state(call, LINECALLSTATE_IDLE);
    }
}

#[test]
fn a_conference_with_a_member_that_stays_is_not_dropped() {
    let mut program = Program::new();
    let (whole, members) = conference_of_two(&mut program);
    program.provider.keep(Asked::Drop);
    let id = ending::drop_call(whole).unwrap();
    let mut kept = program.provider.kept().into_iter();
    kept.next().unwrap().fail(NO);
    kept.next().unwrap().ok();
    assert_eq!(program.reply(id), LINEERR_OPERATIONFAILED);
    program.connected();
    let over = |program: &Program, call| program.states(call).contains(&LINECALLSTATE_IDLE);
    assert!(!over(&program, whole), "a member is up");
    assert!(members.iter().any(|member| !over(&program, *member)));
    let id = ending::drop_call(whole).unwrap();
    assert_eq!(program.reply(id), 0);
    for call in members.into_iter().chain([whole]) {
        program.state(call, LINECALLSTATE_IDLE);
    }
}

#[test]
fn a_provider_that_panics_over_one_member_does_not_keep_the_others() {
    let mut program = Program::new();
    let (whole, members) = conference_of_two(&mut program);
    program.provider.panic_when_dropping();
    let id = ending::drop_call(whole).unwrap();
    assert_eq!(program.reply(id), LINEERR_OPERATIONFAILED);
    program.flush();
    let over = |program: &Program, call| program.states(call).contains(&LINECALLSTATE_IDLE);
    let ended = members.iter().filter(|member| over(&program, **member));
    assert_eq!(ended.count(), 1);
    assert!(!over(&program, whole), "a member is up");
    // The one that is left can be dropped.
    let id = ending::drop_call(whole).unwrap();
    assert_eq!(program.reply(id), 0);
    for call in members.into_iter().chain([whole]) {
        program.state(call, LINECALLSTATE_IDLE);
    }
}

#[test]
fn a_conference_that_is_let_go_of_behind_its_drop_has_its_reply() {
    let mut program = Program::new();
    let (whole, _) = conference_of_two(&mut program);
    program.provider.keep(Asked::Drop);
    let id = ending::drop_call(whole).unwrap();
    ending::deallocate(whole).unwrap();
    program
        .provider
        .kept()
        .into_iter()
        .for_each(|reply| reply.ok());
    assert_eq!(program.reply(id), 0);
}

/// A call that waits for its digits.
fn seized(program: &mut Program) -> u32 {
    let (id, call) = program.make("");
    assert_eq!(program.reply(id), 0);
    call
}

/// One that is just being dialled by another thread, which is the test itself.
fn dialling(program: &mut Program) -> (u32, Shared<CallPart>) {
    let call = seized(program);
    let part = registry::call(call).unwrap();
    part.lock().dialing = true;
    (call, part)
}

#[test]
fn dropped_while_dialled_it_is_over_when_it_has_ended() {
    let mut program = Program::new();
    let (call, part) = dialling(&mut program);
    let first = ending::drop_call(call).unwrap();
    let second = ending::drop_call(call).unwrap();
    assert_ne!(part.lock().state, LINECALLSTATE_IDLE);
    program.provider.keep(Asked::Drop);
    placing::place(&part, "2").unwrap();
    placing::end_dialing(&part);
    program.connected();
    assert!(!program.has_reply(first), "the provider has not answered");
    for reply in program.provider.kept() {
        reply.fail(NO);
    }
    assert_eq!(program.reply(first), LINEERR_OPERATIONFAILED);
    assert_eq!(program.reply(second), LINEERR_OPERATIONFAILED);
    assert!(!program.states(call).contains(&LINECALLSTATE_IDLE));
    let again = ending::drop_call(call).unwrap();
    assert_eq!(program.reply(again), 0);
    program.state(call, LINECALLSTATE_IDLE);
}

#[test]
fn dropped_while_dialled_and_never_placed_it_is_over() {
    let mut program = Program::new();
    let (call, part) = dialling(&mut program);
    let id = ending::drop_call(call).unwrap();
    placing::end_dialing(&part);
    assert_eq!(program.reply(id), 0);
    program.state(call, LINECALLSTATE_IDLE);
    assert!(ending::drop_call(call).is_err());
}

#[test]
fn dropped_and_let_go_of_while_dialled_it_ends_and_has_its_reply() {
    let mut program = Program::new();
    let (call, part) = dialling(&mut program);
    let id = ending::drop_call(call).unwrap();
    ending::deallocate(call).unwrap();
    // The thread that dials may find that it is too late.
    let _ = placing::place(&part, "2");
    placing::end_dialing(&part);
    assert_eq!(program.reply(id), 0);
    let calls = program.device.calls().unwrap();
    assert!(calls.is_empty(), "{calls:?}");
}

#[test]
fn let_go_of_before_it_is_placed_it_is_not_placed() {
    let mut program = Program::new();
    let (call, part) = dialling(&mut program);
    ending::deallocate(call).unwrap();
    // A call that was placed for nobody would stay up if its end is refused.
    program.provider.keep(Asked::Drop);
    let placed = placing::place(&part, "2");
    placing::end_dialing(&part);
    let kept = program.provider.kept();
    kept.into_iter().for_each(|reply| reply.fail(NO));
    let calls = program.device.calls().unwrap();
    assert!(calls.is_empty(), "{calls:?}");
    assert_eq!(placed, Err(Fault::CALL));
}

#[test]
fn dropped_while_dialled_and_ended_by_the_far_end_it_has_its_reply() {
    // Whether or not it is let go of before the thread that dials is back.
    for lets_go in [false, true] {
        let mut program = Program::new();
        let (call, part) = dialling(&mut program);
        placing::place(&part, "2").unwrap();
        let id = ending::drop_call(call).unwrap();
        program
            .device
            .for_each_call(|call| call.disconnected(Cause::Normal));
        program.state(call, LINECALLSTATE_IDLE);
        if lets_go {
            ending::deallocate(call).unwrap();
        }
        placing::end_dialing(&part);
        assert_eq!(program.reply(id), 0);
    }
}

#[test]
fn dropped_and_let_go_of_between_dialling_and_the_hang_up_it_has_its_reply() {
    let mut program = Program::new();
    let (call, part) = dialling(&mut program);
    placing::place(&part, "2").unwrap();
    let id = ending::drop_call(call).unwrap();
    let handle = part.engine().unwrap();
    part.lock().dialing = false;
    ending::deallocate(call).unwrap();
    ending::hang_up_placed(&part, &handle, false).unwrap();
    assert_eq!(program.reply(id), 0);
}

#[test]
fn a_call_that_is_just_leaving_when_it_is_dialled_is_not_hung_up() {
    let mut program = Program::new();
    let (call, part) = dialling(&mut program);
    placing::place(&part, "2").unwrap();
    program.state(call, LINECALLSTATE_CONNECTED);
    program.provider.keep(Asked::Leave);
    let id = calls::blind_transfer(call, Ok(Some("3".to_owned()))).unwrap();
    placing::end_dialing(&part);
    for reply in program.provider.kept() {
        reply.fail(NO);
    }
    assert_eq!(program.reply(id), LINEERR_OPERATIONFAILED);
    program.flush();
    assert_eq!(part.lock().state, LINECALLSTATE_CONNECTED);
    assert!(!program.states(call).contains(&LINECALLSTATE_IDLE));
}

#[test]
fn a_conference_of_nobody_is_over_when_its_consultation_is_let_go_of_while_dialled() {
    let mut program = Program::new();
    let first = program.connected();
    let (id, [whole, consult]) =
        begun(|fill| conference::set_up((first, 0), fill, Ok(None), Form::Bytes));
    assert_eq!(program.reply(id), 0);
    let part = registry::call(consult).unwrap();
    part.lock().dialing = true;
    ending::deallocate(consult).unwrap();
    assert!(placing::place(&part, "2").is_err());
    placing::end_dialing(&part);
    program.state(whole, LINECALLSTATE_IDLE);
}

#[test]
fn a_call_whose_dialling_panics_can_be_dropped() {
    let mut program = Program::new();
    let call = seized(&mut program);
    program
        .provider
        .when_making(|| panic!("as if it were broken"));
    let dial = AssertUnwindSafe(|| placing::dial(call, Ok(Some("2".to_owned()))));
    assert!(catch_unwind(dial).is_err());
    let id = ending::drop_call(call).unwrap();
    assert_eq!(program.reply(id), 0);
    program.state(call, LINECALLSTATE_IDLE);
}

#[test]
fn dropped_before_its_dialling_panics_it_is_over() {
    let mut program = Program::new();
    let call = seized(&mut program);
    let (told, dropped) = std::sync::mpsc::channel();
    program.provider.when_making(move || {
        told.send(ending::drop_call(call).unwrap()).unwrap();
        panic!("as if it were broken");
    });
    let dial = AssertUnwindSafe(|| placing::dial(call, Ok(Some("2".to_owned()))));
    assert!(catch_unwind(dial).is_err());
    assert_eq!(program.reply(dropped.recv().unwrap()), 0);
    program.state(call, LINECALLSTATE_IDLE);
}

#[test]
fn dropped_while_its_dialling_is_stuck_it_has_a_reply_and_ends_later() {
    let mut program = Program::new();
    let call = seized(&mut program);
    let (told, dropped) = std::sync::mpsc::channel();
    let app = registry::app(program.app).unwrap();
    program.provider.when_making(move || {
        let id = ending::drop_call(call).unwrap();
        assert!(app.requests.run_late(id), "it would wait for good");
        told.send(id).unwrap();
    });
    placing::dial(call, Ok(Some("2".to_owned()))).unwrap();
    let id = dropped.recv().unwrap();
    assert_eq!(program.reply(id), LINEERR_OPERATIONFAILED);
    program.state(call, LINECALLSTATE_IDLE);
}

#[test]
fn a_call_that_ends_behind_its_granted_drop_has_not_ended_by_itself() {
    let mut program = Program::new();
    let call = program.connected();
    let part = registry::call(call).unwrap();
    program.provider.keep(Asked::Drop);
    let id = ending::drop_call(call).unwrap();
    let granted = part.line.app.requests.take(id).unwrap();
    // Something else fails, between the taking and the telling.
    part.goes_on();
    events::answered(granted, Ok(None));
    assert_eq!(program.reply(id), 0);
    program
        .device
        .for_each_call(|call| call.disconnected(Cause::Normal));
    program.state(call, LINECALLSTATE_IDLE);
    assert!(!program.states(call).contains(&LINECALLSTATE_DISCONNECTED));
}

#[test]
fn behind_the_reply_to_its_drop_an_old_program_lets_go_of_a_call() {
    let mut program = Program::new();
    program.open_as(0x0001_0004);
    let call = program.connected();
    let part = registry::call(call).unwrap();
    program.provider.keep(Asked::Drop);
    assert_eq!(ending::deallocate(call), Err(Fault::CALL_STATE));
    let id = ending::drop_call(call).unwrap();
    assert_eq!(ending::deallocate(call), Err(Fault::CALL_STATE));
    // As it is between the reply and the state.
    events::answered(part.line.app.requests.take(id).unwrap(), Ok(None));
    assert_eq!(program.reply(id), 0);
    assert_eq!(ending::deallocate(call), Ok(()));
}
