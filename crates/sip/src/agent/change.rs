//! Changes within a call: re-INVITE and UPDATE, ours and the far end's (RFC 3261 §14, RFC 3311,
//! RFC 6337): hold, resume, a new address, and the refreshing of a session.

use super::call::{Call, Stage};
use super::established::{Unacknowledged, about_us};
use super::refresh::Asked;
use super::reinvites::Reinvites;
use super::{Agent, CallId, Core, Failure, Refusal, SDP, What};
use crate::flow::{ConnectionId, Flow};
use crate::message::{Message, Method, Name};
use crate::sdp;
use crate::transaction::{ClientId, ServerId};
use std::net::SocketAddr;
use std::time::{Duration, Instant};

/// What a change of ours is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wish {
    Hold,
    Resume,
    /// Our sound arrives there.
    Move(SocketAddr),
    /// Nothing changes: the session lives on (RFC 4028 §7.4).
    Refresh,
}

impl Wish {
    /// Whether the application waits for it.
    fn is_asked_for(self) -> bool {
        self != Wish::Refresh
    }
}

/// A request of ours under way.
struct UnderWay {
    client: ClientId,
    /// The connection that it took, if one stood there.
    sent_over: Option<ConnectionId>,
    wish: Wish,
    method: Method,
    number: u32,
    /// Our side before it: on hold or not, where our sound arrived, and whether the far end knew an old
    /// address of ours.
    held: bool,
    address: Option<SocketAddr>,
    stale: bool,
}

/// As many requests one change takes at most: for challenges, intervals and collisions.
const MAX_TRIES: u8 = 10;

/// Our changes of one call: one at a time.
#[derive(Default)]
pub(super) struct Change {
    under_way: Option<UnderWay>,
    wanted: Option<Wish>,
    refresh_wanted: bool,
    /// How many requests the one under way has taken.
    tries: u8,
    /// Whether a connection took one of these with it, which may have arrived all the same.
    lost_one: bool,
    pub reinvites: Reinvites,
}

impl Change {
    /// Whether a request of ours waits for its answer.
    pub fn is_under_way(&self) -> bool {
        self.under_way.is_some()
    }

    pub fn is(&self, client: ClientId) -> bool {
        self.under_way.as_ref().is_some_and(|u| u.client == client)
    }

    /// Our sound arrives elsewhere, whatever becomes of the request under way.
    pub fn readdress(&mut self, media: SocketAddr) {
        if let Some(under_way) = &mut self.under_way {
            under_way.address = Some(media);
        }
    }

    /// One has come to its end: what stood in its way is nothing to the next.
    fn end_one(&mut self) {
        self.tries = 0;
        self.lost_one = false;
    }
}

impl Agent {
    /// Puts a connected call on hold: we neither send nor want to be sent to. Its end is told by
    /// [`super::Event::Done`].
    pub fn hold(&mut self, now: Instant, id: CallId) -> Result<(), Refusal> {
        self.change(now, id, Wish::Hold)
    }

    /// Takes a call back from hold.
    pub fn resume(&mut self, now: Instant, id: CallId) -> Result<(), Refusal> {
        self.change(now, id, Wish::Resume)
    }

    /// Our sound arrives at another address from now on.
    pub fn move_media(&mut self, now: Instant, id: CallId, to: SocketAddr) -> Result<(), Refusal> {
        self.change(now, id, Wish::Move(to))
    }

    fn change(&mut self, now: Instant, id: CallId, wish: Wish) -> Result<(), Refusal> {
        self.core.now = now;
        let asked = self.with(id, |call, core| call.ask_for(core, wish));
        self.settle();
        asked.unwrap_or(Err(Refusal::Over))
    }
}

impl Call {
    fn ask_for(&mut self, core: &mut Core, wish: Wish) -> Result<(), Refusal> {
        let over = self.over;
        let Stage::Up(up) = &mut self.stage else {
            return Err(Refusal::WrongState);
        };
        let waits = |u: &UnderWay| u.wish.is_asked_for();
        if over || up.change.wanted.is_some() || up.change.under_way.as_ref().is_some_and(waits) {
            return Err(Refusal::WrongState);
        }
        up.change.wanted = Some(wish);
        // A refreshing that is not over leaves it all its tries, and what was lost of that stays lost.
        up.change.tries = 0;
        self.start_change(core);
        Ok(())
    }

