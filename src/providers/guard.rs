//! Until when lines may act that others may have afterwards.

use rustix::time::{ClockId, clock_gettime};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// A moment that can be moved, on a clock that goes on while the machine sleeps. What a line sends it
/// sends only before that, but for the ends of its calls, which nobody else can tell the far ends; a
/// line of EWS, which nobody else would miss, begins calls only before that.
#[derive(Debug, Clone, Default)]
pub struct Guard(Arc<AtomicU64>);

/// The time on that clock.
pub fn now() -> Duration {
    let time = clock_gettime(ClockId::Boottime);
    // It begins with 0 when the machine does.
    let seconds = u64::try_from(time.tv_sec).unwrap_or_default();
    let nanoseconds = u32::try_from(time.tv_nsec).unwrap_or_default();
    Duration::new(seconds, nanoseconds)
}

impl Guard {
    /// Moves it.
    pub fn set(&self, until: Duration) {
        let until = u64::try_from(until.as_nanos()).unwrap_or(u64::MAX);
        self.0.store(until, Ordering::Release);
    }

    /// Whether nothing may be done any more.
    pub fn is_over(&self) -> bool {
        self.left().is_zero()
    }

    /// How long something may be done still, if the moment is not moved.
    pub fn left(&self) -> Duration {
        let until = Duration::from_nanos(self.0.load(Ordering::Acquire));
        until.saturating_sub(now())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{
        Call, CallHandle, DropReason, Engine, ErrorKind, ManualClock, Settings, State,
    };
    use crate::providers::{ews, sip};
    use std::net::{SocketAddr, TcpListener, UdpSocket};
    use tapi3_common::media::AUDIO;

    /// How long something may take that must come.
    const DEADLINE: Duration = Duration::from_secs(60);

    /// The end of what was sent before.
    const MARK: &str = "that is all";

    /// A registrar that says nothing of itself.
    struct Registrar(UdpSocket);

    impl Registrar {
        fn new() -> Self {
            let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
            socket.set_read_timeout(Some(DEADLINE)).unwrap();
            Registrar(socket)
        }

        fn next(&self) -> (String, SocketAddr) {
            let mut buffer = [0; 8192];
            let (length, from) = self.0.recv_from(&mut buffer).unwrap();
            (String::from_utf8(buffer[..length].to_vec()).unwrap(), from)
        }

        /// Says yes to the next question, for so many seconds. Returns what was asked.
        fn accept(&self, seconds: u32) -> String {
            let (asked, from) = self.next();
            assert!(asked.starts_with("REGISTER"), "{asked}");
            let same = ["Via", "From", "To", "Call-ID", "CSeq", "Contact"];
            let same = same.map(|name| header(&asked, name));
            let answer = format!(
                "SIP/2.0 200 OK\r\n{}\r\nExpires: {seconds}\r\nContent-Length: 0\r\n\r\n",
                same.join("\r\n")
            );
            self.0.send_to(answer.as_bytes(), from).unwrap();
            asked
        }

        /// Returns when the station has understood that it is registered: it asks once more, in good
        /// time, which is left without an answer.
        fn registered(&self) {
            let first = self.accept(2);
            let is_same = |text: &str| header(text, "CSeq") == header(&first, "CSeq");
            while is_same(&self.next().0) {}
        }

        /// All that was sent until now.
        fn rest(&self) -> Vec<String> {
            let sent = rest(&self.0).into_iter();
            sent.map(|bytes| String::from_utf8(bytes).unwrap())
                .collect()
        }

        /// Answers what was asked from there, as the called party.
        fn answer(&self, (asked, from): &(String, SocketAddr), status: &str, more: &str) {
            let same = ["Via", "From", "To", "Call-ID", "CSeq"];
            let same = same.map(|name| header(asked, name));
            let tag = if same[2].contains(";tag=") {
                ""
            } else {
                ";tag=far"
            };
            let (before, after) = (same[..3].join("\r\n"), same[3..].join("\r\n"));
            let here = self.0.local_addr().unwrap();
            let answer = format!(
                "SIP/2.0 {status}\r\n{before}{tag}\r\n{after}\r\n\
                 Contact: <sip:bob@{here}>\r\n{more}"
            );
            self.0.send_to(answer.as_bytes(), from).unwrap();
        }
    }

    /// All that was sent to a socket until now.
    fn rest(socket: &UdpSocket) -> Vec<Vec<u8>> {
        let marker = UdpSocket::bind("127.0.0.1:0").unwrap();
        let here = socket.local_addr().unwrap();
        marker.send_to(MARK.as_bytes(), here).unwrap();
        let mut buffer = [0; 8192];
        let sent = std::iter::repeat_with(|| {
            let length = socket.recv(&mut buffer).unwrap();
            buffer[..length].to_vec()
        });
        sent.take_while(|bytes| bytes != MARK.as_bytes()).collect()
    }

    /// A line with a guard that is not over, and a call of it to `far`, which has the INVITE.
    fn calling(guard: &Guard, far: &Registrar) -> (Arc<Engine>, CallHandle, (String, SocketAddr)) {
        guard.set(now() + DEADLINE * 60);
        // With such a time the wire has nothing to do by itself for minutes.
        let engine = open_with(guard, "t1 = '4s'");
        let line = engine.lines().unwrap().pop().unwrap();
        let client = engine.add_client("test".to_owned()).unwrap();
        let to = format!("sip:bob@{}", far.0.local_addr().unwrap());
        let call = Call::outgoing(&client, &line, to, AUDIO, 1).unwrap();
        call.attach().unwrap();
        call.connect(false).unwrap();
        let invite = far.next();
        assert!(invite.0.starts_with("INVITE "), "{}", invite.0);
        (engine, call, invite)
    }

    fn header(message: &str, name: &str) -> String {
        let mut lines = message.lines();
        lines
            .find(|line| line.starts_with(name))
            .unwrap()
            .to_owned()
    }

    fn open(guard: &Guard, registrar: &Registrar) -> Arc<Engine> {
        let port = registrar.0.local_addr().unwrap().port();
        open_with(
            guard,
            &format!("register = true\nregistrar = '127.0.0.1:{port}'"),
        )
    }

    fn open_with(guard: &Guard, more: &str) -> Arc<Engine> {
        let engine = Engine::new(Arc::new(ManualClock::new()), Settings::default());
        let text = format!("uri = 'sip:desk@127.0.0.1'\nlisten = '127.0.0.1:0'\n{more}");
        let settings = toml::from_str(&text).unwrap();
        let lines = vec![("desk".to_owned(), settings)];
        sip::open_guarded(&engine, lines, Some(guard)).unwrap();
        engine
    }

    fn close(engine: &Engine) {
        let lines = engine.lines().unwrap();
        lines.iter().for_each(|line| line.provider().close());
    }

    #[test]
    fn a_line_takes_its_registration_back_while_it_may() {
        let (guard, registrar) = (Guard::default(), Registrar::new());
        guard.set(now() + DEADLINE * 60);
        let engine = open(&guard, &registrar);
        registrar.registered();
        let closing = std::thread::spawn(move || close(&engine));
        while !header(&registrar.accept(3600), "Expires").ends_with(" 0") {}
        closing.join().unwrap();
    }

    #[test]
    fn a_line_sends_nothing_once_its_guard_is_over() {
        let (guard, registrar) = (Guard::default(), Registrar::new());
        guard.set(now() + DEADLINE * 60);
        let engine = open(&guard, &registrar);
        registrar.registered();
        guard.set(now());
        // What was being sent at that moment.
        registrar.rest();
        close(&engine);
        assert_eq!(registrar.rest(), Vec::<String>::new());
    }

    #[test]
    fn a_call_that_rings_when_its_guard_is_over_is_given_up() {
        let (guard, far) = (Guard::default(), Registrar::new());
        let (engine, call, invite) = calling(&guard, &far);
        far.answer(
            &invite,
            "180 Ringing",
            "Require: 100rel\r\nRSeq: 1\r\nContent-Length: 0\r\n\r\n",
        );
        // Once this comes, nobody waits with a CANCEL.
        let prack = far.next();
        assert!(prack.0.starts_with("PRACK "), "{}", prack.0);
        far.answer(&prack, "200 OK", "Content-Length: 0\r\n\r\n");
        guard.set(now());
        far.rest();
        call.hang_up(DropReason::Normal).unwrap();
        let cancel = far.next();
        assert!(cancel.0.starts_with("CANCEL "), "{}", cancel.0);
        far.answer(&cancel, "200 OK", "Content-Length: 0\r\n\r\n");
        far.answer(
            &invite,
            "487 Request Terminated",
            "Content-Length: 0\r\n\r\n",
        );
        let ack = far.next();
        assert!(ack.0.starts_with("ACK "), "{}", ack.0);
        close(&engine);
        assert_eq!(far.rest(), Vec::<String>::new());
    }

    #[test]
    fn a_call_ends_with_its_guard_and_so_does_its_sound() {
        let (guard, far) = (Guard::default(), Registrar::new());
        let (engine, call, invite) = calling(&guard, &far);
        let [sound, control] = [(); 2].map(|()| UdpSocket::bind("127.0.0.1:0").unwrap());
        for socket in [&sound, &control] {
            socket.set_read_timeout(Some(DEADLINE)).unwrap();
        }
        let port = |socket: &UdpSocket| socket.local_addr().unwrap().port();
        let body = format!(
            "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n\
             m=audio {} RTP/AVP 0\r\na=rtcp:{}\r\n",
            port(&sound),
            port(&control)
        );
        let length = body.len();
        let more =
            format!("Content-Type: application/sdp\r\nContent-Length: {length}\r\n\r\n{body}");
        far.answer(&invite, "200 OK", &more);
        let (ack, station) = far.next();
        assert!(ack.starts_with("ACK "), "{ack}");
        sound.recv(&mut [0; 2048]).unwrap();
        // The station is told nothing when a guard is moved, and looks at it when it wakes.
        guard.set(now() + Duration::from_millis(100));
        far.0.send_to(b"SIP/2.0 200 OK\r\n\r\n", station).unwrap();
        let deadline = now() + DEADLINE;
        while call.call.state() != State::Disconnected {
            assert!(now() < deadline, "the call is up still");
            std::thread::sleep(Duration::from_millis(5));
        }
        // The far end hears of it, from nobody else.
        let bye = far.next();
        assert!(bye.0.starts_with("BYE "), "{}", bye.0);
        // What begins something is not heard any more.
        let options = "OPTIONS sip:desk@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1;rport;branch=z9hG4bK1\r\n\
                       From: <sip:a@127.0.0.1>;tag=1\r\nTo: <sip:desk@127.0.0.1>\r\nCall-ID: o\r\n\
                       CSeq: 1 OPTIONS\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n";
        far.0.send_to(options.as_bytes(), station).unwrap();
        far.answer(&bye, "200 OK", "Content-Length: 0\r\n\r\n");
        close(&engine);
        assert_eq!(far.rest(), Vec::<String>::new());
        // No farewell of the sound's either (RFC 3550 §6.6).
        for mut report in rest(&control) {
            while let [_, kind, high, low, ..] = report[..] {
                assert_ne!(kind, 203);
                let words = usize::from(u16::from_be_bytes([high, low]));
                report.drain(..report.len().min(words * 4 + 4));
            }
        }
    }

    #[test]
    fn an_ews_line_begins_no_call_once_its_guard_is_over() {
        let server = TcpListener::bind("127.0.0.1:0").unwrap();
        server.set_nonblocking(true).unwrap();
        let engine = Engine::new(Arc::new(ManualClock::new()), Settings::default());
        let place = server.local_addr().unwrap();
        let text = format!(
            "url = 'http://{place}/EWS/Exchange.asmx'\nuser = 'a'\npassword = 'b'\n\
             item = 'c'"
        );
        let settings = toml::from_str(&text).unwrap();
        let lines = vec![("mail".to_owned(), settings)];
        ews::open_guarded(&engine, lines, Some(&Guard::default())).unwrap();
        let line = engine.lines().unwrap().pop().unwrap();
        let client = engine.add_client("test".to_owned()).unwrap();
        let call = Call::outgoing(&client, &line, "1001".to_owned(), AUDIO, 1).unwrap();
        call.attach().unwrap();
        let refused = call.connect(true).unwrap_err();
        assert_eq!(refused.kind(), ErrorKind::OutOfService);
        close(&engine);
        // Nobody has even come.
        assert!(server.accept().is_err());
    }
}
