//! Call records: one line of JSON for each call that is over, in a file, on standard output, or
//! both.
//!
//! Whoever ends a call only puts its record into a queue. Each place that records go to has a queue
//! and a thread of its own, so that a full disk or a pipe that nobody reads holds up neither a call
//! nor the other place.

mod file;
mod reading;
mod record;
mod stdout;
#[cfg(feature = "cluster")]
mod telling;
pub(super) mod time;
mod writer;

pub use reading::{RecordChoice, Spoilt, WrittenFile, read_records, record_files};
pub use record::RecordLine;
#[cfg(feature = "cluster")]
pub use telling::recall;

use crate::config::RecordsSettings;
use crate::settings::Wrong;
use file::RecordFile;
use std::fmt::Write;
use std::sync::Arc;
use std::time::{Duration, Instant};
use stdout::Stdout;
use tapi3_common::words;
use writer::{Counts, Writer};

/// How long the server waits at its end for records that are not written yet.
const LAST_WAIT: Duration = Duration::from_secs(5);

/// Where the server's call records go.
pub(super) struct Records {
    /// Each with its name for the metrics.
    writers: Vec<(&'static str, Writer)>,
    mask_digits: usize,
}

impl Records {
    /// Opens what the settings name.
    ///
    /// # Errors
    /// A sentence on what cannot be opened.
    pub fn open(settings: &RecordsSettings) -> Result<Self, String> {
        let mut writers = Vec::new();
        let wrong = |key, what: String| settings.told(&Wrong::new(key, what));
        if let Some(path) = &settings.file {
            let name = path.display();
            let opened = RecordFile::open(path, settings);
            let opened = opened.and_then(|file| Writer::start(name.to_string(), file));
            let cannot = |error| {
                wrong(
                    "file",
                    format!("{name} cannot be written: {}", words::of(&error)),
                )
            };
            writers.push(("file", opened.map_err(cannot)?));
        }
        if settings.stdout {
            let opened = Stdout::open();
            let opened = opened.and_then(|out| Writer::start("standard output".to_owned(), out));
            let cannot = |error| {
                wrong(
                    "stdout",
                    format!("it cannot be written: {}", words::of(&error)),
                )
            };
            writers.push(("stdout", opened.map_err(cannot)?));
        }
        Ok(Records {
            writers,
            mask_digits: settings.mask_digits,
        })
    }

    /// Writes the record of a call that is over. Never waits.
    pub fn write(&self, record: impl FnOnce() -> RecordLine) {
        if self.writers.is_empty() {
            return;
        }
        let mut record = record();
        record.number = record::mask(&record.number, self.mask_digits);
        match record.line() {
            Ok(line) => {
                let line: Arc<str> = Arc::from(line);
                for (_, writer) in &self.writers {
                    writer.write(line.clone());
                }
            }
            Err(error) => tracing::error!(call = record.id, %error, "no call record"),
        }
    }

    /// Writes what waits, for as long as a stopping server can wait for that.
    pub fn close(&self) {
        let deadline = Instant::now() + LAST_WAIT;
        for (_, writer) in &self.writers {
            writer.close();
        }
        for (_, writer) in &self.writers {
            writer.wait(deadline);
        }
    }

    /// What was written and lost, in the Prometheus text format.
    pub fn metrics(&self) -> String {
        type Count = fn(Counts) -> u64;
        let families: [(&str, &str, &str, Count); 4] = [
            (
                "tapi3_call_records_written_total",
                "counter",
                "Call records written.",
                |counts| counts.written,
            ),
            (
                "tapi3_call_records_lost_total",
                "counter",
                "Call records that found no place to wait for being written.",
                |counts| counts.lost,
            ),
            (
                "tapi3_call_records_failures_total",
                "counter",
                "How often call records could not be written when that was tried.",
                |counts| counts.failures,
            ),
            (
                "tapi3_call_records_waiting",
                "gauge",
                "Call records that wait for being written.",
                |counts| counts.waiting,
            ),
        ];
        let mut page = String::new();
        for (name, kind, help, count) in families {
            if self.writers.is_empty() {
                break;
            }
            // Writing to a string cannot fail.
            let _ = writeln!(page, "# HELP {name} {help}\n# TYPE {name} {kind}");
            for (to, writer) in &self.writers {
                let _ = writeln!(page, "{name}{{to=\"{to}\"}} {}", count(writer.counts()));
            }
        }
        page
    }
}
