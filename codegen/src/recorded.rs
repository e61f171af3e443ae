//! Writes a C header for tests that must show which methods they really call: the macros through
//! which C calls a method, and the functions, of TAPI 2 too, tell `note_run` their name first.
//!
//! A method goes by the interface that declares it: `ITAddress2_get_State` is `ITAddress::get_State`.

use crate::model::Description;
use crate::symbols;
use std::error::Error;
use std::fmt::Write;
use std::path::Path;

/// The header, to be included behind `tapi3.h` with COBJMACROS, and behind `tapi.h`.
///
/// # Errors
/// A source that cannot be read or is not Rust.
pub fn write(description: &Description, root: &Path) -> Result<String, Box<dyn Error>> {
    let mut out = "/* Made by codegen for a test. */\n".to_owned();
    for interface in &description.interfaces {
        for (owner, method) in description.vtable(interface) {
            let macro_name = format!("{}_{}", interface.name, method.name);
            let arguments: String = (0..method.params.len())
                .map(|i| format!(", p{i}"))
                .collect();
            writeln!(
                out,
                "#undef {macro_name}\n#define {macro_name}(This{arguments}) \\\n    \
                 (note_run(\"{}::{}\"), (This)->lpVtbl->{}(This{arguments}))",
                owner.name, method.name, method.name
            )?;
        }
    }
    let functions = symbols::functions(root)?;
    for function in functions.iter().chain(&symbols::working_tapi2(root)?) {
        writeln!(
            out,
            "#define {function}(...) (note_run(\"{function}\"), {function}(__VA_ARGS__))"
        )?;
    }
    Ok(out)
}
