//! `tapi3 passwd`: what a `[[server.user]]` needs to be known by.

use super::Failure;
use std::io::{BufRead, IsTerminal};
use std::process::ExitCode;
use tapi3::server;

/// What to make.
#[derive(clap::Args)]
pub struct Options {
    /// Make a bearer token, and print it with its hash, instead of asking for a password.
    #[arg(long)]
    token: bool,
}

/// Asks for a password, or makes a token, and prints the line for the configuration.
pub fn run(options: &Options) -> Result<ExitCode, Failure> {
    if options.token {
        let (token, hash) = server::new_token()?;
        say!("# For the client, shown this once: {token}");
        say!("token_hashes = [\"{hash}\"]");
    } else {
        let password = password()?;
        let hash = server::hash_password(&password)?;
        if let Some(told) = beyond_ascii(&password) {
            say!("# {told}");
        }
        say!("password_hash = \"{hash}\"");
    }
    Ok(ExitCode::SUCCESS)
}

/// What the clients of somebody with this password may do and may not.
fn beyond_ascii(password: &str) -> Option<&'static str> {
    if password.is_ascii() {
        return None;
    }
    Some(if server::can_be_latin_1(password) {
        "Beyond ASCII: clients may send it in UTF-8 or in Latin-1, both are taken."
    } else {
        "Beyond Latin-1: only clients that send UTF-8 can log in with it; Python's requests and \
         .NET Framework send Latin-1."
    })
}

/// The password: asked for twice without echo, or a line of standard input if that is no terminal.
fn password() -> Result<String, Failure> {
    let stdin = std::io::stdin();
    let password = if stdin.is_terminal() {
        let password = rpassword::prompt_password("Password: ")?;
        if rpassword::prompt_password("Again: ")? != password {
            return Err("the two are not the same".into());
        }
        password
    } else {
        let mut line = Vec::new();
        stdin.lock().read_until(b'\n', &mut line)?;
        let line = String::from_utf8(line).map_err(|_| "the password is not UTF-8")?;
        line.trim_end_matches(['\r', '\n']).to_owned()
    };
    if password.is_empty() {
        return Err("the password is empty".into());
    }
    Ok(password)
}
