//! Stops threads for a moment, wherever they are: a signal's handler sleeps. What is a few
//! instructions wide becomes wide enough for another thread.

use super::dice::Dice;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

/// Nobody else uses it here.
const SIGNAL: libc::c_int = libc::SIGUSR2;
/// The longest stop.
const MOST_NANOSECONDS: u64 = 400_000;

/// Stops one thread of the process after the other until `over`.
pub fn jostle(seed: u64, over: &AtomicBool) {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(install);
    let mut dice = Dice::new(seed, 4);
    // SAFETY: these have no conditions.
    let (process, own) = unsafe { (libc::getpid(), libc::gettid()) };
    while !over.load(Ordering::SeqCst) {
        let threads: Vec<i32> = threads().filter(|thread| *thread != own).collect();
        for _ in 0..8 {
            if let Some(thread) = dice.choose(&threads) {
                // SAFETY: a signal to a thread of ours; one that is gone gets none.
                unsafe { libc::syscall(libc::SYS_tgkill, process, *thread, SIGNAL) };
            }
            std::thread::sleep(Duration::from_micros(dice.roll(200) as u64));
        }
    }
}

fn threads() -> impl Iterator<Item = i32> {
    let tasks = std::fs::read_dir("/proc/self/task").into_iter().flatten();
    tasks.filter_map(|task| task.ok()?.file_name().to_str()?.parse().ok())
}

fn install() {
    // SAFETY: the handler does only what a handler may.
    unsafe {
        let mut action: libc::sigaction = core::mem::zeroed();
        action.sa_sigaction = stop as extern "C" fn(libc::c_int) as usize;
        action.sa_flags = libc::SA_RESTART;
        assert_eq!(
            libc::sigaction(SIGNAL, &raw const action, core::ptr::null_mut()),
            0
        );
    }
}

extern "C" fn stop(_signal: libc::c_int) {
    static RANDOM: AtomicU64 = AtomicU64::new(1);
    let random = RANDOM.fetch_add(0x9E37_79B9_7F4A_7C15, Ordering::Relaxed);
    let pause = libc::timespec {
        tv_sec: 0,
        tv_nsec: ((random >> 20) % MOST_NANOSECONDS) as libc::c_long,
    };
    // SAFETY: the thread's own error number is put back as it was.
    unsafe {
        let error = *libc::__errno_location();
        libc::nanosleep(&raw const pause, core::ptr::null_mut());
        *libc::__errno_location() = error;
    }
}
