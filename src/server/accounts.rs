//! Who a request comes from: Basic credentials against Argon2 hashes, bearer tokens against
//! SHA-256 hashes, decided before anything of the request's body is looked into.
//!
//! An Argon2 check takes tens of milliseconds and megabytes on purpose, so only a few run at once, a success
//! is remembered for a while (as a hash under a key that dies with the process), and an address
//! with many failures has to wait. Tokens are 256 random bits; guessing those is hopeless whatever
//! the hash costs, so theirs is a fast one.

use super::credentials::{Credentials, Pair};
use super::current::Current;
use super::password;
use super::rate::{Allowance, Buckets};
use crate::soap;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::net::IpAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tapi3_common::sync::lock;
use tokio::sync::{Semaphore, watch};

/// A user's number.
pub(super) type UserId = usize;

pub(super) type Hash = [u8; 32];

/// Why nobody was let in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Denied {
    /// There were no credentials.
    NoCredentials,
    /// The credentials are neither Basic nor Bearer, or cannot be read: why.
    UnknownKind(Cow<'static, str>),
    /// The credentials are wrong: what of them.
    Wrong(String),
    /// Too many failures from this address.
    TooMany(Duration),
    /// Too many checks at once.
    Busy,
}

/// In words, for the log; the client hears nothing of it.
impl fmt::Display for Denied {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Denied::NoCredentials => f.write_str("no credentials"),
            Denied::UnknownKind(why) => f.write_str(why),
            Denied::Wrong(what) => f.write_str(what),
            Denied::TooMany(wait) => {
                let seconds = wait.as_secs_f64().ceil();
                write!(
                    f,
                    "too many failed logins from this address; the next one in {seconds} s"
                )
            }
            Denied::Busy => f.write_str("too many passwords are being checked already"),
        }
    }
}

/// What an account needs for logging in.
#[derive(Debug, Clone)]
pub(super) struct Login {
    pub user: UserId,
    /// In small letters: the name, and the others that the user goes by.
    pub names: Vec<String>,
    /// An Argon2 hash in PHC form.
    pub password_hash: Option<String>,
    pub token_hashes: Vec<Hash>,
}

/// All accounts.
pub(super) struct Accounts {
    known: Current<Known>,
    generation: AtomicU64,
    remembered: Mutex<HashMap<Hash, (Proven, Instant)>>,
    remember_for: Duration,
    key: [u8; 32],
    failures: Buckets<IpAddr>,
    /// Argon2 checks that are under way, by what was sent.
    checks: Mutex<HashMap<Hash, (IpAddr, Check)>>,
    /// Places for those that run, and for all of them.
    running: Semaphore,
    waiting: Arc<Semaphore>,
}

/// Who there is.
struct Known {
    /// By every name; without a password for those who have only tokens.
    names: HashMap<String, (UserId, Option<Arc<str>>)>,
    tokens: HashMap<Hash, UserId>,
    /// Checked for names that do not exist, so that they take as long as those that do.
    decoy: Arc<str>,
}

impl Known {
    fn new(logins: Vec<Login>) -> Self {
        let mut names = HashMap::new();
        let mut tokens = HashMap::new();
        let mut decoy = None;
        for login in logins {
            let hash: Option<Arc<str>> = login.password_hash.map(Arc::from);
            // As costly as the others are: the same parameters, a password that nobody has.
            decoy = decoy.or_else(|| hash.clone());
            for name in login.names {
                names.insert(name, (login.user, hash.clone()));
            }
            tokens.extend(
                login
                    .token_hashes
                    .into_iter()
                    .map(|hash| (hash, login.user)),
            );
        }
        Known {
            names,
            tokens,
            decoy: decoy.unwrap_or_else(|| Arc::from("")),
        }
    }

    /// Whose password this is to be, and its hash.
    fn password_of(&self, name: &str) -> Option<(UserId, &Arc<str>)> {
        let (user, hash) = self.names.get(name)?;
        Some((*user, hash.as_ref()?))
    }

    /// Whether what was proven once still holds.
    fn admits(&self, proven: &Proven) -> bool {
        let now = self.password_of(&proven.name);
        now.is_some_and(|(user, hash)| user == proven.user && *hash == proven.hash)
    }

