//! From the events of `tracing`, with which everything here logs, to lines.

use super::text::Text;
use super::{listener, queue};
use crate::engine::{Error, ErrorKind, Result};
use once_cell::sync::OnceCell;
use std::cell::Cell;
use std::fmt::Write;
use std::sync::{Mutex, PoisonError};
use tracing::field::{Field, Visit};
use tracing::level_filters::LevelFilter;
use tracing::span::{Attributes, Id, Record};
use tracing::subscriber::Interest;
use tracing::{Event, Level, Metadata, Subscriber};

/// Where lines of the program itself come from, as far as `tracing` knows.
pub(super) const PROGRAM: &str = "tapi3::program";
/// The span of a request to a server, with the field `number`, a `u64` that is not 0.
pub(crate) const REQUEST_SPAN: &str = "request";
/// The longest line of a library below this one, in bytes: none that shows a whole message.
const FOREIGN: usize = 240;

/// The rooms under the names that a user knows.
const ROOMS: [(&str, &str); 8] = [
    ("tapi3::providers::sip", "tapi3::sip"),
    ("tapi3::providers::ews", "tapi3::ews"),
    ("tapi3::providers::sim", "tapi3::sim"),
    ("tapi3::providers", "tapi3::providers"),
    ("tapi3_engine", "tapi3::engine"),
    ("tapi3_sip", "tapi3::sip"),
    ("tapi3_soap", "tapi3::soap"),
    ("tapi3_common", "tapi3::common"),
];

/// Takes the events of this process, unless it has another subscriber.
pub(super) fn install() -> Result<()> {
    static INSTALLED: OnceCell<bool> = OnceCell::new();
    let installed = INSTALLED
        .get_or_init(|| tracing::dispatcher::set_global_default(Lines::dispatch()).is_ok());
    if *installed {
        return Ok(());
    }
    levels_changed();
    Err(Error::new(
        ErrorKind::OperationFailed,
        "This program has a tracing subscriber of its own, which gets the library's log.",
    ))
}

/// Has `tracing` ask anew what is wanted. With nobody listening, it passes every event over after
/// one look at a number.
pub(super) fn levels_changed() {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _one = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    tracing::callsite::rebuild_interest_cache();
}

/// The name of a place in the sources for those who read the log.
fn target(module: &'static str) -> &'static str {
    let inside = |room: &str| {
        let rest = module.strip_prefix(room);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
    };
    if let Some((_, name)) = ROOMS.iter().find(|(room, _)| inside(room)) {
        return name;
    }
    let kept = if is_ours(module) { 2 } else { 1 };
    // Between two names there are two colons.
    let colons = module.bytes().enumerate().filter(|(_, byte)| *byte == b':');
    let end = colons.step_by(2).nth(kept - 1);
    let name = end.and_then(|(end, _)| module.get(..end));
    name.unwrap_or(module)
}

fn is_ours(module: &str) -> bool {
    module.starts_with("tapi3")
}

/// Whether what a library says at each of its tries is said by a room here, once in a while: by that
/// of the bus, why a server is not reached.
fn is_repeated(module: &str) -> bool {
    module.starts_with("async_nats")
}

/// The name of a request, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RequestId(pub u64);

impl std::fmt::Display for RequestId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:08x}-{:x}", self.0 >> 32, self.0 & 0xffff_ffff)
    }
}

struct Lines;

impl Lines {
    fn dispatch() -> tracing::Dispatch {
        tracing::Dispatch::new(Lines)
    }
}

impl Subscriber for Lines {
    fn register_callsite(&self, metadata: &'static Metadata<'static>) -> Interest {
        // Libraries below show whole messages, credentials included, at the finer levels.
        let is_fine = !is_ours(metadata.target()) && *metadata.level() > Level::WARN;
        let hidden = is_fine || is_repeated(metadata.target());
        if metadata.is_span() {
            match is_request(metadata) {
                true => Interest::always(),
                false => Interest::never(),
            }
        } else if hidden {
            Interest::never()
        } else {
            Interest::sometimes()
        }
    }

    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        is_request(metadata) || (metadata.is_event() && !queue::hands_on())
    }

    fn max_level_hint(&self) -> Option<LevelFilter> {
        Some(listener::most())
    }

    /// A request's span is its number, and takes no memory.
    fn new_span(&self, attributes: &Attributes<'_>) -> Id {
        let mut number = Number(1);
        attributes.record(&mut number);
        Id::from_u64(number.0.max(1))
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let metadata = event.metadata();
        let level = *metadata.level();
        let module = metadata.target();
        if module == PROGRAM {
            let mut line = Line::new(Text::lines());
            line.from = Some(Text::short(100));
            event.record(&mut line);
            let from = line.from.as_ref().map_or("", Text::as_str);
            lay_down(level, from, &line.text);
            return;
        }
        let target = target(module);
        if !listener::wants(level, target) {
            return;
        }
        let mut line = Line::new(if is_ours(module) {
            Text::line()
        } else {
            Text::short(FOREIGN)
        });
        if let Some(id) = request() {
            // Writing to a text cannot fail.
            let _ = write!(line.text, "request{{id=\"{id}\"}}: ");
            line.begun = line.text.len();
        }
        event.record(&mut line);
        lay_down(level, target, &line.text);
    }

    fn enter(&self, id: &Id) {
        REQUEST.set(id.into_u64());
    }

    fn exit(&self, _: &Id) {
        REQUEST.set(0);
    }
}

