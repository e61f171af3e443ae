//! Machines that are network namespaces of the kernel: each has one leg in the network of the bus and
//! one in that of the telephones, and can be taken out of the former. They have no names and end with
//! the last process that is in them, so that nothing is left behind, however a test ends.

#![allow(dead_code, reason = "each test file uses its part")]

use super::child;
use std::fs::File;
use std::os::fd::AsRawFd;

/// Where the third and the fourth part of an address stand: the network, and the machine in it.
const BUS: u8 = 1;
const TELEPHONES: u8 = 2;

/// Some machines, and what joins them.
pub struct Networks {
    wires: File,
    machines: Vec<File>,
}

impl Networks {
    /// So many machines; none where nobody may make them, which is a failure where
    /// `TAPI3_REQUIRE_TOOLS` is set and root runs the tests.
    pub fn of(count: u8) -> Option<Self> {
        let Some(wires) = namespace() else {
            // SAFETY: it takes nothing and cannot fail.
            let is_root = unsafe { libc::geteuid() } == 0;
            let needed = std::env::var_os("TAPI3_REQUIRE_TOOLS").is_some() && is_root;
            assert!(!needed, "no network namespaces are to be had");
            eprintln!("network namespaces are root's: left out");
            return None;
        };
        within(&wires, || {
            for network in [BUS, TELEPHONES] {
                let name = format!("net{network}");
                ip(&["link", "add", &name, "type", "bridge"]);
                ip(&["link", "set", &name, "up"]);
            }
        });
        let machines = (1..=count).map(|number| {
            let machine = namespace().unwrap();
            let place = format!("/proc/{}/fd/{}", std::process::id(), machine.as_raw_fd());
            for network in [BUS, TELEPHONES] {
                let (near, far) = (format!("net{network}"), leg(network, number));
                within(&wires, || {
                    ip(&["link", "add", &far, "type", "veth", "peer", "name", "new"]);
                    ip(&["link", "set", "new", "netns", &place]);
                    ip(&["link", "set", &far, "master", &near, "up"]);
                });
                within(&machine, || {
                    let address = format!("10.77.{network}.{number}/24");
                    ip(&["link", "set", "new", "name", &near, "up"]);
                    ip(&["address", "add", &address, "dev", &near]);
                });
            }
            machine
        });
        let machines = machines.collect();
        Some(Networks { wires, machines })
    }

    /// Does something on a machine; threads and processes that it starts are there, too.
    pub fn on<T: Send>(&self, machine: u8, act: impl FnOnce() -> T + Send) -> T {
        within(&self.machines[usize::from(machine) - 1], act)
    }

    /// A machine has another address in the network of the telephones from now on, the one of a machine
    /// that is not there, and not its own.
    pub fn renumber(&self, machine: u8, as_machine: u8) {
        let network = format!("net{TELEPHONES}");
        self.on(machine, || {
            let [old, new] = [machine, as_machine].map(|it| format!("{}/24", on_telephones(it)));
            ip(&["address", "del", &old, "dev", &network]);
            ip(&["address", "add", &new, "dev", &network]);
        });
    }

    /// Nothing comes through between this machine and the others that have to do with the bus, and
    /// nobody is told.
    pub fn cut(&self, machine: u8) {
        within(&self.wires, || {
            ip(&["link", "set", &leg(BUS, machine), "nomaster"]);
        });
    }

    pub fn heal(&self, machine: u8) {
        let network = format!("net{BUS}");
        within(&self.wires, || {
            ip(&["link", "set", &leg(BUS, machine), "master", &network]);
        });
    }
}

/// A machine's address in the network of the bus.
pub fn on_bus(machine: u8) -> String {
    format!("10.77.{BUS}.{machine}")
}

/// A machine's address in the network of the telephones.
pub fn on_telephones(machine: u8) -> String {
    format!("10.77.{TELEPHONES}.{machine}")
}

fn leg(network: u8, machine: u8) -> String {
    format!("leg{network}-{machine}")
}

/// A network of its own, with nothing in it but itself.
fn namespace() -> Option<File> {
    let make = || {
        // SAFETY: it takes a number; the thread ends here.
        let done = unsafe { libc::unshare(libc::CLONE_NEWNET) };
        (done == 0).then(|| {
            ip(&["link", "set", "lo", "up"]);
            File::open("/proc/thread-self/ns/net").unwrap()
        })
    };
    std::thread::scope(|scope| scope.spawn(make).join().unwrap())
}

/// Does something in a namespace.
fn within<T: Send>(namespace: &File, act: impl FnOnce() -> T + Send) -> T {
    let there = || {
        // SAFETY: it takes a descriptor that is open, and a number; the thread ends here.
        let done = unsafe { libc::setns(namespace.as_raw_fd(), libc::CLONE_NEWNET) };
        assert_eq!(done, 0, "{}", std::io::Error::last_os_error());
        act()
    };
    let done = std::thread::scope(|scope| scope.spawn(there).join());
    done.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

fn ip(words: &[&str]) {
    let output = child::command("ip").args(words).output();
    let output = output.expect("this test needs ip: apt-get install iproute2");
    assert!(output.status.success(), "ip {words:?}: {output:?}");
}
