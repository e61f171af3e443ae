//! TLS: whom a line trusts, and who it is.
//!
//! A server's certificate has to be for the host that was looked up, and not for the one that an SRV
//! record named (RFC 5922 §4). There is no way to leave that out: with an authority of one's own, put
//! its certificate into `tls_ca_file`.

use crate::settings::{Wrong, certificates};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::WebPkiClientVerifier;
use rustls::{ClientConfig, RootCertStore, ServerConfig};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use tokio_rustls::{TlsAcceptor, TlsConnector};

/// The files of a line.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(in crate::providers::sip) struct Files {
    /// Authorities that we trust; the system's if none is named.
    pub authorities: Option<PathBuf>,
    /// Our certificate, and those up to the root.
    pub certificate: Option<PathBuf>,
    /// Its key.
    pub key: Option<PathBuf>,
}

/// What makes and accepts TLS connections.
#[derive(Default)]
pub(in crate::providers::sip) struct Security {
    /// `None`: the system's authorities, which are read at the first connection.
    authorities: Option<RootCertStore>,
    identity: Option<Identity>,
    connector: OnceLock<Result<TlsConnector, String>>,
    acceptor: Option<TlsAcceptor>,
}

struct Identity {
    chain: Vec<CertificateDer<'static>>,
    key: PrivateKeyDer<'static>,
}

impl Security {
    /// Reads the files. The key of an error is `tls_ca_file`, `tls_cert_file` or `tls_key_file`.
    pub fn read(files: &Files) -> Result<Self, Wrong> {
        let authorities = match &files.authorities {
            None => None,
            Some(file) => Some(
                certificates::authorities(Some(file))
                    .map_err(|what| Wrong::new("tls_ca_file", what))?,
            ),
        };
        let identity = Identity::read(files.certificate.as_deref(), files.key.as_deref())?;
        let acceptor = match &identity {
            None => None,
            Some(identity) => Some(identity.acceptor(authorities.as_ref())?),
        };
        Ok(Security {
            authorities,
            identity,
            connector: OnceLock::new(),
            acceptor,
        })
    }

    /// What makes connections. Fails if the system has no authorities and none were named.
    pub fn connector(&self) -> Result<&TlsConnector, &str> {
        let made = self.connector.get_or_init(|| self.make_connector());
        made.as_ref().map_err(String::as_str)
    }

    fn make_connector(&self) -> Result<TlsConnector, String> {
        let authorities = match &self.authorities {
            Some(authorities) => authorities.clone(),
            None => certificates::authorities(None)?,
        };
        let builder =
            ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
                .with_safe_default_protocol_versions()
                .map_err(|error| error.to_string())?
                .with_root_certificates(authorities);
        let config = match &self.identity {
            None => builder.with_no_client_auth(),
            Some(identity) => builder
                .with_client_auth_cert(identity.chain.clone(), identity.key.clone_key())
                .map_err(|error| error.to_string())?,
        };
        Ok(TlsConnector::from(Arc::new(config)))
    }

    /// What accepts connections, if there is a certificate to show.
    pub fn acceptor(&self) -> Option<&TlsAcceptor> {
        self.acceptor.as_ref()
    }

    /// Whether connections can be accepted.
    pub fn can_accept(&self) -> bool {
        self.acceptor.is_some()
    }
}

impl Identity {
    fn read(certificate: Option<&Path>, key: Option<&Path>) -> Result<Option<Self>, Wrong> {
        let (certificate, key) = match (certificate, key) {
            (None, None) => return Ok(None),
            (Some(certificate), Some(key)) => (certificate, key),
            (Some(_), None) => return Err(Wrong::new("tls_cert_file", "needs tls_key_file")),
            (None, Some(_)) => return Err(Wrong::new("tls_key_file", "needs tls_cert_file")),
        };
        Ok(Some(Identity {
            chain: certificates::chain(certificate)
                .map_err(|what| Wrong::new("tls_cert_file", what))?,
            key: certificates::private_key(key).map_err(|what| Wrong::new("tls_key_file", what))?,
        }))
    }

    /// Those who connect to us may show a certificate when there is a file of authorities; one that
    /// these have not signed is refused.
    fn acceptor(&self, authorities: Option<&RootCertStore>) -> Result<TlsAcceptor, Wrong> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let builder = ServerConfig::builder_with_provider(provider.clone())
            .with_safe_default_protocol_versions()
            .map_err(|error| Wrong::new("tls_cert_file", error.to_string()))?;
        let builder = match authorities {
            None => builder.with_no_client_auth(),
            Some(authorities) => {
                let authorities = Arc::new(authorities.clone());
                let verifier = WebPkiClientVerifier::builder_with_provider(authorities, provider)
                    .allow_unauthenticated()
                    .build()
                    .map_err(|error| Wrong::new("tls_ca_file", error.to_string()))?;
                builder.with_client_cert_verifier(verifier)
            }
        };
        let config = builder.with_single_cert(self.chain.clone(), self.key.clone_key());
        let config = config.map_err(|error| match error {
            rustls::Error::InconsistentKeys(_) => {
                Wrong::new("tls_key_file", "is not the key of tls_cert_file")
            }
            error => Wrong::new("tls_cert_file", format!("and tls_key_file: {error}")),
        })?;
        Ok(TlsAcceptor::from(Arc::new(config)))
    }
}

impl fmt::Debug for Security {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Security")
            .field("own_authorities", &self.authorities.is_some())
            .field("own_certificate", &self.identity.is_some())
            .finish_non_exhaustive()
    }
}
