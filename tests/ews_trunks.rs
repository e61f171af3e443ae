//! SIP lines whose servers are not there, in each way in which that happens: the client hears that
//! the gateway was not found, and not that its number is wrong; the log and `/healthz` agree.

#[path = "support/ews/mod.rs"]
mod ews;

use ews::{Certificate, Endpoint, password_hash, until};
use rustix::net::{AddressFamily, SocketType, bind, socket};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, UdpSocket};
use std::process::Stdio;

fn on_line(line: &str, limits: &str) -> Endpoint {
    let hash = password_hash("demo");
    Endpoint::configured(&format!(
        "[[line]]\nname = \"Trunk\"\nprovider = \"sip\"\nlisten = \"127.0.0.1:0\"\n{line}\n\
         [server]\n{{listen}}\nany_item = true\nmetrics = \"anybody\"\n\
         [server.limits]\n{limits}\n\
         [[server.user]]\nname = \"demo\"\ndial = [\"*\"]\n{hash}"
    ))
}

#[test]
fn each_way_in_which_a_trunk_fails_is_the_trunks_fault() {
    // Nobody is there, nor will be: one has the port and does not listen, the other hears nobody
    // but itself.
    let closed_stream = socket(AddressFamily::INET, SocketType::STREAM, None).unwrap();
    bind(&closed_stream, &SocketAddr::from(([127, 0, 0, 1], 0))).unwrap();
    let closed_stream = TcpListener::from(closed_stream);
    let refused = closed_stream.local_addr().unwrap();
    let deaf_socket = UdpSocket::bind("127.0.0.1:0").unwrap();
    let closed = deaf_socket.local_addr().unwrap();
    deaf_socket.connect(closed).unwrap();
    // Somebody takes connections, and says nothing that is TLS.
    let deaf = TcpListener::bind("127.0.0.1:0").unwrap();
    let not_tls = deaf.local_addr().unwrap();
    std::thread::spawn(move || {
        for mut stream in deaf.incoming().map_while(Result::ok) {
            let _ = stream.write_all(b"220 no TLS here\r\n");
            let _ = stream.read_to_end(&mut Vec::new());
        }
    });
    let silent_stream = TcpListener::bind("127.0.0.1:0").unwrap();
    let silent = UdpSocket::bind("127.0.0.1:0").unwrap();
    let hosts = [
        (
            "uri = \"sip:pbx@nowhere.invalid\"".to_owned(),
            "the host is not found",
        ),
        (
            "uri = \"sip:pbx@example.com\"\noutbound_proxy = \"nowhere.invalid\"".to_owned(),
            "the proxy is not found",
        ),
        (
            format!("uri = \"sip:pbx@{refused}\"\ntransport = \"tcp\""),
            "the connection is refused",
        ),
        (
            format!("uri = \"sip:pbx@{closed}\""),
            "the datagram is refused",
        ),
        (
            "uri = \"sip:pbx@240.0.0.1\"".to_owned(),
            "no way leads there",
        ),
        (
            format!("uri = \"sip:pbx@{not_tls}\"\ntransport = \"tls\""),
            "what is there speaks no TLS",
        ),
        (
            format!(
                "uri = \"sip:pbx@{}\"\ntransport = \"tcp\"",
                silent_stream.local_addr().unwrap()
            ),
            "the connection is silent",
        ),
        (
            format!("uri = \"sip:pbx@{}\"", silent.local_addr().unwrap()),
            "it is silent",
        ),
    ];
    std::thread::scope(|scope| {
        for (line, what) in &hosts {
            scope.spawn(move || {
                let endpoint = on_line(line, "gateway_timeout = \"1s\"");
                assert_eq!(endpoint.page("/healthz").status, 200, "{what}");
                let answer = endpoint.client().play("+49301234567");
                assert_eq!(answer.code(), "ErrorIPGatewayNotFound", "{what}");
                let page = endpoint.page("/healthz");
                assert_eq!(
                    (page.status, page.body.as_str()),
                    (503, "no line is in service")
                );
                until(what, || endpoint.log().contains("the line leads to nobody"));
                until(what, || endpoint.metric("tapi3_calls_live") == 0.0);
                assert_eq!(endpoint.metric("tapi3_calls_placed_total"), 1.0);
                let by = endpoint.metric("tapi3_calls_ended_total{by=\"line\"}");
                assert_eq!(by, 1.0, "{what}");
            });
        }
    });
}

#[test]
fn a_certificate_that_is_nobodys_is_the_trunks_fault() {
    let certificate = Certificate::new(&[]);
    let mut server = ews::program("openssl")
        .args(["s_server", "-accept", "127.0.0.1:0"])
        .args([
            "-cert",
            &certificate.path("cert.pem"),
            "-key",
            &certificate.path("key.pem"),
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(server.stdout.take().unwrap()).lines();
    let listens = said.find_map(|line| {
        let line = line.unwrap();
        line.strip_prefix("ACCEPT 127.0.0.1:").map(str::to_owned)
    });
    let port = listens.unwrap();
    let line = format!("uri = \"sip:pbx@localhost:{port}\"\ntransport = \"tls\"");
    let endpoint = on_line(&line, "");
    assert_eq!(
        endpoint.client().play("1001").code(),
        "ErrorIPGatewayNotFound"
    );
    assert_eq!(endpoint.page("/healthz").status, 503);
    let _ = server.kill();
    let _ = server.wait();
}

/// A server that says 100 to each INVITE, and nothing more.
fn trying(socket: &UdpSocket) {
    let mut bytes = [0; 4096];
    while let Ok((length, peer)) = socket.recv_from(&mut bytes) {
        let request = String::from_utf8_lossy(&bytes[..length]).into_owned();
        if !request.starts_with("INVITE") {
            continue;
        }
        let mut answer = "SIP/2.0 100 Trying\r\n".to_owned();
        for line in request.lines() {
            let kept = ["Via:", "From:", "To:", "Call-ID:", "CSeq:"];
            if kept.iter().any(|name| line.starts_with(name)) {
                answer.push_str(&format!("{line}\r\n"));
            }
        }
        answer.push_str("Content-Length: 0\r\n\r\n");
        socket.send_to(answer.as_bytes(), peer).unwrap();
    }
}

#[test]
fn a_trunk_that_comes_back_serves_again() {
    let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
    let line = format!("uri = \"sip:pbx@{}\"", socket.local_addr().unwrap());
    let endpoint = on_line(&line, "gateway_timeout = \"500ms\"");
    let mut client = endpoint.client();
    assert_eq!(client.play("1001").code(), "ErrorIPGatewayNotFound");
    assert_eq!(endpoint.page("/healthz").status, 503);
    std::thread::spawn(move || trying(&socket));
    until("a call gets through", || {
        client.play("1001").code() == "NoError"
    });
    assert_eq!(endpoint.page("/healthz").status, 200);
    until("the log says so", || {
        endpoint.log().contains("leads to the network again")
    });
}

#[test]
fn a_host_that_was_dialled_is_the_dial_strings_fault() {
    let endpoint = on_line("uri = \"sip:pbx@127.0.0.1\"", "");
    let answer = endpoint.client().play("sip:bob@nowhere.invalid");
    assert_eq!(answer.code(), "ErrorInvalidSIPUri");
    assert_eq!(endpoint.page("/healthz").status, 200);
}
