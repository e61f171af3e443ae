//! Frames of sound that are not what they should be, from whoever may speak on the bus: ignored, on
//! both sides, and nothing else waits for them.
#![cfg(feature = "cluster")]

#[path = "support/cluster.rs"]
mod cluster;
#[path = "support/fake_node.rs"]
#[allow(dead_code, reason = "other tests use the rest of it")]
mod fake_node;
#[path = "support/raw_session.rs"]
#[allow(dead_code, reason = "other tests use the rest of it")]
mod raw_session;
#[path = "support/terminals.rs"]
#[allow(dead_code, reason = "other tests use the rest of it")]
mod terminals;

use cluster::{Bus, Program, SECRET, Stranger, all_lines, until};
use fake_node::{FakeNode, TOKEN};
use raw_session::{CLIENT, Raw, incarnation, patient_node};
use std::time::Duration;
use tapi3::engine::{CallHandle, DTMF, DropReason, ErrorKind, State};
use tapi3_bus::seal::Key;
use tapi3_bus::{Ask, Beginning, FRAME_SAMPLES, Frame, Tell, open_frame, seal_frame, subject};
use terminals::{Memory, listen, say, seconds_of};

/// What is said, in hertz: two and a half waves in a millisecond's eight samples.
const TONE: f64 = 500.0;

/// The number of frames that nobody may take: behind one of them those that are right would be old.
const LATER: u32 = 1 << 30;

const PAUSE: Duration = Duration::from_millis(20);

/// A frame of the tone. Its waves go on from one to the next.
fn tone((token, call): (u64, u64), number: u32) -> Frame {
    let sample = |at: usize| {
        let angle = std::f64::consts::TAU * TONE * at as f64 / 8_000.0;
        tapi3_media::g711::to_mu_law((angle.sin() * 8_000.0) as i16)
    };
    Frame {
        token,
        call,
        number,
        time: number.wrapping_mul(160),
        first: number == 0,
        sound: std::array::from_fn::<u8, FRAME_SAMPLES, _>(sample),
    }
}

/// What nobody may send to this subject, or nobody would: of a call with this place, whose frames
/// have this key.
fn nonsense(key: &Key, subject: &str, (token, call): (u64, u64)) -> Vec<Vec<u8>> {
    let right = seal_frame(key, subject, &tone((token, call), LATER)).to_vec();
    let mut all = vec![Vec::new(), vec![0], b"{\"v\":1}".to_vec(), vec![1; 65_000]];
    // Another length, another seal, another version, another coding.
    all.push(right[..right.len() - 1].to_vec());
    all.push([&right[..], b"\0"].concat());
    for at in [0, 16, 17, 100] {
        let mut changed = right.clone();
        changed[at] ^= 1;
        all.push(changed);
    }
    // Another session, other calls, another's key, another's place.
    for place in [(token ^ 1, call), (token, call + 1), (token, u64::MAX)] {
        all.push(seal_frame(key, subject, &tone(place, LATER)).to_vec());
    }
    let wrong = Key::new("another secret of the tests");
    all.push(seal_frame(&wrong, subject, &tone((token, call), LATER)).to_vec());
    all.push(seal_frame(key, "tapi3.nodes", &tone((token, call), LATER)).to_vec());
    all
}

/// The frames of a call with sound that come to this session, as often as it says something.
fn loud_frames(bus: &mut Stranger, key: &Key, count: usize) {
    let mut loud = 0;
    while loud < count {
        let (subject, bytes) = bus.hear();
        if subject != subject::to_sound("alice", CLIENT) {
            continue;
        }
        let frame = open_frame(key, &subject, &bytes).unwrap();
        let sounds = |code: &u8| tapi3_media::g711::from_mu_law(*code).unsigned_abs() > 4_000;
        loud += usize::from(frame.sound.iter().any(sounds));
    }
}

#[test]
fn who_was_only_offered_a_call_has_no_part_in_what_is_said_on_it() {
    let Some(bus) = Bus::start() else { return };
    let _node = patient_node(&bus);
    let mut bob = Raw::new(&bus, "bob", "n1");
    bob.open(incarnation(&bus, "n1"));
    let alice = Program::start(&bus, "alice");
    alice.register("n1 b");
    let caller = alice.call("n1 a", "2002");
    caller.connect(false).unwrap();
    let Tell::Offer(offer) = bob.find(|tell| matches!(tell, Tell::Offer(_))) else {
        unreachable!()
    };
    let call = offer.call;
    let refused = |bob: &mut Raw, first: u64| {
        let asks = [
            Ask::Sound {
                call,
                plays: true,
                hears: true,
            },
            Ask::HearDigits { call },
            Ask::SendDigits {
                call,
                digits: "1".to_owned(),
                each_ms: 50,
                gap_ms: 50,
            },
            Ask::StopDigits { call },
        ];
        for (op, ask) in (first..).zip(asks) {
            bob.ask(op, ask);
            let answer = bob.answer(op);
            let is_refused =
                matches!(&answer, Tell::Failed { error, .. } if error == "access_denied");
            assert!(is_refused, "{answer:?}");
        }
    };
    refused(&mut bob, 10);
    let answered = alice.offered();
    answered.answer().unwrap();
    until("they are connected", || {
        caller.call.state() == State::Connected
    });
    refused(&mut bob, 20);
    caller.disconnect(DropReason::Normal).unwrap();
}

