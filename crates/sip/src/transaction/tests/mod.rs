//! The machines by a clock that nobody waits for.

mod clients;
mod limits;
mod matching;
mod network;
mod requests;
mod servers;
mod strangers;
mod ways;

use super::*;

/// A layer with a clock and a peer.
struct Bench {
    layer: Layer<u32>,
    random: Random,
    start: Instant,
    now: Instant,
    flow: Flow,
    out: VecDeque<Transmit>,
    /// What was sent, and when: milliseconds and the start line's first word, or the code.
    sent: Vec<(u64, String)>,
    /// What was told, and when.
    told: Vec<(u64, String)>,
    /// When the last transaction was over.
    over: Option<u64>,
    /// What was sent, in its bytes.
    wire: Vec<Transmit>,
}

const LIMITS: Limits = Limits { servers: 10_000 };

impl Bench {
    fn new(transport: Transport) -> Self {
        let start = Instant::now();
        let mut flow = Flow::udp(
            "192.0.2.1:5060".parse().unwrap(),
            "192.0.2.2:5070".parse().unwrap(),
        );
        flow.transport = transport;
        if transport.is_reliable() {
            flow.connection = Some(crate::flow::ConnectionId(1));
        }
        Bench {
            layer: Layer::new(Times::of(Duration::from_millis(500)), LIMITS),
            random: Random::seeded(1),
            start,
            now: start,
            flow,
            out: VecDeque::new(),
            sent: Vec::new(),
            told: Vec::new(),
            over: None,
            wire: Vec::new(),
        }
    }

    fn ms(&self) -> u64 {
        (self.now - self.start).as_millis() as u64
    }

    /// Lets time go on.
    fn until(&mut self, ms: u64) {
        let end = self.start + Duration::from_millis(ms);
        while let Some(due) = self.layer.next_timeout().filter(|due| *due <= end) {
            // What was due before now is done now.
            self.now = self.now.max(due);
            self.layer.timeout(self.now, &mut self.out);
            self.look();
        }
        self.now = end;
    }

    /// Notes what was sent and told.
    fn look(&mut self) {
        let ms = self.ms();
        for transmit in self.out.drain(..) {
            self.sent.push((ms, word(&transmit.bytes)));
            self.wire.push(transmit);
        }
        while let Some(happened) = self.layer.happened() {
            let text = format!("{happened:?}");
            let (text, _) = text.split_once('(').unwrap();
            self.told.push((ms, text.to_owned()));
        }
        let counts = self.layer.counts();
        if counts == Counts::default() {
            self.over.get_or_insert(ms);
        } else {
            self.over = None;
        }
        // Never more than one timer each.
        assert!(counts.timers <= counts.clients + counts.servers);
    }

    fn send(&mut self, method: Method, may_grow: bool, body: usize) -> ClientId {
        let draft = draft(method, body);
        let id = self.layer.send(
            self.now,
            draft,
            &self.flow.clone(),
            may_grow,
            7,
            &mut self.random,
            &mut self.out,
        );
        self.look();
        id
    }

    fn receive(&mut self, bytes: &[u8]) -> Received<u32> {
        let mut bytes = bytes.to_vec();
        let message = Message::parse(&mut bytes).unwrap();
        let flow = self.flow.clone();
        let received = self.layer.receive(self.now, &message, &flow, &mut self.out);
        let what = match received {
            Received::Response(_, 7) => format!("{}", message.code().unwrap()),
            other => {
                let text = format!("{other:?}");
                text.split('(').next().unwrap().to_owned()
            }
        };
        if what != "Absorbed" {
            self.told.push((self.ms(), what));
        }
        self.look();
        received
    }

    fn respond(&mut self, id: ServerId, code: u16, request: &[u8]) -> bool {
        let bytes = answer(request, code, "mine");
        let sent = self.layer.respond(self.now, id, code, bytes, &mut self.out);
        self.look();
        sent
    }

    fn last(&self) -> &[u8] {
        &self.wire.last().unwrap().bytes
    }
}

/// The method of a request, the code of a response.
fn word(bytes: &[u8]) -> String {
    let text = std::str::from_utf8(bytes).unwrap();
    let word = text.strip_prefix("SIP/2.0 ").unwrap_or(text);
    word.split(' ').next().unwrap().to_owned()
}

fn draft(method: Method, body: usize) -> Draft {
    let mut writer = crate::message::Writer::request(method, "sip:bob@example.org");
    writer
        .number(Name::MaxForwards, 70)
        .header(Name::From, "<sip:alice@example.org>;tag=a")
        .header(Name::To, "<sip:bob@example.org>")
        .header(Name::CallId, "c@example.org")
        .cseq(1, method);
    let bytes = writer.end_with("text/plain", &vec![b'x'; body]);
    Draft { method, bytes }
}

/// A response to this request.
fn answer(request: &[u8], code: u16, tag: &str) -> Bytes {
    let mut request = request.to_vec();
    let request = Message::parse(&mut request).unwrap();
    let echo = Echo::of(&request, "192.0.2.1:5060".parse().unwrap());
    Bytes::from(echo.response(code, reason_phrase(code), tag).end())
}

/// Milliseconds and words, to compare with.
fn words(rows: &[(u64, &str)]) -> Vec<(u64, String)> {
    rows.iter()
        .map(|(ms, word)| (*ms, (*word).to_owned()))
        .collect()
}
