//! `tapi3 lines --check`: what it says of lines that work, and of those that do not.

mod support;

use std::ffi::OsStr;
use std::process::{Output, Stdio};
use support::child;
use support::script::Script;
use support::sipp::Sipp;

/// Tries the lines of this configuration.
fn check(configuration: &str, arguments: &[&str]) -> (bool, String) {
    check_with(configuration, arguments, &[])
}

/// The same in this environment.
fn check_with(
    configuration: &str,
    arguments: &[&str],
    environment: &[(&str, &OsStr)],
) -> (bool, String) {
    static NEXT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
    let number = NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let name = format!("tapi3-check-{}-{number}.toml", std::process::id());
    let file = std::env::temp_dir().join(name);
    std::fs::write(&file, configuration).unwrap();
    let mut command = child::command(env!("CARGO_BIN_EXE_tapi3"));
    command
        .envs(environment.iter().copied())
        .args(["lines", "--check", "--config"])
        .arg(&file)
        .args(arguments);
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let Output {
        status,
        stdout,
        stderr,
    } = command.spawn().unwrap().wait_with_output().unwrap();
    std::fs::remove_file(&file).unwrap();
    let text = String::from_utf8(stdout).unwrap() + &String::from_utf8(stderr).unwrap();
    (status.success(), text)
}

fn line(name: &str, settings: &str) -> String {
    format!(
        "[[line]]\nname = '{name}'\nprovider = 'sip'\nuri = 'sip:alice@127.0.0.1'\n\
         listen = '127.0.0.1:0'\n{settings}\n"
    )
}

/// Settings of a line that registers there.
fn registering_at(registrar: &Script) -> String {
    format!(
        "registrar = '127.0.0.1:{}'\nregister = true",
        registrar.port
    )
}

#[test]
fn a_server_that_is_there_is_found() {
    let server = Sipp::called("is_there", &[]);
    let registrar = format!("registrar = '127.0.0.1:{}'", server.port);
    let (right, text) = check(&line("desk", &registrar), &[]);
    assert!(right, "{text}");
    let at = format!("127.0.0.1:{} over UDP", server.port);
    assert!(
        text.contains(&format!("ok     desk: 127.0.0.1 is found: {at}\n")),
        "{text}"
    );
    let there = format!("ok     desk: {at} is there: it answers 200 OK, and is SIPp");
    assert!(text.contains(&there), "{text}");
    assert!(text.contains("ok     desk: it does not register"), "{text}");
    server.passed();
}

#[test]
fn a_line_over_tls_needs_somebody_to_trust() {
    let nothing = std::env::temp_dir().join(format!("tapi3-nobody-{}", std::process::id()));
    std::fs::write(&nothing, "").unwrap();
    let trust = [
        ("SSL_CERT_FILE", nothing.as_os_str()),
        ("SSL_CERT_DIR", nothing.as_os_str()),
    ];
    let tls = "transport = 'tls'\nregistrar = '127.0.0.1:5061'";
    let (right, text) = check_with(&line("desk", tls), &[], &trust);
    std::fs::remove_file(&nothing).unwrap();
    assert!(!right, "{text}");
    assert!(
        text.contains("key tls_ca_file: the system has no certificate authorities"),
        "{text}"
    );
}

#[test]
fn a_line_registers_and_leaves_nothing_registered() {
    let registrar = Script::new();
    let settings = registering_at(&registrar);
    let (right, text) = std::thread::scope(|scope| {
        let checked = scope.spawn(|| check(&line("desk", &settings), &[]));
        registrar.answer(&registrar.find("OPTIONS"), "200 OK", "o", "", "");
        let register = registrar.find("REGISTER");
        let contact = format!("Contact: {};expires=600\r\n", register.header("Contact"));
        registrar.answer(&register, "200 OK", "r", &contact, "");
        let end = registrar.find("REGISTER");
        let expires = end.text.contains("Expires: 0\r\n") || end.contact().ends_with("expires=0");
        assert!(expires, "{}", end.text);
        registrar.answer(&end, "200 OK", "r", "", "");
        checked.join().unwrap()
    });
    assert!(right, "{text}");
    assert!(
        text.contains("ok     desk: sip:alice@127.0.0.1 is registered, for 600 s"),
        "{text}"
    );
}

