//! EWS endpoints that belong to a pool: calls on the lines of any node, and any node answers for any
//! call. Nodes, a nats-server and clients as in `cluster.rs`.
#![cfg(feature = "cluster")]

#[path = "support/certificates.rs"]
#[allow(dead_code, reason = "lines use the rest of it")]
mod certificates;
#[path = "support/cluster.rs"]
mod cluster;
#[path = "support/endpoint_nodes.rs"]
mod endpoint_nodes;
#[path = "support/ews/mod.rs"]
mod ews;
#[path = "support/terminals.rs"]
#[allow(dead_code, reason = "other tests use the rest of it")]
mod terminals;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use certificates::Certificates;
use cluster::{Bus, Stranger, child, until};
use endpoint_nodes::{CALLS_SECRET, leased, lines, lines_of_calls, node};
use ews::{Client, Endpoint, password_hash, program, python};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use tapi3_bus::seal::{Key, open, seal};
use tapi3_bus::{FromOwner, OwnerSays, ToOwner, VERSION, Want, subject};

/// `other:demo`
const OTHER: &str = "Basic b3RoZXI6ZGVtbw==";

#[test]
fn an_item_is_played_on_a_line_of_another_node() {
    let Some(bus) = Bus::start() else { return };
    let folder = tempfile::tempdir().unwrap();
    let (hello, heard) = (
        folder.path().join("hello.wav"),
        folder.path().join("heard.wav"),
    );
    terminals::tone_file(&hello, 8_000, 1_000.0, 3);
    let extension = format!(
        "[[simulation.extension]]\nnumber = \"20\"\nbehaviour = \"answer\"\nrecords = {heard:?}"
    );
    let second = node(&bus, "n2", 2, &extension);
    let item = format!(
        "lines = [\"n2 *\"]\nhang_up_after_playing = \"500ms\"\n\
         [[server.item]]\nid = \"hello\"\nfile = {hello:?}"
    );
    let first = node(&bus, "n1", 2, &item);
    until("the line is there", || {
        lines(&first).contains(&"n2 line".to_owned())
    });
    let played = first.client().play_item("hello", "20");
    assert_eq!(played.code(), "NoError");
    until("it ends by itself", || {
        let page = first.page("/metrics").body;
        page.contains("by=\"played\"} 1")
    });
    drop(first);
    second.signal("TERM");
    let (status, log) = second.end();
    assert!(status.success(), "{log}");
    let (rate, samples) = terminals::read_file(&heard);
    let seconds = terminals::seconds_of(&samples, rate, 1_000.0);
    assert!(seconds > 2.0, "{seconds} s");
}

#[test]
fn calls_go_out_on_the_lines_of_the_pool_that_are_in_service_and_not_full() {
    let Some(bus) = Bus::start() else { return };
    let all = "lines = [\"* line\"]";
    let first = node(&bus, "n1", 2, all);
    let mut second = node(&bus, "n2", 1, all);
    for endpoint in [&first, &second] {
        until("both lines are there", || {
            lines(endpoint) == ["n1 line", "n2 line"]
        });
    }
    let (mut one, mut two) = (first.client(), second.client());
    // In turn, whoever places them, as long as there is room.
    let mut other = first.client_of(&format!("Basic {}", STANDARD.encode("other:demo")));
    assert_eq!(one.play("1001").code(), "NoError");
    assert_eq!(other.play("1001").code(), "NoError");
    until("the other user's is on the other line", || {
        lines_of_calls(&first, "n1") == ["n1 line", "n2 line"]
    });
    assert_eq!(one.play("1001").code(), "NoError");
    until("they are answered", || {
        lines_of_calls(&first, "n1") == ["n1 line", "n1 line", "n2 line"]
    });
    assert_eq!(one.play("1001").code(), "ErrorExceededConnectionCount");
    // The other node learns only from the line that it is full.
    assert_eq!(two.play("1001").code(), "ErrorExceededConnectionCount");
    assert_eq!(second.metric("tapi3_calls_live"), 0.0);
    // A node that is gone takes its line along, and the call on it is over.
    second.kill();
    until("its call is over", || {
        lines_of_calls(&first, "n1") == ["n1 line", "n1 line"]
    });
    assert_eq!(one.play("1001").code(), "ErrorExceededConnectionCount");
}

