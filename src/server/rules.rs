//! The settings of the server once they are checked: who may do what, with which line and items.
//! Whatever is wrong is found here, before the server listens.

use super::accounts::{Login, UserId};
use super::password;
use super::patterns::{DialRules, Pattern};
use super::rate::{Allowance, Bucket};
use super::wav;
use crate::config::{Limits, MetricsAccess, ServerSettings, UserSettings};
use crate::engine::{Engine, Error, ErrorKind, Line, Result};
use crate::soap::{ErrorCode, Impersonation};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// What the server goes by. Nothing of it changes while it runs.
pub(super) struct Rules {
    pub users: Vec<User>,
    any_item: bool,
    /// Identifiers of the items.
    items: Vec<Arc<str>>,
    pub metrics: MetricsAccess,
    pub public_url: Option<String>,
    pub max_call_time: Option<Duration>,
    pub remember_ended: Duration,
    pub limits: Limits,
}

/// What one user may do.
pub(super) struct User {
    /// As configured.
    pub name: Arc<str>,
    pub dial: DialRules,
    pub max_calls: usize,
    pub line: Arc<Line>,
    pub orphan_after: Option<Duration>,
    pub bucket: Bucket,
    addresses: Vec<String>,
    may_impersonate: Vec<UserId>,
}

fn wrong(key: &str, message: impl std::fmt::Display) -> Error {
    let text = format!("[server] {key}: {message}.");
    Error::with_text(ErrorKind::InvalidArgument, text)
}

impl Rules {
    /// Checks the settings. Returns the rules, and what the users log in with.
    pub fn new(settings: &ServerSettings, engine: &Arc<Engine>) -> Result<(Self, Vec<Login>)> {
        let lines = engine.lines()?;
        if settings.user.is_empty() {
            return Err(wrong(
                "user",
                "nobody may use the server; add a [[server.user]]",
            ));
        }
        check_limits(&settings.limits)?;
        if let Some(line) = &settings.line {
            find_line("line", Some(line), &lines)?;
        }
        let mut names: HashMap<String, UserId> = HashMap::new();
        for (id, user) in settings.user.iter().enumerate() {
            if names.insert(user.name.to_lowercase(), id).is_some() {
                let message = format!("there is more than one \"{}\"", user.name);
                return Err(wrong("user", message));
            }
        }
        let mut addresses: HashMap<String, &str> = HashMap::new();
        for user in &settings.user {
            for address in &user.addresses {
                let address = address.to_lowercase();
                let named = names.get(&address).and_then(|id| settings.user.get(*id));
                let named = named.map(|named| named.name.as_str());
                let other = addresses.insert(address, &user.name).or(named);
                if let Some(other) = other.filter(|other| *other != user.name) {
                    let message = format!("an address of this user also stands for \"{other}\"");
                    return Err(wrong(&format!("user \"{}\"", user.name), message));
                }
            }
        }
        let mut users = Vec::new();
        let mut logins: Vec<Login> = Vec::new();
        for user in &settings.user {
            let key = format!("user \"{}\"", user.name);
            let login = read_login(&key, user)?;
            if let Some(other) = shares_a_token(&logins, &login) {
                return Err(wrong(&key, format!("\"{other}\" has the same token")));
            }
            logins.push(login);
            users.push(read_user(&key, user, settings, &lines, &names)?);
        }
        if !settings.any_item && settings.item.is_empty() {
            tracing::warn!("nothing can be played: there is no [[server.item]], nor any_item");
        }
        for user in &settings.user {
            if user.dial.is_empty() && user.may_impersonate.is_empty() {
                tracing::warn!(
                    user = user.name,
                    "may dial nobody: there are no dial patterns"
                );
            }
        }
        let rules = Rules {
            users,
            any_item: settings.any_item,
            items: read_items(settings)?,
            metrics: settings.metrics,
            public_url: settings.public_url.clone(),
            max_call_time: unless_zero(settings.max_call_time),
            remember_ended: settings.remember_ended,
            limits: settings.limits.clone(),
        };
        Ok((rules, logins))
    }

