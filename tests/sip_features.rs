//! What a SIP line does beside calling: it forwards, parks and picks up.

mod support;

use support::phone::Phone;
use support::script::{Message, Script};
use tapi3::engine::{Cause, ErrorKind, Forward, State};

/// LINEFORWARDMODE_UNCOND, _UNCONDINTERNAL, _UNCONDEXTERNAL, _UNCONDSPECIFIC, _BUSY, _NOANSW.
const ALWAYS: u32 = 0x1;
const INTERNAL: u32 = 0x2;
const EXTERNAL: u32 = 0x4;
const ONE_CALLER: u32 = 0x8;
const BUSY: u32 = 0x10;
const NO_ANSWER: u32 = 0x100;

fn forward(mode: u32, caller: Option<&str>) -> Vec<Forward> {
    vec![Forward {
        mode,
        destination: "1002".to_owned(),
        caller: caller.map(str::to_owned),
        rings: 1,
    }]
}

fn is_sent_on(answer: &Message, reason: &str) {
    assert_eq!(answer.header("Contact"), "<sip:1002@127.0.0.1>");
    let diversion = answer.header("Diversion");
    assert!(
        diversion.starts_with("<sip:alice@127.0.0.1>;"),
        "{diversion}"
    );
    assert!(
        diversion.contains(&format!("reason={reason}")),
        "{diversion}"
    );
}

#[test]
fn a_line_that_forwards_sends_callers_on() {
    let phone = Phone::open("");
    phone.line.set_forwarding(forward(ALWAYS, None)).unwrap();
    let peer = Script::new();
    peer.invite(phone.port, "");
    let answer = peer.find("302");
    is_sent_on(&answer, "unconditional");
    peer.ack_refusal(&answer);
    phone.line.set_forwarding(Vec::new()).unwrap();
    let other = Script::new();
    other.invite(phone.port, "");
    phone.incoming();
    other.find("180");
}

#[test]
fn whose_calls_are_forwarded_is_heeded() {
    let phone = Phone::open("");
    for (mode, caller, sent_on) in [
        (INTERNAL, None, "302"),
        (EXTERNAL, None, "180"),
        (ONE_CALLER, Some("nobody"), "180"),
        (ONE_CALLER, Some("carol@example.com"), "180"),
    ] {
        phone.line.set_forwarding(forward(mode, caller)).unwrap();
        let peer = Script::new();
        peer.invite(phone.port, "");
        peer.find(sent_on);
    }
    // A caller is known by what the application sees.
    let peer = Script::new();
    let caller = format!("sip:script@127.0.0.1:{}", peer.port);
    let only = forward(ONE_CALLER, Some(&caller));
    phone.line.set_forwarding(only).unwrap();
    peer.invite(phone.port, "");
    peer.find("302");
}

#[test]
fn a_busy_line_forwards_and_one_that_nobody_answers_too() {
    let phone = Phone::open("");
    phone.line.set_forwarding(forward(BUSY, None)).unwrap();
    phone.line.set_do_not_disturb(true).unwrap();
    let peer = Script::new();
    peer.invite(phone.port, "");
    is_sent_on(&peer.find("302"), "user-busy");
    phone.line.set_do_not_disturb(false).unwrap();
    phone.line.set_forwarding(forward(NO_ANSWER, None)).unwrap();
    let peer = Script::new();
    peer.invite(phone.port, "");
    let call = phone.incoming();
    peer.find("180");
    is_sent_on(&peer.find("302"), "no-answer");
    assert_eq!(phone.expect_end(&call), Cause::NoAnswer);
}

#[test]
fn a_call_that_rings_is_redirected() {
    let phone = Phone::open("");
    let peer = Script::new();
    peer.invite(phone.port, "");
    let call = phone.incoming();
    peer.find("180");
    for nowhere in ["a b@", "sip:1002@h.example\r\nX-Own: 1", "@"] {
        let error = call.redirect(nowhere).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidAddress, "{nowhere:?}");
        assert_eq!(call.call.state(), State::Offering, "it rings on");
    }
    call.redirect("1002").unwrap();
    let answer = peer.find("302");
    is_sent_on(&answer, "deflection");
    peer.ack_refusal(&answer);
    assert_eq!(phone.expect_end(&call), Cause::Normal);
    // Its place on the line is free again, and an answered call is redirected no more.
    let other = Script::new();
    other.invite(phone.port, "");
    let call = phone.incoming();
    call.redirect(&format!("sip:carol@127.0.0.1:{}", peer.port))
        .unwrap();
    let answer = other.find("302");
    let contact = answer.header("Contact");
    assert_eq!(
        contact,
        format!("<sip:carol@127.0.0.1:{}>", peer.port),
        "the destination as it is"
    );
    other.ack_refusal(&answer);
    let last = Script::new();
    last.invite(phone.port, "");
    let call = phone.incoming();
    call.answer().unwrap();
    let error = call.redirect("1002").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidCallState);
    last.find("200");
}

