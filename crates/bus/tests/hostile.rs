//! Whatever comes over the bus is read or refused, without a panic and in little room.

use proptest::prelude::*;
use tapi3_bus::seal::{Key, open, seal};
use tapi3_bus::{
    Ask, Beginning, ForwardEntry, FromOwner, LineEntry, LivingCall, MAX_CALLS, MAX_FORWARDS,
    MAX_LINES, MAX_MESSAGE, MAX_PARTS, MAX_TEXT, Message, Notice, OwnerSays, OwnersCall, ReadError,
    RecordEntry, RecordsPart, RecordsWanted, Tell, ToClient, ToNode, ToOwner, VERSION, Want, page,
    part, read, record_part, write,
};

fn read_as_each(bytes: &[u8]) -> usize {
    let same = |written: Vec<u8>| assert!(written.len() <= MAX_MESSAGE);
    let mut count = 0;
    if let Ok(message) = read::<Notice>(bytes) {
        count += 1;
        same(write(&message).unwrap());
    }
    if let Ok(message) = read::<ToNode>(bytes) {
        count += 1;
        same(write(&message).unwrap());
    }
    if let Ok(message) = read::<ToClient>(bytes) {
        count += 1;
        same(write(&message).unwrap());
    }
    if let Ok(message) = read::<ToOwner>(bytes) {
        count += 1;
        same(write(&message).unwrap());
    }
    if let Ok(message) = read::<FromOwner>(bytes) {
        count += 1;
        same(write(&message).unwrap());
    }
    count
}

fn question(user: String) -> ToOwner {
    ToOwner {
        v: VERSION,
        node: "n1".to_owned(),
        request: "0".repeat(32),
        token: 1,
        user,
        call: "AQ".to_owned(),
        want: Want::End,
        over: 0,
    }
}

fn make(destination: String) -> ToNode {
    ToNode {
        v: VERSION,
        client: "c".to_owned(),
        op: 1,
        token: 0,
        ask: Ask::Make(Beginning {
            call: 1,
            line: "L".to_owned(),
            destination,
            media: 8,
            address_type: 1,
            group: None,
        }),
    }
}

#[test]
fn records_are_told_within_bounds() {
    let told = |part: usize, records: Vec<RecordEntry>| {
        write(&ToClient {
            v: VERSION,
            seq: 1,
            tell: Tell::Records(RecordsPart {
                part: part.try_into().unwrap(),
                records,
                ..RecordsPart::default()
            }),
        })
    };
    let long = |length: usize| RecordEntry {
        answer: Some("\u{1}".repeat(length)),
        ..RecordEntry::default()
    };
    assert_eq!(long(7).size(), 7);
    assert!(told(MAX_PARTS - 1, vec![long(MAX_TEXT)]).is_ok());
    assert!(told(MAX_PARTS, vec![long(0)]).is_err());
    assert!(told(0, vec![long(MAX_TEXT + 1)]).is_err());
    assert!(told(0, vec![long(0); MAX_CALLS + 1]).is_err());
    // What a part takes can be sent.
    for length in [0, MAX_TEXT] {
        let mut rest = vec![long(length); 2 * MAX_CALLS].into_iter().peekable();
        let part = record_part(&mut rest);
        assert!((1..=MAX_CALLS).contains(&part.len()));
        assert!(told(0, part).is_ok());
    }
    let wanted = |length| ToNode {
        ask: Ask::Records(RecordsWanted {
            user: Some("a".repeat(length)),
            ..RecordsWanted::default()
        }),
        ..make(String::new())
    };
    assert!(write(&wanted(MAX_TEXT)).is_ok());
    assert!(write(&wanted(MAX_TEXT + 1)).is_err());
}

#[test]
fn what_is_too_long_is_refused_on_both_sides() {
    assert!(write(&make("1".repeat(MAX_TEXT))).is_ok());
    let error = write(&make("1".repeat(MAX_TEXT + 1))).unwrap_err();
    assert!(matches!(error, ReadError::TooMuch(_)));
    let long = serde_json::to_vec(&make("1".repeat(MAX_TEXT + 1))).unwrap();
    assert!(matches!(read::<ToNode>(&long), Err(ReadError::TooMuch(_))));
    let forward = |rules, length| ToNode {
        ask: Ask::Forward {
            line: "L".to_owned(),
            forwards: vec![
                ForwardEntry {
                    destination: "1".repeat(length),
                    ..ForwardEntry::default()
                };
                rules
            ],
        },
        ..make(String::new())
    };
    assert!(write(&forward(MAX_FORWARDS, MAX_TEXT)).is_ok());
    for (rules, length) in [(MAX_FORWARDS + 1, 1), (1, MAX_TEXT + 1)] {
        let error = write(&forward(rules, length)).unwrap_err();
        assert!(matches!(error, ReadError::TooMuch(_)));
    }
    let huge = serde_json::to_vec(&make("1".repeat(MAX_MESSAGE))).unwrap();
    assert!(matches!(read::<ToNode>(&huge), Err(ReadError::TooLong(_))));
    let lines = |count| ToClient {
        v: VERSION,
        seq: 1,
        tell: Tell::Lines {
            op: 1,
            revision: 1,
            from: 0,
            more: false,
            lines: vec![LineEntry::default(); count],
        },
    };
    assert!(write(&lines(MAX_LINES)).is_ok());
    assert!(write(&lines(MAX_LINES + 1)).is_err());
    let many = serde_json::to_vec(&lines(MAX_LINES + 1)).unwrap();
    assert!(matches!(
        read::<ToClient>(&many),
        Err(ReadError::TooMuch(_))
    ));
}

