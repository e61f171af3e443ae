//! What keeps the EWS endpoint alive: the malformed requests, the tricks with HTTP, and each limit.

#[path = "support/ews/mod.rs"]
mod ews;
#[path = "support/malformed/mod.rs"]
mod malformed;
#[path = "support/scripted.rs"]
mod scripted;

use ews::{Answer, Client, DEADLINE, Endpoint, envelope, password_hash, until};
use scripted::{Act, Scripted};
use std::time::{Duration, Instant};

/// The demonstration's user and the line that lets any item be played.
fn configured(limits: &str) -> Endpoint {
    on("", limits)
}

/// The same with another line.
fn on(line: &str, limits: &str) -> Endpoint {
    let hash = password_hash("demo");
    Endpoint::configured(&format!(
        "{line}[server]\n{{listen}}\nany_item = true\nmetrics = \"anybody\"\n[server.limits]\n{limits}\n\
         [[server.user]]\nname = \"demo\"\ndial = [\"*\"]\nmax_calls = 100\n{hash}"
    ))
}

const FAST: &str = "rate = 1000000\nburst = 1000000";

fn get(id: &str) -> String {
    envelope(
        "",
        &format!(
            "<m:GetPhoneCallInformation><m:PhoneCallId Id=\"{id}\"/></m:GetPhoneCallInformation>"
        ),
    )
}

/// Whether the endpoint still does its work.
#[track_caller]
fn works(endpoint: &Endpoint) {
    let mut client = endpoint.client();
    let id = client.play("1001").call_id();
    assert_eq!(client.disconnect(&id).code(), "NoError");
}

