//! TAPI 2's structures with hostile sizes: a function, a version, and the bytes of a structure, which says
//! truly how much memory it has. Nothing is read or written beyond that.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::cell::RefCell;

#[path = "../../tests/support/tapi2.rs"]
mod line_functions;
#[path = "../../tests/tapi2/structures.rs"]
mod structures;

use structures::{FUNCTIONS, Program};

thread_local! {
    static PROGRAM: RefCell<Program> = RefCell::new(Program::begin());
}

fuzz_target!(|data: &[u8]| {
    let [function, version, bytes @ ..] = data else {
        return;
    };
    let function = usize::from(*function) % (FUNCTIONS.len() + 1);
    PROGRAM.with_borrow_mut(|program| match bytes {
        // Lists of tones have no size of their own.
        [a, b, c, d, tones @ ..] if function == FUNCTIONS.len() => {
            program.tones(tones, u32::from_ne_bytes([*a, *b, *c, *d]));
        }
        _ => {
            program.call(function, (*version).into(), bytes);
        }
    });
});
