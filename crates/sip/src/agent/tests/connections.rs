//! Connections that end while a call goes over them.

use super::peer::{OFFER, Solo, accepted, field, kind, placing, response, ringing};
use super::*;
use crate::flow::ConnectionId;

const CONTACT: &str = "Contact: <sip:peer@192.0.2.9:5070;transport=tcp>\n";

/// A connection that the peer has opened, from a port where nobody listens.
fn opened(number: u64) -> Flow {
    Flow {
        transport: Transport::Tcp,
        peer: "192.0.2.9:49152".parse().unwrap(),
        connection: Some(ConnectionId(number)),
        ..stranger()
    }
}

/// Where the peer listens.
fn listens(peer: &str) -> Flow {
    Flow {
        transport: Transport::Tcp,
        peer: peer.parse().unwrap(),
        ..stranger()
    }
}

/// A call that came over such a connection.
fn called(lines: &str) -> (Solo, CallId) {
    let mut solo = Solo::alice();
    solo.flow = opened(7);
    let invite = solo.request("INVITE", lines, OFFER);
    solo.receive(&invite);
    let call = solo.offered().unwrap();
    let media = "10.0.0.1:4000".parse().unwrap();
    solo.agent.answer(solo.now, call, media, 7).unwrap();
    solo.near = field(&solo.one(), "To").to_owned();
    solo.ack();
    (solo, call)
}

/// The way of the BYE that leaves now.
fn way_of_bye(solo: &mut Solo) -> Flow {
    let mut sent = solo.routed();
    assert_eq!(sent.len(), 1, "{sent:#?}");
    let (flow, bye) = sent.remove(0);
    assert_eq!(kind(&bye), "BYE");
    flow
}

#[test]
fn a_call_whose_connection_is_gone_is_hung_up_where_the_peer_listens() {
    let by_route =
        "Contact: <sip:peer@h.example>\nRecord-Route: <sip:192.0.2.9;transport=tcp;lr>\n";
    for (lines, at) in [(CONTACT, "192.0.2.9:5070"), (by_route, "192.0.2.9:5060")] {
        let (mut solo, call) = called(lines);
        solo.agent.broken(solo.now, &Gone::of(opened(7)));
        solo.hang_up(call);
        assert_eq!(way_of_bye(&mut solo), listens(at));
        solo.is_over();
    }
    // As long as it stands, it is used, and so is a newer one.
    let (mut solo, call) = called(CONTACT);
    solo.agent.broken(solo.now, &Gone::of(opened(6)));
    solo.flow = opened(8);
    assert_eq!(solo.ask("OPTIONS", "", ""), "200");
    solo.agent.broken(solo.now, &Gone::of(opened(7)));
    solo.hang_up(call);
    assert_eq!(way_of_bye(&mut solo), opened(8));
    solo.is_over();
    // One that comes later takes the place of the one that is gone, and may go itself.
    let (mut solo, call) = called(CONTACT);
    solo.agent.broken(solo.now, &Gone::of(opened(7)));
    solo.flow = opened(8);
    assert_eq!(solo.ask("OPTIONS", "", ""), "200");
    solo.agent.broken(solo.now, &Gone::of(opened(8)));
    solo.hang_up(call);
    assert_eq!(way_of_bye(&mut solo), listens("192.0.2.9:5070"));
    solo.is_over();
}

#[test]
fn a_bye_that_a_connection_did_not_take_is_sent_where_the_peer_listens() {
    // Nobody answered at the port that the connection came from, or it broke under the BYE.
    for written in [false, true] {
        let (mut solo, call) = called(CONTACT);
        solo.hang_up(call);
        assert_eq!(way_of_bye(&mut solo), opened(7));
        let gone = match written {
            true => Gone::of(opened(7)),
            false => Gone {
                others: vec![ConnectionId(7)],
                ..Gone::of(opened(9))
            },
        };
        solo.agent.broken(solo.now, &gone);
        assert_eq!(way_of_bye(&mut solo), listens("192.0.2.9:5070"));
        solo.is_over();
    }
}