    /// The session is to be refreshed by us.
    pub(super) fn ask_for_refresh(&mut self, core: &mut Core) {
        if let Stage::Up(up) = &mut self.stage {
            up.change.refresh_wanted = true;
            self.start_change(core);
        }
    }

    /// Nothing is changed any more: whoever waits is told.
    pub(super) fn end_change(&mut self, core: &mut Core) {
        let Stage::Up(up) = &mut self.stage else {
            return;
        };
        let under_way = up.change.under_way.take();
        if let Some(under_way) = &under_way {
            // Its 2xx is acknowledged all the same, as a late answer.
            core.layer.forget(under_way.client);
        }
        let wishes = [under_way.map(|u| u.wish), up.change.wanted.take()];
        up.change.refresh_wanted = false;
        if wishes.into_iter().flatten().any(Wish::is_asked_for) {
            self.done(core, Err(Refusal::Over));
        }
    }

    /// Begins the change that is wanted, unless something is under way that has to end first (§14.1).
    pub(super) fn start_change(&mut self, core: &mut Core) {
        let waits_after_glare = self.is_timed(What::Glare);
        let Stage::Up(up) = &mut self.stage else {
            return;
        };
        let busy = up.change.under_way.is_some() || up.unacknowledged.is_some();
        if self.over || busy || waits_after_glare {
            return;
        }
        let wish = match (up.change.wanted, up.change.refresh_wanted) {
            (Some(wish), _) => wish,
            (None, true) => Wish::Refresh,
            (None, false) => return,
        };
        up.change.wanted = None;
        up.change.refresh_wanted = false;
        up.dialog.begin_anew();
        self.send_change(core, wish);
    }

    fn send_change(&mut self, core: &mut Core, wish: Wish) {
        if let Stage::Up(up) = &mut self.stage {
            up.change.tries = up.change.tries.saturating_add(1);
        }
        let Stage::Up(up) = &self.stage else { return };
        // Without an offer UPDATE is the smaller one (RFC 4028 §7.4).
        let method = match wish {
            Wish::Refresh if up.allows_update && !self.stale => Method::Update,
            _ => Method::Invite,
        };
        let uri = self.uri_to_sign(&up.dialog);
        let credentials = self.credentials(core, method, &uri);
        let owner = self.owner();
        let media = self.media.as_mut();
        let (held, address) = match &media {
            Some(media) => (media.holds(), Some(media.address())),
            None => (false, None),
        };
        let offer = media.map(|media| {
            match wish {
                Wish::Hold => media.hold(true),
                Wish::Resume => media.hold(false),
                Wish::Move(to) => media.move_to(to),
                Wish::Refresh => {}
            }
            match method {
                Method::Invite => media.offer(),
                _ => Vec::new(),
            }
        });
        let Stage::Up(up) = &mut self.stage else {
            return;
        };
        let Some(line) = core.lines.get(self.line.0 as usize) else {
            return;
        };
        let mut writer = up.dialog.next(method);
        about_us(&mut writer, &up.dialog, line);
        super::refresh::ask_again(
            &mut writer,
            up.session.as_ref(),
            &line.settings.session_timer,
        );
        core.sign(&mut writer);
        writer.lines(&credentials);
        let draft = match (method, offer) {
            (Method::Invite, Some(offer)) => {
                super::incoming::described_draft(writer, method, &offer)
            }
            _ => super::incoming::draft(writer, method),
        };
        let flow = &up.dialog.flow;
        let sent_over = flow.connection;
        let client = core.send(draft, flow, owner);
        let number = up.dialog.cseq;
        let mut stale = false;
        if method == Method::Invite {
            up.change.reinvites.remember(number, credentials);
            stale = std::mem::take(&mut self.stale);
        }
        up.change.under_way = Some(UnderWay {
            client,
            sent_over,
            wish,
            method,
            number,
            held,
            address,
            stale,
        });
    }

