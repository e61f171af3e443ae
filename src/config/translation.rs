//! The tables `[location]`, `[card]` and `[country]`: from where numbers are dialled, and how.

use crate::settings::{Keys, Place, Secret, Wrong, check_range, check_text};
use crate::translation::{
    AreaRule, Book, Card, Country, Location, card_option, check_rule, is_dialable,
};
use serde::Deserialize;
use std::path::PathBuf;

/// The most of each table.
const MOST: usize = 1000;

/// The largest id and country, which programs read as a `LONG`.
const LARGEST_ID: u32 = 0x7fff_ffff;

/// The keys of a card's number.
const NUMBER: Keys = Keys {
    text: "number",
    variable: "number_env",
    file: "number_file",
};

/// All keys of a `[location]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LocationSettings {
    name: String,
    id: Option<u32>,
    country: u32,
    #[serde(default)]
    area: String,
    #[serde(default)]
    current: bool,
    #[serde(default)]
    outside: String,
    long_distance: Option<String>,
    international: Option<String>,
    #[serde(default)]
    ld_carrier: String,
    #[serde(default)]
    intl_carrier: String,
    #[serde(default)]
    cancel_call_waiting: String,
    tone: Option<bool>,
    #[serde(default)]
    toll: Vec<String>,
    #[serde(default)]
    area_rule: Vec<AreaSettings>,
    #[serde(default)]
    main_number: String,
    internal_digits: Option<(usize, usize)>,
    #[serde(default)]
    card: u32,
}

/// All keys of a `[[location.area_rule]]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct AreaSettings {
    area: String,
    #[serde(default)]
    prefixes: Vec<String>,
    rule: String,
}

/// All keys of a `[card]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CardSettings {
    name: String,
    id: Option<u32>,
    same_area: String,
    long_distance: String,
    international: String,
    number: Option<Secret>,
    number_env: Option<String>,
    number_file: Option<PathBuf>,
    #[serde(default)]
    hidden: bool,
}

/// All keys of a `[country]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CountrySettings {
    id: Option<u32>,
    code: u32,
    name: String,
    same_area: String,
    long_distance: String,
    international: String,
}

type Placed<T> = (Place, T);

/// What the tables give. An error is a whole sentence.
pub(super) fn book(
    locations: Vec<Placed<LocationSettings>>,
    cards: Vec<Placed<CardSettings>>,
    countries: Vec<Placed<CountrySettings>>,
) -> Result<Book, String> {
    let countries = checked(countries, |settings, _| country(settings), |c| c.id)?;
    let cards = checked(cards, card, |c| c.id)?;
    let book = Book::new(cards, countries);
    let mut current = None;
    for (nth, (place, settings)) in locations.iter().enumerate() {
        if settings.current && current.replace(nth).is_some() {
            let wrong = Wrong::new("current", "only one location can be the current one");
            return Err(place.tell("", &wrong));
        }
    }
    let read = |settings, nth| location(settings, nth, &book);
    let locations = checked(locations, read, |l| l.id)?;
    Ok(book.with_locations(locations, current.unwrap_or(0)))
}

/// Each table checked, and that no two have one id.
fn checked<S, T>(
    tables: Vec<Placed<S>>,
    read: impl Fn(S, usize) -> Result<T, Wrong>,
    id: impl Fn(&T) -> u32,
) -> Result<Vec<T>, String> {
    let mut all: Vec<T> = Vec::new();
    for (place, settings) in tables {
        let told = |wrong: Wrong| place.tell("", &wrong);
        if all.len() == MOST {
            let what = format!("is one too many; there may be up to {MOST}");
            return Err(told(Wrong::new("", what)));
        }
        let one = read(settings, all.len()).map_err(told)?;
        if all.iter().any(|other| id(other) == id(&one)) {
            let what = format!("the id {} is taken already", id(&one));
            return Err(told(Wrong::new("id", what)));
        }
        all.push(one);
    }
    Ok(all)
}

