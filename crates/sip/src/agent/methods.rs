//! Requests that change nothing here, and what the RFCs want to be said to them.

use super::{ALLOWED, Core, EVENTS, LineId, SDP};
use crate::flow::Flow;
use crate::message::value::{Params, token_before};
use crate::message::{Message, Method, Name};
use crate::transaction::ServerId;

/// What an INFO without a package may carry: keys that are pressed, and wishes for pictures, of
/// which there are none.
const INFO_TYPES: &str = "application/dtmf-relay, application/dtmf, application/media_control+xml";

impl Core {
    /// Says what we can (RFC 3261 §11.2), the same whoever is asked for: what an INVITE would be
    /// answered is not told to everybody.
    pub fn options(&mut self, message: &Message<'_>, flow: &Flow, server: ServerId) {
        let contact = self.line(LineId(0)).map(|line| line.contact(flow));
        let contact = contact.filter(|_| self.lines.len() == 1);
        self.answer(message, flow, server, 200, |writer| {
            if let Some(contact) = contact {
                writer.header(Name::Contact, &contact);
            }
            writer
                .header(Name::Allow, ALLOWED)
                .header(Name::Accept, SDP)
                .header(Name::AcceptEncoding, "identity")
                .header(Name::AcceptLanguage, "en")
                .header(Name::Supported, "100rel, timer, replaces, norefersub")
                .header(Name::AllowEvents, EVENTS);
        });
    }

    /// INFO within a dialog. One of a package is for nobody here (RFC 6086 §4.2.2), and one without
    /// is taken note of if it carries what such ones do.
    pub fn info(&mut self, message: &Message<'_>, flow: &Flow, server: ServerId) {
        if message.other("Info-Package").is_some() {
            return self.answer(message, flow, server, 469, |writer| {
                // None at all.
                writer.other("Recv-Info", "");
            });
        }
        let kind = message.header(Name::ContentType).unwrap_or_default();
        let kind = token_before(kind, b';');
        let mut known = INFO_TYPES.split(", ");
        let optional = Params::after(message.header(Name::ContentDisposition).unwrap_or_default())
            .any(|(name, value)| {
                let value = value.unwrap_or_default();
                name.eq_ignore_ascii_case("handling") && value.eq_ignore_ascii_case("optional")
            });
        let fine = message.body().is_empty()
            || optional
            || known.any(|known| known.eq_ignore_ascii_case(kind));
        match fine {
            true => self.answer(message, flow, server, 200, |_| {}),
            false => self.refuse(message, flow, server, 415, &[(Name::Accept, INFO_TYPES)]),
        }
    }

    /// A request with a method that is not done here: nobody can subscribe to anything (RFC 6665
    /// §4.2.1.1), and all others are told what there is.
    pub fn refuse_method(&mut self, message: &Message<'_>, flow: &Flow, server: ServerId) {
        let event = message.header(Name::Event).unwrap_or_default();
        match message.method() {
            // Only a REFER makes such a subscription, and this one is of none.
            Method::Subscribe if token_before(event, b';').eq_ignore_ascii_case("refer") => {
                self.refuse(message, flow, server, 481, &[]);
            }
            Method::Subscribe => {
                self.refuse(message, flow, server, 489, &[(Name::AllowEvents, "refer")]);
            }
            _ => self.refuse(message, flow, server, 405, &[(Name::Allow, ALLOWED)]),
        }
    }
}
