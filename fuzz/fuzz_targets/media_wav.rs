//! The reader of WAV and AVI files: no file may panic it, keep it for long or give more than it has,
//! what it says of a length is what can be read, and a second time is like the first.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::io::Cursor;
use tapi3_media::wav::{Container, Reader};

/// Everything that can be read, so many samples at a time.
fn all(reader: &mut Reader<Cursor<&[u8]>>, at_once: usize) -> Vec<i16> {
    let (mut all, mut frame) = (Vec::new(), vec![0; at_once]);
    loop {
        let count = reader
            .read(&mut frame)
            .expect("bytes in memory can be read");
        all.extend_from_slice(&frame[..count]);
        if count < at_once {
            return all;
        }
    }
}

fuzz_target!(|file: &[u8]| {
    let Ok(mut reader) = Reader::new(Cursor::new(file)) else {
        return;
    };
    let first = all(&mut reader, 160);
    assert!(first.len() <= file.len());
    if reader.container() == Container::Wave {
        assert_eq!(reader.frames(), Some(first.len() as u64));
    }
    let cut_short = reader.is_cut_short();
    reader.rewind().expect("bytes in memory can be sought in");
    assert_eq!(all(&mut reader, 7), first);
    assert_eq!(reader.is_cut_short(), cut_short);
});
