//! Standard error, as a log that many lines a second go to: whole pieces of many lines, each piece
//! as far as it goes, and a count of what did not go.

use super::listener::{self, Readers};
use super::queue::Line;
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::{Errno, write};
use std::io::stderr;

/// So many bytes are written at once, unless a line is longer.
const PIECE: usize = 32 * 1024;

/// Writes lines to standard error, however long that takes. Returns how many it did not take.
pub(super) fn write_lines<'a>(lines: impl Iterator<Item = Line<'a>>) -> u64 {
    let readers = Readers::of_standard_error();
    let mut piece = Vec::new();
    let (mut in_piece, mut unwritten) = (0, 0);
    for line in lines {
        if !listener::format(&mut piece, &line, readers) {
            unwritten += 1;
            continue;
        }
        in_piece += 1;
        if piece.len() >= PIECE {
            unwritten += put(&piece, in_piece);
            piece.clear();
            in_piece = 0;
        }
    }
    unwritten + put(&piece, in_piece)
}

/// Writes a piece with so many lines. Returns how many of them are not known to be written: all, if
/// any is not.
fn put(mut piece: &[u8], lines: u64) -> u64 {
    let to = stderr();
    while !piece.is_empty() {
        match write(&to, piece) {
            Ok(0) => return lines,
            Ok(count) => piece = piece.get(count..).unwrap_or_default(),
            Err(Errno::INTR) => {}
            // Another process that has it, too, may have said that nobody is to wait for it.
            Err(Errno::AGAIN) => {
                let wanted = &mut [PollFd::new(&to, PollFlags::OUT)];
                if poll(wanted, None).is_err_and(|error| error != Errno::INTR) {
                    return lines;
                }
            }
            Err(_) => return lines,
        }
    }
    0
}
