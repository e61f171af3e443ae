//! Calls that are found, let go of, and end in the same moment; lines that go as they are opened.

use super::scripted::{Program, open, opening};
use crate::engine::{Cause, Privilege, State};
use crate::tapi2::abi::*;
use crate::tapi2::call::CallPart;
use crate::tapi2::fault::Fault;
use crate::tapi2::{calls, ending, line, registry, states};

/// A second line of the program's, and the engine's part in a call that it finds there.
fn found(program: &mut Program) -> (u32, u32, crate::engine::CallHandle) {
    let call = program.connected();
    let line = open(program.app, &program.device).unwrap();
    let found = registry::call(call).unwrap().engine().unwrap().call;
    let client = registry::line(line).unwrap().client.clone();
    (call, line, found.join(&client, 0).unwrap())
}

#[test]
fn a_call_that_ends_as_it_is_found_is_over() {
    let mut program = Program::new();
    let (call, line, handle) = found(&mut program);
    let dropped = ending::drop_call(call).unwrap();
    assert_eq!(program.reply(dropped), 0);
    program.state(call, LINECALLSTATE_IDLE);
    // Whoever is just finding it has asked for its state before that.
    let line = registry::line(line).unwrap();
    let (engine, state) = (handle.call.clone(), State::Connected);
    let part = CallPart::new_unless_known(&line, Some(handle), true);
    let part = part.unwrap().unwrap();
    calls::adopt(&part, &engine, state);
    program.state(part.handle, LINECALLSTATE_IDLE);
    assert_eq!(part.lock().state, LINECALLSTATE_IDLE);
}

#[test]
fn what_an_event_told_is_newer_than_what_was_found() {
    let mut program = Program::new();
    let (_, line, handle) = found(&mut program);
    let line = registry::line(line).unwrap();
    let engine = handle.call.clone();
    let part = CallPart::new_unless_known(&line, Some(handle), true);
    let part = part.unwrap().unwrap();
    states::changed(&part, State::Connected, Cause::None);
    calls::adopt(&part, &engine, State::Offering);
    assert_eq!(part.lock().state, LINECALLSTATE_CONNECTED);
}

#[test]
fn nothing_is_told_of_a_handle_that_was_let_go_of() {
    let mut program = Program::new();
    let call = program.connected();
    // Whoever tells has found it before.
    let part = registry::call(call).unwrap();
    ending::deallocate(call).unwrap();
    program.flush();
    program.forget();
    states::changed(&part, State::Hold, Cause::None);
    states::changed(&part, State::Disconnected, Cause::Normal);
    program.flush();
    assert!(program.states(call).is_empty());
}

#[test]
fn a_line_whose_device_goes_as_it_is_opened_is_not_open() {
    let program = Program::new();
    let app = registry::app(program.app).unwrap();
    // It was looked up before it went, and those that were open on it are closed by now.
    let line = registry::line(program.line).unwrap();
    program.device.engine().remove_line(&program.device);
    assert_eq!(app.device(line.device).err(), Some(Fault(LINEERR_NODEVICE)));
    let opening = opening(line.device);
    let late = line::open_found(&app, line.device, &program.device, &opening);
    assert_eq!(late, Err(Fault(LINEERR_NODEVICE)));
}

#[test]
fn who_finds_a_call_in_vain_does_not_look_on() {
    let mut program = Program::new();
    let (_, line, handle) = found(&mut program);
    let line = registry::line(line).unwrap();
    let engine = handle.call.clone();
    assert_eq!(engine.count_holders(), (1, 1));
    let part = CallPart::new(&line, Some(handle), true).unwrap();
    part.discard_unless_given();
    assert_eq!(engine.count_holders(), (1, 0));
}

#[test]
fn who_finds_a_call_in_vain_that_it_owns_by_now_may_find_it_again() {
    let mut program = Program::new();
    let (call, line, handle) = found(&mut program);
    let line = registry::line(line).unwrap();
    let engine = handle.call.clone();
    let part = CallPart::new(&line, Some(handle.clone()), true).unwrap();
    handle.set_privilege(Privilege::Owner).unwrap();
    part.discard_unless_given();
    ending::deallocate(call).unwrap();
    assert!(engine.is_up());
    assert_eq!(engine.count_holders(), (1, 0));
}
