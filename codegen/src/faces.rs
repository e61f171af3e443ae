//! The files that are made from the descriptions and checked in, and how they are held against
//! what the generator writes now.

use crate::model::Description;
use crate::{cpp, header, parse, python, python_names, python_stubs, symbols, tapi2, works};
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

/// One generated file.
pub struct Face {
    /// Its path in the repository.
    pub path: &'static str,
    /// What it should hold.
    pub text: String,
}

/// Makes all generated files of the repository at `root`, in memory.
///
/// # Errors
/// A mistake in the descriptions or the sources, with its place.
pub fn all(root: &Path) -> Result<Vec<Face>, Box<dyn Error>> {
    let description: Description = parse::read_folder(&root.join("idl"))?;
    let face = |path, text| Face { path, text };
    Ok(vec![
        face("include/tapi3.h", header::write(&description, root)?),
        face("include/tapi3.hpp", cpp::write(&description)?),
        face("include/tapi3/compat/tapi.h", tapi2::write(root)?),
        face("include/tapi3.symbols", symbols::write(&description, root)?),
        face("docs/works.md", works::write(&description, root)?),
        face("python/tapi3/_interfaces.py", python::tables(&description)?),
        face(
            "python/tapi3/_interfaces.pyi",
            python_stubs::write(&description)?,
        ),
        face(
            "python/tapi3/errors.py",
            python_names::errors(&description)?,
        ),
        face(
            "python/tapi3/constants.py",
            python_names::constants(&description)?,
        ),
    ])
}

impl Face {
    /// How the file in the repository differs from what it should be: nothing, or a summary with
    /// the first lines that differ. A file that is missing differs.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn difference(&self, root: &Path) -> std::io::Result<Option<String>> {
        let there = match std::fs::read_to_string(root.join(self.path)) {
            Ok(text) => text,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
                return Ok(Some(format!("{} is missing", self.path)));
            }
            Err(e) => return Err(e),
        };
        Ok((there != self.text).then(|| summary(self.path, &there, &self.text)))
    }

    /// Writes the file into the repository.
    ///
    /// # Errors
    /// A file or folder that cannot be written.
    pub fn write(&self, root: &Path) -> std::io::Result<()> {
        let path = root.join(self.path);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(path, &self.text)
    }
}

/// The first place where two texts part, and how many lines they have.
fn summary(path: &str, there: &str, wanted: &str) -> String {
    let same = there
        .lines()
        .zip(wanted.lines())
        .take_while(|(a, b)| a == b)
        .count();
    let mut out = format!(
        "{path}:{}: differs from what codegen writes ({} lines there, {} wanted)",
        same + 1,
        there.lines().count(),
        wanted.lines().count()
    );
    for (mark, text) in [('-', there), ('+', wanted)] {
        for line in text.lines().skip(same).take(3) {
            let _ = write!(out, "\n    {mark} {line}");
        }
    }
    out
}
