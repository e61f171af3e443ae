//! Provisional responses that are acknowledged (RFC 3262), both ways, and offers before the answer
//! (RFC 3311).

use super::call::{Call, Stage};
use super::dialog::Dialog;
use super::{Core, Reliable, What};
use crate::flow::Flow;
use crate::message::{Message, Method, Name};
use crate::transaction::{ClientId, ServerId};
use bytes::Bytes;
use std::time::{Duration, Instant};

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
    pracks: Vec<ClientId>,
}

/// A response of ours that waits for its PRACK.
pub(super) struct Pending {
    bytes: Bytes,
    rseq: u32,
    pause: Duration,
    since: Instant,
}

impl Pending {
    pub fn new(bytes: Bytes, rseq: u32, since: Instant, pause: Duration) -> Self {
        Pending {
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
        let Stage::Calling(calling) = &mut self.stage else { return };
        if tag.is_empty() {
            return;
        }
        let known = calling.early.iter().position(|e| *e.dialog.remote_tag == *tag);
        let at = match known {
            Some(at) => at,
            // A forking proxy has its own limits; a stranger has ours.
            None if calling.early.len() >= 32 => return,
            None => {
                let fallback = calling.target().to_owned();
                calling.early.push(Early {
                    dialog: Dialog::of_caller(message, &fallback, flow),
                    rseq: None,
                    description: None,
                    pracks: Vec::new(),
                });
                calling.early.len() - 1
            }
        };
        let number = message.cseq();
        let Some(early) = calling.early.get_mut(at) else { return };
        let rseq = message.header(Name::RSeq).and_then(super::values::leading_number);
        let Some(rseq) = rseq.and_then(|n| u32::try_from(n).ok()) else { return };
        if !message.has_token(Name::Require, "100rel") {
            return;
        }
        // A copy, or one after a gap, is not acknowledged (§4).
        if early.rseq.is_some_and(|last| last.checked_add(1) != Some(rseq)) {
            return;
        }
        early.rseq = Some(rseq);
        if early.description.is_none() {
            early.description = super::outside::description(message).map(Box::from);
        }
        let mut writer = early.dialog.next(Method::Prack);
        writer.header(Name::RAck, &format!("{rseq} {number} INVITE"));
        let (uri, way) = (early.dialog.request_uri().to_owned(), early.dialog.flow.clone());
        let credentials = self.credentials(core, Method::Prack, &uri);
        core.sign(&mut writer);
        writer.lines(&credentials);
        let draft = super::incoming::draft(writer, Method::Prack);
        let owner = self.owner();
        let client = core.send(draft, &way, owner);
        if let Stage::Calling(calling) = &mut self.stage {
            if let Some(early) = calling.early.get_mut(at) {
                early.pracks.push(client);
            }
        }
    }

    /// A PRACK of ours was answered. Whatever it says, the INVITE goes on.
    pub(super) fn prack_answered(&mut self, _core: &mut Core, client: ClientId, message: &Message<'_>) {
        let Stage::Calling(calling) = &mut self.stage else { return };
        if message.code().is_some_and(|code| code >= 200) {
            for early in &mut calling.early {
                early.pracks.retain(|prack| *prack != client);
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
        let Stage::Ringing(ringing) = &mut self.stage else { return };
        let rack = message.header(Name::RAck).unwrap_or_default();
        let named = rack.split_ascii_whitespace().next().and_then(|n| n.parse::<u32>().ok());
        let pending = ringing.pending.as_ref().map(|pending| pending.rseq);
        if pending.is_none() || named != pending {
            return core.refuse(message, flow, server, 481, &[]);
        }
        ringing.pending = None;
        core.answer(message, flow, server, 200, |_| {});
        self.stop(What::Reliable);
    }

    /// Says again what was not acknowledged; the call is over when that takes too long (§3).
    pub(super) fn say_again(&mut self, core: &mut Core) {
        let give_up = core.settings.times.give_up();
        let Stage::Ringing(ringing) = &mut self.stage else { return };
        let server = ringing.server;
        let Some(pending) = &mut ringing.pending else { return };
        if core.now.duration_since(pending.since) >= give_up {
            let why = "The caller does not acknowledge that the call rings.";
            return self.fail_ringing(core, 504, why);
        }
        let bytes = pending.bytes.clone();
        pending.pause *= 2;
        let pause = pending.pause;
        core.layer.respond(core.now, server, 180, bytes, &mut core.out);
        let left = give_up.saturating_sub(core.now.duration_since(pending.since));
        self.after(core, pause.min(left), What::Reliable);
    }

    /// An UPDATE of the far end within an early dialog of our call.
    pub(super) fn early_update(
        &mut self,
        core: &mut Core,
        message: &Message<'_>,
        flow: &Flow,
        server: ServerId,
    ) {
        let Stage::Calling(calling) = &mut self.stage else { return };
        let (call_id, tag) = (message.call_id(), message.from_tag());
        let known = calling.early.iter_mut().find(|e| e.dialog.is_of(call_id, tag));
        let Some(early) = known else { return };
        early.dialog.refresh_target(message, flow);
        let Some(offer) = super::outside::description(message) else {
            return core.answer_here(message, flow, server, self.line, |_| {});
        };
        // Our own offer has to be answered first (RFC 3311 §5.2).
        if early.description.is_none() {
            return core.refuse(message, flow, server, 491, &[]);
        }
        let agreed = crate::sdp::Agreed::to(offer);
        let described = match (agreed, &mut self.media) {
            (Ok(agreed), Some(media)) => media.describe(&agreed),
            _ => return core.refuse(message, flow, server, 488, &[]),
        };
        early.description = Some(offer.into());
        core.answer_described(message, flow, server, self.line, &described, |_| {});
    }
}