#[test]
fn every_malformed_request_gets_its_documented_fault_and_does_no_harm() {
    let endpoint = configured(FAST);
    let corpus = malformed::corpus();
    let mut client = endpoint.client();
    let mut wrong = Vec::new();
    let mut memory = 0;
    for round in 0..3 {
        for case in &corpus {
            let begun = Instant::now();
            let answer = client.post(&case.body);
            let took = begun.elapsed();
            let faultcode = answer.find("faultcode").unwrap_or_default();
            let right = answer.status == 500
                && answer.find("ResponseCode").as_deref() == Some(case.code)
                && faultcode == case.faultcode;
            if !right {
                wrong.push(format!("{}: {} {}", case.name, answer.status, answer.body));
            }
            assert!(took < DEADLINE / 2, "{} took {took:?}", case.name);
        }
        if round == 0 {
            memory = endpoint.memory();
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    let grown = endpoint.memory().saturating_sub(memory);
    assert!(grown < 4096, "{grown} KiB more for the same requests again");
    assert_eq!(endpoint.metric("tapi3_calls_placed_total"), 0.0);
    works(&endpoint);
}

/// Sends a request that no well-behaved client sends. Returns what came back, if anything.
fn trick(endpoint: &Endpoint, request: &[u8]) -> Option<Answer> {
    let mut client = endpoint.client();
    client.send(request);
    client.receive()
}

const IMPATIENT: &str = "idle_timeout = \"1s\"\ntransfer_timeout = \"1s\"";

#[test]
fn tricks_with_lengths_and_chunks_are_refused_or_harmless() {
    let endpoint = configured(&format!("{FAST}\n{IMPATIENT}"));
    let body = get("x");
    let client = endpoint.client();
    let head = |framing: &str| {
        format!(
            "POST /EWS/Exchange.asmx HTTP/1.1\r\nHost: a\r\n{}Content-Type: text/xml\r\n{framing}\
             \r\n",
            client.who()
        )
    };
    let length = body.len();
    let chunk = format!("{length:x}\r\n{body}\r\n0\r\n\r\n");
    let chunked = "Transfer-Encoding: chunked\r\n";
    // What it answers: a SOAP answer (200), a refusal, or nothing but an end (0).
    for (name, request, allowed) in [
        ("chunks", head(chunked) + &chunk, &[200][..]),
        (
            "many small chunks",
            head(chunked) + &small_chunks(&body) + "0\r\n\r\n",
            &[200],
        ),
        (
            "a trailer",
            head(chunked) + &chunk.replace("0\r\n\r\n", "0\r\nX: y\r\n\r\n"),
            &[200],
        ),
        (
            "both framings",
            head(&format!("{chunked}Content-Length: 5\r\n")) + &chunk,
            &[200, 400],
        ),
        (
            "two lengths",
            head(&format!(
                "Content-Length: {length}\r\nContent-Length: 5\r\n"
            )) + &body,
            &[400],
        ),
        (
            "a negative length",
            head("Content-Length: -1\r\n") + &body,
            &[400],
        ),
        (
            "a length in words",
            head("Content-Length: ten\r\n") + &body,
            &[400],
        ),
        (
            "a length beyond numbers",
            head(&format!("Content-Length: {}\r\n", "9".repeat(40))),
            &[400],
        ),
        (
            "a length of terabytes",
            head("Content-Length: 1099511627776\r\n"),
            &[500],
        ),
        (
            "a length that is a lie",
            head(&format!("Content-Length: {}\r\n", length + 1)) + &body,
            &[0, 400, 408],
        ),
        (
            "a length that is too short",
            head(&format!("Content-Length: {}\r\n", length - 1)) + &body,
            &[500],
        ),
        ("no length at all", head("") + &body, &[500]),
        (
            "a chunk size in words",
            head(chunked) + "ten\r\n",
            &[0, 400, 408],
        ),
        (
            "a chunk of terabytes",
            head(chunked) + "ffffffffffffffff\r\nx",
            &[0, 400, 408, 500],
        ),
        (
            "a chunk size beyond numbers",
            head(chunked) + &"f".repeat(40) + "\r\nx",
            &[0, 400, 408],
        ),
        (
            "a chunk cut short",
            head(chunked) + "ff\r\nxy",
            &[0, 400, 408],
        ),
        (
            "no last chunk",
            head(chunked) + &format!("{length:x}\r\n{body}\r\n"),
            &[0, 400, 408],
        ),
        (
            "endless chunk extensions",
            head(chunked) + "1;" + &"x".repeat(100_000),
            &[0, 400, 408],
        ),
        (
            "an unknown coding",
            head("Transfer-Encoding: gzip, chunked\r\n") + &chunk,
            &[200, 400],
        ),
        (
            "a coding that does not end",
            head("Transfer-Encoding: chunked, gzip\r\n") + &chunk,
            &[0, 400, 408],
        ),
    ] {
        let answer = trick(&endpoint, request.as_bytes());
        let status = answer.as_ref().map_or(0, |answer| answer.status);
        assert!(allowed.contains(&status), "{name}: {answer:?}");
    }
    works(&endpoint);
}

fn small_chunks(body: &str) -> String {
    body.chars()
        .map(|c| format!("{:x}\r\n{c}\r\n", c.len_utf8()))
        .collect()
}

#[test]
fn what_is_no_http_is_refused_or_harmless() {
    let endpoint = configured(&format!("{FAST}\n{IMPATIENT}"));
    for (name, request, allowed) in [
        ("nothing", Vec::new(), &[0][..]),
        ("zeroes", vec![0; 10_000], &[0, 400, 408]),
        (
            "a TLS greeting",
            b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03".to_vec(),
            &[0, 400, 408],
        ),
        (
            "HTTP/2",
            b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_vec(),
            &[0, 400, 408],
        ),
        ("HTTP/0.9", b"GET /healthz\r\n".to_vec(), &[0, 400, 408]),
        (
            "HTTP/1.0",
            b"GET /healthz HTTP/1.0\r\n\r\n".to_vec(),
            &[200],
        ),
        (
            "only line feeds",
            b"GET /healthz HTTP/1.1\nHost: a\n\n".to_vec(),
            &[200, 400],
        ),
        (
            "half a head",
            b"GET /healthz HTTP/1.1\r\nHos".to_vec(),
            &[0, 400, 408],
        ),
        (
            "a blank in a name",
            b"GET /healthz HTTP/1.1\r\nHo st: a\r\n\r\n".to_vec(),
            &[400],
        ),
        (
            "a folded line",
            b"GET /healthz HTTP/1.1\r\nHost: a\r\n b\r\n\r\n".to_vec(),
            &[200, 400],
        ),
        (
            "a control character",
            b"GET /healthz HTTP/1.1\r\nHost: a\x01\r\n\r\n".to_vec(),
            &[400],
        ),
        (
            "a whole address",
            b"GET http://a/healthz HTTP/1.1\r\nHost: a\r\n\r\n".to_vec(),
            &[200],
        ),
        (
            "an odd method",
            b"F\xc3\xb6 / HTTP/1.1\r\n\r\n".to_vec(),
            &[400],
        ),
        (
            "CONNECT",
            b"CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n".to_vec(),
            &[400, 404, 405],
        ),
        (
            "an upgrade",
            b"GET /healthz HTTP/1.1\r\nHost: a\r\nUpgrade: h2c\r\n\r\n".to_vec(),
            &[200],
        ),
    ] {
        let answer = trick(&endpoint, &request);
        let status = answer.as_ref().map_or(0, |answer| answer.status);
        assert!(allowed.contains(&status), "{name}: {answer:?}");
    }
    works(&endpoint);
}

#[test]
fn a_body_or_head_that_is_too_long_is_refused() {
    let endpoint = configured(&format!("{FAST}\nmax_body = 2000\nmax_headers = 20"));
    let mut client = endpoint.client();
    let padded = |length: usize| {
        let body = get("x");
        let comment = format!("<!--{}-->", "x".repeat(length - body.len() - 7));
        body + &comment
    };
    assert_eq!(client.post(padded(2000).as_bytes()).status, 200);
    let answer = client.post(padded(2001).as_bytes());
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (500, "ErrorRequestStreamTooBig")
    );
    let mut client = endpoint.client();
    let head = client
        .head("", 0)
        .replace("Content-Length: 0", "Transfer-Encoding: chunked");
    let chunks = format!("{:x}\r\n{}\r\n", 2001, padded(2001));
    let answer = client.exchange((head + &chunks).as_bytes());
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (500, "ErrorRequestStreamTooBig")
    );

    let many = |count: usize| "X-Y: z\r\n".repeat(count);
    let mut client = endpoint.client();
    let fits = client.head(&many(10), get("x").len()) + &get("x");
    assert_eq!(client.exchange(fits.as_bytes()).status, 200);
    for more in [many(30), format!("X-Y: {}\r\n", "z".repeat(100_000))] {
        let request = endpoint.client().head(&more, 0);
        let answer = trick(&endpoint, request.as_bytes());
        assert_eq!(answer.map(|answer| answer.status), Some(431));
    }
    let long = format!("GET /{} HTTP/1.1\r\nHost: a\r\n\r\n", "x".repeat(100_000));
    let status = trick(&endpoint, long.as_bytes()).map(|answer| answer.status);
    assert!(matches!(status, Some(414 | 431)), "{status:?}");
    works(&endpoint);
}

