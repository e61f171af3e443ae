//! How calls end that nobody ends: orphans, calls that last too long, lost replies, and the stop of
//! the endpoint; and how long a call that is over is remembered.

#[path = "support/ews/mod.rs"]
mod ews;
#[path = "support/scripted.rs"]
mod scripted;

use ews::{Endpoint, password_hash, until};
use scripted::{Act, Asked, Scripted, error, good};
use std::io::{Read, Write};
use std::time::{Duration, Instant};
use tapi3::soap::ErrorCode;
use tapi3::soap::OperationKind::{DisconnectPhoneCall, PlayOnPhone};

fn configured(line: &str, server: &str) -> Endpoint {
    let hash = password_hash("demo");
    Endpoint::configured(&format!(
        "{line}\n[server]\n{{listen}}\nany_item = true\nmetrics = \"anybody\"\n{server}\n\
         [[server.user]]\nname = \"demo\"\ndial = [\"*\"]\nmax_calls = 100\n{hash}"
    ))
}

const ORPHANS: &str = "tapi3_calls_ended_total{by=\"orphan\"}";

#[test]
fn a_call_that_nobody_asks_about_is_ended_and_the_others_are_not() {
    let endpoint = configured("", "orphan_after = \"5s\"");
    let mut client = endpoint.client();
    let asked = client.play("1001").call_id();
    client.play("1001");
    client.play("1003");
    until("the two are ended", || {
        assert_eq!(
            client.information(&asked).element("PhoneCallState"),
            "Connected"
        );
        endpoint.metric(ORPHANS) == 2.0
    });
    assert_eq!(endpoint.metric("tapi3_calls_live"), 1.0);
    until("the third is ended", || endpoint.metric(ORPHANS) == 3.0);
    assert_eq!(
        client.information(&asked).information(),
        "Disconnected None 200 OK"
    );
}

#[test]
fn no_call_lasts_for_ever() {
    let endpoint = configured("", "max_call_time = \"300ms\"");
    let mut client = endpoint.client();
    let id = client.play("1001").call_id();
    until("it is over", || {
        client.information(&id).element("PhoneCallState") == "Disconnected"
    });
    assert_eq!(
        endpoint.metric("tapi3_calls_ended_total{by=\"time_limit\"}"),
        1.0
    );
}

#[test]
fn a_call_that_is_over_is_remembered_for_its_time() {
    let endpoint = configured("", "remember_ended = \"4s\"");
    let mut client = endpoint.client();
    let id = client.play("1001").call_id();
    client.disconnect(&id);
    assert_eq!(
        client.information(&id).information(),
        "Disconnected None 200 OK"
    );
    until("it is forgotten", || {
        let answer = client.information(&id);
        let code = answer.code();
        code == "ErrorInvalidPhoneCallId"
    });
    assert_eq!(endpoint.metric("tapi3_calls_remembered"), 0.0);
}

/// A client asks for a call on a slow line, and is gone before the line gives this answer.
fn gone_before(answer: fn(&Asked) -> Act) -> (Endpoint, Scripted) {
    let (slow, go_on) = Scripted::slow_to_place(answer);
    let line = format!(
        "[[line]]\nname = \"Slow\"\nprovider = \"ews\"\nurl = \"http://{}/\"\nitem = \"i\"\n\
         user = \"u\"\npassword = \"p\"\n",
        slow.address
    );
    let endpoint = configured(&line, "");
    let mut client = endpoint.client();
    let body = ews::envelope(
        "",
        "<m:PlayOnPhone><m:ItemId Id=\"a\"/><m:DialString>1001</m:DialString></m:PlayOnPhone>",
    );
    client.send((client.head("", body.len()) + &body).as_bytes());
    until("the line is asked", || !slow.asked(PlayOnPhone).is_empty());
    client.hang();
    // One that was closed may count yet when the next one asks, so there is one only.
    let mut looking = endpoint.client();
    until("the endpoint has seen it", || {
        looking.metric("tapi3_connections") <= 1.0
    });
    go_on.send(()).unwrap();
    until("nothing is left", || {
        endpoint.metric("tapi3_calls_live") == 0.0
    });
    (endpoint, slow)
}

const LOST: &str = "tapi3_calls_ended_total{by=\"lost_reply\"}";

#[test]
fn a_client_that_is_gone_before_the_answer_leaves_no_call_behind() {
    let (endpoint, slow) = gone_before(good);
    assert_eq!(slow.asked(DisconnectPhoneCall).len(), 1);
    assert_eq!(endpoint.metric(LOST), 1.0);
}

