//! Connections that are lost while a call goes over them: what the far end is owed arrives over
//! another one.

mod support;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::time::Instant;
use support::DEADLINE;
use support::phone::Phone;
use support::script::{Message, SDP};
use tapi3::engine::{Cause, DropReason, State};

/// One connection with the line, from whichever side it was opened.
struct Stream(BufReader<TcpStream>);

impl Stream {
    fn over(stream: TcpStream) -> Self {
        stream.set_read_timeout(Some(DEADLINE)).unwrap();
        Stream(BufReader::new(stream))
    }

    fn to(phone: &Phone) -> Self {
        Stream::over(TcpStream::connect(("127.0.0.1", phone.port)).unwrap())
    }

    /// The next one that the line opens.
    fn of(listener: &TcpListener) -> Self {
        let mut came = None;
        listener.set_nonblocking(true).unwrap();
        support::until("the line connects", || {
            came = listener.accept().ok();
            came.is_some()
        });
        let (stream, _) = came.unwrap();
        stream.set_nonblocking(false).unwrap();
        Stream::over(stream)
    }

    fn say(&mut self, text: &str) {
        self.0.get_mut().write_all(text.as_bytes()).unwrap();
    }

    /// The next message.
    fn next(&mut self) -> Message {
        let mut text = String::new();
        while !text.ends_with("\r\n\r\n") {
            assert_ne!(self.0.read_line(&mut text).unwrap(), 0, "the line closed");
        }
        let mut message = Message {
            text,
            from: self.0.get_ref().peer_addr().unwrap(),
            at: Instant::now(),
        };
        let mut body = vec![0; message.header("Content-Length").parse().unwrap()];
        self.0.read_exact(&mut body).unwrap();
        message.text.push_str(&String::from_utf8(body).unwrap());
        message
    }

    /// The next one of this kind, whatever comes before it.
    fn find(&mut self, kind: &str) -> Message {
        loop {
            let message = self.next();
            if message.kind() == kind {
                return message;
            }
        }
    }

    fn answer(&mut self, to: &Message, status: &str, contact: &str, body: &str) {
        let tagged = match to.header("To") {
            far if far.contains(";tag=") => far.to_owned(),
            far => format!("{far};tag=far"),
        };
        let kind = match body {
            "" => "",
            _ => "Content-Type: application/sdp\r\n",
        };
        self.say(&format!(
            "SIP/2.0 {status}\r\nVia: {}\r\nFrom: {}\r\nTo: {tagged}\r\nCall-ID: {}\r\nCSeq: {}\r\n\
             Contact: {contact}\r\n{kind}Content-Length: {}\r\n\r\n{body}",
            to.header("Via"),
            to.header("From"),
            to.header("Call-ID"),
            to.header("CSeq"),
            body.len(),
        ));
    }
}

/// Where the far end listens, and how its Contact says so.
fn listen() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let contact = format!("<sip:far@{};transport=tcp>", listener.local_addr().unwrap());
    (listener, contact)
}

#[test]
fn a_call_over_a_connection_that_is_lost_is_hung_up_over_another() {
    let phone = Phone::open("transport = 'tcp'");
    let (listener, contact) = listen();
    let mut stream = Stream::to(&phone);
    let request = |method: &str, to: &str, body: &str| {
        let kind = match body {
            "" => "",
            _ => "Content-Type: application/sdp\r\n",
        };
        format!(
            "{method} sip:alice@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/TCP far;branch=z9hG4bK{method}\r\n\
             From: <sip:far@127.0.0.1>;tag=far\r\nTo: {to}\r\nCall-ID: lost\r\nCSeq: 1 {method}\r\n\
             Contact: {contact}\r\nMax-Forwards: 70\r\n{kind}Content-Length: {}\r\n\r\n{body}",
            body.len()
        )
    };
    stream.say(&request("INVITE", "<sip:alice@127.0.0.1>", SDP));
    let call = phone.incoming();
    call.answer().unwrap();
    let answer = stream.find("200");
    stream.say(&request("ACK", answer.header("To"), ""));
    phone.expect(&call, State::Connected);
    drop(stream);
    call.disconnect(DropReason::Normal).unwrap();
    let mut stream = Stream::of(&listener);
    let bye = stream.next();
    assert_eq!((bye.kind(), bye.header("Call-ID")), ("BYE", "lost"));
    stream.answer(&bye, "200 OK", &contact, "");
    assert_eq!(phone.expect_end(&call), Cause::Normal);
}

#[test]
fn a_telephone_that_rings_when_its_connection_is_lost_is_told_to_stop() {
    let phone = Phone::open("transport = 'tcp'");
    // Before it is given up from here, and after.
    for we_do in [false, true] {
        let (listener, contact) = listen();
        let port = listener.local_addr().unwrap().port();
        let call = phone.dial(port);
        let mut stream = Stream::of(&listener);
        let invite = stream.next();
        stream.answer(&invite, "180 Ringing", &contact, "");
        phone.expect(&call, State::InProgress);
        if we_do {
            call.disconnect(DropReason::Normal).unwrap();
            stream.find("CANCEL");
        }
        drop(stream);
        let mut stream = Stream::of(&listener);
        let cancel = stream.next();
        assert_eq!(cancel.kind(), "CANCEL");
        stream.answer(&cancel, "200 OK", &contact, "");
        stream.answer(&invite, "487 Request Terminated", &contact, "");
        assert_eq!(stream.next().kind(), "ACK");
        phone.expect_end(&call);
    }
}

/// Its far end, or something on the way, takes what is sent and says nothing to it.
#[test]
fn a_connection_that_answers_nothing_is_not_all_that_is_tried_when_the_lines_close() {
    let phone = Phone::open("transport = 'tcp'");
    let (listener, contact) = listen();
    let call = phone.dial(listener.local_addr().unwrap().port());
    let mut stream = Stream::of(&listener);
    let invite = stream.next();
    stream.answer(&invite, "200 OK", &contact, SDP);
    phone.expect(&call, State::Connected);
    call.disconnect(DropReason::Normal).unwrap();
    stream.find("BYE");
    std::thread::scope(|scope| {
        scope.spawn(|| phone.close());
        let mut other = Stream::of(&listener);
        let bye = other.next();
        assert_eq!(bye.kind(), "BYE");
        assert_eq!(bye.header("Call-ID"), invite.header("Call-ID"));
        other.answer(&bye, "200 OK", &contact, "");
    });
}
