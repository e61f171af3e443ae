//! Text whose memory is asked for fallibly.

use crate::Error;

/// Appends.
pub(crate) fn push(to: &mut String, text: &str) -> Result<(), Error> {
    to.try_reserve(text.len())?;
    to.push_str(text);
    Ok(())
}

/// Appends one character.
pub(crate) fn push_char(to: &mut String, character: char) -> Result<(), Error> {
    to.try_reserve(character.len_utf8())?;
    to.push(character);
    Ok(())
}

/// Whether it parts the digits for the eye, and is not dialled.
pub(crate) fn is_punctuation(character: char) -> bool {
    matches!(character, ' ' | '.' | '-')
}

/// Whether it can stand in a subscriber number and is dialled.
pub(crate) fn is_dialled(character: char) -> bool {
    character.is_ascii_digit()
        || matches!(
            character,
            '!' | '#' | '$' | '*' | ',' | '?' | '@' | 'A'..='D' | 'P' | 'T' | 'W'
        )
}

/// Whether it can stand in what is dialled: as in a subscriber number, and a wait for a voice.
#[must_use]
pub fn is_dialable(character: char) -> bool {
    is_dialled(character) || character == ':'
}

/// The characters that are dialled.
pub(crate) fn dialled(text: &str) -> impl Iterator<Item = char> + Clone + '_ {
    text.chars().filter(|c| !is_punctuation(*c))
}

/// Whether what is dialled of `text` begins with `prefix`; what is left of the text then.
pub(crate) fn strip_dialled<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let mut rest = text;
    for wanted in dialled(prefix) {
        rest = rest
            .trim_start_matches(is_punctuation)
            .strip_prefix(wanted)?;
    }
    Some(rest.trim_start_matches(is_punctuation))
}
