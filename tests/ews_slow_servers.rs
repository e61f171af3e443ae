//! The EWS line and time: servers that are busy, silent, gone for a while or for good, and hang-ups
//! that come at any moment. A hang-up always returns, and no call is lost.

#[path = "support/ews_line.rs"]
mod ews_line;
#[path = "support/scripted.rs"]
mod scripted;

use ews_line::{DEADLINE, Line, over, until};
use scripted::{Act, Asked, Scripted, connected, error, fault, good, state};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tapi3::engine::{Cause, Disconnected, DropReason, ErrorKind, State};
use tapi3::soap::OperationKind::{DisconnectPhoneCall, GetPhoneCallInformation, PlayOnPhone};
use tapi3::soap::{ConnectionFailureCause, ErrorCode, Fault, OperationKind, PhoneCallState};

#[test]
fn a_server_that_cannot_be_reached_is_a_timeout_and_the_call_stays() {
    for act in [Act::Close, Act::Silence] {
        let server = Scripted::good();
        let line = Line::to(server.address, "5s", "request_timeout = \"1s\"");
        let call = line.talk("1001");
        let bad = act.clone();
        server.behave(move |_| bad.clone());
        let error = call.disconnect(DropReason::Normal).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
        assert!(error.message().contains("did not get through"), "{error}");
        let tries = server.asked(DisconnectPhoneCall).len();
        assert!(tries >= 2, "{tries} tries");
        assert_eq!(call.call.state(), State::Connected);
        // The user can try again, and then it works.
        server.behave(good);
        assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
    }
}

/// Answers the first request for `operation` with `first`, all else well.
fn first(operation: OperationKind, first: Act) -> impl FnMut(&Asked) -> Act + Send + 'static {
    let mut first = Some(first);
    move |asked| match asked.operation == operation {
        true => first.take().unwrap_or_else(|| good(asked)),
        false => good(asked),
    }
}

fn busy(milliseconds: u64) -> Act {
    fault(&Fault::busy(Duration::from_millis(milliseconds)))
}

/// An HTTP answer that asks to come back in a second.
fn later(status: u16) -> Act {
    Act::Answer(status, "Retry-After: 1\r\n".to_owned(), Vec::new())
}

#[test]
fn a_busy_server_is_left_alone_for_as_long_as_it_says() {
    for (operation, act, wait) in [
        (PlayOnPhone, busy(400), 400),
        (PlayOnPhone, later(429), 1000),
        (GetPhoneCallInformation, busy(400), 400),
        (GetPhoneCallInformation, later(503), 1000),
        (DisconnectPhoneCall, busy(400), 400),
        (DisconnectPhoneCall, later(503), 1000),
    ] {
        let server = Scripted::new(first(operation, act));
        let line = Line::to(server.address, "20s", "");
        let call = line.talk("1001");
        assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
        let asked = server.asked(operation);
        let between = asked[1].when - asked[0].when;
        assert!(
            between >= Duration::from_millis(wait),
            "{operation} after {between:?}"
        );
    }
}

#[test]
fn a_proxy_that_promises_nothing_makes_nobody_dial_twice() {
    for act in [later(503), Act::Answer(503, String::new(), Vec::new())] {
        let server = Scripted::new(first(PlayOnPhone, act));
        let line = Line::to(server.address, "20s", "");
        let error = line.call("1001").connect(false).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::OperationFailed, "{error}");
        assert_eq!(server.asked(PlayOnPhone).len(), 1);
    }
}

#[test]
fn a_server_that_is_busy_for_no_time_is_not_hammered() {
    let server = Scripted::new(|asked| match asked.operation {
        PlayOnPhone => busy(0),
        _ => good(asked),
    });
    let line = Line::to(server.address, "20s", "");
    let call = line.call("1001");
    std::thread::scope(|scope| {
        let connecting = scope.spawn(|| call.connect(false));
        until("it has been asked three times", || {
            server.asked(PlayOnPhone).len() >= 3
        });
        server.behave(good);
        assert_eq!(connecting.join().unwrap(), Ok(()));
    });
    let asked = server.asked(PlayOnPhone);
    let between = |n: usize| asked[n + 1].when - asked[n].when;
    assert!(between(0) >= Duration::from_millis(200), "{:?}", between(0));
    assert!(between(1) >= Duration::from_millis(400), "{:?}", between(1));
}

#[test]
fn what_a_server_says_to_one_call_counts_for_all() {
    let server = Scripted::good();
    let line = Line::to(server.address, "20s", "poll_while_connected = \"10ms\"");
    let _calls = [line.talk("1001"), line.talk("1001"), line.talk("1001")];
    server.behave(first(GetPhoneCallInformation, busy(1000)));
    until("one is told, and all ask again", || {
        let asked = server.asked(GetPhoneCallInformation);
        let pauses = asked.windows(2).map(|two| two[1].when - two[0].when);
        let rest = pauses
            .enumerate()
            .find(|(_, p)| *p > Duration::from_millis(500));
        // What was on its way when the first was told does not count.
        rest.is_some_and(|(n, _)| asked.len() > n + 4)
    });
}

