//! One agent, and a peer that says what a test writes.

use super::*;

/// An agent alone.
pub(in crate::agent) struct Solo {
    pub now: Instant,
    pub agent: Agent,
}

/// Header lines that every request has, with these differences.
pub(in crate::agent) fn request(method: &str, uri: &str, id: &str, more: &str) -> String {
    format!(
        "{method} {uri} SIP/2.0\r\n\
         Via: SIP/2.0/UDP 192.0.2.9:5070;branch=z9hG4bK{method}{id}\r\n\
         Max-Forwards: 70\r\n\
         From: <sip:mallory@192.0.2.9>;tag=from{id}\r\n\
         Call-ID: {id}\r\n\
         CSeq: 1 {method}\r\n\
         Contact: <sip:mallory@192.0.2.9:5070>\r\n\
         {more}\r\n"
    )
}

/// The same with a To that has no tag.
pub(in crate::agent) fn outside(method: &str, uri: &str, id: &str, more: &str) -> String {
    let more = format!("To: <{uri}>\r\n{more}");
    request(method, uri, id, &more)
}

/// The value of a header in a message, of the first of its name.
pub(in crate::agent) fn header<'a>(message: &'a str, name: &str) -> &'a str {
    let found = message.lines().find_map(|line| {
        let (key, value) = line.split_once(':')?;
        key.eq_ignore_ascii_case(name).then(|| value.trim())
    });
    found.unwrap_or_default()
}

/// The status code, or the method.
pub(in crate::agent) fn kind(message: &str) -> &str {
    let message = message.strip_prefix("SIP/2.0 ").unwrap_or(message);
    message.split(' ').next().unwrap_or_default()
}

/// Answers a request with this code and these header lines.
pub(in crate::agent) fn reply(request: &str, code: u16, more: &str) -> String {
    let mut bytes = request.to_owned().into_bytes();
    let message = Message::parse(&mut bytes).unwrap();
    let echo = crate::message::Echo::of(&message, "10.0.0.1:5060".parse().unwrap());
    let mut writer = echo.response(code, "Whatever", "theirs");
    writer.lines(more.as_bytes());
    String::from_utf8(writer.end()).unwrap()
}

/// How alice registers.
pub(in crate::agent) fn registration() -> crate::registration::Settings {
    crate::registration::Settings {
        aor: "sip:alice@example.com".to_owned(),
        registrar: "sip:example.com".to_owned(),
        identity: "<sip:alice@example.com>".to_owned(),
        expires: 3600,
        credentials: None,
        instance: None,
        reg_id: None,
        pause: Duration::from_secs(1),
        lines: Vec::new(),
    }
}

impl Solo {
    /// Registers a line over this way.
    pub fn registered(&mut self, line: LineId, flow: &Flow) {
        let settings = registration();
        self.agent
            .keep_registered(self.now, line, settings, Duration::ZERO);
        self.pass(Duration::ZERO);
        self.agent.register(self.now, line, vec![flow.clone()]);
        let register = self.sent().remove(0);
        let contact = header(&register, "Contact");
        let bound = format!("Contact: {contact};expires=3600\r\n");
        self.hear_from(flow, &reply(&register, 200, &bound));
        let told = self.told();
        let registered = |e: &Event| matches!(e, Event::Registered { .. });
        assert!(told.iter().any(registered), "{told:?}");
    }

    pub fn new(line: LineSettings) -> Self {
        let now = Instant::now();
        let mut agent = Agent::new(settings(), Random::seeded(5), now);
        agent.add_line(line);
        Solo { now, agent }
    }

    /// What the agent sends.
    pub fn sent(&mut self) -> Vec<String> {
        let sent = std::iter::from_fn(|| self.agent.transmit());
        sent.map(|t| String::from_utf8_lossy(&t.bytes).into_owned())
            .collect()
    }

    /// What the agent tells.
    pub fn told(&mut self) -> Vec<Event> {
        let told = std::iter::from_fn(|| self.agent.event());
        // Who has said nothing is told besides, and tested with the registrations.
        told.filter(|event| !matches!(event, Event::Silent { .. }))
            .collect()
    }

    /// A message comes from there. Returns what is sent at once.
    pub fn hear_from(&mut self, flow: &Flow, text: &str) -> Vec<String> {
        let mut bytes = text.to_owned().into_bytes();
        self.agent.receive(self.now, flow, &mut bytes);
        self.sent()
    }

    /// A message comes from a stranger.
    pub fn hear(&mut self, text: &str) -> Vec<String> {
        self.hear_from(&stranger(), text)
    }

    /// Time passes. Returns what is sent meanwhile.
    pub fn pass(&mut self, time: Duration) -> Vec<String> {
        let end = self.now + time;
        let mut sent = self.sent();
        while let Some(due) = self.agent.next_timeout().filter(|due| *due <= end) {
            self.now = self.now.max(due);
            self.agent.timeout(self.now);
            sent.extend(self.sent());
        }
        self.now = end;
        sent
    }

    /// Nothing is left after a while.
    pub fn until_over(&mut self) {
        self.pass(Duration::from_secs(400));
        assert_eq!(self.agent.counts(), Counts::default());
        assert!(!self.agent.owes());
    }
}
