//! Between the application's threads and the one that speaks with the nodes: what is wished of a
//! call, and of a line. For a call, all that this needs is made with the call, so that a hang-up
//! takes no memory.

use super::outcome::Teller;
use super::session::NOT_REACHED;
use crate::engine::{DropReason, Error, ErrorKind, Reply, Result, SendDigits};
use crate::pool::meaning::OVER;
use crate::providers::switchboard;
use crate::shared::Shared;
use arrayvec::ArrayVec;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use tapi3_bus::ForwardEntry;
use tapi3_common::sync::unmodelled::lock;
use tokio::sync::Notify;
use tokio::time::Instant;

pub(super) type Switchboard = switchboard::Switchboard<Control>;
pub(super) type NewCall = switchboard::NewCall<Control>;
pub(super) type Admitted = switchboard::Admitted<Control>;

/// Wishes that may wait at once. The engine has one hang-up and one other operation at a time for a
/// call, and asks again only when it has given the one before up.
const MAX_WISHES: usize = 8;

const TOO_MANY: Error = Error::new(
    ErrorKind::OperationFailed,
    "Too many requests for this call are under way; the first ones are being tried.",
);

/// The calls that something is wished of, and what is wished of lines.
#[derive(Default)]
pub(super) struct Asked {
    tags: Mutex<Vec<u64>>,
    lines: Mutex<LineWishes>,
    bell: Notify,
}

#[derive(Default)]
struct LineWishes {
    waiting: Vec<LineWish>,
    /// Whether nobody heeds them any more.
    closed: bool,
}

/// How a line is to be from now on.
pub(super) struct LineWish {
    /// The engine's number of it.
    pub line: u32,
    pub change: LineChange,
    /// Who waits for the outcome, and until when.
    pub outcome: Teller,
    pub until: Instant,
}

/// What is to change about a line.
pub(super) enum LineChange {
    Forward(Vec<ForwardEntry>),
    DoNotDisturb(bool),
    MessageWaiting(bool),
}

impl Asked {
    /// Wishes something of a line. Whoever does rings the switchboard's bell then: to wake a task of
    /// the runtime takes memory on a thread that never did.
    ///
    /// # Errors
    /// If nobody heeds that any more, or there is no memory.
    pub fn ask_line(&self, wish: LineWish) -> Result<()> {
        let mut lines = lock(&self.lines);
        if lines.closed {
            return Err(NOT_REACHED);
        }
        lines.waiting.try_reserve(1)?;
        lines.waiting.push(wish);
        Ok(())
    }

    /// What was wished of lines since.
    pub fn take_lines(&self) -> Vec<LineWish> {
        std::mem::take(&mut lock(&self.lines).waiting)
    }

    /// Nobody heeds what is wished of lines any more: whoever waits for it is told.
    pub fn close_lines(&self) {
        lock(&self.lines).closed = true;
        drop(self.take_lines());
    }

    /// The calls that something was wished of since.
    pub fn take(&self) -> Vec<u64> {
        std::mem::take(&mut *lock(&self.tags))
    }

    /// Waits until something is wished.
    pub async fn wait(&self) {
        self.bell.notified().await;
    }
}

/// How a call begins.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) enum Way {
    /// It is placed, or came in.
    #[default]
    Placed,
    /// It takes the one that is parked at its destination.
    Unparked,
    /// It takes one that rings, in this group if there is one.
    PickedUp(Option<String>),
}

/// What an application may want of a call.
pub(super) enum Wish {
    /// Without a reply if nobody waits for it.
    Drop(DropReason, Option<Reply>),
    Do(Deed, Reply),
}

/// What is to be done with a call, besides ending it.
pub(super) enum Deed {
    Answer,
    Hold,
    Unhold,
    /// The other call, which is on hold, is to be taken back at the same time.
    Swap(Shared<Control>),
    Redirect(String),
    BlindTransfer(String),
    /// This call is the consultation for the other, which waits on hold.
    CompleteTransfer(Shared<Control>),
    /// As there.
    Join(Shared<Control>),
    Leave,
    Park(Option<String>),
    Dial(String),
}

