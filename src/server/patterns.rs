//! What a client may dial: the patterns that allow or deny destinations.

use super::dial::{Destination, is_dialable, is_separator};

/// A pattern over destinations: `*` is any run of characters, `?` any one, and a backslash takes
/// the next character as it is (`\*97`). The whole destination must fit.
#[derive(Debug, Clone)]
pub(super) struct Pattern(Vec<Token>);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    Char(char),
    One,
    Run,
}

impl Pattern {
    /// Reads a pattern; an error says what is wrong with it.
    pub fn read(text: &str) -> Result<Self, &'static str> {
        let text = &Self::spelled(text)?;
        let mut tokens = Vec::new();
        let mut chars = text.chars();
        while let Some(c) = chars.next() {
            tokens.push(match c {
                '*' => Token::Run,
                '?' => Token::One,
                '\\' => Token::Char(chars.next().ok_or("ends in a backslash")?),
                c => Token::Char(c),
            });
        }
        if tokens.is_empty() {
            return Err("is empty");
        }
        tokens.dedup_by(|a, b| *a == Token::Run && *b == Token::Run);
        Ok(Pattern(tokens))
    }

    /// The same in small letters, for texts in small letters.
    pub fn in_small_letters(mut self) -> Self {
        for token in &mut self.0 {
            if let Token::Char(c) = token {
                c.make_ascii_lowercase();
            }
        }
        self
    }

    /// The pattern in the spelling that destinations have. Refuses what would never fit.
    fn spelled(text: &str) -> Result<String, &'static str> {
        let of_number = |c: char| is_dialable(c) || matches!(c, '+' | '?' | '\\');
        let fits_numbers_only =
            text.chars().all(|c| of_number(c) || is_separator(c)) && !text.starts_with(['*', '?']);
        if fits_numbers_only && text.contains(is_separator) {
            return Err("fits no number: write it without separators");
        }
        if text.len() > 4 && text.to_ascii_lowercase().starts_with("tel:") {
            return Err("fits no number: write it without \"tel:\"");
        }
        let (before, host) = text.rsplit_once('@').unwrap_or((text, ""));
        let (scheme, user) = before.split_once(':').unwrap_or(("", before));
        let mut spelled = String::new();
        if before.contains(':') {
            spelled = scheme.to_ascii_lowercase() + ":";
        }
        spelled += user;
        if text.contains('@') {
            spelled = spelled + "@" + &host.to_ascii_lowercase();
        }
        Ok(spelled)
    }

    fn fits(&self, text: &str) -> bool {
        let text: Vec<char> = text.chars().collect();
        let (mut at, mut token) = (0, 0);
        // Where the last run stands, and how far it reaches so far.
        let mut run: Option<(usize, usize)> = None;
        loop {
            let here = text.get(at);
            match (self.0.get(token), here) {
                (None, None) => return true,
                (Some(Token::Run), _) => {
                    run = Some((token, at));
                    token += 1;
                    continue;
                }
                (Some(Token::One), Some(_)) => {
                    (at, token) = (at + 1, token + 1);
                    continue;
                }
                (Some(Token::Char(c)), Some(h)) if c == h => {
                    (at, token) = (at + 1, token + 1);
                    continue;
                }
                _ => {}
            }
            match run {
                Some((place, reach)) if reach < text.len() => {
                    run = Some((place, reach + 1));
                    (at, token) = (reach + 1, place + 1);
                }
                _ => return false,
            }
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
        let spellings = destination.spellings();
        let fits = |pattern: &Pattern| spellings.iter().any(|text| pattern.fits(text));
        // What is forbidden is so in any disguise: in any case of letters, as the user part of a
        // SIP URI, and with separators, which gateways leave out of a number.
        let user = destination.user().unwrap_or_default();
        let mut disguises = vec![user.to_owned(), user.replace(is_separator, "")];
        disguises.retain(|user| !user.is_empty());
        disguises.extend(spellings.iter().cloned());
        for text in &mut disguises {
            text.make_ascii_lowercase();
        }
        let denied = |pattern: &Pattern| disguises.iter().any(|text| pattern.fits(text));
        if self.deny.iter().any(denied) {
            return Err(Forbidden::Denied);
        }
        match self.allow.iter().any(fits) {
            true => Ok(()),
            false => Err(Forbidden::NotListed),
        }
    }
}

/// Why a user may not dial something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Forbidden {
    /// The user may dial nothing at all.
    Everything,
    Denied,
    NotListed,
}

