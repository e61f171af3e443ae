//! Transfer (RFC 3515, RFC 3891, RFC 4488, RFC 5589), both roles.

use super::call::{Call, Stage};
use super::established::about_us;
use super::outside::body_of_type;
use super::refer_to::{is_tag, sipfrag};
use super::values::leading_number;
use super::{Agent, CallId, Core, Event, Refusal, What};
use crate::flow::Flow;
use crate::message::uri::Uri;
use crate::message::value::{NameAddr, Params};
use crate::message::{Echo, Message, Method, Name, reason_phrase};
use crate::transaction::{ClientId, ServerId};
use std::time::{Duration, Instant};

/// The longest, in seconds, that news of a transfer of ours may stay away.
const LONGEST_NEWS: u64 = 3600;

/// Where a transfer of a call stands.
#[derive(Default)]
pub(super) struct Transfer {
    /// Our REFER, and whether news of it come.
    refer: Option<Referring>,
    /// The call that the far end's REFER led to, of which it hears.
    referred: Option<Referred>,
    /// The NOTIFY of ours under way, and the code that it tells.
    notify: Option<(ClientId, u16)>,
    /// A REFER that waits for the application's word.
    asked: Option<Box<Asked>>,
    /// How many of the far end's REFERs led to a call.
    referrals: u32,
}

/// A REFER of the far end.
struct Asked {
    server: ServerId,
    echo: Echo,
    number: u32,
    /// Whether the far end wants no news (RFC 4488).
    silent: bool,
}

struct Referring {
    client: ClientId,
    target: String,
    lines: Vec<u8>,
    accepted: bool,
}

struct Referred {
    told: u16,
    /// The number of the REFER, if it is not the first in its dialog (§2.4.6).
    id: Option<u32>,
}

impl Transfer {
    pub fn is_refer(&self, client: ClientId) -> bool {
        self.refer
            .as_ref()
            .is_some_and(|refer| refer.client == client)
    }

    /// Takes the NOTIFY of ours that is under way.
    pub fn take_news(&mut self) -> Option<ClientId> {
        self.notify.take().map(|(notify, _)| notify)
    }

    pub fn is_notify(&self, client: ClientId) -> bool {
        self.notify.is_some_and(|(notify, _)| notify == client)
    }
}

impl Agent {
    /// Asks the far end to call `target` instead (a URI, with `?Replaces=…` for an attended transfer).
    /// [`Event::Done`] tells how it ended; the call itself goes on and is to be hung up then.
    pub fn transfer(
        &mut self,
        now: Instant,
        id: CallId,
        target: &str,
        referred_by: &str,
    ) -> Result<(), Refusal> {
        self.core.now = now;
        let asked = self.with(id, |call, core| {
            let Stage::Up(up) = &call.stage else {
                return Err(Refusal::WrongState);
            };
            if call.over || up.is_ending() || up.transfer.refer.is_some() {
                return Err(Refusal::WrongState);
            }
            let mut lines = Vec::with_capacity(referred_by.len() + 20);
            lines.extend_from_slice(b"Referred-By: ");
            lines.extend(referred_by.bytes().filter(|b| !b.is_ascii_control()));
            lines.extend_from_slice(b"\r\n");
            call.send_refer(core, target.to_owned(), lines);
            Ok(())
        });
        self.settle();
        asked.unwrap_or(Err(Refusal::Over))
    }

    /// Answers [`Event::TransferWanted`]: `new` is the call that it led to, of whose fate the far end
    /// hears.
    pub fn accept_transfer(&mut self, now: Instant, id: CallId, new: CallId) {
        self.core.now = now;
        if let Some(call) = self.calls.get_mut(new.0) {
            call.for_transfer = Some(id);
        }
        self.with(id, |call, core| call.accept_refer(core));
        self.settle();
    }

    /// Refuses what [`Event::TransferWanted`] asks for.
    pub fn refuse_transfer(&mut self, now: Instant, id: CallId, code: u16) {
        self.core.now = now;
        self.with(id, |call, core| call.answer_refer(core, code));
        self.settle();
    }

