//! Who gets the lines: a function of the program, or else standard error.

use super::filter::{Filter, Wrong};
use super::journal;
use super::queue::Line;
use super::text::Text;
use core::ffi::c_void;
use once_cell::sync::OnceCell;
use std::ffi::{CStr, c_char};
use std::fmt::Write as _;
use std::io::{IsTerminal, Write as _};
use std::sync::atomic::{AtomicBool, AtomicU8, AtomicUsize, Ordering};
use tapi3_common::date::Rfc3339;
use tracing::Level;
use tracing::level_filters::LevelFilter;

/// A C function that hears lines: level, target, text and its own context.
pub type LogFunction =
    unsafe extern "C" fn(level: i32, target: *const c_char, text: *const c_char, *mut c_void);

/// A function of the program, with what it needs to be called.
#[derive(Debug, Clone, Copy)]
pub struct Listener {
    /// The level up to which it wants lines.
    pub level: Level,
    /// The function.
    pub function: LogFunction,
    /// The address that it gets back; whose it is is the program's business.
    pub context: usize,
    /// Calls the function: that is not for this room, which has no unsafe code.
    pub call: fn(&Listener, number: i32, target: &CStr, text: &CStr),
}

impl Listener {
    pub(super) fn hear(&self, level: Level, target: &CStr, text: &CStr) {
        // Lines that came before this one listened may be of a finer level.
        if level <= self.level {
            (self.call)(self, i32::from(number(level)), target, text);
        }
    }
}

/// What `TAPI3_LOG` says; read once.
static FILTER: OnceCell<Option<Filter>> = OnceCell::new();
/// The level of the program's function, as its number; 0 while there is none.
static HEARS: AtomicU8 = AtomicU8::new(0);
/// Whether the log is a server's, which nobody waits for.
static SERVER: AtomicBool = AtomicBool::new(false);
/// Whether lines are written with where they come from.
static TARGETS: AtomicBool = AtomicBool::new(true);

/// A level as the number that C programs know it by.
pub(super) fn number(level: Level) -> u8 {
    match level {
        Level::ERROR => 1,
        Level::WARN => 2,
        Level::INFO => 3,
        Level::DEBUG => 4,
        Level::TRACE => 5,
    }
}

/// The level with a number; the nearest if there is none.
pub fn level(number: i32) -> Level {
    match number {
        ..=1 => Level::ERROR,
        2 => Level::WARN,
        3 => Level::INFO,
        4 => Level::DEBUG,
        5.. => Level::TRACE,
    }
}

/// Notes the level of the program's function.
pub(super) fn listens(level: Option<Level>) {
    HEARS.store(level.map_or(0, number), Ordering::Relaxed);
}

fn hears() -> Option<Level> {
    match HEARS.load(Ordering::Relaxed) {
        0 => None,
        number => Some(level(i32::from(number))),
    }
}

/// The level up to which anybody wants anything.
pub(super) fn most() -> LevelFilter {
    match hears() {
        Some(level) => level.into(),
        None => filter().map_or(LevelFilter::OFF, Filter::most),
    }
}

/// Whether anybody wants lines of this level and target.
pub(super) fn wants(wanted: Level, target: &str) -> bool {
    match hears() {
        Some(level) => wanted <= level,
        None => filter().is_some_and(|filter| wanted <= filter.level_of(target)),
    }
}

/// Whether lines go to standard error now, and are waited for.
pub(super) fn prompt() -> bool {
    hears().is_none() && !is_of_a_server()
}

/// Makes the log a server's. With a level, that counts, whatever `TAPI3_LOG` says, and lines are
/// written without where they come from; so they are at the level `otherwise` where it says nothing.
pub(super) fn serve(level: Option<LevelFilter>, otherwise: LevelFilter) {
    SERVER.store(true, Ordering::Relaxed);
    let is_set = std::env::var_os("TAPI3_LOG").is_some_and(|value| !value.is_empty());
    let level = match is_set {
        true => level,
        false => Some(level.unwrap_or(otherwise)),
    };
    if let Some(level) = level {
        TARGETS.store(false, Ordering::Relaxed);
        FILTER.get_or_init(|| (level != LevelFilter::OFF).then(|| Filter::all(level)));
    }
}

