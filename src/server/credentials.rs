//! The `Authorization` header: which credentials it holds, and in which ways they can be read.
//!
//! Basic names no encoding (RFC 7617 §2 leaves it to the server, and §2.1 lets it ask for UTF-8,
//! which not all clients hear): what is not ASCII may be UTF-8 or Latin-1, and often both are
//! possible. Whoever checks the credentials tries each.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::borrow::Cow;

/// What a client shows.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Credentials<'a> {
    /// RFC 6750 §2.1
    Token(&'a [u8]),
    /// RFC 7617: each way to read the name and the password, the likelier one first.
    Password(Vec<Pair>),
}

/// A name and a password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pair {
    /// In small letters.
    pub name: String,
    /// In UTF-8, or as it was sent.
    pub password: Vec<u8>,
}

impl<'a> Credentials<'a> {
    /// Reads the value of the header.
    ///
    /// # Errors
    /// Why it cannot be read, in words for the log; nothing of a password is in them.
    pub fn read(value: &'a [u8]) -> Result<Self, Cow<'static, str>> {
        let space = value.iter().position(|b| *b == b' ');
        let (scheme, rest) = value.split_at(space.unwrap_or(value.len()));
        let rest = rest.trim_ascii();
        if scheme.eq_ignore_ascii_case(b"bearer") {
            return match rest {
                [] => Err("Bearer without a token".into()),
                token => Ok(Credentials::Token(token)),
            };
        }
        if !scheme.eq_ignore_ascii_case(b"basic") {
            return Err(other_scheme(scheme));
        }
        let Ok(mut name) = STANDARD.decode(rest) else {
            return Err("what Basic brings is not Base64".into());
        };
        let Some(colon) = name.iter().position(|b| *b == b':') else {
            return Err("what Basic brings has no colon between name and password".into());
        };
        let password = name.split_off(colon + 1);
        name.pop();
        Ok(Credentials::Password(pairs(name, password)))
    }
}

/// Only the name of a scheme goes to the log: what is none may be a password.
fn other_scheme(scheme: &[u8]) -> Cow<'static, str> {
    let known = [
        "Negotiate",
        "NTLM",
        "Kerberos",
        "Digest",
        "OAuth",
        "AWS4-HMAC-SHA256",
    ];
    let known = known
        .into_iter()
        .find(|known| scheme.eq_ignore_ascii_case(known.as_bytes()));
    match known {
        Some(known) => format!("{known} is not understood, only Basic and Bearer are").into(),
        None => "neither Basic nor Bearer".into(),
    }
}

fn pairs(name: Vec<u8>, password: Vec<u8>) -> Vec<Pair> {
    let plain = name.is_ascii() && password.is_ascii();
    let latin = Pair {
        name: from_latin_1(&name).to_lowercase(),
        password: from_latin_1(&password).into_bytes(),
    };
    let is_utf8 = std::str::from_utf8(&password).is_ok();
    // As sent; a password that is no UTF-8 may have been hashed by another tool as it is.
    let sent = String::from_utf8(name).ok().map(|name| Pair {
        name: name.to_lowercase(),
        password,
    });
    match sent {
        Some(sent) if plain => vec![sent],
        Some(sent) if is_utf8 => vec![sent, latin],
        Some(sent) => vec![latin, sent],
        None => vec![latin],
    }
}

/// Latin-1, and for the 32 controls in it, which nobody has in a password, what Windows and
/// browsers (the WHATWG's Encoding standard) have in their place.
fn from_latin_1(bytes: &[u8]) -> String {
    let read = |byte: &u8| match byte {
        0x80..=0x9f => WINDOWS.get(usize::from(byte - 0x80)).copied(),
        _ => None,
    };
    let char_of = |byte: &u8| read(byte).unwrap_or(char::from(*byte));
    bytes.iter().map(char_of).collect()
}

/// Whether a client that sends Latin-1 can send this password at all. One that it cannot is only
/// of use to clients that send UTF-8.
pub fn can_be_latin_1(password: &str) -> bool {
    password.chars().all(|c| match u32::from(c) {
        0..=0x7f | 0xa0..=0xff => true,
        _ => WINDOWS.contains(&c),
    })
}

/// Windows-1252 from 0x80 to 0x9F.
#[rustfmt::skip]
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

#[cfg(test)]
mod tests {
    use super::*;

    fn basic(bytes: &[u8]) -> Vec<u8> {
        format!("Basic {}", STANDARD.encode(bytes)).into_bytes()
    }

    fn read(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
        let value = basic(bytes);
        let Ok(Credentials::Password(pairs)) = Credentials::read(&value) else {
            panic!("no password: {bytes:?}");
        };
        let pairs = pairs.into_iter();
        pairs.map(|pair| (pair.name, pair.password)).collect()
    }

    fn pair(name: &str, password: &[u8]) -> (String, Vec<u8>) {
        (name.to_owned(), password.to_owned())
    }

    #[test]
    fn what_may_be_meant_is_read_in_each_way() {
        assert_eq!(read(b"Alice:a:b"), [pair("alice", b"a:b")]);
        assert_eq!(read(b"a:"), [pair("a", b"")]);
        let utf8 = read("Jürgen:pässword".as_bytes());
        assert_eq!(utf8[0], pair("jürgen", "pässword".as_bytes()));
        let latin = read(b"J\xdcRGEN:p\xe4ssword");
        assert_eq!(latin, [pair("jürgen", "pässword".as_bytes())]);
        // A password that no UTF-8 is, of a name that says nothing about the encoding.
        let mixed = read(b"alice:p\xe4ss");
        assert_eq!(
            mixed,
            [pair("alice", "päss".as_bytes()), pair("alice", b"p\xe4ss")]
        );
        // Latin-1 that looks like UTF-8.
        let both = read(b"alice:\xc3\xa4");
        assert_eq!(
            both,
            [
                pair("alice", "ä".as_bytes()),
                pair("alice", "Ã¤".as_bytes())
            ]
        );
        assert_eq!(read(b"alice:5\x80")[0], pair("alice", "5€".as_bytes()));
        assert_eq!(read(b"\xff:\x81"), [pair("ÿ", "\u{81}".as_bytes())]);
    }

    #[test]
    fn what_cannot_be_read_is_told_in_words() {
        for (value, words) in [
            (
                &b"Negotiate TlRMTVNTUAAB"[..],
                "Negotiate is not understood",
            ),
            (b"ntlm x", "NTLM is not understood"),
            (b"secret", "neither Basic nor Bearer"),
            (b"", "neither Basic nor Bearer"),
            (b"Basic", "no colon"),
            (b"Basic !!!", "not Base64"),
            (b"Basic YWxpY2U=", "no colon"),
            (b"Bearer ", "without a token"),
        ] {
            let told = Credentials::read(value).unwrap_err();
            assert!(told.contains(words), "{told}");
            assert!(!told.contains("secret"));
        }
    }

    #[test]
    fn what_latin_1_cannot_send_is_known() {
        for text in ["secret", "pässwörd", "5€", "ÿ", "„“"] {
            assert!(can_be_latin_1(text), "{text}");
            // It reads back from what such a client sends.
            let byte = |c: char| {
                let windows = WINDOWS.iter().position(|w| *w == c);
                windows.map_or(u32::from(c) as u8, |place| 0x80 + place as u8)
            };
            let sent: Vec<u8> = text.chars().map(byte).collect();
            assert_eq!(from_latin_1(&sent), text);
        }
        assert!(!can_be_latin_1("żółw") && !can_be_latin_1("a\u{0308}"));
    }
}
