//! From TOML values to settings, with mistakes in our own words: the parser's would show the value
//! of a secret, and speak of `u32`.

use serde::de::value::StrDeserializer;
use serde::de::{
    self, DeserializeSeed, Deserializer, Expected, IntoDeserializer, MapAccess, SeqAccess,
    Unexpected, Visitor,
};
use std::fmt::{self, Write};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What is wrong, and where.
#[derive(Debug)]
pub(super) struct Mistake {
    what: What,
    pub(super) place: Option<Range<usize>>,
    pub(super) key: Option<String>,
    /// The value as it may be shown.
    value: Option<String>,
}

#[derive(Debug)]
enum What {
    /// The value is of another kind, or out of range: what it should be.
    Value(String),
    NoSuchKey(String, &'static [&'static str]),
    Missing(&'static str),
    NoSuchWord(&'static [&'static str]),
    Other(String),
}

impl Mistake {
    fn new(what: What) -> Self {
        Mistake {
            what,
            place: None,
            key: None,
            value: None,
        }
    }

    /// The mistake, found at a node unless it was found deeper.
    fn at(mut self, node: &Node) -> Self {
        if self.place.is_none() {
            self.place = Some(node.value.span());
            // What is missing has no line of its own; its table's name would only mislead.
            let whole = matches!(self.what, What::Missing(_));
            self.key = node.key.filter(|_| !whole).map(str::to_owned);
            self.value = node.shown();
        }
        self
    }

    /// The sentence, without its full stop.
    pub(super) fn message(&self) -> String {
        let value = self.value.as_deref().unwrap_or("the value");
        match &self.what {
            What::Value(expected) => format!("{value} is not possible here; it must be {expected}"),
            What::NoSuchKey(key, known) => {
                format!("there is no key `{key}` here; there are {}", list(known))
            }
            What::Missing(key) => format!("the key `{key}` is missing"),
            What::NoSuchWord(known) => {
                format!(
                    "{value} is not possible here; it must be one of {}",
                    list(known)
                )
            }
            What::Other(words) => words.clone(),
        }
    }
}

fn list(names: &[&str]) -> String {
    let mut text = String::new();
    for name in names {
        let comma = if text.is_empty() { "" } else { ", " };
        // Writing to a text cannot fail.
        let _ = write!(text, "{comma}`{name}`");
    }
    text
}

/// What serde expects, in words.
fn words(expected: &dyn Expected) -> String {
    let text = expected.to_string();
    match text.as_str() {
        "u8" => "a whole number from 0 to 255",
        "u16" => "a whole number from 0 to 65535",
        "u32" => "a whole number from 0 to 4294967295",
        "u64" | "usize" => "a whole number, 0 or more",
        "i32" | "i64" | "isize" => "a whole number",
        "a string" | "string" | "path string" => "a text in quotes",
        "a boolean" => "true or false",
        "a sequence" => "a list",
        own if own.starts_with("a ") || own.starts_with("an ") => own,
        other if other.starts_with("struct ") => "a table",
        _ => "of another kind",
    }
    .to_owned()
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl std::error::Error for Mistake {}

impl de::Error for Mistake {
    fn custom<T: fmt::Display>(words: T) -> Self {
        Mistake::new(What::Other(words.to_string()))
    }

    fn invalid_type(_: Unexpected, expected: &dyn Expected) -> Self {
        Mistake::new(What::Value(words(expected)))
    }

    fn invalid_value(_: Unexpected, expected: &dyn Expected) -> Self {
        Mistake::new(What::Value(words(expected)))
    }

    fn unknown_field(field: &str, known: &'static [&'static str]) -> Self {
        Mistake::new(What::NoSuchKey(clip(field), known))
    }

    fn missing_field(field: &'static str) -> Self {
        Mistake::new(What::Missing(field))
    }

    fn unknown_variant(_: &str, known: &'static [&'static str]) -> Self {
        Mistake::new(What::NoSuchWord(known))
    }
}

/// Whether a key's value may be a secret, or may have become one by mistake: the password itself
/// written where its file belongs.
pub(super) fn may_be_secret(key: &str) -> bool {
    let key = key.to_ascii_lowercase();
    let words = ["pass", "token", "secret", "hash", "key", "certificate"];
    words.iter().any(|word| key.contains(word)) || key.ends_with("_file")
}

/// The beginning of a text, on one line.
fn clip(text: &str) -> String {
    let mut shown: String = text.chars().take(60).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown.escape_debug().to_string()
}

