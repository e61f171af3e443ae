//! The registrations of a station's lines: the agent makes them, here they become the state of lines.

use super::config::Config;
use super::lookup::Purpose;
use super::resolve::Target;
use super::station::{Station, place_of};
use std::time::{Duration, Instant};
use tapi3_sip::agent::{LineId, WatchId, WatchSettings};
use tapi3_sip::flow::Flow;
use tapi3_sip::message::uri::SipUri;
use tapi3_sip::registration::{self, Why};

/// How far apart many lines begin to register.
const APART: Duration = Duration::from_millis(20);

/// How a line registers.
pub(super) fn settings(config: &Config) -> registration::Settings {
    registration::Settings {
        aor: config.uri.identity().to_string(),
        registrar: config.registrar.to_string(),
        identity: config.identity(),
        expires: config.expires,
        credentials: config.credentials.clone(),
        instance: config.instance.clone(),
        reg_id: None,
        pause: config.t1 * 4,
        lines: format!("User-Agent: {}\r\n", super::USER_AGENT).into_bytes(),
    }
}

impl Station {
    /// Begins: our own address first if somebody is asked for it, and then the registrations.
    pub fn begin(&mut self) {
        match self.outside.is_some() {
            true => self.outside_due(),
            false => self.begin_registering(),
        }
    }

    /// Begins to register those lines that do, and finds out where the servers of the others are.
    pub fn begin_registering(&mut self) {
        let now = Instant::now();
        let mut after = Duration::ZERO;
        let mut watched_lines = Vec::new();
        for line in &self.lines {
            let config = &line.config;
            for uri in &config.watch {
                let watched = WatchSettings {
                    uri: uri.to_string(),
                    expires: config.expires,
                    pause: config.t1 * 4,
                };
                self.agent.watch_dialogs(now, line.id, watched);
            }
            if config.message_waiting {
                let watched = WatchSettings {
                    uri: config.uri.identity().to_string(),
                    expires: config.expires,
                    pause: config.t1 * 4,
                };
                watched_lines.push((line.id, watched));
            }
            if !config.register {
                self.lookups.find_servers(line.id, config);
                continue;
            }
            let settings = settings(config);
            self.agent.keep_registered(now, line.id, settings, after);
            after += APART;
        }
        // After the registering has begun: of a line that registers, they wait for that.
        for (line, watched) in watched_lines {
            self.agent.watch_messages(now, line, watched);
        }
    }

    fn line_mut(&mut self, id: LineId) -> Option<&mut super::leg::Line> {
        self.lines.get_mut(place_of(id))
    }

    /// A line is to register: its server is looked up, each time anew.
    pub fn find_registrar(&mut self, id: LineId) {
        let Some(line) = self.line(id) else { return };
        let hop = line.config.registering_hop();
        self.look_up(Purpose::Register(id), &hop);
    }

    /// The server was found, or not.
    pub fn registrar_found(&mut self, id: LineId, flows: Result<Vec<Flow>, String>, host: &str) {
        let flows = flows.unwrap_or_else(|error| {
            tracing::warn!("the host {host} {error}");
            Vec::new()
        });
        self.agent.register(Instant::now(), id, flows);
    }

    /// Servers of a line that does not register were found, or not, which was told.
    pub fn servers_found(&mut self, id: LineId, ways: &Result<Vec<Target>, String>) {
        if let Ok(ways) = ways {
            let addresses: Vec<_> = ways.iter().map(|way| way.address.ip()).collect();
            self.agent.add_servers(id, &addresses);
        }
    }

    pub fn registered(&mut self, id: LineId, lasts: Duration) {
        let over = self.agent.registered_over(id);
        let over = over.map(|flow| (flow.transport, flow.peer));
        let Some(line) = self.line_mut(id) else {
            return;
        };
        line.registered_at = over;
        let name = &line.line.info().name;
        line.line.set_in_service(true);
        if line.registered == Some(false) {
            tracing::info!("line {name:?} is in service again");
        }
        line.registered = Some(true);
        tracing::debug!("line {name:?} is registered for {} s", lasts.as_secs());
    }

    pub fn not_registered(&mut self, id: LineId, code: u16, why: Why, retry: Duration) {
        let Some(line) = self.line_mut(id) else {
            return;
        };
        let name = &line.line.info().name;
        match code {
            0 => tracing::warn!("line {name:?}: {why}"),
            _ => tracing::warn!("line {name:?}: {why} (the registrar answered {code})"),
        }
        line.line.set_in_service(false);
        tracing::debug!("line {name:?}: the next attempt to register is in {retry:?}");
        if line.registered != Some(false) {
            tracing::warn!("line {name:?} is out of service: it is not registered");
        }
        line.registered = Some(false);
        line.registered_at = None;
        if let Some(outside) = &mut self.outside {
            // The network may be another one.
            outside.ask_soon(Instant::now());
        }
    }

    /// What a line watches is to be asked for: through its servers if it has some.
    pub fn find_notifier(&mut self, watch: WatchId, id: LineId, uri: &str) {
        let hop = self.line(id).and_then(|line| {
            let uri = SipUri::parse(uri)?;
            Some(line.config.next_hop(&uri))
        });
        match hop {
            Some(hop) => self.look_up(Purpose::Watch(watch, id), &hop),
            None => self.agent.unwatch(Instant::now(), watch),
        }
    }

    /// Takes all registrations back.
    pub fn unregister(&mut self) {
        let now = Instant::now();
        let ids: Vec<LineId> = self.lines.iter().map(|line| line.id).collect();
        for id in ids {
            self.agent.unregister(now, id);
        }
    }
}
