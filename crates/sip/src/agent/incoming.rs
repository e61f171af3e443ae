//! A call that is offered to us, from its INVITE to its answer (RFC 3261 §13.3).

use super::call::{Call, HangUp, Stage};
use super::dialog::Dialog;
use super::early::Described;
use super::established::Up;
use super::refresh::Asked;
use super::reliable::{self, Pending};
use super::{ALLOWED, Agent, CallId, Core, End, Event, Refusal, Reliable, SDP, What};
use crate::flow::Flow;
use crate::message::{Draft, Echo, Message, Method, Name, Writer, reason_phrase};
use crate::sdp;
use crate::slab::Slab;
use crate::transaction::ServerId;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// The longest that a caller waits, in seconds; who says more says nothing.
const LONGEST_WAIT: u64 = 1 << 24;

/// Why a call that nobody answers is over, for the caller (RFC 3326).
const NO_ANSWER: &[u8] = b"Reason: Q.850;cause=19;text=\"No answer from user\"\r\n";

/// A call that rings here.
pub(super) struct Ringing {
    pub(super) server: ServerId,
    /// The INVITE's number, which its ACK repeats.
    pub(super) number: u32,
    pub(super) echo: Arc<Echo>,
    pub(super) dialog: Dialog,
    /// What our side does with sound, decided by the way that the INVITE came.
    pub(super) media: sdp::Media,
    /// What our description will say in answer; none if the caller wants ours first.
    pub(super) offer: Option<sdp::Agreed>,
    /// What was said of our sound before the answer, if anything is to be.
    pub(super) described: Option<Described>,
    /// Whether the caller was told that it rings.
    pub(super) has_said: bool,
    /// Whether it is answered for the application, and our description is to be acknowledged first.
    pub(super) answered: bool,
    asked: Asked,
    /// Whether provisional responses are to be reliable.
    pub(super) reliable: bool,
    pub(super) pending: Option<Pending>,
    pub(super) rseq: u32,
    allows_update: bool,
    allows_info: bool,
    /// The call that this one is to replace (RFC 3891).
    pub(super) replaces: Option<CallId>,
    caller_waits: Option<Duration>,
}

/// Whether there are as many calls as may be. What is over, and waits for stray answers only, is none.
fn is_full(calls: &Slab<Call>, most: usize) -> bool {
    calls.len() >= most && calls.iter().filter(|call| !call.is_trace()).count() >= most
}

