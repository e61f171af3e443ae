//! What PlayOnPhone plays: the item's file, from the answer on. A moment after its end the call is
//! ended, as Exchange does.

use super::Endpoint;
use super::calls::Entry;
use super::ledger::EndedBy;
use super::operations::BROKE_OFF;
use crate::engine::{CallHandle, Flow, Kind, Result, Role, TerminalRef};
use crate::terminals::FileSource;
use std::path::Path;
use std::sync::{Arc, Mutex};
use tapi3_common::sync::lock;
use tokio::sync::oneshot;

impl Endpoint {
    /// Puts a file on a call that is not placed yet. A line that carries no sound plays nothing: what
    /// is at its other end knows the item.
    ///
    /// # Errors
    /// The file cannot be played any more, or there is no memory.
    pub(super) async fn play_on(
        self: &Arc<Self>,
        entry: &Arc<Entry>,
        handle: &CallHandle,
        file: Arc<Path>,
    ) -> Result<()> {
        if !handle.call.line().info().features.streams {
            return Ok(());
        }
        let (sender, played) = oneshot::channel();
        let mine = handle.clone();
        // The disk may be slow.
        let put = tokio::task::spawn_blocking(move || put(&mine, &file, sender));
        put.await.unwrap_or(Err(BROKE_OFF))?;
        let (endpoint, entry) = (self.clone(), Arc::downgrade(entry));
        tokio::spawn(async move {
            // A call that is over takes its file, and with it the sender, along.
            if played.await.is_err() {
                return;
            }
            let stay = endpoint.rules().hang_up_after_playing;
            tokio::time::sleep(stay).await;
            if let Some(entry) = entry.upgrade() {
                endpoint.end(&entry, EndedBy::Played);
            }
        });
        Ok(())
    }
}

/// Puts a file on a call; `sender` says when it was played.
fn put(handle: &CallHandle, file: &Path, sender: oneshot::Sender<()>) -> Result<()> {
    let sender = Mutex::new(Some(sender));
    let call = handle.call.id();
    let source = FileSource::try_new(file.to_owned(), move |_, change| {
        if let Some(fault) = &change.fault {
            tracing::error!(call, "not played any further: {}", fault.text());
        }
        if let Some(sender) = lock(&sender).take() {
            // Nobody waits for the end of a call that is over.
            let _ = sender.send(());
        }
    })?;
    let terminal = TerminalRef::new(source);
    handle.select(Flow::Capture, terminal, Role::Plays, Kind::Shown)
}
