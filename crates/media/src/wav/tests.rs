//! What files may look like, and what is read from them.

mod films;
mod writing;

use super::*;
use crate::g711;
use std::io::{Cursor, Read, Seek, SeekFrom};
use std::time::Duration;

fn chunk(name: &[u8], content: &[u8]) -> Vec<u8> {
    let mut chunk = name.to_vec();
    chunk.extend((content.len() as u32).to_le_bytes());
    chunk.extend(content);
    if content.len() % 2 == 1 {
        chunk.push(0);
    }
    chunk
}

fn riff(kind: &[u8], chunks: &[Vec<u8>]) -> Vec<u8> {
    let mut content = kind.to_vec();
    content.extend(chunks.concat());
    chunk(b"RIFF", &content)
}

fn list(kind: &[u8], chunks: &[Vec<u8>]) -> Vec<u8> {
    let mut content = kind.to_vec();
    content.extend(chunks.concat());
    chunk(b"LIST", &content)
}

fn format(kind: u16, channels: u16, rate: u32, bits: u16) -> Vec<u8> {
    let frame = channels * bits.div_ceil(8);
    let mut format = Vec::new();
    format.extend(kind.to_le_bytes());
    format.extend(channels.to_le_bytes());
    format.extend(rate.to_le_bytes());
    format.extend((rate * u32::from(frame)).to_le_bytes());
    format.extend(frame.to_le_bytes());
    format.extend(bits.to_le_bytes());
    format
}

fn extensible(kind: u16, channels: u16, rate: u32, bits: u16, valid: u16) -> Vec<u8> {
    let mut format = format(0xfffe, channels, rate, bits);
    format.extend(22_u16.to_le_bytes());
    format.extend(valid.to_le_bytes());
    format.extend(4_u32.to_le_bytes());
    format.extend(kind.to_le_bytes());
    format.extend(*b"\0\0\0\0\x10\0\x80\0\0\xaa\0\x38\x9b\x71");
    format
}

fn wave(format: &[u8], sound: &[u8]) -> Vec<u8> {
    riff(b"WAVE", &[chunk(b"fmt ", format), chunk(b"data", sound)])
}

fn read(bytes: &[u8]) -> Result<Vec<i16>, Error> {
    let mut reader = Reader::new(Cursor::new(bytes))?;
    let (mut all, mut frame) = (Vec::new(), [0; 7]);
    loop {
        let count = reader.read(&mut frame)?;
        all.extend(&frame[..count]);
        if count < frame.len() {
            assert_eq!(reader.read(&mut frame)?, 0);
            return Ok(all);
        }
    }
}

fn little(samples: &[i16]) -> Vec<u8> {
    samples
        .iter()
        .flat_map(|sample| sample.to_le_bytes())
        .collect()
}

const SOME: [i16; 6] = [0, 1, -1, 12_345, i16::MAX, i16::MIN];

#[test]
fn every_encoding_is_read() {
    let bytes_24 = |s: &i16| [0x7f, s.to_le_bytes()[0], s.to_le_bytes()[1]];
    let bytes_32 = |s: &i16| [0xff, 0x80, s.to_le_bytes()[0], s.to_le_bytes()[1]];
    let float = |s: &i16| (f32::from(*s) / 32_768.0).to_le_bytes();
    let double = |s: &i16| (f64::from(*s) / 32_768.0).to_le_bytes();
    for (kind, bits, sound) in [
        (1, 16, little(&SOME)),
        (1, 24, SOME.iter().flat_map(bytes_24).collect()),
        (1, 32, SOME.iter().flat_map(bytes_32).collect()),
        (3, 32, SOME.iter().flat_map(float).collect()),
        (3, 64, SOME.iter().flat_map(double).collect()),
    ] {
        let plain = wave(&format(kind, 1, 8_000, bits), &sound);
        assert_eq!(read(&plain).unwrap(), SOME, "{kind} {bits}");
        let wrapped = wave(&extensible(kind, 1, 8_000, bits, bits), &sound);
        assert_eq!(read(&wrapped).unwrap(), SOME, "{kind} {bits}, extensible");
    }
    let all: Vec<u8> = (0..=255).collect();
    for (kind, decode) in [
        (1, (|code| (i16::from(code) - 128) * 256) as fn(u8) -> i16),
        (6, g711::from_a_law),
        (7, g711::from_mu_law),
    ] {
        let expected: Vec<i16> = all.iter().copied().map(decode).collect();
        assert_eq!(
            read(&wave(&format(kind, 1, 8_000, 8), &all)).unwrap(),
            expected
        );
        let wrapped = wave(&extensible(kind, 1, 8_000, 8, 8), &all);
        assert_eq!(read(&wrapped).unwrap(), expected);
    }
}

