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
        let known = self.known.get();
        remembered.retain(|_, (proven, _)| known.admits(proven));
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
fn network_of(peer: IpAddr) -> IpAddr {
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
mod tests {
    use super::*;
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use std::pin::Pin;
    use std::task::Poll;

    const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);

    fn basic(pair: impl AsRef<[u8]>) -> Vec<u8> {
        format!("Basic {}", STANDARD.encode(pair)).into_bytes()
    }

    fn accounts(remember: Duration, failures: u32) -> Arc<Accounts> {
        let login = |user, names: &[&str], password: Option<&str>, token: Option<&str>| Login {
            user,
            names: names.iter().map(|name| (*name).to_owned()).collect(),
            password_hash: password.map(password::hash_cheaply),
            token_hashes: token.map(|t| hash_of(t.as_bytes())).into_iter().collect(),
        };
        let logins = vec![
            login(0, &["alice", "dom\\alice"], Some("a:secret"), None),
            login(1, &["bob"], Some("pässword"), Some("tapi3_token")),
            login(2, &["jürgen"], Some("ü€"), None),
            login(3, &["robot"], None, Some("tapi3.a.b")),
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
            (basic(b"bob:p\xe4ssword"), Some(1)),
            (basic("Jürgen:ü€"), Some(2)),
            (basic("JÜRGEN:ü€"), Some(2)),
            (basic(b"j\xfcrgen:\xfc\x80"), Some(2)),
            (basic(b"J\xdcRGEN:\xfc\x80"), Some(2)),
            (basic(b"j\xfcrgen:\xfc\x81"), None),
            (basic(b"j\xfcrgen:\xc3\xbc\x80"), None),
            (basic("DOM\\Alice:a:secret"), Some(0)),
            (basic("EVIL\\alice:a:secret"), None),
            (basic("robot:"), None),
            (b"Bearer tapi3.a.b".to_vec(), Some(3)),
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
            let why = "the password of \"alice\" is another".to_owned();
            assert_eq!(denied, Err(Denied::Wrong(why)));
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

    #[tokio::test]
    async fn a_refusal_says_why_in_words() {
        let accounts = accounts(Duration::ZERO, 6);
        for (value, words) in [
            (basic("carol:x"), "there is no user \"carol\""),
            (basic("alice:x"), "the password of \"alice\" is another"),
            (
                basic(b"j\xfcrgen:x\xff"),
                "the password of \"jürgen\" is another",
            ),
            (
                basic("alice:ä"),
                "the password of \"alice\" is another, read as UTF-8 and as Latin-1",
            ),
            (basic("robot:x"), "\"robot\" has no password, only tokens"),
            (b"Bearer x".to_vec(), "no user has this token"),
            (
                b"Negotiate x".to_vec(),
                "Negotiate is not understood, only Basic and Bearer are",
            ),
            (
                basic("alice:y"),
                "too many failed logins from this address; the next one in 10 s",
            ),
        ] {
            let denied = accounts.identify(Some(&value), HERE).await.unwrap_err();
            assert_eq!(denied.to_string(), words);
        }
    }

    #[tokio::test]
    async fn new_accounts_let_out_whose_password_or_name_is_gone_and_nobody_else() {
        let accounts = accounts(Duration::from_secs(60), 100);
        let (alice, bob) = (basic("alice:a:secret"), basic("bob:pässword"));
        let token = b"Bearer tapi3_token".to_vec();
        for (value, user) in [(&alice, 0), (&bob, 1), (&token, 1)] {
            assert_eq!(accounts.identify(Some(value), HERE).await, Ok(user));
        }
        let hash = accounts.known.get().names["alice"].1.clone().unwrap();
        let login = |user, name: &str, hash: &str| Login {
            user,
            names: vec![name.to_owned()],
            password_hash: Some(hash.to_owned()),
            token_hashes: Vec::new(),
        };
        let new = password::hash_cheaply("new");
        accounts.replace(vec![login(0, "alice", &hash), login(1, "bob", &new)]);
        assert_eq!(lock(&accounts.remembered).len(), 1);
        assert_eq!(accounts.identify(Some(&alice), HERE).await, Ok(0));
        for gone in [&bob, &token] {
            assert!(accounts.identify(Some(gone), HERE).await.is_err());
        }
        let value = basic("bob:new");
        assert_eq!(accounts.identify(Some(&value), HERE).await, Ok(1));
        accounts.replace(Vec::new());
        assert!(accounts.identify(Some(&alice), HERE).await.is_err());
    }

    #[tokio::test]
    async fn a_check_that_was_begun_with_an_old_password_lets_nobody_in_after_it() {
        let accounts = accounts(Duration::from_secs(60), 100);
        let value = basic("alice:a:secret");
        let mut login = Box::pin(accounts.identify(Some(&value), HERE));
        assert!(poll_once(&mut login).await.is_none());
        accounts.replace(Vec::new());
        assert!(matches!(login.await, Err(Denied::Wrong(_))));
        assert!(lock(&accounts.remembered).is_empty());
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
