//! Writes `python/tapi3/_interfaces.py`: the descriptions as Python tables, for the ctypes and
//! late-bound faces of the Python package. Data only; what is done with it is hand-written there.

use crate::model::{Coclass, Description};
use crate::model::{
    Direction, Enum, Interface, InterfaceKind, Method, MethodKind, Param, Returns, TypeKind,
};
use crate::{abi, template};
use std::fmt::Write as _;

/// Writes the tables.
///
/// # Errors
/// A template that does not fit; a mistake of this program.
pub fn tables(description: &Description) -> Result<String, String> {
    let sections = [
        (
            "ENUMS",
            description
                .enums
                .iter()
                .map(enumeration)
                .collect::<Vec<_>>()
                .join("\n\n"),
        ),
        (
            "ENUM_NAMES",
            description
                .enums
                .iter()
                .map(|e| format!("    {0:?}: {0},\n", e.name))
                .collect(),
        ),
        ("HRESULTS", hresults(description)),
        ("CONSTANTS", constants(description)),
        (
            "COCLASSES",
            description.coclasses.iter().map(coclass).collect(),
        ),
        (
            "INTERFACES",
            description.interfaces.iter().map(interface).collect(),
        ),
    ];
    template::fill(include_str!("../templates/_interfaces.py"), &sections)
}

fn enumeration(item: &Enum) -> String {
    let base = if item.flags { "IntFlag" } else { "_NamedInt" };
    let mut out = format!("class {}({base}):\n", item.name);
    let _ = writeln!(out, "    {}\n", docstring(&item.doc));
    for value in &item.values {
        for line in &value.doc {
            let _ = writeln!(out, "{}", format!("    #: {line}").trim_end());
        }
        let _ = writeln!(out, "    {} = {}", value.name, value.value);
    }
    out
}

fn hresults(description: &Description) -> String {
    let mut out = String::new();
    for code in &description.hresults {
        let _ = writeln!(out, "{} = 0x{:08X}", code.name, code.value);
    }
    out += "\n#: Every result code: its value and what it says.\nHRESULTS: Dict[str, Tuple[int, str]] = {\n";
    for code in &description.hresults {
        let _ = writeln!(
            out,
            "    {:?}: ({}, {}),",
            code.name,
            code.name,
            literal(&code.sentence)
        );
    }
    out + "}"
}

fn constants(description: &Description) -> String {
    let mut out = String::new();
    for item in &description.constants {
        let _ = writeln!(out, "{} = {}", item.name, abi::literal(item));
    }
    for item in &description.strings {
        let _ = writeln!(out, "{} = {}", item.name, literal(&item.value));
    }
    out.trim_end().to_owned()
}

fn coclass(item: &Coclass) -> String {
    let ids: String = item.progids.iter().map(|p| literal(p) + ", ").collect();
    format!(
        "    {0:?}: Coclass({0:?}, \"{1}\", ({2})),\n",
        item.name,
        item.clsid,
        ids.trim_end()
    )
}

fn interface(item: &Interface) -> String {
    let kind = match item.kind {
        InterfaceKind::Custom => "custom",
        InterfaceKind::Dual => "dual",
        InterfaceKind::Dispinterface => "dispinterface",
    };
    let base = item.base.as_ref().map_or("None".to_owned(), |b| literal(b));
    let mut out = format!(
        "    {0:?}: Interface(\n        {0:?}, \"{1}\", {base}, \"{kind}\", (\n",
        item.name, item.iid
    );
    for method in &item.methods {
        out += &self::method(method);
    }
    let _ = writeln!(out, "        ),\n        {},\n    ),", text(&item.doc));
    out
}

fn method(item: &Method) -> String {
    let kind = match item.kind {
        MethodKind::Method => "method",
        MethodKind::PropGet => "propget",
        MethodKind::PropPut => "propput",
    };
    let returns = match item.returns {
        Returns::Hresult => "HRESULT",
        Returns::Ulong => "ULONG",
    };
    let number = |n: Option<String>| n.unwrap_or_else(|| "None".to_owned());
    let mut out = format!(
        "            Method({:?}, {:?}, \"{kind}\", {}, {}, {}, \"{returns}\", (\n",
        item.name,
        item.member_name(),
        number(item.slot.map(|s| s.to_string())),
        number(item.dispid.map(|d| if d < 0 {
            d.to_string()
        } else {
            format!("{d:#x}")
        })),
        boolean(item.hidden || item.restricted),
    );
    for param in &item.params {
        out += &self::param(param);
    }
    let _ = writeln!(out, "            ), {}),", text(&item.doc));
    out
}

fn param(item: &Param) -> String {
    let kind = match item.ty.kind {
        TypeKind::Scalar => "scalar",
        TypeKind::Struct => "struct",
        TypeKind::Opaque => "opaque",
        TypeKind::Enum => "enum",
        TypeKind::Interface => "interface",
    };
    let direction = match item.direction {
        Direction::In => "in",
        Direction::Out => "out",
        Direction::InOut => "inout",
    };
    format!(
        "                Param({:?}, {:?}, \"{kind}\", {}, \"{direction}\", {}, {}),\n",
        item.name,
        item.ty.name,
        item.ty.pointers,
        boolean(item.retval),
        item.size_is
            .as_ref()
            .map_or("None".to_owned(), |s| literal(s)),
    )
}

fn boolean(value: bool) -> &'static str {
    if value { "True" } else { "False" }
}

/// Documentation as one Python expression, a line of it on a line.
fn text(lines: &[String]) -> String {
    match lines {
        [] => literal(""),
        [only] => literal(only),
        [first, rest @ ..] => {
            let mut out = format!("(\n                {}", literal(first));
            for line in rest {
                let _ = write!(out, "\n                {}", literal(&format!("\n{line}")));
            }
            out + ")"
        }
    }
}

pub(crate) fn docstring(lines: &[String]) -> String {
    let text = lines
        .join("\n    ")
        .replace('\\', "\\\\")
        .replace("\"\"\"", "'''");
    let text = text
        .lines()
        .map(str::trim_end)
        .collect::<Vec<_>>()
        .join("\n");
    let end = if lines.len() > 1 { "\n    " } else { "" };
    format!("\"\"\"{text}{end}\"\"\"")
}

/// A Python string literal.
pub(crate) fn literal(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out += "\\\"",
            '\\' => out += "\\\\",
            '\n' => out += "\\n",
            _ => out.push(c),
        }
    }
    out + "\""
}
