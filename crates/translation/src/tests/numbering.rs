//! The table of countries proof-read: what Recommendation E.164 assigns and what ITU lists of dialling
//! procedures, written down a second time, the other way round.

use crate::Country;
use crate::countries::{COUNTRIES, SERVICES};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// The codes that are assigned to countries, zone by zone.
const ASSIGNED: &[RangeInclusive<u32>] = &[
    1..=1,
    7..=7,
    20..=20,
    27..=27,
    30..=34,
    36..=36,
    39..=41,
    43..=49,
    51..=58,
    60..=66,
    81..=82,
    84..=84,
    86..=86,
    90..=95,
    98..=98,
    211..=213,
    216..=216,
    218..=218,
    220..=258,
    260..=269,
    290..=291,
    297..=299,
    350..=359,
    370..=378,
    380..=383,
    385..=387,
    389..=389,
    420..=421,
    423..=423,
    500..=509,
    590..=599,
    670..=670,
    672..=683,
    685..=692,
    850..=850,
    852..=853,
    855..=856,
    880..=880,
    886..=886,
    960..=968,
    970..=977,
    992..=996,
    998..=998,
];

/// What stands in front of an area code where it is not `0` or nothing.
const TRUNKS: &[(u32, &[&str])] = &[
    (1, &["1", "N1"]),
    (7, &["8"]),
    (36, &["06"]),
    (55, &["0N"]),
    (375, &["8"]),
    (993, &["8"]),
];

/// What stands in front of a country code where it is not `00`.
const OUT: &[(&str, &[u32])] = &[
    ("0", &[685]),
    ("000", &[65, 254, 255, 256]),
    ("001", &[62, 66, 82, 592, 852, 855, 976]),
    ("0011", &[61]),
    ("002", &[595, 886]),
    ("009", &[234]),
    ("00S", &[55]),
    ("010", &[81]),
    ("011", &[1, 680, 691, 692]),
    ("119", &[53]),
    ("810", &[992]),
    ("8W10", &[7, 375, 993]),
    ("S011", &[1]),
];

fn named(country: &Country) -> String {
    format!("{} (+{})", country.name, country.code)
}

#[test]
fn every_assigned_code_is_there_and_no_other() {
    let mut left: Vec<u32> = ASSIGNED.iter().cloned().flatten().collect();
    left.sort_unstable();
    let mut there: Vec<u32> = COUNTRIES.iter().map(|country| country.code).collect();
    there.sort_unstable();
    there.dedup();
    assert_eq!(there, left);
    assert!(SERVICES.iter().all(|code| !there.contains(code)));
}

#[test]
fn codes_are_shared_by_those_who_share_them() {
    let mut by_code: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
    for country in COUNTRIES {
        by_code.entry(country.code).or_default().push(&country.name);
    }
    by_code.retain(|_, names| names.len() > 1);
    let shared: Vec<u32> = by_code.keys().copied().collect();
    assert_eq!(shared, [1, 7, 39]);
    assert_eq!(by_code[&7], ["Russia", "Kazakhstan"]);
    assert_eq!(by_code[&39], ["Italy", "Vatican City"]);
    // The members of the North American plan.
    assert_eq!(by_code[&1].len(), 25);
    for name in ["Canada", "Jamaica", "Puerto Rico", "Sint Maarten", "Guam"] {
        assert!(by_code[&1].contains(&name), "{name}");
    }
}

#[test]
fn national_prefixes_are_those_of_the_plan() {
    for country in COUNTRIES {
        let trunk = country.long_distance.strip_suffix("FG").unwrap();
        let special = TRUNKS.iter().find(|(code, _)| *code == country.code);
        let usual: &[&str] = special.map_or(&["", "0"], |(_, trunks)| trunks);
        assert!(usual.contains(&trunk), "{}: {trunk:?}", named(country));
        // Within an area the number alone is dialled, or all of it.
        let near = &*country.same_area;
        assert!(
            near == "G" || near == country.long_distance,
            "{}",
            named(country)
        );
        // Where nothing is in front, there is no area to be left out.
        assert!(!trunk.is_empty() || near == "FG", "{}", named(country));
    }
}

#[test]
fn international_prefixes_are_those_that_itu_lists() {
    for country in COUNTRIES {
        let out = country.international.strip_suffix("EFG").unwrap();
        let special = OUT
            .iter()
            .filter(|(_, codes)| codes.contains(&country.code));
        let special: Vec<&str> = special.map(|(out, _)| *out).collect();
        let fits = if special.is_empty() {
            out == "00"
        } else {
            special.contains(&out)
        };
        assert!(fits, "{}: {out}", named(country));
    }
}
