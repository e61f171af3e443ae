//! An EWS line on a system of its own, for the tests of the EWS provider.

#![allow(dead_code, reason = "each test file uses its part")]

use std::time::{Duration, Instant};
use tapi3::config::{Configuration, Source};
use tapi3::engine::{Call, CallHandle, Cause, Client, Error, State};
use tapi3::system::System;

pub const DEADLINE: Duration = Duration::from_secs(30);

pub struct Line {
    pub client: Client,
    pub system: System,
}

impl Line {
    /// A line to this server, with further keys; `timeout` is how long operations may take.
    pub fn open(url: &str, timeout: &str, keys: &str) -> Result<Self, Error> {
        let text = format!(
            "operation_timeout = \"{timeout}\"\n[[line]]\nname = \"Exchange\"\nprovider = \"ews\"\n\
             url = \"{url}\"\nitem = \"welcome\"\nuser = \"demo\"\n{keys}\n"
        );
        let password = match keys.contains("password") {
            true => "",
            false => "password = \"demo\"\n",
        };
        let configuration = Configuration::read(&Source::text(&(text + password)))?;
        let system = System::new(configuration)?;
        let client = system.engine().add_client("test".to_owned())?;
        Ok(Line { client, system })
    }

    /// To the server at this address, asking it often.
    pub fn to(address: std::net::SocketAddr, timeout: &str, keys: &str) -> Self {
        let often = "poll_while_calling = \"20ms\"\n";
        let often = if keys.contains("poll_while_calling") {
            ""
        } else {
            often
        };
        Self::open(
            &format!("http://{address}/EWS/Exchange.asmx"),
            timeout,
            &(often.to_owned() + keys),
        )
        .unwrap()
    }

    /// A call that is not placed yet.
    pub fn call(&self, destination: &str) -> CallHandle {
        let line = self.system.engine().lines().unwrap().remove(0);
        Call::outgoing(&self.client, &line, destination.to_owned(), 8, 1).unwrap()
    }

    /// A call that was placed.
    pub fn place(&self, destination: &str) -> CallHandle {
        let call = self.call(destination);
        call.connect(false).unwrap();
        call
    }

    /// A call that is connected.
    pub fn talk(&self, destination: &str) -> CallHandle {
        let call = self.call(destination);
        call.connect(true).unwrap();
        call
    }
}

/// Looks again and again until `done` says so; fails the test after the deadline.
#[track_caller]
pub fn until(what: &str, mut done: impl FnMut() -> bool) {
    let end = Instant::now() + DEADLINE;
    while !done() {
        assert!(Instant::now() < end, "waited in vain: {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Waits until the call is in this state; fails the test after the deadline.
#[track_caller]
pub fn becomes(call: &CallHandle, state: State) {
    let end = Instant::now() + DEADLINE;
    while call.call.state() != state {
        let now = call.call.state();
        assert!(
            Instant::now() < end,
            "waited in vain for {state:?}, it is {now:?}"
        );
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Waits until the call is over. Returns why.
#[track_caller]
pub fn over(call: &CallHandle) -> Cause {
    becomes(call, State::Disconnected);
    call.call.cause()
}
