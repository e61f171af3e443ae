//! Lines of other machines, over a bus (NATS): a node has the line and the call, and what is wished
//! here is asked of it (`docs/cluster.md`).
//!
//! - `settings`: what is configured of a line.
//! - `control`: between the application's threads and the one thread that speaks with the nodes.
//! - `pool`, `session`, `wishes`, `hearing`, `lines`: that thread: who is there, what was asked, what
//!   is to be asked, what was said to it, which lines there are.
//! - `sound`: what is played and heard on calls.
//! - `living`: a look at the calls of the whole pool, live ones and records, for people.
//!
//! # Never for ever
//!
//! A node says in each session that it is there. One that is silent for its lease is gone, and its
//! calls are over: DISCONNECTED, cause FAILED. While the bus itself is away nothing is known, so
//! nothing is concluded; whoever waits for an answer then gets TAPI_E_TIMEOUT from the engine, and
//! the answer counts when it comes.
//!
//! # Once
//!
//! A question is asked again until it is answered, under the same number, and the node carries it
//! out once. A call that could not be asked for within some seconds is not placed any more.

mod control;
mod hearing;
mod lines;
mod living;
mod outcome;
mod pool;
mod session;
mod settings;
mod sound;
#[cfg(test)]
mod tests;
mod wishes;

pub use living::{Living, Recorded, living, recorded};
pub use settings::{All, Settings};

use super::switchboard::{self, Departure, Desk, Ending, Next, Worker};
use crate::engine::{
    Call, DropReason, Engine, Error, ErrorKind, Forward, Line, Number, Provider, Reply, Result,
    SendDigits,
};
use crate::pool::meaning::{self, OVER};
use crate::pool::{ClusterSettings, Hearing, Link, Room, draw, whole};
use crate::shared::Shared;
use control::{Asked, Control, Deed, LineChange, LineWish, Switchboard, Way, Wish};
use lines::Wanted;
use outcome::outcome;
use pool::{MAX_NODES, Pool};
use std::sync::mpsc::sync_channel;
use std::sync::{Arc, Weak};
use std::time::Duration;
use tapi3_bus::{MAX_TEXT, subject};
use tapi3_common::text;
use tapi3_switchboard::Bell;
use tokio::sync::oneshot;
use tokio::time::Instant;

/// How long the opening waits for the lines to be known. Those that come later are events.
const PATIENCE: Duration = Duration::from_secs(3);

/// How often time is looked at.
const TICK: Duration = Duration::from_millis(200);

/// How soon the nodes are spoken with again after that has broken off.
const PAUSE: Duration = Duration::from_millis(500);

/// How long the nodes are waited for when the lines are closed, and when the process ends.
const FAREWELL: Duration = Duration::from_secs(3);
const HURRIED_FAREWELL: Duration = Duration::from_millis(500);

/// What was opened.
pub struct Opened {
    /// For the end of the process.
    pub departure: Departure,
    /// To be closed when the lines are; there may be no line yet that would see to it.
    pub provider: Arc<dyn Provider>,
}

