//! The settings of the server once they are checked: who may do what, with which line and items.
//! Whatever is wrong is found here, before the server listens.

use super::accounts::{Login, UserId};
use super::client_address::Proxies;
use super::lines::Lines;
use super::password;
use super::patterns::{DialRules, Pattern};
use super::rate::{Allowance, Bucket};
use super::wav;
use crate::config::{LONGEST_ITEM_ID, Limits, MetricsAccess, ServerSettings, UserSettings};
use crate::engine::{Engine, Error, ErrorKind, Line, Result};
use crate::settings::Wrong;
use crate::soap::{ErrorCode, Impersonation};
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// What the server goes by. New rules come as a whole; see `reload`.
pub(super) struct Rules {
    /// By number. A number stays that of its user as long as the process lives, since calls belong
    /// to numbers; one who is there no more keeps it.
    users: Vec<User>,
    any_item: bool,
    /// Identifiers of the items.
    /// Their identifiers and files.
    items: Vec<(Arc<str>, Arc<Path>)>,
    pub metrics: MetricsAccess,
    pub public_url: Option<String>,
    pub proxies: Proxies,
    pub max_call_time: Option<Duration>,
    pub hang_up_after_playing: Duration,
    pub remember_ended: Duration,
    pub limits: Limits,
}

/// What one user may do.
pub(super) struct User {
    /// As configured.
    pub name: Arc<str>,
    /// Whether the calls of all users are this one's to see and to end.
    pub administrator: bool,
    pub dial: DialRules,
    pub max_calls: usize,
    pub lines: Arc<Lines>,
    pub orphan_after: Option<Duration>,
    pub bucket: Bucket,
    /// Whether the configuration still has the user. One that it has no more may do nothing; calls
    /// that are up go on.
    present: bool,
    other_names: Vec<String>,
    addresses: Vec<String>,
    may_impersonate: Vec<UserId>,
}

fn error(text: String) -> Error {
    Error::with_text(ErrorKind::InvalidArgument, text)
}

