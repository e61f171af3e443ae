//! Transfers with telephones that were made without us: by us, and by them.

mod support;

use support::baresip::Baresip;
use support::linphone::Linphone;
use support::phone::Phone;
use support::until;
use tapi3::engine::{DropReason, State};

/// Ends whatever call the line still has.
fn hang_up(phone: &Phone) {
    for call in phone.line.calls().unwrap() {
        let handle = tapi3::engine::CallHandle {
            call,
            client: phone.client.clone(),
        };
        let _ = handle.attach();
        let _ = handle.disconnect(DropReason::Normal);
    }
    until("no call is left", || {
        let calls = phone.line.calls().unwrap();
        calls.iter().all(|call| call.state() == State::Disconnected)
    });
}

#[test]
fn baresip_is_sent_to_another() {
    let phone = Phone::open("");
    let mut bob = Baresip::start(";answermode=auto");
    let mut carol = Baresip::start(";answermode=auto");
    let call = phone.dial(bob.port);
    phone.expect(&call, State::Connected);
    bob.expect("CALL_ESTABLISHED");
    call.blind_transfer(&format!("sip:bob@127.0.0.1:{}", carol.port))
        .unwrap();
    bob.expect("TRANSFER");
    carol.expect("CALL_ESTABLISHED");
    phone.expect_end(&call);
    // The two talk without us.
    carol.command("hangup", "");
    carol.expect("CALL_CLOSED");
}

#[test]
fn linphone_is_sent_to_another() {
    let phone = Phone::open("");
    let (mut bob, mut carol) = (Linphone::start(), Linphone::start());
    bob.command(&format!("call sip:alice@127.0.0.1:{}", phone.port));
    let call = phone.incoming();
    call.answer().unwrap();
    bob.expect("Media streams established");
    phone.expect(&call, State::Connected);
    let to = format!("sip:bob@127.0.0.1:{}", carol.port);
    std::thread::scope(|scope| {
        let sent = scope.spawn(|| call.blind_transfer(&to));
        carol.expect("incoming call");
        carol.command("answer");
        carol.expect("Media streams established");
        sent.join().unwrap().unwrap();
    });
    phone.expect_end(&call);
    carol.command("terminate");
    carol.expect("ended");
}

#[test]
fn a_transfer_to_nobody_leaves_the_call_with_us() {
    let phone = Phone::open("");
    let mut bob = Baresip::start(";answermode=auto");
    let call = phone.dial(bob.port);
    phone.expect(&call, State::Connected);
    bob.expect("CALL_ESTABLISHED");
    let carol = support::sipp::Sipp::called("refuses", &[("status", "404 Not Found")]);
    let to = format!("sip:bob@127.0.0.1:{}", carol.port);
    // Whether it fails at once or is taken back afterwards: the call is still there.
    let _ = call.blind_transfer(&to);
    carol.passed();
    until("the call is with us", || {
        matches!(call.call.state(), State::Connected | State::Hold)
    });
    call.disconnect(DropReason::Normal).unwrap();
    bob.expect("CALL_CLOSED");
}

#[test]
fn baresip_sends_us_to_another() {
    let phone = Phone::open("");
    let mut bob = Baresip::start(";answermode=auto");
    let mut carol = Baresip::start(";answermode=auto");
    let call = phone.dial(bob.port);
    phone.expect(&call, State::Connected);
    bob.expect("CALL_ESTABLISHED");
    bob.command("transfer", &format!("sip:bob@127.0.0.1:{}", carol.port));
    carol.expect("CALL_ESTABLISHED");
    bob.expect("CALL_CLOSED");
    hang_up(&phone);
    carol.expect("CALL_CLOSED");
}

#[test]
fn a_line_that_follows_nobody_refuses_to_be_sent() {
    let phone = Phone::open("follow_transfers = false");
    let mut bob = Baresip::start(";answermode=auto");
    let carol = Baresip::start(";answermode=auto");
    let call = phone.dial(bob.port);
    phone.expect(&call, State::Connected);
    bob.expect("CALL_ESTABLISHED");
    bob.command("transfer", &format!("sip:bob@127.0.0.1:{}", carol.port));
    // What it does with the call then is its own affair.
    bob.expect("TRANSFER_FAILED");
    assert_eq!(phone.line.calls().unwrap().len(), 1);
    hang_up(&phone);
}
