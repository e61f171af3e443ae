//! The order of servers, from records that a test writes down.

use super::*;
use std::collections::HashMap;
use tapi3_sip::random::Random;

/// A name service on paper. What it does not know does not exist; of `silent` it says nothing.
#[derive(Default)]
struct Paper {
    known: HashMap<(String, Kind), Records>,
    silent: Vec<String>,
}

impl Paper {
    fn of(lines: &str) -> Self {
        let mut paper = Paper::default();
        for line in lines.lines().filter(|line| !line.trim().is_empty()) {
            let words: Vec<&str> = line.split_whitespace().collect();
            let number = |at: usize| words[at].parse().unwrap();
            let dotless = |at: usize| words[at].trim_end_matches('.').to_owned();
            let kind = match words[1] {
                "A" => Kind::A,
                "AAAA" => Kind::Aaaa,
                "SRV" => Kind::Srv,
                "NAPTR" => Kind::Naptr,
                "silent" => {
                    paper.silent.push(words[0].to_owned());
                    continue;
                }
                other => panic!("{other}"),
            };
            let records = paper.known.entry((words[0].to_owned(), kind)).or_default();
            match kind {
                Kind::A | Kind::Aaaa => records.addresses.push(words[2].parse().unwrap()),
                Kind::Srv => records.srv.push(Srv {
                    priority: number(2),
                    weight: number(3),
                    port: number(4),
                    target: dotless(5),
                }),
                Kind::Naptr => records
                    .naptr
                    .push(crate::providers::sip::resolve::records::Naptr {
                        order: number(2),
                        preference: number(3),
                        flags: words[4].to_owned(),
                        service: words[5].to_owned(),
                        replacement: dotless(6),
                    }),
            }
        }
        paper
    }
}

impl Names for Paper {
    async fn ask(&self, name: &str, kind: Kind) -> Result<Arc<Records>, Failure> {
        if self.silent.iter().any(|silent| silent == name) {
            return Err(Failure::NoAnswer {
                host: name.to_owned(),
                why: "silence".to_owned(),
            });
        }
        let known = self.known.get(&(name.to_owned(), kind));
        Ok(Arc::new(known.cloned().unwrap_or_default()))
    }
}

fn wanted(uri: &str, allowed: &[Transport]) -> Wanted {
    let (scheme, rest) = uri.split_once(':').unwrap();
    let (authority, transport) = match rest.split_once(';') {
        Some((authority, transport)) => (authority, Some(transport)),
        None => (rest, None),
    };
    let transport = transport.map(|text| match text {
        "udp" => Transport::Udp,
        "tcp" => Transport::Tcp,
        "tls" => Transport::Tls,
        other => panic!("{other}"),
    });
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, port.parse().ok()),
        _ => (authority, None),
    };
    Wanted {
        host: host.to_owned(),
        port,
        transport,
        secure: scheme == "sips",
        allowed: allowed.to_vec(),
        ipv4: true,
        ipv6: true,
    }
}

async fn find(names: &Paper, wanted: &Wanted) -> Result<Vec<String>, Failure> {
    let mut random = Random::seeded(7);
    let mut found = Vec::new();
    locate(names, wanted, &mut || random.number(), &mut found).await?;
    for target in &found {
        let name = (target.transport == Tls).then_some(bare(&wanted.host));
        assert_eq!(target.server_name.as_deref(), name);
    }
    let told = found
        .iter()
        .map(|t| format!("{} {}", t.transport.param(), t.address));
    Ok(told.collect())
}

use Transport::{Tcp, Tls, Udp};

const ALL: &[Transport] = &[Udp, Tcp, Tls];

#[tokio::test]
async fn addresses_and_ports_need_no_services() {
    let names = Paper::of(
        "h A 10.0.0.1
         h AAAA 2001:db8::1
         h NAPTR 1 1 s SIP+D2T _sip._tcp.h.
         _sip._udp.h SRV 0 0 9 other.
         other A 10.0.0.9",
    );
    for (uri, allowed, targets) in [
        ("sip:192.0.2.1", ALL, &["udp 192.0.2.1:5060"][..]),
        ("sip:192.0.2.1", &[Tcp], &["tcp 192.0.2.1:5060"]),
        ("sip:192.0.2.1:7;tcp", ALL, &["tcp 192.0.2.1:7"]),
        ("sips:192.0.2.1", ALL, &["tls 192.0.2.1:5061"]),
        ("sip:192.0.2.1;tls", &[Udp], &["tls 192.0.2.1:5061"]),
        ("sips:192.0.2.1", &[Udp], &["tls 192.0.2.1:5061"]),
        ("sip:[2001:db8::2]", ALL, &["udp [2001:db8::2]:5060"]),
        ("sip:[2001:db8::2]:7", ALL, &["udp [2001:db8::2]:7"]),
        ("sip:h:7", ALL, &["udp 10.0.0.1:7", "udp [2001:db8::1]:7"]),
        ("sips:h:7", ALL, &["tls 10.0.0.1:7", "tls [2001:db8::1]:7"]),
        (
            "sips:h:7;tcp",
            ALL,
            &["tls 10.0.0.1:7", "tls [2001:db8::1]:7"],
        ),
    ] {
        let found = find(&names, &wanted(uri, allowed)).await;
        assert_eq!(found.unwrap(), targets, "{uri} {allowed:?}");
    }
    let four = Wanted {
        ipv6: false,
        ..wanted("sip:h:7", ALL)
    };
    assert_eq!(find(&names, &four).await.unwrap(), ["udp 10.0.0.1:7"]);
    let six = Wanted {
        ipv4: false,
        ..wanted("sip:h:7", ALL)
    };
    assert_eq!(find(&names, &six).await.unwrap(), ["udp [2001:db8::1]:7"]);
}

