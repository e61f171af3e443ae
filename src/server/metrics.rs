//! What the server counts, and `/metrics` in the Prometheus text format (version 0.0.4).

use crate::engine::Gauge;
use crate::soap::{ErrorCode, OperationKind};
use std::fmt::Write;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;

/// Operations, and one row for what could not be read.
const ROWS: usize = OperationKind::ALL.len() + 1;
/// NoError, then each code.
const COLUMNS: usize = ErrorCode::ALL.len() + 1;

/// HTTP answers without a SOAP message.
const STATUSES: [u16; 10] = [400, 401, 403, 404, 405, 408, 415, 429, 500, 503];

/// Upper bounds of the latency histogram, in seconds.
const BOUNDS: [f64; 12] = [
    0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.25, 1.0, 5.0, 30.0,
];

/// Who ended a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EndedBy {
    /// DisconnectPhoneCall.
    Client,
    /// Nobody asked about it.
    Orphan,
    /// It had lasted too long.
    TimeLimit,
    /// The client was gone before it had its identifier.
    LostReply,
    /// The server was stopped.
    Shutdown,
}

const ENDINGS: [(EndedBy, &str); 5] = [
    (EndedBy::Client, "client"),
    (EndedBy::Orphan, "orphan"),
    (EndedBy::TimeLimit, "time_limit"),
    (EndedBy::LostReply, "lost_reply"),
    (EndedBy::Shutdown, "shutdown"),
];

/// All counters.
pub(super) struct Metrics {
    requests: [[AtomicU64; COLUMNS]; ROWS],
    refusals: [AtomicU64; STATUSES.len()],
    placed: AtomicU64,
    ended: [AtomicU64; ENDINGS.len()],
    disconnects: [AtomicU64; BOUNDS.len() + 1],
    disconnect_nanoseconds: AtomicU64,
    /// Connections that are open.
    pub connections: AtomicUsize,
    /// Connections that found no place.
    pub turned_away: AtomicU64,
}

impl Metrics {
    pub fn new() -> Self {
        Metrics {
            requests: [const { [const { AtomicU64::new(0) }; COLUMNS] }; ROWS],
            refusals: [const { AtomicU64::new(0) }; STATUSES.len()],
            placed: AtomicU64::new(0),
            ended: [const { AtomicU64::new(0) }; ENDINGS.len()],
            disconnects: [const { AtomicU64::new(0) }; BOUNDS.len() + 1],
            disconnect_nanoseconds: AtomicU64::new(0),
            connections: AtomicUsize::new(0),
            turned_away: AtomicU64::new(0),
        }
    }

    /// Counts a SOAP answer. `operation` is `None` for a request that could not be read, `error`
    /// is `None` for a success.
    pub fn answered(&self, operation: Option<OperationKind>, error: Option<ErrorCode>) {
        let place = |known: &[OperationKind]| known.iter().position(|k| Some(*k) == operation);
        let row = place(OperationKind::ALL).unwrap_or(ROWS - 1);
        let code = |error: ErrorCode| ErrorCode::ALL.iter().position(|code| *code == error);
        let column = error.and_then(code).map_or(0, |place| place + 1);
        if let Some(counter) = self.requests.get(row).and_then(|row| row.get(column)) {
            count(counter);
        }
    }

    /// Counts an HTTP answer without a SOAP message.
    pub fn refused(&self, status: u16) {
        let place = STATUSES.iter().position(|known| *known == status);
        if let Some(counter) = place.and_then(|place| self.refusals.get(place)) {
            count(counter);
        }
    }

    /// Counts a call that was placed.
    pub fn placed(&self) {
        count(&self.placed);
    }

    /// Counts a call that the server has ended.
    pub fn ended(&self, by: EndedBy) {
        let place = ENDINGS.iter().position(|(known, _)| *known == by);
        if let Some(counter) = place.and_then(|place| self.ended.get(place)) {
            count(counter);
        }
    }

    /// Counts how long the ending of a live call took.
    pub fn disconnect_took(&self, time: Duration) {
        let seconds = time.as_secs_f64();
        let place = BOUNDS.iter().position(|bound| seconds <= *bound);
        if let Some(counter) = self.disconnects.get(place.unwrap_or(BOUNDS.len())) {
            count(counter);
        }
        let nanoseconds = u64::try_from(time.as_nanos()).unwrap_or(u64::MAX);
        self.disconnect_nanoseconds
            .fetch_add(nanoseconds, Ordering::Relaxed);
    }

