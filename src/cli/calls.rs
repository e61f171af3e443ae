//! `tapi3 calls`: call records as a table or as CSV.

use super::{Failure, output};
use std::fs::File;
use std::io::{BufRead, BufReader, stdin};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tapi3::config::Configuration;
#[cfg(feature = "cluster")]
use tapi3::providers::remote;
use tapi3::server::{RecordLine, record_files};
use tapi3_common::words;

/// The longest line that is looked into, in bytes; no record is longer.
const LONGEST_LINE: u64 = 1024 * 1024;

/// Which records, and how they are shown.
#[derive(clap::Args)]
pub struct Options {
    /// Print comma-separated values with all that was recorded (RFC 4180), for a spreadsheet.
    #[arg(long)]
    csv: bool,

    /// Only calls of this user.
    #[arg(long, value_name = "NAME")]
    user: Option<String>,

    /// Only calls that began at this time or later: 2026-11-26, or with a time of day as in
    /// 2026-11-26T08:30:00. Times are UTC.
    #[arg(long, value_name = "TIME", value_parser = time)]
    since: Option<String>,

    /// Only calls that began before this time.
    #[arg(long, value_name = "TIME", value_parser = time)]
    until: Option<String>,

    /// Only the last so many of them.
    #[arg(long, value_name = "COUNT")]
    last: Option<usize>,

    /// Show the calls that are up now on the lines of the pool, of every node ([cluster]).
    #[cfg(feature = "cluster")]
    #[arg(long, conflicts_with_all = ["csv", "user", "since", "until", "last", "files"])]
    live: bool,

