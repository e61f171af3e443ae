//! Standard output. What cannot be written fails the command at its end, not in its middle: that
//! the disk is full is no reason to leave a call up. A reader who has left is no failure.

use std::fmt::Arguments;
use std::io::{ErrorKind, Write};
use std::sync::OnceLock;
use std::time::Duration;
use tapi3_common::words;

/// Why standard output did not take something; the first time that it did not.
static FAILURE: OnceLock<String> = OnceLock::new();

/// Writes a line.
pub fn line(text: Arguments) {
    let mut stdout = std::io::stdout().lock();
    let written = writeln!(stdout, "{text}").and_then(|()| stdout.flush());
    note(written);
}

/// Writes rows in columns, each as wide as its widest cell.
pub fn table<const COLUMNS: usize>(rows: &[[String; COLUMNS]]) {
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: [usize; COLUMNS] = std::array::from_fn(width);
    for row in rows {
        let cells = row.iter().zip(widths);
        let cells: Vec<String> = cells
            .map(|(cell, width)| format!("{cell:width$}"))
            .collect();
        line(format_args!("{}", cells.join("  ").trim_end()));
    }
}

/// Writes a last line, unless nobody reads: a full pipe is no reason not to end.
pub fn last_line(text: String, patience: Duration) {
    let (sender, written) = std::sync::mpsc::channel();
    let writing = std::thread::Builder::new().spawn(move || {
        line(format_args!("{text}"));
        // Whoever waited may have left.
        let _ = sender.send(());
    });
    match writing {
        Ok(_) => _ = written.recv_timeout(patience),
        Err(error) => complain(format_args!(
            "nothing more can be said: {}",
            words::of(&error)
        )),
    }
}

/// Takes note of what came of writing to standard output.
pub fn note(written: std::io::Result<()>) {
    if let Err(error) = written {
        if error.kind() != ErrorKind::BrokenPipe {
            FAILURE.get_or_init(|| {
                format!("standard output cannot be written: {}", words::of(&error))
            });
        }
    }
}

/// Fails if anything could not be written.
pub fn check() -> Result<(), String> {
    FAILURE.get().map_or(Ok(()), |failure| Err(failure.clone()))
}

/// Writes a line to standard error.
pub fn complain(text: Arguments) {
    // Nobody is left to be told of a failure.
    let prefix = tapi3::log::prefix(tracing::Level::ERROR);
    let _ = writeln!(std::io::stderr(), "{prefix}tapi3: {text}");
}
