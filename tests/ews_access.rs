//! Who may do what at the EWS endpoint: logins, ownership, impersonation, what may be dialled and
//! played, and TLS.

#[path = "support/ews/mod.rs"]
mod ews;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ews::{
    Certificate, Endpoint, TYPES, envelope, file, password_hash, program, refusing_registrar,
    sound, tapi3, until,
};
use std::time::Duration;

fn basic(name: &str, password: &str) -> String {
    format!("Basic {}", STANDARD.encode(format!("{name}:{password}")))
}

fn user(name: &str, password: &str, rest: &str) -> String {
    let hash = password_hash(password);
    format!("\n[[server.user]]\nname = \"{name}\"\n{hash}{rest}\n")
}

/// A token and the line with its hash.
fn token() -> (String, String) {
    let (_, output, _) = tapi3(&["passwd", "--token"], "");
    let (first, hash) = output.split_once('\n').unwrap();
    let token = first.rsplit(' ').next().unwrap();
    (token.to_owned(), hash.to_owned())
}

const HEAD: &str = "[server]\n{listen}\nany_item = true\nmetrics = \"anybody\"\n";
const ANYTHING: &str = "dial = [\"*\"]";

#[test]
fn nobody_is_served_without_credentials() {
    let (token, hash) = token();
    let bob = format!("\n[[server.user]]\nname = \"bob\"\n{hash}\n{ANYTHING}");
    let endpoint = Endpoint::configured(&format!("{HEAD}{}{bob}", user("alice", "wonder", "")));
    let right = [
        basic("alice", "wonder"),
        basic("Alice", "wonder"),
        format!("Bearer {token}"),
    ];
    for who in right {
        let code = endpoint.client_of(&who).information("x").code();
        assert_eq!(code, "ErrorInvalidPhoneCallId", "{who}");
    }
    for who in [
        "",
        "Basic",
        "Basic !",
        "Bearer x",
        "Negotiate YII=",
        "NTLM TlRM",
        &basic("alice", ""),
        &basic("alice", "wonde"),
        &basic("bob", "wonder"),
        &basic("carol", "wonder"),
    ] {
        // On one connection, as clients do it: first without, then with credentials.
        let mut client = endpoint.client_of(who);
        let answer = client.play("1001");
        assert_eq!(answer.status, 401, "{who}");
        let expected = [
            "Basic realm=\"tapi3\", charset=\"UTF-8\"",
            "Bearer realm=\"tapi3\"",
        ];
        assert_eq!(answer.header("www-authenticate"), expected);
        client.authorization = basic("alice", "wonder");
        assert_eq!(client.information("x").status, 200);
    }
    assert_eq!(endpoint.metric("tapi3_calls_placed_total"), 0.0);
    assert_eq!(
        endpoint.metric("tapi3_http_refusals_total{status=\"401\"}"),
        10.0
    );
    let log = endpoint.log();
    for secret in ["wonder", &token, &basic("alice", "wonder")] {
        assert!(!log.contains(secret), "{log}");
    }
}

#[test]
fn names_and_passwords_are_taken_in_utf8_and_in_latin_1_and_under_other_names() {
    let endpoint = Endpoint::configured(&format!(
        "{HEAD}{}{}",
        user("Jürgen", "Gruß 5€", ""),
        user(
            "alice",
            "wonder",
            "other_names = ['DOM\\alice', \"alice@example.org\"]"
        )
    ));
    let sent = |bytes: &[u8]| format!("Basic {}", STANDARD.encode(bytes));
    for right in [
        sent("Jürgen:Gruß 5€".as_bytes()),
        sent("JÜRGEN:Gruß 5€".as_bytes()),
        sent(b"J\xfcrgen:Gru\xdf 5\x80"),
        sent(b"j\xdcrgen:Gru\xdf 5\x80"),
        basic("dom\\Alice", "wonder"),
        basic("Alice@Example.org", "wonder"),
    ] {
        let code = endpoint.client_of(&right).information("x").code();
        assert_eq!(code, "ErrorInvalidPhoneCallId", "{right}");
    }
    for (wrong, why) in [
        (
            sent(b"J\xfcrgen:Gru\xdf"),
            "the password of \"jürgen\" is another",
        ),
        (sent(b"J\xfcrg:Gru\xdf"), "there is no user \"jürg\""),
        (basic("OTHER\\alice", "wonder"), "there is no user"),
        ("Negotiate YII=".to_owned(), "Negotiate is not understood"),
        ("Basic !".to_owned(), "not Base64"),
    ] {
        assert_eq!(endpoint.client_of(&wrong).information("x").status, 401);
        until("the log says why", || {
            let log = endpoint.log();
            let line = log.lines().rev().find(|line| line.contains("not let in"));
            line.is_some_and(|line| line.replace('\\', "").contains(why))
        });
    }
}

