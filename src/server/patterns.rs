//! What a client may dial: the patterns that allow or deny destinations. What of a destination a
//! pattern sees, and in which spelling, is a table in `docs/ews.md` and in the tests below.

use super::dial::{
    Destination, Uri, is_dialable, is_separator, may_stand_in_user, read_host, read_port,
    split_port,
};

/// A pattern over destinations: `*` is any run of characters, `?` is one digit, and a backslash
/// takes the next character as it is (`\*97`). The whole destination must fit.
#[derive(Debug, Clone)]
pub(super) struct Pattern {
    tokens: Vec<Token>,
    /// Whether it names a port; without one it means every port.
    port: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    Char(char),
    Digit,
    Run,
}

/// How much a run takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// Of a number, digits and the `+` before them: what else a telephone can dial begins services
    /// (`*72`), and a pattern that allows those names them.
    Number,
    /// Of a SIP URI, anything but stars and hashes, which a gateway dials.
    Uri,
    /// Everything: for what is forbidden.
    Everything,
}

impl Reach {
    fn takes(self, c: char) -> bool {
        match self {
            Reach::Number => c.is_ascii_digit() || c == '+',
            Reach::Uri => !matches!(c, '*' | '#'),
            Reach::Everything => true,
        }
    }
}

impl Pattern {
    /// Reads a pattern; an error says what is wrong with it.
    pub fn read(text: &str) -> Result<Self, &'static str> {
        let (text, port) = spelled(text)?;
        let mut tokens = tokens(&text)?;
        if tokens.is_empty() {
            return Err("is empty");
        }
        tokens.dedup_by(|a, b| *a == Token::Run && *b == Token::Run);
        Ok(Pattern { tokens, port })
    }

    /// The same in small letters, for texts in small letters.
    pub fn in_small_letters(mut self) -> Self {
        for token in &mut self.tokens {
            if let Token::Char(c) = token {
                c.make_ascii_lowercase();
            }
        }
        self
    }

    fn fits_uri(&self, uri: &Uri, reach: Reach) -> bool {
        let Uri {
            scheme,
            user,
            host,
            port,
        } = uri;
        let text = match self.port {
            true => format!("{scheme}:{user}@{host}:{port}"),
            false => format!("{scheme}:{user}@{host}"),
        };
        fit(&self.tokens, &text, reach)
    }

    /// Whether it fits a destination as that is dialled; `everything` if stars and hashes need not
    /// be named.
    fn allows(&self, destination: &Destination, everything: bool) -> bool {
        let reach = |usual| if everything { Reach::Everything } else { usual };
        match &destination.uri {
            Some(uri) => self.fits_uri(uri, reach(Reach::Uri)),
            None => fit(&self.tokens, &destination.text, reach(Reach::Number)),
        }
    }
}

/// A pattern in the spelling that destinations have, and whether it names a port. Refuses what
/// would never fit: somebody means something by it, and it would do nothing.
fn spelled(text: &str) -> Result<(String, bool), &'static str> {
    let of_number = |c: char| is_dialable(c) || matches!(c, '+' | '?' | '\\');
    let fits_numbers_only =
        text.chars().all(|c| of_number(c) || is_separator(c)) && !text.starts_with(['*', '?']);
    if fits_numbers_only && text.contains(is_separator) {
        return Err("fits no number: write it without separators");
    }
    if text.len() > 4 && text.to_ascii_lowercase().starts_with("tel:") {
        return Err("fits no number: write it without \"tel:\"");
    }
    let (before, host) = match text.rsplit_once('@') {
        Some((before, host)) => (before, Some(host)),
        None => (text, None),
    };
    let (scheme, user) = match before.split_once(':') {
        Some((scheme, user)) => (Some(scheme.to_ascii_lowercase()), user),
        None => (None, before),
    };
    if !user
        .chars()
        .all(|c| may_stand_in_user(c) || matches!(c, '?' | '\\'))
    {
        return Err("fits nothing: what is dialled has not all of its characters");
    }
    let mut spelled = String::new();
    if let Some(scheme) = scheme {
        let scheme_fits = tokens(&scheme).is_ok_and(|tokens| {
            let one = |known| fit(&tokens, known, Reach::Everything);
            one("sip") || one("sips")
        });
        if !scheme_fits {
            return Err("fits nothing: before a colon only sip and sips can stand");
        }
        if host.is_none() && !user.contains('*') {
            return Err("fits nothing: it names no host (sip:*@*:15060)");
        }
        spelled = scheme + ":";
    }
    spelled += user;
    let Some(host) = host else {
        return Ok((spelled, false));
    };
    let (host, port) = split_port(host);
    spelled = spelled + "@" + &spelled_host(host)?;
    if let Some(port) = port {
        spelled = spelled + ":" + &spelled_port(port)?;
    }
    Ok((spelled, port.is_some()))
}

fn spelled_host(host: &str) -> Result<String, &'static str> {
    if !host.contains(['*', '?']) {
        return read_host(host).ok_or("fits nothing: no host is dialled in this spelling");
    }
    let known = |c: char| c.is_ascii_alphanumeric() || "-.*?[:]".contains(c);
    if !host.chars().all(known) || host.ends_with('.') {
        return Err("fits nothing: no host is dialled in this spelling");
    }
    Ok(host.to_ascii_lowercase())
}

