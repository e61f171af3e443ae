//! What lives on the SIP lines, for those who watch: after every call all of it goes back to nothing.

use super::control::{Asked, Census};
use crate::engine::Gauge;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, sync_channel};
use std::time::{Duration, Instant};

/// How long the stations have for their answers, all together.
const PATIENCE: Duration = Duration::from_millis(200);

/// Counts at the stations of these lines. One that has ended, or is late, has nothing.
pub(super) fn of<'a>(lines: impl Iterator<Item = &'a Arc<Asked>>) -> Vec<Gauge> {
    let mut stations: Vec<&Arc<Asked>> = lines.collect();
    stations.sort_by_key(|asked| Arc::as_ptr(asked).addr());
    stations.dedup_by_key(|asked| Arc::as_ptr(asked).addr());
    let answers: Vec<Receiver<Census>> = (stations.into_iter())
        .map(|asked| {
            let (sender, receiver) = sync_channel(1);
            asked.count(sender);
            receiver
        })
        .collect();
    let end = Instant::now() + PATIENCE;
    let mut sum = Census::default();
    for answer in answers {
        let left = end.saturating_duration_since(Instant::now());
        let Ok(census) = answer.recv_timeout(left) else {
            continue;
        };
        sum.agent.calls += census.agent.calls;
        sum.agent.traces += census.agent.traces;
        sum.agent.dialogs += census.agent.dialogs;
        sum.agent.transactions += census.agent.transactions;
        sum.agent.timers += census.agent.timers;
        sum.connections += census.connections;
    }
    let gauge = |name, what, value: usize| Gauge {
        name,
        what,
        value: value as u64,
    };
    vec![
        gauge(
            "tapi3_sip_calls",
            "SIP calls that are not over for both sides.",
            sum.agent.calls,
        ),
        gauge(
            "tapi3_sip_traces",
            "SIP calls that are over and wait for stray answers.",
            sum.agent.traces,
        ),
        gauge(
            "tapi3_sip_dialogs",
            "SIP dialogs, early ones included.",
            sum.agent.dialogs,
        ),
        gauge(
            "tapi3_sip_transactions",
            "SIP transactions.",
            sum.agent.transactions,
        ),
        gauge(
            "tapi3_sip_timers",
            "Timers of SIP calls and transactions.",
            sum.agent.timers,
        ),
        gauge(
            "tapi3_sip_connections",
            "Connections over TCP and TLS.",
            sum.connections,
        ),
    ]
}