    /// The call that a Replaces header names (RFC 3891 §3), or what to answer.
    pub(super) fn to_replace(&self, value: &str) -> Result<CallId, u16> {
        let (call_id, params) = value.split_once(';').unwrap_or((value, ""));
        let param = |name| Params::get(params, name);
        let (Some(to), Some(from)) = (param("to-tag"), param("from-tag")) else {
            return Err(400);
        };
        let found = self.by_tag.get(to).copied().ok_or(481_u16)?;
        let call = self.calls.get(found.0).ok_or(481_u16)?;
        match &call.stage {
            _ if !call.is_known_as(call_id.trim()) => Err(481),
            // Whoever has hung up already declines.
            _ if call.over => Err(603),
            Stage::Up(up) if !is_tag(&up.dialog.remote_tag, from) => Err(481),
            Stage::Up(_) if param("early-only").is_some() => Err(486),
            Stage::Up(_) => Ok(found),
            // A call that rings here cannot be replaced, one that we place can.
            Stage::Calling(calling) if calling.rings_at(from) => Ok(found),
            _ => Err(481),
        }
    }
}

impl Call {
    fn send_refer(&mut self, core: &mut Core, target: String, lines: Vec<u8>) {
        let Stage::Up(up) = &self.stage else { return };
        let uri = self.uri_to_sign(&up.dialog);
        let credentials = self.credentials(core, Method::Refer, &uri);
        let owner = self.owner();
        let Stage::Up(up) = &mut self.stage else {
            return;
        };
        let Some(line) = core.lines.get(self.line.0 as usize) else {
            return;
        };
        let mut writer = up.dialog.next(Method::Refer);
        about_us(&mut writer, &up.dialog, line);
        writer.parts(Name::ReferTo, &["<", &target, ">"]);
        core.sign(&mut writer);
        writer.lines(&lines).lines(&credentials);
        let draft = super::incoming::draft(writer, Method::Refer);
        let flow = up.dialog.flow.clone();
        let client = core.send(draft, &flow, owner);
        up.transfer.refer = Some(Referring {
            client,
            target,
            lines,
            accepted: false,
        });
    }

    pub(super) fn refer_answered(&mut self, core: &mut Core, message: &Message<'_>) {
        let code = message.code().unwrap_or_default();
        if code < 200 {
            return;
        }
        let Stage::Up(up) = &mut self.stage else {
            return;
        };
        let Some(refer) = &mut up.transfer.refer else {
            return;
        };
        match code {
            200..300 => {
                // Without a subscription this is the last word (RFC 4488 §4).
                let silent = message.header(Name::ReferSub);
                if silent.is_some_and(|value| value.trim_start().starts_with("false")) {
                    return self.refer_done(core, Ok(()));
                }
                refer.accepted = true;
                // The first news comes at once, or the far end forgot (RFC 6665 §4.1.2.4).
                if !self.is_timed(What::News) {
                    let wait = core.settings.times.give_up();
                    self.after(core, wait, What::News);
                }
            }
            401 | 407 => {
                let (target, lines) = (refer.target.clone(), refer.lines.clone());
                if self.is_challenged(core, message) {
                    return self.send_refer(core, target, lines);
                }
                self.refer_failed(core, super::outgoing::refusal(message));
            }
            _ => self.refer_failed(core, super::outgoing::refusal(message)),
        }
    }

    /// The transfer of ours has come to its end.
    fn refer_done(&mut self, core: &mut Core, result: Result<(), Refusal>) {
        self.stop(core, What::News);
        if let Stage::Up(up) = &mut self.stage {
            if up.transfer.refer.take().is_some() {
                self.done(core, result);
            }
        }
    }

    fn refer_failed(&mut self, core: &mut Core, refusal: Refusal) {
        self.refer_done(core, Err(refusal));
    }

    pub(super) fn refer_unanswered(&mut self, core: &mut Core, code: u16) {
        let refusal = match code {
            408 => Refusal::TimedOut,
            _ => Refusal::NotSent,
        };
        self.refer_failed(core, refusal);
    }

