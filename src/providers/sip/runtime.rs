//! The provider's thread: it runs the sockets, the calls and the registrations of all lines, and
//! winds them up at the end.

use super::control::{self, Control, Switchboard};
use super::leg::Station;
use super::settings::Config;
use super::stack::Stack;
use super::wire::Bound;
use super::{incoming, outgoing, registration};
use crate::engine::Line;
use crate::providers::switchboard::{Desk, Ending, Next};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// How long the end may take: time for a BYE to be sent a few times and answered.
const LAST_WORDS: Duration = Duration::from_secs(4);

/// The same when the process ends, which must not take longer than two seconds for that.
const IN_A_HURRY: Duration = Duration::from_millis(1300);

/// A line before the runtime has it.
pub(super) struct NewStation {
    pub config: Config,
    pub line: Arc<Line>,
    pub appearances: Arc<super::control::Appearances>,
    /// Which of the sockets is its own.
    pub socket: usize,
}

/// What the thread starts with.
pub(super) struct Runtime {
    pub runtime: tokio::runtime::Runtime,
    pub desk: Desk<Control>,
    pub sockets: Vec<Bound>,
    pub stations: Vec<NewStation>,
    pub switchboard: Arc<Switchboard>,
}

impl Runtime {
    /// Runs until the provider closes and everything is wound up, within a bounded time.
    pub fn run(self) {
        let Runtime {
            runtime,
            desk,
            sockets,
            stations,
            switchboard,
        } = self;
        // Whatever happens here, no application waits for an answer that cannot come.
        let _closed = CloseAtEnd(switchboard.clone());
        runtime.block_on(serve(desk, sockets, stations, switchboard));
        // Name lookups run on threads of their own; nobody waits for them.
        runtime.shutdown_background();
    }
}

struct CloseAtEnd(Arc<Switchboard>);

impl Drop for CloseAtEnd {
    fn drop(&mut self) {
        control::close(&self.0);
    }
}

async fn serve(
    desk: Desk<Control>,
    sockets: Vec<Bound>,
    new: Vec<NewStation>,
    switchboard: Arc<Switchboard>,
) {
    let tasks = TaskTracker::new();
    let closing = CancellationToken::new();
    let end = CancellationToken::new();
    let mut new: Vec<Option<NewStation>> = new.into_iter().map(Some).collect();
    let mut stations: HashMap<u32, Arc<Station>> = HashMap::new();
    for (index, socket) in sockets.into_iter().enumerate() {
        let mine = new
            .iter_mut()
            .filter_map(|n| n.take_if(|n| n.socket == index));
        let mine: Vec<NewStation> = mine.collect();
        let t1 = mine.iter().map(|n| n.config.t1).max().unwrap_or_default();
        let started = Stack::start(socket, t1, tasks.clone(), end.child_token()).await;
        let (stack, mut requests) = match started {
            Ok(started) => started,
            Err(error) => {
                tracing::error!("a SIP socket cannot be served: {error}");
                for new in &mine {
                    let name = &new.line.info().name;
                    tracing::error!("line {name:?} is out of service");
                    new.line.set_in_service(false);
                }
                continue;
            }
        };
        let mine = mine.into_iter().map(|new| {
            Arc::new(Station {
                config: new.config,
                line: new.line,
                stack: stack.clone(),
                switchboard: switchboard.clone(),
                appearances: new.appearances,
            })
        });
        let mine: Vec<Arc<Station>> = mine.collect();
        for station in &mine {
            stations.insert(station.line.id(), station.clone());
            if station.config.register {
                tasks.spawn(registration::keep(station.clone(), closing.clone()));
            }
        }
        tokio::spawn(async move {
            while let Some(request) = requests.recv().await {
                incoming::receive(&stack, &mine, request);
            }
        });
    }
    let ending = loop {
        let new = match desk.next(Ending::None).await {
            Next::New(new) => new,
            Next::End(ending) => break ending,
        };
        match stations.get(&new.call.line().id()) {
            Some(station) => drop(tasks.spawn(outgoing::place(station.clone(), new))),
            // Its socket failed, and the line is out of service.
            None => new.reply.fail(super::NOT_READY),
        }
    };
    closing.cancel();
    control::close(&switchboard);
    tasks.close();
    wind_up(&desk, &tasks, &switchboard, ending).await;
    if !tasks.is_empty() {
        tracing::warn!(
            "the SIP lines close with {} calls or transactions without an end; the far end of a \
             call may not know that it is over",
            tasks.len()
        );
    }
    end.cancel();
}

/// Waits for what the wire still owes somebody, and not too long for that.
async fn wind_up(
    desk: &Desk<Control>,
    tasks: &TaskTracker,
    switchboard: &Switchboard,
    mut ending: Ending,
) {
    let patience = |ending| match ending {
        Ending::Leaving => IN_A_HURRY,
        _ => LAST_WORDS,
    };
    let mut until = Instant::now() + patience(ending);
    let mut hurried = false;
    loop {
        // Half of the time is for what the far end owes us, and half for what must be said anyway.
        let half = until - patience(ending) / 2;
        tokio::select! {
            () = tasks.wait() => return,
            () = tokio::time::sleep_until(half), if !hurried => {
                hurried = true;
                switchboard.close().iter().for_each(|control| control.hurry());
            }
            () = tokio::time::sleep_until(until) => return,
            sooner = desk.end(ending) => {
                ending = sooner;
                until = until.min(Instant::now() + patience(ending));
            }
        }
    }
}
