//! Messages of version 1 as they went over the bus, kept in `tests/v1`: they are read for ever, and
//! this version writes the same. A change of the format that this finds is a new version, with a
//! folder of its own beside this one.

mod samples;

use std::fs;
use std::path::Path;
use tapi3_bus::seal::{Key, open, seal};
use tapi3_bus::{
    Ask, Beginning, CallNews, Frame, FromOwner, LineEntry, LivingCall, Message, Notice, NoticeKind,
    Offer, OwnerSays, OwnersCall, PartyEntry, Tell, ToClient, ToNode, ToOwner, Want, open_frame,
    read, seal_frame, write,
};

fn notices() -> Vec<(&'static str, NoticeKind)> {
    let alive = NoticeKind::Alive {
        node: "node1".to_owned(),
        incarnation: u64::MAX,
        revision: 3,
    };
    vec![("alive", alive), ("who", NoticeKind::Who {})]
}

fn asks() -> Vec<(&'static str, Ask)> {
    let text = str::to_owned;
    let beginning = Beginning {
        call: 1,
        line: text("Front desk"),
        destination: text("+49 30 1234"),
        media: 8,
        address_type: 1,
        group: None,
    };
    let pickup = Beginning {
        destination: String::new(),
        group: Some(text("sales")),
        ..beginning.clone()
    };
    let redirect = Ask::Redirect {
        call: 2,
        destination: text("1002"),
    };
    let park = Ask::Park {
        call: 1,
        address: Some(text("71")),
    };
    let forward = Ask::Forward {
        line: text("Front desk"),
        forwards: samples::forwards(),
    };
    let (line, on) = (text("Front desk"), true);
    let do_not_disturb = Ask::DoNotDisturb { line, on };
    let line = text("Front desk");
    let message_waiting = Ask::MessageWaiting { line, on: false };
    let blind_transfer = Ask::BlindTransfer {
        call: 1,
        destination: text("1002"),
    };
    let dial = Ask::Dial {
        call: 1,
        digits: text("12#"),
    };
    let sound = Ask::Sound {
        call: 1,
        plays: true,
        hears: false,
    };
    let send_digits = Ask::SendDigits {
        call: 1,
        digits: text("12,#"),
        each_ms: 100,
        gap_ms: 50,
    };
    vec![
        ("open", Ask::Open { incarnation: 1 }),
        ("keep", Ask::Keep {}),
        ("close", Ask::Close {}),
        ("lines", Ask::Lines { from: 0 }),
        ("calls", Ask::Calls { from: 32 }),
        ("records", samples::wanted()),
        ("records_all", samples::all_wanted()),
        ("resync", Ask::Resync {}),
        ("make", Ask::Make(beginning.clone())),
        ("unpark", Ask::Unpark(beginning)),
        ("pickup", Ask::Pickup(pickup)),
        ("redirect", redirect),
        (
            "complete_transfer",
            Ask::CompleteTransfer {
                call: 1,
                consult: 3,
            },
        ),
        (
            "join",
            Ask::Join {
                call: 1,
                consult: 3,
            },
        ),
        ("leave", Ask::Leave { call: 1 }),
        ("park", park),
        (
            "park_anywhere",
            Ask::Park {
                call: 1,
                address: None,
            },
        ),
        ("forward", forward),
        ("do_not_disturb", do_not_disturb),
        ("message_waiting", message_waiting),
        ("answer", Ask::Answer { call: 2 }),
        ("drop", Ask::Drop { call: 1, reason: 2 }),
        ("hold", Ask::Hold { call: 1 }),
        ("unhold", Ask::Unhold { call: 1 }),
        ("swap", Ask::Swap { call: 1, held: 2 }),
        ("blind_transfer", blind_transfer),
        ("dial", dial),
        ("sound", sound),
        ("send_digits", send_digits),
        ("stop_digits", Ask::StopDigits { call: 1 }),
        ("hear_digits", Ask::HearDigits { call: 1 }),
    ]
}

