//! What a node knows of one client: its calls, what it has asked for, and the number of the next
//! thing that it is told.

use super::sound::Sounding;
use crate::engine::CallHandle;
use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;
use tapi3_bus::{CallNews, Operations, Tell, subject};
use tokio::time::Instant;

/// How many operations of a session are remembered.
const OPERATIONS: usize = 4096;

/// How many calls that are over a session can still be told of.
const MAX_OVER: usize = 1024;

/// How often the same question for all calls is answered.
const RESYNC_PAUSE: Duration = Duration::from_secs(2);

/// What can be set on a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Setting {
    Forwarding,
    DoNotDisturb,
    MessageWaiting,
}

/// A session's part in a call.
pub(super) enum Part {
    Live(Live),
    /// Over, or never to be: this is what is to be said of it.
    Over(CallNews),
}

/// A part in a call that is up.
pub(super) struct Live {
    pub handle: CallHandle,
    /// Whether the call ends with the session: it placed or answered it.
    pub owned: bool,
    /// The operation that is to answer it, if it is owned for that alone.
    pub answering: Option<u64>,
    /// Whether it is told of digits.
    pub hears_digits: bool,
    /// The latest operation that was about digits to be sent: an earlier one comes too late.
    pub digits: u64,
    /// Its sound, from when it was first asked for.
    pub sound: Option<Sounding>,
    /// The latest operation that was about it.
    pub sound_op: u64,
}

impl Live {
    /// A part in a call of which nothing was asked yet; `owned` as there.
    pub fn new(handle: CallHandle, owned: bool) -> Self {
        Live {
            handle,
            owned,
            answering: None,
            hears_digits: false,
            digits: 0,
            sound: None,
            sound_op: 0,
        }
    }
}

/// One client.
pub(super) struct Session {
    pub user: String,
    pub client: String,
    /// Where it hears us.
    pub subject: String,
    /// When it was heard last.
    pub heard: Instant,
    /// What its questions must carry, which nobody could know before it was opened.
    pub token: u64,
    /// Whether one has: a question to open a session may be one that somebody has recorded.
    pub is_proven: bool,
    /// The highest number of what it asked for.
    highest: u64,
    seq: u64,
    next_offer: u64,
    pub operations: Operations<Tell>,
    /// The latest operation that was to set each on a line: an earlier one comes too late.
    pub changes: BTreeMap<(Setting, String), u64>,
    /// When it was told of all its calls last.
    resynced: Option<Instant>,
    /// By the session's number.
    pub calls: BTreeMap<u64, Part>,
    over: VecDeque<u64>,
    /// The highest number of a call of the client's own that was forgotten. Those that came in count
    /// apart: the client does not choose their numbers.
    forgotten: u64,
}

impl Session {
    pub fn new(user: String, client: String, token: u64) -> Self {
        Session {
            subject: subject::to(&user, &client),
            user,
            client,
            heard: Instant::now(),
            token,
            is_proven: false,
            highest: 0,
            seq: 0,
            next_offer: 2,
            operations: Operations::new(OPERATIONS),
            changes: BTreeMap::new(),
            resynced: None,
            calls: BTreeMap::new(),
            over: VecDeque::new(),
            forgotten: 0,
        }
    }

    /// The client has asked for something. Only what is new shows that it is there: a message that
    /// somebody sends once more does not.
    pub fn hear(&mut self, op: u64) -> bool {
        let is_new = op > self.highest;
        if is_new {
            self.highest = op;
            self.heard = Instant::now();
        }
        is_new
    }

    /// Whether the client is to be told of all its calls, as it asks. That takes many messages: a
    /// question that is not new, which anybody can send once more, is answered once in a while.
    pub fn may_resync(&mut self, is_new: bool) -> bool {
        let is_early = self.resynced.is_some_and(|at| at.elapsed() < RESYNC_PAUSE);
        if is_early && !is_new {
            return false;
        }
        self.resynced = Some(Instant::now());
        true
    }

