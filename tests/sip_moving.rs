//! Calls that go on at another far end, and what happens meanwhile: nobody is left ringing or in a
//! call that the application no longer has, and the application keeps what is still there.

mod support;

use std::net::{SocketAddr, UdpSocket};
use support::phone::Phone;
use support::script::{Message, SDP, Script};
use support::{DEADLINE, until};
use tapi3::engine::{CallHandle, DropReason, Number, PartyId, State};

/// LINECALLPARAMFLAGS_BLOCKID.
const BLOCK_ID: i32 = 0x10;

/// A call that `bob` has answered, with its INVITE.
fn connected(phone: &Phone, bob: &Script) -> (CallHandle, Message) {
    let call = phone.dial(bob.port);
    let invite = bob.find("INVITE");
    bob.accept(&invite, "b");
    phone.expect(&call, State::Connected);
    bob.find("ACK");
    (call, invite)
}

/// `bob` sends the call on to `target`.
fn refer(bob: &Script, invite: &Message, number: u32, target: &str, more: &str) {
    let contact = format!("Contact: <sip:script@127.0.0.1:{}>\r\n", bob.port);
    let more = format!("Refer-To: <{target}>\r\n{contact}{more}");
    bob.request_with(invite, "b", "REFER", number, &more, "");
}

/// Answers BYE, whatever comes before it.
fn hung_up(peer: &Script) {
    let bye = peer.find("BYE");
    peer.answer(&bye, "200 OK", "", "", "");
}

/// A name server that answers when it is told to, that every name is 127.0.0.1.
struct Slow(UdpSocket);

impl Slow {
    fn new() -> Self {
        let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
        socket.set_read_timeout(Some(DEADLINE)).unwrap();
        Slow(socket)
    }

    fn asked(&self) -> (Vec<u8>, SocketAddr) {
        let mut buffer = [0; 512];
        let (length, from) = self.0.recv_from(&mut buffer).unwrap();
        (buffer[..length].to_vec(), from)
    }

    fn answer(&self, (mut query, from): (Vec<u8>, SocketAddr)) {
        let name = query[12..].iter().position(|byte| *byte == 0).unwrap();
        let end = 12 + name + 5;
        let is_address = query[end - 4..end - 2] == [0, 1];
        query.truncate(end);
        query[2..12].copy_from_slice(&[0x81, 0x80, 0, 1, 0, u8::from(is_address), 0, 0, 0, 0]);
        if is_address {
            query.extend([0xC0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 127, 0, 0, 1]);
        }
        self.0.send_to(&query, from).unwrap();
    }

    fn serve(self) {
        std::thread::spawn(move || {
            let mut buffer = [0; 512];
            while let Ok((length, from)) = self.0.recv_from(&mut buffer) {
                self.answer((buffer[..length].to_vec(), from));
            }
        });
    }
}

#[test]
fn nobody_is_called_for_a_call_that_was_hung_up_meanwhile() {
    let names = Slow::new();
    let dns = names.0.local_addr().unwrap();
    let phone = Phone::open(&format!("dns = '{dns}'"));
    let (bob, carol) = (Script::new(), Script::new());
    let (call, invite) = connected(&phone, &bob);
    refer(
        &bob,
        &invite,
        1,
        &format!("sip:first@slow.test:{}", carol.port),
        "",
    );
    let query = names.asked();
    call.disconnect(DropReason::Normal).unwrap();
    // Its BYE is under way for as long as nobody answers it.
    let bye = bob.find("BYE");
    names.answer(query);
    names.serve();
    let second = phone.call(&format!("sip:second@slow.test:{}", carol.port));
    second.connect(false).unwrap();
    let called = carol.find("INVITE");
    assert!(
        called.text.starts_with("INVITE sip:second@"),
        "{}",
        called.text
    );
    bob.answer(&bye, "200 OK", "", "", "");
    carol.answer(&called, "486 Busy Here", "c", "", "");
    phone.expect_end(&second);
}

#[test]
fn a_call_goes_on_whatever_becomes_of_who_sent_it() {
    let phone = Phone::open("");
    let (bob, carol) = (Script::new(), Script::new());
    let (call, invite) = connected(&phone, &bob);
    refer(
        &bob,
        &invite,
        1,
        &format!("sip:carol@127.0.0.1:{}", carol.port),
        "",
    );
    let moved = carol.find("INVITE");
    carol.ring(&moved);
    std::thread::scope(|scope| {
        let holding = scope.spawn(|| call.hold());
        let change = bob.find("INVITE");
        // Bob is gone, and knows of no call.
        bob.answer(&change, "481 Call Does Not Exist", "", "", "");
        assert!(holding.join().unwrap().is_err());
    });
    carol.accept(&moved, "c");
    carol.find("ACK");
    assert_eq!(call.call.state(), State::Connected);
    call.disconnect(DropReason::Normal).unwrap();
    hung_up(&carol);
}

#[test]
fn a_call_is_sent_to_one_at_a_time() {
    let phone = Phone::open("");
    let (bob, carol) = (Script::new(), Script::new());
    let (call, invite) = connected(&phone, &bob);
    let to = format!("sip:carol@127.0.0.1:{}", carol.port);
    // Who wants no news of it could ask for a hundred.
    refer(&bob, &invite, 1, &to, "Refer-Sub: false\r\n");
    bob.find("202");
    let moved = carol.find("INVITE");
    carol.ring(&moved);
    refer(&bob, &invite, 2, &to, "Refer-Sub: false\r\n");
    bob.find("603");
    call.disconnect(DropReason::Normal).unwrap();
    carol.find("CANCEL");
}

