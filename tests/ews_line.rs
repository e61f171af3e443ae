//! The EWS line against a real server in another process: `tapi3 serve`.

#[path = "support/ews/mod.rs"]
mod ews;
#[path = "support/ews_line.rs"]
mod ews_line;

use ews::{Certificate, Endpoint, password_hash, until};
use ews_line::{Line, becomes, over};
use tapi3::engine::{Cause, Disconnected, DropReason, ErrorKind, State};

#[test]
fn each_extension_is_what_it_would_be_on_a_line_of_its_own() {
    let endpoint = Endpoint::demo();
    let line = Line::to(endpoint.address, "20s", "");
    for (number, cause) in [
        ("1002", Cause::Busy),
        ("1004", Cause::Rejected),
        ("1008", Cause::Blocked),
        ("1009", Cause::Failed),
        ("9999", Cause::BadAddress),
    ] {
        assert_eq!(over(&line.place(number)), cause, "{number}");
    }
    let call = line.place("1001");
    becomes(&call, State::Connected);
    let said = call.call.network_response().unwrap();
    assert_eq!((said.code, &*said.text), (200, "OK"));
    let call = line.place("1003");
    until("it rings", || {
        call.call
            .network_response()
            .is_some_and(|said| said.code == 180)
    });
    assert_eq!(call.call.state(), State::InProgress);
}

#[test]
fn the_other_end_hangs_up() {
    let endpoint = Endpoint::demo();
    let line = Line::to(endpoint.address, "20s", "poll_while_connected = \"50ms\"");
    let call = line.talk("1005");
    assert_eq!(over(&call), Cause::Normal);
    assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
}

#[test]
fn a_hang_up_is_a_disconnect_phone_call_on_the_server() {
    let endpoint = Endpoint::demo();
    let line = Line::to(endpoint.address, "20s", "");
    for number in ["1001", "1003", "1012"] {
        let call = line.place(number);
        assert_eq!(endpoint.metric("tapi3_calls_live"), 1.0);
        assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
        assert_eq!(call.call.state(), State::Disconnected);
        assert_eq!(endpoint.metric("tapi3_calls_live"), 0.0, "{number}");
    }
    assert_eq!(
        endpoint.metric("tapi3_calls_ended_total{by=\"client\"}"),
        3.0
    );
}

#[test]
fn connecting_and_waiting_gives_the_reason_of_a_failure() {
    let endpoint = Endpoint::demo();
    let line = Line::to(endpoint.address, "20s", "");
    for (number, kind) in [
        ("1002", ErrorKind::DestinationBusy),
        ("1004", ErrorKind::DestinationUnavailable),
        ("nobody", ErrorKind::InvalidAddress),
        ("sip:bob@example.com", ErrorKind::AddressBlocked),
    ] {
        let error = line.call(number).connect(true).unwrap_err();
        assert_eq!(error.kind(), kind, "{number}: {error}");
    }
}

#[test]
fn a_call_that_the_server_has_forgotten_is_over() {
    let hash = password_hash("demo");
    let endpoint = Endpoint::configured(&format!(
        "[server]\n{{listen}}\nany_item = true\nmetrics = \"anybody\"\nremember_ended = \"0\"\n\
         max_call_time = \"2s\"\n[[server.user]]\nname = \"demo\"\ndial = [\"*\"]\n{hash}"
    ));
    // Asked about no more, so the line must learn it from the hang-up.
    let line = Line::to(endpoint.address, "20s", "poll_while_connected = \"1h\"");
    let call = line.talk("1001");
    until("the server forgets it", || {
        endpoint.metric("tapi3_calls_live") + endpoint.metric("tapi3_calls_remembered") == 0.0
    });
    assert_eq!(call.call.state(), State::Connected);
    assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
    assert_eq!(over(&call), Cause::Normal);
    // And from the state, if it asks.
    let line = Line::to(endpoint.address, "20s", "poll_while_connected = \"20ms\"");
    assert_eq!(over(&line.talk("1001")), Cause::Normal);
}

#[test]
fn wrong_credentials_are_a_clear_error_with_the_servers_words() {
    let endpoint = Endpoint::demo();
    let line = Line::to(endpoint.address, "20s", "password = \"wrong\"");
    let call = line.call("1001");
    let error = call.connect(false).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::AccessDenied);
    for words in ["401 Unauthorized", "Log in with a name and password"] {
        assert!(error.message().contains(words), "{error}");
    }
    assert_eq!(call.call.state(), State::Idle, "it can be tried again");
}

#[test]
fn no_server_at_all_is_a_clear_error() {
    let address = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.local_addr().unwrap()
    };
    let line = Line::to(address, "20s", "");
    let error = line.call("1001").connect(false).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OperationFailed);
    assert!(error.message().contains("127.0.0.1"), "{error}");
}

