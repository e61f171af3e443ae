//! Digits: told one by one, gathered, and sent.

use super::*;
use crate::queue::MANY;

/// What was told of digits, in order.
fn told(client: &Client) -> Vec<String> {
    let short = |event: Event| match event {
        Event::Media(event) => match &event.news {
            MediaNews::Digit { key, mode, .. } => Some(format!("{} {mode}", char::from(*key))),
            MediaNews::Gathered { ending: end, .. } => {
                let digits = String::from_utf8(event.gathered().unwrap()).unwrap();
                Some(format!("gathered {digits:?} {}", end.how()))
            }
            MediaNews::Generated(end) => Some(format!("generated {}", end.how())),
            other => Some(format!("{other:?}")),
        },
        _ => None,
    };
    events(client).into_iter().filter_map(short).collect()
}

fn press(call: &CallHandle, keys: &str) {
    for key in keys.bytes() {
        call.call.digit(key, DTMF);
        call.call.digit(key, DTMF_END);
    }
}

fn seconds(n: u64) -> Option<Duration> {
    Some(Duration::from_secs(n))
}

fn gather<'a>(count: usize, terminators: &'a str) -> Gather<'a> {
    Gather {
        id: 0,
        modes: DTMF,
        count,
        terminators: terminators.as_bytes(),
        first: seconds(5),
        inter: seconds(2),
    }
}

const MS: Duration = Duration::from_millis(100);

#[test]
fn keys_that_nobody_takes_are_not_kept_without_end() {
    let rig = Rig::new();
    let call = rig.connected();
    events(&rig.client);
    call.detect_digits(DTMF).unwrap();
    for _ in 0..2 * MANY {
        call.call.digit(b'1', DTMF);
    }
    assert_eq!(rig.client.events().waiting(), MANY);
    call.disconnect(DropReason::Normal).unwrap();
    let last = events(&rig.client).pop().unwrap();
    assert!(matches!(
        last,
        Event::CallState {
            state: State::Disconnected,
            ..
        }
    ));
    // Whoever has taken them hears the next.
    let call = rig.connected();
    events(&rig.client);
    call.detect_digits(DTMF).unwrap();
    press(&call, "2");
    assert_eq!(told(&rig.client), ["2 2"]);
}

#[test]
fn digits_are_told_to_whom_asks() {
    let rig = Rig::new();
    let call = rig.connected();
    press(&call, "1");
    call.detect_digits(DTMF | DTMF_END).unwrap();
    press(&call, "2");
    call.detect_digits(DTMF_END).unwrap();
    press(&call, "#");
    call.detect_digits(0).unwrap();
    press(&call, "4");
    assert_eq!(told(&rig.client), ["2 2", "2 4", "# 4"]);
}

#[test]
fn a_gathering_ends_in_each_of_its_ways() {
    let rig = Rig::new();
    let call = rig.connected();
    call.gather_digits(&gather(2, "#")).unwrap();
    press(&call, "123");
    call.gather_digits(&gather(9, "#")).unwrap();
    press(&call, "45#6");
    call.gather_digits(&gather(9, "#")).unwrap();
    rig.clock.advance(Duration::from_secs(6));
    call.gather_digits(&gather(9, "#")).unwrap();
    press(&call, "7");
    rig.clock.advance(Duration::from_millis(1900));
    press(&call, "8");
    rig.clock.advance(Duration::from_millis(1900));
    assert!(told(&rig.client).len() == 3);
    rig.clock.advance(Duration::from_millis(200));
    call.gather_digits(&gather(9, "")).unwrap();
    press(&call, "9");
    call.gather_digits(&gather(9, "")).unwrap();
    call.cancel_gathering().unwrap();
    call.cancel_gathering().unwrap();
    call.gather_digits(&gather(9, "")).unwrap();
    press(&call, "0");
    call.disconnect(DropReason::Normal).unwrap();
    rig.clock.advance(Duration::from_secs(60));
    let expected = [
        "gathered \"78\" 8",
        "gathered \"9\" 16",
        "gathered \"\" 16",
        "gathered \"0\" 16",
    ];
    assert_eq!(told(&rig.client), expected);
}

#[test]
fn the_first_ways_of_ending() {
    let rig = Rig::new();
    let call = rig.connected();
    call.detect_digits(DTMF).unwrap();
    call.gather_digits(&gather(2, "#")).unwrap();
    press(&call, "12");
    call.gather_digits(&gather(9, "#")).unwrap();
    press(&call, "#");
    call.gather_digits(&gather(9, "#")).unwrap();
    rig.clock.advance(Duration::from_secs(6));
    let expected = [
        "1 2",
        "2 2",
        "gathered \"12\" 1",
        "# 2",
        "gathered \"#\" 2",
        "gathered \"\" 4",
    ];
    assert_eq!(told(&rig.client), expected);
}

