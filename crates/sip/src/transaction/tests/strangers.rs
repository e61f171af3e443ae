//! What nobody in his right mind would send.

use super::*;

/// Messages as they come, so that what is made of them gets far.
fn originals(bench: &Bench) -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    for method in ["INVITE", "BYE", "OPTIONS", "ACK", "CANCEL", "FOO"] {
        for branch in [";branch=z9hG4bKabc;rport", ";branch=z9hG4bKxyz", ""] {
            let text = format!(
                "{method} sip:bob@192.0.2.1 SIP/2.0\r\n\
                 Via: SIP/2.0/UDP host.example:5071{branch}\r\n\
                 Max-Forwards: 70\r\n\
                 Record-Route: <sip:proxy.example;lr>\r\n\
                 From: \"A\" <sip:alice@example.org>;tag=a\r\n\
                 To: <sip:bob@example.org>\r\n\
                 Call-ID: c\r\n\
                 CSeq: 5 {method}\r\n\
                 Content-Length: 0\r\n\r\n"
            );
            all.push(text.into_bytes());
        }
    }
    for sent in bench.wire.iter().rev().take(40) {
        let mut bytes = sent.bytes.to_vec();
        let Ok(message) = Message::parse(&mut bytes) else {
            continue;
        };
        if message.code().is_none() && message.method() != Method::Ack {
            let code = [100, 180, 200, 302, 486, 503][all.len() % 6];
            all.push(answer(&sent.bytes, code, "b").to_vec());
        }
    }
    all
}

fn mutate(bytes: &mut Vec<u8>, random: &mut Random) {
    for _ in 0..random.byte() % 4 {
        let len = bytes.len().max(1);
        let at = random.number() as usize % len;
        let end = (at + random.number() as usize % 20).min(bytes.len());
        match random.byte() % 7 {
            0 => bytes[at..end].iter_mut().for_each(|b| *b ^= 1 << (*b % 7)),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let part = bytes[at..end].to_vec();
                let to = random.number() as usize % len;
                bytes.splice(to..to, part);
            }
            3 => bytes[at] = random.byte(),
            // Digits and letters within a word keep more messages well-formed.
            _ => {
                for byte in &mut bytes[at..end] {
                    if byte.is_ascii_digit() {
                        *byte = b'0' + random.byte() % 10;
                    } else if byte.is_ascii_lowercase() && random.byte() < 40 {
                        *byte = b'a' + random.byte() % 26;
                    }
                }
            }
        }
    }
}

#[test]
fn nothing_stays_of_what_strangers_send() {
    for transport in [Transport::Udp, Transport::Tcp] {
        let mut bench = Bench::new(transport);
        let mut random = Random::seeded(5);
        let mut pool = originals(&bench);
        let mut ringing = Vec::new();
        let mut ours = Vec::new();
        let (mut taken, mut refused) = (0, 0);
        for n in 0..20_000u32 {
            match random.byte() {
                0..=5 => {
                    let method = [Method::Invite, Method::Bye][n as usize % 2];
                    ours.push(bench.send(method, n % 5 == 0, (n % 2000) as usize));
                    pool = originals(&bench);
                }
                6 => {
                    if let Some(id) = ours.pop() {
                        bench
                            .layer
                            .cancel(bench.now, id, b"X: y\r\n", &mut bench.out);
                    }
                }
                7 => {
                    if let Some(id) = ours.pop() {
                        bench.layer.forget(id);
                    }
                }
                8 => {
                    let mut gone = bench.flow.clone();
                    gone.connection = None;
                    let (now, random) = (bench.now, &mut bench.random);
                    bench
                        .layer
                        .broken(now, &Gone::of(gone), random, &mut bench.out);
                }
                9..=40 => {
                    let ms = bench.ms() + u64::from(random.byte());
                    bench.until(ms);
                }
                _ => {}
            }
            bench.look();
            let pick = random.number() as usize % pool.len();
            let mut bytes = pool[pick].clone();
            mutate(&mut bytes, &mut random);
            let request = bytes.clone();
            let Ok(message) = Message::parse(&mut bytes) else {
                refused += 1;
                continue;
            };
            taken += 1;
            let flow = bench.flow.clone();
            let received = bench
                .layer
                .receive(bench.now, &message, &flow, &mut bench.out);
            if let Received::Request(id) = received {
                let code = [100, 183, 200, 202, 404, 408][random.byte() as usize % 6];
                let bytes = answer(&request, code, "b");
                assert!(
                    bench
                        .layer
                        .respond(bench.now, id, code, bytes, &mut bench.out)
                );
                ringing.push((id, request));
            }
            if random.byte() < 20 && !ringing.is_empty() {
                let (id, request) = ringing.swap_remove(random.number() as usize % ringing.len());
                let bytes = answer(&request, 500, "b");
                bench
                    .layer
                    .respond(bench.now, id, 500, bytes, &mut bench.out);
                bench.layer.acknowledged(id);
            }
            bench.look();
            bench.wire.drain(..bench.wire.len().saturating_sub(200));
        }
        assert!(taken > 5000 && refused > 1000, "{taken} {refused}");
        // Those above answer what rings and give up what they want no more.
        for (id, request) in ringing {
            let bytes = answer(&request, 480, "b");
            bench
                .layer
                .respond(bench.now, id, 480, bytes, &mut bench.out);
        }
        for id in ours {
            bench.layer.forget(id);
        }
        bench.look();
        bench.until(bench.ms() + 32_000 + 5000);
        assert_eq!(bench.layer.counts(), Counts::default());
        let (clients, servers) = (bench.layer.clients.keys(), bench.layer.servers.keys());
        assert_eq!((clients, servers), (0, 0));
    }
}
