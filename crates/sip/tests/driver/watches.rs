//! What is watched and asked for besides calls: each is promised one last word.

use std::net::IpAddr;
use std::time::{Duration, Instant};
use tapi3_sip::agent::{
    Agent, Event, Guard, KeepAlive, KeepAliveBy, LineId, ProbeId, WatchId, WatchSettings,
};
use tapi3_sip::flow::Flow;

/// Ids, each with whether its last word came; in the order in which they were given.
struct Promises<T>(Vec<(T, bool)>);

impl<T: Copy + PartialEq + std::fmt::Debug> Promises<T> {
    fn begin(&mut self, id: T) {
        assert!(self.0.iter().all(|(known, _)| *known != id));
        self.0.push((id, false));
    }

    fn is_open(&self, id: T) {
        assert!(self.0.contains(&(id, false)), "{id:?}");
    }

    fn end(&mut self, id: T) {
        self.is_open(id);
        self.0.retain(|(known, _)| *known != id);
        self.0.push((id, true));
    }

    fn open(&self) -> Vec<T> {
        let open = self.0.iter().filter(|(_, over)| !*over);
        open.map(|(id, _)| *id).collect()
    }
}

impl<T> Default for Promises<T> {
    fn default() -> Self {
        Promises(Vec::new())
    }
}

#[derive(Default)]
pub struct Watches {
    watches: Promises<WatchId>,
    probes: Promises<ProbeId>,
    /// What waits for its ways.
    finding: Vec<WatchId>,
    /// How often ways were asked for.
    found: usize,
}

impl Watches {
    /// Does something, by two bytes.
    pub fn command(&mut self, agent: &mut Agent, now: Instant, flow: &Flow, what: u8, which: u8) {
        let line = LineId(u32::from(which) % 2);
        let settings = WatchSettings {
            uri: "sip:alice@example.com".to_owned(),
            expires: 60 * u32::from(which),
            pause: Duration::from_secs(u64::from(which)),
        };
        let open = self.watches.open();
        match what % 12 {
            0..=5 if open.len() < 8 => {
                let watch = match what % 2 {
                    0 => agent.watch_messages(now, line, settings),
                    _ => agent.watch_dialogs(now, line, settings),
                };
                let watch = watch.expect("a line and a URI");
                self.watches.begin(watch);
            }
            6 | 7 => {
                if let Some(watch) = open.get(usize::from(which) % 8) {
                    agent.unwatch(now, *watch);
                }
            }
            8 => {
                let probe = agent.probe(now, line, "sip:example.com", flow.clone());
                let probe = probe.expect("a line and a URI");
                self.probes.begin(probe);
            }
            9 => agent.set_guard(Guard {
                burst: u32::from(which),
                per_second: 1,
                sources: usize::from(which) % 3,
                offered: 1 + usize::from(which) % 4,
            }),
            10 => agent.add_servers(line, &[IpAddr::from([192, 0, 2, which])]),
            _ => {
                let by = match which % 3 {
                    0 => Some(KeepAliveBy::Lines),
                    1 => Some(KeepAliveBy::Options),
                    _ => None,
                };
                let every = Duration::from_secs(u64::from(which));
                agent.keep_alive(now, by.map(|by| KeepAlive { every, by }));
            }
        }
    }

    /// Answers what asks for ways: mostly with some.
    pub fn find(&mut self, agent: &mut Agent, now: Instant, flow: &Flow) {
        for watch in std::mem::take(&mut self.finding) {
            agent.subscribe(now, watch, vec![flow.clone(); self.found % 4]);
            self.found += 1;
        }
    }

    /// Hears what is told.
    pub fn heed(&mut self, event: &Event) {
        match event {
            Event::FindNotifier { watch, .. } => {
                self.watches.is_open(*watch);
                self.finding.push(*watch);
            }
            Event::Watching { watch, .. }
            | Event::NotWatching { watch, .. }
            | Event::Dialogs { watch, .. } => self.watches.is_open(*watch),
            Event::Unwatched { watch } => self.watches.end(*watch),
            Event::Probed { probe, .. } => self.probes.end(*probe),
            _ => {}
        }
    }

    /// Watches nothing any more.
    pub fn end(&mut self, agent: &mut Agent, now: Instant) {
        agent.keep_alive(now, None);
        for watch in self.watches.open() {
            agent.unwatch(now, watch);
        }
    }

    /// Everybody had the last word.
    pub fn check(&self) {
        assert_eq!(self.watches.open(), []);
        assert_eq!(self.probes.open(), []);
    }
}

/// What a notifier says to this SUBSCRIBE: an answer or some news.
pub fn news(subscribe: &str, number: u32, which: u8) -> String {
    let field = |name| super::field(subscribe, name);
    let (from, to, call_id) = (field("From"), field("To"), field("Call-ID"));
    let to = match to.contains("tag=") {
        true => to.to_owned(),
        false => format!("{to};tag=b"),
    };
    if which % 3 == 0 {
        let (via, number) = (field("Via"), field("CSeq"));
        return format!(
            "SIP/2.0 200 OK\r\nVia: {via}\r\nFrom: {from}\r\nTo: {to}\r\nCall-ID: {call_id}\r\n\
             CSeq: {number}\r\nContact: <sip:n@192.0.2.9:5070>\r\nExpires: {which}\r\n\r\n"
        );
    }
    let event = field("Event");
    let state = match which % 16 {
        0..=11 => "active;expires=50",
        12 => "pending",
        13 => "terminated;reason=timeout",
        14 => "terminated;reason=noresource",
        _ => "terminated;reason=probation;retry-after=2",
    };
    let (kind, body) = match event {
        _ if which % 5 == 0 => ("", String::new()),
        "dialog" => ("application/dialog-info+xml", dialogs(which)),
        _ => (
            "application/simple-message-summary",
            format!("Messages-Waiting: yes\r\nVoice-Message: {which}/1\r\n"),
        ),
    };
    let kind = match kind {
        "" => String::new(),
        kind => format!("Content-Type: {kind}\r\n"),
    };
    format!(
        "NOTIFY sip:alice@10.0.0.1 SIP/2.0\r\n\
         Via: SIP/2.0/UDP 192.0.2.9:5070;rport;branch=z9hG4bK{number}\r\nFrom: {to}\r\nTo: {from}\r\n\
         Call-ID: {call_id}\r\nCSeq: {number} NOTIFY\r\nContact: <sip:n@192.0.2.9:5070>\r\n\
         Event: {event}\r\nSubscription-State: {state}\r\n{kind}\r\n{body}"
    )
}

fn dialogs(which: u8) -> String {
    let (state, what) = match which & 32 {
        0 => ("partial", "early"),
        _ => ("full", "terminated"),
    };
    format!(
        "<dialog-info xmlns=\"urn:ietf:params:xml:ns:dialog-info\" version=\"{which}\" \
         state=\"{state}\"><dialog id=\"{}\"><state>{what}</state></dialog></dialog-info>",
        which & 7
    )
}
