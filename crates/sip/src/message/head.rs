//! The head of a message, made ready where it lies: lines found, folded ones joined, and what is no
//! text made text.

use super::Name;
use super::value::is_token_byte;
use smallvec::SmallVec;

/// The longest head.
pub(super) const MAX_HEAD: usize = 0xFFFF;

/// Where a header stands in the head.
#[derive(Debug, Clone, Copy)]
pub(super) struct Field {
    pub(super) name: Name,
    pub(super) name_at: u16,
    pub(super) name_end: u16,
    pub(super) value_at: u16,
    pub(super) value_end: u16,
}

/// As many fields as usual messages have are found without asking for memory.
pub(super) type Fields = SmallVec<[Field; 24]>;

/// The lines of a head.
pub(super) struct Head {
    /// Where the start line ends, without its line end.
    pub(super) start_end: usize,
    pub(super) fields: Fields,
    /// Where the body begins; `None` if the empty line did not come.
    pub(super) body_at: Option<usize>,
}

/// Finds the lines, and joins those that are folded (RFC 3261 §7.3.1). Lines may end with LF alone.
/// Lines that are no headers are passed over (§8.2: what is malformed and not needed is ignored).
pub(super) fn scan(bytes: &mut [u8], max_fields: usize) -> Option<Head> {
    let mut head = Head {
        start_end: 0,
        fields: Fields::new(),
        body_at: None,
    };
    let (mut line, mut look, mut ends) = (0, 0, 0);
    while let Some(found) = memchr::memchr(b'\n', bytes.get(look..)?) {
        let next = look + found + 1;
        let cr = found > 0 && bytes.get(next - 2) == Some(&b'\r');
        ends += usize::from(cr);
        let end = next - 1 - usize::from(cr);
        if end == look {
            head.body_at = Some(next);
            break;
        }
        look = next;
        if matches!(bytes.get(next), Some(b' ' | b'\t')) {
            bytes.get_mut(end..next)?.fill(b' ');
            ends -= usize::from(cr);
            continue;
        }
        if line == 0 {
            head.start_end = end;
        } else if let Some(field) = field(bytes, line, end) {
            if head.fields.len() >= max_fields {
                return None;
            }
            head.fields.push(field);
        }
        line = next;
    }
    let length = head.body_at.unwrap_or(bytes.len());
    let text = bytes.get_mut(..length)?;
    if memchr::memchr_iter(b'\r', text).count() != ends {
        without_lone_cr(text);
    }
    Some(head)
}

/// The header in the line that begins and ends there.
fn field(bytes: &[u8], at: usize, end: usize) -> Option<Field> {
    let line = bytes.get(at..end)?;
    let colon = memchr::memchr(b':', line)?;
    let (name, value) = line.split_at_checked(colon)?;
    // White space may stand before the colon (§25.1: HCOLON).
    let name = name.trim_ascii_end();
    if name.is_empty() || !name.iter().all(|byte| is_token_byte(*byte)) {
        return None;
    }
    let value = value.get(1..)?.trim_ascii_end();
    let value_end = at + colon + 1 + value.len();
    let value_at = value_end - value.trim_ascii_start().len();
    let short = |offset: usize| u16::try_from(offset).ok();
    Some(Field {
        name: Name::of_bytes(name),
        name_at: short(at)?,
        name_end: short(at + name.len())?,
        value_at: short(value_at)?,
        value_end: short(value_end)?,
    })
}

/// CR that ends no line is white space; at the beginning of a line it must not look like folding.
#[cold]
fn without_lone_cr(text: &mut [u8]) {
    let mut before = b'\n';
    let mut bytes = text.iter_mut().peekable();
    while let Some(byte) = bytes.next() {
        if *byte == b'\r' && bytes.peek().is_none_or(|next| **next != b'\n') {
            *byte = if before == b'\n' { b'?' } else { b' ' };
        }
        before = *byte;
    }
}

/// The bytes as text: those that are not UTF-8 become `?`.
pub(super) fn text(bytes: &mut [u8]) -> &str {
    let mut clean = 0;
    while let Err(error) = std::str::from_utf8(bytes.get(clean..).unwrap_or_default()) {
        let at = clean + error.valid_up_to();
        let end = error.error_len().map_or(bytes.len(), |length| at + length);
        if let Some(odd) = bytes.get_mut(at..end) {
            odd.fill(b'?');
        }
        clean = end;
    }
    std::str::from_utf8(bytes).unwrap_or_default()
}

/// The length of a head with its empty line. The first `seen` bytes are known to have none.
pub(super) fn end_of_head(bytes: &[u8], seen: usize) -> Option<usize> {
    let mut at = seen;
    loop {
        at += memchr::memchr(b'\n', bytes.get(at..)?)? + 1;
        match bytes.get(at..)? {
            [b'\n', ..] => return Some(at + 1),
            [b'\r', b'\n', ..] => return Some(at + 2),
            _ => {}
        }
    }
}

/// How long a body is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Length {
    Is(usize),
    /// It is not told.
    Missing,
    /// What is told is no length, or there are two.
    Wrong,
}

impl Length {
    /// With one more value of Content-Length (RFC 3261 §20.14). The same one twice is one.
    pub(super) fn and(self, value: &[u8]) -> Self {
        match (self, length(value)) {
            (Length::Missing, Some(length)) => Length::Is(length),
            (Length::Is(first), Some(second)) if first == second => self,
            _ => Length::Wrong,
        }
    }
}

fn length(value: &[u8]) -> Option<usize> {
    if value.is_empty() || !value.iter().all(u8::is_ascii_digit) {
        return None;
    }
    std::str::from_utf8(value)
        .ok()?
        .parse::<u32>()
        .ok()?
        .try_into()
        .ok()
}

/// What a head that has not been scanned says about the length of the body, and whether it says what
/// the body is.
pub(super) fn length_in(head: &[u8]) -> (Length, bool) {
    let (mut told, mut typed) = (Length::Missing, false);
    let mut lines = head.split(|byte| *byte == b'\n').peekable();
    while let Some(line) = lines.next() {
        let Some(colon) = memchr::memchr(b':', line) else {
            continue;
        };
        let (name, value) = line.split_at_checked(colon).unwrap_or((line, &[]));
        match Name::of_bytes(name.trim_ascii_end()) {
            Name::ContentType => typed = true,
            Name::ContentLength => {
                let mut value = value.get(1..).unwrap_or_default().trim_ascii();
                // Folded; the value may stand in any one of the lines.
                while let Some(more) =
                    lines.next_if(|next| next.starts_with(b" ") || next.starts_with(b"\t"))
                {
                    let more = more.trim_ascii();
                    value = match (value, more) {
                        (value, b"") => value,
                        (b"", more) => more,
                        _ => b"?",
                    };
                }
                told = told.and(value);
            }
            _ => {}
        }
    }
    (told, typed)
}
