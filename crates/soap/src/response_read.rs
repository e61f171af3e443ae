//! The client reads an answer. It takes what it can understand (a missing header, unknown extra
//! elements), and turns everything else into an error that says what the server did wrong.

use std::time::Duration;

use roxmltree::Node;

use super::codes::ErrorCode;
use super::document::{self, EnvelopeError, clip, describe, local, text, vocabulary};
use super::error::{Code, Origin, Refusal, ResponseError};
use super::fault::Violation;
use super::names::Vocabulary;
use super::scan;
use super::types::{
    ConnectionFailureCause, OperationKind, PhoneCallId, PhoneCallInformation, PhoneCallState,
    ResponseClass, ServerVersionInfo,
};

/// What an operation brought when it was done.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Reply {
    /// The call is under way and has this name.
    PlayOnPhone(PhoneCallId),
    /// What the server knows of the call.
    GetPhoneCallInformation(PhoneCallInformation),
    /// The call is over.
    DisconnectPhoneCall,
}

/// A successful answer.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Answer {
    /// What the server says it is, if it says so completely.
    pub server: Option<ServerVersionInfo>,
    /// What was asked for.
    pub reply: Reply,
}

/// Reads the body of the HTTP answer to `asked`, whatever its status: faults are recognised by
/// their element, since servers and proxies disagree about the status.
///
/// # Errors
/// [`ResponseError::Refused`] if the server says no; the other variants if it makes no sense.
pub fn parse_response(body: &[u8], asked: OperationKind) -> Result<Answer, ResponseError> {
    let checked = scan::check(body)?;
    let doc = document::parse(checked)?;
    let envelope = document::envelope(&doc).map_err(|e| {
        ResponseError::NotSoap(match e {
            EnvelopeError::Version(uri) => format!("the envelope is in namespace '{uri}'"),
            EnvelopeError::Shape(reason) => reason,
        })
    })?;
    let Some(element) = envelope.body.children().find(Node::is_element) else {
        return Err(ResponseError::NotSoap("the body is empty".to_owned()));
    };
    let found = (vocabulary(element).map(|(v, _)| v), local(element));
    if found == (Some(Vocabulary::Envelope), "Fault") {
        return Err(ResponseError::Refused(read_fault(element)));
    }
    if found != (Some(Vocabulary::Messages), asked.response_element()) {
        return Err(ResponseError::Unexpected {
            asked,
            found: describe(element),
        });
    }
    Ok(Answer {
        server: envelope.header.and_then(read_server_version),
        reply: read_message(element, asked)?,
    })
}

fn read_message(message: Node<'_, '_>, asked: OperationKind) -> Result<Reply, ResponseError> {
    let class = message
        .attribute("ResponseClass")
        .ok_or(ResponseError::Missing("ResponseClass"))?;
    let class = known("ResponseClass", class, ResponseClass::from_wire)?;
    let code = child(message, Vocabulary::Messages, "ResponseCode").map(trimmed);
    let fine = matches!(code.as_deref(), None | Some("NoError"));
    match (class, code) {
        (ResponseClass::Success, _) | (ResponseClass::Warning, Some(_)) if fine => {}
        (ResponseClass::Error | ResponseClass::Warning, Some(code)) if !fine => {
            return Err(ResponseError::Refused(read_error(message, class, &code)));
        }
        (_, None) => return Err(ResponseError::Missing("ResponseCode")),
        (class, Some(code)) => {
            return Err(ResponseError::Contradiction {
                class,
                code: clip(&code),
            });
        }
    }
    match asked {
        OperationKind::PlayOnPhone => child(message, Vocabulary::Messages, "PhoneCallId")
            .and_then(|n| n.attribute("Id"))
            .filter(|id| !id.trim().is_empty())
            .map(|id| Reply::PlayOnPhone(PhoneCallId(id.to_owned())))
            .ok_or(ResponseError::Missing("PhoneCallId")),
        OperationKind::GetPhoneCallInformation => {
            child(message, Vocabulary::Messages, "PhoneCallInformation")
                .ok_or(ResponseError::Missing("PhoneCallInformation"))
                .and_then(read_information)
                .map(Reply::GetPhoneCallInformation)
        }
        OperationKind::DisconnectPhoneCall => Ok(Reply::DisconnectPhoneCall),
    }
}

