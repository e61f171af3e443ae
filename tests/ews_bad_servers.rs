//! The EWS line against servers that are broken or hostile, or refuse. Whatever they send, the call
//! goes on or ends as the documentation says.

#[path = "support/ews_line.rs"]
mod ews_line;
#[path = "support/scripted.rs"]
mod scripted;

use ews_line::{Line, becomes};
use scripted::{Act, Scripted, connected, ended, error, fault, good, placed, state};
use tapi3::engine::{Disconnected, DropReason, ErrorKind, State};
use tapi3::soap::OperationKind::{DisconnectPhoneCall, GetPhoneCallInformation, PlayOnPhone};
use tapi3::soap::{ConnectionFailureCause, ErrorCode, Fault, OperationKind, PhoneCallState};

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
        let line = Line::to(server.address, "20s", "request_timeout = \"1s\"");
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
        let line = Line::to(server.address, "20s", "request_timeout = \"1s\"");
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
        let line = Line::to(server.address, "20s", "request_timeout = \"1s\"");
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
