//! What a message is known by: the matching of §17.1.3 and §17.2.3.

use crate::message::uri::{Uri, unescape};
use crate::message::value::Via;
use crate::message::{Message, Method, Name};
use smallvec::SmallVec;
use std::collections::HashMap;
use std::hash::{BuildHasher, BuildHasherDefault, Hash, Hasher, RandomState};

/// What begins the branch of everybody who follows RFC 3261.
pub(super) const COOKIE: &str = "z9hG4bK";

/// How long the random part of our own branches is: 80 bits.
pub(super) const BRANCH: usize = 16;

/// The random part of a branch of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Branch([u8; BRANCH]);

impl Branch {
    /// The branch in a Via; `None` if it cannot be ours.
    pub fn of(text: &str) -> Option<Self> {
        let random = text.strip_prefix(COOKIE)?.as_bytes();
        Some(Branch(random.try_into().ok()?))
    }

    /// The branch that stands at the end of this text.
    pub fn at_end(text: &[u8]) -> Self {
        Branch(text.last_chunk().copied().unwrap_or_default())
    }
}

/// What a response is known by (§17.1.3): the branch, and whether it is a CANCEL's, which has the
/// branch of its INVITE.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ClientKey {
    pub branch: Branch,
    pub cancel: bool,
}

impl Hash for ClientKey {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let random = self.branch.0.first_chunk().copied().unwrap_or_default();
        // Each of these letters has five bits of luck, the fourth to the eighth.
        let luck = u64::from_le_bytes(random) ^ u64::from(self.cancel);
        state.write_u64(luck.wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_right(32));
    }
}

/// What a request is known by: a keyed hash of 128 bits, so that it needs no more room for a long
/// branch than for a short one, and nobody can choose it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ServerKey([u64; 2]);

impl Hash for ServerKey {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let [first, _] = self.0;
        state.write_u64(first);
    }
}

/// A map whose keys are random already.
pub(super) type LuckyMap<K, V> = HashMap<K, V, BuildHasherDefault<Luck>>;

/// The hash of what is random: itself.
#[derive(Default)]
pub(super) struct Luck(u64);

impl Hasher for Luck {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, number: u64) {
        self.0 ^= number;
    }
}

/// Gives back the room that a map had for many more than it has.
pub(super) fn tidy<K: Eq + Hash, V>(map: &mut LuckyMap<K, V>) {
    if map.is_empty() && map.capacity() > 2048 {
        *map = LuckyMap::default();
    }
}

/// Makes the keys of requests.
pub(super) struct Keys {
    first: RandomState,
    second: RandomState,
}

/// The parts that make a key, each with its length before it.
#[derive(Default)]
struct Parts(SmallVec<[u8; 256]>);

impl Parts {
    fn new(kind: u8) -> Self {
        let mut parts = Parts::default();
        parts.0.push(kind);
        parts
    }

    fn text(&mut self, text: &str) {
        self.number(text.len() as u32);
        self.0.extend_from_slice(text.as_bytes());
    }

    fn host(&mut self, host: &str) {
        self.number(host.len() as u32);
        self.0
            .extend(host.bytes().map(|byte| byte.to_ascii_lowercase()));
    }

    fn number(&mut self, number: u32) {
        self.0.extend_from_slice(&number.to_le_bytes());
    }
}

impl Keys {
    pub fn new() -> Self {
        Keys {
            first: RandomState::new(),
            second: RandomState::new(),
        }
    }

    fn key(&self, parts: &Parts) -> ServerKey {
        let bytes = parts.0.as_slice();
        ServerKey([self.first.hash_one(bytes), self.second.hash_one(bytes)])
    }

    /// Which transaction a request belongs to (§17.2.3). An ACK belongs to its INVITE, and a CANCEL
    /// is looked up as the INVITE that it is about (§9.2).
    pub fn request(&self, request: &Message<'_>, via: &Via<'_>) -> ServerKey {
        let method = match request.method() {
            Method::Ack | Method::Cancel => Method::Invite.text(),
            _ => request.method_text(),
        };
        let mut parts;
        if has_cookie(via) {
            parts = Parts::new(b'3');
            parts.text(via.branch());
            parts.host(via.host);
            parts.number(u32::from(sent_by_port(via)));
        } else {
            // RFC 2543 knew no such branches. The To tag is the same in an INVITE and its copies,
            // and the ACK has that of the response.
            parts = Parts::new(b'2');
            parts.text(request.request_uri().unwrap_or_default());
            parts.text(request.list(Name::Via).next().unwrap_or_default());
            parts.text(request.from_tag());
            parts.text(request.call_id());
            parts.number(request.cseq());
            if method != Method::Invite.text() {
                parts.text(request.to_tag());
            }
        }
        parts.text(method);
        self.key(&parts)
    }

    /// The same for a request of another number on a branch that is in use.
    pub fn numbered(&self, key: ServerKey, number: u32) -> ServerKey {
        let luck = (b'N', key.0, number);
        ServerKey([self.first.hash_one(luck), self.second.hash_one(luck)])
    }

    /// What a request has in common with copies of it that took another way (§8.2.2.2). `None` for
    /// one inside a dialog. `apart`: a copy for another user is for somebody else.
    pub fn merged(&self, request: &Message<'_>, apart: bool) -> Option<ServerKey> {
        if !request.to_tag().is_empty() {
            return None;
        }
        let mut parts = Parts::new(b'M');
        parts.text(request.from_tag());
        parts.text(request.call_id());
        parts.number(request.cseq());
        parts.text(request.method_text());
        if apart {
            let uri = request.request_uri().and_then(Uri::parse);
            let user = uri.map(|uri| unescape(uri.user));
            parts.text(user.as_deref().unwrap_or_default());
        }
        Some(self.key(&parts))
    }

    /// A To tag that is the same for every copy of a request (§8.2.7).
    pub fn tag(&self, key: ServerKey) -> String {
        const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
        let mut luck = self.first.hash_one((b'T', key.0));
        let mut tag = String::with_capacity(12);
        for _ in 0..12 {
            let letter = LETTERS.get((luck & 31) as usize).copied();
            tag.extend(letter.map(char::from));
            luck >>= 5;
        }
        tag
    }
}

/// Whether the sender follows RFC 3261, so that the branch alone names the transaction.
pub(super) fn has_cookie(via: &Via<'_>) -> bool {
    let branch = via.branch().split_at_checked(COOKIE.len());
    branch.is_some_and(|(cookie, random)| cookie.eq_ignore_ascii_case(COOKIE) && !random.is_empty())
}

/// The port in sent-by, or the one that is meant without (§18.1.1).
pub(super) fn sent_by_port(via: &Via<'_>) -> u16 {
    let secure = via.transport.eq_ignore_ascii_case("TLS");
    via.port.unwrap_or(if secure { 5061 } else { 5060 })
}
