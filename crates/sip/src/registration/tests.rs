use super::*;
use crate::digest::Password;
use crate::message::value::Params;

const CONTACT: &str = "<sip:alice@192.0.2.1:5060>";
const CHALLENGE: &str = "WWW-Authenticate: Digest realm=\"r\", nonce=\"a\"\r\n";

fn settings() -> Settings {
    Settings {
        aor: "sip:alice@example.com".to_owned(),
        registrar: "sip:example.com".to_owned(),
        identity: "\"Alice\" <sip:alice@example.com>".to_owned(),
        contact_user: "alice".to_owned(),
        expires: 3600,
        credentials: Some(Credentials {
            user: "alice".to_owned(),
            password: Password::from("secret"),
        }),
        instance: None,
        reg_id: None,
        pause: Duration::from_secs(2),
        lines: b"User-Agent: test\r\n".to_vec(),
    }
}

/// A line and a registrar of few words. Time is what the test says it is.
struct Line {
    registration: Registration,
    random: Random,
    flow: Flow,
    start: Instant,
    /// The last request.
    request: String,
    /// What the registrar adds to our Via.
    via: &'static str,
}

impl Line {
    fn new(settings: Settings) -> Self {
        let mut random = Random::seeded(3261);
        let local = "192.0.2.1:5060".parse().unwrap();
        Line {
            registration: Registration::new(settings, &mut random),
            random,
            flow: Flow::udp(local, "192.0.2.9:5060".parse().unwrap()),
            start: Instant::now(),
            request: String::new(),
            via: "",
        }
    }

    fn plain() -> Self {
        Line::new(settings())
    }

    fn ask_as(&mut self, contact: &str, expires: u32) -> &str {
        let routes: [&str; 0] = [];
        let random = &mut self.random;
        let draft = self.registration.request(contact, &routes, expires, random);
        assert_eq!(draft.method, Method::Register);
        self.request = String::from_utf8(draft.bytes).unwrap();
        &self.request
    }

    fn ask(&mut self) -> &str {
        self.ask_as(CONTACT, 3600)
    }

    /// The registrar answers the last request, after no time at all.
    fn hear(&mut self, status: &str, lines: &str) -> Step {
        let repeated: String = self
            .request
            .lines()
            .filter(|line| {
                let name = line.split(':').next().unwrap();
                ["From", "To", "Call-ID", "CSeq"].contains(&name)
            })
            .flat_map(|line| [line, "\r\n"])
            .collect();
        let mut bytes = format!(
            "SIP/2.0 {status}\r\nVia: SIP/2.0/{} 192.0.2.1:5060;branch=z9hG4bKx{}\r\n{repeated}\
             {lines}Content-Length: 0\r\n\r\n",
            self.flow.transport, self.via
        )
        .into_bytes();
        let message = Message::parse(&mut bytes).expect("the registrar is correct");
        self.registration.response(self.start, &message, &self.flow)
    }

    /// Asks, and hears this.
    fn exchange(&mut self, status: &str, lines: &str) -> Step {
        self.ask();
        self.hear(status, lines)
    }

    fn registers(&mut self, lines: &str) -> Registered {
        match self.exchange("200 OK", lines) {
            Step::Registered(registered) => registered,
            step => panic!("{step:?}"),
        }
    }

    /// What a refusal comes to: why, after how many seconds, and whether elsewhere at once.
    fn refusal(&self, step: Step) -> (u16, Why, u64, bool) {
        match step {
            Step::Refused {
                code,
                why,
                retry,
                next_server,
            } => (code, why, (retry - self.start).as_secs(), next_server),
            step => panic!("{step:?}"),
        }
    }

    fn is_refused(&mut self, status: &str, lines: &str) -> (u16, Why, u64, bool) {
        let step = self.exchange(status, lines);
        self.refusal(step)
    }

    /// The values of a header of the last request.
    fn sent(&self, name: &str) -> Vec<&str> {
        let lines = self.request.lines();
        lines
            .filter_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
            .collect()
    }
}

