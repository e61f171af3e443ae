//! What is read of `[cluster]`, and what is refused.

use super::*;

fn settings(text: &str) -> ClusterSettings {
    toml::from_str(text).unwrap()
}

#[test]
fn wrong_settings_are_named_without_secrets() {
    for (text, key) in [
        ("url = \"http://x\"", "url"),
        ("url = \"nats://bus.example\"", "url"),
        ("url = \"nats://me:hunter2@127.0.0.1\"", "url"),
        ("url = \"nats://127.0.0.1:0\"", "url"),
        ("url = \"nats://127.0.0.1, tls://127.0.0.1\"", "url"),
        ("url = \"nats://127.0.0.1\"\nname = \"a.b\"", "name"),
        ("url = \"nats://127.0.0.1\"\nuser = \"*\"", "user"),
        ("url = \"nats://127.0.0.1\"\nlease = \"1s\"", "lease"),
        ("url = \"nats://127.0.0.1\"\nlogin = \"x\"", "login"),
        (
            "url = \"nats://127.0.0.1\"\npassword = \"hunter2\"",
            "password",
        ),
        (
            "url = \"nats://127.0.0.1\"\ncredentials = \"/nowhere\"",
            "credentials",
        ),
        (
            "url = \"tls://127.0.0.1\"\nca_file = \"/nowhere\"",
            "ca_file",
        ),
        (
            concat!(
                "url = \"tls://127.0.0.1\"\nca_file = \"",
                env!("CARGO_MANIFEST_DIR"),
                "/Cargo.toml\""
            ),
            "ca_file",
        ),
    ] {
        let error = settings(text).access().err().expect(text);
        let message = error.message();
        assert!(message.contains(key), "{text}: {message}");
        assert!(!message.contains("hunter2"), "{message}");
    }
}

#[test]
fn the_bus_is_reached_by_tls_or_on_this_machine() {
    for good in [
        "url = \"tls://bus.example:4222,tls://other.example\"",
        "url = \"nats://localhost\"",
        "url = \"nats://[::1]:4223\"",
        "url = \"nats://bus.example\"\nallow_plain = true",
    ] {
        assert!(settings(good).access().is_ok(), "{good}");
    }
}

#[test]
fn the_secret_of_the_endpoints_is_a_nodes_and_long() {
    let read = |text: &str| settings(&format!("url = \"nats://localhost\"\n{text}")).calls_secret();
    assert!(read("name = \"n\"").unwrap().is_none());
    let given = "name = \"n\"\ncalls_secret = \"0123456789abcdef\"";
    assert!(read(given).unwrap().is_some());
    for (text, what) in [
        ("calls_secret = \"0123456789abcdef\"", "name"),
        ("name = \"n\"\ncalls_secret = \"hunter2\"", "16"),
    ] {
        let error = read(text).err().unwrap();
        let message = error.message();
        assert!(
            message.contains("calls_secret") && message.contains(what),
            "{message}"
        );
        assert!(!message.contains("hunter2"), "{message}");
    }
}

#[test]
fn secrets_are_long_and_users_stand_there_once() {
    let url = "url = \"nats://localhost\"\n";
    let refused = |text: &str| settings(&format!("{url}{text}")).identity().err().unwrap();
    assert!(refused("").message().contains("user"));
    assert!(refused("user = \"a\"").message().contains("secret"));
    let short = refused("user = \"a\"\nsecret = \"hunter2\"");
    assert!(short.message().contains("16") && !short.message().contains("hunter2"));
    let one = "[[grant]]\nuser = \"a\"\nsecret = \"0123456789abcdef\"\nlines = [\"*\"]\n";
    assert_eq!(settings(&format!("{url}{one}")).grants().unwrap().len(), 1);
    let twice = settings(&format!("{url}{one}{one}"))
        .grants()
        .err()
        .unwrap();
    assert!(twice.message().contains("already"), "{twice}");
}
