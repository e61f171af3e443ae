//! What others tell us of for as long as we ask for it (RFC 6665, the subscriber's side): messages
//! that wait (RFC 3842), and the calls of another line (RFC 4235).
//!
//! | stage | what it waits for |
//! |---|---|
//! | Waiting | the registration of a line that registers |
//! | Finding | the ways to the notifier, asked for with [`Event::FindNotifier`] |
//! | Asking | the answer to the first SUBSCRIBE; a NOTIFY may come before it |
//! | Unheard | the first NOTIFY, for 64·T1 (Timer N, §4.1.2.4) |
//! | Active | the time to ask again, or its answer |
//! | Pausing | the time for another attempt |
//! | Leaving | the last NOTIFY after we said that we want no more |

mod answers;
mod dialog_info;
mod notify;
mod summary;

pub use dialog_info::{Direction, WatchedDialog, WatchedState};

use super::dialog::Dialog;
use super::line::Line;
use super::{Agent, Core, Event, LineId, Owner};
use crate::digest::Session;
use crate::flow::Flow;
use crate::message::uri::Uri;
use crate::message::{Message, Method, Name, Writer};
use crate::slab::{Place, Slab};
use crate::timer::{Ticket, Timers};
use crate::transaction::ClientId;
use dialog_info::Dialogs;
use std::collections::{HashMap, VecDeque};
use std::net::SocketAddr;
use std::time::{Duration, Instant};

/// The longest pause between attempts that fail, unless the notifier asks for a longer one.
const LONGEST_PAUSE: Duration = Duration::from_secs(600);
/// The pause after a refusal that another attempt will hardly change.
const FIRM_PAUSE: Duration = Duration::from_secs(1800);

/// Something that is watched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct WatchId(pub(crate) Place);

impl WatchId {
    /// As one number, never zero.
    pub fn to_bits(self) -> u64 {
        self.0.to_bits()
    }

    /// From [`WatchId::to_bits`].
    pub fn from_bits(bits: u64) -> Self {
        WatchId(Place::from_bits(bits))
    }
}

/// How something is watched.
#[derive(Debug, Clone)]
pub struct WatchSettings {
    /// Whose messages or calls: the Request-URI, such as `sip:alice@example.com`.
    pub uri: String,
    /// For how many seconds at a time, when the notifier does not want it otherwise.
    pub expires: u32,
    /// The pause after a first attempt that failed; the next ones are longer.
    pub pause: Duration,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Waiting,
    Finding,
    Asking,
    Unheard,
    Active,
    Pausing,
    Leaving,
}

/// What is watched, and what is known of it.
enum Kind {
    Messages,
    Dialogs(Dialogs),
}

impl Kind {
    fn package(&self) -> &'static str {
        match self {
            Kind::Messages => "message-summary",
            Kind::Dialogs(_) => "dialog",
        }
    }

    fn media_type(&self) -> &'static str {
        match self {
            Kind::Messages => summary::TYPE,
            Kind::Dialogs(_) => dialog_info::TYPE,
        }
    }
}

/// A subscription, and the attempts to have one.
struct Watch {
    line: LineId,
    kind: Kind,
    settings: WatchSettings,
    stage: Stage,
    call_id: Box<str>,
    tag: Box<str>,
    /// The number of the last SUBSCRIBE outside a dialog.
    number: u32,
    dialog: Option<Dialog>,
    auth: Session,
    client: Option<ClientId>,
    /// The ways that may still be tried in this attempt, and the one that is.
    flows: VecDeque<Flow>,
    flow: Option<Flow>,
    due: Option<Ticket>,
    /// Whether a NOTIFY came.
    heard: bool,
    /// The shortest time that the notifier accepts.
    least: u32,
    /// How often one request was tried again for an interval.
    raised: u32,
    /// Attempts that failed since one held.
    failures: u32,
    /// When it began to hold.
    since: Option<Instant>,
}