fn tells() -> Vec<(&'static str, Tell)> {
    let text = str::to_owned;
    let party = |name: &str, number: &str| PartyEntry {
        name: text(name),
        number: text(number),
    };
    let failed = Tell::Failed {
        op: 7,
        error: text("timeout"),
        text: text("The provider did not answer in time."),
    };
    let line = LineEntry {
        name: text("Front desk"),
        address: text("2001"),
        provider: text("SIP"),
        in_service: true,
        media: 8,
        address_types: 9,
        offers: vec![text("hold"), text("swap")],
        max_active: 2,
        max_held: 1,
        ..LineEntry::default()
    };
    let state = LineEntry {
        max_conference: 6,
        message_waiting: true,
        do_not_disturb: true,
        forwards: samples::forwards(),
        ..line.clone()
    };
    let state = Tell::Lines {
        op: 2,
        revision: 4,
        from: 0,
        more: false,
        lines: vec![state],
    };
    let lines = Tell::Lines {
        op: 2,
        revision: 3,
        from: 0,
        more: false,
        lines: vec![line],
    };
    let living = LivingCall {
        line: text("Front desk"),
        state: 2,
        party: text("1001"),
        incoming: false,
    };
    let calls = Tell::Calls {
        op: 3,
        from: 0,
        more: true,
        calls: vec![living],
    };
    let call = Tell::Call(CallNews {
        call: 1,
        state: 3,
        cause: 2,
        code: 486,
        phrase: text("Busy Here"),
        connected: party("", "1001"),
        ..CallNews::default()
    });
    let unheard = Tell::Call(CallNews {
        call: 1,
        state: 1,
        lacks_word: true,
        ..CallNews::default()
    });
    let taken = Tell::Call(CallNews {
        call: 1,
        state: 2,
        caller: party("Anna", "2001"),
        ..CallNews::default()
    });
    let member = Tell::Call(CallNews {
        call: 1,
        state: 2,
        conference: true,
        ..CallNews::default()
    });
    let offer = Tell::Offer(Offer {
        call: 2,
        line: text("Front desk"),
        caller: party("Z\u{fc}rich", "+41 44 1234"),
        called: party("", "2001"),
        redirecting: PartyEntry::default(),
        reason: 1,
        media: 8,
        address_type: 1,
    });
    let digit = Tell::Digit {
        call: 1,
        key: '#',
        mode: 2,
    };
    let opened = Tell::Opened {
        op: 1,
        lease_ms: 10_000,
        token: 3,
    };
    vec![
        ("opened", opened),
        ("done", Tell::done(7)),
        (
            "parked",
            Tell::Done {
                op: 7,
                text: text("71"),
            },
        ),
        ("failed", failed),
        ("no_session", Tell::NoSession { op: 9 }),
        ("lines", lines),
        ("line_state", state),
        ("calls", calls),
        ("records", samples::records()),
        ("call", call),
        ("member", member),
        ("unheard", unheard),
        ("taken", taken),
        ("offer", offer),
        ("digit", digit),
    ]
}

const REQUEST: &str = "00112233445566778899aabbccddeeff";

fn questions() -> Vec<(&'static str, Want)> {
    vec![
        ("information", Want::Information),
        ("end", Want::End),
        ("call", Want::Call),
        ("hang_up", Want::HangUp),
        ("calls", Want::Calls),
        ("watch", Want::Watch),
    ]
}

fn owners_words() -> Vec<(&'static str, OwnerSays)> {
    let text = str::to_owned;
    let information = OwnerSays::Information {
        state: text("Disconnected"),
        cause: text("UserBusy"),
        code: 486,
        text: text("Busy Here"),
    };
    let refused = OwnerSays::Refused {
        code: text("ErrorInvalidPhoneCallId"),
        reason: text("the user has no such call"),
    };
    let live = OwnersCall {
        call: text("AQ"),
        user: text("Z\u{fc}rich"),
        from: text("192.0.2.7"),
        through: text("api"),
        item: text("welcome"),
        number: text("+49301234567"),
        line: text("Trunk"),
        state: text("ringing"),
        ending: true,
        begin: text("2026-11-26T07:38:39.907Z"),
        code: 180,
        text: text("Ringing"),
        ..Default::default()
    };
    let over = OwnersCall {
        state: text("over"),
        ending: false,
        answer: Some(text("2026-11-26T07:38:42.120Z")),
        end: Some(text("2026-11-26T07:39:40.101Z")),
        duration: 57_981,
        cause: Some(text("normal")),
        code: 200,
        text: text("OK"),
        ended_by: Some(text("client")),
        ..live.clone()
    };
    let calls = OwnerSays::Calls {
        part: 1,
        more: false,
        cut: true,
        calls: vec![live, over],
    };
    vec![
        ("stale", OwnerSays::Stale { token: u64::MAX }),
        ("information", information),
        ("ended", OwnerSays::Ended {}),
        ("refused", refused),
        ("calls", calls),
    ]
}

/// All messages, each with the name of its file.
fn check(name: &str, message: &(impl Message + PartialEq + std::fmt::Debug)) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/v1");
    let file = folder.join(format!("{name}.json"));
    let kept = fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    assert_eq!(&read_as(message, &kept), message, "{name}");
    let written = write(message).unwrap();
    assert_eq!(
        String::from_utf8_lossy(&written),
        String::from_utf8_lossy(&kept),
        "{name}"
    );
}

fn read_as<M: Message>(_: &M, bytes: &[u8]) -> M {
    read(bytes).unwrap()
}

