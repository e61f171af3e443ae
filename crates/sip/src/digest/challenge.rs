//! One challenge (RFC 7616 §3.3): reading it, and the header value that answers it (§3.4).

use super::Credentials;
use md5::Md5;
use sha2::{Digest, Sha256};
use std::borrow::Cow;

/// The longest challenge that is read, in bytes.
const LONGEST_CHALLENGE: usize = 4096;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Algorithm {
    Md5,
    Sha256,
}

/// A hash in hexadecimal digits.
struct Hex {
    digits: [u8; 64],
    len: usize,
}

impl Hex {
    fn of(bytes: &[u8]) -> Self {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let digit = |value: u8| DIGITS.get(usize::from(value)).copied().unwrap_or(b'0');
        let mut digits = [0; 64];
        for (pair, byte) in digits.chunks_exact_mut(2).zip(bytes) {
            if let [high, low] = pair {
                (*high, *low) = (digit(byte >> 4), digit(byte & 15));
            }
        }
        let len = (bytes.len() * 2).min(digits.len());
        Hex { digits, len }
    }

    fn bytes(&self) -> &[u8] {
        self.digits.get(..self.len).unwrap_or_default()
    }
}

impl Algorithm {
    /// The hash of these parts with colons between them.
    fn hash(self, parts: &[&[u8]]) -> Hex {
        match self {
            Algorithm::Md5 => Hex::of(&joined::<Md5>(parts)),
            Algorithm::Sha256 => Hex::of(&joined::<Sha256>(parts)),
        }
    }
}

fn joined<D: Digest>(parts: &[&[u8]]) -> sha2::digest::Output<D> {
    let mut hash = D::new();
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            hash.update(b":");
        }
        hash.update(part);
    }
    hash.finalize()
}

/// A challenge that we can answer. What is repeated in the answer is kept as the server spells it
/// between its quotes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Challenge {
    pub realm: Box<str>,
    pub nonce: Box<str>,
    opaque: Option<Box<str>>,
    /// None if the server named none.
    spelled: Option<Box<str>>,
    algorithm: Algorithm,
    session: bool,
    qop: bool,
    pub stale: bool,
}

impl Challenge {
    /// Reads a WWW-Authenticate or Proxy-Authenticate value; `None` if we cannot answer it.
    pub fn parse(value: &str) -> Option<Self> {
        let odd = |byte: u8| byte.is_ascii_control() && byte != b'\t';
        if value.len() > LONGEST_CHALLENGE || value.bytes().any(odd) {
            return None;
        }
        let (scheme, mut rest) = value.trim().split_once([' ', '\t'])?;
        if !scheme.eq_ignore_ascii_case("digest") {
            return None;
        }
        let (mut realm, mut nonce, mut opaque) = (None, None, None);
        let (mut spelled, mut qop, mut stale) = (None, None, None);
        loop {
            rest = rest.trim_start_matches([' ', '\t', ',']);
            if rest.is_empty() {
                break;
            }
            let (name, after) = rest.split_once('=')?;
            let name = name.trim_end();
            if name.contains([' ', '\t']) {
                // Another challenge in the same line, which RFC 3261 §7.3.1 does not allow.
                break;
            }
            let (text, after) = param_value(after)?;
            rest = after;
            let place = match name {
                n if n.eq_ignore_ascii_case("realm") => &mut realm,
                n if n.eq_ignore_ascii_case("nonce") => &mut nonce,
                n if n.eq_ignore_ascii_case("opaque") => &mut opaque,
                n if n.eq_ignore_ascii_case("algorithm") => &mut spelled,
                n if n.eq_ignore_ascii_case("qop") => &mut qop,
                n if n.eq_ignore_ascii_case("stale") => &mut stale,
                _ => continue,
            };
            place.get_or_insert(text);
        }
        let (algorithm, session) = match spelled {
            None => (Algorithm::Md5, false),
            Some(a) if a.eq_ignore_ascii_case("md5") => (Algorithm::Md5, false),
            Some(a) if a.eq_ignore_ascii_case("md5-sess") => (Algorithm::Md5, true),
            Some(a) if a.eq_ignore_ascii_case("sha-256") => (Algorithm::Sha256, false),
            Some(a) if a.eq_ignore_ascii_case("sha-256-sess") => (Algorithm::Sha256, true),
            Some(_) => return None,
        };
        // An empty list asks for nothing.
        let qop = qop.filter(|list| !list.trim().is_empty());
        let auth = |list: &str| {
            list.split(',')
                .any(|q| q.trim().eq_ignore_ascii_case("auth"))
        };
        if qop.is_some_and(|list| !auth(list)) {
            return None;
        }
        Some(Challenge {
            realm: realm?.into(),
            // A challenge must have one, but some servers leave it out and take the answer.
            nonce: nonce.unwrap_or_default().into(),
            opaque: opaque.map(Into::into),
            spelled: spelled.map(Into::into),
            algorithm,
            session,
            qop: qop.is_some(),
            stale: stale.is_some_and(|stale| stale.eq_ignore_ascii_case("true")),
        })
    }

