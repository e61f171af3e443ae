//! §3.1.1: valid messages.

use super::{accepted, message, options};
use tapi3_sip::message::uri::{Uri, unescape};
use tapi3_sip::message::value::{NameAddr, Via};
use tapi3_sip::message::{Method, Name, Start};

const SDP: &str = "v=0\r\no=t 1 1 IN IP4 192.0.2.9\r\ns=-\r\nc=IN IP4 192.0.2.9\r\nt=0 0\r\n\
    m=audio 5000 RTP/AVP 0\r\n";

#[test]
fn s3_1_1_1_wsinv() {
    let text = "INVITE sip:target@example.org;odd SIP/2.0\r\n\
        tO :\r\n sip:target@example.org ;   tag    = 77\r\n\
        FROM   : \"Q \\\\\\\"\"       <sip:trial@example.net>\r\n  ;\r\n\ttag = f1\r\n\
        mAx-ForWARDS: 0009\r\n\
        i: wide.trial@192.0.2.9\r\n\
        l  : LENGTH\r\n\
        cseq: 0031\r\n  INVITE\r\n\
        v  : SIP  /   2.0\r\n /UDP\r\n    192.0.2.9;branch=390skd\r\n\
        s:\r\n\
        Unheard-Of: one\r\n two\r\n ;;,,\r\n\
        v:  SIP  / 2.0  / TCP     spindle.example.net   ;\r\n  branch  =   z9hG4bK9ikj8  ,\r\n \
        SIP  /    2.0   / UDP  192.168.9.1 ; branch=\r\n z9hG4bK30239\r\n\
        m:\"Q \\\\\\\"\" <sip:trial@example.net> ; odd=\r\n true; shared;bare=\"x\"\r\n\
        Content-Type: application/sdp\r\n\
        Route:\r\n <sip:hop.example.com;lr;odd=x>\r\n\r\n";
    let text = text.replace("LENGTH", &SDP.len().to_string());
    accepted(text + SDP, |message| {
        assert_eq!(
            (message.to_tag(), message.from_tag(), message.cseq()),
            ("77", "f1", 31)
        );
        let from = NameAddr::parse(message.header(Name::From).unwrap()).unwrap();
        assert_eq!(from.name, "Q \\\"");
        let hops: Vec<_> = message
            .list(Name::Via)
            .map(|hop| Via::parse(hop).unwrap())
            .collect();
        let seen: Vec<_> = hops
            .iter()
            .map(|hop| (hop.transport, hop.host, hop.branch()))
            .collect();
        assert_eq!(
            seen,
            [
                ("UDP", "192.0.2.9", "390skd"),
                ("TCP", "spindle.example.net", "z9hG4bK9ikj8"),
                ("UDP", "192.168.9.1", "z9hG4bK30239"),
            ]
        );
        let contact = NameAddr::parse(message.header(Name::Contact).unwrap()).unwrap();
        assert_eq!(
            (contact.param("odd"), contact.param("bare")),
            (Some("true"), Some("\"x\""))
        );
        assert_eq!(message.header(Name::Subject), Some(""));
        assert_eq!(message.body(), SDP.as_bytes());
    });
}

#[test]
fn s3_1_1_2_intmeth() {
    let method = "!Odd-Method.0123456789_*+`%indeed'~";
    let uri =
        "sip:1_odd.user~(may-be!so)&is+it$/yes?,/;;*:&it+has=1,odd!*pas$wo~d_too.(so)@example.org";
    let from =
        "From: ~.!%*_+'`- trial<sip:trial@example.net>;odd!%*_+`'~=-.!%*_+'`~;tag=_tok'en~1!*%+`.";
    let text = message(
        &format!("{method} {uri} SIP/2.0"),
        &[
            "Via: SIP/2.0/TCP h1.example.net;branch=z9hG4bK-.!%66*_+`'~",
            "To: \"BEL:\\\x07 NUL:\\\0 DEL:\\\x7f\" <sip:1_odd.user~(may-be!so)@example.org>",
            from,
            "Call-ID: in%Z%45.\"<>:\\/[]?{}()~!*&^@odd.(call)",
            "odd-Name!%*_+`'~: \u{3b1}\u{20ac} and so on",
        ],
        "",
    );
    accepted(text, |message| {
        assert_eq!(
            (message.method(), message.method_text()),
            (Method::Other, method)
        );
        let uri = Uri::parse(message.request_uri().unwrap()).unwrap();
        assert_eq!(uri.host, "example.org");
        assert!(uri.user.ends_with("too.(so)"));
        let to = NameAddr::parse(message.header(Name::To).unwrap()).unwrap();
        assert_eq!(to.name, "BEL:\x07 NUL:\0 DEL:\x7f");
        assert_eq!(message.from_tag(), "_tok'en~1!*%+`.");
        assert_eq!(
            message.other("ODD-name!%*_+`'~"),
            Some("\u{3b1}\u{20ac} and so on")
        );
    });
}

