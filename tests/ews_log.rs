//! The log of the endpoint: nobody waits for those who read it, what they do not read is counted and
//! told, and every refusal leaves a line. And `/healthz`, which says whether requests are served.

#[path = "support/api.rs"]
mod api;
#[path = "support/ews/mod.rs"]
mod ews;
#[path = "support/scripted.rs"]
mod scripted;

use ews::{Endpoint, password_hash, program, until};
use scripted::{Scripted, good};
use tapi3::soap::OperationKind::PlayOnPhone;

fn configuration(lines: &str, limits: &str) -> String {
    let hash = password_hash("demo");
    format!(
        "{lines}\n[server]\n{{listen}}\nany_item = true\nmetrics = \"anybody\"\n\
         [server.limits]\nrate = 100000\nburst = 100000\n{limits}\n\
         [[server.user]]\nname = \"demo\"\ndial = [\"*\"]\nmax_calls = 100\n{hash}"
    )
}

const LOST: &str = "tapi3_log_lines_lost_total";

#[test]
fn a_log_that_nobody_reads_holds_nobody_up() {
    let mut endpoint = Endpoint::unread(&configuration("", ""));
    let mut client = endpoint.client();
    // More than the pipe and the queue have room for.
    let mut calls = 0;
    until("lines are lost", || {
        for _ in 0..100 {
            let id = client.play("1001").call_id();
            assert_eq!(client.disconnect(&id).code(), "NoError");
            calls += 1;
        }
        endpoint.metric(LOST) > 0.0
    });
    assert_eq!(endpoint.page("/healthz").status, 200);
    let id = client.play("1001").call_id();
    assert_eq!(endpoint.client().disconnect(&id).code(), "NoError");
    let placed = f64::from(calls) + 1.0;
    assert_eq!(endpoint.metric("tapi3_calls_placed_total"), placed);
    // Now somebody reads, and hears what is missing.
    endpoint.read_log();
    until("what is missing is told", || {
        endpoint.log().contains("lines are missing here")
    });
    let told = || -> f64 {
        let log = endpoint.log();
        let counts = log.lines().filter_map(|line| {
            let (before, _) = line.split_once(" lines are missing here")?;
            before.rsplit(' ').next()?.parse::<f64>().ok()
        });
        counts.sum()
    };
    // While the reader catches up, more may be lost.
    let mut lost = 0.0;
    until("all of them are told", || {
        lost = endpoint.metric(LOST);
        told() == lost
    });
    let id = client.play("1001").call_id();
    client.disconnect(&id);
    until("what comes now is there", || {
        let log = endpoint.log();
        let rest = log.rsplit("lines are missing here").next().unwrap();
        rest.contains("placing a call")
    });
    assert_eq!(endpoint.metric(LOST), lost);
}

#[test]
fn a_log_that_nobody_reads_does_not_keep_the_endpoint_from_its_end() {
    let endpoint = Endpoint::unread(&configuration("", ""));
    let mut client = endpoint.client();
    until("lines are lost", || {
        for _ in 0..100 {
            client.information("nothing");
        }
        endpoint.metric(LOST) > 0.0
    });
    client.play("1001");
    endpoint.signal("TERM");
    let (status, last) = endpoint.end();
    assert!(status.success(), "{status}");
    assert_eq!(last, "stopped: 1 call ended, 0 calls not confirmed");
}

#[test]
fn the_end_of_a_call_is_told_with_who_had_it_and_from_where() {
    let endpoint = Endpoint::demo();
    let id = endpoint.client().play("1001").call_id();
    endpoint.client().disconnect(&id);
    until("the end is there", || {
        endpoint.log().contains("over call=1")
    });
    let log = endpoint.log();
    let over = log.lines().find(|line| line.contains("over call=1"));
    let over = over.unwrap();
    assert!(
        over.contains(
            "over call=1 user=\"demo\" from=127.0.0.1 destination=\"1001\" line=\"Simulated line 1\" \
             cause=Normal by=\"client\" lasted="
        ),
        "{over}"
    );
}

