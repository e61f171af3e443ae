//! Session timers (RFC 4028): a session that nobody refreshes ends, and with it a call whose far end
//! has gone without a word.

use super::call::{Call, Stage};
use super::line::SessionTimer;
use super::values::leading_number;
use super::{Core, What};
use crate::message::value::Params;
use crate::message::{Message, Name, Writer};
use std::time::{Duration, Instant};

/// The longest session, in seconds: half a year. What is longer is taken for this.
const LONGEST: u64 = 1 << 24;

/// The session of a call.
#[derive(Debug, Clone, Copy)]
pub(super) struct Session {
    /// For how long one refreshing counts.
    pub interval: Duration,
    /// Whether it is ours to refresh.
    pub ours: bool,
    /// Whether the far end, or a proxy on the way, ends it too when nobody refreshes it. Otherwise we
    /// only look whether the far end is there.
    agreed: bool,
    /// Whether the far end has refused to refresh it.
    refused: bool,
    /// When it ends; known once it has begun.
    ends: Option<Instant>,
}

impl Session {
    fn new(interval: Duration, ours: bool) -> Self {
        Session {
            interval,
            ours,
            agreed: true,
            refused: false,
            ends: None,
        }
    }

    /// One that the far end knows nothing of.
    fn of_ours(interval: Duration) -> Self {
        Session {
            agreed: false,
            ..Session::new(interval, true)
        }
    }

    /// Why it has come to its end.
    fn words(&self) -> &'static str {
        match (self.ours, self.refused) {
            (true, true) => "The far end refused to refresh its session.",
            (true, false) => "The far end does not answer any more: the session was not refreshed.",
            (false, _) => "The far end did not refresh its session.",
        }
    }
}

/// Asks for a session that ends, in an INVITE outside a dialog (§7.1).
pub(super) fn ask(writer: &mut Writer, timer: &SessionTimer, shortest: Option<u32>) {
    if let Some(expires) = timer.expires {
        let least = shortest.map_or(0, u64::from).max(timer.shortest.as_secs());
        writer.number(Name::SessionExpires, expires.as_secs().max(least));
        writer.number(Name::MinSe, least);
    }
}

/// The same within a dialog: who refreshes stays who it is (§7.4).
pub(super) fn ask_again(writer: &mut Writer, session: Option<&Session>, timer: &SessionTimer) {
    match session {
        Some(session) => {
            let who = if session.ours { "uac" } else { "uas" };
            let seconds = session.interval.as_secs().to_string();
            writer.parts(Name::SessionExpires, &[&seconds, ";refresher=", who]);
            writer.number(
                Name::MinSe,
                timer.shortest.as_secs().min(session.interval.as_secs()),
            );
        }
        None => ask(writer, timer, None),
    }
}

/// What a request says about the session that it is for.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Asked {
    expires: Option<u64>,
    /// Whether the far end is to refresh, if it says.
    theirs: Option<bool>,
    /// Whether the far end knows of session timers.
    supported: bool,
    /// The shortest session that it or somebody on the way wants.
    least: u64,
}

impl Asked {
    /// Reads a request. Fails with the shortest interval that we accept if it wants a shorter one.
    pub fn of(message: &Message<'_>, timer: &SessionTimer) -> Result<Self, u64> {
        let supported = message.has_token(Name::Supported, "timer")
            || message.has_token(Name::Require, "timer");
        let value = message.header(Name::SessionExpires);
        let expires = value.and_then(leading_number);
        let least = timer.shortest.as_secs();
        match expires {
            Some(expires) if expires < least && supported => Err(least),
            _ => Ok(Asked {
                expires: expires.map(|expires| expires.clamp(least, LONGEST.max(least))),
                theirs: value.and_then(refresher).map(|who| who == "uac"),
                supported,
                least: message
                    .header(Name::MinSe)
                    .and_then(leading_number)
                    .unwrap_or(0)
                    .min(LONGEST),
            }),
        }
    }

    pub fn is_about_timers(&self) -> bool {
        self.expires.is_some()
    }

    /// Says in a 2xx what the session is (§9). Returns it.
    pub fn answer(&self, writer: &mut Writer, timer: &SessionTimer) -> Option<Session> {
        let (interval, theirs) = match (self.expires, timer.expires) {
            // Whoever can refresh and leaves it open does it.
            (Some(asked), _) => (asked, self.theirs.unwrap_or(true) && self.supported),
            (None, Some(own)) => (own.as_secs().max(self.least), false),
            (None, None) => return None,
        };
        let who = if theirs { "uac" } else { "uas" };
        let seconds = interval.to_string();
        writer.parts(Name::SessionExpires, &[&seconds, ";refresher=", who]);
        if theirs {
            writer.header(Name::Require, "timer");
        }
        Some(Session {
            agreed: self.supported || self.expires.is_some(),
            ..Session::new(Duration::from_secs(interval), !theirs)
        })
    }
}