/// The peer has connected again, and said something, before the older connection broke.
#[test]
fn a_bye_that_an_older_connection_did_not_take_is_sent_over_the_newer_one() {
    let (mut solo, call) = called(CONTACT);
    solo.hang_up(call);
    assert_eq!(way_of_bye(&mut solo), opened(7));
    solo.flow = opened(8);
    solo.ask("OPTIONS", "", "");
    solo.agent.broken(solo.now, &Gone::of(opened(7)));
    assert_eq!(way_of_bye(&mut solo), opened(8));
    // That one may go itself.
    solo.agent.broken(solo.now, &Gone::of(opened(8)));
    assert_eq!(way_of_bye(&mut solo), listens("192.0.2.9:5070"));
    solo.is_over();
}

/// The same for a change, while a key is told of over the newer connection.
#[test]
fn a_change_that_an_older_connection_did_not_take_is_sent_over_the_newer_one() {
    let (mut solo, call) = called(CONTACT);
    solo.agent.hold(solo.now, call).unwrap();
    let (flow, change) = solo.routed().remove(0);
    assert_eq!((flow, kind(&change).as_str()), (opened(7), "INVITE"));
    solo.flow = opened(8);
    assert_eq!(solo.ask("OPTIONS", "", ""), "200");
    let length = Duration::from_millis(250);
    solo.agent.press(solo.now, call, b'5', length).unwrap();
    let (flow, info) = solo.routed().remove(0);
    assert_eq!((flow, kind(&info).as_str()), (opened(8), "INFO"));
    solo.agent.broken(solo.now, &Gone::of(opened(7)));
    let (flow, again) = solo.routed().remove(0);
    assert_eq!((flow, kind(&again).as_str()), (opened(8), "INVITE"));
    solo.receive(&response(&again, "200 OK", "", CONTACT, OFFER));
    assert_eq!(solo.kinds(), ["ACK"]);
    assert_eq!(solo.done(), [Ok(())]);
    solo.receive(&response(&info, "200 OK", "", "", ""));
    solo.hang_up(call);
    assert_eq!(way_of_bye(&mut solo), opened(8));
    solo.is_over();
}

#[test]
fn a_name_is_looked_up_for_when_the_connection_is_gone() {
    let (mut solo, call) = called("Contact: <sip:peer@h.example;transport=tcp>\n");
    let found = listens("198.51.100.3:5060");
    // It is used while it stands all the same.
    let name = "sip:peer@h.example;transport=tcp";
    solo.agent.set_way(call, name, vec![found.clone()]);
    solo.hang_up(call);
    assert_eq!(way_of_bye(&mut solo), opened(7));
    solo.agent.broken(solo.now, &Gone::of(opened(7)));
    assert_eq!(way_of_bye(&mut solo), found);
    solo.is_over();
    // One that cannot be called has no other place than where it came from.
    let (mut solo, call) = called("Contact: <sip:peer@10.1.2.3>\n");
    solo.agent.broken(solo.now, &Gone::of(opened(7)));
    solo.hang_up(call);
    let bye = way_of_bye(&mut solo);
    assert_eq!(bye, listens("192.0.2.9:49152"));
    solo.agent.broken(solo.now, &solo.not_taken(&bye));
    assert!(solo.sent().is_empty());
    solo.is_over();
}

/// Somebody on the way has forgotten the connection that stood there: what was written into it never
/// arrived.
#[test]
fn a_bye_that_a_connection_swallowed_is_sent_over_a_new_one() {
    let mut solo = Solo::alice();
    let (call, invite) = solo.place();
    let lines = "Contact: <sip:b@198.51.100.7:5080;transport=tcp>\n";
    solo.receive(&response(&invite, "200 OK", "b", lines, OFFER));
    solo.sent();
    solo.hang_up(call);
    let there = listens("198.51.100.7:5080");
    assert_eq!(way_of_bye(&mut solo), there);
    let swallowed = Gone::of(Flow {
        connection: Some(ConnectionId(4)),
        ..there.clone()
    });
    solo.agent.broken(solo.now, &swallowed);
    assert_eq!(way_of_bye(&mut solo), there);
    // That is done once: then it takes the way that the last message came by, and then none.
    solo.agent.broken(solo.now, &swallowed);
    assert_eq!(way_of_bye(&mut solo), solo.flow);
    solo.agent.broken(solo.now, &solo.not_taken(&solo.flow));
    assert!(solo.sent().is_empty());
    assert!(!solo.agent.owes());
    solo.is_over();
}

