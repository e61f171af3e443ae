//! Bodies that are XML only in part: not well-formed, with a DTD, or beyond a limit.

use std::fmt::Write as _;

use super::{Corpus, DISCONNECT, INVALID, PLAY, SCHEMA, TOO_BIG, VERSION, request};

pub fn ill_formed(c: &mut Corpus) {
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
                "a surrogate reference in text",
                &PLAY.replace("+49", "&#55296;"),
            ),
            (
                "an impossible reference in text",
                &PLAY.replace("+49", "&#x7FFFFFFF;"),
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

pub fn dtds(c: &mut Corpus) {
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

pub fn limits(c: &mut Corpus) {
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
