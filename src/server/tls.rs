//! The server's certificate and key.

use crate::config::ServerSettings;
use crate::engine::{Error, ErrorKind, Result};
use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use std::path::Path;
use std::sync::Arc;
use tokio_rustls::TlsAcceptor;

fn wrong(message: String) -> Error {
    let text = format!("[server] {message}.");
    Error::with_text(ErrorKind::InvalidArgument, text)
}

/// What accepts TLS connections, if the settings name a certificate.
pub(super) fn acceptor(settings: &ServerSettings) -> Result<Option<TlsAcceptor>> {
    let (certificate, key) = match (&settings.tls_certificate, &settings.tls_key) {
        (None, None) => return Ok(None),
        (Some(certificate), Some(key)) => (certificate, key),
        (Some(_), None) => return Err(wrong("tls_certificate: needs tls_key".to_owned())),
        (None, Some(_)) => return Err(wrong("tls_key: needs tls_certificate".to_owned())),
    };
    let chain = read_chain(certificate)
        .map_err(|what| wrong(format!("tls_certificate: {} {what}", certificate.display())))?;
    let private = PrivateKeyDer::from_pem_file(key).map_err(|error| {
        let key = key.display();
        wrong(format!("tls_key: {key} cannot be read: {error}"))
    })?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map(|builder| builder.with_no_client_auth())
        .and_then(|builder| builder.with_single_cert(chain, private));
    let mut config = config.map_err(|error| match error {
        rustls::Error::InconsistentKeys(_) => {
            wrong("tls_key: is not the key of tls_certificate".to_owned())
        }
        error => wrong(format!("tls_certificate and tls_key: {error}")),
    })?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Some(TlsAcceptor::from(Arc::new(config))))
}

fn read_chain(path: &Path) -> std::result::Result<Vec<CertificateDer<'static>>, String> {
    let read = CertificateDer::pem_file_iter(path).and_then(Iterator::collect);
    let chain: Vec<_> = read.map_err(|error| format!("cannot be read: {error}"))?;
    if chain.is_empty() {
        return Err("has no certificate in it".to_owned());
    }
    Ok(chain)
}
