//! The keys of a `[[line]]` with `provider = "ews"`, and what they mean.

use super::tls;
use crate::engine::{Error, ErrorKind, Result};
use crate::settings::{
    LONGEST_NAME, PASSWORD, Place, Secret, TOKEN, Wrong, check_range, check_text, check_time,
    duration,
};
use crate::soap::{Impersonation, ItemId, RequestHeaders};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hyper::Uri;
use hyper::header::HeaderValue;
use serde::Deserialize;
use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;
use tokio_rustls::TlsConnector;

/// What is configured of an EWS line. Needed are `url`, `item`, and either `user` with a password
/// or a token.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The address of the service, `https://HOST/EWS/Exchange.asmx`.
    pub url: String,
    /// The item to be played on each call, as the server knows it.
    pub item: String,
    /// The version of the item, if the server wants one.
    #[serde(default)]
    pub item_change_key: Option<String>,
    /// The name to log in with.
    #[serde(default)]
    pub user: Option<String>,
    /// The password; better in a file or variable.
    #[serde(default)]
    pub password: Option<Secret>,
    /// The environment variable that holds the password.
    #[serde(default)]
    pub password_env: Option<String>,
    /// The file that holds the password.
    #[serde(default)]
    pub password_file: Option<PathBuf>,
    /// A bearer token in place of user and password.
    #[serde(default)]
    pub token: Option<Secret>,
    /// The environment variable that holds the token.
    #[serde(default)]
    pub token_env: Option<String>,
    /// The file that holds the token.
    #[serde(default)]
    pub token_file: Option<PathBuf>,
    /// The mail address of the account to act for, if not our own.
    #[serde(default)]
    pub impersonate: Option<String>,
    /// The number or address that the line goes by; the user's name if left out.
    #[serde(default)]
    pub address: Option<String>,
    /// Certificates, PEM, of the authorities to trust instead of the system's.
    #[serde(default)]
    pub ca_file: Option<PathBuf>,
    /// Speak plain HTTP with a server that is not on this machine; the password is in the clear.
    #[serde(default)]
    pub allow_plain_http: bool,
    /// How many calls the line carries at once.
    #[serde(default = "ten")]
    pub max_calls: u32,
    /// How long the server may take to answer a request.
    #[serde(default = "fifteen_seconds", deserialize_with = "duration")]
    pub request_timeout: Duration,
    /// How often the server is asked about a call that is being set up.
    #[serde(default = "half_a_second", deserialize_with = "duration")]
    pub poll_while_calling: Duration,
    /// How often the server is asked about a call that is connected.
    #[serde(default = "two_seconds", deserialize_with = "duration")]
    pub poll_while_connected: Duration,
    /// A call that the server could not be asked about for so long counts as over.
    #[serde(default = "two_minutes", deserialize_with = "duration")]
    pub lost_after: Duration,
    /// Where these settings stand.
    #[serde(skip)]
    pub place: Place,
}

fn ten() -> u32 {
    10
}

fn half_a_second() -> Duration {
    Duration::from_millis(500)
}

fn two_seconds() -> Duration {
    Duration::from_secs(2)
}

fn fifteen_seconds() -> Duration {
    Duration::from_secs(15)
}

fn two_minutes() -> Duration {
    Duration::from_secs(120)
}

/// The settings of a line once they are checked.
pub(super) struct Config {
    pub item: ItemId,
    pub headers: RequestHeaders,
    pub address: String,
    pub max_calls: u32,
    pub poll_while_calling: Duration,
    pub poll_while_connected: Duration,
    pub lost_after: Duration,
}

/// Where the server is and what it wants to see.
pub(super) struct Server {
    pub uri: Uri,
    /// Name or address, without brackets.
    pub host: String,
    pub port: u16,
    /// Host and port as they stand in the address.
    pub authority: HeaderValue,
    /// `None` for plain HTTP.
    pub tls: Option<TlsConnector>,
    pub authorization: HeaderValue,
    pub timeout: Duration,
}

