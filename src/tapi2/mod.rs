//! TAPI 2 over the engine's lines and calls: handles, messages, packed structures and requests. What a
//! program passes has been read, and what it gets is written, by `src/exports/tapi2/`: no pointer
//! comes here. An argument that could not be read comes as its fault, which each function tells in
//! its turn: handles first.
//!
//! An open line is a client of the engine. Locks are taken in this order: the list of a line's calls,
//! a call's, that of requests or that of messages; that of the handles is taken alone. With none of
//! them held the engine is asked: its clock alone is set while that of requests is held.

pub mod abi;
pub mod app;
mod call;
pub mod calls;
pub mod caps;
pub mod conference;
pub mod digits;
pub mod ending;
pub mod event;
mod events;
pub mod fault;
mod features;
pub mod forward;
pub mod image;
pub mod info;
pub mod line;
mod list;
mod media;
pub mod names;
mod opens;
mod parameters;
pub mod phones;
pub mod placing;
pub mod queue;
mod registry;
pub mod request;
mod requests;
pub mod rights;
mod states;
pub mod status;
pub mod text;
pub mod tones;
pub mod transfer;
pub mod translation;
pub mod unavailable;

pub use fault::{Fault, Result};

/// Writes new handles where the program wants them. It is called before anything can be told of them;
/// a function that fails behind that has its caller take them back.
pub type Fill<'a, const N: usize = 1> = &'a dyn Fn([u32; N]);

#[cfg(test)]
mod tests;