#[test]
fn a_client_that_is_gone_before_a_refusal_leaves_no_call_behind() {
    let (_, slow) = gone_before(|asked| error(asked.operation, ErrorCode::IpGatewayNotFound));
    assert!(slow.asked(DisconnectPhoneCall).is_empty());
}

#[test]
fn clients_that_vanish_at_any_moment_leave_no_call_behind() {
    let line = "[[line]]\nname = \"Office\"\nprovider = \"sip\"\nuri = \"sip:alice@127.0.0.1\"\n\
                listen = \"127.0.0.1:0\"\nmax_calls = 1000\n";
    let limits = "orphan_after = \"300ms\"\n[server.limits]\nrate = 100000\nburst = 100000\n";
    let endpoint = configured(line, limits);
    // The line refuses the first at once, and calls the second, who says nothing.
    let numbers = ["sips:a@127.0.0.1", "sips:b@127.0.0.1", "sip:c@127.0.0.1:9"];
    for (n, number) in numbers.iter().cycle().take(1500).enumerate() {
        let mut client = endpoint.client();
        let body = ews::envelope(
            "",
            &format!(
                "<m:PlayOnPhone><m:ItemId Id=\"a\"/><m:DialString>{number}</m:DialString>\
                 </m:PlayOnPhone>"
            ),
        );
        client.send((client.head("", body.len()) + &body).as_bytes());
        // From before the request is read until after its answer is written.
        let end = Instant::now() + Duration::from_micros(n as u64 % 100 * 20);
        while Instant::now() < end {
            std::hint::spin_loop();
        }
        client.hang();
    }
    let mut looking = endpoint.client();
    until("nothing is left", || {
        looking.metric("tapi3_connections") <= 1.0 && looking.metric("tapi3_calls_live") == 0.0
    });
    endpoint.signal("TERM");
    assert_eq!(
        endpoint.end().1,
        "stopped: 0 calls ended, 0 calls not confirmed"
    );
}

#[test]
fn a_stop_ends_the_calls_and_says_so() {
    for signal in ["TERM", "INT", "HUP"] {
        // Whoever waited here would wait too long. A file to read anew would be read at a HUP.
        let endpoint = match signal {
            "HUP" => Endpoint::demo(),
            _ => configured("", "shutdown_timeout = \"1h\""),
        };
        let mut client = endpoint.client();
        client.play("1001");
        client.play("1003");
        client.play("1002");
        endpoint.signal(signal);
        // The connection is idle: it is closed, and nobody waits for it.
        assert!(client.is_closed());
        let (status, last) = endpoint.end();
        assert_eq!(status.code(), Some(0));
        assert_eq!(last, "stopped: 2 calls ended, 0 calls not confirmed");
    }
}

#[test]
fn an_endpoint_under_nohup_outlives_its_terminal() {
    let endpoint = Endpoint::demo_under(ews::program("nohup"));
    let mut client = endpoint.client();
    let id = client.play("1001").call_id();
    endpoint.signal("HUP");
    let shown = client.information(&id).element("PhoneCallState");
    assert_eq!(shown, "Connected");
    endpoint.signal("TERM");
    until("it is stopping", || endpoint.log().contains("stopping"));
    let log = endpoint.log();
    assert!(log.contains("signal=\"SIGTERM\""), "{log}");
    assert!(!log.contains("SIGHUP"), "{log}");
    assert!(endpoint.end().0.success());
}

#[test]
fn a_stop_does_not_wait_for_a_silent_line_for_ever() {
    let endpoint = configured("", "shutdown_timeout = \"3s\"");
    let mut client = endpoint.client();
    client.play("1006");
    client.play("1001");
    endpoint.signal("TERM");
    let (status, last) = endpoint.end();
    assert_eq!(status.code(), Some(1));
    assert_eq!(last, "stopped: 1 call ended, 1 call not confirmed");
}

#[test]
fn a_second_signal_cuts_the_stop_short() {
    let mut endpoint = configured("", "shutdown_timeout = \"1h\"");
    let mut client = endpoint.client();
    client.play("1006");
    endpoint.signal("TERM");
    until("it is stopping", || endpoint.log().contains("stopping"));
    assert!(endpoint.is_running());
    endpoint.signal("TERM");
    let (status, last) = endpoint.end();
    assert_eq!(status.code(), Some(1));
    assert_eq!(last, "stopped: 0 calls ended, 1 call not confirmed");
}

