//! The published contract, byte for byte: the documentation's own request, what is answered to it,
//! and what the client makes of good and broken servers.

use std::time::Duration;

use tapi3::soap::{
    Code, ConnectionFailureCause, ErrorCode, Fault, Impersonation, Namespaces, Operation,
    OperationError, OperationKind, Origin, PhoneCallId, PhoneCallInformation, PhoneCallState,
    Refusal, Reply, Request, RequestHeaders, Response, ResponseClass, ResponseError, Scheme,
    ServerVersionInfo, Violation, parse_request, parse_response, write_fault, write_request,
    write_response, write_versioned_fault,
};

/// The request of the DisconnectPhoneCall page, in whichever spelling.
fn published(envelope: &str, exchange: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
               xmlns:m="{exchange}://schemas.microsoft.com/exchange/services/2006/messages"
               xmlns:t="{exchange}://schemas.microsoft.com/exchange/services/2006/types"
               xmlns:soap="{envelope}://schemas.xmlsoap.org/soap/envelope/"
               xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <soap:Header>
    <t:RequestServerVersion Version="Exchange2010" />
  </soap:Header>
  <soap:Body>
    <m:DisconnectPhoneCall>
      <m:PhoneCallId Id="OWVl4NWb3N29t"/>
    </m:DisconnectPhoneCall>
  </soap:Body>
</soap:Envelope>
"#
    )
}

#[test]
fn the_published_request_is_answered_in_its_own_spelling() {
    for (envelope, exchange) in [("http", "http"), ("http", "https"), ("https", "https")] {
        let request = parse_request(published(envelope, exchange).as_bytes()).unwrap();
        assert_eq!(
            request.operation,
            Operation::DisconnectPhoneCall(PhoneCallId("OWVl4NWb3N29t".into()))
        );
        let answer = write_response(
            &Response::DisconnectPhoneCall(Ok(())),
            request.namespaces,
            &ServerVersionInfo::default(),
        );
        assert_eq!(answer.status, 200);
        assert_eq!(answer.content_type, "text/xml; charset=utf-8");
        assert_eq!(
            answer.body,
            format!(
                "<?xml version=\"1.0\" encoding=\"utf-8\"?>\
                 <s:Envelope xmlns:s=\"{envelope}://schemas.xmlsoap.org/soap/envelope/\">\
                 <s:Header><h:ServerVersionInfo MajorVersion=\"15\" MinorVersion=\"1\" \
                 MajorBuildNumber=\"0\" MinorBuildNumber=\"0\" Version=\"Exchange2016\" \
                 xmlns:h=\"{exchange}://schemas.microsoft.com/exchange/services/2006/types\"/>\
                 </s:Header><s:Body>\
                 <DisconnectPhoneCallResponse ResponseClass=\"Success\" \
                 xmlns=\"{exchange}://schemas.microsoft.com/exchange/services/2006/messages\">\
                 <ResponseCode>NoError</ResponseCode></DisconnectPhoneCallResponse>\
                 </s:Body></s:Envelope>"
            )
        );
    }
}

#[test]
fn a_refused_request_is_answered_in_its_own_spelling() {
    let https = published("http", "https").replace("Id=\"OWVl", "id=\"OWVl");
    let fault = parse_request(https.as_bytes()).unwrap_err();
    let body = write_fault(&fault).body;
    for uri in ["types", "errors"] {
        let spelt = format!("\"https://schemas.microsoft.com/exchange/services/2006/{uri}\"");
        assert!(body.contains(&spelt), "{body}");
    }
    assert!(!body.contains("http://schemas.microsoft.com"), "{body}");
}

#[test]
fn an_envelope_without_a_body_is_answered_in_its_own_spelling() {
    let uri = "https://schemas.xmlsoap.org/soap/envelope/";
    let fault = parse_request(format!("<Envelope xmlns='{uri}'/>").as_bytes()).unwrap_err();
    let body = write_fault(&fault).body;
    assert!(body.contains(&format!("xmlns:s=\"{uri}\"")), "{body}");
}

