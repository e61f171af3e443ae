//! Calls between a SIP line and linphone, a telephone that was made without us.

mod support;

use support::linphone::Linphone;
use support::phone::Phone;
use tapi3::engine::{Cause, DropReason, State};

#[test]
fn linphone_answers_and_either_end_hangs_up() {
    let phone = Phone::open("");
    let mut peer = Linphone::start();
    for we_do in [true, false] {
        let call = phone.dial(peer.port);
        peer.expect("incoming call");
        peer.command("answer");
        phone.expect(&call, State::Connected);
        peer.expect("Media streams established");
        if we_do {
            call.disconnect(DropReason::Normal).unwrap();
        } else {
            peer.command("terminate");
        }
        assert_eq!(phone.expect(&call, State::Disconnected), Cause::Normal);
        peer.expect("ended");
    }
}

#[test]
fn linphone_calls_and_either_end_hangs_up() {
    let phone = Phone::open("");
    let mut peer = Linphone::start();
    for we_do in [true, false] {
        peer.command(&format!("call sip:alice@127.0.0.1:{}", phone.port));
        let call = phone.incoming();
        peer.expect("ringing");
        call.answer().unwrap();
        phone.expect(&call, State::Connected);
        peer.expect("Media streams established");
        if we_do {
            call.disconnect(DropReason::Normal).unwrap();
        } else {
            peer.command("terminate");
        }
        assert_eq!(phone.expect(&call, State::Disconnected), Cause::Normal);
        peer.expect("ended");
    }
}

#[test]
fn a_call_to_linphone_is_refused_or_given_up() {
    let phone = Phone::open("");
    let mut peer = Linphone::start();
    let call = phone.dial(peer.port);
    peer.expect("incoming call");
    peer.command("terminate");
    assert_eq!(phone.expect_end(&call), Cause::Rejected);
    peer.expect("ended");
    let call = phone.dial(peer.port);
    peer.expect("incoming call");
    call.disconnect(DropReason::Normal).unwrap();
    assert_eq!(phone.expect_end(&call), Cause::Cancelled);
    peer.expect("ended");
}

#[test]
fn a_call_from_linphone_is_refused_or_given_up() {
    let phone = Phone::open("");
    let mut peer = Linphone::start();
    let dial = format!("call sip:alice@127.0.0.1:{}", phone.port);
    peer.command(&dial);
    let call = phone.incoming();
    call.disconnect(DropReason::Rejected).unwrap();
    assert_eq!(phone.expect_end(&call), Cause::Rejected);
    peer.expect("declined");
    peer.command(&dial);
    let call = phone.incoming();
    peer.expect("ringing");
    peer.command("terminate");
    assert_eq!(phone.expect_end(&call), Cause::Cancelled);
}
