//! The table of countries checked, as far as a table can be without its source.

use crate::countries::{COUNTRIES, SERVICES, code_length};
use crate::rule::check;
use crate::{Book, Country, Options};
use std::collections::BTreeSet;

#[test]
fn no_country_code_begins_with_another_and_none_begins_with_zero() {
    let countries = COUNTRIES.iter().map(|country| country.code);
    let codes: BTreeSet<String> = (countries.chain(SERVICES.iter().copied()))
        .map(|code| code.to_string())
        .collect();
    for code in &codes {
        assert!(code.len() <= 3 && !code.starts_with('0'), "{code}");
        for other in codes.iter().filter(|other| *other != code) {
            assert!(!other.starts_with(code.as_str()), "{other} and {code}");
        }
    }
}

#[test]
fn ids_ascend_and_a_code_has_one_country_that_bears_it_as_its_id() {
    for pair in COUNTRIES.windows(2) {
        assert!(pair[0].id < pair[1].id, "{} {}", pair[0].name, pair[1].name);
    }
    let ids: BTreeSet<u32> = COUNTRIES.iter().map(|country| country.id).collect();
    let names: BTreeSet<&str> = COUNTRIES.iter().map(|country| &*country.name).collect();
    assert_eq!(names.len(), COUNTRIES.len());
    let codes: BTreeSet<u32> = COUNTRIES.iter().map(|country| country.code).collect();
    assert!(codes.is_subset(&ids));
    for country in COUNTRIES
        .iter()
        .filter(|country| country.id != country.code)
    {
        assert!(!codes.contains(&country.id), "{}", country.name);
    }
    // As many as there are; a row that is lost is seen here.
    assert_eq!(codes.len(), 206, "country codes");
    assert_eq!(COUNTRIES.len(), 232, "countries");
}

#[test]
fn every_rule_can_be_dialled_and_leads_to_the_subscriber() {
    for country in COUNTRIES {
        for rule in [
            &country.same_area,
            &country.long_distance,
            &country.international,
        ] {
            assert_eq!(check(rule), None, "{}", country.name);
            assert!(rule.ends_with('G'), "{}", country.name);
        }
        assert!(country.international.ends_with("EFG"), "{}", country.name);
        assert!(country.name.is_ascii(), "{}", country.name);
    }
}

#[test]
fn codes_are_found_in_numbers_without_blanks() {
    for (digits, length) in [
        ("14255550100", Some(1)),
        ("79161234567", Some(1)),
        ("493012345", Some(2)),
        ("35312345", Some(3)),
        ("88001234", Some(3)),
        ("8001234", Some(3)),
        ("210123", None),
        ("0", None),
        ("", None),
    ] {
        assert_eq!(code_length(digits), length, "{digits}");
    }
}

/// How one calls another country from here, and a city of one's own country.
#[test]
fn well_known_places_are_reached_as_people_know_it() {
    let far = "+61 (2) 9876 5432";
    for (country, area, near, national, international) in [
        (49, "89", "+49 (30) 123", "030123", "0061298765432"),
        (
            44,
            "20",
            "+44 (161) 496 0000",
            "01614960000",
            "0061298765432",
        ),
        (
            33,
            "1",
            "+33 (1) 23 45 67 89",
            "0123456789",
            "0061298765432",
        ),
        (39, "06", "+39 (02) 1234567", "021234567", "0061298765432"),
        (
            1,
            "425",
            "+1 (206) 555-0100",
            "12065550100",
            "01161298765432",
        ),
        (
            107,
            "416",
            "+1 (514) 555-0100",
            "15145550100",
            "01161298765432",
        ),
        (81, "3", "+81 (6) 1234-5678", "0612345678", "01061298765432"),
        (36, "1", "+36 (62) 123456", "0662123456", "0061298765432"),
        (45, "", "+45 12345678", "12345678", "0061298765432"),
        (852, "", "+852 12345678", "12345678", "00161298765432"),
    ] {
        let location = crate::Location {
            country,
            area: area.to_owned(),
            ..Default::default()
        };
        let book = Book::default().with_locations(vec![location], 0);
        let dialled = |text| {
            book.translate(text, 0, Options::default())
                .unwrap()
                .dialable
        };
        assert_eq!(dialled(near), national, "{country}");
        assert_eq!(dialled(far), international, "{country}");
    }
}

#[test]
fn a_country_of_ones_own_stands_in_the_place_of_the_built_in_one() {
    let own = Country {
        id: 49,
        code: 49,
        name: "Here".into(),
        same_area: "G".into(),
        long_distance: "7FG".into(),
        international: "8EFG".into(),
    };
    let book = Book::new(Vec::new(), vec![own.clone()]).with_locations(vec![super::berlin()], 0);
    assert_eq!(book.country(49), Some(&own));
    assert_eq!(book.countries().len(), COUNTRIES.len());
    let dialled = |text| {
        book.translate(text, 0, Options::default())
            .unwrap()
            .dialable
    };
    assert_eq!(dialled("+49 (89) 1"), "7891");
}