/// A value, and the key that it belongs to.
#[derive(Clone, Copy)]
pub(super) struct Node<'a, 'i> {
    value: &'a Spanned<DeValue<'i>>,
    key: Option<&'a str>,
}

impl<'a, 'i> Node<'a, 'i> {
    pub(super) fn new(value: &'a Spanned<DeValue<'i>>) -> Self {
        Node { value, key: None }
    }

    fn shown(&self) -> Option<String> {
        if self.key.is_some_and(may_be_secret) {
            return None;
        }
        Some(match self.value.get_ref() {
            DeValue::String(text) => format!("\"{}\"", clip(text)),
            DeValue::Integer(number) => clip(&number.to_string()),
            DeValue::Float(number) => clip(number.as_str()),
            DeValue::Boolean(value) => value.to_string(),
            DeValue::Datetime(_) => "a date".to_owned(),
            DeValue::Array(_) => "a list".to_owned(),
            DeValue::Table(_) => "a table".to_owned(),
        })
    }

    fn visit<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        match self.value.get_ref() {
            DeValue::String(text) => visitor.visit_str(text),
            DeValue::Integer(number) => {
                let (digits, radix) = (number.as_str(), number.radix());
                match (
                    i64::from_str_radix(digits, radix),
                    u64::from_str_radix(digits, radix),
                ) {
                    (Ok(number), _) => visitor.visit_i64(number),
                    (_, Ok(number)) => visitor.visit_u64(number),
                    _ => Err(de::Error::invalid_value(Unexpected::Other(""), &visitor)),
                }
            }
            DeValue::Float(number) => match number.as_str().parse() {
                Ok(number) => visitor.visit_f64(number),
                Err(_) => Err(de::Error::invalid_value(Unexpected::Other(""), &visitor)),
            },
            DeValue::Boolean(value) => visitor.visit_bool(*value),
            DeValue::Datetime(_) => Err(de::Error::invalid_type(Unexpected::Other(""), &visitor)),
            DeValue::Array(values) => visitor.visit_seq(Elements {
                rest: values.iter(),
                key: self.key,
            }),
            DeValue::Table(table) => visitor.visit_map(Entries::new(table)),
        }
    }
}

impl<'de> Deserializer<'de> for Node<'_, '_> {
    type Error = Mistake;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        self.visit(visitor).map_err(|mistake| mistake.at(&self))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Mistake> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mistake> {
        let read = match self.value.get_ref() {
            DeValue::String(text) => {
                let word: StrDeserializer<Mistake> = (&**text).into_deserializer();
                visitor.visit_enum(word)
            }
            _ => Err(Mistake::new(What::Value("a text in quotes".to_owned()))),
        };
        read.map_err(|mistake: Mistake| mistake.at(&self))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

struct Elements<'a, 'i> {
    rest: std::slice::Iter<'a, Spanned<DeValue<'i>>>,
    key: Option<&'a str>,
}

impl<'de> SeqAccess<'de> for Elements<'_, '_> {
    type Error = Mistake;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Mistake> {
        let key = self.key;
        let next = self.rest.next();
        next.map(|value| seed.deserialize(Node { value, key }))
            .transpose()
    }
}

struct Entries<'a, 'i> {
    rest: Vec<(&'a str, Range<usize>, &'a Spanned<DeValue<'i>>)>,
    value: Option<Node<'a, 'i>>,
}

impl<'a, 'i> Entries<'a, 'i> {
    fn new(table: &'a DeTable<'i>) -> Self {
        let entries = table.iter().map(|(key, value)| {
            let name: &str = key.get_ref();
            (name, key.span(), value)
        });
        let mut rest: Vec<_> = entries.collect();
        // In the order of the file, so that the first mistake is told first.
        rest.sort_by_key(|(_, place, _)| std::cmp::Reverse(place.start));
        Entries { rest, value: None }
    }
}

impl<'de> MapAccess<'de> for Entries<'_, '_> {
    type Error = Mistake;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Mistake> {
        let Some((key, place, value)) = self.rest.pop() else {
            return Ok(None);
        };
        let name: StrDeserializer<Mistake> = key.into_deserializer();
        self.value = Some(Node {
            value,
            key: Some(key),
        });
        let read = seed.deserialize(name).map_err(|mut mistake: Mistake| {
            mistake.place = Some(place);
            mistake
        });
        read.map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Mistake> {
        match self.value.take() {
            // What a field's own function finds wrong has no place yet.
            Some(node) => seed.deserialize(node).map_err(|mistake| mistake.at(&node)),
            // serde asks for a key first.
            None => Err(Mistake::new(What::Value("given".to_owned()))),
        }
    }
}
