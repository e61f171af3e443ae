//! Which thread this is, told without memory.
//!
//! `std::thread::current` makes a handle for a thread that Rust did not start, and a thread-local of
//! a library that was loaded late gets its place when it is first used. Either ends the process
//! when memory has run out, and what is asked here is asked by a hang-up or a shutdown.

/// The number of this thread, which no other running thread has; never zero.
pub fn current_id() -> i32 {
    rustix::thread::gettid().as_raw_nonzero().get()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_threads_have_one_number() {
        let id = current_id();
        assert!(id != 0 && id == current_id());
        assert_ne!(std::thread::spawn(current_id).join().unwrap(), id);
    }
}
