//! Records as they are read again.

use super::RecordLine;
use super::file::{identity, old_files};
use std::fs::{File, Metadata, OpenOptions, metadata};
use std::io::{self, BufRead, ErrorKind, Read};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// The longest line that is looked into, in bytes; no record is longer.
const LONGEST_LINE: u64 = 1024 * 1024;

/// Which records are of interest.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RecordChoice {
    /// Only those of calls of this user, in whatever case of letters.
    pub user: Option<String>,
    /// Only those of calls that began at this time or later: the beginning of how records say it.
    pub since: Option<String>,
    /// Only those of calls that began before this time.
    pub until: Option<String>,
}

impl RecordChoice {
    /// Whether a record is one of them.
    pub fn takes(&self, record: &RecordLine) -> bool {
        let is_same = |user: &String| user.to_lowercase() == record.user.to_lowercase();
        self.user.as_ref().is_none_or(is_same)
            && self.since.as_ref().is_none_or(|time| record.begin >= *time)
            && self.until.as_ref().is_none_or(|time| record.begin < *time)
    }
}

/// Lines that begin like a record and are none, as one that was cut off.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Spoilt {
    /// How many there are.
    pub count: usize,
    /// The number of the first of them, counted from 1; 0 if there are none.
    pub first: usize,
}

/// Reads lines, and hands on the records among them. Returns which lines are none; of those that
/// look like nothing of the kind, as what else `tapi3 serve` prints, nobody needs to hear.
///
/// # Errors
/// They cannot be read to their end.
pub fn read_records(
    mut lines: impl BufRead,
    mut take: impl FnMut(RecordLine),
) -> io::Result<Spoilt> {
    let mut spoilt = Spoilt::default();
    let mut number = 1;
    let mut line = Vec::new();
    loop {
        line.clear();
        let mut limited = Read::take(&mut lines, LONGEST_LINE);
        if limited.read_until(b'\n', &mut line)? == 0 {
            return Ok(spoilt);
        }
        match RecordLine::read(String::from_utf8_lossy(&line).trim()) {
            Some(record) => take(record),
            None if line.starts_with(b"{") => {
                spoilt.count += 1;
                if spoilt.count == 1 {
                    spoilt.first = number;
                }
            }
            None => {}
        }
        number += usize::from(line.ends_with(b"\n"));
    }
}

/// A file that records were written to.
#[derive(Debug)]
pub struct WrittenFile {
    path: PathBuf,
    /// That which is written to is open from the beginning: it may be put aside at any moment, and
    /// another one have its name.
    open: Option<io::Result<File>>,
}

impl WrittenFile {
    /// What it was called when it was found.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The file; none if it was one too many meanwhile.
    ///
    /// # Errors
    /// It cannot be opened.
    pub fn open(self) -> io::Result<Option<File>> {
        match self.open {
            Some(open) => open.map(Some),
            None => open_kept(&self.path),
        }
    }
}

/// How often it is looked for files at most, where one is put aside each time.
const MOST_LOOKS: usize = 100;

/// The files that records were written to under this name: those put aside, oldest first, and the
/// one itself, if it is there. What was written before this is called is in one of them, also if
/// one is put aside just now or before it is read. A pipe or a device is none of them: what is read
/// there is lost to whom it is for.
pub fn record_files(path: &Path) -> Vec<WrittenFile> {
    let mut looks = 0;
    loop {
        let newest = open_kept(path);
        let old = old_files(path);
        looks += 1;
        // Otherwise it may be among the old ones or not, and so may others.
        if is_in_place(path, &newest) || looks == MOST_LOOKS {
            let newest = newest.transpose().map(|open| WrittenFile {
                path: path.to_owned(),
                open: Some(open),
            });
            let old = old.into_iter().map(|old| WrittenFile {
                path: old.path,
                open: None,
            });
            return old.chain(newest).collect();
        }
    }
}

