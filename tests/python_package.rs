//! The Python package passes its own tests with the library that was just built.

#[path = "support/child.rs"]
mod child;
#[path = "support/compiler.rs"]
mod compiler;

use std::path::Path;

#[test]
fn the_python_package_passes_its_tests() {
    let output = child::python()
        // Nothing of the run is left in the source tree. A warning is a failure.
        .args(["-B", "-X", "faulthandler", "-W", "error", "-m", "unittest"])
        .args(["discover", "-s", "tests", "-t", "."])
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("python"))
        .env("TAPI3_LIBRARY", compiler::library())
        .output()
        .unwrap_or_else(|e| panic!("Python cannot be started ({e}); set PYTHON"));
    let printed = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{printed}");
    // That it ran any.
    assert!(
        printed.contains("\nRan ") && !printed.contains("\nRan 0 "),
        "{printed}"
    );
}
