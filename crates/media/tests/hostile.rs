//! A session among enemies, by bytes from a generator; the fuzz target `rtp_session` chooses them
//! better.

#[path = "hostile/driver.rs"]
mod driver;

#[test]
fn a_session_bears_whatever_comes() {
    for seed in 1..400u64 {
        let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mut left = 2000;
        driver::run(&mut || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            left -= 1;
            (left > 0).then_some((state >> 32) as u8)
        });
    }
}
