//! `tapi3 calls` where there is a pool: the records of calls that the endpoints of all nodes have
//! placed, each with its node, under the rights of whoever asks. Nodes, a nats-server and commands as
//! in `cluster.rs`.
#![cfg(feature = "cluster")]

#[path = "support/cluster.rs"]
mod cluster;
#[path = "support/raw_session.rs"]
#[allow(dead_code, reason = "others use the rest of it")]
mod raw_session;

use cluster::{Bus, HASH, Node, SECRET, child, file_for, until, with_file};
use raw_session::{Raw, incarnation};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::sync::Arc;
use tapi3::config::{Configuration, Source};
use tapi3::engine::{Engine, Settings, SystemClock};
use tapi3_bus::{Ask, RecordsPart, RecordsWanted, Tell};
use tempfile::{NamedTempFile, TempDir};

/// The line of a call record.
fn record(line: &str, user: &str, second: u32) -> String {
    let (minute, second) = (second / 60, second % 60);
    format!(
        "{{\"id\":\"A{minute}-{second}\",\"user\":\"{user}\",\"from\":\"192.0.2.7\",\
         \"through\":\"ews\",\"item\":\"welcome\",\"number\":\"1001\",\"line\":\"{line}\",\
         \"begin\":\"2026-11-26T07:{minute:02}:{second:02}.000Z\",\"answer\":null,\
         \"end\":\"2026-11-26T08:{minute:02}:{second:02}.000Z\",\"duration\":0,\
         \"cause\":\"normal\",\"sip_code\":200,\"sip_text\":\"OK\",\"ended_by\":\"client\"}}\n"
    )
}

fn table_for(file: &Path) -> String {
    format!(
        "[server.records]\nfile = \"{}\"\nmask_digits = 2\n",
        file.display()
    )
}

/// What the command says with this configuration: its exit status, its rows, word by word, and what
/// it complains of.
fn calls(file: &NamedTempFile, words: &[&str]) -> (i32, Vec<String>, String) {
    let output = with_file(child::command(env!("CARGO_BIN_EXE_tapi3")), file)
        .arg("calls")
        .args(words)
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let rows = text.lines().map(|row| {
        let words: Vec<&str> = row.split_ascii_whitespace().collect();
        words.join(" ")
    });
    let said = String::from_utf8(output.stderr).unwrap();
    (output.status.code().unwrap(), rows.collect(), said)
}

/// As [`calls`], when all nodes have answered that are there.
fn all_calls(file: &NamedTempFile, words: &[&str], count: usize) -> Vec<String> {
    let mut shown = Vec::new();
    until("all records are shown", || {
        let (status, rows, said) = calls(file, words);
        let is_all = rows.len() == count + 1;
        assert!(
            !is_all || (status == 0 && said.is_empty()),
            "{status} {said}"
        );
        shown = rows;
        is_all
    });
    shown
}

fn text_file(text: &str) -> NamedTempFile {
    let file = NamedTempFile::new().unwrap();
    std::fs::write(file.path(), text).unwrap();
    file
}

