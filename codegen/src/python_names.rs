//! Writes the names that Python programs import: `python/tapi3/errors.py`, an exception class for
//! each result code that means failure, and `python/tapi3/constants.py`, the values of the
//! enumerations and the constants without the name of their enumeration before them.

use crate::model::{Description, Hresult};
use crate::python::{docstring, literal};
use crate::template;
use std::fmt::Write as _;

/// The codes for which Python has an exception of its own, so that `except TimeoutError` works too.
const ALSO: [(&str, &str); 7] = [
    ("DISP_E_BADPARAMCOUNT", "TypeError"),
    ("DISP_E_OVERFLOW", "OverflowError"),
    ("DISP_E_TYPEMISMATCH", "TypeError"),
    ("E_INVALIDARG", "ValueError"),
    ("E_NOTIMPL", "NotImplementedError"),
    ("E_OUTOFMEMORY", "MemoryError"),
    ("TAPI_E_TIMEOUT", "TimeoutError"),
];

/// The bit of an HRESULT that says failure.
const FAILED: u32 = 0x8000_0000;

/// Writes the exception classes.
///
/// # Errors
/// A template that does not fit; a mistake of this program.
pub fn errors(description: &Description) -> Result<String, String> {
    let failures = || {
        let codes = description.hresults.iter();
        codes.filter(|code| code.value & FAILED != 0)
    };
    let sections = [
        ("CLASSES", failures().map(class).collect::<String>()),
        (
            "LIST",
            failures().map(|c| format!("    {},\n", c.name)).collect(),
        ),
        (
            "ALL",
            failures().map(|c| format!("    {:?},\n", c.name)).collect(),
        ),
    ];
    template::fill(include_str!("../templates/errors.py"), &sections)
}

fn class(code: &Hresult) -> String {
    let also = ALSO.iter().find(|(name, _)| *name == code.name);
    let base = also.map_or(String::new(), |(_, base)| format!(", {base}"));
    format!(
        "class {}(Error{base}):\n    {}\n\n    hresult = HResult(0x{:08X})\n\n\n",
        code.name,
        docstring(&code.doc),
        code.value
    )
}

/// Writes the values and constants.
///
/// # Errors
/// A template that does not fit; a mistake of this program.
pub fn constants(description: &Description) -> Result<String, String> {
    let mut imports = String::new();
    let mut values = String::new();
    for item in &description.enums {
        let _ = writeln!(imports, "    {0} as {0},", item.name);
        for value in &item.values {
            let _ = writeln!(values, "{0} = {1}.{0}", value.name, item.name);
        }
        values.push('\n');
    }
    for item in &description.constants {
        let _ = writeln!(imports, "    {0} as {0},", item.name);
    }
    for item in &description.strings {
        let _ = writeln!(imports, "    {0} as {0},", item.name);
    }
    let names = description
        .enums
        .iter()
        .flat_map(|e| std::iter::once(&e.name).chain(e.values.iter().map(|v| &v.name)))
        .chain(description.constants.iter().map(|c| &c.name))
        .chain(description.strings.iter().map(|s| &s.name));
    let all: String = names.map(|n| format!("    {},\n", literal(n))).collect();
    let sections = [
        ("IMPORTS", imports),
        ("VALUES", values.trim_end().to_owned()),
        ("ALL", all),
    ];
    template::fill(include_str!("../templates/constants.py"), &sections)
}
