//! Reads the attributes and doc comments of a description. An attribute that has no meaning at
//! its place is refused: a misspelt one would otherwise change the ABI in silence.

use crate::model::Guid;
use crate::parse::{Reader, Result, narrow_i32};
use syn::spanned::Spanned;

/// What may stand in front of an item, a method or a parameter.
#[derive(Default)]
pub(crate) struct Attributes {
    pub(crate) doc: Vec<String>,
    pub(crate) uuid: Option<Guid>,
    pub(crate) id: Option<i32>,
    pub(crate) progids: Vec<String>,
    pub(crate) size_is: Option<String>,
    /// The plain words among them: `dual`, `propget`, `out` …
    words: Vec<String>,
}

impl Attributes {
    /// Whether the plain word is among them.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.words.iter().any(|w| w == word)
    }
}

impl Reader<'_> {
    /// Reads attributes, refusing any that is not allowed at this place.
    pub(crate) fn attributes(
        &self,
        attrs: &[syn::Attribute],
        allowed: &[&str],
    ) -> Result<Attributes> {
        let mut found = Attributes::default();
        for attr in attrs {
            let word = self.single_name(attr.path())?;
            if word == "doc" {
                found.doc.push(self.doc_line(attr)?);
                continue;
            }
            if !allowed.contains(&word.as_str()) {
                return Err(self.error(
                    attr.span(),
                    format!("#[{word}] is not known here; known are {allowed:?}"),
                ));
            }
            let bad = |e: syn::Error| self.error(attr.span(), format!("#[{word}]: {e}"));
            match word.as_str() {
                "uuid" => {
                    let text: syn::LitStr = attr.parse_args().map_err(bad)?;
                    found.uuid = Some(Guid::parse(&text.value()).ok_or_else(|| {
                        self.error(attr.span(), format!("{} is not a GUID", text.value()))
                    })?);
                }
                "id" => {
                    let (value, _) = self.integer(&attr.parse_args().map_err(bad)?)?;
                    let id = narrow_i32(value)
                        .ok_or_else(|| self.error(attr.span(), "a dispatch id has 32 bits"))?;
                    found.id = Some(id);
                }
                "progid" => found
                    .progids
                    .push(attr.parse_args::<syn::LitStr>().map_err(bad)?.value()),
                "size_is" => {
                    found.size_is = Some(attr.parse_args::<syn::Ident>().map_err(bad)?.to_string())
                }
                _ => {
                    attr.meta.require_path_only().map_err(bad)?;
                    found.words.push(word);
                }
            }
        }
        Ok(found)
    }

    fn doc_line(&self, attr: &syn::Attribute) -> Result<String> {
        let value = &attr
            .meta
            .require_name_value()
            .map_err(|e| self.error(attr.span(), e.to_string()))?
            .value;
        let syn::Expr::Lit(syn::ExprLit {
            lit: syn::Lit::Str(text),
            ..
        }) = value
        else {
            return Err(self.error(attr.span(), "a doc comment must be plain text"));
        };
        let text = text.value();
        Ok(text
            .strip_prefix(' ')
            .unwrap_or(&text)
            .trim_end()
            .to_owned())
    }
}
