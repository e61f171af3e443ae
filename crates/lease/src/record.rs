//! What the store keeps, and under which keys.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::time::Duration;
use tapi3_bus::{MAX_MESSAGE, MAX_TEXT, Message, ReadError, VERSION, subject};

/// The longest configuration of a line, in bytes.
pub const MAX_LINE_TEXT: usize = MAX_MESSAGE / 4;

/// The most lines that a beat can say the node cannot open.
pub const MAX_UNFIT: usize = 32;

/// One life of a node.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Life {
    /// The node's name; see [`subject::is_name`].
    pub node: String,
    /// Drawn by lot when the process begins.
    pub lot: u64,
    /// Which life of that process.
    pub turn: u32,
}

impl fmt::Display for Life {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:016x}-{}", self.node, self.lot, self.turn)
    }
}

/// That a life of a node goes on, or that it is over.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Beat {
    /// The version of the messages.
    pub v: u32,
    /// Which.
    pub life: Life,
    /// The number of the beat.
    pub beat: u64,
    /// The lease, in milliseconds.
    pub lease_ms: u64,
    /// How much of the lines this node shall have, relative to others; 0 if it only says that another
    /// life is over.
    pub weight: u32,
    /// Whether it takes no lines any more.
    #[serde(default)]
    pub draining: bool,
    /// Whether it is over, for good.
    #[serde(default)]
    pub over: bool,
    /// Lines that this node could not open.
    #[serde(default)]
    pub unfit: Vec<String>,
}

impl Beat {
    /// The lease.
    pub fn lease(&self) -> Duration {
        Duration::from_millis(self.lease_ms)
    }
}

/// Which life has a line.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Claim {
    /// The version of the messages.
    pub v: u32,
    /// The line's name.
    pub line: String,
    /// Who has it; nobody if it was given back.
    pub holder: Option<Life>,
    /// How many times it has been taken.
    pub fence: u64,
}

/// That a process is to take no lines any more, and to hand on those that it has.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Drain {
    /// The version of the messages.
    pub v: u32,
    /// The node's name.
    pub node: String,
    /// Which process: [`Life::lot`]. The next one of that name takes lines again.
    pub lot: u64,
}

/// How a line is configured.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct LineText {
    /// The version of the messages.
    pub v: u32,
    /// The line's name.
    pub line: String,
    /// Its `[[line]]`, as in a configuration file.
    pub text: String,
}

/// Something that the store keeps.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Record {
    /// Under [`Key::Line`].
    Line(LineText),
    /// Under [`Key::Life`].
    Beat(Beat),
    /// Under [`Key::Claim`].
    Claim(Claim),
    /// Under [`Key::Drain`].
    Drain(Drain),
}

impl Record {
    /// The key that it stands under.
    pub fn key(&self) -> Key {
        match self {
            Record::Line(line) => Key::Line(line.line.clone()),
            Record::Beat(beat) => Key::Life(beat.life.clone()),
            Record::Claim(claim) => Key::Claim(claim.line.clone()),
            Record::Drain(drain) => Key::Drain(drain.node.clone()),
        }
    }
}

/// The key of a record.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A line, by name.
    Line(String),
    /// A life of a node.
    Life(Life),
    /// The claim on the line of this name.
    Claim(String),
    /// What is wished of the node of this name.
    Drain(String),
}

impl Key {
    /// The key as one text of letters, digits, `.`, `-` and `_`. All but lines are of one `epoch`
    /// of the store: one that has lost everything begins another, so that nobody who still goes by
    /// the old one can change anything in it.
    pub fn text(&self, epoch: &str) -> String {
        match self {
            Key::Line(name) => format!("line.{}", hex(name)),
            Key::Life(life) => format!("life.{epoch}.{life}"),
            Key::Claim(name) => format!("claim.{epoch}.{}", hex(name)),
            Key::Drain(node) => format!("drain.{epoch}.{node}"),
        }
    }

    /// The key that a text is; none if it is none, or of another epoch.
    pub fn read(text: &str, epoch: &str) -> Option<Key> {
        let (kind, rest) = text.split_once('.')?;
        let of_epoch = || {
            let rest = rest.strip_prefix(epoch)?;
            rest.strip_prefix('.')
        };
        match kind {
            "line" => Some(Key::Line(unhex(rest)?)),
            "life" => Some(Key::Life(life(of_epoch()?)?)),
            "claim" => Some(Key::Claim(unhex(of_epoch()?)?)),
            "drain" => {
                let node = of_epoch().filter(|node| subject::is_name(node))?;
                Some(Key::Drain(node.to_owned()))
            }
            _ => None,
        }
    }
}