/// All subscriptions of an agent.
pub(super) struct Watches {
    all: Slab<Watch>,
    /// By our own tag in their dialogs.
    by_tag: HashMap<Box<str>, WatchId>,
    due: Timers<WatchId>,
    /// What waits for its line to be registered.
    waiting: Vec<WatchId>,
}

impl Watches {
    pub fn new() -> Self {
        Watches {
            all: Slab::new(),
            by_tag: HashMap::new(),
            due: Timers::default(),
            waiting: Vec::new(),
        }
    }

    pub fn next(&self) -> Option<Instant> {
        self.due.next()
    }

    #[cfg(test)]
    pub fn is_empty(&self) -> bool {
        self.all.len() == 0 && self.by_tag.is_empty() && self.waiting.is_empty()
    }

    /// Dialogs and timers, for those who count.
    pub fn counts(&self) -> (usize, usize) {
        let dialogs = self.all.iter().filter(|watch| watch.dialog.is_some());
        (dialogs.count(), self.due.len())
    }
}

impl Agent {
    /// Asks whether messages wait for a line, and keeps asking (RFC 3842): the news come as
    /// [`Event::Messages`]. `None` if the URI is none that can be asked. Each attempt begins with
    /// [`Event::FindNotifier`], of a line that registers as soon as it is registered; it ends with [`Agent::unwatch`] or [`Agent::unregister`].
    pub fn watch_messages(
        &mut self,
        now: Instant,
        line: LineId,
        settings: WatchSettings,
    ) -> Option<WatchId> {
        self.watch(now, line, settings, Kind::Messages)
    }

    /// Asks for the calls of another line, and keeps asking (RFC 4235): the news come as
    /// [`Event::Dialogs`]. Otherwise as [`Agent::watch_messages`].
    pub fn watch_dialogs(
        &mut self,
        now: Instant,
        line: LineId,
        settings: WatchSettings,
    ) -> Option<WatchId> {
        self.watch(now, line, settings, Kind::Dialogs(Dialogs::default()))
    }

    fn watch(
        &mut self,
        now: Instant,
        line: LineId,
        settings: WatchSettings,
        kind: Kind,
    ) -> Option<WatchId> {
        self.core.now = now;
        self.core.line(line)?;
        Uri::parse(&settings.uri).filter(|uri| uri.is_sip() && uri.headers.is_empty())?;
        let place = self.watches.all.insert(Watch {
            line,
            kind,
            settings,
            stage: Stage::Pausing,
            call_id: Box::default(),
            tag: Box::default(),
            number: 0,
            dialog: None,
            auth: Session::default(),
            client: None,
            flows: VecDeque::new(),
            flow: None,
            due: None,
            heard: false,
            least: 0,
            raised: 0,
            failures: 0,
            since: None,
        });
        let id = WatchId(place);
        self.find_notifier(id);
        Some(id)
    }

    /// Answers [`Event::FindNotifier`] with the ways there, best first; none if there are none.
    pub fn subscribe(&mut self, now: Instant, id: WatchId, flows: Vec<Flow>) {
        self.core.now = now;
        let Some(watch) = self.watches.all.get_mut(id.0) else {
            return;
        };
        if watch.stage != Stage::Finding {
            return;
        }
        watch.flows = flows.into();
        watch.flow = watch.flows.pop_front();
        if watch.flow.is_some() {
            watch.stage = Stage::Asking;
            self.send_subscribe(id);
        } else {
            self.watch_failed(id, 0, false, None);
        }
    }

    /// Watches something no more. [`Event::Unwatched`] comes when nothing of it is left.
    pub fn unwatch(&mut self, now: Instant, id: WatchId) {
        self.core.now = now;
        let Some(watch) = self.watches.all.get_mut(id.0) else {
            return;
        };
        if watch.stage == Stage::Leaving {
            return;
        }
        if let Some(client) = watch.client.take() {
            self.core.layer.forget(client);
        }
        // Whoever has no dialog with us gets 481 for what it still says.
        if watch.dialog.is_none() {
            return self.unwatched(id);
        }
        watch.stage = Stage::Leaving;
        self.send_subscribe(id);
        let end = self.core.settings.times.give_up();
        self.watch_later(id, end);
    }