/// A shell that says so of its standard error, as systemd does, and becomes another program then.
fn under_the_journal(inode: &str) -> std::process::Command {
    let mut shell = program("sh");
    let told = format!("JOURNAL_STREAM=$(stat -L -c %d:{inode} /proc/self/fd/2) exec \"$@\"");
    shell.args(["-c", &told, "sh"]);
    shell
}

#[test]
fn the_journal_gets_the_priority_of_each_line_and_no_time() {
    let endpoint = Endpoint::demo_under(under_the_journal("%i"));
    let id = endpoint.client().play("1001").call_id();
    endpoint.client().disconnect(&id);
    // With the request before it, or without: whoever notes the end first.
    until("the end is there", || {
        endpoint.log().contains("over call=1")
    });
    let log = endpoint.log();
    for line in log.lines() {
        assert!(
            line.starts_with("<6>INFO ") || line.starts_with("<7>DEBUG "),
            "{line}"
        );
    }
    assert!(log.contains("<7>DEBUG request{id="), "{log}");
    // Also what keeps it from its start.
    let mut wrong = under_the_journal("%i");
    wrong.arg(env!("CARGO_BIN_EXE_tapi3"));
    let output = wrong
        .args(["--config", "/nowhere", "serve"])
        .output()
        .unwrap();
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(errors.starts_with("<3>tapi3: "), "{errors}");
    assert_eq!(output.status.code(), Some(78), "{errors}");
}

#[test]
fn a_standard_error_that_was_led_elsewhere_is_no_journal() {
    let endpoint = Endpoint::demo_under(under_the_journal("1"));
    until("it listens", || endpoint.log().contains("INFO listening"));
    assert!(!endpoint.log().contains('<'), "{}", endpoint.log());
}

/// Of a call that was placed by the JSON API as of one over EWS.
#[test]
fn a_call_has_the_request_that_placed_it_in_the_log() {
    let endpoint = Endpoint::configured(&configuration("", ""));
    let mut demo = api::Api::of(&endpoint, "demo");
    let json = ["Content-Type: application/json"];
    let (status, call, headers) =
        demo.request("POST /api/v1/calls", &json, Some("{\"number\":\"1001\"}"));
    assert_eq!(status, 201);
    let hang_up = format!("POST /api/v1/calls/{}/hang-up", api::text(&call, "id"));
    let (status, _, later) = demo.request(&hang_up, &json, Some("{}"));
    assert_eq!(status, 200);
    for (what, headers) in [("placing a call", headers), ("hanging up", later)] {
        let id = headers.get("request-id").expect("the answer has one");
        let request = format!("request{{id=\"{id}\"}}: {what}");
        until(&request, || endpoint.log().contains(&request));
    }
}

#[test]
fn requests_that_stand_still_are_told_by_the_health_page() {
    let (far, go_on) = Scripted::slow_to_place(good);
    let line = format!(
        "[[line]]\nname = \"Far\"\nprovider = \"ews\"\nurl = \"http://{}/\"\nitem = \"i\"\n\
         user = \"u\"\npassword = \"p\"\nrequest_timeout = \"1m\"\n",
        far.address
    );
    let endpoint = Endpoint::configured(&configuration(
        &line,
        "max_requests = 1\nanswer_timeout = \"1m\"",
    ));
    let health = || endpoint.page("/healthz");
    assert_eq!(health().body, "ok");
    let mut client = endpoint.client();
    let play =
        "<m:PlayOnPhone><m:ItemId Id=\"a\"/><m:DialString>1001</m:DialString></m:PlayOnPhone>";
    let body = ews::envelope("", play);
    client.send((client.head("", body.len()) + &body).as_bytes());
    until("the line is asked", || !far.asked(PlayOnPhone).is_empty());
    assert_eq!(endpoint.client().play("1001").code(), "ErrorServerBusy");
    until("the page says so", || health().status == 503);
    assert!(health().body.contains("none of the requests"));
    go_on.send(()).unwrap();
    client.receive().unwrap().call_id();
    until("it is well again", || health().status == 200);
}