#[test]
fn floats_out_of_range_are_cut_and_no_number_is_silent() {
    let values = [
        2.0_f32,
        -2.0,
        f32::NAN,
        f32::INFINITY,
        f32::NEG_INFINITY,
        1e-30,
    ];
    let sound: Vec<u8> = values
        .iter()
        .flat_map(|value| value.to_le_bytes())
        .collect();
    let expected = [i16::MAX, i16::MIN, 0, i16::MAX, i16::MIN, 0];
    assert_eq!(
        read(&wave(&format(3, 1, 8_000, 32), &sound)).unwrap(),
        expected
    );
}

#[test]
fn channels_are_mixed_evenly() {
    let stereo = little(&[100, 200, -5, -7, i16::MAX, i16::MAX, i16::MIN, i16::MIN]);
    let mixed = read(&wave(&format(1, 2, 8_000, 16), &stereo)).unwrap();
    assert_eq!(mixed, [150, -6, i16::MAX, i16::MIN]);
    let many = little(&(0..64).map(|at| at * 10).collect::<Vec<i16>>());
    assert_eq!(
        read(&wave(&format(1, 64, 8_000, 16), &many)).unwrap(),
        [315]
    );
}

#[test]
fn samples_in_larger_containers_lie_at_the_upper_end() {
    // Twenty bits in four bytes.
    let sound: Vec<u8> = SOME
        .iter()
        .flat_map(|s| [0, 0, s.to_le_bytes()[0], s.to_le_bytes()[1]])
        .collect();
    let mut format = extensible(1, 1, 8_000, 32, 20);
    assert_eq!(read(&wave(&format, &sound)).unwrap(), SOME);
    format[14] = 20;
    assert_eq!(read(&wave(&format, &sound)).unwrap(), SOME);
}

#[test]
fn other_chunks_are_passed_over_wherever_they_are() {
    let list = list(b"INFO", &[chunk(b"INAM", b"odd")]);
    let (format, data) = (
        chunk(b"fmt ", &format(1, 1, 8_000, 16)),
        chunk(b"data", &little(&SOME)),
    );
    let odd = chunk(b"junk", b"12345");
    for chunks in [
        vec![
            list.clone(),
            format.clone(),
            odd.clone(),
            data.clone(),
            list.clone(),
        ],
        vec![
            odd,
            list,
            data.clone(),
            chunk(b"fact", &[0; 4]),
            format.clone(),
        ],
        vec![format, chunk(b"data", b""), data.clone()],
    ] {
        let samples = read(&riff(b"WAVE", &chunks)).unwrap();
        assert!(samples == SOME || chunks.len() == 3 && samples.is_empty());
    }
}

