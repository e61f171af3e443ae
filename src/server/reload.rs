//! The configuration read anew while the server runs: users, tokens, rules and the certificate
//! change without a restart and without ending a call.
//!
//! The files are looked at once a second and read when they have changed and then kept still for as
//! long, so that nobody reads half of them; and whenever `tapi3 reload` or SIGHUP says so. What is
//! read counts as a whole or not at all: if anything is wrong with it, all stays as it was.

use super::control::{Asked, Control, Order};
use super::listing::list;
use super::rules::Rules;
use super::tls::{self, Certificates};
use super::{Endpoint, accounts::Login};
use crate::config::{Configuration, ServerSettings, Source};
use crate::engine::{Engine, Result};
use rustls::sign::CertifiedKey;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Notify;

/// How often the files are looked at.
const LOOK: Duration = Duration::from_secs(1);

/// Where the settings of the server came from.
pub struct Origin {
    source: Source,
    /// `--listen`, which counts whatever the file says.
    listen: Option<String>,
    /// As the file was before it was read.
    looked: Look,
}

impl Origin {
    /// Reads a configuration file that the server goes by from now on.
    ///
    /// # Errors
    /// A sentence on what is wrong with it, or that it has no `[server]`.
    pub fn read(
        file: &Path,
        listen: Option<&str>,
    ) -> Result<(Self, Configuration, ServerSettings)> {
        let looked = Look::at([file]);
        let source = Source::file(file)?;
        let mut configuration = Configuration::read(&source)?;
        let settings = settings(&mut configuration, listen, file)?;
        let origin = Origin {
            source,
            listen: listen.map(str::to_owned),
            looked,
        };
        Ok((origin, configuration, settings))
    }

    fn file(&self) -> &Path {
        self.source.path().unwrap_or(Path::new(""))
    }
}

/// Takes the settings of the server out of a configuration.
fn settings(
    configuration: &mut Configuration,
    listen: Option<&str>,
    file: &Path,
) -> Result<ServerSettings> {
    let Some(mut settings) = configuration.server.take() else {
        let text = format!(
            "{} has no [server]; `tapi3 serve --demo` needs no configuration.",
            file.display()
        );
        return Err(super::invalid(text));
    };
    if let Some(listen) = listen {
        listen.clone_into(&mut settings.listen);
        settings.place.forget("listen");
    }
    Ok(settings)
}

/// The lines, for whoever asks for them.
fn lines(engine: &Engine) -> std::result::Result<String, String> {
    let lines = list(engine).map_err(|error| error.message().to_owned())?;
    serde_json::to_string(&lines).map_err(|error| error.to_string())
}

/// What files look like from outside: the device, number, size and time of each.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Look(Vec<Option<[i128; 4]>>);

impl Look {
    fn at<'a>(files: impl IntoIterator<Item = &'a Path>) -> Self {
        let look = |file: &Path| {
            let found = std::fs::metadata(file).ok()?;
            let time = i128::from(found.mtime()) * 1_000_000_000 + i128::from(found.mtime_nsec());
            Some([
                i128::from(found.dev()),
                i128::from(found.ino()),
                i128::from(found.size()),
                time,
            ])
        };
        Look(files.into_iter().map(look).collect())
    }
}

/// Reads the files anew when it is to be.
pub(super) struct Reloader {
    endpoint: Arc<Endpoint>,
    engine: Arc<Engine>,
    certificates: Option<Arc<Certificates>>,
    source: Source,
    listen: Option<String>,
    /// By which the server goes.
    settings: ServerSettings,
    control: Control,
    /// SIGHUP.
    told: Arc<Notify>,
    files: Vec<PathBuf>,
    /// As the files were before they were last read.
    seen: Look,
}

/// All that is read before anything changes.
struct Fresh {
    source: Source,
    settings: ServerSettings,
    /// Keys that have changed and count only after a restart.
    later: Vec<&'static str>,
    rules: Rules,
    logins: Vec<Login>,
    certificate: Option<CertifiedKey>,
}

