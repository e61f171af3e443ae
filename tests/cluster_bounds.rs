//! What is bounded on the bus: names of nodes that nobody has heard answer, and how often it is told
//! that something was set on lines.
#![cfg(feature = "cluster")]

#[path = "support/cluster.rs"]
mod cluster;
#[path = "support/talking.rs"]
mod talking;

use cluster::{Bus, HASH, Node, Stranger, all_lines, until};
use std::collections::HashSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use talking::Pair;
use tapi3_bus::{Notice, NoticeKind, VERSION, read, subject, write};

/// As many nodes are spoken with, and as many are named that do not answer.
const MOST: usize = 1_000;

/// How many nodes a line of the log counts.
fn counted(line: &str) -> usize {
    let (_, rest) = line.split_once("count=").unwrap();
    let digits = rest.find(|sign: char| !sign.is_ascii_digit());
    rest[..digits.unwrap_or(rest.len())].parse().unwrap()
}

const OVER: usize = usize::MAX;

/// Says that it is over, if a test fails too.
struct Ending<'a>(&'a AtomicUsize);

impl Drop for Ending<'_> {
    fn drop(&mut self) {
        self.0.store(OVER, Ordering::Relaxed);
    }
}

#[test]
fn names_of_nodes_that_nobody_is_are_told_up_to_a_bound() {
    let Some(bus) = Bus::start() else { return };
    let mut program = Node::run(&format!(
        "{}[server]\nlisten = \"127.0.0.1:0\"\nany_item = true\nlines = [\"*\"]\n\
         [[server.user]]\nname = \"demo\"\ndial = [\"*\"]\npassword_hash = \"{HASH}\"\n",
        all_lines(&bus, "alice")
    ));
    // Which names there seem to be; none for an end.
    let first = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        let _ending = Ending(&first);
        scope.spawn(|| {
            let mut stranger = Stranger::come(&bus);
            loop {
                let first = first.load(Ordering::Relaxed);
                if first == OVER {
                    break;
                }
                for number in first..first + MOST {
                    let notice = NoticeKind::Alive {
                        node: format!("m{number}"),
                        incarnation: 1,
                        revision: 1,
                    };
                    let bytes = write(&Notice { v: VERSION, notice }).unwrap();
                    stranger.say(subject::NOTICES, &bytes);
                }
                std::thread::sleep(Duration::from_millis(500));
            }
        });
        let mut told = 0;
        while told < MOST {
            told += counted(&program.says("nodes do not answer"));
        }
        assert_eq!(told, MOST);
        // Those that are given up make room for others, which do not answer either.
        first.store(MOST, Ordering::Relaxed);
        let others = |subject: &str| {
            let name = subject.split('.').nth(2).unwrap();
            name[1..].parse::<usize>().unwrap() >= MOST
        };
        let mut ears = Stranger::come(&bus);
        ears.listen(&subject::asks("*"));
        let mut asked = HashSet::new();
        while asked.len() < MOST / 2 {
            asked.insert(ears.hear().0);
            asked.retain(|subject| others(subject));
        }
        std::thread::sleep(Duration::from_secs(4));
    });
    program.signal("TERM");
    program.wait();
    let log = program.rest_of_log();
    assert!(!log.iter().any(|line| line.contains("nodes do not answer")));
}

#[test]
fn what_is_set_again_and_again_is_told_once_a_second() {
    let Some(pair) = Pair::start() else { return };
    let mut stranger = Stranger::come(&pair.bus);
    stranger.listen(subject::NOTICES);
    stranger.settle();
    let (hers, his) = (pair.alice.line("n1 b"), pair.bob.line("n1 b"));
    let begun = Instant::now();
    let mut on = false;
    while begun.elapsed() < Duration::from_secs(4) {
        on = !on;
        hers.set_message_waiting(on).unwrap();
    }
    stranger.say(subject::NOTICES, b"so far");
    let most = begun.elapsed().as_secs() + 4;
    let mut revisions = HashSet::new();
    loop {
        let (_, bytes) = stranger.hear();
        match read(&bytes) {
            Ok(Notice {
                notice: NoticeKind::Alive { revision, .. },
                ..
            }) => drop(revisions.insert(revision)),
            Ok(_) => {}
            Err(_) => break,
        }
    }
    let count = u64::try_from(revisions.len()).unwrap();
    assert!((2..=most).contains(&count), "{count} in {most} seconds");
    // The last of it, too.
    hers.set_message_waiting(true).unwrap();
    until("he sees it", || his.with_status(|now| now.message_waiting));
    hers.set_message_waiting(false).unwrap();
    until("he sees it", || !his.with_status(|now| now.message_waiting));
}
