//! A node of the pool: shows the lines of this machine to others over the bus, and does what their
//! users ask for, for as long as they are there (`docs/cluster.md`).
//!
//! - `rights`: who may use which lines.
//! - `session`: what is known of one client.
//! - `node`: the one thread on which all of that is kept: who asks, what is told, who is gone.
//! - `crowd`: how many clients it takes.
//! - `lives`: what follows where that breaks off.
//! - `happening`: what happens to lines and calls, and who is told of it.
//! - `acts`: what is asked for, done with the engine.
//! - `digits`: those that are sent and heard on calls.
//! - `sound`, `carrying`: what is played and heard on calls, and the thread that carries it.
//! - `ending`: the end of sessions, and of the calls that nobody has any more.
//! - `telling`: what clients are told, in the words of the bus.
//! - `recalling`: what they are told of calls that are over.
//! - `threads`: what may wait is done there.
//!
//! Lines that are configured in the bus, which nodes share out (`crates/lease` says how):
//!
//! - `store`: where they and their owners stand.
//! - `ownership`: this node's part in them.
//! - `opening`: one of them, opened and closed.
//! - `shared_lines`: what the command does with them.
//! - `nodes`: what it does with those who share them out.
//!
//! A node is one client of the engine. The process that has the line has the call: nothing of it is
//! kept elsewhere, and what this process forgets is over.
//!
//! # Threads
//!
//! The node's thread never waits for a provider. What a provider does not answer at once is waited
//! for on a thread of its own. Sound has one more, from the first call on that has any.

mod acts;
mod carrying;
mod crowd;
mod digits;
mod ending;
mod happening;
mod lives;
mod node;
mod nodes;
mod opening;
mod ownership;
mod recalling;
mod rights;
mod session;
mod shared_lines;
mod sound;
mod store;
mod telling;
#[cfg(test)]
mod tests;
mod threads;

pub use nodes::Standing;
pub use ownership::Ownership;
pub use shared_lines::{Change, Row, SharedLines, lines_of};

use crate::engine::{Engine, Error, ErrorKind, Result};
use crate::pool::{ClusterSettings, PROTOCOL, Recall};
use lives::Lives;
use node::Word;
use std::sync::Arc;
use std::thread::JoinHandle;
use tapi3_common::{descriptors, thread, words};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

/// The most threads that wait for providers. More requests wait for their turn.
const MOST_WAITING: usize = 4096;

/// A node at work, until it is dropped.
pub struct Node {
    words: UnboundedSender<Word>,
    thread: Option<JoinHandle<()>>,
}

impl Node {
    /// Shares the lines of the engine, and tells with `recall`, if there is one, of calls on them that
    /// are over. The bus need not be there yet: it is tried again and again.
    ///
    /// # Errors
    /// If a setting is wrong, a secret is not to be had, or the system gives no thread.
    pub fn start(
        settings: &ClusterSettings,
        engine: &Arc<Engine>,
        recall: Option<Recall>,
    ) -> Result<Self> {
        let build = || {
            let mut builder = tokio::runtime::Builder::new_current_thread();
            builder.enable_all().thread_name("tapi3-node-waits");
            builder.max_blocking_threads(MOST_WAITING).build()
        };
        let runtime = descriptors::with_enough(build).map_err(|error| {
            let error = words::of(&error);
            failed("The node does not start", &error)
        })?;
        let (words, to_do) = unbounded_channel();
        let lives = Lives {
            settings: settings.clone(),
            engine: engine.clone(),
            recall,
            words: words.clone(),
        };
        let hub = runtime.block_on(lives.another())?;
        let run = move || {
            runtime.block_on(lives.live(hub, to_do));
            runtime.shutdown_background();
        };
        let thread = thread::start("tapi3-node", run)
            .map_err(|error| failed("The node's thread does not start", &error))?;
        Ok(Node {
            words,
            thread: Some(thread),
        })
    }

    /// Tells the clients that their calls are over, and ends those.
    pub fn stop(mut self) {
        self.end();
    }

    fn end(&mut self) {
        let _ = self.words.send(Word::Stop);
        if let Some(thread) = self.thread.take() {
            if thread.join().is_err() {
                tracing::error!("the node's thread panicked");
            }
        }
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        self.end();
    }
}

/// Whether a line is this machine's own: those of other machines are not shared once more.
fn is_own(protocol: &str) -> bool {
    protocol != PROTOCOL
}

fn failed(what: &str, error: &dyn std::fmt::Display) -> Error {
    Error::with_text(ErrorKind::OperationFailed, format!("{what}: {error}."))
}
