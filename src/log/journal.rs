//! Standard error as systemd's journal: it keeps the time of each line itself, and takes the line's
//! priority from a number before it (sd-daemon(3)).

use once_cell::sync::OnceCell;
use std::env;
use std::fs::File;
use std::io::stderr;
use std::os::fd::AsFd;
use std::os::unix::fs::MetadataExt;
use tracing::Level;

/// Whether standard error leads to the journal: `JOURNAL_STREAM` names the device and the inode of
/// what does (systemd.exec(5)). A program that was started with another standard error has the
/// variable still.
pub(super) fn is_there() -> bool {
    static IS_THERE: OnceCell<bool> = OnceCell::new();
    *IS_THERE.get_or_init(|| {
        let named = env::var("JOURNAL_STREAM").unwrap_or_default();
        let Some((device, inode)) = named.split_once(':') else {
            return false;
        };
        let ours = stderr().as_fd().try_clone_to_owned();
        let Ok(ours) = ours.and_then(|ours| File::from(ours).metadata()) else {
            return false;
        };
        device.parse() == Ok(ours.dev()) && inode.parse() == Ok(ours.ino())
    })
}

/// The journal's number for a level.
pub(super) fn priority(level: Level) -> &'static str {
    match level {
        Level::ERROR => "<3>",
        Level::WARN => "<4>",
        Level::INFO => "<6>",
        Level::DEBUG | Level::TRACE => "<7>",
    }
}
