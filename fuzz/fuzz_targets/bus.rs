//! The messages between machines: no bytes may panic a reader, and what it accepts is written and
//! read again as the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tapi3_bus::seal::{Key, open};
use tapi3_bus::{
    FromOwner, MAX_MESSAGE, Message, Notice, ToClient, ToNode, ToOwner, open_frame, read, subject,
    write,
};

fn again<M: Message + PartialEq + std::fmt::Debug>(bytes: &[u8]) {
    let Ok(message) = read::<M>(bytes) else {
        return;
    };
    // What was escaped may be longer written otherwise, and then it is refused.
    let Ok(written) = write(&message) else {
        return;
    };
    assert!(written.len() <= MAX_MESSAGE);
    assert_eq!(read::<M>(&written).expect("the same message"), message);
}

fuzz_target!(|data: &[u8]| {
    again::<Notice>(data);
    again::<ToNode>(data);
    again::<ToClient>(data);
    again::<ToOwner>(data);
    again::<FromOwner>(data);
    let opened = open::<ToNode>(&Key::new("secret"), "tapi3.ask.n.u", data);
    assert!(opened.is_err(), "a seal was guessed");
    assert!(
        open_frame(&Key::new("secret"), "tapi3.ask.n~sound.u", data).is_err(),
        "a seal was guessed"
    );
    if let Some(user) = std::str::from_utf8(data).ok().and_then(subject::user_of) {
        assert!(subject::is_name(user));
    }
});
