//! Keys in SDP: the attribute `a=crypto` of RFC 4568, for SRTP.
//!
//! Each side says the key of what it sends itself (§5.1). Whoever reads the signalling can read the
//! call, so it goes over TLS or not at all (§8.1).

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};
use thiserror::Error;
use zeroize::Zeroizing;

use crate::srtp::{MasterKey, Suite};

/// The names of the suites (§6.2).
const SUITES: [(&str, Suite); 2] = [
    ("AES_CM_128_HMAC_SHA1_80", Suite::Tag80),
    ("AES_CM_128_HMAC_SHA1_32", Suite::Tag32),
];

/// Why an attribute cannot be used. The call may still use another one.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum Unusable {
    /// It is not written as §9.1 has it.
    #[error("the attribute is malformed")]
    Malformed,
    /// Its suite is another than the two of [`Suite`].
    #[error("the suite is not known")]
    Suite,
    /// Its key has another length than the suite's, or is not in base64.
    #[error("the key is malformed")]
    Key,
    /// It wants something that we do not do: several keys (MKI), another derivation rate, packets
    /// that are not encrypted or not authenticated, or a parameter that is not known (§6.3).
    #[error("the attribute asks for what is not supported")]
    Parameter,
    /// Its tag is none that was offered, or its suite another than that tag's (§5.1.3).
    #[error("the answer takes nothing that was offered")]
    NotOffered,
}

/// One attribute: what one side sends with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crypto {
    /// Which of the offered ones it is, 1..=999999999.
    pub tag: u32,
    /// How packets are protected.
    pub suite: Suite,
    /// The key. `Debug` does not show it.
    pub key: MasterKey,
}

impl Crypto {
    /// Reads the value of an attribute, what follows `a=crypto:`.
    ///
    /// A key's lifetime is how often its owner may use it, so it says nothing to us. `WSH`, a hint
    /// about windows, is ignored, as are parameters that begin with a minus (§6.3.7).
    ///
    /// # Errors
    ///
    /// [`Unusable`] says what is wrong.
    pub fn parse(value: &str) -> Result<Crypto, Unusable> {
        let mut words = value.split_ascii_whitespace();
        let mut word = || words.next().ok_or(Unusable::Malformed);
        let (tag, suite, keys) = (word()?, word()?, word()?);
        let digits = tag.len() <= 9 && tag.bytes().all(|octet| octet.is_ascii_digit());
        let tag = tag
            .parse()
            .ok()
            .filter(|_| digits)
            .ok_or(Unusable::Malformed)?;
        let suite = SUITES
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(suite));
        let &(_, suite) = suite.ok_or(Unusable::Suite)?;
        let key = key(keys)?;
        if words.all(harmless) {
            Ok(Crypto { tag, suite, key })
        } else {
            Err(Unusable::Parameter)
        }
    }

    /// Writes the value of an attribute, what follows `a=crypto:`. It is secret, as the key is.
    ///
    /// # Errors
    ///
    /// Only those of `out`.
    pub fn write(&self, out: &mut impl fmt::Write) -> fmt::Result {
        let name = match self.suite {
            Suite::Tag80 => SUITES[0].0,
            Suite::Tag32 => SUITES[1].0,
        };
        let mut text = Zeroizing::new([0; MasterKey::LENGTH / 3 * 4]);
        let octets = self.key.octets();
        let length = STANDARD
            .encode_slice(*octets, &mut *text)
            .map_err(|_| fmt::Error)?;
        let key = text
            .get(..length)
            .and_then(|text| std::str::from_utf8(text).ok());
        write!(out, "{} {name} inline:{}", self.tag, key.ok_or(fmt::Error)?)
    }
}

