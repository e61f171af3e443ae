//! The JSON API of `tapi3 serve`: who may do what, what is refused, and what is told as it happens.

#[path = "support/api.rs"]
mod api;
#[path = "support/ews/mod.rs"]
mod ews;

use api::{Api, Events, text, user};
use ews::{Endpoint, until};
use serde_json::json;

const JSON: &str = "Content-Type: application/json";

/// Alice and Bob, who have one line, and the administrator Root, who has another.
fn endpoint(more: &str) -> Endpoint {
    Endpoint::configured(&format!(
        "[[line]]\nname = \"Desk\"\nprovider = \"sim\"\naddress = \"2001\"\nmax_calls = 100\n\
         [[line]]\nname = \"Trunk\"\nprovider = \"sim\"\naddress = \"2002\"\nmax_calls = 100\n\
         [server]\n{{listen}}\nshutdown_timeout = \"20s\"\n{more}\n{}{}{}{}",
        user(
            "alice",
            "dial = [\"*\"]\ndeny = [\"1900*\"]\nmax_calls = 3\n"
        ),
        user("bob", "dial = [\"*\"]\n"),
        user("watcher", ""),
        user(
            "root",
            "dial = [\"*\"]\nline = \"Trunk\"\nadministrator = true\n"
        ),
    ))
}

#[test]
fn a_user_sees_and_ends_their_own_calls_and_an_administrator_all() {
    let endpoint = endpoint("any_item = true");
    let [mut alice, mut bob, mut root] = ["alice", "bob", "root"].map(|n| Api::of(&endpoint, n));
    let (status, call) = alice.post("calls", "{\"number\":\"10-01\",\"item\":\"welcome\"}");
    assert_eq!(status, 201);
    for (key, value) in [
        ("user", json!("alice")),
        ("from", json!("127.0.0.1")),
        ("through", json!("api")),
        ("item", json!("welcome")),
        ("number", json!("1001")),
        ("line", json!("Desk")),
        ("state", json!("connected")),
        ("end", json!(null)),
        ("cause", json!(null)),
        ("sip_code", json!(200)),
        ("ended_by", json!(null)),
    ] {
        assert_eq!(call[key], value, "{key} {call}");
    }
    let id = text(&call, "id");
    // EWS knows it by the same identifier, to its user only.
    let mut soap = endpoint.client_of(&api::login("alice"));
    assert_eq!(soap.information(&id).element("PhoneCallState"), "Connected");
    let played = endpoint
        .client_of(&api::login("bob"))
        .play("1003")
        .call_id();
    assert_eq!(bob.get(&format!("calls/{played}"))["through"], "ews");

    assert_eq!(alice.numbers(""), ["1001"]);
    assert_eq!(bob.numbers(""), ["1003"]);
    assert_eq!(root.numbers("?state=live"), ["1003", "1001"]);
    let (status, said, _) = bob.request(&format!("GET /api/v1/calls/{id}"), &[], None);
    assert_eq!(
        (status, text(&said, "code").as_str()),
        (404, "no_such_call")
    );
    let (status, said) = bob.hang_up(&id);
    assert_eq!(
        (status, text(&said, "code").as_str()),
        (404, "no_such_call")
    );
    assert_eq!(root.get(&format!("calls/{id}"))["user"], "alice");

    let (status, over) = bob.hang_up(&played);
    assert_eq!((status, over["ended_by"].as_str()), (200, Some("client")));
    assert_eq!(over["cause"], "cancelled");
    let (status, over) = root.hang_up(&id);
    assert_eq!(status, 200);
    assert_eq!(
        (&over["state"], &over["cause"]),
        (&json!("over"), &json!("normal"))
    );
    assert_eq!(over["ended_by"], "administrator");
    // Again, it is over as before.
    assert_eq!(root.hang_up(&id), (200, over));
    assert_eq!(root.numbers("?state=live"), [""; 0]);
    assert_eq!(root.numbers("?state=over"), ["1003", "1001"]);
    // The one that ended last.
    assert_eq!(root.numbers("?limit=1"), ["1001"]);
    assert_eq!(root.numbers("?limit=0"), [""; 0]);

    let lines = |api: &mut Api| api.get("lines")["lines"].as_array().unwrap().len();
    assert_eq!((lines(&mut alice), lines(&mut root)), (1, 2));
    let account = alice.get("account");
    assert_eq!(account["user"], "alice");
    assert_eq!(account["administrator"], false);
    assert_eq!(root.get("account")["administrator"], true);
    assert_eq!(
        Api::of(&endpoint, "watcher").get("account")["may_dial"],
        false
    );
}

