//! `tapi3 translate`: what is dialled from here for a number, without dialling it.

use super::{Failure, output};
use std::process::ExitCode;
use tapi3::config::Configuration;
use tapi3::translation::{Address, Book, Options as Bits, Translation, result};

/// What to translate, and how.
#[derive(clap::Args)]
pub struct Options {
    /// One number: +country (area) subscriber, or what is dialled as it is. Its parts need no quotes
    /// but for the shell's own signs.
    #[arg(required = true, value_name = "NUMBER")]
    number: Vec<String>,
    /// Dial with the calling card that has this id, or with none (0), whatever the location says.
    #[arg(long, value_name = "ID")]
    card: Option<u32>,
    /// Dial it as a number of the own area.
    #[arg(long, conflicts_with = "long_distance")]
    local: bool,
    /// Dial it as a number of another area.
    #[arg(long)]
    long_distance: bool,
    /// Put the code in front that switches call waiting off.
    #[arg(long)]
    no_call_waiting: bool,
    /// Show what is dialled also where the number of a calling card is in it.
    #[arg(long)]
    reveal: bool,
}

/// Prints the address, and what becomes of it at the location in use.
pub fn show(options: &Options, configuration: &Configuration) -> Result<ExitCode, Failure> {
    let number = options.number.join(" ");
    if number.trim().is_empty() {
        return Err("there is nothing to translate: the number is empty".into());
    }
    let book = &*configuration.translation;
    let bits = [
        (options.card.is_some(), Bits::CARD_OVERRIDE),
        (options.no_call_waiting, Bits::CANCEL_CALL_WAITING),
        (options.local, Bits::FORCE_LOCAL),
        (options.long_distance, Bits::FORCE_LONG_DISTANCE),
    ];
    let chosen = bits.iter().filter(|(chosen, _)| *chosen);
    let bits = Bits::new(chosen.fold(0, |all, (_, bit)| all | bit))?;
    let translated = book.translate(&number, options.card.unwrap_or(0), bits)?;
    let card = options.card.or(book.current().map(|here| here.card));
    let secret = card.is_some_and(|card| card != 0) && !options.reveal;
    let dialled = match Address::parse(&number)? {
        Address::Canonical(_) if secret => "(--reveal shows it: a card's number may be in it)",
        _ => &translated.dialable,
    };
    let row = |name: &str, value: String| [name.to_owned(), value];
    output::table(&[
        row("location", location(book)),
        row("canonical", canonical(&number)?),
        row("dialled", dialled.to_owned()),
        row("shown", translated.displayable.clone()),
        row("result", meaning(&translated)),
    ]);
    Ok(ExitCode::SUCCESS)
}

fn location(book: &Book) -> String {
    let Some(here) = book.current() else {
        return "none: nothing is translated".to_owned();
    };
    let country = book.country(here.country);
    let country = country.map(|country| format!("{}, +{}", country.name, country.code));
    let country = country.unwrap_or_default();
    match &*here.area {
        "" => format!("{} ({country})", here.name),
        area => format!("{} ({country} {area})", here.name),
    }
}

/// The address in its canonical form, if it is one.
fn canonical(number: &str) -> Result<String, Failure> {
    Ok(match Address::parse(number)? {
        Address::Canonical(address) if address.area.is_empty() => {
            format!("+{} {}", address.country, address.subscriber)
        }
        Address::Canonical(address) => {
            format!(
                "+{} ({}) {}",
                address.country, address.area, address.subscriber
            )
        }
        Address::Dialable(_) => "no: dialled as it is".to_owned(),
    })
}

/// The result's bits, in words and as programs get them.
fn meaning(translated: &Translation) -> String {
    let words = [
        (result::INTERNATIONAL, "another country"),
        (result::LONG_DISTANCE, "another area"),
        (result::LOCAL, "the same area"),
        (result::IN_TOLL_LIST, "in the toll list"),
        (result::NOT_IN_TOLL_LIST, "not in the toll list"),
        (result::DIAL_BILLING, "waits for a billing tone ($)"),
        (result::DIAL_QUIET, "waits for silence (@)"),
        (result::DIAL_DIAL_TONE, "waits for a dial tone (W)"),
        (result::DIAL_PROMPT, "asks the user (?)"),
        (result::VOICE_DETECT, "waits for a voice (:)"),
        (result::NO_TRANSLATION, "not translated"),
    ];
    let there = words
        .iter()
        .filter(|(bit, _)| translated.results & bit != 0);
    let there: Vec<&str> = there.map(|(_, word)| *word).collect();
    match there.is_empty() {
        true => format!("0x{:x}", translated.results),
        false => format!("{} (0x{:x})", there.join(", "), translated.results),
    }
}
