//! Answers, kept for as long as they hold. Whoever asks for what somebody is asking for already waits
//! for that answer.

use super::Failure;
use super::records::{Kind, Records};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tapi3_common::sync::lock;
use tokio::time::Instant;

/// How many answers are kept.
const MOST: usize = 1024;

/// The bounds for how long an answer is kept.
const SHORTEST: Duration = Duration::from_secs(1);
const LONGEST: Duration = Duration::from_secs(86_400);

/// How long it is believed that nobody answers.
const SILENT: Duration = Duration::from_secs(5);

type Answer = Result<Arc<Records>, Failure>;
type Slot = Arc<tokio::sync::Mutex<Option<(Instant, Answer)>>>;

/// Kept answers.
#[derive(Debug, Default)]
pub(super) struct Cache {
    slots: Mutex<HashMap<(String, Kind), Slot>>,
}

impl Cache {
    /// The kept answer, or the one of `ask`, with how many seconds it holds.
    pub async fn get<F>(&self, name: &str, kind: Kind, ask: impl FnOnce() -> F) -> Answer
    where
        F: Future<Output = Result<(Records, u32), Failure>>,
    {
        let slot = self.slot(name, kind);
        let mut slot = slot.lock().await;
        if let Some((until, answer)) = &*slot {
            if Instant::now() < *until {
                return answer.clone();
            }
        }
        let (holds, answer) = match ask().await {
            Ok((records, seconds)) => {
                let holds = Duration::from_secs(seconds.into());
                (holds.clamp(SHORTEST, LONGEST), Ok(Arc::new(records)))
            }
            Err(failure) => (SILENT, Err(failure)),
        };
        *slot = Some((Instant::now() + holds, answer.clone()));
        answer
    }

    /// The kept answer, if there is one that holds.
    pub fn kept(&self, name: &str, kind: Kind) -> Option<Answer> {
        let key = (name.to_owned(), kind);
        let slot = lock(&self.slots).get(&key)?.clone();
        let slot = slot.try_lock().ok()?;
        let (until, answer) = slot.as_ref()?;
        (Instant::now() < *until).then(|| answer.clone())
    }

    fn slot(&self, name: &str, kind: Kind) -> Slot {
        let mut slots = lock(&self.slots);
        if slots.len() >= MOST {
            let now = Instant::now();
            // One that is locked, or that somebody waits for, is in use.
            slots.retain(|_, slot| match slot.try_lock() {
                Ok(kept) => kept.as_ref().is_some_and(|(until, _)| now < *until),
                Err(_) => true,
            });
        }
        if slots.len() >= MOST {
            slots.clear();
        }
        let key = (name.to_owned(), kind);
        slots.entry(key).or_default().clone()
    }

    /// How many answers are kept.
    #[cfg(test)]
    pub fn len(&self) -> usize {
        lock(&self.slots).len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    async fn get(cache: &Cache, name: &str, asked: &AtomicUsize, holds: Option<u32>) -> bool {
        let ask = || async {
            asked.fetch_add(1, Ordering::Relaxed);
            tokio::time::sleep(Duration::from_millis(10)).await;
            match holds {
                Some(holds) => Ok((Records::default(), holds)),
                None => Err(Failure::Late),
            }
        };
        cache.get(name, Kind::A, ask).await.is_ok()
    }

    #[tokio::test(start_paused = true)]
    async fn an_answer_is_kept_for_its_time() {
        let (cache, asked) = (Cache::default(), AtomicUsize::new(0));
        for (holds, waited, times) in [
            (Some(60), 0, 1),
            (Some(60), 59, 1),
            (Some(60), 2, 2),
            // That nobody answers is believed for a short time.
            (None, 61, 3),
            (Some(60), 1, 3),
            (Some(60), 5, 4),
        ] {
            tokio::time::sleep(Duration::from_secs(waited)).await;
            get(&cache, "a", &asked, holds).await;
            assert_eq!(asked.load(Ordering::Relaxed), times, "{holds:?} {waited}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn many_who_ask_at_once_are_one_question() {
        let (cache, asked) = (Cache::default(), AtomicUsize::new(0));
        let one = || get(&cache, "a", &asked, Some(0));
        let (a, b, c) = tokio::join!(one(), one(), one());
        assert!(a && b && c);
        assert_eq!(asked.load(Ordering::Relaxed), 1);
    }

    #[tokio::test(start_paused = true)]
    async fn the_room_is_bounded() {
        let (cache, asked) = (Cache::default(), AtomicUsize::new(0));
        for n in 0..=MOST {
            get(&cache, &n.to_string(), &asked, Some(9999)).await;
        }
        assert!(cache.len() <= MOST);
    }
}