#[test]
fn the_messages_that_were_kept_are_read_and_written() {
    let mut count = 0;
    for (name, notice) in notices() {
        check(&format!("notice-{name}"), &Notice { v: 1, notice });
        count += 1;
    }
    for (name, ask) in asks() {
        let client = "0123456789abcdef0123456789abcdef.1".to_owned();
        let message = ToNode {
            v: 1,
            client,
            op: 7,
            token: 3,
            ask,
        };
        check(&format!("ask-{name}"), &message);
        count += 1;
    }
    for (name, tell) in tells() {
        let message = ToClient {
            v: 1,
            seq: 12,
            tell,
        };
        check(&format!("tell-{name}"), &message);
        count += 1;
    }
    for (name, want) in questions() {
        let message = ToOwner {
            v: 1,
            node: "node1".to_owned(),
            request: REQUEST.to_owned(),
            token: 3,
            user: "Z\u{fc}rich".to_owned(),
            call: "AQ".to_owned(),
            want,
            // Of a list.
            over: match want {
                Want::Calls | Want::Watch => 100,
                _ => 0,
            },
        };
        check(&format!("owner-ask-{name}"), &message);
        count += 1;
    }
    for (name, says) in owners_words() {
        let request = REQUEST.to_owned();
        let message = FromOwner {
            v: 1,
            request,
            says,
        };
        check(&format!("owner-says-{name}"), &message);
        count += 1;
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/v1");
    // And one with its seal, and a frame of sound.
    assert_eq!(fs::read_dir(folder).unwrap().count(), count + 2);
}

/// The file has the secret and the subject, a line each, then the message as it went over the bus.
/// Its seal was made by another program.
#[test]
fn the_sealed_message_that_was_kept_is_opened_and_sealed() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/v1/sealed-ask-keep");
    let kept = fs::read(file).unwrap();
    let mut parts = kept.splitn(3, |byte| *byte == b'\n');
    let mut line = || std::str::from_utf8(parts.next().unwrap()).unwrap();
    let (key, subject) = (Key::new(line()), line());
    let kept = parts.next().unwrap();
    let message = ToNode {
        v: 1,
        client: "0123456789abcdef0123456789abcdef.1".to_owned(),
        op: 7,
        token: 3,
        ask: Ask::Keep {},
    };
    let opened: ToNode = open(&key, subject, kept).unwrap();
    assert_eq!(opened, message);
    let sealed = seal(&key, subject, &message).unwrap();
    assert_eq!(
        String::from_utf8_lossy(&sealed),
        String::from_utf8_lossy(kept)
    );
}

/// The file has the secret and the subject, a line each, then the message as it went over the bus.
/// Its seal was made by another program.
#[test]
fn the_frame_of_sound_that_was_kept_is_opened_and_sealed() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/v1/sealed-frame");
    let kept = fs::read(file).unwrap();
    let mut parts = kept.splitn(3, |byte| *byte == b'\n');
    let mut line = || std::str::from_utf8(parts.next().unwrap()).unwrap();
    let (key, subject) = (Key::new(line()), line());
    let kept = parts.next().unwrap();
    let frame = Frame {
        token: 3,
        call: 1,
        number: 5,
        time: 800,
        first: false,
        sound: std::array::from_fn(|at| at as u8),
    };
    assert_eq!(open_frame(&key, subject, kept).unwrap(), frame);
    assert_eq!(&seal_frame(&key, subject, &frame)[..], kept);
}

/// What the next version may say, as far as this one can know.
#[test]
fn the_next_version_is_read_as_far_as_it_is_understood() {
    let ask: ToNode = read(
        br#"{"v":2,"client":"c","op":1,"new":{"a":[1]},"ask":{"kind":"drop","call":1,"reason":0,"new":1}}"#,
    )
    .unwrap();
    assert_eq!(ask.ask, Ask::Drop { call: 1, reason: 0 });
    let ask: ToNode =
        read(br#"{"v":2,"client":"c","op":1,"ask":{"kind":"levitate","call":[{}]}}"#).unwrap();
    assert_eq!((ask.op, ask.ask), (1, Ask::Unknown));
    let tell: ToClient = read(br#"{"v":2,"seq":4,"tell":{"kind":"levitates"}}"#).unwrap();
    assert_eq!((tell.seq, tell.tell), (4, Tell::Unknown));
    let notice: Notice = read(br#"{"v":2,"notice":{"kind":"lost","x":"y"}}"#).unwrap();
    assert_eq!(notice.notice, NoticeKind::Unknown);
    let ask: ToOwner =
        read(br#"{"v":2,"node":"n","request":"r","user":"u","call":"c","want":"levitate","x":1}"#)
            .unwrap();
    assert_eq!((ask.token, ask.over, ask.want), (0, 0, Want::Unknown));
    let says: FromOwner = read(br#"{"v":2,"request":"r","says":{"kind":"levitates"}}"#).unwrap();
    assert_eq!(says.says, OwnerSays::Unknown);
    // As it was said once.
    let notice: Notice = read(
        br#"{"v":1,"notice":{"kind":"alive","node":"n","incarnation":1,"revision":2,"draining":true}}"#,
    )
    .unwrap();
    assert!(matches!(
        notice.notice,
        NoticeKind::Alive { revision: 2, .. }
    ));
    for version in ["0", "3", "4294967295"] {
        let text = format!(r#"{{"v":{version},"notice":{{"kind":"who"}}}}"#);
        let error = read::<Notice>(text.as_bytes()).unwrap_err();
        assert!(error.to_string().contains("version"), "{error}");
    }
}