#[test]
fn nothing_is_changed_by_what_another_site_can_make_a_browser_send() {
    let endpoint = endpoint("");
    let mut alice = Api::of(&endpoint, "alice");
    let id = alice.call("1001");
    let hang_up = format!("/api/v1/calls/{id}/hang-up");
    let new = "{\"number\":\"1003\"}";
    for (headers, status) in [
        (vec![JSON, "Origin: http://evil.example"], 403),
        (vec![JSON, "Origin: null"], 403),
        (vec![JSON, "Sec-Fetch-Site: cross-site"], 403),
        (vec![JSON, "Sec-Fetch-Site: same-site"], 403),
        (
            vec![
                JSON,
                "Sec-Fetch-Site: same-origin",
                "Origin: http://evil.example",
            ],
            403,
        ),
        (
            vec!["Content-Type: text/plain", "Sec-Fetch-Site: cross-site"],
            403,
        ),
        // And from nowhere, but as a form sends it.
        (vec![], 415),
        (vec!["Content-Type: text/plain"], 415),
        (vec!["Content-Type: application/x-www-form-urlencoded"], 415),
        (
            vec!["Content-Type: multipart/form-data; boundary=application/json"],
            415,
        ),
        (vec!["Content-Type: text/plain; application/json"], 415),
        (vec!["Content-Type: application/json; charset=utf-16"], 415),
        (vec![JSON, "Content-Encoding: gzip"], 415),
    ] {
        for (path, content) in [("/api/v1/calls", new), (hang_up.as_str(), "{}")] {
            let (got, said, _) = alice.request(&format!("POST {path}"), &headers, Some(content));
            assert_eq!(got, status, "{headers:?} {said}");
        }
    }
    let (status, _, headers) = alice.request(&format!("GET {hang_up}"), &[], None);
    assert_eq!((status, headers.get("allow")), (405, Some("POST")));
    for method in ["PUT", "DELETE", "PATCH", "OPTIONS"] {
        let (status, _, headers) = alice.request(&format!("{method} /api/v1/calls"), &[], None);
        assert_eq!(
            (status, headers.get("allow")),
            (405, Some("GET, HEAD, POST"))
        );
        assert_eq!(headers.get("access-control-allow-origin"), None);
    }
    // Nor is anything told to another site.
    for path in [
        "calls",
        "lines",
        "account",
        "events",
        &format!("calls/{id}"),
    ] {
        let site = ["Sec-Fetch-Site: cross-site"];
        let (status, _, _) = alice.request(&format!("GET /api/v1/{path}"), &site, None);
        assert_eq!(status, 403, "{path}");
    }
    assert_eq!(alice.numbers("?state=live"), ["1001"]);
    // The page's own requests get through.
    let own = [
        JSON,
        "Origin: http://pbx.example",
        "Sec-Fetch-Site: same-origin",
    ];
    let (status, _, _) = alice.request("POST /api/v1/calls", &own, Some(new));
    assert_eq!(status, 201);
    assert_eq!(alice.numbers("?state=live"), ["1003", "1001"]);
}

