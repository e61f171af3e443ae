//! Session descriptions (RFC 8866) and the offer/answer rules (RFC 3264) for one audio stream in
//! G.711, which we can receive and, for now, not send.

use std::net::{IpAddr, SocketAddr};

/// Where the media of a description go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    SendRecv,
    SendOnly,
    RecvOnly,
    Inactive,
}

impl Direction {
    fn parse(attribute: &str) -> Option<Self> {
        match attribute {
            "sendrecv" => Some(Direction::SendRecv),
            "sendonly" => Some(Direction::SendOnly),
            "recvonly" => Some(Direction::RecvOnly),
            "inactive" => Some(Direction::Inactive),
            _ => None,
        }
    }

    /// What we answer, who only listen.
    fn answered(self) -> &'static str {
        match self {
            Direction::SendRecv | Direction::SendOnly => "recvonly",
            Direction::RecvOnly | Direction::Inactive => "inactive",
        }
    }
}

struct Stream<'a> {
    kind: &'a str,
    port: u16,
    transport: &'a str,
    formats: Vec<&'a str>,
    direction: Direction,
    /// Payload type and encoding name of each rtpmap.
    maps: Vec<(&'a str, &'a str)>,
}

impl Stream<'_> {
    /// The payload types of the codecs that we know, in the stream's own order; none if the stream
    /// is of no use to us.
    fn g711(&self) -> Vec<(&str, &'static str)> {
        if self.kind != "audio" || self.port == 0 || self.transport != "RTP/AVP" {
            return Vec::new();
        }
        let codec = |format: &str| {
            let map = self.maps.iter().find(|(payload, _)| *payload == format);
            match map
                .map(|(_, encoding)| encoding.to_ascii_uppercase())
                .as_deref()
            {
                Some("PCMU/8000" | "PCMU/8000/1") => Some("PCMU"),
                Some("PCMA/8000" | "PCMA/8000/1") => Some("PCMA"),
                Some(_) => None,
                // The static types need no rtpmap (RFC 3551 §6).
                None => match format {
                    "0" => Some("PCMU"),
                    "8" => Some("PCMA"),
                    _ => None,
                },
            }
        };
        let formats = self.formats.iter();
        formats.filter_map(|f| Some((*f, codec(f)?))).collect()
    }
}

fn parse(text: &str) -> Option<Vec<Stream<'_>>> {
    let mut streams: Vec<Stream> = Vec::new();
    let mut session = Direction::SendRecv;
    if !text.starts_with("v=0") {
        return None;
    }
    for line in text.lines() {
        let Some((kind, value)) = line.trim_end().split_once('=') else {
            continue;
        };
        match (kind, streams.last_mut()) {
            ("m", _) => {
                let mut words = value.split_ascii_whitespace();
                let kind = words.next()?;
                let port = words.next()?;
                let port = port.split_once('/').map_or(port, |(port, _)| port);
                streams.push(Stream {
                    kind,
                    port: port.parse().ok()?,
                    transport: words.next()?,
                    formats: words.collect(),
                    direction: session,
                    maps: Vec::new(),
                });
            }
            ("a", None) => session = Direction::parse(value).unwrap_or(session),
            ("a", Some(stream)) => {
                if let Some(direction) = Direction::parse(value) {
                    stream.direction = direction;
                } else if let Some(map) = value.strip_prefix("rtpmap:") {
                    stream.maps.extend(map.split_once(' '));
                }
            }
            _ => {}
        }
    }
    Some(streams)
}

/// Our side of a session: who describes it, and how often it was described.
#[derive(Debug)]
pub(super) struct Describer {
    media: SocketAddr,
    id: u64,
    version: u64,
}

impl Describer {
    /// For media that arrive at `media`; `id` is a number that no other session of ours has.
    pub fn new(media: SocketAddr, id: u64) -> Self {
        Describer {
            media,
            id,
            version: 0,
        }
    }

    fn head(&mut self) -> String {
        self.version += 1;
        let family = match self.media.ip() {
            IpAddr::V4(_) => "IP4",
            IpAddr::V6(_) => "IP6",
        };
        let (id, version, ip) = (self.id, self.version, self.media.ip());
        format!(
            "v=0\r\no=- {id} {version} IN {family} {ip}\r\ns=-\r\nc=IN {family} {ip}\r\nt=0 0\r\n"
        )
    }

    /// Offers both forms of G.711, to be received.
    pub fn offer(&mut self) -> Vec<u8> {
        self.describe(&Agreed::to_nothing())
    }

    /// Our description, as far as its streams are agreed.
    pub fn describe(&mut self, agreed: &Agreed) -> Vec<u8> {
        let (head, port) = (self.head(), self.media.port());
        format!("{head}{}{port}{}", agreed.before_port, agreed.after_port).into_bytes()
    }
}

/// The streams of a description of ours, all but for the port at which the media arrive: what an
/// INVITE leads to. It is read once, when the call is offered, and kept for the answer.
#[derive(Debug)]
pub(super) struct Agreed {
    before_port: String,
    after_port: String,
}

