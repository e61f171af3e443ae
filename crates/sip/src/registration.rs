//! How a line stays known to its registrar (RFC 3261 §10), without sockets and clocks: requests come
//! out, responses and times go in, and each response says what to do next.
//!
//! Which server a request goes to, and when a line begins, is left to whoever asks for the requests.

mod answer;
#[cfg(test)]
mod tests;

pub use answer::{Gruu, Registered};

use crate::digest::{Credentials, Session, Verdict};
use crate::flow::Flow;
use crate::message::uri::same_uri;
use crate::message::{Draft, Message, Method, Name, Writer};
use crate::random::Random;
use std::net::SocketAddr;
use std::time::{Duration, Instant};
use thiserror::Error;

/// The longest pause between attempts, unless the registrar asks for a longer one.
const LONGEST_PAUSE: Duration = Duration::from_secs(300);
/// The longest pause that a registrar may ask for.
const LONGEST_RETRY_AFTER: Duration = Duration::from_secs(3600);
/// The first pause after a refusal that another attempt will hardly change.
const FIRM_PAUSE: Duration = Duration::from_secs(30);
/// RFC 5626 §4.5: the base of the pauses after a flow failed when no other stands, and the longest.
const FLOW_PAUSE: Duration = Duration::from_secs(30);
const LONGEST_FLOW_PAUSE: Duration = Duration::from_secs(1800);
/// The longest interval that a registrar may ask for: a week.
const LONGEST_EXPIRES: u32 = 604_800;
/// How many former addresses of ours are remembered to be taken back.
const MAX_OUTDATED: usize = 4;
/// How often in a row the registrar's view of our address is followed at once.
const MAX_MOVES: u8 = 3;

/// What is registered, and as whom.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The address that is registered: `sip:alice@example.com`.
    pub aor: String,
    /// Where: the Request-URI, a domain without a user (RFC 3261 §10.2): `sip:example.com`.
    pub registrar: String,
    /// The From value without its tag.
    pub identity: String,
    /// For how many seconds, when the registrar does not want it otherwise.
    pub expires: u32,
    pub credentials: Option<Credentials>,
    /// The name of this device, `urn:uuid:…`, the same for ever: with it GRUUs are asked for
    /// (RFC 5627).
    pub instance: Option<String>,
    /// The number of this flow, if the registrar shall keep it (RFC 5626); needs `instance`.
    pub reg_id: Option<u32>,
    /// The pause after a first attempt that failed; the next ones are longer.
    pub pause: Duration,
    /// Further header lines, each with its CR LF, such as User-Agent.
    pub lines: Vec<u8>,
}

/// Why a line is not registered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Why {
    #[error("the registrar does not answer")]
    NoAnswer,
    #[error("the request could not be sent")]
    NotSent,
    #[error("the registrar refused the user name or password")]
    WrongPassword,
    #[error("the registrar wants a password, and the settings have none")]
    NoPassword,
    #[error("the registrar asks for a password in a way that is not understood")]
    UnknownChallenge,
    #[error("the registrar asks for a password again and again")]
    EndlessChallenges,
    #[error("the registrar wants another time, and does not say a usable one")]
    TooBrief,
    /// 403
    #[error("the registrar does not allow it")]
    Forbidden,
    /// 404
    #[error("the registrar does not know the address")]
    Unknown,
    /// 3xx: never followed.
    #[error("the registrar names another place, which is not followed")]
    Moved,
    /// 420 and 421
    #[error("the registrar demands an extension that is not there")]
    Extension,
    /// 500 to 599
    #[error("the registrar cannot at the moment")]
    Unavailable,
    /// 200, but for no time at all.
    #[error("the registrar accepted the request and did not register the address")]
    NotGranted,
    #[error("the registrar refused")]
    Refused,
}

impl Why {
    /// Whether another server may do better (RFC 3263 §4.3).
    fn is_of_this_server(self) -> bool {
        matches!(self, Why::NoAnswer | Why::NotSent | Why::Unavailable)
    }

    /// Whether the far end may lock an account for attempts like this one.
    fn is_about_the_password(self) -> bool {
        matches!(
            self,
            Why::WrongPassword | Why::NoPassword | Why::UnknownChallenge | Why::EndlessChallenges
        )
    }
}

