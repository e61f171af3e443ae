//! `tapi3 reload`: has a running server read its configuration anew.

use super::Failure;
use std::path::PathBuf;
use std::process::ExitCode;
use tapi3::server;

/// Asks the server of this file, and says what came of it.
pub fn run(file: Option<PathBuf>) -> Result<ExitCode, Failure> {
    let file = file.ok_or("there is no configuration that a server could run with")?;
    let said = server::reload(&file)?;
    say!("read anew: {said}");
    Ok(ExitCode::SUCCESS)
}
