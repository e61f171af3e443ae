//! The main job on a real line: unchanged C, C++ and Python programs, and the command, call SIP
//! telephones that we did not write, and hang up.

mod support;

#[path = "support/compiler.rs"]
mod compiler;
#[path = "support/programs.rs"]
mod programs;

use programs::{Language, Running, build, root, run};
use std::process::Command;
use support::baresip::Baresip;
use support::sipp::Sipp;
use support::{free_port, is_bound, until};
use tempfile::NamedTempFile;

/// A configuration with one SIP line at `port`.
fn configuration(port: u16) -> NamedTempFile {
    let file = NamedTempFile::new().unwrap();
    let text = format!(
        "[[line]]\nname = \"Office\"\nprovider = \"sip\"\nuri = \"sip:alice@127.0.0.1\"\n\
         listen = \"127.0.0.1:{port}\"\n"
    );
    std::fs::write(file.path(), text).unwrap();
    file
}

fn uri(port: u16) -> String {
    format!("sip:bob@127.0.0.1:{port}")
}

/// The states that every caller of an answering telephone prints, and its result.
#[track_caller]
fn placed_and_hung_up(printed: &str) {
    for wanted in [
        "in progress",
        "connected",
        "disconnected",
        "Disconnect: S_OK",
    ] {
        assert!(printed.contains(wanted), "no {wanted:?} in:\n{printed}");
    }
}

fn hangs_up_a_real_call(source: &str, language: Language) {
    let program = build(&[source], language, &[]);
    let file = configuration(0);
    let sipp = Sipp::called("answers", &[]);
    let mut command = program.command(&[&uri(sipp.port)]);
    placed_and_hung_up(
        &run(command.env("TAPI3_CONFIG", file.path()))
            .succeeded()
            .stdout,
    );
    // The scenario ends well only if the ACK and the BYE have arrived.
    sipp.passed();

    let mut baresip = Baresip::start(";answermode=auto");
    let mut command = program.command(&[&uri(baresip.port)]);
    placed_and_hung_up(
        &run(command.env("TAPI3_CONFIG", file.path()))
            .succeeded()
            .stdout,
    );
    baresip.expect("CALL_ESTABLISHED");
    baresip.expect("CALL_CLOSED");
}

#[test]
fn a_c_program_hangs_up_a_real_call() {
    hangs_up_a_real_call("c-examples/hangup.c", Language::C);
}

#[test]
fn a_cpp_program_hangs_up_a_real_call() {
    hangs_up_a_real_call("c-examples/hangup.cpp", Language::Cpp);
}

#[test]
fn a_c_program_under_valgrind_hangs_up_a_real_call() {
    let program = build(&["c-examples/hangup.c"], Language::C, &[]);
    let file = configuration(0);
    // Not SIPp, which takes what a slow program repeats for a mistake.
    let mut baresip = Baresip::start(";answermode=auto");
    let mut command = program.valgrind(&[&uri(baresip.port)]);
    let outcome = run(command.env("TAPI3_CONFIG", file.path()));
    placed_and_hung_up(&outcome.succeeded().stdout);
    baresip.expect("CALL_ESTABLISHED");
    baresip.expect("CALL_CLOSED");
}

#[test]
fn a_c_program_answers_a_real_call() {
    let program = build(&["c-examples/answer.c"], Language::C, &[]);
    let port = free_port();
    let file = configuration(port);
    let mut command = program.command(&["--timeout", "30"]);
    let running = Running::start(command.env("TAPI3_CONFIG", file.path()));
    until("the line listens", || is_bound(port));
    // The program registers for calls a moment after the line is up; SIPp tries until it answers.
    let sipp = Sipp::caller("calls_and_hangs_up", port, &[]);
    sipp.passed();
    let printed = running.end().succeeded().stdout;
    assert!(printed.contains("call from bob Bob B."), "{printed}");
}

fn python() -> Command {
    let mut command = support::child::python();
    command
        .env("PYTHONPATH", root().join("python"))
        .env("TAPI3_LIBRARY", compiler::library());
    command
}

#[test]
fn a_python_program_hangs_up_a_real_call() {
    let file = configuration(0);
    let sipp = Sipp::called("answers", &[]);
    let mut command = python();
    command
        .arg(root().join("python/examples/hangup.py"))
        .arg(uri(sipp.port))
        .env("TAPI3_CONFIG", file.path());
    placed_and_hung_up(&run(&mut command).succeeded().stdout);
    sipp.passed();
}

#[test]
fn a_python_program_brings_real_telephones_together() {
    let file = configuration(0);
    let mut peers = [(); 3].map(|()| Baresip::start(";answermode=auto"));
    let mut command = python();
    command
        .arg(root().join("python/examples/conference.py"))
        .args(peers.iter().map(|peer| uri(peer.port)))
        .env("TAPI3_CONFIG", file.path());
    let printed = run(&mut command).succeeded().stdout;
    for peer in &mut peers {
        assert!(
            printed.contains(&format!("{} is there", uri(peer.port))),
            "{printed}"
        );
        peer.expect("CALL_ESTABLISHED");
        peer.expect("CALL_CLOSED");
    }
}

#[test]
fn the_command_hangs_up_a_real_call_after_a_while_or_on_ctrl_c() {
    let file = configuration(0);
    let tapi3 = |arguments: &[&str]| {
        let mut command = support::child::command(env!("CARGO_BIN_EXE_tapi3"));
        command.args(arguments).env("TAPI3_CONFIG", file.path());
        command
    };
    let sipp = Sipp::called("answers", &[]);
    let outcome = run(&mut tapi3(&["call", &uri(sipp.port), "--for", "200ms"])).succeeded();
    assert!(outcome.stdout.contains("hanging up"), "{}", outcome.stdout);
    sipp.passed();

    let sipp = Sipp::called("refuses", &[("status", "486 Busy Here")]);
    let outcome = run(&mut tapi3(&["call", &uri(sipp.port)]));
    assert_eq!(outcome.status.code(), Some(1));
    let busy = "disconnected: busy (486 Busy Here)\n";
    assert!(outcome.stdout.contains(busy), "{}", outcome.stdout);
    sipp.passed();

    let nobody = uri(support::free_port()) + ";transport=tcp";
    let outcome = run(tapi3(&["call", &nobody]).env("TAPI3_LOG", "warn"));
    let failed = "disconnected: failed (TAPI3_LOG=warn may say why)\n";
    assert!(outcome.stdout.contains(failed), "{}", outcome.stdout);
    let why = "failed: no server is reached";
    assert!(outcome.stderr.contains(why), "{}", outcome.stderr);

    let mut baresip = Baresip::start(";answermode=auto");
    let mut running = Running::start(&mut tapi3(&["call", &uri(baresip.port)]));
    baresip.expect("CALL_ESTABLISHED");
    // Not between the two: a call that is cancelled as it is answered was never connected.
    assert!(running.wait_for_line("connected"), "it is not connected");
    running.interrupt();
    baresip.expect("CALL_CLOSED");
    running.end().succeeded();
}