impl Agreed {
    /// In answer to a description: the first audio stream with a codec of ours is taken, all others
    /// are refused. In answer to none: our own offer. `None` if there is no such stream.
    pub fn to(description: &[u8]) -> Option<Self> {
        if description.is_empty() {
            return Some(Self::to_nothing());
        }
        let description = std::str::from_utf8(description).ok()?;
        let streams = parse(description)?;
        let chosen = streams
            .iter()
            .position(|stream| !stream.g711().is_empty())?;
        let (mut before_port, mut after_port) = (String::new(), String::new());
        for (index, stream) in streams.iter().enumerate() {
            if index != chosen {
                let text = match index < chosen {
                    true => &mut before_port,
                    false => &mut after_port,
                };
                let formats = stream.formats.join(" ");
                text.push_str(&format!(
                    "m={} 0 {} {formats}\r\n",
                    stream.kind, stream.transport
                ));
                continue;
            }
            before_port.push_str("m=audio ");
            after_port.push_str(" RTP/AVP");
            let codecs = stream.g711();
            for (payload, _) in &codecs {
                after_port.push_str(&format!(" {payload}"));
            }
            after_port.push_str("\r\n");
            for (payload, name) in &codecs {
                after_port.push_str(&format!("a=rtpmap:{payload} {name}/8000\r\n"));
            }
            after_port.push_str(&format!("a={}\r\n", stream.direction.answered()));
        }
        Some(Agreed {
            before_port,
            after_port,
        })
    }

    fn to_nothing() -> Self {
        Agreed {
            before_port: "m=audio ".to_owned(),
            after_port: " RTP/AVP 0 8\r\na=rtpmap:0 PCMU/8000\r\na=rtpmap:8 PCMA/8000\r\n\
                         a=recvonly\r\n"
                .to_owned(),
        }
    }
}

/// Whether the far end's description has an audio stream that we understand.
pub(super) fn is_usable(description: &[u8]) -> bool {
    let text = std::str::from_utf8(description).ok();
    let streams = text.and_then(parse).unwrap_or_default();
    streams.iter().any(|stream| !stream.g711().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn describer() -> Describer {
        Describer::new("192.0.2.1:4000".parse().unwrap(), 7)
    }

    fn answer(offer: &str) -> Option<String> {
        let agreed = Agreed::to(offer.as_bytes())?;
        Some(String::from_utf8(describer().describe(&agreed)).unwrap())
    }

    const HEAD: &str = "v=0\r\no=x 1 1 IN IP4 192.0.2.9\r\ns=-\r\nc=IN IP4 192.0.2.9\r\nt=0 0\r\n";

    #[test]
    fn our_own_offer_is_usable_and_grows_older() {
        let mut describer = describer();
        let first = describer.offer();
        assert!(is_usable(&first));
        assert!(
            String::from_utf8(first)
                .unwrap()
                .contains("o=- 7 1 IN IP4 192.0.2.1")
        );
        let second = String::from_utf8(describer.offer()).unwrap();
        assert!(second.contains("o=- 7 2 IN IP4"));
        assert!(second.ends_with("a=recvonly\r\n"));
        let third = describer.describe(&Agreed::to(b"").unwrap());
        let third = String::from_utf8(third).unwrap();
        assert_eq!(
            third,
            second.replace("7 2", "7 3"),
            "no offer leads to ours"
        );
    }

    #[test]
    fn directions_are_turned_round() {
        for (offered, answered) in [
            ("", "recvonly"),
            ("a=sendrecv\r\n", "recvonly"),
            ("a=sendonly\r\n", "recvonly"),
            ("a=recvonly\r\n", "inactive"),
            ("a=inactive\r\n", "inactive"),
        ] {
            let offer = format!("{HEAD}m=audio 5000 RTP/AVP 8 0 101\r\n{offered}");
            let answer = answer(&offer).unwrap();
            assert!(answer.contains("m=audio 4000 RTP/AVP 8 0\r\n"), "{answer}");
            assert!(answer.ends_with(&format!("a={answered}\r\n")), "{answer}");
        }
        // A direction before the first stream is for all of them.
        let offer = format!("{HEAD}a=inactive\r\nm=audio 5000 RTP/AVP 0\r\n");
        assert!(answer(&offer).unwrap().ends_with("a=inactive\r\n"));
    }

    #[test]
    fn every_stream_is_answered_and_one_is_taken() {
        let offer = format!(
            "{HEAD}m=video 5002 RTP/AVP 96\r\nm=audio 5000/1 RTP/AVP 97\r\n\
             a=rtpmap:97 pcma/8000\r\nm=audio 5004 RTP/AVP 0\r\n"
        );
        let answer = answer(&offer).unwrap();
        let media: Vec<&str> = answer.lines().filter(|l| l.starts_with("m=")).collect();
        assert_eq!(
            media,
            [
                "m=video 0 RTP/AVP 96",
                "m=audio 4000 RTP/AVP 97",
                "m=audio 0 RTP/AVP 0"
            ]
        );
        assert!(answer.contains("a=rtpmap:97 PCMA/8000\r\n"));
    }

    #[test]
    fn nothing_in_common_is_no_answer() {
        for media in [
            "m=audio 5000 RTP/AVP 18 9\r\n",
            "m=audio 0 RTP/AVP 0\r\n",
            "m=audio 5000 RTP/SAVP 0\r\n",
            "m=audio 5000 RTP/AVP 0\r\na=rtpmap:0 G729/8000\r\n",
            "m=video 5000 RTP/AVP 0\r\n",
            "m=audio nonsense\r\n",
            "",
        ] {
            let offer = format!("{HEAD}{media}");
            assert_eq!(answer(&offer), None, "{media}");
            assert!(!is_usable(offer.as_bytes()), "{media}");
        }
        assert!(Agreed::to(b"\xff\xfe").is_none());
    }
}