    /// A change of ours rings for ever: it is given up.
    pub(super) fn change_is_silent(&mut self, core: &mut Core) {
        let Stage::Up(up) = &self.stage else { return };
        if let Some(under_way) = &up.change.under_way {
            core.layer
                .cancel(core.now, under_way.client, &[], &mut core.out);
        }
    }

    pub(super) fn change_answered(&mut self, core: &mut Core, message: &Message<'_>, flow: &Flow) {
        let code = message.code().unwrap_or_default();
        if code < 200 {
            if message.method() == Method::Invite {
                let silence = core.settings.times.t1 * 360;
                self.after(core, silence, What::Silence);
            }
            return;
        }
        self.stop(core, What::Silence);
        let Stage::Up(up) = &mut self.stage else {
            return;
        };
        let Some(done) = up.change.under_way.take() else {
            return;
        };
        if code >= 300 {
            up.change.reinvites.refused(done.number);
        }
        let may_try = up.change.tries < MAX_TRIES;
        let lost_one = up.change.lost_one;
        match code {
            200..300 => {
                let Stage::Up(up) = &mut self.stage else {
                    return;
                };
                up.learn(message);
                up.dialog.refresh_target(message, flow);
                if done.method == Method::Invite {
                    let reinvites = &up.change.reinvites;
                    reinvites.acknowledge(core, &up.dialog, done.number);
                    let described = super::outside::description(message);
                    let media = self.media.as_mut();
                    let remote = described
                        .zip(media)
                        .map(|(said, media)| media.answered(said).cloned());
                    if let Some(Ok(remote)) = remote {
                        self.take_media(core, &remote);
                    }
                }
                self.resolve(core);
                self.session_was_refreshed(core, message);
                if done.wish.is_asked_for() {
                    self.done(core, Ok(()));
                }
            }
            401 | 407 if may_try && self.is_challenged(core, message) => {
                return self.send_change_again(core, &done);
            }
            422 if may_try && self.session_wants_longer(message) => {
                return self.send_change_again(core, &done);
            }
            // Both sides changed something at once: the one that placed the call waits longer (§14.1).
            // Or the far end has to answer the one first that was lost on the way (§14.2).
            491 | 500 if may_try && (code == 491 || lost_one) => {
                let Stage::Up(up) = &mut self.stage else {
                    return;
                };
                let tens = match up.placed_by_us {
                    true => 210 + core.random.number() % 191,
                    false => core.random.number() % 201,
                };
                match done.wish {
                    Wish::Refresh => up.change.refresh_wanted = true,
                    wish => up.change.wanted = Some(wish),
                }
                self.restore_media(&done);
                let wait = Duration::from_millis(u64::from(tens) * 10);
                return self.after(core, wait, What::Glare);
            }
            // The far end knows of no call any more (§12.2.1.2).
            408 | 481 => {
                if done.wish.is_asked_for() {
                    self.done(core, Err(super::outgoing::refusal(message)));
                }
                return self.fail(core, "The far end is not in this call any more.");
            }
            // It said that it can, and cannot.
            405 | 501 if done.method == Method::Update && may_try => {
                let Stage::Up(up) = &mut self.stage else {
                    return;
                };
                up.allows_update = false;
                up.change.refresh_wanted = true;
                return self.start_change(core);
            }
            _ => {
                self.restore_media(&done);
                if done.wish.is_asked_for() {
                    self.done(core, Err(super::outgoing::refusal(message)));
                }
                self.change_refused(core, done.wish == Wish::Refresh);
            }
        }
        if let Stage::Up(up) = &mut self.stage {
            up.change.end_one();
        }
        self.start_change(core);
    }

    fn send_change_again(&mut self, core: &mut Core, done: &UnderWay) {
        self.restore_media(done);
        self.send_change(core, done.wish);
    }

    /// A change that was refused leaves everything as it was (§14.1).
    fn restore_media(&mut self, done: &UnderWay) {
        self.stale |= done.stale;
        if let Some(media) = &mut self.media {
            media.hold(done.held);
            if let Some(address) = done.address {
                media.move_to(address);
            }
        }
    }

