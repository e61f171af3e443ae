//! A line with several servers, and settings that do not fit each other.

mod support;

use support::phone::Phone;
use support::script::Script;
use support::until;
use tapi3::engine::{Engine, PartyId, Settings as EngineSettings, State, SystemClock};
use tapi3::providers::sip;

fn open(lines: &[&str]) -> Result<(), String> {
    let engine = Engine::new(
        std::sync::Arc::new(SystemClock::new()),
        EngineSettings::default(),
    );
    let lines = lines.iter().enumerate().map(|(number, text)| {
        let text = format!("uri = 'sip:a{number}@127.0.0.1'\nlisten = '127.0.0.1:0'\n{text}");
        (format!("line{number}"), toml::from_str(&text).unwrap())
    });
    let opened = sip::open(&engine, lines.collect());
    engine.close();
    opened.map(drop).map_err(|error| error.to_string())
}

#[test]
fn lines_that_ask_different_name_servers_are_refused() {
    open(&["dns = '127.0.0.1:5301'", "", "dns = '127.0.0.1:5301'"]).unwrap();
    let error = open(&["dns = '127.0.0.1:5301'", "", "dns = '127.0.0.1:5302'"]).unwrap_err();
    assert!(
        error.starts_with("Line \"line2\": dns: is another"),
        "{error}"
    );
    assert!(error.contains("127.0.0.1:5301"), "{error}");
}

#[test]
fn when_the_registrar_is_silent_the_next_one_has_the_line_and_its_calls() {
    // Bound, so that nobody else is there, and silent.
    let silent = std::net::UdpSocket::bind("127.0.0.1:0").unwrap();
    let dead = silent.local_addr().unwrap().port();
    let backup = Script::new();
    let phone = Phone::quick(&format!(
        "registrar = '127.0.0.1:{dead}'\nregister = true\nbackup_servers = ['127.0.0.1:{}']",
        backup.port
    ));
    let register = backup.expect("REGISTER");
    let contact = format!("Contact: {};expires=600\r\n", register.header("Contact"));
    backup.answer(&register, "200 OK", "r", &contact, "");
    phone.expect_service(true);
    // The call goes where the line is registered, at once, and not to the one that is silent.
    let call = phone.call("1001");
    call.connect(false).unwrap();
    let invite = backup.find("INVITE");
    assert!(
        invite.text.starts_with("INVITE sip:1001@127.0.0.1"),
        "{}",
        invite.text
    );
    backup.accept(&invite, "b");
    phone.expect(&call, State::Connected);
    silent.set_nonblocking(true).unwrap();
    let mut datagram = [0; 2048];
    while let Ok(length) = silent.recv(&mut datagram) {
        assert!(datagram[..length].starts_with(b"REGISTER "));
    }
}

#[test]
fn a_line_that_does_not_register_knows_its_server_and_hears_of_messages() {
    let server = Script::new();
    let phone = Phone::open(&format!(
        "outbound_proxy = '127.0.0.1:{}'\naccept_from = ['192.0.2.1']\nmessage_waiting = true",
        server.port
    ));
    let asked = server.find("SUBSCRIBE");
    assert_eq!(asked.header("Event"), "message-summary");
    let trusted = "P-Asserted-Identity: \"Bob\" <sip:bob@127.0.0.1>\r\n";
    let mut rings = false;
    until("the server's call rings", || {
        server.invite(phone.port, trusted);
        let came = server.all_within(std::time::Duration::from_millis(100));
        rings |= came.iter().any(|message| message.kind() == "180");
        rings
    });
    let call = phone.incoming();
    assert_eq!(call.call.party(PartyId::Caller).unwrap().number, "bob");
}
