//! Who a client is by its address: what one address may have at once, whom proxies that are known
//! name, by each way in which they do, and what others say of themselves. And requests that are
//! refused for how they are framed, with the lines that refusals leave in the log.

#[path = "support/ews/mod.rs"]
mod ews;

use ews::{DEADLINE, DEMO, Endpoint, envelope, password_hash, until};
use rustix::net::{AddressFamily, SocketType, bind, connect, socket};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};

fn configured(server: &str, limits: &str) -> Endpoint {
    let hash = password_hash("demo");
    Endpoint::configured(&format!(
        "[server]\n{{listen}}\nany_item = true\nmetrics = \"anybody\"\n{server}\n\
         [server.limits]\n{limits}\n\
         [[server.user]]\nname = \"demo\"\ndial = [\"*\"]\nmax_calls = 100\n{hash}"
    ))
}

/// A connection from another address of this machine's.
fn from(ip: [u8; 4], endpoint: &Endpoint) -> TcpStream {
    let socket = socket(AddressFamily::INET, SocketType::STREAM, None).unwrap();
    bind(&socket, &SocketAddr::from((ip, 0))).unwrap();
    connect(&socket, &endpoint.address).unwrap();
    let stream = TcpStream::from(socket);
    stream.set_read_timeout(Some(DEADLINE)).unwrap();
    stream
}