/// What comes next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A provisional response: nothing.
    Wait,
    /// Send the next request at once, to the same server and for the same purpose: a challenge is
    /// answered, or another interval asked for.
    Again,
    /// It worked. The next request is due at `refresh`, or at once if the address changed.
    Registered(Registered),
    /// It is taken back.
    Unregistered,
    /// It did not work.
    Refused {
        /// The registrar's code; 0 if it gave none.
        code: u16,
        why: Why,
        /// When to try again.
        retry: Instant,
        /// Whether another server may be tried before, at once.
        next_server: bool,
    },
}

/// An address of ours that the registrar may have.
#[derive(Debug)]
struct Bound {
    contact: String,
    /// Whether it said so.
    confirmed: bool,
}

/// The registration of one line.
#[derive(Debug)]
pub struct Registration {
    settings: Settings,
    call_id: String,
    tag: String,
    /// The CSeq of the last request.
    number: u32,
    auth: Session,
    /// The Contact URI of the last request, and its interval.
    contact: String,
    expires: u32,
    /// The shortest interval that the registrar accepts.
    least: u32,
    bound: Option<Bound>,
    outdated: Vec<String>,
    /// Whether the last request was not answered yet.
    pending: bool,
    /// Whether the attempt under way asks for a longer interval already.
    raised: bool,
    /// How many attempts failed since one worked.
    failures: u32,
    /// Whether the password was right the last time.
    trusted: bool,
    /// How often in a row the registrar's view of our address was followed, and where to the last time.
    moves: u8,
    moved_to: Option<SocketAddr>,
    seen_as: Option<SocketAddr>,
    /// A server on the way does not do RFC 5626 (439).
    no_outbound: bool,
    /// Drawn with each request, for the pause after it.
    luck: u32,
}

impl Registration {
    pub fn new(settings: Settings, random: &mut Random) -> Self {
        Registration {
            settings,
            call_id: random.text(24),
            tag: random.text(10),
            number: 0,
            auth: Session::default(),
            contact: String::new(),
            expires: 0,
            least: 0,
            bound: None,
            outdated: Vec::new(),
            pending: false,
            raised: false,
            failures: 0,
            trusted: false,
            moves: 0,
            moved_to: None,
            seen_as: None,
            no_outbound: false,
            luck: 0,
        }
    }

    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Whether the registrar has an address of ours, or may have one: it is to be taken back at the
    /// end.
    pub fn is_bound(&self) -> bool {
        self.bound.is_some() || !self.outdated.is_empty()
    }

    /// Our address as the last response says that the far end sees it (RFC 3581), if that is not the
    /// one in the Contact of the request. A request that is sent again may say it from then on.
    pub fn seen_as(&self) -> Option<SocketAddr> {
        self.seen_as
    }

    /// Makes the next request. `contact` is our address as the registrar shall know it, a URI with
    /// or without brackets; if it is not the one that the registrar has, that one is taken back in
    /// the same request. `routes` are the Route values. `expires` are seconds, usually
    /// [`Settings::expires`]; 0 takes the registration back.
    pub fn request(
        &mut self,
        contact: &str,
        routes: &[impl AsRef<str>],
        expires: u32,
        random: &mut Random,
    ) -> Draft {
        if std::mem::replace(&mut self.pending, true) {
            // The one before was given up: this one is challenged for itself.
            self.over();
        }
        let contact = contact.trim_matches(['<', '>', ' ']);
        self.number = self.number.saturating_add(1);
        self.luck = random.number();
        self.expires = match expires {
            0 => 0,
            _ => expires.max(self.least),
        };
        self.contact = contact.to_owned();
        self.bind();

        let settings = &self.settings;
        let mut out = Writer::request(Method::Register, &settings.registrar);
        out.number(Name::MaxForwards, 70);
        for route in routes {
            out.header(Name::Route, route.as_ref());
        }
        out.parts(Name::From, &[&settings.identity, ";tag=", &self.tag])
            .parts(Name::To, &["<", &settings.aor, ">"])
            .header(Name::CallId, &self.call_id)
            .cseq(self.number, Method::Register);
        self.write_contacts(&mut out);
        out.number(Name::Expires, self.expires.into());
        let mut supported = String::from("path");
        if settings.instance.is_some() {
            supported.push_str(", gruu");
        }
        if self.outbound().is_some() {
            supported.push_str(", outbound");
        }
        out.header(Name::Supported, &supported)
            .lines(&settings.lines);
        if let Some(who) = &settings.credentials {
            let uri = &settings.registrar;
            self.auth
                .write(who, Method::Register, uri, random, &mut out);
        }
        Draft {
            method: Method::Register,
            bytes: out.end(),
        }
    }