#[test]
fn a_request_is_looked_into_only_after_the_login() {
    let endpoint = Endpoint::demo();
    for body in ["<nonsense", "", &"x".repeat(100_000)] {
        let answer = endpoint.client_of("").post(body.as_bytes());
        assert_eq!(answer.status, 401);
    }
    // One that asks first is refused before it sends its body.
    let mut client = endpoint.client_of("");
    let answer = client.exchange(client.head("Expect: 100-continue\r\n", 10).as_bytes());
    assert_eq!(answer.status, 401);
    let mut client = endpoint.client();
    let body = envelope(
        "",
        "<m:DisconnectPhoneCall><m:PhoneCallId Id=\"x\"/></m:DisconnectPhoneCall>",
    );
    let answer = client.exchange(
        client
            .head("Expect: 100-continue\r\n", body.len())
            .as_bytes(),
    );
    assert_eq!(answer.status, 100);
    assert_eq!(client.exchange(body.as_bytes()).status, 200);
}

#[test]
fn guessing_passwords_is_slow() {
    let endpoint = Endpoint::configured(&format!(
        "{HEAD}[server.limits]\nfailed_logins = 3\n{}",
        user("alice", "wonder", "")
    ));
    let mut alice = endpoint.client_of(&basic("alice", "wonder"));
    assert_eq!(alice.information("x").status, 200);
    let guess = |n: u32| {
        let mut client = endpoint.client_of(&basic("alice", &n.to_string()));
        client.information("x")
    };
    for n in 0..3 {
        assert_eq!(guess(n).status, 401);
    }
    let answer = guess(3);
    assert_eq!(answer.status, 429);
    let wait: u64 = answer.header("retry-after")[0].parse().unwrap();
    assert!((1..=20).contains(&wait), "{wait}");
    assert_eq!(alice.information("x").status, 200, "whoever is in stays in");
}

#[test]
fn clients_that_hang_up_get_no_more_guesses_and_take_no_memory() {
    let endpoint = Endpoint::configured(&format!(
        "{HEAD}[server.limits]\nfailed_logins = 12\n{}",
        user("alice", "wonder", "")
    ));
    let mut alice = endpoint.client_of(&basic("alice", "wonder"));
    assert_eq!(alice.information("x").status, 200);
    let before = endpoint.memory();
    let mut late = endpoint.client_of(&basic("alice", "x"));
    until("guessing is over for a while", || {
        for n in 0..100 {
            let mut client = endpoint.client_of(&basic("alice", &n.to_string()));
            client.send(client.head("", 0).as_bytes());
            // Most are read in this time, and none is answered.
            std::thread::sleep(Duration::from_millis(1));
            client.hang();
        }
        late.information("x").status == 429
    });
    assert_eq!(alice.information("x").status, 200, "whoever is in stays in");
    // A check takes 19 MiB, and gives them back.
    until("the checks are done", || {
        endpoint.memory() < before + 15 * 1024
    });
}

