//! Hold from both sides, with telephones that were made without us.

mod support;

use support::baresip::Baresip;
use support::linphone::Linphone;
use support::phone::Phone;
use tapi3::engine::{Cause, DropReason, State};

#[test]
fn baresip_is_held_and_taken_back() {
    let phone = Phone::open("");
    let mut peer = Baresip::start(";answermode=auto");
    let call = phone.dial(peer.port);
    phone.expect(&call, State::Connected);
    peer.expect("CALL_ESTABLISHED");
    call.hold().unwrap();
    phone.expect(&call, State::Hold);
    peer.expect("CALL_REMOTE_SDP");
    call.unhold().unwrap();
    phone.expect(&call, State::Connected);
    peer.expect("CALL_REMOTE_SDP");
    call.disconnect(DropReason::Normal).unwrap();
    peer.expect("CALL_CLOSED");
}

#[test]
fn a_held_call_can_be_ended_by_either_side() {
    for we_do in [true, false] {
        let phone = Phone::open("");
        let mut peer = Baresip::start("");
        peer.command("dial", &format!("sip:alice@127.0.0.1:{}", phone.port));
        let call = phone.incoming();
        call.answer().unwrap();
        peer.expect("CALL_ESTABLISHED");
        phone.expect(&call, State::Connected);
        call.hold().unwrap();
        phone.expect(&call, State::Hold);
        if we_do {
            call.disconnect(DropReason::Normal).unwrap();
            peer.expect("CALL_CLOSED");
        } else {
            peer.command("hangup", "");
        }
        assert_eq!(phone.expect_end(&call), Cause::Normal);
    }
}

#[test]
fn two_calls_are_swapped() {
    let phone = Phone::open("");
    let mut peers = [(); 2].map(|()| Baresip::start(";answermode=auto"));
    let [first, second] = &mut peers;
    let one = phone.dial(first.port);
    phone.expect(&one, State::Connected);
    one.hold().unwrap();
    phone.expect(&one, State::Hold);
    first.expect("CALL_REMOTE_SDP");
    let other = phone.dial(second.port);
    phone.expect(&other, State::Connected);
    other.swap(&one).unwrap();
    support::until("the calls are swapped", || {
        one.call.state() == State::Connected && other.call.state() == State::Hold
    });
    for (call, peer) in [(one, first), (other, second)] {
        call.disconnect(DropReason::Normal).unwrap();
        peer.expect("CALL_CLOSED");
    }
}

#[test]
fn linphone_is_held_and_taken_back() {
    let phone = Phone::open("");
    let mut peer = Linphone::start();
    let call = phone.dial(peer.port);
    peer.expect("incoming call");
    peer.command("answer");
    phone.expect(&call, State::Connected);
    peer.expect("Media streams established");
    call.hold().unwrap();
    phone.expect(&call, State::Hold);
    peer.expect("paused by");
    call.unhold().unwrap();
    phone.expect(&call, State::Connected);
    peer.expect("Media streams established");
    call.disconnect(DropReason::Normal).unwrap();
    peer.expect("ended");
}
