//! Whom we trust: the system's certificate authorities, or the configured ones in their place.

use crate::settings::read_file;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{CertificateError, ClientConfig, Error, RootCertStore};
use std::path::Path;
use std::sync::Arc;
use tokio_rustls::TlsConnector;

/// The longest file of certificates, in bytes.
const LONGEST: u64 = 4 * 1024 * 1024;

/// What makes TLS connections. An error says what is wrong, to be put behind the key's name.
pub(super) fn connector(ca_file: Option<&Path>) -> Result<TlsConnector, String> {
    let mut roots = RootCertStore::empty();
    match ca_file {
        Some(path) => {
            // The name is not shown: a secret may stand in the wrong key.
            let pem = read_file(path, LONGEST).map_err(|what| format!("the file {what}"))?;
            let read = CertificateDer::pem_slice_iter(&pem).collect::<Result<Vec<_>, _>>();
            let trusted = read.map_err(|error| format!("the file is not PEM: {error}"))?;
            for certificate in trusted {
                roots
                    .add(certificate)
                    .map_err(|error| format!("the file has a certificate that is none: {error}"))?;
            }
            if roots.is_empty() {
                return Err("the file has no certificate in it".to_owned());
            }
        }
        None => {
            let found = rustls_native_certs::load_native_certs();
            for error in found.errors {
                tracing::warn!("a certificate authority of the system was left out: {error}");
            }
            roots.add_parsable_certificates(found.certs);
            if roots.is_empty() {
                return Err("the system has no certificate authorities; set this key".to_owned());
            }
        }
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| error.to_string())?
        .with_root_certificates(roots)
        .with_no_client_auth();
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(TlsConnector::from(Arc::new(config)))
}

/// Why a server's certificate is not accepted, for people; `None` if that is not what went wrong.
pub(super) fn explain(error: &std::io::Error) -> Option<String> {
    let Some(Error::InvalidCertificate(why)) = error.get_ref()?.downcast_ref() else {
        return None;
    };
    let what = match why {
        // The last two if an authority has the right name by chance.
        CertificateError::UnknownIssuer
        | CertificateError::BadSignature
        | CertificateError::UnsupportedSignatureAlgorithmForPublicKeyContext { .. } => {
            "is not signed by an authority that we trust (ca_file)"
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            "is for another name"
        }
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => "has expired",
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            "is not valid yet"
        }
        // The words of webpki, which has no type for this here.
        other if other.to_string().contains("CaUsedAsEndEntity") => {
            "is that of an authority, which no server may use; make one with basicConstraints \
             CA:FALSE"
        }
        other => return Some(format!("its certificate is not accepted: {other}")),
    };
    Some(format!("its certificate {what}"))
}
