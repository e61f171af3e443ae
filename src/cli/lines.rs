//! `tapi3 lines`: the lines of the configuration.

use super::{Failure, output};
use std::process::ExitCode;
use std::sync::Arc;
use tapi3::config::{Configuration, LineSettings};
use tapi3::engine::{Engine, Features};
use tapi3::providers::sip::{self, Step};

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

/// Prints one row for each line. Lines of other machines have their node behind the provider; where
/// there should be some, and are none, that is said.
pub fn show(engine: &Arc<Engine>, others: bool) -> Result<ExitCode, Failure> {
    let mut found = false;
    let mut rows = vec![["NAME", "ADDRESS", "PROVIDER", "STATE", "OFFERS"].map(String::from)];
    for line in engine.lines()? {
        let info = line.info();
        found |= info.provider.contains('@');
        rows.push([
            info.name.clone(),
            info.address.clone(),
            info.provider.clone(),
            state(line.in_service()).to_owned(),
            offers(info.features),
        ]);
    }
    output::table(&rows);
    if others && !found {
        output::complain(format_args!(
            "no line of another machine is there: TAPI3_LOG=warn says what is known of that"
        ));
    }
    Ok(ExitCode::SUCCESS)
}

fn state(in_service: bool) -> &'static str {
    if in_service {
        "in service"
    } else {
        "out of service"
    }
}

/// What a line does besides placing, answering and ending calls.
fn offers(f: Features) -> String {
    let all = [
        (f.hold, "hold"),
        (f.swap, "swap"),
        (f.redirect, "redirect"),
        (f.blind_transfer, "blind-transfer"),
        (f.transfer, "transfer"),
        (f.conference, "conference"),
        (f.park_direct || f.park_indirect, "park"),
        (f.unpark, "unpark"),
        (f.pickup, "pickup"),
        (f.dial, "dial"),
        (f.forward, "forward"),
        (f.do_not_disturb, "do-not-disturb"),
        (f.message_waiting, "message-waiting"),
    ];
    let names: Vec<&str> = all.iter().filter(|o| o.0).map(|o| o.1).collect();
    names.join(",")
}