#[test]
fn a_signal_more_does_not_wait_for_lines_that_close_slowly() {
    let slow = Scripted::good();
    let line = format!(
        "[[line]]\nname = \"Slow\"\nprovider = \"ews\"\nurl = \"http://{}/\"\nitem = \"i\"\n\
         user = \"u\"\npassword = \"p\"\n",
        slow.address
    );
    let endpoint = configured(&line, "shutdown_timeout = \"100ms\"");
    endpoint.client().play("1001").call_id();
    slow.behave(|_| Act::Silence);
    endpoint.signal("TERM");
    until("it has stopped", || endpoint.log().contains("stopped"));
    endpoint.signal("TERM");
    until("it leaves", || {
        endpoint.log().contains("left before the lines were closed")
    });
    assert_eq!(endpoint.end().0.code(), Some(1));
}

#[test]
fn an_answer_that_is_on_its_way_still_goes_out() {
    let endpoint = configured(
        "",
        "shutdown_timeout = \"20s\"\n[server.limits]\nanswer_timeout = \"500ms\"",
    );
    let mut client = endpoint.client();
    let id = client.play("1006").call_id();
    let mut other = endpoint.client();
    let call = format!("/api/v1/calls/{id}");
    let waiting = std::thread::spawn(move || other.disconnect(&id).code());
    until("it is in work", || {
        client.get(&call).body.contains("\"ending\":true")
    });
    endpoint.signal("TERM");
    assert_eq!(waiting.join().unwrap(), "ErrorTimeoutExpired");
    endpoint.signal("TERM");
    assert_eq!(endpoint.end().0.code(), Some(1));
}

#[test]
fn requests_that_do_not_come_whole_do_not_hold_the_stop_up() {
    let endpoint = configured(
        "",
        "shutdown_timeout = \"1h\"\n[server.limits]\ntransfer_timeout = \"1h\"\nidle_timeout = \"1h\"",
    );
    let (mut head, mut body) = (endpoint.client(), endpoint.client());
    head.send(b"POST /EWS/Exchange.asmx HTTP/1.1\r\nHost:");
    body.send((body.head("Expect: 100-continue\r\n", 100)).as_bytes());
    assert_eq!(body.receive().unwrap().status, 100);
    body.send(b"<half of");
    until("both are there", || {
        endpoint.metric("tapi3_connections") >= 3.0
    });
    endpoint.signal("TERM");
    assert_eq!(
        endpoint.end().1,
        "stopped: 0 calls ended, 0 calls not confirmed"
    );
}

#[test]
fn handshakes_that_nobody_ends_do_not_hold_the_stop_up() {
    let certificate = ews::Certificate::new(&[]);
    let endpoint = configured(
        "",
        &format!(
            "shutdown_timeout = \"1h\"\n{}[server.limits]\ntransfer_timeout = \"1h\"",
            certificate.keys()
        ),
    );
    let connect = || std::net::TcpStream::connect(endpoint.address).unwrap();
    let silent = connect();
    // Behind the silent one: what is no TLS is answered, and closed.
    let mut other = connect();
    other.write_all(b"GET / HTTP/1.1\r\n\r\n").unwrap();
    // Perhaps by a reset.
    let _ = other.read_to_end(&mut Vec::new());
    endpoint.signal("TERM");
    assert!(endpoint.end().0.success());
    drop(silent);
}

#[test]
fn a_stopping_endpoint_takes_no_new_calls() {
    let endpoint = configured("", "shutdown_timeout = \"20s\"");
    let mut client = endpoint.client();
    client.play("1006");
    // A request that has begun before the stop and is whole only after it.
    let mut late = endpoint.client();
    let body = ews::envelope(
        "",
        "<m:PlayOnPhone><m:ItemId Id=\"a\"/><m:DialString>1001</m:DialString></m:PlayOnPhone>",
    );
    late.send((late.head("Expect: 100-continue\r\n", body.len())).as_bytes());
    assert_eq!(late.receive().unwrap().status, 100);
    endpoint.signal("TERM");
    until("it is stopping", || endpoint.log().contains("stopping"));
    let answer = late.exchange(body.as_bytes());
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (500, "ErrorServerBusy")
    );
    // That it stops is said before the listener is closed.
    until("nobody is let in any more", || {
        std::net::TcpStream::connect(endpoint.address).is_err()
    });
}
