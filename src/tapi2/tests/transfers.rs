//! Calls that are to leave, and end before that.

use super::scripted::{Asked, Program, begun};
use crate::tapi2::abi::*;
use crate::tapi2::call::Purpose;
use crate::tapi2::requests::{Joining, What};
use crate::tapi2::text::Form;
use crate::tapi2::{Fault, calls, conference, ending, events, registry, transfer};

/// A call that waits for a consultation, and the consultation, which is up.
fn consulting(program: &mut Program) -> (u32, u32) {
    let call = program.connected();
    let (id, [consult]) = begun(|fill| transfer::set_up(call, fill, Ok(None), Form::Bytes));
    assert_eq!(program.reply(id), 0);
    program.state(call, LINECALLSTATE_ONHOLDPENDTRANSFER);
    program.dial(consult);
    (call, consult)
}

fn complete(call: u32, consult: u32) -> u32 {
    let mode = LINETRANSFERMODE_TRANSFER;
    transfer::complete(call, consult, Ok(&|_| ()), mode).unwrap()
}

fn is_ending(call: u32) -> bool {
    registry::any_call(call).unwrap().lock().ending
}

#[test]
fn a_transfer_whose_consultation_is_dropped_is_not_done() {
    let mut program = Program::new();
    let (call, consult) = consulting(&mut program);
    program.provider.keep(Asked::Transfer);
    let id = complete(call, consult);
    let dropped = ending::drop_call(consult).unwrap();
    assert_eq!(program.reply(dropped), 0);
    assert_eq!(program.reply(id), LINEERR_INVALCALLSTATE);
    program.state(consult, LINECALLSTATE_IDLE);
    // Who drops needs no telling why.
    assert!(
        !program
            .states(consult)
            .contains(&LINECALLSTATE_DISCONNECTED)
    );
    assert!(!is_ending(call), "it was not transferred, so it goes on");
    program.forget();
    program
        .device
        .for_each_call(|call| call.disconnected(crate::engine::Cause::Normal));
    program.state(call, LINECALLSTATE_DISCONNECTED);
    program.state(call, LINECALLSTATE_IDLE);
}

#[test]
fn a_transfer_whose_consultation_is_let_go_of_is_not_done() {
    let mut program = Program::new();
    let (call, consult) = consulting(&mut program);
    program.provider.keep(Asked::Transfer);
    let id = complete(call, consult);
    ending::deallocate(consult).unwrap();
    assert_eq!(program.reply(id), LINEERR_INVALCALLSTATE);
    assert!(!is_ending(call), "it was not transferred, so it goes on");
}

#[test]
fn a_call_that_ends_before_it_leaves_has_not_left() {
    let away: [fn(u32) -> u32; 2] = [
        |call| calls::blind_transfer(call, Ok(Some("3".to_owned()))).unwrap(),
        |call| {
            let address = || Ok(Some("4".to_owned()));
            let place = || unreachable!("the address is given");
            calls::park(call, LINEPARKMODE_DIRECTED, address, place).unwrap()
        },
    ];
    for leave in away {
        let mut program = Program::new();
        let call = program.connected();
        program.provider.keep(Asked::Leave);
        let id = leave(call);
        program
            .device
            .for_each_call(|call| call.disconnected(crate::engine::Cause::Normal));
        assert_eq!(program.reply(id), LINEERR_INVALCALLSTATE);
        // The far end left, and why is told.
        program.state(call, LINECALLSTATE_DISCONNECTED);
        program.state(call, LINECALLSTATE_IDLE);
    }
}

#[test]
fn what_fails_does_not_undo_a_hang_up() {
    let mut program = Program::new();
    let call = program.connected();
    program.provider.keep(Asked::Leave);
    let away = calls::blind_transfer(call, Ok(Some("3".to_owned()))).unwrap();
    // Another one is refused, for there is one at a time.
    assert!(calls::blind_transfer(call, Ok(Some("3".to_owned()))).is_err());
    assert!(is_ending(call), "the first is under way still");
    program.provider.keep(Asked::Drop);
    let dropped = ending::drop_call(call).unwrap();
    let mut kept = program.provider.kept().into_iter();
    let failure = crate::engine::Error::new(crate::engine::ErrorKind::OperationFailed, "No.");
    kept.next().unwrap().fail(failure);
    assert_eq!(program.reply(away), LINEERR_OPERATIONFAILED);
    assert!(is_ending(call), "it is just being hung up");
    kept.next().unwrap().ok();
    assert_eq!(program.reply(dropped), 0);
    program.state(call, LINECALLSTATE_IDLE);
    assert!(!program.states(call).contains(&LINECALLSTATE_DISCONNECTED));
}

