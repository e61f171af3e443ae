//! Locations, cards and countries: what may be said of them, and what is said of mistakes.

use super::read;
use crate::translation::Options;

const HERE: &str = "[[location]]\nname = \"A\"\ncountry = 49\n";
const CARD: &str =
    "[card]\nname = \"C\"\nsame_area = \"G\"\nlong_distance = \"FG\"\ninternational = \"EFG\"\n";

#[test]
fn one_table_or_several_and_the_current_one() {
    let one = read("[location]\nname = \"A\"\ncountry = 49\noutside = \"0\"").unwrap();
    let location = one.translation.current().unwrap();
    assert_eq!((location.id, &*location.name), (1, "A"));
    assert_eq!(location.long_distance_access, "0");
    let text = format!(
        "{HERE}[[location]]\nname = \"B\"\nid = 9\ncountry = 1\ncurrent = true\narea = \"425\"\n\
         [[location.area_rule]]\narea = \"206\"\nrule = \"FG\"\n"
    );
    let book = read(&text).unwrap().translation;
    assert_eq!(book.current().map(|l| l.id), Some(9));
    let made = book.translate("+1 (206) 1", 0, Options::default()).unwrap();
    assert_eq!(made.dialable, "2061");
    assert!(read("").unwrap().translation.current().is_none());
}

#[test]
fn mistakes_are_told_with_line_and_key() {
    for (text, line, key) in [
        (format!("{HERE}colour = 1"), 4, ""),
        (format!("{HERE}area = \"3a\""), 4, "area"),
        (format!("{HERE}outside = \"x\""), 4, "outside"),
        (format!("{HERE}toll = [\"\"]"), 4, "toll"),
        (format!("{HERE}id = 0"), 4, "id"),
        (format!("{HERE}card = 5"), 4, "card"),
        (
            format!("{HERE}internal_digits = [4, 2]"),
            4,
            "internal_digits",
        ),
        (
            format!("{HERE}current = true\n{HERE}current = true"),
            8,
            "current",
        ),
        (format!("{HERE}id = 2\n{HERE}"), 5, ""),
        (
            "[location]\nname = \"A\"\ncountry = 3".to_owned(),
            3,
            "country",
        ),
        (format!("{CARD}number = \"hunter2\""), 6, "number"),
        (CARD.replace("EFG", "EFX"), 5, "international"),
        ("location = 5".to_owned(), 1, ""),
    ] {
        let message = read(&text).unwrap_err().message().to_owned();
        assert!(!message.contains("hunter2"), "{message}");
        let place = match key {
            "" => format!("line {line}"),
            key => format!("line {line}, key {key}"),
        };
        assert!(message.contains(&place), "{text}: {message}");
    }
}
