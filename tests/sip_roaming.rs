//! A machine whose address changes while its line is registered and its call is up. The machines are
//! network namespaces: root may make such; others leave this out.

#[path = "support/networks.rs"]
mod networks;
mod support;

use networks::{Networks, on_telephones};
use std::io::{BufRead, BufReader, Write};
use std::net::{IpAddr, TcpListener, TcpStream, UdpSocket};
use support::phone::Phone;
use support::script::{Message, Script};
use support::{DEADLINE, child};
use tapi3::engine::{Cause, DropReason, State};

/// The machines: ours, the far end's, and one that is not there, whose address ours gets.
const OURS: u8 = 1;
const FAR: u8 = 2;
const NEW: u8 = 3;

const PORT: u16 = 5060;

/// A server and a far end on the other machine, and a socket for its sound.
struct Far {
    host: String,
    registrar: Script,
    bob: Script,
    sound: UdpSocket,
}

impl Far {
    fn new() -> Self {
        let host = on_telephones(FAR);
        let sound = UdpSocket::bind((host.as_str(), 0)).unwrap();
        sound.set_read_timeout(Some(DEADLINE)).unwrap();
        let (registrar, bob) = (Script::at(&host), Script::at(&host));
        Far {
            host,
            registrar,
            bob,
            sound,
        }
    }

    /// Registers the address that a request is for.
    fn grant(&self, register: &Message) {
        let contact = format!("Contact: {};expires=3600\r\n", register.header("Contact"));
        self.registrar.answer(register, "200 OK", "r", &contact, "");
    }

    fn accept(&self, invite: &Message) {
        let host = &self.host;
        let contact = format!("Contact: <sip:bob@{host}:{}>\r\n", self.bob.port);
        let sdp = format!(
            "v=0\r\no=- 1 1 IN IP4 {host}\r\ns=-\r\nc=IN IP4 {host}\r\nt=0 0\r\n\
             m=audio {} RTP/AVP 0\r\n",
            self.sound.local_addr().unwrap().port()
        );
        self.bob.answer(invite, "200 OK", "b", &contact, &sdp);
    }

    /// Waits until sound comes from this machine.
    fn hears(&self, machine: u8) {
        let wanted: IpAddr = on_telephones(machine).parse().unwrap();
        let mut packet = [0; 2048];
        let end = std::time::Instant::now() + DEADLINE;
        while self.sound.recv_from(&mut packet).unwrap().1.ip() != wanted {
            assert!(std::time::Instant::now() < end, "no sound from {wanted}");
        }
    }
}

fn contact(machine: u8) -> String {
    format!("sip:alice@{}:{PORT}", on_telephones(machine))
}

#[test]
fn a_line_and_its_call_go_on_at_a_new_address() {
    let Some(machines) = Networks::of(2) else {
        return;
    };
    machines.on(FAR, || roam(&machines));
}

fn roam(machines: &Networks) {
    let far = Far::new();
    let text = format!(
        "uri = 'sip:alice@{host}'\nlisten = '0.0.0.0:{PORT}'\nregistrar = '{host}:{}'\nregister = true",
        far.registrar.port,
        host = far.host,
    );
    let phone = machines.on(OURS, || Phone::with(PORT, &text));
    let register = far.registrar.expect("REGISTER");
    assert_eq!(register.contact(), contact(OURS));
    far.grant(&register);
    phone.expect_service(true);
    let call = phone.call(&format!("sip:bob@{}:{}", far.host, far.bob.port));
    call.connect(false).unwrap();
    let invite = far.bob.find("INVITE");
    assert_eq!(invite.contact(), contact(OURS));
    far.accept(&invite);
    phone.expect(&call, State::Connected);
    far.hears(OURS);
    machines.renumber(OURS, NEW);
    // The registrar has the new address, and no longer the old one.
    let register = far.registrar.find("REGISTER");
    let old = format!("Contact: <{}>;expires=0\r\n", contact(OURS));
    assert_eq!(register.contact(), contact(NEW));
    assert!(register.text.contains(&old), "{}", register.text);
    far.grant(&register);
    // So has the far end of the call, which sends its sound there.
    let change = far.bob.find("INVITE");
    let here = format!("c=IN IP4 {}\r\n", on_telephones(NEW));
    assert_eq!(change.contact(), contact(NEW));
    assert!(change.text.contains(&here), "{}", change.text);
    far.accept(&change);
    far.bob.find("ACK");
    far.hears(NEW);
    assert_eq!(call.call.state(), State::Connected);
    call.disconnect(DropReason::Normal).unwrap();
    let bye = far.bob.find("BYE");
    assert_eq!(bye.from.ip().to_string(), on_telephones(NEW));
    far.bob.answer(&bye, "200 OK", "", "", "");
    assert_eq!(phone.expect_end(&call), Cause::Normal);
}

#[test]
fn a_connection_is_made_anew_from_a_new_address() {
    let Some(machines) = Networks::of(2) else {
        return;
    };
    machines.on(FAR, || reconnect(&machines));
}

fn reconnect(machines: &Networks) {
    let host = on_telephones(FAR);
    let registrar = TcpListener::bind((host.as_str(), 0)).unwrap();
    let text = format!(
        "uri = 'sip:alice@{host}'\nlisten = '0.0.0.0:{PORT}'\ntransport = 'tcp'\nregister = true\n\
         registrar = '{host}:{}'",
        registrar.local_addr().unwrap().port(),
    );
    let phone = machines.on(OURS, || Phone::with(PORT, &text));
    let first = registers(&registrar, OURS);
    phone.expect_service(true);
    machines.renumber(OURS, NEW);
    // Nothing is said to the old connection, and nobody waits until that breaks by itself.
    let second = registers(&registrar, NEW);
    assert!(phone.line.in_service());
    drop((first, second));
}

/// Takes the next connection and the registration that comes over it, which is for this address. A
/// connection that breaks by itself does so later than is waited here.
fn registers(registrar: &TcpListener, machine: u8) -> TcpStream {
    let mut came = None;
    registrar.set_nonblocking(true).unwrap();
    support::until("the line connects", || {
        came = registrar.accept().ok();
        came.is_some()
    });
    let (mut stream, from) = came.unwrap();
    stream.set_nonblocking(false).unwrap();
    assert_eq!(from.ip().to_string(), on_telephones(machine));
    stream.set_read_timeout(Some(DEADLINE)).unwrap();
    let lines = BufReader::new(&stream).lines().map(Result::unwrap);
    let lines: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
    assert!(lines[0].starts_with("REGISTER "), "{lines:?}");
    let copied = ["Via:", "From:", "To:", "Call-ID:", "CSeq:"];
    let mut answer = String::from("SIP/2.0 200 OK\r\n");
    for line in &lines {
        let is_ours = line.contains(&contact(machine));
        if copied.iter().any(|name| line.starts_with(name)) {
            answer.push_str(&format!("{line}\r\n"));
        } else if line.starts_with("Contact:") && is_ours {
            answer.push_str(&format!("{line};expires=3600\r\n"));
        }
    }
    assert!(answer.contains("Contact:"), "{lines:?}");
    answer.push_str("Content-Length: 0\r\n\r\n");
    stream.write_all(answer.as_bytes()).unwrap();
    stream
}