    /// The page. `live` and `remembered` are numbers of calls; `gauges` is what providers count.
    pub fn page(&self, live: usize, remembered: usize, gauges: &[Gauge]) -> String {
        let mut page = Page::default();
        page.family(
            "tapi3_requests_total",
            "counter",
            "SOAP answers by operation and result.",
        );
        let operations = OperationKind::ALL.iter().map(|kind| kind.as_str());
        for (row, operation) in self.requests.iter().zip(operations.chain(["none"])) {
            let results = ErrorCode::ALL.iter().map(|code| code.as_str());
            for (counter, result) in row.iter().zip(["NoError"].into_iter().chain(results)) {
                let value = read(counter);
                // A row for each possible pair would be mostly zeros; the usual one is always there.
                if value > 0 || (result == "NoError" && operation != "none") {
                    let labels = format!("operation=\"{operation}\",result=\"{result}\"");
                    page.line("tapi3_requests_total", &labels, value);
                }
            }
        }
        let what = "HTTP answers without a SOAP message, by status.";
        page.family("tapi3_http_refusals_total", "counter", what);
        for (counter, status) in self.refusals.iter().zip(STATUSES) {
            page.line(
                "tapi3_http_refusals_total",
                &format!("status=\"{status}\""),
                read(counter),
            );
        }
        page.family("tapi3_calls_live", "gauge", "Calls that are up.");
        page.line("tapi3_calls_live", "", live as u64);
        let what = "Calls that are over and can still be asked about.";
        page.family("tapi3_calls_remembered", "gauge", what);
        page.line("tapi3_calls_remembered", "", remembered as u64);
        page.family("tapi3_calls_placed_total", "counter", "Calls placed.");
        page.line("tapi3_calls_placed_total", "", read(&self.placed));
        page.family(
            "tapi3_calls_ended_total",
            "counter",
            "Calls ended by this side, by reason.",
        );
        for (counter, (_, name)) in self.ended.iter().zip(ENDINGS) {
            page.line(
                "tapi3_calls_ended_total",
                &format!("by=\"{name}\""),
                read(counter),
            );
        }
        self.histogram(&mut page);
        page.family("tapi3_connections", "gauge", "Open connections.");
        let open = self.connections.load(Ordering::Relaxed);
        page.line("tapi3_connections", "", open as u64);
        let what = "Connections closed at once because there were too many.";
        page.family("tapi3_connections_turned_away_total", "counter", what);
        page.line(
            "tapi3_connections_turned_away_total",
            "",
            read(&self.turned_away),
        );
        for gauge in gauges {
            page.family(gauge.name, "gauge", gauge.what);
            page.line(gauge.name, "", gauge.value);
        }
        page.text
    }

    fn histogram(&self, page: &mut Page) {
        const NAME: &str = "tapi3_disconnect_seconds";
        page.family(
            NAME,
            "histogram",
            "How long it took to end a live call for a client.",
        );
        let mut total = 0;
        let bounds = BOUNDS.iter().map(f64::to_string);
        for (counter, bound) in self
            .disconnects
            .iter()
            .zip(bounds.chain(["+Inf".to_owned()]))
        {
            total += read(counter);
            page.line(&format!("{NAME}_bucket"), &format!("le=\"{bound}\""), total);
        }
        let sum = Duration::from_nanos(read(&self.disconnect_nanoseconds)).as_secs_f64();
        page.line(&format!("{NAME}_sum"), "", sum);
        page.line(&format!("{NAME}_count"), "", total);
    }
}

fn count(counter: &AtomicU64) {
    counter.fetch_add(1, Ordering::Relaxed);
}

fn read(counter: &AtomicU64) -> u64 {
    counter.load(Ordering::Relaxed)
}

#[derive(Default)]
struct Page {
    text: String,
}

impl Page {
    // Writing to a string cannot fail.
    fn family(&mut self, name: &str, kind: &str, help: &str) {
        let _ = writeln!(self.text, "# HELP {name} {help}\n# TYPE {name} {kind}");
    }

    fn line(&mut self, name: &str, labels: &str, value: impl std::fmt::Display) {
        let _ = match labels {
            "" => writeln!(self.text, "{name} {value}"),
            labels => writeln!(self.text, "{name}{{{labels}}} {value}"),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_is_on_the_page() {
        let metrics = Metrics::new();
        let disconnect = Some(OperationKind::DisconnectPhoneCall);
        metrics.answered(disconnect, None);
        metrics.answered(disconnect, None);
        metrics.answered(disconnect, Some(ErrorCode::InvalidPhoneCallId));
        metrics.answered(None, Some(ErrorCode::DuplicateSoapHeader));
        metrics.refused(401);
        metrics.placed();
        metrics.ended(EndedBy::Orphan);
        metrics.disconnect_took(Duration::from_micros(300));
        metrics.disconnect_took(Duration::from_secs(60));
        let page = metrics.page(
            3,
            4,
            &[Gauge {
                name: "tapi3_sip_calls",
                what: "SIP calls.",
                value: 7,
            }],
        );
        for line in [
            "tapi3_requests_total{operation=\"DisconnectPhoneCall\",result=\"NoError\"} 2",
            "tapi3_requests_total{operation=\"DisconnectPhoneCall\",\
             result=\"ErrorInvalidPhoneCallId\"} 1",
            "tapi3_requests_total{operation=\"none\",result=\"ErrorDuplicateSOAPHeader\"} 1",
            "tapi3_requests_total{operation=\"PlayOnPhone\",result=\"NoError\"} 0",
            "tapi3_http_refusals_total{status=\"401\"} 1",
            "tapi3_calls_live 3",
            "tapi3_sip_calls 7",
            "tapi3_calls_remembered 4",
            "tapi3_calls_placed_total 1",
            "tapi3_calls_ended_total{by=\"orphan\"} 1",
            "tapi3_disconnect_seconds_bucket{le=\"0.00025\"} 0",
            "tapi3_disconnect_seconds_bucket{le=\"0.0005\"} 1",
            "tapi3_disconnect_seconds_bucket{le=\"30\"} 1",
            "tapi3_disconnect_seconds_bucket{le=\"+Inf\"} 2",
            "tapi3_disconnect_seconds_sum 60.0003",
            "tapi3_disconnect_seconds_count 2",
        ] {
            assert!(
                page.lines().any(|on_page| on_page == line),
                "{line}\n{page}"
            );
        }
    }
}
