//! A call that was answered, from its 2xx to the end of the last BYE (RFC 3261 §14, §15).

use super::call::{Call, Stage};
use super::change::Change;
use super::dialog::Dialog;
use super::keys::Keys;
use super::late::Placed;
use super::refresh::Session;
use super::reliable::acknowledges;
use super::transfer::Transfer;
use super::{ALLOWED, Agent, CallId, Core, End, Event, Failure, What};
use crate::flow::{ConnectionId, Flow};
use crate::message::{Message, Method, Name};
use crate::sdp;
use crate::transaction::{ClientId, ServerId};

/// An INVITE of the far end that we accepted and that is not acknowledged yet.
pub(super) struct Unacknowledged {
    pub server: ServerId,
    pub number: u32,
    /// Whether our answer had an offer, which the ACK has to answer.
    pub offered: bool,
}

/// An answered call.
pub(super) struct Up {
    pub dialog: Dialog,
    /// The INVITE that we placed, as long as answers to it may come.
    pub placed: Option<Placed>,
    /// Their INVITEs: the one that made the call, or one within it.
    pub unacknowledged: Option<Unacknowledged>,
    /// Whether the ACK that our BYE has to wait for is there (§15): a called party's first one.
    confirmed: bool,
    /// Our BYE, and the connection that it took if one stood there.
    bye: Option<(ClientId, Option<ConnectionId>)>,
    /// The one before it, which took another way and may still be answered.
    first_bye: Option<ClientId>,
    /// Whether a BYE was answered by nobody, and another went another way.
    bye_is_late: bool,
    pub change: Change,
    pub allows_update: bool,
    pub allows_info: bool,
    pub keys: Keys,
    pub held_by_peer: bool,
    pub session: Option<Session>,
    pub transfer: Transfer,
    /// The numbers of a reliable response of ours that was overtaken by the answer, and of the INVITE:
    /// its PRACK may come (RFC 3262 §3).
    pub overtaken: Option<(u32, u32)>,
    /// Which side's Call-ID it is: decides who waits longer after a collision (§14.1).
    pub placed_by_us: bool,
}

impl Up {
    /// A call that we placed.
    pub fn new(dialog: Dialog) -> Self {
        Up {
            dialog,
            placed: None,
            unacknowledged: None,
            confirmed: true,
            bye: None,
            first_bye: None,
            bye_is_late: false,
            change: Change::default(),
            allows_update: false,
            allows_info: false,
            keys: Keys::default(),
            held_by_peer: false,
            session: None,
            transfer: Transfer::default(),
            overtaken: None,
            placed_by_us: true,
        }
    }

    /// A call that we answered.
    pub fn of_called(dialog: Dialog, server: ServerId, number: u32, offered: bool) -> Self {
        Up {
            unacknowledged: Some(Unacknowledged {
                server,
                number,
                offered,
            }),
            confirmed: false,
            placed_by_us: false,
            ..Up::new(dialog)
        }
    }

    /// Notes what the far end says that it can.
    pub fn learn(&mut self, message: &Message<'_>) {
        if message.header(Name::Allow).is_some() {
            self.allows_update = message.has_token(Name::Allow, "UPDATE");
            self.allows_info = message.has_token(Name::Allow, "INFO");
        }
    }

    pub fn is_ending(&self) -> bool {
        self.bye.is_some()
    }

    fn is_bye(&self, client: ClientId) -> bool {
        self.bye.is_some_and(|(bye, _)| bye == client) || self.first_bye == Some(client)
    }

    /// Whether a 2xx with this number and tag is a copy of one that counts, or answers a change that
    /// was given up.
    pub fn is_answer(&self, number: u32, tag: &str) -> bool {
        let first =
            |placed: &Placed| placed.number == number && placed.answer.as_deref() == Some(tag);
        self.placed.as_ref().is_some_and(first)
            || self.change.reinvites.has(number) && *self.dialog.remote_tag == *tag
    }

    pub fn acknowledge_again(&self, core: &mut Core, number: u32) {
        match &self.placed {
            Some(placed) if placed.number == number => {
                placed.acknowledge(core, &self.dialog, number);
            }
            _ => self
                .change
                .reinvites
                .acknowledge(core, &self.dialog, number),
        }
    }
}

