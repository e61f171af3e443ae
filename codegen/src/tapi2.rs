//! Writes `include/tapi3/compat/tapi.h` from the description of TAPI 2 in `idl/tapi2/`: the names of
//! `<tapi.h>`, packed as Windows packs them, within the frame of `templates/tapi.h`.

use crate::header::Error;
use crate::template;
use std::fmt::Write as _;
use std::path::Path;
use syn::{Expr, Fields, FnArg, ForeignItem, Item, Lit, Pat, Type, UnOp};

type Result<T> = std::result::Result<T, Error>;

/// Writes the header.
///
/// `root`: the folder of the library, for `idl/tapi2/`.
///
/// # Errors
/// A description that is missing or that holds what this writer does not know.
pub fn write(root: &Path) -> Result<String> {
    let read = |name: &str| {
        let path = root.join("idl/tapi2").join(name);
        let text = std::fs::read_to_string(&path).map_err(|e| Error::Io(path.clone(), e))?;
        syn::parse_file(&text).map_err(|e| Error::Source(format!("{}: {e}", path.display())))
    };
    let functions = functions(&read("functions.rs")?)?;
    let sections = [
        ("CONSTANTS", constants(&read("constants.rs")?)?),
        ("STRUCTURES", structures(&read("structures.rs")?)?),
        (
            "FUNCTIONS",
            functions.iter().map(Function::declared).collect(),
        ),
        (
            "WIDE",
            functions.iter().filter_map(|f| f.chosen("W")).collect(),
        ),
        (
            "NARROW",
            functions.iter().filter_map(|f| f.chosen("A")).collect(),
        ),
    ];
    template::fill(include_str!("../templates/tapi.h"), &sections).map_err(Error::Source)
}

fn unknown(what: &str) -> Error {
    Error::Source(format!("idl/tapi2: {what} is nothing that tapi.h can say"))
}

fn constants(file: &syn::File) -> Result<String> {
    let mut out = String::new();
    for item in &file.items {
        let Item::Const(item) = item else {
            return Err(unknown("an item that is no constant"));
        };
        for line in docs(&item.attrs) {
            let _ = writeln!(out, "\n/*{line} */");
        }
        let name = &item.ident;
        match number(&item.expr) {
            // Signed, as what functions return: comparing and `switch` need no cast.
            Some((true, digits)) => {
                let value: u32 = digits.parse().map_err(|_| unknown(&digits))?;
                let _ = writeln!(out, "#define {name} ((LONG)0x{:x})", value.wrapping_neg());
            }
            Some((false, digits)) => {
                let _ = writeln!(out, "#define {name} {digits}");
            }
            None => return Err(unknown(&name.to_string())),
        }
    }
    Ok(out.trim().to_owned())
}

/// Whether a number is negative, and its digits.
fn number(expression: &Expr) -> Option<(bool, String)> {
    match expression {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Int(number) => Some((false, number.to_string())),
            _ => None,
        },
        Expr::Unary(unary) if matches!(unary.op, UnOp::Neg(_)) => {
            number(&unary.expr).map(|(_, digits)| (true, digits))
        }
        _ => None,
    }
}