#[tokio::test]
async fn services_are_taken_in_the_order_of_the_domain_and_the_line() {
    let names = Paper::of(
        "full NAPTR 20 1 s SIP+D2U _sip._udp.full.
         full NAPTR 10 2 s SIP+D2T _sip._tcp.full.
         full NAPTR 10 1 S sips+d2t _sips._tcp.full.
         full NAPTR 1 1 u E2U+sip .
         full NAPTR 1 1 s SIP+D2S _sip._sctp.full.
         _sips._tcp.full SRV 0 0 5061 a.full.
         _sip._tcp.full SRV 0 0 5070 a.full.
         _sip._udp.full SRV 0 0 5060 a.full.
         a.full A 10.0.0.1
         some AAAA 2001:db8::5
         _sip._tcp.some SRV 2 0 5062 b.some.
         _sip._tcp.some SRV 1 0 5061 a.some.
         a.some A 10.0.1.1
         b.some A 10.0.1.2
         plain A 10.0.2.1",
    );
    for (uri, allowed, targets) in [
        (
            "sip:full",
            ALL,
            &[
                "tls 10.0.0.1:5061",
                "tcp 10.0.0.1:5070",
                "udp 10.0.0.1:5060",
            ][..],
        ),
        ("sip:full", &[Udp], &["udp 10.0.0.1:5060"]),
        ("sips:full", ALL, &["tls 10.0.0.1:5061"]),
        // The URI's own word goes before that of the domain.
        ("sip:full;tcp", ALL, &["tcp 10.0.0.1:5070"]),
        ("sip:some", ALL, &["tcp 10.0.1.1:5061", "tcp 10.0.1.2:5062"]),
        ("sip:some", &[Udp], &["udp [2001:db8::5]:5060"]),
        ("sips:some", ALL, &["tls [2001:db8::5]:5061"]),
        ("sip:plain", ALL, &["udp 10.0.2.1:5060"]),
        ("sip:plain", &[Tls], &["tls 10.0.2.1:5061"]),
        ("sip:plain;tcp", &[Udp, Tcp], &["tcp 10.0.2.1:5060"]),
    ] {
        let found = find(&names, &wanted(uri, allowed)).await;
        assert_eq!(found.unwrap(), targets, "{uri} {allowed:?}");
    }
}

#[tokio::test]
async fn what_cannot_be_found_is_told_as_it_is() {
    let names = Paper::of(
        "_sip._udp.no SRV 0 0 0 .
         no A 10.0.0.1
         mute silent
         _sip._udp.half SRV 1 0 5060 mute.
         _sip._udp.half SRV 2 0 5060 there.
         _sip._udp.dead SRV 1 0 5060 mute.
         there A 10.0.0.2
         six AAAA 2001:db8::1",
    );
    let unknown = |host: &str| Failure::Unknown(host.to_owned());
    for (uri, failure) in [
        ("sip:nobody", unknown("nobody")),
        ("sip:nobody:5060", unknown("nobody")),
        ("sip:no", Failure::NotServed("no".to_owned())),
        ("sips:192.0.2.1;udp", Failure::NoTransport),
    ] {
        let found = find(&names, &wanted(uri, &[Udp])).await;
        assert_eq!(found.unwrap_err(), failure, "{uri}");
    }
    for uri in ["sip:mute", "sip:mute:5060", "sip:dead"] {
        let found = find(&names, &wanted(uri, &[Udp])).await.unwrap_err();
        assert!(matches!(found, Failure::NoAnswer { .. }), "{uri}: {found}");
    }
    let half = find(&names, &wanted("sip:half", &[Udp])).await.unwrap();
    assert_eq!(half, ["udp 10.0.0.2:5060"], "one server is enough");
    let four = Wanted {
        ipv6: false,
        ..wanted("sip:six", ALL)
    };
    assert_eq!(find(&names, &four).await.unwrap_err(), unknown("six"));
}

#[tokio::test]
async fn a_domain_of_many_servers_leads_to_so_many() {
    let mut lines = String::new();
    for n in 0..100 {
        lines += &format!("_sip._udp.big SRV {n} 0 5060 s{n}.big.\ns{n}.big A 10.0.0.{n}\n");
    }
    let found = find(&Paper::of(&lines), &wanted("sip:big", ALL)).await;
    assert_eq!(found.unwrap().len(), MOST);
}

#[test]
fn weights_decide_how_often_a_server_comes_first() {
    let server = |priority, weight, port| Srv {
        priority,
        weight,
        port,
        target: "a".to_owned(),
    };
    let servers = vec![
        server(2, 9, 4),
        server(1, 0, 1),
        server(1, 10, 2),
        server(1, 30, 3),
    ];
    let mut random = Random::seeded(1);
    let mut first = [0; 5];
    for _ in 0..10_000 {
        let order = ordered(servers.clone(), &mut || random.number());
        let ports: Vec<u16> = order.iter().map(|server| server.port).collect();
        assert_eq!(ports[3], 4, "a worse priority comes last");
        let mut all = ports.clone();
        all.sort_unstable();
        assert_eq!(all, [1, 2, 3, 4]);
        first[usize::from(ports[0])] += 1;
    }
    // One mark in 41 falls on the one without weight, 10 on the next, 30 on the last.
    for (port, share) in [(1, 244), (2, 2439), (3, 7317)] {
        assert!(
            (first[port] as i64 - i64::from(share)).abs() < 250,
            "{port}: {first:?}"
        );
    }
}
