//! TAPI 2 as the library has it, held against the carried facts: sizes, offsets and numbers of
//! `tapi.h`, its prototypes, and the signatures of the exported functions.

#[path = "support/compiler.rs"]
mod compiler;

use compiler::{STRICT, Unit};
use serde_json::Value;
use std::collections::BTreeMap;
use std::ffi::{CStr, c_char};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use syn::{FnArg, Item, ReturnType};

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn facts() -> Value {
    serde_json::from_str(&read("tests/data/tapi2-api.json")).expect("the facts are JSON")
}

fn entries<'a>(facts: &'a Value, key: &str) -> impl Iterator<Item = (&'a String, i64)> {
    let object = facts[key].as_object().expect("an object");
    object
        .iter()
        .map(|(name, value)| (name, value.as_i64().expect("a number")))
}

fn compile(source: &str) {
    let include = format!("-I{}/include/tapi3/compat", env!("CARGO_MANIFEST_DIR"));
    for (standard, unicode) in [("c11", false), ("c11", true), ("c++17", false)] {
        let mut options = STRICT.to_vec();
        options.push(&include);
        if unicode {
            options.push("-DUNICODE");
        }
        Unit {
            standard,
            options: &options,
            source,
        }
        .compile();
    }
}

/// A size or offset for machines of 64 bits, which those are that this is tested on.
fn number(fact: &Value, what: &str) -> u64 {
    let exact = fact[what].as_u64();
    let wide = || fact[format!("{what}64")].as_u64();
    exact
        .or_else(wide)
        .unwrap_or_else(|| panic!("{fact} has no {what}"))
}

#[test]
fn the_header_has_each_size_and_offset() {
    let facts = facts();
    let mut source =
        "#include <tapi.h>\n#ifndef __cplusplus\n#define static_assert _Static_assert\n#endif\n"
            .to_owned();
    let mut count = 0;
    for structure in facts["structures"].as_array().expect("a list") {
        let name = structure["name"].as_str().expect("a name");
        let size = number(structure, "size");
        let _ = writeln!(
            source,
            "static_assert(sizeof({name}) == {size}, \"{name}\");"
        );
        for field in structure["fields"].as_array().expect("a list") {
            let member = field["name"].as_str().expect("a name");
            if member.starts_with('(') {
                continue;
            }
            let (offset, size) = (number(field, "offset"), number(field, "size"));
            let _ = writeln!(
                source,
                "static_assert(offsetof({name}, {member}) == {offset}, \"{name}.{member}\");\n\
                 static_assert(sizeof((({name} *)0)->{member}) == {size}, \"{name}.{member}\");"
            );
            count += 1;
        }
    }
    assert!(count > 700, "{count} members");
    compile(&source);
}

#[test]
fn the_header_has_each_number() {
    let facts = facts();
    let mut source =
        "#include <tapi.h>\n#ifndef __cplusplus\n#define static_assert _Static_assert\n#endif\n"
            .to_owned();
    for key in ["messages", "constants", "errors"] {
        for (name, value) in entries(&facts, key) {
            let value = value as u32;
            let _ = writeln!(
                source,
                "static_assert((DWORD)({name}) == 0x{value:x}u, \"{name}\");"
            );
        }
    }
    compile(&source);
}

/// What the library says of a result code.
fn name_of(code: i32) -> Option<String> {
    // So that the library is linked.
    use tapi3 as _;
    unsafe extern "C" {
        safe fn tapi3_line_error_name(code: i32) -> *const c_char;
    }
    let name = tapi3_line_error_name(code);
    if name.is_null() {
        return None;
    }
    // SAFETY: it is text that stays.
    let name = unsafe { CStr::from_ptr(name) };
    Some(name.to_str().expect("a name").to_owned())
}

#[test]
fn each_result_code_has_its_name() {
    let facts = facts();
    let mut count = 0;
    for (name, code) in entries(&facts, "errors") {
        assert_eq!(name_of(code as i32).as_ref(), Some(name));
        count += 1;
    }
    assert!(count > 150, "{count} codes");
    assert_eq!(name_of(i32::MIN), None);
    assert_eq!(name_of(1), None);
}

