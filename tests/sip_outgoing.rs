//! Calls that a SIP line places, against SIPp.

mod support;

use support::phone::Phone;
use support::sipp::Sipp;
use tapi3::engine::{DropReason, State};

#[test]
fn a_call_is_placed_answered_and_hung_up() {
    let phone = Phone::open("");
    let peer = Sipp::called("answers", &[]);
    let call = phone.dial(peer.port);
    phone.expect(&call, State::Connected);
    call.disconnect(DropReason::Normal).unwrap();
    peer.passed();
}
