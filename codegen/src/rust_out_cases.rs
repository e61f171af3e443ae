//! Writes a table for the tests of the runtime, `$OUT_DIR/out_cases.rs`: an empty class for each
//! interface, and for each method that gives something back a way to call it through a vtable with
//! all arguments zero, so that a test can look at what a failure leaves behind.

use crate::abi;
use crate::model::{Description, Interface, Method};
use crate::rust::has_trait;
use crate::rust_params::{RustParam, Signature};
use std::fmt::Write;

/// The text, for a file that defines `empty_classes!` and `Case`.
#[must_use]
pub fn module(description: &Description) -> String {
    let (mut classes, mut cases) = (String::new(), String::new());
    for interface in description.interfaces.iter().filter(|i| has_trait(i)) {
        let before = cases.len();
        for method in &interface.methods {
            case(&mut cases, interface, method);
        }
        if cases.len() == before {
            continue;
        }
        let traits: Vec<String> = (description.lineage(interface).iter())
            .filter(|base| has_trait(base))
            .map(|base| format!("{}Impl", base.name))
            .collect();
        let name = &interface.name;
        let _ = writeln!(classes, "    Empty{name}: {name}, [{}];", traits.join(", "));
    }
    format!("empty_classes! {{\n{classes}}}\n\nstatic CASES: &[Case] = &[\n{cases}];\n")
}

fn case(out: &mut String, interface: &Interface, method: &Method) {
    let signature = Signature::of(interface, method);
    let is_out = |converted: &RustParam| converted.clear;
    let sizes: Vec<String> = (method.params.iter().zip(&signature.params))
        .filter(|(_, converted)| is_out(converted))
        .map(|(param, _)| {
            // What the pointer for the result points to, which may be a pointer itself.
            let pointer = abi::rust_type(&param.ty);
            format!(
                "size_of::<{}>()",
                pointer.strip_prefix("*mut ").unwrap_or(&pointer)
            )
        })
        .collect();
    if sizes.is_empty() {
        return;
    }
    let optional: Vec<bool> = (method.params.iter().zip(&signature.params))
        .filter(|(_, converted)| is_out(converted))
        .map(|(_, converted)| !converted.check && converted.result.is_some())
        .collect();
    let mut index = 0;
    let arguments: Vec<String> = (signature.params.iter())
        .map(|converted| {
            if !is_out(converted) {
                return "core::mem::zeroed()".to_owned();
            }
            index += 1;
            format!("outs[{}].cast()", index - 1)
        })
        .collect();
    let _ = writeln!(
        out,
        "    Case {{
        name: {:?},
        sizes: &[{}],
        optional: &{optional:?},
        object: Empty{name}::make,
        // SAFETY: the vtable is {name}'s, and the results may be written or are null.
        call: |vtable, this, outs| unsafe {{ ((*vtable.cast::<{name}Vtbl>()).{})(this.cast(), {}) }},
    }},",
        format!("{}::{}", interface.name, method.name),
        sizes.join(", "),
        abi::ident(&method.name),
        arguments.join(", "),
        name = interface.name,
    );
}
