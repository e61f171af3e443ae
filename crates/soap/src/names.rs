//! The XML namespaces of EWS in both published spellings.
//!
//! The contract says `http://`; Microsoft's reference pages of these operations also show
//! `https://`, in some renderings for the SOAP envelope too. A client that follows such a page
//! literally is served and answered in its own spelling.

/// How a namespace is spelled: the scheme in front of the same name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Scheme {
    /// `http://`, the contract's spelling.
    #[default]
    Http,
    /// `https://`, the spelling of some published examples.
    Https,
}

/// The spelling of each namespace in one message. The errors namespace follows `types`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Namespaces {
    /// Of the SOAP 1.1 envelope.
    pub envelope: Scheme,
    /// Of the messages namespace (`m:` in the examples).
    pub messages: Scheme,
    /// Of the types namespace (`t:` in the examples).
    pub types: Scheme,
}

/// The vocabularies that these messages are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Vocabulary {
    Envelope,
    Messages,
    Types,
    Errors,
}

/// XML Schema instance, whose attributes may stand on any element.
pub(super) const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";

impl Vocabulary {
    const ALL: [Self; 4] = [Self::Envelope, Self::Messages, Self::Types, Self::Errors];

    pub(super) fn uri(self, scheme: Scheme) -> &'static str {
        use Scheme::{Http, Https};
        match (self, scheme) {
            (Self::Envelope, Http) => "http://schemas.xmlsoap.org/soap/envelope/",
            (Self::Envelope, Https) => "https://schemas.xmlsoap.org/soap/envelope/",
            (Self::Messages, Http) => {
                "http://schemas.microsoft.com/exchange/services/2006/messages"
            }
            (Self::Messages, Https) => {
                "https://schemas.microsoft.com/exchange/services/2006/messages"
            }
            (Self::Types, Http) => "http://schemas.microsoft.com/exchange/services/2006/types",
            (Self::Types, Https) => "https://schemas.microsoft.com/exchange/services/2006/types",
            (Self::Errors, Http) => "http://schemas.microsoft.com/exchange/services/2006/errors",
            (Self::Errors, Https) => "https://schemas.microsoft.com/exchange/services/2006/errors",
        }
    }

    /// The vocabulary and spelling that `uri` names, if it is one of ours.
    pub(super) fn recognise(uri: &str) -> Option<(Self, Scheme)> {
        Self::ALL
            .into_iter()
            .flat_map(|v| [(v, Scheme::Http), (v, Scheme::Https)])
            .find(|(v, s)| v.uri(*s) == uri)
    }
}

impl Namespaces {
    pub(super) fn uri(self, vocabulary: Vocabulary) -> &'static str {
        vocabulary.uri(match vocabulary {
            Vocabulary::Envelope => self.envelope,
            Vocabulary::Messages => self.messages,
            Vocabulary::Types | Vocabulary::Errors => self.types,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_uri_is_recognised_as_itself() {
        for v in Vocabulary::ALL {
            for s in [Scheme::Http, Scheme::Https] {
                assert_eq!(Vocabulary::recognise(v.uri(s)), Some((v, s)));
            }
        }
    }

    #[test]
    fn near_misses_are_not_ours() {
        for uri in [
            "",
            "http://schemas.microsoft.com/exchange/services/2006/messages/",
            "HTTP://schemas.microsoft.com/exchange/services/2006/messages",
            "http://www.w3.org/2003/05/soap-envelope",
        ] {
            assert_eq!(Vocabulary::recognise(uri), None, "{uri}");
        }
    }
}