    /// The number of the next thing that the client is told.
    pub fn next_seq(&self) -> u64 {
        self.seq + 1
    }

    /// The client was told it, or would have been if the bus had taken it.
    pub fn has_told(&mut self, seq: u64) {
        self.seq = seq;
    }

    /// A number for a call that came in.
    pub fn offer_number(&mut self) -> u64 {
        let number = self.next_offer;
        self.next_offer += 2;
        number
    }

    /// Whether a client may give this number to a new call.
    pub fn is_free(&self, number: u64) -> bool {
        let is_theirs = number % 2 == 1;
        is_theirs && number > self.forgotten && !self.calls.contains_key(&number)
    }

    /// How many calls are up.
    pub fn count_live(&self) -> usize {
        let is_live = |part: &&Part| matches!(part, Part::Live(_));
        self.calls.values().filter(is_live).count()
    }

    /// A part in a call that is up.
    pub fn live(&self, number: u64) -> Option<&Live> {
        match self.calls.get(&number) {
            Some(Part::Live(live)) => Some(live),
            _ => None,
        }
    }

    /// As [`Session::live`], to change it.
    pub fn live_mut(&mut self, number: u64) -> Option<&mut Live> {
        match self.calls.get_mut(&number) {
            Some(Part::Live(live)) => Some(live),
            _ => None,
        }
    }

    /// The session wants to answer a call: who answers it is who has it.
    pub fn answers(&mut self, number: u64, op: u64) {
        if let Some(live) = self.live_mut(number) {
            if !live.owned {
                live.owned = true;
                live.answering = Some(op);
            }
        }
    }

    /// That came about or, if not `done`, did not: then somebody else has it.
    pub fn has_answered(&mut self, number: u64, op: u64, done: bool) {
        if let Some(live) = self.live_mut(number) {
            if live.answering.take_if(|of| *of == op).is_some() {
                live.owned = done;
            }
        }
    }

    /// A call is over, or must not begin any more.
    pub fn end(&mut self, news: CallNews) {
        let number = news.call;
        if let Some(Part::Over(_)) = self.calls.insert(number, Part::Over(news)) {
            return;
        }
        self.over.push_back(number);
        while self.over.len() > MAX_OVER {
            if let Some(oldest) = self.over.pop_front() {
                if let Some(Part::Over(_)) = self.calls.get(&oldest) {
                    self.calls.remove(&oldest);
                }
                if oldest % 2 == 1 {
                    self.forgotten = self.forgotten.max(oldest);
                }
            }
        }
    }

    /// Forgets a call that came to nothing.
    pub fn forget(&mut self, number: u64) {
        if let Some(Part::Live(_)) = self.calls.get(&number) {
            self.calls.remove(&number);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_question_for_all_calls_is_answered_once_in_a_while() {
        let mut session = Session::new("alice".to_owned(), "c".to_owned(), 1);
        // It may not have come the first time.
        assert!(session.may_resync(false));
        assert!(!session.may_resync(false));
        assert!(session.may_resync(true));
        session.resynced = Some(Instant::now().checked_sub(RESYNC_PAUSE).unwrap());
        assert!(session.may_resync(false));
    }

    #[test]
    fn calls_that_came_in_and_were_forgotten_take_no_number_from_the_client() {
        let mut session = Session::new("alice".to_owned(), "c".to_owned(), 1);
        for _ in 0..3 * MAX_OVER {
            let call = session.offer_number();
            session.end(CallNews {
                call,
                ..Default::default()
            });
        }
        assert!(session.is_free(1));
        assert_eq!(session.calls.len(), MAX_OVER);
        // Its own it cannot use again, however long ago they were.
        for number in 0..MAX_OVER as u64 + 1 {
            session.end(CallNews {
                call: 2 * number + 1,
                ..Default::default()
            });
        }
        assert!(!session.is_free(1));
    }
}
