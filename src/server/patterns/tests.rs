//! Which destinations patterns fit, and what they see of each part.

use super::*;

fn rules(allow: &[&str], deny: &[&str]) -> DialRules {
    let read = |pattern: &&str| Pattern::read(pattern).unwrap();
    let deny = deny.iter().map(read).map(Pattern::in_small_letters);
    DialRules {
        allow: allow.iter().map(read).collect(),
        deny: deny.collect(),
    }
}

fn check(rules: &DialRules, dial: &str) -> Result<(), Forbidden> {
    let destination = Destination::read(dial);
    rules.check(&destination.unwrap_or_else(|code| panic!("{dial}: {code}")))
}

fn allows(pattern: &str, dial: &str) -> bool {
    check(&rules(&[pattern], &[]), dial).is_ok()
}

fn denies(pattern: &str, dial: &str) -> bool {
    let everything = ["*", r"*\**", r"*\**\**", "*#*", r"\**#", r"\**\**#"];
    check(&rules(&everything, &[pattern]), dial) == Err(Forbidden::Denied)
}

#[test]
fn patterns_fit_the_whole_destination() {
    for (pattern, dial, expected) in [
        ("1001", "1001", true),
        ("1001", "10011", false),
        ("1001", "100", false),
        ("10??", "1099", true),
        ("10??", "109", false),
        ("+49*", "+49", true),
        ("+49*", "+4930", true),
        ("+49*", "0049", false),
        ("*", "123", true),
        ("*", "+123", true),
        ("*", "sip:bob@host", true),
        ("**1", "1", true),
        ("*1*2", "919281", false),
        ("*1*2", "919282", true),
        ("*112", "11112", true),
        ("sip:*@example.com", "sip:bob@example.com", true),
        ("sip:*@example.com", "sip:bob@example.com.evil.org", false),
        ("SIP:*@Example.COM", "sip:bob@example.com", true),
        ("*@Example.COM", "sip:bob@example.com", true),
        ("sips:*@[2001:DB8:0::1]", "sips:bob@[2001:db8::1]", true),
        ("sip:Bob@*", "sip:Bob@example.com", true),
        ("sip:Bob@*", "sip:bob@a", false),
    ] {
        assert_eq!(allows(pattern, dial), expected, "{pattern} {dial}");
    }
}

#[test]
fn what_never_fits_is_refused() {
    for wrong in [
        "",
        "1\\",
        "+49-30*",
        "0900 *",
        "(030)*",
        r"\*97-1",
        "tel:+4930*",
        "sip:a@",
        "sip:a@localhost.",
        "sip:a@*.example.",
        "sip:a@127.1",
        "sip:a@0x7f000001",
        "sip:a@0177.0.0.1",
        "sip:a@0.0.0.0",
        "sip:a@[::g]",
        "sip:a@host:0",
        "sip:a@host:",
        "sip:a@host:x",
        "sip:a@host;transport=tcp",
        "sip:a;x=y@host",
        "sip:%2A72@host",
        "sip:a:secret@host",
        "sip:a b@host",
        "sip:a@b@host",
        "\u{ff11}*",
        "sip:*@\u{e4}.example",
        "http:*@host",
        "*:15060",
        "sip:5060",
    ] {
        assert!(Pattern::read(wrong).is_err(), "{wrong}");
    }
    for right in [
        "101.alice*",
        "*-1",
        "sip:10-*@a",
        "*",
        "tel*",
        "sip:*",
        "s*:*@*:*",
        "sip:*@pbx?.example",
        "sip:*@[2001:db8:*]:5060",
        "sip*Bad.Example",
    ] {
        assert!(Pattern::read(right).is_ok(), "{right}");
    }
}

#[test]
fn a_question_mark_is_a_digit_and_codes_need_a_pattern_that_names_them() {
    for (pattern, dial, expected) in [
        ("1???", "1999", true),
        ("1???", "1*72", false),
        ("1???", "1#99", false),
        ("1???", "1A99", false),
        ("????", "*721", false),
        ("*", "*72", false),
        ("*", "#31#", false),
        ("*", "1*72", false),
        ("*", "12A", false),
        ("*72", "*72", false),
        (r"\*72", "*72", true),
        (r"\*72*", "*72100", true),
        (r"\*72*", "*72*100", false),
        (r"\*72*", "*72100#", false),
        (r"\*21\**#", "*21*100#", true),
        (r"\*21\**#", "*21*100*5#", false),
        ("#31#*", "#31#100", true),
        ("12A", "12A", true),
        (r"1*\*72", "1*72", true),
        ("sip:*@gw", "sip:*72@gw", false),
        ("sip:*@gw", "sip:a#b@gw", false),
        ("*", "sip:1*72@gw", false),
        ("sip:1???@gw", "sip:1*72@gw", false),
        ("sip:1???@gw", "sip:1a72@gw", false),
        (r"sip:\*72@gw", "sip:*72@gw", true),
        ("sip:*@gw", "sip:ABC@gw", true),
    ] {
        assert_eq!(allows(pattern, dial), expected, "{pattern} {dial}");
    }
    let code = check(&rules(&["1*"], &[]), "1*72");
    assert_eq!(code, Err(Forbidden::Code), "said as what it is");
    // What is forbidden is forbidden with and without them.
    assert!(denies("1*", "1*72") && denies("*", "*72") && denies("*72*", "sip:*72@gw"));
}