#[test]
fn a_request_says_who_and_where() {
    let mut line = Line::plain();
    let routes = ["<sip:proxy.example.com;lr>".to_owned()];
    let random = &mut line.random;
    let draft = line.registration.request(CONTACT, &routes, 3600, random);
    line.request = String::from_utf8(draft.bytes).unwrap();
    assert!(
        line.request
            .starts_with("REGISTER sip:example.com SIP/2.0\r\n")
    );
    for (name, value) in [
        ("To", "<sip:alice@example.com>"),
        ("Route", "<sip:proxy.example.com;lr>"),
        ("Contact", "<sip:alice@192.0.2.1:5060>"),
        ("Expires", "3600"),
        ("CSeq", "1 REGISTER"),
        ("Supported", "path"),
        ("User-Agent", "test"),
        ("Max-Forwards", "70"),
    ] {
        assert_eq!(line.sent(name), [value], "{name}");
    }
    let (call_id, from) = (
        line.sent("Call-ID")[0].to_owned(),
        line.sent("From")[0].to_owned(),
    );
    assert!(from.starts_with("\"Alice\" <sip:alice@example.com>;tag="));
    assert!(Params::after(&from).any(|(name, value)| name == "tag" && value != Some("")));
    line.ask();
    assert_eq!(line.sent("CSeq"), ["2 REGISTER"]);
    assert_eq!(
        (line.sent("Call-ID")[0], line.sent("From")[0]),
        (&*call_id, &*from)
    );
    assert!(line.sent("Authorization").is_empty());
}

#[test]
fn a_registration_is_refreshed_before_it_ends() {
    for (granted, after) in [(3600, 3540), (60, 54), (10, 9), (2, 1), (1, 1)] {
        let mut line = Line::plain();
        let registered = line.registers(&format!("Contact: {CONTACT};expires={granted}\r\n"));
        assert_eq!(
            (registered.refresh - line.start).as_secs(),
            after,
            "{granted}"
        );
        assert_eq!(registered.lasts.as_secs(), granted);
    }
}

#[test]
fn our_own_contact_says_for_how_long() {
    for (lines, lasts) in [
        ("", 3600),
        ("Expires: 100\r\n", 100),
        (
            "Contact: <sip:alice@192.0.2.1:5060>\r\nExpires: 100\r\n",
            100,
        ),
        (
            "Contact: <sip:alice@192.0.2.1:5060>;expires=50\r\nExpires: 100\r\n",
            50,
        ),
        (
            "Contact: <sip:alice@192.0.2.7:5060>;expires=7, \"A, B\" <sip:bob@192.0.2.1>;expires=8,\
             \t<SIP:%61lice@192.0.2.1:5060;x=y>;q=0.5;EXPIRES=50\r\n",
            50,
        ),
        (
            "Contact: <sip:alice@192.0.2.7>;expires=7\r\nContact: sip:alice@192.0.2.1:5060;expires=50\r\n",
            50,
        ),
        // One on the way may put its own address for ours.
        ("Contact: <sip:alice@198.51.100.1:9>;expires=77\r\n", 77),
        (
            "Contact: <sip:a@192.0.2.7>;expires=7, <sip:b@192.0.2.7>;expires=8\r\nExpires: 99\r\n",
            99,
        ),
        ("Contact: <sip:alice@192.0.2.1:5060>;expires=soon\r\n", 3600),
        (
            "Contact: <sip:alice@192.0.2.1:5060>;expires=99999999999999\r\n",
            u64::from(u32::MAX),
        ),
        ("Contact: nonsense\r\n", 3600),
    ] {
        assert_eq!(
            Line::plain().registers(lines).lasts.as_secs(),
            lasts,
            "{lines}"
        );
    }
}

#[test]
fn an_address_that_is_not_registered_is_refused() {
    for lines in [
        "Contact: <sip:alice@192.0.2.1:5060>;expires=0\r\n",
        "Expires: 0\r\n",
    ] {
        let mut line = Line::plain();
        assert_eq!(
            line.is_refused("200 OK", lines),
            (200, Why::NotGranted, 30, false)
        );
        assert!(!line.registration.is_bound());
    }
}

