//! Before the answer: provisional responses that are acknowledged (RFC 3262), both ways, offers
//! (RFC 3311), and what else the far end says within an early dialog.

use super::call::{Call, Stage};
use super::dialog::Dialog;
use super::{Core, End, Event, Reliable, What};
use crate::flow::Flow;
use crate::message::{Message, Method, Name};
use crate::transaction::{ClientId, ServerId};
use bytes::Bytes;
use std::time::{Duration, Instant};

/// As many early dialogs that were ended are remembered.
const MAX_ENDED: usize = 32;

/// How long others who are called may take to say that they are, where one has media that we do not
/// have.
const OTHERS: Duration = Duration::from_secs(5);

/// The Supported value of a line's messages.
pub(super) fn supported(reliable: Reliable) -> &'static str {
    match reliable {
        Reliable::Never => "timer, replaces, norefersub",
        Reliable::Offered | Reliable::Required => "100rel, timer, replaces, norefersub",
    }
}

/// A dialog that a provisional response to our INVITE made.
pub(super) struct Early {
    pub dialog: Dialog,
    /// The number of the last reliable response that we took in order.
    rseq: Option<u32>,
    /// The far end's answer to our offer, if a reliable response had it.
    pub description: Option<Box<[u8]>>,
    /// Whether an UPDATE replaced that.
    pub updated: bool,
    /// The PRACK under way, and what it acknowledges.
    prack: Option<(ClientId, u32)>,
}

impl Early {
    /// The INVITE is over, and with it what its PRACK is for.
    pub fn forget_prack(&self, core: &mut Core) {
        if let Some((prack, _)) = self.prack {
            core.layer.forget(prack);
        }
    }
}

/// A response of ours that waits for its PRACK.
pub(super) struct Pending {
    code: u16,
    bytes: Bytes,
    rseq: u32,
    pause: Duration,
    since: Instant,
}

/// Whether a PRACK is for the response of this number to the INVITE of that number.
pub(super) fn acknowledges(prack: &Message<'_>, rseq: u32, invite: u32) -> bool {
    let mut words = prack
        .header(Name::RAck)
        .unwrap_or_default()
        .split_ascii_whitespace();
    let mut number = || words.next()?.parse::<u32>().ok();
    (number(), number()) == (Some(rseq), Some(invite)) && words.next() == Some("INVITE")
}

impl Pending {
    pub fn rseq(&self) -> u32 {
        self.rseq
    }

    pub fn new(code: u16, bytes: Bytes, rseq: u32, since: Instant, pause: Duration) -> Self {
        Pending {
            code,
            bytes,
            rseq,
            pause,
            since,
        }
    }
}

impl Call {
    /// Takes in a provisional response other than 100: it may make an early dialog, and may want a
    /// PRACK.
    pub(super) fn early_response(&mut self, core: &mut Core, message: &Message<'_>, flow: &Flow) {
        let tag = message.to_tag();
        let Stage::Calling(calling) = &mut self.stage else {
            return;
        };
        if tag.is_empty() {
            // It makes no dialog, but its sound is there.
            return self.early_description(core, super::outside::description(message));
        }
        let known = calling
            .early
            .iter()
            .position(|e| *e.dialog.remote_tag == *tag);
        let at = match known {
            Some(at) => at,
            // A forking proxy has its own limits; a stranger has ours.
            None if calling.early.len() >= 32 => return,
            None => {
                calling.early.push(Early {
                    dialog: calling.placed.dialog(message, calling.placed.number, flow),
                    rseq: None,
                    description: None,
                    updated: false,
                    prack: None,
                });
                calling.early.len() - 1
            }
        };
        let Some(early) = calling.early.get_mut(at) else {
            return;
        };
        let rseq = message
            .header(Name::RSeq)
            .and_then(super::values::leading_number);
        if !message.has_token(Name::Require, "100rel") {
            // Whoever makes none of them reliable says in them what the answer will say (§5).
            return self.early_description(core, super::outside::description(message));
        }
        let Some(rseq) = rseq.and_then(|n| u32::try_from(n).ok()) else {
            return;
        };
        // A copy, or one after a gap, is not acknowledged (§4).
        if early
            .rseq
            .is_some_and(|last| last.checked_add(1) != Some(rseq))
        {
            return;
        }
        early.rseq = Some(rseq);
        let described = super::outside::description(message);
        let described = described.filter(|_| early.description.is_none());
        if let Some(described) = described {
            early.description = Some(described.into());
        }
        // Whoever rings has let the INVITE in: what is challenged from here on is the PRACK.
        if let Some(auth) = &mut self.auth {
            auth.accepted(Method::Invite);
            auth.accepted(Method::Prack);
        }
        self.send_prack(core, at, rseq);
        self.early_description(core, described);
    }

