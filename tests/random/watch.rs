//! What every thread is in, for the moment when one of them does not come back.

use std::fmt::Write as _;
use std::io::Write as _;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// A lock that survives a panic: what went wrong is told elsewhere.
pub fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

static PANICS: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// Notes every panic from now on, those that the library catches included.
pub fn report_panics() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        lock(&PANICS).push(panic.to_string());
        usual(panic);
    }));
}

/// The panics that were noted since somebody asked.
pub fn panics() -> Vec<String> {
    std::mem::take(&mut *lock(&PANICS))
}

/// What a thread says that does nothing, and a sink.
pub const DONE: &str = "done";
pub const NO_EVENT: &str = "no event";
const IDLE: &[&str] = &[DONE, NO_EVENT];

/// Where one thread, or one sink, is.
pub struct Place {
    name: String,
    now: Mutex<(String, Instant)>,
}

impl Place {
    /// It does this from now on.
    pub fn is(&self, what: &str) {
        let mut now = lock(&self.now);
        now.0.clear();
        now.0.push_str(what);
        now.1 = Instant::now();
    }
}

/// Watches one round: unless it ends in time, the program says who is where, and fails.
pub struct Watch {
    places: Mutex<Vec<Arc<Place>>>,
    over: (Mutex<bool>, Condvar),
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl Watch {
    /// Starts to watch what `title` says.
    pub fn start(title: String, patience: Duration) -> Arc<Self> {
        let watch = Arc::new(Watch {
            places: Mutex::default(),
            over: Default::default(),
            thread: Mutex::default(),
        });
        let watching = watch.clone();
        let run = move || {
            let (over, changed) = &watching.over;
            let waited = changed.wait_timeout_while(lock(over), patience, |over| !*over);
            if !*waited.unwrap_or_else(PoisonError::into_inner).0 {
                watching.give_up(&title);
            }
        };
        let thread = std::thread::Builder::new().name("watch".into()).spawn(run);
        *lock(&watch.thread) = Some(thread.unwrap());
        watch
    }

    /// The place of somebody new.
    pub fn place(&self, name: String) -> Arc<Place> {
        let place = Arc::new(Place {
            name,
            now: Mutex::new((String::from("not begun"), Instant::now())),
        });
        lock(&self.places).push(place.clone());
        place
    }

    /// The round is over.
    pub fn end(&self) {
        *lock(&self.over.0) = true;
        self.over.1.notify_all();
        if let Some(thread) = lock(&self.thread).take() {
            thread.join().unwrap();
        }
    }

    fn give_up(&self, title: &str) -> ! {
        let mut report = format!("\n{title} does not end. Who is where:\n");
        for place in lock(&self.places).iter() {
            let now = lock(&place.now);
            if IDLE.contains(&now.0.as_str()) {
                continue;
            }
            let seconds = now.1.elapsed().as_secs_f32();
            let _ = writeln!(report, "  {:24} {:40} {seconds:.1} s", place.name, now.0);
        }
        report.push_str("The threads of the process:\n");
        for (name, state) in super::process::threads() {
            let _ = writeln!(report, "  {name:24} {state}");
        }
        // Not `eprint!`, which the harness keeps to itself until a test ends; this one does not.
        let _ = std::io::stderr().write_all(report.as_bytes());
        if std::env::var_os("TAPI3_RANDOM_STAY").is_some() {
            // Somebody wants to look at the threads with a debugger.
            loop {
                std::thread::park();
            }
        }
        std::process::exit(1)
    }
}