#[test]
fn a_line_that_was_full_leaves_the_call_to_the_next() {
    let Some(bus) = Bus::start() else { return };
    let first = node(&bus, "n1", 1, "lines = [\"n1 line\"]");
    let second = node(&bus, "n2", 9, "lines = [\"*\"]");
    until("both lines are there", || {
        lines(&second) == ["n1 line", "n2 line"]
    });
    assert_eq!(first.client().play("1001").code(), "NoError");
    until("it is up", || lines_of_calls(&first, "n1") == ["n1 line"]);
    // Two turns, one of which is that of the line that is full.
    let mut client = second.client();
    for _ in 0..2 {
        assert_eq!(client.play("1001").code(), "NoError");
    }
    until("they are up", || {
        lines_of_calls(&second, "n2") == ["n2 line", "n2 line"]
    });
    let not_taken = second.metric("tapi3_calls_ended_by_cause_total{cause=\"not_placed\"}");
    assert_eq!(not_taken, 1.0);
}

/// A call of `client` that is connected.
#[track_caller]
fn connected(client: &mut Client) -> String {
    let id = client.play("1001").call_id();
    until("it is answered", || {
        client.information(&id).information() == "Connected None 200 OK"
    });
    id
}

#[test]
fn any_node_answers_for_any_call() {
    let Some(bus) = Bus::start() else { return };
    let nodes = ["n1", "n2", "n3"].map(|name| node(&bus, name, 200, ""));
    let [mut one, mut two, mut three] = [0, 1, 2].map(|at: usize| nodes[at].client());
    let id = connected(&mut one);
    assert_eq!(two.information(&id).information(), "Connected None 200 OK");
    // Who may not have it where it is may not have it elsewhere.
    let mut other = nodes[2].client_of(OTHER);
    assert_eq!(other.information(&id).code(), "ErrorInvalidPhoneCallId");
    assert_eq!(other.disconnect(&id).code(), "ErrorInvalidPhoneCallId");
    assert_eq!(nodes[0].metric("tapi3_calls_live"), 1.0);
    assert_eq!(three.disconnect(&id).code(), "NoError");
    for client in [&mut one, &mut two, &mut three] {
        let told = client.information(&id).information();
        assert_eq!(told, "Disconnected None 200 OK");
        assert_eq!(client.disconnect(&id).code(), "NoError");
    }
    let ended = |by: &str| nodes[0].metric(&format!("tapi3_calls_ended_total{{by=\"{by}\"}}"));
    assert_eq!((ended("client"), ended("far_end")), (1.0, 0.0));
    // How it failed, word for word.
    let busy = two.play("1002").call_id();
    let told = "Disconnected UserBusy 486 Busy Here";
    until("it is busy", || {
        two.information(&busy).information() == told
    });
    assert_eq!(three.information(&busy).information(), told);
    // Of a node that there is, but not this call; of one that never was; of none.
    for unknown in [identifier("n1"), identifier("n9"), "x".repeat(1000)] {
        for client in [&mut two, &mut three] {
            let answers = [client.information(&unknown), client.disconnect(&unknown)];
            for answer in answers {
                assert_eq!(answer.code(), "ErrorInvalidPhoneCallId", "{unknown}");
            }
        }
    }
}

/// An identifier that a node might give.
fn identifier(node: &str) -> String {
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    URL_SAFE_NO_PAD.encode([&[1], &[7; 16][..], node.as_bytes()].concat())
}

