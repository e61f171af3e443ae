//! A far end that looks at every datagram and its time, and answers as the test says. It is no SIP
//! stack: it exists for what SIPp hides, such as retransmissions, and for what SIPp does not do
//! wrong, such as a 2xx without a Contact.

use super::DEADLINE;
use std::cell::RefCell;
use std::collections::HashSet;
use std::net::{SocketAddr, UdpSocket};
use std::time::{Duration, Instant};

pub struct Script {
    socket: UdpSocket,
    pub port: u16,
    seen: RefCell<HashSet<String>>,
}

/// A datagram as it came.
#[derive(Debug, Clone)]
pub struct Message {
    pub text: String,
    pub from: SocketAddr,
    pub at: Instant,
}

impl Message {
    /// The first word of a request, or the code of a response.
    pub fn kind(&self) -> &str {
        let mut words = self.text.split(' ');
        match words.next() {
            Some("SIP/2.0") => words.next().unwrap(),
            first => first.unwrap(),
        }
    }

    /// The value of the first header with this name.
    pub fn header(&self, name: &str) -> &str {
        let found = self.text.split("\r\n").find_map(|line| {
            let (key, value) = line.split_once(':')?;
            (key == name).then(|| value.trim())
        });
        found.unwrap_or_else(|| panic!("no {name} in {}", self.text))
    }

    /// The address in its Contact.
    pub fn contact(&self) -> &str {
        self.header("Contact").trim_matches(['<', '>'])
    }
}

/// Nobody listens for the sound, nor does anybody get its port from the system or from
/// [`super::free_port`]: to that one all of it would go.
pub const SDP: &str = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n\
                       m=audio 9000 RTP/AVP 0\r\n";

impl Script {
    pub fn new() -> Self {
        Script::at("127.0.0.1")
    }

    /// One on this machine's address.
    pub fn at(host: &str) -> Self {
        let socket = UdpSocket::bind((host, 0)).unwrap();
        let port = socket.local_addr().unwrap().port();
        let seen = RefCell::default();
        Script { socket, port, seen }
    }

    /// The next datagram before `end`. Sound is passed over: it is meant for whoever had the port
    /// before.
    pub fn before(&self, end: Instant) -> Option<Message> {
        const RTP: std::ops::Range<u8> = 0x80..0xC0;
        let mut buffer = [0; 8192];
        let (length, from) = loop {
            let left = end.checked_duration_since(Instant::now())?;
            let left = left.max(Duration::from_millis(1));
            self.socket.set_read_timeout(Some(left)).unwrap();
            let came = self.socket.recv_from(&mut buffer).ok()?;
            if !RTP.contains(&buffer[0]) {
                break came;
            }
        };
        Some(Message {
            text: String::from_utf8(buffer[..length].to_vec()).unwrap(),
            from,
            at: Instant::now(),
        })
    }

    /// The next datagram that is no copy of an earlier one; it must be of this kind. On a busy
    /// machine the answer to a first copy may come too late for the second not to be sent.
    pub fn expect(&self, kind: &str) -> Message {
        let end = Instant::now() + DEADLINE;
        while let Some(message) = self.before(end) {
            if self.seen.borrow_mut().insert(message.text.clone()) {
                assert_eq!(message.kind(), kind, "{}", message.text);
                return message;
            }
        }
        panic!("no {kind} came");
    }

    /// The next datagram of this kind that is no copy of an earlier one, whatever comes before it.
    pub fn find(&self, kind: &str) -> Message {
        self.find_where(kind, |message| {
            self.seen.borrow_mut().insert(message.text.clone())
        })
    }

    /// The next datagram of this kind, be it a copy or not, whatever comes before it.
    pub fn find_again(&self, kind: &str) -> Message {
        self.find_where(kind, |_| true)
    }

    /// The next datagram of this kind that fits, whatever comes before it.
    pub fn find_where(&self, kind: &str, fits: impl Fn(&Message) -> bool) -> Message {
        let end = Instant::now() + DEADLINE;
        while let Some(message) = self.before(end) {
            if message.kind() == kind && fits(&message) {
                return message;
            }
        }
        panic!("no {kind} came");
    }

    /// Everything that comes in this time.
    pub fn all_within(&self, time: Duration) -> Vec<Message> {
        let end = Instant::now() + time;
        std::iter::from_fn(|| self.before(end)).collect()
    }

    /// Answers a request. `more` is further headers, each with its line end.
    pub fn answer(&self, to: &Message, status: &str, tag: &str, more: &str, body: &str) {
        let mut text = format!("SIP/2.0 {status}\r\n");
        for line in to.text.split("\r\n") {
            let copied = ["Via:", "From:", "Call-ID:", "CSeq:", "Record-Route:"];
            if copied.iter().any(|name| line.starts_with(name)) {
                text.push_str(&format!("{line}\r\n"));
            } else if line.starts_with("To:") && !line.contains(";tag=") && !tag.is_empty() {
                text.push_str(&format!("{line};tag={tag}\r\n"));
            } else if line.starts_with("To:") {
                text.push_str(&format!("{line}\r\n"));
            }
        }
        if !body.is_empty() {
            text.push_str("Content-Type: application/sdp\r\n");
        }
        text.push_str(more);
        text.push_str(&format!("Content-Length: {}\r\n\r\n{body}", body.len()));
        self.socket.send_to(text.as_bytes(), to.from).unwrap();
    }

