//! Who a request comes from: Basic credentials against Argon2 hashes, bearer tokens against
//! SHA-256 hashes, decided before anything of the request's body is looked into.
//!
//! An Argon2 check takes tens of milliseconds and megabytes on purpose, so only a few run at once, a success
//! is remembered for a while (as a hash under a key that dies with the process), and an address
//! with many failures has to wait. Tokens are 256 random bits; guessing those is hopeless whatever
//! the hash costs, so theirs is a fast one.

use super::password;
use super::rate::{Allowance, Buckets};
use crate::soap;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::net::IpAddr;
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
    /// The credentials are neither Basic nor Bearer, or cannot be read.
    UnknownKind,
    /// The credentials are wrong: whose they claim to be, for the log.
    Wrong(String),
    /// Too many failures from this address.
    TooMany(Duration),
    /// Too many checks at once.
    Busy,
}

/// What an account needs for logging in.
#[derive(Debug, Clone)]
pub(super) struct Login {
    /// In small letters.
    pub name: String,
    /// An Argon2 hash in PHC form.
    pub password_hash: Option<String>,
    pub token_hashes: Vec<Hash>,
}

/// All accounts.
pub(super) struct Accounts {
    passwords: HashMap<String, (UserId, Arc<str>)>,
    tokens: HashMap<Hash, UserId>,
    /// Checked for names that do not exist, so that they take as long as those that do.
    decoy: Arc<str>,
    remembered: Mutex<HashMap<Hash, (UserId, Instant)>>,
    remember_for: Duration,
    key: [u8; 32],
    failures: Buckets<IpAddr>,
    /// Argon2 checks that are under way, by what was sent.
    checks: Mutex<HashMap<Hash, (IpAddr, Check)>>,
    /// Places for those that run, and for all of them.
    running: Semaphore,
    waiting: Arc<Semaphore>,
}

/// A login by password.
struct PasswordLogin {
    /// Of all that was sent.
    fingerprint: Hash,
    name: String,
    password: Vec<u8>,
    peer: IpAddr,
}

/// What came of a password check; the outer `None` until it is known.
type Check = watch::Receiver<Option<Option<UserId>>>;

const MAX_REMEMBERED: usize = 10_000;
const MAX_WAITING: usize = 64;

impl Accounts {
    /// The accounts of these users, in order; each user's number is its place.
    pub fn new(
        logins: Vec<Login>,
        remember_for: Duration,
        failures_a_minute: u32,
    ) -> Result<Self, getrandom::Error> {
        let mut key = [0; 32];
        getrandom::fill(&mut key)?;
        let mut passwords: HashMap<String, (UserId, Arc<str>)> = HashMap::new();
        let mut tokens = HashMap::new();
        for (id, login) in logins.into_iter().enumerate() {
            if let Some(hash) = login.password_hash {
                passwords.insert(login.name, (id, Arc::from(hash)));
            }
            tokens.extend(login.token_hashes.into_iter().map(|hash| (hash, id)));
        }
        // As costly as the others are: the same parameters, a password that nobody has.
        let like = passwords.values().next().map(|(_, hash)| hash.clone());
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let minute = Duration::from_secs(60);
        Ok(Accounts {
            decoy: like.unwrap_or_else(|| Arc::from("")),
            passwords,
            tokens,
            remembered: Mutex::default(),
            remember_for,
            key,
            failures: Buckets::new(Allowance::new(failures_a_minute, minute, failures_a_minute)),
            checks: Mutex::default(),
            running: Semaphore::new(cores),
            waiting: Arc::new(Semaphore::new(cores + MAX_WAITING)),
        })
    }

    /// Grows whenever what is known of the accounts changes.
    pub fn generation(&self) -> u64 {
        0
    }

