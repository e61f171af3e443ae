//! Reading the small files that settings name, and nothing else: neither what never ends nor what
//! never begins.

use std::fs::{File, OpenOptions};
use std::io::Read;
use std::os::unix::fs::{FileTypeExt, OpenOptionsExt};
use std::path::Path;
use tapi3_common::words;

/// Opens a file for reading. A pipe, a device or a folder is refused at once, in words that go
/// behind the file's name.
pub fn open_file(path: &Path) -> Result<File, String> {
    let file = OpenOptions::new()
        .read(true)
        // Opening a pipe would wait for somebody who writes.
        .custom_flags(libc::O_NONBLOCK)
        .open(path)
        .map_err(|error| unreadable(&error))?;
    let kind = file
        .metadata()
        .map_err(|error| unreadable(&error))?
        .file_type();
    if kind.is_dir() {
        return Err("cannot be read: it is a folder".to_owned());
    }
    if !kind.is_file() {
        return Err("cannot be read: it is a pipe or a device, not a file".to_owned());
    }
    Ok(file)
}

/// Makes a file to be written, or empties it. A pipe or a folder is refused at once, in words that go
/// behind the file's name.
pub fn make_file(path: &Path) -> Result<File, String> {
    let file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        // Opening a pipe would wait for somebody who reads.
        .custom_flags(libc::O_NONBLOCK)
        .open(path)
        .map_err(|error| unwritable(&error))?;
    let kind = file
        .metadata()
        .map_err(|error| unwritable(&error))?
        .file_type();
    if kind.is_fifo() {
        return Err("cannot be written: it is a pipe, not a file".to_owned());
    }
    Ok(file)
}

/// Reads a file of up to `most` bytes. An error goes behind the file's name.
pub fn read_file(path: &Path, most: u64) -> Result<Vec<u8>, String> {
    let file = open_file(path)?;
    let mut bytes = Vec::new();
    // Some files tell no length, so the reading itself is bounded.
    (file.take(most + 1).read_to_end(&mut bytes)).map_err(|error| unreadable(&error))?;
    if bytes.len() as u64 > most {
        return Err(format!(
            "cannot be read: it is longer than {} kB",
            most / 1024
        ));
    }
    Ok(bytes)
}

fn unreadable(error: &std::io::Error) -> String {
    cannot_be("read", error)
}

fn unwritable(error: &std::io::Error) -> String {
    cannot_be("written", error)
}

fn cannot_be(done: &str, error: &std::io::Error) -> String {
    format!("cannot be {done}: {}", words::of(error))
}

/// As [`read_file`], for text in UTF-8.
pub fn read_text_file(path: &Path, most: u64) -> Result<String, String> {
    String::from_utf8(read_file(path, most)?).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let before = error.as_bytes().get(..at).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        format!("cannot be read: line {line} is not UTF-8")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open_nonblocking(path: &Path) -> File {
        let mut options = OpenOptions::new();
        let options = options.read(true).custom_flags(libc::O_NONBLOCK);
        options.open(path).unwrap()
    }

    #[test]
    fn only_short_files_are_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        std::fs::write(&path, "12345").unwrap();
        assert_eq!(read_file(&path, 5).unwrap(), b"12345");
        assert!(read_file(&path, 4).unwrap_err().contains("longer"));
        std::fs::write(&path, b"one\ntw\xff").unwrap();
        assert!(read_text_file(&path, 9).unwrap_err().contains("line 2"));
        assert!(read_file(folder.path(), 9).unwrap_err().contains("folder"));
        for device in ["/dev/zero", "/dev/null"] {
            let error = read_file(Path::new(device), 9).unwrap_err();
            assert!(error.contains("device"), "{error}");
        }
        let made = make_file(folder.path()).unwrap_err();
        assert!(made.starts_with("cannot be written: "), "{made}");
        let pipe = folder.path().join("pipe");
        nix::unistd::mkfifo(&pipe, nix::sys::stat::Mode::S_IRWXU).unwrap();
        // Whether somebody reads from it or not.
        assert!(make_file(&pipe).is_err());
        let reader = open_nonblocking(&pipe);
        assert!(make_file(&pipe).unwrap_err().contains("pipe"));
        drop(reader);
        let missing = read_file(&folder.path().join("none"), 9).unwrap_err();
        assert!(missing.starts_with("cannot be read: "), "{missing}");
    }
}
