//! Messages as bytes.

use crate::message::{Ask, CallNews, ForwardEntry, LineEntry, LivingCall, Notice, NoticeKind};
use crate::message::{Offer, PartyEntry, Tell, ToClient, ToNode, VERSION};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::iter::Peekable;

/// The longest message, in bytes, the seal aside. A longer one is refused unread.
pub const MAX_MESSAGE: usize = 64 * 1024;

/// The longest text in a message, in bytes.
pub const MAX_TEXT: usize = 1024;

/// The most lines, or calls, in one message.
pub const MAX_LINES: usize = 32;

/// What a message with a list takes around it, in bytes, at most.
const ROOM_AROUND: usize = 1024;

/// How many words a line's `offers` may have.
const MAX_OFFERS: usize = 32;

/// The most rules of a line's forwarding.
pub const MAX_FORWARDS: usize = 32;

/// Why a message cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// It is longer than [`MAX_MESSAGE`].
    #[error("the message has {0} bytes; the most is {MAX_MESSAGE}")]
    TooLong(usize),
    /// It is not JSON, or not of the kind that is expected here.
    #[error("the message is malformed: {0}")]
    Malformed(#[from] serde_json::Error),
    /// It is of a version that is not understood.
    #[error("the message is of version {0}; up to {newest} is understood", newest = VERSION + 1)]
    Version(u32),
    /// Something in it is longer than it may be.
    #[error("{0} in the message is longer than it may be")]
    TooMuch(&'static str),
    /// It is no frame of sound that is understood.
    #[error("the message is no frame of sound that is understood")]
    Frame,
    /// Its seal is missing or wrong.
    #[error("the message is not sealed by whom it says")]
    Seal,
}

/// A message of one of the three kinds.
pub trait Message: Serialize + DeserializeOwned {
    /// The version that it says.
    fn version(&self) -> u32;

    /// Fails if something in it is longer than it may be.
    #[doc(hidden)]
    fn check(&self) -> Result<(), ReadError>;
}

/// The bytes of a message, without a seal. A text that is longer than [`MAX_TEXT`] would not be read
/// by the other side: it is the sender's to clip or to refuse it.
///
/// # Errors
/// If it is longer than it may be.
pub fn write(message: &impl Message) -> Result<Vec<u8>, ReadError> {
    message.check()?;
    let bytes = serde_json::to_vec(message)?;
    match bytes.len() > MAX_MESSAGE {
        true => Err(ReadError::TooLong(bytes.len())),
        false => Ok(bytes),
    }
}

/// Reads a message without a seal.
///
/// # Errors
/// If it is not one; see [`ReadError`].
pub fn read<M: Message>(bytes: &[u8]) -> Result<M, ReadError> {
    if bytes.len() > MAX_MESSAGE {
        return Err(ReadError::TooLong(bytes.len()));
    }
    let message: M = serde_json::from_slice(bytes)?;
    let version = message.version();
    if !(VERSION.saturating_sub(1).max(1)..=VERSION + 1).contains(&version) {
        return Err(ReadError::Version(version));
    }
    message.check()?;
    Ok(message)
}

/// As many of `items` as one message carries, at most [`MAX_LINES`] and, unless `items` is empty, at
/// least one. Texts with many characters that JSON escapes take several times their length.
pub fn page<T: Serialize>(items: &mut Peekable<impl Iterator<Item = T>>) -> Vec<T> {
    fill(items, MAX_LINES)
}

/// As [`page`], at most `most`.
pub(crate) fn fill<T: Serialize>(
    items: &mut Peekable<impl Iterator<Item = T>>,
    most: usize,
) -> Vec<T> {
    let mut page = Vec::new();
    let mut room = MAX_MESSAGE - ROOM_AROUND;
    while page.len() < most {
        let Some(item) = items.peek() else { break };
        // What cannot be written is refused with the message that it is in.
        let length = serde_json::to_vec(item).map_or(0, |bytes| bytes.len() + 1);
        if length > room && !page.is_empty() {
            break;
        }
        room = room.saturating_sub(length);
        page.extend(items.next());
    }
    page
}

fn text(what: &'static str, text: &str) -> Result<(), ReadError> {
    match text.len() > MAX_TEXT {
        true => Err(ReadError::TooMuch(what)),
        false => Ok(()),
    }
}

fn texts<'a>(
    what: &'static str,
    all: impl IntoIterator<Item = &'a String>,
) -> Result<(), ReadError> {
    all.into_iter().try_for_each(|one| text(what, one))
}

