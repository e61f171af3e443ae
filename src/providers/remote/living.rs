//! A look at the calls of the whole pool, for people.

use super::session::{Session, Then};
use crate::engine::{Result, State};
use crate::pool::{ClusterSettings, Identity, Link, meaning};
use crate::providers::switchboard;
use std::collections::HashMap;
use std::time::Duration;
use tapi3_bus::seal::open;
use tapi3_bus::{Ask, LivingCall, Notice, NoticeKind, Tell, ToClient, read, subject};
use tokio::time::{Instant, timeout};

/// Within how long nodes answer who are asked which there are, as a rule.
const ANSWERS: Duration = Duration::from_millis(800);

/// How long it may take altogether.
const PATIENCE: Duration = Duration::from_secs(5);

/// How many nodes, and calls of each, are looked at.
const MAX_NODES: usize = 1000;
const MAX_CALLS: usize = 100_000;

/// A call that is up somewhere in the pool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Living {
    /// The node that has it.
    pub node: String,
    /// The line, by its name there.
    pub line: String,
    /// How it is.
    pub state: State,
    /// Whom it goes to, or who calls.
    pub party: String,
    /// Whether it came in.
    pub incoming: bool,
}

/// The calls that are up on the lines that the user may use, by node and line, and the nodes that
/// did not answer in time, or not with their calls. Calls that come or go meanwhile may be missing.
///
/// # Errors
/// If a setting is wrong, or the bus is not reached.
pub fn living(cluster: &ClusterSettings) -> Result<(Vec<Living>, Vec<String>)> {
    let (access, who) = (cluster.access()?, cluster.identity()?);
    let runtime = switchboard::runtime("tapi3-remote-lookup")?;
    runtime.block_on(async {
        let link = Link::open(access, cluster.lease, false).await?;
        let look = Look {
            lot: super::draw_name()?,
            link,
            who,
            sessions: HashMap::new(),
            found: Vec::new(),
            silent: Vec::new(),
        };
        look.run().await
    })
}

struct Look {
    lot: String,
    link: Link,
    who: Identity,
    /// By name, each with the number of calls that it has told of.
    sessions: HashMap<String, (Session, usize)>,
    found: Vec<Living>,
    /// The nodes that have refused to tell.
    silent: Vec<String>,
}

impl Look {
    async fn run(mut self) -> Result<(Vec<Living>, Vec<String>)> {
        let all = subject::to_all(&self.who.user, &self.lot);
        let mut told = self.link.hear(all).await?;
        let mut notices = self.link.hear(subject::NOTICES.to_owned()).await?;
        let mut connected = self.link.connected();
        // If it does not come about, nobody answers.
        let _ = timeout(PATIENCE, connected.wait_for(|connected| *connected)).await;
        self.link.notify(NoticeKind::Who {}).await;
        let begun = Instant::now();
        loop {
            let mut sessions = self.sessions.values();
            let is_asking = sessions.any(|(session, _)| !session.pending.is_empty());
            let age = begun.elapsed();
            if age > PATIENCE || (age > ANSWERS && !is_asking) {
                break;
            }
            tokio::select! {
                Some(message) = notices.next() => self.noticed(&message.payload).await,
                Some(message) = told.next() => self.told(&message.subject, &message.payload).await,
                () = tokio::time::sleep(Duration::from_millis(50)) => {}
            }
        }
        let mut silent = self.silent;
        for (session, _) in self.sessions.values_mut() {
            if !session.pending.is_empty() {
                silent.push(session.node.clone());
            }
            session
                .ask(&self.link, &self.who, Ask::Close {}, Then::Nothing)
                .await;
        }
        self.link.flush(Duration::from_secs(1)).await;
        silent.sort();
        let key = |call: &Living| (call.node.clone(), call.line.clone());
        self.found.sort_by_cached_key(key);
        Ok((self.found, silent))
    }

    async fn noticed(&mut self, bytes: &[u8]) {
        let Ok(Notice {
            notice: NoticeKind::Alive {
                node, incarnation, ..
            },
            ..
        }) = read(bytes)
        else {
            return;
        };
        let known = self
            .sessions
            .values()
            .any(|(session, _)| session.node == node);
        if known || !subject::is_name(&node) || self.sessions.len() >= MAX_NODES {
            return;
        }
        let name = format!("{}.{}", self.lot, self.sessions.len() + 1);
        let mut session = Session::new(node, incarnation, name.clone(), &self.who.user);
        let ask = Ask::Open { incarnation };
        session.ask(&self.link, &self.who, ask, Then::Nothing).await;
        self.sessions.insert(name, (session, 0));
    }

    async fn told(&mut self, subject: &str, bytes: &[u8]) {
        let name = subject::session_of(subject);
        let Some((session, count)) = name.and_then(|name| self.sessions.get_mut(name)) else {
            return;
        };
        let Ok(ToClient { tell, .. }) = open(&self.who.key, subject, bytes) else {
            return;
        };
        let from = match tell {
            Tell::Opened { op, token, .. } => {
                session.token = token;
                session.pending.remove(&op).map(|_| 0)
            }
            Tell::Failed { op, .. } => {
                if session.pending.remove(&op).is_some() {
                    self.silent.push(session.node.clone());
                }
                None
            }
            Tell::NoSession { op } => {
                session.pending.remove(&op);
                None
            }
            Tell::Calls {
                op, more, calls, ..
            } => {
                if session.pending.remove(&op).is_none() {
                    return;
                }
                *count += calls.len();
                let more = more && !calls.is_empty() && *count < MAX_CALLS;
                let node = &session.node;
                self.found
                    .extend(calls.into_iter().filter_map(|call| living_at(node, call)));
                more.then_some(*count as u64)
            }
            _ => None,
        };
        if let Some(from) = from {
            let ask = Ask::Calls { from };
            session.ask(&self.link, &self.who, ask, Then::Nothing).await;
        }
    }
}

fn living_at(node: &str, call: LivingCall) -> Option<Living> {
    Some(Living {
        node: node.to_owned(),
        line: call.line,
        state: meaning::state(call.state)?,
        party: call.party,
        incoming: call.incoming,
    })
}