impl Rules {
    /// Checks the settings. Returns the rules, and what the users log in with. Users whom `before`
    /// has by the same name keep their numbers.
    pub fn new(
        settings: &ServerSettings,
        engine: &Arc<Engine>,
        before: Option<&Rules>,
    ) -> Result<(Self, Vec<Login>)> {
        let lines = engine.lines()?;
        let wrong =
            |key, what: String| error(settings.place.tell("[server]", &Wrong::new(key, what)));
        settings.check().map_err(error)?;
        if settings.user.is_empty() {
            let what = "nobody may use the server; add a [[server.user]]";
            return Err(wrong("user", what.to_owned()));
        }
        let shared = read_lines(settings.line.as_ref(), &settings.lines, settings, &lines);
        let shared = Arc::new(shared.map_err(|what| wrong("line", what))?);
        let numbers = numbers(settings, before);
        let numbered = || numbers.iter().copied().zip(&settings.user);
        let names = read_names(numbered())?;
        check_addresses(numbered(), &names)?;
        let mut users = HashMap::new();
        let mut logins: Vec<Login> = Vec::new();
        for (id, user) in numbered() {
            let told = |wrong: Wrong| error(user.told(&wrong));
            let login = read_login(id, user).map_err(told)?;
            if let Some(other) = shares_a_token(&logins, &login) {
                let what = format!("\"{other}\" has the same token");
                return Err(told(Wrong::new("token_hashes", what)));
            }
            logins.push(login);
            let own = own_lines(user, settings, &lines).map_err(told)?;
            let of_user = own.map_or_else(|| shared.clone(), Arc::new);
            let user = read_user(user, settings, of_user, &names).map_err(told)?;
            users.insert(id, user);
        }
        let before = before.map_or(&[][..], |before| &before.users);
        let count = numbers.iter().max().map_or(0, |most| most + 1);
        let users = (0..count.max(before.len())).filter_map(|id| {
            let present = users.remove(&id);
            present.or_else(|| before.get(id).map(User::gone))
        });
        let users = users.collect();
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
            proxies: Proxies::new(&settings.proxies, settings.client_address),
            max_call_time: unless_zero(settings.max_call_time),
            hang_up_after_playing: settings.hang_up_after_playing,
            remember_ended: settings.remember_ended,
            limits: settings.limits.clone(),
        };
        Ok((rules, logins))
    }

    /// How long may pass between two looks at the calls, so that none outlives its time by much.
    pub fn watch_pause(&self) -> Duration {
        let shortest = self.users.iter().filter_map(|user| user.orphan_after);
        let shortest = shortest.chain(self.max_call_time).min();
        let second = Duration::from_secs(1);
        shortest.map_or(second, |time| (time / 4).clamp(second / 20, second))
    }

    /// The name of the user with this number, for the log.
    pub fn name_of(&self, id: UserId) -> Arc<str> {
        self.user(id)
            .map_or_else(|| Arc::from(""), |user| user.name.clone())
    }

    /// The user of this name, if the configuration has one.
    #[cfg(feature = "cluster")]
    pub fn named(&self, name: &str) -> Option<UserId> {
        let name = name.to_lowercase();
        let is_it = |user: &User| user.present && user.name.to_lowercase() == name;
        self.users.iter().position(is_it)
    }

    /// The users that the configuration has.
    pub fn users(&self) -> impl Iterator<Item = &User> {
        self.users.iter().filter(|user| user.present)
    }

    /// How many numbers are given to users.
    pub fn numbers(&self) -> usize {
        self.users.len()
    }

    /// The user with this number, who may be there no more.
    pub fn user(&self, id: UserId) -> Option<&User> {
        self.users.get(id)
    }

    /// Whether any item may be named.
    pub fn any_item(&self) -> bool {
        self.any_item
    }

    /// The identifiers of the items.
    pub fn items(&self) -> impl Iterator<Item = &str> {
        self.items.iter().map(|(id, _)| &**id)
    }

    /// The file of an item, if it is a configured one.
    pub fn file_of(&self, id: &str) -> Option<Arc<Path>> {
        let known = self.items.iter().find(|(known, _)| **known == *id);
        known.map(|(_, file)| file.clone())
    }

    /// The item that a client names, as it is kept with the call.
    ///
    /// # Errors
    /// `ErrorInvalidIdMalformed` or `ErrorItemNotFound`.
    pub fn item(&self, id: &str) -> std::result::Result<Arc<str>, ErrorCode> {
        if let Some((known, _)) = self.items.iter().find(|(known, _)| **known == *id) {
            return Ok(known.clone());
        }
        if id.len() > LONGEST_ITEM_ID || id.chars().any(char::is_control) {
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
    /// What is left of a user who is taken out of the configuration: calls that are up, which go on
    /// until their time is over.
    fn gone(&self) -> Self {
        User {
            name: self.name.clone(),
            administrator: false,
            dial: DialRules::default(),
            max_calls: 0,
            lines: self.lines.clone(),
            orphan_after: self.orphan_after,
            bucket: Bucket::new(Allowance::new(1, Duration::from_secs(1), 1), Instant::now()),
            present: false,
            other_names: Vec::new(),
            addresses: Vec::new(),
            may_impersonate: Vec::new(),
        }
    }

    fn is_named(&self, account: &Impersonation) -> bool {
        let same = |text: &str, other: &str| text.to_lowercase() == other.to_lowercase();
        let among = |own: &[String], text: &str| own.iter().any(|own| same(own, text));
        let addressed = |address: &str| among(&self.addresses, address);
        if !self.present {
            return false;
        }
        match account {
            Impersonation::PrincipalName(name) => {
                same(&self.name, name) || among(&self.other_names, name) || addressed(name)
            }
            Impersonation::PrimarySmtpAddress(address) | Impersonation::SmtpAddress(address) => {
                addressed(address)
            }
            // There are no security identifiers here.
            Impersonation::Sid(_) => false,
        }
    }
}

pub(super) fn unless_zero(time: Duration) -> Option<Duration> {
    (!time.is_zero()).then_some(time)
}

/// The number of each user of the settings.
fn numbers(settings: &ServerSettings, before: Option<&Rules>) -> Vec<UserId> {
    let before = before.map_or(&[][..], |before| &before.users);
    let known = before.iter().enumerate();
    let known: HashMap<String, UserId> = known
        .map(|(id, user)| (user.name.to_lowercase(), id))
        .collect();
    let mut next = before.len();
    let mut number = |user: &UserSettings| match known.get(&user.name.to_lowercase()) {
        Some(id) => *id,
        None => {
            next += 1;
            next - 1
        }
    };
    settings.user.iter().map(&mut number).collect()
}

/// Whom each name stands for; none may stand for two.
fn read_names<'a>(
    users: impl Iterator<Item = (UserId, &'a UserSettings)> + Clone,
) -> Result<HashMap<String, UserId>> {
    let mut names: HashMap<String, UserId> = HashMap::new();
    for (id, user) in users.clone() {
        if names.insert(user.name.to_lowercase(), id).is_some() {
            let what = "there is another user of this name";
            return Err(error(user.told(&Wrong::new("name", what))));
        }
    }
    for (id, user) in users {
        for name in &user.other_names {
            let other = names.insert(name.to_lowercase(), id);
            if other.is_some_and(|other| other != id) {
                let what = format!("\"{name}\" is a name of another user already");
                return Err(error(user.told(&Wrong::new("other_names", what))));
            }
        }
    }
    Ok(names)
}

/// No address may stand for two users.
fn check_addresses<'a>(
    users: impl Iterator<Item = (UserId, &'a UserSettings)> + Clone,
    names: &HashMap<String, UserId>,
) -> Result<()> {
    let mut addresses = names.clone();
    for (id, user) in users.clone() {
        for address in &user.addresses {
            let other = addresses.insert(address.to_lowercase(), id);
            if let Some(other) = other.filter(|other| *other != id) {
                let other = users.clone().find(|(id, _)| *id == other);
                let other = other.map_or("", |(_, user)| &user.name);
                let what = format!("an address of this user also stands for \"{other}\"");
                return Err(error(user.told(&Wrong::new("addresses", what))));
            }
        }
    }
    Ok(())
}

fn read_login(id: UserId, user: &UserSettings) -> std::result::Result<Login, Wrong> {
    if user
        .password_hash
        .as_deref()
        .is_some_and(|hash| !password::is_hash(hash))
    {
        let what = "is no Argon2 hash; `tapi3 passwd` makes one";
        return Err(Wrong::new("password_hash", what));
    }
    let hashes = user.token_hashes.iter();
    let hashes = hashes.map(|hash| password::read_token_hash(hash));
    let Some(token_hashes) = hashes.collect() else {
        let what = "has something else than what `tapi3 passwd --token` prints";
        return Err(Wrong::new("token_hashes", what));
    };
    Ok(Login {
        user: id,
        names: user.names().map(str::to_lowercase).collect(),
        password_hash: user.password_hash.clone(),
        token_hashes,
    })
}

fn shares_a_token<'a>(logins: &'a [Login], login: &Login) -> Option<&'a str> {
    let has = |other: &&Login| {
        let hashes = &other.token_hashes;
        login.token_hashes.iter().any(|hash| hashes.contains(hash))
    };
    let other = logins.iter().find(has)?;
    other.names.first().map(String::as_str)
}