/// Joins the pool and adds the lines that are wanted to the engine, now and as they come.
///
/// # Errors
/// If a setting is wrong, or the bus is not reached; then no line was added.
pub fn open(
    engine: &Arc<Engine>,
    cluster: &ClusterSettings,
    lines: Vec<(String, Settings)>,
) -> Result<Opened> {
    let (access, who) = (cluster.access()?, cluster.identity()?);
    let mut wanted = Wanted {
        own: cluster.name.clone(),
        ..Wanted::default()
    };
    for (name, settings) in lines {
        match settings.lines {
            Some(_) => wanted.all = true,
            None => wanted.named.push((name, settings.node)),
        }
    }
    let runtime = switchboard::runtime("tapi3-remote-lookup")?;
    // A node has lines of its own to serve meanwhile.
    let for_sound = access.clone();
    let link = runtime.block_on(Link::open(access, cluster.lease, cluster.is_node()))?;
    let lease = cluster.lease;
    let board: Arc<Switchboard> = switchboard::make()?;
    let asked: Arc<Asked> = Arc::default();
    let desk = {
        let _within = runtime.enter();
        Desk::new(board.clone())
            .map_err(|error| switchboard::failed("The remote lines cannot be opened", &error))?
    };
    let (tell_ready, ready) = sync_channel(1);
    let (introduce, introduced) = oneshot::channel::<Weak<RemoteProvider>>();
    let lot = draw_name()?;
    let work = {
        let (engine, board, asked) = (engine.clone(), board.clone(), asked.clone());
        move || {
            let (closed, heeded) = (board.clone(), asked.clone());
            runtime.block_on(async {
                let Ok(provider) = introduced.await else {
                    return;
                };
                let pool = Pool {
                    engine,
                    provider,
                    board,
                    asked,
                    link,
                    access: for_sound,
                    lease,
                    sound: None,
                    who,
                    lot,
                    wanted,
                    lines: lines::Lines::default(),
                    sessions: Default::default(),
                    nodes: Default::default(),
                    room: Room::new(MAX_NODES),
                    legs: Default::default(),
                    refusing: Default::default(),
                    last_session: 0,
                    lost: None,
                    has_lost: false,
                    begun: Instant::now(),
                    ready: Some(tell_ready),
                    #[cfg(test)]
                    breaks: 0,
                };
                serve(pool, &desk).await;
            });
            closed.close();
            heeded.close_lines();
            drop(desk);
            runtime.shutdown_background();
        }
    };
    let worker = Worker::start("tapi3-remote", work)
        .map_err(|error| switchboard::failed("The remote lines' thread does not start", &error))?;
    let departure = Departure::new(&board, &worker);
    let provider = Arc::new(RemoteProvider {
        board,
        asked,
        worker,
    });
    // Only the thread that has just been started can be gone, and then nobody is waited for.
    let _ = introduce.send(Arc::downgrade(&provider));
    if ready.recv_timeout(PATIENCE).is_err() {
        tracing::warn!("not all remote lines are there yet; they are added as they come");
    }
    Ok(Opened {
        departure,
        provider,
    })
}

/// Draws the first word of our sessions' names.
fn draw_name() -> Result<String> {
    Ok(format!("{:032x}", u128::from_be_bytes(draw()?)))
}

/// Speaks with the nodes until the lines are closed. Should that break off, nobody speaks with them of
/// the calls that are up: those are over, and it begins anew.
async fn serve(mut pool: Pool, desk: &Desk<Control>) {
    let all = subject::to_all(&pool.who.user, &pool.lot);
    let heard = (
        pool.link.hear(subject::NOTICES.to_owned()).await,
        pool.link.hear(all).await,
    );
    let mut ears = match heard {
        (Ok(notices), Ok(told)) => (notices, told),
        (Err(error), _) | (_, Err(error)) => {
            return tracing::error!("the remote lines cannot be used: {error}");
        }
    };
    let ending = loop {
        if let Some(ending) = whole(speak(&mut pool, desk, &mut ears)).await {
            break ending;
        }
        tracing::error!(
            "what speaks with the nodes has broken off: the calls on their lines are over, and it \
             begins anew"
        );
        pool.break_off().await;
        tokio::time::sleep(PAUSE).await;
    };
    if whole(say_farewell(&mut pool, desk, &mut ears.1, ending))
        .await
        .is_none()
    {
        pool.break_off().await;
    }
    pool.link.flush(HURRIED_FAREWELL).await;
    pool.give_up();
}

async fn speak(
    pool: &mut Pool,
    desk: &Desk<Control>,
    (notices, told): &mut (Hearing, Hearing),
) -> Ending {
    let mut connected = pool.link.connected();
    let asked = pool.asked.clone();
    let mut ticks = tokio::time::interval(TICK);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    pool.look_around().await;
    loop {
        tokio::select! {
            next = desk.next_or_rung(Ending::None) => match next {
                Some(Next::New(new)) => pool.place(new).await,
                Some(Next::End(ending)) => return ending,
                // Something is wished of a line.
                None => {}
            },
            () = asked.wait() => {}
            Some(message) = told.next() => pool.told(&message.subject, &message.payload).await,
            Some(message) = notices.next() => pool.noticed(&message.payload).await,
            Ok(()) = connected.changed() => pool.connection_changed().await,
            _ = ticks.tick() => pool.tick().await,
        }
        pool.heed().await;
    }
}

