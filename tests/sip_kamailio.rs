//! Lines that register with Kamailio by digest, and calls through it, along its record-route.

mod support;

use support::baresip::Baresip;
use support::free_port;
use support::kamailio::{DOMAIN, Kamailio};
use support::phone::Phone;
use tapi3::engine::{Cause, DropReason, PartyId, State};

/// A line of ours that is registered.
fn line(server: &Kamailio, user: &str) -> Phone {
    let port = free_port();
    let phone = Phone::with(port, &server.line(user, port));
    server.expect(&format!("{user} is here by udp"), 1);
    phone.expect_service(true);
    phone
}

#[test]
fn a_line_registers_and_goes_with_either_algorithm() {
    for algorithm in ["MD5", "SHA-256"] {
        let server = Kamailio::start(algorithm);
        let phone = line(&server, "alice");
        assert!(phone.close() < support::DEADLINE);
        server.expect("alice is gone", 1);
    }
}

#[test]
fn a_line_with_a_wrong_password_is_out_of_service() {
    let server = Kamailio::start("MD5");
    let port = free_port();
    let settings = server.line("alice", port).replace("'secret'", "'guess'");
    let phone = Phone::with(port, &settings);
    phone.expect_service(false);
    drop(phone);
    assert_eq!(server.said("alice is here by udp"), 0);
}

#[test]
fn lines_call_each_other_with_sha_256() {
    let server = Kamailio::start("SHA-256");
    let (alice, carol) = (line(&server, "alice"), line(&server, "carol"));
    let call = alice.call("carol");
    call.connect(false).unwrap();
    let taken = carol.incoming();
    let caller = taken.call.party(PartyId::Caller).unwrap();
    assert_eq!(caller.number, "alice");
    taken.answer().unwrap();
    alice.expect(&call, State::Connected);
    call.disconnect(DropReason::Normal).unwrap();
    assert_eq!(carol.expect_end(&taken), Cause::Normal);
    server.expect("routed BYE", 1);
}

#[test]
fn a_line_is_reached_at_the_address_of_its_device() {
    let server = Kamailio::start("MD5");
    let port = free_port();
    let instance = "instance = 'urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6'\n";
    let alice = Phone::with(port, &(server.line("alice", port) + instance));
    alice.expect_service(true);
    let carol = line(&server, "carol");
    // What the far end asks of a call goes to the device, whoever has called.
    let call = alice.call("carol");
    call.connect(false).unwrap();
    let taken = carol.incoming();
    taken.answer().unwrap();
    alice.expect(&call, State::Connected);
    taken.disconnect(DropReason::Normal).unwrap();
    assert_eq!(alice.expect_end(&call), Cause::Normal);
    server.expect("BYE for a device", 1);
    let call = carol.call("alice");
    call.connect(false).unwrap();
    let taken = alice.incoming();
    taken.answer().unwrap();
    carol.expect(&call, State::Connected);
    server.expect("ACK for a device", 1);
    call.disconnect(DropReason::Normal).unwrap();
    assert_eq!(alice.expect_end(&taken), Cause::Normal);
    server.expect("BYE for a device", 2);
    assert!(alice.close() < support::DEADLINE);
    server.expect("alice is gone", 1);
}

#[test]
fn we_call_and_either_end_hangs_up() {
    let server = Kamailio::start("MD5");
    let phone = line(&server, "alice");
    let mut peer = Baresip::registered(DOMAIN, server.port, ";answermode=auto");
    server.expect("bob is here by udp", 1);
    for (times, we_do) in [(1, true), (2, false)] {
        let call = phone.call(&format!("sip:bob@{DOMAIN}"));
        call.connect(false).unwrap();
        phone.expect(&call, State::Connected);
        peer.expect("CALL_ESTABLISHED");
        if we_do {
            call.disconnect(DropReason::Normal).unwrap();
            peer.expect("CALL_CLOSED");
        } else {
            peer.command("hangup", "");
        }
        assert_eq!(phone.expect(&call, State::Disconnected), Cause::Normal);
        server.expect("routed ACK", times);
        server.expect("routed BYE", times);
    }
}

#[test]
fn we_are_called_and_either_end_hangs_up() {
    let server = Kamailio::start("MD5");
    let phone = line(&server, "alice");
    let mut peer = Baresip::registered(DOMAIN, server.port, "");
    server.expect("bob is here by udp", 1);
    for (times, we_do) in [(1, true), (2, false)] {
        peer.command("dial", &format!("sip:alice@{DOMAIN}"));
        let call = phone.incoming();
        call.answer().unwrap();
        peer.expect("CALL_ESTABLISHED");
        phone.expect(&call, State::Connected);
        server.expect("routed ACK", times);
        if we_do {
            call.disconnect(DropReason::Normal).unwrap();
            peer.expect("CALL_CLOSED");
        } else {
            peer.command("hangup", "");
        }
        assert_eq!(phone.expect(&call, State::Disconnected), Cause::Normal);
        server.expect("routed BYE", times);
    }
}

#[test]
fn a_call_that_is_given_up_is_cancelled_through_the_server() {
    let server = Kamailio::start("MD5");
    let phone = line(&server, "alice");
    let mut peer = Baresip::registered(DOMAIN, server.port, "");
    server.expect("bob is here by udp", 1);
    let call = phone.call("bob");
    call.connect(false).unwrap();
    peer.expect("CALL_INCOMING");
    call.disconnect(DropReason::Normal).unwrap();
    assert_eq!(phone.expect(&call, State::Disconnected), Cause::Cancelled);
    peer.expect("CALL_CLOSED");
    // And the other way.
    peer.command("dial", &format!("sip:alice@{DOMAIN}"));
    let call = phone.incoming();
    peer.expect("CALL_RINGING");
    peer.command("hangup", "");
    assert_eq!(phone.expect(&call, State::Disconnected), Cause::Cancelled);
    server.expect("cancelled", 2);
}

#[test]
fn a_called_party_that_nobody_has_is_a_bad_address() {
    let server = Kamailio::start("MD5");
    let phone = line(&server, "alice");
    let call = phone.call("nobody");
    call.connect(false).unwrap();
    assert_eq!(phone.expect_end(&call), Cause::BadAddress);
}

#[test]
fn of_two_telephones_that_ring_one_answers() {
    let server = Kamailio::start("MD5");
    let phone = line(&server, "alice");
    let mut peers = [(); 2].map(|()| Baresip::registered(DOMAIN, server.port, ""));
    server.expect("bob is here by udp", 2);
    let [one, other] = &mut peers;
    let call = phone.call("bob");
    call.connect(false).unwrap();
    one.expect("CALL_INCOMING");
    other.expect("CALL_INCOMING");
    other.command("accept", "");
    other.expect("CALL_ESTABLISHED");
    one.expect("CALL_CLOSED");
    phone.expect(&call, State::Connected);
    call.disconnect(DropReason::Normal).unwrap();
    assert_eq!(phone.expect(&call, State::Disconnected), Cause::Normal);
    other.expect("CALL_CLOSED");
}