    /// The challenges to send with a 401, each for a header line of its own.
    pub fn challenges(&self) -> impl Iterator<Item = &'static str> {
        let basic = (!self.passwords.is_empty() || self.tokens.is_empty())
            .then_some("Basic realm=\"tapi3\", charset=\"UTF-8\"");
        let bearer = (!self.tokens.is_empty()).then_some("Bearer realm=\"tapi3\"");
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
        let credentials = Credentials::read(value).ok_or(Denied::UnknownKind)?;
        let now = Instant::now();
        let fingerprint = self.fingerprint(value);
        if let Some(user) = self.remembers(&fingerprint, now) {
            return Ok(user);
        }
        let peer = network_of(peer);
        let mut who = "a token".to_owned();
        let found = match credentials {
            Credentials::Token(token) => {
                let found = self.tokens.get(&hash_of(token)).copied();
                // Whoever has a token is let in however many others fail from there.
                if found.is_none() {
                    self.failures.take(&peer, now).map_err(Denied::TooMany)?;
                }
                found
            }
            Credentials::Password(name, password) => {
                who = soap::clip(&name);
                let login = PasswordLogin {
                    fingerprint,
                    name,
                    password,
                    peer,
                };
                self.check_in_turn(&login).await?
            }
        };
        found.ok_or(Denied::Wrong(who))
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
        let known = self.passwords.get(&login.name);
        let user = known.map(|(user, _)| *user);
        let hash = known.map_or_else(|| self.decoy.clone(), |(_, hash)| hash.clone());
        let password = login.password.clone();
        let accounts = self.clone();
        tokio::spawn(async move {
            let turn = accounts.running.acquire().await;
            let verify = move || password::verify(&password, &hash);
            let right = tokio::task::spawn_blocking(verify).await;
            drop((turn, place));
            let found = user.filter(|_| right.unwrap_or(false));
            if let Some(user) = found {
                accounts.failures.give_back(&peer);
                accounts.remember(fingerprint, user);
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
        let (user, until) = remembered.get(fingerprint)?;
        (*until > now).then_some(*user)
    }

    fn remember(&self, fingerprint: Hash, user: UserId) {
        let now = Instant::now();
        let mut remembered = lock(&self.remembered);
        if remembered.len() >= MAX_REMEMBERED {
            remembered.retain(|_, (_, until)| *until > now);
        }
        if remembered.len() < MAX_REMEMBERED && !self.remember_for.is_zero() {
            remembered.insert(fingerprint, (user, now + self.remember_for));
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

enum Credentials<'a> {
    /// RFC 6750 §2.1
    Token(&'a [u8]),
    /// RFC 7617: the name in small letters, and the password in UTF-8.
    Password(String, Vec<u8>),
}

impl<'a> Credentials<'a> {
    fn read(value: &'a [u8]) -> Option<Self> {
        let space = value.iter().position(|b| *b == b' ')?;
        let (scheme, rest) = value.split_at(space);
        let rest = rest.trim_ascii();
        if scheme.eq_ignore_ascii_case(b"bearer") {
            return Some(Credentials::Token(rest));
        }
        if !scheme.eq_ignore_ascii_case(b"basic") {
            return None;
        }
        let mut name = STANDARD.decode(rest).ok()?;
        let colon = name.iter().position(|b| *b == b':')?;
        let password = name.split_off(colon + 1);
        name.pop();
        let name = String::from_utf8(name).ok()?;
        Some(Credentials::Password(name.to_lowercase(), password))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::pin::Pin;
    use std::task::Poll;

    const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);

    fn basic(pair: &str) -> Vec<u8> {
        format!("Basic {}", STANDARD.encode(pair)).into_bytes()
    }

    fn accounts(remember: Duration, failures: u32) -> Arc<Accounts> {
        let login = |name: &str, password: Option<&str>, token: Option<&str>| Login {
            name: name.to_owned(),
            password_hash: password.map(password::hash_cheaply),
            token_hashes: token.map(|t| hash_of(t.as_bytes())).into_iter().collect(),
        };
        let logins = vec![
            login("alice", Some("a:secret"), None),
            login("bob", Some("pässword"), Some("tapi3_token")),
        ];
        Arc::new(Accounts::new(logins, remember, failures).unwrap())
    }

    #[tokio::test]
    async fn passwords_and_tokens_let_their_owners_in() {
        let accounts = accounts(Duration::from_secs(60), 100);
        for (value, user) in [
            (basic("alice:a:secret"), Some(0)),
            (basic("ALICE:a:secret"), Some(0)),
            (basic("bob:pässword"), Some(1)),
            (b"bearer  tapi3_token ".to_vec(), Some(1)),
            (basic("alice:secret"), None),
            (basic("alice:pässword"), None),
            (basic("carol:"), None),
            (basic("alice"), None),
            (basic(""), None),
            (b"Bearer tapi3_toke".to_vec(), None),
            (b"Bearer".to_vec(), None),
            (b"Basic !!!".to_vec(), None),
            (b"Negotiate TlRMTVNTUAAB".to_vec(), None),
            (b"".to_vec(), None),
        ] {
            // Twice: what is remembered must say the same.
            for _ in 0..2 {
                let found = accounts.identify(Some(&value), HERE).await;
                assert_eq!(found.ok(), user, "{value:?}");
            }
        }
        assert!(accounts.identify(None, HERE).await.is_err());
    }

    #[tokio::test]
    async fn many_failures_make_an_address_wait_but_not_those_who_are_in() {
        let accounts = accounts(Duration::from_secs(60), 2);
        let good = basic("alice:a:secret");
        assert_eq!(accounts.identify(Some(&good), HERE).await, Ok(0));
        for guess in ["alice:1", "alice:2"] {
            let denied = accounts.identify(Some(&basic(guess)), HERE).await;
            assert_eq!(denied, Err(Denied::Wrong("alice".to_owned())));
        }
        let third = accounts.identify(Some(&basic("alice:3")), HERE).await;
        assert!(matches!(third, Err(Denied::TooMany(wait)) if wait > Duration::ZERO));
        assert_eq!(accounts.identify(Some(&good), HERE).await, Ok(0));
        let elsewhere = IpAddr::from([192, 0, 2, 1]);
        let other = basic("bob:pässword");
        assert_eq!(accounts.identify(Some(&other), elsewhere).await, Ok(1));
    }

    #[tokio::test]
    async fn asking_at_once_or_hanging_up_gets_nobody_more_guesses() {
        let accounts = accounts(Duration::from_secs(60), 3);
        for n in 0..3 {
            let guess = basic(&format!("alice:{n}"));
            let mut login = Box::pin(accounts.identify(Some(&guess), HERE));
            // Begun, and then its client is gone.
            assert!(poll_once(&mut login).await.is_none());
        }
        assert_eq!(lock(&accounts.checks).len(), 3);
        let late = accounts.identify(Some(&basic("alice:x")), HERE).await;
        assert!(matches!(late, Err(Denied::TooMany(_))), "{late:?}");
    }

    /// Polls once.
    async fn poll_once<F: Future + Unpin>(future: &mut F) -> Option<F::Output> {
        std::future::poll_fn(|cx| match Pin::new(&mut *future).poll(cx) {
            Poll::Ready(done) => Poll::Ready(Some(done)),
            Poll::Pending => Poll::Ready(None),
        })
        .await
    }

    #[tokio::test]
    async fn many_logins_of_one_user_at_once_cost_one_check() {
        let accounts = accounts(Duration::from_secs(60), 1);
        let good = basic("alice:a:secret");
        let logins: Vec<_> = (0..50)
            .map(|_| {
                let (accounts, good) = (accounts.clone(), good.clone());
                tokio::spawn(async move { accounts.identify(Some(&good), HERE).await })
            })
            .collect();
        for login in logins {
            assert_eq!(login.await.unwrap(), Ok(0));
        }
        assert!(lock(&accounts.checks).is_empty());
    }

    #[tokio::test]
    async fn right_logins_at_once_wait_for_each_other_and_wrong_ones_get_no_more_checks() {
        let accounts = accounts(Duration::ZERO, 2);
        let login = |pair: String| {
            let (accounts, value) = (accounts.clone(), basic(&pair));
            tokio::spawn(async move { accounts.identify(Some(&value), HERE).await })
        };
        // Different spellings of the same name, so that each is a check of its own.
        let spelled = |n: u32| {
            let letters = "alice".chars().enumerate();
            let spell = |(place, c): (usize, char)| match n >> place & 1 {
                1 => c.to_ascii_uppercase(),
                _ => c,
            };
            letters.map(spell).collect::<String>()
        };
        let right: Vec<_> = (0..20).map(|n| login(spelled(n) + ":a:secret")).collect();
        for login in right {
            assert_eq!(login.await.unwrap(), Ok(0));
        }
        let wrong: Vec<_> = (0..20).map(|n| login(format!("alice:{n}"))).collect();
        let mut checked = 0;
        for login in wrong {
            match login.await.unwrap() {
                Err(Denied::Wrong(_)) => checked += 1,
                other => assert!(matches!(other, Err(Denied::TooMany(_))), "{other:?}"),
            }
        }
        assert_eq!(checked, 2);
    }

    #[tokio::test]
    async fn a_success_is_forgotten_after_its_time() {
        let accounts = accounts(Duration::ZERO, 100);
        let good = basic("alice:a:secret");
        assert_eq!(accounts.identify(Some(&good), HERE).await, Ok(0));
        assert!(accounts.remembered.lock().unwrap().is_empty());
    }

    #[test]
    fn the_addresses_of_one_network_count_as_one() {
        let one = network_of("2001:db8:1:2:3:4:5:6".parse().unwrap());
        let other = network_of("2001:db8:1:2:ffff::1".parse().unwrap());
        assert_eq!(one, other);
        assert_ne!(one, network_of("2001:db8:1:3::1".parse().unwrap()));
        let mapped = network_of("::ffff:192.0.2.7".parse().unwrap());
        assert_eq!(mapped, IpAddr::from([192, 0, 2, 7]));
    }
}