    /// The user with this number.
    pub fn user(&self, id: UserId) -> Option<&User> {
        self.users.get(id)
    }

    /// The item that a client names, as it is kept with the call.
    ///
    /// # Errors
    /// `ErrorInvalidIdMalformed` or `ErrorItemNotFound`.
    pub fn item(&self, id: &str) -> std::result::Result<Arc<str>, ErrorCode> {
        if let Some(known) = self.items.iter().find(|known| &***known == id) {
            return Ok(known.clone());
        }
        if id.len() > MAX_ITEM_ID || id.chars().any(char::is_control) {
            return Err(ErrorCode::InvalidIdMalformed);
        }
        if self.any_item {
            return Ok(Arc::from(id));
        }
        Err(ErrorCode::ItemNotFound)
    }

    /// Whom a request acts for that names another account.
    ///
    /// # Errors
    /// `ErrorImpersonationDenied` for a user who may act for nobody, `ErrorImpersonateUserDenied`
    /// for one who may not act for this account, whether or not it exists.
    pub fn impersonated(
        &self,
        id: UserId,
        account: &Impersonation,
    ) -> std::result::Result<UserId, ErrorCode> {
        let user = self.user(id).ok_or(ErrorCode::AccessDenied)?;
        let is_named = |user: &User| user.is_named(account);
        if is_named(user) {
            return Ok(id);
        }
        if user.may_impersonate.is_empty() {
            return Err(ErrorCode::ImpersonationDenied);
        }
        let open = user.may_impersonate.iter().copied();
        open.into_iter()
            .find(|other| self.user(*other).is_some_and(is_named))
            .ok_or(ErrorCode::ImpersonateUserDenied)
    }
}

impl User {
    fn is_named(&self, account: &Impersonation) -> bool {
        let same = |text: &str, other: &str| text.to_lowercase() == other.to_lowercase();
        let addressed = |address: &str| self.addresses.iter().any(|own| same(own, address));
        match account {
            Impersonation::PrincipalName(name) => same(&self.name, name) || addressed(name),
            Impersonation::PrimarySmtpAddress(address) | Impersonation::SmtpAddress(address) => {
                addressed(address)
            }
            // There are no security identifiers here.
            Impersonation::Sid(_) => false,
        }
    }
}

const MAX_ITEM_ID: usize = 1024;

pub(super) fn unless_zero(time: Duration) -> Option<Duration> {
    (!time.is_zero()).then_some(time)
}

fn check_limits(limits: &Limits) -> Result<()> {
    let counts = [
        ("max_calls", limits.max_calls),
        ("max_connections", limits.max_connections),
        ("max_requests", limits.max_requests),
        ("max_headers", limits.max_headers),
        ("max_body", limits.max_body),
        ("rate", limits.rate as usize),
        ("burst", limits.burst as usize),
        ("failed_logins", limits.failed_logins as usize),
    ];
    let times = [
        ("idle_timeout", limits.idle_timeout),
        ("transfer_timeout", limits.transfer_timeout),
        ("answer_timeout", limits.answer_timeout),
    ];
    let counts = counts.into_iter().filter(|(_, count)| *count == 0);
    let times = times.into_iter().filter(|(_, time)| time.is_zero());
    if let Some(key) = counts.map(|(k, _)| k).chain(times.map(|(k, _)| k)).next() {
        return Err(wrong(&format!("limits.{key}"), "must not be zero"));
    }
    if limits.max_body > crate::soap::MAX_BODY {
        let message = format!("at most {} bytes are read", crate::soap::MAX_BODY);
        return Err(wrong("limits.max_body", message));
    }
    Ok(())
}

