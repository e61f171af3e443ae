//! Bodies that are wrong before they are XML: cut short, something else, other encodings, characters
//! that XML does not have.

use super::{Corpus, DISCONNECT, GET, INVALID, PLAY, VERSION, request};

pub fn truncated(c: &mut Corpus) {
    let whole = request(VERSION, DISCONNECT);
    for at in 0..whole.len() {
        c.add(
            INVALID,
            format!("truncated/disconnect at {at}"),
            &whole.as_bytes()[..at],
        );
    }
    for (name, operation) in [("play", PLAY), ("get", GET)] {
        let whole = request(VERSION, operation);
        let boundaries = whole.match_indices(['<', '>', '"', '=', '/']);
        for (at, _) in boundaries.filter(|&(at, _)| at > 0) {
            c.add(
                INVALID,
                format!("truncated/{name} at {at}"),
                &whole.as_bytes()[..at],
            );
        }
    }
}

pub fn not_xml(c: &mut Corpus) {
    let whole = request(VERSION, DISCONNECT);
    for (name, body) in [
        ("one space", " "),
        ("json", r#"{"DisconnectPhoneCall":{"PhoneCallId":"c1"}}"#),
        ("html", "<!DOCTYPE html><html><body>hello</body></html>"),
        (
            "xhtml",
            "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body/></html>",
        ),
        ("form", "op=DisconnectPhoneCall&id=c1"),
        ("text", "hello"),
        (
            "http request",
            "POST /EWS/Exchange.asmx HTTP/1.1\r\nHost: a\r\n\r\n",
        ),
        ("only a declaration", "<?xml version=\"1.0\"?>"),
        ("only a comment", "<!-- nothing -->"),
        (
            "multipart",
            "--b\r\nContent-Type: text/xml\r\n\r\n<a/>\r\n--b--\r\n",
        ),
    ] {
        c.add(INVALID, format!("not xml/{name}"), body);
    }
    c.add(
        INVALID,
        "not xml/gzip",
        b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03".to_vec(),
    );
    c.add(INVALID, "not xml/zeroes", vec![0; 4096]);
    c.add(
        INVALID,
        "not xml/every byte",
        (0..=255).collect::<Vec<u8>>(),
    );
    for (name, before, after) in [
        ("text before", "x", ""),
        ("newline before the declaration", "\n", ""),
        ("text after", "", "x"),
        ("a zero after", "", "\0"),
        ("a second root", "", "<a/>"),
        ("a second message", "", &whole),
        ("a second declaration", "", "<?xml version=\"1.0\"?>"),
    ] {
        c.add(
            INVALID,
            format!("not xml/{name}"),
            format!("{before}{whole}{after}"),
        );
    }
}

pub fn encodings(c: &mut Corpus) {
    let whole = request(VERSION, DISCONNECT);
    let undeclared = whole.split_once('\n').map_or("", |(_, rest)| rest);
    let utf16 = |text: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    };
    let utf32 = |text: &str, bytes: fn(u32) -> [u8; 4]| -> Vec<u8> {
        text.chars().flat_map(|ch| bytes(ch as u32)).collect()
    };
    for (name, text) in [("", whole.as_str()), (" undeclared", undeclared)] {
        let marked = format!("\u{FEFF}{text}");
        c.add(
            INVALID,
            format!("encoding/utf-16le{name}"),
            utf16(text, u16::to_le_bytes),
        );
        c.add(
            INVALID,
            format!("encoding/utf-16be{name}"),
            utf16(text, u16::to_be_bytes),
        );
        c.add(
            INVALID,
            format!("encoding/utf-16le marked{name}"),
            utf16(&marked, u16::to_le_bytes),
        );
        c.add(
            INVALID,
            format!("encoding/utf-16be marked{name}"),
            utf16(&marked, u16::to_be_bytes),
        );
        c.add(
            INVALID,
            format!("encoding/utf-32le{name}"),
            utf32(&marked, u32::to_le_bytes),
        );
        c.add(
            INVALID,
            format!("encoding/utf-32be{name}"),
            utf32(&marked, u32::to_be_bytes),
        );
    }
    for declared in [
        "utf-16",
        "UTF-16LE",
        "iso-8859-1",
        "windows-1252",
        "utf-7",
        "ebcdic",
        "x",
        "",
    ] {
        let body = whole.replacen("utf-8", declared, 1);
        c.add(INVALID, format!("encoding/declared '{declared}'"), body);
    }
    for (name, bytes) in [
        ("a lone continuation byte", &b"\x80"[..]),
        ("an overlong slash", b"\xc0\xaf"),
        ("an overlong zero", b"\xc0\x80"),
        ("a cut sequence", b"\xe2\x82"),
        ("a surrogate", b"\xed\xa0\x80"),
        ("beyond unicode", b"\xf4\x90\x80\x80"),
        ("latin-1", b"\xe9"),
        ("ff", b"\xff"),
        ("fe", b"\xfe"),
    ] {
        for place in ["+4930123", "AAMk", "m:ItemId"] {
            let mut body = request(VERSION, PLAY).into_bytes();
            let at = find(&body, place) + 1;
            body.splice(at..at, bytes.iter().copied());
            c.add(INVALID, format!("encoding/{name} in {place}"), body);
        }
    }
    c.add(
        INVALID,
        "encoding/two byte order marks",
        format!("\u{FEFF}\u{FEFF}{whole}"),
    );
}

pub fn characters(c: &mut Corpus) {
    let forbidden = (0u8..0x20).filter(|b| !b"\t\n\r".contains(b));
    let forbidden = forbidden.map(char::from).chain(['\u{FFFE}', '\u{FFFF}']);
    for ch in forbidden {
        let code = ch as u32;
        let play = |place: &str, with: &str| {
            request(VERSION, &PLAY.replace(place, &format!("{place}{with}")))
        };
        c.add(
            INVALID,
            format!("character/{code:#x} in text"),
            play("+4930123", &ch.to_string()),
        );
        c.add(
            INVALID,
            format!("character/{code:#x} in a value"),
            play("AAMk", &ch.to_string()),
        );
        c.add(
            INVALID,
            format!("character/{code:#x} in a tag"),
            play("<m:ItemId ", &ch.to_string()),
        );
        c.add(
            INVALID,
            format!("character/{code:#x} as a reference in text"),
            play("+4930123", &format!("&#{code};")),
        );
        c.add(
            INVALID,
            format!("character/{code:#x} as a reference in a value"),
            play("AAMk", &format!("&#x{code:x};")),
        );
    }
}

fn find(haystack: &[u8], needle: &str) -> usize {
    haystack
        .windows(needle.len())
        .position(|w| w == needle.as_bytes())
        .unwrap_or(0)
}
