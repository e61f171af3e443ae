//! TLS against openssl: certificates that are right, wrong, missing and asked for.

use super::*;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::sync::Mutex;
use tempfile::TempDir;
use tokio::net::TcpListener;

#[path = "../../../../../tests/support/child.rs"]
mod child;

/// An authority and what it has signed, made by openssl.
struct Authority {
    folder: TempDir,
}

impl Authority {
    fn new() -> Self {
        let authority = Authority {
            folder: tempfile::tempdir().unwrap(),
        };
        authority.make("ca", &["-subj", "/CN=an authority"]);
        authority
    }

    /// A certificate for these names, such as `DNS:a.example`.
    fn sign(&self, file: &str, names: &str) {
        self.make(
            file,
            &[
                "-subj",
                "/CN=a line",
                "-CA",
                &self.text("ca.pem"),
                "-CAkey",
                &self.text("ca.key"),
                "-addext",
                "basicConstraints=critical,CA:FALSE",
                "-addext",
                &format!("subjectAltName={names}"),
            ],
        );
    }

    fn make(&self, file: &str, more: &[&str]) {
        let made = child::command("openssl")
            .args(["req", "-x509", "-nodes", "-days", "2", "-newkey", "ec"])
            .args(["-pkeyopt", "ec_paramgen_curve:P-256"])
            .args(more)
            .args(["-keyout", &self.text(&format!("{file}.key"))])
            .args(["-out", &self.text(&format!("{file}.pem"))])
            .stderr(Stdio::null())
            .status()
            .expect("openssl is needed for this test: apt-get install openssl");
        assert!(made.success());
    }

    fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join(file)
    }

    fn text(&self, file: &str) -> String {
        self.path(file).to_str().unwrap().to_owned()
    }

    /// Trusts the authority, and has this certificate if any.
    fn security(&self, own: Option<&str>) -> Arc<Security> {
        let files = Files {
            authorities: Some(self.path("ca.pem")),
            certificate: own.map(|file| self.path(&format!("{file}.pem"))),
            key: own.map(|file| self.path(&format!("{file}.key"))),
        };
        Arc::new(Security::read(&files).unwrap())
    }
}

fn named(flow: Flow, name: &str) -> Flow {
    Flow {
        server_name: Some(name.into()),
        ..flow
    }
}

#[tokio::test]
async fn a_server_is_whom_its_certificate_names_and_nobody_else() {
    let authority = Authority::new();
    authority.sign("server", "DNS:sip.example,IP:127.0.0.1");
    let mut b = secured(options(), authority.security(Some("server")));
    let mut a = secured(options(), authority.security(None));
    let to_b = a.to(Transport::Tls, b.at(Transport::Tls));
    for flow in [named(to_b.clone(), "sip.example"), to_b.clone()] {
        a.say(&flow, &message(1, 300));
        let (back, bytes) = a.beside(b.hear()).await;
        assert_eq!(bytes, message(1, 300));
        assert_eq!(
            (back.transport, back.local),
            (Transport::Tls, b.at(Transport::Tls))
        );
        b.say(&back, &message(2, 300));
        let (answer, bytes) = b.beside(a.hear()).await;
        assert_eq!(bytes, message(2, 300));
        assert_eq!(answer.server_name, flow.server_name);
    }
    assert_eq!(a.counts().outgoing, 2, "a name does not vouch for another");
    a.say(&named(to_b, "other.example"), &message(1, 300));
    let (_, error, unsent) = b.beside(a.lose()).await;
    assert_eq!(
        error,
        "its certificate is for sip.example, 127.0.0.1, not other.example"
    );
    assert_eq!(unsent.len(), 1);
    // A peer that has connected to us is nobody that we would have looked for.
    let back = b.to(Transport::Tls, a.at(Transport::Udp));
    b.say(&back, b"x");
    assert_eq!(b.counts().outgoing, 1);
}

#[tokio::test]
async fn a_server_that_nobody_vouches_for_is_refused() {
    let (authority, other) = (Authority::new(), Authority::new());
    authority.sign("server", "DNS:sip.example");
    let mut b = secured(options(), authority.security(Some("server")));
    let mut a = secured(options(), other.security(None));
    let flow = a.to(Transport::Tls, b.at(Transport::Tls));
    a.say(&named(flow, "sip.example"), b"x");
    let (_, error, _) = b.beside(a.lose()).await;
    assert_eq!(
        error,
        "its certificate is not signed by an authority that we trust (tls_ca_file)"
    );
}

#[tokio::test]
async fn what_does_not_speak_tls_is_told_as_that() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let mut a = secured(options(), Authority::new().security(None));
    let flow = a.to(Transport::Tls, listener.local_addr().unwrap());
    a.say(&flow, b"x");
    let (mut stream, _) = a.beside(listener.accept()).await.unwrap();
    stream
        .write_all(b"SIP/2.0 400 Bad Request\r\n\r\n")
        .await
        .unwrap();
    let (_, error, _) = a.lose().await;
    assert_eq!(error, "what answers does not speak TLS");
}

/// An `openssl s_server` or `s_client`, with its input and output.
struct Openssl {
    child: Child,
    seen: Arc<Mutex<Vec<u8>>>,
}

