//! `tapi3 cluster`: the lines that are configured in the bus.

use super::{Failure, output};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};
use tapi3::cluster::{Change, Row, SharedLines, Standing, lines_of};
use tapi3::config::{Configuration, Source};

/// How often it is asked whether a node has lines left.
const LOOK: Duration = Duration::from_millis(500);

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

        /// On how many of the bus's servers the lines are to be, so that one may be lost: 1, 3 or 5.
        /// Left out: as they are, and at first on one.
        #[arg(long, value_name = "COUNT", value_parser = ["1", "3", "5"])]
        copies: Option<String>,
    },
    /// Show the lines of the bus: which node has each, and which is its standby.
    Lines,
    /// Take a line out of the bus. Its calls end.
    Remove {
        /// The line.
        #[arg(value_name = "NAME")]
        name: String,
    },
    /// Show the nodes that share the lines of the bus.
    Nodes,
    /// Have a node hand its lines of the bus on, so that it can be stopped: each when its calls are
    /// over, and no new call begins there. Wait until it has none. It takes lines again when it was
    /// restarted.
    Drain {
        /// The node.
        #[arg(value_name = "NODE")]
        node: String,

        /// Say so, and do not wait.
        #[arg(long)]
        no_wait: bool,

        /// Have it take lines again instead.
        #[arg(long, conflicts_with = "no_wait")]
        undo: bool,
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
        Command::Import {
            file,
            dry_run,
            copies,
        } => {
            let lines = lines_of(&Source::file(file)?)?;
            let copies = copies.as_ref().and_then(|copies| copies.parse().ok());
            for (name, change) in open()?.import(&lines, *dry_run, copies)? {
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
        Command::Nodes => show_nodes(&open()?.nodes()?),
        Command::Drain {
            node,
            no_wait,
            undo,
        } => {
            let lines = open()?;
            if !lines.drain(node, !undo)? {
                return Err(format!("no node {node:?} takes lines of the bus").into());
            }
            match undo {
                true => say!("{node} takes lines again"),
                false if *no_wait => say!("{node} hands its lines on"),
                false => until_empty(&lines, node)?,
            }
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

/// Says how many lines a node has left, until it has heard that it shall have none, and has none; or
/// is gone. Where nobody else is there to notice that, it is for us.
fn until_empty(lines: &SharedLines, node: &str) -> Result<(), Failure> {
    let mut said = None;
    let mut has_heard = false;
    let mut heard = (None, Instant::now());
    loop {
        let mut nodes = lines.nodes()?;
        nodes.retain(|standing| standing.node == node);
        let revision = nodes.iter().map(|standing| standing.revision).max();
        if revision != heard.0 {
            heard = (revision, Instant::now());
        }
        let lease = nodes.iter().map(|standing| standing.lease).max();
        if lease.is_some_and(|lease| heard.1.elapsed() > 2 * lease) {
            return Err(format!("{node} does not say any more that it lives").into());
        }
        let left: usize = nodes.iter().map(|standing| standing.lines).sum();
        let is_heard = nodes.iter().all(|standing| standing.draining);
        if has_heard && !is_heard {
            return Err(format!("{node} takes lines again").into());
        }
        has_heard = is_heard;
        if is_heard && said != Some(left) {
            match left {
                0 => say!("{node} has no lines of the bus"),
                1 => say!("{node} has 1 line left"),
                left => say!("{node} has {left} lines left"),
            }
            output::check()?;
            said = Some(left);
        }
        if said == Some(0) {
            return Ok(());
        }
        std::thread::sleep(LOOK);
    }
}

fn show_nodes(nodes: &[Standing]) {
    let mut rows = vec![["NAME", "LINES", "WEIGHT", "STATE"].map(String::from)];
    for standing in nodes {
        let state = match standing.draining {
            true => "draining",
            false => "takes lines",
        };
        rows.push([
            standing.node.clone(),
            standing.lines.to_string(),
            standing.weight.to_string(),
            state.to_owned(),
        ]);
    }
    output::table(&rows);
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
    output::table(&rows);
}
