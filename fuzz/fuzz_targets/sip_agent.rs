//! The user agent: messages, commands and time in any order. It never panics, tells of each call what
//! it has promised, and when all is hung up and waited for, nothing is left.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../crates/sip/tests/driver/mod.rs"]
mod driver;

fuzz_target!(|choices: &[u8]| {
    let mut choices = choices.iter().copied();
    driver::run(&mut || choices.next());
});
