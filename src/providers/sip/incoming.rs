//! Requests from outside: a call that is offered to us, from its INVITE to its answer (RFC 3261
//! §13.3), and everything that belongs to no call.

use super::address::unescape;
use super::causes::{reason_header, refusal};
use super::control::Control;
use super::dialog::Dialog;
use super::established::{Established, Media, Side, answer_with};
use super::leg::{INVITE, Leg, SDP, Station, about_us, channel};
use super::media::{MediaPorts, no_ports};
use super::routes::{Input, call_id, tag_of};
use super::sdp::{Agreed, Describer};
use super::stack::{Serving, Stack};
use crate::engine::{Cause, Error, Incoming, Party, Reply};
use crate::providers::switchboard;
use rsipstack::sip::{Header, Method, Request, StatusCode};
use rsipstack::transaction::{Transaction, random_text};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tapi3_common::media::AUDIO;
use tokio::time::Instant;

/// Takes a request that came in on the socket of these lines.
pub(super) fn receive(stack: &Arc<Stack>, stations: &[Arc<Station>], request: Transaction) {
    let headers = &request.original.headers;
    let known = tag_of(headers, false).map(|tag| {
        let call_id = call_id(headers).unwrap_or_default();
        stack.routes.find(&call_id, &tag)
    });
    match (known, request.original.method) {
        (Some(Some(sink)), _) => {
            if let Err(unsent) = sink.send(Input::Request(Box::new(request))) {
                // The call ended a moment ago.
                if let Input::Request(request) = unsent.0 {
                    let status = StatusCode::CallTransactionDoesNotExist;
                    stack.answer(*request, status, Vec::new());
                }
            }
        }
        (Some(None), _) | (None, Method::Bye) => {
            stack.answer(request, StatusCode::CallTransactionDoesNotExist, Vec::new());
        }
        (None, Method::Invite) => offer(stack, stations, request),
        (None, Method::Options) => {
            let headers = vec![
                Header::Allow(super::ALLOWED.into()),
                Header::Accept(SDP.into()),
            ];
            stack.answer(request, StatusCode::OK, headers);
        }
        (None, _) => refuse_method(stack, request),
    }
}

/// Answers a request whose method we know and do not do.
pub(super) fn refuse_method(stack: &Stack, request: Transaction) {
    let allow = vec![Header::Allow(super::ALLOWED.into())];
    stack.answer(request, StatusCode::MethodNotAllowed, allow);
}

/// The line that a request is for: the one whose user it names. A line that has its socket to
/// itself takes every call.
fn station_for<'a>(stations: &'a [Arc<Station>], request: &Request) -> Option<&'a Arc<Station>> {
    if let [only] = stations {
        return Some(only);
    }
    let named = unescape(request.uri.user().unwrap_or_default());
    let own = |s: &&Arc<Station>| unescape(&s.config.uri.user) == named;
    stations.iter().find(own)
}

/// What forbids an INVITE from the start (§8.2), and what to answer then.
pub(super) fn objection(invite: &Request) -> Option<(StatusCode, Vec<Header>)> {
    let mut has_contact = false;
    for header in invite.headers.iter() {
        match header {
            Header::Require(value) => {
                let unsupported = Header::Unsupported(value.value().into());
                return Some((StatusCode::BadExtension, vec![unsupported]));
            }
            Header::ContentType(value) if !invite.body.is_empty() => {
                let kind = value.value().split(';').next().unwrap_or_default();
                if !kind.trim().eq_ignore_ascii_case(SDP) {
                    let accept = Header::Accept(SDP.into());
                    return Some((StatusCode::UnsupportedMediaType, vec![accept]));
                }
            }
            Header::Contact(_) => has_contact = true,
            _ => {}
        }
    }
    (!has_contact).then(|| (StatusCode::BadRequest, Vec::new()))
}

fn offer(stack: &Arc<Stack>, stations: &[Arc<Station>], request: Transaction) {
    let refuse = |request, status| stack.answer(request, status, Vec::new());
    if let Some((status, headers)) = objection(&request.original) {
        return stack.answer(request, status, headers);
    }
    let Some(station) = station_for(stations, &request.original) else {
        tracing::debug!("a call was refused: it is for none of the lines");
        return refuse(request, StatusCode::NotFound);
    };
    let name = &station.line.info().name;
    // The ports come with the answer.
    let Some(agreed) = Agreed::to(&request.original.body) else {
        tracing::info!("line {name:?}: a call was refused: it has no media that we have");
        return refuse(request, StatusCode::NotAcceptableHere);
    };
    let control = match Control::new(&station.appearances) {
        Ok(control) => control,
        Err(error) => {
            tracing::info!("line {name:?}: a call was refused as busy: {error}");
            return refuse(request, StatusCode::BusyHere);
        }
    };
    let admitted = match station.switchboard.enter(&control, |_| {}) {
        Ok(admitted) => admitted,
        Err(refusal) => {
            let error = switchboard::refused(refusal);
            tracing::warn!("line {name:?}: a call was refused: {error}");
            return refuse(request, StatusCode::TemporarilyUnavailable);
        }
    };
    let from_whom = |from: bool| {
        let headers = request.original.headers.iter();
        let mut values = headers.filter_map(|header| match header {
            Header::From(value) if from => Some(station.party(value.value())),
            Header::To(value) if !from => Some(station.party(value.value())),
            _ => None,
        });
        values.next().unwrap_or_default()
    };
    let announced = station.line.incoming(Incoming {
        caller: from_whom(true),
        called: Party::default(),
        media: AUDIO,
        address_type: super::ADDRESS_TYPES,
        tag: admitted.tag(),
        ..Incoming::default()
    });
    let call = match announced {
        Ok(call) => call,
        Err(error) => {
            tracing::error!("a call was not announced: {error}");
            return refuse(request, StatusCode::ServerInternalError);
        }
    };
    let peer = request
        .connection
        .as_ref()
        .and_then(|c| c.get_remote_addr());
    let peer = peer.and_then(|address| address.get_socketaddr().ok());
    let peer = peer.unwrap_or(SocketAddr::from(([0, 0, 0, 0], 0)));
    let ends = channel();
    let our_tag = random_text(10);
    let known_as = call_id(&request.original.headers).unwrap_or_default();
    let entry = stack.routes.enter(&known_as, &our_tag, ends.0.clone());
    let serving = stack.serve(request, &our_tag, INVITE, &ends.0);
    let leg = Leg::new(station.clone(), call, control, ends);
    let mut ringing = Ringing {
        leg,
        serving,
        peer,
        agreed,
    };
    stack.tasks.spawn(async move {
        ringing.run().await;
        drop((entry, admitted));
    });
}

