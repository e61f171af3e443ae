//! The EWS endpoint over a real socket: what the operations do, on every extension of the simulated
//! exchange and for every error; the pages; and the command's own part.

#[path = "support/ews/mod.rs"]
mod ews;

use ews::{DEADLINE, DEMO, Endpoint, password_hash, tapi3, until};
use std::time::Instant;
use tapi3::soap::schema;

/// The request of the published DisconnectPhoneCall page, but for the call's identifier.
fn published(id: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
               xmlns:m="https://schemas.microsoft.com/exchange/services/2006/messages"
               xmlns:t="https://schemas.microsoft.com/exchange/services/2006/types"
               xmlns:soap="https://schemas.xmlsoap.org/soap/envelope/"
               xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <soap:Header>
    <t:RequestServerVersion Version="Exchange2010" />
  </soap:Header>
  <soap:Body>
    <m:DisconnectPhoneCall>
      <m:PhoneCallId Id="{id}"/>
    </m:DisconnectPhoneCall>
  </soap:Body>
</soap:Envelope>
"#
    )
}

#[test]
fn the_published_request_ends_a_live_call_and_is_answered_as_published() {
    let endpoint = Endpoint::demo();
    let mut client = endpoint.client();
    let id = client.play("1001").call_id();
    assert_eq!(
        client.information(&id).element("PhoneCallState"),
        "Connected"
    );
    let answer = client.post(published(&id).as_bytes());
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-type"), ["text/xml; charset=utf-8"]);
    assert_eq!(
        answer.body,
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\
         <s:Envelope xmlns:s=\"https://schemas.xmlsoap.org/soap/envelope/\">\
         <s:Header><h:ServerVersionInfo MajorVersion=\"15\" MinorVersion=\"1\" \
         MajorBuildNumber=\"0\" MinorBuildNumber=\"0\" Version=\"Exchange2016\" \
         xmlns:h=\"https://schemas.microsoft.com/exchange/services/2006/types\"/>\
         </s:Header><s:Body><DisconnectPhoneCallResponse ResponseClass=\"Success\" \
         xmlns=\"https://schemas.microsoft.com/exchange/services/2006/messages\">\
         <ResponseCode>NoError</ResponseCode></DisconnectPhoneCallResponse></s:Body></s:Envelope>"
    );
    assert_eq!(
        client.information(&id).element("PhoneCallState"),
        "Disconnected"
    );
    assert_eq!(endpoint.metric("tapi3_calls_live"), 0.0);
}

#[test]
fn each_extension_is_shown_as_the_table_says() {
    let endpoint = Endpoint::demo();
    let mut client = endpoint.client();
    for (number, shown) in [
        ("1001", "Connected None 200 OK"),
        ("1002", "Disconnected UserBusy 486 Busy Here"),
        ("1003", "Alerted None 180 Ringing"),
        ("1004", "Disconnected Other 603 Decline"),
        ("1006", "Connected None 200 OK"),
        ("1008", "Disconnected Other 607 Unwanted"),
        ("1009", "Disconnected Unavailable 503 Service Unavailable"),
        ("1010", "Alerted None 180 Ringing"),
        ("1012", "Connecting None 182 Queued"),
        ("9999", "Disconnected Unavailable 404 Not Found"),
        ("2002", "Alerted None 180 Ringing"),
        ("tel:+49-30-1", "Disconnected Unavailable 404 Not Found"),
    ] {
        let id = client.play(number).call_id();
        assert_eq!(client.information(&id).information(), shown, "{number}");
    }
}

#[test]
fn what_happens_later_is_shown_when_it_has_happened() {
    let endpoint = Endpoint::demo();
    let mut client = endpoint.client();
    let ids: Vec<_> = [
        ("1005", "Disconnected None 200 OK"),
        ("1007", "Disconnected Other 200 OK"),
        ("1012", "Connected None 200 OK"),
    ]
    .map(|(number, shown)| (client.play(number).call_id(), shown))
    .into();
    for (id, shown) in ids {
        until(shown, || client.information(&id).information() == shown);
    }
}

