//! Writes sound into a file that can be read at any moment.

use super::format::{A_LAW, MU_LAW, PCM};
use super::{Container, Error};
use crate::{g711, resample};
use std::io::{Seek, SeekFrom, Write};

/// The most bytes of sound in a file: what a 32 bit size can tell, with the rest of the file.
const MOST: u64 = 0xffff_ff00;

/// How samples are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Coding {
    /// 16 bits, which every program reads.
    #[default]
    Pcm16,
    /// 8 bits, unsigned.
    Pcm8,
    /// G.711 A-law: half the size.
    ALaw,
    /// G.711 mu-law: half the size.
    MuLaw,
}

/// What is to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spec {
    /// WAV or AVI.
    pub container: Container,
    /// How samples are written.
    pub coding: Coding,
    /// Frames a second, within [`resample::RATES`].
    pub rate: u32,
    /// 1 or 2.
    pub channels: u16,
}

/// Writes sound into a WAV or AVI file. It allocates nothing, and writes what it is given at once.
///
/// The file can be read at any moment, also when its writer vanished. Until [`Self::sync`] is called
/// for the first time a WAV file says that its sound goes on to its end, which most programs
/// understand; from then on it says how much there was at the last `sync`, which all do. The
/// sound of an AVI file lies in pieces of its own, which [`super::Reader`] finds without any
/// `sync`; other programs find what there was at the last one. [`Self::finish`] makes the
/// file complete.
#[derive(Debug)]
pub struct Writer<W> {
    file: W,
    spec: Spec,
    /// How many bytes there are behind the head, and how many of them are sound.
    body: u64,
    sound: u64,
    /// Whether the file may stand somewhere else than behind the body.
    astray: bool,
}

impl Coding {
    const fn bytes(self) -> u16 {
        match self {
            Self::Pcm16 => 2,
            Self::Pcm8 | Self::ALaw | Self::MuLaw => 1,
        }
    }

    const fn kind(self) -> u16 {
        match self {
            Self::Pcm16 | Self::Pcm8 => PCM,
            Self::ALaw => A_LAW,
            Self::MuLaw => MU_LAW,
        }
    }
}

/// Bytes in a room that is large enough for them.
struct Bytes<const N: usize> {
    bytes: [u8; N],
    length: usize,
}

impl<const N: usize> Bytes<N> {
    const fn new() -> Self {
        Self {
            bytes: [0; N],
            length: 0,
        }
    }

    fn put(&mut self, bytes: &[u8]) -> &mut Self {
        for &byte in bytes {
            if let Some(slot) = self.bytes.get_mut(self.length) {
                *slot = byte;
                self.length += 1;
            }
        }
        self
    }

    fn short(&mut self, value: u16) -> &mut Self {
        self.put(&value.to_le_bytes())
    }

    fn long(&mut self, value: u32) -> &mut Self {
        self.put(&value.to_le_bytes())
    }

    fn longs(&mut self, values: &[u32]) -> &mut Self {
        for &value in values {
            self.long(value);
        }
        self
    }

    fn get(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or(&[])
    }
}

impl Spec {
    const fn frame_bytes(&self) -> u16 {
        self.coding.bytes() * self.channels
    }

    /// The format, without its chunk: WAVEFORMATEX, or the shorter form that PCM has always had.
    fn format<const N: usize>(&self, head: &mut Bytes<N>) {
        let frame = self.frame_bytes();
        head.short(self.coding.kind()).short(self.channels);
        head.longs(&[self.rate, self.rate * u32::from(frame)]);
        head.short(frame).short(self.coding.bytes() * 8);
        if self.coding.kind() != PCM {
            head.short(0);
        }
    }

    const fn format_bytes(&self) -> u32 {
        match self.coding {
            Coding::Pcm16 | Coding::Pcm8 => 16,
            Coding::ALaw | Coding::MuLaw => 18,
        }
    }

    /// What stands before the sound, for so many bytes of it; `None` where that is not known yet.
    fn head(&self, body: u32, sound: Option<u32>) -> Bytes<256> {
        let mut head = Bytes::new();
        match self.container {
            Container::Wave => self.wave_head(&mut head, sound),
            Container::Avi => self.avi_head(&mut head, body, sound.unwrap_or(0)),
        }
        head
    }

    fn wave_head(&self, head: &mut Bytes<256>, sound: Option<u32>) {
        let format = self.format_bytes();
        let is_pcm = self.coding.kind() == PCM;
        let before = 4 + 8 + format + if is_pcm { 0 } else { 12 } + 8;
        let whole = sound.map_or(u32::MAX, |sound| before + sound + sound % 2);
        head.put(b"RIFF").long(whole).put(b"WAVE");
        head.put(b"fmt ").long(format);
        self.format(head);
        if !is_pcm {
            let frames = sound.unwrap_or(0) / u32::from(self.frame_bytes()).max(1);
            head.put(b"fact").longs(&[4, frames]);
        }
        head.put(b"data").long(sound.unwrap_or(u32::MAX));
    }

