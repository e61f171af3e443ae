//! `tapi3 serve`: the EWS endpoint, from the configuration or as a demonstration.

use super::{Failure, output};
use std::net::{SocketAddr, ToSocketAddrs};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;
#[cfg(feature = "cluster")]
use tapi3::cluster::{Node, Ownership};
use tapi3::config::{Configuration, MetricsAccess, ServerSettings, UserSettings};
use tapi3::engine::{Error, ErrorKind};
#[cfg(feature = "cluster")]
use tapi3::pool::ClusterSettings;
use tapi3::server::{self, Origin, Surroundings};
use tapi3::system::System;
use tracing::level_filters::LevelFilter;

/// How to serve.
#[derive(clap::Args)]
pub struct Options {
    /// Need no configuration: serve the simulated exchange on loopback to the user "demo" with the
    /// password "demo".
    #[arg(long)]
    pub demo: bool,

    /// Where to listen; otherwise as configured, or at 127.0.0.1:8080 with --demo. Port 0 takes any
    /// free one.
    #[arg(long, value_name = "HOST:PORT")]
    listen: Option<String>,

    /// How much to log to standard error: error, warn, info, debug or trace; otherwise as the
    /// environment variable TAPI3_LOG says, or info.
    #[arg(long, value_name = "LEVEL")]
    log: Option<LevelFilter>,
}

/// Why the server does not serve.
enum Stop {
    /// What is configured is wrong, and will be just as wrong the next time.
    Wrong(Error),
    /// It may go well the next time.
    Failed(Failure),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        match error.kind() {
            ErrorKind::InvalidArgument => Stop::Wrong(error),
            _ => Stop::Failed(error.into()),
        }
    }
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Stop::Failed(failure)
    }
}

/// EX_CONFIG of sysexits.h, which tells a service manager not to try again.
const WRONG_CONFIGURATION: u8 = 78;

/// Serves until SIGTERM or Ctrl-C, or until the terminal closes. Success means that no call was left behind.
pub fn run(
    options: &Options,
    file: impl FnOnce() -> Result<Option<PathBuf>, Error>,
) -> Result<ExitCode, Failure> {
    match serve(options, file) {
        Ok(status) => Ok(status),
        Err(Stop::Failed(failure)) => Err(failure),
        Err(Stop::Wrong(wrong)) => {
            output::complain(format_args!("{wrong}"));
            Ok(ExitCode::from(WRONG_CONFIGURATION))
        }
    }
}

fn serve(
    options: &Options,
    file: impl FnOnce() -> Result<Option<PathBuf>, Error>,
) -> Result<ExitCode, Stop> {
    let listen = options.listen.as_deref();
    let (origin, configuration, settings) = if options.demo {
        let settings = demo(listen.unwrap_or("127.0.0.1:8080"))?;
        (None, Configuration::default(), settings)
    } else {
        let Some(file) = file().map_err(Stop::Wrong)? else {
            return Err(Stop::Wrong(NO_CONFIGURATION));
        };
        let read = Origin::read(&file, listen).map_err(Stop::Wrong)?;
        let (origin, configuration, settings) = read;
        (Some(origin), configuration, settings)
    };
    log(options.log)?;
    #[cfg(feature = "cluster")]
    let cluster = configuration.cluster.clone();
    #[cfg(feature = "cluster")]
    let simulation = configuration.simulation.clone();
    let system = System::new(configuration)?;
    #[cfg(feature = "cluster")]
    let node = match cluster.as_ref().filter(|cluster| cluster.is_node()) {
        Some(cluster) => {
            let recall = server::recall(&settings.records);
            Some(Node::start(cluster, system.engine(), recall)?)
        }
        None => None,
    };
    #[cfg(feature = "cluster")]
    let pool = cluster.clone();
    #[cfg(feature = "cluster")]
    let ownership = match cluster.filter(ClusterSettings::takes_lines) {
        Some(cluster) => Some(Ownership::start(&cluster, &simulation, system.engine())?),
        None => None,
    };
    let surroundings = Surroundings {
        origin,
        #[cfg(feature = "cluster")]
        cluster: pool,
    };
    let report = server::run(&settings, system.engine(), surroundings, announce)?;
    #[cfg(feature = "cluster")]
    {
        node.into_iter().for_each(Node::stop);
        ownership.into_iter().for_each(Ownership::stop);
    }
    let (ended, unconfirmed) = (calls(report.ended), calls(report.unconfirmed));
    let farewell = format!("stopped: {ended} ended, {unconfirmed} not confirmed");
    output::last_line(farewell, Duration::from_secs(1));
    Ok(ExitCode::from(report.status()))
}

const NO_CONFIGURATION: Error = Error::new(
    ErrorKind::InvalidArgument,
    "there is no configuration; `tapi3 serve --demo` needs none",
);

fn calls(count: usize) -> String {
    match count {
        1 => "1 call".to_owned(),
        count => format!("{count} calls"),
    }
}

/// Says where the service and its page are, now that they can be reached. Whoever started it may wait
/// for this; that nobody reads it any more is not a reason to stop.
fn announce(url: &str) -> Result<(), Error> {
    say!("listening on {url}");
    if let Some((page, _)) = url.split_once("/EWS/") {
        say!("the page of live calls is {page}/");
    }
    output::check().map_err(|failure| Error::with_text(ErrorKind::OperationFailed, failure))
}

/// The settings of a demonstration: everything is allowed, on loopback only.
fn demo(listen: &str) -> Result<ServerSettings, Failure> {
    let addresses: Vec<SocketAddr> = listen
        .to_socket_addrs()
        .map_err(|error| format!("--listen {listen}: {error}"))?
        .collect();
    if addresses.is_empty() || !addresses.iter().all(|address| address.ip().is_loopback()) {
        let message = format!(
            "--listen {listen}: a demonstration has a known password and listens on loopback only; \
             see docs/ews.md for a configuration"
        );
        return Err(message.into());
    }
    let mut user = UserSettings::new("demo");
    user.password_hash = Some(server::hash_password("demo")?);
    user.dial = vec!["*".to_owned()];
    user.max_calls = 1000;
    let mut settings = ServerSettings::new(listen.to_owned());
    settings.any_item = true;
    settings.metrics = MetricsAccess::Anybody;
    settings.user = vec![user];
    Ok(settings)
}

/// Begins the log. Nobody waits for it, so panics are told there, too: standard error may take
/// nothing.
fn log(level: Option<LevelFilter>) -> Result<(), Failure> {
    tapi3::log::serve(level)?;
    std::panic::set_hook(Box::new(|panic| tracing::error!("{panic}")));
    Ok(())
}
