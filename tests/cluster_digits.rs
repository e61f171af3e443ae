//! Digits on lines of another machine: sent, heard, gathered, and given up.
#![cfg(feature = "cluster")]

#[path = "support/cluster.rs"]
mod cluster;
#[path = "support/talking.rs"]
mod talking;

use cluster::{Bus, Node, Program};
use std::time::Duration;
use talking::Pair;
use tapi3::engine::{
    CallHandle, DTMF, DTMF_END, DropReason, Event, Gather, GenerateEnd, MediaNews, bits,
};

const EACH: Duration = Duration::from_millis(60);

/// As [`Program::start`], and told of digits.
fn program(bus: &Bus, user: &str) -> Program {
    let program = Program::start(bus, user);
    is_told_of_digits(&program);
    program
}

fn is_told_of_digits(program: &Program) {
    let calls = bits::CALL_STATE | bits::CALL_NOTIFICATION;
    let digits = bits::DIGIT | bits::GENERATE | bits::GATHER_DIGITS;
    program.client.set_event_mask(calls | digits);
}

fn news<T>(event: &Event, of: impl Fn(&MediaNews) -> Option<T>) -> Option<T> {
    match event {
        Event::Media(event) => of(&event.news),
        _ => None,
    }
}

#[track_caller]
fn heard(program: &Program) -> (char, u32) {
    program.told("a digit", |event| {
        news(event, |news| match news {
            MediaNews::Digit { key, mode, .. } => Some((char::from(*key), *mode)),
            _ => None,
        })
    })
}

#[track_caller]
fn sent(program: &Program) -> u32 {
    program.told("the end of digits", |event| {
        news(event, |news| match news {
            MediaNews::Generated(ending) => Some(ending.how()),
            _ => None,
        })
    })
}

#[track_caller]
fn send(call: &CallHandle, keys: &str) {
    call.send_digits(keys.as_bytes().to_vec(), EACH, EACH)
        .unwrap();
}

#[test]
fn digits_are_sent_and_heard_on_a_line_of_another_machine() {
    let Some(bus) = Bus::start() else { return };
    let _node = Node::start(&bus, "n1");
    let program = program(&bus, "alice");
    // 1015 says back the digits that it hears.
    let call = program.connected("n1 a", "1015");
    call.detect_digits(DTMF | DTMF_END).unwrap();
    send(&call, "7#");
    let expected = [('7', DTMF), ('7', DTMF_END), ('#', DTMF), ('#', DTMF_END)];
    assert_eq!(expected.map(|_| heard(&program)), expected);
    // Gathered, without having asked for each.
    call.detect_digits(0).unwrap();
    let wanted = Gather {
        id: 5,
        modes: DTMF,
        count: 9,
        terminators: b"#",
        first: None,
        inter: None,
    };
    call.gather_digits(&wanted).unwrap();
    send(&call, "1A*#");
    let gathered = program.told("the digits", |event| match event {
        Event::Media(event) => match &event.news {
            MediaNews::Gathered { id, .. } => Some((*id, event.gathered().unwrap())),
            _ => None,
        },
        _ => None,
    });
    assert_eq!(gathered, (5, b"1A*#".to_vec()));
    call.disconnect(DropReason::Normal).unwrap();
}

#[test]
fn the_end_of_digits_is_told_once_in_each_of_its_ways() {
    let Some(bus) = Bus::start() else { return };
    let _node = Node::start(&bus, "n1");
    let program = program(&bus, "alice");
    let call = program.connected("n1 a", "1001");
    let (done, cancelled) = (GenerateEnd::Done as u32, GenerateEnd::Cancel as u32);
    send(&call, "12");
    assert_eq!(sent(&program), done);
    // Others take their place, and are given up; then those that are on their way when the call ends.
    send(&call, ",,,,,,,,,,");
    send(&call, ",,,,,,,,,,1");
    assert_eq!(sent(&program), cancelled);
    call.stop_generation().unwrap();
    assert_eq!(sent(&program), cancelled);
    send(&call, "3");
    assert_eq!(sent(&program), done);
    send(&call, ",,,,,,,,,,");
    call.disconnect(DropReason::Normal).unwrap();
    assert_eq!(sent(&program), cancelled);
    // None on a call that is over, and not as many as there may be in a message.
    assert!(call.send_digits(b"1".to_vec(), EACH, EACH).is_err());
    let call = program.connected("n1 a", "1001");
    let too_many = call.send_digits(vec![b'1'; 1025], EACH, EACH);
    assert!(too_many.is_err());
    send(&call, "1");
    assert_eq!(sent(&program), done);
    call.disconnect(DropReason::Normal).unwrap();
}

#[test]
fn two_programs_hear_each_others_digits() {
    let Some(pair) = Pair::start() else { return };
    let (alice, bob) = (&pair.alice, &pair.bob);
    is_told_of_digits(alice);
    is_told_of_digits(bob);
    let (call, theirs) = pair.talk();
    call.detect_digits(DTMF).unwrap();
    theirs.detect_digits(DTMF).unwrap();
    send(&call, "1");
    assert_eq!(heard(bob), ('1', DTMF));
    send(&theirs, "2");
    assert_eq!(heard(alice), ('2', DTMF));
    // What the far end of one presses is not told of another's call.
    let second = alice.connected("n1 a", "1015");
    second.detect_digits(DTMF).unwrap();
    send(&second, "3");
    let of = |event: &Event| match event {
        Event::Media(event) => match &event.news {
            MediaNews::Digit { key, .. } => Some((event.call.clone(), *key)),
            _ => None,
        },
        _ => None,
    };
    let (on, key) = alice.told("a digit", of);
    assert!(on.same(&second.call) && key == b'3');
    second.disconnect(DropReason::Normal).unwrap();
    call.disconnect(DropReason::Normal).unwrap();
    assert_eq!(sent(bob), GenerateEnd::Done as u32);
}