#[test]
fn sizes_that_were_never_told_mean_the_rest() {
    let whole = wave(&format(1, 1, 8_000, 16), &little(&SOME));
    for size in [0, u32::MAX, 0x7fff_f024, 0x7fff_ffff, u32::MAX - 36] {
        for told in [0, 36, u32::MAX, 0x7fff_f048] {
            if size == 0 && told == 0x7fff_f048 {
                continue;
            }
            let mut bytes = whole.clone();
            bytes[4..8].copy_from_slice(&u32::to_le_bytes(told));
            bytes[40..44].copy_from_slice(&size.to_le_bytes());
            let reader = Reader::new(Cursor::new(&bytes)).unwrap();
            assert!(!reader.is_cut_short(), "{size} {told}");
            assert_eq!(reader.frames(), Some(6));
            assert_eq!(read(&bytes).unwrap(), SOME, "{size} {told}");
        }
    }
    // But a file that says rightly that it has none, has none.
    let empty = riff(
        b"WAVE",
        &[
            chunk(b"fmt ", &format(1, 1, 8_000, 16)),
            chunk(b"data", b""),
            chunk(b"LIST", b"INFOx"),
        ],
    );
    assert_eq!(read(&empty).unwrap(), []);
}

#[test]
fn a_file_that_was_cut_off_plays_what_there_is() {
    let whole = wave(&format(1, 1, 8_000, 16), &little(&SOME));
    for length in 44..whole.len() {
        let cut = &whole[..length];
        let reader = Reader::new(Cursor::new(cut)).unwrap();
        assert!(reader.is_cut_short());
        assert_eq!(reader.frames(), Some((length as u64 - 44) / 2));
        assert_eq!(read(cut).unwrap(), SOME[..(length - 44) / 2]);
    }
    for length in 0..44 {
        let error = read(&whole[..length]).unwrap_err();
        assert!(
            matches!(error, Error::NotWave | Error::NoSound | Error::BrokenFormat),
            "{length}"
        );
    }
}

#[test]
fn sound_beyond_four_gigabytes_says_so_elsewhere() {
    let mut sizes = Vec::new();
    for size in [0_u64, 8, 4] {
        sizes.extend(size.to_le_bytes());
    }
    let mut bytes = riff(
        b"WAVE",
        &[
            chunk(b"ds64", &sizes),
            chunk(b"fmt ", &format(1, 1, 8_000, 16)),
            chunk(b"data", &little(&SOME)),
        ],
    );
    bytes[..4].copy_from_slice(b"RF64");
    let at = bytes.len() - 16;
    bytes[at..at + 4].copy_from_slice(&[0xff; 4]);
    assert_eq!(read(&bytes).unwrap(), SOME[..4]);
}

#[test]
fn what_cannot_be_played_says_why() {
    let sound = little(&SOME);
    let text = |bytes: &[u8]| read(bytes).unwrap_err().to_string();
    for (bytes, expected) in [
        (Vec::new(), "is not a WAV file"),
        (b"OggS0000WAVE00000000".to_vec(), "is not a WAV file"),
        (riff(b"WEBP", &[]), "is not a WAV file"),
        (riff(b"WAVE", &[]), "no sound"),
        (riff(b"WAVE", &[chunk(b"data", &sound)]), "no sound"),
        (
            riff(b"WAVE", &[chunk(b"fmt ", &format(1, 1, 8_000, 16))]),
            "no sound",
        ),
        (wave(&format(85, 1, 8_000, 16), &sound), "(85)"),
        (wave(&format(2, 1, 8_000, 4), &sound), "(2)"),
        (wave(&extensible(85, 1, 8_000, 16, 16), &sound), "(85)"),
        (wave(&format(1, 0, 8_000, 16), &sound), "0 channels"),
        (wave(&format(1, 65, 8_000, 16), &sound), "65 channels"),
        (wave(&format(1, 1, 100, 16), &sound), "100 samples a second"),
        (wave(&format(1, 1, 8_000, 0), &sound), "broken format"),
        (wave(&format(1, 1, 8_000, 40), &sound), "broken format"),
        (wave(&format(3, 1, 8_000, 16), &sound), "broken format"),
        (wave(&format(7, 1, 8_000, 16), &sound), "broken format"),
        (
            wave(&format(1, 1, 8_000, 16)[..12], &sound),
            "broken format",
        ),
        (
            wave(&extensible(1, 1, 8_000, 16, 16)[..30], &sound),
            "broken format",
        ),
    ] {
        let said = text(&bytes);
        assert!(said.contains(expected), "{expected}: {said}");
    }
}

