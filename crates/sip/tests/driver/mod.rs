//! An agent among enemies: messages of every kind, mutated, commands and time, all chosen by bytes
//! from outside. In the end nothing may be left, and every call must have been told of as promised.

mod watches;

mod words;

use std::collections::HashMap;
use std::net::SocketAddr;
use std::time::{Duration, Instant};
use tapi3_sip::agent::{
    Agent, CallId, Counts, Event, HangUp, LineId, LineSettings, Placing, SessionTimer, Settings,
};
use tapi3_sip::digest::{Credentials, Password};
use tapi3_sip::flow::{Flow, Gone, Transport};
use tapi3_sip::message::Message;
use tapi3_sip::random::Random;
use tapi3_sip::transaction::{Limits, Times};
use watches::Watches;
use words::{BODIES, LINES, METHODS, STATUS};

/// What calls were promised.
#[derive(Default)]
struct Promise {
    hung_up: bool,
    ended: bool,
    gone: bool,
    /// Operations that were begun and are not done.
    open: i32,
}

/// One end of a dialog that was seen: From, To and Call-ID of the peer's requests.
#[derive(Clone)]
struct Seen {
    far: String,
    near: String,
    call_id: String,
    /// The number of the message that it was seen in.
    number: u32,
    /// The number of a reliable response in it.
    rseq: String,
}

struct Driver<'a> {
    bytes: &'a mut dyn FnMut() -> Option<u8>,
    agent: Agent,
    now: Instant,
    flow: Flow,
    promises: HashMap<CallId, Promise>,
    calls: Vec<CallId>,
    /// Calls whose far ends want a transfer.
    wanted: Vec<CallId>,
    /// Requests of ours that were seen, the latest last.
    asked: Vec<String>,
    seen: Vec<Seen>,
    watches: Watches,
    number: u32,
    datagrams: usize,
}

/// Runs an agent by these bytes to their end. Returns how many datagrams it got.
pub fn run(bytes: &mut dyn FnMut() -> Option<u8>) -> usize {
    let mut driver = Driver::new(bytes);
    while driver.step().is_some() {}
    driver.finish();
    driver.datagrams
}

fn line(user: &str) -> LineSettings {
    LineSettings {
        user: user.to_owned(),
        identity: format!("<sip:{user}@example.com>"),
        credentials: Some(Credentials {
            user: user.to_owned(),
            password: Password::from("x"),
        }),
        session_timer: SessionTimer::default(),
        ..LineSettings::default()
    }
}

/// The value of a header.
fn field<'t>(text: &'t str, name: &str) -> &'t str {
    let mut lines = text.split("\r\n").take_while(|line| !line.is_empty());
    let value = lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
    value.unwrap_or_default()
}

fn push<T>(list: &mut Vec<T>, item: T) {
    if list.len() >= 32 {
        list.remove(0);
    }
    list.push(item);
}

impl<'a> Driver<'a> {
    fn new(bytes: &'a mut dyn FnMut() -> Option<u8>) -> Self {
        let now = Instant::now();
        let settings = Settings {
            user_agent: "test".to_owned(),
            times: Times::of(Duration::from_millis(500)),
            limits: Limits { servers: 200 },
            max_calls: 20,
        };
        let mut agent = Agent::new(settings, Random::seeded(1), now);
        agent.add_line(line("alice"));
        agent.add_line(line("bob"));
        Driver {
            bytes,
            agent,
            now,
            flow: Flow::udp(
                SocketAddr::from(([10, 0, 0, 1], 5060)),
                SocketAddr::from(([192, 0, 2, 9], 5070)),
            ),
            promises: HashMap::new(),
            calls: Vec::new(),
            wanted: Vec::new(),
            asked: Vec::new(),
            seen: Vec::new(),
            watches: Watches::default(),
            number: 1,
            datagrams: 0,
        }
    }

    fn byte(&mut self) -> Option<u8> {
        (self.bytes)()
    }

    /// One of so many; the later ones first if there are none left.
    fn below(&mut self, count: usize) -> Option<usize> {
        let byte = usize::from(self.byte()?);
        (count > 0).then(|| byte % count)
    }

    fn call(&mut self) -> Option<CallId> {
        let at = self.below(self.calls.len().max(1))?;
        self.calls.get(at).copied()
    }

    fn promise(&mut self, call: CallId) -> &mut Promise {
        self.promises.entry(call).or_default()
    }

    fn begun<E>(&mut self, call: CallId, result: Result<(), E>) {
        if result.is_ok() {
            self.promise(call).open += 1;
        }
        // It may be done already.
        self.collect();
    }

