//! A SIP line that registers, with SIPp as the registrar.

mod support;

use support::phone::Phone;
use support::sipp::{Sipp, requests};
use tapi3::engine::ErrorKind;

#[test]
fn a_registration_is_kept_and_taken_back() {
    let registrar = Sipp::called("registers", &[]);
    let phone = Phone::quick(&format!(
        "registrar = '127.0.0.1:{}'\nregister = true\npassword = 'secret'",
        registrar.port
    ));
    // The second one is its refresh, before its two seconds are over.
    support::until("the refresh", || {
        registrar.messages().matches("SIP/2.0 200 OK").count() >= 2
    });
    assert!(phone.line.in_service());
    assert!(phone.close().as_secs() < 3);
    let messages = registrar.passed();
    assert_eq!(requests(&messages, "REGISTER"), 4, "{messages}");
    assert!(!messages.contains("secret"));
}

#[test]
fn a_line_without_registration_is_out_of_service_until_it_succeeds() {
    let registrar = Sipp::called("registers_later", &[]);
    let phone = Phone::quick(&format!(
        "registrar = '127.0.0.1:{}'\nregister = true\nexpires = 60",
        registrar.port
    ));
    phone.expect_service(false);
    let error = phone.call("1001").connect(false).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OutOfService);
    phone.expect_service(true);
    drop(phone);
    registrar.passed();
}

#[test]
fn a_registrar_that_is_not_there_is_no_obstacle_to_closing() {
    let port = support::free_port();
    let settings = format!("registrar = '127.0.0.1:{port}'\nregister = true");
    let phone = Phone::quick(&settings);
    phone.expect_service(false);
    assert!(phone.close() < support::DEADLINE);
}
