//! Digest authentication (RFC 7616, with the algorithms of RFC 8760): reading challenges and
//! answering them. MD5 and SHA-256, each also in its session form, with `auth` or without qop.

mod challenge;

use crate::message::{Message, Method, Name, Writer};
use crate::random::Random;
use challenge::Challenge;
use std::fmt;

/// How many challenges of one realm one request meets; the second only because a nonce was stale.
const MAX_ATTEMPTS: u32 = 3;
/// How many realms are kept, how often one request is challenged in all, and how many challenges of
/// one response are looked at.
const MAX_REALMS: usize = 8;
const MAX_ROUNDS: u32 = 10;
const MAX_CHALLENGES: usize = 32;

/// A password, which nothing shows that is meant for people.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

impl Password {
    /// The password itself.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl From<String> for Password {
    fn from(text: String) -> Self {
        Password(text)
    }
}

impl From<&str> for Password {
    fn from(text: &str) -> Self {
        Password(text.to_owned())
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(..)")
    }
}

/// Who we are to those who ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credentials {
    pub user: String,
    pub password: Password,
}

/// What a challenged request comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Send the request again, with what [`Session::write`] then writes.
    Answer,
    /// An answer of ours was not taken: the user name or the password is wrong.
    Wrong,
    /// None of the challenges can be answered: another scheme or algorithm, or what is none at all.
    NotUnderstood,
    /// The server challenges again and again.
    Endless,
}

#[derive(Debug, Clone)]
struct Known {
    challenge: Challenge,
    proxy: bool,
    /// How many requests used the nonce.
    count: u32,
    /// Our cnonce, one for each nonce: the session forms hash it once (RFC 7616 §3.4.2).
    own: Box<[u8]>,
    /// Of which of our requests under way it was asked for, and how often.
    asked: Vec<(Method, u32)>,
}

impl Known {
    /// Whether both ask for the same credentials (RFC 3261 §22.3).
    fn same(&self, challenge: &Challenge, proxy: bool) -> bool {
        self.proxy == proxy && self.challenge.realm == challenge.realm
    }

    /// How often a request under way was challenged.
    fn asked(&self, method: Method) -> u32 {
        count_of(&self.asked, method)
    }
}

fn count_of(counts: &[(Method, u32)], method: Method) -> u32 {
    let found = counts.iter().find(|(of, _)| *of == method);
    found.map_or(0, |(_, count)| *count)
}

fn count_up(counts: &mut Vec<(Method, u32)>, method: Method) {
    match counts.iter_mut().find(|(of, _)| *of == method) {
        Some((_, count)) => *count = count.saturating_add(1),
        None => counts.push((method, 1)),
    }
}

/// The challenges met so far, and so the credentials that further requests carry.
///
/// Requests of different methods may be under way beside each other. A challenge of one says nothing
/// of another: each of them may meet a new nonce.
#[derive(Debug, Clone, Default)]
pub struct Session {
    known: Vec<Known>,
    /// How often the requests under way were challenged.
    attempts: Vec<(Method, u32)>,
}

impl Session {
    /// Takes in the challenges of a 401 or 407. Returns whether trying again makes sense: we can
    /// answer at least one, and none of them says that an answer of ours was wrong.
    pub fn take(&mut self, response: &Message<'_>) -> bool {
        self.judge(response) == Verdict::Answer
    }

    /// As [`Session::take`], and says what is wrong.
    pub fn judge(&mut self, response: &Message<'_>) -> Verdict {
        let server = response.headers(Name::WwwAuthenticate).map(|v| (v, false));
        let proxy = response.headers(Name::ProxyAuthenticate).map(|v| (v, true));
        self.judge_values(response.method(), server.chain(proxy))
    }

    fn judge_values<'a>(
        &mut self,
        method: Method,
        values: impl Iterator<Item = (&'a str, bool)>,
    ) -> Verdict {
        let verdict = self.verdict(method, values);
        if verdict != Verdict::Answer {
            self.accepted(method);
        }
        verdict
    }

