//! Where a setting stands in the configuration file, so that whoever finds it wrong can say so.

use super::duration::parse_duration;
use std::fmt;
use std::time::Duration;

/// What is wrong with a setting: the key, if one is to blame, and a sentence without its full stop,
/// such as "must not be zero". It never shows a secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The key; empty if it is the whole that is wrong.
    pub key: &'static str,
    /// What is wrong with it.
    pub what: String,
}

impl Wrong {
    /// This key is wrong.
    pub fn new(key: &'static str, what: impl Into<String>) -> Self {
        Wrong {
            key,
            what: what.into(),
        }
    }
}

/// Where a table and its keys stand. Without a file, in settings that a program has put together,
/// messages name the key alone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    file: String,
    line: usize,
    keys: Vec<(String, usize)>,
}

impl Place {
    /// The place of a table that begins in `line`, with the line of each of its keys.
    pub fn new(file: &str, line: usize, keys: Vec<(String, usize)>) -> Self {
        Place {
            file: file.to_owned(),
            line,
            keys,
        }
    }

    /// Takes note that a key has its value from elsewhere.
    pub fn forget(&mut self, key: &str) {
        self.keys.retain(|(known, _)| known != key);
    }

    /// A sentence with file, line and key. `whose` names the table where no file does.
    pub fn tell(&self, whose: &str, wrong: &Wrong) -> String {
        let Wrong { key, what } = wrong;
        let found = self.keys.iter().find(|(known, _)| known == key);
        let line = found.map_or(self.line, |(_, line)| *line);
        let place = match self.file.as_str() {
            "" => whose.to_owned(),
            file => format!("{file}, line {line}"),
        };
        match *key {
            "" => format!("{place}: {what}."),
            key if self.file.is_empty() => format!("{place}: {key}: {what}."),
            key => format!("{place}, key {key}: {what}."),
        }
    }
}

/// Checks that a number is from `least` to `most`.
pub fn check_range<N: PartialOrd + fmt::Display>(
    key: &'static str,
    number: N,
    least: N,
    most: N,
) -> Result<(), Wrong> {
    if number < least || number > most {
        let what = format!("must be from {least} to {most}, not {number}");
        return Err(Wrong::new(key, what));
    }
    Ok(())
}

/// Checks that a time is from `least` to `most`, which are told as people write them.
pub fn check_time(key: &'static str, time: Duration, least: &str, most: &str) -> Result<(), Wrong> {
    let bound = |text| parse_duration(text).unwrap_or_default();
    if time < bound(least) || time > bound(most) {
        let what = format!("must be from \"{least}\" to \"{most}\"");
        return Err(Wrong::new(key, what));
    }
    Ok(())
}

/// The longest name, in characters.
pub const LONGEST_NAME: usize = 128;

/// Checks a text that people see or a network carries: not too long, and without line breaks or
/// other control characters. It may be empty.
pub fn check_text(key: &'static str, text: &str) -> Result<(), Wrong> {
    if text.chars().any(char::is_control) {
        let what = "must not have a line break or another control character in it";
        return Err(Wrong::new(key, what));
    }
    let count = text.chars().count();
    if count > LONGEST_NAME {
        let what = format!("has {count} characters; there may be up to {LONGEST_NAME}");
        return Err(Wrong::new(key, what));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_told_with_its_line_and_a_missing_one_with_its_tables() {
        let place = Place::new("f.toml", 3, vec![("uri".to_owned(), 5)]);
        let told = |key| place.tell("Line \"A\"", &Wrong::new(key, "is bad"));
        assert_eq!(told("uri"), "f.toml, line 5, key uri: is bad.");
        assert_eq!(told("user"), "f.toml, line 3, key user: is bad.");
        assert_eq!(told(""), "f.toml, line 3: is bad.");
        let told = Place::default().tell("Line \"A\"", &Wrong::new("uri", "is bad"));
        assert_eq!(told, "Line \"A\": uri: is bad.");
    }

    #[test]
    fn texts_and_numbers_have_bounds() {
        assert!(check_text("name", &"é".repeat(LONGEST_NAME)).is_ok());
        assert!(check_text("name", &"é".repeat(LONGEST_NAME + 1)).is_err());
        assert!(check_text("name", "a\nb").is_err());
        assert!(check_range("n", 2, 2, 9).is_ok() && check_range("n", 9, 2, 9).is_ok());
        let time = Duration::from_millis;
        assert!(check_time("t", time(10), "10ms", "1s").is_ok());
        assert!(check_time("t", time(9), "10ms", "1s").is_err());
        assert!(check_time("t", time(1001), "10ms", "1s").is_err());
        assert!(check_range("n", 1, 2, 9).is_err() && check_range("n", 10, 2, 9).is_err());
    }
}
