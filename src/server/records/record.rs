//! One call record: a line of JSON, written when a call ends and read by `tapi3 calls`.

use super::super::ledger::CallRecord;
use super::time;
use serde::{Deserialize, Serialize};

/// What is kept of a call that is over. The keys of the line have these names.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RecordLine {
    /// The call's identifier, as its client has it.
    pub id: String,
    /// Whose call it was.
    pub user: String,
    /// Where the request to place it came from: the client's address.
    pub from: String,
    /// By which way it was asked for: `ews` or `api`.
    pub through: String,
    /// The item that was to be played; empty if none was named.
    pub item: String,
    /// The number or the SIP URI that was dialled; its last digits may be masked.
    pub number: String,
    /// The name of the line.
    pub line: String,
    /// When it was placed: UTC, as RFC 3339 has it.
    pub begin: String,
    /// When it was answered; none if it was not.
    pub answer: Option<String>,
    /// When it was over.
    pub end: String,
    /// How long it was connected, in seconds: from the answer to the end. 0 without an answer.
    pub duration: f64,
    /// Why it ended: `normal`, `cancelled`, `busy`, `no_answer`, `refused`, `bad_address`, `blocked`
    /// or `failed`; `not_placed` if the line did not take it.
    pub cause: String,
    /// The last response of the network, or the one that a SIP network would have given.
    pub sip_code: i32,
    /// Its text.
    pub sip_text: String,
    /// Who ended it: `client`, `administrator`, `far_end`, `line`, `orphan`, `time_limit`,
    /// `lost_reply` or `shutdown`.
    pub ended_by: String,
}

impl RecordLine {
    /// What is to be kept of a call, its number whole.
    pub(in crate::server) fn of(record: &CallRecord) -> Self {
        let information = &record.information;
        let talked = record.talked().unwrap_or_default();
        RecordLine {
            id: record.name.to_string(),
            user: record.origin.user.to_string(),
            from: record.origin.from.to_string(),
            through: record.origin.door.as_str().to_owned(),
            item: record.item.to_string(),
            number: record.destination.clone(),
            line: record.line.clone(),
            begin: time::in_words(record.begun.date),
            answer: record
                .answered
                .map(|answered| time::in_words(answered.date)),
            end: time::in_words(record.ended.date),
            duration: talked.as_millis() as f64 / 1000.0,
            cause: record.cause_in_words().to_owned(),
            sip_code: information.sip_code.unwrap_or_default(),
            sip_text: information.sip_text.clone().unwrap_or_default(),
            ended_by: record.ended_by.as_str().to_owned(),
        }
    }

    /// The record as a line, with the line break at its end.
    pub(in crate::server) fn line(&self) -> Result<String, serde_json::Error> {
        let mut line = serde_json::to_string(self)?;
        line.push('\n');
        Ok(line)
    }

    /// Reads a line; `None` if it is no call record.
    pub fn read(line: &str) -> Option<Self> {
        serde_json::from_str(line).ok()
    }
}

/// Puts an `x` in the place of each of the last `count` digits of a number, or of the last `count`
/// characters of the user part of a SIP URI. A destination that has no more than that is masked as
/// a whole.
pub(in crate::server) fn mask(destination: &str, count: usize) -> String {
    let (before, user, after) = match destination.split_once(':') {
        None => ("", destination, ""),
        Some((scheme, rest)) => {
            let user = rest.split('@').next().unwrap_or_default();
            let after = rest.get(user.len()..).unwrap_or_default();
            (
                destination.get(..=scheme.len()).unwrap_or_default(),
                user,
                after,
            )
        }
    };
    let length = user.chars().count();
    let shown = length.saturating_sub(count);
    let cover = |(place, c): (usize, char)| match place < shown {
        true => c,
        false => 'x',
    };
    let user: String = user.chars().enumerate().map(cover).collect();
    format!("{before}{user}{after}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_one_line_and_reads_back() {
        let record = RecordLine {
            id: "AAAAAAAAAAAAAAAAAAAAAA".to_owned(),
            item: "a \"b\"\n\u{1b}[2J\u{2028}".to_owned(),
            answer: None,
            duration: 1.25,
            sip_code: 487,
            ..RecordLine::default()
        };
        let line = record.line().unwrap();
        assert_eq!(line.matches('\n').count(), 1);
        assert!(line.ends_with('\n'));
        assert!(!line.trim_end().contains(char::is_control), "{line}");
        assert_eq!(RecordLine::read(&line), Some(record));
        for other in ["", "listening on http://127.0.0.1:8080/", "{}", "[1]"] {
            assert_eq!(RecordLine::read(other), None, "{other}");
        }
    }

    #[test]
    fn numbers_are_masked_from_their_end() {
        for (number, count, masked) in [
            ("+49301234567", 0, "+49301234567"),
            ("+49301234567", 4, "+4930123xxxx"),
            ("1001", 4, "xxxx"),
            ("1001", 100, "xxxx"),
            ("*72#", 2, "*7xx"),
            ("sip:alice@example.com", 3, "sip:alxxx@example.com"),
            ("sip:bob@example.com:5080", 9, "sip:xxx@example.com:5080"),
            (
                "sips:+4930123@[2001:db8::1]",
                3,
                "sips:+4930xxx@[2001:db8::1]",
            ),
        ] {
            assert_eq!(mask(number, count), masked, "{number} {count}");
        }
    }
}
