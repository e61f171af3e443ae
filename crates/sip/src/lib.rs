//! SIP sans-I/O: bytes, times and addresses in; bytes, times and events out. No sockets, threads or
//! clocks, so that every timer is tested without waiting for it.
//!
//! From below upwards:
//!
//! - [`message`]: messages, parsed where they lie and written without formatting machinery.
//! - [`flow`], [`timer`], [`random`]: where bytes come from and go to, what is due when, and luck.
//! - [`transaction`]: requests with their responses and timers (RFC 3261 §17, RFC 6026).
//! - [`digest`]: authentication; [`sdp`]: session descriptions; both mean texts and keep no time.
//! - [`registration`]: how a line stays known to its registrar.
//! - [`stun`]: our own address, as others see it.
//! - [`agent`]: lines, dialogs and calls, on top of all that.

pub mod agent;
pub mod digest;
pub mod flow;
pub mod message;
pub mod random;
pub mod registration;
pub mod sdp;
mod slab;
pub mod stun;
pub mod timer;
pub mod transaction;
