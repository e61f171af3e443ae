//! A node that is none: what a client asks it is answered as a test says, or not at all.

use super::cluster::{Bus, Program, SECRET, Stranger, until};
use tapi3::engine::{CallHandle, State};
use tapi3_bus::seal::{Key, open, seal};
use tapi3_bus::{
    Ask, CallNews, ForwardEntry, LineEntry, Notice, NoticeKind, Tell, ToClient, ToNode, VERSION,
    read, subject, write,
};

/// Its name, and its user's.
const NODE: &str = "n1";
const USER: &str = "alice";

/// What it gives each session.
pub const TOKEN: u64 = 7;

/// One with one client, whom it tells a lease of a minute.
pub struct FakeNode {
    bus: Stranger,
    key: Key,
    pub revision: u64,
    seq: u64,
    client: String,
    /// The latest question that was answered: a copy of it, or of one before, is on its way still.
    answered: u64,
    heard: u64,
    /// Whether it refuses to begin a session.
    pub refuses: bool,
    /// What its lines offer, and how they forward their calls.
    pub offers: Vec<String>,
    pub forwards: Vec<ForwardEntry>,
}

impl FakeNode {
    pub fn come(bus: &Bus) -> Self {
        let mut stranger = Stranger::come(bus);
        stranger.listen(subject::NOTICES);
        stranger.listen(&subject::asks(NODE));
        stranger.settle();
        FakeNode {
            bus: stranger,
            key: Key::new(SECRET),
            revision: 1,
            seq: 0,
            client: String::new(),
            answered: 0,
            heard: 0,
            refuses: false,
            offers: Vec::new(),
            forwards: Vec::new(),
        }
    }

    /// A program with this configuration, and one whose only line has this name and offers this.
    pub fn with_program(
        bus: &Bus,
        text: String,
        (line, offers): (&str, &[&str]),
    ) -> (Program, Self) {
        let mut node = FakeNode::come(bus);
        node.offers = offers.iter().map(|offer| (*offer).to_owned()).collect();
        let starting = std::thread::spawn(move || Program::with(&text));
        node.list(0, &[line]);
        (starting.join().unwrap(), node)
    }

    /// A call of the program's that is connected, and its number.
    #[track_caller]
    pub fn connected(&mut self, program: &Program, line: &str) -> (CallHandle, u64) {
        let call = program.call(line, "1001");
        let number = std::thread::scope(|scope| {
            let placed = scope.spawn(|| call.connect(false));
            let (op, Ask::Make(begin)) = self.asked() else {
                panic!("no call is placed");
            };
            self.tell(Tell::done(op));
            placed.join().unwrap().unwrap();
            begin.call
        });
        self.tell_state(number, State::Connected as u32, 0);
        until("it is connected", || call.call.state() == State::Connected);
        (call, number)
    }

    /// Says that it is there.
    pub fn say_alive(&mut self) {
        let notice = NoticeKind::Alive {
            node: NODE.to_owned(),
            incarnation: 1,
            revision: self.revision,
        };
        let bytes = write(&Notice { v: VERSION, notice }).unwrap();
        self.bus.say(subject::NOTICES, &bytes);
    }

    /// The next question, but for those whether it is there: those it answers by itself.
    pub fn asked(&mut self) -> (u64, Ask) {
        loop {
            let (subject, bytes) = self.bus.hear();
            if subject == subject::NOTICES {
                let notice = read::<Notice>(&bytes).map(|notice| notice.notice);
                if matches!(notice, Ok(NoticeKind::Who {})) {
                    self.say_alive();
                }
                continue;
            }
            let ToNode {
                client, op, ask, ..
            } = open(&self.key, &subject, &bytes).unwrap();
            match ask {
                Ask::Open { .. } => {
                    self.client = client;
                    self.seq = 0;
                    self.answered = 0;
                    if self.refuses {
                        let (error, text) = ("operation_failed".to_owned(), "No.".to_owned());
                        self.tell_numbered(0, Tell::Failed { op, error, text });
                        continue;
                    }
                    self.tell(Tell::Opened {
                        op,
                        lease_ms: 60_000,
                        token: TOKEN,
                    });
                }
                Ask::Keep {} => self.tell(Tell::done(op)),
                _ if op <= self.answered => {}
                ask => {
                    self.heard = op;
                    return (op, ask);
                }
            }
        }
    }

    /// Answers the next question, which is for the lines.
    #[track_caller]
    pub fn list(&mut self, from: u64, names: &[&str]) {
        assert_eq!(self.asked().1, Ask::Lines { from: 0 });
        self.list_part(from, names, false);
    }

    /// Answers the question for lines that was heard last.
    pub fn list_part(&mut self, from: u64, names: &[&str], more: bool) {
        let op = self.heard;
        let line = |name: &&str| LineEntry {
            name: (*name).to_owned(),
            provider: "SIP".to_owned(),
            in_service: true,
            media: 8,
            address_types: 1,
            max_active: 10,
            max_held: 10,
            offers: self.offers.clone(),
            forwards: self.forwards.clone(),
            ..Default::default()
        };
        self.tell(Tell::Lines {
            op,
            revision: self.revision,
            from,
            more,
            lines: names.iter().map(line).collect(),
        });
    }

    pub fn tell(&mut self, tell: Tell) {
        if let Tell::Done { op, .. } | Tell::Failed { op, .. } | Tell::Lines { op, .. } = &tell {
            self.answered = self.answered.max(*op);
        }
        self.seq += 1;
        self.tell_numbered(self.seq, tell);
    }

    fn tell_numbered(&mut self, seq: u64, tell: Tell) {
        let subject = subject::to(USER, &self.client);
        let message = ToClient {
            v: VERSION,
            seq,
            tell,
        };
        let bytes = seal(&self.key, &subject, &message).unwrap();
        self.bus.say(&subject, &bytes);
    }

    /// Where the client hears sound.
    pub fn to_sound(&self) -> String {
        subject::to_sound(USER, &self.client)
    }

    /// Says anything anywhere.
    pub fn say(&mut self, subject: &str, bytes: &[u8]) {
        self.bus.say(subject, bytes);
    }

    /// Tells how a call is.
    pub fn tell_state(&mut self, call: u64, state: u32, cause: u32) {
        self.tell(Tell::Call(CallNews {
            call,
            state,
            cause,
            ..Default::default()
        }));
    }

    /// Something that it has told is lost on the way.
    pub fn lose_one(&mut self) {
        self.seq += 1;
    }
}
