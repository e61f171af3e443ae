//! Calls, lines and users as the JSON API shows them. `docs/openapi.json` describes the same.

use super::super::Endpoint;
use super::super::accounts::UserId;
use super::super::calls::Entry;
use super::super::ledger::CallRecord;
use super::super::mapping;
use super::super::random::CallId;
use super::super::records::time;
use super::super::rules::User;
use crate::engine::{Call, Line, State};
use crate::soap::{PhoneCallInformation, PhoneCallState};
use serde::Serialize;
use std::sync::Arc;

/// A call.
#[derive(Debug, Clone, Serialize)]
pub(in crate::server) struct CallView {
    pub(super) id: String,
    /// The node that has it, on a server that belongs to a pool.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) node: Option<String>,
    pub(super) user: String,
    pub(super) from: String,
    pub(super) through: &'static str,
    pub(super) item: String,
    pub(super) number: String,
    pub(super) line: String,
    pub(super) state: &'static str,
    /// Whether somebody on this side has asked for its end, which has not come yet.
    pub(super) ending: bool,
    pub(super) begin: String,
    pub(super) answer: Option<String>,
    pub(super) end: Option<String>,
    /// Seconds from the answer until now, or until the end.
    pub(super) duration: f64,
    pub(super) cause: Option<&'static str>,
    pub(super) sip_code: i32,
    pub(super) sip_text: String,
    pub(super) ended_by: Option<&'static str>,
}

impl CallView {
    pub fn of(entry: &Entry) -> Self {
        entry.look(|call| Self::live(entry, call), Self::over)
    }

    fn live(entry: &Entry, call: &Call) -> Self {
        let held = call.state() == State::Hold;
        let information = mapping::information(call);
        // Behind the state: what is connected here has the time of its answer, too.
        let answered = entry.answered(call);
        let talked = answered.map(|answered| answered.clock.elapsed());
        CallView {
            id: entry.name.to_string(),
            node: node_of(&entry.name),
            user: entry.origin.user.to_string(),
            from: entry.origin.from.to_string(),
            through: entry.origin.door.as_str(),
            item: entry.item.to_string(),
            number: call.destination().to_owned(),
            line: call.line().info().name.clone(),
            state: state(&information, held),
            ending: entry.is_ending(),
            begin: time::in_words(entry.begun.date),
            answer: answered.map(|answered| time::in_words(answered.date)),
            end: None,
            duration: talked.unwrap_or_default().as_millis() as f64 / 1000.0,
            cause: None,
            sip_code: information.sip_code.unwrap_or_default(),
            sip_text: information.sip_text.unwrap_or_default(),
            ended_by: None,
        }
    }

    fn over(record: &CallRecord) -> Self {
        let information = &record.information;
        let talked = record.talked().unwrap_or_default();
        CallView {
            id: record.name.to_string(),
            node: node_of(&record.name),
            user: record.origin.user.to_string(),
            from: record.origin.from.to_string(),
            through: record.origin.door.as_str(),
            item: record.item.to_string(),
            number: record.destination.clone(),
            line: record.line.clone(),
            state: "over",
            ending: false,
            begin: time::in_words(record.begun.date),
            answer: record
                .answered
                .map(|answered| time::in_words(answered.date)),
            end: Some(time::in_words(record.ended.date)),
            duration: talked.as_millis() as f64 / 1000.0,
            cause: Some(record.cause_in_words()),
            sip_code: information.sip_code.unwrap_or_default(),
            sip_text: information.sip_text.clone().unwrap_or_default(),
            ended_by: Some(record.ended_by.as_str()),
        }
    }

    pub fn is_over(&self) -> bool {
        self.end.is_some()
    }

    #[cfg(feature = "cluster")]
    pub fn id(&self) -> &str {
        &self.id
    }

    pub fn call_id(&self) -> Option<CallId> {
        Some(CallId::read(&self.id)?.0)
    }

    /// What of it changes while it lives, but for its duration.
    pub fn mark(&self) -> Mark {
        (
            self.state,
            self.ending,
            self.sip_code,
            self.answer.is_some(),
        )
    }
}

/// See [`CallView::mark`].
pub(in crate::server) type Mark = (&'static str, bool, i32, bool);

fn node_of(name: &str) -> Option<String> {
    CallId::read(name)?.1
}

fn state(information: &PhoneCallInformation, held: bool) -> &'static str {
    match information.state {
        _ if held => "held",
        PhoneCallState::Alerted => "ringing",
        PhoneCallState::Connected => "connected",
        PhoneCallState::Disconnected => "over",
        _ => "connecting",
    }
}

