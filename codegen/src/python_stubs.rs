//! Writes `python/tapi3/_interfaces.pyi`: the types of the tables, and for type checkers alone a
//! class for each interface that scripts can call, with its members as Python programs see them.

use crate::model::{
    Description, Direction, Interface, InterfaceKind, Method, MethodKind, Param, TypeKind,
};
use crate::template;
use std::fmt::Write as _;

/// Writes the stubs.
///
/// # Errors
/// A template that does not fit; a mistake of this program.
pub fn write(description: &Description) -> Result<String, String> {
    let mut enums = String::new();
    for item in &description.enums {
        let base = if item.flags { "IntFlag" } else { "IntEnum" };
        let _ = writeln!(enums, "class {}({base}):", item.name);
        for value in &item.values {
            let _ = writeln!(enums, "    {} = {}", value.name, value.value);
        }
        enums.push('\n');
    }
    let ints = description
        .hresults
        .iter()
        .map(|h| &h.name)
        .chain(description.constants.iter().map(|c| &c.name));
    let mut names: String = ints.map(|n| format!("{n}: int\n")).collect();
    names.extend(
        description
            .strings
            .iter()
            .map(|s| format!("{}: str\n", s.name)),
    );
    let late =
        |i: &&Interface| description.derives_from(i, "IDispatch") && i.kind == InterfaceKind::Dual;
    let classes: Vec<String> = description
        .interfaces
        .iter()
        .filter(late)
        .map(|i| class(description, i))
        .collect();
    let sections = [
        ("ENUMS", enums.trim_end().to_owned()),
        ("CONSTANTS", names.trim_end().to_owned()),
        ("CLASSES", classes.join("\n")),
    ];
    template::fill(include_str!("../templates/_interfaces.pyi"), &sections)
}

fn class(description: &Description, interface: &Interface) -> String {
    let base = interface
        .base
        .as_deref()
        .filter(|b| *b != "IDispatch")
        .unwrap_or("Protocol");
    // A protocol that derives from another must say again that it is one.
    let bases = if base == "Protocol" {
        base.to_owned()
    } else {
        format!("{base}, Protocol")
    };
    let mut out = format!("class {}({bases}):\n", interface.name);
    let mut members = String::new();
    for method in interface
        .methods
        .iter()
        .filter(|m| !m.hidden && !m.restricted)
    {
        members += &member(description, interface, method).unwrap_or_default();
    }
    out += if members.is_empty() {
        "    ...\n"
    } else {
        &members
    };
    out
}

/// A member as a Python program sees it; nothing for one that scripts cannot call.
fn member(description: &Description, interface: &Interface, method: &Method) -> Option<String> {
    // The length of an array goes with the array.
    let lengths: Vec<&String> = method
        .params
        .iter()
        .filter_map(|p| p.size_is.as_ref())
        .collect();
    let (visible, written): (Vec<&Param>, Vec<&Param>) = method
        .params
        .iter()
        .filter(|p| !lengths.contains(&&p.name))
        .partition(|p| p.direction == Direction::In);
    let mut arguments = String::from("self");
    for param in &visible {
        let _ = write!(
            arguments,
            ", {}: {}",
            param.name,
            argument_type(description, param)?
        );
    }
    let results = written
        .iter()
        .map(|param| python_type(description, param, 1))
        .collect::<Option<Vec<String>>>()?;
    let result = match results.as_slice() {
        // The result code.
        [] => "int".to_owned(),
        [only] => only.clone(),
        several => format!("Tuple[{}]", several.join(", ")),
    };
    let name = method.member_name();
    let counterpart = |kind| {
        let same = |m: &&Method| m.kind == kind && m.dispid == method.dispid;
        interface.methods.iter().find(same)
    };
    Some(match (method.kind, visible.as_slice()) {
        (MethodKind::PropGet, []) => {
            let mut out = format!("    @property\n    def {name}(self) -> {result}: ...\n");
            if counterpart(MethodKind::PropPut).is_some() {
                let _ = writeln!(out, "    @{name}.setter");
                let _ = writeln!(out, "    def {name}(self, value: {result}) -> None: ...");
            }
            out
        }
        // Written by the property's setter, above.
        (MethodKind::PropPut, [_]) if counterpart(MethodKind::PropGet).is_some() => String::new(),
        // A property with arguments is read like a method, and written through its vtable name.
        (MethodKind::PropPut, _) => format!("    def {}({arguments}) -> int: ...\n", method.name),
        (_, _) => format!("    def {name}({arguments}) -> {result}: ...\n"),
    })
}

/// The Python type that an argument may have. An object may be given as any of those that stand for
/// it, and nothing as None.
fn argument_type(description: &Description, param: &Param) -> Option<String> {
    let ty = python_type(description, param, 0)?;
    Some(match (param.ty.kind, ty.as_str()) {
        (TypeKind::Interface, _) => "Any".to_owned(),
        (_, "str") => "Optional[str]".to_owned(),
        _ => ty,
    })
}

/// The Python type of a parameter behind `depth` pointers more than the value itself has.
fn python_type(description: &Description, param: &Param, depth: usize) -> Option<String> {
    let ty = &param.ty;
    let plain = ty.pointers == depth;
    match (ty.kind, ty.name.as_str()) {
        (TypeKind::Enum, name) if plain => Some(name.to_owned()),
        (TypeKind::Interface, name) if ty.pointers == depth + 1 => {
            let late = description
                .interface(name)
                .is_some_and(|i| i.kind == InterfaceKind::Dual);
            Some(if late {
                name.to_owned()
            } else {
                "Any".to_owned()
            })
        }
        (TypeKind::Struct, "VARIANT") if plain || param.direction == Direction::In => {
            Some("Any".to_owned())
        }
        (TypeKind::Scalar, name) if plain => scalar(name).map(str::to_owned),
        _ => None,
    }
}

fn scalar(name: &str) -> Option<&'static str> {
    Some(match name {
        "BSTR" | "LPOLESTR" | "LPCOLESTR" => "str",
        "VARIANT_BOOL" | "BOOL" => "bool",
        "BYTE" | "WORD" | "DWORD" | "LONG" | "LONGLONG" | "ULONG" | "INT" | "UINT" | "USHORT"
        | "HRESULT" | "TAPI_DIGITMODE" | "TAPIHWND" => "int",
        _ => return None,
    })
}
