//! What endpoints say to each other of calls that one of them has placed: the endpoint that was
//! asked about a call asks the one that has it, and one that lists calls asks all for theirs.

use crate::codec::{self, MAX_TEXT, Message, ReadError};
use serde::{Deserialize, Serialize};
use std::iter::Peekable;

/// The most calls in one part of a list.
pub const MAX_CALLS: usize = 128;

/// The most parts that a list is told in. What does not fit is left out, which the last part says.
pub const MAX_PARTS: usize = 32;

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
    /// The call, by its identifier; empty where none is meant.
    pub call: String,
    /// What is wanted.
    pub want: Want,
    /// Of a list, how many calls that are over it is to have at most; the latest.
    #[serde(default, skip_serializing_if = "is_none")]
    pub over: u32,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_none(count: &u32) -> bool {
    *count == 0
}

/// What is wanted. With the last four an administrator's right counts, if the node asked gives the
/// user that; with the others only the user's own calls are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Want {
    /// How it is.
    Information,
    /// Its end.
    End,
    /// All that there is to show of it.
    Call,
    /// Its end, for somebody to whom calls are shown.
    HangUp,
    /// All calls that may be shown to the user, the live ones first.
    Calls,
    /// The same, for somebody who looks on all the time: the calls that the user has placed by the
    /// way of those who look on count as asked about.
    Watch,
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
    /// Calls: the one that was asked about, or a part of a list. A list goes out in parts, one after
    /// the other, as it was when the first was written.
    Calls {
        /// How many parts come before this one; below [`MAX_PARTS`].
        part: u32,
        /// Whether another part comes.
        more: bool,
        /// Whether calls were left out, for want of room, that come behind these.
        #[serde(default)]
        cut: bool,
        /// At most [`MAX_CALLS`].
        calls: Vec<OwnersCall>,
    },
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

/// A call as the endpoint shows it that has placed it, in the words of its JSON API.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnersCall {
    /// Its identifier.
    pub call: String,
    /// Whose it is, by the name of their account.
    pub user: String,
    /// The address of the client that asked for it.
    pub from: String,
    /// By which way it was asked for.
    pub through: String,
    /// What is to be played on it.
    pub item: String,
    /// What was dialled.
    pub number: String,
    /// The name of its line.
    pub line: String,
    /// How it is.
    pub state: String,
    /// Whether its end was asked for and has not come yet.
    #[serde(default)]
    pub ending: bool,
    /// When it was placed: UTC by the clock of its node, `2026-11-26T08:30:00.250Z`.
    pub begin: String,
    /// When it was answered, if it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
    /// When it was over, if it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<String>,
    /// Milliseconds from the answer until now, or until the end.
    #[serde(default)]
    pub duration: u64,
    /// Why it ended, if it has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<String>,
    /// The network's last response, a status code of SIP.
    pub code: u16,
    /// Its phrase.
    pub text: String,
    /// Who ended it, if it is over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_by: Option<String>,
}

/// As many of `calls` as one part carries, at most [`MAX_CALLS`] and, unless `calls` is empty, at
/// least one.
pub fn part(calls: &mut Peekable<impl Iterator<Item = OwnersCall>>) -> Vec<OwnersCall> {
    codec::fill(calls, MAX_CALLS)
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

fn shown(call: &OwnersCall) -> Result<(), ReadError> {
    let OwnersCall {
        call,
        user,
        from,
        through,
        item,
        number,
        line,
        state,
        begin,
        answer,
        end,
        cause,
        text,
        ended_by,
        ending: _,
        duration: _,
        code: _,
    } = call;
    let what = "a call's text";
    let all = [call, user, from, through, item, number, line, state];
    texts(what, &all)?;
    texts(what, &[begin, text])?;
    let perhaps = [answer, end, cause, ended_by];
    texts(what, &perhaps.into_iter().flatten().collect::<Vec<_>>())
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
            OwnerSays::Calls { part, calls, .. } => {
                let parts = usize::try_from(*part).unwrap_or(usize::MAX);
                if calls.len() > MAX_CALLS || parts >= MAX_PARTS {
                    return Err(ReadError::TooMuch("the list of calls"));
                }
                calls.iter().try_for_each(shown)
            }
            OwnerSays::Stale { .. } | OwnerSays::Ended {} | OwnerSays::Unknown => Ok(()),
        }
    }
}