fn count(what: &'static str, count: usize, most: usize) -> Result<(), ReadError> {
    match count > most {
        true => Err(ReadError::TooMuch(what)),
        false => Ok(()),
    }
}

fn party(party: &PartyEntry) -> Result<(), ReadError> {
    texts("a party", [&party.name, &party.number])
}

impl Message for Notice {
    fn version(&self) -> u32 {
        self.v
    }

    fn check(&self) -> Result<(), ReadError> {
        match &self.notice {
            NoticeKind::Alive { node, .. } => text("the node's name", node),
            NoticeKind::Who {} | NoticeKind::Unknown => Ok(()),
        }
    }
}

impl Message for ToNode {
    fn version(&self) -> u32 {
        self.v
    }

    fn check(&self) -> Result<(), ReadError> {
        text("the session", &self.client)?;
        match &self.ask {
            Ask::Make(begin) | Ask::Unpark(begin) | Ask::Pickup(begin) => {
                texts("a call's text", [&begin.line, &begin.destination])?;
                texts("the group", &begin.group)
            }
            Ask::BlindTransfer { destination, .. } | Ask::Redirect { destination, .. } => {
                text("the destination", destination)
            }
            Ask::Park { address, .. } => texts("the address", address),
            Ask::Forward { line, forwards } => {
                text("the line", line)?;
                rules(forwards)
            }
            Ask::DoNotDisturb { line, .. } | Ask::MessageWaiting { line, .. } => {
                text("the line", line)
            }
            Ask::Records(wanted) => wanted.check(),
            Ask::Dial { digits, .. } | Ask::SendDigits { digits, .. } => text("the digits", digits),
            _ => Ok(()),
        }
    }
}

impl Message for ToClient {
    fn version(&self) -> u32 {
        self.v
    }

    fn check(&self) -> Result<(), ReadError> {
        match &self.tell {
            Tell::Failed { error, text, .. } => texts("the failure", [error, text]),
            Tell::Lines { lines, .. } => {
                count("the list of lines", lines.len(), MAX_LINES)?;
                lines.iter().try_for_each(line)
            }
            Tell::Calls { calls, .. } => {
                count("the list of calls", calls.len(), MAX_LINES)?;
                let living = |call: &LivingCall| texts("a call's text", [&call.line, &call.party]);
                calls.iter().try_for_each(living)
            }
            Tell::Records(part) => part.check(),
            Tell::Call(CallNews {
                phrase,
                connected,
                caller,
                ..
            }) => {
                text("the network's word", phrase)?;
                party(connected)?;
                party(caller)
            }
            Tell::Offer(offer) => offered(offer),
            Tell::Done { text: found, .. } => text("what was found out", found),
            Tell::Opened { .. } | Tell::NoSession { .. } | Tell::Digit { .. } | Tell::Unknown => {
                Ok(())
            }
        }
    }
}

fn line(line: &LineEntry) -> Result<(), ReadError> {
    count("what a line offers", line.offers.len(), MAX_OFFERS)?;
    texts("what a line offers", &line.offers)?;
    texts("a line's text", [&line.name, &line.address, &line.provider])?;
    rules(&line.forwards)
}

fn rules(forwards: &[ForwardEntry]) -> Result<(), ReadError> {
    count("the forwarding", forwards.len(), MAX_FORWARDS)?;
    forwards.iter().try_for_each(|rule| {
        text("where it is forwarded", &rule.destination)?;
        texts("who is forwarded", &rule.caller)
    })
}

fn offered(offer: &Offer) -> Result<(), ReadError> {
    text("the line", &offer.line)?;
    [&offer.caller, &offer.called, &offer.redirecting]
        .into_iter()
        .try_for_each(party)
}
