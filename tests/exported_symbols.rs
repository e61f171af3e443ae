//! The shared library exports exactly what `include/tapi3.symbols` says.

#[path = "support/child.rs"]
mod child;
#[path = "support/compiler.rs"]
mod compiler;

use std::collections::BTreeSet;
use std::path::Path;

#[test]
fn the_library_exports_what_is_listed_and_nothing_else() {
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("include/tapi3.symbols");
    let list = std::fs::read_to_string(list).expect("the list is in the repository");
    let listed: BTreeSet<&str> = list.lines().collect();
    let nm = child::command("nm")
        .args(["-D", "--defined-only", "--format=posix"])
        .arg(compiler::library())
        .output()
        .expect("nm is there: it comes with the C compiler");
    assert!(
        nm.status.success(),
        "{}",
        String::from_utf8_lossy(&nm.stderr)
    );
    let table = String::from_utf8_lossy(&nm.stdout);
    let exported: BTreeSet<&str> = table.lines().filter_map(|l| l.split(' ').next()).collect();
    let lost: Vec<_> = listed.difference(&exported).collect();
    let unlisted: Vec<_> = exported.difference(&listed).collect();
    assert!(
        lost.is_empty() && unlisted.is_empty(),
        "lost: {lost:?}; not listed: {unlisted:?}"
    );
}
