//! The calls of all other endpoints of the pool, for those who list them and for those who look on.
//!
//! All nodes that are there are asked at once, and none is waited for beyond [`PATIENCE`]. For those
//! who look on, each user's calls are asked for once a second, however many of their streams there
//! are; while nobody looks on, nothing goes over the bus.

use super::super::Endpoint;
use super::super::accounts::UserId;
use super::super::api::CallView;
use super::acquaintance::Asking;
use super::heard::Standing;
use super::{Elsewhere, MAX_STALE};
use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, Weak};
use std::time::Duration;
use tapi3_bus::{NoticeKind, OwnerSays, ToOwner, VERSION, Want};
use tapi3_common::sync::lock;
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until, timeout_at};

/// How long the others have to tell their calls.
pub(super) const PATIENCE: Duration = Duration::from_secs(1);

/// How often others are asked while somebody looks on.
const LOOK: Duration = Duration::from_secs(1);

/// How many calls that are over a node tells to those who look on.
const RECENT: u32 = 100;

/// What all nodes together may tell at once, in bytes. A node that has more has told a part.
const MOST_TOLD: usize = 16 * 1024 * 1024;

/// What a call takes beside its texts, roughly.
const AROUND: usize = 400;

/// What came of asking a node for its calls.
pub(in super::super) enum Told {
    Calls {
        calls: Vec<Arc<CallView>>,
        /// Whether there are more than these.
        cut: bool,
    },
    /// It does not answer in time, or is of a version that does not know the question.
    Nothing,
    /// It is gone, and its calls with it.
    Gone,
}

/// The calls of a user, or all, on one other node.
#[derive(Default)]
pub(in super::super) struct Seen {
    pub calls: Vec<Arc<CallView>>,
    /// Whether the node has more calls than these.
    pub cut: bool,
    /// Whether it did not answer last; then these are what it told before.
    pub silent: bool,
}

impl Seen {
    fn shows_the_same(&self, other: &Seen) -> bool {
        let marks = |seen: &Seen| {
            let calls = seen.calls.iter();
            calls
                .map(|call| (call.id().to_owned(), call.mark()))
                .collect::<Vec<_>>()
        };
        (self.cut, self.silent) == (other.cut, other.silent) && marks(self) == marks(other)
    }
}

/// The calls on all other nodes, by node.
pub(in super::super) type Outlook = BTreeMap<String, Arc<Seen>>;

/// Those who look on, by user.
pub(super) type Lookouts = Mutex<HashMap<UserId, Weak<watch::Sender<Outlook>>>>;

impl Elsewhere {
    fn others(&self) -> Vec<String> {
        let heard = lock(&self.heard);
        let others = heard.nodes.keys().filter(|node| **node != self.node);
        others.cloned().collect()
    }

    /// Asks all other nodes that are there for the calls that a user may see, and up to `over` of
    /// those that are over. What each says is told to `hear` when it comes; all has come after
    /// [`PATIENCE`].
    pub async fn gather(
        self: &Arc<Self>,
        (user, want, over): (&str, Want, u32),
        mut hear: impl FnMut(String, Told),
    ) {
        let room = AtomicUsize::new(MOST_TOLD);
        let end = Instant::now() + PATIENCE;
        let mut asked = FuturesUnordered::new();
        let (mut is_doubtful, mut strangers) = (false, 0);
        // Those who look on are as few as users are.
        let permit = (want != Want::Watch).then(|| self.gathers.try_acquire());
        let is_busy = matches!(permit, Some(Err(_)));
        for node in self.others() {
            match self.standing(&node) {
                Standing::There => {}
                Standing::Doubtful => is_doubtful = true,
                Standing::Gone => {
                    lock(&self.heard).nodes.remove(&node);
                    hear(node, Told::Gone);
                    continue;
                }
            }
            if is_busy || !self.link.is_connected() {
                hear(node, Told::Nothing);
                continue;
            }
            let room = &room;
            match self.acquaintance.asking(&node, &mut strangers) {
                Asking::Wait => asked.push(async move {
                    let told = self.calls_of(&node, (user, want, over), (end, room)).await;
                    (node, told)
                }),
                Asking::Try => {
                    let (elsewhere, user) = (self.clone(), user.to_owned());
                    tokio::spawn(async move {
                        let none = AtomicUsize::new(0);
                        let question = (user.as_str(), want, 0);
                        // If it answers, it is waited for the next time.
                        elsewhere.calls_of(&node, question, (end, &none)).await;
                    });
                }
                Asking::No => {}
            }
        }
        if is_doubtful {
            let called = timeout_at(end, self.link.notify(NoticeKind::Who {})).await;
            if called.is_err() {
                tracing::debug!("the bus takes no question for who is there");
            }
        }
        while let Some((node, told)) = asked.next().await {
            hear(node, told);
        }
    }

