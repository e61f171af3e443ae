//! Refreshes the files that are made from `idl/` and checked in: `cargo run -p codegen`.
//! With `--check` it writes nothing and fails when one of them differs.

use codegen::faces::{self, Face};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let check = match std::env::args().nth(1).as_deref() {
        None => false,
        Some("--check") => true,
        Some(other) => {
            eprintln!(
                "codegen: unknown argument {other}; usage: cargo run -p codegen [-- --check]"
            );
            return ExitCode::from(2);
        }
    };
    match run(&root, check) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(mistake) => {
            eprintln!("codegen: {mistake}");
            ExitCode::FAILURE
        }
    }
}

/// Whether all is as it should be afterwards.
fn run(root: &Path, check: bool) -> Result<bool, Box<dyn std::error::Error>> {
    let mut good = true;
    for face in faces::all(root)? {
        let Some(difference) = face.difference(root)? else {
            continue;
        };
        if check {
            good = false;
            eprintln!("{difference}");
        } else {
            face.write(root)?;
            println!("{}", written(&face));
        }
    }
    if !good {
        eprintln!("refresh them with: cargo run -p codegen");
    }
    Ok(good)
}

fn written(face: &Face) -> String {
    format!("wrote {}", face.path)
}
