//! What clients are told of calls that are over. To look for records takes a thread of its own for a
//! while; how many do that at once is bounded, for each user and in all.

use super::node::{Hub, Word};
use super::telling::outcome;
use crate::engine::{Error, ErrorKind, Result};
use crate::pool::Recall;
use std::panic::{AssertUnwindSafe, catch_unwind};
use tapi3_bus::{MAX_PARTS, RecordEntry, RecordsPart, RecordsWanted, Tell, record_part};

/// How many questions are looked into at once, of all users and of one.
const MOST: usize = 8;
const MOST_OF_USER: usize = 2;

const TOO_BUSY: Error = Error::new(
    ErrorKind::OperationFailed,
    "The node looks for other records; ask again.",
);

const BROKEN: Error = Error::new(
    ErrorKind::OperationFailed,
    "The search for call records has broken off; the node's log says where.",
);

/// The records, and who is being told of them.
pub(super) struct Recalling {
    /// None if this node keeps none.
    recall: Option<Recall>,
    /// The user of each question that is being looked into.
    users: Vec<String>,
}

impl Recalling {
    pub fn new(recall: Option<Recall>) -> Self {
        Recalling {
            recall,
            users: Vec::new(),
        }
    }

    /// Whether another question of a user can be looked into.
    fn has_room(&self, user: &str) -> bool {
        let own = self.users.iter().filter(|of| *of == user);
        self.users.len() < MOST && own.count() < MOST_OF_USER
    }
}

/// What came of a question.
pub(super) struct Recalled {
    client: String,
    user: String,
    op: u64,
    found: Result<(Vec<RecordEntry>, bool)>,
}

impl Hub {
    /// Looks for records that a session wants, of the lines that its user may use.
    pub async fn recall(&mut self, client: &str, op: u64, wanted: RecordsWanted) {
        let user =
            (self.sessions.get(client)).and_then(|session| self.users.get_key_value(&session.user));
        let Some((user, lines)) = user.map(|(name, user)| (name.clone(), user.lines())) else {
            return;
        };
        let client = client.to_owned();
        let Some(recall) = self.recalling.recall.clone() else {
            let none = in_parts(op, Vec::new(), false);
            return self.tell_all(&client, none).await;
        };
        if !self.recalling.has_room(&user) {
            return self.tell(&client, outcome(op, Err(TOO_BUSY))).await;
        }
        self.recalling.users.push(user.clone());
        let words = self.words.clone();
        self.threads.run(move || {
            let look = || recall(&wanted, &|line| lines.fit(line));
            let found = catch_unwind(AssertUnwindSafe(look)).unwrap_or(Err(BROKEN));
            let recalled = Recalled {
                client,
                user,
                op,
                found,
            };
            // The node has ended if nobody takes it.
            let _ = words.send(Word::Recalled(recalled));
        });
    }

    /// Tells what was found.
    pub async fn recalled(&mut self, recalled: Recalled) {
        let mut users = self.recalling.users.iter();
        if let Some(place) = users.position(|user| *user == recalled.user) {
            self.recalling.users.swap_remove(place);
        }
        let tells = match recalled.found {
            Ok((records, is_cut)) => in_parts(recalled.op, records, is_cut),
            Err(error) => vec![outcome(recalled.op, Err(error))],
        };
        self.tell_all(&recalled.client, tells).await;
    }

    async fn tell_all(&mut self, client: &str, tells: Vec<Tell>) {
        for tell in tells {
            self.tell(client, tell).await;
        }
    }
}

fn in_parts(op: u64, records: Vec<RecordEntry>, is_cut: bool) -> Vec<Tell> {
    let mut rest = records.into_iter().peekable();
    let mut parts = Vec::new();
    loop {
        let records = record_part(&mut rest);
        let is_all = rest.peek().is_none();
        let more = !is_all && parts.len() + 1 < MAX_PARTS;
        parts.push(Tell::Records(RecordsPart {
            op,
            part: u32::try_from(parts.len()).unwrap_or(u32::MAX),
            more,
            cut: !more && (is_cut || !is_all),
            records,
        }));
        if !more {
            return parts;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tapi3_bus::MAX_CALLS;

    #[test]
    fn a_user_has_part_of_the_room_alone() {
        let mut recalling = Recalling::new(None);
        for user in ["alice", "alice", "bob"] {
            assert!(recalling.has_room(user));
            recalling.users.push(user.to_owned());
        }
        assert!(!recalling.has_room("alice") && recalling.has_room("bob"));
        for number in recalling.users.len()..MOST {
            recalling.users.push(number.to_string());
        }
        assert!(!recalling.has_room("carol"));
    }

    #[test]
    fn what_does_not_fit_into_the_parts_is_left_out_and_that_is_said() {
        let record = RecordEntry {
            item: "\u{1}".repeat(1024),
            ..RecordEntry::default()
        };
        let told = |count: usize, is_cut| {
            let parts = in_parts(1, vec![record.clone(); count], is_cut);
            let parts = parts.into_iter().map(|tell| match tell {
                Tell::Records(part) => (part.more, part.cut),
                other => panic!("{other:?}"),
            });
            parts.collect::<Vec<_>>()
        };
        assert_eq!(told(0, false), [(false, false)]);
        assert_eq!(told(1, true), [(false, true)]);
        let all = told(MAX_PARTS * MAX_CALLS, false);
        assert_eq!(all.len(), MAX_PARTS);
        assert_eq!(all.first(), Some(&(true, false)));
        assert_eq!(all.last(), Some(&(false, true)));
    }
}
