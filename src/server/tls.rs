//! The server's certificate and key, which may be replaced while connections are up.

use super::current::Current;
use crate::config::ServerSettings;
use crate::engine::{Error, ErrorKind, Result};
use crate::settings::{Wrong, certificates};
use rustls::ServerConfig;
use rustls::crypto::{CryptoProvider, ring};
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;
use std::sync::Arc;
use tokio_rustls::TlsAcceptor;

/// What the server shows to whoever connects from now on. Connections that are up keep what they
/// have seen.
#[derive(Debug)]
pub(super) struct Certificates(Current<CertifiedKey>);

impl Certificates {
    pub fn new(key: CertifiedKey) -> Arc<Self> {
        Arc::new(Certificates(Current::new(key)))
    }

    pub fn replace(&self, key: CertifiedKey) {
        self.0.set(key);
    }
}

impl ResolvesServerCert for Certificates {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.0.get())
    }
}

/// The certificate and its key, if the settings name one.
pub(super) fn read(settings: &ServerSettings) -> Result<Option<CertifiedKey>> {
    read_files(settings).map_err(|wrong| {
        let text = settings.place.tell("[server]", &wrong);
        Error::with_text(ErrorKind::InvalidArgument, text)
    })
}

fn read_files(settings: &ServerSettings) -> std::result::Result<Option<CertifiedKey>, Wrong> {
    let (certificate, key) = match (&settings.tls_certificate, &settings.tls_key) {
        (None, None) => return Ok(None),
        (Some(certificate), Some(key)) => (certificate, key),
        (Some(_), None) => return Err(Wrong::new("tls_certificate", "needs tls_key")),
        (None, Some(_)) => return Err(Wrong::new("tls_key", "needs tls_certificate")),
    };
    let chain =
        certificates::chain(certificate).map_err(|what| Wrong::new("tls_certificate", what))?;
    let private = certificates::private_key(key).map_err(|what| Wrong::new("tls_key", what))?;
    CertifiedKey::from_der(chain, private, &provider())
        .map(Some)
        .map_err(|error| match error {
            rustls::Error::InconsistentKeys(_) => {
                Wrong::new("tls_key", "is not the key of tls_certificate")
            }
            error => wrong(&error),
        })
}

fn wrong(error: &rustls::Error) -> Wrong {
    Wrong::new("tls_certificate", format!("and tls_key: {error}"))
}

fn provider() -> CryptoProvider {
    ring::default_provider()
}

/// What accepts TLS connections.
pub(super) fn acceptor(certificates: Arc<Certificates>) -> Result<TlsAcceptor> {
    let builder = ServerConfig::builder_with_provider(Arc::new(provider()));
    let builder = builder.with_safe_default_protocol_versions();
    let builder = builder.map_err(|error| super::failed("TLS cannot be spoken", &error))?;
    let mut config = builder
        .with_no_client_auth()
        .with_cert_resolver(certificates);
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(TlsAcceptor::from(Arc::new(config)))
}
