//! The lives of a node in one process. There is one, unless it breaks off: then another follows, as if
//! the process had been started anew.

use super::failed;
use super::node::{Hub, Word};
use super::recalling::Recalling;
use super::rights;
use crate::engine::{Engine, Error, ErrorKind, Result, bits};
use crate::pool::{ClusterSettings, Link, Recall, draw, whole};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender};
use tokio::time::{Instant, timeout_at};

/// How soon another life follows one that has broken off.
const PAUSE: Duration = Duration::from_secs(1);

/// What lives are begun with.
pub(super) struct Lives {
    pub settings: ClusterSettings,
    pub engine: Arc<Engine>,
    pub recall: Option<Recall>,
    pub words: UnboundedSender<Word>,
}

impl Lives {
    /// One that has not begun yet.
    ///
    /// # Errors
    /// If a setting is wrong, a secret is not to be had, or the system lacks something.
    pub async fn another(&self) -> Result<Hub> {
        let settings = &self.settings;
        let (access, grants) = (settings.access()?, settings.grants()?);
        let name = settings.name.clone().ok_or_else(|| {
            Error::new(
                ErrorKind::InvalidArgument,
                "A node needs a name: [cluster] name.",
            )
        })?;
        let for_sound = access.clone();
        let incarnation = u64::from_be_bytes(draw()?);
        let link = Link::open(access, settings.lease, true).await?;
        let client = self.engine.add_client("tapi3 node".to_owned())?;
        client.set_event_mask(
            bits::CALL_NOTIFICATION
                | bits::CALL_STATE
                | bits::CALL_INFO
                | bits::ALERTED
                | bits::DIGIT
                | bits::GENERATE
                | bits::ADDRESS
                | bits::TAPI_OBJECT,
        );
        client.set_listening(true)?;
        let events = self.words.clone();
        client.deliver_to(move |event| {
            // The node has ended if nobody takes it.
            let _ = events.send(Word::Event(event));
        })?;
        Ok(Hub::new(
            name,
            incarnation,
            settings.lease,
            (link, for_sound),
            client,
            (rights::users(grants), Recalling::new(self.recall.clone())),
            self.words.clone(),
        ))
    }

    /// Lives until it is told to stop. Nobody can reach the calls of a life that has broken off: they
    /// are ended, and clients hear of the next life that they are over.
    pub async fn live(self, mut hub: Hub, mut words: UnboundedReceiver<Word>) {
        loop {
            let client = hub.client.clone();
            if whole(hub.run(&mut words)).await.is_some() {
                return;
            }
            tracing::error!(
                "the node has broken off: its clients' calls are ended, and it begins anew"
            );
            if whole(async { client.close() }).await.is_none() {
                tracing::error!("not all of them are ended");
            }
            hub = loop {
                if is_stopped(&mut words).await {
                    return;
                }
                match self.another().await {
                    Ok(hub) => break hub,
                    Err(error) => {
                        let error = failed("The node does not begin anew yet", &error);
                        tracing::error!("{error}");
                    }
                }
            };
        }
    }
}

/// Waits a while. Whether it was told to stop meanwhile; what was said to the life before is void.
async fn is_stopped(words: &mut UnboundedReceiver<Word>) -> bool {
    let end = Instant::now() + PAUSE;
    loop {
        match timeout_at(end, words.recv()).await {
            Err(_) => return false,
            Ok(Some(Word::Stop) | None) => return true,
            Ok(Some(_)) => {}
        }
    }
}