/// The table of `docs/ews.md`: each part of a destination, whether a pattern sees it, and in
/// which spelling. `None`: there is no such destination, whatever the patterns.
#[test]
fn what_a_pattern_sees_of_each_part() {
    let refused = |dial: &str| Destination::read(dial).is_err();
    for (part, deny, dial, denied) in [
        ("scheme", "sip:*@bad", "sip:a@bad", true),
        ("scheme, the other", "sip:*@bad", "sips:a@bad", true),
        ("scheme, the other", "sips:*@bad", "sip:a@bad", true),
        ("scheme, case", "sip:*@bad", "SIP:a@bad", true),
        ("user", "sip:eve@*", "sip:eve@host", true),
        ("user, case", "sip:eve@*", "sip:EVE@host", true),
        ("user, case", "sip:EVE@*", "sip:eve@host", true),
        ("user, a number", "+49900*", "sip:+499001@host", true),
        ("user, separators", "+49900*", "sip:+49-900.(1)@host", true),
        ("user, decoration", "+49900*", "sip:+49/900/1@host", true),
        ("user, a code", r"\*72*", "sip:*72@host", true),
        ("number, separators", "+49900*", "tel:+49-900-1", true),
        ("number, another spelling", "+49900*", "0049900", false),
        (
            "tel, its context",
            "1001",
            "tel:1001;phone-context=+49",
            true,
        ),
        ("host", "sip:*@bad.example", "sip:a@bad.example", true),
        ("host, case", "sip:*@bad.example", "sip:a@BAD.Example", true),
        ("host, case", "sip:*@BAD.example", "sip:a@bad.example", true),
        ("host, a part", "sip:*@*.example", "sip:a@x.y.example", true),
        (
            "host, where it leads",
            "sip:*@127.0.0.1",
            "sip:a@localhost",
            false,
        ),
        ("port", "sip:*@localhost", "sip:a@localhost:15060", true),
        ("port", "sip:*@localhost", "sip:a@localhost:5060", true),
        ("port", "sip:*@localhost", "sip:a@localhost", true),
        ("port", "sip:*@*", "sip:a@localhost:15060", true),
        ("port", "*@localhost", "sip:a@localhost:15060", true),
        (
            "port, no at",
            "sip*localhost",
            "sip:a@localhost:15060",
            true,
        ),
        ("port, named", "sip:*@h:15060", "sip:a@h:15060", true),
        ("port, named", "sip:*@h:015060", "sip:a@h:15060", true),
        ("port, named", "sip:*@h:15060", "sip:a@h:015060", true),
        ("port, named", "sip:*@h:15060", "sip:a@h:15061", false),
        ("port, the usual", "sip:*@h:5060", "sip:a@h", true),
        ("port, the usual", "sips:*@h:5061", "sips:a@h", true),
        ("port, the other's", "sip:*@h:5061", "sips:a@h", true),
        ("port, wild", "sip:*@h:1????", "sip:a@h:15060", true),
        ("IPv4", "sip:*@127.0.0.1", "sip:a@127.0.0.1:9", true),
        (
            "IPv4 in IPv6",
            "sip:*@127.0.0.1",
            "sip:a@[::ffff:127.0.0.1]",
            true,
        ),
        (
            "IPv4 in IPv6",
            "sip:*@127.0.0.1",
            "sip:a@[::FFFF:7f00:1]:9",
            true,
        ),
        (
            "IPv4 in IPv6",
            "sip:*@[::ffff:127.0.0.1]",
            "sip:a@127.0.0.1",
            true,
        ),
        ("IPv6", "sip:*@[::1]", "sip:a@[0:0:0:0:0:0:0:1]", true),
        ("IPv6", "sip:*@[0:0::0:1]", "sip:a@[::1]:15060", true),
        ("IPv6", "sip:*@[2001:db8::A]", "sip:a@[2001:DB8:0::a]", true),
        (
            "IPv6, a part",
            "sip:*@[2001:db8:*]",
            "sip:a@[2001:0db8::a]",
            true,
        ),
    ] {
        assert_eq!(denies(deny, dial), denied, "{part}: {deny} {dial}");
    }
    for (part, dial) in [
        ("password", "sip:a:b@host"),
        ("escapes in the user", "sip:%2A72@host"),
        ("escapes in the host", "sip:a@%6cocalhost"),
        ("parameters", "sip:a@host;maddr=127.0.0.1"),
        ("parameters", "sip:a@host;transport=tcp"),
        ("parameters of the user", "sip:a;phone-context=x@host"),
        ("headers", "sip:a@host?Route=%3Csip:evil%3E"),
        ("parameters of tel", "tel:1001;ext=12"),
        ("parameters of tel", "tel:1001;isub=1"),
        ("a trailing dot", "sip:a@localhost."),
        ("IPv4, short", "sip:a@127.1"),
        ("IPv4, one number", "sip:a@2130706433"),
        ("IPv4, octal", "sip:a@0177.0.0.1"),
        ("IPv4, octal", "sip:a@127.0.0.01"),
        ("IPv4, hex", "sip:a@0x7f.0.0.1"),
        ("IPv4, hex", "sip:a@0x7f000001"),
        ("IPv4, hex", "sip:a@127.0.0.0x1"),
        ("no address", "sip:a@0.0.0.0"),
        ("no address", "sip:a@[::]"),
        ("IPv6, zone", "sip:a@[fe80::1%25eth0]"),
        ("IPv6, bare", "sip:a@::1"),
        ("digits of other scripts", "\u{ff11}\u{ff12}"),
        ("digits of other scripts", "sip:\u{661}@host"),
        ("letters of other scripts", "sip:a@ex\u{430}mple"),
        ("other schemes", "http://host"),
        ("other schemes", "urn:service:sos"),
        ("no host", "sip:1001"),
        ("no user", "sip:host"),
        ("two", "sip:a@b@host"),
        ("controls", "sip:a@host\r\nVia: x"),
        ("long", &"1".repeat(41)),
    ] {
        assert!(refused(dial), "{part}: {dial}");
    }
}