/// A connection that is lost once under a request does not keep the next one from being sent anew.
#[test]
fn each_request_may_lose_its_connection_once() {
    let mut solo = Solo::alice();
    let (call, invite) = solo.place();
    let lines = "Contact: <sip:b@198.51.100.7:5080;transport=tcp>\n";
    solo.receive(&response(&invite, "200 OK", "b", lines, OFFER));
    solo.sent();
    let there = listens("198.51.100.7:5080");
    let swallowed = Gone::of(Flow {
        connection: Some(ConnectionId(4)),
        ..there.clone()
    });
    for holds in [true, false, true] {
        match holds {
            true => solo.agent.hold(solo.now, call).unwrap(),
            false => solo.agent.resume(solo.now, call).unwrap(),
        }
        solo.sent();
        solo.agent.broken(solo.now, &swallowed);
        let (flow, again) = solo.routed().remove(0);
        assert_eq!((&flow, kind(&again).as_str()), (&there, "INVITE"));
        solo.receive_by(&there, &response(&again, "200 OK", "b", lines, OFFER));
        assert_eq!(solo.kinds(), ["ACK"]);
        assert_eq!(solo.done(), [Ok(())]);
    }
    // Nor the BYE.
    solo.hang_up(call);
    solo.sent();
    solo.agent.broken(solo.now, &swallowed);
    assert_eq!(way_of_bye(&mut solo), there);
    solo.is_over();
}

/// A connection that is lost under a change may have brought it there, and the answer comes late.
#[test]
fn a_change_that_was_lost_and_arrived_is_acknowledged_beside_the_next() {
    // What the second is answered while the far end has the first.
    for refusal in [
        None,
        Some("491 Request Pending"),
        Some("500 Server Internal Error"),
    ] {
        for ours in [true, false] {
            let mut solo = Solo::alice();
            solo.flow = opened(7);
            let call = match ours {
                true => solo.up(),
                false => solo.up_called(),
            };
            solo.agent.hold(solo.now, call).unwrap();
            let first = solo.one();
            solo.agent.broken(solo.now, &Gone::of(opened(7)));
            let mut next = solo.one();
            assert_eq!(kind(&next), "INVITE");
            // The far end comes back over a connection of its own.
            solo.flow = opened(8);
            let refusals = usize::from(refusal.is_some()) * 6;
            for status in std::iter::repeat_n(refusal.unwrap_or_default(), refusals) {
                solo.receive(&response(&next, status, "", "", ""));
                assert_eq!(solo.kinds(), ["ACK"]);
                assert_eq!(solo.done(), []);
                solo.pass(Duration::from_secs(5));
                next = solo.one();
                assert_eq!(kind(&next), "INVITE");
            }
            // A copy of its answer comes before the second is answered, and one after that.
            let late = accepted(&first, "b");
            solo.receive(&late);
            let ack = solo.one();
            assert_eq!(kind(&ack), "ACK");
            assert_eq!(number(&ack), number(&first));
            assert_eq!(solo.done(), [], "that is not the one that is waited for");
            solo.receive(&accepted(&next, "b"));
            assert_eq!(number(&solo.one()), number(&next));
            assert_eq!(solo.done(), [Ok(())]);
            solo.receive(&late);
            assert_eq!(number(&solo.one()), number(&first));
            // A change that nothing was lost of is refused when the far end says so.
            solo.agent.resume(solo.now, call).unwrap();
            let other = solo.one();
            solo.receive(&response(&other, "500 Server Internal Error", "", "", ""));
            assert!(matches!(solo.done()[..], [Err(Refusal::Answer(500, _))]));
            solo.hang_up(call);
            solo.is_over();
        }
    }
}

const PENDING: &str = "500 Server Internal Error";

/// A change was lost with its connection, and was sent again: the far end has both, and refuses the
/// second as long as it has not answered the first.
fn lost(solo: &mut Solo) -> String {
    assert_eq!(kind(&solo.one()), "INVITE");
    solo.agent.broken(solo.now, &Gone::of(opened(7)));
    solo.flow = opened(8);
    let again = solo.one();
    assert_eq!(kind(&again), "INVITE");
    again
}

