//! A process that forks: in the child the inherited objects say so and do nothing, a TAPI object of
//! the child's own works, and the parent's calls go on.

mod support;

#[path = "support/compiler.rs"]
mod compiler;
#[path = "support/programs.rs"]
mod programs;

use programs::{Language, Outcome, build_test, root, run};
use std::process::Command;
use support::sipp::{Sipp, requests};
use tempfile::NamedTempFile;

/// A SIP line that takes whatever port is free, and a simulated one.
fn lines() -> NamedTempFile {
    let file = NamedTempFile::new().unwrap();
    let text = "[[line]]\nname = \"Office\"\nprovider = \"sip\"\nuri = \"sip:alice@127.0.0.1\"\n\
                listen = \"127.0.0.1:0\"\n[[line]]\nname = \"2001\"\nprovider = \"sim\"\n\
                address = \"2001\"\n";
    std::fs::write(file.path(), text).unwrap();
    file
}

/// Runs a program that calls SIPp and forks; SIPp hears one caller, who hangs up at the end.
fn forks(command: impl FnOnce(&str) -> Command) -> Outcome {
    let (file, sipp) = (lines(), Sipp::called("answers", &[]));
    let mut command = command(&format!("sip:bob@127.0.0.1:{}", sipp.port));
    let outcome = run(command.env("TAPI3_CONFIG", file.path())).succeeded();
    let messages = sipp.passed();
    for method in ["INVITE", "BYE"] {
        assert_eq!(requests(&messages, method), 1, "{method}: {messages}");
    }
    outcome
}

fn c_program_forks(mode: &str) {
    let program = build_test("forking", Language::C, &[]);
    forks(|destination| program.command(&[mode, destination]));
}

#[test]
fn children_of_a_busy_process_neither_hang_nor_disturb_it() {
    c_program_forks("busy");
}

#[test]
fn a_child_that_was_forked_in_a_sink_ends_when_the_sink_comes_back() {
    c_program_forks("sink");
}

#[test]
fn a_child_that_was_forked_in_the_logs_function_ends_when_that_comes_back() {
    c_program_forks("log");
}

#[test]
fn a_child_that_lives_on_does_not_keep_the_lines_port() {
    let program = build_test("forking", Language::C, &[]);
    let port = support::free_port();
    let text = format!(
        "[[line]]\nname = \"Office\"\nprovider = \"sip\"\nuri = \"sip:alice@127.0.0.1\"\n\
         listen = \"127.0.0.1:{port}\"\n"
    );
    run(&mut program.command(&["port", &text])).succeeded();
}

#[test]
fn pythons_children_neither_hang_nor_disturb_their_parent() {
    let text = r"
import multiprocessing, subprocess, sys, tapi3

def child(call, tapi, queue):
    for what in (call.disconnect, lambda: call.state, lambda: tapi.lines):
        try:
            what()
            queue.put('no error')
        except tapi3.Error as error:
            queue.put(error.hresult.name)
    with tapi3.open() as own:
        with own.lines[1].call('1001') as other:
            other.connect()
            other.disconnect()
            queue.put(other.state.name)

tapi = tapi3.open()
call = tapi.lines[0].call(sys.argv[1])
call.connect()
context = multiprocessing.get_context('fork')
for _ in range(3):
    queue = context.Queue()
    process = context.Process(target=child, args=(call, tapi, queue))
    process.start()
    print([queue.get(timeout=60) for _ in range(4)])
    process.join(60)
    print(process.exitcode)
subprocess.run([sys.executable, '-c', 'pass'], check=True)
print(call.state.name)
call.disconnect()
tapi.close()
";
    let outcome = forks(|destination| {
        let mut command = support::child::python();
        command
            .args(["-c", text, destination])
            .env("PYTHONPATH", root().join("python"))
            .env("TAPI3_LIBRARY", compiler::library());
        command
    });
    let child = "['TAPI_E_NOT_INITIALIZED', 'TAPI_E_NOT_INITIALIZED', 'TAPI_E_NOT_INITIALIZED', \
                 'CS_DISCONNECTED']\n0\n";
    let expected = child.repeat(3) + "CS_CONNECTED\n";
    assert_eq!(outcome.stdout, expected, "{}", outcome.report());
}
