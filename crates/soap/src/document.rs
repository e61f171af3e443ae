//! The bounded XML tree, the SOAP envelope in it, and the questions that both readers ask of it.

use roxmltree::{Document, Node, NodeType, ParsingOptions};

use super::names::{Scheme, Vocabulary, XSI};
use super::scan;

/// Why bytes could not be read as an XML message.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The body is longer than [`MAX_BODY`](super::MAX_BODY).
    #[error("the body is longer than {} bytes", super::MAX_BODY)]
    TooBig,
    /// The body is not UTF-8 from this byte on.
    #[error("the body is not UTF-8 at byte {0}")]
    NotUtf8(usize),
    /// The XML declaration names an encoding that is not read.
    #[error("the encoding '{0}' is not supported, only utf-8 is")]
    Encoding(String),
    /// SOAP 1.1 §3 forbids it.
    #[error("a SOAP message must not contain {0}")]
    Forbidden(&'static str),
    /// The message is bigger in some way than any real one.
    #[error("the message has more than {limit} {what}")]
    Limit {
        /// What there is too much of.
        what: &'static str,
        /// How much is allowed.
        limit: usize,
    },
    /// A numeric reference names no character; its digits.
    #[error("the reference '{0}' names no character")]
    NotCharacter(String),
    /// The text is not well-formed XML with namespaces; the parser's words.
    #[error("not well-formed XML: {0}")]
    NotXml(String),
}

/// Why a document is not a SOAP 1.1 envelope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum EnvelopeError {
    /// It is an envelope of another version; its namespace.
    Version(String),
    /// It is no envelope; why.
    Shape(String),
}

/// The parts of an envelope.
pub(super) struct Envelope<'a, 'i> {
    pub(super) scheme: Scheme,
    pub(super) header: Option<Node<'a, 'i>>,
    pub(super) body: Node<'a, 'i>,
}

/// Parses a text that [`scan::check`] has passed.
pub(super) fn parse(text: &str) -> Result<Document<'_>, ReadError> {
    let options = ParsingOptions {
        allow_dtd: false,
        // Elements, the texts around them, and comments, which the scan does not count.
        nodes_limit: 4 * scan::MAX_TAGS as u32,
        ..ParsingOptions::default()
    };
    Document::parse_with_options(text, options).map_err(|e| ReadError::NotXml(clip(&e.to_string())))
}

/// Finds the header and the body of a SOAP 1.1 envelope.
pub(super) fn envelope<'a, 'i>(doc: &'a Document<'i>) -> Result<Envelope<'a, 'i>, EnvelopeError> {
    let root = doc.root_element();
    let shape = |text: String| Err(EnvelopeError::Shape(text));
    let scheme = match vocabulary(root) {
        Some((Vocabulary::Envelope, scheme)) if local(root) == "Envelope" => scheme,
        _ if local(root) == "Envelope" => {
            return Err(EnvelopeError::Version(clip(namespace(root))));
        }
        _ => return shape(format!("the root element is {}", describe(root))),
    };
    let mut header = None;
    let mut body = None;
    for child in root.children() {
        if stray_text(child) {
            return shape("there is text outside the body".to_owned());
        }
        if !child.is_element() {
            continue;
        }
        let ours = vocabulary(child) == Some((Vocabulary::Envelope, scheme));
        match local(child) {
            "Header" if ours && header.is_none() && body.is_none() => header = Some(child),
            "Body" if ours && body.is_none() => body = Some(child),
            _ => return shape(format!("{} is out of place", describe(child))),
        }
    }
    match body {
        Some(body) => Ok(Envelope {
            scheme,
            header,
            body,
        }),
        None => shape("the envelope has no Body".to_owned()),
    }
}

/// The element's name without its prefix.
pub(super) fn local<'a>(node: Node<'a, '_>) -> &'a str {
    node.tag_name().name()
}

/// The element's namespace, empty if it has none.
pub(super) fn namespace<'a>(node: Node<'a, '_>) -> &'a str {
    node.tag_name().namespace().unwrap_or("")
}

/// Which of our vocabularies the element belongs to.
pub(super) fn vocabulary(node: Node<'_, '_>) -> Option<(Vocabulary, Scheme)> {
    Vocabulary::recognise(namespace(node))
}

/// Whether the node is text other than white space.
pub(super) fn stray_text(node: Node<'_, '_>) -> bool {
    node.is_text() && node.text().is_some_and(|t| !t.trim_ascii().is_empty())
}

/// All text directly inside the element, comments left out.
pub(super) fn text(node: Node<'_, '_>) -> String {
    node.children()
        .filter(|n| n.node_type() == NodeType::Text)
        .filter_map(|n| n.text())
        .collect()
}

/// Whether the attribute belongs to XML Schema instance and says nothing about the content.
/// `xsi:nil` does: none of our elements is nillable.
pub(super) fn is_schema_hint(attribute: &roxmltree::Attribute<'_, '_>) -> bool {
    attribute.namespace() == Some(XSI) && attribute.name() != "nil"
}

/// An element's name for people, with its namespace.
pub(super) fn describe(node: Node<'_, '_>) -> String {
    match namespace(node) {
        "" => format!("'{}' without a namespace", clip(local(node))),
        uri => format!("'{}' in namespace '{}'", clip(local(node)), clip(uri)),
    }
}

/// Keeps what others sent short enough for a message or a log line, and on that line: without
/// control characters, line separators and what turns the direction of writing.
pub fn clip(text: &str) -> String {
    const LONGEST: usize = 200;
    let unruly = |c: char| {
        let turns = matches!(c, '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}');
        c.is_control() || turns || matches!(c, '\u{2028}'..='\u{202e}')
    };
    let mut short: String = text
        .chars()
        .take(LONGEST)
        .map(|c| if unruly(c) { ' ' } else { c })
        .collect();
    if text.chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    short
}
