//! Calls over TCP, from and to peers that were made without us.

mod support;

use std::process::Stdio;
use support::baresip::Baresip;
use support::kamailio::Kamailio;
use support::linphone::Linphone;
use support::phone::Phone;
use support::sipp::Sipp;
use support::{child, free_port};
use tapi3::engine::{Cause, DropReason, State};

const TCP: &str = "transport = 'tcp'";

#[test]
fn sipp_is_called_and_calls() {
    let phone = Phone::open(TCP);
    let peer = Sipp::called_by_tcp("answers", &[]);
    let call = phone.dial(peer.port);
    phone.expect(&call, State::Connected);
    call.disconnect(DropReason::Normal).unwrap();
    peer.passed();
    let peer = Sipp::caller_by_tcp("calls_and_hangs_up", phone.port, &[]);
    let call = phone.incoming();
    call.answer().unwrap();
    assert_eq!(phone.expect_end(&call), Cause::Normal);
    peer.passed();
    let peer = Sipp::caller_by_tcp("calls_and_cancels", phone.port, &[]);
    let call = phone.incoming();
    assert_eq!(phone.expect_end(&call), Cause::Cancelled);
    peer.passed();
}

#[test]
fn a_destination_says_that_it_wants_tcp() {
    let phone = Phone::open("");
    let peer = Sipp::called_by_tcp("answers", &[]);
    let call = phone.call(&format!("sip:bob@127.0.0.1:{};transport=tcp", peer.port));
    call.connect(false).unwrap();
    phone.expect(&call, State::Connected);
    call.disconnect(DropReason::Normal).unwrap();
    peer.passed();
}

#[test]
fn a_peer_that_closes_its_connection_can_still_be_hung_up_on() {
    let phone = Phone::open(TCP);
    // Baresip opens a connection of its own for each call that it makes.
    let mut peer = Baresip::start("");
    let us = format!("sip:alice@127.0.0.1:{};transport=tcp", phone.port);
    for _ in 0..2 {
        peer.command("dial", &us);
        let call = phone.incoming();
        call.answer().unwrap();
        peer.expect("CALL_ESTABLISHED");
        call.disconnect(DropReason::Normal).unwrap();
        peer.expect("CALL_CLOSED");
    }
}

#[test]
fn baresip_answers_and_either_end_hangs_up() {
    let phone = Phone::open(TCP);
    let mut peer = Baresip::start(";answermode=auto");
    for we_do in [true, false] {
        let call = phone.dial(peer.port);
        phone.expect(&call, State::Connected);
        peer.expect("CALL_ESTABLISHED");
        if we_do {
            call.disconnect(DropReason::Normal).unwrap();
            peer.expect("CALL_CLOSED");
        } else {
            peer.command("hangup", "");
        }
        assert_eq!(phone.expect(&call, State::Disconnected), Cause::Normal);
    }
}

#[test]
fn linphone_calls_and_is_called() {
    let phone = Phone::open(TCP);
    let mut peer = Linphone::listening("sip_tcp_port", "");
    let call = phone.dial(peer.port);
    peer.expect("incoming call");
    peer.command("answer");
    phone.expect(&call, State::Connected);
    call.disconnect(DropReason::Normal).unwrap();
    peer.expect("ended");
    peer.command(&format!(
        "call sip:alice@127.0.0.1:{};transport=tcp",
        phone.port
    ));
    let call = phone.incoming();
    peer.expect("ringing");
    call.answer().unwrap();
    peer.expect("Media streams established");
    peer.command("terminate");
    assert_eq!(phone.expect_end(&call), Cause::Normal);
}

#[test]
fn a_line_registers_with_kamailio_and_is_called_there() {
    let server = Kamailio::start("MD5");
    let lines = ["alice", "carol"].map(|user| {
        let port = free_port();
        let phone = Phone::with(port, &format!("{}{TCP}", server.line(user, port)));
        server.expect(&format!("{user} is here by tcp"), 1);
        phone
    });
    let [alice, carol] = lines;
    let call = alice.call("carol");
    call.connect(false).unwrap();
    let taken = carol.incoming();
    taken.answer().unwrap();
    alice.expect(&call, State::Connected);
    server.expect("INVITE for carol by tcp", 1);
    taken.disconnect(DropReason::Normal).unwrap();
    assert_eq!(alice.expect_end(&call), Cause::Normal);
    server.expect("routed BYE", 1);
}

#[test]
fn sipsak_is_answered() {
    let phone = Phone::open(TCP);
    let status = child::command("sipsak")
        .args(["--transport=tcp", "-s"])
        .arg(format!("sip:alice@127.0.0.1:{}", phone.port))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .status()
        .expect("this test needs sipsak: apt-get install sipsak");
    assert!(status.success());
}