    fn collect(&mut self) {
        while let Some(transmit) = self.agent.transmit() {
            let mut bytes = transmit.bytes.to_vec();
            if bytes == b"\r\n\r\n" {
                continue;
            }
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let is_request = !text.starts_with("SIP/2.0 ");
            if is_request {
                let parsed = Message::parse(&mut bytes)
                    .map(drop)
                    .map_err(|malformed| malformed.why);
                assert_eq!(parsed, Ok(()), "{text}");
            }
            let (from, to) = (
                field(&text, "From").to_owned(),
                field(&text, "To").to_owned(),
            );
            let call_id = field(&text, "Call-ID").to_owned();
            let (near, far) = if is_request { (from, to) } else { (to, from) };
            let rseq = field(&text, "RSeq").to_owned();
            let number = field(&text, "CSeq")
                .split(' ')
                .next()
                .and_then(|n| n.parse().ok());
            push(
                &mut self.seen,
                Seen {
                    far,
                    near,
                    call_id,
                    number: number.unwrap_or(1),
                    rseq,
                },
            );
            if is_request {
                push(&mut self.asked, text);
            }
        }
        while let Some(event) = self.agent.event() {
            self.heed(event);
        }
        self.watches.find(&mut self.agent, self.now, &self.flow);
    }

    fn heed(&mut self, event: Event) {
        self.watches.heed(&event);
        match event {
            Event::Offered { call, .. } => {
                assert!(self.promises.insert(call, Promise::default()).is_none());
                self.calls.push(call);
            }
            Event::Ended { call, .. } => {
                let promise = self.promise(call);
                assert!(!promise.hung_up && !promise.ended && !promise.gone);
                promise.ended = true;
            }
            Event::Done { call, .. } => {
                let promise = self.promise(call);
                promise.open -= 1;
                assert!(promise.open >= 0 && !promise.gone);
            }
            Event::Gone { call } => {
                let promise = self.promise(call);
                assert!(!promise.gone && promise.open == 0, "{}", promise.open);
                promise.gone = true;
                self.calls.retain(|known| *known != call);
                self.wanted.retain(|known| *known != call);
            }
            Event::TransferWanted { call, .. } => self.wanted.push(call),
            Event::Progress { call, .. } | Event::Answered { call, .. } => {
                let promise = self.promise(call);
                assert!(!promise.gone && !promise.hung_up && !promise.ended);
            }
            _ => {}
        }
    }

    fn pass(&mut self, time: Duration) {
        let end = self.now + time;
        self.collect();
        while let Some(due) = self.agent.next_timeout().filter(|due| *due <= end) {
            self.now = self.now.max(due);
            self.agent.timeout(self.now);
            self.collect();
        }
        self.now = end;
    }

    fn step(&mut self) -> Option<()> {
        match self.byte()? % 32 {
            0..=1 => self.place()?,
            2..=3 => {
                // Mostly short: what lives through a day is rare.
                let time = match self.byte()? {
                    0..=150 => 10,
                    151..=200 => 500,
                    201..=240 => 4000,
                    241..=250 => 33_000,
                    _ => 200_000,
                };
                self.pass(Duration::from_millis(time));
            }
            4..=7 => self.command()?,
            28..=31 => {
                let (what, which) = (self.byte()?, self.byte()?);
                let flow = self.flow.clone();
                let agent = &mut self.agent;
                self.watches.command(agent, self.now, &flow, what, which);
                self.collect();
                let mut asked = self.asked.iter().rev();
                let subscribe = asked.find(|text| text.starts_with("SUBSCRIBE"));
                if let Some(subscribe) = subscribe.filter(|_| what > 80) {
                    self.number += 1;
                    let text = watches::news(subscribe, self.number, which);
                    self.receive(text)?;
                }
            }
            8..=19 => {
                let text = self.request()?;
                self.receive(text)?;
            }
            _ => {
                let text = self.response()?;
                self.receive(text)?;
            }
        }
        self.collect();
        Some(())
    }

    fn place(&mut self) -> Option<()> {
        let line = LineId(u32::from(self.byte()?) % 2);
        let other = Flow::udp(self.flow.local, SocketAddr::from(([198, 51, 100, 7], 5060)));
        if self.calls.len() >= 16 {
            return Some(());
        }
        let placing = Placing {
            line,
            target: "sip:x@192.0.2.9:5070".to_owned(),
            flows: vec![self.flow.clone(), other],
            media: SocketAddr::from(([10, 0, 0, 1], 4000)),
            session: 1,
            anonymous: false,
            lines: Vec::new(),
        };
        let call = self
            .agent
            .place(self.now, placing)
            .expect("a target and a way");
        self.promises.insert(call, Promise::default());
        self.calls.push(call);
        Some(())
    }

