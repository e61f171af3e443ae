//! Both faces at once: unchanged C, C++ and Python programs on an EWS line against `tapi3 serve` in
//! another process, and the endpoint with a SIP line whose far end is SIPp or baresip. The longest
//! way: a C program's Disconnect becomes a DisconnectPhoneCall, and that a BYE on the wire.

mod support;

#[path = "support/compiler.rs"]
mod compiler;
#[path = "support/ews/mod.rs"]
mod ews;
#[path = "support/programs.rs"]
mod programs;

use ews::{Endpoint, file, python, until};
use programs::{Language, build, root, run};
use support::baresip::Baresip;
use support::sipp::Sipp;
use tempfile::NamedTempFile;

/// A configuration with one EWS line to this endpoint.
fn ews_line(endpoint: &Endpoint) -> NamedTempFile {
    file(&format!(
        "[[line]]\nname = \"Exchange\"\nprovider = \"ews\"\nurl = \"{}\"\nitem = \"welcome\"\n\
         user = \"demo\"\npassword = \"demo\"\npoll_while_calling = \"50ms\"\n",
        endpoint.url
    ))
}

fn uri(port: u16) -> String {
    format!("sip:bob@127.0.0.1:{port}")
}

#[track_caller]
fn placed_and_hung_up(printed: &str) {
    for wanted in [
        "in progress",
        "connected",
        "disconnected",
        "Disconnect: S_OK",
    ] {
        assert!(printed.contains(wanted), "no {wanted:?} in:\n{printed}");
    }
}

/// The endpoint placed one call, and this side ended it.
#[track_caller]
fn ended_on(endpoint: &Endpoint) {
    assert_eq!(endpoint.metric("tapi3_calls_placed_total"), 1.0);
    assert_eq!(
        endpoint.metric("tapi3_calls_ended_total{by=\"client\"}"),
        1.0
    );
    assert_eq!(endpoint.metric("tapi3_calls_live"), 0.0);
}

#[test]
fn c_and_cpp_programs_hang_up_through_the_endpoint() {
    for (source, language) in [
        ("c-examples/hangup.c", Language::C),
        ("c-examples/hangup.cpp", Language::Cpp),
    ] {
        let program = build(&[source], language, &[]);
        let endpoint = Endpoint::demo();
        let line = ews_line(&endpoint);
        let mut command = program.command(&["1001"]);
        let outcome = run(command.env("TAPI3_CONFIG", line.path()));
        placed_and_hung_up(&outcome.succeeded().stdout);
        ended_on(&endpoint);
    }
}

#[test]
fn a_c_program_under_valgrind_hangs_up_through_the_endpoint() {
    let program = build(&["c-examples/hangup.c"], Language::C, &[]);
    let endpoint = Endpoint::demo();
    let line = ews_line(&endpoint);
    let mut command = program.valgrind(&["1001"]);
    let outcome = run(command.env("TAPI3_CONFIG", line.path()));
    placed_and_hung_up(&outcome.succeeded().stdout);
    ended_on(&endpoint);
}

#[test]
fn a_python_program_hangs_up_through_the_endpoint() {
    let endpoint = Endpoint::demo();
    let line = ews_line(&endpoint);
    let mut command = python();
    command
        .arg(root().join("python/examples/hangup.py"))
        .arg("1001")
        .env("PYTHONPATH", root().join("python"))
        .env("TAPI3_LIBRARY", compiler::library())
        .env("TAPI3_CONFIG", line.path());
    placed_and_hung_up(&run(&mut command).succeeded().stdout);
    ended_on(&endpoint);
}

#[test]
fn a_program_hears_why_the_server_lets_nobody_in() {
    let endpoint = Endpoint::demo();
    let line = ews_line(&endpoint);
    let text = std::fs::read_to_string(line.path()).unwrap();
    let wrong = file(&text.replace("password = \"demo\"", "password = \"hunter2\""));
    let program = build(&["c-examples/hangup.c"], Language::C, &[]);
    let outcome = run(program.command(&["1001"]).env("TAPI3_CONFIG", wrong.path()));
    let said = outcome.report();
    assert!(!outcome.status.success(), "{said}");
    for words in ["E_ACCESSDENIED", "401 Unauthorized"] {
        assert!(said.contains(words), "no {words} in:\n{said}");
    }
    assert!(!said.contains("hunter2"), "{said}");
}

