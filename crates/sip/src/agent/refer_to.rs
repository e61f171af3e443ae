//! What REFER, Replaces and the news of a transfer carry (RFC 3515, RFC 3891, RFC 3420).

use crate::message::uri::{SipUri, unescape};

/// Whether a dialog's tag is the one of a Replaces header, where 0 stands for none (RFC 3891 §6.1).
pub(super) fn is_tag(own: &str, named: &str) -> bool {
    own == named || own.is_empty() && named == "0"
}

/// The status line in a body of message/sipfrag (RFC 3420).
pub(super) fn sipfrag(body: &[u8]) -> Option<(u16, &str)> {
    let line = body.split(|b| *b == b'\r' || *b == b'\n').next()?;
    let line = std::str::from_utf8(line).ok()?;
    let mut words = line.strip_prefix("SIP/2.0 ")?.splitn(2, ' ');
    let code = words
        .next()?
        .parse()
        .ok()
        .filter(|code| (100..700).contains(code))?;
    Some((code, words.next().unwrap_or_default()))
}

/// Cuts a Refer-To URI into the URI to call and the Replaces value in it, unescaped (RFC 3891 §6.1).
pub fn split_target(uri: &str) -> (String, Option<String>) {
    let (plain, headers) = uri.split_once('?').unwrap_or((uri, ""));
    let replaces = headers.split('&').find_map(|header| {
        let (name, value) = header.split_once('=')?;
        name.eq_ignore_ascii_case("Replaces")
            .then(|| unescape(value))
    });
    let uri = plain.to_owned();
    // A `method` parameter is no part of the address to call.
    let method = SipUri::parse(&uri).filter(|uri| uri.has_param("method"));
    let uri = method.map_or(uri, |mut uri| {
        uri.params
            .retain(|(name, _)| !name.eq_ignore_ascii_case("method"));
        uri.to_string()
    });
    (uri, replaces)
}

/// The Refer-To URI for an attended transfer: `target`, with whom the new call replaces.
pub fn target_with(target: &str, replaces: &str) -> String {
    let mut uri = String::with_capacity(target.len() + replaces.len() + 32);
    uri.push_str(target.split_once('?').map_or(target, |(plain, _)| plain));
    uri.push_str("?Replaces=");
    for byte in replaces.bytes() {
        match byte {
            b if b.is_ascii_alphanumeric() || b"-_.!~*'()[]/?:+$".contains(&b) => {
                uri.push(b.into())
            }
            b => {
                const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
                let digit = |d: u8| DIGITS.get(usize::from(d)).copied().unwrap_or(b'0').into();
                uri.push('%');
                uri.push(digit(b >> 4));
                uri.push(digit(b & 15));
            }
        }
    }
    uri
}
