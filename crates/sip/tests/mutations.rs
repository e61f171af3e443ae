//! An agent survives whatever comes, in whatever order, and nothing of it is left in the end.

mod driver;

use tapi3_sip::random::Random;

#[test]
fn twenty_thousand_mutated_datagrams_leave_nothing_behind() {
    let (mut datagrams, mut seed) = (0, 0);
    while datagrams < 20_000 {
        seed += 1;
        let mut random = Random::seeded(seed);
        let mut left = 8_000_u32;
        let mut bytes = || {
            left = left.checked_sub(1)?;
            Some(random.byte())
        };
        let before = datagrams;
        datagrams += driver::run(&mut bytes);
        assert!(datagrams > before, "seed {seed}");
    }
}
