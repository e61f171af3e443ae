//! The EWS line against servers that are broken, busy, gone or hostile. Whatever they send, the
//! call goes on or ends as the documentation says, and a hang-up always returns.

#[path = "support/ews_line.rs"]
mod ews_line;
#[path = "support/scripted.rs"]
mod scripted;

use ews_line::{Line, becomes, over};
use scripted::{Act, Asked, Scripted, connected, ended, error, fault, good, placed, state};
use std::time::{Duration, Instant};
use tapi3::engine::{Cause, Disconnected, DropReason, ErrorKind, State};
use tapi3::soap::OperationKind::{DisconnectPhoneCall, GetPhoneCallInformation, PlayOnPhone};
use tapi3::soap::{ConnectionFailureCause, ErrorCode, Fault, OperationKind, PhoneCallState};

const DEADLINE: Duration = Duration::from_secs(30);

#[track_caller]
fn until(what: &str, mut done: impl FnMut() -> bool) {
    let end = Instant::now() + DEADLINE;
    while !done() {
        assert!(Instant::now() < end, "waited in vain: {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn text(act: Act) -> String {
    match act {
        Act::Answer(_, _, body) => String::from_utf8(body).unwrap(),
        other => panic!("{other:?}"),
    }
}

fn says(body: impl Into<Vec<u8>>) -> Act {
    Act::Answer(200, "Content-Type: text/xml\r\n".to_owned(), body.into())
}

/// What no server should send for an answer to `asked`, each with a name.
fn bad_answers(asked: OperationKind) -> Vec<(&'static str, Act)> {
    let right = text(match asked {
        PlayOnPhone => placed(),
        GetPhoneCallInformation => connected(),
        DisconnectPhoneCall => ended(),
    });
    let swap = |from: &str, to: &str| says(right.replace(from, to));
    let head = |more: &str| format!("HTTP/1.1 200 OK\r\n{more}\r\n").into_bytes();
    let cut = |at: usize| {
        let mut bytes = head(&format!("Content-Length: {}\r\n", right.len()));
        bytes.extend(&right.as_bytes()[..at]);
        Act::Raw(bytes)
    };
    vec![
        (
            "another namespace",
            swap("exchange/services/2006/messages", "exchange/2099"),
        ),
        (
            "another envelope",
            swap("xmlsoap.org/soap/envelope", "w3.org/2003/05/soap-envelope"),
        ),
        (
            "another response",
            swap(asked.response_element(), "GetFolderResponse"),
        ),
        ("no class", swap(" ResponseClass=\"Success\"", "")),
        ("an unknown class", swap("\"Success\"", "\"Splendid\"")),
        (
            "success with an error",
            swap("NoError", "ErrorInternalServerError"),
        ),
        ("an empty body", says(Vec::new())),
        (
            "a web page",
            says("<!DOCTYPE html><html><body>Welcome!</body></html>"),
        ),
        (
            "a web page for an error",
            Act::Answer(502, String::new(), b"<html>Bad Gateway</html>".to_vec()),
        ),
        (
            "an entity bomb",
            says(format!(
                "<!DOCTYPE a [<!ENTITY b \"{}\">]><a>&b;</a>",
                "c".repeat(999)
            )),
        ),
        ("zeroes", says(vec![0; 1000])),
        ("other bytes", says([0xff, 0xfe, 0x00, 0x80].repeat(100))),
        ("deep nesting", says("<a>".repeat(20_000))),
        (
            "a long answer",
            says(format!("{right}<!--{}-->", "x".repeat(1_000_000))),
        ),
        (
            "an endless answer",
            Act::Endless(head("Content-Type: text/xml\r\n"), vec![b' '; 65_536]),
        ),
        (
            "endless chunks",
            Act::Endless(
                head("Transfer-Encoding: chunked\r\n"),
                b"1\r\n \r\n".to_vec(),
            ),
        ),
        (
            "endless headers",
            Act::Endless(b"HTTP/1.1 200 OK\r\n".to_vec(), b"X: y\r\n".to_vec()),
        ),
        (
            "an endless header",
            Act::Endless(b"HTTP/1.1 200 OK\r\nX: ".to_vec(), vec![b'y'; 4096]),
        ),
        ("no HTTP", Act::Raw(b"220 mail.example ESMTP\r\n".to_vec())),
        ("half a head", Act::Raw(b"HTTP/1.1 200 O".to_vec())),
        ("no body", Act::Raw(head("Content-Length: 500\r\n"))),
        ("half a body", cut(right.len() / 2)),
        ("all but the last byte", cut(right.len() - 1)),
        (
            "a broken chunk",
            Act::Raw([head("Transfer-Encoding: chunked\r\n"), b"zz\r\n".to_vec()].concat()),
        ),
        (
            "a lying length",
            Act::Raw([head("Content-Length: -5\r\n"), right.clone().into_bytes()].concat()),
        ),
        ("the end", Act::Close),
        ("silence", Act::Silence),
        (
            "a fault without anything",
            says(
                "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><s:Fault/>\
             </s:Body></s:Envelope>",
            ),
        ),
        (
            "trouble of its own",
            error(asked, ErrorCode::InternalServerError),
        ),
    ]
}

/// What is wrong only in an answer about a call's state.
fn bad_states() -> Vec<(&'static str, Act)> {
    let right = text(connected());
    let swap = |from: &str, to: &str| says(right.replace(from, to));
    vec![
        ("an unknown state", swap(">Connected<", ">Levitating<")),
        (
            "no state",
            swap("<t:PhoneCallState>Connected</t:PhoneCallState>", ""),
        ),
        ("an unknown cause", swap(">None<", ">Boredom<")),
        ("a SIP code in words", swap(">200<", ">two hundred<")),
        (
            "a SIP code beyond numbers",
            swap(">200<", ">99999999999999999999<"),
        ),
        (
            "no information",
            swap("PhoneCallInformation", "PhoneCallGossip"),
        ),
    ]
}

#[test]
fn no_answer_about_the_state_ends_a_call_or_hides_the_next_answer() {
    let all = bad_answers(GetPhoneCallInformation)
        .into_iter()
        .chain(bad_states());
    for (name, act) in all {
        let mut times = 0;
        let server = Scripted::new(move |asked| {
            if asked.operation != GetPhoneCallInformation {
                return good(asked);
            }
            times += 1;
            match times {
                1 => act.clone(),
                2 => state(PhoneCallState::Alerted, ConnectionFailureCause::None, 180),
                _ => connected(),
            }
        });
        let line = Line::to(server.address, "20s", "request_timeout = \"300ms\"");
        let call = line.place("1001");
        becomes(&call, State::Connected);
        assert_eq!(
            call.disconnect(DropReason::Normal),
            Ok(Disconnected::Over),
            "{name}"
        );
        assert!(server.asked(GetPhoneCallInformation).len() >= 3, "{name}");
    }
}

#[test]
fn a_hang_up_gets_through_whatever_the_first_answer_to_it_was() {
    for (name, act) in bad_answers(DisconnectPhoneCall) {
        if name.starts_with("a fault without") {
            // A refusal, if an odd one; see the test of refusals.
            continue;
        }
        let mut times = 0;
        let server = Scripted::new(move |asked| {
            if asked.operation == DisconnectPhoneCall {
                times += 1;
                if times == 1 {
                    return act.clone();
                }
            }
            good(asked)
        });
        let line = Line::to(server.address, "20s", "request_timeout = \"300ms\"");
        let call = line.talk("1001");
        assert_eq!(
            call.disconnect(DropReason::Normal),
            Ok(Disconnected::Over),
            "{name}"
        );
        assert_eq!(server.asked(DisconnectPhoneCall).len(), 2, "{name}");
    }
}

#[test]
fn a_call_is_never_placed_twice_on_a_guess() {
    for (name, act) in bad_answers(PlayOnPhone) {
        let server = Scripted::new(move |_| act.clone());
        let line = Line::to(server.address, "20s", "request_timeout = \"300ms\"");
        let call = line.call("1001");
        let error = call.connect(false).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::OperationFailed, "{name}: {error}");
        assert!(error.message().contains("127.0.0.1"), "{name}: {error}");
        assert_eq!(call.call.state(), State::Idle, "{name}");
        assert_eq!(server.asked(PlayOnPhone).len(), 1, "{name}");
    }
}

#[test]
fn a_missing_header_and_strange_extras_are_put_up_with() {
    let server = Scripted::new(|asked| {
        let text = text(good(asked));
        let begin = text.find("<s:Header>").unwrap();
        let end = text.find("</s:Header>").unwrap() + "</s:Header>".len();
        let without = format!("{}{}", &text[..begin], &text[end..]);
        says(without.replace(
            "<ResponseCode>",
            "<x xmlns=\"urn:x\"><y/></x><!-- hm --><ResponseCode>",
        ))
    });
    let line = Line::to(server.address, "20s", "");
    let call = line.talk("1001");
    assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
}

#[test]
fn a_server_that_cannot_be_reached_is_a_timeout_and_the_call_stays() {
    for act in [Act::Close, Act::Silence] {
        let server = Scripted::good();
        let line = Line::to(server.address, "1500ms", "request_timeout = \"200ms\"");
        let call = line.talk("1001");
        let bad = act.clone();
        server.behave(move |_| bad.clone());
        let begun = Instant::now();
        let error = call.disconnect(DropReason::Normal).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
        assert!(error.message().contains("did not get through"), "{error}");
        assert!(
            begun.elapsed() < Duration::from_secs(3),
            "{:?}",
            begun.elapsed()
        );
        let tries = server.asked(DisconnectPhoneCall).len();
        assert!(tries >= 2, "{tries} tries");
        assert_eq!(call.call.state(), State::Connected);
        // The user can try again, and then it works.
        server.behave(good);
        assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
    }
}

#[test]
fn nonsense_is_not_asked_for_again_for_ever() {
    let server = Scripted::good();
    let line = Line::to(server.address, "20s", "");
    let call = line.talk("1001");
    server.behave(|_| says("<html/>"));
    let error = call.disconnect(DropReason::Normal).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OperationFailed);
    assert_eq!(server.asked(DisconnectPhoneCall).len(), 3);
    assert_eq!(call.call.state(), State::Connected);
}

