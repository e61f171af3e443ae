//! Sound, sans-I/O: codecs, WAV, tones and digits, RTP and SRTP, the jitter buffer.
//!
//! Samples, bytes and times go in; samples, bytes and times come out. There are no sockets, threads
//! or clocks here, so that every second of a call can be tested without waiting for it.
//!
//! Samples are linear, 16 bits, one channel, at a rate that is told with them. A *frame* is the
//! 20 ms that travel together: 160 samples at 8 kHz.

pub mod codec;
pub mod comfort;
pub mod conceal;
pub mod conference;
pub mod dtmf;
pub mod g711;
pub mod g722;
mod goertzel;
pub mod jitter;
pub mod mix;
#[cfg(feature = "opus")]
pub mod opus;
pub mod resample;
pub mod rtcp;
pub mod rtp;
pub mod sdes;
pub mod session;
pub mod source;
pub mod srtp;
pub mod telephone_event;
pub mod tone;
pub mod wav;
