//! Makes the Rust side of the interfaces from `idl/`. Writes into `OUT_DIR` only: the faces that
//! are checked in (C, C++, Python) are refreshed with `cargo run -p codegen`.

use std::{env, error::Error, fs, path::Path};

fn main() {
    // `make` names the library for the loader; a plain `cargo build` needs no name, since its
    // library lies where it was linked.
    println!("cargo::rerun-if-env-changed=TAPI3_SONAME");
    if let Ok(name) = env::var("TAPI3_SONAME") {
        println!("cargo::rustc-cdylib-link-arg=-Wl,-soname,{name}");
    }
    // A thread that used the library may end after a program has closed it with dlclose.
    println!("cargo::rustc-cdylib-link-arg=-Wl,-z,nodelete");
    if let Err(mistake) = write_rust() {
        println!("cargo::error={mistake}");
    }
}

fn write_rust() -> Result<(), Box<dyn Error>> {
    let root = env::var("CARGO_MANIFEST_DIR")?;
    let out = env::var("OUT_DIR")?;
    println!("cargo::rerun-if-changed=idl");
    println!("cargo::rerun-if-changed=build.rs");
    let description = codegen::parse::read_folder(&Path::new(&root).join("idl"))?;
    let out = Path::new(&out);
    fs::write(out.join("abi.rs"), codegen::abi::module(&description))?;
    fs::write(
        out.join("interfaces.rs"),
        codegen::rust::module(&description),
    )?;
    fs::write(
        out.join("result_codes.rs"),
        codegen::rust_codes::module(&description),
    )?;
    fs::write(
        out.join("out_cases.rs"),
        codegen::rust_out_cases::module(&description),
    )?;
    Ok(())
}
