//! A corpus of bad EWS requests, generated, each with the fault that the documentation promises
//! (the table in `tapi3::soap`). Used on the codec and, over a socket, on the endpoint.

// Each test program uses its own part of this file.
#![allow(dead_code)]

mod bytes;
mod messages;
mod soap;
mod xml;

/// A request that must be refused.
pub struct Case {
    /// Unique, for messages: `group/what`.
    pub name: String,
    /// The HTTP body.
    pub body: Vec<u8>,
    /// The `e:ResponseCode` of the fault.
    pub code: &'static str,
    /// The `faultcode`, prefix included.
    pub faultcode: String,
}

pub const SOAP: &str = "http://schemas.xmlsoap.org/soap/envelope/";
pub const MESSAGES: &str = "http://schemas.microsoft.com/exchange/services/2006/messages";
pub const TYPES: &str = "http://schemas.microsoft.com/exchange/services/2006/types";

const INVALID: &str = "ErrorInvalidRequest";
const SCHEMA: &str = "ErrorSchemaValidation";
const TOO_BIG: &str = "ErrorRequestStreamTooBig";
const DUPLICATE: &str = "ErrorDuplicateSOAPHeader";
const OLD_VERSION: &str = "ErrorInvalidServerVersion";
const IMPERSONATION: &str = "ErrorInvalidExchangeImpersonationHeaderData";

pub const VERSION: &str = r#"<t:RequestServerVersion Version="Exchange2010"/>"#;
pub const PLAY: &str =
    r#"<m:PlayOnPhone><m:ItemId Id="AAMk"/><m:DialString>+4930123</m:DialString></m:PlayOnPhone>"#;
pub const GET: &str =
    r#"<m:GetPhoneCallInformation><m:PhoneCallId Id="c1"/></m:GetPhoneCallInformation>"#;
pub const DISCONNECT: &str =
    r#"<m:DisconnectPhoneCall><m:PhoneCallId Id="c1"/></m:DisconnectPhoneCall>"#;

/// A whole request: an envelope with these headers and this body.
pub fn request(headers: &str, operation: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <s:Envelope xmlns:s=\"{SOAP}\" xmlns:m=\"{MESSAGES}\" xmlns:t=\"{TYPES}\">\n\
         <s:Header>{headers}</s:Header>\n<s:Body>{operation}</s:Body>\n</s:Envelope>"
    )
}

struct Corpus(Vec<Case>);

impl Corpus {
    fn add(&mut self, code: &'static str, name: impl Into<String>, body: impl Into<Vec<u8>>) {
        self.with_faultcode(format!("a:{code}"), code, name, body);
    }

    fn with_faultcode(
        &mut self,
        faultcode: String,
        code: &'static str,
        name: impl Into<String>,
        body: impl Into<Vec<u8>>,
    ) {
        self.0.push(Case {
            name: name.into(),
            body: body.into(),
            code,
            faultcode,
        });
    }

    fn operations(&mut self, code: &'static str, group: &str, cases: &[(&str, &str)]) {
        for (name, operation) in cases {
            self.add(code, format!("{group}/{name}"), request(VERSION, operation));
        }
    }

    fn headers(&mut self, code: &'static str, group: &str, cases: &[(&str, &str)]) {
        for (name, headers) in cases {
            self.add(
                code,
                format!("{group}/{name}"),
                request(headers, DISCONNECT),
            );
        }
    }
}

/// The whole corpus, in the same order every time.
pub fn corpus() -> Vec<Case> {
    let mut c = Corpus(Vec::new());
    bytes::truncated(&mut c);
    bytes::not_xml(&mut c);
    bytes::encodings(&mut c);
    bytes::characters(&mut c);
    xml::ill_formed(&mut c);
    xml::dtds(&mut c);
    xml::limits(&mut c);
    soap::envelopes(&mut c);
    soap::namespaces(&mut c);
    messages::headers(&mut c);
    messages::operations(&mut c);
    c.0
}
