//! What goes wrong with a file, and what becomes of one.

use crate::engine::{Error, ErrorKind, FileCause, FileState};
use arrayvec::ArrayString;
use rustix::io::Errno;
use std::fmt::{self, Write};
use std::io;
use std::path::Path;
use tapi3_common::shared::{OutOfMemory, Shared};
use tapi3_common::words;
use tapi3_media::wav;

/// The room's result.
pub type Result<T> = std::result::Result<T, Fault>;

/// How many bytes of a sentence are kept.
const LONGEST: usize = 320;

/// How many characters of a file's name are put into a sentence: its last.
const LONGEST_NAME: usize = 160;

const E_UNEXPECTED: u32 = 0x8000_ffff;
const E_OUTOFMEMORY: u32 = 0x8007_000e;
const TAPI_E_WRONG_STATE: u32 = 0x8004_0058;
const E_INVALIDARG: u32 = 0x8007_0057;
const TAPI_E_MAXTERMINALS: u32 = 0x8004_0042;
#[cfg(feature = "sound-card")]
const TAPI_E_NODEVICE: u32 = 0x8004_0021;
/// HRESULT_FROM_WIN32 of the number that is added.
const WIN32: u32 = 0x8007_0000;
const ERROR_INVALID_DATA: u32 = 13;
const ERROR_SHARING_VIOLATION: u32 = 32;

/// A failure with a sentence that helps. Cloning one takes no memory, so that whoever has the clock of
/// a call can pass it on.
#[derive(Clone)]
pub struct Fault {
    code: u32,
    text: Text,
}

#[derive(Clone)]
enum Text {
    Fixed(&'static str),
    Made(Shared<ArrayString<LONGEST>>),
}

impl Fault {
    const fn fixed(code: u32, text: &'static str) -> Self {
        Fault {
            code,
            text: Text::Fixed(text),
        }
    }

    /// Without memory for the sentence there is another one.
    fn new(code: u32, text: fmt::Arguments<'_>) -> Self {
        let mut cut = Cut(ArrayString::new());
        // Never fails: what does not fit is cut off.
        let _ = cut.write_fmt(text);
        let text = match Shared::try_new(cut.0) {
            Ok(text) => Text::Made(text),
            Err(OutOfMemory) => Text::Fixed("A file could not be opened, read or written."),
        };
        Fault { code, text }
    }

    /// As an HRESULT; never one of success.
    pub fn code(&self) -> u32 {
        self.code
    }

    /// The sentence.
    pub fn text(&self) -> &str {
        match &self.text {
            Text::Fixed(text) => text,
            Text::Made(text) => text,
        }
    }

    pub(super) fn wrong_state(text: &'static str) -> Self {
        Fault::fixed(TAPI_E_WRONG_STATE, text)
    }

    pub(super) fn invalid(text: &'static str) -> Self {
        Fault::fixed(E_INVALIDARG, text)
    }

    pub(super) fn too_many(text: &'static str) -> Self {
        Fault::fixed(TAPI_E_MAXTERMINALS, text)
    }

    /// What the system says of a file.
    pub(super) fn system(path: &Path, error: &io::Error) -> Self {
        Fault::new(
            of_system(error),
            format_args!("{}: {}.", Name(path), words::of(error)),
        )
    }

    /// What is wrong with what is in a file; `what` follows its name.
    pub(super) fn content(path: &Path, what: &str) -> Self {
        Fault::new(
            WIN32 | ERROR_INVALID_DATA,
            format_args!("{} {what}.", Name(path)),
        )
    }

    /// Somebody else of this process is at the file.
    pub(super) fn shared(path: &Path) -> Self {
        Fault::new(
            WIN32 | ERROR_SHARING_VIOLATION,
            format_args!("{} is being recorded into by another recorder.", Name(path)),
        )
    }

    /// Whether somebody else of this process is at the file.
    pub(super) fn is_shared(&self) -> bool {
        self.code == WIN32 | ERROR_SHARING_VIOLATION
    }

    /// The thread for files did not start.
    pub(super) fn thread(what: &str, error: &io::Error) -> Self {
        Fault::new(
            E_OUTOFMEMORY,
            format_args!(
                "The thread that {what} did not start: {}.",
                words::of(error)
            ),
        )
    }

    /// What is wrong with a sound device.
    #[cfg(feature = "sound-card")]
    pub(super) fn device(name: &str, what: &str) -> Self {
        Fault::new(
            TAPI_E_NODEVICE,
            format_args!("The sound device {}: {what}.", Name(Path::new(name))),
        )
    }

    /// Something went wrong that should not have; the log says more.
    pub(super) fn unforeseen() -> Self {
        Fault::new(
            E_UNEXPECTED,
            format_args!("The file was given up; see the log."),
        )
    }

