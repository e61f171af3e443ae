//! The account of the calls: whatever way a call ends, those that were placed are those that are up
//! and those that are over, and each of these stands under who ended it and why.

#[path = "support/ews/mod.rs"]
mod ews;
#[path = "support/scripted.rs"]
mod scripted;

use ews::{Endpoint, password_hash, until};
use scripted::{Act, Asked, Scripted, error, good};
use std::collections::HashMap;
use tapi3::soap::ErrorCode;
use tapi3::soap::OperationKind::PlayOnPhone;

fn configured(lines: &str, server: &str) -> Endpoint {
    let hash = password_hash("demo");
    Endpoint::configured(&format!(
        "{lines}\n[server]\n{{listen}}\nany_item = true\nmetrics = \"anybody\"\n{server}\n\
         [[server.user]]\nname = \"demo\"\ndial = [\"*\"]\nmax_calls = 100\n{hash}"
    ))
}

fn ews_line(server: &Scripted) -> String {
    format!(
        "[[line]]\nname = \"Far\"\nprovider = \"ews\"\nurl = \"http://{}/\"\nitem = \"i\"\n\
         user = \"u\"\npassword = \"p\"\n",
        server.address
    )
}

/// What `/metrics` says of the calls.
#[derive(Debug, Clone, PartialEq)]
struct Account {
    placed: u64,
    live: u64,
    answered: u64,
    by: HashMap<String, u64>,
    causes: HashMap<String, u64>,
    /// Calls that were answered and are over.
    talked: u64,
}

impl Account {
    /// Reads it, and checks that it adds up.
    #[track_caller]
    fn of(endpoint: &Endpoint) -> Self {
        Self::read(&endpoint.page("/metrics").body)
    }

    #[track_caller]
    fn read(page: &str) -> Self {
        let value = |name: &str| {
            let mut lines = page.lines();
            let line = lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
            line.unwrap().parse::<u64>().unwrap()
        };
        let labelled = |name: &str| -> HashMap<String, u64> {
            let lines = page.lines().filter_map(|line| {
                let (label, value) = line.strip_prefix(name)?.split_once("\"} ")?;
                Some((label.to_owned(), value.parse().unwrap()))
            });
            lines.filter(|(_, value)| *value > 0).collect()
        };
        let account = Account {
            placed: value("tapi3_calls_placed_total"),
            live: value("tapi3_calls_live"),
            answered: value("tapi3_calls_answered_total"),
            by: labelled("tapi3_calls_ended_total{by=\""),
            causes: labelled("tapi3_calls_ended_by_cause_total{cause=\""),
            talked: value("tapi3_call_seconds_count"),
        };
        let sum = |counts: &HashMap<String, u64>| counts.values().sum::<u64>();
        assert_eq!(account.placed, account.live + sum(&account.by), "{page}");
        assert_eq!(account.placed, account.live + sum(&account.causes));
        assert!(account.talked <= account.answered && account.answered <= account.placed);
        account
    }

    /// All that is different after one call.
    #[track_caller]
    fn assert_one_more(&self, before: &Account, by: &str, cause: &str, answered: u64) {
        let mut wanted = before.clone();
        wanted.placed += 1;
        wanted.answered += answered;
        wanted.talked += answered;
        *wanted.by.entry(by.to_owned()).or_default() += 1;
        *wanted.causes.entry(cause.to_owned()).or_default() += 1;
        assert_eq!(*self, wanted);
    }
}

#[test]
fn calls_that_the_far_end_ends_are_counted_as_such() {
    // Numbers of its own, for the built-in ones take their time.
    let extension = |number: &str, behaviour: &str, more: &str| {
        format!(
            "[[simulation.extension]]\nnumber = \"{number}\"\nbehaviour = \"{behaviour}\"\n{more}\n"
        )
    };
    let lines = [
        extension("20", "answer", "hang_up_after = \"50ms\""),
        extension("21", "answer", "line_drops_after = \"50ms\""),
        extension("22", "ring", "no_answer_after = \"50ms\""),
        extension("23", "busy", "answer_after = \"50ms\""),
    ];
    let endpoint = configured(&lines.concat(), "");
    let mut client = endpoint.client();
    for (number, by, cause, answered) in [
        ("1002", "far_end", "busy", 0),
        ("23", "far_end", "busy", 0),
        ("1004", "far_end", "refused", 0),
        ("1008", "far_end", "blocked", 0),
        ("9999", "far_end", "bad_address", 0),
        ("22", "far_end", "no_answer", 0),
        ("20", "far_end", "normal", 1),
        ("1009", "line", "failed", 0),
        ("21", "line", "failed", 1),
    ] {
        let before = Account::of(&endpoint);
        let id = client.play(number).call_id();
        let mut after = before.clone();
        until(number, || {
            after = Account::of(&endpoint);
            after.placed > before.placed && after.live == 0
        });
        after.assert_one_more(&before, by, cause, answered);
        // Whoever hangs up what is over ends nothing.
        client.disconnect(&id);
        assert_eq!(Account::of(&endpoint), after, "{number}");
    }
}

#[test]
fn calls_that_their_client_ends_are_counted_as_such() {
    let endpoint = Endpoint::demo();
    let mut client = endpoint.client();
    for (number, cause, answered) in [
        ("1001", "normal", 1),
        ("1003", "cancelled", 0),
        ("1012", "normal", 0),
    ] {
        let before = Account::of(&endpoint);
        let id = client.play(number).call_id();
        assert_eq!(Account::of(&endpoint).live, 1);
        client.disconnect(&id);
        client.disconnect(&id);
        let after = Account::of(&endpoint);
        after.assert_one_more(&before, "client", cause, answered);
    }
}

