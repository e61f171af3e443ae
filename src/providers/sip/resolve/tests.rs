//! The whole way, with a name server that nobody here wrote: dnsmasq.

use super::*;
use std::net::TcpListener;
use std::process::{Child, Stdio};
use tempfile::TempDir;

#[path = "../../../../tests/support/child.rs"]
mod child;

/// How long a test waits for what must happen.
const DEADLINE: Duration = Duration::from_secs(60);

/// A running dnsmasq that knows `example.test` and nothing else.
struct Dnsmasq {
    child: Child,
    address: SocketAddr,
    folder: TempDir,
}

impl Dnsmasq {
    async fn start(records: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let port = {
            let listener = TcpListener::bind("127.0.0.1:0").unwrap();
            listener.local_addr().unwrap().port()
        };
        let file = folder.path().join("dnsmasq.conf");
        let fixed = format!(
            "port={port}\nlisten-address=127.0.0.1\nbind-interfaces\nno-resolv\nno-hosts\nno-poll\n\
             user=\npid-file=\nlocal=/test/\nlog-queries\nlog-facility={}\n",
            folder.path().join("log").display()
        );
        std::fs::write(&file, fixed + records).unwrap();
        let child = child::command("dnsmasq")
            .arg("--keep-in-foreground")
            .arg(format!("--conf-file={}", file.display()))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .expect("dnsmasq is needed for this test: apt-get install dnsmasq-base");
        let server = Dnsmasq {
            child,
            address: (Ipv4Addr::LOCALHOST, port).into(),
            folder,
        };
        let up = async {
            while tokio::net::TcpStream::connect(server.address)
                .await
                .is_err()
            {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        timeout(DEADLINE, up).await.expect("dnsmasq is up");
        server
    }

    /// How many questions it was asked.
    fn asked(&self) -> usize {
        let log = std::fs::read_to_string(self.folder.path().join("log")).unwrap();
        log.lines().filter(|line| line.contains("query[")).count()
    }
}

impl Drop for Dnsmasq {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn wanted(host: &str) -> Wanted {
    Wanted {
        host: host.to_owned(),
        port: None,
        transport: None,
        secure: false,
        allowed: vec![Transport::Udp, Transport::Tcp, Transport::Tls],
        ipv4: true,
        ipv6: false,
    }
}

fn told(found: &[Target]) -> Vec<String> {
    let tell = |t: &Target| {
        let name = t.server_name.as_deref().unwrap_or("-");
        format!("{} {} {name}", t.transport.param(), t.address)
    };
    found.iter().map(tell).collect()
}

#[tokio::test]
async fn a_domain_leads_to_its_servers_and_is_asked_for_once() {
    let mut records = "naptr-record=example.test,20,1,s,SIP+D2U,,_sip._udp.example.test\n\
                       naptr-record=example.test,10,1,s,SIPS+D2T,,_sips._tcp.example.test\n\
                       srv-host=_sip._udp.example.test,b.example.test,5070,2\n\
                       srv-host=_sip._udp.example.test,a.example.test,5060,1\n\
                       srv-host=_sips._tcp.example.test,c.example.test,5061\n\
                       host-record=a.example.test,127.0.0.1\n\
                       host-record=b.example.test,127.0.0.2\n\
                       host-record=c.example.test,127.0.0.3\n\
                       local-ttl=600\n"
        .to_owned();
    // More than a datagram holds.
    for n in 0..60 {
        records +=
            &format!("srv-host=_sip._tcp.long.test,server{n}.with-a-long-name.test,5060,{n}\n");
        records += &format!("host-record=server{n}.with-a-long-name.test,127.0.1.{n}\n");
    }
    let server = Dnsmasq::start(&records).await;
    let resolver = Resolver::new(Some(server.address));
    let all = [
        "tls 127.0.0.3:5061 example.test",
        "udp 127.0.0.1:5060 -",
        "udp 127.0.0.2:5070 -",
    ];
    let found = resolver.find(&wanted("Example.test")).await.unwrap();
    assert_eq!(told(&found), all.map(|t| t.replace("example", "Example")));
    let asked = server.asked();
    assert!(asked > 0);
    let again = resolver.find(&wanted("example.test")).await.unwrap();
    assert_eq!(told(&again), all);
    assert_eq!(server.asked(), asked, "the answers hold");
    let kept = resolver.kept_targets(&wanted("example.test"));
    assert_eq!(kept.as_deref().map(told), Some(told(&again)));
    assert_eq!(resolver.kept_targets(&wanted("long.test")), None);
    // Whoever failed comes last, until it works.
    resolver.failed(found[0].transport, found[0].address);
    let other = resolver.find(&wanted("example.test")).await.unwrap();
    assert_eq!(told(&other), [all[1], all[2], all[0]]);
    resolver.worked(found[0].transport, found[0].address);
    let as_before = resolver.find(&wanted("example.test")).await.unwrap();
    assert_eq!(told(&as_before), all);
    let long = resolver.find(&wanted("long.test")).await.unwrap();
    assert_eq!(long.len(), locate::MOST);
    assert_eq!(told(&long)[1], "tcp 127.0.1.1:5060 -");
    let nobody = resolver.find(&wanted("nobody.test")).await.unwrap_err();
    assert_eq!(nobody, Failure::Unknown("nobody.test".to_owned()));
}

#[tokio::test]
async fn what_a_uri_spells_out_is_known_at_once() {
    let resolver = Resolver::new(Some(([127, 0, 0, 1], 9).into()));
    for (uri, usual, targets) in [
        (
            "sip:a@127.0.0.1",
            Transport::Udp,
            Some("udp 127.0.0.1:5060 -"),
        ),
        (
            "sip:a@127.0.0.1",
            Transport::Tcp,
            Some("tcp 127.0.0.1:5060 -"),
        ),
        (
            "sip:127.0.0.1:9;transport=TCP",
            Transport::Udp,
            Some("tcp 127.0.0.1:9 -"),
        ),
        (
            "sips:a@127.0.0.1",
            Transport::Udp,
            Some("tls 127.0.0.1:5061 127.0.0.1"),
        ),
        ("sip:a@127.0.0.1;transport=sctp", Transport::Udp, None),
        ("sip:a@example.test", Transport::Udp, None),
    ] {
        let found = resolver.at_once(&SipUri::parse(uri).unwrap(), usual);
        let found = found.map(|found| told(&found).join(", "));
        assert_eq!(found.as_deref(), targets, "{uri}");
    }
    let uri = SipUri::parse("sip:a@127.0.0.1;transport=sctp").unwrap();
    let error = resolver.resolve(&uri, Transport::Udp).await.unwrap_err();
    assert_eq!(error.to_string(), Failure::NoTransport.to_string());
}

#[tokio::test(start_paused = true)]
async fn a_server_that_failed_is_put_off_for_a_while() {
    let resolver = Resolver::new(None);
    let target = |port| Target {
        transport: Transport::Udp,
        address: ([127, 0, 0, 1], port).into(),
        server_name: None,
    };
    let order = || {
        let mut found = vec![target(1), target(2), target(3)];
        resolver.put_off(&mut found);
        found.iter().map(|t| t.address.port()).collect::<Vec<_>>()
    };
    for port in [1, 2] {
        resolver.failed(Transport::Udp, target(port).address);
    }
    assert_eq!(order(), [3, 1, 2]);
    tokio::time::advance(AVOIDED).await;
    assert_eq!(order(), [1, 2, 3]);
    for n in 0..1000 {
        resolver.failed(Transport::Tcp, target(n).address);
    }
    assert!(lock(&resolver.0.avoided).len() <= MOST_AVOIDED);
}

#[tokio::test(start_paused = true)]
async fn this_machine_knows_its_own_names_without_a_server() {
    let hosts = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(hosts.path(), "127.0.0.9 pbx\n").unwrap();
    let silent = std::net::UdpSocket::bind("127.0.0.1:0").unwrap();
    let resolver = Resolver::of(Source {
        server: Some(silent.local_addr().unwrap()),
        hosts: hosts.path().to_owned(),
        configuration: PathBuf::new(),
    });
    let started = Instant::now();
    let found = resolver.find(&wanted("PBX")).await.unwrap();
    assert_eq!(told(&found), ["udp 127.0.0.9:5060 -"]);
    let found = resolver.find(&wanted("localhost")).await.unwrap();
    assert_eq!(told(&found), ["udp 127.0.0.1:5060 -"]);
    assert_eq!(started.elapsed(), Duration::ZERO, "nobody was waited for");
}

#[tokio::test(start_paused = true)]
async fn a_silent_server_takes_a_bounded_time() {
    let silent = std::net::UdpSocket::bind("127.0.0.1:0").unwrap();
    let resolver = Resolver::new(Some(silent.local_addr().unwrap()));
    let started = Instant::now();
    let failure = resolver.find(&wanted("example.test")).await.unwrap_err();
    assert!(started.elapsed() <= PATIENCE, "by the clock of the test");
    let silent = failure.to_string();
    assert!(
        silent.contains("does not answer") || failure == Failure::Late,
        "{silent}"
    );
}

#[test]
fn the_systems_name_servers_are_read_from_its_file() {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(
        file.path(),
        "nonsense\nnameserver 10.0.0.1\nnameserver ::1\n",
    )
    .unwrap();
    let servers = configured(file.path());
    assert_eq!(
        servers,
        ["10.0.0.1:53", "[::1]:53"].map(|s| s.parse().unwrap())
    );
    let none = configured(Path::new("/nonexistent"));
    assert_eq!(none, ["127.0.0.1:53".parse().unwrap()]);
}
