//! Writes `include/tapi3.h`. The declarations are cbindgen's, made from the ABI text and from the
//! sources of the types and exported functions; the frame round them is `templates/tapi3.h`.
//!
//! cbindgen is asked for one section at a time, because a header that is valid C99 needs an order
//! (a type name may be declared once only, and the vtables and the interfaces name each other)
//! that one run over everything does not give.

use crate::abi;
use crate::comment;
use crate::cpp::wrap;
use crate::model::{Description, Enum, Hresult, Interface, Method};
use crate::symbols;
use crate::template;
use cbindgen::{Builder, Config, Language, Style};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::slice;

/// Why the header could not be made.
#[derive(Debug)]
pub enum Error {
    /// A file could not be read or written.
    Io(PathBuf, std::io::Error),
    /// A source is not what this writer expects, or cbindgen did not understand it.
    Source(String),
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Io(path, why) => write!(f, "{}: {why}", path.display()),
            Self::Source(what) => f.write_str(what),
        }
    }
}

impl std::error::Error for Error {}

type Result<T> = std::result::Result<T, Error>;

/// The structures that C programs only ever point to.
const OPAQUE: &[&str] = &["ITypeInfo", "IRecordInfo"];
/// The types that the frame defines itself, because C++ spells them differently.
const BY_HAND: &[&str] = &["OLECHAR", "REFGUID", "REFIID", "REFCLSID"];
/// The types whose members C reaches without naming the union that holds them.
const VARIANT: &[&str] = &["VARIANT", "VARIANT_VALUE"];

/// Writes the C header.
///
/// `root`: the folder of the library, for `src/com/types.rs` and `src/exports/`.
///
/// # Errors
/// A source that is missing or that cannot be translated.
pub fn write(description: &Description, root: &Path) -> Result<String> {
    let types = read(&root.join("src/com/types.rs"))?;
    let syntax =
        syn::parse_file(&types).map_err(|e| Error::Source(format!("src/com/types.rs: {e}")))?;
    let sections = [
        ("MAJOR", env!("CARGO_PKG_VERSION_MAJOR").to_owned()),
        ("MINOR", env!("CARGO_PKG_VERSION_MINOR").to_owned()),
        ("PATCH", env!("CARGO_PKG_VERSION_PATCH").to_owned()),
        ("FORWARD", forward(description, &syntax)),
        ("TYPES", data_types(&types, &syntax)?),
        ("VARIANT", variant(&syntax)?),
        ("HRESULTS", hresults(&description.hresults)),
        ("CONSTANTS", constants(description)),
        ("ENUMS", enums(description)?),
        ("GUIDS", cbindgen(&[abi::guids(description)], &[], &[])?),
        ("FUNCTIONS", functions(root)?),
        ("INTERFACES", interfaces(description)?),
        ("COBJMACROS", cobjmacros(description)),
    ];
    template::fill(include_str!("../templates/tapi3.h"), &sections).map_err(Error::Source)
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).map_err(|e| Error::Io(path.to_owned(), e))
}

/// Runs cbindgen over sources in memory and returns the declarations alone.
fn cbindgen(sources: &[String], include: &[String], exclude: &[&str]) -> Result<String> {
    let here = |e| Error::Io(std::env::temp_dir(), e);
    let folder = tempfile::tempdir().map_err(here)?;
    let config = Config {
        language: Language::C,
        style: Style::Tag,
        no_includes: true,
        documentation: true,
        usize_is_size_t: true,
        // Longer than any line of documentation, which cbindgen takes for part of a declaration
        // when it decides whether the arguments fit on a line.
        line_length: 130,
        tab_width: 4,
        layout: cbindgen::LayoutConfig {
            packed: Some("TAPI3_PACKED".to_owned()),
            ..cbindgen::LayoutConfig::default()
        },
        ..Config::default()
    };
    let mut builder = Builder::new().with_config(config);
    for (index, source) in sources.iter().enumerate() {
        let path = folder.path().join(format!("{index}.rs"));
        std::fs::write(&path, comment::escape_docs(source)).map_err(here)?;
        builder = builder.with_src(path);
    }
    for name in include {
        builder = builder.include_item(name);
    }
    for name in exclude {
        builder = builder.exclude_item(name);
    }
    let bindings = builder
        .generate()
        .map_err(|e| Error::Source(format!("cbindgen: {e}")))?;
    let mut text = Vec::new();
    bindings.write(&mut text);
    let text = String::from_utf8(text).map_err(|e| Error::Source(format!("cbindgen: {e}")))?;
    Ok(comment::close_up(text.trim()))
}

/// `typedef struct X X;` for every structure and interface: the one place where the bare name is
/// declared, since C99 allows it only once.
fn forward(description: &Description, types: &syn::File) -> String {
    let mut out = String::new();
    let mut declare = |kind: &str, name: &str| {
        let _ = writeln!(out, "typedef {kind} {name} {name};");
    };
    for item in &types.items {
        if let syn::Item::Struct(s) = item {
            declare("struct", &s.ident.to_string());
        }
    }
    for interface in &description.interfaces {
        declare("struct", &interface.name);
    }
    out.trim_end().to_owned()
}