#[test]
fn a_call_belongs_to_the_one_who_started_it() {
    let users = user("alice", "a", ANYTHING) + &user("bob", "b", ANYTHING);
    let endpoint = Endpoint::configured(&format!("{HEAD}{users}"));
    let mut alice = endpoint.client_of(&basic("alice", "a"));
    let mut bob = endpoint.client_of(&basic("bob", "b"));
    let id = alice.play("1001").call_id();
    let known = bob.information(&id);
    let unknown = bob.information("AAAAAAAAAAAAAAAAAAAAAA");
    assert_eq!(known.body, unknown.body, "no hint that the call is there");
    assert_eq!(bob.disconnect(&id).code(), "ErrorInvalidPhoneCallId");
    assert_eq!(
        alice.information(&id).information(),
        "Connected None 200 OK"
    );
    assert_eq!(alice.disconnect(&id).code(), "NoError");
    let others: Vec<_> = (0..20).map(|_| alice.play("1002").call_id()).collect();
    let mut distinct = others.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), others.len());
    assert!(others.iter().all(|id| id.len() == 22));
}

#[test]
fn nothing_is_dialled_that_is_not_listed() {
    let endpoint = Endpoint::configured(&format!(
        "{HEAD}{}{}",
        user(
            "alice",
            "a",
            "dial = [\"100?\", \"+49*\"]\ndeny = [\"+49900*\", \"1002\"]"
        ),
        user("bob", "b", "")
    ));
    let mut alice = endpoint.client_of(&basic("alice", "a"));
    for (dial_string, code) in [
        ("1001", "NoError"),
        ("+49 (30) 1", "NoError"),
        ("tel:+49-30-1", "NoError"),
        ("1002", "ErrorPhoneNumberNotDialable"),
        ("1010", "ErrorPhoneNumberNotDialable"),
        ("+49-900-1", "ErrorPhoneNumberNotDialable"),
        ("004930", "ErrorPhoneNumberNotDialable"),
        ("+1 900 1", "ErrorPhoneNumberNotDialable"),
    ] {
        assert_eq!(alice.play(dial_string).code(), code, "{dial_string}");
    }
    let mut bob = endpoint.client_of(&basic("bob", "b"));
    assert_eq!(
        bob.play("1001").code(),
        "ErrorUserNotUnifiedMessagingEnabled"
    );
    assert_eq!(endpoint.metric("tapi3_calls_placed_total"), 3.0);
    // The client hears a code; whoever runs the server can read why.
    until("the log says why", || {
        let log = endpoint.log();
        let why = |name: &str, reason: &str| {
            let line = |line: &&str| line.contains(&format!("user=\"{name}\""));
            log.lines().filter(line).any(|line| line.contains(reason))
        };
        why("alice", "fits a deny pattern")
            && why("alice", "fits no dial pattern")
            && why("bob", "no dial patterns")
    });
}

#[test]
fn no_port_and_no_service_code_gets_past_the_dial_rules() {
    let endpoint = Endpoint::configured(&format!(
        "{HEAD}{}{}",
        user(
            "alice",
            "a",
            "dial = [\"*\"]\ndeny = [\"sip:*@localhost\", \"sip:*@127.0.0.1\"]"
        ),
        user("bob", "b", r"dial = ['1???', '\*43*']"),
    ));
    let mut alice = endpoint.client_of(&basic("alice", "a"));
    for dial_string in [
        "sip:a@localhost",
        "sip:a@localhost:15060",
        "SIP:A@LocalHost:015060",
        "sips:a@localhost:15060",
        "sip:a@[::ffff:127.0.0.1]:15060",
        "*72",
        "1#1",
        "sip:*72@example.com",
    ] {
        let code = alice.play(dial_string).code();
        assert_eq!(code, "ErrorPhoneNumberNotDialable", "{dial_string}");
    }
    for dial_string in ["sip:a@localhost.", "sip:a@127.1", "sip:a@0x7f.0.0.1:15060"] {
        assert_eq!(alice.play(dial_string).code(), "ErrorInvalidSIPUri");
    }
    let mut bob = endpoint.client_of(&basic("bob", "b"));
    assert_eq!(bob.play("1001").code(), "NoError");
    assert_eq!(bob.play("1*72").code(), "ErrorPhoneNumberNotDialable");
    assert_ne!(
        bob.play("*43100").code(),
        "ErrorPhoneNumberNotDialable",
        "one that is named"
    );
    until("the log says why", || {
        endpoint.log().contains("that no dial pattern names")
    });
}