    /// Why nobody logs in like this.
    fn why_not(&self, pairs: &[Pair]) -> String {
        let first = pairs.first().map_or("", |pair| &pair.name);
        let known = pairs
            .iter()
            .find(|pair| self.names.contains_key(&pair.name));
        let name = soap::clip(known.map_or(first, |pair| &pair.name));
        let ways = match pairs {
            [_, _, ..] => ", read as UTF-8 and as Latin-1",
            _ => "",
        };
        match known.map(|pair| self.password_of(&pair.name)) {
            None => format!("there is no user \"{name}\"{ways}"),
            Some(None) => format!("\"{name}\" has no password, only tokens"),
            Some(Some(_)) => format!("the password of \"{name}\" is another{ways}"),
        }
    }
}

/// Somebody has shown that a password is theirs: which one, so that this ends with it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Proven {
    user: UserId,
    name: String,
    hash: Arc<str>,
}

/// A login by password.
struct PasswordLogin {
    /// Of all that was sent.
    fingerprint: Hash,
    pairs: Vec<Pair>,
    peer: IpAddr,
}

/// What came of a password check; the outer `None` until it is known.
type Check = watch::Receiver<Option<Option<UserId>>>;

const MAX_REMEMBERED: usize = 10_000;
const MAX_WAITING: usize = 64;

impl Accounts {
    /// The accounts of these users.
    pub fn new(
        logins: Vec<Login>,
        remember_for: Duration,
        failures_a_minute: u32,
    ) -> Result<Self, getrandom::Error> {
        let mut key = [0; 32];
        getrandom::fill(&mut key)?;
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let minute = Duration::from_secs(60);
        Ok(Accounts {
            known: Current::new(Known::new(logins)),
            generation: AtomicU64::new(0),
            remembered: Mutex::default(),
            remember_for,
            key,
            failures: Buckets::new(Allowance::new(failures_a_minute, minute, failures_a_minute)),
            checks: Mutex::default(),
            running: Semaphore::new(cores),
            waiting: Arc::new(Semaphore::new(cores + MAX_WAITING)),
        })
    }

    /// Puts these in the place of all accounts. Whose name and password stay the same stays in.
    pub fn replace(&self, logins: Vec<Login>) {
        let mut remembered = lock(&self.remembered);
        self.known.set(Known::new(logins));
        self.generation.fetch_add(1, Ordering::SeqCst);
        let known = self.known.get();
        remembered.retain(|_, (proven, _)| known.admits(proven));
    }

    /// Grows whenever what is known of the accounts changes. Whoever remembers a login by itself
    /// takes this before it is checked, and believes it no more when this has grown.
    pub fn generation(&self) -> u64 {
        self.generation.load(Ordering::SeqCst)
    }