    fn command(&mut self) -> Option<()> {
        let what = self.byte()?;
        let Some(call) = self.call() else {
            return Some(());
        };
        let (now, media) = (self.now, SocketAddr::from(([10, 0, 0, 1], 4002)));
        match what % 14 {
            0 => {
                self.agent.hang_up(now, call, HangUp::default());
                self.collect_hung_up(call);
            }
            1 => self.agent.ring(now, call),
            2 => {
                let answered = self.agent.answer(now, call, media, 2);
                if answered == Ok(false) {
                    self.begun(call, Ok::<(), ()>(()));
                }
            }
            3 => drop(self.agent.describe(now, call, media, 2)),
            4 => {
                self.agent.refuse(now, call, 480);
                self.collect_hung_up(call);
            }
            5 => {
                let result = self.agent.hold(now, call);
                self.begun(call, result);
            }
            6 => {
                let result = self.agent.resume(now, call);
                self.begun(call, result);
            }
            7 => {
                let result = self.agent.move_media(now, call, media);
                self.begun(call, result);
            }
            8 => {
                let result = self.agent.transfer(now, call, "sip:c@h", "<sip:a@b>");
                self.begun(call, result);
            }
            9 => {
                let flow = self.flow.clone();
                self.agent
                    .redirect(now, call, "sip:c@h".to_owned(), vec![flow]);
            }
            10 => self.agent.refuse_redirection(now, call, 302),
            11 => match self.wanted.pop() {
                Some(old) if what > 128 => self.agent.accept_transfer(now, old, call),
                Some(old) => self.agent.refuse_transfer(now, old, 603),
                None => {}
            },
            12 => self.agent.hurry(now, call),
            _ if what > 192 => {
                let local = SocketAddr::from(([10, 0, 0, 1], 5060 + u16::from(what % 2)));
                let moved = |flow: &Flow| (flow.local != local).then_some(local);
                for call in self.agent.readdress(now, moved) {
                    self.agent.tell_address(now, call, media);
                }
            }
            _ => {
                let flow = Flow {
                    transport: if what > 128 {
                        Transport::Tcp
                    } else {
                        Transport::Udp
                    },
                    ..self.flow.clone()
                };
                self.agent.broken(now, &Gone::of(flow));
            }
        }
        Some(())
    }

    /// Whoever hangs up hears of what has come to its end by that, and then only `Gone`.
    fn collect_hung_up(&mut self, call: CallId) {
        if let Some(promise) = self.promises.get_mut(&call) {
            promise.hung_up = true;
        }
        self.collect();
    }

    /// Header lines and a body, as the bytes choose.
    fn rest(&mut self) -> Option<String> {
        let mut text = String::new();
        for _ in 0..self.byte()? % 6 {
            let line = LINES[self.below(LINES.len())?];
            let number = (self.byte()? % 8).to_string();
            text.push_str(&line.replace('%', &number));
            text.push_str("\r\n");
        }
        if self.byte()? % 8 == 0 {
            if let Some(seen) = self.some_seen()? {
                let tag = |value: &str| {
                    value
                        .rsplit_once("tag=")
                        .map_or("", |(_, tag)| tag)
                        .to_owned()
                };
                let (to, from) = (tag(&seen.near), tag(&seen.far));
                let call_id = &seen.call_id;
                text.push_str(&format!(
                    "Replaces: {call_id};to-tag={to};from-tag={from}\r\n"
                ));
            }
        }
        let body = match self.byte()? % 8 {
            at @ 0..6 => BODIES[usize::from(at)],
            6 => BODIES[0],
            _ => "",
        };
        let kind = match body {
            "" => "",
            body if body.starts_with('M') => "Content-Type: application/simple-message-summary\r\n",
            body if body.starts_with('<') => "Content-Type: application/dialog-info+xml\r\n",
            body if body.starts_with("SIP") => "Content-Type: message/sipfrag\r\n",
            _ => "Content-Type: application/sdp\r\n",
        };
        let length = body.len();
        text.push_str(&format!("{kind}Content-Length: {length}\r\n\r\n{body}"));
        Some(text)
    }

    fn some_seen(&mut self) -> Option<Option<Seen>> {
        let back = self.below(8)?;
        Some(self.seen.iter().rev().nth(back).cloned())
    }