    /// The response of RFC 7616 §3.4.1 to the `count`th use of the nonce, as eight hexadecimal
    /// digits; `own` is our cnonce.
    fn response(
        &self,
        who: &Credentials,
        method: &str,
        uri: &str,
        count: &[u8],
        own: &[u8],
    ) -> Hex {
        let hash = |parts: &[&[u8]]| self.algorithm.hash(parts);
        let (realm, nonce) = (unescaped(&self.realm), unescaped(&self.nonce));
        let nonce = nonce.as_bytes();
        let mut secret = hash(&[
            who.user.as_bytes(),
            realm.as_bytes(),
            who.password.reveal().as_bytes(),
        ]);
        if self.session {
            secret = hash(&[secret.bytes(), nonce, own]);
        }
        let what = hash(&[method.as_bytes(), uri.as_bytes()]);
        if self.qop {
            hash(&[secret.bytes(), nonce, count, own, b"auth", what.bytes()])
        } else {
            hash(&[secret.bytes(), nonce, what.bytes()])
        }
    }

    /// Writes the value that answers.
    pub fn answer(
        &self,
        who: &Credentials,
        method: &str,
        uri: &str,
        count: u32,
        own: &[u8],
        out: &mut Vec<u8>,
    ) {
        let count = Hex::of(&count.to_be_bytes());
        let response = self.response(who, method, uri, count.bytes(), own);
        out.extend_from_slice(b"Digest username=\"");
        escape_into(&who.user, out);
        out.extend_from_slice(b"\", realm=\"");
        out.extend_from_slice(self.realm.as_bytes());
        out.extend_from_slice(b"\", nonce=\"");
        out.extend_from_slice(self.nonce.as_bytes());
        out.extend_from_slice(b"\", uri=\"");
        escape_into(uri, out);
        out.extend_from_slice(b"\", response=\"");
        out.extend_from_slice(response.bytes());
        out.push(b'"');
        if let Some(algorithm) = &self.spelled {
            out.extend_from_slice(b", algorithm=");
            out.extend_from_slice(algorithm.as_bytes());
        }
        if self.qop || self.session {
            out.extend_from_slice(b", cnonce=\"");
            out.extend_from_slice(own);
            out.push(b'"');
        }
        if self.qop {
            out.extend_from_slice(b", qop=auth, nc=");
            out.extend_from_slice(count.bytes());
        }
        if let Some(opaque) = &self.opaque {
            out.extend_from_slice(b", opaque=\"");
            out.extend_from_slice(opaque.as_bytes());
            out.push(b'"');
        }
    }
}

/// Reads a parameter's value, quoted or not, and gives what follows it.
fn param_value(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start_matches([' ', '\t']);
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find(',').unwrap_or(text.len());
        let value = text.get(..end)?.trim_end();
        // It may be repeated between quotes.
        let clean = !value.contains(['"', '\\']);
        return Some((clean.then_some(value)?, text.get(end..)?));
    };
    let mut escaped = false;
    let end = quoted.bytes().position(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    })?;
    let after = quoted.get(end + 1..)?.trim_start_matches([' ', '\t']);
    (after.is_empty() || after.starts_with(',')).then_some((quoted.get(..end)?, after))
}

