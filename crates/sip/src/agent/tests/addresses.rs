//! Our own address changes while lines are registered and calls are up, or are about to be.

use super::peer::{Solo, accepted, field, kind, response};
use super::solo::{self, header, registration};
use super::*;

const SECOND: Duration = Duration::from_secs(1);

fn new() -> SocketAddr {
    "10.0.0.9:5060".parse().unwrap()
}

fn media() -> SocketAddr {
    "10.0.0.9:4444".parse().unwrap()
}

/// All ways leave from the new address. Returns how many calls are to be told.
fn moves(solo: &mut Solo) -> usize {
    let calls = solo.agent.readdress(solo.now, |_| Some(new()));
    for call in &calls {
        solo.agent.tell_address(solo.now, *call, media());
    }
    calls.len()
}

fn says_the_new_address(message: &str) {
    assert!(field(message, "Contact").contains("10.0.0.9"), "{message}");
    assert!(message.contains("c=IN IP4 10.0.0.9"), "{message}");
    assert!(message.contains("m=audio 4444"), "{message}");
}

#[test]
fn the_far_end_of_a_call_is_told() {
    let mut solo = Solo::alice();
    let call = solo.up();
    assert_eq!(solo.agent.readdress(solo.now, |_| None), []);
    assert!(solo.sent().is_empty());
    assert_eq!(moves(&mut solo), 1);
    let change = solo.one();
    assert_eq!(kind(&change), "INVITE");
    says_the_new_address(&change);
    solo.receive(&accepted(&change, "b"));
    assert_eq!(solo.kinds(), ["ACK"]);
    // Nobody has asked for it, and nothing is left of it.
    assert!(solo.done().is_empty());
    assert_eq!(moves(&mut solo), 0);
    solo.hang_up(call);
    let bye = solo.one();
    assert!(field(&bye, "Via").contains("10.0.0.9"), "{bye}");
    solo.receive(&response(&bye, "200 OK", "", "", ""));
    solo.is_over();
}

#[test]
fn who_holds_meanwhile_has_both() {
    for status in ["200 OK", "488 No"] {
        let mut solo = Solo::alice();
        let call = solo.up();
        solo.agent.hold(solo.now, call).unwrap();
        let hold = solo.one();
        moves(&mut solo);
        assert!(solo.sent().is_empty(), "one at a time");
        match status {
            "200 OK" => solo.receive(&accepted(&hold, "b")),
            status => solo.receive(&response(&hold, status, "", "", "")),
        }
        let sent = solo.sent();
        let change = sent.last().unwrap();
        says_the_new_address(change);
        let held = change.contains("a=sendonly");
        assert_eq!(held, status == "200 OK", "{change}");
        assert_eq!(solo.done().len(), 1);
        solo.receive(&accepted(change, "b"));
        solo.sent();
        solo.hang_up(call);
        let bye = solo.one();
        solo.receive(&response(&bye, "200 OK", "", "", ""));
        solo.is_over();
    }
}

#[test]
fn who_refuses_is_told_again_when_something_changes_and_not_before() {
    let mut solo = Solo::alice();
    let call = solo.up();
    moves(&mut solo);
    let change = solo.one();
    solo.receive(&response(&change, "488 No", "", "", ""));
    assert_eq!(solo.kinds(), ["ACK"]);
    solo.pass(SECOND * 60);
    assert!(solo.sent().is_empty());
    assert_eq!(moves(&mut solo), 1);
    says_the_new_address(&solo.one());
    solo.hang_up(call);
}

#[test]
fn who_answers_later_is_told_then() {
    let mut solo = Solo::alice();
    let (call, invite) = solo.place();
    assert_eq!(moves(&mut solo), 1);
    assert!(solo.sent().is_empty());
    let flow = Flow::udp(new(), solo.flow.peer);
    solo.receive_by(&flow, &accepted(&invite, "b"));
    let sent = solo.sent();
    assert_eq!(kind(&sent[0]), "ACK");
    says_the_new_address(&sent[1]);
    solo.hang_up(call);
}

#[test]
fn a_line_registers_anew_at_once_and_takes_the_old_address_back() {
    let mut solo = solo::Solo::new(line_settings("alice"));
    let flow = Flow::udp(address(0), address(1));
    solo.registered(LineId(0), &flow);
    solo.agent.readdress(solo.now, |_| Some(new()));
    solo.pass(Duration::ZERO);
    let told = solo.told();
    assert!(
        matches!(told[..], [Event::FindRegistrar { .. }]),
        "{told:?}"
    );
    let flow = Flow::udp(new(), address(1));
    solo.agent.register(solo.now, LineId(0), vec![flow]);
    let register = solo.sent().remove(0);
    assert!(header(&register, "Contact").contains("10.0.0.9"));
    let old = "Contact: <sip:alice@10.0.0.1:5060>;expires=0";
    assert!(register.contains(old), "{register}");
}

#[test]
fn a_registration_that_found_nobody_does_not_wait_any_longer() {
    let mut solo = solo::Solo::new(line_settings("alice"));
    let line = LineId(0);
    (solo.agent).keep_registered(solo.now, line, registration(), Duration::ZERO);
    solo.pass(Duration::ZERO);
    // The network is away: the registrar's host is not found.
    solo.agent.register(solo.now, line, Vec::new());
    solo.told();
    solo.agent.readdress(solo.now, |_| None);
    solo.pass(Duration::ZERO);
    let told = solo.told();
    assert!(
        matches!(told[..], [Event::FindRegistrar { .. }]),
        "{told:?}"
    );
}