#[test]
fn a_challenge_is_answered_at_once_and_the_next_request_needs_none() {
    let mut line = Line::plain();
    assert_eq!(line.exchange("401 Unauthorized", CHALLENGE), Step::Again);
    line.registers("");
    assert_eq!(line.sent("Authorization").len(), 1);
    assert!(line.sent("Authorization")[0].contains("uri=\"sip:example.com\""));
    line.registers("");
    assert_eq!(line.sent("Authorization").len(), 1);
    assert_eq!(line.sent("CSeq"), ["3 REGISTER"]);
    // A registrar may want a new nonce for each request, and a proxy an answer of its own.
    let other = "Proxy-Authenticate: Digest realm=\"p\", nonce=\"b\"\r\n";
    assert_eq!(line.exchange("401 Unauthorized", CHALLENGE), Step::Again);
    assert_eq!(
        line.exchange("407 Proxy Authentication Required", other),
        Step::Again
    );
    line.registers("");
    assert_eq!(line.sent("Proxy-Authorization").len(), 1);
}

#[test]
fn a_wrong_password_is_told_and_not_hammered() {
    let mut line = Line::plain();
    for _ in 0..3 {
        assert_eq!(line.exchange("401 Unauthorized", CHALLENGE), Step::Again);
        let refused = (401, Why::WrongPassword, 300, false);
        assert_eq!(line.is_refused("401 Unauthorized", CHALLENGE), refused);
    }
    // Nor does it help to say when to come again.
    assert_eq!(line.exchange("401 Unauthorized", CHALLENGE), Step::Again);
    let soon = format!("{CHALLENGE}Retry-After: 0\r\n");
    assert_eq!(line.is_refused("401 Unauthorized", &soon).2, 300);
}

#[test]
fn a_password_that_was_right_is_tried_once_more_soon() {
    let mut line = Line::plain();
    assert_eq!(line.exchange("401 Unauthorized", CHALLENGE), Step::Again);
    line.registers("");
    for seconds in [2, 300, 300] {
        assert_eq!(line.exchange("401 Unauthorized", CHALLENGE), Step::Again);
        let refused = (401, Why::WrongPassword, seconds, false);
        assert_eq!(line.is_refused("401 Unauthorized", CHALLENGE), refused);
    }
}

#[test]
fn challenges_that_lead_nowhere_end() {
    let mut line = Line::new(Settings {
        credentials: None,
        ..settings()
    });
    let refused = (401, Why::NoPassword, 300, false);
    assert_eq!(line.is_refused("401 Unauthorized", CHALLENGE), refused);

    for challenge in [
        "",
        "WWW-Authenticate: Basic realm=\"r\"\r\n",
        "WWW-Authenticate: Digest realm=\"r\", nonce=\"a\", algorithm=TURBO\r\n",
    ] {
        let refused = (401, Why::UnknownChallenge, 300, false);
        assert_eq!(
            Line::plain().is_refused("401 Unauthorized", challenge),
            refused
        );
    }

    let mut line = Line::plain();
    let stale = "WWW-Authenticate: Digest realm=\"r\", nonce=\"a\", stale=true\r\n";
    let mut asked = 0;
    let step = loop {
        match line.exchange("401 Unauthorized", stale) {
            Step::Again => asked += 1,
            step => break step,
        }
        assert!(asked < 10);
    };
    assert_eq!(
        line.refusal(step),
        (401, Why::EndlessChallenges, 300, false)
    );

    // A realm of its own each time, and now and then another interval.
    let mut line = Line::plain();
    for (asked, round) in (0..).zip("cc3c3cc3cc".chars()) {
        let challenge = format!("WWW-Authenticate: Digest realm=\"{asked}\", nonce=\"a\"\r\n");
        let step = match round {
            'c' => line.exchange("401 Unauthorized", &challenge),
            _ => line.exchange("423 Interval Too Brief", "Min-Expires: 4000\r\n"),
        };
        if step != Step::Again {
            return assert!(asked >= 3);
        }
    }
    panic!("it goes on for ever");
}

