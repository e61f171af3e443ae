//! A call that we place, from the dialled number to its final answer (RFC 3261 §9.1, §13.2).

use super::address::{SipUri, destination};
use super::causes::{of_refusal, reason_header};
use super::control::NewCall;
use super::dialog::Dialog;
use super::established::{Established, Media, Side};
use super::leg::{Leg, Station, about_us, channel, describe};
use super::media::{MediaPorts, no_ports};
use super::routes::Input;
use super::routes::{Entry, cseq};
use super::sdp::{Describer, is_usable};
use super::stack::{Draft, Exchange, Running};
use crate::engine::{Cause, Error, ErrorKind};
use rsipstack::sip::{Header, Method, Request, Response};
use rsipstack::transaction::random_text;
use std::net::SocketAddr;
use std::sync::Arc;
use tapi3_common::descriptors;
use tokio::time::Instant;

/// LINEADDRESSTYPE_DOMAINNAME and LINEADDRESSTYPE_IPADDRESS.
const HOST_TYPES: u32 = 0x8 | 0x10;

const BAD_ADDRESS: Error = Error::new(
    ErrorKind::InvalidAddress,
    "The destination is not a SIP address, user@host, or a number.",
);
const NO_TLS: Error = Error::new(
    ErrorKind::InvalidAddress,
    "The destination asks for TLS, which the SIP lines do not have yet.",
);
/// Places a call and stays with it until its end.
pub(super) async fn place(station: Arc<Station>, new: NewCall) {
    let NewCall {
        call,
        control,
        reply,
        admitted: _admitted,
    } = new;
    let config = &station.config;
    let as_host = call.address_type() & HOST_TYPES != 0;
    let dialled = destination(call.destination(), &config.uri, as_host);
    let target = match dialled {
        Some(target) if !target.secure => target,
        Some(_) => return reply.fail(NO_TLS),
        None => return reply.fail(BAD_ADDRESS),
    };
    let hop = config.next_hop(&target);
    let resolved = tokio::select! {
        resolved = station.stack.resolve(hop) => resolved,
        () = control.until_hung_up() => return,
    };
    let peer = match resolved {
        Ok(peer) => peer,
        Err(error) => {
            let kind = if *hop == target {
                ErrorKind::InvalidAddress
            } else {
                ErrorKind::OperationFailed
            };
            let error = descriptors::in_words(&error);
            let text = format!("The host {} is not found: {error}.", hop.host);
            return reply.fail(Error::with_text(kind, text));
        }
    };
    let own_ip = station.stack.address_towards(peer).ip();
    let ports = match MediaPorts::bind(own_ip).await {
        Ok(ports) => ports,
        Err(error) => {
            tracing::error!("no media ports at {own_ip}: {error}");
            return reply.fail(no_ports(&error));
        }
    };
    if control.hung_up().is_some() {
        return;
    }
    let (call_id, tag) = (random_text(24), random_text(10));
    let mut describer = Describer::new(ports.rtp, call.id());
    let offer = describer.offer();
    let (sink, inputs) = channel();
    let mut entry = station.stack.routes.enter(&call_id, &tag, sink.clone());
    let leg = Leg::new(station.clone(), call, control, (sink, inputs));
    let mut calling = Calling {
        invite: Invite {
            from: format!("{};tag={tag}", config.identity()),
            to: format!("<{}>", target.identity()),
            call_id,
            number: 0,
            target,
            peer,
            offer,
        },
        leg,
        rang: false,
        gave_up: false,
    };
    entry.leave_trace();
    let Some(attempt) = calling.send_invite() else {
        return reply.fail(Error::new(
            ErrorKind::OperationFailed,
            "The INVITE cannot be put together.",
        ));
    };
    calling.leg.call.progressing();
    reply.ok();
    let media = Media {
        describer,
        _ports: ports,
    };
    calling.run(attempt, entry, media).await;
}

/// What every INVITE of the call says.
struct Invite {
    from: String,
    to: String,
    call_id: String,
    number: u32,
    target: SipUri,
    peer: SocketAddr,
    offer: Vec<u8>,
}