/// The names of all types in a source.
fn type_names(syntax: &syn::File) -> Vec<String> {
    let name = |item: &syn::Item| match item {
        syn::Item::Type(t) => Some(t.ident.to_string()),
        syn::Item::Struct(s) => Some(s.ident.to_string()),
        syn::Item::Union(u) => Some(u.ident.to_string()),
        _ => None,
    };
    syntax.items.iter().filter_map(name).collect()
}

fn data_types(source: &str, syntax: &syn::File) -> Result<String> {
    let exclude: Vec<&str> = [OPAQUE, BY_HAND, VARIANT].concat();
    let include: Vec<String> = type_names(syntax)
        .into_iter()
        .filter(|n| !exclude.contains(&n.as_str()))
        .collect();
    cbindgen(&[source.to_owned()], &include, &exclude)
}

/// VARIANT with its members as on Windows: `v.vt`, `v.lVal`, `v.decVal`. cbindgen names the union
/// that holds them, so the members are read from the Rust union here.
fn variant(syntax: &syn::File) -> Result<String> {
    let missing = |what: &str| Error::Source(format!("src/com/types.rs: {what}"));
    let docs =
        |attrs: &[syn::Attribute]| -> Vec<String> { attrs.iter().filter_map(doc_line).collect() };
    let find = |name: &str| {
        syntax.items.iter().find_map(|item| match item {
            syn::Item::Struct(s) if s.ident == name => {
                Some((docs(&s.attrs), s.fields.iter().collect::<Vec<_>>()))
            }
            syn::Item::Union(u) if u.ident == name => {
                Some((docs(&u.attrs), u.fields.named.iter().collect()))
            }
            _ => None,
        })
    };
    let (about, head) = find("VARIANT").ok_or_else(|| missing("no VARIANT"))?;
    let (_, values) = find("VARIANT_VALUE").ok_or_else(|| missing("no VARIANT_VALUE"))?;
    let field = |indent: &str, field: &syn::Field| -> Result<String> {
        let name = field
            .ident
            .as_ref()
            .ok_or_else(|| missing("VARIANT has a field without a name"))?;
        let (ty, stars) =
            c_type(&field.ty).ok_or_else(|| missing(&format!("VARIANT: the type of {name}")))?;
        let text = comment::block(indent, &docs(&field.attrs));
        // The record's two members stand in the union without a name on Windows.
        if ty == "BRECORD" {
            return Ok(format!(
                "{text}{indent}TAPI3_NAMELESS struct {{\n{indent}    void *pvRecord;\n{indent}    IRecordInfo *pRecInfo;\n{indent}}};\n"
            ));
        }
        Ok(format!("{text}{indent}{ty} {}{name};\n", "*".repeat(stars)))
    };
    let (low, mid, deep) = (" ".repeat(4), " ".repeat(8), " ".repeat(12));
    let mut out = comment::block("", &about);
    // The mark stands here too: C99 does not count members without a name.
    out += "TAPI3_NAMELESS struct VARIANT {\n";
    let _ = writeln!(
        out,
        "{low}TAPI3_NAMELESS union {{\n{mid}TAPI3_NAMELESS struct {{"
    );
    for item in head
        .iter()
        .filter(|f| f.ident.as_ref().is_some_and(|i| i != "value"))
    {
        out += &field(&deep, item)?;
    }
    let _ = writeln!(out, "{deep}TAPI3_NAMELESS union {{");
    for item in values {
        out += &field(&format!("{deep}    "), item)?;
    }
    let _ = writeln!(out, "{deep}}};\n{mid}}};");
    out += &comment::block(&mid, &["VT_DECIMAL.".to_owned()]);
    let _ = writeln!(out, "{mid}DECIMAL decVal;\n{low}}};\n}};");
    Ok(out.trim_end().to_owned())
}

fn doc_line(attr: &syn::Attribute) -> Option<String> {
    let pair = attr
        .meta
        .require_name_value()
        .ok()
        .filter(|p| p.path.is_ident("doc"))?;
    match &pair.value {
        syn::Expr::Lit(syn::ExprLit {
            lit: syn::Lit::Str(text),
            ..
        }) => Some(text.value().trim().to_owned()),
        _ => None,
    }
}

/// The C spelling of a field's type, and how many pointers stand before it.
fn c_type(ty: &syn::Type) -> Option<(String, usize)> {
    match ty {
        syn::Type::Ptr(pointer) => c_type(&pointer.elem).map(|(name, stars)| (name, stars + 1)),
        syn::Type::Path(path) => {
            let name = path.path.get_ident()?.to_string();
            let name = match name.as_str() {
                "c_void" => "void",
                "f32" => "float",
                "f64" => "double",
                "i8" => "int8_t",
                _ => return Some((name, 0)),
            };
            Some((name.to_owned(), 0))
        }
        _ => None,
    }
}

