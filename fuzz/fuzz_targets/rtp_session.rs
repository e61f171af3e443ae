//! A call's sound on the network: hostile datagrams, frames, digits, reports and other agreements in
//! any order. It never panics, takes no more memory, and each digit that was told has its end.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../crates/media/tests/hostile/driver.rs"]
mod driver;

fuzz_target!(|choices: &[u8]| {
    let mut choices = choices.iter().copied();
    driver::run(&mut || choices.next());
});