#[test]
fn an_attempt_that_died_halfway_does_not_count_against_the_password() {
    let mut line = Line::plain();
    assert_eq!(line.exchange("401 Unauthorized", CHALLENGE), Step::Again);
    line.ask();
    line.registration.failed(line.start, Why::NoAnswer);
    assert_eq!(line.exchange("401 Unauthorized", CHALLENGE), Step::Again);
    line.is_refused("503 Service Unavailable", "");
    assert_eq!(line.exchange("401 Unauthorized", CHALLENGE), Step::Again);
    line.registers("");
}

#[test]
fn a_longer_interval_is_asked_for_once() {
    let mut line = Line::plain();
    let brief = "Min-Expires: 7200\r\n";
    assert_eq!(line.exchange("423 Interval Too Brief", brief), Step::Again);
    line.ask();
    assert_eq!(line.sent("Expires"), ["7200"]);
    // Whoever has its credentials challenged again after that has not refused them.
    assert_eq!(line.hear("401 Unauthorized", CHALLENGE), Step::Again);
    assert_eq!(line.registers("").lasts.as_secs(), 7200);
    // It is remembered, but not for taking the registration back.
    line.ask();
    assert_eq!(line.sent("Expires"), ["7200"]);
    line.ask_as(CONTACT, 0);
    assert_eq!(line.sent("Expires"), ["0"]);

    for second in ["Min-Expires: 9000\r\n", brief] {
        let mut line = Line::plain();
        assert_eq!(line.exchange("423 Interval Too Brief", brief), Step::Again);
        let refused = (423, Why::TooBrief, 2, false);
        assert_eq!(line.is_refused("423 Interval Too Brief", second), refused);
    }
    for odd in [
        "",
        "Min-Expires: 60\r\n",
        "Min-Expires: 3600\r\n",
        "Min-Expires: 604801\r\n",
        "Min-Expires: -1\r\n",
        "Min-Expires: much\r\n",
    ] {
        let refused = Line::plain().is_refused("423 Interval Too Brief", odd);
        assert_eq!(refused, (423, Why::TooBrief, 2, false), "{odd}");
    }
    let mut line = Line::plain();
    assert_eq!(line.exchange("401 Unauthorized", CHALLENGE), Step::Again);
    assert_eq!(line.exchange("423 Interval Too Brief", brief), Step::Again);
    assert_eq!(line.exchange("401 Unauthorized", CHALLENGE), Step::Again);
}

#[test]
fn refusals_say_why_and_when_to_come_again() {
    for (status, lines, why, seconds, next_server) in [
        ("403 Forbidden", "", Why::Forbidden, 30, false),
        ("404 Not Found", "", Why::Unknown, 30, false),
        (
            "302 Moved Temporarily",
            "Contact: <sip:b@192.0.2.3>\r\n",
            Why::Moved,
            30,
            false,
        ),
        (
            "305 Use Proxy",
            "Contact: <sip:192.0.2.3>\r\n",
            Why::Moved,
            30,
            false,
        ),
        (
            "420 Bad Extension",
            "Unsupported: path\r\n",
            Why::Extension,
            30,
            false,
        ),
        (
            "421 Extension Required",
            "Require: x\r\n",
            Why::Extension,
            30,
            false,
        ),
        ("408 Request Timeout", "", Why::NoAnswer, 2, true),
        ("430 Flow Failed", "", Why::Unavailable, 2, true),
        (
            "439 First Hop Lacks Outbound Support",
            "",
            Why::Refused,
            2,
            false,
        ),
        ("480 Temporarily Unavailable", "", Why::Refused, 2, false),
        ("500 Server Internal Error", "", Why::Unavailable, 2, true),
        ("503 Service Unavailable", "", Why::Unavailable, 2, true),
        (
            "503 Service Unavailable",
            "Retry-After: 17\r\n",
            Why::Unavailable,
            17,
            true,
        ),
        (
            "503 Service Unavailable",
            "Retry-After: 120 (busy);duration=9\r\n",
            Why::Unavailable,
            120,
            true,
        ),
        (
            "503 Service Unavailable",
            "Retry-After: 99999999999\r\n",
            Why::Unavailable,
            3600,
            true,
        ),
        (
            "503 Service Unavailable",
            "Retry-After: 0\r\n",
            Why::Unavailable,
            2,
            true,
        ),
        (
            "503 Service Unavailable",
            "Retry-After: soon\r\n",
            Why::Unavailable,
            2,
            true,
        ),
        ("603 Decline", "", Why::Refused, 2, false),
        (
            "699 Odd",
            "Retry-After: 60;x=y\r\n",
            Why::Refused,
            60,
            false,
        ),
    ] {
        let code = status.split(' ').next().unwrap().parse().unwrap();
        let refused = Line::plain().is_refused(status, lines);
        assert_eq!(
            refused,
            (code, why, seconds, next_server),
            "{status} {lines}"
        );
    }
    let mut line = Line::plain();
    assert_eq!(line.exchange("100 Trying", ""), Step::Wait);
}

