//! A call that was answered, from its 2xx to the end of the last BYE (RFC 3261 §14, §15).

use super::causes::reason_header;
use super::dialog::{Dialog, is_confirmed, refuse_late};
use super::leg::{INVITE, Leg, SDP, about_us};
use super::media::MediaPorts;
use super::routes::{Input, Late, tag_of};
use super::sdp::{Agreed, Describer};
use super::stack::{Exchange, Running, Serving};
use crate::engine::Cause;
use rsipstack::sip::{Header, Method, Response, StatusCode};
use rsipstack::transaction::Transaction;

/// Which side of the call we are.
pub(super) enum Side {
    /// We called: every 2xx is acknowledged, with the number and credentials of the INVITE.
    Caller {
        number: u32,
        credentials: Vec<Header>,
    },
    /// We were called: our 2xx waits for its ACK.
    Called { answer: Running, acked: bool },
}

/// The media of a call and how they are described.
pub(super) struct Media {
    pub describer: Describer,
    pub _ports: MediaPorts,
}

/// An answered call.
pub(super) struct Established<'a> {
    pub leg: &'a mut Leg,
    pub dialog: Dialog,
    pub side: Side,
    pub media: Media,
    /// Whether the call is over already and only the far end does not know.
    pub over: bool,
}

impl Established<'_> {
    /// Keeps the call until it is over for both sides, or given up.
    pub async fn run(mut self) {
        let mut bye: Option<Exchange> = None;
        let mut refreshes: Vec<(Exchange, Running)> = Vec::new();
        loop {
            let hung_up = self.over || self.leg.control.hung_up().is_some();
            if hung_up && bye.is_none() && self.may_say_bye() {
                bye = self.say_bye();
                if bye.is_none() {
                    return;
                }
            }
            let input = tokio::select! {
                () = self.leg.control.woken(), if !hung_up || bye.is_none() => {
                    self.refuse_answer();
                    continue;
                }
                input = self.leg.inputs.recv() => input,
            };
            match input {
                Some(Input::Response(exchange, response)) if Some(exchange) == bye => {
                    if self.bye_is_challenged(&response) {
                        bye = self.say_bye();
                    } else if response.status_code.code() >= 200 {
                        let code = response.status_code.code();
                        if !is_confirmed(code) {
                            self.unconfirmed(&format!("it answered {code}"));
                        }
                        return;
                    }
                }
                Some(Input::Ended(exchange)) if Some(exchange) == bye => {
                    return self.unconfirmed("it does not answer");
                }
                Some(Input::Ended(INVITE)) => self.no_ack(),
                Some(Input::Ended(exchange)) => {
                    let open = refreshes.len();
                    refreshes.retain(|(number, _)| *number != exchange);
                    if refreshes.len() < open {
                        // Our answer to a re-INVITE was never acknowledged.
                        self.fail("it did not acknowledge an answer");
                    }
                }
                Some(Input::Ack(INVITE)) => {
                    if let Side::Called { acked, .. } = &mut self.side {
                        *acked = true;
                    }
                }
                Some(Input::Ack(exchange)) => refreshes.retain(|(number, _)| *number != exchange),
                Some(Input::Late(late)) => self.acknowledge(*late).await,
                Some(Input::Request(request)) => {
                    let ended = self.request(*request, &mut refreshes, bye.is_some()).await;
                    if ended {
                        refreshes.drain(..).for_each(|(_, answer)| answer.stop());
                        if bye.is_none() {
                            return;
                        }
                    }
                }
                // A CANCEL after our answer, and what is left of earlier requests.
                Some(Input::Cancel | Input::Response(..)) => {}
                None => return,
            }
        }
    }

    /// A called party waits with its BYE for the ACK, or until it cannot come any more (§15): also
    /// when there is no time left to wait for it.
    fn may_say_bye(&self) -> bool {
        !matches!(self.side, Side::Called { acked: false, .. }) || self.leg.control.is_hurried()
    }

    fn say_bye(&mut self) -> Option<Exchange> {
        let stack = self.leg.station.stack.clone();
        let mut bye = self.dialog.request(&stack, Method::Bye);
        if let Some(reason) = self.leg.control.hung_up() {
            bye.headers
                .extend(reason_header(reason).into_iter().collect());
        }
        let uri = self.dialog.request_uri();
        self.leg.authorize(&mut bye, &uri);
        let (exchange, _) = self.leg.send(bye, self.dialog.peer())?;
        Some(exchange)
    }

    fn bye_is_challenged(&mut self, response: &Response) -> bool {
        matches!(response.status_code.code(), 401 | 407)
            && self.leg.station.config.credentials.is_some()
            && self.leg.auth.take(response)
    }

    /// An answer to a call that is answered already.
    fn refuse_answer(&self) {
        if let Some(reply) = self.leg.control.take_answer() {
            reply.fail(super::NOT_OFFERING);
        }
    }

    /// The BYE did its work no better than that.
    fn unconfirmed(&self, why: &str) {
        let (call, peer) = (self.leg.call.id(), self.dialog.peer());
        tracing::warn!("call {call}: {peer} did not confirm the hang-up: {why}");
    }

    fn fail(&mut self, why: &str) {
        let (call, peer) = (self.leg.call.id(), self.dialog.peer());
        tracing::warn!("call {call} with {peer} failed: {why}");
        self.over = true;
        self.leg.over(Cause::Failed);
    }

    /// The transaction of our 2xx is over.
    fn no_ack(&mut self) {
        if let Side::Called { acked, .. } = &mut self.side {
            if !std::mem::replace(acked, true) {
                self.fail("it did not acknowledge the answer");
            }
        }
    }

    async fn acknowledge(&mut self, late: Late) {
        let stack = &self.leg.station.stack;
        match &self.side {
            Side::Caller {
                number,
                credentials,
            } if tag_of(&late.response.headers, false).unwrap_or_default()
                == self.dialog.remote_tag =>
            {
                let ack = self.dialog.ack(stack, *number, credentials);
                stack.send_once(ack, self.dialog.peer()).await;
            }
            _ => refuse_late(stack, late),
        }
    }

    /// Handles a request of the far end. Says so if it ended the call.
    async fn request(
        &mut self,
        request: Transaction,
        refreshes: &mut Vec<(Exchange, Running)>,
        ending: bool,
    ) -> bool {
        let stack = self.leg.station.stack.clone();
        let theirs = tag_of(&request.original.headers, true).unwrap_or_default();
        if theirs != self.dialog.remote_tag {
            stack.answer(request, StatusCode::CallTransactionDoesNotExist, Vec::new());
            return false;
        }
        if !self.dialog.take_number(&request.original) {
            stack.answer(request, StatusCode::ServerInternalError, Vec::new());
            return false;
        }
        match request.original.method {
            Method::Bye => {
                stack.answer(request, StatusCode::OK, Vec::new());
                if let Side::Called { answer, acked } = &mut self.side {
                    // Whoever says BYE has our 2xx.
                    answer.stop();
                    *acked = true;
                }
                self.leg.over(Cause::Normal);
                return true;
            }
            Method::Invite if ending || self.over => {
                stack.answer(request, StatusCode::CallTransactionDoesNotExist, Vec::new());
            }
            Method::Invite => refreshes.extend(self.refresh(request).await),
            Method::Options => {
                stack.answer(
                    request,
                    StatusCode::OK,
                    vec![Header::Allow(super::ALLOWED.into())],
                );
            }
            _ => super::incoming::refuse_method(&stack, request),
        }
        false
    }

    /// Answers a re-INVITE: with the answer to its offer, or with an offer if it has none.
    async fn refresh(&mut self, request: Transaction) -> Option<(Exchange, Running)> {
        let stack = self.leg.station.stack.clone();
        if let Some((status, headers)) = super::incoming::objection(&request.original) {
            stack.answer(request, status, headers);
            return None;
        }
        let Some(agreed) = Agreed::to(&request.original.body) else {
            stack.answer(request, StatusCode::NotAcceptableHere, Vec::new());
            return None;
        };
        let body = self.media.describer.describe(&agreed);
        let headers = &request.original.headers;
        self.dialog.refresh_target(&stack, headers).await;
        let exchange = self.leg.next_exchange();
        let serving = stack.serve(request, "", exchange, &self.leg.sink);
        let contact = self.leg.station.contact(self.dialog.peer());
        answer_with(&serving, contact, body);
        Some((exchange, serving.running()))
    }
}

/// Accepts an INVITE.
pub(super) fn answer_with(serving: &Serving, contact: String, body: Vec<u8>) {
    let mut headers = about_us(contact);
    headers.push(Header::ContentType(SDP.into()));
    // The way that the INVITE came is the way that requests of this dialog take (§12.1.1).
    let routes = serving.request.headers.iter();
    headers.extend(
        routes
            .filter(|h| matches!(h, Header::RecordRoute(_)))
            .cloned(),
    );
    serving.respond(StatusCode::OK, headers, Some(body));
}
