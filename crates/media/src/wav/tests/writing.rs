//! Files that are written: whole, cut off, and on a full disk.

use super::*;
use std::cell::RefCell;
use std::io::{SeekFrom, Write};
use std::rc::Rc;

#[test]
fn what_was_written_is_read() {
    let samples: Vec<i16> = (0..5_001)
        .map(|at| ((f64::from(at) * 0.05).sin() * 30_000.0) as i16)
        .collect();
    for container in [Container::Wave, Container::Avi] {
        for (coding, most) in [
            (Coding::Pcm16, 0),
            (Coding::Pcm8, 128),
            (Coding::ALaw, 512),
            (Coding::MuLaw, 512),
        ] {
            let spec = Spec {
                container,
                coding,
                ..PLAIN
            };
            let file = written(spec, &samples);
            let reader = Reader::new(Cursor::new(&file)).unwrap();
            assert_eq!((reader.container(), reader.rate()), (container, 8_000));
            assert_eq!(reader.frames(), Some(5_001));
            assert!(!reader.is_cut_short());
            let all = read(&file).unwrap();
            assert_eq!(all.len(), samples.len());
            let far = |(a, b): (&i16, &i16)| a.abs_diff(*b);
            assert!(
                all.iter().zip(&samples).map(far).max() <= Some(most),
                "{coding:?}"
            );
            // Sizes are as they should be to the last byte.
            let told = u32::from_le_bytes(file[4..8].try_into().unwrap()) as usize;
            assert_eq!(told + 8, file.len());
            assert_eq!(file.len() % 2, 0);
        }
    }
}

#[test]
fn two_channels_are_written_in_turn() {
    for container in [Container::Wave, Container::Avi] {
        let spec = Spec {
            container,
            channels: 2,
            rate: 48_000,
            ..PLAIN
        };
        let mut writer = Writer::new(Cursor::new(Vec::new()), spec).unwrap();
        writer.write(&[100, 300, -100, -300, 7]).unwrap();
        assert_eq!(writer.frames(), 2);
        let file = writer.finish().unwrap().into_inner();
        assert_eq!(read(&file).unwrap(), [200, -200]);
        assert_eq!(Reader::new(Cursor::new(file)).unwrap().format().channels, 2);
    }
}

/// Whatever was written, it can be read, whenever the writer vanishes.
#[test]
fn a_file_is_readable_at_any_moment() {
    let samples: Vec<i16> = (0..1_600).collect();
    for (container, coding) in [
        (Container::Wave, Coding::Pcm16),
        (Container::Wave, Coding::MuLaw),
        (Container::Avi, Coding::Pcm16),
        (Container::Avi, Coding::Pcm8),
    ] {
        let spec = Spec {
            container,
            coding,
            ..PLAIN
        };
        let mut writer = Writer::new(Shared::default(), spec).unwrap();
        let file = writer.finish_later();
        for (count, frame) in samples.chunks(159).enumerate() {
            assert_eq!(read(&file.bytes()).unwrap().len(), count * 159);
            writer.write(frame).unwrap();
        }
        writer.sync().unwrap();
        assert_eq!(read(&file.bytes()).unwrap().len(), 1_600);
        writer.write(&samples[..100]).unwrap();
        // Not yet told; an AVI file's pieces are found all the same.
        let count = read(&file.bytes()).unwrap().len();
        assert_eq!(
            count,
            if container == Container::Wave {
                1_600
            } else {
                1_700
            }
        );
        writer.sync().unwrap();
        drop(writer);
        assert_eq!(read(&file.bytes()).unwrap().len(), 1_700);
    }
}

/// A file that somebody else can look into, and that may be full.
#[derive(Clone, Default)]
struct Shared(Rc<RefCell<Disk>>);

#[derive(Default)]
struct Disk {
    file: Cursor<Vec<u8>>,
    room: Option<usize>,
}

impl Shared {
    fn bytes(&self) -> Vec<u8> {
        self.0.borrow().file.get_ref().clone()
    }

    fn has_room(&self, bytes: Option<usize>) {
        self.0.borrow_mut().room = bytes;
    }
}

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let Disk { file, room } = &mut *self.0.borrow_mut();
        let end = file.position() as usize + bytes.len();
        let over = room.map_or(0, |room| end.saturating_sub(room));
        match bytes.len().saturating_sub(over) {
            0 if !bytes.is_empty() => Err(std::io::ErrorKind::StorageFull.into()),
            count => file.write(&bytes[..count]),
        }
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Seek for Shared {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.0.borrow_mut().file.seek(to)
    }
}

impl Writer<Shared> {
    fn finish_later(&self) -> Shared {
        self.inner().clone()
    }
}

#[test]
fn a_full_disk_loses_nothing_that_was_written() {
    for (container, syncs) in [
        (Container::Wave, false),
        (Container::Wave, true),
        (Container::Avi, false),
        (Container::Avi, true),
    ] {
        let mut writer = Writer::new(Shared::default(), Spec { container, ..PLAIN }).unwrap();
        let file = writer.finish_later();
        writer.write(&[1; 100]).unwrap();
        file.has_room(Some(file.bytes().len() + 33));
        for _ in 0..3 {
            assert!(matches!(writer.write(&[2; 100]), Err(Error::Io(_))));
        }
        assert_eq!(writer.frames(), 100);
        if syncs {
            writer.sync().unwrap();
            let all = read(&file.bytes()).unwrap();
            assert_eq!(all[..100], [1; 100]);
            assert!(container == Container::Avi || all.len() == 100);
        }
        file.has_room(None);
        writer.write(&[3; 50]).unwrap();
        writer.finish().unwrap();
        assert_eq!(
            read(&file.bytes()).unwrap(),
            [[1; 50], [1; 50], [3; 50]].concat()
        );
    }
}

#[test]
fn what_cannot_be_written_is_refused() {
    for (rate, channels) in [(0, 1), (3_999, 1), (192_001, 1), (8_000, 0), (8_000, 3)] {
        let spec = Spec {
            rate,
            channels,
            ..PLAIN
        };
        let error = Writer::new(Cursor::new(Vec::new()), spec).unwrap_err();
        assert!(
            matches!(error, Error::Rate(_) | Error::Channels(_)),
            "{rate} {channels}"
        );
    }
}