impl Agent {
    /// An INVITE outside a dialog.
    pub(super) fn invite(&mut self, message: &Message<'_>, flow: &Flow, server: ServerId) {
        let core = &mut self.core;
        if let Some((code, name, value)) = super::outside::objection(message) {
            return core.refuse(message, flow, server, code, &[(name, value)]);
        }
        let Some(line) = super::outside::line_for(&self.by_user, &core.lines, message) else {
            tracing::debug!("a call was refused: it is for none of the lines");
            return core.refuse(message, flow, server, 404, &[]);
        };
        // Whoever gives an address that nobody can call cannot be answered (§8.1.1.8).
        if super::dialog::contact(message).is_none() {
            return core.refuse(message, flow, server, 400, &[]);
        }
        let Some(settings) = core.line(line).map(|line| &line.settings) else {
            return;
        };
        let (can, must) = (
            message.has_token(Name::Supported, "100rel"),
            message.has_token(Name::Require, "100rel"),
        );
        let reliable = match settings.reliable {
            Reliable::Never if must => {
                let unsupported = [(Name::Unsupported, "100rel")];
                return core.refuse(message, flow, server, 420, &unsupported);
            }
            Reliable::Required if !can && !must => {
                return core.refuse(message, flow, server, 421, &[(Name::Require, "100rel")]);
            }
            Reliable::Never => false,
            Reliable::Offered | Reliable::Required => can || must,
        };
        // A caller that wants our offer would have it in the first reliable response (RFC 3262 §5),
        // when nobody has decided about the call yet: only who insists has it so.
        let reliable = reliable && (must || super::outside::description(message).is_some());
        let asked = match Asked::of(message, &settings.session_timer) {
            Ok(asked) => asked,
            Err(shortest) => {
                return core.answer(message, flow, server, 422, |writer| {
                    writer.number(Name::MinSe, shortest);
                });
            }
        };
        let media = core
            .line(line)
            .map(|line| line.media(flow))
            .unwrap_or_default();
        if media.security == sdp::Security::Impossible {
            tracing::info!("a call was refused: it is not over TLS, where SRTP has its keys");
            return core.refuse(message, flow, server, 488, &[]);
        }
        let offer = match super::outside::description(message) {
            None => None,
            Some(description) => match sdp::Agreed::to(description, &media) {
                Ok(agreed) => Some(agreed),
                Err(_) => {
                    tracing::info!("a call was refused: it has no media that we have");
                    return core.refuse(message, flow, server, 488, &[]);
                }
            },
        };
        let known = core
            .line(line)
            .is_some_and(|line| line.knows(flow.peer.ip()));
        let stranger = (!known).then(|| super::guard::source(flow));
        let many = stranger.is_some_and(|source| !self.strangers.may_offer(source));
        if many || is_full(&self.calls, core.settings.max_calls) {
            return core.refuse(message, flow, server, 503, &[(Name::RetryAfter, "10")]);
        }
        let mut replaces = message.headers(Name::Replaces);
        let replaces = match (replaces.next(), replaces.next()) {
            (None, _) => None,
            // One call stands in the place of one (RFC 3891 §3).
            (Some(_), Some(_)) => return core.refuse(message, flow, server, 400, &[]),
            (Some(value), None) => match self.to_replace(value) {
                Ok(found) => Some(found),
                Err(code) => return self.core.refuse(message, flow, server, code, &[]),
            },
        };
        let core = &mut self.core;
        let tag = core.random.text(12);
        let dialog = Dialog::of_called(message, &tag, flow);
        let mut offered = super::identity::offer_of(message, core.line(line), flow, replaces);
        let caller_waits = offered
            .expires
            .map(|s| Duration::from_secs(s.min(LONGEST_WAIT)));
        let ringing = Ringing {
            server,
            number: message.cseq(),
            echo: core
                .layer
                .echo(server)
                .unwrap_or_else(|| Echo::of(message, flow.peer).into()),
            dialog,
            media,
            offer,
            described: None,
            has_said: false,
            answered: false,
            asked,
            reliable,
            pending: None,
            rseq: core.random.number() & 0xFFFF,
            allows_update: message.has_token(Name::Allow, "UPDATE"),
            allows_info: message.has_token(Name::Allow, "INFO"),
            replaces,
            caller_waits,
        };
        offered.wants_ours = ringing.wants_offer();
        let key = self.calls.insert_with(|key| {
            let stage = Stage::Ringing(Box::new(ringing));
            let mut call = Call::new(CallId(key), line, message.call_id(), &tag, stage);
            call.offered_by = stranger;
            call
        });
        if let Some(source) = stranger {
            self.strangers.offers(source);
        }
        let call = CallId(key);
        self.core.layer.set_owner(server, super::Owner::Call(call));
        self.by_tag.insert(tag.into(), call);
        self.core.tell(Event::Offered {
            call,
            line,
            offer: Box::new(offered),
        });
    }

    /// Lets an offered call ring, until its caller waits no longer, or for as long as the line wants.
    pub fn ring(&mut self, now: Instant, id: CallId) {
        self.core.now = now;
        self.with(id, |call, core| {
            let waits = match &call.stage {
                Stage::Ringing(ringing) => ringing.caller_waits,
                _ => return,
            };
            let line = core.line(call.line);
            let rings_for = line.and_then(|line| line.settings.rings_for);
            match (waits, rings_for) {
                (Some(waits), most) if most.is_none_or(|most| waits <= most) => {
                    call.after(core, waits, What::Expiry);
                }
                (_, Some(most)) => call.after(core, most, What::RangEnough),
                (_, None) => {}
            }
            // A caller that hears us already hears that.
            if !call.is_described() {
                call.say_ringing(core);
            }
        });
        self.settle();
    }

    /// Answers an offered call; our sound arrives at `media`, or where it was said to arrive before.
    /// Fails if the call does not wait for an answer any more. Returns whether it is answered now:
    /// otherwise what was described before is to be acknowledged first, and [`Event::Done`] follows.
    pub fn answer(
        &mut self,
        now: Instant,
        id: CallId,
        media: SocketAddr,
        session: u64,
    ) -> Result<bool, Refusal> {
        self.core.now = now;
        let answered = self.with(id, |call, core| {
            let Stage::Ringing(ringing) = &mut call.stage else {
                return Err(Refusal::WrongState);
            };
            if std::mem::replace(&mut ringing.answered, true) {
                return Err(Refusal::WrongState);
            }
            if ringing.has_to_wait() {
                call.stop(core, What::RangEnough);
                return Ok(None);
            }
            if ringing.described.is_none() {
                let local = sdp::Local::new(media, session, ringing.media);
                call.media = Some(local.with_keys(&mut core.random));
            }
            call.accept(core).map(Some)
        });
        let answered = answered.unwrap_or(Err(Refusal::Over));
        if let Ok(Some(Some(replaced))) = answered {
            // The new call stands in its place (RFC 3891 §3).
            self.with(replaced, |call, core| call.is_replaced(core));
        }
        self.settle();
        answered.map(|answered| answered.is_some())
    }

