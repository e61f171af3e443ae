//! Builds C and C++ programs from the repository against the library of this build, and runs them:
//! plainly, under valgrind, or with AddressSanitizer.

// Each test uses a part of it.
#![allow(dead_code)]

#[path = "child.rs"]
mod child;

use super::compiler::{STRICT, library};
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// No program may take longer, valgrind included.
const DEADLINE: Duration = Duration::from_secs(300);
/// What valgrind makes of an error.
const VALGRIND_STATUS: i32 = 99;

/// How a source is compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// As C11.
    C,
    /// As C++17, whatever the file is called.
    Cpp,
}

/// What `tests/c/support/tapi_test.h` declares: the checks, and the client that records.
pub const CHECKS: [&str; 2] = [
    "tests/c/support/tapi_test.c",
    "tests/c/support/recording_client.c",
];

/// A program that was built.
pub struct Program {
    path: PathBuf,
    _folder: TempDir,
}

/// What a program did.
#[derive(Debug)]
pub struct Outcome {
    /// How it ended.
    pub status: ExitStatus,
    /// What it printed.
    pub stdout: String,
    /// What it complained about.
    pub stderr: String,
}

impl Outcome {
    /// Panics, with all that the program said, unless it ended with status 0.
    #[track_caller]
    pub fn succeeded(self) -> Self {
        assert!(self.status.success(), "{}", self.report());
        self
    }

    /// Panics, with all that the program said, unless it ended with this status.
    #[track_caller]
    pub fn ended_with(self, status: i32) -> Self {
        assert_eq!(self.status.code(), Some(status), "{}", self.report());
        self
    }

    /// Status, output and errors. Of the checks that went well only the last: where it came to.
    pub fn report(&self) -> String {
        let went_well = |line: &&str| line.starts_with("ok ");
        let last = self.stdout.lines().rfind(went_well);
        let said: Vec<&str> = (self.stdout.lines())
            .filter(|line| !went_well(line) || Some(*line) == last)
            .collect();
        format!("{}\n{}\n{}", self.status, said.join("\n"), self.stderr)
    }
}

/// The root of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Builds a program of `tests/c` by its name, with the checks.
pub fn build_test(name: &str, language: Language, options: &[&str]) -> Program {
    let main = format!("tests/c/{name}.c");
    build(&[main.as_str(), CHECKS[0], CHECKS[1]], language, options)
}

/// Builds `sources` (paths in the repository); the first one names the program.
pub fn build(sources: &[&str], language: Language, options: &[&str]) -> Program {
    let folder = tempfile::tempdir().expect("a folder for the program");
    let name = Path::new(sources[0]).file_stem().expect("a file name");
    let path = folder.path().join(name);
    let library = library();
    let home = library.parent().expect("the library lies in a folder");
    let (variable, default, standard) = match language {
        Language::C => ("CC", "cc", "-std=c11"),
        Language::Cpp => ("CXX", "c++", "-std=c++17"),
    };
    let compiler = std::env::var(variable).unwrap_or_else(|_| default.to_owned());
    let mut command = child::command(&compiler);
    command.args([standard, "-g", "-pthread"]).args(STRICT);
    command.args(options);
    if language == Language::Cpp {
        command.args(["-x", "c++"]);
    }
    command
        .current_dir(root())
        .args(["-I", "include", "-I", "tests/c/support"])
        .args(sources)
        .arg("-o")
        .arg(&path)
        .args(["-x", "none"])
        .arg(format!("-L{}", home.display()))
        .arg(format!("-Wl,-rpath,{}", home.display()))
        .args(["-ltapi3", "-lm"]);
    let output = command
        .output()
        .unwrap_or_else(|e| panic!("{compiler} cannot be started ({e}); set {variable}"));
    assert!(
        output.status.success(),
        "{compiler} refuses {sources:?}:\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    Program {
        path,
        _folder: folder,
    }
}