impl Reloader {
    /// `settings` and `certificates` are what `origin` gave at the start.
    pub fn new(
        endpoint: Arc<Endpoint>,
        engine: Arc<Engine>,
        (origin, settings): (Origin, ServerSettings),
        (certificates, looked): (Option<Arc<Certificates>>, Keys),
        told: Arc<Notify>,
    ) -> Self {
        let control = Control::of(origin.file());
        let mut files = vec![origin.file().to_owned()];
        files.extend(looked.files);
        let mut seen = origin.looked;
        seen.0.extend(looked.look.0);
        Reloader {
            endpoint,
            engine,
            certificates,
            source: origin.source,
            listen: origin.listen,
            settings,
            control,
            told,
            files,
            seen,
        }
    }

    /// Does so for ever.
    pub async fn run(mut self) {
        let mut moving = self.seen.clone();
        loop {
            let asked = tokio::select! {
                asked = self.control.next() => match asked.order {
                    Order::Reload => Some(asked),
                    Order::Drain => {
                        let left = self.endpoint.drain();
                        asked.answer(&Ok(calls_left(left))).await;
                        continue;
                    }
                    Order::Lines => {
                        asked.answer(&lines(&self.engine)).await;
                        continue;
                    }
                },
                () = self.told.notified() => None,
                () = tokio::time::sleep(LOOK) => {
                    let files = self.files.clone();
                    let look = move || Look::at(files.iter().map(PathBuf::as_path));
                    let Ok(look) = tokio::task::spawn_blocking(look).await else {
                        continue;
                    };
                    let is_new = look != self.seen;
                    let is_still = look == moving;
                    moving = look;
                    if !is_new || !is_still {
                        continue;
                    }
                    None
                }
            };
            self.reload(asked).await;
            moving = self.seen.clone();
        }
    }

    async fn reload(&mut self, asked: Option<Asked>) {
        let outcome = self.read_and_take().await;
        match &outcome {
            Ok(said) => tracing::info!("the configuration was read anew: {said}"),
            Err(said) => {
                tracing::error!("the new configuration is not taken, all stays as it was: {said}");
            }
        }
        // Lines are not for a status.
        let status = match &outcome {
            Ok(said) => format!("read anew: {said}"),
            Err(said) => format!("new configuration not taken: {said}"),
        };
        let status = status.replace(char::is_control, " ");
        self.endpoint.manager.tell(&format!("STATUS={status}"));
        if let Some(asked) = asked {
            asked.answer(&outcome).await;
        }
    }

    async fn read_and_take(&mut self) -> std::result::Result<String, String> {
        let before = self.endpoint.rules();
        let (source, listen) = (self.source.clone(), self.listen.clone());
        let (settings, engine) = (self.settings.clone(), self.engine.clone());
        let read = move || {
            let file = source.path().unwrap_or(Path::new("")).to_owned();
            let config = Look::at([file.as_path()]);
            let (keys, fresh) = read(&source, listen.as_deref(), &settings, &engine, &before);
            (file, config, keys, fresh)
        };
        let (file, look, keys, fresh) = tokio::task::spawn_blocking(read)
            .await
            .map_err(|_| "the reading broke off".to_owned())?;
        // Those that were tried, so that they are tried again when they have changed.
        self.files = vec![file];
        self.seen = look;
        let keys = keys.unwrap_or_else(|| Keys::of(&self.settings));
        self.files.extend(keys.files);
        self.seen.0.extend(keys.look.0);
        Ok(self.take(fresh?))
    }

    /// Goes by the new settings from now on.
    fn take(&mut self, fresh: Fresh) -> String {
        let users = fresh.settings.user.len();
        let endpoint = &self.endpoint;
        // In this order: nobody logs in whom the rules do not know.
        endpoint.calls.make_room(fresh.rules.numbers());
        endpoint.rules.set(fresh.rules);
        endpoint.accounts.replace(fresh.logins);
        if let (Some(certificates), Some(key)) = (&self.certificates, fresh.certificate) {
            certificates.replace(key);
        }
        self.settings = fresh.settings;
        self.source = fresh.source;
        let users = match users {
            1 => "1 user".to_owned(),
            users => format!("{users} users"),
        };
        if fresh.later.is_empty() {
            return users;
        }
        let later = fresh.later.join(", ");
        format!("{users}; what has changed of these waits for a restart: {later}")
    }
}