    /// Refuses an offered call with this status code.
    pub fn refuse(&mut self, now: Instant, id: CallId, code: u16) {
        self.hang_up(now, id, HangUp::refusing(code));
    }
}

impl Call {
    /// Says that it rings, or that our sound is there already, reliably if that was agreed.
    pub(super) fn say_ringing(&mut self, core: &mut Core) {
        let Stage::Ringing(ringing) = &mut self.stage else {
            return;
        };
        let Some(line) = core.lines.get(self.line.0 as usize) else {
            return;
        };
        let (sounds, description) = ringing.describes_now();
        let (code, reason) = match sounds {
            true => (183, "Session Progress"),
            false => (180, "Ringing"),
        };
        let mut writer = ringing.echo.response(code, reason, &self.tag);
        writer.lines(ringing.echo.routes());
        writer
            .header(Name::Contact, &ringing.dialog.contact(line))
            .header(Name::Allow, ALLOWED);
        let reliable = ringing.reliable && ringing.pending.is_none();
        if reliable {
            ringing.rseq += 1;
            writer
                .header(Name::Require, "100rel")
                .number(Name::RSeq, ringing.rseq.into());
        }
        let bytes = bytes::Bytes::from(match description {
            Some(description) => writer.end_with(SDP, &description),
            None => writer.end(),
        });
        let (id, out) = (ringing.server, &mut core.out);
        core.layer.respond(core.now, id, code, bytes.clone(), out);
        if reliable {
            let t1 = core.settings.times.t1;
            ringing.pending = Some(Pending::new(code, bytes, ringing.rseq, core.now, t1));
            self.after(core, t1, What::Reliable);
        }
        // A silent caller's proxy would give up after three minutes (§13.3.1.1).
        let again = core.settings.times.t1 * 120;
        self.after(core, again, What::StillRinging);
    }

    pub(super) fn ringing_due(&mut self, core: &mut Core, what: What) {
        match what {
            What::StillRinging => self.say_ringing(core),
            What::Expiry => self.caller_gave_up(core, false),
            What::RangEnough => {
                self.over(core, End::Unanswered, None);
                self.final_answer(core, 480, NO_ANSWER);
            }
            What::Reliable => self.say_again(core),
            _ => {}
        }
    }

    fn final_answer(&mut self, core: &mut Core, code: u16, lines: &[u8]) {
        let Stage::Ringing(ringing) = &self.stage else {
            return;
        };
        let mut writer = ringing.echo.response(code, reason_phrase(code), &self.tag);
        core.sign(&mut writer);
        writer.lines(lines);
        core.respond(ringing.server, code, writer.end());
        if ringing.answered {
            self.done(core, Err(Refusal::Over));
        }
        self.stop_all(core);
        self.stage = Stage::Gone;
    }

    /// The application refuses the call.
    pub(super) fn refuse_ringing(&mut self, core: &mut Core) {
        let why = self.hung_up.as_ref();
        let code = why.map_or(0, |why| why.code);
        let code = if (300..700).contains(&code) {
            code
        } else {
            486
        };
        let lines = self.why_lines().to_vec();
        self.final_answer(core, code, &lines);
    }

    /// Refuses a call that nobody can have, and says so to the application.
    pub(super) fn fail_ringing(&mut self, core: &mut Core, code: u16, why: &'static str) {
        self.over(core, End::Failed(why), None);
        self.final_answer(core, code, &[]);
    }

    fn caller_gave_up(&mut self, core: &mut Core, answered_elsewhere: bool) {
        self.over(core, End::Cancelled { answered_elsewhere }, None);
        self.final_answer(core, 487, &[]);
    }

    /// A CANCEL came. After our answer it means nothing (§9.2).
    pub fn cancelled(&mut self, core: &mut Core, message: &Message<'_>) {
        if let Stage::Ringing(_) = &self.stage {
            let elsewhere = super::reason::reasons(message).elsewhere;
            self.caller_gave_up(core, elsewhere);
        }
    }

