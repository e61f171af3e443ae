//! What others are told of lines that are opened and closed.

use super::scripted::{Program, Seen, open};
use crate::tapi2::abi::*;
use crate::tapi2::{line, opens, registry};
use std::sync::atomic::Ordering;

#[test]
fn a_line_that_is_closed_as_it_is_opened_is_not_told_to_be_open() {
    let mut program = Program::new();
    let other = Program::new();
    let states = LINEDEVSTATE_OPEN | LINEDEVSTATE_CLOSE;
    let own = registry::line(program.line).unwrap();
    own.line_states.store(states, Ordering::Relaxed);
    let late = open(other.app, &program.device).unwrap();
    let opened = registry::line(late).unwrap();
    line::close(late).unwrap();
    let told = |state| move |seen: &Seen| seen.id == LINE_LINEDEVSTATE && seen.first == state;
    program.wait_for(told(LINEDEVSTATE_OPEN));
    program.wait_for(told(LINEDEVSTATE_CLOSE));
    program.forget();
    // The thread that opened it comes to this only now.
    opens::tell_others(&opened, LINEDEVSTATE_OPEN);
    program.flush();
    assert!(!program.has(told(LINEDEVSTATE_OPEN)));
}
