//! §3.1.2: invalid messages. Where the RFC leaves the choice between refusing a message and passing
//! over what is wrong with it, what cannot be misunderstood is passed over.

use super::{accepted, dropped, message, options, refused};
use tapi3_sip::message::uri::Uri;
use tapi3_sip::message::value::NameAddr;
use tapi3_sip::message::{Method, Name};

fn invite(lines: &[&str], body: &str) -> String {
    message("INVITE sip:target@example.org SIP/2.0", lines, body)
}

#[test]
fn s3_1_2_1_badinv01() {
    refused(invite(&["Via: SIP/2.0/UDP 192.0.2.15;;,;,,"], ""), 400);
    refused(
        invite(&["Contact: \"Joe\" <sip:joe@example.net>;;;;"], ""),
        400,
    );
    refused(invite(&["To: <sip:target@example.org>;;tag=x"], ""), 400);
}

#[test]
fn s3_1_2_2_clerr() {
    refused(invite(&["Content-Length: 9999"], "v=0\r\n"), 400);
}

#[test]
fn s3_1_2_3_ncl() {
    refused(invite(&["Content-Length: -999"], "v=0\r\n"), 400);
}

#[test]
fn s3_1_2_4_scalar02() {
    let start = "REGISTER sip:example.org SIP/2.0";
    for line in [
        "CSeq: 36893488147419103232 REGISTER",
        "CSeq: 4294967296 REGISTER",
        "CSeq: 2147483648 REGISTER",
        "Max-Forwards: 256",
        "Max-Forwards: -1",
        "Max-Forwards: 99999999999999999999",
    ] {
        refused(message(start, &[line], ""), 400);
    }
    accepted(
        message(
            start,
            &["CSeq: 2147483647 REGISTER", "Max-Forwards: 255"],
            "",
        ),
        |message| {
            assert_eq!(message.cseq(), 2_147_483_647);
        },
    );
}

#[test]
fn s3_1_2_5_scalarlg() {
    dropped(message(
        "SIP/2.0 503 Service Unavailable",
        &["CSeq: 9292394834772304023312 INVITE"],
        "",
    ));
}

#[test]
fn s3_1_2_6_quotbal() {
    refused(
        invite(&["To: \"Mr. Target <sip:target@example.org>"], ""),
        400,
    );
}

#[test]
fn s3_1_2_7_ltgtruri() {
    refused(
        message("INVITE <sip:target@example.org> SIP/2.0", &[], ""),
        400,
    );
}

#[test]
fn s3_1_2_8_lwsruri() {
    refused(
        message("INVITE sip:target@example.org; lr SIP/2.0", &[], ""),
        400,
    );
}

#[test]
fn s3_1_2_9_lwsstart() {
    refused(
        message("INVITE  sip:target@example.org  SIP/2.0", &[], ""),
        400,
    );
}

#[test]
fn s3_1_2_10_trws() {
    accepted(
        message("OPTIONS sip:target@example.org SIP/2.0  ", &[], ""),
        |message| {
            assert_eq!(message.request_uri(), Some("sip:target@example.org"));
        },
    );
}

#[test]
fn s3_1_2_11_escruri() {
    let start = "INVITE sip:target@example.org?Route=%3Csip:example.org%3E SIP/2.0";
    accepted(message(start, &[], ""), |message| {
        // The header is not one of the request.
        assert_eq!(message.header(Name::Route), None);
        assert_eq!(
            Uri::parse(message.request_uri().unwrap()).unwrap().user,
            "target"
        );
    });
}

#[test]
fn s3_1_2_12_baddate() {
    accepted(
        invite(&["Date: Fri, 01 Jan 2010 16:00:00 EST"], ""),
        |message| {
            assert_eq!(message.method(), Method::Invite);
        },
    );
}

#[test]
fn s3_1_2_13_regbadct() {
    let contact = "Contact: sip:trial@example.net?Route=%3Csip:hop.example.net%3E";
    refused(
        message("REGISTER sip:example.org SIP/2.0", &[contact], ""),
        400,
    );
}

#[test]
fn s3_1_2_14_badaspec() {
    accepted(
        options(&["To: \"Target, T.\" < sip:target@example.org > ;tag=5"]),
        |message| {
            let to = NameAddr::parse(message.header(Name::To).unwrap()).unwrap();
            assert_eq!((to.uri, message.to_tag()), ("sip:target@example.org", "5"));
        },
    );
    refused(options(&["To: <sip:tar get@example.org>"]), 400);
}

#[test]
fn s3_1_2_15_baddn() {
    refused(
        options(&["From: Trial, T. <sip:trial@example.net>;tag=43"]),
        400,
    );
}

#[test]
fn s3_1_2_16_badvers() {
    let via = "Via: SIP/7.0/UDP client.example.net;branch=z9hG4bKtrial";
    refused(
        message("OPTIONS sip:target@example.org SIP/7.0", &[via], ""),
        505,
    );
    refused(
        message("OPTIONS sip:target@example.org SIP/2.00", &[], ""),
        505,
    );
    dropped(message("OPTIONS sip:target@example.org HTTP/1.1", &[], ""));
    dropped(message("SIP/7.0 200 OK", &["CSeq: 1 INVITE"], ""));
}

#[test]
fn s3_1_2_17_mismatch01() {
    refused(options(&["CSeq: 8 INVITE"]), 400);
}

#[test]
fn s3_1_2_18_mismatch02() {
    refused(
        message(
            "NEWMETHOD sip:target@example.org SIP/2.0",
            &["CSeq: 8 INVITE"],
            "",
        ),
        400,
    );
}

#[test]
fn s3_1_2_19_bigcode() {
    dropped(message(
        "SIP/2.0 4294967301 better not break the receiver",
        &["CSeq: 8 INVITE"],
        "",
    ));
    dropped(message("SIP/2.0 700 Too High", &["CSeq: 8 INVITE"], ""));
    dropped(message("SIP/2.0 99 Too Low", &["CSeq: 8 INVITE"], ""));
}