    async fn calls_of(
        &self,
        node: &str,
        (user, want, over): (&str, Want, u32),
        (end, room): (Instant, &AtomicUsize),
    ) -> Told {
        let asked = async {
            for _ in 0..=MAX_STALE {
                let Some((waits, mut answers)) = self.expect_answer() else {
                    break;
                };
                let token = lock(&self.tokens).get(node).copied();
                let question = ToOwner {
                    v: VERSION,
                    node: self.node.clone(),
                    request: waits.request.clone(),
                    token: token.unwrap_or_default(),
                    user: user.to_owned(),
                    call: String::new(),
                    want,
                    over,
                };
                if !self.send(node, &question).await {
                    break;
                }
                let mut list = List::default();
                while let Some(says) = answers.recv().await {
                    self.acquaintance.speaks(node);
                    match says {
                        OwnerSays::Stale { token } => {
                            self.know(node, token);
                            break;
                        }
                        says => match list.take(node, says, room) {
                            Ok(true) => return list.told(),
                            Ok(false) => {}
                            Err(NotUnderstood) => return Told::Nothing,
                        },
                    }
                }
            }
            Told::Nothing
        };
        timeout_at(end, asked).await.unwrap_or(Told::Nothing)
    }

    /// What a user sees on the other nodes, for as long as somebody has the receiver.
    pub fn look_on(
        self: &Arc<Self>,
        endpoint: &Arc<Endpoint>,
        user: UserId,
    ) -> watch::Receiver<Outlook> {
        let mut lookouts = lock(&self.lookouts);
        if let Some(sender) = lookouts.get(&user).and_then(Weak::upgrade) {
            return sender.subscribe();
        }
        let (sender, receiver) = watch::channel(Outlook::new());
        let sender = Arc::new(sender);
        lookouts.insert(user, Arc::downgrade(&sender));
        let (elsewhere, endpoint) = (self.clone(), endpoint.clone());
        tokio::spawn(async move { elsewhere.watch(&endpoint, user, sender).await });
        receiver
    }

    async fn watch(
        self: Arc<Self>,
        endpoint: &Endpoint,
        user: UserId,
        sender: Arc<watch::Sender<Outlook>>,
    ) {
        loop {
            let next = Instant::now() + LOOK;
            {
                let mut lookouts = lock(&self.lookouts);
                if sender.receiver_count() == 0 {
                    lookouts.remove(&user);
                    return;
                }
            }
            let name = endpoint.rules().name_of(user);
            let mut there = HashSet::new();
            self.gather((&name, Want::Watch, RECENT), |node, told| {
                there.insert(node.clone());
                sender.send_if_modified(|outlook| note(outlook, node, told));
            })
            .await;
            // Somebody else may have heard that a node is gone.
            sender.send_if_modified(|outlook| {
                let before = outlook.len();
                outlook.retain(|node, _| there.contains(node));
                outlook.len() != before
            });
            sleep_until(next).await;
        }
    }
}

/// Notes what a node has told. Returns whether that is new.
fn note(outlook: &mut Outlook, node: String, told: Told) -> bool {
    let before = outlook.get(&node);
    let seen = match told {
        Told::Gone => return outlook.remove(&node).is_some(),
        Told::Calls { calls, cut } => Seen {
            calls,
            cut,
            silent: false,
        },
        Told::Nothing => Seen {
            calls: before.map_or_else(Vec::new, |before| before.calls.clone()),
            cut: before.is_some_and(|before| before.cut),
            silent: true,
        },
    };
    let is_new = before.is_none_or(|before| !before.shows_the_same(&seen));
    if is_new {
        outlook.insert(node, Arc::new(seen));
    }
    is_new
}

