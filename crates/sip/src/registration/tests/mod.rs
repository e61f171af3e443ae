//! Registrations against a registrar that says what a test wants, by a clock that nobody waits for.

mod addresses;
mod attempts;

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
        self.try_hear(status, lines)
            .expect("the registrar is correct")
    }

    /// As [`Line::hear`]; nothing if the answer is no message.
    fn try_hear(&mut self, status: &str, lines: &str) -> Option<Step> {
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
        let message = Message::parse(&mut bytes).ok()?;
        let step = self.registration.response(self.start, &message, &self.flow);
        Some(step)
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

/// Whatever a registrar says, there is a sensible next step, and the line registers afterwards.
#[test]
fn whatever_comes_is_survived() {
    let mut luck = Random::seeded(10);
    let answers = [
        (
            "401 Unauthorized",
            "WWW-Authenticate: Digest realm=\"r\", nonce=\"a\", qop=\"auth\"\r\n",
        ),
        ("423 Interval Too Brief", "Min-Expires: 7200\r\n"),
        (
            "503 Service Unavailable",
            "Retry-After: 17 (later);duration=3\r\n",
        ),
        (
            "200 OK",
            "Contact: <sip:alice@192.0.2.1:5060>;expires=60;pub-gruu=\"sip:a@h;gr\"\r\n\
             Service-Route: <sip:a;lr>, <sip:b;lr>\r\nFlow-Timer: 9\r\nExpires: 50\r\n",
        ),
    ];
    let mut line = Line::plain();
    for _ in 0..5_000 {
        let (status, lines) = answers[usize::from(luck.byte() % 4)];
        let mut text: Vec<char> = lines.chars().collect();
        for _ in 0..luck.byte() % 5 {
            let at = luck.number() as usize % (text.len() - 2);
            let odd = ['"', '\\', '<', '>', ',', ';', '=', '9', ' ', ':'];
            text[at] = odd[usize::from(luck.byte()) % odd.len()];
        }
        let text: String = text.into_iter().collect();
        line.ask();
        let step = line.try_hear(status, &text);
        let (start, hour) = (line.start, Duration::from_secs(3600));
        match step {
            Some(Step::Refused { retry, .. }) => {
                assert!(retry >= start + Duration::from_secs(2) && retry <= start + hour);
            }
            Some(Step::Registered(registered)) => assert!(registered.refresh > start),
            Some(Step::Again) | None => {}
            Some(step) => panic!("{step:?}"),
        }
    }
    line.is_refused("480 Temporarily Unavailable", "");
    line.registers("");
}
