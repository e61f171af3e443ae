//! The store that nodes share lines by: a bucket of the bus's key-value store (NATS JetStream), in
//! which a record is written only over the revision that its writer knows.
//!
//! Every record is sealed with the pool's secret, over its key: what somebody else writes there is
//! taken for nothing.

use super::failed;
use crate::engine::Result;
use crate::pool::draw;
use async_nats::jetstream::kv::{self, Operation, UpdateErrorKind};
use async_nats::jetstream::{self, Context, stream};
use bytes::Bytes;
use futures_util::StreamExt;
use std::collections::BTreeMap;
use std::time::Duration;
use tapi3_bus::seal::{self, Key as Secret};
use tapi3_lease::{Answer, Beat, Claim, Drain, Entry, Key, LineText, Record, Snapshot};
use tokio::time::timeout;

/// The name of the bucket.
pub(super) const BUCKET: &str = "tapi3_lines";

/// Where it stands which epoch it is.
const EPOCH: &str = "epoch";

/// How long the store may take for an answer, as far as nobody waits less.
const PATIENCE: Duration = Duration::from_secs(5);

/// How long a server may take for a watch at first.
const FIRST_PATIENCE: Duration = Duration::from_millis(500);

/// Why nothing of it can be read.
const OTHER_SECRET: &str = "they are sealed with another secret than this lines_secret";

/// Everything that there is.
const ALL: &str = ">";

/// The bucket, and what its records are sealed with.
#[derive(Clone)]
pub(super) struct Store {
    kv: kv::Store,
    context: Context,
    secret: Secret,
    /// Drawn by lot when the bucket was made.
    pub epoch: String,
}

impl Store {
    /// The bucket, if there is one.
    ///
    /// # Errors
    /// If the bus does not say. It may have no JetStream, or not allow us to use it.
    pub async fn find(client: &async_nats::Client, secret: &Secret) -> Result<Option<Self>> {
        let context = context(client);
        match context.get_key_value(BUCKET).await {
            Ok(kv) => Ok(Some(Self::enter(kv, context, secret).await?)),
            // Why not, it does not say in a way that can be told apart; the streams that there are do.
            Err(error) => match is_none(&context).await {
                true => Ok(None),
                false => Err(failed("The lines of the bus cannot be read", &error)),
            },
        }
    }

    /// The bucket; if there is none, it is made, on so many of the bus's servers.
    ///
    /// # Errors
    /// If the bus refuses that: it may not have as many servers.
    pub async fn make(client: &async_nats::Client, secret: &Secret, copies: usize) -> Result<Self> {
        if let Some(store) = Self::find(client, secret).await? {
            return Ok(store);
        }
        let config = kv::Config {
            bucket: BUCKET.to_owned(),
            description: "tapi3: lines that nodes share".to_owned(),
            history: 1,
            num_replicas: copies,
            ..kv::Config::default()
        };
        let context = context(client);
        let made = context.create_key_value(config).await;
        let kv = made.map_err(|error| failed("The bus keeps no lines", &error))?;
        Self::enter(kv, context, secret).await
    }

    /// On how many of the bus's servers the bucket was when it was found.
    pub fn copies(&self) -> usize {
        self.kv.stream.cached_info().config.num_replicas
    }

    /// Has it on so many servers from now on.
    ///
    /// # Errors
    /// If the bus refuses that, or has not as many; then it is as it was.
    pub async fn set_copies(&self, client: &async_nats::Client, copies: usize) -> Result<()> {
        let refused = |error: &dyn std::fmt::Display| failed("The bus keeps no such copies", error);
        let before = self.kv.stream.cached_info().config.clone();
        let after = stream::Config {
            num_replicas: copies,
            ..before.clone()
        };
        let context = context(client);
        let updated = context.update_stream(after).await;
        let info = updated.map_err(|error| refused(&error))?;
        // One server by itself takes any number, and has it once all the same.
        let servers = info.cluster.map_or(1, |cluster| 1 + cluster.replicas.len());
        if servers < copies {
            let before = context.update_stream(before).await;
            before.map_err(|error| refused(&error))?;
            return Err(refused(&format!(
                "{copies} were asked for, and it has {servers} of its servers for them"
            )));
        }
        Ok(())
    }

