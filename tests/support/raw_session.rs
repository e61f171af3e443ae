//! One side of a session with a node, message by message, as a test says.

use super::cluster::{Bus, Node, SECRET, Stranger};
use tapi3_bus::seal::{Key, open, seal};
use tapi3_bus::{
    Ask, Beginning, Notice, NoticeKind, Tell, ToClient, ToNode, VERSION, read, subject,
};

/// The session.
pub const CLIENT: &str = "0123456789abcdef0123456789abcdef.1";

/// One side of a session, message by message.
pub struct Raw {
    pub bus: Stranger,
    pub user: &'static str,
    pub node: &'static str,
    pub key: Key,
    pub token: u64,
}

impl Raw {
    pub fn new(bus: &Bus, user: &'static str, node: &'static str) -> Self {
        let mut stranger = Stranger::come(bus);
        stranger.listen(&subject::to(user, CLIENT));
        stranger.settle();
        Raw {
            bus: stranger,
            user,
            node,
            key: Key::new(SECRET),
            token: 0,
        }
    }

    pub fn bytes(&self, op: u64, ask: Ask) -> Vec<u8> {
        self.bytes_of(CLIENT, op, ask)
    }

    pub fn bytes_of(&self, client: &str, op: u64, ask: Ask) -> Vec<u8> {
        let message = ToNode {
            v: VERSION,
            client: client.to_owned(),
            op,
            token: self.token,
            ask,
        };
        seal(&self.key, &subject::ask(self.node, self.user), &message).unwrap()
    }

    pub fn ask(&mut self, op: u64, ask: Ask) {
        let bytes = self.bytes(op, ask);
        self.bus.say(&subject::ask(self.node, self.user), &bytes);
    }

    pub fn hear(&mut self) -> ToClient {
        let (subject, bytes) = self.bus.hear();
        open(&self.key, &subject, &bytes).unwrap()
    }

    /// The answer to operation `op`; what is told besides is passed over.
    pub fn answer(&mut self, op: u64) -> Tell {
        loop {
            let tell = self.hear().tell;
            let of = match &tell {
                Tell::Opened { op, .. }
                | Tell::Done { op, .. }
                | Tell::Failed { op, .. }
                | Tell::NoSession { op }
                | Tell::Lines { op, .. }
                | Tell::Calls { op, .. } => *op,
                _ => continue,
            };
            if of == op {
                return tell;
            }
        }
    }

    /// The next that is told and is this.
    pub fn find(&mut self, is_it: impl Fn(&Tell) -> bool) -> Tell {
        loop {
            let tell = self.hear().tell;
            if is_it(&tell) {
                return tell;
            }
        }
    }

    pub fn open(&mut self, incarnation: u64) {
        self.ask(1, Ask::Open { incarnation });
        let Tell::Opened { token, .. } = self.answer(1) else {
            panic!("the session is not opened");
        };
        self.token = token;
    }

    pub fn count_calls(&mut self, op: u64) -> usize {
        self.ask(op, Ask::Calls { from: 0 });
        match self.answer(op) {
            Tell::Calls { calls, .. } => calls.len(),
            other => panic!("{other:?}"),
        }
    }
}

/// The node `n1`, which takes nobody for gone in a test's time: such a session says nothing by itself.
pub fn patient_node(bus: &Bus) -> Node {
    Node::leased(bus, "n1", "60s", "")
}

/// Which life the node has.
pub fn incarnation(bus: &Bus, name: &str) -> u64 {
    let mut stranger = Stranger::come(bus);
    stranger.listen(subject::NOTICES);
    loop {
        let (_, bytes) = stranger.hear();
        if let Ok(Notice {
            notice: NoticeKind::Alive {
                node, incarnation, ..
            },
            ..
        }) = read(&bytes)
        {
            if node == name {
                return incarnation;
            }
        }
    }
}

pub fn make(call: u64, line: &str) -> Ask {
    Ask::Make(Beginning {
        call,
        line: line.to_owned(),
        destination: "1001".to_owned(),
        media: 8,
        address_type: 1,
        group: None,
    })
}
