//! What changes at the EWS endpoint while it runs: users, tokens, rules and the certificate come
//! anew from their files without a restart and without the end of a call; and what a service
//! manager is told.

#[path = "support/ews/mod.rs"]
mod ews;
#[allow(dead_code, reason = "only a port is needed")]
#[path = "support/waiting.rs"]
mod waiting;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ews::{Certificate, DEADLINE, Endpoint, file, password_hash, program, python, tapi3, until};
use std::os::unix::net::UnixDatagram;

const HEAD: &str = "[server]\n{listen}\nany_item = true\nmetrics = \"anybody\"\n";

fn basic(name: &str, password: &str) -> String {
    format!("Basic {}", STANDARD.encode(format!("{name}:{password}")))
}

fn user(name: &str, password: &str, rest: &str) -> String {
    let hash = password_hash(password);
    format!("\n[[server.user]]\nname = \"{name}\"\n{hash}{rest}\n")
}

fn reload(endpoint: &Endpoint) -> (bool, String) {
    let (status, output, errors) = tapi3(&["--config", &endpoint.file(), "reload"], "");
    (status.success(), output + &errors)
}

#[test]
fn users_tokens_and_rules_change_with_their_file_and_calls_go_on() {
    let alice = user("alice", "a", "dial = [\"100?\"]");
    let bob = user("bob", "b", "dial = [\"*\"]");
    let endpoint = Endpoint::configured(&format!("{HEAD}{alice}{bob}"));
    let mut of_alice = endpoint.client_of(&basic("alice", "a"));
    let mut of_bob = endpoint.client_of(&basic("bob", "b"));
    let kept = of_alice.play("1001").call_id();
    of_bob.play("1001").call_id();
    assert_eq!(of_alice.play("1010").code(), "ErrorPhoneNumberNotDialable");
    let (_, output, _) = tapi3(&["passwd", "--token"], "");
    let (first, hash) = output.split_once('\n').unwrap();
    let token = first.rsplit(' ').next().unwrap();
    // Bob is gone, Carol and a robot are new and stand before Alice, and Alice may dial more.
    let carol = user("carol", "c", "dial = [\"*\"]");
    let robot = format!("[[server.user]]\nname = \"robot\"\n{hash}");
    let alice = alice.replace("100?", "10??");
    endpoint.configure(&format!("{HEAD}{carol}{robot}{alice}"));
    let mut of_carol = endpoint.client_of(&basic("carol", "c"));
    until("Carol is known", || of_carol.information("x").status == 200);
    let mut of_robot = endpoint.client_of(&format!("Bearer {token}"));
    assert_eq!(of_robot.information("x").status, 200);
    assert_eq!(
        of_bob.information("x").status,
        401,
        "on a connection that is up"
    );
    assert_eq!(of_alice.play("1010").code(), "NoError");
    assert_eq!(
        of_alice.information(&kept).element("PhoneCallState"),
        "Connected"
    );
    for client in [&mut of_carol, &mut of_robot] {
        let code = client.information(&kept).code();
        assert_eq!(code, "ErrorInvalidPhoneCallId", "a call stays its user's");
    }
    assert_eq!(endpoint.metric("tapi3_calls_live"), 3.0, "Bob's too");
    // He comes back with another password, and his call is his again.
    let bob = user("bob", "other", "max_calls = 1\ndial = [\"*\"]");
    endpoint.configure(&format!("{HEAD}{bob}{alice}"));
    let mut of_bob = endpoint.client_of(&basic("bob", "other"));
    until("Bob is known", || of_bob.information("x").status == 200);
    assert_eq!(of_bob.play("1001").code(), "ErrorExceededConnectionCount");
    assert_eq!(of_carol.information("x").status, 401);
    assert_eq!(of_alice.disconnect(&kept).code(), "NoError");
}

#[test]
fn a_call_of_a_user_who_is_gone_ends_when_nobody_asks() {
    let orphans = HEAD.to_owned() + "orphan_after = \"300ms\"\n";
    let alice = user("alice", "a", "dial = [\"*\"]");
    let bob = user("bob", "b", "dial = [\"*\"]\norphan_after = \"2s\"");
    let endpoint = Endpoint::configured(&format!("{orphans}{alice}{bob}"));
    endpoint
        .client_of(&basic("bob", "b"))
        .play("1001")
        .call_id();
    endpoint.configure(&format!("{orphans}{alice}"));
    assert!(reload(&endpoint).0);
    until("the call is over", || {
        endpoint.metric("tapi3_calls_live") == 0.0
    });
}

