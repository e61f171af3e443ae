//! Where a URI leads (RFC 3263 §4): services by NAPTR, their servers by SRV, addresses by A and
//! AAAA, in the order in which they are to be tried.

use super::records::{Kind, Names, Records, Srv};
use super::{Failure, Target, Wanted};
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use tapi3_sip::flow::Transport;

/// How many targets one name leads to; those beyond them are left out.
pub(super) const MOST: usize = 16;

/// Finds the targets, and appends each as soon as it is known.
///
/// # Errors
/// Why there is none at all.
pub(super) async fn locate<N: Names>(
    names: &N,
    wanted: &Wanted,
    luck: &mut (impl FnMut() -> u32 + Send),
    found: &mut Vec<Target>,
) -> Result<(), Failure> {
    let transports = wanted.transports()?;
    let first = *transports.first().ok_or(Failure::NoTransport)?;
    let mut search = Search {
        names,
        wanted,
        name: Arc::from(bare(&wanted.host)),
        found,
        trouble: None,
    };
    if let Ok(ip) = bare(&wanted.host).parse::<IpAddr>() {
        let port = wanted.port.unwrap_or(first.default_port());
        search.add(first, SocketAddr::new(ip, port));
    } else if let Some(port) = wanted.port {
        // Whoever names a port means this host (§4.2).
        search.host(first, &wanted.host, port).await?;
    } else {
        search.services(&transports, luck).await?;
    }
    match (search.found.is_empty(), search.trouble) {
        (false, _) => Ok(()),
        (true, Some(trouble)) => Err(trouble),
        (true, None) => Err(Failure::Unknown(wanted.host.clone())),
    }
}

/// A numeric IPv6 host may stand in brackets.
fn bare(host: &str) -> &str {
    let inner = host
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    inner.unwrap_or(host)
}

struct Search<'a, N> {
    names: &'a N,
    wanted: &'a Wanted,
    /// Whom a certificate has to name.
    name: Arc<str>,
    found: &'a mut Vec<Target>,
    /// What to say if nothing is found.
    trouble: Option<Failure>,
}

impl<N: Names> Search<'_, N> {
    fn add(&mut self, transport: Transport, address: SocketAddr) {
        let target = Target {
            transport,
            address,
            server_name: (transport == Transport::Tls).then(|| self.name.clone()),
        };
        if self.found.len() < MOST && !self.found.contains(&target) {
            self.found.push(target);
        }
    }

    /// The addresses of a host, IPv4 first.
    async fn host(&mut self, transport: Transport, host: &str, port: u16) -> Result<(), Failure> {
        if let Ok(ip) = host.parse::<IpAddr>() {
            // No name server should say so, but some do.
            self.add(transport, SocketAddr::new(ip, port));
            return Ok(());
        }
        let (four, six) = self.addresses(host).await;
        let records = [(self.wanted.ipv4, four), (self.wanted.ipv6, six)];
        let mut trouble = None;
        for (_, records) in records.into_iter().filter(|(reaches, _)| *reaches) {
            match records {
                Ok(records) => {
                    for ip in &records.addresses {
                        self.add(transport, SocketAddr::new(*ip, port));
                    }
                }
                Err(failure) => trouble = Some(failure),
            }
        }
        self.trouble = trouble.or(self.trouble.take());
        Ok(())
    }

    async fn addresses(&self, host: &str) -> (Answer, Answer) {
        tokio::join!(
            self.ask(self.wanted.ipv4, host, Kind::A),
            self.ask(self.wanted.ipv6, host, Kind::Aaaa),
        )
    }

    async fn ask(&self, is_needed: bool, name: &str, kind: Kind) -> Answer {
        match is_needed {
            true => self.names.ask(name, kind).await,
            false => Ok(Arc::default()),
        }
    }

    /// The services of a domain. What may be needed is asked for at once, so that a name server that
    /// swallows one kind of question costs its time only once.
    async fn services(
        &mut self,
        transports: &[Transport],
        luck: &mut (impl FnMut() -> u32 + Send),
    ) -> Result<(), Failure> {
        let host = self.wanted.host.clone();
        let may = |transport: Transport| transports.contains(&transport);
        let this = &*self;
        let srv = |transport| {
            let name = format!("{}.{host}", service(transport));
            async move { this.ask(may(transport), &name, Kind::Srv).await }
        };
        // A URI that names its transport has no need for NAPTR (§4.1).
        let open = self.wanted.transport.is_none();
        let (naptr, udp, tcp, tls, _) = tokio::join!(
            this.ask(open, &host, Kind::Naptr),
            srv(Transport::Udp),
            srv(Transport::Tcp),
            srv(Transport::Tls),
            this.addresses(&host),
        );
        let offered = match &naptr {
            Ok(records) => offered(records, transports),
            Err(_) => Vec::new(),
        };
        for (transport, name) in &offered {
            let servers = self.names.ask(name, Kind::Srv).await;
            self.servers(*transport, servers, luck).await?;
        }
        if !self.found.is_empty() {
            return Ok(());
        }
        for transport in transports {
            let servers = match transport {
                Transport::Udp => udp.clone(),
                Transport::Tcp => tcp.clone(),
                Transport::Tls => tls.clone(),
            };
            self.servers(*transport, servers, luck).await?;
        }
        if !self.found.is_empty() || matches!(self.trouble, Some(Failure::NotServed(_))) {
            return Ok(());
        }
        let Some(transport) = transports.first() else {
            return Ok(());
        };
        self.host(*transport, &host, transport.default_port()).await
    }

    /// The servers of a service in their order.
    async fn servers(
        &mut self,
        transport: Transport,
        servers: Answer,
        luck: &mut (impl FnMut() -> u32 + Send),
    ) -> Result<(), Failure> {
        let servers = match servers {
            Ok(records) => records.srv.clone(),
            Err(failure) => {
                self.trouble = Some(failure);
                return Ok(());
            }
        };
        // One record that names the root says: not here (RFC 2782).
        if let [Srv { target, .. }] = servers.as_slice() {
            if target.is_empty() {
                self.trouble = Some(Failure::NotServed(self.wanted.host.clone()));
                return Ok(());
            }
        }
        for server in ordered(servers, luck).into_iter().take(MOST) {
            if self.found.len() >= MOST {
                break;
            }
            self.host(transport, &server.target, server.port).await?;
        }
        Ok(())
    }
}

