//! A corpus of bad EWS requests, generated, each with the fault that the documentation promises
//! (the table in `tapi3::soap`). Used on the codec and, over a socket, on the endpoint.

// Each test program uses its own part of this file.
#![allow(dead_code)]

use std::fmt::Write as _;

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
    truncated(&mut c);
    not_xml(&mut c);
    encodings(&mut c);
    characters(&mut c);
    ill_formed(&mut c);
    dtds(&mut c);
    limits(&mut c);
    envelopes(&mut c);
    namespaces(&mut c);
    headers(&mut c);
    operations(&mut c);
    c.0
}

fn truncated(c: &mut Corpus) {
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

fn not_xml(c: &mut Corpus) {
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

fn encodings(c: &mut Corpus) {
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

fn characters(c: &mut Corpus) {
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

fn ill_formed(c: &mut Corpus) {
    c.operations(
        INVALID,
        "ill-formed",
        &[
            (
                "an entity that is not declared",
                &PLAY.replace("AAMk", "&nbsp;"),
            ),
            ("a bare ampersand in text", &PLAY.replace("+49", "&49")),
            ("a bare ampersand in a value", &PLAY.replace("AAMk", "a&b")),
            ("an open reference", &PLAY.replace("AAMk", "&amp")),
            ("an empty reference", &PLAY.replace("AAMk", "&;")),
            ("an empty character reference", &PLAY.replace("AAMk", "&#;")),
            (
                "a character reference beyond unicode",
                &PLAY.replace("AAMk", "&#x110000;"),
            ),
            (
                "a huge character reference",
                &PLAY.replace("AAMk", "&#99999999999999999999;"),
            ),
            ("a surrogate reference", &PLAY.replace("AAMk", "&#xD800;")),
            ("less-than in a value", &PLAY.replace("AAMk", "a<b")),
            ("the end of a section in text", &PLAY.replace("+49", "]]>")),
            (
                "a section that does not end",
                &PLAY.replace("+49", "<![CDATA["),
            ),
            ("a comment that does not end", &PLAY.replace("+49", "<!--")),
            (
                "a comment with two dashes",
                &PLAY.replace("+49", "<!-- a -- b -->"),
            ),
            (
                "a comment in a tag",
                &PLAY.replace("<m:ItemId", "<m:ItemId <!-- a -->"),
            ),
            ("a value without quotes", &PLAY.replace("\"AAMk\"", "AAMk")),
            (
                "a value with two kinds of quotes",
                &PLAY.replace("\"AAMk\"", "\"AAMk'"),
            ),
            (
                "an attribute without a value",
                &PLAY.replace("Id=\"AAMk\"", "Id"),
            ),
            (
                "an attribute twice",
                &PLAY.replace("Id=\"AAMk\"", "Id=\"a\" Id=\"b\""),
            ),
            (
                "a qualified attribute twice",
                &PLAY.replace("Id=\"AAMk\"", "t:a=\"1\" t:a=\"2\""),
            ),
            (
                "an attribute twice under two prefixes",
                &PLAY.replace(
                    "Id=\"AAMk\"",
                    "xmlns:u=\"u:u\" xmlns:v=\"u:u\" u:a=\"1\" v:a=\"2\"",
                ),
            ),
            (
                "a prefix twice",
                &PLAY.replace("<m:ItemId", "<m:ItemId xmlns:q=\"a:a\" xmlns:q=\"b:b\""),
            ),
            (
                "an element prefix that is not declared",
                &PLAY.replace("m:ItemId", "q:ItemId"),
            ),
            (
                "an attribute prefix that is not declared",
                &PLAY.replace("Id=\"AAMk\"", "q:Id=\"a\""),
            ),
            (
                "tags that cross",
                "<m:DisconnectPhoneCall><m:PhoneCallId></m:DisconnectPhoneCall></m:PhoneCallId>",
            ),
            (
                "an end tag in other letters",
                &PLAY.replace("</m:PlayOnPhone>", "</m:playonphone>"),
            ),
            (
                "an end tag with another prefix",
                &DISCONNECT.replace("</m:", "</t:"),
            ),
            ("an end tag too many", &format!("{PLAY}</m:PlayOnPhone>")),
            (
                "an end tag with attributes",
                &PLAY.replace("</m:DialString>", "</m:DialString a=\"b\">"),
            ),
            (
                "a name that begins with a digit",
                &PLAY.replace("m:ItemId", "m:1temId"),
            ),
            (
                "a name with two colons",
                &PLAY.replace("m:ItemId", "m:m:ItemId"),
            ),
            ("an empty name", &PLAY.replace("<m:ItemId", "< m:ItemId")),
            (
                "a processing instruction",
                &format!("<?php evil() ?>{PLAY}"),
            ),
            (
                "a style sheet",
                &format!("<?xml-stylesheet href=\"a\"?>{PLAY}"),
            ),
            (
                "a declaration inside",
                &format!("<?xml version=\"1.0\"?>{PLAY}"),
            ),
            (
                "attributes without a space between",
                &PLAY.replace("Id=\"AAMk\"", "Id=\"a\"ChangeKey=\"b\""),
            ),
        ],
    );
}

fn dtds(c: &mut Corpus) {
    let mut bomb = String::from("<!ENTITY a0 \"ha\">");
    for level in 1..30 {
        let before = format!("&a{};", level - 1).repeat(10);
        let _ = write!(bomb, "<!ENTITY a{level} \"{before}\">");
    }
    let long = "x".repeat(20_000);
    for (name, subset, id) in [
        ("nothing", "", "c1"),
        ("an entity", "<!ENTITY a \"c1\">", "&a;"),
        ("a thousand million laughs", bomb.as_str(), "&a29;"),
        (
            "quadratic growth",
            &format!("<!ENTITY a \"{long}\">"),
            &"&a;".repeat(5_000),
        ),
        ("a loop", "<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">", "&a;"),
        ("a file", "<!ENTITY a SYSTEM \"file:///etc/passwd\">", "&a;"),
        ("a url", "<!ENTITY a SYSTEM \"http://127.0.0.1:1/\">", "&a;"),
        (
            "a public entity",
            "<!ENTITY a PUBLIC \"p\" \"http://127.0.0.1:1/\">",
            "&a;",
        ),
        (
            "a parameter entity",
            "<!ENTITY % p SYSTEM \"http://127.0.0.1:1/\"> %p;",
            "c1",
        ),
        ("default attributes", "<!ATTLIST a b CDATA \"c\">", "c1"),
        ("a notation", "<!NOTATION n SYSTEM \"n\">", "c1"),
    ] {
        let body = request(VERSION, &DISCONNECT.replace("c1", id));
        let dtd = format!("?>\n<!DOCTYPE Envelope [{subset}]>");
        c.add(INVALID, format!("dtd/{name}"), body.replacen("?>", &dtd, 1));
    }
    let whole = request(VERSION, DISCONNECT);
    for (name, dtd) in [
        (
            "external",
            "<!DOCTYPE Envelope SYSTEM \"http://127.0.0.1:1/a.dtd\">",
        ),
        (
            "public",
            "<!DOCTYPE Envelope PUBLIC \"a\" \"http://127.0.0.1:1/a.dtd\">",
        ),
        ("bare", "<!DOCTYPE Envelope>"),
        ("lower case", "<!doctype Envelope>"),
        ("cut short", "<!DOCTYPE"),
        ("an element declaration alone", "<!ELEMENT a ANY>"),
    ] {
        c.add(
            INVALID,
            format!("dtd/{name}"),
            whole.replacen("?>", &format!("?>{dtd}"), 1),
        );
    }
}

fn limits(c: &mut Corpus) {
    let nested = |n: usize| format!("{}{}", "<t:x>".repeat(n), "</t:x>".repeat(n));
    for depth in [31, 100, 1_000, 5_000] {
        c.add(
            INVALID,
            format!("limit/{depth} levels in a header"),
            request(&nested(depth), PLAY),
        );
        let play = PLAY.replace("+4930123", &nested(depth));
        c.add(
            INVALID,
            format!("limit/{depth} levels in the operation"),
            request(VERSION, &play),
        );
    }
    c.add(INVALID, "limit/a body of start tags", "<a>".repeat(20_000));
    c.add(INVALID, "limit/a body of less-thans", "<".repeat(60_000));
    c.add(INVALID, "limit/a body of end tags", "</a>".repeat(15_000));
    c.add(INVALID, "limit/a body of ampersands", "&".repeat(60_000));
    c.add(
        INVALID,
        "limit/one open tag",
        format!("<a {}", "b=\"c\" ".repeat(9_000)),
    );
    for n in [600, 5_000, 12_000] {
        c.add(
            INVALID,
            format!("limit/{n} elements"),
            request(&"<a/>".repeat(n), PLAY),
        );
    }
    for n in [40, 300, 3_000] {
        let attributes: String = (0..n).map(|i| format!(" a{i}=\"{i}\"")).collect();
        let play = PLAY.replace("<m:ItemId", &format!("<m:ItemId{attributes}"));
        c.add(
            INVALID,
            format!("limit/{n} attributes"),
            request(VERSION, &play),
        );
        let spaces: String = (0..n).map(|i| format!(" xmlns:a{i}=\"u:{i}\"")).collect();
        let play = PLAY.replace("<m:ItemId", &format!("<m:ItemId{spaces}"));
        c.add(
            INVALID,
            format!("limit/{n} namespaces"),
            request(VERSION, &play),
        );
    }
    let spread: String = (0..300)
        .map(|i| format!("<a xmlns:n{i}=\"u:{i}\"/>"))
        .collect();
    c.add(
        INVALID,
        "limit/attributes spread over elements",
        request(&spread, PLAY),
    );
    c.add(
        INVALID,
        "limit/comments between",
        request(&"<!---->x".repeat(5_000), PLAY),
    );
    c.add(
        INVALID,
        "limit/many comments",
        request(&"<!---->".repeat(5_000), PLAY),
    );
    let long = "a".repeat(70_000);
    c.add(
        TOO_BIG,
        "limit/a long dial string",
        request("", &PLAY.replace("+4930123", &long)),
    );
    c.add(
        TOO_BIG,
        "limit/a long id",
        request("", &PLAY.replace("AAMk", &long)),
    );
    c.add(
        TOO_BIG,
        "limit/a long comment",
        request(&format!("<!--{long}-->"), PLAY),
    );
    c.add(
        TOO_BIG,
        "limit/a long name",
        request("", &PLAY.replace("ItemId", &long)),
    );
    c.add(
        TOO_BIG,
        "limit/long white space",
        format!("{}{}", request("", PLAY), " ".repeat(70_000)),
    );
    c.add(
        TOO_BIG,
        "limit/a long body of nothing",
        vec![b' '; 1_000_000],
    );
    let name = "a".repeat(60_000);
    let play = PLAY.replace("Id=\"AAMk\"", &format!("Id=\"a\" {name}=\"\""));
    c.add(
        SCHEMA,
        "limit/a long attribute name",
        request(VERSION, &play),
    );
    let value = "a".repeat(60_000);
    let play = PLAY.replace("Id=\"AAMk\"", &format!("Id=\"a\" b=\"{value}\""));
    c.add(
        SCHEMA,
        "limit/a long attribute value",
        request(VERSION, &play),
    );
}

fn envelopes(c: &mut Corpus) {
    let ns = format!("xmlns:s=\"{SOAP}\" xmlns:m=\"{MESSAGES}\" xmlns:t=\"{TYPES}\"");
    let header = format!("<s:Header>{VERSION}</s:Header>");
    let body = format!("<s:Body>{DISCONNECT}</s:Body>");
    for (name, inside) in [
        ("nothing in it", String::new()),
        ("only a header", header.clone()),
        ("the header last", format!("{body}{header}")),
        ("two headers", format!("{header}{header}{body}")),
        ("two bodies", format!("{header}{body}{body}")),
        (
            "something before the header",
            format!("<t:a/>{header}{body}"),
        ),
        ("something after the body", format!("{body}<t:a/>")),
        ("text in it", format!("a{body}")),
        ("text after the body", format!("{body}a")),
        (
            "text in the header",
            format!("<s:Header>a{VERSION}</s:Header>{body}"),
        ),
        ("an empty body", "<s:Body/>".to_owned()),
        ("a body of white space", "<s:Body> \n </s:Body>".to_owned()),
        (
            "a body of text",
            "<s:Body>DisconnectPhoneCall</s:Body>".to_owned(),
        ),
        (
            "text beside the operation",
            format!("<s:Body>a{DISCONNECT}</s:Body>"),
        ),
        (
            "two operations",
            format!("<s:Body>{DISCONNECT}{DISCONNECT}</s:Body>"),
        ),
        (
            "two kinds of operations",
            format!("<s:Body>{DISCONNECT}{PLAY}</s:Body>"),
        ),
        (
            "something beside the operation",
            format!("<s:Body>{DISCONNECT}<a/></s:Body>"),
        ),
        (
            "a body without the prefix",
            format!("<Body>{DISCONNECT}</Body>"),
        ),
        (
            "a body in other letters",
            format!("<s:body>{DISCONNECT}</s:body>"),
        ),
        (
            "a body in another namespace",
            format!("<m:Body>{DISCONNECT}</m:Body>"),
        ),
        ("a fault", "<s:Body><s:Fault/></s:Body>".to_owned()),
        (
            "an envelope in the body",
            format!("<s:Body><s:Envelope>{body}</s:Envelope></s:Body>"),
        ),
    ] {
        let whole = format!("<s:Envelope {ns}>{inside}</s:Envelope>");
        c.add(INVALID, format!("envelope/{name}"), whole);
    }
    let bare = DISCONNECT.replacen("Call>", &format!("Call {ns}>"), 1);
    c.add(INVALID, "envelope/none", bare);
    c.add(
        INVALID,
        "envelope/in other letters",
        format!("<s:envelope {ns}>{body}</s:envelope>"),
    );
    c.add(
        INVALID,
        "envelope/called otherwise",
        format!("<s:Message {ns}>{body}</s:Message>"),
    );
}

fn namespaces(c: &mut Corpus) {
    let whole = request(VERSION, DISCONNECT);
    for uri in [
        "http://www.w3.org/2003/05/soap-envelope",
        "http://www.w3.org/2001/12/soap-envelope",
        "http://schemas.xmlsoap.org/soap/envelope",
        "HTTP://schemas.xmlsoap.org/soap/envelope/",
        "urn:other",
    ] {
        c.with_faultcode(
            "s:VersionMismatch".to_owned(),
            INVALID,
            format!("namespace/envelope {uri}"),
            whole.replacen(SOAP, uri, 1),
        );
    }
    c.with_faultcode(
        "s:VersionMismatch".to_owned(),
        INVALID,
        "namespace/envelope none",
        format!("<Envelope><Body><DisconnectPhoneCall xmlns=\"{MESSAGES}\"/></Body></Envelope>"),
    );
    for operation in [PLAY, GET, DISCONNECT] {
        let name = &operation[3..operation.find('>').unwrap_or(3)];
        for uri in [
            TYPES,
            SOAP,
            "http://schemas.microsoft.com/exchange/services/2006/messages/",
            "http://schemas.microsoft.com/exchange/services/2006/Messages",
            "http://schemas.microsoft.com/exchange/services/2007/messages",
            "ftp://schemas.microsoft.com/exchange/services/2006/messages",
            "HTTPS://schemas.microsoft.com/exchange/services/2006/messages",
            " http://schemas.microsoft.com/exchange/services/2006/messages",
            "http://schemas.microsoft.com/exchange/services/2006/errors",
            "urn:other",
        ] {
            let body = request(VERSION, operation).replacen(MESSAGES, uri, 1);
            c.add(INVALID, format!("namespace/{name} in '{uri}'"), body);
        }
        let bare = operation.replace("m:", "");
        c.add(
            INVALID,
            format!("namespace/{name} without one"),
            request(VERSION, &bare),
        );
        let child = if name == "PlayOnPhone" {
            "ItemId"
        } else {
            "PhoneCallId"
        };
        for (what, prefix) in [("types", "<t:"), ("the envelope", "<s:"), ("none", "<")] {
            let other = operation.replacen(&format!("<m:{child}"), &format!("{prefix}{child}"), 1);
            c.add(
                SCHEMA,
                format!("namespace/{name}'s {child} in {what}"),
                request(VERSION, &other),
            );
        }
        let https = MESSAGES.replacen("http", "https", 1);
        let other = operation.replacen(
            &format!("<m:{child}"),
            &format!("<x:{child} xmlns:x=\"{https}\""),
            1,
        );
        c.add(
            SCHEMA,
            format!("namespace/{name}'s {child} in the other spelling"),
            request(VERSION, &other),
        );
    }
    let dial = PLAY.replace("m:DialString", "t:DialString");
    c.add(
        SCHEMA,
        "namespace/PlayOnPhone's DialString in types",
        request(VERSION, &dial),
    );
}

fn headers(c: &mut Corpus) {
    let sid = |inside: &str| {
        format!(
            "<t:ExchangeImpersonation><t:ConnectingSID>{inside}</t:ConnectingSID></t:ExchangeImpersonation>"
        )
    };
    let one = sid("<t:SmtpAddress>a@b</t:SmtpAddress>");
    let culture = "<t:MailboxCulture>en-US</t:MailboxCulture>";
    c.headers(
        DUPLICATE,
        "header",
        &[
            ("version twice", &VERSION.repeat(2)),
            (
                "version twice, differently",
                &format!("{VERSION}<t:RequestServerVersion Version=\"Exchange2013\"/>"),
            ),
            ("culture twice", &culture.repeat(2)),
            (
                "culture twice, once empty",
                &format!("<t:MailboxCulture/>{culture}"),
            ),
            ("impersonation twice", &one.repeat(2)),
            (
                "version twice around another",
                &format!("{VERSION}{culture}{VERSION}"),
            ),
            (
                "version twice in two spellings",
                &format!(
                    "{VERSION}<q:RequestServerVersion xmlns:q=\"{}\" Version=\"Exchange2010\"/>",
                    TYPES.replacen("http", "https", 1)
                ),
            ),
        ],
    );
    for version in [
        "",
        " ",
        "Exchange",
        "Exchange2003",
        "Exchange2019",
        "exchange2010",
        "Exchange2010 ",
        "Exchange2010_SP9",
        "V2099_01_01",
        "15.1",
        "\u{1F4DE}",
    ] {
        let header = format!("<t:RequestServerVersion Version=\"{version}\"/>");
        c.add(
            INVALID,
            format!("header/version '{version}'"),
            request(&header, DISCONNECT),
        );
    }
    for version in ["Exchange2007", "Exchange2007_SP1", "Exchange2009"] {
        let header = format!("<t:RequestServerVersion Version=\"{version}\"/>");
        for operation in [PLAY, GET, DISCONNECT] {
            let name = &operation[3..operation.find('>').unwrap_or(3)];
            c.add(
                OLD_VERSION,
                format!("header/{name} for {version}"),
                request(&header, operation),
            );
        }
    }
    c.headers(SCHEMA, "header", &[
        ("version without Version", "<t:RequestServerVersion/>"),
        ("version with version", "<t:RequestServerVersion version=\"Exchange2010\"/>"),
        ("version with t:Version", "<t:RequestServerVersion t:Version=\"Exchange2010\"/>"),
        ("version with more", "<t:RequestServerVersion Version=\"Exchange2010\" a=\"b\"/>"),
        ("version with text", "<t:RequestServerVersion Version=\"Exchange2010\">a</t:RequestServerVersion>"),
        ("version with an element", "<t:RequestServerVersion Version=\"Exchange2010\"><t:a/></t:RequestServerVersion>"),
        ("version that is nil", "<t:RequestServerVersion xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:nil=\"true\" Version=\"Exchange2010\"/>"),
        ("culture with an element", "<t:MailboxCulture><t:a/></t:MailboxCulture>"),
        ("culture with an attribute", "<t:MailboxCulture a=\"b\">en</t:MailboxCulture>"),
        ("impersonation with nothing", "<t:ExchangeImpersonation/>"),
        ("impersonation with text", "<t:ExchangeImpersonation>a</t:ExchangeImpersonation>"),
        ("impersonation with an attribute", &one.replacen("Impersonation>", "Impersonation a=\"b\">", 1)),
        ("impersonation with two accounts apart", &one.replacen("</t:ExchangeI", "<t:ConnectingSID/></t:ExchangeI", 1)),
        ("impersonation of another kind", &sid("<t:UserName>a</t:UserName>")),
        ("impersonation in messages", &sid("<m:SmtpAddress>a@b</m:SmtpAddress>")),
        ("impersonation without a namespace", &sid("<SmtpAddress>a@b</SmtpAddress>")),
        ("impersonation with text beside", &sid("a<t:SmtpAddress>a@b</t:SmtpAddress>")),
        ("impersonation with an element inside", &sid("<t:SmtpAddress><t:a/></t:SmtpAddress>")),
        ("impersonation with an attribute inside", &sid("<t:SmtpAddress a=\"b\">a@b</t:SmtpAddress>")),
        ("impersonation in other letters", &one.replace("ConnectingSID", "ConnectingSid")),
    ]);
    c.headers(
        IMPERSONATION,
        "header",
        &[
            ("impersonation of nobody", &sid("")),
            ("impersonation of white space", &sid(" \n")),
            ("impersonation of an empty name", &sid("<t:SmtpAddress/>")),
            (
                "impersonation of a blank name",
                &sid("<t:PrincipalName> </t:PrincipalName>"),
            ),
            (
                "impersonation of two",
                &sid("<t:SID>S-1</t:SID><t:SmtpAddress>a@b</t:SmtpAddress>"),
            ),
            (
                "impersonation of the same twice",
                &sid(&"<t:SmtpAddress>a@b</t:SmtpAddress>".repeat(2)),
            ),
        ],
    );
    for (name, header) in [
        (
            "of another",
            "<q:a xmlns:q=\"urn:q\" s:mustUnderstand=\"1\"/>",
        ),
        (
            "of ours that we do not have",
            "<t:TimeZoneContext s:mustUnderstand=\"1\"/>",
        ),
        (
            "for whoever comes next",
            "<q:a xmlns:q=\"urn:q\" s:actor=\"http://schemas.xmlsoap.org/soap/actor/next\" s:mustUnderstand=\"1\"/>",
        ),
        (
            "with true",
            "<q:a xmlns:q=\"urn:q\" s:mustUnderstand=\"true\"/>",
        ),
        ("without a namespace", "<a s:mustUnderstand=\"1\"/>"),
    ] {
        c.with_faultcode(
            "s:MustUnderstand".to_owned(),
            INVALID,
            format!("header/mustUnderstand {name}"),
            request(&format!("{VERSION}{header}"), DISCONNECT),
        );
    }
}

fn operations(c: &mut Corpus) {
    c.operations(
        INVALID,
        "operation",
        &[
            (
                "one that we do not have",
                "<m:GetItem><m:ItemIds/></m:GetItem>",
            ),
            (
                "the old name",
                "<m:Disconnect><m:CallId>c1</m:CallId></m:Disconnect>",
            ),
            (
                "in other letters",
                &DISCONNECT.replace("DisconnectPhoneCall", "disconnectPhoneCall"),
            ),
            (
                "a response",
                "<m:DisconnectPhoneCallResponse ResponseClass=\"Success\"/>",
            ),
            (
                "a name with more",
                &DISCONNECT.replace("DisconnectPhoneCall", "DisconnectPhoneCallX"),
            ),
        ],
    );
    for (name, element) in [
        ("GetPhoneCallInformation", GET),
        ("DisconnectPhoneCall", DISCONNECT),
    ] {
        let id = "<m:PhoneCallId Id=\"c1\"/>";
        let with = |what: &str| element.replace(id, what);
        c.operations(SCHEMA, name, &[
            ("empty", &with("")),
            ("white space", &with(" \n ")),
            ("text", &with("c1")),
            ("text beside", &with(&format!("{id}c1"))),
            ("a section beside", &with(&format!("<![CDATA[c1]]>{id}"))),
            ("two ids", &with(&id.repeat(2))),
            ("another element", &with("<m:CallId Id=\"c1\"/>")),
            ("an element before", &with(&format!("<m:a/>{id}"))),
            ("an element after", &with(&format!("{id}<m:a/>"))),
            ("an item id", &with("<m:ItemId Id=\"c1\"/>")),
            ("no Id", &with("<m:PhoneCallId/>")),
            ("id", &with("<m:PhoneCallId id=\"c1\"/>")),
            ("a qualified Id", &with("<m:PhoneCallId m:Id=\"c1\"/>")),
            ("the Id as text", &with("<m:PhoneCallId>c1</m:PhoneCallId>")),
            ("the Id as an element", &with("<m:PhoneCallId><m:Id>c1</m:Id></m:PhoneCallId>")),
            ("a ChangeKey", &with("<m:PhoneCallId Id=\"c1\" ChangeKey=\"a\"/>")),
            ("xml:lang", &with("<m:PhoneCallId Id=\"c1\" xml:lang=\"en\"/>")),
            ("soap attributes", &with("<m:PhoneCallId Id=\"c1\" s:mustUnderstand=\"1\"/>")),
            ("nil", &with("<m:PhoneCallId xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:nil=\"true\"/>")),
            ("an attribute on the operation", &element.replacen('>', " a=\"b\">", 1)),
        ]);
    }
    let item = "<m:ItemId Id=\"AAMk\"/>";
    let dial = "<m:DialString>+4930123</m:DialString>";
    let play = |inside: &str| format!("<m:PlayOnPhone>{inside}</m:PlayOnPhone>");
    c.operations(
        SCHEMA,
        "PlayOnPhone",
        &[
            ("empty", &play("")),
            ("only the item", &play(item)),
            ("only the number", &play(dial)),
            ("the number first", &play(&format!("{dial}{item}"))),
            ("two items", &play(&format!("{item}{item}{dial}"))),
            ("two numbers", &play(&format!("{item}{dial}{dial}"))),
            ("something before", &play(&format!("<m:a/>{item}{dial}"))),
            ("something between", &play(&format!("{item}<m:a/>{dial}"))),
            ("something after", &play(&format!("{item}{dial}<m:a/>"))),
            ("text before", &play(&format!("a{item}{dial}"))),
            ("text between", &play(&format!("{item}a{dial}"))),
            ("text after", &play(&format!("{item}{dial}a"))),
            (
                "the old item",
                &play(&format!("<m:entryId>AAMk</m:entryId>{dial}")),
            ),
            ("no Id", &play(&format!("<m:ItemId/>{dial}"))),
            (
                "only a ChangeKey",
                &play(&format!("<m:ItemId ChangeKey=\"a\"/>{dial}")),
            ),
            (
                "an unknown attribute",
                &play(&format!("<m:ItemId Id=\"a\" b=\"c\"/>{dial}")),
            ),
            (
                "text in the item",
                &play(&format!("<m:ItemId Id=\"a\">b</m:ItemId>{dial}")),
            ),
            (
                "an element in the item",
                &play(&format!("<m:ItemId Id=\"a\"><m:b/></m:ItemId>{dial}")),
            ),
            (
                "an element in the number",
                &play(&format!("{item}<m:DialString><m:b/></m:DialString>")),
            ),
            (
                "an element within the number",
                &play(&format!("{item}<m:DialString>1<m:b/>2</m:DialString>")),
            ),
            (
                "an attribute on the number",
                &play(&format!("{item}<m:DialString a=\"b\">1</m:DialString>")),
            ),
            (
                "an attribute on the operation",
                &PLAY.replacen('>', " a=\"b\">", 1),
            ),
            (
                "the item in other letters",
                &play(&format!("<m:itemId Id=\"a\"/>{dial}")),
            ),
            (
                "the number in other letters",
                &play(&format!("{item}<m:dialString>1</m:dialString>")),
            ),
            (
                "a call id",
                &play(&format!("<m:PhoneCallId Id=\"a\"/>{dial}")),
            ),
        ],
    );
}

fn find(haystack: &[u8], needle: &str) -> usize {
    haystack
        .windows(needle.len())
        .position(|w| w == needle.as_bytes())
        .unwrap_or(0)
}