#[test]
fn a_node_plays_what_is_right_and_nothing_else() {
    let Some(bus) = Bus::start() else { return };
    let node = patient_node(&bus);
    let mut raw = Raw::new(&bus, "alice", "n1");
    raw.open(incarnation(&bus, "n1"));
    let make = Beginning {
        call: 1,
        line: "n1 a".to_owned(),
        destination: "1013".to_owned(),
        media: 8,
        address_type: 1,
        group: None,
    };
    raw.ask(2, Ask::Make(make));
    raw.answer(2);
    let sound = |call: u64, hears: bool| Ask::Sound {
        call,
        plays: true,
        hears,
    };
    // Of no call; of this one, in the wrong order: the later word counts.
    raw.ask(3, sound(99, true));
    assert!(matches!(raw.answer(3), Tell::Failed { .. }));
    raw.ask(5, sound(1, true));
    assert_eq!(raw.answer(5), Tell::done(5));
    raw.ask(4, sound(1, false));
    assert!(matches!(raw.answer(4), Tell::Failed { .. }));
    let place = (raw.token, 1);
    let (key, ours) = (Key::new(SECRET), subject::ask_sound("n1", "alice"));
    let mut speaker = Stranger::come(&bus);
    for bytes in nonsense(&key, &ours, place) {
        speaker.say(&ours, &bytes);
    }
    // Another user, whose secret is the same, with this session's token.
    let theirs = subject::ask_sound("n1", "bob");
    for number in 0..50 {
        let frame = seal_frame(&key, &theirs, &tone(place, LATER + number));
        speaker.say(&theirs, &frame);
    }
    // Far too many at once, each twice, and the last ones first.
    for number in (0..3_000).rev().chain(0..3_000) {
        let frame = seal_frame(&key, &ours, &tone(place, number));
        speaker.say(&ours, &frame);
    }
    raw.ask(6, Ask::Keep {});
    assert_eq!(raw.answer(6), Tell::done(6));
    // What is right after that is played, and comes back from the echo.
    let mut listener = Stranger::come(&bus);
    listener.listen(&subject::to_sound("alice", CLIENT));
    listener.settle();
    let speaking = std::thread::spawn(move || {
        for number in 3_000..3_100 {
            let frame = seal_frame(&Key::new(SECRET), &ours, &tone(place, number));
            speaker.say(&ours, &frame);
            std::thread::sleep(PAUSE);
        }
        speaker
    });
    loud_frames(&mut listener, &key, 20);
    let mut speaker = speaking.join().unwrap();
    // Digits that are none, and more than there may be.
    for (op, digits) in [(7, "12x"), (8, "\u{e9}")] {
        raw.ask(op, digits_to_send(digits));
        assert!(matches!(raw.answer(op), Tell::Failed { .. }));
    }
    // Those whose question was lost at first take no later one's place; an answer that was lost is
    // given again.
    raw.ask(10, digits_to_send(",,,,,,,,,,"));
    raw.ask(9, digits_to_send("1"));
    assert!(matches!(raw.answer(9), Tell::Failed { .. }));
    raw.ask(11, Ask::StopDigits { call: 1 });
    assert_eq!(raw.answer(11), Tell::done(11));
    let given_up = raw.answer(10);
    assert!(matches!(given_up, Tell::Failed { .. }));
    raw.ask(10, digits_to_send(",,,,,,,,,,"));
    assert_eq!(raw.answer(10), given_up);
    raw.ask(12, Ask::Drop { call: 1, reason: 0 });
    raw.answer(12);
    node.says("the sound of a call has ended");
    // After its end.
    let ours = subject::ask_sound("n1", "alice");
    for number in 3_100..3_200 {
        speaker.say(&ours, &seal_frame(&key, &ours, &tone(place, number)));
    }
    raw.ask(13, sound(1, true));
    assert!(matches!(raw.answer(13), Tell::Failed { .. }));
    assert_eq!(raw.count_calls(14), 0);
}