#[test]
fn a_wrong_new_file_keeps_the_old_state_and_says_so() {
    let alice = user("alice", "a", "dial = [\"*\"]");
    let endpoint = Endpoint::configured(&format!("{HEAD}{alice}"));
    let mut client = endpoint.client_of(&basic("alice", "a"));
    let call = client.play("1001").call_id();
    for (text, words) in [
        ("[server]\nlisten = 5", "line 2"),
        ("", "has no [server]"),
        (HEAD, "nobody may use the server"),
        (
            &format!("{HEAD}{alice}line = \"Nowhere\""),
            "no [[line]] has the name",
        ),
        (
            &format!("{HEAD}tls_certificate = \"/nowhere\"\ntls_key = \"/nowhere\"{alice}"),
            "`tls_certificate`",
        ),
        (
            &format!("{HEAD}{alice}{alice}"),
            "another user of this name",
        ),
    ] {
        endpoint.configure(text);
        let (done, said) = reload(&endpoint);
        if words == "`tls_certificate`" {
            // That is nothing wrong, it waits.
            assert!(done && said.contains("waits for a restart"), "{said}");
        } else {
            assert!(!done && said.contains(words), "{words}: {said}");
            until("the log says so", || {
                let log = endpoint.log();
                let mut lines = log.lines().filter(|line| line.contains("is not taken"));
                lines.any(|line| line.contains(words) && line.contains("ERROR"))
            });
        }
        let shown = client.information(&call).element("PhoneCallState");
        assert_eq!(shown, "Connected", "{words}");
    }
    endpoint.configure(&format!("{HEAD}{alice}{}", user("bob", "b", "")));
    let (done, said) = reload(&endpoint);
    assert!(done && said == "read anew: 2 users\n", "{said}");
    assert_eq!(
        endpoint
            .client_of(&basic("bob", "b"))
            .information("x")
            .status,
        200
    );
}

#[test]
fn what_waits_for_a_restart_is_said() {
    let alice = user("alice", "a", "dial = [\"*\"]");
    let endpoint = Endpoint::configured(&format!("{HEAD}{alice}"));
    let line = "[[line]]\nname = \"New\"\nprovider = \"sim\"\naddress = \"77\"\n";
    endpoint.configure(&format!(
        "{line}{}shutdown_timeout = \"1s\"\n[server.limits]\nmax_calls = 5\nrate = 7\n{alice}",
        HEAD.replace("{listen}", "listen = \"127.0.0.1:1\"")
    ));
    for _ in 0..2 {
        let (done, said) = reload(&endpoint);
        assert!(done, "{said}");
        for key in [
            "listen",
            "shutdown_timeout",
            "limits/max_calls",
            "outside [server]",
        ] {
            assert!(said.contains(key), "{key}: {said}");
        }
        assert!(!said.contains("rate"), "{said}");
    }
    endpoint.configure(&format!("{line}{HEAD}{alice}line = \"New\""));
    let (done, said) = reload(&endpoint);
    assert!(!done && said.contains("wait for a restart"), "{said}");
}

#[test]
fn the_command_says_when_no_server_runs_with_the_file() {
    let nobody = file("[server]\nlisten = \"127.0.0.1:0\"");
    let path = nobody.path().to_str().unwrap();
    let (status, _, errors) = tapi3(&["reload", "--config", path], "");
    assert!(!status.success());
    assert!(errors.contains("no server runs with"), "{errors}");
}

