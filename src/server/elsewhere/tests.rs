use super::*;
use crate::config::{Configuration, Source};
use std::sync::atomic::Ordering;

/// An endpoint's part that nobody hears, as there is no bus where it looks for one.
async fn elsewhere() -> (Arc<Elsewhere>, Ears) {
    let text = "[cluster]\nurl = \"nats://127.0.0.1:1\"\nname = \"n1\"\n\
                calls_secret = \"a secret of the tests\"\n";
    let configuration = Configuration::read(&Source::text(text)).unwrap();
    let opened = Elsewhere::open(&configuration.cluster.unwrap()).await;
    opened.unwrap().unwrap()
}

impl Elsewhere {
    pub(super) fn break_off(&self) {
        let less = |count: usize| count.checked_sub(1);
        let breaks = (self.breaks).fetch_update(Ordering::SeqCst, Ordering::SeqCst, less);
        assert!(breaks.is_err(), "of the test");
    }
}

#[tokio::test(start_paused = true)]
async fn what_hears_others_begins_anew_when_it_breaks_off() {
    let (elsewhere, ears) = elsewhere().await;
    elsewhere.breaks.store(2, Ordering::SeqCst);
    let hears = elsewhere.clone();
    let hearing = tokio::spawn(async move { hears.keep_hearing(ears, |_| async {}).await });
    sleep(4 * INTERVAL).await;
    assert_eq!(elsewhere.breaks.load(Ordering::SeqCst), 0);
    assert!(!hearing.is_finished());
    hearing.abort();
}

#[tokio::test]
async fn an_end_that_breaks_off_is_answered_and_is_under_way_no_more() {
    let (elsewhere, _ears) = elsewhere().await;
    let token = 1;
    let question = ToOwner {
        v: VERSION,
        node: "n2".to_owned(),
        request: "0".repeat(32),
        token,
        user: "alice".to_owned(),
        call: "AQ".to_owned(),
        want: Want::End,
        over: 0,
    };
    lock(&elsewhere.asked).turn(token);
    let begun = |known: Known<'_, OwnerSays>| matches!(known, Known::New);
    assert!(begun(
        lock(&elsewhere.asked).begin(&question.request, token)
    ));
    let end = {
        let (elsewhere, question) = (elsewhere.clone(), question.clone());
        tokio::spawn(async move {
            elsewhere
                .finish(&question, async { panic!("of the test") })
                .await
        })
    };
    // Whether it has panicked shows below.
    let _ = end.await;
    match lock(&elsewhere.asked).begin(&question.request, token) {
        Known::Done(OwnerSays::Refused { reason, .. }) => assert!(reason.contains("broken off")),
        other => panic!("{other:?}"),
    }
}