/// Digits for the first call, each for as long as there are milliseconds.
fn digits_to_send(digits: &str) -> Ask {
    Ask::SendDigits {
        call: 1,
        digits: digits.to_owned(),
        each_ms: u32::MAX,
        gap_ms: u32::MAX,
    }
}

/// A program, and a node that is none, with a line that offers this.
fn program_and_fake_node(bus: &Bus, offers: &[&str]) -> (Program, FakeNode) {
    FakeNode::with_program(bus, all_lines(bus, "alice"), ("L", offers))
}

/// A call of the program's, which has this number for the node, and is connected.
#[track_caller]
fn connected(program: &Program, fake: &mut FakeNode, number: u64) -> CallHandle {
    let (call, of_node) = fake.connected(program, "L");
    assert_eq!(of_node, number);
    call
}

#[test]
fn a_line_of_a_node_that_carries_no_sound_offers_none() {
    let Some(bus) = Bus::start() else { return };
    let (program, mut fake) = program_and_fake_node(&bus, &["hold", "dial"]);
    assert!(!program.line("L").info().features.streams);
    let call = connected(&program, &mut fake, 1);
    let refused = call.detect_digits(DTMF).unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::NotSupported);
    let sent = call.send_digits(b"1".to_vec(), PAUSE, PAUSE).unwrap_err();
    assert_eq!(sent.kind(), ErrorKind::NotSupported);
}

fn hears(memory: &Memory, seconds: f64) -> bool {
    let (rate, heard) = memory.heard();
    seconds_of(&heard, rate, TONE) >= seconds
}

#[test]
fn a_client_hears_what_is_right_and_nothing_else() {
    let Some(bus) = Bus::start() else { return };
    let (program, mut fake) = program_and_fake_node(&bus, &["sound"]);
    assert!(program.line("L").info().features.streams);
    let call = connected(&program, &mut fake, 1);
    let mut listener = Stranger::come(&bus);
    listener.listen(&subject::ask_sound("n1", "alice"));
    listener.settle();
    let memory = listen(&call);
    let wanted = |plays, hears| Ask::Sound {
        call: 1,
        plays,
        hears,
    };
    let (op, ask) = fake.asked();
    assert_eq!(ask, wanted(true, true));
    fake.tell(Tell::done(op));
    let (key, there, place) = (Key::new(SECRET), fake.to_sound(), (TOKEN, 1));
    for bytes in nonsense(&key, &there, place) {
        fake.say(&there, &bytes);
    }
    // To another of its sessions, as it seems, and far too many.
    let other = there.replace(".1.sound", ".2.sound");
    for number in (0..3_000).rev().chain(0..3_000) {
        let later = tone(place, LATER + number);
        fake.say(&other, &seal_frame(&key, &other, &later));
        fake.say(&there, &seal_frame(&key, &there, &tone(place, number)));
    }
    let mut number = 3_000;
    until("it is heard", || {
        fake.say(&there, &seal_frame(&key, &there, &tone(place, number)));
        number += 1;
        std::thread::sleep(PAUSE);
        hears(&memory, 0.5)
    });
    // What it plays comes, numbered, of this call.
    let _tone = say(&call, TONE);
    let frames: Vec<Frame> = (0..10)
        .map(|_| {
            let (subject, bytes) = listener.hear();
            open_frame(&key, &subject, &bytes).unwrap()
        })
        .collect();
    for (frame, number) in frames.iter().zip(0..) {
        assert_eq!((frame.token, frame.call, frame.number), (TOKEN, 1, number));
    }
    // A digit that is none, and one that is.
    call.detect_digits(DTMF).unwrap();
    let (op, ask) = fake.asked();
    assert_eq!(ask, Ask::HearDigits { call: 1 });
    fake.tell(Tell::done(op));
    for (call, key, mode) in [(1, 'x', 2), (1, '\u{1f600}', 2), (1, '5', 99), (77, '5', 2)] {
        fake.tell(Tell::Digit { call, key, mode });
    }
    // A hang-up comes through, and after it nothing is heard.
    std::thread::scope(|scope| {
        let ending = scope.spawn(|| call.disconnect(DropReason::Normal));
        let (op, ask) = fake.asked();
        assert_eq!(ask, Ask::Drop { call: 1, reason: 0 });
        fake.tell(Tell::done(op));
        ending.join().unwrap().unwrap();
    });
    memory.forget();
    for more in number..number + 50 {
        fake.say(&there, &seal_frame(&key, &there, &tone(place, more)));
    }
    // All of it has come when another call has.
    connected(&program, &mut fake, 3);
    assert!(memory.heard().1.is_empty());
}
