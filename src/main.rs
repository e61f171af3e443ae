//! The command `tapi3`: shows the lines, places a call from the shell.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