#[test]
fn a_user_has_so_many_calls_at_once_and_no_more() {
    let endpoint = Endpoint::configured(&format!(
        "{HEAD}[server.limits]\nmax_calls = 3\n{}{}",
        user("alice", "a", &format!("{ANYTHING}\nmax_calls = 2")),
        user("bob", "b", ANYTHING)
    ));
    let mut alice = endpoint.client_of(&basic("alice", "a"));
    let first = alice.play("1001").call_id();
    alice.play("1001").call_id();
    assert_eq!(alice.play("1001").code(), "ErrorExceededConnectionCount");
    let mut bob = endpoint.client_of(&basic("bob", "b"));
    bob.play("1001").call_id();
    assert_eq!(bob.play("1001").code(), "ErrorInsufficientResources");
    alice.disconnect(&first);
    alice.play("1001").call_id();
    // Calls that end by themselves make room too.
    assert_eq!(endpoint.metric("tapi3_calls_live"), 3.0);
}

#[test]
fn a_line_out_of_service_or_full_is_said() {
    let registrar = refusing_registrar();
    let endpoint = Endpoint::configured(&format!(
        "[[line]]\nname = \"One\"\nprovider = \"sim\"\naddress = \"2001\"\nmax_calls = 1\n\
         [[line]]\nname = \"Away\"\nprovider = \"sip\"\nuri = \"sip:a@{registrar}\"\n\
         listen = \"127.0.0.1:0\"\nregister = true\nuser = \"a\"\npassword = \"hunter2\"\n{HEAD}{}{}",
        user("alice", "a", &format!("{ANYTHING}\nline = \"One\"")),
        user("bob", "b", &format!("{ANYTHING}\nline = \"Away\""))
    ));
    let mut alice = endpoint.client_of(&basic("alice", "a"));
    alice.play("1001").call_id();
    assert_eq!(alice.play("1001").code(), "ErrorExceededConnectionCount");
    assert_eq!(
        endpoint.metric("tapi3_calls_live"),
        1.0,
        "the refused call is no call"
    );
    let mut bob = endpoint.client_of(&basic("bob", "b"));
    until("the line is known to be out of service", || {
        bob.play("sip:b@127.0.0.1:9").code() == "ErrorIPGatewayNotFound"
    });
    assert!(
        !endpoint.log().contains("REGISTER sip"),
        "no message as a whole in the log"
    );
}

#[test]
fn one_may_act_for_another_only_if_the_configuration_says_so() {
    let endpoint = Endpoint::configured(&format!(
        "{HEAD}{}{}{}",
        user(
            "boss",
            "b",
            &format!("{ANYTHING}\naddresses = [\"boss@example.com\"]")
        ),
        user("secretary", "s", "may_impersonate = [\"boss\"]"),
        user("guest", "g", ""),
    ));
    let play = |who: &str, sid: &str| {
        let header = format!(
            "<t:ExchangeImpersonation><t:ConnectingSID>{sid}</t:ConnectingSID>\
             </t:ExchangeImpersonation>"
        );
        let operation = "<m:PlayOnPhone><m:ItemId Id=\"a\"/><m:DialString>1001</m:DialString>\
                         </m:PlayOnPhone>";
        let mut client = endpoint.client_of(&basic(who, &who[..1]));
        client.post(envelope(&header, operation).as_bytes())
    };
    let boss = "<t:PrimarySmtpAddress>Boss@Example.com</t:PrimarySmtpAddress>";
    let answer = play("secretary", boss);
    let id = answer.call_id();
    // It is the boss's call now, and nobody else's.
    let mut client = endpoint.client_of(&basic("boss", "b"));
    assert_eq!(
        client.information(&id).element("PhoneCallState"),
        "Connected"
    );
    let mut secretary = endpoint.client_of(&basic("secretary", "s"));
    assert_eq!(secretary.information(&id).code(), "ErrorInvalidPhoneCallId");
    assert_eq!(play("boss", boss).code(), "NoError", "acting for oneself");
    assert_eq!(
        play("boss", "<t:PrincipalName>BOSS</t:PrincipalName>").code(),
        "NoError"
    );
    for (who, sid, code) in [
        ("guest", boss, "ErrorImpersonationDenied"),
        (
            "secretary",
            "<t:PrincipalName>guest</t:PrincipalName>",
            "ErrorImpersonateUserDenied",
        ),
        (
            "secretary",
            "<t:SID>S-1-5-18</t:SID>",
            "ErrorImpersonateUserDenied",
        ),
        (
            "secretary",
            "<t:SmtpAddress>x@y</t:SmtpAddress>",
            "ErrorImpersonateUserDenied",
        ),
        (
            "secretary",
            "",
            "ErrorInvalidExchangeImpersonationHeaderData",
        ),
    ] {
        let answer = play(who, sid);
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (500, code),
            "{who} {sid}"
        );
        assert!(answer.body.contains(&format!("\"{TYPES}\"")));
    }
}

