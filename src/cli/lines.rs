//! `tapi3 lines`: the lines of the configuration.

use super::{Failure, output};
use std::path::Path;
use std::process::ExitCode;
use tapi3::config::{Configuration, LineSettings};
use tapi3::providers::sip::{self, Step};
use tapi3::server;
use tapi3::system::System;

/// Which lines, and what is done with them.
#[derive(clap::Args)]
pub struct Options {
    /// Try each SIP line: whether its servers are found, are there, and let it register. Says what is
    /// right and what is wrong, and leaves nothing registered.
    #[arg(long)]
    pub check: bool,

    /// Try only this line.
    #[arg(value_name = "NAME", requires = "check")]
    name: Option<String>,
}

/// Tries lines, and prints what each step shows.
pub fn check(options: &Options, configuration: &Configuration) -> Result<ExitCode, Failure> {
    tapi3::log::from_environment();
    let wanted = options.name.as_deref();
    let lines = configuration.lines.iter();
    let chosen: Vec<_> = lines
        .filter(|(name, _)| wanted.is_none_or(|w| w == name))
        .collect();
    if let (true, Some(wanted)) = (chosen.is_empty(), wanted) {
        return Err(format!("there is no line {wanted:?} in the configuration").into());
    }
    let mut right = true;
    for (name, settings) in chosen {
        match settings {
            LineSettings::Sip(settings) => {
                right &= sip::check(name, settings, &mut |step, text| match step {
                    Step::Wrong => say!("wrong  {name}: {text}"),
                    Step::Right => say!("ok     {name}: {text}"),
                    Step::Open => say!("-      {name}: {text}"),
                });
            }
            _ => say!("-      {name}: it is no SIP line, and is not tried"),
        }
    }
    Ok(match right {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    })
}

/// Prints one row for each line: as the server has them that runs with this file, or as they are when
/// they are opened here. Lines of a node have it behind the provider; where there should be some of
/// others, and are none, that is said.
pub fn show(file: Option<&Path>, configuration: Configuration) -> Result<ExitCode, Failure> {
    tapi3::log::from_environment();
    let others = configuration.lines.iter().any(|(_, l)| l.is_remote());
    #[cfg(feature = "cluster")]
    let node = configuration.cluster.as_ref().and_then(|c| c.name.clone());
    #[cfg(not(feature = "cluster"))]
    let node: Option<String> = None;
    // Lines that the server has open may be open once only. One that may not be asked is as good as none.
    let running = file.and_then(|file| server::lines(file).ok().flatten());
    let lines = match running {
        Some(lines) => lines,
        None => server::list(System::new(configuration)?.engine())?,
    };
    let mut found = false;
    let mut rows = vec![["NAME", "ADDRESS", "PROVIDER", "STATE", "OFFERS"].map(String::from)];
    for mut line in lines {
        let provider = &mut line[2];
        match (provider.contains('@'), &node) {
            (true, _) => found = true,
            (false, Some(node)) => *provider = format!("{provider}@{node}"),
            (false, None) => {}
        }
        rows.push(line);
    }
    output::table(&rows);
    if others && !found {
        output::complain(format_args!(
            "no line of another machine is there: TAPI3_LOG=warn says what is known of that"
        ));
    }
    Ok(ExitCode::SUCCESS)
}