#[test]
fn credentials_that_are_refused_are_told_at_once() {
    let server = Scripted::good();
    let line = Line::to(server.address, "20s", "");
    for act in [
        Act::Answer(401, String::new(), b"Your account has expired.".to_vec()),
        Act::Answer(403, String::new(), b"Your account has expired.".to_vec()),
        fault(&Fault::new(ErrorCode::AccessDenied, "")),
        error(DisconnectPhoneCall, ErrorCode::AccessDenied),
        error(DisconnectPhoneCall, ErrorCode::ImpersonationDenied),
    ] {
        server.behave(good);
        let call = line.talk("1001");
        let before = server.asked(DisconnectPhoneCall).len();
        let denied = act.clone();
        server.behave(move |_| denied.clone());
        let error = call.disconnect(DropReason::Normal).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::AccessDenied, "{error}");
        let words = [
            "account has expired",
            "Access is denied",
            "impersonation rights",
        ];
        assert!(
            words.iter().any(|words| error.message().contains(words)),
            "{error}"
        );
        assert_eq!(server.asked(DisconnectPhoneCall).len(), before + 1);
        assert_eq!(call.call.state(), State::Connected);
        server.behave(good);
        assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
    }
}

#[test]
fn a_refusal_is_told_with_its_words() {
    let server = Scripted::good();
    let line = Line::to(server.address, "20s", "");
    let call = line.talk("1001");
    server.behave(|asked| error(asked.operation, ErrorCode::UnifiedMessagingServerNotFound));
    let error = call.disconnect(DropReason::Normal).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OperationFailed);
    assert!(
        error.message().contains("No Unified Messaging server"),
        "{error}"
    );
    assert_eq!(call.call.state(), State::Connected);
}

