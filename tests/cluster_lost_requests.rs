//! A server of the bus that is gone may be the one that was to answer: what it was asked for is asked
//! for again, and nobody notices.
#![cfg(feature = "cluster")]

#[path = "support/cluster.rs"]
mod cluster;
#[path = "support/shared_lines.rs"]
mod shared_lines;

use cluster::{Bus, SECRET, child};
use shared_lines::{import, lines};
use std::io::{BufRead, BufReader, Read, Write, copy};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tempfile::NamedTempFile;

/// What asks for a watch.
const WATCH: &str = "$JS.API.CONSUMER.";

/// A way to the bus on which the first of the questions for a watch is lost.
struct Lossy {
    port: u16,
    /// How many such questions came.
    asked: Arc<AtomicUsize>,
}

impl Lossy {
    fn to(bus: &Bus) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let (asked, target) = (Arc::new(AtomicUsize::new(0)), bus.port);
        let count = asked.clone();
        std::thread::spawn(move || {
            for near in listener.incoming().map_while(Result::ok) {
                let far = TcpStream::connect(("127.0.0.1", target)).unwrap();
                let (mut from, mut to) = (far.try_clone().unwrap(), near.try_clone().unwrap());
                std::thread::spawn(move || copy(&mut from, &mut to));
                let count = count.clone();
                std::thread::spawn(move || carry(BufReader::new(near), far, &count));
            }
        });
        Lossy { port, asked }
    }
}

/// Carries what a client says, one thing after the other.
fn carry(mut near: BufReader<TcpStream>, mut far: TcpStream, asked: &AtomicUsize) -> Option<()> {
    loop {
        let mut message = Vec::new();
        near.read_until(b'\n', &mut message)
            .ok()
            .filter(|n| *n > 0)?;
        let line = String::from_utf8(message.clone()).ok()?;
        let words: Vec<&str> = line.split_ascii_whitespace().collect();
        if let ["PUB" | "HPUB", subject, .., length] = words.as_slice() {
            let begun = message.len();
            message.resize(begun + length.parse::<usize>().ok()? + 2, 0);
            near.read_exact(&mut message[begun..]).ok()?;
            let is_question = subject.starts_with(WATCH) && subject.contains(".CREATE.");
            if is_question && asked.fetch_add(1, Ordering::SeqCst) == 0 {
                continue;
            }
        }
        far.write_all(&message).ok()?;
    }
}

#[test]
fn a_watch_that_nobody_has_begun_is_asked_for_again() {
    let Some(bus) = Bus::with_store() else { return };
    import(&bus, &lines(3), &[]);
    let way = Lossy::to(&bus);
    let (here, there) = (format!(":{}\"", bus.port), format!(":{}\"", way.port));
    let file = NamedTempFile::new().unwrap();
    let access = bus.access("admin").replace(&here, &there);
    let text = format!("[cluster]\n{access}lines_secret = \"{SECRET}\"\n");
    std::fs::write(file.path(), text).unwrap();
    let mut command = child::command(env!("CARGO_BIN_EXE_tapi3"));
    command.arg("--config").arg(file.path());
    let output = command.args(["cluster", "lines"]).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), 4);
    assert!(way.asked.load(Ordering::SeqCst) > 1);
}