#[test]
fn a_hang_up_signal_reads_the_file_anew_unless_the_terminal_closes() {
    let alice = user("alice", "a", "dial = [\"*\"]");
    let endpoint = Endpoint::configured(&format!("{HEAD}{alice}"));
    let mut client = endpoint.client_of(&basic("alice", "a"));
    let call = client.play("1001").call_id();
    endpoint.signal("HUP");
    until("it is read", || {
        endpoint.log().contains("read anew: 1 user")
    });
    let shown = client.information(&call).element("PhoneCallState");
    assert_eq!(shown, "Connected");

    // With a terminal of its own, that closes.
    let text = format!("{HEAD}{alice}").replace("{listen}", "listen = \"127.0.0.1:0\"");
    let configuration = file(&text);
    let told = r#"
import os, pty, signal, sys
pid, terminal = pty.fork()
if pid == 0:
    os.execv(sys.argv[1], [sys.argv[1], "--config", sys.argv[2], "serve"])
said = b""
while b"listening on" not in said:
    said += os.read(terminal, 4096)
os.kill(pid, signal.SIGHUP)
while b"read anew: 1 user" not in said:
    said += os.read(terminal, 4096)
os.close(terminal)
print("ended with", os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
"#;
    let mut script = python();
    script.args(["-c", told, env!("CARGO_BIN_EXE_tapi3")]);
    let output = script.arg(configuration.path()).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    // It was not killed by the signal; that nobody reads its last words is told as ever.
    let told = ["ended with 0", "ended with 1"];
    assert!(told.iter().any(|t| said.contains(t)), "{output:?}");
}

#[test]
fn a_new_certificate_is_shown_to_whoever_comes_next_and_no_call_ends() {
    let (old, new) = (Certificate::new(&[]), Certificate::new(&[]));
    let endpoint = Endpoint::configured(&format!(
        "{HEAD}{}{}",
        old.keys(),
        user("alice", "a", "dial = [\"*\"]")
    ));
    let url = |path: &str| format!("https://localhost:{}{path}", endpoint.address.port());
    let trusts = |certificate: &str| {
        let curl = program("curl")
            .args(["--silent", "--cacert", certificate, &url("/healthz")])
            .output();
        curl.expect("curl is needed for this test: apt-get install curl")
            .status
            .success()
    };
    let first = file(&std::fs::read_to_string(old.path("cert.pem")).unwrap());
    let first = first.path().to_str().unwrap();
    assert!(trusts(first) && !trusts(&new.path("cert.pem")));
    // The key first: for a moment the two do not fit, and the old certificate is shown on.
    std::fs::copy(new.path("key.pem"), old.path("key.pem")).unwrap();
    let (done, said) = reload(&endpoint);
    assert!(!done && said.contains("is not the key of"), "{said}");
    assert!(trusts(first));
    std::fs::copy(new.path("cert.pem"), old.path("cert.pem")).unwrap();
    until("the new one is shown", || trusts(&new.path("cert.pem")));
    assert!(!trusts(first));
}

#[test]
fn a_service_manager_hears_that_it_is_ready_lives_and_stops() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notify");
    let manager = UnixDatagram::bind(&path).unwrap();
    manager.set_read_timeout(Some(DEADLINE)).unwrap();
    let mut environment = program("env");
    environment
        .arg(format!("NOTIFY_SOCKET={}", path.display()))
        .arg("WATCHDOG_USEC=300000");
    let endpoint = Endpoint::demo_under(environment);
    let hear = || {
        let mut bytes = [0; 1024];
        let length = manager
            .recv(&mut bytes)
            .expect("the manager hears something");
        String::from_utf8_lossy(&bytes[..length]).into_owned()
    };
    let ready = format!("READY=1\nSTATUS=listening on {}", endpoint.url);
    assert_eq!(hear(), ready);
    for _ in 0..3 {
        assert_eq!(hear(), "WATCHDOG=1");
    }
    assert_eq!(endpoint.client().play("1001").code(), "NoError");
    endpoint.signal("TERM");
    loop {
        match hear().as_str() {
            "WATCHDOG=1" => {}
            other => {
                break assert_eq!(
                    other,
                    "STOPPING=1\nEXTEND_TIMEOUT_USEC=40000000\nSTATUS=stopping, ending 1 call"
                );
            }
        }
    }
    assert!(endpoint.end().0.success());
}

/// A SIP line's port is open once only.
#[test]
fn the_lines_of_a_server_that_runs_are_shown_as_it_has_them() {
    let port = waiting::free_port();
    let alice = user("alice", "a", "dial = [\"*\"]");
    let trunk = format!(
        "\n[[line]]\nname = \"Trunk\"\nprovider = \"sip\"\nuri = \"sip:a@127.0.0.1\"\n\
         listen = \"127.0.0.1:{port}\"\n[cluster]\nname = \"here\"\nurl = \"nats://127.0.0.1:1\"\n"
    );
    let trunk = match cfg!(feature = "cluster") {
        true => trunk,
        false => trunk.split("[cluster]").next().unwrap().to_owned(),
    };
    let endpoint = Endpoint::configured(&format!("{HEAD}{alice}{trunk}"));
    let file = endpoint.file();
    let (status, shown, errors) = tapi3(&["--config", &file, "lines"], "");
    assert!(status.success(), "{errors}");
    let row = shown.lines().nth(1).unwrap_or_default();
    let provider = if cfg!(feature = "cluster") {
        " SIP@here "
    } else {
        " SIP "
    };
    assert!(
        row.starts_with("Trunk ") && row.contains(provider) && row.contains(" in service "),
        "{shown}"
    );
}