fn life(text: &str) -> Option<Life> {
    let (node, rest) = text.split_once('.')?;
    let (lot, turn) = rest.split_once('-')?;
    let is_plain = lot.len() == 16 && turn.bytes().all(|c| c.is_ascii_digit());
    let life = Life {
        node: node.to_owned(),
        lot: u64::from_str_radix(lot, 16).ok()?,
        turn: turn.parse().ok()?,
    };
    (is_plain && subject::is_name(node)).then_some(life)
}

fn hex(text: &str) -> String {
    const DIGITS: [char; 16] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f',
    ];
    let digit = |value: u8| DIGITS.get(usize::from(value)).copied().unwrap_or('0');
    let digits = text.bytes().flat_map(|b| [digit(b >> 4), digit(b & 15)]);
    digits.collect()
}

fn unhex(text: &str) -> Option<String> {
    if text.is_empty() || text.len() % 2 != 0 || text.len() > 2 * MAX_TEXT {
        return None;
    }
    let value = |digit: u8| match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    };
    let pairs = text.as_bytes().chunks_exact(2);
    let bytes = pairs.map(|pair| match pair {
        [high, low] => Some(value(*high)? << 4 | value(*low)?),
        _ => None,
    });
    String::from_utf8(bytes.collect::<Option<Vec<u8>>>()?).ok()
}

fn within(what: &'static str, length: usize, most: usize) -> Result<(), ReadError> {
    match length > most {
        true => Err(ReadError::TooMuch(what)),
        false => Ok(()),
    }
}

fn node(life: &Life) -> Result<(), ReadError> {
    match subject::is_name(&life.node) {
        true => Ok(()),
        false => Err(ReadError::TooMuch("the node's name")),
    }
}

impl Message for Beat {
    fn version(&self) -> u32 {
        self.v
    }

    fn check(&self) -> Result<(), ReadError> {
        node(&self.life)?;
        within("the list of lines", self.unfit.len(), MAX_UNFIT)?;
        let mut lines = self.unfit.iter();
        lines.try_for_each(|line| within("a line's name", line.len(), MAX_TEXT))
    }
}

impl Message for Claim {
    fn version(&self) -> u32 {
        self.v
    }

    fn check(&self) -> Result<(), ReadError> {
        self.holder.as_ref().map_or(Ok(()), node)?;
        within("a line's name", self.line.len(), MAX_TEXT)
    }
}

impl Message for Drain {
    fn version(&self) -> u32 {
        self.v
    }

    fn check(&self) -> Result<(), ReadError> {
        match subject::is_name(&self.node) {
            true => Ok(()),
            false => Err(ReadError::TooMuch("the node's name")),
        }
    }
}

impl Message for LineText {
    fn version(&self) -> u32 {
        self.v
    }

    fn check(&self) -> Result<(), ReadError> {
        within("a line's name", self.line.len(), MAX_TEXT)?;
        within("a line's configuration", self.text.len(), MAX_LINE_TEXT)
    }
}

impl LineText {
    /// A line, in the version of this build.
    pub fn new(line: String, text: String) -> Self {
        let v = VERSION;
        LineText { v, line, text }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn keys_are_read_as_they_are_written_and_only_in_their_epoch() {
        let life = Life {
            node: "n-1".to_owned(),
            lot: 0xab,
            turn: 7,
        };
        let all = [
            Key::Line("Front desk, 1.Ö*>".to_owned()),
            Key::Life(life),
            Key::Claim("x".to_owned()),
            Key::Drain("n_1".to_owned()),
        ];
        for key in all {
            let text = key.text("e1");
            let plain = |c: char| c.is_ascii_alphanumeric() || ".-_".contains(c);
            assert!(text.chars().all(plain), "{text}");
            assert_eq!(Key::read(&text, "e1"), Some(key.clone()), "{text}");
            if !matches!(key, Key::Line(_)) {
                assert_eq!(Key::read(&text, "e"), None, "{text}");
                assert_eq!(Key::read(&text, "e12"), None, "{text}");
            }
        }
        for text in [
            "",
            "epoch",
            "line.",
            "line.6",
            "line.6G",
            "line.ff",
            "life.e1.a.1-1",
            "drain.e1.",
            "drain.e1.a.b",
        ] {
            assert_eq!(Key::read(text, "e1"), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_key_is_two_things(text in "(line|life|claim|drain)\\.[a-f0-9.-]{0,40}") {
            if let Some(key) = Key::read(&text, "e") {
                prop_assert_eq!(Key::read(&key.text("e"), "e"), Some(key));
            }
        }
    }
}
