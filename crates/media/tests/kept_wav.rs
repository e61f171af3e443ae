//! The files that fuzzing kept (`fuzz/corpus/media_wav`) are read in every test run as the fuzz target
//! reads them: without a panic, to an end, the same each time, and as long as they say.

use std::fs;
use std::io::Cursor;
use std::path::Path;
use tapi3_media::wav::{Container, Reader};

fn all(reader: &mut Reader<Cursor<&[u8]>>, at_once: usize) -> Vec<i16> {
    let (mut all, mut frame) = (Vec::new(), vec![0; at_once]);
    loop {
        let count = reader.read(&mut frame).unwrap();
        all.extend_from_slice(&frame[..count]);
        if count < at_once {
            return all;
        }
    }
}

#[test]
fn every_kept_file_is_read_or_refused() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/media_wav");
    let (mut played, mut refused) = (0, 0);
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let file = fs::read(&path).unwrap();
        let Ok(mut reader) = Reader::new(Cursor::new(&file[..])) else {
            refused += 1;
            continue;
        };
        let first = all(&mut reader, 160);
        assert!(first.len() <= file.len(), "{path:?}");
        if reader.container() == Container::Wave {
            assert_eq!(reader.frames(), Some(first.len() as u64), "{path:?}");
        }
        reader.rewind().unwrap();
        assert_eq!(all(&mut reader, 7), first, "{path:?}");
        played += 1;
    }
    assert!(
        played >= 10 && refused >= 10,
        "{played} played, {refused} refused"
    );
}