#[test]
fn length_rate_and_format_are_told() {
    let reader = Reader::new(Cursor::new(wave(&format(7, 2, 11_025, 8), &[0xff; 33_075]))).unwrap();
    assert_eq!(reader.rate(), 11_025);
    assert_eq!(reader.container(), Container::Wave);
    let Format {
        encoding,
        channels,
        rate,
    } = *reader.format();
    assert_eq!((encoding, channels, rate), (Encoding::MuLaw, 2, 11_025));
    assert_eq!(reader.frames(), Some(16_537));
    let expected = Duration::from_secs_f64(16_537.0 / 11_025.0);
    assert!(reader.duration().unwrap().abs_diff(expected) < Duration::from_micros(1));
}

#[test]
fn a_file_can_be_played_again() {
    for container in [Container::Wave, Container::Avi] {
        let samples: Vec<i16> = (0..10_000).collect();
        let file = written(Spec { container, ..PLAIN }, &samples);
        let mut reader = Reader::new(Cursor::new(file)).unwrap();
        for _ in 0..3 {
            let mut all = vec![0; 20_000];
            assert_eq!(reader.read(&mut all).unwrap(), samples.len());
            assert_eq!(all[..10_000], samples);
            reader.rewind().unwrap();
            assert_eq!(reader.read(&mut all[..5_000]).unwrap(), 5_000);
            reader.rewind().unwrap();
        }
    }
}

const PLAIN: Spec = Spec {
    container: Container::Wave,
    coding: Coding::Pcm16,
    rate: 8_000,
    channels: 1,
};

fn written(spec: Spec, samples: &[i16]) -> Vec<u8> {
    let mut writer = Writer::new(Cursor::new(Vec::new()), spec).unwrap();
    for frame in samples.chunks(160) {
        writer.write(frame).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A file that fails, and one that is read in tiny pieces.
struct Odd<'a>(Cursor<&'a [u8]>, Option<u64>);

impl Read for Odd<'_> {
    fn read(&mut self, to: &mut [u8]) -> std::io::Result<usize> {
        if self.1.is_some_and(|bad| self.0.position() >= bad) {
            return Err(std::io::Error::other("the disk is gone"));
        }
        let count = to.len().min(3);
        self.0.read(&mut to[..count])
    }
}

impl Seek for Odd<'_> {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.0.seek(to)
    }
}

#[test]
fn a_file_may_come_in_pieces_or_fail_in_the_middle() {
    let samples: Vec<i16> = (0..5_000).collect();
    let file = written(PLAIN, &samples);
    let mut all = vec![0; 6_000];
    let mut reader = Reader::new(Odd(Cursor::new(&file), None)).unwrap();
    assert_eq!(reader.read(&mut all).unwrap(), 5_000);
    assert_eq!(all[..5_000], samples);
    let mut reader = Reader::new(Odd(Cursor::new(&file), Some(2_000))).unwrap();
    let error = reader.read(&mut all).unwrap_err();
    assert!(error.to_string().contains("the disk is gone"));
}

mod any_bytes {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn nothing_that_is_spoilt_breaks_the_reader(
            at in 0_usize..400, value: u32, cut in 0_usize..400, is_avi: bool,
        ) {
            let container = if is_avi { Container::Avi } else { Container::Wave };
            let mut file = written(Spec { container, ..PLAIN }, &SOME.repeat(10));
            if let Some(slot) = file.get_mut(at..at + 4) {
                slot.copy_from_slice(&value.to_le_bytes());
            }
            file.truncate(cut.max(20));
            if let Ok(reader) = Reader::new(Cursor::new(&file)) {
                let told = reader.frames();
                let all = read(&file).unwrap();
                prop_assert!(container == Container::Avi || told == Some(all.len() as u64));
            }
        }
    }
}