async fn say_farewell(
    pool: &mut Pool,
    desk: &Desk<Control>,
    told: &mut Hearing,
    mut ending: Ending,
) {
    pool.close().await;
    let mut ticks = tokio::time::interval(TICK);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    let begun = Instant::now();
    while !pool.is_closed() {
        let patience = match ending {
            Ending::Leaving => HURRIED_FAREWELL,
            _ => FAREWELL,
        };
        tokio::select! {
            Some(message) = told.next() => pool.told(&message.subject, &message.payload).await,
            _ = ticks.tick() => pool.tick().await,
            sooner = desk.end(ending) => ending = sooner,
            () = tokio::time::sleep_until(begun + patience) => break,
        }
    }
}

/// The lines of other machines.
pub(crate) struct RemoteProvider {
    board: Arc<Switchboard>,
    asked: Arc<Asked>,
    worker: Worker,
}

const TOO_LONG: Error = Error::new(
    ErrorKind::InvalidAddress,
    "The destination is longer than another machine takes.",
);

/// How long the node of a line may take to change it.
const LONGEST_CHANGE: Duration = Duration::from_secs(10);

const LINECALLREASON_PICKUP: i32 = 0x10;
const LINECALLREASON_UNPARK: i32 = 0x20;

const NO_ANSWER: Error = Error::new(
    ErrorKind::Timeout,
    "The node that has the line does not say whether this was done.",
);

const TOO_MANY_RULES: Error = Error::new(
    ErrorKind::InvalidArgument,
    "This is more forwarding than another machine takes.",
);

const TOO_MANY_DIGITS: Error = Error::new(
    ErrorKind::InvalidDigits,
    "These are more digits than another machine takes at once.",
);

impl RemoteProvider {
    fn ask(&self, call: &Call, deed: Deed, reply: Reply) {
        let ask = |control: &Control, reply| control.ask(Wish::Do(deed, reply));
        if let Err(reply) = switchboard::ask(&self.board, call, reply, ask) {
            reply.fail(OVER);
        }
    }

    /// As [`RemoteProvider::ask`], with another call of ours.
    fn ask_both(&self, call: &Call, other: &Call, deed: fn(Shared<Control>) -> Deed, reply: Reply) {
        match switchboard::find(&self.board, other) {
            Some(other) => self.ask(call, deed(other), reply),
            None => reply.fail(OVER),
        }
    }

    /// As [`RemoteProvider::ask`], with a text that goes over the bus.
    fn ask_with(&self, call: &Call, text: &str, deed: fn(String) -> Deed, reply: Reply) {
        match copy(text) {
            Ok(text) => self.ask(call, deed(text), reply),
            Err(error) => reply.fail(error),
        }
    }

    fn begin(&self, call: &Call, way: Way, reply: Reply) {
        if call.destination().len() > MAX_TEXT {
            return reply.fail(TOO_LONG);
        }
        switchboard::place(&self.board, call, Control::new(&self.asked, way), reply);
    }

    /// Takes a call that waits somewhere, for this reason.
    fn take(&self, call: &Call, way: Way, reason: i32, reply: Reply) {
        match call.set_number(Number::Reason, reason) {
            Ok(()) => self.begin(call, way, reply),
            Err(error) => reply.fail(error),
        }
    }

    /// Has a line's node change it, and waits for that.
    fn change(&self, line: &Line, change: LineChange) -> Result<()> {
        let (outcome, told) = outcome()?;
        let patience = LONGEST_CHANGE.min(line.engine().settings().operation_timeout);
        self.asked.ask_line(LineWish {
            line: line.id(),
            change,
            outcome,
            until: Instant::now() + patience,
        })?;
        self.board.bell().ring();
        // Where it was asked and nobody waits for the answer any more, it may have been done as well.
        told.wait(patience)
    }
}

/// A copy of a text, if the bus carries it and there is memory.
fn copy(text: &str) -> Result<String> {
    if text.len() > MAX_TEXT {
        return Err(TOO_LONG);
    }
    Ok(text::copy(text)?)
}

impl Provider for RemoteProvider {
    fn make(&self, call: &Call, reply: Reply) {
        self.begin(call, Way::Placed, reply);
    }

