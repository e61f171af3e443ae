//! What a message has to be before anybody looks at it (RFC 3261 §8.1.1, §8.2, §20; RFC 4475).

use super::head::Length;
use super::parse::Fault;
use super::uri::Uri;
use super::value::{NameAddr, Via, is_token, split_list};
use super::{Message, Method, Name, Start};

/// As many hops a message may have come.
const MAX_VIAS: usize = 70;

/// What has to be there once, and how often it is.
#[derive(Default)]
struct Single<'a> {
    value: &'a str,
    times: usize,
}

impl<'a> Single<'a> {
    fn note(&mut self, value: &'a str) {
        self.value = value;
        self.times += 1;
    }

    fn get(&self, why: &'static str) -> Result<&'a str, Fault> {
        match self.times {
            1 => Ok(self.value),
            _ => Err((400, why)),
        }
    }
}

/// Checks a message, and notes what is asked for most.
pub(super) fn all(message: &mut Message<'_>) -> Result<(), Fault> {
    let (mut from, mut to, mut call_id) = <(Single, Single, Single)>::default();
    let (mut cseq, mut max_forwards) = <(Single, Single)>::default();
    let (mut length, mut hops, mut first_hop) = (Length::Missing, 0, None);
    for field in &message.fields {
        let value = message.value(field);
        match field.name {
            Name::Via => {
                let mut list = split_list(value);
                first_hop = first_hop.or_else(|| list.next().inspect(|_| hops += 1));
                hops += list.count();
            }
            Name::From => from.note(value),
            Name::To => to.note(value),
            Name::CallId => call_id.note(value),
            Name::CSeq => cseq.note(value),
            Name::MaxForwards => max_forwards.note(value),
            Name::ContentLength => length = length.and(value.as_bytes()),
            _ => {}
        }
    }
    let first_hop = first_hop.ok_or((400, "A Via Is Needed"))?;
    if hops > MAX_VIAS {
        return Err((483, "Too Many Hops"));
    }
    message.via = Some(Via::parse(first_hop).ok_or((400, "Malformed Via"))?);
    message.from_tag = tag(from.get("One From Is Needed")?).ok_or((400, "Malformed From"))?;
    message.to_tag = tag(to.get("One To Is Needed")?).ok_or((400, "Malformed To"))?;
    message.call_id = call_id.get("One Call-ID Is Needed")?;
    if message.call_id.is_empty() || message.call_id.bytes().any(|byte| byte <= b' ') {
        return Err((400, "Malformed Call-ID"));
    }
    self::cseq(message, cseq.get("One CSeq Is Needed")?)?;
    message.body = body(message.body, length)?;
    if let Start::Request { uri, .. } = message.start {
        if Uri::parse(uri).is_none() {
            return Err((400, "Malformed Request-URI"));
        }
        let hops = decimal(max_forwards.value).filter(|hops| *hops <= 255);
        if max_forwards.times > 1 || max_forwards.times == 1 && hops.is_none() {
            return Err((400, "Malformed Max-Forwards"));
        }
        contacts(message)?;
    }
    Ok(())
}

/// The tag of From or To; empty without one, as RFC 2543 had it; `None` if there is no address.
fn tag(value: &str) -> Option<&str> {
    match NameAddr::parse(value)?.param("tag") {
        Some("") => None,
        tag => Some(tag.unwrap_or_default()),
    }
}

/// A number below 2^31 and a method, which is that of the request (§8.1.1.5).
fn cseq<'a>(message: &mut Message<'a>, value: &'a str) -> Result<(), Fault> {
    let (number, text) = value
        .split_once(|c: char| c.is_ascii_whitespace())
        .ok_or((400, "Malformed CSeq"))?;
    let text = text.trim_ascii_start();
    let number = decimal(number).filter(|number| *number < 1 << 31);
    message.cseq = number.ok_or((400, "CSeq Out of Range"))?;
    if !is_token(text) {
        return Err((400, "Malformed CSeq"));
    }
    match message.start {
        Start::Request { text: method, .. } if method != text => {
            Err((400, "CSeq Names Another Method"))
        }
        Start::Request { .. } => Ok(()),
        Start::Response { .. } => {
            message.method = Method::of(text);
            message.method_text = text;
            Ok(())
        }
    }
}

/// The body has the length that is told: more is cut off, less is a fault (§18.3).
fn body(body: &[u8], told: Length) -> Result<&[u8], Fault> {
    match told {
        Length::Missing => Ok(body),
        Length::Wrong => Err((400, "Malformed Content-Length")),
        Length::Is(length) => {
            let told = body.get(..length);
            told.ok_or((400, "Content-Length Larger Than the Body"))
        }
    }
}

/// The Contacts of requests that live by them.
fn contacts(message: &Message<'_>) -> Result<(), Fault> {
    use Method::{Invite, Refer, Register, Subscribe, Update};
    if !matches!(
        message.method,
        Invite | Register | Subscribe | Refer | Update
    ) {
        return Ok(());
    }
    for contact in message.list(Name::Contact) {
        let star = contact == "*" && message.method == Register;
        if !star && NameAddr::parse(contact).is_none() {
            return Err((400, "Malformed Contact"));
        }
    }
    Ok(())
}

/// A number without sign.
fn decimal(text: &str) -> Option<u32> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| digits)
}
