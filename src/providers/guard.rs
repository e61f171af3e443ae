//! Until when lines may act that others may have afterwards.

use rustix::time::{ClockId, clock_gettime};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// A moment that can be moved, on a clock that goes on while the machine sleeps. What a line sends it
/// sends only before that; a line of EWS, which nobody else would miss, begins calls only before that.
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
        now().as_nanos() >= u128::from(self.0.load(Ordering::Acquire))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Call, Engine, ErrorKind, ManualClock, Settings};
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
            let marker = UdpSocket::bind("127.0.0.1:0").unwrap();
            let here = self.0.local_addr().unwrap();
            marker.send_to(MARK.as_bytes(), here).unwrap();
            let sent = std::iter::repeat_with(|| self.next().0);
            sent.take_while(|text| text != MARK).collect()
        }
    }

    fn header(message: &str, name: &str) -> String {
        let mut lines = message.lines();
        lines
            .find(|line| line.starts_with(name))
            .unwrap()
            .to_owned()
    }

    fn open(guard: &Guard, registrar: &Registrar) -> Arc<Engine> {
        let engine = Engine::new(Arc::new(ManualClock::new()), Settings::default());
        let port = registrar.0.local_addr().unwrap().port();
        let text = format!(
            "uri = 'sip:desk@127.0.0.1'\nlisten = '127.0.0.1:0'\nregister = true\n\
             registrar = '127.0.0.1:{port}'"
        );
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