#[test]
fn pauses_grow_up_to_five_minutes_and_begin_anew_after_a_success() {
    let mut line = Line::plain();
    let mut fail = |line: &mut Line| {
        line.ask();
        let step = line.registration.failed(line.start, Why::NoAnswer);
        let (code, why, seconds, next_server) = line.refusal(step);
        assert_eq!((code, why, next_server), (0, Why::NoAnswer, true));
        seconds
    };
    let pauses: Vec<u64> = (0..10).map(|_| fail(&mut line)).collect();
    assert_eq!(pauses, [2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
    for _ in 0..40 {
        assert_eq!(fail(&mut line), 300);
    }
    line.registers("");
    assert_eq!(fail(&mut line), 2);
    let step = line.registration.failed(line.start, Why::NotSent);
    assert_eq!(line.refusal(step), (0, Why::NotSent, 4, true));
}

#[test]
fn pauses_of_a_kept_flow_are_those_of_its_rfc() {
    let mut line = Line::new(Settings {
        instance: Some("urn:uuid:0".to_owned()),
        reg_id: Some(1),
        ..settings()
    });
    let mut bound = 60;
    let mut seen = Vec::new();
    for _ in 0..12 {
        line.ask();
        let step = line.registration.failed(line.start, Why::NoAnswer);
        let (.., seconds, _) = line.refusal(step);
        assert!(
            (bound / 2..=bound).contains(&seconds),
            "{seconds} of {bound}"
        );
        seen.push(seconds * 1000 / bound);
        bound = (bound * 2).min(1800);
    }
    seen.dedup();
    assert!(seen.len() > 3, "they differ");
}

#[test]
fn our_address_as_the_registrar_sees_it_is_told_once() {
    let seen: Option<SocketAddr> = Some("198.51.100.7:40123".parse().unwrap());
    let mut line = Line::plain();
    line.via = ";received=198.51.100.7;rport=40123";
    assert_eq!(line.exchange("401 Unauthorized", CHALLENGE), Step::Again);
    assert_eq!(
        line.registration.seen_as(),
        seen,
        "in time for the next request"
    );
    assert_eq!(line.registers("").seen_as, seen);
    // Followed, it is right.
    line.ask_as("<sip:alice@198.51.100.7:40123>", 3600);
    let Step::Registered(registered) = line.hear("200 OK", "") else {
        panic!();
    };
    assert_eq!(
        (registered.seen_as, line.registration.seen_as()),
        (None, None)
    );

    // Where each request comes from another port, there is one more request, and no third.
    let mut line = Line::plain();
    for (via, told) in [
        (";received=198.51.100.7;rport=1001", true),
        (";received=198.51.100.7;rport=1002", false),
        (";received=198.51.100.7;rport=1003", true),
        (";received=198.51.100.7;rport=1004", false),
    ] {
        line.via = via;
        assert_eq!(line.registers("").seen_as.is_some(), told, "{via}");
    }
}

#[test]
fn an_address_that_is_right_or_odd_is_left_alone() {
    use crate::flow::Transport::{Tcp, Udp};
    for (transport, contact, via, seen) in [
        (Udp, CONTACT, "", None),
        (Udp, CONTACT, ";rport=5060;received=192.0.2.1", None),
        (Udp, CONTACT, ";rport=5060", None),
        (Udp, CONTACT, ";rport=5070", Some("192.0.2.1:5070")),
        (Udp, CONTACT, ";received=192.0.2.8", Some("192.0.2.8:5060")),
        (Udp, "<sip:alice@192.0.2.1>", ";rport=5060", None),
        (
            Udp,
            "<sip:alice@pbx.example.com>",
            ";received=192.0.2.8;rport=1",
            None,
        ),
        (Udp, CONTACT, ";received=0.0.0.0;rport=5060", None),
        (Udp, CONTACT, ";received=224.0.0.1;rport=5060", None),
        (Udp, CONTACT, ";received=nonsense", None),
        (Udp, CONTACT, ";received=::ffff:192.0.2.1;rport=5060", None),
        (Tcp, CONTACT, ";received=192.0.2.1;rport=40001", None),
        (
            Tcp,
            CONTACT,
            ";received=192.0.2.8;rport=40001",
            Some("192.0.2.8:40001"),
        ),
        (
            Udp,
            "<sip:alice@[2001:db8::1]:5060>",
            ";received=[2001:DB8::2];rport=5060",
            Some("[2001:db8::2]:5060"),
        ),
        (
            Udp,
            "<sip:alice@[2001:db8::1]:5060>",
            ";received=2001:db8:0::1;rport=5060",
            None,
        ),
    ] {
        let mut line = Line::plain();
        (line.flow.transport, line.via) = (transport, via);
        line.ask_as(contact, 3600);
        let Step::Registered(registered) = line.hear("200 OK", "") else {
            panic!();
        };
        let seen = seen.map(|text| text.parse().unwrap());
        assert_eq!(registered.seen_as, seen, "{transport} {contact} {via}");
    }
}

#[test]
fn a_former_address_is_taken_back_with_the_new_one() {
    let mut line = Line::plain();
    line.registers("");
    let other = "<sip:alice@192.0.2.2:5060>";
    let both = [other, "<sip:alice@192.0.2.1:5060>;expires=0"];
    line.ask_as(other, 3600);
    assert_eq!(line.sent("Contact"), both);
    // Until the registrar has heard it.
    line.hear("503 Service Unavailable", "");
    line.ask_as(other, 3600);
    assert_eq!(line.sent("Contact"), both);
    line.hear("200 OK", "");
    line.ask_as(other, 3600);
    assert_eq!(line.sent("Contact"), [other]);
    // And back again.
    line.ask_as(CONTACT, 3600);
    assert_eq!(
        line.sent("Contact"),
        [CONTACT, "<sip:alice@192.0.2.2:5060>;expires=0"]
    );
    line.ask_as(other, 3600);
    assert_eq!(line.sent("Contact"), both);
}

#[test]
fn an_address_that_was_only_tried_is_forgotten_when_it_is_refused() {
    let mut line = Line::plain();
    let other = "<sip:alice@192.0.2.2:5060>";
    assert_eq!(line.exchange("401 Unauthorized", CHALLENGE), Step::Again);
    assert!(!line.registration.is_bound());
    line.ask_as(other, 3600);
    assert_eq!(line.sent("Contact"), [other]);
    assert!(line.registration.is_bound(), "it may have arrived");
    line.registration.failed(line.start, Why::NotSent);
    assert!(!line.registration.is_bound());
    line.ask_as(other, 3600);
    line.registration.failed(line.start, Why::NoAnswer);
    assert!(line.registration.is_bound());
    line.ask();
    assert_eq!(line.sent("Contact").len(), 2);
    // Nobody has that many addresses.
    for port in 1..20 {
        line.ask_as(&format!("<sip:alice@192.0.2.1:{port}>"), 3600);
        assert!(line.sent("Contact").len() <= 1 + MAX_OUTDATED);
    }
}

#[test]
fn a_registration_is_taken_back() {
    let mut line = Line::plain();
    line.registers("");
    line.ask_as(CONTACT, 0);
    assert_eq!(line.sent("Expires"), ["0"]);
    assert_eq!(line.sent("Contact"), [CONTACT]);
    assert_eq!(line.hear("401 Unauthorized", CHALLENGE), Step::Again);
    line.ask_as(CONTACT, 0);
    assert_eq!(line.sent("Authorization").len(), 1);
    assert!(line.registration.is_bound());
    assert_eq!(line.hear("200 OK", ""), Step::Unregistered);
    assert!(!line.registration.is_bound());
}

#[test]
fn what_a_registration_gives_is_read() {
    let mut line = Line::new(Settings {
        instance: Some("urn:uuid:00000000-0000-1000-8000-000A95A0E128".to_owned()),
        reg_id: Some(1),
        ..settings()
    });
    let registered = line.registers(
        "Service-Route: <sip:a.example.com;lr>, <sip:b.example.com;lr>\r\n\
         Service-Route: <http://c>, nonsense, <sips:d.example.com;lr>\r\n\
         P-Associated-URI: <sip:alice@example.com>, <tel:+15550100>\r\n\
         Require: outbound\r\nFlow-Timer: 95\r\n\
         Contact: <sip:alice@192.0.2.7>;pub-gruu=\"sip:not@ours\",\
         <sip:alice@192.0.2.1:5060>;pub-gruu=\"sip:alice@example.com;gr=urn:uuid:0\"\
         ;temp-gruu=\"sip:tgruu.7hs==@example.com;gr\";+sip.instance=\"<urn:uuid:0>\";expires=60\r\n",
    );
    assert_eq!(
        line.sent("Contact"),
        ["<sip:alice@192.0.2.1:5060>\
          ;+sip.instance=\"<urn:uuid:00000000-0000-1000-8000-000A95A0E128>\";reg-id=1"]
    );
    assert_eq!(line.sent("Supported"), ["path, gruu, outbound"]);
    let routes = [
        "<sip:a.example.com;lr>",
        "<sip:b.example.com;lr>",
        "<sips:d.example.com;lr>",
    ];
    assert_eq!(registered.service_routes, routes);
    assert_eq!(
        registered.associated,
        ["sip:alice@example.com", "tel:+15550100"]
    );
    assert!(registered.outbound);
    assert_eq!(registered.flow_timer, Some(Duration::from_secs(95)));
    assert_eq!(registered.lasts.as_secs(), 60);
    let gruu = registered.gruu.unwrap();
    assert_eq!(
        gruu.public.as_deref(),
        Some("sip:alice@example.com;gr=urn:uuid:0")
    );
    assert_eq!(
        gruu.temporary.as_deref(),
        Some("sip:tgruu.7hs==@example.com;gr")
    );

    let registered = line.registers("");
    assert!(registered.service_routes.is_empty() && registered.associated.is_empty());
    assert_eq!((registered.gruu, registered.outbound), (None, false));
    let many = "Service-Route: <sip:a.example.com;lr>\r\n".repeat(40);
    assert_eq!(line.registers(&many).service_routes.len(), 16);
}

#[test]
fn whoever_cannot_keep_flows_is_not_asked_to() {
    let device = Settings {
        instance: Some("urn:uuid:0".to_owned()),
        reg_id: Some(1),
        ..settings()
    };
    let mut line = Line::new(device.clone());
    let status = "439 First Hop Lacks Outbound Support";
    assert_eq!(line.exchange(status, ""), Step::Again);
    line.registers("");
    assert_eq!(line.sent("Supported"), ["path, gruu"]);
    assert_eq!(
        line.sent("Contact"),
        ["<sip:alice@192.0.2.1:5060>;+sip.instance=\"<urn:uuid:0>\""]
    );
    assert_eq!(line.is_refused(status, ""), (439, Why::Refused, 2, false));

    // A flow's number says which address it replaces; without one that has to be said.
    for (reg_id, contacts) in [(Some(1), 1), (None, 2)] {
        let mut line = Line::new(Settings {
            reg_id,
            ..device.clone()
        });
        line.registers("");
        line.ask_as("<sip:alice@192.0.2.2:5060>", 3600);
        assert_eq!(line.sent("Contact").len(), contacts);
    }
}

#[test]
fn nothing_from_outside_makes_a_line_of_ours() {
    let mut line = Line::plain();
    line.ask_as("<sip:alice@192.0.2.1:5060\r\nX: y>", 3600);
    assert!(line.sent("X").is_empty());
    assert_eq!(line.sent("Contact").len(), 1);
}