#[test]
fn a_call_that_is_asked_about_elsewhere_only_is_nobodys_orphan() {
    let Some(bus) = Bus::start() else { return };
    let first = node(&bus, "n1", 9, "orphan_after = \"2s\"");
    let second = node(&bus, "n2", 9, "");
    let id = first.client().play("1001").call_id();
    let mut client = second.client();
    let begun = std::time::Instant::now();
    while begun.elapsed() < std::time::Duration::from_secs(5) {
        let told = client.information(&id).information();
        assert_ne!(told.split(' ').next(), Some("Disconnected"));
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    assert_eq!(client.disconnect(&id).code(), "NoError");
    assert_eq!(first.metric("tapi3_calls_ended_total{by=\"client\"}"), 1.0);
}

#[test]
fn many_calls_are_hung_up_on_two_other_nodes_at_once() {
    let Some(bus) = Bus::start() else { return };
    let limits = "[server.limits]\nrate = 100000\nburst = 100000";
    let nodes = ["n1", "n2", "n3"].map(|name| node(&bus, name, 200, limits));
    let mut client = nodes[0].client();
    let ids: Vec<String> = (0..100).map(|_| client.play("1001").call_id()).collect();
    std::thread::scope(|scope| {
        for mut client in [nodes[1].client(), nodes[2].client()] {
            let ids = &ids;
            scope.spawn(move || {
                for id in ids {
                    assert_eq!(client.disconnect(id).code(), "NoError");
                }
            });
        }
    });
    assert_eq!(nodes[0].metric("tapi3_calls_live"), 0.0);
    assert_eq!(
        nodes[0].metric("tapi3_calls_ended_total{by=\"client\"}"),
        100.0
    );
}

#[test]
fn the_calls_of_a_node_that_is_gone_are_unknown_and_so_they_are_when_it_is_back() {
    let Some(bus) = Bus::start() else { return };
    let mut first = node(&bus, "n1", 9, "");
    let second = node(&bus, "n2", 9, "");
    let (mut one, mut two) = (first.client(), second.client());
    let id = connected(&mut one);
    assert_eq!(two.information(&id).code(), "NoError");
    first.kill();
    assert_eq!(two.information(&id).code(), "ErrorInvalidPhoneCallId");
    assert_eq!(two.disconnect(&id).code(), "ErrorInvalidPhoneCallId");
    let _again = node(&bus, "n1", 9, "");
    assert_eq!(two.information(&id).code(), "ErrorInvalidPhoneCallId");
    assert_eq!(two.disconnect(&id).code(), "ErrorInvalidPhoneCallId");
}

#[test]
fn a_node_whose_lease_is_longer_than_ours_is_not_taken_for_gone() {
    let Some(bus) = Bus::start() else { return };
    let limits = "[server.limits]\nrate = 100000\nburst = 100000";
    let first = leased(&bus, "n1", "60s", (9, ""));
    let second = leased(&bus, "n2", "2s", (9, limits));
    let (mut one, mut two) = (first.client(), second.client());
    let id = connected(&mut one);
    // Some leases of the one that asks; the other says that it lives once in twenty seconds.
    let end = Instant::now() + Duration::from_secs(12);
    while Instant::now() < end {
        assert_eq!(two.information(&id).code(), "NoError");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_node_that_does_not_answer_in_time_is_asked_again() {
    let Some(mut bus) = Bus::start() else { return };
    let limits = "[server.limits]\nanswer_timeout = \"1s\"";
    let first = leased(&bus, "n1", "60s", (9, ""));
    let second = leased(&bus, "n2", "60s", (9, limits));
    let (mut one, mut two) = (first.client(), second.client());
    let id = connected(&mut one);
    until("it has come to the bus", || {
        two.information(&id).code() == "NoError"
    });
    // For less than the lease, however busy the machine is.
    first.signal("STOP");
    assert_eq!(two.disconnect(&id).code(), "ErrorTimeoutExpired");
    first.signal("CONT");
    until("it answers again", || {
        one.information(&id).code() == "NoError"
    });
    // What was asked for in vain may have been done after all: once.
    until("it is hung up", || two.disconnect(&id).code() == "NoError");
    assert_eq!(first.metric("tapi3_calls_ended_total{by=\"client\"}"), 1.0);
    // The bus is away: calls go on.
    let id = connected(&mut one);
    bus.end();
    assert_eq!(two.information(&id).code(), "ErrorTimeoutExpired");
    assert_eq!(two.disconnect(&id).code(), "ErrorTimeoutExpired");
    assert_eq!(one.information(&id).information(), "Connected None 200 OK");
    bus.begin();
    until("it is hung up when the bus is back", || {
        two.disconnect(&id).code() == "NoError"
    });
    assert_eq!(
        one.information(&id).information(),
        "Disconnected None 200 OK"
    );
}

#[test]
fn who_does_not_know_the_secret_controls_no_call_and_what_was_recorded_is_of_no_use() {
    let Some(bus) = Bus::start() else { return };
    let limits = "[server.limits]\nanswer_timeout = \"1s\"";
    let first = node(&bus, "n1", 9, "");
    let second = node(&bus, "n2", 9, limits);
    let mut client = first.client();
    let id = connected(&mut client);
    let place = subject::owner_asks("n1");
    let mut stranger = Stranger::come(&bus);
    stranger.listen("tapi3.calls.>");
    stranger.settle();
    let question = |token, want| ToOwner {
        v: VERSION,
        node: "n3".to_owned(),
        request: "0".repeat(32),
        token,
        user: "demo".to_owned(),
        call: id.clone(),
        want,
        over: 0,
    };
    // Not sealed, sealed with something else, and no messages at all.
    let wrong = Key::new("something else than that");
    for bytes in [
        tapi3_bus::write(&question(0, Want::End)).unwrap(),
        seal(&wrong, &place, &question(0, Want::End)).unwrap(),
        vec![b'x'; 100_000],
        Vec::new(),
    ] {
        stranger.say(&place, &bytes);
        stranger.say(&subject::owner_answers("n2"), &bytes);
    }
    stranger.settle();
    assert_eq!(
        client.information(&id).information(),
        "Connected None 200 OK"
    );
    // Who has the secret is told what to say first, and nothing is done before that.
    let key = Key::new(CALLS_SECRET);
    let say = |question: &ToOwner| {
        let mut friend = Stranger::come(&bus);
        friend.listen(&subject::owner_answers("n3"));
        friend.settle();
        friend.say(&place, &seal(&key, &place, question).unwrap());
        let (at, bytes) = friend.hear();
        let answer: FromOwner = open(&key, &at, &bytes).unwrap();
        assert_eq!(answer.request, question.request);
        answer.says
    };
    let OwnerSays::Stale { token } = say(&question(0, Want::End)) else {
        panic!("it is done for whoever has recorded it");
    };
    let told = say(&question(0, Want::Information));
    assert_eq!(told, OwnerSays::Stale { token });
    assert_eq!(
        client.information(&id).information(),
        "Connected None 200 OK"
    );
    let told = say(&question(token, Want::Information));
    assert!(
        matches!(told, OwnerSays::Information { code: 200, .. }),
        "{told:?}"
    );
    let nobody = ToOwner {
        user: "nobody".to_owned(),
        ..question(token, Want::Information)
    };
    assert!(matches!(say(&nobody), OwnerSays::Refused { .. }));
    for _ in 0..2 {
        assert_eq!(say(&question(token, Want::End)), OwnerSays::Ended {});
    }
    // An endpoint with another secret, or none, is not answered, and answers nobody.
    let third = node(&bus, "n3", 9, limits);
    let id = connected(&mut client);
    until("it has come to the bus", || {
        third.client().information(&id).code() == "NoError"
    });
    drop(third);
    let hash = password_hash("demo");
    let apart = Endpoint::configured(&format!(
        "[cluster]\n{}name = \"n4\"\nlease = \"2s\"\ncalls_secret = \"something else than that\"\n\
         [[line]]\nname = \"apart\"\nprovider = \"sim\"\naddress = \"2001\"\n\
         [server]\n{{listen}}\nany_item = true\n{limits}\n\
         [[server.user]]\nname = \"demo\"\ndial = [\"*\"]\n{hash}",
        bus.access("n4")
    ));
    let mut elsewhere = apart.client();
    assert_eq!(elsewhere.disconnect(&id).code(), "ErrorTimeoutExpired");
    let theirs = elsewhere.play("1001").call_id();
    assert_eq!(
        second.client().disconnect(&theirs).code(),
        "ErrorTimeoutExpired"
    );
    assert_eq!(
        client.information(&id).information(),
        "Connected None 200 OK"
    );
}

/// The server's configuration is that of docs/cluster.md: its permissions are enough.
#[test]
fn endpoints_ask_each_other_over_tls_and_under_permissions() {
    let certificates = Certificates::new();
    let Some(bus) = Bus::documented(|name| certificates.path(name)) else {
        return;
    };
    let hash = password_hash("demo");
    let nodes = ["node1", "node2"].map(|name| {
        Endpoint::configured(&format!(
            "[cluster]\n{}name = \"{name}\"\ncalls_secret = \"{CALLS_SECRET}\"\n\
             [[line]]\nname = \"{name} line\"\nprovider = \"sim\"\naddress = \"2001\"\n\
             [server]\n{{listen}}\nany_item = true\n\
             [[server.user]]\nname = \"demo\"\ndial = [\"*\"]\n{hash}",
            bus.access(name)
        ))
    });
    let id = connected(&mut nodes[0].client());
    let mut client = nodes[1].client();
    assert_eq!(
        client.information(&id).information(),
        "Connected None 200 OK"
    );
    assert_eq!(client.disconnect(&id).code(), "NoError");
}

/// Reads the head of a message, and returns it with the length of what follows.
fn read_head(reader: &mut impl BufRead) -> Option<(Vec<String>, usize)> {
    let mut head = Vec::new();
    let mut length = 0;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).ok()? == 0 {
            return None;
        }
        let line = line.trim_end().to_owned();
        if line.is_empty() {
            return Some((head, length));
        }
        let small = line.to_lowercase();
        if let Some(value) = small.strip_prefix("content-length:") {
            length = value.trim().parse().unwrap();
        }
        if !small.starts_with("connection:") {
            head.push(line);
        }
    }
}

/// A load balancer: each request goes to the next endpoint.
fn balancer(endpoints: &[&Endpoint]) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let behind: Vec<SocketAddr> = endpoints.iter().map(|endpoint| endpoint.address).collect();
    std::thread::spawn(move || {
        let mut next = behind.iter().cycle();
        for client in listener.incoming().map_while(Result::ok) {
            let endpoint = *next.next().unwrap();
            std::thread::spawn(move || {
                let mut reader = BufReader::new(client.try_clone().unwrap());
                let Some((mut head, length)) = read_head(&mut reader) else {
                    return;
                };
                let mut body = vec![0; length];
                reader.read_exact(&mut body).unwrap();
                // The endpoint closes the connection, and tells the client so.
                head.push("Connection: close".to_owned());
                let mut server = TcpStream::connect(endpoint).unwrap();
                let head = head.join("\r\n") + "\r\n\r\n";
                server
                    .write_all(&[head.as_bytes(), &body].concat())
                    .unwrap();
                let _ = std::io::copy(&mut server, &mut &client);
            });
        }
    });
    address
}