    /// The address of this request may be known from now on, and one before it still.
    fn bind(&mut self) {
        let contact = &self.contact;
        self.outdated.retain(|old| !same_uri(old, contact));
        match self.bound.take() {
            Some(bound) if same_uri(&bound.contact, contact) => self.bound = Some(bound),
            before => {
                self.outdated.extend(before.map(|bound| bound.contact));
                let many = self.outdated.len().saturating_sub(MAX_OUTDATED);
                self.outdated.drain(..many);
                if self.expires > 0 {
                    self.bound = Some(Bound {
                        contact: contact.clone(),
                        confirmed: false,
                    });
                }
            }
        }
    }

    /// The device's name and the flow's number, if the registrar shall keep the flow.
    fn outbound(&self) -> Option<(&str, u32)> {
        let instance = self.settings.instance.as_deref()?;
        Some((
            instance,
            self.settings.reg_id.filter(|_| !self.no_outbound)?,
        ))
    }

    fn write_contacts(&self, out: &mut Writer) {
        let contact = &self.contact;
        if let Some((instance, reg_id)) = self.outbound() {
            let (instance, reg_id) = (["\"<", instance, ">\""].concat(), reg_id.to_string());
            let reg_id = [";reg-id=", &reg_id].concat();
            out.parts(
                Name::Contact,
                &["<", contact, ">;+sip.instance=", &instance, &reg_id],
            );
            // The registrar knows by these what the address stands for (RFC 5626 §6).
            return;
        }
        match &self.settings.instance {
            Some(instance) => out.parts(
                Name::Contact,
                &["<", contact, ">;+sip.instance=\"<", instance, ">\""],
            ),
            None => out.parts(Name::Contact, &["<", contact, ">"]),
        };
        for old in &self.outdated {
            out.parts(Name::Contact, &["<", old, ">;expires=0"]);
        }
    }

    /// Takes in a response to the last request, which came over `flow`.
    pub fn response(&mut self, now: Instant, message: &Message<'_>, flow: &Flow) -> Step {
        let code = message.code().unwrap_or_default();
        if code < 200 {
            return Step::Wait;
        }
        self.pending = false;
        self.seen_as = answer::seen_as(message, &self.contact, flow);
        if code < 300 {
            return self.accepted(now, code, message);
        }
        // Whatever comes of it: this request has registered nothing.
        self.bound.take_if(|bound| !bound.confirmed);
        let retry_after = answer::retry_after(message);
        let why = match code {
            401 | 407 => match self.challenged(message) {
                Ok(()) => return Step::Again,
                Err(why) => why,
            },
            423 => match self.shortest_allowed(message) {
                Some(least) => {
                    self.least = least;
                    self.raised = true;
                    // The credentials were good; the next request may be challenged for itself.
                    self.auth.accepted(Method::Register);
                    return Step::Again;
                }
                None => Why::TooBrief,
            },
            // RFC 5626 §11.6: the first hop does not do it; then we do not ask for it.
            439 if self.outbound().is_some() => {
                self.no_outbound = true;
                self.auth.accepted(Method::Register);
                return Step::Again;
            }
            300..=399 => Why::Moved,
            403 => Why::Forbidden,
            404 => Why::Unknown,
            408 => Why::NoAnswer,
            420 | 421 => Why::Extension,
            // RFC 5626 §11.5: a flow further on failed.
            430 | 500..=599 => Why::Unavailable,
            _ => Why::Refused,
        };
        self.refused(now, code, why, retry_after)
    }

    /// The last request got no answer, or could not be sent: [`Why::NoAnswer`], [`Why::NotSent`].
    pub fn failed(&mut self, now: Instant, why: Why) -> Step {
        self.pending = false;
        if why == Why::NotSent {
            self.bound.take_if(|bound| !bound.confirmed);
        }
        self.refused(now, 0, why, None)
    }