/// A call of ours over a connection, whose session is to be refreshed after 100 seconds.
fn refreshed() -> (Solo, CallId) {
    let mut solo = Solo::new(super::sessions::timed("alice", 200));
    solo.flow = opened(7);
    let call = solo.up();
    (solo, call)
}

/// What is wanted while another change waits for the one that was lost of it waits for that one too.
#[test]
fn a_change_that_is_wanted_beside_one_that_was_lost_is_not_refused_for_that() {
    let is_pending = |solo: &mut Solo, change: &str| {
        solo.receive(&response(change, PENDING, "", "", ""));
        assert_eq!(solo.kinds(), ["ACK"]);
        assert_eq!(solo.done(), []);
    };
    // A hold while a refreshing is under way, or is about to be sent once more.
    for sent in [true, false] {
        let (mut solo, call) = refreshed();
        solo.pass(Duration::from_secs(100));
        let refresh = lost(&mut solo);
        if !sent {
            is_pending(&mut solo, &refresh);
        }
        solo.agent.hold(solo.now, call).unwrap();
        assert!(solo.sent().is_empty());
        if sent {
            is_pending(&mut solo, &refresh);
        }
        // Its own tries count, and not those of the other.
        for _ in 0..9 {
            solo.pass(Duration::from_secs(5));
            let hold = solo.one();
            assert!(hold.contains("a=sendonly"), "{hold}");
            is_pending(&mut solo, &hold);
        }
        solo.pass(Duration::from_secs(5));
        let hold = solo.one();
        solo.receive(&accepted(&hold, "b"));
        assert_eq!(solo.kinds(), ["ACK"]);
        assert_eq!(solo.done(), [Ok(())]);
        solo.hang_up(call);
        solo.is_over();
    }
    // A refreshing while a hold is under way.
    let (mut solo, call) = refreshed();
    solo.pass(Duration::from_secs(99));
    solo.agent.hold(solo.now, call).unwrap();
    let hold = lost(&mut solo);
    solo.pass(Duration::from_secs(2));
    is_pending(&mut solo, &hold);
    solo.pass(Duration::from_secs(5));
    let hold = solo.one();
    solo.receive(&accepted(&hold, "b"));
    assert_eq!(solo.kinds(), ["ACK"]);
    assert_eq!(solo.done(), [Ok(())]);
    solo.hang_up(call);
    solo.is_over();
    // What was lost is answered: the next one's refusal is one.
    let (mut solo, call) = refreshed();
    solo.pass(Duration::from_secs(100));
    let refresh = lost(&mut solo);
    solo.agent.hold(solo.now, call).unwrap();
    solo.receive(&accepted(&refresh, "b"));
    let sent = solo.sent();
    let [ack, hold] = &sent[..] else {
        panic!("{sent:#?}")
    };
    assert_eq!((&*kind(ack), &*kind(hold)), ("ACK", "INVITE"));
    solo.receive(&response(hold, PENDING, "", "", ""));
    assert_eq!(solo.kinds(), ["ACK"]);
    assert!(matches!(solo.done()[..], [Err(Refusal::Answer(500, _))]));
    solo.hang_up(call);
    solo.is_over();
}

/// The number of a request, without its method.
fn number(request: &str) -> &str {
    let (number, _) = field(request, "CSeq").split_once(' ').unwrap();
    number
}

/// A call of ours over a connection, and its INVITE.
fn calling(flows: &[Flow]) -> (Solo, CallId, String) {
    let mut solo = Solo::alice();
    let placing = placing("sip:bob@192.0.2.9:5070", flows);
    let call = solo.agent.place(solo.now, placing).unwrap();
    let invite = solo.one();
    solo.flow = Flow {
        connection: Some(ConnectionId(1)),
        ..flows[0].clone()
    };
    (solo, call, invite)
}