impl Agent {
    /// Where the host of an [`Event::Resolve`] with this URI is, best first: requests of this call go
    /// the first of these ways from now on. A call over TLS takes none but TLS, and else stays where
    /// it is. Nothing changes if the far end is reached elsewhere by now, or the way was told already.
    pub fn set_way(&mut self, id: CallId, uri: &str, flows: Vec<Flow>) {
        self.with(id, |call, _| {
            if let Stage::Up(up) = &mut call.stage {
                if up.dialog.to_resolve().as_deref() == Some(uri) {
                    up.dialog.set_way(flows);
                }
            }
        });
    }

    /// Where the far end of a call is reached: the target of its dialog.
    pub fn far_uri(&self, id: CallId) -> Option<String> {
        match &self.calls.get(id.0)?.stage {
            Stage::Calling(calling) => Some(calling.target().to_owned()),
            Stage::Ringing(ringing) => Some(ringing.dialog.target.to_string()),
            Stage::Up(up) => Some(up.dialog.target.to_string()),
            Stage::Trace(_) | Stage::Gone => None,
        }
    }

    /// The far end's tags and our own, and the Call-ID, as a Replaces header names a call (RFC 3891).
    pub fn replaces(&self, id: CallId) -> Option<String> {
        let call = self.calls.get(id.0)?;
        let Stage::Up(up) = &call.stage else {
            return None;
        };
        // Who has no tag is named so (RFC 3891 §6.1).
        let far = Some(&*up.dialog.remote_tag).filter(|tag| !tag.is_empty());
        let far = far.unwrap_or("0");
        Some(format!(
            "{};to-tag={far};from-tag={}",
            call.call_id, call.tag
        ))
    }

    /// Passes a request on to the call whose dialog it names.
    pub(super) fn within_dialog(&mut self, message: &Message<'_>, flow: &Flow, server: ServerId) {
        if let Some(id) = self.call_of(message) {
            self.with(id, |call, core| call.request(core, message, flow, server));
        } else if let Some(id) = self.watch_of(message) {
            self.watch_request(id, message, flow, server);
        } else {
            self.core.refuse(message, flow, server, 481, &[]);
            self.came_to_nothing(flow, server);
        }
    }
}

impl Call {
    /// A called party waits with its BYE for the ACK, or until it cannot come any more (§15): also
    /// when there is no time left to wait for it.
    pub(super) fn say_bye_if_possible(&mut self, core: &mut Core) {
        let hurried = self.hurried;
        let Stage::Up(up) = &self.stage else { return };
        if self.over && up.bye.is_none() && (up.confirmed || hurried) {
            self.say_bye(core);
        }
    }

    /// There is no time left to wait for the answer to a BYE: UDP says nothing of a way that leads
    /// nowhere, so it takes the other one as well, if there is one.
    pub(super) fn say_bye_both_ways(&mut self, core: &mut Core) {
        let Stage::Up(up) = &mut self.stage else {
            return;
        };
        let Some((bye, sent_over)) = up.bye else {
            return self.say_bye_if_possible(core);
        };
        let first = !std::mem::replace(&mut up.bye_is_late, true);
        if first && up.dialog.turn_back(Failure::TimedOut, sent_over) {
            up.first_bye = Some(bye);
            self.say_bye(core);
        }
    }

    fn say_bye(&mut self, core: &mut Core) {
        let Stage::Up(up) = &self.stage else { return };
        if let (Some(auth), None) = (&mut self.auth, up.bye) {
            // Whatever was challenged before, this one is not yet.
            auth.accepted(Method::Bye);
        }
        let uri = self.uri_to_sign(&up.dialog);
        let credentials = self.credentials(core, Method::Bye, &uri);
        let owner = self.owner();
        for what in [What::Refresh, What::Glare, What::Silence, What::News] {
            self.stop(core, what);
        }
        let Stage::Up(up) = &mut self.stage else {
            return;
        };
        if up.bye.is_none() {
            up.dialog.begin_anew();
        }
        let mut writer = up.dialog.next(Method::Bye);
        core.sign(&mut writer);
        let why = self.hung_up.as_ref();
        let why = why.map_or(&[][..], |why| why.lines.as_slice());
        writer.lines(&credentials).lines(why);
        let draft = super::incoming::draft(writer, Method::Bye);
        let flow = &up.dialog.flow;
        up.bye = Some((core.send(draft, flow, owner), flow.connection));
    }

    /// The call is over for this side: nothing is waited for any more but its end.
    pub(super) fn end_up(&mut self, core: &mut Core) {
        self.end_operations(core, false);
        self.say_bye_if_possible(core);
    }

