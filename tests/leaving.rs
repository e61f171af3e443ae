//! A process that ends in the usual ways ends its calls: the other end hears of it, whatever the
//! program's threads are doing, and the process is not held up for long.

mod support;

#[path = "support/compiler.rs"]
mod compiler;
#[path = "support/programs.rs"]
mod programs;
#[path = "support/scripted.rs"]
mod scripted;

use programs::{Language, Program, Running, build_test, root, run};
use scripted::Scripted;
use std::process::Command;
use std::sync::OnceLock;
use std::time::{Duration, Instant};
use support::sipp::{Sipp, requests};
use tapi3::soap::OperationKind;
use tempfile::NamedTempFile;

/// Much longer than the end of a process may take, and shorter than the 32 seconds for which a SIP
/// request is sent again.
const FAR_TOO_LONG: Duration = Duration::from_secs(25);

fn program() -> &'static Program {
    static PROGRAM: OnceLock<Program> = OnceLock::new();
    PROGRAM.get_or_init(|| build_test("leaving", Language::C, &[]))
}

fn file(text: &str) -> NamedTempFile {
    let file = NamedTempFile::new().unwrap();
    std::fs::write(file.path(), text).unwrap();
    file
}

fn sip_line() -> NamedTempFile {
    file(
        "[[line]]\nname = \"Office\"\nprovider = \"sip\"\nuri = \"sip:alice@127.0.0.1\"\n\
         listen = \"127.0.0.1:0\"\n",
    )
}

fn uri(port: u16) -> String {
    format!("sip:bob@127.0.0.1:{port}")
}

fn leaving(mode: &str, destination: &str, configuration: &NamedTempFile) -> Command {
    let mut command = program().command(&[mode, destination]);
    command.env("TAPI3_CONFIG", configuration.path());
    command
}

/// The program leaves in this way, and the far end gets its BYE.
fn leaves(mode: &str, status: i32) -> String {
    let (file, sipp) = (sip_line(), Sipp::called("answers", &[]));
    let outcome = run(&mut leaving(mode, &uri(sipp.port), &file)).ended_with(status);
    assert!(outcome.stdout.contains("up\n"), "{}", outcome.report());
    let messages = sipp.passed();
    assert_eq!(requests(&messages, "BYE"), 1, "{messages}");
    outcome.stdout
}

#[test]
fn a_return_from_main_ends_the_calls() {
    leaves("return", 0);
}

#[test]
fn exit_ends_the_calls_and_keeps_its_status() {
    leaves("exit", 7);
}

#[test]
fn exit_within_a_sink_ends_the_calls() {
    leaves("sink", 7);
}

#[test]
fn a_sink_that_does_not_come_back_is_not_waited_for() {
    leaves("stuck", 0);
}

#[test]
fn a_lock_of_the_program_that_a_sink_waits_for_is_not_waited_for() {
    leaves("held", 0);
}

#[test]
fn threads_in_the_middle_of_methods_are_not_waited_for() {
    leaves("busy", 0);
}

#[test]
fn leaving_while_another_thread_shuts_down_ends_the_calls() {
    leaves("shutdown", 0);
}

#[test]
fn a_thread_that_is_cancelled_shuts_down_before_it_ends() {
    let printed = leaves("cancelled", 0);
    assert!(printed.contains("cancelled behind it"), "{printed}");
}

#[test]
fn what_the_program_has_registered_runs_before() {
    let printed = leaves("handler", 0);
    assert!(printed.contains("at exit: S_OK, then S_OK"), "{printed}");
}

#[test]
fn a_signal_ends_the_calls_in_the_recommended_way() {
    let (file, sipp) = (sip_line(), Sipp::called("answers", &[]));
    let mut running = Running::start(&mut leaving("signal", &uri(sipp.port), &file));
    assert!(running.wait_for_line("up"));
    running.signal("TERM");
    running.end().ended_with(128 + 15);
    sipp.passed();
}

#[test]
fn a_call_that_was_just_placed_is_called_off() {
    let (file, sipp) = (
        sip_line(),
        Sipp::called("is_cancelled", &[("provisional", "180 Ringing")]),
    );
    run(&mut leaving("early", &uri(sipp.port), &file)).succeeded();
    sipp.passed();
}

#[test]
fn a_far_end_that_is_silent_does_not_hold_the_process_up() {
    // Nobody listens there: the answer to the BYE does not come.
    let (file, sipp) = (sip_line(), Sipp::called("answers_and_goes", &[]));
    let mut running = Running::start(&mut leaving("return", &uri(sipp.port), &file));
    assert!(running.wait_for_line("up"));
    let start = Instant::now();
    running.end().succeeded();
    assert!(start.elapsed() < FAR_TOO_LONG);
}

#[test]
fn a_second_exit_does_not_cut_the_first_short() {
    // The answer to the BYE does not come: the first one waits for it.
    let (file, sipp) = (sip_line(), Sipp::called("answers_and_goes", &[]));
    let start = Instant::now();
    run(&mut leaving("twice", &uri(sipp.port), &file)).ended_with(7);
    assert!(start.elapsed() > Duration::from_secs(1));
}

fn ews_line(server: &Scripted) -> NamedTempFile {
    file(&format!(
        "[[line]]\nname = \"Exchange\"\nprovider = \"ews\"\nurl = \"http://{}/\"\n\
         item = \"welcome\"\nuser = \"demo\"\npassword = \"demo\"\n",
        server.address
    ))
}

#[test]
fn a_call_through_a_server_is_ended_there() {
    for (mode, status) in [("return", 0), ("sink", 7), ("held", 0), ("busy", 0)] {
        let server = Scripted::good();
        let file = ews_line(&server);
        run(&mut leaving(mode, "sip:bob@example.com", &file)).ended_with(status);
        let ended = server.asked(OperationKind::DisconnectPhoneCall);
        assert_eq!(ended.len(), 1, "{mode}");
    }
}

#[test]
fn a_call_that_was_just_placed_through_a_server_is_ended_there() {
    let server = Scripted::good();
    let file = ews_line(&server);
    run(&mut leaving("early", "sip:bob@example.com", &file)).succeeded();
    let placed = server.asked(OperationKind::PlayOnPhone);
    let ended = server.asked(OperationKind::DisconnectPhoneCall);
    assert_eq!(placed.len(), ended.len());
}

fn python(text: &str, destination: &str, configuration: &NamedTempFile) -> Command {
    let mut command = support::child::python();
    command
        .args(["-c", text, destination])
        .env("PYTHONPATH", root().join("python"))
        .env("TAPI3_LIBRARY", compiler::library())
        .env("TAPI3_CONFIG", configuration.path());
    command
}

#[test]
fn the_end_of_a_python_program_ends_the_calls() {
    let connected = "import sys, tapi3\ntapi = tapi3.open()\n\
                     call = tapi.lines[0].call(sys.argv[1])\ncall.connect()\n";
    let with_sink = "seen = []\ntie = tapi3.advise(tapi, lambda *event: seen.append(event))\n";
    for (end, status) in [
        ("", 0),
        ("sys.exit(7)\n", 7),
        ("raise ValueError('on purpose')\n", 1),
        (with_sink, 0),
    ] {
        let (file, sipp) = (sip_line(), Sipp::called("answers", &[]));
        let text = connected.to_owned() + end;
        run(&mut python(&text, &uri(sipp.port), &file)).ended_with(status);
        sipp.passed();
    }
}
