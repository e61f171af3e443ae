//! Message summaries (RFC 3842 §5): whether messages wait, and how many where the server counts.

use crate::agent::values::leading_number;

pub(super) const TYPE: &str = "application/simple-message-summary";

/// As many lines are read.
const MAX_LINES: usize = 64;

/// How many messages wait.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Summary {
    pub waiting: bool,
    pub new: u32,
    pub old: u32,
}

/// Reads a summary; `None` if it says nothing. Spoken messages count; where none are told of, those
/// of all other kinds.
pub(super) fn read(body: &[u8]) -> Option<Summary> {
    let text = String::from_utf8_lossy(body);
    let (mut waiting, mut voice) = (None, None);
    let mut all: Option<(u32, u32)> = None;
    // What follows an empty line is about single messages.
    let lines = text.lines().take(MAX_LINES);
    for line in lines.take_while(|line| !line.trim().is_empty()) {
        let Some((name, value)) = line.split_once(':') else {
            continue;
        };
        let (name, value) = (name.trim().to_ascii_lowercase(), value.trim());
        if name == "messages-waiting" {
            waiting = Some(value.eq_ignore_ascii_case("yes"));
        } else if let Some(counts) = counts(value).filter(|_| name.ends_with("-message")) {
            if name == "voice-message" {
                voice = Some(counts);
            }
            let (new, old) = all.unwrap_or_default();
            all = Some((new.saturating_add(counts.0), old.saturating_add(counts.1)));
        }
    }
    let counts = voice.or(all);
    let waiting = waiting.or(counts.map(|(new, _)| new > 0))?;
    let (new, old) = counts.unwrap_or_default();
    Some(Summary { waiting, new, old })
}

/// `new/old`, with those that are urgent in brackets, which are counted already.
fn counts(value: &str) -> Option<(u32, u32)> {
    let (new, old) = value.split_once('/')?;
    let number = |text: &str| {
        let number = leading_number(text)?;
        Some(u32::try_from(number).unwrap_or(u32::MAX))
    };
    Some((number(new)?, number(old)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summaries() {
        let of = |text: &str| read(text.as_bytes()).map(|s| (s.waiting, s.new, s.old));
        for (text, want) in [
            (
                "Messages-Waiting: yes\r\nMessage-Account: sip:a@h\r\nVoice-Message: 2/8 (0/2)\r\n",
                Some((true, 2, 8)),
            ),
            (
                "messages-waiting:YES\nvoice-message : 4/0\nFax-Message: 9/9\n",
                Some((true, 4, 0)),
            ),
            ("Messages-Waiting: no\r\n", Some((false, 0, 0))),
            ("Messages-Waiting: yes\r\n", Some((true, 0, 0))),
            (
                "Fax-Message: 1/2\r\nText-Message: 3/4\r\n",
                Some((true, 4, 6)),
            ),
            ("Voice-Message: 0/3\r\n", Some((false, 0, 3))),
            (
                "Messages-Waiting: yes\r\n\r\nVoice-Message: 5/5\r\n",
                Some((true, 0, 0)),
            ),
            (
                "Messages-Waiting: yes\r\nVoice-Message: x/y\r\n",
                Some((true, 0, 0)),
            ),
            (
                "Messages-Waiting: yes\r\nVoice-Message: 99999999999/1\r\n",
                Some((true, u32::MAX, 1)),
            ),
            ("", None),
            ("nonsense", None),
        ] {
            assert_eq!(of(text), want, "{text}");
        }
        assert_eq!(read(&[0xFF; 100]), None);
    }
}