#[test]
fn a_line_carries_so_many_calls_and_no_more() {
    let endpoint = Endpoint::demo();
    let line = Line::to(endpoint.address, "20s", "max_calls = 1");
    let call = line.talk("1001");
    let error = line.call("1001").connect(false).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::CallUnavailable);
    call.disconnect(DropReason::Normal).unwrap();
    until("there is room again", || {
        line.call("1002").connect(false).is_ok()
    });
}

#[test]
fn a_call_that_was_not_placed_has_left_its_place_when_its_caller_hears_of_it() {
    let endpoint = Endpoint::demo();
    let line = Line::to(endpoint.address, "20s", "max_calls = 1");
    for _ in 0..100 {
        let error = line.call("sip:bob@example.com").connect(false).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::AddressBlocked, "{error}");
    }
}

#[test]
fn closing_the_line_ends_its_calls_on_the_server() {
    let endpoint = Endpoint::demo();
    let line = Line::to(endpoint.address, "20s", "");
    let _calls = [line.talk("1001"), line.place("1003"), line.place("1012")];
    assert_eq!(endpoint.metric("tapi3_calls_live"), 3.0);
    drop(line.system);
    assert_eq!(endpoint.metric("tapi3_calls_live"), 0.0);
}

#[test]
fn a_client_that_shuts_down_ends_its_calls_on_the_server() {
    let endpoint = Endpoint::demo();
    let line = Line::to(endpoint.address, "20s", "");
    let call = line.talk("1001");
    line.client.close();
    assert_eq!(call.call.state(), State::Disconnected);
    until("the server hears of it", || {
        endpoint.metric("tapi3_calls_live") == 0.0
    });
}

#[test]
fn many_calls_at_once_are_kept_apart() {
    let endpoint = Endpoint::demo();
    let line = Line::to(
        endpoint.address,
        "20s",
        "max_calls = 100\npoll_while_calling = \"100ms\"",
    );
    let calls: Vec<_> = (0..20)
        .map(|n| line.place(["1001", "1003"][n % 2]))
        .collect();
    for call in calls.iter().step_by(2) {
        becomes(call, State::Connected);
    }
    std::thread::scope(|scope| {
        for call in &calls {
            scope.spawn(|| {
                assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
            });
        }
    });
    assert_eq!(endpoint.metric("tapi3_calls_live"), 0.0);
    assert_eq!(endpoint.metric("tapi3_calls_placed_total"), 20.0);
}

#[test]
fn a_certificate_must_be_trusted_and_for_the_right_name() {
    let certificate = Certificate::new(&["-addext", "basicConstraints=critical,CA:FALSE"]);
    let hash = password_hash("demo");
    let endpoint = Endpoint::configured(&format!(
        "[server]\n{{listen}}\nany_item = true\n{}[[server.user]]\nname = \"demo\"\n\
         dial = [\"*\"]\n{hash}",
        certificate.keys()
    ));
    let port = endpoint.address.port();
    let ca = format!("ca_file = \"{}\"", certificate.path("cert.pem"));
    let url = |host: &str| format!("https://{host}:{port}/EWS/Exchange.asmx");
    let line = Line::open(&url("localhost"), "20s", &ca).unwrap();
    let call = line.talk("1001");
    call.disconnect(DropReason::Normal).unwrap();
    for (host, keys) in [("localhost", ""), ("127.0.0.1", ca.as_str())] {
        // A machine without any authorities says so when the line is opened.
        let Ok(line) = Line::open(&url(host), "20s", keys) else {
            continue;
        };
        let error = line.call("1001").connect(false).unwrap_err();
        let why = match host {
            "localhost" => "is not signed by an authority that we trust",
            _ => "is for localhost, not 127.0.0.1",
        };
        assert!(error.message().contains(why), "{host}: {error}");
    }
}

#[test]
fn the_certificate_of_an_authority_is_explained() {
    // What openssl makes by itself.
    let certificate = Certificate::new(&[]);
    let hash = password_hash("demo");
    let endpoint = Endpoint::configured(&format!(
        "[server]\n{{listen}}\nany_item = true\n{}[[server.user]]\nname = \"demo\"\n{hash}",
        certificate.keys()
    ));
    let url = format!("https://localhost:{}/", endpoint.address.port());
    let ca = format!("ca_file = \"{}\"", certificate.path("cert.pem"));
    let line = Line::open(&url, "20s", &ca).unwrap();
    let error = line.call("1001").connect(false).unwrap_err();
    assert!(error.message().contains("basicConstraints"), "{error}");
}
