//! `tapi3 drain`: the server takes no new calls, and ends when those that are up are over.

#[path = "support/ews/mod.rs"]
mod ews;

use ews::{Endpoint, password_hash, tapi3, until};
use std::sync::mpsc::channel;

fn endpoint() -> Endpoint {
    let hash = password_hash("demo");
    Endpoint::configured(&format!(
        "[[line]]\nname = \"One\"\nprovider = \"sim\"\naddress = \"2001\"\n\
         [server]\n{{listen}}\nany_item = true\nmetrics = \"anybody\"\n\
         [[server.user]]\nname = \"demo\"\ndial = [\"*\"]\n{hash}"
    ))
}

#[test]
fn a_server_that_is_drained_takes_no_new_calls_and_ends_with_its_last() {
    let endpoint = endpoint();
    let mut client = endpoint.client();
    let calls = [client.play("1001").call_id(), client.play("1001").call_id()];
    let file = endpoint.file();
    let (sender, ended) = channel();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let drained = tapi3(&["--config", &file, "drain"], "");
            sender.send(drained).unwrap();
        });
        until("it is draining", || {
            endpoint.page("/healthz").body == "draining"
        });
        assert_eq!(client.play("1001").code(), "ErrorServerBusy");
        // Otherwise it goes on as before.
        let (status, _, errors) = tapi3(&["--config", &file, "reload"], "");
        assert!(status.success(), "{errors}");
        assert_eq!(client.disconnect(&calls[0]).code(), "NoError");
        assert_eq!(
            client.information(&calls[1]).information(),
            "Connected None 200 OK"
        );
        assert!(ended.try_recv().is_err(), "nobody waits for the call");
        assert_eq!(client.disconnect(&calls[1]).code(), "NoError");
        let (status, said, errors) = ended.recv().unwrap();
        assert!(status.success(), "{errors}");
        let said: Vec<&str> = said.lines().collect();
        assert_eq!(said.first(), Some(&"2 calls are left"));
        assert_eq!(said.last(), Some(&"the server has ended"));
    });
    let (status, last) = endpoint.end();
    assert!(status.success());
    assert_eq!(last, "stopped: 0 calls ended, 0 calls not confirmed");
}

#[test]
fn a_server_without_calls_ends_at_once_and_one_that_is_not_there_is_named() {
    let endpoint = endpoint();
    let file = endpoint.file();
    let (status, said, _) = tapi3(&["--config", &file, "drain", "--no-wait"], "");
    assert!(status.success());
    assert_eq!(said, "no calls are left\n");
    let mut endpoint = endpoint;
    until("it ends", || !endpoint.is_running());
    let (status, _, errors) = tapi3(&["--config", &file, "drain"], "");
    assert!(
        !status.success() && errors.contains("no server runs with"),
        "{errors}"
    );
}

#[test]
fn a_signal_stops_a_server_that_is_being_drained() {
    let endpoint = endpoint();
    endpoint.client().play("1001").call_id();
    let file = endpoint.file();
    let (status, said, _) = tapi3(&["--config", &file, "drain", "--no-wait"], "");
    assert!(status.success());
    assert_eq!(said, "1 call is left\n");
    // Whoever waits for it asks again and again; the log says it once.
    tapi3(&["--config", &file, "drain", "--no-wait"], "");
    let (_, _, errors) = tapi3(&["--config", &file, "reload"], "");
    assert!(errors.is_empty(), "{errors}");
    until("what was said is in the log", || {
        endpoint.log().contains("was read anew")
    });
    let log = endpoint.log();
    assert_eq!(log.matches(" draining ").count(), 1, "{log}");
    endpoint.signal("TERM");
    let (status, last) = endpoint.end();
    assert!(status.success());
    assert_eq!(last, "stopped: 1 call ended, 0 calls not confirmed");
}
