//! Opening and closing SIP lines.

mod support;

use std::net::UdpSocket;
use std::sync::Arc;
use std::sync::mpsc::channel;
use support::script::Script;
use support::sipp::Sipp;
use tapi3::engine::{
    Call, Cause, DropReason, Engine, ErrorKind, Event, Settings, State, SystemClock, bits,
};
use tapi3::providers::sip;

const AUDIO: u32 = 0x8;

fn engine() -> Arc<Engine> {
    Engine::new(Arc::new(SystemClock::new()), Settings::default())
}

fn settings(text: &str) -> sip::Settings {
    toml::from_str(text).unwrap()
}

#[test]
fn lines_on_one_address_are_told_apart_by_their_users() {
    let engine = engine();
    let port = support::free_port();
    let line = |user: &str| {
        let text =
            format!("uri = 'sip:{user}@127.0.0.1'\nlisten = '127.0.0.1:{port}'\nt1 = '50ms'");
        (user.to_owned(), settings(&text))
    };
    sip::open(&engine, vec![line("alice"), line("*21#")]).unwrap();
    let lines = engine.lines().unwrap();
    assert_eq!(lines[1].info().address, "sip:*21%23@127.0.0.1");
    for (user, index) in [("alice", 0), ("*21%23", 1)] {
        let script = Script::new();
        script.invite_user(user, port, "");
        script.expect("180");
        let calls = lines[index].calls().unwrap();
        assert_eq!(calls.len(), 1, "{user}");
        assert!(lines[1 - index].calls().unwrap().is_empty());
        calls[0].disconnected(Cause::Normal);
    }
    let script = Script::new();
    script.invite_user("carol", port, "");
    script.expect("404");
    engine.close();
}

#[test]
fn a_line_that_cannot_be_opened_is_named_and_no_other_is_opened() {
    let taken = UdpSocket::bind("127.0.0.1:0").unwrap();
    let good = "uri = 'sip:alice@127.0.0.1'\nlisten = '127.0.0.1:0'";
    let in_use = format!(
        "uri = 'sip:bob@127.0.0.1'\nlisten = '{}'",
        taken.local_addr().unwrap()
    );
    for (bad, key) in [
        (in_use.as_str(), "listen"),
        ("uri = 'bob'", "uri"),
        (
            "uri = 'sip:bob@127.0.0.1'\npassword_env = 'TAPI3_NO_SUCH'",
            "password_env",
        ),
    ] {
        let engine = engine();
        let lines = vec![
            ("first".to_owned(), settings(good)),
            ("second".to_owned(), settings(bad)),
        ];
        let error = sip::open(&engine, lines).err().unwrap();
        assert_eq!(error.kind(), ErrorKind::InvalidArgument);
        assert!(error.message().starts_with("Line \"second\": "), "{error}");
        assert!(error.message().contains(key), "{error}");
        assert!(engine.lines().unwrap().is_empty());
    }
}

#[test]
fn a_call_is_hung_up_from_within_the_event_that_it_is_connected() {
    let engine = engine();
    let text = "uri = 'sip:alice@127.0.0.1'\nlisten = '127.0.0.1:0'";
    sip::open(&engine, vec![("desk".to_owned(), settings(text))]).unwrap();
    let line = engine.lines().unwrap().remove(0);
    let client = engine.add_client("test".to_owned()).unwrap();
    client.set_event_mask(bits::CALL_STATE);
    client.set_listening(true).unwrap();
    let (sender, over) = channel();
    let hanger_up = client.clone();
    client
        .deliver_to(move |event| {
            if let Event::CallState {
                call, state, cause, ..
            } = event
            {
                let handle = tapi3::engine::CallHandle {
                    call,
                    client: hanger_up.clone(),
                };
                match state {
                    State::Connected => {
                        handle.disconnect(DropReason::Normal).unwrap();
                    }
                    State::Disconnected => sender.send(cause).unwrap(),
                    _ => {}
                }
            }
        })
        .unwrap();
    let peer = Sipp::called("answers", &[]);
    let destination = format!("sip:bob@127.0.0.1:{}", peer.port);
    let call = Call::outgoing(&client, &line, destination, AUDIO, 1).unwrap();
    call.connect(false).unwrap();
    assert_eq!(over.recv_timeout(support::DEADLINE), Ok(Cause::Normal));
    peer.passed();
    engine.close();
    // Closed is closed.
    assert!(call.connect(false).is_err());
}