#[test]
fn what_endpoints_ask_each_other_is_bounded_in_each_part() {
    assert!(write(&question("u".repeat(MAX_TEXT))).is_ok());
    let long = || "u".repeat(MAX_TEXT + 1);
    let sound = question(String::new());
    for message in [
        question(long()),
        ToOwner {
            node: long(),
            ..sound.clone()
        },
        ToOwner {
            request: long(),
            ..sound.clone()
        },
        ToOwner {
            call: long(),
            ..sound
        },
    ] {
        let bytes = serde_json::to_vec(&message).unwrap();
        assert!(matches!(
            read::<ToOwner>(&bytes),
            Err(ReadError::TooMuch(_))
        ));
        assert!(matches!(write(&message), Err(ReadError::TooMuch(_))));
    }
    let information = |state, cause, text| OwnerSays::Information {
        state,
        cause,
        code: 200,
        text,
    };
    let refused = |code, reason| OwnerSays::Refused { code, reason };
    let none = String::new;
    for says in [
        information(long(), none(), none()),
        information(none(), long(), none()),
        information(none(), none(), long()),
        refused(long(), none()),
        refused(none(), long()),
    ] {
        let (v, request) = (VERSION, none());
        let bytes = serde_json::to_vec(&FromOwner { v, request, says }).unwrap();
        assert!(matches!(
            read::<FromOwner>(&bytes),
            Err(ReadError::TooMuch(_))
        ));
    }
}

fn said(says: OwnerSays) -> FromOwner {
    let (v, request) = (VERSION, String::new());
    FromOwner { v, request, says }
}

#[test]
fn what_endpoints_show_of_calls_is_bounded_in_each_part() {
    let listed = |part, calls| {
        let (more, cut) = (false, false);
        let says = OwnerSays::Calls {
            part,
            more,
            cut,
            calls,
        };
        let bytes = serde_json::to_vec(&said(says)).unwrap();
        read::<FromOwner>(&bytes)
    };
    let last = u32::try_from(MAX_PARTS).unwrap() - 1;
    let call = OwnersCall::default();
    assert!(listed(last, vec![call.clone(); MAX_CALLS]).is_ok());
    assert!(listed(last + 1, Vec::new()).is_err());
    assert!(listed(u32::MAX, Vec::new()).is_err());
    assert!(listed(0, vec![call.clone(); MAX_CALLS + 1]).is_err());
    let texts: [fn(&mut OwnersCall) -> &mut String; 14] = [
        |call| &mut call.call,
        |call| &mut call.user,
        |call| &mut call.from,
        |call| &mut call.through,
        |call| &mut call.item,
        |call| &mut call.number,
        |call| &mut call.line,
        |call| &mut call.state,
        |call| &mut call.begin,
        |call| &mut call.text,
        |call| call.answer.get_or_insert_default(),
        |call| call.end.get_or_insert_default(),
        |call| call.cause.get_or_insert_default(),
        |call| call.ended_by.get_or_insert_default(),
    ];
    for text in texts {
        let mut call = call.clone();
        *text(&mut call) = "x".repeat(MAX_TEXT);
        assert!(listed(0, vec![call.clone()]).is_ok());
        text(&mut call).push('x');
        assert!(matches!(listed(0, vec![call]), Err(ReadError::TooMuch(_))));
    }
}

