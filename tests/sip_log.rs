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

    // A registrar that says nothing.
    let silent = std::net::UdpSocket::bind("127.0.0.1:0").unwrap();
    let port = silent.local_addr().unwrap().port();
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

    // What is agreed on for the sound of a call, once, and again when it is something else.
    let before = LINES.lock().unwrap().len();
    let phone = Phone::open("codecs = ['PCMA', 'PCMU']");
    let script = Script::new();
    let call = phone.dial(script.port);
    let invite = script.expect("INVITE");
    script.accept(&invite, "1");
    script.expect("ACK");
    phone.expect(&call, State::Connected);
    let sound = format!("4 tapi3::sip: call {}: sound is ", call.call.id());
    // Other lines have had a call of this number.
    let told = || -> Vec<String> {
        let lines = LINES.lock().unwrap();
        let new = lines.iter().skip(before);
        let told = new.filter_map(|line| line.strip_prefix(&sound).map(str::to_owned));
        told.collect()
    };
    support::until("what was agreed on", || !told().is_empty());
    let contact = format!("Contact: <sip:script@127.0.0.1:{}>\r\n", script.port);
    let lines = contact + "Content-Type: application/sdp\r\n";
    let held = support::script::SDP.replace("1 1 IN", "1 2 IN") + "a=sendonly\r\n";
    for (number, body) in [(1, support::script::SDP), (2, &held)] {
        script.request_with(&invite, "1", "INVITE", number, &lines, body);
        script.find("200");
        script.request_with(&invite, "1", "ACK", number, "", "");
    }
    support::until("what changed", || told().len() > 1);
    let codec = "PCMU/8000 in packets of 20 ms, in clear";
    let both = format!("{codec}, both ways");
    assert_eq!(told(), [both, format!("{codec}, only received")]);
    phone.close();

    // So is what protects it, and never a key.
    let phone = Phone::open("srtp = 'offer-in-clear'");
    let script = Script::new();
    let before = LINES.lock().unwrap().len();
    let call = phone.dial(script.port);
    let invite = script.expect("INVITE");
    let key = "0123456789abcdefghijklmnopqrstuvwxyzABCD";
    let protected = support::script::SDP.replace("RTP/AVP", "RTP/SAVP");
    let crypto = format!("a=crypto:2 AES_CM_128_HMAC_SHA1_32 inline:{key}\r\n");
    let contact = format!("Contact: <sip:script@127.0.0.1:{}>\r\n", script.port);
    script.answer(&invite, "200 OK", "1", &contact, &(protected + &crypto));
    script.expect("ACK");
    phone.expect(&call, State::Connected);
    let sound = "PCMU/8000 in packets of 20 ms, by SRTP (AES_CM_128_HMAC_SHA1_32), both ways";
    support::until("its protection", || {
        let lines = LINES.lock().unwrap();
        lines.iter().skip(before).any(|line| line.ends_with(sound))
    });
    phone.close();

    // A call that is refused for a reason of the server's, and one that nobody answers.
    let phone = Phone::quick("");
    let script = Script::new();
    let call = phone.dial(script.port);
    let invite = script.expect("INVITE");
    script.answer(&invite, "500 Not\u{1b} now", "1", "", "");
    phone.expect(&call, State::Disconnected);
    let number = format!("call {} failed: ", call.call.id());
    expect(&["4 tapi3::sip: ", &number, "it was answered 500 Not now"]);
    let silent = Script::new();
    let call = phone.dial(silent.port);
    phone.expect(&call, State::Disconnected);
    let number = format!("call {} failed: ", call.call.id());
    expect(&["2 tapi3::sip: ", &number, "no server answers"]);
    phone.close();

    // A connection that ends under a call: why, and then what became of the call.
    let phone = Phone::quick("transport = 'tcp'");
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let call = phone.dial(port);
    let mut read = std::io::BufReader::new(listener.accept().unwrap().0);
    while std::io::BufRead::read_line(&mut read, &mut String::new()).unwrap() > 2 {}
    let length = read.buffer().len();
    std::io::BufRead::consume(&mut read, length);
    drop(read);
    phone.expect(&call, State::Disconnected);
    let flow = format!("127.0.0.1:{port} over TCP: ");
    expect(&["2 tapi3::sip: ", &flow]);
    phone.close();

    // A server that does not let itself be asked for messages, as far as it answers.
    let script = Script::new();
    let settings = format!(
        "outbound_proxy = '127.0.0.1:{}'\nmessage_waiting = true",
        script.port
    );
    let phone = Phone::quick(&settings);
    let told = ["its messages are not told by the server"];
    expect(&told);
    assert!(!said(&["not told by the server (0)"]));
    phone.close();

    // A far end from which nothing comes: once, however often it says that it is there.
    let phone = Phone::open("media_timeout = '1s'");
    let script = Script::new();
    let call = phone.dial(script.port);
    let invite = script.expect("INVITE");
    script.accept(&invite, "1");
    script.expect("ACK");
    phone.expect(&call, State::Connected);
    let number = format!("call {}: ", call.call.id());
    let silent = [number.as_str(), "no sound has come"];
    expect(&silent);
    for again in 1..4 {
        let lines = format!(
            "Contact: <sip:script@127.0.0.1:{}>\r\nContent-Type: application/sdp\r\n",
            script.port
        );
        script.request_with(&invite, "1", "INVITE", again, &lines, support::script::SDP);
        let answer = script.find("200");
        script.request_with(&invite, "1", "ACK", again, "", "");
        assert!(answer.text.contains("m=audio"));
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    let lines = LINES.lock().unwrap().clone();
    let said = |line: &&String| silent.iter().all(|word| line.contains(word));
    assert_eq!(lines.iter().filter(said).count(), 1, "{lines:#?}");
    phone.close();

    log::set_listener(None).unwrap();
    let lines = LINES.lock().unwrap();
    for line in lines.iter() {
        assert!(!line.contains("hunter2"), "{line}");
        assert!(!line.contains("0123456789abcdef"), "{line}");
        // A whole message has these; a line that names one of them alone is no message.
        assert!(
            !line.contains("Via: ") && !line.contains("CSeq: "),
            "{line}"
        );
        let (level, target) = line.split_once(' ').unwrap();
        assert!(target.starts_with("tapi3::") || level <= "2", "{line}");
    }
}
