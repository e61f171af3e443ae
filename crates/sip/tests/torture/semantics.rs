//! §3.2 to §3.4: messages that are well-formed, for the most part. What is answered to them is for
//! those above; here they have to come through with what matters in them.

use super::{accepted, message, options, refused};
use tapi3_sip::message::uri::{Scheme, Uri};
use tapi3_sip::message::value::NameAddr;
use tapi3_sip::message::{Message, Method, Name};

fn register(lines: &[&str]) -> String {
    message("REGISTER sip:example.org SIP/2.0", lines, "")
}

fn scheme(message: &Message<'_>) -> Scheme {
    Uri::parse(message.request_uri().unwrap()).unwrap().scheme
}

#[test]
fn s3_2_1_badbranch() {
    accepted(
        options(&["Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK"]),
        |message| {
            // The cookie alone names no transaction.
            assert_eq!(message.via().unwrap().branch(), "z9hG4bK");
        },
    );
}

#[test]
fn s3_3_1_insuf() {
    let start = "INVITE sip:target@example.org SIP/2.0";
    refused(
        message(start, &["From: none", "To: none", "Call-ID: none"], ""),
        400,
    );
    for line in ["From: none", "To: none", "Call-ID: none", "CSeq: none"] {
        refused(message(start, &[line], ""), 400);
    }
}

#[test]
fn s3_3_2_unkscm() {
    accepted(
        message("OPTIONS nobodyKnowsThis:opaquecontent SIP/2.0", &[], ""),
        |message| {
            assert_eq!(scheme(message), Scheme::Other);
        },
    );
}

#[test]
fn s3_3_3_novelsc() {
    accepted(
        message("OPTIONS soap.beep://192.0.2.103:3002 SIP/2.0", &[], ""),
        |message| {
            assert_eq!(scheme(message), Scheme::Other);
        },
    );
}

#[test]
fn s3_3_4_unksm2() {
    let text = register(&[
        "To: isbn:2983792873",
        "From: <http://www.example.com>;tag=f1",
    ]);
    accepted(text, |message| {
        let to = NameAddr::parse(message.header(Name::To).unwrap()).unwrap();
        assert_eq!(Uri::parse(to.uri).unwrap().scheme, Scheme::Other);
        assert_eq!(message.from_tag(), "f1");
    });
}

#[test]
fn s3_3_5_bext01() {
    let text = options(&[
        "Require: nothingSupportsThis, nothingSupportsThisEither",
        "Proxy-Require: noProxiesSupportThis",
    ]);
    accepted(text, |message| {
        assert_eq!(message.list(Name::Require).count(), 2);
        assert!(message.has_token(Name::Require, "NothingSupportsThis"));
        assert!(message.has_token(Name::ProxyRequire, "noProxiesSupportThis"));
    });
}

#[test]
fn s3_3_6_invut() {
    let start = "INVITE sip:target@example.org SIP/2.0";
    accepted(
        message(start, &["Content-Type: application/unheardof"], "<audio/>"),
        |message| {
            assert_eq!(message.part("application/sdp"), None);
            assert_eq!(message.body(), b"<audio/>");
        },
    );
}

#[test]
fn s3_3_7_regaut01() {
    accepted(
        register(&["Authorization: NoOneKnowsThisScheme opaque-data=here"]),
        |message| {
            let value = message.header(Name::Authorization).unwrap();
            assert!(value.starts_with("NoOneKnowsThisScheme "));
        },
    );
}

#[test]
fn s3_3_8_multi01() {
    let start = "INVITE sip:target@example.org SIP/2.0";
    for second in [
        ["CSeq: 59 INVITE", "CSeq: 8 INVITE"],
        ["Call-ID: a@h", "Call-ID: b@h"],
        ["Max-Forwards: 70", "Max-Forwards: 50"],
        ["From: sip:a@h;tag=1", "f: sip:b@h;tag=2"],
        ["To: sip:a@h", "t: sip:b@h"],
    ] {
        refused(message(start, &second, ""), 400);
    }
}

