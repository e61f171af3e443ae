//! The decoder of Opus: hostile packets and losses in any order. It never panics, and gives no more
//! than the packet's first octets say.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../crates/media/tests/hostile_opus/driver.rs"]
mod driver;

fuzz_target!(|steps: &[u8]| driver::run(steps));
