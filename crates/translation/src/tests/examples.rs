//! The published examples, and the rules one by one.

use super::{berlin, book, card, redmond, texts};
use crate::result::*;
use crate::{Address, AreaRule, Book, Canonical, Error, Location, Options, Translation};

fn translate(book: &Book, text: &str, options: u32) -> Translation {
    let options = Options::new(options).unwrap();
    book.translate(text, 3, options).unwrap()
}

#[test]
fn the_parts_of_a_canonical_address_are_told_apart() {
    let parse = |text| Address::parse(text);
    let parts = |country, area, subscriber, subaddress, name| {
        Ok(Address::Canonical(Canonical {
            country,
            area,
            subscriber,
            subaddress,
            name,
        }))
    };
    assert_eq!(
        parse("+1 (425) 882-8080"),
        parts(1, "425", "882-8080", "", "")
    );
    assert_eq!(parse("+45 12 34"), parts(45, "", "12 34", "", ""));
    assert_eq!(parse("+45 () 12"), parts(45, "", "12", "", ""));
    assert_eq!(
        parse("+49 (30) 12345-67|12^Desk\r\n+1 (2) 3"),
        parts(49, "30", "12345-67", "12", "Desk")
    );
    assert_eq!(parse("+493012345"), parts(49, "", "3012345", "", ""));
    assert_eq!(parse("+999 (1) 2"), parts(999, "1", "2", "", ""));
    assert_eq!(parse("0301234\n5"), Ok(Address::Dialable("0301234")));
    assert_eq!(parse(""), Ok(Address::Dialable("")));
    for text in [
        "+",
        "+ ",
        "+0 1",
        "+01 2",
        "+49",
        "+49 ",
        "+49 (30)",
        "+49 (30",
        "+49 (3a) 1",
        "+49 (30) x",
        "+49 - .",
        "+21012",
        "+49 (30) 1)",
        "+é",
        "+49 3\u{0}",
        "++49 1",
    ] {
        assert_eq!(parse(text), Err(Error::InvalidAddress), "{text:?}");
    }
}

#[test]
fn the_distance_chooses_the_rule_and_the_code_for_an_outside_line() {
    let book = book(redmond());
    for (text, dialled, shown, results) in [
        ("+1 (425) 882-8080", "9,8828080", "9, 882-8080", LOCAL),
        (
            "+1 (206) 555-0100",
            "8,12065550100",
            "8, 1 206 555-0100",
            LONG_DISTANCE,
        ),
        (
            "+44 (20) 7946 0018",
            "8,011442079460018",
            "8, 011 44 20 7946 0018",
            INTERNATIONAL,
        ),
        ("+1 4258828080", "9,8828080", "9, 8828080", LOCAL),
        ("+14258828080", "9,8828080", "9, 8828080", LOCAL),
    ] {
        let made = translate(&book, text, 0);
        assert_eq!(
            (made.dialable.as_str(), made.displayable.as_str()),
            (dialled, shown)
        );
        assert_eq!(made.results, CANONICAL | results, "{text}");
        assert_eq!(made.current_country, 1);
        assert_eq!(
            made.destination_country,
            if text.starts_with("+44") { 44 } else { 1 }
        );
    }
    let location = Location {
        international_access: Some("7".to_owned()),
        international_carrier: "10288".to_owned(),
        long_distance_carrier: "10333".to_owned(),
        ..redmond()
    };
    let book = super::book(location);
    assert_eq!(translate(&book, "+49 (30) 1", 0).dialable, "71028801149301");
    assert_eq!(translate(&book, "+1 (206) 1", 0).dialable, "8,1033312061");
}

#[test]
fn what_is_not_canonical_is_left_alone() {
    let book = book(redmond());
    let made = translate(&book, "88-28 (x)?|12^Desk", 0x2);
    assert_eq!(made.dialable, "88-28 (x)?|12^Desk");
    assert_eq!(made.displayable, "88-28 (x)?");
    assert_eq!((made.destination_country, made.results), (0, DIAL_PROMPT));
    assert_eq!(made.current_country, 1);
}

#[test]
fn without_a_location_nothing_is_translated() {
    let made = translate(&Book::default(), "+49 (30) 123-45|6^Name", 0x2);
    assert_eq!(made.dialable, "+493012345|6^Name");
    assert_eq!(made.displayable, "+49 (30) 123-45");
    assert_eq!(made.results, CANONICAL | NO_TRANSLATION);
    assert_eq!((made.current_country, made.destination_country), (0, 49));
}

#[test]
fn tone_or_pulse_comes_first_then_call_waiting_then_the_outside_line() {
    for (tone, first, options) in [(None, "", 0), (Some(true), "T", 0), (Some(false), "P", 1)] {
        let location = Location { tone, ..redmond() };
        assert_eq!(location.options(), options);
        let made = translate(&book(location), "+1 (425) 1", Options::CANCEL_CALL_WAITING);
        assert_eq!(made.dialable, format!("{first}*70,9,1"));
    }
}

#[test]
fn subaddress_and_name_stay_in_what_is_dialled_alone() {
    let made = translate(&book(berlin()), "+49 (30) 12?3|45^Desk @", 0);
    assert_eq!(made.dialable, "12?3|45^Desk @");
    assert_eq!(made.displayable, "12?3");
    assert_eq!(made.results, CANONICAL | LOCAL | DIAL_PROMPT);
}

