//! One cheap pass over a message before the parser sees it: refuses what SOAP 1.1 forbids (DTDs,
//! processing instructions), other encodings, and shapes that would make the parser slow. It does
//! not decide whether the XML is well-formed; the parser does.
//!
//! Up to the first error the parser reads the same tokens as this pass, so nothing that it accepts
//! has escaped the limits.

use super::document::ReadError;

/// The longest body that is read, in bytes. A real message has a few hundred.
pub const MAX_BODY: usize = 64 * 1024;
/// How deep elements may nest. A real message has five levels; a security header some more.
pub const MAX_DEPTH: usize = 32;
/// How many start tags a message may have.
pub const MAX_TAGS: usize = 512;
/// How many attributes, namespace declarations included, one element may have.
pub const MAX_TAG_ATTRIBUTES: usize = 32;
/// How many attributes, namespace declarations included, a message may have in all.
pub const MAX_ATTRIBUTES: usize = 256;

/// Decodes `body` and checks it against the limits.
///
/// # Errors
/// Whatever keeps the text from being given to the parser.
pub(super) fn check(body: &[u8]) -> Result<&str, ReadError> {
    if body.len() > MAX_BODY {
        return Err(ReadError::TooBig);
    }
    let body = body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body);
    let text = std::str::from_utf8(body).map_err(|e| ReadError::NotUtf8(e.valid_up_to()))?;
    let declaration = declaration(text);
    if let Some(declaration) = declaration {
        check_encoding(declaration)?;
    }
    let opened = declaration.map_or(0, |inside| "<?xml".len() + inside.len() + "?>".len());
    Scan::default().run(skip(text.as_bytes(), opened))?;
    Ok(text)
}

/// Refuses a declared encoding that the bytes, being UTF-8, do not have.
fn check_encoding(declaration: &str) -> Result<(), ReadError> {
    let Some((_, after)) = declaration.split_once("encoding") else {
        return Ok(());
    };
    let value = after.trim_start().strip_prefix('=').map(str::trim_start);
    let quoted = value.and_then(|v| {
        let quote = v.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        v.get(1..)?.split_once(quote).map(|(name, _)| name)
    });
    match quoted {
        Some(name)
            if ["utf-8", "us-ascii"]
                .iter()
                .any(|n| name.eq_ignore_ascii_case(n)) =>
        {
            Ok(())
        }
        // A broken declaration is the parser's to report.
        None => Ok(()),
        Some(name) => Err(ReadError::Encoding(name.chars().take(40).collect())),
    }
}

/// The inside of the XML declaration, if the text begins with one.
fn declaration(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("<?xml")?;
    if !rest.starts_with([' ', '\t', '\r', '\n']) {
        return None;
    }
    // Not `split_once`: its search prepares for longer texts than these.
    let end = rest.as_bytes().windows(2).position(|two| two == b"?>")?;
    rest.get(..end)
}

#[derive(Default)]
struct Scan {
    depth: usize,
    tags: usize,
    attributes: usize,
}

impl Scan {
    /// Looks at each byte once. All marks are ASCII, so that no character is cut.
    fn run(&mut self, mut rest: &[u8]) -> Result<(), ReadError> {
        while let Some(at) = rest.iter().position(|b| matches!(b, b'<' | b'&')) {
            let (marked, after_mark) = (skip(rest, at), skip(rest, at + 1));
            rest = match marked {
                [b'&', ..] => reference(after_mark)?,
                [b'<', b'!', b'-', b'-', inside @ ..] => after(inside, b"-->"),
                [b'<', b'!', inside @ ..] if inside.starts_with(b"[CDATA[") => {
                    after(skip(inside, 7), b"]]>")
                }
                [b'<', b'!', ..] => {
                    return Err(ReadError::Forbidden("a document type declaration"));
                }
                [b'<', b'?', ..] => {
                    return Err(ReadError::Forbidden("a processing instruction"));
                }
                [b'<', b'/', inside @ ..] => {
                    self.depth = self.depth.saturating_sub(1);
                    after(inside, b">")
                }
                _ => self.start_tag(after_mark)?,
            };
        }
        Ok(())
    }

    /// Counts one start tag and returns what follows it.
    fn start_tag<'a>(&mut self, markup: &'a [u8]) -> Result<&'a [u8], ReadError> {
        let mut quote = None;
        let mut attributes = 0;
        let mut empty = false;
        let mut rest = markup;
        while let [byte, behind @ ..] = rest {
            rest = behind;
            match (quote, *byte) {
                (_, b'&') => {
                    reference(behind)?;
                }
                (Some(q), b) if b == q => quote = None,
                (Some(_), _) => {}
                (None, b'"' | b'\'') => quote = Some(*byte),
                (None, b'=') => attributes += 1,
                (None, b'>') => break,
                (None, _) => {}
            }
            empty = *byte == b'/';
        }
        self.tags += 1;
        self.attributes += attributes;
        let depth = self.depth + 1;
        if !empty {
            self.depth = depth;
        }
        for (count, limit, what) in [
            (self.tags, MAX_TAGS, "elements"),
            (depth, MAX_DEPTH, "nested elements"),
            (attributes, MAX_TAG_ATTRIBUTES, "attributes on one element"),
            (self.attributes, MAX_ATTRIBUTES, "attributes"),
        ] {
            if count > limit {
                return Err(ReadError::Limit { what, limit });
            }
        }
        Ok(rest)
    }
}