/// `inline:` key and salt in base64, and perhaps a lifetime (§6.1).
fn key(keys: &str) -> Result<MasterKey, Unusable> {
    if keys.contains(';') {
        return Err(Unusable::Parameter);
    }
    let method = keys
        .get(..7)
        .filter(|method| method.eq_ignore_ascii_case("inline:"));
    let inline = method
        .and_then(|_| keys.get(7..))
        .ok_or(Unusable::Malformed)?;
    let mut fields = inline.split('|');
    let text = fields.next().unwrap_or_default();
    if let Some(lifetime) = fields.next() {
        // An MKI has a colon, a lifetime has none.
        if lifetime.contains(':') || fields.next().is_some() {
            return Err(Unusable::Parameter);
        }
        let number = lifetime.strip_prefix("2^").unwrap_or(lifetime);
        if number.is_empty() || !number.bytes().all(|octet| octet.is_ascii_digit()) {
            return Err(Unusable::Malformed);
        }
    }
    let text = text.trim_end_matches('=');
    let mut octets = Zeroizing::new([0; 33]);
    let length = STANDARD_NO_PAD
        .decode_slice(text, &mut *octets)
        .map_err(|_| Unusable::Key)?;
    match octets.first_chunk() {
        Some(octets) if length == MasterKey::LENGTH => Ok(MasterKey::new(octets)),
        _ => Err(Unusable::Key),
    }
}

/// Whether a session parameter (§6.3) changes nothing that we do.
fn harmless(parameter: &str) -> bool {
    parameter.starts_with('-') || parameter.starts_with("WSH=") || parameter == "KDR=0"
}

/// What is offered: both suites, the longer tag first, each with a key of its own from 60 octets of
/// a source of randomness that is fit for keys.
#[must_use]
pub fn offer(random: &[u8; 2 * MasterKey::LENGTH]) -> [Crypto; 2] {
    let key = |index: usize| {
        let octets = random
            .get(index * MasterKey::LENGTH..)
            .and_then(|rest| rest.first_chunk());
        MasterKey::new(octets.unwrap_or(&[0; MasterKey::LENGTH]))
    };
    [
        Crypto {
            tag: 1,
            suite: Suite::Tag80,
            key: key(0),
        },
        Crypto {
            tag: 2,
            suite: Suite::Tag32,
            key: key(1),
        },
    ]
}

/// Answers an offer (§5.1.2): takes the first attribute that can be used, since they stand in the
/// order of preference, and gives it with our own, which has its tag and its suite and a key from 30
/// octets of a source of randomness that is fit for keys. `None` if none can be used.
pub fn answer<'a>(
    offered: impl IntoIterator<Item = &'a str>,
    random: &[u8; MasterKey::LENGTH],
) -> Option<(Crypto, Crypto)> {
    let theirs = offered
        .into_iter()
        .find_map(|value| Crypto::parse(value).ok())?;
    let ours = Crypto {
        tag: theirs.tag,
        suite: theirs.suite,
        key: MasterKey::new(random),
    };
    Some((theirs, ours))
}

