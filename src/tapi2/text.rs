//! The two forms of text: bytes (UTF-8) and UTF-16.

use super::fault::Result;

/// How a function's texts are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// UTF-8; what is not UTF-8 becomes U+FFFD.
    Bytes,
    /// UTF-16 in the machine's order; a lone surrogate becomes U+FFFD.
    Wide,
}

impl Form {
    /// How many bytes the end of a text has.
    pub fn unit(self) -> usize {
        match self {
            Form::Bytes => 1,
            Form::Wide => 2,
        }
    }

    /// As much of a text, in whole characters, as so many units hold: bytes, or those of UTF-16.
    pub fn cut(self, text: &str, room: usize) -> &str {
        let mut units = 0;
        let behind = text.char_indices().find(|(_, c)| {
            units += match self {
                Form::Bytes => c.len_utf8(),
                Form::Wide => c.len_utf16(),
            };
            units > room
        });
        behind.and_then(|(at, _)| text.get(..at)).unwrap_or(text)
    }

    /// A text with its end, as it stands in a structure.
    pub fn encode(self, text: &str) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.append(text, &mut bytes)?;
        Ok(bytes)
    }

    /// Appends a text with its end.
    pub fn append(self, text: &str, bytes: &mut Vec<u8>) -> Result<()> {
        // A text of `n` bytes has `n` units of UTF-16 at most.
        bytes.try_reserve((text.len() + 1) * self.unit())?;
        match self {
            Form::Bytes => bytes.extend_from_slice(text.as_bytes()),
            Form::Wide => {
                for unit in text.encode_utf16() {
                    bytes.extend_from_slice(&unit.to_ne_bytes());
                }
            }
        }
        bytes.resize(bytes.len() + self.unit(), 0);
        Ok(())
    }

    /// A text from its bytes in a structure, to its end or to theirs.
    pub fn decode(self, bytes: &[u8]) -> Result<String> {
        match self {
            Form::Bytes => {
                let end = bytes.iter().position(|byte| *byte == 0);
                from_utf8(bytes.get(..end.unwrap_or(bytes.len())).unwrap_or_default())
            }
            Form::Wide => from_utf16(bytes.chunks_exact(2).filter_map(|pair| {
                let pair = pair.try_into().ok()?;
                Some(u16::from_ne_bytes(pair))
            })),
        }
    }
}

/// A copy of text that should be UTF-8.
pub fn from_utf8(mut bytes: &[u8]) -> Result<String> {
    let mut text = String::new();
    text.try_reserve(bytes.len())?;
    while !bytes.is_empty() {
        match std::str::from_utf8(bytes) {
            Ok(good) => {
                push(&mut text, good)?;
                break;
            }
            Err(error) => {
                let (good, rest) = bytes.split_at(error.valid_up_to());
                push(&mut text, std::str::from_utf8(good).unwrap_or_default())?;
                push(&mut text, "\u{fffd}")?;
                let bad = error.error_len().unwrap_or(rest.len());
                bytes = rest.get(bad..).unwrap_or_default();
            }
        }
    }
    Ok(text)
}

/// A copy of text in UTF-16, to its first zero.
pub fn from_utf16(units: impl Iterator<Item = u16>) -> Result<String> {
    let mut text = String::new();
    for unit in char::decode_utf16(units.take_while(|unit| *unit != 0)) {
        let mut room = [0; 4];
        push(&mut text, unit.unwrap_or('\u{fffd}').encode_utf8(&mut room))?;
    }
    Ok(text)
}

fn push(text: &mut String, more: &str) -> Result<()> {
    text.try_reserve(more.len())?;
    text.push_str(more);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_survive_the_round_trip() {
        for text in ["", "1001", "Zoë €", "𝄞"] {
            for form in [Form::Bytes, Form::Wide] {
                let bytes = form.encode(text).unwrap();
                assert_eq!(form.decode(&bytes).unwrap(), text);
            }
        }
    }

    #[test]
    fn a_text_is_cut_between_characters() {
        assert_eq!(Form::Bytes.cut("Zoë €", 5), "Zoë ");
        assert_eq!(Form::Bytes.cut("Zoë €", 8), "Zoë €");
        assert_eq!(Form::Wide.cut("a𝄞b", 2), "a");
        assert_eq!(Form::Wide.cut("a𝄞b", 3), "a𝄞");
        assert_eq!(Form::Wide.cut("", 0), "");
    }

    #[test]
    fn what_is_no_text_becomes_the_sign_for_it() {
        assert_eq!(from_utf8(b"a\xffb\xe2\x82").unwrap(), "a\u{fffd}b\u{fffd}");
        assert_eq!(
            from_utf16([0x41, 0xd800, 0x42].into_iter()).unwrap(),
            "A\u{fffd}B"
        );
    }
}
