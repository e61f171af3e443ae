//! A Rust program with a `tracing` subscriber of its own: it gets the library's log, and nobody
//! takes that away from it.

use std::ffi::{CStr, c_char, c_void};
use std::sync::{Arc, Mutex};
use tapi3::engine::ErrorKind;
use tapi3::log::{self, Listener};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

/// Keeps the text of each event.
struct Host(Arc<Mutex<Vec<String>>>);

impl Subscriber for Host {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut text = Text(format!("{} ", event.metadata().level()));
        event.record(&mut text);
        self.0.lock().unwrap().push(text.0);
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

struct Text(String);

impl Visit for Text {
    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        self.0 += &format!("{}={value:?} ", field.name());
    }
}

unsafe extern "C" fn unused(_: i32, _: *const c_char, _: *const c_char, _: *mut c_void) {}

fn never(_: &Listener, _: i32, _: &CStr, text: &CStr) {
    panic!("{text:?}");
}

#[test]
fn a_program_with_its_own_subscriber_keeps_it() {
    let lines = Arc::new(Mutex::new(Vec::new()));
    tracing::subscriber::set_global_default(Host(lines.clone())).unwrap();
    let refused = log::set_listener(Some(Listener {
        level: Level::TRACE,
        function: unused,
        context: 0,
        call: never,
    }));
    let error = refused.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OperationFailed);
    assert!(error.message().contains("of its own"), "{error}");
    log::from_environment();
    log::write(Level::INFO, b"mine", b"a line");
    log::set_listener(None).unwrap();
    assert!(log::flush(std::time::Duration::ZERO));
    let lines = lines.lock().unwrap();
    let ours = |line: &&String| line.contains("a line");
    let found = lines.iter().find(ours).expect("the line is there");
    assert!(
        found.starts_with("INFO ") && found.contains("mine"),
        "{found}"
    );
}
