//! Names of files, and how files are opened.

use super::fault::{Fault, Result};
use super::files::UNKNOWN;
use rustix::fs::{FileType, Mode, OFlags, fstat, open};
use std::ffi::{CStr, OsStr};
use std::fs::File;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use tapi3_common::folder;

/// The name of a file, from the root on, so that it stays the same file when the program changes
/// its working directory. It is kept as the system takes it, so that opening it takes no memory.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct FilePath {
    /// With a zero at its end.
    bytes: Vec<u8>,
}

impl FilePath {
    /// A name as the program gives it: a relative one is relative to the working directory of now.
    pub fn try_new(path: &Path) -> Result<Self> {
        let name = path.as_os_str().as_bytes();
        if name.is_empty() {
            return Err(Fault::invalid("The name of the file is empty."));
        }
        if name.contains(&0) {
            return Err(Fault::invalid("The name of the file has a zero in it."));
        }
        let mut bytes = Vec::new();
        if path.is_relative() {
            let mut room = [0; folder::LONGEST];
            let folder = match folder::current(&mut room) {
                Ok(folder) => folder.to_bytes(),
                Err(error) => return Err(Fault::system(path, &error)),
            };
            bytes.try_reserve_exact(folder.len() + 1 + name.len() + 1)?;
            bytes.extend_from_slice(folder);
            if folder != b"/" {
                bytes.push(b'/');
            }
        } else {
            bytes.try_reserve_exact(name.len() + 1)?;
        }
        bytes.extend_from_slice(name);
        bytes.push(0);
        Ok(FilePath { bytes })
    }

    pub fn as_path(&self) -> &Path {
        Path::new(OsStr::from_bytes(self.as_c_str().to_bytes()))
    }

    fn as_c_str(&self) -> &CStr {
        CStr::from_bytes_until_nul(&self.bytes).unwrap_or(c"")
    }

    /// Whether the name ends with a dot and this, in any case.
    pub fn has_extension(&self, extension: &str) -> bool {
        let own = self.as_path().extension();
        own.is_some_and(|own| own.eq_ignore_ascii_case(extension))
    }

    /// Opens it to be read. A pipe, a device or a folder is refused: it might never answer.
    pub fn open(&self) -> Result<File> {
        let file = self.opened(OFlags::RDONLY)?;
        match self.kind(&file)? {
            FileType::RegularFile => Ok(file),
            FileType::Directory => Err(Fault::content(self.as_path(), "is a folder")),
            _ => Err(Fault::content(
                self.as_path(),
                "is a pipe or a device, not a file",
            )),
        }
    }

    /// Opens it to be written, and makes it if it is not there. What is in it stays.
    pub fn open_to_write(&self) -> Result<File> {
        let file = self.opened(OFlags::WRONLY | OFlags::CREATE)?;
        match self.kind(&file)? {
            FileType::RegularFile | FileType::CharacterDevice => Ok(file),
            _ => Err(Fault::content(self.as_path(), "is not a file")),
        }
    }

    fn opened(&self, flags: OFlags) -> Result<File> {
        // Opening a pipe would wait for somebody at its other end.
        let flags = flags | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let opened = open(self.as_c_str(), flags, Mode::from_raw_mode(0o666));
        match opened {
            Ok(descriptor) => Ok(File::from(descriptor)),
            Err(errno) => Err(Fault::system(self.as_path(), &errno.into())),
        }
    }

    fn kind(&self, file: &File) -> Result<FileType> {
        match fstat(file) {
            Ok(stat) => Ok(FileType::from_raw_mode(stat.st_mode)),
            Err(errno) => Err(Fault::system(self.as_path(), &errno.into())),
        }
    }
}

/// The number of the disk that a file is on.
pub(super) fn disk_of(file: &File) -> u64 {
    fstat(file).map_or(UNKNOWN, |stat| stat.st_dev)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relative_name_is_told_from_the_root_on() {
        let path = FilePath::try_new(Path::new("a b/hello.WAV")).unwrap();
        let expected = std::env::current_dir().unwrap().join("a b/hello.WAV");
        assert_eq!(path.as_path(), expected);
        assert!(path.has_extension("wav") && !path.has_extension("avi"));
        let path = FilePath::try_new(Path::new("/x.avi")).unwrap();
        assert_eq!(path.as_path(), Path::new("/x.avi"));
        assert!(path.has_extension("avi"));
    }

    #[test]
    fn a_name_that_names_nothing_is_refused() {
        for name in ["", "a\0b"] {
            let fault = FilePath::try_new(Path::new(name)).unwrap_err();
            assert_eq!(fault.code(), 0x8007_0057);
        }
    }

    #[test]
    fn what_is_no_file_is_not_opened() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        nix::unistd::mkfifo(&pipe, nix::sys::stat::Mode::S_IRWXU).unwrap();
        for (path, code) in [
            (folder.path(), 0x8007_000d_u32),
            (&pipe, 0x8007_000d),
            (Path::new("/dev/zero"), 0x8007_000d),
            (&folder.path().join("missing.wav"), 0x8007_0002),
        ] {
            let fault = FilePath::try_new(path).unwrap().open().unwrap_err();
            assert_eq!(fault.code(), code, "{fault}");
            let name = path.file_name().unwrap().to_str().unwrap();
            assert!(fault.text().contains(name), "{fault}");
        }
        let missing = folder.path().join("no/folder.wav");
        for (path, code) in [
            (folder.path(), 0x8007_0005_u32),
            (&pipe, 0x8007_045d),
            (&missing, 0x8007_0002),
        ] {
            let path = FilePath::try_new(path).unwrap();
            let fault = path.open_to_write().unwrap_err();
            assert_eq!(fault.code(), code, "{fault}");
        }
    }
}