/// The text that a quoted string stands for (RFC 3261 §25.1).
fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('\\') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => out.extend(chars.next()),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Writes a text as the inside of a quoted string; control characters become spaces.
fn escape_into(text: &str, out: &mut Vec<u8>) {
    for byte in text.bytes() {
        match byte {
            b'"' | b'\\' => out.extend([b'\\', byte]),
            _ if byte.is_ascii_control() => out.push(b' '),
            _ => out.push(byte),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Password;
    use super::*;

    fn mufasa() -> Credentials {
        Credentials {
            user: "Mufasa".to_owned(),
            password: Password::from("Circle of Life"),
        }
    }

    /// The example of RFC 7616 §3.9.1.
    const EXAMPLE: &str = "realm=\"http-auth@example.org\", qop=\"auth, auth-int\", \
        nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", \
        opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";
    const CNONCE: &[u8] = b"f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";

    fn example(algorithm: &str) -> Challenge {
        Challenge::parse(&format!("Digest {EXAMPLE}, algorithm={algorithm}")).unwrap()
    }

    fn response(algorithm: &str) -> String {
        let hex =
            example(algorithm).response(&mufasa(), "GET", "/dir/index.html", b"00000001", CNONCE);
        String::from_utf8(hex.bytes().to_vec()).unwrap()
    }

    #[test]
    fn the_examples_of_the_rfc_come_out() {
        assert_eq!(response("MD5"), "8ca523f5e9506fed4657c9700eebdbec");
        assert_eq!(
            response("SHA-256"),
            "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"
        );
    }

    #[test]
    fn an_answer_follows_the_formula() {
        for (spelled, algorithm, session) in [
            ("SHA-256", Algorithm::Sha256, false),
            ("SHA-256-sess", Algorithm::Sha256, true),
            ("md5-sess", Algorithm::Md5, true),
        ] {
            let challenge = example(spelled);
            let mut text = Vec::new();
            let uri = "sip:example.org";
            challenge.answer(&mufasa(), "REGISTER", uri, 26, CNONCE, &mut text);
            let text = String::from_utf8(text).unwrap();
            let h = |parts: &[&[u8]]| algorithm.hash(parts).bytes().to_vec();
            let nonce = challenge.nonce.as_bytes();
            let mut secret = h(&[b"Mufasa", b"http-auth@example.org", b"Circle of Life"]);
            if session {
                secret = h(&[&secret, nonce, CNONCE]);
            }
            let what = h(&[b"REGISTER", b"sip:example.org"]);
            let expected = h(&[&secret, nonce, b"0000001a", CNONCE, b"auth", &what]);
            let expected = String::from_utf8(expected).unwrap();
            assert!(text.contains(&format!("response=\"{expected}\"")), "{text}");
            let rest = format!("algorithm={spelled}, cnonce=\"f2/");
            assert!(text.contains(&rest), "{text}");
            assert!(text.contains("\", qop=auth, nc=0000001a, opaque=\"FQhe/"));
            assert!(!text.contains("Circle"), "{text}");
        }
    }

    #[test]
    fn without_qop_there_is_no_count_and_the_session_form_tells_its_cnonce() {
        for (algorithm, with_own) in [("", false), (", algorithm=MD5-sess", true)] {
            let challenge = format!("Digest realm=\"r\", nonce=\"n\"{algorithm}");
            let mut text = Vec::new();
            let challenge = Challenge::parse(&challenge).unwrap();
            challenge.answer(&mufasa(), "BYE", "sip:x", 1, b"own", &mut text);
            let text = String::from_utf8(text).unwrap();
            assert!(!text.contains("nc=") && !text.contains("qop="), "{text}");
            assert_eq!(text.contains("cnonce=\"own\""), with_own, "{text}");
        }
    }

    #[test]
    fn odd_spellings_are_read() {
        for line in [
            "digest\trealm=\"r\",nonce=\"a\"",
            "DIGEST REALM = \"r\" , NONCE = \"a\" , qop=\"\"",
            "Digest realm=r, nonce=a, algorithm=\"MD5\", stale=\"false\", domain=\"sip:x, y\"",
        ] {
            let challenge = Challenge::parse(line).unwrap();
            let read = (&*challenge.realm, &*challenge.nonce, challenge.qop);
            assert_eq!(read, ("r", "a", false), "{line}");
        }
        let two = "Digest realm=\"r\", nonce=\"a\", Digest realm=\"s\", nonce=\"b\"";
        assert_eq!(&*Challenge::parse(two).unwrap().nonce, "a");
        let without = Challenge::parse("digest realm=\"r\",stale=true").unwrap();
        assert!(without.nonce.is_empty() && without.stale);
        let twice = "Digest realm=\"r\", nonce=\"a\", nonce=\"b\"";
        assert_eq!(&*Challenge::parse(twice).unwrap().nonce, "a");
    }

    #[test]
    fn quotes_are_hashed_as_what_they_stand_for_and_repeated_as_they_came() {
        let challenge = Challenge::parse(r#"Digest realm="a\"b", nonce="n\\m""#).unwrap();
        let who = Credentials {
            user: r#"x"y"#.to_owned(),
            ..mufasa()
        };
        let mut text = Vec::new();
        challenge.answer(&who, "BYE", "sip:x", 1, b"own", &mut text);
        let text = String::from_utf8(text).unwrap();
        let start = r#"Digest username="x\"y", realm="a\"b", nonce="n\\m", "#;
        assert!(text.starts_with(start), "{text}");
        let h = |parts: &[&[u8]]| Algorithm::Md5.hash(parts).bytes().to_vec();
        let secret = h(&[br#"x"y"#, br#"a"b"#, b"Circle of Life"]);
        let expected = h(&[&secret, br"n\m", &h(&[b"BYE", b"sip:x"])]);
        let expected = String::from_utf8(expected).unwrap();
        assert!(text.contains(&expected), "{text}");
    }
}