#[test]
fn requests_of_real_clients_are_read() {
    let m = "http://schemas.microsoft.com/exchange/services/2006/messages";
    let t = "http://schemas.microsoft.com/exchange/services/2006/types";
    let s = "http://schemas.xmlsoap.org/soap/envelope/";
    for (what, text) in [
        (
            "default namespaces, no header, no declaration",
            format!(
                "<Envelope xmlns=\"{s}\"><Body><PlayOnPhone xmlns=\"{m}\"><ItemId Id=\"i\" \
                 ChangeKey=\"k\"/><DialString>+1</DialString></PlayOnPhone></Body></Envelope>"
            ),
        ),
        (
            "one prefix for two namespaces in different scopes",
            format!(
                "<n:Envelope xmlns:n=\"{s}\"><n:Header><n:RequestServerVersion xmlns:n=\"{t}\" \
                 Version=\"Exchange2013\"/></n:Header><n:Body><n:PlayOnPhone xmlns:n=\"{m}\">\
                 <n:ItemId Id=\"i\" ChangeKey=\"k\"/><n:DialString>+1</n:DialString>\
                 </n:PlayOnPhone></n:Body></n:Envelope>"
            ),
        ),
        (
            "schema hints, comments, sections, attributes of SOAP",
            format!(
                "\u{FEFF}<s:Envelope xmlns:s=\"{s}\" s:encodingStyle=\"\" \
                 xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\"><!-- a --><s:Header>\
                 <x:Security xmlns:x=\"urn:x\" s:mustUnderstand=\"0\"><x:y/></x:Security>\
                 <t:MailboxCulture xmlns:t=\"{t}\" s:mustUnderstand=\"1\">de</t:MailboxCulture>\
                 <x:z xmlns:x=\"urn:x\" s:mustUnderstand=\"1\" s:actor=\"urn:proxy\"/>\
                 </s:Header><s:Body Id=\"b\"><m:PlayOnPhone xmlns:m=\"{m}\" \
                 i:type=\"m:PlayOnPhoneType\"><m:ItemId Id=\"&#105;\" ChangeKey='k' />\
                 <m:DialString><![CDATA[+]]><!-- b -->1</m:DialString></m:PlayOnPhone></s:Body>\
                 </s:Envelope><!-- c -->\r\n"
            ),
        ),
    ] {
        let request = parse_request(text.as_bytes()).unwrap_or_else(|f| panic!("{what}: {f}"));
        let Operation::PlayOnPhone { item, dial_string } = request.operation else {
            panic!("{what}");
        };
        assert_eq!(
            (item.id.as_str(), dial_string.as_str()),
            ("i", "+1"),
            "{what}"
        );
        assert_eq!(item.change_key.as_deref(), Some("k"), "{what}");
    }
}

#[test]
fn each_kind_of_impersonation_is_read() {
    for account in [
        Impersonation::PrincipalName("a@b".into()),
        Impersonation::Sid("S-1-5-21".into()),
        Impersonation::PrimarySmtpAddress("a@b".into()),
        Impersonation::SmtpAddress("a@b".into()),
    ] {
        let request = Request {
            namespaces: Namespaces::default(),
            headers: RequestHeaders {
                impersonation: Some(account),
                ..RequestHeaders::default()
            },
            operation: Operation::GetPhoneCallInformation(PhoneCallId("c".into())),
        };
        let text = write_request(&request).unwrap();
        assert_eq!(parse_request(text.as_bytes()), Ok(request));
    }
}