/// Finds which of our offers an answer took (§5.1.3), and gives it with theirs.
///
/// # Errors
///
/// [`Unusable`] if the answer cannot be used, or takes what was not offered.
pub fn accept<'a>(offered: &'a [Crypto], answer: &str) -> Result<(&'a Crypto, Crypto), Unusable> {
    let theirs = Crypto::parse(answer)?;
    let ours = offered
        .iter()
        .find(|ours| (ours.tag, ours.suite) == (theirs.tag, theirs.suite));
    ours.map(|ours| (ours, theirs)).ok_or(Unusable::NotOffered)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const KEY: &str = "WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz";

    fn parsed(value: &str) -> Result<u32, Unusable> {
        Crypto::parse(value).map(|crypto| crypto.tag)
    }

    #[test]
    fn attributes_are_read_as_they_are_written() {
        let crypto = Crypto::parse(&format!(
            "1 AES_CM_128_HMAC_SHA1_80 inline:{KEY}|2^20 WSH=64"
        ))
        .unwrap();
        assert_eq!(crypto.suite, Suite::Tag80);
        assert_eq!(&crypto.key.octets()[..4], b"YS__");
        let mut written = String::new();
        crypto.write(&mut written).unwrap();
        assert_eq!(written, format!("1 AES_CM_128_HMAC_SHA1_80 inline:{KEY}"));
        assert!(!format!("{crypto:?}").contains("89"), "{crypto:?}");
        assert_eq!(
            parsed(&format!(
                "7 aes_cm_128_hmac_sha1_32 INLINE:{KEY}|100 -x KDR=0"
            )),
            Ok(7)
        );
    }

    #[test]
    fn what_we_do_not_do_is_refused_with_its_reason() {
        for (value, reason) in [
            ("", Unusable::Malformed),
            ("1 AES_CM_128_HMAC_SHA1_80", Unusable::Malformed),
            ("x AES_CM_128_HMAC_SHA1_80 inline:KEY", Unusable::Malformed),
            ("+1 AES_CM_128_HMAC_SHA1_80 inline:KEY", Unusable::Malformed),
            (
                "1234567890 AES_CM_128_HMAC_SHA1_80 inline:KEY",
                Unusable::Malformed,
            ),
            ("1 AES_CM_128_HMAC_SHA1_80 uri:KEY", Unusable::Malformed),
            (
                "1 AES_CM_128_HMAC_SHA1_80 inline:KEY|soon",
                Unusable::Malformed,
            ),
            ("1 AES_256_CM_HMAC_SHA1_80 inline:KEY", Unusable::Suite),
            ("1 AES_CM_128_HMAC_SHA1_80 inline:AAAA", Unusable::Key),
            ("1 AES_CM_128_HMAC_SHA1_80 inline:KEYAA", Unusable::Key),
            ("1 AES_CM_128_HMAC_SHA1_80 inline:!", Unusable::Key),
            (
                "1 AES_CM_128_HMAC_SHA1_80 inline:KEY|1:4",
                Unusable::Parameter,
            ),
            (
                "1 AES_CM_128_HMAC_SHA1_80 inline:KEY|2^20|1:4",
                Unusable::Parameter,
            ),
            (
                "1 AES_CM_128_HMAC_SHA1_80 inline:KEY;inline:KEY",
                Unusable::Parameter,
            ),
            (
                "1 AES_CM_128_HMAC_SHA1_80 inline:KEY KDR=1",
                Unusable::Parameter,
            ),
            (
                "1 AES_CM_128_HMAC_SHA1_80 inline:KEY UNENCRYPTED_SRTP",
                Unusable::Parameter,
            ),
            (
                "1 AES_CM_128_HMAC_SHA1_80 inline:KEY UNAUTHENTICATED_SRTP",
                Unusable::Parameter,
            ),
            (
                "1 AES_CM_128_HMAC_SHA1_80 inline:KEY unheard-of",
                Unusable::Parameter,
            ),
        ] {
            assert_eq!(parsed(&value.replace("KEY", KEY)), Err(reason), "{value}");
        }
    }

    #[test]
    fn an_answer_takes_the_first_that_it_can_with_a_key_of_its_own() {
        let offered = [
            format!("1 AES_256_CM_HMAC_SHA1_80 inline:{KEY}"),
            format!("4 AES_CM_128_HMAC_SHA1_32 inline:{KEY}"),
            format!("5 AES_CM_128_HMAC_SHA1_80 inline:{KEY}"),
        ];
        let (theirs, ours) = answer(offered.iter().map(String::as_str), &[9; 30]).unwrap();
        assert_eq!((theirs.tag, theirs.suite), (4, Suite::Tag32));
        assert_eq!((ours.tag, ours.suite), (4, Suite::Tag32));
        assert_eq!(*ours.key.octets(), [9; 30]);
        assert_eq!(answer([offered[0].as_str()], &[9; 30]), None);
    }

    #[test]
    fn an_answer_is_held_against_the_offer() {
        let offered = offer(&std::array::from_fn(|index| index as u8));
        assert_ne!(offered[0].key, offered[1].key);
        let said = |tag, suite| format!("{tag} AES_CM_128_HMAC_SHA1_{suite} inline:{KEY}");
        let (ours, theirs) = accept(&offered, &said(2, 32)).unwrap();
        assert_eq!((ours, theirs.suite), (&offered[1], Suite::Tag32));
        for answer in [said(1, 32), said(3, 80)] {
            assert_eq!(accept(&offered, &answer).unwrap_err(), Unusable::NotOffered);
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(value in "\\PC{0,80}", tail in "[|;:=A-Za-z0-9+/ ^]{0,60}") {
            let _ = Crypto::parse(&value);
            let _ = Crypto::parse(&format!("1 AES_CM_128_HMAC_SHA1_80 inline:{tail}"));
        }

        #[test]
        fn every_key_is_read_back(octets: [u8; 30], tag in 1..=999_999_999u32) {
            let crypto = Crypto { tag, suite: Suite::Tag32, key: MasterKey::new(&octets) };
            let mut written = String::new();
            crypto.write(&mut written).unwrap();
            prop_assert_eq!(Crypto::parse(&written), Ok(crypto));
        }
    }
}