    /// The far end describes its sound before it answers. Its answer would say the same (§13.2.1), so
    /// nobody waits long for that if we have no such media: only for others who may be called, too.
    fn early_description(&mut self, core: &mut Core, description: Option<&[u8]>) {
        let (Some(description), Some(media)) = (description, &mut self.media) else {
            return;
        };
        if self.over {
            return;
        }
        match media.answered(description) {
            Ok(_) => core.tell(Event::EarlyMedia { call: self.id }),
            Err(_) => self.after(core, OTHERS, What::Foreign),
        }
    }

    /// Whoever is called besides has had time to say so.
    pub(super) fn foreign_is_due(&mut self, core: &mut Core) {
        let Stage::Calling(calling) = &self.stage else {
            return;
        };
        let is_alone = calling.early.len() == 1;
        let is_described = (self.media.as_ref()).is_some_and(|media| media.remote().is_some());
        if self.over || is_described || !is_alone {
            return;
        }
        let why = "The far end described media that we do not have.";
        self.over(core, End::Failed(why), None);
        self.give_up_calling(core);
    }

    fn send_prack(&mut self, core: &mut Core, at: usize, rseq: u32) {
        let Stage::Calling(calling) = &self.stage else {
            return;
        };
        let Some(early) = calling.early.get(at) else {
            return;
        };
        let uri = self.uri_to_sign(&early.dialog);
        let credentials = self.credentials(core, Method::Prack, &uri);
        let owner = self.owner();
        let Stage::Calling(calling) = &mut self.stage else {
            return;
        };
        let number = calling.placed.number;
        let Some(early) = calling.early.get_mut(at) else {
            return;
        };
        let mut writer = early.dialog.next(Method::Prack);
        let mut rack = String::with_capacity(32);
        for number in [rseq, number] {
            super::values::push_number(&mut rack, number);
            rack.push(' ');
        }
        writer.parts(Name::RAck, &[&rack, "INVITE"]);
        core.sign(&mut writer);
        writer.lines(&credentials);
        let draft = super::incoming::draft(writer, Method::Prack);
        early.prack = Some((core.send(draft, &early.dialog.flow, owner), rseq));
    }

    /// A PRACK of ours was answered. Whatever it says, the INVITE goes on.
    pub(super) fn prack_answered(
        &mut self,
        core: &mut Core,
        client: ClientId,
        message: &Message<'_>,
    ) {
        let Stage::Calling(calling) = &mut self.stage else {
            return;
        };
        let is_of = |early: &Early| early.prack.is_some_and(|(prack, _)| prack == client);
        let Some(at) = calling.early.iter().position(is_of) else {
            return;
        };
        if message.code().is_none_or(|code| code < 200) {
            return;
        }
        let prack = calling
            .early
            .get_mut(at)
            .and_then(|early| early.prack.take());
        if self.is_challenged(core, message) {
            if let Some((_, rseq)) = prack {
                self.send_prack(core, at, rseq);
            }
        }
    }

    /// A PRACK for a response of ours.
    pub(super) fn prack(
        &mut self,
        core: &mut Core,
        message: &Message<'_>,
        flow: &Flow,
        server: ServerId,
    ) {
        let Stage::Ringing(ringing) = &mut self.stage else {
            return;
        };
        let pending = ringing.pending.as_ref();
        if !pending.is_some_and(|pending| acknowledges(message, pending.rseq, ringing.number)) {
            return core.refuse(message, flow, server, 481, &[]);
        }
        ringing.pending = None;
        self.stop(core, What::Reliable);
        self.acknowledged(core, message, flow, server);
    }