#[test]
fn what_a_registrar_refuses_is_said_in_words() {
    let registrar = Script::new();
    let settings = registering_at(&registrar);
    let (right, text) = std::thread::scope(|scope| {
        let checked = scope.spawn(|| check(&line("desk", &settings), &[]));
        registrar.answer(&registrar.find("OPTIONS"), "405 No\u{1b}[2J", "o", "", "");
        registrar.answer(&registrar.find("REGISTER"), "403 Forbidden", "r", "", "");
        checked.join().unwrap()
    });
    assert!(!right, "{text}");
    // Any answer shows that somebody is there; what it says does not reach the terminal as it is.
    assert!(text.contains("is there: it answers 405 No"), "{text}");
    assert!(!text.contains('\u{1b}'), "{text:?}");
    let refused = "wrong  desk: it does not register: the registrar does not allow it (403)";
    assert!(text.contains(refused), "{text}");
}

#[test]
fn dead_hosts_and_wrong_settings_are_told_one_by_one() {
    let silent = std::net::UdpSocket::bind("127.0.0.1:0").unwrap();
    let silent = silent.local_addr().unwrap().port();
    let closed = support::free_port();
    let configuration = [
        line(
            "silent",
            &format!("registrar = '127.0.0.1:{silent}'\nt1 = '50ms'\nregister = true"),
        ),
        line(
            "closed",
            &format!("registrar = '127.0.0.1:{closed}'\ntransport = 'tcp'"),
        ),
        line("gone", &format!("registrar = '127.0.0.1:{closed}'")),
        line(
            "nowhere",
            "registrar = 'nowhere.invalid:5060'\ndns = '127.0.0.1:9'",
        ),
        line("secret", "password_file = '/does/not/exist'"),
        "[[line]]\nname = 'other'\nprovider = 'sim'\naddress = '21'\n".to_owned(),
    ];
    let (right, text) = check(&configuration.concat(), &[]);
    assert!(!right, "{text}");
    for wanted in [
        format!("wrong  silent: 127.0.0.1:{silent} over UDP does not answer (to OPTIONS)\n"),
        "wrong  silent: it does not register: the registrar does not answer\n".to_owned(),
        format!("wrong  closed: 127.0.0.1:{closed} over TCP cannot be connected to: "),
        format!(
            "wrong  gone: 127.0.0.1:{closed} over UDP cannot be reached: nobody listens there\n"
        ),
        "wrong  nowhere: nowhere.invalid is not found: ".to_owned(),
        "wrong  secret: ".to_owned(),
        "-      other: it is no SIP line, and is not tried\n".to_owned(),
    ] {
        assert!(text.contains(&wanted), "{wanted}\nnot in\n{text}");
    }
    assert!(!text.contains("taken back"), "{text}");
    // One of them alone, and one that is not there.
    let (right, text) = check(&configuration.concat(), &["other"]);
    assert!(right && text.lines().count() == 1, "{text}");
    let (right, text) = check(&configuration.concat(), &["nobody"]);
    assert!(
        !right && text.contains("there is no line \"nobody\""),
        "{text}"
    );
}

#[test]
fn a_server_that_answers_no_options_may_be_right_all_the_same() {
    let registrar = Script::new();
    let settings = registering_at(&registrar) + "\nt1 = '50ms'";
    let (right, text) = std::thread::scope(|scope| {
        let checked = scope.spawn(|| check(&line("desk", &settings), &[]));
        let register = registrar.find("REGISTER");
        let contact = format!("Contact: {};expires=600\r\n", register.header("Contact"));
        registrar.answer(&register, "200 OK", "r", &contact, "");
        let end = registrar.find_where("REGISTER", |message| {
            message.header("CSeq") != register.header("CSeq")
        });
        registrar.answer(&end, "200 OK", "r", "", "");
        checked.join().unwrap()
    });
    assert!(right, "{text}");
    let silent = format!(
        "-      desk: 127.0.0.1:{} over UDP does not answer to OPTIONS, as some servers never do\n",
        registrar.port
    );
    assert!(text.contains(&silent), "{text}");
    assert!(
        text.contains("ok     desk: sip:alice@127.0.0.1 is registered"),
        "{text}"
    );
}

