//! Writes `include/tapi3.hpp`: an abstract class for each interface, in slot order and without a
//! virtual destructor (it would take slots), in the frame `templates/tapi3.hpp`.

use crate::abi::{self, iid_name};
use crate::comment;
use crate::model::{Description, Direction, Interface, Method, Param, Returns};
use crate::template;
use std::fmt::Write as _;

/// Writes the C++ view.
///
/// # Errors
/// A name in the description that C++ keeps for itself.
pub fn write(description: &Description) -> Result<String, String> {
    let classes = description
        .interfaces
        .iter()
        .map(class)
        .collect::<Result<Vec<_>, _>>()?;
    let sections = [("IIDS", iids(description)), ("CLASSES", classes.join("\n"))];
    template::fill(include_str!("../templates/tapi3.hpp"), &sections)
}

fn iids(description: &Description) -> String {
    let one = |i: &Interface| {
        format!(
            "template <> inline const IID &iid<{}>() noexcept {{ return {}; }}",
            i.name,
            iid_name(i)
        )
    };
    description
        .interfaces
        .iter()
        .map(one)
        .collect::<Vec<_>>()
        .join("\n")
}

fn class(interface: &Interface) -> Result<String, String> {
    let mut out = comment::block("", &abi::about(interface));
    let base = interface
        .base
        .as_ref()
        .map(|b| format!(" : public {b}"))
        .unwrap_or_default();
    let _ = writeln!(out, "struct {}{base} {{", interface.name);
    for method in interface.methods.iter().filter(|m| m.slot.is_some()) {
        if method.doc.len() > 1 && !out.ends_with("{\n") {
            out.push('\n');
        }
        out += &comment::block("    ", &method.doc);
        let head = format!(
            "    virtual {} STDMETHODCALLTYPE {}(",
            returns(method),
            method.name
        );
        let rest = format!("{}) = 0;", parameters(method)?);
        out += &wrap(&head, &rest, "        ", "");
        out.push('\n');
        out += &with_long(method);
    }
    if interface.name == "IUnknown" {
        out += "    /** QueryInterface for the interface that the pointer is of. */\n";
        out += "    template <class Interface> TAPI3_NO_VPTR_CHECK HRESULT QueryInterface(Interface **object) {\n";
        out += "        return QueryInterface(tapi3::iid<Interface>(), reinterpret_cast<void **>(object));\n";
        out += "    }\n";
    }
    Ok(out + "};\n")
}

/// A second face of a method that gives back 32-bit numbers, for a program that holds them in
/// variables of type `long`, as on Windows it may. It is a template, so that `NULL` still means the
/// first face, and it is not virtual, so that the binary layout stays.
fn with_long(method: &Method) -> String {
    let wide: Vec<_> = method.params.iter().filter_map(number_given_back).collect();
    if wide.is_empty() {
        return String::new();
    }
    let types: Vec<_> = match wide.len() {
        1 => vec!["Long".to_owned()],
        count => (1..=count).map(|n| format!("Long{n}")).collect(),
    };
    let mut rest = types.iter();
    let mut declared = Vec::new();
    let mut passed = Vec::new();
    for param in &method.params {
        match number_given_back(param).and_then(|_| rest.next()) {
            Some(ty) => {
                declared.push(format!("{ty} *{}", param.name));
                passed.push(format!("tapi3::Narrow<{ty}>({})", param.name));
            }
            None => {
                declared.push(declaration(param));
                passed.push(param.name.clone());
            }
        }
    }
    let template: Vec<_> = types.iter().map(|ty| format!("class {ty}")).collect();
    // `LONG *` and `long *` may stand side by side, but one of them at least is `long`.
    let allowed: Vec<_> = types
        .iter()
        .zip(&wide)
        .flat_map(|(ty, number)| [ty.as_str(), *number])
        .collect();
    let head = format!(
        "    template <{}> tapi3::WithLong<{}> {}(",
        template.join(", "),
        allowed.join(", "),
        method.name
    );
    let mut out = wrap(
        &head,
        &format!("{}) {{", declared.join(", ")),
        "        ",
        "",
    );
    out.push('\n');
    let head = format!("        return {}(", method.name);
    out += &wrap(
        &head,
        &format!("{});", passed.join(", ")),
        "            ",
        "",
    );
    out += "\n    }\n";
    out
}

/// The type of the one number that a parameter gives back, if it is `long` or `unsigned long` on
/// Windows.
fn number_given_back(param: &Param) -> Option<&str> {
    let one = param.direction != Direction::In
        && param.ty.pointers == 1
        && !param.ty.is_const
        && param.size_is.is_none();
    let name = param.ty.name.as_str();
    (one && matches!(
        name,
        "LONG" | "ULONG" | "DWORD" | "DISPID" | "TAPI_DIGITMODE"
    ))
    .then_some(name)
}

/// The C and C++ name of what a method returns.
#[must_use]
pub fn returns(method: &Method) -> &'static str {
    match method.returns {
        Returns::Hresult => "HRESULT",
        Returns::Ulong => "ULONG",
    }
}

fn parameters(method: &Method) -> Result<String, String> {
    let one = |param: &Param| {
        if KEYWORDS.contains(&param.name.as_str()) {
            return Err(format!(
                "{}: a parameter cannot be called {} in C++",
                method.name, param.name
            ));
        }
        Ok(declaration(param))
    };
    Ok(method
        .params
        .iter()
        .map(one)
        .collect::<Result<Vec<_>, _>>()?
        .join(", "))
}

/// A parameter as C and C++ declare it: `ITAddress **ppAddress`.
#[must_use]
pub fn declaration(param: &Param) -> String {
    format!("{}{}", c_type(param), param.name)
}

/// The type of a parameter, ready for a name behind it: `ITAddress **`, `LONG `.
#[must_use]
pub fn c_type(param: &Param) -> String {
    let ty = &param.ty;
    let name = if ty.name == "c_void" {
        "void"
    } else {
        &ty.name
    };
    let constant = if ty.is_const { "const " } else { "" };
    format!("{constant}{name} {}", "*".repeat(ty.pointers))
}

/// A line that breaks behind commas where it would be too long to read. Each break ends in `end`,
/// which a macro needs.
#[must_use]
pub fn wrap(head: &str, rest: &str, indent: &str, end: &str) -> String {
    const WIDTH: usize = 110;
    let mut out = head.to_owned();
    let mut width = head.len();
    for (index, piece) in rest.split(", ").enumerate() {
        if index > 0 {
            out.push(',');
            if width + piece.len() > WIDTH {
                out += end;
                out.push('\n');
                out += indent;
                width = indent.len();
            } else {
                out.push(' ');
            }
        }
        out += piece;
        width += piece.len() + 2;
    }
    out
}

/// The words that a parameter might be called in a description and cannot be in C++.
const KEYWORDS: &[&str] = &[
    "auto",
    "class",
    "default",
    "delete",
    "explicit",
    "export",
    "friend",
    "mutable",
    "namespace",
    "new",
    "operator",
    "private",
    "protected",
    "public",
    "register",
    "short",
    "signed",
    "template",
    "this",
    "typename",
    "union",
    "unsigned",
    "using",
    "virtual",
    "void",
    "volatile",
];

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn a_long_line_breaks_behind_a_comma() {
        assert_eq!(wrap("f(", "a, b)", "  ", ""), "f(a, b)");
        let long = "x".repeat(100);
        let rest = format!("{long}, {long}, b)");
        assert_eq!(
            wrap("f(", &rest, "  ", " \\"),
            format!("f({long}, \\\n  {long}, b)")
        );
    }
}
