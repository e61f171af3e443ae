//! The translation itself. Source: the lineTranslateAddress page, and KB 167220 for the rules.

use crate::rule::{self, For, Values, expand};
use crate::text::{dialled, is_punctuation, push, push_char, strip_dialled};
use crate::{Address, Book, Canonical, Country, Error, Location, Options, result};
use std::fmt;

/// What an address becomes.
#[derive(Clone, PartialEq, Eq)]
pub struct Translation {
    /// What is dialled. It may have the number of a card in it: never show or log it.
    pub dialable: String,
    /// What may be shown.
    pub displayable: String,
    /// The country code of the location in use; 0 if there is none.
    pub current_country: u32,
    /// The country code of the address; 0 if it is not canonical.
    pub destination_country: u32,
    /// Bits of [`result`].
    pub results: u32,
}

impl fmt::Debug for Translation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Translation");
        shown.field("displayable", &self.displayable);
        shown
            .field("results", &self.results)
            .finish_non_exhaustive()
    }
}

/// Where an address is, seen from the location.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Distance {
    Local,
    Far,
    International,
}

/// What was found out about a canonical address at a location.
struct Route<'a> {
    area: &'a str,
    subscriber: &'a str,
    distance: Distance,
    results: u32,
}

impl Book {
    /// Translates the first address of a text for the location in use.
    ///
    /// What does not begin with `+` is dialled as it is. Without a location a canonical address
    /// becomes `+` and its digits, and the results say [`result::NO_TRANSLATION`]. `card` counts
    /// only with [`Options::CARD_OVERRIDE`].
    ///
    /// # Errors
    /// [`Error::InvalidAddress`], [`Error::InvalidCard`], [`Error::OutOfMemory`].
    pub fn translate(&self, text: &str, card: u32, options: Options) -> Result<Translation, Error> {
        let location = self.current();
        let country = location.and_then(|location| self.country(location.country));
        let over = options.has(Options::CARD_OVERRIDE);
        let id = if over {
            card
        } else {
            location.map_or(0, |l| l.card)
        };
        let card = self.card(id).ok_or(Error::InvalidCard)?;
        let mut translation = Translation {
            dialable: String::new(),
            displayable: String::new(),
            current_country: country.map_or(0, |country| country.code),
            destination_country: 0,
            results: 0,
        };
        match Address::parse(text)? {
            Address::Dialable(text) => {
                push(&mut translation.dialable, text)?;
                let shown = text.split(['|', '^']).next().unwrap_or_default();
                push(&mut translation.displayable, shown)?;
            }
            Address::Canonical(address) => {
                translation.destination_country = address.country;
                translation.results = result::CANONICAL;
                match (location, country) {
                    (Some(location), Some(country)) => {
                        dial(
                            &mut translation,
                            &address,
                            (location, country),
                            card,
                            options,
                        )?;
                    }
                    _ => untranslated(&mut translation, &address)?,
                }
                addition(&mut translation.dialable, '|', address.subaddress)?;
                addition(&mut translation.dialable, '^', address.name)?;
            }
        }
        translation.results |= waits(&translation.dialable);
        Ok(translation)
    }
}

/// Appends what is dialled for a canonical address, and what is shown of it.
fn dial(
    translation: &mut Translation,
    address: &Canonical,
    (location, country): (&Location, &Country),
    card: &crate::Card,
    options: Options,
) -> Result<(), Error> {
    let route = route(address, location, country, options);
    translation.results |= route.results;
    if let Some(extension) = extension(&route, location).filter(|_| card.id == 0) {
        rule::subscriber(&mut translation.dialable, extension)?;
        return push(&mut translation.displayable, extension);
    }
    let (access, of_country, of_card) = match route.distance {
        Distance::Local => (&location.local_access, &country.same_area, &card.same_area),
        Distance::Far => (
            &location.long_distance_access,
            &country.long_distance,
            &card.long_distance,
        ),
        Distance::International => (
            location
                .international_access
                .as_ref()
                .unwrap_or(&location.long_distance_access),
            &country.international,
            &card.international,
        ),
    };
    let rule = match card.id {
        0 => area_rule(&route, location, options).unwrap_or(of_country),
        _ => of_card,
    };
    let values = Values {
        country: address.country,
        area: route.area,
        subscriber: route.subscriber,
        card_number: &card.number,
        card_name: &card.name,
        long_distance_carrier: &location.long_distance_carrier,
        international_carrier: &location.international_carrier,
    };
    for what in [For::Dialling, For::Showing] {
        let to = match what {
            For::Dialling => &mut translation.dialable,
            For::Showing => &mut translation.displayable,
        };
        if let Some(tone) = location.tone {
            push_char(to, if tone { 'T' } else { 'P' })?;
        }
        if options.has(Options::CANCEL_CALL_WAITING) {
            push(to, &location.cancel_call_waiting)?;
        }
        push(to, access)?;
        if what == For::Showing && !to.is_empty() && !rule.is_empty() {
            push_char(to, ' ')?;
        }
        expand(to, rule, &values, what)?;
    }
    Ok(())
}

