//! `tapi3 drain`: empties a running server, so that it can be stopped without ending a call.

use super::{Failure, output};
#[cfg(feature = "cluster")]
use std::path::Path;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};
use tapi3::server;

/// How often the server is asked.
const LOOK: Duration = Duration::from_millis(500);

/// How long it may give no answer: while it stops it has none.
const PATIENCE: Duration = Duration::from_secs(60);

/// How to empty it.
#[derive(clap::Args)]
pub struct Options {
    /// Say so, and do not wait.
    #[arg(long)]
    no_wait: bool,
}

/// Has the server of this file take no new calls, and waits until it has ended.
pub fn run(options: &Options, file: Option<PathBuf>) -> Result<ExitCode, Failure> {
    tapi3::log::from_environment();
    let file = file.ok_or("there is no configuration that a server could run with")?;
    let Some(mut said) = server::drain(&file)? else {
        return Err(format!("no server runs with {}", file.display()).into());
    };
    say!("{said}");
    #[cfg(feature = "cluster")]
    if let Err(failure) = hand_lines_on(&file) {
        output::complain(format_args!(
            "its lines of the bus go to other nodes only when it ends: {failure}"
        ));
    }
    if options.no_wait {
        return Ok(ExitCode::SUCCESS);
    }
    let mut heard = Instant::now();
    loop {
        std::thread::sleep(LOOK);
        match server::drain(&file) {
            Ok(Some(now)) => {
                heard = Instant::now();
                if now != said {
                    say!("{now}");
                    output::check()?;
                    said = now;
                }
            }
            Ok(None) => break,
            Err(failure) if heard.elapsed() > PATIENCE => return Err(failure.into()),
            Err(_) => {}
        }
    }
    say!("the server has ended");
    Ok(ExitCode::SUCCESS)
}

/// Has a node that takes lines of the bus hand them on.
#[cfg(feature = "cluster")]
fn hand_lines_on(file: &Path) -> Result<(), Failure> {
    use tapi3::cluster::SharedLines;
    let cluster = super::read(Some(file))?.cluster;
    let Some(cluster) = cluster.filter(|cluster| cluster.takes_lines()) else {
        return Ok(());
    };
    if let Some(name) = &cluster.name {
        SharedLines::open(&cluster)?.drain(name, true)?;
    }
    Ok(())
}