thread_local! {
    /// The number of the request that this thread works on; 0 for none.
    static REQUEST: Cell<u64> = const { Cell::new(0) };
}

/// The request that this thread works on. Only a server has some: elsewhere a line asks for no
/// thread-local, whose first use on a thread may take memory.
fn request() -> Option<RequestId> {
    let number = listener::is_of_a_server().then(|| REQUEST.get())?;
    (number != 0).then_some(RequestId(number))
}

/// Whether this is the span of a request to a server.
fn is_request(metadata: &Metadata<'_>) -> bool {
    metadata.is_span() && metadata.name() == REQUEST_SPAN && listener::is_of_a_server()
}

/// The number of a request, from its span's field of this name.
struct Number(u64);

impl Visit for Number {
    fn record_u64(&mut self, field: &Field, value: u64) {
        if field.name() == "number" {
            self.0 = value;
        }
    }

    fn record_debug(&mut self, _: &Field, _: &dyn std::fmt::Debug) {}
}

fn lay_down(level: Level, target: &str, text: &Text) {
    if listener::wants(level, target) {
        queue::lay_down(level, target, text.as_str(), listener::prompt());
    }
}

/// An event's message and values as text.
struct Line {
    text: Text,
    /// Where the event begins in it.
    begun: usize,
    /// The target that the program gives, in a line of its own.
    from: Option<Text>,
}

impl Line {
    fn new(text: Text) -> Self {
        Line {
            text,
            begun: 0,
            from: None,
        }
    }

    /// Where a value goes, with its name before it if it is shown with one. Whether it is.
    fn place(&mut self, field: &Field) -> (&mut Text, bool) {
        match (field.name(), &mut self.from) {
            ("message", _) => return (&mut self.text, false),
            ("from", Some(from)) => return (from, false),
            _ => {}
        }
        if self.text.len() > self.begun {
            self.text.add_mark(b' ');
        }
        // The names of fields are plain.
        self.text.add_plain(field.name());
        self.text.add_mark(b'=');
        (&mut self.text, true)
    }
}

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        let (text, _) = self.place(field);
        // Writing to a text cannot fail.
        let _ = write!(text, "{value:?}");
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        let (text, quoted) = self.place(field);
        if !quoted {
            let _ = text.write_str(value);
        } else if is_its_own_quotation(value) {
            // As below, in a small part of the time.
            text.add_mark(b'"');
            text.add_plain(value);
            text.add_mark(b'"');
        } else {
            let _ = write!(text, "{value:?}");
        }
    }
}

/// Whether a text stands between quotation marks as it is.
fn is_its_own_quotation(text: &str) -> bool {
    let is_plain = |byte| matches!(byte, b' '..=b'~') && !matches!(byte, b'"' | b'\\');
    text.bytes().all(is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_the_names_of_rooms() {
        for (module, name) in [
            ("tapi3::providers::sip::registration", "tapi3::sip"),
            ("tapi3::providers::switchboard", "tapi3::providers"),
            ("tapi3_engine::call", "tapi3::engine"),
            ("tapi3_engine", "tapi3::engine"),
            ("tapi3::objects::events", "tapi3::objects"),
            ("tapi3::system", "tapi3::system"),
            ("tapi3", "tapi3"),
            ("rustls::client::hs", "rustls"),
            ("hyper", "hyper"),
        ] {
            assert_eq!(target(module), name, "{module}");
        }
    }

    #[test]
    fn a_text_that_is_its_own_quotation_is_quoted_as_others_are() {
        for c in '\0'..='\u{2fff}' {
            let text = format!("a{c}b");
            let as_it_is = format!("{text:?}") == format!("\"{text}\"");
            assert!(as_it_is || !is_its_own_quotation(&text), "{text:?}");
            assert!(
                c > '~' || as_it_is == is_its_own_quotation(&text),
                "{text:?}"
            );
        }
    }
}
