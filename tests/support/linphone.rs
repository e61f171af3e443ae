//! linphonec as the far end: a telephone that was made without us, told what to do at its prompt.

use super::{DEADLINE, Process, free_port, is_bound, is_listening, until};
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{ChildStdin, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Condvar, Mutex};

/// What it has printed and nobody has waited for yet, and whether more may come.
type Printed = Arc<(Mutex<(String, bool)>, Condvar)>;

pub struct Linphone {
    /// Where it listens.
    pub port: u16,
    prompt: ChildStdin,
    printed: Printed,
    folder: PathBuf,
    process: Process,
}

static NEXT: AtomicU32 = AtomicU32::new(0);

impl Linphone {
    /// A telephone `sip:bob@127.0.0.1` that listens on UDP.
    pub fn start() -> Self {
        Linphone::listening("sip_port", "")
    }

    /// A telephone that listens for this transport, by its own name for the port: `sip_port`,
    /// `sip_tcp_port` or `sip_tls_port`; with further lines of the section `[sip]`.
    pub fn listening(transport: &str, more: &str) -> Self {
        let port = free_port();
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("tapi3-linphone-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(folder.join(".local/share/linphone")).unwrap();
        let ports = ["sip_port", "sip_tcp_port", "sip_tls_port"]
            .map(|key| format!("{key}={}\n", if key == transport { port } else { 0 }));
        // By itself each has the same port for its sound, and hears what is for another.
        let sound = free_port();
        let config = format!(
            "[rtp]\naudio_rtp_port={sound}\n[sip]\n{}guess_hostname=0\ncontact=sip:bob@127.0.0.1\nuse_ipv6=0\n{more}",
            ports.concat()
        );
        std::fs::write(folder.join("linphonerc"), config).unwrap();
        let mut process = Process::start("linphonec", "linphone-cli", |command| {
            command.arg("-c").arg(folder.join("linphonerc"));
            command.env("HOME", &folder).current_dir(&folder);
            command.stdin(Stdio::piped()).stdout(Stdio::piped());
            command.stderr(Stdio::null());
        });
        let prompt = process.child().stdin.take().unwrap();
        let mut output = process.child().stdout.take().unwrap();
        let printed = Printed::default();
        let heard = printed.clone();
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            loop {
                let length = output.read(&mut buffer).unwrap_or(0);
                let text = String::from_utf8_lossy(&buffer[..length]);
                let mut printed = heard.0.lock().unwrap();
                printed.0.push_str(&text);
                printed.1 = length == 0;
                heard.1.notify_all();
                if length == 0 {
                    return;
                }
            }
        });
        if transport == "sip_port" {
            until("linphonec listens", || is_bound(port));
        } else {
            until("linphonec listens", || is_listening(port));
        }
        Linphone {
            port,
            prompt,
            printed,
            folder,
            process,
        }
    }

    /// Types a command.
    pub fn command(&mut self, command: &str) {
        self.prompt
            .write_all(format!("{command}\n").as_bytes())
            .unwrap();
        self.prompt.flush().unwrap();
    }

    /// Waits until it has printed this, after all that was waited for before.
    pub fn expect(&mut self, what: &str) {
        let end = std::time::Instant::now() + DEADLINE;
        let mut printed = self.printed.0.lock().unwrap();
        loop {
            if let Some(at) = printed.0.find(what) {
                printed.0 = printed.0.split_off(at + what.len());
                return;
            }
            let left = end.saturating_duration_since(std::time::Instant::now());
            let over = left.is_zero() || printed.1;
            assert!(!over, "linphonec does not print {what:?}: {}", printed.0);
            printed = self.printed.1.wait_timeout(printed, left).unwrap().0;
        }
    }
}

impl Drop for Linphone {
    fn drop(&mut self) {
        let _ = self.process.child().kill();
        let _ = self.process.child().wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
