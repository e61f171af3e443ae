//! One agent, and a peer whose messages are written by hand.

use super::*;

pub(super) const PEER: &str = "192.0.2.9:5070";

/// A description with G.711, such as everybody sends.
pub(super) const OFFER: &str = "v=0\no=- 1 1 IN IP4 192.0.2.9\ns=-\nc=IN IP4 192.0.2.9\nt=0 0\n\
    m=audio 7000 RTP/AVP 0 8\na=sendrecv\n";

pub(super) struct Solo {
    pub agent: Agent,
    pub now: Instant,
    begun: Instant,
    /// The last message that was sent.
    last: String,
    pub flow: Flow,
    /// What was sent since it was last looked at: when, in milliseconds, where to, and what.
    sent: Vec<(u64, Flow, String)>,
    pub told: Vec<Event>,
    /// From and To of the peer's requests, their Call-ID and the last number.
    pub far: String,
    pub near: String,
    pub call_id: String,
    pub number: u32,
    branches: u32,
}

impl Solo {
    pub fn new(line: LineSettings) -> Self {
        let now = Instant::now();
        let mut agent = Agent::new(settings(), Random::seeded(5), now);
        agent.add_line(line);
        Solo {
            agent,
            now,
            begun: now,
            last: String::new(),
            flow: Flow::udp(address(0), PEER.parse().unwrap()),
            sent: Vec::new(),
            told: Vec::new(),
            far: "<sip:peer@192.0.2.9>;tag=far".to_owned(),
            near: "<sip:alice@10.0.0.1>".to_owned(),
            call_id: "call@192.0.2.9".to_owned(),
            number: 1,
            branches: 0,
        }
    }

    pub fn alice() -> Self {
        Solo::new(line_settings("alice"))
    }

    fn collect(&mut self) {
        let at = self.now.duration_since(self.begun).as_millis() as u64;
        while let Some(transmit) = self.agent.transmit() {
            let text = String::from_utf8_lossy(&transmit.bytes).into_owned();
            self.last.clone_from(&text);
            self.sent.push((at, transmit.flow, text));
        }
        while let Some(event) = self.agent.event() {
            self.told.push(event);
        }
    }

    /// The connection there could not be opened for the last message.
    pub fn not_taken(&self, flow: &Flow) -> Gone {
        Gone {
            unsent: vec![Bytes::from(self.last.clone())],
            ..Gone::of(flow.clone())
        }
    }

    /// A message of the peer's, its lines ended by LF.
    pub fn receive(&mut self, text: &str) {
        let flow = self.flow.clone();
        self.receive_by(&flow, text);
    }

    pub fn receive_by(&mut self, flow: &Flow, text: &str) {
        self.collect();
        let mut bytes = text.replace('\n', "\r\n").into_bytes();
        self.agent.receive(self.now, flow, &mut bytes);
        self.collect();
    }

    pub fn pass(&mut self, time: Duration) {
        let end = self.now + time;
        self.collect();
        while let Some(due) = self.agent.next_timeout().filter(|due| *due <= end) {
            self.now = self.now.max(due);
            self.agent.timeout(self.now);
            self.collect();
        }
        self.now = end;
    }

    /// Everything that was sent since the last look, with times.
    pub fn timed(&mut self) -> Vec<(u64, String)> {
        self.collect();
        std::mem::take(&mut self.sent)
            .into_iter()
            .map(|(at, _, text)| (at, text))
            .collect()
    }

    /// The same with the ways that it went.
    pub fn routed(&mut self) -> Vec<(Flow, String)> {
        self.collect();
        std::mem::take(&mut self.sent)
            .into_iter()
            .map(|(_, flow, text)| (flow, text))
            .collect()
    }

    pub fn sent(&mut self) -> Vec<String> {
        self.timed().into_iter().map(|(_, text)| text).collect()
    }

    /// What was sent, by method or code.
    pub fn kinds(&mut self) -> Vec<String> {
        self.sent().iter().map(|text| kind(text)).collect()
    }

    /// The one message that was sent.
    pub fn one(&mut self) -> String {
        let mut sent = self.sent();
        assert_eq!(sent.len(), 1, "{sent:#?}");
        sent.remove(0)
    }

    /// Calls the peer. Returns the INVITE.
    pub fn place(&mut self) -> (CallId, String) {
        self.place_with("")
    }

    pub fn place_with(&mut self, lines: &str) -> (CallId, String) {
        let target = format!("sip:bob@{PEER}");
        let placing = Placing {
            lines: lines.as_bytes().to_vec(),
            ..placing(&target, std::slice::from_ref(&self.flow))
        };
        let call = self.agent.place(self.now, placing).unwrap();
        let invite = self.one();
        self.is_of(&invite, "b");
        (call, invite)
    }

    /// The peer's requests belong to the dialog of this INVITE of ours from now on.
    pub fn is_of(&mut self, invite: &str, tag: &str) {
        self.far = format!("{};tag={tag}", field(invite, "To"));
        self.near = field(invite, "From").to_owned();
        self.call_id = field(invite, "Call-ID").to_owned();
    }

    /// Answers an INVITE of ours with 200 and takes the ACK.
    pub fn accept(&mut self, invite: &str) -> String {
        self.receive(&accepted(invite, "b"));
        let ack = self.one();
        assert_eq!(kind(&ack), "ACK");
        ack
    }

    /// A call that we placed, connected.
    pub fn up(&mut self) -> CallId {
        let (call, invite) = self.place();
        self.accept(&invite);
        self.told.clear();
        call
    }

