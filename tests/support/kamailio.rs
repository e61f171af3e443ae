//! Kamailio as the server that lines register with and call through: digest, record-route, forking,
//! over UDP, TCP and TLS.

use super::{Process, child, free_port, is_bound, is_listening, until};
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// The domain that it serves; no name server knows it. Everybody's password is `secret`.
pub const DOMAIN: &str = "tapi3.test";

pub struct Kamailio {
    /// For UDP and TCP.
    pub port: u16,
    /// For TLS, if it has a certificate.
    pub tls_port: u16,
    by_tls: bool,
    folder: PathBuf,
    process: Option<Process>,
}

static NEXT: AtomicU32 = AtomicU32::new(0);

impl Kamailio {
    /// With this algorithm of digest, `MD5` or `SHA-256`.
    pub fn start(algorithm: &str) -> Self {
        Kamailio::start_with(algorithm, None)
    }

    /// The same with a certificate and its key, as files, for TLS.
    pub fn with_tls(certificate: &str, key: &str) -> Self {
        Kamailio::start_with("MD5", Some((certificate, key)))
    }

    fn start_with(algorithm: &str, tls: Option<(&str, &str)>) -> Self {
        let (port, tls_port) = (free_port(), free_port());
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("tapi3-kamailio-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).unwrap();
        let with_tls = tls.map(|(certificate, key)| {
            format!(
                "enable_tls=yes\nlisten=tls:127.0.0.1:{tls_port}\nloadmodule \"tls.so\"\n\
                 modparam(\"tls\", \"tls_method\", \"TLSv1.2+\")\n\
                 modparam(\"tls\", \"certificate\", \"{certificate}\")\n\
                 modparam(\"tls\", \"private_key\", \"{key}\")\n"
            )
        });
        let text = CONFIGURATION
            .replace("{port}", &port.to_string())
            .replace("{algorithm}", algorithm)
            .replace("{domain}", DOMAIN)
            .replace("{tls}", &with_tls.unwrap_or_default());
        std::fs::write(folder.join("kamailio.cfg"), text).unwrap();
        let mut kamailio = Kamailio {
            port,
            tls_port,
            by_tls: tls.is_some(),
            folder,
            process: None,
        };
        kamailio.start_again();
        kamailio
    }

    /// Starts what `stop` has ended. It has forgotten who was registered.
    pub fn start_again(&mut self) {
        let log = std::fs::File::options()
            .create(true)
            .append(true)
            .open(self.folder.join("log"))
            .unwrap();
        // Debian installs it where only root's PATH leads.
        let places = ["/usr/sbin/kamailio", "/usr/local/sbin/kamailio"];
        let found = places.iter().find(|path| std::fs::exists(path).unwrap());
        let program = found.copied().unwrap_or("kamailio");
        let packages = "kamailio kamailio-tls-modules";
        let mut process = Process::start(program, packages, |command| {
            command.args(["-DD", "-E", "-m", "16", "-M", "4", "-f", "kamailio.cfg"]);
            command.arg("-Y").arg(&self.folder);
            command.current_dir(&self.folder);
            command.stdin(Stdio::null()).stdout(Stdio::null());
            command.stderr(log);
        });
        until("Kamailio listens", || {
            assert!(process.is_running(), "Kamailio ended: {}", self.log());
            let streams = is_listening(self.port) && (!self.by_tls || is_listening(self.tls_port));
            is_bound(self.port) && streams
        });
        self.process = Some(process);
    }

    /// Ends it as an administrator does, so that its children end too.
    pub fn stop(&mut self) {
        let Some(mut process) = self.process.take() else {
            return;
        };
        if process.is_running() {
            child::send("TERM", process.child());
            // It gives its own children a minute before it kills them.
            let deadline = Instant::now() + Duration::from_secs(90);
            while process.is_running() {
                assert!(Instant::now() < deadline, "Kamailio does not end");
                std::thread::sleep(Duration::from_millis(20));
            }
        }
    }

    /// What it says, its script's own lines among it.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.folder.join("log")).unwrap_or_default()
    }

    /// Waits until its script has said this so many times.
    pub fn expect(&self, what: &str, times: usize) {
        let wanted = format!("script: {what}\n");
        until(&format!("Kamailio says \"{what}\""), || {
            self.log().matches(&wanted).count() >= times
        });
    }