#[test]
fn slow_and_idle_clients_are_cut_off() {
    let endpoint = configured(&format!(
        "{FAST}\nidle_timeout = \"1s\"\ntransfer_timeout = \"1s\""
    ));
    // Says nothing; says half a head; says a head and half a body; has said all and stays.
    let mut idle = endpoint.client();
    idle.send(b"");
    let mut half_a_head = endpoint.client();
    half_a_head.send(b"POST /EWS/Exchange.asmx HTTP/1.1\r\nHost: a\r\n");
    let mut half_a_body = endpoint.client();
    let request = half_a_body.head("", 1000) + "<s:Envelope";
    half_a_body.send(request.as_bytes());
    let mut done = endpoint.client();
    assert_eq!(done.information("x").status, 200);
    let begun = Instant::now();
    assert!(idle.is_closed());
    assert!(
        half_a_head
            .receive()
            .is_none_or(|answer| answer.status == 408)
    );
    assert_eq!(half_a_body.receive().map(|answer| answer.status), Some(408));
    assert!(half_a_body.is_closed() && done.is_closed());
    assert!(begun.elapsed() < DEADLINE / 2);
    works(&endpoint);
}

#[test]
fn one_byte_at_a_time_is_too_slow_too() {
    let endpoint = configured(&format!(
        "{FAST}\nidle_timeout = \"1s\"\ntransfer_timeout = \"1s\""
    ));
    let (mut client, mut looking) = (endpoint.client(), endpoint.client());
    let begun = Instant::now();
    let head = client.head("", 0);
    let mut sent = head.bytes().cycle();
    until("it is cut off", || {
        client.send(&[sent.next().unwrap()]);
        begun.elapsed() > Duration::from_secs(1) && looking.metric("tapi3_connections") <= 1.0
    });
}

#[test]
fn whoever_asks_and_never_reads_is_cut_off() {
    let endpoint = configured(&format!("{FAST}\ntransfer_timeout = \"1s\""));
    let mut client = endpoint.client();
    let page = b"GET /EWS/Services.wsdl HTTP/1.1\r\nHost: a\r\n\r\n";
    let many = page.repeat(2000);
    let asking = std::thread::spawn(move || {
        // Until neither side takes any more, and then until it is cut off.
        client.send(&many);
        client
    });
    let mut looking = endpoint.client();
    until("it is cut off", || {
        looking.metric("tapi3_connections") <= 1.0
    });
    drop(asking.join());
    assert!(endpoint.memory() < 100_000, "{} KiB", endpoint.memory());
    works(&endpoint);
}

