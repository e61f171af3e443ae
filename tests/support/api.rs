//! What the tests of the JSON API share: a client, and a reader of server-sent events.

#![allow(dead_code, reason = "each test file uses its part")]

use super::ews::{Client, DEADLINE, Endpoint, password_hash};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Instant;

/// A `[[server.user]]` whose password is the name.
pub fn user(name: &str, rest: &str) -> String {
    let hash = password_hash(name);
    format!("[[server.user]]\nname = \"{name}\"\n{rest}{hash}")
}

/// The `Authorization` of such a user.
pub fn login(name: &str) -> String {
    format!("Basic {}", STANDARD.encode(format!("{name}:{name}")))
}

/// A user of the API.
pub struct Api {
    client: Client,
}

impl Api {
    pub fn of(endpoint: &Endpoint, name: &str) -> Self {
        Api {
            client: endpoint.client_of(&login(name)),
        }
    }

    /// Whoever has no login.
    pub fn stranger(endpoint: &Endpoint) -> Self {
        Api {
            client: endpoint.client_of(""),
        }
    }

    /// Sends a request with these header lines besides. Returns the status and the JSON, null if it
    /// is none, and the value of a header.
    pub fn request(
        &mut self,
        what: &str,
        headers: &[&str],
        content: Option<&str>,
    ) -> (u16, Value, Headers) {
        let mut text = format!("{what} HTTP/1.1\r\nHost: pbx.example\r\n");
        text += &self.client.who();
        for header in headers {
            text += &format!("{header}\r\n");
        }
        if let Some(content) = content {
            text += &format!("Content-Length: {}\r\n\r\n{content}", content.len());
        } else {
            text += "\r\n";
        }
        let answer = self.client.exchange(text.as_bytes());
        let said = serde_json::from_str(&answer.body).unwrap_or(Value::Null);
        (answer.status, said, Headers(answer.headers))
    }

    #[track_caller]
    pub fn get(&mut self, path: &str) -> Value {
        let (status, said, _) = self.request(&format!("GET /api/v1/{path}"), &[], None);
        assert_eq!(status, 200, "{path} {said}");
        said
    }

    pub fn post(&mut self, path: &str, content: &str) -> (u16, Value) {
        let what = format!("POST /api/v1/{path}");
        let kind = ["Content-Type: application/json"];
        let (status, said, _) = self.request(&what, &kind, Some(content));
        (status, said)
    }

    /// Places a call. Returns its identifier.
    #[track_caller]
    pub fn call(&mut self, number: &str) -> String {
        let (status, said) = self.post("calls", &format!("{{\"number\":\"{number}\"}}"));
        assert_eq!(status, 201, "{said}");
        text(&said, "id")
    }

    pub fn hang_up(&mut self, id: &str) -> (u16, Value) {
        self.post(&format!("calls/{id}/hang-up"), "{}")
    }

    /// The numbers of a list of calls, in its order.
    pub fn numbers(&mut self, query: &str) -> Vec<String> {
        let list = self.get(&format!("calls{query}"));
        let calls = list["calls"].as_array().unwrap();
        calls.iter().map(|call| text(call, "number")).collect()
    }
}

/// The headers of an answer.
pub struct Headers(Vec<(String, String)>);

impl Headers {
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }
}

#[track_caller]
pub fn text(value: &Value, key: &str) -> String {
    let text = value[key].as_str();
    text.unwrap_or_else(|| panic!("no {key} in {value}"))
        .to_owned()
}

/// A stream of events.
pub struct Events {
    connection: BufReader<TcpStream>,
    pub status: u16,
    /// Since when it has been read without finding what is waited for.
    since: Instant,
}

impl Events {
    pub fn of(endpoint: &Endpoint, name: &str) -> Self {
        Self::open(endpoint.address, name)
    }

    pub fn open(address: SocketAddr, name: &str) -> Self {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(DEADLINE)).unwrap();
        let who = login(name);
        let head = format!(
            "GET /api/v1/events HTTP/1.1\r\nHost: pbx.example\r\nAuthorization: {who}\r\n\r\n"
        );
        stream.write_all(head.as_bytes()).unwrap();
        let mut connection = BufReader::new(stream);
        let mut line = String::new();
        connection.read_line(&mut line).unwrap();
        let status = line.split(' ').nth(1).unwrap().parse().unwrap();
        while line != "\r\n" {
            line.clear();
            connection.read_line(&mut line).unwrap();
        }
        Events {
            connection,
            status,
            since: Instant::now(),
        }
    }

    /// Something else is waited for from now on.
    pub fn begin_waiting(&mut self) {
        self.since = Instant::now();
    }

    /// The next event's name and data; `None` at the end of the stream. The lines between which its
    /// chunks have their lengths are passed over.
    #[track_caller]
    pub fn next(&mut self) -> Option<(String, Value)> {
        // Something comes by itself again and again, so that reading alone never takes too long.
        let is_late = self.since.elapsed() > 2 * DEADLINE;
        assert!(!is_late, "what is waited for does not come");
        let mut name = String::new();
        loop {
            let mut line = String::new();
            if self.connection.read_line(&mut line).unwrap() == 0 || line == "0\r\n" {
                return None;
            }
            let line = line.trim_end();
            if let Some(event) = line.strip_prefix("event: ") {
                event.clone_into(&mut name);
            } else if let Some(data) = line.strip_prefix("data: ") {
                return Some((name, serde_json::from_str(data).unwrap()));
            }
        }
    }

    /// The next event that is none of what comes by itself.
    #[track_caller]
    pub fn news(&mut self) -> (String, Value) {
        self.begin_waiting();
        loop {
            let (name, data) = self.next().expect("an event");
            if !["now", "lines"].contains(&name.as_str()) {
                return (name, data);
            }
        }
    }

    /// Reads until a call of this number is in this state, be it in the first word or a later one.
    #[track_caller]
    pub fn until(&mut self, number: &str, state: &str) -> Value {
        self.begin_waiting();
        loop {
            let (_, data) = self.next().expect("an event");
            let listed = data["calls"].as_array().cloned().unwrap_or_default();
            let mut all = listed.into_iter().chain([data["call"].clone()]);
            if let Some(call) = all.find(|call| call["number"] == number && call["state"] == state)
            {
                return call;
            }
        }
    }
}
