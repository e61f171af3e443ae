//! Settings, right and wrong, and what they mean.

use super::*;

fn read(text: &str) -> std::result::Result<Config, String> {
    let settings: Settings = toml::from_str(text).map_err(|error| error.to_string())?;
    Config::read("desk", &settings).map_err(|error| error.to_string())
}

#[test]
fn a_line_needs_no_more_than_its_address() {
    let config = read("uri = 'sip:alice@example.com'").unwrap();
    assert_eq!(config.identity(), "<sip:alice@example.com>");
    assert_eq!(config.registrar.to_string(), "sip:example.com");
    assert!(config.credentials.is_none());
}

#[test]
fn a_mistake_is_named_with_its_line_and_key() {
    for (text, key) in [
        ("uri = 'alice'", "uri"),
        ("uri = 'sip:example.com'", "uri"),
        ("uri = 'sips:alice@example.com'", "uri"),
        ("uri = 'sips:a@b'\ntransport = 'tcp'", "uri"),
        ("uri = 'sip:a@b'\ntls_cert_file = 'x'", "tls_cert_file"),
        ("uri = 'sip:a@b'\ntls_key_file = 'x'", "tls_key_file"),
        ("uri = 'sip:a@b'\ntls_listen = '[::]:5061'", "tls_listen"),
        ("uri = 'sip:a@b'\nregistrar = 'http://x'", "registrar"),
        ("uri = 'sip:a@b'\noutbound_proxy = 'x:y'", "outbound_proxy"),
        (
            "uri = 'sip:a@b'\nbackup_servers = ['c', 'x:y']",
            "backup_servers",
        ),
        ("uri = 'sip:a@b'\nstun_server = 'x:y'", "stun_server"),
        (
            "uri = 'sip:a@b'\npublic_address = '0.0.0.0'",
            "public_address",
        ),
        (
            "uri = 'sip:a@b'\nstun_server = 'x'\npublic_address = '10.0.0.1'",
            "stun_server",
        ),
        ("uri = 'sip:a@b'\nkeep_alive = '10ms'", "keep_alive"),
        ("uri = 'sip:a@b'\ninstance = 'desk'", "instance"),
        ("uri = 'sip:a@b'\ninstance = 'urn:uuid:1'", "instance"),
        (
            "uri = 'sip:a@b'\ninstance = 'urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bg6'",
            "instance",
        ),
        ("uri = 'sip:a@b'\npark_code = '* 6'", "park_code"),
        ("uri = 'sip:a@b'\nwatch = ['sip:b@c', 'c']", "watch"),
        ("uri = 'sip:a@b'\nunpark_code = ''", "unpark_code"),
        ("uri = 'sip:a@b'\npickup_code = 'a@b'", "pickup_code"),
        (
            "uri = 'sip:a@b'\ngroup_pickup_code = '<'",
            "group_pickup_code",
        ),
        ("uri = 'sip:a@b'\nexpires = 0", "expires"),
        ("uri = 'sip:a@b'\nmax_calls = 0", "max_calls"),
        ("uri = 'sip:a@b'\nmax_conference = 2", "max_conference"),
        ("uri = 'sip:a@b'\nmax_conference = 1001", "max_conference"),
        ("uri = 'sip:a@b'\nt1 = '1ms'", "t1"),
        ("uri = 'sip:a@b'\nuser = \"a\\nb\"", "user"),
        (
            "uri = 'sip:a@b'\npassword = 'x'\npassword_env = 'y'",
            "password",
        ),
    ] {
        let error = read(text).unwrap_err();
        assert!(
            error.starts_with(&format!("Line \"desk\": {key}")),
            "{text}: {error}"
        );
    }
    for (text, key) in [
        ("uri = 'sip:a@b'\ntransport = 'pigeon'", "pigeon"),
        ("uri = 'sip:a@b'\nuser_name = 'x'", "user_name"),
        ("uri = 'sip:a@b'\nforward_by = 'pigeon'", "pigeon"),
        ("uri = 'sip:a@b'\ndns = 'ns.example'", "ns.example"),
        ("uri = 'sip:a@b'\ntls_listen = '5061'", "5061"),
        ("uri = 'sip:a@b'\ntls_verify = false", "tls_verify"),
    ] {
        assert!(read(text).unwrap_err().contains(key), "{text}");
    }
}

