//! A look at the calls of the whole pool, for people: those that are up, or what was kept of those that
//! are over.

use super::pool::MAX_NODES;
use super::session::{Session, Then};
use crate::engine::{Result, State};
use crate::pool::{ClusterSettings, Identity, Link, Place, Room, meaning};
use crate::providers::switchboard;
use std::collections::HashMap;
use std::time::Duration;
use tapi3_bus::seal::open;
use tapi3_bus::{
    Ask, LivingCall, Notice, NoticeKind, RecordEntry, RecordsPart, RecordsWanted, Tell, ToClient,
    read, subject,
};
use tokio::time::{Instant, timeout};

/// Within how long nodes answer who are asked which there are, as a rule.
const ANSWERS: Duration = Duration::from_millis(800);

/// How long it may take altogether.
const PATIENCE: Duration = Duration::from_secs(5);

/// How many calls of each node are looked at.
const MAX_CALLS: usize = 100_000;

/// How much room records of all nodes together may take, in bytes, and what one takes beside its
/// texts, roughly.
const MOST_RECORDED: usize = 256 * 1024 * 1024;
const AROUND: usize = 400;

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
    let (topic, silent) = look(cluster, None, Topic::Living(Vec::new()))?;
    let Topic::Living(mut found) = topic else {
        return Ok((Vec::new(), silent));
    };
    found.sort_by_cached_key(|call| (call.node.clone(), call.line.clone()));
    Ok((found, silent))
}

/// What was kept in the pool of calls that are over.
#[derive(Debug, Default)]
pub struct Recorded {
    /// The records, each with its node; of each node the newest first.
    pub records: Vec<(String, RecordEntry)>,
    /// The nodes that have older ones.
    pub cut: Vec<String>,
    /// The nodes that did not answer in time, or not with records.
    pub silent: Vec<String>,
}

/// The records that are wanted of calls that the endpoints of nodes have placed on lines that the user
/// may use, but for those of the node `except`.
///
/// # Errors
/// As [`living`].
pub fn recorded(
    cluster: &ClusterSettings,
    wanted: RecordsWanted,
    except: Option<&str>,
) -> Result<Recorded> {
    let topic = Topic::Recorded {
        wanted,
        records: Vec::new(),
        cut: Vec::new(),
        room: MOST_RECORDED,
    };
    Ok(match look(cluster, except, topic)? {
        (Topic::Recorded { records, cut, .. }, silent) => Recorded {
            records,
            cut,
            silent,
        },
        (Topic::Living(_), silent) => Recorded {
            silent,
            ..Recorded::default()
        },
    })
}

fn look(
    cluster: &ClusterSettings,
    except: Option<&str>,
    topic: Topic,
) -> Result<(Topic, Vec<String>)> {
    let (access, who) = (cluster.access()?, cluster.identity()?);
    let runtime = switchboard::runtime("tapi3-remote-lookup")?;
    runtime.block_on(async {
        let link = Link::open(access, cluster.lease, false).await?;
        let look = Look {
            lot: super::draw_name()?,
            link,
            who,
            except: except.map(str::to_owned),
            sessions: HashMap::new(),
            room: Room::new(MAX_NODES),
            last_session: 0,
            topic,
            silent: Vec::new(),
        };
        look.run().await
    })
}

/// What is looked for, and was found.
enum Topic {
    Living(Vec<Living>),
    Recorded {
        wanted: RecordsWanted,
        records: Vec<(String, RecordEntry)>,
        cut: Vec<String>,
        room: usize,
    },
}

struct Look {
    lot: String,
    link: Link,
    who: Identity,
    /// A node that is not asked.
    except: Option<String>,
    /// By name, each with how many calls, or parts of a list, it has told of.
    sessions: HashMap<String, (Session, usize)>,
    room: Room,
    last_session: u64,
    topic: Topic,
    /// The nodes that have refused to tell.
    silent: Vec<String>,
}

