//! The account of the calls: each is entered when it is handed to its line, and closed once, with a
//! record, when it is over. Whoever counts calls or keeps records of them does so here.

use super::api::Feed;
use super::calls::Entry;
use super::metrics::Metrics;
use super::random::CallId;
use super::records::{RecordLine, Records};
use crate::engine::Cause;
use crate::soap::PhoneCallInformation;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

/// Who ended a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum EndedBy {
    /// DisconnectPhoneCall.
    Client = 1,
    /// An administrator, who is not the one whose call it was.
    Administrator,
    /// Whoever was called: busy, refused, never answered, hung up; or the network said so for them.
    FarEnd,
    /// The line failed, or never took the call.
    Line,
    /// Nobody asked about it.
    Orphan,
    /// It had lasted too long.
    TimeLimit,
    /// The client was gone before it had its identifier.
    LostReply,
    /// Everything was played.
    Played,
    /// The server was stopped.
    Shutdown,
}

impl EndedBy {
    /// All of them.
    pub const ALL: [EndedBy; 9] = [
        EndedBy::Client,
        EndedBy::Administrator,
        EndedBy::FarEnd,
        EndedBy::Line,
        EndedBy::Orphan,
        EndedBy::TimeLimit,
        EndedBy::LostReply,
        EndedBy::Played,
        EndedBy::Shutdown,
    ];

    /// As it is written in metrics and records.
    pub fn as_str(self) -> &'static str {
        match self {
            EndedBy::Client => "client",
            EndedBy::Administrator => "administrator",
            EndedBy::FarEnd => "far_end",
            EndedBy::Line => "line",
            EndedBy::Orphan => "orphan",
            EndedBy::TimeLimit => "time_limit",
            EndedBy::LostReply => "lost_reply",
            EndedBy::Played => "played",
            EndedBy::Shutdown => "shutdown",
        }
    }

    /// Who ends a call by way of the JSON API.
    pub fn through_api(is_own: bool) -> Self {
        match is_own {
            true => EndedBy::Client,
            false => EndedBy::Administrator,
        }
    }

    /// Who ended a call that is over for this cause, of whom `asked` was the first on this side to
    /// want it to end.
    pub fn of(cause: Cause, asked: Option<EndedBy>) -> Self {
        match cause {
            Cause::None | Cause::Failed => EndedBy::Line,
            Cause::Normal | Cause::Cancelled => asked.unwrap_or(EndedBy::FarEnd),
            Cause::Busy
            | Cause::NoAnswer
            | Cause::BadAddress
            | Cause::Rejected
            | Cause::Blocked => EndedBy::FarEnd,
        }
    }
}

/// The causes of an end as they are written in metrics and records. `Cause::None`: the line did not
/// take the call.
pub(super) const CAUSES: [(Cause, &str); 9] = [
    (Cause::Normal, "normal"),
    (Cause::Cancelled, "cancelled"),
    (Cause::Busy, "busy"),
    (Cause::NoAnswer, "no_answer"),
    (Cause::Rejected, "refused"),
    (Cause::BadAddress, "bad_address"),
    (Cause::Blocked, "blocked"),
    (Cause::Failed, "failed"),
    (Cause::None, "not_placed"),
];

/// A point in time: by the calendar, and by the clock that nobody sets.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moment {
    pub date: SystemTime,
    pub clock: Instant,
}

impl Moment {
    pub fn now() -> Self {
        Moment {
            date: SystemTime::now(),
            clock: Instant::now(),
        }
    }

    pub fn since(self, earlier: Moment) -> Duration {
        self.clock.saturating_duration_since(earlier.clock)
    }
}

/// Whose a call is, and where it was asked for.
#[derive(Debug, Clone)]
pub(super) struct Origin {
    /// The user's name, as configured.
    pub user: Arc<str>,
    /// The client's address.
    pub from: IpAddr,
    pub door: Door,
}

/// By which way a call was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Door {
    /// PlayOnPhone.
    Ews,
    /// The JSON API, which is also the page's.
    Api,
}

impl Door {
    /// As it is written in records.
    pub fn as_str(self) -> &'static str {
        match self {
            Door::Ews => "ews",
            Door::Api => "api",
        }
    }
}

/// What there is to say of a call that is over.
#[derive(Debug, Clone)]
pub(super) struct CallRecord {
    pub id: CallId,
    /// The identifier, as the client has it.
    pub name: Arc<str>,
    /// The call's number in the log.
    pub call: u64,
    pub origin: Origin,
    pub item: Arc<str>,
    /// What was dialled.
    pub destination: String,
    /// The line's name.
    pub line: String,
    pub begun: Moment,
    pub answered: Option<Moment>,
    pub ended: Moment,
    /// `Cause::None` if the line did not take the call.
    pub cause: Cause,
    /// The cause and the SIP response, as clients see them.
    pub information: PhoneCallInformation,
    pub ended_by: EndedBy,
}

impl CallRecord {
    /// How long it was connected.
    pub fn talked(&self) -> Option<Duration> {
        self.answered.map(|answered| self.ended.since(answered))
    }

    /// The cause in a word.
    pub fn cause_in_words(&self) -> &'static str {
        let known = CAUSES.iter().find(|(cause, _)| *cause == self.cause);
        known.map_or("", |(_, word)| word)
    }
}

/// The account.
pub(super) struct Ledger {
    metrics: Arc<Metrics>,
    records: Arc<Records>,
    feed: Arc<Feed>,
}

impl Ledger {
    pub fn new(metrics: Arc<Metrics>, records: Arc<Records>, feed: Arc<Feed>) -> Self {
        Ledger {
            metrics,
            records,
            feed,
        }
    }

    /// A call is handed to its line.
    pub fn placed(&self) {
        self.metrics.call_placed();
    }

    /// A call was answered.
    pub fn answered(&self) {
        self.metrics.call_answered();
    }

    /// A call has changed its state, or is over. Called with no lock held, on the thread that hears
    /// of it.
    pub fn changed(&self, entry: &Entry) {
        self.feed.call_changed(entry.id);
    }

    /// A call that was placed is over: once for each, whatever ended it. Called with the call's own
    /// lock held, so it asks nothing about the call and waits for nobody.
    pub fn over(&self, record: &CallRecord) {
        let CallRecord { call, origin, .. } = record;
        let (user, from) = (&*origin.user, origin.from);
        tracing::info!(
            call, user, %from, destination = record.destination, line = record.line,
            cause = ?record.cause, by = record.ended_by.as_str(),
            lasted = ?record.ended.since(record.begun), talked = ?record.talked().unwrap_or_default(), "over"
        );
        self.metrics.call_over(record);
        self.records.write(|| RecordLine::of(record));
        self.feed.call_changed(record.id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_ended_a_call_is_named_and_not_who_also_wanted_to() {
        for (cause, asked, by) in [
            (Cause::Normal, None, EndedBy::FarEnd),
            (Cause::Normal, Some(EndedBy::Client), EndedBy::Client),
            (Cause::Cancelled, Some(EndedBy::Orphan), EndedBy::Orphan),
            (Cause::Busy, Some(EndedBy::Client), EndedBy::FarEnd),
            (Cause::Failed, Some(EndedBy::Client), EndedBy::Line),
            (Cause::Failed, None, EndedBy::Line),
            (Cause::None, Some(EndedBy::LostReply), EndedBy::Line),
        ] {
            assert_eq!(EndedBy::of(cause, asked), by, "{cause:?} {asked:?}");
        }
    }
}
