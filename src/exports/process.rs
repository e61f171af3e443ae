//! What the C library tells of the process: that it forked, that it ends.
//!
//! The end is heard of as a destructor of the library, not through `atexit`: so it comes after every
//! function that the program has registered, wherever in the program that was, and after the
//! destructors of C++; they may still use the library, and most end their calls themselves.

use crate::com::{Uncancelled, discard_panic};
use std::panic::catch_unwind;
use tapi3_common::process;

#[cfg(not(miri))]
#[used]
#[unsafe(link_section = ".init_array")]
static BEGINNING: extern "C" fn() = begin;

#[cfg(not(miri))]
#[used]
#[unsafe(link_section = ".fini_array")]
static END: extern "C" fn() = end;

#[cfg(not(miri))]
extern "C" fn begin() {
    // SAFETY: the function may run after a fork, and the library is never unloaded. Without memory
    // for this, a child will not know that it is one.
    unsafe { libc::pthread_atfork(None, None, Some(forked)) };
}

#[cfg(not(miri))]
unsafe extern "C" fn forked() {
    process::forked(|descriptor| {
        // SAFETY: in the child, whose copy of the descriptor nobody uses.
        unsafe { libc::close(descriptor) };
    });
}

#[cfg(not(miri))]
extern "C" fn end() {
    // Another thread that calls `exit` meanwhile finds nothing left to do but this, and would end
    // the process at once. Without memory for it, it does.
    let _uncancelled = Uncancelled::begin();
    // SAFETY: the function may run at any time, and the library is never unloaded.
    unsafe { libc::atexit(hold) };
    if let Err(panic) = catch_unwind(crate::leaving::leave) {
        discard_panic(panic);
    }
}

#[cfg(not(miri))]
extern "C" fn hold() {
    let _uncancelled = Uncancelled::begin();
    crate::leaving::wait_until_left();
}