impl Program {
    /// A command that runs it, with no configuration of the machine's.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = child::command(&self.path);
        command.args(arguments);
        command
    }

    /// Runs it.
    pub fn run(&self, arguments: &[&str]) -> Outcome {
        run(&mut self.command(arguments))
    }

    /// A command that runs it under valgrind, which makes of an error, or of memory that nobody
    /// can free any more, a failure.
    pub fn valgrind(&self, arguments: &[&str]) -> Command {
        let mut command = child::command("valgrind");
        command
            .args(["--quiet", "--leak-check=full"])
            .args(["--show-leak-kinds=definite,indirect"])
            .args(["--errors-for-leak-kinds=definite,indirect"])
            // Threads take turns; without this one of them may wait very long for its turn.
            .arg("--fair-sched=try")
            .arg(format!("--error-exitcode={VALGRIND_STATUS}"))
            .arg(&self.path)
            .args(arguments);
        command
    }

    /// Runs it under valgrind.
    pub fn run_under_valgrind(&self, arguments: &[&str]) -> Outcome {
        run(&mut self.valgrind(arguments))
    }
}

/// Runs a command to its end, which must come within the deadline.
pub fn run(command: &mut Command) -> Outcome {
    Running::start(command).end()
}

/// A command that runs.
pub struct Running {
    child: Child,
    lines: Receiver<String>,
    stdout: String,
    stderr: JoinHandle<String>,
    start: Instant,
}

fn read_all(mut from: impl Read + Send + 'static) -> JoinHandle<String> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        // What was read before an error is worth showing.
        let _ = from.read_to_end(&mut bytes);
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

fn read_lines(from: impl Read + Send + 'static) -> Receiver<String> {
    let (sender, lines) = mpsc::channel();
    std::thread::spawn(move || {
        let mut from = BufReader::new(from);
        let mut line = Vec::new();
        while from.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
            let text = String::from_utf8_lossy(&line).into_owned();
            if sender.send(text).is_err() {
                return;
            }
            line.clear();
        }
    });
    lines
}

impl Running {
    /// Starts a command.
    pub fn start(command: &mut Command) -> Self {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap_or_else(|e| panic!("{:?} does not start: {e}", command.get_program()));
        let lines = read_lines(child.stdout.take().expect("a pipe"));
        let stderr = read_all(child.stderr.take().expect("a pipe"));
        Running {
            child,
            lines,
            stdout: String::new(),
            stderr,
            start: Instant::now(),
        }
    }

    /// Reads on until there is a line that ends with this; false if the program ends before.
    pub fn wait_for_line(&mut self, wanted: &str) -> bool {
        self.wait_for(|line| line.ends_with(wanted))
    }

    /// Reads on until there is a line as is wanted; false if the program ends before.
    pub fn wait_for(&mut self, wanted: impl Fn(&str) -> bool) -> bool {
        while let Some(line) = self.next_line() {
            self.stdout.push_str(&line);
            if wanted(line.trim_end()) {
                return true;
            }
        }
        false
    }

    fn next_line(&self) -> Option<String> {
        let left = DEADLINE.checked_sub(self.start.elapsed())?;
        self.lines.recv_timeout(left).ok()
    }

    /// Asks the program to end, as Ctrl-C does.
    pub fn interrupt(&self) {
        self.signal("INT");
    }

    /// Sends it a signal, such as `TERM`.
    pub fn signal(&self, name: &str) {
        child::send(name, &self.child);
    }

    /// Waits for its end.
    pub fn end(mut self) -> Outcome {
        while let Some(line) = self.next_line() {
            self.stdout.push_str(&line);
        }
        let status = loop {
            if let Some(status) = self.child.try_wait().expect("a child to wait for") {
                break status;
            }
            if self.start.elapsed() > DEADLINE {
                let _ = self.child.kill();
                break self.child.wait().expect("a child to wait for");
            }
            std::thread::sleep(Duration::from_millis(5));
        };
        Outcome {
            status,
            stdout: self.stdout,
            stderr: self.stderr.join().expect("the reader ends"),
        }
    }
}
