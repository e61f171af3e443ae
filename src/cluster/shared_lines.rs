//! The lines that are configured in the bus, for the command: which there are, who has them, and how
//! they get there.

use super::failed;
use super::nodes::living;
use super::opening::read;
use super::store::Store;
use crate::config::{Configuration, Source};
use crate::engine::{Error, ErrorKind, Result};
use crate::pool::{ClusterSettings, Link};
use std::collections::BTreeMap;
use std::time::Duration;
use tapi3_bus::seal::Key as Secret;
use tapi3_lease::{Answer, Key, LineText, MAX_LINE_TEXT, Record, Snapshot, score};

/// How long a write may take.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// Keys of a line that would put a secret into the bus.
const SECRETS: [&str; 3] = ["password", "secret", "token"];

/// What an import does to a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It is new in the bus.
    New,
    /// It was configured otherwise.
    Changed,
    /// It is there already, the same.
    Same,
}

/// A line of the bus, and who has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its name.
    pub line: String,
    /// The node that has it, if any does.
    pub node: Option<String>,
    /// How many times it has been taken.
    pub fence: u64,
    /// The node that has it next, as long as shares stay as they are.
    pub standby: Option<String>,
}

/// The lines of the bus.
pub struct SharedLines {
    pub(super) runtime: tokio::runtime::Runtime,
    pub(super) link: Link,
    pub(super) secret: Secret,
}

impl SharedLines {
    /// Reaches the bus.
    ///
    /// # Errors
    /// If a setting is wrong, or the bus is not reached within some seconds.
    pub fn open(settings: &ClusterSettings) -> Result<Self> {
        let (access, secret) = (settings.access()?, settings.lines_secret()?);
        let mut builder = tokio::runtime::Builder::new_current_thread();
        let runtime = builder.enable_all().build();
        let runtime = runtime.map_err(|error| failed("The bus cannot be used", &error))?;
        let link = runtime.block_on(Link::open(access, settings.lease, false))?;
        Ok(SharedLines {
            runtime,
            link,
            secret,
        })
    }

    /// The lines, by name.
    ///
    /// # Errors
    /// If the bus does not tell.
    pub fn rows(&self) -> Result<Vec<Row>> {
        self.runtime.block_on(async {
            match Store::find(&self.link.client(), &self.secret).await? {
                Some(store) => Ok(rows(&store.read().await?.0)),
                None => Ok(Vec::new()),
            }
        })
    }

    /// Puts lines into the bus, those of these names in place of what is there; others stay. With
    /// `dry` nothing is written. `copies` is how many of the bus's servers are to keep the lines: as
    /// many as do, if nothing is said, and at first one.
    ///
    /// # Errors
    /// If the bus does not take one; those before it are in the bus then.
    pub fn import(
        &self,
        lines: &[(String, String)],
        dry: bool,
        copies: Option<usize>,
    ) -> Result<Vec<(String, Change)>> {
        self.runtime.block_on(async {
            let client = self.link.client();
            let store = match dry {
                true => Store::find(&client, &self.secret).await?,
                false => Some(Store::make(&client, &self.secret, copies.unwrap_or(1)).await?),
            };
            if let (Some(store), Some(copies), false) = (&store, copies, dry) {
                // Also of a store that was just made: whether it has them is not said then.
                store.set_copies(&client, copies).await?;
            }
            let mut known = BTreeMap::new();
            if let Some(store) = &store {
                known = store.read().await?.0.entries;
            }
            let mut changes = Vec::new();
            for (name, text) in lines {
                let key = Key::Line(name.clone());
                let before = known.get(&key);
                let change = match before.and_then(|entry| entry.record.as_ref()) {
                    Some(Record::Line(line)) if line.text == *text => Change::Same,
                    Some(_) => Change::Changed,
                    None => Change::New,
                };
                if let (Some(store), false, true) = (&store, dry, change != Change::Same) {
                    let record = Record::Line(LineText::new(name.clone(), text.clone()));
                    let expect = before.map(|entry| entry.revision);
                    let place = (store.epoch.as_str(), &key);
                    let answer = store.write(place, expect, Some(&record), PATIENCE).await;
                    written(name, &answer)?;
                }
                changes.push((name.clone(), change));
            }
            Ok(changes)
        })
    }

    /// Takes a line out of the bus. Returns whether it was there.
    ///
    /// # Errors
    /// If the bus does not do it.
    pub fn remove(&self, name: &str) -> Result<bool> {
        self.runtime.block_on(async {
            let Some(store) = Store::find(&self.link.client(), &self.secret).await? else {
                return Ok(false);
            };
            let key = Key::Line(name.to_owned());
            let before = store.read().await?.0;
            let before = before
                .entries
                .get(&key)
                .filter(|entry| entry.record.is_some());
            let Some(entry) = before else {
                return Ok(false);
            };
            let place = (store.epoch.as_str(), &key);
            store
                .write(place, Some(entry.revision), None, PATIENCE)
                .await;
            let after = store.read().await?.0;
            match after
                .entries
                .get(&key)
                .is_some_and(|entry| entry.record.is_some())
            {
                true => Err(failed(
                    "The line is not removed",
                    &"somebody else changes it now",
                )),
                false => Ok(true),
            }
        })
    }
}

