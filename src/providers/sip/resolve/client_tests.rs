//! Answers of name servers, right, wrong and made up.

use super::*;
use proptest::prelude::*;
use simple_dns::rdata::{A, CNAME};

fn asked(name: &str, kind: Kind) -> Asked<'_> {
    Asked::new(name, kind, true).unwrap()
}

/// An answer to a question, as a server would begin it.
fn answer<'a>(asked: &Asked<'a>) -> Packet<'a> {
    let mut packet = Packet::new_reply(asked.id);
    let class = QCLASS::CLASS(CLASS::IN);
    packet.questions.push(Question::new(
        asked.name.clone(),
        QTYPE::TYPE(asked.kind),
        class,
        false,
    ));
    packet
}

fn a(name: &'static str, ttl: u32, last: u8) -> ResourceRecord<'static> {
    let address = Ipv4Addr::new(10, 0, 0, last).into();
    let data = RData::A(A { address });
    ResourceRecord::new(Name::new(name).unwrap(), CLASS::IN, ttl, data)
}

fn alias(name: &'static str, ttl: u32, of: &'static str) -> ResourceRecord<'static> {
    let data = RData::CNAME(CNAME(Name::new(of).unwrap()));
    ResourceRecord::new(Name::new(name).unwrap(), CLASS::IN, ttl, data)
}

#[test]
fn an_alias_is_followed_and_what_was_not_asked_for_is_not_believed() {
    let asked = asked("a.example", Kind::A);
    let mut packet = answer(&asked);
    packet.answers = vec![
        a("evil.example", 9, 66),
        a("c.example", 300, 1),
        alias("b.example", 70, "c.example"),
        alias("A.example", 60, "b.example"),
        a("c.example", 200, 2),
    ];
    let (records, holds) = asked.read(&packet.build_bytes_vec().unwrap()).unwrap();
    let addresses: Vec<IpAddr> = ["10.0.0.1", "10.0.0.2"].map(|a| a.parse().unwrap()).into();
    assert_eq!((records.addresses, holds), (addresses, 60));
    // One that goes round and round ends.
    let mut packet = answer(&asked);
    packet.answers = vec![
        alias("a.example", 60, "b.example"),
        alias("b.example", 60, "a.example"),
    ];
    let (records, _) = asked.read(&packet.build_bytes_vec().unwrap()).unwrap();
    assert!(records.are_none());
}

#[test]
fn an_answer_to_another_question_is_none() {
    let asked = asked("a.example", Kind::A);
    let bytes = answer(&asked).build_bytes_vec().unwrap();
    assert!(asked.fitting(&bytes).is_some());
    let mut other = bytes.clone();
    other[0] ^= 1;
    assert!(asked.fitting(&other).is_none(), "another number");
    let mut other = bytes.clone();
    other[2] &= 0x7f;
    assert!(asked.fitting(&other).is_none(), "a question");
    for (name, kind) in [("b.example", Kind::A), ("a.example", Kind::Srv)] {
        let mut different = Asked::new(name, kind, true).unwrap();
        different.id = asked.id;
        let bytes = answer(&different).build_bytes_vec().unwrap();
        assert!(asked.fitting(&bytes).is_none(), "{name} {kind:?}");
    }
}

#[test]
fn that_there_is_nothing_holds_for_a_while() {
    let asked = asked("a.example", Kind::A);
    let mut packet = answer(&asked);
    *packet.rcode_mut() = RCODE::NameError;
    let (records, holds) = asked.read(&packet.build_bytes_vec().unwrap()).unwrap();
    assert!(records.are_none());
    assert_eq!(holds, ABSENT_UNSAID);
    *packet.rcode_mut() = RCODE::ServerFailure;
    let error = asked.read(&packet.build_bytes_vec().unwrap()).unwrap_err();
    assert!(error.contains("ServerFailure"), "{error}");
}

#[tokio::test]
async fn a_forged_answer_is_not_heard_and_a_silent_server_is_passed_over() {
    let silent = UdpSocket::bind("127.0.0.1:0").await.unwrap();
    let server = UdpSocket::bind("127.0.0.1:0").await.unwrap();
    let servers = [silent.local_addr().unwrap(), server.local_addr().unwrap()];
    let answers = async {
        let mut bytes = [0; 512];
        let (length, peer) = server.recv_from(&mut bytes).await.unwrap();
        let question = Packet::parse(&bytes[..length]).unwrap();
        let mut reply = question.clone().into_reply();
        reply.answers.push(a("a.example", 60, 1));
        let good = reply.build_bytes_vec().unwrap();
        let mut bad = good.clone();
        bad[0] ^= 1;
        server.send_to(&bad, peer).await.unwrap();
        server.send_to(&good, peer).await.unwrap();
    };
    let (asked, ()) = tokio::join!(ask(&servers, "a.example", Kind::A), answers);
    assert_eq!(asked.unwrap().0.addresses.len(), 1);
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(mut bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let asked = asked("a.example", Kind::Naptr);
        let _ = asked.read(&bytes);
        let whole = answer(&asked).build_bytes_vec().unwrap();
        let count = whole.len().min(bytes.len());
        bytes[..count].copy_from_slice(&whole[..count]);
        // As many answers as it likes to say.
        if let Some(count) = bytes.get_mut(6..12) {
            count.copy_from_slice(&[0, 9, 0, 9, 0, 9]);
        }
        let _ = asked.read(&bytes);
    }
}