#[test]
fn what_cannot_be_done_has_its_status_and_its_word() {
    let endpoint = endpoint("[server.limits]\nanswer_timeout = \"300ms\"\nmax_body = 2000");
    let mut alice = Api::of(&endpoint, "alice");
    let long = format!("{{\"number\":\"{}\"}}", "1".repeat(2000));
    let id = alice.call("1006");
    for (content, status, code) in [
        ("", 400, "invalid_content"),
        ("[]", 400, "invalid_content"),
        ("{\"number\":1001}", 400, "invalid_content"),
        (
            "{\"number\":\"1001\",\"line\":\"Trunk\"}",
            400,
            "invalid_content",
        ),
        ("{\"number\":\"1001\"}{}", 400, "invalid_content"),
        ("\u{feff}{\"number\":\"1001\"}", 400, "invalid_content"),
        (long.as_str(), 413, "too_long"),
        ("{\"number\":\"nobody\"}", 422, "invalid_number"),
        ("{\"number\":\"sip:a@b c\"}", 422, "invalid_number"),
        ("{\"number\":\"1900123\"}", 403, "number_not_allowed"),
        (
            "{\"number\":\"1001\",\"item\":\"unknown\"}",
            422,
            "no_such_item",
        ),
    ] {
        let (got, said) = alice.post("calls", content);
        assert_eq!(
            (got, text(&said, "code").as_str()),
            (status, code),
            "{content}"
        );
        assert!(text(&said, "message").ends_with('.'), "{said}");
    }
    let (status, said) = alice.hang_up(&id);
    assert_eq!(
        (status, text(&said, "code").as_str()),
        (504, "not_confirmed")
    );
    assert_eq!(alice.get(&format!("calls/{id}"))["ending"], true);
    let (status, said) = alice.post(&format!("calls/{id}/hang-up"), "{\"sure\":true}");
    assert_eq!(
        (status, text(&said, "code").as_str()),
        (400, "invalid_content")
    );
    alice.call("1003");
    alice.call("1003");
    let (status, said) = alice.post("calls", "{\"number\":\"1003\"}");
    assert_eq!(
        (status, text(&said, "code").as_str()),
        (409, "too_many_calls")
    );
    let mut watcher = Api::of(&endpoint, "watcher");
    let (status, said) = watcher.post("calls", "{\"number\":\"1001\"}");
    assert_eq!(
        (status, text(&said, "code").as_str()),
        (403, "number_not_allowed")
    );
    for (path, status, code) in [
        ("calls?state=dead", 400, "invalid_query"),
        ("lines?x=1", 400, "invalid_query"),
        ("calls/", 404, "no_such_call"),
        ("calls/x", 404, "no_such_call"),
        ("call", 404, "not_found"),
        ("", 404, "not_found"),
    ] {
        let (got, said, _) = alice.request(&format!("GET /api/v1/{path}"), &[], None);
        assert_eq!(
            (got, text(&said, "code").as_str()),
            (status, code),
            "{path}"
        );
    }
}

#[test]
fn nobody_gets_in_without_the_right_login() {
    let endpoint = endpoint("");
    let mut stranger = Api::stranger(&endpoint);
    for path in [
        "/",
        "/page/page.js",
        "/api/v1/calls",
        "/api/v1/events",
        "/api/v1/nothing",
    ] {
        let (status, _, headers) = stranger.request(&format!("GET {path}"), &[], None);
        assert_eq!(status, 401, "{path}");
        assert_eq!(
            headers.get("www-authenticate"),
            Some("Basic realm=\"tapi3\", charset=\"UTF-8\"")
        );
    }
    let (status, said, _) = stranger.request("POST /api/v1/calls", &[JSON], Some("{}"));
    assert_eq!(
        (status, text(&said, "code").as_str()),
        (401, "not_logged_in")
    );
    // The description is for anybody, and the one of the documentation.
    let (status, described, _) = stranger.request("GET /api/v1/openapi.json", &[], None);
    let file = include_str!("../docs/openapi.json");
    assert_eq!(status, 200);
    assert_eq!(
        described,
        serde_json::from_str::<serde_json::Value>(file).unwrap()
    );
}

#[test]
fn a_user_who_asks_too_often_is_told_when_to_come_back() {
    let endpoint = endpoint("[server.limits]\nrate = 1\nburst = 2");
    let mut alice = Api::of(&endpoint, "alice");
    let mut last = None;
    until("it is too often", || {
        let (status, said, headers) = alice.request("GET /api/v1/lines", &[], None);
        last = headers.get("retry-after").map(str::to_owned);
        status == 429 && said["code"] == "too_many_requests"
    });
    assert!(last.is_some_and(|wait| wait.parse::<u32>().unwrap() >= 1));
}