fn refresher(value: &str) -> Option<&str> {
    let (_, params) = value.split_once(';')?;
    Params::get(params, "refresher")
}

impl Call {
    /// Our INVITE was accepted (§7.2).
    pub(super) fn begin_session_timer_of_caller(&mut self, core: &mut Core, message: &Message<'_>) {
        let own = core
            .line(self.line)
            .and_then(|line| line.settings.session_timer.expires);
        let session = match (said(message), own) {
            (Some((interval, who)), _) => Some(Session::new(interval, who != Some("uas"))),
            // The far end knows nothing of this: we can see whether it is there all the same.
            (None, Some(own)) => Some(Session::of_ours(own)),
            (None, None) => None,
        };
        self.begin_session_timer(core, session);
    }

    /// A session begins, or goes on.
    pub(super) fn begin_session_timer(&mut self, core: &mut Core, session: Option<Session>) {
        let now = core.now;
        let Stage::Up(up) = &mut self.stage else {
            return;
        };
        up.session = session;
        let Some(session) = &mut up.session else {
            return self.stop(core, What::Refresh);
        };
        // The far end's messages have time to arrive (§10).
        let margin = (session.interval / 3).min(Duration::from_secs(32));
        let ends = now + (session.interval - margin);
        session.ends = Some(ends);
        let due = match session.ours {
            true => now + session.interval / 2,
            false => ends,
        };
        self.at(core, due, What::Refresh);
    }

    pub(super) fn refresh_due(&mut self, core: &mut Core) {
        let Stage::Up(up) = &mut self.stage else {
            return;
        };
        let Some(session) = up.session else { return };
        let Some(ends) = session.ends else { return };
        if session.ours && core.now < ends {
            self.at(core, ends, What::Refresh);
            return self.ask_for_refresh(core);
        }
        self.fail(core, session.words());
    }

    /// A re-INVITE or UPDATE of ours was accepted.
    pub(super) fn session_was_refreshed(&mut self, core: &mut Core, message: &Message<'_>) {
        let Stage::Up(up) = &self.stage else { return };
        let session = match (said(message), up.session) {
            (Some((interval, who)), _) => Some(Session::new(interval, who != Some("uas"))),
            (None, Some(session)) => Some(Session::of_ours(session.interval)),
            (None, None) => None,
        };
        self.begin_session_timer(core, session);
    }

    /// The far end wants a longer session (§7.4). False if it says no longer one.
    pub(super) fn session_wants_longer(&mut self, message: &Message<'_>) -> bool {
        let least = message.header(Name::MinSe).and_then(leading_number);
        let Stage::Up(up) = &mut self.stage else {
            return false;
        };
        match (&mut up.session, least.map(Duration::from_secs)) {
            (_, Some(least)) if least.as_secs() >= 1 << 20 => false,
            (Some(session), Some(least)) if least > session.interval => {
                session.interval = least;
                true
            }
            // None was agreed on yet, only asked for.
            (session @ None, Some(least)) => {
                *session = Some(Session::of_ours(least));
                true
            }
            _ => false,
        }
    }

    /// A change was refused by whoever is there: that is all we want to know of a far end that agreed
    /// to no session. One that did ends it without a refreshing (§10). `nothing_else`: the change was
    /// for that alone.
    pub(super) fn change_refused(&mut self, core: &mut Core, nothing_else: bool) {
        let Stage::Up(up) = &mut self.stage else {
            return;
        };
        if let Some(session) = up.session.filter(|session| !session.agreed) {
            return self.begin_session_timer(core, Some(session));
        }
        if let Some(session) = &mut up.session {
            session.refused |= nothing_else;
        }
        self.not_refreshed(core);
    }

    /// There was no refreshing, which leaves the session until its end: it is tried once more.
    pub(super) fn not_refreshed(&mut self, core: &mut Core) {
        let Stage::Up(up) = &self.stage else { return };
        if let Some(Session {
            ends: Some(ends),
            ours: true,
            ..
        }) = up.session
        {
            let half = ends.saturating_duration_since(core.now) / 2;
            if half > Duration::from_secs(1) {
                self.after(core, half, What::Refresh);
            }
        }
    }
}

/// The interval and who refreshes, as a response says.
fn said<'a>(message: &Message<'a>) -> Option<(Duration, Option<&'a str>)> {
    let value = message.header(Name::SessionExpires)?;
    let seconds = leading_number(value)?.clamp(1, LONGEST);
    Some((Duration::from_secs(seconds), refresher(value)))
}