#[test]
fn a_hostile_pattern_and_text_stay_cheap() {
    let pattern = tokens(&"*a".repeat(40)).unwrap();
    let text = format!("{}b", "a".repeat(250));
    // Of this thread's own time: what others do meanwhile does not count.
    let used = || rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime).tv_sec;
    let begun = used();
    assert!(!fit(&pattern, &text, Reach::Everything));
    assert!(used() - begun <= 1);
}

#[test]
fn nothing_is_dialled_that_is_not_listed() {
    let nobody = DialRules::default();
    assert_eq!(check(&nobody, "1001"), Err(Forbidden::Everything));
    let rules = rules(
        &["+49*", "sip:*@gw.example:*", "sip:*@*.example:5060"],
        &["+49900*", "sip:*@Evil.gw.example:5060", "sip*Bad.Example"],
    );
    let refused = Err(Forbidden::Denied);
    assert_eq!(check(&rules, "+49 30 1"), Ok(()));
    assert_eq!(check(&rules, "+49-900-1"), refused);
    assert_eq!(check(&rules, "+44 20 1"), Err(Forbidden::NotListed));
    assert_eq!(check(&rules, "sip:+49301@gw.example"), Ok(()));
    for disguised in ["+499001", "+49-900-1", "+49.900.1", "(+49)9001"] {
        let uri = format!("sip:{disguised}@gw.example");
        assert_eq!(check(&rules, &uri), refused, "{uri}");
    }
    for (uri, found) in [
        ("sip:bob@gw.example:5070", Ok(())),
        ("sip:bob@gw.example:5060", Ok(())),
        ("sip:bob@evil.gw.example", refused),
        ("sip:bob@EVIL.gw.example:5060", refused),
        ("sip:bob@evil.gw.example:5070", Err(Forbidden::NotListed)),
        ("sip:bob@bad.example", refused),
        ("sip:bob@bad.example:5070", refused),
    ] {
        assert_eq!(check(&rules, uri), found, "{uri}");
    }
    let elsewhere = check(&rules, "sip:bob@elsewhere.invalid");
    assert_eq!(elsewhere, Err(Forbidden::NotListed));
}