/// An INVITE under way.
struct Attempt {
    exchange: Exchange,
    running: Running,
    request: Request,
    credentials: Vec<Header>,
    /// Whether anything has come back: only then may a CANCEL follow (§9.1).
    provisional: bool,
    /// When to stop waiting for an end, after a CANCEL.
    give_up: Option<Instant>,
    /// When to stop waiting for news, before it.
    silent: Instant,
}

struct Calling {
    leg: Leg,
    invite: Invite,
    /// Whether the far end said more than 100.
    rang: bool,
    /// Whether we ended the call ourselves, for want of news.
    gave_up: bool,
}

/// What a response leads to.
enum Next {
    Wait,
    Again,
    Up(Box<Response>),
    Over,
}

impl Calling {
    fn send_invite(&mut self) -> Option<Attempt> {
        self.invite.number += 1;
        let station = self.leg.station.clone();
        let config = &station.config;
        let proxy = config.outbound_proxy.iter();
        let routes: Vec<String> = proxy.map(|proxy| format!("<{proxy};lr>")).collect();
        let invite = &self.invite;
        let draft = Draft {
            method: Method::Invite,
            uri: &invite.target,
            from: &invite.from,
            to: &invite.to,
            call_id: &invite.call_id,
            cseq: invite.number,
            routes: &routes,
        };
        let mut request = station.stack.request(&draft, invite.peer);
        request
            .headers
            .extend(about_us(station.contact(invite.peer)));
        describe(&mut request, invite.offer.clone());
        let (uri, peer) = (invite.target.to_string(), invite.peer);
        let credentials = self.leg.authorize(&mut request, &uri);
        let (exchange, running) = self.leg.send(request.clone(), peer)?;
        Some(Attempt {
            exchange,
            running,
            request,
            credentials,
            provisional: false,
            give_up: None,
            silent: Instant::now() + station.stack.timers.silence,
        })
    }

    async fn run(mut self, mut attempt: Attempt, entry: Entry, media: Media) {
        loop {
            if self.is_ending() && attempt.provisional && attempt.give_up.is_none() {
                self.cancel(&mut attempt);
            }
            let deadline = attempt.give_up.unwrap_or(attempt.silent);
            let input = tokio::select! {
                () = self.leg.control.woken(), if self.leg.control.hung_up().is_none() => continue,
                input = self.leg.inputs.recv() => input,
                () = tokio::time::sleep_until(deadline) => {
                    if attempt.give_up.is_some() {
                        // What comes after all finds the trace of this call (see `routes`).
                        let (call, peer) = (self.leg.call.id(), self.invite.peer);
                        tracing::warn!(
                            "call {call}: {peer} did not confirm that the call was given up"
                        );
                        return attempt.running.stop();
                    }
                    self.gave_up = true;
                    let (call, peer) = (self.leg.call.id(), self.invite.peer);
                    tracing::warn!("call {call} is given up: {peer} says nothing any more");
                    self.leg.over(Cause::NoAnswer);
                    attempt.silent = Instant::now() + self.leg.station.stack.timers.give_up;
                    continue;
                }
            };
            let next = match input {
                Some(Input::Response(exchange, response)) if exchange == attempt.exchange => {
                    self.response(*response, &mut attempt)
                }
                Some(Input::Ended(exchange)) if exchange == attempt.exchange => {
                    self.leg.over(Cause::Failed);
                    Next::Over
                }
                Some(Input::Request(request)) => {
                    let stack = &self.leg.station.stack;
                    let status = rsipstack::sip::StatusCode::CallTransactionDoesNotExist;
                    stack.answer(*request, status, Vec::new());
                    Next::Wait
                }
                // What becomes of the CANCEL says nothing: the INVITE's end counts (§9.1).
                Some(_) => Next::Wait,
                None => Next::Over,
            };
            match next {
                Next::Wait => {}
                Next::Again => match self.send_invite() {
                    Some(again) => attempt = again,
                    None => return self.leg.over(Cause::Failed),
                },
                Next::Up(response) => {
                    return self.answered(*response, attempt, &entry, media).await;
                }
                Next::Over => return,
            }
        }
    }