    /// Ends what is under way within the call. `left`: the far end hung up.
    fn end_operations(&mut self, core: &mut Core, left: bool) {
        self.end_change(core);
        self.end_of_transfer(core, left);
        self.forget_referrer(core);
    }

    /// The call is over for both sides.
    pub(super) fn finish(&mut self, core: &mut Core) {
        self.end_operations(core, false);
        if let Stage::Up(up) = &mut self.stage {
            // Nobody is there any more to take it.
            if let Some(news) = up.transfer.take_news() {
                core.layer.forget(news);
            }
            if let Some(waiting) = up.unacknowledged.take() {
                core.layer.acknowledged(waiting.server);
            }
        }
        self.leave_trace(core);
    }

    /// The call failed: the application is told, and the far end.
    pub(super) fn fail(&mut self, core: &mut Core, why: &'static str) {
        self.over(core, End::Failed(why), None);
        self.end_up(core);
    }

    pub(super) fn up_due(&mut self, core: &mut Core, what: What) {
        match what {
            What::Linger => {
                if let Stage::Up(up) = &mut self.stage {
                    up.placed = None;
                }
            }
            What::Refresh => self.refresh_due(core),
            What::Glare => self.start_change(core),
            What::Silence => self.change_is_silent(core),
            What::News => self.refer_unanswered(core, 408),
            What::Description => self.description_is_due(core),
            _ => {}
        }
    }

    pub(super) fn up_response(
        &mut self,
        core: &mut Core,
        client: ClientId,
        message: &Message<'_>,
        flow: &Flow,
    ) {
        let code = message.code().unwrap_or_default();
        let Stage::Up(up) = &mut self.stage else {
            return;
        };
        if up.is_bye(client) {
            if code < 200 {
                return;
            }
            if self.is_challenged(core, message) {
                return self.say_bye(core);
            }
            if !matches!(code, 200..300 | 481) {
                self.unconfirmed(core, Some(code));
            }
            // Nobody waits for the answer to the other one.
            if let (Stage::Up(up), true) = (&self.stage, matches!(code, 200..300)) {
                let byes = [up.first_bye, up.bye.map(|(bye, _)| bye)];
                for other in byes.into_iter().flatten().filter(|bye| *bye != client) {
                    core.layer.forget(other);
                }
            }
            return self.finish(core);
        }
        if up.change.is(client) {
            self.change_answered(core, message, flow);
        } else if up.transfer.is_refer(client) {
            self.refer_answered(core, message);
        } else if up.keys.is(client) {
            self.key_answered(core, message);
        } else if up.transfer.is_notify(client) {
            self.notify_answered(core, message);
        } else {
            // A copy of a 2xx to an INVITE of ours, or the answer of another branch.
            self.late_answer(core, message, flow);
        }
    }

    /// The BYE did its work no better than that.
    fn unconfirmed(&self, core: &mut Core, code: Option<u16>) {
        if let Stage::Up(up) = &self.stage {
            let (call, peer) = (self.id, up.dialog.flow.peer);
            core.tell(Event::Unconfirmed { call, peer, code });
        }
    }

    pub(super) fn up_unanswered(&mut self, core: &mut Core, client: ClientId, failure: Failure) {
        let Stage::Up(up) = &mut self.stage else {
            return;
        };
        if let Some((_, sent_over)) = up.bye.filter(|(bye, _)| *bye == client) {
            // UDP says nothing of a way that leads nowhere. Nobody waits for all of them in turn.
            let late = failure == Failure::TimedOut;
            let may_go_on = !late || !std::mem::replace(&mut up.bye_is_late, true);
            if may_go_on && up.dialog.turn_back(failure, sent_over) {
                return self.say_bye(core);
            }
            self.unconfirmed(core, None);
            self.finish(core);
        } else if up.change.is(client) {
            self.change_unanswered(core, failure);
        } else if up.keys.is(client) {
            self.key_unanswered(core);
        } else if up.transfer.is_refer(client) {
            self.refer_unanswered(core, failure.code());
        } else if up.transfer.is_notify(client) {
            up.transfer.take_news();
            self.forget_referred();
        }
    }

