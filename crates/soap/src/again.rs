//! Requests that are alike: most clients ask about their calls again and again on one connection, and
//! then nothing but the identifier differs. To see that costs a small part of reading the whole.

use std::ops::Range;

use super::fault::Fault;
use super::request_read::{Read, read_request};
use super::types::{Operation, Request};

/// A longer body is not remembered, in bytes. A usual one has half of that.
const LONGEST: usize = 1024;

/// The request about a call that was read last on a connection.
#[derive(Debug, Default)]
pub struct LastRequest(Option<Known>);

#[derive(Debug)]
struct Known {
    body: Vec<u8>,
    /// Where the call's identifier stands in it.
    id: Range<usize>,
    request: Request,
}

impl LastRequest {
    /// Reads the body of an HTTP request, as [`parse_request`](super::parse_request) does.
    ///
    /// # Errors
    /// As there.
    pub fn parse(&mut self, body: &[u8]) -> Result<Request, Fault> {
        if let Some(request) = self
            .0
            .as_ref()
            .and_then(|known| known.with_another_id(body))
        {
            return Ok(request);
        }
        let Read { request, call_id } = read_request(body)?;
        if let Some(known) = call_id.and_then(|id| Known::of(body, id, &request)) {
            self.0 = Some(known);
        }
        Ok(request)
    }
}

impl Known {
    fn of(body: &[u8], id: Range<usize>, request: &Request) -> Option<Self> {
        let fits = body.len() <= LONGEST && body.get(id.clone()).and_then(plain).is_some();
        fits.then(|| Known {
            body: body.to_vec(),
            id,
            request: request.clone(),
        })
    }

    /// What this is with another identifier, if that is all that differs.
    fn with_another_id(&self, body: &[u8]) -> Option<Request> {
        let before = self.body.get(..self.id.start)?;
        let after = self.body.get(self.id.end..)?;
        let id = body.strip_prefix(before)?.strip_suffix(after)?;
        let id = plain(id).filter(|_| body.len() <= LONGEST)?;
        let mut request = self.request.clone();
        match &mut request.operation {
            Operation::GetPhoneCallInformation(call) | Operation::DisconnectPhoneCall(call) => {
                id.clone_into(&mut call.0);
            }
            Operation::PlayOnPhone { .. } => return None,
        }
        Some(request)
    }
}

/// The value of an attribute that is written as it is: nothing in it ends it, refers to something or is
/// normalised.
fn plain(value: &[u8]) -> Option<&str> {
    let is_plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"+/=-_.:".contains(byte);
    let value = std::str::from_utf8(value).ok()?;
    value.as_bytes().iter().all(is_plain).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::super::parse_request;
    use super::*;

    fn ask(operation: &str, id: &str) -> String {
        format!(
            "<?xml version=\"1.0\"?>\n<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" \
             xmlns:m=\"http://schemas.microsoft.com/exchange/services/2006/messages\"><!-- A1 --><s:Body>\
             <m:{operation}><m:PhoneCallId Id='{id}'/></m:{operation}></s:Body></s:Envelope>"
        )
    }

    fn same(last: &mut LastRequest, body: &[u8]) {
        assert_eq!(
            last.parse(body),
            parse_request(body),
            "{}",
            body.escape_ascii()
        );
    }

    #[test]
    fn what_comes_again_is_read_as_if_it_came_first() {
        let mut last = LastRequest::default();
        for (operation, id) in [
            ("GetPhoneCallInformation", "A1"),
            ("GetPhoneCallInformation", "B22=="),
            ("GetPhoneCallInformation", ""),
            ("GetPhoneCallInformation", "A&amp;B"),
            ("GetPhoneCallInformation", "A&lt"),
            ("GetPhoneCallInformation", "A' x='1"),
            ("GetPhoneCallInformation", "A<B"),
            ("GetPhoneCallInformation", "A\tB"),
            ("GetPhoneCallInformation", "\u{fffe}"),
            ("DisconnectPhoneCall", "A1"),
            ("DisconnectPhoneCall", "A1'/><m:PhoneCallId Id='B2"),
            ("DisconnectPhoneCall", "B2"),
        ] {
            same(&mut last, ask(operation, id).as_bytes());
        }
        let whole = ask("DisconnectPhoneCall", "C3");
        for end in 0..=whole.len() {
            same(&mut last, whole.as_bytes().get(..end).unwrap());
            same(&mut last, whole.as_bytes().get(end..).unwrap());
        }
        same(&mut last, format!("\u{feff}{whole}").as_bytes());
        same(&mut last, format!("{whole} ").as_bytes());
        same(&mut last, whole.replace("A1", "A2").as_bytes());
    }

    #[test]
    fn only_what_is_about_a_call_and_short_is_remembered() {
        let mut last = LastRequest::default();
        let long = "x".repeat(LONGEST);
        last.parse(ask("DisconnectPhoneCall", &long).as_bytes())
            .unwrap();
        assert!(last.0.is_none());
        last.parse(ask("DisconnectPhoneCall", "a&#98;").as_bytes())
            .unwrap();
        assert!(last.0.is_none());
        last.parse(ask("DisconnectPhoneCall", "ab").as_bytes())
            .unwrap();
        let known = last.0.as_ref().unwrap();
        assert_eq!(known.body.get(known.id.clone()), Some(&b"ab"[..]));
        same(&mut last, ask("DisconnectPhoneCall", &long).as_bytes());
        assert!(last.0.is_some());
    }
}