#[test]
fn there_are_so_many_connections_and_no_more() {
    let endpoint = configured(&format!("{FAST}\nmax_connections = 3"));
    let mut clients: Vec<Client> = (0..3).map(|_| endpoint.client()).collect();
    for client in &mut clients {
        assert_eq!(client.information("x").status, 200);
    }
    let mut fourth = endpoint.client();
    let answer = fourth.exchange(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
    assert_eq!(
        (answer.status, answer.header("retry-after")),
        (503, vec!["1"])
    );
    clients.pop();
    until("there is room again", || {
        let mut client = endpoint.client();
        client.send(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
        client.receive().is_some_and(|answer| answer.status == 200)
    });
}

#[test]
fn whoever_asks_too_often_is_told_when_to_come_back() {
    let endpoint = configured("rate = 2\nburst = 5");
    let mut client = endpoint.client();
    let question = get("x").replace("http://schemas.microsoft", "https://schemas.microsoft");
    let mut served = 0;
    let mut answer = client.post(question.as_bytes());
    // On a busy machine there may be more, as time goes by.
    while answer.status == 200 {
        served += 1;
        answer = client.post(question.as_bytes());
    }
    assert!(served >= 5, "{served}");
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (500, "ErrorServerBusy")
    );
    assert!(
        answer.body.contains("https://schemas.microsoft"),
        "in its own spelling"
    );
    let wait: u64 = answer.element("Value").parse().unwrap();
    assert!(
        answer.body.contains("Name=\"BackOffMilliseconds\""),
        "{}",
        answer.body
    );
    assert!((1..=500).contains(&wait), "{wait}");
    assert_eq!(answer.header("retry-after"), ["1"]);
    until("the time is over", || client.information("x").status == 200);
}

#[test]
fn so_many_requests_are_in_work_and_no_more() {
    // Calls go to a server that takes them and says nothing for now.
    let (silent, go_on) = Scripted::slow_to_place(|_| Act::Close);
    let line = format!(
        "[[line]]\nname = \"Silent\"\nprovider = \"ews\"\nurl = \"http://{}/\"\nitem = \"i\"\n\
         user = \"u\"\npassword = \"p\"\nrequest_timeout = \"1m\"\n",
        silent.address
    );
    let endpoint = on(
        &line,
        &format!("{FAST}\nmax_requests = 2\nanswer_timeout = \"1m\""),
    );
    let hanging: Vec<_> = (0..2)
        .map(|_| {
            let mut client = endpoint.client();
            std::thread::spawn(move || client.play("1001").code())
        })
        .collect();
    // Both are waited for; a third has no place.
    let mut client = endpoint.client();
    until("it is busy", || {
        let answer = client.information("x");
        answer.status == 500 && answer.code() == "ErrorServerBusy"
    });
    for _ in &hanging {
        go_on.send(()).unwrap();
    }
    for hanging in hanging {
        let code = hanging.join().unwrap();
        assert_eq!(code, "ErrorUnifiedMessagingRequestFailed");
    }
    assert_eq!(endpoint.metric("tapi3_calls_live"), 0.0);
}

#[test]
fn a_hang_up_that_only_waits_keeps_nobody_from_working() {
    let endpoint = configured(&format!(
        "{FAST}\nmax_requests = 2\nanswer_timeout = \"1h\""
    ));
    let mut client = endpoint.client();
    let id = client.play("1006").call_id();
    let mut waiting: Vec<_> = (0..20).map(|_| endpoint.client()).collect();
    for client in &mut waiting {
        let body = envelope(
            "",
            &format!("<m:DisconnectPhoneCall><m:PhoneCallId Id=\"{id}\"/></m:DisconnectPhoneCall>"),
        );
        client.send((client.head("", body.len()) + &body).as_bytes());
    }
    let call = format!("/api/v1/calls/{id}");
    until("the call is being ended", || {
        client.get(&call).body.contains("\"ending\":true")
    });
    // Until it waits, each of them has its place for a moment.
    until("there is room for others", || {
        let played = endpoint.client().play("1001");
        played.status == 200 && endpoint.client().disconnect(&played.call_id()).status == 200
    });
}
