//! Records for whoever asks this node for them over the bus.

use super::{RecordChoice, RecordLine, read_records, record_files};
use crate::config::RecordsSettings;
use crate::engine::{Error, ErrorKind, Result};
use crate::pool::{Recall, meaning};
use std::collections::VecDeque;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::Arc;
use tapi3_bus::{MAX_CALLS, MAX_PARTS, RecordEntry, RecordsWanted};
use tapi3_common::words;

/// How many are told at once at most, and for how many bytes of the files they are looked for.
const MOST_TOLD: usize = MAX_PARTS * MAX_CALLS;
const MOST_READ: u64 = 64 * 1024 * 1024;

/// How the records that these settings have written are had again; none if there is no file of them.
pub fn recall(settings: &RecordsSettings) -> Option<Recall> {
    let path = settings.file.clone()?;
    Some(Arc::new(move |wanted, may_see| {
        told(&path, wanted, may_see)
    }))
}

fn told(
    path: &Path,
    wanted: &RecordsWanted,
    may_see: &dyn Fn(&str) -> bool,
) -> Result<(Vec<RecordEntry>, bool)> {
    let choice = RecordChoice {
        user: wanted.user.clone(),
        since: wanted.since.clone(),
        until: wanted.until.clone(),
    };
    let last = usize::try_from(wanted.last).unwrap_or(usize::MAX);
    let most = last.min(MOST_TOLD);
    let takes = |record: &RecordLine| may_see(&record.line) && choice.takes(record);
    let found = last_records(path, (most, MOST_READ), choice.since.as_deref(), takes);
    let (records, has_older) = found.map_err(|error| {
        let error = words::of(&error);
        tracing::error!(file = %path.display(), %error, "call records cannot be read");
        // Files of this machine are nothing for others to know of.
        Error::new(
            ErrorKind::OperationFailed,
            "The node cannot read its call records; its log says why.",
        )
    })?;
    let is_cut = has_older && records.len() < last;
    Ok((records.iter().map(entry).collect(), is_cut))
}

/// The last records of the files of this name that are wanted, the newest first, and whether there
/// may be older ones that are. At most `most` are given, and at most `bytes` of the files looked at.
/// `since` bounds what is wanted, as in [`RecordChoice`].
///
/// # Errors
/// A file cannot be read.
fn last_records(
    path: &Path,
    (most, mut bytes): (usize, u64),
    since: Option<&str>,
    wanted: impl Fn(&RecordLine) -> bool,
) -> io::Result<(Vec<RecordLine>, bool)> {
    let mut found = Vec::new();
    for file in record_files(path).into_iter().rev() {
        let Some(mut file) = file.open()? else {
            continue;
        };
        let length = file.metadata()?.len();
        let is_too_long = length > bytes;
        if is_too_long {
            file.seek(SeekFrom::Start(length - bytes))?;
        }
        let looked_at = Read::take(file, bytes);
        bytes = bytes.saturating_sub(length);
        let room = most - found.len();
        let mut last = VecDeque::new();
        let (mut first_end, mut are_more) = (None, false);
        // Of a line that is cut off there is no record.
        read_records(BufReader::new(looked_at), |record| {
            first_end.get_or_insert_with(|| record.end.clone());
            if wanted(&record) {
                last.push_back(record);
            }
            if last.len() > room {
                last.pop_front();
                are_more = true;
            }
        })?;
        found.extend(last.into_iter().rev());
        // Records are in order of the calls' ends, before which they have begun.
        let is_past = since.is_some_and(|since| first_end.is_some_and(|end| end.as_str() < since));
        if are_more || (is_too_long && !is_past) {
            return Ok((found, true));
        }
        if is_past {
            break;
        }
    }
    Ok((found, false))
}

fn entry(record: &RecordLine) -> RecordEntry {
    RecordEntry {
        id: meaning::clip(&record.id),
        user: meaning::clip(&record.user),
        from: meaning::clip(&record.from),
        through: meaning::clip(&record.through),
        item: meaning::clip(&record.item),
        number: meaning::clip(&record.number),
        line: meaning::clip(&record.line),
        begin: meaning::clip(&record.begin),
        answer: record.answer.as_deref().map(meaning::clip),
        end: meaning::clip(&record.end),
        duration: (record.duration.max(0.0) * 1000.0).round() as u64,
        cause: meaning::clip(&record.cause),
        code: record.sip_code,
        text: meaning::clip(&record.sip_text),
        ended_by: meaning::clip(&record.ended_by),
    }
}

