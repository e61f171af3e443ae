//! Protected packets: what is no packet of ours is never opened and moves nothing, and what is one
//! is opened once and gives back what was protected.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tapi3_media::sdes::Crypto;
use tapi3_media::srtp::{MasterKey, Opener, Protector, Suite};

fuzz_target!(|input: &[u8]| {
    let Some((&how, datagram)) = input.split_first() else {
        return;
    };
    if let Some(crypto) = std::str::from_utf8(datagram)
        .ok()
        .and_then(|text| Crypto::parse(text).ok())
    {
        let mut written = String::new();
        crypto.write(&mut written).unwrap();
        assert_eq!(Crypto::parse(&written), Ok(crypto));
    }
    let suite = if how & 1 == 0 {
        Suite::Tag80
    } else {
        Suite::Tag32
    };
    let key = MasterKey::new(&[how; 30]);
    let (mut protector, mut opener) = (Protector::new(suite, &key), Opener::new(suite, &key));
    // 32 bits can be guessed.
    assert!(opener.sound(&mut datagram.to_vec()).is_err() || suite == Suite::Tag32);
    assert!(opener.control(&mut datagram.to_vec()).is_err());

    let mut opener = Opener::new(suite, &key);
    // Its length may lie anywhere in what the input says.
    let mut buffer = datagram.to_vec();
    buffer.resize(datagram.len() + 14, 0);
    if let Some(length) = protector.sound(&mut buffer, datagram.len()) {
        let mut changed = buffer[..length].to_vec();
        let at = usize::from(how >> 1) % length;
        changed[at] ^= 1;
        assert!(opener.sound(&mut changed).is_err());
        let mut again = buffer[..length].to_vec();
        assert_eq!(opener.sound(&mut buffer[..length]), Ok(datagram.len()));
        assert_eq!(&buffer[..datagram.len()], datagram);
        assert!(opener.sound(&mut again).is_err());
    }
    let mut buffer = datagram.to_vec();
    buffer.resize(datagram.len() + 14, 0);
    if let Some(length) = protector.control(&mut buffer, datagram.len()) {
        let opened = opener.control(&mut buffer[..length]);
        assert_eq!(opened, Ok(datagram.len()));
        assert_eq!(&buffer[..datagram.len()], datagram);
    }
});
