//! Writes the flat ABI as Rust: vtables with public fields, GUIDs, enumerations and constants.
//! The library includes the text, and cbindgen reads the very same text for the C header, so the
//! two cannot differ. Nothing here may be a macro or an `include!`: cbindgen sees through neither.

use crate::model::{
    Coclass, Constant, Description, Enum, Guid, Hresult, Interface, InterfaceKind, Method, Param,
    Returns, TextConstant, Type, TypeKind,
};
use std::fmt::Write;

/// The whole ABI, to be included by a module that has `use super::types::*` and allows the
/// names: `non_camel_case_types, non_snake_case, non_upper_case_globals`.
#[must_use]
pub fn module(description: &Description) -> String {
    [
        enums(description),
        constants(description),
        strings(&description.strings),
        guids(description),
        interfaces(description),
    ]
    .concat()
}

/// The enumerations.
#[must_use]
pub fn enums(description: &Description) -> String {
    description.enums.iter().map(enumeration).collect()
}

/// An enumeration: an integer type, and a constant for each value. Never a Rust enum: a value
/// from C that it does not know would be undefined behaviour.
#[must_use]
pub fn enumeration(item: &Enum) -> String {
    let mut out = String::new();
    let name = &item.name;
    doc(&mut out, "", &item.doc);
    line(&mut out, &format!("pub type {name} = i32;"));
    for value in &item.values {
        doc(&mut out, "", &value.doc);
        line(
            &mut out,
            &format!("pub const {}: {name} = {};", value.name, value.value),
        );
    }
    out
}

/// The result codes and the integer constants.
#[must_use]
pub fn constants(description: &Description) -> String {
    let mut out = String::new();
    for Hresult {
        name,
        value,
        doc: d,
        ..
    } in &description.hresults
    {
        doc(&mut out, "", d);
        line(
            &mut out,
            &format!("pub const {name}: HRESULT = {value:#010X};").replace("0X", "0x"),
        );
    }
    for item in &description.constants {
        doc(&mut out, "", &item.doc);
        line(
            &mut out,
            &format!("pub const {}: {} = {};", item.name, item.ty, literal(item)),
        );
    }
    out
}

/// The value of a constant, in the base in which it was described.
#[must_use]
pub fn literal(item: &Constant) -> String {
    if item.hexadecimal && item.value >= 0 {
        format!("{:#x}", item.value)
    } else {
        item.value.to_string()
    }
}

/// The text constants. cbindgen has no notion of them; the header writer adds them itself.
fn strings(strings: &[TextConstant]) -> String {
    let mut out = String::new();
    for item in strings {
        doc(&mut out, "", &item.doc);
        line(
            &mut out,
            &format!("pub const {}: &str = {:?};", item.name, item.value),
        );
    }
    out
}

/// The name of the GUID of an interface: `IID_…`, or `DIID_…` for a dispinterface.
#[must_use]
pub fn iid_name(interface: &Interface) -> String {
    let prefix = match interface.kind {
        InterfaceKind::Dispinterface => "DIID_",
        InterfaceKind::Custom | InterfaceKind::Dual => "IID_",
    };
    format!("{prefix}{}", interface.name)
}

/// The GUIDs as exported data, as a C program expects them.
#[must_use]
pub fn guids(description: &Description) -> String {
    let mut out = String::new();
    let null = Guid {
        data1: 0,
        data2: 0,
        data3: 0,
        data4: [0; 8],
    };
    guid(&mut out, "The GUID of nothing.", "GUID_NULL", "GUID", null);
    for interface in &description.interfaces {
        let about = format!("The id of `{}`.", interface.name);
        guid(&mut out, &about, &iid_name(interface), "IID", interface.iid);
    }
    for Coclass { name, clsid, .. } in &description.coclasses {
        let about = format!("The id of the class {name}.");
        guid(&mut out, &about, &format!("CLSID_{name}"), "CLSID", *clsid);
    }
    out
}