#[test]
fn what_the_server_says_when_a_call_is_placed_becomes_its_error() {
    for (code, kind) in [
        (ErrorCode::InvalidPhoneNumber, ErrorKind::InvalidAddress),
        (ErrorCode::InvalidSipUri, ErrorKind::InvalidAddress),
        (ErrorCode::PhoneNumberNotDialable, ErrorKind::AddressBlocked),
        (
            ErrorCode::ExceededConnectionCount,
            ErrorKind::CallUnavailable,
        ),
        (ErrorCode::IpGatewayNotFound, ErrorKind::OperationFailed),
        (ErrorCode::AccessDenied, ErrorKind::AccessDenied),
        (ErrorCode::NonExistentMailbox, ErrorKind::AccessDenied),
        (
            ErrorCode::UserNotUnifiedMessagingEnabled,
            ErrorKind::OperationFailed,
        ),
    ] {
        let server = Scripted::new(move |asked| error(asked.operation, code));
        let line = Line::to(server.address, "20s", "");
        let error = line.call("1001").connect(false).unwrap_err();
        assert_eq!(error.kind(), kind, "{code}: {error}");
        assert!(error.message().contains(code.as_str()), "{error}");
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

#[test]
fn a_busy_server_is_left_alone_for_as_long_as_it_says() {
    let busy = |milliseconds| fault(&Fault::busy(Duration::from_millis(milliseconds)));
    let later = Act::Answer(503, "Retry-After: 1\r\n".to_owned(), Vec::new());
    for (act, wait) in [(busy(400), 400), (later, 1000)] {
        for operation in [PlayOnPhone, GetPhoneCallInformation, DisconnectPhoneCall] {
            let server = Scripted::new(first(operation, act.clone()));
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
}

#[test]
fn a_server_that_is_busy_for_too_long_is_a_timeout() {
    let server = Scripted::good();
    let line = Line::to(server.address, "1s", "");
    let call = line.talk("1001");
    server.behave(|_| fault(&Fault::busy(Duration::from_secs(60))));
    let begun = Instant::now();
    let error = call.disconnect(DropReason::Normal).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
    assert!(
        begun.elapsed() < Duration::from_millis(900),
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
    let server = Scripted::good();
    let line = Line::to(
        server.address,
        "20s",
        "poll_while_connected = \"20ms\"\nlost_after = \"600ms\"\nrequest_timeout = \"100ms\"",
    );
    let call = line.talk("1001");
    server.behave(|_| Act::Close);
    let begun = Instant::now();
    assert_eq!(over(&call), Cause::Failed);
    assert!(
        begun.elapsed() >= Duration::from_millis(500),
        "{:?}",
        begun.elapsed()
    );
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
    server.behave(|_| fault(&Fault::busy(Duration::from_millis(50))));
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
    let (go_on, may_go_on) = std::sync::mpsc::channel();
    let server = Scripted::new(move |asked| {
        if asked.operation == PlayOnPhone {
            may_go_on.recv().unwrap();
        }
        good(asked)
    });
    let line = Line::to(server.address, "20s", "");
    let call = line.call("1001");
    std::thread::scope(|scope| {
        let connecting = scope.spawn(|| call.connect(true));
        until("it is being placed", || {
            !server.asked(PlayOnPhone).is_empty()
        });
        let hanging_up = scope.spawn(|| call.disconnect(DropReason::Normal));
        // The hang-up is on its way when the server gives the call its name.
        until("somebody waits for the end", || call.call.is_up());
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
    let line = Line::to(server.address, "20s", "poll_while_connected = \"20ms\"");
    let call = line.talk("1001");
    server.behave(|asked| match asked.operation {
        GetPhoneCallInformation => Act::Silence,
        _ => good(asked),
    });
    let before = server.asked(GetPhoneCallInformation).len();
    until("it asks", || {
        server.asked(GetPhoneCallInformation).len() > before
    });
    let begun = Instant::now();
    assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
    assert!(
        begun.elapsed() < Duration::from_secs(5),
        "{:?}",
        begun.elapsed()
    );
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
fn the_server_gets_what_the_contract_says() {
    let server = Scripted::good();
    let keys = "item_change_key = \"k\"\nimpersonate = \"a@example.com\"";
    let line = Line::to(server.address, "20s", keys);
    let call = line.talk("tel:+49-30-123");
    call.disconnect(DropReason::Normal).unwrap();
    let play = &server.asked(PlayOnPhone)[0];
    let head = play.head.to_lowercase();
    for line in [
        "post /ews/exchange.asmx http/1.1",
        &format!("host: {}", server.address),
        "authorization: basic zgvtbzpkzw1v",
        "content-type: text/xml; charset=utf-8",
        "soapaction: \"http://schemas.microsoft.com/exchange/services/2006/messages/playonphone\"",
    ] {
        assert!(head.lines().any(|known| known == line), "{line} in {head}");
    }
    for part in [
        "<m:ItemId Id=\"welcome\" ChangeKey=\"k\"/>",
        "<m:DialString>tel:+49-30-123</m:DialString>",
        "<t:SmtpAddress>a@example.com</t:SmtpAddress>",
        "<t:RequestServerVersion Version=\"Exchange2010\"/>",
    ] {
        assert!(play.body.contains(part), "{part} in {}", play.body);
    }
}
