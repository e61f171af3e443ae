//! Writes `docs/works.md`: what the library does with every interface and method. It is read off
//! the sources, so it cannot promise more than they do: a method works if an object implements it.

use crate::model::{Description, Interface};
use crate::rust::method_name;
use proc_macro2::{TokenStream, TokenTree};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use syn::{Item, Type};

/// Interfaces that programs implement and the library calls.
const SINKS: [&str; 2] = ["ITTAPIEventNotification", "ITTAPIDispatchEventNotification"];

/// Interfaces that the runtime writes by hand for every object.
const BY_HAND: [&str; 3] = ["IUnknown", "IDispatch", "ISupportErrorInfo"];

/// What the sources implement.
#[derive(Default)]
struct Sources {
    /// Interface and the class that names it as one of its own.
    offered: BTreeMap<String, String>,
    /// Interface and method, and the remark that stands above it.
    methods: BTreeMap<(String, String), String>,
    /// Enumerators, whose methods all work.
    enumerators: Vec<String>,
}

/// The page.
///
/// # Errors
/// A source file that cannot be read or parsed.
pub fn write(description: &Description, root: &Path) -> Result<String, Box<dyn Error>> {
    Ok(page(description, &read_sources(root)?))
}

/// The methods that work, such as `ITAddress::get_State`, in the order of the descriptions.
///
/// # Errors
/// A source file that cannot be read or parsed.
pub fn working(description: &Description, root: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let sources = read_sources(root)?;
    let mut working = Vec::new();
    for interface in &description.interfaces {
        let all = BY_HAND.contains(&interface.name.as_str())
            || sources.is_enumerator(description, &interface.name);
        let offered = sources.class_of(description, interface).is_some();
        for method in &interface.methods {
            let key = (interface.name.clone(), method_name(interface, method));
            if all || (offered && sources.methods.contains_key(&key)) {
                working.push(format!("{}::{}", interface.name, method.name));
            }
        }
    }
    Ok(working)
}

fn read_sources(root: &Path) -> Result<Sources, Box<dyn Error>> {
    let mut sources = Sources::default();
    for folder in ["src/objects", "src/com"] {
        for path in rust_files(&root.join(folder))? {
            let text = std::fs::read_to_string(&path)?;
            let file = syn::parse_file(&text).map_err(|e| format!("{}: {e}", path.display()))?;
            sources.read(&file.items);
        }
    }
    Ok(sources)
}

/// The sources of a folder and of all below it, without tests: their classes are nobody's to use.
fn rust_files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.file_stem().is_some_and(|name| name == "tests") {
            continue;
        }
        if path.is_dir() {
            files.extend(rust_files(&path)?);
        } else if path.extension().is_some_and(|e| e == "rs") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

impl Sources {
    fn read(&mut self, items: &[Item]) {
        for item in items {
            match item {
                Item::Macro(item) if item.mac.path.is_ident("com_class") => {
                    self.read_class(&item.mac.tokens);
                }
                Item::Macro(item) if item.mac.path.is_ident("enumerators") => {
                    let named = identifiers(&item.mac.tokens);
                    let enumerators = named.into_iter().filter(|n| n.starts_with("IEnum"));
                    self.enumerators.extend(enumerators);
                }
                Item::Impl(item) => self.read_impl(item),
                _ => {}
            }
        }
    }

    /// `com_class!(Call: ITBasicCallControl, ITCallInfo2);`
    fn read_class(&mut self, tokens: &TokenStream) {
        let mut names = identifiers(tokens).into_iter();
        let Some(class) = names.next() else { return };
        for interface in names {
            self.offered.insert(interface, class.clone());
        }
    }

    /// `impl ITCallInfoImpl for Object<Call> { … }`
    fn read_impl(&mut self, item: &syn::ItemImpl) {
        let Some((_, path, _)) = &item.trait_ else {
            return;
        };
        let Some(name) = path.segments.last().map(|s| s.ident.to_string()) else {
            return;
        };
        let Some(interface) = name.strip_suffix("Impl") else {
            return;
        };
        if !matches!(&*item.self_ty, Type::Path(ty)
            if ty.path.segments.last().is_some_and(|s| s.ident == "Object"))
        {
            return;
        }
        for inner in &item.items {
            if let syn::ImplItem::Fn(method) = inner {
                let key = (interface.to_owned(), method.sig.ident.to_string());
                self.methods.insert(key, remark(&method.attrs));
            }
        }
    }

    /// The class that offers an interface, itself or through one that derives from it.
    fn class_of(&self, description: &Description, interface: &Interface) -> Option<&str> {
        self.offered.iter().find_map(|(name, class)| {
            let offered = description.interface(name)?;
            let covers = description.derives_from(offered, &interface.name);
            covers.then_some(class.as_str())
        })
    }
}

