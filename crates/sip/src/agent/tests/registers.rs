//! Registration through the agent.

use super::peer::{field, kind, response};
use super::*;
use crate::registration;

const SECOND: Duration = Duration::from_secs(1);

fn registrar(user: &str) -> registration::Settings {
    registration::Settings {
        aor: format!("sip:{user}@example.com"),
        registrar: "sip:example.com".to_owned(),
        identity: format!("<sip:{user}@example.com>"),
        expires: 600,
        credentials: None,
        instance: None,
        reg_id: None,
        pause: SECOND * 10,
        lines: Vec::new(),
    }
}

/// Lines and their registrars, which answer when they are asked to.
struct Lines {
    agent: Agent,
    now: Instant,
    begun: Instant,
    told: Vec<(u64, Event)>,
    sent: Vec<(Flow, String)>,
    /// How many servers are found each time, and whether they are reached over TCP.
    servers: u8,
    tcp: bool,
}

fn server(number: u8) -> Flow {
    Flow::udp(address(0), SocketAddr::from(([192, 0, 2, number], 5060)))
}

impl Lines {
    fn new(lines: usize) -> Self {
        let now = Instant::now();
        let mut agent = Agent::new(settings(), Random::seeded(3), now);
        for line in 0..lines {
            let user = format!("u{line}");
            let id = agent.add_line(line_settings(&user));
            let after = Duration::from_millis(line as u64 * 100);
            agent.keep_registered(now, id, registrar(&user), after);
        }
        Lines {
            agent,
            now,
            begun: now,
            told: Vec::new(),
            sent: Vec::new(),
            servers: 1,
            tcp: false,
        }
    }

