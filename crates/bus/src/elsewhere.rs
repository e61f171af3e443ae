//! What endpoints say to each other of calls that one of them has placed: the endpoint that was
//! asked about a call asks the one that has it.

use crate::codec::{MAX_TEXT, Message, ReadError};
use serde::{Deserialize, Serialize};

/// What the endpoint of a node wants of that of another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToOwner {
    /// [`crate::VERSION`].
    pub v: u32,
    /// The node that asks, and hears the answer at [`crate::subject::owner_answers`].
    pub node: String,
    /// The name of the question: 32 hexadecimal digits drawn by lot, the same if it is asked again.
    pub request: String,
    /// What the other gave with [`OwnerSays::Stale`] before; 0 where it is not known.
    #[serde(default)]
    pub token: u64,
    /// The user who wants it, by the name of their account.
    pub user: String,
    /// The call, by its identifier.
    pub call: String,
    /// What is wanted.
    pub want: Want,
}

/// What is wanted of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Want {
    /// How it is.
    Information,
    /// Its end.
    End,
    /// Something that a later version wants.
    #[serde(other)]
    Unknown,
}

/// What comes back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FromOwner {
    /// [`crate::VERSION`].
    pub v: u32,
    /// The name of the question.
    pub request: String,
    /// The answer.
    pub says: OwnerSays,
}

/// The kinds of answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum OwnerSays {
    /// Nothing was done: ask with this token. So a question that somebody has recorded is of no use
    /// later.
    Stale {
        /// What to put into [`ToOwner::token`].
        token: u64,
    },
    /// How the call is.
    Information {
        /// A value of EWS's `PhoneCallStateType`.
        state: String,
        /// A value of its `ConnectionFailureCauseType`.
        cause: String,
        /// The last SIP response, or what one would have been.
        code: u16,
        /// Its phrase.
        text: String,
    },
    /// The call is over.
    Ended {},
    /// It was not done.
    Refused {
        /// A value of EWS's `ResponseCodeType`.
        code: String,
        /// A sentence for the log.
        reason: String,
    },
    /// Something that a later version says.
    #[serde(other)]
    Unknown,
}

/// Whether a question can be called so.
pub fn is_request(request: &str) -> bool {
    let is_hex = |c: u8| matches!(c, b'0'..=b'9' | b'a'..=b'f');
    request.len() == 32 && request.bytes().all(is_hex)
}

fn texts(what: &'static str, all: &[&String]) -> Result<(), ReadError> {
    match all.iter().any(|text| text.len() > MAX_TEXT) {
        true => Err(ReadError::TooMuch(what)),
        false => Ok(()),
    }
}

impl Message for ToOwner {
    fn version(&self) -> u32 {
        self.v
    }

    fn check(&self) -> Result<(), ReadError> {
        texts(
            "a text of the question",
            &[&self.node, &self.request, &self.user, &self.call],
        )
    }
}

impl Message for FromOwner {
    fn version(&self) -> u32 {
        self.v
    }

    fn check(&self) -> Result<(), ReadError> {
        texts("the question's name", &[&self.request])?;
        match &self.says {
            OwnerSays::Information {
                state, cause, text, ..
            } => texts("what is told of a call", &[state, cause, text]),
            OwnerSays::Refused { code, reason } => texts("the refusal", &[code, reason]),
            OwnerSays::Stale { .. } | OwnerSays::Ended {} | OwnerSays::Unknown => Ok(()),
        }
    }
}