/// Has a node's endpoint call somebody who is busy.
fn call_busy(node: &Node) {
    let mut stream = TcpStream::connect(&node.endpoint).unwrap();
    let content = "{\"number\":\"1002\"}";
    write!(
        stream,
        "POST /api/v1/calls HTTP/1.1\r\nHost: node\r\nAuthorization: Basic ZGVtbzpkZW1v\r\n\
         Content-Type: application/json\r\nConnection: close\r\nContent-Length: {}\r\n\r\n{content}",
        content.len()
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 201"), "{answer}");
}

#[test]
fn the_command_shows_the_records_of_every_node() {
    let Some(bus) = Bus::start() else { return };
    let folder = TempDir::new().unwrap();
    let [first, second] = ["n1", "n2"].map(|name| folder.path().join(format!("{name}.jsonl")));
    let kept = [
        record("n1 a", "bob", 1),
        record("n1 b", "alice", 3),
        record("n1 a", "=alice", 4),
    ];
    std::fs::write(&first, kept.concat()).unwrap();
    std::fs::write(&second, record("n2 b", "alice", 2)).unwrap();
    let _first = Node::with(&bus, "n1", &table_for(&first));
    let node = Node::with(&bus, "n2", &table_for(&second));
    // One that keeps no records has none.
    let _third = Node::start(&bus, "n3");
    call_busy(&node);

    // A desktop.
    let alice = file_for(&bus, "alice");
    let rows = all_calls(&alice, &[], 5);
    assert_eq!(
        rows[0],
        "NODE BEGIN USER FROM LINE NUMBER ITEM TALKED CAUSE SIP ENDED BY"
    );
    let begin = "2026-11-26 07:00";
    let end = "1001 welcome - normal 200 client";
    assert_eq!(rows[1], format!("n1 {begin}:01 bob 192.0.2.7 n1 a {end}"));
    assert_eq!(rows[2], format!("n2 {begin}:02 alice 192.0.2.7 n2 b {end}"));
    assert_eq!(rows[3], format!("n1 {begin}:03 alice 192.0.2.7 n1 b {end}"));
    // The number is as that node has kept it.
    assert!(
        rows[5].starts_with("n2 ") && rows[5].contains(" 10xx - busy 486 "),
        "{rows:?}"
    );
    assert_eq!(all_calls(&alice, &["--last", "1"], 1)[1], rows[5]);
    let of_alice = all_calls(&alice, &["--user", "ALICE"], 2);
    assert_eq!(of_alice[1..], rows[2..4]);
    let until = [
        "--since",
        "2026-11-26T07:00:02",
        "--until",
        "2026-11-26T07:00:03",
    ];
    assert_eq!(all_calls(&alice, &until, 1)[1], rows[2]);
    let csv = all_calls(&alice, &["--csv"], 5);
    assert!(csv[0].starts_with("id,user,") && csv[0].ends_with(",ended_by,node"));
    assert!(
        csv[1].ends_with(",client,n1") && csv[2].ends_with(",client,n2"),
        "{csv:?}"
    );
    assert!(csv[4].contains(",'=alice,"), "{csv:?}");

    // Bob may use the lines "* b".
    let bob = file_for(&bus, "bob");
    assert_eq!(all_calls(&bob, &[], 2)[1..], rows[2..4]);

    // On the machine of a node all of its own are there, whoever may use their lines.
    let access = bus.access("n1");
    let text = format!(
        "[cluster]\n{access}name = \"n1\"\nuser = \"bob\"\nsecret = \"{SECRET}\"\n\
         [server]\nlisten = \"127.0.0.1:0\"\n[[server.user]]\nname = \"demo\"\n\
         password_hash = \"{HASH}\"\n{}",
        table_for(&first)
    );
    let machine = text_file(&text);
    assert_eq!(all_calls(&machine, &[], 4)[1..], rows[1..5]);
    let (status, here, said) = calls(&machine, &["--here"]);
    assert_eq!((status, said.as_str()), (0, ""));
    assert!(here[0].starts_with("BEGIN USER"), "{here:?}");
    assert_eq!(here.len(), 4);
    // Without a user nobody else can be asked.
    let alone =
        text.replace("user = \"bob\"\n", "")
            .replacen(&format!("secret = \"{SECRET}\"\n"), "", 1);
    let (status, rows, said) = calls(&text_file(&alone), &[]);
    assert_eq!((status, rows), (0, here));
    assert!(said.contains("without a user in [cluster]"), "{said}");
}

#[test]
fn what_a_node_does_not_tell_is_said_and_the_rest_is_shown() {
    let Some(mut bus) = Bus::start() else { return };
    let folder = TempDir::new().unwrap();
    let [first, own] = ["n1", "own"].map(|name| folder.path().join(format!("{name}.jsonl")));
    let many: String = (0..3000)
        .map(|second| record("n1 a", "alice", second))
        .collect();
    std::fs::write(&first, [many.as_str(), &many].concat()).unwrap();
    std::fs::write(&own, record("own", "alice", 0)).unwrap();
    let _first = Node::with(&bus, "n1", &table_for(&first));
    // One that knows alice by another secret.
    let _second = Node::run(&format!(
        "[cluster]\n{}name = \"n2\"\nlease = \"2s\"\n\
         [[cluster.grant]]\nuser = \"alice\"\nsecret = \"another {SECRET}\"\nlines = [\"*\"]\n\
         [[line]]\nname = \"L\"\nprovider = \"sim\"\naddress = \"2001\"\n\
         [server]\nlisten = \"127.0.0.1:0\"\nany_item = true\n\
         [[server.user]]\nname = \"demo\"\ndial = [\"*\"]\npassword_hash = \"{HASH}\"\n",
        bus.access("n2")
    ));
    let text = format!(
        "[cluster]\n{}user = \"alice\"\nsecret = \"{SECRET}\"\n\
         [server]\nlisten = \"127.0.0.1:0\"\n[[server.user]]\nname = \"demo\"\n\
         password_hash = \"{HASH}\"\n{}",
        bus.access("alice"),
        table_for(&own)
    );
    let file = text_file(&text);
    let (silent, more) = ("node n2 does not answer", "node n1 has more of them");
    until("both are named", || {
        let (status, rows, said) = calls(&file, &[]);
        let are_named = said.contains(silent) && said.contains(more);
        if are_named {
            assert_eq!((status, rows.len()), (1, 1 + 1 + 4096));
            // Those that ended last.
            assert!(
                rows.iter()
                    .any(|row| row.starts_with("n1 2026-11-26 07:49:59"))
            );
            assert!(
                rows.iter()
                    .any(|row| row.starts_with("- 2026-11-26 07:00:00"))
            );
        }
        are_named
    });
    // As many as are asked for are all.
    until("the node is asked", || {
        let (status, rows, said) = calls(&file, &["--last", "3"]);
        assert!(!said.contains(more));
        said.contains(silent) && (status, rows.len()) == (1, 4)
    });
    // Without the bus those of the machine are shown, or nothing.
    bus.end();
    let (status, rows, said) = calls(&file, &[]);
    assert_eq!((status, rows.len()), (1, 2), "{said}");
    assert!(said.contains("cannot be used"), "{said}");
    let (status, rows, said) = calls(&file_for(&bus, "alice"), &[]);
    assert_eq!((status, rows.len()), (1, 0), "{said}");
}

fn wanted() -> Ask {
    Ask::Records(RecordsWanted {
        last: u32::MAX,
        ..RecordsWanted::default()
    })
}

/// The records that a session is told of as operation `op`.
fn told(raw: &mut Raw, op: u64) -> RecordsPart {
    raw.ask(op, wanted());
    match raw.find(|tell| matches!(tell, Tell::Records(_) | Tell::Failed { .. })) {
        Tell::Records(part) => part,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_question_that_is_sent_once_more_tells_nothing() {
    let Some(bus) = Bus::start() else { return };
    let folder = TempDir::new().unwrap();
    let kept = folder.path().join("calls.jsonl");
    std::fs::write(
        &kept,
        [record("n1 a", "alice", 0), record("n1 b", "alice", 1)].concat(),
    )
    .unwrap();
    let _node = Node::leased(&bus, "n1", "60s", &table_for(&kept));
    let mut raw = Raw::new(&bus, "bob", "n1");
    raw.open(incarnation(&bus, "n1"));
    let part = told(&mut raw, 2);
    assert_eq!(
        (part.op, part.part, part.more, part.cut),
        (2, 0, false, false)
    );
    let lines: Vec<&str> = part
        .records
        .iter()
        .map(|record| record.line.as_str())
        .collect();
    assert_eq!(lines, ["n1 b"]);
    // Whoever has recorded it has nothing of that.
    raw.ask(2, wanted());
    raw.ask(3, Ask::Keep {});
    let next = raw.find(|tell| matches!(tell, Tell::Records(_) | Tell::Done { .. }));
    assert_eq!(next, Tell::done(3));
    assert_eq!(told(&mut raw, 4).op, 4);
}

#[test]
fn a_search_that_breaks_off_harms_nobody() {
    let Some(bus) = Bus::start() else { return };
    let text = format!(
        "[cluster]\n{}name = \"n1\"\nlease = \"60s\"\n\
         [[cluster.grant]]\nuser = \"alice\"\nsecret = \"{SECRET}\"\nlines = [\"*\"]\n",
        bus.access("n1")
    );
    let configuration = Configuration::read(&Source::text(&text)).unwrap();
    let engine = Engine::new(Arc::new(SystemClock::new()), Settings::default());
    let recall = Arc::new(|_: &RecordsWanted, _: &dyn Fn(&str) -> bool| panic!("of the test"));
    let settings = configuration.cluster.unwrap();
    let node = tapi3::cluster::Node::start(&settings, &engine, Some(recall)).unwrap();
    let mut raw = Raw::new(&bus, "alice", "n1");
    raw.open(incarnation(&bus, "n1"));
    // More often than there is room for at once.
    for op in 2..12 {
        raw.ask(op, wanted());
        let Tell::Failed { text, .. } = raw.answer(op) else {
            panic!("it was told");
        };
        assert!(text.contains("has broken off"), "{text}");
    }
    node.stop();
    engine.close();
}