fn written(name: &str, answer: &Answer) -> Result<()> {
    let what = match answer {
        Answer::Done(_) => return Ok(()),
        Answer::Stands(_) => "somebody else changes it now",
        Answer::Unknown => "the bus does not confirm it",
    };
    Err(failed(
        &format!("The line \"{name}\" is not imported"),
        &what,
    ))
}

fn rows(snapshot: &Snapshot) -> Vec<Row> {
    let entries = snapshot.entries.values();
    let records = entries.filter_map(|entry| entry.record.as_ref());
    let living = living(snapshot);
    let row = |record: &Record| {
        let Record::Line(LineText { line, .. }) = record else {
            return None;
        };
        let claim = match snapshot.entries.get(&Key::Claim(line.clone())) {
            Some(entry) => match &entry.record {
                Some(Record::Claim(claim)) => Some(claim),
                _ => None,
            },
            None => None,
        };
        let holder = claim.and_then(|claim| claim.holder.as_ref());
        let holder = holder.filter(|life| living.iter().any(|(_, beat)| beat.life == **life));
        let others = living.iter().map(|(_, beat)| *beat).filter(|beat| {
            Some(&beat.life) != holder && !beat.draining && !beat.unfit.contains(line)
        });
        let best = others.max_by(|a, b| {
            let score = |beat: &tapi3_lease::Beat| score(line, &beat.life.node, beat.weight);
            score(a).total_cmp(&score(b))
        });
        Some(Row {
            line: line.clone(),
            node: holder.map(|life| life.node.clone()),
            fence: claim.map_or(0, |claim| claim.fence),
            standby: best.map(|beat| beat.life.node.clone()),
        })
    };
    let mut rows: Vec<Row> = records.filter_map(row).collect();
    rows.sort_by(|a, b| a.line.cmp(&b.line));
    rows
}

/// The lines of a file that is to be imported: each name, with the text that goes into the bus.
///
/// # Errors
/// What is wrong with the file, as with a configuration file; or that something in it does not belong
/// into the bus.
pub fn lines_of(source: &Source) -> Result<Vec<(String, String)>> {
    let checked = Configuration::read(source)?;
    let wrong = |what: String| Error::with_text(ErrorKind::InvalidArgument, what);
    let is_none = || wrong("There is no [[line]] to import.".to_owned());
    // It was read just now.
    let mut table: toml::Table = source.as_text().parse().map_err(|_| is_none())?;
    let Some(toml::Value::Array(lines)) = table.remove("line") else {
        return Err(is_none());
    };
    if let Some(key) = table.keys().next() {
        let what = format!(
            "Only lines go into the bus: \"{key}\" stays in the configuration of each node."
        );
        return Err(wrong(what));
    }
    let mut all = Vec::new();
    for ((name, settings), line) in checked.lines.iter().zip(lines) {
        if settings.is_remote() {
            let what = "The bus has lines that a node opens, not those of other nodes: leave out \
                        provider = \"remote\".";
            return Err(wrong(what.to_owned()));
        }
        let secret = SECRETS.iter().find(|key| line.get(**key).is_some());
        if let Some(key) = secret {
            return Err(wrong(format!(
                "Line \"{name}\": no secret goes into the bus, where others can read it: use \
                 `{key}_file` or `{key}_env`, which each node has, in place of `{key}`."
            )));
        }
        let alone = toml::Table::from_iter([("line".to_owned(), toml::Value::Array(vec![line]))]);
        let text = toml::to_string(&alone).map_err(|error| wrong(error.to_string()))?;
        if text.len() > MAX_LINE_TEXT {
            return Err(wrong(format!(
                "Line \"{name}\" is longer than {MAX_LINE_TEXT} bytes."
            )));
        }
        read(name, &text)?;
        all.push((name.clone(), text));
    }
    match all.is_empty() {
        true => Err(is_none()),
        false => Ok(all),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Result<Vec<(String, String)>> {
        lines_of(&Source::named("lines.toml", text))
    }

    const ONE: &str = "[[line]]\nname = \"A\"\nprovider = \"sim\"\naddress = \"3001\"\n";

    #[test]
    fn each_line_goes_into_the_bus_by_itself() {
        let two = ONE.replace("\"A\"", "\"B\"").replace("3001", "3002");
        let lines = lines(&format!("{ONE}{two}")).unwrap();
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[0].0, "A");
        assert!(read("B", &lines[1].1).is_ok());
        assert!(read("A", &lines[1].1).is_err());
    }

    #[test]
    fn what_does_not_belong_into_the_bus_is_refused() {
        let sip =
            "[[line]]\nname = \"A\"\nprovider = \"sip\"\nuri = \"sip:a@b\"\nregister = true\n";
        for (text, said) in [
            ("", "no [[line]]"),
            ("line = []", "no [[line]]"),
            (
                &format!("operation_timeout = \"5s\"\n{ONE}"),
                "operation_timeout",
            ),
            (&format!("{ONE}{ONE}"), "lines.toml, line 6, key name"),
            (
                &ONE.replace("sim", "sin"),
                "lines.toml, line 3, key provider",
            ),
            (&format!("{sip}password = \"hunter2\""), "password_file"),
        ] {
            let error = lines(text).unwrap_err();
            let message = error.message();
            assert!(message.contains(said), "{text}: {message}");
            assert!(!message.contains("hunter2"), "{message}");
        }
    }
}
