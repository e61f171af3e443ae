//! A C allocator at which a thread can be made to wait: at its n-th call another thread does
//! something, whole, and only then the first one goes on. So a test holds the order of two threads
//! in its hands wherever a method asks for memory or gives it back.
//!
//! It stands in front of the C library's for the whole test program.

use core::cell::Cell;
use core::ffi::{c_int, c_void};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::Duration;

unsafe extern "C" {
    fn __libc_malloc(size: usize) -> *mut c_void;
    fn __libc_calloc(count: usize, size: usize) -> *mut c_void;
    fn __libc_realloc(block: *mut c_void, size: usize) -> *mut c_void;
    fn __libc_memalign(alignment: usize, size: usize) -> *mut c_void;
    fn __libc_free(block: *mut c_void);
}

const NEVER: usize = usize::MAX;

thread_local! {
    /// How many calls of this thread come before the one at which it waits.
    static LEFT: Cell<usize> = const { Cell::new(NEVER) };
    static PAUSE: Cell<Option<&'static Pause>> = const { Cell::new(None) };
}

struct Pause {
    go: SyncSender<()>,
    done: std::sync::Mutex<Receiver<()>>,
}

/// How long the other thread may be at it before it counts as waiting for the one that waits for
/// it: then that one goes on, and both see to the end of it.
const BLOCKED: Duration = Duration::from_millis(200);

impl Pause {
    fn wait(&self) {
        let _ = self.go.send(());
        let done = self.done.lock().unwrap();
        // Gone, if the other one has panicked, which its join will tell.
        let (Ok(()) | Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected)) =
            done.recv_timeout(BLOCKED);
    }
}

fn step() {
    let _ = LEFT.try_with(|left| match left.get() {
        NEVER => {}
        0 => {
            left.set(NEVER);
            if let Some(pause) = PAUSE.get() {
                pause.wait();
            }
        }
        more => left.set(more - 1),
    });
}

/// Does `first` on this thread and, at the n-th time that it asks for memory or gives it back,
/// `second` on another. If there is no n-th time, `second` comes after `first`. Returns what
/// `first` does, and whether there was an n-th time.
pub fn with<T>(n: usize, first: impl FnOnce() -> T, second: impl FnOnce() + Send) -> (T, bool) {
    let (go, gone) = sync_channel(1);
    let (end, done) = sync_channel(1);
    let done = std::sync::Mutex::new(done);
    // Lives as long as the program, for the allocator may look at it at any moment.
    let pause: &'static Pause = Box::leak(Box::new(Pause { go, done }));
    std::thread::scope(|scope| {
        scope.spawn(move || {
            gone.recv().unwrap();
            second();
            let _ = end.send(());
        });
        PAUSE.set(Some(pause));
        LEFT.set(n);
        let result = first();
        let reached = LEFT.replace(NEVER) == NEVER;
        PAUSE.set(None);
        if !reached {
            pause.wait();
        }
        (result, reached)
    })
}

#[unsafe(no_mangle)]
unsafe extern "C" fn malloc(size: usize) -> *mut c_void {
    step();
    // SAFETY: the C library's own function.
    unsafe { __libc_malloc(size) }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn calloc(count: usize, size: usize) -> *mut c_void {
    step();
    // SAFETY: as above.
    unsafe { __libc_calloc(count, size) }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn realloc(block: *mut c_void, size: usize) -> *mut c_void {
    step();
    // SAFETY: as above.
    unsafe { __libc_realloc(block, size) }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn posix_memalign(
    block: *mut *mut c_void,
    alignment: usize,
    size: usize,
) -> c_int {
    const ENOMEM: c_int = 12;
    step();
    // SAFETY: as above; the caller gives room for the pointer.
    unsafe {
        block.write(__libc_memalign(alignment, size));
        if (*block).is_null() { ENOMEM } else { 0 }
    }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn free(block: *mut c_void) {
    step();
    // SAFETY: as above.
    unsafe { __libc_free(block) }
}
