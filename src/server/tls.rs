//! The server's certificate and key.

use crate::config::ServerSettings;
use crate::engine::{Error, ErrorKind, Result};
use crate::settings::{Wrong, certificates};
use rustls::ServerConfig;
use std::sync::Arc;
use tokio_rustls::TlsAcceptor;

/// What accepts TLS connections, if the settings name a certificate.
pub(super) fn acceptor(settings: &ServerSettings) -> Result<Option<TlsAcceptor>> {
    read(settings).map_err(|wrong| {
        let text = settings.place.tell("[server]", &wrong);
        Error::with_text(ErrorKind::InvalidArgument, text)
    })
}

fn read(settings: &ServerSettings) -> std::result::Result<Option<TlsAcceptor>, Wrong> {
    let (certificate, key) = match (&settings.tls_certificate, &settings.tls_key) {
        (None, None) => return Ok(None),
        (Some(certificate), Some(key)) => (certificate, key),
        (Some(_), None) => return Err(Wrong::new("tls_certificate", "needs tls_key")),
        (None, Some(_)) => return Err(Wrong::new("tls_key", "needs tls_certificate")),
    };
    let chain =
        certificates::chain(certificate).map_err(|what| Wrong::new("tls_certificate", what))?;
    let private = certificates::private_key(key).map_err(|what| Wrong::new("tls_key", what))?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map(|builder| builder.with_no_client_auth())
        .and_then(|builder| builder.with_single_cert(chain, private));
    let mut config = config.map_err(|error| match error {
        rustls::Error::InconsistentKeys(_) => {
            Wrong::new("tls_key", "is not the key of tls_certificate")
        }
        error => Wrong::new("tls_certificate", format!("and tls_key: {error}")),
    })?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Some(TlsAcceptor::from(Arc::new(config))))
}
