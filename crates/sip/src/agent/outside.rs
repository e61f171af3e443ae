//! What belongs to no call: requests outside dialogs, refusals, and what messages say about those
//! who send them.

use super::line::Line;
use super::{ALLOWED, Agent, Core, LineId, SDP};
use crate::flow::Flow;
use crate::message::multipart::Part;
use crate::message::uri::{Scheme, Uri, unescape};
use crate::message::value::Params;
use crate::message::{Echo, Malformed, Message, Method, Name, Writer, reason_phrase};
use crate::transaction::ServerId;
use std::collections::HashMap;

/// The extensions that a request may require of us.
const EXTENSIONS: [&str; 5] = ["100rel", "timer", "replaces", "norefersub", "tdialog"];

impl Agent {
    /// A new request.
    pub(super) fn request(&mut self, message: &Message<'_>, flow: &Flow, server: ServerId) {
        let method = message.method();
        let core = &mut self.core;
        let uri = message.request_uri().unwrap_or_default();
        if Uri::parse(uri).is_none_or(|uri| uri.scheme == Scheme::Other) {
            return core.refuse(message, flow, server, 416, &[]);
        }
        if method == Method::Other {
            return core.refuse(message, flow, server, 501, &[(Name::Allow, ALLOWED)]);
        }
        if has_unknown_extension(message) {
            return core.answer(message, flow, server, 420, |writer| {
                for unknown in unknown_extensions(message) {
                    writer.header(Name::Unsupported, unknown);
                }
            });
        }
        if !message.to_tag().is_empty() {
            return self.within_dialog(message, flow, server);
        }
        match method {
            Method::Invite => self.invite(message, flow, server),
            Method::Options => core.options(message, flow, server),
            Method::Bye | Method::Prack | Method::Update | Method::Info => {
                core.refuse(message, flow, server, 481, &[]);
            }
            // There is no call that it could be about.
            Method::Refer => core.refuse(message, flow, server, 603, &[]),
            Method::Notify => self.outside_notify(message, flow, server),
            _ => core.refuse_method(message, flow, server),
        }
    }
}

impl Core {
    /// Answers a request, with the headers that `write` adds.
    pub fn answer(
        &mut self,
        message: &Message<'_>,
        flow: &Flow,
        server: ServerId,
        code: u16,
        write: impl FnOnce(&mut Writer),
    ) {
        let tag = match message.to_tag() {
            "" => self.random.text(10),
            _ => String::new(),
        };
        let mut writer = Echo::answer(message, flow.peer, code, reason_phrase(code), &tag);
        write(&mut writer);
        self.sign(&mut writer);
        let mut bytes = writer.end();
        // It is kept for half a minute.
        bytes.shrink_to_fit();
        self.respond(server, code, bytes);
    }

    /// Refuses a request, with these headers.
    pub fn refuse(
        &mut self,
        message: &Message<'_>,
        flow: &Flow,
        server: ServerId,
        code: u16,
        headers: &[(Name, &str)],
    ) {
        self.answer(message, flow, server, code, |writer| {
            for (name, value) in headers {
                writer.header(*name, value);
            }
        });
    }

    fn contact(&self, line: LineId, flow: &Flow) -> String {
        let line = self.line(line);
        line.map(|line| line.contact(flow)).unwrap_or_default()
    }

    /// Accepts a request, saying where we are.
    pub fn answer_here(
        &mut self,
        message: &Message<'_>,
        flow: &Flow,
        server: ServerId,
        line: LineId,
    ) {
        let contact = self.contact(line, flow);
        self.answer(message, flow, server, 200, |writer| {
            writer
                .header(Name::Contact, &contact)
                .header(Name::Allow, ALLOWED);
        });
    }

    /// Accepts a request with a description of ours.
    pub fn answer_described(
        &mut self,
        message: &Message<'_>,
        flow: &Flow,
        server: ServerId,
        line: LineId,
        description: &[u8],
    ) {
        let contact = self.contact(line, flow);
        let mut writer = Echo::answer(message, flow.peer, 200, "OK", "");
        writer
            .header(Name::Contact, &contact)
            .header(Name::Allow, ALLOWED);
        self.sign(&mut writer);
        self.respond(server, 200, writer.end_with(SDP, description));
    }

