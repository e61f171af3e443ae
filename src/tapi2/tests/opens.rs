//! What others are told of lines that are opened and closed.

use super::scripted::{Program, Seen, open};
use crate::tapi2::abi::*;
use crate::tapi2::text::Form;
use crate::tapi2::{line, opens, registry, status};
use std::mem::offset_of;
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

#[test]
fn a_line_out_of_service_names_no_way_to_begin_a_call() {
    let program = Program::on_line_with(|features| {
        features.pickup = true;
        features.unpark = true;
    });
    let named =
        |image: Vec<u8>, at: usize| u32::from_ne_bytes(*image[at..].first_chunk::<4>().unwrap());
    let of_both = || {
        let line = status::of_line(program.line, Ok(4096), Form::Bytes).unwrap();
        let address = status::of_address(program.line, 0, Ok(4096), Form::Bytes).unwrap();
        let at = offset_of!(LINEADDRESSSTATUS, dwAddressFeatures);
        (
            named(line, offset_of!(LINEDEVSTATUS, dwLineFeatures)),
            named(address, at),
        )
    };
    let calls = LINEADDRFEATURE_MAKECALL | LINEADDRFEATURE_PICKUP | LINEADDRFEATURE_UNPARK;
    let (line, address) = of_both();
    assert_ne!(line & LINEFEATURE_MAKECALL, 0);
    assert_eq!(address & calls, calls);
    program.device.set_in_service(false);
    let (line, address) = of_both();
    assert_eq!(line & LINEFEATURE_MAKECALL, 0);
    assert_eq!(address & calls, 0);
    program.device.set_in_service(true);
}
