//! Calls over TLS, from and to peers that were made without us. Debian's SIPp
//! speaks no TLS, and its sipsak none of version 1.3.

mod support;

use support::baresip::Baresip;
use support::certificates::Certificates;
use support::kamailio::Kamailio;
use support::phone::Phone;
use support::{free_port, is_listening, until};
use tapi3::engine::{Cause, DropReason, State};

/// A telephone that listens for TLS, on the port after its own, with this certificate.
fn baresip(certificates: &Certificates, account: &str) -> (Baresip, u16) {
    let port = free_port();
    let config = format!(
        "sip_certificate {}\nsip_cafile {}\n",
        certificates.path("both.pem"),
        certificates.path("authority.pem")
    );
    let account = format!("<sip:bob@127.0.0.1:{port};transport=tls>;regint=0{account}");
    let peer = Baresip::listening(port, &account, &config);
    until("baresip listens for TLS", || is_listening(port + 1));
    (peer, port + 1)
}

/// A line that listens for TLS at the second port.
fn line(certificates: &Certificates) -> (Phone, u16) {
    let port = free_port();
    let settings = format!(
        "transport = 'tls'\ntls_listen = '127.0.0.1:{port}'\n{}{}",
        certificates.believed(),
        certificates.shown()
    );
    (Phone::open(&settings), port)
}

#[test]
fn baresip_answers_and_either_end_hangs_up() {
    let certificates = Certificates::new();
    let (phone, _) = line(&certificates);
    let (mut peer, port) = baresip(&certificates, ";answermode=auto");
    for we_do in [true, false] {
        let call = phone.dial(port);
        phone.expect(&call, State::Connected);
        peer.expect("CALL_ESTABLISHED");
        if we_do {
            call.disconnect(DropReason::Normal).unwrap();
            peer.expect("CALL_CLOSED");
        } else {
            peer.command("hangup", "");
        }
        assert_eq!(phone.expect(&call, State::Disconnected), Cause::Normal);
    }
}

#[test]
fn baresip_calls_and_either_end_hangs_up() {
    let certificates = Certificates::new();
    let (phone, port) = line(&certificates);
    let (mut peer, _) = baresip(&certificates, "");
    for we_do in [true, false] {
        peer.command("dial", &format!("sip:alice@127.0.0.1:{port};transport=tls"));
        let call = phone.incoming();
        call.answer().unwrap();
        phone.expect(&call, State::Connected);
        peer.expect("CALL_ESTABLISHED");
        if we_do {
            call.disconnect(DropReason::Normal).unwrap();
            peer.expect("CALL_CLOSED");
        } else {
            peer.command("hangup", "");
        }
        assert_eq!(phone.expect(&call, State::Disconnected), Cause::Normal);
    }
}

#[test]
fn a_peer_whose_certificate_nobody_vouches_for_is_not_called() {
    let (phone, _) = line(&Certificates::new());
    let (_peer, port) = baresip(&Certificates::new(), ";answermode=auto");
    let call = phone.dial(port);
    assert_eq!(phone.expect_end(&call), Cause::Failed);
}

#[test]
fn a_certificate_for_another_name_is_refused() {
    let certificates = Certificates::naming("DNS:elsewhere.test");
    let (phone, _) = line(&certificates);
    let (_peer, port) = baresip(&certificates, ";answermode=auto");
    let call = phone.dial(port);
    assert_eq!(phone.expect_end(&call), Cause::Failed);
}

#[test]
fn a_line_registers_with_kamailio_and_is_called_there() {
    let certificates = Certificates::new();
    let [certificate, key] = ["certificate.pem", "certificate.key"].map(|f| certificates.path(f));
    let server = Kamailio::with_tls(&certificate, &key);
    let lines = ["alice", "carol"].map(|user| {
        let port = free_port();
        let settings = server.line_by_tls(user, port) + &certificates.believed();
        let phone = Phone::with(port, &settings);
        server.expect(&format!("{user} is here by tls"), 1);
        phone
    });
    let [alice, carol] = lines;
    let call = alice.call("carol");
    call.connect(false).unwrap();
    let taken = carol.incoming();
    taken.answer().unwrap();
    alice.expect(&call, State::Connected);
    server.expect("INVITE for carol by tls", 1);
    call.disconnect(DropReason::Normal).unwrap();
    assert_eq!(carol.expect_end(&taken), Cause::Normal);
    server.expect("routed BYE", 1);
    drop(alice);
    server.expect("alice is gone", 1);
}

#[test]
fn a_connection_that_says_nothing_keeps_nobody_from_calling() {
    let certificates = Certificates::new();
    let (phone, port) = line(&certificates);
    let _silent: Vec<_> = (0..20)
        .map(|_| std::net::TcpStream::connect(("127.0.0.1", port)).unwrap())
        .collect();
    let (mut peer, _) = baresip(&certificates, "");
    peer.command("dial", &format!("sip:alice@127.0.0.1:{port};transport=tls"));
    let call = phone.incoming();
    call.disconnect(DropReason::Rejected).unwrap();
    peer.expect("CALL_CLOSED");
    assert!(phone.close() < support::DEADLINE);
}
