//! baresip as the far end: a telephone that was made without us, told what to do over its control
//! connection.

use super::{DEADLINE, Process, free_port, until};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

pub struct Baresip {
    pub port: u16,
    control: TcpStream,
    heard: Vec<u8>,
    folder: PathBuf,
    _process: Process,
}

static NEXT: AtomicU32 = AtomicU32::new(0);

impl Baresip {
    /// A telephone `sip:bob@127.0.0.1`, with these parameters of its account.
    pub fn start(account: &str) -> Self {
        let port = free_port();
        Baresip::listening(
            port,
            &format!("<sip:bob@127.0.0.1:{port}>;regint=0{account}"),
            "",
        )
    }

    /// A telephone `sip:bob@DOMAIN` that registers with the server at this port and calls through
    /// it.
    pub fn registered(domain: &str, server: u16, account: &str) -> Self {
        let account = format!(
            "<sip:bob@{domain}>;outbound=\"sip:127.0.0.1:{server}\";auth_user=bob;\
             auth_pass=secret;regint=60{account}"
        );
        Baresip::listening(free_port(), &account, "")
    }

    /// A telephone with this account and further lines of its configuration, listening here. It says
    /// what it hears.
    pub fn listening(port: u16, account: &str, config: &str) -> Self {
        let echo = "module aubridge.so\naudio_source aubridge,x\naudio_player aubridge,x\n";
        Baresip::configured(port, account, &format!("module g711.so\n{echo}{config}"))
    }

    /// A telephone that says what is in a file and records all calls into this folder, with the
    /// modules of these codecs, and others.
    pub fn with_files(account: &str, modules: &[&str], says: &Path, folder: &Path) -> Self {
        let port = free_port();
        let account = format!("<sip:bob@127.0.0.1:{port}>;regint=0{account}");
        Baresip::with_files_at(port, &account, modules, says, folder, "")
    }

    /// The same with this account and further lines of its configuration, listening here.
    pub fn with_files_at(
        port: u16,
        account: &str,
        modules: &[&str],
        says: &Path,
        folder: &Path,
        more: &str,
    ) -> Self {
        let mut config = String::from(more);
        for module in modules.iter().chain(&["aufile", "aubridge", "sndfile"]) {
            config.push_str(&format!("module {module}.so\n"));
        }
        let (says, folder) = (says.display(), folder.display());
        config.push_str(&format!("audio_source aufile,{says}\nsnd_path {folder}\n"));
        config.push_str("audio_player aubridge,x\n");
        Baresip::configured(port, account, &config)
    }

    fn configured(port: u16, account: &str, config: &str) -> Self {
        let control_port = free_port();
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("tapi3-baresip-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).unwrap();
        let modules = ["/usr/lib/baresip/modules", "/usr/local/lib/baresip/modules"];
        let modules = modules
            .iter()
            .find(|path| std::path::Path::new(path).is_dir());
        let modules =
            modules.expect("baresip has no modules; this test needs it: apt-get install baresip");
        let more = config;
        let config = format!(
            "sip_listen 127.0.0.1:{port}\nmodule_path {modules}\n\
             module_app account.so\nmodule_app menu.so\n\
             module_app ctrl_tcp.so\nctrl_tcp_listen 127.0.0.1:{control_port}\nnet_interface 127.0.0.1\ncall_max_calls 100\n\
             rtp_ports 10000-11998\n{more}"
        );
        std::fs::write(folder.join("config"), config).unwrap();
        std::fs::write(folder.join("accounts"), format!("{account}\n")).unwrap();
        for empty in ["contacts", "uuid"] {
            std::fs::write(folder.join(empty), "").unwrap();
        }
        let process = Process::start("baresip", "baresip", |command| {
            command.arg("-f").arg(&folder);
            command
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null());
        });
        let mut control = None;
        until("baresip listens", || {
            control = TcpStream::connect(("127.0.0.1", control_port)).ok();
            control.is_some()
        });
        let control = control.unwrap();
        control
            .set_read_timeout(Some(Duration::from_millis(20)))
            .unwrap();
        Baresip {
            port,
            control,
            heard: Vec::new(),
            folder,
            _process: process,
        }
    }

    /// Tells it to do something.
    pub fn command(&mut self, command: &str, what: &str) {
        let json = format!("{{\"command\":\"{command}\",\"params\":\"{what}\"}}");
        let netstring = format!("{}:{json},", json.len());
        self.control.write_all(netstring.as_bytes()).unwrap();
    }

    /// Waits until it tells of this event, after all those waited for before.
    pub fn expect(&mut self, event: &str) {
        self.expect_with(event, "");
    }

    /// The same, and that this stands in the news of it.
    pub fn expect_with(&mut self, event: &str, what: &str) {
        let end = std::time::Instant::now() + DEADLINE;
        let wanted = format!("\"type\":\"{event}\"");
        loop {
            let text = String::from_utf8_lossy(&self.heard).into_owned();
            if let Some(at) = text.find(&wanted) {
                let rest = &text[at + wanted.len()..];
                // The rest of the object may still be on its way.
                if let Some(close) = rest.find('}') {
                    let found = rest[..close].contains(what);
                    assert!(found, "baresip tells another {event} than {what}: {text}");
                    self.heard = rest.as_bytes().to_vec();
                    return;
                }
            }
            assert!(
                std::time::Instant::now() < end,
                "baresip tells no {event}: {text}"
            );
            let mut buffer = [0; 4096];
            if let Ok(length) = self.control.read(&mut buffer) {
                self.heard.extend_from_slice(&buffer[..length]);
            }
        }
    }
}

impl Drop for Baresip {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