#[test]
fn only_configured_items_are_played() {
    let sound = sound();
    let endpoint = Endpoint::configured(&format!(
        "[server]\n{{listen}}\n{}\n[[server.item]]\nid = \"welcome\"\nfile = \"{}\"",
        user("alice", "a", ANYTHING),
        sound.path().display()
    ));
    let mut alice = endpoint.client_of(&basic("alice", "a"));
    assert_eq!(alice.play_item("welcome", "1001").code(), "NoError");
    assert_eq!(
        alice.play_item("Welcome", "1001").code(),
        "ErrorItemNotFound"
    );
    assert_eq!(
        alice.play_item("goodbye", "1001").code(),
        "ErrorItemNotFound"
    );
}

#[test]
fn the_numbers_are_for_users_unless_said_otherwise() {
    let users = user("alice", "a", "");
    let endpoint = Endpoint::configured(&format!("[server]\n{{listen}}\n{users}"));
    assert_eq!(endpoint.client_of("").get("/metrics").status, 401);
    assert_eq!(
        endpoint
            .client_of(&basic("alice", "a"))
            .get("/metrics")
            .status,
        200
    );
    let off = Endpoint::configured(&format!("[server]\n{{listen}}\nmetrics = \"off\"\n{users}"));
    assert_eq!(
        off.client_of(&basic("alice", "a")).get("/metrics").status,
        404
    );
    assert_eq!(off.client_of("").get("/healthz").status, 200);
}

#[test]
fn tls_is_spoken_to_those_who_trust_the_certificate() {
    let certificate = Certificate::new(&[]);
    let endpoint = Endpoint::configured(&format!(
        "{HEAD}{}{}",
        certificate.keys(),
        user("alice", "a", ANYTHING)
    ));
    assert!(endpoint.url.starts_with("https://"), "{}", endpoint.url);
    let url = format!(
        "https://localhost:{}/EWS/Exchange.asmx",
        endpoint.address.port()
    );
    let body = file(&envelope(
        "",
        "<m:GetPhoneCallInformation><m:PhoneCallId Id=\"x\"/></m:GetPhoneCallInformation>",
    ));
    let curl = |more: &[&str]| {
        let output = program("curl")
            .args(["--silent", "--show-error", "--user", "alice:a"])
            .args(["--header", "Content-Type: text/xml; charset=utf-8"])
            .args(["--data-binary", &format!("@{}", body.path().display())])
            .args(more)
            .arg(&url)
            .output()
            .expect("curl is needed for this test: apt-get install curl");
        (
            output.status.success(),
            String::from_utf8(output.stdout).unwrap(),
        )
    };
    let (done, answer) = curl(&["--cacert", &certificate.path("cert.pem")]);
    assert!(
        done && answer.contains("ErrorInvalidPhoneCallId"),
        "{answer}"
    );
    let (done, _) = curl(&[]);
    assert!(!done, "a certificate that nobody trusts");
    let (done, _) = curl(&[
        "--cacert",
        &certificate.path("cert.pem"),
        "--tls-max",
        "1.1",
    ]);
    assert!(!done, "old TLS");
    // Plain HTTP at the same port is no HTTP at all.
    let mut client = endpoint.client_of("");
    client.send(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
    assert!(client.receive().is_none());
}