    fn request(&mut self) -> Option<String> {
        let method = METHODS[self.below(METHODS.len())?];
        let how = self.byte()?;
        self.number += 1;
        let number = match how % 8 {
            0 => self.number - 1,
            1 => 1,
            _ => self.number,
        };
        let fresh = Seen {
            far: format!("<sip:x@192.0.2.9>;tag=x{number}"),
            near: "<sip:alice@10.0.0.1>".to_owned(),
            call_id: format!("c{number}@192.0.2.9"),
            number,
            rseq: String::new(),
        };
        let outside = if method == "INVITE" { 8 } else { 56 };
        let mut seen = match how & outside {
            0 => fresh,
            _ => self.some_seen()?.unwrap_or(fresh),
        };
        if !seen.far.contains("tag=") && how & 16 == 0 {
            seen.far.push_str(";tag=b");
        }
        let number = match method {
            "ACK" | "CANCEL" if how % 8 > 1 => seen.number,
            _ => number,
        };
        let branch = if how % 8 == 1 { 1 } else { number };
        let Seen {
            far,
            near,
            call_id,
            rseq,
            number: invite,
        } = seen;
        let own = match method {
            _ if how & 64 != 0 => String::new(),
            "INVITE" => "Contact: <sip:x@192.0.2.9:5070>\r\nSupported: 100rel\r\n".to_owned(),
            "PRACK" => format!("RAck: {rseq} {invite} INVITE\r\n"),
            "REFER" => "Refer-To: <sip:c@192.0.2.9>\r\n".to_owned(),
            "NOTIFY" => {
                let package = ["refer", "message-summary", "dialog"][self.below(3)?];
                format!("Event: {package}\r\n")
            }
            _ => String::new(),
        };
        let head = format!(
            "{method} sip:alice@10.0.0.1 SIP/2.0\r\n\
             Via: SIP/2.0/UDP 192.0.2.9:5070;rport;branch=z9hG4bK{branch}\r\nMax-Forwards: 70\r\n\
             From: {far}\r\nTo: {near}\r\nCall-ID: {call_id}\r\nCSeq: {number} {method}\r\n{own}"
        );
        Some(head + &self.rest()?)
    }

    fn response(&mut self) -> Option<String> {
        let status = STATUS[self.below(STATUS.len())?];
        let back = self.below(6)?;
        let tag = ["b", "b", "b", "c", "d", ""][self.below(6)?];
        let rest = self.rest()?;
        let Some(asked) = self.asked.iter().rev().nth(back) else {
            return Some(String::new());
        };
        let to = field(asked, "To");
        let tag = match tag {
            "" => String::new(),
            _ if to.contains("tag=") => String::new(),
            tag => format!(";tag={tag}"),
        };
        let (via, from) = (field(asked, "Via"), field(asked, "From"));
        let (call_id, cseq) = (field(asked, "Call-ID"), field(asked, "CSeq"));
        Some(format!(
            "SIP/2.0 {status}\r\nVia: {via}\r\nFrom: {from}\r\nTo: {to}{tag}\r\n\
             Call-ID: {call_id}\r\nCSeq: {cseq}\r\n{rest}"
        ))
    }

    /// Mutates a message, and lets it arrive.
    fn receive(&mut self, text: String) -> Option<()> {
        let mut bytes = text.into_bytes();
        let times = self.byte()? % 8;
        for _ in 4..times {
            let place = usize::from(self.byte()?) << 8 | usize::from(self.byte()?);
            let (what, value) = (self.byte()?, self.byte()?);
            if bytes.is_empty() {
                break;
            }
            let place = place % bytes.len();
            match what % 4 {
                0 => bytes[place] = value,
                1 => bytes.insert(place, value),
                2 => drop(bytes.drain(place..(place + usize::from(value)).min(bytes.len()))),
                _ => {
                    let end = (place + usize::from(value)).min(bytes.len());
                    let copy = bytes[place..end].to_vec();
                    bytes.splice(place..place, copy);
                }
            }
        }
        self.datagrams += 1;
        let flow = self.flow.clone();
        self.agent.receive(self.now, &flow, &mut bytes);
        Some(())
    }

    fn finish(&mut self) {
        self.collect();
        for call in self.calls.clone() {
            self.agent.hang_up(self.now, call, HangUp::default());
            self.collect_hung_up(call);
        }
        self.watches.end(&mut self.agent, self.now);
        self.pass(Duration::from_secs(300));
        self.watches.check();
        assert!(!self.agent.owes());
        assert_eq!(self.agent.counts(), Counts::default());
        for promise in self.promises.values() {
            assert!(promise.gone && promise.open == 0);
        }
    }
}
