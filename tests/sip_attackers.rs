//! What scanners and floods from strangers do to a line: nothing that lasts.

mod support;

use std::process::{Command, Output, Stdio};
use std::sync::Arc;
use support::phone::Phone;
use support::{child, free_port, until};
use tapi3::engine::{Engine, Settings, SystemClock};
use tapi3::providers::sip;

/// A tool of Debian's `package`, with these arguments.
fn tool(program: &str, arguments: &[&str]) -> Command {
    let mut command = child::command(program);
    command.args(arguments).current_dir(std::env::temp_dir());
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

fn run(program: &str, package: &str, arguments: &[&str]) -> Output {
    tool(program, arguments).output().unwrap_or_else(|error| {
        panic!(
            "{program} cannot be started ({error}); this test needs it: apt-get install {package}"
        )
    })
}

fn sipsak(port: u16, options: &[&str]) -> Output {
    let target = format!("sip:alice@127.0.0.1:{port}");
    let mut arguments = vec!["-s", target.as_str()];
    arguments.extend(options);
    run("sipsak", "sipsak", &arguments)
}

/// What the C heap has given out.
fn heap() -> usize {
    // SAFETY: mallinfo2 only reads the allocator's counters.
    let info = unsafe { libc::mallinfo2() };
    info.uordblks + info.hblkhd
}

/// Everything that the scanners of sipvicious try, at the same time.
fn scan(port: u16) {
    let port = port.to_string();
    let all: &[(&str, &[&str])] = &[
        ("svmap", &["-m", "OPTIONS"]),
        ("svmap", &["-m", "REGISTER"]),
        ("svwar", &["-e", "100-300", "-m", "OPTIONS"]),
        ("svwar", &["-e", "100-300", "-m", "REGISTER"]),
        (
            "svcrack",
            &["-u", "alice", "-r", "1-300", "--maximumtime", "1"],
        ),
    ];
    let scanners = all.iter().map(|(program, options)| {
        let mut command = tool(program, options);
        command.args(["-b", "127.0.0.1", "-p", &port, "127.0.0.1"]);
        command.spawn().unwrap_or_else(|error| {
            panic!("{program} cannot be started ({error}); this test needs it: apt-get install sipvicious")
        })
    });
    for scanner in scanners.collect::<Vec<_>>() {
        let output = scanner.wait_with_output().unwrap();
        let text = String::from_utf8_lossy(&output.stderr);
        assert!(!text.contains("Traceback"), "{text}");
    }
}

#[test]
fn what_strangers_send_rings_nothing_and_is_forgotten() {
    let phone = Phone::open("t1 = '10ms'");
    let flood = || {
        for _ in 0..10 {
            assert!(sipsak(phone.port, &["-F", "-e", "500"]).status.success());
        }
        // It is still there for who asks.
        assert!(sipsak(phone.port, &[]).status.success());
    };
    // What is set up once is there after the first time.
    flood();
    let before = heap();
    for _ in 0..3 {
        flood();
    }
    scan(phone.port);
    until("the memory is where it was", || {
        heap() < before + (256 << 10)
    });
    assert!(phone.line.calls().unwrap().is_empty());
    assert!(phone.line.in_service());
    assert!(phone.close() < support::DEADLINE);
}

#[test]
fn a_scan_with_invite_rings_at_nobody_who_is_not_there() {
    let engine = Engine::new(Arc::new(SystemClock::new()), Settings::default());
    let port = free_port();
    let lines = ["alice", "carol"].map(|user| {
        let text =
            format!("uri = 'sip:{user}@127.0.0.1'\nlisten = '127.0.0.1:{port}'\nt1 = '10ms'");
        (user.to_owned(), toml::from_str(&text).unwrap())
    });
    sip::open(&engine, lines.into()).unwrap();
    let port = port.to_string();
    let options = ["-b", "127.0.0.1", "-e", "100-110", "-m", "INVITE", "-p"];
    let mut arguments = options.to_vec();
    arguments.extend([port.as_str(), "127.0.0.1"]);
    let output = run("svwar", "sipvicious", &arguments);
    let found = String::from_utf8_lossy(&output.stdout);
    assert!(!found.contains("reqauth") && !found.contains("noauth"));
    for line in engine.lines().unwrap() {
        assert!(line.calls().unwrap().is_empty());
    }
    engine.close();
}

#[test]
fn a_line_lives_on_after_random_characters() {
    let phone = Phone::open("");
    for most in ["20", "100"] {
        // It ends with what gets no answer, as it should.
        sipsak(phone.port, &["-R", "-t", most, "-D", "1"]);
        assert!(sipsak(phone.port, &[]).status.success());
    }
    assert!(phone.line.calls().unwrap().is_empty());
}
