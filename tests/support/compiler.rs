//! Compiles and runs C and C++ against the headers and the library of this build.

// Each test uses a part of it.
#![allow(dead_code)]

#[path = "child.rs"]
mod child;

use std::path::{Path, PathBuf};
use std::process::Output;

/// The warnings that a careful project turns into errors.
pub const STRICT: &[&str] = &["-Wall", "-Wextra", "-Werror", "-pedantic"];

/// A source text and how it is compiled.
pub struct Unit<'a> {
    /// The language standard: `c99`, `c++17` …
    pub standard: &'a str,
    /// Further options, such as `-DCOBJMACROS`.
    pub options: &'a [&'a str],
    /// The text.
    pub source: &'a str,
}

impl Unit<'_> {
    /// Compiles without linking; panics with the compiler's words when it refuses.
    pub fn compile(&self) {
        let folder = tempfile::tempdir().expect("a folder for the object");
        self.run_compiler(folder.path(), &["-c", "-o", "unit.o"]);
    }

    /// Compiles, links against the library of this build and runs; gives back what it printed.
    pub fn run(&self) -> String {
        let folder = tempfile::tempdir().expect("a folder for the program");
        let library = library();
        let home = library.parent().expect("the library lies in a folder");
        let (search, rpath) = (
            format!("-L{}", home.display()),
            format!("-Wl,-rpath,{}", home.display()),
        );
        self.run_compiler(
            folder.path(),
            &["-o", "program", &search, &rpath, "-ltapi3"],
        );
        let output = child::command(folder.path().join("program"))
            .output()
            .expect("the program starts");
        assert!(
            output.status.success(),
            "the program failed:\n{}",
            words(&output)
        );
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    fn run_compiler(&self, folder: &Path, output: &[&str]) {
        let cpp = self.standard.starts_with("c++");
        let file = if cpp { "unit.cpp" } else { "unit.c" };
        std::fs::write(folder.join(file), self.source).expect("the source is written");
        let compiler = match cpp {
            true => std::env::var("CXX").unwrap_or_else(|_| "c++".to_owned()),
            false => std::env::var("CC").unwrap_or_else(|_| "cc".to_owned()),
        };
        let include = Path::new(env!("CARGO_MANIFEST_DIR")).join("include");
        let result = child::command(&compiler)
            .current_dir(folder)
            .arg(format!("-std={}", self.standard))
            .args(STRICT)
            .args(self.options)
            .arg("-I")
            .arg(include)
            .arg(file)
            .args(output)
            .output()
            .unwrap_or_else(|e| panic!("{compiler} cannot be started ({e}); set CC and CXX"));
        assert!(
            result.status.success(),
            "{compiler} -std={} {:?} refuses:\n{}",
            self.standard,
            self.options,
            words(&result)
        );
    }
}

/// The shared library that belongs to the running test: it lies beside it.
pub fn library() -> PathBuf {
    let test = std::env::current_exe().expect("the test knows its own path");
    let found = test
        .ancestors()
        .skip(1)
        .map(|folder| folder.join("libtapi3.so"))
        .find(|path| path.exists());
    found.unwrap_or_else(|| panic!("libtapi3.so is not beside {}", test.display()))
}

/// What a command printed, shortened to what a person reads.
fn words(output: &Output) -> String {
    let text = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    let text = String::from_utf8_lossy(&text);
    text.lines().take(40).collect::<Vec<_>>().join("\n")
}
