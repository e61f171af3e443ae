//! Which of several machines has which telephone line. No I/O and no clock: the store that all of
//! them use, and the time, come in as calls of [`Member`], and what is to be done comes out as
//! [`Action`]s.
//!
//! # The store
//!
//! It keeps records by key. Each has a revision that grows with every change, and a record is written
//! only if the revision is still the one that the writer knows (compare-and-set). Four kinds:
//!
//! | key | what it says | who writes it |
//! |---|---|---|
//! | [`Key::Line`] | how a line is configured | whoever configures it |
//! | [`Key::Life`] | that a node lives: a [`Beat`] | that node, again and again; and once whoever has seen it silent for its lease, to say that this life is over |
//! | [`Key::Claim`] | which life has the line: a [`Claim`] | whoever takes it or gives it back |
//! | [`Key::Drain`] | that a node is to hand its lines on: a [`Drain`] | whoever wants it stopped |
//!
//! A *life* of a node is from when it takes part until it stops, or has lost its lease; then it begins
//! another one, under another name. So there is one lease for each node, however many lines it has:
//! at rest a pool costs a few messages for each node, and none for its lines.
//!
//! # The rule
//!
//! No two nodes act on one line at the same time. Clocks of two machines are never compared.
//!
//! 1. A life's lease is counted from **before** the beat was sent that the store then took, on the
//!    node's own clock ([`Member::acting_until`]). It begins to stop what it does a quarter of the
//!    lease before that is over, and nothing of it acts afterwards. A late answer does not bring it back.
//! 2. A life that is over stays over, and claims of it are void. Another node may say that it is over
//!    when it has watched its beat **unchanged** for the whole lease, and a sixteenth, on a clock of its
//!    own; and only by writing that in place of the very beat that it watched. If the node has beaten
//!    meanwhile, that fails; if it succeeds, every later beat of that life fails.
//! 3. A line is taken by writing a claim in place of one that is void, was given back, or was not
//!    there. Of two who try, one succeeds.
//! 4. Nobody takes anything before it has watched the store without a break for a whole lease. So
//!    when the store has lost everything, those who act on a line are the first to write their claims
//!    again, or have stopped.
//!
//! A claim has a fencing number, which grows each time that the line is taken.
//!
//! `model/` in this crate's folder checks that over all interleavings of a few nodes, with this code.

mod member;
mod record;
mod share;
mod view;

pub use member::{Action, Answer, Member, Settings, Ticket, Why};
pub use record::{Beat, Claim, Drain, Key, Life, LineText, MAX_LINE_TEXT, MAX_UNFIT, Record};
pub use share::{Candidate, Plan, plan, score};
pub use view::{Entry, Snapshot};

/// A time on a node's own clock, since whatever moment. It must go on while the machine sleeps.
pub type Time = std::time::Duration;