#[test]
fn what_happens_is_told_to_those_who_may_know() {
    let endpoint = endpoint("");
    let mut alice = Api::of(&endpoint, "alice");
    alice.call("1001");
    let mut own = Events::of(&endpoint, "alice");
    let mut all = Events::of(&endpoint, "root");
    let (name, first) = own.news();
    assert_eq!(name, "snapshot");
    assert_eq!(first["account"]["user"], "alice");
    assert_eq!(first["calls"][0]["number"], "1001");
    assert_eq!(first["lines"][0]["name"], "Desk");
    assert_eq!(all.news().1["calls"][0]["user"], "alice");
    // Bob's call is told to the administrator, and not to Alice.
    Api::of(&endpoint, "bob").call("1003");
    let ringing = all.until("1003", "ringing");
    assert_eq!(
        (&ringing["user"], &ringing["sip_code"]),
        (&json!("bob"), &json!(180))
    );
    alice.call("1012");
    // News of her first call may come late.
    let mut next = own.news().1;
    while next["call"]["number"] == "1001" {
        next = own.news().1;
    }
    assert_eq!(next["call"]["number"], "1012", "{next}");
    // Nobody asks, and it is told all the same.
    own.until("1012", "connected");
    alice.call("1005");
    let over = own.until("1005", "over");
    assert_eq!(over["ended_by"], "far_end");
    assert_eq!(all.until("1005", "over"), over);
}

#[test]
fn streams_end_with_the_server_and_do_not_hold_it_up() {
    let endpoint = endpoint("");
    let mut alice = Api::of(&endpoint, "alice");
    alice.call("1001");
    let mut streams: Vec<_> = (0..5).map(|_| Events::of(&endpoint, "alice")).collect();
    for stream in &mut streams {
        assert_eq!(stream.news().1["calls"][0]["state"], "connected");
    }
    endpoint.signal("TERM");
    for stream in &mut streams {
        let over = stream.until("1001", "over");
        assert_eq!(over["ended_by"], "shutdown");
        let (name, _) = stream.news();
        assert_eq!(name, "stopping");
        assert!(stream.next().is_none());
    }
    let (status, last) = endpoint.end();
    assert!(status.success());
    assert_eq!(last, "stopped: 1 call ended, 0 calls not confirmed");
}

#[test]
fn streams_tell_the_end_of_calls_that_no_line_confirms_and_then_that_the_server_stops() {
    let endpoint = endpoint("");
    let mut alice = Api::of(&endpoint, "alice");
    alice.call("1006");
    let mut stream = Events::of(&endpoint, "alice");
    stream.news();
    endpoint.signal("TERM");
    let over = stream.until("1006", "over");
    assert_eq!(
        (&over["cause"], &over["ended_by"]),
        (&"failed".into(), &"shutdown".into())
    );
    assert_eq!(stream.news().0, "stopping");
    assert!(stream.next().is_none());
    assert_eq!(endpoint.end().0.code(), Some(1));
}

#[test]
fn whoever_looks_on_does_so_by_the_rules_as_they_are() {
    let text = |administrator: bool, bob: bool| {
        let rest = format!("administrator = {administrator}\ndial = [\"*\"]\n");
        let bob = match bob {
            true => user("bob", "dial = [\"*\"]\n"),
            false => String::new(),
        };
        format!("[server]\n{{listen}}\n{}{bob}", user("root", &rest))
    };
    let endpoint = Endpoint::configured(&text(true, true));
    let mut bob = Api::of(&endpoint, "bob");
    let call = bob.call("1001");
    let mut streams = ["root", "bob"].map(|name| Events::of(&endpoint, name));
    for stream in &mut streams {
        assert_eq!(stream.news().1["calls"][0]["user"], "bob");
    }
    endpoint.configure(&text(false, false));
    for stream in &mut streams {
        // News of the call may come late.
        let mut news = stream.news().0;
        while news == "call" {
            news = stream.news().0;
        }
        assert_eq!(news, "again");
        assert!(stream.next().is_none());
    }
    until("Bob is not let in", || {
        Events::of(&endpoint, "bob").status == 401
    });
    let (_, now) = Events::of(&endpoint, "root").news();
    assert_eq!(now["account"]["administrator"], false);
    assert_eq!(now["calls"], json!([]));
    let mut root = Api::of(&endpoint, "root");
    assert_eq!(root.hang_up(&call).0, 404);
    assert_eq!(bob.hang_up(&call).0, 401);
}

