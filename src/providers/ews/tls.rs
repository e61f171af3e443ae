//! What makes the TLS connections to the server.

use crate::settings::certificates;
use rustls::ClientConfig;
use std::path::Path;
use std::sync::Arc;
use tokio_rustls::TlsConnector;

/// Trusts the system's certificate authorities, or the configured ones in their place. An error says
/// what is wrong, to be put behind the key's name.
pub(super) fn connector(ca_file: Option<&Path>) -> Result<TlsConnector, String> {
    let roots = certificates::authorities(ca_file)?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| error.to_string())?
        .with_root_certificates(roots)
        .with_no_client_auth();
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(TlsConnector::from(Arc::new(config)))
}
