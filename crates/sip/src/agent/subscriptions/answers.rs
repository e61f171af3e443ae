//! What the answers to our SUBSCRIBEs mean (RFC 6665 §4.1.2).

use super::{FIRM_PAUSE, LONGEST_PAUSE, Stage, WatchId};
use crate::agent::dialog::Dialog;
use crate::agent::values::leading_number;
use crate::agent::{Agent, Event};
use crate::flow::Flow;
use crate::message::{Message, Method, Name};
use crate::transaction::ClientId;
use std::time::Duration;

/// The longest time that a notifier may ask for: a week.
const LONGEST_EXPIRES: u64 = 604_800;
/// The longest pause that a notifier may ask for.
const LONGEST_RETRY_AFTER: u64 = 3600;
/// A subscription that held for so long was none that failed.
const HELD: Duration = Duration::from_secs(60);

impl Agent {
    /// A SUBSCRIBE was answered.
    pub(in crate::agent) fn watch_answered(
        &mut self,
        id: WatchId,
        client: ClientId,
        message: &Message<'_>,
        flow: &Flow,
    ) {
        let code = message.code().unwrap_or_default();
        let Some(watch) = self.watches.all.get_mut(id.0) else {
            return;
        };
        if watch.client != Some(client) || code < 200 {
            return;
        }
        watch.client = None;
        let line = self.core.line(watch.line);
        let has_password = line.is_some_and(|line| line.settings.credentials.is_some());
        match code {
            200..300 => {
                watch.auth.accepted(Method::Subscribe);
                self.watch_accepted(id, message, flow);
            }
            401 | 407 if has_password && watch.auth.take(message) => self.send_subscribe(id),
            _ if watch.stage == Stage::Leaving => self.unwatched(id),
            423 if watch.may_be_longer(message) => {
                watch.auth.accepted(Method::Subscribe);
                self.send_subscribe(id);
            }
            // The notifier knows nothing of it any more: it begins anew (§4.1.2.2).
            481 if watch.stage == Stage::Active => self.watch_again(id),
            // Another server may do better (RFC 3263 §4.3).
            500..600 if self.next_notifier(id) => {}
            _ => {
                let firm = !matches!(code, 408 | 480 | 481 | 423 | 500..600);
                self.watch_failed(id, code, firm, retry_after(message));
            }
        }
    }

    /// A SUBSCRIBE got no answer, or could not be sent.
    pub(in crate::agent) fn watch_unanswered(&mut self, id: WatchId, client: ClientId) {
        let Some(watch) = self.watches.all.get_mut(id.0) else {
            return;
        };
        if watch.client.take_if(|own| *own == client).is_none() {
            return;
        }
        if watch.stage == Stage::Leaving {
            self.unwatched(id);
        } else if !self.next_notifier(id) {
            self.watch_failed(id, 0, false, None);
        }
    }

    fn watch_accepted(&mut self, id: WatchId, message: &Message<'_>, flow: &Flow) {
        let Some(watch) = self.watches.all.get_mut(id.0) else {
            return;
        };
        match &mut watch.dialog {
            Some(dialog) => dialog.refresh_target(message, flow),
            None => {
                let uri = &watch.settings.uri;
                let from = message.header(Name::From).unwrap_or_default();
                let number = message.cseq();
                watch.dialog = Some(Dialog::of_caller(message, from, number, uri, flow));
            }
        }
        if watch.stage == Stage::Leaving {
            return;
        }
        let asked = u64::from(watch.settings.expires.max(watch.least));
        let told = message.header(Name::Expires).and_then(leading_number);
        // The notifier may shorten it, and not more (§4.2.1.1).
        let seconds = told.unwrap_or(asked).min(asked);
        if watch.heard {
            self.watch_holds(id, seconds);
        } else {
            watch.stage = Stage::Unheard;
            let end = self.core.settings.times.give_up();
            self.watch_later(id, end);
        }
    }

    /// A subscription stands for so many seconds more.
    pub(super) fn watch_holds(&mut self, id: WatchId, seconds: u64) {
        let now = self.core.now;
        let Some(watch) = self.watches.all.get_mut(id.0) else {
            return;
        };
        let first = watch.stage != Stage::Active;
        watch.stage = Stage::Active;
        watch.raised = 0;
        let since = *watch.since.get_or_insert(now);
        if now.duration_since(since) >= HELD {
            watch.failures = 0;
        }
        if first {
            let (line, uri) = (watch.line, watch.settings.uri.clone());
            self.core.tell(Event::Watching {
                watch: id,
                line,
                uri,
            });
        }
        self.watch_later(id, refresh_after(seconds));
    }

