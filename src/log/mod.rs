//! What the library tells about what happens: lines of text, each with a level and a target.
//!
//! Everything here logs through `tracing`. This room is the subscriber of a process that has no
//! other: of C and Python programs, which hear lines through a function of theirs
//! ([`set_listener`]) or, with `TAPI3_LOG`, on standard error. A Rust program that installs a
//! subscriber of its own gets the events there instead.
//!
//! Making a line takes no memory from the heap and never blocks: it is laid down for the log's own
//! thread, which calls the listener with no lock held.

mod filter;
mod journal;
mod listener;
mod output;
mod queue;
mod subscriber;
mod text;

pub use listener::{Listener, LogFunction, level};
pub use subscriber::RequestId;

use crate::engine::Result;
use std::time::Duration;
use text::Text;
use tracing::Level;
use tracing::level_filters::LevelFilter;

/// Has lines handed to a function of the program from now on, in place of standard error; `None`
/// takes the function away. When it returns, the function that was there before has got the lines
/// so far and does not run any more. Called from within such a function, it returns at once.
///
/// Fails if the program has a `tracing` subscriber of its own, and if the log's thread does not
/// start; then nothing has changed.
pub fn set_listener(new: Option<Listener>) -> Result<()> {
    listener::read_environment();
    if new.is_some() {
        subscriber::install()?;
    }
    queue::set_listener(new)?;
    subscriber::levels_changed();
    Ok(())
}

/// Has lines written to standard error from now on, if `TAPI3_LOG` says which and the program has
/// no `tracing` subscriber of its own. Done again it changes nothing, except that a forked child
/// gets a log of its own.
pub fn from_environment() {
    listener::read_environment();
    if !queue::wanted() {
        return;
    }
    // A program's own subscriber gets the events then.
    if subscriber::install().is_err() {
        return;
    }
    match queue::ready() {
        Ok(()) => subscriber::levels_changed(),
        Err(error) => listener::say(&format!("tapi3: nothing is logged: {error}")),
    }
}

/// Has lines written to standard error as a server wants it: nobody who logs ever waits, whoever
/// reads them, and what finds no room is counted ([`lost`]) and told when there is room again. Each
/// line names the request that it belongs to.
///
/// Which lines: those of `level`; without it, as `TAPI3_LOG` says, or those of information. To be
/// called before anything else of the log; once.
///
/// Fails if the log's thread does not start, or the process has another `tracing` subscriber.
pub fn serve(level: Option<LevelFilter>) -> Result<()> {
    listener::serve(level, LevelFilter::INFO);
    listener::read_environment();
    if queue::wanted() {
        subscriber::install()?;
        queue::ready()?;
        subscriber::levels_changed();
    }
    Ok(())
}

/// What stands before a line of this level that a program writes to standard error by itself:
/// nothing, unless systemd's journal reads it.
pub fn prefix(level: Level) -> &'static str {
    match journal::is_there() {
        true => journal::priority(level),
        false => "",
    }
}

/// How many lines were lost since the process began, because nobody took them.
pub fn lost() -> u64 {
    queue::lost()
}

/// Writes a line of the program's own. Text that is not UTF-8 is mended, and what is longer than
/// 2,000 bytes is cut.
pub fn write(level: Level, target: &[u8], text: &[u8]) {
    /// `tracing` wants the level of an event to be constant.
    macro_rules! event {
        ($level:ident, $from:expr, $text:expr) => {
            tracing::event!(target: subscriber::PROGRAM, Level::$level, from = $from, "{}", $text)
        };
    }
    if tracing::level_filters::LevelFilter::current() < level {
        return;
    }
    let (mut from, mut line) = (Text::short(100), Text::lines());
    from.add_bytes(target);
    line.add_bytes(text);
    let (from, line) = (from.as_str(), line.as_str());
    match level {
        Level::ERROR => event!(ERROR, from, line),
        Level::WARN => event!(WARN, from, line),
        Level::INFO => event!(INFO, from, line),
        Level::DEBUG => event!(DEBUG, from, line),
        Level::TRACE => event!(TRACE, from, line),
    }
}

/// Waits until the lines so far are handed on, for as long as `patience` at most. Whether they
/// are; at once from within a listener.
pub fn flush(patience: Duration) -> bool {
    queue::flush(patience)
}
