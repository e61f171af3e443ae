//! Calls that go on with somebody else: transfers from here and from outside, between lines of ours.

mod support;

use support::phone::Phone;
use support::script::Script;
use tapi3::engine::{CallHandle, Cause, DropReason, FinishMode, PartyId, State};

fn address(phone: &Phone) -> String {
    format!("sip:alice@127.0.0.1:{}", phone.port)
}

/// A call from one phone to another, that is up at both ends.
fn talk(from: &Phone, to: &Phone) -> (CallHandle, CallHandle) {
    let call = from.call(&address(to));
    call.connect(false).unwrap();
    let far = to.incoming();
    far.answer().unwrap();
    from.expect(&call, State::Connected);
    to.expect(&far, State::Connected);
    (call, far)
}

#[test]
fn a_blind_transfer_joins_the_other_two() {
    let (phone, other) = (Phone::open(""), Phone::open(""));
    let port = support::free_port();
    let text = format!("uri = 'sip:carol@127.0.0.1'\nlisten = '127.0.0.1:{port}'");
    let third = Phone::with(port, &text);
    let (call, far) = talk(&phone, &other);
    std::thread::scope(|scope| {
        let carol = format!("sip:carol@127.0.0.1:{port}");
        let moving = scope.spawn(move || call.blind_transfer(&carol).map(|()| call));
        let new = third.incoming();
        new.answer().unwrap();
        let call = moving.join().unwrap().unwrap();
        assert_eq!(phone.expect_end(&call), Cause::Normal);
        // For the one who was sent it is the same call.
        assert_eq!(far.call.state(), State::Connected);
        support::until("the other knows with whom", || {
            far.call.party(PartyId::Connected).unwrap().number == "carol"
        });
        new.disconnect(DropReason::Normal).unwrap();
        assert_eq!(other.expect_end(&far), Cause::Normal);
    });
}

#[test]
fn a_transfer_that_is_not_wanted_leaves_the_call_as_it_was() {
    let phone = Phone::open("");
    let stubborn = Phone::open("follow_transfers = false");
    let (call, far) = talk(&phone, &stubborn);
    let error = call.blind_transfer("1002").unwrap_err();
    assert!(error.to_string().contains("603"), "{error}");
    assert_eq!(
        (call.call.state(), far.call.state()),
        (State::Connected, State::Connected)
    );
    // It can be done with afterwards what could be done before.
    call.hold().unwrap();
    call.unhold().unwrap();
}

#[test]
fn a_transfer_to_somebody_who_refuses_leaves_the_call_as_it_was() {
    let (phone, other, third) = (Phone::open(""), Phone::open(""), Phone::open(""));
    let (call, far) = talk(&phone, &other);
    std::thread::scope(|scope| {
        let moving = scope.spawn(|| call.blind_transfer(&address(&third)));
        third.incoming().disconnect(DropReason::Rejected).unwrap();
        let error = moving.join().unwrap().unwrap_err();
        assert!(error.to_string().contains("603"), "{error}");
    });
    assert_eq!(
        (call.call.state(), far.call.state()),
        (State::Connected, State::Connected)
    );
}

#[test]
fn an_attended_transfer_joins_the_other_two() {
    let (phone, other, third) = (Phone::open(""), Phone::open(""), Phone::open(""));
    let (original, far) = talk(&phone, &other);
    let consult = phone.call(&address(&third));
    original.transfer(&consult, false).unwrap();
    let asked = third.incoming();
    asked.answer().unwrap();
    phone.expect(&consult, State::Connected);
    consult.finish(FinishMode::Transfer).unwrap();
    assert_eq!(phone.expect_end(&original), Cause::Normal);
    assert_eq!(phone.expect_end(&consult), Cause::Normal);
    // Both talk on, with each other (RFC 3891): one hangs up, and the other knows.
    assert_eq!(
        (far.call.state(), asked.call.state()),
        (State::Connected, State::Connected)
    );
    assert!(third.line.calls().unwrap().len() == 1 && other.line.calls().unwrap().len() == 1);
    asked.disconnect(DropReason::Normal).unwrap();
    assert_eq!(other.expect_end(&far), Cause::Normal);
}

#[test]
fn a_call_from_outside_takes_the_place_of_one_that_it_names() {
    let (phone, peer) = (Phone::open(""), Script::new());
    let call = phone.dial(peer.port);
    let invite = peer.find("INVITE");
    peer.accept(&invite, "old");
    phone.expect(&call, State::Connected);
    // Somebody else whom the peer has sent here.
    let new = Script::new();
    let replaces = |tag: &str| {
        let from = invite.header("From");
        let (_, ours) = from.split_once(";tag=").unwrap();
        let call_id = invite.header("Call-ID");
        format!("Replaces: {call_id};to-tag={ours};from-tag={tag}\r\n")
    };
    let stranger = Script::new();
    stranger.invite(phone.port, &replaces("wrong"));
    stranger.find("481");
    assert_eq!(call.call.state(), State::Connected);
    new.invite(phone.port, &replaces("old"));
    let answer = new.find("200");
    new.ack(&answer);
    let bye = peer.find("BYE");
    peer.answer(&bye, "200 OK", "", "", "");
    assert_eq!(call.call.state(), State::Connected);
    assert_eq!(phone.line.calls().unwrap().len(), 1);
    call.disconnect(DropReason::Normal).unwrap();
    new.find("BYE");
}
