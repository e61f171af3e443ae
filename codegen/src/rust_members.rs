//! Writes the Automation members of a dual interface: names, ids, kinds of parameters, and for
//! each a function that calls it through the vtable with arguments that are already converted.

use crate::abi;
use crate::model::{Direction, Interface, InterfaceKind, Method, Param, TypeKind};
use crate::rust::member_kind;
use std::fmt::Write;

/// Whether Automation clients can call the interface.
pub(crate) fn has_members(interface: &Interface) -> bool {
    interface.kind == InterfaceKind::Dual
}

/// The name of the interface's table.
pub(crate) fn table_name(interface: &Interface) -> String {
    format!("&MEMBERS_{}", interface.name)
}

/// How Automation carries a parameter: the variant of `Kind`, and the field of a VARIANT's value
/// from which the call takes it. None where Automation cannot carry it.
fn kind(param: &Param) -> Option<(String, &'static str)> {
    let out = param.direction != Direction::In;
    let pointers = param.ty.pointers.checked_sub(usize::from(out))?;
    let (kind, field) = match (pointers, param.ty.kind, param.ty.name.as_str()) {
        (0, TypeKind::Enum, _) | (0, _, "LONG" | "INT" | "TAPI_DIGITMODE") => ("Kind::I4", "lVal"),
        (0, _, "HRESULT") => ("Kind::Error", "ulVal"),
        (0, _, "ULONG" | "DWORD" | "UINT") => ("Kind::U4", "ulVal"),
        (0, _, "BYTE") => ("Kind::U1", "bVal"),
        (0, _, "SHORT") => ("Kind::I2", "iVal"),
        (0, _, "USHORT" | "WORD") => ("Kind::U2", "uiVal"),
        (0, _, "VARIANT_BOOL") => ("Kind::Bool", "boolVal"),
        (0, _, "BSTR") => ("Kind::Bstr", "bstrVal"),
        (0, _, "TAPIHWND") => ("Kind::I8", "llVal"),
        (0, _, "VARIANT") => ("Kind::Variant", "itself"),
        (1, _, "VARIANT") if !out => ("Kind::Variant", "address"),
        (1, TypeKind::Interface, interface) => {
            let kind = format!(
                "Kind::Interface(&<{interface} as Interface>::IID, <{interface} as Interface>::IS_DISPATCH)"
            );
            return Some((kind, "punkVal"));
        }
        _ => return None,
    };
    Some((kind.to_owned(), field))
}

/// The table of the interface's own members.
pub(crate) fn table(out: &mut String, interface: &Interface) {
    let name = &interface.name;
    for method in &interface.methods {
        if method.params.iter().all(|p| kind(p).is_some()) {
            caller(out, interface, method);
        }
    }
    let _ = writeln!(
        out,
        "static MEMBERS_{name}: [Member; {}] = [",
        interface.methods.len()
    );
    for method in &interface.methods {
        member(out, interface, method);
    }
    out.push_str("];\n");
}

fn member(out: &mut String, interface: &Interface, method: &Method) {
    let callable = method.params.iter().all(|p| kind(p).is_some());
    let (result, arguments): (Vec<&Param>, Vec<&Param>) =
        method.params.iter().partition(|p| p.retval);
    let described: Vec<String> = (arguments.iter())
        .map(|p| {
            format!(
                "Parameter {{ name: {:?}, kind: {}, out: {} }}",
                p.name,
                kind(p).map_or("Kind::Other".to_owned(), |k| k.0),
                p.direction != Direction::In
            )
        })
        .collect();
    let _ = writeln!(
        out,
        "    Member {{ name: {:?}, id: {}, kind: {}, parameters: &[{}], result: {}, call: {} }},",
        method.member_name(),
        method.dispid.unwrap_or_default(),
        member_kind(method),
        described.join(", "),
        match result.first().and_then(|p| kind(p)) {
            Some((kind, _)) => format!("Some({kind})"),
            None => "None".to_owned(),
        },
        if callable {
            format!("Some(call_{}_{})", interface.name, method.name)
        } else {
            "None".to_owned()
        }
    );
}

/// The function that calls the method through the vtable.
fn caller(out: &mut String, interface: &Interface, method: &Method) {
    let name = &interface.name;
    let mut arguments = String::new();
    for (index, param) in method.params.iter().enumerate() {
        let field = kind(param).map_or("byref", |k| k.1);
        let slot = format!("a.add({index})");
        let _ = match (param.direction, field) {
            (Direction::In, "itself") => write!(arguments, ", *{slot}"),
            (Direction::In, "address") => write!(arguments, ", {slot}"),
            (Direction::In, "punkVal") => write!(arguments, ", (*{slot}).value.punkVal.cast()"),
            (Direction::In, "llVal") => write!(
                arguments,
                ", (*{slot}).value.llVal as {}",
                abi::rust_type(&param.ty)
            ),
            (Direction::In, field) => write!(arguments, ", (*{slot}).value.{field}"),
            _ => write!(arguments, ", (*{slot}).value.byref.cast()"),
        };
    }
    let a = if method.params.is_empty() { "_" } else { "a" };
    let _ = write!(
        out,
        "unsafe fn call_{name}_{method}(this: *mut c_void, {a}: *mut VARIANT) -> HRESULT {{
    let this = this.cast::<{name}>();
    // SAFETY: the caller gives a pointer to this interface and one converted argument for each parameter.
    unsafe {{ ((*(*this).lpVtbl).{ident})(this{arguments}) }}
}}
",
        method = method.name,
        ident = abi::ident(&method.name)
    );
}