impl Config {
    /// Checks the settings of the line called `name`, and reads the secrets.
    pub fn read(name: &str, settings: &Settings) -> Result<(Server, Self)> {
        let read = |settings: &Settings| {
            let address = settings.service()?;
            Ok((Server::read(address, settings)?, settings.config()))
        };
        read(settings).map_err(|wrong| {
            let text = settings.place.tell(&format!("Line \"{name}\""), &wrong);
            Error::with_text(ErrorKind::InvalidArgument, text)
        })
    }
}

/// The address of a service.
struct Service {
    uri: Uri,
    tls: bool,
    authority: HeaderValue,
    host: String,
    port: u16,
}

impl Settings {
    /// Checks everything but the secrets and the certificates, without looking at any file.
    pub fn check(&self) -> std::result::Result<(), Wrong> {
        self.service().map(drop)
    }

    /// The address of the service, once all that needs no file is checked.
    fn service(&self) -> std::result::Result<Service, Wrong> {
        for (key, time) in [
            ("request_timeout", self.request_timeout),
            ("poll_while_calling", self.poll_while_calling),
            ("poll_while_connected", self.poll_while_connected),
            ("lost_after", self.lost_after),
        ] {
            check_time(key, time, "1ms", "24h")?;
        }
        check_range("max_calls", self.max_calls, 1, 10_000)?;
        if self.item.trim().is_empty() {
            return Err(Wrong::new("item", "must not be empty"));
        }
        for (key, text) in [
            ("user", &self.user),
            ("impersonate", &self.impersonate),
            ("address", &self.address),
        ] {
            if let Some(text) = text {
                check_text(key, text)?;
            }
        }
        self.read_url()
    }

    fn read_url(&self) -> std::result::Result<Service, Wrong> {
        // What stands before an `@` may be a password.
        let shown = self.url.rsplit('@').next().unwrap_or_default();
        let shown: String = shown.chars().take(LONGEST_NAME).collect();
        let url = |what: &str| Wrong::new("url", format!("{shown:?} {what}"));
        let uri: Uri = self.url.parse().map_err(|_| url("is not a web address"))?;
        let tls = match uri.scheme_str() {
            Some("https") => true,
            Some("http") => false,
            _ => return Err(url("must begin with https://")),
        };
        let authority = uri.authority().ok_or_else(|| url("has no host"))?;
        if authority.as_str().contains('@') {
            let message = "must not have a user before it; use the keys user and password";
            return Err(url(message));
        }
        let host = authority.host().trim_matches(['[', ']']).to_owned();
        if !tls && !self.allow_plain_http && !is_here(&host) {
            return Err(url(
                "would send the password in the clear; use https, or set allow_plain_http = true",
            ));
        }
        let port = authority.port_u16().unwrap_or(if tls { 443 } else { 80 });
        if port == 0 {
            return Err(url("has the port 0, where nobody can be"));
        }
        let header = HeaderValue::from_str(authority.as_str());
        Ok(Service {
            authority: header.map_err(|_| url("is not a web address"))?,
            tls,
            host,
            port,
            uri,
        })
    }

    fn config(&self) -> Config {
        let user = self.user.clone();
        Config {
            address: self.address.clone().or(user).unwrap_or_default(),
            item: ItemId {
                id: self.item.clone(),
                change_key: self.item_change_key.clone(),
            },
            headers: RequestHeaders {
                // The first that has the operations, so that every server that has them knows it.
                version: Some(crate::soap::ExchangeVersion::Exchange2010),
                impersonation: self.impersonate.clone().map(Impersonation::SmtpAddress),
                culture: None,
            },
            max_calls: self.max_calls,
            poll_while_calling: self.poll_while_calling,
            poll_while_connected: self.poll_while_connected,
            lost_after: self.lost_after,
        }
    }
}

impl Server {
    fn read(service: Service, settings: &Settings) -> std::result::Result<Self, Wrong> {
        let connector = match service.tls {
            true => Some(
                tls::connector(settings.ca_file.as_deref())
                    .map_err(|what| Wrong::new("ca_file", what))?,
            ),
            false => None,
        };
        Ok(Server {
            authority: service.authority,
            port: service.port,
            host: service.host,
            tls: connector,
            authorization: authorization(settings)?,
            timeout: settings.request_timeout,
            uri: service.uri,
        })
    }
}