fn read_information(node: Node<'_, '_>) -> Result<PhoneCallInformation, ResponseError> {
    let get = |name: &'static str| child(node, Vocabulary::Types, name);
    let need = |name: &'static str| get(name).map(trimmed).ok_or(ResponseError::Missing(name));
    let sip_code = match get("SIPResponseCode").map(trimmed) {
        None => None,
        Some(code) => Some(known("SIPResponseCode", &code, |c| c.parse().ok())?),
    };
    Ok(PhoneCallInformation {
        state: known(
            "PhoneCallState",
            &need("PhoneCallState")?,
            PhoneCallState::from_wire,
        )?,
        cause: known(
            "ConnectionFailureCause",
            &need("ConnectionFailureCause")?,
            ConnectionFailureCause::from_wire,
        )?,
        sip_text: get("SIPResponseText").map(text),
        sip_code,
    })
}

fn read_error(message: Node<'_, '_>, class: ResponseClass, code: &str) -> Refusal {
    Refusal {
        origin: Origin::Response(class),
        code: code_of(code),
        message: child(message, Vocabulary::Messages, "MessageText")
            .map(|n| clip(text(n).trim()))
            .unwrap_or_default(),
        violation: None,
        back_off: back_off(message),
    }
}

/// Reads a fault as leniently as possible: it is the only thing the server said.
fn read_fault(fault: Node<'_, '_>) -> Refusal {
    let named = |name: &str| {
        fault
            .descendants()
            .find(|n| n.is_element() && local(*n) == name)
            .map(trimmed)
            .filter(|t| !t.is_empty())
    };
    let code = named("ResponseCode").or_else(|| {
        named("faultcode").map(|c| match c.split_once(':') {
            Some((_, local)) => local.to_owned(),
            None => c,
        })
    });
    let number = |name: &str| named(name).and_then(|n| n.parse().ok());
    Refusal {
        origin: Origin::Fault,
        code: code_of(&code.unwrap_or_default()),
        message: named("Message")
            .or_else(|| named("faultstring"))
            .map(|t| clip(&t))
            .unwrap_or_default(),
        violation: named("Violation").map(|t| Violation {
            line: number("LineNumber").unwrap_or(0),
            position: number("LinePosition").unwrap_or(0),
            text: clip(&t),
        }),
        back_off: back_off(fault),
    }
}

/// `Value Name="BackOffMilliseconds"`, wherever in the refusal it stands.
fn back_off(refusal: Node<'_, '_>) -> Option<Duration> {
    refusal
        .descendants()
        .filter(|n| n.is_element() && local(*n) == "Value")
        .find(|n| n.attribute("Name") == Some("BackOffMilliseconds"))
        .and_then(|n| trimmed(n).parse().ok())
        .map(Duration::from_millis)
}

fn read_server_version(header: Node<'_, '_>) -> Option<ServerVersionInfo> {
    let info = child(header, Vocabulary::Types, "ServerVersionInfo")?;
    let number = |name: &str| info.attribute(name)?.trim().parse().ok();
    Some(ServerVersionInfo {
        major: number("MajorVersion")?,
        minor: number("MinorVersion")?,
        major_build: number("MajorBuildNumber")?,
        minor_build: number("MinorBuildNumber")?,
        version: clip(info.attribute("Version")?),
    })
}

fn child<'a, 'i>(parent: Node<'a, 'i>, wanted: Vocabulary, name: &str) -> Option<Node<'a, 'i>> {
    parent
        .children()
        .filter(|n| n.is_element() && local(*n) == name)
        .find(|n| vocabulary(*n).is_some_and(|(v, _)| v == wanted))
}

fn trimmed(node: Node<'_, '_>) -> String {
    text(node).trim().to_owned()
}

fn code_of(wire: &str) -> Code {
    match ErrorCode::from_wire(wire) {
        Some(code) => Code::Known(code),
        None => Code::Other(clip(wire)),
    }
}

fn known<T>(
    field: &'static str,
    value: &str,
    read: impl Fn(&str) -> Option<T>,
) -> Result<T, ResponseError> {
    read(value).ok_or_else(|| ResponseError::Value {
        field,
        value: clip(value),
    })
}