impl Forbidden {
    /// For the log.
    pub fn as_str(self) -> &'static str {
        match self {
            Forbidden::Everything => "the user has no dial patterns",
            Forbidden::Denied => "fits a deny pattern of the user",
            Forbidden::NotListed => "fits no dial pattern of the user",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(pattern: &str, text: &str) -> bool {
        Pattern::read(pattern).unwrap().fits(text)
    }

    #[test]
    fn patterns_fit_the_whole_destination() {
        for (pattern, text, expected) in [
            ("1001", "1001", true),
            ("1001", "10011", false),
            ("1001", "100", false),
            ("10??", "1099", true),
            ("10??", "109", false),
            ("+49*", "+49", true),
            ("+49*", "+4930", true),
            ("+49*", "0049", false),
            ("*", "anything", true),
            ("**1", "1", true),
            ("*1*2", "91928", false),
            ("*1*2", "919282", true),
            ("*aab", "aaaab", true),
            (r"\*97", "*97", true),
            (r"\*97", "197", false),
            ("sip:*@example.com", "sip:bob@example.com", true),
            ("sip:*@example.com", "sip:bob@example.com.evil.org", false),
        ] {
            assert_eq!(fits(pattern, text), expected, "{pattern} {text}");
        }
        assert!(fits("SIP:*@Example.COM", "sip:bob@example.com"));
        assert!(fits("*@Example.COM", "sip:bob@example.com"));
        assert!(fits("sips:*@[2001:DB8::1]", "sips:bob@[2001:db8::1]"));
        assert!(fits("sip:Bob@*", "sip:Bob@example.com") && !fits("sip:Bob@*", "sip:bob@a"));
        for wrong in [
            "",
            "1\\",
            "+49-30*",
            "0900 *",
            "(030)*",
            r"\*97-1",
            "tel:+4930*",
        ] {
            assert!(Pattern::read(wrong).is_err(), "{wrong}");
        }
        for right in ["101.alice*", "*-1", "sip:10-*@a", "*", "tel*"] {
            assert!(Pattern::read(right).is_ok(), "{right}");
        }
    }

    #[test]
    fn a_hostile_pattern_and_text_stay_cheap() {
        let pattern = "*a".repeat(40);
        let text = format!("{}b", "a".repeat(250));
        let begun = std::time::Instant::now();
        assert!(!fits(&pattern, &text));
        assert!(begun.elapsed() < std::time::Duration::from_secs(1));
    }

    #[test]
    fn nothing_is_dialled_that_is_not_listed() {
        let read = |patterns: &[&str]| {
            let patterns = patterns.iter().map(|p| Pattern::read(p).unwrap());
            patterns.collect::<Vec<_>>()
        };
        let check = |rules: &DialRules, dial: &str| rules.check(&Destination::read(dial).unwrap());
        let nobody = DialRules::default();
        assert_eq!(check(&nobody, "1001"), Err(Forbidden::Everything));
        let rules = DialRules {
            allow: read(&["+49*", "sip:*@gw.example:*", "sip:*@*.example"]),
            deny: read(&["+49900*", "sip:*@Evil.gw.example:5060", "sip*Bad.Example"])
                .into_iter()
                .map(Pattern::in_small_letters)
                .collect(),
        };
        let refused = Err(Forbidden::Denied);
        assert_eq!(check(&rules, "+49 30 1"), Ok(()));
        assert_eq!(check(&rules, "+49-900-1"), refused);
        assert_eq!(check(&rules, "+44 20 1"), Err(Forbidden::NotListed));
        assert_eq!(check(&rules, "sip:+49301@gw.example"), Ok(()));
        for disguised in ["+499001", "+49-900-1", "+49.900.1", "(+49)9001"] {
            let uri = format!("sip:{disguised}@gw.example");
            assert_eq!(check(&rules, &uri), refused, "{uri}");
        }
        for (uri, found) in [
            ("sip:bob@gw.example:5070", Ok(())),
            ("sip:bob@gw.example:5060", Ok(())),
            ("sip:bob@evil.gw.example", refused),
            ("sip:bob@EVIL.gw.example:5060", refused),
            ("sip:bob@evil.gw.example:5070", Err(Forbidden::NotListed)),
            ("sip:bob@bad.example", refused),
        ] {
            assert_eq!(check(&rules, uri), found, "{uri}");
        }
        let elsewhere = check(&rules, "sip:bob@elsewhere.invalid");
        assert_eq!(elsewhere, Err(Forbidden::NotListed));
    }
}
