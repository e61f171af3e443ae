//! An authority and a certificate of its making, for servers and telephones on this machine.

use super::child;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::atomic::{AtomicU32, Ordering};

pub struct Certificates {
    folder: PathBuf,
}

static NEXT: AtomicU32 = AtomicU32::new(0);

impl Certificates {
    /// For `tapi3.test` and 127.0.0.1.
    pub fn new() -> Self {
        Certificates::naming("DNS:tapi3.test,IP:127.0.0.1")
    }

    /// For these names, in OpenSSL's words.
    pub fn naming(names: &str) -> Self {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("tapi3-certificates-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).unwrap();
        let made = Certificates { folder };
        made.make("authority", "authority", &[]);
        let names = format!("subjectAltName={names}");
        let (authority, its_key) = (made.path("authority.pem"), made.path("authority.key"));
        let by = ["-CA", authority.as_str(), "-CAkey", its_key.as_str()];
        let no_authority = ["-addext", "basicConstraints=critical,CA:FALSE"];
        let mut more = vec!["-addext", names.as_str()];
        more.extend(by);
        more.extend(no_authority);
        made.make("certificate", "tapi3.test", &more);
        // Some programs want both in one file.
        let both = ["certificate.pem", "certificate.key"]
            .map(|name| std::fs::read_to_string(made.path(name)).unwrap());
        std::fs::write(made.path("both.pem"), both.concat()).unwrap();
        made
    }

    fn make(&self, file: &str, name: &str, more: &[&str]) {
        let made = child::command("openssl")
            .args(["req", "-x509", "-nodes", "-days", "2", "-newkey", "ec"])
            .args(["-pkeyopt", "ec_paramgen_curve:P-256"])
            .args(["-subj", &format!("/CN={name}")])
            .args(more)
            .args(["-keyout", &self.path(&format!("{file}.key"))])
            .args(["-out", &self.path(&format!("{file}.pem"))])
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .expect("openssl is needed for this test: apt-get install openssl");
        assert!(made.success(), "openssl makes no certificate");
    }

    /// Where `authority.pem`, `certificate.pem`, `certificate.key` or `both.pem` is.
    pub fn path(&self, name: &str) -> String {
        self.folder.join(name).to_str().unwrap().to_owned()
    }

    /// The settings of a line that believes this authority.
    pub fn believed(&self) -> String {
        format!("tls_ca_file = '{}'\n", self.path("authority.pem"))
    }

    /// The settings of a line that has this certificate.
    pub fn shown(&self) -> String {
        let (certificate, key) = (self.path("certificate.pem"), self.path("certificate.key"));
        format!("tls_cert_file = '{certificate}'\ntls_key_file = '{key}'\n")
    }
}

impl Drop for Certificates {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