type Answer = Result<Arc<Records>, Failure>;

/// The name of a transport's service (RFC 3263 §4.1).
fn service(transport: Transport) -> &'static str {
    match transport {
        Transport::Udp => "_sip._udp",
        Transport::Tcp => "_sip._tcp",
        Transport::Tls => "_sips._tcp",
    }
}

/// What a domain offers and we take, in the domain's order (RFC 3263 §4.1).
fn offered(records: &Records, transports: &[Transport]) -> Vec<(Transport, String)> {
    let mut naptr: Vec<_> = records.naptr.iter().collect();
    naptr.sort_by_key(|record| (record.order, record.preference));
    let takes = naptr.into_iter().filter_map(|record| {
        let is = |service: &str| record.service.eq_ignore_ascii_case(service);
        let transport = match () {
            () if is("SIP+D2U") => Transport::Udp,
            () if is("SIP+D2T") => Transport::Tcp,
            () if is("SIPS+D2T") => Transport::Tls,
            () => return None,
        };
        let leads = record.flags.eq_ignore_ascii_case("s") && !record.replacement.is_empty();
        (leads && transports.contains(&transport)).then(|| (transport, record.replacement.clone()))
    });
    takes.take(MOST).collect()
}

/// Servers by priority, and among equals by their weights and luck (RFC 2782).
fn ordered(mut servers: Vec<Srv>, luck: &mut impl FnMut() -> u32) -> Vec<Srv> {
    // Those without weight stand first, so that they are chosen at times.
    servers.sort_by_key(|server| (server.priority, server.weight != 0));
    let mut chosen = Vec::with_capacity(servers.len());
    while let Some(priority) = servers.first().map(|server| server.priority) {
        let equals = servers.iter().take_while(|s| s.priority == priority);
        let total: u32 = equals.map(|s| u32::from(s.weight)).sum();
        let mark = luck() % (total + 1);
        let mut sum = 0;
        let index = servers.iter().position(|server| {
            sum += u32::from(server.weight);
            sum >= mark
        });
        chosen.push(servers.remove(index.unwrap_or_default()));
    }
    chosen
}

#[cfg(test)]
#[path = "locate_tests.rs"]
mod tests;
