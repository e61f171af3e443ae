//! Digest authentication (RFC 7616, with the algorithms of RFC 8760): reading challenges and
//! answering them. MD5 and SHA-256, each also in its session form, with `auth` or without qop.

use crate::settings::Secret;
use md5::Md5;
use rsipstack::sip::{Header, Method, Response};
use rsipstack::transaction::random_text;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// How often one request is tried again; the second time only because a nonce was stale.
const MAX_ATTEMPTS: u32 = 3;

/// Who we are to those who ask.
#[derive(Debug, Clone)]
pub(super) struct Credentials {
    pub user: String,
    pub password: Secret,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hash {
    Md5,
    Sha256,
}

impl Hash {
    fn of(self, text: &str) -> String {
        match self {
            Hash::Md5 => hex(&Md5::digest(text.as_bytes())),
            Hash::Sha256 => hex(&Sha256::digest(text.as_bytes())),
        }
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Challenge {
    realm: String,
    nonce: String,
    opaque: Option<String>,
    /// As the server spells it; none if it named none.
    algorithm: Option<String>,
    hash: Hash,
    session: bool,
    qop: bool,
    stale: bool,
}

impl Challenge {
    /// Reads a WWW-Authenticate or Proxy-Authenticate value; `None` if we cannot answer it.
    fn parse(value: &str) -> Option<Self> {
        let (scheme, rest) = value.trim().split_once(char::is_whitespace)?;
        if !scheme.eq_ignore_ascii_case("digest") {
            return None;
        }
        let params: Vec<(&str, String)> = super::address::split_list(rest)
            .into_iter()
            .filter_map(|part| {
                let (name, value) = part.split_once('=')?;
                Some((
                    name.trim(),
                    value.trim().trim_matches('"').replace("\\\"", "\""),
                ))
            })
            .collect();
        let get = |name: &str| {
            let found = params
                .iter()
                .find(|(key, _)| key.eq_ignore_ascii_case(name));
            found.map(|(_, value)| value.clone())
        };
        let algorithm = get("algorithm");
        let (hash, session) = match algorithm.as_deref().map(str::to_ascii_lowercase).as_deref() {
            None | Some("md5") => (Hash::Md5, false),
            Some("md5-sess") => (Hash::Md5, true),
            Some("sha-256") => (Hash::Sha256, false),
            Some("sha-256-sess") => (Hash::Sha256, true),
            Some(_) => return None,
        };
        let qop = get("qop");
        let auth = |list: &String| {
            list.split(',')
                .any(|q| q.trim().eq_ignore_ascii_case("auth"))
        };
        if qop.as_ref().is_some_and(|list| !auth(list)) {
            return None;
        }
        Some(Challenge {
            realm: get("realm")?,
            nonce: get("nonce")?,
            opaque: get("opaque"),
            algorithm,
            hash,
            session,
            qop: qop.is_some(),
            stale: get("stale").is_some_and(|stale| stale.eq_ignore_ascii_case("true")),
        })
    }

    fn answer(
        &self,
        who: &Credentials,
        method: Method,
        uri: &str,
        count: u32,
        own: &str,
    ) -> String {
        let h = |text: &str| self.hash.of(text);
        let (realm, nonce, user) = (&self.realm, &self.nonce, &who.user);
        let mut secret = h(&format!("{user}:{realm}:{}", who.password.reveal()));
        if self.session {
            secret = h(&format!("{secret}:{nonce}:{own}"));
        }
        let what = h(&format!("{method}:{uri}"));
        let response = if self.qop {
            h(&format!("{secret}:{nonce}:{count:08x}:{own}:auth:{what}"))
        } else {
            h(&format!("{secret}:{nonce}:{what}"))
        };
        let quoted = super::address::quote;
        let mut text = format!(
            "Digest username={}, realm={}, nonce={}, uri=\"{uri}\", response=\"{response}\"",
            quoted(user),
            quoted(realm),
            quoted(nonce),
        );
        if let Some(algorithm) = &self.algorithm {
            let _ = write!(text, ", algorithm={algorithm}");
        }
        if self.qop {
            let _ = write!(text, ", cnonce=\"{own}\", qop=auth, nc={count:08x}");
        } else if self.session {
            let _ = write!(text, ", cnonce=\"{own}\"");
        }
        if let Some(opaque) = &self.opaque {
            let _ = write!(text, ", opaque={}", quoted(opaque));
        }
        text
    }
}

struct Known {
    challenge: Challenge,
    proxy: bool,
    /// How many requests used the nonce.
    count: u32,
    /// Which of our requests was challenged.
    round: u32,
}

/// The challenges met so far, and so the credentials that further requests carry.
#[derive(Default)]
pub(super) struct Session {
    known: Vec<Known>,
    /// The number of the request under way, and how often it was challenged.
    round: u32,
    attempts: u32,
}

impl Session {
    /// Takes in the challenges of a 401 or 407. Returns whether trying again makes sense: we can
    /// answer at least one, and none of them says that an answer of ours was wrong.
    pub fn take(&mut self, response: &Response) -> bool {
        self.attempts += 1;
        let mut met: Vec<Known> = Vec::new();
        for header in response.headers.iter() {
            let (value, proxy) = match header {
                Header::WwwAuthenticate(value) => (value.value(), false),
                Header::ProxyAuthenticate(value) => (value.value(), true),
                _ => continue,
            };
            let Some(challenge) = Challenge::parse(value) else {
                continue;
            };
            // Of several for one realm, the first that we can answer (RFC 8760 §2.4).
            if !met
                .iter()
                .any(|k| k.proxy == proxy && k.challenge.realm == challenge.realm)
            {
                met.push(Known {
                    challenge,
                    proxy,
                    count: 0,
                    round: self.round,
                });
            }
        }
        // A server may want a new nonce for each request; within one it has seen our answer.
        let refused = met.iter().any(|new| {
            let mut known = self.known.iter();
            let old = known
                .find(|old| old.proxy == new.proxy && old.challenge.realm == new.challenge.realm);
            !new.challenge.stale && old.is_some_and(|old| old.round == new.round)
        });
        if met.is_empty() || refused || self.attempts >= MAX_ATTEMPTS {
            return false;
        }
        for new in met {
            self.known
                .retain(|old| old.proxy != new.proxy || old.challenge.realm != new.challenge.realm);
            self.known.push(new);
        }
        true
    }

    /// A request was accepted: what is challenged later is another one.
    pub fn accepted(&mut self) {
        self.attempts = 0;
        self.round += 1;
    }

    /// The headers that answer all challenges known, for a request of this kind.
    pub fn headers(&mut self, who: &Credentials, method: Method, uri: &str) -> Vec<Header> {
        let mut headers = Vec::new();
        for known in &mut self.known {
            known.count += 1;
            let own = random_text(16);
            let text = known.challenge.answer(who, method, uri, known.count, &own);
            headers.push(if known.proxy {
                Header::ProxyAuthorization(text.into())
            } else {
                Header::Authorization(text.into())
            });
        }
        headers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mufasa() -> Credentials {
        Credentials {
            user: "Mufasa".to_owned(),
            password: Secret::from("Circle of Life"),
        }
    }

    /// The example of RFC 7616 §3.9.1.
    const EXAMPLE: &str = "realm=\"http-auth@example.org\", qop=\"auth, auth-int\", \
        nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", \
        opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";
    const CNONCE: &str = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";

    fn response(algorithm: &str) -> String {
        let challenge =
            Challenge::parse(&format!("Digest {EXAMPLE}, algorithm={algorithm}")).unwrap();
        let who = mufasa();
        // The example is HTTP's; the method is the one thing that SIP does not have.
        let h = |text: &str| challenge.hash.of(text);
        let secret = h(&format!(
            "Mufasa:{}:{}",
            challenge.realm,
            who.password.reveal()
        ));
        let what = h("GET:/dir/index.html");
        h(&format!(
            "{secret}:{}:00000001:{CNONCE}:auth:{what}",
            challenge.nonce
        ))
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
        let challenge = Challenge::parse(&format!("Digest {EXAMPLE}, algorithm=SHA-256")).unwrap();
        let text = challenge.answer(&mufasa(), Method::Register, "sip:example.org", 1, CNONCE);
        let h = |text: &str| Hash::Sha256.of(text);
        let secret = h("Mufasa:http-auth@example.org:Circle of Life");
        let what = h("REGISTER:sip:example.org");
        let expected = h(&format!(
            "{secret}:{}:00000001:{CNONCE}:auth:{what}",
            challenge.nonce
        ));
        assert!(text.contains(&format!("response=\"{expected}\"")), "{text}");
        assert!(text.contains("algorithm=SHA-256, cnonce="), "{text}");
        assert!(!text.contains("Circle"), "{text}");
    }

    fn challenged(lines: &[&str]) -> Response {
        let mut text = String::from("SIP/2.0 401 Unauthorized\r\n");
        for line in lines {
            text.push_str(&format!("WWW-Authenticate: {line}\r\n"));
        }
        text.push_str("Content-Length: 0\r\n\r\n");
        Response::try_from(text.as_bytes()).unwrap()
    }

    #[test]
    fn the_first_challenge_that_we_understand_is_answered() {
        let mut session = Session::default();
        assert!(session.take(&challenged(&[
            "Digest realm=\"r\", nonce=\"a\", algorithm=SHA-512-256",
            "Digest realm=\"r\", nonce=\"b\", algorithm=SHA-256",
            "Digest realm=\"r\", nonce=\"c\", algorithm=MD5",
        ])));
        let headers = session.headers(&mufasa(), Method::Invite, "sip:x");
        assert_eq!(headers.len(), 1);
        assert!(headers[0].to_string().contains("nonce=\"b\""));
    }

    #[test]
    fn a_wrong_password_is_not_sent_again_but_a_stale_nonce_is() {
        let mut session = Session::default();
        let first = challenged(&["Digest realm=\"r\", nonce=\"a\""]);
        assert!(session.take(&first));
        session.headers(&mufasa(), Method::Invite, "sip:x");
        assert!(session.take(&challenged(&[
            "Digest realm=\"r\", nonce=\"b\", stale=TRUE"
        ])));
        session.headers(&mufasa(), Method::Invite, "sip:x");
        assert!(!session.take(&first));
    }

    #[test]
    fn each_request_may_be_challenged_and_each_realm() {
        let mut session = Session::default();
        assert!(session.take(&challenged(&["Digest realm=\"r\", nonce=\"a\""])));
        assert!(session.take(&challenged(&["Digest realm=\"s\", nonce=\"b\""])));
        session.accepted();
        assert!(session.take(&challenged(&["Digest realm=\"r\", nonce=\"c\""])));
        assert_eq!(session.headers(&mufasa(), Method::Bye, "sip:x").len(), 2);
        assert!(!session.take(&challenged(&["Digest realm=\"r\", nonce=\"d\""])));
    }

    #[test]
    fn what_cannot_be_answered_is_not_tried() {
        for line in [
            "Basic realm=\"r\"",
            "Digest realm=\"r\", nonce=\"a\", algorithm=TURBO",
            "Digest realm=\"r\", nonce=\"a\", qop=\"auth-int\"",
            "Digest realm=\"r\"",
        ] {
            assert!(!Session::default().take(&challenged(&[line])), "{line}");
        }
    }
}
