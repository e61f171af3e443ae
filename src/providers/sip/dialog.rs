//! A dialog (RFC 3261 §12): who talks to whom, which way requests go, and how they are numbered.

use super::address::{NameAddr, SipUri, split_list};
use super::routes::{Late, call_id, cseq, tag_of};
use super::stack::{Draft, Stack};
use rsipstack::sip::{Header, Headers, Method, Request, Response};
use std::net::SocketAddr;
use std::sync::Arc;

/// Our side of a dialog.
#[derive(Debug, Clone)]
pub(super) struct Dialog {
    call_id: String,
    /// Our address with our tag, and theirs with theirs.
    local: String,
    remote: String,
    pub remote_tag: String,
    target: SipUri,
    routes: Vec<String>,
    cseq: u32,
    remote_cseq: Option<u32>,
    /// Where requests are sent.
    peer: SocketAddr,
}

impl Dialog {
    /// The dialog that a 2xx to our INVITE makes. Without a Contact, which a 2xx must have, requests
    /// go on to `fallback`, the target of the INVITE, so that the call can be ended properly.
    pub async fn of_caller(
        stack: &Stack,
        response: &Response,
        fallback: &SipUri,
        came_from: SocketAddr,
    ) -> Option<Self> {
        let headers = &response.headers;
        let mut routes = record_routes(headers);
        routes.reverse();
        let mut dialog = Dialog {
            call_id: call_id(headers)?,
            local: value_of(headers, true)?,
            remote: value_of(headers, false)?,
            remote_tag: tag_of(headers, false).unwrap_or_default(),
            target: contact(headers).unwrap_or_else(|| fallback.clone()),
            routes,
            cseq: cseq(response)?,
            remote_cseq: None,
            peer: came_from,
        };
        dialog.find_peer(stack).await;
        Some(dialog)
    }

    /// The dialog of an INVITE that we answer; our tag is in it already.
    pub fn of_called(invite: &Request, came_from: SocketAddr) -> Option<Self> {
        let headers = &invite.headers;
        Some(Dialog {
            call_id: call_id(headers)?,
            local: value_of(headers, false)?,
            remote: value_of(headers, true)?,
            remote_tag: tag_of(headers, true).unwrap_or_default(),
            target: contact(headers)?,
            routes: record_routes(headers),
            cseq: 0,
            remote_cseq: cseq(invite),
            peer: came_from,
        })
    }

    /// Looks up where requests go. If that fails they go where the last message came from.
    pub async fn find_peer(&mut self, stack: &Stack) {
        let first = self.first_route();
        match stack.resolve(first.as_ref().unwrap_or(&self.target)).await {
            Ok(peer) => self.peer = peer,
            Err(error) => tracing::warn!("{} is not resolved: {error}", self.target),
        }
    }

    /// Where requests are sent.
    pub fn peer(&self) -> SocketAddr {
        self.peer
    }

    /// Takes the number of a request from the far end. False if it is out of order.
    pub fn take_number(&mut self, request: &Request) -> bool {
        let number = cseq(request);
        if number.is_none() || number <= self.remote_cseq {
            return false;
        }
        self.remote_cseq = number;
        true
    }

    /// The far end is reached under a new address from now on.
    pub async fn refresh_target(&mut self, stack: &Stack, headers: &Headers) {
        if let Some(target) = contact(headers).filter(|target| *target != self.target) {
            self.target = target;
            self.find_peer(stack).await;
        }
    }

    fn first_route(&self) -> Option<SipUri> {
        SipUri::parse(NameAddr::parse(self.routes.first()?)?.uri)
    }

    /// A first route without `lr`: a strict router, which wants to be the Request-URI (§12.2.1.1).
    fn strict_route(&self) -> Option<SipUri> {
        self.first_route().filter(|route| !route.has_param("lr"))
    }

    /// The Request-URI of the next request.
    pub fn request_uri(&self) -> String {
        self.strict_route()
            .as_ref()
            .unwrap_or(&self.target)
            .to_string()
    }

    fn draft(&self, stack: &Stack, method: Method, cseq: u32) -> Request {
        let strict = self.strict_route();
        let mut routes = self.routes.clone();
        if strict.is_some() {
            routes.remove(0);
            routes.push(format!("<{}>", self.target));
        }
        let draft = Draft {
            method,
            uri: strict.as_ref().unwrap_or(&self.target),
            from: &self.local,
            to: &self.remote,
            call_id: &self.call_id,
            cseq,
            routes: &routes,
        };
        stack.request(&draft, self.peer)
    }

    /// The next request of this dialog.
    pub fn request(&mut self, stack: &Stack, method: Method) -> Request {
        self.cseq += 1;
        self.draft(stack, method, self.cseq)
    }

    /// The ACK of a 2xx, with the credentials of its INVITE (§13.2.2.4).
    pub fn ack(&self, stack: &Stack, number: u32, credentials: &[Header]) -> Request {
        let mut ack = self.draft(stack, Method::Ack, number);
        ack.headers.extend(credentials.to_vec());
        ack
    }
}

fn record_routes(headers: &Headers) -> Vec<String> {
    let values = headers.iter().filter_map(|header| match header {
        Header::RecordRoute(value) => Some(value.value()),
        _ => None,
    });
    values
        .flat_map(split_list)
        .map(|route| route.trim().to_owned())
        .collect()
}

fn contact(headers: &Headers) -> Option<SipUri> {
    let value = headers.iter().find_map(|header| match header {
        Header::Contact(value) => Some(value.value()),
        _ => None,
    })?;
    let first = split_list(value).into_iter().next()?;
    SipUri::parse(NameAddr::parse(first)?.uri)
}

fn value_of(headers: &Headers, from: bool) -> Option<String> {
    headers.iter().find_map(|header| match header {
        Header::From(value) if from => Some(value.value().to_owned()),
        Header::To(value) if !from => Some(value.value().to_owned()),
        _ => None,
    })
}

/// Whether the answer to a BYE says that the far end knows of no call any more (§15.1.1).
pub(super) fn is_confirmed(code: u16) -> bool {
    matches!(code, 200..300 | 481)
}

/// Acknowledges a 2xx that came too late, or from a second branch, and ends the call that the far
/// end believes to be in.
pub(super) fn refuse_late(stack: &Arc<Stack>, late: Late) {
    let tasks = stack.tasks.clone();
    let stack = stack.clone();
    tasks.spawn(async move {
        let to = value_of(&late.response.headers, false).unwrap_or_default();
        let Some(fallback) = NameAddr::parse(&to).and_then(|to| SipUri::parse(to.uri)) else {
            return;
        };
        let made = Dialog::of_caller(&stack, &late.response, &fallback, late.from).await;
        let Some((mut dialog, number)) = made.zip(cseq(&late.response)) else {
            return;
        };
        let ack = dialog.ack(&stack, number, &[]);
        stack.send_once(ack, dialog.peer()).await;
        let bye = dialog.request(&stack, Method::Bye);
        // Whatever the answer, there is nothing more to be done.
        let answer = stack.exchange(bye, dialog.peer()).await;
        let code = answer.map_or(408, |answer| answer.status_code.code());
        if !is_confirmed(code) {
            tracing::warn!(
                "an answer to a call that was over already came from {}, which did not confirm \
                 its end ({code}): it may believe to be in a call",
                dialog.peer()
            );
        }
    });
}
