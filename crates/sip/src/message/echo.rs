//! What every response repeats of its request (RFC 3261 §8.2.6).

use super::value::{Params, Via, split_list};
use super::{Message, Name, Writer};
use std::io::Write;
use std::net::{IpAddr, SocketAddr};

/// The lines of a request that its responses repeat, and where they go.
#[derive(Debug, Clone)]
pub struct Echo {
    /// Via (the first one with `received` and `rport`), From, Call-ID and CSeq.
    lines: Box<[u8]>,
    /// Empty only if the request was malformed.
    to: Box<[u8]>,
    /// Whether the request's To has a tag.
    tagged: bool,
    /// The Record-Route lines, which responses that make a dialog repeat.
    routes: Box<[u8]>,
}

impl Echo {
    /// Of a request that came from `source`.
    pub fn of(request: &Message<'_>, source: SocketAddr) -> Self {
        let mut lines = Vec::with_capacity(512);
        repeat(&mut lines, request, source);
        let mut routes = Vec::new();
        for value in request.headers(Name::RecordRoute) {
            line(&mut routes, Name::RecordRoute, value);
        }
        Echo {
            lines: lines.into(),
            to: request
                .header(Name::To)
                .unwrap_or_default()
                .as_bytes()
                .into(),
            tagged: !request.to_tag().is_empty(),
            routes: routes.into(),
        }
    }

    /// Begins a response. `tag` is put to To unless the request had one there; a 100 has none.
    pub fn response(&self, code: u16, reason: &str, tag: &str) -> Writer {
        let mut writer = Writer::response(code, reason);
        writer.lines(&self.lines);
        let tag = if self.tagged { "" } else { tag };
        write_to(&mut writer, &self.to, code, tag);
        writer
    }

    /// Begins the only response to a request, as [`Echo::response`] does.
    pub fn answer(
        request: &Message<'_>,
        source: SocketAddr,
        code: u16,
        reason: &str,
        tag: &str,
    ) -> Writer {
        let mut writer = Writer::response(code, reason);
        repeat(writer.bytes_mut(), request, source);
        let to = request.header(Name::To).unwrap_or_default();
        let tag = if request.to_tag().is_empty() { tag } else { "" };
        write_to(&mut writer, to.as_bytes(), code, tag);
        writer
    }

    /// The Record-Route lines.
    pub fn routes(&self) -> &[u8] {
        &self.routes
    }

    /// Where a response goes over UDP: to the source address, at the port that it came from if
    /// `rport` was asked for, otherwise at the port of sent-by (RFC 3261 §18.2.2, RFC 3581 §4). `maddr`
    /// is never followed: nothing comes to us by multicast, and nobody else is to have our answers.
    pub fn destination(request: &Message<'_>, source: SocketAddr) -> SocketAddr {
        let Some(via) = request.via() else {
            return source;
        };
        let mut to = source;
        if !via.asks_rport() {
            to.set_port(via.port.unwrap_or(5060));
        }
        to
    }
}

/// What stands before To.
fn repeat(lines: &mut Vec<u8>, request: &Message<'_>, source: SocketAddr) {
    let mut via = request.via();
    for value in request.headers(Name::Via) {
        let Some(element) = split_list(value).next() else {
            continue;
        };
        lines.extend_from_slice(b"Via: ");
        match via.take() {
            Some(via) => stamped(lines, value, element, via, source),
            None => lines.extend_from_slice(value.as_bytes()),
        }
        lines.extend_from_slice(b"\r\n");
    }
    for name in [Name::From, Name::CallId, Name::CSeq] {
        if let Some(value) = request.header(name) {
            line(lines, name, value);
        }
    }
}

/// To, with this tag if there is one to be put to it.
fn write_to(writer: &mut Writer, to: &[u8], code: u16, tag: &str) {
    if to.is_empty() {
        return;
    }
    writer.lines(b"To: ").lines(to);
    if !tag.is_empty() && code != 100 {
        writer.lines(b";tag=").lines(tag.as_bytes());
    }
    writer.lines(b"\r\n");
}

fn line(lines: &mut Vec<u8>, name: Name, value: &str) {
    for part in [name.text(), ": ", value, "\r\n"] {
        lines.extend_from_slice(part.as_bytes());
    }
}

/// An address, with or without brackets.
fn address(text: &str) -> Option<IpAddr> {
    text.trim_matches(['[', ']']).parse().ok()
}

/// A Via line whose first element says where it came from: `received` when that is not what sent-by
/// says or `rport` was asked for (RFC 3261 §18.2.1, RFC 3581 §4), and `rport`.
fn stamped(out: &mut Vec<u8>, value: &str, element: &str, via: &Via<'_>, source: SocketAddr) {
    // What comes before the parameters, and what comes after the element.
    let begin = value.trim_start_matches(|c: char| c == ',' || c.is_ascii_whitespace());
    let rest = begin.strip_prefix(element).unwrap_or_default();
    let sent = element.strip_suffix(via.params).unwrap_or(element);
    out.extend_from_slice(sent.trim_ascii_end().as_bytes());
    let ip = source.ip().to_canonical();
    let asked = via.asks_rport();
    for (name, value) in Params::of(via.params) {
        if name.eq_ignore_ascii_case("received") {
            continue;
        }
        out.push(b';');
        out.extend_from_slice(name.as_bytes());
        if name.eq_ignore_ascii_case("rport") {
            push(out, format_args!("={}", source.port()));
        } else if let Some(value) = value {
            out.push(b'=');
            out.extend_from_slice(value.as_bytes());
        }
    }
    if asked || address(via.host).is_none_or(|host| host.to_canonical() != ip) {
        push(out, format_args!(";received={ip}"));
    }
    out.extend_from_slice(rest.as_bytes());
}

fn push(out: &mut Vec<u8>, text: std::fmt::Arguments<'_>) {
    // Writing to a vector does not fail.
    let _ = out.write_fmt(text);
}