/// Whether the log is a server's.
pub(super) fn is_of_a_server() -> bool {
    SERVER.load(Ordering::Relaxed)
}

/// Whether lines go to standard error when no function of the program takes them.
pub(super) fn standard_error() -> bool {
    filter().is_some()
}

fn filter() -> Option<&'static Filter> {
    FILTER.get().and_then(Option::as_ref)
}

/// Reads `TAPI3_LOG`, the first time. What is no filter is said once, and does no harm.
pub(super) fn read_environment() {
    FILTER.get_or_init(|| {
        let value = std::env::var_os("TAPI3_LOG").filter(|value| !value.is_empty())?;
        let (filter, Wrong(wrong)) = Filter::read(&value.to_string_lossy());
        if !wrong.is_empty() {
            say(&format!(
                "tapi3: TAPI3_LOG: {wrong:?} is no filter and is left out; it takes levels (off, \
                 error, warn, info, debug, trace), for everything or for a target, such as \
                 warn,tapi3::sip=debug"
            ));
        }
        (filter.most() != LevelFilter::OFF).then_some(filter)
    });
}

/// Writes a line to standard error, with its time, if `TAPI3_LOG` wants it.
pub(super) fn to_standard_error(line: &Line) {
    let name = line.target.to_str().unwrap_or_default();
    if filter().is_none_or(|filter| line.level > filter.level_of(name)) {
        return;
    }
    let mut text = Text::line();
    // A text that is being made takes whatever comes; what does not fit is cut.
    let _ = write!(text, "{} {:>5} ", Rfc3339(line.time), line.level);
    text.add_bytes(name.as_bytes());
    text.add_bytes(b": ");
    text.add_bytes(line.text.to_bytes());
    say(text.as_str());
}

/// Who reads a server's log.
#[derive(Debug, Clone, Copy)]
pub(super) enum Readers {
    /// Somebody at a terminal, who sees colours.
    Terminal,
    /// systemd's journal.
    Journal,
    /// A file, or another program.
    Others,
}

impl Readers {
    pub fn of_standard_error() -> Self {
        match () {
            () if journal::is_there() => Readers::Journal,
            () if std::io::stderr().is_terminal() => Readers::Terminal,
            () => Readers::Others,
        }
    }
}

/// Adds a line of a server's log to others. Whether there is memory for it.
pub(super) fn format(piece: &mut Vec<u8>, line: &Line, readers: Readers) -> bool {
    let (target, text) = (line.target.to_bytes(), line.text.to_bytes());
    if piece.try_reserve(target.len() + text.len() + 64).is_err() {
        return false;
    }
    let (time, level) = (Rfc3339(line.time), line.level);
    // Writing to memory cannot fail.
    let _ = match readers {
        Readers::Terminal => {
            let (dim, colour, plain) = ("\x1b[2m", colour(level), "\x1b[0m");
            write!(piece, "{dim}{time}{plain} {colour}{level:>5}{plain} ")
        }
        Readers::Journal => write!(piece, "{}{level} ", journal::priority(level)),
        Readers::Others => write!(piece, "{time} {level:>5} "),
    };
    if TARGETS.load(Ordering::Relaxed) {
        piece.extend_from_slice(target);
        piece.extend_from_slice(b": ");
    }
    piece.extend_from_slice(text);
    piece.push(b'\n');
    true
}

fn colour(level: Level) -> &'static str {
    match level {
        Level::ERROR => "\x1b[31m",
        Level::WARN => "\x1b[33m",
        Level::INFO => "\x1b[32m",
        Level::DEBUG => "\x1b[34m",
        Level::TRACE => "\x1b[35m",
    }
}

/// Writes one line to standard error, in one piece.
pub(super) fn say(line: &str) {
    /// Lines that standard error did not take.
    static REFUSED: AtomicUsize = AtomicUsize::new(0);
    let mut bytes = Vec::new();
    let room = bytes.try_reserve_exact(line.len() + 1);
    if room.is_ok() {
        bytes.extend_from_slice(line.as_bytes());
        bytes.push(b'\n');
    }
    // Nobody is left to be told of a failure.
    if room.is_err() || std::io::stderr().write_all(&bytes).is_err() {
        REFUSED.fetch_add(1, Ordering::Relaxed);
    }
}