    async fn enter(kv: kv::Store, context: Context, secret: &Secret) -> Result<Self> {
        let refused =
            |error: &dyn std::fmt::Display| failed("The lines of the bus cannot be read", error);
        let name = format!("{:016x}", u64::from_be_bytes(draw()?));
        // Whoever is first says it.
        let _ = kv.update(EPOCH, Bytes::from(name), 0).await;
        let epoch = kv.get(EPOCH).await.map_err(|error| refused(&error))?;
        let epoch = epoch.and_then(|epoch| String::from_utf8(epoch.to_vec()).ok());
        let plain = |epoch: &String| {
            (1..=64).contains(&epoch.len()) && epoch.bytes().all(|c| c.is_ascii_alphanumeric())
        };
        let epoch = epoch.filter(plain);
        let epoch = epoch.ok_or_else(|| refused(&"it does not say which store it is"))?;
        let secret = secret.clone();
        Ok(Store {
            kv,
            context,
            secret,
            epoch,
        })
    }

    /// Whether it is still the store that it was.
    pub async fn is_same(&self) -> bool {
        match timeout(PATIENCE, self.kv.get(EPOCH)).await {
            Ok(Ok(Some(epoch))) => epoch == self.epoch.as_bytes(),
            // It is gone, or another one.
            Ok(Ok(None)) => false,
            // Nobody knows, unless the bus says that there is no bucket.
            _ => !is_none(&self.context).await,
        }
    }

    /// All that it has, and what changes from then on.
    ///
    /// # Errors
    /// If it does not say within some seconds, or what it has is sealed with another secret.
    pub async fn read(&self) -> Result<(Snapshot, kv::Watch)> {
        let refused =
            |error: &dyn std::fmt::Display| failed("The lines of the bus cannot be read", error);
        let read = async {
            let mut watch = self.watch().await.map_err(|e| refused(&e))?;
            let (mut entries, mut strange) = (BTreeMap::new(), false);
            // There is one at least: the epoch.
            while let Some(entry) = watch.next().await {
                let entry = entry.map_err(|error| refused(&error))?;
                let is_last = entry.seen_current;
                match self.understand(&entry) {
                    Some((key, entry)) => drop(entries.insert(key, entry)),
                    None => strange |= Key::read(&entry.key, &self.epoch).is_some(),
                }
                // What was taken away has no seal.
                let are_gone = |entries: &BTreeMap<_, Entry>| {
                    entries.values().all(|entry| entry.record.is_none())
                };
                if is_last && strange && are_gone(&entries) {
                    return Err(refused(&OTHER_SECRET));
                }
                if is_last {
                    let epoch = self.epoch.clone();
                    return Ok((Snapshot { epoch, entries }, watch));
                }
            }
            Err(refused(&"it broke off"))
        };
        let read = timeout(PATIENCE, read).await;
        read.unwrap_or_else(|_| Err(refused(&"it does not answer")))
    }

    /// Watches all of it. One of the bus's servers sees to that, and for some minutes after its death
    /// one that is gone may be chosen for it: so it is soon asked for again.
    async fn watch(&self) -> std::result::Result<kv::Watch, kv::WatchError> {
        let mut patience = FIRST_PATIENCE;
        loop {
            if let Ok(watch) = timeout(patience, self.kv.watch_with_history(ALL)).await {
                return watch;
            }
            patience *= 2;
        }
    }