/// A list of calls, as its parts come.
#[derive(Default)]
struct List {
    calls: Vec<Arc<CallView>>,
    parts: u32,
    cut: bool,
}

/// An answer that is not the next part of a list.
struct NotUnderstood;

impl List {
    /// Takes what a node says. Returns whether that was all.
    fn take(
        &mut self,
        node: &str,
        says: OwnerSays,
        room: &AtomicUsize,
    ) -> Result<bool, NotUnderstood> {
        let OwnerSays::Calls {
            part,
            more,
            cut,
            calls,
        } = says
        else {
            return Err(NotUnderstood);
        };
        if part != self.parts {
            return Err(NotUnderstood);
        }
        self.parts += 1;
        self.cut |= cut;
        for call in calls {
            let Some(view) = CallView::read(node, call) else {
                continue;
            };
            let size = view.size() + AROUND;
            let take = |left: usize| left.checked_sub(size);
            let taken = room.fetch_update(Ordering::Relaxed, Ordering::Relaxed, take);
            match taken {
                Ok(_) => self.calls.push(Arc::new(view)),
                Err(_) => self.cut = true,
            }
        }
        Ok(!more)
    }

    fn told(self) -> Told {
        Told::Calls {
            calls: self.calls,
            cut: self.cut,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::random::CallId;
    use super::*;
    use tapi3_bus::OwnersCall;

    fn part(part: u32, more: bool, count: usize) -> OwnerSays {
        let call = OwnersCall {
            call: CallId::new().unwrap().text(Some("n1")),
            through: "api".to_owned(),
            number: "1".repeat(600),
            state: "ringing".to_owned(),
            begin: "2026-11-26T07:38:39.907Z".to_owned(),
            ..OwnersCall::default()
        };
        OwnerSays::Calls {
            part,
            more,
            cut: false,
            calls: vec![call; count],
        }
    }

    #[test]
    fn a_list_is_read_in_order_and_only_for_as_much_room_as_there_is() {
        let room = AtomicUsize::new(MOST_TOLD);
        let mut list = List::default();
        assert!(matches!(
            list.take("n1", part(0, true, 3), &room),
            Ok(false)
        ));
        assert!(list.take("n1", part(2, true, 1), &room).is_err());
        assert!(list.take("n1", part(0, true, 1), &room).is_err());
        assert!(list.take("n1", OwnerSays::Ended {}, &room).is_err());
        assert!(matches!(
            list.take("n1", part(1, false, 2), &room),
            Ok(true)
        ));
        assert_eq!((list.calls.len(), list.cut), (5, false));
        // All nodes share the room.
        let room = AtomicUsize::new(2500);
        let (mut one, mut two) = (List::default(), List::default());
        assert!(one.take("n1", part(0, false, 2), &room).is_ok());
        assert!(two.take("n1", part(0, false, 2), &room).is_ok());
        assert_eq!((one.calls.len(), one.cut), (2, false));
        assert_eq!((two.calls.len(), two.cut), (0, true));
    }

    fn seen(outlook: &Outlook) -> Option<(usize, bool)> {
        let seen = outlook.get("n1")?;
        Some((seen.calls.len(), seen.silent))
    }

    #[test]
    fn what_a_node_told_stays_while_it_is_silent_and_goes_with_it() {
        let node = || "n1".to_owned();
        let told = || {
            let mut list = List::default();
            let room = AtomicUsize::new(MOST_TOLD);
            assert!(list.take("n1", part(0, false, 1), &room).is_ok());
            list.told()
        };
        let mut outlook = Outlook::new();
        assert!(note(&mut outlook, node(), Told::Nothing));
        assert!(!note(&mut outlook, node(), Told::Nothing));
        assert!(note(&mut outlook, node(), told()));
        assert_eq!(seen(&outlook), Some((1, false)));
        assert!(note(&mut outlook, node(), Told::Nothing));
        assert_eq!(seen(&outlook), Some((1, true)));
        assert!(note(&mut outlook, node(), Told::Gone));
        assert!(!note(&mut outlook, node(), Told::Gone));
        assert_eq!(seen(&outlook), None);
    }
}
