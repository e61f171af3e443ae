//! A process that runs out of descriptors hears so, in words that name the limit, and goes on.

mod support;

#[path = "support/compiler.rs"]
mod compiler;
#[path = "support/programs.rs"]
mod programs;
#[path = "support/scripted.rs"]
mod scripted;

use programs::{Language, build, build_test, run};
use scripted::Scripted;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::Stdio;
use support::sipp::Sipp;

fn says_so(destination: &str, line: &str) {
    let program = build_test("few_descriptors", Language::C, &[]);
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), line).unwrap();
    let outcome = run(program
        .command(&[destination])
        .env("TAPI3_CONFIG", file.path()));
    let outcome = outcome.succeeded();
    assert!(!outcome.stderr.contains("panicked"), "{}", outcome.stderr);
}

#[test]
fn a_sip_line_says_so() {
    let sipp = Sipp::called("answers", &[]);
    says_so(
        &format!("sip:bob@127.0.0.1:{}", sipp.port),
        "[[line]]\nname = \"Office\"\nprovider = \"sip\"\nuri = \"sip:alice@127.0.0.1\"\n\
         listen = \"127.0.0.1:0\"\n",
    );
    sipp.passed();
}

#[test]
fn a_line_through_a_server_says_so() {
    let server = Scripted::good();
    let line = format!(
        "[[line]]\nname = \"Exchange\"\nprovider = \"ews\"\nurl = \"http://{}/\"\n\
         item = \"welcome\"\nuser = \"demo\"\npassword = \"demo\"\n",
        server.address
    );
    says_so("sip:bob@example.com", &line);
}

#[test]
fn a_program_that_has_closed_its_output_does_not_print_into_a_socket() {
    let program = build(&["tests/c/closed_descriptors.c"], Language::C, &[]);
    let file = tempfile::NamedTempFile::new().unwrap();
    let line = "[[line]]\nname = \"Office\"\nprovider = \"sip\"\n\
                uri = \"sip:alice@127.0.0.1\"\nlisten = \"127.0.0.1:0\"\n";
    std::fs::write(file.path(), line).unwrap();
    let plain = program.command(&[]);
    let mut closed = support::child::command("sh");
    closed.args(["-c", r#"exec "$0" <&- >&- 2>&-"#]);
    closed.arg(plain.get_program());
    for (name, value) in plain.get_envs() {
        closed.env(name, value.unwrap_or_default());
    }
    run(closed.env("TAPI3_CONFIG", file.path())).ended_with(0);
}

#[test]
fn a_server_says_so_once_and_goes_on() {
    let mut server = support::child::command("sh");
    let run = r#"ulimit -n 40; exec "$0" serve --demo --listen 127.0.0.1:0"#;
    server.args(["-c", run, env!("CARGO_BIN_EXE_tapi3")]);
    let server = server.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut server = server.spawn().unwrap();
    let mut announced = String::new();
    let mut printed = BufReader::new(server.stdout.take().unwrap());
    printed.read_line(&mut announced).unwrap();
    let address = announced.split_once("//").unwrap().1;
    let address = address.split_once('/').unwrap().0.trim().to_owned();

    let connect = || TcpStream::connect(&address).unwrap();
    let many: Vec<TcpStream> = (0..60).map(|_| connect()).collect();
    let mut log = BufReader::new(server.stderr.take().unwrap());
    let mut lines = Vec::new();
    let mut read_until = |words: &str| {
        let mut line = String::new();
        while !line.contains(words) {
            line.clear();
            assert!(log.read_line(&mut line).unwrap() > 0, "no {words:?}");
            lines.push(line.clone());
        }
    };
    read_until("no connection accepted");
    drop(many);
    read_until("connections are accepted again");
    let complaints: Vec<&String> = lines.iter().filter(|l| l.contains("accepted")).collect();
    assert_eq!(complaints.len(), 2, "{complaints:?}");
    assert!(
        complaints[0].contains("40 (RLIMIT_NOFILE)"),
        "{complaints:?}"
    );

    let mut client = connect();
    client.write_all(b"GET / HTTP/1.0\r\n\r\n").unwrap();
    let mut answer = String::new();
    client.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1."), "{answer}");
    server.kill().unwrap();
    server.wait().unwrap();
}