#[test]
fn s3_1_1_3_esc01() {
    let text = message(
        "INVITE sip:sips%3Auser%40example.org@example.net SIP/2.0",
        &[
            "To: sip:%75se%72@example.org",
            "From: <sip:I%20have%20spaces@example.net>;tag=f1",
            "Contact: <sip:trial@h.example.net:5060;%6C%72;n%61me=v%61lue%25%34%31>",
        ],
        "",
    );
    accepted(text, |message| {
        let uri = Uri::parse(message.request_uri().unwrap()).unwrap();
        assert_eq!(uri.user, "sips%3Auser%40example.org");
        assert_eq!(unescape(uri.user), "sips:user@example.org");
        let to = NameAddr::parse(message.header(Name::To).unwrap()).unwrap();
        assert!(
            Uri::parse(to.uri)
                .unwrap()
                .is_same(&Uri::parse("sip:user@example.org").unwrap())
        );
        let contact = NameAddr::parse(message.header(Name::Contact).unwrap()).unwrap();
        // Escaped once is escaped once.
        assert_eq!(
            Uri::parse(contact.uri).unwrap().param("n%61me"),
            Some("v%61lue%25%34%31")
        );
    });
}

#[test]
fn s3_1_1_4_escnull() {
    let text = message(
        "REGISTER sip:example.org SIP/2.0",
        &[
            "To: sip:null-%00-null@example.org",
            "Contact: <sip:%00@h1.example.net>, <sip:%00%00@h2.example.net>",
        ],
        "",
    );
    accepted(text, |message| {
        let users = message.list(Name::Contact).map(|contact| {
            Uri::parse(NameAddr::parse(contact).unwrap().uri)
                .unwrap()
                .user
        });
        assert_eq!(users.collect::<Vec<_>>(), ["%00", "%00%00"]);
    });
}

#[test]
fn s3_1_1_5_esc02() {
    let text = message(
        "INVIT%45 sip:example.org SIP/2.0",
        &[
            "To: \"%Z%45\" <sip:target@example.org>",
            "Contact: <sip:a1@h1.example.net>",
            "C%6Fntact: <sip:a2@h2.example.net>",
            "Contact: <sip:a3@h3.example.net>",
        ],
        "",
    );
    accepted(text, |message| {
        assert_eq!(
            (message.method(), message.method_text()),
            (Method::Other, "INVIT%45")
        );
        assert_eq!(
            NameAddr::parse(message.header(Name::To).unwrap())
                .unwrap()
                .name,
            "%Z%45"
        );
        assert_eq!(message.headers(Name::Contact).count(), 2);
        assert_eq!(message.other("C%6Fntact"), Some("<sip:a2@h2.example.net>"));
    });
}

#[test]
fn s3_1_1_6_lwsdisp() {
    accepted(
        options(&["From: trial<sip:trial@example.net>;tag=323"]),
        |message| {
            assert_eq!(message.from_tag(), "323");
            let from = NameAddr::parse(message.header(Name::From).unwrap()).unwrap();
            assert_eq!((&*from.name, from.uri), ("trial", "sip:trial@example.net"));
        },
    );
}