/// Clients that we did not write, each of whose requests comes to another node.
#[test]
fn clients_need_not_know_that_there_are_several_nodes() {
    let Some(bus) = Bus::start() else { return };
    let nodes = ["n1", "n2", "n3"].map(|name| node(&bus, name, 9, ""));
    let address = balancer(&nodes.each_ref());
    let url = format!("http://{address}/EWS/Exchange.asmx");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ews");
    let of_python = |which: &str| {
        let mut command = python();
        command.arg("-B").arg(folder.join("clients.py")).arg(which);
        command
    };
    let mut of_node = program("node");
    of_node.arg(folder.join("client.js"));
    let clients: [Command; 3] = [of_python("zeep"), of_python("exchangelib"), of_node];
    let needed = std::env::var_os("TAPI3_REQUIRE_TOOLS").is_some();
    for mut client in clients {
        let output = match client.arg(&url).arg("1001").output() {
            Ok(output) => output,
            Err(error) if !needed => {
                eprintln!("left out: {error}");
                continue;
            }
            Err(error) => panic!("{client:?}: {error}"),
        };
        let missing = output.status.code() == Some(77) && !needed;
        assert!(output.status.success() || missing, "{output:?}");
    }
    for endpoint in &nodes {
        assert_eq!(endpoint.metric("tapi3_calls_live"), 0.0);
    }
}
