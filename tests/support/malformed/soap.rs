//! Well-formed XML that is not an EWS request: the envelope and the namespaces.

use super::{
    Corpus, DISCONNECT, GET, INVALID, MESSAGES, PLAY, SCHEMA, SOAP, TYPES, VERSION, request,
};

pub fn envelopes(c: &mut Corpus) {
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

pub fn namespaces(c: &mut Corpus) {
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
