//! Writes the table of result codes, `$OUT_DIR/result_codes.rs`, which `src/com/hresult.rs` includes.
//! It is a file of its own because errors stand on it, and everything else on errors.

use crate::model::Description;
use std::fmt::Write;

/// Every result code with its name and sentence, by value.
#[must_use]
pub fn module(description: &Description) -> String {
    let mut codes: Vec<_> = description.hresults.iter().collect();
    codes.sort_by_key(|c| c.value);
    codes.dedup_by_key(|c| c.value);
    let mut out = String::from(
        "/// Every result code that has a name, by value.\nstatic RESULT_CODES: &[ResultCode] = &[\n",
    );
    for code in codes {
        let _ = writeln!(
            out,
            "    ResultCode {{ value: {:#010x}, name: c{:?}, sentence: c{:?} }},",
            code.value, code.name, code.sentence
        );
    }
    out.push_str("];\n");
    out
}
