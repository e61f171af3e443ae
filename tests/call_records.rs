//! Call records of `tapi3 serve`: one for each call, however it ends; what full disks, vanished
//! folders, unread pipes and the end of the server do to them; and `tapi3 calls`, which shows them.

#[path = "support/api.rs"]
mod api;
#[path = "support/ews/mod.rs"]
mod ews;

use api::{Api, login, text, user};
use ews::{Endpoint, tapi3, until};
use serde_json::Value;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

struct Rig {
    folder: TempDir,
}

impl Rig {
    fn new() -> Self {
        Rig {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// The folder of the records, which a test may take away.
    fn records_folder(&self) -> PathBuf {
        self.folder.path().join("records")
    }

    fn file(&self) -> PathBuf {
        self.records_folder().join("calls.jsonl")
    }

    fn configuration(&self, server: &str, records: &str) -> String {
        format!(
            "[[line]]\nname = \"Desk\"\nprovider = \"sim\"\naddress = \"2001\"\nmax_calls = 1000\n\
             [server]\n{{listen}}\nany_item = true\nmetrics = \"anybody\"\n{server}\n\
             [server.records]\n{records}\n{}{}",
            user("alice", "dial = [\"*\"]\nmax_calls = 1000\n"),
            user("root", "administrator = true\n"),
        )
    }

    /// A server that writes to the file.
    fn endpoint(&self, server: &str, records: &str) -> Endpoint {
        std::fs::create_dir_all(self.records_folder()).unwrap();
        let file = format!("file = \"{}\"\n{records}", self.file().display());
        Endpoint::configured(&self.configuration(server, &file))
    }

    fn records(&self) -> Vec<Value> {
        read(&self.file())
    }

    /// Waits for so many records.
    fn wait_for(&self, count: usize) -> Vec<Value> {
        until("the records are written", || self.records().len() >= count);
        self.records()
    }
}

fn read(file: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let whole = text
        .split_inclusive('\n')
        .filter(|line| line.ends_with('\n'));
    whole
        .map(|line| serde_json::from_str(line).unwrap_or_else(|_| panic!("{line}")))
        .collect()
}

#[test]
fn each_call_leaves_one_record_however_it_ends() {
    let rig = Rig::new();
    let endpoint = rig.endpoint("orphan_after = \"8s\"", "");
    let mut alice = Api::of(&endpoint, "alice");
    let mut root = Api::of(&endpoint, "root");
    let mut soap = endpoint.client_of(&login("alice"));
    let played = soap.play_item("a &quot;welcome&quot;", "10-01").call_id();
    soap.disconnect(&played);
    let ended = alice.call("1003");
    root.hang_up(&ended);
    for number in ["1002", "1004", "1005", "1008", "1009", "9999", "1001"] {
        alice.call(number);
    }
    let records = rig.wait_for(9);
    let ids: HashSet<_> = records.iter().map(|record| text(record, "id")).collect();
    assert_eq!(ids.len(), 9);
    for (number, cause, code, by, answered) in [
        ("1002", "busy", 486, "far_end", false),
        ("1003", "cancelled", 487, "administrator", false),
        ("1004", "refused", 603, "far_end", false),
        ("1005", "normal", 200, "far_end", true),
        ("1008", "blocked", 607, "far_end", false),
        ("1009", "failed", 503, "line", false),
        ("9999", "bad_address", 404, "far_end", false),
    ] {
        let record = records
            .iter()
            .find(|record| record["number"] == number)
            .unwrap();
        assert_eq!(record["cause"], cause, "{record}");
        assert_eq!(record["sip_code"], code, "{record}");
        assert_eq!(record["ended_by"], by, "{record}");
        assert_eq!(record["answer"].is_string(), answered, "{record}");
        assert_eq!(
            record["duration"].as_f64().unwrap() > 0.0,
            answered,
            "{record}"
        );
    }
    let first = records
        .iter()
        .find(|record| record["id"] == played.as_str())
        .unwrap();
    for (key, value) in [
        ("user", "alice"),
        ("from", "127.0.0.1"),
        ("through", "ews"),
        ("item", "a \"welcome\""),
        ("number", "1001"),
        ("line", "Desk"),
        ("cause", "normal"),
        ("sip_text", "OK"),
        ("ended_by", "client"),
    ] {
        assert_eq!(text(first, key), value, "{key}");
    }
    // Points in time in their order, as text, which is how they are compared.
    let [begin, answer, end] = ["begin", "answer", "end"].map(|key| text(first, key));
    assert!(
        begin <= answer && answer <= end && end.ends_with('Z'),
        "{first}"
    );
    let orphan = records
        .iter()
        .find(|r| r["number"] == "1001" && r["through"] == "api");
    assert_eq!(orphan.unwrap()["ended_by"], "orphan");
}

#[test]
fn nothing_is_lost_when_the_server_is_stopped() {
    let rig = Rig::new();
    let endpoint = rig.endpoint(
        "shutdown_timeout = \"5s\"\n[server.limits]\nrate = 10000\nburst = 10000",
        "",
    );
    let mut alice = Api::of(&endpoint, "alice");
    let mut ids: HashSet<_> = (0..200).map(|_| alice.call("1001")).collect();
    // One whose end its line never confirms, and one that has not been answered.
    let silent = alice.call("1006");
    ids.extend([silent.clone(), alice.call("1003")]);
    endpoint.signal("TERM");
    let (status, last) = endpoint.end();
    assert_eq!(
        (status.code(), last.as_str()),
        (Some(1), "stopped: 201 calls ended, 1 call not confirmed")
    );
    let records = rig.records();
    let written: HashSet<_> = records.iter().map(|record| text(record, "id")).collect();
    assert_eq!(records.len(), 202);
    assert_eq!(written, ids);
    assert!(
        records
            .iter()
            .all(|record| record["ended_by"] == "shutdown")
    );
    for record in records {
        let failed = text(&record, "id") == silent;
        assert_eq!(record["cause"] == "failed", failed, "{record}");
    }
}

#[test]
fn numbers_can_be_masked_and_files_put_aside_and_standard_output_has_them_too() {
    let rig = Rig::new();
    let endpoint = rig.endpoint(
        "",
        "stdout = true\nmask_digits = 2\nrotate_size = 300\nkeep = 2",
    );
    let mut alice = Api::of(&endpoint, "alice");
    let ids: Vec<_> = (0..5).map(|_| alice.call("1002")).collect();
    until("the files are put aside", || {
        let page = endpoint.page("/metrics").body;
        page.contains("tapi3_call_records_written_total{to=\"file\"} 5")
            && page.contains("tapi3_call_records_written_total{to=\"stdout\"} 5")
    });
    endpoint.signal("TERM");
    let output = endpoint.output();
    let printed: Vec<Value> = output
        .iter()
        .filter_map(|l| serde_json::from_str(l).ok())
        .collect();
    let printed_ids: Vec<_> = printed.iter().map(|record| text(record, "id")).collect();
    assert_eq!(printed_ids, ids);
    assert!(printed.iter().all(|record| record["number"] == "10xx"));
    let mut files: Vec<_> = std::fs::read_dir(rig.records_folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    assert_eq!(files.len(), 3, "{files:?}");
    let kept: Vec<_> = files.iter().flat_map(|file| read(file)).collect();
    let kept_ids: Vec<_> = kept.iter().map(|record| text(record, "id")).collect();
    assert_eq!(kept_ids, ids[2..]);

    // The command finds them all by the configuration.
    let file = format!("file = \"{}\"", rig.file().display());
    let text = rig.configuration("listen = \"127.0.0.1:0\"", &file);
    let configuration = ews::file(&text.replace("{listen}\n", ""));
    let path = configuration.path().to_str().unwrap();
    let (status, table, _) = tapi3(&["--config", path, "calls"], "");
    assert!(status.success());
    assert_eq!(table.lines().count(), 4, "{table}");
    assert!(
        table.lines().skip(1).all(|line| line.contains("10xx")),
        "{table}"
    );
    let (_, table, _) = tapi3(&["--config", path, "calls", "--last", "1"], "");
    assert_eq!(table.lines().count(), 2, "{table}");
}

#[test]
fn a_disk_that_is_full_harms_no_call() {
    let rig = Rig::new();
    let full = Endpoint::configured(&rig.configuration("", "file = \"/dev/full\""));
    let mut alice = Api::of(&full, "alice");
    let id = alice.call("1001");
    assert_eq!(alice.hang_up(&id).0, 200);
    alice.call("1002");
    until("it is counted", || {
        let page = full.page("/metrics").body;
        page.contains("tapi3_call_records_waiting{to=\"file\"} 2")
            && !page.contains("tapi3_call_records_failures_total{to=\"file\"} 0")
    });
    until("the log says so", || {
        full.log()
            .contains("call records cannot be written; they wait")
    });
    full.signal("TERM");
    let log = {
        until("it ends", || full.log().contains("not written in time"));
        full.log()
    };
    assert!(log.contains("No space left on device"), "{log}");
    assert!(log.contains("lost=2"), "{log}");
    assert!(full.end().0.success());
}

#[test]
fn a_limit_of_file_sizes_ends_no_server_and_costs_no_record_when_it_is_lifted() {
    let rig = Rig::new();
    let endpoint = rig.endpoint("", "");
    endpoint.limit_files(Some(100));
    let mut alice = Api::of(&endpoint, "alice");
    let id = alice.call("1001");
    assert_eq!(alice.hang_up(&id).0, 200);
    until("the log says so", || endpoint.log().contains("they wait"));
    endpoint.limit_files(None);
    assert_eq!(text(&rig.wait_for(1)[0], "id"), id);
}

#[test]
fn a_folder_that_vanishes_harms_no_call_and_costs_no_record_if_it_comes_back() {
    let rig = Rig::new();
    let endpoint = rig.endpoint("", "");
    let mut alice = Api::of(&endpoint, "alice");
    let first = alice.call("1002");
    rig.wait_for(1);
    std::fs::remove_dir_all(rig.records_folder()).unwrap();
    let lost: Vec<_> = (0..3).map(|_| alice.call("1002")).collect();
    until("the log says so", || endpoint.log().contains("they wait"));
    std::fs::create_dir(rig.records_folder()).unwrap();
    let ids: Vec<_> = rig
        .wait_for(3)
        .iter()
        .map(|record| text(record, "id"))
        .collect();
    assert_eq!(ids, lost);
    assert!(!ids.contains(&first));
    until("the log says that, too", || {
        endpoint.log().contains("are written again")
    });
}

#[test]
fn a_pipe_that_nobody_reads_holds_up_neither_calls_nor_the_end() {
    let rig = Rig::new();
    let records = "stdout = true";
    let limits = "[server.limits]\nrate = 10000\nburst = 10000";
    let file = format!("file = \"{}\"\n{records}", rig.file().display());
    std::fs::create_dir_all(rig.records_folder()).unwrap();
    let mut endpoint = Endpoint::configured_unread(&rig.configuration(limits, &file));
    let mut alice = Api::of(&endpoint, "alice");
    // Much more than fits into a pipe.
    let ids: Vec<_> = (0..600).map(|_| alice.call("1002")).collect();
    let written: Vec<_> = rig
        .wait_for(600)
        .iter()
        .map(|record| text(record, "id"))
        .collect();
    assert_eq!(written, ids);
    endpoint.signal("TERM");
    until("it ends", || !endpoint.is_running());
    until("the log says so", || {
        endpoint.log().contains("not written in time")
    });
}

#[test]
fn what_cannot_be_written_from_the_start_is_said_at_the_start() {
    let rig = Rig::new();
    let missing = format!("file = \"{}\"", rig.file().display());
    for (records, what) in [
        (
            missing.as_str(),
            "calls.jsonl cannot be written: No such file",
        ),
        ("file = \"/\"", "is not the name of a file"),
        ("mask_digits = 1000", "must be from 0 to 256"),
        ("colour = 1", "colour"),
    ] {
        let text = rig.configuration("listen = \"127.0.0.1:0\"", records);
        let file = ews::file(&text.replace("{listen}\n", ""));
        let path = file.path().to_str().unwrap();
        let (status, _, said) = tapi3(&["--config", path, "serve"], "");
        assert!(!status.success());
        assert!(said.contains(what), "{said}");
    }
}

#[test]
fn records_are_shown_as_a_table_and_as_csv() {
    let record = |id: &str, user: &str, begin: &str, more: &str| {
        format!(
            "{{\"id\":\"{id}\",\"user\":\"{user}\",\"from\":\"192.0.2.7\",\"through\":\"ews\",\
             \"item\":\"=1+1\",\"number\":\"+49301\",\"line\":\"Desk, left\",\"begin\":\"{begin}\",\
             \"end\":\"{begin}\",\"cause\":\"normal\",\"sip_code\":200,\"ended_by\":\"client\",{more}}}\n"
        )
    };
    let talked = "\"answer\":\"2026-11-26T08:00:01.000Z\",\"duration\":61.5,\"sip_text\":\"OK\"";
    let not = "\"answer\":null,\"duration\":0.0,\"sip_text\":\"\\u001b[2J\\\"quoted\\\"\"";
    let text = [
        "listening on http://127.0.0.1:8080/EWS/Exchange.asmx\n".to_owned(),
        record("a", "alice", "2026-11-26T08:00:00.000Z", talked),
        "{\"id\":\"half a li\n".to_owned(),
        record("b", "Bob", "2026-11-27T08:00:00.000Z", not),
        record("c", "alice", "2026-11-28T08:00:00.000Z", talked),
    ]
    .concat();
    let (status, table, said) = tapi3(&["calls", "-"], &text);
    // One is missing, and whoever adds them up must not overlook that.
    assert_eq!(status.code(), Some(1));
    assert_eq!(
        table.lines().next().unwrap(),
        "BEGIN                USER   FROM       LINE        NUMBER  ITEM  TALKED  CAUSE   SIP  ENDED BY"
    );
    assert_eq!(
        table.lines().nth(1).unwrap(),
        "2026-11-26 08:00:00  alice  192.0.2.7  Desk, left  +49301  =1+1  1:01    normal  200  client"
    );
    assert_eq!(table.lines().count(), 4);
    assert_eq!(said, "tapi3: standard input: line 3 is no call record\n");
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, lines: &[&str]| {
        let path = folder.path().join(name);
        std::fs::write(&path, lines.concat()).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let whole = record("a", "alice", "2026-11-26T08:00:00.000Z", talked);
    let (good, bad) = (
        file("good", &["listening\n", &whole, "\n"]),
        file(
            "bad",
            &["\n", &whole, "{\"half\n", "{}\n", &whole, "{\"no end"],
        ),
    );
    let (status, _, said) = tapi3(&["calls", &good], "");
    assert_eq!((status.code(), said.as_str()), (Some(0), ""));
    let (status, table, said) = tapi3(&["calls", &good, &bad], "");
    assert_eq!((status.code(), table.lines().count()), (Some(1), 4));
    let expected = format!("tapi3: {bad}: 3 lines are no call records, the first is line 3\n");
    assert_eq!(said, expected);

    let (_, csv, _) = tapi3(&["calls", "--csv", "--user", "bob", "-"], &text);
    assert_eq!(
        csv,
        "id,user,from,through,item,number,line,begin,answer,end,duration,cause,sip_code,sip_text,ended_by\r\n\
         b,Bob,192.0.2.7,ews,'=1+1,+49301,\"Desk, left\",2026-11-27T08:00:00.000Z,,\
         2026-11-27T08:00:00.000Z,0,normal,200,\"\u{1b}[2J\"\"quoted\"\"\",client\r\n"
    );
    for (arguments, ids) in [
        (["--since", "2026-11-27"], vec!["b", "c"]),
        (["--until", "2026-11-27T08:00"], vec!["a"]),
        (["--last", "2"], vec!["b", "c"]),
    ] {
        let (_, csv, _) = tapi3(&["calls", "--csv", arguments[0], arguments[1], "-"], &text);
        let found: Vec<_> = csv
            .lines()
            .skip(1)
            .map(|line| line.split(',').next().unwrap())
            .collect();
        assert_eq!(found, ids, "{arguments:?}");
    }
    let (status, _, said) = tapi3(&["calls", "--since", "yesterday", "-"], "");
    assert!(!status.success() && said.contains("2026-11-26"), "{said}");
    for time in ["2026-11-2Z", "2026-11-26Z", "2026-11-26T08:3Z"] {
        let (status, _, said) = tapi3(&["calls", "--since", time, "-"], "");
        assert!(
            !status.success() && said.contains("2026-11-26T08:30:00"),
            "{time}: {said}"
        );
    }
    for time in [
        "2026-13-01",
        "2026-00-01",
        "2026-11-31",
        "2026-11-00",
        "2026-02-29",
        "2100-02-29",
        "2026-11-26T24:00",
        "2026-11-26T08:60",
        "2026-11-26T08:30:60Z",
    ] {
        for which in ["--since", "--until"] {
            let (status, _, said) = tapi3(&["calls", which, time, "-"], "");
            assert!(
                !status.success() && said.contains("no such day"),
                "{time}: {said}"
            );
        }
    }
    for time in [
        "2024-02-29",
        "2000-02-29",
        "2026-12-31T23:59",
        "2026-12-31T23:59Z",
        "2026-12-31T23:59:59Z",
        "2026-12-31T23:59:59.999Z",
    ] {
        let (status, _, said) = tapi3(&["calls", "--since", time, "-"], "");
        assert!(status.success(), "{time}: {said}");
    }
    let (status, _, said) = tapi3(&["calls", "/nonexistent"], "");
    assert!(
        !status.success() && said.contains("cannot be read"),
        "{said}"
    );
}