fn guid(out: &mut String, about: &str, name: &str, ty: &str, value: Guid) {
    let bytes: Vec<String> = value.data4.iter().map(|b| format!("0x{b:02x}")).collect();
    line(out, &format!("/// {about}"));
    line(out, "#[unsafe(no_mangle)]");
    line(
        out,
        &format!(
            "pub static {name}: {ty} = GUID {{ Data1: 0x{:08x}, Data2: 0x{:04x}, Data3: 0x{:04x}, Data4: [{}] }};",
            value.data1,
            value.data2,
            value.data3,
            bytes.join(", ")
        ),
    );
}

/// The interface structures and their vtables.
#[must_use]
pub fn interfaces(description: &Description) -> String {
    let both = |i| vtable(description, i) + &object(i);
    description.interfaces.iter().map(both).collect()
}

/// The documentation of an interface; that of a dispinterface lists the members, which have no
/// slots to stand at.
#[must_use]
pub fn about(interface: &Interface) -> Vec<String> {
    let mut lines = interface.doc.clone();
    if interface.kind == InterfaceKind::Dispinterface {
        lines.push(String::new());
        lines.push("Called through Invoke only. Members:".to_owned());
        for method in &interface.methods {
            let names: Vec<&str> = method.params.iter().map(|p| p.name.as_str()).collect();
            let id = method.dispid.unwrap_or_default();
            lines.push(String::new());
            lines.push(format!(
                "`{}({})`, dispatch id {id}:",
                method.name,
                names.join(", ")
            ));
            lines.extend(method.doc.iter().cloned());
        }
    }
    lines
}

/// The structure that an interface pointer points to.
#[must_use]
pub fn object(interface: &Interface) -> String {
    let name = &interface.name;
    let mut out = String::new();
    doc(&mut out, "", &about(interface));
    line(&mut out, "#[repr(C)]");
    line(&mut out, &format!("pub struct {name} {{"));
    line(&mut out, "    /// The methods.");
    line(&mut out, &format!("    pub lpVtbl: *const {name}Vtbl,"));
    line(&mut out, "}");
    out
}

/// The vtable of an interface, whole and flat.
#[must_use]
pub fn vtable(description: &Description, interface: &Interface) -> String {
    let name = &interface.name;
    let mut out = String::new();
    line(
        &mut out,
        &format!("/// The methods of `{name}`, those of its bases first."),
    );
    line(&mut out, "#[repr(C)]");
    line(&mut out, &format!("pub struct {name}Vtbl {{"));
    for (owner, method) in description.vtable(interface) {
        if owner.name == *name {
            doc(&mut out, "    ", &method.doc);
        } else if method.slot == Some(owner.first_slot) {
            line(&mut out, &format!("    /// From here: `{}`.", owner.name));
        }
        let member = ident(&method.name);
        line(
            &mut out,
            &format!("    pub {member}: {},", signature(method, name)),
        );
    }
    line(&mut out, "}");
    out
}

/// The function pointer type of a method in the vtable of `interface`.
#[must_use]
pub fn signature(method: &Method, interface: &str) -> String {
    let mut text = format!("unsafe extern \"C\" fn(This: *mut {interface}");
    for Param { name, ty, .. } in &method.params {
        let _ = write!(text, ", {}: {}", ident(name), rust_type(ty));
    }
    let returns = match method.returns {
        Returns::Hresult => "HRESULT",
        Returns::Ulong => "ULONG",
    };
    text + ") -> " + returns
}

/// A type as the ABI text spells it.
#[must_use]
pub fn rust_type(ty: &Type) -> String {
    let mut text = String::new();
    for pointer in 0..ty.pointers {
        let innermost = pointer + 1 == ty.pointers;
        text += if innermost && ty.is_const {
            "*const "
        } else {
            "*mut "
        };
    }
    match ty.kind {
        TypeKind::Opaque if ty.name == "c_void" => text + "core::ffi::c_void",
        _ => text + &ty.name,
    }
}

/// A name as an identifier: raw where it is a Rust keyword.
#[must_use]
pub fn ident(name: &str) -> String {
    if syn::parse_str::<syn::Ident>(name).is_ok() {
        name.to_owned()
    } else {
        format!("r#{name}")
    }
}

fn doc(out: &mut String, indent: &str, lines: &[String]) {
    for text in lines {
        line(out, format!("{indent}/// {text}").trim_end());
    }
}

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}