    /// Says again what was not acknowledged; the call is over when that takes too long (§3).
    pub(super) fn say_again(&mut self, core: &mut Core) {
        let give_up = core.settings.times.give_up();
        let Stage::Ringing(ringing) = &mut self.stage else {
            return;
        };
        let server = ringing.server;
        let Some(pending) = &mut ringing.pending else {
            return;
        };
        if core.now.duration_since(pending.since) >= give_up {
            let why = "The caller does not acknowledge that the call rings.";
            return self.fail_ringing(core, 504, why);
        }
        let (code, bytes) = (pending.code, pending.bytes.clone());
        pending.pause *= 2;
        let pause = pending.pause;
        core.layer
            .respond(core.now, server, code, bytes, &mut core.out);
        let left = give_up.saturating_sub(core.now.duration_since(pending.since));
        self.after(core, pause.min(left), What::Reliable);
    }

    /// A request within an early dialog.
    pub(super) fn calling_request(
        &mut self,
        core: &mut Core,
        message: &Message<'_>,
        flow: &Flow,
        server: ServerId,
    ) {
        let Stage::Calling(calling) = &mut self.stage else {
            return;
        };
        let (call_id, tag) = (message.call_id(), message.from_tag());
        let known = calling
            .early
            .iter_mut()
            .find(|early| early.dialog.is_of(call_id, tag));
        let is_new = match known {
            Some(early) => early.dialog.take_number(message, flow),
            // Only whoever got our INVITE knows our tag: what made the dialog was lost.
            None if message.method() == Method::Bye => true,
            None => return core.refuse(message, flow, server, 481, &[]),
        };
        if !is_new {
            return core.refuse(message, flow, server, 500, &[]);
        }
        match message.method() {
            Method::Bye => {
                // Its answer was lost: for the far end the call is up, and now over (§15).
                core.answer(message, flow, server, 200, |_| {});
                calling
                    .early
                    .retain(|early| !early.dialog.is_of(call_id, tag));
                if calling.ended.len() < MAX_ENDED {
                    calling.ended.push(tag.into());
                }
                if calling.early.is_empty() {
                    self.over(core, super::reason::end_of_bye(message), None);
                    self.give_up_calling(core);
                }
            }
            Method::Update => self.early_update(core, message, flow, server),
            Method::Options => core.options(message, flow, server),
            Method::Info => core.info(message, flow, server),
            // Ours goes on (§14.2).
            Method::Invite => core.refuse(message, flow, server, 491, &[]),
            Method::Prack | Method::Notify => core.refuse(message, flow, server, 481, &[]),
            Method::Refer => core.refuse(message, flow, server, 603, &[]),
            _ => core.refuse_method(message, flow, server),
        }
    }

    /// An UPDATE of the far end within an early dialog of our call.
    pub(super) fn early_update(
        &mut self,
        core: &mut Core,
        message: &Message<'_>,
        flow: &Flow,
        server: ServerId,
    ) {
        let Stage::Calling(calling) = &mut self.stage else {
            return;
        };
        let (call_id, tag) = (message.call_id(), message.from_tag());
        let known = calling
            .early
            .iter_mut()
            .find(|e| e.dialog.is_of(call_id, tag));
        let Some(early) = known else { return };
        early.dialog.refresh_target(message, flow);
        let Some(offer) = super::outside::description(message) else {
            return core.answer_here(message, flow, server, self.line);
        };
        // Our own offer has to be answered first (RFC 3311 §5.2).
        if early.description.is_none() {
            return core.refuse(message, flow, server, 491, &[]);
        }
        let media = self.media.as_mut();
        let media = media.filter(|media| media.may_be_told_over(flow));
        let described = media.map(|media| media.answer(offer));
        let described = match described {
            Some(Ok(described)) => described,
            _ => return core.refuse(message, flow, server, 488, &[]),
        };
        early.description = Some(offer.into());
        early.updated = true;
        core.answer_described(message, flow, server, self.line, &described);
        core.tell(Event::EarlyMedia { call: self.id });
    }
}