#[test]
fn a_line_over_tls_has_its_own_address_and_files() {
    let config = read(
        "uri = 'sips:alice@example.com'\ntransport = 'tls'\nlisten = '[::]:5070'\n\
         tls_listen = '10.0.0.1:5071'\ntls_ca_file = 'ca'\ntls_cert_file = 'cert'\n\
         tls_key_file = 'key'\ndns = '10.0.0.53'",
    )
    .unwrap();
    assert_eq!(config.transport, flow::Transport::Tls);
    assert_eq!(config.registrar.to_string(), "sips:example.com");
    let listen = Listen {
        address: "[::]:5070".parse().unwrap(),
        tcp: true,
        tls: Some("10.0.0.1:5071".parse().unwrap()),
    };
    assert_eq!(config.listen, listen);
    let files = Files {
        authorities: Some("ca".into()),
        certificate: Some("cert".into()),
        key: Some("key".into()),
    };
    assert_eq!(config.tls_files, files);
    assert_eq!(config.dns, Some("10.0.0.53:53".parse().unwrap()));
    let plain = read("uri = 'sip:alice@example.com'").unwrap();
    assert_eq!((plain.listen.tcp, plain.listen.tls), (true, None));
    assert_eq!((plain.tls_files, plain.dns), (Files::default(), None));
}

#[test]
fn how_long_a_call_rings_is_read() {
    for (text, wanted) in [
        ("", Some(180)),
        ("ring_timeout = '20s'", Some(20)),
        ("ring_timeout = '0s'", None),
    ] {
        let config = read(&format!("uri = 'sip:a@b'\n{text}")).unwrap();
        let rings_for = config.for_agent().rings_for;
        assert_eq!(rings_for, wanted.map(Duration::from_secs), "{text}");
    }
    for text in ["ring_timeout = '10ms'", "ring_timeout = '25h'"] {
        let error = read(&format!("uri = 'sip:a@b'\n{text}")).unwrap_err();
        assert!(error.contains("ring_timeout"), "{text}: {error}");
    }
}

#[test]
fn what_is_said_of_sound_is_read() {
    let config = read(
        "uri = 'sip:a@b'\ncodecs = ['G722', 'L16/16000', 'PCMA', 'G722']\nptime = 40\n\
         comfort_noise = true\ndtmf = 'info'\nsrtp = 'require'\ntransport = 'tls'\n\
         media_timeout = '5s'\nmedia_timeout_hangs_up = true",
    )
    .unwrap();
    let media = config.media;
    let codecs: Vec<sdp::Codec> = media.codecs.iter().collect();
    let wanted = [sdp::Codec::G722, sdp::Codec::L16Wide, sdp::Codec::Pcma];
    assert_eq!(codecs, wanted);
    assert_eq!((media.offered, media.prefers), (3, true));
    assert_eq!((media.ptime, media.noise, media.events), (40, true, false));
    assert_eq!(media.security, sdp::Security::Required);
    assert_eq!(config.manners.patience, Some(Duration::from_secs(5)));
    assert!(config.manners.hangs_up && config.manners.music.is_none());
    let usual = read("uri = 'sip:a@b'\nmedia_timeout = '0s'").unwrap();
    let media = usual.media;
    assert_eq!((media.offered, media.prefers), (3, false));
    let known = sdp::Codec::ALL.len() - usize::from(!cfg!(feature = "opus"));
    assert_eq!(media.codecs.iter().count(), known);
    let any_case = read("uri = 'sip:a@b'\ncodecs = ['g722', 'l16/16000', 'Pcma']").unwrap();
    assert!(any_case.media.codecs.iter().eq(wanted));
    let opus = read("uri = 'sip:a@b'\ncodecs = ['opus', 'PCMU']");
    match cfg!(feature = "opus") {
        true => assert_eq!(opus.unwrap().media.offered, 2),
        false => assert!(opus.unwrap_err().contains("feature opus")),
    }
    assert_eq!((media.ptime, media.noise, media.events), (20, false, true));
    assert_eq!(media.security, sdp::Security::Offered);
    assert_eq!(usual.manners.patience, None);
    assert!(!media.in_clear);
    for (value, security) in [
        ("offer-in-clear", sdp::Security::Offered),
        ("require-in-clear", sdp::Security::Required),
    ] {
        let media = read(&format!("uri = 'sip:a@b'\nsrtp = '{value}'"))
            .unwrap()
            .media;
        assert_eq!(
            (media.security, media.in_clear),
            (security, true),
            "{value}"
        );
    }
    for (text, key) in [
        ("rtp_ports = '10000'", "rtp_ports"),
        ("codecs = []", "codecs"),
        ("codecs = ['G729']", "G729"),
        ("ptime = 25", "ptime"),
        ("ptime = 0", "ptime"),
        ("ptime = 70", "ptime"),
        ("dtmf = 'morse'", "morse"),
        ("srtp = 'require'", "srtp"),
        ("media_timeout = '10ms'", "media_timeout"),
        ("music_on_hold = '/nowhere/at/all.wav'", "music_on_hold"),
    ] {
        let error = read(&format!("uri = 'sip:a@b'\n{text}")).unwrap_err();
        assert!(error.contains(key), "{text}: {error}");
    }
}