/// The result codes, in hexadecimal as everybody knows them; cbindgen would write them in decimal.
fn hresults(codes: &[Hresult]) -> String {
    let mut out = String::new();
    for code in codes {
        out += &comment::block("", &code.doc);
        let _ = writeln!(out, "#define {} 0x{:08X}u", code.name, code.value);
    }
    out.trim_end().to_owned()
}

/// The integer and text constants; hexadecimal where they are bits.
fn constants(description: &Description) -> String {
    let mut out = String::new();
    for item in &description.constants {
        out += &comment::block("", &item.doc);
        let value = abi::literal(item);
        let value = if item.value < 0 {
            format!("({value})")
        } else {
            value
        };
        let _ = writeln!(out, "#define {} {value}", item.name);
    }
    for item in &description.strings {
        out += &comment::block("", &item.doc);
        let _ = writeln!(out, "#define {} OLESTR(\"{}\")", item.name, item.value);
    }
    out.trim_end().to_owned()
}

/// The enumerations, each by a run of its own so that a type and its values stand together.
fn enums(description: &Description) -> Result<String> {
    let one = |item: &Enum| cbindgen(&[abi::enumeration(item)], slice::from_ref(&item.name), &[]);
    Ok(description
        .enums
        .iter()
        .map(one)
        .collect::<Result<Vec<_>>>()?
        .join("\n\n"))
}

/// The exported functions: those of every file in `src/exports/` and of `src/exports.rs`.
///
/// cbindgen passes over in silence what it does not understand, so each is looked for afterwards.
fn functions(root: &Path) -> Result<String> {
    let sources = export_sources(root)?;
    let texts = sources
        .iter()
        .map(|p| read(p))
        .collect::<Result<Vec<_>>>()?;
    let declared = cbindgen(&texts, &[], &[])?;
    let lost = |name: &String| !declared.contains(&format!("{name}("));
    match symbols::functions(root)?.into_iter().find(lost) {
        Some(name) => Err(Error::Source(format!(
            "cbindgen leaves {name} out of the header"
        ))),
        None => Ok(declared),
    }
}

/// The files that hold exported functions, in the order of their names.
///
/// # Errors
/// A folder that cannot be read.
pub fn export_sources(root: &Path) -> Result<Vec<PathBuf>> {
    let mut sources = Vec::new();
    let file = root.join("src/exports.rs");
    if file.exists() {
        sources.push(file);
    }
    sources.extend(rust_files(&root.join("src/exports"))?);
    sources.sort();
    Ok(sources)
}

/// The Rust sources of one folder, in the order of their names; none if there is no such folder.
pub(crate) fn rust_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut sources = Vec::new();
    if folder.exists() {
        for entry in std::fs::read_dir(folder).map_err(|e| Error::Io(folder.to_owned(), e))? {
            let path = entry.map_err(|e| Error::Io(folder.to_owned(), e))?.path();
            if path.extension().is_some_and(|e| e == "rs") {
                sources.push(path);
            }
        }
    }
    sources.sort();
    Ok(sources)
}

/// The vtables and the structures that point to them, each by a run of its own: what a run does
/// not know it names without `struct`, which is how C programs write it.
fn interfaces(description: &Description) -> Result<String> {
    let mut out = String::new();
    for interface in &description.interfaces {
        let name = &interface.name;
        let vtable = format!("{name}Vtbl");
        let methods = cbindgen(
            &[abi::vtable(description, interface)],
            slice::from_ref(&vtable),
            &[],
        )?;
        let object = cbindgen(&[abi::object(interface)], slice::from_ref(name), &[])?;
        let _ = writeln!(
            out,
            "typedef struct {vtable} {vtable};\n\n{methods}\n\n{object}\n"
        );
    }
    Ok(out.trim_end().to_owned())
}

/// `ITBasicCallControl_Disconnect(This, code)` for every method, those of the bases included.
fn cobjmacros(description: &Description) -> String {
    let mut out = String::new();
    for interface in &description.interfaces {
        for (_, method) in description.vtable(interface) {
            out += &cobjmacro(interface, method);
        }
        out.push('\n');
    }
    out.trim_end().to_owned()
}

fn cobjmacro(interface: &Interface, method: &Method) -> String {
    // A macro parameter of the method's name would be replaced in `->Method` as well.
    let name = |p: &str| {
        if p == method.name {
            format!("{p}_")
        } else {
            p.to_owned()
        }
    };
    let arguments: Vec<String> = std::iter::once("This".to_owned())
        .chain(method.params.iter().map(|p| name(&p.name)))
        .collect();
    let rest: String = arguments.iter().skip(1).map(|a| format!(", {a}")).collect();
    let name = format!("#define {}_{}(", interface.name, method.name);
    let head = wrap(&name, &format!("{})", arguments.join(", ")), "    ", " \\");
    let call = format!("((This)->lpVtbl->{}(This{rest}))", method.name);
    if head.len() + call.len() > 110 {
        format!("{head} \\\n    {call}\n")
    } else {
        format!("{head} {call}\n")
    }
}
