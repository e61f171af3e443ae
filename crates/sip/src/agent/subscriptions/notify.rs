//! NOTIFY, asked for or not (RFC 6665 §4.1.3): what is watched has changed, or is watched no more.

use super::{Kind, Stage, WatchId, summary};
use crate::agent::dialog::Dialog;
use crate::agent::outside::{body_of_type, line_for};
use crate::agent::values::leading_number;
use crate::agent::{Agent, EVENTS, Event, LineId};
use crate::flow::Flow;
use crate::message::value::{Params, token_before};
use crate::message::{Message, Method, Name};
use crate::transaction::ServerId;
use std::time::Duration;

/// What a NOTIFY says about its subscription.
enum State {
    /// Active or pending, for so many seconds if it says.
    Holds(Option<u64>),
    Over(Over),
}

/// What to do after the end (§4.1.3).
enum Over {
    /// Ask again at once.
    Again,
    /// Ask again after a while, that long if it says.
    Later(Option<Duration>),
    /// Ask no more.
    Never,
}

fn state(message: &Message<'_>) -> State {
    let value = message.header(Name::SubscriptionState).unwrap_or_default();
    let params = Params::after(value);
    let param = |name: &str| {
        let mut params = params.clone();
        let found = params.find(|(key, _)| key.eq_ignore_ascii_case(name));
        found.and_then(|(_, value)| value)
    };
    if !token_before(value, b';').eq_ignore_ascii_case("terminated") {
        return State::Holds(param("expires").and_then(leading_number));
    }
    let after = param("retry-after").and_then(leading_number);
    let after = after.map(|seconds| Duration::from_secs(seconds.min(3600)));
    let reason = param("reason").unwrap_or_default().to_ascii_lowercase();
    State::Over(match reason.as_str() {
        "deactivated" | "timeout" => Over::Again,
        "rejected" | "noresource" | "invariant" => Over::Never,
        _ => Over::Later(after),
    })
}

impl Agent {
    /// A request within the dialog of a subscription of ours.
    pub(in crate::agent) fn watch_request(
        &mut self,
        id: WatchId,
        message: &Message<'_>,
        flow: &Flow,
        server: ServerId,
    ) {
        let core = &mut self.core;
        let Some(watch) = self.watches.all.get_mut(id.0) else {
            return core.refuse(message, flow, server, 481, &[]);
        };
        let Some(dialog) = &mut watch.dialog else {
            return match message.method() {
                Method::Notify => self.watch_notified(id, message, flow, server),
                _ => core.refuse(message, flow, server, 481, &[]),
            };
        };
        // Another branch of a request that was forked: one is enough (§4.1.4).
        if !dialog.is_of(message.call_id(), message.from_tag()) {
            return core.refuse(message, flow, server, 481, &[]);
        }
        if !dialog.take_number(message, flow) {
            return core.refuse(message, flow, server, 500, &[]);
        }
        match message.method() {
            Method::Notify => self.watch_notified(id, message, flow, server),
            Method::Options => core.options(message, flow, server),
            _ => core.refuse_method(message, flow, server),
        }
    }

    fn watch_notified(
        &mut self,
        id: WatchId,
        message: &Message<'_>,
        flow: &Flow,
        server: ServerId,
    ) {
        let core = &mut self.core;
        let Some(watch) = self.watches.all.get_mut(id.0) else {
            return;
        };
        if !package(message).eq_ignore_ascii_case(watch.kind.package()) {
            return core.refuse(message, flow, server, 489, &[(Name::AllowEvents, EVENTS)]);
        }
        let media_type = watch.kind.media_type();
        let body = body_of_type(message, media_type).unwrap_or_default();
        if body.is_empty() && !message.body().is_empty() {
            return core.refuse(message, flow, server, 415, &[(Name::Accept, media_type)]);
        }
        // It may come before the answer to our SUBSCRIBE, and makes the dialog then (§4.4.1).
        let number = watch.number;
        let dialog = watch.dialog.get_or_insert_with(|| {
            let mut dialog = Dialog::of_called(message, "", flow);
            dialog.cseq = number;
            if dialog.target.is_empty() {
                dialog.target = watch.settings.uri.as_str().into();
            }
            dialog
        });
        dialog.refresh_target(message, flow);
        watch.heard = true;
        let (line, stage) = (watch.line, watch.stage);
        let news = match &mut watch.kind {
            _ if body.is_empty() || stage == Stage::Leaving => None,
            Kind::Messages => summary::read(body).map(|news| messages(line, news)),
            Kind::Dialogs(dialogs) => {
                if dialogs.take(body).is_none() {
                    return core.refuse(message, flow, server, 400, &[]);
                }
                let uri = watch.settings.uri.clone();
                let dialogs = dialogs.list();
                Some(Event::Dialogs {
                    watch: id,
                    line,
                    uri,
                    dialogs,
                })
            }
        };
        core.answer_here(message, flow, server, line);
        if let Some(news) = news {
            core.tell(news);
        }
        match (state(message), stage) {
            (State::Over(_), Stage::Leaving) => self.unwatched(id),
            (State::Holds(_), Stage::Leaving) => {}
            // Its answer says more.
            (State::Holds(_), Stage::Asking) => {}
            (State::Holds(seconds), _) => {
                let expires = watch.settings.expires.max(watch.least);
                match seconds {
                    Some(seconds) => self.watch_holds(id, seconds.min(expires.into())),
                    None if stage == Stage::Unheard => self.watch_holds(id, expires.into()),
                    None => {}
                }
            }
            (State::Over(Over::Again), _) => self.watch_again(id),
            (State::Over(Over::Later(after)), _) => self.watch_failed(id, 0, false, after),
            (State::Over(Over::Never), _) => self.watch_is_refused(id),
        }
    }

    /// A NOTIFY that no dialog of ours asked for: servers tell of waiting messages so. It counts when
    /// it comes from the line's servers, or from an address that its settings name.
    pub(in crate::agent) fn outside_notify(
        &mut self,
        message: &Message<'_>,
        flow: &Flow,
        server: ServerId,
    ) {
        let core = &mut self.core;
        if !package(message).eq_ignore_ascii_case(Kind::Messages.package()) {
            return match known_package(message) {
                true => core.refuse(message, flow, server, 481, &[]),
                false => core.refuse(message, flow, server, 489, &[(Name::AllowEvents, EVENTS)]),
            };
        }
        let id = line_for(&self.by_user, &core.lines, message);
        let line = id.and_then(|id| core.line(id).map(|line| (id, line)));
        let known = line.filter(|(_, line)| line.knows(flow.peer.ip()));
        let Some((line, _)) = known else {
            return core.refuse(message, flow, server, 481, &[]);
        };
        let wanted = [(Name::Accept, summary::TYPE)];
        let body = body_of_type(message, summary::TYPE).unwrap_or_default();
        if body.is_empty() && !message.body().is_empty() {
            return core.refuse(message, flow, server, 415, &wanted);
        }
        core.answer_here(message, flow, server, line);
        if let Some(news) = summary::read(body) {
            core.tell(messages(line, news));
        }
    }
}

/// The event package that a message is about.
fn package<'a>(message: &Message<'a>) -> &'a str {
    token_before(message.header(Name::Event).unwrap_or_default(), b';')
}

fn known_package(message: &Message<'_>) -> bool {
    let package = package(message);
    EVENTS
        .split(", ")
        .any(|known| known.eq_ignore_ascii_case(package))
}

fn messages(line: LineId, news: summary::Summary) -> Event {
    Event::Messages {
        line,
        waiting: news.waiting,
        new: news.new,
        old: news.old,
    }
}