#[test]
fn s3_1_1_7_longreq() {
    let long = |text: &str| text.repeat(40);
    let mut lines = vec![
        format!(
            "To: \"A {} name\"<sip:target@example.org:6000;p{}=1>",
            long("long "),
            long("name")
        ),
        format!(
            "From: sip:{}@example.net;tag={};q{}",
            long("trial"),
            long("12345"),
            long("w")
        ),
        format!("Call-ID: {}", long("longid")),
        format!(
            "X-{}: {} ; {} = {}",
            long("Unheard"),
            long("v"),
            long("n"),
            long("v")
        ),
    ];
    for (index, name) in ["Via: ", "v: ", "V :  ", "vIA: "]
        .iter()
        .cycle()
        .take(34)
        .enumerate()
    {
        lines.push(format!(
            "{name}SIP/2.0/TCP hop{index}.example.com;branch={}",
            long("b")
        ));
    }
    let lines: Vec<_> = lines.iter().map(String::as_str).collect();
    accepted(options(&lines), |message| {
        assert_eq!(message.list(Name::Via).count(), 34);
        assert_eq!(message.from_tag(), long("12345"));
        assert_eq!(message.call_id(), long("longid"));
        assert_eq!(message.via().unwrap().host, "hop0.example.com");
    });
}

#[test]
fn s3_1_1_8_dblreq() {
    let second = message(
        "INVITE sip:target@example.org SIP/2.0",
        &["Content-Length: 88"],
        SDP,
    );
    let text = message(
        "REGISTER sip:example.org SIP/2.0",
        &["Content-Length: 0"],
        &second,
    );
    accepted(text, |message| {
        assert_eq!(message.method(), Method::Register);
        assert_eq!(message.body(), b"");
    });
}

#[test]
fn s3_1_1_9_semiuri() {
    let text = message(
        "OPTIONS sip:trial;par=u%40example.net@example.org SIP/2.0",
        &[],
        "",
    );
    accepted(text, |message| {
        let uri = Uri::parse(message.request_uri().unwrap()).unwrap();
        assert_eq!(
            (uri.user, uri.host, uri.params),
            ("trial;par=u%40example.net", "example.org", "")
        );
    });
}

#[test]
fn s3_1_1_10_transports() {
    let text = options(&[
        "Via: SIP/2.0/UDP t1.example.org;branch=z9hG4bKa",
        "Via: SIP/2.0/SCTP t2.example.org;branch=z9hG4bKb",
        "Via: SIP/2.0/TLS t3.example.org;branch=z9hG4bKc",
        "Via: SIP/2.0/UNHEARD-OF t4.example.org;branch=z9hG4bKd",
        "Via: SIP/2.0/TCP t5.example.org;branch=z9hG4bKe",
    ]);
    accepted(text, |message| {
        let ways = message
            .list(Name::Via)
            .map(|hop| Via::parse(hop).unwrap().transport);
        assert_eq!(
            ways.collect::<Vec<_>>(),
            ["UDP", "SCTP", "TLS", "UNHEARD-OF", "TCP"]
        );
    });
}

#[test]
fn s3_1_1_11_mpart01() {
    let start = "MESSAGE sip:target@example.org SIP/2.0";
    let head = message(start, &["Content-Type: multipart/mixed;boundary=7a9c"], "");
    let mut bytes = head.into_bytes();
    bytes.extend_from_slice(
        b"--7a9c\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: binary\r\n\r\nHello\r\n",
    );
    bytes.extend_from_slice(b"--7a9c\r\nContent-Type: application/octet-stream\r\n\r\n\0\x82\xff\r\x01\n\r\n--7a9c--\r\n");
    accepted(bytes, |message| {
        assert_eq!(message.part("text/plain"), Some(&b"Hello"[..]));
        assert_eq!(
            message.part("application/octet-stream"),
            Some(&b"\0\x82\xff\r\x01\n"[..])
        );
    });
}

#[test]
fn s3_1_1_12_unreason() {
    accepted(
        message(
            "SIP/2.0 200 = 2**3 * 5**2 \u{448}\u{435}\u{441}\u{442}\u{44c}",
            &[],
            "",
        ),
        |message| {
            let reason = "= 2**3 * 5**2 \u{448}\u{435}\u{441}\u{442}\u{44c}";
            assert_eq!(*message.start(), Start::Response { code: 200, reason });
            assert_eq!(message.method(), Method::Invite);
        },
    );
}

#[test]
fn s3_1_1_13_noreason() {
    accepted(message("SIP/2.0 100 ", &[], ""), |message| {
        assert_eq!(
            *message.start(),
            Start::Response {
                code: 100,
                reason: ""
            }
        );
    });
}