    /// How often its script has said this.
    pub fn said(&self, what: &str) -> usize {
        self.log().matches(&format!("script: {what}\n")).count()
    }

    /// The settings of a line `user` that registers here.
    pub fn line(&self, user: &str, port: u16) -> String {
        line(user, port, self.port)
    }

    /// The same over TLS.
    pub fn line_by_tls(&self, user: &str, port: u16) -> String {
        line(user, port, self.tls_port) + "transport = 'tls'\n"
    }
}

fn line(user: &str, port: u16, server: u16) -> String {
    format!(
        "uri = 'sip:{user}@{DOMAIN}'\nlisten = '127.0.0.1:{port}'\n\
         registrar = '127.0.0.1:{server}'\nregister = true\npassword = 'secret'\n"
    )
}

impl Drop for Kamailio {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("Kamailio: {}", self.log());
        }
        self.stop();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// A registrar and proxy that challenges REGISTER and INVITE and stays in the way of every dialog.
/// Its script says who came and went, and which requests came along the route.
const CONFIGURATION: &str = r#"#!KAMAILIO
debug=-1
log_stderror=yes
children=1
tcp_children=1
auto_aliases=no
dns=no
rev_dns=no
dns_cache_init=off
alias="{domain}"
listen=udp:127.0.0.1:{port}
listen=tcp:127.0.0.1:{port}
{tls}
loadmodule "tm.so"
loadmodule "sl.so"
loadmodule "rr.so"
loadmodule "pv.so"
loadmodule "xlog.so"
loadmodule "maxfwd.so"
loadmodule "textops.so"
loadmodule "siputils.so"
loadmodule "usrloc.so"
loadmodule "registrar.so"
loadmodule "auth.so"
loadmodule "nathelper.so"
modparam("xlog", "prefix", "script: ")
modparam("usrloc", "db_mode", 0)
modparam("registrar", "append_branches", 1)
modparam("registrar", "min_expires", 1)
modparam("registrar|nathelper", "received_avp", "$avp(received)")
modparam("auth", "algorithm", "{algorithm}")

request_route {
    if (!mf_process_maxfwd_header("10")) {
        sl_send_reply("483", "Too Many Hops");
        exit;
    }
    # Whoever came by a connection is answered on it.
    if ($proto != "udp" && is_method("INVITE|UPDATE")) {
        add_contact_alias();
    }
    t_on_reply("ANSWERS");
    if (has_totag()) {
        if (loose_route()) {
            handle_ruri_alias();
            xlog("L_ALERT", "routed $rm\n");
            if ($ru =~ ";gr=") {
                xlog("L_ALERT", "$rm for a device\n");
                if (!lookup("location")) {
                    exit;
                }
            }
            if (is_method("INVITE|UPDATE|SUBSCRIBE|REFER")) {
                record_route();
            }
            t_relay();
            exit;
        }
        if (is_method("ACK")) {
            if (t_check_trans()) {
                t_relay();
            }
            exit;
        }
        sl_send_reply("404", "Not Here");
        exit;
    }
    if (is_method("CANCEL")) {
        if (t_check_trans()) {
            xlog("L_ALERT", "cancelled\n");
            t_relay();
        }
        exit;
    }
    t_check_trans();
    if (is_method("REGISTER")) {
        if (!pv_www_authenticate("{domain}", "secret", "0")) {
            www_challenge("{domain}", "1");
            exit;
        }
        if ($proto != "udp") {
            fix_nated_register();
        }
        save("location");
        if (registered("location", "$tu")) {
            xlog("L_ALERT", "$tU is here by $proto\n");
        } else {
            xlog("L_ALERT", "$tU is gone\n");
        }
        exit;
    }
    if (is_method("INVITE")) {
        if (!pv_proxy_authenticate("{domain}", "secret", "0")) {
            proxy_challenge("{domain}", "1");
            exit;
        }
        consume_credentials();
    }
    record_route();
    if (!lookup("location")) {
        sl_send_reply("404", "Nobody");
        exit;
    }
    xlog("L_ALERT", "$rm for $tU by $proto\n");
    t_relay();
}

onreply_route[ANSWERS] {
    if ($proto != "udp") {
        add_contact_alias();
    }
}
"#;
