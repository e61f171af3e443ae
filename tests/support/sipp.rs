//! SIPp as the far end, with a scenario of `tests/sip`.

use super::{Process, free_port, is_bound, is_listening, until};
use std::collections::HashSet;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::atomic::{AtomicU32, Ordering};

pub struct Sipp {
    pub port: u16,
    process: Process,
    log: PathBuf,
    scenario: String,
}

static NEXT: AtomicU32 = AtomicU32::new(0);

impl Sipp {
    /// Waits for a call. `keys` are the values for the `{{words}}` of the scenario.
    pub fn called(scenario: &str, keys: &[(&str, &str)]) -> Self {
        let sipp = Sipp::start(scenario, None, keys, &[]);
        until("SIPp listens", || is_bound(sipp.port));
        sipp
    }

    /// Calls the line at `port`.
    pub fn caller(scenario: &str, port: u16, keys: &[(&str, &str)]) -> Self {
        Sipp::start(scenario, Some(port), keys, &[])
    }

    /// As `called`, with further options.
    pub fn called_with(scenario: &str, keys: &[(&str, &str)], options: &[&str]) -> Self {
        let sipp = Sipp::start(scenario, None, keys, options);
        until("SIPp listens", || is_bound(sipp.port));
        sipp
    }

    /// As `called`, over TCP.
    pub fn called_by_tcp(scenario: &str, keys: &[(&str, &str)]) -> Self {
        let sipp = Sipp::start(scenario, None, keys, &["-t", "t1"]);
        until("SIPp listens", || is_listening(sipp.port));
        sipp
    }

    /// As `caller`, over TCP.
    pub fn caller_by_tcp(scenario: &str, port: u16, keys: &[(&str, &str)]) -> Self {
        Sipp::start(scenario, Some(port), keys, &["-t", "t1"])
    }

    fn start(scenario: &str, target: Option<u16>, keys: &[(&str, &str)], options: &[&str]) -> Self {
        let port = free_port();
        let file = format!("{}/tests/sip/{scenario}.xml", env!("CARGO_MANIFEST_DIR"));
        let mut text = std::fs::read_to_string(&file).unwrap();
        for (key, value) in keys {
            text = text.replace(&format!("{{{{{key}}}}}"), value);
        }
        assert!(!text.contains("{{"), "a word of {scenario} has no value");
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("tapi3-sipp-{}-{number}", std::process::id());
        let log = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&log).unwrap();
        std::fs::write(log.join("scenario.xml"), text).unwrap();
        let process = Process::start("sipp", "sip-tester", |command| {
            command.args([
                "-sf",
                "scenario.xml",
                "-i",
                "127.0.0.1",
                "-m",
                "1",
                "-nostdin",
            ]);
            command.args([
                "-p",
                &port.to_string(),
                "-timeout",
                "120s",
                "-timeout_error",
            ]);
            command.args(["-trace_msg", "-message_file", "messages"]);
            command.args(["-trace_err", "-error_file", "errors"]);
            command.args(options);
            command.args(target.map(|port| format!("127.0.0.1:{port}")));
            command.current_dir(&log);
            command
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null());
        });
        Sipp {
            port,
            process,
            log,
            scenario: scenario.to_owned(),
        }
    }

    /// What went back and forth.
    pub fn messages(&self) -> String {
        std::fs::read_to_string(self.log.join("messages")).unwrap_or_default()
    }

    /// Waits until SIPp has seen what its scenario demands. Returns what went back and forth.
    pub fn passed(mut self) -> String {
        let status = self.process.wait();
        let messages = self.messages();
        assert!(status.success(), "{} failed ({status})", self.scenario);
        messages
    }
}

/// How many requests of this method came, among the messages of SIPp; copies count as one.
pub fn requests(messages: &str, method: &str) -> usize {
    let start = format!("\n{method} ");
    let parts = messages.split("\n-----");
    let all = parts.filter_map(|part| part.find(&start).map(|at| &part[at..]));
    all.collect::<HashSet<_>>().len()
}

impl Drop for Sipp {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let errors = std::fs::read_to_string(self.log.join("errors")).unwrap_or_default();
            eprintln!("{}:\n{errors}\n{}", self.scenario, self.messages());
        }
        let _ = std::fs::remove_dir_all(&self.log);
    }
}