fn is_here(host: &str) -> bool {
    let address = host.parse::<IpAddr>();
    host.eq_ignore_ascii_case("localhost") || address.is_ok_and(|address| address.is_loopback())
}

/// The one header that says who we are, marked so that nothing shows it.
fn authorization(settings: &Settings) -> std::result::Result<HeaderValue, Wrong> {
    let password = Secret::choose(
        PASSWORD,
        settings.password.as_ref(),
        settings.password_env.as_deref(),
        settings.password_file.as_deref(),
    )?;
    let token = Secret::choose(
        TOKEN,
        settings.token.as_ref(),
        settings.token_env.as_deref(),
        settings.token_file.as_deref(),
    )?;
    let text = match (&settings.user, password, token) {
        (Some(user), Some(password), None) if !user.contains(':') => {
            let pair = format!("{user}:{}", password.reveal());
            format!("Basic {}", STANDARD.encode(pair))
        }
        (Some(_), Some(_), None) => {
            return Err(Wrong::new("user", "must not contain a colon"));
        }
        (None, None, Some(token)) => format!("Bearer {}", token.reveal()),
        _ => {
            let what = "the line needs either user and password, or token";
            return Err(Wrong::new("", what));
        }
    };
    let mut value = HeaderValue::from_str(&text)
        .map_err(|_| Wrong::new("token", "has characters that no token has"))?;
    value.set_sensitive(true);
    Ok(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(text: &str) -> Settings {
        let base = "item = \"welcome\"\n";
        toml::from_str(&format!("{base}{text}")).unwrap()
    }

    fn read(text: &str) -> std::result::Result<(Server, Config), String> {
        Config::read("Office", &settings(text)).map_err(|error| error.message().to_owned())
    }

    const LOCAL: &str = "url = \"http://localhost:8080/EWS/Exchange.asmx\"\n";

    #[test]
    fn a_line_logs_in_by_password_or_token() {
        let password = format!("{LOCAL}user = \"demo\"\npassword = \"pa:ss\"");
        let (server, config) = read(&password).unwrap();
        assert_eq!(server.authorization, "Basic ZGVtbzpwYTpzcw==");
        assert!(server.authorization.is_sensitive());
        assert_eq!((server.host.as_str(), server.port), ("localhost", 8080));
        assert_eq!(config.address, "demo");
        let token = format!("{LOCAL}token = \"abc\"\naddress = \"+4930\"");
        let (server, config) = read(&token).unwrap();
        assert_eq!(server.authorization, "Bearer abc");
        assert_eq!(config.address, "+4930");
    }

    #[test]
    fn wrong_settings_are_named() {
        let login = "user = \"demo\"\npassword = \"demo\"\n";
        for (text, key) in [
            (format!("url = \"ftp://x/\"\n{login}"), "url"),
            (format!("url = \"not a url\"\n{login}"), "url"),
            (format!("url = \"http://mail.example/\"\n{login}"), "url"),
            (
                format!("url = \"https://me:hunter2@mail.example/\"\n{login}"),
                "url",
            ),
            (format!("{LOCAL}user = \"demo\""), "password"),
            (format!("{LOCAL}{login}token = \"x\""), "token"),
            (format!("{LOCAL}token = \"a\\nb\""), "token"),
            (format!("{LOCAL}user = \"a:b\"\npassword = \"c\""), "user"),
            (format!("{LOCAL}{login}max_calls = 0"), "max_calls"),
            (format!("{LOCAL}{login}lost_after = \"0\""), "lost_after"),
            (
                format!("url = \"https://mail.example/\"\n{login}ca_file = \"/nowhere\""),
                "ca_file",
            ),
        ] {
            let message = read(&text).err().unwrap_or_default();
            assert!(
                message.contains("Office") && message.contains(key),
                "{text}: {message}"
            );
            assert!(!message.contains("hunter2"), "{message}");
        }
    }

    #[test]
    fn addresses_of_version_6_are_understood() {
        let login = "user = \"demo\"\npassword = \"demo\"\n";
        let (server, _) = read(&format!("url = \"http://[::1]:99/x\"\n{login}")).unwrap();
        assert_eq!((server.host.as_str(), server.port), ("::1", 99));
        assert_eq!(server.authority, "[::1]:99");
    }
}