    /// What an entry of the bucket says; nothing if it is none of ours.
    pub fn understand(&self, entry: &kv::Entry) -> Option<(Key, Entry)> {
        let key = Key::read(&entry.key, &self.epoch)?;
        let record = match entry.operation {
            Operation::Put => match self.open(&key, &entry.key, &entry.value) {
                Ok(record) => Some(record),
                Err(error) => {
                    tracing::warn!(
                        key = entry.key,
                        "a record of the bus is passed over: {error}"
                    );
                    return None;
                }
            },
            Operation::Delete | Operation::Purge => None,
        };
        let revision = entry.revision;
        Some((key, Entry { revision, record }))
    }

    fn open(
        &self,
        key: &Key,
        text: &str,
        bytes: &[u8],
    ) -> std::result::Result<Record, tapi3_bus::ReadError> {
        let place = place(text);
        Ok(match key {
            Key::Line(_) => Record::Line(seal::open::<LineText>(&self.secret, &place, bytes)?),
            Key::Life(_) => Record::Beat(seal::open::<Beat>(&self.secret, &place, bytes)?),
            Key::Claim(_) => Record::Claim(seal::open::<Claim>(&self.secret, &place, bytes)?),
            Key::Drain(_) => Record::Drain(seal::open::<Drain>(&self.secret, &place, bytes)?),
        })
    }

    /// Writes in place of the revision `expect`, or of nothing; `epoch` is the one that it was meant
    /// for. Waits for `patience` at most.
    pub async fn write(
        &self,
        (epoch, key): (&str, &Key),
        expect: Option<u64>,
        record: Option<&Record>,
        patience: Duration,
    ) -> Answer {
        let text = key.text(epoch);
        let place = place(&text);
        let sealed = record.map(|record| match record {
            Record::Line(line) => seal::seal(&self.secret, &place, line),
            Record::Beat(beat) => seal::seal(&self.secret, &place, beat),
            Record::Claim(claim) => seal::seal(&self.secret, &place, claim),
            Record::Drain(drain) => seal::seal(&self.secret, &place, drain),
        });
        let write = async {
            match sealed {
                None => {
                    // What comes of it is seen.
                    let _ = self.kv.delete_expect_revision(&text, expect).await;
                    Answer::Unknown
                }
                Some(Err(error)) => {
                    tracing::error!(key = text, "a record is not written: {error}");
                    Answer::Unknown
                }
                Some(Ok(bytes)) => {
                    let revision = expect.unwrap_or_default();
                    match self.kv.update(&text, bytes.into(), revision).await {
                        Ok(revision) => Answer::Done(revision),
                        Err(error) if error.kind() == UpdateErrorKind::WrongLastRevision => {
                            self.stands(&text).await
                        }
                        Err(error) => {
                            tracing::debug!(key = text, "a record was not confirmed: {error}");
                            Answer::Unknown
                        }
                    }
                }
            }
        };
        let written = timeout(patience, write).await;
        written.unwrap_or(Answer::Unknown)
    }

    async fn stands(&self, text: &str) -> Answer {
        match self.kv.entry(text).await {
            Ok(Some(entry)) => match self.understand(&entry) {
                Some((_, entry)) => Answer::Stands(Some(entry)),
                // Something that is not sealed stands in the way: it counts for nothing, but its
                // revision does.
                None => Answer::Stands(Some(Entry {
                    revision: entry.revision,
                    record: None,
                })),
            },
            Ok(None) => Answer::Stands(None),
            Err(_) => Answer::Unknown,
        }
    }
}

/// What a record is sealed over, so that it is good for no other place.
fn place(key: &str) -> String {
    format!("{BUCKET}/{key}")
}

fn context(client: &async_nats::Client) -> Context {
    let mut context = jetstream::new(client.clone());
    context.set_timeout(PATIENCE);
    context
}

/// Whether the bus says that there is no bucket.
async fn is_none(context: &Context) -> bool {
    use jetstream::context::GetStreamErrorKind;
    let Err(error) = context.get_stream(format!("KV_{BUCKET}")).await else {
        return false;
    };
    match error.kind() {
        GetStreamErrorKind::JetStream(error) => {
            error.error_code() == jetstream::ErrorCode::STREAM_NOT_FOUND
        }
        _ => false,
    }
}