#[test]
fn the_end_of_a_gathering_has_the_number_that_came_with_it() {
    let rig = Rig::new();
    let call = rig.connected();
    for id in [7, 8] {
        let numbered = Gather {
            id,
            ..gather(2, "")
        };
        call.gather_digits(&numbered).unwrap();
        press(&call, "1");
    }
    press(&call, "2");
    let number = |event: &Event| match event {
        Event::Media(event) => match &event.news {
            MediaNews::Gathered { id, ending, .. } => Some((*id, ending.how())),
            _ => None,
        },
        _ => None,
    };
    let told = events(&rig.client);
    let told: Vec<_> = told.iter().filter_map(number).collect();
    assert_eq!(told, [(7, 16), (8, 1)]);
}

#[test]
fn a_gathering_without_times_waits() {
    let rig = Rig::new();
    let call = rig.connected();
    let patient = Gather {
        first: None,
        inter: None,
        ..gather(2, "")
    };
    call.gather_digits(&patient).unwrap();
    press(&call, "1");
    rig.clock.advance(Duration::from_secs(1_000_000));
    press(&call, "2");
    assert_eq!(told(&rig.client), ["gathered \"12\" 1"]);
}

#[test]
fn one_generation_at_a_time_and_each_ends_once() {
    let rig = Rig::new();
    let call = rig.connected();
    call.send_digits(b"12".to_vec(), MS, MS).unwrap();
    let first = lock(&rig.fake.digits)[0].serial;
    call.call.generated(first);
    call.call.generated(first);
    call.send_digits(b"3".to_vec(), MS, MS).unwrap();
    call.send_digits(b"4".to_vec(), MS, MS).unwrap();
    call.stop_generation().unwrap();
    call.stop_generation().unwrap();
    call.send_digits(b"5".to_vec(), MS, MS).unwrap();
    call.disconnect(DropReason::Normal).unwrap();
    for sent in lock(&rig.fake.digits).iter() {
        call.call.generated(sent.serial);
    }
    let expected = ["generated 1", "generated 2", "generated 2", "generated 2"];
    assert_eq!(told(&rig.client), expected);
    assert_eq!(rig.fake.stopped.load(Ordering::Relaxed), 2);
}

#[test]
fn digits_that_the_provider_cannot_send_are_given_up() {
    let rig = Rig::new();
    let call = rig.connected();
    call.send_digits(b"1".to_vec(), MS, MS).unwrap();
    call.send_digits(b"2".to_vec(), MS, MS).unwrap();
    for sent in lock(&rig.fake.digits).iter() {
        call.call.not_generated(sent.serial);
        call.call.generated(sent.serial);
    }
    assert_eq!(told(&rig.client), ["generated 2", "generated 2"]);
}

#[test]
fn the_provider_hears_that_somebody_wants_digits() {
    let rig = Rig::new();
    let call = rig.connected();
    let asked = || rig.fake.digits_wanted.load(Ordering::Relaxed);
    call.detect_digits(0).unwrap();
    assert_eq!(asked(), 0);
    call.detect_digits(DTMF).unwrap();
    assert_eq!(asked(), 1);
    call.gather_digits(&gather(2, "")).unwrap();
    assert_eq!(asked(), 2);
}

#[test]
fn digits_need_a_connected_call_and_its_owner() {
    let rig = Rig::new();
    let call = rig.dialling();
    let sent = call.send_digits(b"1".to_vec(), MS, MS);
    assert_eq!(kind(sent), ErrorKind::InvalidCallState);
    let gathered = call.gather_digits(&gather(1, ""));
    assert_eq!(kind(gathered), ErrorKind::InvalidCallState);
    assert_eq!(
        kind(rig.idle().detect_digits(DTMF)),
        ErrorKind::InvalidCallState
    );
    assert!(told(&rig.client).is_empty());
}

#[test]
fn a_client_that_is_closed_asks_for_no_digits_of_a_call_that_goes_on() {
    let rig = Rig::new();
    let call = rig.connected();
    let second = add_client(&rig.engine, "second.exe");
    let theirs = call.call.join(&second, 0).unwrap();
    theirs.set_privilege(Privilege::Owner).unwrap();
    second.close();
    assert_eq!(
        kind(theirs.gather_digits(&gather(1, ""))),
        ErrorKind::NotInitialized
    );
    assert_eq!(kind(theirs.detect_digits(DTMF)), ErrorKind::NotInitialized);
    assert_eq!(call.call.state(), State::Connected);
}