#[test]
fn a_fault_of_the_server_says_its_version() {
    let text = published("http", "http").replace("Id=\"OWVl4NWb3N29t\"", "id=\"c\"");
    let fault = parse_request(text.as_bytes()).unwrap_err();
    let answer = write_versioned_fault(&fault, &ServerVersionInfo::default());
    let bare = write_fault(&fault);
    let (before, after) = bare.body.split_once("<s:Body>").unwrap();
    assert_eq!(answer.status, 500);
    assert_eq!(
        answer.body,
        format!(
            "{before}<s:Header><h:ServerVersionInfo MajorVersion=\"15\" MinorVersion=\"1\" \
             MajorBuildNumber=\"0\" MinorBuildNumber=\"0\" Version=\"Exchange2016\" \
             xmlns:h=\"http://schemas.microsoft.com/exchange/services/2006/types\"/></s:Header>\
             <s:Body>{after}"
        )
    );
}

#[test]
fn what_clients_ask_to_learn_the_version_finds_nothing() {
    let m = "http://schemas.microsoft.com/exchange/services/2006/messages";
    for (name, code) in [
        ("ResolveNames", "ErrorNameResolutionNoResults"),
        ("ConvertId", "ErrorInvalidIdMalformed"),
    ] {
        let text = |uri: &str| {
            format!(
                "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>\
                 <m:{name} xmlns:m=\"{uri}\" Any=\"thing\"><m:Whatever/></m:{name}></s:Body>\
                 </s:Envelope>"
            )
        };
        let fault = parse_request(text(m).as_bytes()).unwrap_err();
        let answer = write_versioned_fault(&fault, &ServerVersionInfo::default());
        assert_eq!(answer.status, 200);
        for part in [
            "ServerVersionInfo MajorVersion=\"15\"".to_owned(),
            format!("<m:{name}Response xmlns:m=\"{m}\"><m:ResponseMessages>"),
            format!("<m:{name}ResponseMessage ResponseClass=\"Error\"><m:MessageText>"),
            format!("<m:ResponseCode>{code}</m:ResponseCode>"),
        ] {
            assert!(answer.body.contains(&part), "{part}: {}", answer.body);
        }
        let elsewhere = parse_request(text("urn:x").as_bytes()).unwrap_err();
        assert_eq!(write_fault(&elsewhere).status, 500);
    }
}

#[test]
fn a_schema_fault_says_where() {
    let text = published("http", "http").replace("Id=\"OWVl4NWb3N29t\"", "id=\"c\"");
    let answer = write_fault(&parse_request(text.as_bytes()).unwrap_err());
    assert_eq!(answer.status, 500);
    let types = "http://schemas.microsoft.com/exchange/services/2006/types";
    let errors = "http://schemas.microsoft.com/exchange/services/2006/errors";
    assert_eq!(
        answer.body,
        format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\
             <s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><s:Fault>\
             <faultcode xmlns:a=\"{types}\">a:ErrorSchemaValidation</faultcode>\
             <faultstring xml:lang=\"en-US\">The request failed schema validation: \
             The 'id' attribute is not declared.</faultstring><detail>\
             <e:ResponseCode xmlns:e=\"{errors}\">ErrorSchemaValidation</e:ResponseCode>\
             <e:Message xmlns:e=\"{errors}\">The request failed schema validation.</e:Message>\
             <t:MessageXml xmlns:t=\"{types}\"><t:LineNumber>12</t:LineNumber>\
             <t:LinePosition>7</t:LinePosition>\
             <t:Violation>The 'id' attribute is not declared.</t:Violation></t:MessageXml>\
             </detail></s:Fault></s:Body></s:Envelope>"
        )
    );
}

#[test]
fn an_unreadable_request_gets_exactly_the_specified_fault() {
    // MS-OXWUMS §2.2.2.1; the reason stays in the log.
    let fault = parse_request(b"hello").unwrap_err();
    let errors = "http://schemas.microsoft.com/exchange/services/2006/errors";
    assert_eq!(
        write_fault(&fault).body,
        format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\
             <s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><s:Fault>\
             <faultcode xmlns:a=\"http://schemas.microsoft.com/exchange/services/2006/types\">\
             a:ErrorInvalidRequest</faultcode>\
             <faultstring xml:lang=\"en-US\">The request is invalid.</faultstring><detail>\
             <e:ResponseCode xmlns:e=\"{errors}\">ErrorInvalidRequest</e:ResponseCode>\
             <e:Message xmlns:e=\"{errors}\">The request is invalid.</e:Message>\
             </detail></s:Fault></s:Body></s:Envelope>"
        )
    );
    assert!(fault.reason.contains("not well-formed"), "{}", fault.reason);
}

