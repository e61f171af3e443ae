//! What a stream of events tells of the calls of other nodes. What they tell comes about once a
//! second, and never in the way of what happens here: it goes out a few calls at a time.

#[cfg(feature = "cluster")]
pub(super) use pooled::Others;

#[cfg(not(feature = "cluster"))]
pub(super) use alone::Others;

use super::view::{CallView, Nodes};
use std::sync::Arc;

/// Something of it.
#[cfg_attr(
    not(feature = "cluster"),
    allow(dead_code, reason = "without a pool there are no others")
)]
pub(super) enum Piece {
    /// A call that is new or has changed.
    Call(Arc<CallView>),
    /// The identifier of a call that is there no more.
    Gone(String),
    /// Which nodes there are.
    Nodes(Nodes),
}

/// What is there when a stream begins.
pub(super) type Present = (Vec<Arc<CallView>>, Option<Nodes>);

#[cfg(not(feature = "cluster"))]
mod alone {
    use super::super::super::{Endpoint, accounts::UserId};
    use super::{Arc, Piece, Present};

    /// There are none.
    pub struct Others;

    impl Others {
        pub fn of(_: &Arc<Endpoint>, _: UserId) -> Self {
            Others
        }

        pub async fn next(&mut self) -> Vec<Piece> {
            std::future::pending().await
        }

        pub fn present(&mut self) -> Present {
            (Vec::new(), None)
        }
    }
}

#[cfg(feature = "cluster")]
mod pooled {
    use super::super::super::Endpoint;
    use super::super::super::accounts::UserId;
    use super::super::super::elsewhere::{Elsewhere, Outlook, Seen};
    use super::super::view::{Mark, Nodes};
    use super::{Arc, Piece, Present};
    use std::collections::{HashMap, VecDeque};
    use std::time::Duration;
    use tokio::sync::watch;
    use tokio::time::{Instant, sleep_until};

    /// How many pieces go out at a time.
    const MOST: usize = 64;

    /// How soon it is asked for again if the asking broke off.
    const PAUSE: Duration = Duration::from_secs(1);

    /// What the reader of a stream knows of the calls of other nodes.
    pub struct Others {
        pool: Option<Pool>,
    }

    struct Pool {
        endpoint: Arc<Endpoint>,
        elsewhere: Arc<Elsewhere>,
        user: UserId,
        outlook: watch::Receiver<Outlook>,
        known: HashMap<String, Known>,
        nodes: Option<Nodes>,
        /// If the asking broke off: until when the next is not listened to.
        not_before: Instant,
        /// What is still to be told.
        pieces: VecDeque<Piece>,
    }

    struct Known {
        seen: Arc<Seen>,
        marks: HashMap<String, Mark>,
    }

    impl Others {
        pub fn of(endpoint: &Arc<Endpoint>, user: UserId) -> Self {
            let elsewhere = endpoint.elsewhere.clone();
            let pool = elsewhere.map(|elsewhere| Pool {
                outlook: elsewhere.look_on(endpoint, user),
                endpoint: endpoint.clone(),
                elsewhere,
                user,
                known: HashMap::new(),
                nodes: None,
                not_before: Instant::now(),
                pieces: VecDeque::new(),
            });
            Others { pool }
        }

        /// All that is known of the others at this moment; [`Self::next`] tells what comes then.
        pub fn present(&mut self) -> Present {
            self.pool.as_mut().map_or((Vec::new(), None), Pool::present)
        }

        /// The next pieces; waits until there are some. Nothing is lost if it is given up.
        pub async fn next(&mut self) -> Vec<Piece> {
            match &mut self.pool {
                Some(pool) => pool.next().await,
                None => std::future::pending().await,
            }
        }
    }

    impl Pool {
        fn present(&mut self) -> Present {
            // What was not told yet is told with all the rest.
            self.pieces.clear();
            self.known.clear();
            self.nodes = None;
            self.look();
            let pieces = std::mem::take(&mut self.pieces).into_iter();
            let calls = pieces.filter_map(|piece| match piece {
                Piece::Call(call) => Some(call),
                Piece::Gone(_) | Piece::Nodes(_) => None,
            });
            (calls.collect(), self.nodes.clone())
        }

        async fn next(&mut self) -> Vec<Piece> {
            while self.pieces.is_empty() {
                sleep_until(self.not_before).await;
                if self.outlook.changed().await.is_err() {
                    self.not_before = Instant::now() + PAUSE;
                    self.outlook = self.elsewhere.look_on(&self.endpoint, self.user);
                }
                self.look();
            }
            let count = self.pieces.len().min(MOST);
            self.pieces.drain(..count).collect()
        }

        /// Compares what is with what the reader knows.
        fn look(&mut self) {
            let outlook = self.outlook.borrow_and_update().clone();
            // Whose node is gone: none of its calls is known to anybody any more.
            self.known.retain(|node, known| {
                let is_there = outlook.contains_key(node);
                if !is_there {
                    let ids = known.marks.drain().map(|(id, _)| id);
                    self.pieces.extend(ids.map(Piece::Gone));
                }
                is_there
            });
            for (node, seen) in &outlook {
                let known = self.known.entry(node.clone()).or_insert_with(|| Known {
                    seen: Arc::default(),
                    marks: HashMap::new(),
                });
                if Arc::ptr_eq(&known.seen, seen) {
                    continue;
                }
                known.seen = seen.clone();
                let mut marks = HashMap::with_capacity(seen.calls.len());
                for call in &seen.calls {
                    let mark = call.mark();
                    if known.marks.remove(call.id()) != Some(mark) {
                        self.pieces.push_back(Piece::Call(call.clone()));
                    }
                    marks.insert(call.id().to_owned(), mark);
                }
                // Calls that are over are told up to a number; a live one has not come about, unless
                // the node has told a part.
                known.marks.retain(|_, mark| mark.0 != "over");
                if seen.cut {
                    marks.extend(known.marks.drain());
                }
                let gone = known.marks.drain();
                self.pieces.extend(gone.map(|(id, _)| Piece::Gone(id)));
                known.marks = marks;
            }
            let nodes = Nodes::of(self.elsewhere.node(), &outlook);
            if self.nodes.as_ref() != Some(&nodes) {
                self.nodes = Some(nodes.clone());
                self.pieces.push_back(Piece::Nodes(nodes));
            }
        }
    }

    impl Nodes {
        fn of(own: &str, outlook: &Outlook) -> Self {
            let named = |which: fn(&Seen) -> bool| {
                let named = outlook.iter().filter(|(_, seen)| which(seen));
                named.map(|(node, _)| node.clone()).collect::<Vec<_>>()
            };
            let mut nodes = Nodes {
                nodes: named(|seen| !seen.silent),
                silent: named(|seen| seen.silent),
                incomplete: named(|seen| seen.cut),
            };
            nodes.nodes.push(own.to_owned());
            nodes.sort();
            nodes
        }
    }
}