impl Wish {
    /// The call is over: who wanted that has it.
    fn over(self) {
        match self {
            Wish::Drop(_, None) => {}
            Wish::Drop(_, Some(reply)) => reply.ok(),
            Wish::Do(_, reply) => reply.fail(OVER),
        }
    }

    fn refuse(self, error: Error) {
        match self {
            Wish::Drop(_, None) => {}
            Wish::Drop(_, Some(reply)) | Wish::Do(_, reply) => reply.fail(error),
        }
    }
}

#[derive(Default)]
struct State {
    wishes: ArrayVec<Wish, MAX_WISHES>,
    over: bool,
    /// Digits to send, or that none are to be sent any more: the latest word, which is what counts.
    digits: Option<Option<SendDigits>>,
    /// Whether somebody wants to be told of digits.
    hears_digits: bool,
    /// Whether something has changed about who plays and hears.
    sound: bool,
}

/// One call's part.
pub(super) struct Control {
    asked: Arc<Asked>,
    /// How the call begins.
    pub way: Way,
    /// The call's number on the switchboard; 0 until the provider's thread knows the call.
    tag: AtomicU64,
    state: Mutex<State>,
}

impl switchboard::Control for Control {
    fn wake(&self) {
        match self.tag() {
            0 => {}
            tag => {
                lock(&self.asked.tags).push(tag);
                self.asked.bell.notify_one();
            }
        }
    }
}

impl Control {
    /// For a new call.
    pub fn new(asked: &Arc<Asked>, way: Way) -> Result<Shared<Self>> {
        Ok(Shared::try_new(Control {
            asked: asked.clone(),
            way,
            tag: AtomicU64::new(0),
            state: Mutex::default(),
        })?)
    }

    /// The call's number on the switchboard; 0 until the provider's thread knows the call.
    pub fn tag(&self) -> u64 {
        self.tag.load(Ordering::Relaxed)
    }

    /// The provider's thread knows the call from now on.
    pub fn set_tag(&self, tag: u64) {
        self.tag.store(tag, Ordering::Relaxed);
    }

    /// Leaves a wish.
    pub fn ask(&self, wish: Wish) {
        let mut state = lock(&self.state);
        if state.over {
            drop(state);
            return wish.over();
        }
        let refused = state.wishes.try_push(wish);
        // The replies call the engine: unlocked.
        drop(state);
        if let Err(refused) = refused {
            refused.element().refuse(TOO_MANY);
        }
    }

    /// The wishes that were left since.
    pub fn take(&self) -> ArrayVec<Wish, MAX_WISHES> {
        std::mem::take(&mut lock(&self.state).wishes)
    }

    /// Digits are to be sent in place of what is being sent, or none any more.
    ///
    /// # Errors
    /// If the call is over.
    pub fn digits(&self, digits: Option<SendDigits>) -> Result<()> {
        let mut state = lock(&self.state);
        if state.over {
            return Err(OVER);
        }
        let before = state.digits.replace(digits);
        drop(state);
        drop(before);
        Ok(())
    }

    /// What was last said of digits to send, if anything was said since.
    pub fn take_digits(&self) -> Option<Option<SendDigits>> {
        lock(&self.state).digits.take()
    }

    /// Somebody wants to be told of digits.
    pub fn hear_digits(&self) {
        lock(&self.state).hears_digits = true;
    }

    /// Whether somebody wants to be told of digits.
    pub fn hears_digits(&self) -> bool {
        lock(&self.state).hears_digits
    }

    /// Something has changed about who plays and hears.
    pub fn sound(&self) {
        lock(&self.state).sound = true;
    }

    /// Whether something has changed about that since.
    pub fn take_sound(&self) -> bool {
        std::mem::take(&mut lock(&self.state).sound)
    }

    /// The call is over: what is wished from now on is answered at once.
    pub fn over(&self) {
        let mut state = lock(&self.state);
        state.over = true;
        let wishes = std::mem::take(&mut state.wishes);
        let digits = state.digits.take();
        drop(state);
        drop(digits);
        wishes.into_iter().for_each(Wish::over);
    }
}