    fn is_ending(&self) -> bool {
        self.gave_up || self.leg.control.hung_up().is_some()
    }

    fn response(&mut self, response: Response, attempt: &mut Attempt) -> Next {
        let code = response.status_code.code();
        match code {
            ..200 => {
                attempt.provisional = true;
                self.rang |= code > 100;
                self.tell_response(&response);
                attempt.silent = Instant::now() + self.leg.station.stack.timers.silence;
                self.leg.call.progressing();
                Next::Wait
            }
            200..300 => {
                self.tell_response(&response);
                Next::Up(Box::new(response))
            }
            401 | 407 if !self.is_ending() && self.may_try_again(&response) => Next::Again,
            _ => {
                self.tell_response(&response);
                self.leg.over(of_refusal(code, self.rang));
                Next::Over
            }
        }
    }

    /// Before the state that follows from it.
    fn tell_response(&self, response: &Response) {
        let status = &response.status_code;
        let call = &self.leg.call;
        call.set_network_response(status.code(), status.text().to_owned());
    }

    fn may_try_again(&mut self, response: &Response) -> bool {
        let name = &self.leg.station.line.info().name;
        if self.leg.station.config.credentials.is_none() {
            tracing::warn!(
                "line {name:?}: the server wants a password, and the settings have none"
            );
            return false;
        }
        let again = self.leg.auth.take(response);
        if !again {
            tracing::warn!("line {name:?}: the server refused the user name or password");
        }
        again
    }

    /// Sends the CANCEL (§9.1): like the INVITE, its Via with the branch included.
    fn cancel(&mut self, attempt: &mut Attempt) {
        let mut cancel = attempt.request.clone();
        cancel.method = Method::Cancel;
        cancel.body.clear();
        cancel.headers.retain(|header| {
            matches!(
                header,
                Header::Via(_)
                    | Header::Route(_)
                    | Header::MaxForwards(_)
                    | Header::From(_)
                    | Header::To(_)
                    | Header::CallId(_)
                    | Header::UserAgent(_)
            )
        });
        let number = format!("{} CANCEL", self.invite.number);
        cancel.headers.push(Header::CSeq(number.as_str().into()));
        if let Some(reason) = self.leg.control.hung_up() {
            cancel
                .headers
                .extend(reason_header(reason).into_iter().collect());
        }
        self.leg.send(cancel, self.invite.peer);
        attempt.give_up = Some(Instant::now() + self.leg.station.stack.timers.give_up);
    }

    /// A 2xx: whatever we want by now, the far end is in a call and must be told.
    async fn answered(mut self, response: Response, attempt: Attempt, entry: &Entry, media: Media) {
        entry.answered();
        self.leg.auth.accepted();
        let stack = self.leg.station.stack.clone();
        let (target, peer) = (&self.invite.target, self.invite.peer);
        let dialog = Dialog::of_caller(&stack, &response, target, peer).await;
        let Some(dialog) = dialog else {
            // Without To or Call-ID it would not have come this far.
            return self.leg.over(Cause::Failed);
        };
        let number = cseq(&response).unwrap_or(self.invite.number);
        let ack = dialog.ack(&stack, number, &attempt.credentials);
        stack.send_once(ack, dialog.peer()).await;
        let mut over = self.gave_up;
        if !self.is_ending() {
            if response.body.is_empty() || is_usable(&response.body) {
                self.leg.call.connected();
            } else {
                tracing::warn!("{target} answered with media that we do not have");
                self.leg.over(Cause::Failed);
                over = true;
            }
        }
        let established = Established {
            leg: &mut self.leg,
            dialog,
            side: Side::Caller {
                number,
                credentials: attempt.credentials,
            },
            media,
            over,
        };
        established.run().await;
    }
}