#[test]
fn call_information_has_its_elements_in_the_schema_s_order() {
    let info = PhoneCallInformation {
        state: PhoneCallState::Disconnected,
        cause: ConnectionFailureCause::UserBusy,
        sip_text: Some("Busy <Here>".into()),
        sip_code: Some(486),
    };
    let answer = write_response(
        &Response::GetPhoneCallInformation(Ok(info)),
        Namespaces::default(),
        &ServerVersionInfo::default(),
    );
    assert!(
        answer.body.contains(
            "<ResponseCode>NoError</ResponseCode><PhoneCallInformation \
             xmlns:t=\"http://schemas.microsoft.com/exchange/services/2006/types\">\
             <t:PhoneCallState>Disconnected</t:PhoneCallState>\
             <t:ConnectionFailureCause>UserBusy</t:ConnectionFailureCause>\
             <t:SIPResponseText>Busy &lt;Here&gt;</t:SIPResponseText>\
             <t:SIPResponseCode>486</t:SIPResponseCode></PhoneCallInformation>"
        ),
        "{}",
        answer.body
    );
}

#[test]
fn the_client_learns_how_long_a_busy_server_wants_to_be_left_alone() {
    let wait = Duration::from_millis(297_749);
    let response = Response::DisconnectPhoneCall(Err(OperationError {
        back_off: Some(wait),
        ..ErrorCode::ServerBusy.into()
    }));
    let in_response = write_response(
        &response,
        Namespaces::default(),
        &ServerVersionInfo::default(),
    );
    let in_fault = write_fault(&Fault::busy(wait));
    for (answer, status, origin) in [
        (in_response, 200, Origin::Response(ResponseClass::Error)),
        (in_fault, 500, Origin::Fault),
    ] {
        assert_eq!(answer.status, status);
        let read = parse_response(answer.body.as_bytes(), OperationKind::DisconnectPhoneCall);
        let expected = Refusal {
            origin,
            code: Code::Known(ErrorCode::ServerBusy),
            message: ErrorCode::ServerBusy.message().into(),
            violation: None,
            back_off: Some(wait),
        };
        assert_eq!(read, Err(ResponseError::Refused(expected)));
    }
}

#[test]
fn a_back_off_beyond_32_bits_is_written_as_the_greatest() {
    let body = write_fault(&Fault::busy(Duration::MAX)).body;
    assert!(body.contains(">2147483647</t:Value>"), "{body}");
}

#[test]
fn characters_that_xml_cannot_carry_are_not_sent_silently() {
    let request = Request {
        namespaces: Namespaces::default(),
        headers: RequestHeaders::default(),
        operation: Operation::DisconnectPhoneCall(PhoneCallId("a\u{1}".into())),
    };
    let error = write_request(&request).unwrap_err();
    assert_eq!((error.field, error.character), ("PhoneCallId", '\u{1}'));
}

