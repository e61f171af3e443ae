//! How lines find their servers: NAPTR, SRV and addresses of a name server, and the next one when
//! one does not answer.

mod support;

use support::free_port;
use support::kamailio::{DOMAIN, Kamailio};
use support::names::Names;
use support::phone::Phone;
use support::sipp::Sipp;
use tapi3::engine::{DropReason, State};

/// Servers for UDP under `one` and `two`, in this order.
fn records(first: u16, second: u16) -> String {
    format!(
        "naptr-record={DOMAIN},10,50,s,SIP+D2U,,_sip._udp.{DOMAIN}\n\
         srv-host=_sip._udp.{DOMAIN},one.{DOMAIN},{first},10,50\n\
         srv-host=_sip._udp.{DOMAIN},two.{DOMAIN},{second},20,50\n\
         host-record=one.{DOMAIN},127.0.0.1\nhost-record=two.{DOMAIN},127.0.0.1\n"
    )
}

/// A line of that domain which asks this name server.
fn line(names: &Names, settings: &str) -> Phone {
    let port = free_port();
    let text = format!(
        "uri = 'sip:alice@{DOMAIN}'\nlisten = '127.0.0.1:{port}'\n{}{settings}",
        names.asked()
    );
    Phone::with(port, &text)
}

fn calls_and_hangs_up(phone: &Phone, user: &str) {
    let call = phone.call(&format!("sip:{user}@{DOMAIN}"));
    call.connect(false).unwrap();
    phone.expect(&call, State::Connected);
    call.disconnect(DropReason::Normal).unwrap();
}

#[test]
fn the_first_server_is_called() {
    let peer = Sipp::called("answers", &[]);
    let names = Names::start(&records(peer.port, free_port()));
    calls_and_hangs_up(&line(&names, ""), "bob");
    peer.passed();
}

#[test]
fn the_second_is_called_when_the_first_is_silent_or_gone() {
    let silent = std::net::UdpSocket::bind("127.0.0.1:0").unwrap();
    for first in [silent.local_addr().unwrap().port(), free_port()] {
        let peer = Sipp::called("answers", &[]);
        let names = Names::start(&records(first, peer.port));
        calls_and_hangs_up(&line(&names, "t1 = '20ms'"), "bob");
        peer.passed();
    }
}

/// Its machine says so: nobody waits for the 64 seconds that silence takes here.
#[test]
fn the_second_is_called_soon_when_nobody_listens_at_the_first() {
    let peer = Sipp::called("answers", &[]);
    let names = Names::start(&records(free_port(), peer.port));
    calls_and_hangs_up(&line(&names, "t1 = '1s'"), "bob");
    peer.passed();
}

#[test]
fn the_second_is_called_when_the_first_is_out_of_service() {
    let first = Sipp::called("refuses", &[("status", "503 Service Unavailable")]);
    let peer = Sipp::called("answers", &[]);
    let names = Names::start(&records(first.port, peer.port));
    calls_and_hangs_up(&line(&names, ""), "bob");
    first.passed();
    peer.passed();
}

#[test]
fn answers_are_kept_for_their_time() {
    let peer = Sipp::called_with("answers", &[], &["-m", "3"]);
    let lasting = format!("local-ttl=300\n{}", records(peer.port, free_port()));
    let names = Names::start(&lasting);
    let phone = line(&names, "");
    for _ in 0..3 {
        calls_and_hangs_up(&phone, "bob");
    }
    peer.passed();
    assert_eq!(names.queries("SRV", &format!("_sip._udp.{DOMAIN}")), 1);
}

#[test]
fn a_server_that_wants_tcp_is_called_by_tcp() {
    let peer = Sipp::called_by_tcp("answers", &[]);
    let names = Names::start(&format!(
        "naptr-record={DOMAIN},10,50,s,SIP+D2T,,_sip._tcp.{DOMAIN}\n\
         srv-host=_sip._tcp.{DOMAIN},one.{DOMAIN},{},10,50\nhost-record=one.{DOMAIN},127.0.0.1\n",
        peer.port
    ));
    calls_and_hangs_up(&line(&names, ""), "bob");
    peer.passed();
}

#[test]
fn a_registration_moves_to_the_second_server_and_calls_with_it() {
    let mut first = Kamailio::start("MD5");
    let second = Kamailio::start("MD5");
    let names = Names::start(&records(first.port, second.port));
    let quick = "register = true\npassword = 'secret'\nexpires = 2\nt1 = '20ms'";
    let phone = line(&names, quick);
    first.expect("alice is here by udp", 1);
    phone.expect_service(true);
    first.stop();
    // At its next refresh.
    second.expect("alice is here by udp", 1);
    phone.expect_service(true);
    // Somebody who is called there.
    let port = free_port();
    let bob = Phone::with(port, &second.line("bob", port));
    second.expect("bob is here by udp", 1);
    let call = phone.call("bob");
    call.connect(false).unwrap();
    let taken = bob.incoming();
    taken.answer().unwrap();
    phone.expect(&call, State::Connected);
    call.disconnect(DropReason::Normal).unwrap();
    second.expect("routed BYE", 1);
}

#[test]
fn a_server_that_restarts_is_registered_with_anew() {
    let mut server = Kamailio::start("MD5");
    let port = free_port();
    let settings = server.line("alice", port) + "expires = 2\nt1 = '20ms'";
    let phone = Phone::with(port, &settings);
    server.expect("alice is here by udp", 1);
    server.stop();
    phone.expect_service(false);
    let before = server.said("alice is here by udp");
    server.start_again();
    server.expect("alice is here by udp", before + 1);
    phone.expect_service(true);
}
