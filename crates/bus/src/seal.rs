//! Seals: who wrote a message, and whom it is for.
//!
//! A sealed message is the HMAC-SHA256 in 64 lower-case hexadecimal digits, a line feed, and the
//! message. The HMAC is over the subject that it is sent on, a line feed, and the message, under the
//! secret that node and user share. As the subjects of the two directions differ, and that towards a
//! client has the session's number in it, no message is good for another direction, session, node or
//! user. A message that is sent once more to the same place is told by its number.

use crate::codec::{MAX_MESSAGE, Message, ReadError, read, write};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::fmt;

/// How many bytes a seal takes.
const LENGTH: usize = 65;

/// A secret that a node and a user share; never shown.
#[derive(Clone)]
pub struct Key(Hmac<Sha256>);

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(***)")
    }
}

impl Key {
    /// From a text of any length. A short one can be guessed by whoever has read a message.
    pub fn new(secret: &str) -> Self {
        match Hmac::new_from_slice(secret.as_bytes()) {
            Ok(mac) => Key(mac),
            // HMAC takes keys of every length (RFC 2104, section 2).
            Err(_) => Key(Hmac::new(&Default::default())),
        }
    }

    /// The HMAC of what is sealed in another form.
    pub(crate) fn tag(&self, subject: &str, message: &[u8]) -> [u8; 32] {
        self.mac(subject, message).finalize().into_bytes().into()
    }

    /// Whether `tag` is the beginning of that; compared in constant time.
    pub(crate) fn has_tagged(&self, subject: &str, message: &[u8], tag: &[u8]) -> bool {
        let mac = self.mac(subject, message);
        mac.verify_truncated_left(tag).is_ok()
    }

    fn mac(&self, subject: &str, message: &[u8]) -> Hmac<Sha256> {
        let mut mac = self.0.clone();
        mac.update(subject.as_bytes());
        mac.update(b"\n");
        mac.update(message);
        mac
    }
}

/// The bytes of a message, sealed for `subject`.
///
/// # Errors
/// If it is longer than it may be.
pub fn seal(key: &Key, subject: &str, message: &impl Message) -> Result<Vec<u8>, ReadError> {
    let message = write(message)?;
    let tag = key.mac(subject, &message).finalize().into_bytes();
    let mut bytes = Vec::with_capacity(LENGTH + message.len());
    for byte in tag {
        bytes.extend_from_slice(&[digit(byte >> 4), digit(byte & 15)]);
    }
    bytes.push(b'\n');
    bytes.extend_from_slice(&message);
    Ok(bytes)
}

/// Reads a message that came on `subject`. Nothing of it is looked at before its seal is.
///
/// # Errors
/// If the seal is not this key's, or the message cannot be read.
pub fn open<M: Message>(key: &Key, subject: &str, bytes: &[u8]) -> Result<M, ReadError> {
    if bytes.len() > LENGTH + MAX_MESSAGE {
        return Err(ReadError::TooLong(bytes.len()));
    }
    let (seal, message) = bytes.split_at_checked(LENGTH).ok_or(ReadError::Seal)?;
    let tag = tag(seal).ok_or(ReadError::Seal)?;
    let right = key.mac(subject, message).verify_slice(&tag);
    right.map_err(|_| ReadError::Seal)?;
    read(message)
}

fn digit(value: u8) -> u8 {
    match value {
        0..=9 => b'0' + value,
        _ => b'a' + (value - 10),
    }
}

fn tag(seal: &[u8]) -> Option<Vec<u8>> {
    let digits = seal.strip_suffix(b"\n")?;
    let value = |digit: u8| match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    };
    let pairs = digits.chunks_exact(2);
    let byte = |pair: &[u8]| match pair {
        [high, low] => Some(value(*high)? << 4 | value(*low)?),
        _ => None,
    };
    pairs.map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::{Ask, ToNode, VERSION};

    fn keep(op: u64) -> ToNode {
        ToNode {
            v: VERSION,
            client: "c1".to_owned(),
            op,
            token: 3,
            ask: Ask::Keep {},
        }
    }

    #[test]
    fn a_message_is_opened_with_its_key_at_its_place_only() {
        let (key, other) = (Key::new("secret"), Key::new("secreT"));
        let sealed = seal(&key, "tapi3.ask.n1.alice", &keep(7)).unwrap();
        let read: ToNode = open(&key, "tapi3.ask.n1.alice", &sealed).unwrap();
        assert_eq!(read, keep(7));
        let refused = |key: &Key, subject: &str, bytes: &[u8]| {
            let error = open::<ToNode>(key, subject, bytes).unwrap_err();
            matches!(error, ReadError::Seal)
        };
        assert!(refused(&other, "tapi3.ask.n1.alice", &sealed));
        assert!(refused(&key, "tapi3.ask.n2.alice", &sealed));
        assert!(refused(&key, "tapi3.ask.n1.alice", b""));
        for index in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[index] ^= 1;
            assert!(
                refused(&key, "tapi3.ask.n1.alice", &changed),
                "byte {index}"
            );
            assert!(refused(&key, "tapi3.ask.n1.alice", &sealed[..index]));
        }
    }

    /// RFC 4231, test case 2, whose text has no line feed: so split there.
    #[test]
    fn the_seal_is_hmac_sha_256() {
        let mut mac = Key::new("Jefe").0;
        mac.update(b"what do ya want ");
        mac.update(b"for nothing?");
        let tag = mac.finalize().into_bytes();
        assert_eq!(tag[..4], [0x5b, 0xdc, 0xc1, 0x46]);
    }

    #[test]
    fn a_key_is_not_shown() {
        assert!(!format!("{:?}", Key::new("hunter2")).contains("hunter2"));
    }
}