    /// News of a transfer of ours (RFC 3515 §2.4.4).
    pub(super) fn notify(
        &mut self,
        core: &mut Core,
        message: &Message<'_>,
        flow: &Flow,
        server: ServerId,
    ) {
        let event = message.header(Name::Event).unwrap_or_default();
        let kind = event.split(';').next().unwrap_or_default().trim();
        let Stage::Up(up) = &mut self.stage else {
            return;
        };
        if !kind.eq_ignore_ascii_case("refer") {
            return core.refuse(message, flow, server, 489, &[(Name::AllowEvents, "refer")]);
        }
        let Some(refer) = &mut up.transfer.refer else {
            return core.refuse(message, flow, server, 481, &[]);
        };
        // It may come before the 202.
        refer.accepted = true;
        core.answer(message, flow, server, 200, |_| {});
        let state = message.header(Name::SubscriptionState).unwrap_or_default();
        let over = state
            .split(';')
            .next()
            .is_some_and(|s| s.trim().eq_ignore_ascii_case("terminated"));
        let lasts = Params::get(state, "expires")
            .and_then(leading_number)
            .unwrap_or(180);
        self.after(
            core,
            Duration::from_secs(lasts.clamp(1, LONGEST_NEWS)),
            What::News,
        );
        let news = body_of_type(message, "message/sipfrag").unwrap_or(message.body());
        let code = sipfrag(news);
        let call = self.id;
        if let Some((code, _)) = code {
            core.tell(Event::Transferring { call, code });
        }
        match code {
            Some((200..300, _)) => self.refer_done(core, Ok(())),
            Some((code @ 300..700, text)) => {
                self.refer_failed(core, Refusal::Answer(code, text.to_owned()));
            }
            // The end of the news without a last word.
            _ if over => self.refer_failed(core, Refusal::TimedOut),
            _ => {}
        }
    }

    /// The call ends, and with it a transfer of ours. `left`: the far end hung up.
    pub(super) fn end_of_transfer(&mut self, core: &mut Core, left: bool) {
        let Stage::Up(up) = &self.stage else { return };
        let Some(refer) = &up.transfer.refer else {
            return;
        };
        core.layer.forget(refer.client);
        let accepted = refer.accepted;
        // A far end that hangs up after it accepted has gone where it was sent.
        let result = match accepted && left {
            true => Ok(()),
            false => Err(Refusal::Over),
        };
        self.refer_done(core, result);
    }

    /// The call ends, and with it what the far end's REFER asked for (§15.1.2).
    pub(super) fn forget_referrer(&mut self, core: &mut Core) {
        self.answer_refer(core, 487);
        self.forget_referred();
    }

    /// The far end wants us to call somebody else.
    pub(super) fn refer(
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
        let mut targets = message.headers(Name::ReferTo);
        let target = match (targets.next(), targets.next()) {
            (Some(target), None) => NameAddr::parse(target).map(|target| target.uri),
            _ => None,
        };
        let Some(target) = target else {
            return core.refuse(message, flow, server, 400, &[]);
        };
        let referred = up.transfer.referred.as_ref();
        let busy =
            up.transfer.asked.is_some() || referred.is_some_and(|referred| referred.told < 200);
        if over || busy {
            return core.refuse(message, flow, server, 603, &[]);
        }
        let Some(uri) = Uri::parse(target).filter(Uri::is_sip) else {
            return core.refuse(message, flow, server, 416, &[]);
        };
        // Nothing but a call is what we place for others.
        if uri
            .param("method")
            .is_some_and(|method| method != Method::Invite.text())
        {
            return core.refuse(message, flow, server, 603, &[]);
        }
        let silent = message.header(Name::ReferSub);
        let silent = silent.is_some_and(|value| value.trim_start().starts_with("false"));
        up.transfer.asked = Some(Box::new(Asked {
            server,
            echo: Echo::of(message, flow.peer),
            number: message.cseq(),
            silent,
        }));
        let call = self.id;
        core.tell(Event::TransferWanted {
            call,
            target: target.to_owned(),
            referred_by: message
                .header(Name::ReferredBy)
                .and_then(super::identity::named),
        });
    }