/// Refuses a reference to what is not a character: the parser reads it as U+FFFD, so that an
/// identifier would silently become another one. Anything else that is wrong it reports itself.
/// Returns what follows the `&`.
fn reference(after_mark: &[u8]) -> Result<&[u8], ReadError> {
    let [b'#', number @ ..] = after_mark else {
        return Ok(after_mark);
    };
    let (digits, radix) = match number {
        [b'x', hex @ ..] => (hex, 16),
        _ => (number, 10),
    };
    let is_end = |byte: &u8| matches!(byte, b';' | b'<' | b'&');
    let Some(end) = digits.iter().position(is_end) else {
        return Ok(after_mark);
    };
    if digits.get(end) != Some(&b';') {
        return Ok(after_mark);
    }
    let digits = digits.get(..end).unwrap_or_default();
    let digits = std::str::from_utf8(digits).unwrap_or_default();
    let code = u32::from_str_radix(digits, radix).ok();
    if code.and_then(char::from_u32).is_none() {
        return Err(ReadError::NotCharacter(digits.chars().take(20).collect()));
    }
    Ok(after_mark)
}

fn skip(bytes: &[u8], count: usize) -> &[u8] {
    bytes.get(count..).unwrap_or_default()
}

/// What follows the next `mark`; nothing when there is none.
fn after<'a>(bytes: &'a [u8], mark: &[u8]) -> &'a [u8] {
    let at = bytes.windows(mark.len()).position(|found| found == mark);
    at.map_or(&[], |at| skip(bytes, at + mark.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limit(text: &str) -> Option<&'static str> {
        match check(text.as_bytes()) {
            Err(ReadError::Limit { what, .. }) => Some(what),
            Ok(_) => None,
            Err(other) => panic!("{other}"),
        }
    }

    #[test]
    fn each_limit_holds_exactly() {
        let nested = |n: usize| "<a>".repeat(n) + &"</a>".repeat(n);
        assert_eq!(limit(&nested(MAX_DEPTH)), None);
        assert_eq!(limit(&nested(MAX_DEPTH + 1)), Some("nested elements"));

        let flat = |n: usize| format!("<r>{}</r>", "<a/>".repeat(n - 1));
        assert_eq!(limit(&flat(MAX_TAGS)), None);
        assert_eq!(limit(&flat(MAX_TAGS + 1)), Some("elements"));

        let wide = |n: usize| format!("<a{}/>", " b='>'".repeat(n));
        assert_eq!(limit(&wide(MAX_TAG_ATTRIBUTES)), None);
        assert_eq!(
            limit(&wide(MAX_TAG_ATTRIBUTES + 1)),
            Some("attributes on one element")
        );

        let many = |n: usize| format!("<r>{}</r>", "<a b='1'/>".repeat(n));
        assert_eq!(limit(&many(MAX_ATTRIBUTES)), None);
        assert_eq!(limit(&many(MAX_ATTRIBUTES + 1)), Some("attributes"));
    }

    #[test]
    fn markup_inside_comments_sections_and_values_is_not_counted() {
        let hidden = "<a>".repeat(MAX_DEPTH + 1);
        assert_eq!(limit(&format!("<r><!--{hidden}--><b/></r>")), None);
        assert_eq!(limit(&format!("<r><![CDATA[{hidden}]]></r>")), None);
        assert_eq!(limit(&format!("<r b='{}'/>", "=".repeat(99))), None);
    }

    #[test]
    fn only_utf8_is_read() {
        let with =
            |e: &str| check(format!("<?xml version='1.0' encoding={e}?><a/>").as_bytes()).is_ok();
        assert!(with("'utf-8'") && with("\"UTF-8\"") && with("'US-ASCII'"));
        assert!(!with("'utf-16'") && !with("\"iso-8859-1\"") && !with("''"));
        assert!(matches!(check(b"<a>\xff</a>"), Err(ReadError::NotUtf8(3))));
        assert_eq!(check(b"\xEF\xBB\xBF<a/>").ok(), Some("<a/>"));
    }

    #[test]
    fn a_body_of_exactly_the_limit_is_read() {
        let body = |n: usize| format!("<a>{}</a>", "x".repeat(n - 7));
        assert!(check(body(MAX_BODY).as_bytes()).is_ok());
        assert!(matches!(
            check(body(MAX_BODY + 1).as_bytes()),
            Err(ReadError::TooBig)
        ));
    }
}
