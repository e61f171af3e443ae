//! TAPI 2's structures with whatever bytes: what a program passes is read and written within the size
//! that it says, and refused in words rather than by the end of the program.
//!
//! As long as one likes: `TAPI3_STRUCTURES=1000000 cargo test --test tapi2_structures`, and
//! `scripts/fuzz`.

#[path = "random/dice.rs"]
mod dice;
#[path = "support/tapi2.rs"]
mod line_functions;
#[path = "tapi2/structures.rs"]
mod structures;

use dice::Dice;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};
use structures::{FUNCTIONS, Program};
use tapi3::tapi2::abi::{LINEERR_INVALTONE, LINEERR_RESOURCEUNAVAIL, LINEERR_STRUCTURETOOSMALL};

/// How many structures, unless somebody says otherwise.
const COUNT: usize = 10_000;

/// Bytes that look a little like a structure: mostly small numbers, and some that go too far.
fn bytes(dice: &mut Dice) -> Vec<u8> {
    let most = *dice.choose(&[16, 120, 120, 2000]).unwrap();
    let words = dice.roll(most);
    let size = words * 4;
    let word = |dice: &mut Dice| match dice.roll(12) {
        0 => dice.roll(usize::MAX) as u32,
        1 => u32::MAX - dice.roll(8) as u32,
        2 => (size as u32)
            .wrapping_add(dice.roll(9) as u32)
            .wrapping_sub(4),
        3 => 1 << dice.roll(32),
        4..=6 => dice.roll(size) as u32,
        _ => 0,
    };
    let mut bytes: Vec<u8> = (0..words).flat_map(|_| word(dice).to_ne_bytes()).collect();
    if dice.once_in(2) {
        bytes.truncate(size.saturating_sub(dice.roll(4)));
    }
    bytes
}

/// How many, and the dice to make them with.
fn begin() -> (usize, Dice) {
    let count = std::env::var("TAPI3_STRUCTURES").map_or(COUNT, |count| count.parse().unwrap());
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    let seed = now.as_nanos() as u64;
    println!("seed {seed}");
    (count, Dice::new(seed, 0))
}

/// One program after the other.
fn turn() -> MutexGuard<'static, ()> {
    static TURN: Mutex<()> = Mutex::new(());
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

#[test]
fn whatever_a_list_of_tones_holds_its_count_is_kept_to() {
    let _turn = turn();
    let program = Program::begin();
    let (count, mut dice) = begin();
    assert_eq!(
        program.tones(&[0; 60], 0),
        [0, 0, LINEERR_INVALTONE, LINEERR_RESOURCEUNAVAIL]
    );
    for _ in 0..count / 10 {
        let more = dice.roll(usize::MAX) as u32;
        let [voices, sought, too_many_voices, too_many] = program.tones(&bytes(&mut dice), more);
        assert!([0, LINEERR_INVALTONE].contains(&voices), "{voices:#x}");
        let known = [0, LINEERR_INVALTONE, LINEERR_RESOURCEUNAVAIL];
        assert!(known.contains(&sought), "{sought:#x}");
        assert_eq!(too_many_voices, LINEERR_INVALTONE);
        assert_eq!(too_many, LINEERR_RESOURCEUNAVAIL);
    }
}

#[test]
fn whatever_a_structure_holds_its_size_is_kept_to() {
    let _turn = turn();
    let mut program = Program::begin();
    // With room and nothing in it, each function works, and with too little room says so.
    for (index, (name, ..)) in FUNCTIONS.iter().enumerate() {
        let mut room = vec![0; 4000];
        if *name == "lineInitializeExA" {
            room[12] = 2;
        }
        let answer = program.call(index, 0, &room);
        assert!(answer >= 0, "{name}: {answer:#x}");
        let answer = program.call(index, 0, &[0; 4]);
        assert_eq!(answer, LINEERR_STRUCTURETOOSMALL, "{name}");
    }
    let (count, mut dice) = begin();
    for _ in 0..count {
        let (function, version) = (dice.roll(FUNCTIONS.len()), dice.roll(4));
        program.call(function, version, &bytes(&mut dice));
    }
}
