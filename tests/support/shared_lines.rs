//! What the tests of lines that are configured in the bus share: the command, which node has which
//! line, a registrar that remembers who was there, and a way to the bus that can be cut.

#![allow(dead_code, reason = "each test file uses its part")]

use crate::cluster::{Bus, SECRET, child, until};
use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream, UdpSocket};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tempfile::NamedTempFile;

/// The command, with a configuration that reaches the bus.
pub fn command(bus: &Bus, words: &[&str]) -> Output {
    command_with(bus, SECRET, words)
}

/// As [`command`], with another secret.
pub fn command_with(bus: &Bus, secret: &str, words: &[&str]) -> Output {
    let file = NamedTempFile::new().unwrap();
    let text = format!(
        "[cluster]\n{}lines_secret = \"{secret}\"\n",
        bus.access("admin")
    );
    std::fs::write(file.path(), text).unwrap();
    let mut command: Command = child::command(env!("CARGO_BIN_EXE_tapi3"));
    command.arg("--config").arg(file.path()).args(words);
    command.output().unwrap()
}

pub fn said(bus: &Bus, words: &[&str]) -> String {
    let output = command(bus, words);
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

pub fn import(bus: &Bus, text: &str, more: &[&str]) -> String {
    let output = importing(bus, text, more);
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// Whether the bus takes these lines.
pub fn try_to_import(bus: &Bus, text: &str) -> bool {
    importing(bus, text, &[]).status.success()
}

pub fn importing(bus: &Bus, text: &str, more: &[&str]) -> Output {
    let file = NamedTempFile::new().unwrap();
    std::fs::write(file.path(), text).unwrap();
    let words = ["cluster", "import", file.path().to_str().unwrap()];
    command(bus, &[&words, more].concat())
}

pub fn line(name: &str, address: u32) -> String {
    format!("[[line]]\nname = \"{name}\"\nprovider = \"sim\"\naddress = \"{address}\"\n")
}

pub fn lines(count: u32) -> String {
    (1..=count)
        .map(|i| line(&format!("L{i}"), 3000 + i))
        .collect()
}

/// A line that registers there.
pub fn sip_line(name: &str, registrar: &Registrar) -> String {
    format!(
        "[[line]]\nname = \"{name}\"\nprovider = \"sip\"\nuri = \"sip:s@127.0.0.1\"\n\
         listen = \"127.0.0.1:0\"\nregistrar = \"127.0.0.1:{}\"\nregister = true\n",
        registrar.port
    )
}

/// Which node has each line, according to the bus; `-` for none.
pub fn owners(bus: &Bus) -> BTreeMap<String, String> {
    let output = command(bus, &["cluster", "lines"]);
    if !output.status.success() {
        return BTreeMap::new();
    }
    let text = String::from_utf8(output.stdout).unwrap();
    let rows = text.lines().skip(1).map(|row| {
        let mut words = row.split_ascii_whitespace().map(str::to_owned);
        (words.next().unwrap(), words.next().unwrap())
    });
    rows.collect()
}

/// How many lines each node has, once all have one of these.
#[track_caller]
pub fn shares(bus: &Bus, count: usize, nodes: &[&str]) -> BTreeMap<String, usize> {
    let mut shares = BTreeMap::new();
    until("every line has a node", || {
        let owners = owners(bus);
        shares = nodes.iter().map(|node| ((*node).to_owned(), 0)).collect();
        for owner in owners.values() {
            if let Some(share) = shares.get_mut(owner) {
                *share += 1;
            }
        }
        owners.len() == count && shares.values().sum::<usize>() == count
    });
    shares
}

#[track_caller]
pub fn until_fair(bus: &Bus, count: usize, nodes: &[&str]) {
    until("everybody has a fair share", || {
        let shares = shares(bus, count, nodes);
        let (least, most) = (shares.values().min(), shares.values().max());
        most.unwrap() - least.unwrap() <= 1
    });
}

/// A registrar that says yes to everybody, and remembers who registered and who took it back.
pub struct Registrar {
    pub port: u16,
    pub heard: Arc<Mutex<Vec<(SocketAddr, bool)>>>,
}

impl Registrar {
    pub fn start() -> Self {
        Self::at("127.0.0.1")
    }

    pub fn at(host: &str) -> Self {
        let socket = UdpSocket::bind((host, 0)).unwrap();
        let port = socket.local_addr().unwrap().port();
        let heard: Arc<Mutex<Vec<(SocketAddr, bool)>>> = Arc::default();
        let memory = heard.clone();
        std::thread::spawn(move || {
            let mut buffer = [0; 8192];
            while let Ok((length, from)) = socket.recv_from(&mut buffer) {
                let text = String::from_utf8_lossy(&buffer[..length]).into_owned();
                if !text.starts_with("REGISTER") {
                    continue;
                }
                let header = |name: &str| {
                    let mut lines = text.lines();
                    lines
                        .find(|line| line.to_ascii_lowercase().starts_with(name))
                        .unwrap_or_default()
                };
                let is_end = header("expires:").trim_end().ends_with(": 0")
                    || header("contact:").contains("expires=0");
                memory.lock().unwrap().push((from, !is_end));
                let contact = match is_end {
                    true => String::new(),
                    false => format!("{};expires=2\r\n", header("contact:")),
                };
                let answer = format!(
                    "SIP/2.0 200 OK\r\n{}\r\n{}\r\n{};tag=1\r\n{}\r\n{}\r\n{contact}Content-Length: 0\r\n\r\n",
                    header("via:"),
                    header("from:"),
                    header("to:"),
                    header("call-id:"),
                    header("cseq:"),
                );
                let _ = socket.send_to(answer.as_bytes(), from);
            }
        });
        Registrar { port, heard }
    }

    /// Who has registered last.
    pub fn last(&self) -> Option<SocketAddr> {
        let heard = self.heard.lock().unwrap();
        heard
            .iter()
            .rev()
            .find(|(_, on)| *on)
            .map(|(from, _)| *from)
    }

    /// Whoever registers has heard from the one before that it does not any more.
    pub fn each_takes_leave(&self) -> bool {
        let heard = self.heard.lock().unwrap();
        let pairs = heard.windows(2);
        pairs.into_iter().all(|pair| match pair {
            [(before, on), (after, _)] => before == after || !on,
            _ => true,
        })
    }

    /// Whoever registers never does so again once another has.
    pub fn one_at_a_time(&self) -> bool {
        let heard = self.heard.lock().unwrap();
        let mut order: Vec<SocketAddr> = Vec::new();
        for (from, _) in heard.iter() {
            if order.last() != Some(from) {
                if order.contains(from) {
                    return false;
                }
                order.push(*from);
            }
        }
        true
    }
}

/// A way to the bus, for one node, that can be cut: nothing comes through any more, and nobody is told.
pub struct Relay {
    pub port: u16,
    is_cut: Arc<AtomicBool>,
    is_deaf: Arc<AtomicBool>,
}

impl Relay {
    pub fn to(bus: &Bus) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let relay = Relay {
            port: listener.local_addr().unwrap().port(),
            is_cut: Arc::default(),
            is_deaf: Arc::default(),
        };
        let (there, back) = (relay.is_cut.clone(), relay.is_deaf.clone());
        let target = bus.port;
        std::thread::spawn(move || {
            for near in listener.incoming().map_while(Result::ok) {
                if back.load(Ordering::Acquire) {
                    continue;
                }
                let Ok(far) = TcpStream::connect(("127.0.0.1", target)) else {
                    continue;
                };
                let (near2, far2) = (near.try_clone().unwrap(), far.try_clone().unwrap());
                let (there, back) = (there.clone(), back.clone());
                std::thread::spawn(move || carry(near, far, &there));
                std::thread::spawn(move || carry(far2, near2, &back));
            }
        });
        relay
    }

    /// Nothing comes through in either direction.
    pub fn cut(&self) {
        self.is_cut.store(true, Ordering::Release);
        self.deafen();
    }

    /// The node's words still come to the bus, but it hears nothing.
    pub fn deafen(&self) {
        self.is_deaf.store(true, Ordering::Release);
    }

    /// Whoever comes from now on comes through.
    pub fn heal(&self) {
        self.is_cut.store(false, Ordering::Release);
        self.is_deaf.store(false, Ordering::Release);
    }
}

/// Carries bytes; a connection that was cut meanwhile ends when that is over.
fn carry(mut from: TcpStream, mut to: TcpStream, is_cut: &AtomicBool) {
    let mut buffer = [0; 8192];
    while let Ok(length @ 1..) = from.read(&mut buffer) {
        let was_cut = is_cut.load(Ordering::Acquire);
        while is_cut.load(Ordering::Acquire) {
            std::thread::sleep(Duration::from_millis(10));
        }
        if was_cut || to.write_all(&buffer[..length]).is_err() {
            break;
        }
    }
    let _ = (from.shutdown(Shutdown::Both), to.shutdown(Shutdown::Both));
}