#[test]
fn who_is_called_instead_learns_no_more_than_the_first() {
    let phone = Phone::open("public_address = '192.0.2.7'");
    let (bob, carol) = (Script::new(), Script::new());
    let call = phone.call(&format!("sip:bob@127.0.0.1:{}", bob.port));
    call.call
        .set_number(Number::CallParamsFlags, BLOCK_ID)
        .unwrap();
    call.connect(false).unwrap();
    let invite = bob.find("INVITE");
    assert!(
        invite.header("From").contains("anonymous"),
        "{}",
        invite.text
    );
    let contact = format!("<sip:anonymous@127.0.0.1:{}>", phone.port);
    let invite = Message {
        text: invite.text.replace(invite.header("Contact"), &contact),
        ..invite
    };
    bob.accept(&invite, "b");
    phone.expect(&call, State::Connected);
    refer(
        &bob,
        &invite,
        1,
        &format!("sip:carol@127.0.0.1:{}", carol.port),
        "",
    );
    let moved = carol.find("INVITE");
    assert!(moved.header("From").contains("anonymous"), "{}", moved.text);
    assert!(!moved.text.contains("alice"), "{}", moved.text);
    assert!(moved.text.contains("c=IN IP4 192.0.2.7"), "{}", moved.text);
    call.disconnect(DropReason::Normal).unwrap();
}

#[test]
fn a_consultation_that_has_moved_ends_with_its_transfer() {
    let phone = Phone::open("");
    let (bob, carol, dave) = (Script::new(), Script::new(), Script::new());
    let (original, invite) = connected(&phone, &bob);
    std::thread::scope(|scope| {
        let holding = scope.spawn(|| original.hold());
        let change = bob.find("INVITE");
        bob.accept(&change, "b");
        holding.join().unwrap().unwrap();
    });
    let (consult, consulted) = connected(&phone, &carol);
    std::thread::scope(|scope| {
        let consulting = scope.spawn(|| {
            original.transfer(&consult, false).unwrap();
            consult.finish(tapi3::engine::FinishMode::Transfer)
        });
        let asked = bob.find("REFER");
        bob.answer(&asked, "202 Accepted", "", "", "");
        // Carol hands her end to Dave while Bob is on his way.
        let own_tag = consulted.header("From").split_once("tag=").unwrap().1;
        let id = consulted.header("Call-ID");
        dave.invite(
            phone.port,
            &format!("Replaces: {id};to-tag={own_tag};from-tag=b\r\n"),
        );
        let taken = dave.find("200");
        dave.ack(&taken);
        hung_up(&carol);
        let news = "Event: refer\r\nSubscription-State: terminated\r\n\
                    Content-Type: message/sipfrag\r\n";
        bob.request_with(&invite, "b", "NOTIFY", 2, news, "SIP/2.0 200 OK\r\n");
        consulting.join().unwrap().unwrap();
    });
    phone.expect_end(&consult);
    hung_up(&bob);
    hung_up(&dave);
}

#[test]
fn who_is_there_after_a_transfer_is_whom_the_server_names() {
    let server = Script::new();
    let phone = Phone::open(&format!("outbound_proxy = '127.0.0.1:{}'", server.port));
    let (call, invite) = connected(&phone, &server);
    refer(&server, &invite, 1, "sip:carol@127.0.0.1", "");
    let moved = server.find("INVITE");
    let more = format!(
        "Contact: <sip:x7f3@127.0.0.1:{}>\r\nP-Asserted-Identity: \"Carol\" <sip:carol@127.0.0.1>\r\n",
        server.port
    );
    server.answer(&moved, "200 OK", "c", &more, SDP);
    until("Carol is there", || {
        let party = call.call.party(PartyId::Connected).unwrap();
        (party.name.as_str(), party.number.as_str()) == ("Carol", "carol")
    });
    call.disconnect(DropReason::Normal).unwrap();
}

#[test]
fn whoever_wants_to_stay_unknown_does_when_it_sends_the_call_on() {
    let phone = Phone::open("");
    let bob = Script::new();
    let call = phone.call(&format!("sip:bob@127.0.0.1:{}", bob.port));
    call.call
        .set_number(Number::CallParamsFlags, BLOCK_ID)
        .unwrap();
    call.connect(false).unwrap();
    let invite = bob.find("INVITE");
    bob.accept(&invite, "b");
    phone.expect(&call, State::Connected);
    std::thread::scope(|scope| {
        let sending = scope.spawn(|| call.blind_transfer("carol@example.com"));
        let asked = bob.find("REFER");
        assert!(
            asked.text.contains("Referred-By: <sip:anonymous@"),
            "{}",
            asked.text
        );
        assert!(!asked.text.contains("alice"), "{}", asked.text);
        bob.answer(&asked, "202 Accepted", "", "Refer-Sub: false\r\n", "");
        sending.join().unwrap().unwrap();
    });
    hung_up(&bob);
}