    fn avi_head(&self, head: &mut Bytes<256>, body: u32, sound: u32) {
        let format = self.format_bytes();
        let frame = u32::from(self.frame_bytes()).max(1);
        let bytes_per_second = self.rate * frame;
        let stream = 4 + 8 + 56 + 8 + format;
        let headers = 4 + 8 + 56 + 8 + stream;
        let whole = 4 + 8 + headers + 8 + 4 + body;
        head.put(b"RIFF").long(whole).put(b"AVI ");
        head.put(b"LIST").long(headers).put(b"hdrl");
        // The main header: no pictures, one stream, no index.
        head.put(b"avih").long(56);
        head.longs(&[
            0,
            bytes_per_second,
            0,
            0,
            0,
            0,
            1,
            PIECE as u32,
            0,
            0,
            0,
            0,
            0,
            0,
        ]);
        head.put(b"LIST").long(stream).put(b"strl");
        head.put(b"strh").long(56).put(b"auds");
        head.longs(&[
            0,
            0,
            0,
            0,
            frame,
            bytes_per_second,
            0,
            sound / frame,
            PIECE as u32,
        ]);
        head.longs(&[u32::MAX, frame, 0, 0]);
        head.put(b"strf").long(format);
        self.format(head);
        head.put(b"LIST").long(4 + body).put(b"movi");
    }
}

/// How many bytes of sound are put together: a piece of an AVI file.
const PIECE: usize = 2_048;

impl<W: Write + Seek> Writer<W> {
    /// Begins a file: writes its head at its beginning. What was in it before is to be cut off by
    /// whoever opens it.
    ///
    /// # Errors
    /// [`Error::Rate`] and [`Error::Channels`] for what cannot be written, [`Error::Io`].
    pub fn new(file: W, spec: Spec) -> Result<Self, Error> {
        if !resample::RATES.contains(&spec.rate) {
            return Err(Error::Rate(spec.rate));
        }
        if !(1..=2).contains(&spec.channels) {
            return Err(Error::Channels(spec.channels));
        }
        let mut writer = Self {
            file,
            spec,
            body: 0,
            sound: 0,
            astray: true,
        };
        writer.put_head(None)?;
        Ok(writer)
    }

    /// What is written.
    #[must_use]
    pub fn spec(&self) -> &Spec {
        &self.spec
    }

    /// The file.
    #[cfg(test)]
    pub(super) fn inner(&self) -> &W {
        &self.file
    }

    /// How many frames have been written.
    #[must_use]
    pub fn frames(&self) -> u64 {
        self.sound / u64::from(self.spec.frame_bytes()).max(1)
    }

    /// Writes samples; of two channels they come in turn, left first, and an odd one at the end is
    /// left out.
    ///
    /// # Errors
    /// [`Error::Full`] at four gigabytes; [`Error::Io`], for instance when the disk is full. What
    /// was written before stays, and it may be tried again, with what [`Self::frames`] says is
    /// missing.
    pub fn write(&mut self, samples: &[i16]) -> Result<(), Error> {
        let per_piece = PIECE / usize::from(self.spec.coding.bytes());
        let whole = samples.len() - samples.len() % usize::from(self.spec.channels).max(1);
        let samples = samples.get(..whole).unwrap_or(&[]);
        for piece in samples.chunks(per_piece) {
            self.write_piece(piece)?;
        }
        Ok(())
    }

    fn write_piece(&mut self, samples: &[i16]) -> Result<(), Error> {
        let mut piece = Bytes::<{ PIECE + 16 }>::new();
        let sound = samples.len() * usize::from(self.spec.coding.bytes());
        if self.body + (sound + 16) as u64 > MOST {
            return Err(Error::Full);
        }
        if self.spec.container == Container::Avi {
            // It fits, being at most a piece.
            piece.put(b"00wb").long(sound as u32);
        }
        for &sample in samples {
            match self.spec.coding {
                Coding::Pcm16 => piece.put(&sample.to_le_bytes()),
                Coding::Pcm8 => piece.put(&[eight_bits(sample)]),
                Coding::ALaw => piece.put(&[g711::to_a_law(sample)]),
                Coding::MuLaw => piece.put(&[g711::to_mu_law(sample)]),
            };
        }
        if self.spec.container == Container::Avi && sound % 2 == 1 {
            piece.put(&[0]);
        }
        self.go_behind()?;
        self.astray = true;
        self.file.write_all(piece.get())?;
        self.astray = false;
        self.body += piece.get().len() as u64;
        self.sound += sound as u64;
        Ok(())
    }

    /// Puts the sizes so far into the head, and flushes. To be called every now and then: what comes
    /// behind the last time may not be found by other programs if this one vanishes.
    ///
    /// # Errors
    /// [`Error::Io`].
    pub fn sync(&mut self) -> Result<(), Error> {
        // Never more than [`MOST`].
        self.put_head(Some(self.sound as u32))?;
        self.file.flush()?;
        Ok(())
    }

    /// Completes the file, flushes it and gives it back. A writer that is dropped without it leaves
    /// the file as it is, see [`Self`].
    ///
    /// # Errors
    /// [`Error::Io`].
    pub fn finish(mut self) -> Result<W, Error> {
        if self.spec.container == Container::Wave && self.sound % 2 == 1 {
            self.go_behind()?;
            self.file.write_all(&[0])?;
        }
        self.sync()?;
        Ok(self.file)
    }

    fn put_head(&mut self, sound: Option<u32>) -> Result<(), Error> {
        let head = self.spec.head(self.body as u32, sound);
        self.astray = true;
        self.file.seek(SeekFrom::Start(0))?;
        self.file.write_all(head.get())?;
        Ok(())
    }

    fn go_behind(&mut self) -> Result<(), Error> {
        if self.astray {
            let head = self.spec.head(0, None).get().len() as u64;
            self.file.seek(SeekFrom::Start(head + self.body))?;
            self.astray = false;
        }
        Ok(())
    }
}

/// The upper eight bits, rounded, unsigned.
fn eight_bits(sample: i16) -> u8 {
    let rounded = (i32::from(sample) + 128 + 32_768) >> 8;
    rounded.clamp(0, 255) as u8
}
