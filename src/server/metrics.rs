//! What the server counts, and `/metrics` in the Prometheus text format (version 0.0.4).

use super::ledger::{CAUSES, CallRecord, EndedBy};
use crate::engine::Gauge;
use crate::soap::{ErrorCode, OperationKind};
use std::fmt::Write;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;
use tapi3_common::sync::lock;

/// Operations, and one row for what could not be read.
const ROWS: usize = OperationKind::ALL.len() + 1;
/// NoError, then each code.
const COLUMNS: usize = ErrorCode::ALL.len() + 1;

/// HTTP answers without a SOAP message.
const STATUSES: [u16; 16] = [
    400, 401, 403, 404, 405, 408, 409, 413, 415, 422, 429, 431, 500, 502, 503, 504,
];

/// Upper bounds of the latency histogram, in seconds.
const BOUNDS: [f64; 12] = [
    0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.25, 1.0, 5.0, 30.0,
];

/// Upper bounds of the histogram of how long calls were connected, in seconds.
const LENGTHS: [f64; 12] = [
    1.0, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1800.0, 3600.0, 7200.0, 14400.0,
];

/// The calls, under one lock, so that the numbers add up whenever they are read.
#[derive(Debug, Clone, Default, PartialEq)]
struct CallCounts {
    placed: u64,
    live: u64,
    answered: u64,
    ended: [u64; EndedBy::ALL.len()],
    causes: [u64; CAUSES.len()],
    lengths: [u64; LENGTHS.len() + 1],
    connected: Duration,
}

/// All counters.
pub(super) struct Metrics {
    requests: [[AtomicU64; COLUMNS]; ROWS],
    refusals: [AtomicU64; STATUSES.len()],
    calls: Mutex<CallCounts>,
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
            calls: Mutex::default(),
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

    /// Counts a call that is handed to its line.
    pub fn call_placed(&self) {
        let mut calls = lock(&self.calls);
        calls.placed += 1;
        calls.live += 1;
    }

    /// Counts a call that was answered.
    pub fn call_answered(&self) {
        lock(&self.calls).answered += 1;
    }

