//! `tapi3 cluster`: the lines that are configured in the bus.

use super::Failure;
use std::path::PathBuf;
use std::process::ExitCode;
use tapi3::cluster::{Change, Row, SharedLines, lines_of};
use tapi3::config::{Configuration, Source};

/// What is done with them.
#[derive(clap::Subcommand)]
pub enum Command {
    /// Put the lines of a file into the bus, from where the nodes share them out: those that are
    /// new, and those that are configured otherwise there. Others in the bus stay.
    Import {
        /// The file: [[line]] tables as in a configuration, and nothing else.
        #[arg(value_name = "FILE")]
        file: PathBuf,

        /// Check the file, and show what would change.
        #[arg(long)]
        dry_run: bool,
    },
    /// Show the lines of the bus: which node has each, and which is its standby.
    Lines,
    /// Take a line out of the bus. Its calls end.
    Remove {
        /// The line.
        #[arg(value_name = "NAME")]
        name: String,
    },
}

/// Does it.
pub fn run(
    command: &Command,
    configuration: impl FnOnce() -> Result<Configuration, Failure>,
) -> Result<ExitCode, Failure> {
    tapi3::log::from_environment();
    let open = || -> Result<SharedLines, Failure> {
        let cluster = configuration()?.cluster;
        let cluster = cluster.ok_or("the configuration has no [cluster]")?;
        Ok(SharedLines::open(&cluster)?)
    };
    match command {
        Command::Import { file, dry_run } => {
            let lines = lines_of(&Source::file(file)?)?;
            for (name, change) in open()?.import(&lines, *dry_run)? {
                say!("{} {name}", said(change));
            }
        }
        Command::Lines => show(&open()?.rows()?),
        Command::Remove { name } => {
            if !open()?.remove(name)? {
                return Err(format!("there is no line {name:?} in the bus").into());
            }
            say!("removed {name}");
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn said(change: Change) -> &'static str {
    match change {
        Change::New => "new    ",
        Change::Changed => "changed",
        Change::Same => "same   ",
    }
}

fn show(lines: &[Row]) {
    let mut rows = vec![["NAME", "NODE", "TAKEN", "STANDBY"].map(String::from)];
    let or_none = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
    for line in lines {
        rows.push([
            line.line.clone(),
            or_none(&line.node),
            line.fence.to_string(),
            or_none(&line.standby),
        ]);
    }
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..3).map(width).collect();
    for row in &rows {
        let cells = row.iter().zip(widths.iter().chain([&0]));
        let cells: Vec<String> = cells
            .map(|(cell, width)| format!("{cell:width$}"))
            .collect();
        say!("{}", cells.join("  ").trim_end());
    }
}