fn spelled_port(port: &str) -> Result<String, &'static str> {
    let wild = port.contains(['*', '?']);
    if wild && port.chars().all(|c| c.is_ascii_digit() || "*?".contains(c)) {
        return Ok(port.to_owned());
    }
    let port = read_port(port).ok_or("fits nothing: this is no port")?;
    Ok(port.to_string())
}

fn tokens(text: &str) -> Result<Vec<Token>, &'static str> {
    let mut tokens = Vec::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        tokens.push(match c {
            '*' => Token::Run,
            '?' => Token::Digit,
            '\\' => Token::Char(chars.next().ok_or("ends in a backslash")?),
            c => Token::Char(c),
        });
    }
    Ok(tokens)
}

/// Whether the tokens fit the whole text. Each run takes as little as it can; only the last one
/// ever has to take more, since what an earlier one could take instead it could take too.
fn fit(tokens: &[Token], text: &str, reach: Reach) -> bool {
    let text: Vec<char> = text.chars().collect();
    let (mut at, mut token) = (0, 0);
    // Where the last run stands, and how far it reaches so far.
    let mut run: Option<(usize, usize)> = None;
    loop {
        let here = text.get(at);
        match (tokens.get(token), here) {
            (None, None) => return true,
            (Some(Token::Run), _) => {
                run = Some((token, at));
                token += 1;
                continue;
            }
            (Some(Token::Digit), Some(h)) if h.is_ascii_digit() => {
                (at, token) = (at + 1, token + 1);
                continue;
            }
            (Some(Token::Char(c)), Some(h)) if c == h => {
                (at, token) = (at + 1, token + 1);
                continue;
            }
            _ => {}
        }
        match run.and_then(|(place, reach)| Some((place, reach, text.get(reach)?))) {
            Some((place, end, c)) if reach.takes(*c) => {
                run = Some((place, end + 1));
                (at, token) = (end + 1, place + 1);
            }
            _ => return false,
        }
    }
}

/// What one user may dial.
#[derive(Debug, Clone, Default)]
pub(super) struct DialRules {
    pub allow: Vec<Pattern>,
    /// In small letters.
    pub deny: Vec<Pattern>,
}

impl DialRules {
    /// Checks a destination.
    pub fn check(&self, destination: &Destination) -> Result<(), Forbidden> {
        if self.allow.is_empty() {
            return Err(Forbidden::Everything);
        }
        let disguises = Disguises::of(destination);
        if self.deny.iter().any(|pattern| disguises.fit(pattern)) {
            return Err(Forbidden::Denied);
        }
        let allowed = |everything| {
            let mut patterns = self.allow.iter();
            patterns.any(|pattern| pattern.allows(destination, everything))
        };
        if allowed(false) {
            Ok(())
        } else if allowed(true) {
            Err(Forbidden::Code)
        } else {
            Err(Forbidden::NotListed)
        }
    }
}

/// All that a destination may come to in the end. What is forbidden is so in any case of letters,
/// with either scheme, and a number also as the user part of a SIP URI, with and without the
/// characters that gateways leave out of a number.
struct Disguises {
    texts: Vec<String>,
    uris: Vec<Uri>,
}

impl Disguises {
    fn of(destination: &Destination) -> Self {
        let Some(uri) = &destination.uri else {
            return Disguises {
                texts: vec![destination.text.to_ascii_lowercase()],
                uris: Vec::new(),
            };
        };
        let user = uri.user.to_ascii_lowercase();
        let decorates = |c: char| !c.is_ascii_alphanumeric() && !"*#+".contains(c);
        let mut texts = vec![user.replace(is_separator, ""), user.replace(decorates, "")];
        texts.push(user.clone());
        texts.retain(|text| !text.is_empty());
        let uris = ["sip", "sips"].map(|scheme| Uri {
            scheme: scheme.to_owned(),
            user: user.clone(),
            ..uri.clone()
        });
        Disguises {
            texts,
            uris: uris.into(),
        }
    }

    fn fit(&self, pattern: &Pattern) -> bool {
        let every = Reach::Everything;
        let fits = |text: &String| fit(&pattern.tokens, text, every);
        self.texts.iter().any(fits) || self.uris.iter().any(|uri| pattern.fits_uri(uri, every))
    }
}

/// Why a user may not dial something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Forbidden {
    /// The user may dial nothing at all.
    Everything,
    Denied,
    /// It has a star or a hash that no pattern names.
    Code,
    NotListed,
}

impl Forbidden {
    /// For the log.
    pub fn as_str(self) -> &'static str {
        match self {
            Forbidden::Everything => "the user has no dial patterns",
            Forbidden::Denied => "fits a deny pattern of the user",
            Forbidden::Code => "has a star or a hash (or A to D) that no dial pattern names",
            Forbidden::NotListed => "fits no dial pattern of the user",
        }
    }
}

#[cfg(test)]
mod tests;
