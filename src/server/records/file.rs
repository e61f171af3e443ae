//! The file that call records go to. When a record would make it longer than it may be, or is of
//! another day than those before it, the file is put aside under a name with its day and a number.

use super::time::{day, day_in_words};
use super::writer::{BATCH, Output};
use crate::config::RecordsSettings;
use std::ffi::OsString;
use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{FileExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Numbers of people: for their owner and the group.
const MODE: u32 = 0o640;

/// A file of records that is put aside by size and day.
pub(super) struct RecordFile {
    path: PathBuf,
    /// 0: of any size.
    most_bytes: u64,
    daily: bool,
    /// How many old files stay; 0: all.
    keep: usize,
    open: Option<Open>,
}

struct Open {
    file: File,
    /// Which file it is, to see when there is another one of its name.
    identity: (u64, u64),
    is_regular: bool,
    length: u64,
    /// The day of its last record.
    day: u64,
}

impl RecordFile {
    /// Opens the file, which need not be there yet.
    ///
    /// # Errors
    /// It cannot be opened or made.
    pub fn open(path: &Path, settings: &RecordsSettings) -> io::Result<Self> {
        let mut file = RecordFile {
            path: path.to_owned(),
            most_bytes: settings.rotate_size,
            daily: settings.rotate_daily,
            keep: settings.keep,
            open: None,
        };
        file.open = Some(file.open_anew()?);
        Ok(file)
    }

    fn open_anew(&self) -> io::Result<Open> {
        let file = OpenOptions::new()
            .append(true)
            .read(true)
            .create(true)
            .mode(MODE)
            // A pipe without a reader would hold up whoever opens it.
            .custom_flags(libc::O_NONBLOCK)
            .open(&self.path)?;
        let metadata = file.metadata()?;
        let mut open = Open {
            identity: identity(&metadata),
            is_regular: metadata.is_file(),
            length: metadata.len(),
            day: day(metadata.modified().unwrap_or_else(|_| SystemTime::now())),
            file,
        };
        // A line that somebody has left half written is not to spoil the next one.
        if open.is_regular && open.length > 0 {
            let mut last = [b'\n'];
            open.file.read_exact_at(&mut last, open.length - 1)?;
            if last != [b'\n'] {
                open.file.write_all(b"\n")?;
                open.length += 1;
            }
        }
        Ok(open)
    }

    /// Whether the open file is still the one of its name.
    fn is_in_place(&self) -> bool {
        let Some(open) = &self.open else {
            return false;
        };
        let found = std::fs::metadata(&self.path);
        found.is_ok_and(|found| identity(&found) == open.identity)
    }

    /// Puts the open file aside and opens a new one. A file that cannot be put aside is gone on
    /// with: it is better too long than lost.
    fn rotate(&mut self) -> io::Result<()> {
        let Some(open) = self.open.take() else {
            return Ok(());
        };
        let aside = self.name_aside(open.day);
        if let Err(error) = std::fs::rename(&self.path, &aside) {
            tracing::warn!(to = %aside.display(), %error, "the call records are not put aside");
            self.open = Some(open);
            return Ok(());
        }
        // What is in it is to outlive the machine, which the thread may well wait for.
        let _ = open.file.sync_all();
        drop(open);
        self.open = Some(self.open_anew()?);
        self.forget_the_oldest();
        Ok(())
    }

    fn name_aside(&self, of_day: u64) -> PathBuf {
        let of_day = day_in_words(of_day);
        let same_day = old_files(&self.path).into_iter();
        let last = same_day
            .filter(|old| old.day == of_day)
            .map(|old| old.number);
        let number = last.max().unwrap_or(0) + 1;
        let (stem, extension) = parts(&self.path);
        let mut name = stem;
        name.push(format!("-{of_day}-{number:03}"));
        name.push(extension);
        self.path.with_file_name(name)
    }

    fn forget_the_oldest(&self) {
        if self.keep == 0 {
            return;
        }
        let old = old_files(&self.path);
        let too_many = old.len().saturating_sub(self.keep);
        for old in old.iter().take(too_many) {
            if let Err(error) = std::fs::remove_file(&old.path) {
                tracing::warn!(file = %old.path.display(), %error, "old call records stay");
            }
        }
    }
}

impl Output for RecordFile {
    fn prepare(&mut self, length: usize, goes_on: bool) -> io::Result<bool> {
        if !self.is_in_place() {
            self.open = None;
            self.open = Some(self.open_anew()?);
            return Ok(false);
        }
        let today = day(SystemTime::now());
        let Some(open) = self.open.as_mut().filter(|open| open.is_regular) else {
            return Ok(true);
        };
        // What others have done to it counts too.
        open.length = open.file.metadata()?.len();
        let too_long = self.most_bytes > 0
            && open.length > 0
            && open.length.saturating_add(length as u64) > self.most_bytes;
        let too_old = self.daily && open.length > 0 && open.day != today;
        if !goes_on && (too_long || too_old) {
            self.rotate()?;
        }
        if let Some(open) = &mut self.open {
            open.day = today;
        }
        Ok(true)
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.open {
            Some(open) => open.file.write(bytes),
            None => Err(io::ErrorKind::NotFound.into()),
        }
    }

    fn most_at_once(&self) -> usize {
        let most = usize::try_from(self.most_bytes).ok();
        most.filter(|most| *most > 0)
            .map_or(BATCH, |most| most.min(BATCH))
    }

    fn finish(&mut self) {
        let Some(open) = self.open.as_ref().filter(|open| open.is_regular) else {
            return;
        };
        if let Err(error) = open.file.sync_all() {
            tracing::warn!(%error, "the last call records may not outlive the machine");
        }
    }
}

/// Which file it is, whatever it is called.
pub(super) fn identity(metadata: &Metadata) -> (u64, u64) {
    (metadata.dev(), metadata.ino())
}

/// A file that was put aside.
pub(super) struct OldFile {
    day: String,
    number: u64,
    pub path: PathBuf,
}

/// The files that were put aside, oldest first. None if the folder cannot be read.
pub(super) fn old_files(path: &Path) -> Vec<OldFile> {
    let folder = match path.parent() {
        Some(folder) if folder.as_os_str().is_empty() => Path::new("."),
        Some(folder) => folder,
        None => return Vec::new(),
    };
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut old: Vec<OldFile> = entries
        .filter_map(|entry| old_file(path, &entry.path()))
        .collect();
    old.sort_by(|a, b| (&a.day, a.number).cmp(&(&b.day, b.number)));
    old
}

fn old_file(path: &Path, candidate: &Path) -> Option<OldFile> {
    let (stem, extension) = parts(path);
    let name = candidate.file_name()?.to_str()?;
    let name = name.strip_prefix(stem.to_str()?)?.strip_prefix('-')?;
    let name = name.strip_suffix(extension.to_str()?)?;
    let (day, number) = name.rsplit_once('-')?;
    let is_day = day.len() == 10
        && day.chars().enumerate().all(|(place, c)| match place {
            4 | 7 => c == '-',
            _ => c.is_ascii_digit(),
        });
    let is_number = number.chars().all(|c| c.is_ascii_digit());
    let number = number.parse().ok().filter(|_| is_day && is_number)?;
    Some(OldFile {
        day: day.to_owned(),
        number,
        path: candidate.to_owned(),
    })
}

/// The name without its extension, and the extension with its point.
fn parts(path: &Path) -> (OsString, OsString) {
    let stem = path.file_stem().unwrap_or_default().to_owned();
    let mut extension = OsString::new();
    if let Some(text) = path.extension() {
        extension.push(".");
        extension.push(text);
    }
    (stem, extension)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    struct Rig {
        folder: tempfile::TempDir,
        settings: RecordsSettings,
    }

    impl Rig {
        fn new() -> Self {
            let folder = tempfile::tempdir().unwrap();
            let settings = RecordsSettings::default();
            Rig { folder, settings }
        }

        fn path(&self) -> PathBuf {
            self.folder.path().join("calls.jsonl")
        }

        fn open(&self) -> RecordFile {
            RecordFile::open(&self.path(), &self.settings).unwrap()
        }

        fn names(&self) -> Vec<String> {
            let entries = std::fs::read_dir(self.folder.path()).unwrap();
            let name = |entry: io::Result<std::fs::DirEntry>| entry.unwrap().file_name();
            let mut names: Vec<_> = entries.map(|e| name(e).into_string().unwrap()).collect();
            names.sort();
            names
        }

        fn age(&self, days: u64) {
            let then = SystemTime::now() - Duration::from_secs(days * 24 * 60 * 60);
            File::options()
                .append(true)
                .open(self.path())
                .unwrap()
                .set_modified(then)
                .unwrap();
        }
    }

    fn write(file: &mut RecordFile, line: &str) -> io::Result<()> {
        file.prepare(line.len(), false)?;
        assert_eq!(file.write(line.as_bytes())?, line.len());
        Ok(())
    }

    fn today() -> String {
        day_in_words(day(SystemTime::now()))
    }

    #[test]
    fn a_file_is_put_aside_before_it_grows_too_long() {
        let mut rig = Rig::new();
        rig.settings.rotate_size = 10;
        rig.settings.keep = 2;
        let mut file = rig.open();
        for line in ["one.....\n", "two.....\n", "three...\n", "four....\n"] {
            write(&mut file, line).unwrap();
        }
        let today = today();
        assert_eq!(
            rig.names(),
            [
                format!("calls-{today}-002.jsonl"),
                format!("calls-{today}-003.jsonl"),
                "calls.jsonl".to_owned()
            ]
        );
        assert_eq!(std::fs::read_to_string(rig.path()).unwrap(), "four....\n");
        let old: Vec<_> = old_files(&rig.path())
            .iter()
            .map(|old| old.number)
            .collect();
        assert_eq!(old, [2, 3]);
    }

    #[test]
    fn a_file_of_another_day_is_put_aside_under_that_day() {
        let mut rig = Rig::new();
        let mut file = rig.open();
        write(&mut file, "then\n").unwrap();
        rig.age(3);
        let mut file = rig.open();
        write(&mut file, "now\n").unwrap();
        let then = day_in_words(day(SystemTime::now()) - 3);
        assert_eq!(
            rig.names(),
            [format!("calls-{then}-001.jsonl"), "calls.jsonl".to_owned()]
        );
        rig.age(3);
        rig.settings.rotate_daily = false;
        let mut file = rig.open();
        write(&mut file, "still\n").unwrap();
        assert_eq!(std::fs::read_to_string(rig.path()).unwrap(), "now\nstill\n");
    }

    #[test]
    fn a_file_that_others_have_moved_or_removed_is_made_anew() {
        let rig = Rig::new();
        let mut file = rig.open();
        write(&mut file, "one\n").unwrap();
        std::fs::rename(rig.path(), rig.folder.path().join("moved")).unwrap();
        write(&mut file, "two\n").unwrap();
        assert_eq!(std::fs::read_to_string(rig.path()).unwrap(), "two\n");
        std::fs::remove_file(rig.path()).unwrap();
        write(&mut file, "three\n").unwrap();
        assert_eq!(std::fs::read_to_string(rig.path()).unwrap(), "three\n");
    }

    #[test]
    fn a_folder_that_vanishes_is_an_error_until_it_is_back() {
        let rig = Rig::new();
        let mut settings = rig.settings.clone();
        settings.rotate_daily = false;
        let folder = rig.folder.path().join("sub");
        std::fs::create_dir(&folder).unwrap();
        let path = folder.join("calls.jsonl");
        let mut file = RecordFile::open(&path, &settings).unwrap();
        write(&mut file, "one\n").unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
        assert!(write(&mut file, "two\n").is_err());
        std::fs::create_dir(&folder).unwrap();
        write(&mut file, "two\n").unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "two\n");
    }

    #[test]
    fn a_line_that_a_process_left_half_written_does_not_spoil_the_next() {
        let rig = Rig::new();
        std::fs::write(rig.path(), "{\"id\":\"a").unwrap();
        let mut file = rig.open();
        write(&mut file, "{}\n").unwrap();
        assert_eq!(
            std::fs::read_to_string(rig.path()).unwrap(),
            "{\"id\":\"a\n{}\n"
        );
    }

    #[test]
    fn a_line_under_way_is_not_torn_from_its_beginning_by_a_rotation() {
        let mut rig = Rig::new();
        rig.settings.rotate_size = 4;
        let mut file = rig.open();
        write(&mut file, "one\n").unwrap();
        assert!(file.prepare(100, true).unwrap());
        assert_eq!(rig.names(), ["calls.jsonl"]);
    }

    #[test]
    fn only_our_own_old_files_count() {
        let path = Path::new("/var/log/calls.jsonl");
        let is_old = |name: &str| old_file(path, &path.with_file_name(name)).is_some();
        assert!(is_old("calls-2026-11-26-001.jsonl"));
        assert!(is_old("calls-2026-11-26-1000.jsonl"));
        for name in [
            "calls.jsonl",
            "calls-2026-11-26.jsonl",
            "calls-2026-11-26-+01.jsonl",
            "calls-2026-11-26-001.jsonl.gz",
            "calls-yesterday..-001.jsonl",
            "others-2026-11-26-001.jsonl",
        ] {
            assert!(!is_old(name), "{name}");
        }
    }
}
