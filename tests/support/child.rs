//! Starts other programs so that they run alike from every shell: with no variable of its that
//! could matter, no signal ignored or blocked, no descriptor of its open, files made for everybody to read.
//! What `nohup`, cron, a background job or a service manager hands down stays outside.

#![allow(dead_code, reason = "each test uses its part")]
#![allow(
    clippy::duplicate_mod,
    reason = "each helper that starts programs brings it, so that a test names only what it uses"
)]

use std::ffi::OsStr;
use std::os::unix::process::CommandExt;
use std::process::Command;

/// What a tool or the loader needs from the shell; nothing else of it gets through.
const KEPT: &[&str] = &[
    "PATH",
    "TMPDIR",
    "NODE_PATH",
    "LLVM_PROFILE_FILE",
    "TAPI3_REQUIRE_TOOLS",
];

/// A command that starts `program`, with nothing of the shell's about it. No configuration is
/// found, in `/etc` neither, unless the test names one.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.env_clear();
    for name in KEPT {
        if let Some(value) = std::env::var_os(name) {
            command.env(name, value);
        }
    }
    command
        .env("HOME", "/nonexistent")
        .env("LC_ALL", "C.UTF-8")
        .env("TZ", "UTC")
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env("PYTHONNOUSERSITE", "1")
        .env(
            "TAPI3_CONFIG",
            concat!(env!("CARGO_MANIFEST_DIR"), "/python/tests/empty.toml"),
        );
    // SAFETY: it calls only functions that may be called between fork and exec.
    unsafe { command.pre_exec(reset) };
    command
}

/// The Python to use: that of `PYTHON`, else the path's.
pub fn python() -> Command {
    command(std::env::var_os("PYTHON").unwrap_or_else(|| "python3".into()))
}

/// Sends a signal to a process that is a child of this one and not waited for yet. After `STOP`
/// none of its threads runs any more when this returns.
pub fn send(name: &str, child: &std::process::Child) {
    let signal = match name {
        "TERM" => libc::SIGTERM,
        "INT" => libc::SIGINT,
        "HUP" => libc::SIGHUP,
        "STOP" => libc::SIGSTOP,
        "CONT" => libc::SIGCONT,
        "KILL" => libc::SIGKILL,
        _ => panic!("no test sends SIG{name} yet"),
    };
    let id = i32::try_from(child.id()).expect("the number of a process");
    // SAFETY: it takes numbers only.
    assert_eq!(unsafe { libc::kill(id, signal) }, 0, "SIG{name}");
    if signal == libc::SIGSTOP {
        // One of its threads takes the signal, when its turn comes, and then stops the others.
        // SAFETY: zero is a valid value of it.
        let mut stopped = unsafe { std::mem::zeroed() };
        // SAFETY: it writes to what lives here, and waits for a child of this process.
        let waited =
            unsafe { libc::waitid(libc::P_PID, child.id(), &raw mut stopped, libc::WSTOPPED) };
        assert_eq!(waited, 0, "{}", std::io::Error::last_os_error());
    }
}

/// Gives back what a process inherits through exec beside its variables.
fn reset() -> std::io::Result<()> {
    // SAFETY: each takes numbers or a set that lives here, and is safe between fork and exec. What
    // a kernel refuses (the signals that nobody can set) is as it should be already.
    unsafe {
        let mut none = std::mem::zeroed();
        libc::sigemptyset(&raw mut none);
        libc::sigprocmask(libc::SIG_SETMASK, &raw const none, std::ptr::null_mut());
        for signal in 1..=libc::SIGRTMAX() {
            libc::signal(signal, libc::SIG_DFL);
        }
        libc::umask(0o022);
        // The descriptors of the shell's close when the program begins; the standard library has
        // one more of its own open until then.
        libc::syscall(libc::SYS_close_range, 3, libc::c_uint::MAX, 4); // CLOSE_RANGE_CLOEXEC
    }
    Ok(())
}
