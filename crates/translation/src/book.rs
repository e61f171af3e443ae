//! What translation knows: locations, calling cards and countries.

use crate::countries;
use crate::{card_option, location_option};
use std::borrow::Cow;
use std::fmt;

/// A country and how one dials in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Country {
    /// Its id, which no other country has; not 0.
    pub id: u32,
    /// Its country code, which several may share.
    pub code: u32,
    /// Its name, in English.
    pub name: Cow<'static, str>,
    /// The rule within an area.
    pub same_area: Cow<'static, str>,
    /// The rule to another area.
    pub long_distance: Cow<'static, str>,
    /// The rule to another country.
    pub international: Cow<'static, str>,
}

/// How an area of the location's own country is dialled, in place of the country's rule.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AreaRule {
    /// The area code.
    pub area: String,
    /// What the subscriber number begins with, one of these; none means any.
    pub prefixes: Vec<String>,
    /// The rule.
    pub rule: String,
}

/// A place that calls are made from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Location {
    /// Its id, which no other location has.
    pub id: u32,
    /// Its name.
    pub name: String,
    /// The id of its country.
    pub country: u32,
    /// Its area code; empty where there are none.
    pub area: String,
    /// What gets an outside line for a local call.
    pub local_access: String,
    /// What gets an outside line for a long-distance call.
    pub long_distance_access: String,
    /// What gets an outside line for an international call; `long_distance_access` if not given.
    pub international_access: Option<String>,
    /// The code of the long-distance carrier.
    pub long_distance_carrier: String,
    /// The code of the international carrier.
    pub international_carrier: String,
    /// What switches call waiting off.
    pub cancel_call_waiting: String,
    /// `T` with true, `P` with false, and neither if not given, is put in front of what is dialled.
    pub tone: Option<bool>,
    /// Prefixes of the own area that are dialled as long distance.
    pub toll: Vec<String>,
    /// How single areas are dialled; the first that fits counts.
    pub areas: Vec<AreaRule>,
    /// The subscriber number under which the own exchange is reached, without an extension; empty
    /// if there is none.
    pub main_number: String,
    /// How many digits extensions may have, the fewest and the most.
    pub extension_digits: (usize, usize),
    /// The id of the card that is used from here; 0 for none.
    pub card: u32,
}

impl Location {
    /// LINELOCATIONOPTION_ bits.
    pub fn options(&self) -> u32 {
        match self.tone {
            Some(false) => location_option::PULSE_DIAL,
            _ => 0,
        }
    }

    /// The toll list as TAPI writes it: the prefixes with one comma between them, as pieces.
    pub fn toll_list(&self) -> impl Iterator<Item = &str> + Clone {
        let pieces = self.toll.iter().enumerate();
        pieces.flat_map(|(i, prefix)| [if i == 0 { "" } else { "," }, prefix.as_str()])
    }
}

/// A calling card. Card 0 is direct dialling, and always there.
#[derive(Clone, PartialEq, Eq)]
pub struct Card {
    /// Its id, which no other card has.
    pub id: u32,
    /// Its name, which is shown in place of its number.
    pub name: String,
    /// Its number: a secret, for the dialable string alone.
    pub number: String,
    /// LINECARDOPTION_ bits.
    pub options: u32,
    /// The rule within an area.
    pub same_area: String,
    /// The rule to another area.
    pub long_distance: String,
    /// The rule to another country.
    pub international: String,
}

impl fmt::Debug for Card {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut card = f.debug_struct("Card");
        card.field("id", &self.id).field("name", &self.name);
        card.finish_non_exhaustive()
    }
}

/// All that translation knows. A new one has no location and the card 0.
#[derive(Debug, Clone)]
pub struct Book {
    locations: Vec<Location>,
    cards: Vec<Card>,
    countries: Vec<Country>,
    current: usize,
}

impl Default for Book {
    fn default() -> Self {
        Book::new(Vec::new(), Vec::new())
    }
}

impl Book {
    /// A book without locations, with these cards besides card 0. `countries` stand in the place of
    /// those of the built-in table with their ids. Cards and countries are sorted by their ids. Not
    /// for the way of a C caller: it takes memory as the configuration does.
    pub fn new(mut cards: Vec<Card>, mut countries: Vec<Country>) -> Self {
        let direct = Card {
            id: 0,
            name: "None (Direct Call)".to_owned(),
            number: String::new(),
            options: card_option::PREDEFINED,
            same_area: String::new(),
            long_distance: String::new(),
            international: String::new(),
        };
        cards.retain(|card| card.id != 0);
        cards.push(direct);
        cards.sort_by_key(|card| card.id);
        let built_in = countries::COUNTRIES.iter();
        let kept: Vec<Country> = built_in
            .filter(|row| countries.iter().all(|own| own.id != row.id))
            .cloned()
            .collect();
        countries.extend(kept);
        countries.sort_by_key(|country| country.id);
        Book {
            locations: Vec::new(),
            cards,
            countries,
            current: 0,
        }
    }

    /// The same with these locations, of which `current` is the position of the one in use.
    #[must_use]
    pub fn with_locations(self, locations: Vec<Location>, current: usize) -> Self {
        Book {
            locations,
            current,
            ..self
        }
    }

    /// The locations, in the order of the configuration.
    pub fn locations(&self) -> &[Location] {
        &self.locations
    }

    /// The location in use, if there is one.
    pub fn current(&self) -> Option<&Location> {
        self.locations.get(self.current)
    }

    /// The cards, by their ids; card 0 is the first.
    pub fn cards(&self) -> &[Card] {
        &self.cards
    }

    /// The card with this id.
    pub fn card(&self, id: u32) -> Option<&Card> {
        self.cards.iter().find(|card| card.id == id)
    }

    /// The countries, by their ids. For lineGetCountry: the next country is the next of these.
    pub fn countries(&self) -> &[Country] {
        &self.countries
    }

    /// The country with this id.
    pub fn country(&self, id: u32) -> Option<&Country> {
        let found = self
            .countries
            .binary_search_by_key(&id, |country| country.id);
        found.ok().and_then(|at| self.countries.get(at))
    }
}