impl From<RecordEntry> for RecordLine {
    fn from(entry: RecordEntry) -> Self {
        RecordLine {
            id: entry.id,
            user: entry.user,
            from: entry.from,
            through: entry.through,
            item: entry.item,
            number: entry.number,
            line: entry.line,
            begin: entry.begin,
            answer: entry.answer,
            end: entry.end,
            duration: entry.duration as f64 / 1000.0,
            cause: entry.cause,
            sip_code: entry.code,
            sip_text: entry.text,
            ended_by: entry.ended_by,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::write;

    #[test]
    fn a_record_is_told_and_read_whole() {
        let record = RecordLine {
            id: "AQ".to_owned(),
            user: "alice".to_owned(),
            from: "192.0.2.7".to_owned(),
            through: "ews".to_owned(),
            item: "welcome".to_owned(),
            number: "+4930xx".to_owned(),
            line: "Trunk".to_owned(),
            begin: "2026-11-26T07:38:39.907Z".to_owned(),
            answer: Some("2026-11-26T07:38:42.120Z".to_owned()),
            end: "2026-11-26T07:39:40.101Z".to_owned(),
            duration: 57.981,
            cause: "normal".to_owned(),
            sip_code: 200,
            sip_text: "OK".to_owned(),
            ended_by: "client".to_owned(),
        };
        assert_eq!(RecordLine::from(entry(&record)), record);
    }

    #[test]
    fn what_is_told_is_what_the_asker_may_see_and_no_more_than_is_told_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("calls.jsonl");
        let line = |name: &str| {
            let record = RecordLine {
                line: name.to_owned(),
                ..RecordLine::default()
            };
            record.line().unwrap()
        };
        let text = [line("Trunk").repeat(MOST_TOLD + 1), line("Boss")].concat();
        std::fs::write(&path, text).unwrap();
        let settings = RecordsSettings {
            file: Some(path),
            ..RecordsSettings::default()
        };
        let recall = recall(&settings).unwrap();
        let told = |line: &str, last| {
            let wanted = RecordsWanted {
                last,
                ..RecordsWanted::default()
            };
            let (records, is_cut) = recall(&wanted, &|name| name == line).unwrap();
            (records.len(), is_cut)
        };
        assert_eq!(told("Boss", u32::MAX), (1, false));
        assert_eq!(told("Trunk", u32::MAX), (MOST_TOLD, true));
        // As many as were asked for are all.
        assert_eq!(told("Trunk", 5), (5, false));
        assert_eq!(told("Trunk", 0), (0, false));
        assert!(super::recall(&RecordsSettings::default()).is_none());
    }

    fn nth(second: usize, user: &str) -> String {
        let record = RecordLine {
            id: second.to_string(),
            user: user.to_owned(),
            begin: format!("2026-11-26T07:38:{second:02}.000Z"),
            end: format!("2026-11-26T07:38:{second:02}.500Z"),
            ..RecordLine::default()
        };
        record.line().unwrap()
    }

    fn ids(found: (Vec<RecordLine>, bool)) -> (Vec<String>, bool) {
        (
            found.0.into_iter().map(|record| record.id).collect(),
            found.1,
        )
    }

    fn have(ids: &[&str], are_more: bool) -> (Vec<String>, bool) {
        (ids.iter().map(|id| (*id).to_owned()).collect(), are_more)
    }

    #[test]
    fn the_last_records_are_found_within_bounds() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("calls.jsonl");
        let look = |bounds, since: Option<&str>, choice: &RecordChoice| {
            ids(last_records(&path, bounds, since, |record| choice.takes(record)).unwrap())
        };
        let (all, most) = (RecordChoice::default(), 1000);
        assert_eq!(look((most, 1 << 20), None, &all), have(&[], false));
        let old = [nth(1, "alice"), nth(2, "bob"), "{\"half\n".to_owned()].concat();
        write(folder.path().join("calls-2026-11-26-001.jsonl"), &old).unwrap();
        write(&path, [nth(3, "alice"), nth(4, "Bob")].concat()).unwrap();
        let every = have(&["4", "3", "2", "1"], false);
        assert_eq!(look((most, 1 << 20), None, &all), every);
        assert_eq!(look((4, 1 << 20), None, &all), every);
        assert_eq!(look((3, 1 << 20), None, &all), have(&["4", "3", "2"], true));
        assert_eq!(look((1, 1 << 20), None, &all), have(&["4"], true));
        let bobs = RecordChoice {
            user: Some("BOB".to_owned()),
            ..RecordChoice::default()
        };
        assert_eq!(look((most, 1 << 20), None, &bobs), have(&["4", "2"], false));
        // A file is looked at from its end, and a line that is cut off there is none.
        let length = nth(4, "Bob").len() as u64;
        assert_eq!(look((most, length), None, &all), have(&["4"], true));
        assert_eq!(look((most, length + 5), None, &all), have(&["4"], true));
        assert_eq!(
            look((most, 2 * length + 20), None, &all),
            have(&["4", "3"], true)
        );
        // What is older than all that is wanted is not read.
        let since = "2026-11-26T07:38:04";
        let late = RecordChoice {
            since: Some(since.to_owned()),
            ..RecordChoice::default()
        };
        write(folder.path().join("calls-2026-11-26-001.jsonl"), [0xff; 9]).unwrap();
        assert_eq!(
            look((most, 1 << 20), Some(since), &late),
            have(&["4"], false)
        );
        let until = RecordChoice {
            until: Some(since.to_owned()),
            ..RecordChoice::default()
        };
        assert_eq!(look((most, 1 << 20), None, &until), have(&["3"], false));
    }
}
