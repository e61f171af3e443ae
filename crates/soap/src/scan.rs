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
    check_encoding(text)?;
    Scan::default().run(text)?;
    Ok(text)
}

/// Refuses a declared encoding that the bytes, being UTF-8, do not have.
fn check_encoding(text: &str) -> Result<(), ReadError> {
    let Some(declaration) = declaration(text) else {
        return Ok(());
    };
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
    rest.split_once("?>").map(|(inside, _)| inside)
}

#[derive(Default)]
struct Scan {
    depth: usize,
    tags: usize,
    attributes: usize,
}

impl Scan {
    fn run(&mut self, text: &str) -> Result<(), ReadError> {
        let mut rest = match declaration(text) {
            Some(_) => text.split_once("?>").map_or("", |(_, after)| after),
            None => text,
        };
        while let Some((text, markup)) = rest.split_once('<') {
            check_references(text)?;
            rest = if let Some(comment) = markup.strip_prefix("!--") {
                after(comment, "-->")
            } else if let Some(cdata) = markup.strip_prefix("![CDATA[") {
                after(cdata, "]]>")
            } else if markup.starts_with('!') {
                return Err(ReadError::Forbidden("a document type declaration"));
            } else if markup.starts_with('?') {
                return Err(ReadError::Forbidden("a processing instruction"));
            } else if let Some(end) = markup.strip_prefix('/') {
                self.depth = self.depth.saturating_sub(1);
                after(end, ">")
            } else {
                self.start_tag(markup)?
            };
        }
        Ok(())
    }

    /// Counts one start tag and returns what follows it.
    fn start_tag<'a>(&mut self, markup: &'a str) -> Result<&'a str, ReadError> {
        let mut quote = None;
        let mut attributes = 0;
        let mut empty = false;
        let mut end = markup.len();
        for (at, byte) in markup.bytes().enumerate() {
            match (quote, byte) {
                (Some(q), b) if b == q => quote = None,
                (Some(_), _) => {}
                (None, b'"' | b'\'') => quote = Some(byte),
                (None, b'=') => attributes += 1,
                (None, b'>') => {
                    end = at + 1;
                    break;
                }
                (None, _) => {}
            }
            empty = byte == b'/';
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
        let (tag, rest) = markup.split_at_checked(end).unwrap_or((markup, ""));
        check_references(tag)?;
        Ok(rest)
    }
}

/// Refuses references to what is not a character: the parser reads them as U+FFFD, so that an
/// identifier would silently become another one. Anything else that is wrong it reports itself.
fn check_references(text: &str) -> Result<(), ReadError> {
    for reference in text.split("&#").skip(1) {
        let (digits, radix) = match reference.strip_prefix('x') {
            Some(hex) => (hex, 16),
            None => (reference, 10),
        };
        let Some((digits, _)) = digits.split_once(';') else {
            continue;
        };
        let code = u32::from_str_radix(digits, radix).ok();
        if code.and_then(char::from_u32).is_none() {
            return Err(ReadError::NotCharacter(digits.chars().take(20).collect()));
        }
    }
    Ok(())
}

/// What follows the next `mark`; nothing when there is none.
fn after<'a>(text: &'a str, mark: &str) -> &'a str {
    text.split_once(mark).map_or("", |(_, rest)| rest)
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