#[test]
fn a_stream_outlives_the_limits_of_requests() {
    let endpoint =
        endpoint("[server.limits]\nidle_timeout = \"300ms\"\ntransfer_timeout = \"300ms\"");
    let mut stream = Events::of(&endpoint, "alice");
    let mut alice = Api::of(&endpoint, "alice");
    // It hangs up after two seconds.
    alice.call("1005");
    stream.until("1005", "over");
}

#[test]
fn a_user_has_so_many_streams_and_no_more() {
    let endpoint = endpoint("");
    let mut streams: Vec<_> = (0..32).map(|_| Events::of(&endpoint, "alice")).collect();
    assert!(streams.iter().all(|stream| stream.status == 200));
    assert_eq!(Events::of(&endpoint, "alice").status, 429);
    assert_eq!(Events::of(&endpoint, "bob").status, 200);
    streams.pop();
    until("there is room again", || {
        Events::of(&endpoint, "alice").status == 200
    });
}

#[test]
fn whoever_looks_on_keeps_the_calls_that_were_placed_here_and_no_others() {
    let endpoint = endpoint("any_item = true\norphan_after = \"4s\"");
    let mut stream = Events::of(&endpoint, "alice");
    let mut admin = Events::of(&endpoint, "root");
    let mut soap = endpoint.client_of(&api::login("alice"));
    soap.play("1001").call_id();
    // Bob looks away. The administrator's look does not count.
    Api::of(&endpoint, "bob").call("1001");
    let kept = Api::of(&endpoint, "alice").call("1003");
    let over = admin.until("1001", "over");
    assert_eq!(over["ended_by"], "orphan");
    let over = admin.until("1001", "over");
    assert_eq!(over["ended_by"], "orphan");
    stream.until("1001", "over");
    let mut root = Api::of(&endpoint, "root");
    assert_eq!(root.get(&format!("calls/{kept}"))["state"], "ringing");
    drop(stream);
    assert_eq!(admin.until("1003", "over")["ended_by"], "orphan");
}

#[test]
fn a_line_that_goes_out_of_service_is_told() {
    let registrar = ews::refusing_registrar();
    let endpoint = Endpoint::configured(&format!(
        "[[line]]\nname = \"Away\"\nprovider = \"sip\"\nuri = \"sip:a@{registrar}\"\n\
         listen = \"127.0.0.1:0\"\nregister = true\nuser = \"a\"\npassword = \"b\"\n\
         [server]\n{{listen}}\n{}",
        user("alice", "dial = [\"*\"]\n")
    ));
    let mut stream = Events::of(&endpoint, "alice");
    loop {
        let (_, data) = stream.next().unwrap();
        if data["lines"][0]["in_service"] == false {
            break;
        }
    }
    let mut alice = Api::of(&endpoint, "alice");
    let (status, said) = alice.post("calls", "{\"number\":\"sip:b@127.0.0.1\"}");
    assert_eq!(
        (status, text(&said, "code").as_str()),
        (503, "line_out_of_service")
    );
}

#[test]
fn the_page_lets_nothing_in_from_elsewhere() {
    let endpoint = endpoint("");
    let mut alice = Api::of(&endpoint, "alice");
    for path in ["/", "/page/page.css", "/page/page.js", "/page/icon.svg"] {
        let (status, _, headers) = alice.request(&format!("GET {path}"), &[], None);
        assert_eq!(status, 200, "{path}");
        let policy = headers.get("content-security-policy").unwrap();
        assert!(
            policy.starts_with("default-src 'none'; script-src 'self';"),
            "{policy}"
        );
        assert!(
            policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"),
            "{policy}"
        );
        assert_eq!(headers.get("x-content-type-options"), Some("nosniff"));
        let (status, _, _) = alice.request(&format!("POST {path}"), &[], Some(""));
        assert_eq!(status, 405, "{path}");
    }
    let (status, _, _) = alice.request("GET /page/../page/page.js", &[], None);
    assert_eq!(status, 404);
}
