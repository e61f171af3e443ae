//! `tapi3 calls`: call records as a table or as CSV.

use super::{Failure, output};
use std::fs::File;
use std::io::{self, BufRead, BufReader, stdin};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tapi3::config::Configuration;
#[cfg(feature = "cluster")]
use tapi3::pool::{ClusterSettings, RecordsWanted};
#[cfg(feature = "cluster")]
use tapi3::providers::remote;
use tapi3::server::{RecordChoice, RecordLine, WrittenFile, read_records, record_files};
use tapi3_common::date::days_of;
use tapi3_common::words;

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

    /// Only the records of this machine, not those of the other nodes of the pool ([cluster]).
    #[cfg(feature = "cluster")]
    #[arg(long, conflicts_with = "files")]
    here: bool,

    /// Files with call records, - for standard input; otherwise those of the configuration's
    /// [server.records], the ones that were put aside included.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// A time as far as it is said: the beginning of how records have it.
fn time(text: &str) -> Result<String, String> {
    let like = "0000-00-00T00:00:00.000";
    let fits = |(c, like): (char, char)| match like {
        '0' => c.is_ascii_digit(),
        like => c == like,
    };
    let of_day = |begin: &&str| begin.len() > "0000-00-00".len();
    let begin = text.strip_suffix('Z').filter(of_day).unwrap_or(text);
    let is_whole = [10, 16, 19, 23].contains(&begin.len());
    if !is_whole || !begin.chars().zip(like.chars()).all(fits) {
        return Err("write it as in 2026-11-26 or 2026-11-26T08:30:00".to_owned());
    }
    // Text is compared with text, so a month too many would choose by what nobody meant.
    if !is_in_the_calendar(begin) {
        return Err("there is no such day, or no such time of day".to_owned());
    }
    Ok(begin.to_owned())
}

/// Whether there is the day, and the time of day as far as it is said.
fn is_in_the_calendar(begin: &str) -> bool {
    let number = |at: std::ops::Range<usize>| -> u64 {
        let digits = begin.get(at).unwrap_or_default();
        digits.parse().unwrap_or_default()
    };
    let days = 1..=days_of(number(0..4), number(5..7));
    let is_of_day = number(11..13) < 24 && number(14..16) < 60 && number(17..19) < 60;
    days.contains(&number(8..10)) && is_of_day
}

/// A record with its node, if other machines were asked, too.
struct Row {
    node: Option<String>,
    record: RecordLine,
}

/// What stands beside the records.
#[derive(Default)]
struct Remarks {
    /// What is to be said.
    said: Vec<String>,
    /// Whether records may be missing.
    are_missing: bool,
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
    let mut remarks = Remarks::default();
    let (rows, has_nodes) = match options.files.as_slice() {
        [] => of_configuration(options, &read()?, &mut remarks)?,
        files => {
            let files = files.iter().cloned().map(Source::Named).collect();
            (of_files(options, files, &mut remarks)?, false)
        }
    };
    let left_out = rows
        .len()
        .saturating_sub(options.last.unwrap_or(usize::MAX));
    let rows = rows.get(left_out..).unwrap_or_default();
    match options.csv {
        true => csv(rows, has_nodes),
        false => table(rows, has_nodes),
    }
    for remark in &remarks.said {
        output::complain(format_args!("{remark}"));
    }
    Ok(ExitCode::from(u8::from(remarks.are_missing)))
}

/// Where records are read.
enum Source {
    /// A file, or - for standard input.
    Named(PathBuf),
    Written(WrittenFile),
}

impl Source {
    fn name(&self) -> String {
        let path = match self {
            Source::Named(path) if path == Path::new("-") => return "standard input".to_owned(),
            Source::Named(path) => path,
            Source::Written(file) => file.path(),
        };
        path.display().to_string()
    }

    /// Its lines; none of a file that is gone meanwhile, being one too many.
    fn open(self) -> io::Result<Option<Box<dyn BufRead>>> {
        let file = match self {
            Source::Named(path) if path == Path::new("-") => {
                return Ok(Some(Box::new(stdin().lock())));
            }
            Source::Named(path) => Some(File::open(path)?),
            Source::Written(file) => file.open()?,
        };
        Ok(file.map(|file| Box::new(BufReader::new(file)) as Box<dyn BufRead>))
    }
}