    /// The subscription whose dialog a request is of.
    pub(super) fn watch_of(&self, request: &Message<'_>) -> Option<WatchId> {
        let id = self.watches.by_tag.get(request.to_tag()).copied()?;
        let watch = self.watches.all.get(id.0)?;
        (*watch.call_id == *request.call_id()).then_some(id)
    }

    /// Ends everything that a line watches.
    pub(super) fn unwatch_line(&mut self, now: Instant, line: LineId) {
        let all = self.watches.all.iter_mut();
        let of_line = all.filter(|(_, watch)| watch.line == line);
        let ids: Vec<WatchId> = of_line.map(|(place, _)| WatchId(place)).collect();
        for id in ids {
            self.unwatch(now, id);
        }
    }

    /// A connection broke: what is watched over it is asked for again, since the news come that way.
    pub(super) fn renew_watches(&mut self, flow: &Flow) {
        let all = self.watches.all.iter_mut();
        let over_it = all.filter(|(_, watch)| {
            let own = watch.dialog.as_ref().map(|dialog| &dialog.flow);
            let same = own.is_some_and(|o| o.transport == flow.transport && o.peer == flow.peer);
            same && watch.stage == Stage::Active && watch.client.is_none()
        });
        let ids = over_it.map(|(place, _)| WatchId(place)).collect();
        self.renew_later(ids);
    }

    fn renew_later(&mut self, ids: Vec<WatchId>) {
        for id in ids {
            // The registration goes first, and not all come at once.
            let luck = u64::from(self.core.random.number() % 2000);
            self.watch_later(id, Duration::from_millis(2500 + luck));
        }
    }

    /// Our address may be another one by now: what is watched is asked for again with the new one.
    pub(super) fn readdress_watches(
        &mut self,
        local: &mut impl FnMut(&Flow) -> Option<SocketAddr>,
    ) {
        let mut moved = Vec::new();
        for (place, watch) in self.watches.all.iter_mut() {
            let dialog = watch.dialog.as_mut();
            let has_moved = dialog.is_some_and(|dialog| dialog.readdress(local));
            if has_moved && watch.stage == Stage::Active && watch.client.is_none() {
                moved.push(WatchId(place));
            }
        }
        self.renew_later(moved);
    }

    /// Does what is due.
    pub(super) fn watches_due(&mut self, now: Instant) {
        while let Some((id, ticket)) = self.watches.due.take(now) {
            let Some(watch) = self.watches.all.get_mut(id.0) else {
                continue;
            };
            if watch.due != Some(ticket) {
                continue;
            }
            watch.due = None;
            match watch.stage {
                Stage::Pausing => self.find_notifier(id),
                Stage::Active if watch.client.is_none() => self.send_subscribe(id),
                // It is accepted, and nobody tells us anything.
                Stage::Unheard => self.watch_failed(id, 0, false, None),
                Stage::Leaving => self.unwatched(id),
                Stage::Waiting | Stage::Finding | Stage::Asking | Stage::Active => {}
            }
        }
    }

    /// A line may have been registered: what waited for that goes on.
    pub(super) fn watches_can_go_on(&mut self, line: LineId) {
        let known = self.core.line(line);
        if self.watches.waiting.is_empty() || known.is_some_and(Line::waits_to_be_registered) {
            return;
        }
        let all = &self.watches.all;
        let is_of_line = |id: &WatchId| all.get(id.0).is_some_and(|watch| watch.line == line);
        let waiting = std::mem::take(&mut self.watches.waiting);
        let (now, later) = waiting.into_iter().partition(is_of_line);
        self.watches.waiting = later;
        let now: Vec<WatchId> = now;
        for id in now {
            self.find_notifier(id);
        }
    }