    /// Counts a call that is over, by whoever ended it.
    pub fn call_over(&self, record: &CallRecord) {
        let by = EndedBy::ALL.iter().position(|by| *by == record.ended_by);
        let cause = CAUSES.iter().position(|(cause, _)| *cause == record.cause);
        let mut calls = lock(&self.calls);
        calls.live = calls.live.saturating_sub(1);
        add_one(&mut calls.ended, by);
        add_one(&mut calls.causes, cause);
        if let Some(talked) = record.talked() {
            let seconds = talked.as_secs_f64();
            let place = LENGTHS.iter().position(|bound| seconds <= *bound);
            add_one(&mut calls.lengths, place.or(Some(LENGTHS.len())));
            calls.connected = calls.connected.saturating_add(talked);
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

    /// The page. `remembered` is a number of calls; `gauges` is what providers count.
    pub fn page(&self, remembered: usize, gauges: &[Gauge]) -> String {
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
        let what = "Calls that are over and can still be asked about.";
        page.family("tapi3_calls_remembered", "gauge", what);
        page.line("tapi3_calls_remembered", "", remembered as u64);
        self.calls(&mut page);
        self.disconnects(&mut page);
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
        let what = "Lines that the log has lost because nobody took them.";
        page.family("tapi3_log_lines_lost_total", "counter", what);
        page.line("tapi3_log_lines_lost_total", "", crate::log::lost());
        for gauge in gauges {
            page.family(gauge.name, "gauge", gauge.what);
            page.line(gauge.name, "", gauge.value);
        }
        page.text
    }

    fn calls(&self, page: &mut Page) {
        let calls = lock(&self.calls).clone();
        page.family("tapi3_calls_live", "gauge", "Calls that are up.");
        page.line("tapi3_calls_live", "", calls.live);
        let what = "Calls handed to a line: those that are up and those that are over.";
        page.family("tapi3_calls_placed_total", "counter", what);
        page.line("tapi3_calls_placed_total", "", calls.placed);
        page.family("tapi3_calls_answered_total", "counter", "Calls answered.");
        page.line("tapi3_calls_answered_total", "", calls.answered);
        let what = "Calls that are over, by who ended them.";
        page.family("tapi3_calls_ended_total", "counter", what);
        for (count, by) in calls.ended.iter().zip(EndedBy::ALL) {
            let labels = format!("by=\"{}\"", by.as_str());
            page.line("tapi3_calls_ended_total", &labels, *count);
        }
        let what = "Calls that are over, by cause.";
        page.family("tapi3_calls_ended_by_cause_total", "counter", what);
        for (count, (_, cause)) in calls.causes.iter().zip(CAUSES) {
            let labels = format!("cause=\"{cause}\"");
            page.line("tapi3_calls_ended_by_cause_total", &labels, *count);
        }
        let what = "How long calls that are over were connected, of those that were answered.";
        let lengths = calls.lengths.iter().copied();
        page.histogram(
            "tapi3_call_seconds",
            what,
            &LENGTHS,
            lengths,
            calls.connected,
        );
    }

    fn disconnects(&self, page: &mut Page) {
        let sum = Duration::from_nanos(read(&self.disconnect_nanoseconds));
        page.histogram(
            "tapi3_disconnect_seconds",
            "How long it took to end a live call for a client.",
            &BOUNDS,
            self.disconnects.iter().map(read),
            sum,
        );
    }
}

fn add_one(counters: &mut [u64], place: Option<usize>) {
    if let Some(counter) = place.and_then(|place| counters.get_mut(place)) {
        *counter += 1;
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

    /// `counts` has one for each bound, and one for what is above them all.
    fn histogram(
        &mut self,
        name: &str,
        help: &str,
        bounds: &[f64],
        counts: impl Iterator<Item = u64>,
        sum: Duration,
    ) {
        self.family(name, "histogram", help);
        let mut total = 0;
        let bounds = bounds.iter().map(f64::to_string);
        for (count, bound) in counts.zip(bounds.chain(["+Inf".to_owned()])) {
            total += count;
            self.line(&format!("{name}_bucket"), &format!("le=\"{bound}\""), total);
        }
        self.line(&format!("{name}_sum"), "", sum.as_secs_f64());
        self.line(&format!("{name}_count"), "", total);
    }
}

#[cfg(test)]
mod tests {
    use super::super::ledger::{Door, Moment, Origin};
    use super::super::{mapping, random::CallId};
    use super::*;
    use crate::engine::Cause;
    use std::net::IpAddr;
    use std::sync::Arc;

    /// A call that was connected for so many seconds.
    fn record(ended_by: EndedBy, cause: Cause, talked: Option<u64>) -> CallRecord {
        let begun = Moment::now();
        let ended = Moment {
            clock: begun.clock + Duration::from_secs(talked.unwrap_or_default()),
            ..begun
        };
        CallRecord {
            id: CallId::new().unwrap(),
            name: Arc::from(""),
            call: 1,
            origin: Origin {
                user: Arc::from("alice"),
                from: IpAddr::from([192, 0, 2, 1]),
                door: Door::Ews,
            },
            item: Arc::from("welcome"),
            destination: "1001".to_owned(),
            line: "Line".to_owned(),
            begun,
            answered: talked.map(|_| begun),
            ended,
            cause,
            information: mapping::not_placed(),
            ended_by,
        }
    }

    #[test]
    fn what_is_counted_is_on_the_page() {
        let metrics = Metrics::new();
        let disconnect = Some(OperationKind::DisconnectPhoneCall);
        metrics.answered(disconnect, None);
        metrics.answered(disconnect, None);
        metrics.answered(disconnect, Some(ErrorCode::InvalidPhoneCallId));
        metrics.answered(None, Some(ErrorCode::DuplicateSoapHeader));
        metrics.refused(401);
        for _ in 0..3 {
            metrics.call_placed();
        }
        metrics.call_answered();
        metrics.call_over(&record(EndedBy::Orphan, Cause::Normal, Some(40)));
        metrics.call_over(&record(EndedBy::FarEnd, Cause::Busy, None));
        metrics.disconnect_took(Duration::from_micros(300));
        metrics.disconnect_took(Duration::from_secs(60));
        let page = metrics.page(
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
            "tapi3_calls_live 1",
            "tapi3_sip_calls 7",
            "tapi3_calls_remembered 4",
            "tapi3_calls_placed_total 3",
            "tapi3_calls_answered_total 1",
            "tapi3_calls_ended_total{by=\"orphan\"} 1",
            "tapi3_calls_ended_total{by=\"far_end\"} 1",
            "tapi3_calls_ended_total{by=\"client\"} 0",
            "tapi3_calls_ended_by_cause_total{cause=\"busy\"} 1",
            "tapi3_call_seconds_bucket{le=\"30\"} 0",
            "tapi3_call_seconds_bucket{le=\"60\"} 1",
            "tapi3_call_seconds_sum 40",
            "tapi3_call_seconds_count 1",
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
