//! EWS requests with wrong content: the headers and the operations.

use super::{
    Corpus, DISCONNECT, DUPLICATE, GET, IMPERSONATION, INVALID, OLD_VERSION, PLAY, SCHEMA, TYPES,
    VERSION, request,
};

pub fn headers(c: &mut Corpus) {
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

pub fn operations(c: &mut Corpus) {
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
