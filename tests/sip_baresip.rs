//! Calls between a SIP line and baresip, a telephone that was made without us.

mod support;

use support::baresip::Baresip;
use support::phone::Phone;
use tapi3::engine::{Cause, DropReason, PartyId, State};

#[test]
fn baresip_answers_and_we_hang_up() {
    let phone = Phone::open("");
    let mut peer = Baresip::start(";answermode=auto");
    let call = phone.dial(peer.port);
    phone.expect(&call, State::Connected);
    peer.expect("CALL_ESTABLISHED");
    call.disconnect(DropReason::Normal).unwrap();
    assert_eq!(phone.expect(&call, State::Disconnected), Cause::Normal);
    peer.expect("CALL_CLOSED");
}

#[test]
fn baresip_answers_and_hangs_up() {
    let phone = Phone::open("");
    let mut peer = Baresip::start(";answermode=auto");
    let call = phone.dial(peer.port);
    phone.expect(&call, State::Connected);
    peer.expect("CALL_ESTABLISHED");
    peer.command("hangup", "");
    assert_eq!(phone.expect(&call, State::Disconnected), Cause::Normal);
}

#[test]
fn we_give_up_while_baresip_rings() {
    let phone = Phone::open("");
    let mut peer = Baresip::start("");
    let call = phone.dial(peer.port);
    peer.expect("CALL_INCOMING");
    call.disconnect(DropReason::Normal).unwrap();
    assert_eq!(phone.expect(&call, State::Disconnected), Cause::Cancelled);
    peer.expect("CALL_CLOSED");
}

#[test]
fn baresip_refuses() {
    let phone = Phone::open("");
    let mut peer = Baresip::start("");
    let call = phone.dial(peer.port);
    peer.expect("CALL_INCOMING");
    peer.command("hangup", "");
    assert_eq!(phone.expect(&call, State::Disconnected), Cause::Busy);
}

#[test]
fn baresip_calls_and_either_side_hangs_up() {
    for we_do in [true, false] {
        let phone = Phone::open("");
        let mut peer = Baresip::start("");
        peer.command("dial", &format!("sip:alice@127.0.0.1:{}", phone.port));
        let call = phone.incoming();
        phone.expect(&call, State::Offering);
        let caller = call.call.party(PartyId::Caller).unwrap();
        assert_eq!(caller.number, "bob");
        peer.expect("CALL_RINGING");
        call.answer().unwrap();
        peer.expect("CALL_ESTABLISHED");
        if we_do {
            call.disconnect(DropReason::Normal).unwrap();
            peer.expect("CALL_CLOSED");
        } else {
            peer.command("hangup", "");
        }
        phone.expect(&call, State::Connected);
        assert_eq!(phone.expect(&call, State::Disconnected), Cause::Normal);
    }
}

#[test]
fn baresip_holds_the_call_and_takes_it_back() {
    let phone = Phone::open("");
    let mut peer = Baresip::start(";answermode=auto");
    let call = phone.dial(peer.port);
    phone.expect(&call, State::Connected);
    peer.expect("CALL_ESTABLISHED");
    for command in ["hold", "resume"] {
        peer.command(command, "");
        peer.expect("CALL_REMOTE_SDP");
    }
    assert_eq!(call.call.state(), State::Connected);
    call.disconnect(DropReason::Normal).unwrap();
    peer.expect("CALL_CLOSED");
}

#[test]
fn baresip_calls_and_is_refused_or_gives_up() {
    let phone = Phone::open("");
    let mut peer = Baresip::start("");
    let us = format!("sip:alice@127.0.0.1:{}", phone.port);
    peer.command("dial", &us);
    let call = phone.incoming();
    call.disconnect(DropReason::Rejected).unwrap();
    assert_eq!(phone.expect(&call, State::Disconnected), Cause::Rejected);
    peer.expect("CALL_CLOSED");
    peer.command("dial", &us);
    let call = phone.incoming();
    peer.expect("CALL_RINGING");
    peer.command("hangup", "");
    assert_eq!(phone.expect(&call, State::Disconnected), Cause::Cancelled);
}
