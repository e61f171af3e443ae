//! Points in time as records and the API name them: UTC, to the millisecond, as RFC 3339 has them.

use std::time::{Duration, SystemTime, UNIX_EPOCH};
use tapi3_common::date::Rfc3339;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// `2026-11-26T08:30:00.250Z`. What is before 1970 is taken for its beginning.
pub(in crate::server) fn in_words(time: SystemTime) -> String {
    let mut text = Rfc3339(time).to_string();
    // Microseconds are more than anybody asks for.
    text.truncate("2026-11-26T08:30:00.250".len());
    text.push('Z');
    text
}

/// The day of a point in time, counted from 1970.
pub(in crate::server) fn day(time: SystemTime) -> u64 {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    since.as_secs() / DAY.as_secs()
}

/// `2026-11-26`
pub(in crate::server) fn day_in_words(day: u64) -> String {
    let begin = Duration::from_secs(day.saturating_mul(DAY.as_secs()));
    let begin = UNIX_EPOCH.checked_add(begin).unwrap_or(UNIX_EPOCH);
    let mut text = Rfc3339(begin).to_string();
    text.truncate("2026-11-26".len());
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_and_days_are_written_as_the_calendar_has_them() {
        // As `date -u -d @SECONDS +%FT%TZ` says.
        for (milliseconds, words) in [
            (0, "1970-01-01T00:00:00.000Z"),
            (951_782_399_999, "2000-02-28T23:59:59.999Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"),
            (1_709_210_096_078, "2024-02-29T12:34:56.078Z"),
            (1_798_761_599_000, "2026-12-31T23:59:59.000Z"),
        ] {
            let time = UNIX_EPOCH + Duration::from_millis(milliseconds);
            assert_eq!(in_words(time), words);
            assert_eq!(day_in_words(day(time)), words[..10]);
        }
        let before = UNIX_EPOCH - Duration::from_secs(1);
        assert_eq!(in_words(before), in_words(UNIX_EPOCH));
    }
}