    fn verdict<'a>(
        &mut self,
        method: Method,
        values: impl Iterator<Item = (&'a str, bool)>,
    ) -> Verdict {
        count_up(&mut self.attempts, method);
        let mut met: Vec<(Challenge, bool)> = Vec::new();
        for (value, proxy) in values.take(MAX_CHALLENGES) {
            let Some(challenge) = Challenge::parse(value) else {
                continue;
            };
            // Of several for one realm, the first that we can answer (RFC 8760 §2.4).
            let have =
                |(other, at): &(Challenge, bool)| *at == proxy && other.realm == challenge.realm;
            if met.len() < MAX_REALMS && !met.iter().any(have) {
                met.push((challenge, proxy));
            }
        }
        if met.is_empty() {
            return Verdict::NotUnderstood;
        }
        // A server may want a new nonce for each request; within one it has seen our answer.
        let asked = |(new, proxy): &(Challenge, bool)| {
            let old = self.known.iter().find(|old| old.same(new, *proxy));
            old.map_or(0, |old| old.asked(method))
        };
        if met.iter().any(|met| !met.0.stale && asked(met) > 0) {
            return Verdict::Wrong;
        }
        // Proxies on the way ask one after the other, each for its own (RFC 3261 §22.3).
        let often = met.iter().any(|met| asked(met) + 1 >= MAX_ATTEMPTS);
        if often || count_of(&self.attempts, method) >= MAX_ROUNDS {
            return Verdict::Endless;
        }
        for (challenge, proxy) in met {
            let at = self.known.iter().position(|k| k.same(&challenge, proxy));
            let mut old = at.map(|at| self.known.remove(at));
            let asked = old.as_mut().map(|old| std::mem::take(&mut old.asked));
            let mut asked = asked.unwrap_or_default();
            count_up(&mut asked, method);
            // A nonce that is given out again has been used all the same.
            let old = old.filter(|old| old.challenge.nonce == challenge.nonce);
            let (count, own) = old.map_or_else(Default::default, |old| (old.count, old.own));
            self.known.push(Known {
                challenge,
                proxy,
                count,
                own,
                asked,
            });
        }
        // The oldest go first.
        let many = self.known.len().saturating_sub(MAX_REALMS);
        self.known.drain(..many);
        Verdict::Answer
    }

    /// A request of this method was accepted, or is given up: what is challenged later is another
    /// one.
    pub fn accepted(&mut self, method: Method) {
        self.attempts.retain(|(of, _)| *of != method);
        for known in &mut self.known {
            known.asked.retain(|(of, _)| *of != method);
        }
    }

    /// Whether no challenge is known, so that nothing would be written.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// Writes the headers that answer all challenges known, for a request of this kind.
    pub fn write(
        &mut self,
        who: &Credentials,
        method: Method,
        uri: &str,
        random: &mut Random,
        out: &mut Writer,
    ) {
        if !self.is_empty() {
            out.lines(&self.lines(who, method, uri, random));
        }
    }