/// How an address is reached from a location. An address without an area that begins with the
/// location's area is in it: no area code begins with another.
fn route<'a>(
    address: &Canonical<'a>,
    location: &Location,
    country: &Country,
    options: Options,
) -> Route<'a> {
    let mut route = Route {
        area: address.area,
        subscriber: address.subscriber,
        distance: Distance::International,
        results: result::INTERNATIONAL,
    };
    if address.country != country.code {
        return route;
    }
    if address.area.is_empty() && !location.area.is_empty() {
        let rest = strip_dialled(address.subscriber, &location.area);
        if let Some(rest) = rest.filter(|rest| !rest.is_empty()) {
            let before = address.subscriber.len() - rest.len();
            let area = address.subscriber.get(..before).unwrap_or_default();
            // Only where the area stands in one piece, so that it can be told again.
            let area = area.trim_end_matches(is_punctuation);
            if area == location.area {
                (route.area, route.subscriber) = (area, rest);
            }
        }
    }
    let same = route.area == location.area;
    let listed = |prefix: &String| strip_dialled(route.subscriber, prefix).is_some();
    let toll = same && location.toll.iter().any(listed);
    (route.distance, route.results) = if options.has(Options::FORCE_LOCAL) {
        (Distance::Local, result::LOCAL)
    } else if options.has(Options::FORCE_LONG_DISTANCE) {
        (Distance::Far, result::LONG_DISTANCE)
    } else if toll {
        (Distance::Far, result::LOCAL | result::IN_TOLL_LIST)
    } else if same && !location.toll.is_empty() {
        (Distance::Local, result::LOCAL | result::NOT_IN_TOLL_LIST)
    } else if same {
        (Distance::Local, result::LOCAL)
    } else {
        (Distance::Far, result::LONG_DISTANCE)
    };
    route
}

/// The location's own rule for the area, unless the program says how it is to be dialled.
fn area_rule<'a>(route: &Route, location: &'a Location, options: Options) -> Option<&'a str> {
    let forced = Options::FORCE_LOCAL | Options::FORCE_LONG_DISTANCE;
    if route.distance == Distance::International || options.has(forced) {
        return None;
    }
    let fits = location.areas.iter().find(|rule| {
        let begins = |prefix: &String| strip_dialled(route.subscriber, prefix).is_some();
        rule.area == route.area && (rule.prefixes.is_empty() || rule.prefixes.iter().any(begins))
    });
    fits.map(|rule| rule.rule.as_str())
}

/// The extension, if the address is one of the location's own exchange.
fn extension<'a>(route: &Route<'a>, location: &Location) -> Option<&'a str> {
    if route.distance != Distance::Local
        || route.area != location.area
        || location.main_number.is_empty()
    {
        return None;
    }
    let rest = strip_dialled(route.subscriber, &location.main_number)?;
    let (least, most) = location.extension_digits;
    let count = dialled(rest).count();
    let digits = dialled(rest).all(|c| c.is_ascii_digit());
    (digits && count > 0 && (least..=most).contains(&count)).then_some(rest)
}

/// `+` and the digits, for a line that takes numbers in that form.
fn untranslated(translation: &mut Translation, address: &Canonical) -> Result<(), Error> {
    translation.results |= result::NO_TRANSLATION;
    let to = &mut translation.dialable;
    push_char(to, '+')?;
    rule::number(to, address.country)?;
    push(to, address.area)?;
    rule::subscriber(to, address.subscriber)?;
    let to = &mut translation.displayable;
    push_char(to, '+')?;
    rule::number(to, address.country)?;
    push_char(to, ' ')?;
    if !address.area.is_empty() {
        push_char(to, '(')?;
        push(to, address.area)?;
        push(to, ") ")?;
    }
    push(to, address.subscriber)
}

fn addition(to: &mut String, mark: char, text: &str) -> Result<(), Error> {
    if text.is_empty() {
        return Ok(());
    }
    push_char(to, mark)?;
    push(to, text)
}

/// What the dialable string waits for.
fn waits(dialable: &str) -> u32 {
    let number = dialable.split(['|', '^']).next().unwrap_or_default();
    number.chars().fold(0, |bits, c| {
        bits | match c {
            '$' => result::DIAL_BILLING,
            '@' => result::DIAL_QUIET,
            'W' | 'w' => result::DIAL_DIAL_TONE,
            '?' => result::DIAL_PROMPT,
            ':' => result::VOICE_DETECT,
            _ => 0,
        }
    })
}