/// An answer to GetPhoneCallInformation with `from` replaced by `to`.
fn spoilt(from: &str, to: &str) -> Result<Reply, ResponseError> {
    let good = r#"<?xml version="1.0" encoding="utf-8"?>
<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header>
<h:ServerVersionInfo MajorVersion="14" MinorVersion="0" MajorBuildNumber="639" MinorBuildNumber="20" Version="Exchange2010" xmlns:h="http://schemas.microsoft.com/exchange/services/2006/types"/>
</s:Header><s:Body>
<GetPhoneCallInformationResponse ResponseClass="Success" xmlns="http://schemas.microsoft.com/exchange/services/2006/messages">
<ResponseCode>NoError</ResponseCode>
<PhoneCallInformation xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types">
<t:PhoneCallState>Connected</t:PhoneCallState>
<t:ConnectionFailureCause>None</t:ConnectionFailureCause>
<t:SIPResponseText>OK</t:SIPResponseText>
<t:SIPResponseCode>200</t:SIPResponseCode>
</PhoneCallInformation></GetPhoneCallInformationResponse></s:Body></s:Envelope>"#;
    assert!(good.contains(from), "{from}");
    let body = good.replace(from, to);
    parse_response(body.as_bytes(), OperationKind::GetPhoneCallInformation).map(|a| a.reply)
}

#[test]
fn the_client_takes_what_it_can_understand() {
    let good = Ok(Reply::GetPhoneCallInformation(PhoneCallInformation {
        state: PhoneCallState::Connected,
        cause: ConnectionFailureCause::None,
        sip_text: Some("OK".into()),
        sip_code: Some(200),
    }));
    for (from, to) in [
        ("Exchange2010", "Exchange2010"),
        ("\"http://schemas.m", "\"https://schemas.m"),
        ("<s:Header>\n", "<s:Header><a/>"),
        ("MinorBuildNumber=\"20\"", ""),
        ("<ResponseCode>NoError</ResponseCode>", ""),
        ("<ResponseCode>NoError<", "<ResponseCode>\n NoError \n<"),
        ("<t:SIPResponseText>", "<t:Extra/><t:SIPResponseText>"),
        ("Success", "Warning"),
    ] {
        assert_eq!(spoilt(from, to), good, "{from} -> {to}");
    }
    let body = write_response(
        &Response::PlayOnPhone(Ok(PhoneCallId("c".into()))),
        Namespaces {
            types: Scheme::Https,
            ..Namespaces::default()
        },
        &ServerVersionInfo::default(),
    )
    .body;
    let (before, after) = (body.find("<s:Header>"), body.find("<s:Body>"));
    let headless = format!("{}{}", &body[..before.unwrap()], &body[after.unwrap()..]);
    let answer = parse_response(headless.as_bytes(), OperationKind::PlayOnPhone).unwrap();
    assert_eq!(answer.server, None);
    assert_eq!(answer.reply, Reply::PlayOnPhone(PhoneCallId("c".into())));
}

#[test]
fn a_broken_server_is_a_clear_error() {
    for (from, to, says) in [
        ("<?xml version", "<html><?xml version", "cannot be read"),
        ("</s:Envelope>", "", "cannot be read"),
        ("<?xml", "<!DOCTYPE a><?xml", "document type declaration"),
        ("soap/envelope/", "soap/other/", "not a SOAP 1.1 message"),
        ("s:Body>", "s:Boddy>", "not a SOAP 1.1 message"),
        (
            "2006/messages",
            "2007/messages",
            "expected an answer to GetPhoneCallInformation",
        ),
        (
            "GetPhoneCallInformationResponse",
            "PlayOnPhoneResponse",
            "'PlayOnPhoneResponse'",
        ),
        ("xmlns:t=\"http", "xmlns:t=\"ftp", "no PhoneCallState"),
        (" ResponseClass=\"Success\"", "", "no ResponseClass"),
        ("\"Success\"", "\"Fine\"", "'Fine' as ResponseClass"),
        ("\"Success\"", "\"Error\"", "class Error and code NoError"),
        (
            "NoError",
            "ErrorItemNotFound",
            "class Success and code ErrorItemNotFound",
        ),
        ("PhoneCallInformation ", "Other ", "cannot be read"),
        ("Connected", "Ringing", "'Ringing' as PhoneCallState"),
        ("Connected", "", "'' as PhoneCallState"),
        (">None<", ">Nope<", "'Nope' as ConnectionFailureCause"),
        (">200<", ">OK<", "'OK' as SIPResponseCode"),
        (">200<", ">99999999999<", "'99999999999' as SIPResponseCode"),
        ("t:PhoneCallState>", "t:State>", "no PhoneCallState"),
        (
            "t:ConnectionFailureCause>",
            "t:Cause>",
            "no ConnectionFailureCause",
        ),
    ] {
        let error = spoilt(from, to).expect_err(to).to_string();
        assert!(error.contains(says), "{from} -> {to}: {error}");
        assert!(error.len() < 600, "{error}");
    }
    for (body, says) in [
        (&b""[..], "cannot be read"),
        (
            b"<html><body>502 Bad Gateway</body></html>",
            "'html' without a namespace",
        ),
        (b"\xff\xfe<\0", "not UTF-8"),
        (
            b"<Envelope xmlns='http://schemas.xmlsoap.org/soap/envelope/'><Body/></Envelope>",
            "the body is empty",
        ),
        (&[b'a'; 70_000], "longer than 65536 bytes"),
    ] {
        let error = parse_response(body, OperationKind::PlayOnPhone)
            .unwrap_err()
            .to_string();
        assert!(error.contains(says), "{error}");
    }
}