#[test]
fn the_place_that_a_registrar_names_is_told() {
    let registrar = Script::new();
    let settings = registering_at(&registrar);
    let (right, text) = std::thread::scope(|scope| {
        let checked = scope.spawn(|| check(&line("desk", &settings), &[]));
        registrar.answer(&registrar.find("OPTIONS"), "200 OK", "o", "", "");
        let contact = "Contact: <sip:there.example.com:5070>\r\n";
        registrar.answer(&registrar.find("REGISTER"), "302 Moved", "r", contact, "");
        checked.join().unwrap()
    });
    assert!(!right, "{text}");
    let place = "which is not followed (302): sip:there.example.com:5070\n";
    assert!(text.contains(place), "{text}");
}

#[test]
fn a_stun_server_is_tried_too() {
    let server = std::net::UdpSocket::bind("127.0.0.1:0").unwrap();
    let at = server.local_addr().unwrap();
    let settings = format!("registrar = '127.0.0.1:9'\nt1 = '10ms'\nstun_server = '{at}'");
    // It says nothing the first time.
    let (right, text) = check(&line("desk", &settings), &[]);
    assert!(!right, "{text}");
    let silent = format!("wrong  desk: the STUN server {at} does not answer\n");
    assert!(text.contains(&silent), "{text}");
    std::thread::spawn(move || {
        let mut datagram = [0; 512];
        while let Ok((length, from)) = server.recv_from(&mut datagram) {
            // 203.0.113.7:5070 (RFC 8489 §14.2), to questions that were left over as well.
            let mut answer = vec![0x01, 0x01, 0, 12];
            answer.extend(&datagram[4..length.min(20)]);
            answer.extend([0, 0x20, 0, 8, 0, 1, 0x32, 0xDC]);
            answer.extend([203 ^ 0x21, 0x12, 113 ^ 0xA4, 7 ^ 0x42]);
            let _ = server.send_to(&answer, from);
        }
    });
    let (_, text) = check(&line("desk", &settings), &[]);
    let seen = "ok     desk: the STUN server 127.0.0.1 sees us as 203.0.113.7:5070\n";
    assert!(text.contains(seen), "{text}");
}

#[test]
fn a_line_without_a_server_whose_host_is_this_machine_has_nobody_to_be_asked() {
    // One port where nobody listens, since its socket hears somebody else only, and one where somebody
    // says nothing.
    let socket = || std::net::UdpSocket::bind("127.0.0.1:0").unwrap();
    let (deaf, mute) = (socket(), socket());
    deaf.connect(mute.local_addr().unwrap()).unwrap();
    for (socket, why) in [
        (&deaf, "cannot be reached: nobody listens there"),
        (&mute, "does not answer (to OPTIONS)"),
    ] {
        let at = socket.local_addr().unwrap();
        let line = format!(
            "[[line]]\nname = 'desk'\nprovider = 'sip'\nuri = 'sip:alice@{at}'\n\
             listen = '127.0.0.1:0'\nt1 = '10ms'\n"
        );
        let (right, text) = check(&line, &[]);
        assert!(right, "{text}");
        let here =
            format!("-      desk: {at} over UDP is this machine, and the line has no server");
        assert!(text.contains(&here), "{text}");
        // With a server that is meant to be there it is wrong.
        let line = line + &format!("registrar = '{at}'\n");
        let (right, text) = check(&line, &[]);
        assert!(!right, "{text}");
        assert!(
            text.contains(&format!("wrong  desk: {at} over UDP {why}")),
            "{text}"
        );
    }
}