fn docs(attributes: &[syn::Attribute]) -> Vec<String> {
    let text = |attribute: &syn::Attribute| match &attribute.meta {
        syn::Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            Expr::Lit(literal) => match &literal.lit {
                Lit::Str(text) => Some(text.value()),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    };
    attributes.iter().filter_map(text).collect()
}

/// A structure or union of the description.
struct Shape {
    name: String,
    word: &'static str,
    docs: Vec<String>,
    members: Vec<(String, Type)>,
}

fn shape(item: &Item) -> Result<Shape> {
    let (name, word, attributes, fields) = match item {
        Item::Struct(item) => match &item.fields {
            Fields::Named(fields) => (&item.ident, "struct", &item.attrs, fields),
            _ => return Err(unknown("a structure without names")),
        },
        Item::Union(item) => (&item.ident, "union", &item.attrs, &item.fields),
        _ => return Err(unknown("an item that is no structure")),
    };
    let member = |field: &syn::Field| {
        let name = field.ident.as_ref().ok_or(unknown("a nameless member"))?;
        Ok((name.to_string(), field.ty.clone()))
    };
    Ok(Shape {
        name: name.to_string(),
        word,
        docs: docs(attributes),
        members: fields.named.iter().map(member).collect::<Result<_>>()?,
    })
}

fn structures(file: &syn::File) -> Result<String> {
    let items = file
        .items
        .iter()
        .filter(|item| !matches!(item, Item::Use(_)));
    let shapes = items.map(shape).collect::<Result<Vec<_>>>()?;
    let mut out = String::new();
    for shape in shapes.iter().filter(|shape| !shape.name.contains('_')) {
        for line in &shape.docs {
            let _ = writeln!(out, "/**{line} */");
        }
        let tag = tag(&shape.name);
        let _ = writeln!(out, "typedef struct {tag} {{");
        members(&mut out, shape, &shapes, 1)?;
        let _ = writeln!(out, "}} {0}, *LP{0};\n", shape.name);
    }
    Ok(out.trim_end().to_owned())
}

/// `lineaddresscaps_tag`, `linereqmakecallW_tag`.
fn tag(name: &str) -> String {
    match name.strip_suffix('W') {
        Some(front) => format!("{}W_tag", front.to_ascii_lowercase()),
        None => format!("{}_tag", name.to_ascii_lowercase()),
    }
}

fn members(out: &mut String, shape: &Shape, shapes: &[Shape], depth: usize) -> Result<()> {
    let indent = "    ".repeat(depth);
    for (name, kind) in &shape.members {
        let (word, count) = match kind {
            Type::Path(path) => (last(path)?, String::new()),
            Type::Array(array) => match (&*array.elem, number(&array.len)) {
                (Type::Path(path), Some((false, count))) => (last(path)?, format!("[{count}]")),
                _ => return Err(unknown(name)),
            },
            _ => return Err(unknown(name)),
        };
        let Some(inner) = shapes.iter().find(|s| s.name == word && word.contains('_')) else {
            let _ = writeln!(out, "{indent}{word} {name}{count};");
            continue;
        };
        let nameless = name == "anonymous";
        let extension = if nameless { "__extension__ " } else { "" };
        let _ = writeln!(out, "{indent}{extension}{} {{", inner.word);
        members(out, inner, shapes, depth + 1)?;
        let _ = match nameless {
            true => writeln!(out, "{indent}}};"),
            false => writeln!(out, "{indent}}} {name};"),
        };
    }
    Ok(())
}

fn last(path: &syn::TypePath) -> Result<String> {
    let segment = path.path.segments.last().ok_or(unknown("an empty type"))?;
    Ok(segment.ident.to_string())
}

/// A function of the description.
pub struct Function {
    /// Its name without an ending.
    pub name: String,
    /// The endings under which it is exported.
    pub forms: Vec<String>,
    /// Whether its outcome comes with a reply.
    pub asynchronous: bool,
    /// Names and types of its parameters, in the form that takes bytes.
    pub parameters: Vec<(String, String)>,
}

/// Reads `functions.rs`.
///
/// # Errors
/// What is no function of TAPI 2.
pub fn functions(file: &syn::File) -> Result<Vec<Function>> {
    let mut functions = Vec::new();
    for item in &file.items {
        let Item::ForeignMod(block) = item else {
            return Err(unknown("an item that is no function"));
        };
        for item in &block.items {
            let ForeignItem::Fn(item) = item else {
                return Err(unknown("an item that is no function"));
            };
            functions.push(function(item)?);
        }
    }
    Ok(functions)
}

fn function(item: &syn::ForeignItemFn) -> Result<Function> {
    let mut function = Function {
        name: item.sig.ident.to_string(),
        forms: vec![String::new()],
        asynchronous: false,
        parameters: Vec::new(),
    };
    for attribute in &item.attrs {
        if attribute.path().is_ident("asynchronous") {
            function.asynchronous = true;
        } else if attribute.path().is_ident("forms") {
            type Forms = syn::punctuated::Punctuated<syn::LitStr, syn::Token![,]>;
            let forms = attribute.parse_args_with(Forms::parse_terminated);
            let forms = forms.map_err(|e| unknown(&e.to_string()))?;
            function.forms = forms.iter().map(syn::LitStr::value).collect();
        }
    }
    for input in &item.sig.inputs {
        match input {
            FnArg::Typed(typed) => match (&*typed.pat, &*typed.ty) {
                (Pat::Ident(name), Type::Path(path)) => {
                    let parameter = (name.ident.to_string(), last(path)?);
                    function.parameters.push(parameter);
                }
                _ => return Err(unknown(&function.name)),
            },
            FnArg::Receiver(_) => return Err(unknown(&function.name)),
        }
    }
    Ok(function)
}

impl Function {
    /// The prototypes of all forms, with what a positive result means.
    fn declared(&self) -> String {
        let mut out = String::new();
        if self.asynchronous {
            out +=
                "/** A positive result is the id of a request; its outcome comes as a reply. */\n";
        }
        for form in &self.forms {
            let parameters: Vec<String> = self
                .parameters
                .iter()
                .map(|(name, kind)| format!("{} {name}", of_form(kind, form)))
                .collect();
            let line = format!(
                "LONG WINAPI {}{form}({});",
                self.name,
                parameters.join(", ")
            );
            if line.len() <= 110 {
                let _ = writeln!(out, "{line}");
            } else {
                let _ = writeln!(out, "LONG WINAPI {}{form}(", self.name);
                let _ = writeln!(out, "    {});", parameters.join(",\n    "));
            }
        }
        out
    }

    /// Which form the name without an ending stands for in a source.
    fn chosen(&self, form: &str) -> Option<String> {
        let has = |form: &str| self.forms.iter().any(|known| known == form);
        (has("A") && has("W")).then(|| format!("#define {0} {0}{form}\n", self.name))
    }
}

/// A parameter's type in a form of its function.
fn of_form<'a>(kind: &'a str, form: &str) -> &'a str {
    match (kind, form) {
        ("LPCSTR", "W") => "LPCWSTR",
        ("LPSTR", "W") => "LPWSTR",
        _ => kind,
    }
}