    /// Goes on to the next server, if there is one, with the first SUBSCRIBE.
    fn next_notifier(&mut self, id: WatchId) -> bool {
        let Some(watch) = self.watches.all.get_mut(id.0) else {
            return false;
        };
        if watch.stage != Stage::Asking || watch.dialog.is_some() {
            return false;
        }
        watch.flow = watch.flows.pop_front();
        let more = watch.flow.is_some();
        if more {
            self.send_subscribe(id);
        }
        more
    }

    /// Begins anew, at once if it held until now.
    pub(super) fn watch_again(&mut self, id: WatchId) {
        let now = self.core.now;
        let Some(watch) = self.watches.all.get_mut(id.0) else {
            return;
        };
        let held = watch.since.map(|since| now.duration_since(since) >= HELD);
        match held {
            Some(true) => {
                watch.failures = 0;
                if let Some(client) = watch.client.take() {
                    self.core.layer.forget(client);
                }
                self.find_notifier(id);
            }
            // Whoever ends what has just begun could go on like that for ever.
            _ => self.watch_failed(id, 481, false, None),
        }
    }

    /// An attempt failed: the next one comes after a pause. `firm`: a refusal that another attempt
    /// will hardly change.
    pub(super) fn watch_failed(
        &mut self,
        id: WatchId,
        code: u16,
        firm: bool,
        after: Option<Duration>,
    ) {
        let Some(watch) = self.watches.all.get_mut(id.0) else {
            return;
        };
        if let Some(client) = watch.client.take() {
            self.core.layer.forget(client);
        }
        // What comes in the dialog from now on is answered 481, which ends it (§4.2.2).
        self.watches.by_tag.remove(&watch.tag);
        watch.dialog = None;
        watch.since = None;
        watch.auth = Default::default();
        watch.stage = Stage::Pausing;
        let growing = watch.settings.pause.max(Duration::from_secs(1));
        let factor = 1_u32.checked_shl(watch.failures).unwrap_or(u32::MAX);
        let growing = growing.saturating_mul(factor).min(LONGEST_PAUSE);
        watch.failures = watch.failures.saturating_add(1);
        let retry = match (firm, after) {
            (true, after) => after.unwrap_or_default().max(FIRM_PAUSE),
            (false, Some(after)) => after.max(watch.settings.pause),
            (false, None) => growing,
        };
        let (line, uri) = (watch.line, watch.settings.uri.clone());
        self.watch_later(id, retry);
        self.core.tell(Event::NotWatching {
            watch: id,
            line,
            uri,
            code,
            retry: Some(retry),
        });
    }

    /// There is nothing to be watched there, and another attempt would not change that (§4.1.3).
    pub(super) fn watch_is_refused(&mut self, id: WatchId) {
        if let Some(watch) = self.watches.all.get(id.0) {
            let (line, uri) = (watch.line, watch.settings.uri.clone());
            self.core.tell(Event::NotWatching {
                watch: id,
                line,
                uri,
                code: 0,
                retry: None,
            });
        }
        self.unwatched(id);
    }
}

impl super::Watch {
    /// Takes the shortest time that a notifier accepts (423), if that makes sense.
    fn may_be_longer(&mut self, message: &Message<'_>) -> bool {
        let least = message.header(Name::MinExpires).and_then(leading_number);
        let asked = u64::from(self.settings.expires.max(self.least));
        match least.filter(|least| *least > asked && *least <= LONGEST_EXPIRES) {
            Some(least) if self.raised < 2 => {
                self.raised += 1;
                self.least = u32::try_from(least).unwrap_or(u32::MAX);
                true
            }
            _ => false,
        }
    }
}

/// When to ask again: with time for a few attempts, a tenth of the time but a minute at most.
fn refresh_after(seconds: u64) -> Duration {
    let margin = (seconds / 10).clamp(1, 60);
    Duration::from_secs(seconds.saturating_sub(margin).max(1))
}

/// When a response says that we may come again (RFC 3261 §20.33).
pub(in crate::agent) fn retry_after(message: &Message<'_>) -> Option<Duration> {
    let seconds = message.header(Name::RetryAfter).and_then(leading_number)?;
    Some(Duration::from_secs(seconds.min(LONGEST_RETRY_AFTER)))
}