    fn collect(&mut self) {
        loop {
            let mut more = false;
            while let Some(event) = self.agent.event() {
                more = true;
                if let Event::FindRegistrar { line } = event {
                    let mut flows: Vec<Flow> = (1..=self.servers).map(server).collect();
                    if self.tcp {
                        flows
                            .iter_mut()
                            .for_each(|flow| flow.transport = Transport::Tcp);
                    }
                    self.agent.register(self.now, line, flows);
                }
                let at = self.now.duration_since(self.begun).as_millis() as u64;
                self.told.push((at, event));
            }
            while let Some(transmit) = self.agent.transmit() {
                let text = String::from_utf8_lossy(&transmit.bytes).into_owned();
                self.sent.push((transmit.flow, text));
            }
            if !more {
                return;
            }
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

    fn one(&mut self) -> (Flow, String) {
        self.collect();
        assert_eq!(self.sent.len(), 1, "{:#?}", self.sent);
        self.sent.remove(0)
    }

    fn answer(&mut self, asked: &(Flow, String), status: &str, lines: &str) {
        let text = response(&asked.1, status, "r", lines, "");
        let mut bytes = text.replace('\n', "\r\n").into_bytes();
        self.agent.receive(self.now, &asked.0, &mut bytes);
        self.collect();
    }

    fn accept(&mut self, asked: &(Flow, String)) {
        let contact = field(&asked.1, "Contact").to_owned();
        self.answer(
            asked,
            "200 OK",
            &format!("Contact: {contact};expires=600\n"),
        );
    }
}

#[test]
fn a_line_registers_refreshes_and_takes_it_back() {
    let mut lines = Lines::new(1);
    lines.pass(Duration::from_millis(10));
    let first = lines.one();
    assert_eq!(kind(&first.1), "REGISTER");
    assert!(first.1.starts_with("REGISTER sip:example.com SIP/2.0\r\n"));
    lines.accept(&first);
    let lasts = lines.told.iter().find_map(|(_, event)| match event {
        Event::Registered { lasts, .. } => Some(*lasts),
        _ => None,
    });
    assert_eq!(lasts, Some(SECOND * 600));
    assert!(!lines.agent.owes());
    // In time it does so again, with the next number.
    lines.pass(SECOND * 600);
    let second = lines.sent.remove(0);
    assert_eq!(field(&second.1, "CSeq"), "2 REGISTER");
    lines.sent.clear();
    lines.accept(&second);
    lines.agent.unregister(lines.now, LineId(0));
    let last = lines.one();
    assert_eq!(field(&last.1, "Expires"), "0");
    assert!(lines.agent.owes());
    lines.accept(&last);
    assert!(matches!(
        lines.told.last(),
        Some((_, Event::Unregistered { line: LineId(0) }))
    ));
    assert!(!lines.agent.owes());
    // Nothing of it is left, and a second word is answered too.
    lines.agent.unregister(lines.now, LineId(0));
    lines.pass(SECOND * 1000);
    assert!(lines.sent.is_empty());
    assert_eq!(lines.agent.counts(), Counts::default());
    assert_eq!(lines.agent.next_timeout(), None);
    let over = lines
        .told
        .iter()
        .filter(|(_, e)| matches!(e, Event::Unregistered { .. }))
        .count();
    assert_eq!(over, 2);
}

#[test]
fn an_address_outside_that_has_changed_is_registered_at_once() {
    let mut lines = Lines::new(1);
    lines.pass(Duration::from_millis(10));
    let first = lines.one();
    lines.accept(&first);
    let over = lines.agent.registered_over(LineId(0)).map(|flow| flow.peer);
    assert_eq!(over, Some(server(1).peer));
    let public = Some(SocketAddr::from(([203, 0, 113, 7], 4000)));
    lines.agent.set_public(lines.now, LineId(0), public);
    lines.pass(Duration::from_millis(10));
    let second = lines.one();
    assert!(
        field(&second.1, "Contact").contains("<sip:u0@203.0.113.7:4000>"),
        "{}",
        second.1
    );
    lines.accept(&second);
    // The same again is no news.
    lines.agent.set_public(lines.now, LineId(0), public);
    lines.pass(SECOND);
    assert!(lines.sent.is_empty());
}

#[test]
fn another_server_is_asked_when_one_fails() {
    let mut lines = Lines::new(1);
    lines.servers = 3;
    lines.pass(Duration::from_millis(10));
    let first = lines.one();
    lines.answer(&first, "503 Busy", "");
    let second = lines.one();
    assert_eq!(second.0.peer, server(2).peer);
    // The second says nothing at all.
    lines.pass(SECOND * 33);
    let third = lines.sent.pop().unwrap();
    assert_eq!(third.0.peer, server(3).peer);
    // Which is told, for those who choose; the first has said something.
    let silent = lines.told.iter().filter_map(|(_, event)| match event {
        Event::Silent { transport, peer } => Some((*transport, *peer)),
        _ => None,
    });
    let silent: Vec<_> = silent.collect();
    assert_eq!(silent, [(Transport::Udp, server(2).peer)]);
    lines.sent.clear();
    lines.answer(&third, "500 Oops", "");
    assert!(matches!(
        lines.told.last(),
        Some((_, Event::NotRegistered { code: 500, .. }))
    ));
    lines.pass(SECOND * 45);
    let again = lines.sent.remove(0);
    assert_eq!(again.0.peer, server(1).peer);
    lines.sent.clear();
    lines.accept(&again);
    // It is taken back at that server, also when a later attempt has found none.
    lines.servers = 0;
    lines.pass(SECOND * 600);
    assert!(
        matches!(lines.told.last(), Some((_, Event::NotRegistered { .. }))),
        "{:?}",
        lines.told
    );
    lines.agent.unregister(lines.now, LineId(0));
    let last = lines.one();
    assert_eq!(
        (last.0.peer, field(&last.1, "Expires")),
        (server(1).peer, "0")
    );
    lines.pass(SECOND * 40);
    assert!(matches!(
        lines.told.last(),
        Some((_, Event::Unregistered { .. }))
    ));
    assert!(!lines.agent.owes());
}

#[test]
fn a_refusal_is_told_and_tried_again_later() {
    let mut lines = Lines::new(1);
    lines.pass(Duration::from_millis(10));
    let first = lines.one();
    lines.answer(&first, "403 Forbidden", "");
    let Some((
        _,
        Event::NotRegistered {
            code: 403, retry, ..
        },
    )) = lines.told.last()
    else {
        panic!("{:?}", lines.told);
    };
    let retry = *retry;
    lines.pass(retry - SECOND);
    assert!(lines.sent.is_empty());
    lines.pass(SECOND * 2);
    assert_eq!(kind(&lines.sent[0].1), "REGISTER");
}

#[test]
fn a_broken_connection_is_registered_over_again() {
    let mut lines = Lines::new(1);
    lines.pass(Duration::from_millis(10));
    let first = lines.one();
    lines.accept(&first);
    // Over UDP nothing breaks that one would have to know of.
    lines.agent.broken(lines.now, &Gone::of(first.0.clone()));
    lines.pass(SECOND * 5);
    assert!(lines.sent.is_empty());

    let mut lines = Lines::new(1);
    lines.tcp = true;
    lines.pass(Duration::from_millis(10));
    let first = lines.one();
    lines.accept(&first);
    lines.agent.broken(lines.now, &Gone::of(server(9)));
    lines.pass(SECOND * 5);
    assert!(lines.sent.is_empty(), "that was another connection");
    lines.agent.broken(lines.now, &Gone::of(first.0.clone()));
    lines.pass(SECOND * 5);
    assert_eq!(kind(&lines.one().1), "REGISTER");
}

#[test]
fn a_thousand_lines_register_spread_and_are_found_by_name() {
    let mut lines = Lines::new(1000);
    for _ in 0..1100 {
        lines.pass(Duration::from_millis(100));
        assert!(
            lines.sent.len() <= 5,
            "not all at once: {}",
            lines.sent.len()
        );
        for asked in std::mem::take(&mut lines.sent) {
            lines.accept(&asked);
        }
    }
    let registered = lines
        .told
        .iter()
        .filter(|(_, e)| matches!(e, Event::Registered { .. }))
        .count();
    assert_eq!(registered, 1000);
    lines.told.clear();
    let flow = server(1);
    for user in ["u0", "u999", "%7512"] {
        let text = format!(
            "INVITE sip:{user}@10.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP h;branch=z9hG4bK{user}\r\n\
             From: <sip:a@b>;tag={user}\r\nTo: <sip:{user}@b>\r\nCall-ID: {user}\r\nCSeq: 1 INVITE\r\n\
             Contact: <sip:a@192.0.2.1>\r\nContent-Length: 0\r\n\r\n"
        );
        lines
            .agent
            .receive(lines.now, &flow, &mut text.into_bytes());
    }
    lines.collect();
    let found: Vec<u32> = lines
        .told
        .iter()
        .filter_map(|(_, event)| match event {
            Event::Offered { line, .. } => Some(line.0),
            _ => None,
        })
        .collect();
    assert_eq!(found, [0, 999, 12]);
}