#[test]
fn a_server_that_is_busy_for_too_long_is_a_timeout() {
    let server = Scripted::good();
    let line = Line::to(server.address, "20s", "");
    let call = line.talk("1001");
    server.behave(|_| busy(60_000));
    let begun = Instant::now();
    let error = call.disconnect(DropReason::Normal).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
    assert!(
        begun.elapsed() < Duration::from_secs(15),
        "no point in waiting"
    );
    assert_eq!(call.call.state(), State::Connected);
}

#[test]
fn a_connection_that_the_server_has_closed_is_replaced() {
    let server = Scripted::new(|asked| match good(asked) {
        Act::Answer(status, _, body) => Act::AnswerAndClose(status, body),
        other => other,
    });
    let line = Line::to(server.address, "20s", "");
    for _ in 0..20 {
        let call = line.talk("1001");
        assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
    }
}

#[test]
fn a_call_that_the_server_forgets_is_over() {
    for (before, cause) in [
        (PhoneCallState::Connected, Cause::Normal),
        (PhoneCallState::Alerted, Cause::Failed),
    ] {
        let server = Scripted::new(move |asked| match asked.operation {
            GetPhoneCallInformation => state(before, ConnectionFailureCause::None, 200),
            _ => good(asked),
        });
        let line = Line::to(server.address, "20s", "poll_while_connected = \"20ms\"");
        let call = line.place("1001");
        until("it is known", || call.call.network_response().is_some());
        server.behave(|asked| error(asked.operation, ErrorCode::InvalidPhoneCallId));
        assert_eq!(over(&call), cause);
    }
    let server = Scripted::good();
    let line = Line::to(server.address, "20s", "poll_while_connected = \"1h\"");
    let call = line.talk("1001");
    server.behave(|asked| error(asked.operation, ErrorCode::InvalidPhoneCallId));
    assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
}

#[test]
fn a_server_that_is_gone_takes_the_call_with_it_in_the_end() {
    let answered = Arc::new(Mutex::new(Instant::now()));
    let last = answered.clone();
    let server = Scripted::new(move |asked| {
        *last.lock().unwrap() = asked.when;
        good(asked)
    });
    let line = Line::to(
        server.address,
        "20s",
        "poll_while_connected = \"20ms\"\nlost_after = \"600ms\"",
    );
    let call = line.talk("1001");
    server.behave(|_| Act::Close);
    assert_eq!(over(&call), Cause::Failed);
    let silent = answered.lock().unwrap().elapsed();
    assert!(silent >= Duration::from_millis(600), "{silent:?}");
    assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
    // Should the server come back, by and by, it hears that nobody has the call any more.
    let page = Act::Answer(404, String::new(), b"<html>Moved</html>".to_vec());
    let mut first = vec![Act::Answer(200, String::new(), Vec::new()), page];
    let heard = Arc::new(AtomicUsize::new(0));
    let hears = heard.clone();
    server.behave(move |asked| {
        if asked.operation == DisconnectPhoneCall {
            hears.fetch_add(1, Ordering::SeqCst);
        }
        first.pop().unwrap_or_else(|| good(asked))
    });
    until("it hears of the end", || heard.load(Ordering::SeqCst) >= 3);
    // And that was that.
    drop(line);
    assert_eq!(heard.load(Ordering::SeqCst), 3);
}

#[test]
fn a_call_that_a_busy_server_does_not_take_in_time_is_given_up_before_the_engine_does() {
    let server = Scripted::new(|_| busy(0));
    let line = Line::to(server.address, "5s", "");
    let call = line.call("1001");
    let error = call.connect(false).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OperationFailed, "{error}");
    assert!(error.message().contains("ErrorServerBusy"), "{error}");
}

#[test]
fn closing_the_line_ends_a_call_that_is_just_being_placed() {
    let (server, go_on) = Scripted::slow_to_place(good);
    let line = Line::to(server.address, "20s", "");
    let call = line.call("1001");
    std::thread::scope(|scope| {
        let connecting = scope.spawn(|| call.connect(false));
        until("it is being placed", || {
            !server.asked(PlayOnPhone).is_empty()
        });
        let closing = scope.spawn(move || drop(line));
        // However the two come to be ordered, the server is told in the end.
        std::thread::yield_now();
        go_on.send(()).unwrap();
        closing.join().unwrap();
        let _ = connecting.join().unwrap();
    });
    assert_eq!(server.asked(DisconnectPhoneCall).len(), 1);
}