fn read_user(
    user: &UserSettings,
    server: &ServerSettings,
    lines: Arc<Lines>,
    names: &HashMap<String, UserId>,
) -> std::result::Result<User, Wrong> {
    let patterns = |key: &'static str, patterns: &[String]| {
        let read = |text: &String| {
            let wrong = |what| Wrong::new(key, format!("the pattern \"{text}\" {what}"));
            Pattern::read(text).map_err(wrong)
        };
        patterns
            .iter()
            .map(read)
            .collect::<std::result::Result<Vec<_>, _>>()
    };
    let may_impersonate = user.may_impersonate.iter().map(|name| {
        let what = || Wrong::new("may_impersonate", format!("there is no user \"{name}\""));
        names.get(&name.to_lowercase()).copied().ok_or_else(what)
    });
    let rate = user.rate.unwrap_or(server.limits.rate);
    let burst = server.limits.burst.max(rate);
    let allowance = Allowance::new(rate, Duration::from_secs(1), burst);
    Ok(User {
        name: Arc::from(user.name.as_str()),
        administrator: user.administrator,
        dial: DialRules {
            allow: patterns("dial", &user.dial)?,
            deny: patterns("deny", &user.deny)?
                .into_iter()
                .map(Pattern::in_small_letters)
                .collect(),
        },
        max_calls: user.max_calls,
        lines,
        orphan_after: unless_zero(user.orphan_after.unwrap_or(server.orphan_after)),
        bucket: Bucket::new(allowance, Instant::now()),
        present: true,
        other_names: user.other_names.clone(),
        addresses: user.addresses.clone(),
        may_impersonate: may_impersonate.collect::<std::result::Result<_, _>>()?,
    })
}

/// The lines that a user has instead of the server's.
fn own_lines(
    user: &UserSettings,
    server: &ServerSettings,
    lines: &[Arc<Line>],
) -> std::result::Result<Option<Lines>, Wrong> {
    if user.line.is_none() && user.lines.is_empty() {
        return Ok(None);
    }
    let own = read_lines(user.line.as_ref(), &user.lines, server, lines);
    own.map(Some).map_err(|what| Wrong::new("line", what))
}

fn read_lines(
    name: Option<&String>,
    patterns: &[String],
    server: &ServerSettings,
    lines: &[Arc<Line>],
) -> std::result::Result<Lines, String> {
    if patterns.is_empty() {
        return Ok(Lines::One(find_line(name, lines)?));
    }
    let several = Lines::several(patterns, server.choose);
    if several.among(lines).next().is_none() {
        // They may yet come: other machines have them, or will be given them.
        tracing::warn!(lines = ?patterns, "there is no such line yet");
    }
    Ok(several)
}

fn find_line(name: Option<&String>, lines: &[Arc<Line>]) -> std::result::Result<Arc<Line>, String> {
    let found = match name {
        Some(name) => lines.iter().find(|line| line.info().name == *name),
        None => lines.first(),
    };
    found.cloned().ok_or_else(|| match name {
        Some(name) => format!("no [[line]] has the name \"{name}\""),
        None => "there is no [[line]] to place calls on".to_owned(),
    })
}

fn read_items(settings: &ServerSettings) -> Result<Vec<(Arc<str>, Arc<Path>)>> {
    let mut items: Vec<(Arc<str>, Arc<Path>)> = Vec::new();
    for item in &settings.item {
        let wrong = |key, what: String| error(item.told(&Wrong::new(key, what)));
        if items.iter().any(|(known, _)| **known == *item.id) {
            return Err(wrong("id", "there is another item with this id".to_owned()));
        }
        let length = wav::check(&item.file)
            .map_err(|what| wrong("file", format!("{} {what}", item.file.display())))?;
        tracing::info!(item = item.id, file = %item.file.display(), ?length, "item");
        items.push((Arc::from(item.id.as_str()), Arc::from(item.file.as_path())));
    }
    Ok(items)
}
