//! Questions to name servers (RFC 1035), over UDP, and over TCP where an answer is too long for that.
//!
//! `simple-dns` reads and writes the messages. A whole resolver, hickory-resolver, was weighed: it
//! asks for a newer Rust than we promise, what still builds with ours has known faults that are not
//! mended any more, and it brings more than forty crates along.

use super::records::{Kind, Naptr, Records, Srv};
use simple_dns::rdata::{OPT, RData};
use simple_dns::{
    CLASS, Name, Packet, PacketFlag, QCLASS, QTYPE, Question, RCODE, ResourceRecord, TYPE,
};
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpStream, UdpSocket};
use tokio::time::timeout;

/// How long a server may take, and how often all of them are asked.
const PATIENCE: Duration = Duration::from_millis(1500);
const ROUNDS: usize = 2;

/// The longest answer over UDP that we ask for (RFC 6891), in bytes.
const DATAGRAM: u16 = 1232;

/// How many names may stand for others on the way to one (CNAME).
const LONGEST_CHAIN: usize = 8;

/// For how many seconds the absence of records is believed: at most so long, and so long if the
/// answer does not say.
const ABSENT: u32 = 60;
const ABSENT_UNSAID: u32 = 15;

/// Asks servers in turn. Returns the records and for how many seconds they hold.
///
/// # Errors
/// Why nobody has answered, for people.
pub(super) async fn ask(
    servers: &[SocketAddr],
    name: &str,
    kind: Kind,
) -> Result<(Records, u32), String> {
    let mut trouble = "no name server is configured".to_owned();
    for round in 0..ROUNDS {
        for server in servers {
            // Old servers take no question with an extension; those are asked without it later.
            let question = Asked::new(name, kind, round == 0)?;
            let answer = async {
                match question.over_udp(*server).await? {
                    Some(answer) => Ok(answer),
                    None => question.over_tcp(*server).await,
                }
            };
            trouble = match timeout(PATIENCE, answer).await {
                Ok(Ok(answer)) => match question.read(&answer) {
                    Ok(read) => return Ok(read),
                    Err(what) => format!("{server} {what}"),
                },
                Ok(Err(error)) => format!("{server}: {error}"),
                Err(_) => format!("{server} does not answer"),
            };
        }
    }
    Err(trouble)
}

/// A question that is asked.
struct Asked<'a> {
    id: u16,
    name: Name<'a>,
    kind: TYPE,
    bytes: Vec<u8>,
}

impl<'a> Asked<'a> {
    fn new(name: &'a str, kind: Kind, extended: bool) -> Result<Self, String> {
        let what = |_| format!("{name:?} cannot be asked for");
        // Nobody else shall know it, or he could answer in the server's place.
        let mut id = [0; 2];
        getrandom::fill(&mut id).map_err(|error| error.to_string())?;
        let id = u16::from_ne_bytes(id);
        let kind = match kind {
            Kind::A => TYPE::A,
            Kind::Aaaa => TYPE::AAAA,
            Kind::Srv => TYPE::SRV,
            Kind::Naptr => TYPE::NAPTR,
        };
        let name = Name::new(name).map_err(what)?;
        let mut packet = Packet::new_query(id);
        packet.set_flags(PacketFlag::RECURSION_DESIRED);
        let class = QCLASS::CLASS(CLASS::IN);
        let question = Question::new(name.clone(), QTYPE::TYPE(kind), class, false);
        packet.questions.push(question);
        if extended {
            *packet.opt_mut() = Some(OPT {
                opt_codes: Vec::new(),
                udp_packet_size: DATAGRAM,
                version: 0,
            });
        }
        let bytes = packet.build_bytes_vec().map_err(what)?;
        Ok(Asked {
            id,
            name,
            kind,
            bytes,
        })
    }

    /// The answer, or none if it is too long for UDP. A fresh socket has a port that nobody guesses,
    /// and is connected, so that nobody else is heard.
    async fn over_udp(&self, server: SocketAddr) -> io::Result<Option<Vec<u8>>> {
        let any: IpAddr = match server {
            SocketAddr::V4(_) => Ipv4Addr::UNSPECIFIED.into(),
            SocketAddr::V6(_) => Ipv6Addr::UNSPECIFIED.into(),
        };
        let socket = UdpSocket::bind(SocketAddr::new(any, 0)).await?;
        socket.connect(server).await?;
        socket.send(&self.bytes).await?;
        let mut buffer = vec![0; usize::from(DATAGRAM)];
        loop {
            let length = socket.recv(&mut buffer).await?;
            let answer = buffer.get(..length).unwrap_or_default();
            // What does not fit the question may be forged: the real one may still come.
            let Some(packet) = self.fitting(answer) else {
                continue;
            };
            let is_cut = packet.has_flags(PacketFlag::TRUNCATION);
            return Ok((!is_cut).then(|| answer.to_vec()));
        }
    }

