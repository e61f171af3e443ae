//! Mistakes in the configuration: each is told with its place, in our own words, and without showing
//! what may be a secret.

use super::read;
use super::table::{EWS, EWS_MISTAKES, MISTAKES, SERVER, SERVER_MISTAKES, SIP, SIP_MISTAKES};
use crate::config::Source;
use crate::settings::{PASSWORD, Secret, read_file};

/// The text of a line with one mistake; every key that it needs is there.
fn line(provider: &str, needed: &[&str], mistake: &str) -> String {
    let mut text = format!("[[line]]\nname = \"A\"\n{mistake}\nprovider = \"{provider}\"\n");
    let key = |line: &str| line.split(' ').next().unwrap_or_default().to_owned();
    for line in needed.iter().filter(|line| key(line) != key(mistake)) {
        text.push_str(line);
        text.push('\n');
    }
    text
}

/// The message about a configuration, which must name the line and the key, in our own words.
fn message_of(text: &str, line: u32, key: &str) -> String {
    let error = read(text)
        .err()
        .unwrap_or_else(|| panic!("{text:?} is taken"));
    let message = error.message().to_owned();
    let place = match key {
        "" => format!("The configuration, line {line}: "),
        key => format!("The configuration, line {line}, key {key}: "),
    };
    assert!(message.starts_with(&place), "{text:?}: {message}");
    assert!(
        !message.contains('\n') && message.ends_with('.'),
        "{message}"
    );
    assert!(!message.contains("hunter2"), "{text:?}: {message}");
    // The words of serde and of the TOML reader.
    for foreign in [
        "invalid type",
        "invalid value",
        "expected",
        "u32",
        "usize",
        "i128",
        "struct ",
    ] {
        assert!(!message.contains(foreign), "{text:?}: {message}");
    }
    message
}

#[test]
fn a_mistake_is_told_in_one_sentence_with_its_place() {
    for (text, line, key, parts) in MISTAKES {
        let message = message_of(text, *line, key);
        for part in *parts {
            assert!(message.contains(part), "{text:?}: {message}");
        }
    }
    for (mistake, number, key) in SIP_MISTAKES {
        message_of(&line("sip", SIP, mistake), *number, key);
    }
    for (mistake, number, key) in EWS_MISTAKES {
        message_of(&line("ews", EWS, mistake), *number, key);
    }
    for (mistake, number, key) in SERVER_MISTAKES {
        message_of(&format!("{SERVER}{mistake}\n"), *number, key);
    }
    let long = "x".repeat(129);
    let named = format!("[[line]]\nname = \"{long}\"\nprovider = \"sim\"\naddress = \"1\"");
    assert!(message_of(&named, 2, "name").contains("129 characters"));
}

/// Without the mistakes, the tables that they stand in are taken.
#[test]
fn what_the_mistakes_are_written_into_is_right() {
    for text in [
        line("sip", SIP, "expires = 60"),
        line("ews", EWS, "max_calls = 5"),
        format!("{SERVER}[[server.user]]\nname = \"a\"\ntoken_hashes = [\"x\"]"),
    ] {
        read(&text).unwrap_or_else(|error| panic!("{text}: {error}"));
    }
}

#[test]
fn a_secret_is_never_shown_wherever_it_stands() {
    // As something else than a text, in the wrong key, in broken TOML.
    for value in [
        "20261126",
        "[\"20261126\"]",
        "{ a = \"20261126\" }",
        "20261126.5",
        "2026-11-26",
        "0x20261126z",
        "hunter20261126",
        "\"20261126",
        "\"20261126\\q\"",
        "'20261126' x = '20261126'",
        "= 20261126",
    ] {
        let keys = ["password", "password_file", "password_env"];
        let mut texts: Vec<String> = Vec::new();
        for key in keys.into_iter().chain(["token", "token_file", "ca_file"]) {
            let keyed = format!("{key} = {value}");
            texts.push(line("ews", EWS, &keyed));
            texts.push(line("sip", SIP, &keyed));
        }
        for key in ["tls_key", "tls_certificate"] {
            texts.push(format!("{SERVER}{key} = {value}\n"));
        }
        for key in ["password_hash", "token_hashes", "password"] {
            texts.push(format!(
                "{SERVER}[[server.user]]\nname = \"a\"\n{key} = {value}\n"
            ));
        }
        for text in texts {
            // A list or a text is what some of these keys take.
            let Err(error) = read(&text) else { continue };
            let message = error.message();
            assert!(
                !message.contains("2026") && !message.contains("1126"),
                "{text}: {message}"
            );
            assert!(message.contains(", line "), "{message}");
        }
    }
}

/// Every key with a value of every kind: what is refused is refused in our words, with its place.
#[test]
fn every_key_refuses_other_kinds_in_our_words() {
    const VALUES: &[&str] = &[
        "5",
        "-5",
        "1.5",
        "true",
        "\"\"",
        "[]",
        "[1]",
        "{}",
        "1979-05-27",
        "99999999999999999999",
    ];
    const SIM: &[&str] = &["address = \"1\""];
    let keys = |known: &str| -> Vec<String> {
        // The message about an unknown key lists all that there are.
        let names = known.split('`').skip(3).step_by(2);
        names.map(str::to_owned).collect()
    };
    let mut tried = 0;
    for (provider, needed) in [("sim", SIM), ("sip", SIP), ("ews", EWS)] {
        let known = message_of(&line(provider, needed, "nothing = 1"), 3, "");
        for key in keys(&known) {
            for value in VALUES {
                let text = line(provider, needed, &format!("{key} = {value}"));
                if read(&text).is_err() {
                    message_of(&text, 3, &key);
                    tried += 1;
                }
            }
        }
    }
    for table in [
        "server.limits",
        "[server.user]",
        "[server.item]",
        "simulation",
        "server",
    ] {
        let head = match table {
            "server" => "[server]\n".to_owned(),
            "simulation" => "\n\n[simulation]\n".to_owned(),
            table => format!("{SERVER}[{table}]\n"),
        };
        let first = head.matches('\n').count() as u32 + 1;
        let known = message_of(&format!("{head}nothing = 1\n"), first, "");
        for key in keys(&known) {
            for value in VALUES {
                let text = format!("{head}{key} = {value}\n");
                let Err(error) = read(&text) else { continue };
                // What else is missing in the table is told for the table.
                let whole =
                    error.message().contains("missing") || error.message().contains("has neither");
                let key = if whole { "" } else { key.as_str() };
                message_of(&text, first - u32::from(whole), key);
                tried += 1;
            }
        }
    }
    assert!(tried > 300, "only {tried}");
}

#[test]
fn what_is_no_short_file_is_refused_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let long = folder.path().join("long.toml");
    let file = std::fs::File::create(&long).unwrap();
    file.set_len(50 * 1024 * 1024).unwrap();
    let pipe = folder.path().join("pipe.toml");
    nix::unistd::mkfifo(&pipe, nix::sys::stat::Mode::S_IRWXU).unwrap();
    for (path, words) in [
        (long.as_path(), "longer"),
        (&pipe, "pipe"),
        (folder.path(), "folder"),
        (std::path::Path::new("/dev/zero"), "device"),
    ] {
        let error = Source::file(path).unwrap_err();
        let name = path.display().to_string();
        assert!(
            error.message().contains(&name) && error.message().contains(words),
            "{error}"
        );
        // The files that settings name.
        let secret = Secret::choose(PASSWORD, None, None, Some(path)).unwrap_err();
        assert!(secret.what.contains(words), "{}", secret.what);
        assert!(read_file(path, 1024).unwrap_err().contains(words));
    }
}