    fn answer(&self, call: &Call, reply: Reply) {
        self.ask(call, Deed::Answer, reply);
    }

    fn drop_call(&self, call: &Call, reason: DropReason, reply: Reply) {
        let wish = |control: &Control, reply| control.ask(Wish::Drop(reason, Some(reply)));
        let late = |control: &Control| control.ask(Wish::Drop(reason, None));
        switchboard::hang_up(&self.board, call, reply, wish, late);
    }

    fn hold(&self, call: &Call, reply: Reply) {
        self.ask(call, Deed::Hold, reply);
    }

    fn unhold(&self, call: &Call, reply: Reply) {
        self.ask(call, Deed::Unhold, reply);
    }

    fn swap(&self, call: &Call, held: &Call, reply: Reply) {
        self.ask_both(call, held, Deed::Swap, reply);
    }

    fn redirect(&self, call: &Call, destination: &str, reply: Reply) {
        self.ask_with(call, destination, Deed::Redirect, reply);
    }

    fn blind_transfer(&self, call: &Call, destination: &str, reply: Reply) {
        self.ask_with(call, destination, Deed::BlindTransfer, reply);
    }

    fn complete_transfer(&self, original: &Call, consult: &Call, reply: Reply) {
        self.ask_both(consult, original, Deed::CompleteTransfer, reply);
    }

    fn join(&self, original: &Call, consult: &Call, reply: Reply) {
        self.ask_both(consult, original, Deed::Join, reply);
    }

    fn leave(&self, call: &Call, reply: Reply) {
        self.ask(call, Deed::Leave, reply);
    }

    fn park(&self, call: &Call, address: Option<&str>, reply: Reply) {
        match address {
            Some(address) => {
                let park = |address| Deed::Park(Some(address));
                self.ask_with(call, address, park, reply);
            }
            None => self.ask(call, Deed::Park(None), reply),
        }
    }

    fn unpark(&self, call: &Call, reply: Reply) {
        self.take(call, Way::Unparked, LINECALLREASON_UNPARK, reply);
    }

    fn pickup(&self, call: &Call, group: Option<&str>, reply: Reply) {
        match group.map(copy).transpose() {
            Ok(group) => self.take(call, Way::PickedUp(group), LINECALLREASON_PICKUP, reply),
            Err(error) => reply.fail(error),
        }
    }

    fn dial(&self, call: &Call, digits: &str, reply: Reply) {
        self.ask_with(call, digits, Deed::Dial, reply);
    }

    fn set_forwarding(&self, line: &Line, forwards: &[Forward]) -> Result<()> {
        let carried = meaning::forwards(forwards)?;
        if carried.len() < forwards.len() {
            return Err(TOO_MANY_RULES);
        }
        self.change(line, LineChange::Forward(carried))
    }

    fn set_do_not_disturb(&self, line: &Line, on: bool) -> Result<()> {
        self.change(line, LineChange::DoNotDisturb(on))
    }

    fn cancels_forwarding(&self) -> bool {
        // The node's engine does, for all who use the line; another word would come behind theirs.
        true
    }

    fn set_message_waiting(&self, line: &Line, on: bool) -> Result<()> {
        self.change(line, LineChange::MessageWaiting(on))
    }

    fn sound(&self, call: &Call) {
        // A call that is over has none.
        let _ = switchboard::tell(&self.board, call, Control::sound);
    }

    fn hear_digits(&self, call: &Call) {
        // Nobody hears any of a call that is over.
        let _ = switchboard::tell(&self.board, call, Control::hear_digits);
    }

    fn send_digits(&self, call: &Call, digits: SendDigits) -> Result<()> {
        if digits.keys.len() > MAX_TEXT {
            return Err(TOO_MANY_DIGITS);
        }
        let send = |control: &Control| control.digits(Some(digits));
        switchboard::tell(&self.board, call, send).unwrap_or(Err(OVER))
    }

    fn stop_digits(&self, call: &Call) {
        // None are sent any more on a call that is over.
        let _ = switchboard::tell(&self.board, call, |control| control.digits(None));
    }

    fn close(&self) {
        self.board.end(Ending::Closing);
        self.worker.join();
    }
}

impl Drop for RemoteProvider {
    fn drop(&mut self) {
        self.close();
    }
}