#[test]
fn s3_3_9_mcl01() {
    let lines = [
        "Content-Length: 13",
        "Content-Length: 5",
        "Content-Type: text/plain",
    ];
    refused(
        message(
            "OPTIONS sip:target@example.org SIP/2.0",
            &lines,
            "There's no way",
        ),
        400,
    );
    // The same twice says nothing new.
    let lines = ["Content-Length: 5", "l: 05", "Content-Type: text/plain"];
    accepted(
        message(
            "OPTIONS sip:target@example.org SIP/2.0",
            &lines,
            "There's no way",
        ),
        |message| {
            assert_eq!(message.body(), b"There");
        },
    );
}

#[test]
fn s3_3_10_bcast() {
    let hops = [
        "Via: SIP/2.0/UDP 192.0.2.198;branch=z9hG4bK1",
        "Via: SIP/2.0/UDP 255.255.255.255;branch=z9hG4bK2;received=192.0.2.4",
    ];
    accepted(message("SIP/2.0 200 OK", &hops, ""), |message| {
        // Not ours, and one too many.
        assert_eq!(message.via().unwrap().host, "192.0.2.198");
        assert_eq!(message.list(Name::Via).count(), 2);
    });
}

#[test]
fn s3_3_11_zeromf() {
    accepted(options(&["Max-Forwards: 0"]), |message| {
        assert_eq!(message.header(Name::MaxForwards), Some("0"));
    });
}

#[test]
fn s3_3_12_cparam01() {
    accepted(
        register(&["Contact: sip:+19725552222@gw1.example.net;unheardof"]),
        |message| {
            let contact = NameAddr::parse(message.header(Name::Contact).unwrap()).unwrap();
            assert_eq!(
                (contact.uri, contact.params),
                ("sip:+19725552222@gw1.example.net", ";unheardof")
            );
        },
    );
}

#[test]
fn s3_3_13_cparam02() {
    accepted(
        register(&["Contact: <sip:+19725552222@gw1.example.net;unheardof>"]),
        |message| {
            let contact = NameAddr::parse(message.header(Name::Contact).unwrap()).unwrap();
            assert!(Uri::parse(contact.uri).unwrap().has_param("unheardof"));
            assert_eq!(contact.params, "");
        },
    );
}

#[test]
fn s3_3_14_regescrt() {
    let contact = "Contact: <sip:trial@example.net?Route=%3Csip:hop.example.com%3E>";
    accepted(register(&[contact]), |message| {
        let contact = NameAddr::parse(message.header(Name::Contact).unwrap()).unwrap();
        assert_eq!(
            Uri::parse(contact.uri).unwrap().headers,
            "Route=%3Csip:hop.example.com%3E"
        );
    });
}

#[test]
fn s3_3_15_sdp01() {
    let start = "INVITE sip:target@example.org SIP/2.0";
    let lines = [
        "Accept: text/nobodyKnowsThis",
        "Content-Type: application/sdp",
    ];
    accepted(message(start, &lines, "v=0\r\n"), |message| {
        assert!(!message.has_token(Name::Accept, "application/sdp"));
        assert_eq!(message.part("application/sdp"), Some(&b"v=0\r\n"[..]));
    });
}

#[test]
fn s3_4_1_inv2543() {
    let lines = [
        "Via: SIP/2.0/UDP old.example.net:5060",
        "From: \"Old\" <sip:old@example.net>",
        "Max-Forwards: none",
        "Record-Route: <sip:target@example.org;maddr=hop.example.com>",
    ];
    accepted(
        message("INVITE sip:target@example.org SIP/2.0", &lines, ""),
        |message| {
            assert_eq!((message.method(), message.from_tag()), (Method::Invite, ""));
            assert_eq!(message.via().unwrap().branch(), "");
        },
    );
}