    pub(super) fn change_unanswered(&mut self, core: &mut Core, failure: Failure) {
        self.stop(core, What::Silence);
        let Stage::Up(up) = &mut self.stage else {
            return;
        };
        let Some(done) = up.change.under_way.take() else {
            return;
        };
        let not_sent = failure != Failure::TimedOut;
        if not_sent && up.dialog.turn_back(failure, done.sent_over) {
            up.change.lost_one |= failure == Failure::Lost;
            return self.send_change_again(core, &done);
        }
        up.change.end_one();
        if done.wish.is_asked_for() {
            let refusal = match not_sent {
                true => Refusal::NotSent,
                false => Refusal::TimedOut,
            };
            self.done(core, Err(refusal));
        }
        if !not_sent {
            return self.fail(
                core,
                "The far end does not answer any more: nothing came in answer to a request.",
            );
        }
        // The network is away, which may be for a moment only.
        self.restore_media(&done);
        self.not_refreshed(core);
        // Whoever waits for the next one is not to wait for a refreshing that leaves.
        self.start_change(core);
    }

    /// A re-INVITE or UPDATE of the far end.
    pub(super) fn far_change(
        &mut self,
        core: &mut Core,
        message: &Message<'_>,
        flow: &Flow,
        server: ServerId,
    ) {
        if let Some((code, name, value)) = super::outside::objection(message) {
            return core.refuse(message, flow, server, code, &[(name, value)]);
        }
        let offer = super::outside::description(message);
        let invite = message.method() == Method::Invite;
        let Stage::Up(up) = &mut self.stage else {
            return;
        };
        // An UPDATE of ours has no offer, and so stands in nobody's way.
        let ours = up.change.under_way.as_ref().map(|u| u.method);
        if ours == Some(Method::Invite) && (invite || offer.is_some()) {
            return core.refuse(message, flow, server, 491, &[]);
        }
        if up.unacknowledged.as_ref().is_some_and(|u| u.offered) && offer.is_some() {
            // Our offer has to be answered first.
            return core.refuse(message, flow, server, 491, &[]);
        }
        let Some(line) = core.lines.get(self.line.0 as usize) else {
            return;
        };
        let shortest = line.settings.session_timer;
        let asked = match Asked::of(message, &shortest) {
            Ok(asked) => asked,
            Err(least) => {
                return core.answer(message, flow, server, 422, |writer| {
                    writer.number(Name::MinSe, least);
                });
            }
        };
        let media = self.media.as_mut();
        let described = invite || offer.is_some();
        let Some(media) = media.filter(|media| !described || media.may_be_told_over(flow)) else {
            return core.refuse(message, flow, server, 488, &[]);
        };
        let (body, agreed) = match offer {
            Some(offer) => match sdp::Agreed::to(offer, media.media()) {
                Ok(agreed) => (Some(media.describe(&agreed)), Some(agreed)),
                Err(_) => return core.refuse(message, flow, server, 488, &[]),
            },
            None if invite => (Some(media.offer()), None),
            None => (None, None),
        };
        up.learn(message);
        up.dialog.refresh_target(message, flow);
        let mut timer = None;
        let tag = self.tag.clone();
        let mut writer = crate::message::Echo::answer(message, flow.peer, 200, "OK", &tag);
        about_us(&mut writer, &up.dialog, line);
        if asked.is_about_timers() || invite {
            timer = asked.answer(&mut writer, &shortest);
        }
        core.sign(&mut writer);
        let bytes = match &body {
            Some(body) => writer.end_with(SDP, body),
            None => writer.end(),
        };
        if invite {
            // An earlier answer that was not acknowledged is out of date.
            if let Some(earlier) = up.unacknowledged.take() {
                core.layer.acknowledged(earlier.server);
            }
            up.unacknowledged = Some(Unacknowledged {
                server,
                number: message.cseq(),
                offered: offer.is_none(),
            });
            core.layer.set_owner(server, super::Owner::Call(self.id));
            // The answer says our address.
            self.stale = false;
        }
        core.respond(server, 200, bytes);
        if let Some(remote) = agreed.as_ref().and_then(sdp::Agreed::remote) {
            self.take_media(core, remote);
        }
        self.resolve(core);
        if asked.is_about_timers() || invite {
            self.begin_session_timer(core, timer);
        }
    }
}