#[test]
fn a_call_can_be_ended_in_every_state_and_more_than_once() {
    let endpoint = Endpoint::demo();
    let mut client = endpoint.client();
    for (number, after) in [
        ("1001", "Disconnected None 200 OK"),
        ("1003", "Disconnected None 487 Request Terminated"),
        ("1012", "Disconnected None 487 Request Terminated"),
        ("1002", "Disconnected UserBusy 486 Busy Here"),
    ] {
        let id = client.play(number).call_id();
        for _ in 0..2 {
            let answer = client.disconnect(&id);
            assert_eq!((answer.status, answer.code().as_str()), (200, "NoError"));
            assert_eq!(client.information(&id).information(), after, "{number}");
        }
    }
}

#[test]
fn a_hang_up_that_nobody_confirms_is_a_timeout_and_the_call_goes_on() {
    let endpoint = Endpoint::configured(&format!(
        "[server]\n{{listen}}\nany_item = true\nmetrics = \"anybody\"\n\
         [server.limits]\nanswer_timeout = \"200ms\"\n{}",
        demo_user()
    ));
    let mut client = endpoint.client();
    let id = client.play("1006").call_id();
    let answer = client.disconnect(&id);
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (200, "ErrorTimeoutExpired")
    );
    assert_eq!(
        client.information(&id).information(),
        "Connected None 200 OK"
    );
    assert_eq!(client.disconnect(&id).code(), "ErrorTimeoutExpired");
}

/// The demonstration's user, for a configuration.
fn demo_user() -> String {
    let hash = password_hash("demo");
    format!("[[server.user]]\nname = \"demo\"\ndial = [\"*\"]\n{hash}")
}

#[test]
fn what_cannot_be_done_is_refused_before_anything_is_dialled() {
    let endpoint = Endpoint::demo();
    let mut client = endpoint.client();
    for (item, dial_string, code) in [
        ("", "1001", "ErrorInvalidIdEmpty"),
        (" ", "1001", "ErrorInvalidIdEmpty"),
        ("welcome", "", "ErrorInvalidPhoneNumber"),
        ("welcome", "nobody", "ErrorInvalidPhoneNumber"),
        ("welcome", "1001 or 1=1", "ErrorInvalidPhoneNumber"),
        ("welcome", "sip:nobody", "ErrorInvalidSIPUri"),
        // The simulated exchange has numbers only.
        (
            "welcome",
            "sip:bob@example.com",
            "ErrorPhoneNumberNotDialable",
        ),
        ("welcome", "tel:1001;ext=5", "ErrorPhoneNumberNotDialable"),
        ("a&#9;b", "1001", "ErrorInvalidIdMalformed"),
    ] {
        let answer = client.play_item(item, dial_string);
        assert_eq!((answer.status, answer.code().as_str()), (200, code));
        assert_eq!(answer.element("DescriptiveLinkKey"), "0");
    }
    for id in ["", " ", "OWVl4NWb3N29t", &"A".repeat(22), &"A".repeat(5000)] {
        for answer in [client.information(id), client.disconnect(id)] {
            assert_eq!(answer.status, 200);
            assert_eq!(answer.code(), "ErrorInvalidPhoneCallId");
            assert_eq!(
                answer.element("MessageText"),
                "The phone call ID isn't valid"
            );
        }
    }
    assert_eq!(endpoint.metric("tapi3_calls_placed_total"), 0.0);
}

#[test]
fn every_client_of_the_service_description_finds_what_it_needs() {
    let endpoint = Endpoint::demo();
    for path in [
        "/EWS/Exchange.asmx?wsdl",
        "/EWS/Services.wsdl",
        "/ews/exchange.asmx?WSDL",
    ] {
        let answer = endpoint.client_of("").get(path);
        assert_eq!(answer.status, 200);
        let expected = schema::services_wsdl("http://pbx.example/EWS/Exchange.asmx");
        assert_eq!(answer.body, expected);
    }
    for (name, text) in [
        ("messages.xsd", schema::MESSAGES_XSD),
        ("types.xsd", schema::TYPES_XSD),
        ("errors.xsd", schema::ERRORS_XSD),
    ] {
        let answer = endpoint.client_of("").get(&format!("/EWS/{name}"));
        assert_eq!((answer.status, answer.body.as_str()), (200, text));
    }
}

