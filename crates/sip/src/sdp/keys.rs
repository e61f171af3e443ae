//! The keys of a session that is protected (SRTP, RFC 4568): ours, and those that were agreed on. What
//! is done with them is the business of those who have the sound.

use super::{Security, Unacceptable};
use crate::random::Random;
use std::fmt;

/// The letters of a key in base64. Each is six bits, and a key with its salt is forty of them.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const KEY: usize = 40;

/// How packets are protected (§6.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suite {
    /// AES_CM_128_HMAC_SHA1_80.
    Tag80,
    /// AES_CM_128_HMAC_SHA1_32.
    Tag32,
}

impl Suite {
    const ALL: [Suite; 2] = [Suite::Tag80, Suite::Tag32];

    fn text(self) -> &'static str {
        match self {
            Suite::Tag80 => "AES_CM_128_HMAC_SHA1_80",
            Suite::Tag32 => "AES_CM_128_HMAC_SHA1_32",
        }
    }
}

/// An `a=crypto` attribute: what one side sends with. `Debug` does not show the key.
#[derive(Clone, PartialEq, Eq)]
pub struct Key {
    pub tag: u32,
    pub suite: Suite,
    /// Key and salt, in base64.
    pub inline: [u8; KEY],
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (tag, suite) = (self.tag, self.suite);
        write!(f, "Key({tag} {suite:?})")
    }
}

impl Key {
    fn new(tag: u32, suite: Suite, random: &mut Random) -> Self {
        let letter = |byte: u8| LETTERS.get(usize::from(byte & 63)).copied();
        let inline = std::array::from_fn(|_| letter(random.byte()).unwrap_or(b'A'));
        Key { tag, suite, inline }
    }

    /// Reads the value of an attribute; none if it wants what we do not do: another suite, several
    /// keys, packets that are not encrypted or not authenticated (§6).
    pub(super) fn read(value: &str) -> Option<Self> {
        let mut words = value.split_ascii_whitespace();
        let (tag, suite, keys) = (words.next()?, words.next()?, words.next()?);
        let same = |known: &Suite| known.text().eq_ignore_ascii_case(suite);
        let suite = Suite::ALL.into_iter().find(same)?;
        let harmless = |word: &str| word.starts_with(['-']) || word.starts_with("WSH=");
        if !words.all(|word| harmless(word) || word == "KDR=0") {
            return None;
        }
        let (method, inline) = keys.split_at_checked(7)?;
        let (key, life) = inline.split_once('|').unwrap_or((inline, ""));
        // A lifetime says how often its owner may use it; what has a colon chooses among keys.
        let plain = !life.contains([':', '|', ';']);
        let letters = key.bytes().all(|letter| LETTERS.contains(&letter));
        if !method.eq_ignore_ascii_case("inline:") || !plain || !letters {
            return None;
        }
        let digits = tag.len() <= 9 && tag.bytes().all(|byte| byte.is_ascii_digit());
        Some(Key {
            tag: tag.parse().ok().filter(|_| digits)?,
            suite,
            inline: key.as_bytes().try_into().ok()?,
        })
    }

    /// The value of an attribute. It is as secret as the key.
    pub fn text(&self) -> String {
        let key = std::str::from_utf8(&self.inline).unwrap_or_default();
        format!("{} {} inline:{key}", self.tag, self.suite.text())
    }
}

/// What we and the far end protect with: each its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Protection {
    pub ours: Key,
    pub theirs: Key,
}

/// Our keys of one session, and what was agreed on.
#[derive(Debug, Clone)]
pub(super) struct Keys {
    offered: [Key; 2],
    pub agreed: Option<Protection>,
}

impl Keys {
    pub fn new(random: &mut Random) -> Self {
        let [long, short] = Suite::ALL;
        Keys {
            offered: [Key::new(1, long, random), Key::new(2, short, random)],
            agreed: None,
        }
    }

    /// Those of an offer, the preferred one first.
    pub fn offered(&self) -> &[Key] {
        &self.offered
    }

    /// What an offer leads to: the first that we know is taken (§5.1.2). Ours stays the same for as
    /// long as the session lasts (§7.1.4).
    pub fn answer(&mut self, theirs: &[Key]) {
        self.agreed = theirs.first().and_then(|theirs| {
            let same = |ours: &&Key| ours.suite == theirs.suite;
            let ours = self.offered.iter().find(same)?;
            Some(Protection {
                ours: Key {
                    tag: theirs.tag,
                    ..ours.clone()
                },
                theirs: theirs.clone(),
            })
        });
    }

    /// What an answer says to our offer (§5.1.3).
    pub fn answered(&self, theirs: &[Key]) -> Option<Protection> {
        theirs.iter().find_map(|theirs| {
            let taken = |ours: &&Key| (ours.tag, ours.suite) == (theirs.tag, theirs.suite);
            Some(Protection {
                ours: self.offered.iter().find(taken)?.clone(),
                theirs: theirs.clone(),
            })
        })
    }
}

impl Security {
    /// Whether a stream whose transport is protected or not, with so many keys that we know, can be
    /// taken.
    pub(super) fn allows(self, protected: bool, keys: usize) -> Result<(), Unacceptable> {
        let fine = match self {
            Security::Off => !protected,
            Security::Offered => !protected || keys > 0,
            Security::Required => keys > 0,
            Security::Impossible => false,
        };
        fine.then_some(()).ok_or(Unacceptable::NothingInCommon)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_as_they_are_written() {
        let key = Key::new(7, Suite::Tag32, &mut Random::seeded(1));
        assert_eq!(Key::read(&key.text()).as_ref(), Some(&key));
        let text = key.text();
        for more in ["|2^31", "|2^31 WSH=64", " -x KDR=0"] {
            assert_eq!(Key::read(&format!("{text}{more}")).as_ref(), Some(&key));
        }
        for more in [
            "|2^31|1:4",
            "|1:4",
            ";inline:x",
            " UNENCRYPTED_SRTP",
            "A",
            "=",
            " KDR=2",
        ] {
            assert_eq!(Key::read(&format!("{text}{more}")), None, "{more}");
        }
        for value in [
            "",
            "7",
            "7 AES_CM_128_HMAC_SHA1_32",
            "7 F8_128_HMAC_SHA1_80 inline:x",
        ] {
            assert_eq!(Key::read(value), None, "{value}");
        }
        assert!(!format!("{key:?}").contains("inline"));
    }
}
