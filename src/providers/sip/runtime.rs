//! The provider's thread: it runs the stations of all lines, and winds them up at the end.

use super::config::Config;
use super::control::{self, Appearances, Asked, Control, Switchboard};
use super::leg::Line;
use super::lookup::Lookups;
use super::network;
use super::outside::Outside;
use super::ports::Pool;
use super::resolve::Resolver;
use super::sound::Sound;
use super::station::{Order, Station};
use super::transport::{Bound, Options, Transports};
use crate::providers::guard::Guard;
use crate::providers::switchboard::{Desk, Ending, Next};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::Duration;
use tapi3_common::numbers::Numbered;
use tapi3_sip::agent::{self, Agent, KeepAlive, KeepAliveBy};
use tapi3_sip::message::uri::SipUri;
use tapi3_sip::random::Random;
use tapi3_sip::transaction::{Limits, Times};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// How long the end may take: time for a BYE to be sent a few times and answered.
const LAST_WORDS: Duration = Duration::from_secs(4);

/// The same when the process ends, which must not take longer than two seconds for that.
const IN_A_HURRY: Duration = Duration::from_millis(1300);

/// How many requests of strangers a station keeps at a time.
const MOST_SERVERS: usize = 20_000;

/// A line before the runtime has it.
pub(super) struct NewLine {
    pub config: Config,
    pub line: Arc<crate::engine::Line>,
    pub appearances: Arc<Appearances>,
}

/// A station before the runtime has it.
pub(super) struct NewStation {
    pub bound: Bound,
    /// Who is asked for our address as those outside see it.
    pub stun: Option<SipUri>,
    pub lines: Vec<NewLine>,
    pub asked: Arc<Asked>,
    pub sound: Sound,
    /// Until when anything may be sent, if there is an end to that.
    pub guard: Option<Guard>,
}

/// What the thread starts with.
pub(super) struct Runtime {
    pub runtime: tokio::runtime::Runtime,
    pub desk: Desk<Control>,
    pub resolver: Arc<Resolver>,
    pub stations: Vec<NewStation>,
    pub switchboard: Arc<Switchboard>,
}

impl Runtime {
    /// Runs until the provider closes and everything is wound up, within a bounded time.
    pub fn run(self) {
        let Runtime {
            runtime,
            desk,
            resolver,
            stations,
            switchboard,
        } = self;
        // Whatever happens here, no application waits for an answer that cannot come.
        let _closed = CloseAtEnd(switchboard.clone());
        runtime.block_on(serve(desk, resolver, stations, switchboard));
        // Name lookups may run on threads of their own; nobody waits for them.
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
    resolver: Arc<Resolver>,
    new: Vec<NewStation>,
    switchboard: Arc<Switchboard>,
) {
    let tasks = TaskTracker::new();
    let end = CancellationToken::new();
    // By the engine's number of a line: its station, and its place there.
    let mut lines: HashMap<u32, (UnboundedSender<Order>, usize)> = HashMap::new();
    let mut stations: Vec<UnboundedSender<Order>> = Vec::new();
    for new in new {
        let ids: Vec<u32> = new.lines.iter().map(|new| new.line.id()).collect();
        let (orders, received) = unbounded_channel();
        let resolver = resolver.clone();
        let Some(station) = start(new, resolver, switchboard.clone(), received) else {
            continue;
        };
        for (place, id) in ids.into_iter().enumerate() {
            lines.insert(id, (orders.clone(), place));
        }
        stations.push(orders);
        tasks.spawn(station.run(end.clone()));
    }
    tokio::spawn(network::watch(stations.clone()));
    let ending = loop {
        let new = match desk.next(Ending::None).await {
            Next::New(new) => new,
            Next::End(ending) => break ending,
        };
        match lines.get(&new.call.line().id()) {
            // A station that has ended drops the order, and with it the reply, which then fails.
            Some((orders, place)) => drop(orders.send(Order::Place(*place, Box::new(new)))),
            // Its sockets failed, and the line is out of service.
            None => new.reply.fail(super::NOT_READY),
        }
    };
    control::close(&switchboard);
    let tell = |order: fn() -> Order| {
        for station in &stations {
            // One that has ended has nothing to do.
            let _ = station.send(order());
        }
    };
    tell(|| Order::Close);
    tasks.close();
    wind_up(&desk, &tasks, &switchboard, ending, || {
        tell(|| Order::Hurry)
    })
    .await;
    if !tasks.is_empty() {
        tracing::warn!(
            "the SIP lines close with calls or requests without an end; the far end of a call may \
             not know that it is over"
        );
    }
    end.cancel();
    // The sockets say their last words.
    let _ = tokio::time::timeout(Duration::from_millis(300), tasks.wait()).await;
}

fn start(
    new: NewStation,
    resolver: Arc<Resolver>,
    switchboard: Arc<Switchboard>,
    orders: tokio::sync::mpsc::UnboundedReceiver<Order>,
) -> Option<Station> {
    let t1 = new
        .lines
        .iter()
        .map(|new| new.config.t1)
        .max()
        .unwrap_or_default();
    let transports = match Transports::new(vec![new.bound], Options::with_t1(t1)) {
        Ok(transports) => transports,
        Err(error) => {
            tracing::error!("a SIP socket cannot be served: {error}");
            for new in &new.lines {
                let name = &new.line.info().name;
                tracing::error!("line {name:?} is out of service");
                new.line.set_in_service(false);
            }
            return None;
        }
    };
    let settings = agent::Settings {
        user_agent: super::USER_AGENT.to_owned(),
        times: Times::of(t1),
        limits: Limits {
            servers: MOST_SERVERS,
        },
        max_calls: MOST_SERVERS,
    };
    let outside = new
        .stun
        .map(|server| Outside::new(server, Random::new(fill)));
    let now = std::time::Instant::now();
    let mut agent = Agent::new(settings, Random::new(fill), now);
    let kept_alive = new
        .lines
        .iter()
        .filter_map(|new| new.config.keep_alive)
        .min();
    agent.keep_alive(
        now,
        kept_alive.map(|every| KeepAlive {
            every,
            by: KeepAliveBy::Lines,
        }),
    );
    let lines = new.lines.into_iter().map(|new| Line {
        id: agent.add_line(new.config.for_agent()),
        public: new.config.public_address,
        config: new.config,
        line: new.line,
        appearances: new.appearances,
        registered: None,
        registered_at: None,
        watched: HashMap::new(),
    });
    let lines = lines.collect();
    Some(Station {
        agent,
        transports,
        lookups: Lookups::new(resolver),
        lines,
        legs: Numbered::default(),
        moves: Numbered::default(),
        consults: Numbered::default(),
        unanswered: BTreeMap::new(),
        outside,
        pool: Pool::default(),
        sound: new.sound,
        asked: new.asked,
        guard: new.guard,
        switchboard,
        orders,
        closing: false,
        hurried: false,
    })
}

/// Fills with numbers that nobody guesses.
pub(super) fn fill(bytes: &mut [u8]) {
    if let Err(error) = getrandom::fill(bytes) {
        tracing::error!("the system has no random numbers: {error}");
    }
}

/// Waits for what the wire still owes somebody, and not too long for that.
async fn wind_up(
    desk: &Desk<Control>,
    tasks: &TaskTracker,
    switchboard: &Switchboard,
    mut ending: Ending,
    hurry: impl Fn(),
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
                hurry();
            }
            () = tokio::time::sleep_until(until) => return,
            sooner = desk.end(ending) => {
                ending = sooner;
                until = until.min(Instant::now() + patience(ending));
            }
        }
    }
}