/// The type of a parameter in a form of its function.
fn c_type(kind: &str, wide: bool) -> String {
    let kind = kind.trim_end_matches(" const");
    match (kind, wide) {
        ("LPCSTR", true) => "LPCWSTR".to_owned(),
        ("LPSTR", true) => "LPWSTR".to_owned(),
        _ => kind.to_owned(),
    }
}

/// Each exported name, with the types of its parameters.
fn functions(facts: &Value) -> BTreeMap<String, Vec<String>> {
    let mut functions = BTreeMap::new();
    for function in facts["functions"].as_array().expect("a list") {
        for export in function["exports"].as_array().expect("a list") {
            let export = export.as_str().expect("a name");
            let wide = export.ends_with('W') && Some(export) != function["name"].as_str();
            let parameters = function["params"].as_array().expect("a list").iter();
            let types = parameters.map(|p| c_type(p[0].as_str().expect("a type"), wide));
            functions.insert(export.to_owned(), types.collect());
        }
    }
    functions
}

#[test]
fn the_header_has_each_prototype() {
    // A name without an ending is a macro where there are two forms: undefined here.
    let facts = facts();
    let mut source = "#include <tapi.h>\n".to_owned();
    for (name, parameters) in functions(&facts) {
        let _ = writeln!(
            source,
            "#undef {name}\nLONG (*const check_{name})({}) = {name};",
            parameters.join(", ")
        );
    }
    compile(&source);
}

/// What a parameter of an exported function is in Rust for a type of `tapi.h`.
fn rust_type(kind: &str) -> String {
    match kind {
        "LPCSTR" => "*constc_char".to_owned(),
        "LPCWSTR" => "*constu16".to_owned(),
        "LPSTR" => "*mutc_char".to_owned(),
        "LPWSTR" => "*mutu16".to_owned(),
        "LPVOID" => "*mutc_void".to_owned(),
        "PHONECALLBACK" => "LINECALLBACK".to_owned(),
        kind => match kind.strip_prefix("LP") {
            Some(to) => format!("*mut{to}"),
            None => kind.to_owned(),
        },
    }
}

#[test]
fn all_functions_are_exported_with_their_parameters() {
    let facts = facts();
    assert_eq!(facts["functions"].as_array().map(Vec::len), Some(145));
    let wanted = functions(&facts);
    assert_eq!(wanted.len(), 249);
    let mut found = BTreeMap::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/exports/tapi2");
    for entry in fs::read_dir(folder).expect("the exports") {
        let path = entry.expect("an entry").path();
        let text = fs::read_to_string(&path).expect("a source");
        for item in syn::parse_file(&text).expect("Rust").items {
            let Item::Fn(function) = item else { continue };
            let name = function.sig.ident.to_string();
            if function.sig.abi.is_none() || name.starts_with("tapi3_") {
                continue;
            }
            let types = function.sig.inputs.iter().map(|input| match input {
                FnArg::Typed(typed) => text_of(&typed.ty),
                FnArg::Receiver(_) => panic!("{name} has a receiver"),
            });
            let types: Vec<String> = types.collect();
            assert!(
                matches!(&function.sig.output, ReturnType::Type(_, kind) if text_of(kind) == "LONG"),
                "{name} returns something else than LONG"
            );
            found.insert(name, types);
        }
    }
    for (name, parameters) in &wanted {
        let parameters: Vec<String> = parameters.iter().map(|kind| rust_type(kind)).collect();
        assert_eq!(found.get(name), Some(&parameters), "{name}");
    }
    let extra: Vec<&String> = found
        .keys()
        .filter(|name| !wanted.contains_key(*name))
        .collect();
    assert!(extra.is_empty(), "{extra:?}");
    let symbols = read("include/tapi3.symbols");
    for name in wanted.keys() {
        assert!(
            symbols.lines().any(|line| line == name),
            "{name} is no symbol"
        );
    }
}

fn text_of(kind: &syn::Type) -> String {
    use syn::Type;
    match kind {
        Type::Path(path) => path.path.segments.last().expect("a name").ident.to_string(),
        Type::Ptr(pointer) => {
            let word = if pointer.mutability.is_some() {
                "*mut"
            } else {
                "*const"
            };
            format!("{word}{}", text_of(&pointer.elem))
        }
        _ => panic!("no type of an exported function"),
    }
}