impl Openssl {
    fn start(arguments: &[&str]) -> Self {
        let mut child = child::command("openssl")
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("openssl is needed for this test: apt-get install openssl");
        let mut output = child.stdout.take().unwrap();
        let seen = Arc::<Mutex<Vec<u8>>>::default();
        let all = seen.clone();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(length @ 1..) = output.read(&mut bytes) {
                all.lock().unwrap().extend(&bytes[..length]);
            }
        });
        Openssl { child, seen }
    }

    fn say(&mut self, bytes: &[u8]) {
        self.child.stdin.as_mut().unwrap().write_all(bytes).unwrap();
    }

    /// Waits until this has been shown. Returns everything.
    async fn shows(&mut self, text: &str) -> String {
        let seen = async {
            loop {
                let seen = String::from_utf8_lossy(&self.seen.lock().unwrap()).into_owned();
                if seen.contains(text) {
                    return seen;
                }
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        match timeout(DEADLINE, seen).await {
            Ok(seen) => seen,
            Err(_) => panic!(
                "{text:?} is not in {:?}",
                String::from_utf8_lossy(&self.seen.lock().unwrap())
            ),
        }
    }

    /// Waits until it takes connections. Returns where.
    async fn listens(&mut self) -> SocketAddr {
        let shown = async {
            loop {
                let shown = self.shows("ACCEPT ").await;
                let (_, rest) = shown.split_once("ACCEPT ").unwrap();
                // The rest of the line may still be on its way.
                if let Some((address, _)) = rest.split_once('\n') {
                    return address.trim().parse().unwrap();
                }
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        timeout(DEADLINE, shown).await.unwrap()
    }

    /// Waits until it has ended.
    async fn ends(&mut self) {
        while self.child.try_wait().unwrap().is_none() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}

impl Drop for Openssl {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[tokio::test]
async fn a_server_by_openssl_sees_the_name_and_our_certificate() {
    let authority = Authority::new();
    authority.sign("server", "DNS:sip.example");
    authority.sign("line", "DNS:alice.example");
    let (cert, key) = (authority.text("server.pem"), authority.text("server.key"));
    let ca = authority.text("ca.pem");
    let mut arguments = vec!["s_server", "-cert", &cert, "-key", &key, "-CAfile", &ca];
    arguments.extend(["-Verify", "2", "-verify_return_error"]);
    // Another certificate for those who name nobody.
    arguments.extend(["-servername", "sip.example", "-cert2", &cert, "-key2", &key]);
    for (version, own) in [
        ("-tls1_2", Some("line")),
        ("-tls1_3", Some("line")),
        ("-tls1_2", None),
        ("-tls1_3", None),
    ] {
        let listen = ["-accept", "127.0.0.1:0", version];
        let mut server = Openssl::start(&[&arguments[..], &listen].concat());
        let accept = server.listens().await;
        let mut a = secured(options(), authority.security(own));
        let flow = a.to(Transport::Tls, accept);
        let flow = named(flow, "sip.example");
        a.say(&flow, &message(7, 300));
        if own.is_none() {
            // It lets nobody in who is nobody, and says so in the words of its version.
            let (_, error, _) = a.lose().await;
            let why = match version {
                "-tls1_2" => "it has refused TLS: HandshakeFailure",
                _ => "it wants a certificate of ours, and has got none",
            };
            assert_eq!(error, why);
            continue;
        }
        let seen = a.beside(server.shows("OPTIONS sip:7@h")).await;
        let name = "Hostname in TLS extension: \"sip.example\"";
        assert!(seen.contains(name), "{seen}");
        server.say(&message(8, 300));
        assert_eq!(a.hear().await.1, message(8, 300));
    }
}

#[tokio::test]
async fn a_client_by_openssl_may_show_a_certificate_that_the_authorities_have_signed() {
    let (authority, other) = (Authority::new(), Authority::new());
    authority.sign("server", "DNS:sip.example");
    authority.sign("phone", "DNS:phone.example");
    other.sign("phone", "DNS:phone.example");
    let mut a = secured(options(), authority.security(Some("server")));
    let at = a.at(Transport::Tls).to_string();
    let ca = authority.text("ca.pem");
    let mut arguments = vec!["s_client", "-connect", &at, "-CAfile", &ca, "-quiet"];
    arguments.extend(["-verify_return_error", "-verify_hostname", "sip.example"]);
    for (whose, is_let_in) in [
        (None, true),
        (Some(&authority), true),
        (Some(&other), false),
    ] {
        let files = whose.map(|whose| (whose.text("phone.pem"), whose.text("phone.key")));
        let mut all = arguments.clone();
        if let Some((cert, key)) = &files {
            all.extend(["-cert", cert, "-key", key]);
        }
        let mut client = Openssl::start(&all);
        client.say(&message(1, 300));
        if is_let_in {
            let (flow, bytes) = a.hear().await;
            assert_eq!(bytes, message(1, 300));
            a.say(&flow, &message(2, 300));
            a.beside(client.shows("OPTIONS sip:2@h")).await;
            drop(client);
            a.lose().await;
        } else {
            a.beside(client.ends()).await;
            a.until(|counts| counts.incoming == 0).await;
        }
    }
}

#[test]
fn a_wrong_file_is_named_by_its_key() {
    let authority = Authority::new();
    authority.sign("one", "DNS:one.example");
    authority.sign("two", "DNS:two.example");
    let path = |file: &str| Some(authority.path(file));
    for (authorities, certificate, key, wrong) in [
        (path("none"), None, None, "tls_ca_file"),
        (path("one.key"), None, None, "tls_ca_file"),
        (None, path("one.pem"), None, "tls_cert_file"),
        (None, None, path("one.key"), "tls_key_file"),
        (None, path("one.key"), path("one.key"), "tls_cert_file"),
        (None, path("one.pem"), path("one.pem"), "tls_key_file"),
        (None, path("one.pem"), path("two.key"), "tls_key_file"),
    ] {
        let files = Files {
            authorities,
            certificate,
            key,
        };
        assert_eq!(Security::read(&files).unwrap_err().key, wrong, "{files:?}");
    }
}
