//! Writes the list of symbols that the library exports: a test holds it against the library
//! itself, so that none is lost and none slips out unnoticed.

use crate::abi::iid_name;
use crate::header::{self, Error};
use crate::model::Description;
use std::path::{Path, PathBuf};
use syn::spanned::Spanned;

/// The exported symbols, sorted, one a line.
///
/// `root`: the folder of the library, for `src/exports/`.
///
/// # Errors
/// A source that cannot be read or is not Rust.
pub fn write(description: &Description, root: &Path) -> Result<String, Error> {
    let mut names = vec!["GUID_NULL".to_owned()];
    names.extend(description.interfaces.iter().map(iid_name));
    names.extend(
        description
            .coclasses
            .iter()
            .map(|c| format!("CLSID_{}", c.name)),
    );
    names.extend(functions(root)?);
    names.extend(functions_in(&header::rust_files(&root.join(TAPI2))?)?);
    names.sort();
    Ok(names.join("\n") + "\n")
}

/// The names of the exported functions, in the order of the sources.
///
/// # Errors
/// A source that cannot be read or is not Rust.
pub fn functions(root: &Path) -> Result<Vec<String>, Error> {
    functions_in(&header::export_sources(root)?)
}

/// Where the functions of TAPI 2 are, which `tapi3.h` does not have.
const TAPI2: &str = "src/exports/tapi2";

/// What the functions of TAPI 2 say that do nothing but to refuse.
const REFUSALS: [&str; 5] = [
    "unavailable::",
    "no_phone(",
    "no_media_calls",
    "phones::device(",
    "PHONEERR_BADDEVICEID",
];

/// The names of those functions of TAPI 2 that work, in the order of the sources; where there are
/// two forms of one, those with A and W.
///
/// # Errors
/// A source that cannot be read or is not Rust.
pub fn working_tapi2(root: &Path) -> Result<Vec<String>, Error> {
    let files = header::rust_files(&root.join(TAPI2))?;
    let all = functions_in(&files)?;
    let works = |function: &syn::ItemFn| {
        let body = function.block.span().source_text().unwrap_or_default();
        !REFUSALS.iter().any(|refusal| body.contains(refusal))
    };
    let mut working = names_of(&files, works)?;
    working.retain(|name| !all.contains(&format!("{name}A")));
    Ok(working)
}

fn functions_in(sources: &[PathBuf]) -> Result<Vec<String>, Error> {
    names_of(sources, |_| true)
}

/// The names of those exported functions that are `wanted`.
fn names_of(
    sources: &[PathBuf],
    wanted: impl Fn(&syn::ItemFn) -> bool,
) -> Result<Vec<String>, Error> {
    let mut names = Vec::new();
    for path in sources {
        let text = std::fs::read_to_string(path).map_err(|e| Error::Io(path.clone(), e))?;
        let file = syn::parse_file(&text)
            .map_err(|e| Error::Source(format!("{}: {e}", path.display())))?;
        names.extend(file.items.iter().filter_map(|item| exported(item, &wanted)));
    }
    Ok(names)
}

/// The name of a function that is exported under it, and `wanted`.
fn exported(item: &syn::Item, wanted: impl Fn(&syn::ItemFn) -> bool) -> Option<String> {
    let syn::Item::Fn(function) = item else {
        return None;
    };
    let unmangled = |attr: &syn::Attribute| match &attr.meta {
        syn::Meta::Path(path) => path.is_ident("no_mangle"),
        syn::Meta::List(list) => {
            list.path.is_ident("unsafe") && list.tokens.to_string() == "no_mangle"
        }
        syn::Meta::NameValue(_) => false,
    };
    (function.attrs.iter().any(unmangled) && wanted(function))
        .then(|| function.sig.ident.to_string())
}
