//! Points in time as records and the API name them: UTC, to the millisecond, as RFC 3339 has them.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

const DAY: u64 = 24 * 60 * 60;

/// `2026-11-26T08:30:00.250Z`. What is before 1970 is taken for its beginning.
pub(in crate::server) fn in_words(time: SystemTime) -> String {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
    let (seconds, milliseconds) = (since.as_secs(), since.subsec_millis());
    let (hour, minute, second) = (seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
    let date = day_in_words(seconds / DAY);
    format!("{date}T{hour:02}:{minute:02}:{second:02}.{milliseconds:03}Z")
}

/// The day of a point in time, counted from 1970.
pub(in crate::server) fn day(time: SystemTime) -> u64 {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
    since.as_secs() / DAY
}

/// `2026-11-26`
pub(in crate::server) fn day_in_words(day: u64) -> String {
    let (year, month, day) = date(day);
    format!("{year:04}-{month:02}-{day:02}")
}

/// Year, month and day of a day counted from 1970. A year is taken to begin in March, so that the
/// leap day is its last one; 400 years are 146,097 days.
fn date(day: u64) -> (u64, u64, u64) {
    // The first of March of the year 0.
    let day = day + 719_468;
    let (era, day) = (day / 146_097, day % 146_097);
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    // Five months from March on have 153 days, again and again.
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (month, next_year) = match month {
        0..=9 => (month + 3, 0),
        _ => (month - 9, 1),
    };
    (era * 400 + year + next_year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_as_the_calendar_has_them() {
        // As `date -u -d @SECONDS +%FT%TZ` says.
        for (milliseconds, words) in [
            (0, "1970-01-01T00:00:00.000Z"),
            (951_782_399_999, "2000-02-28T23:59:59.999Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"),
            (951_868_800_001, "2000-03-01T00:00:00.001Z"),
            (1_709_210_096_078, "2024-02-29T12:34:56.078Z"),
            (1_798_761_599_000, "2026-12-31T23:59:59.000Z"),
            (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
        ] {
            let time = UNIX_EPOCH + Duration::from_millis(milliseconds);
            assert_eq!(in_words(time), words);
        }
        assert_eq!(
            in_words(UNIX_EPOCH - Duration::from_secs(1)),
            in_words(UNIX_EPOCH)
        );
    }

    #[test]
    fn each_day_follows_the_one_before() {
        let mut last = date(0);
        for day in 1..60_000 {
            let next = date(day);
            let (year, month, number) = last;
            let same_month = (year, month, number + 1);
            let next_month = (year, month + 1, 1);
            let next_year = (year + 1, 1, 1);
            assert!(
                next == same_month || next == next_month || (month == 12 && next == next_year),
                "{last:?} {next:?}"
            );
            last = next;
        }
    }
}