#[test]
fn calls_that_the_server_ends_are_counted_as_such() {
    for (server, by) in [
        ("orphan_after = \"100ms\"", "orphan"),
        ("max_call_time = \"100ms\"", "time_limit"),
    ] {
        let endpoint = configured("", server);
        let before = Account::of(&endpoint);
        endpoint.client().play("1001").call_id();
        until("it is over", || Account::of(&endpoint).by.contains_key(by));
        Account::of(&endpoint).assert_one_more(&before, by, "normal", 1);
    }
}

#[test]
fn a_hang_up_that_nobody_confirms_is_counted_when_the_call_is_over() {
    let limits = "[server.limits]\nanswer_timeout = \"100ms\"";
    let late = "[[simulation.extension]]\nnumber = \"20\"\nbehaviour = \"answer\"\n\
                confirms_after = \"4s\"";
    let endpoint = configured(late, limits);
    let mut client = endpoint.client();
    let before = Account::of(&endpoint);
    let id = client.play("20").call_id();
    assert_eq!(client.disconnect(&id).code(), "ErrorTimeoutExpired");
    until("it is over", || Account::of(&endpoint).live == 0);
    Account::of(&endpoint).assert_one_more(&before, "client", "normal", 1);
}

fn refuses(asked: &Asked) -> Act {
    error(asked.operation, ErrorCode::PhoneNumberNotDialable)
}

#[test]
fn a_call_that_its_line_refuses_is_counted_as_such() {
    let far = Scripted::new(refuses);
    let endpoint = configured(&ews_line(&far), "");
    let before = Account::of(&endpoint);
    assert_ne!(endpoint.client().play("1001").code(), "NoError");
    Account::of(&endpoint).assert_one_more(&before, "line", "not_placed", 0);
    // Nothing is handed to a line that must not be dialled.
    assert_eq!(
        endpoint.client().play("nobody").code(),
        "ErrorInvalidPhoneNumber"
    );
    assert_eq!(endpoint.metric("tapi3_calls_placed_total"), 1.0);
}

#[test]
fn a_call_whose_line_is_silent_is_counted_as_such() {
    let (far, go_on) = Scripted::slow_to_place(good);
    let endpoint = configured(
        &ews_line(&far),
        "[server.limits]\nanswer_timeout = \"300ms\"",
    );
    let before = Account::of(&endpoint);
    assert_ne!(endpoint.client().play("1001").code(), "NoError");
    assert_eq!(Account::of(&endpoint).live, 1);
    go_on.send(()).unwrap();
    until("it is over", || Account::of(&endpoint).live == 0);
    let after = Account::of(&endpoint);
    let cause = if after.causes.contains_key("normal") {
        "normal"
    } else {
        "cancelled"
    };
    after.assert_one_more(&before, "line", cause, after.answered);
}

#[test]
fn a_call_whose_client_is_gone_is_counted_as_such() {
    let (far, go_on) = Scripted::slow_to_place(good);
    let endpoint = configured(&ews_line(&far), "");
    let before = Account::of(&endpoint);
    let mut client = endpoint.client();
    let body = ews::envelope(
        "",
        "<m:PlayOnPhone><m:ItemId Id=\"a\"/><m:DialString>1001</m:DialString></m:PlayOnPhone>",
    );
    client.send((client.head("", body.len()) + &body).as_bytes());
    until("the line is asked", || !far.asked(PlayOnPhone).is_empty());
    client.hang();
    // All over one connection: one that was closed may count yet when the next one asks.
    let mut looking = endpoint.client();
    until("the endpoint has seen it", || {
        let page = looking.get("/metrics").body;
        Account::read(&page);
        page.contains("\ntapi3_connections 1\n")
    });
    go_on.send(()).unwrap();
    until("it is over", || Account::of(&endpoint).live == 0);
    let after = Account::of(&endpoint);
    let cause = if after.causes.contains_key("normal") {
        "normal"
    } else {
        "cancelled"
    };
    after.assert_one_more(&before, "lost_reply", cause, after.answered);
}

#[test]
fn a_stop_ends_calls_and_says_so_of_each() {
    let endpoint = configured("", "shutdown_timeout = \"300ms\"");
    let mut client = endpoint.client();
    client.play("1001");
    client.play("1003");
    client.play("1006");
    endpoint.signal("TERM");
    let over = |log: &str| {
        let lines = log.lines();
        let over = lines.filter(|line| line.contains("over call=") && line.contains("shutdown"));
        over.count()
    };
    // The third is given up, which is an end as well.
    until("all of them are told to be over", || {
        over(&endpoint.log()) == 3
    });
}

#[test]
fn the_account_adds_up_while_calls_come_and_go() {
    let endpoint = Endpoint::demo();
    std::thread::scope(|scope| {
        for number in ["1001", "1002", "1003", "9999"] {
            let mut client = endpoint.client();
            scope.spawn(move || {
                for _ in 0..100 {
                    let answer = client.play(number);
                    // Whoever asks as fast as this hears now and then that the server is busy.
                    if answer.status == 200 {
                        let id = answer.call_id();
                        until("it is over", || client.disconnect(&id).status == 200);
                    }
                }
            });
        }
        for _ in 0..100 {
            Account::of(&endpoint);
        }
    });
    assert_eq!(Account::of(&endpoint).live, 0);
}