/// Opens what keeps what is written to it, if that is there.
fn open_kept(path: &Path) -> io::Result<Option<File>> {
    // Nobody waits for who else opens a pipe.
    let open = (OpenOptions::new().read(true))
        .custom_flags(libc::O_NONBLOCK)
        .open(path);
    match open {
        Ok(file) => Ok(file.metadata()?.is_file().then_some(file)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whether what was found under a name is still there.
fn is_in_place(path: &Path, found: &io::Result<Option<File>>) -> bool {
    let now = metadata(path).ok().filter(Metadata::is_file);
    let now = now.as_ref().map(identity);
    match found {
        Ok(Some(file)) => (file.metadata()).is_ok_and(|found| Some(identity(&found)) == now),
        Ok(None) => now.is_none(),
        // Whoever reads it is told.
        Err(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::{read_to_string, remove_file, rename, write};
    use std::io::Write;
    use std::sync::atomic::{AtomicU32, Ordering};

    fn texts(files: Vec<WrittenFile>) -> Vec<String> {
        let open = files.into_iter().filter_map(|file| file.open().unwrap());
        open.map(|mut file| io::read_to_string(&mut file).unwrap())
            .collect()
    }

    /// As when one is put aside between looking for the files and reading them, which may take long.
    #[test]
    fn a_file_that_is_put_aside_meanwhile_is_read_and_read_once() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("calls.jsonl");
        let old = |number: u32| {
            folder
                .path()
                .join(format!("calls-2026-11-26-{number:03}.jsonl"))
        };
        assert!(record_files(&path).is_empty());
        write(old(1), "1").unwrap();
        write(old(2), "2").unwrap();
        write(&path, "3").unwrap();
        let files = record_files(&path);
        rename(&path, old(3)).unwrap();
        // Before there is a new one, and when there is.
        assert_eq!(texts(record_files(&path)), ["1", "2", "3"]);
        write(&path, "4").unwrap();
        remove_file(old(1)).unwrap();
        assert_eq!(texts(files), ["2", "3"]);
        assert_eq!(texts(record_files(&path)), ["2", "3", "4"]);
    }

    /// It is there for somebody else, and would never come to an end.
    #[test]
    fn a_pipe_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("calls.jsonl");
        nix::unistd::mkfifo(&path, nix::sys::stat::Mode::S_IRWXU).unwrap();
        assert!(record_files(&path).is_empty());
        let mut pipe = OpenOptions::new()
            .read(true)
            .write(true)
            .open(&path)
            .unwrap();
        pipe.write_all(b"record").unwrap();
        assert!(record_files(&path).is_empty());
        let mut kept = [0; 6];
        pipe.read_exact(&mut kept).unwrap();
        assert_eq!(&kept, b"record");
    }

    /// Each text is in a file at any time; whoever looks finds all of those that were there before.
    #[test]
    fn nothing_is_missed_and_nothing_is_read_twice_while_files_are_put_aside() {
        const COUNT: u32 = 400;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("calls.jsonl");
        let name = |number: u32| {
            folder
                .path()
                .join(format!("calls-2026-11-26-{number:03}.jsonl"))
        };
        write(&path, "0").unwrap();
        let (looks, mut wrong) = (AtomicU32::new(0), Vec::new());
        std::thread::scope(|scope| {
            let moves = scope.spawn(|| {
                for number in 1..COUNT {
                    // Once in each look, at whatever moment.
                    while looks.load(Ordering::Relaxed) < number {
                        std::thread::yield_now();
                    }
                    rename(&path, name(number)).unwrap();
                    let new = folder.path().join("new");
                    write(&new, number.to_string()).unwrap();
                    rename(new, &path).unwrap();
                }
            });
            while !moves.is_finished() {
                let before = read_to_string(&path).map_or(0, |text| text.parse().unwrap());
                looks.fetch_add(1, Ordering::Relaxed);
                let found = texts(record_files(&path));
                let found: Vec<usize> = found.iter().map(|text| text.parse().unwrap()).collect();
                if found.len() <= before || !found.iter().copied().eq(0..found.len()) {
                    wrong.push((before, found));
                }
            }
        });
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