/// Sends bytes and reads until the end of the connection.
fn ask(mut stream: &TcpStream, bytes: &[u8]) -> String {
    let _ = stream.write_all(bytes);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

/// Sends bytes and reads until the answer has these words.
fn ask_until(mut stream: &TcpStream, bytes: &[u8], words: &str) {
    stream.write_all(bytes).unwrap();
    let mut answer = Vec::new();
    while !String::from_utf8_lossy(&answer).contains(words) {
        let mut byte = [0];
        stream.read_exact(&mut byte).unwrap();
        answer.extend(byte);
    }
}

/// A request that closes its connection, with these header lines besides.
fn get(path: &str, lines: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nHost: a\r\n{lines}Connection: close\r\n\r\n").into_bytes()
}

/// A login with a wrong password, from whom these header lines say.
fn wrong_login(lines: &str) -> Vec<u8> {
    let body = envelope("", "<m:DisconnectPhoneCall/>");
    format!(
        "POST /EWS/Exchange.asmx HTTP/1.1\r\nHost: a\r\n{lines}Connection: close\r\n\
         Authorization: Basic ZGVtbzp3cm9uZw==\r\nContent-Type: text/xml\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

#[test]
fn one_address_does_not_shut_the_others_out() {
    let endpoint = configured("", "max_connections = 12\nmax_connections_per_address = 10");
    let silent: Vec<_> = (0..40).map(|_| from([127, 0, 0, 2], &endpoint)).collect();
    // Over one connection: there is room for two from here, and one that was closed may count yet.
    let mut looking = endpoint.client();
    until("those that are too many are turned away", || {
        looking.metric("tapi3_connections_turned_away_total") == 30.0
    });
    assert_eq!(endpoint.client().play("1001").code(), "NoError");
    let answer = ask(&from([127, 0, 0, 2], &endpoint), &get("/healthz", ""));
    assert!(answer.starts_with("HTTP/1.1 503"), "{answer}");
    until("the log says so", || {
        let log = endpoint.log();
        log.contains("too many connections from this address") && log.contains("peer=127.0.0.2:")
    });
    drop(silent);
    until("it gets its places back", || {
        ask(&from([127, 0, 0, 2], &endpoint), &get("/healthz", "")).starts_with("HTTP/1.1 200")
    });
}

#[test]
fn the_limit_has_a_default() {
    let endpoint = configured("", "");
    let silent: Vec<_> = (0..1000).map(|_| from([127, 0, 0, 2], &endpoint)).collect();
    assert_eq!(endpoint.page("/healthz").status, 200);
    assert_eq!(endpoint.client().play("1001").code(), "NoError");
    drop(silent);
}

#[test]
fn a_known_proxy_names_its_clients_in_headers_and_nobody_else_does() {
    for (says, line) in [
        ("forwarded", "Forwarded: for=ADDRESS;proto=https\r\n"),
        (
            "x-forwarded-for",
            "X-Forwarded-For: 192.0.2.66, ADDRESS\r\n",
        ),
    ] {
        let server = format!("proxies = [\"127.0.0.2\"]\nclient_address = \"{says}\"");
        let endpoint = configured(&server, "failed_logins = 1");
        let line = |address: &str| line.replace("ADDRESS", address);
        let login = |proxy: [u8; 4], client: &str| {
            let answer = ask(&from(proxy, &endpoint), &wrong_login(&line(client)));
            answer.split(' ').nth(1).unwrap_or_default().to_owned()
        };
        assert_eq!(login([127, 0, 0, 2], "203.0.113.7"), "401");
        assert_eq!(login([127, 0, 0, 2], "203.0.113.7"), "429");
        assert_eq!(login([127, 0, 0, 2], "203.0.113.8"), "401");
        until("the log names it", || {
            endpoint.log().contains("peer=203.0.113.7 ")
        });
        // Somebody else's word for it counts for nothing.
        assert_eq!(login([127, 0, 0, 3], "203.0.113.9"), "401");
        assert_eq!(login([127, 0, 0, 3], "203.0.113.10"), "429");
        assert!(!endpoint.log().contains("peer=203.0.113.9"));
    }
}

#[test]
fn a_proxy_has_as_many_connections_as_it_needs_and_its_clients_their_places() {
    let endpoint = configured(
        "proxies = [\"127.0.0.2\"]\nclient_address = \"x-forwarded-for\"",
        "max_connections_per_address = 2",
    );
    let line = |client: &str| format!("X-Forwarded-For: {client}\r\n");
    // Two requests of one client that do not come to their end: each has its place when the server
    // wants the rest of it.
    let half = |client: &str| {
        let stream = from([127, 0, 0, 2], &endpoint);
        let head = format!(
            "POST /EWS/Exchange.asmx HTTP/1.1\r\nHost: a\r\n{}Authorization: {DEMO}\r\n\
             Content-Type: text/xml\r\nContent-Length: 100\r\nExpect: 100-continue\r\n\r\n",
            line(client)
        );
        ask_until(&stream, head.as_bytes(), "100 Continue");
        stream
    };
    let slow = [half("203.0.113.7"), half("203.0.113.7")];
    let page = |client: &str| {
        ask(
            &from([127, 0, 0, 2], &endpoint),
            &get("/healthz", &line(client)),
        )
    };
    let third = page("203.0.113.7");
    assert!(third.starts_with("HTTP/1.1 429"), "{third}");
    assert!(page("203.0.113.8").starts_with("HTTP/1.1 200"));
    drop(slow);
    until("there is room again", || {
        page("203.0.113.7").starts_with("HTTP/1.1 200")
    });
}

#[test]
fn a_known_proxy_names_its_clients_by_the_proxy_protocol() {
    let endpoint = configured(
        "proxies = [\"127.0.0.2\"]\nclient_address = \"proxy-protocol\"",
        "failed_logins = 1\nmax_connections_per_address = 2",
    );
    let mut second = b"\r\n\r\n\0\r\nQUIT\n\x21\x11\0\x0c".to_vec();
    second.extend([203, 0, 113, 8, 10, 0, 0, 1, 0x12, 0x67, 0, 80]);
    for (header, address) in [
        (
            b"PROXY TCP4 203.0.113.7 10.0.0.1 4711 80\r\n".to_vec(),
            "peer=203.0.113.7:4711",
        ),
        (second, "peer=203.0.113.8:4711"),
    ] {
        for status in ["401", "429"] {
            let bytes = [header.clone(), wrong_login("")].concat();
            let answer = ask(&from([127, 0, 0, 2], &endpoint), &bytes);
            assert_eq!(answer.split(' ').nth(1), Some(status), "{answer}");
        }
        until("the log names it", || endpoint.log().contains(address));
        // Whoever is no proxy speaks HTTP.
        let bytes = [header, get("/healthz", "")].concat();
        let answer = ask(&from([127, 0, 0, 3], &endpoint), &bytes);
        assert!(answer.starts_with("HTTP/1.1 400"), "{answer}");
    }
    // A proxy that says nothing of the kind is not served; one that looks after us is.
    assert_eq!(
        ask(&from([127, 0, 0, 2], &endpoint), &get("/healthz", "")),
        ""
    );
    let own = [b"PROXY UNKNOWN\r\n".to_vec(), get("/healthz", "")].concat();
    assert!(ask(&from([127, 0, 0, 2], &endpoint), &own).starts_with("HTTP/1.1 200"));
    // Its clients have their places: a connection that was answered once has one.
    let header = b"PROXY TCP4 203.0.113.9 10.0.0.1 4711 80\r\n";
    let open = [(); 2].map(|()| {
        let stream = from([127, 0, 0, 2], &endpoint);
        let bytes = [header, &b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n"[..]].concat();
        ask_until(&stream, &bytes, "HTTP/1.1 200");
        stream
    });
    let third = || {
        let bytes = [header.to_vec(), get("/healthz", "")].concat();
        ask(&from([127, 0, 0, 2], &endpoint), &bytes)
    };
    assert_eq!(third(), "");
    drop(open);
    until("there is room again", || {
        third().starts_with("HTTP/1.1 200")
    });
}

#[test]
fn requests_that_others_may_read_differently_are_refused() {
    let endpoint = configured("", "");
    let body = "POST /EWS/Exchange.asmx HTTP/1.1\r\nContent-Type: text/xml\r\n";
    for (head, status) in [
        ("GET /healthz HTTP/1.1\r\n".to_owned(), "400"),
        (
            "GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n".to_owned(),
            "400",
        ),
        ("GET /healthz HTTP/1.1\r\nHost: a b\r\n".to_owned(), "400"),
        (
            format!("{body}Host: a\r\nTransfer-Encoding: gzip, chunked\r\n"),
            "400",
        ),
        (
            format!("{body}Host: a\r\nTransfer-Encoding: chunked, chunked\r\n"),
            "400",
        ),
        (
            format!("{body}Host: a\r\nTransfer-Encoding: chunked, gzip\r\n"),
            "400",
        ),
        (
            format!("{body}Host: a\r\nTransfer-Encoding: gzip\r\n"),
            "400",
        ),
        (
            format!("{body}Host: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n"),
            "401",
        ),
        ("GET /healthz HTTP/1.1\r\nHost : a\r\n".to_owned(), "400"),
        ("GET /healthz HTTP/1.0\r\n".to_owned(), "200"),
        (
            "GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n".to_owned(),
            "200",
        ),
    ] {
        let bytes = format!("{head}\r\n0\r\n\r\n");
        // The connection ends with the answer, whatever follows: also where a Content-Length counts
        // for nothing beside chunks.
        let answer = ask(&from([127, 0, 0, 1], &endpoint), bytes.as_bytes());
        let got: Vec<_> = answer.matches("HTTP/1.").collect();
        assert_eq!(got.len(), 1, "{head}\n{answer}");
        assert_eq!(answer.split(' ').nth(1), Some(status), "{head}\n{answer}");
    }
}

#[test]
fn what_http_refuses_leaves_a_line_in_the_log() {
    let endpoint = configured("", "");
    let post = |kind: &str, length: usize| {
        format!(
            "POST /EWS/Exchange.asmx HTTP/1.1\r\nHost: a\r\nAuthorization: {DEMO}\r\n{kind}\
             Connection: close\r\nContent-Length: {length}\r\n\r\n"
        )
        .into_bytes()
    };
    for (bytes, status, words) in [
        (get("/no/such\u{1b}page", ""), 400, "status=400"),
        (
            get("/nosuchpage", ""),
            404,
            "path=\"/nosuchpage\" status=404",
        ),
        (
            get("/EWS/Exchange.asmx", ""),
            405,
            "path=\"/EWS/Exchange.asmx\" status=405",
        ),
        (post("Content-Type: text/plain\r\n", 0), 415, "status=415"),
        (
            post("Content-Type: text/xml\r\nContent-Encoding: gzip\r\n", 0),
            415,
            "status=415",
        ),
        (
            [
                post("Content-Type: text/xml\r\n", 100_000),
                vec![b' '; 100_000],
            ]
            .concat(),
            500,
            "ErrorRequestStreamTooBig",
        ),
        (b"GET /healthz HTTP/1.1\r\n\r\n".to_vec(), 400, "status=400"),
        (b"nonsense\r\n\r\n".to_vec(), 400, "status=400"),
        (get("/healthz", &"X: y\r\n".repeat(100)), 431, "status=431"),
    ] {
        let lines = |log: &str| {
            let refused = log.lines().filter(|line| line.contains("refused"));
            refused
                .filter(|line| line.contains(words) && line.contains("INFO"))
                .count()
        };
        let before = lines(&endpoint.log());
        let stream = from([127, 0, 0, 1], &endpoint);
        (&stream).write_all(&bytes).unwrap();
        let answer = ask(&stream, b"");
        let head = format!("HTTP/1.1 {status}");
        assert!(answer.starts_with(&head), "{words}\n{answer}");
        until(words, || lines(&endpoint.log()) == before + 1);
        let metric = format!("tapi3_http_refusals_total{{status=\"{status}\"}}");
        assert!(status == 500 || endpoint.metric(&metric) > 0.0, "{metric}");
    }
}
