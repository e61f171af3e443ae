//! What one side writes, the other side reads back unchanged, for every value that the types have.

use std::time::Duration;

use proptest::prelude::*;
use tapi3::soap::*;

/// Any text that XML can carry, white space and markup included.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~\t\n\r]{0,40}",
        "[<>&'\"\\]\\[;#x0-9]{0,40}",
        "\\PC{0,40}",
        "[\u{20}\u{85}\u{A0}\u{2028}\u{D7FF}\u{E000}\u{FEFF}\u{FFFD}\u{10FFFF}]{0,10}",
    ]
    .prop_map(|s| s.replace(['\u{FFFE}', '\u{FFFF}'], "?"))
}

/// What a server may want to say, which XML cannot always carry.
fn wild_text() -> impl Strategy<Value = String> {
    proptest::collection::vec(any::<char>(), 0..40).prop_map(String::from_iter)
}

fn one_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    proptest::sample::select(all)
}

fn scheme() -> impl Strategy<Value = Scheme> {
    one_of(&[Scheme::Http, Scheme::Https])
}

fn namespaces() -> impl Strategy<Value = Namespaces> {
    (scheme(), scheme(), scheme()).prop_map(|(envelope, messages, types)| Namespaces {
        envelope,
        messages,
        types,
    })
}

fn impersonation() -> impl Strategy<Value = Impersonation> {
    let account = text().prop_map(|t| t + "a");
    (0..4, account).prop_map(|(kind, account)| match kind {
        0 => Impersonation::PrincipalName(account),
        1 => Impersonation::Sid(account),
        2 => Impersonation::PrimarySmtpAddress(account),
        _ => Impersonation::SmtpAddress(account),
    })
}

fn headers() -> impl Strategy<Value = RequestHeaders> {
    let version = one_of(ExchangeVersion::ALL)
        .prop_filter("has the operations", |v| v.has_telephone_operations());
    (
        proptest::option::of(version),
        proptest::option::of(impersonation()),
        proptest::option::of(text()),
    )
        .prop_map(|(version, impersonation, culture)| RequestHeaders {
            version,
            impersonation,
            culture,
        })
}

fn operation() -> impl Strategy<Value = Operation> {
    let play = (text(), proptest::option::of(text()), text());
    prop_oneof![
        play.prop_map(|(id, change_key, dial_string)| Operation::PlayOnPhone {
            item: ItemId { id, change_key },
            dial_string,
        }),
        text().prop_map(|id| Operation::GetPhoneCallInformation(PhoneCallId(id))),
        text().prop_map(|id| Operation::DisconnectPhoneCall(PhoneCallId(id))),
    ]
}

fn information() -> impl Strategy<Value = PhoneCallInformation> {
    (
        one_of(PhoneCallState::ALL),
        one_of(ConnectionFailureCause::ALL),
        proptest::option::of(text()),
        proptest::option::of(any::<i32>()),
    )
        .prop_map(|(state, cause, sip_text, sip_code)| PhoneCallInformation {
            state,
            cause,
            sip_text,
            sip_code,
        })
}

fn back_off() -> impl Strategy<Value = Option<Duration>> {
    proptest::option::of((0..=i32::MAX as u64).prop_map(Duration::from_millis))
}

fn error(message: impl Strategy<Value = String>) -> impl Strategy<Value = OperationError> {
    (one_of(ErrorCode::ALL), message, back_off()).prop_map(|(code, message, back_off)| {
        OperationError {
            code,
            message,
            back_off,
        }
    })
}

proptest! {
    #[test]
    fn requests(namespaces in namespaces(), headers in headers(), operation in operation()) {
        let mut request = Request { namespaces, headers, operation };
        if request.headers == RequestHeaders::default() {
            // Without a header nothing in the request is of the types namespace.
            request.namespaces.types = request.namespaces.messages;
        }
        let written = write_request(&request).unwrap();
        prop_assert_eq!(parse_request(written.as_bytes()), Ok(request));
    }

    #[test]
    fn successes(
        namespaces in namespaces(),
        id in "[!-~]{1,40}",
        information in information(),
        numbers in any::<[i32; 4]>(),
    ) {
        let [major, minor, major_build, minor_build] = numbers;
        let version = "Exchange2016".to_owned();
        let server = ServerVersionInfo { major, minor, major_build, minor_build, version };
        let id = PhoneCallId(id);
        for (response, reply) in [
            (Response::PlayOnPhone(Ok(id.clone())), Reply::PlayOnPhone(id)),
            (
                Response::GetPhoneCallInformation(Ok(information.clone())),
                Reply::GetPhoneCallInformation(information),
            ),
            (Response::DisconnectPhoneCall(Ok(())), Reply::DisconnectPhoneCall),
        ] {
            let written = write_response(&response, namespaces, &server);
            let writer = AnswerWriter::new(server.clone());
            prop_assert_eq!(&writer.response(&response, namespaces), &written);
            let answer = Answer { server: Some(server.clone()), reply };
            prop_assert_eq!(parse_response(written.body.as_bytes(), response.kind()), Ok(answer));
        }
    }

    #[test]
    fn errors(namespaces in namespaces(), error in error("[!-~]{0,99}"), operation in operation()) {
        let response = operation.refuse(error.clone());
        let written = write_response(&response, namespaces, &ServerVersionInfo::default());
        let refusal = Refusal {
            origin: Origin::Response(ResponseClass::Error),
            code: Code::Known(error.code),
            message: error.message,
            violation: None,
            back_off: error.back_off,
        };
        prop_assert_eq!(
            parse_response(written.body.as_bytes(), operation.kind()),
            Err(ResponseError::Refused(refusal))
        );
    }

    #[test]
    fn faults(namespaces in namespaces(), line in 1..u32::MAX, position in 1..u32::MAX,
              text in "[!-~]{1,99}") {
        let violation = Violation { line, position, text };
        let fault = Fault::schema(violation.clone()).in_namespaces(namespaces);
        let written = write_fault(&fault);
        let refusal = Refusal {
            origin: Origin::Fault,
            code: Code::Known(ErrorCode::SchemaValidation),
            message: ErrorCode::SchemaValidation.message().to_owned(),
            violation: Some(violation),
            back_off: None,
        };
        prop_assert_eq!(
            parse_response(written.body.as_bytes(), OperationKind::PlayOnPhone),
            Err(ResponseError::Refused(refusal))
        );
    }

    #[test]
    fn whatever_a_server_says_can_be_read(error in error(wild_text()), sip in wild_text()) {
        let server = ServerVersionInfo::default();
        let information = PhoneCallInformation {
            state: PhoneCallState::Disconnected,
            cause: ConnectionFailureCause::Other,
            sip_text: Some(sip),
            sip_code: Some(error.code as i32),
        };
        for (response, fine) in [
            (Response::DisconnectPhoneCall(Err(error)), false),
            (Response::GetPhoneCallInformation(Ok(information)), true),
        ] {
            let written = write_response(&response, Namespaces::default(), &server);
            let read = parse_response(written.body.as_bytes(), response.kind());
            prop_assert_eq!(read.is_ok(), fine);
            prop_assert!(fine || read.is_err_and(|e| e.refusal().is_some()));
        }
    }

    #[test]
    fn bytes_never_panic(body in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = parse_request(&body);
        let _ = parse_response(&body, OperationKind::PlayOnPhone);
    }
}