#[test]
fn what_cannot_be_forwarded_is_said_beforehand() {
    let phone = Phone::open("");
    let mut odd = forward(0x10000, None);
    let error = phone.line.set_forwarding(odd.clone()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotSupported);
    odd[0].mode = ALWAYS;
    odd[0].destination = "a b@".to_owned();
    let error = phone.line.set_forwarding(odd).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidAddress);
    assert!(phone.line.with_status(|status| status.forwards.is_empty()));
    phone.line.set_message_waiting(true).unwrap();
    assert!(phone.line.with_status(|status| status.message_waiting));
}

/// A line whose server is a script, and that dials codes.
fn with_codes(server: &Script) -> Phone {
    let port = support::free_port();
    let text = format!(
        "uri = 'sip:alice@127.0.0.1:{}'\nlisten = '127.0.0.1:{port}'\npark_code = '*68'\n\
         unpark_code = '*86'\npickup_code = '**'\ngroup_pickup_code = '*8'",
        server.port
    );
    Phone::with(port, &text)
}

#[test]
fn a_call_is_parked_by_a_transfer_to_its_code() {
    let server = Script::new();
    let phone = with_codes(&server);
    assert!(phone.line.info().features.park_direct);
    assert!(!phone.line.info().features.park_indirect);
    let other = Phone::open("");
    let call = phone.call(&format!("sip:alice@127.0.0.1:{}", other.port));
    call.connect(false).unwrap();
    let far = other.incoming();
    far.answer().unwrap();
    phone.expect(&call, State::Connected);
    std::thread::scope(|scope| {
        let parking = scope.spawn(|| call.park(Some("701")));
        let invite = server.find("INVITE");
        assert!(
            invite.text.starts_with("INVITE sip:*68701@127.0.0.1:"),
            "{}",
            invite.text
        );
        server.accept(&invite, "p");
        assert_eq!(parking.join().unwrap().unwrap(), "701");
    });
    phone.expect_end(&call);
    // The other end is not left alone: it is parked.
    assert_eq!(far.call.state(), State::Connected);
}

#[test]
fn a_parked_or_ringing_call_is_taken_by_its_code() {
    let server = Script::new();
    let phone = with_codes(&server);
    for (destination, group, wanted) in [
        ("701", None, "sip:*86701@"),
        ("22", Some("5"), "sip:**22@"),
        ("", Some("5"), "sip:*85@"),
        ("", None, "sip:*8@"),
    ] {
        let call = phone.call(destination);
        std::thread::scope(|scope| {
            let taking = scope.spawn(|| match destination {
                "701" => call.unpark(),
                _ => call.pickup(group),
            });
            let invite = server.find("INVITE");
            assert!(
                invite.text.starts_with(&format!("INVITE {wanted}")),
                "{}",
                invite.text
            );
            server.ring(&invite);
            server.accept(&invite, "t");
            taking.join().unwrap().unwrap();
        });
        phone.expect(&call, State::Connected);
    }
}

#[test]
fn a_call_that_is_being_taken_may_come_from_elsewhere() {
    let server = Script::new();
    let phone = with_codes(&server);
    let call = phone.call("701");
    std::thread::scope(|scope| {
        let taking = scope.spawn(|| call.unpark());
        let invite = server.find("INVITE");
        let contact = format!("Contact: <sip:script@127.0.0.1:{}>\r\n", server.port);
        server.answer(&invite, "180 Ringing", "t", &contact, "");
        support::until("it rings", || {
            let said = call.call.network_response();
            said.is_some_and(|said| said.code == 180)
        });
        let own_tag = invite.header("From").split_once("tag=").unwrap().1;
        let id = invite.header("Call-ID");
        let other = Script::new();
        other.invite(
            phone.port,
            &format!("Replaces: {id};to-tag={own_tag};from-tag=t\r\n"),
        );
        other.ack(&other.find("200"));
        server.find("CANCEL");
        taking.join().unwrap().unwrap();
        assert_eq!(call.call.state(), State::Connected);
        call.disconnect(tapi3::engine::DropReason::Normal).unwrap();
        other.find("BYE");
    });
}