    /// Sends what the test has put together.
    pub fn send(&self, text: &str, to: SocketAddr) {
        self.socket.send_to(text.as_bytes(), to).unwrap();
    }

    /// Accepts a call, in the dialog with this tag.
    pub fn accept(&self, invite: &Message, tag: &str) {
        let contact = format!("Contact: <sip:script@127.0.0.1:{}>\r\n", self.port);
        self.answer(invite, "200 OK", tag, &contact, SDP);
    }

    /// Says that the call rings.
    pub fn ring(&self, invite: &Message) {
        self.answer(invite, "180 Ringing", "1", "", "");
    }

    /// Sends a request in the dialog that our 2xx with `tag` to `invite` made.
    pub fn request(&self, invite: &Message, tag: &str, method: &str, number: u32) {
        self.request_with(invite, tag, method, number, "", "");
    }

    /// The same with further headers, each with its line end, and a body.
    pub fn request_with(
        &self,
        invite: &Message,
        tag: &str,
        method: &str,
        number: u32,
        more: &str,
        body: &str,
    ) {
        let text = format!(
            "{method} {} SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:{};branch=z9hG4bK{method}{number}\r\n\
             From: {};tag={tag}\r\nTo: {}\r\nCall-ID: {}\r\nCSeq: {number} {method}\r\n\
             Max-Forwards: 70\r\n{more}Content-Length: {}\r\n\r\n{body}",
            invite.contact(),
            self.port,
            invite.header("To"),
            invite.header("From"),
            invite.header("Call-ID"),
            body.len(),
        );
        self.socket.send_to(text.as_bytes(), invite.from).unwrap();
    }

    /// Acknowledges the answer to the call of [`Script::invite`].
    pub fn ack(&self, answer: &Message) {
        let text = format!(
            "ACK {} SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:{};branch=z9hG4bKack\r\n\
             From: {}\r\nTo: {}\r\nCall-ID: {}\r\nCSeq: 1 ACK\r\n\
             Max-Forwards: 70\r\nContent-Length: 0\r\n\r\n",
            answer.contact(),
            self.port,
            answer.header("From"),
            answer.header("To"),
            answer.header("Call-ID"),
        );
        self.socket.send_to(text.as_bytes(), answer.from).unwrap();
    }

    /// Acknowledges the refusal of the call of [`Script::invite`], within its transaction.
    pub fn ack_refusal(&self, refusal: &Message) {
        let text = format!(
            "ACK sip:alice@{} SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:{};branch=z9hG4bKinvite\r\n\
             From: {}\r\nTo: {}\r\nCall-ID: {}\r\nCSeq: 1 ACK\r\n\
             Max-Forwards: 70\r\nContent-Length: 0\r\n\r\n",
            refusal.from,
            self.port,
            refusal.header("From"),
            refusal.header("To"),
            refusal.header("Call-ID"),
        );
        self.socket.send_to(text.as_bytes(), refusal.from).unwrap();
    }

    /// Calls `alice` at `port`. `more` is further headers, each with its line end.
    pub fn invite(&self, port: u16, more: &str) {
        self.invite_user("alice", port, more);
    }

    /// Calls this user at `port`.
    pub fn invite_user(&self, user: &str, port: u16, more: &str) {
        let text = format!(
            "INVITE sip:{user}@127.0.0.1:{port} SIP/2.0\r\n\
             Via: SIP/2.0/UDP 127.0.0.1:{own};branch=z9hG4bKinvite\r\n\
             From: <sip:script@127.0.0.1:{own}>;tag=s\r\nTo: <sip:{user}@127.0.0.1:{port}>\r\n\
             Call-ID: {user}-{own}\r\nCSeq: 1 INVITE\r\nContact: <sip:script@127.0.0.1:{own}>\r\n\
             Max-Forwards: 70\r\n{more}Content-Type: application/sdp\r\nContent-Length: {}\r\n\r\n{SDP}",
            SDP.len(),
            own = self.port,
        );
        self.socket
            .send_to(text.as_bytes(), ("127.0.0.1", port))
            .unwrap();
    }

    /// Fails unless these came at the given multiples of `unit` after the first, and not earlier.
    /// On a busy machine each may be late, and the next one is due as long after it as ever; what is
    /// due after the end then, at 64 units, is missing. The first may be late as well, when it is
    /// read or when it is sent, and what comes after it seems early by as much.
    pub fn check_times(messages: &[Message], unit: Duration, multiples: &[u32]) {
        let Some(first) = messages.first() else {
            panic!("nothing came");
        };
        let times: Vec<Duration> = messages.iter().map(|m| m.at - first.at).collect();
        assert!(times.len() <= multiples.len(), "{times:?}");
        if let (Some(last), [before, next, ..]) = (times.last(), &multiples[times.len() - 1..]) {
            let due = *last + unit * (next - before);
            assert!(due + unit > unit * 64, "too few: {times:?}");
        }
        for (time, multiple) in times.iter().zip(multiples) {
            let due = unit * *multiple;
            let early = *time + unit * 4 < due;
            assert!(!early, "{time:?} is before {due:?}: {times:?}");
        }
    }
}