    /// A request within the dialog of a call that rings.
    pub(super) fn ringing_request(
        &mut self,
        core: &mut Core,
        message: &Message<'_>,
        flow: &Flow,
        server: ServerId,
    ) {
        let Stage::Ringing(ringing) = &mut self.stage else {
            return;
        };
        if !ringing.dialog.is_of(message.call_id(), message.from_tag()) {
            return core.refuse(message, flow, server, 481, &[]);
        }
        if !ringing.dialog.take_number(message, flow) {
            return core.refuse(message, flow, server, 500, &[]);
        }
        match message.method() {
            Method::Bye => {
                // It ends the INVITE too (§15.1.2).
                core.answer(message, flow, server, 200, |_| {});
                self.caller_gave_up(core, false);
            }
            Method::Prack => self.prack(core, message, flow, server),
            Method::Options => core.options(message, flow, server),
            Method::Info => core.info(message, flow, server),
            Method::Update => match super::outside::description(message) {
                // An offer cannot be answered before the first one is (RFC 3311 §5.2).
                Some(_) if !ringing.takes_offers() => {
                    core.refuse(message, flow, server, 500, &[(Name::RetryAfter, "3")]);
                }
                offer => {
                    ringing.dialog.refresh_target(message, flow);
                    match offer {
                        Some(offer) => self.early_offer(core, offer, message, flow, server),
                        None => core.answer_here(message, flow, server, self.line),
                    }
                }
            },
            Method::Invite => core.refuse(message, flow, server, 500, &[(Name::RetryAfter, "3")]),
            Method::Notify => core.refuse(message, flow, server, 481, &[]),
            Method::Refer => core.refuse(message, flow, server, 603, &[]),
            _ => core.refuse_method(message, flow, server),
        }
    }

    /// Accepts the call, whose sound is known. Returns the call that it replaces.
    pub(super) fn accept(&mut self, core: &mut Core) -> Result<Option<CallId>, Refusal> {
        let Stage::Ringing(_) = &self.stage else {
            return Err(Refusal::WrongState);
        };
        let Stage::Ringing(ringing) = std::mem::replace(&mut self.stage, Stage::Gone) else {
            return Err(Refusal::WrongState);
        };
        let ringing = *ringing;
        self.stop_all(core);
        let Some(line) = core.lines.get(self.line.0 as usize) else {
            return Err(Refusal::WrongState);
        };
        let mut writer = ringing.echo.response(200, "OK", &self.tag);
        writer.lines(ringing.echo.routes());
        writer
            .header(Name::Contact, &ringing.dialog.contact(line))
            .header(Name::Allow, ALLOWED)
            .header(Name::Supported, reliable::supported(line.settings.reliable));
        let timer = ringing
            .asked
            .answer(&mut writer, &line.settings.session_timer);
        core.sign(&mut writer);
        let late_offer = ringing.offer.is_none() && ringing.described.is_none();
        let body = match (&ringing.described, &ringing.offer, &mut self.media) {
            (Some(described), ..) => described.for_answer().map(<[u8]>::to_vec),
            (None, Some(agreed), Some(local)) => Some(local.describe(agreed)),
            (None, None, Some(local)) => Some(local.offer()),
            (None, _, None) => None,
        };
        let bytes = match body {
            Some(body) => writer.end_with(SDP, &body),
            None => writer.end(),
        };
        core.respond(ringing.server, 200, bytes);
        let mut up = Up::of_called(ringing.dialog, ringing.server, ringing.number, late_offer);
        up.allows_update = ringing.allows_update;
        up.allows_info = ringing.allows_info;
        up.overtaken = ringing
            .pending
            .map(|pending| (pending.rseq(), ringing.number));
        self.stage = Stage::Up(Box::new(up));
        if !late_offer {
            let call = self.id;
            core.tell(Event::Media { call });
        }
        self.begin_session_timer(core, timer);
        self.resolve(core);
        Ok(ringing.replaces)
    }
}

/// A request without a body.
pub(super) fn draft(writer: Writer, method: Method) -> Draft {
    Draft {
        method,
        bytes: writer.end(),
    }
}

/// A request with a session description.
pub(super) fn described_draft(writer: Writer, method: Method, description: &[u8]) -> Draft {
    Draft {
        method,
        bytes: writer.end_with(SDP, description),
    }
}