#[test]
fn a_disconnect_phone_call_becomes_a_bye_on_the_wire() {
    let endpoint = Endpoint::on_sip();
    let mut client = endpoint.client();
    let sipp = Sipp::called("answers", &[]);
    let id = client.play(&uri(sipp.port)).call_id();
    until("it is connected", || {
        client.information(&id).information() == "Connected None 200 OK"
    });
    assert!(!sipp.messages().contains("BYE sip:"), "nobody has hung up");
    assert_eq!(client.disconnect(&id).code(), "NoError");
    // The scenario ends well only if the ACK and the BYE have arrived.
    let messages = sipp.passed();
    assert!(messages.contains("BYE sip:"), "{messages}");
    assert_eq!(
        client.information(&id).element("PhoneCallState"),
        "Disconnected"
    );
}

#[test]
fn a_disconnect_phone_call_before_the_answer_becomes_a_cancel() {
    let endpoint = Endpoint::on_sip();
    let mut client = endpoint.client();
    let sipp = Sipp::called("is_cancelled", &[("provisional", "180 Ringing")]);
    let id = client.play(&uri(sipp.port)).call_id();
    until("it rings", || {
        client.information(&id).information() == "Alerted None 180 Ringing"
    });
    assert_eq!(client.disconnect(&id).code(), "NoError");
    sipp.passed();
    let over = client.information(&id).information();
    assert_eq!(over, "Disconnected None 487 Request Terminated");
}

#[test]
fn what_the_network_answers_is_what_the_client_hears() {
    let endpoint = Endpoint::on_sip();
    let mut client = endpoint.client();
    for (status, shown) in [
        ("486 Busy Here", "Disconnected UserBusy 486 Busy Here"),
        ("404 Not Found", "Disconnected Unavailable 404 Not Found"),
        ("603 Decline", "Disconnected Other 603 Decline"),
        (
            "503 Service Unavailable",
            "Disconnected Unavailable 503 Service Unavailable",
        ),
        (
            "488 Not Acceptable Here",
            "Disconnected Other 488 Not Acceptable Here",
        ),
    ] {
        let sipp = Sipp::called("refuses", &[("status", status)]);
        let id = client.play(&uri(sipp.port)).call_id();
        until(shown, || client.information(&id).information() == shown);
        sipp.passed();
    }
}

#[test]
fn a_real_telephone_that_hangs_up_is_heard() {
    let endpoint = Endpoint::on_sip();
    let mut client = endpoint.client();
    let sipp = Sipp::called("answers_and_hangs_up", &[]);
    let id = client.play(&uri(sipp.port)).call_id();
    until("it is over", || {
        client.information(&id).information() == "Disconnected None 200 OK"
    });
    assert_eq!(client.disconnect(&id).code(), "NoError");
    sipp.passed();
}

#[test]
fn a_stop_of_the_endpoint_hangs_up_on_the_wire() {
    let endpoint = Endpoint::on_sip();
    let mut client = endpoint.client();
    let mut baresip = Baresip::start(";answermode=auto");
    client.play(&uri(baresip.port)).call_id();
    baresip.expect("CALL_ESTABLISHED");
    endpoint.signal("TERM");
    baresip.expect("CALL_CLOSED");
    let (status, last) = endpoint.end();
    assert!(status.success());
    assert_eq!(last, "stopped: 1 call ended, 0 calls not confirmed");
}

#[test]
fn a_c_program_ends_a_sip_call_through_both_faces() {
    let endpoint = Endpoint::on_sip();
    let line = ews_line(&endpoint);
    let program = build(&["c-examples/hangup.c"], Language::C, &[]);
    let sipp = Sipp::called("answers", &[]);
    let mut command = program.command(&[&uri(sipp.port)]);
    let outcome = run(command.env("TAPI3_CONFIG", line.path()));
    placed_and_hung_up(&outcome.succeeded().stdout);
    sipp.passed();
    ended_on(&endpoint);
}
