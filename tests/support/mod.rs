//! What the tests of the SIP lines share: a line on an engine of its own, and real peers for it to
//! talk to, which are killed when the test is done with them.

#![allow(dead_code, reason = "each test file uses its part")]

pub mod baresip;
pub mod certificates;
pub mod child;
pub mod kamailio;
pub mod linphone;
pub mod names;
pub mod phone;
pub mod relay;
pub mod script;
pub mod sipp;
pub mod terminals;
pub mod waiting;

use std::process::{Child, ExitStatus};
use std::time::Duration;
pub use waiting::free_port;

/// How long a test waits for what must happen.
pub const DEADLINE: Duration = Duration::from_secs(30);

/// Looks again and again until `done` says so; fails the test after the deadline.
#[track_caller]
pub fn until(what: &str, done: impl FnMut() -> bool) {
    waiting::until_within(DEADLINE, what, done);
}

/// Whether somebody has bound this UDP port. Trying to bind it would stand in the way of whoever is
/// about to.
pub fn is_bound(port: u16) -> bool {
    // The second is not there where there is no IPv6.
    let all = ["/proc/net/udp", "/proc/net/udp6"];
    let sockets = all.map(|file| std::fs::read_to_string(file).unwrap_or_default());
    let ending = format!(":{port:04X}");
    let mut local = sockets
        .iter()
        .flat_map(|sockets| sockets.lines())
        .filter_map(|line| line.split_ascii_whitespace().nth(1));
    local.any(|address| address.ends_with(&ending))
}

/// Whether somebody listens on this TCP port. Connecting would be a connection that it has to
/// answer for.
pub fn is_listening(port: u16) -> bool {
    const LISTEN: &str = "0A";
    let all = ["/proc/net/tcp", "/proc/net/tcp6"];
    let sockets = all.map(|file| std::fs::read_to_string(file).unwrap_or_default());
    let ending = format!(":{port:04X}");
    sockets.iter().flat_map(|text| text.lines()).any(|line| {
        let mut words = line.split_ascii_whitespace().skip(1);
        let local = words.next().is_some_and(|local| local.ends_with(&ending));
        local && words.nth(1) == Some(LISTEN)
    })
}

/// A process that does not outlive its test.
pub struct Process(Child);

impl Process {
    /// Starts a program that Debian has in `package`.
    pub fn start(
        program: &str,
        package: &str,
        with: impl FnOnce(&mut std::process::Command),
    ) -> Self {
        let mut command = child::command(program);
        with(&mut command);
        match command.spawn() {
            Ok(child) => Process(child),
            Err(error) => panic!(
                "{program} cannot be started ({error}); this test needs it: apt-get install {package}"
            ),
        }
    }

    /// Its exit status, once it has ended by itself.
    pub fn wait(&mut self) -> ExitStatus {
        let mut status = None;
        until("a peer ends", || {
            status = self.0.try_wait().unwrap();
            status.is_some()
        });
        status.unwrap()
    }

    pub fn is_running(&mut self) -> bool {
        self.0.try_wait().unwrap().is_none()
    }

    /// The process itself, for its number and its pipes.
    pub fn child(&mut self) -> &mut Child {
        &mut self.0
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
