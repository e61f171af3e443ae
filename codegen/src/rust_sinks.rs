//! Writes the other direction: safe methods for the interfaces that programs implement and the
//! library calls.

use crate::abi;
use crate::model::{Description, Direction, Interface, Method, TypeKind};
use crate::rust::method_name;
use std::fmt::Write;

/// The interfaces that the library calls through their vtables.
const CALLED: [&str; 1] = ["ITTAPIEventNotification"];

/// One `impl` for each such interface; a method whose parameters have no safe form is left out.
pub(crate) fn calls(out: &mut String, description: &Description) {
    for interface in CALLED.iter().filter_map(|name| description.interface(name)) {
        let _ = writeln!(out, "impl In<'_, {}> {{", interface.name);
        for method in &interface.methods {
            call(out, interface, method);
        }
        out.push_str("}\n");
    }
}

fn call(out: &mut String, interface: &Interface, method: &Method) {
    let (mut parameters, mut arguments) = (String::new(), String::new());
    for param in &method.params {
        let name = abi::ident(&crate::rust::snake_case(&param.name));
        let (ty, value) = match (param.direction, param.ty.pointers, param.ty.kind) {
            (Direction::In, 0, TypeKind::Scalar | TypeKind::Enum) => {
                (param.ty.name.clone(), name.clone())
            }
            (Direction::In, 1, TypeKind::Interface) => (
                format!("In<'_, {}>", param.ty.name),
                format!("{name}.as_raw()"),
            ),
            _ => return,
        };
        let _ = write!(parameters, ", {name}: {ty}");
        let _ = write!(arguments, ", {value}");
    }
    for line in &method.doc {
        let _ = writeln!(out, "{}", format!("    /// {line}").trim_end());
    }
    let _ = write!(
        out,
        "    pub fn {}(self{parameters}) -> HRESULT {{
        let this = self.as_raw();
        // SAFETY: the interface and those among the arguments are alive for the call.
        unsafe {{ ((*(*this).lpVtbl).{})(this{arguments}) }}
    }}
",
        method_name(interface, method),
        abi::ident(&method.name)
    );
}
