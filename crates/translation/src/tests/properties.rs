//! What holds of every text.

use super::{berlin, book, card, redmond};
use crate::{Book, Options, result};
use proptest::prelude::*;

fn books() -> [Book; 4] {
    let mut with_card = redmond();
    with_card.card = card().id;
    [
        Book::default(),
        book(redmond()),
        book(berlin()),
        book(with_card),
    ]
}

proptest! {
    /// No text breaks it, and what is not canonical stays as it is.
    #[test]
    fn any_text_is_translated_or_refused(text in any::<String>(), bits in 0_u32..16) {
        let Ok(options) = Options::new(bits & !1) else { return Ok(()) };
        for book in books() {
            let made = book.translate(&text, 0, options);
            if !text.trim_start().starts_with('+') {
                let first = text.split(['\r', '\n']).next().unwrap();
                prop_assert_eq!(made.unwrap().dialable, first);
            }
        }
    }

    /// Texts that look like canonical addresses.
    #[test]
    fn anything_behind_a_plus_is_translated_or_refused(text in "\\+[-0-9 ().+A-DPTW|^,!é]{0,20}") {
        for book in books() {
            if let Ok(made) = book.translate(&text, 0, Options::default()) {
                prop_assert!(made.results & result::CANONICAL != 0);
                prop_assert!(!made.displayable.contains(['|', '^']));
            }
        }
    }

    /// Canonical addresses: each digit of the subscriber is dialled, in its order; all that can be
    /// dialled is allowed in a dialable string; the card's number is never shown.
    #[test]
    fn canonical_addresses_are_dialled_whole(
        country in prop::sample::select(vec![1_u32, 49, 44, 353, 7, 39]),
        area in "[1-9][0-9]{0,3}",
        subscriber in "[0-9][0-9 .-]{0,10}[0-9]",
    ) {
        let text = format!("+{country} ({area}) {subscriber}");
        let digits: String = subscriber.chars().filter(char::is_ascii_digit).collect();
        for book in books() {
            let made = book.translate(&text, 0, Options::default()).unwrap();
            prop_assert!(made.dialable.ends_with(&digits), "{}", made.dialable);
            prop_assert!(made.displayable.ends_with(&subscriber), "{}", made.displayable);
            prop_assert!(made.dialable.chars().all(|c| "0123456789*#+,$TPW".contains(c)));
            prop_assert_eq!(made.destination_country, country);
            let places = result::LOCAL | result::LONG_DISTANCE | result::INTERNATIONAL;
            let expected = u32::from(book.current().is_some());
            prop_assert_eq!((made.results & places).count_ones(), expected);
            let shown = made.displayable.replace(&subscriber, "").replace(&area, "");
            prop_assert!(!shown.contains("98765"));
        }
    }
}