/// The records in files.
fn of_files(
    options: &Options,
    files: Vec<Source>,
    remarks: &mut Remarks,
) -> Result<Vec<Row>, Failure> {
    let choice = choice(options);
    let mut rows = Vec::new();
    let mut take = |record: RecordLine| {
        if choice.takes(&record) {
            rows.push(Row { node: None, record });
        }
    };
    for file in files {
        let name = file.name();
        let cannot = |error| format!("{name} cannot be read: {}", words::of(&error));
        if let Some(lines) = file.open().map_err(cannot)? {
            let spoilt = read_records(lines, &mut take).map_err(cannot)?;
            let first = spoilt.first;
            let said = match spoilt.count {
                0 => continue,
                1 => format!("{name}: line {first} is no call record"),
                count => {
                    format!("{name}: {count} lines are no call records, the first is line {first}")
                }
            };
            remarks.said.push(said);
            remarks.are_missing = true;
        }
    }
    Ok(rows)
}

fn choice(options: &Options) -> RecordChoice {
    RecordChoice {
        user: options.user.clone(),
        since: options.since.clone(),
        until: options.until.clone(),
    }
}

/// The records of the machine, and of other nodes where there are such; then each has its node.
#[cfg(feature = "cluster")]
fn of_configuration(
    options: &Options,
    configuration: &Configuration,
    remarks: &mut Remarks,
) -> Result<(Vec<Row>, bool), Failure> {
    let cluster = configuration.cluster.as_ref().filter(|_| !options.here);
    let Some(cluster) = cluster else {
        let files = configured(configuration)?;
        return Ok((of_files(options, files, remarks)?, false));
    };
    if cluster.user.is_none() {
        if file_of(configuration).is_none() {
            let neither = "the configuration has no file in [server.records], and no user in [cluster] to ask \
                           other nodes as; name a FILE";
            return Err(neither.into());
        }
        let files = configured(configuration)?;
        let rows = of_files(options, files, remarks)?;
        let alone = "these are the records of this machine: without a user in [cluster] no other node is \
                     asked for its own";
        remarks.said.push(alone.to_owned());
        return Ok((rows, false));
    }
    let own = file_of(configuration);
    let mut rows = match own {
        Some(file) => of_files(options, written(file), remarks)?,
        None => Vec::new(),
    };
    // What is in our own file nobody needs to tell us.
    let name = cluster.name.as_deref().filter(|_| own.is_some());
    for row in &mut rows {
        row.node = Some(name.unwrap_or("-").to_owned());
    }
    match others(options, cluster, name, remarks) {
        Ok(told) => rows.extend(told),
        Err(error) if own.is_none() => return Err(error),
        Err(error) => {
            remarks.said.push(error.to_string());
            remarks.are_missing = true;
        }
    }
    rows.sort_by(|one, other| one.record.end.cmp(&other.record.end));
    Ok((rows, true))
}

#[cfg(not(feature = "cluster"))]
fn of_configuration(
    options: &Options,
    configuration: &Configuration,
    remarks: &mut Remarks,
) -> Result<(Vec<Row>, bool), Failure> {
    let files = configured(configuration)?;
    Ok((of_files(options, files, remarks)?, false))
}