#[test]
fn the_toll_list_makes_local_calls_long_distance() {
    let location = Location {
        toll: texts(&["882", "99"]),
        ..redmond()
    };
    let list: String = location.toll_list().collect();
    assert_eq!(list, "882,99");
    let book = book(location);
    for (text, options, dialled, results) in [
        (
            "+1 (425) 8-82-8080",
            0,
            "8,14258828080",
            LOCAL | IN_TOLL_LIST,
        ),
        (
            "+1 (425) 555-0100",
            0,
            "9,5550100",
            LOCAL | NOT_IN_TOLL_LIST,
        ),
        ("+1 (206) 882-8080", 0, "8,12068828080", LONG_DISTANCE),
        (
            "+1 (425) 882-8080",
            Options::FORCE_LOCAL,
            "9,8828080",
            LOCAL,
        ),
        (
            "+1 (206) 555-0100",
            Options::FORCE_LOCAL,
            "9,5550100",
            LOCAL,
        ),
        (
            "+1 (425) 555-0100",
            Options::FORCE_LONG_DISTANCE,
            "8,14255550100",
            LONG_DISTANCE,
        ),
        (
            "+49 (30) 1",
            Options::FORCE_LOCAL,
            "8,01149301",
            INTERNATIONAL,
        ),
    ] {
        let made = translate(&book, text, options);
        assert_eq!(made.dialable, dialled, "{text} {options}");
        assert_eq!(made.results, CANONICAL | results, "{text} {options}");
    }
}

#[test]
fn an_area_may_have_rules_of_its_own() {
    let rule = |area: &str, prefixes: &[&str], rule: &str| AreaRule {
        area: area.to_owned(),
        prefixes: texts(prefixes),
        rule: rule.to_owned(),
    };
    let location = Location {
        areas: vec![rule("206", &["55"], "FG"), rule("425", &[], "*G")],
        ..redmond()
    };
    let book = book(location);
    let dialled = |text, options| translate(&book, text, options).dialable;
    assert_eq!(dialled("+1 (206) 555-0100", 0), "8,2065550100");
    assert_eq!(dialled("+1 (206) 655-0100", 0), "8,12066550100");
    assert_eq!(dialled("+1 (425) 655-0100", 0), "9,*6550100");
    assert_eq!(
        dialled("+1 (425) 655-0100", Options::FORCE_LOCAL),
        "9,6550100"
    );
    assert_eq!(dialled("+44 (206) 55", 0), "8,0114420655");
}

#[test]
fn extensions_of_the_own_exchange_are_dialled_directly() {
    let location = Location {
        main_number: "12345".to_owned(),
        extension_digits: (2, 4),
        local_access: "0".to_owned(),
        tone: Some(true),
        ..berlin()
    };
    let book = book(location);
    for (text, dialled) in [
        ("+49 (30) 12345-67", "67"),
        ("+49 30 123 45 6789", "6789"),
        ("+49 (30) 12345", "T012345"),
        ("+49 (30) 12345-6", "T0123456"),
        ("+49 (30) 12345-67890", "T01234567890"),
        ("+49 (30) 1234-67", "T0123467"),
        ("+49 (40) 12345-67", "T0401234567"),
    ] {
        assert_eq!(translate(&book, text, 0).dialable, dialled, "{text}");
    }
}

#[test]
fn a_card_is_dialled_with_its_number_and_shown_by_its_name() {
    let own = Location {
        card: 3,
        ..redmond()
    };
    for (location, options) in [(own.clone(), 0), (redmond(), Options::CARD_OVERRIDE)] {
        let made = translate(&book(location), "+1 (206) 555-0100", options);
        assert_eq!(made.dialable, "8,1800$98765,2065550100");
        assert_eq!(made.displayable, "8, 1800$ [Blue] , 206 555-0100");
        assert_eq!(made.results, CANONICAL | LONG_DISTANCE | DIAL_BILLING);
        assert!(!format!("{made:?}{:?}", card()).contains("98765"));
    }
    // The card that is named counts only if it is to.
    assert_eq!(
        translate(&book(redmond()), "+1 (206) 1", 0).dialable,
        "8,12061"
    );
    let direct = Options::new(Options::CARD_OVERRIDE).unwrap();
    let made = book(own.clone())
        .translate("+1 (206) 1", 0, direct)
        .unwrap();
    assert_eq!(made.dialable, "8,12061");
    let made = book(own).translate("+1 (206) 1", 4, direct);
    assert_eq!(made, Err(Error::InvalidCard));
}

#[test]
fn options_that_nobody_knows_or_that_exclude_each_other_are_refused() {
    for bits in [0, 1, 2, 4, 8, 0x7, 0xb] {
        assert!(Options::new(bits).is_ok(), "{bits}");
    }
    for bits in [0xc, 0xf, 0x10, 0x8000_0000] {
        assert_eq!(Options::new(bits), Err(Error::InvalidOptions), "{bits}");
    }
}

#[test]
fn card_zero_is_always_there_and_the_first() {
    let book = book(berlin());
    let ids: Vec<u32> = book.cards().iter().map(|card| card.id).collect();
    assert_eq!(ids, [0, 3]);
    assert_eq!(Book::default().cards().len(), 1);
}
