//! Lines behind address translators: their address outside, and ways that are kept open.

mod support;

use std::net::{Ipv4Addr, SocketAddr, UdpSocket};
use support::phone::Phone;
use support::script::{Message, Script};

/// A STUN server that says what the test wants.
struct Stun(UdpSocket);

impl Stun {
    fn new() -> Self {
        let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
        socket.set_read_timeout(Some(support::DEADLINE)).unwrap();
        Stun(socket)
    }

    fn port(&self) -> u16 {
        self.0.local_addr().unwrap().port()
    }

    /// Waits for a question.
    fn question(&self) -> (Vec<u8>, SocketAddr) {
        let mut datagram = [0; 512];
        let (length, from) = self.0.recv_from(&mut datagram).unwrap();
        (datagram[..length].to_vec(), from)
    }

    /// Answers all from now on. One that was sent again is no new one.
    fn serve(self, ip: Ipv4Addr, port: u16) {
        std::thread::spawn(move || {
            let mut datagram = [0; 512];
            while let Ok((length, from)) = self.0.recv_from(&mut datagram) {
                self.answer(&(datagram[..length].to_vec(), from), ip, port);
            }
        });
    }

    /// Answers one with this address (RFC 8489 §14.2).
    fn answer(&self, (question, from): &(Vec<u8>, SocketAddr), ip: Ipv4Addr, port: u16) {
        let cookie = 0x2112_A442_u32;
        let mut answer = vec![0x01, 0x01, 0, 12];
        answer.extend(&question[4..20]);
        answer.extend([0, 0x20, 0, 8, 0, 1]);
        answer.extend((port ^ 0x2112).to_be_bytes());
        answer.extend((u32::from(ip) ^ cookie).to_be_bytes());
        self.0.send_to(&answer, from).unwrap();
    }
}

fn grant(registrar: &Script, register: &Message) {
    let contact = format!("Contact: {};expires=600\r\n", register.header("Contact"));
    registrar.answer(register, "200 OK", "r", &contact, "");
}

#[test]
fn a_line_registers_with_the_address_that_a_stun_server_sees() {
    let (stun, registrar) = (Stun::new(), Script::new());
    let phone = Phone::open(&format!(
        "registrar = '127.0.0.1:{}'\nregister = true\nstun_server = '127.0.0.1:{}'\nt1 = '50ms'",
        registrar.port,
        stun.port()
    ));
    let question = stun.question();
    assert_eq!(question.1.port(), phone.port);
    // What is no answer to the question changes nothing.
    let mut other = question.clone();
    other.0[8] ^= 1;
    stun.answer(&other, Ipv4Addr::new(203, 0, 113, 66), 6666);
    stun.answer(&question, Ipv4Addr::new(203, 0, 113, 7), 40_000);
    let register = registrar.expect("REGISTER");
    assert_eq!(register.contact(), "sip:alice@203.0.113.7:40000");
    // A refusal may come from another network: it is asked again, and the next one says what is so.
    registrar.answer(&register, "503 Later", "r", "Retry-After: 1\r\n", "");
    stun.serve(Ipv4Addr::new(203, 0, 113, 8), 40_001);
    let end = std::time::Instant::now() + support::DEADLINE;
    let register = loop {
        let register = registrar.before(end).expect("a REGISTER");
        if register.contact() == "sip:alice@203.0.113.8:40001" {
            break register;
        }
        registrar.answer(&register, "503 Later", "r", "Retry-After: 1\r\n", "");
    };
    grant(&registrar, &register);
    phone.expect_service(true);
    // Calls say it too, for themselves and for their sound.
    phone.call("1001").connect(false).unwrap();
    let invite = registrar.find("INVITE");
    assert_eq!(invite.contact(), "sip:alice@203.0.113.8:40001");
    assert!(
        invite.text.contains("\r\nc=IN IP4 203.0.113.8\r\n"),
        "{}",
        invite.text
    );
}

#[test]
fn a_stun_server_that_is_silent_is_no_obstacle() {
    let (stun, registrar) = (Stun::new(), Script::new());
    let phone = Phone::open(&format!(
        "registrar = '127.0.0.1:{}'\nregister = true\nstun_server = '127.0.0.1:{}'",
        registrar.port,
        stun.port()
    ));
    let register = registrar.expect("REGISTER");
    assert_eq!(
        register.contact(),
        format!("sip:alice@127.0.0.1:{}", phone.port)
    );
    grant(&registrar, &register);
    phone.expect_service(true);
}

#[test]
fn the_way_to_the_registrar_is_kept_open() {
    let registrar = Script::new();
    let phone = Phone::open(&format!(
        "registrar = '127.0.0.1:{}'\nregister = true\nkeep_alive = '1s'",
        registrar.port
    ));
    grant(&registrar, &registrar.expect("REGISTER"));
    for _ in 0..2 {
        assert_eq!(registrar.find_again("\r\n\r\n").from.port(), phone.port);
    }
}