    /// Files with call records, - for standard input; otherwise those of the configuration's
    /// [server.records], the ones that were put aside included.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// A time as far as it is said: the beginning of how records have it.
fn time(text: &str) -> Result<String, String> {
    let like = "0000-00-00T00:00:00.000Z";
    let fits = |(c, like): (char, char)| match like {
        '0' => c.is_ascii_digit(),
        like => c == like,
    };
    let is_whole = [10, 16, 19, 20, 23, 24].contains(&text.len());
    let begin = text.strip_suffix('Z').unwrap_or(text);
    if is_whole && begin.chars().zip(like.chars()).all(fits) {
        Ok(begin.to_owned())
    } else {
        Err("write it as in 2026-11-26 or 2026-11-26T08:30:00".to_owned())
    }
}

/// Prints the records.
pub fn show(
    options: &Options,
    read: impl FnOnce() -> Result<Configuration, Failure>,
) -> Result<ExitCode, Failure> {
    #[cfg(feature = "cluster")]
    if options.live {
        return live(&read()?);
    }
    let mut is_of_pool = false;
    let files = match options.files.as_slice() {
        [] => {
            let configuration = read()?;
            is_of_pool = has_pool(&configuration);
            configured(&configuration)?
        }
        named => named.to_vec(),
    };
    let mut records = Vec::new();
    let mut others = 0;
    for file in &files {
        if file == Path::new("-") {
            others += read_lines(stdin().lock(), options, &mut records)?;
            continue;
        }
        let cannot = |error| format!("{} cannot be read: {}", file.display(), words::of(&error));
        let lines = BufReader::new(File::open(file).map_err(cannot)?);
        others += read_lines(lines, options, &mut records).map_err(cannot)?;
    }
    if let Some(count) = options.last {
        let too_many = records.len().saturating_sub(count);
        records.drain(..too_many);
    }
    if options.csv {
        csv(&records);
    } else {
        table(&records);
        if is_of_pool {
            output::complain(format_args!(
                "these are the records of this machine; --live shows the calls of the pool that are up"
            ));
        }
    }
    match others {
        0 => {}
        1 => output::complain(format_args!("1 line is no call record")),
        others => output::complain(format_args!("{others} lines are no call records")),
    }
    Ok(ExitCode::SUCCESS)
}

/// Prints the calls of the pool that are up. Of nodes that do not answer it says so.
#[cfg(feature = "cluster")]
fn live(configuration: &Configuration) -> Result<ExitCode, Failure> {
    let cluster = configuration.cluster.as_ref();
    let cluster = cluster.ok_or("the configuration has no [cluster]")?;
    let (calls, silent) = remote::living(cluster)?;
    let mut rows = vec![["NODE", "LINE", "STATE", "WITH"].map(str::to_owned)];
    for call in calls {
        let way = if call.incoming { "from" } else { "to" };
        let state = format!("{:?}", call.state).to_lowercase();
        rows.push([call.node, call.line, state, format!("{way} {}", call.party)]);
    }
    output::table(&rows);
    for name in &silent {
        output::complain(format_args!("node {name} does not answer"));
    }
    Ok(ExitCode::from(u8::from(!silent.is_empty())))
}

/// Whether other machines may have calls as well.
#[cfg(feature = "cluster")]
fn has_pool(configuration: &Configuration) -> bool {
    configuration.cluster.is_some()
}

#[cfg(not(feature = "cluster"))]
fn has_pool(_: &Configuration) -> bool {
    false
}

fn configured(configuration: &Configuration) -> Result<Vec<PathBuf>, Failure> {
    let server = configuration.server.as_ref();
    let file = server.and_then(|server| server.records.file.as_ref());
    let file = file.ok_or_else(|| {
        let what = "the configuration has no file in [server.records]; name a FILE";
        match has_pool(configuration) {
            true => format!("{what}, or see the calls of the pool that are up with --live"),
            false => what.to_owned(),
        }
    })?;
    let files = record_files(file);
    if files.is_empty() {
        return Err(format!("there is no {} yet", file.display()).into());
    }
    Ok(files)
}

/// Takes the records of interest. Returns how many lines are none; of those that look like nothing
/// of the kind, as what else `tapi3 serve` prints, nobody needs to hear.
fn read_lines(
    mut lines: impl BufRead,
    options: &Options,
    records: &mut Vec<RecordLine>,
) -> std::io::Result<usize> {
    let mut others = 0;
    let mut line = Vec::new();
    loop {
        line.clear();
        let mut limited = std::io::Read::take(&mut lines, LONGEST_LINE);
        if limited.read_until(b'\n', &mut line)? == 0 {
            return Ok(others);
        }
        match RecordLine::read(String::from_utf8_lossy(&line).trim()) {
            Some(record) if wanted(&record, options) => records.push(record),
            Some(_) => {}
            None if line.starts_with(b"{") => others += 1,
            None => {}
        }
    }
}

fn wanted(record: &RecordLine, options: &Options) -> bool {
    let same = |user: &String| user.to_lowercase() == record.user.to_lowercase();
    options.user.as_ref().is_none_or(same)
        && options
            .since
            .as_ref()
            .is_none_or(|time| record.begin >= *time)
        && options
            .until
            .as_ref()
            .is_none_or(|time| record.begin < *time)
}

fn table(records: &[RecordLine]) {
    let mut rows = vec![
        [
            "BEGIN", "USER", "FROM", "LINE", "NUMBER", "ITEM", "TALKED", "CAUSE", "SIP", "ENDED BY",
        ]
        .map(str::to_owned),
    ];
    for record in records {
        let begin = record.begin.get(..19).unwrap_or(&record.begin);
        let talked = record.answer.as_ref().map(|_| talked(record.duration));
        rows.push([
            begin.replace('T', " "),
            record.user.clone(),
            record.from.clone(),
            record.line.clone(),
            record.number.clone(),
            record.item.clone(),
            talked.unwrap_or_else(|| "-".to_owned()),
            record.cause.clone(),
            record.sip_code.to_string(),
            record.ended_by.clone(),
        ]);
    }
    for cell in rows.iter_mut().flatten() {
        *cell = printable(cell);
    }
    output::table(&rows);
}

/// `1:02:03`, or `2:03` for less than an hour.
fn talked(seconds: f64) -> String {
    let seconds = seconds.max(0.0) as u64;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        hours => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

/// What would move the terminal's cursor, or change its colours, is shown and not done.
fn printable(text: &str) -> String {
    let show = |c: char| match c.is_control() {
        true => c.escape_default().to_string(),
        false => c.to_string(),
    };
    text.chars().map(show).collect()
}

fn csv(records: &[RecordLine]) {
    say!(
        "id,user,from,through,item,number,line,begin,answer,end,duration,cause,sip_code,sip_text,ended_by\r"
    );
    for record in records {
        let cells = [
            cell(&record.id),
            cell(&harmless(&record.user)),
            cell(&record.from),
            cell(&record.through),
            cell(&harmless(&record.item)),
            cell(&record.number),
            cell(&harmless(&record.line)),
            cell(&record.begin),
            cell(record.answer.as_deref().unwrap_or_default()),
            cell(&record.end),
            record.duration.to_string(),
            cell(&record.cause),
            record.sip_code.to_string(),
            cell(&harmless(&record.sip_text)),
            cell(&record.ended_by),
        ];
        say!("{}\r", cells.join(","));
    }
}

fn cell(text: &str) -> String {
    match text.contains([',', '"', '\r', '\n']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text.to_owned(),
    }
}

/// A spreadsheet takes text that begins like this for a formula, and some of it is what strangers
/// have said. An apostrophe makes it text.
fn harmless(text: &str) -> String {
    match text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_taken_as_far_as_they_are_said() {
        for (text, begin) in [
            ("2026-11-26", "2026-11-26"),
            ("2026-11-26T08:30", "2026-11-26T08:30"),
            ("2026-11-26T08:30:00", "2026-11-26T08:30:00"),
            ("2026-11-26T08:30:00Z", "2026-11-26T08:30:00"),
            ("2026-11-26T08:30:00.250Z", "2026-11-26T08:30:00.250"),
        ] {
            assert_eq!(time(text).as_deref(), Ok(begin));
        }
        for text in [
            "",
            "yesterday",
            "2026-11",
            "2026/11/26",
            "2026-11-26 08:30:00",
        ] {
            assert!(time(text).is_err(), "{text}");
        }
    }

    #[test]
    fn what_strangers_said_does_nothing_to_a_terminal_or_a_spreadsheet() {
        assert_eq!(printable("a\u{1b}[2Jb\u{9b}é"), "a\\u{1b}[2Jb\\u{9b}é");
        assert_eq!(cell(&harmless("=1+1,\"x\"")), "\"'=1+1,\"\"x\"\"\"");
        assert_eq!(cell(&harmless("OK")), "OK");
    }

    #[test]
    fn durations_are_shown_as_people_read_them() {
        let shown: Vec<_> = [0.0, 1.6, 61.2, 3723.0].map(talked).into();
        assert_eq!(shown, ["0:00", "0:01", "1:01", "1:02:03"]);
    }
}
