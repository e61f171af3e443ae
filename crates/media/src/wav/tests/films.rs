//! The sound of AVI files.

use super::*;

fn header(kind: &[u8], length: u32) -> Vec<u8> {
    let mut header = vec![0; 56];
    header[..4].copy_from_slice(kind);
    header[32..36].copy_from_slice(&length.to_le_bytes());
    chunk(b"strh", &header)
}

fn avi(length: u32, movi: &[Vec<u8>], more: &[Vec<u8>]) -> Vec<u8> {
    let video = list(b"strl", &[header(b"vids", 9), chunk(b"strf", &[0; 40])]);
    let audio = list(
        b"strl",
        &[
            header(b"auds", length),
            chunk(b"strf", &format(7, 1, 8_000, 8)),
            chunk(b"strn", b"x"),
        ],
    );
    let mut chunks = vec![
        list(b"hdrl", &[chunk(b"avih", &[0; 56]), video, audio]),
        chunk(b"JUNK", b"00wb"),
        list(b"movi", movi),
    ];
    chunks.extend_from_slice(more);
    riff(b"AVI ", &chunks)
}

#[test]
fn the_sound_of_a_film_is_found() {
    let movi = [
        chunk(b"00dc", &[9; 31]),
        chunk(b"01wb", &[0xff, 0x80, 1]),
        list(b"rec ", &[chunk(b"00dc", &[9; 3]), chunk(b"01wb", &[2])]),
        chunk(b"01wb", &[]),
        chunk(b"00wb", &[7; 9]),
        chunk(b"01wb", &[3, 4]),
    ];
    let index = [chunk(b"idx1", &[0; 64])];
    let expected: Vec<i16> = [0xff, 0x80, 1, 2, 3, 4]
        .into_iter()
        .map(g711::from_mu_law)
        .collect();
    for length in [0, 6, u32::MAX] {
        let bytes = avi(length, &movi, &index);
        let reader = Reader::new(Cursor::new(&bytes)).unwrap();
        assert_eq!(
            (reader.container(), reader.frames()),
            (Container::Avi, Some(6))
        );
        assert_eq!(read(&bytes).unwrap(), expected);
    }
    // Cut off in its last piece but one byte: the padding of the index' chunk is no matter.
    let bytes = avi(0, &movi, &[]);
    let cut = &bytes[..bytes.len() - 1];
    let mut reader = Reader::new(Cursor::new(cut)).unwrap();
    let mut out = [0; 10];
    assert_eq!(reader.read(&mut out).unwrap(), 5);
    assert!(reader.is_cut_short());
}

#[test]
fn frames_may_be_parted_between_pieces() {
    let audio = list(
        b"strl",
        &[header(b"auds", 0), chunk(b"strf", &format(1, 1, 8_000, 16))],
    );
    let movi = [chunk(b"00wb", &[1, 2, 3]), chunk(b"00wb", &[4, 5, 6])];
    let bytes = riff(b"AVI ", &[list(b"hdrl", &[audio]), list(b"movi", &movi)]);
    assert_eq!(read(&bytes).unwrap(), [0x0201, 0x0403, 0x0605]);
}

#[test]
fn a_film_without_sound_has_none() {
    let video = list(b"strl", &[header(b"vids", 9), chunk(b"strf", &[0; 40])]);
    let bytes = riff(b"AVI ", &[list(b"hdrl", &[video]), list(b"movi", &[])]);
    assert!(matches!(read(&bytes), Err(Error::NoSound)));
}
