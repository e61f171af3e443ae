//! dnsmasq as the name server that lines ask: NAPTR, SRV and addresses.

use super::{Process, free_port, is_bound, until};
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::atomic::{AtomicU32, Ordering};

pub struct Names {
    pub port: u16,
    folder: PathBuf,
    _process: Process,
}

static NEXT: AtomicU32 = AtomicU32::new(0);

impl Names {
    /// Knows what these lines of its configuration say, and of `tapi3.test` nothing else.
    pub fn start(records: &str) -> Self {
        let port = free_port();
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("tapi3-names-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).unwrap();
        let config = format!(
            "no-resolv\nno-hosts\nport={port}\nlisten-address=127.0.0.1\nbind-interfaces\n\
             pid-file=\nlocal=/tapi3.test/\nlog-queries\nlog-facility={}\n{records}\n",
            folder.join("log").to_str().unwrap()
        );
        let file = folder.join("dnsmasq.conf");
        std::fs::write(&file, config).unwrap();
        // Started by root it becomes somebody else, who writes here too.
        std::fs::write(folder.join("log"), "").unwrap();
        let everybody = std::os::unix::fs::PermissionsExt::from_mode(0o666);
        std::fs::set_permissions(folder.join("log"), everybody).unwrap();
        // Debian installs it where only root's PATH leads.
        let places = ["/usr/sbin/dnsmasq", "/usr/local/sbin/dnsmasq"];
        let found = places.iter().find(|path| std::fs::exists(path).unwrap());
        let program = found.copied().unwrap_or("dnsmasq");
        let process = Process::start(program, "dnsmasq-base", |command| {
            command.arg("-k").arg("-C").arg(&file);
            command.stdin(Stdio::null()).stdout(Stdio::null());
            command.stderr(Stdio::null());
        });
        until("dnsmasq listens", || is_bound(port));
        Names {
            port,
            folder,
            _process: process,
        }
    }

    /// The setting of a line that asks here.
    pub fn asked(&self) -> String {
        format!("dns = '127.0.0.1:{}'\n", self.port)
    }

    /// How often it was asked for this type of record and name, such as `SRV` and
    /// `_sip._udp.tapi3.test`.
    pub fn queries(&self, kind: &str, name: &str) -> usize {
        let log = std::fs::read_to_string(self.folder.join("log")).unwrap_or_default();
        log.matches(&format!("query[{kind}] {name} ")).count()
    }
}

impl Drop for Names {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
