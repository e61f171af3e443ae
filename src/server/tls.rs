//! The server's certificate and key.

use crate::config::ServerSettings;
use crate::engine::{Error, ErrorKind, Result};
use crate::settings::{Wrong, read_file};
use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use std::path::Path;
use std::sync::Arc;
use tokio_rustls::TlsAcceptor;

/// The longest file of certificates, or of a key, in bytes.
const LONGEST: u64 = 1024 * 1024;

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
    // Neither name is shown: a secret may stand in the wrong key.
    let chain = read_chain(certificate)
        .map_err(|what| Wrong::new("tls_certificate", format!("the file {what}")))?;
    let private =
        read_key(key).map_err(|what| Wrong::new("tls_key", format!("the file {what}")))?;
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

fn read_chain(path: &Path) -> std::result::Result<Vec<CertificateDer<'static>>, String> {
    let pem = read_file(path, LONGEST)?;
    let read = CertificateDer::pem_slice_iter(&pem).collect::<std::result::Result<Vec<_>, _>>();
    let chain = read.map_err(|error| format!("is not PEM: {error}"))?;
    if chain.is_empty() {
        return Err("has no certificate in it".to_owned());
    }
    Ok(chain)
}

fn read_key(path: &Path) -> std::result::Result<PrivateKeyDer<'static>, String> {
    let pem = read_file(path, LONGEST)?;
    PrivateKeyDer::from_pem_slice(&pem).map_err(|error| match error {
        rustls::pki_types::pem::Error::NoItemsFound => "has no private key in it".to_owned(),
        error => format!("is not PEM: {error}"),
    })
}