/// The files of the certificate, as they were before they were read.
pub(super) struct Keys {
    files: Vec<PathBuf>,
    look: Look,
}

impl Keys {
    /// Looks at them.
    pub fn of(settings: &ServerSettings) -> Self {
        let files = [&settings.tls_certificate, &settings.tls_key];
        let files: Vec<PathBuf> = files.into_iter().flatten().cloned().collect();
        let look = Look::at(files.iter().map(PathBuf::as_path));
        Keys { files, look }
    }
}

/// Reads everything, and changes nothing.
fn read(
    old: &Source,
    listen: Option<&str>,
    before: &ServerSettings,
    engine: &Arc<Engine>,
    rules: &Rules,
) -> (Option<Keys>, std::result::Result<Fresh, String>) {
    let words = |error: crate::engine::Error| {
        let text = error.message().trim_end().to_owned();
        text.strip_suffix('.').map(str::to_owned).unwrap_or(text)
    };
    let file = old.path().unwrap_or(Path::new(""));
    let begin = || -> Result<(Source, ServerSettings)> {
        let source = Source::file(file)?;
        let mut configuration = Configuration::read(&source)?;
        let settings = settings(&mut configuration, listen, file)?;
        Ok((source, settings))
    };
    let (source, mut settings) = match begin() {
        Ok(begun) => begun,
        Err(error) => return (None, Err(words(error))),
    };
    let keys = Keys::of(&settings);
    let mut later = keep(before, &mut settings);
    let lines_differ = !source.agrees_beyond_the_server(old);
    if lines_differ {
        later.push("what stands outside [server]");
    }
    let fresh = || -> Result<Fresh> {
        let (rules, logins) = Rules::new(&settings, engine, Some(rules))?;
        let certificate = tls::read(&settings)?;
        // The next one is compared with what the lines were opened from.
        let source = if lines_differ { old.clone() } else { source };
        Ok(Fresh {
            source,
            settings: settings.clone(),
            later,
            rules,
            logins,
            certificate,
        })
    };
    let fresh = fresh().map_err(|error| {
        let said = words(error);
        match lines_differ {
            true => format!("{said} (lines are opened at the start only: those that the file has now wait for a restart)"),
            false => said,
        }
    });
    (Some(keys), fresh)
}

/// Keeps what is set up once, when the server starts. Returns the keys whose new values therefore
/// wait.
fn keep(old: &ServerSettings, new: &mut ServerSettings) -> Vec<&'static str> {
    let mut later = Vec::new();
    macro_rules! keep {
        ($($($key:ident).+),+ $(,)?) => {
            $(if new.$($key).+ != old.$($key).+ {
                later.push(concat!($("/", stringify!($key)),+).trim_start_matches('/'));
                new.$($key).+.clone_from(&old.$($key).+);
            })+
        };
    }
    keep!(
        listen,
        shutdown_timeout,
        remember_password,
        limits.max_calls,
        limits.max_remembered,
        limits.max_connections,
        limits.max_connections_per_address,
        limits.max_requests,
        limits.failed_logins,
        records.file,
        records.stdout,
        records.rotate_size,
        records.rotate_daily,
        records.keep,
        records.mask_digits,
    );
    // From plain to TLS or back is another service, at another address.
    if new.tls_certificate.is_some() != old.tls_certificate.is_some() {
        later.push("`tls_certificate`");
        new.tls_certificate.clone_from(&old.tls_certificate);
        new.tls_key.clone_from(&old.tls_key);
    }
    later
}

fn calls_left(left: usize) -> String {
    match left {
        0 => "no calls are left".to_owned(),
        1 => "1 call is left".to_owned(),
        left => format!("{left} calls are left"),
    }
}

/// Whether the process has a terminal that its signals may come from (proc_pid_stat(5), `tty_nr`).
pub(super) fn has_terminal() -> bool {
    let status = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = status.rsplit_once(')').map_or("", |(_, fields)| fields);
    let terminal = fields.split_whitespace().nth(4);
    terminal.is_some_and(|number| number != "0")
}