    /// What the reader or the writer of a file says.
    pub(super) fn sound(path: &Path, error: &wav::Error) -> Self {
        match error {
            wav::Error::Io(error) => Fault::system(path, error),
            wav::Error::Full => Fault::new(
                of_errno(Errno::FBIG),
                format_args!("{} {error}.", Name(path)),
            ),
            _ => Fault::new(
                WIN32 | ERROR_INVALID_DATA,
                format_args!("{} {error}.", Name(path)),
            ),
        }
    }
}

/// The number that Windows has for an error of the system.
fn of_system(error: &io::Error) -> u32 {
    match Errno::from_io_error(error) {
        Some(errno) => of_errno(errno),
        None if error.kind() == io::ErrorKind::UnexpectedEof => WIN32 | 38,
        None => WIN32 | 1117,
    }
}

fn of_errno(errno: Errno) -> u32 {
    WIN32
        | match errno {
            Errno::NOENT => 2,                                // ERROR_FILE_NOT_FOUND
            Errno::NOTDIR | Errno::LOOP => 3,                 // ERROR_PATH_NOT_FOUND
            Errno::MFILE | Errno::NFILE => 4,                 // ERROR_TOO_MANY_OPEN_FILES
            Errno::ACCESS | Errno::PERM | Errno::ISDIR => 5,  // ERROR_ACCESS_DENIED
            Errno::NOMEM => 14,                               // ERROR_OUTOFMEMORY
            Errno::ROFS => 19,                                // ERROR_WRITE_PROTECT
            Errno::NOSPC | Errno::DQUOT | Errno::FBIG => 112, // ERROR_DISK_FULL
            Errno::NAMETOOLONG => 206,                        // ERROR_FILENAME_EXCED_RANGE
            _ => 1117,                                        // ERROR_IO_DEVICE
        }
}

/// The end of a file's name, or all of it.
struct Name<'a>(&'a Path);

impl fmt::Display for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = self.0.as_os_str().as_encoded_bytes();
        let tail = bytes.len().saturating_sub(LONGEST_NAME);
        if tail > 0 {
            f.write_str("…")?;
        }
        // Where it is cut in a character, and where it is no text, a mark stands for that.
        for chunk in bytes.get(tail..).unwrap_or(&[]).utf8_chunks() {
            f.write_str(chunk.valid())?;
            if !chunk.invalid().is_empty() {
                f.write_char('\u{fffd}')?;
            }
        }
        Ok(())
    }
}

/// Takes what fits.
struct Cut(ArrayString<LONGEST>);

impl fmt::Write for Cut {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for character in text.chars() {
            if self.0.try_push(character).is_err() {
                break;
            }
        }
        Ok(())
    }
}

impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:#010x}: {}", self.code, self.text())
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())
    }
}

impl PartialEq for Fault {
    fn eq(&self, other: &Self) -> bool {
        (self.code, self.text()) == (other.code, other.text())
    }
}

impl Eq for Fault {}

impl std::error::Error for Fault {}

impl From<OutOfMemory> for Fault {
    fn from(_: OutOfMemory) -> Self {
        Fault::fixed(
            E_OUTOFMEMORY,
            "No memory; nothing was changed, the method can be called again.",
        )
    }
}

impl From<std::collections::TryReserveError> for Fault {
    fn from(_: std::collections::TryReserveError) -> Self {
        OutOfMemory.into()
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        match fault.code {
            E_OUTOFMEMORY => OutOfMemory.into(),
            TAPI_E_WRONG_STATE => Error::with_text(ErrorKind::WrongState, fault.text()),
            E_INVALIDARG => Error::with_text(ErrorKind::InvalidArgument, fault.text()),
            TAPI_E_MAXTERMINALS => Error::with_text(ErrorKind::MaxTerminals, fault.text()),
            _ => Error::with_text(ErrorKind::File, fault.text()),
        }
    }
}

/// A file has changed its state: what `MediaNews::File` is to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What it is in now.
    pub state: FileState,
    /// Why.
    pub cause: FileCause,
    /// What failed, if anything did.
    pub fault: Option<Fault>,
}

impl Change {
    pub(super) fn normal(state: FileState) -> Self {
        Change {
            state,
            cause: FileCause::Normal,
            fault: None,
        }
    }

    /// What failed, as an HRESULT; 0 if nothing did.
    pub fn error(&self) -> u32 {
        self.fault.as_ref().map_or(0, Fault::code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_numbers_stand_for_the_systems() {
        for (errno, number) in [
            (Errno::NOENT, 2),
            (Errno::ACCESS, 5),
            (Errno::NOSPC, 112),
            (Errno::FBIG, 112),
            (Errno::IO, 1117),
        ] {
            let fault = Fault::system(Path::new("a.wav"), &errno.into());
            assert_eq!(fault.code(), 0x8007_0000 + number);
            assert!(fault.text().starts_with("a.wav: "), "{fault}");
        }
    }

    #[test]
    fn a_long_name_loses_its_beginning_and_not_the_reason() {
        let name = format!("/{}/\u{e4}.wav", "folder/".repeat(1_000));
        let fault = Fault::content(Path::new(&name), "is a folder");
        assert!(fault.text().starts_with('\u{2026}'), "{fault}");
        assert!(
            fault.text().ends_with("/\u{e4}.wav is a folder."),
            "{fault}"
        );
        let fault = Fault::content(Path::new("a.wav"), &"x".repeat(1_000));
        assert_eq!(fault.text().len(), LONGEST);
    }

    #[test]
    fn the_engine_knows_what_kind_of_failure_it_is() {
        for (fault, kind) in [
            (Fault::from(OutOfMemory), ErrorKind::OutOfMemory),
            (Fault::wrong_state("x"), ErrorKind::WrongState),
            (Fault::invalid("x"), ErrorKind::InvalidArgument),
            (Fault::too_many("x"), ErrorKind::MaxTerminals),
            (Fault::content(Path::new("x"), "y"), ErrorKind::File),
        ] {
            assert_eq!(Error::from(fault).kind(), kind);
        }
    }
}