/// What the nodes of the pool tell, but for `own`; the oldest of each first.
#[cfg(feature = "cluster")]
fn others(
    options: &Options,
    cluster: &ClusterSettings,
    own: Option<&str>,
    remarks: &mut Remarks,
) -> Result<Vec<Row>, Failure> {
    let choice = choice(options);
    let most = |last: usize| last.try_into().unwrap_or(u32::MAX);
    let wanted = RecordsWanted {
        user: choice.user.clone(),
        since: choice.since.clone(),
        until: choice.until.clone(),
        last: options.last.map_or(u32::MAX, most),
    };
    let told = remote::recorded(cluster, wanted, own)?;
    for node in &told.silent {
        remarks.said.push(format!("node {node} does not answer"));
    }
    for node in &told.cut {
        let more = format!("node {node} has more of them: choose with --since, --until and --user");
        remarks.said.push(more);
    }
    remarks.are_missing |= !told.silent.is_empty() || !told.cut.is_empty();
    let records = told.records.into_iter().rev().map(|(node, entry)| Row {
        node: Some(node),
        record: entry.into(),
    });
    // A node of another version may take them otherwise.
    Ok(records.filter(|row| choice.takes(&row.record)).collect())
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

fn file_of(configuration: &Configuration) -> Option<&Path> {
    let server = configuration.server.as_ref();
    server.and_then(|server| server.records.file.as_deref())
}

fn written(file: &Path) -> Vec<Source> {
    let files = record_files(file).into_iter();
    files.map(Source::Written).collect()
}

fn configured(configuration: &Configuration) -> Result<Vec<Source>, Failure> {
    let file = file_of(configuration)
        .ok_or("the configuration has no file in [server.records]; name a FILE")?;
    let files = written(file);
    if files.is_empty() {
        let is_kept = std::fs::metadata(file).map_or(true, |found| found.is_file());
        let none = match is_kept {
            true => format!("there is no {} yet", file.display()),
            false => format!("{} does not keep what was written to it", file.display()),
        };
        return Err(none.into());
    }
    Ok(files)
}

fn table(rows: &[Row], has_nodes: bool) {
    let mut cells = vec![
        [
            "NODE", "BEGIN", "USER", "FROM", "LINE", "NUMBER", "ITEM", "TALKED", "CAUSE", "SIP",
            "ENDED BY",
        ]
        .map(str::to_owned),
    ];
    for Row { node, record } in rows {
        let begin = record.begin.get(..19).unwrap_or(&record.begin);
        let talked = record.answer.as_ref().map(|_| talked(record.duration));
        cells.push([
            node.clone().unwrap_or_default(),
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
    for cell in cells.iter_mut().flatten() {
        *cell = printable(cell);
    }
    if has_nodes {
        output::table(&cells);
    } else {
        let without_node = cells.into_iter().map(|[_, rest @ ..]| rest);
        output::table::<10>(&without_node.collect::<Vec<_>>());
    }
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

fn csv(rows: &[Row], has_nodes: bool) {
    let more = if has_nodes { ",node" } else { "" };
    say!(
        "id,user,from,through,item,number,line,begin,answer,end,duration,cause,sip_code,sip_text,ended_by{more}\r"
    );
    for Row { node, record } in rows {
        let mut cells = vec![
            cell(&plain(&record.id)),
            cell(&harmless(&record.user)),
            cell(&plain(&record.from)),
            cell(&plain(&record.through)),
            cell(&harmless(&record.item)),
            cell(&plain(&record.number)),
            cell(&harmless(&record.line)),
            cell(&plain(&record.begin)),
            cell(&plain(record.answer.as_deref().unwrap_or_default())),
            cell(&plain(&record.end)),
            record.duration.to_string(),
            cell(&plain(&record.cause)),
            record.sip_code.to_string(),
            cell(&harmless(&record.sip_text)),
            cell(&plain(&record.ended_by)),
        ];
        if has_nodes {
            cells.push(cell(&harmless(node.as_deref().unwrap_or_default())));
        }
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

/// As [`harmless`], of what may well begin like this: an identifier, a number. Without any other
/// characters than these it does nothing.
fn plain(text: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || " +-_.:()".contains(c);
    match text.chars().all(is_plain) {
        true => text.to_owned(),
        false => harmless(text),
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
        for number in ["+49 (30) 1234", "-3DImisPzhxHYZ8caKjVBA", "*72#", "sip:a@b"] {
            assert_eq!(plain(number), number);
        }
        assert_eq!(plain("+1|'x'!A0"), "'+1|'x'!A0");
    }

    #[test]
    fn durations_are_shown_as_people_read_them() {
        let shown: Vec<_> = [0.0, 1.6, 61.2, 3723.0].map(talked).into();
        assert_eq!(shown, ["0:00", "0:01", "1:01", "1:02:03"]);
    }
}