#[test]
fn the_password_is_not_shown() {
    let text = "uri = 'sip:a@b'\npassword = 'hunter2'";
    let settings: Settings = toml::from_str(text).unwrap();
    let config = read(text).unwrap();
    assert_eq!(
        config.credentials.as_ref().unwrap().password.reveal(),
        "hunter2"
    );
    assert!(!format!("{settings:?} {config:?}").contains("hunter2"));
}

#[test]
fn calls_take_the_way_that_the_settings_say() {
    let hop = |text: &str, target: &str| {
        let config = read(text).unwrap();
        let target = SipUri::parse(target).unwrap();
        config.next_hop(&target).first.to_string()
    };
    let plain = "uri = 'sip:a@example.com'";
    let registrar = "uri = 'sip:a@example.com'\nregistrar = '10.0.0.1:5070'";
    let proxy = "uri = 'sip:a@example.com'\noutbound_proxy = 'sip:10.0.0.2'";
    assert_eq!(hop(plain, "sip:1@example.com"), "sip:1@example.com");
    assert_eq!(hop(registrar, "sip:1@EXAMPLE.com"), "sip:10.0.0.1:5070");
    assert_eq!(hop(registrar, "sip:1@example.org"), "sip:1@example.org");
    assert_eq!(hop(proxy, "sip:1@example.org"), "sip:10.0.0.2");
}

#[test]
fn servers_that_stand_in_serve_the_own_domain_and_no_other() {
    let config = read("uri = 'sip:a@example.com'\nbackup_servers = ['10.0.0.3', 'b.example:5070']");
    let config = config.unwrap();
    let backups = |target: &str| {
        let hop = config.next_hop(&SipUri::parse(target).unwrap());
        hop.backups
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        backups("sip:1@example.com"),
        ["sip:10.0.0.3", "sip:b.example:5070"]
    );
    assert!(backups("sip:1@example.org").is_empty());
    assert_eq!(
        config.registering_hop().first.to_string(),
        "sip:example.com"
    );
    assert_eq!(config.registering_hop().backups.len(), 2);
}

#[test]
fn ways_over_udp_are_kept_open_unless_settings_say_otherwise() {
    let every = |text: &str| {
        read(&format!("uri = 'sip:a@b'\n{text}"))
            .unwrap()
            .keep_alive
    };
    let seconds = |s| Some(Duration::from_secs(s));
    assert_eq!(every(""), None);
    assert_eq!(every("keep_alive = '5s'"), None);
    assert_eq!(every("register = true"), seconds(30));
    assert_eq!(every("register = true\ntransport = 'tcp'"), None);
    assert_eq!(every("register = true\nkeep_alive = '5s'"), seconds(5));
    assert_eq!(every("register = true\nkeep_alive = '0s'"), None);
}

#[test]
fn a_stun_server_has_its_own_port() {
    let server = |text: &str| {
        let config = read(&format!("uri = 'sip:a@b'\nstun_server = '{text}'")).unwrap();
        config.stun_server.map(|uri| uri.to_string())
    };
    assert_eq!(
        server("stun.example").as_deref(),
        Some("sip:stun.example:3478")
    );
    assert_eq!(server("10.0.0.1:99").as_deref(), Some("sip:10.0.0.1:99"));
}
