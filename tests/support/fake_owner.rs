//! An endpoint of a pool that is none: it has the secret, and answers as a test says.

use super::cluster::{Bus, Stranger};
use super::endpoint_nodes::CALLS_SECRET;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use tapi3_bus::seal::{Key, open, seal};
use tapi3_bus::{FromOwner, Notice, NoticeKind, OwnerSays, ToOwner, VERSION, read, subject, write};

/// One that answers until it is dropped.
pub struct FakeOwner {
    stop: Arc<AtomicBool>,
    serving: Option<JoinHandle<()>>,
}

impl FakeOwner {
    /// Says that `node` is there, whenever that is asked, and says to each question what `answers`
    /// gives for it, one after the other.
    pub fn come(
        bus: &Bus,
        node: &str,
        mut answers: impl FnMut(&ToOwner) -> Vec<OwnerSays> + Send + 'static,
    ) -> Self {
        let asks = subject::owner_asks(node);
        let mut stranger = Stranger::come(bus);
        stranger.listen(&asks);
        stranger.listen(subject::NOTICES);
        // What it is woken by at the end.
        stranger.listen("tests.wake");
        stranger.settle();
        let alive = Notice {
            v: VERSION,
            notice: NoticeKind::Alive {
                node: node.to_owned(),
                incarnation: 1,
                revision: 1,
            },
        };
        let alive = write(&alive).unwrap();
        stranger.say(subject::NOTICES, &alive);
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = stop.clone();
        let key = Key::new(CALLS_SECRET);
        let serving = std::thread::spawn(move || {
            while !stopped.load(Ordering::Relaxed) {
                let (at, bytes) = stranger.hear();
                if at == subject::NOTICES {
                    let notice = read::<Notice>(&bytes).map(|notice| notice.notice);
                    if matches!(notice, Ok(NoticeKind::Who {})) {
                        stranger.say(subject::NOTICES, &alive);
                    }
                    continue;
                }
                if at != asks {
                    continue;
                }
                let question: ToOwner = open(&key, &asks, &bytes).unwrap();
                let back = subject::owner_answers(&question.node);
                for says in answers(&question) {
                    let (v, request) = (VERSION, question.request.clone());
                    let answer = FromOwner { v, request, says };
                    stranger.say(&back, &seal(&key, &back, &answer).unwrap());
                }
            }
        });
        FakeOwner {
            stop,
            serving: Some(serving),
        }
    }

    /// It says nothing any more.
    pub fn leave(mut self, bus: &Bus) {
        self.stop.store(true, Ordering::Relaxed);
        let mut stranger = Stranger::come(bus);
        stranger.say("tests.wake", b"");
        stranger.settle();
        self.serving.take().unwrap().join().unwrap();
    }
}