fn location(settings: LocationSettings, nth: usize, known: &Book) -> Result<Location, Wrong> {
    let l = settings;
    check_text("name", &l.name)?;
    if known.country(l.country).is_none() {
        let what = "is the id of no country; most have their country code as id";
        return Err(Wrong::new("country", what));
    }
    if known.card(l.card).is_none() {
        return Err(Wrong::new("card", "is the id of no [card]"));
    }
    digits("area", &l.area)?;
    digits("main_number", &l.main_number)?;
    for prefix in &l.toll {
        prefix_digits("toll", prefix)?;
    }
    dialled("outside", &l.outside)?;
    dialled(
        "long_distance",
        l.long_distance.as_deref().unwrap_or_default(),
    )?;
    dialled(
        "international",
        l.international.as_deref().unwrap_or_default(),
    )?;
    dialled("ld_carrier", &l.ld_carrier)?;
    dialled("intl_carrier", &l.intl_carrier)?;
    dialled("cancel_call_waiting", &l.cancel_call_waiting)?;
    let extension_digits = l.internal_digits.unwrap_or((1, 10));
    let (least, most) = extension_digits;
    if least == 0 || most > 20 || least > most {
        let what = "must be the fewest and the most digits, from 1 to 20, such as [2, 4]";
        return Err(Wrong::new("internal_digits", what));
    }
    if l.internal_digits.is_some() && l.main_number.is_empty() {
        return Err(Wrong::new("internal_digits", "needs a main_number"));
    }
    let areas = l.area_rule.into_iter().map(area_rule);
    Ok(Location {
        id: id(l.id, nth)?,
        name: l.name,
        country: l.country,
        area: l.area,
        long_distance_access: l.long_distance.unwrap_or_else(|| l.outside.clone()),
        local_access: l.outside,
        international_access: l.international,
        long_distance_carrier: l.ld_carrier,
        international_carrier: l.intl_carrier,
        cancel_call_waiting: l.cancel_call_waiting,
        tone: l.tone,
        toll: l.toll,
        areas: areas.collect::<Result<_, _>>()?,
        main_number: l.main_number,
        extension_digits,
        card: l.card,
    })
}

fn area_rule(settings: AreaSettings) -> Result<AreaRule, Wrong> {
    let AreaSettings {
        area,
        prefixes,
        rule: of_area,
    } = settings;
    let inside = |wrong: Wrong| Wrong::new("area_rule", format!("{}: {}", wrong.key, wrong.what));
    digits("area", &area).map_err(inside)?;
    for prefix in &prefixes {
        prefix_digits("prefixes", prefix).map_err(inside)?;
    }
    rule("rule", &of_area).map_err(inside)?;
    Ok(AreaRule {
        area,
        prefixes,
        rule: of_area,
    })
}

fn card(settings: CardSettings, nth: usize) -> Result<Card, Wrong> {
    let c = settings;
    check_text("name", &c.name)?;
    rule("same_area", &c.same_area)?;
    rule("long_distance", &c.long_distance)?;
    rule("international", &c.international)?;
    let (text, variable, file) = (&c.number, &c.number_env, &c.number_file);
    let number = Secret::choose(NUMBER, text.as_ref(), variable.as_deref(), file.as_deref())?;
    let number = number.as_ref().map_or("", Secret::reveal);
    // It is not shown: it is a secret.
    if number.len() > 128 || !number.chars().all(is_dialable) {
        return Err(Wrong::new("number", "cannot be dialled"));
    }
    Ok(Card {
        id: id(c.id, nth)?,
        name: c.name,
        number: number.to_owned(),
        options: if c.hidden { card_option::HIDDEN } else { 0 },
        same_area: c.same_area,
        long_distance: c.long_distance,
        international: c.international,
    })
}

fn country(settings: CountrySettings) -> Result<Country, Wrong> {
    let c = settings;
    check_text("name", &c.name)?;
    check_range("code", c.code as usize, 1, 999)?;
    rule("same_area", &c.same_area)?;
    rule("long_distance", &c.long_distance)?;
    rule("international", &c.international)?;
    Ok(Country {
        id: id(c.id.or(Some(c.code)), 0)?,
        code: c.code,
        name: c.name.into(),
        same_area: c.same_area.into(),
        long_distance: c.long_distance.into(),
        international: c.international.into(),
    })
}

/// The id that is given, or the place in the file.
fn id(given: Option<u32>, nth: usize) -> Result<u32, Wrong> {
    let id = given.unwrap_or(u32::try_from(nth + 1).unwrap_or(LARGEST_ID));
    if id == 0 || id > LARGEST_ID {
        let what = format!("must be from 1 to {LARGEST_ID}, not {id}");
        return Err(Wrong::new("id", what));
    }
    Ok(id)
}

fn digits(key: &'static str, text: &str) -> Result<(), Wrong> {
    if text.len() > 20 || !text.chars().all(|c| c.is_ascii_digit()) {
        return Err(Wrong::new(key, "must be up to 20 digits"));
    }
    Ok(())
}

fn prefix_digits(key: &'static str, text: &str) -> Result<(), Wrong> {
    if text.is_empty() {
        return Err(Wrong::new(key, "must have digits in each text"));
    }
    digits(key, text)
}

/// A code in front of a number.
fn dialled(key: &'static str, text: &str) -> Result<(), Wrong> {
    match text.chars().find(|c| !is_dialable(*c)) {
        Some(c) => Err(Wrong::new(
            key,
            format!("has {c:?} in it, which is not dialled"),
        )),
        None => check_text(key, text),
    }
}

/// A dialling rule.
fn rule(key: &'static str, text: &str) -> Result<(), Wrong> {
    match check_rule(text) {
        Some(c) => Err(Wrong::new(
            key,
            format!("has {c:?} in it, which no rule can have"),
        )),
        None if text.is_empty() => Err(Wrong::new(key, "must not be empty")),
        None => check_text(key, text),
    }
}