    /// The headers that [`Session::write`] writes, as lines: those of an INVITE are repeated by the
    /// ACK of its 2xx (RFC 3261 §13.2.2.4).
    pub fn lines(
        &mut self,
        who: &Credentials,
        method: Method,
        uri: &str,
        random: &mut Random,
    ) -> Vec<u8> {
        let mut out = Vec::new();
        for known in &mut self.known {
            known.count = known.count.saturating_add(1);
            if known.own.is_empty() {
                let mut own = Vec::with_capacity(16);
                random.text_into(&mut own, 16);
                known.own = own.into();
            }
            out.reserve(512);
            let name = match known.proxy {
                true => Name::ProxyAuthorization,
                false => Name::Authorization,
            };
            out.extend_from_slice(name.text().as_bytes());
            out.extend_from_slice(b": ");
            let challenge = &known.challenge;
            challenge.answer(who, method.text(), uri, known.count, &known.own, &mut out);
            out.extend_from_slice(b"\r\n");
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU64, Ordering};

    fn mufasa() -> Credentials {
        Credentials {
            user: "Mufasa".to_owned(),
            password: Password::from("Circle of Life"),
        }
    }

    fn judge(session: &mut Session, values: &[&str]) -> Verdict {
        session.judge_values(Method::Invite, values.iter().map(|value| (*value, false)))
    }

    fn take(session: &mut Session, values: &[&str]) -> bool {
        judge(session, values) == Verdict::Answer
    }

    fn lines(session: &mut Session) -> String {
        static SEED: AtomicU64 = AtomicU64::new(1);
        let mut random = Random::seeded(SEED.fetch_add(1, Ordering::Relaxed));
        let lines = session.lines(&mufasa(), Method::Invite, "sip:x", &mut random);
        String::from_utf8(lines).unwrap()
    }

    #[test]
    fn the_first_challenge_that_we_understand_is_answered() {
        let mut session = Session::default();
        assert!(session.is_empty());
        assert!(take(
            &mut session,
            &[
                "Digest realm=\"r\", nonce=\"a\", algorithm=SHA-512-256",
                "Digest realm=\"r\", nonce=\"b\", algorithm=SHA-256",
                "Digest realm=\"r\", nonce=\"c\", algorithm=MD5",
            ]
        ));
        assert!(!session.is_empty());
        let lines = lines(&mut session);
        assert_eq!(lines.lines().count(), 1);
        assert!(lines.starts_with("Authorization: Digest username=\"Mufasa\", "));
        assert!(lines.contains("nonce=\"b\""));
    }

    #[test]
    fn proxies_and_servers_are_answered_each_in_its_header() {
        let mut session = Session::default();
        let challenges = [
            ("Digest realm=\"r\", nonce=\"a\"", false),
            ("Digest realm=\"r\", nonce=\"b\"", true),
        ];
        assert_eq!(
            session.judge_values(Method::Invite, challenges.into_iter()),
            Verdict::Answer
        );
        let lines = lines(&mut session);
        let (server, proxy) = lines.split_once("\r\n").unwrap();
        assert!(server.starts_with("Authorization: Digest "));
        assert!(server.contains("nonce=\"a\""));
        assert!(proxy.starts_with("Proxy-Authorization: Digest "));
        assert!(proxy.contains("nonce=\"b\""));
    }

    #[test]
    fn a_wrong_password_is_not_sent_again_but_a_stale_nonce_is() {
        let mut session = Session::default();
        let first = ["Digest realm=\"r\", nonce=\"a\""];
        assert!(take(&mut session, &first));
        lines(&mut session);
        let stale = ["Digest realm=\"r\", nonce=\"b\", stale=TRUE"];
        assert!(take(&mut session, &stale));
        lines(&mut session);
        assert_eq!(judge(&mut session, &first), Verdict::Wrong);
    }

    #[test]
    fn whoever_calls_every_nonce_stale_is_not_answered_for_ever() {
        let mut session = Session::default();
        let stale = ["Digest realm=\"r\", nonce=\"b\", stale=true"];
        assert!(take(&mut session, &stale));
        assert!(take(&mut session, &stale));
        assert_eq!(judge(&mut session, &stale), Verdict::Endless);
    }

    #[test]
    fn each_request_may_be_challenged_and_each_realm() {
        let mut session = Session::default();
        assert!(take(&mut session, &["Digest realm=\"r\", nonce=\"a\""]));
        assert!(take(&mut session, &["Digest realm=\"s\", nonce=\"b\""]));
        session.accepted(Method::Invite);
        assert!(take(&mut session, &["Digest realm=\"r\", nonce=\"c\""]));
        assert_eq!(lines(&mut session).lines().count(), 2);
        assert!(!take(&mut session, &["Digest realm=\"r\", nonce=\"d\""]));
    }

    #[test]
    fn every_proxy_on_the_way_may_ask_but_not_for_ever() {
        let mut session = Session::default();
        let mut realms = (0..).map(|n| format!("Digest realm=\"{n}\", nonce=\"a\""));
        for realm in realms.by_ref().take(MAX_ROUNDS as usize - 1) {
            assert!(take(&mut session, &[&realm]), "{realm}");
        }
        let one_more = realms.next().unwrap();
        assert_eq!(judge(&mut session, &[&one_more]), Verdict::Endless);
    }

    #[test]
    fn requests_beside_each_other_are_challenged_each() {
        let mut session = Session::default();
        assert!(take(&mut session, &["Digest realm=\"r\", nonce=\"a\""]));
        let bye = |session: &mut Session, value| {
            session.judge_values(Method::Bye, std::iter::once((value, false)))
        };
        let second = "Digest realm=\"r\", nonce=\"b\"";
        assert_eq!(bye(&mut session, second), Verdict::Answer);
        assert!(lines(&mut session).contains("nonce=\"b\""));
        // Each has had an answer now.
        session.accepted(Method::Info);
        assert_eq!(bye(&mut session, second), Verdict::Wrong);
        assert_eq!(judge(&mut session, &[second]), Verdict::Wrong);
    }

    #[test]
    fn a_nonce_is_counted_over_all_requests_that_use_it() {
        let with_qop = ["Digest realm=\"r\", nonce=\"a\", qop=\"auth\""];
        let mut session = Session::default();
        assert!(take(&mut session, &with_qop));
        let first = lines(&mut session);
        assert!(first.contains("nc=00000001"), "{first}");
        session.accepted(Method::Invite);
        let second = lines(&mut session);
        assert!(second.contains("nc=00000002"), "{second}");
        let own = |text: &str| {
            let (_, own) = text.split_once("cnonce=\"").unwrap();
            own.split_once('"').unwrap().0.to_owned()
        };
        assert_eq!(own(&first), own(&second));
        session.accepted(Method::Invite);
        assert!(take(&mut session, &with_qop));
        assert!(lines(&mut session).contains("nc=00000003"));
        session.accepted(Method::Invite);
        let other = ["Digest realm=\"r\", nonce=\"b\", qop=auth"];
        assert!(take(&mut session, &other));
        assert!(lines(&mut session).contains("nc=00000001"));
    }

    #[test]
    fn what_cannot_be_answered_is_not_tried() {
        let huge = format!("Digest realm=\"r\", nonce=\"{}\"", "a".repeat(4096));
        for line in [
            "Basic realm=\"r\"",
            "Digest realm=\"r\", nonce=\"a\", algorithm=TURBO",
            "Digest realm=\"r\", nonce=\"a\", qop=\"auth-int\"",
            "Digest nonce=\"a\"",
            "Digest realm=\"r\", nonce=\"a",
            "Digest realm=\"r\", nonce=\"a\\\"",
            "Digest realm=\"r\", nonce=\"a\" b",
            "Digest realm=\"r\", nonce=\"a\" b=c",
            "Digest realm=\"r\", nonce=a\"b",
            "Digest realm=\"r\", nonce=\"a\u{1}\"",
            "Digest realm=\"r\", nonce=\"a\rb\"",
            "Digest realm=\"r\", nonce",
            "Digest",
            "",
            huge.as_str(),
        ] {
            let mut session = Session::default();
            assert_eq!(
                judge(&mut session, &[line]),
                Verdict::NotUnderstood,
                "{line}"
            );
            assert!(session.is_empty());
        }
    }

    #[test]
    fn no_more_realms_are_kept_than_anybody_has() {
        let mut session = Session::default();
        for round in 0..5 {
            let values: Vec<String> = (0..40)
                .map(|n| format!("Digest realm=\"{round}-{n}\", nonce=\"a\""))
                .collect();
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            assert!(take(&mut session, &values));
            session.accepted(Method::Invite);
        }
        let lines = lines(&mut session);
        assert_eq!(lines.lines().count(), MAX_REALMS);
        assert!(lines.contains("realm=\"4-0\""), "the newest are kept");
    }

    #[test]
    fn no_password_is_shown() {
        let shown = format!("{:?}", mufasa());
        assert!(!shown.contains("Circle"), "{shown}");
    }
}
