//! Dates as text, made without memory from the heap and without the system's time zones.

use std::fmt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// A moment as RFC 3339 has it, in UTC: `2026-11-26T07:30:34.233435Z`. Years before 1970 are not
/// told, nor are those after 9999; the nearest moment stands for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rfc3339(pub SystemTime);

/// The last second of the year 9999.
const LAST: u64 = 253_402_300_799;

impl fmt::Display for Rfc3339 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let since = self.0.duration_since(UNIX_EPOCH).unwrap_or_default();
        let since = since.min(Duration::from_secs(LAST));
        let (days, rest) = (since.as_secs() / 86_400, since.as_secs() % 86_400);
        let (year, month, day) = civil(days);
        let (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60);
        let micros = u64::from(since.subsec_micros());
        // Each line of a log has one. Digit by digit, from the last, it takes a small part of what it
        // takes with `write!`.
        let parts = [
            (year, 4, b'-'),
            (month, 2, b'-'),
            (day, 2, b'T'),
            (hour, 2, b':'),
            (minute, 2, b':'),
            (second, 2, b'.'),
            (micros, 6, b'Z'),
        ];
        let mut text = [0; "0000-00-00T00:00:00.000000Z".len()];
        let mut places = text.iter_mut().rev();
        for (mut number, digits, after) in parts.into_iter().rev() {
            places.next().into_iter().for_each(|place| *place = after);
            for place in places.by_ref().take(digits) {
                *place = b'0' + (number % 10) as u8;
                number /= 10;
            }
        }
        f.write_str(std::str::from_utf8(&text).unwrap_or_default())
    }
}

/// Year, month and day of a day after the first of January 1970, in the Gregorian calendar. Years
/// are counted from March, so that the day that some of them have more is their last.
pub fn civil(days: u64) -> (u64, u64, u64) {
    // The first of March of the year 0 is so many days before 1970.
    let days = days + 719_468;
    // Of a span of 400 years, which all are equally long.
    let (span, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    // Months from March, whose lengths repeat every five: 31, 30, 31, 30, 31.
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 {
        (month + 3, 0)
    } else {
        (month - 9, 1)
    };
    (span * 400 + year + next, month, day)
}

/// How many days a month of a year has; 0 if no year has such a month.
pub fn days_of(year: u64, month: u64) -> u64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_written_as_the_calendar_has_them() {
        for (seconds, micros, text) in [
            (0, 0, "1970-01-01T00:00:00.000000Z"),
            (951_782_399, 999_999, "2000-02-28T23:59:59.999999Z"),
            (951_782_400, 0, "2000-02-29T00:00:00.000000Z"),
            (951_868_800, 1, "2000-03-01T00:00:00.000001Z"),
            (1_709_164_800, 0, "2024-02-29T00:00:00.000000Z"),
            (1_767_225_599, 0, "2025-12-31T23:59:59.000000Z"),
            (4_107_542_400, 0, "2100-03-01T00:00:00.000000Z"),
            (LAST, 0, "9999-12-31T23:59:59.000000Z"),
            (LAST + 1, 0, "9999-12-31T23:59:59.000000Z"),
        ] {
            let since = Duration::from_secs(seconds) + Duration::from_micros(micros);
            assert_eq!(Rfc3339(UNIX_EPOCH + since).to_string(), text);
        }
        let before = UNIX_EPOCH - Duration::from_secs(1);
        assert_eq!(Rfc3339(before).to_string(), "1970-01-01T00:00:00.000000Z");
    }

    #[test]
    fn each_day_follows_the_one_before() {
        let mut expected = (1970, 1, 1);
        for days in 0..300_000 {
            assert_eq!(civil(days), expected);
            let (year, month, day) = expected;
            expected = match (month, day == days_of(year, month)) {
                (12, true) => (year + 1, 1, 1),
                (_, true) => (year, month + 1, 1),
                (_, false) => (year, month, day + 1),
            };
        }
    }
}
