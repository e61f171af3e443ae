//! Many messages that nobody takes.

use crate::tapi2::abi::{LINE_GATHERDIGITS, LINE_MONITORDIGITS, LINE_MONITORTONE};
use crate::tapi2::queue::{Effect, MANY, Message, Queue, Taken};
use std::cell::Cell;
use std::time::Duration;

fn message(line: u32, id: u32) -> Message {
    Message {
        device: 0,
        id,
        instance: 0,
        parameters: [0; 3],
        line,
        effect: Effect::Nothing,
    }
}

#[test]
fn what_a_closed_line_leaves_is_taken_out_in_as_many_looks_as_there_are_messages() {
    const MANY: u32 = 2000;
    let queue = Queue::new(None);
    for id in 0..MANY {
        for line in [1, 2] {
            assert!(queue.push(None, message(line, id)).is_ok());
        }
    }
    let looks = Cell::new(0_u32);
    queue.remove(|message| {
        looks.set(looks.get() + 1);
        message.line == 2
    });
    let all = 2 * MANY;
    assert!(looks.get() <= 3 * all, "{} looks", looks.get());
    // The others are as they were.
    for id in 0..MANY {
        let Taken::Message(taken) = queue.take(Some(Duration::ZERO)) else {
            panic!("message {id} is gone");
        };
        assert_eq!((taken.line, taken.id), (1, id));
    }
    assert!(matches!(queue.take(Some(Duration::ZERO)), Taken::Nothing));
}

#[test]
fn what_is_heard_does_not_wait_without_bound() {
    let queue = Queue::new(None);
    for _ in 0..MANY {
        for heard in [LINE_MONITORDIGITS, LINE_MONITORTONE] {
            assert!(queue.push(None, message(1, heard)).is_ok());
        }
    }
    // What the program has asked for once comes all the same.
    assert!(queue.push(None, message(1, LINE_GATHERDIGITS)).is_ok());
    let taken = std::iter::from_fn(|| match queue.take(Some(Duration::ZERO)) {
        Taken::Message(taken) => Some(taken.id),
        _ => None,
    });
    let taken: Vec<u32> = taken.collect();
    assert_eq!(taken.len(), MANY + 1);
    assert_eq!(taken.last(), Some(&LINE_GATHERDIGITS));
}