/// A call that is offered to the application.
struct Ringing {
    leg: Leg,
    serving: Serving,
    /// Where the INVITE came from.
    peer: SocketAddr,
    /// What the answer will describe.
    agreed: Agreed,
}

impl Ringing {
    fn ring(&self) {
        let contact = self.leg.station.contact(self.peer);
        let mut headers = about_us(contact);
        let routes = self.serving.request.headers.iter();
        headers.extend(
            routes
                .filter(|h| matches!(h, Header::RecordRoute(_)))
                .cloned(),
        );
        self.serving.respond(StatusCode::Ringing, headers, None);
    }

    /// How long the caller wants to wait, if it says so.
    fn expiry(&self) -> Option<Duration> {
        let headers = self.serving.request.headers.iter();
        let mut values = headers.filter_map(|header| match header {
            Header::Expires(value) => value.value().trim().parse().ok(),
            _ => None,
        });
        values.next().map(Duration::from_secs)
    }

    async fn run(&mut self) {
        let started = Instant::now();
        let expiry = self.expiry().and_then(|after| started.checked_add(after));
        let again = self.leg.station.stack.timers.still_ringing;
        let mut next_ring = started + again;
        self.ring();
        loop {
            if let Some(reason) = self.leg.control.hung_up() {
                let headers = reason_header(reason).into_iter().collect();
                return self.serving.respond(refusal(reason), headers, None);
            }
            if let Some(reply) = self.leg.control.take_answer() {
                match self.answer().await {
                    Ok((dialog, media)) => return self.connected(reply, dialog, media).await,
                    Err(error) => reply.fail(error),
                }
            }
            let deadline = expiry.map_or(next_ring, |expiry| expiry.min(next_ring));
            tokio::select! {
                () = self.leg.control.woken() => {}
                input = self.leg.inputs.recv() => {
                    if self.input(input) {
                        return;
                    }
                }
                () = tokio::time::sleep_until(deadline) => {
                    if expiry.is_some_and(|expiry| expiry <= Instant::now()) {
                        return self.caller_gave_up();
                    }
                    // A silent caller's proxy would give up after three minutes (§13.3.1.1).
                    self.ring();
                    next_ring = Instant::now() + again;
                }
            }
        }
    }

    fn caller_gave_up(&self) {
        self.serving
            .respond(StatusCode::RequestTerminated, Vec::new(), None);
        self.leg.over(Cause::Cancelled);
    }

    /// Whether the call is over by what the network says.
    fn input(&mut self, input: Option<Input>) -> bool {
        match input {
            Some(Input::Cancel) => {
                self.caller_gave_up();
                true
            }
            Some(Input::Request(request)) if request.original.method == Method::Bye => {
                // A BYE within an early dialog ends the INVITE too (§15.1.2).
                self.leg
                    .station
                    .stack
                    .answer(*request, StatusCode::OK, Vec::new());
                self.caller_gave_up();
                true
            }
            Some(Input::Request(request)) => {
                refuse_method(&self.leg.station.stack, *request);
                false
            }
            Some(Input::Ended(INVITE)) | None => {
                self.leg.over(Cause::Failed);
                true
            }
            Some(_) => false,
        }
    }

    /// Accepts the call.
    async fn answer(&mut self) -> Result<(Dialog, Media), Error> {
        let station = &self.leg.station;
        let ip = station.stack.address_towards(self.peer).ip();
        let ports = MediaPorts::bind(ip).await.map_err(|error| {
            tracing::error!("no media ports at {ip}: {error}");
            no_ports(&error)
        })?;
        let mut describer = Describer::new(ports.rtp, self.leg.call.id());
        let invite = &self.serving.request;
        let dialog = Dialog::of_called(invite, self.peer).ok_or(super::NOT_OFFERING)?;
        let body = describer.describe(&self.agreed);
        answer_with(&self.serving, station.contact(self.peer), body);
        let media = Media {
            describer,
            _ports: ports,
        };
        Ok((dialog, media))
    }

    async fn connected(&mut self, reply: Reply, mut dialog: Dialog, media: Media) {
        reply.ok();
        let stack = self.leg.station.stack.clone();
        dialog.find_peer(&stack).await;
        let established = Established {
            leg: &mut self.leg,
            dialog,
            side: Side::Called {
                answer: self.serving.running(),
                acked: false,
            },
            media,
            over: false,
        };
        established.run().await;
    }
}
