//! Assisted telephony: one program asks, another places the call.

use super::Engine;
use super::client::Client;
use super::error::{Error, ErrorKind, Result};
use super::event::{Event, bits};
use tapi3_common::shared::Shared;
use tapi3_common::text;

/// Requests that may wait for one recipient.
const MOST_WAITING: usize = 1000;

/// The place of assisted telephony among the media types of priorities: no media type has this bit.
pub(super) const ASSISTED: u32 = 0x8000_0000;

/// LINEREQUESTMODE_MAKECALL.
pub const REQUEST_MAKE_CALL: i32 = 1;

/// What a program asks for.
#[derive(Debug)]
pub struct CallRequest {
    /// The recipient's own number.
    pub instance: i32,
    /// The number or address to call.
    pub destination: String,
    /// The program that asks.
    pub application: String,
    /// The person to call.
    pub called_party: String,
    /// A remark.
    pub comment: String,
}

impl CallRequest {
    fn copy_for(&self, instance: i32) -> Result<Shared<Self>> {
        let copy = CallRequest {
            instance,
            destination: text::copy(&self.destination)?,
            application: text::copy(&self.application)?,
            called_party: text::copy(&self.called_party)?,
            comment: text::copy(&self.comment)?,
        };
        Ok(Shared::try_new(copy)?)
    }
}

impl Engine {
    /// Puts an application in front of the other recipients of requests, or back in line.
    pub fn set_assisted_priority(&self, application: &str, first: bool) -> Result<()> {
        self.set_priority(application, ASSISTED, first)
    }

    /// Hands a request to the recipient that comes first.
    pub fn request_call(&self, request: &CallRequest) -> Result<()> {
        let clients = self.clients()?;
        let recipient = clients
            .iter()
            .filter_map(|client| Some((client, client.recipient()?)))
            .min_by_key(|(client, _)| self.rank(client, ASSISTED));
        let Some((client, instance)) = recipient else {
            return Err(Error::new(
                ErrorKind::NoRequestRecipient,
                "No program has registered to place calls for others.",
            ));
        };
        if client.waiting() >= MOST_WAITING {
            return Err(Error::new(
                ErrorKind::RequestQueueFull,
                "Too many requests wait for the program that places calls for others.",
            ));
        }
        let event = Event::Request(request.copy_for(instance)?);
        client.events().reserve(1)?;
        client.events().push(event, true);
        Ok(())
    }
}

impl Client {
    /// Takes requests from now on, or no more. A recipient must listen, and want TE_REQUEST.
    pub fn receive_requests(&self, instance: i32, on: bool) -> Result<()> {
        self.check_open()?;
        self.set_recipient(on.then_some(instance));
        Ok(())
    }

    /// The number under which it takes requests; none if it does not, or would not hear of them.
    fn recipient(&self) -> Option<i32> {
        self.registered_recipient()
            .filter(|_| self.hears(bits::REQUEST))
    }
}
