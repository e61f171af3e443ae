//! What an offer of the far end leads to: which of its streams we take, and in which codecs. It is read
//! once, before anybody has ports.

use super::parse::{Description, Stream};
use super::{Media, Remote, Unacceptable};

/// The streams that a session has: one of audio, and whatever else was offered and refused. It is
/// read of an offer once, when a call comes in, and kept until there are ports for an answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Agreed {
    /// The refused streams before and after ours, as the `m=` lines that refuse them: no later
    /// description may have fewer (RFC 3264 §8).
    pub(super) before: Box<str>,
    pub(super) after: Box<str>,
    /// How many of them are before ours.
    pub(super) index: usize,
    /// What is on the other side; nothing if nothing was offered.
    pub(super) remote: Option<Remote>,
}

impl Agreed {
    /// In answer to an offer: the first audio stream with a codec of `media` is taken, all others are
    /// refused (RFC 3264 §6). An empty one is none, which leads to an offer of ours.
    ///
    /// # Errors
    ///
    /// If there is no such stream, or the description is none.
    pub fn to(offer: &[u8], media: &Media) -> Result<Self, Unacceptable> {
        if offer.is_empty() {
            return Ok(Agreed::default());
        }
        let description = Description::parse(offer)?;
        let (index, remote) = description
            .usable(media)
            .ok_or(Unacceptable::NothingInCommon)?;
        let (mut before, mut after) = (String::new(), String::new());
        for (at, stream) in description.streams.iter().enumerate() {
            let out = match at.cmp(&index) {
                std::cmp::Ordering::Less => &mut before,
                std::cmp::Ordering::Equal => continue,
                std::cmp::Ordering::Greater => &mut after,
            };
            refuse(stream, out);
        }
        Ok(Agreed {
            before: before.into(),
            after: after.into(),
            index,
            remote: Some(remote),
        })
    }

    /// The far end's side; none if it has offered nothing.
    pub fn remote(&self) -> Option<&Remote> {
        self.remote.as_ref()
    }
}

/// The `m=` lines that refuse all streams of an offer.
///
/// # Errors
///
/// If it is no description.
pub(super) fn refusals(offer: &[u8]) -> Result<String, Unacceptable> {
    let mut lines = String::new();
    for stream in &Description::parse(offer)?.streams {
        refuse(stream, &mut lines);
    }
    Ok(lines)
}

fn refuse(stream: &Stream<'_>, out: &mut String) {
    // The formats of a refused stream mean nothing, but there has to be one (§6).
    let format = stream.first_format().unwrap_or("0");
    for part in [
        "m=",
        stream.kind,
        " 0 ",
        stream.transport,
        " ",
        format,
        "\r\n",
    ] {
        out.push_str(part);
    }
}

/// Whether the far end's answer, or offer, has an audio stream in a codec of `media`.
pub fn is_usable(description: &[u8], media: &Media) -> bool {
    Description::parse(description).is_ok_and(|description| description.usable(media).is_some())
}