#[test]
fn a_strange_host_does_not_get_into_the_service_description() {
    let endpoint = Endpoint::demo();
    let mut client = endpoint.client();
    for host in ["evil\"/><x", "a/b", "user@host", ""] {
        let request = format!("GET /EWS/Services.wsdl HTTP/1.1\r\nHost: {host}\r\n\r\n");
        let Some(answer) = ({
            client.send(request.as_bytes());
            client.receive()
        }) else {
            continue;
        };
        if answer.status == 200 {
            let expected = schema::services_wsdl(&endpoint.url);
            assert_eq!(answer.body, expected, "{host}");
        }
    }
}

#[test]
fn other_pages_and_methods_are_refused() {
    let endpoint = Endpoint::demo();
    let mut client = endpoint.client();
    assert_eq!(client.get("/nothing").status, 404);
    assert_eq!(client.get("/EWS/secrets.txt").status, 404);
    assert_eq!(client.get("/healthz").body, "ok");
    let answer = client.get("/EWS/Exchange.asmx");
    assert_eq!((answer.status, answer.header("allow")), (405, vec!["POST"]));
    let answer = client.exchange(b"DELETE /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
    assert_eq!(
        (answer.status, answer.header("allow")),
        (405, vec!["GET, HEAD"])
    );
}

#[test]
fn requests_and_calls_are_counted() {
    let endpoint = Endpoint::demo();
    let mut client = endpoint.client();
    let id = client.play("1001").call_id();
    client.play("1003").call_id();
    client.information(&id);
    // However often it is asked for, a call ends once, and by whoever ended it.
    client.disconnect(&id);
    client.disconnect(&id);
    let busy = client.play("1002").call_id();
    client.disconnect(&busy);
    client.disconnect("nobody");
    client.post(b"<nonsense/>");
    endpoint.client_of("").play("1001");
    for (name, value) in [
        (
            "tapi3_requests_total{operation=\"PlayOnPhone\",result=\"NoError\"}",
            3.0,
        ),
        (
            "tapi3_requests_total{operation=\"DisconnectPhoneCall\",\
             result=\"ErrorInvalidPhoneCallId\"}",
            1.0,
        ),
        (
            "tapi3_requests_total{operation=\"none\",result=\"ErrorInvalidRequest\"}",
            1.0,
        ),
        ("tapi3_http_refusals_total{status=\"401\"}", 1.0),
        ("tapi3_calls_live", 1.0),
        ("tapi3_calls_remembered", 2.0),
        ("tapi3_calls_placed_total", 3.0),
        ("tapi3_calls_ended_total{by=\"client\"}", 1.0),
        ("tapi3_disconnect_seconds_count", 1.0),
    ] {
        assert_eq!(endpoint.metric(name), value, "{name}");
    }
}

#[test]
fn every_answer_has_a_name_that_the_log_has_too() {
    let endpoint = Endpoint::demo();
    let mut client = endpoint.client();
    let first = client.play("1001");
    let second = client.play("1001");
    let name = |answer: &ews::Answer| answer.header("request-id")[0].to_owned();
    assert_ne!(name(&first), name(&second));
    until("the log has it", || {
        let log = endpoint.log();
        let id = format!("request{{id=\"{}\"}}", name(&second));
        log.lines()
            .any(|line| line.contains(&id) && line.contains("placing a call"))
    });
}

#[test]
fn a_name_that_a_client_gives_its_request_comes_back_if_it_asks() {
    let endpoint = Endpoint::demo();
    let mut client = endpoint.client();
    let mut named = |names: &str| {
        let body = ews::envelope(
            "",
            "<m:DisconnectPhoneCall><m:PhoneCallId Id=\"a\"/></m:DisconnectPhoneCall>",
        );
        let head = client.head(names, body.len());
        let answer = client.exchange((head + &body).as_bytes());
        assert_eq!(answer.code(), "ErrorInvalidPhoneCallId");
        let names = answer.header("client-request-id");
        names.into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    const GUID: &str = "e1a6a0d6-6c29-4b3c-8f4c-7a7c4b5f0a11";
    let asks = "return-client-request-id: true\r\n";
    let own = format!("client-request-id: {GUID}\r\n");
    assert_eq!(named(&format!("{own}{asks}")), [GUID]);
    let in_capitals = format!("{own}Return-Client-Request-Id: True\r\n");
    assert_eq!(named(&in_capitals), [GUID]);
    for not_returned in [
        String::new(),
        own.clone(),
        asks.to_owned(),
        format!("{own}return-client-request-id: false\r\n"),
        format!("{own}{own}{asks}"),
        format!("client-request-id:\r\n{asks}"),
        format!("client-request-id: two words\r\n{asks}"),
        format!("client-request-id: {}\r\n{asks}", "a".repeat(129)),
        format!("client-request-id: \u{e9}\r\n{asks}"),
    ] {
        let nothing: [&str; 0] = [];
        assert_eq!(named(&not_returned), nothing, "{not_returned}");
    }
}

/// Whoever starts a server looks for its page there, and not only at the demonstration.
#[test]
fn a_server_says_where_its_page_is() {
    let line = "[[line]]\nname = \"Desk\"\nprovider = \"sim\"\naddress = \"2001\"\n";
    let own = format!("{line}[server]\n{{listen}}\n{}", demo_user());
    for endpoint in [Endpoint::demo(), Endpoint::configured(&own)] {
        let page = format!("the page of live calls is http://{}/", endpoint.address);
        endpoint.signal("TERM");
        assert_eq!(endpoint.output().first(), Some(&page));
    }
}

#[test]
fn a_demonstration_listens_on_loopback_only() {
    for listen in ["0.0.0.0:0", "192.0.2.1:80", "[::]:0"] {
        let begun = Instant::now();
        let (status, output, errors) = tapi3(&["serve", "--demo", "--listen", listen], "");
        assert!(!status.success() && output.is_empty(), "{output}");
        assert!(errors.contains("loopback only"), "{errors}");
        assert!(begun.elapsed() < DEADLINE);
    }
}

#[test]
fn passwords_and_tokens_are_made_for_the_configuration() {
    let (status, output, _) = tapi3(&["passwd"], "secret\r\n");
    assert!(status.success());
    assert!(
        output.starts_with("password_hash = \"$argon2id$"),
        "{output}"
    );
    assert!(!output.contains("secret"));
    for (password, told) in [
        ("pässword 5€", "in UTF-8 or in Latin-1, both are taken"),
        ("żółw", "only clients that send UTF-8 can log in"),
    ] {
        let (status, output, _) = tapi3(&["passwd"], password);
        assert!(status.success());
        let (first, second) = output.split_once('\n').unwrap();
        assert!(first.starts_with("# ") && first.contains(told), "{output}");
        assert!(second.starts_with("password_hash = \"$"), "{output}");
        assert!(!output.contains(password));
    }
    let (status, _, errors) = tapi3(&["passwd"], "\n");
    assert!(!status.success() && errors.contains("empty"), "{errors}");
    let (status, output, _) = tapi3(&["passwd", "--token"], "");
    assert!(status.success());
    assert!(output.contains("\ntoken_hashes = [\"sha256:"), "{output}");
    assert!(
        output.starts_with("# ") && output.contains(": tapi3_"),
        "{output}"
    );
    // As ews-managed-api wants a token for OAuthCredentials to be.
    let token = output.lines().next().unwrap().rsplit(' ').next().unwrap();
    let parts: Vec<&str> = token.split('.').collect();
    let of_web = |part: &&str| {
        let fits = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
        !part.is_empty() && part.chars().all(fits)
    };
    assert!(parts.len() == 3 && parts.iter().all(of_web), "{token}");
}

#[test]
fn the_service_is_where_it_says_it_is() {
    let endpoint = Endpoint::demo();
    let expected = format!("http://{}/EWS/Exchange.asmx", endpoint.address);
    assert_eq!(endpoint.url, expected);
    assert_eq!(endpoint.client_of(DEMO).play("1001").code(), "NoError");
}
