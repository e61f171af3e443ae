//! Somebody on the bus who says what they like.

use super::{Bus, DEADLINE};
use std::io::{Read, Write};
use std::net::TcpStream;

/// A connection to the bus that says what it likes.
pub struct Stranger {
    stream: TcpStream,
    subscriptions: u32,
}

impl Stranger {
    pub fn come(bus: &Bus) -> Self {
        let mut stream = TcpStream::connect(("127.0.0.1", bus.port)).unwrap();
        stream.set_read_timeout(Some(DEADLINE)).unwrap();
        stream
            .write_all(b"CONNECT {\"verbose\":false,\"pedantic\":false}\r\n")
            .unwrap();
        Stranger {
            stream,
            subscriptions: 0,
        }
    }

    pub fn say(&mut self, subject: &str, bytes: &[u8]) {
        let head = format!("PUB {subject} {}\r\n", bytes.len());
        let message = [head.as_bytes(), bytes, b"\r\n"].concat();
        self.stream.write_all(&message).unwrap();
    }

    pub fn listen(&mut self, subject: &str) {
        self.subscriptions += 1;
        let line = format!("SUB {subject} {}\r\n", self.subscriptions);
        self.stream.write_all(line.as_bytes()).unwrap();
    }

    /// Waits until everything that was said has reached the server.
    pub fn settle(&mut self) {
        self.stream.write_all(b"PING\r\n").unwrap();
        let mut all = Vec::new();
        while !all.ends_with(b"PONG\r\n") {
            let mut byte = [0];
            self.stream.read_exact(&mut byte).unwrap();
            all.push(byte[0]);
        }
    }

    /// The next message on what is listened to: subject and bytes.
    pub fn hear(&mut self) -> (String, Vec<u8>) {
        loop {
            let mut line = Vec::new();
            while !line.ends_with(b"\r\n") {
                let mut byte = [0];
                self.stream.read_exact(&mut byte).unwrap();
                line.push(byte[0]);
            }
            let line = String::from_utf8(line).unwrap();
            let words: Vec<&str> = line.split_ascii_whitespace().collect();
            match words.as_slice() {
                ["PING"] => self.stream.write_all(b"PONG\r\n").unwrap(),
                ["MSG", subject, .., length] => {
                    let mut bytes = vec![0; length.parse::<usize>().unwrap() + 2];
                    self.stream.read_exact(&mut bytes).unwrap();
                    bytes.truncate(bytes.len() - 2);
                    return ((*subject).to_owned(), bytes);
                }
                _ => {}
            }
        }
    }
}