/// Calls, and what time it is here.
#[derive(Debug, Clone, Serialize)]
pub(in crate::server) struct CallList {
    pub now: String,
    #[serde(serialize_with = "each")]
    pub calls: Vec<Arc<CallView>>,
    /// On a server that belongs to a pool, which nodes there are.
    #[serde(flatten)]
    pub nodes: Option<Nodes>,
}

/// Writes calls that others have, too.
pub(super) fn each<S: serde::Serializer>(
    calls: &[Arc<CallView>],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(calls.iter().map(|call| &**call))
}

/// The nodes of a pool, as far as they are there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(in crate::server) struct Nodes {
    /// This one, and those that have told their calls.
    pub nodes: Vec<String>,
    /// Those that did not answer.
    pub silent: Vec<String>,
    /// Those that have more calls than they told.
    pub incomplete: Vec<String>,
}

/// A line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct LineView {
    name: String,
    address: String,
    provider: String,
    in_service: bool,
}

impl LineView {
    fn of(line: &Line) -> Self {
        let info = line.info();
        LineView {
            name: info.name.clone(),
            address: info.address.clone(),
            provider: line.with_provider_name(str::to_owned),
            in_service: line.in_service(),
        }
    }
}

/// The lines.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct LineList {
    pub lines: Vec<LineView>,
}

/// Whoever asks.
#[derive(Debug, Serialize)]
pub(super) struct Account {
    user: String,
    administrator: bool,
    line: String,
    may_dial: bool,
    max_calls: usize,
    any_item: bool,
    items: Vec<String>,
}

/// The calls that a list is to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::server) enum Which {
    All,
    Live,
    Over,
}

impl Endpoint {
    /// Whether a user may see a call, and end it.
    pub(super) fn may_see(&self, id: UserId, entry: &Entry) -> bool {
        entry.user == id || self.rules().user(id).is_some_and(|user| user.administrator)
    }

    /// How a call is shown. One that has just ended is over with all that belongs to that.
    pub(in crate::server) fn view(&self, entry: &Entry) -> CallView {
        let view = CallView::of(entry);
        if view.state != "over" || view.is_over() {
            return view;
        }
        self.calls.note_end(entry);
        CallView::of(entry)
    }

    /// What a user may see of calls: the live ones, and up to `limit` of those that were over last;
    /// the newest first.
    pub(in crate::server) fn call_list(&self, id: UserId, which: Which, limit: usize) -> CallList {
        self.calls.settle();
        let sees_all = self.rules().user(id).is_some_and(|user| user.administrator);
        let mut seen = self.calls.all();
        seen.retain(|entry| sees_all || entry.user == id);
        let (live, mut over): (Vec<_>, Vec<_>) = seen.into_iter().partition(|e| e.is_live());
        let ended = |entry: &Arc<Entry>| entry.look(|_| None, |record| Some(record.ended.clock));
        over.sort_by_key(|entry| std::cmp::Reverse(ended(entry)));
        over.truncate(limit);
        let mut seen = match which {
            Which::All => [live, over].concat(),
            Which::Live => live,
            Which::Over => over,
        };
        seen.sort_by_key(|entry| std::cmp::Reverse(entry.begun.clock));
        CallList {
            now: time::in_words(std::time::SystemTime::now()),
            calls: seen.iter().map(|e| Arc::new(self.view(e))).collect(),
            nodes: None,
        }
    }

    /// The lines that a user may see: the own ones, or all.
    pub(super) fn line_list(&self, id: UserId) -> LineList {
        let rules = self.rules();
        let Some(user) = rules.user(id) else {
            return LineList { lines: Vec::new() };
        };
        // Only for want of memory are there none.
        let all = self.client.engine().lines().unwrap_or_default();
        let seen: Box<dyn Iterator<Item = &Arc<Line>>> = match user.administrator {
            true => Box::new(all.iter()),
            false => user.lines.among(&all),
        };
        LineList {
            lines: seen.map(|line| LineView::of(line)).collect(),
        }
    }

    /// Who a user is.
    pub(super) fn account(&self, user: &User) -> Account {
        Account {
            user: user.name.to_string(),
            administrator: user.administrator,
            line: user.lines.name(),
            may_dial: !user.dial.allow.is_empty(),
            max_calls: user.max_calls,
            any_item: self.rules().any_item(),
            items: self.rules().items().map(str::to_owned).collect(),
        }
    }
}
