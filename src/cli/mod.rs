//! What the command line says, and which part of the command it is for.

/// Prints a line; see [`output`].
macro_rules! say {
    ($($text:tt)*) => {
        $crate::cli::output::line(format_args!($($text)*))
    };
}

mod call;
mod calls;
#[cfg(feature = "cluster")]
mod cluster;
mod drain;
mod lines;
mod output;
mod passwd;
mod reload;
mod serve;
mod sound;
mod translate;

use clap::{Parser, Subcommand};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;
use tapi3::config::{Configuration, Source};
use tapi3::engine::Error;
use tapi3::system::System;

/// Telephone lines from the shell.
#[derive(Parser)]
#[command(name = "tapi3", version, about, arg_required_else_help = true)]
struct Arguments {
    /// The configuration file; otherwise TAPI3_CONFIG, the user's or the system's file. With none of
    /// them `lines` and `call` have the simulated exchange.
    #[arg(long, value_name = "FILE", global = true)]
    config: Option<PathBuf>,

    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Show the lines of the configuration and what each offers, as the server has them if one runs with
    /// it; or try them. Of a trial the exit status is 1 if something is wrong.
    Lines(lines::Options),
    /// Place a call and show what happens to it; Ctrl-C hangs up. The exit status is 0 if the call
    /// was connected, and 1 if it was not.
    Call(call::Options),
    /// Show what is dialled for a number from the location of the configuration, and how it is shown.
    /// Nothing is dialled.
    Translate(translate::Options),
    /// Serve Exchange Web Services: SOAP clients start, watch and end calls.
    Serve(serve::Options),
    /// Show the call records that `tapi3 serve` has written, as a table or as CSV. The exit status is
    /// 1 if some are missing, which is said.
    Calls(calls::Options),
    /// Have the server that runs with this configuration read it anew: users, tokens, rules and the
    /// certificate. No call ends. If something is wrong with it, the exit status is 1 and the
    /// server goes on as it was.
    Reload,
    /// Have the server that runs with this configuration take no new calls and end when those that
    /// are up are over, and wait for that.
    Drain(drain::Options),
    /// The lines that are configured in the bus and shared out among nodes ([cluster]).
    #[cfg(feature = "cluster")]
    #[command(subcommand)]
    Cluster(cluster::Command),
    /// Make the hash of a password, or a bearer token, for a [[server.user]].
    Passwd(passwd::Options),
}

/// A failure, in words for the user.
type Failure = Box<dyn std::error::Error>;

/// Runs the command.
pub fn run() -> ExitCode {
    let outcome = match Arguments::try_parse() {
        Ok(arguments) => dispatch(&arguments),
        // A wrong command line, in its own words and with its own status.
        Err(message) if message.use_stderr() => message.exit(),
        Err(help) => {
            let written = help.print();
            output::note(written.and_then(|()| std::io::stdout().flush()));
            Ok(ExitCode::SUCCESS)
        }
    };
    let outcome = outcome.and_then(|code| {
        output::check()?;
        Ok(code)
    });
    let code = outcome.unwrap_or_else(|failure| {
        output::complain(format_args!("{failure}"));
        ExitCode::FAILURE
    });
    tapi3::log::flush(Duration::from_secs(1));
    code
}

fn dispatch(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let file = arguments.config.as_deref();
    match &arguments.command {
        Command::Lines(options) if options.check => lines::check(options, &read(file)?),
        Command::Lines(_) => lines::show(find(file)?.as_deref(), read(file)?),
        Command::Call(options) => call::place(&open(file)?, options),
        Command::Translate(options) => translate::show(options, &read(file)?),
        Command::Serve(options) if options.demo && file.is_some() => {
            Err("--demo needs no configuration: leave out --demo or --config".into())
        }
        Command::Serve(options) => serve::run(options, || find(file)),
        Command::Calls(options) => calls::show(options, || read(file)),
        Command::Reload => reload::run(find(file)?),
        Command::Drain(options) => drain::run(options, find(file)?),
        #[cfg(feature = "cluster")]
        Command::Cluster(command) => cluster::run(command, || read(file)),
        Command::Passwd(options) => passwd::run(options),
    }
}

fn read(file: Option<&Path>) -> Result<Configuration, Failure> {
    Ok(match file {
        Some(file) => Configuration::read(&Source::file(file)?)?,
        None => Configuration::load()?,
    })
}

/// The configuration file that counts, if there is one.
fn find(file: Option<&Path>) -> Result<Option<PathBuf>, Error> {
    Ok(match file {
        Some(file) => Some(file.to_owned()),
        None => Source::find()?.and_then(|source| source.path().map(Path::to_owned)),
    })
}

/// Opens the lines of the configuration.
fn open(file: Option<&Path>) -> Result<System, Failure> {
    tapi3::log::from_environment();
    Ok(System::new(read(file)?)?)
}
