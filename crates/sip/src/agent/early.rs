//! Sound before our answer (RFC 3960): a call that rings here is described to its caller by a 183,
//! reliably where both can (RFC 3262), and what the caller offers instead meanwhile (RFC 3311). A caller
//! that has offered nothing and insists on reliable responses has our offer in the first of them, the
//! 180, and answers it with its PRACK.

use super::call::{Call, Stage};
use super::incoming::Ringing;
use super::{Agent, CallId, Core, Event, Refusal};
use crate::flow::Flow;
use crate::message::Message;
use crate::sdp;
use crate::transaction::ServerId;
use std::net::SocketAddr;
use std::time::Instant;

/// What the caller is told of our sound before the answer.
pub(super) struct Described {
    /// Our description, which the answer repeats (RFC 3261 §13.2.1) if it is one itself.
    body: Vec<u8>,
    /// Whether it is an offer, which the acknowledgement answers.
    is_offer: bool,
    /// Whether it was sent.
    said: bool,
    /// Whether it was acknowledged: what the caller offers from then on is an offer of its own.
    acknowledged: bool,
    /// Whether something else was agreed on since.
    updated: bool,
}

impl Described {
    /// What the answer says of our sound: the same, or nothing if something else was agreed on, or all
    /// is said already.
    pub fn for_answer(&self) -> Option<&[u8]> {
        (!self.updated && !self.is_offer).then_some(self.body.as_slice())
    }
}

impl Agent {
    /// Describes our sound to the caller of an offered call, before it is answered; it arrives at
    /// `media`. [`Event::EarlyMedia`] follows as soon as the caller is told, which may have to wait
    /// until it has acknowledged what it was told before, or as soon as it has answered where what it
    /// is told is an offer: that is for a call that does not ring yet.
    ///
    /// # Errors
    ///
    /// The call is not offered any more, its caller has offered nothing and does not insist on reliable
    /// responses, or it was described before.
    pub fn describe(
        &mut self,
        now: Instant,
        id: CallId,
        media: SocketAddr,
        session: u64,
    ) -> Result<(), Refusal> {
        self.core.now = now;
        let done = self.with(id, |call, core| call.describe(core, media, session));
        self.settle();
        done.unwrap_or(Err(Refusal::Over))
    }
}

impl Call {
    fn describe(
        &mut self,
        core: &mut Core,
        media: SocketAddr,
        session: u64,
    ) -> Result<(), Refusal> {
        let Stage::Ringing(ringing) = &mut self.stage else {
            return Err(Refusal::WrongState);
        };
        if !ringing.can_be_described() {
            return Err(Refusal::WrongState);
        }
        let local = sdp::Local::new(media, session, ringing.media);
        let mut local = local.with_keys(&mut core.random);
        ringing.described = Some(Described {
            body: match &ringing.offer {
                Some(agreed) => local.describe(agreed),
                None => local.offer(),
            },
            is_offer: ringing.offer.is_none(),
            said: false,
            acknowledged: false,
            updated: false,
        });
        self.media = Some(local);
        self.describe_now(core);
        Ok(())
    }

    /// Whether the caller was told of our sound, or is about to be.
    pub(super) fn is_described(&self) -> bool {
        matches!(&self.stage, Stage::Ringing(ringing) if ringing.described.is_some())
    }

    /// Describes our sound, unless something else is to be acknowledged first (RFC 3262 §3).
    pub(super) fn describe_now(&mut self, core: &mut Core) {
        let Stage::Ringing(ringing) = &self.stage else {
            return;
        };
        let waits = ringing.described.as_ref().filter(|it| !it.said);
        let Some(waits) = waits.filter(|_| ringing.pending.is_none()) else {
            return;
        };
        let is_offer = waits.is_offer;
        self.say_ringing(core);
        if !is_offer {
            core.tell(Event::EarlyMedia { call: self.id });
        }
    }

    /// The caller has acknowledged a provisional response, and may offer something of its own with
    /// that (RFC 3262 §5).
    pub(super) fn acknowledged(
        &mut self,
        core: &mut Core,
        message: &Message<'_>,
        flow: &Flow,
        server: ServerId,
    ) {
        let Stage::Ringing(ringing) = &mut self.stage else {
            return;
        };
        let offer = super::outside::description(message);
        let described = ringing.described.as_mut().filter(|it| it.said);
        if let Some(described) = described {
            let is_answer = described.is_offer && !described.acknowledged;
            described.acknowledged = true;
            if is_answer {
                return self.offer_answered(core, offer, message, flow, server);
            }
        }
        match offer.filter(|_| ringing.takes_offers()) {
            Some(offer) if !self.take_early_offer(core, offer, message, flow, server) => {
                return self.refuse_acknowledged(core, offer, message, flow, server);
            }
            Some(_) => {}
            None => core.answer(message, flow, server, 200, |_| {}),
        }
        self.describe_now(core);
        self.answer_now(core);
    }