/// The names and numbers of a call are others' to say.
#[test]
fn a_list_of_whatever_calls_goes_in_messages_that_are_read() {
    let long = || "\u{1}".repeat(MAX_TEXT);
    let call = OwnersCall {
        user: long(),
        item: long(),
        number: long(),
        line: long(),
        text: long(),
        ..OwnersCall::default()
    };
    let mut rest = vec![call; 7].into_iter().peekable();
    let mut count = 0;
    while rest.peek().is_some() {
        let calls = part(&mut rest);
        count += calls.len();
        assert!(!calls.is_empty());
        let says = OwnerSays::Calls {
            part: 0,
            more: true,
            cut: true,
            calls,
        };
        let bytes = write(&said(says)).unwrap();
        assert!(read::<FromOwner>(&bytes).is_ok());
    }
    assert_eq!(count, 7);
    let mut short = vec![OwnersCall::default(); MAX_CALLS + 1]
        .into_iter()
        .peekable();
    assert_eq!(part(&mut short).len(), MAX_CALLS);
}

/// Who calls is for the caller to say, and so is what that takes in JSON.
#[test]
fn a_list_of_whatever_names_goes_in_messages_that_are_read() {
    let call = LivingCall {
        line: "Front desk".to_owned(),
        party: "\u{1}".repeat(MAX_TEXT),
        ..LivingCall::default()
    };
    let mut rest = vec![call; 3 * MAX_LINES].into_iter().peekable();
    let mut count = 0;
    while rest.peek().is_some() {
        let calls = page(&mut rest);
        count += calls.len();
        assert!(!calls.is_empty());
        let tell = Tell::Calls {
            op: u64::MAX,
            from: u64::MAX,
            more: true,
            calls,
        };
        let (v, seq) = (VERSION, u64::MAX);
        let bytes = write(&ToClient { v, seq, tell }).unwrap();
        assert!(read::<ToClient>(&bytes).is_ok());
    }
    assert_eq!(count, 3 * MAX_LINES);
    let mut short = vec![LineEntry::default(); MAX_LINES + 1]
        .into_iter()
        .peekable();
    assert_eq!(page(&mut short).len(), MAX_LINES);
}

#[test]
fn a_message_nested_without_end_is_refused() {
    for open in ["[", "{\"a\":"] {
        for before in ["", "{\"v\":1,\"notice\":{\"kind\":\"x\",\"y\":"] {
            let text = format!("{before}{}", open.repeat(10_000));
            assert!(read::<Notice>(text.as_bytes()).is_err());
        }
    }
}

/// As many lines with as long texts as may be are still one message.
#[test]
fn a_full_list_of_lines_fits() {
    let line = LineEntry {
        name: "n".repeat(256),
        address: "a".repeat(256),
        provider: "SIP".to_owned(),
        offers: vec!["blind_transfer".to_owned(); 8],
        ..LineEntry::default()
    };
    let message = ToClient {
        v: VERSION,
        seq: u64::MAX,
        tell: Tell::Lines {
            op: u64::MAX,
            revision: u64::MAX,
            from: u64::MAX,
            more: true,
            lines: vec![line; MAX_LINES],
        },
    };
    assert!(write(&message).is_ok());
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        read_as_each(&bytes);
        let _ = open::<ToNode>(&Key::new("k"), "s", &bytes);
    }

    /// A message that is damaged a little reaches further than noise does.
    #[test]
    fn damaged_messages_are_read_or_refused(
        text in ".{0,40}",
        is_of_a_session in any::<bool>(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
        cut in any::<prop::sample::Index>(),
    ) {
        let written = match is_of_a_session {
            true => write(&make(text)),
            false => write(&question(text)),
        };
        let mut bytes = written.unwrap();
        for (index, byte) in damage {
            let place = index.index(bytes.len());
            bytes[place] = byte;
        }
        read_as_each(&bytes);
        bytes.truncate(cut.index(bytes.len()));
        read_as_each(&bytes);
    }

    #[test]
    fn texts_survive_the_way(destination in ".{0,200}", secret in ".{0,40}") {
        let message = make(destination);
        let bytes = write(&message).unwrap();
        prop_assert_eq!(read_as_each(&bytes), 1);
        prop_assert_eq!(&read::<ToNode>(&bytes).unwrap(), &message);
        let key = Key::new(&secret);
        let sealed = seal(&key, "s", &message).unwrap();
        prop_assert_eq!(&open::<ToNode>(&key, "s", &sealed).unwrap(), &message);
    }
}

/// The kinds are not taken for each other.
#[test]
fn kinds_do_not_mix() {
    fn is<M: Message>(bytes: &[u8]) -> bool {
        read::<M>(bytes).is_ok()
    }
    let ask = write(&make(String::new())).unwrap();
    assert!(is::<ToNode>(&ask) && !is::<ToClient>(&ask) && !is::<Notice>(&ask));
    assert!(!is::<ToOwner>(&ask) && !is::<FromOwner>(&ask));
    let question = write(&question(String::new())).unwrap();
    assert!(is::<ToOwner>(&question) && !is::<ToNode>(&question) && !is::<FromOwner>(&question));
}