    fn accepted(&mut self, now: Instant, code: u16, message: &Message<'_>) -> Step {
        if self.expires == 0 {
            self.over();
            self.bound = None;
            self.outdated.clear();
            return Step::Unregistered;
        }
        let Some(mut registered) = answer::read(now, message, &self.contact, self.expires) else {
            self.bound = None;
            return self.refused(now, code, Why::NotGranted, answer::retry_after(message));
        };
        self.over();
        self.failures = 0;
        self.trusted = true;
        self.outdated.clear();
        self.bound = Some(Bound {
            contact: self.contact.clone(),
            confirmed: true,
        });
        registered.seen_as = self.seen_as.filter(|seen| self.may_move_to(*seen));
        self.moves = registered.seen_as.map_or(0, |_| self.moves + 1);
        self.moved_to = registered.seen_as;
        Step::Registered(registered)
    }

    /// Where each request is seen to come from another port, following it leads nowhere; nor does it
    /// where that is another address for ever.
    fn may_move_to(&self, seen: SocketAddr) -> bool {
        let only_port = |last: SocketAddr| last.ip() == seen.ip();
        self.moves < MAX_MOVES && !self.moved_to.is_some_and(only_port)
    }

    fn challenged(&mut self, message: &Message<'_>) -> Result<(), Why> {
        if self.settings.credentials.is_none() {
            return Err(Why::NoPassword);
        }
        match self.auth.judge(message) {
            Verdict::Answer => Ok(()),
            Verdict::Endless => Err(Why::EndlessChallenges),
            Verdict::Wrong => Err(Why::WrongPassword),
            Verdict::NotUnderstood => Err(Why::UnknownChallenge),
        }
    }

    /// What a 423 asks for, if that makes sense: once, and more than was asked for.
    fn shortest_allowed(&self, message: &Message<'_>) -> Option<u32> {
        let least = answer::seconds(message.header(Name::MinExpires)?)?;
        let sensible = !self.raised && self.expires > 0 && least <= LONGEST_EXPIRES;
        (sensible && least > self.expires).then_some(least)
    }

    /// An attempt is over, however it ended.
    fn over(&mut self) {
        self.auth.accepted(Method::Register);
        self.raised = false;
    }

    fn refused(&mut self, now: Instant, code: u16, why: Why, after: Option<Duration>) -> Step {
        self.over();
        // What comes is another attempt, perhaps through another network.
        (self.moves, self.moved_to) = (0, None);
        let usual = self.pause(why);
        self.failures = self.failures.saturating_add(1);
        if why.is_about_the_password() {
            self.auth = Session::default();
            self.trusted = false;
        }
        let pause = match after.map(|after| after.min(LONGEST_RETRY_AFTER)) {
            Some(asked) if why.is_about_the_password() => asked.max(usual),
            Some(asked) => asked.max(self.settings.pause),
            None => usual,
        };
        Step::Refused {
            code,
            why,
            retry: now + pause,
            next_server: why.is_of_this_server(),
        }
    }

    /// The pause after this failure, when the registrar does not say.
    fn pause(&self, why: Why) -> Duration {
        if why.is_about_the_password() && !self.trusted {
            return LONGEST_PAUSE;
        }
        let growing = |first: Duration, longest: Duration| {
            let factor = 1_u32.checked_shl(self.failures).unwrap_or(u32::MAX);
            first.saturating_mul(factor).min(longest)
        };
        if self.outbound().is_some() && why.is_of_this_server() {
            // RFC 5626 §4.5: at random between one half and the whole.
            let whole = growing(FLOW_PAUSE * 2, LONGEST_FLOW_PAUSE);
            return whole / 2 + (whole / 2).mul_f64(f64::from(self.luck) / f64::from(u32::MAX));
        }
        let first = match why {
            Why::Forbidden | Why::Unknown | Why::Moved | Why::Extension | Why::NotGranted => {
                FIRM_PAUSE.max(self.settings.pause)
            }
            _ => self.settings.pause,
        };
        growing(first, LONGEST_PAUSE.max(self.settings.pause))
    }
}