#[test]
fn a_server_that_only_says_that_it_is_busy_has_not_lost_the_call() {
    let server = Scripted::good();
    let line = Line::to(
        server.address,
        "20s",
        "poll_while_connected = \"20ms\"\nlost_after = \"300ms\"",
    );
    let call = line.talk("1001");
    server.behave(|_| busy(50));
    let begun = Instant::now();
    let before = server.asked(GetPhoneCallInformation).len();
    until("it has been busy for long", || {
        let asked = server.asked(GetPhoneCallInformation).len() - before;
        asked >= 5 && begun.elapsed() > Duration::from_secs(1)
    });
    assert_eq!(call.call.state(), State::Connected);
    // A proxy whose server is gone says the same in other words, and for ever.
    server.behave(|_| Act::Answer(503, String::new(), b"no server is available".to_vec()));
    assert_eq!(over(&call), Cause::Failed);
}

#[test]
fn a_server_that_comes_back_in_time_is_forgiven() {
    let server = Scripted::good();
    let line = Line::to(
        server.address,
        "20s",
        "poll_while_connected = \"20ms\"\nlost_after = \"20s\"",
    );
    let call = line.talk("1001");
    server.behave(|_| Act::Close);
    let before = server.asked(GetPhoneCallInformation).len();
    until("it has been asked in vain", || {
        server.asked(GetPhoneCallInformation).len() > before + 2
    });
    server.behave(|_| {
        state(
            PhoneCallState::Disconnected,
            ConnectionFailureCause::None,
            200,
        )
    });
    assert_eq!(over(&call), Cause::Normal);
}

#[test]
fn a_hang_up_while_the_call_is_being_placed_ends_it_as_soon_as_it_has_a_name() {
    let (server, go_on) = Scripted::slow_to_place(good);
    let line = Line::to(server.address, "20s", "");
    let call = line.call("1001");
    std::thread::scope(|scope| {
        let connecting = scope.spawn(|| call.connect(true));
        until("it is being placed", || {
            !server.asked(PlayOnPhone).is_empty()
        });
        // The hang-up is on its way when the server gives the call its name.
        assert_eq!(call.hang_up(DropReason::Normal), Ok(None));
        let hanging_up = scope.spawn(|| call.disconnect(DropReason::Normal));
        go_on.send(()).unwrap();
        assert_eq!(hanging_up.join().unwrap(), Ok(Disconnected::Over));
        assert!(connecting.join().unwrap().is_err());
    });
    assert_eq!(over(&call), Cause::Cancelled);
    until("the server hears of it", || {
        server.asked(DisconnectPhoneCall).len() == 1
    });
    assert!(
        server.asked(DisconnectPhoneCall)[0]
            .body
            .contains("\"call 1\"")
    );
}

#[test]
fn a_hang_up_does_not_wait_for_a_question_that_is_on_its_way() {
    let server = Scripted::good();
    // Whoever waited for it would wait longer than a hang-up may take.
    let keys = "poll_while_connected = \"20ms\"\nrequest_timeout = \"1h\"";
    let line = Line::to(server.address, "20s", keys);
    let call = line.talk("1001");
    server.behave(|asked| match asked.operation {
        GetPhoneCallInformation => Act::Silence,
        _ => good(asked),
    });
    let before = server.asked(GetPhoneCallInformation).len();
    until("it asks", || {
        server.asked(GetPhoneCallInformation).len() > before
    });
    assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
}

#[test]
fn a_call_is_asked_about_often_while_it_is_set_up_and_seldom_afterwards() {
    let mut times = 0;
    let server = Scripted::new(move |asked| {
        if asked.operation != GetPhoneCallInformation {
            return good(asked);
        }
        times += 1;
        match times {
            ..10 => state(
                PhoneCallState::Connecting,
                ConnectionFailureCause::None,
                100,
            ),
            _ => connected(),
        }
    });
    let keys = "poll_while_calling = \"30ms\"\npoll_while_connected = \"300ms\"";
    let line = Line::to(server.address, "20s", keys);
    let _call = line.talk("1001");
    until("it is asked again", || {
        server.asked(GetPhoneCallInformation).len() >= 12
    });
    let asked = server.asked(GetPhoneCallInformation);
    let between = |n: usize| asked[n + 1].when - asked[n].when;
    assert!((0..8).all(|n| between(n) >= Duration::from_millis(30)));
    assert!(between(10) >= Duration::from_millis(300));
}

#[test]
fn closing_the_line_does_not_wait_for_ever_for_a_silent_server() {
    let server = Scripted::good();
    let line = Line::to(server.address, "1h", "request_timeout = \"1h\"");
    let _call = line.talk("1001");
    server.behave(|_| Act::Silence);
    let begun = Instant::now();
    drop(line);
    assert!(
        begun.elapsed() < DEADLINE,
        "{:?} for a call that is up",
        begun.elapsed()
    );
    assert!(!server.asked(DisconnectPhoneCall).is_empty());
}