impl Look {
    async fn run(mut self) -> Result<(Topic, Vec<String>)> {
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
            if self.room.is_to_ask() {
                self.link.notify(NoticeKind::Who {}).await;
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
        Ok((self.topic, silent))
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
        if self.except.as_ref() == Some(&node) {
            return;
        }
        if known || !subject::is_name(&node) || !self.has_room() {
            return;
        }
        self.last_session += 1;
        let name = format!("{}.{}", self.lot, self.last_session);
        let mut session = Session::new(node, incarnation, name.clone(), &self.who.user);
        let ask = Ask::Open { incarnation };
        session.ask(&self.link, &self.who, ask, Then::Nothing).await;
        self.sessions.insert(name, (session, 0));
    }

    /// Whether there is room for a session: one with a node that has not answered goes for it, if need
    /// be.
    fn has_room(&mut self) -> bool {
        let strangers = (self.sessions.iter())
            .filter(|(_, (session, _))| session.lease.is_none())
            .map(|(name, (session, _))| (name, session.begun));
        let place = self.room.find(self.sessions.len(), false, strangers);
        match place.cloned() {
            Place::Free => true,
            Place::None => false,
            Place::Of(name) => {
                self.sessions.remove(&name);
                true
            }
        }
    }

    async fn told(&mut self, subject: &str, bytes: &[u8]) {
        let name = subject::session_of(subject);
        let Some((session, count)) = name.and_then(|name| self.sessions.get_mut(name)) else {
            return;
        };
        let Ok(ToClient { tell, .. }) = open(&self.who.key, subject, bytes) else {
            return;
        };
        let next = match tell {
            Tell::Opened {
                op,
                lease_ms,
                token,
            } => {
                session.lease = Some(Duration::from_millis(lease_ms));
                session.token = token;
                session.pending.remove(&op).map(|_| self.topic.question())
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
                let from = *count as u64;
                self.topic.live(&session.node, calls);
                more.then_some(Ask::Calls { from })
            }
            Tell::Records(part) if session.pending.contains_key(&part.op) => {
                let is_next = usize::try_from(part.part) == Ok(*count);
                *count += 1;
                if !is_next || !part.more {
                    session.pending.remove(&part.op);
                }
                match is_next {
                    true => self.topic.keep(&session.node, part),
                    // One was lost.
                    false => self.silent.push(session.node.clone()),
                }
                None
            }
            _ => None,
        };
        if let Some(ask) = next {
            session.ask(&self.link, &self.who, ask, Then::Nothing).await;
        }
    }
}

impl Topic {
    /// What a node is asked first.
    fn question(&self) -> Ask {
        match self {
            Topic::Living(_) => Ask::Calls { from: 0 },
            Topic::Recorded { wanted, .. } => Ask::Records(wanted.clone()),
        }
    }

    /// A node tells of calls that are up.
    fn live(&mut self, node: &str, calls: Vec<LivingCall>) {
        if let Topic::Living(found) = self {
            found.extend(calls.into_iter().filter_map(|call| living_at(node, call)));
        }
    }

    /// A node tells of calls that are over.
    fn keep(&mut self, node: &str, part: RecordsPart) {
        let Topic::Recorded {
            records, cut, room, ..
        } = self
        else {
            return;
        };
        let mut is_cut = part.cut;
        for record in part.records {
            match room.checked_sub(record.size() + AROUND) {
                Some(left) => {
                    *room = left;
                    records.push((node.to_owned(), record));
                }
                None => is_cut = true,
            }
        }
        if is_cut && !cut.iter().any(|named| named == node) {
            cut.push(node.to_owned());
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_nodes_share_the_room_for_records() {
        let part = |count: usize, cut| RecordsPart {
            cut,
            records: vec![RecordEntry::default(); count],
            ..RecordsPart::default()
        };
        let mut topic = Topic::Recorded {
            wanted: RecordsWanted::default(),
            records: Vec::new(),
            cut: Vec::new(),
            room: 4 * AROUND,
        };
        topic.keep("n1", part(2, false));
        topic.keep("n2", part(1, true));
        topic.keep("n3", part(2, false));
        topic.keep("n3", part(1, false));
        let Topic::Recorded { records, cut, .. } = topic else {
            panic!("something else")
        };
        let nodes: Vec<&str> = records.iter().map(|(node, _)| node.as_str()).collect();
        assert_eq!(nodes, ["n1", "n1", "n2", "n3"]);
        assert_eq!(cut, ["n2", "n3"]);
    }
}
