//! Judges answers by the schema, with software that is not ours.

use super::python;
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::sync::{Mutex, OnceLock};
use tapi3::soap::schema;

/// The one who knows the schema.
struct Judge {
    /// It ends with our end of the pipe.
    _process: Child,
    stdin: ChildStdin,
    stdout: BufReader<ChildStdout>,
    judged: HashMap<String, String>,
}

static JUDGE: OnceLock<Option<Mutex<Judge>>> = OnceLock::new();

/// Fails the test unless the message is valid. Without lxml nothing is judged, which
/// `TAPI3_REQUIRE_TOOLS` makes a failure, as in CI.
pub fn judge(body: &str) {
    let Some(judge) = JUDGE.get_or_init(Judge::start) else {
        return;
    };
    let mut judge = judge.lock().unwrap();
    // Answers differ in the call's name only; the long corpus would judge the same again and again.
    if !judge.judged.contains_key(body) {
        let length = u32::try_from(body.len()).unwrap();
        judge.stdin.write_all(&length.to_be_bytes()).unwrap();
        judge.stdin.write_all(body.as_bytes()).unwrap();
        judge.stdin.flush().unwrap();
        let mut verdict = String::new();
        judge.stdout.read_line(&mut verdict).unwrap();
        judge.judged.insert(body.to_owned(), verdict);
    }
    let verdict = judge.judged[body].clone();
    drop(judge);
    assert_eq!(verdict.trim(), "ok", "{body}");
}

impl Judge {
    fn start() -> Option<Mutex<Judge>> {
        let name = format!("ews-judge-{}", std::process::id());
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::create_dir_all(&folder).unwrap();
        for (name, text) in [
            ("messages.xsd", schema::MESSAGES_XSD),
            ("types.xsd", schema::TYPES_XSD),
            ("errors.xsd", schema::ERRORS_XSD),
        ] {
            std::fs::write(folder.join(name), text).unwrap();
        }
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ews/judge.py");
        let mut child = python()
            .arg("-B")
            .arg(script)
            .arg(&folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let stdin = child.stdin.take().unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut ready = String::new();
        stdout.read_line(&mut ready).unwrap();
        let _ = std::fs::remove_dir_all(&folder);
        if ready.trim() != "ready" {
            let _ = child.wait();
            assert!(
                std::env::var_os("TAPI3_REQUIRE_TOOLS").is_none(),
                "the answers cannot be judged: {ready}"
            );
            eprintln!("the answers are not judged: lxml and zeep are not installed");
            return None;
        }
        Some(Mutex::new(Judge {
            _process: child,
            stdin,
            stdout,
            judged: HashMap::new(),
        }))
    }
}
