//! Kinds of media, as TAPI counts them.

/// TAPIMEDIATYPE_AUDIO.
pub const AUDIO: u32 = 8;