    /// Answers the REFER that waits. Returns it if the far end has the answer.
    fn answer_refer(&mut self, core: &mut Core, code: u16) -> Option<Box<Asked>> {
        let Stage::Up(up) = &mut self.stage else {
            return None;
        };
        let asked = up.transfer.asked.take()?;
        let line = core.lines.get(self.line.0 as usize)?;
        let mut writer = asked.echo.response(code, reason_phrase(code), &self.tag);
        if code < 300 {
            writer.header(Name::Contact, &up.dialog.contact(line));
            if asked.silent {
                writer.header(Name::ReferSub, "false");
            }
        }
        core.sign(&mut writer);
        core.respond(asked.server, code, writer.end())
            .then_some(asked)
    }

    fn accept_refer(&mut self, core: &mut Core) {
        let Some(asked) = self.answer_refer(core, 202).filter(|asked| !asked.silent) else {
            return;
        };
        if let Stage::Up(up) = &mut self.stage {
            up.transfer.referrals += 1;
            let id = (up.transfer.referrals > 1).then_some(asked.number);
            up.transfer.referred = Some(Referred { told: 0, id });
        }
        self.tell_referrer(core, 100);
    }

    /// Tells the far end how the call goes that its REFER led to.
    pub(super) fn tell_referrer(&mut self, core: &mut Core, code: u16) {
        let Stage::Up(up) = &mut self.stage else {
            return;
        };
        let silent = self.over || up.is_ending();
        let Some(referred) = &mut up.transfer.referred else {
            return;
        };
        // Fewer words are better: each step once.
        if silent || referred.told >= 200 || (code < 200 && referred.told >= code) {
            return;
        }
        referred.told = code;
        // One after the other (RFC 6665 §4.2.2): the latest goes when the last is answered.
        if up.transfer.notify.is_none() {
            self.send_notify(core, code);
        }
    }

    fn send_notify(&mut self, core: &mut Core, code: u16) {
        let Stage::Up(up) = &self.stage else { return };
        let Some(referred) = &up.transfer.referred else {
            return;
        };
        let event = match referred.id {
            Some(id) => format!("refer;id={id}"),
            None => "refer".to_owned(),
        };
        let uri = self.uri_to_sign(&up.dialog);
        let credentials = self.credentials(core, Method::Notify, &uri);
        let owner = self.owner();
        let Stage::Up(up) = &mut self.stage else {
            return;
        };
        let Some(line) = core.lines.get(self.line.0 as usize) else {
            return;
        };
        let mut writer = up.dialog.next(Method::Notify);
        writer
            .header(Name::Contact, &up.dialog.contact(line))
            .header(Name::Event, &event)
            .header(
                Name::SubscriptionState,
                match code {
                    ..200 => "active;expires=180",
                    _ => "terminated;reason=noresource",
                },
            );
        core.sign(&mut writer);
        writer.lines(&credentials);
        let body = format!("SIP/2.0 {code} {}\r\n", reason_phrase(code));
        let draft = crate::message::Draft {
            method: Method::Notify,
            bytes: writer.end_with("message/sipfrag;version=2.0", body.as_bytes()),
        };
        let flow = up.dialog.flow.clone();
        up.transfer.notify = Some((core.send(draft, &flow, owner), code));
    }

    /// News of ours was taken, or not.
    pub(super) fn notify_answered(&mut self, core: &mut Core, message: &Message<'_>) {
        let code = message.code().unwrap_or_default();
        if code < 200 {
            return;
        }
        let Stage::Up(up) = &mut self.stage else {
            return;
        };
        let Some((_, told)) = up.transfer.notify.take() else {
            return;
        };
        let latest = up
            .transfer
            .referred
            .as_ref()
            .map_or(told, |referred| referred.told);
        if self.is_challenged(core, message) {
            return self.send_notify(core, latest);
        }
        if code >= 300 || told >= 200 {
            // It wants to hear no more, or has heard the last.
            return self.forget_referred();
        }
        if latest != told {
            self.send_notify(core, latest);
        }
    }

    /// The far end hears no more of the call that its REFER led to.
    pub(super) fn forget_referred(&mut self) {
        if let Stage::Up(up) = &mut self.stage {
            up.transfer.referred = None;
        }
    }
}
