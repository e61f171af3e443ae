//! Opus among enemies: what fuzzing kept (`fuzz/corpus/opus`), and that with octets of a generator in
//! it; the fuzz target `opus` chooses them better.
#![cfg(feature = "opus")]

#[path = "hostile_opus/driver.rs"]
mod driver;

use std::fs;
use std::path::Path;

#[test]
fn a_decoder_bears_whatever_comes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/opus");
    let files = fs::read_dir(folder).unwrap();
    let mut files: Vec<_> = files.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut kept = 0;
    for (number, file) in files.iter().enumerate() {
        let steps = fs::read(file).unwrap();
        driver::run(&steps);
        let mut state = (number as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mut random = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state >> 16
        };
        for _ in 0..8 {
            let mut steps = steps.clone();
            for _ in 0..=steps.len() / 64 {
                let at = random() as usize % steps.len().max(1);
                if let Some(octet) = steps.get_mut(at) {
                    *octet ^= 1 << (random() % 8);
                }
            }
            driver::run(&steps);
        }
        kept += 1;
    }
    assert!(kept > 10, "{kept}");
}