    /// A request of the peer's.
    pub fn request(&mut self, method: &str, lines: &str, body: &str) -> String {
        self.branches += 1;
        let (branch, number) = (self.branches, self.number);
        let (far, near, call_id) = (&self.far, &self.near, &self.call_id);
        let kind = if body.is_empty() {
            ""
        } else {
            "Content-Type: application/sdp\n"
        };
        let length = body.replace('\n', "\r\n").len();
        format!(
            "{method} sip:alice@10.0.0.1:5060 SIP/2.0\n\
             Via: SIP/2.0/UDP {PEER};rport;branch=z9hG4bKp{branch}\nMax-Forwards: 70\n\
             From: {far}\nTo: {near}\nCall-ID: {call_id}\nCSeq: {number} {method}\n\
             {lines}{kind}Content-Length: {length}\n\n{body}"
        )
    }

    /// The next request of the peer's within the dialog; returns the answer's code.
    pub fn ask(&mut self, method: &str, lines: &str, body: &str) -> String {
        self.number += 1;
        let request = self.request(method, lines, body);
        self.receive(&request);
        kind(&self.one())
    }

    /// The peer's INVITE, offered.
    pub fn invited(&mut self) -> (CallId, String) {
        let invite = self.request("INVITE", "Contact: <sip:peer@192.0.2.9:5070>\n", OFFER);
        self.receive(&invite);
        (self.offered().expect("offered"), invite)
    }

    pub fn offered(&mut self) -> Option<CallId> {
        let offered = self.told.iter().find_map(|event| match event {
            Event::Offered { call, .. } => Some(*call),
            _ => None,
        });
        self.told.clear();
        offered
    }

    /// The call that the peer placed, answered. Returns our 200.
    pub fn answered(&mut self) -> (CallId, String) {
        let (call, _) = self.invited();
        self.agent
            .answer(self.now, call, "10.0.0.1:4000".parse().unwrap(), 7)
            .unwrap();
        let answer = self.one();
        assert_eq!(kind(&answer), "200");
        self.near = field(&answer, "To").to_owned();
        (call, answer)
    }

    pub fn ack(&mut self) {
        let ack = self.request("ACK", "", "");
        self.receive(&ack);
    }

    /// The same, acknowledged.
    pub fn up_called(&mut self) -> CallId {
        let (call, _) = self.answered();
        self.ack();
        self.told.clear();
        call
    }

    pub fn hang_up(&mut self, call: CallId) {
        self.agent.hang_up(self.now, call, HangUp::default());
        self.collect();
    }

    pub fn ends(&self) -> Vec<&End> {
        ends(&self.told)
    }

    /// The results of operations that were told since the last look.
    pub fn done(&mut self) -> Vec<Result<(), Refusal>> {
        self.collect();
        let mut done = Vec::new();
        self.told.retain(|event| match event {
            Event::Done { result, .. } => {
                done.push(result.clone());
                false
            }
            _ => true,
        });
        done
    }

    /// Nothing is left after all timers: one `Gone`, at most one `Ended`.
    pub fn is_over(&mut self) {
        self.pass(Duration::from_secs(300));
        assert_eq!(self.agent.counts(), Counts::default());
        assert!(!self.agent.owes());
        let gone = self
            .told
            .iter()
            .filter(|e| matches!(e, Event::Gone { .. }))
            .count();
        assert_eq!(gone, 1, "{:?}", self.told);
        assert!(self.ends().len() <= 1, "{:?}", self.told);
    }
}

/// A call of the first line's that takes these ways.
pub(super) fn placing(target: &str, flows: &[Flow]) -> Placing {
    Placing {
        line: LineId(0),
        target: target.to_owned(),
        flows: flows.to_vec(),
        media: "10.0.0.1:4000".parse().unwrap(),
        session: 1,
        lines: Vec::new(),
        anonymous: false,
    }
}

/// The method or code of a message.
pub(super) fn kind(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    let mut words = line.split(' ');
    let first = words.next().unwrap_or_default();
    let word = if first == "SIP/2.0" {
        words.next().unwrap_or_default()
    } else {
        first
    };
    word.to_owned()
}

/// The value of a header, empty if it is not there.
pub(super) fn field<'a>(text: &'a str, name: &str) -> &'a str {
    let line = text
        .lines()
        .take_while(|line| !line.is_empty())
        .find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim())
        });
    line.unwrap_or_default()
}

/// A response of the peer's to a request of ours.
pub(super) fn response(request: &str, status: &str, tag: &str, lines: &str, body: &str) -> String {
    let kind = if body.is_empty() {
        ""
    } else {
        "Content-Type: application/sdp\n"
    };
    let tag = match tag {
        "" => String::new(),
        _ if field(request, "To").contains(";tag=") => String::new(),
        tag => format!(";tag={tag}"),
    };
    format!(
        "SIP/2.0 {status}\nVia: {}\nFrom: {}\nTo: {}{tag}\nCall-ID: {}\nCSeq: {}\n\
         {lines}{kind}Content-Length: {}\n\n{body}",
        field(request, "Via"),
        field(request, "From"),
        field(request, "To"),
        field(request, "Call-ID"),
        field(request, "CSeq"),
        body.replace('\n', "\r\n").len(),
    )
}

/// The same with a dialog: a Contact and a description.
pub(super) fn accepted(invite: &str, tag: &str) -> String {
    response(
        invite,
        "200 OK",
        tag,
        "Contact: <sip:bob@192.0.2.9:5070>\n",
        OFFER,
    )
}

pub(super) fn ringing(invite: &str, tag: &str) -> String {
    response(
        invite,
        "180 Ringing",
        tag,
        "Contact: <sip:bob@192.0.2.9:5070>\n",
        "",
    )
}
