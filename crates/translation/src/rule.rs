//! Dialling rules: what is dialled, in letters. Source: Microsoft's KB 167220.
//!
//! | letter | stands for |
//! |---|---|
//! | `E` `F` `G` | country code, area code, subscriber number |
//! | `H` | the calling card's number |
//! | `L` `N` | the long-distance carrier's code, if there is one |
//! | `M` `S` | the international carrier's code, if there is one |
//! | `I` | nothing: an optional code that nobody chose |
//!
//! Everything else that can be dialled stands for itself.

use crate::Error;
use crate::text::{dialled, is_dialable, push, push_char};

/// What the letters of a rule stand for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Values<'a> {
    pub country: u32,
    pub area: &'a str,
    pub subscriber: &'a str,
    pub card_number: &'a str,
    pub card_name: &'a str,
    pub long_distance_carrier: &'a str,
    pub international_carrier: &'a str,
}

/// What is made of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum For {
    /// To be dialled.
    Dialling,
    /// To be shown: card numbers hidden, subscriber numbers as they were written.
    Showing,
}

/// The first character of a rule that it cannot have, if any.
pub fn check(rule: &str) -> Option<char> {
    rule.chars()
        .find(|c| !is_dialable(*c) && !"EFGHILMNS".contains(*c))
}

/// Appends what a rule makes.
pub(crate) fn expand(to: &mut String, rule: &str, values: &Values, what: For) -> Result<(), Error> {
    let mut apart = false;
    for letter in rule.chars() {
        if what == For::Showing {
            let part = matches!(letter, 'E' | 'F' | 'G' | 'H');
            let ready = to.is_empty() || to.ends_with(' ');
            if (part || apart) && !ready && is_something(letter, values) {
                push_char(to, ' ')?;
            }
            apart = part;
        }
        match letter {
            'E' => number(to, values.country)?,
            'F' => push(to, values.area)?,
            'G' => match what {
                For::Dialling => subscriber(to, values.subscriber)?,
                For::Showing => push(to, values.subscriber)?,
            },
            'H' => match what {
                For::Dialling => push(to, values.card_number)?,
                For::Showing => {
                    push_char(to, '[')?;
                    push(to, values.card_name)?;
                    push_char(to, ']')?;
                }
            },
            'L' | 'N' => push(to, values.long_distance_carrier)?,
            'M' | 'S' => push(to, values.international_carrier)?,
            'I' => {}
            itself => push_char(to, itself)?,
        }
    }
    Ok(())
}

/// Whether a letter leaves anything.
fn is_something(letter: char, values: &Values) -> bool {
    match letter {
        'F' => !values.area.is_empty(),
        'L' | 'N' => !values.long_distance_carrier.is_empty(),
        'M' | 'S' => !values.international_carrier.is_empty(),
        'I' => false,
        _ => true,
    }
}

/// A subscriber number without what is only for the eye.
pub(crate) fn subscriber(to: &mut String, text: &str) -> Result<(), Error> {
    dialled(text).try_for_each(|character| push_char(to, character))
}

/// A number in decimal.
pub(crate) fn number(to: &mut String, number: u32) -> Result<(), Error> {
    let mut weight = 1_000_000_000;
    let mut begun = false;
    while weight > 0 {
        let digit = number / weight % 10;
        begun |= digit > 0 || weight == 1;
        if begun {
            push_char(to, char::from_digit(digit, 10).unwrap_or('0'))?;
        }
        weight /= 10;
    }
    Ok(())
}
