//! What is heard on a subject of the bus. A server that does not permit it is asked again, since its
//! permissions may be set right while we are there.

use super::link::{FIRST_PAUSE, LONGEST_PAUSE, Refused};
use async_nats::{Client, Message, SubscribeError, Subscriber};
use futures_util::StreamExt;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::Instant;

/// What is heard on a subject.
pub struct Hearing {
    client: Client,
    subject: String,
    subscriber: Subscriber,
    refused: watch::Receiver<Refused>,
    /// How often it was refused, as far as was seen.
    seen: u64,
    /// When it is asked for again.
    again: Option<Instant>,
    /// How long is waited before that.
    pause: Duration,
}

impl Hearing {
    pub(super) async fn begin(
        client: Client,
        subject: String,
        mut refused: watch::Receiver<Refused>,
    ) -> Result<Self, SubscribeError> {
        let seen = times(&refused.borrow_and_update(), &subject);
        let subscriber = client.subscribe(subject.clone()).await?;
        Ok(Hearing {
            client,
            subject,
            subscriber,
            refused,
            seen,
            again: None,
            pause: FIRST_PAUSE,
        })
    }

    /// The next message; none if the connection was closed for good. Nothing is lost if this is not
    /// waited for to the end.
    pub async fn next(&mut self) -> Option<Message> {
        loop {
            let due = self.again;
            let due = async move {
                match due {
                    Some(at) => tokio::time::sleep_until(at).await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                biased;
                message = self.subscriber.next() => return message,
                Ok(()) = self.refused.changed() => self.look(),
                () = due => {
                    let subscriber = self.client.subscribe(self.subject.clone()).await;
                    self.again = None;
                    // The one before ends, should the server know it after all.
                    self.subscriber = subscriber.ok()?;
                }
            }
        }
    }

    /// Whether this is among what was refused.
    fn look(&mut self) {
        let times = times(&self.refused.borrow_and_update(), &self.subject);
        if times != self.seen {
            self.seen = times;
            self.again = Some(Instant::now() + self.pause);
            self.pause = (self.pause * 2).min(LONGEST_PAUSE);
        }
    }
}

/// How often a subject was refused.
fn times(refused: &Refused, subject: &str) -> u64 {
    refused.get(subject).copied().unwrap_or_default()
}