#[test]
fn what_fails_behind_a_grant_does_not_undo_it() {
    let mut program = Program::new();
    let (call, consult) = consulting(&mut program);
    let single = [What::Drop, What::Leave, What::Elsewhere, What::Park(None)];
    let mut ends = Vec::from(single.map(|what| (what, vec![program.connected()])));
    ends.push((What::Transfer { consult }, vec![call, consult]));
    for (what, calls) in ends {
        let part = registry::call(calls[0]).unwrap();
        let requests = &part.line.app.requests;
        let handle = part.engine().unwrap();
        let id = requests.begin(&part, &handle, what, |_| Ok(())).unwrap();
        events::answered(requests.take(id).unwrap(), Ok(None));
        // Its end has not been told yet, and something else fails.
        for call in calls {
            registry::call(call).unwrap().goes_on();
            assert!(is_ending(call), "{what:?}");
        }
    }
}

#[test]
fn what_a_reply_has_granted_counts_before_its_state_is_told() {
    let mut program = Program::new();
    let call = program.connected();
    let id = calls::hold(call).unwrap();
    assert_eq!(program.reply(id), 0);
    program.state(call, LINECALLSTATE_ONHOLD);
    // As it is between the reply and the state.
    let part = registry::call(call).unwrap();
    part.lock().state = LINECALLSTATE_CONNECTED;
    let id = calls::unhold(call).unwrap();
    assert_eq!(program.reply(id), 0);
}

#[test]
fn what_a_reply_has_granted_counts_for_a_consultation_and_a_conference() {
    let mut program = Program::new();
    let set_up: [fn(u32) -> u32; 2] = [
        |call| begun(|fill| transfer::set_up(call, fill, Ok(None), Form::Bytes)).0,
        |call| begun::<2>(|fill| conference::set_up((call, 0), fill, Ok(None), Form::Bytes)).0,
    ];
    for set_up in set_up {
        let call = program.connected();
        // As it is between the reply to lineUnhold and the state.
        registry::call(call).unwrap().lock().state = LINECALLSTATE_ONHOLD;
        let id = set_up(call);
        assert_eq!(program.reply(id), 0);
    }
    let first = program.connected();
    let (id, [whole, second]) =
        begun(|fill| conference::set_up((first, 0), fill, Ok(None), Form::Bytes));
    assert_eq!(program.reply(id), 0);
    program.dial(second);
    // As it is between the reply to lineDial and the state.
    let part = registry::call(second).unwrap();
    part.lock().state = LINECALLSTATE_PROCEEDING;
    let id = conference::add(whole, second).unwrap();
    assert_eq!(program.reply(id), 0);
    program.state(second, LINECALLSTATE_CONFERENCED);
    // As it is between that reply and the state.
    part.lock().state = LINECALLSTATE_CONNECTED;
    let id = conference::remove(second).unwrap();
    assert_eq!(program.reply(id), 0);
}

#[test]
fn a_line_that_transfers_nothing_joins_calls_that_came_about_by_themselves() {
    let mut program = Program::on_line_with(|features| features.transfer = false);
    let first = program.connected();
    let id = calls::hold(first).unwrap();
    assert_eq!(program.reply(id), 0);
    let second = program.connected();
    let refused = transfer::complete(first, second, Ok(&|_| ()), LINETRANSFERMODE_TRANSFER);
    assert_eq!(refused, Err(Fault::UNAVAILABLE));
    let mode = LINETRANSFERMODE_CONFERENCE;
    let (id, [whole]) = begun(|fill| transfer::complete(first, second, fill, mode));
    assert_eq!(program.reply(id), 0);
    program.state(second, LINECALLSTATE_CONFERENCED);
    program.state(whole, LINECALLSTATE_CONNECTED);

    let first = program.connected();
    let (id, [whole, _]) =
        begun(|fill| conference::set_up((first, 0), fill, Ok(None), Form::Bytes));
    assert_eq!(program.reply(id), 0);
    let other = program.connected();
    let id = conference::add(whole, other).unwrap();
    assert_eq!(program.reply(id), 0);
}

#[test]
fn who_consults_again_behind_the_reply_waits_for_that_consultation() {
    let mut program = Program::new();
    let first = program.connected();
    let (id, [whole, second]) =
        begun(|fill| conference::set_up((first, 0), fill, Ok(None), Form::Bytes));
    assert_eq!(program.reply(id), 0);
    program.dial(second);
    let member = registry::call(first).unwrap();
    let conferences = [whole; 2];
    let joining = Joining {
        original: first,
        consult: second,
        conferences,
        consults: first,
    };
    conference::joining(&joining);
    // The reply is there, and the next consultation begins before the states are told.
    member.lock().waits_for = Some((Purpose::Conference, second));
    conference::joined(&registry::call(whole).unwrap(), &joining);
    assert!(member.lock().waits_for(second));
}