#[test]
fn a_telephone_that_rings_when_its_connection_is_lost_is_told_to_stop() {
    let there = listens("192.0.2.9:5070");
    for status in ["100 Trying", "180 Ringing"] {
        let other = listens("192.0.2.10:5070");
        let (mut solo, _, invite) = calling(&[there.clone(), other]);
        solo.receive(&response(&invite, status, "b", "", ""));
        solo.agent.broken(solo.now, &Gone::of(solo.flow.clone()));
        let mut sent = solo.routed();
        // Nobody else is called meanwhile.
        assert_eq!(sent.len(), 1, "{sent:#?}");
        let (flow, cancel) = sent.remove(0);
        assert_eq!((&flow, kind(&cancel).as_str()), (&there, "CANCEL"));
        assert_eq!(field(&cancel, "Via"), field(&invite, "Via"));
        assert!(matches!(solo.ends()[..], [End::Refused { code: 503, .. }]));
        // Whoever closes waits for its last word.
        solo.receive(&response(&cancel, "200 OK", "b", "", ""));
        assert!(solo.agent.owes());
        // It was too late, or did not arrive: the call that is none is ended.
        solo.pass(Duration::from_secs(90));
        solo.receive(&accepted(&invite, "b"));
        let sent = solo.sent();
        assert_eq!(sent.len(), 2, "{status}: {sent:#?}");
        assert_eq!((&*kind(&sent[0]), &*kind(&sent[1])), ("ACK", "BYE"));
        assert!(solo.agent.owes());
        solo.receive(&response(&sent[1], "200 OK", "", "", ""));
        assert!(!solo.agent.owes());
        solo.is_over();
    }
}

#[test]
fn a_cancel_that_a_connection_swallowed_is_sent_again() {
    let (mut solo, call, invite) = calling(&[listens("192.0.2.9:5070")]);
    solo.receive(&ringing(&invite, "b"));
    solo.hang_up(call);
    assert_eq!(solo.kinds(), ["CANCEL"]);
    solo.pass(Duration::from_secs(30));
    solo.agent.broken(solo.now, &Gone::of(solo.flow.clone()));
    assert_eq!(solo.kinds(), ["CANCEL"]);
    assert!(solo.agent.owes());
    solo.flow.connection = Some(ConnectionId(2));
    solo.receive(&response(&invite, "487 Request Terminated", "b", "", ""));
    assert_eq!(solo.kinds(), ["ACK"]);
    assert!(!solo.agent.owes());
    solo.is_over();
}

/// Who said nothing to an INVITE that left may have it or not: another server is called, and whoever
/// answers the first is told that nobody is there.
/// A proxy passes a 2xx on at once, whatever it has passed on before (RFC 3261 §16.7).
#[test]
fn whoever_answers_behind_a_refusal_is_told_that_there_is_no_call() {
    for refusal in [
        "408 Request Timeout",
        "486 Busy Here",
        "503 Service Unavailable",
    ] {
        let (mut solo, _, invite) = calling(&[listens("192.0.2.9:5070")]);
        solo.receive(&ringing(&invite, "a"));
        solo.receive(&response(&invite, refusal, "a", "", ""));
        assert_eq!(solo.kinds(), ["ACK"]);
        solo.receive(&accepted(&invite, "b"));
        assert_eq!(solo.kinds(), ["ACK", "BYE"], "{refusal}");
        assert!(matches!(solo.ends()[..], [End::Refused { .. }]));
        solo.is_over();
    }
}

#[test]
fn an_invite_that_may_have_arrived_is_not_forgotten() {
    let servers = [listens("192.0.2.9:5070"), listens("192.0.2.10:5070")];
    let (mut solo, call, first) = calling(&servers);
    solo.agent.broken(solo.now, &Gone::of(solo.flow.clone()));
    let (flow, second) = solo.routed().remove(0);
    assert_eq!(
        (flow, kind(&second).as_str()),
        (servers[1].clone(), "INVITE")
    );
    solo.receive(&ringing(&first, "slow"));
    assert_eq!(solo.kinds(), ["CANCEL"]);
    solo.receive(&accepted(&first, "slow"));
    assert_eq!(solo.kinds(), ["ACK", "BYE"]);
    solo.receive(&accepted(&second, "b"));
    assert_eq!(solo.kinds(), ["ACK"]);
    assert!(solo.ends().is_empty());
    solo.hang_up(call);
    solo.is_over();
    // One that did not leave leaves no trace.
    let (mut solo, _, _) = calling(&servers[..1]);
    solo.agent.broken(solo.now, &solo.not_taken(&solo.flow));
    assert!(solo.sent().is_empty());
    assert_eq!(solo.agent.counts(), Counts::default());
    assert!(matches!(solo.ends()[..], [End::Refused { code: 503, .. }]));
    solo.is_over();
}