fn read_login(key: &str, user: &UserSettings) -> Result<Login> {
    if user.name.trim().is_empty() || user.name.contains(':') {
        return Err(wrong(key, "a name must not be empty or contain a colon"));
    }
    if let Some(hash) = &user.password_hash {
        if !password::is_hash(hash) {
            return Err(wrong(
                key,
                "password_hash is no Argon2 hash; `tapi3 passwd` makes one",
            ));
        }
    }
    let hashes = user.token_hashes.iter();
    let hashes = hashes.map(|hash| password::read_token_hash(hash));
    let Some(token_hashes) = hashes.collect() else {
        let message = "token_hashes has something else than what `tapi3 passwd --token` prints";
        return Err(wrong(key, message));
    };
    if user.password_hash.is_none() && user.token_hashes.is_empty() {
        return Err(wrong(key, "has neither a password_hash nor token_hashes"));
    }
    Ok(Login {
        name: user.name.to_lowercase(),
        password_hash: user.password_hash.clone(),
        token_hashes,
    })
}

fn shares_a_token<'a>(logins: &'a [Login], login: &Login) -> Option<&'a str> {
    let has = |other: &&Login| {
        let hashes = &other.token_hashes;
        login.token_hashes.iter().any(|hash| hashes.contains(hash))
    };
    logins.iter().find(has).map(|other| other.name.as_str())
}

fn read_user(
    key: &str,
    user: &UserSettings,
    server: &ServerSettings,
    lines: &[Arc<Line>],
    names: &HashMap<String, UserId>,
) -> Result<User> {
    let patterns = |which: &str, patterns: &[String]| {
        let read = |text: &String| {
            let message = |what| wrong(key, format!("{which}: the pattern \"{text}\" {what}"));
            Pattern::read(text).map_err(message)
        };
        patterns.iter().map(read).collect::<Result<Vec<_>>>()
    };
    let may_impersonate = user.may_impersonate.iter().map(|name| {
        let unknown = || wrong(key, format!("may_impersonate: there is no user \"{name}\""));
        names.get(&name.to_lowercase()).copied().ok_or_else(unknown)
    });
    let rate = user.rate.unwrap_or(server.limits.rate);
    if rate == 0 {
        return Err(wrong(key, "rate must not be zero"));
    }
    let burst = server.limits.burst.max(rate);
    let allowance = Allowance::new(rate, Duration::from_secs(1), burst);
    Ok(User {
        name: Arc::from(user.name.as_str()),
        dial: DialRules {
            allow: patterns("dial", &user.dial)?,
            deny: patterns("deny", &user.deny)?
                .into_iter()
                .map(Pattern::in_small_letters)
                .collect(),
        },
        max_calls: user.max_calls,
        line: find_line(key, user.line.as_ref().or(server.line.as_ref()), lines)?,
        orphan_after: unless_zero(user.orphan_after.unwrap_or(server.orphan_after)),
        bucket: Bucket::new(allowance, Instant::now()),
        addresses: user.addresses.clone(),
        may_impersonate: may_impersonate.collect::<Result<_>>()?,
    })
}

fn find_line(key: &str, name: Option<&String>, lines: &[Arc<Line>]) -> Result<Arc<Line>> {
    let found = match name {
        Some(name) => lines.iter().find(|line| line.info().name == *name),
        None => lines.first(),
    };
    found.cloned().ok_or_else(|| match name {
        Some(name) => wrong(key, format!("no [[line]] has the name \"{name}\"")),
        None => wrong("line", "there is no [[line]] to place calls on"),
    })
}

fn read_items(settings: &ServerSettings) -> Result<Vec<Arc<str>>> {
    let mut items: Vec<Arc<str>> = Vec::new();
    for item in &settings.item {
        let key = format!("item \"{}\"", item.id);
        if item.id.trim().is_empty() {
            return Err(wrong("item", "an id must not be empty"));
        }
        if items.iter().any(|known| **known == *item.id) {
            return Err(wrong(&key, "there is more than one with this id"));
        }
        let length = wav::check(&item.file)
            .map_err(|what| wrong(&key, format!("{} {what}", item.file.display())))?;
        tracing::info!(item = item.id, file = %item.file.display(), ?length, "item");
        items.push(Arc::from(item.id.as_str()));
    }
    Ok(items)
}
