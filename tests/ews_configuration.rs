//! `tapi3 serve` with a configuration that is missing or wrong: what is said of it, and the exit status
//! that tells a service manager not to try again.

#[path = "support/ews/mod.rs"]
mod ews;

use ews::{file, password_hash, tapi3};

#[test]
fn what_is_wrong_with_a_configuration_is_said() {
    let hash = password_hash("demo");
    let user = format!("[[server.user]]\nname = \"demo\"\ndial = [\"*\"]\n{hash}");
    let bare = "[[server.user]]\nname = \"a\"\n";
    for (text, words) in [
        ("clock = \"system\"".to_owned(), "no [server]"),
        ("[server]\nlisten = \"127.0.0.1:0\"".to_owned(), "user"),
        (format!("[server]\n{user}"), "listen"),
        (format!("[server]\nlisten = \"x\"\n{user}"), "HOST:PORT"),
        (
            format!("[server]\nlisten = \"192.0.2.1:80\"\n{user}"),
            "allow_plain_http",
        ),
        (
            format!("[server]\nlisten = \"127.0.0.1:0\"\ncolour = 1\n{user}"),
            "colour",
        ),
        (
            format!("[server]\nlisten = \"127.0.0.1:0\"\nline = \"x\"\n{user}"),
            "no [[line]]",
        ),
        (
            format!("[server]\nlisten = \"127.0.0.1:0\"\n{user}\n{user}"),
            "another user",
        ),
        (
            format!("[server]\nlisten = \"127.0.0.1:0\"\n{bare}"),
            "password_hash",
        ),
        (
            format!("[server]\nlisten = \"127.0.0.1:0\"\n{bare}password_hash = \"demo\""),
            "tapi3 passwd",
        ),
        (
            format!("[server]\nlisten = \"127.0.0.1:0\"\n{bare}token_hashes = [\"demo\"]"),
            "tapi3 passwd --token",
        ),
        (
            format!("[server]\nlisten = \"127.0.0.1:0\"\ntls_key = \"/nowhere\"\n{user}"),
            "tls_certificate",
        ),
        (
            format!(
                "[server]\nlisten = \"127.0.0.1:0\"\n{user}\n[[server.item]]\nid = \"a\"\n\
                 file = \"/nowhere.wav\""
            ),
            "/nowhere.wav",
        ),
        (
            format!("[server]\nlisten = \"127.0.0.1:0\"\n[server.limits]\nrate = 0\n{user}"),
            "key rate",
        ),
        (
            format!("[server]\nlisten = \"127.0.0.1:0\"\n{user}may_impersonate = [\"x\"]"),
            "may_impersonate",
        ),
        (
            format!("[server]\nlisten = \"127.0.0.1:0\"\n{user}deny = [\"+49-900*\"]"),
            "without separators",
        ),
        (
            format!(
                "[server]\nlisten = \"127.0.0.1:0\"\n{user}\n{}addresses = [\"demo\"]",
                user.replace("demo\"", "other\"")
            ),
            "also stands for \"demo\"",
        ),
        (format!("[server]\nlisten = \"*:8080\"\n{user}"), "0.0.0.0"),
    ] {
        let file = file(&text);
        let path = file.path().to_str().unwrap();
        let (status, output, errors) = tapi3(&["--config", path, "serve"], "");
        assert!(output.is_empty(), "{text}\n{output}");
        assert!(errors.contains(words), "{text}\n{errors}");
        assert_eq!(status.code(), Some(78), "{text}\n{errors}");
        assert!(
            errors.contains(path) || words == "no [server]",
            "the file is named: {errors}"
        );
        assert!(!errors.contains("panicked"), "{errors}");
    }
}

#[test]
fn what_is_wrong_with_a_line_or_a_file_of_it_is_a_wrong_configuration() {
    let ews = "provider = \"ews\"\nurl = \"https://localhost/\"\nitem = \"i\"\nuser = \"u\"\n";
    let sip = "provider = \"sip\"\nuri = \"sip:a@127.0.0.1\"\nlisten = \"127.0.0.1:0\"\n";
    let password = "password = \"p\"\n";
    for (line, key) in [
        (
            format!("{ews}password_file = \"/nowhere\""),
            "password_file",
        ),
        (format!("{ews}{password}ca_file = \"/nowhere\""), "ca_file"),
        (
            format!("{sip}password_file = \"/nowhere\""),
            "password_file",
        ),
    ] {
        let hash = password_hash("demo");
        let file = file(&format!(
            "[[line]]\nname = \"A\"\n{line}\n[server]\nlisten = \"127.0.0.1:0\"\n\
             [[server.user]]\nname = \"demo\"\n{hash}"
        ));
        let path = file.path().to_str().unwrap();
        let (status, _, errors) = tapi3(&["--config", path, "serve"], "");
        assert!(errors.contains(key), "{line}\n{errors}");
        assert_eq!(status.code(), Some(78), "{line}\n{errors}");
    }
}

#[test]
fn no_configuration_at_all_is_a_wrong_one() {
    if std::path::Path::new("/etc/tapi3/tapi3.toml").exists() {
        eprintln!("this machine has a configuration of its own: left out");
        return;
    }
    let nowhere = tempfile::tempdir().unwrap();
    let mut command = ews::program(env!("CARGO_BIN_EXE_tapi3"));
    for variable in ["XDG_CONFIG_HOME", "XDG_CONFIG_DIRS", "HOME"] {
        command.env(variable, nowhere.path());
    }
    let output = command
        .arg("serve")
        .env_remove("TAPI3_CONFIG")
        .current_dir(nowhere.path())
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(errors.contains("there is no configuration"), "{errors}");
    assert_eq!(output.status.code(), Some(78), "{errors}");
}

#[test]
fn a_file_that_is_named_and_not_there_is_a_wrong_configuration() {
    let output = ews::program(env!("CARGO_BIN_EXE_tapi3"))
        .arg("serve")
        .env("TAPI3_CONFIG", "/nowhere.toml")
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(errors.contains("/nowhere.toml"), "{errors}");
    assert_eq!(output.status.code(), Some(78), "{errors}");
}