    /// The caller has acknowledged our offer, and answers it with that.
    fn offer_answered(
        &mut self,
        core: &mut Core,
        answer: Option<&[u8]>,
        message: &Message<'_>,
        flow: &Flow,
        server: ServerId,
    ) {
        core.answer(message, flow, server, 200, |_| {});
        match (answer, &mut self.media) {
            (Some(answer), Some(media)) => match media.answered(answer) {
                Ok(_) => core.tell(Event::EarlyMedia { call: self.id }),
                Err(_) => {
                    let why = "The caller has answered with media that we do not have.";
                    return self.fail_ringing(core, 488, why);
                }
            },
            // It owes us the answer, and may give it when we offer once more.
            _ => {
                if let Stage::Ringing(ringing) = &mut self.stage {
                    ringing.described = None;
                }
            }
        }
        self.answer_now(core);
    }

    /// Answers an offer that comes after our description and before our answer.
    pub(super) fn early_offer(
        &mut self,
        core: &mut Core,
        offer: &[u8],
        message: &Message<'_>,
        flow: &Flow,
        server: ServerId,
    ) {
        if !self.take_early_offer(core, offer, message, flow, server) {
            core.refuse(message, flow, server, 488, &[]);
        }
    }

    /// A PRACK is answered 200 whatever it offers (RFC 3262 §3). Without any media the call that it is
    /// for comes to nothing.
    fn refuse_acknowledged(
        &mut self,
        core: &mut Core,
        offer: &[u8],
        message: &Message<'_>,
        flow: &Flow,
        server: ServerId,
    ) {
        match self.media.as_mut().map(|media| media.refuse(offer)) {
            Some(Ok(refusal)) => {
                core.answer_described(message, flow, server, self.line, &refusal);
            }
            _ => core.answer(message, flow, server, 200, |_| {}),
        }
        let why = "The caller has offered media that we do not have.";
        self.fail_ringing(core, 488, why);
    }

    /// Answers an offer, if it can be accepted. Returns whether it can.
    fn take_early_offer(
        &mut self,
        core: &mut Core,
        offer: &[u8],
        message: &Message<'_>,
        flow: &Flow,
        server: ServerId,
    ) -> bool {
        let media = self.media.as_mut();
        let media = media.filter(|media| media.may_be_told_over(flow));
        let Some(Ok(answer)) = media.map(|media| media.answer(offer)) else {
            return false;
        };
        if let Stage::Ringing(ringing) = &mut self.stage {
            if let Some(described) = &mut ringing.described {
                described.updated = true;
            }
        }
        core.answer_described(message, flow, server, self.line, &answer);
        core.tell(Event::EarlyMedia { call: self.id });
        true
    }

    /// Gives the answer that had to wait until our description was acknowledged.
    fn answer_now(&mut self, core: &mut Core) {
        if let Stage::Ringing(ringing) = &self.stage {
            if ringing.answered && !ringing.has_to_wait() {
                // The application hears of the answer before it hears sound. It rings, which is all that
                // an answer could fail for.
                self.done(core, Ok(()));
                let _ = self.accept(core);
            }
        }
    }
}

impl Ringing {
    /// Whether our sound can be described before the answer: the caller has offered something or wants
    /// our offer now, and no other call is to make room for this one.
    fn can_be_described(&self) -> bool {
        let can = self.offer.is_some() || self.wants_offer();
        can && self.described.is_none() && self.replaces.is_none() && !self.answered
    }

    /// Whether the caller wants our offer in the first reliable response (RFC 3262 §5), and it is still
    /// to be sent.
    pub fn wants_offer(&self) -> bool {
        self.offer.is_none() && self.reliable && !self.has_said
    }

    /// Whether the answer has to wait: what has a description is to be acknowledged first
    /// (RFC 3262 §3).
    pub fn has_to_wait(&self) -> bool {
        let described = self.described.as_ref();
        self.pending.is_some() && described.is_some_and(|it| it.said && !it.acknowledged)
    }

    /// Whether the caller may offer something else: our answer to its first offer has arrived
    /// (RFC 3311 §5.2).
    pub fn takes_offers(&self) -> bool {
        let described = self.described.as_ref();
        described.is_some_and(|described| described.acknowledged)
    }

    /// What the next provisional response says of our sound, if anything, and whether our sound is
    /// there already. One that was acknowledged is not said again (RFC 6337 §3.1.2).
    pub fn describes_now(&mut self) -> (bool, Option<Vec<u8>>) {
        let free = self.pending.is_none();
        self.has_said = true;
        match &mut self.described {
            Some(described) if described.said => {
                let again = (!self.reliable).then(|| described.body.clone());
                (!described.is_offer, again)
            }
            Some(described) if free => {
                described.said = true;
                (!described.is_offer, Some(described.body.clone()))
            }
            _ => (false, None),
        }
    }
}
