//! The client writes a request, in the shape of the published examples.

use super::error::WriteError;
use super::names::Vocabulary;
use super::types::{Operation, Request, RequestHeaders};
use super::writer::{Writer, carriable};

/// Writes the body of an HTTP request.
///
/// # Errors
/// [`WriteError`] if a string has a character that XML cannot carry; nothing is changed silently.
pub fn write_request(request: &Request) -> Result<String, WriteError> {
    let ns = request.namespaces;
    let mut w = Writer::new();
    w.open(
        "soap:Envelope",
        &[
            ("xmlns:soap", ns.uri(Vocabulary::Envelope)),
            ("xmlns:m", ns.uri(Vocabulary::Messages)),
            ("xmlns:t", ns.uri(Vocabulary::Types)),
        ],
    );
    if request.headers != RequestHeaders::default() {
        write_headers(&mut w, &request.headers)?;
    }
    w.open("soap:Body", &[]);
    write_operation(&mut w, &request.operation)?;
    w.close("soap:Body").close("soap:Envelope");
    Ok(w.finish())
}

fn write_headers(w: &mut Writer, headers: &RequestHeaders) -> Result<(), WriteError> {
    w.open("soap:Header", &[]);
    if let Some(version) = headers.version {
        w.empty("t:RequestServerVersion", &[("Version", version.as_str())]);
    }
    if let Some(impersonation) = &headers.impersonation {
        let (name, value) = impersonation.parts();
        carriable(name, value)?;
        w.open("t:ExchangeImpersonation", &[])
            .open("t:ConnectingSID", &[])
            .element(&format!("t:{name}"), &[], value)
            .close("t:ConnectingSID")
            .close("t:ExchangeImpersonation");
    }
    if let Some(culture) = &headers.culture {
        carriable("MailboxCulture", culture)?;
        w.element("t:MailboxCulture", &[], culture);
    }
    w.close("soap:Header");
    Ok(())
}

fn write_operation(w: &mut Writer, operation: &Operation) -> Result<(), WriteError> {
    let name = format!("m:{}", operation.kind());
    w.open(&name, &[]);
    match operation {
        Operation::PlayOnPhone { item, dial_string } => {
            carriable("ItemId", &item.id)?;
            carriable("DialString", dial_string)?;
            let mut attributes = vec![("Id", item.id.as_str())];
            if let Some(key) = &item.change_key {
                carriable("ChangeKey", key)?;
                attributes.push(("ChangeKey", key));
            }
            w.empty("m:ItemId", &attributes);
            w.element("m:DialString", &[], dial_string);
        }
        Operation::GetPhoneCallInformation(id) | Operation::DisconnectPhoneCall(id) => {
            carriable("PhoneCallId", &id.0)?;
            w.empty("m:PhoneCallId", &[("Id", &id.0)]);
        }
    }
    w.close(&name);
    Ok(())
}
