//! What a service manager is told (sd_notify(3)): that the server is ready, how it goes, that it
//! stops, and again and again that it lives. A few datagrams to the socket that `NOTIFY_SOCKET`
//! names; without one nothing is told to anybody.

use std::env;
use std::ffi::OsStr;
use std::os::linux::net::SocketAddrExt;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::net::{SocketAddr, UnixDatagram};
use std::time::Duration;

/// Nobody waits longer than this for a manager that does not read.
const PATIENCE: Duration = Duration::from_secs(1);

/// The service manager, if there is one.
#[derive(Debug, Default)]
pub(super) struct Manager {
    socket: Option<UnixDatagram>,
}

impl Manager {
    /// The one of the environment.
    pub fn of_environment() -> Self {
        let Some(name) = env::var_os("NOTIFY_SOCKET").filter(|name| !name.is_empty()) else {
            return Manager::default();
        };
        match connect(&name) {
            Ok(socket) => Manager {
                socket: Some(socket),
            },
            Err(error) => {
                tracing::warn!(%error, ?name, "the service manager cannot be told anything");
                Manager::default()
            }
        }
    }

    /// Tells it something, such as `READY=1`.
    pub fn tell(&self, state: &str) {
        if let Some(socket) = &self.socket {
            if let Err(error) = socket.send(state.as_bytes()) {
                tracing::warn!(%error, state, "the service manager was not told");
            }
        }
    }

    /// Tells it for ever that the server lives, as often as it wants, and stops if the runtime that
    /// serves requests comes to a standstill. It does not judge whether the lines work: a start
    /// anew would end calls, and mends no line.
    pub async fn keep_alive(&self) {
        let Some(limit) = self.watchdog() else {
            return;
        };
        loop {
            tokio::time::sleep(limit / 3).await;
            // Through the queue that requests go through.
            if tokio::spawn(async {}).await.is_ok() {
                self.tell("WATCHDOG=1");
            }
        }
    }

    /// How long it may hear nothing, if it cares.
    fn watchdog(&self) -> Option<Duration> {
        self.socket.as_ref()?;
        let number = |name| env::var(name).ok()?.parse::<u64>().ok();
        let for_us = match env::var_os("WATCHDOG_PID") {
            Some(_) => number("WATCHDOG_PID") == Some(u64::from(std::process::id())),
            None => true,
        };
        let limit = number("WATCHDOG_USEC").filter(|limit| for_us && *limit > 0)?;
        Some(Duration::from_micros(limit))
    }
}

/// A path, or a name in the abstract namespace with an `@` before it.
fn connect(name: &OsStr) -> std::io::Result<UnixDatagram> {
    let address = match name.as_bytes().strip_prefix(b"@") {
        Some(name) => SocketAddr::from_abstract_name(name)?,
        None => SocketAddr::from_pathname(name)?,
    };
    let socket = UnixDatagram::unbound()?;
    socket.connect_addr(&address)?;
    socket.set_write_timeout(Some(PATIENCE))?;
    Ok(socket)
}
