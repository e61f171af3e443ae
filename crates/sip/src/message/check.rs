//! What a message has to be before anybody looks at it (RFC 3261 §8.1.1, §8.2, §20; RFC 4475).

use super::head::Length;
use super::parse::Fault;
use super::uri::Uri;
use super::value::{NameAddr, Via, is_token};
use super::{Message, Method, Name, Start};

/// As many hops a message may have come.
const MAX_VIAS: usize = 70;

/// Checks a message, and notes what is asked for most.
pub(super) fn all(message: &mut Message<'_>) -> Result<(), Fault> {
    via(message)?;
    message.from_tag = address(message, Name::From, "Malformed From", "One From Is Needed")?;
    message.to_tag = address(message, Name::To, "Malformed To", "One To Is Needed")?;
    message.call_id = single(message, Name::CallId, "One Call-ID Is Needed")?;
    if message.call_id.is_empty() || message.call_id.bytes().any(|byte| byte <= b' ') {
        return Err((400, "Malformed Call-ID"));
    }
    cseq(message)?;
    length(message)?;
    if let Start::Request { uri, .. } = message.start {
        if Uri::parse(uri).is_none() {
            return Err((400, "Malformed Request-URI"));
        }
        max_forwards(message)?;
        contacts(message)?;
    }
    Ok(())
}

fn via(message: &mut Message<'_>) -> Result<(), Fault> {
    let mut vias = message.list(Name::Via);
    let Some(first) = vias.next() else {
        return Err((400, "A Via Is Needed"));
    };
    if vias.nth(MAX_VIAS - 1).is_some() {
        return Err((483, "Too Many Hops"));
    }
    drop(vias);
    message.via = Some(Via::parse(first).ok_or((400, "Malformed Via"))?);
    Ok(())
}

/// The value of a header that has to be there once.
fn single<'a>(message: &Message<'a>, name: Name, why: &'static str) -> Result<&'a str, Fault> {
    let mut values = message.headers(name);
    match (values.next(), values.next()) {
        (Some(value), None) => Ok(value),
        _ => Err((400, why)),
    }
}

/// The tag of From or To; empty without one, as RFC 2543 had it.
fn address<'a>(
    message: &Message<'a>,
    name: Name,
    malformed: &'static str,
    missing: &'static str,
) -> Result<&'a str, Fault> {
    let value = single(message, name, missing)?;
    let address = NameAddr::parse(value).ok_or((400, malformed))?;
    Ok(address.param("tag").unwrap_or_default())
}

/// A number below 2^31 and a method, which is that of the request (§8.1.1.5).
fn cseq(message: &mut Message<'_>) -> Result<(), Fault> {
    let value = single(message, Name::CSeq, "One CSeq Is Needed")?;
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
fn length(message: &mut Message<'_>) -> Result<(), Fault> {
    let told = message
        .headers(Name::ContentLength)
        .fold(Length::Missing, |told, value| told.and(value.as_bytes()));
    match told {
        Length::Missing => Ok(()),
        Length::Wrong => Err((400, "Malformed Content-Length")),
        Length::Is(length) => {
            let body = message.body.get(..length);
            message.body = body.ok_or((400, "Content-Length Larger Than the Body"))?;
            Ok(())
        }
    }
}

fn max_forwards(message: &Message<'_>) -> Result<(), Fault> {
    let mut values = message.headers(Name::MaxForwards);
    match (values.next(), values.next()) {
        (None, _) => Ok(()),
        (Some(value), None) if decimal(value).is_some_and(|hops| hops <= 255) => Ok(()),
        _ => Err((400, "Malformed Max-Forwards")),
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