    /// Begins an attempt, with a dialog to be made anew.
    fn find_notifier(&mut self, id: WatchId) {
        let Some(watch) = self.watches.all.get_mut(id.0) else {
            return;
        };
        self.watches.by_tag.remove(&watch.tag);
        watch.call_id = self.core.random.text(24).into();
        watch.tag = self.core.random.text(12).into();
        watch.number = 0;
        watch.dialog = None;
        watch.heard = false;
        watch.raised = 0;
        watch.since = None;
        watch.stage = Stage::Finding;
        if let Kind::Dialogs(dialogs) = &mut watch.kind {
            dialogs.begin();
        }
        self.watches.by_tag.insert(watch.tag.clone(), id);
        // Servers know nobody who is not registered.
        let line = self.core.line(watch.line);
        if line.is_some_and(Line::waits_to_be_registered) {
            watch.stage = Stage::Waiting;
            return self.watches.waiting.push(id);
        }
        let (line, uri) = (watch.line, watch.settings.uri.clone());
        self.core.tell(Event::FindNotifier {
            watch: id,
            line,
            uri,
        });
    }

    /// Sends a SUBSCRIBE: the first one, one that goes on, or the last one.
    fn send_subscribe(&mut self, id: WatchId) {
        let core = &mut self.core;
        let Some(watch) = self.watches.all.get_mut(id.0) else {
            return;
        };
        let Some((writer, flow)) = watch.request(core) else {
            return;
        };
        let draft = super::incoming::draft(writer, Method::Subscribe);
        watch.client = Some(core.send(draft, &flow, Owner::Watch(id)));
    }

    /// Something is due for this subscription after this time, and nothing else.
    fn watch_later(&mut self, id: WatchId, time: Duration) {
        let due = self.core.now + time;
        if let Some(watch) = self.watches.all.get_mut(id.0) {
            self.watches.due.replace(&mut watch.due, due, id);
        }
    }

    /// Nothing is left of it.
    fn unwatched(&mut self, id: WatchId) {
        let Some(mut watch) = self.watches.all.remove(id.0) else {
            return;
        };
        if let Some(client) = watch.client {
            self.core.layer.forget(client);
        }
        self.watches.due.clear(&mut watch.due);
        self.watches.by_tag.remove(&watch.tag);
        self.watches.waiting.retain(|waiting| *waiting != id);
        self.core.tell(Event::Unwatched { watch: id });
    }
}

impl Watch {
    fn request(&mut self, core: &mut Core) -> Option<(Writer, Flow)> {
        let line = core.lines.get(self.line.0 as usize)?;
        let (mut writer, uri, contact, flow) = match &mut self.dialog {
            Some(dialog) => {
                let writer = dialog.next(Method::Subscribe);
                let uri = dialog.request_uri().to_owned();
                (writer, uri, dialog.contact(line), dialog.flow.clone())
            }
            None => {
                let flow = self.flow.clone()?;
                self.number += 1;
                let uri = self.settings.uri.as_str();
                let mut writer = Writer::request(Method::Subscribe, uri);
                for route in line.routes() {
                    writer.header(Name::Route, route);
                }
                let identity = &line.settings.identity;
                writer
                    .number(Name::MaxForwards, 70)
                    .parts(Name::From, &[identity, ";tag=", &self.tag])
                    .parts(Name::To, &["<", uri, ">"])
                    .header(Name::CallId, &self.call_id)
                    .cseq(self.number, Method::Subscribe);
                (writer, uri.to_owned(), line.contact(&flow), flow)
            }
        };
        let expires = match self.stage {
            Stage::Leaving => 0,
            _ => self.settings.expires.max(self.least),
        };
        writer
            .header(Name::Contact, &contact)
            .header(Name::Event, self.kind.package())
            .header(Name::Accept, self.kind.media_type())
            .number(Name::Expires, expires.into());
        core.sign(&mut writer);
        if let Some(who) = &line.settings.credentials {
            let random = &mut core.random;
            self.auth
                .write(who, Method::Subscribe, &uri, random, &mut writer);
        }
        Some((writer, flow))
    }
}