impl Sources {
    /// Whether it is an enumerator that programs can get.
    fn is_enumerator(&self, description: &Description, name: &str) -> bool {
        self.enumerators.iter().any(|known| known == name) && self.hands_out(description, name)
    }

    /// Whether a method of an offered interface, or of COM's own, gives this interface out.
    fn hands_out(&self, description: &Description, name: &str) -> bool {
        (description.interfaces.iter())
            .filter(|i| i.name != name && self.class_of(description, i).is_some())
            .flat_map(|i| &i.methods)
            .flat_map(|m| &m.params)
            .any(|p| p.ty.name == name)
            || name == "IEnumVARIANT"
    }
}

fn identifiers(tokens: &TokenStream) -> Vec<String> {
    (tokens.clone().into_iter())
        .filter_map(|token| match token {
            TokenTree::Ident(name) => Some(name.to_string()),
            _ => None,
        })
        .collect()
}

/// The documentation above an implemented method, on one line.
fn remark(attributes: &[syn::Attribute]) -> String {
    let mut text = String::new();
    for attribute in attributes {
        if let syn::Meta::NameValue(pair) = &attribute.meta {
            if let syn::Expr::Lit(syn::ExprLit {
                lit: syn::Lit::Str(line),
                ..
            }) = &pair.value
            {
                if pair.path.is_ident("doc") {
                    let _ = write!(text, "{} ", line.value().trim());
                }
            }
        }
    }
    text.trim().to_owned()
}

const HEAD: &str = "# What works

Every interface of `tapi3if.h`, and those of COM that it needs. This page is made from the sources by `make headers`; a test compares it with them.

- **works**: does what its page says; remarks say where it is limited.
- **answers**: the method is there and answers as the remark says, and nothing else.
- **E_NOTIMPL**: the slot is there, the method answers `E_NOTIMPL`. No method of an offered interface does at present.
- **not offered**: no object has the interface; QueryInterface answers `E_NOINTERFACE`. Its vtable is declared all the same, so that the header never changes.

";

fn page(description: &Description, sources: &Sources) -> String {
    let mut out = HEAD.to_owned();
    let mut missing = Vec::new();
    for interface in &description.interfaces {
        let name = interface.name.as_str();
        if SINKS.contains(&name) {
            let _ = writeln!(
                out,
                "## {name}\n\nYours to implement; the library calls it.\n"
            );
        } else if BY_HAND.contains(&name) {
            let _ = writeln!(out, "## {name}\n\nWorks on every object{}.\n", limits(name));
        } else if sources.is_enumerator(description, name) {
            let _ = writeln!(out, "## {name}\n\nWorks: Next, Skip, Reset and Clone.\n");
        } else if let Some(class) = sources.class_of(description, interface) {
            table(&mut out, interface, class, sources);
        } else {
            missing.push(interface);
        }
    }
    out.push_str("## Not offered\n\n| interface | methods |\n|---|---|\n");
    for interface in missing {
        let methods: Vec<&str> = interface.methods.iter().map(|m| m.name.as_str()).collect();
        let _ = writeln!(out, "| {} | {} |", interface.name, methods.join(", "));
    }
    out
}

fn limits(interface: &str) -> &'static str {
    match interface {
        "IDispatch" => " that has a dual interface; there is no type information (GetTypeInfo)",
        _ => "",
    }
}

fn table(out: &mut String, interface: &Interface, class: &str, sources: &Sources) {
    let _ = writeln!(out, "## {}\n\nOn the object `{class}`.\n", interface.name);
    if interface.methods.is_empty() {
        return;
    }
    out.push_str("| slot | method | | remark |\n|---|---|---|---|\n");
    for method in &interface.methods {
        let key = (interface.name.clone(), method_name(interface, method));
        let remark = sources.methods.get(&key);
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} |",
            method.slot.map_or(String::new(), |slot| slot.to_string()),
            method.name,
            if remark.is_some() {
                "works"
            } else {
                "E_NOTIMPL"
            },
            remark.map_or("", String::as_str)
        );
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_found_in_folders_below_and_tests_are_not() {
        let root = tempfile::tempdir().unwrap();
        for path in [
            "a.rs",
            "media/b.rs",
            "media/deep/c.rs",
            "tests/d.rs",
            "media/tests.rs",
            "e.md",
        ] {
            let path = root.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "").unwrap();
        }
        let found = rust_files(root.path()).unwrap();
        let names: Vec<_> = (found.iter())
            .map(|path| path.strip_prefix(root.path()).unwrap().to_str().unwrap())
            .collect();
        assert_eq!(names, ["a.rs", "media/b.rs", "media/deep/c.rs"]);
    }
}
