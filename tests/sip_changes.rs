//! Changes of calls that are up: hold, swap, and what becomes of them when the far end does not agree.

mod support;

use support::phone::Phone;
use support::script::{Message, Script};
use tapi3::engine::{CallHandle, State};

/// A call from one phone to another, that is up at both ends.
fn talk(from: &Phone, to: &Phone) -> (CallHandle, CallHandle) {
    let call = from.call(&format!("sip:alice@127.0.0.1:{}", to.port));
    call.connect(false).unwrap();
    let far = to.incoming();
    far.answer().unwrap();
    from.expect(&call, State::Connected);
    to.expect(&far, State::Connected);
    (call, far)
}

/// A call to a script, that is up.
fn talk_to(phone: &Phone, peer: &Script) -> CallHandle {
    let call = phone.dial(peer.port);
    peer.accept(&peer.find("INVITE"), "s");
    phone.expect(&call, State::Connected);
    peer.find("ACK");
    call
}

/// Whether an INVITE puts on hold: no sound is wanted any more.
fn holds(invite: &Message) -> bool {
    let all = ["a=sendonly", "a=inactive"];
    all.iter()
        .any(|line| invite.text.contains(&format!("\r\n{line}\r\n")))
}

#[test]
fn a_call_is_held_and_taken_back() {
    let (phone, other) = (Phone::open(""), Phone::open(""));
    let (call, far) = talk(&phone, &other);
    for _ in 0..2 {
        call.hold().unwrap();
        phone.expect(&call, State::Hold);
        call.unhold().unwrap();
        phone.expect(&call, State::Connected);
    }
    // Both may want it at the same time: each has its own hold.
    std::thread::scope(|scope| {
        let ours = scope.spawn(|| call.hold());
        let theirs = scope.spawn(|| far.hold());
        ours.join().unwrap().unwrap();
        theirs.join().unwrap().unwrap();
    });
    assert_eq!(
        (call.call.state(), far.call.state()),
        (State::Hold, State::Hold)
    );
    far.unhold().unwrap();
    call.unhold().unwrap();
    assert_eq!(
        (call.call.state(), far.call.state()),
        (State::Connected, State::Connected)
    );
}

#[test]
fn two_calls_are_swapped() {
    let (phone, one, two) = (Phone::open(""), Phone::open(""), Phone::open(""));
    let (first, _) = talk(&phone, &one);
    first.hold().unwrap();
    let (second, _) = talk(&phone, &two);
    second.swap(&first).unwrap();
    assert_eq!(
        (first.call.state(), second.call.state()),
        (State::Connected, State::Hold)
    );
    first.swap(&second).unwrap();
    assert_eq!(
        (first.call.state(), second.call.state()),
        (State::Hold, State::Connected)
    );
}

#[test]
fn a_hold_that_the_far_end_refuses_changes_nothing() {
    let (phone, peer) = (Phone::open(""), Script::new());
    let call = talk_to(&phone, &peer);
    std::thread::scope(|scope| {
        let holding = scope.spawn(|| call.hold());
        let change = peer.find("INVITE");
        assert!(holds(&change), "{}", change.text);
        peer.answer(&change, "488 Not Acceptable Here", "", "", "");
        let error = holding.join().unwrap().unwrap_err();
        assert!(
            error.to_string().contains("488 Not Acceptable Here"),
            "{error}"
        );
    });
    assert_eq!(call.call.state(), State::Connected);
}

#[test]
fn a_swap_whose_second_half_fails_leaves_the_calls_as_they_were() {
    let (phone, peer, other) = (Phone::open(""), Script::new(), Script::new());
    let held = talk_to(&phone, &peer);
    std::thread::scope(|scope| {
        let holding = scope.spawn(|| held.hold());
        peer.accept(&peer.find("INVITE"), "s");
        holding.join().unwrap().unwrap();
    });
    let active = talk_to(&phone, &other);
    std::thread::scope(|scope| {
        let swapping = scope.spawn(|| active.swap(&held));
        let hold = other.find("INVITE");
        assert!(holds(&hold), "{}", hold.text);
        other.accept(&hold, "s");
        let resume = peer.find("INVITE");
        assert!(!holds(&resume), "{}", resume.text);
        peer.answer(&resume, "488 Not Acceptable Here", "", "", "");
        let error = swapping.join().unwrap().unwrap_err();
        assert!(error.to_string().contains("488"), "{error}");
    });
    // The one that was put on hold for it is taken back.
    let back = other.find("INVITE");
    assert!(!holds(&back), "{}", back.text);
    other.accept(&back, "s");
    other.find("ACK");
    assert_eq!(
        (held.call.state(), active.call.state()),
        (State::Hold, State::Connected)
    );
    // And is as before.
    std::thread::scope(|scope| {
        let holding = scope.spawn(|| active.hold());
        other.accept(&other.find("INVITE"), "s");
        holding.join().unwrap().unwrap();
    });
}
