//! Sound, a frame of 20 ms in each message; these are no JSON, since there are a hundred of them in
//! each second of a call.
//!
//! All numbers are big-endian:
//!
//! | bytes | what |
//! |---|---|
//! | 16 | the seal: the first half of an HMAC-SHA256 over the subject, a line feed and all that follows |
//! | 1 | the version, [`VERSION`] |
//! | 1 | how the sound is coded: 0 for G.711 µ-law, 8,000 samples a second |
//! | 1 | 1 for the first frame, and the first after a pause; otherwise 0 |
//! | 8 | the token of the session ([`crate::Tell::Opened`]) |
//! | 8 | the call's number in the session |
//! | 4 | the frame's number: one more for each |
//! | 4 | when it is to be heard, in samples since the first |
//! | 160 | the sound |

use crate::codec::ReadError;
use crate::message::VERSION;
use crate::seal::Key;

/// Samples in a frame: 20 ms, 8,000 a second.
pub const FRAME_SAMPLES: usize = 160;

/// The bytes of a message with a frame.
pub const FRAME_BYTES: usize = SEAL + HEAD + FRAME_SAMPLES;

const SEAL: usize = 16;
const HEAD: usize = 27;

/// G.711 µ-law.
const MU_LAW: u8 = 0;

/// 20 ms of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// The token of the session.
    pub token: u64,
    /// The call's number in the session.
    pub call: u64,
    /// One more for each that is sent of the call in this direction.
    pub number: u32,
    /// When it is to be heard, in samples since the first.
    pub time: u32,
    /// Whether nothing was sent before it, or nothing for a while.
    pub first: bool,
    /// G.711 µ-law.
    pub sound: [u8; FRAME_SAMPLES],
}

/// A frame as a message, sealed for `subject`. Takes no memory.
pub fn seal_frame(key: &Key, subject: &str, frame: &Frame) -> [u8; FRAME_BYTES] {
    let mut bytes = [0; FRAME_BYTES];
    let (seal, rest) = bytes.split_at_mut(SEAL);
    let numbers = [
        &[VERSION as u8, MU_LAW, frame.first.into()][..],
        &frame.token.to_be_bytes(),
        &frame.call.to_be_bytes(),
        &frame.number.to_be_bytes(),
        &frame.time.to_be_bytes(),
        &frame.sound,
    ];
    for (to, from) in rest.iter_mut().zip(numbers.into_iter().flatten()) {
        *to = *from;
    }
    let tag = key.tag(subject, rest);
    for (to, from) in seal.iter_mut().zip(tag) {
        *to = from;
    }
    bytes
}

/// The token and the call that a message speaks of, before anything in it is believed; none if it is
/// no frame of this version.
pub fn place_of_frame(bytes: &[u8]) -> Option<(u64, u64)> {
    let body = body(bytes)?;
    Some((number(body, 3)?, number(body, 11)?))
}

/// Reads a frame that came on `subject`. Takes no memory.
///
/// # Errors
/// If it is no frame of this version, or the seal is not this key's.
pub fn open_frame(key: &Key, subject: &str, bytes: &[u8]) -> Result<Frame, ReadError> {
    let body = body(bytes).ok_or(ReadError::Frame)?;
    let seal = bytes.get(..SEAL).ok_or(ReadError::Frame)?;
    if !key.has_tagged(subject, body, seal) {
        return Err(ReadError::Seal);
    }
    let read = || {
        Some(Frame {
            token: number(body, 3)?,
            call: number(body, 11)?,
            number: u32::from_be_bytes(*body.get(19..)?.first_chunk()?),
            time: u32::from_be_bytes(*body.get(23..)?.first_chunk()?),
            first: *body.get(2)? == 1,
            sound: *body.get(HEAD..)?.first_chunk()?,
        })
    };
    read().ok_or(ReadError::Frame)
}

fn number(body: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_be_bytes(*body.get(at..)?.first_chunk()?))
}

/// What is sealed, if it is a frame that this version understands.
fn body(bytes: &[u8]) -> Option<&[u8]> {
    let body = bytes.get(SEAL..).filter(|_| bytes.len() == FRAME_BYTES)?;
    let [version, coding, ..] = body else {
        return None;
    };
    let is_ours = u32::from(*version) == VERSION && *coding == MU_LAW;
    is_ours.then_some(body)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SUBJECT: &str = "tapi3.ask.n1~sound.alice";

    fn frame(number: u32) -> Frame {
        Frame {
            token: u64::MAX - 1,
            call: 7,
            number,
            time: number.wrapping_mul(160),
            first: number == 0,
            sound: std::array::from_fn(|at| at as u8),
        }
    }

    #[test]
    fn a_frame_is_opened_with_its_key_at_its_place_only() {
        let key = Key::new("secret");
        let sealed = seal_frame(&key, SUBJECT, &frame(0));
        assert_eq!(open_frame(&key, SUBJECT, &sealed).unwrap(), frame(0));
        assert_eq!(place_of_frame(&sealed), Some((u64::MAX - 1, 7)));
        assert!(open_frame(&Key::new("secreT"), SUBJECT, &sealed).is_err());
        assert!(open_frame(&key, "tapi3.ask.n2~sound.alice", &sealed).is_err());
        for index in 0..sealed.len() {
            let mut changed = sealed;
            changed[index] ^= 1;
            assert!(open_frame(&key, SUBJECT, &changed).is_err(), "byte {index}");
            assert!(open_frame(&key, SUBJECT, &sealed[..index]).is_err());
        }
        let longer = [&sealed[..], b"x"].concat();
        assert!(open_frame(&key, SUBJECT, &longer).is_err());
    }

    proptest! {
        #[test]
        fn whatever_comes_is_no_frame_and_no_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            prop_assert!(open_frame(&Key::new("secret"), SUBJECT, &bytes).is_err());
            prop_assert!(bytes.len() == FRAME_BYTES || place_of_frame(&bytes).is_none());
        }

        #[test]
        fn every_frame_survives_the_way(
            token: u64, call: u64, number: u32, time: u32, first: bool, byte: u8,
        ) {
            let frame = Frame { token, call, number, time, first, sound: [byte; FRAME_SAMPLES] };
            let key = Key::new("secret");
            let sealed = seal_frame(&key, SUBJECT, &frame);
            prop_assert_eq!(open_frame(&key, SUBJECT, &sealed).unwrap(), frame);
        }
    }
}
