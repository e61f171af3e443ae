//! The messages between machines that share their lines, and their codec; no sockets, no clock.
//!
//! A *node* has lines; a *client* uses them. Five kinds of messages go over the bus, each as one
//! JSON object of at most [`MAX_MESSAGE`] bytes:
//!
//! | message | from | to | sealed |
//! |---|---|---|---|
//! | [`Notice`] | nodes, and clients that look for them | everybody, [`subject::NOTICES`] | no |
//! | [`ToNode`] | a client | a node, [`subject::ask`] | yes |
//! | [`ToClient`] | a node | a client, [`subject::to`] | yes |
//! | [`ToOwner`] | the endpoint of a node | that of another, [`subject::owner_asks`] | yes |
//! | [`FromOwner`] | that other | back, [`subject::owner_answers`] | yes |
//!
//! The sound of calls goes beside them, in messages of its own form ([`Frame`]) on subjects of its own
//! ([`subject::ask_sound`], [`subject::to_sound`]): nothing else waits behind it.
//!
//! A notice moves nothing but the question whether a node is there. All else belongs to a *session*,
//! which a client opens with each node, under a number that it draws by lot and uses once. What
//! endpoints ask each other stands for itself: [`Fresh`] says why none of it is done twice.
//!
//! # Order, gaps, and once
//!
//! - What a node says in a session is numbered ([`ToClient::seq`]); [`Order`] tells what is missing.
//!   A client that missed something asks for the state anew ([`Ask::Resync`]).
//! - What a client asks for is numbered too ([`ToNode::op`]); it may be sent again until it is
//!   answered. [`Operations`] remembers what was done, so that nothing is done twice.
//!
//! # Trust
//!
//! Nothing on the bus is trusted. A sealed message carries an HMAC-SHA256 over its subject and its
//! text under the user's secret ([`seal`](mod@seal)), so that nobody without it can ask for
//! anything, answer in a node's place, or send a message to somebody whom it was not meant for.
//! Reading one takes memory in proportion to its length only, and never panics.
//!
//! # Versions
//!
//! [`VERSION`] stands in each message. Within a version fields and kinds are only added: a reader
//! ignores fields that it does not know, and takes a kind that it does not know for what it is
//! ([`Ask::Unknown`], [`Tell::Unknown`]). The next version is read as far as it is understood; what
//! is older than the version before, or newer than the next, is refused. So machines can be upgraded
//! one by one.

mod codec;
mod elsewhere;
mod fresh;
mod message;
mod once;
mod order;
mod records;
pub mod seal;
mod sound;
pub mod subject;

pub use codec::{
    MAX_FORWARDS, MAX_LINES, MAX_MESSAGE, MAX_TEXT, Message, ReadError, page, read, write,
};
pub use elsewhere::{
    FromOwner, MAX_CALLS, MAX_PARTS, OwnerSays, OwnersCall, ToOwner, Want, is_request, part,
};
pub use fresh::{Fresh, Known};
pub use message::{
    Ask, Beginning, CallNews, ForwardEntry, LineEntry, LivingCall, Notice, NoticeKind, Offer,
    PartyEntry, Tell, ToClient, ToNode, VERSION,
};
pub use once::{Operations, Seen};
pub use order::{Order, Took};
pub use records::{RecordEntry, RecordsPart, RecordsWanted, record_part};
pub use sound::{FRAME_BYTES, FRAME_SAMPLES, Frame, open_frame, place_of_frame, seal_frame};