    async fn over_tcp(&self, server: SocketAddr) -> io::Result<Vec<u8>> {
        let mut stream = TcpStream::connect(server).await?;
        let length = u16::try_from(self.bytes.len()).map_err(io::Error::other)?;
        let mut question = length.to_be_bytes().to_vec();
        question.extend_from_slice(&self.bytes);
        stream.write_all(&question).await?;
        let length = stream.read_u16().await?;
        let mut answer = vec![0; usize::from(length)];
        stream.read_exact(&mut answer).await?;
        Ok(answer)
    }

    /// The answer if it is one to this question.
    fn fitting<'b>(&self, answer: &'b [u8]) -> Option<Packet<'b>> {
        let packet = Packet::parse(answer).ok()?;
        let [question] = packet.questions.as_slice() else {
            // A server that finds no sense in the question may leave it out.
            let is_error = packet.rcode() != RCODE::NoError && packet.questions.is_empty();
            let fits = is_error && packet.id() == self.id;
            return fits.then_some(packet);
        };
        let fits = packet.has_flags(PacketFlag::RESPONSE)
            && packet.id() == self.id
            && question.qname == self.name
            && question.qtype == QTYPE::TYPE(self.kind);
        fits.then_some(packet)
    }

    /// What an answer says, and for how many seconds that holds.
    fn read(&self, answer: &[u8]) -> Result<(Records, u32), String> {
        let packet = self.fitting(answer).ok_or("gives no answer that fits")?;
        match packet.rcode() {
            RCODE::NoError | RCODE::NameError => {}
            other => return Err(format!("says {other:?}")),
        }
        let mut owner = self.name.clone();
        let mut holds = u32::MAX;
        for _ in 0..LONGEST_CHAIN {
            let alias = packet
                .answers
                .iter()
                .find_map(|record| match &record.rdata {
                    RData::CNAME(alias) if record.name == owner => Some((record.ttl, &alias.0)),
                    _ => None,
                });
            let Some((ttl, alias)) = alias else { break };
            holds = holds.min(ttl);
            owner = alias.clone();
        }
        let mut records = Records::default();
        for record in packet.answers.iter().filter(|record| record.name == owner) {
            if take(record, self.kind, &mut records) {
                holds = holds.min(record.ttl);
            }
        }
        if records.are_none() {
            let said = packet
                .name_servers
                .iter()
                .find_map(|record| match &record.rdata {
                    RData::SOA(zone) => Some(record.ttl.min(zone.minimum)),
                    _ => None,
                });
            holds = said.map_or(ABSENT_UNSAID, |said| said.min(ABSENT));
        }
        Ok((records, holds))
    }
}

/// Takes a record if it is of the kind that was asked for.
fn take(record: &ResourceRecord<'_>, kind: TYPE, into: &mut Records) -> bool {
    let text = |name: &Name<'_>| name.to_string().to_ascii_lowercase();
    match &record.rdata {
        RData::A(a) if kind == TYPE::A => into.addresses.push(Ipv4Addr::from(a.address).into()),
        RData::AAAA(a) if kind == TYPE::AAAA => {
            into.addresses.push(Ipv6Addr::from(a.address).into());
        }
        RData::SRV(srv) if kind == TYPE::SRV => into.srv.push(Srv {
            priority: srv.priority,
            weight: srv.weight,
            port: srv.port,
            target: text(&srv.target),
        }),
        RData::NAPTR(naptr) if kind == TYPE::NAPTR => into.naptr.push(Naptr {
            order: naptr.order,
            preference: naptr.preference,
            flags: naptr.flags.to_string(),
            service: naptr.services.to_string(),
            replacement: text(&naptr.replacement),
        }),
        _ => return false,
    }
    true
}

#[cfg(test)]
#[path = "client_tests.rs"]
mod tests;
