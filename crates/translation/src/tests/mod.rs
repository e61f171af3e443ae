//! Translation, held against the published examples and against what must hold of everything.

mod countries;
mod examples;
mod numbering;
mod properties;

use crate::{Book, Card, Location};

/// Texts of our own.
pub(super) fn texts(list: &[&str]) -> Vec<String> {
    list.iter().map(|text| (*text).to_owned()).collect()
}

/// A location in area 425 of the United States, behind an exchange.
pub(super) fn redmond() -> Location {
    Location {
        id: 1,
        name: "Redmond".to_owned(),
        country: 1,
        area: "425".to_owned(),
        local_access: "9,".to_owned(),
        long_distance_access: "8,".to_owned(),
        cancel_call_waiting: "*70,".to_owned(),
        ..Location::default()
    }
}

/// A location in Berlin, with nothing in front.
pub(super) fn berlin() -> Location {
    Location {
        id: 2,
        name: "Berlin".to_owned(),
        country: 49,
        area: "30".to_owned(),
        ..Location::default()
    }
}

/// A card that is reached under a number of its own.
pub(super) fn card() -> Card {
    Card {
        id: 3,
        name: "Blue".to_owned(),
        number: "98765".to_owned(),
        options: 0,
        same_area: "1800$H,G".to_owned(),
        long_distance: "1800$H,FG".to_owned(),
        international: "1800$H,01EFG".to_owned(),
    }
}

/// A book with one location and the card.
pub(super) fn book(location: Location) -> Book {
    Book::new(vec![card()], Vec::new()).with_locations(vec![location], 0)
}