#[test]
fn a_code_that_the_server_refuses_takes_no_call() {
    let server = Script::new();
    let phone = with_codes(&server);
    let call = phone.call("701");
    std::thread::scope(|scope| {
        let taking = scope.spawn(|| call.unpark());
        let invite = server.find("INVITE");
        server.answer(&invite, "404 Nothing there", "x", "", "");
        let error = taking.join().unwrap().unwrap_err();
        assert!(error.to_string().contains("404 Nothing there"), "{error}");
    });
    let without = Phone::open("");
    let features = &without.line.info().features;
    assert!(!features.park_direct && !features.unpark && !features.pickup);
    let error = without.call("701").unpark().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotSupported);
}

/// What a server tells of the calls of somebody who is watched (RFC 4235).
fn tell(server: &Script, subscribe: &Message, version: u32, dialogs: &str) {
    let body = format!(
        "<?xml version=\"1.0\"?><dialog-info xmlns=\"urn:ietf:params:xml:ns:dialog-info\" \
         version=\"{version}\" state=\"full\" entity=\"sip:bob@127.0.0.1\">{dialogs}</dialog-info>"
    );
    let text = format!(
        "NOTIFY {} SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:{port};branch=z9hG4bKn{version}\r\n\
         From: {};tag=w\r\nTo: {}\r\nCall-ID: {}\r\nCSeq: {version} NOTIFY\r\n\
         Contact: <sip:bob@127.0.0.1:{port}>\r\nMax-Forwards: 70\r\nEvent: dialog\r\n\
         Subscription-State: active;expires=600\r\n\
         Content-Type: application/dialog-info+xml\r\nContent-Length: {}\r\n\r\n{body}",
        subscribe.contact(),
        subscribe.header("To"),
        subscribe.header("From"),
        subscribe.header("Call-ID"),
        body.len(),
        port = server.port,
    );
    server.send(&text, subscribe.from);
}

#[test]
fn a_call_that_rings_with_somebody_who_is_watched_is_picked_up() {
    let server = Script::new();
    let port = support::free_port();
    let at = format!("127.0.0.1:{}", server.port);
    let phone = Phone::with(
        port,
        &format!("uri = 'sip:alice@{at}'\nlisten = '127.0.0.1:{port}'\nwatch = ['sip:bob@{at}']"),
    );
    assert!(phone.line.info().features.pickup);
    let subscribe = server.find("SUBSCRIBE");
    assert!(subscribe.text.starts_with("SUBSCRIBE sip:bob@"));
    assert_eq!(subscribe.header("Event"), "dialog");
    let granted = format!("Expires: 600\r\nContact: <sip:bob@{at}>\r\n");
    server.answer(&subscribe, "200 OK", "w", &granted, "");
    tell(&server, &subscribe, 1, "");
    server.find("200");
    let error = phone.call("bob").pickup(None).unwrap_err();
    assert!(error.to_string().contains("No call rings"), "{error}");
    let ringing = "<dialog id=\"1\" call-id=\"c1\" local-tag=\"l1\" remote-tag=\"r1\" \
                   direction=\"recipient\"><state>early</state></dialog>";
    tell(&server, &subscribe, 2, ringing);
    server.find("200");
    for destination in ["bob", ""] {
        let call = phone.call(destination);
        std::thread::scope(|scope| {
            let taking = scope.spawn(|| call.pickup(None));
            let invite = server.find("INVITE");
            assert!(
                invite.text.starts_with("INVITE sip:bob@"),
                "{}",
                invite.text
            );
            let replaces = invite.header("Replaces");
            assert_eq!(replaces, "c1;to-tag=l1;from-tag=r1;early-only");
            server.accept(&invite, "t");
            taking.join().unwrap().unwrap();
        });
        phone.expect(&call, State::Connected);
    }
    // Somebody else is not watched.
    let error = phone.call("carol").pickup(None).unwrap_err();
    assert!(error.to_string().contains("No call rings"), "{error}");
}
