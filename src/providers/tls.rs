//! Why a TLS connection did not come about, for people.

use rustls::{AlertDescription, CertificateError, Error};
use std::io;

/// Why the far end's certificate is not accepted, or ours by it, or why there is no TLS at all;
/// `None` if that is not what went wrong. `authorities` is the key that names whom we trust.
pub(super) fn explain(error: &io::Error, authorities: &str) -> Option<String> {
    let why = match error.get_ref()?.downcast_ref()? {
        Error::InvalidCertificate(why) => why,
        Error::AlertReceived(alert) => return Some(of_alert(*alert)),
        Error::InvalidMessage(_) => return Some("what answers does not speak TLS".to_owned()),
        Error::NoCertificatesPresented => return Some("it has shown no certificate".to_owned()),
        _ => return None,
    };
    let what = match why {
        // The last two if an authority has the right name by chance.
        CertificateError::UnknownIssuer
        | CertificateError::BadSignature
        | CertificateError::UnsupportedSignatureAlgorithmForPublicKeyContext { .. } => {
            return Some(format!(
                "its certificate is not signed by an authority that we trust ({authorities})"
            ));
        }
        CertificateError::NotValidForNameContext {
            expected,
            presented,
        } => {
            let wanted = expected.to_str();
            return Some(match names(presented).as_str() {
                "" => format!("its certificate names nobody, so it is not for {wanted}"),
                names => format!("its certificate is for {names}, not {wanted}"),
            });
        }
        CertificateError::NotValidForName => "is for another name",
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

fn of_alert(alert: AlertDescription) -> String {
    let what = match alert {
        AlertDescription::CertificateRequired => "it wants a certificate of ours, and has got none",
        AlertDescription::UnknownCA => "it does not trust whoever signed our certificate",
        AlertDescription::CertificateExpired => "it says that our certificate has expired",
        AlertDescription::BadCertificate
        | AlertDescription::UnsupportedCertificate
        | AlertDescription::CertificateRevoked
        | AlertDescription::CertificateUnknown => "it does not accept our certificate",
        AlertDescription::ProtocolVersion => "it speaks only a TLS that is too old",
        AlertDescription::UnrecognisedName => "it does not know the name that we asked it for",
        other => return format!("it has refused TLS: {other:?}"),
    };
    what.to_owned()
}

/// The names of a certificate, of which webpki tells the kind as well: `DnsName("example.com")`.
fn names(presented: &[String]) -> String {
    /// As many as somebody reads.
    const SHOWN: usize = 4;
    let bare = presented.iter().map(|name| {
        let inner = name
            .split_once('(')
            .and_then(|(_, rest)| rest.strip_suffix(')'));
        inner.unwrap_or(name).trim_matches('"')
    });
    let mut shown = bare.take(SHOWN).collect::<Vec<_>>().join(", ");
    if presented.len() > SHOWN {
        shown.push_str(", …");
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustls::pki_types::ServerName;

    fn told(error: Error) -> Option<String> {
        explain(&io::Error::other(error), "tls_ca_file")
    }

    #[test]
    fn a_certificate_for_others_is_told_with_its_names() {
        for (presented, words) in [
            (
                &["DnsName(\"a.example\")", "IpAddress(10.0.0.1)"][..],
                "its certificate is for a.example, 10.0.0.1, not b.example",
            ),
            (
                &[],
                "its certificate names nobody, so it is not for b.example",
            ),
            (
                &["1", "2", "3", "4", "5"],
                "its certificate is for 1, 2, 3, 4, …, not b.example",
            ),
        ] {
            let error = CertificateError::NotValidForNameContext {
                expected: ServerName::try_from("b.example").unwrap(),
                presented: presented.iter().map(|name| (*name).to_owned()).collect(),
            };
            assert_eq!(told(error.into()).as_deref(), Some(words));
        }
    }

    #[test]
    fn the_usual_faults_have_words() {
        for (why, words) in [
            (CertificateError::Expired, "its certificate has expired"),
            (
                CertificateError::NotValidYet,
                "its certificate is not valid yet",
            ),
            (
                CertificateError::NotValidForName,
                "its certificate is for another name",
            ),
        ] {
            assert_eq!(told(why.into()).as_deref(), Some(words));
        }
    }

    #[test]
    fn whose_certificate_is_meant_is_clear() {
        let theirs = told(CertificateError::UnknownIssuer.into()).unwrap();
        assert!(theirs.contains("that we trust (tls_ca_file)"), "{theirs}");
        let ours = told(Error::AlertReceived(AlertDescription::UnknownCA)).unwrap();
        assert!(ours.contains("our certificate"), "{ours}");
        assert_eq!(explain(&io::Error::other("else"), ""), None);
    }
}
