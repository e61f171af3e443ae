//! The server writes its answers, element by element as Exchange does: the operation's response
//! with the version header, or a fault without one.

use super::CONTENT_TYPE;
use super::codes::ErrorCode;
use super::fault::{Fault, FaultCode, FaultDetail};
use super::names::{Namespaces, Vocabulary};
use super::types::{
    OperationError, PhoneCallInformation, Response, ResponseClass, ServerVersionInfo,
};
use super::writer::Writer;

/// An answer, ready for HTTP.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HttpAnswer {
    /// 200 for responses, errors of the operation included; 500 for faults. Two known clients
    /// cannot read a fault that comes with 200.
    pub status: u16,
    /// The value of `Content-Type`.
    pub content_type: &'static str,
    /// The body, UTF-8.
    pub body: String,
}

/// Writes the answers of one server. Nearly all begin alike, so that is written once.
#[derive(Clone, Debug)]
pub struct AnswerWriter {
    server: ServerVersionInfo,
    /// In the contract's spelling.
    beginning: String,
}

impl AnswerWriter {
    /// Of a server that says this of itself.
    pub fn new(server: ServerVersionInfo) -> Self {
        AnswerWriter {
            beginning: begin_response(Namespaces::default(), &server).finish(),
            server,
        }
    }

    /// As [`write_response`].
    pub fn response(&self, response: &Response, namespaces: Namespaces) -> HttpAnswer {
        let w = match namespaces == Namespaces::default() {
            true => Writer::after(&self.beginning),
            false => begin_response(namespaces, &self.server),
        };
        finish_response(w, response, namespaces)
    }

    /// As [`write_versioned_fault`].
    pub fn fault(&self, fault: &Fault) -> HttpAnswer {
        write_versioned_fault(fault, &self.server)
    }
}

/// Writes the answer to an operation, in the namespaces of its request.
pub fn write_response(
    response: &Response,
    namespaces: Namespaces,
    server: &ServerVersionInfo,
) -> HttpAnswer {
    finish_response(begin_response(namespaces, server), response, namespaces)
}

/// Up to the message.
fn begin_response(namespaces: Namespaces, server: &ServerVersionInfo) -> Writer {
    let mut w = Writer::new();
    open_envelope(&mut w, namespaces);
    w.open("s:Header", &[]);
    write_server_version(&mut w, namespaces, server);
    w.close("s:Header").open("s:Body", &[]);
    w
}

fn finish_response(mut w: Writer, response: &Response, namespaces: Namespaces) -> HttpAnswer {
    write_message(&mut w, response, namespaces);
    close_envelope(&mut w);
    answer(200, w)
}

/// Writes a fault, in the namespaces that it carries, exactly as it is published: without a header.
pub fn write_fault(fault: &Fault) -> HttpAnswer {
    write(fault, None)
}

/// Writes a fault with the version header that responses have, so that a client that does not know
/// the server yet learns its version from a refusal too.
pub fn write_versioned_fault(fault: &Fault, server: &ServerVersionInfo) -> HttpAnswer {
    write(fault, Some(server))
}

fn write(fault: &Fault, server: Option<&ServerVersionInfo>) -> HttpAnswer {
    if let FaultDetail::Probe(probe) = fault.detail {
        let version = server.cloned().unwrap_or_default();
        return write_probe(fault, probe.as_str(), &version);
    }
    let ns = fault.namespaces;
    let code = fault.code.ews();
    let mut w = Writer::new();
    open_envelope(&mut w, ns);
    if let Some(server) = server {
        w.open("s:Header", &[]);
        write_server_version(&mut w, ns, server);
        w.close("s:Header");
    }
    w.open("s:Body", &[]).open("s:Fault", &[]);
    match fault.code {
        FaultCode::Ews(code) => w.element(
            "faultcode",
            &[("xmlns:a", ns.uri(Vocabulary::Types))],
            &format!("a:{code}"),
        ),
        standard => w.element("faultcode", &[], &format!("s:{standard}")),
    };
    let text = match &fault.detail {
        FaultDetail::Violation(v) => format!("The request failed schema validation: {}", v.text),
        _ => code.message().to_owned(),
    };
    let errors = [("xmlns:e", ns.uri(Vocabulary::Errors))];
    w.element("faultstring", &[("xml:lang", "en-US")], &text)
        .open("detail", &[])
        .element("e:ResponseCode", &errors, code.as_str())
        .element("e:Message", &errors, code.message());
    write_detail(&mut w, &fault.detail, ns);
    w.close("detail").close("s:Fault");
    close_envelope(&mut w);
    answer(500, w)
}

