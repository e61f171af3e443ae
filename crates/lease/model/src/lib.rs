//! All interleavings of a few nodes that share lines, with the code that the nodes run.
//!
//! - [`lines`]: leases, claims and their fencing: no two nodes act on one line at the same time, and
//!   a line whose node is gone comes up elsewhere. Its nodes are `tapi3_lease::Member`s.
//! - [`requests`]: what a client asks for is done at most once. Its nodes have `tapi3_bus::Operations`.
//!
//! Which step is which line of the code:
//!
//! | step | code |
//! |---|---|
//! | [`lines::Step::Wake`] | `Member::tick` |
//! | [`lines::Step::Stop`] | SIGSTOP, a machine that sleeps, or one that has died |
//! | [`lines::Step::Take`] | the store's compare-and-set: `Store::write` in `src/cluster/store.rs` |
//! | [`lines::Step::Lose`], [`lines::Step::GiveUp`] | a write that is lost on its way, or whose answer is; `Answer::Unknown` |
//! | [`lines::Step::Answer`] | `Member::answered` |
//! | [`lines::Step::Watch`] | `Member::saw`, for all that has changed since |
//! | [`lines::Step::Break`], [`lines::Step::Read`] | `Member::lost`, `Member::snapshot` |
//! | [`lines::Step::Close`] | `Member::closed` |
//! | [`lines::Step::Wipe`] | the store loses everything and is set up again: `epoch` in `src/cluster/store.rs` |
//! | [`lines::Lines::acting`] | `Member::acting_until`: the guard that every line has, `Guard` in `src/providers/guard.rs` |
//!
//! Each rule of the crate is broken once, too ([`lines::Broken`]), so that one sees that the model
//! would notice. `tests/all.rs` says how far is looked, and how one looks further by hand.

pub mod lines;
pub mod requests;
pub mod shared;
pub mod state;
pub mod store;