#[test]
fn a_call_without_a_name_is_not_a_call() {
    let play = |id: &str| {
        let response = Response::PlayOnPhone(Ok(PhoneCallId(id.to_owned())));
        let server = ServerVersionInfo::default();
        let body = write_response(&response, Namespaces::default(), &server).body;
        parse_response(body.as_bytes(), OperationKind::PlayOnPhone)
    };
    assert!(play("c").is_ok());
    for nameless in ["", " \n"] {
        assert_eq!(play(nameless), Err(ResponseError::Missing("PhoneCallId")));
    }
}

#[test]
fn codes_that_we_do_not_know_are_kept_as_sent() {
    let error = spoilt(
        "Success\" xmlns=\"http://schemas.microsoft.com/exchange/services/2006/messages\">\n\
         <ResponseCode>NoError",
        "Error\" xmlns=\"http://schemas.microsoft.com/exchange/services/2006/messages\">\n\
         <MessageText>No\nmailbox</MessageText><ResponseCode>ErrorMailboxMoveInProgress",
    )
    .unwrap_err();
    let refusal = error.refusal().unwrap();
    assert_eq!(
        refusal.code,
        Code::Other("ErrorMailboxMoveInProgress".into())
    );
    assert_eq!(refusal.message, "No mailbox");
    assert_eq!(
        error.to_string(),
        "the server answered ErrorMailboxMoveInProgress: No mailbox"
    );
}

#[test]
fn faults_of_other_software_are_read_as_far_as_possible() {
    let read = |inside: &str| {
        let body = format!(
            "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><s:Fault>\
             {inside}</s:Fault></s:Body></s:Envelope>"
        );
        match parse_response(body.as_bytes(), OperationKind::PlayOnPhone) {
            Err(ResponseError::Refused(refusal)) => refusal,
            other => panic!("{other:?}"),
        }
    };
    let bare = read("<faultcode>s:Server</faultcode><faultstring>down</faultstring>");
    assert_eq!(bare.code, Code::Other("Server".into()));
    assert_eq!(bare.message, "down");
    assert_eq!(read("").code, Code::Other(String::new()));
    let odd = read(
        "<faultcode>a:ErrorAccessDenied</faultcode><detail><t:MessageXml xmlns:t='urn:t'>\
         <t:LineNumber>x</t:LineNumber><t:Violation>v</t:Violation>\
         <t:Value Name='BackOffMilliseconds'>soon</t:Value></t:MessageXml></detail>",
    );
    assert_eq!(odd.code, Code::Known(ErrorCode::AccessDenied));
    assert_eq!(odd.back_off, None);
    assert_eq!(
        odd.violation,
        Some(Violation {
            line: 0,
            position: 0,
            text: "v".into()
        })
    );
}