    /// Answers a message that cannot be taken, if it is a request; without any state.
    pub fn refuse_malformed(&mut self, malformed: Malformed<'_>, flow: &Flow) {
        tracing::debug!("a malformed message from {flow}: {}", malformed.why);
        let Some(request) = malformed.request else {
            return;
        };
        let tag = self.random.text(10);
        let mut writer = Echo::answer(&request, flow.peer, malformed.code, malformed.why, &tag);
        self.sign(&mut writer);
        let mut back = flow.clone();
        if !flow.transport.is_reliable() {
            back.peer = Echo::destination(&request, flow.peer);
        }
        self.out.push_back(crate::flow::Transmit {
            flow: back,
            bytes: writer.end().into(),
        });
    }

    /// Sends the ACK of a 2xx, which has no transaction.
    pub fn send_ack(&mut self, writer: Writer, flow: &Flow) {
        let draft = super::incoming::draft(writer, Method::Ack);
        // It has no transaction, and so nobody is told of it.
        self.send(draft, flow, super::Owner::Line(LineId(u32::MAX)));
    }
}

fn has_unknown_extension(message: &Message<'_>) -> bool {
    unknown_extensions(message).next().is_some()
}

/// What a request requires that we do not have. ACK and CANCEL never come here (§8.2.2.3).
fn unknown_extensions<'a>(message: &Message<'a>) -> impl Iterator<Item = &'a str> {
    message.list(Name::Require).filter(|wanted| {
        !EXTENSIONS
            .iter()
            .any(|known| wanted.eq_ignore_ascii_case(known))
    })
}

/// What forbids an INVITE or UPDATE from the start (§8.2.3), and what to answer then.
pub(super) fn objection(message: &Message<'_>) -> Option<(u16, Name, &'static str)> {
    // A description is what we would answer with (RFC 4475 §3.3.12).
    let mut accepted = message.list(Name::Accept).peekable();
    if accepted.peek().is_some() && !accepted.any(takes_sdp) {
        return Some((406, Name::Accept, SDP));
    }
    if message.body().is_empty() {
        return None;
    }
    if message
        .header(Name::ContentEncoding)
        .is_some_and(|e| !e.eq_ignore_ascii_case("identity"))
    {
        return Some((415, Name::AcceptEncoding, "identity"));
    }
    let disposition = message.header(Name::ContentDisposition).unwrap_or_default();
    let handling = Params::get(disposition, "handling");
    let optional = handling.is_some_and(|h| h.eq_ignore_ascii_case("optional"));
    if (description(message).is_none() || demands_more(message)) && !optional {
        return Some((415, Name::Accept, SDP));
    }
    None
}

/// Whether an element of Accept allows session descriptions.
fn takes_sdp(element: &str) -> bool {
    let range = crate::message::value::token_before(element, b';');
    [SDP, "application/*", "*/*"]
        .iter()
        .any(|known| range.eq_ignore_ascii_case(known))
}

/// The session description in a message, alone or among other parts.
pub(super) fn description<'a>(message: &Message<'a>) -> Option<&'a [u8]> {
    body_of_type(message, SDP).filter(|body| !body.is_empty())
}

/// The body of this type, alone or among other parts (RFC 5621).
pub(super) fn body_of_type<'a>(message: &Message<'a>, media_type: &str) -> Option<&'a [u8]> {
    whole(message).find(media_type).map(|part| part.body)
}

fn whole<'a>(message: &Message<'a>) -> Part<'a> {
    let kind = message.header(Name::ContentType).unwrap_or_default();
    Part::new(kind, message.body())
}

/// Whether a body has a part that has to be understood, and is not (RFC 5621 §5). Parts that do not
/// say so are passed over: networks send their own along.
fn demands_more(message: &Message<'_>) -> bool {
    let mut parts = whole(message).parts();
    parts.any(|part| {
        let handling = Params::get(part.disposition, "handling");
        let needed = handling.is_some_and(|handling| handling.eq_ignore_ascii_case("required"));
        needed && part.find(SDP).is_none()
    })
}

/// The line that a request is for: the one whose user it names. A line that has its addresses to
/// itself takes every call.
pub(super) fn line_for(
    by_user: &HashMap<String, LineId>,
    lines: &[Line],
    message: &Message<'_>,
) -> Option<LineId> {
    if lines.len() == 1 {
        return Some(LineId(0));
    }
    let uri = message.request_uri()?;
    // A telephone number is its user part too.
    by_user.get(&unescape(Uri::parse(uri)?.user)).copied()
}