    /// The ACK of a 2xx of ours.
    pub(super) fn up_ack(&mut self, core: &mut Core, message: &Message<'_>) {
        let Stage::Up(up) = &mut self.stage else {
            return;
        };
        if !up.dialog.is_of(message.call_id(), message.from_tag()) {
            return;
        }
        let number = message.cseq();
        let Some(waiting) = up
            .unacknowledged
            .take_if(|waiting| waiting.number == number)
        else {
            return;
        };
        core.layer.acknowledged(waiting.server);
        let first = !std::mem::replace(&mut up.confirmed, true);
        if waiting.offered && !self.over {
            let described = super::outside::description(message);
            let media = self.media.as_mut();
            match described
                .zip(media)
                .map(|(said, media)| media.answered(said).cloned())
            {
                Some(Ok(remote)) => self.take_media(core, &remote),
                // A caller that answers with nothing of use has no call (§13.2.1). One that leaves its
                // answer out gets along without.
                Some(Err(_)) if first => {
                    self.fail(core, "The caller's answer has no media that we have.");
                }
                Some(Err(_)) | None => {}
            }
            self.wait_for_description(core);
        }
        self.say_bye_if_possible(core);
        self.tell_address(core);
        self.start_change(core);
    }

    /// Our 2xx was never acknowledged (§13.3.1.4).
    pub(super) fn up_not_acknowledged(&mut self, core: &mut Core, server: ServerId) {
        let Stage::Up(up) = &mut self.stage else {
            return;
        };
        let Some(_) = up
            .unacknowledged
            .take_if(|waiting| waiting.server == server)
        else {
            return;
        };
        up.confirmed = true;
        self.fail(core, "The far end did not acknowledge an answer.");
    }

    /// A request of the far end within the dialog.
    pub(super) fn up_request(
        &mut self,
        core: &mut Core,
        message: &Message<'_>,
        flow: &Flow,
        server: ServerId,
    ) {
        let over = self.over;
        let Stage::Up(up) = &mut self.stage else {
            return;
        };
        if !up.dialog.is_of(message.call_id(), message.from_tag()) {
            return core.refuse(message, flow, server, 481, &[]);
        }
        if !up.dialog.take_number(message, flow) {
            return core.refuse(message, flow, server, 500, &[]);
        }
        match message.method() {
            Method::Bye => {
                core.answer(message, flow, server, 200, |_| {});
                // Whoever says BYE has our 2xx.
                if let Some(waiting) = up.unacknowledged.take() {
                    core.layer.acknowledged(waiting.server);
                }
                up.confirmed = true;
                let crossing = up.bye.is_some();
                self.end_operations(core, true);
                self.over(core, super::reason::end_of_bye(message), None);
                // A BYE of ours that is under way is waited for.
                if !crossing {
                    self.finish(core);
                }
            }
            Method::Invite | Method::Update if over || up.is_ending() => {
                core.refuse(message, flow, server, 481, &[]);
            }
            Method::Invite | Method::Update => self.far_change(core, message, flow, server),
            Method::Options => core.options(message, flow, server),
            Method::Info => {
                core.info(message, flow, server);
                self.hear_key(core, message);
            }
            Method::Refer => self.refer(core, message, flow, server),
            Method::Notify => self.notify(core, message, flow, server),
            Method::Prack => match up
                .overtaken
                .take_if(|(rseq, invite)| acknowledges(message, *rseq, *invite))
            {
                Some(_) => core.answer(message, flow, server, 200, |_| {}),
                None => core.refuse(message, flow, server, 481, &[]),
            },
            _ => core.refuse_method(message, flow, server),
        }
    }

    /// The far end's description counts from now on.
    pub(super) fn take_media(&mut self, core: &mut Core, remote: &sdp::Remote) {
        let held = remote.holds;
        let call = self.id;
        core.tell(Event::Media { call });
        if let Stage::Up(up) = &mut self.stage {
            if up.held_by_peer != held {
                up.held_by_peer = held;
                core.tell(Event::HeldByPeer { call, held });
            }
        }
    }

    /// Another call stands in the place of this one (RFC 3891 §3).
    pub(super) fn is_replaced(&mut self, core: &mut Core) {
        self.over(
            core,
            End::Bye {
                q850: None,
                sip: None,
            },
            None,
        );
        match &self.stage {
            Stage::Calling(_) => self.give_up_calling(core),
            _ => self.end_up(core),
        }
    }
}

/// What we say about ourselves in a request or response within a dialog.
pub(super) fn about_us(
    writer: &mut crate::message::Writer,
    dialog: &Dialog,
    line: &super::line::Line,
) {
    writer
        .header(Name::Contact, &dialog.contact(line))
        .header(Name::Allow, ALLOWED)
        .header(
            Name::Supported,
            super::reliable::supported(line.settings.reliable),
        );
}