/// The answer of an operation that finds nothing.
fn write_probe(fault: &Fault, name: &str, server: &ServerVersionInfo) -> HttpAnswer {
    let ns = fault.namespaces;
    let response = format!("m:{name}Response");
    let message = format!("m:{name}ResponseMessage");
    let code = fault.code.ews();
    let mut w = Writer::new();
    open_envelope(&mut w, ns);
    w.open("s:Header", &[]);
    write_server_version(&mut w, ns, server);
    w.close("s:Header")
        .open("s:Body", &[])
        .open(&response, &[("xmlns:m", ns.uri(Vocabulary::Messages))])
        .open("m:ResponseMessages", &[])
        .open(
            &message,
            &[("ResponseClass", ResponseClass::Error.as_str())],
        )
        .element("m:MessageText", &[], code.message())
        .element("m:ResponseCode", &[], code.as_str())
        .element("m:DescriptiveLinkKey", &[], "0")
        .close(&message)
        .close("m:ResponseMessages")
        .close(&response);
    close_envelope(&mut w);
    answer(200, w)
}

fn answer(status: u16, w: Writer) -> HttpAnswer {
    HttpAnswer {
        status,
        content_type: CONTENT_TYPE,
        body: w.finish(),
    }
}

fn open_envelope(w: &mut Writer, namespaces: Namespaces) {
    w.open(
        "s:Envelope",
        &[("xmlns:s", namespaces.uri(Vocabulary::Envelope))],
    );
}

fn close_envelope(w: &mut Writer) {
    w.close("s:Body").close("s:Envelope");
}

fn write_server_version(w: &mut Writer, namespaces: Namespaces, server: &ServerVersionInfo) {
    w.empty_with_numbers(
        "h:ServerVersionInfo",
        &[
            ("MajorVersion", server.major),
            ("MinorVersion", server.minor),
            ("MajorBuildNumber", server.major_build),
            ("MinorBuildNumber", server.minor_build),
        ],
        &[
            ("Version", &server.version),
            ("xmlns:h", namespaces.uri(Vocabulary::Types)),
        ],
    );
}

fn write_message(w: &mut Writer, response: &Response, namespaces: Namespaces) {
    let name = response.kind().response_element();
    let error = response.error();
    let class = match error {
        None => ResponseClass::Success,
        Some(_) => ResponseClass::Error,
    };
    w.open(
        name,
        &[
            ("ResponseClass", class.as_str()),
            ("xmlns", namespaces.uri(Vocabulary::Messages)),
        ],
    );
    match error {
        Some(error) => write_error(w, error, namespaces),
        None => {
            w.element("ResponseCode", &[], "NoError");
        }
    }
    match response {
        Response::PlayOnPhone(Ok(id)) => {
            w.empty("PhoneCallId", &[("Id", &id.0)]);
        }
        Response::GetPhoneCallInformation(Ok(info)) => write_information(w, info, namespaces),
        _ => {}
    }
    w.close(name);
}

fn write_error(w: &mut Writer, error: &OperationError, namespaces: Namespaces) {
    w.element("MessageText", &[], &error.message)
        .element("ResponseCode", &[], error.code.as_str())
        // Clients read it after every error and fail when it is not there.
        .element("DescriptiveLinkKey", &[], "0");
    if let Some(wait) = error.back_off {
        w.open("MessageXml", &[]);
        write_back_off(w, wait, &[("xmlns:t", namespaces.uri(Vocabulary::Types))]);
        w.close("MessageXml");
    }
}

fn write_information(w: &mut Writer, info: &PhoneCallInformation, namespaces: Namespaces) {
    w.open(
        "PhoneCallInformation",
        &[("xmlns:t", namespaces.uri(Vocabulary::Types))],
    )
    .element("t:PhoneCallState", &[], info.state.as_str())
    .element("t:ConnectionFailureCause", &[], info.cause.as_str());
    if let Some(text) = &info.sip_text {
        w.element("t:SIPResponseText", &[], text);
    }
    if let Some(code) = info.sip_code {
        w.element("t:SIPResponseCode", &[], &code.to_string());
    }
    w.close("PhoneCallInformation");
}

fn write_detail(w: &mut Writer, detail: &FaultDetail, namespaces: Namespaces) {
    let types = [("xmlns:t", namespaces.uri(Vocabulary::Types))];
    match detail {
        FaultDetail::None | FaultDetail::Probe(_) => {}
        FaultDetail::Violation(v) => {
            w.open("t:MessageXml", &types)
                .element("t:LineNumber", &[], &v.line.to_string())
                .element("t:LinePosition", &[], &v.position.to_string())
                .element("t:Violation", &[], &v.text)
                .close("t:MessageXml");
        }
        FaultDetail::BackOff(wait) => {
            w.open("t:MessageXml", &types);
            write_back_off(w, *wait, &[]);
            w.close("t:MessageXml");
        }
    }
}

fn write_back_off(w: &mut Writer, wait: std::time::Duration, declared: &[(&str, &str)]) {
    // Clients read it as a 32-bit number.
    let millis = wait.as_millis().min(i32::MAX as u128).to_string();
    let mut attributes = vec![("Name", "BackOffMilliseconds")];
    attributes.extend_from_slice(declared);
    w.element("t:Value", &attributes, &millis);
}

impl From<ErrorCode> for Fault {
    fn from(code: ErrorCode) -> Self {
        Self::new(code, code.message())
    }
}