    /// The challenges to send with a 401, each for a header line of its own.
    pub fn challenges(&self) -> impl Iterator<Item = &'static str> {
        let known = self.known.get();
        let passwords = known.names.values().any(|(_, hash)| hash.is_some());
        let basic = (passwords || known.tokens.is_empty())
            .then_some("Basic realm=\"tapi3\", charset=\"UTF-8\"");
        let bearer = (!known.tokens.is_empty()).then_some("Bearer realm=\"tapi3\"");
        basic.into_iter().chain(bearer)
    }

    /// Finds out who sends `authorization`, the value of the header of that name.
    pub async fn identify(
        self: &Arc<Self>,
        authorization: Option<&[u8]>,
        peer: IpAddr,
    ) -> Result<UserId, Denied> {
        let Some(value) = authorization else {
            return Err(Denied::NoCredentials);
        };
        let credentials = Credentials::read(value).map_err(Denied::UnknownKind)?;
        let now = Instant::now();
        let fingerprint = self.fingerprint(value);
        if let Some(user) = self.remembers(&fingerprint, now) {
            return Ok(user);
        }
        let peer = network_of(peer);
        match credentials {
            Credentials::Token(token) => {
                let found = self.known.get().tokens.get(&hash_of(token)).copied();
                // Whoever has a token is let in however many others fail from there.
                found.ok_or(()).or_else(|()| {
                    self.failures.take(&peer, now).map_err(Denied::TooMany)?;
                    Err(Denied::Wrong("no user has this token".to_owned()))
                })
            }
            Credentials::Password(pairs) => {
                let login = PasswordLogin {
                    fingerprint,
                    pairs,
                    peer,
                };
                let found = self.check_in_turn(&login).await?;
                found.ok_or_else(|| Denied::Wrong(self.known.get().why_not(&login.pairs)))
            }
        }
    }

    /// Checks a password. Where too many have failed, the checks that are under way decide whether
    /// there is room for this one: each may turn out to be right.
    async fn check_in_turn(
        self: &Arc<Self>,
        login: &PasswordLogin,
    ) -> Result<Option<UserId>, Denied> {
        loop {
            let (ours, mut check) = self.check(login)?;
            let found = *check
                .wait_for(Option::is_some)
                .await
                .map_err(|_| Denied::Busy)?;
            if ours {
                return Ok(found.flatten());
            }
        }
    }

    /// Begins to check a password, once for all who send the same at the same time. What is begun
    /// is finished whether or not its client waits, so that nobody gets more checks than are allowed
    /// by hanging up; and it counts as a failure until it is known to be right, so that nobody gets
    /// more by asking many times at once.
    ///
    /// Returns the check and whether it is this login's; another one has to be waited for.
    fn check(self: &Arc<Self>, login: &PasswordLogin) -> Result<(bool, Check), Denied> {
        let PasswordLogin {
            fingerprint, peer, ..
        } = *login;
        let mut checks = lock(&self.checks);
        if let Some((_, check)) = checks.get(&fingerprint) {
            return Ok((true, check.clone()));
        }
        let place = self.waiting.clone().try_acquire_owned();
        let place = place.map_err(|_| Denied::Busy)?;
        if let Err(wait) = self.failures.take(&peer, Instant::now()) {
            let mut others = checks.values();
            let other = others.find(|(from, _)| *from == peer);
            let (_, other) = other.ok_or(Denied::TooMany(wait))?;
            return Ok((false, other.clone()));
        }
        let (sender, check) = watch::channel(None);
        checks.insert(fingerprint, (peer, check.clone()));
        drop(checks);
        let known = self.known.get();
        let pairs = login.pairs.clone();
        let accounts = self.clone();
        tokio::spawn(async move {
            let turn = accounts.running.acquire().await;
            let proven = tokio::task::spawn_blocking(move || prove(&known, pairs)).await;
            drop((turn, place));
            // What was true when the check began may have been replaced meanwhile.
            let proven = proven.ok().flatten();
            let proven = proven.filter(|proven| accounts.known.get().admits(proven));
            let found = proven.as_ref().map(|proven| proven.user);
            if let Some(proven) = proven {
                accounts.failures.give_back(&peer);
                accounts.remember(fingerprint, proven);
            }
            lock(&accounts.checks).remove(&fingerprint);
            sender.send_replace(Some(found));
        });
        Ok((true, check))
    }

    fn fingerprint(&self, authorization: &[u8]) -> Hash {
        let hash = Sha256::new_with_prefix(self.key);
        hash.chain_update(authorization).finalize().into()
    }

    fn remembers(&self, fingerprint: &Hash, now: Instant) -> Option<UserId> {
        let remembered = lock(&self.remembered);
        let (proven, until) = remembered.get(fingerprint)?;
        (*until > now).then_some(proven.user)
    }

    fn remember(&self, fingerprint: Hash, proven: Proven) {
        let now = Instant::now();
        let mut remembered = lock(&self.remembered);
        // Under the lock: `replace` throws out what is there, and nothing old comes after it.
        if !self.known.get().admits(&proven) {
            return;
        }
        if remembered.len() >= MAX_REMEMBERED {
            remembered.retain(|_, (_, until)| *until > now);
        }
        if remembered.len() < MAX_REMEMBERED && !self.remember_for.is_zero() {
            remembered.insert(fingerprint, (proven, now + self.remember_for));
        }
    }
}

/// The hash under which a token is configured.
pub(super) fn hash_of(token: &[u8]) -> Hash {
    Sha256::digest(token).into()
}

/// One host of IPv6 has a whole network of addresses; those count as one.
pub(super) fn network_of(peer: IpAddr) -> IpAddr {
    match peer.to_canonical() {
        IpAddr::V6(address) => {
            let mut segments = address.segments();
            if let Some(host) = segments.get_mut(4..) {
                host.fill(0);
            }
            IpAddr::from(segments)
        }
        address => address,
    }
}

/// Tries each way to read what was sent. However many there are, each costs a check, so that the
/// time says nothing about which names there are.
fn prove(known: &Known, pairs: Vec<Pair>) -> Option<Proven> {
    pairs.into_iter().find_map(|Pair { name, password }| {
        let account = known.password_of(&name);
        let hash = account.map_or(&known.decoy, |(_, hash)| hash);
        let right = password::verify(&password, hash);
        let (user, hash) = account.filter(|_| right)?;
        let hash = hash.clone();
        Some(Proven { user, name, hash })
    })
}

#[cfg(test)]
mod tests;
