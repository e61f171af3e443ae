//! The files of TLS that settings name: authorities, chains of certificates, private keys. An error
//! says what is wrong without the file's name, to be put behind the key's: a secret may stand in the
//! wrong key.

use super::read_file;
use rustls::RootCertStore;
use rustls::pki_types::pem::{self, PemObject};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use std::path::Path;

/// The longest file of authorities, in bytes.
const LONGEST: u64 = 4 * 1024 * 1024;

/// The longest file of a chain or a key, in bytes.
const LONGEST_OF_OUR_OWN: u64 = 1024 * 1024;

/// Whom we trust: the authorities in this file, or the system's.
pub fn authorities(file: Option<&Path>) -> Result<RootCertStore, String> {
    let mut roots = RootCertStore::empty();
    match file {
        Some(path) => {
            for certificate in read(path, LONGEST)? {
                roots
                    .add(certificate)
                    .map_err(|error| format!("the file has a certificate that is none: {error}"))?;
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
    Ok(roots)
}

/// A certificate of our own, with those of the authorities between it and the root.
pub fn chain(path: &Path) -> Result<Vec<CertificateDer<'static>>, String> {
    read(path, LONGEST_OF_OUR_OWN)
}

/// The key of such a certificate.
pub fn private_key(path: &Path) -> Result<PrivateKeyDer<'static>, String> {
    let text = read_file(path, LONGEST_OF_OUR_OWN).map_err(|what| format!("the file {what}"))?;
    PrivateKeyDer::from_pem_slice(&text).map_err(|error| match error {
        pem::Error::NoItemsFound => "the file has no private key in it".to_owned(),
        error => format!("the file is not PEM: {error}"),
    })
}

fn read(path: &Path, most: u64) -> Result<Vec<CertificateDer<'static>>, String> {
    let text = read_file(path, most).map_err(|what| format!("the file {what}"))?;
    let read = CertificateDer::pem_slice_iter(&text).collect::<Result<Vec<_>, _>>();
    let found = read.map_err(|error| format!("the file is not PEM: {error}"))?;
    if found.is_empty() {
        return Err("the file has no certificate in it".to_owned());
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_with_a_file_is_said_without_its_name() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("hunter2");
        for (text, why) in [
            (None, "cannot be read"),
            (Some(""), "has no certificate"),
            (Some("-----BEGIN CERTIFICATE-----\n*"), "is not PEM"),
            (
                Some("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"),
                "certificate that is none",
            ),
        ] {
            if let Some(text) = text {
                std::fs::write(&path, text).unwrap();
            }
            let error = authorities(Some(&path)).unwrap_err();
            assert!(
                error.contains(why) && !error.contains("hunter2"),
                "{text:?}: {error}"
            );
        }
        std::fs::write(&path, "").unwrap();
        let error = chain(&path).unwrap_err();
        assert!(error.contains("has no certificate"), "{error}");
        let error = private_key(&path).unwrap_err();
        assert!(error.contains("has no private key"), "{error}");
    }
}
