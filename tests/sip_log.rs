//! What a SIP line says in the log when something goes wrong, and what it never says.

mod support;

use std::ffi::{CStr, c_char, c_void};
use std::sync::Mutex;
use support::phone::Phone;
use support::script::Script;
use tapi3::engine::{DropReason, State};
use tapi3::log::{self, Listener};

static LINES: Mutex<Vec<String>> = Mutex::new(Vec::new());

unsafe extern "C" fn unused(_: i32, _: *const c_char, _: *const c_char, _: *mut c_void) {}

fn hear(_: &Listener, level: i32, target: &CStr, text: &CStr) {
    let (target, text) = (target.to_str().unwrap(), text.to_str().unwrap());
    LINES
        .lock()
        .unwrap()
        .push(format!("{level} {target}: {text}"));
}

fn said(words: &[&str]) -> bool {
    let lines = LINES.lock().unwrap();
    lines
        .iter()
        .any(|line| words.iter().all(|word| line.contains(word)))
}

#[track_caller]
fn expect(words: &[&str]) {
    support::until(&format!("{words:?} in the log"), || said(words));
}

/// A call that the script has answered.
fn connected(phone: &Phone, script: &Script) -> tapi3::engine::CallHandle {
    let call = phone.dial(script.port);
    let invite = script.expect("INVITE");
    script.accept(&invite, "1");
    script.expect("ACK");
    phone.expect(&call, State::Connected);
    call
}

#[test]
fn failures_are_said_and_no_message_or_secret_is() {
    log::set_listener(Some(Listener {
        level: tracing::Level::TRACE,
        function: unused,
        context: 0,
        call: hear,
    }))
    .unwrap();

    // Keys that anybody on the way can read.
    drop(Phone::open("srtp = 'offer-in-clear'"));
    expect(&["2 tapi3::sip", "\"desk\"", "has the keys of its sound"]);

    // A registrar that is not there.
    let port = support::free_port();
    let phone = Phone::quick(&format!(
        "registrar = '127.0.0.1:{port}'\nregister = true\npassword = 'hunter2'"
    ));
    phone.expect_service(false);
    expect(&[
        "2 tapi3::sip: ",
        "\"desk\"",
        "the registrar does not answer",
    ]);
    expect(&["2 tapi3::sip: ", "\"desk\" is out of service"]);
    phone.close();

    // A far end that does not confirm a hang-up, in two ways.
    for (answer, words) in [(None, "does not answer"), (Some("500 No"), "answered 500")] {
        let phone = Phone::quick("");
        let script = Script::new();
        let call = connected(&phone, &script);
        call.disconnect(DropReason::Normal).unwrap();
        let bye = script.expect("BYE");
        if let Some(answer) = answer {
            script.answer(&bye, answer, "", "", "");
        }
        let peer = format!("127.0.0.1:{}", script.port);
        let number = format!("call {}: ", call.call.id());
        // Unanswered, the stack below reports a 408 of its own, or the end.
        let unanswered = || {
            said(&[
                "2 tapi3::sip: ",
                &number,
                &peer,
                "did not confirm the hang-up",
            ]) && (answer.is_none() || said(&[&number, words]))
        };
        support::until(words, unanswered);
        phone.close();
    }

    log::set_listener(None).unwrap();
    let lines = LINES.lock().unwrap();
    for line in lines.iter() {
        assert!(!line.contains("hunter2"), "{line}");
        // A whole message has these; a line that names one of them alone is no message.
        assert!(
            !line.contains("Via: ") && !line.contains("CSeq: "),
            "{line}"
        );
        let (level, target) = line.split_once(' ').unwrap();
        assert!(target.starts_with("tapi3::") || level <= "2", "{line}");
    }
}
