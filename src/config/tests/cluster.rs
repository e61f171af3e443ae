//! What may be said of lines that machines share.

use super::*;

#[cfg(feature = "cluster")]
const CLUSTER: &str = "[cluster]\nurl = \"nats://localhost\"\nuser = \"alice\"\n\
                       secret = \"0123456789abcdef\"\n";

#[cfg(feature = "cluster")]
#[test]
fn lines_of_other_machines_are_read() {
    let text = format!(
        "{CLUSTER}name = \"n1\"\nlease = \"3s\"\n\
         [[cluster.grant]]\nuser = \"bob\"\nsecret = \"0123456789abcdef\"\nlines = [\"*\"]\n\
         [[line]]\nname = \"Desk\"\nprovider = \"remote\"\nnode = \"n2\"\n\
         [[line]]\nprovider = \"remote\"\nlines = \"all\"\n"
    );
    let configuration = read(&text).unwrap();
    let cluster = configuration.cluster.unwrap();
    assert!(cluster.is_node());
    assert_eq!(cluster.lease, Duration::from_secs(3));
    assert_eq!(cluster.grants().unwrap().len(), 1);
    let remote = configuration.lines.iter().map(|(name, settings)| {
        let LineSettings::Remote(settings) = settings else {
            panic!("not a remote line");
        };
        (&**name, settings.node.as_deref(), settings.lines.is_some())
    });
    let remote: Vec<_> = remote.collect();
    assert_eq!(remote, [("Desk", Some("n2"), false), ("*", None, true)]);
}

#[cfg(feature = "cluster")]
#[test]
fn mistakes_are_told_with_their_place() {
    let named = "[[line]]\nname = \"Desk\"\nprovider = \"remote\"\n";
    for (text, place, words) in [
        (named.to_owned(), "line 1", "[cluster]"),
        (
            format!("{CLUSTER}{named}lines = \"all\"\n"),
            "line 8",
            "lines",
        ),
        (
            format!("{CLUSTER}{named}node = \"a b\"\n"),
            "line 8",
            "node",
        ),
        (format!("{CLUSTER}{named}colour = 1\n"), "line 8", "colour"),
        (
            format!("{CLUSTER}[[line]]\nprovider = \"sim\"\nlines = \"all\"\n"),
            "line 5",
            "name",
        ),
        (format!("{CLUSTER}lease = \"1ms\"\n"), "line 5", "lease"),
        (format!("{CLUSTER}[[cluster.grant]]\n"), "line 5", "user"),
    ] {
        let message = read(&text).err().unwrap_or_else(|| panic!("{text}"));
        let message = message.message();
        assert!(message.contains(place), "{text}: {message}");
        assert!(message.contains(words), "{text}: {message}");
    }
}

/// A build that shares no lines says so, and does not leave them out in silence.
#[cfg(not(feature = "cluster"))]
#[test]
fn a_build_without_the_feature_says_so() {
    for (text, line) in [
        ("\n[cluster]\nurl = \"nats://localhost\"\n", "line 2"),
        (
            "[[line]]\nname = \"Desk\"\nprovider = \"remote\"\n",
            "line 3",
        ),
    ] {
        let error = read(text).unwrap_err();
        let message = error.message();
        assert!(message.contains("feature \"cluster\""), "{message}");
        assert!(message.contains(line), "{message}");
    }
}
