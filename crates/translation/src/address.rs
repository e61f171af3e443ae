//! Addresses as programs write them: canonical, `+country (area) subscriber|subaddress^name`, or
//! dialable as they are. Source: the "Canonical addresses" page of TAPI.

use crate::Error;
use crate::countries;
use crate::text::{is_dialled, is_punctuation};

/// The first address of a text; further ones follow behind a line's end, and are passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Address<'a> {
    /// To be translated.
    Canonical(Canonical<'a>),
    /// To be dialled as it is.
    Dialable(&'a str),
}

/// The parts of a canonical address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Canonical<'a> {
    /// The country code, 1 to 999.
    pub country: u32,
    /// The area code, only digits; empty if there is none, or it is part of the subscriber number.
    pub area: &'a str,
    /// The subscriber number, with blanks, dots and dashes; something in it is dialled.
    pub subscriber: &'a str,
    /// The subaddress; empty if there is none.
    pub subaddress: &'a str,
    /// The name; empty if there is none.
    pub name: &'a str,
}

/// The first line of a text.
fn first_line(text: &str) -> &str {
    text.split(['\r', '\n']).next().unwrap_or_default()
}

/// What is in front of the first `mark`, and what is behind it.
fn cut(text: &str, mark: char) -> (&str, &str) {
    text.split_once(mark).unwrap_or((text, ""))
}

/// The digits that a text begins with, and the rest.
fn digits(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !c.is_ascii_digit());
    text.split_at(end.unwrap_or(text.len()))
}

impl<'a> Address<'a> {
    /// Reads the first address of a text. Blanks around a canonical one do not count.
    ///
    /// # Errors
    /// [`Error::InvalidAddress`] for a text that begins with `+` and is not canonical.
    pub fn parse(text: &'a str) -> Result<Self, Error> {
        let whole = first_line(text);
        match whole.trim().strip_prefix('+') {
            Some(rest) => Canonical::parse(rest).map(Address::Canonical),
            None => Ok(Address::Dialable(whole)),
        }
    }
}

impl<'a> Canonical<'a> {
    /// Reads what follows `+`. Without a blank behind the country code (+493012345) it ends where
    /// ITU's list has a code, of which none begins with another.
    fn parse(text: &'a str) -> Result<Self, Error> {
        let (text, name) = cut(text, '^');
        let (number, subaddress) = cut(text, '|');
        let (mut country, mut rest) = digits(number);
        if !rest.starts_with([' ', '(']) || country.len() > 3 {
            let length = countries::code_length(country).ok_or(Error::InvalidAddress)?;
            country = country.get(..length).ok_or(Error::InvalidAddress)?;
            rest = number.get(length..).ok_or(Error::InvalidAddress)?;
        }
        let code = country.parse().map_err(|_| Error::InvalidAddress)?;
        if code == 0 || country.starts_with('0') {
            return Err(Error::InvalidAddress);
        }
        let rest = rest.trim_start_matches(is_punctuation);
        let (area, subscriber) = match rest.strip_prefix('(') {
            Some(rest) => rest.split_once(')').ok_or(Error::InvalidAddress)?,
            None => ("", rest),
        };
        let subscriber = subscriber.trim_matches(is_punctuation);
        let possible = |c: char| is_dialled(c) || is_punctuation(c);
        let good = area.chars().all(|c| c.is_ascii_digit())
            && subscriber.chars().all(possible)
            && subscriber.chars().any(is_dialled);
        if !good {
            return Err(Error::InvalidAddress);
        }
        Ok(Canonical {
            country: code,
            area,
            subscriber,
            subaddress: subaddress.trim_end(),
            name: name.trim_end(),
        })
    }
}
